//! The trust ladder: a hint tells what to look up, a signed message shows what its MAC covers, and only a
//! settlement matched against your own order proves anything.

use alloc::format;
use alloc::string::String;
use core::ops::Deref;

use crate::call::{Expect, Reply};
use crate::error::{Code, Error, Fault};
use crate::money::{Amount, Order};
use crate::record::{Record, choice, record};

/// Something that arrived unasked: a webhook, callback or redirect. Anyone can send one.
///
/// It tells you what to look up and nothing else. It has no replay key: whoever forges a webhook first would
/// make you drop the genuine one.
#[derive(Debug, Clone)]
pub struct Hint<R = Record>(pub(crate) R);

impl<R> Deref for Hint<R> {
    type Target = R;
    fn deref(&self) -> &R {
        &self.0
    }
}

impl<R> Hint<R> {
    /// The fields.
    pub fn into_inner(self) -> R {
        self.0
    }
}

choice! {
    /// What happened to an order.
    OUTCOME_KIND OutcomeKind {
        "paid" = "paid", "held" = "held", "reversed" = "reversed", "failed" = "failed", "open" = "open",
    }
}

record! {
    /// What happened to your order, as far as it can be proven.
    ///
    /// `paid`, `held` and `reversed` are proofs and have a `replay_key`: insert it under a unique constraint
    /// in the transaction that books the effect. `failed` never blocks a later proof (a second card on the
    /// same page is normal). `open` means: ask again.
    output Outcome {
        /// What happened: `paid`, `held` (authorized, not yet taken), `reversed`, `failed` or `open`.
        kind: need choice(OUTCOME_KIND),
        /// Your order number.
        order_id: need text,
        /// The amount of your order, in major units.
        amount: need amount,
        /// The currency.
        currency: need text,
        /// The gateway's own word for it (for EGW: ACTION and RC, such as `0/00`).
        status: need text,
        /// What it is about: `retail`, `authorization`, `reversal`, or a completion (`complete_sales`; at EGW
        /// `completion`). That a reversal failed does not undo the payment.
        transaction_type: may text,
        /// The gateway's payment id, if it has one.
        payment_id: may text,
        /// EGW: the reference a completion or reversal needs.
        rrn: may text,
        /// EGW: the internal reference a completion or reversal needs.
        int_ref: may text,
        /// Proofs only: unique for this effect. Gateway, environment, merchant (EGW: else the terminal), payment (EGW:
        /// ORDER, TRTYPE and RRN) and outcome. So what is moved in parts under the same RRN, such as two partial
        /// reversals, has one key: book the second by hand.
        replay_key: may text,
    }
}

macro_rules! proofs {
    ($($(#[$doc:meta])* $name:ident)*) => { $(
        $(#[$doc])*
        #[derive(Debug, Clone)]
        pub struct $name(Outcome);

        impl From<&$name> for crate::record::Value {
            fn from(proof: &$name) -> Self {
                Self::from(proof.0.clone().into_record())
            }
        }

        impl Deref for $name {
            type Target = Outcome;
            fn deref(&self) -> &Outcome {
                &self.0
            }
        }
    )* };
}

proofs! {
    /// Proof that the customer paid this order. Nothing but a matched, authenticated reply makes one.
    Paid
    /// Proof that the amount is authorized and held, not taken.
    Held
    /// Proof that the payment was reversed.
    Reversed
    /// The attempt failed. A later proof of payment is still possible.
    Failed
    /// Nothing is decided, or the gateway does not know: ask again.
    Open
}

/// What a matched message says of your order.
#[derive(Debug, Clone)]
pub enum Settlement {
    /// The customer paid.
    Paid(Paid),
    /// The amount is held, not taken.
    Held(Held),
    /// The payment was reversed.
    Reversed(Reversed),
    /// The attempt failed.
    Failed(Failed),
    /// Not decided: ask again.
    Open(Open),
}

/// The five outcomes, before they are proofs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Verdict {
    Paid,
    Held,
    Reversed,
    Failed,
    Open,
}

impl Verdict {
    const fn name(self) -> &'static str {
        match self {
            Self::Paid => "paid",
            Self::Held => "held",
            Self::Reversed => "reversed",
            Self::Failed => "failed",
            Self::Open => "open",
        }
    }
}

