//! Every P_SIGN preset against the sandbox, whose MAC routine and orders were written apart from Qantara's: what one
//! signs the other takes.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use qantara::egw::{Completion, EgwConfiguration, Prepare, References, Reversal, StatusInquiry};
use qantara::mac::ProfileFields;
use qantara::record::Value;
use qantara::{Code, Egw, Environment, Order, Settlement, Stamp};
use qantara_sandbox::{Config, EgwMerchant, Sandbox};

/// The sandbox's own reply order, for the schemes that have none.
const FULL: [&str; 12] = [
    "TERMINAL",
    "TRTYPE",
    "ORDER",
    "AMOUNT",
    "CURRENCY",
    "ACTION",
    "RC",
    "APPROVAL",
    "RRN",
    "INT_REF",
    "TIMESTAMP",
    "NONCE",
];

/// A sandbox, and a merchant of it under one scheme.
struct World {
    sandbox: Sandbox,
    agent: ureq::Agent,
    merchant: EgwMerchant,
}

impl World {
    fn new(scheme: &str) -> World {
        let config = Config::default();
        let merchant = config.egw.iter().find(|m| m.scheme.name == scheme).unwrap().clone();
        let agent = ureq::Agent::config_builder().http_status_as_error(false).proxy(None).build().into();
        World { sandbox: Sandbox::start(config).unwrap(), agent, merchant }
    }

    fn configuration(&self, profile: impl Into<Value>) -> EgwConfiguration {
        let url = self.sandbox.url();
        let configuration = EgwConfiguration::new()
            .environment(Environment::Test)
            .api_key(self.merchant.api_key.as_str())
            .profile(profile)
            .merchant("EGW TEST")
            .terminal(self.merchant.fields["TERMINAL"].as_str())
            .merch_name("Books Online Inc.")
            .merch_url("www.sample.com")
            .completion_trtype("21")
            .reversal_trtype("24")
            .prepare_url(format!("{url}/egw/api/payment/prepare"))
            .cgi_link_url(format!("{url}/egw/cgi-bin/cgi_link"));
        match self.merchant.mac_key.as_slice() {
            [key] => configuration.mac_key(key.as_str()),
            components => {
                configuration.mac_key_components(Value::List(components.iter().map(|c| Value::text(c)).collect()))
            }
        }
    }

    fn send(&self, request: &qantara::Request) -> (u16, Vec<u8>) {
        let mut reply = self.agent.run(ureq::http::Request::<String>::try_from(request).unwrap()).unwrap();
        (reply.status().as_u16(), reply.body_mut().read_to_vec().unwrap())
    }

    fn control(&self, path: &str, json: &str) {
        let url = format!("{}/sandbox/{path}", self.sandbox.url());
        assert_eq!(self.agent.post(url).content_type("application/json").send(json).unwrap().status(), 200);
    }

