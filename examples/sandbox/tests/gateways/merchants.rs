//! Many merchants: they come from a file or are added, and see nothing of each other.

use qantara_sandbox::{Config, Sandbox, Scheme};
use serde_json::{Value, json};

use crate::cgi_link::{approved, ask, verdict};
use crate::egw::{CARD, DEMO, Login, as_form, prepared, request};
use crate::folder::Folder;
use crate::shop::{Answer, FORM, JSON, Shop, World};

const PAYMENTS: &str = "/alqaseh/v1/egw/payments";
const A: (&str, &str) = ("Authorization", "Basic cHVibGljX3Rlc3Q6THIxMHlXV21tMWRYTG9JN1ZnWENyUVZubHExM2MxRzA=");

/// Adds a merchant and returns all of it.
fn added(world: &World, merchant: Value) -> Value {
    world.admin("/sandbox/merchants", &merchant)
}

fn text<'a>(value: &'a Value, name: &str) -> &'a str {
    value[name].as_str().unwrap_or_else(|| panic!("{name} in {value}"))
}

fn basic(merchant: &Value) -> String {
    use base64::Engine;
    let login = format!("{}:{}", text(merchant, "client_id"), text(merchant, "client_secret"));
    format!("Basic {}", base64::engine::general_purpose::STANDARD.encode(login))
}

fn create(world: &World, login: (&str, &str)) -> (String, String) {
    let body = json!({
        "amount": 25000, "currency": "IQD", "description": "x", "order_id": "A-1",
        "redirect_url": "http://127.0.0.1:1/", "transaction_type": "Retail",
    });
    let reply = world.post(&format!("{PAYMENTS}/create"), &[login, JSON], &body.to_string());
    assert_eq!(reply.status, 200, "{}", reply.text);
    (text(&reply.json(), "payment_id").to_owned(), text(&reply.json(), "token").to_owned())
}

#[test]
fn al_qaseh_shows_a_merchant_nothing_of_another() {
    let world = World::new();
    let merchant = added(&world, json!({ "gateway": "alqaseh", "terminal_id": "T-2" }));
    let login = basic(&merchant);
    let b = ("Authorization", login.as_str());
    let (paid, open) = (create(&world, A), create(&world, A));
    world.submit(&format!("/alqaseh/pay/{}", paid.1), "5341432900077803", "01/2027", "971");
    let before = world.get("/sandbox/payments", &[]).text;

    let card = r#"{"CardNumber":"5341432900077803","Cvv":"971","EXPMon":"01","EXPYear":"2027"}"#;
    for (id, token) in [&paid, &open] {
        let named = json!({ "payment_id": id }).to_string();
        let asked = [
            world.get(&format!("{PAYMENTS}/{id}"), &[b]),
            world.get(&format!("{PAYMENTS}/info/{token}"), &[b]),
            world.post(&format!("{PAYMENTS}/process/{token}"), &[b, JSON], card),
            world.post(&format!("{PAYMENTS}/process-reversal/{token}"), &[b], ""),
            world.post(&format!("{PAYMENTS}/retry"), &[b, JSON], &named),
            world.post(&format!("{PAYMENTS}/revoke"), &[b, JSON], &named),
        ];
        assert_eq!(asked.map(|answer| answer.status), [404; 6]);
    }
    for query in [String::new(), "?order_id=A-1".to_owned(), format!("?payment_id={}", paid.0)] {
        assert_eq!(world.get(&format!("{PAYMENTS}/history{query}"), &[b]).json(), json!([]), "{query}");
        let csv = world.get(&format!("{PAYMENTS}/history/download{query}"), &[b]).text;
        assert_eq!(csv.lines().count(), 1, "{query}");
    }
    assert_eq!(world.get("/sandbox/payments", &[]).text, before);

    // The same order number is another order, under the merchant's own names.
    let own = create(&world, b);
    let seen = world.get(&format!("{PAYMENTS}/history?order_id=A-1"), &[b]).json();
    assert_eq!((seen.as_array().unwrap().len(), text(&seen[0], "payment_id")), (1, own.0.as_str()));
    assert_eq!((&seen[0]["terminal_id"], &seen[0]["merchant_id"]), (&json!("T-2"), &json!(2)));
    let seen = world.get(&format!("{PAYMENTS}/history?order_id=A-1"), &[A]).json();
    assert_eq!(seen.as_array().unwrap().len(), 2);
    // A login is a name and its own secret.
    let mixed = basic(&json!({ "client_id": "public_test", "client_secret": merchant["client_secret"] }));
    assert_eq!(world.get(&format!("{PAYMENTS}/{}", paid.0), &[("Authorization", &mixed)]).status, 401);
}

