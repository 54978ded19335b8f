//! The one way errors cross: as a handle that the failing function returns.

use core::ffi::c_char;
use std::ffi::CString;
use std::panic::{AssertUnwindSafe, catch_unwind};

use qantara::error::Fault;
use qantara::record::{Field, Kind, Names, Record, Shape, Text, Value};
use qantara::{Code, Error};

use crate::field::{names_of, qantara_names, qantara_text};
use crate::record::{Source, qantara_record};

/// Why something could not be done: every fault at once, and whether repeating is safe. Each is yours to free.
pub struct qantara_error {
    record: qantara_record,
    code: CString,
    message: CString,
}

/// A field of the tables below, which describe what this library adds to the core's records.
pub(crate) const fn field(name: &'static str, kind: Kind, secret: bool) -> Field {
    Field { name, wire: name, kind, need: false, secret, doc: &[] }
}

const TEXT: Kind = Kind::Text(Text::LINE);

static ERROR: Shape = Shape {
    name: "Error",
    doc: &[],
    fields: &[
        field("code", TEXT, false),
        field("number", Kind::Count(&(0, 9999)), false),
        field("range", TEXT, false),
        field("field", TEXT, false),
        field("message", TEXT, false),
        field("faults", Kind::Any, false),
        field("retry", TEXT, false),
        field("look_up", TEXT, false),
        field("status", Kind::Count(&(0, 999)), false),
        field("gateway_code", TEXT, false),
        field("gateway_message", TEXT, false),
        field("gateway_reference", TEXT, false),
    ],
};

/// Text that is absent if it is empty.
pub(crate) fn present(text: &str) -> Value {
    if text.is_empty() { Value::Null } else { Value::text(text) }
}

/// Faults as plain data.
pub(crate) fn faults(faults: &[Fault]) -> Value {
    let map = |fault: &Fault| {
        let entries = [
            ("code", Value::text(fault.code().text())),
            ("number", Value::from(i64::from(fault.code().number()))),
            ("field", present(fault.field())),
            ("limit", present(fault.limit())),
            ("message", Value::Text(fault.to_string())),
        ];
        Value::Map(entries.into_iter().map(|(name, value)| (name.to_owned(), value)).collect())
    };
    Value::List(faults.iter().map(map).collect())
}

impl qantara_error {
    fn new(error: Error, names: Names) -> Self {
        let error = error.spelled(names);
        let message = error.message();
        let values = [
            Value::text(error.code().text()),
            i64::from(error.code().number()).into(),
            error.code().range().name().into(),
            present(error.field()),
            Value::text(&message),
            faults(error.faults()),
            error.retry().name().into(),
            present(error.look_up()),
            error.status().map(i64::from).into(),
            present(error.gateway_code()),
            present(error.gateway_message()),
            present(error.gateway_reference()),
        ];
        Self {
            record: qantara_record::new(Source::Plain(Record::from_values(&ERROR, values)), Names::Snake),
            code: terminated(error.code().text()),
            message: terminated(&message),
        }
    }
}

/// As text of C. What was given may hold a NUL, and an error names it: the text must not end there.
fn terminated(text: &str) -> CString {
    CString::new(text.replace('\0', "\u{fffd}")).unwrap_or_default()
}

/// Runs what may fail. A panic stops here and becomes an error of its own.
pub(crate) fn guard(names: Names, work: impl FnOnce() -> Result<(), Error>) -> *mut qantara_error {
    let error = match catch_unwind(AssertUnwindSafe(work)) {
        Ok(Ok(())) => return core::ptr::null_mut(),
        Ok(Err(error)) => error,
        Err(panic) => {
            // Dropping what was thrown could panic again.
            core::mem::forget(panic);
            Error::internal()
        }
    };
    match catch_unwind(AssertUnwindSafe(|| Box::into_raw(Box::new(qantara_error::new(error, names))))) {
        Ok(error) => error,
        Err(_) => std::process::abort(),
    }
}

/// Runs what can't fail; should it panic all the same, there is nothing to see.
pub(crate) fn calm<T>(nothing: T, work: impl FnOnce() -> T) -> T {
    catch_unwind(AssertUnwindSafe(work)).unwrap_or_else(|panic| {
        core::mem::forget(panic);
        nothing
    })
}

