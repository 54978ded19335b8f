//! What a field takes and holds: its types for the engine and for the documentation.

use qantara::Outcome;
use qantara::record::{Alphabet, Field, Kind, Shape};
use qantara::registry::{READERS, TOOLS};

use super::camel;
use crate::tables;

/// What a field takes.
pub(super) fn given(field: &Field) -> (Vec<&'static str>, String) {
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
pub(super) fn taken(shape: &Shape) -> String {
    entries(shape, "", |field| (field.need && field.name != NOW, given(field).1))
}

/// A record as an array that comes out.
pub(super) fn plain(shape: &Shape) -> String {
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
pub(super) fn class_of(shape: &Shape) -> Option<&'static str> {
    tables::outputs().into_iter().find(|output| output.name == shape.name).map(|output| output.name)
}

/// Whether a record comes in other ways than as a reply: as a hint, from a tool, or within another record.
pub(super) fn is_hint(shape: &Shape) -> bool {
    let outputs = READERS.iter().map(|reader| reader.output).chain(TOOLS.iter().map(|tool| tool.output));
    outputs.chain(tables::outputs().into_iter().flat_map(tables::nested)).any(|hint| hint.name == shape.name)
}

/// The class of a reply. What can be settled is of another class than a hint with the same fields.
pub(super) fn reply_name(shape: &Shape) -> String {
    format!("{}{}", shape.name, if is_hint(shape) { "Reply" } else { "" })
}

/// A field that the extension fills in if it is left out.
pub(super) const NOW: &str = "now";

/// Whether a value may be, or hold, what stays out of dumps and traces: a map is someone's own, and raw text is a
/// whole message.
pub(super) fn hides(field: &Field) -> bool {
    let inner = tables::within(&field.kind).is_some_and(|shape| shape.fields.iter().any(hides));
    let raw = matches!(field.kind, Kind::Text(bounds) if bounds.alphabet == Alphabet::Raw);
    field.secret || raw || inner || matches!(field.kind, Kind::Map)
}

/// What a field of a result holds. Only what a reply cannot be without has a certain type.
pub(super) fn shown(field: &Field) -> (Vec<&'static str>, String) {
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
