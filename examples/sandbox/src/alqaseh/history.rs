//! `GET /egw/payments/history`: a bare array, or what the settings wrap it in.

use axum::Json;
use axum::extract::{RawQuery, State};
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Response};
use serde::Serialize;
use serde_json::value::RawValue;

use super::payment::{Key, Payment, View};
use super::{Book, bad_request, merchant};
use crate::app::{App, Shared};
use crate::clock::parse_moment;
use crate::config::Envelope;
use crate::money::float32;

/// What can be asked for. The gateway publishes neither the form of `from` and `to` nor how it
/// compares amounts. Here they are days or RFC 3339, of the creation and inclusive, and amounts are
/// equal if they are the same float32. What else is asked for, `language` say, changes nothing.
pub(super) struct Wanted {
    limit: usize,
    offset: usize,
    oldest_first: bool,
    by: By,
    client_id: String,
    since: i64,
    until: i64,
    amount: Option<f32>,
    equal: Vec<(String, String)>,
}

/// In which order: `order_field`.
enum By {
    CreatedAt,
    UpdatedAt,
    Amount,
}

/// The untagged names are the gateway's; a bare array has none.
#[derive(Serialize)]
#[serde(untagged)]
enum Page<'a> {
    Array(Vec<View<'a>>),
    Payments { payments: Vec<View<'a>> },
    Data { data: Vec<View<'a>> },
}

pub(super) async fn handle(State(app): State<Shared>, headers: HeaderMap, RawQuery(query): RawQuery) -> Response {
    let wanted = match wanted(&app, &headers, query.as_deref()) {
        Ok(wanted) => wanted,
        Err(refusal) => return *refusal,
    };
    let state = app.state();
    let envelope = state.settings.history_envelope;
    let views = state.alqaseh.history(&wanted).into_iter().map(Payment::view).collect();
    Json(match envelope {
        Envelope::Array => Page::Array(views),
        Envelope::Payments => Page::Payments { payments: views },
        Envelope::Data => Page::Data { data: views },
    })
    .into_response()
}

/// What a merchant asks for; a refusal if it is no merchant, or asks for nonsense.
pub(super) fn wanted(app: &App, headers: &HeaderMap, query: Option<&str>) -> Result<Wanted, Box<Response>> {
    let merchant = merchant(app, headers)?;
    Wanted::read(&merchant.client_id, query.unwrap_or_default()).map_err(|text| Box::new(bad_request(text)))
}

impl Book {
    /// The payments that are wanted.
    pub(super) fn history(&self, wanted: &Wanted) -> Vec<&Payment> {
        let found = self.payments.all(&wanted.key()).map(|(_, p)| p).filter(|p| wanted.matches(p));
        let mut found: Vec<&Payment> = found.collect();
        match wanted.by {
            By::CreatedAt => {}
            By::UpdatedAt => found.sort_by_key(|p| p.updated_at),
            By::Amount => found.sort_by(|a, b| a.amount.total_cmp(&b.amount)),
        }
        if !wanted.oldest_first {
            found.reverse();
        }
        found.into_iter().skip(wanted.offset).take(wanted.limit).collect()
    }
}

impl Wanted {
    fn read(client_id: &str, query: &str) -> Result<Wanted, &'static str> {
        let mut wanted = Wanted {
            limit: 20,
            offset: 0,
            oldest_first: false,
            by: By::CreatedAt,
            client_id: client_id.to_owned(),
            since: i64::MIN,
            until: i64::MAX,
            amount: None,
            equal: Vec::new(),
        };
        let moment = |v: &str| parse_moment(v).ok_or("from and to are 2026-11-20 or 2026-11-20T13:41:44Z");
        for (name, value) in form_urlencoded::parse(query.as_bytes()) {
            match (&*name, &*value) {
                ("limit", v) => wanted.limit = v.parse().map_err(|_| "limit is a number")?,
                ("offset", v) => wanted.offset = v.parse().map_err(|_| "offset is a number")?,
                ("order_by", "asc") => wanted.oldest_first = true,
                ("order_by", "desc") => wanted.oldest_first = false,
                ("order_by", _) => return Err("order_by is asc or desc"),
                ("order_field", "created_at") => wanted.by = By::CreatedAt,
                ("order_field", "updated_at") => wanted.by = By::UpdatedAt,
                ("order_field", "amount") => wanted.by = By::Amount,
                ("order_field", _) => return Err("order_field is created_at, updated_at or amount"),
                ("from", v) => wanted.since = moment(v)?.0,
                ("to", v) => wanted.until = moment(v)?.1,
                ("amount", v) => {
                    let amount = RawValue::from_string(v.to_owned()).ok().and_then(|json| float32(&json));
                    wanted.amount = Some(amount.ok_or("amount is a number above 0")?);
                }
                _ => wanted.equal.push((name.into_owned(), value.into_owned())),
            }
        }
        Ok(wanted)
    }

    /// By what to look: an order has few payments, a merchant may have many.
    fn key(&self) -> Key {
        let client_id = self.client_id.clone();
        match self.equal.iter().find(|(name, _)| name == "order_id") {
            Some((_, order_id)) => Key::Order(client_id, order_id.clone()),
            None => Key::Merchant(client_id),
        }
    }

    fn matches(&self, payment: &Payment) -> bool {
        let figures = (self.since..=self.until).contains(&payment.created_at)
            && self.amount.is_none_or(|amount| amount == payment.amount);
        figures
            && self.equal.iter().all(|(name, value)| {
                let field = match name.as_str() {
                    "order_id" => &payment.order_id,
                    "payment_id" => &payment.payment_id,
                    "payment_status" => payment.status.word(),
                    "transaction_type" => payment.transaction_type.word(),
                    "currency" => &payment.currency,
                    "approval" => &payment.approval,
                    "rc" => &payment.rc,
                    "rrn" => &payment.rrn,
                    _ => return true,
                };
                field == value
            })
    }
}
