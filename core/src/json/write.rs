//! Writing JSON, numbers with the very digits they have.

use alloc::string::String;

use super::read::plain_run;
use crate::record::{Names, Value};

/// Writes a string with its quotes.
pub(crate) fn write_text(out: &mut String, text: &str) {
    out.push('"');
    let mut rest = text;
    while let Some((plain, tail)) = plain_run(rest.as_bytes()).and_then(|at| rest.split_at_checked(at)) {
        out.push_str(plain);
        let mut tail_chars = tail.chars();
        match tail_chars.next() {
            Some('\n') => out.push_str("\\n"),
            Some('\r') => out.push_str("\\r"),
            Some('\t') => out.push_str("\\t"),
            Some(c @ ('"' | '\\')) => out.extend(['\\', c]),
            Some(c) => {
                out.push_str("\\u00");
                out.extend([u32::from(c) >> 4, u32::from(c) & 15].map(|d| char::from_digit(d, 16).unwrap_or('0')));
            }
            None => {}
        }
        rest = tail_chars.as_str();
    }
    out.push_str(rest);
    out.push('"');
}

/// Writes a value, numbers with the very digits they have.
pub(crate) fn write(out: &mut String, value: &Value) {
    match value {
        Value::Null => out.push_str("null"),
        Value::Flag(true) => out.push_str("true"),
        Value::Flag(false) => out.push_str("false"),
        Value::Number(number) => out.push_str(number),
        Value::Text(text) => write_text(out, text),
        Value::List(items) => {
            out.push('[');
            for (i, item) in items.iter().enumerate() {
                if i > 0 {
                    out.push(',');
                }
                write(out, item);
            }
            out.push(']');
        }
        Value::Map(map) => {
            let mut object = Object::new(out);
            for (key, value) in map {
                write(object.key(key), value);
            }
            object.end();
        }
    }
}

/// Writes an object key by key.
pub(crate) struct Object<'a> {
    out: &'a mut String,
    first: bool,
}

impl<'a> Object<'a> {
    pub(crate) fn new(out: &'a mut String) -> Self {
        out.push('{');
        Self { out, first: true }
    }

    /// Writes a key; its value has to be written next.
    pub(crate) fn key(&mut self, key: &str) -> &mut String {
        if !core::mem::take(&mut self.first) {
            self.out.push(',');
        }
        write_text(self.out, key);
        self.out.push(':');
        self.out
    }

    /// Writes a key of a table, which needs no escapes.
    pub(crate) fn name(&mut self, name: &'static str) -> &mut String {
        self.spelled(name, Names::Snake)
    }

    /// The same in the caller's spelling.
    pub(crate) fn spelled(&mut self, name: &'static str, names: Names) -> &mut String {
        if !core::mem::take(&mut self.first) {
            self.out.push(',');
        }
        self.out.push('"');
        names.write(self.out, name);
        self.out.push_str("\":");
        self.out
    }

    pub(crate) fn end(self) {
        self.out.push('}');
    }
}
