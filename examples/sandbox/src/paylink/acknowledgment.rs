//! `POST /api/merchants/{merchantId}/payment-acknowledgment`.

use axum::Json;
use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, header};
use axum::response::{IntoResponse, Response};
use serde::Deserialize;
use serde_json::json;

use super::orders::Verdict;
use super::{bad_key, bad_request, not_found};
use crate::app::Shared;

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Acknowledgment {
    processing_status: Verdict,
    transaction_no: String,
}

pub(super) async fn handle(
    State(app): State<Shared>,
    Path(merchant_id): Path<String>,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    let key = headers.get("x-api-key").and_then(|v| v.to_str().ok());
    let merchants = &app.config.paylink;
    let Some(owner) = merchants.iter().find(|m| Some(m.api_key.as_str()) == key) else {
        return bad_key();
    };
    let json = headers
        .get(header::CONTENT_TYPE)
        .and_then(|v| v.to_str().ok())
        .is_some_and(|v| v.to_ascii_lowercase().starts_with("application/json"));
    let request: Acknowledgment = match serde_json::from_slice(&body) {
        Ok(request) if json => request,
        _ => return bad_request(),
    };
    if request.transaction_no.is_empty() {
        return bad_request();
    }
    if owner.merchant_id != merchant_id {
        // A key opens its own merchant only.
        return if merchants.iter().any(|m| m.merchant_id == merchant_id) { bad_key() } else { not_found() };
    }
    let known = app.state().paylink.acknowledge(
        &merchant_id,
        &request.transaction_no,
        request.processing_status,
        app.clock.now(),
    );
    if known { Json(json!({ "status": "success" })).into_response() } else { not_found() }
}
