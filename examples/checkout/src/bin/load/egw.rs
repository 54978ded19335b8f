//! The e-Commerce Gateway: prepare, signed callback, settle; then the status inquiry has to agree.

use std::sync::atomic::{AtomicU64, Ordering};

use qantara::egw::{EgwConfiguration, Prepare, StatusInquiry};
use qantara::mac::ProfileFields;
use qantara::record::Value;
use qantara::{Egw, Environment, Order, Stamp};

use crate::Failure;
use crate::gateway::{Gateway, Opened, ask, now};
use crate::shop::{Booked, Shop};
use crate::web::{Client, Received};

/// The reply order this merchant's bank gave it: its MAC covers all that matters.
const REPLY: [&str; 12] = [
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

/// The gateway, and where the shop is.
pub struct EgwShop {
    gateway: Egw,
    callback: String,
    card: String,
    /// The last order number: its last six digits are taken once a day.
    last: AtomicU64,
}

impl EgwShop {
    pub fn new(sandbox: &str, receiver: &str) -> Result<Self, Failure> {
        let inquiry = ["ORDER", "TERMINAL", "TIMESTAMP", "TRTYPE", "NONCE"];
        let gateway = Egw::configure(
            EgwConfiguration::new()
                .environment(Environment::Test)
                .api_key("4c2db6a1c9d841809c0fcdbf1fd0aeb8")
                .mac_key("00112233445566778899AABBCCDDEEFF")
                .profile(
                    ProfileFields::new()
                        .preset("classic")
                        .orders([("reply", Value::from(REPLY)), ("inquiry", Value::from(inquiry))]),
                )
                .merchant("EGW TEST")
                .terminal("99999999")
                .merch_name("Books Online Inc.")
                .merch_url("www.sample.com")
                .prepare_url(format!("{sandbox}/egw/api/payment/prepare"))
                .cgi_link_url(format!("{sandbox}/egw/cgi-bin/cgi_link")),
        )?;
        let card = "number=5341432908085972&expiry=11%2F26&cvv=972".to_owned();
        Ok(Self { gateway, callback: format!("{receiver}/egw"), card, last: AtomicU64::new(0) })
    }
}

/// Made once for each message: it is signed, and it is sent.
fn stamp() -> Result<Stamp, Failure> {
    let mut random = [0; 16];
    getrandom::fill(&mut random)?;
    Ok(Stamp::new(now()?, &random)?)
}

impl Gateway for EgwShop {
    fn name(&self) -> &'static str {
        "egw"
    }

    fn path(&self) -> &'static str {
        "/egw"
    }

    fn card(&self) -> &str {
        &self.card
    }

    fn open(&self, client: &Client, shop: &Shop, number: u64) -> Result<Opened, Failure> {
        // A lost reply took the page's address with it, and nobody can pay there: another number, another page.
        for _ in 0..5 {
            let order_id = format!("{:06}", self.last.fetch_add(1, Ordering::Relaxed));
            let order = Order::new(&order_id, &(2_000 + number).to_string(), "IQD")?;
            shop.open(self.name(), order.clone(), "");
            let prepare = Prepare::new()
                .order_id(order_id.as_str())
                .amount(&order.amount)
                .currency("IQD")
                .description("A coffee pot")
                .transaction_type("retail")
                .back_ref(self.callback.as_str());
            let call = self.gateway.prepare(prepare, &stamp()?)?;
            let answer = client.send(call.request());
            let prepared = answer.ok().and_then(|(status, body)| call.parse(status, &body).ok());
            if let Some(page) = prepared.and_then(|p| p.redirect_url().map(str::to_owned)) {
                return Ok(Opened { order_id, page });
            }
        }
        Err("the payment could not be prepared".into())
    }

    fn hear(&self, _: &Client, shop: &Shop, message: &Received) -> Result<Booked, Failure> {
        let signed = self.gateway.verify_callback(&message.body)?;
        let entry = shop.entry(signed.order_id())?;
        shop.book(&signed.settle(&entry.order)?)
    }

    fn look_up(&self, _: &Client, _: &Shop, _: &str) -> Result<Booked, Failure> {
        // A status inquiry's reply proves nothing.
        Ok(Booked::Nothing)
    }

    fn finish(&self, client: &Client, _: &Shop, order_id: &str) -> Result<(), Failure> {
        let inquiry = StatusInquiry::new().order_id(order_id).transaction_type("retail");
        let call = self.gateway.status_inquiry(inquiry, &stamp()?)?;
        let reply = ask(client, &call, |status, body| call.parse(status, body))?;
        match (reply.action(), reply.rc()) {
            (Some("0"), Some("00")) => Ok(()),
            other => Err(format!("the status inquiry says {other:?}").into()),
        }
    }
}
