//! `POST /egw/payments/retry`: a new payment for the same order, with an id and a token of its
//! own. The old one stays as it is.

use axum::Json;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Response};
use serde_json::json;

use super::{Named, Status, bad_request, merchant, not_found};
use crate::app::Shared;

pub(super) async fn handle(State(app): State<Shared>, headers: HeaderMap, body: Bytes) -> Response {
    let merchant = match merchant(&app, &headers) {
        Ok(merchant) => merchant,
        Err(refusal) => return *refusal,
    };
    let named = match Named::read(&body) {
        Ok(named) => named,
        Err(refusal) => return *refusal,
    };
    let now = app.clock.now();
    let mut state = app.state();
    let id = state.alqaseh.next_id();
    let retried = match state.alqaseh.by_id(&merchant.client_id, &named.payment_id) {
        None => return not_found(),
        Some(p) if !matches!(p.status, Status::Expired | Status::Declined | Status::Failed | Status::Unknown) => {
            return bad_request("only an expired, declined, failed or unknown payment can be retried");
        }
        Some(p) => p.another(id, Status::Retried, now),
    };
    let reply = json!({
        "payment_id": retried.payment_id,
        "payment_status": retried.status,
        "token": retried.token,
    });
    state.alqaseh.payments.add(retried);
    Json(reply).into_response()
}
