//! The e-Commerce Gateway: prepare, pay page, signed callback.

use hmac::{Hmac, KeyInit, Mac};
use qantara_sandbox::Scheme;
use serde_json::{Map, Value, json};

use crate::shop::{FORM, JSON, Received, Shop, World};

const PREPARE: &str = "/egw/api/payment/prepare";
pub const TIMESTAMP: &str = "20261120133504";
pub const CARD: (&str, &str, &str) = ("5341432908085972", "11-2026", "972");

pub struct Login {
    pub api_key: &'static str,
    pub mac_key: &'static str,
    pub terminal: &'static str,
    pub scheme: fn() -> Scheme,
}

pub const DEMO: Login = Login {
    api_key: "4c2db6a1c9d841809c0fcdbf1fd0aeb8",
    mac_key: "00112233445566778899AABBCCDDEEFF",
    terminal: "99999999",
    scheme: Scheme::demo,
};
pub const KINA: Login = Login {
    api_key: "kina-sandbox-key",
    mac_key: "0F1E2D3C4B5A69788796A5B4C3D2E1F00123456789ABCDEFFEDCBA9876543210",
    terminal: "99999998",
    scheme: Scheme::kina,
};
pub const CLASSIC: Login = Login {
    api_key: "classic-sandbox-key",
    mac_key: "A1B2C3D4E5F60718293A4B5C6D7E8F90",
    terminal: "99999997",
    scheme: Scheme::classic,
};
pub const ROMCARD: Login = Login {
    api_key: "romcard-sandbox-key",
    mac_key: "B1B2C3D4E5F60718293A4B5C6D7E8F91",
    terminal: "99999996",
    scheme: Scheme::romcard,
};
pub const BCC: Login = Login {
    api_key: "bcc-sandbox-key",
    mac_key: "C1B2C3D4E5F60718293A4B5C6D7E8F92",
    terminal: "99999995",
    scheme: Scheme::bcc,
};
pub const UNCONFIRMED: Login = Login {
    api_key: "unconfirmed-sandbox-key",
    mac_key: "D1B2C3D4E5F60718293A4B5C6D7E8F93",
    terminal: "99999994",
    scheme: Scheme::alqaseh_unconfirmed,
};
pub const ALL: [Login; 6] = [DEMO, KINA, CLASSIC, ROMCARD, BCC, UNCONFIRMED];

pub fn p_sign(login: &Login, order: &[String], value: impl Fn(&str) -> String) -> String {
    let mut source = String::new();
    for name in order {
        let value = value(name);
        source += &match value.len() {
            0 => "-".to_owned(),
            n => format!("{n}{value}"),
        };
    }
    let key: Vec<u8> = (0..login.mac_key.len())
        .step_by(2)
        .map(|i| u8::from_str_radix(&login.mac_key[i..i + 2], 16).unwrap())
        .collect();
    let digest = if login.mac_key.len() == 32 {
        let mac = Hmac::<sha1::Sha1>::new_from_slice(&key).unwrap();
        mac.chain_update(source).finalize().into_bytes().to_vec()
    } else {
        let mac = Hmac::<sha2::Sha256>::new_from_slice(&key).unwrap();
        mac.chain_update(source).finalize().into_bytes().to_vec()
    };
    digest.iter().map(|b| format!("{b:02x}")).collect()
}

/// A request by form names, signed; `change` comes before signing.
pub fn request(login: &Login, backref: &str, change: &[(&str, &str)]) -> Map<String, Value> {
    let mut fields: Map<String, Value> = [
        ("AMOUNT", "11.48"),
        ("CURRENCY", "IQD"),
        ("ORDER", "771446"),
        ("DESC", "IT Books. Qty: 2"),
        ("TERMINAL", login.terminal),
        ("MERCHANT", "EGW TEST"),
        ("MERCH_NAME", "Books Online Inc."),
        ("MERCH_URL", "www.sample.com"),
        ("TRTYPE", "1"),
        ("TIMESTAMP", TIMESTAMP),
        ("NONCE", "F2B2DD7E603A7ADA"),
        ("BACKREF", backref),
    ]
    .iter()
    .chain(change)
    .map(|(k, v)| ((*k).to_owned(), Value::from(*v)))
    .collect();
    let order = (login.scheme)().request;
    let mac = p_sign(login, &order, |name| fields.get(name).map_or("", |v| v.as_str().unwrap()).to_owned());
    fields.insert("P_SIGN".to_owned(), mac.into());
    fields
}

