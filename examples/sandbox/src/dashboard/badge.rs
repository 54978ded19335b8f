//! How a payment, an order or a delivery stands, as a coloured word.

use maud::{Markup, html};

use super::context::{Context, ltr};
use crate::lang::Lang;
use crate::text::Text;

/// The word in the page's language, and the interface's own word where that is another.
pub(super) fn badge(cx: &Context, word: &str) -> Markup {
    let Some((text, tone)) = known(word) else {
        return html! { span.badge { (ltr(word)) } };
    };
    html! {
        span class={ "badge " (tone) } {
            (cx.t(text))
            @if cx.lang != Lang::En { " " small { (ltr(word)) } }
        }
    }
}

fn known(word: &str) -> Option<(Text, &'static str)> {
    Some(match word {
        "prepared" => (Text::IsPrepared, "wait"),
        "retried" => (Text::IsRetried, "wait"),
        "CREATED" => (Text::IsCreated, "wait"),
        "Pending" | "pending" => (Text::IsPending, "wait"),
        "PENDING" => (Text::IsToAcknowledge, "wait"),
        "held" => (Text::IsHeld, "hold"),
        "unknown" => (Text::IsUnknown, "hold"),
        "REFUND_PENDING" => (Text::IsRefundPending, "hold"),
        "succeeded" => (Text::IsSucceeded, "good"),
        "paid" | "Paid" => (Text::IsPaid, "good"),
        "PAID" => (Text::IsAcknowledged, "good"),
        "completed" | "Completed" => (Text::IsCompleted, "good"),
        "delivered" => (Text::IsDelivered, "good"),
        "failed" | "FAILED" => (Text::IsFailed, "bad"),
        "declined" | "Declined" => (Text::IsDeclined, "bad"),
        "refused" => (Text::IsRefused, "bad"),
        "not_sent" => (Text::IsNotSent, "bad"),
        "revoked" => (Text::IsRevoked, "off"),
        "Canceled" => (Text::IsCanceled, "off"),
        "expired" => (Text::IsExpired, "off"),
        "duplicated" => (Text::IsDuplicated, "off"),
        "reversed" => (Text::IsReversed, "off"),
        "REFUNDED" | "Refunded" => (Text::IsRefunded, "off"),
        "waiting" => (Text::IsWaiting, "wait"),
        "dropped" => (Text::IsDropped, "bad"),
        _ => return None,
    })
}
