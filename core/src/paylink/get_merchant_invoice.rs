//! `get_merchant_invoice`: GET `/api/merchants/{merchantId}/invoices/{invoiceId}`.

use alloc::string::String;
use alloc::vec::Vec;

use super::{FoundInvoices, Paylink, found_invoices};
use crate::call::{Build, Call, Operation};
use crate::error::{Error, Fault};
use crate::record::{Record, Text, record};

record! {
    /// Asks for an invoice by the merchant's own id.
    input GetMerchantInvoice {
        /// The id of the invoice.
        invoice_id as "invoiceId": need text(Text::SEGMENT),
    }
}

/// The operation.
pub static GET_MERCHANT_INVOICE: Operation = Operation {
    name: "get_merchant_invoice",
    input: GetMerchantInvoice::SHAPE,
    output: FoundInvoices::SHAPE,
    look_up: "",
    page: "https://developer.paylink.sa/docs/post-payment-acknowledgment",
    doc: if cfg!(feature = "describe") {
        &[
            "Fetches an invoice with the merchant's `api_key`, without a token.",
            "",
            "The form of the reply is not published, so nothing of it proves a payment: fetch what it names with \
             `get_invoice`.",
        ]
    } else {
        &[]
    },
    build: Build::Paylink(build),
    read: found_invoices::read,
    settle: None,
};

impl Paylink {
    /// Fetches an invoice with the merchant's `api_key`, without a token. <https://developer.paylink.sa/docs/post-payment-acknowledgment>
    ///
    /// # Errors
    /// Every fault of the input at once; `credential.missing`, `environment.no_test_host`.
    pub fn get_merchant_invoice(&self, mut input: GetMerchantInvoice) -> Result<Call<FoundInvoices>, Error> {
        let faults = input.0.faults();
        build(self, &mut input.0, faults).map(Call::typed)
    }
}

fn build(gateway: &Paylink, input: &mut Record, mut faults: Vec<Fault>) -> Result<Call, Error> {
    gateway.need_merchant(&mut faults);
    input.shape().refuse(faults)?;
    let request = gateway.merchant_request("GET", "invoices", input.get("invoice_id"), String::new());
    Ok(Call::new(request, gateway.expect(&GET_MERCHANT_INVOICE)))
}
