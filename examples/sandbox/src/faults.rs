//! Faults on demand: what the next requests to a path suffer.

use std::time::Duration;

use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::{Deserialize, Serialize};

use crate::table::{Row, Table};

/// One fault, as `POST /sandbox/faults` takes it.
#[derive(Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Fault {
    kind: Kind,
    /// A part of the path (or, for `hold_delivery`, of the URL) it applies to.
    #[serde(default)]
    path: String,
    /// How many requests suffer it.
    #[serde(default = "once")]
    times: u32,
    /// For `status`: what is answered.
    #[serde(default = "unavailable")]
    status: u16,
    /// For `status`: the body, instead of a proxy's page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    body: Option<String>,
    /// For `status` with a body: its type.
    #[serde(default = "json")]
    content_type: String,
    /// For `delay`: how long.
    #[serde(default = "a_second")]
    milliseconds: u64,
}

#[derive(Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Kind {
    /// The request is processed, then the connection is closed without an answer.
    LoseReply,
    /// The request is not processed; a proxy's HTML page, or the given body, is the answer.
    Status,
    /// The request is processed after a wait in real time.
    Delay,
    /// A webhook or callback is written down but not sent.
    HoldDelivery,
}

fn once() -> u32 {
    1
}

fn unavailable() -> u16 {
    503
}

fn json() -> String {
    "application/json".to_owned()
}

fn a_second() -> u64 {
    1_000
}

/// What is about to happen to a request.
pub(crate) enum Effect {
    LoseReply,
    Answer(Box<Response>),
    Delay(Duration),
}

/// The faults that have not been used up.
#[derive(Default)]
pub(crate) struct Faults {
    waiting: Table<Fault>,
}

impl Row for Fault {
    const KIND: &'static str = "fault";
    type Key = ();

    fn keys(&self) -> Vec<()> {
        Vec::new()
    }
}

impl Faults {
    /// Adds a fault; the text says why not.
    pub(crate) fn add(&mut self, fault: Fault) -> Result<(), &'static str> {
        if fault.times == 0 {
            return Err("times must be at least 1");
        }
        if !(200..=599).contains(&fault.status) {
            return Err("status must be 200 to 599");
        }
        if HeaderValue::from_str(&fault.content_type).is_err() {
            return Err("content_type must be text a header can hold");
        }
        self.waiting.add(fault);
        Ok(())
    }

    pub(crate) fn list(&self) -> Vec<&Fault> {
        self.waiting.iter().map(|(_, fault)| fault).collect()
    }

    pub(crate) fn clear(&mut self) {
        self.waiting.clear();
    }

    /// Uses up one fault that applies to a request.
    pub(crate) fn for_request(&mut self, path: &str) -> Option<Effect> {
        let applies = |f: &Fault| f.kind != Kind::HoldDelivery && path.contains(&f.path);
        let fault = self.take(applies)?;
        match fault.kind {
            Kind::LoseReply => Some(Effect::LoseReply),
            Kind::Status => Some(Effect::Answer(Box::new(fault.answer()))),
            Kind::Delay => {
                let wait = Duration::from_millis(fault.milliseconds.min(60_000));
                Some(Effect::Delay(wait))
            }
            Kind::HoldDelivery => None,
        }
    }

    /// Whether a delivery to this URL is to be held back; uses up one fault.
    pub(crate) fn holds_delivery(&mut self, url: &str) -> bool {
        self.take(|f| f.kind == Kind::HoldDelivery && url.contains(&f.path)).is_some()
    }

    fn take(&mut self, applies: impl Fn(&Fault) -> bool) -> Option<Fault> {
        let (number, _) = self.waiting.iter().find(|(_, fault)| applies(fault))?;
        let fault = self.waiting.get_mut(number)?;
        fault.times = fault.times.saturating_sub(1);
        let (taken, left) = (fault.clone(), fault.times);
        if left == 0 {
            self.waiting.remove(number);
        }
        Some(taken)
    }
}

impl Fault {
    fn answer(self) -> Response {
        match self.body {
            None => proxy_page(self.status),
            Some(body) => (status_code(self.status), [(header::CONTENT_TYPE, self.content_type)], body).into_response(),
        }
    }
}

fn status_code(status: u16) -> StatusCode {
    StatusCode::from_u16(status).unwrap_or(StatusCode::SERVICE_UNAVAILABLE)
}

/// The kind of page a proxy in front of a gateway answers during an outage.
fn proxy_page(status: u16) -> Response {
    let status = status_code(status);
    let page = format!(
        "<html>\r\n<head><title>{status}</title></head>\r\n<body>\r\n<center><h1>{status}</h1>\
         </center>\r\n<hr><center>sandbox proxy</center>\r\n</body>\r\n</html>\r\n"
    );
    (status, [(header::CONTENT_TYPE, "text/html")], page).into_response()
}
