//! Canaries: every operation, reader and tool with a value that can be told in each field that is secret, going out and
//! coming back. Every language runs the file and looks for them in all that can be printed.
//!
//! A new operation is covered by its table and its example in `examples.json`. What a secret field of its output holds
//! has to come from somewhere: if that is not its input or its reply, this stops and says so.

use qantara::call::{Answer, Operation};
use qantara::record::{Names, Record, Shape, Value};
use qantara::tool::Tool;
use qantara::{Error, Gateway, GatewayKind, Request, Stamp};

use crate::File;
use crate::examples::{Example, Examples, NONCE, Of, TIMESTAMP, get, record};
use crate::tables;

mod given;
mod messages;

/// A gateway whose every secret is a canary.
struct Shop {
    name: &'static str,
    kind: GatewayKind,
    configuration: Vec<(String, Value)>,
}

/// The file.
pub fn files() -> Vec<File> {
    let examples = Examples::read();
    let shops = shops(&examples);
    let canaries = given::canaries(&shops);
    let mut cases = Vec::new();
    let mut got = Vec::new();
    for of in Of::all() {
        let needs_none = match of {
            Of::Operation(_) => false,
            Of::Reader(_) => true,
            Of::Tool(tool) => tool.stands_alone(),
        };
        let of_kind = shops.iter().filter(|shop| shop.kind == of.gateway());
        for shop in of_kind.take(if needs_none { 1 } else { shops.len() }) {
            let examples = examples.with(shop.kind, &shop.configuration);
            if let Some(example) = examples.of_given(of, |example| given::fill(example, &shop.configuration)) {
                cases.push(Case { shop, examples: &examples, example, canaries: &canaries }.written(&mut got));
            }
        }
    }
    for shop in shops.iter().filter(|shop| shop.kind == GatewayKind::Egw) {
        cases.push(verified(shop, &examples.with(shop.kind, &shop.configuration)));
    }
    cases.extend([acknowledged(), mac()]);
    came_out(&got);
    let lines = |values: &[Value]| values.iter().map(qantara::json::to_text).collect::<Vec<_>>().join(",\n");
    let each: Vec<Value> = shops.iter().map(Shop::written).collect();
    let mistaken: Vec<Value> = shops.iter().flat_map(mistaken).collect();
    let text = format!(
        "{{\"canaries\": {},\n\"gateways\": [\n{}\n],\n\"mistaken\": [\n{}\n],\n\"cases\": [\n{}\n]}}\n",
        qantara::json::to_text(&texts(&canaries)),
        lines(&each),
        lines(&mistaken),
        lines(&cases)
    );
    vec![File { path: String::from("tests/canaries.json"), text }]
}

fn shops(examples: &Examples) -> Vec<Shop> {
    let filled = |kind: GatewayKind| given::configuration(kind.configuration(), examples.configuration(kind));
    let mut shops: Vec<Shop> = GatewayKind::ALL
        .into_iter()
        .map(|kind| Shop { name: kind.name(), kind, configuration: filled(kind) })
        .collect();
    // A key comes whole or in parts.
    let kind = GatewayKind::Egw;
    let mut parts = filled(kind);
    parts.retain(|(name, _)| name != "mac_key");
    given::set(&mut parts, "mac_key_components", Value::from(given::COMPONENTS));
    shops.push(Shop { name: "egw by components", kind, configuration: parts });
    shops
}

impl Shop {
    fn written(&self) -> Value {
        let shape = self.kind.configuration();
        Value::from([
            ("name", Value::text(self.name)),
            ("kind", Value::text(self.kind.name())),
            ("configuration", Value::Map(self.configuration.clone())),
            ("camel", camel(shape, &self.configuration)),
        ])
    }
}

/// Configurations that are refused for one of their secrets.
fn mistaken(shop: &Shop) -> Vec<Value> {
    let shape = shop.kind.configuration();
    let each = given::mistakes(shape, &shop.configuration).into_iter().map(|configuration| {
        let made = Record::from_named(shape, Names::Snake, configuration.clone())
            .and_then(|configuration| Gateway::new(shop.kind, configuration));
        Value::from([
            ("kind", Value::text(shop.kind.name())),
            ("configuration", Value::Map(configuration.clone())),
            ("camel", camel(shape, &configuration)),
            ("code", code(made.err().as_ref())),
        ])
    });
    each.collect()
}

