//! What happens to an Al Qaseh payment after it was made: retried, cancelled, reversed, reconciled.

// A test fails by panicking, in what it calls too.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use qantara::alqaseh::{
    AlQasehConfiguration, CsvRows, HistoryCsv, HistoryCsvQuery, HistoryQuery, HistoryRow, ProcessCard, RetryPayment,
    RevokePayment, TestRedirect, TestWebhook,
};
use qantara::call::Answer;
use qantara::mac::{Mac, MacConfiguration, ProfileFields};
use qantara::money::OrderFields;
use qantara::record::Value;
use qantara::{AlQaseh, Code, Environment, Error, Expect, Order, Reply, Retry, Settlement};

fn gateway() -> AlQaseh {
    AlQaseh::new(Environment::Test, "shop", "secretOfTheShop").unwrap()
}

fn order() -> Order {
    Order::new("A-1", "25000", "IQD").unwrap()
}

fn payment(id: &str, status: &str) -> String {
    format!(
        r#"{{"payment_id":"{id}","order_id":"A-1","amount":25000,"currency":"IQD","payment_status":"{status}","transaction_type":"Retail"}}"#
    )
}

fn kind(settlement: Settlement) -> String {
    let outcome = settlement.outcome();
    format!("{} {} {}", outcome.kind(), outcome.status(), outcome.payment_id().unwrap_or("-"))
}

