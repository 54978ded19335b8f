//! Snippets in Python.

use qantara::GatewayKind;
use qantara::record::{Kind, Names, Value};

use super::{Literals, arguments, class, given, listed, message, settings};
use crate::examples::{Example, Of};

const LITERALS: Literals = Literals {
    text: |text| format!("{text:?}"),
    flags: ["False", "True"],
    list: ["[", "]"],
    map: ["{", "}"],
    entry: |name, value| format!("{name:?}: {value}"),
    names: Names::Snake,
    held: "held",
};

/// A gateway in Python.
pub fn gateway(kind: GatewayKind, given: &[(String, Value)]) -> String {
    let fields: Vec<String> =
        settings(kind, given, |field, value| format!("{}={}", field.name, LITERALS.value(value, Some(&field.kind))));
    arguments(&format!("gateway = {}(", class(kind)), &fields, ")", "    ")
}

/// The example in Python.
pub fn snippet(example: &Example) -> String {
    let name = example.of.name();
    let fields = given(example, |field, value| format!("{}={}", field.name, LITERALS.value(value, Some(&field.kind))));
    let class = class(example.of.gateway());
    let (mut out, result) = match example.of {
        Of::Operation(_) => {
            let call = arguments(&format!("call = gateway.{name}("), &fields, ")", "    ");
            (call + "\nstatus, body = send(call)\nreply = call.parse(status, body)\n", "reply")
        }
        Of::Reader(_) => (format!("hint = {class}.{name}({})\n", message(example)), "hint"),
        Of::Tool(tool) => {
            let on = if tool.stands_alone() { class } else { "gateway" };
            (arguments(&format!("result = {on}.{name}("), &fields, ")", "    ") + "\n", "result")
        }
    };
    if let Some(order) = &example.order {
        let order = LITERALS.value(&Value::Map(order.clone()), Some(&Kind::Record(qantara::money::OrderFields::SHAPE)));
        let settled = if example.signed { "gateway.verify_callback(body)" } else { "reply" };
        out += &format!("outcome = {settled}.settle({order})\nprint(outcome.kind)");
        return out;
    }
    if example.shows.is_empty() {
        return out.trim_end().to_owned();
    }
    let of = if listed(example).is_some() { "each" } else { result };
    let shows = example.shows.iter().map(|name| format!("{of}.{name}")).collect::<Vec<_>>();
    let print = format!("print({})", shows.join(", "));
    match listed(example) {
        Some((list, _)) => out += &format!("for each in {result}.{list}:\n    {print}"),
        None => out += &print,
    }
    out
}
