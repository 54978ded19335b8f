//! Al Qaseh: create, two forgeries, payment, webhook, look-up, proof.

use qantara::alqaseh::{AlQasehConfiguration, CreatePayment};
use qantara::{AlQaseh, Environment, Order, Settlement};

use crate::{Failure, Stage, ensure};

/// The login Al Qaseh publishes for its test environment.
const LOGIN: (&str, &str) = ("public_test", "Lr10yWWmm1dXLoI7VgXCrQVnlq13c1G0");
/// The card it publishes.
const CARD: &str = "number=5341432900077803&expiry=01%2F27&cvv=971";
/// Any other card is declined by the sandbox; this one for lack of funds.
const POOR_CARD: &str = "number=4000000000009995&expiry=01%2F30&cvv=123";

fn gateway(stage: &Stage) -> Result<AlQaseh, qantara::Error> {
    let sandbox = stage.sandbox.url();
    AlQaseh::configure(
        AlQasehConfiguration::new()
            .environment(Environment::Test)
            .client_id(LOGIN.0)
            .client_secret(LOGIN.1)
            .base_url(format!("{sandbox}/alqaseh/v1"))
            .pay_page_url(format!("{sandbox}/alqaseh/pay")),
    )
}

/// Creates the payment of an order, stores its id, and returns its page.
fn create(stage: &mut Stage, order: &Order) -> Result<String, Failure> {
    let request = CreatePayment::for_order(order, "Two books", &format!("{}/return", stage.inbox.url))
        .webhook_url(format!("{}/webhook", stage.inbox.url));
    let call = gateway(stage)?.create_payment(request)?;
    let (status, body) = stage.client.send(call.request())?;
    let created = call.parse(status, &body)?;
    stage.shop.open("Al Qaseh", order.clone(), created.payment_id());
    stage.transcript.does("shop", &format!("creates a payment over {} {}", order.amount, order.currency));
    stage.transcript.does("gateway", &format!("payment {}, and a page for the customer", created.payment_id()));
    Ok(String::from(created.pay_url().unwrap_or("")))
}

/// What a shop does with every webhook: read the order's number, look up the payment *it* stored, settle, book.
fn on_webhook(stage: &mut Stage, body: &[u8]) -> Result<(Settlement, bool), Failure> {
    let hint = AlQaseh::parse_webhook(body)?;
    let entry = stage.shop.entry(hint.order_id())?;
    let (order, payment_id) = (entry.order.clone(), entry.payment_id.clone());
    let call = gateway(stage)?.get_payment(&payment_id)?;
    let (status, body) = stage.client.send(call.request())?;
    let settlement = call.parse(status, &body)?.settle(&order)?;
    let booked = stage.shop.book(&settlement, "payment fetched with our login, matched to the order")?;
    Ok((settlement, booked))
}

/// Forgeries first, then the real thing.
pub fn paid(stage: &mut Stage) -> Result<(), Failure> {
    stage.transcript.chapter("Al Qaseh: a payment, and two people who would like it to be one");
    let order = Order::new("A-1001", "25000", "IQD")?;
    let page = create(stage, &order)?;

    let claim = AlQaseh::parse_redirect("/return?payment_id=1&order_id=A-1001&status=Success")?;
    ensure(claim.status() == Some("success"), "the redirect claims success")?;
    stage.transcript.does("forger", "opens /return?…&status=Success in a browser");
    ensure(stage.shop.entry("A-1001")?.outcome == "open", "a redirect changes nothing")?;
    stage.transcript.refused("a redirect is a hint: it shows a page and books nothing");

    let forged = r#"{"order_id":"A-1001","payment_status":"Success","amount":25000,"currency":"IQD"}"#;
    stage.transcript.does("forger", "posts a webhook that says Success");
    let url = format!("{}/webhook", stage.inbox.url);
    stage.client.post(&url, forged)?;
    let delivery = stage.inbox.next("/webhook")?;
    let (settlement, _) = on_webhook(stage, &delivery.body)?;
    ensure(matches!(settlement, Settlement::Open(_)), "the look-up says open")?;
    stage.transcript.refused("a webhook is a hint too: the look-up says it is still open");

    stage.transcript.does("customer", "enters the card on the gateway's page");
    let back = stage.client.submit(&page, CARD)?;
    ensure(back.is_some_and(|url| url.contains("status=Success")), "the browser comes back")?;
    let genuine = stage.inbox.next("/webhook")?;
    stage.transcript.does("gateway", "posts the genuine webhook; the shop looks the payment up");
    let (settlement, booked) = on_webhook(stage, &genuine.body)?;
    let Settlement::Paid(paid) = &settlement else { return Err("the payment is not paid".into()) };
    ensure(booked, "the proof is booked")?;
    stage.transcript.good(&format!("Paid: proof {}", paid.replay_key().unwrap_or("")));

    let (_, booked) = on_webhook(stage, &genuine.body)?;
    ensure(!booked, "a repeated webhook books nothing")?;
    stage.transcript.good("the same webhook again: same proof, same key, booked once");
    Ok(())
}

/// A card without funds.
pub fn declined(stage: &mut Stage) -> Result<(), Failure> {
    stage.transcript.chapter("Al Qaseh: a card without funds");
    let order = Order::new("A-1002", "150000250", "IQD")?;
    let page = create(stage, &order)?;
    stage.transcript.does("customer", "enters a card without funds");
    stage.client.submit(&page, POOR_CARD)?;
    let delivery = stage.inbox.next("/webhook")?;
    let (settlement, _) = on_webhook(stage, &delivery.body)?;
    let Settlement::Failed(failed) = &settlement else { return Err("the payment did not fail".into()) };
    stage.transcript.good(&format!("Failed ({}): a second card on the same page could still pay", failed.status()));
    stage.transcript.say("         (the gateway's 32-bit figures print 150000260; it is the same amount)");
    Ok(())
}
