//! Al Qaseh's history, as JSON and as a file: what its rows prove, and what they don't.

// A test fails by panicking, in what it calls too.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use qantara::alqaseh::{CsvRows, HistoryCsv, HistoryCsvQuery, HistoryQuery, HistoryRow};
use qantara::call::Answer;
use qantara::money::OrderFields;
use qantara::record::Value;
use qantara::{AlQaseh, Code, Environment, Error, Expect, Order, Reply, Retry, Settlement};

fn gateway() -> AlQaseh {
    AlQaseh::new(Environment::Test, "shop", "secretOfTheShop").unwrap()
}

fn order() -> Order {
    Order::new("A-1", "25000", "IQD").unwrap()
}

/// One row: payment id, status, transaction type.
fn row(id: &str, status: &str, of: &str) -> String {
    format!(
        r#"{{"payment_id":"{id}","order_id":"A-1","amount":25000,"currency":"IQD","payment_status":"{status}","transaction_type":"{of}"}}"#
    )
}

fn kind(settlement: Settlement) -> String {
    let outcome = settlement.outcome();
    format!("{} {} {}", outcome.kind(), outcome.status(), outcome.payment_id().unwrap_or("-"))
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
    for rows in [vec![paid.clone(), twice.clone()], vec![paid.clone(), row("p-2", "succeeded", "CompleteSales")]] {
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
fn a_reversal_beside_several_payments_is_ambiguous() {
    let paid = row("p-1", "succeeded", "Retail");
    let twice = row("p-2", "succeeded", "Retail");
    let held = row("p-2", "succeeded", "Authorization");
    let reversed = row("p-3", "succeeded", "Reversal");
    let again = row("p-4", "succeeded", "Reversal");
    for rows in [
        [&paid, &twice, &reversed],
        [&paid, &held, &reversed],
        [&paid, &held.replace("25000", "30000"), &reversed],
        [&paid, &again, &reversed],
        [&again, &again, &reversed],
    ] {
        for order in [[0, 1, 2], [2, 0, 1], [1, 2, 0]] {
            let rows = order.map(|at| rows[at].clone());
            assert_eq!(of_rows(&rows), Err(Code::OrderAmbiguous), "{rows:?}");
        }
    }
    let rows = format!("[{paid},{twice},{reversed}]");
    let error = settled(HistoryQuery::new(), &rows, &order()).unwrap_err();
    assert!(error.to_string().contains("payments p-1, p-2; reversals p-3"), "{error}");
    let said = Ok(String::from("reversed succeeded p-3"));
    for rows in
        [[&paid, &paid, &reversed], [&paid, &reversed, &reversed], [&row("p-2", "failed", "Retail"), &paid, &reversed]]
    {
        assert_eq!(of_rows(&rows.map(String::clone)), said, "{rows:?}");
    }
}

#[test]
fn a_completion_may_take_less_than_was_authorized() {
    let held = row("p-2", "succeeded", "Authorization");
    let part = row("p-1", "succeeded", "CompleteSales").replace("25000", "20000");
    let less = Order::new("A-1", "20000", "IQD").unwrap();
    let of = |rows: &[&String], order: &Order| {
        let rows: Vec<&str> = rows.iter().map(|row| row.as_str()).collect();
        let body = format!("[{}]", rows.join(","));
        settled(HistoryQuery::new().order_id("A-1"), &body, order).map(kind).map_err(|error| error.code())
    };
    for rows in [[&held, &part], [&part, &held]] {
        assert_eq!(of(&rows, &less), Ok("paid succeeded p-1".into()));
        assert_eq!(of(&rows, &order()), Err(Code::AmountMismatch));
    }
    // Held alone it is not the order's, whatever else failed.
    for other in [&held, &part.replace("succeeded", "failed"), &part.replace("CompleteSales", "Authorization")] {
        assert_eq!(of(&[&held, other], &less), Err(Code::AmountMismatch), "{other}");
    }
    assert_eq!(of(&[&held.replace("IQD", "USD"), &part], &less), Err(Code::CurrencyMismatch));
}

#[test]
fn an_altered_history_pays_nothing_else() {
    let body = format!("[{},{}]", row("p-1", "succeeded", "Retail"), row("p-0", "declined", "Retail"));
    let call = gateway().history(HistoryQuery::new().order_id("A-1")).unwrap();
    let mut paid = 0;
    for at in 0..body.len() {
        for new in ["", "\"", "0", "5", "e", ".", "-", ",", "}", "]", "{", "[", ":", "\\", " ", "A"] {
            let altered = format!("{}{new}{}", &body[..at], &body[at + 1..]);
            let Ok(reply) = call.parse(200, altered.as_bytes()) else { continue };
            let Ok(proof) = reply.expect_paid(&order()) else { continue };
            paid += 1;
            let row = reply.iter().find(|row| row.payment_status() == Some("succeeded")).unwrap();
            assert_eq!(row.payment_id(), proof.payment_id(), "{altered}");
            assert_eq!((row.order_id(), row.currency()), (Some("A-1"), Some("IQD")), "{altered}");
            assert_eq!(row.amount().unwrap().parse::<f64>().unwrap(), 25000.0, "{altered}");
            assert_eq!(row.transaction_type(), Some("retail"), "{altered}");
        }
    }
    assert!(paid > 500);
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
    let codes: Vec<&str> = url(bad).unwrap_err().faults().iter().map(|fault| fault.code().text()).collect();
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
    const UNNAMED: &str = "none of its headers names a field, or is given in columns";
    for (columns, body, why) in [
        (&[][..], "", "it is empty"),
        (&[], "\u{feff}\r\n \n", "it is empty"),
        (&[], "[]", "it looks like JSON"),
        (&[], "\n {\"payments\":[]}", "it looks like JSON"),
        (&[], "\u{feff}{\"err\":\"no\"}", "it looks like JSON"),
        (&[], " <!DOCTYPE html><p>Gateway", "it looks like a page"),
        (&[], "id,b\n1\n", "line 2 has 1 values where the header has 2"),
        (&[], "id,b\r\n1,2\r\n\"x\ny\",2,3\r\n", "line 3 has 3 values where the header has 2"),
        (&[], "id,b\n\"1,2\n", "line 2 has a quote that is never closed"),
        (&[], "id,b\n1\",2\n", "line 2 has a quote in the middle of a value"),
        (&[("order_id", "Order No")], "order_id,rc\nA-1,00\n", "it has no column \"Order No\""),
        (&[], "upstream timeout", UNNAMED),
        (&[], "Payment ID;Order ID\np-1;A-1\n", UNNAMED),
        (&[], "p-1,A-1,25000,IQD,succeeded\n", UNNAMED),
        (&[], "رقم الطلب\nA-1\n", UNNAMED),
        (&[("order_id", "Order No")], "order no\nA-1\n", "it has no column \"Order No\""),
    ] {
        let error = csv(columns, body).unwrap_err();
        assert_eq!((error.code(), error.faults()[0].limit()), (Code::ReplyNotCsv, why), "{body:?}");
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
    let fields: Vec<_> = error.faults().iter().map(|fault| (fault.code().text(), fault.field())).collect();
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
