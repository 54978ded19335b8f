//! Listing deliveries and waiting for them; merchants that are slow, deaf or dead.

use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::time::{Duration, Instant};

use qantara_sandbox::{Config, Sandbox};
use serde_json::{Value, json};

use crate::shop::{Shop, World};

fn forge(world: &World, url: &str, body: &str) -> Value {
    world.admin("/sandbox/forge", &json!({ "url": url, "content_type": "text/plain", "body": body }))
}

/// A merchant who takes connections and never answers.
fn deaf() -> (TcpListener, String) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}/", listener.local_addr().unwrap());
    (listener, url)
}

#[test]
fn what_the_merchant_answered_is_written_down() {
    let (world, shop) = (World::new(), Shop::open(&[500]));
    forge(&world, &shop.url, "x");
    let listed = world.get("/sandbox/deliveries?state=delivered&wait=10", &[]).json();
    let attempts = &listed[0]["attempts"];
    assert_eq!((&attempts[0]["status"], &attempts[0]["error"]), (&json!(500), &Value::Null));
    assert_eq!(attempts[1]["answer"], "{\"status\":\"success\"}");
    assert!(attempts[1]["milliseconds"].is_u64());
    assert_eq!(listed[0]["headers"], json!({ "User-Agent": "qantara-sandbox", "Content-Type": "text/plain" }));
    assert_eq!(world.get("/sandbox/deliveries/1", &[]).json(), listed[0]);
    assert_eq!(world.get("/sandbox/deliveries/2", &[]).status, 404);
}

#[test]
fn a_long_answer_is_cut() {
    let world = World::new();
    let shop = Shop::talkative(&"é".repeat(5_000));
    let attempt = forge(&world, &shop.url, "x")["attempts"][0].clone();
    assert_eq!(attempt["status"], 200);
    let answer = attempt["answer"].as_str().unwrap();
    assert_eq!(answer, "é".repeat(2_048));
}

#[test]
fn secrets_that_are_sent_are_not_listed() {
    let (world, shop) = (World::new(), Shop::open(&[]));
    let portal = json!({ "refund_webhook_url": shop.url });
    world.admin("/sandbox/paylink/portal/sandbox-merchant", &portal);
    let order = json!({ "merchant": "sandbox-merchant", "transaction_no": "1", "amount": "5", "window_seconds": 0 });
    world.admin("/sandbox/paylink/orders", &order);
    assert_eq!(shop.messages(1)[0].header("x-api-key"), Some("sandbox-refund-secret"));
    let answer = world.get("/sandbox/deliveries?kind=paylink.refund_webhook&state=delivered&wait=10", &[]);
    assert_eq!(answer.json()[0]["headers"]["X-API-KEY"], "***");
    assert!(!answer.text.contains("sandbox-refund-secret"), "{}", answer.text);
}

#[test]
fn they_are_found_by_what_they_are() {
    let (world, shop) = (World::new(), Shop::open(&[]));
    for body in ["1", "2", "3"] {
        forge(&world, &shop.url, body);
    }
    let ids = |query: &str| {
        let listed = world.get(&format!("/sandbox/deliveries?{query}"), &[]).json();
        listed.as_array().unwrap().iter().map(|d| d["id"].as_u64().unwrap()).collect::<Vec<_>>()
    };
    assert_eq!(ids(""), [1, 2, 3]);
    assert_eq!(ids("kind=forged&state=delivered"), [1, 2, 3]);
    assert_eq!(ids("kind=egw.callback"), [0; 0]);
    assert_eq!(ids("state=held"), [0; 0]);
    assert_eq!(ids("order=A-1"), [0; 0]);
    assert_eq!(ids("after=1"), [2, 3]);
    assert_eq!(ids("limit=1"), [3]);
    for bad in ["kid=forged", "kind=forge", "state=ok", "wait=soon", "limit=-1"] {
        let answer = world.get(&format!("/sandbox/deliveries?{bad}"), &[]);
        assert_eq!(answer.status, 400, "{bad}");
        assert!(answer.json()["hint"].as_str().unwrap().contains("wait"), "{bad}");
    }
}

