//! The Python face: one module of classes over a few native functions, one of types for plain data.

use qantara::call::Operation;
use qantara::egw::Callback;
use qantara::mac::{MacConfiguration, ProfileFields};
use qantara::money::OrderFields;
use qantara::paylink::{Decision, Delivery};
use qantara::read::Reader;
use qantara::record::{Choice, Field, Kind, Shape};
use qantara::registry::{OPERATIONS, READERS};
use qantara::trust::OUTCOME_KIND;
use qantara::{GatewayKind, Outcome, StampFields};

use crate::{File, tables};

/// The files of this face.
pub fn files() -> Vec<File> {
    let path = |name: &str| format!("bindings-python/python/qantara/{name}");
    vec![File { path: path("_face.py"), text: face() }, File { path: path("_types.py"), text: types() }]
}

const NOTE: &str = "# Generated from the core's tables by `cargo run -p qantara-contract`. Do not edit.\n";

/// Python text that grows line by line.
#[derive(Default)]
struct Page(String);

impl Page {
    fn line(&mut self, depth: usize, text: &str) {
        if !text.is_empty() {
            self.0.push_str(&"    ".repeat(depth));
            self.0.push_str(text);
        }
        self.0.push('\n');
    }

    fn lines(&mut self, depth: usize, text: &str) {
        for line in text.lines() {
            self.line(depth, line);
        }
    }

    /// A docstring: paragraphs, then a list of names with what each is, then a link.
    fn doc(&mut self, depth: usize, about: &[&str], heading: &str, names: &[&Field], page: &str) {
        let mut text: Vec<String> = paragraphs(about).iter().flat_map(|part| wrapped(part, depth, "", "")).collect();
        if !names.is_empty() {
            text.push(String::new());
            text.push(format!("{heading}:"));
            for field in names {
                let first = format!("    {}: ", field.name);
                text.extend(wrapped(&paragraphs(field.doc).join(" "), depth, &first, "        "));
            }
        }
        if !page.is_empty() {
            text.push(String::new());
            text.push(page.to_owned());
        }
        if let [only] = text.as_slice()
            && !only.ends_with('"')
        {
            return self.line(depth, &format!("\"\"\"{only}\"\"\""));
        }
        for (i, line) in text.iter().enumerate() {
            let quotes = if i == 0 { "\"\"\"" } else { "" };
            self.line(depth, &format!("{quotes}{line}"));
        }
        self.line(depth, "\"\"\"");
    }

    /// A call whose arguments may need several lines.
    fn call(&mut self, depth: usize, before: &str, items: &[String], after: &str) {
        let single = format!("{before}{}{after}", items.join(", "));
        if single.len() + 4 * depth <= 110 {
            return self.line(depth, &single);
        }
        self.line(depth, before);
        let mut row = String::new();
        for item in items {
            if row.len() + item.len() + 4 * depth > 100 {
                self.line(depth + 1, row.trim_end());
                row.clear();
            }
            row.push_str(item);
            row.push_str(", ");
        }
        self.line(depth + 1, row.trim_end());
        self.line(depth, after);
    }
}

/// Documentation as paragraphs, without the space after `///`, with an empty one between two.
fn paragraphs(doc: &[&str]) -> Vec<String> {
    let mut out: Vec<String> = vec![String::new()];
    for line in doc.iter().map(|line| line.trim()) {
        match out.last_mut() {
            Some(last) if !line.is_empty() && !last.is_empty() => {
                last.push(' ');
                last.push_str(line);
            }
            Some(last) if !line.is_empty() => last.push_str(line),
            _ => out.extend([String::new(), String::new()]),
        }
    }
    out
}

fn wrapped(text: &str, depth: usize, first: &str, next: &str) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = first.to_owned();
    let mut is_begun = false;
    for word in text.replace('\\', "\\\\").split_whitespace() {
        if is_begun && line.len() + word.len() + 4 * depth > 100 {
            lines.push(std::mem::replace(&mut line, next.to_owned()));
        } else if is_begun {
            line.push(' ');
        }
        line.push_str(word);
        is_begun = true;
    }
    lines.push(line.trim_end().to_owned());
    lines
}

