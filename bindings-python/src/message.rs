//! What the gateway said and what came of it: hints, replies, signed callbacks, outcomes, the results of tools, and
//! the records within them. The generated classes add names to their fields; what they prove is decided by the
//! record in here, which no attribute can change.

use std::borrow::Cow;
use std::cell::Cell;

use pyo3::exceptions::{PyAttributeError, PyTypeError};
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::{PyAny, PyDict, PyTuple};
use qantara::egw::SignedCallback;
use qantara::money::OrderFields;
use qantara::record::{Kind, Record, Shape, Value};
use qantara::{GatewayKind, Order, Reply, Settlement, registry};

use crate::classes::class;
use crate::door::door;
use crate::{given, shown};

/// Fields with names. Qantara makes these; they can't be made or changed.
#[pyclass(subclass, frozen, module = "qantara._native")]
pub(crate) struct Message {
    kept: Kept,
    /// The records within, by their field: made when one is first asked for.
    inner: PyOnceLock<Vec<(usize, Py<PyAny>)>>,
}

/// How far the fields can be trusted.
pub(crate) enum Kept {
    /// A hint, what a tool made, or a part of another message: it proves nothing.
    Plain(Record),
    Reply(Reply),
    Signed(Box<SignedCallback>),
    Outcome(Settlement),
}

impl Kept {
    fn record(&self) -> &Record {
        match self {
            Self::Plain(record) => record,
            Self::Reply(reply) => reply.record(),
            Self::Signed(signed) => signed.as_record(),
            Self::Outcome(settlement) => settlement.outcome(),
        }
    }

    /// The class that has names for these fields.
    fn class(&self) -> Cow<'static, str> {
        Cow::Borrowed(match self {
            Self::Signed(_) => "SignedCallback",
            Self::Outcome(Settlement::Paid(_)) => "Paid",
            Self::Outcome(Settlement::Held(_)) => "Held",
            Self::Outcome(Settlement::Reversed(_)) => "Reversed",
            Self::Outcome(Settlement::Failed(_)) => "Failed",
            Self::Outcome(Settlement::Open(_)) => "Open",
            Self::Reply(reply) if settles_alone(reply) => {
                return Cow::Owned(format!("{}Reply", reply.record().shape().name));
            }
            Self::Plain(_) | Self::Reply(_) => self.record().shape().name,
        })
    }
}

/// Whether replies of this kind can be settled while other things with the same fields prove nothing: then they have
/// a class of their own.
fn settles_alone(reply: &Reply) -> bool {
    let name = reply.record().shape().name;
    reply.expect().operation().settles()
        && (registry::READERS.iter().any(|reader| reader.output.name == name)
            || registry::OPERATIONS.iter().any(|other| !other.settles() && other.output.name == name))
}

thread_local! {
    // What the class that is being called right now is made of. Nothing else can put anything here.
    static MADE: Cell<Option<Kept>> = const { Cell::new(None) };
}

