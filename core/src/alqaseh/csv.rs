//! Comma-separated values (RFC 4180), row by row.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use crate::error::{Code, Fault};

/// A position in a CSV text.
pub(super) struct Csv<'a> {
    rest: &'a str,
    line: i64,
}

pub(super) fn not_csv(why: String) -> Fault {
    Fault::new(Code::ReplyNotCsv, "").with_limit(why)
}

impl<'a> Csv<'a> {
    /// A reader at the first row; a byte order mark before it is no part of it.
    pub(super) fn new(text: &'a str) -> Self {
        Self { rest: text.strip_prefix('\u{feff}').unwrap_or(text), line: 1 }
    }

    /// The next row's values and the line it begins on. Empty lines are no rows.
    pub(super) fn row(&mut self) -> Result<Option<(i64, Vec<String>)>, Fault> {
        while self.line_end() {}
        if self.rest.is_empty() {
            return Ok(None);
        }
        let (line, mut values) = (self.line, Vec::new());
        loop {
            values.push(self.value()?);
            if let Some(rest) = self.rest.strip_prefix(',') {
                self.rest = rest;
            } else if self.rest.is_empty() || self.line_end() {
                return Ok(Some((line, values)));
            } else {
                return Err(not_csv(format!("line {} has a quote in the middle of a value", self.line)));
            }
        }
    }

    fn line_end(&mut self) -> bool {
        let rest = self.rest.strip_prefix('\n').or_else(|| self.rest.strip_prefix("\r\n"));
        self.line += i64::from(rest.is_some());
        self.rest = rest.unwrap_or(self.rest);
        rest.is_some()
    }

    /// Reads up to what ends a value, or to a quote that doesn't belong there.
    fn value(&mut self) -> Result<String, Fault> {
        let Some(quoted) = self.rest.strip_prefix('"') else {
            let end = self.rest.find([',', '\n', '"']).unwrap_or(self.rest.len());
            let (value, rest) = self.rest.split_at_checked(end).unwrap_or(("", ""));
            // The return before a line feed belongs to the line's end.
            let value = value.strip_suffix('\r').filter(|_| rest.starts_with('\n')).unwrap_or(value);
            self.rest = self.rest.get(value.len()..).unwrap_or("");
            return Ok(String::from(value));
        };
        let (opened, mut value) = (self.line, String::new());
        self.rest = quoted;
        loop {
            let Some((part, rest)) = self.rest.split_once('"') else {
                return Err(not_csv(format!("line {opened} has a quote that is never closed")));
            };
            self.line += part.bytes().map(|b| i64::from(b == b'\n')).sum::<i64>();
            value.push_str(part);
            match rest.strip_prefix('"') {
                Some(rest) => self.rest = rest,
                None => {
                    self.rest = rest;
                    return Ok(value);
                }
            }
            value.push('"');
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::vec;

    fn all(text: &str) -> Result<Vec<(i64, Vec<String>)>, String> {
        let mut csv = Csv::new(text);
        let mut rows = Vec::new();
        loop {
            match csv.row() {
                Ok(Some(row)) => rows.push(row),
                Ok(None) => return Ok(rows),
                Err(fault) => return Err(String::from(fault.limit())),
            }
        }
    }

    #[test]
    fn values() {
        let row = |line, values: &[&str]| (line, values.iter().copied().map(String::from).collect::<Vec<_>>());
        for (text, rows) in [
            ("", vec![]),
            ("\u{feff}", vec![]),
            ("\r\n\n", vec![]),
            ("a,b", vec![row(1, &["a", "b"])]),
            ("\u{feff}a,b\r\n1,2\r\n", vec![row(1, &["a", "b"]), row(2, &["1", "2"])]),
            ("a,b\n\n\r\n1,2", vec![row(1, &["a", "b"]), row(4, &["1", "2"])]),
            (",", vec![row(1, &["", ""])]),
            ("a,\n,b\r\n", vec![row(1, &["a", ""]), row(2, &["", "b"])]),
            ("\"\"", vec![row(1, &[""])]),
            ("\"a,b\",\"say \"\"yes\"\"\"", vec![row(1, &["a,b", "say \"yes\""])]),
            ("\"a\r\nb\n\",c\nd,e", vec![row(1, &["a\r\nb\n", "c"]), row(4, &["d", "e"])]),
            ("\"\"\"\"\r\n", vec![row(1, &["\""])]),
            ("a\r,b\r\n\r,c\r", vec![row(1, &["a\r", "b"]), row(2, &["\r", "c\r"])]),
            (" a , b ", vec![row(1, &[" a ", " b "])]),
            ("كتاب,\"ط\"", vec![row(1, &["كتاب", "ط"])]),
        ] {
            assert_eq!(all(text), Ok(rows), "{text:?}");
        }
        for (text, why) in [
            ("a\"b", "line 1 has a quote in the middle of a value"),
            ("a\n\"b\"c", "line 2 has a quote in the middle of a value"),
            ("a\n\"b\" ,c", "line 2 has a quote in the middle of a value"),
            ("\"a\n\nb", "line 1 has a quote that is never closed"),
            ("\"a\n\nb\"x", "line 3 has a quote in the middle of a value"),
            ("x\n\"a\"\"", "line 2 has a quote that is never closed"),
        ] {
            assert_eq!(all(text), Err(String::from(why)), "{text:?}");
        }
    }
}
