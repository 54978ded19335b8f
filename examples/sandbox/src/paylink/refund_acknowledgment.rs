//! `POST /api/merchants/{merchantId}/refund-acknowledgment`.

use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::http::HeaderMap;
use axum::response::Response;

use super::{Book, acknowledgment};
use crate::app::Shared;

pub(super) async fn handle(
    State(app): State<Shared>,
    Path(merchant_id): Path<String>,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    acknowledgment::answer(&app, &merchant_id, &headers, &body, Book::acknowledge_refund)
}
