//! A bit of everything is what it was.

use std::path::Path;

use serde_json::json;

use super::{ALQASEH, config, create};
use crate::egw::{CARD, DEMO, as_form, prepared, request};
use crate::folder::Folder;
use crate::shop::{FORM, JSON, NOW, Program, Shop, World};

const PAYLINK: (&str, &str) = ("X-API-KEY", "sandbox-paylink-key");

/// What happened in a sandbox before it stopped.
struct Story {
    bearer: String,
    invoice: String,
    alqaseh: [(String, String); 3],
    egw: String,
}

fn invoice(world: &World, bearer: &str, order: &str) -> String {
    let body = format!(
        r#"{{"orderNumber":"{order}","callBackUrl":"http://127.0.0.1:1/","clientName":"ليلى","clientMobile":"05",
            "amount":115.10,"products":[{{"title":"Dates","price":115.10,"qty":1,"specificVat":0.150}}]}}"#
    );
    let added = world.post("/paylink/api/addInvoice", &[("Authorization", bearer), JSON], &body);
    assert_eq!(added.status, 200, "{}", added.text);
    added.json()["transactionNo"].as_str().unwrap().to_owned()
}

impl Story {
    /// A bit of everything. The shop answers nobody until the sandbox was restarted.
    fn new(world: &World, shop: &Shop) -> Story {
        world.admin("/sandbox/clock", &json!({ "now": NOW }));
        world.admin("/sandbox/settings", &json!({ "history_envelope": "data", "egw_reply": "json" }));
        let portal = json!({ "webhook_url": shop.url, "webhook_secret": "said-once", "refund_webhook_url": shop.url });
        world.admin("/sandbox/paylink/portal/sandbox-merchant", &portal);

        world.admin("/sandbox/merchants", &json!({ "gateway": "alqaseh", "client_id": "late", "client_secret": "s" }));
        world.admin("/sandbox/merchants", &json!({ "gateway": "egw", "scheme": "kina" }));
        world.admin(
            "/sandbox/merchants",
            &json!({ "gateway": "paylink", "portal": { "webhook_url": "http://127.0.0.1/" } }),
        );

        let paid = create(world, "A-1", json!({ "webhook_url": "http://127.0.0.1:1/closed" }));
        world.submit(&format!("/alqaseh/pay/{}", paid.1), "4000 0000 0000 9995", "12/30", "123");
        world.submit(&format!("/alqaseh/pay/{}", paid.1), "5341432900077803", "01/2027", "971");
        world.post(&format!("/alqaseh/v1/egw/payments/process-reversal/{}", paid.1), &[ALQASEH], "");
        let open = create(world, "A-2", json!({}));
        let revoked = create(world, "A-3", json!({}));
        let body = json!({ "payment_id": revoked.0 }).to_string();
        assert_eq!(world.post("/alqaseh/v1/egw/payments/revoke", &[ALQASEH, JSON], &body).status, 200);

        let page = prepared(world, &DEMO, &request(&DEMO, "http://127.0.0.1:1/", &[("TRTYPE", "0")]));
        world.submit(&page, CARD.0, CARD.1, CARD.2);

        let login = json!({ "apiId": "sandbox-api-id", "secretKey": "sandbox-secret-key", "persistToken": true });
        let token = world.post("/paylink/api/auth", &[JSON], &login.to_string()).json();
        let bearer = format!("Bearer {}", token["id_token"].as_str().unwrap());
        let settled = invoice(world, &bearer, "P-0");
        world.admin("/sandbox/pay", &json!({ "transaction_no": settled }));
        world.admin("/sandbox/paylink/settlements", &json!({}));
        let number = invoice(world, &bearer, "P-1");
        world.submit(&format!("/paylink/pay/order/{number}"), "4000000000009995", "12/30", "123");
        world.submit(&format!("/paylink/pay/order/{number}"), "4111111111111111", "12/30", "123");
        world.admin("/sandbox/faults", &json!({ "kind": "status", "path": "getInvoice", "status": 500, "times": 2 }));
        assert_eq!(world.get("/paylink/api/getInvoice/1", &[]).status, 500);
        Story { bearer, invoice: number, alqaseh: [paid, open, revoked], egw: page }
    }

    /// Everything a sandbox says of it, but for what the deliveries still do.
    fn told(&self, world: &World) -> Vec<(String, String)> {
        let mut told = Vec::new();
        let mut ask = |path: &str, header: (&str, &str)| {
            let answer = world.get(path, &[header]);
            assert_eq!(answer.status, 200, "{path}: {}", answer.text);
            told.push((path.to_owned(), answer.text.replace(world.url("").as_str(), "")));
        };
        for path in ["settings", "faults", "payments", "paylink/orders", "paylink/invoices", "merchants"] {
            ask(&format!("/sandbox/{path}"), JSON);
        }
        ask("/sandbox/paylink/portal/sandbox-merchant", JSON);
        for (id, token) in &self.alqaseh {
            ask(&format!("/alqaseh/v1/egw/payments/{id}"), ALQASEH);
            ask(&format!("/alqaseh/v1/egw/payments/info/{token}"), ALQASEH);
        }
        ask("/alqaseh/v1/egw/payments/history?limit=50", ALQASEH);
        ask("/alqaseh/v1/egw/payments/history", ("Authorization", "Basic bGF0ZTpz"));
        ask(&self.egw, JSON);
        let bearer = ("Authorization", self.bearer.as_str());
        ask("/paylink/api/getOrdersBySettlement/000001", bearer);
        ask("/paylink/api/getTransactionsOfOrderNumber?orderNumber=P-1", bearer);
        ask(&format!("/paylink/api/merchants/sandbox-merchant/invoices/{}", self.invoice), PAYLINK);
        told
    }

