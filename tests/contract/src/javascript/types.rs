//! `index.d.ts`: everything an editor completes and a compiler checks.

use std::fmt::Write;

use qantara::call::Operation;
use qantara::record::{Field, Kind, Shape};
use qantara::registry::{OPERATIONS, READERS, TOOLS};
use qantara::{GatewayKind, Outcome};

use super::{
    HEAD, KEEPERS, RANGES, called, camel, codes, error_class, filled_in, is_message, needs_nothing, quoted, special,
};
use crate::tables;

/// Outcomes that are proofs.
const PROOFS: [&str; 3] = ["paid", "held", "reversed"];

/// What a message on the way in may be.
const MESSAGE: &str = "string | Uint8Array | ArrayBuffer";

const COMMON: &str = include_str!("common.d.ts");

pub(super) fn types() -> String {
    let mut out = format!("{HEAD}\n{COMMON}");
    for choice in tables::choices() {
        let options: Vec<String> = choice.options.iter().map(|option| quoted(option.0)).collect();
        doc(&mut out, "", choice.doc, &[]);
        let _ = writeln!(out, "export type {} = {};\n", choice.name, options.join(" | "));
    }
    for shape in tables::unique(tables::inputs()) {
        input(&mut out, shape);
    }
    for shape in tables::unique(tables::outputs()) {
        if shape.name != Outcome::SHAPE.name {
            output(&mut out, shape);
        }
    }
    let mut replies: Vec<String> = Vec::new();
    for reply in OPERATIONS.iter().map(|operation| reply(operation)) {
        if !replies.contains(&reply) {
            replies.push(reply);
        }
    }
    let _ = writeln!(out, "/** Any reply. */\nexport type Reply =\n  | {};\n", parenthesized(replies).join("\n  | "));
    outcome(&mut out);
    for (kind, class) in KEEPERS {
        gateway(&mut out, kind, class);
    }
    errors(&mut out);
    out
}

/// The name a user sees of what he gives: an `OrderFields` is an `Order` here, for there is no other. What is also
/// given to him bears two names, for he may write more than he reads: a number for an amount, null for nothing.
fn name(shape: &Shape) -> String {
    let name = shape.name.strip_suffix("Fields").unwrap_or(shape.name);
    match name {
        "Outcome" => String::from("StoredOutcome"),
        _ if tables::outputs().iter().any(|output| output.name == name) => format!("{name}Input"),
        _ => String::from(name),
    }
}

/// Documentation in JavaScript's spelling: names of ours in backticks are spelled as here.
fn doc(out: &mut String, indent: &str, lines: &[&str], tags: &[String]) {
    let text: Vec<String> =
        lines.iter().map(|line| tables::camel_names(line.trim())).chain(tags.iter().cloned()).collect();
    match text.as_slice() {
        [] => {}
        [line] => {
            let _ = writeln!(out, "{indent}/** {line} */");
        }
        lines => {
            let _ = writeln!(out, "{indent}/**");
            for line in lines {
                let _ = writeln!(out, "{}", format!("{indent} * {line}").trim_end());
            }
            let _ = writeln!(out, "{indent} */");
        }
    }
}

/// Fields of a record the caller gives.
fn input(out: &mut String, shape: &Shape) {
    if shape.name == Outcome::SHAPE.name {
        doc(out, "", &["An outcome, as it came or as you stored it."], &[]);
    } else {
        doc(out, "", shape.doc, &[]);
    }
    let _ = writeln!(out, "export interface {} {{", name(shape));
    // A profile is the same data in all languages, so its names are, too.
    let is_profile = name(shape) == "Profile";
    for field in shape.fields {
        let tags = if filled_in(field) { vec![String::from("Left out, it is filled in for you.")] } else { Vec::new() };
        doc(out, "  ", field.doc, &tags);
        let kind = match &field.kind {
            Kind::Text(bounds) if is_message(*bounds) => String::from(MESSAGE),
            Kind::Text(_) => String::from("string"),
            Kind::Amount => String::from("AmountInput"),
            Kind::Count(..) => String::from("number"),
            Kind::Flag => String::from("boolean"),
            Kind::Choice(choice) => String::from(choice.name),
            Kind::Map => String::from("Data"),
            Kind::Texts => String::from("readonly string[]"),
            Kind::TextOrMap => String::from("Preset | Profile"),
            Kind::Record(inner) if inner.name == Outcome::SHAPE.name => String::from("Outcome | StoredOutcome"),
            Kind::Record(inner) => name(inner),
            Kind::Records(inner) => format!("readonly {}[]", name(inner)),
            Kind::Any => String::from("Json"),
        };
        let kind = if is_profile && field.name == "preset" { String::from("Preset") } else { kind };
        let spelled = if is_profile { String::from(field.name) } else { camel(field.name) };
        let mark = if field.need && !filled_in(field) { "" } else { "?" };
        let or = if mark.is_empty() { "" } else { " | null | undefined" };
        let _ = writeln!(out, "  readonly {spelled}{mark}: {kind}{or};");
    }
    out.push_str("}\n\n");
}

