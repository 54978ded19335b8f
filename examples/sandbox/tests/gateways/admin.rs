//! Clock, deliveries and their repeats, forged bodies, reset, start and stop.

use std::time::Duration;

use qantara_sandbox::{Config, Sandbox};
use serde_json::{Value, json};

use crate::dashboard::scene::Scene;
use crate::shop::{JSON, Shop, World};

fn forge(world: &World, url: &str) -> Value {
    let body = json!({ "url": url, "content_type": "application/json", "body": "{\"a\":1}" });
    world.admin("/sandbox/forge", &body)
}

/// Waits until a delivery is over.
fn settled(world: &World, index: usize) -> Value {
    for _ in 0..500 {
        let delivery = world.get("/sandbox/deliveries", &[]).json()[index].clone();
        if delivery["state"] != "pending" {
            return delivery;
        }
        std::thread::sleep(Duration::from_millis(10));
    }
    panic!("delivery {index} never ended");
}

#[test]
fn a_webhook_is_repeated_until_it_is_answered_with_2xx() {
    let (world, shop) = (World::new(), Shop::open(&[500, 404]));
    forge(&world, &format!("{}/hook", shop.url));
    let messages = shop.messages(3);
    assert!(messages.iter().all(|m| m.body == "{\"a\":1}" && m.line.contains("/hook")));
    let delivery = settled(&world, 0);
    assert_eq!(delivery["state"], "delivered");
    let statuses: Vec<_> = delivery["attempts"].as_array().unwrap().iter().map(|a| &a["status"]).collect();
    assert_eq!(statuses, [&json!(500), &json!(404), &json!(200)]);
}

#[test]
fn a_webhook_is_given_up_in_the_end_and_can_be_repeated() {
    let (world, shop) = (World::new(), Shop::open(&[500, 301, 500, 500]));
    forge(&world, &shop.url);
    let delivery = settled(&world, 0);
    assert_eq!(delivery["state"], "failed");
    // A redirect is an answer, not a place to go.
    assert_eq!(delivery["attempts"][1]["status"], 301);
    assert_eq!(shop.messages(4).len(), 4);
    let again = world.admin("/sandbox/deliveries/1/repeat", &json!({}));
    assert_eq!(again["state"], "delivered");
    assert_eq!(again["attempts"].as_array().unwrap().len(), 5);
    assert_eq!(world.post("/sandbox/deliveries/9/repeat", &[JSON], "").status, 404);
}

#[test]
fn a_shop_that_is_down() {
    let world = World::new();
    forge(&world, "http://127.0.0.1:1/");
    let delivery = settled(&world, 0);
    assert_eq!(delivery["state"], "failed");
    assert_eq!(delivery["attempts"].as_array().unwrap().len(), 4);
    assert!(delivery["attempts"][0]["error"].is_string());
}

#[test]
fn nothing_is_delivered_to_other_machines() {
    let world = World::new();
    let delivery = forge(&world, "http://192.0.2.1/hook");
    assert_eq!(delivery["state"], "not_sent");
    assert_eq!(delivery["attempts"].as_array().unwrap().len(), 1);
}

#[test]
fn the_clock_moves() {
    let world = World::new();
    let moved = world.admin("/sandbox/clock", &json!({ "now": 1_000_000_000 }));
    assert_eq!(moved["utc"], "2001-09-09T01:46:40Z");
    world.admin("/sandbox/clock", &json!({ "advance": 3_600 }));
    let now = world.get("/sandbox/clock", &[]).json()["now"].as_i64().unwrap();
    assert!((1_000_003_600..1_000_003_660).contains(&now));
    for bad in [r#"{"now":-1}"#, r#"{"advance":9223372036854775807}"#, "{}", r#"{"now":"1"}"#] {
        assert_eq!(world.post("/sandbox/clock", &[JSON], bad).status, 400, "{bad}");
    }
}

