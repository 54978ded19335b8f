//! What both histories, the JSON and the CSV, are asked for by.

use alloc::string::String;

use super::{AlQaseh, push_query};
use crate::call::Request;
use crate::record::{Record, choice};

choice! {
    /// Which rows come first.
    SORT_ORDER SortOrder { "asc" = "asc", "desc" = "desc" }
}

/// Declares an input with the history's fields and some more.
macro_rules! history_query {
    ($(#[doc = $doc:literal])* $type:ident { $($more:tt)* }) => {
        $crate::record::record! {
            $(#[doc = $doc])*
            input $type {
                /// How many rows at most: 1 to 1000; the gateway sends 20 unless you say otherwise.
                limit: may count(1, 1000),
                /// How many rows to skip.
                offset: may count(0, i64::MAX),
                /// `asc` or `desc`.
                order_by: may choice($crate::alqaseh::SORT_ORDER),
                /// What to sort by, in the gateway's own words; "created_at" unless you say otherwise.
                order_field: may text,
                /// Only rows of this amount, as exact decimal text.
                amount: may amount,
                /// Only rows with this approval code.
                approval: may text,
                /// Only rows in this currency, three upper-case letters.
                currency: may text(Text::CURRENCY),
                /// Only rows from this time on. The gateway does not publish the form; it is sent as you give it.
                since as "from": may text,
                /// Only rows up to this time. The gateway does not publish the form; it is sent as you give it.
                until as "to": may text,
                /// The language of the gateway's words, two letters.
                language: may text(Text { min: 2, max: 2, alphabet: Alphabet::Letters }),
                /// Only rows of this order of yours.
                order_id: may text(Text { min: 1, max: 250, alphabet: Alphabet::Line }),
                /// Only the row of this payment.
                payment_id: may text(Text { min: 1, max: 128, alphabet: Alphabet::Line }),
                /// Only rows of this status.
                payment_status: may choice($crate::alqaseh::PAYMENT_STATUS),
                /// Only rows with this response code.
                rc: may text,
                /// Only rows with this retrieval reference number.
                rrn: may text,
                /// Only rows of this kind.
                transaction_type: may choice($crate::alqaseh::TRANSACTION_TYPE),
                $($more)*
            }
        }
    };
}

pub(super) use history_query;

/// The request for a history: every field that was given, under the gateway's names.
pub(super) fn request(gateway: &AlQaseh, path: &str, input: &Record) -> Request {
    let mut request = gateway.request("GET", path, "", String::new());
    push_query(&mut request.url, input);
    request
}
