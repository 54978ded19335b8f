//! Orders that wait for an acknowledgment, and the refund of those that get none.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::{Book, Invoice};
use crate::clock::rfc3339;
use crate::money::is_decimal;
use crate::table::{Passed, Row};
use crate::why::Why;
use crate::words::words;

/// What `POST /sandbox/paylink/orders` takes.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct NewOrder {
    merchant: String,
    transaction_no: String,
    /// Text, or a number.
    amount: Value,
    #[serde(default = "riyal")]
    currency: String,
    /// How long the gateway waits for the acknowledgment. Paylink publishes no number.
    #[serde(default = "ten_minutes")]
    window_seconds: i64,
    /// The shop's own number, which a refund's webhook repeats.
    order_number: Option<String>,
}

impl NewOrder {
    /// The order of a paid invoice. Paylink's acknowledgments name a `linkReferenceNumber`, which
    /// may be another number than the invoice's; in the sandbox it is the same.
    pub(super) fn of_invoice(invoice: &Invoice, window_seconds: i64) -> NewOrder {
        NewOrder {
            merchant: invoice.merchant_id.clone(),
            transaction_no: invoice.transaction_no.clone(),
            amount: Value::String(invoice.riyals()),
            currency: riyal(),
            window_seconds,
            order_number: Some(invoice.request.order_number.clone()),
        }
    }
}

fn riyal() -> String {
    "SAR".to_owned()
}

fn ten_minutes() -> i64 {
    600
}

words! {
    /// How an order stands.
    pub(crate) enum Status {
        Pending = "PENDING",
        Paid = "PAID",
        Failed = "FAILED",
        RefundPending = "REFUND_PENDING",
        Refunded = "REFUNDED",
    }
}

words! {
    /// What the webhook says of a refund.
    pub(crate) enum RefundStatus {
        Refunded = "Refunded",
        Failed = "Failed",
    }
}

/// A paid order at Paylink.
#[derive(Clone, Serialize, Deserialize)]
pub(crate) struct Order {
    pub(super) merchant: String,
    pub(crate) transaction_no: String,
    pub(crate) order_number: Option<String>,
    pub(crate) amount: String,
    pub(crate) currency: String,
    pub(crate) status: Status,
    pub(crate) deadline: i64,
    /// How many acknowledgments arrived and what the first one said.
    acknowledgments: u32,
    pub(crate) verdict: Option<Verdict>,
    /// The same of a refund.
    refund_acknowledgments: u32,
    refund_verdict: Option<Verdict>,
    pub(super) refund_status: Option<RefundStatus>,
    /// Whether the merchant was told of the refund, if there is one.
    pub(super) refund_told: bool,
}

/// `processingStatus`, spelt exactly so.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub(crate) enum Verdict {
    Success,
    Failure,
}

/// Why Paylink can't wait so many seconds for an acknowledgment.
pub(crate) fn check_window(seconds: i64) -> Result<(), &'static str> {
    match (0..=31_536_000).contains(&seconds) {
        true => Ok(()),
        false => Err(Why::Window.en()),
    }
}

