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
    let mut state = app.state();
    // Somebody else's payment looks like none.
    match state.alqaseh.by_id(&payment_id, app.clock.now()) {
        Some(p) if p.merchant.client_id == merchant.client_id => Json(p.view()).into_response(),
        _ => not_found(),
    }
}
