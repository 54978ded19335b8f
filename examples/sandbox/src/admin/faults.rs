//! `/sandbox/faults`.

use axum::Json;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use serde_json::json;

use super::{NoBody, body, problem, read};
use crate::app::Shared;
use crate::faults::Fault;

pub(super) async fn list(State(app): State<Shared>) -> Response {
    Json(app.state().faults.list()).into_response()
}

pub(super) async fn add(State(app): State<Shared>, headers: HeaderMap, body: Bytes) -> Response {
    let fault: Fault = body!(headers, body, r#"{"kind": "lose_reply", "path": "payment-acknowledgment", "times": 1}"#);
    let mut state = app.state();
    if !state.knows_merchant_of(&fault) {
        let hint = "GET /sandbox/merchants lists them; the gateway must be the merchant's own, or left out";
        return problem(StatusCode::BAD_REQUEST, "no such merchant", hint);
    }
    state.faults.add(fault.clone());
    (StatusCode::CREATED, Json(fault)).into_response()
}

pub(super) async fn clear(State(app): State<Shared>, _: NoBody) -> Response {
    app.state().faults.clear();
    Json(json!({ "status": "cleared" })).into_response()
}
