//! Calls, their replies, and what arrives unasked.

use qantara::call::Answer;
use qantara::error::{Code, Error};
use qantara::money::OrderFields;
use qantara::record::{Field, Kind, Names, Record, Shape, Value};
use qantara::{Expect, GatewayKind, Order, Reply, Settlement, Stamp, StampFields, registry};

use super::{Asked, Said, egw, gateway, last_record, record, timed};
use crate::question::Question;
use crate::say;
use crate::slots::Slots;

/// What can be said beside an operation's input.
static OPTIONS: Shape = Shape {
    name: "Options",
    doc: &[],
    fields: &[Field { name: "stamp", wire: "stamp", kind: Kind::Map, need: false, secret: false, doc: &[] }],
};

/// `call`, operation, options or nothing, input.
pub(super) fn call(slots: &mut Slots, asked: &Asked, mut question: Question<'_>, out: &mut String) -> Said {
    let gateway = gateway(slots, asked)?;
    let (name, options) = (question.line(), question.line());
    let Some(operation) = registry::find(gateway.kind(), name) else {
        return Err(Error::in_input(Code::OperationUnknown, String::from(name), ".").into());
    };
    let input = timed(asked, last_record(operation.input, question)?);
    let stamp = if operation.stamped() { Some(stamp(asked, options)?) } else { None };
    say::call(out, &gateway.call(operation, input, stamp.as_ref())?);
    Ok(())
}

/// `tool`, whose it is if it needs no gateway, else nothing, tool, options or nothing, input.
pub(super) fn tool(slots: &mut Slots, asked: &Asked, mut question: Question<'_>, out: &mut String) -> Said {
    let (kind, name, options) = (question.line(), question.line(), question.line());
    let gateway = if kind.is_empty() { Some(gateway(slots, asked)?) } else { None };
    let kind = gateway.map_or_else(|| GatewayKind::from_name(kind), |gateway| Some(gateway.kind()));
    let Some(tool) = kind.and_then(|kind| registry::find_tool(kind, name)) else {
        return Err(Error::in_input(Code::OperationUnknown, String::from(name), ".").into());
    };
    let input = timed(asked, last_record(tool.input, question)?);
    let stamp = if tool.stamped() { Some(stamp(asked, options)?) } else { None };
    say::record(out, &tool.run(gateway, input, stamp.as_ref())?);
    Ok(())
}

/// The caller's stamp, else one of now and the random words.
fn stamp(asked: &Asked, options: &str) -> Result<Stamp, Error> {
    if !options.is_empty() {
        let mut options = record(&OPTIONS, options)?;
        options.check()?;
        if let Value::Map(given) = options.value("stamp") {
            return Stamp::from_record(Record::from_named(StampFields::SHAPE, Names::Camel, given.clone())?);
        }
    }
    let [a, b, c, d] = asked.random.map(u32::to_le_bytes);
    Stamp::new(asked.unix(), [a, b, c, d].as_flattened())
}

/// A reply to read again: status, content type, expect, and then the body.
fn reply(mut question: Question<'_>) -> Result<Reply, Error> {
    let (status, content_type, expect) = (question.line(), question.line(), question.line());
    let status = status.parse().map_err(|_| Error::in_input(Code::NumberRange, "status", "an HTTP status"))?;
    Expect::from_json(expect)?.parse(Answer { status, content_type, body: question.rest() })
}

/// `parse`, then a reply.
pub(super) fn parse(question: Question<'_>, out: &mut String) -> Said {
    let reply = reply(question)?;
    say::reply(out, &reply);
    Ok(())
}

/// `settle`, `paid` or nothing, order, then a reply.
pub(super) fn settle(mut question: Question<'_>, out: &mut String) -> Said {
    let (paid, order) = (question.line(), order(question.line())?);
    outcome(reply(question)?.settle(&order)?, paid, out)
}

/// `read`, gateway, reader, then the message.
pub(super) fn read(mut question: Question<'_>, out: &mut String) -> Said {
    let (gateway, name) = (question.line(), question.line());
    let reader = GatewayKind::from_name(gateway).and_then(|gateway| registry::find_reader(gateway, name));
    match reader {
        Some(reader) => say::record(out, &reader.read(question.rest())?),
        None => return Err(Error::in_input(Code::OperationUnknown, String::from(name), ".").into()),
    }
    Ok(())
}

/// `verify`, then the message.
pub(super) fn verify(slots: &mut Slots, asked: &Asked, question: Question<'_>, out: &mut String) -> Said {
    let signed = egw(slots, asked)?.verify_callback(question.rest())?;
    say::signed(out, &signed);
    Ok(())
}

/// `settle signed`, `paid` or nothing, order, then the message.
pub(super) fn settle_signed(slots: &mut Slots, asked: &Asked, mut question: Question<'_>, out: &mut String) -> Said {
    let egw = egw(slots, asked)?;
    let (paid, order) = (question.line(), order(question.line())?);
    outcome(egw.verify_callback(question.rest())?.settle(&order)?, paid, out)
}

fn order(text: &str) -> Result<Order, Error> {
    Order::from_fields(OrderFields::from(record(OrderFields::SHAPE, text)?))
}

fn outcome(settlement: Settlement, paid: &str, out: &mut String) -> Said {
    if paid.is_empty() {
        say::record(out, settlement.outcome());
    } else {
        let paid = settlement.expect_paid()?;
        say::record(out, &paid);
    }
    Ok(())
}
