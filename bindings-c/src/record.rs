//! Everything that can be read: the one converter from the core to C.

use core::ffi::{CStr, c_char};
use std::sync::OnceLock;

use qantara::egw::SignedCallback;
use qantara::record::{Kind, Names, Record, Value};
use qantara::{Call, Reply, json};

use crate::call::{CALL, field_of, is_secret};
use crate::error::{Out, calm, free, guard, qantara_error};
use crate::field::{QANTARA_FLAG, QANTARA_JSON, QANTARA_NULL, QANTARA_NUMBER, QANTARA_SECRET, QANTARA_TEXT};
use crate::field::{qantara_field, qantara_text};

/// Named values that can be read. Views into it live as long as it does.
pub struct qantara_record {
    source: Source,
    names: Names,
    /// What is only made when it is asked for, one per field.
    made: OnceLock<Box<[Made]>>,
    whole: OnceLock<String>,
}

/// Where the values are.
pub(crate) enum Source {
    Plain(Record),
    Reply(Reply),
    Signed(Box<SignedCallback>),
    Call(Box<Call>),
    Entries(Vec<(String, Value)>),
}

#[derive(Default)]
struct Made {
    name: OnceLock<Box<str>>,
    text: OnceLock<String>,
}

/// What a gateway sent beyond its table stands last, under this name.
const EXTRA: &str = "extra";

impl qantara_record {
    pub(crate) fn new(source: Source, names: Names) -> Self {
        Self { source, names, made: OnceLock::new(), whole: OnceLock::new() }
    }

    pub(crate) fn source(&self) -> &Source {
        &self.source
    }

    pub(crate) fn names(&self) -> Names {
        self.names
    }

    fn record(&self) -> Option<&Record> {
        match &self.source {
            Source::Plain(record) => Some(record),
            Source::Reply(reply) => Some(reply.record()),
            Source::Signed(signed) => Some(signed.as_record()),
            Source::Call(_) | Source::Entries(_) => None,
        }
    }

    fn len(&self) -> usize {
        match &self.source {
            Source::Call(_) => CALL.len(),
            Source::Entries(entries) => entries.len(),
            _ => self.record().map_or(0, |record| record.values().len() + 1),
        }
    }

    fn made(&self, at: usize) -> Option<&Made> {
        self.made.get_or_init(|| (0..self.len()).map(|_| Made::default()).collect()).get(at)
    }

    fn spelled(&self, name: &'static str, at: usize) -> qantara_text {
        if self.names == Names::Snake || !name.contains('_') {
            return qantara_text::of(name);
        }
        let spelled = self.made(at).map(|made| made.name.get_or_init(|| self.names.spell(name).into()));
        spelled.map_or(qantara_text::of(""), |name| qantara_text::of(name))
    }

    fn made_text(&self, at: usize, write: impl FnOnce() -> String) -> qantara_text {
        self.made(at).map_or(qantara_text::of(""), |made| qantara_text::of(made.text.get_or_init(write)))
    }

    fn view(&self, at: usize, name: qantara_text, kind: &Kind, value: &Value, secret: bool) -> qantara_field {
        let json = || {
            let mut out = String::new();
            json::write_value(&mut out, kind, value, self.names);
            out
        };
        let (kind, value) = match value {
            Value::Null => (QANTARA_NULL, qantara_text::of("")),
            Value::Flag(flag) => (QANTARA_FLAG, qantara_text::of(if *flag { "true" } else { "false" })),
            Value::Number(number) => (QANTARA_NUMBER, qantara_text::of(number)),
            Value::Text(text) => (QANTARA_TEXT, qantara_text::of(text)),
            Value::List(_) | Value::Map(_) => (QANTARA_JSON, self.made_text(at, json)),
        };
        qantara_field { name, kind, flags: if secret { QANTARA_SECRET } else { 0 }, value }
    }

