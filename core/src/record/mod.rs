//! Records: every request and reply type is a table of fields, and one interpreter drives them all.
//!
//! A type is declared once with `record!`. The table ([`Shape`]) then validates input, reads replies, masks
//! secrets in `Debug`, and is what each language's skin and documentation is generated from.

mod macros;
mod nested;
mod shape;
mod url;
mod value;

pub(crate) use macros::{at, choice, record};
pub(crate) use shape::position;
pub use shape::{Alphabet, Choice, Field, Kind, Shape, Text};
pub(crate) use url::url_fault;
pub use value::{Record, Value};

/// How field names are spelled on the caller's side.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Names {
    /// `order_id`, as in the tables.
    #[default]
    Snake,
    /// `orderId`, as JavaScript and PHP users write.
    Camel,
}

impl Names {
    /// Whether `given` is how this style spells the table's `name`.
    pub fn matches(self, name: &str, given: &str) -> bool {
        match self {
            Self::Snake => name == given,
            // A name is looked for among many, so this is about bytes, not characters.
            Self::Camel => {
                if name.as_bytes().first() != given.as_bytes().first() {
                    return false;
                }
                let mut given = given.bytes();
                let mut raise = false;
                let same = name.bytes().all(|b| match (b, core::mem::replace(&mut raise, b == b'_')) {
                    (b'_', _) => true,
                    (b, false) => given.next() == Some(b),
                    (b, true) => given.next() == Some(b.to_ascii_uppercase()),
                });
                same && given.next().is_none()
            }
        }
    }

    /// The table's `name` as this style spells it.
    pub fn spell(self, name: &str) -> alloc::string::String {
        match self {
            Self::Snake => name.into(),
            Self::Camel => {
                let mut out = alloc::string::String::with_capacity(name.len());
                self.write(&mut out, name);
                out
            }
        }
    }

    /// Writes the table's `name` as this style spells it.
    pub(crate) fn write(self, out: &mut alloc::string::String, name: &str) {
        match self {
            Self::Snake => out.push_str(name),
            Self::Camel => {
                for (i, word) in name.split('_').enumerate() {
                    let mut rest = word.chars();
                    match rest.next() {
                        Some(first) if i > 0 => out.push(first.to_ascii_uppercase()),
                        Some(first) => out.push(first),
                        None => {}
                    }
                    out.push_str(rest.as_str());
                }
            }
        }
    }
}
