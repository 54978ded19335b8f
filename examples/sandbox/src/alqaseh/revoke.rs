//! `POST /egw/payments/revoke`: nobody can pay it any more.

use axum::Json;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Response};
use serde::Serialize;
use serde_json::value::RawValue;

use super::{Named, bad_request, merchant, not_found};
use crate::app::Shared;
use crate::money::go_json;

#[derive(Serialize)]
struct Revoked<'a> {
    payment_id: &'a str,
    order_id: &'a str,
    amount: Box<RawValue>,
    currency: &'a str,
    payment_status: &'a str,
    custom_data: Option<&'a RawValue>,
}

pub(super) async fn handle(State(app): State<Shared>, headers: HeaderMap, body: Bytes) -> Response {
    let client_id = match merchant(&app, &headers) {
        Ok(merchant) => &merchant.client_id,
        Err(refusal) => return *refusal,
    };
    let named = match Named::read(&body) {
        Ok(named) => named,
        Err(refusal) => return *refusal,
    };
    let now = app.clock.now();
    let mut state = app.state();
    let payment = match state.alqaseh.by_id(&named.payment_id, now) {
        Some(p) if p.merchant.client_id == *client_id => p,
        _ => return not_found(),
    };
    if !matches!(payment.status, "prepared" | "retried") {
        return bad_request("only a prepared or retried payment can be revoked");
    }
    payment.enter("revoked", now);
    Json(Revoked {
        payment_id: &payment.payment_id,
        order_id: &payment.order_id,
        amount: go_json(payment.amount),
        currency: &payment.currency,
        payment_status: payment.status,
        custom_data: payment.custom_data.as_deref(),
    })
    .into_response()
}
