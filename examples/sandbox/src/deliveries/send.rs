//! Sending: the first attempt, the repeats, and what faults make of it.

use std::time::{Duration, Instant};

use tokio::sync::oneshot;

use super::client::{Answer, target};
use super::{Accepted, Attempt, Delivery, Message, Status};
use crate::app::Shared;
use crate::clock;

/// How long a browser waits for the first attempt of what it caused.
const BROWSER_WAITS: Duration = Duration::from_millis(300);
/// How long somebody waits who asked for an attempt.
const CALLER_WAITS: Duration = Duration::from_secs(6);
/// How often it is looked whether the state file could be written.
const UNTIL_SAVED: Duration = Duration::from_secs(1);
/// How often Paylink repeats a webhook.
const PAYLINK_REPEATS: usize = 10;
/// How much of an answer is written down.
const SHOWN: usize = 4 * 1024;
/// As many attempts of a delivery are kept, and those since it was last started.
const ATTEMPTS: usize = 20;

/// Begins with what was queued, and goes on in the background. It returns once the first attempt is
/// over, or is taking too long for a browser to wait.
pub(crate) async fn start(app: &Shared, id: u64) {
    over(begin(app, id), BROWSER_WAITS).await;
}

/// Sends what no gateway said, and returns its id; the text says why it can't be sent.
pub(crate) async fn forge(app: &Shared, message: Message) -> Result<u64, &'static str> {
    message.check()?;
    let id = app.state().queue(message);
    over(begin(app, id), CALLER_WAITS).await;
    Ok(id)
}

/// Sends a delivery again, from the first attempt on; `false` if there is no such delivery.
pub(crate) async fn repeat(app: &Shared, id: u64) -> bool {
    let first = attempt(app, id, |_| true);
    let known = first.is_some();
    over(first, CALLER_WAITS).await;
    known
}

/// Sends a delivery that a fault holds back; `false` if none does.
pub(crate) async fn release(app: &Shared, id: u64) -> bool {
    let first = attempt(app, id, |d| d.state.is_held_back());
    let held = first.is_some();
    over(first, CALLER_WAITS).await;
    held
}

/// Sends all that faults hold back, the oldest first, and returns their ids.
pub(crate) async fn release_all(app: &Shared) -> Vec<u64> {
    let held: Vec<u64> =
        app.state().deliveries.iter().filter(|(_, d)| d.state.is_held_back()).map(|(id, _)| id).collect();
    for id in &held {
        release(app, *id).await;
    }
    held
}

/// Does with a delivery what was decided when it was queued.
fn begin(app: &Shared, id: u64) -> Option<First> {
    app.delivery_news();
    let (delivery, copy) = {
        let state = app.state();
        let copy = state.deliveries.get(id + 1).filter(|d| d.copy_of == Some(id)).map(|_| id + 1);
        (state.deliveries.get(id)?.clone(), copy)
    };
    match delivery.state {
        Status::Pending => {
            let first = attempt(app, id, |_| true);
            if let Some(copy) = copy {
                begin(app, copy);
            }
            first
        }
        Status::Waiting => {
            let app = app.clone();
            tokio::spawn(async move {
                tokio::time::sleep(Duration::from_millis(delivery.milliseconds)).await;
                attempt(&app, id, Delivery::is_waiting);
            });
            None
        }
        _ => None,
    }
}

/// Goes on with what was not over when the sandbox stopped.
pub(crate) fn resume(app: &Shared) {
    let begun: Vec<(u64, u64)> =
        app.state().deliveries.iter().filter(|(_, d)| !d.state.is_over()).map(|(id, d)| (id, d.starts)).collect();
    for (id, starts) in begun {
        if starts == 0 {
            begin(app, id);
        } else {
            let (first, _) = oneshot::channel();
            tokio::spawn(attempts(app.clone(), id, starts, first));
        }
    }
}

/// Ends with the first attempt.
type First = oneshot::Receiver<()>;

/// Begins with the attempts; `None` if there is no such delivery, or it stands otherwise.
fn attempt(app: &Shared, id: u64, wanted: impl Fn(&Delivery) -> bool) -> Option<First> {
    let begun = {
        let mut state = app.state();
        let delivery = state.deliveries.get_mut(id).filter(|d| wanted(d))?;
        delivery.state = Status::Pending;
        delivery.starts += 1;
        delivery.before = delivery.attempts.len();
        let begun = delivery.starts;
        state.overtaken.forget(id);
        begun
    };
    app.delivery_news();
    let (first, over) = oneshot::channel();
    tokio::spawn(attempts(app.clone(), id, begun, first));
    Some(over)
}

