//! Replies fetched with credentials: whatever became of one on its way, it pays an order only if it says so in every
//! field that is proof. What that is stands here once more, over serde_json's reading of the very bytes.

use std::cell::Cell;

use proptest::prelude::*;
use proptest::sample::select;
use proptest::test_runner::TestRunner;
use qantara::alqaseh::HistoryQuery;
use qantara::paylink::PaylinkConfiguration;
use qantara::{AlQaseh, Call, Environment, Order, Paylink, Settlement};

use super::alterations::{Altering, altering};
use super::cases;
use super::json::Doc;

/// What the order is settled as, if anything is proven by it.
pub fn proven(call: &Call, body: &[u8], order: &Order) -> Option<&'static str> {
    match call.parse(200, body).ok()?.settle(order).ok()? {
        Settlement::Paid(_) => Some("paid"),
        Settlement::Held(_) => Some("held"),
        Settlement::Reversed(_) => Some("reversed"),
        Settlement::Failed(_) | Settlement::Open(_) => None,
    }
}

fn fields(fields: &[(&str, Doc)]) -> Doc {
    Doc::Map(fields.iter().map(|(name, value)| (name.to_string(), value.clone())).collect())
}

fn number(text: &str) -> Doc {
    Doc::Number(text.to_string())
}

fn word(text: &str) -> Doc {
    Doc::Word(text.to_string())
}

