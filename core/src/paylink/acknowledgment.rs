//! `acknowledge`: the request of Post Payment Acknowledgment, and the record of a decision.

use alloc::string::String;
use alloc::vec::Vec;

use super::Paylink;
use crate::call::{Answer, Build, Call, Expect, Operation};
use crate::error::{Code, Error, Fault};
use crate::gateway::ENVIRONMENT;
use crate::json::{self, Object};
use crate::record::{Names, Record, Text, choice, record};

choice! {
    /// What you tell Paylink: that your shop settled the order, or that it could not.
    VERDICT Verdict { "success" = "Success", "failure" = "Failure" }
}

/// The `linkReferenceNumber` of a payment link: text, leading zeros kept.
const LINK_REFERENCE: Text = Text { min: 1, max: 64, alphabet: crate::record::Alphabet::Visible };

choice! {
    /// What is acknowledged: that a payment was settled (the order becomes PAID), or a refund (REFUNDED).
    DELIVERY_KIND DeliveryKind { "payment" = "payment", "refund" = "refund" }
}

record! {
    /// Your decision about a payment or a refund, taken once. `decide` makes the record of it that you store.
    input Decision {
        /// The `linkReferenceNumber` of the payment link: text, leading zeros kept. It is not an invoice's
        /// TransactionNo: the two id spaces may differ.
        link_reference: need text(LINK_REFERENCE),
        /// `success` if your shop settled the order, `failure` if it could not. Never derive a failure from an
        /// error or an exception: undecided is undecided.
        verdict: need choice(VERDICT),
        /// Now, in Unix seconds.
        now: need count(1_704_067_200, 4_102_444_799),
        /// When Paylink refunds an unacknowledged order, in Unix seconds. The window is not published: ask
        /// Paylink for yours.
        deadline: need count(1_704_067_200, 4_102_444_799),
        /// `payment` unless you say otherwise.
        kind: may choice(DELIVERY_KIND),
    }
}

/// More than any window has room for; the count stops there.
pub(super) const MOST_ATTEMPTS: i64 = 1_000_000;

record! {
    /// The record of a decision and its delivery: plain data. Store it under a unique key of `kind`,
    /// `environment`, `merchant_id` and `link_reference`, in the transaction that settles your order, before the
    /// first bytes go out; store it again after every step.
    input Delivery {
        /// What is acknowledged: `payment` or `refund`.
        kind: need choice(DELIVERY_KIND),
        /// Where it goes: what was decided in a test goes on nowhere else.
        environment: need choice(ENVIRONMENT),
        /// Your merchant id.
        merchant_id: need text(Text::SEGMENT),
        /// The `linkReferenceNumber` of the payment link.
        link_reference: need text(LINK_REFERENCE),
        /// What you decided. It never changes.
        verdict: need choice(VERDICT),
        /// When you decided, in Unix seconds.
        decided_at: need count(1_704_067_200, 4_102_444_799),
        /// When Paylink refunds an unacknowledged order, in Unix seconds.
        deadline: need count(1_704_067_200, 4_102_444_799),
        /// How often it was sent.
        attempts: need count(0, MOST_ATTEMPTS),
        /// When it was sent first, in Unix seconds.
        first_attempt_at: may count(1_704_067_200, 4_102_444_799),
        /// When it was sent last, in Unix seconds.
        last_attempt_at: may count(1_704_067_200, 4_102_444_799),
        /// How many seconds after that it may be sent again.
        wait: may count(0, 400_000_000),
        /// How it stands.
        state: need choice(super::DELIVERY_STATE),
        /// The last HTTP status, or absent if no answer came.
        last_status: may count(0, 65_535),
        /// What the gateway said last.
        last_message: may text,
    }
}

record! {
    /// Paylink accepted the acknowledgment. The order is not yet "PAID" by that.
    output Acknowledged {
        /// `success`, in any letter case.
        status: need text,
    }
}

/// The operation. It is driven by an [`super::Acknowledgment`], which repeats it until the deadline.
pub static ACKNOWLEDGE: Operation = Operation {
    name: "acknowledge",
    input: Delivery::SHAPE,
    output: Acknowledged::SHAPE,
    look_up: "the same acknowledgment, repeated",
    page: "https://developer.paylink.sa/docs/post-payment-acknowledgment",
    doc: if cfg!(feature = "describe") {
        &["Tells Paylink that a payment, or a refund, was settled. An `Acknowledgment` makes and repeats this call."]
    } else {
        &[]
    },
    build: Build::Paylink(build),
    read,
    settle: None,
};

