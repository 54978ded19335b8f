//! `make counts`: how many instructions each job of the core takes, and how often it allocates.
//!
//! Valgrind counts, so a busy machine changes nothing. The input is made before the count begins.
#![allow(missing_docs, reason = "made by macros")]
#![allow(clippy::expect_used, reason = "a bench that fails must stop")]

use gungraun::prelude::*;
use gungraun::{Callgrind, Dhat};
use qantara::alqaseh::CreatePayment;
use qantara::egw::{CardForm, EgwConfiguration, Prepare};
use qantara::mac::Diagnose;
use qantara::paylink::Decision;
use qantara_bench::jobs::{self, Fetched, Open, Signed};
use qantara_bench::{PAYMENT, Shop};

fn shop() -> Open {
    Box::leak(Box::new(Shop::open().expect("a shop")))
}

/// Input for a job that has run before: what the first run sets up, in the allocator above all, is not the job's.
fn warm<I>(job: fn(I), make: impl Fn(Open) -> I) -> I {
    let shop = shop();
    for _ in 0..4 {
        job(make(shop));
    }
    make(shop)
}

fn message(length: usize) -> (Open, Vec<u8>) {
    warm(jobs::hmac, |shop| (shop, vec![b'7'; length]))
}
#[library_benchmark(setup = message)]
#[bench::bytes_55(55)]
#[bench::bytes_119(119)]
#[bench::bytes_120(120)]
#[bench::bytes_200(200)]
fn hmac(given: (Open, Vec<u8>)) {
    jobs::hmac(given);
}

#[library_benchmark]
#[bench::fields_15(warm(jobs::sign, |shop| shop))]
fn sign(shop: Open) {
    jobs::sign(shop);
}

#[library_benchmark]
#[bench::fields_15(warm(jobs::verify, |shop| shop))]
fn verify(shop: Open) {
    jobs::verify(shop);
}

#[library_benchmark]
#[bench::egw(warm(jobs::configure, |_| qantara_bench::egw_configuration()))]
fn configure(configuration: EgwConfiguration) {
    jobs::configure(configuration);
}

#[library_benchmark]
#[bench::signed(warm(jobs::prepare, |shop| (shop, qantara_bench::prepare())))]
fn prepare(given: (Open, Prepare)) {
    jobs::prepare(given);
}

#[library_benchmark]
#[bench::page(warm(jobs::card_form, |shop| (shop, qantara_bench::card_form())))]
fn card_form(given: (Open, CardForm)) {
    jobs::card_form(given);
}

#[library_benchmark]
#[bench::call(warm(jobs::create_payment, |shop| (shop, qantara_bench::create_payment(&shop.order))))]
fn create_payment(given: (Open, CreatePayment)) {
    jobs::create_payment(given);
}

#[library_benchmark]
#[bench::with_five_faults(warm(jobs::refuse, |shop| (shop, qantara_bench::create_nothing())))]
fn refuse(given: (Open, CreatePayment)) {
    jobs::refuse(given);
}

#[library_benchmark]
#[bench::payment(warm(jobs::parse, |shop| shop))]
fn parse(shop: Open) {
    jobs::parse(shop);
}

fn fetched() -> (Open, Fetched) {
    let payment = shop().look.parse(200, PAYMENT.as_bytes()).expect("a payment");
    let payment = &*Box::leak(Box::new(payment));
    warm(jobs::settle, |shop| (shop, payment))
}
#[library_benchmark]
#[bench::payment(fetched())]
fn settle(given: (Open, Fetched)) {
    jobs::settle(given);
}

#[library_benchmark]
#[bench::json(warm(jobs::verify_callback, |shop| (shop, &shop.callback_json)))]
#[bench::form(warm(jobs::verify_callback, |shop| (shop, &shop.callback_form)))]
fn verify_callback(given: (Open, &'static str)) {
    jobs::verify_callback(given);
}

fn signed() -> (Open, Signed) {
    let shop = shop();
    let signed = shop.egw_with_replies.verify_callback(shop.callback_form.as_bytes()).expect("a signed callback");
    let signed = &*Box::leak(Box::new(signed));
    warm(jobs::settle_callback, |shop| (shop, signed))
}
#[library_benchmark]
#[bench::signed(signed())]
fn settle_callback(given: (Open, Signed)) {
    jobs::settle_callback(given);
}

#[library_benchmark]
#[bench::decided_sent_answered(warm(jobs::acknowledge, |shop| (shop, qantara_bench::decision())))]
fn acknowledge(given: (Open, Decision)) {
    jobs::acknowledge(given);
}

#[library_benchmark]
#[bench::nothing_fits(qantara_bench::captured())]
fn diagnose(captured: Diagnose) {
    jobs::diagnose(captured);
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
