//! What a matched message of the gateway proves.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use super::codes::{Class, class};
use crate::call::Expect;
use crate::error::{Code, Fault};
use crate::money::{Amount, Order};
use crate::record::Record;
use crate::trust::{Settlement, Verdict, match_order};

/// The settings a settlement goes by.
#[derive(Debug, Clone)]
pub(super) struct Rules {
    pub(super) completion: Option<String>,
    pub(super) reversal: Option<String>,
    /// The most a reply's amount may be above the order's.
    pub(super) max_fee: Option<Amount>,
}

/// What an approval proves, whether it comes after an authorization, and its name.
pub(super) type Proves = (Verdict, bool, &'static str);

impl Rules {
    pub(super) fn new(configured: &Record) -> Self {
        let setting = |name| configured.text(name).map(String::from);
        Self {
            completion: setting("completion_trtype"),
            reversal: setting("reversal_trtype"),
            max_fee: configured.text("max_fee").and_then(Amount::from_json),
        }
    }

    /// The same rules from what a call knows about its reply.
    pub(super) fn of_call(expect: &Expect) -> Self {
        Self { completion: None, reversal: None, max_fee: Amount::from_json(expect.known("max_fee")) }
    }

    /// The part of them that a call has to know.
    pub(super) fn known(&self, known: &mut Vec<(&'static str, String)>) {
        known.extend(self.max_fee.as_ref().map(|fee| ("max_fee", String::from(fee.as_str()))));
    }

    /// Whether the amount a message says is the one that was asked for, with a fee if that is allowed.
    pub(super) fn agrees(&self, own: &Amount, said: &Amount) -> bool {
        self.max_fee.as_ref().map_or(own == said, |fee| said.is_up_to(own, fee))
    }

    /// What an approval of this TRTYPE proves.
    pub(super) fn proves(&self, trtype: &str) -> Result<Proves, Fault> {
        let is = |setting: &Option<String>| setting.as_deref() == Some(trtype);
        match trtype {
            _ if is(&self.reversal) => Ok(REVERSAL),
            _ if is(&self.completion) => Ok(COMPLETION),
            "0" => Ok((Verdict::Held, false, "authorization")),
            "1" => Ok((Verdict::Paid, false, "retail")),
            _ => Err(Fault::new(Code::KindUnknown, "trtype").with_limit(format!("TRTYPE {trtype}"))),
        }
    }

    /// Matches a message against an order and says what happened.
    pub(super) fn settle(
        &self,
        expect: &Expect,
        message: &Record,
        order: &Order,
        proves: impl FnOnce() -> Result<Proves, Fault>,
    ) -> Result<Settlement, Fault> {
        // A JSON message may print its number in any of JSON's forms.
        let amount = Amount::from_json(message.get("amount"));
        let agrees = |own: &Amount, said: &Amount| self.agrees(own, said);
        match_order(order, message.get("order_id"), amount.as_ref(), message.get("currency"), &agrees)?;
        let (done, later, of) = proves()?;
        let (action, rc) = (message.get("action"), message.get("rc"));
        let verdict = match class(action, rc, later) {
            Class::Approved => done,
            Class::Declined | Class::MerchantError => Verdict::Failed,
            Class::Unknown => Verdict::Open,
        };
        let (rrn, int_ref) = (message.get("rrn"), message.get("int_ref"));
        let status = format!("{action}/{rc}");
        let identity = [order.id.as_str(), message.get("trtype"), rrn];
        let details = [("transaction_type", of), ("rrn", rrn), ("int_ref", int_ref)];
        Settlement::make(verdict, expect, order, &status, &identity, &details)
    }
}

pub(super) const COMPLETION: Proves = (Verdict::Paid, true, "completion");
pub(super) const REVERSAL: Proves = (Verdict::Reversed, true, "reversal");
