//! P_SIGN: a MAC over the lengths and values of some fields in some order.
//!
//! The scheme is data (a [`Profile`]), because Al Qaseh has not published its own. [`Key`] holds a key
//! reduced to its two HMAC states, [`Mac`] is the low-level entry with an explicit field order.

mod doctor;
mod key;
mod presets;
mod profile;
mod reading;
mod received;
mod source;

use alloc::string::String;
use alloc::vec::Vec;

pub use doctor::{DIAGNOSE, Diagnose, Diagnosis, Finding, KEY_FORM, MAC_CASE, MESSAGE_KIND};
pub use key::{ALGORITHM, Algorithm, Key, Tag};
pub use profile::{LENGTH_UNIT, LETTER_CASE, Profile, ProfileFields};
pub(crate) use profile::{REPLY, REQUEST, hex_upper};
pub(crate) use reading::{Part, is_ambiguous, is_own_message};
pub(crate) use received::{Received, only_value};
pub(crate) use source::Source;
use source::push_number;

use crate::error::{Code, Error, Fault};
use crate::record::{Alphabet, Text, record};

/// The presets: name, hash and the messages each has an order for.
pub fn presets() -> impl Iterator<Item = (&'static str, &'static str, Vec<&'static str>)> {
    presets::PRESETS.iter().map(|preset| {
        (preset.name, preset.algorithm.name(), preset.orders.iter().map(|(message, _)| *message).collect())
    })
}

record! {
    /// What the low-level MAC needs: a key and the field order your bank gave you.
    input MacConfiguration {
        /// The key in hex, at least 16 bytes.
        key: need text(Text { min: 1, max: 512, alphabet: Alphabet::Line }) secret,
        /// The fields the MAC covers, in order, such as `["AMOUNT", "CURRENCY", "ORDER"]`.
        order: need texts,
        /// `HMAC-SHA1` unless you say otherwise.
        algorithm: may choice(ALGORITHM),
        /// What a length counts. Until you say, values that are not ASCII are refused.
        length_unit: may choice(LENGTH_UNIT),
        /// The letter case of the hex: `upper` unless you say otherwise.
        letter_case: may choice(LETTER_CASE),
        /// What stands for an absent field; `-` unless you say otherwise.
        absent: may text(Text { min: 0, max: 8, alphabet: Alphabet::Line }),
        /// Text that is appended to the source; none unless you say otherwise.
        trailing: may text(Text { min: 0, max: 64, alphabet: Alphabet::Line }),
    }
}

/// The low-level MAC: a key, a field order, nothing else. For schemes outside the gateways' operations, and
/// for comparing notes with a bank.
#[derive(Debug)]
pub struct Mac {
    key: Key,
    profile: Profile,
}

impl Mac {
    /// A MAC over an explicit field order.
    ///
    /// # Errors
    /// Every fault of the configuration at once.
    ///
    /// ```
    /// use qantara::mac::{Mac, MacConfiguration};
    /// let configuration = MacConfiguration::new().key("00112233445566778899AABBCCDDEEFF");
    /// let mac = Mac::new(configuration.order(["AMOUNT", "CURRENCY"]))?;
    /// let fields = [("AMOUNT", Some("11.48")), ("CURRENCY", None)];
    /// assert_eq!(mac.source(&fields)?, "511.48-");
    /// mac.verify(&fields, &mac.sign(&fields)?)?;
    /// # Ok::<(), qantara::Error>(())
    /// ```
    pub fn new(configuration: MacConfiguration) -> Result<Self, Error> {
        let mut given = configuration.into_record();
        let mut faults = given.faults();
        let profile = Profile::for_mac(&given, &mut faults);
        let key = Key::from_hex(profile.algorithm(), given.get("key"), "key").map_err(|fault| faults.push(fault)).ok();
        given.shape().refuse(faults)?;
        key.map(|key| Self { key, profile }).ok_or_else(Error::internal)
    }

    /// The text the MAC covers. Fields outside the order are ignored; absent and empty ones are the absent
    /// token.
    ///
    /// # Errors
    /// `mac.ambiguous_value`, `mac.non_ascii`, `field.duplicate`.
    pub fn source(&self, fields: &[(&str, Option<&str>)]) -> Result<String, Error> {
        // Most callers give the fields in the MAC's order: then none is given twice and none has to be searched.
        let mut turn = fields.iter().peekable();
        let in_turn = self.source_of(|name, _| turn.next_if(|field| field.0 == name).and_then(|field| field.1));
        if turn.next().is_none() {
            return in_turn;
        }
        self.source_of(|name, faults| {
            let mut given = fields.iter().filter(|field| field.0 == name);
            let value = given.next().and_then(|field| field.1);
            if given.next().is_some() {
                faults.push(Fault::new(Code::FieldDuplicate, String::from(name)));
            }
            value
        })
    }

    fn source_of<'f>(&self, mut value: impl FnMut(&str, &mut Vec<Fault>) -> Option<&'f str>) -> Result<String, Error> {
        let mut source = Source::new(&self.profile);
        let mut faults = Vec::new();
        for name in self.profile.order(REQUEST, "").into_iter().flatten() {
            let value = value(name, &mut faults).unwrap_or("");
            faults.extend(source.push(name, value).err());
        }
        if faults.is_empty() { Ok(source.finish()) } else { Err(Error::many(faults)) }
    }

    /// The MAC in hex.
    ///
    /// # Errors
    /// As [`Mac::source`].
    pub fn sign(&self, fields: &[(&str, Option<&str>)]) -> Result<String, Error> {
        Ok(self.profile.hex(self.key.mac(self.source(fields)?.as_bytes()).as_ref()))
    }

    /// Verifies a MAC in constant time.
    ///
    /// # Errors
    /// 2xxx if it does not verify; as [`Mac::source`] if it can't be computed.
    pub fn verify(&self, fields: &[(&str, Option<&str>)], mac: &str) -> Result<(), Error> {
        let source = self.source(fields)?;
        Ok(self.key.verify(source.as_bytes(), mac, "P_SIGN")?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_in_any_order() {
        let configuration = MacConfiguration::new().key("00112233445566778899AABBCCDDEEFF").order(["A", "B", "C"]);
        let mac = Mac::new(configuration).unwrap();
        let (a, b, c) = (("A", Some("1")), ("B", Some("22")), ("C", Some("333")));
        for fields in [&[a, b, c][..], &[c, b, a], &[b, c, a, ("X", Some("9"))], &[("X", None), a, b, c]] {
            assert_eq!(mac.source(fields).unwrap(), "112223333", "{fields:?}");
        }
        for (fields, source) in [(&[a, c][..], "11-3333"), (&[c], "--3333"), (&[c, a], "11-3333"), (&[], "---")] {
            assert_eq!(mac.source(fields).unwrap(), source, "{fields:?}");
        }
        for fields in [&[a, a, b, c][..], &[a, b, c, c], &[a, b, a], &[c, a, c]] {
            assert_eq!(mac.source(fields).unwrap_err().code(), Code::FieldDuplicate, "{fields:?}");
        }
    }
}
