//! Changing one field of a message that is written, in whatever form it is.

use serde::de::{MapAccess, Visitor};
use serde::{Deserialize, Deserializer};
use serde_json::Value;
use serde_json::value::RawValue;

use crate::egw::escape;

/// The body with another value of this field, or without it if the value is null; `None` if it has
/// no such field. Everything else stays as it is, the MAC too.
pub(crate) fn altered(content_type: &str, body: &str, field: &str, value: &Value) -> Option<String> {
    let text = match value {
        Value::Null => None,
        Value::String(text) => Some(text.clone()),
        other => Some(other.to_string()),
    };
    match content_type.split(';').next().unwrap_or_default() {
        "application/json" => json(body, field, value),
        "application/x-www-form-urlencoded" => form(body, field, text.as_deref()),
        "application/xml" => {
            let (open, close) = (format!("<{field}>"), format!("</{field}>"));
            between(body, &open, &close, text.map(|t| format!("{open}{}{close}", escape(&t))))
        }
        "text/html" => {
            let (open, close) = (format!("<input type=\"hidden\" name=\"{field}\" value=\""), "\">");
            between(body, &open, close, text.map(|t| format!("{open}{}{close}", escape(&t))))
        }
        // The digit of ACTION, and nothing else.
        "text/plain" if field == "ACTION" => Some(text.unwrap_or_default()),
        _ => None,
    }
}

fn form(body: &str, field: &str, value: Option<&str>) -> Option<String> {
    let mut found = false;
    let mut form = form_urlencoded::Serializer::new(String::new());
    for (name, old) in form_urlencoded::parse(body.as_bytes()) {
        if name == field {
            found = true;
            if let Some(value) = value {
                form.append_pair(&name, value);
            }
        } else {
            form.append_pair(&name, &old);
        }
    }
    found.then(|| form.finish())
}

/// Puts something else where a piece of text begins and ends so.
fn between(body: &str, open: &str, close: &str, other: Option<String>) -> Option<String> {
    let (before, rest) = body.split_once(open)?;
    let (_, after) = rest.split_once(close)?;
    Some(format!("{before}{}{after}", other.unwrap_or_default()))
}

fn json(body: &str, field: &str, value: &Value) -> Option<String> {
    let mut members: Members = serde_json::from_str(body).ok()?;
    let at = members.0.iter().position(|(name, _)| name == field)?;
    if value.is_null() {
        members.0.remove(at);
    } else {
        members.0.get_mut(at)?.1 = RawValue::from_string(value.to_string()).ok()?;
    }
    let member = |(name, value): &(String, Box<RawValue>)| format!("{}:{}", Value::from(name.as_str()), value.get());
    Some(format!("{{{}}}", members.0.iter().map(member).collect::<Vec<_>>().join(",")))
}

/// An object in its own order and spelling.
struct Members(Vec<(String, Box<RawValue>)>);

impl<'de> Deserialize<'de> for Members {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Object;
        impl<'de> Visitor<'de> for Object {
            type Value = Members;

            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Members, A::Error> {
                let mut members = Vec::new();
                while let Some(member) = map.next_entry()? {
                    members.push(member);
                }
                Ok(Members(members))
            }
        }
        deserializer.deserialize_map(Object)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use serde_json::json;

    use super::*;

    fn changed(content_type: &str, body: &str, field: &str, value: Value) -> String {
        altered(content_type, body, field, &value).unwrap()
    }

    #[test]
    fn one_field_changes_and_nothing_else() {
        let form = "application/x-www-form-urlencoded";
        assert_eq!(changed(form, "A=1&B=x+y&P_SIGN=00", "B", json!("&")), "A=1&B=%26&P_SIGN=00");
        assert_eq!(changed(form, "A=1&B=2", "A", json!(null)), "B=2");
        let json = "application/json";
        assert_eq!(changed(json, r#"{"b":1.50,"a":"é"}"#, "a", json!(7)), r#"{"b":1.50,"a":7}"#);
        assert_eq!(changed(json, r#"{"b":1.50,"a":"é"}"#, "b", json!(null)), r#"{"a":"é"}"#);
        assert_eq!(
            changed("application/xml", "<r><A>1</A><B>2</B></r>", "B", json!("<")),
            "<r><A>1</A><B>&lt;</B></r>"
        );
        let html = r#"<input type="hidden" name="A" value="1"> <input type="hidden" name="B" value="2">"#;
        assert_eq!(changed("text/html; charset=utf-8", html, "B", json!("3")), html.replace('2', "3"));
        assert_eq!(changed("text/plain", "0", "ACTION", json!("2")), "2");
    }

    #[test]
    fn what_has_no_such_field_is_left_alone() {
        for (content_type, body) in [
            ("application/json", r#"{"a":1}"#),
            ("application/json", "[1]"),
            ("application/json", r#"{"a":"#),
            ("application/x-www-form-urlencoded", "a=1"),
            ("application/xml", "<a>1</a>"),
            ("text/html", "<p>"),
            ("text/plain", "0"),
            ("image/png", "x"),
        ] {
            assert_eq!(altered(content_type, body, "x", &json!("1")), None, "{content_type} {body}");
        }
    }
}
