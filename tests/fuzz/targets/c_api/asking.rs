//! Gateways, calls, replies, settlements, readers and tools.

use qantara::GatewayKind;
use qantara::registry::{OPERATIONS, READERS, TOOLS};
use qantara_fuzz::{CALLS, CONFIGURATIONS, shows_no_secret};

use crate::call::*;
use crate::field::*;
use crate::gateway::*;
use crate::message::*;
use crate::reading::{seen, view};
use crate::record::*;
use crate::tool::*;
use crate::{Program, out, whole};

impl Program<'_> {
    pub(crate) unsafe fn gateway(&mut self) {
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

    pub(crate) unsafe fn call(&mut self) {
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

    pub(crate) unsafe fn reply(&mut self) {
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

    pub(crate) unsafe fn settle(&mut self) {
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

    pub(crate) unsafe fn reader(&mut self) {
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

    pub(crate) unsafe fn tool(&mut self) {
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
}
