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

/// Input for a job that has run before: what the first run sets up, in the allocator above all, is not the job's.
fn warm<I>(job: fn(I), make: impl Fn(Open) -> I) -> I {
    let shop = shop();
    for _ in 0..4 {
        job(make(shop));
    }
    make(shop)
}

fn message(length: usize) -> (Open, Vec<u8>) {
    warm(hmac_job, |shop| (shop, vec![b'7'; length]))
}
fn hmac_job((shop, message): (Open, Vec<u8>)) {
    black_box(shop.key.mac(black_box(&message)));
}
#[library_benchmark(setup = message)]
#[bench::bytes_55(55)]
#[bench::bytes_119(119)]
#[bench::bytes_120(120)]
#[bench::bytes_200(200)]
fn hmac(given: (Open, Vec<u8>)) {
    hmac_job(given);
}

fn sign_job(shop: Open) {
    drop(black_box(shop.mac.sign(black_box(&FIELDS)).expect("a MAC")));
}
#[library_benchmark]
#[bench::fields_15(warm(sign_job, |shop| shop))]
fn sign(shop: Open) {
    sign_job(shop);
}

fn verify_job(shop: Open) {
    shop.mac.verify(black_box(&FIELDS), P_SIGN).expect("the published MAC");
}
#[library_benchmark]
#[bench::fields_15(warm(verify_job, |shop| shop))]
fn verify(shop: Open) {
    verify_job(shop);
}

fn configure_job(configuration: EgwConfiguration) {
    drop(black_box(Egw::configure(black_box(configuration)).expect("a gateway")));
}
#[library_benchmark]
#[bench::egw(warm(configure_job, |_| qantara_bench::egw_configuration()))]
fn configure(configuration: EgwConfiguration) {
    configure_job(configuration);
}

fn prepare_job((shop, input): (Open, Prepare)) {
    drop(black_box(shop.egw.prepare(black_box(input), &shop.stamp).expect("a call")));
}
#[library_benchmark]
#[bench::signed(warm(prepare_job, |shop| (shop, qantara_bench::prepare())))]
fn prepare(given: (Open, Prepare)) {
    prepare_job(given);
}

fn card_form_job((shop, input): (Open, CardForm)) {
    drop(black_box(shop.egw.card_form(black_box(input), &shop.stamp).expect("a page")));
}
#[library_benchmark]
#[bench::page(warm(card_form_job, |shop| (shop, qantara_bench::card_form())))]
fn card_form(given: (Open, CardForm)) {
    card_form_job(given);
}

fn create_payment_job((shop, input): (Open, CreatePayment)) {
    drop(black_box(shop.alqaseh.create_payment(black_box(input)).expect("a call")));
}
#[library_benchmark]
#[bench::call(warm(create_payment_job, |shop| (shop, qantara_bench::create_payment(&shop.order))))]
fn create_payment(given: (Open, CreatePayment)) {
    create_payment_job(given);
}

fn refuse_job((shop, input): (Open, CreatePayment)) {
    drop(black_box(shop.alqaseh.create_payment(black_box(input)).expect_err("nothing is right")));
}
#[library_benchmark]
#[bench::with_five_faults(warm(refuse_job, |shop| (shop, qantara_bench::create_nothing())))]
fn refuse(given: (Open, CreatePayment)) {
    refuse_job(given);
}

fn parse_job(shop: Open) {
    drop(black_box(shop.look.parse(200, black_box(PAYMENT.as_bytes())).expect("a payment")));
}
#[library_benchmark]
#[bench::payment(warm(parse_job, |shop| shop))]
fn parse(shop: Open) {
    parse_job(shop);
}

type Fetched = &'static Reply<Payment>;

fn settle_job((shop, payment): (Open, Fetched)) {
    let settled = payment.settle(black_box(&shop.order)).expect("its order");
    assert!(matches!(settled, Settlement::Paid(_)));
}
fn fetched() -> (Open, Fetched) {
    let payment = shop().look.parse(200, PAYMENT.as_bytes()).expect("a payment");
    let payment = &*Box::leak(Box::new(payment));
    warm(settle_job, |shop| (shop, payment))
}
#[library_benchmark]
#[bench::payment(fetched())]
fn settle(given: (Open, Fetched)) {
    settle_job(given);
}

fn verify_callback_job((shop, callback): (Open, &'static str)) {
    let verified = shop.egw_with_replies.verify_callback(black_box(callback.as_bytes()));
    drop(black_box(verified.expect("a signed callback")));
}
#[library_benchmark]
#[bench::json(warm(verify_callback_job, |shop| (shop, &shop.callback_json)))]
#[bench::form(warm(verify_callback_job, |shop| (shop, &shop.callback_form)))]
fn verify_callback(given: (Open, &'static str)) {
    verify_callback_job(given);
}

type Signed = &'static SignedCallback;

fn settle_callback_job((shop, callback): (Open, Signed)) {
    let settled = callback.settle(black_box(&shop.callback_order)).expect("its order");
    assert!(matches!(settled, Settlement::Paid(_)));
}
fn signed() -> (Open, Signed) {
    let shop = shop();
    let signed = shop.egw_with_replies.verify_callback(shop.callback_form.as_bytes()).expect("a signed callback");
    let signed = &*Box::leak(Box::new(signed));
    warm(settle_callback_job, |shop| (shop, signed))
}
#[library_benchmark]
#[bench::signed(signed())]
fn settle_callback(given: (Open, Signed)) {
    settle_callback_job(given);
}

fn acknowledge_job((shop, decision): (Open, Decision)) {
    let stored = shop.paylink.decide(black_box(decision), None).expect("a decision");
    let mut delivery = shop.paylink.acknowledgment(stored).expect("a delivery");
    let Step::Send(call) = delivery.step(NOW + 1).expect("a step") else { panic!("it must be sent") };
    drop(black_box(call));
    let answer = Answer::Reply { status: 200, body: br#"{"status":"success"}"#, retry_after: "" };
    delivery.heard(NOW + 2, answer).expect("heard");
    drop(black_box(delivery.save()));
}
#[library_benchmark]
#[bench::decided_sent_answered(warm(acknowledge_job, |shop| (shop, qantara_bench::decision())))]
fn acknowledge(given: (Open, Decision)) {
    acknowledge_job(given);
}

fn diagnose_job(captured: Diagnose) {
    drop(black_box(Egw::diagnose(black_box(captured)).expect("findings")));
}
#[library_benchmark]
#[bench::nothing_fits(qantara_bench::captured())]
fn diagnose(captured: Diagnose) {
    diagnose_job(captured);
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