impl Book {
    /// Why an order that somebody asks for is none.
    pub(crate) fn check(&self, order: &NewOrder) -> Result<(), &'static str> {
        let amount = match &order.amount {
            Value::String(text) => text.clone(),
            other => other.to_string(),
        };
        match () {
            () if self.merchants.get(&order.merchant).is_none() => Err("no such merchant"),
            () if !is_decimal(&amount) => Err("amount must be a decimal above zero, like 100.00"),
            () if order.currency.len() != 3 || !order.currency.bytes().all(|b| b.is_ascii_uppercase()) => {
                Err("currency must be three capital letters, like SAR")
            }
            () => Ok(()),
        }
    }

    /// Adds an order; the text says why not.
    pub(crate) fn add(&mut self, order: NewOrder, now: i64) -> Result<Order, &'static str> {
        if order.transaction_no.is_empty() {
            return Err("transaction_no is empty");
        }
        check_window(order.window_seconds)?;
        if self.orders.find(&order.transaction_no).is_some() {
            return Err("transaction_no is taken");
        }
        let amount = match order.amount {
            Value::String(text) => text,
            Value::Number(number) => number.to_string(),
            _ => return Err("amount must be text or a number"),
        };
        let deadline = now.saturating_add(order.window_seconds);
        let order = Order {
            merchant: order.merchant,
            transaction_no: order.transaction_no,
            amount,
            currency: order.currency,
            status: Status::Pending,
            deadline,
            acknowledgments: 0,
            verdict: None,
            refund_acknowledgments: 0,
            refund_verdict: None,
            refund_status: None,
            refund_told: false,
            order_number: order.order_number,
        };
        self.orders.add(order.clone());
        Ok(order)
    }

    /// Takes an acknowledgment; `false` if the merchant has no such order.
    pub(super) fn acknowledge(&mut self, merchant: &str, transaction_no: &str, verdict: Verdict) -> bool {
        let Some(order) = self.order_of(merchant, transaction_no) else {
            return false;
        };
        order.acknowledgments = order.acknowledgments.saturating_add(1);
        // Only the first one counts, and none brings back a refunded order.
        if order.verdict.is_none() && order.status == Status::Pending {
            order.verdict = Some(verdict);
            order.status = match verdict {
                Verdict::Success => Status::Paid,
                Verdict::Failure => Status::Failed,
            };
        }
        true
    }

    /// Takes the acknowledgment of a refund; `false` if the merchant has no such order, or nothing
    /// of it was paid.
    pub(super) fn acknowledge_refund(&mut self, merchant: &str, transaction_no: &str, verdict: Verdict) -> bool {
        let order = self.order_of(merchant, transaction_no);
        let was_paid = |o: &&mut Order| matches!(o.status, Status::Paid | Status::RefundPending | Status::Refunded);
        let Some(order) = order.filter(was_paid) else {
            return false;
        };
        order.refund_acknowledgments = order.refund_acknowledgments.saturating_add(1);
        if order.refund_verdict.is_none() {
            order.refund_verdict = Some(verdict);
            order.status = match verdict {
                Verdict::Success => Status::Refunded,
                Verdict::Failure if order.status == Status::RefundPending => Status::Paid,
                Verdict::Failure => order.status,
            };
        }
        true
    }

    /// A refund that somebody asked for in the portal; the text says why not.
    pub(super) fn refund(&mut self, transaction_no: &str, failed: bool) -> Result<Order, &'static str> {
        let number = self.orders.number(&transaction_no.to_owned()).ok_or(Why::NoOrder.en())?;
        if self.orders.get(number).is_none_or(|o| o.status != Status::Paid) {
            return Err(Why::OrderNotPaid.en());
        }
        let order = self.orders.get_mut(number).ok_or(Why::NoOrder.en())?;
        order.refund_status = Some(if failed { RefundStatus::Failed } else { RefundStatus::Refunded });
        order.refund_told = false;
        // What was said of an earlier refund is not said of this one.
        order.refund_verdict = None;
        if !failed {
            order.status = Status::RefundPending;
        }
        self.news.push(number);
        Ok(order.clone())
    }

    fn order_of(&mut self, merchant: &str, transaction_no: &str) -> Option<&mut Order> {
        let key = transaction_no.to_owned();
        self.orders.find(&key).filter(|o| o.merchant == merchant)?;
        self.orders.find_mut(&key)
    }
}

/// What is shown of an order.
#[derive(Serialize)]
pub(crate) struct View<'a> {
    merchant: &'a str,
    transaction_no: &'a str,
    order_number: Option<&'a str>,
    amount: &'a str,
    currency: &'a str,
    status: Status,
    deadline: i64,
    deadline_text: String,
    acknowledgments: u32,
    verdict: Option<Verdict>,
    refund_acknowledgments: u32,
    refund_verdict: Option<Verdict>,
    refund_status: Option<RefundStatus>,
}

impl Order {
    /// Whether the merchant is still to be told of a refund.
    pub(super) fn has_news(&self) -> bool {
        self.refund_status.is_some() && !self.refund_told
    }

    pub(crate) fn view(&self) -> View<'_> {
        View {
            merchant: &self.merchant,
            transaction_no: &self.transaction_no,
            order_number: self.order_number.as_deref(),
            amount: &self.amount,
            currency: &self.currency,
            status: self.status,
            deadline: self.deadline,
            deadline_text: rfc3339(self.deadline),
            acknowledgments: self.acknowledgments,
            verdict: self.verdict,
            refund_acknowledgments: self.refund_acknowledgments,
            refund_verdict: self.refund_verdict,
            refund_status: self.refund_status,
        }
    }
}

impl Row for Order {
    /// The transaction's number.
    type Key = String;

    fn keys(&self) -> Vec<String> {
        vec![self.transaction_no.clone()]
    }

    fn deadline(&self) -> Option<i64> {
        Some(self.deadline)
    }

    /// Nobody acknowledged it in time.
    fn pass(&mut self) -> Passed {
        if self.status != Status::Pending {
            return Passed::Unchanged;
        }
        self.status = Status::Refunded;
        self.refund_status = Some(RefundStatus::Refunded);
        Passed::Changed
    }
}
