//! An object on the hot path: its entries with separators between, where JSON would be read sign by sign.
//!
//! After a mark and the number of entries come names and values, each followed by a separator. A value is
//! text after a quote, else JSON. The other side looks for no separator in its texts: one would show here,
//! as there would be more than two for each entry. Then, and if a value is not simple, it sends JSON.

use qantara::json;
use qantara::record::{Names, Record, Shape, Value};

const MARK: u8 = 0x1e;
const SEPARATOR: u8 = 0x1f;

/// Names and values in turn, or nothing if they can't be told apart. One pass: this is the hot path.
fn entries(question: &[u8]) -> Option<Vec<&str>> {
    let text = str::from_utf8(question.strip_prefix(&[MARK])?).ok()?;
    let (count, entries) = text.split_once('\n')?;
    let count: usize = count.parse().ok().filter(|count| *count <= entries.len())?;
    let mut parts = Vec::with_capacity(2 * count);
    let mut from = 0;
    for (at, byte) in entries.bytes().enumerate() {
        if byte == SEPARATOR {
            parts.push(entries.get(from..at)?);
            from = at + 1;
        }
    }
    (parts.len() == 2 * count && from == entries.len()).then_some(parts)
}

/// Whether entries were sent, and not JSON.
pub(crate) fn sent(question: &[u8]) -> bool {
    question.first() == Some(&MARK)
}

/// A record of the caller's; nothing if it has to be sent as JSON.
pub(crate) fn record(shape: &'static Shape, question: &[u8]) -> Option<Record> {
    let mut values = vec![Value::Null; shape.fields.len()];
    for entry in entries(question)?.chunks_exact(2) {
        let &[name, value] = entry else { return None };
        let slot = values.get_mut(shape.position_as(Names::Camel, name)?)?;
        *slot = match value.strip_prefix('"') {
            Some(text) if slot.is_null() => Value::text(text),
            None if slot.is_null() => json::from_text(value.as_bytes()).ok()?,
            _ => return None,
        };
    }
    Some(Record::from_values(shape, values))
}

/// Names and texts; nothing if they have to be sent as JSON.
pub(crate) fn texts(question: &[u8]) -> Option<Vec<(&str, Option<&str>)>> {
    let parts = entries(question)?;
    let mut pairs = Vec::with_capacity(parts.len() / 2);
    for entry in parts.chunks_exact(2) {
        let &[name, value] = entry else { return None };
        match value.strip_prefix('"') {
            None if value != "null" => return None,
            text => pairs.push((name, text)),
        }
    }
    Some(pairs)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_texts() {
        let found = texts(b"\x1e3\nA\x1f\"1\x1fB\x1fnull\x1fC\x1f\"\"\n\x1f");
        assert_eq!(found, Some(vec![("A", Some("1")), ("B", None), ("C", Some("\"\n"))]));
        assert_eq!(texts(b"\x1e0\n"), Some(Vec::new()));
    }

    #[test]
    fn what_is_not_simple_has_to_be_sent_as_json() {
        for not in [
            "",
            "{}",
            "\u{1e}1\nA\u{1f}\"1\u{1f}B\u{1f}",
            "\u{1e}1\nA\u{1f}1\u{1f}",
            "\u{1e}2\nA\u{1f}\"1\u{1f}",
            "\u{1e}",
        ] {
            assert_eq!(texts(not.as_bytes()), None, "{not:?}");
        }
        let shape = GatewayKind::Paylink.configuration();
        for not in ["merchant_id\u{1f}\"a", "apiKey\u{1f}nil"] {
            assert!(record(shape, format!("\u{1e}1\n{not}\u{1f}").as_bytes()).is_none(), "{not}");
        }
        let twice = "\u{1e}2\napiKey\u{1f}\"a\u{1f}apiKey\u{1f}\"b\u{1f}";
        assert!(record(shape, twice.as_bytes()).is_none());
        let found = record(shape, b"\x1e2\napiKey\x1f\"a\x1fallowHttp\x1ftrue\x1f").unwrap();
        assert_eq!(found.text("api_key"), Some("a"));
        assert_eq!(*found.value("allow_http"), Value::Flag(true));
    }

    use qantara::GatewayKind;
}
