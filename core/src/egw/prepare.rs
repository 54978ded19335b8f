//! `prepare`: a retail payment (TRTYPE 1) or an authorization (TRTYPE 0), signed with P_SIGN.

use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

use super::message::{Given, Message, amount_fault};
use super::{Egw, EgwConfiguration, ORDER};
use crate::call::{Answer, Build, Call, Expect, Header, Operation, Request, SignedSource};
use crate::error::{Error, Fault};
use crate::json;
use crate::mac::REQUEST;
use crate::record::{Alphabet, Record, Text, Value, at, choice, record};
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
        order_id as "ORDER": need text(ORDER),
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

fn build(gateway: &Egw, input: &mut Record, stamp: &Stamp, mut faults: Vec<Fault>) -> Result<Call, Error> {
    let trtype = EGW_TRANSACTION_TYPE.wire(input.get("transaction_type"));
    let (message, source) = signed(gateway, input, stamp, trtype, &mut faults);
    input.shape().refuse(faults)?;
    let mac = gateway.mac(&source);
    let is_form = gateway.configured.get_at(at!(EgwConfiguration.encoding)) == "form";
    let body = if is_form { message.form(&mac) } else { message.json(&mac) };
    let content_type = if is_form { "application/x-www-form-urlencoded" } else { "application/json" };
    let headers =
        vec![Header::secret("X-API-Key", gateway.api_key.expose()), Header::plain("Content-Type", content_type)];
    let request = Request {
        method: "POST",
        url: gateway.prepare_url.clone(),
        secret_url: false,
        headers,
        body,
        secret_body: false,
    };
    Ok(gateway.signed_call(&PREPARE, request, stamp, SignedSource { source, mac }, Vec::new()))
}

/// The message of a payment or an authorization, and the source of its MAC.
pub(super) fn signed<'a>(
    gateway: &'a Egw,
    input: &'a Record,
    stamp: &'a Stamp,
    trtype: &'a str,
    faults: &mut Vec<Fault>,
) -> (Message<'a>, String) {
    faults.extend(amount_fault(input));
    let mut message = Message::new(gateway, input, stamp, &Given { trtype, ..Given::default() });
    let source = message.source(gateway, input, gateway.profile.order(REQUEST, trtype), trtype, faults);
    (message, source)
}

fn read(_: &Expect, answer: Answer<'_>) -> Result<Record, Fault> {
    let mut record = crate::read::read_raw(Prepared::SHAPE, answer)?;
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
