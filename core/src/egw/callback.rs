//! The callback the gateway sends to `back_ref`: read, verified, settled.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use super::delivery_form::read_fields;
use super::settle::Rules;
use super::{Egw, PREPARE};
use crate::call::Expect;
use crate::error::{Code, Error, Fault};
use crate::gateway::GatewayKind;
use crate::mac::{Part, Received, is_own_message, only_value};
use crate::money::Order;
use crate::read::{Reader, Reading};
use crate::record::{Record, Value, record};
use crate::trust::{Hint, Paid, Settlement, replay_key};

record! {
    /// The fields of a callback or reply, as they came. Unless it is verified, anyone can have sent a callback.
    ///
    /// Values are the gateway's own texts. Fields beyond these are kept under their own names.
    output Callback {
        /// TERMINAL: your terminal.
        terminal as "TERMINAL": may text,
        /// TRTYPE: `0` authorization, `1` retail, others as your bank numbers them.
        trtype as "TRTYPE": may text,
        /// ORDER: your order number.
        order_id as "ORDER": need text,
        /// AMOUNT, in major units.
        amount as "AMOUNT": may text,
        /// CURRENCY.
        currency as "CURRENCY": may text,
        /// ACTION: `0` approved, `1` duplicate, `2` declined, `3` processing fault.
        action as "ACTION": may text,
        /// RC: the response code; it may hold letters or be negative.
        rc as "RC": may text,
        /// APPROVAL: the issuer's approval code.
        approval as "APPROVAL": may text,
        /// RRN: the reference a completion or reversal needs.
        rrn as "RRN": may text,
        /// INT_REF: the internal reference a completion or reversal needs.
        int_ref as "INT_REF": may text,
        /// TIMESTAMP: the merchant's own or the gateway's, UTC `YYYYMMDDHHMMSS`.
        timestamp as "TIMESTAMP": may text,
        /// NONCE.
        nonce as "NONCE": may text,
        /// P_SIGN: the MAC.
        p_sign as "P_SIGN": may text,
        /// DESC: the description.
        description as "DESC": may text,
        /// MESSAGE: the gateway's words.
        message as "MESSAGE": may text,
        /// ECI: how the cardholder was authenticated.
        eci as "ECI": may text,
        /// CARD: a masked card number.
        card as "CARD": may text secret,
        /// Replies only: the digit, if the gateway answered with one and nothing else. `0` is accepted, which is
        /// less than approved.
        bare_result as "": may text,
    }
}

/// The reader of an unverified callback.
pub static CALLBACK: Reader = Reader {
    name: "parse_callback",
    gateway: GatewayKind::Egw,
    output: Callback::SHAPE,
    page: "https://docs.alqaseh.com/1.0-legacy/auth",
    doc: if cfg!(feature = "describe") {
        &["Reads a callback without verifying it, in whichever form it came: JSON, XML, urlencoded, or hidden inputs \
             of an HTML page. What comes out is a hint."]
    } else {
        &[]
    },
    read,
};

fn read(body: &[u8]) -> Result<Record, Fault> {
    read_message(body, "")
}

/// Reads a message of the gateway's in whichever form it came. A bare digit names no order.
pub(super) fn read_message(body: &[u8], order_id: &str) -> Result<Record, Fault> {
    let mut reading = Reading::new(Callback::SHAPE);
    let bare = read_fields(body, &mut |name, value| take(&mut reading, name, value))?;
    match (bare, order_id) {
        (None, _) => {}
        (Some(_), "") => return Err(Fault::new(Code::ReplyNotForm, "")),
        (Some(_), order_id) => reading.set("ORDER", order_id.into())?,
    }
    let mut record = reading.finish()?;
    record.set("bare_result", bare);
    Ok(record)
}

/// Any of our fields may be signed, so none of them may be anything but text or absent.
fn take(reading: &mut Reading, name: &str, value: Value) -> Result<(), Fault> {
    let ours = Callback::SHAPE.fields.iter().any(|field| field.wire == name);
    if ours && !matches!(value, Value::Text(_) | Value::Null) {
        return Err(Fault::new(Code::ReplyFieldType, String::from(name)).with_limit("text"));
    }
    reading.set(name, value)
}

/// A callback whose MAC verified: it shows only the fields the MAC covers.
pub type SignedCallback = Signed<Callback>;

/// A message whose MAC verified.
#[derive(Debug, Clone)]
pub struct Signed<R = Record> {
    expect: Expect,
    covered: R,
    /// Whether the MAC also fits a message that says something else.
    ambiguous: bool,
    terminal: Option<String>,
    rules: Rules,
}

impl<R> core::ops::Deref for Signed<R> {
    type Target = R;
    fn deref(&self) -> &R {
        &self.covered
    }
}

