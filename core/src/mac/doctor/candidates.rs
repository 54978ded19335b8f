//! The orders to try: each scheme's, those that are the same put together.

use alloc::vec::Vec;

use super::captured::Captured;
use super::recipe::{Recipe, Slot, slots};
use crate::mac::profile::LengthUnit;
use crate::mac::{Algorithm, Profile, REPLY};

/// The caller's own profile bears this name.
pub(super) const YOURS: &str = "yours";

/// Where an order comes from.
#[derive(Clone, Copy)]
pub(super) struct Label<'a> {
    /// The preset's name, or [`YOURS`].
    pub(super) scheme: &'static str,
    pub(super) profile: &'a Profile,
    /// The order's name, such as `reply 21`.
    pub(super) order: &'a str,
    /// How well it goes with the message: the bits below.
    fits: u8,
}

const IS_YOURS: u8 = 16;
const IS_KIND: u8 = 8;
const IS_TRTYPE: u8 = 4;
const HAS_TRTYPE: u8 = 2;
const IS_ALGORITHM: u8 = 1;

impl Label<'_> {
    /// Whether the order is one for such messages.
    pub(super) fn is_for_message(&self) -> bool {
        self.fits & (IS_KIND | IS_TRTYPE) == IS_KIND | IS_TRTYPE
    }

    /// Whether it is a request's as the message is, or a reply's.
    pub(super) fn is_kind(&self) -> bool {
        self.fits & IS_KIND != 0
    }

    /// Whether the scheme has the hash that P_SIGN's length tells of.
    pub(super) fn is_algorithm(&self) -> bool {
        self.fits & IS_ALGORITHM != 0
    }
}

/// An order to try.
pub(super) struct Candidate<'a> {
    pub(super) slots: Vec<Slot<'a>>,
    /// Where it comes from, the likeliest first; never empty.
    pub(super) labels: Vec<Label<'a>>,
    /// As it should be made.
    pub(super) base: Recipe<'a>,
}

impl<'a> Candidate<'a> {
    pub(super) fn label(&self) -> Option<&Label<'a>> {
        self.labels.first()
    }

    /// Signed fields that the message doesn't carry and the caller doesn't know.
    pub(super) fn missing(&self) -> impl Iterator<Item = &'a str> {
        self.slots.iter().filter(|slot| slot.is_missing() && slot.known.is_none()).map(|slot| slot.name)
    }
}

/// Every different order of every scheme, the likeliest first.
pub(super) fn candidates<'a>(
    schemes: &'a [(&'static str, Profile)],
    message: &'a Captured,
    algorithm: Algorithm,
) -> Vec<Candidate<'a>> {
    let mut found: Vec<Candidate<'a>> = Vec::new();
    for (scheme, profile) in schemes {
        for (order, names) in profile.orders() {
            let fits = fits(message, order) | bit(*scheme == YOURS, IS_YOURS);
            let fits = fits | bit(profile.algorithm() == algorithm, IS_ALGORITHM);
            let label = Label { scheme, profile, order, fits };
            let slots = slots(message, names);
            let base = base(profile, &slots);
            let same = |other: &Candidate<'_>| {
                other.base.is_like(&base)
                    && other.slots.iter().map(|slot| slot.name).eq(slots.iter().map(|slot| slot.name))
            };
            match found.iter_mut().find(|other| same(other)) {
                Some(other) => {
                    let at = other.labels.iter().position(|known| known.fits < fits).unwrap_or(other.labels.len());
                    other.labels.insert(at, label);
                }
                None => found.push(Candidate { base, slots, labels: alloc::vec![label] }),
            }
        }
    }
    // By hand: the library's sort would be 7 kB of the WebAssembly.
    let mut ordered: Vec<Candidate<'a>> = Vec::with_capacity(found.len());
    let rank = |candidate: &Candidate<'_>| candidate.label().map_or(0, |label| label.fits);
    for candidate in found {
        let at = ordered.iter().position(|other| rank(other) < rank(&candidate)).unwrap_or(ordered.len());
        ordered.insert(at, candidate);
    }
    ordered
}

/// As the profile says it is made.
fn base<'a>(profile: &'a Profile, slots: &[Slot<'a>]) -> Recipe<'a> {
    let characters = profile.length_unit() == Some(LengthUnit::Characters);
    let known = mask(slots, |slot| slot.known.is_some() && profile.is_from_configuration(slot.name));
    Recipe::new(profile.absent(), profile.trailing(), characters, known)
}

/// A bit for each of an order's first 64 fields.
pub(super) fn mask<'a>(slots: &[Slot<'a>], is: impl Fn(&Slot<'a>) -> bool) -> u64 {
    let bits = slots.iter().take(64).enumerate().filter(|(_, slot)| is(slot));
    bits.fold(0, |mask, (at, _)| mask | 1 << at)
}

/// How well an order's name goes with the message.
fn fits(message: &Captured, order: &str) -> u8 {
    let (kind, trtype) = order.split_once(' ').map_or((order, None), |(kind, trtype)| (kind, Some(trtype)));
    let is_later = !message.get("RRN").is_empty() || !message.get("INT_REF").is_empty();
    let of_message = message.get("TRTYPE");
    let is_kind = (kind == REPLY) == message.is_reply;
    let is_trtype = match (kind, trtype) {
        (_, Some(trtype)) => trtype == of_message,
        ("completion" | "reversal", None) => is_later,
        ("inquiry", None) => of_message == "90",
        (_, None) => message.is_reply || !is_later,
    };
    bit(is_kind, IS_KIND) | bit(is_trtype, IS_TRTYPE) | bit(trtype.is_some(), HAS_TRTYPE)
}

fn bit(is: bool, bit: u8) -> u8 {
    if is { bit } else { 0 }
}
