//! Faults on demand: what the next requests, and the next webhooks and callbacks, suffer.
//!
//! A new fault is a new [`Kind`], its effect in `replies` or `deliveries`, and a row in the README.

mod alter;
mod deliveries;
mod replies;
mod whose;

use axum::http::HeaderValue;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

pub(crate) use alter::altered;
pub(crate) use deliveries::OnDelivery;
pub(crate) use replies::ReplyLost;

use crate::reading;
use crate::table::{Row, Table};
use crate::why::Why;

/// No wait is longer than this many milliseconds.
const LONGEST: u64 = 60_000;

/// A fault, as `POST /sandbox/faults` takes it. One that was read makes sense.
#[derive(Clone, Serialize, Deserialize)]
#[serde(try_from = "Asked")]
pub(crate) struct Fault {
    #[serde(flatten)]
    kind: Kind,
    path: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    gateway: Option<Gateway>,
    #[serde(skip_serializing_if = "Option::is_none")]
    merchant: Option<String>,
    times: u32,
    every: u32,
}

/// A fault that has not been used up.
#[derive(Serialize, Deserialize)]
pub(crate) struct Armed {
    #[serde(flatten)]
    fault: Fault,
    /// How many could have suffered it so far.
    #[serde(default, skip_serializing_if = "is_zero")]
    fitted: u32,
}

/// What happens.
#[derive(Clone, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
enum Kind {
    /// The request is processed, then the connection is closed without an answer.
    LoseReply {},
    /// The request is not processed; a proxy's HTML page, or the given body, is the answer.
    Status {
        #[serde(default = "unavailable")]
        status: u16,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        body: Option<String>,
        #[serde(default = "json")]
        content_type: String,
    },
    /// The request is processed after a wait in real time.
    Delay {
        #[serde(default = "a_second")]
        milliseconds: u64,
    },
    /// Only the first bytes of the reply arrive: half of them, if it is not said how many.
    CutReply {
        #[serde(default, skip_serializing_if = "Option::is_none")]
        bytes: Option<usize>,
        /// The headers promise all of it, and the connection breaks off.
        #[serde(default)]
        breaks_off: bool,
    },
    /// The reply says that it is something else.
    ContentType { content_type: String },
    /// The reply begins with a byte order mark.
    Bom {},
    /// A webhook or callback is written down but not sent, until it is released.
    HoldDelivery {},
    /// It is never sent, and the gateway thinks it was.
    DropDelivery {},
    /// It is sent some time later; nobody waits for it.
    LateDelivery {
        #[serde(default = "a_second")]
        milliseconds: u64,
    },
    /// It is sent twice: at once, or with a wait in between.
    DuplicateDelivery {
        #[serde(default)]
        milliseconds: u64,
    },
    /// The next one overtakes it. If none comes within the wait it is sent all the same.
    SwapDeliveries {
        #[serde(default = "ten_seconds")]
        milliseconds: u64,
    },
    /// One of its fields is changed after it was signed; left out, if the value is null.
    AlterDelivery { field: String, value: Value },
}

/// Whose requests and deliveries.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Gateway {
    AlQaseh,
    Egw,
    Paylink,
}

/// Whose request or delivery it is, as far as that is known.
struct Whose<'a> {
    gateway: Option<Gateway>,
    merchant: Option<&'a str>,
}

/// What is asked for: what all faults take, and the rest.
#[derive(Deserialize)]
struct Asked {
    /// A part of the request's path, or of the URL that is delivered to.
    #[serde(default)]
    path: String,
    gateway: Option<Gateway>,
    /// The id of the only merchant that suffers it.
    merchant: Option<String>,
    /// How many suffer it.
    #[serde(default = "one")]
    times: u32,
    /// It hits one in so many.
    #[serde(default = "one")]
    every: u32,
    #[serde(flatten)]
    kind: Map<String, Value>,
}

fn is_zero(count: &u32) -> bool {
    *count == 0
}

