//! `reversal`: gives an authorization or a payment back.

use alloc::vec::Vec;

use super::later::{self, Later, References};
use super::settle::REVERSAL as PROVES;
use super::{Callback, Egw};
use crate::call::{Build, Call, Operation};
use crate::error::{Error, Fault};
use crate::record::{Alphabet, Record, Text, record};
use crate::stamp::Stamp;
use crate::trust::Outcome;

record! {
    /// Gives back what was authorized or paid: all of it, or less.
    input Reversal {
        /// The `held` or `paid` outcome that `settle` proved, or its fields as you stored them.
        authorization: may record(Outcome::SHAPE),
        /// In place of a proof: references that nothing has checked. A wrong one reverses somebody else's payment.
        unproven_references: may record(References::SHAPE),
        /// What to give back, in major units, in the payment's currency: exact decimal text of at most 12
        /// characters.
        amount as "AMOUNT": need amount,
        /// DESC: what it is about, 1 to 50 characters.
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
        /// Give back more than that. This is not sent.
        above_authorized: may flag,
        /// Accept a fraction or three decimals in dinars. This is not sent.
        allow_fraction: may flag,
    }
}

/// The operation.
pub static REVERSAL: Operation = Operation {
    name: "reversal",
    input: Reversal::SHAPE,
    output: Callback::SHAPE,
    look_up: "status_inquiry if your profile has one, else your bank",
    page: "https://docs.alqaseh.com/1.0-legacy/auth",
    doc: if cfg!(feature = "describe") {
        &[
            "Gives an authorization or a payment back. Say so in your order (`reversal_requested`) before you send it: \
             from then on nothing proves the payment any more.",
            "",
            "The TRTYPE is the gateway's `reversal_trtype`. It is not on the gateway's page (`24` or `22` at other \
             banks), so there is no default: ask your bank. Where your profile has an order for replies, the reply proves nothing \
             by itself (`mac.unchecked`): give its body to `verify_callback` and settle what that returns.",
        ]
    } else {
        &[]
    },
    build: Build::Egw(build),
    read: later::read,
    settle: Some(|expect, message, order| later::settle(expect, message, order, PROVES)),
};

impl Egw {
    /// Gives an authorization or a payment back. <https://docs.alqaseh.com/1.0-legacy/auth>
    ///
    /// # Errors
    /// Every fault of the input at once: `proof.invalid`, `amount.above_authorized`, `profile.no_order`, and
    /// `field.missing` for `reversal_trtype`.
    pub fn reversal(&self, mut input: Reversal, stamp: &Stamp) -> Result<Call<Callback>, Error> {
        let faults = input.0.faults();
        build(self, &mut input.0, stamp, faults).map(Call::typed)
    }
}

fn build(gateway: &Egw, input: &mut Record, stamp: &Stamp, faults: Vec<Fault>) -> Result<Call, Error> {
    let later =
        Later { operation: &REVERSAL, message: "reversal", setting: "reversal_trtype", follows: &["held", "paid"] };
    later.build(gateway, input, stamp, faults)
}
