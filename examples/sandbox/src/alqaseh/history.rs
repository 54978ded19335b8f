//! `GET /egw/payments/history`: a bare array.

use axum::Json;
use axum::extract::{RawQuery, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};

use super::payment::{Payment, View};
use super::{merchant, refuse};
use crate::app::Shared;

/// What can be asked for. `from`, `to`, `amount` and `order_field` are accepted and not applied:
/// the gateway publishes neither the form of its dates nor how it compares amounts.
struct Wanted {
    limit: usize,
    offset: usize,
    oldest_first: bool,
    equal: Vec<(String, String)>,
}

pub(super) async fn handle(State(app): State<Shared>, headers: HeaderMap, RawQuery(query): RawQuery) -> Response {
    let merchant = match merchant(&app, &headers) {
        Ok(merchant) => merchant,
        Err(refusal) => return *refusal,
    };
    let Some(wanted) = Wanted::read(query.as_deref().unwrap_or_default()) else {
        let text = "limit and offset are numbers, order_by is asc or desc";
        return refuse(StatusCode::BAD_REQUEST, "bad_request", text);
    };
    let now = app.clock.now();
    let mut state = app.state();
    for payment in &mut state.alqaseh.payments {
        payment.expire(now);
    }
    let mut found: Vec<&Payment> = state
        .alqaseh
        .payments
        .iter()
        .filter(|p| p.merchant.client_id == merchant.client_id && wanted.matches(p))
        .collect();
    if !wanted.oldest_first {
        found.reverse();
    }
    let page: Vec<View<'_>> = found.into_iter().skip(wanted.offset).take(wanted.limit).map(Payment::view).collect();
    Json(page).into_response()
}

impl Wanted {
    fn read(query: &str) -> Option<Wanted> {
        let mut wanted = Wanted { limit: 20, offset: 0, oldest_first: false, equal: Vec::new() };
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

    fn matches(&self, payment: &Payment) -> bool {
        self.equal.iter().all(|(name, value)| {
            let field = match name.as_str() {
                "order_id" => &payment.order_id,
                "payment_id" => &payment.payment_id,
                "payment_status" => payment.status,
                "transaction_type" => payment.transaction_type,
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