#[test]
fn declined_then_retried_then_paid() {
    let gateway = gateway();
    let got = gateway.get_payment("p-1").unwrap().parse(200, payment("p-1", "declined").as_bytes()).unwrap();
    assert_eq!(kind(got.settle(&order()).unwrap()), "failed declined p-1");

    let retry = RetryPayment::new().payment_id("p-1").details("another card").payment_status(got.payment_status());
    let call = gateway.retry_payment(retry).unwrap();
    assert_eq!(call.request().method, "POST");
    assert_eq!(call.request().url, "https://api-test.alqaseh.com/v1/egw/payments/retry");
    assert_eq!(call.request().body, r#"{"payment_id":"p-1","details":"another card"}"#);
    assert_eq!((call.retry(), call.look_up()), (Retry::LookUpFirst, "history by order_id"));
    let retried = call.parse(200, br#"{"payment_id":"p-2","payment_status":"retried","token":"t/2"}"#).unwrap();
    assert_eq!(retried.payment_id(), "p-2");
    assert_eq!(retried.pay_url(), Some("https://pay-test.alqaseh.com/pay/t%2F2"));
    assert!(!format!("{retried:?}").contains("t/2") && !format!("{retried:?}").contains("t%2F2"));

    // The old id is not found any more, which is no failure of the order.
    let old = gateway.get_payment("p-1").unwrap().parse(404, b"").unwrap_err();
    assert_eq!((old.code(), old.retry()), (Code::GatewayNotFound, Retry::Never));
    let new = gateway.get_payment("p-2").unwrap().parse(200, payment("p-2", "succeeded").as_bytes()).unwrap();
    assert_eq!(new.expect_paid(&order()).unwrap().replay_key(), Some("alqaseh/test/shop/p-2/paid"));
    // Had the first one gone through as well, that would be said loudly.
    let paid_as = OrderFields::new().order_id("A-1").amount("25000").currency("IQD").paid_as("p-1");
    assert_eq!(new.settle(&Order::from_fields(paid_as).unwrap()).unwrap_err().code(), Code::PaidTwice);
}

#[test]
fn only_what_failed_is_retried() {
    let retry = |status: &str, accept: bool| {
        let input = RetryPayment::new().payment_id("p-1").payment_status(status).accept_unknown(accept);
        gateway().retry_payment(input).map(|_| ()).map_err(|error| (error.code(), error.field().to_string()))
    };
    for status in ["expired", "declined", "failed"] {
        assert_eq!(retry(status, false), Ok(()), "{status}");
    }
    let at = || String::from("payment_status");
    for status in ["prepared", "retried", "succeeded", "revoked", "duplicated", "success", "pending"] {
        assert_eq!(retry(status, true), Err((Code::StatusForbids, at())), "{status}");
    }
    assert_eq!(retry("unknown", false), Err((Code::RiskNotAccepted, at())));
    assert_eq!(retry("unknown", true), Ok(()));
    // Who knows no status may ask: the gateway decides.
    gateway().retry_payment(RetryPayment::new().payment_id("p-1")).unwrap();

    let revoke = |status: &str| {
        let input = RevokePayment::new().payment_id("p-1").payment_status(status);
        gateway().revoke_payment(input).map(|_| ()).map_err(|error| error.code())
    };
    for status in ["prepared", "retried", "pending"] {
        assert_eq!(revoke(status), Ok(()), "{status}");
    }
    for status in ["succeeded", "revoked", "failed", "declined", "expired", "duplicated", "unknown", "success"] {
        assert_eq!(revoke(status), Err(Code::StatusForbids), "{status}");
    }
    let faults = gateway().retry_payment(RetryPayment::new().details("").payment_status("retried")).unwrap_err();
    let codes: Vec<Code> = faults.faults().iter().map(|fault| fault.code).collect();
    assert_eq!(codes, [Code::FieldMissing, Code::TextTooShort, Code::StatusForbids], "all at once");
}

#[test]
fn cancelled_is_revoked_and_looked_at() {
    let gateway = gateway();
    let call = gateway.revoke_payment(RevokePayment::new().payment_id("p-1").payment_status("prepared")).unwrap();
    assert_eq!(call.request().body, r#"{"payment_id":"p-1"}"#);
    assert_eq!(call.look_up(), "get_payment");
    let revoked = payment("p-1", "revoked").replace("}", r#","custom_data":{"card":"of a friend"}}"#);
    let reply = call.parse(200, revoked.as_bytes()).unwrap();
    assert_eq!((reply.order_id(), reply.payment_status()), ("A-1", "revoked"));
    assert!(!format!("{reply:?}").contains("friend"));
    let other = call.parse(200, payment("p-2", "revoked").as_bytes()).unwrap_err();
    assert_eq!((other.code(), other.retry()), (Code::PaymentMismatch, Retry::LookUpFirst));

    // Only the look afterwards counts: the customer may have been faster.
    let look = gateway.get_payment("p-1").unwrap();
    let settled = |status| look.parse(200, payment("p-1", status).as_bytes()).unwrap().settle(&order());
    assert_eq!(kind(settled("revoked").unwrap()), "failed revoked p-1");
    assert_eq!(kind(settled("succeeded").unwrap()), "paid succeeded p-1");
    assert_eq!(kind(settled("prepared").unwrap()), "open prepared p-1");
}

#[test]
fn a_token_in_the_path_is_not_printed() {
    let gateway = gateway();
    let card = ProcessCard::new().token("pa/xyz").card_number("5341432900077803").cvv("971");
    let card = gateway.process_card(card.exp_month("01").exp_year("2027")).unwrap();
    assert_eq!(card.request().url, "https://api-test.alqaseh.com/v1/egw/payments/process/pa%2Fxyz");
    let sent = r#"{"CardNumber":"5341432900077803","Cvv":"971","EXPMon":"01","EXPYear":"2027"}"#;
    assert_eq!(card.request().body, sent);
    assert_eq!((card.retry(), card.look_up()), (Retry::LookUpFirst, "get_payment"));
    let reverse = gateway.reverse_payment("pa/xyz").unwrap();
    assert_eq!(reverse.request().url, "https://api-test.alqaseh.com/v1/egw/payments/process-reversal/pa%2Fxyz");
    assert_eq!((reverse.request().method, reverse.request().body.as_str()), ("POST", ""));
    assert_eq!(reverse.look_up(), "history by order_id, for a Reversal");
    let info = gateway.get_payment_by_token("pa/xyz").unwrap();
    assert_eq!(info.request().url, "https://api-test.alqaseh.com/v1/egw/payments/info/pa%2Fxyz");
    assert_eq!(info.retry(), Retry::Safe);
    let page = gateway.pay_page("pa/xyz").unwrap();
    let replied = card.parse_with(200, "text/html", b"<p>approved for pa%2Fxyz</p>").unwrap();
    assert_eq!(
        (replied.status(), replied.content_type(), replied.body()),
        (200, Some("text/html"), "<p>approved for pa%2Fxyz</p>")
    );
    assert_eq!(reverse.parse(200, b"").unwrap().body(), "");
    for shown in [
        format!("{card:?} {:?}", card.expect().to_json()),
        format!("{reverse:?} {info:?} {page:?} {replied:?}"),
        format!("{:?}", ProcessCard::new().token("pa/xyz").card_number("5341432900077803").cvv("971")),
    ] {
        assert!(!shown.contains("xyz") && !shown.contains("5341") && !shown.contains("971"), "{shown}");
    }
    // A proof comes from a look with get_payment or the history, never from these.
    let found = info.parse(200, br#"{"amount":25000,"currency":"IQD","payment_status":"succeeded"}"#).unwrap();
    let stored = info.clone().erased().parse(200, br#"{"amount":1,"currency":"IQD","payment_status":"Success"}"#);
    assert_eq!(found.payment_status(), "succeeded");
    assert_eq!(stored.unwrap().settle(&order()).unwrap_err().code(), Code::ReplyForeign);
}

#[test]
fn a_card_is_checked_before_it_is_sent() {
    let faults = |number: &str, cvv: &str, month: &str, year: &str| {
        let card = ProcessCard::new().token("t").card_number(number).cvv(cvv).exp_month(month).exp_year(year);
        let error = gateway().process_card(card).unwrap_err();
        assert!(!format!("{error} {error:?}").contains("53414"), "{error}");
        error.faults().iter().map(|fault| (fault.code.text(), fault.field.to_string())).collect::<Vec<_>>()
    };
    let fault = |code, field: &str| vec![(code, field.to_string())];
    assert_eq!(faults("5341 4329 0007 7803", "971", "01", "27"), fault("text.characters", "card_number"));
    assert_eq!(faults("53414329000", "971", "01", "27"), fault("text.too_short", "card_number"));
    assert_eq!(faults("53414329000778035341", "971", "01", "27"), fault("text.too_long", "card_number"));
    assert_eq!(faults("5341432900077803", "97", "01", "27"), fault("text.too_short", "cvv"));
    for month in ["00", "13", "99"] {
        assert_eq!(faults("5341432900077803", "971", month, "27"), fault("number.range", "exp_month"), "{month}");
    }
    assert_eq!(faults("5341432900077803", "971", "1", "27"), fault("text.too_short", "exp_month"));
    assert_eq!(faults("5341432900077803", "971", "12", "027"), fault("number.range", "exp_year"));
    assert_eq!(faults("٥٣٤١٤٣٢٩٠٠٠٧٧٨٠٣", "971", "13", "2").len(), 3, "all at once");
    assert_eq!(gateway().reverse_payment("..").unwrap_err().code(), Code::TextCharacters);
    assert_eq!(gateway().get_payment_by_token("").unwrap_err().code(), Code::TextTooShort);
    assert_eq!(gateway().pay_page(".").unwrap_err().code(), Code::TextCharacters);
}

/// One row: payment id, status, transaction type.
fn row(id: &str, status: &str, of: &str) -> String {
    payment(id, status).replace("Retail", of)
}

fn settled(query: HistoryQuery, body: &str, order: &Order) -> Result<Settlement, Error> {
    let call = gateway().history(query).unwrap();
    call.parse(200, body.as_bytes()).unwrap().settle(order)
}

fn of_rows(rows: &[String]) -> Result<String, Code> {
    let query = HistoryQuery::new().order_id("A-1");
    settled(query, &format!("[{}]", rows.join(",")), &order()).map(kind).map_err(|error| error.code())
}

#[test]
fn what_a_history_proves() {
    let paid = row("p-1", "succeeded", "Retail");
    let declined = row("p-0", "declined", "Retail");
    let held = row("p-2", "succeeded", "Authorization");
    let completed = row("p-1", "succeeded", "CompleteSales");
    let reversed = row("p-3", "succeeded", "Reversal");
    let said = |text: &str| Ok(text.to_string());
    let both = |a: &String, b: &String| [a.clone(), b.clone()];
    // The order of the rows is the caller's, so it says nothing.
    for (a, b, expected) in [
        (&paid, &declined, "paid succeeded p-1"),
        (&paid, &held, "paid succeeded p-1"),
        (&paid, &paid, "paid succeeded p-1"),
        (&paid, &reversed, "reversed succeeded p-3"),
        (&held, &reversed, "reversed succeeded p-3"),
        (&held, &completed, "paid succeeded p-1"),
        (&held, &declined, "held succeeded p-2"),
        (&paid, &row("p-3", "failed", "Reversal"), "paid succeeded p-1"),
        (&paid, &row("p-3", "prepared", "Reversal"), "paid succeeded p-1"),
        (&declined, &row("p-4", "prepared", "Retail"), "open prepared p-4"),
        (&declined, &row("p-4", "settling", "Retail"), "open settling p-4"),
    ] {
        assert_eq!(of_rows(&both(a, b)), said(expected), "{a} {b}");
        assert_eq!(of_rows(&both(b, a)), said(expected), "{b} {a}");
    }
    assert_eq!(of_rows(&[declined.clone(), row("p-4", "expired", "Retail")]), said("failed declined p-0"));
    assert_eq!(of_rows(&[]), said("open not found -"));
    let proof = settled(HistoryQuery::new(), &format!("[{paid}]"), &order()).unwrap().expect_paid().unwrap();
    assert_eq!(proof.replay_key(), Some("alqaseh/test/shop/p-1/paid"), "the same as get_payment's");
    let gone = settled(HistoryQuery::new(), &format!("[{paid},{reversed}]"), &order()).unwrap();
    assert_eq!(gone.outcome().replay_key(), Some("alqaseh/test/shop/p-3/reversed"));
    assert_eq!(gone.expect_paid().unwrap_err().code(), Code::NotPaid);
}

#[test]
fn what_a_history_does_not_prove() {
    let paid = row("p-1", "succeeded", "Retail");
    let twice = row("p-2", "succeeded", "Retail");
    let reversed = row("p-3", "succeeded", "Reversal");
    for rows in [
        vec![paid.clone(), twice.clone()],
        vec![paid.clone(), row("p-2", "succeeded", "CompleteSales")],
        vec![paid.clone(), reversed.clone(), twice.clone()],
        vec![reversed.clone(), paid.clone(), twice.clone()],
    ] {
        assert_eq!(of_rows(&rows), Err(Code::PaidTwice), "{rows:?}");
    }
    // Somebody else's payment is no payment of this order, however it is spelled.
    for id in ["A-2", "A-1 ", "a-1", "A-10", ""] {
        let other = paid.replace("A-1", id);
        assert_eq!(of_rows(std::slice::from_ref(&other)), Ok("open not found -".into()), "{id}");
        assert_eq!(of_rows(&[other, row("p-9", "declined", "Retail")]), Ok("failed declined p-9".into()), "{id}");
    }
    // Money that moved, but not as ordered.
    for (from, to, code) in [
        ("25000", "2500", Code::AmountMismatch),
        ("25000", "null", Code::AmountMismatch),
        ("25000", "\"25,000\"", Code::AmountMismatch),
        ("25000", "[25000]", Code::AmountMismatch),
        ("IQD", "USD", Code::CurrencyMismatch),
        ("IQD", "", Code::CurrencyMismatch),
        ("\"p-1\"", "null", Code::PaymentMismatch),
        ("\"p-1\"", "17", Code::PaymentMismatch),
        ("Retail", "Refund", Code::KindUnknown),
        ("Retail", "", Code::KindUnknown),
    ] {
        let altered = paid.replace(from, to);
        assert_eq!(of_rows(std::slice::from_ref(&altered)), Err(code), "{altered}");
        assert_eq!(of_rows(&[altered, twice.clone()]), Err(code), "not beside another, either");
    }
    let partly = reversed.replace("25000", "5000");
    assert_eq!(of_rows(&[paid.clone(), partly]), Err(Code::AmountMismatch), "a part of it was given back");
    // What did not succeed moves nothing, so its figures stand in nobody's way.
    let cheaper = row("p-0", "declined", "Retail").replace("25000", "2500");
    assert_eq!(of_rows(&[cheaper.clone(), paid.clone()]), Ok("paid succeeded p-1".into()));
    assert_eq!(of_rows(&[cheaper]), Err(Code::AmountMismatch), "unless there is nothing else");
    // A row without its status is not decided.
    let bare = row("p-4", "", "Retail");
    assert_eq!(of_rows(&[row("p-0", "declined", "Retail"), bare]), Ok("open  p-4".into()));

    let asked = OrderFields::new().order_id("A-1").amount("25000").currency("IQD").reversal_requested(true);
    let asked = Order::from_fields(asked).unwrap();
    let list = |rows: &[&String]| format!("[{}]", rows.iter().map(|row| row.as_str()).collect::<Vec<_>>().join(","));
    let refused = settled(HistoryQuery::new(), &list(&[&paid]), &asked).unwrap_err();
    assert_eq!(refused.code(), Code::ReversalRequested);
    let proven = settled(HistoryQuery::new(), &list(&[&paid, &reversed]), &asked).unwrap();
    assert_eq!(kind(proven), "reversed succeeded p-3");
    let paid_as = OrderFields::new().order_id("A-1").amount("25000").currency("IQD").paid_as("p-1");
    let before = Order::from_fields(paid_as).unwrap();
    assert_eq!(settled(HistoryQuery::new(), &list(&[&twice]), &before).unwrap_err().code(), Code::PaidTwice);
    assert_eq!(kind(settled(HistoryQuery::new(), &list(&[&paid]), &before).unwrap()), "paid succeeded p-1");
}

#[test]
fn figures_of_32_bits() {
    let large = Order::new("A-1", "150000250", "IQD").unwrap();
    let row = |shown: &str| format!("[{}]", row("p-1", "succeeded", "Retail").replace("25000", shown));
    for shown in ["150000260", "150000250", "1.5000026e+08", "150000256.00"] {
        assert_eq!(kind(settled(HistoryQuery::new(), &row(shown), &large).unwrap()), "paid succeeded p-1", "{shown}");
    }
    for shown in ["150000270", "150000240", "15000026"] {
        assert_eq!(settled(HistoryQuery::new(), &row(shown), &large).unwrap_err().code(), Code::AmountMismatch);
    }
}

#[test]
fn a_part_of_the_list_is_not_all_of_it() {
    let rows = |count: usize| {
        let rows: Vec<String> = (0..count).map(|at| row(&format!("p-{at}"), "declined", "Retail")).collect();
        format!("[{}]", rows.join(","))
    };
    let shown = |query: HistoryQuery, count| kind(settled(query, &rows(count), &order()).unwrap());
    let query = || HistoryQuery::new().order_id("A-1");
    assert_eq!(shown(query(), 19), "failed declined p-0");
    assert_eq!(shown(query(), 20), "open declined p-0", "the gateway's own limit");
    assert_eq!(shown(query().limit(3), 2), "failed declined p-0");
    assert_eq!(shown(query().limit(3), 3), "open declined p-0", "the next page may hold a payment");
    assert_eq!(shown(query().limit(30).order_by("desc"), 25), "failed declined p-0");
    for narrow in [
        query().offset(1),
        query().payment_status("declined"),
        query().transaction_type("retail"),
        query().since("2026-11-01"),
        query().payment_id("p-0"),
    ] {
        assert_eq!(shown(narrow.clone(), 1), "open declined p-0", "{narrow:?}");
    }
    // A proof is one wherever it stands.
    let full = rows(19).replace("]", &format!(",{}]", row("p-99", "succeeded", "Retail")));
    assert_eq!(kind(settled(query(), &full, &order()).unwrap()), "paid succeeded p-99");
}

#[test]
fn the_history_s_envelopes() {
    let call = gateway().history(HistoryQuery::new().order_id("A-1")).unwrap();
    let row = row("p-1", "succeeded", "Retail");
    for body in [
        format!("[{row}]"),
        format!(r#"{{"payments":[{row}],"total":1}}"#),
        format!(r#"{{"page":{{"of":1}},"data":[{row}]}}"#),
        format!(r#"{{"data":null,"payments":[{row}]}}"#),
    ] {
        let reply = call.parse(200, body.as_bytes()).unwrap();
        assert_eq!(reply.iter().count(), 1, "{body}");
        assert_eq!(reply.iter().next().unwrap().payment_status(), Some("succeeded"));
        assert_eq!(kind(reply.settle(&order()).unwrap()), "paid succeeded p-1", "{body}");
    }
    let reply = call.parse(200, br#"{"payments":[],"total":0}"#).unwrap();
    assert_eq!((reply.iter().count(), reply.extra().len()), (0, 1));
    assert_eq!(call.parse(200, br#"{"data":null}"#).unwrap().iter().count(), 0, "Go's list without rows");
    for (body, code) in [
        ("{}", Code::ReplyFieldMissing),
        (r#"{"rows":[]}"#, Code::ReplyFieldMissing),
        (r#"{"payments":{}}"#, Code::ReplyFieldType),
        (r#"{"data":"none"}"#, Code::ReplyFieldType),
        ("[1]", Code::ReplyFieldType),
        ("[null]", Code::ReplyFieldType),
        ("null", Code::ReplyNotObject),
        ("\"\"", Code::ReplyNotObject),
        ("", Code::ReplyNotJson),
        ("<html>", Code::ReplyNotJson),
        ("payment_id,order_id\n", Code::ReplyNotJson),
        (r#"{"payments":[],"payments":[{}]}"#, Code::ReplyFieldDuplicate),
        (r#"[{"payment_id":"p-1","payment_id":"p-2"}]"#, Code::ReplyFieldDuplicate),
    ] {
        let error = call.parse(200, body.as_bytes()).unwrap_err();
        assert_eq!((error.code(), error.retry()), (code, Retry::Safe), "{body}");
    }
    // Rows keep whatever they hold, and none of it fails the list.
    let odd = r#"[{},{"amount":"much","payment_status":7,"order_id":["A-1"],"secret_of_a_kind":true},{"amount":1e3}]"#;
    let reply = call.parse(200, odd.as_bytes()).unwrap();
    assert_eq!(reply.iter().count(), 3);
    assert_eq!(reply.iter().nth(1).unwrap().extra().len(), 1);
    assert_eq!(kind(reply.settle(&order()).unwrap()), "open not found -");
}

#[test]
fn a_history_is_asked_for() {
    let url = |query: HistoryQuery| gateway().history(query).map(|call| call.request().url.clone());
    let base = "https://api-test.alqaseh.com/v1/egw/payments/history";
    assert_eq!(url(HistoryQuery::new()).unwrap(), base);
    let all = HistoryQuery::new()
        .transaction_type("complete_sales")
        .rrn("1 2")
        .payment_status("succeeded")
        .until("2026-11-30T00:00:00+03:00")
        .since("2026-11-01")
        .amount("25000.00")
        .order_by("desc")
        .offset(40)
        .limit(20);
    let query = "?limit=20&offset=40&order_by=desc&amount=25000.00&from=2026-11-01&to=2026-11-30T00%3A00%3A00%2B03%3A00&payment_status=succeeded&rrn=1%202&transaction_type=CompleteSales";
    assert_eq!(url(all).unwrap(), format!("{base}{query}"));
    assert_eq!(url(HistoryQuery::new().order_id("A&b=#ط")).unwrap(), format!("{base}?order_id=A%26b%3D%23%D8%B7"));
    let bad = HistoryQuery::new().limit(0).offset(-1).order_by("up").amount("1e3").currency("iqd").language("ara");
    let codes: Vec<&str> = url(bad).unwrap_err().faults().iter().map(|fault| fault.code.text()).collect();
    let expected =
        ["number.range", "number.range", "choice.unknown", "amount.syntax", "text.characters", "text.too_long"];
    assert_eq!(codes, expected);
    assert_eq!(url(HistoryQuery::new().limit(1001)).unwrap_err().code(), Code::NumberRange);
}

fn csv(columns: &[(&'static str, &str)], body: &str) -> Result<Reply<HistoryCsv>, Error> {
    let mut query = HistoryCsvQuery::new().order_id("A-1");
    if !columns.is_empty() {
        let map = columns.iter().map(|(name, header)| (String::from(*name), Value::text(header)));
        query = query.columns(Value::Map(map.collect()));
    }
    let call = gateway().history_csv(query)?;
    let stored = Expect::from_json(&call.expect().to_json()).unwrap();
    let answer = Answer { status: 200, content_type: "text/csv", body: body.as_bytes() };
    let came = call.parse(200, body.as_bytes());
    let again = stored.parse(answer);
    assert_eq!(came.is_ok(), again.is_ok(), "the mapping survives a queue");
    came
}

#[test]
fn a_history_as_a_file() {
    let call = gateway().history_csv(HistoryCsvQuery::new().order_id("A-1").since("2026-11-01")).unwrap();
    let base = "https://api-test.alqaseh.com/v1/egw/payments/history/download";
    assert_eq!(call.request().url, format!("{base}?from=2026-11-01&order_id=A-1"));
    assert!(call.request().headers.iter().any(|header| (header.name, header.value.as_str()) == ("Accept", "text/csv")));

    let file = "\u{feff}Payment ID,Order No,AMOUNT,payment-status,\"Note, of ours\",createdAt,Token\r\n\
        p-1,A-1,25000.00,Succeeded,\"He said \"\"yes\"\",\r\nthen paid\",2026-11-01T10:00:00Z,tokenOfThePage\r\n\
        \r\n\
        p-2,\"A-2\",\"1,000\",declined,,0001-01-01T00:00:00Z,\r\n";
    let reply = csv(&[("order_id", "Order No")], file).unwrap();
    let columns = ["Payment ID", "Order No", "AMOUNT", "payment-status", "Note, of ours", "createdAt", "Token"];
    assert_eq!(*reply.columns(), Value::from(columns));
    let rows: Vec<_> = reply.iter().collect();
    assert_eq!(rows.len(), 2);
    let shown = |row: &HistoryRow| {
        [row.payment_id(), row.order_id(), row.amount(), row.payment_status(), row.created_at(), row.token()]
            .map(|value| value.unwrap_or("-").to_string())
    };
    let first = ["p-1", "A-1", "25000.00", "Succeeded", "2026-11-01T10:00:00Z", "tokenOfThePage"];
    assert_eq!((rows[0].line(), shown(&rows[0])), (2, first.map(String::from)));
    assert_eq!((rows[1].line(), shown(&rows[1])), (5, ["p-2", "A-2", "1,000", "declined", "-", "-"].map(String::from)));
    assert_eq!(rows[0].extra(), [("Note, of ours".to_string(), Value::text("He said \"yes\",\r\nthen paid"))]);
    assert!(!format!("{reply:?} {rows:?}").contains("tokenOfThePage"));
    let erased = call.clone().erased().parse(200, file.as_bytes()).unwrap();
    assert_eq!(erased.settle(&order()).unwrap_err().code(), Code::ReplyForeign, "a file proves nothing");

    // Row by row, without a limit to the file's size.
    let mut long = String::from("payment_id,order_id\n");
    (0..200_000).for_each(|at| long.push_str(&format!("p-{at},A-{at}\n")));
    assert!(long.len() > 1 << 20);
    assert_eq!(csv(&[], &long).unwrap_err().code(), Code::ReplyTooLarge);
    let mut rows = CsvRows::new(&long, &[]).unwrap();
    assert_eq!(rows.columns(), ["payment_id", "order_id"]);
    assert_eq!(rows.by_ref().count(), 200_000);
    assert!(rows.next().is_none());
    let mut broken = CsvRows::new("id,rc\n1,00\n2\n3,00\n", &[]).unwrap();
    assert_eq!(broken.next().unwrap().unwrap().rc(), Some("00"));
    assert_eq!(broken.next().unwrap().unwrap_err().code(), Code::ReplyNotCsv);
    assert!(broken.next().is_none(), "what follows a broken row can't be trusted");
}

#[test]
fn what_is_no_file() {
    for (columns, body, why) in [
        (&[][..], "", "it is empty"),
        (&[], "\u{feff}\r\n \n", "it is empty"),
        (&[], "[]", "it looks like JSON"),
        (&[], "\n {\"payments\":[]}", "it looks like JSON"),
        (&[], "\u{feff}{\"err\":\"no\"}", "it looks like JSON"),
        (&[], " <!DOCTYPE html><p>Gateway", "it looks like a page"),
        (&[], "a,b\n1\n", "line 2 has 1 values where the header has 2"),
        (&[], "a,b\r\n1,2\r\n\"x\ny\",2,3\r\n", "line 3 has 3 values where the header has 2"),
        (&[], "a,b\n\"1,2\n", "line 2 has a quote that is never closed"),
        (&[], "a,b\n1\",2\n", "line 2 has a quote in the middle of a value"),
        (&[("order_id", "Order No")], "order_id,rc\nA-1,00\n", "it has no column \"Order No\""),
        (&[("order_id", "Order No")], "order no\nA-1\n", "it has no column \"Order No\""),
    ] {
        let error = csv(columns, body).unwrap_err();
        assert_eq!((error.code(), error.faults()[0].limit.as_ref()), (Code::ReplyNotCsv, why), "{body:?}");
        assert_eq!(error.retry(), Retry::Safe);
    }
    // Two columns of one name are one only if they say the same.
    let twice = |a: &str, b: &str| csv(&[], &format!("Order ID,order_id\n{a},{b}\n"));
    assert_eq!(twice("A-1", "A-1").unwrap().iter().next().unwrap().order_id(), Some("A-1"));
    assert_eq!(twice("", "A-1").unwrap().iter().next().unwrap().order_id(), Some("A-1"));
    assert_eq!(twice("A-1", "").unwrap().iter().next().unwrap().order_id(), Some("A-1"));
    assert_eq!(twice("A-1", "A-2").unwrap_err().code(), Code::ReplyFieldDuplicate);
    // What the caller says stands for a field is the only one.
    let given = csv(&[("order_id", "Order No")], "order_id,Order No\nA-9,A-1\n").unwrap();
    let row = given.iter().next().unwrap();
    assert_eq!((row.order_id(), row.extra()), (Some("A-1"), &[("order_id".to_string(), Value::text("A-9"))][..]));
    // Nothing but the caller's own map can be wrong before anything is sent.
    for (columns, code, field) in [
        (&[("order_no", "Order No")][..], Code::FieldUnknown, "columns.order_no"),
        (&[("line", "Line")], Code::FieldUnknown, "columns.line"),
        (&[("custom_data", "Data")], Code::FieldUnknown, "columns.custom_data"),
        (&[("order_id", "No"), ("orderId", "Order No")], Code::FieldDuplicate, "columns.orderId"),
        (&[("order_id", "No"), ("payment_id", "No")], Code::FieldDuplicate, "columns.payment_id"),
    ] {
        let error = csv(columns, "").unwrap_err();
        assert_eq!((error.code(), error.field()), (code, field));
        assert_eq!(CsvRows::new("a\n", columns).err().unwrap().code(), code);
    }
    let number = HistoryCsvQuery::new().columns(Value::from([("order_id", 7)])).limit(0);
    let error = gateway().history_csv(number).unwrap_err();
    let fields: Vec<_> = error.faults().iter().map(|fault| (fault.code.text(), fault.field.as_ref())).collect();
    assert_eq!(fields, [("number.range", "limit"), ("field.type", "columns.order_id")]);
    assert_eq!(csv(&[("paymentId", "No")], "No\np-1\n").unwrap().iter().next().unwrap().payment_id(), Some("p-1"));
}

#[test]
fn an_unreadable_file_is_not_quoted() {
    let file = "payment_id,token\np-1,tokenOfThePage\n";
    let call = gateway().history_csv(HistoryCsvQuery::new()).unwrap();
    let mut seen = 0;
    for end in 0..file.len() {
        for new in ["\"", ",", "\n", "\r\n", ";", "<", "", "\u{1}"] {
            let altered = format!("{}{new}{}", &file[..end], file.get(end + 1..).unwrap_or(""));
            let Err(error) = call.parse(200, altered.as_bytes()) else { continue };
            seen += 1;
            let shown = format!("{error} {error:?} {}", error.gateway_message());
            assert!(!shown.contains("OfThe"), "{altered:?} {shown}");
        }
    }
    assert!(seen > 50);
    let page = call.parse(200, b"<html><body>Come back later</body></html>").unwrap_err();
    assert_eq!(page.gateway_message(), "Come back later");
    let words = call.parse(502, b"Bad gateway, try again").unwrap_err();
    assert_eq!(words.gateway_message(), "Bad gateway, try again");
}

#[test]
fn messages_for_tests() {
    let gateway = gateway();
    let webhook = TestWebhook::new().order_id("A-1").payment_status("failed").amount("25000.50").currency("USD");
    let webhook = gateway.test_webhook(webhook.payment_id("p-1").token("t").trtype("1").rc("05")).unwrap();
    let body = r#"{"order_id":"A-1","payment_status":"Failed","amount":25000.50,"currency":"USD","payment_id":"p-1","token":"t","trtype":"1","rc":"05"}"#;
    assert_eq!((webhook.body(), webhook.content_type()), (body, "application/json"));
    let hint = AlQaseh::parse_webhook(webhook.body().as_bytes()).unwrap();
    assert_eq!((hint.order_id(), hint.payment_status(), hint.amount()), ("A-1", Some("failed"), Some("25000.50")));

    let redirect = |url: &str| {
        let input = TestRedirect::new().redirect_url(url).payment_id("p/1").order_id("A&1").status("pending");
        gateway.test_redirect(input).map(|made| made.url().to_string())
    };
    let url = redirect("https://shop.example/back?lang=ar").unwrap();
    assert_eq!(url, "https://shop.example/back?lang=ar?payment_id=p%2F1&order_id=A%261&status=Pending");
    let hint = AlQaseh::parse_redirect(&url).unwrap();
    assert_eq!((hint.payment_id(), hint.order_id(), hint.status()), (Some("p/1"), Some("A&1"), Some("pending")));
    assert_eq!(redirect("myshop://back").unwrap_err().code(), Code::UrlInvalid);

    let live = AlQaseh::new(Environment::Production, "shop", "secretOfTheShop").unwrap();
    let faults = |error: Error| {
        error.faults().iter().map(|fault| format!("{} {}", fault.code.text(), fault.field)).collect::<Vec<_>>()
    };
    let refused = live.test_webhook(TestWebhook::new().amount("-1")).unwrap_err();
    assert_eq!(
        faults(refused),
        ["field.missing order_id", "amount.syntax amount", "environment.test_only environment"]
    );
    let input =
        TestRedirect::new().redirect_url("https://shop.example/").payment_id("p").order_id("A").status("failed");
    assert_eq!(faults(live.test_redirect(input).unwrap_err()), ["environment.test_only environment"]);
    assert_eq!(live.pay_page("t").unwrap().url(), "https://pay.alqaseh.com/pay/t");
}

const KEY: &str = "00112233445566778899AABBCCDDEEFF";
const COVERED: [&str; 6] = ["order_id", "amount", "currency", "payment_status", "rc", "rrn"];

fn configured(profile: Value, key: &str) -> Result<AlQaseh, Error> {
    let configuration = AlQasehConfiguration::new().environment("test").client_id("shop").client_secret("s");
    AlQaseh::configure(configuration.webhook_profile(profile).webhook_mac_key(key))
}

fn of_order<const N: usize>(order: [&str; N]) -> Value {
    ProfileFields::new().orders([("reply", order)]).into()
}

/// A MAC over values in their order, by the low-level entry: its names are its own.
fn p_sign(values: &[&str]) -> String {
    let names = ["A", "B", "C", "D", "E", "F"];
    let mac = Mac::new(MacConfiguration::new().key(KEY).order(names)).unwrap();
    let fields: Vec<_> = names.iter().zip(values).map(|(name, value)| (*name, Some(*value))).collect();
    mac.sign(&fields).unwrap()
}

#[test]
fn a_webhook_with_a_scheme() {
    let gateway = configured(of_order(COVERED), KEY).unwrap();
    let signed = p_sign(&["A-1", "25000.00", "IQD", "Success", "00", ""]);
    let body = format!(
        r#"{{"amount":25000.00,"currency":"IQD","order_id":"A-1","trtype":1,"rc":"00","rrn":"","approval":"123456","payment_status":"Success","token":"tokenOfThePage","p_sign":"{signed}"}}"#
    );
    let verified = gateway.verify_webhook(body.as_bytes()).unwrap();
    assert_eq!((verified.order_id(), verified.amount()), (Some("A-1"), Some("25000.00")));
    assert_eq!((verified.payment_status(), verified.currency()), (Some("success"), Some("IQD")));
    assert_eq!(*verified.rc(), Value::text("00"));
    assert!(verified.token().is_none() && verified.approval().is_null(), "not covered, not shown");
    assert!(verified.extra().is_empty());
    gateway.verify_webhook(body.replace(&signed, &signed.to_lowercase()).as_bytes()).unwrap();
    let numbers = body.replace(r#""rc":"00""#, r#""rc":00"#);
    assert_eq!(gateway.verify_webhook(numbers.as_bytes()).unwrap_err().code(), Code::ReplyNotJson);

    for (from, to, code, field) in [
        ("A-1", "A-2", Code::MacMismatch, "p_sign"),
        ("25000.00", "25000", Code::MacMismatch, "p_sign"),
        ("25000.00", "\"25000.0\"", Code::MacMismatch, "p_sign"),
        ("Success", "success", Code::MacMismatch, "p_sign"),
        ("IQD", "USD", Code::MacMismatch, "p_sign"),
        ("\"p_sign\"", "\"p_sing\"", Code::MacMissing, "p_sign"),
        (signed.as_str(), "", Code::MacMissing, "p_sign"),
        (signed.as_str(), &signed[2..], Code::MacLength, "p_sign"),
        (signed.as_str(), "yes", Code::MacNotHex, "p_sign"),
        ("\"A-1\"", "\"A-1\",\"order_id\":\"A-2\"", Code::ReplyFieldDuplicate, "order_id"),
        ("\"A-1\"", "[\"A-1\"]", Code::ReplyFieldType, "order_id"),
        ("\"A-1\"", "true", Code::ReplyFieldType, "order_id"),
        ("A-1", "-", Code::MacUnverifiable, "order_id"),
        ("A-1", "طلب", Code::MacUnverifiable, "order_id"),
        ("{", "[{", Code::ReplyNotJson, ""),
    ] {
        let altered = body.replacen(from, to, 1);
        let error = gateway.verify_webhook(altered.as_bytes()).unwrap_err();
        assert_eq!((error.code(), error.field()), (code, field), "{altered}");
        assert!(!format!("{error:?}").contains("OfThe"));
    }
    assert_eq!(gateway.verify_webhook(b"[]").unwrap_err().code(), Code::ReplyNotObject);
    assert_eq!(gateway.verify_webhook(b"\xff").unwrap_err().code(), Code::ReplyNotUtf8);
    // What stands beside the covered fields is not policed.
    let beside = body.replace("\"trtype\":1", "\"trtype\":1,\"approval\":[7]");
    gateway.verify_webhook(beside.as_bytes()).unwrap();
}

#[test]
fn a_mac_that_fits_two_webhooks() {
    let order = ["rrn", "nonce", "amount", "currency"];
    let gateway = configured(of_order(order), KEY).unwrap();
    let mac = Mac::new(MacConfiguration::new().key(KEY).order(["A", "B", "C", "D"])).unwrap();
    let signed = |values: [&str; 4]| {
        let fields: Vec<_> = ["A", "B", "C", "D"].into_iter().zip(values.map(Some)).collect();
        let [rrn, nonce, amount, currency] = values;
        let signed = mac.sign(&fields).unwrap();
        let body = format!(
            r#"{{"rrn":"{rrn}","nonce":"{nonce}","amount":{amount},"currency":"{currency}","p_sign":"{signed}"}}"#
        );
        (signed, body)
    };
    let (_, plain) = signed(["123456789012", "abc", "1000", "IQD"]);
    gateway.verify_webhook(plain.as_bytes()).unwrap();
    // Nothing stands between a length and its value: `2` + `10` is also the beginning of `21` + `0…`.
    let (small, body) = signed(["10", "ffffffffffffffffff1x5", "1000", "IQD"]);
    let (large, other) = signed(["021ffffffffffffffffff", "x", "41000", "IQD"]);
    assert_eq!(small, large, "one MAC for two amounts");
    for body in [body, other] {
        let error = gateway.verify_webhook(body.as_bytes()).unwrap_err();
        assert_eq!((error.code(), error.field()), (Code::MacUnverifiable, "p_sign"));
    }
}

#[test]
fn a_scheme_is_checked_when_it_is_given() {
    let plain = gateway();
    let error = plain.verify_webhook(b"{}").unwrap_err();
    assert_eq!((error.code(), error.field()), (Code::CredentialMissing, "webhook_mac_key"));
    let configuration = || AlQasehConfiguration::new().environment("test").client_id("shop").client_secret("s");
    let half = AlQaseh::configure(configuration().webhook_profile(of_order(COVERED))).unwrap();
    assert_eq!(half.verify_webhook(b"{}").unwrap_err().field(), "webhook_mac_key");
    let half = AlQaseh::configure(configuration().webhook_mac_key(KEY)).unwrap();
    assert_eq!(half.verify_webhook(b"{}").unwrap_err().field(), "webhook_profile");
    assert!(!format!("{half:?} {:?}", configuration().webhook_mac_key(KEY)).contains("00112233"));

    let unordered = ProfileFields::new().preset("alqaseh-unconfirmed");
    let error = configured(unordered.into(), KEY).unwrap().verify_webhook(br#"{"trtype":"Retail"}"#).unwrap_err();
    assert_eq!((error.code(), error.field()), (Code::MacNoReplyOrder, "webhook_profile"));
    let by_type = ProfileFields::new().orders([("reply 1", ["order_id"]), ("reply", ["amount"])]);
    let gateway = configured(by_type.into(), KEY).unwrap();
    let mac = Mac::new(MacConfiguration::new().key(KEY).order(["A"])).unwrap();
    let signed = mac.sign(&[("A", Some("A-1"))]).unwrap();
    let body = |trtype: &str| format!(r#"{{"order_id":"A-1","amount":5,"trtype":{trtype},"p_sign":"{signed}"}}"#);
    assert_eq!(gateway.verify_webhook(body("1").as_bytes()).unwrap().order_id(), Some("A-1"));
    assert_eq!(gateway.verify_webhook(body("\"1\"").as_bytes()).unwrap().order_id(), Some("A-1"));
    assert_eq!(gateway.verify_webhook(body("\"Retail\"").as_bytes()).unwrap_err().code(), Code::MacMismatch);

    let faults = |profile: Value, key: &str| {
        let error = configured(profile, key).unwrap_err();
        error.faults().iter().map(|fault| format!("{} {}", fault.code.text(), fault.field)).collect::<Vec<_>>()
    };
    assert_eq!(faults("clasic".into(), "xyz"), ["profile.unknown webhook_profile", "key.not_hex webhook_mac_key"]);
    assert_eq!(faults(of_order(["order id"]), KEY), ["profile.invalid webhook_profile"]);
    assert_eq!(faults(of_order(["order_id", "p_sign"]), KEY), ["profile.invalid webhook_profile"]);
    assert_eq!(faults(of_order(["order_id"]), "0011"), ["key.too_short webhook_mac_key"]);
    let missing = ProfileFields::new().preset("kina").from_configuration(["terminal_id"]);
    assert_eq!(faults(missing.into(), KEY), ["profile.invalid webhook_profile"]);
}
