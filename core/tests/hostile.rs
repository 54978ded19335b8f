//! What no single case can say: properties that hold for thousands of altered, cut, oversized and random inputs.

// A test fails by panicking, in what it calls too.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use qantara::alqaseh::{
    AlQasehConfiguration, CreatePayment, ProcessCard, REDIRECT, TestWebhook, WEBHOOK, WebhookMessage,
};
use qantara::egw::{CALLBACK, EgwConfiguration};
use qantara::mac::{Diagnose, Mac, MacConfiguration, ProfileFields};
use qantara::paylink::{
    AnswerFields, Authenticate, Decision, PaylinkConfiguration, Step, VerifyPaymentWebhook, VerifyRefundWebhook,
};
use qantara::record::Value;
use qantara::{AlQaseh, Code, Egw, Environment, Error, Expect, Order, Paylink, Settlement, json};

const TOKEN: &str = "tokenOfThePage";
const PAYMENT: &str = r#"{"payment_id":"p-1","order_id":"A-1","amount":25000,"currency":"IQD","payment_status":"succeeded","transaction_type":"Retail","token":"tokenOfThePage","custom_data":{"a":[1.50,null,"\u0637"]}}"#;

fn alqaseh() -> AlQaseh {
    AlQaseh::new(Environment::Test, "shop", "secretOfTheShop").unwrap()
}

/// The same sequence in every run.
struct Dice(u64);

impl Dice {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    fn below(&mut self, bound: usize) -> usize {
        (self.next() % bound as u64) as usize
    }
}

/// Every cut of a message, then every byte of it replaced, dropped or doubled.
fn altered(message: &[u8]) -> impl Iterator<Item = Vec<u8>> + '_ {
    let cuts = (0..message.len()).map(|end| message[..end].to_vec());
    let changes = (0..message.len()).flat_map(move |at| {
        let replaced = b"\0\"\\{}[],:=&%+-.059eA\n\xff".iter().map(move |new| {
            let mut other = message.to_vec();
            other[at] = *new;
            other
        });
        let (mut dropped, mut doubled) = (message.to_vec(), message.to_vec());
        dropped.remove(at);
        doubled.insert(at, message[at]);
        replaced.chain([dropped, doubled])
    });
    cuts.chain(changes)
}

