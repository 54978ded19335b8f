//! Reading a request's fields, and what each of them must look like.

use axum::http::{HeaderMap, Uri, header};

use super::{Fields, Refusal, refusal};
use crate::clock::parse_compact;
use crate::config::EgwMerchant;
use crate::mac;
use crate::money::is_decimal;

/// How far TIMESTAMP may be from the gateway's clock.
const WINDOW: i64 = 3_600;

/// Reads a JSON object of strings, or a form, by its Content-Type. `None` if it is neither.
pub(super) fn read(headers: &HeaderMap, body: &[u8]) -> Option<Fields> {
    let content_type = headers.get(header::CONTENT_TYPE).and_then(|v| v.to_str().ok()).unwrap_or_default();
    let essence = content_type.split(';').next().unwrap_or_default().trim();
    let mut fields = Fields::new();
    let mut insert = |name: String, value: String| fields.insert(name, value).is_none();
    if essence.eq_ignore_ascii_case("application/x-www-form-urlencoded") {
        // What is signed is bytes; text that is not UTF-8 can't be what was signed.
        std::str::from_utf8(body).ok()?;
        for (name, value) in form_urlencoded::parse(body) {
            if !insert(name.into_owned(), value.into_owned()) {
                return None;
            }
        }
    } else {
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
            if !insert(name, value.as_str()?.to_owned()) {
                return None;
            }
        }
    }
    Some(fields)
}

/// Checks everything but the MAC of a request that starts a payment.
pub(super) fn check(fields: &Fields, merchant: &EgwMerchant, now: i64) -> Result<(), Refusal> {
    let get = |name: &str| fields.get(name).map_or("", String::as_str);
    for name in ["AMOUNT", "CURRENCY", "ORDER", "DESC", "TRTYPE", "TIMESTAMP", "NONCE", "BACKREF", "P_SIGN"] {
        if get(name).is_empty() {
            return Err(refusal("-1", "A mandatory field is missing"));
        }
    }
    if !is_decimal(get("AMOUNT")) {
        return Err(refusal("-10", "Error in the AMOUNT field"));
    }
    let currency = get("CURRENCY");
    if currency.len() != 3 || !currency.bytes().all(|b| b.is_ascii_uppercase()) {
        return Err(refusal("-11", "Error in the CURRENCY field"));
    }
    let order = get("ORDER");
    let sizes = (6..=32).contains(&order.len())
        && get("DESC").chars().count() <= 50
        && get("EMAIL").len() <= 80
        && get("BACKREF").len() <= 250
        && get("FOREIGN_RETAILER_IND").len() <= 1;
    if !sizes
        || !order.bytes().all(|b| b.is_ascii_digit())
        || !matches!(get("TRTYPE"), "0" | "1")
        || !is_web_address(get("BACKREF"))
    {
        return Err(refusal("-2", "Bad request"));
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

/// Checks P_SIGN over the merchant's request order. What was not sent is taken from the agreed
/// fields.
pub(super) fn check_mac(fields: &Fields, merchant: &EgwMerchant) -> Result<(), Refusal> {
    let scheme = &merchant.scheme;
    let source = mac::source(scheme.request.iter().map(String::as_str), |name| {
        let given = fields.get(name).filter(|v| !v.is_empty());
        given.or_else(|| merchant.fields.get(name)).map(String::as_str)
    });
    let given = fields.get("P_SIGN").map_or("", String::as_str);
    if mac::verify(scheme.algorithm, &merchant.mac_key_hex, &source, given) {
        return Ok(());
    }
    Err(Refusal { rc: "-17", text: "Access denied: P_SIGN does not match", mac_source: Some(source) })
}

fn is_web_address(url: &str) -> bool {
    url.parse::<Uri>().is_ok_and(|u| matches!(u.scheme_str(), Some("http" | "https")) && u.host().is_some())
}
