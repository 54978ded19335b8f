//! Paylink: an invoice, its webhook and its payment; the shop's decision reaches Paylink, through a lost reply and a
//! restart, and is never changed; a refund.

use std::time::Duration;

use qantara::paylink::{
    AddInvoice, Answer, Authenticate, Decision, Delivery, LinkReference, PaylinkConfiguration, Product, Step,
};
use qantara::record::Value;
use qantara::{Code, Environment, Order, Paylink, Settlement};

use crate::{Failure, Stage, ensure, now};

/// The transaction of Paylink's own example.
const REFERENCE: &str = "1234567890ABC";
/// The sandbox's card for Paylink.
const CARD: &str = "number=4111111111111111&expiry=12%2F30&cvv=123";
/// The header that this merchant has set in Paylink's portal for its webhooks.
const WEBHOOK_HEADER: &str = "X-Webhook-Secret";

fn gateway(stage: &Stage) -> Result<Paylink, qantara::Error> {
    Paylink::configure(
        PaylinkConfiguration::new()
            .environment(Environment::Test)
            .merchant_id("sandbox-merchant")
            .api_key("sandbox-paylink-key")
            .api_id("sandbox-api-id")
            .secret_key("sandbox-secret-key")
            .webhook_secret("sandbox-webhook-secret")
            .refund_webhook_secret("sandbox-refund-secret")
            .base_url(format!("{}/paylink", stage.sandbox.url()))
            .invoices_url(format!("{}/paylink", stage.sandbox.url())),
    )
}

fn decision(reference: &str, verdict: &str, deadline: i64) -> Result<Decision, Failure> {
    let reference = LinkReference::new(reference);
    Ok(Decision::new().link_reference(reference).verdict(verdict).now(now()?).deadline(deadline))
}

/// Drives a delivery until it is done or has to be stopped; returns the record to store.
fn deliver(stage: &Stage, stored: Delivery, mut sends: usize) -> Result<Delivery, Failure> {
    let gateway = gateway(stage)?;
    let mut acknowledgment = gateway.acknowledgment(stored)?;
    loop {
        match acknowledgment.step(now()?)? {
            Step::Done => return Ok(acknowledgment.save()),
            Step::Wait(until) => {
                let seconds = u64::try_from(until - now()?).unwrap_or(0);
                stage.transcript.does("shop", &format!("waits {seconds} s, as the record says"));
                std::thread::sleep(Duration::from_secs(seconds));
            }
            Step::Send(call) => {
                stage.transcript.does("shop", &format!("sends {}", call.request().body));
                let reply = stage.client.send(call.request());
                match &reply {
                    Ok((status, body)) => {
                        acknowledgment.heard(now()?, Answer::Reply { status: *status, body, retry_after: "" })?;
                    }
                    Err(_) => {
                        stage.transcript.does("network", "loses the reply");
                        acknowledgment.heard(now()?, Answer::Lost)?;
                    }
                }
                sends -= 1;
                if sends == 0 {
                    return Ok(acknowledgment.save());
                }
            }
        }
    }
}

/// How the order stands at the gateway: `PAID`, `REFUNDED`…
fn at_gateway(stage: &Stage, reference: &str) -> Result<String, Failure> {
    stage.client.get(&format!("{}/sandbox/paylink/orders/{reference}", stage.sandbox.url()))
}

