//! How bytes become a case: some choosing bytes, then parts with a byte between them that is in no UTF-8 text. So a
//! message stands in the input as it is, and seeds and dictionaries are plain text.

use std::borrow::Cow;

/// What ends a part.
pub const END: u8 = 0xff;

/// What is left of an input.
#[derive(Default)]
pub struct Input<'a>(&'a [u8]);

impl<'a> Input<'a> {
    pub fn new(bytes: &'a [u8]) -> Self {
        Self(bytes)
    }

    /// The next byte; 0 when there is none.
    pub fn byte(&mut self) -> u8 {
        let Some((first, rest)) = self.0.split_first() else { return 0 };
        self.0 = rest;
        *first
    }

    /// One of these, chosen by a byte.
    pub fn pick<T: Copy>(&mut self, items: &[T]) -> T {
        items[usize::from(self.byte()) % items.len()]
    }

    /// The bytes up to the next [`END`].
    pub fn part(&mut self) -> &'a [u8] {
        let end = self.0.iter().position(|b| *b == END).unwrap_or(self.0.len());
        let part = &self.0[..end];
        self.0 = self.0.get(end + 1..).unwrap_or(&[]);
        part
    }

    /// The same as text.
    pub fn text(&mut self) -> Cow<'a, str> {
        String::from_utf8_lossy(self.part())
    }

    /// Whether nothing is left.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// All that is left.
    pub fn rest(self) -> &'a [u8] {
        self.0
    }
}

/// An input of choosing bytes and parts.
pub fn join(choices: &[u8], parts: &[&[u8]]) -> Vec<u8> {
    let mut bytes = choices.to_vec();
    for (i, part) in parts.iter().enumerate() {
        if i > 0 {
            bytes.push(END);
        }
        bytes.extend_from_slice(part);
    }
    bytes
}
