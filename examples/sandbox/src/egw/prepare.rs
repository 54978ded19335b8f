//! `POST /api/payment/prepare`: TRTYPE 1 (retail) and 0 (authorization).
//!
//! The gateway doesn't describe its reply. The sandbox answers `{"url": …}` with the pay page,
//! or HTTP 400 with ACTION 3, an RC and a MESSAGE.

use axum::Json;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use serde_json::json;

use super::fields::{self, Message};
use super::{Book, Fields, Key, Payment, Refusal, merchant, refusal};
use crate::app::{Shared, random_hex};

/// How long a prepared payment can be paid. The gateway states no number.
const LIFETIME: i64 = 24 * 3_600;

pub(super) async fn handle(State(app): State<Shared>, headers: HeaderMap, body: Bytes) -> Response {
    let Some(merchant) = merchant(&app, &headers) else {
        let body = json!({ "error": "Invalid or missing X-API-Key." });
        return (StatusCode::UNAUTHORIZED, Json(body)).into_response();
    };
    let now = app.clock.now();
    let request = match fields::read(&headers, &body) {
        Some(request) => request,
        None => return refusal("-2", "Bad request").into_response(),
    };
    let accepted = fields::check_presence(&request, Message::Start)
        .and_then(|()| match Message::of(&request) {
            Some(Message::Start) => Ok(()),
            _ => Err(refusal("-2", "Bad request")),
        })
        .and_then(|()| fields::check(&request, Message::Start, &merchant, now))
        .and_then(|()| fields::check_mac(&request, Message::Start, &merchant))
        .and_then(|()| app.state().egw.admit(request, &merchant.id, now));
    match accepted {
        Ok(id) => Json(json!({ "url": format!("{}/egw/pay/{id}", app.url) })).into_response(),
        Err(refusal) => refusal.into_response(),
    }
}

impl Book {
    /// Keeps a payment unless its trace number was used today, and returns the page's id.
    pub(super) fn admit(&mut self, request: Fields, merchant: &str, now: i64) -> Result<String, Refusal> {
        let payment = Payment {
            id: random_hex(16),
            merchant: merchant.to_owned(),
            request,
            prepared_at: now,
            expires_at: now.saturating_add(LIFETIME),
            is_closed: false,
            cards: Vec::new(),
            result: None,
            later: Vec::new(),
        };
        let today = |p: &Payment| p.prepared_at.div_euclid(86_400) == now.div_euclid(86_400);
        let key = Key::Trace(payment.merchant.clone(), payment.trace().to_owned());
        if self.payments.all(&key).any(|(_, p)| today(p)) {
            return Err(refusal("-21", "The last six digits of ORDER were used today"));
        }
        let id = payment.id.clone();
        self.payments.add(payment);
        Ok(id)
    }
}

impl Payment {
    /// The last six digits of ORDER.
    pub(super) fn trace(&self) -> &str {
        let order = self.field("ORDER");
        order.get(order.len().saturating_sub(6)..).unwrap_or(order)
    }
}
