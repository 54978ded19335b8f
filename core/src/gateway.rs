//! What the three gateways have in common: environments, credentials, base URLs, and one door for the skins.

use alloc::boxed::Box;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use crate::call::{Build, Call, Operation};
use crate::error::{Code, Error, Fault};
use crate::record::{Record, Shape, Value, choice, url_fault};
use crate::{AlQaseh, Egw, Paylink, Stamp};

choice! {
    /// Where requests go. One letter of a host name separates the two, so they are never edited as text.
    ENVIRONMENT Environment { "test" = "test", "production" = "production" }
}

/// Where requests go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Environment {
    /// The gateway's test system, or a sandbox of yours.
    Test,
    /// Real money.
    Production,
}

impl Environment {
    /// `test` or `production`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Test => "test",
            Self::Production => "production",
        }
    }

    pub(crate) fn of(record: &Record) -> Self {
        if record.get("environment") == "production" { Self::Production } else { Self::Test }
    }

    /// The one of two texts that is this environment's.
    pub(crate) const fn pick(self, test: &'static str, production: &'static str) -> &'static str {
        match self {
            Self::Test => test,
            Self::Production => production,
        }
    }
}

impl From<Environment> for Value {
    fn from(environment: Environment) -> Self {
        Self::text(environment.name())
    }
}

/// The three gateways.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum GatewayKind {
    /// Al Qaseh Payment API 2.0.
    AlQaseh,
    /// Al Qaseh 1.0 e-Commerce Gateway.
    Egw,
    /// Paylink.
    Paylink,
}

impl GatewayKind {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::AlQaseh, Self::Egw, Self::Paylink];

    /// The name in stored data and replay keys.
    pub const fn name(self) -> &'static str {
        match self {
            Self::AlQaseh => "alqaseh",
            Self::Egw => "egw",
            Self::Paylink => "paylink",
        }
    }

    /// The kind with this name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }

    /// The table of its configuration.
    pub fn configuration(self) -> &'static Shape {
        match self {
            Self::AlQaseh => crate::alqaseh::AlQasehConfiguration::SHAPE,
            Self::Egw => crate::egw::EgwConfiguration::SHAPE,
            Self::Paylink => crate::paylink::PaylinkConfiguration::SHAPE,
        }
    }
}

/// Any of the three, for callers who choose operations by name (the language skins).
#[derive(Debug)]
pub enum Gateway {
    /// Al Qaseh Payment API 2.0.
    AlQaseh(AlQaseh),
    /// Al Qaseh 1.0 e-Commerce Gateway.
    Egw(Box<Egw>),
    /// Paylink.
    Paylink(Paylink),
}

impl Gateway {
    /// Makes a gateway from its configuration.
    ///
    /// # Errors
    /// Every fault of the configuration at once.
    pub fn new(kind: GatewayKind, configuration: Record) -> Result<Self, Error> {
        Ok(match kind {
            GatewayKind::AlQaseh => Self::AlQaseh(AlQaseh::configure(configuration.into())?),
            GatewayKind::Egw => Self::Egw(Box::new(Egw::configure(configuration.into())?)),
            GatewayKind::Paylink => Self::Paylink(Paylink::configure(configuration.into())?),
        })
    }

    /// Which one it is.
    pub fn kind(&self) -> GatewayKind {
        match self {
            Self::AlQaseh(_) => GatewayKind::AlQaseh,
            Self::Egw(_) => GatewayKind::Egw,
            Self::Paylink(_) => GatewayKind::Paylink,
        }
    }

    /// Makes a call of an operation. `stamp` is needed where [`Operation::stamped`] says so.
    ///
    /// # Errors
    /// Every fault of the input at once.
    pub fn call(&self, operation: &'static Operation, mut input: Record, stamp: Option<&Stamp>) -> Result<Call, Error> {
        if input.shape().name != operation.input.name {
            let limit = format!(" that takes a {}.", input.shape().name);
            return Err(Fault::new(Code::OperationUnknown, operation.name).with_limit(limit).into());
        }
        let faults = input.faults();
        match (&operation.build, self, stamp) {
            (Build::AlQaseh(build), Self::AlQaseh(gateway), _) => build(gateway, &mut input, faults),
            (Build::Paylink(build), Self::Paylink(gateway), _) => build(gateway, &mut input, faults),
            (Build::Egw(build), Self::Egw(gateway), Some(stamp)) => build(gateway, &mut input, stamp, faults),
            (Build::Egw(_), Self::Egw(_), None) => Err(Fault::new(Code::FieldMissing, "stamp").into()),
            _ => Err(Fault::new(Code::OperationUnknown, operation.name).with_limit(".").into()),
        }
    }
}

