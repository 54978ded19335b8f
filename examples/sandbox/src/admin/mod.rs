//! `/sandbox`: the clock, faults, deliveries and orders, for tests and demos. Nothing here lists
//! a secret or a card number.

mod deliveries;
mod faults;
mod merchants;
mod paylink;

use axum::body::Bytes;
use axum::extract::{FromRequest, Path, Request, State};
use axum::http::{HeaderMap, StatusCode};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Json, Router};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value, json};

use crate::app::{App, Shared, is_json};
use crate::cards::{ALQASEH, EGW, PAYLINK};
use crate::clock::rfc3339;
use crate::lang::Lang;
use crate::reading;
use crate::why::Why;
use crate::{alqaseh, egw};

pub(crate) fn router() -> Router<Shared> {
    Router::new()
        .route("/clock", get(clock).post(set_clock))
        .route("/reset", post(reset))
        .route("/faults", get(faults::list).post(faults::add).delete(faults::clear))
        .nest("/merchants", merchants::router())
        .route("/payments", get(payments))
        .route("/payments/{id}/status", post(force_status))
        .route("/payments/{id}/expire", post(expire))
        .route("/pay", post(pay))
        .route("/settings", get(settings).post(set_settings))
        .nest("/paylink", paylink::router())
        .route("/deliveries", get(deliveries::list))
        .route("/deliveries/release", post(deliveries::release_all))
        .route("/deliveries/{id}", get(deliveries::get))
        .route("/deliveries/{id}/repeat", post(deliveries::repeat))
        .route("/deliveries/{id}/release", post(deliveries::release))
        .route("/forge", post(deliveries::forge))
        .layer(middleware::from_fn(known_parameters))
        .fallback(no_such_path)
        .method_not_allowed_fallback(no_such_method)
}

/// What is wrong, and what to do about it.
fn problem(status: StatusCode, error: &str, hint: &str) -> Response {
    (status, Json(json!({ "error": error, "hint": hint }))).into_response()
}

async fn no_such_path() -> Response {
    problem(StatusCode::NOT_FOUND, "there is no such path under /sandbox", "the sandbox's README lists them")
}

async fn no_such_method() -> Response {
    problem(StatusCode::METHOD_NOT_ALLOWED, "this path has no such method", "the Allow header lists those it has")
}

/// Only a list of deliveries takes parameters, and reads them itself.
async fn known_parameters(request: Request, next: Next) -> Response {
    let uri = request.uri();
    if uri.query().is_none_or(str::is_empty) || uri.path().ends_with("/deliveries") {
        return next.run(request).await;
    }
    problem(StatusCode::BAD_REQUEST, "this path takes no parameters", "leave out what follows the question mark")
}

/// The body of what has nothing to be told: none, or an empty object.
struct NoBody;

impl<S: Send + Sync> FromRequest<S> for NoBody {
    type Rejection = Response;

    async fn from_request(request: Request, state: &S) -> Result<NoBody, Response> {
        let body = Bytes::from_request(request, state).await.map_err(IntoResponse::into_response)?;
        let is_empty = |body: &[u8]| serde_json::from_slice::<Map<String, Value>>(body).is_ok_and(|m| m.is_empty());
        if body.is_empty() || is_empty(&body) {
            return Ok(NoBody);
        }
        Err(problem(StatusCode::BAD_REQUEST, "this takes no fields", "send no body, or {}"))
    }
}

/// Reads a JSON body. The Content-Type is required because a web page of another site can't send
/// it without asking first.
fn read<T: DeserializeOwned>(headers: &HeaderMap, body: &[u8], example: &str) -> Result<T, Box<Response>> {
    let bad = |error: &str, hint: &str| Box::new(problem(StatusCode::BAD_REQUEST, error, hint));
    if !is_json(headers) {
        return Err(bad("the body must be JSON", "send Content-Type: application/json"));
    }
    reading::from_slice(body).map_err(|e| bad(&e, &format!("for example {example}")))
}

macro_rules! body {
    ($headers:expr, $body:expr, $example:expr) => {
        match read(&$headers, &$body, $example) {
            Ok(value) => value,
            Err(refusal) => return *refusal,
        }
    };
}
pub(crate) use body;

fn time(app: &App) -> Response {
    let now = app.clock.now();
    Json(json!({ "now": now, "utc": rfc3339(now) })).into_response()
}

