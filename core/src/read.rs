//! Reading what a gateway sent into a record, by its table.

use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::Vec;

use crate::error::{Code, Fault};
use crate::expect::Answer;
use crate::gateway::GatewayKind;
use crate::json;
use crate::money::{Figure, is_json_amount};
use crate::record::{Alphabet, Field, Kind, Record, Shape, Text, Value};

/// A reader of something that arrives unasked, as the registry lists it. It needs no credentials.
pub struct Reader {
    /// The name in every language, in snake case.
    pub name: &'static str,
    /// Whose message it reads.
    pub gateway: GatewayKind,
    /// What comes out: a hint.
    pub output: &'static Shape,
    /// The gateway's page about it.
    pub page: &'static str,
    /// What it does, as its documentation says (empty without the feature `describe`).
    pub doc: &'static [&'static str],
    pub(crate) read: fn(&[u8]) -> Result<Record, Fault>,
}

impl Reader {
    /// Reads a message into a hint's fields.
    ///
    /// # Errors
    /// 3xxx if it can't be read.
    pub fn read(&self, message: &[u8]) -> Result<Record, crate::Error> {
        Ok((self.read)(message)?)
    }
}

/// Reads a JSON object by a table: fields that are needed must be there and of their kind, others are kept
/// as they came, and so is what the table doesn't know. A field given twice with different values is refused.
pub(crate) fn read_reply(shape: &'static Shape, body: &[u8]) -> Result<Record, Fault> {
    let mut reading = Reading::new(shape);
    let mut fault = None;
    json::read_object(body, |name, value| {
        if let Err(found) = reading.set(&name, value) {
            fault.get_or_insert(found);
        }
    })
    .map_err(json::Trouble::in_reply)?;
    match fault {
        Some(fault) => Err(fault),
        None => reading.finish(),
    }
}

/// A reply whose form is not published: HTTP status, content type and body, as they came.
pub(crate) fn read_raw(shape: &'static Shape, answer: Answer<'_>) -> Result<Record, Fault> {
    let body = message_text(answer.body)?;
    let mut record = Record::new(shape);
    record.set("status", i64::from(answer.status));
    if !answer.content_type.is_empty() {
        record.set("content_type", answer.content_type);
    }
    record.set("body", body);
    Ok(record)
}

/// A record while it is being read.
pub(crate) struct Reading {
    record: Record,
    seen: u64,
    next: usize,
}

impl Reading {
    pub(crate) fn new(shape: &'static Shape) -> Self {
        Self { record: Record::new(shape), seen: 0, next: 0 }
    }

    /// Takes a field under the gateway's name.
    pub(crate) fn set(&mut self, name: &str, mut value: Value) -> Result<(), Fault> {
        let fields = self.record.shape().fields;
        let known = |field: &Field| field.wire == name && !name.is_empty();
        // Gateways mostly send their fields in the table's order, so the search goes on from the last one.
        let (before, after) = fields.split_at_checked(self.next).unwrap_or((fields, &[]));
        let later = after.iter().position(known).map(|at| at + before.len());
        let Some(at) = later.or_else(|| before.iter().position(known)) else {
            self.record.push_extra(String::from(name), value);
            return Ok(());
        };
        self.next = at + 1;
        let (Some(field), Some(slot)) = (fields.get(at), self.record.values_mut().get_mut(at)) else { return Ok(()) };
        accept(field, &mut value)?;
        let bit = 1 << at;
        if self.seen & bit == 0 {
            self.seen |= bit;
            *slot = value;
        } else if *slot != value {
            return Err(Fault::new(Code::ReplyFieldDuplicate, field.wire));
        }
        Ok(())
    }

    /// Forgets a field, so that a later value replaces it.
    pub(crate) fn forget(&mut self, name: &str) {
        if let Some(at) = self.record.shape().fields.iter().position(|field| field.wire == name) {
            self.seen &= !(1 << at);
        }
    }

    pub(crate) fn finish(self) -> Result<Record, Fault> {
        for (field, value) in self.record.shape().fields.iter().zip(self.record.values()) {
            if field.need && value.is_null() {
                return Err(Fault::new(Code::ReplyFieldMissing, field.wire));
            }
        }
        Ok(self.record)
    }
}

