//! JSON in and out: an own reader and writer, bounded and exact.

mod read;
mod write;

use alloc::string::String;
use alloc::vec::Vec;

use crate::record::{Names, Record, Shape, Value};

pub(crate) use read::{MAX_BYTES, Trouble, is_number, read, read_object};
pub(crate) use write::{Object, write, write_text};

/// A value as JSON text.
pub fn to_text(value: &Value) -> String {
    let mut out = String::new();
    write(&mut out, value);
    out
}

/// Reads JSON the caller gave, such as a map of his own.
///
/// # Errors
/// `input.syntax`, `input.too_deep`, `input.too_large`.
pub fn from_text(text: &[u8]) -> Result<Value, crate::Error> {
    Ok(read(text).map_err(|trouble| trouble.in_input(""))?)
}

/// A record as a JSON object in the caller's spelling; absent fields are left out.
pub fn write_record(out: &mut String, record: &Record, names: Names) {
    let mut object = Object::new(out);
    for (field, value) in record.shape().fields.iter().zip(record.values()).filter(|(_, value)| !value.is_null()) {
        let out = match names {
            Names::Snake => object.name(field.name),
            Names::Camel => object.key(&names.spell(field.name)),
        };
        write(out, value);
    }
    if !record.extra().is_empty() {
        let mut extra = Object::new(object.key("extra"));
        for (name, value) in record.extra() {
            write(extra.key(name), value);
        }
        extra.end();
    }
    object.end();
}

/// Reads a record of the caller's from a JSON object.
///
/// # Errors
/// As [`from_text`] and [`Record::from_named`].
pub fn read_record(shape: &'static Shape, text: &[u8], names: Names) -> Result<Record, crate::Error> {
    let mut given = Vec::new();
    read_object(text, |key, reader| {
        given.push((key.into_owned(), reader.value()?));
        Ok(())
    })
    .map_err(|trouble| trouble.in_input(""))?;
    Record::from_named(shape, names, given)
}
