//! The hosted page of an invoice: shows the form, judges the card, tells the merchant, sends the
//! browser to `callBackUrl`. A paid invoice is an order that waits for its acknowledgment.

use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::Serialize;

use super::{Invoice, NAME, NewOrder, Status, webhook};
use crate::app::{Shared, random_digits};
use crate::cards::{Card, PAYLINK};
use crate::config::Settings;
use crate::deliveries;
use crate::lang::Lang;
use crate::page::{Frame, PayPage, ResultPage, unknown_payment};
use crate::text::Text;

/// What paying led to.
#[derive(Serialize)]
pub(crate) struct Outcome {
    status: Status,
    pub(crate) rc: &'static str,
    /// Where the browser goes, once the invoice is paid.
    redirect: Option<String>,
}

pub(super) async fn show(State(app): State<Shared>, Path(number): Path<String>, lang: Lang) -> Response {
    form(&app, lang, &number, StatusCode::OK, None)
}

pub(super) async fn submit(State(app): State<Shared>, Path(number): Path<String>, lang: Lang, body: Bytes) -> Response {
    let card = match Card::from_form(&body) {
        Ok(card) => card,
        Err(text) => return form(&app, lang, &number, StatusCode::UNPROCESSABLE_ENTITY, Some(text)),
    };
    match pay(&app, &number, &card).await {
        Some(Outcome { redirect: Some(url), .. }) => (StatusCode::SEE_OTHER, [(header::LOCATION, url)]).into_response(),
        Some(_) => form(&app, lang, &number, StatusCode::OK, None),
        None => form(&app, lang, &number, StatusCode::CONFLICT, None),
    }
}

fn form(app: &Shared, lang: Lang, number: &str, status: StatusCode, mistake: Option<Text>) -> Response {
    let mut state = app.state();
    let settings = state.settings.clone();
    let Some(invoice) = state.paylink.invoice(number) else {
        return unknown_payment(lang, NAME);
    };
    let frame = Frame { lang, gateway: NAME, here: &format!("{}/paylink/pay/order/{number}", app.url) };
    if !invoice.is_open() {
        let (good, title, text) = match invoice.status {
            Status::Paid | Status::Completed => (true, Text::TitlePaid, Text::InvoicePaidText),
            Status::Canceled => (false, Text::TitleCancelled, Text::InvoiceCancelledText),
            _ => (false, Text::TitleDeclined, Text::InvoiceClosedText),
        };
        let back = callback(invoice, &settings);
        return ResultPage { frame, good, title, text: frame.say(text), back: Some(&back) }.response(status);
    }
    let first_look = invoice.status == Status::Created;
    let declined = invoice.last_error().map(|e| frame.with(Text::LastDeclinedWhy, frame.say(e)));
    let page = PayPage {
        frame,
        amount: &invoice.riyals(),
        currency: "SAR",
        order: &invoice.request.order_number,
        description: &invoice.titles(),
        card: &PAYLINK,
        back: invoice.request.cancel_url.as_deref(),
        notice: mistake.map(|text| frame.say(text)).or(declined),
    }
    .response(status);
    if first_look && let Some(invoice) = state.paylink.invoice_mut(number) {
        invoice.enter(Status::Pending, app.clock.now());
    }
    page
}

/// Tries a card; `None` if no such invoice is open.
pub(crate) async fn pay(app: &Shared, number: &str, card: &Card) -> Option<Outcome> {
    let (outcome, webhook) = {
        let now = app.clock.now();
        let mut state = app.state();
        let settings = state.settings.clone();
        state.paylink.invoice(number).filter(|i| i.is_open())?;
        let invoice = state.paylink.invoice_mut(number)?;
        let rc = invoice.attempt(card, random_digits(4), now);
        let paid = rc == "00";
        let redirect = paid.then(|| callback(invoice, &settings));
        let outcome = Outcome { status: invoice.status, rc, redirect };
        if !paid {
            return Some(outcome);
        }
        let order = NewOrder::of_invoice(invoice, settings.paylink_window);
        // Invoices have numbers of their own; an order that has this one was put there by hand.
        let _ = state.paylink.add(order, now);
        let webhook = webhook::payment(&state.paylink, number);
        (outcome, webhook.map(|message| state.queue(message)))
    };
    if let Some(id) = webhook {
        deliveries::start(app, id).await;
    }
    Some(outcome)
}

/// Where the browser goes: `callBackUrl` with two parameters.
fn callback(invoice: &Invoice, settings: &Settings) -> String {
    let names = if settings.paylink_callback_capitals {
        ["TransactionNo", "OrderNumber"]
    } else {
        ["transactionNo", "orderNumber"]
    };
    let query = form_urlencoded::Serializer::new(String::new())
        .extend_pairs(names.iter().zip([&invoice.transaction_no, &invoice.request.order_number]))
        .finish();
    let url = crate::page::ascii_url(&invoice.request.call_back_url);
    format!("{url}{}{query}", if url.contains('?') { '&' } else { '?' })
}
