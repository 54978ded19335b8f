//! The e-Commerce Gateway ("EGW", version 1.0 of Al Qaseh's interface): one file per operation,
//! the pay page, the signed replies and callbacks, and what they share.
//!
//! A new operation is a new file with a `handle` function, and one line in [`router`] or, if
//! TRTYPE tells it from others, in `cgi_link`.

mod callback;
mod card_page;
mod cgi_link;
mod completion;
mod fields;
mod inquiry;
mod later;
pub(crate) mod pay;
mod prepare;
mod reply;
mod reversal;

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;

use axum::Json;
use axum::Router;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use self::cgi_link::Asked;
pub(crate) use fields::is_web_address;
pub(crate) use reply::escape;

use crate::app::{App, Shared, header, random_digits};
use crate::clock::rfc3339;
use crate::merchants::{self, EgwMerchant, Known};
use crate::table::{Passed, Row, Table};
use crate::text::Text;
use crate::words::words;

/// How the pages name this gateway.
pub(crate) const NAME: Text = Text::EgwName;

/// A message: field names in upper case, as in the form encoding.
pub(crate) type Fields = BTreeMap<String, String>;

/// All prepared payments, oldest first.
#[derive(Default)]
pub(crate) struct Book {
    pub(crate) merchants: Known<EgwMerchant>,
    pub(crate) payments: Table<Payment>,
}

/// A payment as the gateway keeps it.
#[derive(Serialize, Deserialize)]
pub(crate) struct Payment {
    /// The last part of the pay page's address.
    pub(crate) id: String,
    /// The id of the merchant.
    pub(crate) merchant: String,
    pub(crate) request: Fields,
    pub(crate) prepared_at: i64,
    /// From when on it can't be paid.
    pub(crate) expires_at: i64,
    /// Whether it was over before it was paid: it stays so when the clock goes back.
    #[serde(default)]
    is_closed: bool,
    /// The response code of each card that was tried, and when.
    pub(crate) cards: Vec<(Cow<'static, str>, i64)>,
    /// What the last card led to.
    pub(crate) result: Option<Outcome>,
    /// Completions and reversals, the refused ones too, oldest first.
    pub(crate) later: Vec<Later>,
}

/// A completion or reversal of a payment.
#[derive(Serialize, Deserialize)]
pub(crate) struct Later {
    #[serde(rename = "TRTYPE")]
    trtype: String,
    #[serde(rename = "AMOUNT")]
    pub(crate) amount: String,
    pub(crate) reverses: bool,
    pub(crate) at: i64,
    #[serde(flatten)]
    pub(crate) outcome: Outcome,
}

words! {
    /// What the gateway did with a message.
    pub(crate) enum Action {
        Approved = "0",
        Duplicate = "1",
        Declined = "2",
        Fault = "3",
    }
}

words! {
    /// How a payment stands.
    pub(crate) enum Status {
        Prepared = "prepared",
        Declined = "declined",
        Held = "held",
        Paid = "paid",
        Completed = "completed",
        Reversed = "reversed",
        /// Nobody paid in time. The gateway has no word for it; its page says that it is no longer open.
        Expired = "expired",
    }
}

/// What a card, a completion or a reversal led to.
#[derive(Clone, Serialize, Deserialize)]
pub(crate) struct Outcome {
    #[serde(rename = "ACTION")]
    pub(crate) action: Action,
    #[serde(rename = "RC")]
    pub(crate) rc: Cow<'static, str>,
    #[serde(rename = "APPROVAL")]
    pub(crate) approval: String,
    #[serde(rename = "RRN")]
    pub(crate) rrn: String,
    #[serde(rename = "INT_REF")]
    pub(crate) int_ref: String,
    /// Instead of what RC means.
    #[serde(skip)]
    pub(crate) message: Option<Cow<'static, str>>,
}

impl Outcome {
    fn new(action: Action, rc: &'static str) -> Self {
        let empty = String::new;
        Outcome { action, rc: rc.into(), approval: empty(), rrn: empty(), int_ref: empty(), message: None }
    }

    /// The outcome of a completion or reversal: it bears the references it was asked with.
    fn later(action: Action, rc: &'static str, request: &Fields) -> Self {
        let get = |name: &str| request.get(name).cloned().unwrap_or_default();
        let approval = if action == Action::Approved { random_digits(6) } else { String::new() };
        Outcome { approval, rrn: get("RRN"), int_ref: get("INT_REF"), ..Outcome::new(action, rc) }
    }
}

impl Later {
    fn new(asked: &Asked<'_>, reverses: bool, outcome: Outcome) -> Self {
        let get = |name: &str| asked.fields.get(name).cloned().unwrap_or_default();
        Later { trtype: get("TRTYPE"), amount: get("AMOUNT"), reverses, at: asked.now, outcome }
    }

    fn is_approved(&self) -> bool {
        self.outcome.action == Action::Approved
    }
}

pub(crate) fn router() -> Router<Shared> {
    Router::new()
        .route("/api/payment/prepare", post(prepare::handle))
        .route("/cgi-bin/cgi_link", post(cgi_link::handle))
        .route("/pay/{id}", get(pay::show).post(pay::submit))
}

/// By what a payment is found.
#[derive(PartialEq, Eq, Hash)]
pub(crate) enum Key {
    Id(String),
    /// The merchant, and its ORDER.
    Order(String, String),
    /// The merchant, and the last six digits of ORDER.
    Trace(String, String),
}

impl Row for Payment {
    type Key = Key;

