//! What happens to an Al Qaseh payment after it was made: retried, cancelled, reversed, reconciled.

// A test fails by panicking, in what it calls too.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use qantara::alqaseh::{HistoryQuery, ProcessCard, RetryPayment, RevokePayment};
use qantara::money::OrderFields;
use qantara::{AlQaseh, Code, Environment, Error, Order, Retry, Settlement};

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
