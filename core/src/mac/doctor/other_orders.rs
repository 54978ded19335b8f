//! Orders that nobody published: the known ones and the message's own, with fields left out, added, moved.

use alloc::vec::Vec;

use super::candidates::Candidate;
use super::mistakes::{self, Mistake};
use super::recipe::{Recipe, Slot};
use super::search::Search;

/// Longer orders are not changed.
const LONGEST_ORDER: usize = 24;
/// Longer ones are not taken apart in every way there is.
const LONGEST_DIVIDED: usize = 14;

/// What an order nobody published is made of: a known one, or the message's own.
pub(super) struct Base<'a> {
    /// Which candidate.
    pub(super) of: Option<usize>,
    pub(super) recipe: Recipe<'a>,
    slots: Vec<Slot<'a>>,
}

fn bases<'a>(search: &Search<'a>, candidates: &[Candidate<'a>]) -> Vec<Base<'a>> {
    let known = candidates.iter().enumerate();
    let mut bases: Vec<Base<'a>> = known
        .map(|(at, candidate)| Base { of: Some(at), recipe: candidate.base, slots: candidate.slots.clone() })
        .collect();
    let fields = search.message.fields.iter();
    let slots = fields.map(|field| Slot::new(search.message, &field.name)).collect();
    let recipe = bases.first().map_or(Recipe::new("-", "", false, 0), |base| base.recipe);
    bases.push(Base { of: None, recipe, slots });
    bases.retain(|base| (2..=LONGEST_ORDER).contains(&base.slots.len()));
    bases
}

/// Fields that an order doesn't have, but the message or the caller does.
fn others<'a>(search: &Search<'a>, slots: &[Slot<'a>]) -> Vec<Slot<'a>> {
    let message = search.message;
    let known = message.known.iter().map(|known| known.0.as_str());
    let names = known.chain(message.fields.iter().map(|field| field.name.as_str()));
    let mut others: Vec<Slot<'a>> = Vec::new();
    for name in names.take(LONGEST_ORDER) {
        if !slots.iter().chain(&others).any(|slot| slot.name == name) {
            others.push(Slot::new(message, name));
        }
    }
    others
}

fn without<'a>(slots: &[Slot<'a>], at: usize) -> Vec<Slot<'a>> {
    slots.iter().enumerate().filter(|(i, _)| *i != at).map(|(_, slot)| *slot).collect()
}

fn with_at<'a>(slots: &[Slot<'a>], at: usize, slot: Slot<'a>) -> Vec<Slot<'a>> {
    slots.iter().take(at).copied().chain([slot]).chain(slots.iter().skip(at).copied()).collect()
}

/// Known orders and the message's own, changed a little.
pub(super) fn other_orders<'a>(search: &mut Search<'a>, candidates: &[Candidate<'a>]) {
    let bases = bases(search, candidates);
    for base in &bases {
        let (slots, named) = (&base.slots, named(base));
        if base.of.is_none() {
            message_orders(search, base);
        }
        for first in 0..slots.len() {
            let one = without(slots, first);
            search.try_order(base, &one, named(&mistakes::FIELDS_LEFT_OUT), true);
            for second in first..one.len() {
                search.try_order(base, &without(&one, second), named(&mistakes::FIELDS_LEFT_OUT), true);
            }
        }
        for other in others(search, slots) {
            for at in 0..=slots.len() {
                search.try_order(base, &with_at(slots, at, other), named(&mistakes::FIELD_ADDED), true);
            }
        }
    }
    for base in &bases {
        let why = named(base)(&mistakes::FIELDS_MOVED);
        moved(search, base, &base.slots, why, true);
        for first in 0..base.slots.len() {
            for second in first + 2..base.slots.len() {
                let mut swapped = base.slots.clone();
                swapped.swap(first, second);
                search.try_order(base, &swapped, why, true);
            }
        }
    }
}

/// What is said of a change to an order: of the message's own it is only said that it is that.
fn named(base: &Base<'_>) -> impl Fn(&'static Mistake) -> &'static Mistake + use<> {
    let is_known = base.of.is_some();
    move |known| if is_known { known } else { &mistakes::MESSAGE_ORDER }
}

fn message_orders<'a>(search: &mut Search<'a>, base: &Base<'a>) {
    let slots = &base.slots;
    search.try_order(base, slots, &mistakes::MESSAGE_ORDER, true);
    let mut sorted: Vec<Slot<'a>> = Vec::new();
    for slot in slots {
        let at = sorted.iter().position(|other| other.name > slot.name).unwrap_or(sorted.len());
        sorted.insert(at, *slot);
    }
    search.try_order(base, &sorted, &mistakes::SORTED_ORDER, true);
    // A part of the message, from some field to some other.
    for from in 0..slots.len() {
        for to in from + 2..=slots.len() {
            search.try_order(base, slots.get(from..to).unwrap_or(&[]), &mistakes::MESSAGE_ORDER, true);
        }
    }
}

/// Each field at each other place.
fn moved<'a>(search: &mut Search<'a>, base: &Base<'a>, slots: &[Slot<'a>], why: &'static Mistake, is_thorough: bool) {
    for (from, slot) in slots.iter().enumerate() {
        let rest = without(slots, from);
        // One step back is the same as the field before going one step on.
        for to in (0..=rest.len()).filter(|to| *to != from && *to + 1 != from) {
            search.try_order(base, &with_at(&rest, to, *slot), why, is_thorough);
        }
    }
}

/// Any part of the known orders for such messages and of the message's own.
pub(super) fn partial_orders<'a>(search: &mut Search<'a>, candidates: &[Candidate<'a>]) {
    for base in bases(search, candidates) {
        let label = base.of.and_then(|at| candidates.get(at)).and_then(Candidate::label);
        if label.is_some_and(|label| !label.is_kind()) || base.slots.len() > LONGEST_DIVIDED {
            continue;
        }
        let why = named(&base)(&mistakes::FIELDS_LEFT_OUT);
        for part in 1u32..1 << base.slots.len() {
            let chosen = base.slots.iter().enumerate().filter(|(at, _)| part >> at & 1 == 1);
            let slots: Vec<Slot<'a>> = chosen.map(|(_, slot)| *slot).collect();
            search.try_order(&base, &slots, why, false);
        }
    }
}

/// Known orders changed a little more.
pub(super) fn far_orders<'a>(search: &mut Search<'a>, candidates: &[Candidate<'a>]) {
    let bases = bases(search, candidates);
    for base in &bases {
        for other in others(search, &base.slots) {
            for at in 0..base.slots.len() {
                let rest = without(&base.slots, at);
                for to in 0..=rest.len() {
                    let why = named(base)(&mistakes::FIELD_REPLACED);
                    search.try_order(base, &with_at(&rest, to, other), why, false);
                }
            }
        }
    }
    for base in &bases {
        for at in 0..base.slots.len() {
            moved(search, base, &without(&base.slots, at), named(base)(&mistakes::FIELDS_MOVED), false);
        }
    }
}
