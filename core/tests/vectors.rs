//! The shared cases of `tests/vectors`, through the core. A case that isn't understood fails.

// A test fails by panicking, in what it calls too.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Mutex;

use qantara::call::Answer;
use qantara::egw::EgwConfiguration;
use qantara::mac::{Mac, MacConfiguration};
use qantara::money::OrderFields;
use qantara::paylink::{Acknowledgment, AnswerFields, Decision, Delivery, PaylinkConfiguration, Step};
use qantara::record::{Names, Record, Shape, Value};
use qantara::{
    AlQaseh, Code, Egw, Error, Expect, Gateway, GatewayKind, Order, Paylink, Reply, Settlement, Stamp, StampFields,
};
use qantara::{json, registry};
use serde_json::Value as Json;

#[test]
fn alqaseh() {
    run(include_str!("../../tests/vectors/alqaseh.json"));
}

#[test]
fn egw() {
    run(include_str!("../../tests/vectors/egw.json"));
}

#[test]
fn paylink() {
    run(include_str!("../../tests/vectors/paylink.json"));
}

#[test]
fn mac() {
    run(include_str!("../../tests/vectors/mac.json"));
}

/// The methods a Rust user sees, each named where the compiler checks that it is there.
macro_rules! exposed {
    ($($gateway:literal $type:ident: $($method:ident)*;)*) => {
        fn exposed() -> Vec<&'static str> {
            let mut names = vec!["mac"];
            $($(
                let _ = $type::$method;
                names.push(concat!($gateway, ".", stringify!($method)));
            )*)*
            let _ = (Mac::new, Mac::sign, Mac::verify);
            names
        }
    };
}

exposed! {
    "alqaseh" AlQaseh: create_payment get_payment get_payment_by_token history history_csv parse_redirect parse_webhook pay_page
        process_card retry_payment reverse_payment revoke_payment test_redirect test_webhook verify_webhook;
    "egw" Egw: card_form completion diagnose explain_code order_number parse_callback prepare reversal status_inquiry
        test_callback verify_callback;
    "paylink" Paylink: acknowledgment add_invoice authenticate cancel_invoice decide get_invoice get_merchant_invoice
        get_order get_orders_by_settlement get_transactions_of_order parse_callback parse_refund_webhook parse_webhook
        test_callback test_refund_webhook test_webhook verify_refund_webhook verify_webhook;
}

/// What a language has no method for: an acknowledgment makes and repeats it.
const DRIVEN: &str = "paylink.acknowledge";

#[test]
fn nothing_is_left_out() {
    let exposed = exposed();
    let full = |kind: GatewayKind, name: &str| format!("{}.{name}", kind.name());
    let names = registry::OPERATIONS.iter().map(|one| full(one.gateway(), one.name));
    let names = names.chain(registry::READERS.iter().map(|one| full(one.gateway, one.name)));
    let names = names.chain(registry::TOOLS.iter().map(|one| full(one.gateway, one.name)));
    for name in names.filter(|name| name != DRIVEN) {
        assert!(exposed.contains(&name.as_str()), "{name} is no method, or is missing in the list above");
    }
}

/// How many cases ran for each name, and which files are still to come.
struct Ran {
    cases: BTreeMap<String, u32>,
    files: u32,
}

static RAN: Mutex<Ran> = Mutex::new(Ran { cases: BTreeMap::new(), files: 4 });

/// Once every file has passed: what is exposed and how often it was tried, for the table of parity.
fn count(cases: &[Json], gateway: &str) {
    let mut ran = RAN.lock().unwrap();
    for case in cases {
        for name in names(case, gateway) {
            *ran.cases.entry(name).or_default() += 1;
        }
    }
    ran.files -= 1;
    if ran.files > 0 {
        return;
    }
    let exposed = exposed();
    for name in &exposed {
        assert!(ran.cases.contains_key(*name), "{name} has no case");
    }
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../target/parity");
    std::fs::create_dir_all(&folder).unwrap();
    let text = serde_json::json!({ "exposes": exposed, "cases": ran.cases }).to_string();
    std::fs::write(folder.join("rust.json"), text).unwrap();
}

