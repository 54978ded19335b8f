//! The PHP face: a stub with the documentation, and the same classes as tables for the extension.

use qantara::egw::Callback;
use qantara::mac::MacConfiguration;
use qantara::money::OrderFields;
use qantara::paylink::{AnswerFields, Decision};
use qantara::record::{Alphabet, Field, Kind, Names, Shape};
use qantara::registry::{OPERATIONS, READERS, TOOLS};
use qantara::{GatewayKind, Outcome, StampFields};

use crate::{File, tables};

mod writing;

/// The files of this face.
pub fn files() -> Vec<File> {
    let classes = classes();
    let path = |name: &str| format!("bindings-c/php/{name}");
    vec![
        File { path: path("qantara.stub.php"), text: writing::stub(&classes) },
        File { path: path("faces.h"), text: writing::faces(&classes) },
    ]
}

const NOTE: &str = "Generated from the core's tables by `cargo run -p qantara-contract`. Do not edit.";

/// A parameter or property: its type as the engine and as a reader of the documentation sees it.
struct Slot {
    name: String,
    /// `MAY_BE_…` without the prefix.
    mask: Vec<&'static str>,
    /// The record that it holds, or each in its list.
    class: Option<&'static str>,
    many: bool,
    doc_type: String,
    doc: String,
    default: Option<&'static str>,
    secret: bool,
}

struct Method {
    name: String,
    /// The C function that serves it.
    handler: &'static str,
    is_static: bool,
    slots: Vec<Slot>,
    /// A class, or `IS_…` without the prefix, or empty.
    returns: &'static str,
    doc_returns: String,
    doc: Vec<String>,
}

struct Class {
    name: String,
    /// The record that it shows; empty if it is none.
    shape: &'static str,
    kind: &'static str,
    gateway: &'static str,
    doc: Vec<String>,
    methods: Vec<Method>,
    properties: Vec<Slot>,
}

fn camel(name: &str) -> String {
    Names::Camel.spell(name)
}

fn text(doc: &[&str]) -> String {
    tables::camel_names(doc.iter().map(|line| line.trim()).collect::<Vec<_>>().join(" ").trim())
}

fn lines(doc: &[&str]) -> Vec<String> {
    doc.iter().map(|line| tables::camel_names(line.trim())).collect()
}

/// What a field takes.
fn given(field: &Field) -> (Vec<&'static str>, String) {
    let plain = |mask: &[&'static str], doc: &str| (mask.to_vec(), doc.to_owned());
    match field.kind {
        Kind::Text(_) => plain(&["STRING"], "string"),
        Kind::Amount => plain(&["STRING", "LONG"], "string|int"),
        Kind::Count(..) => plain(&["LONG"], "int"),
        Kind::Flag => plain(&["BOOL"], "bool"),
        Kind::Choice(choice) => {
            let options: Vec<String> = choice.options.iter().map(|option| format!("'{}'", option.0)).collect();
            (vec!["STRING"], options.join("|"))
        }
        Kind::Texts => plain(&["ARRAY"], "list<string>"),
        Kind::TextOrMap => plain(&["STRING", "ARRAY"], "string|array<string, mixed>"),
        Kind::Map | Kind::Any => plain(&["ARRAY"], "array<string, mixed>"),
        Kind::Record(shape) if class_of(shape).is_some() => (vec!["ARRAY"], format!("{}|{}", shape.name, taken(shape))),
        Kind::Record(shape) => (vec!["ARRAY"], taken(shape)),
        Kind::Records(shape) => (vec!["ARRAY"], format!("list<{}>", taken(shape))),
    }
}

/// A record as an array that is given.
fn taken(shape: &Shape) -> String {
    entries(shape, "", |field| (field.need && field.name != NOW, given(field).1))
}

/// A record as an array that comes out.
fn plain(shape: &Shape) -> String {
    let extra = if shape.name == Outcome::SHAPE.name { "" } else { ", extra?: array<string, mixed>" };
    entries(shape, extra, |field| {
        let doc = match field.kind {
            Kind::Record(inner) => plain(inner),
            Kind::Records(inner) => format!("list<{}>", plain(inner)),
            _ => shown(field).1,
        };
        (field.need, doc.trim_end_matches("|null").to_owned())
    })
}

fn entries(shape: &Shape, extra: &str, entry: impl Fn(&Field) -> (bool, String)) -> String {
    let entries = shape.fields.iter().map(|field| {
        let (need, doc_type) = entry(field);
        format!("{}{}: {doc_type}", camel(field.name), if need { "" } else { "?" })
    });
    format!("array{{{}{extra}}}", entries.collect::<Vec<_>>().join(", "))
}

/// The class of a record that comes out, and may go back in where such a record is taken.
fn class_of(shape: &Shape) -> Option<&'static str> {
    tables::outputs().into_iter().find(|output| output.name == shape.name).map(|output| output.name)
}

