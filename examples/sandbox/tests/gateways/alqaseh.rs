//! Al Qaseh Payment API 2.0.

use serde_json::{Value, json};

use crate::shop::{JSON, Shop, World};

const CREATE: &str = "/alqaseh/v1/egw/payments/create";
const CARD: (&str, &str, &str) = ("5341 4329 0007 7803", "01-2027", "971");
/// `public_test:` and the published secret, in base64.
const LOGIN: (&str, &str) = ("Authorization", "Basic cHVibGljX3Rlc3Q6THIxMHlXV21tMWRYTG9JN1ZnWENyUVZubHExM2MxRzA=");

fn order(shop: &str) -> Value {
    json!({
        "amount": 25000,
        "currency": "IQD",
        "description": "Two books",
        "order_id": "A-1",
        "redirect_url": format!("{shop}/back"),
        "webhook_url": format!("{shop}/hook"),
        "transaction_type": "Retail",
    })
}

fn create(world: &World, body: &str) -> (String, String) {
    let answer = world.post(CREATE, &[LOGIN, JSON], body);
    assert_eq!(answer.status, 200, "{}", answer.text);
    let reply = answer.json();
    let text = |name: &str| reply[name].as_str().unwrap().to_owned();
    (text("payment_id"), text("token"))
}

fn payment(world: &World, id: &str) -> Value {
    let answer = world.get(&format!("/alqaseh/v1/egw/payments/{id}"), &[LOGIN]);
    assert_eq!(answer.status, 200, "{}", answer.text);
    answer.json()
}