#[test]
fn no_error_shows_a_token_or_credential() {
    let gateway = alqaseh();
    let input = CreatePayment::for_order(&Order::new("A-1", "1", "IQD").unwrap(), "x", "https://shop.example/");
    let create = gateway.create_payment(input).unwrap();
    let created = format!(r#" {{"payment_id":"p-1","token":"{TOKEN}"}}"#);
    let look = gateway.get_payment("p-1").unwrap();
    let mut seen = 0;
    let mut silent = |error: Error| {
        seen += 1;
        let shown = format!("{error} {error:?} {} {}", error.message(), error.gateway_message());
        assert!(!shown.contains(TOKEN) && !shown.contains("secretOfTheShop"), "{shown}");
    };
    for body in altered(created.as_bytes()) {
        let _ = create.parse(200, &body).map_err(&mut silent);
    }
    for body in altered(PAYMENT.as_bytes()) {
        let _ = look.parse(200, &body).map_err(&mut silent);
    }
    for secret in ["secretOfTheShop\n", " secretOfTheShop", "secretOfTheShopé"] {
        silent(AlQaseh::new(Environment::Test, "a:b", secret).unwrap_err());
        let egw = EgwConfiguration::new().environment("test").api_key(secret).mac_key(secret).profile("classic");
        silent(Egw::configure(egw).unwrap_err());
        silent(Mac::new(MacConfiguration::new().key(secret).order(["A"])).unwrap_err());
        let paylink = PaylinkConfiguration::new().environment("production").merchant_id("m").api_key(secret);
        silent(Paylink::configure(paylink).unwrap_err());
    }
    assert!(seen > 1000);
    let reply = look.parse(200, PAYMENT.as_bytes()).unwrap();
    let input = AlQasehConfiguration::new().client_secret("secretOfTheShop");
    let shown = format!("{gateway:?} {create:?} {:#?} {reply:?} {reply:#?} {input:?}", create.expect());
    assert!(!shown.contains(TOKEN) && !shown.contains("secretOfTheShop") && !shown.contains("Basic"), "{shown}");
}

#[test]
fn what_was_sent_is_not_quoted_when_it_comes_back() {
    let gateway = alqaseh();
    let card = ProcessCard::new().token(TOKEN).card_number("5341432900077803").cvv("971").exp_month("01");
    let process = gateway.process_card(card.exp_year("2027")).unwrap().erased();
    let info = gateway.get_payment_by_token(TOKEN).unwrap().erased();
    let reverse = gateway.reverse_payment(TOKEN).unwrap().erased();
    let look = gateway.get_payment("p-1").unwrap().erased();
    let paylink =
        PaylinkConfiguration::new().environment("production").api_id("APP_ID_1").secret_key("secretOfTheShop");
    let authenticate =
        Paylink::configure(paylink).unwrap().authenticate(Authenticate::new().now(1_767_322_930)).unwrap().erased();
    let bodies = [
        "{} is refused",
        "Cannot POST /v1/egw/payments/process/{}",
        "<pre>Cannot POST /v1/egw/payments/process/{}</pre>",
        r#"{"err":"token {} is expired","error_code":"{}","reference_code":"{}"}"#,
    ];
    for secret in [TOKEN, "5341432900077803", "5341 4329 0007 7803", "cvv 971 of 01/2027"] {
        for (status, body) in [301, 400, 401, 404, 500].iter().flat_map(|status| bodies.map(|body| (*status, body))) {
            for call in [&process, &info, &reverse] {
                let error = call.parse(status, body.replace("{}", secret).as_bytes()).unwrap_err();
                let said = [error.gateway_code(), error.gateway_message(), error.gateway_reference()];
                assert_eq!(said, [""; 3], "{status} {body}");
                assert!(!format!("{error} {error:?}").contains(secret), "{error:?}");
            }
        }
    }
    // A body that is nothing but a token; other calls' errors show what no token is in.
    for body in [TOKEN, "<token>tokenOfThePage</token>", "ok tokenOfThePage"] {
        for call in [&authenticate, &look, &info] {
            assert_eq!(call.parse(200, body.as_bytes()).unwrap_err().gateway_message(), "", "{body}");
        }
    }
    for (said, shown) in [
        ("see /pay/tokenOfThePage or wait", "see or wait"),
        ("card 5341 4329 0007 7803 cvv 971 refused", "card … cvv 971 refused"),
        ("card 5341\u{a0}4329\u{a0}0007 refused", "card … refused"),
        ("a5341-4329-0007-78.03- refused", "a…- refused"),
        ("5341\u{202f}4329\u{2060}0007", "…"),
        ("no 12345678901 of 17", "no 12345678901 of 17"),
        ("a\u{202e}b\u{2066}c\u{85}d", "a b c d"),
    ] {
        assert_eq!(look.parse(502, said.as_bytes()).unwrap_err().gateway_message(), shown);
        let error = look.parse(400, format!(r#"{{"message":"{said}","error_code":"{said}"}}"#).as_bytes()).unwrap_err();
        assert_eq!([error.gateway_message(), error.gateway_code()], [shown; 2]);
    }
    // Keys and tokens, which a gateway may say it knows nothing of; a reference is what its support asks for.
    let key = "4c2db6a1c9d841809c0fcdbf1fd0aeb8";
    let token = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.dBjftJeZ4CVPmB92K27uhbUJU1p1r_wW1";
    for (said, shown) in [
        (format!("API key {key} is wrong"), "API key … is wrong"),
        (format!("token '{token}' expired at 2026-11-20T12:00:01Z"), "token … expired at 2026-11-20T12:00:01Z"),
        (String::from("key:550e8400-e29b-41d4-a716-446655440000, order 771446"), "… order 771446"),
        (
            String::from("com.shop.InternalServerException: PAYMENT_STATUS_2"),
            "com.shop.InternalServerException: PAYMENT_STATUS_2",
        ),
        (String::from("Zx3kQ9pL2mN_8vB5yT7cR1w and qs_live_4c2db6a1c9d8419"), "… and …"),
        (String::from("no AbC9+dEf7GhI3JkLmN0p+QrS"), "no …"),
        (
            String::from("3DS_AUTHENTICATION_FAILED: OAUTH2_TOKEN_EXPIRED_401"),
            "3DS_AUTHENTICATION_FAILED: OAUTH2_TOKEN_EXPIRED_401",
        ),
        (String::from("payment_not_found: order INV-2026-0001234-A"), "payment_not_found: order …"),
    ] {
        let body = format!(r#"{{"message":"{said}","error_code":"{said}","reference_code":"550e8400-e29b-41d4"}}"#);
        let error = look.parse(400, body.as_bytes()).unwrap_err();
        let found = [error.gateway_message(), error.gateway_code(), error.gateway_reference()];
        assert_eq!(found, [shown, shown, "550e8400-e29b-41d4"]);
        assert_eq!(look.parse(502, format!("<p>{said}</p>").as_bytes()).unwrap_err().gateway_message(), shown);
    }
    let quoted = r#"{"err":"client_secret=qs_live_4c2db6a1c9d8419 is wrong, AbC9+dEf7GhI3JkLmN0p+QrS="}"#;
    assert_eq!(look.parse(400, quoted.as_bytes()).unwrap_err().gateway_message(), "… is wrong, …");
    // What the call itself names is no secret, and support asks for it.
    let look = gateway.get_payment("INV-2026-0001234-A").unwrap();
    let error =
        look.parse(400, br#"{"err":"INV-2026-0001234-A, not INV-2026-0001234-B, is paid already"}"#).unwrap_err();
    assert_eq!(error.gateway_message(), "INV-2026-0001234-A, not … is paid already");
    let order = Order::new("INV-2026-0001234-A", "1", "IQD").unwrap();
    let create = CreatePayment::for_order(&order, "x", "https://shop.example/");
    let create = gateway.create_payment(create.email("a@shop.example")).unwrap();
    let error = create.parse(409, br#"{"err":"order INV-2026-0001234-A is paid already"}"#).unwrap_err();
    assert_eq!(error.gateway_message(), "order INV-2026-0001234-A is paid already");
}

#[test]
fn bodies_are_not_printed() {
    let body = format!(r#"{{"order_id":"A-1","token":"{TOKEN}"}}"#);
    let webhook = alqaseh().test_webhook(TestWebhook::new().order_id("A-1").token(TOKEN)).unwrap();
    assert!(webhook.body().contains(TOKEN));
    for shown in [
        format!("{:?}", WebhookMessage::new().body(body.as_str())),
        format!("{:?}", VerifyPaymentWebhook::new().body(body.as_str())),
        format!("{:?}", VerifyRefundWebhook::new().body(body.as_str())),
        format!("{:?}", AnswerFields::new().status(200).body(body.as_str())),
        format!("{webhook:?}"),
    ] {
        assert!(shown.contains("body: ***") && !shown.contains(TOKEN), "{shown}");
    }
    let profile = ProfileFields::new().preset("classic").orders([("reply", COVERED)]);
    let fields: Vec<_> = COVERED.iter().zip(VALUES).map(|(name, value)| (*name, Some(value))).collect();
    let p_sign = Mac::new(MacConfiguration::new().key(KEY).order(COVERED)).unwrap().sign(&fields).unwrap();
    let message: String = COVERED.iter().zip(VALUES).map(|(name, value)| format!("{name}={value}&")).collect();
    let found = Diagnose::new().message(message).p_sign(p_sign).mac_key(KEY).profile(profile);
    let findings = Egw::diagnose(found).unwrap().each();
    assert!(findings.iter().any(|finding| finding.source().is_some()));
    for finding in findings {
        assert!(!format!("{finding:?}").contains("123456789012"), "{finding:?}");
    }
}

const COVERED: [&str; 9] = ["TERMINAL", "TRTYPE", "ORDER", "AMOUNT", "CURRENCY", "ACTION", "RC", "RRN", "INT_REF"];
const VALUES: [&str; 9] = ["99999999", "1", "771446", "25000", "IQD", "0", "00", "123456789012", "A B"];
const KEY: &str = "00112233445566778899AABBCCDDEEFF";

fn egw() -> Egw {
    let profile = ProfileFields::new().preset("classic").orders([("reply", COVERED)]);
    let configuration = EgwConfiguration::new().environment("test").api_key("k").mac_key(KEY).profile(profile);
    Egw::configure(configuration.terminal("99999999")).unwrap()
}

#[test]
fn oversized_messages_are_refused() {
    let limit = 1 << 20;
    let padded = |text: &str, size: usize| format!("{text}{}", " ".repeat(size - text.len())).into_bytes();
    let gateway = alqaseh();
    let look = gateway.get_payment("p-1").unwrap();
    assert!(look.parse(200, &padded(PAYMENT, limit)).is_ok());
    assert_eq!(look.parse(200, &padded(PAYMENT, limit + 1)).unwrap_err().code(), Code::ReplyTooLarge);
    assert_eq!(WEBHOOK.read(&padded(PAYMENT, limit + 1)).unwrap_err().code(), Code::ReplyTooLarge);
    assert!(WEBHOOK.read(&padded(PAYMENT, limit)).is_ok());
    for (reader, message) in [(&REDIRECT, "order_id=A-1&x="), (&CALLBACK, "ORDER=771446&X=")] {
        let long = |size: usize| format!("{message}{}", "x".repeat(size - message.len())).into_bytes();
        assert!(reader.read(&long(limit)).is_ok());
        assert_eq!(reader.read(&long(limit + 1)).unwrap_err().code(), Code::ReplyTooLarge);
    }
    assert_eq!(egw().verify_callback(&vec![b'x'; limit + 1]).unwrap_err().code(), Code::ReplyTooLarge);
    assert_eq!(json::from_text(&padded("{}", limit + 1)).unwrap_err().code(), Code::InputTooLarge);
    let many = format!("{{{}\"order_id\":\"A\"}}", "\"x\":1,".repeat(100_000));
    assert!(WEBHOOK.read(many.as_bytes()).is_ok(), "as many fields as fit");
    let error = look.parse(500, &vec![b'<'; limit + 1]).unwrap_err();
    assert!(error.gateway_message().chars().count() <= 201);
}

#[test]
fn maps_of_the_caller_stay_within_json() {
    let with = |value: Value| {
        let input = CreatePayment::for_order(&Order::new("A-1", "1", "IQD").unwrap(), "x", "https://shop.example/");
        alqaseh().create_payment(input.custom_data(vec![("a".to_string(), value)]))
    };
    for number in ["NaN", "inf", "-Infinity", "1,\"amount\":0", "01", "+1", "1.", ".5", "0x1", "1 ", "", "١", "1e"] {
        let error = with(Value::Number(number.to_string())).unwrap_err();
        assert_eq!((error.code(), error.field()), (Code::FieldType, "custom_data"), "{number}");
    }
    for number in ["0", "-0", "1e400", "-1.50", "12345678901234567890"] {
        let call = with(Value::Number(number.to_string())).unwrap();
        assert!(call.request().body.contains(&format!(r#""custom_data":{{"a":{number}}}"#)));
    }
    let nested = |levels: usize| (0..levels).fold(Value::Null, |inner, _| Value::List(vec![inner]));
    assert!(with(nested(15)).is_ok());
    assert_eq!(with(nested(16)).unwrap_err().code(), Code::InputTooDeep);
    assert_eq!(json::from_text("[".repeat(33).as_bytes()).unwrap_err().code(), Code::InputTooDeep);
    let hours = |text: &str| {
        let input = CreatePayment::for_order(&Order::new("A-1", "1", "IQD").unwrap(), "x", "https://shop.example/");
        alqaseh().create_payment(input.token_expiry_in_hour(Value::Number(text.to_string())))
    };
    for text in ["+5", "005"] {
        // Whatever a language prints, what is sent is JSON.
        if let Ok(call) = hours(text) {
            assert!(call.request().body.contains(r#""token_expiry_in_hour":5"#));
        }
    }
    assert!(hours("5e0").is_err() && hours("5.0").is_err() && hours("9999999999999999999999").is_err());
}

/// A decimal without what doesn't change its value.
fn plain(text: &str) -> String {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    format!("{whole}.{}", fraction.trim_end_matches('0'))
}

/// The standard library rounds decimals to 32 bits, and prints the shortest digits, exactly as Go does.
#[test]
fn figures_of_32_bits_are_the_standard_librarys() {
    let mut dice = Dice(0x8ebc_6af0_9c88_c6e3);
    let gateway = alqaseh();
    let look = gateway.get_payment("p-1").unwrap();
    let (mut warned, mut equal, mut differing) = (0, 0, 0);
    for _ in 0..20_000 {
        // Half of them near the middle between two neighbours, where rounding is decided.
        let text = if dice.below(2) == 0 {
            let whole = dice.next() >> (dice.below(40) + 24);
            format!("{whole}.{}", dice.below(1000)).trim_end_matches('.').to_string()
        } else {
            let low = f32::from_bits((dice.next() as u32 >> 1) % 0x1a00_0000 + 0x3f80_0000);
            let middle = (f64::from(low) + f64::from(f32::from_bits(low.to_bits() + 1))) / 2.0;
            let exact = format!("{middle}");
            if dice.below(2) == 0 { exact } else { format!("{}", middle + 0.5) }
        };
        let Ok(order) = Order::new("A-1", &text, "USD") else { continue };
        let float: f32 = text.parse().unwrap();
        let shown = format!("{float}");
        let input = CreatePayment::for_order(&order, "x", "https://shop.example/");
        let warnings = gateway.create_payment(input).unwrap().warnings().len();
        assert_eq!(warnings == 0, plain(&shown) == plain(&text), "{text} is shown as {shown}");
        warned += warnings;
        for near in [float, f32::from_bits(float.to_bits() + 1), f32::from_bits(float.to_bits() - 1)] {
            let figure = if dice.below(2) == 0 { format!("{near}") } else { format!("{near:e}") };
            let body = PAYMENT.replace("25000", &figure).replace("IQD", "USD");
            let Ok(reply) = look.parse(200, body.as_bytes()) else { continue };
            let same = figure.parse::<f32>().unwrap().to_bits() == float.to_bits();
            assert_eq!(reply.expect_paid(&order).is_ok(), same, "{text} against {figure}");
            *(if same { &mut equal } else { &mut differing }) += 1;
        }
    }
    println!("{warned} warnings, {equal} equal, {differing} differing");
    assert!(warned > 1000 && equal > 5000 && differing > 5000);
}

#[test]
fn what_a_call_expects_is_checked_when_it_comes_back() {
    let gateway = alqaseh();
    let stored = gateway.get_payment("p-1").unwrap().expect().to_json();
    for other in altered(stored.as_bytes()) {
        let Ok(text) = String::from_utf8(other) else { continue };
        if let Ok(expect) = Expect::from_json(&text) {
            assert!(Expect::from_json(&expect.to_json()).is_ok());
        }
    }
    let deep = "[".repeat(100_000);
    for text in ["", "null", "[]", "{}", r#"{"gateway":"alqaseh","operation":"prepare"}"#, &deep] {
        assert_eq!(Expect::from_json(text).unwrap_err().code(), Code::RecordInvalid);
    }
}

#[test]
fn an_acknowledgment_is_accepted_by_200_alone() {
    let configuration = PaylinkConfiguration::new().environment("production").merchant_id("shop").api_key("k");
    let gateway = Paylink::configure(configuration).unwrap();
    let decision = Decision::new().link_reference("1").verdict("success").now(1_795_000_000).deadline(1_795_000_600);
    let mut ack = gateway.acknowledgment(gateway.decide(decision, None).unwrap()).unwrap();
    let Step::Send(call) = ack.step(1_795_000_000).unwrap() else { panic!("it must be sent") };
    let accepted = br#"{"status":"Success"}"#;
    assert!(call.parse(200, accepted).is_ok());
    for (status, code) in [
        (201, Code::ReplyUnexpectedStatus),
        (299, Code::ReplyUnexpectedStatus),
        (302, Code::ReplyRedirect),
        (401, Code::GatewayUnauthorized),
        (503, Code::GatewayUnavailable),
    ] {
        assert_eq!(call.parse(status, accepted).unwrap_err().code(), code, "{status}");
    }
    for body in [&b"{}"[..], b"", b"{\"status\":\"failed\"}", b"{\"status\":\"success\",\"status\":\"no\"}"] {
        assert!(call.parse(200, body).is_err());
    }
}

#[test]
fn proofs_come_only_from_settling() {
    // Open and failed replies never pass as payments, whatever the status says.
    let gateway = alqaseh();
    let call = gateway.get_payment("p-1").unwrap();
    let order = Order::new("A-1", "25000", "IQD").unwrap();
    for status in ["failed", "Success", "paid", "SUCCEEDED!", "succeeded\u{200b}", "ѕucceeded", ""] {
        let body = PAYMENT.replace("succeeded", status);
        if let Ok(reply) = call.parse(200, body.as_bytes()) {
            assert!(!matches!(reply.settle(&order), Ok(Settlement::Paid(_))), "{status}");
        }
    }
}
