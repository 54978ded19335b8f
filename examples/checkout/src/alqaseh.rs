//! Al Qaseh: create, two forgeries, payment, webhook, look-up, proof; another attempt, a cancellation, and the
//! history against the shop's books.

use qantara::alqaseh::{AlQasehConfiguration, CreatePayment, HistoryQuery, RetryPayment, RevokePayment};
use qantara::{AlQaseh, Code, Environment, Order, Settlement};

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

/// A payment that waits for its customer.
struct Opened {
    /// The page's address.
    page: String,
    /// What opens the page; a reversal is asked for with it.
    token: String,
}

/// Creates the payment of an order, stores its id, and returns its page.
fn create(stage: &mut Stage, order: &Order) -> Result<Opened, Failure> {
    let request = CreatePayment::for_order(order, "Two books", &format!("{}/return", stage.inbox.url))
        .webhook_url(format!("{}/webhook", stage.inbox.url));
    let call = gateway(stage)?.create_payment(request)?;
    let (status, body) = stage.client.send(call.request())?;
    let created = call.parse(status, &body)?;
    stage.shop.open("Al Qaseh", order.clone(), created.payment_id());
    stage.transcript.does("shop", &format!("creates a payment over {} {}", order.amount, order.currency));
    stage.transcript.does("gateway", &format!("payment {}, and a page for the customer", created.payment_id()));
    Ok(Opened { page: String::from(created.pay_url().unwrap_or("")), token: String::from(created.token()) })
}

/// Fetches a payment and matches it with its order.
fn look_up(stage: &Stage, order: &Order, payment_id: &str) -> Result<Settlement, Failure> {
    let call = gateway(stage)?.get_payment(payment_id)?;
    let (status, body) = stage.client.send(call.request())?;
    Ok(call.parse(status, &body)?.settle(order)?)
}

const FETCHED: &str = "payment fetched with our login, matched to the order";

/// What a shop does with every webhook: read the order's number, look up the payment *it* stored, settle, book.
fn on_webhook(stage: &mut Stage, body: &[u8]) -> Result<(Settlement, bool), Failure> {
    let hint = AlQaseh::parse_webhook(body)?;
    let entry = stage.shop.entry(hint.order_id())?;
    let newest = entry.payment_ids.last().ok_or("the order has no payment")?;
    let settlement = look_up(stage, &entry.order, newest)?;
    let booked = stage.shop.book(&settlement, FETCHED)?;
    Ok((settlement, booked))
}