/// One field of a genuine message says something else: it is another order's, or says that nothing was paid.
type Change = Option<(&'static str, Doc)>;

fn changed(mut doc: Doc, change: &Change) -> Doc {
    if let (Some((name, value)), Doc::Map(map)) = (change, &mut doc) {
        let slot = map.iter_mut().find(|(key, _)| key == name).unwrap();
        slot.1 = value.clone();
    }
    doc
}

fn changes(all: Vec<(&'static str, Doc)>) -> impl Strategy<Value = Change> {
    prop_oneof![1 => Just(None), 2 => select(all).prop_map(Some)]
}

/// Runs one kind of reply: the genuine one proves what it must, an altered one nothing that its bytes don't say.
fn run(
    call: &Call,
    order: &Order,
    altered: impl Strategy<Value = (Doc, Altering)>,
    says: impl Fn(&Doc) -> Option<&'static str>,
) {
    let (proved, unproven) = (Cell::new(0), Cell::new(0));
    let config = cases(1500);
    TestRunner::new(config.clone())
        .run(&altered, |(doc, altering)| {
            let genuine = doc.write();
            prop_assert_eq!(proven(call, genuine.as_bytes(), order), says(&doc), "{}", genuine);
            let body = altering.blind(altering.named(doc).write());
            let found = proven(call, &body, order);
            let count = if found.is_some() { &proved } else { &unproven };
            count.set(count.get() + 1);
            if found.is_some() {
                let read = Doc::read(&body).and_then(|doc| says(&doc));
                prop_assert_eq!(found, read, "{}", String::from_utf8_lossy(&body));
            }
            Ok(())
        })
        .unwrap();
    println!("{} altered replies proved something, {} nothing", proved.get(), unproven.get());
    assert!(proved.get() * 20 > config.cases && unproven.get() * 4 > config.cases);
}

fn is(expected: &'static str) -> impl Fn(&Doc) -> bool {
    move |doc| doc.as_text() == Some(expected)
}

fn is_word(expected: &'static str) -> impl Fn(&Doc) -> bool {
    move |doc| doc.as_text().is_some_and(|text| text.eq_ignore_ascii_case(expected))
}

/// A figure that is 25000, in any form: this one is exact in 32 bits, so its float is its own only.
fn is_25000(doc: &Doc) -> bool {
    doc.figure().is_some_and(|text| text.parse::<f32>() == Ok(25000.0))
}

fn payment() -> Doc {
    fields(&[
        ("id", number("7")),
        ("payment_id", Doc::text("p-1")),
        ("token", Doc::text("t-1")),
        ("order_id", Doc::text("A-1")),
        ("amount", number("25000")),
        ("currency", Doc::text("IQD")),
        ("description", Doc::text("Two books, ط")),
        ("payment_status", Doc::text("succeeded")),
        ("transaction_type", Doc::text("Retail")),
        ("rrn", Doc::text("123456789012")),
        ("custom_data", fields(&[("order_id", Doc::text("A-1")), ("amount", number("25000"))])),
    ])
}

fn payment_changes() -> impl Strategy<Value = Change> {
    changes(vec![
        ("payment_id", Doc::text("p-2")),
        ("order_id", Doc::text("A-2")),
        ("amount", number("250")),
        ("amount", number("25001")),
        ("currency", Doc::text("USD")),
        ("payment_status", Doc::text("failed")),
        ("payment_status", Doc::text("prepared")),
        ("payment_status", Doc::text("SUCCEEDED")),
        ("transaction_type", Doc::text("Authorization")),
        ("transaction_type", Doc::text("Reversal")),
        ("transaction_type", Doc::text("CompleteSales")),
        ("transaction_type", word("null")),
        ("amount", number("2.5e+04")),
    ])
}

/// Id, order, amount, currency and success, each of them there; and the type says of what.
fn payment_says(doc: &Doc) -> Option<&'static str> {
    let ours = doc.each("order_id", is("A-1"))
        && doc.each("amount", is_25000)
        && doc.each("currency", is("IQD"))
        && doc.each("payment_status", is_word("succeeded"));
    let of = |name: &'static str| doc.each("transaction_type", is_word(name));
    match () {
        () if !ours => None,
        () if of("retail") || of("completesales") => Some("paid"),
        () if of("authorization") => Some("held"),
        () if of("reversal") => Some("reversed"),
        () => None,
    }
}

fn alqaseh() -> AlQaseh {
    AlQaseh::new(Environment::Test, "shop", "secret").unwrap()
}

#[test]
fn a_payment_proves_what_it_says() {
    let call = alqaseh().get_payment("p-1").unwrap().erased();
    let order = Order::new("A-1", "25000", "IQD").unwrap();
    let altered = (payment_changes().prop_map(|change| changed(payment(), &change)), altering());
    run(&call, &order, altered, |doc| payment_says(doc).filter(|_| doc.each("payment_id", is("p-1"))));
}

/// Of an order's rows, those that succeeded count. What took money or gave it back must be as ordered and have an id;
/// what only held it may have held another sum, if money was taken after that. Paid is one payment; and a reversal,
/// which doesn't say of which, is the only one's.
fn history_says(doc: &Doc) -> Option<&'static str> {
    let named = |name| doc.all(name).first().map(|first| (*first, doc.each(name, |other| other == *first)));
    let list = match doc {
        Doc::List(_) => doc,
        _ => named("payments").or_else(|| named("data")).filter(|(_, same)| *same)?.0,
    };
    let Doc::List(rows) = list else { return None };
    let ours = rows.iter().filter(|row| row.all("order_id").into_iter().any(is("A-1")));
    let moved: Vec<&Doc> = ours.filter(|row| row.each("payment_status", is_word("succeeded"))).collect();
    let of = |types: &'static [&'static str]| {
        let is_one = move |row: &&&Doc| types.iter().any(|name| row.each("transaction_type", is_word(name)));
        moved.iter().filter(is_one).copied().collect::<Vec<_>>()
    };
    let (paid, held, reversed) = (of(&["retail", "completesales"]), of(&["authorization"]), of(&["reversal"]));
    let has_id = |row: &&Doc| row.each("payment_id", |id| id.as_text().is_some_and(|id| !id.is_empty()));
    let as_ordered = |rows: &[&Doc]| rows.iter().all(|row| payment_says(row).is_some() && has_id(row));
    let one = |rows: &[&Doc]| rows.iter().all(|row| row.all("payment_id") == rows[0].all("payment_id"));
    let whole = paid.len() + held.len() + reversed.len() == moved.len() && as_ordered(&paid) && as_ordered(&reversed);
    let taken = [paid.clone(), held.clone()].concat();
    match () {
        () if !whole || !one(&paid) || (paid.is_empty() && !as_ordered(&held)) => None,
        () if !reversed.is_empty() => (one(&reversed) && one(&taken)).then_some("reversed"),
        () if !paid.is_empty() => Some("paid"),
        () => (!held.is_empty()).then_some("held"),
    }
}

