//! Webhooks and callbacks: what is on its way to a merchant, and what became of it.

mod client;
mod list;
mod queue;
mod send;

use axum::http::{HeaderName, HeaderValue};
use serde::{Deserialize, Serialize};

pub(crate) use client::{Client, USER_AGENT, is_loopback};
pub(crate) use list::{Wanted, list, wait};
pub(crate) use queue::Overtaken;
pub(crate) use send::{forge, release, release_all, repeat, resume, start};

use crate::app::State;
use crate::faults::Gateway;
use crate::table::Row;
use crate::why::Why;
use crate::words::words;

words! {
    /// What is delivered.
    #[derive(Default)]
    pub(crate) enum Kind {
        AlQasehWebhook = "alqaseh.webhook",
        EgwCallback = "egw.callback",
        PaylinkWebhook = "paylink.webhook",
        PaylinkRefundWebhook = "paylink.refund_webhook",
        /// Made up by whoever asked for it.
        #[default]
        Forged = "forged",
    }
}

impl Kind {
    pub(crate) fn gateway(self) -> Option<Gateway> {
        match self {
            Kind::AlQasehWebhook => Some(Gateway::AlQaseh),
            Kind::EgwCallback => Some(Gateway::Egw),
            Kind::PaylinkWebhook | Kind::PaylinkRefundWebhook => Some(Gateway::Paylink),
            Kind::Forged => None,
        }
    }
}

words! {
    /// How a delivery stands.
    pub(crate) enum Status {
        /// Attempts go on.
        Pending = "pending",
        Delivered = "delivered",
        /// No attempt was accepted.
        Failed = "failed",
        /// Nothing is sent to this URL.
        NotSent = "not_sent",
        /// A fault holds it back until it is released.
        Held = "held",
        /// A fault holds it back for a while.
        Waiting = "waiting",
        /// A fault lost it.
        Dropped = "dropped",
    }
}

impl Status {
    fn is_held_back(self) -> bool {
        matches!(self, Status::Held | Status::Waiting)
    }

    /// Whether nothing more happens to it by itself.
    pub(crate) fn is_over(self) -> bool {
        !self.is_held_back() && self != Status::Pending
    }
}

/// A message on its way to a merchant, and what became of it. Its number is the id.
#[derive(Clone, Serialize, Deserialize)]
pub(crate) struct Delivery {
    pub(crate) kind: Kind,
    /// The id of the merchant it goes to; empty if nobody sent it.
    pub(crate) merchant: String,
    /// The merchant's number of the order it is about, if it is about one.
    pub(crate) order: String,
    pub(crate) url: String,
    pub(crate) content_type: String,
    pub(crate) body: String,
    pub(crate) state: Status,
    pub(crate) attempts: Vec<Attempt>,
    /// The id of the payment or invoice it tells of.
    pub(crate) about: Option<String>,
    /// The fault it suffers.
    pub(crate) fault: Option<String>,
    /// The delivery that this one repeats.
    pub(crate) copy_of: Option<u64>,
    /// While it waits: for how long at most.
    milliseconds: u64,
    /// Those that wait until this one was sent.
    overtakes: Vec<u64>,
    /// How often it was started: an attempt of an earlier start has no successor.
    starts: u64,
    /// How many attempts were made before it was last started.
    before: usize,
    /// A static header that authenticates the message: a secret, so it is never listed.
    pub(crate) header: Option<(String, String)>,
    accepted: Accepted,
}

impl Row for Delivery {
    /// What it tells of.
    type Key = String;

    fn keys(&self) -> Vec<String> {
        self.about.iter().cloned().collect()
    }
}

/// Which answer ends the attempts.
#[derive(Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Accepted {
    /// Any 2xx.
    #[default]
    Success,
    /// 200, and there are ten repeats (Paylink).
    Ok,
    /// 200 with `{"status":"success"}`, and there are ten repeats (Paylink's refunds).
    OkAndSaysSo,
}

/// One try.
#[derive(Clone, Serialize, Deserialize)]
pub(crate) struct Attempt {
    pub(crate) at: String,
    /// How long it took.
    pub(crate) milliseconds: u64,
    /// The merchant's HTTP status, if there was an answer.
    pub(crate) status: Option<u16>,
    /// How the answer's body begins.
    pub(crate) answer: Option<String>,
    /// Why there was none.
    pub(crate) error: Option<String>,
}

/// The token of the payment that a delivery tells of: a secret.
pub(crate) fn token(state: &State, id: u64) -> Option<String> {
    let about = state.deliveries.get(id)?.about.as_deref()?;
    Some(state.alqaseh.payment(about)?.token.clone())
}

/// What is to be sent.
#[derive(Default)]
pub(crate) struct Message {
    pub(crate) kind: Kind,
    pub(crate) merchant: String,
    pub(crate) order: String,
    pub(crate) url: String,
    pub(crate) content_type: String,
    pub(crate) body: String,
    pub(crate) about: Option<String>,
    pub(crate) header: Option<(String, String)>,
    pub(crate) accepted: Accepted,
}

impl Message {
    /// Why HTTP has no such message.
    fn check(&self) -> Result<(), &'static str> {
        let (name, value) = self.header.as_ref().map_or(("X", ""), |(name, value)| (name, value));
        match () {
            () if HeaderValue::from_str(&self.content_type).is_err() => Err(Why::ContentType.en()),
            () if HeaderName::try_from(name).is_err() => Err(Why::HeaderName.en()),
            () if HeaderValue::from_str(value).is_err() => Err(Why::HeaderValue.en()),
            () => Ok(()),
        }
    }
}
