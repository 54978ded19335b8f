//! A record's values.

use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;
use zeroize::Zeroize;

use super::{Names, Shape};
use crate::error::{Code, Error, Fault};

/// A value as it crosses between languages. Numbers are their decimal text: none is ever rounded.
#[derive(Clone, PartialEq, Eq, Default)]
pub enum Value {
    /// Absent.
    #[default]
    Null,
    /// True or false.
    Flag(bool),
    /// A number, by its JSON text.
    Number(String),
    /// Text.
    Text(String),
    /// A list.
    List(Vec<Value>),
    /// Names and values, in their order.
    Map(Vec<(String, Value)>),
}

impl Value {
    /// Text from a slice.
    pub fn text(text: &str) -> Self {
        Self::Text(String::from(text))
    }

    /// The text, if it is one.
    pub fn as_text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }

    fn wipe(&mut self) {
        match self {
            Self::Text(text) => text.zeroize(),
            Self::List(items) => items.iter_mut().for_each(Self::wipe),
            _ => {}
        }
        *self = Self::Null;
    }

    /// Whether there is nothing.
    pub fn is_null(&self) -> bool {
        matches!(self, Self::Null)
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::text(text)
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<bool> for Value {
    fn from(flag: bool) -> Self {
        Self::Flag(flag)
    }
}

impl From<i64> for Value {
    fn from(number: i64) -> Self {
        Self::Number(alloc::format!("{number}"))
    }
}

impl<T: Into<Value>> From<Option<T>> for Value {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Null, Into::into)
    }
}

impl<const N: usize> From<[&str; N]> for Value {
    fn from(items: [&str; N]) -> Self {
        Self::List(items.into_iter().map(Self::text).collect())
    }
}

impl<V: Into<Value>, const N: usize> From<[(&str, V); N]> for Value {
    fn from(map: [(&str, V); N]) -> Self {
        Self::Map(map.into_iter().map(|(name, value)| (String::from(name), value.into())).collect())
    }
}

impl From<Record> for Value {
    fn from(record: Record) -> Self {
        Self::Map(record.into_map())
    }
}

impl<V: Into<Value>> FromIterator<V> for Value {
    fn from_iter<I: IntoIterator<Item = V>>(items: I) -> Self {
        Self::List(items.into_iter().map(Into::into).collect())
    }
}

impl From<Vec<(String, Value)>> for Value {
    fn from(map: Vec<(String, Value)>) -> Self {
        Self::Map(map)
    }
}

impl fmt::Debug for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Null => f.write_str("null"),
            Self::Flag(flag) => write!(f, "{flag}"),
            Self::Number(number) => f.write_str(number),
            Self::Text(text) => write!(f, "{text:?}"),
            Self::List(items) => f.debug_list().entries(items).finish(),
            Self::Map(map) => f.debug_map().entries(map.iter().map(|(k, v)| (k, v))).finish(),
        }
    }
}

/// The values of one record, in its table's order, and whatever else the gateway sent.
#[derive(Clone)]
pub struct Record {
    shape: &'static Shape,
    values: Vec<Value>,
    extra: Vec<(String, Value)>,
}

impl Record {
    /// A record with every field absent.
    pub fn new(shape: &'static Shape) -> Self {
        Self { shape, values: shape.fields.iter().map(|_| Value::Null).collect(), extra: Vec::new() }
    }

    /// A record from values in the table's order; missing ones at the end are absent.
    pub fn from_values(shape: &'static Shape, values: impl IntoIterator<Item = Value>) -> Self {
        let mut record = Self::new(shape);
        for (slot, value) in record.values.iter_mut().zip(values) {
            *slot = value;
        }
        record
    }

    /// A record from names and values in the caller's spelling.
    ///
    /// # Errors
    /// `field.unknown` (with the likely meant name) and `field.duplicate`, all at once.
    pub fn from_named(
        shape: &'static Shape,
        names: Names,
        given: impl IntoIterator<Item = (String, Value)>,
    ) -> Result<Self, Error> {
        let mut record = Self::new(shape);
        let mut faults = Vec::new();
        for (name, value) in given {
            // Some faults are help, thousands are a load.
            if faults.len() >= 20 {
                break;
            }
            let slot = shape.position_as(names, &name).and_then(|at| record.values.get_mut(at));
            match slot {
                None => faults.push(shape.unknown(names, &name)),
                Some(slot) if slot.is_null() => *slot = value,
                Some(_) => faults.push(Fault::new(Code::FieldDuplicate, name)),
            }
        }
        if faults.is_empty() { Ok(record) } else { Err(Error::many(faults)) }
    }

