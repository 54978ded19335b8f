//! The state file: whatever was answered is there after a restart, and goes on.

use std::path::Path;
use std::time::Duration;

use qantara_sandbox::{Config, Sandbox};
use serde_json::{Value, json};

use crate::egw::{CARD, DEMO, as_form, prepared, request};
use crate::folder::Folder;
use crate::shop::{FORM, JSON, NOW, Program, Shop, World};

const ALQASEH: (&str, &str) = ("Authorization", "Basic cHVibGljX3Rlc3Q6THIxMHlXV21tMWRYTG9JN1ZnWENyUVZubHExM2MxRzA=");
const PAYLINK: (&str, &str) = ("X-API-KEY", "sandbox-paylink-key");

fn config(state: &Path) -> Config {
    Config { state: Some(state.to_owned()), delivery_waits: vec![Duration::from_millis(20); 3], ..Config::default() }
}

/// What happened in a sandbox before it stopped.
struct Story {
    bearer: String,
    invoice: String,
    alqaseh: [(String, String); 3],
    egw: String,
}

fn create(world: &World, order: &str, change: Value) -> (String, String) {
    let mut body = json!({
        "amount": 150_000_250, "currency": "IQD", "description": "كتابان", "order_id": order,
        "redirect_url": "http://127.0.0.1:1/back", "transaction_type": "Retail", "custom_data": { "big": 12345678901234567890_u64 },
    });
    body.as_object_mut().unwrap().extend(change.as_object().unwrap().clone());
    let reply = world.post("/alqaseh/v1/egw/payments/create", &[ALQASEH, JSON], &body.to_string()).json();
    (reply["payment_id"].as_str().unwrap().to_owned(), reply["token"].as_str().unwrap().to_owned())
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
fn a_pending_delivery_goes_on_after_a_kill() {
    let folder = Folder::new();
    let file = folder.file("state");
    let start = || Program::start(&["--state", file.to_str().unwrap()]).world();
    // Nobody is there yet: the port is found free and is taken later.
    let port = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    let world = start();
    let (_, token) = create(&world, "A-1", json!({ "webhook_url": format!("http://127.0.0.1:{port}/hook") }));
    world.submit(&format!("/alqaseh/pay/{token}"), "5341432900077803", "01/2027", "971");
    let delivery = |world: &World| world.get("/sandbox/deliveries", &[]).json()[0].clone();
    let attempts = delivery(&world)["attempts"].as_array().unwrap().len();
    assert!((1..4).contains(&attempts), "{attempts}");
    world.kill("KILL");

    let shop = Shop::open_at(port);
    let world = start();
    assert_eq!(shop.messages(1)[0].json()["payment_status"], "Success");
    let after = delivery(&world);
    assert_eq!((after["id"].as_u64(), after["url"].as_str().unwrap().ends_with("/hook")), (Some(1), true));
    assert!(after["attempts"].as_array().unwrap().len() <= 4);
}

#[test]
fn a_refund_nobody_was_told_of_is_told_after_a_restart() {
    let folder = Folder::new();
    let (file, shop) = (folder.file("state"), Shop::open(&[]));
    let world = World::with(config(&file));
    world.admin("/sandbox/paylink/portal/sandbox-merchant", &json!({ "refund_webhook_url": shop.url }));
    let order =
        json!({ "merchant": "sandbox-merchant", "transaction_no": "1", "amount": "5.00", "window_seconds": 600 });
    world.admin("/sandbox/paylink/orders", &order);
    drop(world);
    // The window closes while nothing runs.
    let world = World::with(config(&file));
    world.admin("/sandbox/clock", &json!({ "advance": 600 }));
    assert_eq!(shop.messages(1)[0].json()["refundStatus"], "Refunded");
    drop(world);
    let world = World::with(config(&file));
    world.admin("/sandbox/clock", &json!({ "advance": 600 }));
    assert_eq!(world.get("/sandbox/deliveries", &[]).json().as_array().unwrap().len(), 1);
}

#[test]
fn one_in_so_many_counts_on_after_a_restart() {
    let folder = Folder::new();
    let file = folder.file("state");
    let ask = |world: &World| world.get("/paylink/api/getInvoice/1", &[]).status;
    let world = World::with(config(&file));
    world.admin("/sandbox/faults", &json!({ "kind": "status", "every": 3 }));
    assert_eq!([(); 2].map(|()| ask(&world)), [401; 2]);
    drop(world);
    let world = World::with(config(&file));
    assert_eq!([(); 2].map(|()| ask(&world)), [503, 401]);
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
fn a_payment_of_a_merchant_who_is_gone_takes_no_money() {
    let folder = Folder::new();
    let file = folder.file("state");
    let world = World::with(config(&file));
    let page = prepared(&world, &DEMO, &request(&DEMO, "http://127.0.0.1:1/", &[]));
    drop(world);
    let mut others = config(&file);
    others.egw.retain(|merchant| merchant.api_key != DEMO.api_key);
    let world = World::with(others);
    let before = world.get("/sandbox/payments", &[]).json();
    assert_eq!(before["egw"].as_array().unwrap().len(), 1);
    assert_eq!(world.post("/sandbox/pay", &[JSON], &json!({ "id": page }).to_string()).status, 409);
    assert_eq!(world.get("/sandbox/payments", &[]).json(), before);
    assert_eq!(world.get("/sandbox/deliveries", &[]).json(), json!([]));
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

fn refusal(file: &Path) -> String {
    Sandbox::start(config(file)).err().map(|e| e.to_string()).unwrap_or_default()
}

#[test]
fn a_file_that_is_open_elsewhere_is_refused() {
    let folder = Folder::new();
    let file = folder.file("state");
    let program = Program::start(&["--state", file.to_str().unwrap()]).world();
    assert!(refusal(&file).ends_with("another sandbox has it open"), "{}", refusal(&file));
    program.kill("KILL");
    let here = Sandbox::start(config(&file)).unwrap();
    assert!(refusal(&file).ends_with("another sandbox has it open"), "{}", refusal(&file));
    drop(here);
    assert_eq!(refusal(&file), "");
}

#[test]
fn a_file_of_something_else_is_refused_and_stays_as_it_is() {
    let folder = Folder::new();
    let make = |name: &str, sql: &str| {
        let file = folder.file(name);
        rusqlite::Connection::open(&file).unwrap().execute_batch(sql).unwrap();
        file
    };
    let text = folder.file("text");
    std::fs::write(&text, "Dear diary, this is not a database, and longer than a header of one has to be. ".repeat(20))
        .unwrap();
    drop(Sandbox::start(config(&folder.file("newer"))).unwrap());
    drop(Sandbox::start(config(&folder.file("odd"))).unwrap());
    drop(Sandbox::start(config(&folder.file("broken"))).unwrap());
    for (file, why) in [
        (text, "this is no state file"),
        (make("foreign", "CREATE TABLE t (x)"), "this is another program's database, not a sandbox's state"),
        (make("named", "PRAGMA application_id = 7"), "this is another program's database, not a sandbox's state"),
        (make("newer", "PRAGMA user_version = 2"), "its format is 2, of another version; this sandbox reads format 1"),
        (
            make("odd", "INSERT INTO row VALUES ('alqaseh.pavement', 1, '{}')"),
            "alqaseh.pavement number 1 is not what a sandbox writes",
        ),
        (
            make("broken", "INSERT INTO row VALUES ('egw.payment', 7, '{\"secret\":1}')"),
            "egw.payment number 7 is not what a sandbox writes",
        ),
    ] {
        let before = std::fs::read(&file).unwrap();
        assert_eq!(refusal(&file), format!("{}: {why}", file.display()));
        assert_eq!(std::fs::read(&file).unwrap(), before, "{}", file.display());
    }
    let nowhere = folder.file("no/such/folder");
    assert!(refusal(&nowhere).contains("No such file or directory"), "{}", refusal(&nowhere));
}

#[test]
fn what_the_configuration_says_is_not_kept() {
    let folder = Folder::new();
    let file = folder.file("state");
    let portal =
        |world: &World| world.get("/sandbox/paylink/portal/sandbox-merchant", &[]).json()["webhook_url"].clone();
    let mut first = config(&file);
    first.settings.paylink_window = 7;
    first.paylink[0].portal.webhook_url = "http://127.0.0.1:1/first".to_owned();
    let world = World::with(first);
    assert_eq!(portal(&world), "http://127.0.0.1:1/first");
    drop(world);
    let mut second = config(&file);
    second.paylink[0].portal.webhook_url = "http://127.0.0.1:1/second".to_owned();
    let world = World::with(second.clone());
    assert_eq!(portal(&world), "http://127.0.0.1:1/second");
    assert_eq!(world.get("/sandbox/settings", &[]).json()["paylink_window"], 600);
    // What was changed while it ran is.
    world.admin("/sandbox/paylink/portal/sandbox-merchant", &json!({ "webhook_url": "http://127.0.0.1:1/third" }));
    drop(world);
    assert_eq!(portal(&World::with(second)), "http://127.0.0.1:1/third");
}

/// A sandbox whose state file has no room for much.
#[cfg(unix)]
fn cramped(file: &Path) -> World {
    let mut shell = std::process::Command::new("sh");
    // No file may grow beyond 64 KiB, and who tries is told so instead of killed.
    shell.args(["-c", "trap '' XFSZ; ulimit -f 128; exec \"$0\" \"$@\"", env!("CARGO_BIN_EXE_qantara-sandbox")]);
    Program::run(shell, &["--state", file.to_str().unwrap()]).world()
}

/// Creates payments until there is no room, and returns the ids of those that were answered.
#[cfg(unix)]
fn filled(world: &World) -> Vec<String> {
    let body = json!({
        "amount": 5, "currency": "IQD", "description": "d".repeat(250), "order_id": "A-1", "transaction_type": "Retail",
        "redirect_url": format!("http://127.0.0.1:1/{}", "r".repeat(1_900)),
    });
    let mut answered = Vec::new();
    let refused = loop {
        let answer = world.post("/alqaseh/v1/egw/payments/create", &[ALQASEH, JSON], &body.to_string());
        if answer.status != 200 {
            break answer;
        }
        answered.push(answer.json()["payment_id"].as_str().unwrap().to_owned());
        assert!(answered.len() < 1_000, "the file grows without an end");
    };
    assert_eq!((refused.status, refused.text.as_str()), (507, "The sandbox can't write its state file.\n"));
    assert!(!answered.is_empty());
    answered
}

#[cfg(unix)]
#[test]
fn nothing_is_delivered_that_could_not_be_kept() {
    let folder = Folder::new();
    let (file, shop) = (folder.file("state"), Shop::open(&[]));
    let world = cramped(&file);
    let (id, token) = create(&world, "A-0", json!({ "webhook_url": shop.url }));
    filled(&world);
    // It waits for the first attempt.
    let paid = world.submit(&format!("/alqaseh/pay/{token}"), "5341432900077803", "01/2027", "971");
    assert_eq!(paid.status, 507);
    world.kill("KILL");
    assert_eq!(shop.count(), 0);
    let world = World::with(config(&file));
    let payment = world.get(&format!("/alqaseh/v1/egw/payments/{id}"), &[ALQASEH]).json();
    assert_eq!(payment["payment_status"], "prepared");
    assert_eq!(world.get("/sandbox/deliveries", &[]).text, "[]");
}

#[cfg(unix)]
#[test]
fn nothing_is_answered_that_could_not_be_kept() {
    let folder = Folder::new();
    let file = folder.file("state");
    let world = cramped(&file);
    let answered = filled(&world);
    let (status, _) = world.kill("TERM");
    assert_eq!(status.code(), Some(1));
    let world = World::with(config(&file));
    for id in answered {
        assert_eq!(world.get(&format!("/alqaseh/v1/egw/payments/{id}"), &[ALQASEH]).status, 200);
    }
}

#[cfg(unix)]
#[test]
fn the_file_is_its_owners_alone() {
    use std::os::unix::fs::PermissionsExt;
    let folder = Folder::new();
    let (new, wide) = (folder.file("new"), folder.file("wide"));
    std::fs::write(&wide, "").unwrap();
    std::fs::set_permissions(&wide, std::fs::Permissions::from_mode(0o644)).unwrap();
    let _running = [&new, &wide].map(|file| Sandbox::start(config(file)).unwrap());
    for file in std::fs::read_dir(&folder.path).unwrap() {
        let file = file.unwrap();
        assert_eq!(file.metadata().unwrap().permissions().mode() & 0o777, 0o600, "{:?}", file.path());
    }
}

#[cfg(unix)]
#[test]
fn what_is_refused_keeps_its_mode() {
    use std::os::unix::fs::PermissionsExt;
    let folder = Folder::new();
    let (inner, text, foreign) = (folder.file("inner"), folder.file("text"), folder.file("foreign"));
    std::fs::create_dir(&inner).unwrap();
    std::fs::write(&text, "no database, but long enough to look for the header of one ".repeat(20)).unwrap();
    rusqlite::Connection::open(&foreign).unwrap().execute_batch("CREATE TABLE t (x)").unwrap();
    for (path, mode, why) in [
        (inner, 0o755, "this is no file"),
        (text, 0o644, "this is no state file"),
        (foreign, 0o644, "this is another program's database, not a sandbox's state"),
    ] {
        std::fs::set_permissions(&path, std::fs::Permissions::from_mode(mode)).unwrap();
        let refused = refusal(&path);
        assert_eq!(std::fs::metadata(&path).unwrap().permissions().mode() & 0o777, mode, "{}", path.display());
        assert_eq!(refused, format!("{}: {why}", path.display()));
    }
}

#[test]
fn a_merchant_is_not_in_the_file_and_in_the_configuration() {
    let folder = Folder::new();
    let file = folder.file("state");
    let world = World::with(config(&file));
    world.admin("/sandbox/merchants", &json!({ "gateway": "alqaseh", "client_id": "twice", "client_secret": "s" }));
    drop(world);
    let mut other = config(&file);
    other.alqaseh[0].client_id = "twice".to_owned();
    let why = Sandbox::start(other).err().map(|e| e.to_string()).unwrap_or_default();
    assert!(why.starts_with("merchant \"twice\" was added while the sandbox ran"), "{why}");
    assert_eq!(refusal(&file), "");
}

#[test]
fn no_id_is_given_twice() {
    let folder = Folder::new();
    let (file, shop) = (folder.file("state"), Shop::open(&[]));
    let forged = |world: &World| {
        let message = json!({ "url": shop.url, "content_type": "text/plain", "body": "" });
        world.admin("/sandbox/forge", &message)["id"].as_u64().unwrap()
    };
    let mut ids = Vec::new();
    for _ in 0..3 {
        let world = World::with(config(&file));
        ids.extend([forged(&world), forged(&world)]);
        world.admin("/sandbox/reset", &json!({}));
    }
    assert_eq!(ids, [1, 2, 3, 4, 5, 6]);
}
