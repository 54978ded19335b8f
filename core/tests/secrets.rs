//! No secret is printed: `tests/canaries.json` puts one into every field that is secret, going out and coming back.

// A test fails by panicking, in what it calls too.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use std::fmt::Debug;

use qantara::call::{Answer, Call};
use qantara::mac::Mac;
use qantara::money::OrderFields;
use qantara::paylink::{Acknowledgment, AnswerFields, Decision, Step};
use qantara::record::{Names, Record, Shape, Value};
use qantara::{Error, Expect, Gateway, GatewayKind, Order, Settlement, Stamp, json, registry};

/// The file, what is looked for, and everything that was printed.
struct Run {
    file: Value,
    canaries: Vec<String>,
    /// MACs are none of the file's canaries, but not printed either.
    macs: Vec<String>,
    found: Vec<String>,
    printed: usize,
}

impl Run {
    fn new() -> Self {
        let file = json::from_text(include_bytes!("../../tests/canaries.json")).unwrap();
        let told = list(&file, "canaries").iter().map(|canary| canary.as_text().unwrap().to_owned());
        // Bytes print as a list of numbers.
        let canaries = told.chain([format!("{:?}", b"c4nary").replace(['[', ']'], "")]).collect();
        Self { file, canaries, macs: Vec::new(), found: Vec::new(), printed: 0 }
    }

    /// What may be printed holds no canary.
    fn clean(&mut self, what: &str, text: &str) {
        self.printed += 1;
        let lower = text.to_ascii_lowercase();
        for canary in self.canaries.iter().chain(&self.macs) {
            if tells(&lower, &canary.to_ascii_lowercase()) {
                self.found.push(format!("{what} prints {canary}: {text}"));
                return;
            }
        }
    }

    fn prints(&mut self, what: &str, made: &impl Debug) {
        self.clean(what, &format!("{made:?}"));
        self.clean(what, &format!("{made:#?}"));
    }

    fn error(&mut self, what: &str, error: &Error) {
        self.prints(what, error);
        self.prints(what, &error.faults());
        self.clean(what, &error.message());
        self.clean(what, &format!("{error} {} {}", error.field(), error.look_up()));
        self.clean(
            what,
            &format!("{} {} {}", error.gateway_code(), error.gateway_message(), error.gateway_reference()),
        );
        error.faults().iter().for_each(|fault| self.clean(what, &format!("{fault} {}", fault.limit())));
    }

    /// What something failed with has to be what the file says.
    fn came<T: Debug>(&mut self, what: &str, code: &Value, came: Result<T, Error>) -> Option<T> {
        let found = came.as_ref().err().map(|error| error.code().text());
        assert_eq!(found, code.as_text(), "{what}");
        match came {
            Ok(made) => {
                self.prints(what, &made);
                Some(made)
            }
            Err(error) => {
                self.error(what, &error);
                None
            }
        }
    }
}

/// Short ones count only where they stand alone: a few digits are in every long number.
fn tells(text: &str, canary: &str) -> bool {
    let part = |c: char| c.is_ascii_alphanumeric();
    let alone = |at: usize| !text[..at].ends_with(part) && !text[at + canary.len()..].starts_with(part);
    text.match_indices(canary).any(|(at, _)| canary.len() >= 6 || alone(at))
}

fn get<'a>(value: &'a Value, name: &str) -> &'a Value {
    let Value::Map(map) = value else { return &Value::Null };
    map.iter().find(|(key, _)| key == name).map_or(&Value::Null, |(_, value)| value)
}

fn list<'a>(value: &'a Value, name: &str) -> &'a [Value] {
    match get(value, name) {
        Value::List(items) => items,
        _ => &[],
    }
}

fn text<'a>(value: &'a Value, name: &str) -> &'a str {
    get(value, name).as_text().unwrap_or("")
}

fn record(shape: &'static Shape, given: &Value) -> Result<Record, Error> {
    let Value::Map(given) = given else { panic!("{given:?} is no record") };
    Record::from_named(shape, Names::Snake, given.clone())
}

fn gateway(kind: &str, configuration: &Value) -> Result<Gateway, Error> {
    let kind = GatewayKind::from_name(kind).unwrap();
    Gateway::new(kind, record(kind.configuration(), configuration)?)
}

fn gateway_of(file: &Value, case: &Value) -> Gateway {
    let shop = list(file, "gateways").iter().find(|shop| text(shop, "name") == text(case, "gateway")).unwrap();
    gateway(text(shop, "kind"), get(shop, "configuration")).unwrap()
}

fn stamp_of(case: &Value) -> Option<Stamp> {
    let stamp = get(case, "stamp");
    (!stamp.is_null()).then(|| Stamp::from_text(text(stamp, "timestamp"), text(stamp, "nonce")).unwrap())
}

