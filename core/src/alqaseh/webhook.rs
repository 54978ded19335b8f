//! The webhook the gateway posts. It is unsigned: a hint.

use super::{AlQaseh, PAYMENT_STATUS};
use crate::error::{Error, Fault};
use crate::gateway::GatewayKind;
use crate::read::{Reader, read_reply};
use crate::record::{Record, record};
use crate::trust::Hint;

record! {
    /// A webhook: tells which order to look up. Anyone can post one, so it proves nothing.
    ///
    /// Look up the payment id you stored for this order. Answer 200 only once the outcome, or a job to look
    /// it up, is stored; 5xx makes the gateway ask again.
    output Webhook {
        /// Your order number.
        order_id: need text,
        /// The gateway's payment id, if it sent one. Not documented: prefer the id you stored.
        payment_id: may text,
        /// The token of the payment page, if it sent one.
        token: may text secret,
        /// What it claims happened.
        payment_status: may choice(PAYMENT_STATUS),
        /// The figure it claims.
        amount: may amount,
        /// The currency it claims.
        currency: may text,
        /// The terminal.
        terminal_id: may any,
        /// The transaction type, as a word or a digit.
        trtype: may any,
        /// The response code it claims.
        rc: may any,
        /// The approval code it claims.
        approval: may any,
        /// The retrieval reference number it claims.
        rrn: may any,
        /// A signature whose algorithm, key and field order are not published.
        p_sign: may text,
        /// The nonce.
        nonce: may text,
        /// The time stamp.
        timestamp: may any,
    }
}

/// The reader.
pub static WEBHOOK: Reader = Reader {
    name: "parse_webhook",
    gateway: GatewayKind::AlQaseh,
    output: Webhook::SHAPE,
    page: "https://docs.alqaseh.com/payment-api",
    doc: if cfg!(feature = "describe") {
        &["Reads a webhook's body. What comes out is a hint: look the payment up, whatever it says."]
    } else {
        &[]
    },
    read,
};

impl AlQaseh {
    /// Reads a webhook's body: a hint of what to look up.
    ///
    /// # Errors
    /// 3xxx if it can't be read or names no order.
    pub fn parse_webhook(body: &[u8]) -> Result<Hint<Webhook>, Error> {
        Ok(Hint(Webhook(read(body)?)))
    }
}

fn read(body: &[u8]) -> Result<Record, Fault> {
    read_reply(Webhook::SHAPE, body)
}
