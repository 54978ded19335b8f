//! Paylink's invoices: token, add, get, cancel, look-ups, the hosted page and its webhook.

use serde_json::{Value, json};

use crate::shop::{Answer, JSON, Shop, World};

const KEY: (&str, &str) = ("X-API-KEY", "sandbox-paylink-key");
const CARD: (&str, &str, &str) = ("4111 1111 1111 1111", "12/30", "123");

fn auth(world: &World, persist: bool) -> String {
    let body = json!({ "apiId": "sandbox-api-id", "secretKey": "sandbox-secret-key", "persistToken": persist });
    let answer = world.post("/paylink/api/auth", &[JSON], &body.to_string());
    assert_eq!(answer.status, 200, "{}", answer.text);
    format!("Bearer {}", answer.json()["id_token"].as_str().unwrap())
}

/// A shop with a token.
struct Client {
    world: World,
    bearer: String,
}

impl Client {
    fn new() -> Client {
        let world = World::new();
        let bearer = auth(&world, true);
        Client { world, bearer }
    }

    fn get(&self, path: &str) -> Answer {
        self.world.get(&format!("/paylink/api/{path}"), &[("Authorization", &self.bearer)])
    }

    fn post(&self, path: &str, body: &str) -> Answer {
        self.world.post(&format!("/paylink/api/{path}"), &[("Authorization", &self.bearer), JSON], body)
    }

    fn add(&self, change: Value) -> Value {
        let answer = self.post("addInvoice", &invoice(change));
        assert_eq!(answer.status, 200, "{}", answer.text);
        answer.json()
    }

    fn status(&self, number: &str) -> Value {
        self.get(&format!("getInvoice/{number}")).json()["orderStatus"].clone()
    }

    fn portal(&self, change: &Value) {
        self.world.admin("/sandbox/paylink/portal/sandbox-merchant", change);
    }

    fn page(&self, invoice: &Value) -> String {
        invoice["url"].as_str().unwrap().strip_prefix(self.world.sandbox.url()).unwrap().to_owned()
    }
}

fn invoice(change: Value) -> String {
    let mut invoice = json!({
        "orderNumber": "P-1", "callBackUrl": "http://127.0.0.1:1/back", "clientName": "Layla", "clientMobile": "0500000000",
        "amount": 115, "products": [{ "title": "Dates", "price": 57.5, "qty": 2, "isDigital": false }],
    });
    invoice.as_object_mut().unwrap().extend(change.as_object().unwrap().clone());
    invoice.to_string()
}

fn number(invoice: &Value) -> String {
    invoice["transactionNo"].as_str().unwrap().to_owned()
}

#[test]
fn a_token_lives_for_half_an_hour_or_thirty() {
    let mut client = Client::new();
    for (persist, life) in [(false, 30 * 60), (true, 30 * 3_600)] {
        client.bearer = auth(&client.world, persist);
        client.world.admin("/sandbox/clock", &json!({ "advance": life - 10 }));
        assert_eq!(client.get("getInvoice/1").status, 404);
        client.world.admin("/sandbox/clock", &json!({ "advance": 10 }));
        assert_eq!(client.get("getInvoice/1").status, 401);
    }
    let bad = json!({ "apiId": "sandbox-api-id", "secretKey": "x" }).to_string();
    assert_eq!(client.world.post("/paylink/api/auth", &[JSON], &bad).status, 401);
    assert_eq!(client.world.post("/paylink/api/auth", &[JSON], "{}").status, 400);
    for bearer in ["", "Bearer ", "Bearer x", "Basic x"] {
        client.bearer = bearer.to_owned();
        for answer in [
            client.get("getInvoice/1"),
            client.get("getTransactionsOfOrderNumber?orderNumber=1"),
            client.get("getOrder/1"),
            client.get("getOrdersBySettlement/1"),
            client.post("addInvoice", &invoice(json!({}))),
            client.post("cancelInvoice", "{}"),
        ] {
            assert_eq!(answer.status, 401);
            assert!(answer.json()["detail"].is_string());
        }
    }
}

