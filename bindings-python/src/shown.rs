//! The core's values, as Python's. Nothing is rounded: a number is an `int` or a `Decimal`.

use pyo3::prelude::*;
use pyo3::types::{PyDict, PyInt, PyList, PyString};
use qantara::record::{Field, Kind, Record, Value};

use crate::classes::decimal;

/// Any value.
pub(crate) fn value<'py>(py: Python<'py>, shown: &Value) -> PyResult<Bound<'py, PyAny>> {
    Ok(match shown {
        Value::Null => py.None().into_bound(py),
        Value::Flag(flag) => flag.into_pyobject(py)?.to_owned().into_any(),
        Value::Number(digits) => number(py, digits)?,
        Value::Text(text) => PyString::new(py, text).into_any(),
        Value::List(items) => {
            let list = PyList::empty(py);
            for item in items {
                list.append(value(py, item)?)?;
            }
            list.into_any()
        }
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

fn number<'py>(py: Python<'py>, digits: &str) -> PyResult<Bound<'py, PyAny>> {
    if let Ok(number) = digits.parse::<i64>()
        && digits != "-0"
    {
        return Ok(number.into_pyobject(py)?.into_any());
    }
    let is_whole = digits.bytes().all(|b| b.is_ascii_digit() || b == b'-') && digits != "-0";
    match py.get_type::<PyInt>().call1((digits,)) {
        Ok(number) if is_whole => Ok(number),
        _ => exact(py, digits),
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
