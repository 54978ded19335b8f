//! Tags, attributes and character references, as far as a gateway's XML and hidden inputs need them.
//!
//! What a browser could read in another way is refused.

use alloc::borrow::Cow;
use alloc::string::String;

use crate::error::{Code, Fault};

/// The message is in no form that can be read.
#[cold]
pub(super) fn unreadable() -> Fault {
    Fault::new(Code::ReplyNotForm, "")
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum TagKind {
    Open,
    Close,
    /// `<name/>`
    Single,
    /// A comment, a declaration, a processing instruction.
    Aside,
}

/// A tag, and the text before it.
pub(super) struct Tag<'a> {
    pub(super) before: &'a str,
    pub(super) kind: TagKind,
    pub(super) name: &'a str,
    pub(super) attributes: &'a str,
}

impl<'a> Tag<'a> {
    /// The next tag, and `rest` behind it; none if there are no more.
    pub(super) fn next(rest: &mut &'a str) -> Result<Option<Self>, Fault> {
        let Some((before, tail)) = rest.split_once('<') else { return Ok(None) };
        let aside = |end: &str| tail.split_once(end).map(|(_, after)| after).ok_or_else(unreadable);
        let plain = Self { before, kind: TagKind::Aside, name: "", attributes: "" };
        if let Some(tail) = tail.strip_prefix("!--") {
            let (inner, after) = tail.split_once("-->").ok_or_else(unreadable)?;
            // Browsers end such a comment elsewhere.
            if tail.starts_with(['>', '-']) || inner.contains("--!>") || inner.contains("<!--") {
                return Err(unreadable());
            }
            *rest = after;
            return Ok(Some(plain));
        }
        if tail.starts_with('?') || (tail.starts_with('!') && !tail.starts_with("![")) {
            *rest = aside(">")?;
            return Ok(Some(plain));
        }
        let (inner, after) = tail.split_at_checked(end_of_tag(tail).ok_or_else(unreadable)?).ok_or_else(unreadable)?;
        *rest = after.get(1..).unwrap_or("");
        let (kind, inner) = match (inner.strip_prefix('/'), inner.strip_suffix('/')) {
            (Some(inner), _) => (TagKind::Close, inner),
            (None, Some(inner)) => (TagKind::Single, inner),
            (None, None) => (TagKind::Open, inner),
        };
        let (name, attributes) = inner.split_once(|c: char| c.is_ascii_whitespace()).unwrap_or((inner, ""));
        let plain = name.starts_with(|c: char| c.is_ascii_alphabetic())
            && name.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'-' | b':' | b'.'));
        if plain { Ok(Some(Self { before, kind, name, attributes })) } else { Err(unreadable()) }
    }
}

/// Where a tag's `>` is: none in a value between quotes. A quote elsewhere opens nothing, as in browsers.
fn end_of_tag(text: &str) -> Option<usize> {
    #[derive(Clone, Copy)]
    enum At {
        TagName,
        BeforeName,
        Name,
        AfterName,
        BeforeValue,
        Value,
        Quoted(u8),
    }
    let mut at = At::TagName;
    text.bytes().position(|b| {
        let is_space = b.is_ascii_whitespace();
        at = match (at, b) {
            (At::Quoted(quote), b) if b == quote => At::BeforeName,
            (At::Quoted(_), _) => return false,
            (_, b'>') => return true,
            (At::BeforeValue, b'"' | b'\'') => At::Quoted(b),
            (At::BeforeValue, _) if is_space => At::BeforeValue,
            (At::BeforeValue | At::Value, _) if !is_space => At::Value,
            (At::Name | At::AfterName, b'=') => At::BeforeValue,
            (At::Name | At::AfterName, _) if is_space => At::AfterName,
            (At::TagName, _) if !is_space && b != b'/' => At::TagName,
            (_, b'/') => At::BeforeName,
            (_, _) if is_space => At::BeforeName,
            _ => At::Name,
        };
        false
    })
}

/// An input's attributes, as they stand; of two with one name the first counts, as in browsers.
#[derive(Default)]
pub(super) struct Input<'a> {
    pub(super) name: Option<&'a str>,
    pub(super) kind: Option<&'a str>,
    pub(super) value: Option<&'a str>,
    pub(super) disabled: bool,
}

