//! `order_number`: an ORDER from the shop's own sequence.

use alloc::format;
use alloc::string::String;

use super::Egw;
use crate::error::{Code, Error, Fault};
use crate::gateway::GatewayKind;
use crate::record::{Alphabet, Record, Text, record};
use crate::tool::{Run, Tool};

record! {
    /// Your own order sequence. A library that keeps nothing can't know which numbers were used today.
    input OrderNumber {
        /// The next number of your sequence, never used before.
        sequence: need count(0, i64::MAX),
        /// Digits to put in front, such as a shop's number; at most 13.
        prefix: may text(Text { min: 1, max: 13, alphabet: Alphabet::Digits }),
    }
}

record! {
    /// An order number the e-Commerce Gateway takes.
    output NumberedOrder {
        /// ORDER: 6 to 32 digits. Its last six are the trace number, which repeats after a million orders.
        order_id: need text,
    }
}

/// The tool.
pub static ORDER_NUMBER: Tool = Tool {
    name: "order_number",
    gateway: GatewayKind::Egw,
    input: OrderNumber::SHAPE,
    output: NumberedOrder::SHAPE,
    page: "https://docs.alqaseh.com/1.0-legacy/auth",
    doc: if cfg!(feature = "describe") {
        &[
            "Makes an ORDER of at least six digits from your own sequence number.",
            "",
            "The gateway wants its last six digits unique for your terminal and day: they are, up to a million \
             orders a day.",
        ]
    } else {
        &[]
    },
    run: Run::Alone(run),
};

impl Egw {
    /// Makes an ORDER of at least six digits from your own sequence number.
    ///
    /// # Errors
    /// `number.range` if the sequence is negative, `text.*` if the prefix is not digits.
    ///
    /// ```
    /// use qantara::egw::{Egw, OrderNumber};
    /// assert_eq!(Egw::order_number(OrderNumber::new().sequence(417))?.order_id(), "000417");
    /// # Ok::<(), qantara::Error>(())
    /// ```
    pub fn order_number(input: OrderNumber) -> Result<NumberedOrder, Error> {
        run(input.into_record()).map(NumberedOrder)
    }
}

fn run(mut input: Record) -> Result<Record, Error> {
    input.check()?;
    let sequence = input.count("sequence").ok_or_else(|| Fault::new(Code::FieldMissing, "sequence"))?;
    let mut order = Record::new(NumberedOrder::SHAPE);
    let id: String = format!("{}{sequence:06}", input.get("prefix"));
    order.set("order_id", id);
    Ok(order)
}
