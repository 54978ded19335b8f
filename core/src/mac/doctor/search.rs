//! The search: every order as it should be, then with mistakes, then orders that nobody published. It counts what
//! it does and stops in time.

use alloc::string::String;
use alloc::vec::Vec;
use subtle::ConstantTimeEq;

use super::candidates::{Candidate, mask};
use super::captured::Captured;
use super::key_forms::KeyForm;
use super::mistakes::{self, Mistake};
use super::other_orders::{Base, far_orders, other_orders, partial_orders};
use super::recipe::{CHANGES, Change, Recipe, Slot};

/// How many bytes of source are made at most: a message may be a megabyte long.
const MOST_BYTES: usize = 100 << 20;
/// How many fits are told.
const MOST_FITS: usize = 12;

/// What fits.
pub(super) struct Fit<'a> {
    /// Which candidate; for an order nobody published, the one it was made of, if it was.
    pub(super) candidate: Option<usize>,
    /// Whether it is the candidate's order itself.
    pub(super) is_published: bool,
    pub(super) slots: Vec<Slot<'a>>,
    pub(super) recipe: Recipe<'a>,
    pub(super) mistakes: Vec<&'static Mistake>,
    pub(super) source: String,
}

impl<'a> Fit<'a> {
    /// The fields whose value is the caller's, not the message's.
    pub(super) fn known(&self) -> impl Iterator<Item = &Slot<'a>> {
        let slots = self.slots.iter().enumerate();
        slots.filter(|(at, slot)| slot.known.is_some() && self.recipe.takes_known(*at)).map(|(_, slot)| slot)
    }

    /// The field that is not in the message and whose value was guessed.
    pub(super) fn guessed(&self) -> Option<&'static str> {
        self.recipe.guess.map(|guess| guess.0)
    }
}

/// A part of the search.
type Step<'a> = fn(&mut Search<'a>, &[Candidate<'a>]);

/// A search under way.
pub(super) struct Search<'a> {
    pub(super) message: &'a Captured,
    pub(super) candidates: Vec<Candidate<'a>>,
    pub(super) keys: Vec<KeyForm>,
    mac: Vec<u8>,
    /// How many were made, and how many may be.
    pub(super) macs: usize,
    most_macs: usize,
    bytes: usize,
    source: String,
    pub(super) fits: Vec<Fit<'a>>,
    /// What was tried, in words.
    pub(super) tried: Vec<&'static str>,
}

impl<'a> Search<'a> {
    pub(super) fn new(
        message: &'a Captured,
        candidates: Vec<Candidate<'a>>,
        keys: Vec<KeyForm>,
        mac: Vec<u8>,
        most_macs: usize,
    ) -> Self {
        let (source, fits, tried) = (String::new(), Vec::new(), Vec::new());
        Self { message, candidates, keys, mac, macs: 0, most_macs, bytes: 0, source, fits, tried }
    }

    /// Goes from the likely to the unlikely, until something fits.
    pub(super) fn run(&mut self) {
        let candidates = core::mem::take(&mut self.candidates);
        let steps: [(&'static str, Step<'a>); 6] = [
            (
                "each published order and yours, of requests and replies, of every TRTYPE, as it should be made",
                straight,
            ),
            ("the same with one of the known mistakes, and with each form of the key", one_mistake),
            ("the same with two of them", two_mistakes),
            (
                "orders nobody published: the known ones and the message's own with one or two fields left out, one added, \
                 moved or exchanged, with each form of the key",
                other_orders,
            ),
            (
                "any part of the known orders for such messages, and of the message's own up to 14 fields, with the right key",
                partial_orders,
            ),
            ("the known orders with one field replaced, or one left out and one moved, with the right key", far_orders),
        ];
        for (what, step) in steps {
            if !self.fits.is_empty() || self.is_spent() {
                break;
            }
            self.tried.push(what);
            step(self, &candidates);
        }
        self.candidates = candidates;
    }

