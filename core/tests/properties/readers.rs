//! Whatever arrives is read or refused, and nothing panics: every reader, the replies of every operation and every
//! tool that takes a message, with arbitrary bytes and with the shared cases' messages, altered.

use std::collections::BTreeSet;

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use proptest::test_runner::TestRunner;
use qantara::alqaseh::CsvRows;
use qantara::paylink::{Decision, PaylinkConfiguration, Step};
use qantara::record::{Names, Record, Shape, Value};
use qantara::{Call, Expect, Gateway, GatewayKind, Order, Paylink, Stamp, StampFields, registry};
use serde_json::Value as Json;

use super::alterations::{Altering, altering};
use super::cases;
use super::json::Doc;

const VECTORS: [(&str, &str); 3] = [
    ("alqaseh", include_str!("../../../tests/vectors/alqaseh.json")),
    ("egw", include_str!("../../../tests/vectors/egw.json")),
    ("paylink", include_str!("../../../tests/vectors/paylink.json")),
];

/// The cases of one kind, each with its gateway's kind.
fn vectors(kind: &str) -> Vec<(GatewayKind, Json)> {
    let files = VECTORS.iter().flat_map(|(name, text)| {
        let file: Json = serde_json::from_str(text).unwrap();
        let cases = file["cases"].as_array().unwrap().clone();
        cases.into_iter().map(|case| (GatewayKind::from_name(name).unwrap(), case))
    });
    files.filter(|(_, case)| case["do"] == kind).collect()
}

fn record(shape: &'static Shape, json: &Json) -> Record {
    qantara::json::read_record(shape, json.to_string().as_bytes(), Names::Snake).unwrap()
}

fn gateway(kind: GatewayKind, case: &Json) -> Gateway {
    Gateway::new(kind, record(kind.configuration(), &case["configuration"])).unwrap()
}

/// A message, as text or in hex.
fn bytes(case: &Json, name: &str) -> Vec<u8> {
    let text = case[name].as_str().map(|text| text.as_bytes().to_vec());
    text.unwrap_or_else(|| hex::decode(case[format!("{name}_hex")].as_str().unwrap()).unwrap())
}

/// A message that belongs to something.
struct Sample<T> {
    what: T,
    message: Vec<u8>,
}

/// Every reply of the shared cases with the call it answers.
fn replies() -> Vec<Sample<Call>> {
    let mut samples = Vec::new();
    for (kind, case) in vectors("call").into_iter().filter(|(_, case)| case["replies"].is_array()) {
        let operation = registry::find(kind, case["operation"].as_str().unwrap()).unwrap();
        let stamp =
            case["stamp"].is_object().then(|| Stamp::from_record(record(StampFields::SHAPE, &case["stamp"])).unwrap());
        let input = record(operation.input, &case["input"]);
        let call = gateway(kind, &case).call(operation, input, stamp.as_ref()).unwrap();
        for reply in case["replies"].as_array().unwrap() {
            samples.push(Sample { what: call.clone(), message: bytes(reply, "body") });
        }
    }
    // A delivery makes this one's call.
    let paylink = PaylinkConfiguration::new().environment("production").merchant_id("shop").api_key("k");
    let paylink = Paylink::configure(paylink).unwrap();
    let decision = Decision::new().link_reference("1").verdict("success").now(1_795_000_000).deadline(1_795_000_600);
    let mut ack = paylink.acknowledgment(paylink.decide(decision, None).unwrap()).unwrap();
    let Step::Send(call) = ack.step(1_795_000_000).unwrap() else { panic!("it is sent") };
    let call = call.erased();
    let bodies = [r#"{"status":"success"}"#, r#"{"status":"SUCCESS","x":1}"#, r#"{"error":"not found"}"#];
    samples.extend([bodies; 4].concat().into_iter().map(|body| Sample { what: call.clone(), message: body.into() }));
    samples
}

/// A message in the way of a sample, altered; or nothing like one.
#[derive(Debug, Clone)]
enum Message {
    Altered(Index, Altering),
    Bytes(Vec<u8>),
}

fn messages() -> impl Strategy<Value = Message> {
    let sharp = select(&b"{}[]<>\"'\\/,:;=&%+-.#?!0159eE \t\r\n\0\xc3\xa9\xef\xbb\xbf\xffaAt"[..]);
    prop_oneof![
        5 => (any::<Index>(), altering()).prop_map(|(at, altering)| Message::Altered(at, altering)),
        1 => vec(prop_oneof![4 => sharp, 1 => any::<u8>()], 0..80).prop_map(Message::Bytes),
    ]
}

impl Message {
    fn of<'s, T>(&self, samples: &'s [Sample<T>], any: &Index) -> (&'s T, Vec<u8>) {
        match self {
            Self::Altered(at, altering) => {
                let sample = at.get(samples);
                // What is JSON is altered as JSON too.
                let named = Doc::read(&sample.message).map(|doc| altering.named(doc).write().into_bytes());
                (&sample.what, altering.blind(named.unwrap_or_else(|| sample.message.clone())))
            }
            Self::Bytes(bytes) => (&any.get(samples).what, bytes.clone()),
        }
    }
}