    /// Prepares a payment, pays it, and returns the callback's body.
    fn pay(&self, gateway: &Egw, order: &Order, kind: &str) -> Vec<u8> {
        let prepare = Prepare::new()
            .order_id(order.id.as_str())
            .amount(&order.amount)
            .currency(order.currency.as_str())
            .description("Room 12")
            .transaction_type(kind)
            .back_ref("http://127.0.0.1:1/");
        let call = gateway.prepare(prepare, &stamp()).unwrap();
        let (status, body) = self.send(call.request());
        let prepared = call.parse(status, &body).unwrap();
        self.control("pay", &format!(r#"{{"id":"{}"}}"#, prepared.redirect_url().unwrap()));
        let url = format!("{}/sandbox/deliveries", self.sandbox.url());
        let deliveries = self.agent.get(url).call().unwrap().body_mut().read_to_vec().unwrap();
        // The last delivery's body is JSON text in JSON; a form needs no unescaping.
        let text = String::from_utf8(deliveries).unwrap();
        let body = text.rsplit("\"body\":\"").next().unwrap().split('"').next().unwrap();
        body.as_bytes().to_vec()
    }
}

fn stamp() -> Stamp {
    let mut random = [0; 16];
    getrandom::fill(&mut random).unwrap();
    let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap();
    Stamp::new(i64::try_from(now.as_secs()).unwrap(), &random).unwrap()
}

fn order(amount: &str) -> Order {
    Order::new("771446", amount, "IQD").unwrap()
}

/// An authorization, less than it taken, and that given back.
fn completed_and_reversed(scheme: &str, profile: impl Into<Value>) {
    let world = World::new(scheme);
    let gateway = Egw::configure(world.configuration(profile)).unwrap();
    let callback = world.pay(&gateway, &order("240000"), "authorization");
    let Ok(Settlement::Held(held)) = gateway.verify_callback(&callback).unwrap().settle(&order("240000")) else {
        panic!("{scheme}: not held");
    };
    let completion = Completion::of(&held).amount("120000").description("One night").back_ref("http://127.0.0.1:1/");
    let call = gateway.completion(completion, &stamp()).unwrap();
    let (status, body) = world.send(call.request());
    call.parse(status, &body).unwrap();
    let signed = gateway.verify_callback(&body).unwrap_or_else(|e| panic!("{scheme}: {}", e.message()));
    let Ok(Settlement::Paid(paid)) = signed.settle(&order("120000")) else {
        panic!("{scheme}: not paid");
    };
    let reversal =
        Reversal::new().authorization(&paid).amount("120000").description("Regrets").back_ref("http://127.0.0.1:1/");
    let call = gateway.reversal(reversal, &stamp()).unwrap();
    let (status, body) = world.send(call.request());
    call.parse(status, &body).unwrap();
    let settlement = gateway.verify_callback(&body).unwrap().settle(&order("120000"));
    assert!(matches!(settlement, Ok(Settlement::Reversed(_))), "{scheme}: {settlement:?}");
}

#[test]
fn presets_with_replies_that_prove() {
    completed_and_reversed("kina", "kina");
    completed_and_reversed("romcard", "romcard");
    for (scheme, preset) in [("demo", "classic"), ("alqaseh-unconfirmed", "alqaseh-unconfirmed")] {
        completed_and_reversed(scheme, ProfileFields::new().preset(preset).orders([("reply", FULL)]));
    }
}

#[test]
fn classic_replies_prove_nothing_unasked() {
    let world = World::new("classic");
    let gateway = Egw::configure(world.configuration("classic")).unwrap();
    let callback = world.pay(&gateway, &order("240000"), "authorization");
    let signed = gateway.verify_callback(&callback).unwrap();
    assert!(signed.settle(&order("240000")).is_err());
    // Its references are what a person may answer for.
    let references = References::new()
        .order_id("771446")
        .rrn(signed.rrn().unwrap())
        .int_ref(signed.int_ref().unwrap())
        .amount("240000")
        .currency("IQD");
    let completion = Completion::new()
        .unproven_references(references)
        .amount("240000.00")
        .description("Two nights")
        .back_ref("http://127.0.0.1:1/");
    let call = gateway.completion(completion, &stamp()).unwrap();
    let (status, body) = world.send(call.request());
    // Nor do they when they are fetched: its MAC covers neither ACTION nor RC.
    assert_eq!(call.parse(status, &body).unwrap().settle(&order("240000")).unwrap_err().code(), Code::MacUnchecked);
    let signed = gateway.verify_callback(&body).unwrap();
    assert_eq!(signed.settle(&order("240000")).unwrap_err().code(), Code::MacNotCovered);
}

#[test]
fn bcc_has_an_inquiry_and_the_original_amount() {
    let world = World::new("bcc");
    let profile = ProfileFields::new().preset("bcc").orders([("reply", FULL)]);
    let gateway = Egw::configure(world.configuration(profile).reversal_trtype("22")).unwrap();
    let callback = world.pay(&gateway, &order("240000"), "retail");
    let paid = gateway.verify_callback(&callback).unwrap().expect_paid(&order("240000")).unwrap();
    let inquiry = StatusInquiry::new().order_id("771446").transaction_type("retail");
    let call = gateway.status_inquiry(inquiry, &stamp()).unwrap();
    let (status, body) = world.send(call.request());
    let reply = call.parse(status, &body).unwrap();
    assert_eq!((reply.action(), reply.rc(), reply.rrn()), (Some("0"), Some("00"), paid.rrn()));
    let reversal =
        Reversal::new().authorization(&paid).amount("1000").description("A part").back_ref("http://127.0.0.1:1/");
    let call = gateway.reversal(reversal, &stamp()).unwrap();
    let (status, body) = world.send(call.request());
    call.parse(status, &body).unwrap();
    let settlement = gateway.verify_callback(&body).unwrap().settle(&order("1000"));
    assert!(matches!(settlement, Ok(Settlement::Reversed(_))), "{settlement:?}");
}

#[test]
fn replies_in_every_form() {
    for form in ["form", "json", "xml", "html", "digit"] {
        let world = World::new("kina");
        let gateway = Egw::configure(world.configuration("kina")).unwrap();
        let callback = world.pay(&gateway, &order("240000"), "authorization");
        let Ok(Settlement::Held(held)) = gateway.verify_callback(&callback).unwrap().settle(&order("240000")) else {
            panic!("not held");
        };
        world.control("settings", &format!(r#"{{"egw_reply":"{form}"}}"#));
        let completion =
            Completion::of(&held).amount("120000").description("<Two> & \"more\"").back_ref("http://127.0.0.1:1/");
        let call = gateway.completion(completion, &stamp()).unwrap();
        let (status, body) = world.send(call.request());
        let reply = call.parse(status, &body).unwrap();
        if form == "digit" {
            // Accepted, which is less than approved.
            assert_eq!(reply.settle(&order("120000")).unwrap().outcome().kind(), "open");
            assert!(gateway.verify_callback(&body).is_err());
        } else {
            let signed = gateway.verify_callback(&body).unwrap();
            let paid = signed.expect_paid(&order("120000"));
            assert!(paid.is_ok(), "{form}: {paid:?} {}", String::from_utf8_lossy(&body));
        }
    }
}

#[test]
fn while_keys_change_both_are_known() {
    let world = World::new("demo");
    world.control("settings", r#"{"egw_old_key":true}"#);
    let profile = || ProfileFields::new().preset("classic").orders([("reply", FULL)]);
    let gateway = Egw::configure(world.configuration(profile())).unwrap();
    let callback = world.pay(&gateway, &order("240000"), "retail");
    assert_eq!(gateway.verify_callback(&callback).unwrap_err().code(), Code::MacMismatch);
    let old = world.merchant.old_mac_key.clone().unwrap();
    let gateway = Egw::configure(world.configuration(profile()).previous_mac_key(old)).unwrap();
    assert!(gateway.verify_callback(&callback).unwrap().expect_paid(&order("240000")).is_ok());
}
