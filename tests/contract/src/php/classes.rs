//! Each class of the face, with its methods and properties.

use qantara::egw::Callback;
use qantara::mac::MacConfiguration;
use qantara::money::OrderFields;
use qantara::paylink::{AnswerFields, Decision};
use qantara::record::{Field, Kind, Shape};
use qantara::registry::{OPERATIONS, READERS, TOOLS};
use qantara::{GatewayKind, Outcome, StampFields};

use super::types::{hides, is_hint, plain, reply_name, shown, taken};
use super::{Class, Method, Slot, camel, hidden, lines, method, own, slots, text};
use crate::tables;

/// All of them.
pub(super) fn classes() -> Vec<Class> {
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