impl Paylink {
    /// Makes the record of a decision. If you have decided this transaction before, give that record: it is
    /// returned as it is.
    ///
    /// # Errors
    /// Every fault of the input at once; `ack.flip` if the earlier record says the opposite;
    /// `environment.no_test_host`, `credential.missing`.
    pub fn decide(&self, decision: Decision, earlier: Option<Delivery>) -> Result<Delivery, Error> {
        let mut given = decision.into_record();
        let mut faults = given.faults();
        self.need_merchant(&mut faults);
        given.shape().refuse(faults)?;
        let kind = given.text("kind").unwrap_or("payment");
        if let Some(earlier) = earlier {
            let earlier = self.own(earlier)?;
            if earlier.get("kind") != kind {
                let limit = alloc::format!("it is not a {kind}'s");
                return Err(Fault::new(Code::RecordInvalid, "kind").with_limit(limit).into());
            }
            if earlier.get("link_reference") != given.get("link_reference") {
                let limit = "it is about another transaction";
                return Err(Fault::new(Code::RecordInvalid, "earlier").with_limit(limit).into());
            }
            if earlier.get("verdict") != given.get("verdict") {
                let limit = alloc::format!("as {}", earlier.get("verdict"));
                return Err(Fault::new(Code::AckFlip, "verdict").with_limit(limit).into());
            }
            return Ok(earlier);
        }
        let record = Delivery::new().kind(kind).environment(self.environment);
        let mut record = record.merchant_id(&*self.merchant_id).into_record();
        for (name, from) in [
            ("link_reference", "link_reference"),
            ("verdict", "verdict"),
            ("decided_at", "now"),
            ("deadline", "deadline"),
        ] {
            record.set(name, given.value(from).clone());
        }
        record.set("attempts", 0);
        record.set("state", "pending");
        Ok(Delivery(record))
    }

    /// Checks that a saved record is whole and this gateway's.
    pub(super) fn own(&self, saved: Delivery) -> Result<Delivery, Error> {
        let mut saved = saved.into_record();
        let faults = saved.faults();
        if let Some(fault) = faults.first() {
            let limit = alloc::format!("{}", fault);
            return Err(Fault::new(Code::RecordInvalid, String::from(fault.field())).with_limit(limit).into());
        }
        self.check_own(&saved)?;
        Ok(Delivery(saved))
    }

    /// Refuses another environment's or merchant's record.
    fn check_own(&self, record: &Record) -> Result<(), Fault> {
        for (name, own) in [("environment", self.environment.name()), ("merchant_id", &self.merchant_id)] {
            if record.get(name) != own {
                let limit = alloc::format!("{}, not {own}", record.get(name));
                return Err(Fault::new(Code::AckMismatch, name).with_limit(limit));
            }
        }
        Ok(())
    }
}

/// The body depends on the decision alone, so every repetition is identical to the byte.
fn build(gateway: &Paylink, input: &mut Record, mut faults: Vec<Fault>) -> Result<Call, Error> {
    gateway.need_merchant(&mut faults);
    input.shape().refuse(faults)?;
    gateway.check_own(input)?;
    if input.get("state") != "pending" {
        return Err(Fault::new(Code::RecordInvalid, "state").with_limit("there is nothing to send any more").into());
    }
    let mut body = String::new();
    let mut object = Object::new(&mut body);
    json::write_text(object.key("processingStatus"), VERDICT.wire(input.get("verdict")));
    json::write_text(object.key("transactionNo"), input.get("link_reference"));
    object.end();
    let what = if input.get("kind") == "refund" { "refund-acknowledgment" } else { "payment-acknowledgment" };
    let request = gateway.merchant_request("POST", what, "", body);
    Ok(Call::new(request, gateway.expect(&ACKNOWLEDGE)))
}

/// Accepted is 200 with a JSON object whose `status` is `success`, and nothing else.
fn read(_: &Expect, answer: Answer<'_>) -> Result<Record, Fault> {
    let record = crate::read::read_reply(Acknowledged::SHAPE, answer.body)?;
    if answer.status != 200 || !record.get("status").eq_ignore_ascii_case("success") {
        let limit = alloc::format!("{} without success", answer.status);
        return Err(Fault::new(Code::ReplyUnexpectedStatus, "status").with_limit(limit));
    }
    Ok(record)
}

impl Delivery {
    /// The record as JSON text, to be stored.
    pub fn to_json(&self) -> String {
        let mut out = String::new();
        json::write_record(&mut out, self, Names::Snake);
        out
    }

    /// Reads what [`Delivery::to_json`] wrote.
    ///
    /// # Errors
    /// As [`json::read_record`]; whether the record makes sense is checked where it is used.
    pub fn from_json(text: &str) -> Result<Self, Error> {
        json::read_record(Self::SHAPE, text.as_bytes(), Names::Snake).map(Self)
    }
}
