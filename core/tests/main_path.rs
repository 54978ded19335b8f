//! The main path of each gateway, as a Rust user writes it.

use qantara::alqaseh::CreatePayment;
use qantara::egw::{EgwConfiguration, Prepare};
use qantara::mac::{Mac, MacConfiguration, ProfileFields};
use qantara::paylink::{Answer, Decision, PaylinkConfiguration, Step};
use qantara::record::Value;
use qantara::{AlQaseh, Code, Egw, Environment, Order, Paylink, Retry, Settlement, Stamp};

#[test]
fn alqaseh_create_and_get() {
    let gateway = AlQaseh::new(Environment::Test, "public_test", "secret-of-mine").unwrap();
    let order = Order::new("A-1", "25000", "IQD").unwrap();
    let call =
        gateway.create_payment(CreatePayment::for_order(&order, "Two books", "https://shop.example/return")).unwrap();
    let request = call.request();
    assert_eq!(request.url, "https://api-test.alqaseh.com/v1/egw/payments/create");
    assert_eq!(
        request.body,
        r#"{"order_id":"A-1","amount":25000,"currency":"IQD","description":"Two books","redirect_url":"https://shop.example/return","transaction_type":"Retail"}"#
    );
    assert_eq!(call.retry(), Retry::LookUpFirst);
    assert!(!format!("{call:?}").contains("Basic"));
    let created = call.parse(200, br#"{"payment_id":"p-1","token":"t/1"}"#).unwrap();
    assert_eq!(created.pay_url(), Some("https://pay-test.alqaseh.com/pay/t%2F1"));
    assert!(!format!("{created:?}").contains("t/1"));

    let look = gateway.get_payment("p-1").unwrap();
    let body = br#"{"payment_id":"p-1","order_id":"A-1","amount":25000,"currency":"IQD","payment_status":"succeeded","transaction_type":"Retail"}"#;
    let paid = look.parse(200, body).unwrap().expect_paid(&order).unwrap();
    assert_eq!(paid.replay_key(), Some("alqaseh/test/public_test/p-1/paid"));
    let other = Order::new("A-2", "25000", "IQD").unwrap();
    assert_eq!(look.parse(200, body).unwrap().settle(&other).unwrap_err().code(), Code::OrderMismatch);
}

#[test]
fn all_faults_at_once() {
    let gateway = AlQaseh::new(Environment::Test, "a", "b").unwrap();
    let error = gateway.create_payment(CreatePayment::new().amount("1e3").currency("iqd")).unwrap_err();
    let codes: Vec<_> = error.faults().iter().map(|fault| (fault.code().text(), fault.field())).collect();
    assert_eq!(
        codes,
        [
            ("field.missing", "order_id"),
            ("amount.syntax", "amount"),
            ("text.characters", "currency"),
            ("field.missing", "description"),
            ("field.missing", "redirect_url"),
        ]
    );
    println!("{error}");
}

/// The manual's published example.
#[test]
fn published_p_sign() {
    let configuration = MacConfiguration::new().key("00112233445566778899AABBCCDDEEFF").order([
        "AMOUNT",
        "CURRENCY",
        "ORDER",
        "DESC",
        "MERCH_NAME",
        "MERCH_URL",
        "MERCHANT",
        "TERMINAL",
        "EMAIL",
        "TRTYPE",
        "COUNTRY",
        "MERCH_GMT",
        "TIMESTAMP",
        "NONCE",
        "BACKREF",
    ]);
    let fields = [
        ("AMOUNT", Some("11.48")),
        ("CURRENCY", Some("USD")),
        ("ORDER", Some("771446")),
        ("DESC", Some("IT Books. Qty: 2")),
        ("MERCH_NAME", Some("Books Online Inc.")),
        ("MERCH_URL", Some("www.sample.com")),
        ("MERCHANT", Some("123456789012345")),
        ("TERMINAL", Some("99999999")),
        ("EMAIL", Some("pgw@mail.sample.com")),
        ("TRTYPE", Some("1")),
        ("COUNTRY", None),
        ("MERCH_GMT", None),
        ("TIMESTAMP", Some("20030105153021")),
        ("NONCE", Some("F2B2DD7E603A7ADA")),
        ("BACKREF", Some("https://www.sample.com/shop/reply")),
    ];
    let mac = Mac::new(configuration).unwrap();
    assert_eq!(mac.sign(&fields).unwrap(), "FACC882CA67E109E409E3974DDEDA8AAB13A5E48");
}

fn egw(profile: impl Into<Value>) -> Result<Egw, qantara::Error> {
    let configuration = EgwConfiguration::new()
        .environment(Environment::Test)
        .api_key("k")
        .mac_key("00112233445566778899AABBCCDDEEFF")
        .profile(profile)
        .merchant("123456789012345")
        .terminal("99999999")
        .merch_name("Books Online Inc.")
        .merch_url("www.sample.com");
    Egw::configure(configuration)
}

#[test]
fn egw_prepare_and_callback() {
    let stamp = Stamp::from_text("20261120130000", "F2B2DD7E603A7ADA").unwrap();
    let order = Order::new("771446", "11.48", "USD").unwrap();
    let prepare = Prepare::new()
        .order_id("771446")
        .amount("11.48")
        .currency("USD")
        .description("IT Books. Qty: 2")
        .transaction_type("authorization")
        .back_ref("https://www.sample.com/shop/reply");
    let call = egw("classic").unwrap().prepare(prepare, &stamp).unwrap();
    println!("{}\n{:?}", call.request().body, call.signed());

    let reply_order = ["TERMINAL", "TRTYPE", "ORDER", "AMOUNT", "CURRENCY", "ACTION", "RC", "RRN", "INT_REF"];
    let gateway = egw(ProfileFields::new().preset("classic").orders([("reply", reply_order)])).unwrap();
    let mac = Mac::new(MacConfiguration::new().key("00112233445566778899AABBCCDDEEFF").order(reply_order)).unwrap();
    let fields = ["99999999", "0", "771446", "11.48", "USD", "0", "00", "123456789012", "ABC"];
    let named: Vec<_> = reply_order.iter().zip(fields).map(|(name, value)| (*name, Some(value))).collect();
    let p_sign = mac.sign(&named).unwrap();
    let mut body: String = named.iter().map(|(name, value)| format!("{name}={}&", value.unwrap())).collect();
    body.push_str(&format!("P_SIGN={p_sign}&CARD=5xxx"));
    let signed = gateway.verify_callback(body.as_bytes()).unwrap();
    assert!(signed.as_record().text("card").is_none(), "not covered, not shown");
    assert!(matches!(signed.settle(&order).unwrap(), Settlement::Held(_)));
    let altered = body.replace("AMOUNT=11.48", "AMOUNT=11.49");
    assert_eq!(gateway.verify_callback(altered.as_bytes()).unwrap_err().code(), Code::MacMismatch);
}

#[test]
fn paylink_acknowledgment() {
    let configuration =
        PaylinkConfiguration::new().environment("test").merchant_id("shop").api_key("k").base_url("http://localhost:1");
    let gateway = Paylink::configure(configuration).unwrap();
    let decision = |verdict: &str| {
        Decision::new().link_reference("1234567890ABC").verdict(verdict).now(1_795_000_000).deadline(1_795_000_600)
    };
    let stored = gateway.decide(decision("success"), None).unwrap();
    let mut ack = gateway.acknowledgment(stored).unwrap();
    let Step::Send(call) = ack.step(1_795_000_001).unwrap() else { panic!("it must be sent") };
    assert_eq!(call.request().body, r#"{"processingStatus":"Success","transactionNo":"1234567890ABC"}"#);
    ack.heard(1_795_000_002, Answer::Lost).unwrap();
    let saved = ack.save();
    assert_eq!(gateway.decide(decision("failure"), Some(saved.clone())).unwrap_err().code(), Code::AckFlip);
    let mut again = gateway.acknowledgment(saved).unwrap();
    assert!(matches!(again.step(1_795_000_002).unwrap(), Step::Wait(1_795_000_003)));
    assert!(matches!(again.step(1_795_000_003).unwrap(), Step::Send(_)));
    let body = br#"{"status":"success"}"#;
    again.heard(1_795_000_004, Answer::Reply { status: 200, body, retry_after: "" }).unwrap();
    assert_eq!(again.state(), "acknowledged");
    assert_eq!(gateway.decide(decision("failure"), Some(again.save())).unwrap_err().code(), Code::AckFlip);
}

#[cfg(feature = "http")]
#[test]
fn a_request_as_the_http_crates() {
    let gateway = AlQaseh::new(Environment::Test, "public_test", "secret-of-mine").unwrap();
    let call = gateway.get_payment("a/b").unwrap();
    let request = http::Request::<String>::try_from(call.request()).unwrap();
    assert_eq!(request.uri(), "https://api-test.alqaseh.com/v1/egw/payments/a%2Fb");
    assert!(request.headers()["authorization"].is_sensitive());
    assert!(!format!("{request:?}").contains("Basic"));
}
