//! The one way out: errors become Python's, and no panic passes.

use std::panic::{AssertUnwindSafe, catch_unwind};

use pyo3::prelude::*;
use pyo3::types::{PyDict, PyList};
use qantara::error::{Fault, Range};

use crate::classes::class;

/// What ended a call: the core's error, or Python's own (such as no memory).
pub(crate) enum Trouble {
    Core(qantara::Error),
    Python(PyErr),
}

impl From<qantara::Error> for Trouble {
    fn from(error: qantara::Error) -> Self {
        Self::Core(error)
    }
}

impl From<PyErr> for Trouble {
    fn from(error: PyErr) -> Self {
        Self::Python(error)
    }
}

/// Runs what a Python call asks for.
pub(crate) fn door<T>(py: Python<'_>, work: impl FnOnce() -> Result<T, Trouble>) -> PyResult<T> {
    let done = catch_unwind(AssertUnwindSafe(work)).unwrap_or_else(|_| Err(qantara::Error::internal().into()));
    done.map_err(|trouble| match trouble {
        Trouble::Core(error) => raised(py, &error).unwrap_or_else(|error| error),
        Trouble::Python(error) => error,
    })
}

/// The core's error as an exception of the class its range asks for.
fn raised(py: Python<'_>, error: &qantara::Error) -> PyResult<PyErr> {
    let name = match error.code().range() {
        Range::Validation => "ValidationError",
        Range::Signature => "SignatureError",
        Range::Reply => "ReplyError",
        Range::Mismatch => "MismatchError",
        Range::Gateway => "GatewayError",
    };
    let exception = class(py, name)?.call1((error.message(),))?;
    let faults = PyList::empty(py);
    for fault in error.faults() {
        faults.append(fault_dict(py, fault)?)?;
    }
    exception.setattr("code", error.code().text())?;
    exception.setattr("number", error.code().number())?;
    exception.setattr("field", some(error.field()))?;
    exception.setattr("faults", faults)?;
    exception.setattr("retry", error.retry().name())?;
    exception.setattr("look_up", some(error.look_up()))?;
    exception.setattr("status", error.status())?;
    exception.setattr("gateway_code", some(error.gateway_code()))?;
    exception.setattr("gateway_message", some(error.gateway_message()))?;
    exception.setattr("gateway_reference", some(error.gateway_reference()))?;
    Ok(PyErr::from_value(exception))
}

/// A fault as plain data.
pub(crate) fn fault_dict<'py>(py: Python<'py>, fault: &Fault) -> PyResult<Bound<'py, PyDict>> {
    let dict = PyDict::new(py);
    dict.set_item("code", fault.code().text())?;
    dict.set_item("number", fault.code().number())?;
    dict.set_item("field", some(fault.field()))?;
    dict.set_item("limit", some(fault.limit()))?;
    dict.set_item("message", fault.to_string())?;
    Ok(dict)
}

/// What is absent is `None` in Python.
pub(crate) fn some(text: &str) -> Option<&str> {
    Some(text).filter(|text| !text.is_empty())
}
