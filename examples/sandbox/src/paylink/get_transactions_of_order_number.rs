//! `GET /api/getTransactionsOfOrderNumber?orderNumber=…`. The reply's form is not published; the
//! sandbox's is a bare array, newest first.

use axum::Json;
use axum::extract::{RawQuery, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};

use super::auth::bearer;
use super::problem;
use crate::app::Shared;

pub(super) async fn handle(State(app): State<Shared>, headers: HeaderMap, RawQuery(query): RawQuery) -> Response {
    let merchant_id = match bearer(&app, &headers) {
        Ok(merchant_id) => merchant_id,
        Err(refusal) => return *refusal,
    };
    let query = query.unwrap_or_default();
    let mut parameters = form_urlencoded::parse(query.as_bytes());
    let Some((_, order_number)) = parameters.find(|(name, _)| name == "orderNumber") else {
        return problem(StatusCode::BAD_REQUEST, "orderNumber is required");
    };
    let state = app.state();
    let invoices = state.paylink.invoices_of_order(&merchant_id, &order_number);
    Json(invoices.into_iter().map(|i| i.view(&app.url)).collect::<Vec<_>>()).into_response()
}
