//! What a record may hold: the tables, and the one validator of input.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use super::url::url_fault;
use super::{Names, Record, Value};
use crate::error::{Code, Error, Fault};
use crate::json;
use crate::money::{self, Figure};

/// A record's table.
#[derive(Debug)]
pub struct Shape {
    /// The type's name in every language, such as `CreatePayment`.
    pub name: &'static str,
    /// What it is, as its documentation says (empty without the feature `describe`).
    pub doc: &'static [&'static str],
    /// Its fields, in the gateway's order.
    pub fields: &'static [Field],
}

/// One field of a record.
#[derive(Debug)]
pub struct Field {
    /// The name in the vocabulary, in snake case.
    pub name: &'static str,
    /// The gateway's own name for it.
    pub wire: &'static str,
    /// What it holds.
    pub kind: Kind,
    /// Whether it has to be there.
    pub need: bool,
    /// Whether it is kept out of every print, log and JSON.
    pub secret: bool,
    /// What it is, as its documentation says (empty without the feature `describe`).
    pub doc: &'static [&'static str],
}

/// What a field holds.
#[derive(Debug, Clone, Copy)]
pub enum Kind {
    /// Text within bounds.
    Text(Text),
    /// Exact decimal text. Integers are accepted on the way in; floats never.
    Amount,
    /// A whole number from the first to the second bound. By reference: the tables have few of them, and every field
    /// would be twice as large.
    Count(&'static (i64, i64)),
    /// True or false.
    Flag,
    /// One of a few names. On the way in others are refused, on the way out they are kept as they came.
    Choice(&'static Choice),
    /// A JSON object of the caller's own.
    Map,
    /// A list of texts.
    Texts,
    /// Text or a map: a name of something known, or the thing itself.
    TextOrMap,
    /// A record within the record: a map of that table's names and values.
    Record(&'static Shape),
    /// A list of such records, at least one.
    Records(&'static Shape),
    /// Whatever the gateway sent there, kept as it is.
    Any,
}

/// A closed list of names with what the gateway calls them.
#[derive(Debug)]
pub struct Choice {
    /// The type's name.
    pub name: &'static str,
    /// What it is (empty without the feature `describe`).
    pub doc: &'static [&'static str],
    /// Name and the gateway's word.
    pub options: &'static [(&'static str, &'static str)],
}

impl Choice {
    /// The gateway's word for a name.
    pub(crate) fn wire(&self, name: &str) -> &'static str {
        self.options.iter().find(|option| option.0 == name).map_or("", |option| option.1)
    }

    /// The name for what the gateway sent, in any letter case.
    pub(crate) fn name_of(&self, wire: &str) -> Option<&'static str> {
        self.options.iter().find(|option| option.1.eq_ignore_ascii_case(wire)).map(|option| option.0)
    }

    fn names(&self) -> String {
        self.options.iter().map(|option| option.0).collect::<Vec<_>>().join(", ")
    }
}

/// Bounds of a text: sizes count Unicode characters, in URLs and e-mail addresses bytes.
#[derive(Debug, Clone, Copy)]
pub struct Text {
    /// The least number of characters.
    pub min: usize,
    /// The greatest number of characters.
    pub max: usize,
    /// Which characters it may have.
    pub alphabet: Alphabet,
}

/// Which characters a text may have. Only `Raw` allows control characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Alphabet {
    /// Any but control characters.
    Line,
    /// `0-9`.
    Digits,
    /// `0-9A-Fa-f`.
    Hex,
    /// `A-Z`.
    Upper,
    /// `A-Za-z`.
    Letters,
    /// Visible ASCII without spaces.
    Visible,
    /// An absolute http or https URL of visible ASCII, without a fragment.
    Url,
    /// `name@host`.
    Email,
    /// A time in a gateway's own form, which is any text. What its server sends for no time is nothing.
    Time,
    /// One segment of a URL's path: not empty, not `.` or `..`.
    Segment,
    /// Anything at all, for what came over the wire.
    Raw,
}

