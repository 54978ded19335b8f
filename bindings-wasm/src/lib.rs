//! Qantara's exports for JavaScript: a text in, a text out, and numbers.
//!
//! The texts pass through a [`Desk`] that outlives the calls. JavaScript encodes its text straight
//! into it and decodes the answer straight out of it, which costs about a third of what
//! wasm-bindgen's own passing of `&str` and `String` does: no allocation, no loop over characters.
//! No export throws. A panic ends the instance, and `crossing.js` opens a fresh one.

mod desk;

use desk::Desk;
use std::cell::RefCell;
use wasm_bindgen::prelude::wasm_bindgen;

thread_local! {
    static DESK: RefCell<Desk> = const { RefCell::new(Desk::new()) };
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
/// The question is the operation's name, a line feed, and the operation's input. `now` is Unix time
/// in seconds; `r0` to `r3` are random for an operation that makes a nonce, else zero.
#[wasm_bindgen]
#[allow(clippy::too_many_arguments)] // numbers cross for nothing, and the crossing is the hot path
pub fn call(slot: u32, length: usize, now: f64, r0: u32, r1: u32, r2: u32, r3: u32) -> usize {
    DESK.with_borrow_mut(|desk| {
        desk.exchange(length, |operation, input, out| {
            answer_to(slot, operation, input, now, [r0, r1, r2, r3], out);
        })
    })
}

/// Where the answer to the last call is. It holds until the next one.
#[wasm_bindgen]
pub fn answer() -> *const u8 {
    DESK.with_borrow(Desk::answer)
}

/// The core goes here. For now: an echo, and a panic on request, so that recovery can be tested.
fn answer_to(_slot: u32, operation: &str, input: &str, _now: f64, random: [u32; 4], out: &mut String) {
    match operation {
        "echo" => out.push_str(input),
        "nonce" => random.iter().for_each(|word| {
            let digits = (0..8).rev().map(|i| char::from_digit((word >> (4 * i)) & 15, 16));
            out.extend(digits.flatten());
        }),
        "panic" => std::process::abort(),
        _ => {}
    }
}
