//! What the sandbox remembers, in memory, and which of it the state file doesn't have yet.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::hash::Hash;
use std::ops::{Deref, DerefMut};

use serde::Serialize;
use serde::de::DeserializeOwned;

/// A row of a [`Table`].
pub(crate) trait Row: Serialize + DeserializeOwned {
    /// What the state file calls such a row.
    #[allow(dead_code, reason = "until there is a state file")]
    const KIND: &'static str;
    /// By what it is found.
    type Key: Eq + Hash;

    /// Its keys, which don't change. Rows may share a key.
    fn keys(&self) -> Vec<Self::Key>;

    /// The second at which time alone changes it, if there is one. It doesn't change either.
    fn deadline(&self) -> Option<i64> {
        None
    }

    /// What becomes of it once the deadline has passed.
    fn pass(&mut self) -> Passed {
        Passed::Unchanged
    }
}

/// What time did to a row.
#[derive(PartialEq, Eq)]
pub(crate) enum Passed {
    Unchanged,
    Changed,
    /// Nobody needs it any more.
    Over,
}

/// Rows in order of creation. Each has a number, from 1 up, that none gets again.
pub(crate) struct Table<T: Row> {
    rows: BTreeMap<u64, T>,
    last: u64,
    numbers: HashMap<T::Key, BTreeSet<u64>>,
    deadlines: BTreeSet<(i64, u64)>,
    /// The rows that were added, changed or removed since they were last written.
    changed: BTreeSet<u64>,
}

impl<T: Row> Default for Table<T> {
    fn default() -> Self {
        Table {
            rows: BTreeMap::new(),
            last: 0,
            numbers: HashMap::new(),
            deadlines: BTreeSet::new(),
            changed: BTreeSet::new(),
        }
    }
}

impl<T: Row> Table<T> {
    /// Adds a row and returns its number.
    pub(crate) fn add(&mut self, row: T) -> u64 {
        let number = self.last + 1;
        self.put(number, row);
        self.changed.insert(number);
        number
    }

    fn put(&mut self, number: u64, row: T) {
        for key in row.keys() {
            self.numbers.entry(key).or_default().insert(number);
        }
        self.deadlines.extend(row.deadline().map(|at| (at, number)));
        self.rows.insert(number, row);
        self.last = self.last.max(number);
    }

    pub(crate) fn len(&self) -> usize {
        self.rows.len()
    }

    pub(crate) fn get(&self, number: u64) -> Option<&T> {
        self.rows.get(&number)
    }

    /// A row that is about to change.
    pub(crate) fn get_mut(&mut self, number: u64) -> Option<&mut T> {
        let row = self.rows.get_mut(&number)?;
        self.changed.insert(number);
        // It may become one again that its deadline changes.
        self.deadlines.extend(row.deadline().map(|at| (at, number)));
        Some(row)
    }

    /// The first row with this key.
    pub(crate) fn find(&self, key: &T::Key) -> Option<&T> {
        self.get(self.number(key)?)
    }

    /// The first row with this key, which is about to change.
    pub(crate) fn find_mut(&mut self, key: &T::Key) -> Option<&mut T> {
        self.get_mut(self.number(key)?)
    }

    /// The number of the first row with this key.
    pub(crate) fn number(&self, key: &T::Key) -> Option<u64> {
        self.numbers.get(key)?.first().copied()
    }

    /// The rows with this key and their numbers, oldest first.
    pub(crate) fn all<'a>(&'a self, key: &T::Key) -> impl DoubleEndedIterator<Item = (u64, &'a T)> + use<'a, T> {
        self.numbers.get(key).into_iter().flatten().filter_map(|n| Some((*n, self.rows.get(n)?)))
    }

    /// All rows and their numbers, oldest first.
    pub(crate) fn iter(&self) -> impl DoubleEndedIterator<Item = (u64, &T)> {
        self.rows.iter().map(|(number, row)| (*number, row))
    }

    pub(crate) fn remove(&mut self, number: u64) {
        let Some(row) = self.rows.remove(&number) else {
            return;
        };
        for key in row.keys() {
            if let Some(numbers) = self.numbers.get_mut(&key) {
                numbers.remove(&number);
                if numbers.is_empty() {
                    self.numbers.remove(&key);
                }
            }
        }
        self.changed.insert(number);
    }

    pub(crate) fn clear(&mut self) {
        self.changed.extend(self.rows.keys());
        self.rows.clear();
        self.numbers.clear();
        self.deadlines.clear();
    }

    /// Does what time alone does, and returns the numbers of the rows it changed.
    pub(crate) fn pass(&mut self, now: i64) -> Vec<u64> {
        let mut changed = Vec::new();
        while let Some(&(at, number)) = self.deadlines.first()
            && at <= now
        {
            self.deadlines.pop_first();
            match self.rows.get_mut(&number).map(Row::pass) {
                None | Some(Passed::Unchanged) => {}
                Some(Passed::Over) => self.remove(number),
                Some(Passed::Changed) => {
                    self.changed.insert(number);
                    changed.push(number);
                }
            }
        }
        changed
    }
}

/// A single value that is kept.
#[derive(Default)]
pub(crate) struct Document<T> {
    value: T,
    changed: bool,
}

impl<T> Deref for Document<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.value
    }
}

impl<T> DerefMut for Document<T> {
    fn deref_mut(&mut self) -> &mut T {
        self.changed = true;
        &mut self.value
    }
}
