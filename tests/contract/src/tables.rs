//! The core's tables, gathered for the faces.

use qantara::record::{Choice, Kind, Names, Shape};
use qantara::registry::{OPERATIONS, READERS, TOOLS};
use qantara::{GatewayKind, Outcome};

/// Every record a user gives: requests, configurations and the smaller ones. One may be there several times.
pub fn inputs() -> Vec<&'static Shape> {
    let mut shapes: Vec<&'static Shape> = GatewayKind::ALL.iter().map(|kind| kind.configuration()).collect();
    // An acknowledgment is driven by its delivery, not called by hand.
    shapes.extend(OPERATIONS.iter().map(|operation| operation.input));
    shapes.extend(TOOLS.iter().map(|tool| tool.input));
    shapes.extend([
        qantara::money::OrderFields::SHAPE,
        qantara::StampFields::SHAPE,
        qantara::paylink::Decision::SHAPE,
        qantara::paylink::AnswerFields::SHAPE,
        qantara::mac::MacConfiguration::SHAPE,
        qantara::mac::ProfileFields::SHAPE,
    ]);
    with_nested(shapes)
}

/// Every record a user gets. One may be there several times.
pub fn outputs() -> Vec<&'static Shape> {
    let mut shapes: Vec<&'static Shape> = OPERATIONS.iter().map(|operation| operation.output).collect();
    shapes.extend(READERS.iter().map(|reader| reader.output));
    shapes.extend(TOOLS.iter().map(|tool| tool.output));
    shapes.push(Outcome::SHAPE);
    with_nested(shapes)
}

/// The records, each followed by those within it.
fn with_nested(shapes: Vec<&'static Shape>) -> Vec<&'static Shape> {
    shapes.into_iter().flat_map(|shape| std::iter::once(shape).chain(nested(shape))).collect()
}

/// The records within a record, at whatever depth.
pub fn nested(shape: &'static Shape) -> Vec<&'static Shape> {
    with_nested(shape.fields.iter().filter_map(|field| within(&field.kind)).collect())
}

/// The record that a field holds, one or several of it.
pub fn within(kind: &Kind) -> Option<&'static Shape> {
    match kind {
        Kind::Record(shape) | Kind::Records(shape) => Some(shape),
        _ => None,
    }
}

/// Each shape once, by its name.
pub fn unique(shapes: Vec<&'static Shape>) -> Vec<&'static Shape> {
    let mut seen: Vec<&'static Shape> = Vec::new();
    for shape in shapes {
        if !seen.iter().any(|known| known.name == shape.name) {
            seen.push(shape);
        }
    }
    seen
}

/// Every closed list of names that a record uses, each once.
pub fn choices() -> Vec<&'static Choice> {
    let mut choices: Vec<&'static Choice> = Vec::new();
    for field in inputs().into_iter().chain(outputs()).flat_map(|shape| shape.fields) {
        if let Kind::Choice(choice) = field.kind
            && !choices.iter().any(|known| known.name == choice.name)
        {
            choices.push(choice);
        }
    }
    choices
}

/// Our own names in backticks as JavaScript and PHP spell them; the gateways' own words stay as they are.
pub fn camel_names(text: &str) -> String {
    let shapes = inputs().into_iter().chain(outputs());
    let mut names: Vec<&str> = shapes.flat_map(|shape| shape.fields).map(|field| field.name).collect();
    names.extend(OPERATIONS.iter().map(|operation| operation.name));
    names.extend(READERS.iter().map(|reader| reader.name).chain(TOOLS.iter().map(|tool| tool.name)));
    names.extend(["expect_paid", "look_up", "verify_callback"]);
    let parts = text.split('`').enumerate().map(|(i, part)| match part {
        name if i % 2 == 1 && names.contains(&name) => Names::Camel.spell(name),
        other => other.to_owned(),
    });
    parts.collect::<Vec<_>>().join("`")
}
