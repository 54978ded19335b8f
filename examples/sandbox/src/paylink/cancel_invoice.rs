//! `POST /api/cancelInvoice`: nobody can pay it any more.

use axum::Json;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use serde::Deserialize;
use serde_json::json;

use super::auth::bearer;
use super::{Status, problem};
use crate::app::{Shared, is_json};

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Cancel {
    transaction_no: String,
}

pub(super) async fn handle(State(app): State<Shared>, headers: HeaderMap, body: Bytes) -> Response {
    let merchant_id = match bearer(&app, &headers) {
        Ok(merchant_id) => merchant_id,
        Err(refusal) => return *refusal,
    };
    let request = match serde_json::from_slice::<Cancel>(&body) {
        Ok(request) if is_json(&headers) => request,
        _ => return problem(StatusCode::BAD_REQUEST, "transactionNo is required"),
    };
    let mut state = app.state();
    let as_text = state.settings.paylink_success_as_text;
    match state.paylink.invoice_of(&merchant_id, &request.transaction_no) {
        None => return problem(StatusCode::NOT_FOUND, "there is no such invoice"),
        Some(invoice) if matches!(invoice.status, Status::Paid | Status::Completed) => {
            return problem(StatusCode::BAD_REQUEST, "a paid invoice can't be cancelled");
        }
        Some(_) => {}
    }
    if let Some(invoice) = state.paylink.invoice_mut(&request.transaction_no) {
        invoice.status = Status::Canceled;
    }
    let reply = if as_text { json!({ "success": "true" }) } else { json!({ "success": true }) };
    Json(reply).into_response()
}
