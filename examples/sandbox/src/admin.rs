//! `/sandbox`: the clock, faults, deliveries and orders, for tests and demos. Nothing here lists
//! a secret or a card number.

use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Json, Router};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use crate::app::{App, Shared};
use crate::cards::{ALQASEH, Card, EGW};
use crate::clock::rfc3339;
use crate::deliveries::{self, Message};
use crate::{alqaseh, egw, faults, paylink};

pub(crate) fn router() -> Router<Shared> {
    Router::new()
        .route("/clock", get(clock).post(set_clock))
        .route("/reset", post(reset))
        .route("/faults", get(list_faults).post(add_fault).delete(clear_faults))
        .route("/payments", get(payments))
        .route("/payments/{payment_id}/status", post(force_status))
        .route("/pay", post(pay))
        .route("/paylink/orders", get(list_orders).post(add_order))
        .route("/paylink/orders/{transaction_no}", get(get_order))
        .route("/deliveries", get(list_deliveries))
        .route("/deliveries/{id}/repeat", post(repeat))
        .route("/forge", post(forge))
}

fn problem(status: StatusCode, text: &str) -> Response {
    (status, Json(json!({ "error": text }))).into_response()
}

/// Reads a JSON body. The Content-Type is required because a web page of another site can't send
/// it without asking first.
fn read<T: DeserializeOwned>(headers: &HeaderMap, body: &[u8]) -> Result<T, Box<Response>> {
    let json = headers
        .get(header::CONTENT_TYPE)
        .and_then(|v| v.to_str().ok())
        .is_some_and(|v| v.to_ascii_lowercase().starts_with("application/json"));
    let bad = |text: &str| Box::new(problem(StatusCode::BAD_REQUEST, text));
    if !json {
        return Err(bad("send Content-Type: application/json"));
    }
    serde_json::from_slice(body).map_err(|e| bad(&e.to_string()))
}

macro_rules! body {
    ($headers:expr, $body:expr) => {
        match read(&$headers, &$body) {
            Ok(value) => value,
            Err(refusal) => return *refusal,
        }
    };
}

fn time(app: &App) -> Response {
    let now = app.clock.now();
    Json(json!({ "now": now, "utc": rfc3339(now) })).into_response()
}

async fn clock(State(app): State<Shared>) -> Response {
    time(&app)
}

#[derive(Deserialize)]
#[serde(rename_all = "snake_case")]
enum Move {
    Now(i64),
    Advance(i64),
}

async fn set_clock(State(app): State<Shared>, headers: HeaderMap, body: Bytes) -> Response {
    let moved = match body!(headers, body) {
        Move::Now(now) => app.clock.set(now),
        Move::Advance(seconds) => app.clock.advance(seconds),
    };
    if moved { time(&app) } else { problem(StatusCode::BAD_REQUEST, "the year must be 1970 to 9999") }
}

async fn reset(State(app): State<Shared>) -> Response {
    app.reset();
    Json(json!({ "status": "reset" })).into_response()
}

async fn list_faults(State(app): State<Shared>) -> Response {
    Json(app.state().faults.list()).into_response()
}

async fn add_fault(State(app): State<Shared>, headers: HeaderMap, body: Bytes) -> Response {
    let fault: faults::Fault = body!(headers, body);
    match app.state().faults.add(fault.clone()) {
        Ok(()) => (StatusCode::CREATED, Json(fault)).into_response(),
        Err(text) => problem(StatusCode::BAD_REQUEST, text),
    }
}

async fn clear_faults(State(app): State<Shared>) -> Response {
    app.state().faults.clear();
    Json(json!({ "status": "cleared" })).into_response()
}

async fn payments(State(app): State<Shared>) -> Response {
    let now = app.clock.now();
    let mut state = app.state();
    let egw: Vec<Value> = state
        .egw
        .payments
        .iter()
        .map(|p| {
            json!({
                "id": p.id,
                "url": format!("{}/egw/pay/{}", app.url, p.id),
                "prepared_at": rfc3339(p.prepared_at),
                "request": p.request,
                "result": p.result,
            })
        })
        .collect();
    for payment in &mut state.alqaseh.payments {
        payment.expire(now);
    }
    let alqaseh: Vec<_> = state.alqaseh.payments.iter().map(|p| p.view()).collect();
    // Not json!: it would turn the float32 amounts into doubles.
    #[derive(serde::Serialize)]
    struct Payments<'a> {
        alqaseh: Vec<alqaseh::View<'a>>,
        egw: Vec<Value>,
    }
    Json(Payments { alqaseh, egw }).into_response()
}

