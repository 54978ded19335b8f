//! What every handler shares: configuration, clock, and the state behind one lock.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use axum::http::HeaderMap;

use crate::clock::Clock;
use crate::config::{Config, Settings};
use crate::deliveries::Deliveries;
use crate::faults::Faults;
use crate::{alqaseh, egw, paylink};

/// Handed to every handler.
pub(crate) type Shared = Arc<App>;

pub(crate) struct App {
    pub(crate) config: Config,
    /// How links to the sandbox begin.
    pub(crate) url: String,
    pub(crate) clock: Clock,
    /// The client that delivers webhooks and callbacks.
    pub(crate) client: ureq::Agent,
    state: Mutex<State>,
}

/// Everything `POST /sandbox/reset` forgets.
#[derive(Default)]
pub(crate) struct State {
    pub(crate) settings: Settings,
    pub(crate) alqaseh: alqaseh::Book,
    pub(crate) egw: egw::Book,
    pub(crate) paylink: paylink::Book,
    pub(crate) deliveries: Deliveries,
    pub(crate) faults: Faults,
}

impl State {
    fn new(config: &Config) -> State {
        State { settings: config.settings.clone(), paylink: paylink::Book::new(&config.paylink), ..State::default() }
    }
}

impl App {
    pub(crate) fn new(config: Config, url: String, client: ureq::Agent) -> Shared {
        let state = Mutex::new(State::new(&config));
        Arc::new(App { config, url, clock: Clock::default(), client, state })
    }

    /// The state. Never held across an await.
    pub(crate) fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Forgets everything but the configuration.
    pub(crate) fn reset(&self) {
        let mut state = self.state();
        let deliveries = state.deliveries.successor();
        *state = State { deliveries, ..State::new(&self.config) };
        self.clock.reset();
    }
}

/// `bytes` random bytes in lower-case hex.
pub(crate) fn random_hex(bytes: usize) -> String {
    random(bytes).iter().map(|b| format!("{b:02x}")).collect()
}

/// `count` random decimal digits.
pub(crate) fn random_digits(count: usize) -> String {
    random(count).iter().map(|b| char::from(b'0' + b % 10)).collect()
}

/// The value of a header that is text.
pub(crate) fn header<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    headers.get(name)?.to_str().ok()
}

/// Whether the body is said to be JSON.
pub(crate) fn is_json(headers: &HeaderMap) -> bool {
    header(headers, "content-type").is_some_and(|v| v.to_ascii_lowercase().starts_with("application/json"))
}

fn random(count: usize) -> Vec<u8> {
    let mut bytes = vec![0; count];
    // Without a random source the ids would repeat; the operating systems this runs on have one.
    if getrandom::fill(&mut bytes).is_err() {
        std::process::abort();
    }
    bytes
}
