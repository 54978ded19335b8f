//! The PHP face: a stub with the documentation, and the same classes as tables for the extension.

use qantara::egw::Callback;
use qantara::mac::MacConfiguration;
use qantara::money::OrderFields;
use qantara::paylink::{AnswerFields, Decision};
use qantara::record::{Field, Kind, Names, Shape};
use qantara::registry::{OPERATIONS, READERS};
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
    spelled(doc.iter().map(|line| line.trim()).collect::<Vec<_>>().join(" ").trim())
}

fn lines(doc: &[&str]) -> Vec<String> {
    doc.iter().map(|line| spelled(line.trim())).collect()
}

/// Names of fields and operations as PHP spells them; the gateways' own words stay as they are.
fn spelled(text: &str) -> String {
    let shapes = tables::inputs().into_iter().chain(tables::outputs());
    let mut names: Vec<&str> = shapes.flat_map(|shape| shape.fields).map(|field| field.name).collect();
    names.extend(OPERATIONS.iter().map(|operation| operation.name));
    let parts = text.split('`').enumerate();
    let spelled =
        parts.map(|(i, part)| if i % 2 == 1 && names.contains(&part) { camel(part) } else { part.to_owned() });
    spelled.collect::<Vec<_>>().join("`")
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
    }
}

/// What a field of a result holds. Only what a reply cannot be without has a certain type.
fn shown(field: &Field) -> (Vec<&'static str>, String) {
    let closed = field.need && matches!(field.kind, Kind::Text(_) | Kind::Amount | Kind::Choice(_));
    let plain = match field.kind {
        Kind::Text(_) | Kind::Amount => "string".to_owned(),
        Kind::Choice(choice) if choice.name == "OutcomeKind" => given(field).1,
        // A word nobody knew when this was written is kept as it came.
        Kind::Choice(_) => format!("{}|string", given(field).1),
        Kind::Count(..) => "int".into(),
        Kind::Flag => "bool".into(),
        Kind::Map | Kind::Texts | Kind::TextOrMap | Kind::Any => "mixed".into(),
    };
    let mask = if closed { vec!["STRING"] } else { vec!["ANY"] };
    (mask, if field.need || plain == "mixed" { plain } else { format!("{plain}|null") })
}

fn slot(field: &Field) -> Slot {
    let (mut mask, doc_type) = given(field);
    mask.push("NULL");
    let doc = format!("{}{}", if field.need { "Required. " } else { "" }, text(field.doc));
    let secret = field.secret || matches!(field.kind, Kind::Map);
    Slot { name: camel(field.name), mask, doc_type: format!("{doc_type}|null"), doc, default: Some("null"), secret }
}

