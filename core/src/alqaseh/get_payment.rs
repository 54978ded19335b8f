//! `get_payment`: GET `/egw/payments/{payment_id}`, and what its reply proves.

use alloc::format;
use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

use super::{AlQaseh, PAYMENT_STATUS, TRANSACTION_TYPE, status};
use crate::call::{Answer, Build, Call, Expect, Operation, Reply};
use crate::error::{Code, Error, Fault};
use crate::money::{Amount, Order};
use crate::read::read_reply;
use crate::record::{Record, Text, record};
use crate::trust::{Paid, Settlement, Verdict, match_order};

record! {
    /// Asks what became of a payment.
    input GetPayment {
        /// The id that `create_payment` returned and you stored; never one from a webhook you don't know.
        payment_id: need text(Text::SEGMENT),
    }
}

record! {
    /// A payment as the gateway has it. Only `settle` says whether it pays your order.
    output Payment {
        /// The gateway's internal number.
        id: may any,
        /// The gateway's id of this payment.
        payment_id: need text,
        /// The token of the payment page.
        token: may text secret,
        /// Your order number.
        order_id: need text,
        /// The figure, as the gateway prints it: its numbers have 32 bits, so large ones may be off.
        amount: need amount,
        /// The currency.
        currency: need text,
        /// The description.
        description: may text,
        /// The status; `succeeded` alone does not mean paid: the transaction type says of what.
        payment_status: need choice(PAYMENT_STATUS),
        /// What kind of transaction it is.
        transaction_type: may choice(TRANSACTION_TYPE),
        /// Where the browser returns to.
        redirect_url: may text,
        /// Where webhooks go.
        webhook_url: may text,
        /// The issuer's approval code.
        approval_code: may text,
        /// The issuer's response code.
        rc: may text,
        /// The retrieval reference number.
        rrn: may text,
        /// Your e-mail address at the gateway.
        merchant_email: may text,
        /// Your number at the gateway.
        merchant_id: may any,
        /// The terminal.
        terminal_id: may text,
        /// The country.
        country: may text,
        /// What you gave as `custom_data`.
        custom_data: may any secret,
        /// The nonce.
        nonce: may text,
        /// A signature whose algorithm is not published.
        p_sign: may text,
        /// The offset from GMT.
        gmt: may text,
        /// The gateway's time stamp.
        timestamp: may text(Text::TIME),
        /// When it was created.
        created_at: may text(Text::TIME),
        /// When it was last changed.
        updated_at: may text(Text::TIME),
        /// When it was deleted.
        deleted_at: may text(Text::TIME),
        /// Every status it had: a list of `{status, created_at}`.
        payment_status_histories: may any,
    }
}

/// The operation.
pub static GET_PAYMENT: Operation = Operation {
    name: "get_payment",
    input: GetPayment::SHAPE,
    output: Payment::SHAPE,
    look_up: "",
    page: "https://docs.alqaseh.com/payment-api",
    doc: if cfg!(feature = "describe") {
        &["Fetches a payment. `settle` matches its reply against your order and says what happened."]
    } else {
        &[]
    },
    build: Build::AlQaseh(build),
    read,
    settle: Some(settle),
};

impl AlQaseh {
    /// Fetches a payment. <https://docs.alqaseh.com/payment-api>
    ///
    /// # Errors
    /// Every fault of the input at once.
    pub fn get_payment(&self, payment_id: &str) -> Result<Call<Payment>, Error> {
        let mut input = GetPayment::new().payment_id(payment_id).into_record();
        let faults = input.faults();
        build(self, &mut input, faults).map(Call::typed)
    }
}

impl Reply<Payment> {
    /// Matches the payment against your order (id, amount, currency, kind) and says what happened.
    ///
    /// # Errors
    /// 4xxx: it is another order's, or success of an unknown kind, or you asked for a reversal.
    pub fn settle(&self, order: &Order) -> Result<Settlement, Error> {
        Ok(settle(&self.expect, &self.record, order)?)
    }

    /// The short form: proof of payment or an error.
    ///
    /// # Errors
    /// As `settle`, and `order.not_paid`.
    pub fn expect_paid(&self, order: &Order) -> Result<Paid, Error> {
        self.settle(order)?.expect_paid()
    }
}

fn build(gateway: &AlQaseh, input: &mut Record, faults: Vec<Fault>) -> Result<Call, Error> {
    input.shape().refuse(faults)?;
    let id = input.get("payment_id");
    let request = gateway.request("GET", "/egw/payments", id, String::new());
    Ok(Call::new(request, gateway.expect(&GET_PAYMENT, vec![("payment_id", String::from(id))])))
}

fn read(expect: &Expect, answer: Answer<'_>) -> Result<Record, Fault> {
    check_id(expect, read_reply(Payment::SHAPE, answer.body)?)
}

/// A reply must be about the payment that was asked for.
pub(super) fn check_id(expect: &Expect, record: Record) -> Result<Record, Fault> {
    let (asked, got) = (expect.known("payment_id"), record.get("payment_id"));
    if asked != got {
        return Err(Fault::new(Code::PaymentMismatch, "payment_id").with_limit(format!("asked for {asked}, got {got}")));
    }
    Ok(record)
}

fn settle(expect: &Expect, payment: &Record, order: &Order) -> Result<Settlement, Fault> {
    match_payment(payment, order)?;
    let verdict = status::verdict(payment.get("payment_status"), payment.text("transaction_type"))?;
    settle_as(verdict, expect, payment, order)
}

/// A payment must be the order's, of its amount and currency.
pub(super) fn match_payment(payment: &Record, order: &Order) -> Result<(), Fault> {
    let amount = Amount::from_json(payment.get("amount"));
    let equal = &Amount::equals_through_float32;
    match_order(order, payment.get("order_id"), amount.as_ref(), payment.get("currency"), equal)
}

/// The settlement of a payment that is the order's.
pub(super) fn settle_as(
    verdict: Verdict,
    expect: &Expect,
    payment: &Record,
    order: &Order,
) -> Result<Settlement, Fault> {
    let status = payment.get("payment_status");
    let payment_id = payment.get("payment_id");
    let details = [
        ("transaction_type", payment.get("transaction_type")),
        ("payment_id", payment_id),
        ("rrn", payment.get("rrn")),
    ];
    Settlement::make(verdict, expect, order, status, &[payment_id], &details)
}
