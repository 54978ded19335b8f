//! `GET /egw/payments/history`: a bare array, or what the settings wrap it in.

use axum::Json;
use axum::extract::{RawQuery, State};
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Response};
use serde::Serialize;

use super::payment::{Key, Payment, View};
use super::{Book, bad_request, merchant};
use crate::app::{App, Shared};
use crate::config::Envelope;

/// What can be asked for. `from`, `to`, `amount` and `order_field` are accepted and not applied:
/// the gateway publishes neither the form of its dates nor how it compares amounts.
pub(super) struct Wanted {
    limit: usize,
    offset: usize,
    oldest_first: bool,
    client_id: String,
    equal: Vec<(String, String)>,
}

/// The untagged names are the gateway's; a bare array has none.
#[derive(Serialize)]
#[serde(untagged)]
enum Page<'a> {
    Array(Vec<View<'a>>),
    Payments { payments: Vec<View<'a>> },
    Data { data: Vec<View<'a>> },
}

pub(super) async fn handle(State(app): State<Shared>, headers: HeaderMap, RawQuery(query): RawQuery) -> Response {
    let wanted = match wanted(&app, &headers, query.as_deref()) {
        Ok(wanted) => wanted,
        Err(refusal) => return *refusal,
    };
    let state = app.state();
    let envelope = state.settings.history_envelope;
    let views = state.alqaseh.history(&wanted).into_iter().map(Payment::view).collect();
    Json(match envelope {
        Envelope::Array => Page::Array(views),
        Envelope::Payments => Page::Payments { payments: views },
        Envelope::Data => Page::Data { data: views },
    })
    .into_response()
}

/// What a merchant asks for; a refusal if it is no merchant, or asks for nonsense.
pub(super) fn wanted(app: &App, headers: &HeaderMap, query: Option<&str>) -> Result<Wanted, Box<Response>> {
    let merchant = merchant(app, headers)?;
    Wanted::read(&merchant.client_id, query.unwrap_or_default())
        .ok_or_else(|| Box::new(bad_request("limit and offset are numbers, order_by is asc or desc")))
}

impl Book {
    /// The payments that are wanted.
    pub(super) fn history(&self, wanted: &Wanted) -> Vec<&Payment> {
        let found = self.payments.all(&wanted.key()).map(|(_, p)| p).filter(|p| wanted.matches(p));
        if wanted.oldest_first {
            found.skip(wanted.offset).take(wanted.limit).collect()
        } else {
            found.rev().skip(wanted.offset).take(wanted.limit).collect()
        }
    }
}

impl Wanted {
    fn read(client_id: &str, query: &str) -> Option<Wanted> {
        let client_id = client_id.to_owned();
        let mut wanted = Wanted { limit: 20, offset: 0, oldest_first: false, client_id, equal: Vec::new() };
        for (name, value) in form_urlencoded::parse(query.as_bytes()) {
            match (&*name, &*value) {
                ("limit", v) => wanted.limit = v.parse().ok()?,
                ("offset", v) => wanted.offset = v.parse().ok()?,
                ("order_by", "asc") => wanted.oldest_first = true,
                ("order_by", "desc") => wanted.oldest_first = false,
                ("order_by", _) => return None,
                _ => wanted.equal.push((name.into_owned(), value.into_owned())),
            }
        }
        Some(wanted)
    }

    /// By what to look: an order has few payments, a merchant may have many.
    fn key(&self) -> Key {
        let client_id = self.client_id.clone();
        match self.equal.iter().find(|(name, _)| name == "order_id") {
            Some((_, order_id)) => Key::Order(client_id, order_id.clone()),
            None => Key::Merchant(client_id),
        }
    }

    fn matches(&self, payment: &Payment) -> bool {
        self.equal.iter().all(|(name, value)| {
            let field = match name.as_str() {
                "order_id" => &payment.order_id,
                "payment_id" => &payment.payment_id,
                "payment_status" => payment.status.word(),
                "transaction_type" => payment.transaction_type.word(),
                "currency" => &payment.currency,
                "approval" => &payment.approval,
                "rc" => &payment.rc,
                "rrn" => &payment.rrn,
                _ => return true,
            };
            field == value
        })
    }
}