/// What a case tries.
fn names(case: &Json, gateway: &str) -> Vec<String> {
    let full = |name: &Json| vec![format!("{gateway}.{}", name.as_str().unwrap())];
    match case["do"].as_str().unwrap() {
        "call" => full(&case["operation"]),
        "read" => full(&case["reader"]),
        "tool" => full(&case["tool"]),
        "verify" => vec![String::from("egw.verify_callback")],
        "acknowledge" => vec![String::from("paylink.decide"), String::from("paylink.acknowledgment")],
        _ => vec![String::from("mac")],
    }
}

fn run(text: &str) {
    let file: Json = serde_json::from_str(text).unwrap();
    only(&file, &["schema", "gateway", "cases"]);
    assert_eq!(file["schema"], 1);
    let cases = file["cases"].as_array().unwrap();
    assert!(!cases.is_empty());
    let kind = GatewayKind::from_name(file["gateway"].as_str().unwrap());
    let mut failed = Vec::new();
    for case in cases {
        let what = case["name"].as_str().expect("a case has a name");
        assert!(!case["about"].as_str().expect("a case says what it stands for").is_empty());
        if std::panic::catch_unwind(|| one(kind, case)).is_err() {
            failed.push(what);
        }
    }
    assert!(failed.is_empty(), "{} of {} cases failed: {failed:#?}", failed.len(), cases.len());
    count(cases, file["gateway"].as_str().unwrap());
}

fn one(kind: Option<GatewayKind>, case: &Json) {
    match case["do"].as_str().expect("a case says what is done") {
        "call" => call(kind.unwrap(), case),
        "read" => read(kind.unwrap(), case),
        "tool" => tool(kind.unwrap(), case),
        "verify" => verify(case),
        "acknowledge" => acknowledge(case),
        "mac" => mac_case(case),
        other => panic!("what is {other}?"),
    }
}

const COMMON: &[&str] = &["name", "about", "do"];

/// Every member of a case has to be looked at.
fn only(json: &Json, known: &[&str]) {
    for name in json.as_object().expect("an object").keys() {
        assert!(
            known.contains(&name.as_str()) || (json.get("do").is_some() && COMMON.contains(&name.as_str())),
            "{name}?"
        );
    }
}

fn value(json: &Json) -> Value {
    match json {
        Json::Null => Value::Null,
        Json::Bool(flag) => Value::Flag(*flag),
        Json::Number(number) => Value::Number(number.to_string()),
        Json::String(text) => Value::text(text),
        Json::Array(items) => Value::List(items.iter().map(value).collect()),
        Json::Object(map) => Value::Map(map.iter().map(|(name, item)| (name.clone(), value(item))).collect()),
    }
}

fn record(shape: &'static Shape, json: &Json) -> Result<Record, Error> {
    let given = json.as_object().unwrap_or_else(|| panic!("{} must be there", shape.name));
    Record::from_named(shape, Names::Snake, given.iter().map(|(name, item)| (name.clone(), value(item))))
}

fn shown(record: &Record) -> Json {
    let mut text = String::new();
    json::write_record(&mut text, record, Names::Snake);
    serde_json::from_str(&text).unwrap()
}

/// Compares what came with the `error` of a case, or hands on what succeeded if there is none.
fn settled<T>(case: &Json, came: Result<T, Error>) -> Option<T> {
    let expected = case.get("error");
    match (came, expected) {
        (Ok(found), None) => Some(found),
        (Ok(_), Some(expected)) => panic!("it should have failed with {expected}"),
        (Err(error), None) => panic!("it should have succeeded: {error:?}"),
        (Err(error), Some(expected)) => {
            same_error(&error, expected);
            None
        }
    }
}

fn same_error(error: &Error, expected: &Json) {
    let known = ["faults", "retry", "look_up", "status", "gateway_code", "gateway_message", "gateway_reference"];
    only(expected, &known);
    let faults: Vec<Json> =
        error.faults().iter().map(|fault| Json::from(vec![fault.code().text(), fault.field()])).collect();
    assert_eq!(Json::from(faults), expected["faults"], "{error:?}");
    assert!(!error.message().contains(['{', '}']) || !error.gateway_message().is_empty(), "{error}");
    let same = |name: &str, found: Json| {
        if let Some(expected) = expected.get(name) {
            assert_eq!(found, *expected, "{name} of {error:?}");
        }
    };
    same("retry", error.retry().name().into());
    same("look_up", error.look_up().into());
    same("status", error.status().into());
    same("gateway_code", error.gateway_code().into());
    same("gateway_message", error.gateway_message().into());
    same("gateway_reference", error.gateway_reference().into());
}

