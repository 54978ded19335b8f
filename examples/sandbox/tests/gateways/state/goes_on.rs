//! What was begun before a restart goes on after it.

use std::io::{BufRead, BufReader, Write};
use std::net::TcpListener;
use std::sync::mpsc::channel;
use std::sync::{Arc, Mutex};

use qantara_sandbox::Sandbox;
use serde_json::json;

use super::{ALQASEH, config, create, refusal};
use crate::egw::{DEMO, prepared, request};
use crate::folder::Folder;
use crate::shop::{JSON, Program, Shop, World};

const CREATE: &str = "/alqaseh/v1/egw/payments/create";

fn order(webhook: &str) -> String {
    let order = json!({
        "amount": 5, "currency": "IQD", "description": "x", "order_id": "A-1", "transaction_type": "Retail",
        "redirect_url": "http://127.0.0.1:1/", "webhook_url": webhook,
    });
    order.to_string()
}

#[test]
fn a_pending_delivery_goes_on_after_a_kill() {
    let folder = Folder::new();
    let file = folder.file("state");
    let start = || Program::start(&["--state", file.to_str().unwrap()]).world();
    // Nobody is there yet: the port is found free and is taken later.
    let port = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    let world = start();
    let (_, token) = create(&world, "A-1", json!({ "webhook_url": format!("http://127.0.0.1:{port}/hook") }));
    world.submit(&format!("/alqaseh/pay/{token}"), "5341432900077803", "01/2027", "971");
    let delivery = |world: &World| world.get("/sandbox/deliveries", &[]).json()[0].clone();
    let attempts = delivery(&world)["attempts"].as_array().unwrap().len();
    assert!((1..4).contains(&attempts), "{attempts}");
    world.kill("KILL");

    let shop = Shop::open_at(port);
    let world = start();
    assert_eq!(shop.messages(1)[0].json()["payment_status"], "Success");
    let after = delivery(&world);
    assert_eq!((after["id"].as_u64(), after["url"].as_str().unwrap().ends_with("/hook")), (Some(1), true));
    assert!(after["attempts"].as_array().unwrap().len() <= 4);
}

