//! What a message of ours says, how it is signed, and how it is written.

use alloc::string::String;
use alloc::vec::Vec;
use alloc::{format, vec};

use super::{Egw, EgwConfiguration};
use crate::call::{Call, Header, Operation, Request, SignedSource};
use crate::error::{Code, Fault};
use crate::gateway::UNRESERVED;
use crate::json::{self, Object};
use crate::mac::Source;
use crate::record::{Record, at};
use crate::stamp::Stamp;

/// Every field a message can have, in the order of the gateway's table: as the MAC and a form call it, and as
/// prepare's JSON does.
const FIELDS: [(&str, &str); 20] = [
    ("AMOUNT", "amount"),
    ("CURRENCY", "currency"),
    ("ORDER", "order"),
    ("ORG_AMOUNT", ""),
    ("RRN", ""),
    ("INT_REF", ""),
    ("DESC", "desc"),
    ("TRTYPE", "trtype"),
    ("TRAN_TRTYPE", ""),
    ("EMAIL", "email"),
    ("TERMINAL", "terminal"),
    ("MERCHANT", "merchant"),
    ("MERCH_NAME", "merch_name"),
    ("MERCH_URL", "merch_url"),
    ("COUNTRY", "country"),
    ("MERCH_GMT", "merch_gmt"),
    ("TIMESTAMP", "timestamp"),
    ("NONCE", "nonce"),
    ("BACKREF", "back_ref"),
    ("FOREIGN_RETAILER_IND", "foreign_retailer_ind"),
];

/// What a message says beside its input and the configuration.
#[derive(Default)]
pub(super) struct Given<'a> {
    pub(super) trtype: &'a str,
    pub(super) tran_trtype: &'a str,
    /// The authorization's references, for what comes after one.
    pub(super) earlier: Option<&'a Record>,
}

/// What a message says: each field's value, empty if absent, and which ones the MAC covers.
pub(super) struct Message<'a> {
    values: [&'a str; FIELDS.len()],
    signed: u32,
    /// Whether it is about an earlier payment, or asks about one.
    has_earlier: bool,
    inquires: bool,
}

impl<'a> Message<'a> {
    pub(super) fn new(gateway: &'a Egw, input: &'a Record, stamp: &'a Stamp, given: &Given<'a>) -> Self {
        let (setting, has) = (|at| gateway.configured.get_at(at), |name| input.get(name));
        let earlier = |name| given.earlier.map_or("", |references| references.get(name));
        let first = |a: &'a str, b: &'a str| if a.is_empty() { b } else { a };
        let values = [
            has("amount"),
            first(has("currency"), earlier("currency")),
            first(has("order_id"), earlier("order_id")),
            earlier("amount"),
            earlier("rrn"),
            earlier("int_ref"),
            gateway.description(input),
            given.trtype,
            given.tran_trtype,
            has("email"),
            setting(at!(EgwConfiguration.terminal)),
            setting(at!(EgwConfiguration.merchant)),
            setting(at!(EgwConfiguration.merch_name)),
            setting(at!(EgwConfiguration.merch_url)),
            setting(at!(EgwConfiguration.country)),
            setting(at!(EgwConfiguration.merch_gmt)),
            stamp.timestamp(),
            stamp.nonce(),
            has("back_ref"),
            has("foreign_retailer_ind"),
        ];
        Self { values, signed: 0, has_earlier: given.earlier.is_some(), inquires: !given.tran_trtype.is_empty() }
    }