fn read_type(field: &Field) -> String {
    match &field.kind {
        Kind::Text(_) | Kind::Amount => String::from("string"),
        Kind::Choice(choice) => format!("Known<{}>", choice.name),
        Kind::Count(..) => String::from("number"),
        Kind::Flag => String::from("boolean"),
        Kind::Texts => String::from("readonly string[]"),
        Kind::Record(inner) => String::from(inner.name),
        Kind::Records(inner) => format!("readonly {}[]", inner.name),
        Kind::Map | Kind::TextOrMap | Kind::Any => String::from("Json"),
    }
}

fn read_fields(out: &mut String, shape: &Shape, except: &[&str]) {
    for field in shape.fields.iter().filter(|field| !except.contains(&field.name)) {
        let tags =
            if field.secret { vec![String::from("Masked where the record is printed or logged.")] } else { Vec::new() };
        doc(out, "  ", field.doc, &tags);
        let mark = if field.need { "" } else { "?" };
        let _ = writeln!(out, "  readonly {}{mark}: {};", camel(field.name), read_type(field));
    }
}

/// The operations whose replies are such records.
fn made_by(shape: &Shape) -> impl Iterator<Item = &'static &'static Operation> {
    OPERATIONS.iter().filter(move |operation| operation.output.name == shape.name)
}

/// Whether every reply of this shape can prove something; else only those of the operations that say so.
fn always_settles(shape: &Shape) -> bool {
    made_by(shape).next().is_some() && made_by(shape).all(|operation| operation.settles())
}

/// What a call's reply is.
fn reply(operation: &Operation) -> String {
    let settles = operation.settles() && !always_settles(operation.output);
    format!("{}{}", operation.output.name, if settles { " & Settles" } else { "" })
}

fn parenthesized(types: Vec<String>) -> Vec<String> {
    types.into_iter().map(|each| if each.contains('&') { format!("({each})") } else { each }).collect()
}

/// Fields of a record the caller gets.
fn output(out: &mut String, shape: &Shape) {
    doc(out, "", shape.doc, &[]);
    let read = OPERATIONS.iter().map(|operation| operation.output).chain(READERS.iter().map(|reader| reader.output));
    let mut read = read.flat_map(|shape| std::iter::once(shape).chain(tables::nested(shape)));
    let extends = match (always_settles(shape), read.any(|read| read.name == shape.name)) {
        (true, _) => " extends Message, Settles",
        (false, true) => " extends Message",
        (false, false) => "",
    };
    let _ = writeln!(out, "export interface {}{extends} {{", shape.name);
    read_fields(out, shape, &[]);
    out.push_str("}\n\n");
    if shape.name == "Callback" {
        out.push_str(
            "/** A callback whose MAC verified: it shows only the fields the MAC covers. */\n\
             export interface SignedCallback extends Callback, Settles {\n  \
             /** Unique for this message: gateway, environment, merchant, ORDER, TRTYPE, RRN and what it reports. */\n  \
             readonly replayKey: string;\n}\n\n",
        );
    }
}

/// The union a `switch` is checked against.
fn outcome(out: &mut String) {
    let shape = Outcome::SHAPE;
    out.push_str("/** What all outcomes say. */\nexport interface OutcomeFields {\n");
    read_fields(out, shape, &["kind", "replay_key"]);
    out.push_str("}\n\ndeclare const proof: unique symbol;\n\n");
    let kinds: Vec<&str> = shape
        .fields
        .iter()
        .filter_map(|field| match &field.kind {
            Kind::Choice(choice) if field.name == "kind" => Some(choice.options.iter().map(|option| option.0)),
            _ => None,
        })
        .flatten()
        .collect();
    let class = |kind: &str| {
        let (first, rest) = kind.split_at(1);
        format!("{}{rest}", first.to_uppercase())
    };
    let says = |kind: &str| match kind {
        "paid" => "Proof that the customer paid this order. Nothing but a matched, authenticated reply makes one.",
        "held" => "Proof that the amount is authorized and held, not taken.",
        "reversed" => "Proof that the payment was reversed.",
        "failed" => "The attempt failed. A later proof of payment is still possible.",
        _ => "Nothing is decided, or the gateway does not know: ask again.",
    };
    for kind in &kinds {
        let _ = writeln!(out, "/** {} */", says(kind));
        let _ = writeln!(out, "export interface {} extends OutcomeFields {{", class(kind));
        let _ = writeln!(out, "  readonly kind: {};", quoted(kind));
        if PROOFS.contains(kind) {
            let key = shape.fields.iter().find(|field| field.name == "replay_key");
            doc(out, "  ", key.map_or(&[], |field| field.doc), &[]);
            let _ = writeln!(out, "  readonly replayKey: string;\n  readonly [proof]: {};", quoted(kind));
        } else {
            out.push_str("  readonly replayKey?: undefined;\n");
        }
        out.push_str("}\n\n");
    }
    doc(out, "", shape.doc, &[]);
    let union: Vec<String> = kinds.iter().map(|kind| class(kind)).collect();
    let _ = writeln!(out, "export type Outcome = {};\n", union.join(" | "));
}

