//! The callback the gateway sends to `back_ref`: read, verified, settled.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use super::codes::{Class, class};
use super::{Egw, PREPARE};
use crate::call::Expect;
use crate::error::{Code, Error, Fault};
use crate::gateway::GatewayKind;
use crate::json;
use crate::mac::{Part, REPLY, Source, is_ambiguous, is_own_message};
use crate::money::{Amount, Order};
use crate::read::{Reader, Reading, message_text, read_form};
use crate::record::{Record, Value, record};
use crate::trust::{Hint, Paid, Settlement, Verdict, match_order, replay_key};

record! {
    /// A callback's fields as they came. Unless it is verified, anyone can have sent it.
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
    }
}

/// The reader of an unverified callback.
pub static CALLBACK: Reader = Reader {
    name: "parse_callback",
    gateway: GatewayKind::Egw,
    output: Callback::SHAPE,
    page: "https://docs.alqaseh.com/1.0-legacy/auth",
    doc: if cfg!(feature = "describe") {
        &["Reads a callback (JSON or urlencoded) without verifying it. What comes out is a hint."]
    } else {
        &[]
    },
    read,
};

fn read(body: &[u8]) -> Result<Record, Fault> {
    let text = message_text(body)?;
    let mut reading = Reading::new(Callback::SHAPE);
    let first = text.trim_start_matches([' ', '\t', '\r', '\n']).chars().next();
    if first == Some('{') {
        let mut fault = None;
        json::read_object(body, |name, reader| {
            // A MAC covers the digits as they stand, so numbers count as the text they are.
            let value = match reader.value()? {
                Value::Number(digits) => Value::Text(digits),
                value => value,
            };
            fault = fault.take().or(take(&mut reading, &name, value).err());
            Ok(())
        })
        .map_err(json::Trouble::in_reply)?;
        if let Some(fault) = fault {
            return Err(fault);
        }
    } else if text.contains('=') && !text.contains('<') {
        // A line break at the end is no part of the last value.
        read_form(text.trim_ascii().split('&'), |name, value| take(&mut reading, &name, value.into_owned().into()))?;
    } else {
        return Err(Fault::new(Code::ReplyNotForm, ""));
    }
    reading.finish()
}

/// Any of our fields may be signed, so none of them may be anything but text or absent.
fn take(reading: &mut Reading, name: &str, value: Value) -> Result<(), Fault> {
    let ours = Callback::SHAPE.fields.iter().any(|field| field.wire == name);
    if ours && !matches!(value, Value::Text(_) | Value::Null) {
        return Err(Fault::new(Code::ReplyFieldType, String::from(name)).limit("text"));
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
    completion: Option<String>,
    reversal: Option<String>,
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
        let trtype = message.get("trtype");
        let Some(order) = self.profile.order(REPLY, trtype) else {
            let limit = if trtype.is_empty() { String::new() } else { format!(" (TRTYPE {trtype})") };
            return Err(Fault::new(Code::MacNoReplyOrder, "profile").limit(limit).into());
        };
        let mut source = Source::new(&self.profile);
        let mut covered = Record::new(Callback::SHAPE);
        let mut parts = Vec::new();
        for name in order {
            let fixed = self.profile.is_from_configuration(name);
            let value = if fixed { self.setting(name).unwrap_or("") } else { signed_value(&message, name)? };
            push(&mut source, name, value)?;
            parts.push(Part { name, value, fixed, proves: PROVING.iter().any(|proving| proving.1 == name) });
            match Callback::SHAPE.fields.iter().find(|field| field.wire == name) {
                _ if fixed || value.is_empty() => {}
                Some(field) => covered.set(field.name, value),
                None => covered.push_extra(String::from(name), value.into()),
            }
        }
        let has_terminal = parts.iter().any(|part| part.name == "TERMINAL" && !part.fixed);
        let text = source.finish();
        self.key.verify(text.as_bytes(), message.get("p_sign"), "P_SIGN")?;
        let read = text.strip_suffix(self.profile.trailing()).unwrap_or(&text);
        let setting = |name| self.configured.text(name).map(String::from);
        Ok(Signed {
            expect: self.expect(&PREPARE),
            covered: Callback(covered),
            ambiguous: is_ambiguous(&self.profile, read, &parts)
                || self.profile.own_orders().any(|order| is_own_message(&self.profile, read, order)),
            terminal: setting("terminal").filter(|_| has_terminal),
            completion: setting("completion_trtype"),
            reversal: setting("reversal_trtype"),
        })
    }
}

