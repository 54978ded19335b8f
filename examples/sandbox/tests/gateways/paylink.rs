//! Paylink's acknowledgment and the refund of what nobody acknowledged.

use serde_json::{Value, json};

use crate::shop::{Answer, JSON, World};

const KEY: (&str, &str) = ("X-API-KEY", "sandbox-paylink-key");
const BODY: &str = r#"{"processingStatus":"Success","transactionNo":"0012345ABC"}"#;
const BAD_REQUEST: &str = "Invalid request format or missing required parameters.";
const BAD_KEY: &str = "Invalid or missing X-API-KEY.";
const NOT_FOUND: &str = "The specified merchant or transaction was not found.";

fn world(window: i64) -> World {
    let world = World::new();
    let order = json!({
        "merchant": "sandbox-merchant",
        "transaction_no": "0012345ABC",
        "amount": "100.00",
        "currency": "SAR",
        "window_seconds": window,
    });
    assert_eq!(world.admin("/sandbox/paylink/orders", &order)["status"], "PENDING");
    world
}

fn acknowledge(world: &World, merchant: &str, headers: &[(&str, &str)], body: &str) -> Answer {
    let path = format!("/paylink/api/merchants/{merchant}/payment-acknowledgment");
    world.post(&path, headers, body)
}

fn order(world: &World) -> Value {
    world.get("/sandbox/paylink/orders/0012345ABC", &[]).json()
}

#[test]
fn success_marks_the_order_paid_and_a_repeat_changes_nothing() {
    let world = world(600);
    let failure = BODY.replace("Success", "Failure");
    for body in [BODY, BODY, &failure] {
        let answer = acknowledge(&world, "sandbox-merchant", &[KEY, JSON], body);
        assert_eq!((answer.status, answer.text.as_str()), (200, r#"{"status":"success"}"#));
        assert_eq!(order(&world)["status"], "PAID");
    }
    assert_eq!(order(&world)["acknowledgments"], 3);
    assert_eq!(order(&world)["verdict"], "Success");
    world.admin("/sandbox/clock", &json!({ "advance": 1_000 }));
    assert_eq!(order(&world)["status"], "PAID");
}

#[test]
fn failure_does_not_mark_it_paid() {
    let world = world(600);
    let failure = BODY.replace("Success", "Failure");
    let answer = acknowledge(&world, "sandbox-merchant", &[KEY, JSON], &failure);
    assert_eq!(answer.status, 200);
    assert_eq!(order(&world)["status"], "FAILED");
    acknowledge(&world, "sandbox-merchant", &[KEY, JSON], BODY);
    assert_eq!(order(&world)["status"], "FAILED");
}

#[test]
fn what_nobody_acknowledged_is_refunded() {
    let world = world(600);
    world.admin("/sandbox/clock", &json!({ "advance": 590 }));
    assert_eq!(order(&world)["status"], "PENDING");
    world.admin("/sandbox/clock", &json!({ "advance": 10 }));
    // Too late: accepted, and the money is gone all the same.
    let answer = acknowledge(&world, "sandbox-merchant", &[KEY, JSON], BODY);
    assert_eq!(answer.status, 200);
    assert_eq!(order(&world)["status"], "REFUNDED");
}

#[test]
fn refusals_in_the_gateways_words() {
    let world = world(600);
    let ask = |merchant: &str, headers: &[(&str, &str)], body: &str| {
        let answer = acknowledge(&world, merchant, headers, body);
        let error = answer.json()["error"].as_str().unwrap().to_owned();
        (answer.status, error)
    };
    let good = "sandbox-merchant";
    assert_eq!(ask(good, &[JSON], BODY), (401, BAD_KEY.to_owned()));
    let wrong = ("X-API-KEY", "nonesuch");
    assert_eq!(ask(good, &[wrong, JSON], BODY), (401, BAD_KEY.to_owned()));
    for body in [
        "",
        "{}",
        r#"{"processingStatus":"success","transactionNo":"0012345ABC"}"#,
        r#"{"processingStatus":"Success","transactionNo":12345}"#,
        r#"{"processingStatus":"Success","transactionNo":""}"#,
        r#"{"processingStatus":"Success"}"#,
        "processingStatus=Success&transactionNo=0012345ABC",
    ] {
        assert_eq!(ask(good, &[KEY, JSON], body), (400, BAD_REQUEST.to_owned()), "{body}");
    }
    let text = ("Content-Type", "text/plain");
    assert_eq!(ask(good, &[KEY, text], BODY), (400, BAD_REQUEST.to_owned()));
    assert_eq!(ask("another", &[KEY, JSON], BODY), (404, NOT_FOUND.to_owned()));
    let unknown = BODY.replace("0012345ABC", "12345ABC");
    assert_eq!(ask(good, &[KEY, JSON], &unknown), (404, NOT_FOUND.to_owned()));
    assert_eq!(order(&world)["acknowledgments"], 0);
    assert_eq!(order(&world)["status"], "PENDING");
}

#[test]
fn merchant_ids_are_one_percent_encoded_segment() {
    let mut config = qantara_sandbox::Config::default();
    config.paylink[0].merchant_id = "متجر/1 a".to_owned();
    let world = World::with(config);
    let order = json!({ "merchant": "متجر/1 a", "transaction_no": "7", "amount": 5 });
    world.admin("/sandbox/paylink/orders", &order);
    let body = r#"{"processingStatus":"Success","transactionNo":"7"}"#;
    let segment = "%D9%85%D8%AA%D8%AC%D8%B1%2F1%20a";
    assert_eq!(acknowledge(&world, segment, &[KEY, JSON], body).status, 200);
}

#[test]
fn orders_are_created_once_and_checked() {
    let world = world(600);
    for bad in [
        json!({ "transaction_no": "0012345ABC" }),
        json!({ "transaction_no": "" }),
        json!({ "merchant": "m" }),
        json!({ "window_seconds": -1 }),
        json!({ "amount": [] }),
        json!({ "amount": "-5" }),
        json!({ "amount": -5 }),
        json!({ "amount": "100,00" }),
        json!({ "amount": 0 }),
        json!({ "currency": "zz" }),
        json!({ "currency": "sar" }),
        json!({ "windw": 1 }),
    ] {
        let mut order = json!({ "merchant": "sandbox-merchant", "transaction_no": "2", "amount": "1" });
        order.as_object_mut().unwrap().extend(bad.as_object().unwrap().clone());
        let bad = order;
        let answer = world.post("/sandbox/paylink/orders", &[JSON], &bad.to_string());
        assert_eq!(answer.status, 400, "{bad}");
    }
    let all = world.get("/sandbox/paylink/orders", &[]).json();
    assert_eq!(all.as_array().unwrap().len(), 1);
    let order = json!({ "merchant": "sandbox-merchant", "transaction_no": "2", "amount": "1" });
    world.admin("/sandbox/paylink/orders", &order);
    assert_eq!(world.get("/sandbox/paylink/orders/x", &[]).status, 404);
}

#[test]
fn a_portal_takes_urls_only() {
    let world = World::new();
    for name in ["webhook_url", "refund_webhook_url"] {
        for bad in ["htp:/shop", "/shop", "shop", "http://", "ftp://shop/"] {
            let change = json!({ name: bad }).to_string();
            let answer = world.post("/sandbox/paylink/portal/sandbox-merchant", &[JSON], &change);
            assert_eq!(answer.status, 400, "{change}");
        }
        for good in ["http://127.0.0.1:1/hook", "https://shop.example", ""] {
            world.admin("/sandbox/paylink/portal/sandbox-merchant", &json!({ name: good }));
        }
    }
}
