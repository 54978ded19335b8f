//! `POST /egw/payments/revoke`: nobody can pay it any more.

use axum::Json;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Response};
use serde::Serialize;
use serde_json::value::RawValue;

use super::{Key, Named, Status, bad_request, merchant, not_found};
use crate::app::Shared;
use crate::money::go_json;

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
    match state.alqaseh.by_id(client_id, &named.payment_id) {
        None => return not_found(),
        Some(p) if !matches!(p.status, Status::Prepared | Status::Retried) => {
            return bad_request("only a prepared or retried payment can be revoked");
        }
        Some(_) => {}
    }
    let Some(payment) = state.alqaseh.payments.find_mut(&Key::Id(named.payment_id)) else {
        return not_found();
    };
    payment.enter(Status::Revoked, now);
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
