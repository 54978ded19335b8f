//! Gateways, and what is asked of them by name.

use std::sync::Arc;
use std::time::{SystemTime, UNIX_EPOCH};

use qantara::egw::SignedCallback;
use qantara::record::{Names, Record, Shape, Value};
use qantara::registry::{OPERATIONS, READERS};
use qantara::{Code, Error, Gateway, GatewayKind, Stamp, StampFields};

use crate::call::qantara_call;
use crate::error::{Out, free, guard, need, qantara_error};
use crate::field::{fields, names_of, qantara_field, qantara_names, qantara_text, record};
use crate::message::qantara_message;
use crate::record::{Source, qantara_record};

/// A gateway with your credentials. Cheap to make; it may be used from several threads at once.
pub struct qantara_gateway {
    pub(crate) gateway: Arc<Gateway>,
    pub(crate) names: Names,
}

/// How a gateway spells names, for errors before it is known to be one.
pub(crate) unsafe fn names(gateway: *const qantara_gateway) -> Names {
    // SAFETY: as the header says.
    unsafe { gateway.as_ref() }.map_or(Names::Snake, |gateway| gateway.names)
}

/// Unix seconds by this machine's clock; an implausible one is refused by the core.
pub(crate) fn now() -> i64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH);
    since.ok().and_then(|since| i64::try_from(since.as_secs()).ok()).unwrap_or(0)
}

/// The stamp that was given, or one of now.
fn stamp(given: Value, names: Names) -> Result<Stamp, Error> {
    match given {
        Value::Null => {
            let mut random = [0; 16];
            let filled = getrandom::fill(&mut random).is_ok();
            // Without randomness there is no nonce, and the core says so.
            Stamp::new(now(), if filled { &random } else { &[] })
        }
        Value::Map(map) => Stamp::from_record(Record::from_named(StampFields::SHAPE, names, map)?),
        _ => Err(Error::in_input(Code::FieldType, "stamp", "a map of timestamp and nonce")),
    }
}

/// The same record with `now`, if it has such a field that was left out.
pub(crate) fn timed(input: Record) -> Record {
    match input.shape().position("now") {
        Some(at) if input.value("now").is_null() => {
            let mut values = input.values().to_vec();
            if let Some(slot) = values.get_mut(at) {
                *slot = now().into();
            }
            Record::from_values(input.shape(), values)
        }
        _ => input,
    }
}

/// The input of an operation or tool, with what is made where it was left out.
pub(crate) unsafe fn given(
    shape: &'static Shape,
    stamped: bool,
    names: Names,
    input: *const qantara_field,
    count: usize,
) -> Result<(Record, Option<Stamp>), Error> {
    let mut more = [("stamp", Value::Null)];
    let more = if stamped { &mut more[..] } else { &mut [] };
    // SAFETY: as the caller of the API vouches.
    let input = unsafe { record(shape, names, fields(input, count)?, more)? };
    let stamp = more.first_mut().map(|(_, given)| stamp(core::mem::take(given), names)).transpose()?;
    Ok((timed(input), stamp))
}

/// Makes a gateway: `alqaseh`, `egw` or `paylink`, from its configuration. `names` says how you spell the names
/// of fields, here and in whatever comes of it.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn qantara_gateway_new(
    kind: qantara_text,
    names: qantara_names,
    configuration: *const qantara_field,
    count: usize,
    out: *mut *mut qantara_gateway,
) -> *mut qantara_error {
    guard(names_of(names).unwrap_or_default(), || {
        // SAFETY: as the header says.
        let (out, kind, given) = unsafe { (Out::new(out)?, kind.text("kind")?, fields(configuration, count)?) };
        let names = names_of(names)?;
        let kind = kind_of(kind)?;
        // SAFETY: as the header says.
        let configuration = unsafe { record(kind.configuration(), names, given, &mut [])? };
        out.give(qantara_gateway { gateway: Arc::new(Gateway::new(kind, configuration)?), names });
        Ok(())
    })
}

