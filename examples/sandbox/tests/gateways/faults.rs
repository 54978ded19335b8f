//! What requests suffer: lost replies, outages, delays, replies cut or in disguise.

use std::io::{Read, Write};
use std::net::TcpStream;
use std::time::{Duration, Instant};

use qantara_sandbox::{Config, PaylinkMerchant};
use serde_json::{Value, json};

use crate::shop::{JSON, World};

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
fn half_a_reply() {
    let world = world();
    let whole = r#"{"status":"success"}"#;
    for (fault, bytes) in [
        (json!({ "kind": "cut_reply", "path": "payment-ack" }), 10),
        (json!({ "kind": "cut_reply", "path": "payment-ack", "bytes": 3 }), 3),
        (json!({ "kind": "cut_reply", "path": "payment-ack", "bytes": 0 }), 0),
        (json!({ "kind": "cut_reply", "path": "payment-ack", "bytes": 999 }), whole.len()),
    ] {
        world.admin("/sandbox/faults", &fault);
        let answer = world.post(PATH, &[KEY, JSON], BODY);
        assert_eq!((answer.status, answer.text.as_str()), (200, &whole[..bytes]), "{fault}");
    }
    assert_eq!(status(&world), "PAID");
}

#[test]
fn a_reply_that_breaks_off() {
    let world = world();
    world.admin("/sandbox/faults", &json!({ "kind": "cut_reply", "breaks_off": true }));
    let mut stream = TcpStream::connect(("127.0.0.1", world.sandbox.port())).unwrap();
    let request = format!(
        "POST {PATH} HTTP/1.1\r\nHost: localhost\r\nX-API-KEY: sandbox-paylink-key\r\n\
         Content-Type: application/json\r\nContent-Length: {}\r\n\r\n{BODY}",
        BODY.len()
    );
    stream.write_all(request.as_bytes()).unwrap();
    let mut reply = String::new();
    stream.read_to_string(&mut reply).unwrap();
    assert!(reply.starts_with("HTTP/1.1 200") && reply.contains("content-length: 20"), "{reply}");
    assert!(reply.ends_with("\r\n\r\n{\"status\":"), "{reply}");
    assert_eq!(status(&world), "PAID");
}