/// An invoice, from its token to its acknowledgment.
pub fn invoice(stage: &mut Stage) -> Result<(), Failure> {
    stage.transcript.chapter("Paylink: an invoice");
    let portal = format!(r#"{{"webhook_url":"{0}/webhook","refund_webhook_url":"{0}/refund"}}"#, stage.inbox.url);
    stage.client.post(&format!("{}/sandbox/paylink/portal/sandbox-merchant", stage.sandbox.url()), &portal)?;
    let paylink = gateway(stage)?;
    let call = paylink.authenticate(Authenticate::new().now(now()?))?;
    let (status, body) = stage.client.send(call.request())?;
    let session = call.parse(status, &body)?;
    let fresh_for = session.refresh_at().unwrap_or(0) - now()?;
    stage.transcript.does("shop", &format!("gets a token, to be used for {} minutes", fresh_for / 60));

    let order = Order::new("P-3001", "115.00", "SAR")?;
    let dates = Product::new().title("A box of dates").price("57.50").quantity(2);
    let invoice = AddInvoice::for_order(&order, session.bearer_token(), &format!("{}/return", stage.inbox.url))
        .client_name("Layla")
        .client_mobile("0500000000")
        .products(Value::from_iter([dates]));
    let call = paylink.add_invoice(invoice)?;
    let (status, body) = stage.client.send(call.request())?;
    let invoice = call.parse(status, &body)?;
    let number = String::from(invoice.transaction_no());
    stage.shop.open("Paylink", order.clone(), &number);
    stage.transcript.does("gateway", &format!("invoice {number}, and a page for the customer"));

    let forged =
        format!(r#"{{"transactionNo":"{number}","merchantOrderNumber":"P-3001","orderStatus":"Paid","amount":115}}"#);
    stage.transcript.does("forger", "posts a webhook that says Paid");
    stage.client.post(&format!("{}/webhook", stage.inbox.url), &forged)?;
    let delivery = stage.inbox.next("/webhook")?;
    let Err(error) = paylink.verify_webhook(&delivery.body, delivery.header(WEBHOOK_HEADER)) else {
        return Err("a webhook without the header was taken".into());
    };
    stage.transcript.refused(&format!("{}: it lacks the header that was agreed on", error.code().text()));

    stage.transcript.does("customer", "pays on the gateway's page");
    let back = stage.client.submit(invoice.url().unwrap_or(""), CARD)?.ok_or("the browser is not sent back")?;
    ensure(Paylink::parse_callback(&back)?.transaction_no() == Some(&number), "the browser comes back")?;
    let delivery = stage.inbox.next("/webhook")?;
    let hint = paylink.verify_webhook(&delivery.body, delivery.header(WEBHOOK_HEADER))?;
    let entry = stage.shop.entry(hint.order_id().unwrap_or(""))?;
    ensure(entry.payment_ids.iter().any(|id| id == hint.transaction_no()), "the transaction is the shop's own")?;
    stage.transcript.does("gateway", "posts the genuine webhook; the shop looks its invoice up");

    let missing = r#"{"kind":"status","path":"getInvoice","status":404,"body":"{\"detail\":\"no such invoice\"}"}"#;
    stage.client.post(&format!("{}/sandbox/faults", stage.sandbox.url()), missing)?;
    let call = paylink.get_invoice(session.bearer_token(), &number)?;
    let (status, body) = stage.client.send(call.request())?;
    let Err(error) = call.parse(status, &body) else { return Err("an invoice that is not there".into()) };
    stage.transcript.does("gateway", &format!("404, \"{}\": a moment too early", error.gateway_message()));
    let (status, body) = stage.client.send(call.request())?;
    let invoice = call.parse(status, &body)?;
    let settlement = invoice.settle(&order)?;
    ensure(matches!(settlement, Settlement::Paid(_)), "the invoice is paid")?;
    stage.shop.book(&settlement, "invoice fetched with our token, matched to the order")?;
    stage.transcript.good("Paid, the second time it is asked");
    let dear = Order::new("P-9999", "99000.00", "SAR")?;
    let Err(error) = invoice.settle(&dear) else { return Err("one invoice paid two orders".into()) };
    stage.transcript.refused(&format!("the same invoice for a dearer order: {}", error.code().text()));

    // A link reference and an invoice's number may differ: at this merchant they are the same, which is said here.
    let decided = paylink.decide(decision(&number, "success", now()? + 600)?, None)?;
    let done = deliver(stage, decided, 5)?;
    ensure(done.text("state") == Some("acknowledged"), "acknowledged")?;
    ensure(at_gateway(stage, &number)?.contains("\"PAID\""), "the order is PAID at the gateway")?;
    stage.transcript.good("Acknowledged, and PAID at the gateway: its timer refunds nothing now");
    Ok(())
}

/// Somebody asks for a refund in the portal; the shop hears of it and says that it has.
pub fn refund(stage: &mut Stage) -> Result<(), Failure> {
    stage.transcript.chapter("Paylink: a refund");
    let number = stage.shop.entry("P-3001")?.payment_ids.last().ok_or("the order has no invoice")?.clone();
    let path = format!("{}/sandbox/paylink/orders/{number}/refund", stage.sandbox.url());
    stage.client.post(&path, "{}")?;
    stage.transcript.does("merchant", "refunds P-3001 in Paylink's portal");
    let delivery = stage.inbox.next("/refund")?;
    let paylink = gateway(stage)?;
    let hint = paylink.verify_refund_webhook(&delivery.body, delivery.header("X-API-KEY"))?;
    ensure(hint.transaction_no() == number && hint.refund_status() == Some("refunded"), "the refund is this order's")?;
    let (amount, currency) = (hint.refund_amount().unwrap_or(""), hint.currency().unwrap_or(""));
    stage.transcript.does("gateway", &format!("posts that {amount} {currency} of it were refunded"));
    let decided = decision(&number, "success", now()? + 600)?.kind("refund");
    let decided = paylink.decide(decided, None)?;
    let done = deliver(stage, decided, 5)?;
    ensure(done.text("state") == Some("acknowledged"), "acknowledged")?;
    ensure(at_gateway(stage, &number)?.contains("\"REFUNDED\""), "the order is REFUNDED at the gateway")?;
    stage.transcript.good("Acknowledged, and REFUNDED at the gateway");
    stage.shop.note("P-3001", "refunded", "webhook with the agreed header; Paylink took the acknowledgment")
}

/// One reply is lost and the process ends in between.
pub fn acknowledgment(stage: &mut Stage) -> Result<(), Failure> {
    stage.transcript.chapter("Paylink: an acknowledgment under a deadline");
    let order = Order::new("P-3002", "100.00", "SAR")?;
    let controls = format!("{}/sandbox", stage.sandbox.url());
    stage.client.post(
        &format!("{controls}/paylink/orders"),
        &format!(
            r#"{{"merchant":"sandbox-merchant","transaction_no":"{REFERENCE}","amount":"{}","currency":"SAR","window_seconds":600}}"#,
            order.amount
        ),
    )?;
    let lose = r#"{"kind":"lose_reply","path":"payment-acknowledgment","times":1}"#;
    stage.client.post(&format!("{controls}/faults"), lose)?;
    stage.shop.open("Paylink", order, "");

    let deadline = now()? + 600;
    let stored = gateway(stage)?.decide(decision(REFERENCE, "success", deadline)?, None)?.to_json();
    stage.transcript.does("shop", "settles the order and stores its decision, before the first bytes");
    let stored = deliver(stage, Delivery::from_json(&stored)?, 1)?.to_json();
    stage.transcript.does("shop", &format!("stores {stored}"));
    stage.transcript.does("shop", "is restarted: all it knows is what it stored");
    let done = deliver(stage, Delivery::from_json(&stored)?, 5)?;
    ensure(done.text("state") == Some("acknowledged"), "acknowledged")?;
    ensure(at_gateway(stage, REFERENCE)?.contains("\"PAID\""), "the order is PAID at the gateway")?;
    stage.transcript.good("Acknowledged, and PAID at the gateway; the repetition was identical to the byte");

    let Err(error) = gateway(stage)?.decide(decision(REFERENCE, "failure", deadline)?, Some(done)) else {
        return Err("a decision was turned round".into());
    };
    ensure(error.code() == Code::AckFlip, "ack.flip")?;
    stage.transcript.refused("a Failure afterwards is refused (ack.flip): a decision is never changed");
    stage.shop.note("P-3002", "acknowledged", "Paylink's 200 with status success, inside the deadline")
}
