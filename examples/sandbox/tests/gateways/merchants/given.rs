//! Who can be a merchant, added or in a file.

use qantara_sandbox::{Config, Sandbox};
use serde_json::{Value, json};

use super::{A, PAYMENTS, added, basic, create, text};
use crate::folder::Folder;
use crate::shop::{JSON, World};

#[test]
fn what_is_generated_is_said_once() {
    let world = World::new();
    for gateway in ["alqaseh", "egw", "paylink"] {
        let [one, other] = [(); 2].map(|()| added(&world, json!({ "gateway": gateway })));
        let listed = world.get("/sandbox/merchants", &[]).text;
        for (name, secret) in secrets(&one).into_iter().chain(secrets(&other)) {
            assert!(secret.len() >= 16, "{name}");
            assert!(!listed.contains(&secret), "{name} is listed");
        }
        assert!(secrets(&one).iter().zip(secrets(&other)).all(|(one, other)| one.1 != other.1));
    }
    let listed = world.get("/sandbox/merchants", &[]).json();
    let count = |gateway: &str| listed[gateway].as_array().unwrap().len();
    assert_eq!((count("alqaseh"), count("egw"), count("paylink")), (3, 8, 3));
    assert_eq!(
        listed["alqaseh"][0],
        json!({ "client_id": "public_test", "merchant_id": 1, "terminal_id": "99999999" })
    );
    assert_eq!(listed["egw"][0]["has_old_key"], true);
    for secret in
        ["Lr10yWWmm1dXLoI7VgXCrQVnlq13c1G0", "00112233445566778899AABBCCDDEEFF", "4c2db6a1c9d841809c0fcdbf1fd0aeb8"]
    {
        assert!(!listed.to_string().contains(secret));
    }
    world.admin("/sandbox/reset", &json!({}));
    let listed = world.get("/sandbox/merchants", &[]).json();
    assert_eq!(listed["egw"].as_array().unwrap().len(), 6);
}

/// Every secret of a merchant.
fn secrets(merchant: &Value) -> Vec<(String, String)> {
    let mut secrets = Vec::new();
    for name in ["client_secret", "api_key", "secret_key"] {
        secrets.extend(merchant[name].as_str().map(|value| (name.to_owned(), value.to_owned())));
    }
    secrets.extend(merchant["mac_key"][0].as_str().map(|value| ("mac_key".to_owned(), value.to_owned())));
    for name in ["webhook_secret", "refund_webhook_secret"] {
        secrets.extend(merchant["portal"][name].as_str().map(|value| (name.to_owned(), value.to_owned())));
    }
    assert!(!secrets.is_empty(), "{merchant}");
    secrets
}

