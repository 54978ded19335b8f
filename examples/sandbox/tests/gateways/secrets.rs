//! Keys, logins and cards are in nothing that the program prints and in nothing that can be looked at.

use std::fs::File;
use std::process::Command;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use qantara_sandbox::{Config, Sandbox, Scheme};
use serde_json::{Value, json};

use crate::egw::{CARD, Login, prepared, request};
use crate::folder::Folder;
use crate::shop::{JSON, NOW, Program, Shop, World};

/// What must be seen nowhere.
const LOGIN: &str = "c4nary0client0secret";
const EGW: Login = Login {
    api_key: "c4nary0api0key",
    mac_key: "C4A4C4A400112233445566778899AABB",
    terminal: "80000001",
    scheme: Scheme::demo,
};
const OLD_KEY: &str = "D5B5D5B500112233445566778899AABB";
const PAYLINK_KEY: &str = "c4nary0paylink0key";
const SECRET_KEY: &str = "c4nary0secret0key";
const HOOK: &str = "c4nary0webhook0secret";
const REFUND_HOOK: &str = "c4nary0refund0secret";
const CARDS: [&str; 3] = ["5341432900077803", CARD.0, "4111111111111111"];

fn merchants(shop: &str) -> Value {
    json!({
        "alqaseh": [{ "client_id": "books", "client_secret": LOGIN, "merchant_id": 7, "terminal_id": "70000001" }],
        "egw": [{
            "id": "books", "api_key": EGW.api_key, "mac_key": EGW.mac_key, "old_mac_key": OLD_KEY, "scheme": "demo",
            "fields": {
                "TERMINAL": EGW.terminal, "MERCHANT": "EGW TEST", "MERCH_NAME": "Books Online Inc.",
                "MERCH_URL": "www.sample.com",
            },
        }],
        "paylink": [{
            "merchant_id": "books", "api_key": PAYLINK_KEY, "api_id": "an-id", "secret_key": SECRET_KEY,
            "portal": {
                "webhook_url": shop, "webhook_secret": HOOK, "refund_webhook_url": shop,
                "refund_webhook_secret": REFUND_HOOK,
            },
        }],
    })
}

fn basic() -> String {
    format!("Basic {}", STANDARD.encode(format!("books:{LOGIN}")))
}

/// None of the merchants' secrets is in it.
fn is_clean(what: &str, text: &str) {
    let encoded = basic();
    let lower = text.to_lowercase();
    for canary in ["c4nary", EGW.mac_key, OLD_KEY, encoded.trim_start_matches("Basic ").trim_end_matches('=')] {
        assert!(!lower.contains(&canary.to_lowercase()), "{what} says {canary}: {text}");
    }
}

