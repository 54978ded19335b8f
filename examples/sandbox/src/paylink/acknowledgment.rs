//! `POST /api/merchants/{merchantId}/payment-acknowledgment`.

use axum::Json;
use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Response};
use serde::Deserialize;
use serde_json::json;

use super::orders::Verdict;
use super::{Book, bad_request, keyed, not_found};
use crate::app::{App, Shared, is_json};

/// The body of both acknowledgments.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Acknowledgment {
    processing_status: Verdict,
    transaction_no: String,
}

/// Notes a merchant's verdict on a transaction; `false` if there is nothing to acknowledge.
type Note = fn(&mut Book, merchant_id: &str, transaction_no: &str, Verdict) -> bool;

pub(super) async fn handle(
    State(app): State<Shared>,
    Path(merchant_id): Path<String>,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    answer(&app, &merchant_id, &headers, &body, Book::acknowledge)
}

pub(super) fn answer(app: &App, merchant_id: &str, headers: &HeaderMap, body: &[u8], note: Note) -> Response {
    let request = serde_json::from_slice::<Acknowledgment>(body).ok();
    let request = request.filter(|r| is_json(headers) && !r.transaction_no.is_empty());
    match (keyed(app, headers, merchant_id), request) {
        (Err(refusal), _) => *refusal,
        (Ok(()), None) => bad_request(),
        (Ok(()), Some(request)) => {
            let (number, verdict) = (&request.transaction_no, request.processing_status);
            let known = note(&mut app.state().paylink, merchant_id, number, verdict);
            if known { Json(json!({ "status": "success" })).into_response() } else { not_found() }
        }
    }
}
