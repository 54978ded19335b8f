//! What the gateway said: hints, replies, signed callbacks and outcomes. The generated classes add names to
//! their fields; what they prove is decided by the record in here, which no attribute can change.

use std::cell::Cell;

use pyo3::exceptions::{PyAttributeError, PyTypeError};
use pyo3::prelude::*;
use pyo3::types::{PyAny, PyDict};
use qantara::egw::SignedCallback;
use qantara::money::OrderFields;
use qantara::record::Record;
use qantara::{GatewayKind, Order, Reply, Settlement, registry};

use crate::classes::class;
use crate::door::{Trouble, door};
use crate::{given, shown};

/// Fields the gateway sent. Qantara makes these; they can't be made or changed.
#[pyclass(subclass, frozen, module = "qantara._native")]
pub(crate) struct Message(Kept);

/// How far the fields can be trusted.
pub(crate) enum Kept {
    Hint(Record),
    Reply(Reply),
    Signed(Box<SignedCallback>),
    Outcome(Settlement),
}

impl Kept {
    fn record(&self) -> &Record {
        match self {
            Self::Hint(record) => record,
            Self::Reply(reply) => reply.record(),
            Self::Signed(signed) => signed.as_record(),
            Self::Outcome(settlement) => settlement.outcome(),
        }
    }

    /// The class that has names for these fields.
    fn class(&self) -> &'static str {
        match self {
            Self::Signed(_) => "SignedCallback",
            Self::Outcome(Settlement::Paid(_)) => "Paid",
            Self::Outcome(Settlement::Held(_)) => "Held",
            Self::Outcome(Settlement::Reversed(_)) => "Reversed",
            Self::Outcome(Settlement::Failed(_)) => "Failed",
            Self::Outcome(Settlement::Open(_)) => "Open",
            Self::Hint(_) | Self::Reply(_) => self.record().shape().name,
        }
    }
}

thread_local! {
    // What the class that is being called right now is made of. Nothing else can put anything here.
    static MADE: Cell<Option<Kept>> = const { Cell::new(None) };
}

/// An object of the class for these fields.
pub(crate) fn make(py: Python<'_>, kept: Kept) -> Result<Py<PyAny>, Trouble> {
    let class = class(py, kept.class())?;
    MADE.set(Some(kept));
    let made = class.call0();
    MADE.set(None);
    Ok(made?.unbind())
}

#[pymethods]
impl Message {
    #[new]
    fn new() -> PyResult<Self> {
        let kept = MADE.take();
        kept.map(Self).ok_or_else(|| PyTypeError::new_err("only Qantara makes these, from what the gateway sent"))
    }

    fn _field(&self, py: Python<'_>, at: usize) -> PyResult<Py<PyAny>> {
        let record = self.0.record();
        match (record.shape().fields.get(at), record.values().get(at)) {
            (Some(field), Some(value)) => Ok(shown::field(py, field, value)?.unbind()),
            _ => Ok(py.None()),
        }
    }

    /// What the gateway sent beyond the fields known here, as it came.
    #[getter]
    fn extra(&self, py: Python<'_>) -> PyResult<Py<PyDict>> {
        Ok(shown::map(py, self.0.record().extra())?.unbind())
    }

    fn _settle(&self, py: Python<'_>, order: &Bound<'_, PyAny>) -> PyResult<Py<PyAny>> {
        door(py, || make(py, Kept::Outcome(self.settled(order)?)))
    }

    fn _expect_paid(&self, py: Python<'_>, order: &Bound<'_, PyAny>) -> PyResult<Py<PyAny>> {
        door(py, || {
            let settled = self.settled(order)?;
            let paid = settled.clone().expect_paid();
            paid?;
            make(py, Kept::Outcome(settled))
        })
    }

    fn _replay_key(&self) -> Option<String> {
        match &self.0 {
            Kept::Signed(signed) => Some(signed.replay_key()),
            _ => None,
        }
    }

    // Without these an object's class could be set to another, such as a proof's.
    fn __setattr__(&self, _name: &Bound<'_, PyAny>, _value: &Bound<'_, PyAny>) -> PyResult<()> {
        Err(PyAttributeError::new_err("what the gateway sent can't be changed"))
    }

    fn __delattr__(&self, _name: &Bound<'_, PyAny>) -> PyResult<()> {
        Err(PyAttributeError::new_err("what the gateway sent can't be changed"))
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        shown::print(py, self.0.class(), self.0.record())
    }

    fn __copy__(slf: Py<Self>) -> Py<Self> {
        slf
    }

    fn __deepcopy__(slf: Py<Self>, _memo: &Bound<'_, PyAny>) -> Py<Self> {
        slf
    }
}

impl Message {
    fn settled(&self, order: &Bound<'_, PyAny>) -> Result<Settlement, qantara::Error> {
        let order = Order::from_fields(OrderFields::from(given::named(OrderFields::SHAPE, "order", order)?))?;
        match &self.0 {
            Kept::Reply(reply) => reply.settle(&order),
            Kept::Signed(signed) => signed.settle(&order),
            Kept::Hint(_) | Kept::Outcome(_) => {
                Err(qantara::Error::in_input(qantara::Code::ReplyForeign, "", "a hint proves nothing"))
            }
        }
    }
}

/// Reads something that arrived unasked: a hint.
#[pyfunction]
pub(crate) fn read(py: Python<'_>, gateway: &str, reader: &str, message: &Bound<'_, PyAny>) -> PyResult<Py<PyAny>> {
    door(py, || {
        let known = GatewayKind::from_name(gateway).and_then(|gateway| registry::find_reader(gateway, reader));
        let known = known.ok_or_else(|| unknown(reader))?;
        make(py, Kept::Hint(known.read(&given::bytes("message", message)?)?))
    })
}

/// A name that the generated classes never use.
pub(crate) fn unknown(name: &str) -> qantara::Error {
    qantara::Error::in_input(qantara::Code::OperationUnknown, String::from(name), ".")
}
