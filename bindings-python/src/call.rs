//! A request that is ready to be sent, and reading what comes back.

use pyo3::prelude::*;
use pyo3::types::{PyBytes, PyDict, PyList, PyType};
use qantara::Expect;
use qantara::call::Answer;

use crate::door::{Trouble, door, fault_dict, some};
use crate::message::{Kept, make};
use crate::{given, shown};

/// A request that is ready to be sent with any HTTP client, and what its reply must be for.
///
/// Send it without following redirects: your credentials would travel with it.
#[pyclass(frozen, module = "qantara")]
pub(crate) struct Call(pub(crate) qantara::Call);

#[pymethods]
impl Call {
    /// `GET` or `POST`.
    #[getter]
    fn method(&self) -> &'static str {
        self.0.request().method
    }

    /// The absolute URL. One that ends in a token prints as `***`, but is what it is.
    #[getter]
    fn url<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        let request = self.0.request();
        shown::text(py, &request.url, request.secret_url)
    }

    /// The headers, credentials included. Credentials print as `***`, but are what they are.
    #[getter]
    fn headers<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyDict>> {
        let headers = PyDict::new(py);
        for header in &self.0.request().headers {
            headers.set_item(header.name, shown::text(py, &header.value, header.secret)?)?;
        }
        Ok(headers)
    }

    /// The body's bytes, or None.
    #[getter]
    fn body<'py>(&self, py: Python<'py>) -> Option<Bound<'py, PyBytes>> {
        some(&self.0.request().body).map(|body| PyBytes::new(py, body.as_bytes()))
    }

    /// The verdict if the request went out and no answer came: `safe` (send it again), `look_up_first` (it may
    /// have happened; `look_up` says how to find out) or `never`.
    #[getter]
    fn retry(&self) -> &'static str {
        self.0.retry().name()
    }

    /// What to look up with if no answer came, or None.
    #[getter]
    fn look_up(&self) -> Option<&'static str> {
        Some(self.0.look_up()).filter(|text| !text.is_empty())
    }

    /// When the bytes go stale, in Unix seconds, or None: signed requests live an hour.
    #[getter]
    fn expires(&self) -> Option<i64> {
        self.0.expires()
    }

    /// What is allowed but worth knowing.
    #[getter]
    fn warnings<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyList>> {
        let warnings = PyList::empty(py);
        for fault in self.0.warnings() {
            warnings.append(fault_dict(py, fault)?)?;
        }
        Ok(warnings)
    }

    /// The text the MAC covers, if the request is signed: for comparing notes with your bank.
    #[getter]
    fn mac_source(&self) -> Option<&str> {
        self.0.signed().map(|signed| signed.source.as_str())
    }

    /// The MAC in hex, if the request is signed.
    #[getter]
    fn mac(&self) -> Option<&str> {
        self.0.signed().map(|signed| signed.mac.as_str())
    }

    /// What the reply must be for: plain data without secrets, for `parse_reply` in another process.
    #[getter]
    fn expect<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        door(py, || {
            let expect = qantara::json::from_text(self.0.expect().to_json().as_bytes())?;
            Ok(shown::value(py, &expect)?)
        })
    }

    /// Reads the reply: the HTTP status, the body as it came and, if you have it, its `Content-Type`.
    #[pyo3(signature = (status, body, content_type=None))]
    fn parse(
        &self,
        py: Python<'_>,
        status: &Bound<'_, PyAny>,
        body: &Bound<'_, PyAny>,
        content_type: Option<&Bound<'_, PyAny>>,
    ) -> PyResult<Py<PyAny>> {
        door(py, || parse(py, self.0.expect(), status, body, content_type))
    }

    #[classmethod]
    fn __class_getitem__<'py>(cls: &Bound<'py, PyType>, item: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyAny>> {
        cls.py().import("types")?.getattr("GenericAlias")?.call1((cls, item))
    }

    /// The body is not printed: it may hold what the customer typed.
    fn __repr__(&self) -> String {
        let request = self.0.request();
        let operation = self.0.expect().operation().name;
        format!("<Call {operation}: {} {} ({} bytes)>", request.method, request.shown_url(), request.body.len())
    }

    fn __copy__(slf: Py<Self>) -> Py<Self> {
        slf
    }

    fn __deepcopy__(slf: Py<Self>, _memo: &Bound<'_, PyAny>) -> Py<Self> {
        slf
    }
}

fn parse(
    py: Python<'_>,
    expect: &Expect,
    status: &Bound<'_, PyAny>,
    body: &Bound<'_, PyAny>,
    content_type: Option<&Bound<'_, PyAny>>,
) -> Result<Py<PyAny>, Trouble> {
    let body = given::bytes("body", body)?;
    let content_type = given::text_or_none("content_type", content_type)?;
    let reply = expect.parse(Answer { status: given::status(status)?, content_type, body: &body })?;
    Ok(make(py, Kept::Reply(reply))?)
}

/// Reads the reply to a call that was made elsewhere: `expect` is what the call's `expect` was.
#[pyfunction]
#[pyo3(signature = (expect, status, body, content_type=None))]
pub(crate) fn parse_reply(
    py: Python<'_>,
    expect: &Bound<'_, PyAny>,
    status: &Bound<'_, PyAny>,
    body: &Bound<'_, PyAny>,
    content_type: Option<&Bound<'_, PyAny>>,
) -> PyResult<Py<PyAny>> {
    door(py, || {
        let expect = qantara::json::to_text(&given::map("expect", expect)?);
        parse(py, &Expect::from_json(&expect)?, status, body, content_type)
    })
}
