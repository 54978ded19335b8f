//! Lost replies, outages, delays, held-back webhooks.

use std::time::{Duration, Instant};

use serde_json::json;

use crate::shop::{JSON, Shop, World};

const KEY: (&str, &str) = ("X-API-KEY", "sandbox-paylink-key");
const PATH: &str = "/paylink/api/merchants/sandbox-merchant/payment-acknowledgment";
const BODY: &str = r#"{"processingStatus":"Success","transactionNo":"1"}"#;

fn world() -> World {
    let world = World::new();
    let order = json!({ "merchant": "sandbox-merchant", "transaction_no": "1", "amount": "5.00" });
    world.admin("/sandbox/paylink/orders", &order);
    world
}

fn status(world: &World) -> String {
    let order = world.get("/sandbox/paylink/orders/1", &[]).json();
    order["status"].as_str().unwrap().to_owned()
}

#[test]
fn a_lost_reply_was_processed() {
    let world = world();
    let fault = json!({ "kind": "lose_reply", "path": "payment-acknowledgment", "times": 2 });
    world.admin("/sandbox/faults", &fault);
    for _ in 0..2 {
        assert!(world.try_post(PATH, &[KEY, JSON], BODY).is_err());
        assert_eq!(status(&world), "PAID");
    }
    assert_eq!(world.post(PATH, &[KEY, JSON], BODY).status, 200);
    let order = world.get("/sandbox/paylink/orders/1", &[]).json();
    assert_eq!(order["acknowledgments"], 3);
}

#[test]
fn an_outage_was_not_processed() {
    let world = world();
    world.admin("/sandbox/faults", &json!({ "kind": "status", "path": "payment-ack" }));
    world.admin("/sandbox/faults", &json!({ "kind": "status", "status": 429 }));
    // Another path is not hit by the first, but by the one without a path.
    assert_eq!(world.get("/alqaseh/pay/x", &[]).status, 429);
    let answer = world.post(PATH, &[KEY, JSON], BODY);
    assert_eq!((answer.status, answer.content_type.as_str()), (503, "text/html"));
    assert!(answer.text.contains("503 Service Unavailable"));
    assert_eq!(status(&world), "PENDING");
    assert_eq!(world.post(PATH, &[KEY, JSON], BODY).status, 200);
}

#[test]
fn an_outage_with_a_body_of_ones_own() {
    let world = world();
    let fault = json!({ "kind": "status", "path": "payment-ack", "status": 404, "body": "{\"error\":\"not yet\"}" });
    world.admin("/sandbox/faults", &fault);
    let answer = world.post(PATH, &[KEY, JSON], BODY);
    assert_eq!((answer.status, answer.content_type.as_str()), (404, "application/json"));
    assert_eq!(answer.text, "{\"error\":\"not yet\"}");
    assert_eq!(status(&world), "PENDING");
}

#[test]
fn a_slow_reply() {
    let world = world();
    world.admin("/sandbox/faults", &json!({ "kind": "delay", "milliseconds": 300 }));
    let begun = Instant::now();
    assert_eq!(world.post(PATH, &[KEY, JSON], BODY).status, 200);
    assert!(begun.elapsed() >= Duration::from_millis(300));
}

#[test]
fn a_held_webhook_goes_out_on_request() {
    let (world, shop) = (World::new(), Shop::open(&[]));
    world.admin("/sandbox/faults", &json!({ "kind": "hold_delivery" }));
    let forged = json!({ "url": shop.url, "content_type": "text/plain", "body": "first" });
    assert_eq!(world.admin("/sandbox/forge", &forged)["state"], "held");
    let forged = json!({ "url": shop.url, "content_type": "text/plain", "body": "second" });
    assert_eq!(world.admin("/sandbox/forge", &forged)["state"], "delivered");
    assert_eq!(world.admin("/sandbox/deliveries/1/repeat", &json!({}))["state"], "delivered");
    let bodies: Vec<String> = shop.messages(2).into_iter().map(|m| m.body).collect();
    assert_eq!(bodies, ["second", "first"]);
}

#[test]
fn faults_are_listed_checked_and_cleared() {
    let world = World::new();
    for bad in [
        json!({ "kind": "explode" }),
        json!({ "kind": "status", "status": 99 }),
        json!({ "kind": "status", "times": 0 }),
        json!({ "kind": "status", "tims": 1 }),
        json!({ "kind": "status", "content_type": "a\nb" }),
    ] {
        let answer = world.post("/sandbox/faults", &[JSON], &bad.to_string());
        assert_eq!(answer.status, 400, "{bad}");
    }
    world.admin("/sandbox/faults", &json!({ "kind": "lose_reply", "times": 3 }));
    let listed = world.get("/sandbox/faults", &[]).json();
    assert_eq!(listed[0]["times"], 3);
    world.admin("/sandbox/reset", &json!({}));
    assert_eq!(world.get("/sandbox/faults", &[]).json(), json!([]));
    assert_eq!(world.get("/", &[]).status, 200);
}
