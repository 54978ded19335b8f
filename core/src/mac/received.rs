//! A received message, as its MAC covers it.

use alloc::string::String;
use alloc::vec::Vec;

use super::{Part, Profile, REPLY, Source, is_ambiguous};
use crate::error::{Code, Fault};
use crate::record::Value;

/// The fields a received message's MAC covers, and the source made of them.
pub(crate) struct Received<'a> {
    pub(crate) parts: Vec<Part<'a>>,
    pub(crate) source: String,
}

impl<'a> Received<'a> {
    /// By the profile's order for this TRTYPE; `part` finds each field. `setting` names the profile in a fault.
    pub(crate) fn new(
        profile: &'a Profile,
        setting: &'static str,
        trtype: &str,
        part: &dyn Fn(&'a str) -> Result<Part<'a>, Fault>,
    ) -> Result<Self, Fault> {
        let Some(order) = profile.order(REPLY, trtype) else {
            let mut limit = String::new();
            if !trtype.is_empty() {
                limit.push_str(" (TRTYPE ");
                limit.push_str(trtype);
                limit.push(')');
            }
            return Err(Fault::new(Code::MacNoReplyOrder, setting).with_limit(limit));
        };
        let (mut source, mut parts) = (Source::new(profile), Vec::new());
        for name in order {
            let part = part(name)?;
            source.push(name, part.value).map_err(unverifiable)?;
            parts.push(part);
        }
        Ok(Self { parts, source: source.finish() })
    }

    /// Whether the MAC also fits a message in which a proving field says something else.
    pub(crate) fn is_ambiguous(&self, profile: &Profile) -> bool {
        is_ambiguous(profile, self.read(profile), &self.parts)
    }

    /// The source without what is appended to every one.
    pub(crate) fn read(&self, profile: &Profile) -> &str {
        self.source.strip_suffix(profile.trailing()).unwrap_or(&self.source)
    }
}

/// What can't be put into the source can't be verified either.
fn unverifiable(fault: Fault) -> Fault {
    let why = match fault.code() {
        Code::MacNonAscii => "is not ASCII, and length_unit is not set",
        _ => "is \"-\", which can't be told from an absent field",
    };
    Fault::new(Code::MacUnverifiable, String::from(fault.field())).with_limit(why)
}

/// The one value a field has among a message's fields; absent ones are `Null`.
pub(crate) fn only_value<'a>(fields: &'a [(String, Value)], name: &str) -> Result<&'a Value, Fault> {
    let mut given = fields.iter().filter(|(key, _)| key == name).map(|(_, value)| value);
    let value = given.next().unwrap_or(&Value::Null);
    if given.any(|other| other != value) {
        return Err(Fault::new(Code::ReplyFieldDuplicate, String::from(name)));
    }
    Ok(value)
}
