//! JSON in and out: an own reader and writer, bounded and exact.

mod read;
mod write;

use alloc::string::String;
use alloc::vec::Vec;

use crate::record::{Kind, Names, Record, Shape, Value};

pub(crate) use read::{MAX_BYTES, Trouble, is_number, read, read_object};
pub(crate) use write::{Object, write, write_text};

/// A value as JSON text.
pub fn to_text(value: &Value) -> String {
    let mut out = String::new();
    write(&mut out, value);
    out
}

/// Reads JSON the caller gave, such as a map of his own.
///
/// # Errors
/// `input.syntax`, `input.too_deep`, `input.too_large`.
pub fn from_text(text: &[u8]) -> Result<Value, crate::Error> {
    Ok(read(text).map_err(|trouble| trouble.in_input(""))?)
}

/// A record as a JSON object in the caller's spelling; absent fields are left out.
pub fn write_record(out: &mut String, record: &Record, names: Names) {
    let mut object = Object::new(out);
    for (field, value) in record.shape().fields.iter().zip(record.values()).filter(|(_, value)| !value.is_null()) {
        write_value(object.spelled(field.name, names), &field.kind, value, names);
    }
    if !record.extra().is_empty() {
        let mut extra = Object::new(object.key("extra"));
        for (name, value) in record.extra() {
            write(extra.key(name), value);
        }
        extra.end();
    }
    object.end();
}

/// A field's value as JSON; records within it bear the caller's spelling too.
pub fn write_value(out: &mut String, kind: &Kind, value: &Value, names: Names) {
    match (kind, value) {
        (Kind::Record(shape), Value::Map(map)) if names == Names::Camel => {
            write_record(out, &Record::from_map(shape, map), names);
        }
        (Kind::Records(shape), Value::List(items)) if names == Names::Camel => {
            out.push('[');
            for (i, item) in items.iter().enumerate() {
                out.push_str(if i > 0 { "," } else { "" });
                write_value(out, &Kind::Record(shape), item, names);
            }
            out.push(']');
        }
        (_, value) => write(out, value),
    }
}

/// A record as the JSON object a gateway wants: its own names and words, amounts with the very digits they were
/// given with. Absent fields and those that aren't sent are left out.
pub(crate) fn write_wire(out: &mut String, record: &Record) {
    let mut object = Object::new(out);
    for (field, value) in record.shape().fields.iter().zip(record.values()) {
        match (&field.kind, value) {
            _ if field.wire.is_empty() || value.is_null() => {}
            (Kind::Choice(choice), Value::Text(name)) => write_text(object.name(field.wire), choice.wire(name)),
            (Kind::Amount, Value::Text(digits)) => object.name(field.wire).push_str(digits),
            (Kind::Record(_), Value::Map(_)) => {
                if let Some(inner) = record.record(field.name) {
                    write_wire(object.name(field.wire), &inner);
                }
            }
            (Kind::Records(_), _) => {
                let out = object.name(field.wire);
                out.push('[');
                for (i, inner) in record.records(field.name).iter().enumerate() {
                    out.push_str(if i > 0 { "," } else { "" });
                    write_wire(out, inner);
                }
                out.push(']');
            }
            (_, value) => write(object.name(field.wire), value),
        }
    }
    object.end();
}

/// Reads a record of the caller's from a JSON object.
///
/// # Errors
/// As [`from_text`] and [`Record::from_named`].
pub fn read_record(shape: &'static Shape, text: &[u8], names: Names) -> Result<Record, crate::Error> {
    let mut given = Vec::new();
    read_object(text, |key, value| given.push((key.into_owned(), value))).map_err(|trouble| trouble.in_input(""))?;
    Record::from_named(shape, names, given)
}

#[cfg(test)]
mod tests {
    use super::read::{MAX_BYTES, MAX_DEPTH, plain_run};
    use super::*;

    #[test]
    fn plain_runs_end_where_a_byte_loop_ends() {
        // Every special byte, and its neighbours, at every place of three words, after plain and non-ASCII text.
        for filler in ["a", "\u{7f}", "é", "\u{ff}"] {
            for special in 0..=255u8 {
                for at in 0..24 {
                    let mut bytes: Vec<u8> = filler.bytes().cycle().take(30).collect();
                    bytes[at] = special;
                    let expected = bytes.iter().position(|b| matches!(b, b'"' | b'\\' | 0..0x20));
                    assert_eq!(plain_run(&bytes), expected, "{special} at {at}");
                }
            }
        }
    }

    #[test]
    fn not_json() {
        for text in [
            "",
            " ",
            "{",
            "}",
            "[1,]",
            "{\"a\":1,}",
            "{\"a\" 1}",
            "{a:1}",
            "{'a':1}",
            "01",
            "1.",
            ".5",
            "+1",
            "-",
            "1e",
            "tru",
            "nul",
            "\"",
            "\"\\x\"",
            "\"\\ud800\"",
            "\"\\udc00\"",
            "\"\\ud800\\u0041\"",
            "\"\n\"",
            "\"\\u12g4\"",
            "{} {}",
            "1 2",
            "\u{feff}{}",
            "NaN",
            "[1",
            "{\"a\"}",
            "\"\\u+123\"",
        ] {
            assert!(read(text.as_bytes()).is_err(), "{text}");
        }
        assert_eq!(read(b"\"\xff\""), Err(Trouble::NotUtf8));
        assert_eq!(read(&alloc::vec![b' '; MAX_BYTES + 1]), Err(Trouble::TooLarge));
    }

    #[test]
    fn depth_is_bounded() {
        let nested = |depth: usize| alloc::format!("{}{}", "[".repeat(depth), "]".repeat(depth));
        assert!(read(nested(MAX_DEPTH).as_bytes()).is_ok());
        assert_eq!(read(nested(MAX_DEPTH + 1).as_bytes()), Err(Trouble::TooDeep));
        assert_eq!(read("[".repeat(100_000).as_bytes()), Err(Trouble::TooDeep));
    }

    #[test]
    fn texts_survive() {
        for text in ["", "a\"b\\c", "\u{0}\u{1f}\n\r\t", "قنطرة", "𝄞", "é\u{7f}\u{2028}"] {
            let mut out = String::new();
            write_text(&mut out, text);
            assert_eq!(read(out.as_bytes()), Ok(Value::text(text)));
        }
        assert_eq!(read(br#""\ud834\udd1e\/\b\f""#), Ok(Value::text("𝄞/\u{8}\u{c}")));
    }
}
