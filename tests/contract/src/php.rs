//! The PHP face: a stub with the documentation, and the same classes as tables for the extension.

use qantara::record::{Field, Kind, Names, Shape};

use self::types::{NOW, class_of, given, hides, taken};
use crate::{File, tables};

mod classes;
mod types;
mod writing;

/// The files of this face.
pub fn files() -> Vec<File> {
    let classes = classes::classes();
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