    /// The MAC's source, by the profile's order for the message.
    pub(super) fn source<'o>(
        &mut self,
        gateway: &Egw,
        input: &Record,
        order: Option<impl Iterator<Item = &'o str>>,
        trtype: &str,
        faults: &mut Vec<Fault>,
    ) -> String {
        let mut source = Source::new(&gateway.profile);
        match order {
            Some(order) => {
                for name in order {
                    faults.extend(match self.sign(name) {
                        Some(value) => source.push(name, value).map_err(|fault| named(input, fault)).err(),
                        None => {
                            let limit = format!("{name} is signed by it but is no field of this message");
                            Some(Fault::new(Code::ProfileInvalid, "profile").with_limit(limit))
                        }
                    });
                }
            }
            // Without a valid TRTYPE there is no order to look for.
            None if trtype.is_empty() => {}
            None => faults.push(Fault::new(Code::ProfileNoOrder, "profile").with_limit(format!("TRTYPE {trtype}"))),
        }
        source.finish()
    }

    /// A field the MAC covers; `None` if there is no such field.
    fn sign(&mut self, name: &str) -> Option<&'a str> {
        let at = FIELDS.iter().position(|field| field.0 == name)?;
        if (matches!(at, 3..6) && !self.has_earlier) || (at == 8 && !self.inquires) {
            return None;
        }
        self.signed |= 1 << at;
        self.values.get(at).copied()
    }

    /// What is sent: every field that has a value. Settings and the first amount go out only where they are signed.
    pub(super) fn sent(&self) -> impl Iterator<Item = (&'static (&'static str, &'static str), &'a str)> {
        FIELDS.iter().zip(self.values).enumerate().filter_map(|(at, (names, value))| {
            let listed = !matches!(at, 3 | 10..16) || self.signed & 1 << at != 0;
            (listed && !value.is_empty()).then_some((names, value))
        })
    }

    pub(super) fn json(&self, mac: &str) -> String {
        let mut body = String::with_capacity(640);
        let mut object = Object::new(&mut body);
        for ((_, key), value) in self.sent() {
            json::write_text(object.name(key), value);
        }
        json::write_text(object.name("p_sign"), mac);
        object.end();
        body
    }

    pub(super) fn form(&self, mac: &str) -> String {
        let mut body = String::with_capacity(640);
        for ((key, _), value) in self.sent() {
            body.push_str(key);
            body.push('=');
            body.extend(percent_encoding::utf8_percent_encode(value, UNRESERVED));
            body.push('&');
        }
        body.push_str("P_SIGN=");
        body.push_str(mac);
        body
    }
}

impl Egw {
    /// The description, or what stands for it while it is not known how its length is counted.
    fn description<'a>(&self, input: &'a Record) -> &'a str {
        let fallback = input.text("description_fallback").filter(|_| self.profile.length_unit().is_none());
        match (input.get("description"), fallback) {
            (text, Some(fallback)) if !text.is_ascii() => fallback,
            (text, _) => text,
        }
    }

    /// The MAC of a source, as it is sent.
    pub(super) fn mac(&self, source: &str) -> String {
        self.profile.hex(self.key.mac(source.as_bytes()).as_ref())
    }

    /// A signed form posted to `cgi_link`. The X-API-Key goes to prepare alone.
    pub(super) fn post_form(
        &self,
        operation: &'static Operation,
        message: &Message<'_>,
        stamp: &Stamp,
        source: String,
        known: Vec<(&'static str, String)>,
    ) -> Call {
        let mac = self.mac(&source);
        let headers = vec![Header::plain("Content-Type", "application/x-www-form-urlencoded")];
        let body = message.form(&mac);
        let request = Request {
            method: "POST",
            url: self.cgi_link_url.clone(),
            secret_url: false,
            headers,
            body,
            secret_body: false,
        };
        self.signed_call(operation, request, stamp, SignedSource { source, mac }, known)
    }

    pub(super) fn signed_call(
        &self,
        operation: &'static Operation,
        request: Request,
        stamp: &Stamp,
        signed: SignedSource,
        known: Vec<(&'static str, String)>,
    ) -> Call {
        let mut call = Call::new(request, self.expect(operation, known));
        call.signed = Some(signed);
        call.expires = Some(stamp.expires());
        call
    }
}

/// The most characters an amount may have here.
pub(super) fn amount_fault(input: &Record) -> Option<Fault> {
    let amount = input.text("amount").filter(|amount| amount.len() > 12)?;
    Some(Fault::new(Code::AmountTooLong, "amount").with_limit(format!("12 characters, not {}", amount.len())))
}

/// A fault of a signed field under the caller's name for it.
fn named(input: &Record, mut fault: Fault) -> Fault {
    let fields = input.shape().fields.iter().chain(EgwConfiguration::SHAPE.fields);
    if let Some(field) = fields.into_iter().find(|field| field.wire == fault.field()) {
        fault.rename(field.name);
    }
    fault
}
