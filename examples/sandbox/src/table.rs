//! What the sandbox remembers, in memory, and which of it the state file doesn't have yet.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::hash::Hash;
use std::ops::{Deref, DerefMut};

use serde::Serialize;
use serde::de::DeserializeOwned;

/// Something that is kept in the state file.
pub(crate) trait Kept {
    /// Forgets that anything changed.
    fn forget_changes(&mut self);

    /// The same, and says what changed.
    fn take_changes(&mut self, changes: &mut Vec<Change>) -> serde_json::Result<()>;

    /// Takes a row as the file has it.
    fn load(&mut self, number: u64, body: &str) -> serde_json::Result<()>;
}

/// A row as the file should have it; without a body it is not there.
pub(crate) struct Change {
    pub(crate) number: u64,
    pub(crate) body: Option<String>,
}

/// A row of a [`Table`].
pub(crate) trait Row: Serialize + DeserializeOwned {
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
        // If the row before is gone, its number needn't be remembered any more.
        self.changed.extend((!self.rows.contains_key(&self.last) && self.last > 0).then_some(self.last));
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

impl<T: Row> Kept for Table<T> {
    fn forget_changes(&mut self) {
        self.changed.clear();
    }

    fn take_changes(&mut self, changes: &mut Vec<Change>) -> serde_json::Result<()> {
        while let Some(number) = self.changed.pop_first() {
            let row = self.rows.get(&number);
            // The last number is remembered even if its row is gone: as a row that is null.
            let is_there = row.is_some() || number == self.last;
            let body = is_there.then(|| serde_json::to_string(&row)).transpose()?;
            changes.push(Change { number, body });
        }
        Ok(())
    }

    fn load(&mut self, number: u64, body: &str) -> serde_json::Result<()> {
        match serde_json::from_str::<Option<T>>(body)? {
            Some(row) => self.put(number, row),
            None => self.last = self.last.max(number),
        }
        Ok(())
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

impl<T: Serialize + DeserializeOwned> Kept for Document<T> {
    fn forget_changes(&mut self) {
        self.changed = false;
    }

    fn take_changes(&mut self, changes: &mut Vec<Change>) -> serde_json::Result<()> {
        if std::mem::take(&mut self.changed) {
            changes.push(Change { number: 1, body: Some(serde_json::to_string(&self.value)?) });
        }
        Ok(())
    }

    fn load(&mut self, _: u64, body: &str) -> serde_json::Result<()> {
        self.value = serde_json::from_str(body)?;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use serde::Deserialize;

    use super::*;

    #[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
    struct Milk {
        shop: String,
        best_before: i64,
        is_sour: bool,
    }

    impl Row for Milk {
        type Key = String;

        fn keys(&self) -> Vec<String> {
            vec![self.shop.clone()]
        }

        fn deadline(&self) -> Option<i64> {
            Some(self.best_before)
        }

        fn pass(&mut self) -> Passed {
            match (self.shop.as_str(), self.is_sour) {
                ("bin", _) => Passed::Over,
                (_, true) => Passed::Unchanged,
                (_, false) => {
                    self.is_sour = true;
                    Passed::Changed
                }
            }
        }
    }

    fn table(shops: &[(&str, i64)]) -> Table<Milk> {
        let mut table = Table::default();
        for (shop, best_before) in shops {
            table.add(Milk { shop: (*shop).to_owned(), best_before: *best_before, is_sour: false });
        }
        table
    }

    /// The numbers and whether each has a body.
    fn changes(table: &mut Table<Milk>) -> Vec<(u64, bool)> {
        let mut changes = Vec::new();
        table.take_changes(&mut changes).unwrap();
        changes.into_iter().map(|c| (c.number, c.body.is_some())).collect()
    }

    #[test]
    fn rows_are_found_by_key_oldest_first() {
        let mut table = table(&[("a", 9), ("b", 9), ("a", 9)]);
        let numbers = |table: &Table<Milk>, shop: &str| table.all(&shop.to_owned()).map(|(n, _)| n).collect::<Vec<_>>();
        assert_eq!((numbers(&table, "a"), numbers(&table, "b"), numbers(&table, "c")), (vec![1, 3], vec![2], vec![]));
        assert_eq!(table.number(&"a".to_owned()), Some(1));
        table.remove(1);
        assert_eq!((table.number(&"a".to_owned()), table.len()), (Some(3), 2));
        table.remove(3);
        assert_eq!(table.number(&"a".to_owned()), None);
        // No number is given twice.
        assert_eq!(table.add(Milk { shop: "a".to_owned(), best_before: 9, is_sour: false }), 4);
        table.clear();
        assert_eq!(table.add(Milk { shop: "a".to_owned(), best_before: 9, is_sour: false }), 5);
        assert_eq!(numbers(&table, "a"), [5]);
    }

    #[test]
    fn only_what_changed_is_written() {
        let mut table = table(&[("a", 9), ("b", 9), ("c", 9)]);
        assert_eq!(changes(&mut table), [(1, true), (2, true), (3, true)]);
        assert_eq!((table.find(&"a".to_owned()).is_some(), changes(&mut table)), (true, vec![]));
        table.find_mut(&"b".to_owned()).unwrap().is_sour = true;
        table.remove(3);
        table.remove(3);
        // The last row stays, as null, until there is another one.
        assert_eq!(changes(&mut table), [(2, true), (3, true)]);
        table.clear();
        assert_eq!(changes(&mut table), [(1, false), (2, false)]);
        table.add(Milk { shop: "d".to_owned(), best_before: 9, is_sour: false });
        assert_eq!(changes(&mut table), [(3, false), (4, true)]);
        let mut document = Document::<i64>::default();
        let mut written = Vec::new();
        assert_eq!(*document, 0);
        document.take_changes(&mut written).unwrap();
        assert!(written.is_empty());
        *document = 7;
        document.take_changes(&mut written).unwrap();
        document.take_changes(&mut written).unwrap();
        assert_eq!(written.iter().map(|c| c.body.as_deref()).collect::<Vec<_>>(), [Some("7")]);
    }

    #[test]
    fn what_is_written_can_be_read() {
        let mut before = table(&[("a", 9), ("b", 5), ("a", 7)]);
        let mut after = Table::default();
        let mut written = Vec::new();
        before.take_changes(&mut written).unwrap();
        for change in written.iter().rev() {
            after.load(change.number, change.body.as_deref().unwrap()).unwrap();
        }
        assert!(before.iter().eq(after.iter()));
        assert_eq!(after.number(&"a".to_owned()), Some(1));
        assert_eq!((changes(&mut after), after.pass(5), after.last), (vec![], vec![2], 3));
        assert!(after.load(4, "{}").is_err());
        after.load(7, "null").unwrap();
        assert_eq!((after.len(), after.last), (3, 7));
    }

    #[test]
    fn time_passes_once_for_each_row() {
        let mut table = table(&[("a", 9), ("bin", 5), ("b", 7)]);
        changes(&mut table);
        assert_eq!((table.pass(4), changes(&mut table)), (vec![], vec![]));
        assert_eq!((table.pass(7), changes(&mut table)), (vec![3], vec![(2, false), (3, true)]));
        assert_eq!((table.pass(8), changes(&mut table)), (vec![], vec![]));
        // A row that comes back to what it was is past its deadline again.
        table.find_mut(&"b".to_owned()).unwrap().is_sour = false;
        assert_eq!(table.pass(8), [3]);
        assert_eq!(table.pass(9), [1]);
    }
}
