//! The pages' snippets: one example as each language's user would write it.
//!
//! The same text is shown and run. `send` is the reader's own HTTP client.

pub mod c;
pub mod javascript;
pub mod php;
pub mod python;
pub mod rust;

use qantara::GatewayKind;
use qantara::record::{Field, Kind, Shape, Value};

use crate::examples::Example;

/// A language of the pages.
pub struct Language {
    /// Its name.
    pub name: &'static str,
    /// What code blocks in it are marked with.
    pub mark: &'static str,
    /// The snippet of an example.
    pub snippet: fn(&Example) -> String,
    /// The snippet that makes a gateway.
    pub gateway: fn(GatewayKind, &[(String, Value)]) -> String,
}

/// The languages, in the pages' order.
pub const LANGUAGES: [Language; 5] = [
    Language { name: "Rust", mark: "rust", snippet: rust::snippet, gateway: rust::gateway },
    Language { name: "JavaScript", mark: "js", snippet: javascript::snippet, gateway: javascript::gateway },
    Language { name: "Python", mark: "python", snippet: python::snippet, gateway: python::gateway },
    Language { name: "PHP", mark: "php", snippet: php::snippet, gateway: php::gateway },
    Language { name: "C", mark: "c", snippet: c::snippet, gateway: c::gateway },
];

/// The class of a gateway.
fn class(kind: GatewayKind) -> &'static str {
    match kind {
        GatewayKind::AlQaseh => "AlQaseh",
        GatewayKind::Egw => "Egw",
        GatewayKind::Paylink => "Paylink",
    }
}

/// A field of a table; the example is wrong if there is none.
fn field<'a>(shape: &'a Shape, name: &str) -> &'a Field {
    shape.fields.iter().find(|field| field.name == name).unwrap_or_else(|| panic!("{} has no {name}", shape.name))
}

/// The table of the records in a list field.
fn listed(example: &Example) -> Option<(&str, &'static Shape)> {
    let list = example.each.as_deref()?;
    match field(example.of.output(), list).kind {
        Kind::Records(shape) => Some((list, shape)),
        _ => panic!("{list} is no list of records"),
    }
}

/// The table of a nested record.
fn nested(kind: Option<&Kind>) -> Option<&'static Shape> {
    match kind {
        Some(Kind::Record(shape) | Kind::Records(shape)) => Some(shape),
        _ => None,
    }
}

/// What a language writes a value with.
struct Literals {
    text: fn(&str) -> String,
    flags: [&'static str; 2],
    list: [&'static str; 2],
    map: [&'static str; 2],
    /// A name and its value within a map.
    entry: fn(&str, &str) -> String,
    /// How fields of records within the record are spelled.
    names: qantara::record::Names,
    held: &'static str,
}

impl Literals {
    /// A value; `kind` is its field's, if it has one.
    fn value(&self, value: &Value, kind: Option<&Kind>) -> String {
        let joined =
            |brackets: [&str; 2], items: Vec<String>| format!("{}{}{}", brackets[0], items.join(", "), brackets[1]);
        match value {
            Value::Null => String::from("null"),
            Value::Flag(flag) => self.flags[usize::from(*flag)].to_owned(),
            Value::Number(number) => number.clone(),
            Value::Text(text) if text == "$held" => self.held.to_owned(),
            Value::Text(text) => (self.text)(text),
            Value::List(items) => joined(self.list, items.iter().map(|item| self.value(item, kind)).collect()),
            Value::Map(map) => {
                let shape = nested(kind);
                let entries = map.iter().map(|(name, value)| {
                    let kind = shape.map(|shape| &field(shape, name).kind);
                    let name = if shape.is_some() { self.names.spell(name) } else { name.clone() };
                    (self.entry)(&name, &self.value(value, kind))
                });
                joined(self.map, entries.collect())
            }
        }
    }
}

/// A call's arguments between its brackets: on one line if there is room.
fn arguments(open: &str, given: &[String], close: &str, indent: &str) -> String {
    let line = format!("{open}{}{close}", given.join(", "));
    if line.len() <= 96 {
        return line;
    }
    let lines: Vec<String> = given.iter().map(|argument| format!("{indent}{argument},\n")).collect();
    format!("{}\n{}{}", open.trim_end(), lines.concat(), close.trim_start())
}

/// The input's fields as one of the languages names and writes them.
fn given(example: &Example, write: impl Fn(&Field, &Value) -> String) -> Vec<String> {
    let shape = example.of.input();
    example.input.iter().map(|(name, value)| write(field(shape.expect("an input"), name), value)).collect()
}

/// A gateway's settings as one of the languages names and writes them.
fn settings(kind: GatewayKind, given: &[(String, Value)], write: impl Fn(&Field, &Value) -> String) -> Vec<String> {
    given.iter().map(|(name, value)| write(field(kind.configuration(), name), value)).collect()
}

/// What a message is called.
fn message(example: &Example) -> &'static str {
    if example.body.starts_with("https:") { "url" } else { "body" }
}