    /// Whether it had to stop before everything was tried.
    pub(super) fn is_spent(&self) -> bool {
        self.macs >= self.most_macs || self.bytes >= MOST_BYTES
    }

    /// Makes a source, and keeps count; false if it is the same as `than`.
    fn make(&mut self, slots: &[Slot<'a>], recipe: &Recipe<'a>, than: &str) -> bool {
        recipe.source(slots, &mut self.source);
        self.bytes += self.source.len() + 64;
        self.source != than
    }

    /// Whether the source that was made fits with this key.
    fn fits(&mut self, key: usize) -> bool {
        if self.is_spent() {
            return false;
        }
        self.macs += 1;
        let Some(form) = self.keys.get(key) else { return false };
        form.key.mac(self.source.as_bytes()).as_ref().ct_eq(&self.mac).into()
    }

    fn found(
        &mut self,
        candidate: Option<usize>,
        is_published: bool,
        slots: &[Slot<'a>],
        recipe: Recipe<'a>,
        mistakes: &[Option<&'static Mistake>],
    ) {
        // One source is read in several ways: the first is the simplest. Two published orders are worth telling.
        let same = |fit: &Fit<'_>| fit.source == self.source && fit.recipe.key == recipe.key;
        let is_other = |fit: &Fit<'_>| is_published && fit.candidate != candidate;
        if self.fits.len() < MOST_FITS && !self.fits.iter().any(|fit| same(fit) && !is_other(fit)) {
            let key = self.keys.get(recipe.key).and_then(|form| form.mistake);
            let mistakes = key.into_iter().chain(mistakes.iter().copied().flatten()).collect();
            let (slots, source) = (slots.to_vec(), self.source.clone());
            self.fits.push(Fit { candidate, is_published, slots, recipe, mistakes, source });
        }
    }

    /// Tries an order nobody published; if thoroughly, with all keys, and with the commonest ways to write an absent
    /// field.
    pub(super) fn try_order(&mut self, base: &Base<'a>, slots: &[Slot<'a>], why: &'static Mistake, is_thorough: bool) {
        if self.is_spent() {
            return;
        }
        let known = mask(slots, Slot::is_fillable);
        let recipe = Recipe { known, ..base.recipe };
        let not_sent = (known != 0).then_some(&mistakes::NOT_SENT);
        self.make(slots, &recipe, "");
        for key in 0..if is_thorough { self.keys.len() } else { 1 } {
            if self.fits(key) {
                self.found(base.of, false, slots, Recipe { key, ..recipe }, &[Some(why), not_sent]);
            }
        }
        let is_empty = |slot: &Slot<'_>| slot.field.is_none_or(|field| field.value.is_empty());
        if is_thorough && slots.iter().any(is_empty) {
            for change in [&LEFT_OUT, &AS_ZERO] {
                let Some(changed) = recipe.with(change, &recipe) else { continue };
                self.make(slots, &changed, "");
                if self.fits(0) {
                    self.found(base.of, false, slots, changed, &[Some(why), not_sent, change.mistake(&recipe)]);
                }
            }
        }
    }
}

static LEFT_OUT: Change = Change::Absent("", "", &mistakes::EMPTY_LEFT_OUT);
static AS_ZERO: Change = Change::Absent("0", "0", &mistakes::EMPTY_AS_ZERO);

/// Which fields may take a value the caller knows: those the profile says, all, none, and each subset of a few.
fn known_sets(candidate: &Candidate<'_>) -> Vec<u64> {
    let fillable = mask(&candidate.slots, Slot::is_fillable);
    let base = candidate.base.known;
    let mut sets = alloc::vec![base];
    let mut add = |set: u64| {
        if !sets.contains(&set) {
            sets.push(set);
        }
    };
    add(base | fillable);
    add(fillable);
    add(0);
    if fillable.count_ones() <= 6 {
        // Every subset, from the largest down.
        let mut subset = fillable;
        while subset != 0 {
            add(subset);
            subset = (subset - 1) & fillable;
        }
    } else {
        (0..64).map(|at| fillable & 1 << at).for_each(add);
    }
    sets
}

/// What is said of fields that took the caller's value although the profile doesn't say so.
fn not_sent(candidate: &Candidate<'_>, known: u64) -> Option<&'static Mistake> {
    (known & !candidate.base.known != 0).then_some(&mistakes::NOT_SENT)
}

fn straight<'a>(search: &mut Search<'a>, candidates: &[Candidate<'a>]) {
    for (at, candidate) in candidates.iter().enumerate() {
        for known in known_sets(candidate) {
            if search.is_spent() {
                return;
            }
            let recipe = Recipe { known, ..candidate.base };
            search.make(&candidate.slots, &recipe, "");
            // The first key is there even if the caller wrote it with spaces.
            let right = search.keys.iter().take_while(|form| form.mistake.is_none()).count().max(1);
            for key in 0..right {
                if search.fits(key) {
                    search.found(
                        Some(at),
                        true,
                        &candidate.slots,
                        Recipe { key, ..recipe },
                        &[not_sent(candidate, known)],
                    );
                }
            }
        }
    }
}

/// The changes that make a difference to a candidate. Those of keys always do.
fn changes<'a>(search: &mut Search<'a>, candidate: &Candidate<'a>, base: &Recipe<'a>) -> Vec<Change> {
    let mut changes: Vec<Change> = (1..search.keys.len()).map(Change::Key).collect();
    search.make(&candidate.slots, base, "");
    let plain = search.source.clone();
    let other = |slot: &Slot<'_>| slot.known.is_some_and(|known| slot.field.is_some_and(|field| field.value != known));
    let known = (0..64u32).zip(&candidate.slots).filter(|(_, slot)| other(slot)).map(|(at, _)| Change::Known(at));
    for change in CHANGES.iter().copied().chain(known) {
        if let Some(recipe) = base.with(&change, base)
            && !search.is_spent()
            && search.make(&candidate.slots, &recipe, &plain)
        {
            changes.push(change);
        }
    }
    changes
}

fn one_mistake<'a>(search: &mut Search<'a>, candidates: &[Candidate<'a>]) {
    for (at, candidate) in candidates.iter().enumerate() {
        for known in known_sets(candidate) {
            let base = Recipe { known, ..candidate.base };
            for change in changes(search, candidate, &base) {
                if search.is_spent() {
                    return;
                }
                if let Some(recipe) = base.with(&change, &base) {
                    search.make(&candidate.slots, &recipe, "");
                    if search.fits(recipe.key) {
                        let mistakes = [change.mistake(&base), not_sent(candidate, known)];
                        search.found(Some(at), true, &candidate.slots, recipe, &mistakes);
                    }
                }
            }
        }
    }
}

fn two_mistakes<'a>(search: &mut Search<'a>, candidates: &[Candidate<'a>]) {
    for (at, candidate) in candidates.iter().enumerate() {
        // What the profile says, and all the caller knows.
        for known in known_sets(candidate).into_iter().take(2) {
            let base = Recipe { known, ..candidate.base };
            let changes = changes(search, candidate, &base);
            for (i, first) in changes.iter().enumerate() {
                for second in changes.iter().skip(i + 1) {
                    if search.is_spent() {
                        return;
                    }
                    let recipe = base.with(first, &base).and_then(|recipe| recipe.with(second, &base));
                    let Some(recipe) = recipe else { continue };
                    search.make(&candidate.slots, &recipe, "");
                    if search.fits(recipe.key) {
                        let mistakes = [first.mistake(&base), second.mistake(&base), not_sent(candidate, known)];
                        search.found(Some(at), true, &candidate.slots, recipe, &mistakes);
                    }
                }
            }
        }
    }
}
