//! The Python classes that the native half makes objects and errors of.

use std::collections::HashMap;

use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::{PyDict, PyType};

static CLASSES: PyOnceLock<HashMap<String, Py<PyType>>> = PyOnceLock::new();
static DECIMAL: PyOnceLock<Py<PyType>> = PyOnceLock::new();

/// Tells the native half the classes it makes objects of, by name. Only the package does this, once.
#[pyfunction]
pub(crate) fn register(py: Python<'_>, classes: &Bound<'_, PyDict>) -> PyResult<()> {
    let mut known = HashMap::new();
    for item in classes.items() {
        let (name, class): (String, Bound<'_, PyType>) = item.extract()?;
        known.insert(name, class.unbind());
    }
    let _ = CLASSES.set(py, known);
    Ok(())
}

/// A registered class.
pub(crate) fn class<'py>(py: Python<'py>, name: &str) -> PyResult<&'py Bound<'py, PyType>> {
    let class = CLASSES.get(py).and_then(|classes| classes.get(name));
    class.map(|class| class.bind(py)).ok_or_else(|| PyTypeError::new_err("import qantara, not its native half"))
}

/// `decimal.Decimal`, imported when it is first needed: the import takes longer than all of ours.
pub(crate) fn decimal(py: Python<'_>) -> PyResult<&Bound<'_, PyType>> {
    DECIMAL.import(py, "decimal", "Decimal")
}