#[test]
fn who_can_be_no_merchant() {
    let world = World::new();
    let before = world.get("/sandbox/merchants", &[]).text;
    for (merchant, why) in [
        (json!({}), "missing field `gateway`"),
        (json!({ "gateway": "bank" }), "gateway can't be `bank`; there is `alqaseh`, `egw`, `paylink`"),
        (json!({ "gateway": "alqaseh", "name": "x" }), "unknown field `name`"),
        (json!({ "gateway": "alqaseh", "client_id": "public_test" }), "another merchant has the same id or login"),
        (json!({ "gateway": "alqaseh", "client_id": "a:b" }), "client_id must be text without a colon"),
        (json!({ "gateway": "alqaseh", "client_secret": "" }), "client_secret must be text"),
        (
            json!({ "gateway": "alqaseh", "merchant_id": "one" }),
            "merchant_id must be a whole number from 0 up, not \"one\"",
        ),
        (json!({ "gateway": "egw", "api_key": "kina-sandbox-key" }), "another merchant has the same id or login"),
        (json!({ "gateway": "egw", "id": "99999999" }), "another merchant has the same id or login"),
        (json!({ "gateway": "egw", "api_key": "مفتاح" }), "api_key must be text that fits a header"),
        (json!({ "gateway": "egw", "mac_key": "0g" }), "mac_key must be hex digits"),
        (json!({ "gateway": "egw", "mac_key": ["00", "0000"] }), "components of one length"),
        (json!({ "gateway": "egw", "mac_key": 7 }), "mac_key is text, or a list of components"),
        (json!({ "gateway": "egw", "old_mac_key": "" }), "old_mac_key must be hex digits"),
        (json!({ "gateway": "egw", "scheme": "visa" }), "there is no scheme of this name; there are demo, classic"),
        (json!({ "gateway": "egw", "scheme": { "algorithm": "md5" } }), "can't be `md5`; there is `sha1` or `sha256`"),
        (
            json!({ "gateway": "egw", "scheme": { "algorithm": "sha1", "request": [], "later": [], "reply": [] } }),
            "the scheme's request, later and reply must name fields",
        ),
        (json!({ "gateway": "egw", "fields": { "terminal": "1" } }), "fields have names like TERMINAL"),
        (json!({ "gateway": "paylink", "api_id": "sandbox-api-id" }), "another merchant has the same id or login"),
        (json!({ "gateway": "paylink", "api_id": "sandbox-paylink-key" }), "another merchant has the same id or login"),
        (
            json!({ "gateway": "paylink", "portal": { "webhook_header": "X Y" } }),
            "webhook_header must be the name of a header",
        ),
        (json!({ "gateway": "paylink", "portal": { "webhook_secret": "a\r\nb" } }), "must be text that fits a header"),
        (
            json!({ "gateway": "paylink", "portal": { "webhook_url": "shop" } }),
            "a webhook's URL must begin with http://",
        ),
        (json!({ "gateway": "paylink", "portal": { "refund_webhook_url": "ftp://a/" } }), "a webhook's URL must begin"),
    ] {
        let answer = world.post("/sandbox/merchants", &[JSON], &merchant.to_string());
        assert_eq!(answer.status, 400, "{merchant}");
        let error = text(&answer.json(), "error").to_owned();
        assert!(error.contains(why), "{merchant}: {error}");
    }
    assert_eq!(world.get("/sandbox/merchants", &[]).text, before);
}

const SHOPS: &str = r#"{
  "alqaseh": [
    {"client_id": "books", "client_secret": "s-1", "merchant_id": 7, "terminal_id": "70000001"},
    {"client_id": "films", "client_secret": "s-2", "merchant_id": 8, "terminal_id": "70000002"}
  ],
  "egw": [
    {
      "id": "books", "api_key": "k-1", "mac_key": ["0F0F0F0F", "F0F0F0F0"], "old_mac_key": "00",
      "scheme": {
        "algorithm": "sha256", "request": ["AMOUNT", "ORDER"], "later": ["ORDER"], "reply": ["ORDER", "ACTION"]
      },
      "fields": {"TERMINAL": "80000001"}
    },
    {"id": "films", "api_key": "k-2", "mac_key": "FF", "scheme": "kina", "fields": {}}
  ]
}"#;

fn from_file(folder: &Folder, content: &[u8]) -> Result<Config, String> {
    let file = folder.file("merchants.json");
    std::fs::write(&file, content).unwrap();
    let mut config = Config::default();
    let read = config.read_merchants(&file).map_err(|e| e.to_string());
    read.map(|()| config)
}

#[test]
fn merchants_come_from_a_file() {
    let folder = Folder::new();
    let world = World::with(from_file(&folder, SHOPS.as_bytes()).unwrap());
    let listed = world.get("/sandbox/merchants", &[]).json();
    assert_eq!(
        listed,
        json!({
            "alqaseh": [
                { "client_id": "books", "merchant_id": 7, "terminal_id": "70000001" },
                { "client_id": "films", "merchant_id": 8, "terminal_id": "70000002" },
            ],
            "egw": [
                { "id": "books", "scheme": "own", "fields": { "TERMINAL": "80000001" }, "has_old_key": true },
                { "id": "films", "scheme": "kina", "fields": {}, "has_old_key": false },
            ],
            // A gateway that the file doesn't name keeps its own.
            "paylink": [{ "merchant_id": "sandbox-merchant", "api_id": "sandbox-api-id" }],
        })
    );
    assert_eq!(world.get(&format!("{PAYMENTS}/history"), &[A]).status, 401);
    let books = basic(&json!({ "client_id": "books", "client_secret": "s-1" }));
    create(&world, ("Authorization", &books));
}