fn histories() -> impl Strategy<Value = Doc> {
    let row = payment_changes().prop_map(|change| changed(payment(), &change));
    let rows = prop::collection::vec(row, 0..4);
    (rows, 0..4_u8).prop_map(|(rows, envelope)| match envelope {
        0 => Doc::List(rows),
        1 => fields(&[("count", number("1")), ("payments", Doc::List(rows))]),
        2 => fields(&[("data", Doc::List(rows))]),
        _ => fields(&[("data", Doc::List(Vec::new())), ("payments", Doc::List(rows))]),
    })
}

#[test]
fn a_history_proves_what_its_rows_say() {
    let call = alqaseh().history(HistoryQuery::new().order_id("A-1")).unwrap().erased();
    let order = Order::new("A-1", "25000", "IQD").unwrap();
    run(&call, &order, (histories(), altering()), history_says);
}

const INVOICE: &str = "1714289084591";

fn invoice(asked: &Change) -> Doc {
    let asked_for = fields(&[
        ("orderNumber", Doc::text("A-1")),
        ("amount", number("25000")),
        ("currency", Doc::text("SAR")),
        ("callBackUrl", Doc::text("https://shop.example/back")),
    ]);
    fields(&[
        ("gatewayOrderRequest", changed(asked_for, asked)),
        ("amount", number("25000.00")),
        ("transactionNo", Doc::text(INVOICE)),
        ("orderStatus", Doc::text("Paid")),
        ("paymentErrors", Doc::List(vec![fields(&[("errorCode", Doc::text("1"))])])),
        ("url", Doc::text("https://pay.example/1")),
        ("success", word("true")),
        ("foreignCurrencyRate", word("null")),
    ])
}

fn invoices() -> impl Strategy<Value = Doc> {
    let asked = changes(vec![
        ("orderNumber", Doc::text("A-2")),
        ("amount", number("250")),
        ("currency", Doc::text("USD")),
        ("currency", word("null")),
    ]);
    let whole = changes(vec![
        ("amount", number("250")),
        ("amount", Doc::text("25000")),
        ("transactionNo", Doc::text("1714289084592")),
        ("orderStatus", Doc::text("Declined")),
        ("orderStatus", Doc::text("Pending")),
        ("orderStatus", Doc::text("Completed")),
        ("orderStatus", Doc::text("PAID")),
        ("success", word("false")),
        ("success", Doc::text("true")),
        ("foreignCurrencyRate", number("3.75")),
        ("gatewayOrderRequest", word("null")),
    ]);
    (prop_oneof![3 => Just(None), 1 => asked], whole).prop_map(|(asked, whole)| changed(invoice(&asked), &whole))
}

/// Exactly 25000: here no float is allowed for.
fn is_exactly_25000(doc: &Doc) -> bool {
    doc.figure().is_some_and(|text| text.parse::<f64>() == Ok(25000.0))
}

fn invoice_says(doc: &Doc) -> Option<&'static str> {
    let asked = |asked: &Doc| {
        asked.each("orderNumber", is("A-1"))
            && asked.each("amount", is_exactly_25000)
            && asked.each("currency", is("SAR"))
    };
    let paid = doc.each("transactionNo", is(INVOICE))
        && doc.each("success", |flag| *flag == word("true") || is("true")(flag))
        && doc.each("orderStatus", is_word("paid"))
        && doc.each("amount", is_exactly_25000)
        && doc.each("gatewayOrderRequest", asked)
        && doc.all("foreignCurrencyRate").iter().all(|rate| **rate == word("null"));
    paid.then_some("paid")
}

#[test]
fn an_invoice_proves_what_it_says() {
    let configuration = PaylinkConfiguration::new().environment("test").api_id("a").secret_key("b");
    let call = Paylink::configure(configuration).unwrap().get_invoice("token", INVOICE).unwrap().erased();
    let order = Order::new("A-1", "25000", "SAR").unwrap();
    run(&call, &order, (invoices(), altering()), invoice_says);
}