impl Egw {
    /// Reads a callback without verifying it: a hint.
    ///
    /// # Errors
    /// 3xxx if it can't be read.
    pub fn parse_callback(body: &[u8]) -> Result<Hint<Callback>, Error> {
        Ok(Hint(Callback(read(body)?)))
    }

    /// Reads a callback and verifies its MAC with your key and the profile's reply order.
    ///
    /// # Errors
    /// 3xxx if it can't be read. 2xxx if it does not verify: then it is unverified, not declined.
    pub fn verify_callback(&self, body: &[u8]) -> Result<SignedCallback, Error> {
        let message = read(body)?;
        let received = Received::new(&self.profile, "profile", message.get("trtype"), &|name| {
            let fixed = self.profile.is_from_configuration(name);
            let value = if fixed { self.setting(name).unwrap_or("") } else { signed_value(&message, name)? };
            Ok(Part { name, value, fixed, proves: PROVING.iter().any(|proving| proving.1 == name) })
        })?;
        self.verify(&received.source, message.get("p_sign"))?;
        let mut covered = Record::new(Callback::SHAPE);
        for part in received.parts.iter().filter(|part| !part.fixed && !part.value.is_empty()) {
            match Callback::SHAPE.fields.iter().find(|field| field.wire == part.name) {
                Some(field) => covered.set(field.name, part.value),
                None => covered.push_extra(String::from(part.name), part.value.into()),
            }
        }
        let has_terminal = received.parts.iter().any(|part| part.name == "TERMINAL" && !part.fixed);
        let read = received.read(&self.profile);
        Ok(Signed {
            expect: self.expect(&PREPARE, Vec::new()),
            covered: Callback(covered),
            ambiguous: received.is_ambiguous(&self.profile)
                || self.profile.own_orders().any(|order| is_own_message(&self.profile, read, order)),
            terminal: self.configured.text("terminal").filter(|_| has_terminal).map(String::from),
            rules: self.rules(),
        })
    }
}

/// A signed field's value, whether or not the table knows it.
fn signed_value<'a>(message: &'a Record, name: &str) -> Result<&'a str, Fault> {
    if let Some(field) = message.shape().fields.iter().find(|field| field.wire == name) {
        return Ok(message.get(field.name));
    }
    match only_value(message.extra(), name)? {
        Value::Text(text) => Ok(text),
        Value::Null => Ok(""),
        _ => Err(Fault::new(Code::ReplyFieldType, String::from(name)).with_limit("text")),
    }
}

/// What a MAC must cover before the message can prove anything.
const PROVING: &[(&str, &str)] = &[
    ("action", "ACTION"),
    ("rc", "RC"),
    ("trtype", "TRTYPE"),
    ("order_id", "ORDER"),
    ("amount", "AMOUNT"),
    ("currency", "CURRENCY"),
];

impl Signed<Callback> {
    /// The covered fields as a record.
    pub fn as_record(&self) -> &Record {
        &self.covered
    }

    /// Unique for this message: gateway, environment, merchant, ORDER, TRTYPE, RRN and what it reports.
    pub fn replay_key(&self) -> String {
        let field = |name| self.covered.get(name);
        let reported = format!("{}/{}", field("action"), field("rc"));
        replay_key(&self.expect, &[field("order_id"), field("trtype"), field("rrn")], &reported)
    }

    /// Matches the callback against your order (id, amount, currency, kind) and says what happened.
    ///
    /// # Errors
    /// `mac.not_covered` if the MAC leaves out a field that would have to be proven; other 4xxx if it is
    /// another order's, from another terminal, or success of an unknown kind.
    pub fn settle(&self, order: &Order) -> Result<Settlement, Error> {
        let message = &self.covered;
        let missing: Vec<&str> =
            PROVING.iter().filter(|(name, _)| message.text(name).is_none()).map(|(_, wire)| *wire).collect();
        if !missing.is_empty() {
            return Err(Fault::new(Code::MacNotCovered, "").with_limit(missing.join(", ")).into());
        }
        if self.ambiguous {
            let limit = "fits a second message that says something else, so it proves neither";
            return Err(Fault::new(Code::MacUnverifiable, "P_SIGN").with_limit(limit).into());
        }
        let other = message.get("terminal");
        if let Some(own) = self.terminal.as_deref().filter(|own| *own != other) {
            let limit = format!("expected {own}, the message says {other}");
            return Err(Fault::new(Code::TerminalMismatch, "terminal").with_limit(limit).into());
        }
        let proves = || self.rules.proves(message.get("trtype"));
        Ok(self.rules.settle(&self.expect, message, order, proves)?)
    }

    /// The short form: proof of payment or an error.
    ///
    /// # Errors
    /// As `settle`, and `order.not_paid`.
    pub fn expect_paid(&self, order: &Order) -> Result<Paid, Error> {
        self.settle(order)?.expect_paid()
    }
}
