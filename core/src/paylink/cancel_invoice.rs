//! `cancel_invoice`: POST `/api/cancelInvoice`.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use super::{BEARER_TOKEN, Paylink, TRANSACTION_NO};
use crate::call::{Answer, Build, Call, Expect, Operation};
use crate::error::{Code, Error, Fault};
use crate::json;
use crate::read::read_reply;
use crate::record::{Record, Value, record};

record! {
    /// Asks that an invoice can't be paid any more.
    input CancelInvoice {
        /// The token that `authenticate` returned.
        bearer_token as "": need text(BEARER_TOKEN) secret,
        /// The id that `add_invoice` returned and you stored: 12 or 13 digits.
        transaction_no as "transactionNo": need text(TRANSACTION_NO),
    }
}

record! {
    /// The invoice was canceled. The customer may have paid before: get the invoice again.
    output CanceledInvoice {
        /// Always true: anything else is an error.
        success: need flag,
    }
}

/// The operation.
pub static CANCEL_INVOICE: Operation = Operation {
    name: "cancel_invoice",
    input: CancelInvoice::SHAPE,
    output: CanceledInvoice::SHAPE,
    look_up: "get_invoice",
    page: "https://developer.paylink.sa/docs/cancel-invoice",
    doc: if cfg!(feature = "describe") {
        &["Cancels an invoice. Get it again afterwards: the customer may have paid before."]
    } else {
        &[]
    },
    build: Build::Paylink(build),
    read,
    settle: None,
};

impl Paylink {
    /// Cancels an invoice; get it again afterwards. <https://developer.paylink.sa/docs/cancel-invoice>
    ///
    /// # Errors
    /// Every fault of the input at once; `credential.missing`.
    pub fn cancel_invoice(&self, bearer_token: &str, transaction_no: &str) -> Result<Call<CanceledInvoice>, Error> {
        let mut input = CancelInvoice::new().bearer_token(bearer_token).transaction_no(transaction_no).into_record();
        let faults = input.faults();
        build(self, &mut input, faults).map(Call::typed)
    }
}

fn build(gateway: &Paylink, input: &mut Record, mut faults: Vec<Fault>) -> Result<Call, Error> {
    gateway.need_invoices(&mut faults);
    input.shape().refuse(faults)?;
    let mut body = String::new();
    json::write_wire(&mut body, input);
    let request = gateway.invoice_request("POST", "/api/cancelInvoice", "", input, body);
    Ok(Call::new(request, gateway.expect_invoice(&CANCEL_INVOICE, Vec::new())))
}

/// Paylink says true, or the text `"true"`.
fn read(_: &Expect, answer: Answer<'_>) -> Result<Record, Fault> {
    let mut record = read_reply(CanceledInvoice::SHAPE, answer.body)?;
    let success = record.value("success");
    if *success != Value::Flag(true) && success.as_text() != Some("true") {
        let limit = format!("success is {}", json::to_text(success));
        return Err(Fault::new(Code::ReplyNotSuccess, "success").with_limit(limit));
    }
    record.set("success", true);
    Ok(record)
}
