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

/// Where a tag's `>` is: none inside quotes.
fn end_of_tag(text: &str) -> Option<usize> {
    let mut quote = None;
    text.bytes().position(|b| {
        match (quote, b) {
            (None, b'>') => return true,
            (None, b'"' | b'\'') => quote = Some(b),
            (Some(open), b) if open == b => quote = None,
            _ => {}
        }
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
    pub(super) fn read(attributes: &'a str) -> Result<Self, Fault> {
        let mut input = Self::default();
        let mut rest = attributes.trim();
        while !rest.is_empty() {
            let end = rest.find(|c: char| c == '=' || c.is_ascii_whitespace()).unwrap_or(rest.len());
            let (name, tail) = rest.split_at_checked(end).ok_or_else(unreadable)?;
            let value;
            (value, rest) = match tail.trim_start().strip_prefix('=') {
                Some(tail) => attribute_value(tail.trim_start())?,
                None => ("", tail),
            };
            rest = rest.trim_start();
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
        Ok(input)
    }
}

/// An attribute's value, with or without quotes, and what follows.
fn attribute_value(text: &str) -> Result<(&str, &str), Fault> {
    let quote = text.chars().next().filter(|c| matches!(c, '"' | '\''));
    match quote {
        Some(quote) => text.get(1..).and_then(|text| text.split_once(quote)).ok_or_else(unreadable),
        None => Ok(text.split_at_checked(text.find(|c: char| c.is_ascii_whitespace()).unwrap_or(text.len())))
            .map(|split| split.unwrap_or((text, ""))),
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
        let (_, after) = tail.get(..name.len())?.eq_ignore_ascii_case(name).then_some(tail)?.split_once('>')?;
        Some((text.get(..at)?, after))
    };
    text.match_indices("</").find_map(|(at, _)| closes(at))
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
        out.push(found.filter(|c| *c != '\0').ok_or_else(unreadable)?);
        rest = after;
    }
    out.push_str(rest);
    Ok(Cow::Owned(out))
}