    fn call_at(&self, call: &Call, at: usize) -> Option<qantara_field> {
        let name = qantara_text::of(CALL.get(at)?);
        let flags = if is_secret(call, at) { QANTARA_SECRET } else { 0 };
        let (kind, value) = match field_of(call, at) {
            Ok(text) => (QANTARA_TEXT, qantara_text::of(text)),
            Err(Value::Null) => (QANTARA_NULL, qantara_text::of("")),
            Err(Value::Number(number)) => (QANTARA_NUMBER, self.made_text(at, || number)),
            Err(Value::Text(text)) => (QANTARA_TEXT, self.made_text(at, || text)),
            Err(value) => (QANTARA_JSON, self.made_text(at, || json::to_text(&value))),
        };
        Some(qantara_field { name, kind, flags, value })
    }

    fn at(&self, at: usize) -> Option<qantara_field> {
        let record = match &self.source {
            Source::Call(call) => return self.call_at(call, at),
            Source::Entries(entries) => {
                let view =
                    |(name, value): &(String, Value)| self.view(at, qantara_text::of(name), &Kind::Any, value, false);
                return entries.get(at).map(view);
            }
            _ => self.record()?,
        };
        if let (Some(field), Some(value)) = (record.shape().fields.get(at), record.values().get(at)) {
            // A map is someone's own, and may hold anything; what is secret in a record within, its own fields say.
            let secret = field.secret || matches!(field.kind, Kind::Map | Kind::Record(_) | Kind::Records(_));
            return Some(self.view(at, self.spelled(field.name, at), &field.kind, value, secret));
        }
        (at == record.values().len()).then(|| match record.extra() {
            [] => self.view(at, qantara_text::of(EXTRA), &Kind::Map, &Value::Null, true),
            extra => {
                let value = self.made_text(at, || json::to_text(&Value::Map(extra.to_vec())));
                qantara_field { name: qantara_text::of(EXTRA), kind: QANTARA_JSON, flags: QANTARA_SECRET, value }
            }
        })
    }

    pub(crate) fn get(&self, name: &str) -> Option<qantara_field> {
        let at = match (&self.source, self.record()) {
            (Source::Call(_), _) => CALL.iter().position(|own| *own == name),
            (Source::Entries(entries), _) => entries.iter().position(|entry| entry.0 == name),
            (_, Some(record)) if name == EXTRA => Some(record.values().len()),
            (_, record) => record.and_then(|record| record.shape().position_as(self.names, name)),
        };
        at.and_then(|at| self.at(at))
    }

    /// A record within this one.
    fn nested(&self, name: &str, at: usize) -> Option<Self> {
        let record = self.record()?;
        let place = record.shape().position_as(self.names, name)?;
        let (shape, map) = match (&record.shape().fields.get(place)?.kind, record.values().get(place)?) {
            (Kind::Record(shape), Value::Map(map)) if at == 0 => (shape, map),
            (Kind::Records(shape), Value::List(items)) => match items.get(at)? {
                Value::Map(map) => (shape, map),
                _ => return None,
            },
            _ => return None,
        };
        Some(Self::new(Source::Plain(Record::from_map(shape, map)), self.names))
    }

    fn whole(&self) -> &str {
        self.whole.get_or_init(|| match (&self.source, self.record()) {
            (Source::Entries(entries), _) => json::to_text(&Value::Map(entries.clone())),
            (Source::Call(call), _) => {
                let fields = CALL.iter().enumerate();
                let map = fields
                    .map(|(at, name)| (String::from(*name), field_of(call, at).map_or_else(|made| made, Value::text)));
                json::to_text(&Value::Map(map.filter(|(_, value)| !value.is_null()).collect()))
            }
            (_, record) => {
                let mut out = String::new();
                if let Some(record) = record {
                    json::write_record(&mut out, record, self.names);
                }
                out
            }
        })
    }
}

/// What a record is: `CreatedPayment`, `Payment`, `Outcome` and so on. Empty for what is no such record.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn qantara_record_shape(record: *const qantara_record) -> qantara_text {
    // SAFETY: as the header says.
    let shape = unsafe { record.as_ref() }.and_then(qantara_record::record).map(|record| record.shape().name);
    qantara_text::of(shape.unwrap_or(""))
}

