//! The core's tables, gathered for the faces.

use qantara::record::{Choice, Kind, Shape};
use qantara::registry::{OPERATIONS, READERS};
use qantara::{GatewayKind, Outcome};

/// Every record a user gives: requests, configurations and the smaller ones.
pub fn inputs() -> Vec<&'static Shape> {
    let mut shapes: Vec<&'static Shape> = GatewayKind::ALL.iter().map(|kind| kind.configuration()).collect();
    // An acknowledgment is driven by its delivery, not called by hand.
    shapes.extend(OPERATIONS.iter().map(|operation| operation.input));
    shapes.extend([
        qantara::money::OrderFields::SHAPE,
        qantara::StampFields::SHAPE,
        qantara::paylink::Decision::SHAPE,
        qantara::paylink::AnswerFields::SHAPE,
        qantara::mac::MacConfiguration::SHAPE,
        qantara::mac::ProfileFields::SHAPE,
    ]);
    shapes
}

/// Every record a user gets.
pub fn outputs() -> Vec<&'static Shape> {
    let mut shapes: Vec<&'static Shape> = OPERATIONS.iter().map(|operation| operation.output).collect();
    shapes.extend(READERS.iter().map(|reader| reader.output));
    shapes.push(Outcome::SHAPE);
    shapes
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
