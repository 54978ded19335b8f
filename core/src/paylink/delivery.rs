//! The delivery of an acknowledgment: a pure state machine over data the shop stores.

use alloc::boxed::Box;
use alloc::string::String;

use super::acknowledgment::{ACKNOWLEDGE, Delivery, MOST_ATTEMPTS};
use super::{Acknowledged, Paylink};
use crate::call::{self, Build, Call};
use crate::clock;
use crate::error::{Code, Error, Fault};
use crate::expect::gateway_words;
use crate::record::{Record, Text, choice, record};

choice! {
    /// How a delivery stands.
    DELIVERY_STATE DeliveryState {
        "pending" = "pending", "paused" = "paused", "acknowledged" = "acknowledged",
        "acknowledged_late" = "acknowledged_late", "refused" = "refused", "gave_up" = "gave_up",
    }
}

/// The `linkReferenceNumber` of a payment link: what is acknowledged. An invoice's TransactionNo is another
/// thing, so it has to be converted in so many words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LinkReference(String);

impl LinkReference {
    /// A link reference as Paylink printed it.
    pub fn new(text: impl Into<String>) -> Self {
        Self(text.into())
    }
}

impl From<LinkReference> for crate::record::Value {
    fn from(reference: LinkReference) -> Self {
        Self::Text(reference.0)
    }
}

record! {
    /// What came of sending a call: an answer, or none.
    input AnswerFields {
        /// The HTTP status; leave it out if no answer came.
        status: may count(0, 999),
        /// The body as it came.
        body: may text(Text::RAW) secret,
        /// The `Retry-After` header: seconds or an HTTP date.
        retry_after: may text(Text::RAW),
    }
}

/// What came of sending a call.
#[derive(Clone, Copy)]
pub enum Answer<'a> {
    /// No answer: refused, timed out, cut off.
    Lost,
    /// An answer.
    Reply {
        /// The HTTP status.
        status: u16,
        /// The body as it came.
        body: &'a [u8],
        /// The `Retry-After` header: seconds or an HTTP date; empty if there is none.
        retry_after: &'a str,
    },
}

/// The body is not printed: it may repeat what was sent.
impl core::fmt::Debug for Answer<'_> {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        match self {
            Self::Lost => f.write_str("Lost"),
            Self::Reply { status, body, .. } => write!(f, "Reply({status}, {} bytes)", body.len()),
        }
    }
}

/// What to do now.
#[derive(Debug)]
pub enum Step {
    /// Store the record, then send this call and tell what came of it.
    Send(Box<Call<Acknowledged>>),
    /// Come back at this time, in Unix seconds.
    Wait(i64),
    /// There is nothing more to send; [`Acknowledgment::state`] says how it ended. If `paused` (401, 403), a
    /// gateway with a new key can go on from the stored record.
    Done,
}

/// A delivery under way. Everything it knows is in its [`Delivery`], so it survives the process.
#[derive(Debug)]
pub struct Acknowledgment<'g> {
    gateway: &'g Paylink,
    record: Record,
}

/// Seconds between attempts, doubling up to the last. Our own: Paylink publishes none.
const FIRST_WAIT: i64 = 2;
const LONGEST_WAIT: i64 = 60;
/// What a record can hold of a `Retry-After`; the deadline comes long before.
const LONGEST_TOLD: i64 = 400_000_000;

impl Paylink {
    /// Starts, or goes on after a restart, from a stored record.
    ///
    /// # Errors
    /// `record.invalid`, `ack.mismatch` if it is another merchant's or environment's.
    pub fn acknowledgment(&self, saved: Delivery) -> Result<Acknowledgment<'_>, Error> {
        let mut record = self.own(saved)?.into_record();
        // Who starts again after a refused key has a new one, or will be refused again.
        if record.get("state") == "paused" {
            record.set("state", "pending");
            record.set("wait", 0);
        }
        Ok(Acknowledgment { gateway: self, record })
    }

    /// Goes on with what [`Acknowledgment::save`] said in the same run: for the skins, which hold no borrow of
    /// the gateway. Unlike after a restart, a paused delivery stays paused.
    ///
    /// # Errors
    /// As [`Paylink::acknowledgment`].
    pub fn resume(&self, saved: Delivery) -> Result<Acknowledgment<'_>, Error> {
        Ok(Acknowledgment { gateway: self, record: self.own(saved)?.into_record() })
    }
}

