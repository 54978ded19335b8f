//! Paylink: the shop's decision reaches Paylink, through a lost reply and a restart, and is never changed.

use std::time::Duration;

use qantara::paylink::{Answer, Decision, Delivery, LinkReference, PaylinkConfiguration, Step};
use qantara::{Code, Environment, Order, Paylink};

use crate::{Failure, Stage, ensure, now};

/// The transaction of Paylink's own example.
const REFERENCE: &str = "1234567890ABC";

fn gateway(stage: &Stage) -> Result<Paylink, qantara::Error> {
    Paylink::configure(
        PaylinkConfiguration::new()
            .environment(Environment::Test)
            .merchant_id("sandbox-merchant")
            .api_key("sandbox-paylink-key")
            .base_url(format!("{}/paylink", stage.sandbox.url())),
    )
}

fn decision(verdict: &str, deadline: i64) -> Result<Decision, Failure> {
    let reference = LinkReference::new(REFERENCE);
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

/// One reply is lost and the process ends in between.
pub fn acknowledgment(stage: &mut Stage) -> Result<(), Failure> {
    stage.transcript.chapter("Paylink: an acknowledgment under a deadline");
    let order = Order::new("P-3001", "100.00", "SAR")?;
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
    let stored = gateway(stage)?.decide(decision("success", deadline)?, None)?.to_json();
    stage.transcript.does("shop", "settles the order and stores its decision, before the first bytes");
    let stored = deliver(stage, Delivery::from_json(&stored)?, 1)?.to_json();
    stage.transcript.does("shop", &format!("stores {stored}"));
    stage.transcript.does("shop", "is restarted: all it knows is what it stored");
    let done = deliver(stage, Delivery::from_json(&stored)?, 5)?;
    ensure(done.text("state") == Some("acknowledged"), "acknowledged")?;
    let at_gateway = stage.client.get(&format!("{controls}/paylink/orders/{REFERENCE}"))?;
    ensure(at_gateway.contains("\"PAID\""), "the order is PAID at the gateway")?;
    stage.transcript.good("Acknowledged, and PAID at the gateway; the repetition was identical to the byte");

    let Err(error) = gateway(stage)?.decide(decision("failure", deadline)?, Some(done)) else {
        return Err("a decision was turned round".into());
    };
    ensure(error.code() == Code::AckFlip, "ack.flip")?;
    stage.transcript.refused("a Failure afterwards is refused (ack.flip): a decision is never changed");
    stage.shop.note("P-3001", "acknowledged", "Paylink's 200 with status success, inside the deadline")
}
