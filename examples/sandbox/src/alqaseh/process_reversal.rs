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
use crate::why::Why;

pub(super) async fn handle(State(app): State<Shared>, headers: HeaderMap, Path(token): Path<String>) -> Response {
    let merchant = match merchant(&app, &headers) {
        Ok(merchant) => merchant,
        Err(refusal) => return *refusal,
    };
    let mut state = app.state();
    let payment_id = match state.alqaseh.by_token(&merchant.client_id, &token) {
        None => return not_found(),
        Some(payment) => payment.payment_id.clone(),
    };
    match state.alqaseh.reverse(&payment_id, app.clock.now()) {
        Err(text) => bad_request(text),
        Ok(()) => "The reversal was processed.\n".into_response(),
    }
}

impl Book {
    /// Adds the reversal of a payment, whoever's it is; the text says why not.
    pub(crate) fn reverse(&mut self, payment_id: &str, now: i64) -> Result<(), &'static str> {
        let payment = self.payments.find(&Key::Id(payment_id.to_owned())).ok_or(Why::NoPayment.en())?;
        if payment.status != Status::Succeeded || payment.transaction_type == TransactionType::Reversal {
            return Err(Why::NotSucceeded.en());
        }
        if self.is_reversed(payment) {
            return Err(Why::ReversedBefore.en());
        }
        let reversal = Payment {
            transaction_type: TransactionType::Reversal,
            rc: "00".to_owned(),
            rrn: random_digits(12),
            approval: random_digits(6),
            timestamp: compact(now),
            reverses: Some(payment.id),
            ..payment.another(self.next_id(), Status::Succeeded, now)
        };
        self.payments.add(reversal);
        Ok(())
    }

    /// Whether the money of a payment was given back.
    pub(crate) fn is_reversed(&self, payment: &Payment) -> bool {
        self.reversal(payment).is_some()
    }

    /// What gave the money of a payment back.
    pub(crate) fn reversal(&self, payment: &Payment) -> Option<&Payment> {
        self.payments.find(&Key::Reverses(payment.id))
    }

    /// The payment whose money a reversal gave back.
    pub(crate) fn reversed(&self, reversal: &Payment) -> Option<&Payment> {
        let key = Key::Order(reversal.merchant.client_id.clone(), reversal.order_id.clone());
        self.payments.all(&key).map(|(_, payment)| payment).find(|payment| Some(payment.id) == reversal.reverses)
    }
}
