//! Numbers on their way to JavaScript: those that its numbers hold exactly stay numbers, others become text.

use qantara::json;
use qantara::record::{Names, Record, Value};

/// The largest whole number up to which JavaScript's are exact.
const SAFE: u64 = (1 << 53) - 1;

/// Writes a record as JSON in JavaScript's spelling, with no number that would be rounded.
pub(crate) fn write_record(out: &mut String, record: &Record) {
    let extra = record.extra().iter().map(|(_, value)| value);
    if record.values().iter().chain(extra).all(is_exact) {
        return json::write_record(out, record, Names::Camel);
    }
    let mut text = String::new();
    json::write_record(&mut text, record, Names::Camel);
    quote_inexact(out, &text);
}

fn is_exact(value: &Value) -> bool {
    match value {
        Value::Number(number) => fits(number),
        Value::List(items) => items.iter().all(is_exact),
        Value::Map(map) => map.iter().all(|(_, value)| is_exact(value)),
        _ => true,
    }
}

/// Whether JavaScript's number shows every digit of this one.
fn fits(number: &str) -> bool {
    let digits = number.strip_prefix('-').unwrap_or(number);
    if digits.bytes().all(|b| b.is_ascii_digit()) && digits.parse::<u64>().is_ok_and(|whole| whole <= SAFE) {
        return true;
    }
    let (mantissa, exponent) = digits.split_once(['e', 'E']).unwrap_or((digits, "0"));
    let significant = mantissa.bytes().filter(u8::is_ascii_digit).skip_while(|b| *b == b'0').count();
    // Far from where JavaScript's numbers end, so that none becomes infinite or zero.
    let near = exponent.parse::<i32>().is_ok_and(|exponent| (-250..=250).contains(&exponent));
    significant <= 15 && near
}

/// Copies a JSON text and puts quotes around the numbers that would be rounded.
fn quote_inexact(out: &mut String, text: &str) {
    let is_part = |c: char| c.is_ascii_digit() || matches!(c, '-' | '+' | '.' | 'e' | 'E');
    let mut rest = text;
    let starts = |c: char| c == '"' || c == '-' || c.is_ascii_digit();
    while let Some((before, tail)) = rest.find(starts).and_then(|at| rest.split_at_checked(at)) {
        out.push_str(before);
        let end =
            if tail.starts_with('"') { string_end(tail) } else { tail.find(|c| !is_part(c)).unwrap_or(tail.len()) };
        let (token, tail) = tail.split_at_checked(end).unwrap_or((tail, ""));
        if token.starts_with('"') || fits(token) {
            out.push_str(token);
        } else {
            out.extend(["\"", token, "\""]);
        }
        rest = tail;
    }
    out.push_str(rest);
}

/// Where a JSON string that begins the text ends.
fn string_end(text: &str) -> usize {
    let mut escaped = false;
    let end = text.bytes().skip(1).position(|byte| {
        let ends = byte == b'"' && !escaped;
        escaped = byte == b'\\' && !escaped;
        ends
    });
    end.map_or(text.len(), |at| at + 2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn exact_and_not() {
        for number in ["0", "-0", "9007199254740991", "-9007199254740991", "0.1", "2.5e+07", "123456789012345", "1e250"]
        {
            assert!(fits(number), "{number}");
        }
        for number in
            ["9007199254740992", "0.1234567890123456", "1e400", "1e-400", "12345678901234567890", "1e9999999999"]
        {
            assert!(!fits(number), "{number}");
        }
    }

    #[test]
    fn only_numbers_are_quoted() {
        let mut out = String::new();
        quote_inexact(&mut out, r#"{"a\"9007199254740993":9007199254740993,"b":[1,"\\",-1e400],"c":true}"#);
        assert_eq!(out, r#"{"a\"9007199254740993":"9007199254740993","b":[1,"\\","-1e400"],"c":true}"#);
    }
}
