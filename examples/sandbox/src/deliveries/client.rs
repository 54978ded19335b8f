//! The client that posts deliveries: plain HTTP, a connection each, no proxy from the environment
//! and no redirect followed, which would carry a message somewhere else than the merchant said.

use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use axum::http::{Request, Uri, header};
use http_body_util::{BodyExt, Full};
use hyper::body::Bytes;
use hyper_util::rt::TokioIo;
use tokio::net::TcpStream;
use tokio::sync::Semaphore;
use tokio::task::JoinSet;

use super::Delivery;
use crate::why::Why;

/// How long a merchant may take to answer. [`Why::NoAnswer`] says it too.
const ANSWER_WITHIN: Duration = Duration::from_secs(5);
/// How many deliveries one merchant gets at once: a slow one keeps only its own waiting.
const AT_ONCE: usize = 32;
/// How much of an answer is read.
const READ: usize = 64 * 1024;

/// How the sandbox names itself.
pub(crate) const USER_AGENT: &str = "qantara-sandbox";

/// A merchant's answer.
pub(super) struct Answer {
    pub(super) status: u16,
    /// As far as it could be read.
    pub(super) body: Bytes,
}

/// Posts deliveries.
#[derive(Default)]
pub(crate) struct Client {
    lanes: Mutex<HashMap<String, Arc<Semaphore>>>,
}

impl Client {
    /// Posts a delivery; the text says why there is no answer.
    pub(super) async fn post(&self, uri: &Uri, delivery: &Delivery) -> Result<Answer, String> {
        let place = uri.authority().map_or(String::new(), ToString::to_string);
        let lane = self.lanes().entry(place.clone()).or_insert_with(|| Arc::new(Semaphore::new(AT_ONCE))).clone();
        let turn = lane.acquire_owned().await.map_err(|e| e.to_string())?;
        let answer = tokio::time::timeout(ANSWER_WITHIN, exchange(uri, delivery)).await;
        drop(turn);
        let mut lanes = self.lanes();
        if lanes.get(&place).is_some_and(|lane| Arc::strong_count(lane) == 1) {
            lanes.remove(&place);
        }
        answer.unwrap_or_else(|_| Err(Why::NoAnswer.en().to_owned()))
    }

    fn lanes(&self) -> std::sync::MutexGuard<'_, HashMap<String, Arc<Semaphore>>> {
        self.lanes.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

async fn exchange(uri: &Uri, delivery: &Delivery) -> Result<Answer, String> {
    let authority = uri.authority().ok_or("no host")?;
    // What can't be said needs no connection.
    let path = uri.path_and_query().map_or("/", |p| p.as_str());
    let mut request = Request::post(path)
        .header(header::HOST, authority.as_str())
        .header(header::CONNECTION, "close")
        .header(header::USER_AGENT, USER_AGENT)
        .header(header::CONTENT_TYPE, &delivery.content_type);
    if let Some((name, value)) = &delivery.header {
        request = request.header(name, value);
    }
    let request = request.body(Full::new(Bytes::from(delivery.body.clone()))).map_err(|e| e.to_string())?;
    let host = authority.host().trim_start_matches('[').trim_end_matches(']');
    let stream = TcpStream::connect((host, authority.port_u16().unwrap_or(80))).await;
    let stream = stream.map_err(|e| format!("can't connect: {e}"))?;
    let text = |e: hyper::Error| format!("the connection broke: {e}");
    let (mut sender, connection) = hyper::client::conn::http1::handshake(TokioIo::new(stream)).await.map_err(text)?;
    // Ends with this function, answer or not.
    let mut connections = JoinSet::new();
    connections.spawn(connection);
    let reply = sender.send_request(request).await.map_err(text)?;
    let status = reply.status().as_u16();
    // An answer that breaks off, or is too long, still has a status and a beginning.
    let (mut incoming, mut body) = (reply.into_body(), Vec::new());
    while body.len() < READ
        && let Some(Ok(frame)) = incoming.frame().await
    {
        if let Some(data) = frame.data_ref() {
            body.extend(data.iter().take(READ - body.len()));
        }
    }
    Ok(Answer { status, body: body.into() })
}

/// Where a delivery goes: plain http, and this machine itself unless the sandbox was told
/// otherwise, since anyone who can reach the sandbox chooses the URL.
pub(super) fn target(url: &str, anywhere: bool) -> Result<Uri, Why> {
    let uri: Uri = url.parse().map_err(|_| Why::NoUrl)?;
    if uri.scheme_str() != Some("http") {
        return Err(Why::OnlyHttp);
    }
    let authority = uri.authority().ok_or(Why::NoUrl)?;
    if authority.as_str().contains('@') {
        return Err(Why::UrlWithLogin);
    }
    let here = is_loopback(authority.host());
    if here || anywhere { Ok(uri) } else { Err(Why::OtherMachine) }
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
            assert!(target(good, false).is_ok(), "{good}");
        }
        for bad in [
            "https://127.0.0.1/",
            "http://example.com/",
            "http://127.0.0.1.example.com/",
            "http://127.0.0.1@example.com/",
            "http://example.com@127.0.0.1/",
            "http://10.0.0.1/",
            "ftp://localhost/",
            "/x",
            "",
        ] {
            assert!(target(bad, false).is_err(), "{bad}");
        }
        assert!(target("http://shop:8000/", true).is_ok());
        assert!(target("https://shop/", true).is_err());
    }
}
