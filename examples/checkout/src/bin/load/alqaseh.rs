//! Al Qaseh Payment API 2.0: create, webhook, get, settle.

use qantara::alqaseh::{AlQasehConfiguration, CreatePayment, HistoryQuery};
use qantara::{AlQaseh, Environment, Order};

use crate::Failure;
use crate::gateway::{Gateway, Opened, ask};
use crate::shop::{Booked, Shop};
use crate::web::{Client, Received};

/// The gateway, and where the shop is.
pub struct AlQasehShop {
    gateway: AlQaseh,
    pay_page: String,
    webhook: String,
    card: String,
}

impl AlQasehShop {
    pub fn new(sandbox: &str, receiver: &str) -> Result<Self, Failure> {
        let pay_page = format!("{sandbox}/alqaseh/pay");
        let gateway = AlQaseh::configure(
            AlQasehConfiguration::new()
                .environment(Environment::Test)
                .client_id("public_test")
                .client_secret("Lr10yWWmm1dXLoI7VgXCrQVnlq13c1G0")
                .base_url(format!("{sandbox}/alqaseh/v1"))
                .pay_page_url(pay_page.clone()),
        )?;
        let card = "number=5341432900077803&expiry=01%2F27&cvv=971".to_owned();
        Ok(Self { gateway, pay_page, webhook: format!("{receiver}/alqaseh"), card })
    }

    /// The payment's id and token, if the order has one: the reply of the create was lost.
    fn find(&self, client: &Client, order_id: &str) -> Result<Option<(String, String)>, Failure> {
        let call = self.gateway.history(HistoryQuery::new().order_id(order_id))?;
        let history = ask(client, &call, |status, body| call.parse(status, body))?;
        let found = history.iter().next();
        Ok(found.and_then(|row| Some((row.payment_id()?.to_owned(), row.token()?.to_owned()))))
    }
}

impl Gateway for AlQasehShop {
    fn name(&self) -> &'static str {
        "alqaseh"
    }

    fn path(&self) -> &'static str {
        "/alqaseh"
    }

    fn card(&self) -> &str {
        &self.card
    }

    fn open(&self, client: &Client, shop: &Shop, number: u64) -> Result<Opened, Failure> {
        // Beyond 16,777,216 the gateway's 32-bit figures are off.
        let amount = if number.is_multiple_of(9) { 150_000_001 + number } else { 1_000 + number };
        let order = Order::new(&format!("L-{number}"), &amount.to_string(), "IQD")?;
        let request = CreatePayment::for_order(&order, "Two books", &self.webhook).webhook_url(self.webhook.as_str());
        let call = self.gateway.create_payment(request)?;
        for _ in 0..5 {
            let answer = client.send(call.request());
            let created = answer.ok().and_then(|(status, body)| call.parse(status, &body).ok());
            let created = created.map(|c| (c.payment_id().to_owned(), c.token().to_owned()));
            // Whatever went wrong, it may have been made: look it up first.
            let found = match created {
                Some(created) => Some(created),
                None => self.find(client, &order.id)?,
            };
            if let Some((payment_id, token)) = found {
                let order_id = order.id.clone();
                shop.open(self.name(), order, &payment_id);
                return Ok(Opened { order_id, page: format!("{}/{token}", self.pay_page) });
            }
        }
        Err("the payment could not be created".into())
    }

    fn hear(&self, client: &Client, shop: &Shop, message: &Received) -> Result<Booked, Failure> {
        let hint = AlQaseh::parse_webhook(&message.body)?;
        self.look_up(client, shop, hint.order_id())
    }

    fn look_up(&self, client: &Client, shop: &Shop, order_id: &str) -> Result<Booked, Failure> {
        let entry = shop.entry(order_id)?;
        let call = self.gateway.get_payment(entry.payment_id.as_str())?;
        let payment = ask(client, &call, |status, body| call.parse(status, body))?;
        shop.book(&payment.settle(&entry.order)?)
    }

    fn finish(&self, _: &Client, _: &Shop, _: &str) -> Result<(), Failure> {
        Ok(())
    }
}
