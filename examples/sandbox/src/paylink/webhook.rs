//! Webhooks: of a paid invoice, and of a refund. Neither is signed; each bears a static header the
//! merchant has set in the portal.

use std::time::Duration;

use serde::Serialize;
use serde_json::value::RawValue;

use super::orders::RefundStatus;
use super::{Book, Order, Status};
use crate::app::{Shared, State};
use crate::deliveries::{self, Accepted, Kind, Message};
use crate::merchants::Portal;
use crate::money::json_number;

/// How often the refund timer looks at the sandbox's clock.
const TICK: Duration = Duration::from_millis(50);

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct PaymentWebhook<'a> {
    amount: Box<RawValue>,
    merchant_email: &'a str,
    transaction_no: &'a str,
    merchant_order_number: &'a str,
    order_status: Status,
    #[serde(skip_serializing_if = "Option::is_none")]
    payment_type: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    api_version: Option<&'a str>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct RefundWebhook<'a> {
    transaction_no: &'a str,
    refund_status: RefundStatus,
    refund_amount: Box<RawValue>,
    currency: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    merchant_order_number: Option<&'a str>,
    api_version: &'a str,
}

/// The webhook of an invoice, if its merchant wants one.
pub(super) fn payment(book: &Book, transaction_no: &str) -> Option<Message> {
    let invoice = book.invoice(transaction_no)?;
    let portal = book.portal(&invoice.merchant_id)?;
    let body = PaymentWebhook {
        amount: json_number(&invoice.printed_riyals()),
        merchant_email: "shop@example.com",
        transaction_no,
        merchant_order_number: &invoice.request.order_number,
        order_status: invoice.status,
        payment_type: portal.webhook_v2.then_some("visa"),
        api_version: portal.webhook_v2.then_some("v2"),
    };
    let body = serde_json::to_string(&body).ok()?;
    let header = (portal.webhook_header.clone(), portal.webhook_secret.clone());
    let order = &invoice.request.order_number;
    message(
        Kind::PaylinkWebhook,
        [&invoice.merchant_id, transaction_no, order],
        &portal.webhook_url,
        header,
        Accepted::Ok,
        body,
    )
}

fn refund_message(order: &Order, portal: &Portal) -> Option<Message> {
    let body = RefundWebhook {
        transaction_no: &order.transaction_no,
        refund_status: order.refund_status?,
        refund_amount: RawValue::from_string(order.amount.clone()).ok()?,
        currency: &order.currency,
        merchant_order_number: order.order_number.as_deref(),
        api_version: "v2",
    };
    let body = serde_json::to_string(&body).ok()?;
    let header = ("X-API-KEY".to_owned(), portal.refund_webhook_secret.clone());
    let about = [&*order.merchant, &*order.transaction_no, order.order_number.as_deref().unwrap_or_default()];
    message(Kind::PaylinkRefundWebhook, about, &portal.refund_webhook_url, header, Accepted::OkAndSaysSo, body)
}

fn message(
    kind: Kind,
    [merchant, about, order]: [&str; 3],
    url: &str,
    header: (String, String),
    accepted: Accepted,
    body: String,
) -> Option<Message> {
    (!url.is_empty()).then(|| Message {
        kind,
        merchant: merchant.to_owned(),
        order: order.to_owned(),
        url: url.to_owned(),
        content_type: "application/json".to_owned(),
        body,
        about: Some(about.to_owned()),
        header: (!header.1.is_empty()).then_some(header),
        accepted,
    })
}

/// The refund timer: refunds what nobody acknowledged in time, and tells the merchants of every
/// refund. It runs for as long as the sandbox does.
pub(crate) async fn refunds(app: Shared) {
    loop {
        tokio::time::sleep(TICK).await;
        for id in queue_refund_webhooks(&mut app.state()) {
            let app = app.clone();
            tokio::spawn(async move { deliveries::start(&app, id).await });
        }
    }
}

/// A refund that somebody asked for in the portal. Its merchant is told at once; the text says why
/// it can't be.
pub(crate) async fn refund(app: &Shared, transaction_no: &str, failed: bool) -> Result<Order, &'static str> {
    let (order, webhooks) = {
        let mut state = app.state();
        let order = state.paylink.refund(transaction_no, failed)?;
        (order, queue_refund_webhooks(&mut state))
    };
    for id in webhooks {
        deliveries::start(app, id).await;
    }
    Ok(order)
}

/// Queues the webhooks of refunds nobody was told of yet.
fn queue_refund_webhooks(state: &mut State) -> Vec<u64> {
    let mut ids = Vec::new();
    for number in std::mem::take(&mut state.paylink.news) {
        let Some(order) = state.paylink.orders.get_mut(number) else {
            continue;
        };
        order.refund_told = true;
        let order = order.clone();
        let message = state.paylink.portal(&order.merchant).and_then(|portal| refund_message(&order, portal));
        ids.extend(message.map(|message| state.queue(message)));
    }
    ids
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::merchants::{Known, PaylinkMerchant};
    use crate::table::Kept;

    #[test]
    fn who_was_not_told_before_a_stop_is_told_after_it() {
        let [mut before, mut after] = [(); 2].map(|()| State::default());
        let order = serde_json::json!({ "merchant": "m", "transaction_no": "1", "amount": "5", "window_seconds": 60 });
        before.paylink.add(serde_json::from_value(order).unwrap(), 0).unwrap();
        before.paylink.pass(60);
        let mut changes = Vec::new();
        before.paylink.orders.take_changes(&mut changes).unwrap();
        for change in changes {
            after.paylink.orders.load(change.number, &change.body.unwrap()).unwrap();
        }
        let portal = Portal { refund_webhook_url: "http://127.0.0.1/".to_owned(), ..Portal::default() };
        let text = || "m".to_owned();
        let merchant =
            PaylinkMerchant { merchant_id: text(), api_key: text(), api_id: text(), secret_key: text(), portal };
        after.paylink.merchants = Known::configured([merchant]).unwrap();
        after.paylink.remember_news();
        assert_eq!(queue_refund_webhooks(&mut after).len(), 1);
        after.paylink.remember_news();
        assert_eq!(queue_refund_webhooks(&mut after).len(), 0);
    }
}
