//! What is counted: each job drops what it returns.
#![allow(clippy::expect_used, clippy::panic, reason = "a bench that fails must stop")]

use std::hint::black_box;

use qantara::alqaseh::{CreatePayment, Payment};
use qantara::egw::{CardForm, EgwConfiguration, Prepare, SignedCallback};
use qantara::mac::Diagnose;
use qantara::paylink::{Answer, Decision, Step};
use qantara::{Egw, Reply, Settlement};

use crate::{FIELDS, NOW, P_SIGN, PAYMENT, Shop};

/// A shop that stays.
pub type Open = &'static Shop;
/// A payment that stays.
pub type Fetched = &'static Reply<Payment>;
/// A verified callback that stays.
pub type Signed = &'static SignedCallback;

/// An HMAC with a kept key.
pub fn hmac((shop, message): (Open, Vec<u8>)) {
    black_box(shop.key.mac(black_box(&message)));
}

/// Signs the manual's message.
pub fn sign(shop: Open) {
    drop(black_box(shop.mac.sign(black_box(&FIELDS)).expect("a MAC")));
}

/// Verifies it.
pub fn verify(shop: Open) {
    shop.mac.verify(black_box(&FIELDS), P_SIGN).expect("the published MAC");
}

/// Makes a gateway.
pub fn configure(configuration: EgwConfiguration) {
    drop(black_box(Egw::configure(black_box(configuration)).expect("a gateway")));
}

/// A signed request.
pub fn prepare((shop, input): (Open, Prepare)) {
    drop(black_box(shop.egw.prepare(black_box(input), &shop.stamp).expect("a call")));
}

/// A signed page.
pub fn card_form((shop, input): (Open, CardForm)) {
    drop(black_box(shop.egw.card_form(black_box(input), &shop.stamp).expect("a page")));
}

/// A request.
pub fn create_payment((shop, input): (Open, CreatePayment)) {
    drop(black_box(shop.alqaseh.create_payment(black_box(input)).expect("a call")));
}

/// All that is wrong with one.
pub fn refuse((shop, input): (Open, CreatePayment)) {
    drop(black_box(shop.alqaseh.create_payment(black_box(input)).expect_err("nothing is right")));
}

/// Reads a fetched payment.
pub fn parse(shop: Open) {
    drop(black_box(shop.look.parse(200, black_box(PAYMENT.as_bytes())).expect("a payment")));
}

/// Settles it.
pub fn settle((shop, payment): (Open, Fetched)) {
    let settled = payment.settle(black_box(&shop.order)).expect("its order");
    assert!(matches!(settled, Settlement::Paid(_)));
}

/// Reads and verifies a callback.
pub fn verify_callback((shop, callback): (Open, &'static str)) {
    let verified = shop.egw_with_replies.verify_callback(black_box(callback.as_bytes()));
    drop(black_box(verified.expect("a signed callback")));
}

/// Settles it.
pub fn settle_callback((shop, callback): (Open, Signed)) {
    let settled = callback.settle(black_box(&shop.callback_order)).expect("its order");
    assert!(matches!(settled, Settlement::Paid(_)));
}

/// A decision, delivered at the first attempt.
pub fn acknowledge((shop, decision): (Open, Decision)) {
    let stored = shop.paylink.decide(black_box(decision), None).expect("a decision");
    let mut delivery = shop.paylink.acknowledgment(stored).expect("a delivery");
    let Step::Send(call) = delivery.step(NOW + 1).expect("a step") else { panic!("it must be sent") };
    drop(black_box(call));
    let answer = Answer::Reply { status: 200, body: br#"{"status":"success"}"#, retry_after: "" };
    delivery.heard(NOW + 2, answer).expect("heard");
    drop(black_box(delivery.save()));
}

/// The doctor, at a loss.
pub fn diagnose(captured: Diagnose) {
    drop(black_box(Egw::diagnose(black_box(captured)).expect("findings")));
}