#[test]
fn waiting_ends_when_enough_came() {
    let (world, shop) = (World::new(), Shop::open(&[]));
    std::thread::scope(|threads| {
        let waiting = threads.spawn(|| world.get("/sandbox/deliveries?state=delivered&count=2&wait=60", &[]).json());
        forge(&world, &shop.url, "1");
        forge(&world, &shop.url, "2");
        assert_eq!(waiting.join().unwrap().as_array().unwrap().len(), 2);
    });
    // Nothing more comes: what there is, is the answer.
    let begun = Instant::now();
    assert_eq!(world.get("/sandbox/deliveries?count=3&wait=1", &[]).json().as_array().unwrap().len(), 2);
    assert!(begun.elapsed() >= Duration::from_secs(1));
}

/// Deliveries to a merchant, so late that nobody waits for them.
fn send_many(world: &World, url: &str, count: u32) {
    world.admin("/sandbox/faults", &json!({ "kind": "late_delivery", "milliseconds": 0, "times": count }));
    for _ in 0..count {
        forge(world, url, "unheard");
    }
}

#[test]
fn a_deaf_merchant_keeps_nobody_else_waiting() {
    let (world, shop) = (World::new(), Shop::open(&[]));
    let (_listener, url) = deaf();
    send_many(&world, &url, 100);
    let delivered = forge(&world, &shop.url, "heard");
    assert_eq!((&delivered["state"], delivered["attempts"].as_array().unwrap().len()), (&json!("delivered"), 1));
    // It was the last one, and overtook those that nobody answers.
    assert_eq!(world.get("/sandbox/deliveries/100", &[]).json()["attempts"], json!([]));
}

#[test]
fn a_deaf_merchant_does_not_keep_the_sandbox_from_stopping() {
    let world = World::new();
    let (listener, url) = deaf();
    send_many(&world, &url, 3);
    let _connections = [listener.accept().unwrap(), listener.accept().unwrap()];
    let port = world.sandbox.port();
    drop(world);
    assert!(TcpListener::bind(("127.0.0.1", port)).is_ok());
    // They are not tried any more either.
    listener.set_nonblocking(true).unwrap();
    let _third = listener.accept();
    assert!(listener.accept().is_err());
}

#[test]
fn whoever_waits_does_not_keep_the_sandbox_from_stopping() {
    // The stop may come before the request: then it is not served, and this is tried again.
    for _ in 0..20 {
        let sandbox = Sandbox::start(Config::default()).unwrap();
        let mut stream = TcpStream::connect(("127.0.0.1", sandbox.port())).unwrap();
        stream.write_all(b"GET /sandbox/deliveries?wait=60 HTTP/1.1\r\nHost: localhost\r\n\r\n").unwrap();
        std::thread::sleep(Duration::from_millis(100));
        assert!(sandbox.stop(Duration::from_secs(30)).is_complete);
        let mut reply = String::new();
        if stream.read_to_string(&mut reply).is_ok_and(|length| length > 0) {
            assert!(reply.ends_with("\r\n\r\n[]"), "{reply}");
            return;
        }
    }
    panic!("it was never served");
}

#[test]
fn an_answer_that_is_too_long_still_has_a_beginning() {
    let (world, shop) = (World::new(), Shop::talkative(&"x".repeat(70_000)));
    let attempt = forge(&world, &shop.url, "x")["attempts"][0].clone();
    assert_eq!((&attempt["status"], &attempt["answer"]), (&json!(200), &json!("x".repeat(4_096))));
}

#[test]
fn only_the_last_attempts_are_kept() {
    let (world, shop) = (World::new(), Shop::open(&[]));
    forge(&world, &shop.url, "x");
    for _ in 0..25 {
        world.admin("/sandbox/deliveries/1/repeat", &json!({}));
    }
    assert_eq!(shop.messages(26).len(), 26);
    let delivery = world.get("/sandbox/deliveries/1", &[]).json();
    assert_eq!((delivery["attempts"].as_array().unwrap().len(), &delivery["state"]), (20, &json!("delivered")));
}