fn own(name: &str, mask: &[&'static str], doc_type: &str, default: Option<&'static str>, doc: &str) -> Slot {
    let (name, doc_type) = (name.to_owned(), doc_type.to_owned());
    Slot { name, mask: mask.to_vec(), doc_type, doc: doc.to_owned(), default, secret: false }
}

fn hidden(mut slot: Slot) -> Slot {
    slot.secret = true;
    slot
}

/// A record as parameters; the first takes an array of all of them as well.
fn slots(shape: &Shape, more: Vec<Slot>) -> Vec<Slot> {
    let mut slots: Vec<Slot> = shape.fields.iter().map(slot).chain(more).collect();
    let keys: Vec<String> = shape
        .fields
        .iter()
        .map(|field| format!("{}{}: {}", camel(field.name), if field.need { "" } else { "?" }, given(field).1))
        .collect();
    if let Some(first) = slots.first_mut() {
        first.mask.push("ARRAY");
        first.doc_type = format!("{}|array{{{}}}", first.doc_type, keys.join(", "));
        first.doc.push_str(" Or all fields as one array.");
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
    MismatchError if it is not your order's, or success of an unknown kind.";
const OF_PAID: &str = "The short form of settle(): the outcome if it is paid, else an error that says what it is.";

fn settling() -> Vec<Method> {
    [("settle", OF_ORDER), ("expectPaid", OF_PAID)]
        .map(|(name, doc)| method(name, "settle", slots(OrderFields::SHAPE, vec![]), "Outcome", doc))
        .into()
}

fn private_constructor() -> Method {
    method("__construct", "refuse", vec![], "", "Only the gateways make it.")
}

fn properties(shape: &Shape) -> Vec<Slot> {
    let property = |field: &Field| {
        let (mask, doc_type) = shown(field);
        let secret = field.secret || matches!(field.kind, Kind::Map);
        Slot { name: camel(field.name), mask, doc_type, doc: text(field.doc), default: None, secret }
    };
    shape.fields.iter().map(property).collect()
}

/// A record that a gateway sent.
fn message(shape: &Shape, name: &str, kind: &'static str, doc: &[&str], settles: bool) -> Class {
    let mut properties = properties(shape);
    let extra = "What the gateway sent beyond these fields, under its own names.";
    properties.push(hidden(own("extra", &["ARRAY"], "array<string, mixed>", None, extra)));
    let mut methods = vec![private_constructor()];
    if settles {
        methods.extend(settling());
    }
    Class { name: name.to_owned(), kind, gateway: "", doc: lines(doc), methods, properties }
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
        let stamp: Vec<String> =
            StampFields::SHAPE.fields.iter().map(|field| format!("{}: string", camel(field.name))).collect();
        let stamp = format!("array{{{}}}|null", stamp.join(", "));
        let doc = "A time stamp and nonce of your own making; left out, they are made for you.";
        let stamped = operation.stamped().then(|| own("stamp", &["ARRAY", "NULL"], &stamp, Some("null"), doc));
        let slots = slots(operation.input, stamped.into_iter().collect());
        let mut one = method(&camel(operation.name), "operation", slots, "Call", "");
        one.doc =
            lines(operation.doc).into_iter().chain([String::new(), format!("@link {}", operation.page)]).collect();
        one.doc_returns = format!("Call<{}>", operation.output.name);
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
    Class { name: name.to_owned(), kind: "GATEWAY", gateway: kind.name(), doc, methods, properties: vec![] }
}

fn call() -> Class {
    let maybe = |name, doc| own(name, &["STRING", "NULL"], "string|null", None, doc);
    let properties = vec![
        own("operation", &["STRING"], "string", None, "The operation's name."),
        own("method", &["STRING"], "string", None, "`GET` or `POST`."),
        own("url", &["STRING"], "string", None, "The absolute URL."),
        hidden(own("body", &["STRING"], "string", None, "The body; empty if there is none.")),
        own("retry", &["STRING"], "'safe'|'look_up_first'", None, "The verdict if no answer came back."),
        maybe("lookUp", "What to look up with before repeating."),
        own("expires", &["LONG", "NULL"], "int|null", None, "When signed bytes go stale, in Unix seconds."),
        hidden(maybe("macSource", "The very text the MAC covers, for comparing notes with your bank.")),
        maybe("mac", "The MAC, as sent."),
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
        Class { name: "Step".into(), kind: "STEP", gateway: "", doc, methods: vec![private_constructor()], properties },
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
    Class { name: "Mac".into(), kind: "LOW_LEVEL_MAC", gateway: "", doc, methods, properties: vec![] }
}

fn classes() -> Vec<Class> {
    let mut classes: Vec<Class> = GatewayKind::ALL.into_iter().map(gateway).collect();
    classes.extend([mac(), call()]);
    for shape in tables::outputs().into_iter().filter(|shape| shape.name != Outcome::SHAPE.name) {
        if classes.iter().all(|class| class.name != shape.name) {
            let mut made_by = OPERATIONS.iter().filter(|operation| operation.output.name == shape.name).peekable();
            let kind = if made_by.peek().is_some() { "MESSAGE" } else { "RECORD" };
            let settles = made_by.any(|operation| operation.settles());
            classes.push(message(shape, shape.name, kind, shape.doc, settles));
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
        kind: "RECORD",
        gateway: "",
        doc: lines(Outcome::SHAPE.doc),
        methods: vec![private_constructor()],
        properties: properties(Outcome::SHAPE),
    });
    classes.extend(acknowledgment());
    classes
}
