//! The delivery of an acknowledgment against a model of what is documented, and against what it promises whatever
//! happens: answers lost, late and twice, clocks that jump, processes that die between any two steps.

use std::cell::RefCell;
use std::collections::BTreeMap;

use proptest::prelude::*;
use proptest::test_runner::TestRunner;
use qantara::paylink::{Acknowledgment, Answer, Decision, Delivery, PaylinkConfiguration, Step};
use qantara::{Code, Paylink};

use super::cases;

const NOW: i64 = 1_795_000_000;
/// Seconds to wait after the first attempt, the second, …: the documented ones.
const WAITS: [i64; 6] = [2, 4, 8, 16, 32, 60];

#[derive(Debug, Clone)]
enum Event {
    /// The clock jumps, backwards too.
    Clock(i64),
    Step,
    /// An answer, or none, some seconds later; nothing says that anything was asked.
    Hear(i64, Heard),
    /// The process dies, and another one goes on from what was stored; a shop that renews a key does the same.
    Restart,
    /// A skin's next call in the same process.
    Resume,
}

#[derive(Debug, Clone, Copy)]
enum Heard {
    Lost,
    Reply { status: u16, body: &'static str, retry_after: &'static str },
}

fn heard() -> impl Strategy<Value = Heard> {
    let status = prop_oneof![
        3 => Just(200_u16),
        6 => prop::sample::select(vec![408, 425, 429, 500, 502, 503, 599, 404]),
        3 => prop::sample::select(vec![0, 100, 201, 204, 299, 600, 999, u16::MAX]),
        2 => prop::sample::select(vec![401, 403]),
        1 => prop::sample::select(vec![300, 302, 308, 400, 402, 405, 409, 410, 422, 451, 499]),
    ];
    let body = prop::sample::select(vec![
        r#"{"status":"success"}"#,
        r#" {"status":"SUCCESS","x":[1]}"#,
        r#"{"status":"success","status":"failed"}"#,
        r#"{"status":"succes"}"#,
        r#"{"status":true}"#,
        r#"{"error":"The specified merchant or transaction was not found."}"#,
        r#"["success"]"#,
        "success",
        "",
        "<html>Bad gateway</html>",
    ]);
    let retry_after = prop::sample::select(vec![
        "",
        "",
        "0",
        "1",
        " 7 ",
        "30",
        "120",
        "99999999999999999999",
        "-5",
        "soon",
        "Sun, 06 Nov 1994 08:49:37 GMT",
        "Tue, 19 Jan 2038 03:14:07 GMT",
    ]);
    let reply =
        (status, body, retry_after).prop_map(|(status, body, retry_after)| Heard::Reply { status, body, retry_after });
    prop_oneof![1 => Just(Heard::Lost), 4 => reply]
}

