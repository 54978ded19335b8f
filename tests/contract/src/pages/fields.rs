//! The tables of fields.

use std::fmt::Write;

use qantara::record::{Alphabet, Field, Kind, Shape};

use super::text;

/// A record's fields, and those of the records within it.
pub fn fields(page: &mut String, shape: &'static Shape) {
    table(page, shape);
    for within in crate::tables::unique(crate::tables::nested(shape)) {
        let _ = writeln!(page, "\nWithin it, `{}`:\n", within.name);
        table(page, within);
    }
}

fn table(page: &mut String, shape: &Shape) {
    page.push_str("| field | gateway's name | holds | |\n|---|---|---|---|\n");
    for field in shape.fields {
        let need = if field.need { "**required** " } else { "" };
        let secret = if field.secret { " Never printed." } else { "" };
        let wire = if field.wire.is_empty() { String::from("–") } else { format!("`{}`", field.wire) };
        let doc = text(field.doc).replace('\n', " ").replace('|', "\\|");
        let _ = writeln!(page, "| `{}` | {wire} | {need}{} | {doc}{secret} |", field.name, holds(field));
    }
}

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
        Kind::Count(..) => String::from("whole number"),
        Kind::Flag => String::from("true or false"),
        Kind::Choice(choice) => {
            choice.options.iter().map(|option| format!("`{}`", option.0)).collect::<Vec<_>>().join(" ")
        }
        Kind::Map => String::from("map"),
        Kind::Texts => String::from("list of texts"),
        Kind::TextOrMap => String::from("text or map"),
        Kind::Any => String::from("as it came"),
        Kind::Record(shape) => format!("a `{}`", shape.name),
        Kind::Records(shape) => format!("list of `{}`", shape.name),
    }
}
