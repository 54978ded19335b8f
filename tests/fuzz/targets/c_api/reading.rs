//! Reading what the library gives out, to its end.

use std::ffi::CStr;
use std::ptr::{null, null_mut};

use qantara::Code;
use qantara_fuzz::{Tree, shows_no_secret};

use crate::Program;
use crate::error::*;
use crate::field::*;
use crate::record::*;

/// A text for C: NULL if it is empty.
pub(crate) fn view(text: &[u8]) -> qantara_text {
    let ptr = if text.is_empty() { null() } else { text.as_ptr().cast() };
    qantara_text { ptr, len: text.len() }
}

/// A text from C, which is UTF-8 and can be read to its end.
pub(crate) fn seen<'t>(text: qantara_text) -> &'t str {
    if text.len == 0 {
        return "";
    }
    // SAFETY: a view of a living handle.
    std::str::from_utf8(unsafe { std::slice::from_raw_parts(text.ptr.cast(), text.len) }).unwrap()
}

impl Program<'_> {
    /// Reads an error to its end, twice, and keeps it.
    pub(crate) fn refused(&mut self, error: *mut qantara_error) {
        if error.is_null() {
            return;
        }
        self.error(error);
        self.error(error);
        self.errors.push(error);
    }

    pub(crate) fn error(&self, error: *const qantara_error) {
        // SAFETY: it was not freed yet.
        let (code, message, record) = unsafe {
            let (code, message) = (qantara_error_code(error), qantara_error_message(error));
            (
                CStr::from_ptr(code).to_str().unwrap(),
                CStr::from_ptr(message).to_str().unwrap(),
                qantara_error_record(error),
            )
        };
        let known = Code::ALL.iter().find(|known| known.text() == code).unwrap();
        assert_ne!(*known, Code::Internal, "{message}");
        assert!(!message.is_empty() && !message.chars().any(char::is_control), "{message}");
        shows_no_secret(message, self.bytes);
        self.record(record);
        // SAFETY: as above.
        unsafe { assert_eq!(seen(qantara_record_text(record, c"number".as_ptr())), known.number().to_string()) };
    }

    /// Reads a record to its end. What is not marked secret is none.
    pub(crate) fn record(&self, record: *const qantara_record) {
        // SAFETY: it is NULL or lives.
        unsafe {
            let len = qantara_record_len(record);
            let mut found = qantara_field { name: view(b""), kind: 0, flags: 0, value: view(b"") };
            assert!(!qantara_record_at(record, len, &raw mut found));
            seen(qantara_record_shape(record));
            for at in 0..len.min(64) {
                assert!(qantara_record_at(record, at, &raw mut found));
                let (name, value) = (seen(found.name), seen(found.value));
                match found.kind {
                    QANTARA_NULL => assert!(value.is_empty()),
                    QANTARA_FLAG => assert!(matches!(value, "true" | "false")),
                    QANTARA_JSON | QANTARA_NUMBER => drop(Tree::read(value.as_bytes()).unwrap()),
                    kind => assert_eq!(kind, QANTARA_TEXT),
                }
                if found.flags & QANTARA_SECRET == 0 {
                    shows_no_secret(value, self.bytes);
                }
                if !name.is_empty() {
                    let mut again = found;
                    let is_there = qantara_record_get(record, view(name.as_bytes()), &raw mut again);
                    // Only what was read from JSON can have two of one name, of which the first is found.
                    let is_table = !seen(qantara_record_shape(record)).is_empty();
                    assert!(is_there != (found.kind == QANTARA_NULL) || !is_table, "{name}");
                    assert!(!is_table || found.kind == QANTARA_NULL || seen(again.value) == value, "{name}");
                }
                if let Ok(name) = std::ffi::CString::new(name) {
                    seen(qantara_record_text(record, name.as_ptr()));
                    let nested = qantara_record_nested(record, name.as_ptr(), 0);
                    if !nested.is_null() {
                        seen(qantara_record_json(nested));
                        qantara_record_free(nested);
                    }
                }
            }
            let whole = qantara_record_json(record);
            if !record.is_null() {
                Tree::read(seen(whole).as_bytes()).unwrap();
            }
            assert!(!qantara_record_get(record, view(b"no such field"), null_mut()));
            assert!(qantara_record_nested(record, c"no such field".as_ptr(), 7).is_null());
            seen(qantara_record_text(record, null()));
        }
    }
}