/// The one acceptance there is: 200, and a JSON object that says so and nothing else under that name.
fn accepts(status: u16, body: &str) -> bool {
    status == 200 && (body == r#"{"status":"success"}"# || body == r#" {"status":"SUCCESS","x":[1]}"#)
}

/// Seconds that a `Retry-After` asks for at this time, if it says something.
fn asked_to_wait(text: &str, now: i64) -> Option<i64> {
    match text.trim() {
        "Sun, 06 Nov 1994 08:49:37 GMT" => Some(0),
        "Tue, 19 Jan 2038 03:14:07 GMT" => Some(2_147_483_647 - now),
        digits => digits.parse().ok().filter(|seconds| (0..1_000_000).contains(seconds)),
    }
}

fn events() -> impl Strategy<Value = Vec<Event>> {
    let jump = prop_oneof![6 => 0..5_i64, 3 => 0..70_i64, 1 => 0..400_i64, 1 => -400..0_i64];
    let later = prop_oneof![4 => 0..3_i64, 1 => 0..90_i64, 1 => -60..0_i64];
    let event = prop_oneof![
        4 => Just(Event::Step),
        3 => jump.prop_map(Event::Clock),
        3 => (later, heard()).prop_map(|(later, heard)| Event::Hear(later, heard)),
        1 => Just(Event::Restart),
        1 => Just(Event::Resume),
    ];
    prop::collection::vec(event, 1..60)
}

/// What is documented, in as few words as it can be said.
struct Model {
    deadline: i64,
    state: &'static str,
    sent: Vec<i64>,
    /// When it may be sent again.
    due: i64,
}

#[derive(Debug, PartialEq)]
enum Do {
    Send,
    Wait(i64),
    Done,
}

impl Model {
    fn new(deadline: i64) -> Self {
        Self { deadline, state: "pending", sent: Vec::new(), due: i64::MIN }
    }

    fn step(&mut self, now: i64) -> Do {
        if !self.sent.is_empty() && now >= self.deadline && ["pending", "paused"].contains(&self.state) {
            self.state = "gave_up";
        }
        if self.state != "pending" {
            return Do::Done;
        }
        if let Some(last) = self.sent.last() {
            let due = self.due.min(self.deadline.max(*last));
            // A clock that was put back makes it send again rather than wait for the old time.
            if *last <= now && now < due {
                return Do::Wait(due);
            }
        }
        self.due = now + WAITS[self.sent.len().min(WAITS.len() - 1)];
        self.sent.push(now);
        Do::Send
    }

    fn hear(&mut self, now: i64, heard: Heard) {
        let last = *self.sent.last().unwrap();
        let Heard::Reply { status, body, retry_after } = heard else { return };
        let accepted = accepts(status, body);
        if self.state.starts_with("acknowledged") || (self.state != "pending" && !accepted) {
            return;
        }
        self.state = match status {
            _ if accepted && self.sent[0].max(now).max(last) > self.deadline => "acknowledged_late",
            _ if accepted => "acknowledged",
            401 | 403 => "paused",
            404 | 408 | 425 | 429 => "pending",
            300..=499 => "refused",
            _ => "pending",
        };
        if let (Some(seconds), "pending") = (asked_to_wait(retry_after, now), self.state) {
            self.due = now.max(last) + seconds.max(WAITS[0]);
        }
    }

    /// Whoever starts again after a refused key has a new one.
    fn restart(&mut self) {
        if self.state == "paused" {
            (self.state, self.due) = ("pending", i64::MIN);
        }
    }
}

/// What was seen, for what must hold whatever the model says.
#[derive(Default)]
struct Seen {
    bytes: Option<String>,
    sent: Vec<i64>,
    done: bool,
    renewed: bool,
}

impl Seen {
    fn send(&mut self, now: i64, deadline: i64, request: &qantara::Request) {
        let headers: Vec<_> = request.headers.iter().map(|header| (header.name, &header.value)).collect();
        let bytes = format!("{} {} {headers:?} {}", request.method, request.url, request.body);
        assert_eq!(*self.bytes.get_or_insert(bytes.clone()), bytes, "every attempt has the same bytes");
        assert!(!self.done, "nothing is sent after the end");
        if let Some(last) = self.sent.last() {
            assert!(now < deadline, "nothing is repeated at the deadline or after it");
            assert!(now < *last || self.renewed || now - last >= WAITS[0], "no two attempts within the first wait");
        }
        self.sent.push(now);
        self.renewed = false;
    }
}

fn run(gateway: &Paylink, decision: &Decision, deadline: i64, start: i64, events: &[Event]) -> &'static str {
    let (mut model, mut seen, mut now) = (Model::new(deadline), Seen::default(), start);
    let mut ack = gateway.acknowledgment(gateway.decide(decision.clone(), None).unwrap()).unwrap();
    for event in events {
        match event {
            Event::Clock(seconds) => now += seconds,
            Event::Step => {
                let expected = model.step(now);
                let done = match ack.step(now).unwrap() {
                    Step::Send(call) => {
                        seen.send(now, deadline, call.request());
                        Do::Send
                    }
                    Step::Wait(until) => {
                        assert!(now < until && until <= deadline.max(*seen.sent.last().unwrap()));
                        Do::Wait(until)
                    }
                    Step::Done => Do::Done,
                };
                assert_eq!(done, expected, "at {now}, deadline {deadline}, sent {:?}", seen.sent);
            }
            Event::Hear(later, heard) => {
                let at = now + later;
                let answer = match heard {
                    Heard::Lost => Answer::Lost,
                    Heard::Reply { status, body, retry_after } => {
                        Answer::Reply { status: *status, body: body.as_bytes(), retry_after }
                    }
                };
                if seen.sent.is_empty() {
                    assert_eq!(ack.heard(at, answer).unwrap_err().code(), Code::RecordInvalid);
                } else {
                    ack.heard(at, answer).unwrap();
                    model.hear(at, *heard);
                }
            }
            Event::Restart => {
                ack = gateway.acknowledgment(stored(&ack)).unwrap();
                seen.renewed |= model.state == "paused";
                model.restart();
            }
            Event::Resume => ack = gateway.resume(stored(&ack)).unwrap(),
        }
        assert_eq!(ack.state(), model.state, "after {event:?} at {now}");
        seen.done = !["pending", "paused"].contains(&ack.state());
        if matches!(event, Event::Restart | Event::Resume) {
            check_record(gateway, decision, &ack, &seen);
        }
    }
    check_record(gateway, decision, &ack, &seen);
    model.state
}

