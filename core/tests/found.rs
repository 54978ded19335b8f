//! What fuzzing found (`tests/fuzz`), each as the case it came down to.

// A test fails by panicking, in what it calls too.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use qantara::alqaseh::{CsvRows, HistoryCsvQuery, HistoryQuery};
use qantara::egw::{EgwConfiguration, TestCallback};
use qantara::mac::{Mac, MacConfiguration};
use qantara::record::Value;
use qantara::{AlQaseh, Code, Egw, Environment, Order};

#[test]
fn a_signed_text_that_looks_like_an_absent_time_is_text() {
    let configuration = EgwConfiguration::new().environment("test").api_key("shop-key").profile("romcard");
    let gateway = Egw::configure(configuration.mac_key("00112233445566778899AABBCCDDEEFF")).unwrap();
    let callback = TestCallback::new().trtype("1").order_id("000417").amount("25000").currency("IQD");
    let callback = callback.action("0").rc("00").int_ref("0001-01-01T00:00:00Z");
    for form in ["json", "form", "xml", "html"] {
        let message = gateway.test_callback(callback.clone().form(form)).unwrap();
        let signed = gateway.verify_callback(message.body().as_bytes()).unwrap();
        assert_eq!(signed.int_ref(), Some("0001-01-01T00:00:00Z"), "{form}");
    }
}

/// Each row holds the headers that name no field: a megabyte of file became gigabytes.
#[test]
fn a_header_without_end_is_none() {
    let gateway = AlQaseh::new(Environment::Test, "shop", "secret").unwrap();
    let call = gateway.history_csv(HistoryCsvQuery::new()).unwrap();
    let file = |length: usize| format!("id,{}\n1,2\n", "x".repeat(length));
    assert!(call.parse(200, file(256).as_bytes()).is_ok());
    let error = call.parse(200, file(257).as_bytes()).unwrap_err();
    assert_eq!(error.code(), Code::ReplyNotCsv);
    assert!(CsvRows::new(&file(257), &[]).is_err());
}

/// The same with many headers: 40 of them in 12000 rows were 122 MB, most of it for nothing at all.
#[test]
fn headers_are_not_repeated_without_end() {
    let gateway = AlQaseh::new(Environment::Test, "shop", "secret").unwrap();
    let call = gateway.history_csv(HistoryCsvQuery::new()).unwrap();
    let headers: String = (0..40).map(|at| format!(",{at:0>255}")).collect();
    let file = |value: &str, rows: usize| {
        let row = format!("1{}\n", format!(",{value}").repeat(40));
        format!("id{headers}\n{}", row.repeat(rows))
    };
    let empty = call.parse(200, file("", 12_000).as_bytes()).unwrap();
    assert_eq!((empty.iter().count(), empty.iter().map(|row| row.extra().len()).sum::<usize>()), (12_000, 0));
    // 16 MiB of headers are 1644 rows of these.
    let most = call.parse(200, file("x", 1644).as_bytes()).unwrap();
    assert_eq!(most.iter().map(|row| row.extra().len()).sum::<usize>(), 40 * 1644);
    assert_eq!(call.parse(200, file("x", 1645).as_bytes()).unwrap_err().code(), Code::ReplyNotCsv);
    // One by one no row is kept.
    assert_eq!(CsvRows::new(&file("x", 1645), &[]).unwrap().filter(|row| row.is_ok()).count(), 1645);
}

/// Each of an order's names is looked for among the others: a long order took minutes.
#[test]
fn an_order_of_more_fields_than_any_message_is_refused() {
    let mac = |fields: usize| {
        let names: Vec<String> = (0..fields).map(|at| format!("F{at}")).collect();
        let order: Value = names.iter().map(String::as_str).collect();
        Mac::new(MacConfiguration::new().key("00112233445566778899AABBCCDDEEFF").order(order))
    };
    assert!(mac(64).is_ok());
    for fields in [65, 100_000] {
        let error = mac(fields).unwrap_err();
        assert_eq!((error.code(), error.field()), (Code::ProfileInvalid, "order"));
    }
}

/// Each payment's id was looked for among all earlier ones. A person is told of some.
#[test]
fn of_many_payments_some_are_told() {
    let gateway = AlQaseh::new(Environment::Test, "shop", "secret").unwrap();
    let call = gateway.history(HistoryQuery::new().order_id("A-1")).unwrap();
    let row = |at: usize, kind: &str| {
        format!(
            r#"{{"payment_id":"p-{at}","order_id":"A-1","amount":1,"currency":"IQD","payment_status":"succeeded","transaction_type":"{kind}"}}"#
        )
    };
    let order = Order::new("A-1", "1", "IQD").unwrap();
    let code = |rows: Vec<String>| {
        let reply = call.parse(200, format!("[{}]", rows.join(",")).as_bytes()).unwrap();
        let error = reply.settle(&order).unwrap_err();
        (error.code(), error.message())
    };
    let mut rows: Vec<String> = (0..2000).map(|at| row(at, "Retail")).collect();
    assert_eq!(code(rows.clone()).0, Code::PaidTwice);
    rows.push(row(2000, "Reversal"));
    let (ambiguous, message) = code(rows);
    assert_eq!(ambiguous, Code::OrderAmbiguous);
    assert!(
        message.contains("p-19") && !message.contains("p-20,") && message.contains("reversals p-2000"),
        "{message}"
    );
}
