//! What a gateway can work out without anything being sent: pages to show, orders to number, messages to diagnose.

use alloc::vec::Vec;

use crate::error::{Code, Error, Fault};
use crate::gateway::{Environment, Gateway, GatewayKind};
use crate::record::{Record, Shape, record};
use crate::stamp::Stamp;
use crate::{AlQaseh, Egw, Paylink};

/// A tool, as the registry lists it: a record in, a record out.
pub struct Tool {
    /// The name in every language, in snake case.
    pub name: &'static str,
    /// Whose it is.
    pub gateway: GatewayKind,
    /// What it takes. A field `now` left out is filled in by the language's skin.
    pub input: &'static Shape,
    /// What it returns.
    pub output: &'static Shape,
    /// The gateway's page about it.
    pub page: &'static str,
    /// What it does, as its documentation says (empty without the feature `describe`).
    pub doc: &'static [&'static str],
    pub(crate) run: Run,
}

/// How a tool works: by itself, or with a gateway's configuration. Its input has not been checked yet.
pub(crate) enum Run {
    Alone(fn(Record) -> Result<Record, Error>),
    AlQaseh(fn(&AlQaseh, Record) -> Result<Record, Error>),
    Egw(fn(&Egw, Record) -> Result<Record, Error>),
    EgwStamped(fn(&Egw, Record, &Stamp) -> Result<Record, Error>),
    Paylink(fn(&Paylink, Record) -> Result<Record, Error>),
}

record! {
    /// A message for your own tests, as the gateway would send it.
    output TestMessage {
        /// What is posted.
        body: need text secret,
        /// Its `Content-Type`.
        content_type: need text,
    }
}

record! {
    /// An address for your own tests, as a browser would come back with it.
    output TestUrl {
        /// The whole URL.
        url: need text,
    }
}

/// Refuses what makes genuine-looking messages anywhere but in the test environment.
pub(crate) fn check_test_only(environment: Environment, faults: &mut Vec<Fault>) {
    if environment == Environment::Production {
        faults.push(Fault::new(Code::EnvironmentTestOnly, "environment"));
    }
}

impl Tool {
    /// Whether it needs no gateway: a static method, then.
    pub fn stands_alone(&self) -> bool {
        matches!(self.run, Run::Alone(_))
    }

    /// Whether it signs, and so needs a [`Stamp`].
    pub fn stamped(&self) -> bool {
        matches!(self.run, Run::EgwStamped(_))
    }

    /// Runs it, for callers who choose tools by name (the language skins).
    ///
    /// # Errors
    /// Every fault of the input at once, and the tool's own.
    pub fn run(&self, gateway: Option<&Gateway>, input: Record, stamp: Option<&Stamp>) -> Result<Record, Error> {
        if input.shape().name != self.input.name {
            let limit = alloc::format!(" that takes a {}.", input.shape().name);
            return Err(Fault::new(Code::OperationUnknown, self.name).with_limit(limit).into());
        }
        match (&self.run, gateway, stamp) {
            (Run::Alone(run), ..) => run(input),
            (Run::AlQaseh(run), Some(Gateway::AlQaseh(gateway)), _) => run(gateway, input),
            (Run::Egw(run), Some(Gateway::Egw(gateway)), _) => run(gateway, input),
            (Run::Paylink(run), Some(Gateway::Paylink(gateway)), _) => run(gateway, input),
            (Run::EgwStamped(run), Some(Gateway::Egw(gateway)), Some(stamp)) => run(gateway, input, stamp),
            (Run::EgwStamped(_), Some(Gateway::Egw(_)), None) => Err(Fault::new(Code::FieldMissing, "stamp").into()),
            _ => Err(Fault::new(Code::OperationUnknown, self.name).with_limit(".").into()),
        }
    }
}
