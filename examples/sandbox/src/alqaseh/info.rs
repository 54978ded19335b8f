//! `GET /egw/payments/info/{token}`.

use axum::Json;
use axum::extract::{Path, State};
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Response};
use serde::Serialize;
use serde_json::value::RawValue;

use super::{Status, merchant, not_found};
use crate::app::Shared;
use crate::money::json_number;

#[derive(Serialize)]
struct Info<'a> {
    amount: Box<RawValue>,
    currency: &'a str,
    description: &'a str,
    payment_status: Status,
}

pub(super) async fn handle(State(app): State<Shared>, headers: HeaderMap, Path(token): Path<String>) -> Response {
    let merchant = match merchant(&app, &headers) {
        Ok(merchant) => merchant,
        Err(refusal) => return *refusal,
    };
    match app.state().alqaseh.by_token(&merchant.client_id, &token) {
        Some(p) => Json(Info {
            amount: json_number(&p.printed_amount),
            currency: &p.currency,
            description: &p.description,
            payment_status: p.status,
        })
        .into_response(),
        None => not_found(),
    }
}
