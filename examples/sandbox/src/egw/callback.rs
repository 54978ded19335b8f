//! The signed callback to BACKREF.

use super::{Fields, Outcome, Payment};
use crate::app::random_hex;
use crate::clock::compact;
use crate::config::{CallbackBody, EgwMerchant};
use crate::deliveries::Message;
use crate::mac;

/// The fields of a reply, in the order they are written. MERCHANT is not among them, though
/// some schemes sign it.
const WRITTEN: [&str; 12] = [
    "TERMINAL",
    "TRTYPE",
    "ORDER",
    "AMOUNT",
    "CURRENCY",
    "ACTION",
    "RC",
    "APPROVAL",
    "RRN",
    "INT_REF",
    "TIMESTAMP",
    "NONCE",
];

/// Writes and signs a callback; `None` if the merchant's key is not hex.
pub(super) fn message(payment: &Payment, merchant: &EgwMerchant, outcome: &Outcome, now: i64) -> Option<Message> {
    let mut reply = Fields::new();
    for name in WRITTEN {
        let agreed = || merchant.fields.get(name).cloned().unwrap_or_default();
        let value = match name {
            "TERMINAL" => agreed(),
            "ACTION" => outcome.action.to_owned(),
            "RC" => outcome.rc.to_owned(),
            "APPROVAL" => outcome.approval.clone(),
            "RRN" => outcome.rrn.clone(),
            "INT_REF" => outcome.int_ref.clone(),
            "TIMESTAMP" => compact(now),
            "NONCE" => random_hex(16).to_uppercase(),
            _ => payment.field(name).to_owned(),
        };
        reply.insert(name.to_owned(), value);
    }
    let scheme = &merchant.scheme;
    let source = mac::source(scheme.reply.iter().map(String::as_str), |name| {
        reply.get(name).or_else(|| merchant.fields.get(name)).or_else(|| payment.request.get(name)).map(String::as_str)
    });
    let p_sign = mac::sign(scheme.algorithm, &merchant.mac_key_hex, &source)?;
    let pairs = WRITTEN
        .iter()
        .map(|name| (*name, reply.get(*name).map_or("", String::as_str)))
        .chain([("P_SIGN", p_sign.as_str())]);
    let (content_type, body) = match merchant.callback {
        CallbackBody::Form => (
            "application/x-www-form-urlencoded",
            form_urlencoded::Serializer::new(String::new()).extend_pairs(pairs).finish(),
        ),
        CallbackBody::Json => (
            "application/json",
            serde_json::Value::Object(pairs.map(|(k, v)| (k.to_owned(), v.into())).collect()).to_string(),
        ),
    };
    Some(Message {
        kind: "egw.callback",
        url: payment.field("BACKREF").to_owned(),
        content_type: content_type.to_owned(),
        body,
    })
}