/// Signed callbacks, with this key and the one before.
fn verified(shop: &Shop, examples: &Examples) -> Value {
    let retail = |examples: &Examples| examples.callback(&[(String::from("trtype"), Value::text("1"))]);
    let mut earlier = shop.configuration.clone();
    earlier.retain(|(name, _)| !["mac_key_components", "previous_mac_key"].contains(&name.as_str()));
    given::set(&mut earlier, "mac_key", get(&shop.configuration, "previous_mac_key"));
    let bodies = [retail(examples), retail(&examples.with(shop.kind, &earlier))];
    let Gateway::Egw(egw) = examples.gateway(shop.kind) else { panic!("an e-Commerce Gateway") };
    let messages = bodies.map(|body| {
        let body = messages::with(qantara::egw::Callback::SHAPE, &body);
        egw.verify_callback(body.as_bytes()).unwrap_or_else(|error| panic!("{body}: {error}"));
        Value::text(&body)
    });
    Value::from([
        ("name", Value::text("egw.verify_callback")),
        ("gateway", Value::text(shop.name)),
        ("do", Value::text("verify")),
        ("messages", Value::List(messages.to_vec())),
        (
            "order",
            order(
                &[("order_id", "000417"), ("amount", "25000"), ("currency", "IQD")]
                    .map(|(name, value)| (name.to_owned(), Value::text(value))),
            ),
        ),
    ])
}

/// An order to settle against.
fn order(fields: &[(String, Value)]) -> Value {
    let shape = qantara::money::OrderFields::SHAPE;
    Value::from([("fields", Value::Map(fields.to_vec())), ("camel", camel(shape, fields))])
}

/// A delivery, and an answer that repeats what was sent.
fn acknowledged() -> Value {
    let decision = [("link_reference", "1234567890ABC"), ("verdict", "success")]
        .map(|(name, value)| (name.to_owned(), Value::text(value)));
    let mut decision = decision.to_vec();
    decision.extend(
        [("now", 1_795_000_000), ("deadline", 1_795_000_600)].map(|(name, at)| (name.to_owned(), Value::from(at))),
    );
    let answer = [(String::from("status"), Value::from(503)), (String::from("body"), Value::text(given::NOTE))];
    Value::from([
        ("name", Value::text("paylink.acknowledgment")),
        ("gateway", Value::text("paylink")),
        ("do", Value::text("acknowledge")),
        ("camel", camel(qantara::paylink::Decision::SHAPE, &decision)),
        ("decision", Value::Map(decision)),
        ("now", Value::from(1_795_000_000)),
        ("answer", Value::Map(answer.to_vec())),
    ])
}

/// The MAC by itself.
fn mac() -> Value {
    let shape = qantara::mac::MacConfiguration::SHAPE;
    let order = vec![(String::from("order"), Value::from(["AMOUNT"]))];
    let configuration = given::configuration(shape, order);
    let made = |given: Vec<(String, Value)>| {
        let given = Record::from_named(shape, Names::Snake, given)?;
        qantara::mac::Mac::new(given.into())
    };
    let mac = made(configuration.clone()).and_then(|mac| mac.sign(&[("AMOUNT", Some("11.48"))])).expect("a MAC");
    let mistakes = given::mistakes(shape, &configuration).into_iter().map(|mistake| {
        Value::from([("code", code(made(mistake.clone()).err().as_ref())), ("input", Value::Map(mistake))])
    });
    Value::from([
        ("name", Value::text("mac")),
        ("do", Value::text("mac")),
        ("mistakes", Value::List(mistakes.collect())),
        ("configuration", Value::Map(configuration)),
        ("fields", Value::from([("AMOUNT", "11.48")])),
        ("mac", Value::text(&mac)),
    ])
}

struct Case<'a> {
    shop: &'a Shop,
    examples: &'a Examples,
    example: Example,
    canaries: &'a [String],
}

