//! What a reply must be for, and what an answer says before it is read.

use alloc::string::{String, ToString};
use alloc::sync::Arc;
use alloc::vec::Vec;

use crate::call::{Operation, Reply};
use crate::error::{Code, Error, Fault};
use crate::fault::is_plain;
use crate::gateway::GatewayKind;
use crate::json;
use crate::record::Value;

/// What came back over HTTP.
#[derive(Clone, Copy)]
pub struct Answer<'a> {
    /// The HTTP status.
    pub status: u16,
    /// The `Content-Type` header; empty if unknown.
    pub content_type: &'a str,
    /// The body as it came.
    pub body: &'a [u8],
}

/// What a reply must be for: plain data without secrets.
#[derive(Debug, Clone)]
pub struct Expect(Arc<Expected>);

#[derive(Debug)]
struct Expected {
    operation: &'static Operation,
    environment: &'static str,
    merchant: Arc<str>,
    known: Vec<(&'static str, String)>,
}

/// What a call may know about its reply in advance.
const KNOWN: &[&str] = &[
    "payment_id",
    "pay_page",
    "order_id",
    "limit",
    "columns",
    "trtype",
    "rrn",
    "int_ref",
    "amount",
    "max_fee",
    "signed",
    "transaction_no",
    "expires_at",
    "refresh_at",
    "completed_is_paid",
    "foreign_currency",
];

impl Expect {
    pub(crate) fn new(
        operation: &'static Operation,
        environment: &'static str,
        merchant: Arc<str>,
        known: Vec<(&'static str, String)>,
    ) -> Self {
        Self(Arc::new(Expected { operation, environment, merchant, known }))
    }

    /// The operation.
    pub fn operation(&self) -> &'static Operation {
        self.0.operation
    }

    /// `test` or `production`.
    pub fn environment(&self) -> &'static str {
        self.0.environment
    }

    /// Whose call it was: the client id, merchant or terminal.
    pub fn merchant(&self) -> &str {
        &self.0.merchant
    }

    /// What every replay key of this gateway, environment and merchant begins with.
    pub(crate) fn replay_scope(&self) -> String {
        let mut scope = String::from(self.0.operation.gateway().name());
        crate::gateway::push_segment(&mut scope, self.0.environment);
        crate::gateway::push_segment(&mut scope, &self.0.merchant);
        scope
    }

    pub(crate) fn known(&self, name: &str) -> &str {
        self.0.known.iter().find(|known| known.0 == name).map_or("", |known| &known.1)
    }

    /// As JSON text, to be kept beside your order or in a queue.
    pub fn to_json(&self) -> String {
        let mut out = String::with_capacity(256);
        let mut object = json::Object::new(&mut out);
        json::write_text(object.name("gateway"), self.0.operation.gateway().name());
        json::write_text(object.name("operation"), self.0.operation.name);
        json::write_text(object.name("environment"), self.0.environment);
        json::write_text(object.name("merchant"), &self.0.merchant);
        let mut known = json::Object::new(object.name("known"));
        for (name, value) in &self.0.known {
            json::write_text(known.name(name), value);
        }
        known.end();
        object.end();
        out
    }

    /// Reads what [`Expect::to_json`] wrote.
    ///
    /// # Errors
    /// `record.invalid` if it is something else.
    pub fn from_json(text: &str) -> Result<Self, Error> {
        let invalid = |why: &'static str| Fault::new(Code::RecordInvalid, "expect").with_limit(why);
        let Ok(Value::Map(map)) = json::read(text.as_bytes()) else { return Err(invalid("not an object").into()) };
        let field = |name: &str| map.iter().find(|(key, _)| key == name).map(|(_, value)| value);
        let text = |name: &str| field(name).and_then(Value::as_text);
        let gateway = text("gateway").and_then(GatewayKind::from_name).ok_or_else(|| invalid("gateway"))?;
        let operation = text("operation")
            .and_then(|name| crate::registry::find(gateway, name))
            .ok_or_else(|| invalid("operation"))?;
        let environment = match text("environment") {
            Some("test") => "test",
            Some("production") => "production",
            _ => return Err(invalid("environment").into()),
        };
        let mut known = Vec::new();
        let given = match field("known") {
            Some(Value::Map(given)) => given.as_slice(),
            // PHP has one kind of array: an empty map comes back as an empty list.
            Some(Value::List(items)) if items.is_empty() => &[],
            _ => return Err(invalid("known").into()),
        };
        for (name, value) in given {
            let name = KNOWN.iter().find(|known| **known == name.as_str());
            let (Some(name), Some(value)) = (name, value.as_text()) else { return Err(invalid("known").into()) };
            known.push((*name, value.to_string()));
        }
        let merchant = text("merchant").ok_or_else(|| invalid("merchant"))?;
        Ok(Self::new(operation, environment, merchant.into(), known))
    }

