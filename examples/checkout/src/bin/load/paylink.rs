//! Paylink: invoice, webhook, get, settle; then the acknowledgment.

use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use qantara::paylink::{
    AddInvoice, Answer, Authenticate, Decision, GetTransactionsOfOrder, LinkReference, PaylinkConfiguration, Product,
    Step,
};
use qantara::record::Value;
use qantara::{Environment, Order, Paylink};

use crate::Failure;
use crate::gateway::{Gateway, Opened, ask, now};
use crate::shop::{Booked, Shop};
use crate::web::{Client, Received};

/// The gateway, where the shop is, and the token that is good for a while.
pub struct PaylinkShop {
    gateway: Paylink,
    pay_page: String,
    back: String,
    card: String,
    token: Mutex<Option<(String, i64)>>,
}

impl PaylinkShop {
    pub fn new(sandbox: &str, receiver: &str) -> Result<Self, Failure> {
        let gateway = Paylink::configure(
            PaylinkConfiguration::new()
                .environment(Environment::Test)
                .merchant_id("sandbox-merchant")
                .api_key("sandbox-paylink-key")
                .api_id("sandbox-api-id")
                .secret_key("sandbox-secret-key")
                .webhook_secret("sandbox-webhook-secret")
                .base_url(format!("{sandbox}/paylink"))
                .invoices_url(format!("{sandbox}/paylink")),
        )?;
        let portal = format!(r#"{{"webhook_url":"{receiver}/paylink"}}"#);
        Client::new().post(&format!("{sandbox}/sandbox/paylink/portal/sandbox-merchant"), &portal)?;
        Ok(Self {
            gateway,
            pay_page: format!("{sandbox}/paylink/pay/order"),
            back: format!("{receiver}/back"),
            card: "number=4111111111111111&expiry=12%2F30&cvv=123".to_owned(),
            token: Mutex::new(None),
        })
    }

    /// A token, renewed when it is due.
    fn token(&self, client: &Client) -> Result<String, Failure> {
        let now = now()?;
        let mut kept = self.token.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((token, _)) = kept.as_ref().filter(|(_, refresh_at)| now < *refresh_at) {
            return Ok(token.clone());
        }
        let call = self.gateway.authenticate(Authenticate::new().now(now))?;
        let session = ask(client, &call, |status, body| call.parse(status, body))?;
        let token = session.bearer_token().to_owned();
        *kept = Some((token.clone(), session.refresh_at().unwrap_or(now)));
        Ok(token)
    }

    /// The invoice's number, if the order has one: the reply that named it was lost.
    fn find(&self, client: &Client, order_id: &str) -> Result<Option<String>, Failure> {
        let find = GetTransactionsOfOrder::new().bearer_token(self.token(client)?).order_id(order_id);
        let call = self.gateway.get_transactions_of_order(find)?;
        let found = ask(client, &call, |status, body| call.parse(status, body))?;
        Ok(found.records("invoices").first().and_then(|invoice| invoice.text("transaction_no")).map(str::to_owned))
    }
}

impl Gateway for PaylinkShop {
    fn name(&self) -> &'static str {
        "paylink"
    }

    fn path(&self) -> &'static str {
        "/paylink"
    }

    fn card(&self) -> &str {
        &self.card
    }

    fn open(&self, client: &Client, shop: &Shop, number: u64) -> Result<Opened, Failure> {
        let order = Order::new(&format!("P-{number}"), &format!("{}.25", 100 + number % 900), "SAR")?;
        let dates = Product::new().title("Dates").price(&order.amount).quantity(1);
        let invoice = AddInvoice::for_order(&order, &self.token(client)?, &self.back)
            .client_name("Layla")
            .client_mobile("0500000000")
            .products(Value::from_iter([dates]));
        let call = self.gateway.add_invoice(invoice)?;
        for _ in 0..5 {
            let answer = client.send(call.request());
            let made = answer.ok().and_then(|(status, body)| call.parse(status, &body).ok());
            // Whatever went wrong, it may have been made: look it up first.
            let found = match made {
                Some(invoice) => Some(invoice.transaction_no().to_owned()),
                None => self.find(client, &order.id)?,
            };
            if let Some(transaction_no) = found {
                let order_id = order.id.clone();
                shop.open(self.name(), order, &transaction_no);
                return Ok(Opened { order_id, page: format!("{}/{transaction_no}", self.pay_page) });
            }
        }
        Err("the invoice could not be made".into())
    }

    fn hear(&self, client: &Client, shop: &Shop, message: &Received) -> Result<Booked, Failure> {
        let hint = self.gateway.verify_webhook(&message.body, message.header("X-Webhook-Secret"))?;
        self.look_up(client, shop, hint.order_id().unwrap_or_default())
    }

    fn look_up(&self, client: &Client, shop: &Shop, order_id: &str) -> Result<Booked, Failure> {
        let entry = shop.entry(order_id)?;
        let call = self.gateway.get_invoice(&self.token(client)?, &entry.payment_id)?;
        let invoice = ask(client, &call, |status, body| call.parse(status, body))?;
        shop.book(&invoice.settle(&entry.order)?)
    }

    fn finish(&self, client: &Client, shop: &Shop, order_id: &str) -> Result<(), Failure> {
        let entry = shop.entry(order_id)?;
        // At this merchant an invoice's number is its link reference too.
        let decision = Decision::new()
            .link_reference(LinkReference::new(entry.payment_id))
            .verdict("success")
            .now(now()?)
            .deadline(now()? + 600);
        let mut acknowledgment = self.gateway.acknowledgment(self.gateway.decide(decision, None)?)?;
        loop {
            match acknowledgment.step(now()?)? {
                Step::Done => break,
                Step::Wait(until) => {
                    let seconds = u64::try_from(until - now()?).unwrap_or(0);
                    std::thread::sleep(Duration::from_secs(seconds));
                }
                Step::Send(call) => match client.send(call.request()) {
                    Ok((status, body)) => {
                        acknowledgment.heard(now()?, Answer::Reply { status, body: &body, retry_after: "" })?;
                    }
                    Err(_) => acknowledgment.heard(now()?, Answer::Lost)?,
                },
            }
        }
        if acknowledgment.state() != "acknowledged" {
            return Err(format!("the acknowledgment is {}", acknowledgment.state()).into());
        }
        shop.acknowledged(order_id);
        Ok(())
    }
}
