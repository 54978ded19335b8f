//! A payment that a browser posted itself (TRTYPE 0 or 1): the answer is the page for its card.
//! The callback goes to BACKREF once a card was tried.

use axum::http::StatusCode;
use axum::response::Response;
use maud::html;

use super::cgi_link::Asked;
use super::{NAME, Refusal, pay};
use crate::app::Shared;
use crate::lang::Lang;
use crate::page::{Frame, ResultPage};
use crate::text::Text;

pub(super) fn handle(app: &Shared, lang: Lang, asked: &Asked<'_>) -> Result<Response, Refusal> {
    let id = app.state().egw.admit(asked.fields.clone(), asked.merchant, asked.now)?;
    Ok(pay::form(app, lang, &id, StatusCode::OK, None))
}

/// A customer sees this.
pub(super) fn refuse(lang: Lang, refusal: &Refusal) -> Response {
    let frame = Frame { lang, gateway: NAME, here: "" };
    let text = html! {
        (frame.with(Text::RefusedText, format!("{} (code {})", refusal.text, refusal.rc)))
        @if let Some(source) = &refusal.mac_source { " " (frame.with(Text::SandboxSigned, source)) }
    };
    ResultPage { frame, good: false, title: Text::TitleRefused, text, back: None }.response(StatusCode::OK)
}
