//! `create_payment`: POST `/egw/payments/create`.

use alloc::format;
use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

use super::{AlQaseh, TRANSACTION_TYPE, pay_page};
use crate::call::{Answer, Build, Call, Expect, Operation};
use crate::error::{Code, Error, Fault};
use crate::json;
use crate::money::{Order, fits_float32};
use crate::read::read_reply;
use crate::record::{Alphabet, Record, Text, record, url_fault};

record! {
    /// Asks for a hosted payment page, where the customer enters the card.
    input CreatePayment {
        /// Your order number: 1 to 32 characters of `A-Z a-z 0-9 . _ : / -` (both settable on the gateway).
        order_id: need text(Text { min: 1, max: 250, alphabet: Alphabet::Line }),
        /// What the customer pays, in major units, as exact decimal text such as "25000".
        amount: need amount,
        /// Three upper-case letters; `IQD` in practice.
        currency: need text(Text::CURRENCY),
        /// What the customer is paying for: 1 to 250 characters.
        description: need text(Text { min: 1, max: 250, alphabet: Alphabet::Line }),
        /// Where the customer's browser returns to. No fragment: it would hide the parameters.
        redirect_url: need text(Text { min: 1, max: 2048, alphabet: Alphabet::Visible }),
        /// `retail` unless you say otherwise; `authorization` only holds the amount.
        transaction_type: may choice(TRANSACTION_TYPE),
        /// Where the gateway posts its webhook.
        webhook_url: may text(Text::URL),
        /// The customer's country, two upper-case letters.
        country: may text(Text { min: 2, max: 2, alphabet: Alphabet::Upper }),
        /// The customer's e-mail address, at most 80 bytes.
        email: may text(Text::EMAIL),
        /// Data of your own that the gateway echoes back.
        custom_data: may map,
        /// How many hours the payment page lives.
        token_expiry_in_hour: may count(1, 8760),
        /// A nonce of yours, 1 to 64 characters.
        nonce: may text(Text { min: 1, max: 64, alphabet: Alphabet::Visible }),
        /// A signature of yours, 1 to 256 characters. Its algorithm is not published, so it is sent only if
        /// you supply it (the gateway spells the key `p_sing`).
        p_sign as "p_sing": may text(Text { min: 1, max: 256, alphabet: Alphabet::Visible }),
        /// Accept a fraction or three decimals in dinars. This is not sent.
        allow_fraction as "": may flag,
    }
}

record! {
    /// A payment that was created and waits for the customer.
    output CreatedPayment {
        /// The gateway's id of this payment. Store it beside your order: it is what you look up later.
        payment_id: need text,
        /// The token of the payment page. Who has it can open the page.
        token: need text secret,
        /// The payment page: send the customer's browser there.
        pay_url as "": may text secret,
    }
}

impl CreatePayment {
    /// The request for an order of yours.
    pub fn for_order(order: &Order, description: &str, redirect_url: &str) -> Self {
        let request = Self::new().order_id(order.id.as_str()).amount(&order.amount).currency(order.currency.as_str());
        request.description(description).redirect_url(redirect_url)
    }
}

/// The operation.
pub static CREATE_PAYMENT: Operation = Operation {
    name: "create_payment",
    input: CreatePayment::SHAPE,
    output: CreatedPayment::SHAPE,
    look_up: "history by order_id",
    page: "https://docs.alqaseh.com/payment-api",
    doc: if cfg!(feature = "describe") {
        &[
            "Creates a payment and its hosted page. Nothing is charged until the customer pays there.",
            "",
            "Not idempotent: after a lost reply look the order up before you create another.",
        ]
    } else {
        &[]
    },
    build: Build::AlQaseh(build),
    read,
    settle: None,
};

impl AlQaseh {
    /// Creates a payment and its hosted page. <https://docs.alqaseh.com/payment-api>
    ///
    /// # Errors
    /// Every fault of the input at once.
    pub fn create_payment(&self, mut input: CreatePayment) -> Result<Call<CreatedPayment>, Error> {
        let faults = input.0.faults();
        build(self, &mut input.0, faults).map(Call::typed)
    }
}

fn build(gateway: &AlQaseh, input: &mut Record, mut faults: Vec<Fault>) -> Result<Call, Error> {
    faults.extend(order_id_fault(gateway, input));
    faults.extend(redirect_fault(gateway, input));
    input.shape().refuse(faults)?;
    // The default is sent in so many words.
    if input.value("transaction_type").is_null() {
        input.set("transaction_type", "retail");
    }
    let mut body = String::with_capacity(512);
    json::write_wire(&mut body, input);
    let known = vec![("pay_page", gateway.pay_page_url.clone()), ("order_id", String::from(input.get("order_id")))];
    let request = gateway.request("POST", "/egw/payments/create", "", body);
    let mut call = Call::new(request, gateway.expect(&CREATE_PAYMENT, known));
    if !fits_float32(input.get("amount")) {
        call.warnings.push(Fault::new(Code::AmountFloat32, "amount"));
    }
    Ok(call)
}

fn order_id_fault(gateway: &AlQaseh, input: &Record) -> Option<Fault> {
    let id = input.text("order_id")?;
    let allowed = |c: char| c.is_ascii_alphanumeric() || "._:/-".contains(c) || gateway.order_id_extra.contains(c);
    if id.chars().count() > gateway.order_id_max {
        let limit = format!("{} characters, not {}", gateway.order_id_max, id.chars().count());
        return Some(Fault::new(Code::TextTooLong, "order_id").with_limit(limit));
    }
    (!id.chars().all(allowed)).then(|| {
        let limit = format!("A-Z a-z 0-9 . _ : / - {}", gateway.order_id_extra);
        Fault::new(Code::TextCharacters, "order_id").with_limit(String::from(limit.trim_end()))
    })
}

/// What is wrong with where the browser is to return to.
pub(super) fn redirect_fault(gateway: &AlQaseh, input: &Record) -> Option<Fault> {
    let url = input.text("redirect_url")?;
    let why = match gateway.app_scheme.as_deref() {
        Some(app) => url_fault(url, &["https", "http", app]),
        None => url_fault(url, &["https", "http"]),
    };
    why.map(|why| Fault::new(Code::UrlInvalid, "redirect_url").with_limit(why))
}

fn read(expect: &Expect, answer: Answer<'_>) -> Result<Record, Fault> {
    let mut record = read_reply(CreatedPayment::SHAPE, answer.body)?;
    pay_page::add_url(expect, &mut record)?;
    Ok(record)
}
