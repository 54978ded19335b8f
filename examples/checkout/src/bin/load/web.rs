//! The shop's HTTP client, which is also the customer's browser.

use std::time::Duration;

use crate::Failure;

/// A message that was posted to the shop.
pub struct Received {
    /// Its headers, as they came.
    pub headers: Vec<(String, String)>,
    /// Its body.
    pub body: Vec<u8>,
}

impl Received {
    /// The value of a header.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(given, _)| given.eq_ignore_ascii_case(name)).map(|(_, value)| value.as_str())
    }
}

/// A client with its own connections. It follows no redirects: credentials would travel with them.
pub struct Client(ureq::Agent);

impl Client {
    /// A client with a timeout.
    pub fn new() -> Self {
        let configuration = ureq::Agent::config_builder()
            .max_redirects(0)
            .max_redirects_will_error(false)
            .http_status_as_error(false)
            .proxy(None)
            .timeout_global(Some(Duration::from_secs(10)));
        Self(configuration.build().into())
    }

    /// Sends a request as it is. An error means that no answer came.
    pub fn send(&self, request: &qantara::Request) -> Result<(u16, Vec<u8>), ureq::Error> {
        let mut reply = self.0.run(ureq::http::Request::<String>::try_from(request)?)?;
        Ok((reply.status().as_u16(), reply.body_mut().read_to_vec()?))
    }

    /// Submits a pay page's form. A customer who sees an error tries again: if the card was taken the first time, the
    /// page says so (409).
    pub fn submit(&self, page: &str, card: &str) -> Result<(), Failure> {
        let mut last: Failure = "no attempt was made".into();
        for _ in 0..5 {
            match self.0.post(page).header("Content-Type", "application/x-www-form-urlencoded").send(card) {
                Ok(mut reply) => {
                    let status = reply.status().as_u16();
                    if reply.body_mut().read_to_vec().is_ok() && (status < 400 || status == 409) {
                        return Ok(());
                    }
                    last = format!("the pay page answered {status}").into();
                }
                Err(error) => last = error.into(),
            }
        }
        Err(last)
    }

    /// Posts JSON to the sandbox's own controls.
    pub fn post(&self, url: &str, json: &str) -> Result<(), Failure> {
        let mut reply = self.0.post(url).header("Content-Type", "application/json").send(json)?;
        let text = reply.body_mut().read_to_string()?;
        if reply.status().is_success() { Ok(()) } else { Err(format!("{url}: {text}").into()) }
    }

    /// Reads what the sandbox lists.
    pub fn get(&self, url: &str) -> Result<serde_json::Value, Failure> {
        let mut reply = self.0.get(url).call()?;
        let text = reply.body_mut().with_config().limit(u64::MAX).read_to_string()?;
        Ok(serde_json::from_str(&text)?)
    }
}