#[test]
fn every_operation_reads_or_refuses_any_reply() {
    let samples = replies();
    let seen: BTreeSet<_> = samples.iter().map(|sample| sample.what.expect().operation().name).collect();
    for operation in registry::OPERATIONS {
        assert!(seen.contains(operation.name), "{} has no reply among the shared cases", operation.name);
    }
    let as_it_is = samples.iter().filter(|sample| sample.what.parse(200, &sample.message).is_ok());
    let read: BTreeSet<_> = as_it_is.map(|sample| sample.what.expect().operation().name).collect();
    assert_eq!(read, seen, "each operation reads something");
    let status = prop_oneof![4 => Just(200_u16), 1 => any::<u16>(), 1 => select(vec![201, 204, 302, 401, 404, 503])];
    let order = Order::new("A-1", "25000", "IQD").unwrap();
    TestRunner::new(cases(6000))
        .run(&(messages(), any::<Index>(), status, "[a-z/;=]{0,12}"), |(message, at, status, content_type)| {
            let (call, body) = message.of(&samples, &at);
            let operation = call.expect().operation();
            match call.parse_with(status, &content_type, &body) {
                Ok(reply) => {
                    prop_assert!((200..300).contains(&status), "{} is no success", status);
                    let settled = reply.settle(&order);
                    prop_assert!(operation.settles() || settled.is_err(), "{} proves nothing", operation.name);
                    let _ = (format!("{reply:?}"), reply.record().clone().into_map());
                }
                Err(error) => {
                    let shown = format!("{error:?}");
                    prop_assert!(!error.message().is_empty() && !shown.contains('\n'), "{}", shown);
                }
            }
            Ok(())
        })
        .unwrap();
}

#[test]
fn every_reader_reads_or_refuses_anything() {
    let of_reader = |(kind, case): &(GatewayKind, Json)| Sample {
        what: registry::find_reader(*kind, case["reader"].as_str().unwrap()).unwrap(),
        message: bytes(case, "message"),
    };
    let samples: Vec<_> = vectors("read").iter().map(of_reader).collect();
    let as_it_is = samples.iter().filter(|sample| sample.what.read(&sample.message).is_ok());
    let read: BTreeSet<_> = as_it_is.map(|sample| (sample.what.gateway.name(), sample.what.name)).collect();
    let all: BTreeSet<_> = registry::READERS.iter().map(|reader| (reader.gateway.name(), reader.name)).collect();
    assert_eq!(read, all, "each reader reads something");
    TestRunner::new(cases(5000))
        .run(&(messages(), any::<Index>()), |(message, at)| {
            let (reader, bytes) = message.of(&samples, &at);
            let _ = reader.read(&bytes).map(|hint| (format!("{hint:?}"), hint.into_map()));
            Ok(())
        })
        .unwrap();
}

