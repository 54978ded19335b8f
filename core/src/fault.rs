//! One thing that is wrong.

use alloc::borrow::Cow;
use alloc::boxed::Box;
use alloc::string::String;
use core::fmt;

use crate::error::{Code, Range};
use crate::record::Names;

/// One thing that is wrong.
// Boxed: a result that holds one is then a pointer, and what goes well carries nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault(Box<Inner>);

#[derive(Debug, Clone, PartialEq, Eq)]
struct Inner {
    code: Code,
    field: Cow<'static, str>,
    limit: Cow<'static, str>,
    names: Names,
}

impl Fault {
    // Cold and never inlined: there are a hundred places that make one, and WebAssembly is counted in bytes.
    #[cold]
    #[inline(never)]
    pub(crate) fn new(code: Code, field: impl Into<Cow<'static, str>>) -> Self {
        Self(Box::new(Inner { code, field: tidy(field.into()), limit: Cow::Borrowed(""), names: Names::Snake }))
    }

    #[cold]
    #[inline(never)]
    pub(crate) fn with_limit(mut self, limit: impl Into<Cow<'static, str>>) -> Self {
        self.0.limit = tidy(limit.into());
        self
    }

    /// Names the field otherwise: by its own name, or by where it stands.
    pub(crate) fn rename(&mut self, field: impl Into<Cow<'static, str>>) {
        self.0.field = field.into();
    }

    /// What is wrong.
    pub fn code(&self) -> Code {
        self.0.code
    }

    /// Which field, in your own spelling; empty if the fault is not about one.
    pub fn field(&self) -> &str {
        &self.0.field
    }

    /// The bound or the detail the message names; empty if there is none.
    pub fn limit(&self) -> &str {
        &self.0.limit
    }

    /// The field and the names in the sentence in the caller's spelling. Names the caller or the gateway gave
    /// stay as they are.
    pub(crate) fn spell(&mut self, names: Names) {
        let fault = &mut *self.0;
        fault.names = names;
        let given = matches!(fault.code, Code::FieldUnknown | Code::FieldDuplicate);
        let ours = matches!(fault.code.range(), Range::Validation | Range::Mismatch) && !given;
        if ours && fault.field.bytes().any(|b| b.is_ascii_lowercase()) {
            fault.field = Cow::Owned(names.spell(&fault.field));
        }
    }
}

/// Text from outside can hold line breaks and worse, and be a megabyte long; a message is one short line.
#[inline(never)]
fn tidy(text: Cow<'static, str>) -> Cow<'static, str> {
    const LONGEST: usize = 600;
    if text.len() <= LONGEST && text.chars().all(is_plain) {
        return text;
    }
    let mut short: String = text.chars().take(LONGEST).map(|c| if is_plain(c) { c } else { '\u{fffd}' }).collect();
    if short.len() < text.len() {
        short.push('…');
    }
    Cow::Owned(short)
}

/// Whether a character may stand in a message: not if it breaks the line or turns the direction of what follows.
pub(crate) fn is_plain(c: char) -> bool {
    !c.is_control() && !matches!(c, '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Inner { code, field, limit, names } = &*self.0;
        // Odd parts stand between {} or ``: the field, the limit, or one of our own names.
        for (i, part) in code.message().split(['{', '}', '`']).enumerate() {
            match part {
                _ if i % 2 == 0 => f.write_str(part)?,
                "field" if field.is_empty() => f.write_str("The value")?,
                "field" => f.write_str(field)?,
                "limit" => f.write_str(limit)?,
                name => f.write_str(&names.spell(name))?,
            }
        }
        Ok(())
    }
}
