//! Snippets in PHP.

use qantara::GatewayKind;
use qantara::record::{Kind, Names, Value};

use super::{Literals, arguments, class, given, listed, message, settings};
use crate::examples::{Example, Of};

const LITERALS: Literals = Literals {
    text: |text| format!("'{}'", text.replace('\\', "\\\\").replace('\'', "\\'")),
    flags: ["false", "true"],
    list: ["[", "]"],
    map: ["[", "]"],
    entry: |name, value| format!("'{name}' => {value}"),
    names: Names::Camel,
    held: "$held",
};

/// A gateway in PHP.
pub fn gateway(kind: GatewayKind, given: &[(String, Value)]) -> String {
    let fields: Vec<String> = settings(kind, given, |field, value| {
        format!("{}: {}", Names::Camel.spell(field.name), LITERALS.value(value, Some(&field.kind)))
    });
    arguments(&format!("$gateway = new Qantara\\{}(", class(kind)), &fields, ");", "    ")
}

/// The example in PHP.
pub fn snippet(example: &Example) -> String {
    let name = Names::Camel.spell(example.of.name());
    let fields = given(example, |field, value| {
        format!("{}: {}", Names::Camel.spell(field.name), LITERALS.value(value, Some(&field.kind)))
    });
    let class = class(example.of.gateway());
    let (mut out, result) = match example.of {
        Of::Operation(_) => {
            let call = arguments(&format!("$call = $gateway->{name}("), &fields, ");", "    ");
            (call + "\n[$status, $body] = send($call);\n$reply = $call->parse($status, $body);\n", "$reply")
        }
        Of::Reader(_) => (format!("$hint = Qantara\\{class}::{name}(${});\n", message(example)), "$hint"),
        Of::Tool(tool) => {
            let on = if tool.stands_alone() { format!("Qantara\\{class}::") } else { "$gateway->".to_owned() };
            (arguments(&format!("$result = {on}{name}("), &fields, ");", "    ") + "\n", "$result")
        }
    };
    if let Some(order) = &example.order {
        let order = LITERALS.value(&Value::Map(order.clone()), Some(&Kind::Record(qantara::money::OrderFields::SHAPE)));
        let settled = if example.signed { "$gateway->verifyCallback($body)" } else { "$reply" };
        out += &format!("$outcome = {settled}->settle({order});\necho $outcome->kind, \"\\n\";");
        return out;
    }
    if example.shows.is_empty() {
        return out.trim_end().to_owned();
    }
    let of = if listed(example).is_some() { "$each" } else { result };
    let shows = example.shows.iter().map(|name| format!("{of}->{}", Names::Camel.spell(name))).collect::<Vec<_>>();
    let print = format!("echo {}, \"\\n\";", shows.join(", ' ', "));
    match listed(example) {
        Some((list, _)) => {
            out += &format!("foreach ({result}->{} as $each) {{\n    {print}\n}}", Names::Camel.spell(list));
        }
        None => out += &print,
    }
    out
}
