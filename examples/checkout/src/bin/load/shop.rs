//! The shop's books, shared by all threads: its orders, and the replay keys that were booked.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use qantara::{Order, Settlement};

use crate::Failure;

/// An order as the shop's database has it.
#[derive(Clone)]
pub struct Entry {
    /// What Qantara matches replies against.
    pub order: Order,
    /// Whose payment it is.
    pub gateway: &'static str,
    /// The gateway's id of its payment; empty where there is none.
    pub payment_id: String,
    /// How often a proof was booked: once, in the end.
    pub times_paid: u64,
    /// What Paylink was told of it, as it is stored before and after every step.
    pub acknowledged: bool,
}

/// What a message led to.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Booked {
    /// A proof, for the first time.
    Now,
    /// A proof that was booked before.
    Before,
    /// No proof, and no error either.
    Nothing,
}

#[derive(Default)]
struct Books {
    orders: BTreeMap<String, Entry>,
    replay_keys: BTreeSet<String>,
}

/// The shop.
#[derive(Default)]
pub struct Shop {
    books: Mutex<Books>,
    changed: Condvar,
}

impl Shop {
    fn books(&self) -> MutexGuard<'_, Books> {
        self.books.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Takes an order in, before its customer can pay.
    pub fn open(&self, gateway: &'static str, order: Order, payment_id: &str) {
        let id = order.id.clone();
        let payment_id = payment_id.to_owned();
        self.books().orders.insert(id, Entry { order, gateway, payment_id, times_paid: 0, acknowledged: false });
    }

    /// The order with this number.
    pub fn entry(&self, id: &str) -> Result<Entry, Failure> {
        self.books().orders.get(id).cloned().ok_or_else(|| format!("the shop has no order {id}").into())
    }

    /// Every order.
    pub fn entries(&self) -> Vec<Entry> {
        self.books().orders.values().cloned().collect()
    }

    /// Books an outcome. The replay key is unique; a real shop has that in its database, in the transaction that
    /// marks the order as paid.
    pub fn book(&self, settlement: &Settlement) -> Result<Booked, Failure> {
        let Settlement::Paid(paid) = settlement else { return Ok(Booked::Nothing) };
        let key = paid.replay_key().ok_or("a proof without a replay key")?;
        let mut books = self.books();
        if !books.replay_keys.insert(key.to_owned()) {
            return Ok(Booked::Before);
        }
        let id = paid.order_id();
        let entry = books.orders.get_mut(id).ok_or_else(|| format!("the shop has no order {id}"))?;
        entry.times_paid += 1;
        // From now on a second payment of this order is noticed.
        entry.order.paid_as = paid.payment_id().or(paid.rrn()).map(str::to_owned);
        self.changed.notify_all();
        Ok(Booked::Now)
    }

    /// Notes that Paylink took the acknowledgment.
    pub fn acknowledged(&self, id: &str) {
        if let Some(entry) = self.books().orders.get_mut(id) {
            entry.acknowledged = true;
        }
    }

    /// Waits until a proof of this order was booked; `false` if none was within this time.
    pub fn is_paid_within(&self, id: &str, time: Duration) -> bool {
        let paid = |books: &Books| books.orders.get(id).is_some_and(|entry| entry.times_paid > 0);
        let waited = self.changed.wait_timeout_while(self.books(), time, |books| !paid(books));
        paid(&waited.unwrap_or_else(PoisonError::into_inner).0)
    }
}