type Got = Vec<(&'static str, String)>;

impl Case<'_> {
    fn written(&self, got: &mut Got) -> Value {
        let of = self.example.of;
        let (what, mut more) = match of {
            Of::Operation(operation) => ("call", self.operation(operation, got)),
            Of::Reader(_) => {
                let replies = [self.example.body.clone(), cut(&self.example.body)];
                ("read", vec![("replies", Value::List(replies.map(|body| self.reply(200, &body, got)).to_vec()))])
            }
            Of::Tool(tool) => ("tool", self.tool(tool, got)),
        };
        let mut case = vec![
            ("name", Value::text(&of.full_name())),
            ("gateway", Value::text(self.shop.name)),
            ("do", Value::text(what)),
        ];
        case.append(&mut more);
        Value::Map(case.into_iter().map(|(name, value)| (String::from(name), value)).collect())
    }

    fn operation(&self, operation: &'static Operation, got: &mut Got) -> Vec<(&'static str, Value)> {
        let request = self.example.request.clone().expect("what goes out");
        let sent = self.sent(&request);
        let said = sent.join(" ");
        let body = &self.example.body;
        let replies = [
            (self.example.status, body.clone()),
            (200, cut(body)),
            (200, format!("[{body}]")),
            (400, refusal(&said)),
            (401, format!("<html><body><p>Not allowed: {said}</p></body></html>")),
            (500, format!("Not now: {said}")),
        ];
        let replies = replies.map(|(status, body)| self.reply(status, &body, got));
        let order = self.example.order.as_deref().map_or(Value::Null, order);
        let call = |input| self.examples.gateway(self.shop.kind).call(operation, input, Some(&stamp()));
        let mac = call(record(operation.input, &self.examples.resolved(&self.example.input)));
        let mac = mac.expect("a call").signed().map_or(Value::Null, |signed| Value::text(&signed.mac));
        let mut case = self.input(operation.input, operation.stamped(), |input| call(input).err());
        case.extend([
            ("sent", texts(&sent)),
            ("mac", mac),
            ("replies", Value::List(replies.to_vec())),
            ("order", order),
        ]);
        case
    }

    fn tool(&self, tool: &'static Tool, got: &mut Got) -> Vec<(&'static str, Value)> {
        let run = |input| tool.run(Some(&self.examples.gateway(self.shop.kind)), input, Some(&stamp()));
        let input = record(tool.input, &self.examples.resolved(&self.example.input));
        let output = run(input).unwrap_or_else(|error| panic!("{}: {error}", tool.name));
        let found = texts(&found(&output, got));
        let mut case = self.input(tool.input, tool.stamped(), |input| run(input).err());
        case.extend([("alone", Value::from(tool.stands_alone())), ("got", found)]);
        case
    }

    /// The input in either spelling, and inputs that are refused for one of their secrets.
    fn input(
        &self,
        shape: &'static Shape,
        stamped: bool,
        refused: impl Fn(Record) -> Option<Error>,
    ) -> Vec<(&'static str, Value)> {
        let input = self.examples.resolved(&self.example.input);
        let mistakes = given::mistakes(shape, &input).into_iter().map(|input| {
            let error = Record::from_named(shape, Names::Snake, input.clone());
            let error = error.map_or_else(Some, &refused);
            Value::from([("camel", camel(shape, &input)), ("input", Value::Map(input)), ("code", code(error.as_ref()))])
        });
        let mistakes = Value::List(mistakes.collect());
        let stamp = if stamped { Value::from([("timestamp", TIMESTAMP), ("nonce", NONCE)]) } else { Value::Null };
        vec![("camel", camel(shape, &input)), ("input", Value::Map(input)), ("stamp", stamp), ("mistakes", mistakes)]
    }

    /// What the core says of an answer or a message: an error's code, or in which fields canaries are.
    fn reply(&self, status: u16, body: &str, got: &mut Got) -> Value {
        let reply = match self.example.of {
            Of::Reader(reader) => reader.read(body.as_bytes()),
            Of::Operation(operation) => {
                let input = record(operation.input, &self.examples.resolved(&self.example.input));
                let call =
                    self.examples.gateway(self.shop.kind).call(operation, input, Some(&stamp())).expect("a call");
                let answer = Answer { status, content_type: "", body: body.as_bytes() };
                call.expect().parse(answer).map(|reply| reply.record().clone())
            }
            Of::Tool(_) => panic!("a tool has no reply"),
        };
        Value::from([
            ("status", Value::from(i64::from(status))),
            ("body", Value::text(body)),
            ("code", code(reply.as_ref().err())),
            ("got", reply.map_or(Value::List(Vec::new()), |record| texts(&found(&record, got)))),
        ])
    }

    /// The canaries that go out, in their spelling.
    fn sent(&self, request: &Request) -> Vec<String> {
        let headers = request.headers.iter().map(|header| format!("{}: {}", header.name, header.value));
        let mut parts: Vec<String> = headers.collect();
        parts.extend([request.url.clone(), request.body.clone()]);
        let text = parts.join("\n");
        let lower = text.to_ascii_lowercase();
        let whole = self.canaries.iter().filter(|canary| *canary != given::WORD);
        let found = whole.filter_map(|canary| {
            let at = lower.find(canary.as_str())?;
            text.get(at..at + canary.len()).map(String::from)
        });
        found.collect()
    }
}

