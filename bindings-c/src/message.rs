//! What a gateway said and can be settled: a reply fetched with your credentials, or a signed callback.

use qantara::money::OrderFields;
use qantara::record::{Names, Record};
use qantara::{Code, Error, Order, Outcome, Settlement};

use crate::error::{Out, free, guard, need, qantara_error};
use crate::field::{fields, qantara_field, qantara_text, record};
use crate::record::{Source, qantara_record};

/// A reply that was fetched with your credentials, or a callback whose MAC verified.
pub struct qantara_message {
    record: qantara_record,
    replay_key: String,
}

impl qantara_message {
    pub(crate) fn new(source: Source, names: Names) -> Self {
        let replay_key = match &source {
            Source::Signed(signed) => signed.replay_key(),
            _ => String::new(),
        };
        Self { record: qantara_record::new(source, names), replay_key }
    }

    fn settle(&self, order: &Order) -> Result<Settlement, Error> {
        match self.record.source() {
            Source::Reply(reply) => reply.settle(order),
            Source::Signed(signed) => signed.settle(order),
            _ => Err(Error::in_input(Code::ReplyForeign, "", "it is not a gateway's")),
        }
    }
}

/// The fields of a message. As long as the message lives.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn qantara_message_record(message: *const qantara_message) -> *const qantara_record {
    // SAFETY: as the header says.
    unsafe { message.as_ref() }.map_or(core::ptr::null(), |message| &raw const message.record)
}

/// Signed callbacks: unique for this message, to be stored under a unique constraint. Empty for replies, whose
/// proofs have one of their own. As long as the message lives.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn qantara_message_replay_key(message: *const qantara_message) -> qantara_text {
    // SAFETY: as the header says.
    unsafe { message.as_ref() }.map_or(qantara_text::of(""), |message| qantara_text::of(&message.replay_key))
}

/// Matches a message against your order (`order_id`, `amount`, `currency`, perhaps `reversal_requested`) and says
/// what happened: a record whose `kind` is `paid`, `held`, `reversed`, `failed` or `open`. An error means that it
/// is not your order's, or was altered; never that it is still pending.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn qantara_message_settle(
    message: *const qantara_message,
    order: *const qantara_field,
    count: usize,
    out: *mut *mut qantara_record,
) -> *mut qantara_error {
    // SAFETY: as the header says.
    unsafe { settle(message, order, count, out, |settlement| Ok(settlement.outcome().clone().into_record())) }
}

/// The short form: the outcome if it is `paid`, else an error.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn qantara_message_expect_paid(
    message: *const qantara_message,
    order: *const qantara_field,
    count: usize,
    out: *mut *mut qantara_record,
) -> *mut qantara_error {
    // SAFETY: as the header says.
    unsafe {
        settle(message, order, count, out, |settlement| Ok(Outcome::clone(&*settlement.expect_paid()?).into_record()))
    }
}

unsafe fn settle(
    message: *const qantara_message,
    order: *const qantara_field,
    count: usize,
    out: *mut *mut qantara_record,
    take: fn(Settlement) -> Result<Record, Error>,
) -> *mut qantara_error {
    // SAFETY: as the header says.
    let names = unsafe { message.as_ref() }.map_or(Names::Snake, |message| message.record.names());
    guard(names, || {
        // SAFETY: as the header says.
        let (out, message, order) = unsafe {
            let out = Out::new(out)?;
            (out, need(message, "message")?, record(OrderFields::SHAPE, names, fields(order, count)?, &mut [])?)
        };
        let settlement = message.settle(&Order::from_fields(OrderFields::from(order))?)?;
        out.give(qantara_record::new(Source::Plain(take(settlement)?), names));
        Ok(())
    })
}

/// Frees a message. NULL is fine.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn qantara_message_free(message: *mut qantara_message) {
    // SAFETY: as the header says.
    unsafe { free(message) }
}
