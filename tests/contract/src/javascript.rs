//! The JavaScript face: the classes, the tables they print by, and the types.

use std::fmt::Write;

use qantara::error::{Code, Error, Range};
use qantara::record::{Alphabet, Field, Kind, Names, Shape, Text};
use qantara::registry::{OPERATIONS, READERS, TOOLS};
use qantara::{GatewayKind, json, record::Value};

use crate::File;
use crate::tables;

mod types;

/// The classes that hold a configuration: name, and what messages on the way in call it.
const KEEPERS: [(GatewayKind, &str); 3] =
    [(GatewayKind::AlQaseh, "AlQaseh"), (GatewayKind::Egw, "Egw"), (GatewayKind::Paylink, "Paylink")];

const RANGES: [Range; 5] = [Range::Validation, Range::Signature, Range::Reply, Range::Mismatch, Range::Gateway];

const HEAD: &str = "// Written by tests/contract from the core's tables. Do not edit.\n";

/// The files of this face.
pub fn files() -> Vec<File> {
    let file = |name: &str, text| File { path: format!("bindings-wasm/package/{name}"), text };
    vec![
        file("gateways.js", gateways()),
        file("tables.js", shown()),
        file("node.js", node()),
        file("index.d.ts", types::types()),
    ]
}

fn camel(name: &str) -> String {
    Names::Camel.spell(name)
}

fn quoted(text: &str) -> String {
    json::to_text(&Value::text(text))
}

/// Everything `import { … } from "qantara"` finds.
fn exports() -> Vec<String> {
    let mut names: Vec<String> = KEEPERS.iter().map(|(_, class)| String::from(*class)).collect();
    names.extend(["Mac", "parseReply", "QantaraError"].map(String::from));
    names.extend(RANGES.map(error_class));
    names
}

fn error_class(range: Range) -> String {
    let (first, rest) = range.name().split_at(1);
    format!("{}{rest}Error", first.to_uppercase())
}

fn gateways() -> String {
    let mut out = String::from(HEAD);
    out.push_str(
        "import {\n  Gateway,\n  MacKeeper,\n  acknowledgmentOf,\n  callOf,\n  decide,\n  hintOf,\n  toolAlone,\n  \
         toolOf,\n  verifyCallback,\n} from \"./api.js\";\nimport { inputs } from \"./tables.js\";\n\n\
         export { parseReply } from \"./api.js\";\n",
    );
    let errors = RANGES.map(error_class).join(", ");
    let _ = writeln!(out, "export {{ QantaraError, {errors} }} from \"./errors.js\";");
    for (kind, class) in KEEPERS {
        let _ = writeln!(out, "\nexport class {class} extends Gateway {{");
        let _ =
            writeln!(out, "  constructor(configuration) {{\n    super({}, configuration);\n  }}", quoted(kind.name()));
        for operation in OPERATIONS.iter().filter(|operation| operation.gateway() == kind && called(operation.name)) {
            let before = format!("callOf(this, {}", quoted(operation.name));
            method(&mut out, "", operation.name, before, operation.stamped(), operation.input);
        }
        for tool in TOOLS.iter().filter(|tool| tool.gateway == kind) {
            let (name, shape) = (quoted(tool.name), quoted(tool.output.name));
            let (modifier, before) = if tool.stands_alone() {
                ("static ", format!("toolAlone({}, {name}, {shape}", quoted(kind.name())))
            } else {
                ("", format!("toolOf(this, {name}, {shape}"))
            };
            method(&mut out, modifier, tool.name, before, tool.stamped(), tool.input);
        }
        match kind {
            GatewayKind::Egw => {
                out.push_str("\n  verifyCallback(message) {\n    return verifyCallback(this, message);\n  }\n");
            }
            GatewayKind::Paylink => out.push_str(
                "\n  decide(decision, earlier) {\n    return decide(this, decision, earlier);\n  }\n\n  \
                 acknowledgment(saved) {\n    return acknowledgmentOf(this, saved);\n  }\n",
            ),
            GatewayKind::AlQaseh => {}
        }
        for reader in READERS.iter().filter(|reader| reader.gateway == kind) {
            let (method, name, shape) = (camel(reader.name), quoted(reader.name), quoted(reader.output.name));
            let _ = writeln!(
                out,
                "\n  static {method}(message) {{\n    return hintOf({}, {name}, {shape}, message);\n  }}",
                quoted(kind.name())
            );
        }
        out.push_str("}\n");
    }
    out.push_str("\nexport class Mac extends MacKeeper {}\n");
    out
}

/// A method that takes an input, and options if it signs. `before` is what it calls, up to the input.
fn method(out: &mut String, modifier: &str, name: &str, before: String, stamped: bool, input: &Shape) {
    let takes = if needs_nothing(input) { "input = {}" } else { "input" };
    let takes = format!("{takes}{}", if stamped { ", options = {}" } else { "" });
    let mut gives = String::from(if stamped { ", options" } else { "" });
    if input.fields.iter().any(|field| special(field).is_some()) {
        gives.push_str(if stamped { "" } else { ", undefined" });
        gives.push_str(", inputs.");
        gives.push_str(input.name);
    }
    let method = camel(name);
    let _ = writeln!(out, "\n  {modifier}{method}({takes}) {{\n    return {before}, input{gives});\n  }}");
}

