//! What comes after an authorization: where its references come from, and what a reply must echo.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use super::message::{Given, Message, amount_fault};
use super::settle::{Proves, Rules};
use super::{Egw, ORDER, callback};
use crate::call::{Answer, Call, Expect, Operation};
use crate::error::{Code, Error, Fault};
use crate::mac::{REPLY, REQUEST};
use crate::money::{Amount, Figure, Order, check_currency};
use crate::record::{Alphabet, Record, Text, record};
use crate::stamp::Stamp;
use crate::trust::{Settlement, Verdict, replay_key};

record! {
    /// References of an authorization that no proof of Qantara's stands for, such as ones your bank told you on the
    /// phone. Nothing has checked them.
    input References {
        /// ORDER: the authorization's order number.
        order_id: need text(ORDER),
        /// RRN: 12 characters.
        rrn: need text(Text { min: 12, max: 12, alphabet: Alphabet::Visible }),
        /// INT_REF: 1 to 128 characters.
        int_ref: need text(Text { min: 1, max: 128, alphabet: Alphabet::Visible }),
        /// What was authorized, in major units.
        amount: need amount,
        /// Its currency, three upper-case letters.
        currency: need text(Text::CURRENCY),
    }
}

/// How an operation on an earlier payment differs from another.
pub(super) struct Later {
    pub(super) operation: &'static Operation,
    /// The profile's name for the message.
    pub(super) message: &'static str,
    /// The setting that holds the TRTYPE.
    pub(super) setting: &'static str,
    /// The outcomes it can follow.
    pub(super) follows: &'static [&'static str],
}

impl Later {
    pub(super) fn build(
        &self,
        gateway: &Egw,
        input: &mut Record,
        stamp: &Stamp,
        mut faults: Vec<Fault>,
    ) -> Result<Call, Error> {
        let trtype = gateway.later_trtype(self.setting).unwrap_or("");
        if trtype.is_empty() {
            faults.push(Fault::new(Code::FieldMissing, self.setting));
        }
        faults.extend(amount_fault(input));
        let earlier = match self.references(gateway, input) {
            Ok(references) => references,
            Err(fault) => {
                faults.push(fault);
                Record::new(References::SHAPE)
            }
        };
        faults.extend(above(input, &earlier).or_else(|| currency_fault(input, &earlier)));
        let (input, references) = (&*input, &earlier);
        let given = Given { trtype, earlier: Some(references), ..Given::default() };
        let mut message = Message::new(gateway, input, stamp, &given);
        // A sale's order is not a completion's, so of the requests' only one for this TRTYPE will do, and none that is
        // a sale's, too.
        let profile = &gateway.profile;
        let request = || profile.order_for(REQUEST, trtype).filter(|_| !matches!(trtype, "0" | "1"));
        let order = profile.order(self.message, trtype).or_else(request);
        let source = message.source(gateway, input, order, trtype, &mut faults);
        input.shape().refuse(faults)?;
        let mut known = Vec::new();
        for (name, value) in [("trtype", trtype), ("amount", input.get("amount"))] {
            known.push((name, String::from(value)));
        }
        for name in ["order_id", "rrn", "int_ref"] {
            known.push((name, String::from(references.get(name))));
        }
        gateway.rules().known(&mut known);
        if gateway.profile.order(REPLY, trtype).is_some() {
            known.push(("signed", String::from("yes")));
        }
        Ok(gateway.post_form(self.operation, &message, stamp, source, known))
    }

    /// The references of the payment this follows: a proof's, or ones that the caller answers for.
    fn references(&self, gateway: &Egw, input: &Record) -> Result<Record, Fault> {
        let mut references = Record::new(References::SHAPE);
        let invalid = |why: String| Fault::new(Code::ProofInvalid, "authorization").with_limit(why);
        let given = match (input.record("authorization"), input.record("unproven_references")) {
            (Some(_), Some(_)) => return Err(invalid(String::from("give it or `unproven_references`, not both"))),
            (None, None) => return Err(Fault::new(Code::FieldMissing, "authorization")),
            (None, Some(given)) => given,
            (Some(proof), None) => {
                let kind = proof.get("kind");
                if !self.follows.contains(&kind) {
                    return Err(invalid(format!("it is {kind}, not {}", self.follows.join(" or "))));
                }
                if !self.keys(gateway, &proof).any(|key| key == proof.get("replay_key")) {
                    let why = "it is no proof of this gateway, environment and merchant, or was changed since";
                    return Err(invalid(String::from(why)));
                }
                if proof.get("rrn").is_empty() || proof.get("int_ref").is_empty() {
                    return Err(invalid(String::from("its message did not prove an RRN and an INT_REF")));
                }
                proof
            }
        };
        for name in ["order_id", "rrn", "int_ref", "amount", "currency"] {
            references.set(name, given.value(name).clone());
        }
        // The caller's own references were checked with the rest; what is proven is as the gateway sent it.
        let mut checked = references.clone();
        let faults = if input.value("authorization").is_null() { Vec::new() } else { checked.faults() };
        match faults.into_iter().find(|fault| fault.code() != Code::AmountAmbiguous) {
            Some(fault) => Err(invalid(format!("{fault}"))),
            None => Ok(references),
        }
    }

