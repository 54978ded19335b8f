//! A payment that a browser posted itself (TRTYPE 0 or 1): the answer is the page for its card.
//! The callback goes to BACKREF once a card was tried.

use axum::http::StatusCode;
use axum::response::Response;

use super::cgi_link::Asked;
use super::{NAME, Refusal, pay};
use crate::app::Shared;
use crate::page::ResultPage;

pub(super) fn handle(app: &Shared, asked: &Asked<'_>) -> Result<Response, Refusal> {
    let id = app.state().egw.admit(asked.fields.clone(), asked.merchant, asked.now)?;
    Ok(pay::form(app, &id, StatusCode::OK, None))
}

/// A customer sees this.
pub(super) fn refuse(refusal: &Refusal) -> Response {
    let mut text = format!("The gateway did not take this payment: {} (code {}).", refusal.text, refusal.rc);
    if let Some(source) = &refusal.mac_source {
        text += &format!(" The sandbox had signed: {source}");
    }
    ResultPage { gateway: NAME, good: false, title: "Refused", text: &text, link: None }.response(StatusCode::OK)
}