pub(crate) fn kind_of(name: &str) -> Result<GatewayKind, Error> {
    let unknown = || Error::in_input(Code::ChoiceUnknown, "kind", GatewayKind::ALL.map(GatewayKind::name).join(", "));
    GatewayKind::from_name(name).ok_or_else(unknown)
}

/// Frees a gateway. NULL is fine. What was made with it lives on.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn qantara_gateway_free(gateway: *mut qantara_gateway) {
    // SAFETY: as the header says.
    unsafe { free(gateway) }
}

/// Makes a call of an operation, such as `create_payment`: checks everything, sends nothing. Operations that sign
/// take one more field, `stamp`, a map of `timestamp` and `nonce`; left out, it is made from this machine's clock
/// and randomness. So is a field `now`, where there is one, from the clock. A field that is a record, such as
/// `authorization`, takes what `qantara_record_json` gives.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn qantara_call_new(
    gateway: *const qantara_gateway,
    operation: qantara_text,
    input: *const qantara_field,
    count: usize,
    out: *mut *mut qantara_call,
) -> *mut qantara_error {
    // SAFETY: as the header says.
    let names = unsafe { names(gateway) };
    guard(names, || {
        // SAFETY: as the header says.
        let (out, gateway, name) = unsafe { (Out::new(out)?, need(gateway, "gateway")?, operation.text("operation")?) };
        let kind = gateway.gateway.kind();
        let mut operations = OPERATIONS.iter().filter(|operation| operation.gateway() == kind);
        let operation = operations.find(|operation| names.matches(operation.name, name));
        let Some(operation) = operation else {
            return Err(Error::in_input(Code::OperationUnknown, name.to_owned(), "."));
        };
        // SAFETY: as the header says.
        let (input, stamp) = unsafe { given(operation.input, operation.stamped(), names, input, count)? };
        let call = gateway.gateway.call(operation, input, stamp.as_ref())?;
        out.give(qantara_call::new(call, names));
        Ok(())
    })
}

/// Reads something that arrived unasked, such as `alqaseh`'s `parse_webhook`. What comes out is a hint: it tells
/// you what to look up, and nothing else. No credentials are needed.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn qantara_read(
    kind: qantara_text,
    reader: qantara_text,
    names: qantara_names,
    message: qantara_text,
    out: *mut *mut qantara_record,
) -> *mut qantara_error {
    guard(names_of(names).unwrap_or_default(), || {
        // SAFETY: as the header says.
        let (out, kind, name, message) =
            unsafe { (Out::new(out)?, kind.text("kind")?, reader.text("reader")?, message.bytes("message")?) };
        let (names, kind) = (names_of(names)?, kind_of(kind)?);
        let reader = READERS.iter().find(|reader| reader.gateway == kind && names.matches(reader.name, name));
        let Some(reader) = reader else {
            return Err(Error::in_input(Code::OperationUnknown, name.to_owned(), "."));
        };
        out.give(qantara_record::new(Source::Plain(reader.read(message)?), names));
        Ok(())
    })
}

/// Reads a callback of the e-Commerce Gateway and verifies its MAC. What comes out shows only what the MAC covers.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn qantara_verify_callback(
    gateway: *const qantara_gateway,
    message: qantara_text,
    out: *mut *mut qantara_message,
) -> *mut qantara_error {
    // SAFETY: as the header says.
    let names = unsafe { names(gateway) };
    guard(names, || {
        // SAFETY: as the header says.
        let (out, gateway, message) = unsafe { (Out::new(out)?, need(gateway, "gateway")?, message.bytes("message")?) };
        let Gateway::Egw(egw) = gateway.gateway.as_ref() else {
            return Err(Error::in_input(Code::OperationUnknown, "verify_callback", "."));
        };
        let signed: SignedCallback = egw.verify_callback(message)?;
        out.give(qantara_message::new(Source::Signed(Box::new(signed)), names));
        Ok(())
    })
}