#[test]
fn an_attempt_to_deliver_ends_and_the_next_one_waits_for_the_next_start() {
    let folder = Folder::new();
    let file = folder.file("state");
    let start = || Program::start(&["--state", file.to_str().unwrap()]).world();
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}/", listener.local_addr().unwrap());
    let (came, coming) = channel();
    let (answer, answered) = channel::<u16>();
    std::thread::spawn(move || {
        for stream in listener.incoming() {
            let mut reader = BufReader::new(stream.unwrap());
            let mut line = String::new();
            reader.read_line(&mut line).unwrap();
            came.send(()).unwrap();
            let status = answered.recv().unwrap();
            let _ = write!(reader.get_mut(), "HTTP/1.1 {status} X\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        }
    });
    let mut world = start();
    let token = world.post(CREATE, &[ALQASEH, JSON], &order(&url)).json()["token"].as_str().unwrap().to_owned();
    world.submit(&format!("/alqaseh/pay/{token}"), "5341432900077803", "01/2027", "971");
    coming.recv().unwrap();
    world.program().signal("TERM");
    world.program().printed("Stopping");
    answer.send(500).unwrap();
    let (status, said) = world.program().end();
    assert_eq!(status.code(), Some(0));
    assert!(said.ends_with("not through: 1; the next start goes on with them.\n"), "{said}");

    let world = start();
    coming.recv().unwrap();
    answer.send(200).unwrap();
    let delivered = world.get("/sandbox/deliveries?state=delivered&wait=10", &[]).json();
    let statuses: Vec<_> = delivered[0]["attempts"].as_array().unwrap().iter().map(|a| a["status"].clone()).collect();
    assert_eq!(statuses, [500, 200]);
}

#[test]
fn under_load_whatever_was_answered_is_kept() {
    let folder = Folder::new();
    let file = folder.file("state");
    let mut world = Program::start(&["--state", file.to_str().unwrap()]).world();
    let (url, ids) = (world.url(CREATE), Arc::new(Mutex::new(Vec::new())));
    let shops: Vec<_> = (0..8)
        .map(|_| {
            let (url, ids) = (url.clone(), ids.clone());
            std::thread::spawn(move || {
                let agent = ureq::Agent::new_with_defaults();
                // Until nobody answers any more.
                loop {
                    let request = agent.post(&url).header(ALQASEH.0, ALQASEH.1).header(JSON.0, JSON.1);
                    let Ok(mut reply) = request.send(&order("")) else {
                        return;
                    };
                    let reply: serde_json::Value =
                        serde_json::from_str(&reply.body_mut().read_to_string().unwrap()).unwrap();
                    ids.lock().unwrap().push(reply["payment_id"].as_str().unwrap().to_owned());
                }
            })
        })
        .collect();
    while ids.lock().unwrap().len() < 200 {
        std::thread::yield_now();
    }
    world.program().signal("TERM");
    let (status, said) = world.program().end();
    assert_eq!(status.code(), Some(0));
    assert!(said.ends_with("Stopped: all that was running came to its end.\n"), "{said}");
    for shop in shops {
        shop.join().unwrap();
    }
    let world = Program::start(&["--state", file.to_str().unwrap()]).world();
    for id in ids.lock().unwrap().iter() {
        let answer = world.get(&format!("/alqaseh/v1/egw/payments/{id}"), &[ALQASEH]);
        assert_eq!(answer.status, 200, "{id}");
    }
}

#[test]
fn a_refund_nobody_was_told_of_is_told_after_a_restart() {
    let folder = Folder::new();
    let (file, shop) = (folder.file("state"), Shop::open(&[]));
    let world = World::with(config(&file));
    world.admin("/sandbox/paylink/portal/sandbox-merchant", &json!({ "refund_webhook_url": shop.url }));
    let order =
        json!({ "merchant": "sandbox-merchant", "transaction_no": "1", "amount": "5.00", "window_seconds": 600 });
    world.admin("/sandbox/paylink/orders", &order);
    drop(world);
    // The window closes while nothing runs.
    let world = World::with(config(&file));
    world.admin("/sandbox/clock", &json!({ "advance": 600 }));
    assert_eq!(shop.messages(1)[0].json()["refundStatus"], "Refunded");
    drop(world);
    let world = World::with(config(&file));
    world.admin("/sandbox/clock", &json!({ "advance": 600 }));
    assert_eq!(world.get("/sandbox/deliveries", &[]).json().as_array().unwrap().len(), 1);
}

#[test]
fn one_in_so_many_counts_on_after_a_restart() {
    let folder = Folder::new();
    let file = folder.file("state");
    let ask = |world: &World| world.get("/paylink/api/getInvoice/1", &[]).status;
    let world = World::with(config(&file));
    world.admin("/sandbox/faults", &json!({ "kind": "status", "every": 3 }));
    assert_eq!([(); 2].map(|()| ask(&world)), [401; 2]);
    drop(world);
    let world = World::with(config(&file));
    assert_eq!([(); 2].map(|()| ask(&world)), [503, 401]);
}

#[test]
fn a_payment_of_a_merchant_who_is_gone_takes_no_money() {
    let folder = Folder::new();
    let file = folder.file("state");
    let world = World::with(config(&file));
    let page = prepared(&world, &DEMO, &request(&DEMO, "http://127.0.0.1:1/", &[]));
    drop(world);
    let mut others = config(&file);
    others.egw.retain(|merchant| merchant.api_key != DEMO.api_key);
    let world = World::with(others);
    let before = world.get("/sandbox/payments", &[]).json();
    assert_eq!(before["egw"].as_array().unwrap().len(), 1);
    assert_eq!(world.post("/sandbox/pay", &[JSON], &json!({ "id": page }).to_string()).status, 409);
    assert_eq!(world.get("/sandbox/payments", &[]).json(), before);
    assert_eq!(world.get("/sandbox/deliveries", &[]).json(), json!([]));
}

#[test]
fn what_the_configuration_says_is_not_kept() {
    let folder = Folder::new();
    let file = folder.file("state");
    let portal =
        |world: &World| world.get("/sandbox/paylink/portal/sandbox-merchant", &[]).json()["webhook_url"].clone();
    let mut first = config(&file);
    first.settings.paylink_window = 7;
    first.paylink[0].portal.webhook_url = "http://127.0.0.1:1/first".to_owned();
    let world = World::with(first);
    assert_eq!(portal(&world), "http://127.0.0.1:1/first");
    drop(world);
    let mut second = config(&file);
    second.paylink[0].portal.webhook_url = "http://127.0.0.1:1/second".to_owned();
    let world = World::with(second.clone());
    assert_eq!(portal(&world), "http://127.0.0.1:1/second");
    assert_eq!(world.get("/sandbox/settings", &[]).json()["paylink_window"], 600);
    // What was changed while it ran is.
    world.admin("/sandbox/paylink/portal/sandbox-merchant", &json!({ "webhook_url": "http://127.0.0.1:1/third" }));
    drop(world);
    assert_eq!(portal(&World::with(second)), "http://127.0.0.1:1/third");
}

#[test]
fn a_merchant_is_not_in_the_file_and_in_the_configuration() {
    let folder = Folder::new();
    let file = folder.file("state");
    let world = World::with(config(&file));
    world.admin("/sandbox/merchants", &json!({ "gateway": "alqaseh", "client_id": "twice", "client_secret": "s" }));
    drop(world);
    let mut other = config(&file);
    other.alqaseh[0].client_id = "twice".to_owned();
    let why = Sandbox::start(other).err().map(|e| e.to_string()).unwrap_or_default();
    assert!(why.starts_with("merchant \"twice\" was added while the sandbox ran"), "{why}");
    assert_eq!(refusal(&file), "");
}

#[test]
fn no_id_is_given_twice() {
    let folder = Folder::new();
    let (file, shop) = (folder.file("state"), Shop::open(&[]));
    let forged = |world: &World| {
        let message = json!({ "url": shop.url, "content_type": "text/plain", "body": "" });
        world.admin("/sandbox/forge", &message)["id"].as_u64().unwrap()
    };
    let mut ids = Vec::new();
    for _ in 0..3 {
        let world = World::with(config(&file));
        ids.extend([forged(&world), forged(&world)]);
        world.admin("/sandbox/reset", &json!({}));
    }
    assert_eq!(ids, [1, 2, 3, 4, 5, 6]);
}
