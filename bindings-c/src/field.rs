//! What crosses: text views and fields; and the one converter from C to the core.

use core::slice;

use qantara::record::{Field, Kind, Names, Record, Shape, Value};
use qantara::{Code, Error, json};

/// Text: UTF-8 bytes and how many there are. Not terminated by NUL, and may be empty.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct qantara_text {
    /// The bytes; may be NULL if `len` is 0.
    pub ptr: *const core::ffi::c_char,
    /// How many bytes there are.
    pub len: usize,
}

/// Nothing.
pub const QANTARA_NULL: u32 = 0;
/// Text.
pub const QANTARA_TEXT: u32 = 1;
/// A number, by its decimal text. A floating-point number must keep its `.` or exponent, so that it is refused
/// where money is meant.
pub const QANTARA_NUMBER: u32 = 2;
/// `true` or `false`, as text.
pub const QANTARA_FLAG: u32 = 3;
/// A list or a map, as JSON text.
pub const QANTARA_JSON: u32 = 4;
/// Something of another language that has no form here. It is refused with `field.type`; the value says what
/// to give instead. For bindings.
pub const QANTARA_OTHER: u32 = 5;

/// An array without entries, of a language that has one kind of array: a map or a list, whichever the field is. For
/// bindings.
pub const QANTARA_EMPTY: u32 = 6;

/// A record that this library gave, as its JSON text: taken where a record is expected, and refused with `field.type`
/// elsewhere, so that none is sent by mistake. For bindings.
pub const QANTARA_RECORD: u32 = 7;

/// In `flags`, on the way out: keep this value out of logs.
pub const QANTARA_SECRET: u32 = 1;

/// A named value. One with an empty name and the kind `QANTARA_JSON`, alone in its array, stands for a whole
/// record, such as one that you stored.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct qantara_field {
    /// The field's name.
    pub name: qantara_text,
    /// `QANTARA_NULL`, `QANTARA_TEXT`, `QANTARA_NUMBER`, `QANTARA_FLAG` or `QANTARA_JSON`.
    pub kind: u32,
    /// 0, or `QANTARA_SECRET` on the way out. Ignored on the way in.
    pub flags: u32,
    /// The value's text.
    pub value: qantara_text,
}

/// How names of fields are spelled.
pub type qantara_names = u32;
/// `order_id`.
pub const QANTARA_SNAKE: u32 = 0;
/// `orderId`.
pub const QANTARA_CAMEL: u32 = 1;

pub(crate) fn names_of(names: qantara_names) -> Result<Names, Error> {
    match names {
        QANTARA_SNAKE => Ok(Names::Snake),
        QANTARA_CAMEL => Ok(Names::Camel),
        _ => Err(Error::in_input(Code::InputSyntax, "names", "use QANTARA_SNAKE or QANTARA_CAMEL")),
    }
}

/// What is read at most, in one record and in one text of it.
const MAX_BYTES: usize = 1 << 20;
/// More fields than any record has.
const MAX_FIELDS: usize = 4096;

const EMPTY: qantara_text = qantara_text { ptr: core::ptr::null(), len: 0 };

impl qantara_text {
    pub(crate) fn of(text: &str) -> Self {
        if text.is_empty() { EMPTY } else { Self { ptr: text.as_ptr().cast(), len: text.len() } }
    }

    /// The bytes, at most one more than the core reads: it refuses those itself, and an absurd length never
    /// becomes a slice.
    #[inline]
    pub(crate) unsafe fn bytes<'a>(self, field: &'static str) -> Result<&'a [u8], Error> {
        match (self.ptr.is_null(), self.len) {
            (_, 0) => Ok(&[]),
            (true, _) => Err(Error::in_input(Code::InputSyntax, field, "a NULL pointer with a length")),
            // SAFETY: the caller vouches for `len` bytes, of which this is at most the beginning.
            (false, len) => Ok(unsafe { slice::from_raw_parts(self.ptr.cast(), len.min(MAX_BYTES + 1)) }),
        }
    }

    /// As text of the caller's, within the limit.
    #[inline]
    pub(crate) unsafe fn text<'a>(self, field: &'static str) -> Result<&'a str, Error> {
        // SAFETY: as `bytes`.
        let bytes = unsafe { self.bytes(field)? };
        if bytes.len() > MAX_BYTES {
            return Err(Error::in_input(Code::InputTooLarge, field, "1 MiB"));
        }
        utf8(bytes).ok_or_else(|| Error::in_input(Code::InputSyntax, field, "it is not UTF-8"))
    }
}

/// Text, if it is. Most is short and ASCII, which is quicker to see: by words, of which the last may overlap.
#[inline]
fn utf8(bytes: &[u8]) -> Option<&str> {
    let eight = |word: Option<&[u8; 8]>| word.map_or(0, |word| u64::from_ne_bytes(*word));
    let four = |word: Option<&[u8; 4]>| word.map_or(0, |word| u64::from(u32::from_ne_bytes(*word)));
    let all = match bytes.len() {
        0..4 => bytes.iter().fold(0, |all, byte| all | u64::from(*byte)),
        4..8 => four(bytes.first_chunk()) | four(bytes.last_chunk()),
        _ => bytes.as_chunks().0.iter().fold(eight(bytes.last_chunk()), |all, word| all | eight(Some(word))),
    };
    // SAFETY: ASCII is UTF-8.
    if all & 0x8080_8080_8080_8080 == 0 {
        Some(unsafe { str::from_utf8_unchecked(bytes) })
    } else {
        str::from_utf8(bytes).ok()
    }
}