impl Acknowledgment<'_> {
    /// How it stands: `pending`, `paused`, `acknowledged`, `acknowledged_late` (check for a refund before you
    /// ship), `refused`, or `gave_up` (the outcome is unknown: a person must look).
    pub fn state(&self) -> &str {
        self.record.get("state")
    }

    /// The record to store, before and after every step.
    pub fn save(&self) -> Delivery {
        Delivery::from(self.record.clone())
    }

    /// What to do now, in Unix seconds. A clock that goes backwards does no harm.
    ///
    /// # Errors
    /// `clock.implausible`, `environment.no_test_host`.
    pub fn step(&mut self, now: i64) -> Result<Step, Error> {
        let now = clock::plausible(now, "now")?;
        let deadline = self.time("deadline");
        let attempts = self.record.count("attempts").unwrap_or(0);
        // Even past the deadline it is sent once: Paylink may still take it.
        if now >= deadline && attempts > 0 && matches!(self.state(), "pending" | "paused") {
            self.record.set("state", "gave_up");
        }
        if self.state() != "pending" {
            return Ok(Step::Done);
        }
        if let Some(due) = self.due().filter(|due| now < *due && now >= self.time("last_attempt_at")) {
            return Ok(Step::Wait(due));
        }
        let Build::Paylink(build) = &ACKNOWLEDGE.build else { return Ok(Step::Done) };
        let call = build(self.gateway, &mut self.record, alloc::vec::Vec::new())?;
        self.record.set("attempts", (attempts + 1).min(MOST_ATTEMPTS));
        if attempts == 0 {
            self.record.set("first_attempt_at", now);
        }
        self.record.set("last_attempt_at", now);
        self.record.set("wait", backoff(attempts));
        Ok(Step::Send(Box::new(call.typed())))
    }

    /// Takes what came of the call.
    ///
    /// # Errors
    /// `clock.implausible`.
    pub fn heard(&mut self, now: i64, answer: Answer<'_>) -> Result<(), Error> {
        let now = clock::plausible(now, "now")?;
        if self.record.count("attempts").unwrap_or(0) == 0 {
            return Err(Fault::new(Code::RecordInvalid, "attempts")
                .with_limit("nothing was sent yet, so nothing can be heard")
                .into());
        }
        let accepted = matches!(answer, Answer::Reply { status: 200, body, .. } if is_accepted(body));
        let is_done = matches!(self.state(), "acknowledged" | "acknowledged_late");
        // What is accepted stays so. Short of that, an acceptance that comes late is still one.
        if is_done || (self.state() != "pending" && !accepted) {
            return Ok(());
        }
        let Answer::Reply { status, body, retry_after } = answer else {
            self.record.set("last_status", crate::record::Value::Null);
            self.record.set("last_message", "no answer");
            return Ok(());
        };
        self.record.set("last_status", i64::from(status));
        let (_, words, _) = gateway_words(call::Answer { status, content_type: "", body }, &[]);
        self.record.set("last_message", Some(words).filter(|words| !words.is_empty()));
        // Neither the first attempt nor the answer may be later than the deadline, whatever the clock did since.
        let heard_at = now.max(self.time("last_attempt_at"));
        let state = match status {
            _ if accepted && heard_at.max(self.time("first_attempt_at")) > self.time("deadline") => "acknowledged_late",
            _ if accepted => "acknowledged",
            401 | 403 => "paused",
            404 | 408 | 425 | 429 => "pending",
            300..500 => "refused",
            _ => "pending",
        };
        self.record.set("state", state);
        if state == "pending"
            && let Some(seconds) = retry_seconds(retry_after, now)
        {
            // It counts from the answer, our wait from the attempt.
            let took = now.saturating_sub(self.time("last_attempt_at")).max(0);
            self.record.set("wait", seconds.max(FIRST_WAIT).saturating_add(took).min(LONGEST_TOLD));
        }
        Ok(())
    }

    fn time(&self, name: &str) -> i64 {
        self.record.count(name).unwrap_or(0)
    }

    /// When it may be sent again; never past the deadline.
    fn due(&self) -> Option<i64> {
        let last = self.record.count("last_attempt_at")?;
        let wait = self.record.count("wait").unwrap_or(0);
        Some(last.saturating_add(wait).min(self.time("deadline").max(last)))
    }
}

/// Paylink's acceptance: an object whose `status` is `success`, in any letter case.
fn is_accepted(body: &[u8]) -> bool {
    let reply = crate::read::read_reply(Acknowledged::SHAPE, body);
    reply.is_ok_and(|reply| reply.get("status").eq_ignore_ascii_case("success"))
}

fn backoff(attempts: i64) -> i64 {
    FIRST_WAIT
        .checked_shl(u32::try_from(attempts).unwrap_or(u32::MAX).min(30))
        .unwrap_or(LONGEST_WAIT)
        .min(LONGEST_WAIT)
}

/// Seconds to wait, from `Retry-After` in either of its forms; nonsense is ignored.
fn retry_seconds(text: &str, now: i64) -> Option<i64> {
    let text = text.trim();
    let seconds = if !text.is_empty() && text.len() <= 9 && text.bytes().all(|b| b.is_ascii_digit()) {
        text.parse().ok()?
    } else {
        clock::from_http(text)?.saturating_sub(now)
    };
    Some(seconds.clamp(0, LONGEST_TOLD))
}

impl AnswerFields {
    /// Reads a skin's answer.
    ///
    /// # Errors
    /// Every fault of the fields at once.
    pub fn hear(mut self, acknowledgment: &mut Acknowledgment<'_>, now: i64) -> Result<(), Error> {
        self.0.check()?;
        let status = match self.0.count("status") {
            None => return acknowledgment.heard(now, Answer::Lost),
            Some(status) => u16::try_from(status).map_err(|_| Fault::new(Code::NumberRange, "status"))?,
        };
        let (body, retry_after) = (self.0.get("body"), self.0.get("retry_after"));
        acknowledgment.heard(now, Answer::Reply { status, body: body.as_bytes(), retry_after })
    }
}
