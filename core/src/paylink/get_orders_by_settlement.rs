//! `get_orders_by_settlement`: GET `/api/getOrdersBySettlement/{settlementNumber}`.

use alloc::string::String;
use alloc::vec::Vec;

use super::{BEARER_TOKEN, FoundInvoices, Paylink, found_invoices};
use crate::call::{Build, Call, Operation};
use crate::error::{Error, Fault};
use crate::record::{Record, Text, record};

record! {
    /// Asks for the orders of a settlement.
    input GetOrdersBySettlement {
        /// The token that `authenticate` returned.
        bearer_token as "": need text(BEARER_TOKEN) secret,
        /// The number of the settlement, as Paylink tells it.
        settlement_number as "settlementNumber": need text(Text::SEGMENT),
    }
}

/// The operation.
pub static GET_ORDERS_BY_SETTLEMENT: Operation = Operation {
    name: "get_orders_by_settlement",
    input: GetOrdersBySettlement::SHAPE,
    output: FoundInvoices::SHAPE,
    look_up: "",
    page: "https://developer.paylink.sa/docs/get-invoice",
    doc: if cfg!(feature = "describe") {
        &[
            "Fetches the orders that Paylink settled with you under one number.",
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
    /// Fetches the orders that Paylink settled with you under one number. <https://developer.paylink.sa/docs/get-invoice>
    ///
    /// # Errors
    /// Every fault of the input at once; `credential.missing`.
    pub fn get_orders_by_settlement(&self, mut input: GetOrdersBySettlement) -> Result<Call<FoundInvoices>, Error> {
        let faults = input.0.faults();
        build(self, &mut input.0, faults).map(Call::typed)
    }
}

fn build(gateway: &Paylink, input: &mut Record, mut faults: Vec<Fault>) -> Result<Call, Error> {
    gateway.need_invoices(&mut faults);
    input.shape().refuse(faults)?;
    let request = gateway.invoice_request(
        "GET",
        "/api/getOrdersBySettlement",
        input.get("settlement_number"),
        input,
        String::new(),
    );
    Ok(Call::new(request, gateway.expect_invoice(&GET_ORDERS_BY_SETTLEMENT, Vec::new())))
}