fn bytes(json: &Json, plain: &str) -> Vec<u8> {
    match (json.get(plain), json.get(format!("{plain}_hex"))) {
        (Some(text), None) => text.as_str().unwrap().as_bytes().to_vec(),
        (None, Some(digits)) => hex::decode(digits.as_str().unwrap()).unwrap(),
        _ => panic!("either {plain} or {plain}_hex"),
    }
}

/// The members that say what a success is; a case with an `error` has none of them.
fn no_more(case: &Json, asked: &[&str]) {
    let mut known = asked.to_vec();
    known.push("error");
    only(case, &known);
}

fn call(kind: GatewayKind, case: &Json) {
    let asked = ["operation", "configuration", "input", "stamp"];
    let made = make_call(kind, case);
    no_secret(kind, case, &made.as_ref().map_or_else(|error| format!("{error:?}"), |call| format!("{call:#?}")));
    let Some(call) = settled(case, made) else { return no_more(case, &asked) };
    let told = ["request", "mac_source", "mac", "retry", "look_up", "expires", "warnings", "replies"];
    only(case, &[&asked[..], &told[..]].concat());
    let request = call.request();
    let expected = &case["request"];
    only(expected, &["method", "url", "headers", "body"]);
    assert_eq!(expected["method"], request.method);
    assert_eq!(expected["url"], request.url);
    let headers: BTreeMap<&str, &str> = request.headers.iter().map(|h| (h.name, h.value.as_str())).collect();
    assert_eq!(headers.len(), request.headers.len(), "a header stands twice");
    assert_eq!(serde_json::to_value(headers).unwrap(), expected["headers"]);
    assert_eq!(expected["body"], request.body);
    let printed = format!("{call:?} {call:#?}");
    for header in request.headers.iter().filter(|header| header.secret) {
        assert!(!printed.contains(&header.value), "a credential is printed");
    }
    assert_eq!(call.signed().map(|signed| signed.source.as_str()), case.get("mac_source").and_then(Json::as_str));
    assert_eq!(call.signed().map(|signed| signed.mac.as_str()), case.get("mac").and_then(Json::as_str));
    assert_eq!(case["retry"], call.retry().name());
    assert_eq!(case["look_up"], call.look_up());
    assert_eq!(call.expires(), case.get("expires").and_then(Json::as_i64));
    let warnings: Vec<&str> = call.warnings().iter().map(|fault| fault.code().text()).collect();
    assert_eq!(case["warnings"], Json::from(warnings));
    // What the call expects survives a queue.
    let stored = Expect::from_json(&call.expect().to_json()).unwrap();
    no_secret(kind, case, &stored.to_json());
    assert_eq!(stored.to_json(), call.expect().to_json());
    for reply in case["replies"].as_array().expect("replies") {
        println!("reply {reply}");
        only(reply, &["status", "content_type", "body", "body_hex", "error", "result", "settle"]);
        let body = bytes(reply, "body");
        let status = u16::try_from(reply["status"].as_u64().unwrap()).unwrap();
        let content_type = reply.get("content_type").map_or("", |text| text.as_str().unwrap());
        let came = call.parse_with(status, content_type, &body);
        let again = stored.parse(Answer { status, content_type, body: &body });
        assert_eq!(came.as_ref().map(Reply::record).map(shown), again.as_ref().map(Reply::record).map(shown));
        let Some(found) = settled(reply, came) else {
            only(reply, &["status", "content_type", "body", "body_hex", "error"]);
            continue;
        };
        assert_eq!(shown(found.record()), reply["result"]);
        if found.expect().operation().settles() {
            settle(reply, |order| found.settle(order));
        } else {
            assert!(reply.get("settle").is_none());
            let order = Order::new("A-1", "25000", "IQD").unwrap();
            assert_eq!(found.settle(&order).unwrap_err().code(), Code::ReplyForeign);
        }
    }
}

fn make_call(kind: GatewayKind, case: &Json) -> Result<qantara::Call, Error> {
    let name = case["operation"].as_str().unwrap();
    let operation = registry::find(kind, name).unwrap_or_else(|| panic!("no operation {name}"));
    let gateway = Gateway::new(kind, record(kind.configuration(), &case["configuration"])?)?;
    let stamp = stamp(case)?;
    gateway.call(operation, record(operation.input, &case["input"])?, stamp.as_ref())
}

