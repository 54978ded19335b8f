//! The gateways: configuration in, calls out.

use pyo3::prelude::*;
use pyo3::types::{PyDict, PyTuple};
use qantara::paylink::{Decision, Delivery};
use qantara::record::{Record, Value};
use qantara::{GatewayKind, Paylink, registry};

use crate::call::Call;
use crate::delivery::Acknowledgment;
use crate::door::door;
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
            make(py, Kept::Signed(Box::new(signed)))
        })
    }

    #[pyo3(signature = (values, earlier=None))]
    fn _decide<'py>(
        &self,
        py: Python<'py>,
        values: &Bound<'py, PyTuple>,
        earlier: Option<&Bound<'py, PyAny>>,
    ) -> PyResult<Bound<'py, PyDict>> {
        door(py, || {
            let decision = Decision::from(with_now(given::record(Decision::SHAPE, values)?)?);
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

/// Fills in the clock where the caller left `now` out.
fn with_now(record: Record) -> Result<Record, qantara::Error> {
    let shape = record.shape();
    let now = given::now(None)?;
    let fields = shape.fields.iter().zip(record.values());
    let values = fields.map(|(field, value)| match value {
        Value::Null if field.name == "now" => Value::from(now),
        value => value.clone(),
    });
    Ok(Record::from_values(shape, values.collect::<Vec<_>>()))
}
