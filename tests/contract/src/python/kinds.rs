//! What a field's kind is in Python's annotations.

use qantara::record::{Alphabet, Field, Kind, Shape};

use crate::tables;

/// The type of what the user gives.
pub(super) fn given(field: &Field) -> String {
    match &field.kind {
        Kind::Text(_) if is_raw(&field.kind) => "bytes | str".into(),
        Kind::Text(_) => "str".into(),
        Kind::Amount => "str | int | Decimal".into(),
        Kind::Count(..) => "int".into(),
        Kind::Flag => "bool".into(),
        Kind::Choice(choice) => choice.name.into(),
        Kind::Texts => "list[str] | tuple[str, ...]".into(),
        Kind::TextOrMap if field.name.ends_with("profile") => "str | Profile".into(),
        Kind::TextOrMap => "str | dict[str, Any]".into(),
        Kind::Map | Kind::Any => "dict[str, Any]".into(),
        Kind::Record(shape) => inner(shape),
        Kind::Records(shape) => {
            let one = inner(shape);
            format!("list[{one}] | tuple[{one}, ...]")
        }
    }
}

/// A record within a record. One that Qantara made is given as it was, or as the plain data it was stored as.
fn inner(shape: &Shape) -> String {
    let is_made = tables::outputs().iter().any(|output| output.name == shape.name);
    if is_made { format!("{} | dict[str, Any]", shape.name) } else { shape.name.into() }
}

/// The type of what the user gets.
pub(super) fn shown(field: &Field) -> String {
    let plain = match field.kind {
        Kind::Text(_) => "str".into(),
        Kind::Amount => "Decimal".into(),
        Kind::Count(..) => "int".into(),
        Kind::Flag => "bool".into(),
        // A word nobody knew when this was written is kept as it came.
        Kind::Choice(choice) => format!("{} | str", choice.name),
        Kind::Texts => "list[str]".into(),
        Kind::Map if field.need => "dict[str, Any]".into(),
        Kind::Map | Kind::TextOrMap | Kind::Any => return "Any".into(),
        Kind::Record(shape) => shape.name.into(),
        Kind::Records(shape) => format!("tuple[{}, ...]", shape.name),
    };
    if field.need { plain } else { format!("{plain} | None") }
}

/// Whether it takes a message as it came.
fn is_raw(kind: &Kind) -> bool {
    matches!(kind, Kind::Text(bounds) if bounds.alphabet == Alphabet::Raw)
}

/// Whether a traceback must not print what was given. A map of the caller's own, and a message, may hold anything.
pub(super) fn is_hidden(field: &Field) -> bool {
    let may_hold_anything = matches!(field.kind, Kind::Map | Kind::Any) || is_raw(&field.kind);
    field.secret
        || may_hold_anything
        || tables::within(&field.kind).is_some_and(|shape| shape.fields.iter().any(is_hidden))
}
