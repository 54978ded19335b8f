//! The text a MAC covers: for each field its length and value, or the absent token.

use alloc::string::String;

use super::Profile;
use super::profile::LengthUnit;
use crate::error::{Code, Fault};

/// A MAC source while it is being built.
pub(crate) struct Source<'p> {
    profile: &'p Profile,
    text: String,
}

impl<'p> Source<'p> {
    pub(crate) fn new(profile: &'p Profile) -> Self {
        Self { profile, text: String::with_capacity(256) }
    }

    /// Appends a field; an empty value is an absent one.
    pub(crate) fn push(&mut self, name: &str, value: &str) -> Result<(), Fault> {
        if value.is_empty() {
            self.text.push_str(self.profile.absent());
            return Ok(());
        }
        if value == "-" {
            return Err(Fault::new(Code::MacAmbiguous, String::from(name)));
        }
        let length = match self.profile.length_unit() {
            Some(LengthUnit::Characters) => value.chars().count(),
            Some(LengthUnit::Bytes) => value.len(),
            None if value.is_ascii() => value.len(),
            None => return Err(Fault::new(Code::MacNonAscii, String::from(name))),
        };
        push_number(&mut self.text, length);
        self.text.push_str(value);
        Ok(())
    }

    pub(crate) fn finish(mut self) -> String {
        self.text.push_str(self.profile.trailing());
        self.text
    }
}

/// Appends a number; `write!` would take longer than all the rest.
pub(super) fn push_number(text: &mut String, number: usize) {
    if number > 9 {
        push_number(text, number / 10);
    }
    text.push(char::from(b'0' + (number % 10) as u8));
}
