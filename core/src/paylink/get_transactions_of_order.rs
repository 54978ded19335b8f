//! `get_transactions_of_order`: GET `/api/getTransactionsOfOrderNumber?orderNumber=`.

use alloc::string::String;
use alloc::vec::Vec;

use super::{BEARER_TOKEN, FoundInvoices, ORDER_NUMBER, Paylink, found_invoices};
use crate::call::{Build, Call, Operation};
use crate::error::{Error, Fault};
use crate::gateway::UNRESERVED;
use crate::record::{Record, record};

record! {
    /// Asks for the invoices of an order.
    input GetTransactionsOfOrder {
        /// The token that `authenticate` returned.
        bearer_token as "": need text(BEARER_TOKEN) secret,
        /// Your order number.
        order_id as "orderNumber": need text(ORDER_NUMBER),
    }
}

/// The operation.
pub static GET_TRANSACTIONS_OF_ORDER: Operation = Operation {
    name: "get_transactions_of_order",
    input: GetTransactionsOfOrder::SHAPE,
    output: FoundInvoices::SHAPE,
    look_up: "",
    page: "https://developer.paylink.sa/docs/get-invoice",
    doc: if cfg!(feature = "describe") {
        &[
            "Finds the invoices of an order, such as one whose reply was lost.",
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
    /// Finds the invoices of an order, such as one whose reply was lost. <https://developer.paylink.sa/docs/get-invoice>
    ///
    /// # Errors
    /// Every fault of the input at once; `credential.missing`.
    pub fn get_transactions_of_order(&self, mut input: GetTransactionsOfOrder) -> Result<Call<FoundInvoices>, Error> {
        let faults = input.0.faults();
        build(self, &mut input.0, faults).map(Call::typed)
    }
}

fn build(gateway: &Paylink, input: &mut Record, mut faults: Vec<Fault>) -> Result<Call, Error> {
    gateway.need_invoices(&mut faults);
    input.shape().refuse(faults)?;
    let mut path = String::from("/api/getTransactionsOfOrderNumber?orderNumber=");
    path.extend(percent_encoding::utf8_percent_encode(input.get("order_id"), UNRESERVED));
    let request = gateway.invoice_request("GET", &path, "", input, String::new());
    Ok(Call::new(request, gateway.expect_invoice(&GET_TRANSACTIONS_OF_ORDER, Vec::new())))
}
