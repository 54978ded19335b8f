//! Paylink's decisions and their delivery.

use qantara::Call;
use qantara::error::Error;
use qantara::paylink::{AnswerFields, Decision, Delivery, Step};

use super::{Asked, Said, paylink, record, timed};
use crate::question::Question;
use crate::say;
use crate::slots::Slots;

/// `decide`, decision, the earlier record or nothing.
pub(super) fn decide(slots: &mut Slots, asked: &Asked, mut question: Question<'_>, out: &mut String) -> Said {
    let paylink = paylink(slots, asked)?;
    let (given, earlier) = (question.line(), question.line());
    let decision = Decision::from(timed(asked, record(Decision::SHAPE, given)?));
    let earlier = if earlier.is_empty() { None } else { Some(delivery(earlier)?) };
    let decided = paylink.decide(decision, earlier)?;
    say::record(out, &decided);
    Ok(())
}

/// `start`, the saved record: checks it and says it as it goes on from here.
pub(super) fn start(slots: &mut Slots, asked: &Asked, mut question: Question<'_>, out: &mut String) -> Said {
    let paylink = paylink(slots, asked)?;
    say::record(out, &paylink.acknowledgment(delivery(question.line())?)?.save());
    Ok(())
}

/// `step`, the record: what to do, then the record, then perhaps a call.
pub(super) fn step(slots: &mut Slots, asked: &Asked, mut question: Question<'_>, out: &mut String) -> Said {
    let paylink = paylink(slots, asked)?;
    let mut acknowledgment = paylink.resume(delivery(question.line())?)?;
    let step = acknowledgment.step(asked.unix())?;
    match &step {
        Step::Send(_) => say::text(out, "send"),
        Step::Wait(until) => say::text(out, &format!("wait {until}")),
        Step::Done => say::text(out, "done"),
    }
    out.push('\n');
    crate::numbers::write_record(out, &acknowledgment.save());
    if let Step::Send(call) = step {
        out.push('\n');
        say::call(out, &Call::erased(*call));
    }
    Ok(())
}

/// `heard`, the record, the answer: the record after it.
pub(super) fn heard(slots: &mut Slots, asked: &Asked, mut question: Question<'_>, out: &mut String) -> Said {
    let paylink = paylink(slots, asked)?;
    let (saved, answer) = (question.line(), question.line());
    let mut acknowledgment = paylink.resume(delivery(saved)?)?;
    AnswerFields::from(record(AnswerFields::SHAPE, answer)?).hear(&mut acknowledgment, asked.unix())?;
    say::record(out, &acknowledgment.save());
    Ok(())
}

fn delivery(text: &str) -> Result<Delivery, Error> {
    Ok(Delivery::from(record(Delivery::SHAPE, text)?))
}
