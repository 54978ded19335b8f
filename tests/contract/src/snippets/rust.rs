//! Snippets in Rust.

use std::collections::BTreeMap;

use qantara::GatewayKind;
use qantara::record::{Field, Kind, Value};

use super::{class, field, given, listed, message, nested, settings};
use crate::File;
use crate::examples::{Example, Of};
use crate::samples::Sample;

/// A gateway in Rust.
pub fn gateway(kind: GatewayKind, given: &[(String, Value)]) -> String {
    let configuration = build(kind.configuration().name, &settings(kind, given, setter));
    format!("let gateway = {}::configure({configuration})?;", class(kind))
}

/// The operations whose method takes texts.
const PLAIN: [&str; 6] = [
    "alqaseh.pay_page",
    "alqaseh.get_payment",
    "alqaseh.get_payment_by_token",
    "alqaseh.reverse_payment",
    "paylink.get_invoice",
    "paylink.cancel_invoice",
];

/// The example in Rust.
pub fn snippet(example: &Example) -> String {
    let of = example.of;
    let class = class(of.gateway());
    let input = of.input().map(|shape| build(shape.name, &given(example, setter)));
    // A few texts need no record.
    let plain = PLAIN.contains(&of.full_name().as_str());
    let texts = || example.input.iter().map(|(_, value)| literal(value, None)).collect::<Vec<_>>().join(", ");
    let input = match example.input.as_slice() {
        _ if plain => Some(texts()),
        // A webhook and the header it came with.
        [(first, body), (_, header)] if first == "body" => {
            Some(format!("{}.as_bytes(), Some({})", literal(body, None), literal(header, None)))
        }
        [(first, body)] if first == "body" => Some(format!("{}.as_bytes()", literal(body, None))),
        _ => input,
    };
    let (mut out, result) = match of {
        Of::Operation(operation) => {
            let stamp = if operation.stamped() { ", &stamp" } else { "" };
            let call = format!("let call = gateway.{}({}{stamp})?;\n", of.name(), input.expect("an input"));
            (call + "let (status, body) = send(call.request());\nlet reply = call.parse(status, &body)?;\n", "reply")
        }
        Of::Reader(_) => (format!("let hint = {class}::{}({})?;\n", of.name(), message(example)), "hint"),
        Of::Tool(tool) => {
            let on = if tool.stands_alone() { format!("{class}::") } else { "gateway.".to_owned() };
            let stamp = if tool.stamped() { ", &stamp" } else { "" };
            (format!("let result = {on}{}({}{stamp})?;\n", of.name(), input.expect("an input")), "result")
        }
    };
    if let Some(order) = &example.order {
        let text =
            |name: &str| order.iter().find(|(key, _)| key == name).map_or(String::new(), |(_, v)| literal(v, None));
        let settled = if example.signed { "gateway.verify_callback(&body)?" } else { "reply" };
        let order = [text("order_id"), text("amount"), text("currency")].join(", ");
        out += &format!(
            "let settled = {settled}.settle(&Order::new({order})?)?;\nprintln!(\"{{}}\", settled.outcome().kind());"
        );
        return out;
    }
    if example.shows.is_empty() {
        return out.trim_end().to_owned();
    }
    let holes = vec!["{}"; example.shows.len()].join(" ");
    match listed(example) {
        Some((list, shape)) => {
            let shows =
                example.shows.iter().map(|name| read("each", field(shape, name))).collect::<Vec<_>>().join(", ");
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
            let mixed = map.iter().any(|(_, value)| value.as_text().is_none()) && map.len() > 1;
            let entries = map.iter().map(|(name, value)| match literal(value, None) {
                value if mixed => format!("({name:?}, Value::from({value}))"),
                value => format!("({name:?}, {value})"),
            });
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

/// A test that runs every snippet, in a file for each gateway and for what is no gateway's.
pub fn program(samples: &[Sample]) -> Vec<File> {
    let mut modules: BTreeMap<&str, String> = BTreeMap::new();
    for sample in samples {
        let (module, name) = sample.name.split_once('.').unwrap_or((&sample.name, &sample.name));
        let gateway = sample.gateway.map_or("alqaseh", |kind| kind.name());
        let lines: Vec<String> = sample.snippets[0].lines().map(|line| format!("        {line}")).collect();
        *modules.entry(module).or_default() += &format!(
            "\n#[test]\nfn {name}() {{\n    sample({:?}, |status, body| {{\n        let (gateway, stamp, held) = ({gateway}(), \
             stamp(), held());\n        let send = |_: &Request| (status, \
             body.to_vec());\n        let url = std::str::from_utf8(body).unwrap_or_default();\n{}\n        Ok(())\n    }});\n}}\n",
            sample.name,
            lines.join("\n")
        );
    }
    let mut main = String::from(
        "//! Every Rust snippet of the pages, run. Generated by `cargo run -p qantara-contract`. Do not edit.\n\n\
         #![allow(unused_imports, unused_variables, clippy::all, clippy::expect_used, clippy::panic)]\n\n",
    );
    main += include_str!("../../snippets/prelude.rs");
    main += "\n";
    modules.keys().for_each(|name| main += &format!("mod {name};\n"));
    let head = "//! Generated by `cargo run -p qantara-contract`. Do not edit.\n\n\
         #![cfg_attr(rustfmt, rustfmt_skip)]\n\n\
         use super::*;\n";
    let mut files: Vec<(&str, String)> =
        modules.into_iter().map(|(name, tests)| (name, format!("{head}{tests}"))).collect();
    files.push(("main", main));
    let file = |(name, text)| File { path: format!("tests/contract/tests/snippets/{name}.rs"), text };
    files.into_iter().map(file).collect()
}
