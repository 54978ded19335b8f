//! `/sandbox/deliveries` and `/sandbox/forge`.

use axum::Json;
use axum::body::Bytes;
use axum::extract::rejection::QueryRejection;
use axum::extract::{FromRequestParts, Path, Query, State};
use axum::http::request::Parts;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use serde::Deserialize;
use serde_json::json;

use super::{NoBody, body, problem, read};
use crate::app::{App, Shared};
use crate::deliveries::{self, Message, Wanted};
use crate::reading;

pub(super) async fn list(State(app): State<Shared>, wanted: Result<Query<Wanted>, QueryRejection>) -> Response {
    let wanted = match wanted {
        Ok(Query(wanted)) => wanted,
        Err(e) => {
            let hint = "take any of kind, merchant, order, state, after, limit, wait and count: \
                        ?kind=alqaseh.webhook&state=delivered&count=2&wait=5";
            let text = e.body_text();
            let text = text.strip_prefix("Failed to deserialize query string: ").unwrap_or(&text);
            let (path, message) = text.split_once(": ").unwrap_or((".", text));
            return problem(StatusCode::BAD_REQUEST, &reading::in_words(path, message), hint);
        }
    };
    deliveries::wait(&app, &wanted).await;
    Json(deliveries::list(&app.state(), &wanted)).into_response()
}

/// The number in a path. What is no number is no delivery's.
pub(super) struct Id(u64);

impl<S: Send + Sync> FromRequestParts<S> for Id {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Id, Response> {
        let id = Path::<u64>::from_request_parts(parts, state).await;
        id.map(|Path(id)| Id(id)).map_err(|_| no_such_delivery())
    }
}

pub(super) async fn get(State(app): State<Shared>, Id(id): Id) -> Response {
    delivery(&app, id)
}

pub(super) async fn repeat(State(app): State<Shared>, Id(id): Id, _: NoBody) -> Response {
    deliveries::repeat(&app, id).await;
    delivery(&app, id)
}

pub(super) async fn release(State(app): State<Shared>, Id(id): Id, _: NoBody) -> Response {
    if !deliveries::release(&app, id).await && app.state().deliveries.get(id).is_some() {
        let hint = "repeat sends it again, however it stands";
        return problem(StatusCode::CONFLICT, "this delivery is not held back", hint);
    }
    delivery(&app, id)
}

pub(super) async fn release_all(State(app): State<Shared>, _: NoBody) -> Response {
    Json(json!({ "released": deliveries::release_all(&app).await })).into_response()
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Forged {
    url: String,
    content_type: String,
    body: String,
    header: Option<Header>,
}

/// A header that the message bears: Paylink's webhooks are known by one.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Header {
    name: String,
    value: String,
}

pub(super) async fn forge(State(app): State<Shared>, headers: HeaderMap, body: Bytes) -> Response {
    let example = r#"{"url": "http://127.0.0.1:8000/hook", "content_type": "application/json", "body": "{}", "header": {"name": "X-Webhook-Secret", "value": "guessed"}}"#;
    let forged: Forged = body!(headers, body, example);
    let Forged { url, content_type, body, header } = forged;
    let header = header.map(|Header { name, value }| (name, value));
    match deliveries::forge(&app, Message { url, content_type, body, header, ..Message::default() }).await {
        Ok(id) => delivery(&app, id),
        Err(text) => problem(StatusCode::BAD_REQUEST, text, &format!("for example {example}")),
    }
}

fn delivery(app: &App, id: u64) -> Response {
    match app.state().deliveries.get(id) {
        Some(delivery) => Json(delivery.view(id)).into_response(),
        None => no_such_delivery(),
    }
}

fn no_such_delivery() -> Response {
    let hint = "GET /sandbox/deliveries lists them; a reset forgets them";
    problem(StatusCode::NOT_FOUND, "no such delivery", hint)
}
