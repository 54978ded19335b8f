//! A short load: the books and the gateways' agree, also when replies and webhooks go astray; and bad options end it.
#![allow(clippy::unwrap_used)]

use std::process::{Command, Output};

fn load(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_load")).args(arguments).output().unwrap()
}

fn loses_nothing(arguments: &[&str]) {
    let output = load(arguments);
    let (said, wrong) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert!(output.status.success(), "{said}{wrong}");
    assert!(said.contains("paid         alqaseh 50, egw 50, paylink 50\n"), "{said}");
}

#[test]
fn many_at_once() {
    loses_nothing(&["--rounds", "150", "--threads", "4"]);
}

#[test]
fn many_at_once_while_things_break() {
    loses_nothing(&["--rounds", "150", "--threads", "4", "--faults"]);
}

#[test]
fn options_are_checked() {
    for bad in [&["--rounds", "0"][..], &["--rounds"], &["--threads", "65"], &["--seconds", "x"], &["--round", "1"]] {
        assert_eq!(load(bad).status.code(), Some(2), "{bad:?}");
    }
    assert!(String::from_utf8_lossy(&load(&["--help"]).stdout).contains("--faults"));
}
