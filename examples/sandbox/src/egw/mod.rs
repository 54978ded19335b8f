//! The e-Commerce Gateway ("EGW", version 1.0 of Al Qaseh's interface): one file per operation,
//! the pay page, the signed callback, and what they share.
//!
//! A new operation is a new file with a `handle` function, and one line in [`router`].

mod callback;
mod fields;
pub(crate) mod pay;
mod prepare;

use std::collections::BTreeMap;

use axum::Json;
use axum::Router;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use serde::Serialize;
use serde_json::json;

use crate::app::{App, Shared};
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
    pub(crate) result: Option<Outcome>,
}

/// What the last card led to.
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
}

pub(crate) fn router() -> Router<Shared> {
    Router::new()
        .route("/api/payment/prepare", post(prepare::handle))
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
}

impl Book {
    pub(crate) fn find(&mut self, id: &str) -> Option<&mut Payment> {
        self.payments.iter_mut().find(|p| p.id == id)
    }
}

/// Finds the merchant behind the X-API-Key.
fn merchant<'a>(app: &'a App, headers: &HeaderMap) -> Option<(usize, &'a EgwMerchant)> {
    let key = headers.get("x-api-key")?.to_str().ok()?;
    let mut all = app.config.egw.iter().enumerate();
    all.find(|(_, m)| m.api_key == key)
}

/// Why a message was not accepted: the gateway's code, its meaning, and, for a wrong MAC, what
/// the sandbox had signed (it holds nothing the sender doesn't know).
struct Refusal {
    rc: &'static str,
    text: &'static str,
    mac_source: Option<String>,
}

fn refusal(rc: &'static str, text: &'static str) -> Refusal {
    Refusal { rc, text, mac_source: None }
}

impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        let mut body = json!({ "ACTION": "3", "RC": self.rc, "MESSAGE": self.text });
        if let (Some(source), Some(body)) = (self.mac_source, body.as_object_mut()) {
            body.insert("SANDBOX_MAC_SOURCE".to_owned(), source.into());
        }
        (StatusCode::BAD_REQUEST, Json(body)).into_response()
    }
}
