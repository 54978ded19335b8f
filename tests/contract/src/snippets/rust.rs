//! Snippets in Rust.

use qantara::record::{Field, Kind, Value};

use super::{class, field, given, listed, nested};
use crate::examples::{Example, Of};

/// The example in Rust.
pub fn snippet(example: &Example) -> String {
    let of = example.of;
    let class = class(of.gateway());
    let input = of.input().map(|shape| build(shape.name, &given(example, |field, value| setter(field, value))));
    let input = match (of.full_name().as_str(), example.input.as_slice()) {
        // One id needs no record.
        ("alqaseh.get_payment", [(_, id)]) => Some(literal(id, None)),
        _ => input,
    };
    let (mut out, result) = match of {
        Of::Operation(operation) => {
            let stamp = if operation.stamped() { ", &stamp" } else { "" };
            let call = format!("let call = gateway.{}({}{stamp})?;\n", of.name(), input.expect("an input"));
            (call + "let (status, body) = send(call.request());\nlet reply = call.parse(status, &body)?;\n", "reply")
        }
        Of::Reader(_) => (format!("let hint = {class}::{}(body)?;\n", of.name()), "hint"),
        Of::Tool(tool) => {
            let on = if tool.stands_alone() { format!("{class}::") } else { "gateway.".to_owned() };
            let stamp = if tool.stamped() { ", &stamp" } else { "" };
            (format!("let result = {on}{}({}{stamp})?;\n", of.name(), input.expect("an input")), "result")
        }
    };
    if let Some(order) = &example.order {
        let text = |name: &str| order.iter().find(|(key, _)| key == name).map_or(String::new(), |(_, v)| literal(v, None));
        let order = [text("order_id"), text("amount"), text("currency")].join(", ");
        out += &format!("let settled = reply.settle(&Order::new({order})?)?;\nprintln!(\"{{}}\", settled.outcome().kind());");
        return out;
    }
    let holes = vec!["{}"; example.shows.len()].join(" ");
    match listed(example) {
        Some((list, shape)) => {
            let shows = example.shows.iter().map(|name| read("each", field(shape, name))).collect::<Vec<_>>().join(", ");
            let name = shape.name;
            out += &format!(
                "for each in {result}.records(\"{list}\").into_iter().map({name}::from) {{\n    \
                 println!(\"{holes}\", {shows});\n}}"
            );
        }
        None => {
            let shows = example.shows.iter().map(|name| read(result, field(of.output(), name))).collect::<Vec<_>>();
            out += &format!("println!(\"{holes}\", {});", shows.join(", "));
        }
    }
    out
}

/// What a field's reader is, as something that prints.
fn read(of: &str, field: &Field) -> String {
    let whole = matches!(field.kind, Kind::Text(_) | Kind::Amount | Kind::Choice(_)) && !field.need;
    let number = matches!(field.kind, Kind::Count(..)) && !field.need;
    let or = if whole || number { ".unwrap_or_default()" } else { "" };
    format!("{of}.{}(){or}", field.name)
}

fn build(shape: &str, setters: &[String]) -> String {
    let line = format!("{shape}::new(){}", setters.concat());
    if line.len() <= 90 || setters.len() < 2 {
        return line;
    }
    format!("{shape}::new()\n    {}", setters.join("\n    "))
}

fn setter(field: &Field, value: &Value) -> String {
    format!(".{}({})", field.name, literal(value, Some(&field.kind)))
}

fn literal(value: &Value, kind: Option<&Kind>) -> String {
    match (value, nested(kind)) {
        (Value::Text(text), _) if text == "$held" => "&held".to_owned(),
        (Value::Text(text), _) => format!("{text:?}"),
        (Value::Map(map), Some(shape)) => {
            let setters = map.iter().map(|(name, value)| setter(field(shape, name), value));
            format!("{}::new(){}", shape.name, setters.collect::<String>())
        }
        (Value::List(items), Some(_)) => {
            let items = items.iter().map(|item| literal(item, kind)).collect::<Vec<_>>();
            format!("Value::from_iter([{}])", items.join(", "))
        }
        (Value::Map(map), None) => {
            let entries = map.iter().map(|(name, value)| format!("({name:?}, {})", literal(value, None)));
            format!("[{}]", entries.collect::<Vec<_>>().join(", "))
        }
        (Value::List(items), None) => {
            format!("[{}]", items.iter().map(|item| literal(item, None)).collect::<Vec<_>>().join(", "))
        }
        (Value::Number(number), _) => number.clone(),
        (Value::Flag(flag), _) => flag.to_string(),
        (Value::Null, _) => panic!("nothing is left out in so many words"),
    }
}
