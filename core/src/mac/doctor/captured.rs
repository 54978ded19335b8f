//! The captured message: its fields under the gateway's names, and what the caller knows besides.

use alloc::string::String;
use alloc::vec::Vec;

use crate::egw::read_fields;
use crate::error::{Code, Fault};
use crate::mac::Profile;
use crate::record::{Record, Value};

/// How many fields are kept, and how many are looked at: no scheme signs as many, and a hostile message may have a
/// hundred thousand.
const MOST_FIELDS: usize = 48;
const MOST_LOOKED_AT: usize = 512;

/// Names beyond those in orders, without their underscores.
const OTHER_NAMES: [(&str, &str); 4] =
    [("PSIGN", "P_SIGN"), ("PSING", "P_SIGN"), ("ORDERID", "ORDER"), ("DESCRIPTION", "DESC")];

/// A field of the message.
pub(super) struct Field {
    /// The gateway's name.
    pub(super) name: String,
    pub(super) value: String,
    /// What it says the last time, if it comes twice and says two things.
    pub(super) last: Option<String>,
    /// Whether there is more than the name.
    pub(super) carried: bool,
}

/// A captured message.
pub(super) struct Captured {
    pub(super) fields: Vec<Field>,
    /// Values that may be signed without being sent: the gateway's names, values and the caller's names.
    pub(super) known: Vec<(String, String, &'static str)>,
    pub(super) p_sign: String,
    pub(super) is_reply: bool,
}

impl Captured {
    pub(super) fn read(given: &Record, schemes: &[(&'static str, Profile)]) -> Result<Self, Fault> {
        let mut message = Self { fields: Vec::new(), known: Vec::new(), p_sign: String::new(), is_reply: false };
        let names = Names::new(schemes);
        let mut looked_at = 0;
        let text = given.get("message").trim_ascii();
        // A browser's way back is an address; its fields follow the question mark.
        let is_url = ["http://", "https://", "/", "?"].iter().any(|start| text.starts_with(start));
        let text = text.split_once('?').filter(|_| is_url).map_or(text, |(_, query)| query);
        read_fields(text.as_bytes(), &mut |name, value| {
            message.take(&names, name, value, &mut looked_at);
            Ok(())
        })?;
        if message.fields.is_empty() && message.p_sign.is_empty() {
            return Err(Fault::new(Code::ReplyNotForm, ""));
        }
        if let Some(p_sign) = given.text("p_sign") {
            message.p_sign = String::from(p_sign.trim());
        }
        let settings = given.shape().fields.iter().zip(given.values()).filter(|(field, _)| field.wire != field.name);
        for (field, value) in settings {
            message.know(field.wire, value, field.name);
        }
        if let Value::Map(values) = given.value("signed_values") {
            for (name, value) in values {
                message.know(&names.canonical(name), value, "signed_values");
            }
        }
        message.is_reply = ["ACTION", "RC"].iter().any(|name| message.field(name).is_some());
        Ok(message)
    }

    fn take(&mut self, names: &Names<'_>, name: &str, value: Value, looked_at: &mut usize) {
        *looked_at += 1;
        // The MAC itself may stand at the end.
        if *looked_at > MOST_LOOKED_AT && !matches!(&*squash(name), "PSIGN" | "PSING") {
            return;
        }
        let carried = !value.is_null();
        let value = match value {
            // A wrapper, such as {"data": {…}}.
            Value::Map(inner) => {
                inner.into_iter().for_each(|(name, value)| self.take(names, &name, value, looked_at));
                return;
            }
            Value::List(_) => return,
            Value::Text(text) | Value::Number(text) => text,
            Value::Flag(flag) => String::from(if flag { "true" } else { "false" }),
            Value::Null => String::new(),
        };
        let name = names.canonical(name);
        if name == "P_SIGN" {
            self.p_sign = String::from(value.trim());
        } else if let Some(earlier) = self.fields.iter_mut().find(|field| field.name == name) {
            earlier.last = (earlier.value != value).then_some(value);
        } else if self.fields.len() < MOST_FIELDS {
            self.fields.push(Field { name, value, last: None, carried });
        }
    }

    fn know(&mut self, name: &str, value: &Value, from: &'static str) {
        if let Value::Text(text) | Value::Number(text) = value
            && !text.is_empty()
            && self.known.len() < MOST_FIELDS
        {
            self.known.push((String::from(name), text.clone(), from));
        }
    }

    pub(super) fn field(&self, name: &str) -> Option<&Field> {
        self.fields.iter().find(|field| field.name == name)
    }

    /// What the caller knows under this name.
    pub(super) fn known(&self, name: &str) -> Option<&str> {
        self.known.iter().find(|known| known.0 == name).map(|known| known.1.as_str())
    }

    /// A field's value; empty if it is not there.
    pub(super) fn get(&self, name: &str) -> &str {
        self.field(name).map_or("", |field| &field.value)
    }
}

/// The names in orders, without and with their underscores.
struct Names<'a>(Vec<(String, &'a str)>);

impl<'a> Names<'a> {
    fn new(schemes: &'a [(&'static str, Profile)]) -> Self {
        let mut names: Vec<(String, &str)> = OTHER_NAMES.iter().map(|(from, to)| (String::from(*from), *to)).collect();
        for name in schemes.iter().flat_map(|(_, profile)| profile.orders()).flat_map(|(_, order)| order) {
            if !names.iter().any(|known| known.1 == name && known.0.len() <= name.len()) {
                names.push((squash(name), name));
            }
        }
        Self(names)
    }

    /// The gateway's name for what a message calls `back_ref` or `backRef`.
    fn canonical(&self, name: &str) -> String {
        let plain = squash(name);
        let known = self.0.iter().find(|known| known.0 == plain);
        known.map_or_else(
            || name.chars().take(64).map(|c| c.to_ascii_uppercase()).collect(),
            |known| String::from(known.1),
        )
    }
}

fn squash(name: &str) -> String {
    name.chars().filter(|c| !matches!(c, '_' | '-')).take(64).map(|c| c.to_ascii_uppercase()).collect()
}