#[test]
fn a_reply_in_disguise() {
    let world = world();
    world.admin("/sandbox/faults", &json!({ "kind": "content_type", "content_type": "text/html" }));
    world.admin("/sandbox/faults", &json!({ "kind": "bom" }));
    let answer = world.post(PATH, &[KEY, JSON], BODY);
    assert_eq!((answer.content_type.as_str(), answer.text.as_str()), ("text/html", r#"{"status":"success"}"#));
    let answer = world.post(PATH, &[KEY, JSON], BODY);
    assert_eq!(answer.text, "\u{feff}{\"status\":\"success\"}");
}

#[test]
fn one_in_so_many_and_one_gateway_only() {
    let world = world();
    let fault = json!({ "kind": "status", "gateway": "paylink", "every": 3, "times": 2 });
    world.admin("/sandbox/faults", &fault);
    // Another gateway's requests neither suffer it nor count.
    assert_eq!(world.get("/alqaseh/pay/x", &[]).status, 404);
    let statuses: Vec<u16> = (0..8).map(|_| world.post(PATH, &[KEY, JSON], BODY).status).collect();
    assert_eq!(statuses, [200, 200, 503, 200, 200, 503, 200, 200]);
}

#[test]
fn one_merchant_only() {
    let mut config = Config::default();
    let other = PaylinkMerchant {
        merchant_id: "other".to_owned(),
        api_key: "other-key".to_owned(),
        api_id: "other-id".to_owned(),
        ..config.paylink[0].clone()
    };
    config.paylink.push(other);
    let world = World::with(config);
    let broken = |merchant: &str, path: &str, headers: &[(&str, &str)]| {
        world.admin("/sandbox/faults", &json!({ "kind": "status", "merchant": merchant }));
        let broken = world.get(path, headers).status == 503;
        world.clear_faults();
        broken
    };
    // By its key, in another's path too: nobody has looked at that yet.
    let path = "/paylink/api/merchants/other/invoices/1";
    assert!(broken("other", path, &[("X-API-KEY", "other-key")]));
    assert!(!broken("sandbox-merchant", path, &[("X-API-KEY", "other-key")]));
    assert!(!broken("other", path, &[("X-API-KEY", "nobody's")]) && !broken("other", path, &[]));
    // By its token.
    let login = json!({ "apiId": "other-id", "secretKey": "sandbox-secret-key" });
    let token = world.admin("/paylink/api/auth", &login)["id_token"].as_str().unwrap().to_owned();
    let bearer = format!("Bearer {token}");
    assert!(broken("other", "/paylink/api/getInvoice/1", &[("Authorization", &bearer)]));
    assert!(!broken("sandbox-merchant", "/paylink/api/getInvoice/1", &[("Authorization", &bearer)]));
    // By the page that is asked for.
    let invoice = json!({
        "orderNumber": "P-1", "amount": 100, "callBackUrl": "http://127.0.0.1:1/", "clientName": "Layla",
        "clientMobile": "0500000000", "products": [{ "title": "Dates", "price": 100, "qty": 1 }],
    });
    let added = world.post("/paylink/api/addInvoice", &[JSON, ("Authorization", &bearer)], &invoice.to_string());
    let page = format!("/paylink/pay/order/{}", added.json()["transactionNo"].as_str().unwrap());
    assert!(broken("other", &page, &[]) && !broken("sandbox-merchant", &page, &[]));
    // By the other gateways' logins.
    let path = "/alqaseh/v1/egw/payments/history";
    let basic = ("Authorization", "Basic cHVibGljX3Rlc3Q6THIxMHlXV21tMWRYTG9JN1ZnWENyUVZubHExM2MxRzA=");
    assert!(broken("public_test", path, &[basic]) && !broken("other", path, &[basic]));
    let (path, key) = ("/egw/api/payment/prepare", ("X-API-Key", "kina-sandbox-key"));
    assert!(broken("99999998", path, &[key]) && !broken("99999999", path, &[key]));
}

#[test]
fn faults_are_listed_checked_and_cleared() {
    let world = World::new();
    for (bad, says) in [
        (json!({ "kind": "explode" }), "kind can't be `explode`; there is `lose_reply`, "),
        (json!({ "times": 1 }), "kind"),
        (json!({ "kind": "status", "status": 99 }), "status must be 200 to 599"),
        (json!({ "kind": "status", "times": 0 }), "times and every must be at least 1"),
        (json!({ "kind": "status", "every": 0 }), "times and every must be at least 1"),
        (json!({ "kind": "status", "tims": 1 }), "unknown field `tims`"),
        // How far one has got is the sandbox's to say.
        (json!({ "kind": "status", "fitted": 0 }), "unknown field `fitted`"),
        (json!({ "kind": "fitted" }), "kind can't be `fitted`"),
        (json!({ "kind": "lose_reply", "milliseconds": 1 }), "unknown field `milliseconds`"),
        (json!({ "kind": "hold_delivery", "status": 500 }), "unknown field `status`"),
        (json!({ "kind": "lose_reply", "gateway": "paypal" }), "gateway can't be `paypal`"),
        (json!({ "kind": "status", "content_type": "a\nb" }), "content_type must be text that fits a header"),
        (json!({ "kind": "content_type", "content_type": "a\nb" }), "content_type must be text that fits a header"),
        (json!({ "kind": "delay", "milliseconds": 60_001 }), "at most 60000"),
        (
            json!({ "kind": "late_delivery", "milliseconds": -1 }),
            "milliseconds must be a whole number from 0 up, not -1",
        ),
        (json!({ "kind": "status", "status": "x" }), "status must be a whole number from 0 up, not \"x\""),
        (json!({ "kind": "status", "status": 70_000 }), "status must be 200 to 599"),
        (json!({ "kind": "cut_reply", "breaks_off": 1 }), "breaks_off must be true or false, not 1"),
        (json!({ "kind": "alter_delivery", "field": 1, "value": 1 }), "field must be text, not 1"),
        (json!({ "kind": "bom", "times": "x" }), "times must be a whole number from 0 up, not \"x\""),
        (json!({ "kind": "bom", "gateway": 1 }), "gateway must be text"),
        (json!({ "kind": "alter_delivery", "field": "amount" }), "missing field `value`"),
        (json!({ "kind": "alter_delivery", "field": "", "value": "1" }), "field is empty"),
        (json!({ "kind": "alter_delivery", "field": "amount", "value": [1] }), "value must be"),
    ] {
        let answer = world.post("/sandbox/faults", &[JSON], &bad.to_string());
        let error = answer.json();
        assert_eq!(answer.status, 400, "{bad}");
        assert!(error["error"].as_str().unwrap().contains(says), "{bad}: {error}");
        // The example is one of the kind that was meant.
        let example = error["hint"].as_str().unwrap().strip_prefix("for example ").unwrap();
        let example: Value = serde_json::from_str(example).unwrap();
        let known = example["kind"] == bad["kind"];
        assert!(known || example["kind"] == "lose_reply", "{bad}: {error}");
        assert!(known || says.contains("kind"), "{bad}: {error}");
        assert_eq!(world.post("/sandbox/faults", &[JSON], &example.to_string()).status, 201, "{example}");
        world.clear_faults();
    }
    let fault = json!({ "kind": "status", "status": 503, "content_type": "a/b", "path": "", "times": 3, "every": 2 });
    world.admin("/sandbox/faults", &fault);
    assert_eq!(world.get("/paylink/api/getInvoice/1", &[]).status, 401);
    // What is listed could be asked for again.
    assert_eq!(world.get("/sandbox/faults", &[]).json(), json!([fault]));
    // What is the sandbox's own suffers none.
    assert_eq!(world.get("/", &[]).status, 200);
    world.admin("/sandbox/reset", &json!({}));
    assert_eq!(world.get("/sandbox/faults", &[]).json(), json!([]));
}

#[test]
fn a_fault_of_nobody_is_refused() {
    let world = World::new();
    for bad in [json!({ "merchant": "nobody" }), json!({ "merchant": "sandbox-merchant", "gateway": "egw" })] {
        let mut fault = json!({ "kind": "lose_reply" });
        fault.as_object_mut().unwrap().extend(bad.as_object().unwrap().clone());
        let answer = world.post("/sandbox/faults", &[JSON], &fault.to_string());
        assert_eq!((answer.status, &answer.json()["error"]), (400, &json!("no such merchant")), "{bad}");
    }
    assert_eq!(world.get("/sandbox/faults", &[]).json(), json!([]));
}