async fn clock(State(app): State<Shared>) -> Response {
    time(&app)
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Move {
    now: Option<i64>,
    advance: Option<i64>,
}

async fn set_clock(State(app): State<Shared>, headers: HeaderMap, body: Bytes) -> Response {
    let example = r#"{"advance": 3600}"#;
    let moved = match body!(headers, body, example) {
        Move { now: Some(now), advance: None } => app.set_clock(now),
        Move { now: None, advance: Some(seconds) } => app.advance_clock(seconds),
        _ => {
            let hint = format!("one of them, in seconds: for example {example}");
            return problem(StatusCode::BAD_REQUEST, "say now or advance", &hint);
        }
    };
    if moved { time(&app) } else { problem(StatusCode::BAD_REQUEST, Why::Year.en(), "now and advance are seconds") }
}

async fn reset(State(app): State<Shared>, _: NoBody) -> Response {
    app.reset();
    Json(json!({ "status": "reset" })).into_response()
}

async fn settings(State(app): State<Shared>) -> Response {
    Json(&*app.state().settings).into_response()
}

async fn set_settings(State(app): State<Shared>, headers: HeaderMap, body: Bytes) -> Response {
    let changes: Map<String, Value> = body!(headers, body, r#"{"history_envelope": "data"}"#);
    let mut state = app.state();
    match state.change_settings(changes) {
        Ok(()) => Json(&*state.settings).into_response(),
        Err(text) => problem(StatusCode::BAD_REQUEST, &text, "GET /sandbox/settings shows all there are"),
    }
}

async fn payments(State(app): State<Shared>) -> Response {
    let (state, now) = (app.state(), app.clock.now());
    let egw: Vec<Value> = state.egw.payments.iter().map(|(_, p)| p.view(&app.url, now)).collect();
    let alqaseh: Vec<_> = state.alqaseh.payments.iter().map(|(_, p)| p.view()).collect();
    // Not json!: it would turn the float32 amounts into doubles.
    #[derive(serde::Serialize)]
    struct Payments<'a> {
        alqaseh: Vec<alqaseh::View<'a>>,
        egw: Vec<Value>,
    }
    Json(Payments { alqaseh, egw }).into_response()
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Status {
    status: alqaseh::Status,
}

async fn force_status(
    State(app): State<Shared>,
    Path(payment_id): Path<String>,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    let Status { status } = body!(headers, body, r#"{"status": "unknown"}"#);
    let now = app.clock.now();
    if app.state().alqaseh.force(&payment_id, status, now) {
        Json(json!({ "payment_id": payment_id, "payment_status": status })).into_response()
    } else {
        problem(StatusCode::NOT_FOUND, Why::NoPayment.en(), "GET /sandbox/payments lists them by payment_id")
    }
}

/// Closes the page of a payment of either system of Al Qaseh's.
async fn expire(State(app): State<Shared>, Path(id): Path<String>, _: NoBody) -> Response {
    let now = app.clock.now();
    let mut state = app.state();
    let is_egw = state.egw.page(&id).is_some();
    match if is_egw { state.egw.expire(&id, now) } else { state.alqaseh.expire(&id, now) } {
        Ok(()) => Json(json!({ "id": id, "status": "expired" })).into_response(),
        Err(text) => problem(StatusCode::CONFLICT, text, "GET /sandbox/payments lists them with their status"),
    }
}

/// `token` of an Al Qaseh payment, `id` of an e-Commerce Gateway payment, or `transaction_no` of a
/// Paylink invoice (the page's URL will do for each). What is left out of the card is the gateway's
/// test card's.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Pay {
    token: Option<String>,
    id: Option<String>,
    transaction_no: Option<String>,
    number: Option<String>,
    expiry: Option<String>,
    cvv: Option<String>,
}

async fn pay(State(app): State<Shared>, headers: HeaderMap, body: Bytes) -> Response {
    let pay: Pay = body!(headers, body, r#"{"token": "<the pay page's URL>"}"#);
    let test = match (&pay.token, &pay.id) {
        (Some(_), _) => &ALQASEH,
        (None, Some(_)) => &EGW,
        (None, None) => &PAYLINK,
    };
    let given = [pay.number.as_deref(), pay.expiry.as_deref(), pay.cvv.as_deref()];
    let card = match test.with(given) {
        Ok(card) => card,
        Err(text) => {
            return problem(
                StatusCode::UNPROCESSABLE_ENTITY,
                text.in_lang(Lang::En),
                "leave the card out for the test card",
            );
        }
    };
    let last = |text: String| text.rsplit('/').next().unwrap_or_default().to_owned();
    let outcome = match (pay.token, pay.id, pay.transaction_no) {
        (Some(token), None, None) => {
            alqaseh::pay::pay(&app, &last(token), &card).await.map(|o| Json(o).into_response())
        }
        (None, Some(id), None) => egw::pay::pay(&app, &last(id), &card).await.map(|o| Json(o).into_response()),
        (None, None, Some(number)) => {
            crate::paylink::pay::pay(&app, &last(number), &card).await.map(|o| Json(o).into_response())
        }
        _ => {
            let hint = "one of them: a payment of API 2.0, of EGW, or of Paylink";
            return problem(StatusCode::BAD_REQUEST, "say token, id or transaction_no", hint);
        }
    };
    let hint = "GET /sandbox/payments and /sandbox/paylink/invoices list them";
    outcome.unwrap_or_else(|| problem(StatusCode::CONFLICT, Why::NoneOpen.en(), hint))
}
