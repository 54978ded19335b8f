//! The lists of operations, readers and tools, and nothing else.

use crate::call::Operation;
use crate::gateway::GatewayKind;
use crate::read::Reader;
use crate::tool::Tool;
use crate::{alqaseh, egw, mac, paylink};

/// Every operation.
pub static OPERATIONS: &[&Operation] = &[
    &alqaseh::CREATE_PAYMENT,
    &alqaseh::GET_PAYMENT,
    &alqaseh::GET_PAYMENT_BY_TOKEN,
    &alqaseh::HISTORY,
    &alqaseh::HISTORY_CSV,
    &alqaseh::PROCESS_CARD,
    &alqaseh::RETRY_PAYMENT,
    &alqaseh::REVERSE_PAYMENT,
    &alqaseh::REVOKE_PAYMENT,
    &egw::PREPARE,
    &egw::COMPLETION,
    &egw::REVERSAL,
    &egw::STATUS_INQUIRY,
    &paylink::ACKNOWLEDGE,
    &paylink::AUTHENTICATE,
    &paylink::ADD_INVOICE,
    &paylink::GET_INVOICE,
    &paylink::CANCEL_INVOICE,
    &paylink::GET_TRANSACTIONS_OF_ORDER,
    &paylink::GET_ORDER,
    &paylink::GET_ORDERS_BY_SETTLEMENT,
    &paylink::GET_MERCHANT_INVOICE,
];

/// Every reader of something that arrives unasked.
pub static READERS: &[&Reader] = &[
    &alqaseh::WEBHOOK,
    &alqaseh::REDIRECT,
    &egw::CALLBACK,
    &paylink::CALLBACK,
    &paylink::WEBHOOK,
    &paylink::REFUND_WEBHOOK,
];

/// Every tool.
pub static TOOLS: &[&Tool] = &[
    &alqaseh::PAY_PAGE,
    &alqaseh::VERIFY_WEBHOOK,
    &alqaseh::TEST_WEBHOOK,
    &alqaseh::TEST_REDIRECT,
    &egw::EXPLAIN_CODE,
    &egw::ORDER_NUMBER,
    &egw::CARD_FORM,
    &egw::TEST_CALLBACK,
    &mac::DIAGNOSE,
    &paylink::VERIFY_WEBHOOK,
    &paylink::VERIFY_REFUND_WEBHOOK,
    &paylink::TEST_WEBHOOK,
    &paylink::TEST_REFUND_WEBHOOK,
    &paylink::TEST_CALLBACK,
];

/// The operation of a gateway with this name.
pub fn find(gateway: GatewayKind, name: &str) -> Option<&'static Operation> {
    OPERATIONS.iter().find(|operation| operation.gateway() == gateway && operation.name == name).copied()
}

/// The reader of a gateway with this name.
pub fn find_reader(gateway: GatewayKind, name: &str) -> Option<&'static Reader> {
    READERS.iter().find(|reader| reader.gateway == gateway && reader.name == name).copied()
}

/// The tool of a gateway with this name.
pub fn find_tool(gateway: GatewayKind, name: &str) -> Option<&'static Tool> {
    TOOLS.iter().find(|tool| tool.gateway == gateway && tool.name == name).copied()
}