/// An object of the class for these fields.
pub(crate) fn make(py: Python<'_>, kept: Kept) -> PyResult<Py<PyAny>> {
    let class = class(py, &kept.class())?;
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
        let made = kept.map(|kept| Self { kept, inner: PyOnceLock::new() });
        made.ok_or_else(|| PyTypeError::new_err("only Qantara makes these, from what the gateway sent"))
    }

    fn _field(&self, py: Python<'_>, at: usize) -> PyResult<Py<PyAny>> {
        let record = self.kept.record();
        let (Some(field), Some(value)) = (record.shape().fields.get(at), record.values().get(at)) else {
            return Ok(py.None());
        };
        if matches!(field.kind, Kind::Record(_) | Kind::Records(_))
            && let Some((_, made)) = self.inner(py)?.iter().find(|(place, _)| *place == at)
        {
            return Ok(made.clone_ref(py));
        }
        Ok(shown::field(py, field, value)?.unbind())
    }

    /// Its fields that are there as plain data: text, whole numbers, lists and dicts, which JSON can hold. Amounts are
    /// text. What `repr` doesn't show prints as `***` here too, but is what it is.
    fn to_dict<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyDict>> {
        shown::plain(py, self.kept.record())
    }

    /// What the gateway sent beyond the fields known here, as it came.
    #[getter]
    fn extra(&self, py: Python<'_>) -> PyResult<Py<PyDict>> {
        Ok(shown::map(py, self.kept.record().extra())?.unbind())
    }

    fn _settle(&self, py: Python<'_>, order: &Bound<'_, PyAny>) -> PyResult<Py<PyAny>> {
        door(py, || Ok(make(py, Kept::Outcome(self.settled(order)?))?))
    }

    fn _expect_paid(&self, py: Python<'_>, order: &Bound<'_, PyAny>) -> PyResult<Py<PyAny>> {
        door(py, || {
            let settled = self.settled(order)?;
            let paid = settled.clone().expect_paid();
            paid?;
            Ok(make(py, Kept::Outcome(settled))?)
        })
    }

    fn _replay_key(&self) -> Option<String> {
        match &self.kept {
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
        shown::print(py, &self.kept.class(), self.kept.record())
    }

    fn __copy__(slf: Py<Self>) -> Py<Self> {
        slf
    }

    fn __deepcopy__(slf: Py<Self>, _memo: &Bound<'_, PyAny>) -> Py<Self> {
        slf
    }
}

impl Message {
    /// The same fields where a record of this table is asked for.
    pub(crate) fn given_back(&self, shape: &Shape) -> Option<Value> {
        let record = self.kept.record();
        (record.shape().name == shape.name).then(|| record.clone().into())
    }

    fn inner(&self, py: Python<'_>) -> PyResult<&Vec<(usize, Py<PyAny>)>> {
        self.inner.get_or_try_init(py, || {
            let record = self.kept.record();
            let mut made = Vec::new();
            for (at, (field, value)) in record.shape().fields.iter().zip(record.values()).enumerate() {
                if let Some(inner) = within(py, &field.kind, value)? {
                    made.push((at, inner));
                }
            }
            Ok(made)
        })
    }

    fn settled(&self, order: &Bound<'_, PyAny>) -> Result<Settlement, qantara::Error> {
        let order = Order::from_fields(OrderFields::from(given::named(OrderFields::SHAPE, "order", order)?))?;
        match &self.kept {
            Kept::Reply(reply) => reply.settle(&order),
            Kept::Signed(signed) => signed.settle(&order),
            Kept::Plain(_) | Kept::Outcome(_) => {
                Err(qantara::Error::in_input(qantara::Code::ReplyForeign, "", "a hint proves nothing"))
            }
        }
    }
}

/// The record that a value is, or the tuple of records; none if the gateway sent something else there.
fn within(py: Python<'_>, kind: &Kind, value: &Value) -> PyResult<Option<Py<PyAny>>> {
    match (kind, value) {
        (Kind::Record(shape), Value::Map(map)) => make(py, Kept::Plain(Record::from_map(shape, map))).map(Some),
        (Kind::Records(shape), Value::List(items)) => {
            let each = items.iter().map(|item| within(py, &Kind::Record(shape), item));
            let Some(each) = each.collect::<PyResult<Option<Vec<_>>>>()? else { return Ok(None) };
            Ok(Some(PyTuple::new(py, each)?.into_any().unbind()))
        }
        _ => Ok(None),
    }
}

/// Reads something that arrived unasked: a hint.
#[pyfunction]
pub(crate) fn read(py: Python<'_>, gateway: &str, reader: &str, message: &Bound<'_, PyAny>) -> PyResult<Py<PyAny>> {
    door(py, || {
        let known = GatewayKind::from_name(gateway).and_then(|gateway| registry::find_reader(gateway, reader));
        let known = known.ok_or_else(|| unknown(reader))?;
        Ok(make(py, Kept::Plain(known.read(&given::bytes("message", message)?)?))?)
    })
}

/// A name that the generated classes never use.
pub(crate) fn unknown(name: &str) -> qantara::Error {
    qantara::Error::in_input(qantara::Code::OperationUnknown, String::from(name), ".")
}
