//! Steps two to four: a call is data to send, and knows how to read what comes back.

use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;
use core::marker::PhantomData;
use core::ops::Deref;

use zeroize::Zeroize;

use crate::error::{Code, Error, Fault};
pub use crate::expect::{Answer, Expect};
use crate::gateway::GatewayKind;
use crate::money::Order;
use crate::record::{Record, Shape};
use crate::trust::Settlement;
use crate::{AlQaseh, Egw, Paylink, Stamp};

/// Whether the identical bytes may be sent again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Retry {
    /// Sending them again does no harm.
    Safe,
    /// It may have happened: find out first, with what `look_up` names.
    LookUpFirst,
    /// The same bytes will fail again, or must not be sent again.
    Never,
}

impl Retry {
    /// The verdict's name in every language.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Safe => "safe",
            Self::LookUpFirst => "look_up_first",
            Self::Never => "never",
        }
    }
}

/// A gateway operation, as the registry lists it.
pub struct Operation {
    /// The name in every language, in snake case.
    pub name: &'static str,
    /// What it takes.
    pub input: &'static Shape,
    /// What it returns.
    pub output: &'static Shape,
    /// What to look up with if the outcome is unknown; empty for operations that only read.
    pub look_up: &'static str,
    /// The gateway's page about it.
    pub page: &'static str,
    /// What it does, as its documentation says (empty without the feature `describe`).
    pub doc: &'static [&'static str],
    pub(crate) build: Build,
    pub(crate) read: fn(&Expect, Answer<'_>) -> Result<Record, Fault>,
    pub(crate) settle: Option<SettleFn>,
}

pub(crate) type SettleFn = fn(&Expect, &Record, &Order) -> Result<Settlement, Fault>;

/// How an operation makes its call: given its input and the faults the table found in it.
pub(crate) enum Build {
    AlQaseh(fn(&AlQaseh, &mut Record, Vec<Fault>) -> Result<Call, Error>),
    Egw(fn(&Egw, &mut Record, &Stamp, Vec<Fault>) -> Result<Call, Error>),
    Paylink(fn(&Paylink, &mut Record, Vec<Fault>) -> Result<Call, Error>),
}

impl Operation {
    /// Whose operation it is.
    pub fn gateway(&self) -> GatewayKind {
        match self.build {
            Build::AlQaseh(_) => GatewayKind::AlQaseh,
            Build::Egw(_) => GatewayKind::Egw,
            Build::Paylink(_) => GatewayKind::Paylink,
        }
    }

    /// Whether it signs, and so needs a [`Stamp`].
    pub fn stamped(&self) -> bool {
        matches!(self.build, Build::Egw(_))
    }

    /// Whether it goes out with a token that lives for a while.
    pub(crate) fn takes_token(&self) -> bool {
        self.input.position("bearer_token").is_some()
    }

    /// Whether it is given a card or a page's token, which the gateway may repeat in what it answers.
    pub(crate) fn takes_secret(&self) -> bool {
        self.input.fields.iter().any(|field| field.secret && field.name != "bearer_token")
    }

    /// Whether its reply can be settled against an order.
    pub fn settles(&self) -> bool {
        self.settle.is_some()
    }

    pub(crate) fn after(&self, status: u16) -> Retry {
        match (self.look_up.is_empty(), status) {
            (true, 408 | 425 | 429 | 500..) => Retry::Safe,
            // An invoice that was just made may not be visible yet.
            (true, 404) if self.takes_token() => Retry::Safe,
            (true, _) | (false, 400 | 401 | 403) => Retry::Never,
            (false, _) => Retry::LookUpFirst,
        }
    }

    /// The verdict when no answer, or none that can be read, came back.
    pub(crate) fn unknown(&self) -> Retry {
        if self.look_up.is_empty() { Retry::Safe } else { Retry::LookUpFirst }
    }
}

impl fmt::Debug for Operation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name)
    }
}

/// A header of a request.
#[derive(Clone, PartialEq, Eq)]
pub struct Header {
    /// Its name.
    pub name: &'static str,
    /// Its value; a credential if `secret`.
    pub value: String,
    /// Whether the value must not be printed.
    pub secret: bool,
}

impl Header {
    pub(crate) fn plain(name: &'static str, value: &str) -> Self {
        Self { name, value: String::from(value), secret: false }
    }

    pub(crate) fn secret(name: &'static str, value: &str) -> Self {
        Self { name, value: String::from(value), secret: true }
    }
}

impl fmt::Debug for Header {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.name, if self.secret { "***" } else { &self.value })
    }
}

/// What to send, byte for byte. Never follow a redirect with it.
#[derive(Clone, PartialEq, Eq)]
pub struct Request {
    /// `GET` or `POST`.
    pub method: &'static str,
    /// The absolute URL.
    pub url: String,
    /// Whether the URL ends in a token, which must not be printed.
    pub secret_url: bool,
    /// The headers, credentials included.
    pub headers: Vec<Header>,
    /// The body; empty if there is none.
    pub body: String,
    /// Whether the body holds a secret, such as a card, and is wiped when the request goes.
    pub(crate) secret_body: bool,
}

impl Request {
    /// The URL as it may be printed: without a token at its end.
    pub fn shown_url(&self) -> String {
        match self.url.rsplit_once('/') {
            Some((before, _)) if self.secret_url => alloc::format!("{before}/***"),
            _ => self.url.clone(),
        }
    }
}

/// The body is not printed: it may hold what the customer typed.
impl fmt::Debug for Request {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {} {:?} ({} bytes)", self.method, self.shown_url(), self.headers, self.body.len())
    }
}

