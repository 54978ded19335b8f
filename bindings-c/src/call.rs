//! Calls: what to send, and what its reply must be for.

use std::sync::OnceLock;

use qantara::call::Answer;
use qantara::record::{Names, Value};
use qantara::{Call, Code, Error, Expect};

use crate::error::{Out, calm, faults, free, guard, need, qantara_error};
use crate::field::{QANTARA_SECRET, QANTARA_TEXT, names_of, qantara_field, qantara_names, qantara_text};
use crate::message::qantara_message;
use crate::record::{Source, qantara_record};

/// A request that is ready to be sent.
pub struct qantara_call {
    record: qantara_record,
    expect: OnceLock<String>,
    names: Names,
}

impl qantara_call {
    pub(crate) fn new(call: Call, names: Names) -> Self {
        let record = qantara_record::new(Source::Call(Box::new(call)), Names::Snake);
        Self { record, expect: OnceLock::new(), names }
    }

    fn call(&self) -> Option<&Call> {
        match self.record.source() {
            Source::Call(call) => Some(call),
            _ => None,
        }
    }
}

/// The fields of a call's record, in their order.
pub(crate) const CALL: &[&str] = &[
    "operation",
    "method",
    "url",
    "shown_url",
    "body",
    "retry",
    "look_up",
    "expires",
    "mac_source",
    "mac",
    "warnings",
];

/// A field of a call by its place: text as it lies there, or a value to be made.
pub(crate) fn field_of(call: &Call, at: usize) -> Result<&str, Value> {
    let (request, signed) = (call.request(), call.signed());
    let present = |text: Option<&'static str>| text.filter(|text| !text.is_empty()).ok_or(Value::Null);
    match at {
        0 => Ok(call.expect().operation().name),
        1 => Ok(request.method),
        2 => Ok(&request.url),
        3 => Err(Value::Text(request.shown_url())),
        4 => Ok(&request.body),
        5 => Ok(call.retry().name()),
        6 => present(Some(call.look_up())),
        7 => Err(call.expires().into()),
        8 => signed.map(|signed| signed.source.as_str()).ok_or(Value::Null),
        9 => signed.map(|signed| signed.mac.as_str()).ok_or(Value::Null),
        _ => Err(if call.warnings().is_empty() { Value::Null } else { faults(call.warnings()) }),
    }
}

/// Whether a field of a call is kept out of logs: a URL may end in a token, a body may hold what the customer typed,
/// a MAC's source too, and who has the MAC can send the request.
pub(crate) fn is_secret(call: &Call, at: usize) -> bool {
    matches!(at, 4 | 8 | 9) || (at == 2 && call.request().secret_url)
}

/// What to send: `operation`, `method`, `url` (`shown_url` is for logs), `body` (empty if there is none); `retry`
/// (`safe` or `look_up_first`: the verdict if no answer comes back) and `look_up`; for signed requests `expires` (Unix
/// seconds), `mac_source` and `mac`; `warnings`, a list like an error's `faults`. `body`, `mac_source` and `mac` have
/// the flag `QANTARA_SECRET`, and so has a `url` that ends in a token. As long as the call lives. Never follow a
/// redirect with it: your credentials would travel.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn qantara_call_record(call: *const qantara_call) -> *const qantara_record {
    // SAFETY: as the header says.
    unsafe { call.as_ref() }.map_or(core::ptr::null(), |call| &raw const call.record)
}

/// A header to send, by position, as a name and its text; credentials have the flag `QANTARA_SECRET`. Returns
/// false past the last one. As long as the call lives.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn qantara_call_header(
    call: *const qantara_call,
    position: usize,
    out: *mut qantara_field,
) -> bool {
    // SAFETY: as the header says.
    let (call, out) = unsafe { (call.as_ref(), out.as_mut()) };
    let header = call.and_then(qantara_call::call).and_then(|call| call.request().headers.get(position));
    let Some((header, out)) = header.zip(out) else { return false };
    *out = qantara_field {
        name: qantara_text::of(header.name),
        kind: QANTARA_TEXT,
        flags: if header.secret { QANTARA_SECRET } else { 0 },
        value: qantara_text::of(&header.value),
    };
    true
}

/// What the reply must be for, as JSON text without secrets. Store it where another process will read the reply
/// with `qantara_parse_reply`. As long as the call lives.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn qantara_call_expect(call: *const qantara_call) -> qantara_text {
    calm(qantara_text::of(""), || {
        // SAFETY: as the header says.
        let Some((held, call)) = unsafe { call.as_ref() }.and_then(|held| Some((held, held.call()?))) else {
            return qantara_text::of("");
        };
        qantara_text::of(held.expect.get_or_init(|| call.expect().to_json()))
    })
}

/// Reads the reply to a call: its HTTP status, its `Content-Type` (may be empty) and its body as it came.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn qantara_call_parse(
    call: *const qantara_call,
    status: u32,
    content_type: qantara_text,
    body: qantara_text,
    out: *mut *mut qantara_message,
) -> *mut qantara_error {
    // SAFETY: as the header says.
    let names = unsafe { call.as_ref() }.map_or(Names::Snake, |call| call.names);
    guard(names, || {
        // SAFETY: as the header says.
        let (out, call) = unsafe { (Out::new(out)?, need(call, "call")?.call().ok_or_else(Error::internal)?) };
        // SAFETY: as the header says.
        unsafe { parse(call.expect(), names, status, content_type, body, out) }
    })
}

/// Reads a reply in another place than its call was made: with what `qantara_call_expect` gave.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn qantara_parse_reply(
    expect: qantara_text,
    names: qantara_names,
    status: u32,
    content_type: qantara_text,
    body: qantara_text,
    out: *mut *mut qantara_message,
) -> *mut qantara_error {
    guard(names_of(names).unwrap_or_default(), || {
        // SAFETY: as the header says.
        let (out, expect) = unsafe { (Out::new(out)?, Expect::from_json(expect.text("expect")?)?) };
        // SAFETY: as the header says.
        unsafe { parse(&expect, names_of(names)?, status, content_type, body, out) }
    })
}

unsafe fn parse(
    expect: &Expect,
    names: Names,
    status: u32,
    content_type: qantara_text,
    body: qantara_text,
    out: Out<qantara_message>,
) -> Result<(), Error> {
    // SAFETY: as the header says.
    let (content_type, body) = unsafe { (content_type.text("content_type")?, body.bytes("body")?) };
    let range = || Error::in_input(Code::NumberRange, "status", "an HTTP status from 100 to 999");
    let status = u16::try_from(status).ok().filter(|status| (100..=999).contains(status)).ok_or_else(range)?;
    let reply = expect.parse(Answer { status, content_type, body })?;
    out.give(qantara_message::new(Source::Reply(reply), names));
    Ok(())
}

/// Frees a call. NULL is fine.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn qantara_call_free(call: *mut qantara_call) {
    // SAFETY: as the header says.
    unsafe { free(call) }
}
