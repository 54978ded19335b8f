//! Gateways whose secrets are known words, and a call of every operation.

use qantara::alqaseh::AlQasehConfiguration;
use qantara::egw::EgwConfiguration;
use qantara::paylink::PaylinkConfiguration;
use qantara::record::{Names, Value};
use qantara::{AlQaseh, Call, Egw, Gateway, GatewayKind, Order, Paylink, Stamp, json, registry};

/// The key of webhooks and callbacks.
pub const KEY: &str = "CA11AB1E0DDBA11C0FFEE0BADC0DE123";
/// A scheme for webhooks, with what they say.
pub const WEBHOOKS: [&str; 7] = ["order_id", "amount", "currency", "payment_status", "trtype", "rc", "rrn"];

pub fn alqaseh() -> AlQaseh {
    let given = AlQasehConfiguration::new().environment("test").client_id("shop").client_secret("canaryClientSecret");
    let orders = Value::from([("reply", WEBHOOKS)]);
    AlQaseh::configure(given.webhook_profile(Value::from([("orders", orders)])).webhook_mac_key(KEY)).unwrap()
}

/// A scheme without an order for replies, so that an unsigned one settles, and with one for every request.
fn unsigned() -> Value {
    let inquiry = Value::from(["TERMINAL", "TRTYPE", "ORDER"]);
    let orders = Value::from([("inquiry", inquiry)]);
    Value::from([("preset", Value::from("alqaseh-unconfirmed")), ("orders", orders)])
}

pub fn egw(profile: impl Into<Value>) -> Egw {
    let given = EgwConfiguration::new().environment("test").api_key("canaryApiKey").mac_key(KEY).profile(profile);
    let given = given.merchant("123456789012345").terminal("99999999").merch_name("Books").merch_url("www.sample.com");
    let given = given.completion_trtype("21").reversal_trtype("24").length_unit("bytes").country("IQ").merch_gmt("+3");
    Egw::configure(given).unwrap()
}

pub fn paylink() -> Paylink {
    let given = PaylinkConfiguration::new().environment("test").merchant_id("shop-1").api_key("canaryApiKey");
    let given = given.api_id("APP_ID").secret_key("canarySecretKey").base_url("https://sandbox.example");
    let given = given.webhook_secret("canaryWebhookHeader").refund_webhook_secret("canaryRefundHeader");
    Paylink::configure(given).unwrap()
}

pub fn gateway(kind: GatewayKind) -> Gateway {
    match kind {
        GatewayKind::AlQaseh => Gateway::AlQaseh(alqaseh()),
        GatewayKind::Egw => Gateway::Egw(Box::new(egw(unsigned()))),
        GatewayKind::Paylink => Gateway::Paylink(paylink()),
    }
}

pub fn stamp() -> Stamp {
    Stamp::from_text("20261120130000", "F2B2DD7E603A7ADA").unwrap()
}

/// The order every call below is about.
pub fn order() -> Order {
    Order::new("771446", "25000", "IQD").unwrap()
}

/// What makes each of the three gateways, as JSON.
pub const CONFIGURATIONS: [&str; 3] = [
    r#"{"environment":"test","client_id":"shop","client_secret":"canaryClientSecret"}"#,
    r#"{"environment":"test","api_key":"canaryApiKey","mac_key":"CA11AB1E0DDBA11C0FFEE0BADC0DE123","profile":{"preset":"alqaseh-unconfirmed","orders":{"inquiry":["TERMINAL","TRTYPE","ORDER"]}},"completion_trtype":"21","reversal_trtype":"24"}"#,
    r#"{"environment":"test","merchant_id":"shop-1","api_key":"canaryApiKey","api_id":"APP_ID","secret_key":"canarySecretKey","base_url":"https://sandbox.example"}"#,
];

/// A call of every operation, in the registry's order.
pub const CALLS: &[&str] = &[
    r#"{"order_id":"771446","amount":"25000","currency":"IQD","description":"Two books","redirect_url":"https://shop.example/return"}"#,
    r#"{"payment_id":"p-1"}"#,
    r#"{"token":"canaryPageToken"}"#,
    r#"{"order_id":"771446"}"#,
    r#"{"columns":{"order_id":"Order No"}}"#,
    r#"{"token":"canaryPageToken","card_number":"5341432900077803","cvv":"971","exp_month":"01","exp_year":"2027"}"#,
    r#"{"payment_id":"p-1"}"#,
    r#"{"token":"canaryPageToken"}"#,
    r#"{"payment_id":"p-1"}"#,
    r#"{"amount":"25000","currency":"IQD","order_id":"771446","description":"Two books","transaction_type":"retail","back_ref":"https://shop.example/result"}"#,
    r#"{"amount":"25000","description":"Two books","back_ref":"https://shop.example/result","unproven_references":{"order_id":"771446","rrn":"306276834930","int_ref":"4A29E93C607E33DC","amount":"25000","currency":"IQD"}}"#,
    r#"{"amount":"25000","description":"Two books","back_ref":"https://shop.example/result","unproven_references":{"order_id":"771446","rrn":"306276834930","int_ref":"4A29E93C607E33DC","amount":"25000","currency":"IQD"}}"#,
    r#"{"order_id":"771446","transaction_type":"retail"}"#,
    r#"{"kind":"payment","environment":"test","merchant_id":"shop-1","link_reference":"1234567890ABC","verdict":"success","decided_at":1795000000,"deadline":1795000600,"attempts":0,"state":"pending"}"#,
    r#"{"now":1795000000}"#,
    r#"{"bearer_token":"canaryBearerToken","order_id":"771446","amount":"25000","currency":"IQD","callback_url":"https://shop.example/back","client_name":"Noor","client_mobile":"0500000000","products":[{"title":"Book","price":"12500","quantity":2}]}"#,
    r#"{"bearer_token":"canaryBearerToken","transaction_no":"1234567890123"}"#,
    r#"{"bearer_token":"canaryBearerToken","transaction_no":"1234567890123"}"#,
    r#"{"bearer_token":"canaryBearerToken","order_id":"771446"}"#,
    r#"{"bearer_token":"canaryBearerToken","order_id":"771446"}"#,
    r#"{"bearer_token":"canaryBearerToken","settlement_number":"S-1"}"#,
    r#"{"invoice_id":"I-1"}"#,
];

/// The call of the operation at a place of the registry.
pub fn call(at: usize) -> Call {
    let operation = registry::OPERATIONS[at];
    let input = json::read_record(operation.input, CALLS[at].as_bytes(), Names::Snake).unwrap();
    let call = gateway(operation.gateway()).call(operation, input, Some(&stamp()));
    call.unwrap_or_else(|error| panic!("{}: {error}", operation.name))
}

#[test]
fn every_operation_has_a_call() {
    assert_eq!(CALLS.len(), registry::OPERATIONS.len());
    let mut wrong = Vec::new();
    for at in 0..CALLS.len() {
        if let Err(panic) = std::panic::catch_unwind(|| call(at)) {
            wrong.push(panic.downcast_ref::<String>().cloned());
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}