impl Text {
    /// A line of text without bounds to speak of.
    pub const LINE: Self = Self { min: 1, max: 4096, alphabet: Alphabet::Line };
    /// Text as it came over the wire, whatever is in it. Skins take bytes for it, too.
    pub const RAW: Self = Self { min: 0, max: 1 << 20, alphabet: Alphabet::Raw };
    /// A time that a gateway tells.
    pub const TIME: Self = Self { alphabet: Alphabet::Time, ..Self::LINE };
    /// A three-letter currency.
    pub const CURRENCY: Self = Self { min: 3, max: 3, alphabet: Alphabet::Upper };
    /// An absolute URL.
    pub const URL: Self = Self { min: 1, max: 2048, alphabet: Alphabet::Url };
    /// An e-mail address of at most 80 bytes.
    pub const EMAIL: Self = Self { min: 1, max: 80, alphabet: Alphabet::Email };
    /// An identifier that becomes a segment of the path.
    pub const SEGMENT: Self = Self { min: 1, max: 128, alphabet: Alphabet::Segment };

    /// Checks a text against these bounds; `None` if it is fine.
    pub(crate) fn fault(&self, field: &'static str, text: &str) -> Option<Fault> {
        let fault = |code| Fault::new(code, field);
        let (raw, is_ascii) = (self.alphabet == Alphabet::Raw, text.is_ascii());
        if !raw && (text.bytes().any(|b| b.is_ascii_control()) || (!is_ascii && text.contains(is_c1))) {
            return Some(fault(Code::TextControl));
        }
        let (size, unit) = match self.alphabet {
            Alphabet::Url | Alphabet::Email => (text.len(), "bytes"),
            _ if is_ascii => (text.len(), "characters"),
            _ => (text.chars().count(), "characters"),
        };
        if size < self.min {
            let unit = if self.min == 1 { unit.trim_end_matches('s') } else { unit };
            return Some(fault(Code::TextTooShort).with_limit(format!("{} {unit}", self.min)));
        }
        if size > self.max {
            return Some(fault(Code::TextTooLong).with_limit(format!("{} {unit}, not {size}", self.max)));
        }
        let only = |allowed: fn(&u8) -> bool, limit: &'static str| {
            (!text.as_bytes().iter().all(allowed)).then(|| fault(Code::TextCharacters).with_limit(limit))
        };
        match self.alphabet {
            Alphabet::Line | Alphabet::Raw | Alphabet::Time => None,
            Alphabet::Digits => only(u8::is_ascii_digit, "the digits 0-9 only"),
            Alphabet::Hex => only(u8::is_ascii_hexdigit, "hex digits only"),
            Alphabet::Upper => only(u8::is_ascii_uppercase, "the letters A-Z only, in upper case"),
            Alphabet::Letters => only(u8::is_ascii_alphabetic, "the letters A-Z and a-z only"),
            Alphabet::Visible => only(u8::is_ascii_graphic, "ASCII without spaces"),
            Alphabet::Url => url_fault(text, &["http", "https"]).map(|why| fault(Code::UrlInvalid).with_limit(why)),
            Alphabet::Email => (!is_email(text)).then(|| fault(Code::EmailInvalid)),
            Alphabet::Segment => {
                matches!(text, "." | "..").then(|| fault(Code::TextCharacters).with_limit("an identifier, not a path"))
            }
        }
    }
}

fn is_c1(c: char) -> bool {
    ('\u{80}'..='\u{9f}').contains(&c)
}

fn is_email(text: &str) -> bool {
    let Some((name, host)) = text.rsplit_once('@') else { return false };
    let plain = |part: &str| {
        !part.is_empty() && !part.contains(['@', ',', ';', '<', '>']) && !part.contains(char::is_whitespace)
    };
    plain(name) && plain(host)
}

/// Where a field of this name stands, for names that are known when compiling.
pub(crate) const fn position(fields: &[Field], name: &str) -> usize {
    let (mut rest, mut at) = (fields, 0);
    while let [field, tail @ ..] = rest {
        if same(field.name.as_bytes(), name.as_bytes()) {
            return at;
        }
        (rest, at) = (tail, at + 1);
    }
    at
}