#[test]
fn nothing_that_is_printed_or_shown_has_a_secret() {
    let (folder, shop) = (Folder::new(), Shop::open(&[]));
    let (file, errors) = (folder.file("merchants.json"), folder.file("errors"));
    std::fs::write(&file, merchants(&shop.url).to_string()).unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_qantara-sandbox"));
    command.stderr(File::create(&errors).unwrap());
    let world = Program::run(command, &["--merchants", file.to_str().unwrap()]).world();
    world.admin("/sandbox/clock", &json!({ "now": NOW }));

    // Each secret goes in, and something is said of it.
    let login = basic();
    let order = json!({
        "amount": 25000, "currency": "IQD", "description": "x", "order_id": "A-1", "redirect_url": shop.url,
        "webhook_url": shop.url, "transaction_type": "Retail",
    });
    let create = "/alqaseh/v1/egw/payments/create";
    let created = world.post(create, &[("Authorization", &login), JSON], &order.to_string());
    assert_eq!(created.status, 200, "{}", created.text);
    let page = format!("/alqaseh/pay/{}", created.json()["token"].as_str().unwrap());
    is_clean("a declined card's page", &world.submit(&page, "4000000000009995", "01/2027", "951").text);
    world.submit(&page, CARDS[0], "01/2027", "951");
    let wrong = format!("{login}x");
    is_clean("a refusal", &world.post(create, &[("Authorization", &wrong), JSON], &order.to_string()).text);

    let page = prepared(&world, &EGW, &request(&EGW, &shop.url, &[]));
    world.submit(&page, CARD.0, CARD.1, CARD.2);

    let login = json!({ "apiId": "an-id", "secretKey": SECRET_KEY, "persistToken": true });
    let token = world.post("/paylink/api/auth", &[JSON], &login.to_string());
    assert_eq!(token.status, 200, "{}", token.text);
    let bearer = format!("Bearer {}", token.json()["id_token"].as_str().unwrap());
    let invoice = json!({
        "orderNumber": "P-1", "callBackUrl": shop.url, "clientName": "L", "clientMobile": "05", "amount": 115,
        "products": [{ "title": "Dates", "price": 115, "qty": 1 }],
    });
    let headers = [("Authorization", bearer.as_str()), JSON];
    let invoice = world.post("/paylink/api/addInvoice", &headers, &invoice.to_string()).json();
    let number = invoice["transactionNo"].as_str().unwrap();
    world.admin(
        "/sandbox/pay",
        &json!({ "transaction_no": number, "number": CARDS[2], "cvv": "123", "expiry": "12/2030" }),
    );
    let key = [("X-API-KEY", PAYLINK_KEY)];
    let asked = world.get(&format!("/paylink/api/merchants/books/invoices/{number}"), &key);
    assert_eq!(asked.status, 200, "{}", asked.text);
    let body = json!({ "processingStatus": "Success", "transactionNo": number }).to_string();
    let path = "/paylink/api/merchants/books/payment-acknowledgment";
    assert_eq!(world.post(path, &[("X-API-KEY", PAYLINK_KEY), JSON], &body).status, 200);
    world.admin(&format!("/sandbox/paylink/orders/{number}/refund"), &json!({}));
    // The shop gets its secrets: so they went in.
    let told = shop.messages(4);
    let told: Vec<&str> = told.iter().flat_map(|message| &message.headers).map(|(_, value)| value.as_str()).collect();
    assert!(told.contains(&HOOK) && told.contains(&REFUND_HOOK), "{told:?}");

    let shown = [
        "merchants",
        "settings",
        "payments",
        "deliveries",
        "faults",
        "clock",
        "paylink/orders",
        "paylink/invoices",
        "paylink/portal/books",
    ];
    let pages = ["", "dashboard/deliveries", "dashboard/forge", "dashboard/faults", "dashboard/settings"];
    let mut paths: Vec<String> = shown.iter().map(|path| format!("/sandbox/{path}")).collect();
    paths.extend(pages.iter().map(|path| format!("/{path}")));
    for delivery in world.get("/sandbox/deliveries", &[]).json().as_array().unwrap() {
        paths.push(format!("/sandbox/deliveries/{}", delivery["id"]));
        paths.push(format!("/dashboard/deliveries/{}", delivery["id"]));
    }
    // Whatever the pages link to.
    for page in pages {
        let text = world.get(&format!("/{page}"), &[]).text;
        let links = text.split("href=\"/dashboard/").skip(1).filter_map(|rest| rest.split('"').next());
        paths.extend(links.map(|link| format!("/dashboard/{link}")));
    }
    for path in &paths {
        let answer = world.get(path, &[]);
        assert_eq!(answer.status, 200, "{path}: {}", answer.text);
        is_clean(path, &answer.text);
        let used: Vec<&&str> = CARDS.iter().filter(|card| answer.text.contains(**card)).collect();
        assert!(used.is_empty() || answer.text.contains("<form"), "{path} says {used:?}: {}", answer.text);
    }
    assert!(paths.len() > 18, "{paths:?}");
    let (status, printed) = world.kill("TERM");
    assert!(status.success() && printed.contains("Stopped"), "{printed}");
    is_clean("the program", &printed);
    is_clean("the program's errors", &std::fs::read_to_string(&errors).unwrap());
}

