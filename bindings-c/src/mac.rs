//! The low-level MAC.

use core::ffi::c_char;

use qantara::mac::{Mac, MacConfiguration};
use qantara::record::{Names, Value};
use qantara::{Code, Error};

use crate::error::{Out, free, guard, need, need_mut, qantara_error};
use crate::field::{QANTARA_NULL, QANTARA_TEXT, fields, names_of, qantara_field, qantara_names, qantara_text, record};
use crate::record::{Source, qantara_record};

/// A key and the order of the fields its MACs cover. It may be used from several threads at once.
pub struct qantara_mac {
    mac: Mac,
    names: Names,
}

/// The most characters a MAC has in hex.
pub const QANTARA_MAC_SIZE: usize = 64;

/// Makes a MAC: `key`, `order` (a list of names), perhaps `algorithm`, `length_unit`, `letter_case`, `absent`,
/// `trailing`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn qantara_mac_new(
    names: qantara_names,
    configuration: *const qantara_field,
    count: usize,
    out: *mut *mut qantara_mac,
) -> *mut qantara_error {
    guard(names_of(names).unwrap_or_default(), || {
        // SAFETY: as the header says.
        let (out, given) = unsafe { (Out::new(out)?, fields(configuration, count)?) };
        let names = names_of(names)?;
        // SAFETY: as the header says.
        let configuration = unsafe { record(MacConfiguration::SHAPE, names, given, &mut [])? };
        out.give(qantara_mac { mac: Mac::new(MacConfiguration::from(configuration))?, names });
        Ok(())
    })
}

/// The fields a MAC is computed over: texts, or nothing.
unsafe fn texts<'a>(given: *const qantara_field, count: usize) -> Result<Vec<(&'a str, Option<&'a str>)>, Error> {
    // SAFETY: as the header says.
    let given = unsafe { fields(given, count)? };
    let mut texts = Vec::with_capacity(given.len());
    for field in given {
        // SAFETY: as the header says.
        let name = unsafe { field.name.text("name")? };
        let value = match field.kind {
            QANTARA_NULL => None,
            // SAFETY: as the header says.
            QANTARA_TEXT => Some(unsafe { field.value.text("value")? }),
            _ => return Err(Error::in_input(Code::FieldType, name.to_owned(), "text")),
        };
        texts.push((name, value));
    }
    Ok(texts)
}

/// Runs what needs a MAC and its fields.
unsafe fn with(
    mac: *const qantara_mac,
    given: *const qantara_field,
    count: usize,
    work: impl FnOnce(&Mac, &[(&str, Option<&str>)]) -> Result<(), Error>,
) -> *mut qantara_error {
    // SAFETY: as the header says.
    let names = unsafe { mac.as_ref() }.map_or(Names::Snake, |mac| mac.names);
    guard(names, || {
        // SAFETY: as the header says.
        let (mac, given) = unsafe { (need(mac, "mac")?, texts(given, count)?) };
        work(&mac.mac, &given)
    })
}

/// The text the MAC covers, as the field `source` of a record.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn qantara_mac_source(
    mac: *const qantara_mac,
    given: *const qantara_field,
    count: usize,
    out: *mut *mut qantara_record,
) -> *mut qantara_error {
    // SAFETY: as the header says.
    let out = unsafe { Out::new(out) };
    let work = |mac: &Mac, given: &[(&str, Option<&str>)]| {
        let out = out?;
        let source = vec![(String::from("source"), Value::Text(mac.source(given)?))];
        out.give(qantara_record::new(Source::Entries(source), Names::Snake));
        Ok(())
    };
    // SAFETY: as the header says.
    unsafe { with(mac, given, count, work) }
}

/// The MAC in hex: written to `hex`, which has room for `QANTARA_MAC_SIZE` characters; `*len` says how many it has.
/// Fields outside the order are ignored; absent and empty ones count as absent.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn qantara_mac_sign(
    mac: *const qantara_mac,
    given: *const qantara_field,
    count: usize,
    hex: *mut c_char,
    len: *mut usize,
) -> *mut qantara_error {
    let work = |mac: &Mac, given: &[(&str, Option<&str>)]| {
        // SAFETY: as the header says.
        let len = unsafe { need_mut(len, "len")? };
        *len = 0;
        // SAFETY: as the header says; only whether it is NULL is asked here.
        unsafe { need(hex, "hex")? };
        let made = mac.sign(given)?;
        let size = made.len().min(QANTARA_MAC_SIZE);
        // SAFETY: the caller vouches for the room.
        unsafe { core::ptr::copy_nonoverlapping(made.as_ptr(), hex.cast(), size) };
        *len = size;
        Ok(())
    };
    // SAFETY: as the header says.
    unsafe { with(mac, given, count, work) }
}

/// Verifies a MAC in constant time; NULL means that it does.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn qantara_mac_verify(
    mac: *const qantara_mac,
    given: *const qantara_field,
    count: usize,
    hex: qantara_text,
) -> *mut qantara_error {
    let work = |mac: &Mac, given: &[(&str, Option<&str>)]| {
        // SAFETY: as the header says.
        mac.verify(given, unsafe { hex.text("P_SIGN")? })
    };
    // SAFETY: as the header says.
    unsafe { with(mac, given, count, work) }
}

/// Frees a MAC. NULL is fine.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn qantara_mac_free(mac: *mut qantara_mac) {
    // SAFETY: as the header says.
    unsafe { free(mac) }
}
