//! Our JSON reader against serde_json's: they accept the same documents, and read the same in them.
//!
//! Three differences are meant. Ours reads at most 32 levels; it keeps a number as it is written, where serde_json has a
//! small `e` in it and a sign behind that; and in a reply it refuses a field that says two things.

use qantara::alqaseh::WEBHOOK;
use qantara::record::Value;
use qantara::{Code, json};

use super::super::json::Doc;
use super::documents::{Dice, changed, generated};
use super::{seed, told};

/// What our reader found, as the other would print it.
fn plain(value: &Value) -> Doc {
    match value {
        Value::Null => Doc::Word("null".into()),
        Value::Flag(flag) => Doc::Word(flag.to_string()),
        Value::Number(number) => Doc::Number(signed_exponent(number)),
        Value::Text(text) => Doc::Text(text.clone()),
        Value::List(items) => Doc::List(items.iter().map(plain).collect()),
        Value::Map(map) => Doc::Map(map.iter().map(|(name, value)| (name.clone(), plain(value))).collect()),
    }
}

fn signed_exponent(number: &str) -> String {
    match number.split_once(['e', 'E']) {
        None => number.to_string(),
        Some((mantissa, exponent)) if exponent.starts_with(['+', '-']) => format!("{mantissa}e{exponent}"),
        Some((mantissa, exponent)) => format!("{mantissa}e+{exponent}"),
    }
}

/// How many levels of lists and objects there are, as far as somebody can tell who only knows strings.
fn levels(text: &[u8]) -> usize {
    let (mut depth, mut deepest, mut quoted, mut escaped) = (0_usize, 0, false, false);
    for byte in text {
        match (quoted, byte) {
            (true, _) if escaped => escaped = false,
            (true, b'\\') => escaped = true,
            (_, b'"') => quoted = !quoted,
            (false, b'[' | b'{') => {
                depth += 1;
                deepest = deepest.max(depth);
            }
            (false, b']' | b'}') => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    deepest
}

/// Compares the readers on one document, and says whether both read it.
fn compare(text: &[u8]) -> bool {
    let shown = || String::from_utf8_lossy(text);
    let theirs = Doc::read(text);
    match json::from_text(text) {
        Ok(ours) => {
            assert_eq!(Some(plain(&ours)), theirs, "{}", shown());
            let again = Doc::read(json::to_text(&ours).as_bytes());
            assert_eq!(again, theirs, "written again: {}", shown());
            assert!(levels(text) <= 32);
            true
        }
        Err(error) if error.code() == Code::InputTooDeep => {
            assert!(levels(text) > 32, "{}", shown());
            false
        }
        Err(_) => {
            assert!(theirs.is_none(), "{} is {theirs:?}", shown());
            false
        }
    }
}

/// The same within a reply, which is read field by field.
fn compare_in_reply(text: &[u8]) {
    let reply = [br#"{"order_id":"A-1","x":"#, text, b"}"].concat();
    let ours = WEBHOOK.read(&reply);
    match Doc::read(&reply) {
        None => assert!(ours.is_err(), "{}", String::from_utf8_lossy(&reply)),
        // A document may have got out of its place; then it may say two things.
        Some(Doc::Map(map)) if map.len() == 2 && levels(&reply) <= 32 => {
            let ours = ours.unwrap_or_else(|error| panic!("{error}: {}", String::from_utf8_lossy(&reply)));
            assert_eq!(plain(&ours.extra()[0].1), map[1].1, "{}", String::from_utf8_lossy(&reply));
        }
        Some(_) => {}
    }
}

#[test]
fn json_is_read_as_serde_json_reads_it() {
    let mut dice = Dice::new(seed());
    let rounds = 100_000 * told("DIFFERENTIAL_CASES", 1);
    for (name, make) in [("changed", changed as fn(&mut Dice) -> Vec<u8>), ("generated", generated)] {
        let mut read = 0;
        for round in 0..rounds {
            let text = make(&mut dice);
            read += u64::from(compare(&text));
            if round % 4 == 0 {
                compare_in_reply(&text);
            }
        }
        println!("{name}: {read} of {rounds} documents are read by both");
        assert!(read * 10 > rounds && read * 10 < rounds * 9, "{read} of {rounds}");
    }
}