/// Whether a record comes in other ways than as a reply: as a hint, from a tool, or within another record.
fn is_hint(shape: &Shape) -> bool {
    let outputs = READERS.iter().map(|reader| reader.output).chain(TOOLS.iter().map(|tool| tool.output));
    outputs.chain(tables::outputs().into_iter().flat_map(tables::nested)).any(|hint| hint.name == shape.name)
}

/// The class of a reply. What can be settled is of another class than a hint with the same fields.
fn reply_name(shape: &Shape) -> String {
    format!("{}{}", shape.name, if is_hint(shape) { "Reply" } else { "" })
}

/// A field that the extension fills in if it is left out.
const NOW: &str = "now";

/// Whether a value may be, or hold, what stays out of dumps and traces: a map is someone's own, and raw text is a
/// whole message.
fn hides(field: &Field) -> bool {
    let inner = tables::within(&field.kind).is_some_and(|shape| shape.fields.iter().any(hides));
    let raw = matches!(field.kind, Kind::Text(bounds) if bounds.alphabet == Alphabet::Raw);
    field.secret || raw || inner || matches!(field.kind, Kind::Map)
}

/// What a field of a result holds. Only what a reply cannot be without has a certain type.
fn shown(field: &Field) -> (Vec<&'static str>, String) {
    let closed = field.need && matches!(field.kind, Kind::Text(_) | Kind::Amount | Kind::Choice(_));
    match field.kind {
        Kind::Record(shape) if field.need => return (vec!["OBJECT"], shape.name.to_owned()),
        Kind::Records(shape) if field.need => return (vec!["ARRAY"], format!("list<{}>", shape.name)),
        _ => {}
    }
    let plain = match field.kind {
        Kind::Text(_) | Kind::Amount => "string".to_owned(),
        Kind::Choice(choice) if choice.name == "OutcomeKind" => given(field).1,
        // A word nobody knew when this was written is kept as it came.
        Kind::Choice(_) => format!("{}|string", given(field).1),
        Kind::Count(..) => "int".into(),
        Kind::Flag => "bool".into(),
        Kind::Record(shape) => shape.name.to_owned(),
        Kind::Records(shape) => format!("list<{}>", shape.name),
        Kind::Texts => "list<string>".into(),
        Kind::Map => "array<string, mixed>".into(),
        Kind::TextOrMap | Kind::Any => "mixed".into(),
    };
    let mask = if closed { vec!["STRING"] } else { vec!["ANY"] };
    (mask, if field.need || plain == "mixed" { plain } else { format!("{plain}|null") })
}

