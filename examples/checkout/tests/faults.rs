//! The sandbox's faults at the shop's end: whatever a gateway or the network does to a message, nothing is believed
//! that isn't proven, and nothing is repeated that may have happened.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use qantara::alqaseh::{AlQasehConfiguration, CreatePayment, HistoryQuery};
use qantara::egw::{EgwConfiguration, Prepare};
use qantara::mac::ProfileFields;
use qantara::paylink::{AddInvoice, Authenticate, PaylinkConfiguration, Product};
use qantara::record::Value;
use qantara::{AlQaseh, Call, Code, Egw, Environment, Error, Order, Paylink, Reply, Retry, Settlement, Stamp};
use qantara_sandbox::{Config, Sandbox};

/// A sandbox, a shop's client, and where its webhooks arrive.
struct World {
    sandbox: Sandbox,
    agent: ureq::Agent,
    inbox: Receiver<Vec<u8>>,
    shop: String,
}

const POOR_CARD: &str = r#","number":"4000000000009995","expiry":"01/2099","cvv":"123""#;

impl World {
    fn new() -> World {
        let server = tiny_http::Server::http("127.0.0.1:0").unwrap();
        let shop = format!("http://{}/", server.server_addr().to_ip().unwrap());
        let (send, inbox) = channel();
        std::thread::spawn(move || {
            for mut request in server.incoming_requests() {
                let mut body = Vec::new();
                request.as_reader().read_to_end(&mut body).unwrap();
                request.respond(tiny_http::Response::empty(200)).unwrap();
                if send.send(body).is_err() {
                    return;
                }
            }
        });
        let agent = ureq::Agent::config_builder()
            .http_status_as_error(false)
            .proxy(None)
            .timeout_global(Some(Duration::from_secs(10)))
            .build()
            .into();
        World { sandbox: Sandbox::start(Config::default()).unwrap(), agent, inbox, shop }
    }

    fn url(&self, path: &str) -> String {
        format!("{}{path}", self.sandbox.url())
    }

    fn control(&self, path: &str, json: &str) {
        let sent = self.agent.post(self.url(&format!("/sandbox/{path}"))).content_type("application/json").send(json);
        let mut answer = sent.unwrap();
        let text = answer.body_mut().read_to_string().unwrap();
        assert!(answer.status().is_success(), "{path} {json}: {text}");
    }

    fn fault(&self, json: &str) {
        self.control("faults", json);
    }

    fn send(&self, request: &qantara::Request) -> Result<(u16, Vec<u8>), ureq::Error> {
        let mut reply = self.agent.run(ureq::http::Request::<String>::try_from(request).unwrap())?;
        Ok((reply.status().as_u16(), reply.body_mut().read_to_vec()?))
    }

    fn ask<R>(&self, call: &Call<R>, parse: impl Fn(u16, &[u8]) -> Result<Reply<R>, Error>) -> Result<Reply<R>, Error> {
        let (status, body) = self.send(call.request()).unwrap();
        parse(status, &body)
    }

    fn next(&self) -> Vec<u8> {
        self.inbox.recv_timeout(Duration::from_secs(10)).unwrap()
    }

    fn alqaseh(&self) -> AlQaseh {
        AlQaseh::configure(
            AlQasehConfiguration::new()
                .environment(Environment::Test)
                .client_id("public_test")
                .client_secret("Lr10yWWmm1dXLoI7VgXCrQVnlq13c1G0")
                .base_url(self.url("/alqaseh/v1"))
                .pay_page_url(self.url("/alqaseh/pay")),
        )
        .unwrap()
    }

    fn create(&self, order: &Order) -> Call<qantara::alqaseh::CreatedPayment> {
        let create = CreatePayment::for_order(order, "Two books", &self.shop).webhook_url(self.shop.as_str());
        self.alqaseh().create_payment(create).unwrap()
    }

    /// Creates a payment, and returns its id and token.
    fn created(&self, order: &Order) -> (String, String) {
        let call = self.create(order);
        let created = self.ask(&call, |status, body| call.parse(status, body)).unwrap();
        (created.payment_id().to_owned(), created.token().to_owned())
    }