/// A call must not print what its table calls a secret, nor hand it to a queue.
fn no_secret(kind: GatewayKind, case: &Json, printed: &str) {
    let operation = registry::find(kind, case["operation"].as_str().unwrap()).unwrap();
    for field in operation.input.fields.iter().filter(|field| field.secret) {
        if let Some(secret) = case["input"].get(field.name).and_then(Json::as_str).filter(|text| text.len() > 5) {
            assert!(!printed.contains(secret), "{} is printed: {printed}", field.name);
        }
    }
}

fn tool(kind: GatewayKind, case: &Json) {
    let asked = ["tool", "configuration", "stamp", "input"];
    let Some(found) = settled(case, run_tool(kind, case)) else { return no_more(case, &asked) };
    only(case, &[&asked[..], &["result", "without"]].concat());
    let mut found = shown(&found);
    for name in case.get("without").map_or(&vec![], |names| names.as_array().unwrap()) {
        leave_out(&mut found, name.as_str().unwrap());
    }
    assert_eq!(found, case["result"]);
}

/// Takes a field out of a record and of those within.
fn leave_out(found: &mut Json, name: &str) {
    match found {
        Json::Object(map) => {
            assert!(map.shift_remove(name).is_none_or(|left_out| !left_out.is_null()));
            map.values_mut().for_each(|inner| leave_out(inner, name));
        }
        Json::Array(items) => items.iter_mut().for_each(|inner| leave_out(inner, name)),
        _ => {}
    }
}

fn run_tool(kind: GatewayKind, case: &Json) -> Result<Record, Error> {
    let name = case["tool"].as_str().unwrap();
    let tool = registry::find_tool(kind, name).unwrap_or_else(|| panic!("no tool {name}"));
    assert_eq!(tool.stands_alone(), case.get("configuration").is_none(), "a configuration, or none");
    let gateway = match case.get("configuration") {
        None => None,
        Some(given) => Some(Gateway::new(kind, record(kind.configuration(), given)?)?),
    };
    let stamp = stamp(case)?;
    assert_eq!(tool.stamped(), stamp.is_some(), "a stamp, or none");
    tool.run(gateway.as_ref(), record(tool.input, &case["input"])?, stamp.as_ref())
}

fn stamp(case: &Json) -> Result<Option<Stamp>, Error> {
    case.get("stamp").map(|stamp| Stamp::from_record(record(StampFields::SHAPE, stamp)?)).transpose()
}

fn settle(reply: &Json, settle: impl Fn(&Order) -> Result<Settlement, Error>) {
    for expected in reply.get("settle").map_or(&vec![], |list| list.as_array().unwrap()) {
        println!("settle {expected}");
        only(expected, &["order", "outcome", "error"]);
        let order =
            record(OrderFields::SHAPE, &expected["order"]).and_then(|o| Order::from_fields(OrderFields::from(o)));
        let Some(found) = settled(expected, order.and_then(|order| settle(&order))) else {
            only(expected, &["order", "error"]);
            continue;
        };
        assert_eq!(shown(found.outcome()), expected["outcome"]);
        let paid = expected["outcome"]["kind"] == "paid";
        assert_eq!(matches!(found, Settlement::Paid(_)), paid);
        assert_eq!(found.expect_paid().is_ok(), paid);
    }
}

fn read(kind: GatewayKind, case: &Json) {
    let name = case["reader"].as_str().unwrap();
    let reader = registry::find_reader(kind, name).unwrap_or_else(|| panic!("no reader {name}"));
    let asked = ["reader", "message", "message_hex"];
    let Some(found) = settled(case, reader.read(&bytes(case, "message"))) else { return no_more(case, &asked) };
    only(case, &[&asked[..], &["result"]].concat());
    assert_eq!(shown(&found), case["result"]);
}

fn verify(case: &Json) {
    let asked = ["configuration", "message", "message_hex"];
    let configuration = record(EgwConfiguration::SHAPE, &case["configuration"]);
    let gateway = configuration.and_then(|fields| Egw::configure(fields.into()));
    let came = gateway.and_then(|gateway| gateway.verify_callback(&bytes(case, "message")));
    let Some(signed) = settled(case, came) else { return no_more(case, &asked) };
    only(case, &[&asked[..], &["result", "replay_key", "settle"]].concat());
    assert_eq!(shown(signed.as_record()), case["result"]);
    assert_eq!(case["replay_key"], signed.replay_key());
    settle(case, |order| signed.settle(order));
}