fn as_json(fields: &Map<String, Value>) -> String {
    let key = |name: &str| match name {
        "BACKREF" => "back_ref".to_owned(),
        other => other.to_lowercase(),
    };
    let object: Map<String, Value> = fields.iter().map(|(k, v)| (key(k), v.clone())).collect();
    Value::Object(object).to_string()
}

pub fn as_form(fields: &Map<String, Value>) -> String {
    form_urlencoded::Serializer::new(String::new())
        .extend_pairs(fields.iter().map(|(k, v)| (k, v.as_str().unwrap())))
        .finish()
}

fn prepare(world: &World, login: &Login, fields: &Map<String, Value>) -> (u16, Value) {
    let headers = [("X-API-Key", login.api_key), JSON];
    let answer = world.post(PREPARE, &headers, &as_json(fields));
    (answer.status, answer.json())
}

/// Prepares and returns the pay page's path.
pub fn prepared(world: &World, login: &Login, fields: &Map<String, Value>) -> String {
    let (status, reply) = prepare(world, login, fields);
    assert_eq!(status, 200, "{reply}");
    let url = reply["url"].as_str().unwrap();
    url.strip_prefix(world.sandbox.url()).unwrap().to_owned()
}

fn check_mac(login: &Login, callback: &Received) {
    let mac = p_sign(login, &(login.scheme)().reply, |name| match name {
        // Signed by kina, never echoed.
        "MERCHANT" => "EGW TEST".to_owned(),
        _ => callback.field(name),
    });
    assert_eq!(callback.field("P_SIGN"), mac.to_uppercase());
}

#[test]
fn paid_under_each_scheme() {
    let (world, shop) = (World::new(), Shop::open(&[]));
    for (i, login) in ALL.iter().enumerate() {
        // The same ORDER at six merchants: each has a terminal of its own.
        let fields = request(login, &format!("{}/reply", shop.url), &[]);
        let page = prepared(&world, login, &fields);
        assert!(world.get(&page, &[]).text.contains("IT Books. Qty: 2"));
        let answer = world.submit(&page, CARD.0, CARD.1, CARD.2);
        assert_eq!(answer.status, 200);
        assert!(answer.text.contains("Approved"));
        assert!(answer.text.contains(&format!("href=\"{}/reply\"", shop.url)));
        let callback = &shop.messages(i + 1)[i];
        assert_eq!(callback.line, "POST /reply HTTP/1.1");
        assert_eq!(callback.content_type, "application/x-www-form-urlencoded");
        for (name, value) in [
            ("TERMINAL", login.terminal),
            ("TRTYPE", "1"),
            ("ORDER", "771446"),
            ("AMOUNT", "11.48"),
            ("CURRENCY", "IQD"),
            ("ACTION", "0"),
            ("RC", "00"),
        ] {
            assert_eq!(callback.field(name), value, "{name}");
        }
        assert_eq!(callback.field("APPROVAL").len(), 6);
        assert!(!callback.body.contains("MERCHANT"));
        check_mac(login, callback);
        assert_eq!(world.submit(&page, CARD.0, CARD.1, CARD.2).status, 409);
    }
}

