//! `POST /egw/payments/process-reversal/{token}`: gives the money of a payment back.
//!
//! No status says that a payment was reversed: it stays `succeeded`, and the history has a second
//! row for the order, of the type Reversal.

use axum::extract::{Path, State};
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Response};

use super::payment::{Key, Payment, Status, TransactionType};
use super::{Book, bad_request, merchant, not_found};
use crate::app::{Shared, random_digits};
use crate::clock::compact;

pub(super) async fn handle(State(app): State<Shared>, headers: HeaderMap, Path(token): Path<String>) -> Response {
    let client_id = match merchant(&app, &headers) {
        Ok(merchant) => &merchant.client_id,
        Err(refusal) => return *refusal,
    };
    let now = app.clock.now();
    let mut state = app.state();
    let id = state.alqaseh.next_id();
    let reversal = match state.alqaseh.by_token(client_id, &token) {
        None => return not_found(),
        Some(p) if p.status != Status::Succeeded || p.transaction_type == TransactionType::Reversal => {
            return bad_request("only a payment that succeeded can be reversed");
        }
        Some(p) => Payment {
            transaction_type: TransactionType::Reversal,
            rc: "00".to_owned(),
            rrn: random_digits(12),
            approval: random_digits(6),
            timestamp: compact(now),
            reverses: Some(p.id),
            ..p.another(id, Status::Succeeded, now)
        },
    };
    if !state.alqaseh.reverse(reversal) {
        return bad_request("this payment was reversed before");
    }
    "The reversal was processed.\n".into_response()
}

impl Book {
    /// Adds a reversal, unless the payment has one.
    fn reverse(&mut self, reversal: Payment) -> bool {
        let first = reversal.reverses.is_some_and(|id| self.payments.find(&Key::Reverses(id)).is_none());
        if first {
            self.payments.add(reversal);
        }
        first
    }
}
