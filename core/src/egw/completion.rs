//! `completion`: takes the money that an authorization holds, or less of it.

use alloc::vec::Vec;

use super::later::{self, Later, References};
use super::settle::COMPLETION as PROVES;
use super::{Callback, Egw};
use crate::call::{Build, Call, Operation, Reply};
use crate::error::{Error, Fault};
use crate::money::Order;
use crate::record::{Alphabet, Record, Text, record};
use crate::stamp::Stamp;
use crate::trust::{Held, Outcome, Paid, Settlement};

record! {
    /// Takes the money of an authorization: all of it, or less (a hotel's check-out).
    input Completion {
        /// The `held` outcome that `settle` proved, or its fields as you stored them.
        authorization: may record(Outcome::SHAPE),
        /// In place of a proof: references that nothing has checked. A wrong one takes somebody else's money.
        unproven_references: may record(References::SHAPE),
        /// What to take, in major units, in the authorization's currency: exact decimal text of at most 12
        /// characters.
        amount as "AMOUNT": need amount,
        /// DESC: what the customer is paying for, 1 to 50 characters.
        description as "DESC": need text(Text { min: 1, max: 50, alphabet: Alphabet::Line }),
        /// EMAIL: the customer's e-mail address, at most 80 bytes.
        email as "EMAIL": may text(Text::EMAIL),
        /// BACKREF: where the result goes, at most 250 bytes.
        back_ref as "BACKREF": need text(Text { min: 1, max: 250, alphabet: Alphabet::Url }),
        /// FOREIGN_RETAILER_IND: one character, if your bank asks for it.
        foreign_retailer_ind as "FOREIGN_RETAILER_IND": may text(Text { min: 1, max: 1, alphabet: Alphabet::Visible }),
        /// What to send as description if the description is not ASCII and your bank's length unit is not
        /// confirmed. This is not sent beside the description.
        description_fallback: may text(Text { min: 1, max: 50, alphabet: Alphabet::Line }),
        /// Take more than was authorized. This is not sent.
        above_authorized: may flag,
        /// Accept a fraction or three decimals in dinars. This is not sent.
        allow_fraction: may flag,
    }
}

impl Completion {
    /// Completes what a proof holds.
    pub fn of(held: &Held) -> Self {
        Self::new().authorization(held)
    }
}

/// The operation.
pub static COMPLETION: Operation = Operation {
    name: "completion",
    input: Completion::SHAPE,
    output: Callback::SHAPE,
    look_up: "status_inquiry if your profile has one, else your bank",
    page: "https://docs.alqaseh.com/1.0-legacy/auth",
    doc: if cfg!(feature = "describe") {
        &[
            "Takes the money that an authorization holds, or less of it. One completion at a time: never send a second \
             while the first is open.",
            "",
            "The TRTYPE is the gateway's `completion_trtype`; in the test environment it is `1` unless you say \
             otherwise, as the gateway's page has it. `settle` takes your order with the amount that was to be taken. Where your \
             profile has an order for replies, the reply proves nothing by itself (`mac.unchecked`): give its body to \
             `verify_callback` and settle what that returns.",
        ]
    } else {
        &[]
    },
    build: Build::Egw(build),
    read: later::read,
    settle: Some(|expect, message, order| later::settle(expect, message, order, PROVES)),
};

impl Egw {
    /// Takes the money that an authorization holds, or less. <https://docs.alqaseh.com/1.0-legacy/auth>
    ///
    /// # Errors
    /// Every fault of the input at once: `proof.invalid`, `amount.above_authorized`, `profile.no_order`, and
    /// `field.missing` for `completion_trtype` in production.
    pub fn completion(&self, mut input: Completion, stamp: &Stamp) -> Result<Call<Callback>, Error> {
        let faults = input.0.faults();
        build(self, &mut input.0, stamp, faults).map(Call::typed)
    }
}

fn build(gateway: &Egw, input: &mut Record, stamp: &Stamp, faults: Vec<Fault>) -> Result<Call, Error> {
    let later =
        Later { operation: &COMPLETION, message: "completion", setting: "completion_trtype", follows: &["held"] };
    later.build(gateway, input, stamp, faults)
}

impl Reply<Callback> {
    /// Matches the reply to a completion or reversal against your order and says what happened.
    ///
    /// # Errors
    /// `mac.unchecked` where your profile has an order for replies: give the body to [`Egw::verify_callback`] and
    /// settle what that returns. 4xxx: it is another order's, amount's or currency's; `reply.foreign` for a status inquiry.
    pub fn settle(&self, order: &Order) -> Result<Settlement, Error> {
        crate::call::settle(self.expect(), self, order)
    }

    /// The short form: proof of payment or an error.
    ///
    /// # Errors
    /// As `settle`, and `order.not_paid`.
    pub fn expect_paid(&self, order: &Order) -> Result<Paid, Error> {
        self.settle(order)?.expect_paid()
    }
}
