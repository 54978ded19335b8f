//! `GET /api/getOrdersBySettlement/{settlementNumber}`. The reply's form is not published; the
//! sandbox's is an object with one list.

use axum::Json;
use axum::extract::{Path, State};
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Response};
use serde::Serialize;

use super::auth::bearer;
use super::invoice::View;
use crate::app::Shared;

// Not json!: it would turn the amounts into doubles.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Settlement<'a> {
    settlement_number: &'a str,
    orders: Vec<View<'a>>,
}

pub(super) async fn handle(State(app): State<Shared>, headers: HeaderMap, Path(number): Path<String>) -> Response {
    let merchant_id = match bearer(&app, &headers) {
        Ok(merchant_id) => merchant_id,
        Err(refusal) => return *refusal,
    };
    let state = app.state();
    let settled = state.paylink.settled(&merchant_id, &number);
    let orders = settled.into_iter().map(|i| i.view(&app.url)).collect();
    Json(Settlement { settlement_number: &number, orders }).into_response()
}
