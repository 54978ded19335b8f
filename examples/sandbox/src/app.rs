//! What every handler shares: configuration, clock, and the state behind one lock.

use std::io;
use std::ops::{Deref, DerefMut};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use axum::http::HeaderMap;
use serde_json::{Map, Value};
use tokio::sync::watch;

use crate::clock::Clock;
use crate::config::{Config, Settings, changed};
use crate::deliveries::{self, Delivery, Overtaken};
use crate::faults::Faults;
use crate::merchants::Known;
use crate::store::Store;
use crate::table::{Document, Kept, Table};
use crate::{alqaseh, egw, paylink};

/// Handed to every handler.
pub(crate) type Shared = Arc<App>;

pub(crate) struct App {
    pub(crate) config: Config,
    /// How links to the sandbox begin.
    pub(crate) url: String,
    pub(crate) clock: Clock,
    /// The client that delivers webhooks and callbacks.
    pub(crate) client: deliveries::Client,
    /// Changes whenever a delivery does.
    pub(crate) delivery_news: watch::Sender<u64>,
    kept: Mutex<(State, Option<Store>)>,
    /// Whether the state file lacks something.
    unsaved: AtomicBool,
    /// How many attempts to deliver run.
    attempts: watch::Sender<usize>,
    /// Whether no more begin.
    stopping: AtomicBool,
}

/// Everything `POST /sandbox/reset` forgets.
#[derive(Default)]
pub(crate) struct State {
    pub(crate) settings: Document<Settings>,
    /// By how much the clock was moved.
    clock_offset: Document<i64>,
    pub(crate) alqaseh: alqaseh::Book,
    pub(crate) egw: egw::Book,
    pub(crate) paylink: paylink::Book,
    pub(crate) deliveries: Table<Delivery>,
    pub(crate) overtaken: Overtaken,
    pub(crate) faults: Faults,
}

impl State {
    fn new(config: &Config) -> Result<State, String> {
        let mut state = State::default();
        state.alqaseh.merchants = Known::configured(config.alqaseh.clone())?;
        state.egw.merchants = Known::configured(config.egw.clone())?;
        state.paylink.merchants = Known::configured(config.paylink.clone())?;
        paylink::check_window(config.settings.paylink_window)?;
        state.reset(config);
        Ok(state)
    }

    fn reset(&mut self, config: &Config) {
        *self.settings = config.settings.clone();
        *self.clock_offset = 0;
        self.alqaseh.clear();
        self.egw.clear();
        self.paylink.clear();
        self.deliveries.clear();
        self.overtaken = Overtaken::default();
        self.faults.clear();
    }

    /// All that is in the state file, and what it is called there.
    pub(crate) fn kept(&mut self) -> [(&'static str, &mut dyn Kept); 14] {
        [
            ("settings", &mut self.settings),
            ("clock_offset", &mut self.clock_offset),
            ("alqaseh.merchant", &mut self.alqaseh.merchants.added),
            ("egw.merchant", &mut self.egw.merchants.added),
            ("paylink.merchant", &mut self.paylink.merchants.added),
            ("alqaseh.payment", &mut self.alqaseh.payments),
            ("egw.payment", &mut self.egw.payments),
            ("paylink.order", &mut self.paylink.orders),
            ("paylink.invoice", &mut self.paylink.invoices),
            ("paylink.session", &mut self.paylink.sessions),
            ("paylink.portals", &mut self.paylink.changed_portals),
            ("paylink.settlement", &mut self.paylink.settlements),
            ("delivery", &mut self.deliveries),
            ("fault", &mut self.faults.waiting),
        ]
    }

    /// Changes some of the settings; the text says why not.
    pub(crate) fn change_settings(&mut self, changes: Map<String, Value>) -> Result<(), String> {
        let settings = changed(&*self.settings, changes)?;
        paylink::check_window(settings.paylink_window)?;
        *self.settings = settings;
        Ok(())
    }

    fn forget_changes(&mut self) {
        self.kept().into_iter().for_each(|(_, kept)| kept.forget_changes());
    }

    /// Whether the merchants of the state file get on with those of the configuration.
    fn check_merchants(&self) -> Result<(), String> {
        self.alqaseh.merchants.check_added()?;
        self.egw.merchants.check_added()?;
        self.paylink.merchants.check_added()
    }

    /// Does what time alone does.
    fn pass(&mut self, now: i64) {
        self.alqaseh.pass(now);
        self.egw.pass(now);
        self.paylink.pass(now);
    }
}

impl App {
    pub(crate) fn new(config: Config, url: String) -> io::Result<Shared> {
        let refuse = |why| io::Error::new(io::ErrorKind::InvalidInput, why);
        let mut state = State::new(&config).map_err(refuse)?;
        // What the configuration says is no change: another start may have another one.
        state.forget_changes();
        let store = config.state.as_deref().map(|path| Store::open(path, &mut state)).transpose()?;
        state.check_merchants().map_err(refuse)?;
        state.paylink.remember_news();
        state.overtaken = state.who_is_overtaken();
        let clock = Clock::moved(*state.clock_offset);
        let (client, delivery_news) = (deliveries::Client::default(), watch::Sender::new(0));
        let (kept, unsaved) = (Mutex::new((state, store)), AtomicBool::new(false));
        let (attempts, stopping) = (watch::Sender::new(0), AtomicBool::new(false));
        Ok(Arc::new(App { config, url, clock, client, delivery_news, kept, unsaved, attempts, stopping }))
    }

