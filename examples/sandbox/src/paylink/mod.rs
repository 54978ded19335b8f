//! Paylink: one file per operation, the hosted page, the webhooks, and what they share.
//!
//! A new operation is a new file with a `handle` function, and one line in [`router`].

mod acknowledgment;
mod add_invoice;
mod auth;
mod cancel_invoice;
mod get_invoice;
mod get_merchant_invoice;
mod get_order;
mod get_orders_by_settlement;
mod get_transactions_of_order_number;
mod invoice;
mod orders;
pub(crate) mod pay;
mod refund_acknowledgment;
mod webhook;

use std::collections::BTreeMap;

use axum::Json;
use axum::Router;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use serde_json::{Map, Value, json};

pub(crate) use auth::token;
pub(crate) use invoice::{Invoice, Settlement, Status};
pub(crate) use orders::{NewOrder, Order, Status as OrderStatus, check_window};
pub(crate) use webhook::{refund, refunds};

use crate::app::{App, Shared, header};
use crate::config::changed;
use crate::merchants::{Key, Known, PaylinkMerchant, Portal};
use crate::table::{Document, Table};
use crate::text::Text;

/// How the pages name this gateway.
pub(crate) const NAME: Text = Text::Paylink;

/// Everything Paylink remembers, oldest first.
#[derive(Default)]
pub(crate) struct Book {
    pub(crate) merchants: Known<PaylinkMerchant>,
    pub(crate) orders: Table<Order>,
    pub(crate) invoices: Table<Invoice>,
    pub(crate) sessions: Table<auth::Session>,
    pub(crate) settlements: Table<Settlement>,
    /// What merchants have changed in the portal, by their ids.
    pub(crate) changed_portals: Document<BTreeMap<String, Portal>>,
    /// The refunds that merchants are still to be told of.
    news: Vec<u64>,
}

impl Book {
    /// Forgets everything but the merchants of the configuration.
    pub(crate) fn clear(&mut self) {
        self.merchants.added.clear();
        self.orders.clear();
        self.invoices.clear();
        self.sessions.clear();
        self.settlements.clear();
        self.changed_portals.clear();
        self.news.clear();
    }

    /// What a merchant has set in the portal.
    pub(crate) fn portal(&self, merchant_id: &str) -> Option<&Portal> {
        let merchant = self.merchants.get(merchant_id)?;
        Some(self.changed_portals.get(merchant_id).unwrap_or(&merchant.portal))
    }

    /// After the state file was read.
    pub(crate) fn remember_news(&mut self) {
        self.news = self.orders.iter().filter(|(_, order)| order.has_news()).map(|(number, _)| number).collect();
    }

    /// Changes what a merchant has set, some of it; the text says why not.
    pub(crate) fn change_portal(
        &mut self,
        merchant_id: &str,
        changes: Map<String, Value>,
    ) -> Option<Result<(), String>> {
        let portal = changed(self.portal(merchant_id)?, changes);
        Some(portal.and_then(|portal| {
            portal.check()?;
            self.changed_portals.insert(merchant_id.to_owned(), portal);
            Ok(())
        }))
    }

    /// Does what time alone does.
    pub(crate) fn pass(&mut self, now: i64) {
        self.sessions.pass(now);
        self.news.extend(self.orders.pass(now));
    }
}

pub(crate) fn router() -> Router<Shared> {
    Router::new()
        .route("/api/merchants/{merchant_id}/payment-acknowledgment", post(acknowledgment::handle))
        .route("/api/merchants/{merchant_id}/refund-acknowledgment", post(refund_acknowledgment::handle))
        .route("/api/merchants/{merchant_id}/invoices/{invoice_id}", get(get_merchant_invoice::handle))
        .route("/api/auth", post(auth::handle))
        .route("/api/addInvoice", post(add_invoice::handle))
        .route("/api/getInvoice/{transaction_no}", get(get_invoice::handle))
        .route("/api/cancelInvoice", post(cancel_invoice::handle))
        .route("/api/getTransactionsOfOrderNumber", get(get_transactions_of_order_number::handle))
        .route("/api/getOrder/{order_number}", get(get_order::handle))
        .route("/api/getOrdersBySettlement/{settlement_number}", get(get_orders_by_settlement::handle))
        .route("/pay/order/{transaction_no}", get(pay::show).post(pay::submit))
}

/// Checks the X-API-KEY of a merchant in the path.
fn keyed(app: &App, headers: &HeaderMap, merchant_id: &str) -> Result<(), Box<Response>> {
    let state = app.state();
    let merchants = &state.paylink.merchants;
    let key = header(headers, "x-api-key").unwrap_or_default();
    match merchants.find(&Key::Login(key.to_owned())).filter(|m| m.api_key == key) {
        None => Err(Box::new(bad_key())),
        Some(owner) if owner.merchant_id == merchant_id => Ok(()),
        // A key opens its own merchant only.
        Some(_) if merchants.get(merchant_id).is_some() => Err(Box::new(bad_key())),
        Some(_) => Err(Box::new(not_found())),
    }
}

fn bad_request() -> Response {
    error(StatusCode::BAD_REQUEST, "Invalid request format or missing required parameters.")
}

fn bad_key() -> Response {
    error(StatusCode::UNAUTHORIZED, "Invalid or missing X-API-KEY.")
}

fn not_found() -> Response {
    error(StatusCode::NOT_FOUND, "The specified merchant or transaction was not found.")
}

fn error(status: StatusCode, text: &str) -> Response {
    (status, Json(json!({ "error": text }))).into_response()
}

/// An error of the invoices' API, whose texts are under other names.
fn problem(status: StatusCode, detail: &str) -> Response {
    let title = status.canonical_reason().unwrap_or_default();
    (status, Json(json!({ "title": title, "status": status.as_u16(), "detail": detail }))).into_response()
}
