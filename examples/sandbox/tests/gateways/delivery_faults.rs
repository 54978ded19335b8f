//! What webhooks and callbacks suffer on their way: held back, lost, late, twice, swapped, altered.

use serde_json::{Value, json};

use crate::shop::{JSON, Shop, World};

fn forge(world: &World, shop: &Shop, body: &str) -> Value {
    let forged = json!({ "url": shop.url, "content_type": "text/plain", "body": body });
    world.admin("/sandbox/forge", &forged)
}

fn bodies(shop: &Shop, count: usize) -> Vec<String> {
    shop.messages(count).into_iter().map(|m| m.body).collect()
}

fn fault(world: &World, fault: Value) {
    world.admin("/sandbox/faults", &fault);
}

/// What became of a delivery in the end.
fn over(world: &World, id: u64, state: &str) -> Value {
    let path = format!("/sandbox/deliveries?after={}&state={state}&wait=10", id - 1);
    let found = world.get(&path, &[]).json();
    assert_eq!(found[0]["id"], id, "{found}");
    found[0].clone()
}

/// An invoice of this order, paid; the webhook goes to the shop.
fn pay(world: &World, shop: &Shop, order: &str) {
    world.admin("/sandbox/paylink/portal/sandbox-merchant", &json!({ "webhook_url": shop.url }));
    let login = json!({ "apiId": "sandbox-api-id", "secretKey": "sandbox-secret-key" });
    let token = world.admin("/paylink/api/auth", &login)["id_token"].as_str().unwrap().to_owned();
    let invoice = json!({
        "orderNumber": order, "amount": 100, "callBackUrl": shop.url, "clientName": "Layla",
        "clientMobile": "0500000000", "products": [{ "title": "Dates", "price": 100, "qty": 1 }],
    });
    let bearer = format!("Bearer {token}");
    let answer = world.post("/paylink/api/addInvoice", &[JSON, ("Authorization", &bearer)], &invoice.to_string());
    world.admin("/sandbox/pay", &json!({ "transaction_no": answer.json()["transactionNo"] }));
}

#[test]
fn held_until_it_is_released() {
    let (world, shop) = (World::new(), Shop::open(&[]));
    fault(&world, json!({ "kind": "hold_delivery", "times": 3 }));
    for body in ["first", "second", "third"] {
        let held = forge(&world, &shop, body);
        assert_eq!((&held["state"], &held["fault"]), (&json!("held"), &json!("hold_delivery")));
    }
    assert_eq!(forge(&world, &shop, "fourth")["state"], "delivered");
    assert_eq!(world.admin("/sandbox/deliveries/2/release", &json!({}))["state"], "delivered");
    assert_eq!(world.post("/sandbox/deliveries/2/release", &[JSON], "{}").status, 409);
    assert_eq!(world.post("/sandbox/deliveries/9/release", &[JSON], "{}").status, 404);
    assert_eq!(world.admin("/sandbox/deliveries/release", &json!({})), json!({ "released": [1, 3] }));
    assert_eq!(bodies(&shop, 4), ["fourth", "second", "first", "third"]);
}

#[test]
fn lost_on_the_way() {
    let (world, shop) = (World::new(), Shop::open(&[]));
    fault(&world, json!({ "kind": "drop_delivery" }));
    assert_eq!(forge(&world, &shop, "lost")["state"], "dropped");
    assert_eq!(world.post("/sandbox/deliveries/1/release", &[JSON], "{}").status, 409);
    forge(&world, &shop, "next");
    assert_eq!(bodies(&shop, 1), ["next"]);
    // The gateway can be asked to send it after all.
    world.admin("/sandbox/deliveries/1/repeat", &json!({}));
    assert_eq!(bodies(&shop, 2), ["next", "lost"]);
}

#[test]
fn late_and_nobody_waits_for_it() {
    let (world, shop) = (World::new(), Shop::open(&[]));
    fault(&world, json!({ "kind": "late_delivery", "milliseconds": 1_000 }));
    assert_eq!(forge(&world, &shop, "late")["state"], "waiting");
    assert_eq!(over(&world, 1, "delivered")["fault"], "late_delivery");
    assert_eq!(bodies(&shop, 1), ["late"]);
}

