//! `prepare`: a retail payment (TRTYPE 1) or an authorization (TRTYPE 0), signed with P_SIGN.

use alloc::format;
use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

use super::{Egw, EgwConfiguration};
use crate::call::{Answer, Build, Call, Expect, Header, Operation, Request, SignedSource};
use crate::error::{Code, Error, Fault};
use crate::gateway::UNRESERVED;
use crate::json::{self, Object};
use crate::mac::{REQUEST, Source};
use crate::record::{Alphabet, Record, Text, Value, choice, record};
use crate::stamp::Stamp;

choice! {
    /// What prepare does: take the money, or only hold it.
    EGW_TRANSACTION_TYPE EgwTransactionType { "authorization" = "0", "retail" = "1" }
}

record! {
    /// Prepares a payment at the e-Commerce Gateway.
    input Prepare {
        /// What the customer pays, in major units: exact decimal text of at most 12 characters.
        amount as "AMOUNT": need amount,
        /// Three upper-case letters; `IQD` in practice.
        currency as "CURRENCY": need text(Text::CURRENCY),
        /// ORDER: 6 to 32 digits. The last six must be unique for your terminal and day.
        order_id as "ORDER": need text(Text { min: 6, max: 32, alphabet: Alphabet::Digits }),
        /// DESC: what the customer is paying for, 1 to 50 characters.
        description as "DESC": need text(Text { min: 1, max: 50, alphabet: Alphabet::Line }),
        /// `retail` takes the money, `authorization` only holds it.
        transaction_type as "TRTYPE": need choice(EGW_TRANSACTION_TYPE),
        /// The customer's e-mail address, at most 80 bytes.
        email as "EMAIL": may text(Text::EMAIL),
        /// BACKREF: where the result goes, at most 250 bytes.
        back_ref as "BACKREF": need text(Text { min: 1, max: 250, alphabet: Alphabet::Url }),
        /// FOREIGN_RETAILER_IND: one character, if your bank asks for it.
        foreign_retailer_ind as "FOREIGN_RETAILER_IND": may text(Text { min: 1, max: 1, alphabet: Alphabet::Visible }),
        /// What to send as description if the description is not ASCII and your bank's length unit is not
        /// confirmed, such as `Order 123456`. This is not sent beside the description.
        description_fallback: may text(Text { min: 1, max: 50, alphabet: Alphabet::Line }),
        /// Accept a fraction or three decimals in dinars. This is not sent.
        allow_fraction: may flag,
    }
}

record! {
    /// What prepare answered. The gateway does not describe it, so it is given as it came.
    output Prepared {
        /// The HTTP status.
        status: need count(100, 999),
        /// The `Content-Type`, if you passed it on.
        content_type: may text,
        /// The body as it came: an address, a page, or something else.
        body: need text secret,
        /// Where to send the customer's browser: there only if the body is a JSON object in which exactly one
        /// text is an absolute URL.
        redirect_url: may text secret,
    }
}

/// The operation.
pub static PREPARE: Operation = Operation {
    name: "prepare",
    input: Prepare::SHAPE,
    output: Prepared::SHAPE,
    look_up: "your bank, or its callback",
    page: "https://docs.alqaseh.com/1.0-legacy/auth",
    doc: if cfg!(feature = "describe") {
        &[
            "Prepares a payment or an authorization and signs it with P_SIGN.",
            "",
            "The outcome comes as a signed callback to `back_ref`. Never repeated automatically.",
        ]
    } else {
        &[]
    },
    build: Build::Egw(build),
    read,
    settle: None,
};

impl Egw {
    /// Prepares a payment or an authorization. <https://docs.alqaseh.com/1.0-legacy/auth>
    ///
    /// # Errors
    /// Every fault of the input at once.
    pub fn prepare(&self, mut input: Prepare, stamp: &Stamp) -> Result<Call<Prepared>, Error> {
        let faults = input.0.faults();
        build(self, &mut input.0, stamp, faults).map(Call::typed)
    }
}