/// Forgeries first, then the real thing.
pub fn paid(stage: &mut Stage) -> Result<(), Failure> {
    stage.transcript.chapter("Al Qaseh: a payment, and two people who would like it to be one");
    let order = Order::new("A-1001", "25000", "IQD")?;
    let page = create(stage, &order)?.page;

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

/// A card without funds, and another attempt: a payment of its own, for the same order.
pub fn declined_then_retried(stage: &mut Stage) -> Result<(), Failure> {
    stage.transcript.chapter("Al Qaseh: a card without funds, and another attempt");
    let order = Order::new("A-1002", "150000250", "IQD")?;
    let first = create(stage, &order)?.page;
    stage.transcript.does("customer", "enters a card without funds");
    stage.client.submit(&first, POOR_CARD)?;
    let delivery = stage.inbox.next("/webhook")?;
    let (settlement, _) = on_webhook(stage, &delivery.body)?;
    let Settlement::Failed(failed) = &settlement else { return Err("the payment did not fail".into()) };
    stage.transcript.good(&format!("Failed ({}): a second card on the same page could still pay", failed.status()));
    stage.transcript.say("         (the gateway's 32-bit figures print 150000260; it is the same amount)");

    let old = stage.shop.entry("A-1002")?.payment_ids.clone();
    let old = old.last().ok_or("the order has no payment")?;
    let retry = RetryPayment::new().payment_id(old.as_str()).payment_status("declined").details("Another card");
    let call = gateway(stage)?.retry_payment(retry)?;
    let (status, body) = stage.client.send(call.request())?;
    let retried = call.parse(status, &body)?;
    stage.shop.entry_mut("A-1002")?.payment_ids.push(String::from(retried.payment_id()));
    stage.transcript.does("shop", "asks for another attempt, and stores its id beside the old one");
    stage.transcript.does("gateway", &format!("payment {}, and a new page", retried.payment_id()));
    stage.transcript.does("customer", "enters a card with funds on the new page");
    stage.client.submit(retried.pay_url().unwrap_or(""), CARD)?;
    let delivery = stage.inbox.next("/webhook")?;
    let (settlement, booked) = on_webhook(stage, &delivery.body)?;
    ensure(booked && matches!(settlement, Settlement::Paid(_)), "the second attempt is paid")?;
    stage.transcript.good("Paid, by the second attempt");
    let settlement = look_up(stage, &order, old)?;
    ensure(matches!(settlement, Settlement::Failed(_)), "the first attempt stays failed")?;
    ensure(!stage.shop.book(&settlement, FETCHED)?, "a failed attempt undoes nothing")?;
    stage.transcript.good("the first attempt still reads declined, and undoes nothing");
    Ok(())
}

/// Cancelling is revoking, and then looking.
pub fn cancelled(stage: &mut Stage) -> Result<(), Failure> {
    stage.transcript.chapter("Al Qaseh: the customer leaves");
    let order = Order::new("A-1003", "60000", "IQD")?;
    let page = create(stage, &order)?.page;
    let entry = stage.shop.entry("A-1003")?;
    let payment_id = entry.payment_ids.last().ok_or("the order has no payment")?.clone();
    let revoke = RevokePayment::new().payment_id(payment_id.as_str()).details("The customer left");
    let call = gateway(stage)?.revoke_payment(revoke)?;
    stage.transcript.does("shop", "revokes the payment");
    let (status, body) = stage.client.send(call.request())?;
    call.parse(status, &body)?;
    stage.transcript.does("shop", "gets it again: the customer may have paid in between");
    let settlement = look_up(stage, &order, &payment_id)?;
    ensure(settlement.outcome().status() == "revoked", "the payment is revoked")?;
    stage.shop.book(&settlement, FETCHED)?;
    stage.shop.note("A-1003", "cancelled", "payment fetched after it was revoked: it reads revoked")?;
    stage.transcript.good("revoked: the order is cancelled");
    stage.client.submit(&page, CARD)?;
    ensure(look_up(stage, &order, &payment_id)?.outcome().status() == "revoked", "nobody can pay it")?;
    stage.transcript.refused("a customer who comes back can't pay it any more");
    Ok(())
}

/// A webhook never comes. The gateway's list says what the shop missed.
pub fn reconciled(stage: &mut Stage) -> Result<(), Failure> {
    stage.transcript.chapter("Al Qaseh: the books against the gateway's history");
    let order = Order::new("A-1004", "87500", "IQD")?;
    let page = create(stage, &order)?.page;
    let hold = r#"{"kind":"hold_delivery","path":"/webhook"}"#;
    stage.client.post(&format!("{}/sandbox/faults", stage.sandbox.url()), hold)?;
    stage.transcript.does("customer", "pays");
    stage.client.submit(&page, CARD)?;
    stage.transcript.does("network", "loses the webhook: the shop knows nothing");
    ensure(stage.shop.entry("A-1004")?.outcome == "open", "the shop's order is open")?;

    let call = gateway(stage)?.history(HistoryQuery::new().limit(100))?;
    let (status, body) = stage.client.send(call.request())?;
    let history = call.parse(status, &body)?;
    stage.transcript.does("shop", &format!("fetches the history: {} payments", history.iter().count()));
    let ours = stage.shop.entries().filter(|entry| entry.gateway == "Al Qaseh");
    let ours = ours.map(|entry| (entry.order.clone(), String::from(entry.booked()), entry.outcome.clone()));
    let ours: Vec<(Order, String, String)> = ours.collect();
    let mut missed = 0;
    for (order, booked, word) in ours {
        let settlement = history.settle(&order)?;
        let proven = settlement.outcome().kind();
        if booked == proven {
            stage.transcript.good(&format!("{}  {word:<9}  as in the books", order.id));
        } else {
            stage.shop.book(&settlement, "history fetched with our login, matched to the order")?;
            stage.transcript.good(&format!("{}  {word:<9}  is {proven} at the gateway: booked", order.id));
            missed += 1;
        }
    }
    ensure(missed == 1, "one payment was missed")?;
    ensure(stage.shop.entry("A-1004")?.outcome == "paid", "the missed payment is booked")
}

/// The money goes back; no status says so.
pub fn reversed(stage: &mut Stage) -> Result<(), Failure> {
    stage.transcript.chapter("Al Qaseh: a reversal, which no status reports");
    let order = Order::new("A-1005", "32000", "IQD")?;
    let opened = create(stage, &order)?;
    stage.transcript.does("customer", "pays");
    stage.client.submit(&opened.page, CARD)?;
    let delivery = stage.inbox.next("/webhook")?;
    let (settlement, _) = on_webhook(stage, &delivery.body)?;
    ensure(matches!(settlement, Settlement::Paid(_)), "the order is paid")?;
    stage.transcript.good("Paid");

    stage.shop.entry_mut("A-1005")?.order.reversal_requested = true;
    stage.transcript.does("shop", "stores that it asks for a reversal, and asks");
    let call = gateway(stage)?.reverse_payment(&opened.token)?;
    let (status, body) = stage.client.send(call.request())?;
    call.parse(status, &body)?;
    let entry = stage.shop.entry("A-1005")?;
    let order = entry.order.clone();
    let payment_id = entry.payment_ids.last().ok_or("the order has no payment")?;
    let call = gateway(stage)?.get_payment(payment_id)?;
    let (status, body) = stage.client.send(call.request())?;
    let payment = call.parse(status, &body)?;
    let Err(error) = payment.settle(&order) else { return Err("a reversed payment counts as paid".into()) };
    ensure(error.code() == Code::ReversalRequested, "payment.reversal_requested")?;
    let word = payment.payment_status();
    stage
        .transcript
        .refused(&format!("the payment still reads {word}; that proves nothing now ({})", error.code().text()));

    let call = gateway(stage)?.history(HistoryQuery::new().order_id(order.id.as_str()))?;
    let (status, body) = stage.client.send(call.request())?;
    let settlement = call.parse(status, &body)?.settle(&order)?;
    ensure(matches!(settlement, Settlement::Reversed(_)), "the history proves the reversal")?;
    stage.shop.book(&settlement, "a Reversal in the history, matched to the order")?;
    stage.transcript.good("Reversed: the order's history has a Reversal that succeeded");
    Ok(())
}
