//! `revoke_payment`: POST `/egw/payments/revoke`.

use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

use super::get_payment::check_id;
use super::status::{self, STATUS_WORD};
use super::{AlQaseh, PAYMENT_STATUS};
use crate::call::{Answer, Build, Call, Expect, Operation};
use crate::error::{Error, Fault};
use crate::json;
use crate::read::read_reply;
use crate::record::{Alphabet, Record, Text, record};

record! {
    /// Withdraws a payment that the customer has not paid yet.
    input RevokePayment {
        /// The id of the payment that `create_payment` or `retry_payment` returned.
        payment_id: need text(Text::SEGMENT),
        /// Why you revoke it: 1 to 250 characters.
        details: may text(Text { min: 1, max: 250, alphabet: Alphabet::Line }),
        /// The status you last fetched. Only `prepared` and `retried` can be revoked, so a call that is bound to
        /// fail is refused here, and a word that is not known is not. This is not sent.
        payment_status as "": may text(STATUS_WORD),
    }
}

record! {
    /// A payment after it was revoked. Get it again before you call the order cancelled.
    output RevokedPayment {
        /// The payment's id, the one that was asked for.
        payment_id: need text,
        /// Your order number.
        order_id: need text,
        /// The figure, as the gateway prints it: its numbers have 32 bits, so large ones may be off.
        amount: need amount,
        /// The currency.
        currency: need text,
        /// The status: `revoked` if it was.
        payment_status: need choice(PAYMENT_STATUS),
        /// What you gave as `custom_data`.
        custom_data: may any secret,
    }
}

/// The operation.
pub static REVOKE_PAYMENT: Operation = Operation {
    name: "revoke_payment",
    input: RevokePayment::SHAPE,
    output: RevokedPayment::SHAPE,
    look_up: "get_payment",
    page: "https://docs.alqaseh.com/payment-api",
    doc: if cfg!(feature = "describe") {
        &[
            "Withdraws a payment that is prepared or retried.",
            "",
            "Cancelling is this and then `get_payment`, since the customer may have paid in between: `revoked` is \
             cancelled, `succeeded` is paid, and anything else is not cancelled yet.",
        ]
    } else {
        &[]
    },
    build: Build::AlQaseh(build),
    read,
    settle: None,
};

impl AlQaseh {
    /// Withdraws a payment that the customer has not paid yet. <https://docs.alqaseh.com/payment-api>
    ///
    /// Get it again afterwards: only `revoked` there is cancelled.
    ///
    /// # Errors
    /// Every fault of the input at once; `payment.status_forbids` for a status you gave.
    ///
    /// ```
    /// use qantara::alqaseh::RevokePayment;
    /// # let gateway = qantara::AlQaseh::new(qantara::Environment::Test, "id", "secret")?;
    /// let revoke = gateway.revoke_payment(RevokePayment::new().payment_id("p-1").details("The customer left"))?;
    /// // Send it, whatever it answers; then look:
    /// let look = gateway.get_payment("p-1")?;
    /// # Ok::<(), qantara::Error>(())
    /// ```
    pub fn revoke_payment(&self, mut input: RevokePayment) -> Result<Call<RevokedPayment>, Error> {
        let faults = input.0.faults();
        build(self, &mut input.0, faults).map(Call::typed)
    }
}

fn build(gateway: &AlQaseh, input: &mut Record, mut faults: Vec<Fault>) -> Result<Call, Error> {
    // `pending` is a redirect's word for what may be either.
    faults.extend(status::forbids(input, &["prepared", "retried", "pending"], " can't be revoked"));
    input.shape().refuse(faults)?;
    let mut body = String::new();
    json::write_wire(&mut body, input);
    let request = gateway.request("POST", "/egw/payments/revoke", "", body);
    let known = vec![("payment_id", String::from(input.get("payment_id")))];
    Ok(Call::new(request, gateway.expect(&REVOKE_PAYMENT, known)))
}

fn read(expect: &Expect, answer: Answer<'_>) -> Result<Record, Fault> {
    check_id(expect, read_reply(RevokedPayment::SHAPE, answer.body)?)
}
