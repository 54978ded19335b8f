//! The merchants in a file (`--merchants`).

use std::fmt::Formatter;
use std::io;
use std::marker::PhantomData;
use std::path::Path;

use serde::de::value::MapAccessDeserializer;
use serde::de::{Error, MapAccess, Visitor};
use serde::{Deserialize, Deserializer};

use super::known::Merchant;
use super::{AlQasehMerchant, EgwMerchant, PaylinkMerchant};

/// What the file holds. A gateway it doesn't name keeps the merchants it has.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Merchants {
    pub(crate) alqaseh: Option<Vec<Checked<AlQasehMerchant>>>,
    pub(crate) egw: Option<Vec<Checked<EgwMerchant>>>,
    pub(crate) paylink: Option<Vec<Checked<PaylinkMerchant>>>,
}

impl Merchants {
    /// Reads a file; an error names the line and the field.
    pub(crate) fn read(path: &Path) -> io::Result<Merchants> {
        let problem = |kind, text: String| io::Error::new(kind, format!("{}: {text}", path.display()));
        let text = std::fs::read(path).map_err(|e| problem(e.kind(), e.to_string()))?;
        serde_json::from_slice(&text).map_err(|e| problem(io::ErrorKind::InvalidData, e.to_string()))
    }
}

/// A merchant that was checked while it was read, so that the error knows the line.
pub(crate) struct Checked<T>(pub(crate) T);

impl<'de, T: Merchant> Deserialize<'de> for Checked<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(Entry(PhantomData))
    }
}

struct Entry<T>(PhantomData<T>);

impl<'de, T: Merchant> Visitor<'de> for Entry<T> {
    type Value = Checked<T>;

    fn expecting(&self, f: &mut Formatter<'_>) -> std::fmt::Result {
        f.write_str("a merchant")
    }

    /// Checked in here, an error has the line where the entry ends, not the next entry's.
    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Checked<T>, A::Error> {
        let merchant = T::deserialize(MapAccessDeserializer::new(map))?;
        merchant.check().map_err(|why| A::Error::custom(format!("merchant {:?}: {why}", merchant.id())))?;
        Ok(Checked(merchant))
    }
}
