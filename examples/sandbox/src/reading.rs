//! Reads JSON, and says in plain words which field is wrong.

use serde::de::{DeserializeOwned, Deserializer, IgnoredAny};
use serde_json::Value;

/// Reads a text; the error is for people.
pub(crate) fn from_slice<T: DeserializeOwned>(text: &[u8]) -> Result<T, String> {
    if text.is_empty() {
        return Err("there is no body".to_owned());
    }
    // What is no JSON at all is told from what is another than was wanted.
    if let Err(e) = serde_json::from_slice::<IgnoredAny>(text) {
        return Err(format!("this is not JSON: line {}, column {}", e.line(), e.column()));
    }
    from(&mut serde_json::Deserializer::from_slice(text))
}

/// The same of a value.
pub(crate) fn from_value<T: DeserializeOwned>(value: Value) -> Result<T, String> {
    from(value)
}

fn from<'de, T: DeserializeOwned, D: Deserializer<'de>>(deserializer: D) -> Result<T, String> {
    serde_path_to_error::deserialize(deserializer).map_err(|e| {
        let path = e.path().to_string();
        in_words(&path, &e.into_inner().to_string())
    })
}

/// What was wrong at a place, without the names that types have in a program.
pub(crate) fn in_words(path: &str, message: &str) -> String {
    let place = message.rsplit_once(" at line ").filter(|(_, place)| place.contains(" column "));
    let message = place.map_or(message, |(message, _)| message);
    let name = if path == "." { "the body" } else { path };
    let mistyped = ["invalid type: ", "invalid value: "].iter().find_map(|start| message.strip_prefix(start));
    if let Some((found, expected)) = mistyped.and_then(|rest| rest.rsplit_once(", expected ")) {
        return format!("{name} must be {}, not {}", wanted(expected), given(found));
    }
    if let Some((found, known)) =
        message.strip_prefix("unknown variant ").and_then(|rest| rest.split_once(", expected "))
    {
        return format!("{name} can't be {found}; there is {}", known.trim_start_matches("one of "));
    }
    match message {
        // A word was wanted.
        "expected value" => format!("{name} must be text"),
        "invalid digit found in string" | "cannot parse integer from empty string" => {
            format!("{name} must be {}", wanted("u64"))
        }
        // These name the field themselves; what has no place was said by whoever checked it.
        _ if path == "." || ["unknown field", "missing field"].iter().any(|start| message.starts_with(start)) => {
            message.to_owned()
        }
        _ => format!("{path}: {message}"),
    }
}

fn wanted(expected: &str) -> &str {
    match expected {
        "i32" | "i64" => "a whole number",
        "u16" => "a whole number from 0 to 65535",
        "u32" | "u64" | "usize" => "a whole number from 0 up",
        "a string" | "string or map" => "text",
        "a boolean" => "true or false",
        "a sequence" => "a list",
        "a map" => "an object",
        _ if expected.starts_with("struct ") || expected.contains("enum ") => "an object",
        _ => expected,
    }
}

fn given(found: &str) -> &str {
    match found.split_once(' ') {
        Some(("string", text)) => text,
        Some(("integer" | "boolean", value)) => value.trim_matches('`'),
        _ if found.starts_with("floating point ") => found.trim_start_matches("floating point ").trim_matches('`'),
        _ if found == "map" => "an object",
        _ if found == "sequence" => "a list",
        _ => found,
    }
}

#[cfg(test)]
mod tests {
    use serde::Deserialize;

    use super::*;

    #[derive(Debug, Deserialize)]
    #[serde(deny_unknown_fields)]
    #[allow(dead_code)]
    struct Box {
        #[serde(default)]
        wide: u16,
        #[serde(default)]
        long: i64,
        #[serde(default)]
        is_open: bool,
        inner: Option<std::boxed::Box<Box>>,
        #[serde(default)]
        names: Vec<String>,
    }

    #[test]
    fn the_field_is_named() {
        for (text, problem) in [
            (r#"{"long": "x"}"#, r#"long must be a whole number, not "x""#),
            (r#"{"long": 1.5}"#, "long must be a whole number, not 1.5"),
            (r#"{"long": ", expected i64"}"#, r#"long must be a whole number, not ", expected i64""#),
            (r#"{"inner": {"wide": -1}}"#, "inner.wide must be a whole number from 0 to 65535, not -1"),
            (r#"{"is_open": null}"#, "is_open must be true or false, not null"),
            (r#"{"names": ["a", {}]}"#, "names[1] must be text, not an object"),
            (r#"{"names": true}"#, "names must be a list, not true"),
            ("7", "the body must be an object, not 7"),
            (r#"{"tall": 1}"#, "unknown field `tall`, expected one of `wide`, `long`, `is_open`, `inner`, `names`"),
            (r#"{"wide": 1, "wide": 2}"#, "duplicate field `wide`"),
            ("", "there is no body"),
            ("{", "this is not JSON: line 1, column 1"),
            ("{} x", "this is not JSON: line 1, column 4"),
        ] {
            assert_eq!(
                from_slice::<Box>(text.as_bytes()).map_err(|e| e.to_string()).err().as_deref(),
                Some(problem),
                "{text}"
            );
        }
        assert_eq!(in_words("limit", "invalid digit found in string"), "limit must be a whole number from 0 up");
    }
}