/// How many fields there are, those that are absent included.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn qantara_record_len(record: *const qantara_record) -> usize {
    // SAFETY: as the header says.
    unsafe { record.as_ref() }.map_or(0, qantara_record::len)
}

/// The field at a position; those that are absent have the kind `QANTARA_NULL`. The last one is `extra`: what
/// the gateway sent beyond the table. Returns false past the end.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn qantara_record_at(
    record: *const qantara_record,
    position: usize,
    out: *mut qantara_field,
) -> bool {
    calm(false, || {
        // SAFETY: as the header says.
        let (record, out) = unsafe { (record.as_ref(), out.as_mut()) };
        let found = record.and_then(|record| record.at(position));
        found.zip(out).map(|(found, out)| *out = found).is_some()
    })
}

/// The field of this name. Returns false if there is no such field or it is absent.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn qantara_record_get(
    record: *const qantara_record,
    name: qantara_text,
    out: *mut qantara_field,
) -> bool {
    calm(false, || {
        // SAFETY: as the header says.
        let (record, out, name) = unsafe { (record.as_ref(), out.as_mut(), name.text("name")) };
        let found = record.zip(name.ok()).and_then(|(record, name)| record.get(name));
        let found = found.filter(|found| found.kind != QANTARA_NULL);
        found.zip(out).map(|(found, out)| *out = found).is_some()
    })
}

/// The text of the field of this name (a C string), whatever its kind; empty if it is absent.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn qantara_record_text(record: *const qantara_record, name: *const c_char) -> qantara_text {
    calm(qantara_text::of(""), || {
        // SAFETY: as the header says.
        let (record, name) = unsafe { (record.as_ref(), (!name.is_null()).then(|| CStr::from_ptr(name))) };
        let name = name.and_then(|name| name.to_str().ok());
        record.zip(name).and_then(|(record, name)| record.get(name)).map_or(qantara_text::of(""), |found| found.value)
    })
}

/// A record within a record, such as the `payments` of a history, by its place in the list; for a single one that is 0.
/// NULL where there is none. It is yours to free and lives on by itself. The field's own text is the same as JSON.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn qantara_record_nested(
    record: *const qantara_record,
    name: *const c_char,
    position: usize,
) -> *mut qantara_record {
    calm(core::ptr::null_mut(), || {
        // SAFETY: as the header says.
        let (record, name) = unsafe { (record.as_ref(), (!name.is_null()).then(|| CStr::from_ptr(name))) };
        let name = name.and_then(|name| name.to_str().ok());
        let nested = record.zip(name).and_then(|(record, name)| record.nested(name, position));
        nested.map_or(core::ptr::null_mut(), |nested| Box::into_raw(Box::new(nested)))
    })
}

/// The whole record as JSON, secrets included; absent fields are left out. It can be stored, and given back with the
/// kind `QANTARA_JSON` wherever such a record is taken, in either spelling of its names.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn qantara_record_json(record: *const qantara_record) -> qantara_text {
    calm(qantara_text::of(""), || {
        // SAFETY: as the header says.
        unsafe { record.as_ref() }.map_or(qantara_text::of(""), |record| qantara_text::of(record.whole()))
    })
}

/// Frees a record that a function gave you through an out pointer. NULL is fine.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn qantara_record_free(record: *mut qantara_record) {
    // SAFETY: as the header says.
    unsafe { free(record) }
}

/// Reads the JSON text of a field, one level: a map's entries, or a list's, whose names are empty. For walking
/// what a gateway sent without a JSON library; numbers keep every digit.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn qantara_json_read(text: qantara_text, out: *mut *mut qantara_record) -> *mut qantara_error {
    guard(Names::Snake, || {
        // SAFETY: as the header says.
        let (out, bytes) = unsafe { (Out::new(out)?, text.bytes("text")?) };
        let entries = match json::from_text(bytes)? {
            Value::Map(entries) => entries,
            Value::List(items) => items.into_iter().map(|item| (String::new(), item)).collect(),
            value => vec![(String::new(), value)],
        };
        out.give(qantara_record::new(Source::Entries(entries), Names::Snake));
        Ok(())
    })
}