/// Fields as they are given.
pub(crate) unsafe fn fields<'a>(fields: *const qantara_field, count: usize) -> Result<&'a [qantara_field], Error> {
    match (fields.is_null(), count) {
        (_, 0) => Ok(&[]),
        (true, _) => Err(Error::in_input(Code::InputSyntax, "", "a NULL pointer with a count")),
        (false, ..=MAX_FIELDS) => {
            // SAFETY: the caller vouches for `count` fields.
            Ok(unsafe { slice::from_raw_parts(fields, count) })
        }
        (false, _) => Err(Error::in_input(Code::InputTooLarge, "", "4096 fields")),
    }
}

impl qantara_field {
    /// The value for a field of this kind, if there is one of its name.
    unsafe fn value(&self, kind: Option<&Kind>, name: &str) -> Result<Value, Error> {
        let wrong = |code, limit: &'static str| Error::in_input(code, name.to_owned(), limit);
        // SAFETY: as the caller of the API vouches.
        let bytes = unsafe { self.value.bytes("") }.map_err(|error| named(&error, name))?;
        if bytes.len() > MAX_BYTES {
            return Err(wrong(Code::InputTooLarge, "1 MiB"));
        }
        let text = || utf8(bytes).ok_or_else(|| wrong(Code::InputSyntax, "it is not UTF-8"));
        match self.kind {
            QANTARA_NULL => Ok(Value::Null),
            QANTARA_TEXT => Ok(Value::text(text()?)),
            QANTARA_NUMBER => Ok(Value::Number(text()?.to_owned())),
            QANTARA_FLAG => match bytes {
                b"true" => Ok(Value::Flag(true)),
                b"false" => Ok(Value::Flag(false)),
                _ => Err(wrong(Code::FieldType, "true or false")),
            },
            QANTARA_RECORD if !matches!(kind, Some(Kind::Record(_))) => {
                Err(wrong(Code::FieldType, "plain data here, no record of this library"))
            }
            QANTARA_JSON | QANTARA_RECORD => json::from_text(bytes).map_err(|error| named(&error, name)),
            QANTARA_EMPTY => Ok(match kind {
                Some(Kind::Map | Kind::TextOrMap | Kind::Record(_)) => Value::Map(Vec::new()),
                _ => Value::List(Vec::new()),
            }),
            QANTARA_OTHER => Err(Error::in_input(Code::FieldType, name.to_owned(), text()?.to_owned())),
            _ => Err(wrong(Code::InputSyntax, "a kind that does not exist")),
        }
    }
}

/// The same fault under a field's name.
fn named(error: &Error, name: &str) -> Error {
    let limit = error.faults().first().map(|fault| fault.limit().to_owned()).unwrap_or_default();
    Error::in_input(error.code(), name.to_owned(), limit)
}

/// What a function takes beside its record's own fields.
pub(crate) type More<'a> = &'a mut [(&'static str, Value)];

/// A record, from fields; what is not its own goes to `more`.
pub(crate) unsafe fn record(
    shape: &'static Shape,
    names: Names,
    given: &[qantara_field],
    more: More<'_>,
) -> Result<Record, Error> {
    if let [whole] = given
        && (whole.name.len, whole.kind) == (0, QANTARA_JSON)
    {
        // SAFETY: as the caller of the API vouches.
        return match unsafe { whole.value(None, "")? } {
            Value::Map(map) => from_map(shape, names, map, more),
            _ => Err(Error::in_input(Code::InputSyntax, "", "not an object")),
        };
    }
    let mut values = vec![Value::Null; shape.fields.len()];
    let mut strangers = Vec::new();
    let (mut next, mut bytes) = (0, 0_usize);
    for field in given {
        // SAFETY: as the caller of the API vouches.
        let name = unsafe { field.name.text("name")? };
        // Fields are mostly given in the table's order, so the search goes on where the last one ended.
        let (before, after) = shape.fields.split_at_checked(next).unwrap_or((shape.fields, &[]));
        let is_named = |field: &Field| names.matches(field.name, name);
        let at = after.iter().position(is_named).map(|at| at + next).or_else(|| before.iter().position(is_named));
        // SAFETY: as the caller of the API vouches.
        let value = unsafe { field.value(at.and_then(|at| shape.fields.get(at)).map(|field| &field.kind), name)? };
        bytes = bytes.saturating_add(name.len()).saturating_add(field.value.len);
        if bytes > MAX_BYTES {
            return Err(Error::in_input(Code::InputTooLarge, "", "1 MiB"));
        }
        match at.and_then(|at| values.get_mut(at)) {
            Some(slot) if slot.is_null() => {
                *slot = value;
                next = at.map_or(0, |at| at + 1);
            }
            _ => strangers.push((name.to_owned(), value)),
        }
    }
    if strangers.is_empty() {
        return Ok(Record::from_values(shape, values));
    }
    let own = shape.fields.iter().zip(values).filter(|(_, value)| !value.is_null());
    let own = own.map(|(field, value)| (names.spell(field.name), value));
    from_map(shape, names, own.chain(strangers).collect(), more)
}

/// The same from names and values. The core says what is wrong with names.
pub(crate) fn from_map(
    shape: &'static Shape,
    names: Names,
    mut map: Vec<(String, Value)>,
    more: More<'_>,
) -> Result<Record, Error> {
    for (name, value) in more {
        if let Some(at) = map.iter().position(|entry| names.matches(name, &entry.0)) {
            *value = map.remove(at).1;
        }
    }
    Record::from_named(shape, names, map)
}