#[test]
fn late_ones_can_be_released_early() {
    let (world, shop) = (World::new(), Shop::open(&[]));
    fault(&world, json!({ "kind": "late_delivery", "milliseconds": 60_000 }));
    forge(&world, &shop, "late");
    assert_eq!(world.admin("/sandbox/deliveries/1/release", &json!({}))["state"], "delivered");
    assert_eq!(bodies(&shop, 1), ["late"]);
}

#[test]
fn sent_twice() {
    let (world, shop) = (World::new(), Shop::open(&[]));
    fault(&world, json!({ "kind": "duplicate_delivery" }));
    assert_eq!(forge(&world, &shop, "same")["copy_of"], Value::Null);
    assert_eq!(bodies(&shop, 2), ["same", "same"]);
    let second = over(&world, 2, "delivered");
    assert_eq!((&second["copy_of"], &second["fault"]), (&json!(1), &json!("duplicate_delivery")));
}

#[test]
fn the_next_one_overtakes() {
    let (world, shop) = (World::new(), Shop::open(&[]));
    fault(&world, json!({ "kind": "swap_deliveries", "times": 2 }));
    for body in ["1", "2", "3", "4"] {
        forge(&world, &shop, body);
    }
    let bodies = bodies(&shop, 4);
    // Two pairs; the end of one and the beginning of the next may be at once.
    let place = |body: &str| bodies.iter().position(|b| b == body).unwrap();
    assert!(place("2") < place("1") && place("4") < place("3"), "{bodies:?}");
}

#[test]
fn nothing_overtakes_and_it_is_sent_all_the_same() {
    let (world, shop) = (World::new(), Shop::open(&[]));
    fault(&world, json!({ "kind": "swap_deliveries", "milliseconds": 1_000 }));
    assert_eq!(forge(&world, &shop, "alone")["state"], "waiting");
    assert_eq!(bodies(&shop, 1), ["alone"]);
}

#[test]
fn altered_after_it_was_signed() {
    let (world, shop) = (World::new(), Shop::open(&[]));
    fault(&world, json!({ "kind": "alter_delivery", "field": "amount", "value": 1 }));
    fault(&world, json!({ "kind": "alter_delivery", "field": "orderStatus", "value": null }));
    pay(&world, &shop, "P-1");
    pay(&world, &shop, "P-2");
    pay(&world, &shop, "P-3");
    let hooks: Vec<Value> = shop.messages(3).iter().map(|m| m.json()).collect();
    assert_eq!((&hooks[0]["amount"], &hooks[0]["orderStatus"]), (&json!(1), &json!("Paid")));
    assert_eq!((&hooks[1]["amount"], hooks[1].get("orderStatus")), (&json!(100), None));
    assert_eq!((&hooks[2]["amount"], &hooks[2]["orderStatus"]), (&json!(100), &json!("Paid")));
    let listed = world.get("/sandbox/deliveries?order=P-1", &[]).json();
    assert_eq!(listed[0]["fault"], "alter_delivery");
    assert!(listed[0]["body"].as_str().unwrap().contains("\"amount\":1,"));
}

#[test]
fn a_field_that_is_not_there_is_waited_for() {
    let (world, shop) = (World::new(), Shop::open(&[]));
    fault(&world, json!({ "kind": "alter_delivery", "field": "amuont", "value": "1" }));
    pay(&world, &shop, "P-1");
    assert_eq!(shop.messages(1)[0].json()["amount"], 100);
    assert_eq!(world.get("/sandbox/faults", &[]).json()[0]["times"], 1);
}

#[test]
fn only_where_the_path_and_the_gateway_fit() {
    let (world, shop) = (World::new(), Shop::open(&[]));
    fault(&world, json!({ "kind": "drop_delivery", "gateway": "egw" }));
    fault(&world, json!({ "kind": "drop_delivery", "path": "/elsewhere" }));
    fault(&world, json!({ "kind": "drop_delivery", "merchant": "public_test" }));
    fault(&world, json!({ "kind": "hold_delivery", "gateway": "paylink", "merchant": "sandbox-merchant" }));
    assert_eq!(forge(&world, &shop, "forged")["state"], "delivered");
    pay(&world, &shop, "P-1");
    let held = world.get("/sandbox/deliveries?merchant=sandbox-merchant", &[]).json();
    assert_eq!((&held[0]["state"], held.as_array().unwrap().len()), (&json!("held"), 1));
    assert_eq!(world.get("/sandbox/deliveries?merchant=other", &[]).json(), json!([]));
}