/// On a terminal of its own, and on that of the demo merchant.
const OTHERS: [Login; 2] = [
    Login {
        api_key: "second",
        mac_key: "0102030405060708090A0B0C0D0E0F10",
        terminal: "88888888",
        scheme: Scheme::demo,
    },
    Login {
        api_key: "third",
        mac_key: "1102030405060708090A0B0C0D0E0F10",
        terminal: DEMO.terminal,
        scheme: Scheme::demo,
    },
];

fn egw_merchant(login: &Login) -> Value {
    json!({
        "gateway": "egw", "id": login.api_key, "api_key": login.api_key, "mac_key": login.mac_key,
        "fields": {
            "TERMINAL": login.terminal, "MERCHANT": "EGW TEST", "MERCH_NAME": "Books Online Inc.",
            "MERCH_URL": "www.sample.com",
        },
    })
}

#[test]
fn egw_shows_a_merchant_nothing_of_another() {
    let (world, shop) = (World::new(), Shop::open(&[]));
    for login in &OTHERS {
        added(&world, egw_merchant(login));
    }
    let callback = approved(&world, &shop, &DEMO, "0");
    let of_demo = || world.get("/sandbox/payments", &[]).json()["egw"][0].clone();
    let before = of_demo();
    for login in &OTHERS {
        // All three are right about everything but whose payment it is.
        for change in [&[("TRTYPE", "21")][..], &[("TRTYPE", "24")], &[("TRTYPE", "90"), ("TRAN_TRTYPE", "0")]] {
            let reply = ask(&world, login, &callback, change);
            assert_eq!(reply.verdict().1, "95", "{} {change:?}", login.api_key);
            assert!(reply.is_signed(login));
        }
        // Nor may it prepare in another's name.
        let headers = [("X-API-Key", DEMO.api_key), FORM];
        let forged = world.post("/egw/api/payment/prepare", &headers, &as_form(&request(login, &shop.url, &[])));
        assert_eq!(forged.status, 400, "{}", forged.text);
        // The same ORDER of the same day is another payment, whose callback bears its own key.
        let page = prepared(&world, login, &request(login, &shop.url, &[]));
        let count = shop.count();
        world.submit(&page, CARD.0, CARD.1, CARD.2);
        let own = shop.messages(count + 1).pop().unwrap();
        assert_ne!(own.field("RRN"), callback.field("RRN"));
        assert_eq!(ask(&world, login, &own, &[("TRTYPE", "24")]).verdict(), verdict("0", "00"));
        assert_eq!(ask(&world, &DEMO, &own, &[("TRTYPE", "24")]).verdict().1, "95");
    }
    assert_eq!(of_demo(), before);
    assert_eq!(ask(&world, &DEMO, &callback, &[("TRTYPE", "24")]).verdict(), verdict("0", "00"));
}

/// A Paylink merchant's ways in.
struct Client<'a> {
    world: &'a World,
    merchant_id: String,
    api_key: String,
    bearer: String,
}