#[test]
fn paid_with_the_test_card() {
    let (world, shop) = (World::new(), Shop::open(&[]));
    let (id, token) = create(&world, &order(&shop.url).to_string());
    let before = payment(&world, &id);
    assert_eq!(before["payment_status"], "prepared");
    assert_eq!(before["approval_code"], "");
    assert_eq!(before["deleted_at"], "0001-01-01T00:00:00Z");

    let page = format!("/alqaseh/pay/{token}");
    assert_eq!(world.get(&page, &[]).status, 200);
    let answer = world.submit(&page, CARD.0, CARD.1, CARD.2);
    assert_eq!(answer.status, 303);
    assert_eq!(answer.location, format!("{}/back?payment_id={id}&order_id=A-1&status=Success", shop.url));
    // The browser only goes on once the webhook was tried.
    let hook = &shop.messages(1)[0];
    assert_eq!(hook.line, "POST /hook HTTP/1.1");
    assert_eq!(hook.content_type, "application/json");
    assert!(hook.body.contains(r#""amount":25000,"#), "{}", hook.body);
    let hook = hook.json();
    assert_eq!(hook["payment_status"], "Success");
    assert_eq!(hook["order_id"], "A-1");
    assert_eq!(hook["rc"], "00");

    let after = payment(&world, &id);
    assert_eq!(after["payment_status"], "succeeded");
    assert_eq!(after["rrn"], hook["rrn"]);
    assert_eq!(after["payment_status_histories"][1]["status"], "succeeded");

    // Nobody pays twice.
    assert!(world.get(&page, &[]).text.contains("This payment was made"));
    assert_eq!(world.submit(&page, CARD.0, CARD.1, CARD.2).status, 409);
    assert_eq!(shop.messages(1).len(), 1);
}

#[test]
fn a_second_card_after_a_decline() {
    let (world, shop) = (World::new(), Shop::open(&[]));
    let (id, token) = create(&world, &order(&shop.url).to_string());
    let page = format!("/alqaseh/pay/{token}");
    let answer = world.submit(&page, "4000000000009995", "01/30", "123");
    assert!(answer.location.ends_with("&status=Failed"), "{}", answer.location);
    let declined = payment(&world, &id);
    assert_eq!(declined["payment_status"], "declined");
    assert_eq!(declined["rc"], "51");
    assert!(world.get(&page, &[]).text.contains("try another one"));

    let answer = world.submit(&page, CARD.0, CARD.1, CARD.2);
    assert!(answer.location.ends_with("&status=Success"), "{}", answer.location);
    assert_eq!(payment(&world, &id)["payment_status"], "succeeded");
    let hooks = shop.messages(2);
    assert_eq!(hooks[0].json()["payment_status"], "Failed");
    assert_eq!(hooks[1].json()["payment_status"], "Success");
}

#[test]
fn expiry_follows_the_sandbox_clock() {
    let world = World::new();
    let now = 1_800_000_000; // January 2027
    world.admin("/sandbox/clock", &json!({ "now": now }));
    let (id, token) = create(&world, &order("http://127.0.0.1:1").to_string());
    world.admin("/sandbox/clock", &json!({ "now": 1_801_440_000 })); // 1 February 2027
    let page = format!("/alqaseh/pay/{token}");
    assert!(world.get(&page, &[]).text.contains("no longer open"));
    assert_eq!(payment(&world, &id)["payment_status"], "expired");

    let mut long = order("http://127.0.0.1:1");
    long["token_expiry_in_hour"] = 1.into();
    let (id, token) = create(&world, &long.to_string());
    world.submit(&format!("/alqaseh/pay/{token}"), "4111111111111111", "01/27", "123");
    assert_eq!(payment(&world, &id)["rc"], "54");
    // The published card is good as long as it is published.
    world.submit(&format!("/alqaseh/pay/{token}"), CARD.0, CARD.1, CARD.2);
    assert_eq!(payment(&world, &id)["rc"], "00");
}

#[test]
fn a_declined_payment_expires_too() {
    let world = World::new();
    let (id, token) = create(&world, &order("http://127.0.0.1:1").to_string());
    let page = format!("/alqaseh/pay/{token}");
    world.submit(&page, CARD.0, CARD.1, "111");
    world.admin("/sandbox/clock", &json!({ "advance": 24 * 3_600 }));
    assert_eq!(world.submit(&page, CARD.0, CARD.1, CARD.2).status, 409);
    assert_eq!(payment(&world, &id)["payment_status"], "declined");
}

#[test]
fn amounts_go_through_float32() {
    let world = World::new();
    let body = order("http://127.0.0.1:1").to_string();
    for (sent, printed) in [("150000250", "150000260"), ("25000.50", "25000.5")] {
        let body = body.replace("25000", sent);
        let (id, token) = create(&world, &body);
        let path = format!("/alqaseh/v1/egw/payments/{id}");
        let text = world.get(&path, &[LOGIN]).text;
        assert!(text.contains(&format!(r#""amount":{printed},"#)), "{text}");
        let path = format!("/alqaseh/v1/egw/payments/info/{token}");
        let text = world.get(&path, &[LOGIN]).text;
        assert!(text.starts_with(&format!(r#"{{"amount":{printed},"#)), "{text}");
        let listed = world.get("/sandbox/payments", &[]).text;
        assert!(listed.contains(&format!(r#""amount":{printed},"#)), "{listed}");
    }
}

#[test]
fn what_create_refuses() {
    let world = World::new();
    let good = order("http://127.0.0.1:1");
    for (field, bad) in [
        ("amount", json!("25000")),
        ("amount", json!(0)),
        ("amount", json!(-5)),
        ("amount", Value::Null),
        ("currency", json!("iqd")),
        ("currency", json!("IQDX")),
        ("description", json!("")),
        ("description", json!("x".repeat(251))),
        ("order_id", json!("")),
        ("order_id", json!("x".repeat(33))),
        ("order_id", json!(7)),
        ("redirect_url", json!("/back")),
        ("redirect_url", json!("http://a b/")),
        ("redirect_url", json!("http://a/\r\nX: y")),
        ("transaction_type", json!("retail")),
        ("transaction_type", Value::Null),
        ("webhook_url", json!("ftp://a/")),
        ("country", json!("Iraq")),
        ("email", json!("x".repeat(81))),
        ("custom_data", json!([1])),
        ("token_expiry_in_hour", json!(0)),
        ("nonce", json!("x".repeat(65))),
        ("p_sing", json!("x".repeat(257))),
    ] {
        let mut body = good.clone();
        body[field] = bad;
        let answer = world.post(CREATE, &[LOGIN, JSON], &body.to_string());
        assert_eq!(answer.status, 400, "{body}");
        let error = answer.json();
        assert!(!error["err"].as_str().unwrap().is_empty());
        assert!(!error["error_code"].as_str().unwrap().is_empty());
        assert!(!error["reference_code"].as_str().unwrap().is_empty());
    }
    assert_eq!(world.post(CREATE, &[LOGIN, JSON], "{").status, 400);
    assert_eq!(world.post(CREATE, &[LOGIN, JSON], "[]").status, 400);
    let listed = world.get("/sandbox/payments", &[]).json();
    assert_eq!(listed["alqaseh"], json!([]));
}

#[test]
fn every_call_needs_the_login() {
    let world = World::new();
    let (id, token) = create(&world, &order("http://127.0.0.1:1").to_string());
    let wrong = ("Authorization", "Basic cHVibGljX3Rlc3Q6eA==");
    for headers in [&[][..], &[wrong], &[("Authorization", "Bearer x")]] {
        let body = order("http://127.0.0.1:1").to_string();
        assert_eq!(world.post(CREATE, headers, &body).status, 401);
        for path in [id.clone(), format!("info/{token}"), "history".to_owned()] {
            let answer = world.get(&format!("/alqaseh/v1/egw/payments/{path}"), headers);
            assert_eq!(answer.status, 401, "{path}");
            assert!(answer.json()["err"].is_string());
        }
    }
    let answer = world.get("/alqaseh/v1/egw/payments/nonesuch", &[LOGIN]);
    assert_eq!(answer.status, 404);
}

#[test]
fn history_by_order() {
    let world = World::new();
    let mut body = order("http://127.0.0.1:1");
    let (first, _) = create(&world, &body.to_string());
    let (second, _) = create(&world, &body.to_string());
    body["order_id"] = "B-2".into();
    create(&world, &body.to_string());
    let ask = |query: &str| {
        let path = format!("/alqaseh/v1/egw/payments/history?{query}");
        world.get(&path, &[LOGIN]).json()
    };
    let found = ask("order_id=A-1");
    assert_eq!(found.as_array().unwrap().len(), 2);
    assert_eq!(found[0]["payment_id"], second.as_str());
    assert_eq!(ask("order_id=A-1&order_by=asc")[0]["payment_id"], first.as_str());
    assert_eq!(ask("order_id=A-1&limit=1&offset=1")[0]["payment_id"], first.as_str());
    assert_eq!(ask("order_id=C").as_array().unwrap().len(), 0);
    assert_eq!(ask("payment_status=prepared").as_array().unwrap().len(), 3);
}

#[test]
fn the_redirect_always_begins_with_a_question_mark() {
    let world = World::new();
    let mut body = order("http://127.0.0.1:1");
    body["redirect_url"] = "http://127.0.0.1:1/عودة?shop=1".into();
    body["order_id"] = "A&1/ي".into();
    body.as_object_mut().unwrap().remove("webhook_url");
    let (id, token) = create(&world, &body.to_string());
    let answer = world.submit(&format!("/alqaseh/pay/{token}"), CARD.0, CARD.1, CARD.2);
    assert_eq!(
        answer.location,
        format!(
            "http://127.0.0.1:1/%D8%B9%D9%88%D8%AF%D8%A9?shop=1?payment_id={id}\
             &order_id=A%261%2F%D9%8A&status=Success"
        )
    );
}

#[test]
fn the_pay_page_escapes_what_the_shop_sent() {
    let world = World::new();
    let mut body = order("http://127.0.0.1:1");
    body["description"] = "<script>alert('x')</script> \"كتب\" & more".into();
    body["order_id"] = "<b>1</b>".into();
    let (_, token) = create(&world, &body.to_string());
    let page = format!("/alqaseh/pay/{token}");
    let answer = world.get(&page, &[]);
    assert_eq!(answer.content_type, "text/html; charset=utf-8");
    assert!(!answer.text.contains("<script") && !answer.text.contains("<b>1"));
    let safe = "&lt;script&gt;alert('x')&lt;/script&gt; &quot;كتب&quot; &amp; more";
    assert!(answer.text.contains(safe));
    assert!(answer.text.contains("25,000") && answer.text.contains("no money moves"));

    let answer = world.submit(&page, "12", "01/27", "971");
    assert_eq!(answer.status, 422);
    assert!(answer.text.contains("Please enter the card number"));
    assert_eq!(world.get("/alqaseh/pay/nonesuch", &[]).status, 404);
}

#[test]
fn any_state_can_be_forced() {
    let world = World::new();
    let (id, token) = create(&world, &order("http://127.0.0.1:1").to_string());
    let path = format!("/sandbox/payments/{id}/status");
    world.admin(&path, &json!({ "status": "unknown" }));
    assert_eq!(payment(&world, &id)["payment_status"], "unknown");
    world.admin(&path, &json!({ "status": "revoked" }));
    assert_eq!(world.submit(&format!("/alqaseh/pay/{token}"), CARD.0, CARD.1, CARD.2).status, 409);
    let bad = world.post(&path, &[JSON], r#"{"status":"paid"}"#);
    assert_eq!(bad.status, 400);
}
