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
    loses_nothing(&["--rounds", "150", "--threads=4"]);
}

#[test]
fn many_at_once_while_things_break() {
    loses_nothing(&["--rounds=150", "--threads", "4", "--seconds=250", "--faults"]);
}

#[test]
fn options_are_checked() {
    for (bad, why) in [
        (&["--rounds", "0"][..], "--rounds takes a number from 1 to 300000"),
        (&["--rounds=0"], "--rounds takes a number from 1 to 300000"),
        (&["--rounds="], "--rounds takes a number from 1 to 300000"),
        (&["--rounds"], "missing argument for option '--rounds'"),
        (&["--threads=65"], "--threads takes a number from 1 to 64"),
        (&["--seconds", "x"], "--seconds takes a number from 1 to 3600"),
        (&["--faults=yes"], "unexpected argument for option '--faults': \"yes\""),
        (&["--state"], "missing argument for option '--state'"),
        (&["--round", "1"], "invalid option '--round'"),
        (&["5"], "unexpected argument \"5\""),
    ] {
        let output = load(bad);
        assert_eq!(output.status.code(), Some(2), "{bad:?}");
        assert_eq!(String::from_utf8_lossy(&output.stderr), format!("load: {why}\nTry --help.\n"));
    }
    // A state file that is there already is refused, however it is named.
    for given in [&["--state", env!("CARGO_MANIFEST_DIR")][..], &[concat!("--state=", env!("CARGO_MANIFEST_DIR"))]] {
        let output = load(given);
        assert_eq!(output.status.code(), Some(1));
        assert!(String::from_utf8_lossy(&output.stderr).contains("checkout is there already"), "{given:?}");
    }
    assert!(String::from_utf8_lossy(&load(&["--help"]).stdout).contains("--faults"));
}