/// The tools that take a message: verified webhooks and callbacks.
#[test]
fn every_tool_reads_or_refuses_any_message() {
    tools(1500, |name| name != "diagnose");
    let verified = vectors("verify").into_iter().map(|(kind, case)| {
        let message = bytes(&case, "message");
        Sample { what: gateway(kind, &case), message }
    });
    let verified: Vec<_> = verified.collect();
    let order = Order::new("771446", "25000", "IQD").unwrap();
    TestRunner::new(cases(2000))
        .run(&(messages(), any::<Index>()), |(message, at)| {
            let (Gateway::Egw(egw), bytes) = message.of(&verified, &at) else { panic!("only this one verifies") };
            let _ = egw.verify_callback(&bytes).map(|message| (format!("{message:?}"), message.settle(&order).is_ok()));
            Ok(())
        })
        .unwrap();
}

/// The doctor tries every scheme and mistake there is, so it is slow, and has few cases.
#[test]
fn the_doctor_reads_or_refuses_any_message() {
    tools(8, |name| name == "diagnose");
}

fn tools(count: u32, which: impl Fn(&str) -> bool) {
    let takes = |case: &Json| ["body", "message"].into_iter().find(|name| case["input"][*name].is_string());
    let mut samples = Vec::new();
    for (kind, case) in vectors("tool") {
        let tool = registry::find_tool(kind, case["tool"].as_str().unwrap()).unwrap();
        if let (Some(field), true, true) = (takes(&case), case["result"].is_object(), which(tool.name)) {
            let message = bytes(&case["input"], field);
            samples.push(Sample { what: (kind, tool, field, case), message });
        }
    }
    TestRunner::new(cases(count))
        .run(&(messages(), any::<Index>()), |(message, at)| {
            let ((kind, tool, field, case), bytes) = message.of(&samples, &at);
            let gateway = case["configuration"].is_object().then(|| gateway(*kind, case));
            let mut given = record(tool.input, &case["input"]).into_map();
            given.retain(|(name, _)| name != field);
            given.push((field.to_string(), Value::text(&String::from_utf8_lossy(&bytes))));
            let input = Record::from_named(tool.input, Names::Snake, given).unwrap();
            let _ = tool.run(gateway.as_ref(), input, None).map(|output| format!("{output:?}"));
            Ok(())
        })
        .unwrap();
}

proptest! {
    #![proptest_config(cases(1000))]

    /// A file of any size, row by row: a row that can't be read is the last.
    #[test]
    fn rows_are_read_until_one_cannot_be(
        header in select(vec!["payment_id,order_id,amount", "\u{feff}Order ID;Amount", "order_id\tamount", "\"order_id\",\"amount\""]),
        file in "(\r?\n|[,;\t\"]|\"\"|[a-z0-9 ط]|\r|\0){0,60}",
    ) {
        let file = format!("{header}\n{file}");
        let Ok(rows) = CsvRows::new(&file, &[]) else { return Ok(()) };
        let rows: Vec<_> = rows.collect();
        let failed = rows.iter().position(Result::is_err);
        prop_assert!(failed.is_none_or(|at| at + 1 == rows.len()));
        let lines: Vec<_> = rows.iter().flatten().map(|row| row.line()).collect();
        prop_assert!(lines.is_sorted_by(|a, b| a < b) && lines.iter().all(|line| *line >= 2), "{lines:?}");
    }

    /// What a call expects, stored and altered: it is refused, or is what it says.
    #[test]
    fn an_altered_expectation_is_read_or_refused(altering in altering(), at: Index) {
        let samples = [r#"{"gateway":"alqaseh","operation":"get_payment","environment":"test","merchant":"shop","known":{"payment_id":"p-1"}}"#];
        let text = altering.blind(altering.named(Doc::read(at.get(&samples).as_bytes()).unwrap()).write());
        let Ok(text) = String::from_utf8(text) else { return Ok(()) };
        if let Ok(expect) = Expect::from_json(&text) {
            prop_assert_eq!(Expect::from_json(&expect.to_json()).unwrap().to_json(), expect.to_json());
        }
    }
}
