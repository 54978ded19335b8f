//! Webhooks and callbacks: sent, written down, tried again, repeated on request.

use std::net::IpAddr;
use std::time::Duration;

use axum::http::Uri;
use serde::{Deserialize, Serialize};
use tokio::sync::oneshot;

use crate::app::{Shared, State};
use crate::clock;
use crate::table::Row;
use crate::words::words;

/// How long a merchant may take to answer.
const ANSWER_WITHIN: Duration = Duration::from_secs(5);
/// How long the browser waits for a webhook that is under way.
const BROWSER_WAITS: Duration = Duration::from_secs(2);
/// The oldest deliveries are forgotten beyond this many.
const KEPT: usize = 1_000;

words! {
    /// What is delivered.
    #[derive(Default)]
    pub(crate) enum Kind {
        AlQasehWebhook = "alqaseh.webhook",
        EgwCallback = "egw.callback",
        PaylinkWebhook = "paylink.webhook",
        PaylinkRefundWebhook = "paylink.refund_webhook",
        /// Made up by whoever asked for it.
        #[default]
        Forged = "forged",
    }
}

words! {
    /// How a delivery stands.
    pub(crate) enum Status {
        /// Attempts go on.
        Pending = "pending",
        Delivered = "delivered",
        /// No attempt was accepted.
        Failed = "failed",
        /// Nothing is sent to this URL.
        Refused = "refused",
        /// A fault holds it back.
        Held = "held",
    }
}

/// A message on its way to a merchant, and what became of it. Its number is the id.
#[derive(Clone, Serialize, Deserialize)]
pub(crate) struct Delivery {
    pub(crate) kind: Kind,
    pub(crate) url: String,
    pub(crate) content_type: String,
    pub(crate) body: String,
    pub(crate) state: Status,
    pub(crate) attempts: Vec<Attempt>,
    /// The id of the payment or invoice it tells of.
    pub(crate) about: Option<String>,
    /// A static header that authenticates the message: a secret, so it is never listed.
    header: Option<(String, String)>,
    accepted: Accepted,
}

/// What is listed of a delivery.
#[derive(Serialize)]
pub(crate) struct View<'a> {
    id: u64,
    kind: Kind,
    url: &'a str,
    content_type: &'a str,
    body: &'a str,
    state: Status,
    attempts: &'a [Attempt],
}

impl Delivery {
    pub(crate) fn view(&self, id: u64) -> View<'_> {
        View {
            id,
            kind: self.kind,
            url: &self.url,
            content_type: &self.content_type,
            body: &self.body,
            state: self.state,
            attempts: &self.attempts,
        }
    }
}

impl Row for Delivery {
    const KIND: &'static str = "delivery";
    /// What it tells of.
    type Key = String;

    fn keys(&self) -> Vec<String> {
        self.about.iter().cloned().collect()
    }
}

/// Which answer ends the attempts.
#[derive(Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Accepted {
    /// Any 2xx.
    #[default]
    Success,
    /// 200, and there are ten repeats (Paylink).
    Ok,
    /// 200 with `{"status":"success"}`, and there are ten repeats (Paylink's refunds).
    OkAndSaysSo,
}

/// How often Paylink repeats a webhook.
const PAYLINK_REPEATS: usize = 10;

/// One try.
#[derive(Clone, Serialize, Deserialize)]
pub(crate) struct Attempt {
    pub(crate) at: String,
    /// The merchant's HTTP status, if there was an answer.
    pub(crate) status: Option<u16>,
    /// Why there was none.
    pub(crate) error: Option<String>,
}

/// What is to be sent.
#[derive(Default)]
pub(crate) struct Message {
    pub(crate) kind: Kind,
    pub(crate) url: String,
    pub(crate) content_type: String,
    pub(crate) body: String,
    pub(crate) about: Option<String>,
    pub(crate) header: Option<(String, String)>,
    pub(crate) accepted: Accepted,
}

impl State {
    /// Writes a message down, to be sent by [`start`], and returns its id.
    pub(crate) fn queue(&mut self, message: Message) -> u64 {
        let held = self.faults.holds_delivery(&message.url);
        let oldest = self.deliveries.iter().next().map(|(id, _)| id);
        if self.deliveries.len() >= KEPT {
            oldest.into_iter().for_each(|id| self.deliveries.remove(id));
        }
        self.deliveries.add(Delivery {
            kind: message.kind,
            url: message.url,
            content_type: message.content_type,
            body: message.body,
            state: if held { Status::Held } else { Status::Pending },
            attempts: Vec::new(),
            about: message.about,
            header: message.header,
            accepted: message.accepted,
        })
    }
}

/// The client for deliveries. It takes no proxy from the environment and follows no redirect:
/// both would carry a message somewhere else than the merchant said.
pub(crate) fn client() -> ureq::Agent {
    ureq::Agent::config_builder()
        .http_status_as_error(false)
        .max_redirects(0)
        .max_redirects_will_error(false)
        .proxy(None)
        .timeout_global(Some(ANSWER_WITHIN))
        .user_agent("qantara-sandbox")
        .build()
        .into()
}

/// Sends a delivery again, from the first attempt on; `false` if there is no such delivery.
pub(crate) async fn repeat(app: &Shared, id: u64) -> bool {
    match app.state().deliveries.get_mut(id) {
        None => return false,
        Some(delivery) => delivery.state = Status::Pending,
    }
    start(app, id).await;
    true
}

