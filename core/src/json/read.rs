//! Reading JSON: an own reader, because three things are needed at once that no small reader offers: numbers stay text,
//! keys that come twice are seen, and nesting and size are bounded.

use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::Vec;

use crate::error::{Code, Fault};
use crate::record::Value;

/// What is read at most: 1 MiB.
pub(crate) const MAX_BYTES: usize = 1 << 20;
/// How deeply objects and lists may stand in one another.
pub(crate) const MAX_DEPTH: usize = 32;

/// Why a text could not be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Trouble {
    TooLarge,
    TooDeep,
    NotUtf8,
    /// Not JSON, at this byte.
    Syntax(usize),
    NotObject,
}

impl Trouble {
    /// As a fault of something the gateway sent.
    pub(crate) fn in_reply(self) -> Fault {
        match self {
            Self::TooLarge => Fault::new(Code::ReplyTooLarge, "").with_limit("1 MiB"),
            Self::TooDeep => Fault::new(Code::ReplyTooDeep, "").with_limit("32"),
            Self::NotUtf8 => Fault::new(Code::ReplyNotUtf8, ""),
            Self::Syntax(at) => Fault::new(Code::ReplyNotJson, "").with_limit(alloc::format!("{at}")),
            Self::NotObject => Fault::new(Code::ReplyNotObject, ""),
        }
    }

    /// As a fault of something the caller gave.
    pub(crate) fn in_input(self, field: &'static str) -> Fault {
        match self {
            Self::TooLarge => Fault::new(Code::InputTooLarge, field).with_limit("1 MiB"),
            Self::TooDeep => Fault::new(Code::InputTooDeep, field).with_limit("32"),
            Self::NotUtf8 => Fault::new(Code::InputSyntax, field).with_limit("it is not UTF-8"),
            Self::Syntax(at) => {
                Fault::new(Code::InputSyntax, field).with_limit(alloc::format!("not JSON at byte {at}"))
            }
            Self::NotObject => Fault::new(Code::InputSyntax, field).with_limit("not an object"),
        }
    }
}

/// Reads a whole document.
pub(crate) fn read(bytes: &[u8]) -> Result<Value, Trouble> {
    let mut reader = Reader::new(bytes)?;
    let value = reader.value()?;
    reader.end()?;
    Ok(value)
}

/// Reads an object, giving each key and its value to `entry`.
pub(crate) fn read_object<'a>(bytes: &'a [u8], mut entry: impl FnMut(Cow<'a, str>, Value)) -> Result<(), Trouble> {
    let mut reader = Reader::new(bytes)?;
    if reader.peek() != Some(b'{') {
        // A list or a number is JSON all the same; anything else gets its own error.
        reader.value()?;
        reader.end()?;
        return Err(Trouble::NotObject);
    }
    reader.enter()?;
    let mut first = true;
    while let Some(key) = reader.key(&mut first)? {
        entry(key, reader.value()?);
    }
    reader.end()
}

/// A position in a JSON text.
struct Reader<'a> {
    text: &'a str,
    at: usize,
    depth: usize,
}

impl<'a> Reader<'a> {
    fn new(bytes: &'a [u8]) -> Result<Self, Trouble> {
        if bytes.len() > MAX_BYTES {
            return Err(Trouble::TooLarge);
        }
        let text = core::str::from_utf8(bytes).map_err(|_| Trouble::NotUtf8)?;
        let mut reader = Self { text, at: 0, depth: 0 };
        reader.space();
        Ok(reader)
    }

    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn wrong<T>(&self) -> Result<T, Trouble> {
        Err(Trouble::Syntax(self.at))
    }

    fn space(&mut self) {
        while let Some(b' ' | b'\n' | b'\r' | b'\t') = self.peek() {
            self.at += 1;
        }
    }

    fn take(&mut self, byte: u8) -> bool {
        let found = self.peek() == Some(byte);
        self.at += usize::from(found);
        found
    }

    fn end(&mut self) -> Result<(), Trouble> {
        self.space();
        if self.at == self.text.len() { Ok(()) } else { self.wrong() }
    }

    fn word(&mut self, word: &str, value: Value) -> Result<Value, Trouble> {
        let rest = self.text.get(self.at..).unwrap_or("");
        if !rest.starts_with(word) {
            return self.wrong();
        }
        self.at += word.len();
        Ok(value)
    }

    /// Reads any value.
    fn value(&mut self) -> Result<Value, Trouble> {
        match self.peek() {
            Some(b'"') => Ok(Value::Text(self.string()?.into_owned())),
            Some(b'{') => self.map(),
            Some(b'[') => self.list(),
            Some(b't') => self.word("true", Value::Flag(true)),
            Some(b'f') => self.word("false", Value::Flag(false)),
            Some(b'n') => self.word("null", Value::Null),
            _ => Ok(Value::Number(String::from(self.number()?))),
        }
    }

    fn enter(&mut self) -> Result<(), Trouble> {
        self.at += 1;
        self.depth += 1;
        if self.depth > MAX_DEPTH {
            return Err(Trouble::TooDeep);
        }
        self.space();
        Ok(())
    }

    fn list(&mut self) -> Result<Value, Trouble> {
        self.enter()?;
        let mut items = Vec::new();
        if !self.take(b']') {
            loop {
                items.push(self.value()?);
                self.space();
                if self.take(b']') {
                    break;
                }
                if !self.take(b',') {
                    return self.wrong();
                }
                self.space();
            }
        }
        self.depth -= 1;
        Ok(Value::List(items))
    }

    fn map(&mut self) -> Result<Value, Trouble> {
        self.enter()?;
        let (mut map, mut first) = (Vec::new(), true);
        while let Some(key) = self.key(&mut first)? {
            map.push((key.into_owned(), self.value()?));
        }
        Ok(Value::Map(map))
    }

