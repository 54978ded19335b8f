//! `get_invoice`: GET `/api/getInvoice/{transactionNo}`.

use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

use super::{BEARER_TOKEN, Invoice, Paylink, TRANSACTION_NO, invoice};
use crate::call::{Answer, Build, Call, Expect, Operation};
use crate::error::{Code, Error, Fault};
use crate::record::{Record, record};

record! {
    /// Asks what became of an invoice.
    input GetInvoice {
        /// The token that `authenticate` returned.
        bearer_token as "": need text(BEARER_TOKEN) secret,
        /// The id that `add_invoice` returned and you stored: 12 or 13 digits.
        transaction_no as "transactionNo": need text(TRANSACTION_NO),
    }
}

/// The operation.
pub static GET_INVOICE: Operation = Operation {
    name: "get_invoice",
    input: GetInvoice::SHAPE,
    output: Invoice::SHAPE,
    look_up: "",
    page: "https://developer.paylink.sa/docs/get-invoice",
    doc: if cfg!(feature = "describe") {
        &[
            "Fetches an invoice. `settle` matches its reply against your order and says what happened.",
            "",
            "An invoice that was just made may not be there yet (`gateway.not_found`): ask again.",
        ]
    } else {
        &[]
    },
    build: Build::Paylink(build),
    read,
    settle: Some(invoice::settle),
};

impl Paylink {
    /// Fetches an invoice. <https://developer.paylink.sa/docs/get-invoice>
    ///
    /// # Errors
    /// Every fault of the input at once; `credential.missing`.
    pub fn get_invoice(&self, bearer_token: &str, transaction_no: &str) -> Result<Call<Invoice>, Error> {
        let mut input = GetInvoice::new().bearer_token(bearer_token).transaction_no(transaction_no).into_record();
        let faults = input.faults();
        build(self, &mut input, faults).map(Call::typed)
    }
}

fn build(gateway: &Paylink, input: &mut Record, mut faults: Vec<Fault>) -> Result<Call, Error> {
    gateway.need_invoices(&mut faults);
    input.shape().refuse(faults)?;
    let transaction_no = input.get("transaction_no");
    let mut known = vec![("transaction_no", String::from(transaction_no))];
    for (name, set) in
        [("completed_is_paid", gateway.completed_is_paid), ("foreign_currency", gateway.foreign_currency)]
    {
        if set {
            known.push((name, String::from("true")));
        }
    }
    let request = gateway.invoice_request("GET", "/api/getInvoice", transaction_no, input, String::new());
    Ok(Call::new(request, gateway.expect_invoice(&GET_INVOICE, known)))
}

fn read(expect: &Expect, answer: Answer<'_>) -> Result<Record, Fault> {
    let invoice = invoice::read(answer.body)?;
    let asked = expect.known("transaction_no");
    invoice::check_asked(Code::PaymentMismatch, "transaction_no", asked, invoice.get("transaction_no"))?;
    Ok(invoice)
}