#[test]
fn a_paid_invoice_is_paid() {
    let (client, shop) = (Client::new(), Shop::open(&[]));
    client.portal(&json!({ "webhook_url": format!("{}/hook", shop.url) }));
    let body = invoice(json!({ "callBackUrl": format!("{}/عودة", shop.url) }))
        .replace(r#""amount":115,"#, r#""amount":115.00,"#);
    let answer = client.post("addInvoice", &body);
    // No digit is lost on the way.
    assert!(answer.text.contains(r#""amount":115.00,"#) && answer.text.contains(r#""price":57.5,"#), "{}", answer.text);
    let added = answer.json();
    let no = number(&added);
    assert_eq!(no.len(), 13);
    assert_eq!((&added["orderStatus"], &added["success"]), (&json!("CREATED"), &json!(true)));
    assert_eq!(added["gatewayOrderRequest"]["currency"], "SAR");
    assert_eq!(added["foreignCurrencyRate"], Value::Null);

    let page = client.page(&added);
    let text = client.world.get(&page, &[]).text;
    assert!(text.contains("Dates") && text.contains("115.00") && text.contains("no money moves"));
    assert_eq!(client.status(&no), "Pending");
    let answer = client.world.submit(&page, CARD.0, CARD.1, "999");
    assert!(answer.status == 200 && answer.text.contains("Do not honour"), "{}", answer.text);
    let declined = client.get(&format!("getInvoice/{no}")).json();
    assert_eq!(declined["orderStatus"], "Pending");
    assert_eq!(declined["paymentErrors"][0]["errorCode"], "05");

    let answer = client.world.submit(&page, CARD.0, CARD.1, CARD.2);
    assert_eq!(answer.status, 303);
    assert_eq!(answer.location, format!("{}/%D8%B9%D9%88%D8%AF%D8%A9?transactionNo={no}&orderNumber=P-1", shop.url));
    let hook = &shop.messages(1)[0];
    assert_eq!(
        (hook.line.as_str(), hook.header("x-webhook-secret")),
        ("POST /hook HTTP/1.1", Some("sandbox-webhook-secret"))
    );
    assert_eq!(
        hook.body,
        format!(
            "{{\"amount\":115.00,\"merchantEmail\":\"shop@example.com\",\"transactionNo\":\"{no}\",\
             \"merchantOrderNumber\":\"P-1\",\"orderStatus\":\"Paid\",\"paymentType\":\"visa\",\"apiVersion\":\"v2\"}}"
        )
    );
    let paid = client.get(&format!("getInvoice/{no}")).json();
    assert_eq!(paid["orderStatus"], "Paid");
    assert_eq!(paid["paymentReceipt"]["bankCardNumber"], "411111******1111");
    assert_eq!(client.world.submit(&page, CARD.0, CARD.1, CARD.2).status, 409);
    assert!(client.world.get(&page, &[]).text.contains("was paid"));
    for listed in ["/sandbox/paylink/invoices", "/sandbox/deliveries"] {
        let text = client.world.get(listed, &[]).text;
        assert!(!text.contains("4111111111111111") && !text.contains("sandbox-webhook-secret"), "{text}");
    }
}

#[test]
fn the_first_versions_webhook_and_a_header_of_the_shops() {
    let (client, shop) = (Client::new(), Shop::open(&[]));
    let portal = json!({
        "webhook_url": shop.url, "webhook_v2": false, "webhook_header": "Authorization", "webhook_secret": "s3cret",
    });
    client.portal(&portal);
    let added = client.add(json!({ "callBackUrl": "http://127.0.0.1:1/?a=1" }));
    client.world.admin("/sandbox/settings", &json!({ "paylink_callback_capitals": true }));
    let paid = client.world.admin("/sandbox/pay", &json!({ "transaction_no": added["url"] }));
    let no = number(&added);
    assert_eq!(paid["redirect"], format!("http://127.0.0.1:1/?a=1&TransactionNo={no}&OrderNumber=P-1"));
    let hook = &shop.messages(1)[0];
    assert_eq!(hook.header("authorization"), Some("s3cret"));
    let body = hook.json();
    assert_eq!(body["orderStatus"], "Paid");
    assert!(body.get("apiVersion").is_none() && body.get("paymentType").is_none());
    let shown = client.world.get("/sandbox/paylink/portal/sandbox-merchant", &[]);
    assert_eq!(shown.json()["webhook_header"], "Authorization");
    assert!(!shown.text.contains("s3cret"));
    for bad in [json!({ "webhook": "x" }), json!({ "webhook_v2": "yes" })] {
        let answer = client.world.post("/sandbox/paylink/portal/sandbox-merchant", &[JSON], &bad.to_string());
        assert_eq!(answer.status, 400, "{bad}");
    }
    assert_eq!(client.world.post("/sandbox/paylink/portal/x", &[JSON], "{}").status, 404);
}

#[test]
fn a_webhook_is_repeated_until_the_answer_is_200() {
    let (client, shop) = (Client::new(), Shop::open(&[500, 201, 204, 302, 500, 404]));
    client.portal(&json!({ "webhook_url": shop.url }));
    let added = client.add(json!({}));
    client.world.admin("/sandbox/pay", &json!({ "transaction_no": number(&added) }));
    assert_eq!(shop.messages(7).len(), 7);
}

#[test]
fn what_add_invoice_refuses() {
    let client = Client::new();
    for change in [
        json!({ "amount": 4.99 }),
        json!({ "amount": 0 }),
        json!({ "amount": -5 }),
        json!({ "amount": "115" }),
        json!({ "amount": 10.005 }),
        json!({ "currency": "IQD" }),
        json!({ "orderNumber": "" }),
        json!({ "clientName": null }),
        json!({ "clientMobile": "" }),
        json!({ "callBackUrl": "/back" }),
        json!({ "callBackUrl": "http://a/\r\nX: y" }),
        json!({ "cancelUrl": "back" }),
        json!({ "products": [] }),
        json!({ "products": [{ "title": "Dates", "price": 1 }] }),
        json!({ "products": [{ "title": "", "price": 1, "qty": 1 }] }),
        json!({ "products": [{ "title": "Dates", "price": -1, "qty": 1 }] }),
        json!({ "supportedCardBrands": ["mada", "diners"] }),
    ] {
        let answer = client.post("addInvoice", &invoice(change.clone()));
        assert_eq!(answer.status, 400, "{change}");
        assert!(answer.json()["detail"].is_string());
    }
    assert_eq!(client.post("addInvoice", "{").status, 400);
    assert_eq!(client.world.get("/sandbox/paylink/invoices", &[]).json(), json!([]));
    client.add(json!({ "amount": 5.00, "supportedCardBrands": ["mada", "tamara"], "products": [{ "title": "Gift", "price": 0, "qty": 1 }] }));
}

#[test]
fn a_foreign_currency_has_a_rate() {
    let client = Client::new();
    let added = client.add(json!({ "currency": "USD", "amount": 10.01 }));
    assert_eq!(added["gatewayOrderRequest"]["amount"], 10.01);
    assert_eq!(added["amount"], 37.54);
    assert_eq!(added["foreignCurrencyRate"], json!({ "from": "USD", "to": "SAR", "rate": 3.75 }));
}

#[test]
fn cancelled_in_two_ways_of_saying_so() {
    let client = Client::new();
    for (as_text, success) in [(true, json!("true")), (false, json!(true))] {
        client.world.admin("/sandbox/settings", &json!({ "paylink_success_as_text": as_text }));
        let added = client.add(json!({}));
        let body = json!({ "transactionNo": number(&added) }).to_string();
        assert_eq!(client.post("cancelInvoice", &body).json(), json!({ "success": success }));
        assert_eq!(client.status(&number(&added)), "Canceled");
        let page = client.page(&added);
        assert!(client.world.get(&page, &[]).text.contains("cancelled"));
        assert_eq!(client.world.submit(&page, CARD.0, CARD.1, CARD.2).status, 409);
    }
    let added = client.add(json!({}));
    let body = json!({ "transactionNo": number(&added) }).to_string();
    client.world.admin("/sandbox/pay", &json!({ "transaction_no": number(&added) }));
    assert_eq!(client.post("cancelInvoice", &body).status, 400);
    assert_eq!(client.status(&number(&added)), "Paid");
    assert_eq!(client.post("cancelInvoice", r#"{"transactionNo":"1"}"#).status, 404);
    assert_eq!(client.post("cancelInvoice", "{}").status, 400);
}

#[test]
fn look_ups() {
    let client = Client::new();
    // Adding is not idempotent.
    let (first, second) = (number(&client.add(json!({}))), number(&client.add(json!({}))));
    let other = number(&client.add(json!({ "orderNumber": "P/2 é" })));
    assert!(first != second && second != other);
    let found = client.get("getTransactionsOfOrderNumber?orderNumber=P-1").json();
    assert_eq!((&found[0]["transactionNo"], &found[1]["transactionNo"]), (&json!(second), &json!(first)));
    assert_eq!(found.as_array().unwrap().len(), 2);
    assert_eq!(client.get("getTransactionsOfOrderNumber?orderNumber=x").json(), json!([]));
    assert_eq!(client.get("getTransactionsOfOrderNumber").status, 400);
    assert_eq!(client.get("getOrder/P%2F2%20%C3%A9").json()["transactionNo"], other);
    assert_eq!(client.get("getOrder/P-1").json()["transactionNo"], second);
    assert_eq!(client.get("getOrder/x").status, 404);

    client.world.admin("/sandbox/pay", &json!({ "transaction_no": first }));
    let settled = client.world.admin("/sandbox/paylink/settlements", &json!({}));
    assert_eq!(settled["transaction_nos"], json!([first]));
    let path = format!("getOrdersBySettlement/{}", settled["settlement_number"].as_str().unwrap());
    let orders = client.get(&path).json()["orders"].clone();
    assert_eq!((&orders[0]["transactionNo"], &orders[0]["orderStatus"]), (&json!(first), &json!("Completed")));
    assert_eq!(client.get("getOrdersBySettlement/9").json()["orders"], json!([]));
    let again = client.world.admin("/sandbox/paylink/settlements", &json!({}));
    assert_eq!(again["transaction_nos"], json!([]));

    let merchants = |merchant: &str, headers: &[(&str, &str)]| {
        client.world.get(&format!("/paylink/api/merchants/{merchant}/invoices/{first}"), headers)
    };
    assert_eq!(merchants("sandbox-merchant", &[KEY]).json()["transactionNo"], first);
    assert_eq!(merchants("sandbox-merchant", &[]).status, 401);
    assert_eq!(merchants("another", &[KEY]).status, 404);
    assert_eq!(client.world.get("/paylink/api/merchants/sandbox-merchant/invoices/1", &[KEY]).status, 404);
}

#[test]
fn not_there_yet() {
    let client = Client::new();
    let no = number(&client.add(json!({})));
    let fault =
        json!({ "kind": "status", "path": "getInvoice", "status": 404, "body": "{\"detail\":\"no such invoice\"}" });
    client.world.admin("/sandbox/faults", &fault);
    let path = format!("getInvoice/{no}");
    assert_eq!(client.get(&path).status, 404);
    assert_eq!(client.get(&path).status, 200);
}

#[test]
fn somebody_elses_invoice_looks_like_none() {
    let mut config = qantara_sandbox::Config::default();
    let mut other = config.paylink[0].clone();
    other.merchant_id = "other".to_owned();
    other.api_key = "other-key".to_owned();
    other.api_id = "other-id".to_owned();
    config.paylink.push(other);
    let world = World::with(config);
    let mine = auth(&world, true);
    let client = Client { world, bearer: mine };
    let no = number(&client.add(json!({})));
    let body = json!({ "apiId": "other-id", "secretKey": "sandbox-secret-key" }).to_string();
    let token = client.world.post("/paylink/api/auth", &[JSON], &body).json()["id_token"].as_str().unwrap().to_owned();
    let other = Client { world: client.world, bearer: format!("Bearer {token}") };
    assert_eq!(other.get(&format!("getInvoice/{no}")).status, 404);
    assert_eq!(other.post("cancelInvoice", &json!({ "transactionNo": no }).to_string()).status, 404);
    assert_eq!(other.get("getOrder/P-1").status, 404);
    let key = ("X-API-KEY", "other-key");
    assert_eq!(other.world.get(&format!("/paylink/api/merchants/other/invoices/{no}"), &[key]).status, 404);
}

#[test]
fn any_status_can_be_forced() {
    let client = Client::new();
    let added = client.add(json!({}));
    let path = format!("/sandbox/paylink/invoices/{}/status", number(&added));
    client.world.admin(&path, &json!({ "status": "Declined" }));
    assert_eq!(client.status(&number(&added)), "Declined");
    assert_eq!(client.world.submit(&client.page(&added), CARD.0, CARD.1, CARD.2).status, 409);
    assert_eq!(client.world.post(&path, &[JSON], r#"{"status":"Lost"}"#).status, 400);
    assert_eq!(client.world.get("/paylink/pay/order/1", &[]).status, 404);
}