impl Settlement {
    /// The one place a settlement is made: `identity` are the parts that tell this payment from any other.
    pub(crate) fn make(
        verdict: Verdict,
        expect: &Expect,
        order: &Order,
        status: &str,
        identity: &[&str],
        details: &[(&'static str, &str)],
    ) -> Result<Self, Fault> {
        if matches!(verdict, Verdict::Paid | Verdict::Held) && order.reversal_requested {
            return Err(Fault::new(Code::ReversalRequested, "reversal_requested"));
        }
        if let (Verdict::Paid, Some(earlier)) = (verdict, &order.paid_as)
            && own_id(details) != Some(earlier)
        {
            let limit = format!("under {earlier} and under {}", own_id(details).unwrap_or("a payment without id"));
            return Err(Fault::new(Code::PaidTwice, "paid_as").with_limit(limit));
        }
        let mut outcome = Record::new(Outcome::SHAPE);
        outcome.set("kind", verdict.name());
        outcome.set("order_id", order.id.as_str());
        outcome.set("amount", &order.amount);
        outcome.set("currency", order.currency.as_str());
        outcome.set("status", status);
        for (name, value) in details.iter().filter(|(_, value)| !value.is_empty()) {
            outcome.set(name, *value);
        }
        if matches!(verdict, Verdict::Paid | Verdict::Held | Verdict::Reversed) {
            outcome.set("replay_key", replay_key(expect, identity, verdict.name()));
        }
        let outcome = Outcome(outcome);
        Ok(match verdict {
            Verdict::Paid => Self::Paid(Paid(outcome)),
            Verdict::Held => Self::Held(Held(outcome)),
            Verdict::Reversed => Self::Reversed(Reversed(outcome)),
            Verdict::Failed => Self::Failed(Failed(outcome)),
            Verdict::Open => Self::Open(Open(outcome)),
        })
    }

    /// The outcome's fields, whichever it is.
    pub fn outcome(&self) -> &Outcome {
        match self {
            Self::Paid(proof) => proof,
            Self::Held(proof) => proof,
            Self::Reversed(proof) => proof,
            Self::Failed(failed) => failed,
            Self::Open(open) => open,
        }
    }

    /// The payment, or an error that says what there is instead.
    ///
    /// # Errors
    /// `order.not_paid`.
    pub fn expect_paid(self) -> Result<Paid, Error> {
        match self {
            Self::Paid(paid) => Ok(paid),
            other => {
                let outcome = other.outcome();
                let limit = format!("it is {} (the gateway says {})", outcome.kind(), outcome.status());
                Err(Fault::new(Code::NotPaid, "").with_limit(limit).into())
            }
        }
    }
}

/// What a shop knows this payment by: the gateway's id of it, else the RRN.
fn own_id<'a>(details: &[(&'static str, &'a str)]) -> Option<&'a str> {
    let mut ids = details.iter().filter(|(name, value)| matches!(*name, "payment_id" | "rrn") && !value.is_empty());
    ids.next().map(|(_, value)| *value)
}

/// Gateway, environment, merchant, what identifies the payment, and the outcome; each part is encoded, so
/// that no two payments share a key.
pub(crate) fn replay_key(expect: &Expect, identity: &[&str], outcome: &str) -> String {
    let mut key = expect.replay_scope();
    for part in identity.iter().chain(&[outcome]) {
        crate::gateway::push_segment(&mut key, part);
    }
    key
}

fn differs(code: Code, field: &'static str, expected: &str, found: &str) -> Result<(), Fault> {
    Err(Fault::new(code, field).with_limit(format!("expected {expected}, the message says {found}")))
}

/// The order must be the one the message is about.
pub(crate) fn match_id(order: &Order, id: &str) -> Result<(), Fault> {
    if id == order.id { Ok(()) } else { differs(Code::OrderMismatch, "order_id", &order.id, id) }
}

/// What a message says must be what the order says.
pub(crate) fn match_order(
    order: &Order,
    id: &str,
    amount: Option<&Amount>,
    currency: &str,
    equal: &dyn Fn(&Amount, &Amount) -> bool,
) -> Result<(), Fault> {
    match_id(order, id)?;
    if currency != order.currency {
        return differs(Code::CurrencyMismatch, "currency", &order.currency, currency);
    }
    match amount {
        Some(amount) if equal(&order.amount, amount) => Ok(()),
        Some(amount) => differs(Code::AmountMismatch, "amount", order.amount.as_str(), amount.as_str()),
        None => differs(Code::AmountMismatch, "amount", order.amount.as_str(), "no amount"),
    }
}

impl<R: Deref<Target = Record>> Reply<R> {
    /// The record, whatever its type.
    pub fn as_record(&self) -> &Record {
        &self.record
    }
}
