//! Al Qaseh Payment API 2.0: one file per operation, the pay page, and what they share.
//!
//! A new operation is a new file with a `handle` function, and one line in [`router`].

mod create;
mod get;
mod history;
mod history_download;
mod info;
pub(crate) mod pay;
mod payment;
mod process;
mod process_reversal;
mod retry;
mod revoke;

use std::sync::Arc;

use axum::Json;
use axum::Router;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde::Deserialize;
use serde_json::json;

use payment::Key;
pub(crate) use payment::{Payment, Status, TransactionType, View};

use crate::app::{App, Shared, random_hex};
use crate::merchants::{self, AlQasehMerchant, Known};
use crate::table::Table;
use crate::text::Text;
use crate::why::Why;

/// How the pages name this gateway.
pub(crate) const NAME: Text = Text::AlQaseh;

/// All payments, oldest first.
#[derive(Default)]
pub(crate) struct Book {
    pub(crate) merchants: Known<AlQasehMerchant>,
    pub(crate) payments: Table<Payment>,
}

pub(crate) fn router() -> Router<Shared> {
    Router::new()
        .route("/v1/egw/payments/create", post(create::handle))
        .route("/v1/egw/payments/history", get(history::handle))
        .route("/v1/egw/payments/history/download", get(history_download::handle))
        .route("/v1/egw/payments/info/{token}", get(info::handle))
        .route("/v1/egw/payments/process/{token}", post(process::handle))
        .route("/v1/egw/payments/process-reversal/{token}", post(process_reversal::handle))
        .route("/v1/egw/payments/retry", post(retry::handle))
        .route("/v1/egw/payments/revoke", post(revoke::handle))
        .route("/v1/egw/payments/{payment_id}", get(get::handle))
        .route("/pay/{token}", get(pay::show).post(pay::submit))
}

impl Book {
    /// Forgets everything but the merchants of the configuration.
    pub(crate) fn clear(&mut self) {
        self.merchants.added.clear();
        self.payments.clear();
    }

    /// Does what time alone does.
    pub(crate) fn pass(&mut self, now: i64) {
        self.payments.pass(now);
    }

    /// A merchant's payment: somebody else's looks like none.
    fn by_id(&self, client_id: &str, payment_id: &str) -> Option<&Payment> {
        self.payments.find(&Key::Id(payment_id.to_owned())).filter(|p| p.merchant.client_id == client_id)
    }

    /// The same by its token.
    fn by_token(&self, client_id: &str, token: &str) -> Option<&Payment> {
        self.page(token).filter(|p| p.merchant.client_id == client_id)
    }

    /// The payment of a pay page, whoever's it is.
    pub(crate) fn page(&self, token: &str) -> Option<&Payment> {
        self.payments.find(&Key::Token(token.to_owned()))
    }

    /// A payment by its id, whoever's it is.
    pub(crate) fn payment(&self, payment_id: &str) -> Option<&Payment> {
        self.payments.find(&Key::Id(payment_id.to_owned()))
    }

    /// For the admin: ends the time in which a payment can be paid; the text says why not.
    pub(crate) fn expire(&mut self, payment_id: &str, now: i64) -> Result<(), &'static str> {
        if !self.payment(payment_id).is_some_and(|p| p.is_open(now)) {
            return Err(Why::NoneOpen.en());
        }
        self.force(payment_id, Status::Expired, now);
        Ok(())
    }

    /// The id of the next payment.
    fn next_id(&self) -> u64 {
        self.payments.len() as u64 + 1
    }

    /// For the admin: puts a payment into any state a test needs.
    pub(crate) fn force(&mut self, payment_id: &str, status: Status, now: i64) -> bool {
        match self.payments.find_mut(&Key::Id(payment_id.to_owned())) {
            Some(payment) => {
                payment.is_closed = false;
                payment.enter(status, now);
                true
            }
            None => false,
        }
    }
}

/// An error as the gateway words it.
pub(crate) fn refuse(status: StatusCode, code: &str, text: &str) -> Response {
    let body = json!({
        "err": text,
        "error_code": code,
        "reference_code": random_hex(8),
    });
    (status, Json(body)).into_response()
}

fn bad_request(text: &str) -> Response {
    refuse(StatusCode::BAD_REQUEST, "bad_request", text)
}

fn not_found() -> Response {
    refuse(StatusCode::NOT_FOUND, "not_found", "payment not found")
}

/// What names a payment in `retry` and `revoke`.
#[derive(Deserialize)]
struct Named {
    payment_id: String,
    #[serde(default)]
    details: Option<String>,
}

impl Named {
    fn read(body: &[u8]) -> Result<Named, Box<Response>> {
        let named: Named = serde_json::from_slice(body)
            .map_err(|_| Box::new(bad_request("the body is not the JSON this operation takes")))?;
        if named.details.as_ref().is_some_and(|d| !(1..=250).contains(&d.chars().count())) {
            return Err(Box::new(bad_request("details must have 1 to 250 characters")));
        }
        Ok(named)
    }
}

/// Finds the merchant behind HTTP Basic.
fn merchant(app: &App, headers: &HeaderMap) -> Result<Arc<AlQasehMerchant>, Box<Response>> {
    let merchant = login(headers).and_then(|(id, secret)| {
        let found = app.state().alqaseh.merchants.find(&merchants::Key::Login(id)).cloned();
        found.filter(|m| m.client_secret == secret)
    });
    merchant.ok_or_else(|| Box::new(refuse(StatusCode::UNAUTHORIZED, "unauthorized", "invalid client credentials")))
}

/// What HTTP Basic says.
pub(crate) fn login(headers: &HeaderMap) -> Option<(String, String)> {
    let (scheme, encoded) = headers.get(header::AUTHORIZATION)?.to_str().ok()?.split_once(' ')?;
    let login = String::from_utf8(STANDARD.decode(encoded.trim()).ok()?).ok()?;
    let (id, secret) = login.split_once(':')?;
    scheme.eq_ignore_ascii_case("basic").then(|| (id.to_owned(), secret.to_owned()))
}
