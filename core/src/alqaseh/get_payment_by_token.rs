//! `get_payment_by_token`: GET `/egw/payments/info/{token}`.

use alloc::string::String;
use alloc::vec::Vec;

use super::{AlQaseh, PAYMENT_STATUS};
use crate::call::{Answer, Build, Call, Expect, Operation};
use crate::error::{Error, Fault};
use crate::read::read_reply;
use crate::record::{Record, Text, record};

record! {
    /// Asks what a payment page is for.
    input GetPaymentByToken {
        /// The token that `create_payment` or `retry_payment` returned.
        token: need text(Text::SEGMENT) secret,
    }
}

record! {
    /// What a payment page is for. It names no order, so it proves nothing: use `get_payment` for that.
    output PaymentInfo {
        /// The figure, as the gateway prints it: its numbers have 32 bits, so large ones may be off.
        amount: need amount,
        /// The currency.
        currency: need text,
        /// The description.
        description: may text,
        /// The status.
        payment_status: need choice(PAYMENT_STATUS),
    }
}

/// The operation.
pub static GET_PAYMENT_BY_TOKEN: Operation = Operation {
    name: "get_payment_by_token",
    input: GetPaymentByToken::SHAPE,
    output: PaymentInfo::SHAPE,
    look_up: "",
    page: "https://docs.alqaseh.com/payment-api",
    doc: if cfg!(feature = "describe") {
        &[
            "Fetches what a payment page shows: amount, description, status.",
            "",
            "The reply names no order and no payment id, so it settles nothing. Its errors quote nothing that the \
             gateway said, since that may repeat the token.",
        ]
    } else {
        &[]
    },
    build: Build::AlQaseh(build),
    read,
    settle: None,
};

impl AlQaseh {
    /// Fetches what a payment page shows. It proves nothing. <https://docs.alqaseh.com/payment-api>
    ///
    /// # Errors
    /// Every fault of the input at once.
    pub fn get_payment_by_token(&self, token: &str) -> Result<Call<PaymentInfo>, Error> {
        let mut input = GetPaymentByToken::new().token(token).into_record();
        let faults = input.faults();
        build(self, &mut input, faults).map(Call::typed)
    }
}

fn build(gateway: &AlQaseh, input: &mut Record, faults: Vec<Fault>) -> Result<Call, Error> {
    input.shape().refuse(faults)?;
    let request = gateway.token_request("GET", "/egw/payments/info", input, String::new());
    Ok(Call::new(request, gateway.expect(&GET_PAYMENT_BY_TOKEN, Vec::new())))
}

fn read(_: &Expect, answer: Answer<'_>) -> Result<Record, Fault> {
    read_reply(PaymentInfo::SHAPE, answer.body)
}