    /// The replay keys that a proof with these fields can have.
    fn keys<'a>(&self, gateway: &'a Egw, proof: &'a Record) -> impl Iterator<Item = String> + 'a {
        let scope = gateway.expect(self.operation, Vec::new());
        let trtypes = match proof.get("kind") {
            "held" => [Some("0"), None],
            _ => [Some("1"), gateway.later_trtype("completion_trtype")],
        };
        trtypes.into_iter().flatten().map(move |trtype| {
            replay_key(&scope, &[proof.get("order_id"), trtype, proof.get("rrn")], proof.get("kind"))
        })
    }
}

/// More than was authorized is moved only if that is said.
fn above(input: &Record, earlier: &Record) -> Option<Fault> {
    let (amount, authorized) = (Amount::from_json(input.get("amount"))?, Amount::from_json(earlier.get("amount"))?);
    let is_above = !input.flag("above_authorized") && !authorized.is_at_least(&amount);
    is_above.then(|| Fault::new(Code::AmountAboveAuthorized, "amount").with_limit(String::from(authorized.as_str())))
}

/// The amount is in the authorization's currency, so what is asked of one in its own record is asked here.
fn currency_fault(input: &Record, earlier: &Record) -> Option<Fault> {
    let amount = input.text("amount")?;
    let figure = Figure::parse(amount, "amount").ok()?;
    if figure.is_zero() {
        return Some(Fault::new(Code::AmountNotPositive, "amount"));
    }
    check_currency(amount, figure, earlier.get("currency"), input.flag("allow_fraction"))
}

/// Reads a reply in whichever form it comes. What it echoes must be what was sent; a bare digit echoes nothing.
pub(super) fn read(expect: &Expect, answer: Answer<'_>) -> Result<Record, Fault> {
    let record = callback::read_message(answer.body, expect.known("order_id"))?;
    for name in ECHOED {
        let (sent, got) = (expect.known(name), record.get(name));
        if !got.is_empty() && !sent.is_empty() && got != sent {
            return Err(Fault::new(Code::PaymentMismatch, name).with_limit(format!("sent {sent}, got {got}")));
        }
    }
    let (sent, got) = (expect.known("amount"), record.get("amount"));
    if let (Some(sent), false) = (Amount::from_json(sent), got.is_empty())
        && !Amount::from_json(got).is_some_and(|got| Rules::of_call(expect).agrees(&sent, &got))
    {
        return Err(Fault::new(Code::PaymentMismatch, "amount").with_limit(format!("sent {sent}, got {got}")));
    }
    Ok(record)
}

/// What a reply must repeat of the request before it proves anything.
const ECHOED: [&str; 4] = ["order_id", "trtype", "rrn", "int_ref"];

/// What a reply fetched from `cgi_link` proves.
pub(super) fn settle(expect: &Expect, message: &Record, order: &Order, proves: Proves) -> Result<Settlement, Fault> {
    // Without what was sent nothing can be compared.
    if let Some(name) = ECHOED.into_iter().chain(["amount"]).find(|name| expect.known(name).is_empty()) {
        return Err(Fault::new(Code::RecordInvalid, "expect").with_limit(name));
    }
    let status = match message.text("bare_result") {
        // Accepted is less than approved, and nothing else is said.
        Some(digit) => String::from(digit),
        None if !expect.known("signed").is_empty() => return Err(Fault::new(Code::MacUnchecked, "P_SIGN")),
        None if ECHOED.into_iter().all(|name| message.text(name).is_some()) => {
            return Rules::of_call(expect).settle(expect, message, order, || Ok(proves));
        }
        // It may be about something else.
        None => format!("{}/{}", message.get("action"), message.get("rc")),
    };
    crate::trust::match_id(order, message.get("order_id"))?;
    let details = [("transaction_type", proves.2), ("rrn", expect.known("rrn")), ("int_ref", expect.known("int_ref"))];
    Settlement::make(Verdict::Open, expect, order, &status, &[], &details)
}
