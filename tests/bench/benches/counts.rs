//! `make counts`: how many instructions each job of the core takes, and how often it allocates.
//!
//! Valgrind counts, so a busy machine changes nothing. The input is made before the count begins; what the job
//! returns is dropped within it.
#![allow(missing_docs, reason = "made by macros")]
#![allow(clippy::expect_used, clippy::panic, reason = "a bench that fails must stop")]

use std::hint::black_box;

use gungraun::prelude::*;
use gungraun::{Callgrind, Dhat};
use qantara::alqaseh::{CreatePayment, Payment};
use qantara::egw::{CardForm, EgwConfiguration, Prepare, SignedCallback};
use qantara::mac::Diagnose;
use qantara::paylink::{Answer, Decision, Step};
use qantara::{Egw, Reply, Settlement};
use qantara_bench::{FIELDS, NOW, P_SIGN, PAYMENT, Shop};

type Open = &'static Shop;

fn shop() -> Open {
    Box::leak(Box::new(Shop::open().expect("a shop")))
}

fn message(length: usize) -> (Open, Vec<u8>) {
    (shop(), vec![b'7'; length])
}

#[library_benchmark(setup = message)]
#[bench::bytes_55(55)]
#[bench::bytes_119(119)]
#[bench::bytes_120(120)]
#[bench::bytes_200(200)]
fn hmac((shop, message): (Open, Vec<u8>)) -> Vec<u8> {
    black_box(shop.key.mac(black_box(&message)));
    message
}

#[library_benchmark]
#[bench::fields_15(shop())]
fn sign(shop: Open) {
    drop(black_box(shop.mac.sign(black_box(&FIELDS)).expect("a MAC")));
}

#[library_benchmark]
#[bench::fields_15(shop())]
fn verify(shop: Open) {
    shop.mac.verify(black_box(&FIELDS), P_SIGN).expect("the published MAC");
}

#[library_benchmark]
#[bench::egw(qantara_bench::egw_configuration())]
fn configure(configuration: EgwConfiguration) {
    drop(black_box(Egw::configure(black_box(configuration)).expect("a gateway")));
}

#[library_benchmark]
#[bench::signed(shop(), qantara_bench::prepare())]
fn prepare(shop: Open, input: Prepare) {
    drop(black_box(shop.egw.prepare(black_box(input), &shop.stamp).expect("a call")));
}

#[library_benchmark]
#[bench::page(shop(), qantara_bench::card_form())]
fn card_form(shop: Open, input: CardForm) {
    drop(black_box(shop.egw.card_form(black_box(input), &shop.stamp).expect("a page")));
}

fn creation() -> (Open, CreatePayment) {
    let shop = shop();
    (shop, qantara_bench::create_payment(&shop.order))
}

#[library_benchmark(setup = creation)]
#[bench::call()]
fn create_payment((shop, input): (Open, CreatePayment)) {
    drop(black_box(shop.alqaseh.create_payment(black_box(input)).expect("a call")));
}

#[library_benchmark]
#[bench::with_five_faults(shop(), qantara_bench::create_nothing())]
fn refuse(shop: Open, input: CreatePayment) {
    drop(black_box(shop.alqaseh.create_payment(black_box(input)).expect_err("nothing is right")));
}

#[library_benchmark]
#[bench::payment(shop())]
fn parse(shop: Open) {
    drop(black_box(shop.look.parse(200, black_box(PAYMENT.as_bytes())).expect("a payment")));
}

fn fetched() -> (Open, &'static Reply<Payment>) {
    let shop = shop();
    (shop, Box::leak(Box::new(shop.look.parse(200, PAYMENT.as_bytes()).expect("a payment"))))
}

#[library_benchmark(setup = fetched)]
#[bench::payment()]
fn settle((shop, payment): (Open, &'static Reply<Payment>)) {
    let settled = payment.settle(black_box(&shop.order)).expect("its order");
    assert!(matches!(settled, Settlement::Paid(_)));
}

#[library_benchmark]
#[bench::form(shop())]
fn verify_callback(shop: Open) {
    drop(black_box(shop.egw.verify_callback(black_box(shop.callback.as_bytes())).expect("a signed callback")));
}

fn signed() -> (Open, &'static SignedCallback) {
    let shop = shop();
    (shop, Box::leak(Box::new(shop.egw.verify_callback(shop.callback.as_bytes()).expect("a signed callback"))))
}

#[library_benchmark(setup = signed)]
#[bench::signed()]
fn settle_callback((shop, callback): (Open, &'static SignedCallback)) {
    let settled = callback.settle(black_box(&shop.callback_order)).expect("its order");
    assert!(matches!(settled, Settlement::Paid(_)));
}

#[library_benchmark]
#[bench::decided_sent_answered(shop(), qantara_bench::decision())]
fn acknowledge(shop: Open, decision: Decision) {
    let stored = shop.paylink.decide(black_box(decision), None).expect("a decision");
    let mut delivery = shop.paylink.acknowledgment(stored).expect("a delivery");
    let Step::Send(call) = delivery.step(NOW + 1).expect("a step") else { panic!("it must be sent") };
    drop(black_box(call));
    let answer = Answer::Reply { status: 200, body: br#"{"status":"success"}"#, retry_after: "" };
    delivery.heard(NOW + 2, answer).expect("heard");
    drop(black_box(delivery.save()));
}

#[library_benchmark]
#[bench::nothing_fits(qantara_bench::captured())]
fn diagnose(captured: Diagnose) {
    drop(black_box(Egw::diagnose(black_box(captured)).expect("findings")));
}

library_benchmark_group!(
    name = core,
    benchmarks = [
        hmac,
        sign,
        verify,
        configure,
        prepare,
        card_form,
        create_payment,
        refuse,
        parse,
        settle,
        verify_callback,
        settle_callback,
        acknowledge,
        diagnose
    ]
);

main!(
    config = LibraryBenchmarkConfig::default().tool(Callgrind::with_args(["--cache-sim=no"])).tool(Dhat::default());
    library_benchmark_groups = core
);
