//! `/sandbox/merchants`: who the gateways know, and new ones.

use axum::body::Bytes;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::{Json, Router};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

use super::{body, problem, read};
use crate::app::{self, Shared, random_digits, random_hex};
use crate::faults::Gateway;
use crate::merchants::{AlQasehMerchant, EgwMerchant, Known, Merchant, PaylinkMerchant};
use crate::reading;

pub(super) fn router() -> Router<Shared> {
    Router::new().route("/", axum::routing::get(list).post(add))
}

/// What is listed of merchants: no secrets.
#[derive(Serialize)]
struct Listed {
    alqaseh: Vec<Value>,
    egw: Vec<Value>,
    paylink: Vec<Value>,
}

async fn list(State(app): State<Shared>) -> Response {
    let state = app.state();
    let alqaseh = |m: &AlQasehMerchant| json!({ "client_id": m.client_id, "merchant_id": m.merchant_id, "terminal_id": m.terminal_id });
    let egw = |m: &EgwMerchant| {
        let has_old_key = m.old_mac_key.is_some();
        json!({ "id": m.id, "scheme": m.scheme.name, "fields": m.fields, "has_old_key": has_old_key })
    };
    let paylink = |m: &PaylinkMerchant| json!({ "merchant_id": m.merchant_id, "api_id": m.api_id });
    Json(Listed {
        alqaseh: state.alqaseh.merchants.iter().map(|m| alqaseh(m)).collect(),
        egw: state.egw.merchants.iter().map(|m| egw(m)).collect(),
        paylink: state.paylink.merchants.iter().map(|m| paylink(m)).collect(),
    })
    .into_response()
}

/// A merchant as the file of merchants has it, but that all may be left out.
#[derive(Deserialize)]
struct Wanted {
    gateway: Gateway,
    #[serde(flatten)]
    merchant: Map<String, Value>,
}

async fn add(State(app): State<Shared>, headers: HeaderMap, body: Bytes) -> Response {
    let Wanted { gateway, merchant } = body!(headers, body, r#"{"gateway": "alqaseh"}"#);
    let mut state = app.state();
    let app::State { alqaseh, egw, paylink, .. } = &mut *state;
    let added = match gateway {
        Gateway::AlQaseh => {
            let number = alqaseh.merchants.iter().map(|m| m.merchant_id).max().unwrap_or_default().saturating_add(1);
            new(&mut alqaseh.merchants, merchant, alqaseh_defaults(number))
        }
        Gateway::Egw => new(&mut egw.merchants, merchant, egw_defaults()),
        Gateway::Paylink => new(&mut paylink.merchants, merchant, paylink_defaults()),
    };
    match added {
        Ok(merchant) => (StatusCode::CREATED, Json(merchant)).into_response(),
        Err(text) => problem(
            StatusCode::BAD_REQUEST,
            &text,
            "a merchant has the fields it has in a file of merchants; see the README",
        ),
    }
}

/// Adds a merchant and says all of it, for the only time; the text says why not.
fn new<T: Merchant>(known: &mut Known<T>, given: Map<String, Value>, mut fields: Value) -> Result<Value, String> {
    if let Some(fields) = fields.as_object_mut() {
        fields.extend(given);
    }
    let merchant = reading::from_value::<T>(fields)?;
    let merchant = known.add(merchant)?;
    serde_json::to_value(&*merchant).map_err(|e| e.to_string())
}

fn alqaseh_defaults(number: u64) -> Value {
    json!({
        "client_id": format!("merchant-{}", random_hex(4)),
        "client_secret": random_hex(16),
        "merchant_id": number,
        "terminal_id": random_digits(8),
    })
}

fn egw_defaults() -> Value {
    let terminal = random_digits(8);
    json!({
        "id": terminal,
        "api_key": random_hex(16),
        "mac_key": random_hex(16).to_uppercase(),
        "scheme": "demo",
        "fields": { "TERMINAL": terminal, "MERCHANT": format!("M{terminal}"), "MERCH_NAME": "Sandbox shop" },
    })
}

fn paylink_defaults() -> Value {
    let name = random_hex(4);
    json!({
        "merchant_id": format!("merchant-{name}"),
        "api_key": random_hex(16),
        "api_id": format!("api-{name}"),
        "secret_key": random_hex(16),
        "portal": { "webhook_secret": random_hex(16), "refund_webhook_secret": random_hex(16) },
    })
}
