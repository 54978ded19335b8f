//! Paylink: one file per operation, the orders, and what they share.
//!
//! A new operation is a new file with a `handle` function, and one line in [`router`].

mod acknowledgment;
mod orders;

use axum::Json;
use axum::Router;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::post;
use serde_json::json;

pub(crate) use orders::{Book, NewOrder};

use crate::app::Shared;

pub(crate) fn router() -> Router<Shared> {
    Router::new().route("/api/merchants/{merchant_id}/payment-acknowledgment", post(acknowledgment::handle))
}

fn bad_request() -> Response {
    error(StatusCode::BAD_REQUEST, "Invalid request format or missing required parameters.")
}

fn bad_key() -> Response {
    error(StatusCode::UNAUTHORIZED, "Invalid or missing X-API-KEY.")
}

fn not_found() -> Response {
    error(StatusCode::NOT_FOUND, "The specified merchant or transaction was not found.")
}

fn error(status: StatusCode, text: &str) -> Response {
    (status, Json(json!({ "error": text }))).into_response()
}