/// Sends what was queued, with repeats in the background. It returns once the first attempt is
/// over (or is taking too long for a browser to wait).
pub(crate) async fn start(app: &Shared, id: u64) {
    if app.state().deliveries.get(id).is_none_or(|d| d.state != Status::Pending) {
        return;
    }
    let (first, over) = oneshot::channel();
    tokio::spawn(attempts(app.clone(), id, first));
    let _ = tokio::time::timeout(BROWSER_WAITS, over).await;
}

async fn attempts(app: Shared, id: u64, first: oneshot::Sender<()>) {
    let mut first = Some(first);
    let mut tries = 0;
    loop {
        let Some(delivery) = app.state().deliveries.get(id).cloned() else {
            return;
        };
        let wait = wait(&app.config.delivery_waits, delivery.accepted, tries);
        tries += 1;
        let (outcome, final_state) = match target(&delivery.url, app.config.deliver_anywhere) {
            Err(why) => (Err(why.to_owned()), Some(Status::Refused)),
            Ok(()) => {
                let accepted = delivery.accepted;
                let outcome = post(&app, delivery).await;
                let done = outcome.as_ref().is_ok_and(|answer| accepted.by(answer));
                (outcome.map(|(status, _)| status), done.then_some(Status::Delivered))
            }
        };
        let over = final_state.or(wait.is_none().then_some(Status::Failed));
        {
            let mut state = app.state();
            let Some(delivery) = state.deliveries.get_mut(id) else {
                return;
            };
            delivery.attempts.push(Attempt {
                at: clock::rfc3339(app.clock.now()),
                status: outcome.as_ref().ok().copied(),
                error: outcome.err(),
            });
            delivery.state = over.unwrap_or(Status::Pending);
        }
        if let Some(first) = first.take() {
            // The browser may have stopped waiting.
            let _ = first.send(());
        }
        match (over, wait) {
            (None, Some(wait)) => tokio::time::sleep(wait).await,
            _ => return,
        }
    }
}

/// How long until the next attempt, if there is one. Paylink's repeats go on at the last wait.
fn wait(waits: &[Duration], accepted: Accepted, tries: usize) -> Option<Duration> {
    match accepted {
        Accepted::Success => waits.get(tries).copied(),
        _ if tries < PAYLINK_REPEATS => waits.get(tries).or(waits.last()).copied(),
        _ => None,
    }
}

impl Accepted {
    fn by(self, (status, body): &(u16, String)) -> bool {
        let says_so = || {
            serde_json::from_str(body).is_ok_and(|body: serde_json::Value| {
                body.get("status").and_then(|s| s.as_str()).is_some_and(|s| s.eq_ignore_ascii_case("success"))
            })
        };
        match self {
            Accepted::Success => (200..=299).contains(status),
            Accepted::Ok => *status == 200,
            Accepted::OkAndSaysSo => *status == 200 && says_so(),
        }
    }
}

async fn post(app: &Shared, delivery: Delivery) -> Result<(u16, String), String> {
    let client = app.client.clone();
    let sent = tokio::task::spawn_blocking(move || {
        let mut request = client.post(&delivery.url).header("Content-Type", &delivery.content_type);
        if let Some((name, value)) = &delivery.header {
            request = request.header(name, value);
        }
        let mut answer = request.send(delivery.body).map_err(|e| e.to_string())?;
        // Nobody reads an answer that can't be read, or is too long.
        let body = answer.body_mut().with_config().limit(64 * 1024).read_to_string().unwrap_or_default();
        Ok((answer.status().as_u16(), body))
    });
    sent.await.unwrap_or_else(|e| Err(e.to_string()))
}

/// Whether a delivery may go to this URL: plain http, and to this machine itself unless the
/// sandbox was told otherwise, since anyone who can reach the sandbox chooses the URL.
fn target(url: &str, anywhere: bool) -> Result<(), &'static str> {
    let uri: Uri = url.parse().map_err(|_| "not a URL")?;
    if uri.scheme_str() != Some("http") {
        return Err("only http:// can be delivered to");
    }
    let host = uri.host().ok_or("no host")?;
    if is_loopback(host) || anywhere { Ok(()) } else { Err("not a loopback address (see --deliver-anywhere)") }
}

/// Whether a URL's host is this machine itself.
pub(crate) fn is_loopback(host: &str) -> bool {
    let address = host.trim_start_matches('[').trim_end_matches(']');
    host.eq_ignore_ascii_case("localhost") || address.parse::<IpAddr>().is_ok_and(|ip| ip.is_loopback())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_this_machine_is_delivered_to() {
        for good in ["http://127.0.0.1:9/x", "http://localhost/x?y", "http://[::1]:80/", "http://127.1.2.3/"] {
            assert_eq!(target(good, false), Ok(()), "{good}");
        }
        for bad in [
            "https://127.0.0.1/",
            "http://example.com/",
            "http://127.0.0.1.example.com/",
            "http://127.0.0.1@example.com/",
            "http://10.0.0.1/",
            "ftp://localhost/",
            "/x",
            "",
        ] {
            assert!(target(bad, false).is_err(), "{bad}");
        }
        assert_eq!(target("http://shop:8000/", true), Ok(()));
        assert!(target("https://shop/", true).is_err());
    }
}
