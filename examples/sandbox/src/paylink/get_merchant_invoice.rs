//! `GET /api/merchants/{merchantId}/invoices/{invoiceId}`: the invoice, by X-API-KEY. The reply's
//! form is not published; the sandbox's is that of `getInvoice`.

use axum::Json;
use axum::extract::{Path, State};
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Response};

use super::{keyed, not_found};
use crate::app::Shared;

pub(super) async fn handle(
    State(app): State<Shared>,
    headers: HeaderMap,
    Path((merchant_id, invoice_id)): Path<(String, String)>,
) -> Response {
    if let Err(refusal) = keyed(&app, &headers, &merchant_id) {
        return *refusal;
    }
    match app.state().paylink.invoice_of(&merchant_id, &invoice_id) {
        Some(invoice) => Json(invoice.view(&app.url)).into_response(),
        None => not_found(),
    }
}