    /// The next key of an object, or its end; `first` before the first one. The key's value has to be read next.
    fn key(&mut self, first: &mut bool) -> Result<Option<Cow<'a, str>>, Trouble> {
        self.space();
        if self.take(b'}') {
            self.depth -= 1;
            return Ok(None);
        }
        if !core::mem::take(first) {
            if !self.take(b',') {
                return self.wrong();
            }
            self.space();
        }
        if self.peek() != Some(b'"') {
            return self.wrong();
        }
        let key = self.string()?;
        self.space();
        if !self.take(b':') {
            return self.wrong();
        }
        self.space();
        Ok(Some(key))
    }

    fn digits(&mut self) -> Result<(), Trouble> {
        let start = self.at;
        while let Some(b'0'..=b'9') = self.peek() {
            self.at += 1;
        }
        if self.at == start { self.wrong() } else { Ok(()) }
    }

    fn number(&mut self) -> Result<&'a str, Trouble> {
        let start = self.at;
        self.take(b'-');
        if !self.take(b'0') {
            self.digits()?;
        }
        if self.take(b'.') {
            self.digits()?;
        }
        if self.take(b'e') || self.take(b'E') {
            let _sign = self.take(b'+') || self.take(b'-');
            self.digits()?;
        }
        Ok(self.text.get(start..self.at).unwrap_or(""))
    }

    /// Goes on to the end of a run of plain text, and gives it; to the document's end if nothing ends it.
    fn plain(&mut self) -> Option<&'a str> {
        let start = self.at;
        let run = plain_run(self.text.as_bytes().get(start..)?);
        self.at = run.map_or(self.text.len(), |run| start + run);
        self.text.get(start..self.at).filter(|_| run.is_some())
    }

    /// Reads a string; it is borrowed unless it has escapes.
    fn string(&mut self) -> Result<Cow<'a, str>, Trouble> {
        self.at += 1;
        match self.plain() {
            Some(plain) if self.take(b'"') => Ok(Cow::Borrowed(plain)),
            Some(plain) => self.escaped(plain).map(Cow::Owned),
            None => self.wrong(),
        }
    }

    /// Reads on behind what comes before the first escape.
    #[inline(never)]
    fn escaped(&mut self, plain: &str) -> Result<String, Trouble> {
        let mut text = String::from(plain);
        while !self.take(b'"') {
            if !self.take(b'\\') {
                return self.wrong();
            }
            let c = self.escape()?;
            text.push(c);
            let Some(plain) = self.plain() else { return self.wrong() };
            text.push_str(plain);
        }
        Ok(text)
    }

    fn escape(&mut self) -> Result<char, Trouble> {
        let c = match self.peek() {
            Some(b'"') => '"',
            Some(b'\\') => '\\',
            Some(b'/') => '/',
            Some(b'b') => '\u{8}',
            Some(b'f') => '\u{c}',
            Some(b'n') => '\n',
            Some(b'r') => '\r',
            Some(b't') => '\t',
            Some(b'u') => {
                self.at += 1;
                return self.unicode();
            }
            _ => return self.wrong(),
        };
        self.at += 1;
        Ok(c)
    }

    fn hex4(&mut self) -> Result<u32, Trouble> {
        let digits = self.text.get(self.at..self.at + 4).filter(|d| d.bytes().all(|b| b.is_ascii_hexdigit()));
        let Some(unit) = digits.and_then(|d| u32::from_str_radix(d, 16).ok()) else { return self.wrong() };
        self.at += 4;
        Ok(unit)
    }

    /// A `\u` escape; half a surrogate pair is not text.
    fn unicode(&mut self) -> Result<char, Trouble> {
        let high = self.hex4()?;
        let point = if (0xd800..0xdc00).contains(&high) {
            if !(self.take(b'\\') && self.take(b'u')) {
                return self.wrong();
            }
            let low = self.hex4()?;
            if !(0xdc00..0xe000).contains(&low) {
                return self.wrong();
            }
            0x10000 + ((high - 0xd800) << 10) + (low - 0xdc00)
        } else {
            high
        };
        char::from_u32(point).map_or_else(|| self.wrong(), Ok)
    }
}

/// Whether a text is one JSON number and nothing else.
pub(crate) fn is_number(text: &str) -> bool {
    let starts = text.starts_with(|c: char| c == '-' || c.is_ascii_digit());
    starts && matches!(read(text.as_bytes()), Ok(Value::Number(number)) if number == text)
}

/// How many bytes come before the first that ends a run of plain text: a quote, a backslash or a control.
/// Eight bytes at a time: strings are most of a message.
pub(super) fn plain_run(bytes: &[u8]) -> Option<usize> {
    const ONES: u64 = u64::from_ne_bytes([1; 8]);
    const HIGHS: u64 = ONES << 7;
    // The high bit of each byte that is less than `least`; above the first such byte others may be set too.
    let below = |word: u64, least: u64| word.wrapping_sub(ONES * least) & !word & HIGHS;
    let mut rest = bytes;
    while let Some((word, after)) = rest.split_first_chunk() {
        let word = u64::from_le_bytes(*word);
        // A quote is 0x22: with this bit turned it comes after the controls, before everything else.
        let found = below(word ^ (ONES * 2), 0x21) | below(word ^ (ONES * b'\\' as u64), 1);
        if found != 0 {
            return Some(bytes.len() - rest.len() + found.trailing_zeros() as usize / 8);
        }
        rest = after;
    }
    let at = rest.iter().position(|b| matches!(b, b'"' | b'\\' | 0..0x20))?;
    Some(bytes.len() - rest.len() + at)
}
