//! Published vectors, whole and broken in every known way.

use super::*;
use crate::egw::EgwConfiguration;
use crate::mac::Key;
use alloc::format;
use alloc::string::ToString;

mod bears;
mod finds;

const KEY: &str = "00112233445566778899AABBCCDDEEFF";

/// The example of the e-Gateway manual, and its published P_SIGN.
const CLASSIC: &[(&str, &str)] = &[
    ("AMOUNT", "11.48"),
    ("CURRENCY", "USD"),
    ("ORDER", "771446"),
    ("DESC", "IT Books. Qty: 2"),
    ("MERCH_NAME", "Books Online Inc."),
    ("MERCH_URL", "www.sample.com"),
    ("MERCHANT", "123456789012345"),
    ("TERMINAL", "99999999"),
    ("EMAIL", "pgw@mail.sample.com"),
    ("TRTYPE", "1"),
    ("TIMESTAMP", "20030105153021"),
    ("NONCE", "F2B2DD7E603A7ADA"),
    ("BACKREF", "https://www.sample.com/shop/reply"),
];
const CLASSIC_MAC: &str = "FACC882CA67E109E409E3974DDEDA8AAB13A5E48";

/// Bank CenterCredit's example.
const BCC: &[(&str, &str)] = &[
    ("AMOUNT", "350.00"),
    ("CURRENCY", "398"),
    ("ORDER", "3558714461568"),
    ("MERCHANT", "merchantname"),
    ("TERMINAL", "88888881"),
    ("MERCH_GMT", "0"),
    ("TIMESTAMP", "20200224073921"),
    ("TRTYPE", "1"),
    ("NONCE", "F2B2DD7E603A7AAF5E1BC35DEE1F6C9A"),
];
const BCC_KEY: &str = "6BB0AC02E47BDF73D98FEB777F3B5294";
const BCC_MAC: &str = "9B1C58714CFF6E4BCC6E97B4D503275838F4ED68";

/// A reply, as most banks on this engine send it: without MERCHANT.
const REPLY: &[(&str, &str)] = &[
    ("TERMINAL", "10000001"),
    ("TRTYPE", "1"),
    ("ORDER", "000417"),
    ("AMOUNT", "25000"),
    ("CURRENCY", "IQD"),
    ("ACTION", "0"),
    ("RC", "00"),
    ("APPROVAL", "123456"),
    ("RRN", "306276834930"),
    ("INT_REF", "4A29E93C607E33DC"),
    ("TIMESTAMP", "20260315123456"),
    ("NONCE", "F2B2DD7E603A7ADA"),
];
fn form(fields: &[(&str, &str)], mac: &str) -> String {
    let encode = |value| percent_encoding::utf8_percent_encode(value, crate::gateway::UNRESERVED);
    let pairs: Vec<String> = fields.iter().map(|(name, value)| format!("{name}={}&", encode(value))).collect();
    pairs.concat() + "P_SIGN=" + mac
}

fn json(fields: &[(&str, &str)], mac: &str) -> String {
    let mut out = String::new();
    let mut object = crate::json::Object::new(&mut out);
    for (name, value) in fields.iter().chain([&("P_SIGN", mac)]) {
        crate::json::write_text(object.key(name), value);
    }
    object.end();
    out
}

/// The source by hand, so that nothing of the doctor is believed.
fn source(fields: &[(&str, &str)], order: &[&str]) -> String {
    let value = |name: &&str| fields.iter().find(|field| field.0 == *name).map_or("", |field| field.1);
    let part = |value: &str| if value.is_empty() { "-".to_string() } else { format!("{}{value}", value.len()) };
    order.iter().map(|name| part(value(name))).collect()
}

fn sign(key: &[u8], source: &str) -> String {
    hex::encode_upper(Key::from_bytes(Algorithm::HmacSha1, key).mac(source.as_bytes()))
}

fn bytes(key: &str) -> Vec<u8> {
    hex::decode(key).unwrap()
}

/// A preset's order.
fn order(preset: &str, name: &str) -> &'static [&'static str] {
    let preset = PRESETS.iter().find(|known| known.name == preset).unwrap();
    preset.orders.iter().find(|order| order.0 == name).unwrap().1
}

fn with(
    fields: &[(&'static str, &'static str)],
    name: &'static str,
    value: &'static str,
) -> Vec<(&'static str, &'static str)> {
    let mut fields = fields.to_vec();
    match fields.iter_mut().find(|field| field.0 == name) {
        Some(field) => field.1 = value,
        None => fields.push((name, value)),
    }
    fields
}

fn without(fields: &[(&'static str, &'static str)], name: &str) -> Vec<(&'static str, &'static str)> {
    fields.iter().copied().filter(|field| field.0 != name).collect()
}

fn texts(value: &Value) -> Vec<&str> {
    match value {
        Value::List(items) => items.iter().filter_map(Value::as_text).collect(),
        _ => Vec::new(),
    }
}

/// What fits, its order and the mistakes, such as `classic reply: key_as_text`.
fn verdict(input: Diagnose) -> String {
    let diagnosis = Egw::diagnose(input).unwrap();
    let found = diagnosis.each();
    let Some(finding) = found.first().filter(|finding| finding.fits()) else { return "nothing".into() };
    assert_eq!(diagnosis.advice(), finding.advice());
    let mistakes = texts(finding.mistakes()).join(" ");
    format!("{} {}: {mistakes}", finding.profile(), finding.order_name()).trim_end_matches([' ', ':']).to_string()
}

fn ask(message: impl Into<String>) -> Diagnose {
    Diagnose::new().message(message.into()).mac_key(KEY)
}

/// A message signed over a source.
fn signed(fields: &[(&str, &str)], source: &str) -> String {
    form(fields, &sign(&bytes(KEY), source))
}
