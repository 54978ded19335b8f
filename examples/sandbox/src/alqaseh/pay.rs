//! The hosted pay page: shows the form, judges the card, tells the merchant, sends the browser
//! back.

use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::Serialize;
use serde_json::value::RawValue;

use super::NAME;
use super::payment::{Key, Payment, Status};
use crate::app::{Shared, random_digits};
use crate::cards::{ALQASEH, Card};
use crate::clock::compact;
use crate::deliveries::{self, Kind, Message};
use crate::lang::Lang;
use crate::money::json_number;
use crate::page::{Frame, PayPage, ResultPage, ascii_url, unknown_payment};
use crate::text::Text;

pub(super) async fn show(State(app): State<Shared>, Path(token): Path<String>, lang: Lang) -> Response {
    form(&app, lang, &token, StatusCode::OK, None)
}

pub(super) async fn submit(State(app): State<Shared>, Path(token): Path<String>, lang: Lang, body: Bytes) -> Response {
    let card = match Card::from_form(&body) {
        Ok(card) => card,
        Err(text) => return form(&app, lang, &token, StatusCode::UNPROCESSABLE_ENTITY, Some(text)),
    };
    match pay(&app, &token, &card).await {
        Some(outcome) => (StatusCode::SEE_OTHER, [(header::LOCATION, outcome.redirect)]).into_response(),
        // Closed in the meantime, or never there: the page says which.
        None => form(&app, lang, &token, StatusCode::CONFLICT, None),
    }
}

fn form(app: &Shared, lang: Lang, token: &str, status: StatusCode, mistake: Option<Text>) -> Response {
    let now = app.clock.now();
    let state = app.state();
    let Some(payment) = state.alqaseh.page(token) else {
        return unknown_payment(lang, NAME);
    };
    let frame = Frame { lang, gateway: NAME, here: &format!("{}/alqaseh/pay/{token}", app.url) };
    if !payment.is_open(now) {
        let (title, text) = match payment.status {
            Status::Succeeded => (Text::TitlePaid, Text::PaidText),
            Status::Revoked => (Text::TitleCancelled, Text::CancelledText),
            _ => (Text::TitleExpired, Text::ExpiredText),
        };
        return ResultPage {
            frame,
            good: payment.status == Status::Succeeded,
            title,
            text: frame.say(text),
            back: Some(&redirect(payment)),
        }
        .response(status);
    }
    let declined = (payment.status == Status::Declined).then_some(Text::LastDeclined);
    PayPage {
        frame,
        amount: &payment.printed_amount,
        currency: &payment.currency,
        order: &payment.order_id,
        description: &payment.description,
        card: &ALQASEH,
        back: None,
        notice: mistake.or(declined).map(|text| frame.say(text)),
    }
    .response(status)
}

/// What paying led to.
#[derive(Serialize)]
pub(crate) struct Outcome {
    pub(crate) status: Status,
    pub(crate) rc: String,
    /// Where the browser goes.
    pub(crate) redirect: String,
}

/// Tries a card; `None` if no such payment is open.
pub(crate) async fn pay(app: &Shared, token: &str, card: &Card) -> Option<Outcome> {
    let (outcome, webhook) = {
        let now = app.clock.now();
        let mut state = app.state();
        state.alqaseh.page(token).filter(|p| p.is_open(now))?;
        let payment = state.alqaseh.payments.find_mut(&Key::Token(token.to_owned()))?;
        payment.attempt(card.judge(&ALQASEH, now), now);
        let outcome = Outcome { status: payment.status, rc: payment.rc.clone(), redirect: redirect(payment) };
        let webhook = webhook(payment);
        (outcome, webhook.map(|message| state.queue(message)))
    };
    if let Some(id) = webhook {
        deliveries::start(app, id).await;
    }
    Some(outcome)
}

impl Payment {
    fn attempt(&mut self, rc: &str, now: i64) {
        let approved = rc == "00";
        self.rc = rc.to_owned();
        self.rrn = random_digits(12);
        self.approval = if approved { random_digits(6) } else { String::new() };
        self.timestamp = compact(now);
        self.enter(if approved { Status::Succeeded } else { Status::Declined }, now);
    }
}

/// The real template begins with `?` whatever the URL holds, so a URL with a query gets a second
/// one.
fn redirect(payment: &Payment) -> String {
    let query = form_urlencoded::Serializer::new(String::new())
        .append_pair("payment_id", &payment.payment_id)
        .append_pair("order_id", &payment.order_id)
        .append_pair("status", payment.outcome())
        .finish();
    let url = ascii_url(&payment.redirect_url);
    format!("{url}?{query}")
}

#[derive(Serialize)]
struct Webhook<'a> {
    payment_id: &'a str,
    token: &'a str,
    amount: Box<RawValue>,
    currency: &'a str,
    terminal_id: &'a str,
    order_id: &'a str,
    trtype: &'a str,
    rc: &'a str,
    approval: &'a str,
    rrn: &'a str,
    // The gateway publishes no algorithm for it, so the sandbox makes none up.
    p_sign: &'a str,
    nonce: &'a str,
    timestamp: &'a str,
    payment_status: &'a str,
}

fn webhook(payment: &Payment) -> Option<Message> {
    if payment.webhook_url.is_empty() {
        return None;
    }
    let body = Webhook {
        payment_id: &payment.payment_id,
        token: &payment.token,
        amount: json_number(&payment.printed_amount),
        currency: &payment.currency,
        terminal_id: &payment.merchant.terminal_id,
        order_id: &payment.order_id,
        trtype: payment.transaction_type.word(),
        rc: &payment.rc,
        approval: &payment.approval,
        rrn: &payment.rrn,
        p_sign: "",
        nonce: &payment.nonce,
        timestamp: &payment.timestamp,
        payment_status: payment.outcome(),
    };
    Some(Message {
        kind: Kind::AlQasehWebhook,
        merchant: payment.merchant.client_id.clone(),
        order: payment.order_id.clone(),
        url: payment.webhook_url.clone(),
        content_type: "application/json".to_owned(),
        body: serde_json::to_string(&body).ok()?,
        about: Some(payment.payment_id.clone()),
        ..Message::default()
    })
}
