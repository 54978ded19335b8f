//! Al Qaseh Payment API 2.0: what can be done to a payment that is there.

use serde_json::{Value, json};

use crate::shop::{Answer, JSON, NOW, Shop, World};

const PAYMENTS: &str = "/alqaseh/v1/egw/payments";
const LOGIN: (&str, &str) = ("Authorization", "Basic cHVibGljX3Rlc3Q6THIxMHlXV21tMWRYTG9JN1ZnWENyUVZubHExM2MxRzA=");

fn create(world: &World, change: Value) -> (String, String) {
    let mut order = json!({
        "amount": 25000, "currency": "IQD", "description": "Two \"good\" books, and one more", "order_id": "A-1",
        "redirect_url": "http://127.0.0.1:1/back", "transaction_type": "Retail", "custom_data": { "basket": 7 },
    });
    order.as_object_mut().unwrap().extend(change.as_object().unwrap().clone());
    let reply = post(world, "create", &order.to_string()).json();
    let text = |name: &str| reply[name].as_str().unwrap().to_owned();
    (text("payment_id"), text("token"))
}

fn post(world: &World, path: &str, body: &str) -> Answer {
    world.post(&format!("{PAYMENTS}/{path}"), &[LOGIN, JSON], body)
}

fn get(world: &World, path: &str) -> Answer {
    world.get(&format!("{PAYMENTS}/{path}"), &[LOGIN])
}

fn status(world: &World, id: &str) -> String {
    get(world, id).json()["payment_status"].as_str().unwrap().to_owned()
}

fn force(world: &World, id: &str, status: &str) {
    world.admin(&format!("/sandbox/payments/{id}/status"), &json!({ "status": status }));
}

fn named(id: &str) -> String {
    json!({ "payment_id": id, "details": "the guest asked" }).to_string()
}

#[test]
fn a_card_from_a_merchant_that_may_see_it() {
    let (world, shop) = (World::new(), Shop::open(&[]));
    let (id, token) = create(&world, json!({ "webhook_url": shop.url }));
    let path = format!("process/{token}");
    let poor = r#"{"CardNumber":"4000000000009995","Cvv":"123","EXPMon":"01","EXPYear":"30"}"#;
    let answer = post(&world, &path, poor);
    // The answer is the same either way: the payment says what happened.
    assert_eq!((answer.status, answer.text.as_str()), (200, "The card was processed.\n"));
    assert_eq!(get(&world, &id).json()["rc"], "51");
    let good = r#"{"CardNumber":"5341432900077803","Cvv":"971","EXPMon":"01","EXPYear":"2027"}"#;
    assert_eq!(post(&world, &path, good).text, answer.text);
    assert_eq!(status(&world, &id), "succeeded");
    assert_eq!(shop.messages(2)[1].json()["payment_status"], "Success");
    assert_eq!(post(&world, &path, good).status, 400);

    assert_eq!(post(&world, "process/nonesuch", good).status, 404);
    for bad in ["", "{}", r#"{"CardNumber":5341432900077803,"Cvv":"971","EXPMon":"01","EXPYear":"2027"}"#] {
        assert_eq!(post(&world, &path, bad).status, 400, "{bad}");
    }
    assert_eq!(post(&world, &path, &good.replace("\"01\"", "\"13\"")).status, 400);
    assert_eq!(world.post(&format!("{PAYMENTS}/{path}"), &[JSON], good).status, 401);
    for listed in ["/sandbox/payments", "/sandbox/deliveries"] {
        assert!(!world.get(listed, &[]).text.contains("5341432900077803"));
    }
}

#[test]
fn a_reversal_is_a_row_of_the_history() {
    let world = World::new();
    let (id, token) = create(&world, json!({}));
    let path = format!("process-reversal/{token}");
    assert_eq!(post(&world, &path, "").status, 400);
    world.admin("/sandbox/pay", &json!({ "token": token }));
    assert_eq!(post(&world, &path, "").status, 200);
    // No status says it.
    assert_eq!(status(&world, &id), "succeeded");
    let rows = get(&world, "history?order_id=A-1").json();
    assert_eq!(rows.as_array().unwrap().len(), 2);
    assert_eq!((&rows[0]["transaction_type"], &rows[0]["payment_status"]), (&json!("Reversal"), &json!("succeeded")));
    assert_eq!(rows[0]["amount"], 25000);
    assert_ne!(rows[0]["payment_id"], id.as_str());
    assert_eq!(rows[1]["payment_id"], id.as_str());
    // Once, and not of a reversal.
    assert_eq!(post(&world, &path, "").status, 400);
    let reversal = rows[0]["token"].as_str().unwrap();
    assert_eq!(post(&world, &format!("process-reversal/{reversal}"), "").status, 400);
    assert_eq!(post(&world, "process-reversal/nonesuch", "").status, 404);
    assert_eq!(world.post(&format!("{PAYMENTS}/{path}"), &[], "").status, 401);
}

#[test]
fn a_retry_has_ids_of_its_own_and_the_old_payment_stays() {
    let world = World::new();
    let (id, token) = create(&world, json!({}));
    assert_eq!(post(&world, "retry", &named(&id)).status, 400);
    world.admin("/sandbox/pay", &json!({ "token": token, "number": "4000000000009995" }));
    let reply = post(&world, "retry", &named(&id)).json();
    let (new_id, new_token) = (reply["payment_id"].as_str().unwrap(), reply["token"].as_str().unwrap());
    assert_eq!(reply["payment_status"], "retried");
    assert!(new_id != id && new_token != token);
    let new = get(&world, new_id).json();
    assert_eq!(new["order_id"], "A-1");
    assert_eq!((&new["rc"], &new["custom_data"]), (&json!(""), &json!({ "basket": 7 })));
    assert_eq!(status(&world, &id), "declined");
    world.admin("/sandbox/pay", &json!({ "token": new_token }));
    assert_eq!(status(&world, new_id), "succeeded");
    assert_eq!(status(&world, &id), "declined");

    for (state, answer) in [
        ("expired", 200),
        ("failed", 200),
        ("unknown", 200),
        ("revoked", 400),
        ("retried", 400),
        ("succeeded", 400),
        ("duplicated", 400),
    ] {
        force(&world, &id, state);
        assert_eq!(post(&world, "retry", &named(&id)).status, answer, "{state}");
    }
}

