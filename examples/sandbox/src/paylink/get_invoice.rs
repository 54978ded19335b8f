//! `GET /api/getInvoice/{transactionNo}`.

use axum::Json;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};

use super::auth::bearer;
use super::problem;
use crate::app::Shared;

pub(super) async fn handle(State(app): State<Shared>, headers: HeaderMap, Path(number): Path<String>) -> Response {
    let merchant_id = match bearer(&app, &headers) {
        Ok(merchant_id) => merchant_id,
        Err(refusal) => return *refusal,
    };
    match app.state().paylink.invoice_of(&merchant_id, &number) {
        Some(invoice) => Json(invoice.view(&app.url)).into_response(),
        None => problem(StatusCode::NOT_FOUND, "there is no such invoice"),
    }
}
