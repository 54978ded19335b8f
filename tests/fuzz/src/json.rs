//! JSON as serde_json reads it, with every entry of an object and every digit of a number.

use qantara::record::Value;
use serde::de::{Deserialize, Deserializer, Error, MapAccess, Visitor};
use serde_json::value::RawValue;

/// What serde_json understood of a text.
#[derive(Debug, Clone, PartialEq)]
pub enum Tree {
    Null,
    Flag(bool),
    Number(String),
    Text(String),
    List(Vec<Tree>),
    Map(Vec<(String, Tree)>),
}

/// Deeper than anything is read.
const DEEPEST: usize = 40;

impl Tree {
    /// Reads a text; an error is serde_json's. What is deeper than any reader goes is cut off.
    pub fn read(bytes: &[u8]) -> Result<Self, serde_json::Error> {
        Self::of(serde_json::from_slice::<&RawValue>(bytes)?.get(), 0)
    }

    fn of(text: &str, depth: usize) -> Result<Self, serde_json::Error> {
        if depth > DEEPEST {
            return Ok(Self::Null);
        }
        Ok(match text.as_bytes().first() {
            Some(b'n') => Self::Null,
            Some(b't') => Self::Flag(true),
            Some(b'f') => Self::Flag(false),
            Some(b'"') => Self::Text(serde_json::from_str(text)?),
            Some(b'[') => {
                let items: Vec<&RawValue> = serde_json::from_str(text)?;
                Self::List(items.into_iter().map(|item| Self::of(item.get(), depth + 1)).collect::<Result<_, _>>()?)
            }
            Some(b'{') => {
                let Entries(entries) = serde_json::from_str(text)?;
                let entry = |(name, value): (String, &RawValue)| Ok((name, Self::of(value.get(), depth + 1)?));
                Self::Map(entries.into_iter().map(entry).collect::<Result<_, serde_json::Error>>()?)
            }
            Some(_) => Self::Number(text.to_owned()),
            None => return Err(serde_json::Error::custom("nothing")),
        })
    }

    /// How many lists and objects stand in one another.
    pub fn depth(&self) -> usize {
        match self {
            Self::List(items) => 1 + items.iter().map(Self::depth).max().unwrap_or(0),
            Self::Map(map) => 1 + map.iter().map(|(_, value)| value.depth()).max().unwrap_or(0),
            _ => 0,
        }
    }

    /// Every value of this name in an object, in its order.
    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a Tree> {
        let map = if let Self::Map(map) = self { map.as_slice() } else { &[] };
        map.iter().filter(move |entry| entry.0 == name).map(|entry| &entry.1)
    }

    /// The text of a text or a number.
    pub fn text(&self) -> Option<&str> {
        match self {
            Self::Text(text) | Self::Number(text) => Some(text),
            _ => None,
        }
    }
}

/// Our own reading in the same form.
pub fn own(value: &Value) -> Tree {
    match value {
        Value::Null => Tree::Null,
        Value::Flag(flag) => Tree::Flag(*flag),
        Value::Number(number) => Tree::Number(number.clone()),
        Value::Text(text) => Tree::Text(text.clone()),
        Value::List(items) => Tree::List(items.iter().map(own).collect()),
        Value::Map(map) => Tree::Map(map.iter().map(|(name, value)| (name.clone(), own(value))).collect()),
    }
}

/// The entries of an object, those that come twice, too.
struct Entries<'a>(Vec<(String, &'a RawValue)>);

impl<'de: 'a, 'a> Deserialize<'de> for Entries<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Visit;
        impl<'de> Visitor<'de> for Visit {
            type Value = Entries<'de>;
            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("an object")
            }
            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Entries<'de>, A::Error> {
                let mut entries = Vec::new();
                while let Some(entry) = map.next_entry()? {
                    entries.push(entry);
                }
                Ok(Entries(entries))
            }
        }
        deserializer.deserialize_map(Visit)
    }
}