#[test]
fn another_sites_form_can_not_move_the_clock() {
    let world = World::new();
    let form = ("Content-Type", "text/plain");
    assert_eq!(world.post("/sandbox/clock", &[form], r#"{"now":1}"#).status, 400);
}

#[test]
fn another_sites_page_is_refused_whatever_it_sends() {
    let world = World::new();
    let ask = |headers: &[(&str, &str)]| world.post("/sandbox/clock", headers, r#"{"now":1}"#).status;
    for foreign in [("Sec-Fetch-Site", "cross-site"), ("Origin", "http://evil.example"), ("Host", "evil.example")] {
        assert_eq!(ask(&[JSON, foreign]), 403, "{foreign:?}");
        let read = world.get("/sandbox/payments", &[foreign]).status;
        assert_eq!(read, if foreign.0 == "Host" { 403 } else { 200 }, "{foreign:?}");
    }
    assert_eq!(ask(&[JSON, ("Sec-Fetch-Site", "same-origin"), ("Origin", world.sandbox.url())]), 200);
    // The gateways themselves don't ask: shops and customers come from everywhere.
    for (path, status) in [
        ("alqaseh/pay/x", 404),
        ("alqaseh/v1/egw/payments/history", 401),
        ("egw/pay/x", 404),
        ("paylink/api/getOrder/1", 401),
    ] {
        assert_eq!(world.get(&format!("/{path}"), &[("Host", "gateway.test")]).status, status, "{path}");
    }
}

#[test]
fn reset_forgets_everything() {
    let (world, shop) = (World::new(), Shop::open(&[]));
    forge(&world, &shop.url);
    let order = json!({ "merchant": "sandbox-merchant", "transaction_no": "1", "amount": "5.00" });
    world.admin("/sandbox/paylink/orders", &order);
    world.admin("/sandbox/clock", &json!({ "now": 0 }));
    world.admin("/sandbox/reset", &json!({}));
    for path in ["/sandbox/deliveries", "/sandbox/paylink/orders", "/sandbox/faults"] {
        assert_eq!(world.get(path, &[]).json(), json!([]), "{path}");
    }
    let payments = world.get("/sandbox/payments", &[]).json();
    assert_eq!(payments, json!({ "alqaseh": [], "egw": [] }));
    assert!(world.get("/sandbox/clock", &[]).json()["now"].as_i64().unwrap() > 1_000_000_000);
    // Ids go on, so that a late attempt of the old life finds nothing.
    assert_eq!(forge(&world, &shop.url)["id"], 2);
}

#[test]
fn settings_change_one_by_one_and_come_back() {
    let world = World::new();
    let before = world.get("/sandbox/settings", &[]).json();
    assert_eq!(before["history_envelope"], "array");
    let after = world.admin("/sandbox/settings", &json!({ "history_envelope": "data", "paylink_window": 30 }));
    assert_eq!((&after["history_envelope"], &after["paylink_window"]), (&json!("data"), &json!(30)));
    assert_eq!(after["egw_reply"], before["egw_reply"]);
    for bad in [json!({ "egw_reply": "pdf" }), json!({ "envelope": "data" }), json!({ "paylink_window": "30" })] {
        assert_eq!(world.post("/sandbox/settings", &[JSON], &bad.to_string()).status, 400, "{bad}");
    }
    for window in [-5, 31_536_001, i64::MAX] {
        let bad = json!({ "paylink_window": window });
        assert_eq!(world.post("/sandbox/settings", &[JSON], &bad.to_string()).status, 400, "{bad}");
    }
    assert_eq!(world.get("/sandbox/settings", &[]).json(), after);
    world.admin("/sandbox/reset", &json!({}));
    assert_eq!(world.get("/sandbox/settings", &[]).json(), before);
}

#[test]
fn a_window_that_is_none_is_refused_at_the_start() {
    for window in [-1, 31_536_001, i64::MIN, i64::MAX] {
        let mut config = Config::default();
        config.settings.paylink_window = window;
        let problem = Sandbox::start(config).err().map(|e| (e.kind(), e.to_string()));
        let text = "an acknowledgment's window must be 0 to 31536000 seconds";
        assert_eq!(problem, Some((std::io::ErrorKind::InvalidInput, text.to_owned())), "{window}");
    }
    let mut config = Config::default();
    config.settings.paylink_window = 31_536_000;
    assert!(Sandbox::start(config).is_ok());
}

#[test]
fn a_broken_escape_in_a_path_is_refused() {
    let world = World::new();
    let before = world.get("/sandbox/payments", &[]).text;
    world.admin("/sandbox/faults", &json!({ "kind": "status" }));
    for bad in ["%zz", "%", "x%4", "%%41", "%4g", "%+1", "%41%z"] {
        for under in ["alqaseh/pay", "egw/pay", "paylink/pay/order", "sandbox/deliveries", "dashboard/egw", "nonesuch"]
        {
            let answer = world.get(&format!("/{under}/{bad}"), &[]);
            assert_eq!((answer.status, answer.text.as_str()), (400, "400 Bad Request"), "{under} {bad}");
        }
    }
    world.post("/sandbox/payments/%zz/status", &[JSON], r#"{"status":"unknown"}"#);
    assert_eq!(world.get("/sandbox/payments", &[]).text, before);
    // No gateway saw any of them: the fault is still there.
    assert_eq!(world.get("/egw/pay/x", &[]).status, 503);
    assert_eq!(world.get("/egw/pay/%41%d9%85", &[]).status, 404);
    assert_eq!(world.get("/sandbox/deliveries/%31", &[]).json()["error"], "no such delivery");
}

#[test]
fn the_front_page_names_the_ways_in_and_no_secret() {
    let world = World::new();
    let page = world.get("/", &[]).text;
    assert!(page.contains("/alqaseh/v1") && page.contains("/egw/api/payment/prepare"));
    for secret in ["Lr10yW", "4c2db6a1", "00112233", "sandbox-paylink-key", "sandbox-secret-key"] {
        assert!(!page.contains(secret));
    }
    assert_eq!(world.get("/nonesuch", &[]).status, 404);
}

#[test]
fn it_stops_when_dropped_and_frees_its_port() {
    let first = Sandbox::start(Config::default()).unwrap();
    let port = first.port();
    let taken = Config { port, ..Config::default() };
    assert!(Sandbox::start(taken.clone()).is_err());
    drop(first);
    let second = Sandbox::start(taken).unwrap();
    assert_eq!(second.url(), format!("http://127.0.0.1:{port}"));
}

#[test]
fn a_bad_mac_key_is_refused_at_the_start() {
    let mut config = Config::default();
    config.egw[0].mac_key = vec!["0011223".to_owned()];
    assert!(Sandbox::start(config).is_err());
    let mut config = Config::default();
    config.egw[1].mac_key[1].truncate(8);
    assert!(Sandbox::start(config).is_err());
    let mut config = Config::default();
    config.egw[0].old_mac_key = Some("xx".to_owned());
    assert!(Sandbox::start(config).is_err());
}

#[cfg(not(feature = "state"))]
#[test]
fn a_build_without_a_state_file_refuses_one() {
    let config = Config { state: Some("state".into()), ..Config::default() };
    let problem = Sandbox::start(config).err().map(|e| (e.kind(), e.to_string()));
    let text = "this build keeps no state: it lacks the feature `state`";
    assert_eq!(problem, Some((std::io::ErrorKind::Unsupported, text.to_owned())));
    assert!(!std::path::Path::new("state").exists());
}

#[test]
fn what_is_not_known_is_refused() {
    let world = World::new();
    world.admin("/sandbox/faults", &json!({ "kind": "lose_reply" }));
    let is_refused = |path: &str, body: &str| {
        let answer = world.post(path, &[JSON], body);
        assert_eq!((answer.status, answer.json()["hint"].is_string()), (400, true), "{path} {body}");
    };
    for path in [
        "reset",
        "deliveries/release",
        "deliveries/1/repeat",
        "deliveries/1/release",
        "payments/1/expire",
        "paylink/settlements",
    ] {
        for body in [r#"{"typo":1}"#, "[]", "typo"] {
            is_refused(&format!("/sandbox/{path}"), body);
        }
        is_refused(&format!("/sandbox/{path}?typo=1"), "");
    }
    for path in ["payments", "faults", "deliveries/1", "settings", "paylink/orders"] {
        assert_eq!(world.get(&format!("/sandbox/{path}?kind=x"), &[]).status, 400, "{path}");
    }
    assert_eq!(world.delete("/sandbox/faults?kind=x").status, 400);
    assert_eq!(world.get("/sandbox/faults", &[]).json().as_array().unwrap().len(), 1);
    world.clear_faults();
    assert_eq!(world.post("/sandbox/reset", &[], "").status, 200);
    let forged = json!({ "url": "http://127.0.0.1:1/", "content_type": "text/plain\r\nX: y", "body": "" });
    is_refused("/sandbox/forge", &forged.to_string());
    // The field is named, in words of no programming language.
    for (path, body, error) in [
        ("clock", r#"{"advance": "x"}"#, "advance must be a whole number, not \"x\""),
        ("clock", "{}", "say now or advance"),
        ("clock", r#"{"now": 1, "advance": 1}"#, "say now or advance"),
        ("clock", "{", "this is not JSON: line 1, column 1"),
        ("settings", r#"{"egw_old_key": "yes"}"#, "egw_old_key must be true or false, not \"yes\""),
    ] {
        assert_eq!(world.post(&format!("/sandbox/{path}"), &[JSON], body).json()["error"], error, "{path} {body}");
    }
    for (query, error) in [
        ("stat=x", "unknown field `stat`, expected one of `kind`"),
        ("limit=x", "limit must be a whole number from 0 up"),
        ("state=x", "state can't be `x`; there is `pending`"),
    ] {
        let answer = world.get(&format!("/sandbox/deliveries?{query}"), &[]).json();
        assert!(answer["error"].as_str().unwrap().starts_with(error), "{answer}");
    }
    let unknown = world.get("/sandbox/deliveries/abc", &[]);
    assert_eq!((unknown.status, &unknown.json()["error"]), (404, &json!("no such delivery")));
}

#[test]
fn what_is_forged_may_have_a_header() {
    let (world, shop) = (World::new(), Shop::open(&[]));
    let with = |name: &str, value: &str| json!({ "url": shop.url, "content_type": "a/b", "body": "", "header": { "name": name, "value": value } });
    let forged = world.admin("/sandbox/forge", &with("X-Webhook-Secret", "guessed"));
    assert_eq!(forged["state"], "delivered");
    // As with any delivery, its value is not listed.
    assert_eq!(forged["headers"]["X-Webhook-Secret"], "***");
    assert_eq!(shop.messages(1)[0].header("x-webhook-secret"), Some("guessed"));
    for (bad, why) in [
        (with("", "v"), "the header's name must be the name of a header"),
        (with("a b", "v"), "the header's name must be the name of a header"),
        (with("ترويسة", "v"), "the header's name must be the name of a header"),
        (with("A", "x\r\nB: y"), "the header's value must be text that fits a header"),
        (with("A", "\0"), "the header's value must be text that fits a header"),
        (
            json!({ "url": shop.url, "content_type": "a\nb", "body": "" }),
            "content_type must be text that fits a header",
        ),
        (
            json!({ "url": shop.url, "content_type": "a/b", "body": "", "header": { "name": "A" } }),
            "missing field `value`",
        ),
        (
            json!({ "url": shop.url, "content_type": "a/b", "body": "", "header": { "name": "A", "value": "", "x": 1 } }),
            "unknown field `x`",
        ),
    ] {
        let answer = world.post("/sandbox/forge", &[JSON], &bad.to_string());
        assert_eq!(answer.status, 400, "{bad}");
        let error = answer.json();
        assert!(error["error"].as_str().unwrap().starts_with(why), "{bad}: {error}");
    }
    assert_eq!(world.get("/sandbox/deliveries", &[]).json().as_array().unwrap().len(), 1);
}

#[test]
fn what_expired_stays_expired_when_the_clock_goes_back() {
    let scene = Scene::new();
    let (_, token) = scene.api2("A-1", "Pens");
    let (_, declined) = scene.api2("A-2", "Paper");
    scene.world.admin("/sandbox/pay", &json!({ "token": declined, "number": "4111111111111111" }));
    let (egw, tried) = (scene.egw("771446", "1"), scene.egw("771447", "0"));
    scene.world.admin("/sandbox/pay", &json!({ "id": tried, "number": "4111111111111111" }));
    let pages = [
        format!("/alqaseh/pay/{token}"),
        format!("/alqaseh/pay/{declined}"),
        format!("/egw/pay/{egw}"),
        format!("/egw/pay/{tried}"),
    ];
    let statuses = || {
        let all = scene.world.get("/sandbox/payments", &[]).json();
        let word = |system: &str, i: usize, name: &str| all[system][i][name].as_str().unwrap().to_owned();
        [("alqaseh", "payment_status"), ("egw", "status")].map(|(s, n)| [word(s, 0, n), word(s, 1, n)])
    };
    let expired = [["expired", "declined"], ["expired", "expired"]];
    scene.world.admin("/sandbox/clock", &json!({ "advance": 100 * 86_400 }));
    assert_eq!(statuses(), expired);
    scene.world.admin("/sandbox/clock", &json!({ "advance": -100 * 86_400 }));
    assert_eq!(statuses(), expired);
    for page in pages {
        assert!(scene.page(&page).contains("no longer open"), "{page}");
    }
    assert_eq!(scene.world.post("/sandbox/pay", &[JSON], &json!({ "id": egw }).to_string()).status, 409);
    assert_eq!(scene.world.post("/sandbox/pay", &[JSON], &json!({ "token": declined }).to_string()).status, 409);
}

#[test]
fn a_page_of_al_qasehs_is_closed_by_hand() {
    let scene = Scene::new();
    let (id, token) = scene.api2("A-1", "Pens");
    let egw = scene.egw("771446", "1");
    for (id, page, listed, word) in [
        (&id, format!("/alqaseh/pay/{token}"), "alqaseh", "payment_status"),
        (&egw, format!("/egw/pay/{egw}"), "egw", "status"),
    ] {
        let path = format!("/sandbox/payments/{id}/expire");
        assert_eq!(scene.world.admin(&path, &json!({})), json!({ "id": id, "status": "expired" }));
        assert_eq!(scene.world.get("/sandbox/payments", &[]).json()[listed][0][word], "expired");
        assert!(scene.page(&page).contains("no longer open"));
        let again = scene.world.post(&path, &[], "");
        assert_eq!((again.status, &again.json()["error"]), (409, &json!("no such payment is open")));
    }
    assert_eq!(scene.world.post("/sandbox/payments/nobody/expire", &[], "").status, 409);
    // What is paid stays paid.
    let paid = scene.egw("771447", "1");
    scene.world.admin("/sandbox/pay", &json!({ "id": paid }));
    assert_eq!(scene.world.post(&format!("/sandbox/payments/{paid}/expire"), &[], "").status, 409);
    assert_eq!(scene.world.get("/sandbox/payments", &[]).json()["egw"][1]["status"], "paid");
}
