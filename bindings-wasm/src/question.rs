//! A question while it is being read: lines, and at the end perhaps bytes as they came over the wire.

/// What is left of a question.
pub(crate) struct Question<'a>(&'a [u8]);

impl<'a> Question<'a> {
    pub(crate) fn new(bytes: &'a [u8]) -> Self {
        Self(bytes)
    }

    /// The next line. What JavaScript cannot have sent (not UTF-8, no line left) reads as an empty one, so
    /// that there is one way to fail, and it is the core's.
    pub(crate) fn line(&mut self) -> &'a str {
        let end = self.0.iter().position(|byte| *byte == b'\n').unwrap_or(self.0.len());
        let (line, rest) = self.0.split_at(end);
        self.0 = rest.get(1..).unwrap_or_default();
        str::from_utf8(line).unwrap_or_default()
    }

    /// All that is left, whatever it is.
    pub(crate) fn rest(self) -> &'a [u8] {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_then_bytes() {
        let mut question = Question::new("call\nتجربة\n\na\nb\u{ff}".as_bytes());
        assert_eq!([question.line(), question.line(), question.line()], ["call", "تجربة", ""]);
        assert_eq!(question.rest(), "a\nb\u{ff}".as_bytes());
    }

    #[test]
    fn what_cannot_be_a_line_is_empty() {
        let mut question = Question::new(b"\xff\nx");
        assert_eq!([question.line(), question.line(), question.line()], ["", "x", ""]);
        assert_eq!(question.rest(), b"");
    }
}
