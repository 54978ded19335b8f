//! Answers, as `api.js` reads them. The first character says how it went: `+` well, `-` an error, `?` the
//! gateway is not here (any more): send its configuration.

use qantara::egw::SignedCallback;
use qantara::error::Error;
use qantara::record::{Names, Record, Value};
use qantara::{Call, Reply, json};

use crate::numbers::write_record;

/// A call, line by line. None of the fields can hold a line feed but the body, so it comes last.
pub(crate) fn call(out: &mut String, call: &Call) {
    let request = call.request();
    let signed = call.signed();
    let expires = call.expires().map_or(String::new(), |unix| unix.to_string());
    // What may be printed, where that is another.
    let shown = if request.secret_url { request.shown_url() } else { String::new() };
    out.push('+');
    for line in [
        request.method,
        &request.url,
        call.retry().name(),
        call.look_up(),
        &expires,
        signed.map_or("", |signed| &signed.mac),
        signed.map_or("", |signed| &signed.source),
        &warnings(call),
        &call.expect().to_json(),
        &shown,
    ] {
        out.push_str(line);
        out.push('\n');
    }
    for header in &request.headers {
        out.extend([if header.secret { "!" } else { "" }, header.name, ": ", &header.value, "\n"]);
    }
    out.push('\n');
    out.push_str(&request.body);
}

fn warnings(call: &Call) -> String {
    if call.warnings().is_empty() {
        return String::new();
    }
    // An error knows how to spell the fields' names.
    let faults = call.warnings().iter().map(|fault| Error::from(fault.clone()).spelled(Names::Camel));
    json::to_text(&Value::List(faults.flat_map(|error| faults_of(&error)).collect()))
}

/// A reply: which operation's it is, and its fields.
pub(crate) fn reply(out: &mut String, reply: &Reply) {
    let operation = reply.expect().operation();
    out.extend(["+", operation.gateway().name(), ".", operation.name, "\n"]);
    write_record(out, reply.record());
}

/// A signed message: its replay key and the covered fields.
pub(crate) fn signed(out: &mut String, signed: &SignedCallback) {
    out.extend(["+", &signed.replay_key(), "\n"]);
    write_record(out, signed.as_record());
}

/// A record alone.
pub(crate) fn record(out: &mut String, record: &Record) {
    out.push('+');
    write_record(out, record);
}

/// A text alone.
pub(crate) fn text(out: &mut String, text: &str) {
    out.extend(["+", text]);
}

/// An error as JSON; what is absent is left out.
pub(crate) fn error(out: &mut String, error: &Error) {
    out.clear();
    out.push('-');
    let code = error.code();
    let mut fields: Vec<(&str, Value)> = vec![
        ("range", code.range().name().into()),
        ("code", code.text().into()),
        ("number", i64::from(code.number()).into()),
        ("field", error.field().into()),
        ("message", error.message().into()),
        ("faults", Value::List(faults_of(error))),
        ("retry", error.retry().name().into()),
        ("lookUp", error.look_up().into()),
        ("status", error.status().map(i64::from).into()),
        ("gatewayCode", error.gateway_code().into()),
        ("gatewayMessage", error.gateway_message().into()),
        ("gatewayReference", error.gateway_reference().into()),
    ];
    fields.retain(|(_, value)| !value.is_null() && value.as_text() != Some(""));
    let fields = fields.into_iter().map(|(name, value)| (String::from(name), value));
    out.push_str(&json::to_text(&Value::Map(fields.collect())));
}

fn faults_of(error: &Error) -> Vec<Value> {
    let fault = |fault: &qantara::Fault| {
        Value::from([
            ("code", Value::from(fault.code().text())),
            ("number", i64::from(fault.code().number()).into()),
            ("field", fault.field().into()),
            ("limit", fault.limit().into()),
            ("message", fault.to_string().into()),
        ])
    };
    error.faults().iter().map(fault).collect()
}
