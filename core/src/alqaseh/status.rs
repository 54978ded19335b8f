//! What the gateway's status words mean, and the one place where they become an outcome.

use alloc::string::String;

use crate::error::{Code, Fault};
use crate::record::{Alphabet, Record, Text, choice};
use crate::trust::Verdict;

choice! {
    /// A payment's status. The API's words are lower case; redirects and webhooks say Success, Failed,
    /// Pending. Any letter case is read, and an unknown word is kept as it came.
    PAYMENT_STATUS PaymentStatus {
        "prepared" = "prepared", "revoked" = "revoked", "failed" = "failed", "retried" = "retried",
        "succeeded" = "succeeded", "expired" = "expired", "duplicated" = "duplicated",
        "declined" = "declined", "unknown" = "unknown", "success" = "Success", "pending" = "Pending",
    }
}

choice! {
    /// What kind of transaction a payment is.
    TRANSACTION_TYPE TransactionType {
        "retail" = "Retail", "authorization" = "Authorization", "reversal" = "Reversal",
        "complete_sales" = "CompleteSales",
    }
}

/// A status as a fetched payment has it: the gateway may know more words than we do.
pub(super) const STATUS_WORD: Text = Text { min: 1, max: 64, alphabet: Alphabet::Line };

/// The status the caller gives, in any letter case, if it is a known one.
pub(super) fn known(input: &Record) -> Option<&'static str> {
    PAYMENT_STATUS.name_of(input.get("payment_status"))
}

/// The fault of a call that is bound to fail: the caller knows a status that doesn't allow it.
pub(super) fn forbids(input: &Record, allowed: &[&str], so: &'static str) -> Option<Fault> {
    let status = known(input).filter(|status| !allowed.contains(status))?;
    let mut limit = String::from(status);
    limit.push_str(so);
    Some(Fault::new(Code::StatusForbids, "payment_status").with_limit(limit))
}

/// What a fetched payment's status proves. Only `succeeded` proves anything, and the transaction type says
/// what; a status nobody knows is neither paid nor failed.
pub(crate) fn verdict(status: &str, transaction_type: Option<&str>) -> Result<Verdict, Fault> {
    Ok(match (status, transaction_type) {
        ("succeeded", Some("retail" | "complete_sales")) => Verdict::Paid,
        ("succeeded", Some("authorization")) => Verdict::Held,
        ("succeeded", Some("reversal")) => Verdict::Reversed,
        ("succeeded", other) => {
            let limit = alloc::format!("transaction type \"{}\"", other.unwrap_or(""));
            return Err(Fault::new(Code::KindUnknown, "transaction_type").with_limit(limit));
        }
        ("failed" | "declined" | "expired" | "revoked" | "duplicated", _) => Verdict::Failed,
        _ => Verdict::Open,
    })
}