fn slot(field: &Field) -> Slot {
    let (mut mask, doc_type) = given(field);
    mask.push("NULL");
    let doc = match (field.name, field.need) {
        (NOW, _) => format!("{} Left out, this machine's clock is read.", text(field.doc)),
        (_, need) => format!("{}{}", if need { "Required. " } else { "" }, text(field.doc)),
    };
    let class = if let Kind::Record(shape) = field.kind { class_of(shape) } else { None };
    mask.extend(class.map(|_| "OBJECT"));
    let (name, doc_type, secret) = (camel(field.name), format!("{doc_type}|null"), hides(field));
    Slot { name, mask, class, many: false, doc_type, doc, default: Some("null"), secret }
}

fn own(name: &str, mask: &[&'static str], doc_type: &str, default: Option<&'static str>, doc: &str) -> Slot {
    let (name, doc_type) = (name.to_owned(), doc_type.to_owned());
    Slot { name, mask: mask.to_vec(), class: None, many: false, doc_type, doc: doc.to_owned(), default, secret: false }
}

fn hidden(mut slot: Slot) -> Slot {
    slot.secret = true;
    slot
}

/// A record as parameters; the first takes an array of all of them as well.
fn slots(shape: &Shape, more: Vec<Slot>) -> Vec<Slot> {
    let mut slots: Vec<Slot> = shape.fields.iter().map(slot).chain(more).collect();
    if let Some(first) = slots.first_mut() {
        if !first.mask.contains(&"ARRAY") {
            first.mask.push("ARRAY");
        }
        first.doc_type = format!("{}|{}", first.doc_type, taken(shape));
        first.doc.push_str(" Or all fields as one array.");
        // Such an array has their secrets, too.
        first.secret |= shape.fields.iter().any(hides);
    }
    slots
}

fn method(name: &str, handler: &'static str, slots: Vec<Slot>, returns: &'static str, doc: &str) -> Method {
    Method {
        name: name.to_owned(),
        handler,
        is_static: false,
        slots,
        returns,
        doc_returns: String::new(),
        doc: vec![doc.to_owned()],
    }
}

const OF_ORDER: &str = "Matches it against your order (id, amount, currency, kind) and says what happened. Throws a \
    MismatchError if it is not your order's, or success of an unknown kind; a SignatureError if a MAC has to be \
    checked first.";
const OF_PAID: &str = "The short form of settle(): the outcome if it is paid, else an error that says what it is.";

fn settling() -> Vec<Method> {
    [("settle", OF_ORDER), ("expectPaid", OF_PAID)]
        .map(|(name, doc)| method(name, "settle", slots(OrderFields::SHAPE, vec![]), "Outcome", doc))
        .into()
}

fn private_constructor() -> Method {
    method("__construct", "refuse", vec![], "", "Only the gateways make it.")
}

fn to_array(shape: &Shape) -> Method {
    let doc = "All fields as plain data, secrets included, to be stored and not logged. Where such a record is taken, it \
        can be given back, as can the object itself.";
    let mut method = method("toArray", "to_array", vec![], "ARRAY", doc);
    method.doc_returns = plain(shape);
    method
}

fn properties(shape: &Shape) -> Vec<Slot> {
    let property = |field: &Field| {
        let (mask, doc_type) = shown(field);
        let class = tables::within(&field.kind).map(|shape| shape.name);
        // A record within is an object that hides its own.
        let secret = field.secret || (class.is_none() && hides(field));
        let many = matches!(field.kind, Kind::Records(_));
        Slot { name: camel(field.name), mask, class, many, doc_type, doc: text(field.doc), default: None, secret }
    };
    shape.fields.iter().map(property).collect()
}

/// A record that a gateway sent.
fn message(shape: &'static Shape, name: &str, kind: &'static str, doc: &[&str], settles: bool) -> Class {
    let mut properties = properties(shape);
    let extra = "What the gateway sent beyond these fields, under its own names.";
    properties.push(hidden(own("extra", &["ARRAY"], "array<string, mixed>", None, extra)));
    let mut methods = vec![private_constructor(), to_array(shape)];
    if settles {
        methods.extend(settling());
    }
    Class { name: name.to_owned(), shape: shape.name, kind, gateway: "", doc: lines(doc), methods, properties }
}

fn stamp(stamped: bool) -> Vec<Slot> {
    let doc = "A time stamp and nonce of your own making; left out, they are made for you.";
    let doc_type = format!("{}|null", taken(StampFields::SHAPE));
    stamped.then(|| own("stamp", &["ARRAY", "NULL"], &doc_type, Some("null"), doc)).into_iter().collect()
}

fn gateway(kind: GatewayKind) -> Class {
    let shape = kind.configuration();
    let name = shape.name.trim_end_matches("Configuration");
    let mut constructor = method("__construct", "construct", slots(shape, vec![]), "", "Every fault at once.");
    // An array of all fields may stand in the first place, and a mistaken order puts a secret anywhere.
    constructor.slots.iter_mut().for_each(|slot| slot.secret = true);
    let mut methods = vec![constructor];
    // An acknowledgment is driven by its delivery.
    for operation in OPERATIONS.iter().filter(|one| one.gateway() == kind && one.name != "acknowledge") {
        let slots = slots(operation.input, stamp(operation.stamped()));
        let mut one = method(&camel(operation.name), "operation", slots, "Call", "");
        one.doc =
            lines(operation.doc).into_iter().chain([String::new(), format!("@link {}", operation.page)]).collect();
        one.doc_returns = format!("Call<{}>", reply_name(operation.output));
        methods.push(one);
    }
    for reader in READERS.iter().filter(|reader| reader.gateway == kind) {
        let message =
            hidden(own("message", &["STRING"], "string", None, "The body as it came, or for a redirect its URL."));
        let mut one = method(&camel(reader.name), "read", vec![message], "", "");
        one.is_static = true;
        one.returns = reader.output.name;
        one.doc = lines(reader.doc).into_iter().chain([String::new(), format!("@link {}", reader.page)]).collect();
        methods.push(one);
    }
    for tool in TOOLS.iter().filter(|tool| tool.gateway == kind) {
        let handler = if tool.stands_alone() { "tool_alone" } else { "tool" };
        let slots = slots(tool.input, stamp(tool.stamped()));
        let mut one = method(&camel(tool.name), handler, slots, tool.output.name, "");
        one.is_static = tool.stands_alone();
        one.doc = lines(tool.doc).into_iter().chain([String::new(), format!("@link {}", tool.page)]).collect();
        methods.push(one);
    }
    match kind {
        GatewayKind::AlQaseh => {}
        GatewayKind::Egw => {
            let body = hidden(own("message", &["STRING"], "string", None, "The body as it came."));
            let doc = "Reads a callback and verifies its MAC. What comes out shows only what the MAC covers.";
            methods.push(method("verifyCallback", "verify_callback", vec![body], "SignedCallback", doc));
        }
        GatewayKind::Paylink => {
            let doc = "The record you stored when you decided this before.";
            let earlier = own("earlier", &["ARRAY", "NULL"], "array<string, mixed>|null", Some("null"), doc);
            let doc = "Decides about a payment, once. Store the record in the transaction that settles your order, \
                before the first bytes go out.";
            let mut decide = method("decide", "decide", slots(Decision::SHAPE, vec![earlier]), "ARRAY", doc);
            decide.doc_returns = "array<string, mixed>".into();
            methods.push(decide);
            let saved = own("saved", &["ARRAY"], "array<string, mixed>", None, "The record you stored.");
            let doc = "Starts the delivery of a decision, or goes on after a restart.";
            methods.push(method("acknowledgment", "acknowledgment", vec![saved], "Acknowledgment", doc));
        }
    }
    let system = match kind {
        GatewayKind::AlQaseh => "Al Qaseh Payment API 2.0",
        GatewayKind::Egw => "Al Qaseh 1.0, the e-Commerce Gateway",
        GatewayKind::Paylink => "Paylink",
    };
    let doc =
        vec![format!("{system}. It holds your credentials and prints none of them; making one per request is fine.")];
    Class { name: name.to_owned(), shape: "", kind: "GATEWAY", gateway: kind.name(), doc, methods, properties: vec![] }
}

fn call() -> Class {
    let maybe = |name, doc| own(name, &["STRING", "NULL"], "string|null", None, doc);
    let properties = vec![
        own("operation", &["STRING"], "string", None, "The operation's name."),
        own("method", &["STRING"], "string", None, "`GET` or `POST`."),
        own("url", &["STRING"], "string", None, "The absolute URL. If it ends in a token, no dump shows it."),
        own("shownUrl", &["STRING"], "string", None, "The URL for logs: without a token at its end."),
        hidden(own("body", &["STRING"], "string", None, "The body; empty if there is none.")),
        own("retry", &["STRING"], "'safe'|'look_up_first'", None, "The verdict if no answer came back."),
        maybe("lookUp", "What to look up with before repeating."),
        own("expires", &["LONG", "NULL"], "int|null", None, "When signed bytes go stale, in Unix seconds."),
        hidden(maybe("macSource", "The very text the MAC covers, for comparing notes with your bank.")),
        hidden(maybe("mac", "The MAC, as sent.")),
        own(
            "warnings",
            &["ARRAY"],
            "list<array{code: string, number: int, field: ?string, limit: ?string, message: string}>",
            None,
            "What is allowed but worth knowing.",
        ),
        hidden(own("headers", &["ARRAY"], "array<string, string>", None, "The headers by name, credentials included.")),
        hidden(own("headerLines", &["ARRAY"], "list<string>", None, "The headers as lines, for CURLOPT_HTTPHEADER.")),
        own(
            "expect",
            &["ARRAY"],
            "array<string, mixed>",
            None,
            "What the reply must be for: plain data without secrets, to be stored or queued.",
        ),
    ];
    let mut parse = method(
        "parse",
        "parse",
        reply_slots(vec![]),
        "OBJECT",
        "Reads the reply. An error says whether repeating is safe.",
    );
    parse.doc_returns = "T".into();
    let doc = [
        "A request that is ready to be sent, with any HTTP client, without following redirects.",
        "",
        "@template T of object",
    ];
    Class {
        name: "Call".into(),
        shape: "",
        kind: "CALL",
        gateway: "",
        doc: lines(&doc),
        methods: vec![private_constructor(), parse],
        properties,
    }
}

fn reply_slots(mut before: Vec<Slot>) -> Vec<Slot> {
    before.extend([
        own("status", &["LONG"], "int", None, "The HTTP status."),
        hidden(own("body", &["STRING"], "string", None, "The body as it came.")),
        own("contentType", &["STRING"], "string", Some("\"\""), "The Content-Type header, if you have it."),
    ]);
    before
}

fn acknowledgment() -> [Class; 2] {
    let now = |doc| own("now", &["LONG", "NULL"], "int|null", Some("null"), doc);
    let now_doc = "Unix seconds; left out, this machine's clock is read.";
    let step = method(
        "step",
        "step",
        vec![now(now_doc)],
        "Step",
        "What to do now. Store save() before you send and after every step.",
    );
    let heard = method(
        "heard",
        "heard",
        slots(AnswerFields::SHAPE, vec![now(now_doc)]),
        "VOID",
        "Says what came of the call; nothing at all if no answer came.",
    );
    let mut save = method("save", "save", vec![], "ARRAY", "The record to store.");
    save.doc_returns = "array<string, mixed>".into();
    let states: Vec<String> =
        qantara::paylink::DELIVERY_STATE.options.iter().map(|option| format!("'{}'", option.0)).collect();
    let state = own("state", &["STRING"], &states.join("|"), None, "How it stands.");
    let doc = "The delivery of a decision, driven by you: step(), send, heard().";
    let driver = Class {
        name: "Acknowledgment".into(),
        shape: "",
        kind: "ACKNOWLEDGMENT",
        gateway: "",
        doc: vec![doc.into()],
        methods: vec![private_constructor(), step, heard, save],
        properties: vec![state],
    };
    let properties = vec![
        own("kind", &["STRING"], "'send'|'wait'|'done'", None, "Send the call, come back later, or stop."),
        own("call", &["ANY"], "Call<Acknowledged>|null", None, "`send`: what to send."),
        own("until", &["LONG", "NULL"], "int|null", None, "`wait`: when to come back, in Unix seconds."),
    ];
    let doc = vec!["What a delivery asks of you.".into()];
    [
        driver,
        Class {
            name: "Step".into(),
            shape: "",
            kind: "STEP",
            gateway: "",
            doc,
            methods: vec![private_constructor()],
            properties,
        },
    ]
}

fn mac() -> Class {
    let fields = || own("fields", &["ARRAY"], "array<string, string|null>", None, "Values by the gateway's names.");
    let mut constructor =
        method("__construct", "construct", slots(MacConfiguration::SHAPE, vec![]), "", "Every fault at once.");
    constructor.slots.iter_mut().for_each(|slot| slot.secret = true);
    let hex = own("mac", &["STRING"], "string", None, "The MAC in hex, of either letter case.");
    let methods = vec![
        constructor,
        method("source", "source", vec![fields()], "STRING", "The text the MAC covers."),
        method("sign", "sign", vec![fields()], "STRING", "The MAC in hex."),
        method(
            "verify",
            "verify",
            vec![fields(), hex],
            "VOID",
            "Verifies in constant time; throws a SignatureError if it does not.",
        ),
    ];
    let doc = vec!["The low-level MAC: a key and the field order your bank gave you.".to_owned()];
    Class { name: "Mac".into(), shape: "", kind: "LOW_LEVEL_MAC", gateway: "", doc, methods, properties: vec![] }
}

fn classes() -> Vec<Class> {
    let mut classes: Vec<Class> = GatewayKind::ALL.into_iter().map(gateway).collect();
    classes.extend([mac(), call()]);
    for shape in tables::unique(tables::outputs()).into_iter().filter(|shape| shape.name != Outcome::SHAPE.name) {
        let mut made_by = OPERATIONS.iter().filter(|operation| operation.output.name == shape.name).peekable();
        if made_by.peek().is_some() {
            let settles = made_by.any(|operation| operation.settles());
            classes.push(message(shape, &reply_name(shape), "MESSAGE", shape.doc, settles));
        }
        if is_hint(shape) {
            classes.push(message(shape, shape.name, "HINT", shape.doc, false));
        }
    }
    let doc = ["A callback whose MAC verified: it shows only the fields the MAC covers."];
    let mut signed = message(Callback::SHAPE, "SignedCallback", "SIGNED", &doc, true);
    for property in signed.properties.iter_mut().filter(|property| property.name != "extra") {
        (property.mask, property.doc_type) =
            (vec!["ANY"], format!("{}|null", property.doc_type.trim_end_matches("|null")));
    }
    let doc = "Unique for this message: store it under a unique constraint, with its effect.";
    signed.properties.push(own("replayKey", &["STRING"], "string", None, doc));
    classes.push(signed);
    classes.push(Class {
        name: "Outcome".into(),
        shape: Outcome::SHAPE.name,
        kind: "HINT",
        gateway: "",
        doc: lines(Outcome::SHAPE.doc),
        methods: vec![private_constructor(), to_array(Outcome::SHAPE)],
        properties: properties(Outcome::SHAPE),
    });
    classes.extend(acknowledgment());
    let mut names = std::collections::BTreeSet::new();
    assert!(classes.iter().all(|class| names.insert(class.name.as_str())), "a class stands twice among {names:?}");
    classes
}