/// The fields prepare can send, in the order of the gateway's table: as the MAC and a form call them, and as
/// JSON does.
const FIELDS: [(&str, &str); 16] = [
    ("AMOUNT", "amount"),
    ("CURRENCY", "currency"),
    ("ORDER", "order"),
    ("DESC", "desc"),
    ("TRTYPE", "trtype"),
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
/// Those of the configuration: sent only where the profile lists them.
const SETTINGS: core::ops::Range<usize> = 6..12;

/// What a message says: each field's value, empty if absent, and which ones the MAC covers.
struct Message<'a> {
    values: [&'a str; FIELDS.len()],
    signed: u32,
}

impl<'a> Message<'a> {
    fn new(gateway: &'a Egw, input: &'a Record, stamp: &'a Stamp, trtype: &'a str, description: &'a str) -> Self {
        let (given, setting) = (|name| input.get(name), |name| gateway.configured.get(name));
        let values = [
            given("amount"),
            given("currency"),
            given("order_id"),
            description,
            trtype,
            given("email"),
            setting("terminal"),
            setting("merchant"),
            setting("merch_name"),
            setting("merch_url"),
            setting("country"),
            setting("merch_gmt"),
            stamp.timestamp(),
            stamp.nonce(),
            given("back_ref"),
            given("foreign_retailer_ind"),
        ];
        Self { values, signed: 0 }
    }

    /// A field the MAC covers; `None` if there is no such field.
    fn sign(&mut self, name: &str) -> Option<&'a str> {
        let at = FIELDS.iter().position(|field| field.0 == name)?;
        self.signed |= 1 << at;
        self.values.get(at).copied()
    }

    /// What is sent: every field that has a value.
    fn sent(&self) -> impl Iterator<Item = (&'static (&'static str, &'static str), &'a str)> {
        FIELDS.iter().zip(self.values).enumerate().filter_map(|(at, (names, value))| {
            let listed = !SETTINGS.contains(&at) || self.signed & 1 << at != 0;
            (listed && !value.is_empty()).then_some((names, value))
        })
    }

    fn json(&self, mac: &str) -> String {
        let mut body = String::with_capacity(640);
        let mut object = Object::new(&mut body);
        for ((_, key), value) in self.sent() {
            json::write_text(object.name(key), value);
        }
        json::write_text(object.name("p_sign"), mac);
        object.end();
        body
    }

    fn form(&self, mac: &str) -> String {
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

fn build(gateway: &Egw, input: &mut Record, stamp: &Stamp, mut faults: Vec<Fault>) -> Result<Call, Error> {
    if let Some(amount) = input.text("amount").filter(|amount| amount.len() > 12) {
        let limit = format!("12 characters, not {}", amount.len());
        faults.push(Fault::new(Code::AmountTooLong, "amount").limit(limit));
    }
    let trtype = EGW_TRANSACTION_TYPE.wire(input.get("transaction_type"));
    let fallback = input.text("description_fallback").filter(|_| gateway.profile.length_unit().is_none());
    let description = match (input.get("description"), fallback) {
        (text, Some(fallback)) if !text.is_ascii() => fallback,
        (text, _) => text,
    };
    let mut message = Message::new(gateway, input, stamp, trtype, description);
    let mut source = Source::new(&gateway.profile);
    match gateway.profile.order(REQUEST, trtype) {
        Some(order) => {
            for name in order {
                faults.extend(match message.sign(name) {
                    Some(value) => source.push(name, value).map_err(|fault| named(input, fault)).err(),
                    None => {
                        let limit = format!("{name} is signed by it but is no field of prepare");
                        Some(Fault::new(Code::ProfileInvalid, "profile").limit(limit))
                    }
                });
            }
        }
        // Without a valid TRTYPE there is no order to look for.
        None if trtype.is_empty() => {}
        None => faults.push(Fault::new(Code::ProfileNoOrder, "profile").limit(format!("TRTYPE {trtype}"))),
    }
    input.shape().refuse(faults)?;
    let source = source.finish();
    let mac = gateway.profile.hex(gateway.key.mac(source.as_bytes()).as_ref());
    let is_form = gateway.configured.get("encoding") == "form";
    let body = if is_form { message.form(&mac) } else { message.json(&mac) };
    let content_type = if is_form { "application/x-www-form-urlencoded" } else { "application/json" };
    let header = |name, value: &str, secret| Header { name, value: String::from(value), secret };
    let headers =
        vec![header("X-API-Key", gateway.api_key.expose(), true), header("Content-Type", content_type, false)];
    let request = Request { method: "POST", url: gateway.prepare_url.clone(), secret_url: false, headers, body };
    let mut call = Call::new(request, gateway.expect(&PREPARE));
    call.signed = Some(SignedSource { source, mac });
    call.expires = Some(stamp.expires());
    Ok(call)
}

/// A fault of a signed field under the caller's name for it.
fn named(input: &Record, mut fault: Fault) -> Fault {
    let fields = input.shape().fields.iter().chain(EgwConfiguration::SHAPE.fields);
    if let Some(field) = fields.into_iter().find(|field| field.wire == fault.field) {
        fault.field = field.name.into();
    }
    fault
}

fn read(_: &Expect, answer: Answer<'_>) -> Result<Record, Fault> {
    let body = crate::read::message_text(answer.body)?;
    let mut record = Record::new(Prepared::SHAPE);
    record.set("status", i64::from(answer.status));
    if !answer.content_type.is_empty() {
        record.set("content_type", answer.content_type);
    }
    record.set("body", body);
    record.set("redirect_url", only_url(answer.body).map(Value::Text));
    Ok(record)
}

/// The one text of a JSON object that is an absolute URL.
fn only_url(body: &[u8]) -> Option<String> {
    let Ok(Value::Map(map)) = json::read(body) else { return None };
    let is_url = |text: &str| crate::record::url_fault(text, &["https", "http"]).is_none();
    let mut urls = map.into_iter().filter_map(|(_, value)| match value {
        Value::Text(text) if is_url(&text) => Some(text),
        _ => None,
    });
    urls.next().filter(|_| urls.next().is_none())
}
