//! The signed callback to BACKREF.

use super::{Outcome, Payment, reply};
use crate::config::Settings;
use crate::deliveries::{Kind, Message};
use crate::merchants::EgwMerchant;

/// Writes and signs a callback.
pub(super) fn message(
    payment: &Payment,
    merchant: &EgwMerchant,
    outcome: &Outcome,
    settings: &Settings,
    now: i64,
) -> Message {
    let mut fields = reply::fields(&payment.request, outcome);
    reply::sign(&mut fields, &payment.request, merchant, &merchant.scheme.reply, settings, now);
    let (content_type, body) = reply::write(&fields, settings.egw_callback, payment.field("BACKREF"));
    Message {
        kind: Kind::EgwCallback,
        merchant: payment.merchant.clone(),
        order: payment.field("ORDER").to_owned(),
        url: payment.field("BACKREF").to_owned(),
        content_type: content_type.to_owned(),
        body,
        about: Some(payment.id.clone()),
        ..Message::default()
    }
}
