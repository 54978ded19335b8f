//! The names a C program uses, as constants with their documentation: spelt wrong, they do not compile.

use std::collections::BTreeSet;
use std::fmt::Write;

use qantara::GatewayKind;
use qantara::error::Code;
use qantara::record::{Field, Kind, Shape};
use qantara::registry::{OPERATIONS, READERS, TOOLS};

use crate::{File, tables};

/// The files of this face.
pub fn files() -> Vec<File> {
    vec![File { path: "bindings-c/include/qantara_names.h".into(), text: names() }]
}

const HEAD: &str = "\
/* The names of gateways, operations, fields and words, and the numbers of errors.
 *
 * Generated from the core's tables by `cargo run -p qantara-contract`; do not edit.
 *
 * All are literals: QANTARA_STR(QANTARA_FIELD_AMOUNT) is a qantara_text, and functions that take a C string take them
 * as they are. Where several gateways have a name, it is one constant.
 */
#ifndef QANTARA_NAMES_H
#define QANTARA_NAMES_H
";

/// `create_payment` or `HMAC-SHA1` as part of a constant.
fn upper(name: &str) -> String {
    name.chars().map(|c| if c.is_ascii_alphanumeric() { c.to_ascii_uppercase() } else { '_' }).collect()
}

/// `CreatePayment` as part of a constant.
fn words(name: &str) -> String {
    let mut out = String::new();
    for (i, c) in name.chars().enumerate() {
        if c.is_ascii_uppercase() && i > 0 {
            out.push('_');
        }
        out.push(c.to_ascii_uppercase());
    }
    out
}

fn line(doc: &[&str]) -> String {
    doc.iter()
        .map(|line| line.trim())
        .take_while(|line| !line.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
        .replace("*/", "* /")
}

fn define(out: &mut String, name: &str, text: &str) {
    let _ = writeln!(out, "#define QANTARA_{name} \"{text}\"");
}

fn kind(field: &Field) -> String {
    match field.kind {
        Kind::Text(_) => "text".into(),
        Kind::Amount => "amount as text".into(),
        Kind::Count(..) => "number".into(),
        Kind::Flag => "flag".into(),
        Kind::Choice(choice) => choice.options.iter().map(|option| option.0).collect::<Vec<_>>().join(" | "),
        Kind::Map => "map (JSON)".into(),
        Kind::Texts => "list of texts (JSON)".into(),
        Kind::TextOrMap => "text or map (JSON)".into(),
        Kind::Record(shape) => format!("{} (JSON)", shape.name),
        Kind::Records(shape) => format!("list of {} (JSON)", shape.name),
        Kind::Any => "whatever the gateway sent".into(),
    }
}

/// A record as a comment: what it takes or holds.
fn record(out: &mut String, shape: &Shape) {
    let _ = writeln!(out, "\n/* {}: {}", shape.name, line(shape.doc));
    for field in shape.fields {
        let need = if field.need { ", required" } else { "" };
        let secret = if field.secret { ", secret" } else { "" };
        let _ = writeln!(out, " *   {} ({}{need}{secret}): {}", field.name, kind(field), line(field.doc));
    }
    out.push_str(" */\n");
}

/// An operation, reader or tool.
struct Named {
    gateway: GatewayKind,
    name: &'static str,
    about: String,
}

/// A constant per name, and all of them as a list that a program can walk.
fn group(out: &mut String, title: &str, prefix: &str, all: &[Named]) {
    let _ = writeln!(out, "\n/* {title} */");
    let mut told = BTreeSet::new();
    for named in all.iter().filter(|named| told.insert(named.name)) {
        for same in all.iter().filter(|same| same.name == named.name) {
            let _ = writeln!(out, "/* {}: {} */", same.gateway.name(), same.about);
        }
        define(out, &format!("{prefix}_{}", upper(named.name)), named.name);
    }
    let _ = write!(out, "/* All of them: ONE(gateway, name) for each. */\n#define QANTARA_EACH_{prefix}(ONE)");
    for named in all {
        let _ = write!(out, " \\\n    ONE(\"{}\", \"{}\")", named.gateway.name(), named.name);
    }
    out.push('\n');
}

fn names() -> String {
    let mut out = HEAD.to_owned();
    out.push_str("\n/* Gateways. */\n");
    for kind in GatewayKind::ALL {
        define(&mut out, &format!("GATEWAY_{}", upper(kind.name())), kind.name());
    }
    // An acknowledgment is driven by its delivery.
    let operations = OPERATIONS.iter().filter(|operation| operation.name != "acknowledge").map(|operation| Named {
        gateway: operation.gateway(),
        name: operation.name,
        about: format!("takes {}, replies {}. {}", operation.input.name, operation.output.name, line(operation.doc)),
    });
    group(&mut out, "Operations, for qantara_call_new.", "OPERATION", &operations.collect::<Vec<_>>());
    let readers = READERS.iter().map(|reader| Named {
        gateway: reader.gateway,
        name: reader.name,
        about: format!("gives {}. {}", reader.output.name, line(reader.doc)),
    });
    group(&mut out, "Readers, for qantara_read.", "READER", &readers.collect::<Vec<_>>());
    let tools = TOOLS.iter().map(|tool| {
        let alone = if tool.stands_alone() { ", needs no gateway" } else { "" };
        let about = format!("takes {}, gives {}{alone}. {}", tool.input.name, tool.output.name, line(tool.doc));
        Named { gateway: tool.gateway, name: tool.name, about }
    });
    let title = "Tools, for qantara_tool, or where they need no gateway for qantara_tool_alone.";
    group(&mut out, title, "TOOL", &tools.collect::<Vec<_>>());
    let shapes = tables::unique(tables::inputs().into_iter().chain(tables::outputs()).collect());
    shapes.iter().for_each(|shape| record(&mut out, shape));
    out.push_str("\n/* Fields. */\n");
    let fields: BTreeSet<&str> = shapes.iter().flat_map(|shape| shape.fields).map(|field| field.name).collect();
    for name in fields.into_iter().chain(["extra"]) {
        define(&mut out, &format!("FIELD_{}", upper(name)), name);
    }
    for choice in tables::choices() {
        let _ = writeln!(out, "\n/* {} */", line(choice.doc));
        for (name, _) in choice.options {
            define(&mut out, &format!("{}_{}", words(choice.name), upper(name)), name);
        }
    }
    out.push_str("\n/* Errors: the field `number`. */\n");
    for code in Code::ALL {
        let _ = writeln!(out, "#define QANTARA_CODE_{} {}", upper(code.text()), code.number());
    }
    out.push_str("\n#endif\n");
    out
}
