//! Snippets in JavaScript.

use qantara::GatewayKind;
use qantara::record::{Names, Value};

use super::{Literals, arguments, class, given, listed, message, settings};
use crate::examples::{Example, Of};

const LITERALS: Literals = Literals {
    text: |text| format!("{text:?}"),
    flags: ["false", "true"],
    list: ["[", "]"],
    map: ["{ ", " }"],
    entry: |name, value| {
        let plain = name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_');
        if plain { format!("{name}: {value}") } else { format!("{name:?}: {value}") }
    },
    names: Names::Camel,
    held: "held",
};

/// A gateway in JavaScript.
pub fn gateway(kind: GatewayKind, given: &[(String, Value)]) -> String {
    let fields: Vec<String> = settings(kind, given, |field, value| {
        (LITERALS.entry)(&Names::Camel.spell(field.name), &LITERALS.value(value, Some(&field.kind)))
    });
    arguments(&format!("const gateway = new {}({{ ", class(kind)), &fields, " });", "  ")
}

/// The example in JavaScript.
pub fn snippet(example: &Example) -> String {
    let name = Names::Camel.spell(example.of.name());
    let fields = given(example, |field, value| {
        (LITERALS.entry)(&Names::Camel.spell(field.name), &LITERALS.value(value, Some(&field.kind)))
    });
    let class = class(example.of.gateway());
    let (mut out, result) = match example.of {
        Of::Operation(_) => {
            let call = arguments(&format!("const call = gateway.{name}({{ "), &fields, " });", "  ");
            (call + "\nconst { status, body } = await send(call);\nconst reply = call.parse(status, body);\n", "reply")
        }
        Of::Reader(_) => (format!("const hint = {class}.{name}({});\n", message(example)), "hint"),
        Of::Tool(tool) => {
            let on = if tool.stands_alone() { class } else { "gateway" };
            (arguments(&format!("const result = {on}.{name}({{ "), &fields, " });", "  ") + "\n", "result")
        }
    };
    if let Some(order) = &example.order {
        let order = order_of(order);
        let settled = if example.signed { "gateway.verifyCallback(body)" } else { "reply" };
        out += &format!("const outcome = {settled}.settle({order});\nconsole.log(outcome.kind);");
        return out;
    }
    if example.shows.is_empty() {
        return out.trim_end().to_owned();
    }
    let of = if listed(example).is_some() { "each" } else { result };
    let shows = example.shows.iter().map(|name| format!("{of}.{}", Names::Camel.spell(name))).collect::<Vec<_>>();
    let print = format!("console.log({});", shows.join(", "));
    match listed(example) {
        Some((list, _)) => {
            let list = Names::Camel.spell(list);
            out += &format!("for (const each of {result}.{list}) {print}");
        }
        None => out += &print,
    }
    out
}

fn order_of(order: &[(String, Value)]) -> String {
    LITERALS
        .value(&Value::Map(order.to_vec()), Some(&qantara::record::Kind::Record(qantara::money::OrderFields::SHAPE)))
}