impl<'a> Client<'a> {
    fn new(world: &'a World, merchant: &Value) -> Client<'a> {
        let login = json!({ "apiId": merchant["api_id"], "secretKey": merchant["secret_key"], "persistToken": true });
        let token = world.post("/paylink/api/auth", &[JSON], &login.to_string());
        assert_eq!(token.status, 200, "{}", token.text);
        let owned = |name| text(merchant, name).to_owned();
        let bearer = format!("Bearer {}", text(&token.json(), "id_token"));
        Client { world, merchant_id: owned("merchant_id"), api_key: owned("api_key"), bearer }
    }

    fn get(&self, path: &str) -> Answer {
        self.world.get(&format!("/paylink/api/{path}"), &[("Authorization", &self.bearer)])
    }

    fn post(&self, path: &str, body: &Value) -> Answer {
        self.world.post(&format!("/paylink/api/{path}"), &[("Authorization", &self.bearer), JSON], &body.to_string())
    }

    fn invoice(&self) -> String {
        let added = self.post(
            "addInvoice",
            &json!({
                "orderNumber": "P-1", "callBackUrl": "http://127.0.0.1:1/", "clientName": "L", "clientMobile": "05",
                "amount": 115, "products": [{ "title": "Dates", "price": 115, "qty": 1 }],
            }),
        );
        text(&added.json(), "transactionNo").to_owned()
    }

    /// What only the key of a merchant opens, asked in the name of some merchant.
    fn keyed(&self, merchant_id: &str, number: &str) -> [u16; 3] {
        let key = ("X-API-KEY", self.api_key.as_str());
        let path = format!("/paylink/api/merchants/{merchant_id}");
        let body = json!({ "processingStatus": "Success", "transactionNo": number }).to_string();
        [
            self.world.get(&format!("{path}/invoices/{number}"), &[key]).status,
            self.world.post(&format!("{path}/payment-acknowledgment"), &[key, JSON], &body).status,
            self.world.post(&format!("{path}/refund-acknowledgment"), &[key, JSON], &body).status,
        ]
    }
}

#[test]
fn paylink_shows_a_merchant_nothing_of_another() {
    let world = World::new();
    let shops = [Shop::open(&[]), Shop::open(&[])];
    let demo = json!({
        "merchant_id": "sandbox-merchant", "api_key": "sandbox-paylink-key", "api_id": "sandbox-api-id",
        "secret_key": "sandbox-secret-key",
    });
    let merchant = added(&world, json!({ "gateway": "paylink" }));
    for (shop, merchant) in shops.iter().zip([&demo, &merchant]) {
        let portal = json!({ "webhook_url": shop.url, "refund_webhook_url": shop.url });
        world.admin(&format!("/sandbox/paylink/portal/{}", text(merchant, "merchant_id")), &portal);
    }
    let (a, b) = (Client::new(&world, &demo), Client::new(&world, &merchant));
    let (paid, open) = (a.invoice(), a.invoice());
    world.admin("/sandbox/pay", &json!({ "transaction_no": paid }));
    let settlement = world.admin("/sandbox/paylink/settlements", &json!({}));
    let settlement = format!("getOrdersBySettlement/{}", text(&settlement, "settlement_number"));
    let told = || ["invoices", "orders"].map(|path| world.get(&format!("/sandbox/paylink/{path}"), &[]).text);
    let before = told();

    for number in [&paid, &open] {
        assert_eq!(b.get(&format!("getInvoice/{number}")).status, 404);
        assert_eq!(b.post("cancelInvoice", &json!({ "transactionNo": number })).status, 404);
        assert_eq!(b.keyed(&b.merchant_id, number), [404; 3]);
        assert_eq!(b.keyed(&a.merchant_id, number), [401; 3]);
    }
    assert_eq!(b.get("getOrder/P-1").status, 404);
    assert_eq!(b.get("getTransactionsOfOrderNumber?orderNumber=P-1").json(), json!([]));
    assert_eq!(b.get(&settlement).json()["orders"], json!([]));
    assert_eq!(told(), before);

    // One's own are there, under the same names.
    let own = b.invoice();
    world.admin("/sandbox/pay", &json!({ "transaction_no": own }));
    assert_eq!(b.get("getTransactionsOfOrderNumber?orderNumber=P-1").json().as_array().unwrap().len(), 1);
    assert_eq!(b.keyed(&b.merchant_id, &own), [200, 200, 200]);
    assert_eq!(a.get(&settlement).json()["orders"].as_array().unwrap().len(), 1);
    // Each shop was told of its own payment, under its own secret.
    let secrets = ["sandbox-webhook-secret", text(&merchant["portal"], "webhook_secret")];
    for ((shop, secret), number) in shops.iter().zip(secrets).zip([&paid, &own]) {
        let told = &shop.messages(1)[0];
        assert_eq!(
            (told.header("x-webhook-secret"), told.json()["transactionNo"].as_str()),
            (Some(secret), Some(number.as_str()))
        );
    }
    // An apiId is no X-API-KEY.
    let swapped = Client { api_key: text(&merchant, "api_id").to_owned(), ..b };
    assert_eq!(swapped.keyed(&swapped.merchant_id, &own), [401; 3]);
}

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
        (json!({ "gateway": "bank" }), "unknown variant `bank`"),
        (json!({ "gateway": "alqaseh", "name": "x" }), "unknown field `name`"),
        (json!({ "gateway": "alqaseh", "client_id": "public_test" }), "another merchant has the same id or login"),
        (json!({ "gateway": "alqaseh", "client_id": "a:b" }), "client_id must be text without a colon"),
        (json!({ "gateway": "alqaseh", "client_secret": "" }), "client_secret must be text"),
        (json!({ "gateway": "alqaseh", "merchant_id": "one" }), "expected u64"),
        (json!({ "gateway": "egw", "api_key": "kina-sandbox-key" }), "another merchant has the same id or login"),
        (json!({ "gateway": "egw", "id": "99999999" }), "another merchant has the same id or login"),
        (json!({ "gateway": "egw", "api_key": "مفتاح" }), "api_key must be text that fits a header"),
        (json!({ "gateway": "egw", "mac_key": "0g" }), "mac_key must be hex digits"),
        (json!({ "gateway": "egw", "mac_key": ["00", "0000"] }), "components of one length"),
        (json!({ "gateway": "egw", "mac_key": 7 }), "mac_key is text, or a list of components"),
        (json!({ "gateway": "egw", "old_mac_key": "" }), "old_mac_key must be hex digits"),
        (json!({ "gateway": "egw", "scheme": "visa" }), "there is no scheme of this name; there are demo, classic"),
        (json!({ "gateway": "egw", "scheme": { "algorithm": "md5" } }), "unknown variant `md5`"),
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
    let (_, example) = include_str!("../../README.md").split_once("```json\n").unwrap();
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
