//! Paylink's delivery of an acknowledgment.

use std::sync::{Mutex, PoisonError};

use pyo3::prelude::*;
use pyo3::types::PyDict;
use qantara::paylink::{Answer, Delivery, Step};

use crate::call::Call;
use crate::classes::class;
use crate::door::{Trouble, door};
use crate::gateway::Gateway;
use crate::{given, shown};

/// A delivery under way. Everything it knows is in the record that `save` returns, so it survives the process.
#[pyclass(frozen, module = "qantara")]
pub(crate) struct Acknowledgment {
    gateway: Py<Gateway>,
    record: Mutex<Delivery>,
}

impl Acknowledgment {
    pub(crate) fn new(gateway: Py<Gateway>, record: Delivery) -> Self {
        Self { gateway, record: Mutex::new(record) }
    }

    fn record(&self) -> Delivery {
        self.record.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    fn keep(&self, record: Delivery) {
        *self.record.lock().unwrap_or_else(PoisonError::into_inner) = record;
    }
}

#[pymethods]
impl Acknowledgment {
    /// What to do now: `Send`, `Wait` or `Done`. Store what `save` returns before you send.
    #[pyo3(signature = (now=None))]
    fn step(&self, py: Python<'_>, now: Option<&Bound<'_, PyAny>>) -> PyResult<Py<PyAny>> {
        door(py, || {
            let now = given::now(now)?;
            let mut running = self.gateway.get().paylink()?.resume(self.record())?;
            let step = running.step(now)?;
            self.keep(running.save());
            let made = match step {
                Step::Send(call) => class(py, "Send")?.call1((Call(call.erased()),)),
                Step::Wait(until) => class(py, "Wait")?.call1((until,)),
                Step::Done => class(py, "Done")?.call0(),
            };
            Ok::<_, Trouble>(made?.unbind())
        })
    }

    /// Takes what came of the call: the answer's status, body and `Retry-After`, or nothing if no answer came.
    #[pyo3(signature = (*, status=None, body=None, retry_after=None, now=None))]
    fn heard(
        &self,
        py: Python<'_>,
        status: Option<&Bound<'_, PyAny>>,
        body: Option<&Bound<'_, PyAny>>,
        retry_after: Option<&Bound<'_, PyAny>>,
        now: Option<&Bound<'_, PyAny>>,
    ) -> PyResult<()> {
        door(py, || {
            let now = given::now(now)?;
            let status = status.map(given::status).transpose()?;
            let body = body.map(|body| given::bytes("body", body)).transpose()?.unwrap_or_default();
            let retry_after = given::text_or_none("retry_after", retry_after)?;
            let mut running = self.gateway.get().paylink()?.resume(self.record())?;
            let answer = status.map_or(Answer::Lost, |status| Answer::Reply { status, body: &body, retry_after });
            running.heard(now, answer)?;
            self.keep(running.save());
            Ok(())
        })
    }

    /// How it stands: `pending`, `paused`, `acknowledged`, `acknowledged_late` (check for a refund before you
    /// ship), `refused` or `gave_up` (the outcome is unknown: a person must look).
    #[getter]
    fn state(&self) -> String {
        self.record().text("state").unwrap_or_default().to_owned()
    }

    /// The record to store, before and after every step: plain data.
    fn save<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyDict>> {
        shown::record(py, &self.record())
    }

    fn __repr__(&self) -> String {
        format!("<Acknowledgment of {}: {}>", self.record().text("link_reference").unwrap_or_default(), self.state())
    }
}
