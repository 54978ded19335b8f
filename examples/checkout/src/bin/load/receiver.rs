//! Where webhooks and callbacks arrive: a port of its own, and threads that do what a shop does.

use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::Duration;

use crate::Failure;
use crate::gateway::Gateway;
use crate::shop::{Booked, Shop};
use crate::web::{Client, Received};

/// The shop's door to the world.
pub struct Receiver {
    server: tiny_http::Server,
    url: String,
    closed: AtomicBool,
    counts: Counters,
}

#[derive(Default)]
struct Counters {
    received: AtomicU64,
    booked: AtomicU64,
    repeated: AtomicU64,
    failed: AtomicU64,
}

/// What arrived.
pub struct Counts {
    /// All of it.
    pub received: u64,
    /// What booked an order.
    pub booked: u64,
    /// What said again what was booked before.
    pub repeated: u64,
    /// What could not be looked up or was not believed: the gateway was told to come again.
    pub failed: u64,
}

impl Receiver {
    /// Opens a port on this machine.
    pub fn open() -> Result<Self, Failure> {
        let server = tiny_http::Server::http("127.0.0.1:0")?;
        let address = server.server_addr().to_ip().ok_or("no address")?;
        let (closed, counts) = (AtomicBool::new(false), Counters::default());
        Ok(Self { server, url: format!("http://{address}"), closed, counts })
    }

    /// How it is reached.
    pub fn url(&self) -> &str {
        &self.url
    }

    /// Takes what comes, until it is closed. 200 is the answer once the outcome is booked, and not before.
    pub fn serve(&self, shop: &Shop, gateways: &[Box<dyn Gateway>]) {
        let client = Client::new();
        while !self.closed.load(Ordering::Relaxed) {
            let Ok(Some(mut request)) = self.server.recv_timeout(Duration::from_millis(100)) else { continue };
            self.counts.received.fetch_add(1, Ordering::Relaxed);
            let text = |header: &tiny_http::Header| (header.field.to_string(), header.value.to_string());
            let headers = request.headers().iter().map(text).collect();
            let mut body = Vec::new();
            let read = request.as_reader().read_to_end(&mut body);
            let message = Received { headers, body };
            let gateway = gateways.iter().find(|gateway| gateway.path() == request.url());
            let booked = match (read, gateway) {
                (Ok(_), Some(gateway)) => gateway.hear(&client, shop, &message),
                _ => Err("nobody's message".into()),
            };
            let (counter, status) = match booked {
                Ok(Booked::Now) => (&self.counts.booked, 200),
                Ok(Booked::Before) => (&self.counts.repeated, 200),
                Ok(Booked::Nothing) | Err(_) => (&self.counts.failed, 500),
            };
            counter.fetch_add(1, Ordering::Relaxed);
            // A gateway that does not wait for its answer comes again.
            let _ = request.respond(tiny_http::Response::empty(status));
        }
    }

    /// Ends [`Receiver::serve`].
    pub fn close(&self) {
        self.closed.store(true, Ordering::Relaxed);
    }

    /// What arrived so far.
    pub fn counts(&self) -> Counts {
        let read = |counter: &AtomicU64| counter.load(Ordering::Relaxed);
        let Counters { received, booked, repeated, failed } = &self.counts;
        Counts { received: read(received), booked: read(booked), repeated: read(repeated), failed: read(failed) }
    }
}