#[test]
fn the_readme_has_such_a_file() {
    let (_, example) = include_str!("../../../README.md").split_once("```json\n").unwrap();
    let (example, _) = example.split_once("```").unwrap();
    let folder = Folder::new();
    let world = World::with(from_file(&folder, example.as_bytes()).unwrap());
    let listed = world.get("/sandbox/merchants", &[]).json();
    assert_eq!(["alqaseh", "egw", "paylink"].map(|gateway| listed[gateway].as_array().unwrap().len()), [1, 2, 1]);
}

#[test]
fn a_file_that_is_wrong_is_refused_with_the_line_and_the_field() {
    let folder = Folder::new();
    for (from, to, why) in [
        ("\"client_id\": \"films\"", "\"client\": \"films\"", "unknown field `client`"),
        ("\"client_secret\": \"s-2\", ", "", "missing field `client_secret`"),
        ("\"merchant_id\": 8", "\"merchant_id\": -8", "invalid value: integer `-8`, expected u64"),
    ] {
        let problem = from_file(&folder, SHOPS.replacen(from, to, 1).as_bytes()).err().unwrap();
        let (place, problem) = problem.split_once(": ").unwrap();
        assert_eq!(place, folder.file("merchants.json").to_str().unwrap());
        assert!(problem.starts_with(why) && problem.contains(" at line 4 column "), "{problem}");
    }
    // What is wrong with a merchant as a whole is said where the entry ends.
    for (from, to, why) in [
        (
            "\"films\", \"client_secret\"",
            "\"films:\", \"client_secret\"",
            "merchant \"films:\": client_id must be text without a colon at line 4 column",
        ),
        ("sha256", "sha512", "unknown variant `sha512`, expected `sha1` or `sha256` at line 10 column"),
        (
            "0F0F0F0F",
            "0F0F0F",
            "merchant \"books\": mac_key must be hex digits, two for each byte, and components of one length at line 13 column",
        ),
        (
            "\"kina\"",
            "\"kinda\"",
            "there is no scheme of this name; there are demo, classic, kina, romcard, bcc, alqaseh-unconfirmed at line 14 column",
        ),
        ("\"egw\"", "\"eggs\"", "unknown field `eggs`, expected one of `alqaseh`, `egw`, `paylink` at line 6 column"),
    ] {
        let problem = from_file(&folder, SHOPS.replacen(from, to, 1).as_bytes()).err().unwrap();
        assert!(problem.contains(why), "{problem}");
    }
    for (name, url) in [("webhook_url", "shop.example/hook"), ("refund_webhook_url", "http://")] {
        let merchant = json!({
            "merchant_id": "books", "api_key": "k", "api_id": "i", "secret_key": "s", "portal": { name: url },
        });
        let problem = from_file(&folder, json!({ "paylink": [merchant] }).to_string().as_bytes()).err().unwrap();
        let why = "merchant \"books\": a webhook's URL must begin with http:// or https:// and name a host at line 1";
        assert!(problem.contains(why), "{problem}");
    }
    for content in [&b""[..], b"[", b"{}x", b"\xff", b"{\"egw\":[],\"egw\":[]}"] {
        assert!(from_file(&folder, content).is_err());
    }
    assert!(Config::default().read_merchants(&folder.file("nowhere")).is_err());
    // Two of a name are told of at the start.
    let twice = from_file(&folder, SHOPS.replace("films", "books").as_bytes()).unwrap();
    let problem = Sandbox::start(twice).err().unwrap().to_string();
    assert_eq!(problem, "merchant \"books\": another merchant has the same id or login");
}
