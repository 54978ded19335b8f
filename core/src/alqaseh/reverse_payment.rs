//! `reverse_payment`: POST `/egw/payments/process-reversal/{token}`.

use alloc::string::String;
use alloc::vec::Vec;

use super::AlQaseh;
use crate::call::{Answer, Build, Call, Expect, Operation};
use crate::error::{Error, Fault};
use crate::read::read_raw;
use crate::record::{Record, Text, record};

record! {
    /// Asks for a payment to be reversed.
    input ReversePayment {
        /// The token that `create_payment` or `retry_payment` returned.
        token: need text(Text::SEGMENT) secret,
    }
}

record! {
    /// What the gateway answered when a reversal was asked for. Its form is not published, so it proves nothing.
    output AskedReversal {
        /// The HTTP status.
        status: need count(100, 599),
        /// The `Content-Type`, if it is known.
        content_type: may text,
        /// The body as it came.
        body: need text(Text::RAW) secret,
    }
}

/// The operation.
pub static REVERSE_PAYMENT: Operation = Operation {
    name: "reverse_payment",
    input: ReversePayment::SHAPE,
    output: AskedReversal::SHAPE,
    look_up: "history by order_id, for a Reversal",
    page: "https://docs.alqaseh.com/payment-api",
    doc: if cfg!(feature = "describe") {
        &[
            "Asks for a payment to be reversed.",
            "",
            "No status reports a reversal: the payment may go on reading `succeeded`. Before you send this, store \
             `reversal_requested` in your order; nothing counts as paid from then on. A Reversal in the `history` \
             proves it, else ask the gateway. The path is not on the gateway's page. \
             Its errors quote nothing that the gateway said, since that may repeat the token.",
        ]
    } else {
        &[]
    },
    build: Build::AlQaseh(build),
    read,
    settle: None,
};

impl AlQaseh {
    /// Asks for a payment to be reversed. <https://docs.alqaseh.com/payment-api>
    ///
    /// Set [`crate::Order::reversal_requested`] from now on; the history proves the reversal.
    ///
    /// # Errors
    /// Every fault of the input at once.
    pub fn reverse_payment(&self, token: &str) -> Result<Call<AskedReversal>, Error> {
        let mut input = ReversePayment::new().token(token).into_record();
        let faults = input.faults();
        build(self, &mut input, faults).map(Call::typed)
    }
}

fn build(gateway: &AlQaseh, input: &mut Record, faults: Vec<Fault>) -> Result<Call, Error> {
    input.shape().refuse(faults)?;
    let request = gateway.token_request("POST", "/egw/payments/process-reversal", input, String::new());
    Ok(Call::new(request, gateway.expect(&REVERSE_PAYMENT, Vec::new())))
}

fn read(_: &Expect, answer: Answer<'_>) -> Result<Record, Fault> {
    read_raw(AskedReversal::SHAPE, answer)
}
