//! P_SIGN schemes from any map: what is accepted signs as the published rule says, by a MAC that is not ours, and
//! verifies. And what was stored of a call, from any JSON.
#![no_main]

use libfuzzer_sys::fuzz_target;
use qantara::call::Answer;
use qantara::egw::{EgwConfiguration, Prepare, TestCallback};
use qantara::mac::{Mac, MacConfiguration};
use qantara::record::Value;
use qantara::{Code, Egw, Expect, Order, Settlement, json};
use qantara_fuzz::{Input, KEY, Scheme, Tree, bears, hmac, order, refused, stamp, unhex};

fuzz_target!(|bytes: &[u8]| {
    let mut input = Input::new(bytes);
    match input.byte() % 3 {
        0 => scheme(input, bytes),
        1 => low_level(input, bytes),
        _ => stored(input, bytes),
    }
});

/// A scheme for a whole gateway.
fn scheme(mut input: Input<'_>, bytes: &[u8]) {
    let (given, description) = (input.part(), input.text());
    let Ok(map) = json::from_text(given) else { return };
    let configuration = EgwConfiguration::new().environment("test").api_key("canaryApiKey").mac_key(KEY);
    let configuration = configuration.merchant("123456789012345").terminal("99999999").country("IQ");
    // What is written of it makes the same gateway.
    let again = json::from_text(json::to_text(&map).as_bytes()).unwrap();
    let gateway = match Egw::configure(configuration.clone().profile(map.clone())) {
        Ok(gateway) => gateway,
        Err(error) => {
            refused(&error, bytes);
            let other = Egw::configure(configuration.profile(again)).unwrap_err();
            return assert_eq!(format!("{error:?}"), format!("{other:?}"));
        }
    };
    let other = Egw::configure(configuration.profile(again)).unwrap();
    assert_eq!(format!("{gateway:?}"), format!("{other:?}"));
    let algorithm = match &map {
        Value::Map(fields) => fields.iter().find(|field| field.0 == "algorithm").and_then(|field| field.1.as_text()),
        _ => None,
    };
    let sha256 = algorithm == Some("HMAC-SHA256");

    let prepare = Prepare::new().amount("25000").currency("IQD").order_id("771446").description(&*description);
    let prepare = prepare.transaction_type("retail").back_ref("https://shop.example/result");
    match gateway.prepare(prepare.clone(), &stamp()) {
        Ok(call) => {
            let signed = call.signed().unwrap();
            let own = hmac(sha256, &unhex(KEY).unwrap(), signed.source.as_bytes());
            assert!(own.eq_ignore_ascii_case(&signed.mac), "{}", signed.source);
            assert!(call.request().body.contains(&signed.mac));
            let same = other.prepare(prepare, &stamp()).unwrap();
            assert_eq!(same.request(), call.request());
        }
        Err(error) => refused(&error, bytes),
    }
    let test = TestCallback::new().trtype("1").order_id("771446").amount("25000").currency("IQD");
    let test = test.description(Some(description.into_owned()).filter(|text| !text.is_empty()));
    let made = match gateway.test_callback(test.action("0").rc("00").rrn("306276834930")) {
        Ok(made) => made,
        Err(error) => return refused(&error, bytes),
    };
    let signed = gateway.verify_callback(made.body().as_bytes());
    match signed.and_then(|signed| signed.settle(&order())) {
        Ok(Settlement::Paid(_)) => {}
        Ok(other) => panic!("{other:?}"),
        Err(error) => {
            refused(&error, bytes);
            assert!(matches!(error.code(), Code::MacNotCovered | Code::MacUnverifiable), "{error}");
        }
    }
}

/// A key and an order, nothing else.
fn low_level(mut input: Input<'_>, bytes: &[u8]) {
    let (unit, case) = (input.pick(&["bytes", "characters", ""]), input.pick(&["upper", "lower", ""]));
    let algorithm = input.pick(&["HMAC-SHA1", "HMAC-SHA256", ""]);
    let (key, absent, trailing) = (input.text(), input.text(), input.text());
    let mut names: Vec<String> = Vec::new();
    let mut values: Vec<String> = Vec::new();
    while !input.is_empty() {
        names.push(input.text().into_owned());
        values.push(input.text().into_owned());
    }
    let some = |text: &str| Some(text.to_owned()).filter(|text| !text.is_empty());
    let configuration = MacConfiguration::new().key(&*key).order(names.iter().map(String::as_str).collect::<Value>());
    let configuration = configuration.length_unit(some(unit)).letter_case(some(case)).algorithm(some(algorithm));
    let mac = match Mac::new(configuration.absent(&*absent).trailing(&*trailing)) {
        Ok(mac) => mac,
        Err(error) => {
            refused(&error, bytes);
            // A key of some length stands in no sentence by itself.
            let is_elsewhere = names.iter().any(|name| name.contains(&*key));
            assert!(key.len() < 20 || !key.is_ascii() || is_elsewhere || !error.message().contains(&*key), "{error}");
            return;
        }
    };
    let fields: Vec<(&str, Option<&str>)> =
        names.iter().zip(&values).map(|(name, value)| (name.as_str(), Some(value.as_str()))).collect();
    let backwards: Vec<_> = fields.iter().rev().copied().collect();
    let signed = match mac.sign(&fields) {
        Ok(signed) => signed,
        Err(error) => {
            refused(&error, bytes);
            let plain = |value: &String| value != "-" && (value.is_ascii() || !unit.is_empty());
            return assert!(!values.iter().all(plain), "{error}");
        }
    };
    let scheme = Scheme { characters: unit == "characters", absent: &absent, trailing: &trailing };
    let source = scheme.source(values.iter().map(String::as_str));
    assert_eq!(mac.source(&fields).unwrap(), source);
    assert_eq!(mac.source(&backwards).unwrap(), source);
    let own = hmac(algorithm == "HMAC-SHA256", &unhex(&key).unwrap(), source.as_bytes());
    let own = if case == "lower" { own.to_ascii_lowercase() } else { own };
    assert_eq!(signed, own);
    mac.verify(&fields, &signed).unwrap();
    mac.verify(&fields, &signed.to_ascii_lowercase()).unwrap();
    // One digit more, less or other does not.
    let wrong = [&signed[1..], &format!("{signed}0"), &format!("{}{}", &signed[2..], &signed[..2]), ""];
    for wrong in wrong.into_iter().filter(|wrong| *wrong != signed) {
        refused(&mac.verify(&fields, wrong).unwrap_err(), bytes);
    }
}

/// What a reply must be for, from any JSON, and a reply to it.
fn stored(mut input: Input<'_>, bytes: &[u8]) {
    let text = input.text();
    let expect = match Expect::from_json(&text) {
        Ok(expect) => expect,
        Err(error) => {
            refused(&error, bytes);
            return assert_eq!(error.code(), Code::RecordInvalid);
        }
    };
    let again = Expect::from_json(&expect.to_json()).unwrap();
    assert_eq!(again.to_json(), expect.to_json());
    Tree::read(expect.to_json().as_bytes()).unwrap();
    let body = input.rest();
    let answer = Answer { status: 200, content_type: "", body };
    let reply = match expect.parse(answer) {
        Ok(reply) => reply,
        Err(error) => return refused(&error, bytes),
    };
    let orders = [order(), Order::new("A-1", "25000", "IQD").unwrap()];
    for order in &orders {
        match reply.settle(order) {
            Ok(settlement) => bears(&reply, body, order, &settlement),
            Err(error) => refused(&error, bytes),
        }
    }
}
