//! The list of operations and readers, and nothing else.

use crate::call::Operation;
use crate::gateway::GatewayKind;
use crate::read::Reader;
use crate::{alqaseh, egw, paylink};

/// Every operation.
pub static OPERATIONS: &[&Operation] =
    &[&alqaseh::CREATE_PAYMENT, &alqaseh::GET_PAYMENT, &egw::PREPARE, &paylink::ACKNOWLEDGE];

/// Every reader of something that arrives unasked.
pub static READERS: &[&Reader] = &[&alqaseh::WEBHOOK, &alqaseh::REDIRECT, &egw::CALLBACK];

/// The operation of a gateway with this name.
pub fn find(gateway: GatewayKind, name: &str) -> Option<&'static Operation> {
    OPERATIONS.iter().find(|operation| operation.gateway() == gateway && operation.name == name).copied()
}

/// The reader of a gateway with this name.
pub fn find_reader(gateway: GatewayKind, name: &str) -> Option<&'static Reader> {
    READERS.iter().find(|reader| reader.gateway == gateway && reader.name == name).copied()
}
