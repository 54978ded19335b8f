//! `/sandbox/paylink`: orders that wait for an acknowledgment, refunds, invoices, settlements, and
//! what a merchant sets in the portal.

use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Json, Router};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

use super::{NoBody, body, problem, read};
use crate::app::Shared;
use crate::paylink::{self, NewOrder, Status};
use crate::why::Why;

pub(super) fn router() -> Router<Shared> {
    Router::new()
        .route("/orders", get(list_orders).post(add_order))
        .route("/orders/{transaction_no}", get(get_order))
        .route("/orders/{transaction_no}/refund", post(refund))
        .route("/invoices", get(invoices))
        .route("/invoices/{transaction_no}/status", post(force_status))
        .route("/settlements", post(settle))
        .route("/portal/{merchant_id}", get(portal).post(set_portal))
}

async fn list_orders(State(app): State<Shared>) -> Response {
    let state = app.state();
    Json(state.paylink.orders.iter().map(|(_, order)| order.view()).collect::<Vec<_>>()).into_response()
}

async fn add_order(State(app): State<Shared>, headers: HeaderMap, body: Bytes) -> Response {
    let order: NewOrder = body!(
        headers,
        body,
        r#"{"merchant": "sandbox-merchant", "transaction_no": "1234567890ABC", "amount": "100.00"}"#
    );
    let now = app.clock.now();
    let mut state = app.state();
    if let Err(text) = state.paylink.check(&order) {
        return problem(StatusCode::BAD_REQUEST, text, "GET /sandbox/merchants lists those there are");
    }
    match state.paylink.add(order, now) {
        Ok(order) => (StatusCode::CREATED, Json(order.view())).into_response(),
        Err(text) => problem(StatusCode::BAD_REQUEST, text, "GET /sandbox/paylink/orders lists those there are"),
    }
}

async fn get_order(State(app): State<Shared>, Path(transaction_no): Path<String>) -> Response {
    match app.state().paylink.orders.find(&transaction_no) {
        Some(order) => Json(order.view()).into_response(),
        None => problem(StatusCode::NOT_FOUND, Why::NoOrder.en(), "GET /sandbox/paylink/orders lists them"),
    }
}

/// What somebody asks for in the portal.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Refund {
    /// The refund fails; the webhook says so.
    #[serde(default)]
    failed: bool,
}

async fn refund(
    State(app): State<Shared>,
    Path(transaction_no): Path<String>,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    let refund: Refund = body!(headers, body, r#"{"failed": false}"#);
    match paylink::refund(&app, &transaction_no, refund.failed).await {
        Ok(order) => Json(order.view()).into_response(),
        Err(text) => problem(StatusCode::CONFLICT, text, "GET /sandbox/paylink/orders lists them with their status"),
    }
}

async fn invoices(State(app): State<Shared>) -> Response {
    let state = app.state();
    Json(state.paylink.invoices.iter().map(|(_, i)| i.view(&app.url)).collect::<Vec<_>>()).into_response()
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Forced {
    status: Status,
}

async fn force_status(
    State(app): State<Shared>,
    Path(transaction_no): Path<String>,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    let Forced { status } = body!(headers, body, r#"{"status": "Declined"}"#);
    let now = app.clock.now();
    if app.state().paylink.force(&transaction_no, status, now) {
        Json(json!({ "transaction_no": transaction_no, "status": status })).into_response()
    } else {
        problem(StatusCode::NOT_FOUND, "no such invoice", "GET /sandbox/paylink/invoices lists them")
    }
}

async fn settle(State(app): State<Shared>, _: NoBody) -> Response {
    let (settlement_number, transaction_nos) = app.state().paylink.settle(app.clock.now());
    Json(json!({ "settlement_number": settlement_number, "transaction_nos": transaction_nos })).into_response()
}

/// What a portal shows: no secrets.
#[derive(Serialize)]
struct Shown<'a> {
    webhook_url: &'a str,
    webhook_header: &'a str,
    webhook_v2: bool,
    refund_webhook_url: &'a str,
}

async fn portal(State(app): State<Shared>, Path(merchant_id): Path<String>) -> Response {
    match app.state().paylink.portal(&merchant_id) {
        Some(portal) => Json(Shown {
            webhook_url: &portal.webhook_url,
            webhook_header: &portal.webhook_header,
            webhook_v2: portal.webhook_v2,
            refund_webhook_url: &portal.refund_webhook_url,
        })
        .into_response(),
        None => problem(StatusCode::NOT_FOUND, "no such merchant", "the sandbox's own is sandbox-merchant"),
    }
}

async fn set_portal(
    State(app): State<Shared>,
    Path(merchant_id): Path<String>,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    let changes: Map<String, Value> = body!(headers, body, r#"{"webhook_url": "http://127.0.0.1:8000/hook"}"#);
    let outcome = app.state().paylink.change_portal(&merchant_id, changes);
    match outcome {
        Some(Err(text)) => {
            let hint = "a portal has webhook_url, webhook_header, webhook_secret, webhook_v2, refund_webhook_url \
                        and refund_webhook_secret";
            problem(StatusCode::BAD_REQUEST, &text, hint)
        }
        Some(Ok(())) | None => portal(State(app), Path(merchant_id)).await,
    }
}