/// Refuses what no credential holds: control characters, and anything a header or login can't carry.
pub(crate) fn check_credential(record: &Record, field: &'static str, faults: &mut Vec<Fault>) {
    let text = record.get(field);
    let fault = |limit: &'static str| Fault::new(Code::CredentialCharacters, field).with_limit(limit);
    if text.is_empty() && record.text(field).is_some() {
        faults.push(Fault::new(Code::FieldMissing, field));
    } else if text.trim() != text {
        faults.push(fault("it begins or ends with a space"));
    } else if !text.bytes().all(|b| (b' '..=b'~').contains(&b)) {
        faults.push(fault("only visible ASCII can be one"));
    }
}

/// The URLs of a system's two hosts. One alone is refused: the other would be the published system's, where nobody
/// meant to send a customer and a token of one's own.
pub(crate) fn base_urls(
    record: &Record,
    fields: [&'static str; 2],
    own: [[&'static str; 2]; 2],
    faults: &mut Vec<Fault>,
) -> [String; 2] {
    let values = fields.map(|field| record.value(field));
    let ([one, other], [ones, others], [first, second]) = (fields, own, values);
    match (first.is_null(), second.is_null()) {
        (true, false) => faults.push(Fault::new(Code::FieldMissing, one)),
        (false, true) => faults.push(Fault::new(Code::FieldMissing, other)),
        _ => {}
    }
    [url_of(record, one, first, ones, &own, faults), url_of(record, other, second, others, &own, faults)]
}

/// The base URL: the caller's, checked, or the environment's own; never with a slash at the end. The two URLs are
/// the test environment's own and production's.
pub(crate) fn base_url(
    record: &Record,
    field: &'static str,
    own: [&'static str; 2],
    faults: &mut Vec<Fault>,
) -> String {
    url_of(record, field, record.value(field), own, &[own], faults)
}

/// The same, on none of the other environment's hosts.
fn url_of(
    record: &Record,
    field: &'static str,
    value: &Value,
    [test, production]: [&'static str; 2],
    published: &[[&'static str; 2]],
    faults: &mut Vec<Fault>,
) -> String {
    let environment = Environment::of(record);
    let Some(given) = value.as_text() else { return String::from(environment.pick(test, production)) };
    let is_others = |[test, production]: &[&'static str; 2]| {
        let other = environment.pick(production, test);
        !other.is_empty() && is_host(host(given), host(other))
    };
    let invalid = |why| Fault::new(Code::UrlInvalid, field).with_limit(why);
    if let Some(why) = url_fault(given, &["https", "http"]) {
        faults.push(Fault::new(Code::UrlInvalid, field).with_limit(why));
    } else if given.contains('?') {
        faults.push(invalid("a base URL has no query"));
    } else if given.split('/').any(|segment| matches!(segment, "." | "..")) {
        faults.push(invalid("a path of its own has no . or .."));
    } else if published.iter().any(is_others) {
        let name = environment.pick("production", "test");
        faults.push(Fault::new(Code::EnvironmentHost, field).with_limit(name));
    } else if !is_secure(given, record) {
        faults.push(Fault::new(Code::EnvironmentInsecure, field));
    }
    String::from(given.trim_end_matches('/'))
}

/// The host of a URL that [`url_fault`] found nothing wrong with, without its port.
fn host(url: &str) -> &str {
    let authority = url.split('/').nth(2).unwrap_or("");
    match authority.find(']') {
        Some(end) => authority.get(..=end).unwrap_or(""),
        None => authority.split(':').next().unwrap_or(""),
    }
}

/// Whether a host is another one: a dot at its end, which DNS allows, makes no difference.
fn is_host(given: &str, other: &str) -> bool {
    given.strip_suffix('.').unwrap_or(given).eq_ignore_ascii_case(other)
}

fn is_secure(url: &str, record: &Record) -> bool {
    let host = host(url);
    let is_loopback = host.eq_ignore_ascii_case("localhost")
        || host == "[::1]"
        || host
            .strip_prefix("127.")
            .is_some_and(|rest| rest.split('.').count() == 3 && rest.split('.').all(|part| part.parse::<u8>().is_ok()));
    let is_https = url.get(..6).is_some_and(|scheme| scheme.eq_ignore_ascii_case("https:"));
    is_https || is_loopback || (Environment::of(record) == Environment::Test && record.flag("allow_http"))
}

/// What needs no encoding in a segment or a form value.
pub(crate) const UNRESERVED: &percent_encoding::AsciiSet =
    &percent_encoding::NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// Encodes one segment of a path so that nothing in it can escape the segment.
pub(crate) fn push_segment(url: &mut String, segment: &str) {
    url.push('/');
    url.extend(percent_encoding::utf8_percent_encode(segment, UNRESERVED));
}
