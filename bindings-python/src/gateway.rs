//! The gateways: configuration in, calls out.

use pyo3::prelude::*;
use pyo3::types::{PyDict, PyTuple};
use qantara::paylink::{Decision, Delivery};
use qantara::{GatewayKind, Paylink, registry};

use crate::call::Call;
use crate::delivery::Acknowledgment;
use crate::door::{Trouble, door};
use crate::message::{Kept, make, unknown};
use crate::{given, shown};

/// What the three gateways have in common.
#[pyclass(subclass, frozen, module = "qantara._native")]
pub(crate) struct Gateway(qantara::Gateway);

#[pymethods]
impl Gateway {
    #[new]
    fn new(py: Python<'_>, kind: &str, values: &Bound<'_, PyTuple>) -> PyResult<Self> {
        door(py, || {
            let kind = GatewayKind::from_name(kind).ok_or_else(|| unknown(kind))?;
            Ok(Self(qantara::Gateway::new(kind, given::record(kind.configuration(), values)?)?))
        })
    }

    #[pyo3(signature = (operation, values, stamp=None))]
    fn _call(
        &self,
        py: Python<'_>,
        operation: &str,
        values: &Bound<'_, PyTuple>,
        stamp: Option<&Bound<'_, PyAny>>,
    ) -> PyResult<Call> {
        door(py, || {
            let operation = registry::find(self.0.kind(), operation).ok_or_else(|| unknown(operation))?;
            let input = given::record(operation.input, values)?;
            let stamp = if operation.stamped() { Some(given::stamp(stamp)?) } else { None };
            Ok(Call(self.0.call(operation, input, stamp.as_ref())?))
        })
    }

    fn _verify_callback(&self, py: Python<'_>, body: &Bound<'_, PyAny>) -> PyResult<Py<PyAny>> {
        door(py, || {
            let qantara::Gateway::Egw(gateway) = &self.0 else { return Err(unknown("verify_callback").into()) };
            let signed = gateway.verify_callback(&given::bytes("body", body)?)?;
            Ok(make(py, Kept::Signed(Box::new(signed)))?)
        })
    }

    #[pyo3(signature = (tool, values, stamp=None))]
    fn _run(
        &self,
        py: Python<'_>,
        tool: &str,
        values: &Bound<'_, PyTuple>,
        stamp: Option<&Bound<'_, PyAny>>,
    ) -> PyResult<Py<PyAny>> {
        door(py, || run_tool(py, self.0.kind(), Some(&self.0), tool, values, stamp))
    }

    #[pyo3(signature = (values, earlier=None))]
    fn _decide<'py>(
        &self,
        py: Python<'py>,
        values: &Bound<'py, PyTuple>,
        earlier: Option<&Bound<'py, PyAny>>,
    ) -> PyResult<Bound<'py, PyDict>> {
        door(py, || {
            let decision = Decision::from(given::record(Decision::SHAPE, values)?);
            let earlier = earlier.map(|earlier| saved("earlier", earlier)).transpose()?;
            let decided = self.paylink()?.decide(decision, earlier)?;
            Ok(shown::record(py, &decided)?)
        })
    }

    fn _acknowledgment(slf: &Bound<'_, Self>, record: &Bound<'_, PyAny>) -> PyResult<Acknowledgment> {
        door(slf.py(), || {
            let record = saved("saved", record)?;
            let record = slf.get().paylink()?.acknowledgment(record)?.save();
            Ok(Acknowledgment::new(slf.clone().unbind(), record))
        })
    }

    fn __repr__(&self) -> String {
        match &self.0 {
            qantara::Gateway::AlQaseh(gateway) => format!("{gateway:?}"),
            qantara::Gateway::Egw(gateway) => format!("{gateway:?}"),
            qantara::Gateway::Paylink(gateway) => format!("{gateway:?}"),
        }
    }
}

impl Gateway {
    pub(crate) fn paylink(&self) -> Result<&Paylink, qantara::Error> {
        match &self.0 {
            qantara::Gateway::Paylink(gateway) => Ok(gateway),
            _ => Err(unknown("acknowledgment")),
        }
    }
}

/// A stored delivery.
fn saved(what: &str, given: &Bound<'_, PyAny>) -> Result<Delivery, qantara::Error> {
    Ok(Delivery::from(given::named(Delivery::SHAPE, what, given)?))
}

fn run_tool(
    py: Python<'_>,
    kind: GatewayKind,
    gateway: Option<&qantara::Gateway>,
    name: &str,
    values: &Bound<'_, PyTuple>,
    stamp: Option<&Bound<'_, PyAny>>,
) -> Result<Py<PyAny>, Trouble> {
    let tool = registry::find_tool(kind, name).ok_or_else(|| unknown(name))?;
    let input = given::record(tool.input, values)?;
    let stamp = if tool.stamped() { Some(given::stamp(stamp)?) } else { None };
    // One of them, `diagnose`, may take a second: other threads go on.
    let made = py.detach(|| tool.run(gateway, input, stamp.as_ref()))?;
    Ok(make(py, Kept::Plain(made))?)
}

/// Runs a tool that needs no gateway.
#[pyfunction]
pub(crate) fn run(py: Python<'_>, gateway: &str, tool: &str, values: &Bound<'_, PyTuple>) -> PyResult<Py<PyAny>> {
    door(py, || {
        let kind = GatewayKind::from_name(gateway).ok_or_else(|| unknown(gateway))?;
        run_tool(py, kind, None, tool, values, None)
    })
}
