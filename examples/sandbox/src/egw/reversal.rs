//! Reversal (TRTYPE 24, 22 or 14: Al Qaseh's page doesn't name one): gives back what was taken or
//! held, or less of it, once.

use super::cgi_link::Asked;
use super::{Action, Book, Fields, Later, Outcome, Refusal, reply};
use crate::money::decimal;

pub(super) fn handle(book: &mut Book, asked: &Asked<'_>) -> Result<Fields, Refusal> {
    let payment = book.referred_to(asked)?;
    let taken = payment.completion().map_or_else(|| payment.field("AMOUNT"), |c| &c.amount);
    let amount = asked.fields.get("AMOUNT").map_or("", String::as_str);
    let (action, rc) = if payment.reversal().is_some() {
        (Action::Duplicate, "-21")
    } else if decimal(amount) > decimal(taken) {
        (Action::Declined, "13")
    } else {
        (Action::Approved, "00")
    };
    let outcome = Outcome::later(action, rc, asked.fields);
    payment.later.push(Later::new(asked, true, outcome.clone()));
    Ok(reply::fields(asked.fields, &outcome))
}
