//! Records within records: an invoice's products, the payments of a history, a proof that is given back.
//!
//! Such a record is a map with the table's names, whatever the caller's spelling.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use super::{Field, Kind, Names, Record, Shape, Value};
use crate::error::{Code, Fault};

impl Field {
    /// Checks what stands for a record, or for a list of them, and gives it the table's names.
    pub(super) fn nested_fault(&self, value: &mut Value) -> Option<Fault> {
        match (&self.kind, value) {
            (Kind::Record(shape), Value::Map(map)) => self.one_fault(shape, map, ""),
            (Kind::Records(_), Value::List(items)) if items.is_empty() => {
                Some(Fault::new(Code::FieldMissing, self.name))
            }
            (Kind::Records(shape), Value::List(items)) => items.iter_mut().enumerate().find_map(|(at, item)| {
                let at = format!(".{at}");
                match item {
                    Value::Map(map) => self.one_fault(shape, map, &at),
                    _ => Some(Fault::new(Code::FieldType, format!("{}{at}", self.name)).with_limit(A_MAP)),
                }
            }),
            (Kind::Records(_), _) => Some(Fault::new(Code::FieldType, self.name).with_limit("a list of maps")),
            _ => Some(Fault::new(Code::FieldType, self.name).with_limit(A_MAP)),
        }
    }

    /// The first fault bears the names on the way to it, such as `products.0.price`.
    fn one_fault(&self, shape: &'static Shape, map: &mut Vec<(String, Value)>, at: &str) -> Option<Fault> {
        let given = core::mem::take(map);
        // A saved record may come back in the spelling of the language it was saved in.
        let camel = given.iter().any(|(name, _)| name.bytes().any(|b| b.is_ascii_uppercase()));
        let names = if camel { Names::Camel } else { Names::Snake };
        let faults = match Record::from_named(shape, names, given) {
            Ok(mut record) => {
                let mut faults = record.faults();
                // Of what was asked for before; whether a fraction is meant now, the record around it says.
                faults.retain(|fault| fault.code() != Code::AmountAmbiguous);
                *map = record.into_map();
                shape.refuse(faults)
            }
            Err(error) => Err(error),
        };
        let mut fault = faults.err()?.faults().first()?.clone();
        fault.rename(format!("{}{at}.{}", self.name, fault.field()));
        Some(fault)
    }
}

const A_MAP: &str = "a map of names and values";

impl Record {
    /// The fields that are there, under the table's names.
    pub fn into_map(mut self) -> Vec<(String, Value)> {
        let values = core::mem::take(self.values_mut());
        let fields = self.shape().fields.iter().zip(values).filter(|(_, value)| !value.is_null());
        let mut map: Vec<(String, Value)> = fields.map(|(field, value)| (String::from(field.name), value)).collect();
        if !self.extra().is_empty() {
            map.push((String::from("extra"), Value::Map(self.extra().to_vec())));
        }
        map
    }

    /// A record from a map that [`Record::into_map`] made; what the table doesn't know is left out.
    pub fn from_map(shape: &'static Shape, map: &[(String, Value)]) -> Self {
        let mut record = Self::new(shape);
        for (name, value) in map {
            match value {
                Value::Map(extra) if name == "extra" => {
                    extra.iter().for_each(|(name, value)| record.push_extra(name.clone(), value.clone()));
                }
                value => record.set(name, value.clone()),
            }
        }
        record
    }

    /// The records of a list field.
    pub fn records(&self, name: &str) -> Vec<Record> {
        let Some(Kind::Records(shape)) =
            self.shape().fields.iter().find(|field| field.name == name).map(|field| field.kind)
        else {
            return Vec::new();
        };
        let Value::List(items) = self.value(name) else { return Vec::new() };
        let maps = items.iter().filter_map(|item| if let Value::Map(map) = item { Some(map) } else { None });
        maps.map(|map| Self::from_map(shape, map)).collect()
    }

    /// The record of a field that holds one.
    pub fn record(&self, name: &str) -> Option<Record> {
        let field = self.shape().fields.iter().find(|field| field.name == name)?;
        match (&field.kind, self.value(name)) {
            (Kind::Record(shape), Value::Map(map)) => Some(Self::from_map(shape, map)),
            _ => None,
        }
    }
}
