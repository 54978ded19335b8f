//! Orders that wait for an acknowledgment, and the refund of those that get none.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::clock::rfc3339;

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
}

fn riyal() -> String {
    "SAR".to_owned()
}

fn ten_minutes() -> i64 {
    600
}

/// A paid order at Paylink.
#[derive(Clone, Serialize)]
pub(crate) struct Order {
    merchant: String,
    transaction_no: String,
    amount: String,
    currency: String,
    /// `PENDING`, `PAID`, `FAILED` or `REFUNDED`.
    status: &'static str,
    deadline: i64,
    deadline_text: String,
    /// How many acknowledgments arrived and what the first one said.
    acknowledgments: u32,
    verdict: Option<Verdict>,
}

/// `processingStatus`, spelt exactly so.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub(crate) enum Verdict {
    Success,
    Failure,
}

/// All orders, oldest first.
#[derive(Default)]
pub(crate) struct Book {
    orders: Vec<Order>,
}

impl Book {
    /// Adds an order; the text says why not.
    pub(crate) fn add(&mut self, order: NewOrder, now: i64) -> Result<Order, &'static str> {
        if order.transaction_no.is_empty() {
            return Err("transaction_no is empty");
        }
        if !(0..=31_536_000).contains(&order.window_seconds) {
            return Err("window_seconds must be 0 to 31536000");
        }
        if self.position(&order.transaction_no).is_some() {
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
            status: "PENDING",
            deadline,
            deadline_text: rfc3339(deadline),
            acknowledgments: 0,
            verdict: None,
        };
        self.orders.push(order.clone());
        Ok(order)
    }

    /// An order as it stands now.
    pub(crate) fn get(&mut self, transaction_no: &str, now: i64) -> Option<&Order> {
        let at = self.position(transaction_no)?;
        let order = self.orders.get_mut(at)?;
        order.refund_if_due(now);
        Some(order)
    }

    /// All orders as they stand now.
    pub(crate) fn list(&mut self, now: i64) -> &[Order] {
        for order in &mut self.orders {
            order.refund_if_due(now);
        }
        &self.orders
    }

    /// Takes an acknowledgment; `false` if the merchant has no such order.
    pub(super) fn acknowledge(&mut self, merchant: &str, transaction_no: &str, verdict: Verdict, now: i64) -> bool {
        let at = self.position(transaction_no);
        let order = at.and_then(|at| self.orders.get_mut(at));
        let Some(order) = order.filter(|o| o.merchant == merchant) else {
            return false;
        };
        order.refund_if_due(now);
        order.acknowledgments = order.acknowledgments.saturating_add(1);
        // Only the first one counts, and none brings back a refunded order.
        if order.verdict.is_none() && order.status == "PENDING" {
            order.verdict = Some(verdict);
            order.status = match verdict {
                Verdict::Success => "PAID",
                Verdict::Failure => "FAILED",
            };
        }
        true
    }

    fn position(&self, transaction_no: &str) -> Option<usize> {
        self.orders.iter().position(|o| o.transaction_no == transaction_no)
    }
}

impl Order {
    fn refund_if_due(&mut self, now: i64) {
        if self.status == "PENDING" && now >= self.deadline {
            self.status = "REFUNDED";
        }
    }
}
