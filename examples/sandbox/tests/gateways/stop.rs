//! The program stops with care: what was begun ends.

use std::io::{Read, Write};
use std::net::TcpStream;

use serde_json::json;

use crate::shop::{Program, World};

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
