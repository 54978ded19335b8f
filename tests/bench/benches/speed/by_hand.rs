//! What a Rust shop would write for itself: the same bytes, and no checks beyond what is written here.

use std::sync::LazyLock;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use hmac::{Hmac, KeyInit, Mac as _};
use qantara::Stamp;
use serde::{Deserialize, Serialize};
use sha1::Sha1;

/// A request: URL, headers and body.
pub type Request = (String, Vec<(&'static str, String)>, String);
/// A shop's key, kept.
pub type Key = Hmac<Sha1>;

pub fn key(bytes: &[u8]) -> Key {
    Key::new_from_slice(bytes).expect("a key of any length")
}

pub fn sign(key: &Key, fields: &[(&str, Option<&str>)]) -> String {
    let mut source = String::new();
    for (_, value) in fields {
        add(&mut source, value.unwrap_or_default());
    }
    p_sign(key, &source)
}

pub fn verify(key: &Key, fields: &[(&str, Option<&str>)], p_sign: &str) -> bool {
    let mut source = String::new();
    for (_, value) in fields {
        add(&mut source, value.unwrap_or_default());
    }
    let Ok(given) = hex::decode(p_sign) else { return false };
    key.clone().chain_update(source).verify_slice(&given).is_ok()
}

fn add(source: &mut String, value: &str) {
    if value.is_empty() {
        source.push('-');
    } else {
        source.push_str(&value.len().to_string());
        source.push_str(value);
    }
}

fn p_sign(key: &Key, source: &str) -> String {
    hex::encode_upper(key.clone().chain_update(source).finalize().into_bytes())
}

#[derive(Serialize)]
struct Message<'a> {
    amount: &'a str,
    currency: &'a str,
    order: &'a str,
    desc: &'a str,
    trtype: &'a str,
    terminal: &'a str,
    merchant: &'a str,
    merch_name: &'a str,
    merch_url: &'a str,
    timestamp: &'a str,
    nonce: &'a str,
    back_ref: &'a str,
    p_sign: String,
}

impl<'a> Message<'a> {
    fn signed(key: &Key, stamp: &'a Stamp) -> Self {
        let mut message = Self {
            amount: "240000",
            currency: "IQD",
            order: "771446",
            desc: "Room 12, two nights",
            trtype: "0",
            terminal: "99999999",
            merchant: "123456789012345",
            merch_name: "Books Online Inc.",
            merch_url: "www.sample.com",
            timestamp: stamp.timestamp(),
            nonce: stamp.nonce(),
            back_ref: "https://shop.example/callback",
            p_sign: String::new(),
        };
        let mut source = String::new();
        for value in [
            message.amount,
            message.currency,
            message.order,
            message.desc,
            message.merch_name,
            message.merch_url,
            message.merchant,
            message.terminal,
            "",
            message.trtype,
            "",
            "",
            message.timestamp,
            message.nonce,
            message.back_ref,
        ] {
            add(&mut source, value);
        }
        message.p_sign = p_sign(key, &source);
        message
    }

    fn named(&self) -> [(&'static str, &str); 13] {
        [
            ("AMOUNT", self.amount),
            ("CURRENCY", self.currency),
            ("ORDER", self.order),
            ("DESC", self.desc),
            ("TRTYPE", self.trtype),
            ("TERMINAL", self.terminal),
            ("MERCHANT", self.merchant),
            ("MERCH_NAME", self.merch_name),
            ("MERCH_URL", self.merch_url),
            ("TIMESTAMP", self.timestamp),
            ("NONCE", self.nonce),
            ("BACKREF", self.back_ref),
            ("P_SIGN", &self.p_sign),
        ]
    }
}

pub fn prepare(key: &Key, stamp: &Stamp) -> Result<Request, serde_json::Error> {
    let body = serde_json::to_string(&Message::signed(key, stamp))?;
    let headers =
        vec![("X-API-Key", String::from("a key of its own")), ("Content-Type", String::from("application/json"))];
    Ok((String::from("https://ac.alqaseh.com:9900/api/payment/prepare"), headers, body))
}

pub fn card_form(key: &Key, stamp: &Stamp) -> String {
    let message = Message::signed(key, stamp);
    let mut html = String::from(
        "<!DOCTYPE html><html><head><meta charset=\"utf-8\"><title>…</title></head><body><form method=\"post\" \
         action=\"https://ac.alqaseh.com:5443/cgi-bin/cgi_link\">",
    );
    for (name, value) in message.named() {
        html.push_str(&format!("<input type=\"hidden\" name=\"{name}\" value=\"{}\">", escape(value)));
    }
    html.push_str("<button>→</button></form><script>document.forms[0].submit()</script></body></html>");
    html
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;").replace('\'', "&#39;")
}

#[derive(Serialize)]
struct Create<'a> {
    order_id: &'a str,
    amount: i64,
    currency: &'a str,
    description: &'a str,
    redirect_url: &'a str,
    transaction_type: &'a str,
}

static LOGIN: LazyLock<String> = LazyLock::new(|| format!("Basic {}", STANDARD.encode("public_test:a secret")));

pub fn create_payment() -> Result<Request, serde_json::Error> {
    let body = serde_json::to_string(&Create {
        order_id: "A-1001",
        amount: 25_000,
        currency: "IQD",
        description: "Two books",
        redirect_url: "https://shop.example/return",
        transaction_type: "Retail",
    })?;
    let headers = vec![
        ("Authorization", LOGIN.clone()),
        ("Accept", String::from("application/json")),
        ("Content-Type", String::from("application/json")),
    ];
    Ok((String::from("https://api-test.alqaseh.com/v1/egw/payments/create"), headers, body))
}

/// The payment as a shop would declare it.
#[derive(Deserialize)]
#[allow(dead_code, reason = "serde reads it")]
pub struct Payment {
    pub payment_id: String,
    pub order_id: String,
    pub amount: f64,
    pub currency: String,
    pub payment_status: String,
    pub transaction_type: String,
    pub description: String,
    pub token: String,
    pub redirect_url: String,
    pub webhook_url: String,
    pub approval_code: String,
    pub rc: String,
    pub rrn: String,
    pub terminal_id: String,
    pub created_at: String,
}

/// Whether the order is paid.
pub fn settle(text: &str) -> Result<bool, serde_json::Error> {
    let payment: Payment = serde_json::from_str(text)?;
    Ok(payment.payment_id == "0198a5b2c3d4e5f60718293a4b5c6d7e"
        && payment.order_id == "A-1001"
        && payment.currency == "IQD"
        && payment.amount == 25_000.0
        && payment.payment_status.eq_ignore_ascii_case("succeeded")
        && payment.transaction_type == "Retail")
}
