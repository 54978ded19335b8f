//! The program stops with care: what was begun ends, what was answered is kept.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::mpsc::channel;
use std::sync::{Arc, Mutex};

use serde_json::json;

use crate::folder::Folder;
use crate::shop::{JSON, Program, World};

const ALQASEH: (&str, &str) = ("Authorization", "Basic cHVibGljX3Rlc3Q6THIxMHlXV21tMWRYTG9JN1ZnWENyUVZubHExM2MxRzA=");
const CREATE: &str = "/alqaseh/v1/egw/payments/create";

fn order(webhook: &str) -> String {
    let order = json!({
        "amount": 5, "currency": "IQD", "description": "x", "order_id": "A-1", "transaction_type": "Retail",
        "redirect_url": "http://127.0.0.1:1/", "webhook_url": webhook,
    });
    order.to_string()
}

/// A request that is under way, and how it ends: with all that arrives.
fn slow_request(world: &World, milliseconds: u64) -> TcpStream {
    world.admin("/sandbox/faults", &json!({ "kind": "delay", "path": "/alqaseh/pay", "milliseconds": milliseconds }));
    let mut stream = TcpStream::connect(("127.0.0.1", world.sandbox.port())).unwrap();
    stream.write_all(b"GET /alqaseh/pay/none HTTP/1.1\r\nHost: x\r\n\r\n").unwrap();
    // It suffers the fault once it is being answered.
    while world.get("/sandbox/faults", &[]).json() != json!([]) {}
    stream
}

fn arrived(mut stream: TcpStream) -> String {
    let mut text = String::new();
    let _ = stream.read_to_string(&mut text);
    text
}

#[test]
fn what_was_begun_ends() {
    for signal in ["TERM", "INT"] {
        let mut world = Program::start(&[]).world();
        let slow = slow_request(&world, 1_000);
        world.program().signal(signal);
        world.program().printed("Stopping");
        let answer = arrived(slow);
        assert!(answer.starts_with("HTTP/1.1 404 ") && answer.ends_with("</html>\n"), "{answer}");
        let (status, said) = world.program().end();
        assert_eq!((status.code(), said.as_str()), (Some(0), "Stopped: all that was running came to its end.\n"));
        assert!(TcpStream::connect(("127.0.0.1", world.sandbox.port())).is_err());
    }
}

#[test]
fn what_takes_too_long_is_cut_off() {
    let mut world = Program::start(&["--stop-within", "0"]).world();
    let slow = slow_request(&world, 60_000);
    world.program().signal("TERM");
    assert_eq!(arrived(slow), "");
    let (status, said) = world.program().end();
    assert_eq!(status.code(), Some(0));
    assert!(said.ends_with("Stopped: what took too long was cut off.\n"), "{said}");
}

#[test]
fn a_second_signal_ends_it_at_once() {
    let mut world = Program::start(&["--stop-within", "3600"]).world();
    let slow = slow_request(&world, 60_000);
    world.program().signal("INT");
    world.program().printed("Stopping");
    world.program().signal("INT");
    assert_eq!(arrived(slow), "");
    assert_eq!(world.program().end().0.code(), Some(1));
}

#[cfg(feature = "state")]
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

#[cfg(feature = "state")]
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
