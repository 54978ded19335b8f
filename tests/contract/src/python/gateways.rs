//! The gateways' classes: a method for each operation, reader and tool.

use qantara::GatewayKind;
use qantara::call::Operation;
use qantara::mac::MacConfiguration;
use qantara::paylink::Decision;
use qantara::read::Reader;
use qantara::record::{Field, Shape};
use qantara::registry::{OPERATIONS, READERS, TOOLS};
use qantara::tool::Tool;

use super::kinds::{given, is_hidden};
use super::messages::reply;
use super::page::Page;

const STAMP: &str = "stamp: Stamp | None = None";
const NOW: &str = "now: int | None = None";

fn fields_of(shape: &'static Shape) -> Vec<&'static Field> {
    shape.fields.iter().collect()
}

/// `def` with keyword-only parameters, each on its line. The native half fills in `now`.
fn signature(page: &mut Page, name: &str, own: Option<&str>, fields: &[&Field], more: &[&str], returns: &str) {
    page.line(1, &format!("def {name}("));
    if let Some(own) = own {
        page.line(2, &format!("{own},"));
    }
    let (now, asked): (Vec<&Field>, Vec<&Field>) = fields.iter().partition(|field| field.name == "now");
    let more: Vec<&str> = now.iter().map(|_| NOW).chain(more.iter().copied()).collect();
    if !asked.is_empty() || !more.is_empty() {
        page.line(2, "*,");
    }
    for field in asked {
        let default = if field.need { "" } else { " | None = None" };
        page.line(2, &format!("{}: {}{default},", field.name, given(field)));
    }
    for parameter in more {
        page.line(2, &format!("{parameter},"));
    }
    page.line(1, &format!(") -> {returns}:"));
}

/// `return before(values) after`; secrets are taken out of the frame, which a traceback may print.
fn handing(page: &mut Page, before: &str, fields: &[&Field], after: &str) {
    let mut values: Vec<String> = fields.iter().map(|field| field.name.to_owned()).collect();
    if let [only] = values.as_mut_slice() {
        only.push(',');
    }
    let secrets: Vec<&str> = fields.iter().filter(|field| is_hidden(field)).map(|field| field.name).collect();
    let (before, after) = (format!("return {before}("), format!("){after}"));
    if secrets.is_empty() {
        return page.call(2, &before, &values, &after);
    }
    page.line(2, "try:");
    page.call(3, &before, &values, &after);
    page.line(2, "finally:");
    page.line(3, "# A traceback that prints local variables must not print these.");
    page.line(3, &format!("del {}", secrets.join(", ")));
}

fn constructor(page: &mut Page, before: &str, fields: &[&Field]) {
    signature(page, "__new__", Some("cls"), fields, &[], "Self");
    handing(page, before, fields, ")");
    page.lines(1, "\n__new__.__qualname__ = __qualname__  # What a TypeError calls it.\n");
}

/// The class of a gateway. Returns its name.
pub(super) fn gateway(page: &mut Page, kind: GatewayKind) -> String {
    let shape = kind.configuration();
    let name = shape.name.trim_end_matches("Configuration");
    let (base, about) = match kind {
        GatewayKind::AlQaseh => ("_native.Gateway", "Al Qaseh Payment API 2.0."),
        GatewayKind::Egw => ("CallbackGateway", "Al Qaseh 1.0 legacy: the e-Commerce Gateway (P_SIGN)."),
        GatewayKind::Paylink => ("DeliveringGateway", "Paylink."),
    };
    let fields = fields_of(shape);
    let about = [about, "", "It holds your credentials and nothing else: making one per request is fine."];
    page.lines(0, &format!("\n\nclass {name}({base}):"));
    page.doc(1, &about, "Args", &fields, "");
    page.lines(1, "\n__slots__ = ()\n\n");
    constructor(page, &format!("super().__new__(cls, \"{}\", ", kind.name()), &fields);
    let own = OPERATIONS.iter().filter(|operation| operation.gateway() == kind);
    for operation in own.filter(|operation| operation.name != "acknowledge") {
        method(page, operation);
    }
    for reader in READERS.iter().filter(|reader| reader.gateway == kind) {
        reading(page, reader);
    }
    for tool in TOOLS.iter().filter(|tool| tool.gateway == kind) {
        running(page, tool);
    }
    if kind == GatewayKind::Paylink {
        decide(page);
    }
    name.to_owned()
}

/// What is said of a method, and of the stamp it may take.
fn about(doc: &[&'static str], is_stamped: bool) -> Vec<&'static str> {
    let mut about = doc.to_vec();
    if is_stamped {
        about.extend(["", "Time and nonce are made for you unless you give a `stamp` of your own."]);
    }
    about
}

fn method(page: &mut Page, operation: &Operation) {
    let fields = fields_of(operation.input);
    let (more, after): (&[&str], _) = if operation.stamped() { (&[STAMP], ", stamp)") } else { (&[], ")") };
    let returns = format!("_native.Call[{}]", reply(operation));
    page.line(0, "");
    signature(page, operation.name, Some("self"), &fields, more, &returns);
    page.doc(2, &about(operation.doc, operation.stamped()), "Args", &fields, operation.page);
    handing(page, &format!("self._call(\"{}\", ", operation.name), &fields, after);
}

fn running(page: &mut Page, tool: &Tool) {
    let fields = fields_of(tool.input);
    page.line(0, "");
    let (own, before) = if tool.stands_alone() {
        page.line(1, "@staticmethod");
        (None, format!("_native.run(\"{}\", \"{}\", ", tool.gateway.name(), tool.name))
    } else {
        (Some("self"), format!("self._run(\"{}\", ", tool.name))
    };
    let (more, after): (&[&str], _) = if tool.stamped() { (&[STAMP], ", stamp)") } else { (&[], ")") };
    signature(page, tool.name, own, &fields, more, tool.output.name);
    page.doc(2, &about(tool.doc, tool.stamped()), "Args", &fields, tool.page);
    handing(page, &before, &fields, after);
}

fn reading(page: &mut Page, reader: &Reader) {
    page.lines(1, "\n@staticmethod");
    page.line(1, &format!("def {}(message: bytes | str) -> {}:", reader.name, reader.output.name));
    page.doc(2, reader.doc, "", &[], reader.page);
    page.line(2, "try:");
    page.line(3, &format!("return _native.read(\"{}\", \"{}\", message)", reader.gateway.name(), reader.name));
    page.lines(2, "finally:\n    del message  # It may hold a token or a card number.");
}

fn decide(page: &mut Page) {
    let fields = fields_of(Decision::SHAPE);
    page.line(0, "");
    signature(page, "decide", Some("self"), &fields, &["earlier: Delivery | None = None"], "Delivery");
    let about = [
        "Makes the record of a decision: plain data that you store before anything is sent.",
        "",
        "If you have decided this transaction before, give that record as `earlier`: it is returned as it is, and \
         the opposite decision is refused.",
    ];
    page.doc(2, &about, "Args", &fields, "");
    handing(page, "self._decide(", &fields, ", earlier)");
}

/// The class of the low-level MAC. Returns its name.
pub(super) fn low_level_mac(page: &mut Page) -> String {
    let fields = fields_of(MacConfiguration::SHAPE);
    let about = [
        "The low-level MAC: a key, a field order, nothing else. `source`, `sign` and `verify` take a dict.",
        "",
        "For schemes outside the gateways' operations, and for comparing notes with a bank.",
    ];
    page.lines(0, "\n\nclass Mac(_native.Mac):");
    page.doc(1, &about, "Args", &fields, "");
    page.lines(1, "\n__slots__ = ()\n\n");
    constructor(page, "super().__new__(cls, ", &fields);
    "Mac".to_owned()
}