fn order_of(case: &Value) -> Option<Order> {
    let fields = get(get(case, "order"), "fields");
    let record = (!fields.is_null()).then(|| record(OrderFields::SHAPE, fields).unwrap())?;
    Some(Order::from_fields(record.into()).unwrap())
}

/// Who asks for a field by its name has it: so it went in.
fn got(what: &str, record: &Record, paths: &[Value]) {
    for path in paths.iter().map(|path| path.as_text().unwrap()) {
        let value = walk(record, path);
        let told = json::to_text(&value).to_ascii_lowercase();
        assert!(told.contains("c4nary") || told.contains("5341432900077803"), "{what}: {path} holds no canary: {told}");
    }
}

fn walk(record: &Record, path: &str) -> Value {
    let mut parts = path.split('.');
    let name = parts.next().unwrap();
    let rest: Vec<&str> = parts.collect();
    match rest.as_slice() {
        [] if name == "extra" => Value::Map(record.extra().to_vec()),
        [] => record.value(name).clone(),
        [at, rest @ ..] if at.parse::<usize>().is_ok() => {
            walk(&record.records(name)[at.parse::<usize>().unwrap()], &rest.join("."))
        }
        rest => walk(&record.record(name).unwrap(), &rest.join(".")),
    }
}

#[test]
fn nothing_secret_is_printed() {
    let mut run = Run::new();
    let file = run.file.clone();
    for shop in list(&file, "gateways") {
        let what = text(shop, "name");
        let kind = GatewayKind::from_name(text(shop, "kind")).unwrap();
        run.prints(what, &record(kind.configuration(), get(shop, "configuration")).unwrap());
        run.came(what, &Value::Null, gateway(kind.name(), get(shop, "configuration")));
    }
    for mistake in list(&file, "mistaken") {
        let kind = text(mistake, "kind");
        run.came(kind, get(mistake, "code"), gateway(kind, get(mistake, "configuration")));
    }
    for case in list(&file, "cases") {
        match text(case, "do") {
            "call" => call(&mut run, &file, case),
            "read" => read(&mut run, case),
            "tool" => tool(&mut run, &file, case),
            "verify" => verify(&mut run, &file, case),
            "acknowledge" => acknowledge(&mut run, &file, case),
            "mac" => mac(&mut run, case),
            other => panic!("what is {other}?"),
        }
    }
    assert!(run.printed > 1000, "only {} texts", run.printed);
    assert!(run.found.is_empty(), "{}", run.found.join("\n"));
}

fn call(run: &mut Run, file: &Value, case: &Value) {
    let what = text(case, "name");
    let gateway = gateway_of(file, case);
    let name = what.split_once('.').unwrap().1;
    let operation = registry::find(gateway.kind(), name).unwrap();
    let stamp = stamp_of(case);
    let input = record(operation.input, get(case, "input")).unwrap();
    run.prints(what, &input);
    let call = gateway.call(operation, input, stamp.as_ref()).unwrap();
    let headers: Vec<String> = call.request().headers.iter().map(|header| header.value.clone()).collect();
    let request = format!("{} {} {}", headers.join(" "), call.request().url, call.request().body);
    for sent in list(case, "sent") {
        assert!(request.contains(sent.as_text().unwrap()), "{what}: {sent:?} does not go out in {request}");
    }
    if let Some(mac) = get(case, "mac").as_text() {
        assert!(request.contains(mac), "{what}: another MAC");
        run.macs = vec![mac.to_owned()];
    }
    prints_call(run, what, &call);
    for mistake in list(case, "mistakes") {
        let input = record(operation.input, get(mistake, "input"));
        let came = input.and_then(|input| gateway.call(operation, input, stamp.as_ref()));
        run.came(what, get(mistake, "code"), came);
    }
    let order = order_of(case);
    for reply in list(case, "replies") {
        let Value::Number(status) = get(reply, "status") else { panic!("a status") };
        let body = text(reply, "body").as_bytes();
        let answer = Answer { status: status.parse().unwrap(), content_type: "", body };
        let parsed = call.expect().parse(answer);
        let Some(parsed) = run.came(what, get(reply, "code"), parsed) else { continue };
        got(what, parsed.record(), list(reply, "got"));
        run.prints(what, parsed.record());
        if let Some(settled) = order.as_ref().and_then(|order| parsed.settle(order).ok()) {
            prints_outcome(run, what, &settled);
        }
    }
    run.macs.clear();
}

