//! A payment: its life, and how the gateway prints it.

use serde::Serialize;
use serde_json::value::RawValue;

use crate::app::random_hex;
use crate::clock::{GO_ZERO_TIME, rfc3339};
use crate::config::AlQasehMerchant;
use crate::money::go_json;

/// All statuses of the API.
pub(crate) const STATUSES: [&str; 9] =
    ["prepared", "revoked", "failed", "retried", "succeeded", "expired", "duplicated", "declined", "unknown"];

/// A payment as the gateway keeps it.
#[derive(Clone)]
pub(crate) struct Payment {
    pub(crate) id: u64,
    pub(crate) payment_id: String,
    pub(crate) token: String,
    pub(crate) order_id: String,
    pub(crate) amount: f32,
    pub(crate) currency: String,
    pub(crate) description: String,
    pub(crate) status: &'static str,
    pub(crate) transaction_type: &'static str,
    pub(crate) redirect_url: String,
    pub(crate) webhook_url: String,
    pub(crate) email: String,
    pub(crate) country: String,
    pub(crate) custom_data: Option<Box<RawValue>>,
    pub(crate) nonce: String,
    pub(crate) p_sign: String,
    pub(crate) approval: String,
    pub(crate) rc: String,
    pub(crate) rrn: String,
    /// 14 digits, once somebody tried to pay.
    pub(crate) timestamp: String,
    pub(crate) merchant: Merchant,
    pub(crate) created_at: i64,
    pub(crate) updated_at: i64,
    pub(crate) expires_at: i64,
    pub(crate) histories: Vec<(&'static str, i64)>,
    /// The payment whose money this one gave back.
    pub(crate) reverses: Option<u64>,
}

/// Whose payment it is.
#[derive(Clone)]
pub(crate) struct Merchant {
    pub(crate) client_id: String,
    pub(crate) id: u64,
    pub(crate) terminal_id: String,
}

impl From<&AlQasehMerchant> for Merchant {
    fn from(m: &AlQasehMerchant) -> Self {
        Merchant { client_id: m.client_id.clone(), id: m.merchant_id, terminal_id: m.terminal_id.clone() }
    }
}

impl Payment {
    /// Another payment of the same order, with ids of its own and nothing tried yet.
    pub(crate) fn another(&self, id: u64, status: &'static str, now: i64) -> Payment {
        Payment {
            id,
            payment_id: random_hex(16),
            token: random_hex(24),
            status,
            approval: String::new(),
            rc: String::new(),
            rrn: String::new(),
            timestamp: String::new(),
            created_at: now,
            updated_at: now,
            expires_at: now.saturating_add(self.expires_at.saturating_sub(self.created_at)),
            histories: vec![(status, now)],
            reverses: None,
            ..self.clone()
        }
    }

    /// Moves on to a status and writes it into the history.
    pub(crate) fn enter(&mut self, status: &'static str, now: i64) {
        self.status = status;
        self.updated_at = now;
        self.histories.push((status, now));
    }

    /// A pay page that nobody used in time.
    pub(crate) fn expire(&mut self, now: i64) {
        if now >= self.expires_at && matches!(self.status, "prepared" | "retried") {
            self.enter("expired", self.expires_at);
        }
    }

    /// Whether a card may still be tried. A declined one does not end a payment.
    pub(crate) fn is_open(&self, now: i64) -> bool {
        let open = matches!(self.status, "prepared" | "retried" | "declined" | "failed" | "unknown");
        open && now < self.expires_at
    }

    /// The word redirects and webhooks use.
    pub(crate) fn outcome(&self) -> &'static str {
        match self.status {
            "succeeded" => "Success",
            "prepared" | "retried" | "unknown" => "Pending",
            _ => "Failed",
        }
    }

    /// The payment as `get` and `history` print it.
    pub(crate) fn view(&self) -> View<'_> {
        View {
            id: self.id,
            payment_id: &self.payment_id,
            token: &self.token,
            order_id: &self.order_id,
            amount: go_json(self.amount),
            currency: &self.currency,
            description: &self.description,
            payment_status: self.status,
            transaction_type: self.transaction_type,
            redirect_url: &self.redirect_url,
            webhook_url: &self.webhook_url,
            approval_code: &self.approval,
            rc: &self.rc,
            rrn: &self.rrn,
            merchant_email: "",
            merchant_id: self.merchant.id,
            terminal_id: &self.merchant.terminal_id,
            country: &self.country,
            email: &self.email,
            custom_data: self.custom_data.as_deref(),
            nonce: &self.nonce,
            p_sign: &self.p_sign,
            gmt: "",
            timestamp: &self.timestamp,
            created_at: rfc3339(self.created_at),
            updated_at: rfc3339(self.updated_at),
            deleted_at: GO_ZERO_TIME,
            payment_status_histories: self
                .histories
                .iter()
                .map(|&(status, at)| StatusAt { status, created_at: rfc3339(at) })
                .collect(),
        }
    }
}

/// The JSON of a payment. Absent text is `""` and an absent time the year 1, as in Go.
#[derive(Serialize)]
pub(crate) struct View<'a> {
    id: u64,
    payment_id: &'a str,
    token: &'a str,
    order_id: &'a str,
    amount: Box<RawValue>,
    currency: &'a str,
    description: &'a str,
    payment_status: &'a str,
    transaction_type: &'a str,
    redirect_url: &'a str,
    webhook_url: &'a str,
    approval_code: &'a str,
    rc: &'a str,
    rrn: &'a str,
    merchant_email: &'a str,
    merchant_id: u64,
    terminal_id: &'a str,
    country: &'a str,
    email: &'a str,
    custom_data: Option<&'a RawValue>,
    nonce: &'a str,
    p_sign: &'a str,
    gmt: &'a str,
    timestamp: &'a str,
    created_at: String,
    updated_at: String,
    deleted_at: &'a str,
    payment_status_histories: Vec<StatusAt>,
}

#[derive(Serialize)]
struct StatusAt {
    status: &'static str,
    created_at: String,
}