fn one() -> u32 {
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

fn ten_seconds() -> u64 {
    10_000
}

impl TryFrom<Asked> for Fault {
    type Error = String;

    fn try_from(asked: Asked) -> Result<Fault, String> {
        check_types(&asked.kind)?;
        let kind: Kind = reading::from_value(Value::Object(asked.kind))?;
        if asked.times == 0 || asked.every == 0 {
            return Err(Why::TimesOrEvery.en().to_owned());
        }
        kind.check()?;
        let Asked { path, gateway, merchant, times, every, .. } = asked;
        Ok(Fault { kind, path, gateway, merchant, times, every })
    }
}

/// Where kinds are read it is not known any more which field is meant.
fn check_types(fields: &Map<String, Value>) -> Result<(), String> {
    for (name, value) in fields {
        let wanted = match (name.as_str(), value) {
            ("bytes" | "body", Value::Null) => continue,
            ("status", Value::Number(number)) if number.as_u64() > Some(u16::MAX.into()) => {
                return Err(Why::HttpStatus.en().to_owned());
            }
            ("status" | "milliseconds" | "bytes", value) if !value.is_u64() => "a whole number from 0 up",
            ("breaks_off", value) if !value.is_boolean() => "true or false",
            ("content_type" | "body" | "field", value) if !value.is_string() => "text",
            _ => continue,
        };
        return Err(format!("{name} must be {wanted}, not {value}"));
    }
    Ok(())
}

impl Kind {
    fn check(&self) -> Result<(), &'static str> {
        match self {
            Kind::Status { status, .. } if !(200..=599).contains(status) => return Err(Why::HttpStatus.en()),
            Kind::Status { content_type, .. } | Kind::ContentType { content_type }
                if HeaderValue::from_str(content_type).is_err() =>
            {
                return Err(Why::ContentType.en());
            }
            Kind::Delay { milliseconds }
            | Kind::LateDelivery { milliseconds }
            | Kind::DuplicateDelivery { milliseconds }
            | Kind::SwapDeliveries { milliseconds }
                if *milliseconds > LONGEST =>
            {
                return Err(Why::Milliseconds.en());
            }
            Kind::AlterDelivery { field, .. } if field.is_empty() => return Err(Why::FieldEmpty.en()),
            Kind::AlterDelivery { value: Value::Array(_) | Value::Object(_), .. } => {
                return Err("value must be text, a number, true, false, or null for no such field");
            }
            _ => {}
        }
        Ok(())
    }
}

/// The faults that have not been used up.
#[derive(Default)]
pub(crate) struct Faults {
    pub(crate) waiting: Table<Armed>,
}

impl Faults {
    pub(crate) fn add(&mut self, fault: Fault) {
        self.waiting.add(Armed { fault, fitted: 0 });
    }

    pub(crate) fn list(&self) -> Vec<&Fault> {
        self.waiting.iter().map(|(_, armed)| &armed.fault).collect()
    }

    pub(crate) fn clear(&mut self) {
        self.waiting.clear();
    }

    /// Whether it matters whose a request is.
    fn ask_for_merchants(&self) -> bool {
        self.waiting.iter().any(|(_, armed)| armed.fault.merchant.is_some())
    }

    /// Uses up one fault, of those where `effect` says that it has one.
    fn take<T>(&mut self, effect: impl Fn(&Fault) -> Option<T>) -> Option<T> {
        let suffering: Vec<(u64, T)> =
            self.waiting.iter().filter_map(|(number, armed)| Some((number, effect(&armed.fault)?))).collect();
        for (number, effect) in suffering {
            let Some(Armed { fault, fitted }) = self.waiting.get_mut(number) else {
                continue;
            };
            *fitted = fitted.wrapping_add(1);
            if fitted.is_multiple_of(fault.every) {
                fault.times -= 1;
                if fault.times == 0 {
                    self.waiting.remove(number);
                }
                return Some(effect);
            }
        }
        None
    }
}

impl Row for Armed {
    type Key = ();

    fn keys(&self) -> Vec<()> {
        Vec::new()
    }
}

impl Fault {
    fn fits(&self, whose: &Whose<'_>, path: &str) -> bool {
        path.contains(&self.path)
            && (self.gateway.is_none() || self.gateway == whose.gateway)
            && (self.merchant.is_none() || self.merchant.as_deref() == whose.merchant)
    }
}
