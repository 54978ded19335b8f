//! What happens to an Al Qaseh payment after it was made: retried, cancelled, reversed; and messages about it.

// A test fails by panicking, in what it calls too.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use qantara::alqaseh::{AlQasehConfiguration, ProcessCard, RetryPayment, RevokePayment, TestRedirect, TestWebhook};
use qantara::mac::{Mac, MacConfiguration, ProfileFields};
use qantara::money::OrderFields;
use qantara::record::Value;
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
fn a_new_attempt_has_an_id_of_its_own() {
    let call = gateway().retry_payment(RetryPayment::new().payment_id("p-1")).unwrap();
    let body = |id: &str| format!(r#"{{"payment_id":"{id}","payment_status":"retried","token":"t-2"}}"#);
    call.parse(200, body("p-2").as_bytes()).unwrap();
    let error = call.parse(200, body("p-1").as_bytes()).unwrap_err();
    assert_eq!((error.code(), error.field(), error.retry()), (Code::PaymentMismatch, "payment_id", Retry::LookUpFirst));
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
    assert_eq!(retry("Unknown", false), Err((Code::RiskNotAccepted, at())));
    assert_eq!(retry("SUCCEEDED", true), Err((Code::StatusForbids, at())));
    // Who knows no status, or one that nobody knows, may ask: the gateway decides.
    for status in ["DECLINED", "settled", "قيد التسوية"] {
        assert_eq!(retry(status, false), Ok(()), "{status}");
    }
    gateway().retry_payment(RetryPayment::new().payment_id("p-1")).unwrap();

    let revoke = |status: &str| {
        let input = RevokePayment::new().payment_id("p-1").payment_status(status);
        gateway().revoke_payment(input).map(|_| ()).map_err(|error| error.code())
    };
    for status in ["prepared", "retried", "pending", "Prepared", "settling"] {
        assert_eq!(revoke(status), Ok(()), "{status}");
    }
    for status in ["succeeded", "revoked", "failed", "declined", "expired", "duplicated", "unknown", "success"] {
        assert_eq!(revoke(status), Err(Code::StatusForbids), "{status}");
    }
    let faults = gateway().retry_payment(RetryPayment::new().details("").payment_status("retried")).unwrap_err();
    let codes: Vec<Code> = faults.faults().iter().map(|fault| fault.code()).collect();
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
        error.faults().iter().map(|fault| (fault.code().text(), fault.field().to_string())).collect::<Vec<_>>()
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
        error.faults().iter().map(|fault| format!("{} {}", fault.code().text(), fault.field())).collect::<Vec<_>>()
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
    let order = ["order_id", "rrn", "nonce", "amount", "currency"];
    let gateway = configured(of_order(order), KEY).unwrap();
    let mac = Mac::new(MacConfiguration::new().key(KEY).order(["A", "B", "C", "D", "E"])).unwrap();
    let signed = |values: [&str; 4]| {
        let all = std::iter::once("A-1").chain(values).map(Some);
        let fields: Vec<_> = ["A", "B", "C", "D", "E"].into_iter().zip(all).collect();
        let [rrn, nonce, amount, currency] = values;
        let signed = mac.sign(&fields).unwrap();
        let body = format!(
            r#"{{"order_id":"A-1","rrn":"{rrn}","nonce":"{nonce}","amount":{amount},"currency":"{currency}","p_sign":"{signed}"}}"#
        );
        (signed, body)
    };
    let (_, plain) = signed(["123456789012", "abc", "1000", "IQD"]);
    gateway.verify_webhook(plain.as_bytes()).unwrap();
    // Nothing stands between a length and its value: `2` + `10` is also the beginning of `21` + `0…`.
    let (small, body) = signed(["10", "ffffffffffffffffff1x5", "1000", "IQD"]);
    let (large, other) = signed(["021ffffffffffffffffff", "x", "41000", "IQD"]);
    assert_eq!(small, large, "one MAC for two amounts");
    // One that no gateway sends is known for what it is made of; between two that could be, neither is believed.
    gateway.verify_webhook(body.as_bytes()).unwrap();
    let refused = |body: &str| {
        let error = gateway.verify_webhook(body.as_bytes()).unwrap_err();
        assert_eq!((error.code(), error.field()), (Code::MacUnverifiable, "p_sign"), "{body}");
    };
    refused(&other);
    let (small, body) = signed(["2", "ffffffffff1x5", "1000", "IQD"]);
    let (large, other) = signed(["13ffffffffff", "x", "41000", "IQD"]);
    assert_eq!(small, large, "one MAC for two amounts");
    refused(&body);
    refused(&other);
}

#[test]
fn genuine_webhooks_have_one_reading() {
    const ORDER: [&str; 8] = ["amount", "currency", "order_id", "trtype", "rc", "approval", "rrn", "payment_status"];
    let gateway = configured(of_order(ORDER), KEY).unwrap();
    let names = ["A", "B", "C", "D", "E", "F", "G", "H"];
    let mac = Mac::new(MacConfiguration::new().key(KEY).order(names)).unwrap();
    let mut state = 0x9E37_79B9_7F4A_7C15_u64;
    let mut digits = |count: usize| -> String {
        let pick = |_| {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            char::from(b'0' + (state % 10) as u8)
        };
        (0..count).map(pick).collect()
    };
    for _ in 0..3000 {
        let (id, approval, rrn) = (format!("A-{}", digits(7)), digits(6), digits(12));
        let values = ["25000", "IQD", &id, "Retail", "00", &approval, &rrn, "Success"];
        let signed = mac.sign(&names.iter().zip(values).map(|(name, value)| (*name, Some(value))).collect::<Vec<_>>());
        let fields: String = ORDER.iter().zip(values).map(|(name, value)| format!("\"{name}\":\"{value}\",")).collect();
        let body = format!("{{{fields}\"p_sign\":\"{}\"}}", signed.unwrap());
        assert!(gateway.verify_webhook(body.as_bytes()).is_ok(), "{body}");
    }
}

#[test]
fn a_mac_that_covers_no_order_is_about_none() {
    // EGW's names are none of a webhook's, so all that is signed is absent: one MAC fits every webhook.
    let classic = configured(Value::text("classic"), KEY).unwrap();
    let mac = Mac::new(MacConfiguration::new().key(KEY).order(["A", "B", "C", "D", "E", "F", "G", "H", "I"])).unwrap();
    let signed = mac.sign(&[]).unwrap();
    for id in ["A-1", "A-2"] {
        let body = format!(r#"{{"order_id":"{id}","payment_status":"Success","p_sign":"{signed}"}}"#);
        let error = classic.verify_webhook(body.as_bytes()).unwrap_err();
        assert_eq!((error.code(), error.faults()[0].limit()), (Code::MacNotCovered, "order_id"));
        let forged = body.replace(&signed, &"0".repeat(40));
        assert_eq!(classic.verify_webhook(forged.as_bytes()).unwrap_err().code(), Code::MacMismatch);
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
        error.faults().iter().map(|fault| format!("{} {}", fault.code().text(), fault.field())).collect::<Vec<_>>()
    };
    assert_eq!(faults("clasic".into(), "xyz"), ["profile.unknown webhook_profile", "key.not_hex webhook_mac_key"]);
    assert_eq!(faults(of_order(["order id"]), KEY), ["profile.invalid webhook_profile"]);
    assert_eq!(faults(of_order(["order_id", "p_sign"]), KEY), ["profile.invalid webhook_profile"]);
    assert_eq!(faults(of_order(["order_id"]), "0011"), ["key.too_short webhook_mac_key"]);
    let missing = ProfileFields::new().preset("kina").from_configuration(["terminal_id"]);
    assert_eq!(faults(missing.into(), KEY), ["profile.invalid webhook_profile"]);
}
