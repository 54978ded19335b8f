// What the pages leave out.
use std::cell::RefCell;

use qantara::alqaseh::*;
use qantara::egw::*;
use qantara::mac::*;
use qantara::paylink::*;
use qantara::record::{Names, Record, Value};
use qantara::{AlQaseh, Egw, Error, Gateway, GatewayKind, Held, Order, Paylink, Request, Settlement, Stamp};
use qantara_contract::examples::{Examples, NONCE, TIMESTAMP};

thread_local!(static PRINTED: RefCell<Vec<String>> = const { RefCell::new(Vec::new()) });

/// What the snippets print is compared.
macro_rules! println {
    ($($what:tt)*) => {
        let line = format!($($what)*);
        PRINTED.with_borrow_mut(|lines| lines.push(line));
    };
}

fn sample(name: &str, run: impl FnOnce(u16, &'static [u8]) -> Result<(), Error>) {
    let all = qantara_contract::samples::samples(&Examples::read());
    let sample = all.into_iter().find(|sample| sample.name == name).expect("a sample");
    run(sample.status, sample.body.leak().as_bytes()).expect(name);
    assert_eq!(PRINTED.take().join("\n"), sample.prints, "{name}");
}

fn alqaseh() -> AlQaseh {
    match Examples::read().gateway(GatewayKind::AlQaseh) {
        Gateway::AlQaseh(gateway) => gateway,
        _ => panic!("another gateway"),
    }
}

fn egw() -> Egw {
    match Examples::read().gateway(GatewayKind::Egw) {
        Gateway::Egw(gateway) => *gateway,
        _ => panic!("another gateway"),
    }
}

fn paylink() -> Paylink {
    match Examples::read().gateway(GatewayKind::Paylink) {
        Gateway::Paylink(gateway) => gateway,
        _ => panic!("another gateway"),
    }
}

fn stamp() -> Stamp {
    Stamp::from_text(TIMESTAMP, NONCE).expect("a stamp")
}

fn held() -> Held {
    let input = Record::from_named(TestCallback::SHAPE, Names::Snake, Examples::read().held()).expect("its input");
    let message = egw().test_callback(input.into()).expect("a callback");
    let signed = egw().verify_callback(message.body().as_bytes()).expect("it verifies");
    match signed.settle(&Order::new("000417", "25000", "IQD").expect("an order")) {
        Ok(Settlement::Held(held)) => held,
        other => panic!("{other:?}"),
    }
}

fn now() -> i64 {
    1_795_000_000
}

fn sleep_until(_: i64) {}