#[derive(Deserialize)]
struct Status {
    status: String,
}

async fn force_status(
    State(app): State<Shared>,
    Path(payment_id): Path<String>,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    let wanted: Status = body!(headers, body);
    let all = alqaseh::STATUSES;
    let Some(status) = all.into_iter().find(|s| *s == wanted.status) else {
        return problem(StatusCode::BAD_REQUEST, "no such status");
    };
    let now = app.clock.now();
    if app.state().alqaseh.force(&payment_id, status, now) {
        Json(json!({ "payment_id": payment_id, "payment_status": status })).into_response()
    } else {
        problem(StatusCode::NOT_FOUND, "no such payment")
    }
}

/// `token` of an Al Qaseh payment, or `id` of an e-Commerce Gateway payment (a pay page's URL
/// will do for both). What is left out of the card is the
/// gateway's published test card's.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Pay {
    token: Option<String>,
    id: Option<String>,
    number: Option<String>,
    expiry: Option<String>,
    cvv: Option<String>,
}

async fn pay(State(app): State<Shared>, headers: HeaderMap, body: Bytes) -> Response {
    let pay: Pay = body!(headers, body);
    let test = if pay.token.is_some() { &ALQASEH } else { &EGW };
    let card = Card::read(
        &pay.number.unwrap_or_else(|| test.number.to_owned()),
        &pay.expiry.unwrap_or_else(|| test.expiry(app.clock.now())),
        &pay.cvv.unwrap_or_else(|| test.cvv.to_owned()),
    );
    let card = match card {
        Ok(card) => card,
        Err(text) => return problem(StatusCode::UNPROCESSABLE_ENTITY, text),
    };
    let last = |text: String| text.rsplit('/').next().unwrap_or_default().to_owned();
    let outcome = match (pay.token, pay.id) {
        (Some(token), None) => alqaseh::pay::pay(&app, &last(token), &card).await.map(|o| Json(o).into_response()),
        (None, Some(id)) => egw::pay::pay(&app, &last(id), &card).await.map(|o| Json(o).into_response()),
        _ => return problem(StatusCode::BAD_REQUEST, "say token or id"),
    };
    outcome.unwrap_or_else(|| problem(StatusCode::CONFLICT, "no such payment is open"))
}

async fn list_orders(State(app): State<Shared>) -> Response {
    let now = app.clock.now();
    Json(app.state().paylink.list(now)).into_response()
}

async fn add_order(State(app): State<Shared>, headers: HeaderMap, body: Bytes) -> Response {
    let order: paylink::NewOrder = body!(headers, body);
    let now = app.clock.now();
    match app.state().paylink.add(order, now) {
        Ok(order) => (StatusCode::CREATED, Json(order)).into_response(),
        Err(text) => problem(StatusCode::BAD_REQUEST, text),
    }
}

async fn get_order(State(app): State<Shared>, Path(transaction_no): Path<String>) -> Response {
    let now = app.clock.now();
    match app.state().paylink.get(&transaction_no, now) {
        Some(order) => Json(order).into_response(),
        None => problem(StatusCode::NOT_FOUND, "no such order"),
    }
}

async fn list_deliveries(State(app): State<Shared>) -> Response {
    Json(app.state().deliveries.list()).into_response()
}

async fn repeat(State(app): State<Shared>, Path(id): Path<u64>) -> Response {
    if deliveries::repeat(&app, id).await {
        delivery(&app, id)
    } else {
        problem(StatusCode::NOT_FOUND, "no such delivery")
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Forged {
    url: String,
    content_type: String,
    body: String,
}

async fn forge(State(app): State<Shared>, headers: HeaderMap, body: Bytes) -> Response {
    let forged: Forged = body!(headers, body);
    let message = Message { kind: "forged", url: forged.url, content_type: forged.content_type, body: forged.body };
    let id = deliveries::send(&app, message).await;
    delivery(&app, id)
}

fn delivery(app: &App, id: u64) -> Response {
    match app.state().deliveries.find(id) {
        Some(delivery) => Json(&*delivery).into_response(),
        None => problem(StatusCode::NOT_FOUND, "forgotten by a reset"),
    }
}
