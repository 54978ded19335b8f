//! Acknowledgments and MACs, which live over several calls.

use std::ffi::c_char;

use qantara_fuzz::CALLS;

use crate::acknowledgment::*;
use crate::field::*;
use crate::mac::*;
use crate::reading::{seen, view};
use crate::{Program, out, whole};

impl Program<'_> {
    pub(crate) unsafe fn acknowledge(&mut self) {
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

    pub(crate) unsafe fn mac(&mut self) {
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
}
