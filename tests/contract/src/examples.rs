//! What the pages show: one example for each operation, reader and tool, tried out by the core itself.
//!
//! `examples.json` says what is given and what the gateway answers. What goes out and what is printed is not written
//! there: the core says it, and every language has to print the same.

use qantara::call::{Answer, Operation};
use qantara::read::Reader;
use qantara::record::{Names, Record, Value};
use qantara::registry::{OPERATIONS, READERS, TOOLS};
use qantara::tool::Tool;
use qantara::{Gateway, GatewayKind, Order, Request, Stamp, json};

/// What an example is of.
#[derive(Clone, Copy)]
pub enum Of {
    /// An operation: input, call, reply.
    Operation(&'static Operation),
    /// A reader: message, hint.
    Reader(&'static Reader),
    /// A tool: input, output.
    Tool(&'static Tool),
}

/// An example, and what came of it.
pub struct Example {
    /// What it is of.
    pub of: Of,
    /// What is given, under the tables' names.
    pub input: Vec<(String, Value)>,
    /// What the gateway answers, or the message that arrives.
    pub status: u16,
    /// Its body.
    pub body: String,
    /// The order that the reply is settled against.
    pub order: Option<Vec<(String, Value)>>,
    /// Whether the body is signed and settled as such: a reply whose P_SIGN can be checked proves nothing unchecked.
    pub signed: bool,
    /// The list whose records are printed, if it isn't the reply itself.
    pub each: Option<String>,
    /// The fields that are printed.
    pub shows: Vec<String>,
    /// What goes out.
    pub request: Option<Request>,
    /// What is printed, line by line.
    pub prints: String,
}

impl Of {
    /// Everything there is, in the registry's order.
    pub fn all() -> impl Iterator<Item = Self> {
        let operations = OPERATIONS.iter().copied().map(Self::Operation);
        operations.chain(READERS.iter().copied().map(Self::Reader)).chain(TOOLS.iter().copied().map(Self::Tool))
    }

    /// The name in every language, in snake case.
    pub fn name(self) -> &'static str {
        match self {
            Self::Operation(operation) => operation.name,
            Self::Reader(reader) => reader.name,
            Self::Tool(tool) => tool.name,
        }
    }

    /// Whose it is.
    pub fn gateway(self) -> GatewayKind {
        match self {
            Self::Operation(operation) => operation.gateway(),
            Self::Reader(reader) => reader.gateway,
            Self::Tool(tool) => tool.gateway,
        }
    }

    /// The name with the gateway's, such as `alqaseh.create_payment`.
    pub fn full_name(self) -> String {
        format!("{}.{}", self.gateway().name(), self.name())
    }

    /// What it takes, if that is a record.
    pub fn input(self) -> Option<&'static qantara::record::Shape> {
        match self {
            Self::Operation(operation) => Some(operation.input),
            Self::Reader(_) => None,
            Self::Tool(tool) => Some(tool.input),
        }
    }

    /// What comes out.
    pub fn output(self) -> &'static qantara::record::Shape {
        match self {
            Self::Operation(operation) => operation.output,
            Self::Reader(reader) => reader.output,
            Self::Tool(tool) => tool.output,
        }
    }
}

/// The file with the examples.
#[derive(Debug)]
pub struct Examples(Vec<(String, Value)>);

/// A time and nonce that every run has.
pub const TIMESTAMP: &str = "20261120120000";
/// Its nonce.
pub const NONCE: &str = "00112233445566778899AABBCCDDEEFF";

impl Examples {
    /// Reads the file.
    pub fn read() -> Self {
        Self(map(json::from_text(include_bytes!("../examples.json")).expect("examples.json is JSON")))
    }

    /// A gateway's configuration in the examples.
    pub fn configuration(&self, kind: GatewayKind) -> Vec<(String, Value)> {
        map(get(&map(get(&self.0, "gateways")), kind.name()))
    }

    /// The same examples with another configuration of a gateway.
    pub fn with(&self, kind: GatewayKind, configuration: &[(String, Value)]) -> Self {
        let mut gateways = map(get(&self.0, "gateways"));
        gateways.retain(|(name, _)| name != kind.name());
        gateways.push((kind.name().to_owned(), Value::Map(configuration.to_vec())));
        let mut examples: Vec<_> = self.0.iter().filter(|(name, _)| name != "gateways").cloned().collect();
        examples.push((String::from("gateways"), Value::Map(gateways)));
        Self(examples)
    }

    /// The gateway of the examples.
    pub fn gateway(&self, kind: GatewayKind) -> Gateway {
        Gateway::new(kind, record(kind.configuration(), &self.configuration(kind))).expect("the example's gateway")
    }

    /// The example of something, tried out.
    pub fn of(&self, of: Of) -> Option<Example> {
        self.of_given(of, |_| {})
    }

