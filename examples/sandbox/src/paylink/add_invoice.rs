//! `POST /api/addInvoice`. Asking twice makes two invoices.

use axum::Json;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};

use super::auth::bearer;
use super::invoice::{Invoice, OrderRequest};
use super::{Book, problem};
use crate::app::{Shared, is_json};
use crate::money::{decimal, is_decimal};

const BRANDS: [&str; 7] = ["mada", "visaMastercard", "amex", "tamara", "stcpay", "urpay", "tabby"];

pub(super) async fn handle(State(app): State<Shared>, headers: HeaderMap, body: Bytes) -> Response {
    let merchant_id = match bearer(&app, &headers) {
        Ok(merchant_id) => merchant_id,
        Err(refusal) => return *refusal,
    };
    if !is_json(&headers) {
        return problem(StatusCode::UNSUPPORTED_MEDIA_TYPE, "send Content-Type: application/json");
    }
    let request = match serde_json::from_slice::<OrderRequest>(&body) {
        Ok(request) => request.checked().map_err(str::to_owned),
        Err(e) => Err(e.to_string()),
    };
    let request = match request {
        Ok(request) => request,
        Err(text) => return problem(StatusCode::BAD_REQUEST, &text),
    };
    let now = app.clock.now();
    let mut state = app.state();
    let number = state.paylink.next_number(now);
    let invoice = Invoice::new(merchant_id, number, request, state.settings.paylink_amounts, now);
    let reply = Json(invoice.view(&app.url)).into_response();
    state.paylink.invoices.add(invoice);
    reply
}

impl Book {
    /// 13 digits that no invoice has yet.
    fn next_number(&self, now: i64) -> String {
        let mut number = now.saturating_mul(1_000).saturating_add(self.invoices.len() as i64);
        loop {
            let text = format!("{number:013}");
            if self.invoice(&text).is_none() {
                return text;
            }
            number += 1;
        }
    }
}

impl OrderRequest {
    fn checked(mut self) -> Result<OrderRequest, &'static str> {
        let currency = self.currency.get_or_insert_with(|| "SAR".to_owned());
        if !matches!(currency.as_str(), "SAR" | "USD") {
            return Err("currency must be SAR or USD");
        }
        let amount = self.amount.get();
        if !is_money(amount) {
            return Err("amount must be a number with at most two decimals");
        }
        if currency == "SAR" && decimal(amount) < decimal("5") {
            return Err("amount must be at least 5.00 SAR");
        }
        let texts = [&self.order_number, &self.call_back_url, &self.client_name, &self.client_mobile];
        if texts.iter().any(|t| t.is_empty()) {
            return Err("orderNumber, callBackUrl, clientName and clientMobile are required");
        }
        let is_web = |url: &str| {
            (url.starts_with("http://") || url.starts_with("https://"))
                && !url.chars().any(|c| c.is_control() || c.is_whitespace())
        };
        if !is_web(&self.call_back_url) || !self.cancel_url.as_deref().is_none_or(is_web) {
            return Err("callBackUrl and cancelUrl must be URLs");
        }
        // A price may be 0, an amount may not.
        let is_price = |p: &str| is_money(p) || p.bytes().all(|b| b == b'0' || b == b'.');
        if self.products.is_empty()
            || self.products.iter().any(|p| p.title.is_empty() || p.qty == 0 || !is_price(p.price.get()))
        {
            return Err("products must have a title, a price and a qty each");
        }
        if self.supported_card_brands.iter().flatten().any(|b| !BRANDS.contains(&b.as_str())) {
            return Err("supportedCardBrands has a brand that is not supported");
        }
        Ok(self)
    }
}

/// A plain number above zero, with at most two decimals.
fn is_money(json: &str) -> bool {
    is_decimal(json) && json.split_once('.').is_none_or(|(_, cents)| cents.len() <= 2)
}
