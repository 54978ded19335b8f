//! `GET /api/getOrder/{orderNumber}`. The reply's form is not published; the sandbox's is one
//! invoice, the newest.

use axum::Json;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};

use super::auth::bearer;
use super::problem;
use crate::app::Shared;

pub(super) async fn handle(State(app): State<Shared>, headers: HeaderMap, Path(order): Path<String>) -> Response {
    let merchant_id = match bearer(&app, &headers) {
        Ok(merchant_id) => merchant_id,
        Err(refusal) => return *refusal,
    };
    match app.state().paylink.invoices_of_order(&merchant_id, &order).first() {
        Some(invoice) => Json(invoice.view(&app.url)).into_response(),
        None => problem(StatusCode::NOT_FOUND, "there is no such order"),
    }
}
