//! A shop: its orders, and the one place where an order becomes paid.

use std::collections::{BTreeMap, BTreeSet};

use qantara::{Order, Settlement};

use crate::Failure;

/// An order as the shop's database has it.
pub struct Entry {
    /// What Qantara matches replies against.
    pub order: Order,
    /// Whose payment page it went to.
    pub gateway: &'static str,
    /// The gateway's id, stored when the payment was created.
    pub payment_id: String,
    /// How it stands.
    pub outcome: String,
    /// What proved that.
    pub proof: String,
}

/// The shop. A database would do the same with a table of orders and a unique index on replay keys.
#[derive(Default)]
pub struct Shop {
    orders: BTreeMap<String, Entry>,
    replay_keys: BTreeSet<String>,
}

impl Shop {
    /// Takes an order in.
    pub fn open(&mut self, gateway: &'static str, order: Order, payment_id: &str) {
        let id = order.id.clone();
        let entry = Entry {
            order,
            gateway,
            payment_id: String::from(payment_id),
            outcome: String::from("open"),
            proof: String::from("–"),
        };
        self.orders.insert(id, entry);
    }

    /// The order with this number.
    pub fn entry(&self, id: &str) -> Result<&Entry, Failure> {
        self.orders.get(id).ok_or_else(|| format!("the shop has no order {id}").into())
    }

    /// Books an outcome. A proof counts once: its replay key is unique. Returns whether anything changed.
    pub fn book(&mut self, settlement: &Settlement, proof: &str) -> Result<bool, Failure> {
        let outcome = settlement.outcome();
        if let Some(key) = outcome.replay_key()
            && !self.replay_keys.insert(String::from(key))
        {
            return Ok(false);
        }
        let entry = self.orders.get_mut(outcome.order_id()).ok_or("the shop has no such order")?;
        entry.outcome = String::from(outcome.kind());
        entry.proof = String::from(proof);
        Ok(true)
    }

    /// Notes something that is not a settlement, such as an acknowledgment.
    pub fn note(&mut self, id: &str, outcome: &str, proof: &str) -> Result<(), Failure> {
        let entry = self.orders.get_mut(id).ok_or("the shop has no such order")?;
        (entry.outcome, entry.proof) = (String::from(outcome), String::from(proof));
        Ok(())
    }

    /// Every order, for the table at the end.
    pub fn entries(&self) -> impl Iterator<Item = &Entry> {
        self.orders.values()
    }
}
