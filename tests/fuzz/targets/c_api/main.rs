//! The C library's functions in any order, under AddressSanitizer: handles that outlive what they were made with, NULL
//! and empty texts, errors read twice, and everything that is given out read to its end. The bytes are a program; it
//! does nothing that the header forbids.
#![no_main]
#![allow(non_camel_case_types, clippy::missing_safety_doc, dead_code)]

// The library's own sources, so that its functions can be called by their Rust types.
#[path = "../../../bindings-c/src/acknowledgment.rs"]
mod acknowledgment;
#[path = "../../../bindings-c/src/call.rs"]
mod call;
#[path = "../../../bindings-c/src/error.rs"]
mod error;
#[path = "../../../bindings-c/src/field.rs"]
mod field;
#[path = "../../../bindings-c/src/gateway.rs"]
mod gateway;
#[path = "../../../bindings-c/src/mac.rs"]
mod mac;
#[path = "../../../bindings-c/src/message.rs"]
mod message;
#[path = "../../../bindings-c/src/record.rs"]
mod record;
#[path = "../../../bindings-c/src/tool.rs"]
mod tool;

use std::ffi::{CStr, c_char};
use std::ptr::{null, null_mut};

use acknowledgment::*;
use call::*;
use error::*;
use field::*;
use gateway::*;
use libfuzzer_sys::fuzz_target;
use mac::*;
use message::*;
use qantara::registry::{OPERATIONS, READERS, TOOLS};
use qantara::{Code, GatewayKind};
use qantara_fuzz::{CALLS, CONFIGURATIONS, Input, Tree, shows_no_secret};
use record::*;
use tool::*;

/// More calls bring nothing new, and take long.
const MOST_CALLS: usize = 24;

fuzz_target!(|bytes: &[u8]| {
    let mut program = Program { bytes, input: Input::new(bytes), ..Program::default() };
    for _ in 0..MOST_CALLS {
        if program.input.is_empty() {
            break;
        }
        program.step();
    }
    program.end();
});

#[derive(Default)]
struct Program<'a> {
    bytes: &'a [u8],
    input: Input<'a>,
    gateways: Vec<*mut qantara_gateway>,
    calls: Vec<*mut qantara_call>,
    messages: Vec<*mut qantara_message>,
    records: Vec<*mut qantara_record>,
    acknowledgments: Vec<*mut qantara_acknowledgment>,
    macs: Vec<*mut qantara_mac>,
    errors: Vec<*mut qantara_error>,
    /// What calls said of their replies.
    expects: Vec<Vec<u8>>,
}

/// A text for C: NULL if it is empty.
fn view(text: &[u8]) -> qantara_text {
    let ptr = if text.is_empty() { null() } else { text.as_ptr().cast() };
    qantara_text { ptr, len: text.len() }
}

/// A text from C, which is UTF-8 and can be read to its end.
fn seen<'t>(text: qantara_text) -> &'t str {
    if text.len == 0 {
        return "";
    }
    // SAFETY: a view of a living handle.
    std::str::from_utf8(unsafe { std::slice::from_raw_parts(text.ptr.cast(), text.len) }).unwrap()
}

/// A place for a handle that must become NULL, or one.
fn out<T>() -> *mut T {
    std::ptr::without_provenance_mut(1)
}

fn whole(json: &[u8]) -> Vec<qantara_field> {
    vec![qantara_field { name: view(b""), kind: QANTARA_JSON, flags: 0, value: view(json) }]
}

impl<'a> Program<'a> {
    /// One of the handles, or NULL.
    fn pick<T>(&mut self, handles: impl Fn(&Self) -> &Vec<*mut T>) -> *mut T {
        let at = usize::from(self.input.byte());
        let handles = handles(self);
        handles.get(at % (handles.len() + 1)).copied().unwrap_or(null_mut())
    }