fn prints_call(run: &mut Run, what: &str, call: &Call) {
    run.prints(what, call);
    run.prints(what, call.request());
    run.prints(what, &call.request().headers);
    run.clean(what, &call.request().shown_url());
    run.prints(what, &call.signed());
    run.prints(what, &call.warnings());
    // It goes into queues and rows.
    run.prints(what, call.expect());
    run.clean(what, &call.expect().to_json());
    run.prints(what, &Expect::from_json(&call.expect().to_json()).unwrap());
    // The `http` crate prints addresses and bodies as they are; credentials are marked.
    #[cfg(feature = "http")]
    run.prints(what, http::Request::<String>::try_from(call.request()).unwrap().headers());
}

fn prints_outcome(run: &mut Run, what: &str, settled: &Settlement) {
    run.prints(what, settled);
    run.prints(what, settled.outcome());
    run.clean(what, settled.outcome().replay_key().unwrap_or(""));
}

fn read(run: &mut Run, case: &Value) {
    let what = text(case, "name");
    let (kind, name) = what.split_once('.').unwrap();
    let reader = registry::find_reader(GatewayKind::from_name(kind).unwrap(), name).unwrap();
    for reply in list(case, "replies") {
        let came = reader.read(text(reply, "body").as_bytes());
        if let Some(hint) = run.came(what, get(reply, "code"), came) {
            got(what, &hint, list(reply, "got"));
        }
    }
}

fn tool(run: &mut Run, file: &Value, case: &Value) {
    let what = text(case, "name");
    let gateway = gateway_of(file, case);
    let tool = registry::find_tool(gateway.kind(), what.split_once('.').unwrap().1).unwrap();
    let stamp = stamp_of(case);
    let work = |input: &Value| tool.run(Some(&gateway), record(tool.input, input)?, stamp.as_ref());
    // What a card page holds is shown to the customer, and no secret of the shop's.
    if what != "egw.card_form" {
        run.prints(what, &record(tool.input, get(case, "input")).unwrap());
    }
    let made = run.came(what, &Value::Null, work(get(case, "input"))).unwrap();
    got(what, &made, list(case, "got"));
    for mistake in list(case, "mistakes") {
        run.came(what, get(mistake, "code"), work(get(mistake, "input")));
    }
}

fn verify(run: &mut Run, file: &Value, case: &Value) {
    let what = text(case, "name");
    let Gateway::Egw(gateway) = gateway_of(file, case) else { panic!("an e-Commerce Gateway") };
    for message in list(case, "messages") {
        // By either key: so they went in.
        let message = message.as_text().unwrap();
        let signed = gateway.verify_callback(message.as_bytes()).unwrap();
        run.prints(what, &signed);
        run.prints(what, signed.as_record());
        prints_outcome(run, what, &signed.settle(&order_of(case).unwrap()).unwrap());
        let altered = gateway.verify_callback(message.replace("25000", "25001").as_bytes());
        run.error(what, &altered.unwrap_err());
    }
}

fn acknowledge(run: &mut Run, file: &Value, case: &Value) {
    let what = text(case, "name");
    let Gateway::Paylink(gateway) = gateway_of(file, case) else { panic!("a Paylink") };
    let Value::Number(now) = get(case, "now") else { panic!("a time") };
    let now = now.parse().unwrap();
    let decision = Decision::from(record(Decision::SHAPE, get(case, "decision")).unwrap());
    run.prints(what, &decision);
    let delivery = gateway.decide(decision, None).unwrap();
    run.prints(what, &delivery);
    let mut acknowledgment: Acknowledgment = gateway.acknowledgment(delivery).unwrap();
    run.prints(what, &acknowledgment);
    let step = acknowledgment.step(now).unwrap();
    run.prints(what, &step);
    let Step::Send(call) = step else { panic!("it sends") };
    assert!(call.request().headers.iter().any(|header| header.value.contains("c4nary")), "no key goes out");
    prints_call(run, what, &call.clone().erased());
    let answer = AnswerFields::from(record(AnswerFields::SHAPE, get(case, "answer")).unwrap());
    run.prints(what, &answer);
    let body = text(get(case, "answer"), "body").as_bytes();
    let answer = qantara::paylink::Answer::Reply { status: 503, body, retry_after: "" };
    run.prints(what, &answer);
    acknowledgment.heard(now, answer).unwrap();
    run.prints(what, &acknowledgment);
    run.prints(what, &acknowledgment.save());
}

fn mac(run: &mut Run, case: &Value) {
    let made =
        |given: &Value| record(qantara::mac::MacConfiguration::SHAPE, given).and_then(|given| Mac::new(given.into()));
    let mac = run.came("mac", &Value::Null, made(get(case, "configuration"))).unwrap();
    let amount = text(get(case, "fields"), "AMOUNT");
    assert_eq!(mac.sign(&[("AMOUNT", Some(amount))]).unwrap(), text(case, "mac"), "the key goes in");
    for mistake in list(case, "mistakes") {
        run.came("mac", get(mistake, "code"), made(get(mistake, "input")));
    }
}
