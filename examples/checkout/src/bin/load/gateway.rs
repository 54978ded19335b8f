//! What the three gateways have in common, as a shop sees it.

use std::time::{SystemTime, UNIX_EPOCH};

use qantara::{Call, Error};

use crate::shop::{Booked, Shop};
use crate::web::{Client, Received};
use crate::{Failure, alqaseh, egw, paylink};

/// A payment that waits for its customer.
pub struct Opened {
    /// The shop's order.
    pub order_id: String,
    /// The address of the page.
    pub page: String,
}

/// A gateway, and what the shop does with it. Every order is in the shop's books before its customer can pay.
pub trait Gateway: Sync + Send {
    /// What people call it.
    fn name(&self) -> &'static str;

    /// The last part of the path where its webhooks or callbacks arrive.
    fn path(&self) -> &'static str;

    /// The card that is approved, as the page's form posts it.
    fn card(&self) -> &str;

    /// Creates a payment. Where the reply is lost, it finds out what became of it.
    fn open(&self, client: &Client, shop: &Shop, number: u64) -> Result<Opened, Failure>;

    /// What the shop does with a webhook or callback: look up, settle, book.
    fn hear(&self, client: &Client, shop: &Shop, message: &Received) -> Result<Booked, Failure>;

    /// What the shop does if no webhook comes: the same, unasked. Where nothing can be looked up, it waits on.
    fn look_up(&self, client: &Client, shop: &Shop, order_id: &str) -> Result<Booked, Failure>;

    /// What is left to do once the order is booked.
    fn finish(&self, client: &Client, shop: &Shop, order_id: &str) -> Result<(), Failure>;
}

/// All of them, for a sandbox and a receiver.
pub fn all(sandbox: &str, receiver: &str) -> Result<Vec<Box<dyn Gateway>>, Failure> {
    Ok(vec![
        Box::new(alqaseh::AlQasehShop::new(sandbox, receiver)?),
        Box::new(egw::EgwShop::new(sandbox, receiver)?),
        Box::new(paylink::PaylinkShop::new(sandbox, receiver)?),
    ])
}

/// Asks what may be asked again, until there is an answer.
pub fn ask<R>(
    client: &Client,
    call: &Call<R>,
    parse: impl Fn(u16, &[u8]) -> Result<qantara::Reply<R>, Error>,
) -> Result<qantara::Reply<R>, Failure> {
    let mut last: Failure = "no attempt was made".into();
    for _ in 0..5 {
        match client.send(call.request()) {
            Ok((status, body)) => match parse(status, &body) {
                Ok(reply) => return Ok(reply),
                Err(error) => last = error.into(),
            },
            Err(error) => last = error.into(),
        }
    }
    Err(last)
}

/// Unix seconds: Qantara reads no clock.
pub fn now() -> Result<i64, Failure> {
    Ok(i64::try_from(SystemTime::now().duration_since(UNIX_EPOCH)?.as_secs())?)
}
