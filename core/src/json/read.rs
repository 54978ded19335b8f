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
            Self::TooLarge => Fault::new(Code::ReplyTooLarge, "").limit("1 MiB"),
            Self::TooDeep => Fault::new(Code::ReplyTooDeep, "").limit("32"),
            Self::NotUtf8 => Fault::new(Code::ReplyNotUtf8, ""),
            Self::Syntax(at) => Fault::new(Code::ReplyNotJson, "").limit(alloc::format!("{at}")),
            Self::NotObject => Fault::new(Code::ReplyNotObject, ""),
        }
    }

    /// As a fault of something the caller gave.
    pub(crate) fn in_input(self, field: &'static str) -> Fault {
        match self {
            Self::TooLarge => Fault::new(Code::InputTooLarge, field).limit("1 MiB"),
            Self::TooDeep => Fault::new(Code::InputTooDeep, field).limit("32"),
            Self::NotUtf8 => Fault::new(Code::InputSyntax, field).limit("it is not UTF-8"),
            Self::Syntax(at) => Fault::new(Code::InputSyntax, field).limit(alloc::format!("not JSON at byte {at}")),
            Self::NotObject => Fault::new(Code::InputSyntax, field).limit("not an object"),
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

/// Reads an object, giving each key and the reader, which stands before the value, to `entry`.
pub(crate) fn read_object<'a>(
    bytes: &'a [u8],
    mut entry: impl FnMut(Cow<'a, str>, &mut Reader<'a>) -> Result<(), Trouble>,
) -> Result<(), Trouble> {
    let mut reader = Reader::new(bytes)?;
    if reader.peek() != Some(b'{') {
        // A list or a number is JSON all the same; anything else gets its own error.
        reader.value()?;
        reader.end()?;
        return Err(Trouble::NotObject);
    }
    reader.object(&mut entry)?;
    reader.end()
}

/// Takes a key; the reader stands before its value.
type Entry<'f, 'a> = dyn FnMut(Cow<'a, str>, &mut Reader<'a>) -> Result<(), Trouble> + 'f;

/// A position in a JSON text.
pub(crate) struct Reader<'a> {
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
    pub(crate) fn value(&mut self) -> Result<Value, Trouble> {
        match self.peek() {
            Some(b'"') => Ok(Value::Text(self.string()?.into_owned())),
            Some(b'{') => {
                let mut map = Vec::new();
                self.object(&mut |key, reader: &mut Self| {
                    map.push((key.into_owned(), reader.value()?));
                    Ok(())
                })?;
                Ok(Value::Map(map))
            }
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

    fn object(&mut self, entry: &mut Entry<'_, 'a>) -> Result<(), Trouble> {
        self.enter()?;
        if !self.take(b'}') {
            loop {
                if self.peek() != Some(b'"') {
                    return self.wrong();
                }
                let key = self.string()?;
                self.space();
                if !self.take(b':') {
                    return self.wrong();
                }
                self.space();
                entry(key, self)?;
                self.space();
                if self.take(b'}') {
                    break;
                }
                if !self.take(b',') {
                    return self.wrong();
                }
                self.space();
            }
        }
        self.depth -= 1;
        Ok(())
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

    /// Reads a string; it is borrowed unless it has escapes.
    fn string(&mut self) -> Result<Cow<'a, str>, Trouble> {
        self.at += 1;
        let start = self.at;
        let mut owned: Option<String> = None;
        let mut from = start;
        loop {
            let rest = self.text.as_bytes().get(self.at..).unwrap_or(&[]);
            let Some(run) = plain_run(rest) else {
                self.at = self.text.len();
                return self.wrong();
            };
            self.at += run;
            let plain = self.text.get(from..self.at).unwrap_or("");
            match self.peek() {
                Some(b'"') => {
                    self.at += 1;
                    return Ok(match owned {
                        None => Cow::Borrowed(plain),
                        Some(text) => Cow::Owned(text + plain),
                    });
                }
                Some(b'\\') => {
                    let text = owned.get_or_insert_default();
                    text.push_str(plain);
                    self.at += 1;
                    let c = self.escape()?;
                    text.push(c);
                    from = self.at;
                }
                _ => return self.wrong(),
            }
        }
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
    // The high bit of each byte that is zero; above the first such byte others may be set too.
    let zeros = |word: u64| word.wrapping_sub(ONES) & !word & HIGHS;
    let special = |b: &u8| matches!(b, b'"' | b'\\' | 0..0x20);
    let (words, rest) = bytes.as_chunks::<8>();
    for (i, word) in words.iter().enumerate() {
        let word = u64::from_le_bytes(*word);
        let quote = zeros(word ^ (ONES * b'"' as u64));
        let backslash = zeros(word ^ (ONES * b'\\' as u64));
        let control = word.wrapping_sub(ONES * 0x20) & !word & HIGHS;
        let found = quote | backslash | control;
        if found != 0 {
            return Some(i * 8 + found.trailing_zeros() as usize / 8);
        }
    }
    rest.iter().position(special).map(|at| words.len() * 8 + at)
}
