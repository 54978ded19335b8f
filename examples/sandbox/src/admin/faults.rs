//! `/sandbox/faults`.

use axum::Json;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use serde_json::{Value, json};

use super::{NoBody, body, problem, read};
use crate::app::Shared;
use crate::faults::Fault;

pub(super) async fn list(State(app): State<Shared>) -> Response {
    Json(app.state().faults.list()).into_response()
}

pub(super) async fn add(State(app): State<Shared>, headers: HeaderMap, body: Bytes) -> Response {
    let fault: Fault = body!(headers, body, example(&body));
    let mut state = app.state();
    if !state.knows_merchant_of(&fault) {
        let hint = "GET /sandbox/merchants lists them; the gateway must be the merchant's own, or left out";
        return problem(StatusCode::BAD_REQUEST, "no such merchant", hint);
    }
    state.faults.add(fault.clone());
    (StatusCode::CREATED, Json(fault)).into_response()
}

/// A good fault of the kind that was meant.
fn example(body: &[u8]) -> &'static str {
    let meant: Option<Value> = serde_json::from_slice(body).ok();
    match meant.as_ref().and_then(|fault| fault.get("kind")?.as_str()) {
        Some("status") => r#"{"kind": "status", "status": 503}"#,
        Some("delay") => r#"{"kind": "delay", "milliseconds": 1000}"#,
        Some("cut_reply") => r#"{"kind": "cut_reply", "bytes": 10, "breaks_off": true}"#,
        Some("content_type") => r#"{"kind": "content_type", "content_type": "text/html"}"#,
        Some("bom") => r#"{"kind": "bom"}"#,
        Some("hold_delivery") => r#"{"kind": "hold_delivery"}"#,
        Some("drop_delivery") => r#"{"kind": "drop_delivery"}"#,
        Some("late_delivery") => r#"{"kind": "late_delivery", "milliseconds": 1000}"#,
        Some("duplicate_delivery") => r#"{"kind": "duplicate_delivery", "milliseconds": 0}"#,
        Some("swap_deliveries") => r#"{"kind": "swap_deliveries", "milliseconds": 10000}"#,
        Some("alter_delivery") => r#"{"kind": "alter_delivery", "field": "AMOUNT", "value": "1"}"#,
        _ => r#"{"kind": "lose_reply", "path": "payment-acknowledgment", "times": 1}"#,
    }
}

pub(super) async fn clear(State(app): State<Shared>, _: NoBody) -> Response {
    app.state().faults.clear();
    Json(json!({ "status": "cleared" })).into_response()
}
