//! The gateways and MACs that were used last, with their keys made ready.
//!
//! JavaScript has nothing to free: its objects keep their configuration, and what is kept here only saves
//! making the same thing again. So the list is short, and what falls out of it is sent again when needed.

use qantara::mac::Mac;
use qantara::{Gateway, Secret};

/// How many are kept.
const KEPT: usize = 16;

/// What a slot can hold.
pub(crate) enum Held {
    Gateway(Gateway),
    Mac(Mac),
}

struct Slot {
    id: f64,
    /// Kind and configuration, to know the same thing again.
    text: Secret,
    used: u64,
    held: Held,
}

/// The slots.
pub(crate) struct Slots {
    slots: Vec<Slot>,
    clock: u64,
}

impl Slots {
    pub(crate) const fn new() -> Self {
        Self { slots: Vec::new(), clock: 0 }
    }

    fn use_of(&mut self, is: impl Fn(&Slot) -> bool) -> Option<&Slot> {
        self.clock += 1;
        let slot = self.slots.iter_mut().find(|slot| is(slot))?;
        slot.used = self.clock;
        Some(slot)
    }

    /// What is held under this id, unless it has fallen out.
    pub(crate) fn get(&mut self, id: f64) -> Option<&Held> {
        self.use_of(|slot| slot.id.total_cmp(&id).is_eq()).map(|slot| &slot.held)
    }

    /// The id of what was made from the same text.
    pub(crate) fn same(&mut self, text: &str) -> Option<f64> {
        self.use_of(|slot| slot.text.expose() == text).map(|slot| slot.id)
    }

    /// Keeps something; what was not used for longest falls out and is wiped.
    pub(crate) fn keep(&mut self, id: f64, text: &str, held: Held) {
        self.clock += 1;
        let slot = Slot { id, text: Secret::new(text), used: self.clock, held };
        if self.slots.len() < KEPT {
            self.slots.push(slot);
        } else if let Some(oldest) = self.slots.iter_mut().min_by_key(|slot| slot.used) {
            *oldest = slot;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use qantara::mac::MacConfiguration;

    #[test]
    fn the_one_not_used_for_longest_falls_out() {
        let held = || {
            let key = "00112233445566778899AABBCCDDEEFF";
            Held::Mac(Mac::new(MacConfiguration::new().key(key).order(["A"])).unwrap())
        };
        let mut slots = Slots::new();
        for id in 1..=16 {
            slots.keep(f64::from(id), &format!("text {id}"), held());
        }
        assert_eq!(slots.same("text 1"), Some(1.0));
        slots.keep(17.0, "text 17", held());
        assert_eq!(slots.same("text 2"), None);
        assert!(slots.get(2.0).is_none());
        assert!(slots.get(1.0).is_some() && slots.get(17.0).is_some());
        for id in 18..100 {
            slots.keep(f64::from(id), "other", held());
        }
        assert_eq!(slots.slots.len(), KEPT);
    }
}
