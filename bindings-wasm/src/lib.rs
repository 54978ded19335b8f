//! Qantara's exports for JavaScript: a text in, a text out, and numbers.
//!
//! The texts pass through a desk that outlives the calls. JavaScript encodes its text straight
//! into it and decodes the answer straight out of it, which costs about a third of what
//! wasm-bindgen's own passing of `&str` and `String` does: no allocation, no loop over characters.
//! No export throws. A panic ends the instance, and `crossing.js` opens a fresh one.

mod answer;
mod desk;
mod entries;
mod numbers;
mod question;
mod say;
mod slots;

use desk::Desk;
use slots::Slots;
use std::cell::RefCell;
use wasm_bindgen::prelude::wasm_bindgen;

thread_local! {
    static DESK: RefCell<Desk> = const { RefCell::new(Desk::new()) };
    static SLOTS: RefCell<Slots> = const { RefCell::new(Slots::new()) };
}

/// Makes room for a question of so many bytes and says where to write it.
///
/// The place holds until `room` is called again.
#[wasm_bindgen]
pub fn room(bytes: usize) -> *mut u8 {
    DESK.with_borrow_mut(|desk| desk.room(bytes))
}

/// Answers the question of `length` bytes on the desk and says how many bytes the answer has.
///
/// The question's form is in `answer.rs`. `slot` says which gateway or MAC it is for, `now` is Unix
/// time in seconds, and `r0` to `r3` are random for an operation that makes a nonce, else zero.
#[wasm_bindgen]
#[allow(clippy::too_many_arguments)] // numbers cross for nothing, and the crossing is the hot path
pub fn call(slot: f64, length: usize, now: f64, r0: u32, r1: u32, r2: u32, r3: u32) -> usize {
    let asked = answer::Asked { slot, now, random: [r0, r1, r2, r3] };
    DESK.with_borrow_mut(|desk| {
        SLOTS.with_borrow_mut(|slots| {
            desk.exchange(length, |question, out| answer::answer_to(slots, &asked, question, out))
        })
    })
}

/// Where the answer to the last call is. It holds until the next one.
#[wasm_bindgen]
pub fn answer() -> *const u8 {
    DESK.with_borrow(Desk::answer)
}