    /// The state as it is now: what time alone does was done. What changes is saved when it is
    /// dropped, before anything is answered. Never held across an await.
    pub(crate) fn state(&self) -> Held<'_> {
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        kept.0.pass(self.clock.now());
        Held { kept, unsaved: &self.unsaved }
    }

    /// Whether the state file lacks something: then no answer may go out.
    pub(crate) fn is_unsaved(&self) -> bool {
        self.unsaved.load(Ordering::Relaxed)
    }

    /// Begins an attempt to deliver, which lasts until the value is dropped; `None` if the sandbox
    /// stops.
    pub(crate) fn begin_attempt(&self) -> Option<Attempt<'_>> {
        if self.is_stopping() {
            return None;
        }
        self.attempts.send_modify(|running| *running += 1);
        Some(Attempt { running: &self.attempts })
    }

    pub(crate) fn is_stopping(&self) -> bool {
        self.stopping.load(Ordering::Relaxed)
    }

    /// Lets no attempt begin any more, and waits for the end of those that run.
    pub(crate) async fn end_attempts(&self) {
        self.stopping.store(true, Ordering::Relaxed);
        // Whoever waits for deliveries waits for no more.
        self.delivery_news();
        // Fails only without a sender, which is in here.
        let _ = self.attempts.subscribe().wait_for(|running| *running == 0).await;
    }

    /// Says that a delivery changed.
    pub(crate) fn delivery_news(&self) {
        self.delivery_news.send_modify(|changes| *changes = changes.wrapping_add(1));
    }

    /// Forgets everything but the configuration.
    pub(crate) fn reset(&self) {
        let mut state = self.state();
        state.reset(&self.config);
        self.clock.reset();
    }

    /// Sets the clock; `false` if the time is outside 1970 to 9999.
    pub(crate) fn set_clock(&self, now: i64) -> bool {
        let mut state = self.state();
        let moved = self.clock.set(now);
        *state.clock_offset = self.clock.offset();
        moved
    }

    /// Sets the clock to the machine's time.
    pub(crate) fn real_time(&self) {
        let mut state = self.state();
        self.clock.reset();
        *state.clock_offset = 0;
    }

    /// Moves the clock; `false` if that would leave 1970 to 9999.
    pub(crate) fn advance_clock(&self, seconds: i64) -> bool {
        self.set_clock(self.clock.now().saturating_add(seconds))
    }
}

/// An attempt to deliver that runs.
pub(crate) struct Attempt<'a> {
    running: &'a watch::Sender<usize>,
}

impl Drop for Attempt<'_> {
    fn drop(&mut self) {
        self.running.send_modify(|running| *running -= 1);
    }
}

/// The state while it is locked.
pub(crate) struct Held<'a> {
    kept: MutexGuard<'a, (State, Option<Store>)>,
    unsaved: &'a AtomicBool,
}

impl Drop for Held<'_> {
    fn drop(&mut self) {
        let (state, store) = &mut *self.kept;
        let Some(store) = store else {
            state.forget_changes();
            return;
        };
        let saved = store.save(state);
        let was_unsaved = self.unsaved.swap(saved.is_err(), Ordering::Relaxed);
        match saved {
            Err(problem) if !was_unsaved => eprintln!("The state can't be saved: {problem}"),
            Ok(()) if was_unsaved => eprintln!("The state is saved again."),
            _ => {}
        }
    }
}

impl Deref for Held<'_> {
    type Target = State;

    fn deref(&self) -> &State {
        &self.kept.0
    }
}

impl DerefMut for Held<'_> {
    fn deref_mut(&mut self) -> &mut State {
        &mut self.kept.0
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