/// What a shop stores and reads back, byte for byte.
fn stored(ack: &Acknowledgment<'_>) -> Delivery {
    let text = ack.save().to_json();
    let read = Delivery::from_json(&text).unwrap();
    assert_eq!(read.to_json(), text);
    read
}

/// The verdict never flips, and the record knows what was sent.
fn check_record(gateway: &Paylink, decision: &Decision, ack: &Acknowledgment<'_>, seen: &Seen) {
    let record: serde_json::Value = serde_json::from_str(&ack.save().to_json()).unwrap();
    assert_eq!(record["verdict"], "failure");
    assert_eq!(record["attempts"].to_string(), seen.sent.len().to_string());
    assert_eq!(record["first_attempt_at"].as_i64(), seen.sent.first().copied());
    assert_eq!(record["last_attempt_at"].as_i64(), seen.sent.last().copied());
    let same = gateway.decide(decision.clone(), Some(ack.save())).unwrap();
    assert_eq!(same.to_json(), ack.save().to_json(), "deciding again goes on with the record");
    let flipped = gateway.decide(decision.clone().verdict("success"), Some(ack.save()));
    assert_eq!(flipped.unwrap_err().code(), Code::AckFlip);
}

#[test]
fn a_delivery_does_what_the_model_does() {
    let configuration = PaylinkConfiguration::new().environment("production").merchant_id("shop").api_key("k");
    let gateway = Paylink::configure(configuration).unwrap();
    let ends = RefCell::new(BTreeMap::<&str, u32>::new());
    // Some begin after the deadline: then it is sent once, since Paylink may still take it.
    let begins = (-30..400_i64, prop_oneof![8 => -400..0_i64, 1 => 0..40_i64]);
    let config = cases(1000);
    TestRunner::new(config.clone())
        .run(&(begins, events()), |((window, from_deadline), events)| {
            let deadline = NOW + window.max(1);
            let decision = Decision::new().link_reference("0012/?").verdict("failure").now(NOW).deadline(deadline);
            let end = run(&gateway, &decision, deadline, deadline + from_deadline, &events);
            *ends.borrow_mut().entry(end).or_default() += 1;
            Ok(())
        })
        .unwrap();
    let ends = ends.into_inner();
    println!("{ends:?}");
    for end in ["pending", "paused", "acknowledged", "acknowledged_late", "refused", "gave_up"] {
        assert!(ends.get(end).is_some_and(|count| count * 100 >= config.cases), "too few end as {end}: {ends:?}");
    }
}
