//! `POST /cgi-bin/cgi_link`: a form whose TRTYPE says what it asks for. A browser that posts a
//! payment gets the page for its card; completions, reversals and status inquiries are answered
//! with a signed reply, in the form that is set.

use std::sync::Arc;

use axum::body::Bytes;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};

use super::fields::{self, Message};
use super::{Book, Fields, Outcome, Refusal, card_page, completion, inquiry, refusal, reply, reversal};
use crate::app::{App, Shared};
use crate::config::Settings;
use crate::lang::Lang;
use crate::merchants::EgwMerchant;

/// A request whose P_SIGN was right, and whose it is.
pub(super) struct Asked<'a> {
    pub(super) fields: &'a Fields,
    /// The id of the merchant.
    pub(super) merchant: &'a str,
    pub(super) now: i64,
}

pub(super) async fn handle(State(app): State<Shared>, lang: Lang, headers: HeaderMap, body: Bytes) -> Response {
    let request = fields::read_form(&headers, &body);
    let message = request.as_ref().and_then(Message::of);
    let (Some(request), Some(message)) = (request, message) else {
        return refuse(&app, &Fields::new(), refusal("-2", "Bad request"));
    };
    let merchant = match whose(&app, &request, message) {
        Ok(found) => found,
        Err(refusal) if message == Message::Start => return card_page::refuse(lang, &refusal),
        Err(refusal) => return refuse(&app, &request, refusal),
    };
    let now = app.clock.now();
    let checked = fields::check(&request, message, &merchant, now);
    let asked = Asked { fields: &request, merchant: &merchant.id, now };
    if message == Message::Start {
        return match checked.and_then(|()| card_page::handle(&app, lang, &asked)) {
            Ok(page) => page,
            Err(refusal) => card_page::refuse(lang, &refusal),
        };
    }
    let mut state = app.state();
    let settings = state.settings.clone();
    let answer = checked.and_then(|()| operation(message)(&mut state.egw, &asked));
    let fields = answer.unwrap_or_else(|refusal| reply::fields(&request, &refusal.outcome(&request)));
    answer_signed(fields, &asked, &merchant, &settings)
}

/// Where a new operation adds its line.
fn operation(message: Message) -> fn(&mut Book, &Asked<'_>) -> Result<Fields, Refusal> {
    match message {
        Message::Completion => completion::handle,
        Message::Reversal => reversal::handle,
        Message::Start | Message::Inquiry => inquiry::handle,
    }
}

fn answer_signed(mut fields: Fields, asked: &Asked<'_>, merchant: &EgwMerchant, settings: &Settings) -> Response {
    let order = &merchant.scheme.later_reply;
    reply::sign(&mut fields, asked.fields, merchant, order, settings, asked.now);
    respond(&fields, settings, asked.fields)
}

/// Nobody's, or under a wrong MAC: the answer bears none.
fn refuse(app: &App, request: &Fields, refusal: Refusal) -> Response {
    let mut fields = reply::fields(request, &refusal.outcome(request));
    if let Some(source) = refusal.mac_source {
        fields.insert("SANDBOX_MAC_SOURCE".to_owned(), source);
    }
    respond(&fields, &app.state().settings, request)
}

fn respond(fields: &Fields, settings: &Settings, request: &Fields) -> Response {
    let to = request.get("BACKREF").map_or("", String::as_str);
    let (content_type, body) = reply::write(fields, settings.egw_reply, to);
    (StatusCode::OK, [(header::CONTENT_TYPE, content_type)], body).into_response()
}

/// The merchant under whose key P_SIGN is right. There is no X-API-Key here, and not every scheme
/// sends a terminal.
fn whose(app: &App, request: &Fields, message: Message) -> Result<Arc<EgwMerchant>, Refusal> {
    fields::check_presence(request, message)?;
    let terminal = request.get("TERMINAL").filter(|t| !t.is_empty());
    let candidates = app.state().egw.merchants.at(terminal.map(String::as_str));
    let mut denied = refusal("-17", "Access denied: P_SIGN does not match");
    for merchant in &candidates {
        match fields::check_mac(request, message, merchant) {
            Ok(()) => return Ok(merchant.clone()),
            // What was signed is worth saying where it is clear which merchant was meant.
            Err(refusal) if candidates.len() == 1 => denied = refusal,
            Err(_) => {}
        }
    }
    Err(denied)
}

impl Refusal {
    fn outcome(&self, request: &Fields) -> Outcome {
        Outcome { message: Some(self.text.clone()), ..Outcome::later(self.action, self.rc, request) }
    }
}
