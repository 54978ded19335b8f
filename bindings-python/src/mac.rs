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

type Text<'py> = Bound<'py, PyString>;

/// The caller's fields, held while they are borrowed.
fn fields<'py>(given: &Bound<'py, PyAny>) -> Result<Vec<(Text<'py>, Option<Text<'py>>)>, Error> {
    let wrong = |field: &str, limit: &'static str| Error::in_input(Code::FieldType, String::from(field), limit);
    let map = given.cast::<PyDict>().map_err(|_| wrong("fields", "a dict of field names and texts"))?;
    let mut fields = Vec::with_capacity(map.len());
    for (name, value) in map {
        let name = name.cast_into::<PyString>().map_err(|_| wrong("fields", "names that are text"))?;
        let value = if value.is_none() {
            None
        } else {
            let wrong = |_| wrong(name.to_str().unwrap_or("fields"), "text or None");
            Some(value.cast_into::<PyString>().map_err(wrong)?)
        };
        fields.push((name, value));
    }
    Ok(fields)
}

/// Their texts.
fn texts<'a>(fields: &'a [(Text<'_>, Option<Text<'_>>)]) -> Result<Vec<(&'a str, Option<&'a str>)>, Error> {
    let mut texts = Vec::with_capacity(fields.len());
    for (name, value) in fields {
        let name = given::unicode("fields", name)?;
        let value = match value {
            Some(value) => Some(given::unicode(name, value)?),
            None => None,
        };
        texts.push((name, value));
    }
    Ok(texts)
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
        door(py, || Ok(self.0.source(&texts(&self::fields(fields)?)?)?))
    }

    /// The MAC in hex.
    fn sign(&self, py: Python<'_>, fields: &Bound<'_, PyAny>) -> PyResult<String> {
        door(py, || Ok(self.0.sign(&texts(&self::fields(fields)?)?)?))
    }

    /// Verifies a MAC in constant time; raises a SignatureError if it does not verify.
    fn verify(&self, py: Python<'_>, fields: &Bound<'_, PyAny>, mac: &Bound<'_, PyAny>) -> PyResult<()> {
        door(py, || Ok(self.0.verify(&texts(&self::fields(fields)?)?, given::text("mac", mac)?)?))
    }

    fn __repr__(&self) -> String {
        format!("{:?}", self.0)
    }
}