#[test]
fn a_file_of_merchants_that_is_wrong_is_not_quoted() {
    let folder = Folder::new();
    let file = folder.file("merchants.json");
    let secrets = [
        ("/alqaseh/0/client_secret", LOGIN),
        ("/egw/0/api_key", EGW.api_key),
        ("/egw/0/mac_key", EGW.mac_key),
        ("/egw/0/old_mac_key", OLD_KEY),
        ("/paylink/0/api_key", PAYLINK_KEY),
        ("/paylink/0/secret_key", SECRET_KEY),
        ("/paylink/0/portal/webhook_secret", HOOK),
        ("/paylink/0/portal/refund_webhook_secret", REFUND_HOOK),
    ];
    for (place, secret) in secrets {
        let number = json!(534_143_290_007_780_i64);
        let broken = [number, json!([[secret]]), json!({ secret: secret }), json!(format!("{secret}\n{secret}"))];
        for wrong in broken {
            let mut merchants = merchants("http://127.0.0.1:1/");
            *merchants.pointer_mut(place).unwrap() = wrong.clone();
            std::fs::write(&file, merchants.to_string()).unwrap();
            let mut config = Config { port: 0, ..Config::default() };
            let read = config.read_merchants(&file);
            let problem =
                read.and_then(|()| Sandbox::start(config).map(|_| ())).err().map_or(String::new(), |e| e.to_string());
            // A line break in what is in no header may be meant.
            assert!(!problem.is_empty() || wrong.is_string(), "{place} {wrong}");
            is_clean(place, &problem);
            assert!(!problem.contains("534143290007780"), "{place}: {problem}");
        }
    }
}

#[test]
fn what_a_shop_repeats_is_shown_without_secrets() {
    let (shop, world) = (Shop::echo(), World::new());
    let secret = r#"c4nary"0\webhook"#;
    let portal = json!({ "webhook_url": shop.url, "webhook_secret": secret });
    world.admin("/sandbox/paylink/portal/sandbox-merchant", &portal);
    let login = json!({ "apiId": "sandbox-api-id", "secretKey": "sandbox-secret-key" });
    let token = world.post("/paylink/api/auth", &[JSON], &login.to_string()).json();
    let bearer = format!("Bearer {}", token["id_token"].as_str().unwrap());
    let invoice = json!({
        "orderNumber": "P-1", "callBackUrl": shop.url, "clientName": "L", "clientMobile": "05", "amount": 115,
        "products": [{ "title": "Dates", "price": 115, "qty": 1 }],
    });
    let headers = [("Authorization", bearer.as_str()), JSON];
    let number = world.post("/paylink/api/addInvoice", &headers, &invoice.to_string()).json()["transactionNo"].clone();
    world.admin("/sandbox/pay", &json!({ "transaction_no": number }));

    let basic = ("Authorization", "Basic cHVibGljX3Rlc3Q6THIxMHlXV21tMWRYTG9JN1ZnWENyUVZubHExM2MxRzA=");
    let order = json!({
        "amount": 25000, "currency": "IQD", "description": "x", "order_id": "A-1", "redirect_url": shop.url,
        "webhook_url": shop.url, "transaction_type": "Retail",
    });
    let created = world.post("/alqaseh/v1/egw/payments/create", &[basic, JSON], &order.to_string()).json();
    let token = created["token"].as_str().unwrap();
    world.admin("/sandbox/pay", &json!({ "token": token }));

    let told = shop.messages(2);
    assert_eq!(told[0].header("x-webhook-secret"), Some(secret));
    assert!(told[1].body.contains(token), "{}", told[1].body);
    let listed = world.get("/sandbox/deliveries?state=delivered&count=2&wait=10", &[]).json();
    for (at, secret) in [(0, "c4nary"), (1, token)] {
        let answer = listed[at]["attempts"][0]["answer"].as_str().unwrap();
        assert!(answer.contains("***") && !answer.contains(secret), "{answer}");
        let page = world.get(&format!("/dashboard/deliveries/{}", at + 1), &[]).text;
        assert!(page.contains("***") && !page.contains(secret), "{page}");
    }
}