impl Drop for Request {
    fn drop(&mut self) {
        if self.secret_body {
            self.body.zeroize();
        }
    }
}

/// The same request for any client that speaks the `http` crate's types (feature `http`). Credentials are
/// marked sensitive there.
#[cfg(feature = "http")]
impl TryFrom<&Request> for http::Request<String> {
    type Error = http::Error;

    fn try_from(request: &Request) -> Result<Self, http::Error> {
        let mut builder = http::Request::builder().method(request.method).uri(&request.url);
        for header in &request.headers {
            let mut value = http::HeaderValue::from_str(&header.value)?;
            value.set_sensitive(header.secret);
            builder = builder.header(header.name, value);
        }
        builder.body(request.body.clone())
    }
}

/// A MAC with the very text it was computed over, for comparing notes with your bank.
#[derive(Clone, PartialEq, Eq)]
pub struct SignedSource {
    /// The text the MAC covers.
    pub source: String,
    /// The MAC, in hex, as sent.
    pub mac: String,
}

/// Who has the MAC can send the request, and the source holds what the customer gave: neither is printed.
impl fmt::Debug for SignedSource {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("***")
    }
}

/// A request that is ready to be sent, and what its reply must be for.
#[derive(Debug, Clone)]
pub struct Call<R = Record> {
    pub(crate) request: Request,
    pub(crate) expect: Expect,
    pub(crate) signed: Option<SignedSource>,
    pub(crate) warnings: Vec<Fault>,
    pub(crate) expires: Option<i64>,
    pub(crate) reply: PhantomData<fn() -> R>,
}

impl<R> Call<R> {
    pub(crate) fn new(request: Request, expect: Expect) -> Self {
        Self { request, expect, signed: None, warnings: Vec::new(), expires: None, reply: PhantomData }
    }

    pub(crate) fn typed<T>(self) -> Call<T> {
        let Self { request, expect, signed, warnings, expires, .. } = self;
        Call { request, expect, signed, warnings, expires, reply: PhantomData }
    }

    /// The same call, its reply's type forgotten: for the skins.
    pub fn erased(self) -> Call {
        self.typed()
    }

    /// What to send.
    pub fn request(&self) -> &Request {
        &self.request
    }

    /// What the reply must be for, as data that can be stored and read back with [`Expect::from_json`].
    pub fn expect(&self) -> &Expect {
        &self.expect
    }

    /// The verdict if the request went out and no answer came back. If no connection was made at all,
    /// nothing happened, and sending again is safe until [`Call::expires`].
    pub fn retry(&self) -> Retry {
        self.expect.operation().unknown()
    }

    /// What to look up with when [`Call::retry`] says so; else empty.
    pub fn look_up(&self) -> &'static str {
        self.expect.operation().look_up
    }

    /// When the bytes go stale, in Unix seconds: an hour after the stamp of a signed request.
    pub fn expires(&self) -> Option<i64> {
        self.expires
    }

    /// The MAC and its source, if this request is signed.
    pub fn signed(&self) -> Option<&SignedSource> {
        self.signed.as_ref()
    }

    /// What is allowed but worth knowing.
    pub fn warnings(&self) -> &[Fault] {
        &self.warnings
    }
}

impl<R: From<Record>> Call<R> {
    /// Reads the reply: the HTTP status and the body as it came.
    ///
    /// # Errors
    /// 3xxx if it can't be read, 4xxx if it is for another payment, 5xxx if the gateway refused; each says
    /// whether repeating is safe.
    pub fn parse(&self, status: u16, body: &[u8]) -> Result<Reply<R>, Error> {
        self.expect.parse(Answer { status, content_type: "", body }).map(Reply::typed)
    }

    /// The same with the `Content-Type` the reply came with.
    ///
    /// # Errors
    /// As [`Call::parse`].
    pub fn parse_with(&self, status: u16, content_type: &str, body: &[u8]) -> Result<Reply<R>, Error> {
        self.expect.parse(Answer { status, content_type, body }).map(Reply::typed)
    }
}

/// A reply fetched with your credentials: its fields, and what it was for.
#[derive(Debug, Clone)]
pub struct Reply<R = Record> {
    pub(crate) expect: Expect,
    pub(crate) record: R,
}

impl<R> Reply<R> {
    /// The fields.
    pub fn record(&self) -> &R {
        &self.record
    }

    /// What it was for.
    pub fn expect(&self) -> &Expect {
        &self.expect
    }
}

impl Reply {
    pub(crate) fn typed<T: From<Record>>(self) -> Reply<T> {
        Reply { expect: self.expect, record: T::from(self.record) }
    }

    /// Matches the reply against your order and says what happened.
    ///
    /// # Errors
    /// 4xxx if it is not your order's; `reply.foreign` if replies of this operation prove nothing.
    pub fn settle(&self, order: &Order) -> Result<Settlement, Error> {
        settle(&self.expect, &self.record, order)
    }
}

pub(crate) fn settle(expect: &Expect, record: &Record, order: &Order) -> Result<Settlement, Error> {
    match expect.operation().settle {
        Some(settle) => Ok(settle(expect, record, order)?),
        None => {
            let why = alloc::format!("a reply to {} proves nothing", expect.operation().name);
            Err(Fault::new(Code::ReplyForeign, "").with_limit(why).into())
        }
    }
}

impl<R> Deref for Reply<R> {
    type Target = R;
    fn deref(&self) -> &R {
        &self.record
    }
}
