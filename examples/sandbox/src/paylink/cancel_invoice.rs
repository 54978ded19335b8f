//! `POST /api/cancelInvoice`: nobody can pay it any more.

use axum::Json;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use serde::Deserialize;
use serde_json::json;

use super::auth::bearer;
use super::{Book, Status, problem};
use crate::app::{Shared, is_json};
use crate::why::Why;

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
    if state.paylink.invoice_of(&merchant_id, &request.transaction_no).is_none() {
        return problem(StatusCode::NOT_FOUND, "there is no such invoice");
    }
    match state.paylink.cancel(&request.transaction_no, app.clock.now()) {
        Err(text) => problem(StatusCode::BAD_REQUEST, text),
        Ok(()) if as_text => Json(json!({ "success": "true" })).into_response(),
        Ok(()) => Json(json!({ "success": true })).into_response(),
    }
}

impl Book {
    /// Cancels an invoice, whoever's it is; the text says why not.
    pub(crate) fn cancel(&mut self, transaction_no: &str, now: i64) -> Result<(), &'static str> {
        match self.invoice(transaction_no).ok_or(Why::NoInvoice.en())?.status {
            Status::Paid | Status::Completed => return Err(Why::InvoicePaid.en()),
            // Asking again changes nothing.
            Status::Canceled => {}
            _ => drop(self.force(transaction_no, Status::Canceled, now)),
        }
        Ok(())
    }
}