const fn same(mut a: &[u8], mut b: &[u8]) -> bool {
    while let ([x, a_rest @ ..], [y, b_rest @ ..]) = (a, b) {
        if *x != *y {
            return false;
        }
        (a, b) = (a_rest, b_rest);
    }
    a.is_empty() && b.is_empty()
}

impl Shape {
    /// Where a field stands, by the table's name.
    pub fn position(&self, name: &str) -> Option<usize> {
        self.fields.iter().position(|field| field.name == name)
    }

    /// Where a field stands, by the caller's spelling.
    pub fn position_as(&self, names: Names, given: &str) -> Option<usize> {
        self.fields.iter().position(|field| names.matches(field.name, given))
    }

    /// The fault for a name this record doesn't have, with the likely meant one.
    pub fn unknown(&self, names: Names, given: &str) -> Fault {
        let nearest = self
            .fields
            .iter()
            .map(|field| names.spell(field.name))
            .map(|name| (distance(&name.to_ascii_lowercase(), &given.to_ascii_lowercase().replace('_', "")), name))
            .min_by_key(|(distance, _)| *distance);
        let limit = match nearest {
            Some((distance, name)) if distance <= 2 => format!(": did you mean {name}?"),
            _ => format!(
                " ({} has {}).",
                self.name,
                self.fields.iter().map(|f| names.spell(f.name)).collect::<Vec<_>>().join(", ")
            ),
        };
        Fault::new(Code::FieldUnknown, String::from(given)).with_limit(limit)
    }
}

impl Shape {
    /// Refuses input with faults, in the table's order. About one value only the first fault is told: a second
    /// would only confuse. A profile is large enough to be wrong in several places. What is wrong within a record
    /// within, such as `products.0.price`, is about that field.
    pub(crate) fn refuse(&self, faults: Vec<Fault>) -> Result<(), Error> {
        let place = |fault: &Fault| self.position(own_name(fault)).unwrap_or(self.fields.len());
        // By hand: the library's sort would be 7 kB of the WebAssembly.
        let mut sorted: Vec<Fault> = Vec::with_capacity(faults.len());
        for fault in faults {
            let at = sorted.iter().rposition(|earlier| place(earlier) <= place(&fault)).map_or(0, |at| at + 1);
            sorted.insert(at, fault);
        }
        let mut told: Vec<Fault> = Vec::new();
        for fault in sorted {
            let same = told.iter().find(|earlier| own_name(earlier) == own_name(&fault) && !fault.field().is_empty());
            let several = |earlier: &Fault| earlier.code() == Code::ProfileInvalid && earlier.limit() != fault.limit();
            if same.is_none_or(|earlier| earlier.code() == fault.code() && several(earlier)) {
                told.push(fault);
            }
        }
        if told.is_empty() { Ok(()) } else { Err(Error::many(told)) }
    }
}

fn own_name(fault: &Fault) -> &str {
    fault.field().split('.').next().unwrap_or("")
}

/// Edit distance, for names as short as ours.
fn distance(a: &str, b: &str) -> usize {
    if a.len().abs_diff(b.len()) > 2 {
        return usize::MAX;
    }
    let b: Vec<char> = b.chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, ca) in a.chars().enumerate() {
        let mut diagonal = core::mem::replace(row.first_mut().unwrap_or(&mut 0), i + 1);
        let mut left = i + 1;
        for (cell, cb) in row.iter_mut().skip(1).zip(&b) {
            let substituted = diagonal + usize::from(ca != *cb);
            diagonal = *cell;
            left = substituted.min(*cell + 1).min(left + 1);
            *cell = left;
        }
    }
    row.last().copied().unwrap_or(0)
}

impl Record {
    /// Checks input against its table; every fault is collected. A valid value is put in its one form.
    pub(crate) fn faults(&mut self) -> Vec<Fault> {
        let shape = self.shape();
        let mut faults = Vec::new();
        for (field, value) in shape.fields.iter().zip(self.values_mut()) {
            match value {
                Value::Null if field.need => faults.push(Fault::new(Code::FieldMissing, field.name)),
                Value::Null => {}
                _ => faults.extend(field.fault(value)),
            }
        }
        if let (Some(amount), Some(currency)) = (self.text("amount"), self.text("currency"))
            && let Ok(figure) = Figure::parse(amount, "amount")
        {
            if figure.is_zero() {
                faults.push(Fault::new(Code::AmountNotPositive, "amount"));
            }
            faults.extend(money::check_currency(amount, figure, currency, self.flag("allow_fraction")));
        }
        faults
    }
}