/// Whether it is what a gateway's server, written in Go, sends for a time that is absent. In a field that is no time by
/// its table it is that field's text, and a MAC may cover it.
pub(crate) fn is_no_time(field: &Field, text: &str) -> bool {
    text == "0001-01-01T00:00:00Z" && matches!(field.kind, Kind::Text(Text { alphabet: Alphabet::Time, .. }))
}

/// Puts a value in its field's form. Only needed fields can be wrong.
fn accept(field: &Field, value: &mut Value) -> Result<(), Fault> {
    let wrong = |kind: &'static str| Err(Fault::new(Code::ReplyFieldType, field.wire).with_limit(kind));
    match (&field.kind, &mut *value) {
        (_, Value::Null) => {}
        (Kind::Text(_) | Kind::Choice(_), Value::Text(text)) if text.is_empty() => *value = Value::Null,
        (Kind::Text(_), Value::Text(text)) if is_no_time(field, text) => *value = Value::Null,
        (Kind::Text(_), Value::Text(_)) => {}
        (Kind::Choice(choice), Value::Text(text)) => {
            if let Some(name) = choice.name_of(text) {
                text.clear();
                text.push_str(name);
            }
        }
        (Kind::Amount, Value::Number(number)) if is_json_amount(number) => {
            *value = Value::Text(core::mem::take(number));
        }
        (Kind::Amount, Value::Text(text)) if Figure::parse(text, "").is_ok() => {}
        (Kind::Amount, _) if field.need => return wrong("an amount"),
        (Kind::Text(_) | Kind::Choice(_), _) if field.need => return wrong("text"),
        (Kind::Record(shape), Value::Map(map)) => *value = read_map(shape, core::mem::take(map))?,
        (Kind::Records(shape), Value::List(items)) => {
            for item in items {
                match item {
                    Value::Map(map) => *item = read_map(shape, core::mem::take(map))?,
                    _ => return wrong("a list of objects"),
                }
            }
        }
        (Kind::Record(_), _) if field.need => return wrong("an object"),
        (Kind::Records(_), _) if field.need => return wrong("a list"),
        _ => {}
    }
    Ok(())
}

/// A record within a message, as [`read_reply`] reads the message.
fn read_map(shape: &'static Shape, map: Vec<(String, Value)>) -> Result<Value, Fault> {
    let mut reading = Reading::new(shape);
    for (name, value) in map {
        reading.set(&name, value)?;
    }
    reading.finish().map(Value::from)
}

/// Text from bytes that may be too many or not text.
pub(crate) fn message_text(body: &[u8]) -> Result<&str, Fault> {
    if body.len() > json::MAX_BYTES {
        return Err(json::Trouble::TooLarge.in_reply());
    }
    core::str::from_utf8(body).map_err(|_| json::Trouble::NotUtf8.in_reply())
}

/// The query of an address a browser came back to, or of a text that is one already. Gateways append theirs with a
/// `?` even where the address has one, so both `&` and `?` separate its fields.
pub(crate) fn returned_query(url: &[u8]) -> Result<&str, Fault> {
    let text = message_text(url)?;
    let text = text.split('#').next().unwrap_or("");
    // A whole URL begins with its scheme or path; anything else is a query.
    let before_query = text.split(['?', '&', '=']).next().unwrap_or("");
    let is_url = before_query.contains("://") || before_query.starts_with('/');
    Ok(if is_url { text.split_once('?').map_or("", |(_, query)| query) } else { text })
}

/// Decodes urlencoded fields and gives each to `field`.
pub(crate) fn read_form<'a>(
    pairs: impl Iterator<Item = &'a str>,
    mut field: impl FnMut(Cow<'a, str>, Cow<'a, str>) -> Result<(), Fault>,
) -> Result<(), Fault> {
    for pair in pairs.filter(|pair| !pair.is_empty()) {
        let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
        field(decode(name)?, decode(value)?)?;
    }
    Ok(())
}

fn decode(text: &str) -> Result<Cow<'_, str>, Fault> {
    let not_text = |_| json::Trouble::NotUtf8.in_reply();
    if !text.contains('+') {
        return percent_encoding::percent_decode_str(text).decode_utf8().map_err(not_text);
    }
    let spaced = text.replace('+', " ");
    let decoded = percent_encoding::percent_decode_str(&spaced).decode_utf8().map_err(not_text)?;
    Ok(Cow::Owned(decoded.into_owned()))
}
