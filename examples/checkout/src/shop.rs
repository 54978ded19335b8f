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
    /// The gateway's ids of its payments, stored when each was created; the newest is the last.
    pub payment_ids: Vec<String>,
    /// How it stands.
    pub outcome: String,
    /// What proved that.
    pub proof: String,
    /// The last settlement: a completion or reversal goes by its references.
    pub settlement: Option<Settlement>,
}

/// The shop. A database would do the same with a table of orders and a unique index on replay keys.
#[derive(Default)]
pub struct Shop {
    orders: BTreeMap<String, Entry>,
    replay_keys: BTreeSet<String>,
}

impl Entry {
    /// The outcome that was booked.
    pub fn booked(&self) -> &str {
        self.settlement.as_ref().map_or("open", |settlement| settlement.outcome().kind())
    }
}

impl Shop {
    /// Takes an order in; the payment's id is empty where the gateway has none.
    pub fn open(&mut self, gateway: &'static str, order: Order, payment_id: &str) {
        let id = order.id.clone();
        let entry = Entry {
            order,
            gateway,
            payment_ids: Some(payment_id).filter(|id| !id.is_empty()).map(String::from).into_iter().collect(),
            outcome: String::from("open"),
            proof: String::from("–"),
            settlement: None,
        };
        self.orders.insert(id, entry);
    }

    /// The order with this number.
    pub fn entry(&self, id: &str) -> Result<&Entry, Failure> {
        self.orders.get(id).ok_or_else(|| format!("the shop has no order {id}").into())
    }

    /// The same, to change it.
    pub fn entry_mut(&mut self, id: &str) -> Result<&mut Entry, Failure> {
        self.orders.get_mut(id).ok_or_else(|| format!("the shop has no order {id}").into())
    }

    /// Books an outcome. A proof counts once: its replay key is unique. Returns whether anything changed.
    pub fn book(&mut self, settlement: &Settlement, proof: &str) -> Result<bool, Failure> {
        let outcome = settlement.outcome();
        if let Some(key) = outcome.replay_key()
            && !self.replay_keys.insert(String::from(key))
        {
            return Ok(false);
        }
        let entry = self.entry_mut(outcome.order_id())?;
        // A failed attempt does not undo a payment.
        if matches!(settlement, Settlement::Failed(_) | Settlement::Open(_)) && entry.order.paid_as.is_some() {
            return Ok(false);
        }
        if let Settlement::Paid(paid) = settlement {
            // From now on a second payment of this order is noticed.
            entry.order.paid_as = paid.payment_id().or(paid.rrn()).map(String::from);
        }
        let changed = entry.booked() != outcome.kind();
        (entry.outcome, entry.proof) = (String::from(outcome.kind()), String::from(proof));
        entry.settlement = Some(settlement.clone());
        Ok(changed)
    }

    /// Notes something that is not a settlement, such as an acknowledgment.
    pub fn note(&mut self, id: &str, outcome: &str, proof: &str) -> Result<(), Failure> {
        let entry = self.entry_mut(id)?;
        (entry.outcome, entry.proof) = (String::from(outcome), String::from(proof));
        Ok(())
    }

    /// Every order.
    pub fn entries(&self) -> impl Iterator<Item = &Entry> {
        self.orders.values()
    }
}
