//! Sales completion (TRTYPE 21; or 1 with RRN and INT_REF, as Al Qaseh's page has it): takes an
//! amount that was held, or less.

use super::cgi_link::Asked;
use super::{Action, Book, Fields, Later, Outcome, Refusal, reply};
use crate::money::decimal;

pub(super) fn handle(book: &mut Book, asked: &Asked<'_>) -> Result<Fields, Refusal> {
    let payment = book.referred_to(asked)?;
    let amount = asked.fields.get("AMOUNT").map_or("", String::as_str);
    let (action, rc) = if payment.field("TRTYPE") != "0" || payment.reversal().is_some() {
        (Action::Declined, "12")
    } else if payment.completion().is_some() {
        (Action::Duplicate, "-21")
    } else if decimal(amount) > decimal(payment.field("AMOUNT")) {
        (Action::Declined, "61")
    } else {
        (Action::Approved, "00")
    };
    let outcome = Outcome::later(action, rc, asked.fields);
    payment.later.push(Later::new(asked, false, outcome.clone()));
    Ok(reply::fields(asked.fields, &outcome))
}
