//! All merchants of a gateway, and by what each is found.

use std::sync::Arc;

use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::table::{Row, Table};

/// A merchant of some gateway.
pub(crate) trait Merchant: Serialize + DeserializeOwned {
    /// What it is called. No other merchant of the gateway is.
    fn id(&self) -> &str;

    /// What it logs in with; so does no other.
    fn logins(&self) -> Vec<&str>;

    /// Its terminal, if messages name one. Merchants may share it.
    fn terminal(&self) -> Option<&str> {
        None
    }

    /// Why it can't be one.
    fn check(&self) -> Result<(), &'static str>;
}

/// By what a merchant is found.
#[derive(PartialEq, Eq, Hash)]
pub(crate) enum Key {
    Id(String),
    Login(String),
    Terminal(String),
}

impl<T: Merchant> Row for Arc<T> {
    type Key = Key;

    fn keys(&self) -> Vec<Key> {
        let mut keys = unique_keys(&**self);
        keys.extend(self.terminal().map(|t| Key::Terminal(t.to_owned())));
        keys
    }
}

fn unique_keys<T: Merchant>(merchant: &T) -> Vec<Key> {
    let mut keys = vec![Key::Id(merchant.id().to_owned())];
    keys.extend(merchant.logins().into_iter().map(|login| Key::Login(login.to_owned())));
    keys
}

/// The merchants a sandbox is set up with, and those that came later.
pub(crate) struct Known<T: Merchant> {
    /// They are in no state file: whoever starts the sandbox says who they are.
    configured: Table<Arc<T>>,
    pub(crate) added: Table<Arc<T>>,
}

impl<T: Merchant> Default for Known<T> {
    fn default() -> Self {
        Known { configured: Table::default(), added: Table::default() }
    }
}

impl<T: Merchant> Known<T> {
    /// Those of the configuration; the text says what is wrong with them.
    pub(crate) fn configured(merchants: impl IntoIterator<Item = T>) -> Result<Known<T>, String> {
        let mut known = Known::default();
        for merchant in merchants {
            known.check(&merchant).map_err(|why| format!("merchant {:?}: {why}", merchant.id()))?;
            known.configured.add(Arc::new(merchant));
        }
        Ok(known)
    }

    /// Another one; the text says why not.
    pub(crate) fn add(&mut self, merchant: T) -> Result<Arc<T>, &'static str> {
        self.check(&merchant)?;
        let merchant = Arc::new(merchant);
        self.added.add(merchant.clone());
        Ok(merchant)
    }

    /// Whether those that came from a state file are no others than those of the configuration,
    /// which may have changed meanwhile.
    pub(crate) fn check_added(&self) -> Result<(), String> {
        for (_, merchant) in self.added.iter() {
            if unique_keys(&**merchant).iter().any(|key| self.configured.find(key).is_some()) {
                return Err(format!(
                    "merchant {:?} was added while the sandbox ran and is in the state file, and the configuration has \
                     one with the same id or login: leave that one out, or take another state file",
                    merchant.id()
                ));
            }
        }
        Ok(())
    }

    fn check(&self, merchant: &T) -> Result<(), &'static str> {
        merchant.check()?;
        match unique_keys(merchant).iter().any(|key| self.find(key).is_some()) {
            true => Err("another merchant has the same id or login"),
            false => Ok(()),
        }
    }

    pub(crate) fn find(&self, key: &Key) -> Option<&Arc<T>> {
        self.configured.find(key).or_else(|| self.added.find(key))
    }

    /// A merchant by its id.
    pub(crate) fn get(&self, id: &str) -> Option<&Arc<T>> {
        self.find(&Key::Id(id.to_owned()))
    }

    /// Those of a terminal; without one, all.
    pub(crate) fn at(&self, terminal: Option<&str>) -> Vec<Arc<T>> {
        let Some(terminal) = terminal else {
            return self.iter().cloned().collect();
        };
        let key = Key::Terminal(terminal.to_owned());
        self.configured.all(&key).chain(self.added.all(&key)).map(|(_, merchant)| merchant.clone()).collect()
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = &Arc<T>> {
        self.configured.iter().chain(self.added.iter()).map(|(_, merchant)| merchant)
    }
}