/// The type of what the user gives.
fn given(field: &Field) -> String {
    match field.kind {
        Kind::Text(_) => "str".into(),
        Kind::Amount => "str | int | Decimal".into(),
        Kind::Count(..) => "int".into(),
        Kind::Flag => "bool".into(),
        Kind::Choice(choice) => choice.name.into(),
        Kind::Texts => "list[str] | tuple[str, ...]".into(),
        Kind::TextOrMap if field.name == "profile" => "str | Profile".into(),
        Kind::TextOrMap => "str | dict[str, Any]".into(),
        Kind::Map | Kind::Any => "dict[str, Any]".into(),
    }
}

/// The type of what the user gets.
fn shown(field: &Field) -> String {
    let plain = match field.kind {
        Kind::Text(_) => "str".into(),
        Kind::Amount => "Decimal".into(),
        Kind::Count(..) => "int".into(),
        Kind::Flag => "bool".into(),
        // A word nobody knew when this was written is kept as it came.
        Kind::Choice(choice) => format!("{} | str", choice.name),
        Kind::Map | Kind::Texts | Kind::TextOrMap | Kind::Any => return "Any".into(),
    };
    if field.need { plain } else { format!("{plain} | None") }
}

/// Plain data, by the name it has in Python.
fn plain_data() -> [(&'static str, &'static Shape); 4] {
    [
        ("Order", OrderFields::SHAPE),
        ("Stamp", StampFields::SHAPE),
        ("Profile", ProfileFields::SHAPE),
        ("Delivery", Delivery::SHAPE),
    ]
}

fn types() -> String {
    let mut page = Page::default();
    page.line(0, "\"\"\"Types of plain data: for annotations and type checkers.\"\"\"");
    page.line(0, "");
    page.0.push_str(NOTE);
    page.lines(0, "\nfrom __future__ import annotations\n\nfrom decimal import Decimal");
    page.line(0, "from typing import Any, Literal, TypedDict");
    let mut names = vec!["Fault".to_owned()];
    for choice in tables::choices() {
        names.push(choice.name.to_owned());
        page.line(0, "");
        page.call(0, &format!("{} = Literal[", choice.name), &options(choice), "]");
        page.doc(0, choice.doc, "", &[], "");
    }
    for (name, shape) in plain_data() {
        names.push(name.to_owned());
        let (need, may): (Vec<&Field>, Vec<&Field>) = shape.fields.iter().partition(|field| field.need);
        let all: Vec<&Field> = shape.fields.iter().collect();
        let mut body = |class: &str, fields: &[&Field], is_documented: bool| {
            page.lines(0, &format!("\n\n{class}"));
            if is_documented {
                page.doc(1, shape.doc, "Keys", &all, "");
                page.line(0, "");
            }
            for field in fields {
                page.line(1, &format!("{}: {}", field.name, given(field)));
            }
        };
        match (need.is_empty(), may.is_empty()) {
            (_, true) => body(&format!("class {name}(TypedDict):"), &need, true),
            (true, _) => body(&format!("class {name}(TypedDict, total=False):"), &may, true),
            _ => {
                body(&format!("class _{name}(TypedDict):"), &need, false);
                body(&format!("class {name}(_{name}, total=False):"), &may, true);
            }
        }
    }
    page.lines(0, FAULT);
    export(&mut page, names);
    page.0
}

const FAULT: &str = r#"

class Fault(TypedDict):
    """One thing that is wrong, or worth knowing."""

    code: str
    number: int
    field: str | None
    limit: str | None
    message: str
"#;

fn options(choice: &Choice) -> Vec<String> {
    choice.options.iter().map(|(name, _)| format!("\"{name}\"")).collect()
}

