//! What every operation writes, read back by decoders that are not ours: nothing changes on the way, and nothing that
//! was given gets out of its place.

use std::cell::RefCell;
use std::collections::BTreeMap;

use proptest::prelude::*;
use proptest::sample::select;
use proptest::test_runner::TestRunner;
use qantara::alqaseh::AlQasehConfiguration;
use qantara::call::Operation;
use qantara::egw::EgwConfiguration;
use qantara::mac::ProfileFields;
use qantara::paylink::PaylinkConfiguration;
use qantara::record::{Kind, Names, Record, Shape, Value};
use qantara::{AlQaseh, Call, Egw, Gateway, GatewayKind, Paylink, Request, Stamp, registry};

use super::cases;
use super::inputs::{Given, input};

const KEY: &str = "00112233445566778899AABBCCDDEEFF";

fn gateway(kind: GatewayKind, form: bool) -> Gateway {
    match kind {
        GatewayKind::AlQaseh => {
            let configuration = AlQasehConfiguration::new().environment("test").client_id("shop").client_secret("s");
            let configuration =
                configuration.order_id_max(250).order_id_extra(" %&=+?#\\;@\"'<>{}~طé😀\u{202e}\u{feff}\u{2028}\u{a0}");
            Gateway::AlQaseh(AlQaseh::configure(configuration).unwrap())
        }
        GatewayKind::Egw => {
            let later = ["AMOUNT", "CURRENCY", "ORDER", "RRN", "INT_REF", "DESC", "TRTYPE", "TIMESTAMP", "NONCE"];
            let inquiry = ["ORDER", "TRTYPE", "TIMESTAMP", "NONCE"];
            let orders = [("completion", later), ("reversal", later)].map(|(name, order)| (name, Value::from(order)));
            let orders: Vec<_> = orders.into_iter().chain([("inquiry", Value::from(inquiry))]).collect();
            let orders: Vec<_> = orders.into_iter().map(|(name, order)| (name.to_string(), order)).collect();
            let profile = ProfileFields::new().preset("classic").length_unit("bytes").orders(orders);
            let configuration = EgwConfiguration::new().environment("test").api_key("k").mac_key(KEY).profile(profile);
            let configuration = configuration.merchant("M 1/2").terminal("99999999").reversal_trtype("24");
            let encoding = if form { "form" } else { "json" };
            Gateway::Egw(Box::new(Egw::configure(configuration.encoding(encoding)).unwrap()))
        }
        GatewayKind::Paylink => {
            let configuration = PaylinkConfiguration::new().environment("production").merchant_id("a/b c?ط");
            let configuration = configuration.api_key("k").api_id("i").secret_key("s");
            Gateway::Paylink(Paylink::configure(configuration).unwrap())
        }
    }
}

/// What only makes sense with certain values.
fn fixed(operation: &Operation) -> Vec<(&'static str, Value)> {
    let number = |number: i64| Value::from(number);
    match operation.name {
        "acknowledge" => vec![
            ("environment", Value::text("production")),
            ("merchant_id", Value::text("a/b c?ط")),
            ("state", Value::text("pending")),
        ],
        "completion" | "reversal" => {
            vec![("authorization", Value::Null), ("above_authorized", Value::Flag(true)), ("amount", number(7))]
        }
        "retry_payment" => vec![("payment_status", Value::text("failed"))],
        "revoke_payment" => vec![("payment_status", Value::text("prepared"))],
        "add_invoice" => vec![("amount", number(500))],
        "process_card" => vec![("exp_month", Value::text("01")), ("exp_year", Value::text("2027"))],
        "history_csv" => vec![("columns", Value::Null)],
        _ => Vec::new(),
    }
}

fn call(operation: &'static Operation, form: bool, given: &Given) -> Option<Call> {
    let present = given.iter().filter(|(_, value)| !value.is_null()).cloned();
    let record = Record::from_named(operation.input, Names::Snake, present).unwrap();
    let stamp = Stamp::from_text("20261120130000", "F2B2DD7E603A7ADA").unwrap();
    gateway(operation.gateway(), form).call(operation, record, Some(&stamp)).ok()
}

