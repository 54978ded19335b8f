//! `GET /egw/payments/{payment_id}`.

use axum::Json;
use axum::extract::{Path, State};
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Response};

use super::{merchant, not_found};
use crate::app::Shared;

pub(super) async fn handle(State(app): State<Shared>, headers: HeaderMap, Path(payment_id): Path<String>) -> Response {
    let merchant = match merchant(&app, &headers) {
        Ok(merchant) => merchant,
        Err(refusal) => return *refusal,
    };
    match app.state().alqaseh.by_id(&merchant.client_id, &payment_id) {
        Some(payment) => Json(payment.view()).into_response(),
        None => not_found(),
    }
}
