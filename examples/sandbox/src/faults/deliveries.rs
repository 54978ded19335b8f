//! What a webhook or callback suffers on its way.

use super::{Faults, Kind, Whose, alter};
use crate::deliveries::Message;

/// What is about to happen to a delivery.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum OnDelivery {
    Hold,
    Drop,
    Late(u64),
    Duplicate(u64),
    Swap(u64),
    /// The body, with one of its fields changed.
    Alter(String),
}

impl Faults {
    /// Uses up one fault that a delivery suffers. One that changes a field passes by what has no
    /// such field; one that swaps two passes by what overtakes another.
    pub(crate) fn for_delivery(&mut self, message: &Message, overtakes: bool) -> Option<OnDelivery> {
        let whose = Whose { gateway: message.kind.gateway(), merchant: Some(&message.merchant) };
        self.take(|fault| {
            if !fault.fits(&whose, &message.url) {
                return None;
            }
            Some(match &fault.kind {
                Kind::HoldDelivery {} => OnDelivery::Hold,
                Kind::DropDelivery {} => OnDelivery::Drop,
                Kind::LateDelivery { milliseconds } => OnDelivery::Late(*milliseconds),
                Kind::DuplicateDelivery { milliseconds } => OnDelivery::Duplicate(*milliseconds),
                Kind::SwapDeliveries { .. } if overtakes => return None,
                Kind::SwapDeliveries { milliseconds } => OnDelivery::Swap(*milliseconds),
                Kind::AlterDelivery { field, value } => {
                    OnDelivery::Alter(alter::altered(&message.content_type, &message.body, field, value)?)
                }
                _ => return None,
            })
        })
    }
}

impl OnDelivery {
    /// The fault's name.
    pub(crate) fn name(&self) -> &'static str {
        match self {
            OnDelivery::Hold => "hold_delivery",
            OnDelivery::Drop => "drop_delivery",
            OnDelivery::Late(_) => "late_delivery",
            OnDelivery::Duplicate(_) => "duplicate_delivery",
            OnDelivery::Swap(_) => "swap_deliveries",
            OnDelivery::Alter(_) => "alter_delivery",
        }
    }
}
