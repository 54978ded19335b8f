//! Paylink's acknowledgment: any order of steps, answers, restarts and clocks; and a saved record from any JSON.
#![no_main]

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use qantara::paylink::{Acknowledgment, Answer, Decision, Delivery, Step};
use qantara::record::Names;
use qantara::{Code, Paylink, json};
use qantara_fuzz::{Input, Tree, paylink, refused};

static PAYLINK: LazyLock<Paylink> = LazyLock::new(paylink);

const STATUSES: [u16; 16] = [200, 200, 200, 201, 302, 400, 401, 403, 404, 408, 409, 425, 429, 500, 503, 204];
/// More bring nothing new, and take long.
const MOST_STEPS: usize = 16;
/// When it was decided.
const DECIDED: i64 = 1_795_000_000;
/// What never changes.
const FIXED: [&str; 7] = ["kind", "environment", "merchant_id", "link_reference", "verdict", "decided_at", "deadline"];

fuzz_target!(|bytes: &[u8]| {
    let mut input = Input::new(bytes);
    match input.byte() % 3 {
        0 => {
            let saved = input.text();
            match Delivery::from_json(&saved) {
                Ok(delivery) => {
                    same(&delivery);
                    match PAYLINK.acknowledgment(delivery) {
                        Ok(acknowledgment) => live(acknowledgment, input, bytes),
                        Err(error) => {
                            refused(&error, bytes);
                            assert!(matches!(error.code(), Code::RecordInvalid | Code::AckMismatch), "{error}");
                        }
                    }
                }
                Err(error) => refused(&error, bytes),
            }
        }
        _ => {
            let verdict = input.pick(&["success", "failure"]);
            let (kind, window) = (input.pick(&["payment", "refund"]), i64::from(input.byte()) * 16);
            let reference = input.text();
            let decision = Decision::new().link_reference(&*reference).verdict(verdict).kind(kind);
            let decision = decision.now(DECIDED).deadline(DECIDED + window);
            match PAYLINK.decide(decision.clone(), None) {
                Ok(delivery) => {
                    let again = PAYLINK.decide(decision.clone().now(DECIDED + 5), Some(delivery.clone())).unwrap();
                    assert_eq!(again.to_json(), delivery.to_json());
                    let other = if verdict == "success" { "failure" } else { "success" };
                    let flipped = PAYLINK.decide(decision.verdict(other), Some(delivery.clone())).unwrap_err();
                    assert_eq!(flipped.code(), Code::AckFlip);
                    live(PAYLINK.acknowledgment(delivery).unwrap(), input, bytes);
                }
                Err(error) => refused(&error, bytes),
            }
        }
    }
});

/// What is stored is read again as the same.
fn same(delivery: &Delivery) {
    let text = delivery.to_json();
    assert_eq!(Delivery::from_json(&text).unwrap().to_json(), text);
    Tree::read(text.as_bytes()).unwrap();
}

fn fixed(delivery: &Delivery) -> Vec<String> {
    FIXED.iter().map(|name| json::to_text(delivery.value(name))).collect()
}

/// Steps, answers and restarts, at whatever time.
fn live(mut ack: Acknowledgment<'_>, mut input: Input<'_>, bytes: &[u8]) {
    let start = ack.save();
    let mut now = DECIDED;
    let mut sent: Option<String> = None;
    let attempts = |ack: &Acknowledgment<'_>| match ack.save().value("attempts") {
        qantara::record::Value::Number(number) => number.parse::<i64>().unwrap(),
        _ => 0,
    };
    for _ in 0..MOST_STEPS {
        if input.is_empty() {
            break;
        }
        let before = ack.save();
        let (was, tried) = (ack.state().to_owned(), attempts(&ack));
        let is_done = matches!(was.as_str(), "acknowledged" | "acknowledged_late");
        let action = input.byte();
        // Time passes, mostly forwards.
        let seconds = i64::from(input.byte());
        now += if action & 0x80 == 0 { seconds } else { seconds * -7 };
        match action % 4 {
            0 | 1 => match ack.step(now) {
                Ok(Step::Send(call)) => {
                    assert_eq!(was, "pending");
                    assert_eq!(attempts(&ack), (tried + 1).min(1_000_000));
                    let body = call.request().body.clone();
                    Tree::read(body.as_bytes()).unwrap();
                    assert_eq!(*sent.get_or_insert(body.clone()), body);
                }
                Ok(Step::Wait(until)) => {
                    assert!(until > now && ack.state() == "pending" && tried > 0, "{until} {now}");
                    assert_eq!(ack.save().to_json(), before.to_json());
                    // Then there is something to do.
                    let mut later = PAYLINK.resume(ack.save()).unwrap();
                    assert!(!matches!(later.step(until), Ok(Step::Wait(_))), "{until}");
                }
                Ok(Step::Done) => assert_ne!(ack.state(), "pending"),
                Err(error) => {
                    refused(&error, bytes);
                    assert_eq!(error.code(), Code::ClockImplausible);
                    assert_eq!(ack.save().to_json(), before.to_json());
                }
            },
            2 => {
                let status = input.pick(&STATUSES);
                let (body, retry_after) = (input.part(), input.text());
                let answer = Answer::Reply { status, body, retry_after: &retry_after };
                let lost = action & 0x40 != 0;
                let heard = ack.heard(now, if lost { Answer::Lost } else { answer });
                if let Err(error) = heard {
                    refused(&error, bytes);
                    assert_eq!(ack.save().to_json(), before.to_json());
                    continue;
                }
                let is_accepted = matches!(ack.state(), "acknowledged" | "acknowledged_late");
                if is_accepted && !is_done {
                    assert!(!lost && status == 200);
                    let said = Tree::read(body).unwrap();
                    assert!(said.all("status").count() > 0);
                    assert!(
                        said.all("status")
                            .all(|word| word.text().is_some_and(|word| word.eq_ignore_ascii_case("success")))
                    );
                }
            }
            _ => {
                // The process ends, and another goes on.
                let saved = ack.save();
                same(&saved);
                ack = PAYLINK.acknowledgment(Delivery::from_json(&saved.to_json()).unwrap()).unwrap();
                let was = if was == "paused" { "pending" } else { &was };
                assert_eq!(ack.state(), was);
            }
        }
        assert!(!is_done || ack.state() == was, "{was} became {}", ack.state());
        let saved = ack.save();
        assert_eq!(fixed(&saved), fixed(&start));
        assert!(attempts(&ack) >= tried);
    }
    // It can always be stored and gone on from.
    let mut text = String::new();
    json::write_record(&mut text, &ack.save(), Names::Snake);
    PAYLINK.resume(Delivery::from_json(&text).unwrap()).unwrap_or_else(|error| panic!("{error}: {text}"));
}
