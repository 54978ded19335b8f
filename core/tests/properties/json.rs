//! JSON as serde_json reads it, with every key of an object, the repeated ones too, and numbers as their text.

use std::fmt::Write;

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};

#[derive(Debug, Clone, PartialEq)]
pub enum Doc {
    /// `null`, `true`, `false`, or anything else to be written as it stands.
    Word(String),
    Number(String),
    Text(String),
    List(Vec<Doc>),
    Map(Vec<(String, Doc)>),
}

/// The key under which serde_json, with `arbitrary_precision`, hands out a number's text.
const NUMBER: &str = "$serde_json::private::Number";

impl Doc {
    pub fn read(bytes: &[u8]) -> Option<Self> {
        serde_json::from_slice(bytes).ok()
    }

    pub fn text(text: &str) -> Self {
        Self::Text(text.to_string())
    }

    /// Every value that stands under a name.
    pub fn all<'d>(&'d self, name: &str) -> Vec<&'d Doc> {
        match self {
            Self::Map(map) => map.iter().filter(|(key, _)| key == name).map(|(_, value)| value).collect(),
            _ => Vec::new(),
        }
    }

    /// Whether the name is there, and whatever stands under it is as it must be, each time.
    pub fn each(&self, name: &str, is: impl Fn(&Doc) -> bool) -> bool {
        let found = self.all(name);
        !found.is_empty() && found.into_iter().all(is)
    }

    pub fn as_text(&self) -> Option<&str> {
        if let Self::Text(text) = self { Some(text) } else { None }
    }

    /// The digits of a number, or a text.
    pub fn figure(&self) -> Option<&str> {
        if let Self::Text(text) | Self::Number(text) = self { Some(text) } else { None }
    }

    pub fn write(&self) -> String {
        let mut out = String::new();
        self.push(&mut out);
        out
    }

    fn push(&self, out: &mut String) {
        let joined = |out: &mut String, parts: &mut dyn Iterator<Item = String>| {
            out.push_str(&parts.collect::<Vec<_>>().join(","));
        };
        match self {
            Self::Word(text) | Self::Number(text) => out.push_str(text),
            Self::Text(text) => write!(out, "{}", serde_json::Value::from(text.as_str())).unwrap(),
            Self::List(items) => {
                out.push('[');
                joined(out, &mut items.iter().map(Self::write));
                out.push(']');
            }
            Self::Map(map) => {
                out.push('{');
                let key = |key: &str| serde_json::Value::from(key).to_string();
                joined(out, &mut map.iter().map(|(name, value)| key(name) + ":" + &value.write()));
                out.push('}');
            }
        }
    }
}

impl<'de> Deserialize<'de> for Doc {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Docs)
    }
}

struct Docs;

impl<'de> Visitor<'de> for Docs {
    type Value = Doc;

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("JSON")
    }

    fn visit_unit<E>(self) -> Result<Doc, E> {
        Ok(Doc::Word("null".into()))
    }

    fn visit_bool<E>(self, flag: bool) -> Result<Doc, E> {
        Ok(Doc::Word(flag.to_string()))
    }

    // Small numbers come as numbers, all others as their text.
    fn visit_u64<E>(self, number: u64) -> Result<Doc, E> {
        Ok(Doc::Number(number.to_string()))
    }

    fn visit_i64<E>(self, number: i64) -> Result<Doc, E> {
        Ok(Doc::Number(number.to_string()))
    }

    fn visit_str<E>(self, text: &str) -> Result<Doc, E> {
        Ok(Doc::text(text))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Doc, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = list.next_element()? {
            items.push(item);
        }
        Ok(Doc::List(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Doc, A::Error> {
        let mut entries = Vec::new();
        while let Some(key) = map.next_key::<String>()? {
            if key == NUMBER && entries.is_empty() {
                return map.next_value::<String>().map(Doc::Number);
            }
            entries.push((key, map.next_value()?));
        }
        Ok(Doc::Map(entries))
    }
}
