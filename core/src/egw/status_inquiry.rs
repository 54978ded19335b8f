//! `status_inquiry`: what became of a transaction, at banks that answer that (TRTYPE 90).

use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

use super::message::{Given, Message};
use super::{Callback, EGW_TRANSACTION, Egw, ORDER, later};
use crate::call::{Build, Call, Operation};
use crate::error::{Code, Error, Fault};
use crate::mac::REQUEST;
use crate::record::{Record, record};
use crate::stamp::Stamp;

record! {
    /// Asks what became of a transaction. Al Qaseh's page does not have it; other banks on this engine do.
    input StatusInquiry {
        /// ORDER: the transaction's order number.
        order_id as "ORDER": need text(ORDER),
        /// Which of the order's transactions (TRAN_TRTYPE).
        transaction_type as "TRAN_TRTYPE": need choice(EGW_TRANSACTION),
    }
}

/// The engine's TRTYPE for it.
const INQUIRY: &str = "90";

/// The operation.
pub static STATUS_INQUIRY: Operation = Operation {
    name: "status_inquiry",
    input: StatusInquiry::SHAPE,
    output: Callback::SHAPE,
    look_up: "",
    page: "https://docs.alqaseh.com/1.0-legacy/auth",
    doc: if cfg!(feature = "describe") {
        &[
            "Asks what became of a transaction, where the profile has an order for TRTYPE 90 (`bcc`, or your own).",
            "",
            "Whether its ACTION and RC are the transaction's or the inquiry's own differs between banks, so its reply \
             proves nothing: read it, and ask your bank what it means.",
        ]
    } else {
        &[]
    },
    build: Build::Egw(build),
    read: later::read,
    settle: None,
};

impl Egw {
    /// Asks what became of a transaction. <https://docs.alqaseh.com/1.0-legacy/auth>
    ///
    /// # Errors
    /// Every fault of the input at once; `profile.no_order` if the profile has no order for TRTYPE 90.
    pub fn status_inquiry(&self, mut input: StatusInquiry, stamp: &Stamp) -> Result<Call<Callback>, Error> {
        let faults = input.0.faults();
        build(self, &mut input.0, stamp, faults).map(Call::typed)
    }
}

fn build(gateway: &Egw, input: &mut Record, stamp: &Stamp, mut faults: Vec<Fault>) -> Result<Call, Error> {
    let tran_trtype = match input.get("transaction_type") {
        "completion" => gateway.later_trtype("completion_trtype").ok_or("completion_trtype"),
        "reversal" => gateway.later_trtype("reversal_trtype").ok_or("reversal_trtype"),
        other => Ok(EGW_TRANSACTION.wire(other)),
    };
    if let Err(setting) = tran_trtype {
        faults.push(Fault::new(Code::FieldMissing, setting));
    }
    let given = Given { trtype: INQUIRY, tran_trtype: tran_trtype.unwrap_or(""), earlier: None };
    let mut message = Message::new(gateway, input, stamp, &given);
    let profile = &gateway.profile;
    let order = profile.order("inquiry", INQUIRY).or_else(|| profile.order_for(REQUEST, INQUIRY));
    let source = message.source(gateway, input, order, INQUIRY, &mut faults);
    input.shape().refuse(faults)?;
    let known = vec![("order_id", String::from(input.get("order_id"))), ("trtype", String::from(INQUIRY))];
    Ok(gateway.post_form(&STATUS_INQUIRY, &message, stamp, source, known))
}