/// A pointer that must not be NULL.
pub(crate) unsafe fn need<'a, T>(pointer: *const T, what: &'static str) -> Result<&'a T, Error> {
    // SAFETY: the caller vouches that it is NULL or a handle that was not freed.
    unsafe { pointer.as_ref() }.ok_or_else(|| null(what))
}

/// A pointer that must not be NULL and is written through.
pub(crate) unsafe fn need_mut<'a, T>(pointer: *mut T, what: &'static str) -> Result<&'a mut T, Error> {
    // SAFETY: as `need`.
    unsafe { pointer.as_mut() }.ok_or_else(|| null(what))
}

fn null(what: &'static str) -> Error {
    Error::in_input(Code::InputSyntax, what, "a NULL pointer")
}

/// An out pointer: NULL until there is something to give.
pub(crate) struct Out<T>(*mut *mut T);

impl<T> Out<T> {
    pub(crate) unsafe fn new(out: *mut *mut T) -> Result<Self, Error> {
        // SAFETY: as `need`.
        *unsafe { need_mut(out, "out")? } = core::ptr::null_mut();
        Ok(Self(out))
    }

    pub(crate) fn give(self, value: T) {
        // SAFETY: checked when it was made.
        unsafe { *self.0 = Box::into_raw(Box::new(value)) }
    }
}

/// Frees a handle; NULL is fine.
pub(crate) unsafe fn free<T>(handle: *mut T) {
    if !handle.is_null() {
        // SAFETY: the caller vouches that it is a handle of this type that was not freed.
        calm((), || drop(unsafe { Box::from_raw(handle) }));
    }
}

/// The dotted code of an error, such as `amount.float`. As long as the error lives.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn qantara_error_code(error: *const qantara_error) -> *const c_char {
    // SAFETY: as the header says.
    unsafe { error.as_ref() }.map_or(c"".as_ptr(), |error| error.code.as_ptr())
}

/// What a person reads: every fault's sentence, then what the gateway said. As long as the error lives.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn qantara_error_message(error: *const qantara_error) -> *const c_char {
    // SAFETY: as the header says.
    unsafe { error.as_ref() }.map_or(c"".as_ptr(), |error| error.message.as_ptr())
}

/// Everything about an error: `code`, `number`, `range` (`validation`, `signature`, `reply`, `mismatch` or
/// `gateway`), `field`, `message`, `faults` (a list of `{code, number, field, limit, message}`), `retry` (`safe`,
/// `look_up_first` or `never`), `look_up`, `status`, `gateway_code`, `gateway_message`, `gateway_reference`.
/// These names are spelled so whatever the gateway's `names` say. As long as the error lives.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn qantara_error_record(error: *const qantara_error) -> *const qantara_record {
    // SAFETY: as the header says.
    unsafe { error.as_ref() }.map_or(core::ptr::null(), |error| &raw const error.record)
}

/// For bindings: the error `field.type`, for an argument that is not what it has to be, such as `a list of texts`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn qantara_error_of_type(
    names: qantara_names,
    field: qantara_text,
    expected: qantara_text,
) -> *mut qantara_error {
    guard(names_of(names).unwrap_or_default(), || {
        // SAFETY: as the header says.
        let (field, expected) = unsafe { (field.text("field")?, expected.text("expected")?) };
        Err(Error::in_input(Code::FieldType, field.to_owned(), expected.to_owned()))
    })
}

/// Frees an error. NULL is fine.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn qantara_error_free(error: *mut qantara_error) {
    // SAFETY: as the header says.
    unsafe { free(error) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_becomes_an_error() {
        let error = guard(Names::Snake, || panic!("on purpose"));
        // SAFETY: it was made a line above.
        let code = unsafe { core::ffi::CStr::from_ptr(qantara_error_code(error)) };
        assert_eq!(code.to_str().unwrap(), "internal");
        // SAFETY: as above.
        unsafe { qantara_error_free(error) };
        assert_eq!(calm(7, || panic!("on purpose")), 7);
    }
}