/// A signed field's value, whether or not the table knows it.
fn signed_value<'a>(message: &'a Record, name: &str) -> Result<&'a str, Fault> {
    if let Some(field) = message.shape().fields.iter().find(|field| field.wire == name) {
        return Ok(message.get(field.name));
    }
    let mut given = message.extra().iter().filter(|(key, _)| key == name).map(|(_, value)| value);
    let value = given.next().unwrap_or(&Value::Null);
    if given.any(|other| other != value) {
        return Err(Fault::new(Code::ReplyFieldDuplicate, String::from(name)));
    }
    match value {
        Value::Text(text) => Ok(text),
        Value::Null => Ok(""),
        _ => Err(Fault::new(Code::ReplyFieldType, String::from(name)).limit("text")),
    }
}

/// What can't be put into the source can't be verified either.
fn push(source: &mut Source<'_>, name: &str, value: &str) -> Result<(), Fault> {
    source.push(name, value).map_err(|fault| {
        let why = match fault.code {
            Code::MacNonAscii => "is not ASCII, and length_unit is not set",
            _ => "is \"-\", which can't be told from an absent field",
        };
        Fault::new(Code::MacUnverifiable, String::from(name)).limit(why)
    })
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
            return Err(Fault::new(Code::MacNotCovered, "").limit(missing.join(", ")).into());
        }
        if self.ambiguous {
            let limit = "fits a second message that says something else, so it proves neither";
            return Err(Fault::new(Code::MacUnverifiable, "P_SIGN").limit(limit).into());
        }
        let other = message.get("terminal");
        if let Some(own) = self.terminal.as_deref().filter(|own| *own != other) {
            let limit = format!("expected {own}, the message says {other}");
            return Err(Fault::new(Code::TerminalMismatch, "terminal").limit(limit).into());
        }
        // A JSON callback may print its number in any of JSON's forms.
        let amount = Amount::from_json(message.get("amount"));
        match_order(order, message.get("order_id"), amount.as_ref(), message.get("currency"), |a, b| a == b)?;
        let (trtype, action, rc) = (message.get("trtype"), message.get("action"), message.get("rc"));
        let (done, later, of) = self.kind(trtype)?;
        let verdict = match class(action, rc, later) {
            Class::Approved => done,
            Class::Declined | Class::MerchantError => Verdict::Failed,
            Class::Unknown => Verdict::Open,
        };
        let (rrn, int_ref) = (message.get("rrn"), message.get("int_ref"));
        let status = format!("{action}/{rc}");
        let identity = [order.id.as_str(), trtype, rrn];
        let details = [("transaction_type", of), ("rrn", rrn), ("int_ref", int_ref)];
        Ok(Settlement::make(verdict, &self.expect, order, &status, &identity, &details)?)
    }

    /// The short form: proof of payment or an error.
    ///
    /// # Errors
    /// As `settle`, and `order.not_paid`.
    pub fn expect_paid(&self, order: &Order) -> Result<Paid, Error> {
        self.settle(order)?.expect_paid()
    }

    /// What an approval of this TRTYPE proves, whether it comes after an authorization, and its name.
    fn kind(&self, trtype: &str) -> Result<(Verdict, bool, &'static str), Fault> {
        let is = |setting: &Option<String>| setting.as_deref() == Some(trtype);
        match trtype {
            _ if is(&self.reversal) => Ok((Verdict::Reversed, true, "reversal")),
            _ if is(&self.completion) => Ok((Verdict::Paid, true, "completion")),
            "0" => Ok((Verdict::Held, false, "authorization")),
            "1" => Ok((Verdict::Paid, false, "retail")),
            _ => Err(Fault::new(Code::KindUnknown, "trtype").limit(format!("TRTYPE {trtype}"))),
        }
    }
}