fn acknowledge(case: &Json) {
    let asked = ["configuration", "decision", "earlier"];
    let Some((mut gateway, mut ack)) = settled(case, begin(case)) else { return no_more(case, &asked) };
    only(case, &[&asked[..], &["steps"]].concat());
    let mut key = case["configuration"]["api_key"].as_str().unwrap().to_string();
    for step in case["steps"].as_array().expect("steps") {
        println!("step {step}");
        if let Some(now) = step.get("step") {
            only(step, &["step", "sends", "waits", "done", "error"]);
            match settled(step, ack.step(now.as_i64().unwrap())) {
                None => only(step, &["step", "error"]),
                Some(Step::Send(call)) => {
                    let request = call.request();
                    only(&step["sends"], &["url", "body"]);
                    assert_eq!(step["sends"]["url"], request.url);
                    assert_eq!(step["sends"]["body"], request.body);
                    let headers: Vec<_> = request.headers.iter().map(|h| (h.name, h.value.as_str())).collect();
                    assert_eq!(headers, [("X-API-KEY", key.as_str()), ("Content-Type", "application/json")]);
                    assert_eq!(request.method, "POST");
                }
                Some(Step::Wait(until)) => assert_eq!(step["waits"], until),
                Some(Step::Done) => assert_eq!(step["done"], true),
            }
        } else if let Some(now) = step.get("heard") {
            only(step, &["heard", "answer", "error"]);
            let answer = record(AnswerFields::SHAPE, &step["answer"]);
            settled(step, answer.and_then(|fields| AnswerFields::from(fields).hear(&mut ack, now.as_i64().unwrap())));
        } else if let Some(state) = step.get("state") {
            only(step, &["state"]);
            assert_eq!(*state, ack.state());
        } else if step.get("restart").is_some() {
            only(step, &["restart", "api_key"]);
            let saved = ack.save().to_json();
            if let Some(new) = step.get("api_key") {
                let mut configuration = case["configuration"].clone();
                configuration["api_key"] = new.clone();
                key = new.as_str().unwrap().into();
                gateway = paylink_gateway(&configuration).unwrap();
            }
            ack = gateway.acknowledgment(Delivery::from_json(&saved).unwrap()).unwrap();
        } else {
            only(step, &["save"]);
            assert_eq!(shown(&ack.save()), step["save"]);
        }
    }
}

/// Gateways of a test live as long as it does.
fn paylink_gateway(configuration: &Json) -> Result<&'static Paylink, Error> {
    let configuration = PaylinkConfiguration::from(record(PaylinkConfiguration::SHAPE, configuration)?);
    Ok(Box::leak(Box::new(Paylink::configure(configuration)?)))
}

fn begin(case: &Json) -> Result<(&'static Paylink, Acknowledgment<'static>), Error> {
    let gateway = paylink_gateway(&case["configuration"])?;
    let earlier = match case.get("earlier") {
        None => None,
        Some(earlier) => Some(Delivery::from(record(Delivery::SHAPE, earlier)?)),
    };
    let stored = gateway.decide(Decision::from(record(Decision::SHAPE, &case["decision"])?), earlier)?;
    Ok((gateway, gateway.acknowledgment(stored)?))
}

fn mac_case(case: &Json) {
    let asked = ["configuration", "fields"];
    let fields: Vec<(&str, Option<&str>)> =
        case["fields"].as_object().unwrap().iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    let made = record(MacConfiguration::SHAPE, &case["configuration"]).and_then(|c| Mac::new(c.into()));
    let came = made.and_then(|mac| Ok((mac.source(&fields)?, mac.sign(&fields)?, mac)));
    let Some((source, signature, mac)) = settled(case, came) else { return no_more(case, &asked) };
    only(case, &[&asked[..], &["source", "mac", "verify"]].concat());
    assert_eq!(case["source"], source);
    assert_eq!(case["mac"], signature);
    for expected in case["verify"].as_array().expect("verify") {
        only(expected, &["mac", "error"]);
        settled(expected, mac.verify(&fields, expected["mac"].as_str().unwrap()));
    }
}
