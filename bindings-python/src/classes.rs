//! The Python classes that the native half makes objects and errors of.

use std::collections::HashMap;
use std::sync::{PoisonError, RwLock};

use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::{PyDict, PyType};

static CLASSES: RwLock<Option<HashMap<String, Py<PyType>>>> = RwLock::new(None);
static DECIMAL: PyOnceLock<Py<PyType>> = PyOnceLock::new();

/// Tells the native half the classes it makes objects of, by name. Only the package's modules do this, each when it
/// is imported.
#[pyfunction]
pub(crate) fn register(classes: &Bound<'_, PyDict>) -> PyResult<()> {
    let mut made: Vec<(String, Py<PyType>)> = Vec::with_capacity(classes.len());
    for item in classes.items() {
        let (name, class): (String, Bound<'_, PyType>) = item.extract()?;
        made.push((name, class.unbind()));
    }
    CLASSES.write().unwrap_or_else(PoisonError::into_inner).get_or_insert_default().extend(made);
    Ok(())
}

/// A registered class.
pub(crate) fn class<'py>(py: Python<'py>, name: &str) -> PyResult<Bound<'py, PyType>> {
    if let Some(class) = registered(py, name) {
        return Ok(class);
    }
    // The package imports a module when one of its names is first asked for, and the module registers its classes.
    py.import("qantara")?.getattr(name)?;
    registered(py, name).ok_or_else(|| PyTypeError::new_err("import qantara, not its native half"))
}

fn registered<'py>(py: Python<'py>, name: &str) -> Option<Bound<'py, PyType>> {
    let classes = CLASSES.read().unwrap_or_else(PoisonError::into_inner);
    Some(classes.as_ref()?.get(name)?.bind(py).clone())
}

/// `decimal.Decimal`, imported when it is first needed: the import takes longer than all of ours.
pub(crate) fn decimal(py: Python<'_>) -> PyResult<&Bound<'_, PyType>> {
    DECIMAL.import(py, "decimal", "Decimal")
}
