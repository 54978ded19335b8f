//! `retry_payment`: POST `/egw/payments/retry`.

use alloc::format;
use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

use super::status::{self, STATUS_WORD};
use super::{AlQaseh, PAYMENT_STATUS, pay_page};
use crate::call::{Answer, Build, Call, Expect, Operation};
use crate::error::{Code, Error, Fault};
use crate::json;
use crate::read::read_reply;
use crate::record::{Alphabet, Record, Text, record};

record! {
    /// Asks for another attempt at a payment that failed.
    input RetryPayment {
        /// The id of the attempt that failed. Keep it beside the new one: it can still be charged late.
        payment_id: need text(Text::SEGMENT),
        /// Why you retry: 1 to 250 characters.
        details: may text(Text { min: 1, max: 250, alphabet: Alphabet::Line }),
        /// The status you last fetched. Only `expired`, `declined`, `failed` and `unknown` can be retried, so a call
        /// that is bound to fail is refused here, and a word that is not known is not. This is not sent.
        payment_status as "": may text(STATUS_WORD),
        /// Accept that an attempt whose status is `unknown` may still succeed under its old id. This is not sent.
        accept_unknown as "": may flag,
    }
}

record! {
    /// The new attempt, which waits for the customer. Both its ids are new.
    output RetriedPayment {
        /// The new attempt's id. Store it beside the old one and watch both.
        payment_id: need text,
        /// The status, `retried`.
        payment_status: need choice(PAYMENT_STATUS),
        /// The token of the new payment page. Who has it can open the page.
        token: need text secret,
        /// The new payment page: send the customer's browser there.
        pay_url as "": may text secret,
    }
}

/// The operation.
pub static RETRY_PAYMENT: Operation = Operation {
    name: "retry_payment",
    input: RetryPayment::SHAPE,
    output: RetriedPayment::SHAPE,
    look_up: "history by order_id",
    page: "https://docs.alqaseh.com/payment-api",
    doc: if cfg!(feature = "describe") {
        &[
            "Opens another attempt at a payment that is expired, declined, failed or unknown.",
            "",
            "The attempt has a new payment id and a new page; a reply with the old id is an error. Watch every id of an \
             order: an `unknown` attempt may still succeed under its old one, and an old id that is not found any more is no failure.",
        ]
    } else {
        &[]
    },
    build: Build::AlQaseh(build),
    read,
    settle: None,
};

impl AlQaseh {
    /// Opens another attempt at a payment that failed. <https://docs.alqaseh.com/payment-api>
    ///
    /// # Errors
    /// Every fault of the input at once; `payment.status_forbids` and `payment.risk_not_accepted` for a status you
    /// gave.
    ///
    /// ```
    /// use qantara::alqaseh::RetryPayment;
    /// # let gateway = qantara::AlQaseh::new(qantara::Environment::Test, "id", "secret")?;
    /// let call = gateway.retry_payment(RetryPayment::new().payment_id("p-1").payment_status("declined"))?;
    /// let retried = call.parse(200, br#"{"payment_id":"p-2","payment_status":"retried","token":"t-2"}"#)?;
    /// assert_eq!(retried.pay_url(), Some("https://pay-test.alqaseh.com/pay/t-2"));
    /// # Ok::<(), qantara::Error>(())
    /// ```
    pub fn retry_payment(&self, mut input: RetryPayment) -> Result<Call<RetriedPayment>, Error> {
        let faults = input.0.faults();
        build(self, &mut input.0, faults).map(Call::typed)
    }
}

fn build(gateway: &AlQaseh, input: &mut Record, mut faults: Vec<Fault>) -> Result<Call, Error> {
    faults.extend(status::forbids(input, &["expired", "declined", "failed", "unknown"], " can't be retried"));
    if status::known(input) == Some("unknown") && !input.flag("accept_unknown") {
        faults.push(Fault::new(Code::RiskNotAccepted, "payment_status"));
    }
    input.shape().refuse(faults)?;
    let mut body = String::new();
    json::write_wire(&mut body, input);
    let request = gateway.request("POST", "/egw/payments/retry", "", body);
    let known = vec![("payment_id", String::from(input.get("payment_id"))), ("pay_page", gateway.pay_page_url.clone())];
    Ok(Call::new(request, gateway.expect(&RETRY_PAYMENT, known)))
}

fn read(expect: &Expect, answer: Answer<'_>) -> Result<Record, Fault> {
    let mut record = read_reply(RetriedPayment::SHAPE, answer.body)?;
    let old = expect.known("payment_id");
    if record.get("payment_id") == old {
        let limit = format!("the new attempt has an id of its own, and this is still {old}");
        return Err(Fault::new(Code::PaymentMismatch, "payment_id").with_limit(limit));
    }
    pay_page::add_url(expect, &mut record)?;
    Ok(record)
}
