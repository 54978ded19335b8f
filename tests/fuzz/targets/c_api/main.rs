//! The C library's functions in any order, under AddressSanitizer: handles that outlive what they were made with, NULL
//! and empty texts, errors read twice, and everything that is given out read to its end. The bytes are a program; it
//! does nothing that the header forbids.
#![no_main]
#![allow(non_camel_case_types, clippy::missing_safety_doc, dead_code)]

// The library's own sources, so that its functions can be called by their Rust types.
#[path = "../../../../bindings-c/src/acknowledgment.rs"]
mod acknowledgment;
#[path = "../../../../bindings-c/src/call.rs"]
mod call;
#[path = "../../../../bindings-c/src/error.rs"]
mod error;
#[path = "../../../../bindings-c/src/field.rs"]
mod field;
#[path = "../../../../bindings-c/src/gateway.rs"]
mod gateway;
#[path = "../../../../bindings-c/src/mac.rs"]
mod mac;
#[path = "../../../../bindings-c/src/message.rs"]
mod message;
#[path = "../../../../bindings-c/src/record.rs"]
mod record;
#[path = "../../../../bindings-c/src/tool.rs"]
mod tool;

mod asking;
mod keeping;
mod reading;

use std::ffi::CStr;
use std::ptr::{null, null_mut};

use acknowledgment::*;
use call::*;
use error::*;
use field::*;
use gateway::*;
use libfuzzer_sys::fuzz_target;
use mac::*;
use message::*;
use qantara_fuzz::Input;
use reading::{seen, view};
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