#[test]
fn only_what_nobody_tried_to_pay_is_revoked() {
    let world = World::new();
    let (id, token) = create(&world, json!({}));
    let answer = post(&world, "revoke", &named(&id));
    assert!(answer.text.contains(r#""amount":25000,"#), "{}", answer.text);
    let reply = answer.json();
    assert_eq!(reply["payment_id"], id.as_str());
    assert_eq!((&reply["order_id"], &reply["payment_status"]), (&json!("A-1"), &json!("revoked")));
    assert_eq!(reply["custom_data"], json!({ "basket": 7 }));
    assert_eq!(status(&world, &id), "revoked");
    assert!(world.get(&format!("/alqaseh/pay/{token}"), &[]).text.contains("cancelled"));
    for (state, answer) in [("retried", 200), ("revoked", 400), ("succeeded", 400), ("declined", 400)] {
        force(&world, &id, state);
        assert_eq!(post(&world, "revoke", &named(&id)).status, answer, "{state}");
    }
}

#[test]
fn what_names_no_payment() {
    let world = World::new();
    let (id, _) = create(&world, json!({}));
    for operation in ["retry", "revoke"] {
        assert_eq!(post(&world, operation, &named("nonesuch")).status, 404);
        for bad in ["", "{}", r#"{"payment_id":1}"#, &format!(r#"{{"payment_id":"{id}","details":""}}"#)] {
            assert_eq!(post(&world, operation, bad).status, 400, "{bad}");
        }
        assert_eq!(world.post(&format!("{PAYMENTS}/{operation}"), &[JSON], &named(&id)).status, 401);
    }
    assert_eq!(status(&world, &id), "prepared");
}

#[test]
fn the_historys_envelope() {
    let world = World::new();
    let (id, _) = create(&world, json!({}));
    for (envelope, path) in [("payments", "/payments/0"), ("data", "/data/0"), ("array", "/0")] {
        world.admin("/sandbox/settings", &json!({ "history_envelope": envelope }));
        let rows = get(&world, "history").json();
        assert_eq!(rows.pointer(path).unwrap()["payment_id"], id.as_str(), "{envelope}");
    }
}

#[test]
fn the_history_as_csv() {
    let world = World::new();
    let (first, _) = create(&world, json!({}));
    create(&world, json!({ "order_id": "B-2", "description": "one\nline more" }));
    let answer = get(&world, "history/download?order_id=A-1");
    assert_eq!(answer.content_type, "text/csv; charset=utf-8");
    let expected = format!(
        "Payment ID,Order ID,Amount,Currency,Payment Status,Transaction Type,Approval Code,RC,RRN,Description,\
         Created At,Updated At\r\n{first},A-1,25000,IQD,prepared,Retail,,,,\"Two \"\"good\"\" books, and one more\",\
         2026-11-20T13:35:0"
    );
    assert!(answer.text.starts_with(&expected), "{}", answer.text);
    assert_eq!(answer.text.matches("\r\n").count(), 2);
    assert!(get(&world, "history/download").text.contains("\"one\nline more\""));
    assert_eq!(get(&world, "history/download?order_by=up").status, 400);
    assert_eq!(world.get(&format!("{PAYMENTS}/history/download"), &[]).status, 401);
}

#[test]
fn the_history_of_some_days_and_of_an_amount() {
    let world = World::new();
    for (order, day, amount) in [("A-1", 0, 25_000), ("A-2", 1, 150_000_250), ("A-3", 2, 9_000)] {
        world.admin("/sandbox/clock", &json!({ "now": NOW + day * 86_400 }));
        create(&world, json!({ "order_id": order, "amount": amount }));
    }
    let orders = |query: &str| {
        let rows = get(&world, &format!("history?order_by=asc&{query}")).json();
        rows.as_array().unwrap().iter().map(|r| r["order_id"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(orders(""), ["A-1", "A-2", "A-3"]);
    // Created at 13:35:04 UTC on the 20th, 21st and 22nd.
    assert_eq!(orders("from=2026-11-21"), ["A-2", "A-3"]);
    assert_eq!(orders("to=2026-11-21"), ["A-1", "A-2"]);
    assert_eq!(orders("from=2026-11-21T13:35:00Z&to=2026-11-21T16:36:00%2B03:00"), ["A-2"]);
    assert_eq!(orders("from=2026-11-23"), [""; 0]);
    // As a float32, like everything here.
    assert_eq!(orders("amount=150000250"), ["A-2"]);
    assert_eq!(orders("amount=150000260"), ["A-2"]);
    assert_eq!(orders("amount=25000.00"), ["A-1"]);
    assert_eq!(orders("amount=1"), [""; 0]);
    assert_eq!(orders("order_field=amount"), ["A-3", "A-1", "A-2"]);
    assert_eq!(orders("order_field=created_at&language=ar"), ["A-1", "A-2", "A-3"]);
    assert_eq!(get(&world, "history/download?from=2026-11-22").text.matches("\r\n").count(), 2);
    for bad in ["from=yesterday", "to=20261120", "amount=lots", "amount=-1", "order_field=mood", "limit=x"] {
        assert_eq!(get(&world, &format!("history?{bad}")).status, 400, "{bad}");
    }
}