fn export(page: &mut Page, mut names: Vec<String>) {
    names.sort();
    names.dedup();
    page.lines(0, "\n\n__all__ = [");
    for name in names {
        page.line(1, &format!("\"{name}\","));
    }
    page.line(0, "]");
}

fn face() -> String {
    let mut page = Page::default();
    page.line(0, "\"\"\"The gateways, and what they answer.\"\"\"");
    page.line(0, "");
    page.0.push_str(NOTE);
    page.lines(0, FACE_IMPORTS);
    page.call(1, "from ._types import (", &imported(), ")");
    let mut names: Vec<String> = Vec::new();
    for shape in tables::outputs() {
        if shape.name != Outcome::SHAPE.name && !names.iter().any(|name| name == shape.name) {
            let settles = OPERATIONS.iter().any(|operation| operation.settles() && operation.output.name == shape.name);
            message(&mut page, shape, shape.name, settles);
            names.push(shape.name.to_owned());
        }
    }
    signed_callback(&mut page);
    names.push("SignedCallback".into());
    names.extend(outcomes(&mut page));
    let replies: Vec<String> = unique(OPERATIONS.iter().map(|operation| operation.output.name));
    page.lines(0, &format!("\n\nReply = {}", replies.join(" | ")));
    page.line(0, "\"\"\"What `parse_reply` returns, whichever call it was.\"\"\"");
    let mut gateways = Vec::new();
    for kind in GatewayKind::ALL {
        gateways.push(gateway(&mut page, kind));
    }
    low_level_mac(&mut page);
    let ours = ["Send", "Wait", "Done", "Secret", "GatewayError", "MismatchError", "ReplyError", "SignatureError"];
    page.lines(0, "\n\n_native.register({");
    page.line(1, "made.__name__: made");
    page.line(1, "for made in (");
    for name in names.iter().map(String::as_str).chain(ours).chain(["ValidationError"]) {
        page.line(2, &format!("{name},"));
    }
    page.lines(0, "    )\n})");
    names.extend(gateways);
    names.extend(["Mac", "Reply", "Settlement"].map(String::from));
    export(&mut page, names);
    page.0
}

const FACE_IMPORTS: &str = r"
from __future__ import annotations

from . import _native
from ._errors import GatewayError, MismatchError, ReplyError, SignatureError, ValidationError
from ._gateways import CallbackGateway, DeliveringGateway, Done, Secret, Send, Wait

TYPE_CHECKING = False
if TYPE_CHECKING:
    from decimal import Decimal
    from typing import Any, Literal

    from typing_extensions import Self
";

fn unique<'a>(names: impl Iterator<Item = &'a str>) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    for name in names {
        if !out.iter().any(|known| known == name) {
            out.push(name.to_owned());
        }
    }
    out
}

/// The types the annotations name.
fn imported() -> Vec<String> {
    let mut names: Vec<String> = tables::choices().iter().map(|choice| choice.name.to_owned()).collect();
    names.extend(plain_data().map(|(name, _)| name.to_owned()));
    names.sort();
    names
}

fn open_class(page: &mut Page, name: &str, base: &str, doc: &[&str]) {
    page.lines(0, &format!("\n\nclass {name}({base}):"));
    page.doc(1, doc, "", &[], "");
    page.lines(1, "\n__slots__ = ()");
}

fn property(page: &mut Page, name: &str, kind: &str, value: &str, doc: &[&str]) {
    page.line(0, "");
    page.lines(1, &format!("@property\ndef {name}(self) -> {kind}:"));
    page.doc(2, doc, "", &[], "");
    page.line(2, &format!("return {value}"));
}

fn properties(page: &mut Page, shape: &Shape, kind: fn(&Field) -> String) {
    for (at, field) in shape.fields.iter().enumerate() {
        property(page, field.name, &kind(field), &format!("self._field({at})"), field.doc);
    }
}

fn message(page: &mut Page, shape: &Shape, name: &str, settles: bool) {
    open_class(page, name, "_native.Message", shape.doc);
    properties(page, shape, shown);
    if settles {
        page.lines(1, SETTLE);
    }
}

