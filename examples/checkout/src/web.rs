//! What Qantara leaves to you: sending requests, and receiving what the gateways post.

use std::sync::mpsc::{self, Receiver};
use std::time::Duration;

use crate::Failure;

/// Something a gateway (or anyone else) posted to the shop.
pub struct Delivery {
    /// The path it was posted to.
    pub path: String,
    /// Its headers.
    pub headers: Vec<(String, String)>,
    /// Its body.
    pub body: Vec<u8>,
}

impl Delivery {
    /// The value of a header.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(given, _)| given.eq_ignore_ascii_case(name)).map(|(_, value)| value.as_str())
    }
}

/// The shop's HTTP client. It follows no redirects: credentials would travel with them.
pub struct Client(ureq::Agent);

impl Client {
    /// A client with a timeout.
    pub fn new() -> Self {
        let configuration = ureq::Agent::config_builder()
            .max_redirects(0)
            .max_redirects_will_error(false)
            .http_status_as_error(false)
            .timeout_global(Some(Duration::from_secs(10)));
        Self(configuration.build().into())
    }

    /// Sends a request as it is. An error means that no answer came.
    pub fn send(&self, request: &qantara::Request) -> Result<(u16, Vec<u8>), ureq::Error> {
        let request = ureq::http::Request::<String>::try_from(request)?;
        let mut reply = self.0.run(request)?;
        Ok((reply.status().as_u16(), reply.body_mut().read_to_vec()?))
    }

    /// What a browser does with a form. Returns the address it is sent on to, if any.
    pub fn submit(&self, url: &str, form: &str) -> Result<Option<String>, Failure> {
        let reply = self.0.post(url).header("Content-Type", "application/x-www-form-urlencoded").send(form)?;
        let location = reply.headers().get("Location").and_then(|location| location.to_str().ok());
        Ok(location.map(String::from))
    }

    /// What a browser does with a page that posts itself: returns the page that is the answer.
    pub fn open(&self, url: &str, fields: &[(String, String)]) -> Result<String, Failure> {
        Ok(self.0.post(url).send_form(fields.iter().cloned())?.body_mut().read_to_string()?)
    }

    /// Posts JSON, to the sandbox's own controls.
    pub fn post(&self, url: &str, json: &str) -> Result<String, Failure> {
        let mut reply = self.0.post(url).header("Content-Type", "application/json").send(json)?;
        let text = reply.body_mut().read_to_string()?;
        if reply.status().is_success() { Ok(text) } else { Err(format!("{url}: {text}").into()) }
    }

    /// Fetches a page of the sandbox.
    pub fn get(&self, url: &str) -> Result<String, Failure> {
        Ok(self.0.get(url).call()?.body_mut().read_to_string()?)
    }
}

/// The shop's door to the world: posts arrive here.
pub struct Inbox {
    /// Where it listens.
    pub url: String,
    deliveries: Receiver<Delivery>,
}

impl Inbox {
    /// Opens a port on this machine. Everything is answered with 200 here, because what arrives is kept; a shop
    /// answers 200 once the outcome, or a job to look it up, is stored.
    pub fn open() -> Result<Self, Failure> {
        let server = tiny_http::Server::http("127.0.0.1:0")?;
        let address = server.server_addr().to_ip().ok_or("no address")?;
        let (send, deliveries) = mpsc::channel();
        std::thread::spawn(move || {
            for mut request in server.incoming_requests() {
                let mut body = Vec::new();
                let path = String::from(request.url());
                let text = |header: &tiny_http::Header| (header.field.to_string(), header.value.to_string());
                let headers = request.headers().iter().map(text).collect();
                if request.as_reader().read_to_end(&mut body).is_err()
                    || send.send(Delivery { path, headers, body }).is_err()
                {
                    return;
                }
                // Paylink's refunds want to hear this; others read no more than the 200. A gateway that does not
                // wait for its answer is no concern of ours.
                let _ = request.respond(tiny_http::Response::from_string(r#"{"status":"success"}"#));
            }
        });
        Ok(Self { url: format!("http://{address}"), deliveries })
    }

    /// The next thing that was posted to a path.
    pub fn next(&self, path: &str) -> Result<Delivery, Failure> {
        loop {
            let delivery = self.deliveries.recv_timeout(Duration::from_secs(10));
            match delivery.map_err(|_| format!("nothing was posted to {path}"))? {
                delivery if delivery.path == path => return Ok(delivery),
                _ => {}
            }
        }
    }
}
