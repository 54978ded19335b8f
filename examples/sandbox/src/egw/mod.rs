//! The e-Commerce Gateway ("EGW", version 1.0 of Al Qaseh's interface): one file per operation,
//! the pay page, the signed replies and callbacks, and what they share.
//!
//! A new operation is a new file with a `handle` function, and one line in [`router`] or, if
//! TRTYPE tells it from others, in `cgi_link`.

mod callback;
mod card_page;
mod cgi_link;
mod completion;
mod fields;
mod inquiry;
pub(crate) mod pay;
mod prepare;
mod reply;
mod reversal;

use std::collections::BTreeMap;

use axum::Json;
use axum::Router;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use serde::Serialize;
use serde_json::json;

use self::cgi_link::Asked;
use crate::app::{App, Shared, header, random_digits};
use crate::config::EgwMerchant;

/// How the pages name this gateway.
pub(crate) const NAME: &str = "Al Qaseh e-Commerce Gateway";

/// A message: field names in upper case, as in the form encoding.
pub(crate) type Fields = BTreeMap<String, String>;

/// All prepared payments, oldest first.
#[derive(Default)]
pub(crate) struct Book {
    pub(crate) payments: Vec<Payment>,
}

/// A payment as the gateway keeps it.
pub(crate) struct Payment {
    /// The last part of the pay page's address.
    pub(crate) id: String,
    /// Which of the configured merchants.
    pub(crate) merchant: usize,
    pub(crate) request: Fields,
    pub(crate) prepared_at: i64,
    /// What the last card led to.
    pub(crate) result: Option<Outcome>,
    /// Completions and reversals, the refused ones too, oldest first.
    pub(crate) later: Vec<Later>,
}

/// A completion or reversal of a payment.
#[derive(Serialize)]
pub(crate) struct Later {
    #[serde(rename = "TRTYPE")]
    trtype: String,
    #[serde(rename = "AMOUNT")]
    amount: String,
    reverses: bool,
    at: i64,
    #[serde(flatten)]
    outcome: Outcome,
}

/// What a card, a completion or a reversal led to.
#[derive(Clone, Serialize)]
pub(crate) struct Outcome {
    #[serde(rename = "ACTION")]
    pub(crate) action: &'static str,
    #[serde(rename = "RC")]
    pub(crate) rc: &'static str,
    #[serde(rename = "APPROVAL")]
    pub(crate) approval: String,
    #[serde(rename = "RRN")]
    pub(crate) rrn: String,
    #[serde(rename = "INT_REF")]
    pub(crate) int_ref: String,
    /// Instead of what RC means.
    #[serde(skip)]
    pub(crate) message: Option<&'static str>,
}

impl Outcome {
    fn new(action: &'static str, rc: &'static str) -> Self {
        let empty = String::new;
        Outcome { action, rc, approval: empty(), rrn: empty(), int_ref: empty(), message: None }
    }

    /// The outcome of a completion or reversal: it bears the references it was asked with.
    fn later(action: &'static str, rc: &'static str, request: &Fields) -> Self {
        let get = |name: &str| request.get(name).cloned().unwrap_or_default();
        let approval = if action == "0" { random_digits(6) } else { String::new() };
        Outcome { approval, rrn: get("RRN"), int_ref: get("INT_REF"), ..Outcome::new(action, rc) }
    }
}

impl Later {
    fn new(asked: &Asked<'_>, reverses: bool, outcome: Outcome) -> Self {
        let get = |name: &str| asked.fields.get(name).cloned().unwrap_or_default();
        Later { trtype: get("TRTYPE"), amount: get("AMOUNT"), reverses, at: asked.now, outcome }
    }

    fn is_approved(&self) -> bool {
        self.outcome.action == "0"
    }
}

pub(crate) fn router() -> Router<Shared> {
    Router::new()
        .route("/api/payment/prepare", post(prepare::handle))
        .route("/cgi-bin/cgi_link", post(cgi_link::handle))
        .route("/pay/{id}", get(pay::show).post(pay::submit))
}

impl Payment {
    /// A field of the request, or empty text.
    pub(crate) fn field(&self, name: &str) -> &str {
        self.request.get(name).map_or("", String::as_str)
    }

    pub(crate) fn is_approved(&self) -> bool {
        self.result.as_ref().is_some_and(|r| r.action == "0")
    }

    /// The completion that took the money.
    fn completion(&self) -> Option<&Later> {
        self.later.iter().find(|l| l.is_approved() && !l.reverses)
    }

    /// The reversal that gave it back.
    fn reversal(&self) -> Option<&Later> {
        self.later.iter().find(|l| l.is_approved() && l.reverses)
    }

    /// How it stands, in a word.
    pub(crate) fn status(&self) -> &'static str {
        match &self.result {
            _ if self.reversal().is_some() => "reversed",
            _ if self.completion().is_some() => "completed",
            None => "prepared",
            Some(_) if !self.is_approved() => "declined",
            Some(_) if self.field("TRTYPE") == "0" => "held",
            Some(_) => "paid",
        }
    }
}

impl Book {
    pub(crate) fn find(&mut self, id: &str) -> Option<&mut Payment> {
        self.payments.iter_mut().find(|p| p.id == id)
    }

    /// The approved payment that a completion or reversal refers to by ORDER, RRN and INT_REF, in
    /// the same currency.
    fn referred_to(&mut self, asked: &Asked<'_>) -> Result<&mut Payment, Refusal> {
        let get = |name: &str| asked.fields.get(name).map_or("", String::as_str);
        let refers = |p: &&mut Payment| {
            let same = |r: &Outcome| r.rrn == get("RRN") && r.int_ref == get("INT_REF");
            p.merchant == asked.merchant
                && p.is_approved()
                && p.field("ORDER") == get("ORDER")
                && p.result.as_ref().is_some_and(same)
        };
        let not_found = Refusal { action: "2", ..refusal("95", "Original not found") };
        let payment = self.payments.iter_mut().find(refers).ok_or(not_found)?;
        if payment.field("CURRENCY") != get("CURRENCY") {
            return Err(refusal("-11", "Error in the CURRENCY field"));
        }
        Ok(payment)
    }
}

/// Finds the merchant behind the X-API-Key.
fn merchant<'a>(app: &'a App, headers: &HeaderMap) -> Option<(usize, &'a EgwMerchant)> {
    let key = header(headers, "x-api-key")?;
    let mut all = app.config.egw.iter().enumerate();
    all.find(|(_, m)| m.api_key == key)
}

/// Why a message was not accepted: the gateway's code, its meaning, and, for a wrong MAC, what
/// the sandbox had signed (it holds nothing the sender doesn't know).
struct Refusal {
    action: &'static str,
    rc: &'static str,
    text: &'static str,
    mac_source: Option<String>,
}

fn refusal(rc: &'static str, text: &'static str) -> Refusal {
    Refusal { action: "3", rc, text, mac_source: None }
}

impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        let mut body = json!({ "ACTION": self.action, "RC": self.rc, "MESSAGE": self.text });
        if let (Some(source), Some(body)) = (self.mac_source, body.as_object_mut()) {
            body.insert("SANDBOX_MAC_SOURCE".to_owned(), source.into());
        }
        (StatusCode::BAD_REQUEST, Json(body)).into_response()
    }
}
