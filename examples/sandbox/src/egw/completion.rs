//! Sales completion (TRTYPE 21; or 1 with RRN and INT_REF, as Al Qaseh's page has it): takes an
//! amount that was held, or less.

use super::cgi_link::Asked;
use super::{Book, Fields, Later, Outcome, Refusal, reply};
use crate::money::decimal;

pub(super) fn handle(book: &mut Book, asked: &Asked<'_>) -> Result<Fields, Refusal> {
    let payment = book.referred_to(asked)?;
    let amount = asked.fields.get("AMOUNT").map_or("", String::as_str);
    let (action, rc) = if payment.field("TRTYPE") != "0" || payment.reversal().is_some() {
        ("2", "12")
    } else if payment.completion().is_some() {
        ("1", "-21")
    } else if decimal(amount) > decimal(payment.field("AMOUNT")) {
        ("2", "61")
    } else {
        ("0", "00")
    };
    let outcome = Outcome::later(action, rc, asked.fields);
    payment.later.push(Later::new(asked, false, outcome.clone()));
    Ok(reply::fields(asked.fields, &outcome))
}