async fn over(first: Option<First>, patience: Duration) {
    if let Some(first) = first {
        let _ = tokio::time::timeout(patience, first).await;
    }
}

/// Tries until the merchant takes it, or there are no waits left, or somebody started it again.
async fn attempts(app: Shared, id: u64, begun: u64, first: oneshot::Sender<()>) {
    let mut first = Some(first);
    loop {
        let Some(delivery) = app.state().deliveries.get(id).filter(|d| d.starts == begun).cloned() else {
            return;
        };
        if app.is_unsaved() {
            // What is told is kept, so nothing is told yet. To look again is to try to save again.
            tokio::time::sleep(UNTIL_SAVED).await;
            continue;
        }
        let tries = delivery.attempts.len().saturating_sub(delivery.before);
        let wait = wait(&app.config.delivery_waits, delivery.accepted, tries);
        let Some(running) = app.begin_attempt() else {
            return;
        };
        let since = Instant::now();
        let (answer, over) = match target(&delivery.url, app.config.deliver_anywhere) {
            Err(why) => (Err(why.en().to_owned()), Some(Status::NotSent)),
            Ok(uri) => {
                let answer = app.client.post(&uri, &delivery).await;
                let taken = answer.as_ref().is_ok_and(|a| delivery.accepted.by(a));
                (answer, taken.then_some(Status::Delivered))
            }
        };
        let over = over.or(wait.is_none().then_some(Status::Failed));
        {
            let mut state = app.state();
            let token = super::token(&state, id);
            let Some(delivery) = state.deliveries.get_mut(id) else {
                return;
            };
            let secrets = [delivery.header.as_ref().map(|(_, value)| value.as_str()), token.as_deref()];
            let attempt = Attempt {
                at: clock::rfc3339(app.clock.now()),
                milliseconds: since.elapsed().as_millis() as u64,
                status: answer.as_ref().ok().map(|a| a.status),
                answer: answer.as_ref().ok().map(|a| shown(&a.body, &secrets)),
                error: answer.err(),
            };
            delivery.tried(attempt);
            if delivery.starts == begun {
                delivery.state = over.unwrap_or(Status::Pending);
            }
        }
        app.delivery_news();
        if let Some(first) = first.take() {
            // The browser may have stopped waiting.
            let _ = first.send(());
            for overtaken in delivery.overtakes {
                attempt(&app, overtaken, Delivery::is_waiting);
            }
        }
        drop(running);
        match (over, wait) {
            (None, Some(wait)) => tokio::time::sleep(wait).await,
            _ => return,
        }
    }
}

/// How an answer begins, without the secrets: a shop may repeat what it was sent, as it is or in
/// JSON.
fn shown(body: &[u8], secrets: &[Option<&str>]) -> String {
    let mut text = String::from_utf8_lossy(body).into_owned();
    for secret in secrets.iter().flatten().filter(|secret| !secret.is_empty()) {
        let quoted = serde_json::Value::from(*secret).to_string();
        text = text.replace(quoted.trim_matches('"'), "***").replace(secret, "***");
    }
    let mut end = SHOWN.min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    text.truncate(end);
    text
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
    fn by(self, answer: &Answer) -> bool {
        let says_so = || {
            serde_json::from_slice(&answer.body).is_ok_and(|body: serde_json::Value| {
                body.get("status").and_then(|s| s.as_str()).is_some_and(|s| s.eq_ignore_ascii_case("success"))
            })
        };
        match self {
            Accepted::Success => (200..=299).contains(&answer.status),
            Accepted::Ok => answer.status == 200,
            Accepted::OkAndSaysSo => answer.status == 200 && says_so(),
        }
    }
}

impl Delivery {
    /// Writes an attempt down. The earliest ones go, but none since it was last started, which are
    /// counted.
    fn tried(&mut self, attempt: Attempt) {
        self.attempts.push(attempt);
        let gone = self.attempts.len().saturating_sub(ATTEMPTS).min(self.before);
        self.attempts.drain(..gone);
        self.before -= gone;
    }

    fn is_waiting(&self) -> bool {
        self.state == Status::Waiting
    }
}
