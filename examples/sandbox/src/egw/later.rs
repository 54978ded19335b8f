//! What a merchant would ask for, asked by hand: completing an authorization, reversing a payment,
//! and closing the page of one that nobody paid.

use super::cgi_link::Asked;
use super::{Book, Fields, Key, Refusal, completion, reversal};
use crate::money::is_decimal;
use crate::why::{Why, with_code};

impl Book {
    /// Takes an amount that was held, or less; the text says why not.
    pub(crate) fn complete(&mut self, id: &str, amount: &str, now: i64) -> Result<(), String> {
        self.ask(completion::handle, "21", id, amount, now)
    }

    /// Gives an amount back that was taken or held, or less; the text says why not.
    pub(crate) fn reverse(&mut self, id: &str, amount: &str, now: i64) -> Result<(), String> {
        self.ask(reversal::handle, "24", id, amount, now)
    }

    /// Ends the time in which a payment can be paid; the text says why not.
    pub(crate) fn expire(&mut self, id: &str, now: i64) -> Result<(), &'static str> {
        let closed = Why::NoneOpen.en();
        if !self.page(id).is_some_and(|p| p.is_open(now)) {
            return Err(closed);
        }
        self.payments.find_mut(&Key::Id(id.to_owned())).ok_or(closed)?.is_closed = true;
        Ok(())
    }

    fn ask(
        &mut self,
        operation: fn(&mut Book, &Asked<'_>) -> Result<Fields, Refusal>,
        trtype: &str,
        id: &str,
        amount: &str,
        now: i64,
    ) -> Result<(), String> {
        let payment = self.page(id).ok_or(Why::NoPayment.en())?;
        let result = payment.result.as_ref().ok_or(Why::NobodyPaid.en())?;
        if !is_decimal(amount) {
            return Err(Why::Amount.en().to_owned());
        }
        let fields = [
            ("ORDER", payment.field("ORDER")),
            ("CURRENCY", payment.field("CURRENCY")),
            ("TERMINAL", payment.field("TERMINAL")),
            ("AMOUNT", amount),
            ("TRTYPE", trtype),
            ("RRN", &result.rrn),
            ("INT_REF", &result.int_ref),
        ];
        let fields = fields.map(|(name, value)| (name.to_owned(), value.to_owned())).into();
        let merchant = payment.merchant.clone();
        let reply = operation(self, &Asked { fields: &fields, merchant: &merchant, now })
            .map_err(|r| with_code(&r.text, r.rc))?;
        let said = |name: &str| reply.get(name).map_or("", String::as_str);
        if said("ACTION") == "0" { Ok(()) } else { Err(with_code(said("MESSAGE"), said("RC"))) }
    }
}
