//! A payment: its life, and how the gateway prints it.

use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

use crate::app::random_hex;
use crate::clock::{GO_ZERO_TIME, rfc3339};
use crate::merchants::AlQasehMerchant;
use crate::money::json_number;
use crate::table::{Passed, Row};
use crate::words::words;

words! {
    /// How a payment stands.
    pub(crate) enum Status {
        Prepared = "prepared",
        Revoked = "revoked",
        Failed = "failed",
        Retried = "retried",
        Succeeded = "succeeded",
        Expired = "expired",
        Duplicated = "duplicated",
        Declined = "declined",
        Unknown = "unknown",
    }
}

words! {
    /// What a payment is for.
    pub(crate) enum TransactionType {
        Retail = "Retail",
        Authorization = "Authorization",
        Reversal = "Reversal",
        CompleteSales = "CompleteSales",
    }
}

/// A payment as the gateway keeps it.
#[derive(Clone, Serialize, Deserialize)]
pub(crate) struct Payment {
    pub(crate) id: u64,
    pub(crate) payment_id: String,
    pub(crate) token: String,
    pub(crate) order_id: String,
    pub(crate) amount: f32,
    /// As it is written.
    pub(crate) printed_amount: String,
    pub(crate) currency: String,
    pub(crate) description: String,
    pub(crate) status: Status,
    pub(crate) transaction_type: TransactionType,
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
    /// Whether that time came while no card had paid, only declined ones: it stays so when the clock goes back.
    #[serde(default)]
    pub(crate) is_closed: bool,
    pub(crate) histories: Vec<(Status, i64)>,
    /// The payment whose money this one gave back.
    pub(crate) reverses: Option<u64>,
}

/// Whose payment it is.
#[derive(Clone, Serialize, Deserialize)]
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

/// By what a payment is found.
#[derive(PartialEq, Eq, Hash)]
pub(crate) enum Key {
    Id(String),
    Token(String),
    /// The login of the merchant.
    Merchant(String),
    /// The login of the merchant, and its order.
    Order(String, String),
    /// The number of the payment that was reversed.
    Reverses(u64),
}

impl Row for Payment {
    type Key = Key;

    fn keys(&self) -> Vec<Key> {
        let client_id = &self.merchant.client_id;
        let mut keys = vec![
            Key::Id(self.payment_id.clone()),
            Key::Token(self.token.clone()),
            Key::Merchant(client_id.clone()),
            Key::Order(client_id.clone(), self.order_id.clone()),
        ];
        keys.extend(self.reverses.map(Key::Reverses));
        keys
    }

    fn deadline(&self) -> Option<i64> {
        Some(self.expires_at)
    }

    /// A pay page that nobody used in time.
    fn pass(&mut self) -> Passed {
        if !self.is_open(i64::MIN) {
            return Passed::Unchanged;
        }
        match self.status {
            Status::Prepared | Status::Retried => self.enter(Status::Expired, self.expires_at),
            // What was tried keeps its word.
            _ => self.is_closed = true,
        }
        Passed::Changed
    }
}

impl Payment {
    /// Another payment of the same order, with ids of its own and nothing tried yet.
    pub(crate) fn another(&self, id: u64, status: Status, now: i64) -> Payment {
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
            is_closed: false,
            histories: vec![(status, now)],
            reverses: None,
            ..self.clone()
        }
    }

    /// Moves on to a status and writes it into the history.
    pub(crate) fn enter(&mut self, status: Status, now: i64) {
        self.status = status;
        self.updated_at = now;
        self.histories.push((status, now));
    }

    /// Whether a card may still be tried. A declined one does not end a payment.
    pub(crate) fn is_open(&self, now: i64) -> bool {
        use Status::{Declined, Failed, Prepared, Retried, Unknown};
        let open = matches!(self.status, Prepared | Retried | Declined | Failed | Unknown);
        open && !self.is_closed && now < self.expires_at
    }

    /// The word redirects and webhooks use.
    pub(crate) fn outcome(&self) -> &'static str {
        match self.status {
            Status::Succeeded => "Success",
            Status::Prepared | Status::Retried | Status::Unknown => "Pending",
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
            amount: json_number(&self.printed_amount),
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
    payment_status: Status,
    transaction_type: TransactionType,
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
    status: Status,
    created_at: String,
}
