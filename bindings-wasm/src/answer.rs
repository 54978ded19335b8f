//! Questions and what answers them.
//!
//! The first line is a verb; each verb's own lines are read where it is answered. Inputs are JSON in
//! JavaScript's spelling, on one line each. Nothing is remembered but [`Slots`]: what outlives a call is
//! kept on the other side, as the text it came as, and read again. The input that stands last may also come
//! as [`entries`], for speed.

mod calls;
mod deliveries;
mod macs;

use qantara::error::{Code, Error};
use qantara::record::{Names, Record, Shape, Value};
use qantara::{Egw, Gateway, GatewayKind, Paylink, json};

use crate::entries;
use crate::question::Question;
use crate::say;
use crate::slots::{Held, Slots};

/// What comes beside a question's text.
pub(crate) struct Asked {
    /// Which gateway or MAC it is for.
    pub(crate) slot: f64,
    /// Unix time in seconds.
    pub(crate) now: f64,
    /// Random for an operation that makes a nonce, else zero.
    pub(crate) random: [u32; 4],
}

impl Asked {
    fn unix(&self) -> i64 {
        // A time that is no number becomes 0, which the core refuses.
        self.now as i64
    }
}

/// Why there is no answer.
enum Trouble {
    /// The gateway is not in its slot (any more).
    Gone,
    /// The input has to come as JSON.
    NotSimple,
    Refused(Error),
}

impl From<Error> for Trouble {
    fn from(error: Error) -> Self {
        Self::Refused(error)
    }
}

type Said = Result<(), Trouble>;

/// Answers a question.
pub(crate) fn answer_to(slots: &mut Slots, asked: &Asked, question: &[u8], out: &mut String) {
    let mut question = Question::new(question);
    let said = match question.line() {
        "make" => make(slots, asked, question, out),
        "call" => calls::call(slots, asked, question, out),
        "tool" => calls::tool(slots, asked, question, out),
        "parse" => calls::parse(question, out),
        "settle" => calls::settle(question, out),
        "read" => calls::read(question, out),
        "verify" => calls::verify(slots, asked, question, out),
        "settle signed" => calls::settle_signed(slots, asked, question, out),
        "decide" => deliveries::decide(slots, asked, question, out),
        "start" => deliveries::start(slots, asked, question, out),
        "step" => deliveries::step(slots, asked, question, out),
        "heard" => deliveries::heard(slots, asked, question, out),
        verb @ ("source" | "sign" | "check") => macs::answer(slots, asked, verb, question, out),
        "refuse" => return refuse(question, out),
        _ => Err(Error::internal().into()),
    };
    match said {
        Ok(()) => {}
        Err(Trouble::Gone) => {
            out.clear();
            out.push('?');
        }
        Err(Trouble::NotSimple) => {
            out.clear();
            out.push('!');
        }
        Err(Trouble::Refused(error)) => say::error(out, &error.spelled(Names::Camel)),
    }
}

/// `make`, kind, configuration: checks a configuration, keeps what it makes, and says under which id.
fn make(slots: &mut Slots, asked: &Asked, question: Question<'_>, out: &mut String) -> Said {
    let text = str::from_utf8(question.rest()).unwrap_or_default();
    let id = match slots.same(text) {
        Some(id) => id,
        None => {
            let (kind, configuration) = text.split_once('\n').unwrap_or_default();
            let held = match GatewayKind::from_name(kind) {
                Some(kind) => Held::Gateway(Gateway::new(kind, record(kind.configuration(), configuration)?)?),
                None => Held::Mac(macs::make(configuration)?),
            };
            slots.keep(asked.slot, text, held);
            asked.slot
        }
    };
    // As a whole number: printing a float takes 10 kB of code.
    say::text(out, &(id as u64).to_string());
    Ok(())
}

/// `refuse`, code, field, limit: an error that the other side found, in the core's words.
fn refuse(mut question: Question<'_>, out: &mut String) {
    let (code, field, limit) = (question.line(), question.line(), question.line());
    let error = match Code::ALL.iter().find(|known| known.text() == code) {
        Some(code) => Error::in_input(*code, String::from(field), String::from(limit)),
        None => Error::internal(),
    };
    // A field's name is in the caller's spelling already.
    say::error(out, &if field.is_empty() { error.spelled(Names::Camel) } else { error });
}

fn record(shape: &'static Shape, text: &str) -> Result<Record, Error> {
    json::read_record(shape, text.as_bytes(), Names::Camel)
}

/// A record that stands last.
fn last_record(shape: &'static Shape, question: Question<'_>) -> Result<Record, Trouble> {
    let text = question.rest();
    if entries::sent(text) {
        return entries::record(shape, text).ok_or(Trouble::NotSimple);
    }
    Ok(json::read_record(shape, text, Names::Camel)?)
}

/// The time where a record asks for it and the caller said none.
fn timed(asked: &Asked, record: Record) -> Record {
    match record.shape().position("now") {
        Some(at) if record.values().get(at).is_some_and(Value::is_null) => {
            let values = record.values().iter().enumerate();
            let value = |(i, value): (usize, &Value)| if i == at { asked.unix().into() } else { value.clone() };
            Record::from_values(record.shape(), values.map(value))
        }
        _ => record,
    }
}

fn gateway<'a>(slots: &'a mut Slots, asked: &Asked) -> Result<&'a Gateway, Trouble> {
    match slots.get(asked.slot) {
        Some(Held::Gateway(gateway)) => Ok(gateway),
        _ => Err(Trouble::Gone),
    }
}

fn egw<'a>(slots: &'a mut Slots, asked: &Asked) -> Result<&'a Egw, Trouble> {
    match gateway(slots, asked)? {
        Gateway::Egw(egw) => Ok(egw),
        _ => Err(Trouble::Gone),
    }
}

fn paylink<'a>(slots: &'a mut Slots, asked: &Asked) -> Result<&'a Paylink, Trouble> {
    match gateway(slots, asked)? {
        Gateway::Paylink(paylink) => Ok(paylink),
        _ => Err(Trouble::Gone),
    }
}
