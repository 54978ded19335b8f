//! The state file: whatever was answered is there after a restart, and goes on.

mod file;
mod full;
mod goes_on;
mod keeps;

use std::path::Path;
use std::time::Duration;

use qantara_sandbox::{Config, Sandbox};
use serde_json::{Value, json};

use crate::shop::{JSON, World};

const ALQASEH: (&str, &str) = ("Authorization", "Basic cHVibGljX3Rlc3Q6THIxMHlXV21tMWRYTG9JN1ZnWENyUVZubHExM2MxRzA=");

fn config(state: &Path) -> Config {
    Config { state: Some(state.to_owned()), delivery_waits: vec![Duration::from_millis(20); 3], ..Config::default() }
}

fn create(world: &World, order: &str, change: Value) -> (String, String) {
    let mut body = json!({
        "amount": 150_000_250, "currency": "IQD", "description": "كتابان", "order_id": order,
        "redirect_url": "http://127.0.0.1:1/back", "transaction_type": "Retail", "custom_data": { "big": 12345678901234567890_u64 },
    });
    body.as_object_mut().unwrap().extend(change.as_object().unwrap().clone());
    let reply = world.post("/alqaseh/v1/egw/payments/create", &[ALQASEH, JSON], &body.to_string()).json();
    (reply["payment_id"].as_str().unwrap().to_owned(), reply["token"].as_str().unwrap().to_owned())
}

fn refusal(file: &Path) -> String {
    Sandbox::start(config(file)).err().map(|e| e.to_string()).unwrap_or_default()
}
