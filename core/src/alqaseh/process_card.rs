//! `process_card`: POST `/egw/payments/process/{token}`.

use alloc::string::String;
use alloc::vec::Vec;

use super::AlQaseh;
use crate::call::{Answer, Build, Call, Expect, Operation};
use crate::error::{Code, Error, Fault};
use crate::json;
use crate::read::read_raw;
use crate::record::{Alphabet, Record, Text, record};

const fn digits(min: usize, max: usize) -> Text {
    Text { min, max, alphabet: Alphabet::Digits }
}

record! {
    /// Pays with a card whose number you handle yourself. That takes a PCI-DSS certificate: everybody else sends the
    /// customer to the payment page.
    input ProcessCard {
        /// The token that `create_payment` or `retry_payment` returned.
        token as "": need text(Text::SEGMENT) secret,
        /// The card number: 12 to 19 digits.
        card_number as "CardNumber": need text(digits(12, 19)) secret,
        /// The security code: 3 or 4 digits.
        cvv as "Cvv": need text(digits(3, 4)) secret,
        /// The month it expires in: `01` to `12`.
        exp_month as "EXPMon": need text(digits(2, 2)) secret,
        /// The year it expires in, of 2 or 4 digits; it is sent as you give it.
        exp_year as "EXPYear": need text(digits(2, 4)) secret,
    }
}

record! {
    /// What the gateway answered to a card. Its form is not published, so it proves nothing: get the payment.
    output ProcessedCard {
        /// The HTTP status.
        status: need count(100, 599),
        /// The `Content-Type`, if it is known.
        content_type: may text,
        /// The body as it came: text or JSON, perhaps a page for the customer's browser.
        body: need text(Text::RAW) secret,
    }
}

/// The operation.
pub static PROCESS_CARD: Operation = Operation {
    name: "process_card",
    input: ProcessCard::SHAPE,
    output: ProcessedCard::SHAPE,
    look_up: "get_payment",
    page: "https://docs.alqaseh.com/payment-api",
    doc: if cfg!(feature = "describe") {
        &[
            "Pays with a card whose number you handle yourself, for merchants with a PCI-DSS certificate.",
            "",
            "What the reply looks like is not published, so it is kept as it came. Whatever it says, get the payment \
             next. Never send this twice without looking. Its errors quote nothing that the gateway said, since \
             that may repeat the card.",
        ]
    } else {
        &[]
    },
    build: Build::AlQaseh(build),
    read,
    settle: None,
};

impl AlQaseh {
    /// Pays with a card whose number you handle yourself (PCI-DSS). <https://docs.alqaseh.com/payment-api>
    ///
    /// # Errors
    /// Every fault of the input at once.
    pub fn process_card(&self, mut input: ProcessCard) -> Result<Call<ProcessedCard>, Error> {
        let faults = input.0.faults();
        build(self, &mut input.0, faults).map(Call::typed)
    }
}

fn build(gateway: &AlQaseh, input: &mut Record, mut faults: Vec<Fault>) -> Result<Call, Error> {
    if input.text("exp_month").is_some_and(|month| !(1..=12).contains(&month.parse().unwrap_or(0))) {
        faults.push(Fault::new(Code::NumberRange, "exp_month").with_limit("a month from 01 to 12"));
    }
    if input.get("exp_year").len() == 3 {
        faults.push(Fault::new(Code::NumberRange, "exp_year").with_limit("a year of 2 or 4 digits"));
    }
    input.shape().refuse(faults)?;
    // Room for all of it: a body that grows leaves a card number behind in the memory it had.
    let mut body = String::with_capacity(128);
    json::write_wire(&mut body, input);
    let mut request = gateway.token_request("POST", "/egw/payments/process", input, body);
    request.secret_body = true;
    Ok(Call::new(request, gateway.expect(&PROCESS_CARD, Vec::new())))
}

fn read(_: &Expect, answer: Answer<'_>) -> Result<Record, Fault> {
    read_raw(ProcessedCard::SHAPE, answer)
}
