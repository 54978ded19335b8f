//! Status inquiry (TRTYPE 90): what became of the transaction with this ORDER and TRAN_TRTYPE.

use super::cgi_link::Asked;
use super::{Action, Book, Fields, Outcome, Payment, Refusal, reply};

pub(super) fn handle(book: &mut Book, asked: &Asked<'_>) -> Result<Fields, Refusal> {
    let get = |name: &str| asked.fields.get(name).map_or("", String::as_str);
    let payment = book.of_order(asked).next_back().map(|(_, p)| p);
    let found = payment.and_then(|p| p.transaction(get("TRAN_TRTYPE")));
    // A reply is about what was asked: TRTYPE stays 90.
    let mut about = asked.fields.clone();
    let outcome = match (payment, found) {
        (Some(payment), Some((amount, outcome))) => {
            about.insert("AMOUNT".to_owned(), amount.to_owned());
            about.insert("CURRENCY".to_owned(), payment.field("CURRENCY").to_owned());
            outcome.clone()
        }
        (Some(payment), None) if payment.result.is_none() => Outcome::new(Action::Fault, "-40"),
        _ => Outcome::new(Action::Fault, "95"),
    };
    Ok(reply::fields(&about, &outcome))
}

impl Payment {
    /// The amount and outcome of the last transaction of a type.
    fn transaction(&self, trtype: &str) -> Option<(&str, &Outcome)> {
        if self.field("TRTYPE") == trtype {
            return Some((self.field("AMOUNT"), self.result.as_ref()?));
        }
        let later = self.later.iter().rev().find(|l| l.trtype == trtype)?;
        Some((&later.amount, &later.outcome))
    }
}