    fn look_up(&self, payment_id: &str, order: &Order) -> Result<Settlement, Error> {
        let call = self.alqaseh().get_payment(payment_id).unwrap();
        self.ask(&call, |status, body| call.parse(status, body))?.settle(order)
    }

    fn egw(&self) -> Egw {
        let reply = "TERMINAL TRTYPE ORDER AMOUNT CURRENCY ACTION RC APPROVAL RRN INT_REF TIMESTAMP NONCE";
        let reply = Value::List(reply.split(' ').map(Value::text).collect());
        Egw::configure(
            EgwConfiguration::new()
                .environment(Environment::Test)
                .api_key("4c2db6a1c9d841809c0fcdbf1fd0aeb8")
                .mac_key("00112233445566778899AABBCCDDEEFF")
                .profile(ProfileFields::new().preset("classic").orders([("reply", reply)]))
                .merchant("EGW TEST")
                .terminal("99999999")
                .merch_name("Books Online Inc.")
                .merch_url("www.sample.com")
                .prepare_url(self.url("/egw/api/payment/prepare"))
                .cgi_link_url(self.url("/egw/cgi-bin/cgi_link")),
        )
        .unwrap()
    }

    /// Prepares a payment and tries a card; the callback arrives at the shop.
    fn egw_pays(&self, order: &Order, card: &str) {
        let mut random = [0; 16];
        getrandom::fill(&mut random).unwrap();
        let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap().as_secs();
        let prepare = Prepare::new()
            .order_id(order.id.as_str())
            .amount(&order.amount)
            .currency(order.currency.as_str())
            .description("Room 12")
            .transaction_type("retail")
            .back_ref(self.shop.as_str());
        let call = self.egw().prepare(prepare, &Stamp::new(now.cast_signed(), &random).unwrap()).unwrap();
        let prepared = self.ask(&call, |status, body| call.parse(status, body)).unwrap();
        self.control("pay", &format!(r#"{{"id":"{}"{card}}}"#, prepared.redirect_url().unwrap()));
    }

    /// An invoice of this order, paid and fetched.
    fn paylink_pays(&self, order: &Order) -> Reply<qantara::paylink::Invoice> {
        let configuration = PaylinkConfiguration::new()
            .environment(Environment::Test)
            .api_id("sandbox-api-id")
            .secret_key("sandbox-secret-key")
            .invoices_url(self.url("/paylink"));
        let paylink = Paylink::configure(configuration).unwrap();
        let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap().as_secs();
        let call = paylink.authenticate(Authenticate::new().now(now.cast_signed())).unwrap();
        let session = self.ask(&call, |status, body| call.parse(status, body)).unwrap();
        let dates = Product::new().title("Dates").price(&order.amount).quantity(1);
        let add = AddInvoice::for_order(order, session.bearer_token(), &self.shop)
            .client_name("Layla")
            .client_mobile("0500000000")
            .products(Value::from_iter([dates]));
        let call = paylink.add_invoice(add).unwrap();
        let invoice = self.ask(&call, |status, body| call.parse(status, body)).unwrap();
        let number = invoice.transaction_no().to_owned();
        self.control("pay", &format!(r#"{{"transaction_no":"{number}"}}"#));
        let call = paylink.get_invoice(session.bearer_token(), &number).unwrap();
        self.ask(&call, |status, body| call.parse(status, body)).unwrap()
    }
}

fn order(id: &str, amount: &str, currency: &str) -> Order {
    Order::new(id, amount, currency).unwrap()
}

fn is_paid(settlement: &Result<Settlement, Error>) -> bool {
    matches!(settlement, Ok(Settlement::Paid(_)))
}

#[test]
fn a_signed_callback_that_was_altered_proves_nothing() {
    let world = World::new();
    let mut number = 100_000;
    for form in ["form", "json", "xml", "html"] {
        world.control("settings", &format!(r#"{{"egw_callback":"{form}"}}"#));
        for (field, value, card) in [
            ("ACTION", r#""0""#, POOR_CARD),
            ("RC", r#""00""#, POOR_CARD),
            ("AMOUNT", r#""1""#, ""),
            ("ORDER", r#""999999""#, ""),
            ("RRN", r#""123456789012""#, ""),
            ("NONCE", "null", ""),
            ("P_SIGN", "null", ""),
        ] {
            number += 1;
            let order = order(&number.to_string(), "240000", "IQD");
            world.fault(&format!(r#"{{"kind":"alter_delivery","field":"{field}","value":{value}}}"#));
            world.egw_pays(&order, card);
            let altered = world.egw().verify_callback(&world.next());
            assert!(altered.is_err(), "{form} {field}: {altered:?}");
            // The same again without the fault is good: it was the alteration.
            number += 1;
            let order = self::order(&number.to_string(), "240000", "IQD");
            world.egw_pays(&order, "");
            assert!(is_paid(&world.egw().verify_callback(&world.next()).unwrap().settle(&order)), "{form} {field}");
        }
    }
}

#[test]
fn a_webhook_that_was_altered_is_a_hint_all_the_same() {
    let world = World::new();
    let (mine, other) = (order("A-1", "25000", "IQD"), order("A-2", "25000", "IQD"));
    let ((payment_id, token), (other_id, _)) = (world.created(&mine), world.created(&other));
    world.fault(r#"{"kind":"alter_delivery","field":"payment_status","value":"Success"}"#);
    world.control("pay", &format!(r#"{{"token":"{token}"{POOR_CARD}}}"#));
    let hint = AlQaseh::parse_webhook(&world.next()).unwrap();
    assert_eq!(hint.payment_status(), Some("success"));
    assert!(matches!(world.look_up(&payment_id, &mine), Ok(Settlement::Failed(_))));

    // Paid now, and the webhook names another order: its own payment says that it is open.
    world.fault(r#"{"kind":"alter_delivery","field":"order_id","value":"A-2"}"#);
    world.control("pay", &format!(r#"{{"token":"{token}"}}"#));
    let hint = AlQaseh::parse_webhook(&world.next()).unwrap();
    assert_eq!(hint.order_id(), "A-2");
    assert!(matches!(world.look_up(&other_id, &other), Ok(Settlement::Open(_))));
    // Nor does the payment that it names prove anything of the other order.
    assert_eq!(world.look_up(&payment_id, &other).unwrap_err().code(), Code::OrderMismatch);
    assert!(is_paid(&world.look_up(&payment_id, &mine)));
}

#[test]
fn a_webhook_twice_is_one_proof() {
    let world = World::new();
    let order = order("A-1", "25000", "IQD");
    let (payment_id, token) = world.created(&order);
    world.fault(r#"{"kind":"duplicate_delivery"}"#);
    world.control("pay", &format!(r#"{{"token":"{token}"}}"#));
    let (first, second) = (world.next(), world.next());
    assert_eq!(first, second);
    let keys: Vec<String> = (0..2)
        .map(|_| match world.look_up(&payment_id, &order) {
            Ok(Settlement::Paid(paid)) => paid.replay_key().unwrap().to_owned(),
            other => panic!("{other:?}"),
        })
        .collect();
    assert_eq!(keys[0], keys[1]);
}

#[test]
fn a_create_that_got_no_good_answer_is_looked_up_first() {
    for fault in [
        r#"{"kind":"cut_reply","path":"create"}"#,
        r#"{"kind":"cut_reply","path":"create","bytes":0}"#,
        r#"{"kind":"status","path":"create"}"#,
        r#"{"kind":"status","path":"create","status":200}"#,
        r#"{"kind":"status","path":"create","status":504}"#,
    ] {
        let world = World::new();
        let order = order("A-1", "25000", "IQD");
        world.fault(fault);
        let call = world.create(&order);
        let error = world.ask(&call, |status, body| call.parse(status, body)).unwrap_err();
        assert_eq!(error.retry(), Retry::LookUpFirst, "{fault}");
    }
    for fault in
        [r#"{"kind":"lose_reply","path":"create"}"#, r#"{"kind":"cut_reply","path":"create","breaks_off":true}"#]
    {
        let world = World::new();
        let order = order("A-1", "25000", "IQD");
        world.fault(fault);
        let call = world.create(&order);
        assert!(world.send(call.request()).is_err(), "{fault}");
        assert_eq!(call.retry(), Retry::LookUpFirst);
        // It was made, and the history has it.
        let call = world.alqaseh().history(HistoryQuery::new().order_id("A-1")).unwrap();
        let history = world.ask(&call, |status, body| call.parse(status, body)).unwrap();
        assert_eq!(history.iter().count(), 1, "{fault}");
    }
}

#[test]
fn a_get_that_got_no_good_answer_is_asked_again() {
    let world = World::new();
    let order = order("A-1", "25000", "IQD");
    let (payment_id, token) = world.created(&order);
    world.control("pay", &format!(r#"{{"token":"{token}"}}"#));
    for bytes in [0, 1, 2, 40, 400] {
        world.fault(&format!(r#"{{"kind":"cut_reply","bytes":{bytes}}}"#));
        let error = world.look_up(&payment_id, &order).unwrap_err();
        assert_eq!(error.retry(), Retry::Safe, "{bytes}");
        assert!(is_paid(&world.look_up(&payment_id, &order)));
    }
    for status in [408, 429, 500, 502, 503, 504] {
        world.fault(&format!(r#"{{"kind":"status","status":{status}}}"#));
        let error = world.look_up(&payment_id, &order).unwrap_err();
        assert_eq!((error.retry(), error.status()), (Retry::Safe, Some(status)));
    }
}

#[test]
fn a_reply_in_disguise_is_read_or_refused() {
    let world = World::new();
    let order = order("A-1", "25000", "IQD");
    let (payment_id, token) = world.created(&order);
    world.control("pay", &format!(r#"{{"token":"{token}"}}"#));
    for fault in [r#"{"kind":"bom"}"#, r#"{"kind":"content_type","content_type":"text/html"}"#] {
        world.fault(fault);
        match world.look_up(&payment_id, &order) {
            Ok(settlement) => assert!(is_paid(&Ok(settlement)), "{fault}"),
            Err(error) => assert_eq!(error.retry(), Retry::Safe, "{fault}"),
        }
    }
}

#[test]
fn amounts_that_went_through_a_float() {
    let world = World::new();
    // API 2.0: a float32 is what it has, so what is equal as one is equal.
    for (amounts, paid) in [("exact", true), ("float32", true), ("float32_as_double", true), ("double", true)] {
        world.control("settings", &format!(r#"{{"alqaseh_amounts":"{amounts}"}}"#));
        let order = order(&format!("A-{amounts}"), "150000250", "IQD");
        let (payment_id, token) = world.created(&order);
        world.control("pay", &format!(r#"{{"token":"{token}"}}"#));
        world.next();
        assert_eq!(is_paid(&world.look_up(&payment_id, &order)), paid, "{amounts}");
    }
    // The others have decimals: what a float made of them is another amount, and a person has to look.
    for (number, (amounts, amount, paid)) in [
        ("exact", "115.10", true),
        ("double", "115.10", true),
        ("double", "100.00", true),
        ("float32_as_double", "100.00", true),
        ("float32_as_double", "115.10", false),
        ("float32", "1234567.89", false),
    ]
    .into_iter()
    .enumerate()
    {
        world.control("settings", &format!(r#"{{"paylink_amounts":"{amounts}","egw_amounts":"{amounts}"}}"#));
        let mine = order(&format!("P-{number}"), amount, "SAR");
        let settled = world.paylink_pays(&mine).settle(&mine);
        assert_eq!(is_paid(&settled), paid, "Paylink {amounts} {amount}: {settled:?}");
        let mine = order(&(500_000 + number).to_string(), amount, "USD");
        world.egw_pays(&mine, "");
        let settled = world.egw().verify_callback(&world.next()).unwrap().settle(&mine);
        assert_eq!(is_paid(&settled), paid, "EGW {amounts} {amount}: {settled:?}");
    }
}