/// Names and values that an independent decoder finds in a request; the segments of the path have no name.
fn decoded(request: &Request) -> Vec<(String, String)> {
    let after_host = request.url.splitn(4, '/').nth(3).unwrap();
    let (path, query) = after_host.split_once('?').unwrap_or((after_host, ""));
    let segments = path.split('/').map(|segment| {
        (String::new(), percent_encoding::percent_decode_str(segment).decode_utf8().unwrap().into_owned())
    });
    let mut found: Vec<_> = segments.collect();
    found.extend(form_urlencoded::parse(query.as_bytes()).into_owned());
    match request.headers.iter().find(|header| header.name == "Content-Type").map(|header| header.value.as_str()) {
        None => assert_eq!(request.body, ""),
        Some("application/json") => leaves("", &serde_json::from_str(&request.body).unwrap(), &mut found),
        Some("application/x-www-form-urlencoded") => {
            assert_unreserved(&request.body, "&=%");
            found.extend(form_urlencoded::parse(request.body.as_bytes()).into_owned());
        }
        Some(other) => panic!("{other}"),
    }
    found
}

fn leaves(name: &str, value: &serde_json::Value, found: &mut Vec<(String, String)>) {
    match value {
        serde_json::Value::Object(map) => map.iter().for_each(|(name, value)| leaves(name, value, found)),
        serde_json::Value::Array(items) => items.iter().for_each(|value| leaves(name, value, found)),
        serde_json::Value::String(text) => found.push((name.to_string(), text.clone())),
        other => found.push((name.to_string(), other.to_string())),
    }
}

/// Nothing but what RFC 3986 calls unreserved, whole percent triplets, and what holds the parts together.
fn assert_unreserved(text: &str, between: &str) {
    let plain = |c: char| c.is_ascii_alphanumeric() || "-._~".contains(c) || between.contains(c);
    assert!(text.chars().all(plain), "{text}");
    for triplet in text.split('%').skip(1) {
        let hex = |b: u8| b.is_ascii_digit() || (b'A'..=b'F').contains(&b);
        assert!(triplet.bytes().take(2).filter(|b| hex(*b)).count() == 2, "{text}");
    }
}

fn assert_clean(request: &Request) {
    assert!(matches!(request.method, "GET" | "POST"));
    let path = request.url.strip_prefix("https://").and_then(|url| url.split_once('/')).unwrap().1;
    assert_unreserved(path, "/?&=%");
    assert!(path.matches('?').count() <= 1 && !path.contains("//"), "{path}");
    assert!(!path.split(['/', '?']).any(|segment| segment == "." || segment == ".."), "{path}");
    for header in &request.headers {
        assert!(header.value.bytes().all(|b| (b' '..=b'~').contains(&b)), "{header:?}");
        assert!(header.name.bytes().all(|b| b.is_ascii_alphabetic() || b == b'-'));
    }
    assert!(!request.body.bytes().any(|b| b.is_ascii_control()), "{}", request.body);
}

/// Whatever text was given stands in the request, whole, once decoded: under its name or as a segment of the path.
fn assert_said(shape: &Shape, given: &[(String, Value)], found: &[(String, String)]) {
    // What is asked of the core, not of the gateway; and the token, which goes into a header.
    const NOT_SENT: [&str; 8] = [
        "bearer_token",
        "description_fallback",
        "payment_status",
        "environment",
        "decided_at",
        "last_message",
        "unproven_references",
        "kind",
    ];
    for (name, value) in given.iter().filter(|(name, _)| !NOT_SENT.contains(&name.as_str())) {
        let field = shape.fields.iter().find(|field| field.name == name).unwrap();
        let text = match (&field.kind, value) {
            (Kind::Text(_) | Kind::Amount, Value::Text(text) | Value::Number(text)) => text,
            (Kind::Record(shape), Value::Map(map)) => {
                assert_said(shape, map, found);
                continue;
            }
            _ => continue,
        };
        // Prepare's JSON has names of its own, such as `back_ref` for BACKREF.
        let same =
            |name: &str| name.is_empty() || name.replace('_', "").eq_ignore_ascii_case(&field.wire.replace('_', ""));
        let here = |(name, value): &&(String, String)| value == text && same(name);
        // The names of the record that an acknowledgment goes on from are the core's own.
        let own = shape.name == "Delivery" && found.iter().any(|(_, value)| value == text);
        assert!(own || found.iter().any(|found| here(&found)), "{name} {text:?} is not in {found:?}");
    }
}

