//! Orders that wait for an acknowledgment, and the refund of those that get none.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::{Book, Invoice};
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

/// A paid order at Paylink.
#[derive(Clone, Serialize)]
pub(crate) struct Order {
    pub(super) merchant: String,
    pub(super) transaction_no: String,
    pub(super) order_number: Option<String>,
    pub(super) amount: String,
    pub(super) currency: String,
    /// `PENDING`, `PAID`, `FAILED`, `REFUND_PENDING` or `REFUNDED`.
    status: &'static str,
    deadline: i64,
    deadline_text: String,
    /// How many acknowledgments arrived and what the first one said.
    acknowledgments: u32,
    verdict: Option<Verdict>,
    /// The same of a refund.
    refund_acknowledgments: u32,
    refund_verdict: Option<Verdict>,
    /// What the refund's webhook says: `Refunded` or `Failed`.
    pub(super) refund_status: Option<&'static str>,
    /// Whether the merchant is still to be told.
    #[serde(skip)]
    pub(super) refund_news: bool,
}

/// `processingStatus`, spelt exactly so.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub(crate) enum Verdict {
    Success,
    Failure,
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
            refund_acknowledgments: 0,
            refund_verdict: None,
            refund_status: None,
            refund_news: false,
            order_number: order.order_number,
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
        let Some(order) = self.order_of(merchant, transaction_no, now) else {
            return false;
        };
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

    /// Takes the acknowledgment of a refund; `false` if the merchant has no such order, or nothing
    /// of it was paid.
    pub(super) fn acknowledge_refund(
        &mut self,
        merchant: &str,
        transaction_no: &str,
        verdict: Verdict,
        now: i64,
    ) -> bool {
        let order = self.order_of(merchant, transaction_no, now);
        let Some(order) = order.filter(|o| matches!(o.status, "PAID" | "REFUND_PENDING" | "REFUNDED")) else {
            return false;
        };
        order.refund_acknowledgments = order.refund_acknowledgments.saturating_add(1);
        if order.refund_verdict.is_none() {
            order.refund_verdict = Some(verdict);
            order.status = match verdict {
                Verdict::Success => "REFUNDED",
                Verdict::Failure if order.status == "REFUND_PENDING" => "PAID",
                Verdict::Failure => order.status,
            };
        }
        true
    }

    /// For the admin: a refund that somebody asked for in the portal. The text says why not.
    pub(crate) fn refund(&mut self, transaction_no: &str, failed: bool, now: i64) -> Result<Order, &'static str> {
        let at = self.position(transaction_no).ok_or("no such order")?;
        let order = self.orders.get_mut(at).ok_or("no such order")?;
        order.refund_if_due(now);
        if order.status != "PAID" {
            return Err("only a paid order can be refunded");
        }
        order.refund_status = Some(if failed { "Failed" } else { "Refunded" });
        order.refund_news = true;
        if !failed {
            order.status = "REFUND_PENDING";
        }
        Ok(order.clone())
    }

    fn order_of(&mut self, merchant: &str, transaction_no: &str, now: i64) -> Option<&mut Order> {
        let at = self.position(transaction_no)?;
        let order = self.orders.get_mut(at).filter(|o| o.merchant == merchant)?;
        order.refund_if_due(now);
        Some(order)
    }

    fn position(&self, transaction_no: &str) -> Option<usize> {
        self.orders.iter().position(|o| o.transaction_no == transaction_no)
    }
}

impl Order {
    pub(super) fn refund_if_due(&mut self, now: i64) {
        if self.status == "PENDING" && now >= self.deadline {
            self.status = "REFUNDED";
            self.refund_status = Some("Refunded");
            self.refund_news = true;
        }
    }
}