    fn keys(&self) -> Vec<Key> {
        vec![
            Key::Id(self.id.clone()),
            Key::Order(self.merchant.clone(), self.field("ORDER").to_owned()),
            Key::Trace(self.merchant.clone(), self.trace().to_owned()),
        ]
    }

    fn deadline(&self) -> Option<i64> {
        Some(self.expires_at)
    }

    /// A pay page that nobody used in time.
    fn pass(&mut self) -> Passed {
        if self.is_approved() || self.is_closed {
            return Passed::Unchanged;
        }
        self.is_closed = true;
        Passed::Changed
    }
}

impl Payment {
    /// A field of the request, or empty text.
    pub(crate) fn field(&self, name: &str) -> &str {
        self.request.get(name).map_or("", String::as_str)
    }

    pub(crate) fn is_approved(&self) -> bool {
        self.result.as_ref().is_some_and(|r| r.action == Action::Approved)
    }

    /// The payment as the admin prints it. `url` is how links to the sandbox begin.
    pub(crate) fn view(&self, url: &str, now: i64) -> Value {
        json!({
            "id": self.id,
            "url": format!("{url}/egw/pay/{}", self.id),
            "prepared_at": rfc3339(self.prepared_at),
            "status": self.status(now),
            "request": self.request,
            "result": self.result,
            "later": self.later,
        })
    }

    /// The completion that took the money.
    pub(crate) fn completion(&self) -> Option<&Later> {
        self.later.iter().find(|l| l.is_approved() && !l.reverses)
    }

    /// The reversal that gave it back.
    fn reversal(&self) -> Option<&Later> {
        self.later.iter().find(|l| l.is_approved() && l.reverses)
    }

    /// How it stands, in a word.
    pub(crate) fn status(&self, now: i64) -> Status {
        match &self.result {
            _ if !self.is_approved() && !self.is_open(now) => Status::Expired,
            _ if self.reversal().is_some() => Status::Reversed,
            _ if self.completion().is_some() => Status::Completed,
            None => Status::Prepared,
            Some(_) if !self.is_approved() => Status::Declined,
            Some(_) if self.field("TRTYPE") == "0" => Status::Held,
            Some(_) => Status::Paid,
        }
    }
}

impl Book {
    /// Forgets everything but the merchants of the configuration.
    pub(crate) fn clear(&mut self) {
        self.merchants.added.clear();
        self.payments.clear();
    }

    /// Does what time alone does.
    pub(crate) fn pass(&mut self, now: i64) {
        self.payments.pass(now);
    }

    /// The payment of a pay page, whoever's it is.
    pub(crate) fn page(&self, id: &str) -> Option<&Payment> {
        self.payments.find(&Key::Id(id.to_owned()))
    }

    /// The payments of a merchant's ORDER and their numbers, oldest first.
    fn of_order<'a>(&'a self, asked: &Asked<'_>) -> impl DoubleEndedIterator<Item = (u64, &'a Payment)> + use<'a> {
        let order = asked.fields.get("ORDER").cloned().unwrap_or_default();
        self.payments.all(&Key::Order(asked.merchant.to_owned(), order))
    }

    /// The approved payment that a completion or reversal refers to by ORDER, RRN and INT_REF, in
    /// the same currency.
    fn referred_to(&mut self, asked: &Asked<'_>) -> Result<&mut Payment, Refusal> {
        let get = |name: &str| asked.fields.get(name).map_or("", String::as_str);
        let same = |r: &Outcome| r.rrn == get("RRN") && r.int_ref == get("INT_REF");
        let refers = |p: &Payment| p.is_approved() && p.result.as_ref().is_some_and(same);
        let found = self.of_order(asked).find(|(_, p)| refers(p)).map(|(number, _)| number);
        let not_found = Refusal { action: Action::Declined, ..refusal("95", "Original not found") };
        let payment = found.and_then(|number| self.payments.get_mut(number)).ok_or(not_found)?;
        if payment.field("CURRENCY") != get("CURRENCY") {
            return Err(refusal("-11", "Error in the CURRENCY field"));
        }
        Ok(payment)
    }
}

/// Finds the merchant behind the X-API-Key.
fn merchant(app: &App, headers: &HeaderMap) -> Option<Arc<EgwMerchant>> {
    let key = header(headers, "x-api-key")?;
    app.state().egw.merchants.find(&merchants::Key::Login(key.to_owned())).cloned()
}

/// Why a message was not accepted: the gateway's code, its meaning, and, for a wrong MAC, what
/// the sandbox had signed (it holds nothing the sender doesn't know).
struct Refusal {
    action: Action,
    rc: &'static str,
    text: Cow<'static, str>,
    mac_source: Option<String>,
}

fn refusal(rc: &'static str, text: impl Into<Cow<'static, str>>) -> Refusal {
    Refusal { action: Action::Fault, rc, text: text.into(), mac_source: None }
}

impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        let mut body = json!({ "ACTION": self.action, "RC": self.rc, "MESSAGE": self.text });
        if let (Some(source), Some(body)) = (self.mac_source, body.as_object_mut()) {
            body.insert("SANDBOX_MAC_SOURCE".to_owned(), source.into());
        }
        (StatusCode::BAD_REQUEST, Json(body)).into_response()
    }
}
