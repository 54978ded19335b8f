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
use crate::page::{PayPage, ResultPage, unknown_payment};

/// What paying led to.
#[derive(Serialize)]
pub(crate) struct Outcome {
    status: Status,
    pub(crate) rc: &'static str,
    /// Where the browser goes, once the invoice is paid.
    redirect: Option<String>,
}

pub(super) async fn show(State(app): State<Shared>, Path(number): Path<String>) -> Response {
    form(&app, &number, StatusCode::OK, None)
}

pub(super) async fn submit(State(app): State<Shared>, Path(number): Path<String>, body: Bytes) -> Response {
    let card = match Card::from_form(&body) {
        Ok(card) => card,
        Err(text) => return form(&app, &number, StatusCode::UNPROCESSABLE_ENTITY, Some(text)),
    };
    match pay(&app, &number, &card).await {
        Some(Outcome { redirect: Some(url), .. }) => (StatusCode::SEE_OTHER, [(header::LOCATION, url)]).into_response(),
        Some(_) => form(&app, &number, StatusCode::OK, None),
        None => form(&app, &number, StatusCode::CONFLICT, None),
    }
}

fn form(app: &Shared, number: &str, status: StatusCode, mistake: Option<&str>) -> Response {
    let mut state = app.state();
    let settings = state.settings.clone();
    let Some(invoice) = state.paylink.invoice(number) else {
        return unknown_payment(NAME);
    };
    if !invoice.is_open() {
        let (good, title, text) = match invoice.status {
            Status::Paid | Status::Completed => (true, "Paid", "This invoice was paid. No second payment is taken."),
            Status::Canceled => (false, "Cancelled", "The shop cancelled this invoice."),
            _ => (false, "Declined", "This invoice can't be paid any more."),
        };
        let back = callback(invoice, &settings);
        return ResultPage { gateway: NAME, good, title, text, link: Some((&back, "Back to the shop")) }
            .response(status);
    }
    let first_look = invoice.status == Status::Created;
    let declined = invoice.last_error().map(|e| format!("The last card was declined ({e}). You can try another one."));
    let page = PayPage {
        gateway: NAME,
        amount: &invoice.riyals(),
        currency: "SAR",
        action: &format!("{}/paylink/pay/order/{number}", app.url),
        order: &invoice.request.order_number,
        description: &invoice.titles(),
        card: &PAYLINK,
        back: invoice.request.cancel_url.as_deref(),
        notice: mistake.or(declined.as_deref()),
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
