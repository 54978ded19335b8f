//! A merchant sees nothing of another.

use qantara_sandbox::Scheme;
use serde_json::{Value, json};

use super::{A, PAYMENTS, added, basic, create, text};
use crate::cgi_link::{approved, ask, verdict};
use crate::egw::{CARD, DEMO, Login, as_form, prepared, request};
use crate::shop::{Answer, FORM, JSON, Shop, World};

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
