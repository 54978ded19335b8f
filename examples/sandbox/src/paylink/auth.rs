//! `POST /api/auth`: a token for the invoices' API, and whose token it is.

use std::sync::Arc;

use axum::Json;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::problem;
use crate::app::{App, Shared, header, is_json, random_hex};
use crate::merchants::{Key, PaylinkMerchant};
use crate::table::{Passed, Row};

/// How long a token lives, on the sandbox's clock.
const LIFE: i64 = 30 * 60;
/// How long it lives if it is to persist.
const LONG_LIFE: i64 = 30 * 3_600;

/// A token that was handed out.
#[derive(Serialize, Deserialize)]
pub(crate) struct Session {
    token: String,
    pub(crate) merchant_id: String,
    expires_at: i64,
}

impl Row for Session {
    /// The token.
    type Key = String;

    fn keys(&self) -> Vec<String> {
        vec![self.token.clone()]
    }

    fn deadline(&self) -> Option<i64> {
        Some(self.expires_at)
    }

    fn pass(&mut self) -> Passed {
        Passed::Over
    }
}

/// The request. It holds a password, so it has no `Debug`.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Auth {
    api_id: String,
    secret_key: String,
    #[serde(default)]
    persist_token: bool,
}

pub(super) async fn handle(State(app): State<Shared>, headers: HeaderMap, body: Bytes) -> Response {
    let request = match serde_json::from_slice::<Auth>(&body) {
        Ok(request) if is_json(&headers) => request,
        _ => return problem(StatusCode::BAD_REQUEST, "apiId, secretKey and persistToken are required"),
    };
    let merchant = app.state().paylink.merchants.find(&Key::Login(request.api_id.clone())).cloned();
    let knows = |m: &Arc<PaylinkMerchant>| m.api_id == request.api_id && m.secret_key == request.secret_key;
    let Some(merchant) = merchant.filter(knows) else {
        return problem(StatusCode::UNAUTHORIZED, "Invalid credentials, apiId or secretKey");
    };
    let now = app.clock.now();
    let token = random_hex(24);
    app.state().paylink.sessions.add(Session {
        token: token.clone(),
        merchant_id: merchant.merchant_id.clone(),
        expires_at: now.saturating_add(if request.persist_token { LONG_LIFE } else { LIFE }),
    });
    Json(json!({ "id_token": token })).into_response()
}

/// The merchant id behind `Authorization: Bearer …`.
pub(super) fn bearer(app: &App, headers: &HeaderMap) -> Result<String, Box<Response>> {
    let state = app.state();
    let session = token(headers).and_then(|token| state.paylink.sessions.find(&token.to_owned()));
    let expired = || Box::new(problem(StatusCode::UNAUTHORIZED, "the token is missing, wrong or expired"));
    session.map(|s| s.merchant_id.clone()).ok_or_else(expired)
}

/// The token of `Authorization: Bearer …`.
pub(crate) fn token(headers: &HeaderMap) -> Option<&str> {
    let (scheme, token) = header(headers, "authorization")?.split_once(' ')?;
    scheme.eq_ignore_ascii_case("bearer").then(|| token.trim())
}
