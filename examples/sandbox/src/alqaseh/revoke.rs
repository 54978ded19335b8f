//! `POST /egw/payments/revoke`: nobody can pay it any more.

use axum::Json;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Response};
use serde::Serialize;
use serde_json::value::RawValue;

use super::{Book, Key, Named, Payment, Status, bad_request, merchant, not_found};
use crate::app::Shared;
use crate::money::json_number;
use crate::why::Why;

#[derive(Serialize)]
struct Revoked<'a> {
    payment_id: &'a str,
    order_id: &'a str,
    amount: Box<RawValue>,
    currency: &'a str,
    payment_status: Status,
    custom_data: Option<&'a RawValue>,
}

pub(super) async fn handle(State(app): State<Shared>, headers: HeaderMap, body: Bytes) -> Response {
    let merchant = match merchant(&app, &headers) {
        Ok(merchant) => merchant,
        Err(refusal) => return *refusal,
    };
    let named = match Named::read(&body) {
        Ok(named) => named,
        Err(refusal) => return *refusal,
    };
    let mut state = app.state();
    if state.alqaseh.by_id(&merchant.client_id, &named.payment_id).is_none() {
        return not_found();
    }
    match state.alqaseh.revoke(&named.payment_id, app.clock.now()) {
        Err(text) => bad_request(text),
        Ok(payment) => Json(Revoked {
            payment_id: &payment.payment_id,
            order_id: &payment.order_id,
            amount: json_number(&payment.printed_amount),
            currency: &payment.currency,
            payment_status: payment.status,
            custom_data: payment.custom_data.as_deref(),
        })
        .into_response(),
    }
}

impl Book {
    /// Revokes a payment, whoever's it is; the text says why not.
    pub(crate) fn revoke(&mut self, payment_id: &str, now: i64) -> Result<&Payment, &'static str> {
        let key = Key::Id(payment_id.to_owned());
        let revocable = |p: &Payment| matches!(p.status, Status::Prepared | Status::Retried);
        if !self.payments.find(&key).is_some_and(revocable) {
            return Err(Why::NotRevocable.en());
        }
        let payment = self.payments.find_mut(&key).ok_or(Why::NoPayment.en())?;
        payment.enter(Status::Revoked, now);
        Ok(payment)
    }
}
