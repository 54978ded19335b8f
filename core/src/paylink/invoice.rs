//! An invoice as Paylink has it, and what it proves.

use alloc::format;

use crate::call::{Expect, Reply};
use crate::error::{Code, Error, Fault};
use crate::money::{Amount, Order};
use crate::record::{Record, Text, Value, choice, record};
use crate::trust::{Paid, Settlement, Verdict, match_order};

choice! {
    /// An invoice's status. Any letter case is read, and an unknown word is kept as it came.
    ORDER_STATUS OrderStatus {
        "pending" = "Pending", "created" = "Created", "paid" = "Paid", "canceled" = "Canceled",
        "declined" = "Declined", "completed" = "Completed",
    }
}

record! {
    /// What was asked for when the invoice was made, as Paylink echoes it.
    output GatewayOrderRequest {
        /// Your order number.
        order_id as "orderNumber": may text,
        /// The amount that was asked for.
        amount: may amount,
        /// The currency.
        currency: may text,
        /// Where the browser returns to.
        callback_url as "callBackUrl": may text,
        /// Where the browser goes if the customer cancels.
        cancel_url as "cancelUrl": may text,
        /// The customer's name.
        client_name as "clientName": may text,
        /// The customer's mobile number.
        client_mobile as "clientMobile": may text,
        /// The customer's e-mail address.
        client_email as "clientEmail": may text,
        /// The note.
        note: may text,
        /// The products, as Paylink prints them.
        products: may any,
    }
}

record! {
    /// What the customer got for paying.
    output PaymentReceipt {
        /// Where the receipt is.
        receipt_url as "receiptUrl": may text,
        /// What opens it.
        passcode: may text secret,
        /// How it was paid.
        payment_method as "paymentMethod": may text,
        /// When it was paid.
        payment_date as "paymentDate": may text(Text::TIME),
        /// The card, masked by Paylink.
        bank_card_number as "bankCardNumber": may text secret,
    }
}

record! {
    /// An invoice as Paylink has it. Only `settle` on a reply to `get_invoice` says whether it pays your order.
    output Invoice {
        /// What was asked for: it says whose order the invoice is for.
        gateway_order_request as "gatewayOrderRequest": may record(GatewayOrderRequest::SHAPE),
        /// The amount of the invoice.
        amount: need amount,
        /// The invoice's id. Store it beside your order: it is what you look up later.
        transaction_no as "transactionNo": need text,
        /// The status. `paid` alone does not mean that your order is paid.
        order_status as "orderStatus": need choice(ORDER_STATUS),
        /// What went wrong with an attempt: a list, text or nothing. A pending invoice with errors is still open.
        payment_errors as "paymentErrors": may any,
        /// The payment page: send the customer's browser there, and never build this address yourself.
        url: may text,
        /// The payment page as a QR code.
        qr_url as "qrUrl": may text,
        /// The payment page for a frame in an app.
        mobile_url as "mobileUrl": may text,
        /// Where Paylink tells the status.
        check_url as "checkUrl": may text,
        /// Whether the call worked. It does not say that anything was paid.
        success: need flag,
        /// What was delivered, if the products are digital.
        digital_order as "digitalOrder": may any,
        /// The rate by which Paylink converted the amount, if it did.
        foreign_currency_rate as "foreignCurrencyRate": may any,
        /// The receipt, once it is paid.
        payment_receipt as "paymentReceipt": may record(PaymentReceipt::SHAPE),
    }
}

impl Reply<Invoice> {
    /// Matches a fetched invoice against your order (id, amount, currency) and says what happened.
    ///
    /// # Errors
    /// 4xxx: it is another order's, or was converted; `reply.not_success`, `reply.field_missing` if it can't
    /// prove anything; `reply.foreign` if the reply is not one to `get_invoice`.
    pub fn settle(&self, order: &Order) -> Result<Settlement, Error> {
        crate::call::settle(&self.expect, &self.record, order)
    }

    /// The short form: proof of payment or an error.
    ///
    /// # Errors
    /// As `settle`, and `order.not_paid`.
    pub fn expect_paid(&self, order: &Order) -> Result<Paid, Error> {
        self.settle(order)?.expect_paid()
    }
}

/// Reads an invoice, with `success` and the status in their one form.
pub(super) fn read(body: &[u8]) -> Result<Record, Fault> {
    let mut invoice = crate::read::read_reply(Invoice::SHAPE, body)?;
    for (field, value) in Invoice::SHAPE.fields.iter().zip(invoice.values_mut()) {
        tidy(field.name, value);
    }
    match invoice.value("success") {
        Value::Flag(_) => Ok(invoice),
        _ => Err(Fault::new(Code::ReplyFieldType, "success").with_limit("true or false")),
    }
}

/// `success` comes as true or as `"true"`, and Canceled with one l or two.
pub(super) fn tidy(name: &str, value: &mut Value) {
    match (name, value.as_text()) {
        ("success", Some("true")) => *value = Value::Flag(true),
        ("success", Some("false")) => *value = Value::Flag(false),
        ("order_status", Some(status)) if status.eq_ignore_ascii_case("cancelled") => *value = Value::text("canceled"),
        _ => {}
    }
}

/// Refuses what has no `success: true`: it says nothing, whatever else is in it.
pub(super) fn check_success(record: &Record) -> Result<(), Fault> {
    if record.flag("success") {
        return Ok(());
    }
    Err(Fault::new(Code::ReplyNotSuccess, "success").with_limit("success is false"))
}

/// What a fetched invoice says of an order: nothing, unless the call worked, and the order number, both amounts
/// and the currency are there and the order's.
pub(super) fn settle(expect: &Expect, invoice: &Record, order: &Order) -> Result<Settlement, Fault> {
    check_success(invoice)?;
    let missing = |name: &'static str| Fault::new(Code::ReplyFieldMissing, name);
    let asked = invoice.record("gateway_order_request").ok_or_else(|| missing("gatewayOrderRequest"))?;
    let id = asked.text("order_id").ok_or_else(|| missing("gatewayOrderRequest.orderNumber"))?;
    let amount = asked.text("amount").ok_or_else(|| missing("gatewayOrderRequest.amount"))?;
    let currency = asked.text("currency").ok_or_else(|| missing("gatewayOrderRequest.currency"))?;
    match_order(order, id, Amount::from_json(amount).as_ref(), currency, &Amount::eq)?;
    let rate = invoice.value("foreign_currency_rate");
    if rate.is_null() {
        match_order(order, id, Amount::from_json(invoice.get("amount")).as_ref(), currency, &Amount::eq)?;
    }
    let status = invoice.get("order_status");
    let verdict = match status {
        "paid" => Verdict::Paid,
        "completed" if expect.known("completed_is_paid") == "true" => Verdict::Paid,
        "canceled" | "declined" => Verdict::Failed,
        _ => Verdict::Open,
    };
    if verdict == Verdict::Paid && !rate.is_null() && expect.known("foreign_currency") != "true" {
        let limit = format!("at a rate of {}", crate::json::to_text(rate));
        return Err(Fault::new(Code::ForeignCurrency, "foreign_currency_rate").with_limit(limit));
    }
    let transaction_no = invoice.get("transaction_no");
    Settlement::make(verdict, expect, order, status, &[transaction_no], &[("payment_id", transaction_no)])
}

/// The reply must be about what was asked for.
pub(super) fn check_asked(code: Code, field: &'static str, asked: &str, got: &str) -> Result<(), Fault> {
    if asked == got {
        return Ok(());
    }
    Err(Fault::new(code, field).with_limit(format!("asked for {asked}, got {got}")))
}
