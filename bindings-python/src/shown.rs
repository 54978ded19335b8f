//! The core's values, as Python's. Nothing is rounded: a number is an `int` or a `Decimal`.

use pyo3::prelude::*;
use pyo3::types::{PyDict, PyInt, PyList, PyString};
use qantara::record::{Field, Kind, Record, Value};

use crate::classes::{class, decimal};

/// Text; what must not be printed is a `Secret`, which is text that prints as `***`.
pub(crate) fn text<'py>(py: Python<'py>, shown: &str, is_secret: bool) -> PyResult<Bound<'py, PyAny>> {
    if is_secret { class(py, "Secret")?.call1((shown,)) } else { Ok(PyString::new(py, shown).into_any()) }
}

/// Any value.
pub(crate) fn value<'py>(py: Python<'py>, shown: &Value) -> PyResult<Bound<'py, PyAny>> {
    Ok(match shown {
        Value::Null => py.None().into_bound(py),
        Value::Flag(flag) => flag.into_pyobject(py)?.to_owned().into_any(),
        Value::Number(digits) => number(py, digits)?,
        Value::Text(text) => PyString::new(py, text).into_any(),
        Value::List(items) => list(py, items, |item| value(py, item))?,
        Value::Map(entries) => map(py, entries)?.into_any(),
    })
}

/// Names and values as a dict.
pub(crate) fn map<'py>(py: Python<'py>, entries: &[(String, Value)]) -> PyResult<Bound<'py, PyDict>> {
    let dict = PyDict::new(py);
    for (name, entry) in entries {
        dict.set_item(name, value(py, entry)?)?;
    }
    Ok(dict)
}

/// A field's value: amounts are `Decimal`.
pub(crate) fn field<'py>(py: Python<'py>, field: &Field, shown: &Value) -> PyResult<Bound<'py, PyAny>> {
    match (&field.kind, shown) {
        (Kind::Amount, Value::Text(text)) => exact(py, text),
        _ => value(py, shown),
    }
}

/// A record's fields that are there, as plain data.
pub(crate) fn record<'py>(py: Python<'py>, shown: &Record) -> PyResult<Bound<'py, PyDict>> {
    let dict = PyDict::new(py);
    for (table, value) in shown.shape().fields.iter().zip(shown.values()).filter(|(_, value)| !value.is_null()) {
        dict.set_item(table.name, field(py, table, value)?)?;
    }
    Ok(dict)
}

/// A record as data that JSON can hold, for `to_dict`: exact figures are text, and the texts that a print of the
/// record doesn't show are `Secret`.
pub(crate) fn plain<'py>(py: Python<'py>, shown: &Record) -> PyResult<Bound<'py, PyDict>> {
    let dict = PyDict::new(py);
    for (table, value) in shown.shape().fields.iter().zip(shown.values()).filter(|(_, value)| !value.is_null()) {
        let inner = |shape, value: &Value| match value {
            Value::Map(map) => Ok(plain(py, &Record::from_map(shape, map))?.into_any()),
            value => plain_value(py, value, true),
        };
        let made = match (&table.kind, value) {
            (Kind::Record(shape), value) => inner(shape, value)?,
            (Kind::Records(shape), Value::List(items)) => list(py, items, |item| inner(shape, item))?,
            (Kind::Texts, value) => plain_value(py, value, table.secret)?,
            (_, value) => plain_value(py, value, table.secret || matches!(value, Value::Map(_) | Value::List(_)))?,
        };
        dict.set_item(table.name, made)?;
    }
    if !shown.extra().is_empty() {
        dict.set_item("extra", plain_map(py, shown.extra(), true)?)?;
    }
    Ok(dict)
}

fn plain_value<'py>(py: Python<'py>, shown: &Value, is_secret: bool) -> PyResult<Bound<'py, PyAny>> {
    match shown {
        Value::Number(digits) => match whole(py, digits) {
            Some(number) => Ok(number),
            None => text(py, digits, is_secret),
        },
        Value::Text(shown) => text(py, shown, is_secret),
        Value::List(items) => list(py, items, |item| plain_value(py, item, is_secret)),
        Value::Map(entries) => Ok(plain_map(py, entries, is_secret)?.into_any()),
        Value::Null | Value::Flag(_) => value(py, shown),
    }
}

fn plain_map<'py>(py: Python<'py>, entries: &[(String, Value)], is_secret: bool) -> PyResult<Bound<'py, PyDict>> {
    let dict = PyDict::new(py);
    for (name, entry) in entries {
        dict.set_item(name, plain_value(py, entry, is_secret)?)?;
    }
    Ok(dict)
}

fn list<'py>(
    py: Python<'py>,
    items: &[Value],
    show: impl Fn(&Value) -> PyResult<Bound<'py, PyAny>>,
) -> PyResult<Bound<'py, PyAny>> {
    let list = PyList::empty(py);
    for item in items {
        list.append(show(item)?)?;
    }
    Ok(list.into_any())
}

/// A whole number; `-0` is none, since an `int` can't say it.
fn whole<'py>(py: Python<'py>, digits: &str) -> Option<Bound<'py, PyAny>> {
    if digits == "-0" || !digits.bytes().all(|b| b.is_ascii_digit() || b == b'-') {
        return None;
    }
    match digits.parse::<i64>() {
        Ok(number) => Some(number.into_pyobject(py).ok()?.into_any()),
        // Python reads no more than 4300 digits.
        Err(_) => py.get_type::<PyInt>().call1((digits,)).ok(),
    }
}

fn number<'py>(py: Python<'py>, digits: &str) -> PyResult<Bound<'py, PyAny>> {
    match whole(py, digits) {
        Some(number) => Ok(number),
        None => exact(py, digits),
    }
}

/// A `Decimal`; what even that can't hold (an exponent of twenty digits) stays text.
fn exact<'py>(py: Python<'py>, digits: &str) -> PyResult<Bound<'py, PyAny>> {
    decimal(py)?.call1((digits,)).or_else(|_| Ok(PyString::new(py, digits).into_any()))
}

/// A record as Python prints objects. Secrets, tokens and cards are `***`, maps of the caller's own are not
/// shown, nor are values the table doesn't know.
pub(crate) fn print(py: Python<'_>, class: &str, shown: &Record) -> PyResult<String> {
    let mut parts = Vec::new();
    for (table, value) in shown.shape().fields.iter().zip(shown.values()).filter(|(_, value)| !value.is_null()) {
        let printed = match value {
            _ if table.secret => String::from("***"),
            Value::Map(_) => String::from("{…}"),
            Value::List(_) => String::from("[…]"),
            _ => field(py, table, value)?.repr()?.to_string_lossy().into_owned(),
        };
        parts.push(format!("{}={printed}", table.name));
    }
    if !shown.extra().is_empty() {
        let names: Vec<&str> = shown.extra().iter().map(|(name, _)| name.as_str()).collect();
        parts.push(format!("extra={names:?}"));
    }
    Ok(format!("{class}({})", parts.join(", ")))
}