const SETTLE: &str = r#"
def settle(self, order: Order) -> Settlement:
    """Matches it against your order (id, amount, currency, kind) and says what happened.

    Raises a MismatchError if it is not your order's, or success of an unknown kind.
    """
    return self._settle(order)

def expect_paid(self, order: Order) -> Paid:
    """The short form of `settle`: proof of payment, or an error that says what there is instead."""
    return self._expect_paid(order)
"#;

/// The callback's fields again, each of them only there if the MAC covers it.
fn signed_callback(page: &mut Page) {
    let about = "A callback whose MAC verified: it shows only the fields the MAC covers.";
    open_class(page, "SignedCallback", "_native.Message", &[about]);
    properties(page, Callback::SHAPE, |field| {
        let kind = shown(field);
        if field.need { format!("{kind} | None") } else { kind }
    });
    let about = "Unique for this message: gateway, environment, merchant, ORDER, TRTYPE, RRN and what it reports.";
    property(page, "replay_key", "str", "self._replay_key() or \"\"", &[about]);
    page.lines(1, SETTLE);
}

/// One class per outcome, so that both its `kind` and its class tell checkers which it is.
fn outcomes(page: &mut Page) -> Vec<String> {
    open_class(page, "Outcome", "_native.Message", Outcome::SHAPE.doc);
    for (at, field) in Outcome::SHAPE.fields.iter().enumerate() {
        let kind = if field.name == "kind" { "OutcomeKind".into() } else { shown(field) };
        property(page, field.name, &kind, &format!("self._field({at})"), field.doc);
    }
    let at = |name: &str| Outcome::SHAPE.position(name).unwrap_or_default();
    let (tag, key) = (format!("self._field({})", at("kind")), format!("self._field({})", at("replay_key")));
    let mut names = vec!["Outcome".to_owned()];
    for (kind, _) in OUTCOME_KIND.options {
        let (about, is_proof) = match *kind {
            "paid" => ("Proof that the customer paid this order.", true),
            "held" => ("Proof that the amount is authorized and held, not taken.", true),
            "reversed" => ("Proof that the payment was reversed.", true),
            "failed" => ("The attempt failed. A later proof of payment is still possible.", false),
            _ => ("Nothing is decided, or the gateway does not know: ask again.", false),
        };
        let name: String =
            kind.chars().enumerate().map(|(i, c)| if i == 0 { c.to_ascii_uppercase() } else { c }).collect();
        open_class(page, &name, "Outcome", &[about]);
        property(page, "kind", &format!("Literal[\"{kind}\"]"), &tag, &["What happened."]);
        if is_proof {
            let about = "Insert it under a unique constraint in the transaction that books the effect.";
            property(page, "replay_key", "str", &key, &[about]);
        }
        names.push(name);
    }
    let union = names.iter().skip(1).cloned().collect::<Vec<_>>().join(" | ");
    page.lines(0, &format!("\n\nSettlement = {union}"));
    page.line(0, "\"\"\"What `settle` returns. `match` on `kind` or on the class; both are checked.\"\"\"");
    names
}

