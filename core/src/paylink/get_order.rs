//! `get_order`: GET `/api/getOrder/{orderNumber}`.

use alloc::string::String;
use alloc::vec::Vec;

use super::{BEARER_TOKEN, FoundInvoices, Paylink, found_invoices};
use crate::call::{Build, Call, Operation};
use crate::error::{Error, Fault};
use crate::record::{Alphabet, Record, Text, record};

record! {
    /// Asks for an order.
    input GetOrder {
        /// The token that `authenticate` returned.
        bearer_token as "": need text(BEARER_TOKEN) secret,
        /// Your order number.
        order_id as "orderNumber": need text(Text { min: 1, max: 250, alphabet: Alphabet::Segment }),
    }
}

/// The operation.
pub static GET_ORDER: Operation = Operation {
    name: "get_order",
    input: GetOrder::SHAPE,
    output: FoundInvoices::SHAPE,
    look_up: "",
    page: "https://developer.paylink.sa/docs/get-invoice",
    doc: if cfg!(feature = "describe") {
        &[
            "Fetches what Paylink knows of an order.",
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
    /// Fetches what Paylink knows of an order. <https://developer.paylink.sa/docs/get-invoice>
    ///
    /// # Errors
    /// Every fault of the input at once; `credential.missing`.
    pub fn get_order(&self, mut input: GetOrder) -> Result<Call<FoundInvoices>, Error> {
        let faults = input.0.faults();
        build(self, &mut input.0, faults).map(Call::typed)
    }
}

fn build(gateway: &Paylink, input: &mut Record, mut faults: Vec<Fault>) -> Result<Call, Error> {
    gateway.need_invoices(&mut faults);
    input.shape().refuse(faults)?;
    let request = gateway.invoice_request("GET", "/api/getOrder", input.get("order_id"), input, String::new());
    Ok(Call::new(request, gateway.expect_invoice(&GET_ORDER, Vec::new())))
}