    /// What was begun is gone on with.
    fn goes_on(&self, world: &World) {
        // The order's number of the day is used, under the same MAC key.
        let again = as_form(&request(&DEMO, "http://127.0.0.1:1/", &[]));
        let again = world.post("/egw/api/payment/prepare", &[("X-API-Key", DEMO.api_key), FORM], &again);
        assert!(again.text.contains("\"-21\""), "{}", again.text);
        // The second of two faults, then none.
        let bearer = ("Authorization", self.bearer.as_str());
        let path = format!("/paylink/api/getInvoice/{}", self.invoice);
        assert_eq!([(); 2].map(|()| world.get(&path, &[bearer]).status), [500, 200]);
        assert_ne!(invoice(world, &self.bearer, "P-2"), self.invoice);
        // A second reversal is refused, the open payment can be paid, the revoked one can't.
        let [paid, open, revoked] = &self.alqaseh;
        let reverse = |token: &str| {
            world.post(&format!("/alqaseh/v1/egw/payments/process-reversal/{token}"), &[ALQASEH], "").status
        };
        assert_eq!(reverse(&paid.1), 400);
        let pay =
            |token: &str| world.submit(&format!("/alqaseh/pay/{token}"), "5341432900077803", "01/2027", "971").status;
        assert_eq!((pay(&open.1), pay(&revoked.1)), (303, 409));
        // Deadlines are those of before.
        world.admin("/sandbox/clock", &json!({ "advance": 601 }));
        assert_eq!(world.get(&format!("/sandbox/paylink/orders/{}", self.invoice), &[]).json()["status"], "REFUNDED");
    }
}

fn keeps_everything(start: impl Fn(&Path) -> World, stop: impl Fn(World)) {
    let folder = Folder::new();
    let file = folder.file("state");
    let shop = Shop::open(&[500, 500, 500]);
    let world = start(&file);
    let story = Story::new(&world, &shop);
    let before = story.told(&world);
    stop(world);

    let world = start(&file);
    let now = world.get("/sandbox/clock", &[]).json()["now"].as_i64().unwrap();
    assert!((NOW..NOW + 60).contains(&now), "{now}");
    assert_eq!(story.told(&world), before);
    story.goes_on(&world);
    // Paylink's webhooks of two payments and two refunds, with the headers of before.
    let secrets = |shop: &Shop, count| {
        let told = shop.messages(count);
        told.iter().filter(|m| m.header("x-webhook-secret") == Some("said-once")).count()
    };
    assert!(secrets(&shop, 4) >= 2);
}

#[test]
fn a_restart_keeps_everything() {
    keeps_everything(|file| World::with(config(file)), drop);
}

#[test]
fn a_killed_sandbox_loses_nothing() {
    keeps_everything(
        |file| Program::start(&["--state", file.to_str().unwrap()]).world(),
        |world| {
            world.kill("KILL");
        },
    );
}

#[test]
fn no_card_is_in_the_file() {
    let folder = Folder::new();
    let (file, shop) = (folder.file("state"), Shop::open(&[]));
    let world = World::with(config(&file));
    Story::new(&world, &shop);
    let card = json!({ "CardNumber": "5555666677778884", "Cvv": "8642", "EXPMon": "01", "EXPYear": "2030" });
    let (_, token) = create(&world, "A-9", json!({}));
    world.post(&format!("/alqaseh/v1/egw/payments/process/{token}"), &[ALQASEH, JSON], &card.to_string());
    drop(world);
    let files = std::fs::read_dir(&folder.path).unwrap();
    let bytes: Vec<u8> = files.flat_map(|file| std::fs::read(file.unwrap().path()).unwrap()).collect();
    let has = |text: &str| bytes.windows(text.len()).any(|w| w == text.as_bytes());
    // It is the right file: the receipt's masked number is there.
    assert!(has("411111******1111"));
    for secret in
        ["5341432900077803", "5341432908085972", "4111111111111111", "5555666677778884", "4000000000009995", "\"8642\""]
    {
        assert!(!has(secret), "{secret}");
    }
}

#[test]
fn a_reset_forgets_in_the_file_too() {
    let folder = Folder::new();
    let (file, shop) = (folder.file("state"), Shop::open(&[]));
    let world = World::with(config(&file));
    Story::new(&world, &shop);
    world.admin("/sandbox/reset", &json!({}));
    drop(world);
    let fresh = World::new();
    let world = World::with(config(&file));
    for path in ["settings", "faults", "payments", "merchants", "paylink/orders", "paylink/invoices", "deliveries"] {
        let [after, never] = [&world, &fresh].map(|w| w.get(&format!("/sandbox/{path}"), &[]).text);
        assert_eq!(after, never, "{path}");
    }
}
