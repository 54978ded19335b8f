//! What the gateway says about a transaction: the fields, their MAC, and the form they come in.

use super::{Fields, Outcome};
use crate::app::random_hex;
use crate::cards::meaning;
use crate::clock::compact;
use crate::config::{DeliveryForm, Settings};
use crate::lang::Lang;
use crate::mac;
use crate::merchants::EgwMerchant;

/// The fields of a reply, in the order they are written. MERCHANT is not among them, though some
/// schemes sign it.
const WRITTEN: [&str; 17] = [
    "TERMINAL",
    "TRTYPE",
    "TRAN_TRTYPE",
    "ORDER",
    "AMOUNT",
    "CURRENCY",
    "DESC",
    "ACTION",
    "RC",
    "MESSAGE",
    "APPROVAL",
    "RRN",
    "INT_REF",
    "TIMESTAMP",
    "NONCE",
    "SANDBOX_MAC_SOURCE",
    "P_SIGN",
];

/// A reply before it is signed: what is said of the request, and the outcome.
pub(super) fn fields(request: &Fields, outcome: &Outcome) -> Fields {
    let mut reply = Fields::new();
    for name in ["TERMINAL", "TRTYPE", "TRAN_TRTYPE", "ORDER", "AMOUNT", "CURRENCY", "DESC"] {
        if let Some(value) = request.get(name) {
            reply.insert(name.to_owned(), value.clone());
        }
    }
    for (name, value) in [
        ("ACTION", outcome.action.word()),
        ("RC", &*outcome.rc),
        ("MESSAGE", outcome.message.as_deref().unwrap_or_else(|| meaning(&outcome.rc).in_lang(Lang::En))),
        ("APPROVAL", &outcome.approval),
        ("RRN", &outcome.rrn),
        ("INT_REF", &outcome.int_ref),
    ] {
        reply.insert(name.to_owned(), value.to_owned());
    }
    reply
}

/// Writes AMOUNT as it is set, and adds the gateway's own TIMESTAMP and NONCE, the agreed TERMINAL, and P_SIGN over the scheme's
/// order. What is signed but not in the reply is taken from the agreed fields and the request.
pub(super) fn sign(
    reply: &mut Fields,
    request: &Fields,
    merchant: &EgwMerchant,
    order: &[String],
    settings: &Settings,
    now: i64,
) {
    if let Some(terminal) = merchant.fields.get("TERMINAL") {
        reply.insert("TERMINAL".to_owned(), terminal.clone());
    }
    if let Some(amount) = reply.get_mut("AMOUNT") {
        *amount = settings.egw_amounts.print(amount);
    }
    reply.insert("TIMESTAMP".to_owned(), compact(now));
    reply.insert("NONCE".to_owned(), random_hex(16).to_uppercase());
    let source = mac::source(order.iter().map(String::as_str), |name| {
        reply.get(name).or_else(|| merchant.fields.get(name)).or_else(|| request.get(name)).map(String::as_str)
    });
    let old = merchant.old_mac_key.as_ref().filter(|_| settings.egw_old_key);
    let key = old.map_or(&*merchant.mac_key, std::slice::from_ref);
    // The keys were checked when the sandbox started.
    if let Some(p_sign) = mac::sign(merchant.scheme.algorithm, key, &source) {
        reply.insert("P_SIGN".to_owned(), p_sign);
    }
}

/// Writes a reply: its Content-Type and its body. `to` is where a browser would post a page on to.
pub(super) fn write(reply: &Fields, form: DeliveryForm, to: &str) -> (&'static str, String) {
    let pairs = WRITTEN.iter().filter_map(|name| Some((*name, reply.get(*name)?.as_str())));
    match form {
        DeliveryForm::Form => (
            "application/x-www-form-urlencoded",
            form_urlencoded::Serializer::new(String::new()).extend_pairs(pairs).finish(),
        ),
        DeliveryForm::Json => (
            "application/json",
            serde_json::Value::Object(pairs.map(|(k, v)| (k.to_owned(), v.into())).collect()).to_string(),
        ),
        DeliveryForm::Xml => {
            let elements: String = pairs.map(|(k, v)| format!("  <{k}>{}</{k}>\n", escape(v))).collect();
            ("application/xml", format!("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<reply>\n{elements}</reply>\n"))
        }
        DeliveryForm::Html => {
            let inputs: String =
                pairs.map(|(k, v)| format!("<input type=\"hidden\" name=\"{k}\" value=\"{}\">\n", escape(v))).collect();
            let page = format!(
                "<!doctype html>\n<html><head><meta charset=\"utf-8\"><title>Reply</title></head>\n<body>\n\
                 <form method=\"post\" action=\"{}\">\n{inputs}<button>Continue</button>\n</form>\n</body></html>\n",
                escape(to)
            );
            ("text/html; charset=utf-8", page)
        }
        DeliveryForm::Digit => ("text/plain", reply.get("ACTION").cloned().unwrap_or_default()),
    }
}

/// Makes text safe between tags and in quoted attributes.
pub(crate) fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            _ => out.push(c),
        }
    }
    out
}
