//! Paylink's acknowledgment: deciding, and the delivery of the decision.

use std::sync::Arc;

use qantara::paylink::{Acknowledgment, AnswerFields, Decision, Delivery, Step};
use qantara::record::{Names, Record, Value};
use qantara::{Code, Error, Gateway, Paylink};

use crate::call::qantara_call;
use crate::error::{Out, calm, free, guard, need, need_mut, qantara_error};
use crate::field::{fields, qantara_field, qantara_text, record};
use crate::gateway::{names, now, qantara_gateway, timed};
use crate::record::{Source, qantara_record};

/// The delivery of a decision. For one thread at a time.
pub struct qantara_acknowledgment {
    // Before the gateway it borrows from: fields are dropped in this order.
    inner: Acknowledgment<'static>,
    _gateway: Arc<Gateway>,
    names: Names,
}

/// Read this machine's clock.
pub const QANTARA_NOW: i64 = i64::MIN;

/// Store the record, then send the call and say what came of it.
pub const QANTARA_SEND: u32 = 1;
/// Come back at a certain time.
pub const QANTARA_WAIT: u32 = 2;
/// There is nothing more to send; the state says how it ended.
pub const QANTARA_DONE: u32 = 3;

fn paylink(gateway: &qantara_gateway, what: &'static str) -> Result<*const Paylink, Error> {
    match gateway.gateway.as_ref() {
        Gateway::Paylink(paylink) => Ok(paylink),
        _ => Err(Error::in_input(Code::OperationUnknown, what, ".")),
    }
}

/// Decides about a payment: `link_reference`, `verdict` (`success` or `failure`), `deadline`, perhaps `now`. If
/// you have decided it before, give the stored record as `earlier`, a map. What comes out is the record to store,
/// in the transaction that settles your order and before the first bytes go out.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn qantara_decide(
    gateway: *const qantara_gateway,
    decision: *const qantara_field,
    count: usize,
    out: *mut *mut qantara_record,
) -> *mut qantara_error {
    // SAFETY: as the header says.
    let names = unsafe { names(gateway) };
    guard(names, || {
        // SAFETY: as the header says.
        let (out, gateway) = unsafe { (Out::new(out)?, need(gateway, "gateway")?) };
        // SAFETY: it lives as long as the gateway.
        let paylink = unsafe { &*paylink(gateway, "decide")? };
        let mut more = [("earlier", Value::Null)];
        // SAFETY: as the header says.
        let decision = unsafe { record(Decision::SHAPE, names, fields(decision, count)?, &mut more)? };
        let [(_, earlier)] = more;
        let earlier = match earlier {
            Value::Null => None,
            Value::Map(map) => Some(Delivery::from(Record::from_named(Delivery::SHAPE, names, map)?)),
            _ => return Err(Error::in_input(Code::FieldType, "earlier", "a record that you stored, or nothing")),
        };
        let delivery = paylink.decide(Decision::from(timed(decision)), earlier)?;
        out.give(qantara_record::new(Source::Plain(delivery.into_record()), names));
        Ok(())
    })
}

fn clock(given: Value) -> Value {
    if given.is_null() { now().into() } else { given }
}

/// Starts, or goes on after a restart, from a stored record.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn qantara_acknowledgment_new(
    gateway: *const qantara_gateway,
    saved: *const qantara_field,
    count: usize,
    out: *mut *mut qantara_acknowledgment,
) -> *mut qantara_error {
    // SAFETY: as the header says.
    let names = unsafe { names(gateway) };
    guard(names, || {
        // SAFETY: as the header says.
        let (out, gateway, saved) = unsafe {
            let out = Out::new(out)?;
            (out, need(gateway, "gateway")?, record(Delivery::SHAPE, names, fields(saved, count)?, &mut [])?)
        };
        // SAFETY: the handle keeps the gateway alive, and drops the borrow first.
        let paylink: &'static Paylink = unsafe { &*paylink(gateway, "acknowledgment")? };
        let inner = paylink.acknowledgment(Delivery::from(saved))?;
        out.give(qantara_acknowledgment { inner, _gateway: Arc::clone(&gateway.gateway), names });
        Ok(())
    })
}

