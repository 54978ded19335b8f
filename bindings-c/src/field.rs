//! What crosses: text views and fields; and the one converter from C to the core.

use core::slice;

use qantara::record::{Kind, Names, Record, Shape, Value};
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
    pub(crate) unsafe fn bytes<'a>(self, field: &'static str) -> Result<&'a [u8], Error> {
        match (self.ptr.is_null(), self.len) {
            (_, 0) => Ok(&[]),
            (true, _) => Err(Error::in_input(Code::InputSyntax, field, "a NULL pointer with a length")),
            // SAFETY: the caller vouches for `len` bytes, of which this is at most the beginning.
            (false, len) => Ok(unsafe { slice::from_raw_parts(self.ptr.cast(), len.min(MAX_BYTES + 1)) }),
        }
    }

    /// As text of the caller's, within the limit.
    pub(crate) unsafe fn text<'a>(self, field: &'static str) -> Result<&'a str, Error> {
        // SAFETY: as `bytes`.
        let bytes = unsafe { self.bytes(field)? };
        if bytes.len() > MAX_BYTES {
            return Err(Error::in_input(Code::InputTooLarge, field, "1 MiB"));
        }
        str::from_utf8(bytes).map_err(|_| Error::in_input(Code::InputSyntax, field, "it is not UTF-8"))
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
    /// The field's own name, or where it is no text, something to call it in an error.
    unsafe fn called<'a>(&self) -> Result<&'a str, Error> {
        // SAFETY: as the caller of the API vouches.
        unsafe { self.name.text("name") }
    }

    unsafe fn value(&self, shape: &Shape, names: Names, name: &str) -> Result<Value, Error> {
        // SAFETY: as the caller of the API vouches.
        let bytes = unsafe { self.value.bytes("") }.map_err(|error| named(&error, name))?;
        if bytes.len() > MAX_BYTES {
            return Err(Error::in_input(Code::InputTooLarge, name.to_owned(), "1 MiB"));
        }
        let not_text = |_| Error::in_input(Code::InputSyntax, name.to_owned(), "it is not UTF-8");
        let text = || str::from_utf8(bytes).map_err(not_text);
        match self.kind {
            QANTARA_NULL => Ok(Value::Null),
            QANTARA_TEXT => Ok(Value::text(text()?)),
            QANTARA_NUMBER => Ok(Value::Number(text()?.to_owned())),
            QANTARA_FLAG => match bytes {
                b"true" => Ok(Value::Flag(true)),
                b"false" => Ok(Value::Flag(false)),
                _ => Err(Error::in_input(Code::FieldType, name.to_owned(), "true or false")),
            },
            QANTARA_JSON => json::from_text(bytes).map_err(|error| named(&error, name)),
            QANTARA_EMPTY => {
                let kind = shape.position_as(names, name).and_then(|at| shape.fields.get(at)).map(|field| field.kind);
                let is_map = matches!(kind, Some(Kind::Map | Kind::TextOrMap));
                Ok(if is_map { Value::Map(Vec::new()) } else { Value::List(Vec::new()) })
            }
            QANTARA_OTHER => Err(Error::in_input(Code::FieldType, name.to_owned(), text()?.to_owned())),
            _ => Err(Error::in_input(Code::InputSyntax, name.to_owned(), "a kind that does not exist")),
        }
    }
}

/// The same fault under a field's name.
fn named(error: &Error, name: &str) -> Error {
    let limit = error.faults().first().map(|fault| fault.limit.clone()).unwrap_or_default();
    Error::in_input(error.code(), name.to_owned(), limit)
}

/// The entries of a record, from fields.
pub(crate) unsafe fn entries(
    shape: &Shape,
    names: Names,
    given: &[qantara_field],
) -> Result<Vec<(String, Value)>, Error> {
    let mut entries = Vec::with_capacity(given.len());
    let mut bytes = 0_usize;
    for field in given {
        // SAFETY: as the caller of the API vouches.
        let (name, value) = unsafe {
            let name = field.called()?;
            (name, field.value(shape, names, name)?)
        };
        bytes = bytes.saturating_add(name.len()).saturating_add(field.value.len);
        if bytes > MAX_BYTES {
            return Err(Error::in_input(Code::InputTooLarge, "", "1 MiB"));
        }
        entries.push((name.to_owned(), value));
    }
    match entries.as_slice() {
        [(name, _)] if name.is_empty() => match entries.pop() {
            Some((_, Value::Map(map))) => Ok(map),
            _ => Err(Error::in_input(Code::InputSyntax, "", "not an object")),
        },
        _ => Ok(entries),
    }
}

/// A record, from fields.
pub(crate) unsafe fn record(shape: &'static Shape, names: Names, given: &[qantara_field]) -> Result<Record, Error> {
    // SAFETY: as the caller of the API vouches.
    Record::from_named(shape, names, unsafe { entries(shape, names, given)? })
}

/// Takes the entry of this name out, for what is no field of the record itself.
pub(crate) fn take(entries: &mut Vec<(String, Value)>, names: Names, name: &str) -> Option<Value> {
    let at = entries.iter().position(|entry| names.matches(name, &entry.0))?;
    Some(entries.remove(at).1)
}