#[test]
fn declined_then_paid_with_form_encoding() {
    let (world, shop) = (World::new(), Shop::open(&[]));
    let fields = request(&DEMO, &shop.url, &[("TRTYPE", "0")]);
    let headers = [("X-API-Key", DEMO.api_key), FORM];
    let answer = world.post(PREPARE, &headers, &as_form(&fields));
    assert_eq!(answer.status, 200, "{}", answer.text);
    let page = answer.json()["url"].as_str().unwrap().to_owned();
    let page = page.strip_prefix(world.sandbox.url()).unwrap();
    assert!(world.submit(page, CARD.0, CARD.1, "111").text.contains("Declined"));
    assert!(world.get(page, &[]).text.contains("try another one"));
    assert!(world.submit(page, CARD.0, CARD.1, CARD.2).text.contains("Approved"));
    let callbacks = shop.messages(2);
    assert_eq!(callbacks[0].field("ACTION"), "2");
    assert_eq!(callbacks[0].field("RC"), "05");
    assert_eq!(callbacks[0].field("APPROVAL"), "");
    assert_eq!(callbacks[1].field("TRTYPE"), "0");
    for callback in &callbacks {
        check_mac(&DEMO, callback);
    }
}

#[test]
fn callbacks_in_every_form() {
    let (world, shop) = (World::new(), Shop::open(&[]));
    for (i, (form, content_type, approved)) in [
        ("json", "application/json", "\"ACTION\":\"0\""),
        ("xml", "application/xml", "<ACTION>0</ACTION>"),
        ("html", "text/html; charset=utf-8", "<input type=\"hidden\" name=\"ACTION\" value=\"0\">"),
        ("digit", "text/plain", "0"),
    ]
    .into_iter()
    .enumerate()
    {
        world.admin("/sandbox/settings", &json!({ "egw_callback": form }));
        let order = format!("77145{i}");
        let page = prepared(&world, &DEMO, &request(&DEMO, &shop.url, &[("ORDER", &order)]));
        world.submit(&page, CARD.0, CARD.1, CARD.2);
        let callback = &shop.messages(i + 1)[i];
        assert_eq!(callback.content_type, content_type);
        assert!(callback.body.contains(approved), "{}", callback.body);
        assert_eq!(callback.body.contains("P_SIGN"), form != "digit");
    }
}

#[test]
fn what_prepare_refuses() {
    let (world, shop) = (World::new(), "http://127.0.0.1:1/");
    let long = "x".repeat(51);
    let far = format!("http://127.0.0.1/{}", "x".repeat(250));
    for (field, bad, rc) in [
        ("DESC", "", "-1"),
        ("AMOUNT", "11,48", "-10"),
        ("AMOUNT", "0.00", "-10"),
        ("CURRENCY", "iqd", "-11"),
        ("ORDER", "12345", "-2"),
        ("ORDER", "12345a", "-2"),
        ("DESC", &long, "-2"),
        ("TRTYPE", "21", "-2"),
        ("BACKREF", "shop", "-2"),
        ("BACKREF", &far, "-2"),
        ("TERMINAL", "11111111", "-12"),
        ("MERCH_NAME", "Another shop", "-27"),
        ("NONCE", "F2B2DD7E603A7AD", "-17"),
        ("NONCE", "F2B2DD7E-03A7ADA", "-17"),
        ("TIMESTAMP", "20261120163504", "-20"), // Baghdad's time
        ("TIMESTAMP", "20261120123503", "-20"), // an hour and a second ago
        ("TIMESTAMP", "2026-11-20 13:3", "-20"),
    ] {
        let (status, reply) = prepare(&world, &DEMO, &request(&DEMO, shop, &[(field, bad)]));
        assert_eq!((status, &reply["RC"]), (400, &json!(rc)), "{field} {bad}: {reply}");
    }
    let (status, reply) = prepare(&world, &DEMO, &json!({}).as_object().unwrap().clone());
    assert_eq!((status, &reply["RC"]), (400, &json!("-1")));
    for body in ["", "[]", r#"{"amount": 11.48}"#] {
        let answer = world.post(PREPARE, &[("X-API-Key", DEMO.api_key), JSON], body);
        assert_eq!(answer.json()["RC"], "-2", "{body}");
    }
    for headers in [&[JSON][..], &[JSON, ("X-API-Key", "nonesuch")]] {
        let body = as_json(&request(&DEMO, shop, &[]));
        assert_eq!(world.post(PREPARE, headers, &body).status, 401);
    }
    // None of them used up its ORDER.
    prepared(&world, &DEMO, &request(&DEMO, shop, &[]));
}

