//! `/sandbox/faults`.

use axum::Json;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use serde_json::json;

use super::{body, read};
use crate::app::Shared;
use crate::faults::Fault;

pub(super) async fn list(State(app): State<Shared>) -> Response {
    Json(app.state().faults.list()).into_response()
}

pub(super) async fn add(State(app): State<Shared>, headers: HeaderMap, body: Bytes) -> Response {
    let fault: Fault = body!(headers, body, r#"{"kind": "lose_reply", "path": "payment-acknowledgment", "times": 1}"#);
    app.state().faults.add(fault.clone());
    (StatusCode::CREATED, Json(fault)).into_response()
}

pub(super) async fn clear(State(app): State<Shared>) -> Response {
    app.state().faults.clear();
    Json(json!({ "status": "cleared" })).into_response()
}