impl<'a> Input<'a> {
    /// Reads a tag's attributes. One that ends in a slash is refused where the slash could belong to a value.
    pub(super) fn read(tag: &Tag<'a>) -> Result<Self, Fault> {
        let mut input = Self::default();
        let mut rest = tag.attributes.trim_ascii_start();
        // Whether the slash of a tag that ends in one could belong to what was read last.
        let mut open = false;
        while !rest.is_empty() {
            let end = rest.find(|c: char| c == '=' || c.is_ascii_whitespace()).unwrap_or(rest.len());
            let (name, tail) = rest.split_at_checked(end).ok_or_else(unreadable)?;
            if name.is_empty() || name.contains(['/', '"', '\'']) {
                return Err(unreadable());
            }
            let (value, after, quoted) = match tail.trim_ascii_start().strip_prefix('=') {
                Some(tail) => attribute_value(tail.trim_ascii_start())?,
                None => ("", tail, false),
            };
            open = !quoted && after.is_empty();
            rest = after.trim_ascii_start();
            // Browsers make something else of these.
            if value.contains(['\0', '\r']) {
                return Err(unreadable());
            }
            let slot = match name.to_ascii_lowercase().as_str() {
                "name" => &mut input.name,
                "type" => &mut input.kind,
                "value" => &mut input.value,
                "disabled" => {
                    input.disabled = true;
                    continue;
                }
                _ => continue,
            };
            slot.get_or_insert(value);
        }
        if open && tag.kind == TagKind::Single { Err(unreadable()) } else { Ok(input) }
    }
}

/// An attribute's value, what follows, and whether it stood between quotes.
fn attribute_value(text: &str) -> Result<(&str, &str, bool), Fault> {
    match text.chars().next().filter(|c| matches!(c, '"' | '\'')) {
        Some(quote) => {
            let (value, rest) = text.get(1..).and_then(|text| text.split_once(quote)).ok_or_else(unreadable)?;
            Ok((value, rest, true))
        }
        None => {
            let end = text.find(|c: char| c.is_ascii_whitespace()).unwrap_or(text.len());
            let (value, rest) = text.split_at_checked(end).unwrap_or((text, ""));
            Ok((value, rest, false))
        }
    }
}

/// Whether there is such a tag, in any letter case.
pub(super) fn find_tag(text: &str, name: &str) -> bool {
    text.split('<').skip(1).any(|tag| {
        let (start, rest) = tag.split_at_checked(name.len()).unwrap_or(("", ""));
        start.eq_ignore_ascii_case(name) && !rest.starts_with(|c: char| c.is_ascii_alphanumeric())
    })
}

/// What an element that holds text only holds, and what follows it.
pub(super) fn after_close<'a>(text: &'a str, name: &str) -> Option<(&'a str, &'a str)> {
    let closes = |at: usize| {
        let tail = text.get(at + 2..)?;
        let (given, after) = tail.split_at_checked(name.len())?;
        // A longer name is another element's.
        (given.eq_ignore_ascii_case(name) && after.starts_with([' ', '\t', '\n', '\r', '\x0c', '/', '>']))
            .then_some(after)
    };
    let (at, after) = text.match_indices("</").find_map(|(at, _)| Some((at, closes(at)?)))?;
    let after = after.trim_ascii_start().strip_prefix('>')?;
    Some((text.get(..at)?, after))
}

/// Text with its character references resolved. One that isn't known could be meant in two ways.
pub(super) fn decode(text: &str) -> Result<Cow<'_, str>, Fault> {
    if !text.contains('&') {
        return Ok(Cow::Borrowed(text));
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, tail)) = rest.split_once('&') {
        out.push_str(before);
        let (name, after) = tail.split_once(';').filter(|(name, _)| name.len() <= 8).ok_or_else(unreadable)?;
        let number = |digits: &str, radix| {
            let signed = digits.starts_with('+');
            u32::from_str_radix(digits, radix).ok().filter(|_| !signed).and_then(char::from_u32)
        };
        let found = match name {
            "amp" => Some('&'),
            "lt" => Some('<'),
            "gt" => Some('>'),
            "quot" => Some('"'),
            "apos" => Some('\''),
            _ => match name.strip_prefix('#') {
                Some(hex) if hex.starts_with(['x', 'X']) => number(hex.get(1..).unwrap_or(""), 16),
                Some(digits) => number(digits, 10),
                None => None,
            },
        };
        // Browsers take those of the second block of controls for others.
        out.push(found.filter(|c| !matches!(c, '\0' | '\u{80}'..='\u{9f}')).ok_or_else(unreadable)?);
        rest = after;
    }
    out.push_str(rest);
    Ok(Cow::Owned(out))
}
