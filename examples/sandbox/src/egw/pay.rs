//! The pay page of a prepared payment: shows the form, judges the card, sends the callback.

use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use maud::html;

use super::{Action, Key, NAME, Outcome, Payment, callback};
use crate::app::{Shared, random_digits, random_hex};
use crate::cards::{Card, EGW, meaning};
use crate::deliveries;
use crate::lang::Lang;
use crate::page::{Frame, PayPage, ResultPage, unknown_payment};
use crate::text::Text;

pub(super) async fn show(State(app): State<Shared>, Path(id): Path<String>, lang: Lang) -> Response {
    form(&app, lang, &id, StatusCode::OK, None)
}

pub(super) async fn submit(State(app): State<Shared>, Path(id): Path<String>, lang: Lang, body: Bytes) -> Response {
    let card = match Card::from_form(&body) {
        Ok(card) => card,
        Err(text) => return form(&app, lang, &id, StatusCode::UNPROCESSABLE_ENTITY, Some(text)),
    };
    if pay(&app, &id, &card).await.is_none() {
        return form(&app, lang, &id, StatusCode::CONFLICT, None);
    }
    let frame = Frame { lang, gateway: NAME, here: &address(&app, &id) };
    match app.state().egw.page(&id) {
        Some(payment) => result(frame, payment, StatusCode::OK),
        None => unknown_payment(lang, NAME),
    }
}

/// Whole, because the page may be the answer to a form that was posted elsewhere.
fn address(app: &Shared, id: &str) -> String {
    format!("{}/egw/pay/{id}", app.url)
}

pub(super) fn form(app: &Shared, lang: Lang, id: &str, status: StatusCode, mistake: Option<Text>) -> Response {
    let now = app.clock.now();
    let state = app.state();
    let Some(payment) = state.egw.page(id) else {
        return unknown_payment(lang, NAME);
    };
    let frame = Frame { lang, gateway: NAME, here: &address(app, id) };
    if payment.is_approved() {
        return result(frame, payment, status);
    }
    if !payment.is_open(now) {
        return ResultPage {
            frame,
            good: false,
            title: Text::TitleExpired,
            text: frame.say(Text::ExpiredText),
            back: Some(payment.field("BACKREF")),
        }
        .response(status);
    }
    let declined = payment.result.as_ref().map(|_| Text::LastDeclined);
    PayPage {
        frame,
        amount: payment.field("AMOUNT"),
        currency: payment.field("CURRENCY"),
        order: payment.field("ORDER"),
        description: payment.field("DESC"),
        card: &EGW,
        back: None,
        notice: mistake.or(declined).map(|text| frame.say(text)),
    }
    .response(status)
}

fn result(frame: Frame<'_>, payment: &Payment, status: StatusCode) -> Response {
    let rc = payment.result.as_ref().map_or("", |r| &*r.rc);
    let good = payment.is_approved();
    let title = if good { Text::TitleApproved } else { Text::TitleDeclined };
    let order = frame.with(Text::OrderIs, payment.field("ORDER"));
    let text = html! { (order) ": " (frame.say(meaning(rc))) " (" bdi { (rc) } ")" };
    ResultPage { frame, good, title, text, back: Some(payment.field("BACKREF")) }.response(status)
}

/// Tries a card; `None` if no such payment is open.
pub(crate) async fn pay(app: &Shared, id: &str, card: &Card) -> Option<Outcome> {
    let (outcome, callback) = {
        let now = app.clock.now();
        let mut state = app.state();
        let settings = state.settings.clone();
        state.egw.page(id).filter(|p| p.is_open(now))?;
        // After a restart with other merchants there may be none: then nothing is taken.
        let merchant = state.egw.page(id).and_then(|p| state.egw.merchants.get(&p.merchant)).cloned()?;
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
        let callback = callback::message(payment, &merchant, &outcome, &settings, now);
        (outcome, state.queue(callback))
    };
    deliveries::start(app, callback).await;
    Some(outcome)
}

impl Payment {
    /// Whether a card may still be tried.
    pub(crate) fn is_open(&self, now: i64) -> bool {
        !self.is_approved() && !self.is_closed && now < self.expires_at
    }
}