/// `def` with keyword-only parameters, each on its line.
fn signature(page: &mut Page, name: &str, own: &str, fields: &[&Field], more: &[&str], returns: &str) {
    page.line(0, "");
    page.line(1, &format!("def {name}("));
    page.line(2, &format!("{own},"));
    page.line(2, "*,");
    for field in fields {
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
    // A map of the caller's own may hold anything.
    let is_hidden = |field: &&&Field| field.secret || matches!(field.kind, Kind::Map);
    let secrets: Vec<&str> = fields.iter().filter(is_hidden).map(|field| field.name).collect();
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

fn gateway(page: &mut Page, kind: GatewayKind) -> String {
    let shape = kind.configuration();
    let name = shape.name.trim_end_matches("Configuration");
    let (base, about) = match kind {
        GatewayKind::AlQaseh => ("_native.Gateway", "Al Qaseh Payment API 2.0."),
        GatewayKind::Egw => ("CallbackGateway", "Al Qaseh 1.0 legacy: the e-Commerce Gateway (P_SIGN)."),
        GatewayKind::Paylink => ("DeliveringGateway", "Paylink."),
    };
    let fields: Vec<&Field> = shape.fields.iter().collect();
    let about = [about, "", "It holds your credentials and nothing else: making one per request is fine."];
    page.lines(0, &format!("\n\nclass {name}({base}):"));
    page.doc(1, &about, "Args", &fields, "");
    page.lines(1, "\n__slots__ = ()");
    signature(page, "__new__", "cls", &fields, &[], "Self");
    handing(page, &format!("super().__new__(cls, \"{}\", ", kind.name()), &fields, ")");
    let own = OPERATIONS.iter().filter(|operation| operation.gateway() == kind);
    for operation in own.filter(|operation| operation.name != "acknowledge") {
        method(page, operation);
    }
    for reader in READERS.iter().filter(|reader| reader.gateway == kind) {
        reading(page, reader);
    }
    if kind == GatewayKind::Paylink {
        decide(page);
    }
    name.to_owned()
}

fn method(page: &mut Page, operation: &Operation) {
    let fields: Vec<&Field> = operation.input.fields.iter().collect();
    let (more, after): (&[&str], _) =
        if operation.stamped() { (&["stamp: Stamp | None = None"], ", stamp)") } else { (&[], ")") };
    let returns = format!("_native.Call[{}]", operation.output.name);
    signature(page, operation.name, "self", &fields, more, &returns);
    let mut about = operation.doc.to_vec();
    if operation.stamped() {
        about.extend(["", "Time and nonce are made for you unless you give a `stamp` of your own."]);
    }
    page.doc(2, &about, "Args", &fields, operation.page);
    handing(page, &format!("self._call(\"{}\", ", operation.name), &fields, after);
}

fn reading(page: &mut Page, reader: &Reader) {
    page.lines(1, "\n@staticmethod");
    page.line(1, &format!("def {}(message: bytes | str) -> {}:", reader.name, reader.output.name));
    page.doc(2, reader.doc, "", &[], reader.page);
    page.line(2, "try:");
    page.line(3, &format!("return _native.read(\"{}\", \"{}\", message)", reader.gateway.name(), reader.name));
    page.lines(2, "finally:\n    del message  # It may hold a token or a card number.");
}

/// `now` may be left out: the native half fills it in.
fn decide(page: &mut Page) {
    let fields: Vec<&Field> = Decision::SHAPE.fields.iter().collect();
    let (now, given): (Vec<&Field>, Vec<&Field>) = fields.iter().partition(|field| field.name == "now");
    debug_assert_eq!(now.len(), 1);
    let more = ["now: int | None = None", "earlier: Delivery | None = None"];
    signature(page, "decide", "self", &given, &more, "Delivery");
    let about = [
        "Makes the record of a decision: plain data that you store before anything is sent.",
        "",
        "If you have decided this transaction before, give that record as `earlier`: it is returned as it is, and \
         the opposite decision is refused.",
    ];
    page.doc(2, &about, "Args", &fields, "");
    handing(page, "self._decide(", &fields, ", earlier)");
}

fn low_level_mac(page: &mut Page) {
    let shape = MacConfiguration::SHAPE;
    let fields: Vec<&Field> = shape.fields.iter().collect();
    let about = [
        "The low-level MAC: a key, a field order, nothing else. `source`, `sign` and `verify` take a dict.",
        "",
        "For schemes outside the gateways' operations, and for comparing notes with a bank.",
    ];
    page.lines(0, "\n\nclass Mac(_native.Mac):");
    page.doc(1, &about, "Args", &fields, "");
    page.lines(1, "\n__slots__ = ()");
    signature(page, "__new__", "cls", &fields, &[], "Self");
    handing(page, "super().__new__(cls, ", &fields, ")");
}