/// What to do now (Unix seconds, or `QANTARA_NOW`): `*step` is `QANTARA_SEND` (then `*call` is yours), or
/// `QANTARA_WAIT` (then `*until` is when to come back), or `QANTARA_DONE`. A clock that goes backwards does no harm.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn qantara_acknowledgment_step(
    acknowledgment: *mut qantara_acknowledgment,
    now: i64,
    step: *mut u32,
    until: *mut i64,
    call: *mut *mut qantara_call,
) -> *mut qantara_error {
    // SAFETY: as the header says.
    let names = unsafe { acknowledgment.as_ref() }.map_or(Names::Snake, |acknowledgment| acknowledgment.names);
    guard(names, || {
        // SAFETY: as the header says.
        let (out, acknowledgment, step, until) = unsafe {
            let out = Out::new(call)?;
            (out, need_mut(acknowledgment, "acknowledgment")?, need_mut(step, "step")?, need_mut(until, "until")?)
        };
        (*step, *until) = (0, 0);
        let at = if now == QANTARA_NOW { crate::gateway::now() } else { now };
        match acknowledgment.inner.step(at)? {
            Step::Send(call) => {
                *step = QANTARA_SEND;
                out.give(qantara_call::new(call.erased(), names));
            }
            Step::Wait(time) => (*step, *until) = (QANTARA_WAIT, time),
            Step::Done => *step = QANTARA_DONE,
        }
        Ok(())
    })
}

/// Says what came of the call: `status`, `body` and `retry_after` of the answer, or no field at all if none came;
/// perhaps `now`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn qantara_acknowledgment_heard(
    acknowledgment: *mut qantara_acknowledgment,
    answer: *const qantara_field,
    count: usize,
) -> *mut qantara_error {
    // SAFETY: as the header says.
    let names = unsafe { acknowledgment.as_ref() }.map_or(Names::Snake, |acknowledgment| acknowledgment.names);
    guard(names, || {
        let mut more = [("now", Value::Null)];
        // SAFETY: as the header says.
        let (acknowledgment, answer) = unsafe {
            let acknowledgment = need_mut(acknowledgment, "acknowledgment")?;
            (acknowledgment, record(AnswerFields::SHAPE, names, fields(answer, count)?, &mut more)?)
        };
        let [(_, at)] = more;
        let at = match clock(at) {
            Value::Number(number) => number.parse().ok(),
            _ => None,
        };
        let at = at.ok_or_else(|| Error::in_input(Code::FieldType, "now", "a whole number"))?;
        AnswerFields::from(answer).hear(&mut acknowledgment.inner, at)
    })
}

/// How it stands: `pending`, `paused`, `acknowledged`, `acknowledged_late`, `refused` or `gave_up`. Until the next
/// step.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn qantara_acknowledgment_state(acknowledgment: *const qantara_acknowledgment) -> qantara_text {
    calm(qantara_text::of(""), || {
        // SAFETY: as the header says.
        let acknowledgment = unsafe { acknowledgment.as_ref() };
        acknowledgment.map_or(qantara_text::of(""), |acknowledgment| qantara_text::of(acknowledgment.inner.state()))
    })
}

/// The record to store, before and after every step.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn qantara_acknowledgment_save(
    acknowledgment: *const qantara_acknowledgment,
    out: *mut *mut qantara_record,
) -> *mut qantara_error {
    guard(Names::Snake, || {
        // SAFETY: as the header says.
        let (out, acknowledgment) = unsafe { (Out::new(out)?, need(acknowledgment, "acknowledgment")?) };
        let saved = acknowledgment.inner.save().into_record();
        out.give(qantara_record::new(Source::Plain(saved), acknowledgment.names));
        Ok(())
    })
}

/// Frees an acknowledgment. NULL is fine.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn qantara_acknowledgment_free(acknowledgment: *mut qantara_acknowledgment) {
    // SAFETY: as the header says.
    unsafe { free(acknowledgment) }
}