fn stamp() -> Stamp {
    Stamp::from_text(TIMESTAMP, NONCE).expect("a stamp")
}

fn cut(body: &str) -> String {
    let mut body = body.to_owned();
    body.truncate(body.len() * 2 / 3);
    body
}

fn refusal(said: &str) -> String {
    let text = |text: &str| Value::text(text);
    qantara::json::to_text(&Value::from([("err", text(&format!("not allowed: {said}"))), ("error_code", text("E-7"))]))
}

fn code(error: Option<&Error>) -> Value {
    error.map_or(Value::Null, |error| Value::text(error.code().text()))
}

/// The fields with canaries in them, as paths; each is noted with its table.
fn found(record: &Record, got: &mut Got) -> Vec<String> {
    let mut paths = Vec::new();
    for (field, value) in record.shape().fields.iter().zip(record.values()) {
        let listed = record.records(field.name).into_iter().enumerate();
        let mut nested: Vec<_> = listed.map(|(at, inner)| (format!("{}.{at}", field.name), inner)).collect();
        nested.extend(record.record(field.name).map(|inner| (field.name.to_owned(), inner)));
        for (place, inner) in &nested {
            paths.extend(found(inner, got).iter().map(|path| format!("{place}.{path}")));
        }
        if nested.is_empty() && given::is_told(value) {
            // Of a map nothing is printed.
            let hidden = field.secret || matches!(value, Value::Map(_));
            assert!(hidden, "{}.{} holds a canary, but is no secret", record.shape().name, field.name);
            got.push((record.shape().name, field.name.to_owned()));
            paths.push(field.name.to_owned());
        }
    }
    if given::is_told(&Value::Map(record.extra().to_vec())) {
        paths.push(String::from("extra"));
    }
    paths
}

fn texts(texts: &[String]) -> Value {
    Value::List(texts.iter().map(|text| Value::text(text)).collect())
}

/// Every secret field of every output held a canary somewhere.
fn came_out(got: &Got) {
    let lists = Of::all().map(Of::output).filter(|shape| shape.name != "Acknowledged");
    let shapes = lists.flat_map(|shape| std::iter::once(shape).chain(tables::nested(shape)));
    for shape in tables::unique(shapes.collect()) {
        for field in shape.fields.iter().filter(|field| field.secret) {
            let held = got.iter().any(|(name, of)| *name == shape.name && *of == field.name);
            assert!(held, "no canary comes out of {}.{}: say in canaries/ where it is from", shape.name, field.name);
        }
    }
}

/// The same as JavaScript and PHP spell it.
fn camel(shape: &Shape, given: &[(String, Value)]) -> Value {
    let each = given.iter().map(|(name, value)| {
        let field = shape.fields.iter().find(|field| field.name == name);
        let value = match field.and_then(|field| tables::within(&field.kind)) {
            Some(within) => respelled(within, value),
            None if name == "columns" => respelled(shape, value),
            None => value.clone(),
        };
        (Names::Camel.spell(name), value)
    });
    Value::Map(each.collect())
}

fn respelled(shape: &Shape, value: &Value) -> Value {
    match value {
        Value::Map(inner) => camel(shape, inner),
        Value::List(items) => Value::List(items.iter().map(|item| respelled(shape, item)).collect()),
        value => value.clone(),
    }
}