#[test]
fn a_wrong_mac_is_access_denied() {
    let (world, shop) = (World::new(), "http://127.0.0.1:1/");
    let mut fields = request(&DEMO, shop, &[]);
    fields.insert("AMOUNT".to_owned(), "11.49".into());
    let (status, reply) = prepare(&world, &DEMO, &fields);
    assert_eq!((status, &reply["RC"]), (400, &json!("-17")));
    let source = reply["SANDBOX_MAC_SOURCE"].as_str().unwrap();
    assert!(source.starts_with("511.493IQD677144616IT Books. Qty: 2"), "{source}");
    // Another merchant's key and order.
    let other = Login { terminal: DEMO.terminal, ..CLASSIC };
    let (_, reply) = prepare(&world, &DEMO, &request(&other, shop, &[]));
    assert_eq!(reply["RC"], "-17");
}

#[test]
fn agreed_fields_need_not_be_sent() {
    let (world, shop) = (World::new(), Shop::open(&[]));
    let mut fields = request(&KINA, &shop.url, &[]);
    for name in ["TERMINAL", "MERCHANT", "MERCH_NAME", "MERCH_URL"] {
        fields.remove(name);
    }
    let page = prepared(&world, &KINA, &fields);
    world.submit(&page, CARD.0, CARD.1, CARD.2);
    check_mac(&KINA, &shop.messages(1)[0]);
}

#[test]
fn a_trace_number_is_good_once_a_day() {
    let (world, shop) = (World::new(), "http://127.0.0.1:1/");
    prepared(&world, &DEMO, &request(&DEMO, shop, &[]));
    let same = request(&DEMO, shop, &[("ORDER", "12771446")]);
    let (status, reply) = prepare(&world, &DEMO, &same);
    assert_eq!((status, &reply["RC"]), (400, &json!("-21")));
    world.admin("/sandbox/clock", &json!({ "advance": 86_400 }));
    let tomorrow = [("ORDER", "12771446"), ("TIMESTAMP", "20261121133504")];
    let page = prepared(&world, &DEMO, &request(&DEMO, shop, &tomorrow));
    world.admin("/sandbox/clock", &json!({ "advance": 86_400 }));
    assert!(world.get(&page, &[]).text.contains("no longer open"));
    assert_eq!(world.submit(&page, CARD.0, CARD.1, CARD.2).status, 409);
}

#[test]
fn the_shortcut_for_tests_pays_too() {
    let (world, shop) = (World::new(), Shop::open(&[]));
    let page = prepared(&world, &DEMO, &request(&DEMO, &shop.url, &[]));
    let url = world.url(&page);
    let declined = world.admin("/sandbox/pay", &json!({ "id": url, "number": "4111111111111111" }));
    assert_eq!((&declined["ACTION"], &declined["RC"]), (&json!("2"), &json!("05")));
    let paid = world.admin("/sandbox/pay", &json!({ "id": url }));
    assert_eq!((&paid["ACTION"], &paid["RC"]), (&json!("0"), &json!("00")));
    assert_eq!(shop.messages(2)[1].field("RRN"), paid["RRN"].as_str().unwrap());
    let listed = world.get("/sandbox/payments", &[]).text;
    assert!(listed.contains("771446"));
    for secret in [CARD.0, "4111111111111111", DEMO.mac_key, DEMO.api_key] {
        assert!(!listed.contains(secret));
    }
}

#[test]
fn the_field_that_is_missing_is_named() {
    let world = World::new();
    let mut fields = request(&DEMO, "http://127.0.0.1:1/", &[]);
    fields.remove("BACKREF");
    let (status, reply) = prepare(&world, &DEMO, &fields);
    assert_eq!((status, &reply["RC"]), (400, &json!("-1")));
    assert_eq!(reply["MESSAGE"], "A mandatory field is missing: BACKREF (back_ref in JSON)");
}
