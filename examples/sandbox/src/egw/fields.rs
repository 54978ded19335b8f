//! Reading a request's fields, and what each of them must look like.

use axum::http::{HeaderMap, Uri};

use super::{Fields, Refusal, refusal};
use crate::app::header;
use crate::clock::parse_compact;
use crate::mac;
use crate::merchants::EgwMerchant;
use crate::money::is_decimal;

/// How far TIMESTAMP may be from the gateway's clock.
const WINDOW: i64 = 3_600;

/// What a message asks for. TRTYPE 1 with an RRN and an INT_REF is a completion.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Message {
    /// An authorization or a retail payment.
    Start,
    Completion,
    Reversal,
    Inquiry,
}

impl Message {
    pub(super) fn of(fields: &Fields) -> Option<Message> {
        let there = |name: &str| fields.get(name).is_some_and(|v| !v.is_empty());
        match fields.get("TRTYPE").map_or("", String::as_str) {
            "21" => Some(Message::Completion),
            "1" if there("RRN") && there("INT_REF") => Some(Message::Completion),
            "0" | "1" => Some(Message::Start),
            "14" | "22" | "24" => Some(Message::Reversal),
            "90" => Some(Message::Inquiry),
            _ => None,
        }
    }

    fn mandatory(self) -> &'static [&'static str] {
        match self {
            Message::Start => {
                &["AMOUNT", "CURRENCY", "ORDER", "DESC", "TRTYPE", "TIMESTAMP", "NONCE", "BACKREF", "P_SIGN"]
            }
            Message::Completion | Message::Reversal => &[
                "AMOUNT",
                "CURRENCY",
                "ORDER",
                "RRN",
                "INT_REF",
                "DESC",
                "TRTYPE",
                "TIMESTAMP",
                "NONCE",
                "BACKREF",
                "P_SIGN",
            ],
            Message::Inquiry => &["ORDER", "TRTYPE", "TRAN_TRTYPE", "TIMESTAMP", "NONCE", "P_SIGN"],
        }
    }
}

/// Reads a JSON object of strings, or a form, by its Content-Type. `None` if it is neither.
pub(super) fn read(headers: &HeaderMap, body: &[u8]) -> Option<Fields> {
    if is_form(headers) {
        return read_form(headers, body);
    }
    let mut fields = Fields::new();
    let object: serde_json::Map<String, serde_json::Value> = serde_json::from_slice(body).ok()?;
    for (name, value) in object {
        // The JSON keys are lower case, and one of them has a name of its own.
        let name = match name.as_str() {
            "back_ref" => "BACKREF".to_owned(),
            "backref" => continue,
            other if other.bytes().any(|b| b.is_ascii_uppercase()) => continue,
            other => other.to_ascii_uppercase(),
        };
        // A number would have lost the text that was signed.
        if fields.insert(name, value.as_str()?.to_owned()).is_some() {
            return None;
        }
    }
    Some(fields)
}

/// Reads a form. `None` if it is none, or says a field twice.
pub(super) fn read_form(headers: &HeaderMap, body: &[u8]) -> Option<Fields> {
    // What is signed is bytes; text that is not UTF-8 can't be what was signed.
    if !is_form(headers) || std::str::from_utf8(body).is_err() {
        return None;
    }
    let mut fields = Fields::new();
    for (name, value) in form_urlencoded::parse(body) {
        if fields.insert(name.into_owned(), value.into_owned()).is_some() {
            return None;
        }
    }
    Some(fields)
}

fn is_form(headers: &HeaderMap) -> bool {
    let essence = header(headers, "content-type").and_then(|v| v.split(';').next()).unwrap_or_default();
    essence.trim().eq_ignore_ascii_case("application/x-www-form-urlencoded")
}

/// The one field whose JSON name is not just lower case.
fn in_json(name: &str) -> &'static str {
    if name == "BACKREF" { " (back_ref in JSON)" } else { "" }
}

/// Checks that nothing is missing.
pub(super) fn check_presence(fields: &Fields, message: Message) -> Result<(), Refusal> {
    let missing = |name: &&&str| fields.get(**name).is_none_or(String::is_empty);
    match message.mandatory().iter().find(missing) {
        Some(name) => Err(refusal("-1", format!("A mandatory field is missing: {name}{}", in_json(name)))),
        None => Ok(()),
    }
}

