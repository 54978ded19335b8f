//! The pay page of a prepared payment: shows the form, judges the card, sends the callback.

use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;

use super::{Action, Key, NAME, Outcome, Payment, callback};
use crate::app::{Shared, random_digits, random_hex};
use crate::cards::{Card, EGW, meaning};
use crate::deliveries;
use crate::page::{PayPage, ResultPage, unknown_payment};

pub(super) async fn show(State(app): State<Shared>, Path(id): Path<String>) -> Response {
    form(&app, &id, StatusCode::OK, None)
}

pub(super) async fn submit(State(app): State<Shared>, Path(id): Path<String>, body: Bytes) -> Response {
    let card = match Card::from_form(&body) {
        Ok(card) => card,
        Err(text) => return form(&app, &id, StatusCode::UNPROCESSABLE_ENTITY, Some(text)),
    };
    if pay(&app, &id, &card).await.is_none() {
        return form(&app, &id, StatusCode::CONFLICT, None);
    }
    match app.state().egw.page(&id) {
        Some(payment) => result(payment, StatusCode::OK),
        None => unknown_payment(NAME),
    }
}

pub(super) fn form(app: &Shared, id: &str, status: StatusCode, mistake: Option<&str>) -> Response {
    let now = app.clock.now();
    let state = app.state();
    let Some(payment) = state.egw.page(id) else {
        return unknown_payment(NAME);
    };
    if payment.is_approved() {
        return result(payment, status);
    }
    if !payment.is_open(now) {
        return ResultPage {
            gateway: NAME,
            good: false,
            title: "Expired",
            text: "This payment page is no longer open.",
            link: Some((payment.field("BACKREF"), "Back to the shop")),
        }
        .response(status);
    }
    let declined = payment.result.as_ref().map(|_| "The last card was declined. You can try another one.");
    PayPage {
        gateway: NAME,
        amount: payment.field("AMOUNT"),
        currency: payment.field("CURRENCY"),
        // The page may be the answer to a form that was posted elsewhere.
        action: &format!("{}/egw/pay/{id}", app.url),
        order: payment.field("ORDER"),
        description: payment.field("DESC"),
        card: &EGW,
        back: None,
        notice: mistake.or(declined),
    }
    .response(status)
}

fn result(payment: &Payment, status: StatusCode) -> Response {
    let rc = payment.result.as_ref().map_or("", |r| &*r.rc);
    let good = payment.is_approved();
    let text = format!("Order {}: {} (code {rc}).", payment.field("ORDER"), meaning(rc));
    ResultPage {
        gateway: NAME,
        good,
        title: if good { "Approved" } else { "Declined" },
        text: &text,
        link: Some((payment.field("BACKREF"), "Back to the shop")),
    }
    .response(status)
}

/// Tries a card; `None` if no such payment is open.
pub(crate) async fn pay(app: &Shared, id: &str, card: &Card) -> Option<Outcome> {
    let (outcome, callback) = {
        let now = app.clock.now();
        let mut state = app.state();
        let settings = state.settings.clone();
        state.egw.page(id).filter(|p| p.is_open(now))?;
        let merchant = state.egw.page(id).and_then(|p| state.egw.merchants.get(&p.merchant)).cloned();
        let payment = state.egw.payments.find_mut(&Key::Id(id.to_owned()))?;
        let rc = card.judge(&EGW, now);
        let approved = rc == "00";
        let outcome = Outcome {
            action: if approved { Action::Approved } else { Action::Declined },
            rc: rc.into(),
            approval: if approved { random_digits(6) } else { String::new() },
            rrn: random_digits(12),
            int_ref: random_hex(8).to_uppercase(),
            message: None,
        };
        payment.cards.push((rc.into(), now));
        payment.result = Some(outcome.clone());
        let merchant = merchant?;
        let callback = callback::message(payment, &merchant, &outcome, &settings, now);
        (outcome, state.queue(callback))
    };
    deliveries::start(app, callback).await;
    Some(outcome)
}

impl Payment {
    /// Whether a card may still be tried.
    pub(crate) fn is_open(&self, now: i64) -> bool {
        !self.is_approved() && now < self.expires_at
    }
}