    /// Reads a reply to the call this came from.
    ///
    /// # Errors
    /// As [`crate::Call::parse`].
    pub fn parse(&self, answer: Answer<'_>) -> Result<Reply, Error> {
        let status = answer.status;
        let operation = self.0.operation;
        if !(200..300).contains(&status) {
            return Err(self.refusal(answer));
        }
        match (operation.read)(self, answer) {
            Ok(record) => Ok(Reply { expect: self.clone(), record }),
            Err(fault) => {
                let is_unreadable = fault.code().range() == crate::error::Range::Reply;
                let mut error = Error::from(fault).with_status(status);
                if is_unreadable && !operation.takes_secret() {
                    error = error.with_gateway(String::new(), snippet(answer, &self.ids()), String::new());
                }
                Err(error.with_retry(operation.unknown(), operation.look_up))
            }
        }
    }

    /// What a status outside 2xx says.
    fn refusal(&self, answer: Answer<'_>) -> Error {
        let operation = self.0.operation;
        let status = answer.status;
        let fault = |code| Fault::new(code, "").with_limit(status.to_string());
        let fault = match status {
            300..400 => fault(Code::ReplyRedirect),
            401 | 403 if operation.takes_token() => fault(Code::GatewayTokenRefused),
            401 | 403 => fault(Code::GatewayUnauthorized),
            404 => fault(Code::GatewayNotFound),
            408 | 425 | 429 | 500..600 => fault(Code::GatewayUnavailable),
            400..500 => fault(Code::GatewayRefused),
            _ => fault(Code::ReplyUnexpectedStatus),
        };
        let mut error = Error::from(fault).with_status(status);
        // What was sent may come back: an address with a token in it, or a card.
        if !operation.takes_secret() {
            let (code, message, reference) = gateway_words(answer, &self.ids());
            error = error.with_gateway(code, message, reference);
        }
        error.with_retry(operation.after(status), operation.look_up)
    }

    /// What the call names: a gateway that repeats it tells nothing new.
    fn ids(&self) -> [&str; 3] {
        ["order_id", "payment_id", "transaction_no"].map(|name| self.known(name))
    }
}

/// The gateway's code, words and reference, under whichever names it uses; else a snippet of the body. Of what could be
/// a key only `ids` are shown.
pub(crate) fn gateway_words(answer: Answer<'_>, ids: &[&str]) -> (String, String, String) {
    let Ok(Value::Map(map)) = json::read(answer.body) else {
        return (String::new(), snippet(answer, ids), String::new());
    };
    let first = |names: &[&str]| {
        let mut texts =
            map.iter().filter(|(key, _)| names.contains(&key.as_str())).filter_map(|(_, value)| match value {
                Value::Text(text) | Value::Number(text) => Some(text.as_str()),
                _ => None,
            });
        texts.next().unwrap_or_default()
    };
    let words = said(first(&["err", "error", "message", "detail", "title", "MESSAGE"]), ids);
    (said(first(&["error_code", "RC"]), ids), words, shorten(first(&["reference_code"])))
}

/// The words of a body that can't be read, for a person: a page without its tags (an address in one may hold a
/// token), or plain text. What could be data, from whichever character on, isn't shown; nor is anything but a page of
/// an answer that says it succeeded, since that may be a bare token.
fn snippet(answer: Answer<'_>, ids: &[&str]) -> String {
    let start = answer.body.get(..2000).unwrap_or(answer.body);
    let text = match core::str::from_utf8(start) {
        Ok(text) => text,
        Err(end) => core::str::from_utf8(start.get(..end.valid_up_to()).unwrap_or(&[])).unwrap_or(""),
    };
    if (200..300).contains(&answer.status) && !is_page(text) {
        return String::new();
    }
    let is_data = |c: char| matches!(c, '{' | '}' | '"' | '=');
    if !text.trim_start().starts_with('<') {
        // Lines of separated values are a table.
        let is_table = text.contains([',', ';', '\t']) && text.trim_ascii().contains(['\n', '\r']);
        return if is_table || text.contains(is_data) { String::new() } else { said(text, ids) };
    }
    // What stands before each `<` and behind the `>` of the last tag.
    let words: Vec<&str> = text.split('<').filter_map(|tag| Some(tag.split_once('>')?.1)).collect();
    said(words.join(" ").split(is_data).next().unwrap_or(""), ids)
}