fn gateway(out: &mut String, kind: GatewayKind, class: &str) {
    let shape = kind.configuration();
    let says = match kind {
        GatewayKind::AlQaseh => "Al Qaseh Payment API 2.0.",
        GatewayKind::Egw => "Al Qaseh 1.0: the e-Commerce Gateway, signed with P_SIGN.",
        GatewayKind::Paylink => "Paylink: invoices, and Post Payment Acknowledgment.",
    };
    let _ = writeln!(
        out,
        "/**\n * {says}\n *\n * Making one is cheap and leaves nothing behind: one per request is fine.\n */"
    );
    let _ = writeln!(out, "export declare class {class} {{");
    out.push_str("  /** @throws {ValidationError} with every fault of the configuration at once */\n");
    let _ = writeln!(out, "  constructor(configuration: {} & BrowserOption);\n", shape.name);
    for operation in OPERATIONS.iter().filter(|operation| operation.gateway() == kind && called(operation.name)) {
        let tags = [
            String::new(),
            String::from("@throws {ValidationError} with every fault of the input at once"),
            format!("@see {}", operation.page),
        ];
        doc(out, "  ", operation.doc, &tags);
        let options = if operation.stamped() { ", options?: StampOption" } else { "" };
        let (takes, gives) = (name(operation.input), reply(operation));
        let mark = if needs_nothing(operation.input) { "?" } else { "" };
        let _ = writeln!(out, "  {}(input{mark}: {takes}{options}): Call<{gives}>;\n", camel(operation.name));
    }
    for tool in TOOLS.iter().filter(|tool| tool.gateway == kind) {
        let mut tags =
            vec![String::new(), String::from("@throws {ValidationError} with every fault of the input at once")];
        if tool.input.fields.iter().any(|field| special(field) == Some("bytes")) {
            tags.push(String::from("@throws {SignatureError} if what stands for genuineness is missing or wrong"));
            tags.push(String::from("@throws {ReplyError} if the message can't be read"));
        }
        tags.push(format!("@see {}", tool.page));
        doc(out, "  ", tool.doc, &tags);
        let modifier = if tool.stands_alone() { "static " } else { "" };
        let options = if tool.stamped() { ", options?: StampOption" } else { "" };
        let (takes, gives) = (name(tool.input), tool.output.name);
        let mark = if needs_nothing(tool.input) { "?" } else { "" };
        let _ = writeln!(out, "  {modifier}{}(input{mark}: {takes}{options}): {gives};\n", camel(tool.name));
    }
    match kind {
        GatewayKind::Egw => out.push_str(
            "  /**\n   * Reads a callback and verifies its MAC with your key and the profile's reply order.\n   *\n   \
             * @throws {SignatureError} if it does not verify: then it is unverified, not declined\n   \
             * @throws {ReplyError} if it can't be read\n   */\n  \
             verifyCallback(message: string | Uint8Array | ArrayBuffer): SignedCallback;\n\n",
        ),
        GatewayKind::Paylink => out.push_str(
            "  /**\n   * Makes the record of a decision. If you have decided this transaction before, give that \
             record: it is\n   * returned as it is. `now` is filled in for you.\n   *\n   \
             * @throws {MismatchError} `ack.flip` if the earlier record says the opposite\n   */\n  \
             decide(decision: Decision, earlier?: Delivery | null): Delivery;\n\n  \
             /** Starts a delivery, or goes on after a restart, from the stored record. */\n  \
             acknowledgment(saved: Delivery): Acknowledgment;\n\n",
        ),
        GatewayKind::AlQaseh => {}
    }
    for reader in READERS.iter().filter(|reader| reader.gateway == kind) {
        let tags =
            [String::new(), String::from("@throws {ReplyError} if it can't be read"), format!("@see {}", reader.page)];
        doc(out, "  ", reader.doc, &tags);
        let _ = writeln!(out, "  static {}(message: {MESSAGE}): {};\n", camel(reader.name), reader.output.name);
    }
    out.truncate(out.trim_end().len());
    out.push_str("\n}\n\n");
}

fn errors(out: &mut String) {
    let _ = writeln!(out, "/** Stable codes; new ones may be added. What they say is in docs/errors.md. */");
    let _ = writeln!(out, "export type ErrorCode ={};\n", codes());
    for range in RANGES {
        let class = error_class(range);
        let says = match range.name() {
            "validation" => "1xxx: what you gave is not valid. Nothing was sent.",
            "signature" => {
                "2xxx: a MAC is missing, malformed or does not verify. The message proves nothing: look the payment up."
            }
            "reply" => "3xxx: the reply can't be read. What happened is unknown unless `retry` says otherwise.",
            "mismatch" => {
                "4xxx: the message is genuine but not what you expected: another order, amount, currency or kind."
            }
            _ => "5xxx: the gateway answered with an error.",
        };
        let _ = writeln!(
            out,
            "/** {says} */\nexport declare class {class} extends QantaraError {{\n  readonly name: {};\n}}\n",
            quoted(&class)
        );
    }
    out.truncate(out.trim_end().len());
    out.push('\n');
}
