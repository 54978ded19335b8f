//! `POST /egw/payments/process/{token}`: a card, from a merchant that may see cards.
//!
//! The gateway doesn't describe its reply. The sandbox answers 200 with a text that says that the
//! card was tried, and nothing about how that ended: the payment says it.

use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Response};
use serde::Deserialize;

use super::{bad_request, merchant, not_found, pay};
use crate::app::Shared;
use crate::cards::Card;
use crate::lang::Lang;

/// The request. It holds a card, so it has no `Debug`.
#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Process {
    card_number: String,
    cvv: String,
    #[serde(rename = "EXPMon")]
    exp_month: String,
    #[serde(rename = "EXPYear")]
    exp_year: String,
}

pub(super) async fn handle(
    State(app): State<Shared>,
    headers: HeaderMap,
    Path(token): Path<String>,
    body: Bytes,
) -> Response {
    let merchant = match merchant(&app, &headers) {
        Ok(merchant) => merchant,
        Err(refusal) => return *refusal,
    };
    let Ok(process) = serde_json::from_slice::<Process>(&body) else {
        return bad_request("the body is not the JSON this operation takes");
    };
    let expiry = format!("{}/{}", process.exp_month, process.exp_year);
    let card = match Card::read(&process.card_number, &expiry, &process.cvv) {
        Ok(card) => card,
        Err(text) => return bad_request(text.in_lang(Lang::En)),
    };
    if app.state().alqaseh.by_token(&merchant.client_id, &token).is_none() {
        return not_found();
    }
    match pay::pay(&app, &token, &card).await {
        Some(_) => "The card was processed.\n".into_response(),
        None => bad_request("no card can be tried on this payment any more"),
    }
}