/// Whether it says that it is HTML: other tags may stand around data.
fn is_page(text: &str) -> bool {
    let text = text.trim_start();
    let begins = |tag: &&str| text.get(..tag.len()).is_some_and(|start| start.eq_ignore_ascii_case(tag));
    ["<!doctype html", "<html"].iter().any(begins)
}

/// What the gateway says, without what could be a key or a token that it repeats; `ids` are none.
fn said(text: &str, ids: &[&str]) -> String {
    let words = text.split(char::is_whitespace).map(|word| if could_be_a_key(word, ids) { "…" } else { word });
    shorten(&words.collect::<Vec<_>>().join(" "))
}

/// Whether it has letters and digits in a row as only keys, tokens and ids have them.
fn could_be_a_key(word: &str, ids: &[&str]) -> bool {
    let mut runs = word.split(|c: char| !c.is_ascii_alphanumeric() && !matches!(c, '-' | '_' | '+'));
    runs.any(|run| {
        let count = |what: fn(&u8) -> bool| run.bytes().filter(what).count();
        run.len() >= KEY_LENGTH
            && count(u8::is_ascii_digit) > 0
            && count(u8::is_ascii_alphabetic) > 1
            && !run.split('_').all(is_ordinary)
            && !ids.iter().any(|id| id.contains(run))
    })
}

/// Whether a part of a name in snake case is what such names are made of: letters, a number, or `3DS` and `OAUTH2`.
fn is_ordinary(part: &str) -> bool {
    let is = |text: &str, what: fn(&u8) -> bool| text.as_bytes().iter().all(what);
    let word = if part.len() < 8 { part.trim_matches(|c: char| c.is_ascii_digit()) } else { part };
    is(word, u8::is_ascii_alphabetic) || is(part, u8::is_ascii_digit)
}

/// How long what could be a key is: as long as the shortest key in use. `2026-11-20T13` of a time is shorter.
const KEY_LENGTH: usize = 16;

/// At most 200 characters, without control characters and what could be an address (which may hold a token) or a card
/// number.
fn shorten(text: &str) -> String {
    let mut words = String::new();
    for word in text.split(|c: char| c.is_whitespace() || !is_plain(c)) {
        if word.is_empty() || word.contains('/') {
            continue;
        }
        if !words.is_empty() {
            words.push(' ');
        }
        words.push_str(word);
    }
    let out = without_numbers(&words);
    if out.chars().count() > 200 { out.chars().take(200).chain(['…']).collect() } else { out }
}

/// How many digits could be a card's.
const CARD_DIGITS: usize = 12;

/// Puts `…` where there are as many digits as a card has, whatever stands between them.
fn without_numbers(text: &str) -> String {
    let is_digit = |c: char| matches!(c, '0'..='9' | '\u{660}'..='\u{669}' | '\u{6f0}'..='\u{6f9}');
    // The last are the dashes and spaces of print, invisible ones among them.
    let is_between = |c: char| matches!(c, ' ' | '-' | '.' | '\u{ad}' | '\u{2000}'..='\u{206f}');
    let mut out = String::with_capacity(text.len());
    // Where the digits stand in what is written, and how many there are.
    let (mut start, mut end, mut digits) = (0, 0, 0);
    let mut chars = text.chars();
    loop {
        let next = chars.next();
        if next.is_none_or(|c| !is_digit(c) && !is_between(c)) {
            if digits >= CARD_DIGITS {
                let rest = out.split_off(end);
                out.truncate(start);
                out.push('…');
                out.push_str(&rest);
            }
            digits = 0;
        }
        let Some(c) = next else { return out };
        if is_digit(c) {
            if digits == 0 {
                start = out.len();
            }
            digits += 1;
            end = out.len() + c.len_utf8();
        }
        out.push(c);
    }
}
