//! How the program starts: where it listens, and what it says if it can't.

use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::process::Command;

use crate::folder::Folder;
use crate::shop::Program;

/// The exit status, and what it said.
fn failed(options: &[&str]) -> (Option<i32>, String) {
    let output = Command::new(env!("CARGO_BIN_EXE_qantara-sandbox")).args(options).output().unwrap();
    (output.status.code(), String::from_utf8(output.stderr).unwrap())
}

#[test]
fn a_taken_port_is_named() {
    let taken = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
    let port = taken.local_addr().unwrap().port().to_string();
    let (status, said) = failed(&["--port", &port]);
    assert_eq!(status, Some(1));
    assert!(said.starts_with(&format!("The sandbox can't start: can't listen on 127.0.0.1:{port}: ")), "{said}");
    assert!(said.ends_with("--port 0 takes a free port.\n"), "{said}");
}

#[test]
fn the_help_is_named_where_it_helps() {
    let folder = Folder::new();
    let file = folder.file("shops.json");
    std::fs::write(&file, "{\"egw\": [{}]}").unwrap();
    let (status, said) = failed(&["--merchants", file.to_str().unwrap()]);
    assert_eq!(status, Some(2));
    assert!(said.contains("shops.json: ") && said.contains("line 1") && !said.contains("--help"), "{said}");
    assert!(failed(&["--prot"]).1.ends_with("Try --help.\n"));
}

#[test]
fn all_addresses_are_listened_on_if_asked_for() {
    let options = ["--listen", "0.0.0.0", "--public-url", "http://sandbox.example:8480"];
    let mut program = Program::start(&options);
    assert_eq!(program.url, "http://sandbox.example:8480");
    program.printed("dashboard  http://sandbox.example:8480/");

    let world = Program::start(&options[..2]).world();
    // The loopback has more than one address, at least here.
    if cfg!(target_os = "linux") {
        let reached = |port| TcpStream::connect((Ipv4Addr::new(127, 0, 0, 2), port)).is_ok();
        assert!(reached(world.sandbox.port()));
        assert!(!reached(Program::start(&[]).world().sandbox.port()));
    }
    // A name is a foreign one until it is given.
    assert_eq!(world.get("/", &[("Host", "sandbox.example:8480")]).status, 403);
    assert_eq!(world.get("/", &[]).status, 200);
}
