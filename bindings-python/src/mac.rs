//! The low-level MAC.

use pyo3::prelude::*;
use pyo3::types::{PyDict, PyString, PyTuple};
use qantara::mac::MacConfiguration;
use qantara::{Code, Error};

use crate::door::door;
use crate::given;

/// A key and a field order.
#[pyclass(subclass, frozen, module = "qantara._native")]
pub(crate) struct Mac(qantara::mac::Mac);

/// The caller's fields while they are borrowed.
struct Fields<'py>(Vec<(Bound<'py, PyString>, Option<Bound<'py, PyString>>)>);

impl<'py> Fields<'py> {
    fn new(given: &Bound<'py, PyAny>) -> Result<Self, Error> {
        let wrong = |field: &str, limit: &'static str| Error::in_input(Code::FieldType, String::from(field), limit);
        let map = given.cast::<PyDict>().map_err(|_| wrong("fields", "a dict of field names and texts"))?;
        let mut fields = Vec::with_capacity(map.len());
        for (name, value) in map {
            let name = name.cast_into::<PyString>().map_err(|_| wrong("fields", "names that are text"))?;
            if value.is_none() {
                fields.push((name, None));
                continue;
            }
            match value.cast_into::<PyString>() {
                Ok(value) => fields.push((name, Some(value))),
                Err(_) => return Err(wrong(given::text("fields", &name)?, "text or None")),
            }
        }
        Ok(Self(fields))
    }

    fn as_slice(&self) -> Result<Vec<(&str, Option<&str>)>, Error> {
        self.0
            .iter()
            .map(|(name, value)| {
                let name = given::text("fields", name)?;
                Ok((name, value.as_ref().map(|value| given::text(name, value)).transpose()?))
            })
            .collect()
    }
}

#[pymethods]
impl Mac {
    #[new]
    fn new(py: Python<'_>, values: &Bound<'_, PyTuple>) -> PyResult<Self> {
        door(py, || {
            let configuration = MacConfiguration::from(given::record(MacConfiguration::SHAPE, values)?);
            Ok(Self(qantara::mac::Mac::new(configuration)?))
        })
    }

    /// The text the MAC covers. Fields outside the order are ignored; absent, None and empty ones are the
    /// absent token.
    fn source(&self, py: Python<'_>, fields: &Bound<'_, PyAny>) -> PyResult<String> {
        door(py, || Ok(self.0.source(&Fields::new(fields)?.as_slice()?)?))
    }

    /// The MAC in hex.
    fn sign(&self, py: Python<'_>, fields: &Bound<'_, PyAny>) -> PyResult<String> {
        door(py, || Ok(self.0.sign(&Fields::new(fields)?.as_slice()?)?))
    }

    /// Verifies a MAC in constant time; raises a SignatureError if it does not verify.
    fn verify(&self, py: Python<'_>, fields: &Bound<'_, PyAny>, mac: &Bound<'_, PyAny>) -> PyResult<()> {
        door(py, || Ok(self.0.verify(&Fields::new(fields)?.as_slice()?, given::text("mac", mac)?)?))
    }

    fn __repr__(&self) -> String {
        format!("{:?}", self.0)
    }
}
