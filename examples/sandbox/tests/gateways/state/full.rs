//! A state file that can't grow.
#![cfg(unix)]

use std::path::Path;

use serde_json::json;

use super::{ALQASEH, config, create};
use crate::folder::Folder;
use crate::shop::{JSON, Program, Shop, World};

/// A sandbox whose state file has no room for much.
fn cramped(file: &Path) -> World {
    let mut shell = std::process::Command::new("sh");
    // No file may grow beyond 64 KiB, and who tries is told so instead of killed.
    shell.args(["-c", "trap '' XFSZ; ulimit -f 128; exec \"$0\" \"$@\"", env!("CARGO_BIN_EXE_qantara-sandbox")]);
    Program::run(shell, &["--state", file.to_str().unwrap()]).world()
}

/// Creates payments until there is no room, and returns the ids of those that were answered.
fn filled(world: &World) -> Vec<String> {
    let body = json!({
        "amount": 5, "currency": "IQD", "description": "d".repeat(250), "order_id": "A-1", "transaction_type": "Retail",
        "redirect_url": format!("http://127.0.0.1:1/{}", "r".repeat(1_900)),
    });
    let mut answered = Vec::new();
    let refused = loop {
        let answer = world.post("/alqaseh/v1/egw/payments/create", &[ALQASEH, JSON], &body.to_string());
        if answer.status != 200 {
            break answer;
        }
        answered.push(answer.json()["payment_id"].as_str().unwrap().to_owned());
        assert!(answered.len() < 1_000, "the file grows without an end");
    };
    assert_eq!((refused.status, refused.text.as_str()), (507, "The sandbox can't write its state file.\n"));
    assert!(!answered.is_empty());
    answered
}

#[test]
fn nothing_is_delivered_that_could_not_be_kept() {
    let folder = Folder::new();
    let (file, shop) = (folder.file("state"), Shop::open(&[]));
    let world = cramped(&file);
    let (id, token) = create(&world, "A-0", json!({ "webhook_url": shop.url }));
    filled(&world);
    // It waits for the first attempt.
    let paid = world.submit(&format!("/alqaseh/pay/{token}"), "5341432900077803", "01/2027", "971");
    assert_eq!(paid.status, 507);
    world.kill("KILL");
    assert_eq!(shop.count(), 0);
    let world = World::with(config(&file));
    let payment = world.get(&format!("/alqaseh/v1/egw/payments/{id}"), &[ALQASEH]).json();
    assert_eq!(payment["payment_status"], "prepared");
    assert_eq!(world.get("/sandbox/deliveries", &[]).text, "[]");
}

#[test]
fn nothing_is_answered_that_could_not_be_kept() {
    let folder = Folder::new();
    let file = folder.file("state");
    let world = cramped(&file);
    let answered = filled(&world);
    let (status, _) = world.kill("TERM");
    assert_eq!(status.code(), Some(1));
    let world = World::with(config(&file));
    for id in answered {
        assert_eq!(world.get(&format!("/alqaseh/v1/egw/payments/{id}"), &[ALQASEH]).status, 200);
    }
}
