//! The tables of fields.

use std::fmt::Write;

use qantara::record::{Alphabet, Field, Kind, Shape};

use super::text;

/// A record's fields, and those of the records within it. `wire` says which of their names the gateway knows.
pub fn fields(page: &mut String, shape: &'static Shape, wire: Wire) {
    table(page, shape, wire);
    for within in crate::tables::unique(crate::tables::nested(shape)) {
        let _ = writeln!(page, "\nWithin it, `{}`:\n", within.name);
        table(page, within, wire);
    }
}

/// Which names of a table are the gateway's.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Wire {
    /// All that have one.
    All,
    /// Those in capitals: the rest is not sent.
    Capitals,
    /// None: it never leaves the shop.
    None,
}

fn table(page: &mut String, shape: &Shape, wire: Wire) {
    page.push_str(if wire == Wire::None { "| field | holds | |\n|---|---|---|\n" } else { TITLES });
    for field in shape.fields {
        let filled = field.name == "now";
        let need = if field.need && !filled { "**required** " } else { "" };
        let mut doc = text(field.doc).replace('\n', " ").replace('|', "\\|");
        doc += if field.secret { " Masked where the record is printed or logged." } else { "" };
        doc += if filled { " Filled in where you leave it out (not in Rust)." } else { "" };
        let own =
            field.wire.is_empty() || (wire == Wire::Capitals && field.wire.bytes().any(|b| b.is_ascii_lowercase()));
        let name = match wire {
            Wire::None => String::new(),
            _ if own => String::from("– | "),
            _ => format!("`{}` | ", field.wire),
        };
        let _ = writeln!(page, "| `{}` | {name}{need}{} | {doc} |", field.name, holds(field));
    }
}

const TITLES: &str = "| field | gateway's name | holds | |\n|---|---|---|---|\n";

fn holds(field: &Field) -> String {
    match &field.kind {
        Kind::Text(bounds) => match (bounds.alphabet, bounds.min, bounds.max) {
            (Alphabet::Url, _, max) => format!("URL, at most {max} bytes"),
            (Alphabet::Email, _, max) => format!("e-mail, at most {max} bytes"),
            (Alphabet::Digits, min, max) if min == max => format!("{min} digits"),
            (Alphabet::Digits, min, max) => format!("{min}–{max} digits"),
            (Alphabet::Hex, min, max) => format!("{min}–{max} hex digits"),
            (_, _, 1024..) => String::from("text"),
            (_, min, max) if min == max => format!("text of {min}"),
            (_, min, max) => format!("text, {min}–{max} characters"),
        },
        Kind::Amount => String::from("amount, exact decimal text"),
        Kind::Count((least, most)) if *most < 1_000_000 => format!("whole number, {least} to {most}"),
        Kind::Count(..) => String::from("whole number"),
        Kind::Flag => String::from("true or false"),
        Kind::Choice(choice) => {
            choice.options.iter().map(|option| format!("`{}`", option.0)).collect::<Vec<_>>().join(" ")
        }
        Kind::Map => String::from("map"),
        Kind::Texts => String::from("list of texts"),
        Kind::TextOrMap => String::from("text or map"),
        Kind::Any => String::from("as it came"),
        Kind::Record(shape) => format!("record `{}`", shape.name),
        Kind::Records(shape) => format!("list of `{}`", shape.name),
    }
}