    /// The table.
    pub fn shape(&self) -> &'static Shape {
        self.shape
    }

    /// The values, in the table's order.
    pub fn values(&self) -> &[Value] {
        &self.values
    }

    pub(crate) fn values_mut(&mut self) -> &mut Vec<Value> {
        &mut self.values
    }

    /// What the gateway sent beyond the table, as it came.
    pub fn extra(&self) -> &[(String, Value)] {
        &self.extra
    }

    pub(crate) fn push_extra(&mut self, name: String, value: Value) {
        self.extra.push((name, value));
    }

    /// A field's value by its name in the table; absent and unknown ones are `Null`.
    #[inline(never)]
    pub fn value(&self, name: &str) -> &Value {
        self.shape.position(name).and_then(|at| self.values.get(at)).unwrap_or(&Value::Null)
    }

    /// A field's text; `None` if it is absent or not text.
    #[inline(never)]
    pub fn text(&self, name: &str) -> Option<&str> {
        self.value(name).as_text()
    }

    /// A field's text, empty if absent.
    #[inline(never)]
    pub(crate) fn get(&self, name: &str) -> &str {
        self.text(name).unwrap_or("")
    }

    /// The same of a field whose place is known when compiling.
    pub(crate) fn get_at(&self, at: usize) -> &str {
        self.values.get(at).and_then(Value::as_text).unwrap_or("")
    }

    /// Whether a flag is set.
    pub(crate) fn flag(&self, name: &str) -> bool {
        matches!(self.value(name), Value::Flag(true))
    }

    /// A field's whole number.
    pub(crate) fn count(&self, name: &str) -> Option<i64> {
        match self.value(name) {
            Value::Number(number) => number.parse().ok(),
            _ => None,
        }
    }

    pub(crate) fn set_at(&mut self, at: usize, value: Value) {
        if let Some(slot) = self.values.get_mut(at) {
            *slot = value;
        }
    }

    pub(crate) fn set(&mut self, name: &str, value: impl Into<Value>) {
        if let Some(slot) = self.shape.position(name).and_then(|at| self.values.get_mut(at)) {
            *slot = value.into();
        }
    }

    /// Forgets a secret for good.
    pub(crate) fn wipe(&mut self, name: &str) {
        if let Some(slot) = self.shape.position(name).and_then(|at| self.values.get_mut(at)) {
            slot.wipe();
        }
    }

    /// Checks input against the table.
    ///
    /// # Errors
    /// Every fault at once, from the 1xxx range.
    pub fn check(&mut self) -> Result<(), Error> {
        let faults = self.faults();
        self.shape.refuse(faults)
    }
}

/// Secrets are wiped, in requests and configurations that were never used, too.
impl Drop for Record {
    fn drop(&mut self) {
        for (field, value) in self.shape.fields.iter().zip(&mut self.values) {
            if field.secret {
                value.wipe();
            }
        }
    }
}

/// Secrets, tokens and card data print as `***`; absent fields don't print.
impl fmt::Debug for Record {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut out = f.debug_struct(self.shape.name);
        for (field, value) in self.shape.fields.iter().zip(&self.values).filter(|(_, value)| !value.is_null()) {
            match (field.secret, &field.kind) {
                (true, _) => out.field(field.name, &format_args!("***")),
                // Maps may hold anything, the caller's own and the gateway's.
                (false, _) if matches!(value, Value::Map(_) | Value::List(_)) => {
                    out.field(field.name, &format_args!("{{…}}"))
                }
                (false, _) => out.field(field.name, value),
            };
        }
        // What is not in the table can't be known to be harmless.
        if !self.extra.is_empty() {
            out.field("extra", &format_args!("{} more", self.extra.len()));
        }
        out.finish()
    }
}