    /// Fields: some of any kind, or a whole record.
    fn fields(&mut self) -> Vec<qantara_field> {
        let count = self.input.byte() % 12;
        if count == 0 {
            return whole(self.input.part());
        }
        let field = |input: &mut Input<'a>| {
            let kind = u32::from(input.byte() % 9);
            let (name, value) = (input.part(), input.part());
            qantara_field { name: view(name), kind, flags: 0, value: view(value) }
        };
        (1..count).map(|_| field(&mut self.input)).collect()
    }

    fn names(&mut self) -> qantara_names {
        u32::from(self.input.byte() % 3)
    }

    /// Keeps what a function gave, or the error it returned.
    fn keep<T>(&mut self, error: *mut qantara_error, made: *mut T, handles: impl Fn(&mut Self) -> &mut Vec<*mut T>) {
        assert_eq!(error.is_null(), !made.is_null());
        if error.is_null() { handles(self).push(made) } else { self.refused(error) }
    }

    /// Reads an error to its end, twice, and keeps it.
    fn refused(&mut self, error: *mut qantara_error) {
        if error.is_null() {
            return;
        }
        self.error(error);
        self.error(error);
        self.errors.push(error);
    }

    fn error(&self, error: *const qantara_error) {
        // SAFETY: it was not freed yet.
        let (code, message, record) = unsafe {
            let (code, message) = (qantara_error_code(error), qantara_error_message(error));
            (
                CStr::from_ptr(code).to_str().unwrap(),
                CStr::from_ptr(message).to_str().unwrap(),
                qantara_error_record(error),
            )
        };
        let known = Code::ALL.iter().find(|known| known.text() == code).unwrap();
        assert_ne!(*known, Code::Internal, "{message}");
        assert!(!message.is_empty() && !message.chars().any(char::is_control), "{message}");
        shows_no_secret(message, self.bytes);
        self.record(record);
        // SAFETY: as above.
        unsafe { assert_eq!(seen(qantara_record_text(record, c"number".as_ptr())), known.number().to_string()) };
    }

    /// Reads a record to its end. What is not marked secret is none.
    fn record(&self, record: *const qantara_record) {
        // SAFETY: it is NULL or lives.
        unsafe {
            let len = qantara_record_len(record);
            let mut found = qantara_field { name: view(b""), kind: 0, flags: 0, value: view(b"") };
            assert!(!qantara_record_at(record, len, &raw mut found));
            seen(qantara_record_shape(record));
            for at in 0..len.min(64) {
                assert!(qantara_record_at(record, at, &raw mut found));
                let (name, value) = (seen(found.name), seen(found.value));
                match found.kind {
                    QANTARA_NULL => assert!(value.is_empty()),
                    QANTARA_FLAG => assert!(matches!(value, "true" | "false")),
                    QANTARA_JSON | QANTARA_NUMBER => drop(Tree::read(value.as_bytes()).unwrap()),
                    kind => assert_eq!(kind, QANTARA_TEXT),
                }
                if found.flags & QANTARA_SECRET == 0 {
                    shows_no_secret(value, self.bytes);
                }
                if !name.is_empty() {
                    let mut again = found;
                    let is_there = qantara_record_get(record, view(name.as_bytes()), &raw mut again);
                    // Only what was read from JSON can have two of one name, of which the first is found.
                    let is_table = !seen(qantara_record_shape(record)).is_empty();
                    assert!(is_there != (found.kind == QANTARA_NULL) || !is_table, "{name}");
                    assert!(!is_table || found.kind == QANTARA_NULL || seen(again.value) == value, "{name}");
                }
                if let Ok(name) = std::ffi::CString::new(name) {
                    seen(qantara_record_text(record, name.as_ptr()));
                    let nested = qantara_record_nested(record, name.as_ptr(), 0);
                    if !nested.is_null() {
                        seen(qantara_record_json(nested));
                        qantara_record_free(nested);
                    }
                }
            }
            let whole = qantara_record_json(record);
            if !record.is_null() {
                Tree::read(seen(whole).as_bytes()).unwrap();
            }
            assert!(!qantara_record_get(record, view(b"no such field"), null_mut()));
            assert!(qantara_record_nested(record, c"no such field".as_ptr(), 7).is_null());
            seen(qantara_record_text(record, null()));
        }
    }

    fn step(&mut self) {
        // SAFETY: every handle is NULL or lives, every text is as long as it says.
        unsafe {
            match self.input.byte() % 16 {
                0 => self.gateway(),
                1 | 2 => self.call(),
                3 => self.reply(),
                4 => self.settle(),
                5 => self.reader(),
                6 => {
                    let (gateway, body) = (self.pick(|all| &all.gateways), self.input.part());
                    let mut made = out();
                    let error = qantara_verify_callback(gateway, view(body), &raw mut made);
                    self.keep(error, made, |all| &mut all.messages);
                }
                7 => self.tool(),
                8 | 9 => self.acknowledge(),
                10 | 11 => self.mac(),
                12 => {
                    let mut made = out();
                    let error = qantara_json_read(view(self.input.part()), &raw mut made);
                    self.keep(error, made, |all| &mut all.records);
                }
                13 => {
                    let names = self.names();
                    let (name, expected) = (self.input.part(), self.input.part());
                    let error = qantara_error_of_type(names, view(name), view(expected));
                    assert!(!error.is_null());
                    self.refused(error);
                }
                14 => self.null(),
                _ => self.free(),
            }
        }
    }

    unsafe fn gateway(&mut self) {
        let kind = self.input.byte();
        let names = self.names();
        let at = usize::from(kind) % 8;
        let mut made = out();
        let (name, fields) = match CONFIGURATIONS.get(at) {
            Some(json) => (GatewayKind::ALL[at].name().as_bytes(), whole(json.as_bytes())),
            None if at == 3 => (self.input.part(), self.fields()),
            None => (GatewayKind::ALL[at % 3].name().as_bytes(), self.fields()),
        };
        // SAFETY: as the header says.
        let error = unsafe { qantara_gateway_new(view(name), names, fields.as_ptr(), fields.len(), &raw mut made) };
        self.keep(error, made, |all| &mut all.gateways);
    }

    unsafe fn call(&mut self) {
        let (gateway, at) = (self.pick(|all| &all.gateways), usize::from(self.input.byte()));
        let operation = OPERATIONS[at % OPERATIONS.len()];
        let fields = match at >= 128 {
            true => self.fields(),
            false => whole(CALLS[at % CALLS.len()].as_bytes()),
        };
        let mut made = out();
        // SAFETY: as the header says.
        unsafe {
            let name = view(operation.name.as_bytes());
            let error = qantara_call_new(gateway, name, fields.as_ptr(), fields.len(), &raw mut made);
            self.keep(error, made, |all| &mut all.calls);
            if error.is_null() {
                self.record(qantara_call_record(made));
                let mut header = qantara_field { name: view(b""), kind: 0, flags: 0, value: view(b"") };
                let mut position = 0;
                while qantara_call_header(made, position, &raw mut header) {
                    let line = format!("{}: {}", seen(header.name), seen(header.value));
                    assert!(!line.chars().any(char::is_control), "{line}");
                    if header.flags & QANTARA_SECRET == 0 {
                        shows_no_secret(&line, self.bytes);
                    }
                    position += 1;
                }
                let expect = seen(qantara_call_expect(made));
                shows_no_secret(expect, self.bytes);
                self.expects.push(expect.as_bytes().to_vec());
            }
        }
    }

    unsafe fn reply(&mut self) {
        let how = self.input.byte();
        let status = [200, 200, 201, 404, 500, 99, 1000, 302][usize::from(how) % 8];
        let mut made = out();
        // SAFETY: as the header says.
        let error = unsafe {
            match how >> 6 {
                0 => {
                    let (text, names) = (self.input.part(), self.names());
                    let body = self.input.part();
                    qantara_parse_reply(view(text), names, status, view(b""), view(body), &raw mut made)
                }
                1 => {
                    let at = usize::from(self.input.byte());
                    let expect = self.expects.get(at % self.expects.len().max(1)).cloned().unwrap_or_default();
                    let names = self.names();
                    let body = self.input.part();
                    qantara_parse_reply(view(&expect), names, status, view(b"text/html"), view(body), &raw mut made)
                }
                _ => {
                    let call = self.pick(|all| &all.calls);
                    let (content_type, body) = (self.input.part(), self.input.part());
                    qantara_call_parse(call, status, view(content_type), view(body), &raw mut made)
                }
            }
        };
        self.keep(error, made, |all| &mut all.messages);
        if error.is_null() {
            // SAFETY: as the header says.
            unsafe {
                self.record(qantara_message_record(made));
                seen(qantara_message_replay_key(made));
            }
        }
    }

    unsafe fn settle(&mut self) {
        let (message, how) = (self.pick(|all| &all.messages), self.input.byte());
        let order = br#"{"order_id":"771446","amount":"25000","currency":"IQD"}"#;
        let order = if how & 1 == 0 { whole(order) } else { self.fields() };
        let mut made = out();
        // SAFETY: as the header says.
        unsafe {
            let settle = if how & 2 == 0 { qantara_message_settle } else { qantara_message_expect_paid };
            let error = settle(message, order.as_ptr(), order.len(), &raw mut made);
            self.keep(error, made, |all| &mut all.records);
            if error.is_null() {
                let kind = seen(qantara_record_text(made, c"kind".as_ptr()));
                assert!(how & 2 == 0 || kind == "paid");
                assert!(["paid", "held", "reversed", "failed", "open"].contains(&kind));
                if how & 1 == 0 {
                    assert_eq!(seen(qantara_record_text(made, c"amount".as_ptr())), "25000");
                }
            }
        }
    }

    unsafe fn reader(&mut self) {
        let at = usize::from(self.input.byte());
        let reader = READERS[at % READERS.len()];
        let (names, body) = (self.names(), self.input.part());
        let mut made = out();
        let name = if names == QANTARA_CAMEL {
            reader.name.replace("_w", "W").replace("_r", "R").replace("_c", "C")
        } else {
            reader.name.to_owned()
        };
        // SAFETY: as the header says.
        let error = unsafe {
            let kind = view(reader.gateway.name().as_bytes());
            qantara_read(kind, view(name.as_bytes()), names, view(body), &raw mut made)
        };
        self.keep(error, made, |all| &mut all.records);
    }

    unsafe fn tool(&mut self) {
        let (gateway, at) = (self.pick(|all| &all.gateways), usize::from(self.input.byte()));
        let tool = TOOLS[at % TOOLS.len()];
        // The doctor takes a second, and has a target of its own.
        if tool.name == "diagnose" {
            return;
        }
        let fields = self.fields();
        let mut made = out();
        let name = view(tool.name.as_bytes());
        // SAFETY: as the header says.
        let error = unsafe {
            match at >= 128 {
                false => qantara_tool(gateway, name, fields.as_ptr(), fields.len(), &raw mut made),
                true => {
                    let kind = view(tool.gateway.name().as_bytes());
                    qantara_tool_alone(kind, name, QANTARA_SNAKE, fields.as_ptr(), fields.len(), &raw mut made)
                }
            }
        };
        self.keep(error, made, |all| &mut all.records);
    }

    unsafe fn acknowledge(&mut self) {
        const SAVED: &[u8] = CALLS[13].as_bytes();
        const DECISION: &[u8] =
            br#"{"link_reference":"1234567890ABC","verdict":"success","now":1795000000,"deadline":1795000600}"#;
        let how = self.input.byte();
        // SAFETY: as the header says.
        unsafe {
            match how % 5 {
                0 => {
                    let gateway = self.pick(|all| &all.gateways);
                    let decision = if how & 0x80 == 0 { whole(DECISION) } else { self.fields() };
                    let mut made = out();
                    let error = qantara_decide(gateway, decision.as_ptr(), decision.len(), &raw mut made);
                    self.keep(error, made, |all| &mut all.records);
                }
                1 => {
                    let gateway = self.pick(|all| &all.gateways);
                    let saved = if how & 0x80 == 0 { whole(SAVED) } else { self.fields() };
                    let mut made = out();
                    let error = qantara_acknowledgment_new(gateway, saved.as_ptr(), saved.len(), &raw mut made);
                    self.keep(error, made, |all| &mut all.acknowledgments);
                }
                2 => {
                    let one = self.pick(|all| &all.acknowledgments);
                    let now = 1_795_000_000 + i64::from(self.input.byte()) * 4;
                    let (mut step, mut until, mut call) = (7, 7, out());
                    let error = qantara_acknowledgment_step(one, now, &raw mut step, &raw mut until, &raw mut call);
                    self.refused(error);
                    assert_eq!(error.is_null() && step == QANTARA_SEND, !call.is_null());
                    if !call.is_null() {
                        self.calls.push(call);
                    }
                }
                3 => {
                    let (one, answer) = (self.pick(|all| &all.acknowledgments), self.fields());
                    let error = qantara_acknowledgment_heard(one, answer.as_ptr(), answer.len());
                    self.refused(error);
                }
                _ => {
                    let one = self.pick(|all| &all.acknowledgments);
                    seen(qantara_acknowledgment_state(one));
                    let mut made = out();
                    let error = qantara_acknowledgment_save(one, &raw mut made);
                    self.keep(error, made, |all| &mut all.records);
                }
            }
        }
    }

    unsafe fn mac(&mut self) {
        let how = self.input.byte();
        let (mac, names) = (self.pick(|all| &all.macs), self.names());
        let fields = self.fields();
        // SAFETY: as the header says.
        unsafe {
            match how % 4 {
                0 => {
                    let known = br#"{"key":"CA11AB1E0DDBA11C0FFEE0BADC0DE123","order":["AMOUNT","CURRENCY"]}"#;
                    let given = if how & 0x80 == 0 { whole(known) } else { fields };
                    let mut made = out();
                    let error = qantara_mac_new(names, given.as_ptr(), given.len(), &raw mut made);
                    self.keep(error, made, |all| &mut all.macs);
                }
                1 => {
                    let mut made = out();
                    let error = qantara_mac_source(mac, fields.as_ptr(), fields.len(), &raw mut made);
                    // Without a MAC nothing is written.
                    let made = if mac.is_null() && made == out() { null_mut() } else { made };
                    let made = if !error.is_null() && made == out() { null_mut() } else { made };
                    self.keep(error, made, |all| &mut all.records);
                }
                2 => {
                    let (mut hex, mut len) = ([0 as c_char; QANTARA_MAC_SIZE], 0);
                    let error = qantara_mac_sign(mac, fields.as_ptr(), fields.len(), hex.as_mut_ptr(), &raw mut len);
                    if error.is_null() {
                        assert!(len == 40 || len == 64);
                        let text = qantara_text { ptr: hex.as_ptr(), len };
                        assert!(qantara_mac_verify(mac, fields.as_ptr(), fields.len(), text).is_null());
                    }
                    self.refused(error);
                }
                _ => {
                    let text = self.input.part();
                    let error = qantara_mac_verify(mac, fields.as_ptr(), fields.len(), view(text));
                    self.refused(error);
                }
            }
        }
    }

    /// NULL wherever the header says what becomes of it.
    unsafe fn null(&mut self) {
        let (gateway, message) = (self.pick(|all| &all.gateways), self.pick(|all| &all.messages));
        let none = view(b"");
        let lost = qantara_text { ptr: null(), len: 7 };
        // SAFETY: as the header says.
        unsafe {
            let errors = [
                qantara_gateway_new(none, 0, null(), 0, null_mut()),
                qantara_gateway_new(view(b"egw"), 0, null(), 3, null_mut()),
                qantara_call_new(gateway, none, null(), 0, null_mut()),
                qantara_call_parse(null(), 200, none, none, null_mut()),
                qantara_parse_reply(lost, 0, 200, none, none, null_mut()),
                qantara_read(view(b"egw"), view(b"parse_callback"), 0, lost, null_mut()),
                qantara_verify_callback(gateway, none, null_mut()),
                qantara_message_settle(message, null(), 0, null_mut()),
                qantara_message_expect_paid(null(), null(), 1, null_mut()),
                qantara_tool(gateway, none, null(), 0, null_mut()),
                qantara_tool_alone(none, lost, 0, null(), 0, null_mut()),
                qantara_json_read(lost, null_mut()),
                qantara_decide(gateway, null(), 0, null_mut()),
                qantara_acknowledgment_new(gateway, null(), 0, null_mut()),
                qantara_acknowledgment_step(null_mut(), QANTARA_NOW, null_mut(), null_mut(), null_mut()),
                qantara_acknowledgment_heard(null_mut(), null(), 0),
                qantara_acknowledgment_save(null(), null_mut()),
                qantara_mac_new(0, null(), 0, null_mut()),
                qantara_mac_source(null(), null(), 0, null_mut()),
                qantara_mac_sign(null(), null(), 0, null_mut(), null_mut()),
                qantara_mac_verify(null(), null(), 0, none),
            ];
            for error in errors {
                assert!(!error.is_null());
                self.error(error);
                qantara_error_free(error);
            }
            self.record(null());
            assert!(qantara_call_record(null()).is_null() && qantara_message_record(null()).is_null());
            assert!(!qantara_call_header(null(), 0, null_mut()));
            for text in [
                qantara_call_expect(null()),
                qantara_message_replay_key(null()),
                qantara_acknowledgment_state(null()),
                qantara_record_json(null()),
            ] {
                assert_eq!(seen(text), "");
            }
            assert!(CStr::from_ptr(qantara_error_code(null())).is_empty());
            assert!(CStr::from_ptr(qantara_error_message(null())).is_empty());
        }
    }

    /// Frees one handle; what was made with it lives on.
    unsafe fn free(&mut self) {
        let (kind, at) = (self.input.byte(), usize::from(self.input.byte()));
        fn take<T>(handles: &mut Vec<*mut T>, at: usize) -> *mut T {
            if handles.is_empty() { null_mut() } else { handles.swap_remove(at % handles.len()) }
        }
        // SAFETY: each is taken from the list, so that it is freed once.
        unsafe {
            match kind % 7 {
                0 => qantara_gateway_free(take(&mut self.gateways, at)),
                1 => qantara_call_free(take(&mut self.calls, at)),
                2 => qantara_message_free(take(&mut self.messages, at)),
                3 => {
                    let record = take(&mut self.records, at);
                    self.record(record);
                    qantara_record_free(record);
                }
                4 => qantara_acknowledgment_free(take(&mut self.acknowledgments, at)),
                5 => qantara_mac_free(take(&mut self.macs, at)),
                _ => qantara_error_free(take(&mut self.errors, at)),
            }
        }
    }

    /// Reads once more what is left, the gateways gone, and frees it.
    fn end(mut self) {
        // SAFETY: each is freed once.
        unsafe {
            self.gateways.drain(..).for_each(|one| qantara_gateway_free(one));
            for one in std::mem::take(&mut self.acknowledgments) {
                let (mut step, mut until, mut call) = (0, 0, out());
                let error = qantara_acknowledgment_step(one, QANTARA_NOW, &raw mut step, &raw mut until, &raw mut call);
                self.refused(error);
                qantara_call_free(call);
                qantara_acknowledgment_free(one);
            }
            for one in std::mem::take(&mut self.calls) {
                self.record(qantara_call_record(one));
                qantara_call_free(one);
            }
            for one in std::mem::take(&mut self.messages) {
                self.record(qantara_message_record(one));
                qantara_message_free(one);
            }
            for one in std::mem::take(&mut self.records) {
                self.record(one);
                qantara_record_free(one);
            }
            self.macs.drain(..).for_each(|one| qantara_mac_free(one));
            for one in std::mem::take(&mut self.errors) {
                self.error(one);
                qantara_error_free(one);
            }
        }
    }
}