    /// The example of something with other values in it, tried out.
    pub fn of_given(&self, of: Of, change: impl FnOnce(&mut Example)) -> Option<Example> {
        let given = match get(&self.0, &of.full_name()) {
            Value::Null => return None,
            given => map(given),
        };
        let texts = |value: Value| -> Vec<String> {
            let Value::List(items) = value else { return Vec::new() };
            items.iter().filter_map(Value::as_text).map(String::from).collect()
        };
        let status = match get(&given, "status") {
            Value::Number(status) => status.parse().expect("a status"),
            _ => 200,
        };
        let body = match get(&given, "body") {
            Value::Text(body) => body,
            Value::Null => String::new(),
            json => json::to_text(&json),
        };
        let callback = map(get(&given, "callback"));
        let signed = !callback.is_empty();
        let body = if signed { self.callback(&callback) } else { body };
        let mut example = Example {
            of,
            signed,
            input: map(get(&given, "input")),
            status,
            body,
            order: Some(get(&given, "order")).filter(|order| !order.is_null()).map(map),
            each: get(&given, "each").as_text().map(String::from),
            shows: texts(get(&given, "shows")),
            request: None,
            prints: String::new(),
        };
        change(&mut example);
        self.try_out(&mut example);
        Some(example)
    }

    fn try_out(&self, example: &mut Example) {
        let name = example.of.full_name();
        let gateway = self.gateway(example.of.gateway());
        let stamp = Stamp::from_text(TIMESTAMP, NONCE).expect("a stamp");
        let input = |shape| record(shape, &self.resolved(&example.input));
        let output = match example.of {
            Of::Operation(operation) => {
                let mut call = gateway.call(operation, input(operation.input), Some(&stamp));
                let call = call.as_mut().unwrap_or_else(|error| panic!("{name}: {error}"));
                let answer = Answer { status: example.status, content_type: "", body: example.body.as_bytes() };
                let reply = call.expect().parse(answer).unwrap_or_else(|error| panic!("{name}: {error}"));
                example.request = Some(call.request().clone());
                if let Some(order) = &example.order {
                    let order = record(qantara::money::OrderFields::SHAPE, order);
                    let order = Order::from_fields(order.into()).expect("an order");
                    let settled = match &gateway {
                        Gateway::Egw(egw) if example.signed => {
                            egw.verify_callback(example.body.as_bytes()).and_then(|signed| signed.settle(&order))
                        }
                        _ => reply.settle(&order),
                    };
                    let settled = settled.unwrap_or_else(|error| panic!("{name}: {error}"));
                    settled.outcome().kind().clone_into(&mut example.prints);
                    return;
                }
                reply.record().clone()
            }
            Of::Reader(reader) => reader.read(example.body.as_bytes()).expect("a message"),
            Of::Tool(tool) => {
                let output = tool.run(Some(&gateway), input(tool.input), Some(&stamp));
                output.unwrap_or_else(|error| panic!("{name}: {error}"))
            }
        };
        let line = |record: &Record| {
            let values = example.shows.iter().map(|name| shown(record.value(name)));
            values.collect::<Vec<_>>().join(" ")
        };
        let lines: Vec<String> = match &example.each {
            Some(list) => output.records(list).iter().map(line).collect(),
            None => vec![line(&output)],
        };
        example.prints = lines.join("\n");
    }

    /// What an authorization's callback says, as `test_callback` takes it.
    pub fn held(&self) -> Vec<(String, Value)> {
        map(get(&self.0, "held"))
    }

    /// The input with `$held`, an authorization that was proven, in its place.
    pub fn resolved(&self, input: &[(String, Value)]) -> Vec<(String, Value)> {
        let each = input.iter().map(|(name, value)| {
            let value = if value.as_text() == Some("$held") { self.proof() } else { value.clone() };
            (name.clone(), value)
        });
        each.collect()
    }

    /// A signed message about the example's authorization, with these changes.
    pub fn callback(&self, changes: &[(String, Value)]) -> String {
        let tool = qantara::registry::find_tool(GatewayKind::Egw, "test_callback").expect("test_callback");
        let mut given = self.held();
        given.retain(|(name, _)| !changes.iter().any(|(changed, _)| changed == name));
        given.extend_from_slice(changes);
        let message = tool.run(Some(&self.gateway(GatewayKind::Egw)), record(tool.input, &given), None);
        message.expect("a callback").text("body").expect("a body").to_owned()
    }

    /// The proof of the example's authorization.
    fn proof(&self) -> Value {
        let gateway = self.gateway(GatewayKind::Egw);
        let body = self.callback(&[]);
        let Gateway::Egw(egw) = gateway else { panic!("an e-Commerce Gateway") };
        let signed = egw.verify_callback(body.as_bytes()).expect("it verifies");
        let order = Order::new("000417", "25000", "IQD").expect("an order");
        match signed.settle(&order) {
            Ok(qantara::Settlement::Held(held)) => Value::from(&held),
            other => panic!("it is held, not {other:?}"),
        }
    }
}

/// A record of what is given under the table's names.
pub fn record(shape: &'static qantara::record::Shape, given: &[(String, Value)]) -> Record {
    Record::from_named(shape, Names::Snake, given.to_vec()).unwrap_or_else(|error| panic!("{}: {error}", shape.name))
}

fn shown(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::Text(text) => text.clone(),
        value => json::to_text(value),
    }
}

/// What stands under a name, if anything.
pub fn get(map: &[(String, Value)], name: &str) -> Value {
    map.iter().find(|(key, _)| key == name).map_or(Value::Null, |(_, value)| value.clone())
}

/// The names and values of a map, none of anything else.
pub fn map(value: Value) -> Vec<(String, Value)> {
    match value {
        Value::Map(map) => map,
        _ => Vec::new(),
    }
}