#[test]
fn what_is_written_is_read_back_by_others() {
    let config = cases(120);
    let made = RefCell::new(BTreeMap::<&str, u32>::new());
    for operation in registry::OPERATIONS {
        let inputs = (input(operation.input, &fixed(operation)), any::<bool>());
        let run = TestRunner::new(config.clone()).run(&inputs, |(given, form)| {
            let Some(call) = call(operation, form, &given) else { return Ok(()) };
            *made.borrow_mut().entry(operation.name).or_default() += 1;
            assert_clean(call.request());
            let found = decoded(call.request());
            assert_said(operation.input, &given, &found);
            // No name comes twice, and none that could have been given with it.
            let mut names: Vec<&String> = found.iter().map(|(name, _)| name).filter(|name| !name.is_empty()).collect();
            let repeats = |name: &&String| ["title", "price", "qty", "supportedCardBrands"].contains(&name.as_str());
            names.retain(|name| !repeats(name));
            let all = names.len();
            names.sort_unstable();
            names.dedup();
            let nested = matches!(operation.name, "add_invoice" | "create_payment");
            assert!(names.len() == all || nested, "{found:?}");
            Ok(())
        });
        run.unwrap_or_else(|failed| panic!("{}: {failed}", operation.name));
    }
    let made = made.into_inner();
    println!("{made:?}");
    for operation in registry::OPERATIONS {
        assert!(
            made.get(operation.name).is_some_and(|made| made * 2 > config.cases),
            "too few of {} are made, see `fixed`: {made:?}",
            operation.name
        );
    }
}

proptest! {
    #![proptest_config(cases(1000))]

    /// No credential or address, whatever is in it, reaches a request with a character that ends a line or a header.
    #[test]
    fn what_is_configured_stays_in_its_header(text in "\\PC{0,4}[ -~]{0,8}", control in select(vec!["", "", "\r\n", "\n", "\r", "\0", "\t", "\u{85}"]), more in "[ -~]{0,6}") {
        let text = format!("{text}{control}{more}");
        let spoiled = !control.is_empty();
        let alqaseh = AlQasehConfiguration::new().environment("test");
        let egw = || EgwConfiguration::new().environment("test").mac_key(KEY).profile("classic");
        let paylink = || PaylinkConfiguration::new().environment("production").api_key("k");
        let made = [
            AlQaseh::configure(alqaseh.clone().client_id(text.as_str()).client_secret("s")).ok().map(Gateway::AlQaseh),
            AlQaseh::configure(alqaseh.clone().client_id("c").client_secret(text.as_str())).ok().map(Gateway::AlQaseh),
            AlQaseh::configure(alqaseh.client_id("c").client_secret("s").base_url(format!("https://h.example/{text}")).pay_page_url("https://h.example"))
                .ok()
                .map(Gateway::AlQaseh),
            Egw::configure(egw().api_key(text.as_str())).ok().map(|egw| Gateway::Egw(Box::new(egw))),
            Egw::configure(egw().api_key("k").prepare_url(format!("https://{text}")).cgi_link_url("https://h.example")).ok().map(|egw| Gateway::Egw(Box::new(egw))),
            Paylink::configure(paylink().merchant_id("m").api_key(text.as_str())).ok().map(Gateway::Paylink),
            Paylink::configure(paylink().merchant_id(text.as_str())).ok().map(Gateway::Paylink),
        ];
        prop_assert!(!spoiled || made.iter().all(Option::is_none), "{:?}", text);
        for gateway in made.into_iter().flatten() {
            let (name, given) = match gateway.kind() {
                GatewayKind::AlQaseh => ("get_payment", r#"{"payment_id":"p-1"}"#),
                GatewayKind::Egw => ("prepare", r#"{"amount":"1","currency":"USD","order_id":"123456","description":"x","transaction_type":"retail","back_ref":"https://a.example/"}"#),
                GatewayKind::Paylink => ("get_merchant_invoice", r#"{"invoice_id":"i"}"#),
            };
            let operation = registry::find(gateway.kind(), name).unwrap();
            let record = qantara::json::read_record(operation.input, given.as_bytes(), Names::Snake).unwrap();
            let stamp = Stamp::from_text("20261120130000", "F2B2DD7E603A7ADA").unwrap();
            let call = gateway.call(operation, record, Some(&stamp)).unwrap();
            let request = call.request();
            prop_assert!(request.url.bytes().all(|b| b.is_ascii_graphic()), "{}", request.url);
            prop_assert!(request.headers.iter().all(|header| header.value.bytes().all(|b| (b' '..=b'~').contains(&b))));
        }
    }
}