/// Whether an input may be left out as a whole.
fn needs_nothing(input: &Shape) -> bool {
    input.fields.iter().all(|field| !field.need || filled_in(field))
}

/// The clock's time is filled in where it is left out.
fn filled_in(field: &Field) -> bool {
    field.name == "now"
}

/// Text as it came over the wire. A key that is kept as it was typed is not that: its bytes are something else.
fn is_message(bounds: Text) -> bool {
    bounds.alphabet == Alphabet::Raw && bounds.max == Text::RAW.max
}

/// What a field takes beyond plain values: bytes for text as it came, and a record that came out of a settlement
/// or reply.
fn special(field: &Field) -> Option<&'static str> {
    match field.kind {
        Kind::Text(bounds) if is_message(bounds) => Some("bytes"),
        Kind::Record(shape) | Kind::Records(shape) => {
            tables::outputs().iter().any(|output| output.name == shape.name).then_some(shape.name)
        }
        _ => None,
    }
}

/// An acknowledgment is driven by its delivery, not called by hand.
fn called(operation: &str) -> bool {
    operation != "acknowledge"
}

fn shown() -> String {
    let mut out = String::from(HEAD);
    out.push_str(
        "\n// What of a record is not printed, which of its lists and maps are, and the records within it.\n\
         export const shapes = {\n",
    );
    for (kind, _) in KEEPERS {
        shape(&mut out, kind.name(), kind.configuration());
    }
    shape(&mut out, "mac", qantara::mac::MacConfiguration::SHAPE);
    for output in tables::unique(tables::outputs()) {
        shape(&mut out, output.name, output);
    }
    out.push_str("};\n\n// Fields that take more than plain values: bytes as they came, or a record of ours.\n");
    out.push_str("export const inputs = {\n");
    for input in tables::unique(tables::inputs()) {
        let fields = input.fields.iter().filter_map(|field| Some((field, special(field)?)));
        let fields: Vec<String> = fields.map(|(field, is)| format!("{}: {}", camel(field.name), quoted(is))).collect();
        if !fields.is_empty() {
            let _ = writeln!(out, "  {}: {{ {} }},", input.name, fields.join(", "));
        }
    }
    out.push_str("};\n\n// Which record an operation's reply is, and whether it can prove something.\n");
    out.push_str("export const replies = {\n");
    for operation in OPERATIONS {
        let name = quoted(&format!("{}.{}", operation.gateway().name(), operation.name));
        let _ = writeln!(out, "  {name}: [{}, {}],", quoted(operation.output.name), operation.settles());
    }
    let error = Error::internal();
    let (code, number, message) = (quoted(error.code().text()), error.code().number(), quoted(&error.message()));
    let range = quoted(error.code().range().name());
    let (retry, look_up) = (quoted(error.retry().name()), quoted(error.look_up()));
    let _ = write!(
        out,
        "}};\n\n// The one error that is made without asking.\nexport const internal = {{\n  range: {range},\n  \
         code: {code},\n  number: {number},\n  message: {message},\n  \
         faults: [{{ code: {code}, number: {number}, field: \"\", limit: \"\", message: {message} }}],\n  \
         retry: {retry},\n  lookUp: {look_up},\n}};\n"
    );
    out
}

fn shape(out: &mut String, name: &str, shape: &Shape) {
    let list = |is: fn(&Field) -> bool| {
        let names: Vec<String> =
            shape.fields.iter().filter(|field| is(field)).map(|field| quoted(&camel(field.name))).collect();
        names.join(", ")
    };
    let secret = list(|field| field.secret);
    // A map may hold anything, the caller's own and the gateway's.
    let lists = list(|field| !field.secret && matches!(field.kind, Kind::Texts | Kind::TextOrMap));
    let records = shape.fields.iter().filter_map(|field| match field.kind {
        Kind::Record(inner) | Kind::Records(inner) => Some(format!("{}: {}", camel(field.name), quoted(inner.name))),
        _ => None,
    });
    let records = records.collect::<Vec<_>>().join(", ");
    let parts = [("secret", secret, ["[", "]"]), ("lists", lists, ["[", "]"]), ("records", records, ["{ ", " }"])];
    let parts = parts.into_iter().filter(|(_, names, _)| !names.is_empty());
    let parts: Vec<String> = parts.map(|(part, names, [begin, end])| format!("{part}: {begin}{names}{end}")).collect();
    let parts = if parts.is_empty() { String::from("{}") } else { format!("{{ {} }}", parts.join(", ")) };
    let _ = writeln!(out, "  {name}: {parts},");
}

fn node() -> String {
    let names = exports().join(",\n  ");
    format!(
        "{HEAD}// Node, `import`. Named one by one and required, because Node would else read all of node.cjs once more\n\
         // to find the names; and shared with `require`, so that there is one copy.\n\
         import {{ createRequire }} from \"node:module\";\n\n\
         export const {{\n  {names},\n}} = createRequire(import.meta.url)(\"./node.cjs\");\n"
    )
}

/// Every code there is, as one union.
fn codes() -> String {
    Code::ALL.iter().map(|code| format!("\n  | {}", quoted(code.text()))).collect()
}