/// Checks everything but the MAC.
pub(super) fn check(fields: &Fields, message: Message, merchant: &EgwMerchant, now: i64) -> Result<(), Refusal> {
    check_presence(fields, message)?;
    let get = |name: &str| fields.get(name).map_or("", String::as_str);
    if message != Message::Inquiry {
        if !is_decimal(get("AMOUNT")) {
            return Err(refusal("-10", "Error in the AMOUNT field"));
        }
        let currency = get("CURRENCY");
        if currency.len() != 3 || !currency.bytes().all(|b| b.is_ascii_uppercase()) {
            return Err(refusal("-11", "Error in the CURRENCY field"));
        }
        if !is_web_address(get("BACKREF")) {
            return Err(refusal("-2", "Bad request"));
        }
    }
    let digits = |name: &str| get(name).bytes().all(|b| b.is_ascii_digit());
    let sizes = (6..=32).contains(&get("ORDER").len())
        && get("DESC").chars().count() <= 50
        && get("EMAIL").len() <= 80
        && get("BACKREF").len() <= 250
        && get("INT_REF").len() <= 128
        && get("FOREIGN_RETAILER_IND").len() <= 1;
    if !sizes || !digits("ORDER") || !digits("TRAN_TRTYPE") {
        return Err(refusal("-2", "Bad request"));
    }
    if matches!(message, Message::Completion | Message::Reversal) && (get("RRN").len() != 12 || !digits("RRN")) {
        return Err(refusal("-15", "Error in the RRN field"));
    }
    for (name, rc, text) in [
        ("TERMINAL", "-12", "Error in the merchant or terminal id"),
        ("MERCHANT", "-12", "Error in the merchant or terminal id"),
        ("MERCH_NAME", "-27", "Error in the merchant's name"),
        ("MERCH_URL", "-27", "Error in the merchant's name"),
        ("COUNTRY", "-2", "Bad request"),
        ("MERCH_GMT", "-2", "Bad request"),
    ] {
        // Agreed fields need not be sent, but must not contradict what was agreed.
        let agreed = merchant.fields.get(name).map_or("", String::as_str);
        if !get(name).is_empty() && !agreed.is_empty() && get(name) != agreed {
            return Err(refusal(rc, text));
        }
    }
    let nonce = get("NONCE");
    if !(16..=64).contains(&nonce.len()) || mac::from_hex(nonce).is_none() {
        return Err(refusal("-17", "Access denied: NONCE is not 16 to 64 hex digits"));
    }
    match parse_compact(get("TIMESTAMP")) {
        Some(at) if (at - now).abs() <= WINDOW => Ok(()),
        _ => Err(refusal("-20", "TIMESTAMP is not within an hour of the gateway's clock (UTC)")),
    }
}

/// Checks P_SIGN over the order of the merchant's scheme, under the merchant's key or the one
/// before it. What was not sent is taken from the agreed fields.
pub(super) fn check_mac(fields: &Fields, message: Message, merchant: &EgwMerchant) -> Result<(), Refusal> {
    let scheme = &merchant.scheme;
    let order = match message {
        Message::Start => &scheme.request,
        Message::Completion | Message::Reversal => &scheme.later,
        Message::Inquiry => &scheme.inquiry,
    };
    if order.is_empty() {
        return Err(refusal("-2", "Bad request: this merchant's scheme has no such message"));
    }
    let source = mac::source(order.iter().map(String::as_str), |name| {
        let given = fields.get(name).filter(|v| !v.is_empty());
        given.or_else(|| merchant.fields.get(name)).map(String::as_str)
    });
    let given = fields.get("P_SIGN").map_or("", String::as_str);
    let keys = [Some(&*merchant.mac_key), merchant.old_mac_key.as_ref().map(std::slice::from_ref)];
    if keys.iter().flatten().any(|key| mac::verify(scheme.algorithm, key, &source, given)) {
        return Ok(());
    }
    Err(Refusal { mac_source: Some(source), ..refusal("-17", "Access denied: P_SIGN does not match") })
}

pub(crate) fn is_web_address(url: &str) -> bool {
    url.parse::<Uri>().is_ok_and(|u| matches!(u.scheme_str(), Some("http" | "https")) && u.host().is_some())
}
