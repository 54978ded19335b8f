//! Paylink's refunds: by the timer or on request, their webhook, their acknowledgment.

use serde_json::{Value, json};

use crate::shop::{Answer, JSON, Shop, World};

const KEY: (&str, &str) = ("X-API-KEY", "sandbox-paylink-key");

fn acknowledge(world: &World, what: &str, number: &str, verdict: &str) -> Answer {
    let path = format!("/paylink/api/merchants/sandbox-merchant/{what}-acknowledgment");
    let body = json!({ "processingStatus": verdict, "transactionNo": number });
    world.post(&path, &[KEY, JSON], &body.to_string())
}

fn order(world: &World, number: &str) -> Value {
    world.get(&format!("/sandbox/paylink/orders/{number}"), &[]).json()
}

/// A sandbox that tells a shop of refunds, and a paid invoice in it.
fn paid_invoice(shop: &Shop) -> (World, String) {
    let world = World::new();
    world.admin("/sandbox/paylink/portal/sandbox-merchant", &json!({ "refund_webhook_url": shop.url }));
    let login = json!({ "apiId": "sandbox-api-id", "secretKey": "sandbox-secret-key" });
    let token = world.post("/paylink/api/auth", &[JSON], &login.to_string()).json();
    let bearer = format!("Bearer {}", token["id_token"].as_str().unwrap());
    let invoice = json!({
        "orderNumber": "P-1", "callBackUrl": "http://127.0.0.1:1/", "clientName": "Layla", "clientMobile": "05",
        "amount": 115, "products": [{ "title": "Dates", "price": 115, "qty": 1 }],
    });
    let added = world.post("/paylink/api/addInvoice", &[("Authorization", &bearer), JSON], &invoice.to_string()).json();
    let number = added["transactionNo"].as_str().unwrap().to_owned();
    world.admin("/sandbox/pay", &json!({ "transaction_no": number }));
    (world, number)
}

#[test]
fn a_paid_invoice_waits_for_its_acknowledgment() {
    let shop = Shop::open(&[]);
    let (world, number) = paid_invoice(&shop);
    let waiting = order(&world, &number);
    assert_eq!((&waiting["status"], &waiting["order_number"]), (&json!("PENDING"), &json!("P-1")));
    assert_eq!(acknowledge(&world, "payment", &number, "Success").status, 200);
    world.admin("/sandbox/clock", &json!({ "advance": 600 }));
    assert_eq!(order(&world, &number)["status"], "PAID");
}

#[test]
fn what_nobody_acknowledged_is_refunded_and_the_merchant_told() {
    let shop = Shop::open(&[]);
    let (world, number) = paid_invoice(&shop);
    assert_eq!(acknowledge(&world, "refund", &number, "Success").status, 404);
    world.admin("/sandbox/clock", &json!({ "advance": 600 }));
    let hook = &shop.messages(1)[0];
    assert_eq!(hook.header("x-api-key"), Some("sandbox-refund-secret"));
    assert_eq!(
        hook.body,
        format!(
            "{{\"transactionNo\":\"{number}\",\"refundStatus\":\"Refunded\",\"refundAmount\":115,\"currency\":\"SAR\",\
             \"merchantOrderNumber\":\"P-1\",\"apiVersion\":\"v2\"}}"
        )
    );
    assert_eq!(order(&world, &number)["status"], "REFUNDED");
    let answer = acknowledge(&world, "refund", &number, "Success");
    assert_eq!((answer.status, answer.text.as_str()), (200, r#"{"status":"success"}"#));
    let refunded = order(&world, &number);
    assert_eq!((&refunded["refund_acknowledgments"], &refunded["refund_verdict"]), (&json!(1), &json!("Success")));
}

#[test]
fn a_refund_somebody_asked_for() {
    let shop = Shop::open(&[]);
    for (verdict, after) in [("Success", "REFUNDED"), ("Failure", "PAID")] {
        let (world, number) = paid_invoice(&shop);
        let before = shop.count();
        let path = format!("/sandbox/paylink/orders/{number}/refund");
        assert_eq!(world.post(&path, &[JSON], "{}").status, 409);
        acknowledge(&world, "payment", &number, "Success");
        assert_eq!(world.admin(&path, &json!({}))["status"], "REFUND_PENDING");
        let hook = shop.messages(before + 1).pop().unwrap();
        assert_eq!(hook.json()["refundStatus"], "Refunded");
        assert_eq!(acknowledge(&world, "refund", &number, verdict).status, 200);
        assert_eq!(order(&world, &number)["status"], after);
        // Only the first one counts.
        acknowledge(&world, "refund", &number, if verdict == "Success" { "Failure" } else { "Success" });
        assert_eq!(order(&world, &number)["status"], after);
    }
}

#[test]
fn a_refund_that_failed() {
    let shop = Shop::open(&[]);
    let (world, number) = paid_invoice(&shop);
    acknowledge(&world, "payment", &number, "Success");
    world.admin(&format!("/sandbox/paylink/orders/{number}/refund"), &json!({ "failed": true }));
    assert_eq!(shop.messages(1)[0].json()["refundStatus"], "Failed");
    assert_eq!(order(&world, &number)["status"], "PAID");
}

#[test]
fn a_refunds_webhook_wants_to_hear_success() {
    let shop = Shop::silent(&[200, 200]);
    let (world, _) = paid_invoice(&shop);
    world.admin("/sandbox/clock", &json!({ "advance": 600 }));
    shop.messages(3);
    // The third answer says so.
    for _ in 0..500 {
        let delivery = world.get("/sandbox/deliveries", &[]).json()[0].clone();
        if delivery["state"] == "delivered" {
            assert_eq!(delivery["attempts"].as_array().unwrap().len(), 3);
            return;
        }
        std::thread::sleep(std::time::Duration::from_millis(10));
    }
    panic!("never delivered");
}

#[test]
fn refusals_in_the_gateways_words() {
    let world = World::new();
    assert_eq!(acknowledge(&world, "refund", "1", "Success").status, 404);
    assert_eq!(acknowledge(&world, "refund", "1", "success").status, 400);
    let path = "/paylink/api/merchants/sandbox-merchant/refund-acknowledgment";
    assert_eq!(world.post(path, &[JSON], r#"{"processingStatus":"Success","transactionNo":"1"}"#).status, 401);
}

#[test]
fn a_refund_is_not_answered_by_what_was_said_before_it() {
    let shop = Shop::open(&[]);
    let (world, number) = paid_invoice(&shop);
    assert_eq!(acknowledge(&world, "payment", &number, "Success").status, 200);
    assert_eq!(acknowledge(&world, "refund", &number, "Failure").status, 200);
    world.admin(&format!("/sandbox/paylink/orders/{number}/refund"), &json!({}));
    assert_eq!(order(&world, &number)["status"], "REFUND_PENDING");
    assert_eq!(acknowledge(&world, "refund", &number, "Success").status, 200);
    assert_eq!(order(&world, &number)["status"], "REFUNDED");
}
