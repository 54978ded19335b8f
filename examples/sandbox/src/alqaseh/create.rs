//! `POST /egw/payments/create`.

use axum::Json;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Response};
use serde::Deserialize;
use serde_json::json;
use serde_json::value::RawValue;

use super::payment::{Merchant, Payment, Status, TransactionType};
use super::{bad_request, merchant};
use crate::app::{Shared, random_hex};
use crate::config::Amounts;
use crate::money::float32;

/// How long a pay page lives if nothing is asked for. The gateway states no number.
const DEFAULT_HOURS: i64 = 24;

/// The request. Unknown keys are ignored and `null` counts as absent, as in Go.
#[derive(Deserialize)]
struct Create {
    amount: Option<Box<RawValue>>,
    currency: Option<String>,
    description: Option<String>,
    order_id: Option<String>,
    redirect_url: Option<String>,
    transaction_type: Option<String>,
    webhook_url: Option<String>,
    country: Option<String>,
    email: Option<String>,
    custom_data: Option<Box<RawValue>>,
    token_expiry_in_hour: Option<i64>,
    nonce: Option<String>,
    // The request's key is misspelt at the gateway; its replies say `p_sign`.
    p_sing: Option<String>,
}

pub(super) async fn handle(State(app): State<Shared>, headers: HeaderMap, body: Bytes) -> Response {
    let merchant = match merchant(&app, &headers) {
        Ok(merchant) => Merchant::from(&*merchant),
        Err(refusal) => return *refusal,
    };
    let request: Create = match serde_json::from_slice(&body) {
        Ok(request) => request,
        Err(_) => return bad_request("the body is not the JSON this operation takes"),
    };
    let now = app.clock.now();
    let mut state = app.state();
    let id = state.alqaseh.next_id();
    match request.check(merchant, state.settings.alqaseh_amounts, id, now) {
        Err(text) => bad_request(text),
        Ok(payment) => {
            let reply = json!({ "payment_id": payment.payment_id, "token": payment.token });
            state.alqaseh.payments.add(payment);
            Json(reply).into_response()
        }
    }
}

impl Create {
    fn check(self, merchant: Merchant, amounts: Amounts, id: u64, now: i64) -> Result<Payment, &'static str> {
        let sent = self.amount.as_deref().unwrap_or(RawValue::NULL);
        let amount = float32(sent).ok_or("amount must be a number greater than 0")?;
        let hours = self.token_expiry_in_hour.unwrap_or(DEFAULT_HOURS);
        if !(1..=87_600).contains(&hours) {
            return Err("token_expiry_in_hour must be at least 1");
        }
        if let Some(data) = &self.custom_data
            && !data.get().starts_with('{')
        {
            return Err("custom_data must be an object");
        }
        let redirect_url = text(self.redirect_url, 1, 2_048, "redirect_url is required")?;
        if !is_absolute(&redirect_url) {
            return Err("redirect_url must be a URL");
        }
        let webhook_url = self.webhook_url.unwrap_or_default();
        let web =
            ["http://", "https://"].iter().any(|scheme| webhook_url.starts_with(scheme) && is_absolute(&webhook_url));
        if !webhook_url.is_empty() && !web {
            return Err("webhook_url must be an http or https URL");
        }
        Ok(Payment {
            id,
            payment_id: random_hex(16),
            token: random_hex(24),
            order_id: text(self.order_id, 1, 32, "order_id must have 1 to 32 characters")?,
            amount,
            printed_amount: amounts.print(sent.get()),
            currency: letters(self.currency.as_deref(), 3).ok_or("currency must be 3 upper-case letters")?,
            description: text(self.description, 1, 250, "description must have 1 to 250 characters")?,
            status: Status::Prepared,
            transaction_type: transaction_type(self.transaction_type)?,
            redirect_url,
            webhook_url,
            email: optional(self.email, 80, "email must have at most 80 characters")?,
            country: match self.country.as_deref() {
                None | Some("") => String::new(),
                given => letters(given, 2).ok_or("country must be 2 upper-case letters")?,
            },
            custom_data: self.custom_data,
            nonce: optional(self.nonce, 64, "nonce must have 1 to 64 characters")?,
            p_sign: optional(self.p_sing, 256, "p_sing must have 1 to 256 characters")?,
            approval: String::new(),
            rc: String::new(),
            rrn: String::new(),
            timestamp: String::new(),
            merchant,
            created_at: now,
            updated_at: now,
            expires_at: now.saturating_add(hours * 3_600),
            is_closed: false,
            histories: vec![(Status::Prepared, now)],
            reverses: None,
        })
    }
}

/// Absent optional text is empty text, as in Go.
fn optional(value: Option<String>, max: usize, problem: &'static str) -> Result<String, &'static str> {
    text(Some(value.unwrap_or_default()), 0, max, problem)
}

fn text(value: Option<String>, min: usize, max: usize, problem: &'static str) -> Result<String, &'static str> {
    value.filter(|v| (min..=max).contains(&v.chars().count())).ok_or(problem)
}

fn letters(value: Option<&str>, count: usize) -> Option<String> {
    value.filter(|v| v.len() == count && v.bytes().all(|b| b.is_ascii_uppercase())).map(str::to_owned)
}

fn transaction_type(value: Option<String>) -> Result<TransactionType, &'static str> {
    serde_json::from_value(value.into())
        .map_err(|_| "transaction_type must be Retail, Authorization, Reversal or CompleteSales")
}

/// A scheme, a colon and something after it, without blanks or control characters. Apps have
/// schemes of their own, so the scheme itself is free.
fn is_absolute(url: &str) -> bool {
    let Some((scheme, rest)) = url.split_once(':') else {
        return false;
    };
    let scheme_ok = scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme.bytes().all(|b| b.is_ascii_alphanumeric() || b"+-.".contains(&b));
    scheme_ok && rest.len() > 2 && rest.starts_with("//") && !url.chars().any(|c| c.is_control() || c.is_whitespace())
}