/// How deep and how large a map of the caller's own may be: a gateway that echoes it in a reply of its own, with
/// every character escaped, still sends what can be read.
const DEEPEST_MAP: usize = 16;
const LARGEST_MAP: usize = 64 << 10;

/// What a map of the caller's own can't hold: numbers that are none (NaN), and too much nesting.
fn map_fault(field: &'static str, value: &Value, depth: usize) -> Option<Fault> {
    let inner = |value: &Value| map_fault(field, value, depth.saturating_sub(1));
    match value {
        Value::Map(_) | Value::List(_) if depth == 0 => {
            Some(Fault::new(Code::InputTooDeep, field).with_limit(format!("{DEEPEST_MAP}")))
        }
        Value::Map(map) => map.iter().find_map(|(_, value)| inner(value)),
        Value::List(items) => items.iter().find_map(inner),
        Value::Number(number) if !json::is_number(number) => {
            Some(Fault::new(Code::FieldType, field).with_limit("numbers that JSON can hold (not NaN or infinity)"))
        }
        _ => None,
    }
}

impl Field {
    fn fault(&self, value: &mut Value) -> Option<Fault> {
        let wrong = |expected: &'static str| Some(Fault::new(Code::FieldType, self.name).with_limit(expected));
        match (&self.kind, &*value) {
            (Kind::Text(bounds), Value::Text(text)) => bounds.fault(self.name, text),
            (Kind::Text(_), _) => wrong("text"),
            (Kind::Amount, Value::Text(text)) => Figure::parse(text, self.name).err(),
            (Kind::Amount, Value::Number(number)) => {
                if number.bytes().any(|b| !b.is_ascii_digit() && b != b'-') {
                    return Some(Fault::new(Code::AmountFloat, self.name));
                }
                let fault = Figure::parse(number, self.name).err();
                *value = Value::text(number);
                fault
            }
            (Kind::Amount, _) => wrong("decimal text, such as \"25000\""),
            (Kind::Count((least, most)), Value::Number(number)) => match number.parse::<i64>() {
                Ok(count) if (*least..=*most).contains(&count) => {
                    *value = Value::from(count);
                    None
                }
                _ => Some(
                    Fault::new(Code::NumberRange, self.name)
                        .with_limit(format!("a whole number from {least} to {most}")),
                ),
            },
            (Kind::Count(..), _) => wrong("a whole number"),
            (Kind::Flag, Value::Flag(_)) => None,
            (Kind::Flag, _) => wrong("true or false"),
            (Kind::Choice(choice), Value::Text(text)) => {
                (!choice.options.iter().any(|option| option.0 == text.as_str()))
                    .then(|| Fault::new(Code::ChoiceUnknown, self.name).with_limit(choice.names()))
            }
            (Kind::Choice(_), _) => wrong("text"),
            (Kind::Map | Kind::TextOrMap, map @ Value::Map(_)) => {
                let is_long = || json::to_text(map).len() > LARGEST_MAP;
                map_fault(self.name, map, DEEPEST_MAP)
                    .or_else(|| is_long().then(|| Fault::new(Code::InputTooLarge, self.name).with_limit("64 KiB")))
            }
            (Kind::Map, _) => wrong("a map of names and values"),
            (Kind::TextOrMap, Value::Text(_)) => None,
            (Kind::TextOrMap, _) => wrong("text or a map"),
            (Kind::Texts, Value::List(items)) => {
                if items.iter().all(|item| matches!(item, Value::Text(_))) {
                    None
                } else {
                    wrong("a list of texts")
                }
            }
            (Kind::Texts, _) => wrong("a list of texts"),
            (Kind::Record(_) | Kind::Records(_), _) => self.nested_fault(value),
            (Kind::Any, _) => None,
        }
    }
}
