//! Many merchants: they come from a file or are added, and see nothing of each other.

mod apart;
mod given;

use serde_json::{Value, json};

use crate::shop::{JSON, World};

const PAYMENTS: &str = "/alqaseh/v1/egw/payments";

const A: (&str, &str) = ("Authorization", "Basic cHVibGljX3Rlc3Q6THIxMHlXV21tMWRYTG9JN1ZnWENyUVZubHExM2MxRzA=");

/// Adds a merchant and returns all of it.
fn added(world: &World, merchant: Value) -> Value {
    world.admin("/sandbox/merchants", &merchant)
}

fn text<'a>(value: &'a Value, name: &str) -> &'a str {
    value[name].as_str().unwrap_or_else(|| panic!("{name} in {value}"))
}

fn basic(merchant: &Value) -> String {
    use base64::Engine;
    let login = format!("{}:{}", text(merchant, "client_id"), text(merchant, "client_secret"));
    format!("Basic {}", base64::engine::general_purpose::STANDARD.encode(login))
}

fn create(world: &World, login: (&str, &str)) -> (String, String) {
    let body = json!({
        "amount": 25000, "currency": "IQD", "description": "x", "order_id": "A-1",
        "redirect_url": "http://127.0.0.1:1/", "transaction_type": "Retail",
    });
    let reply = world.post(&format!("{PAYMENTS}/create"), &[login, JSON], &body.to_string());
    assert_eq!(reply.status, 200, "{}", reply.text);
    (text(&reply.json(), "payment_id").to_owned(), text(&reply.json(), "token").to_owned())
}
