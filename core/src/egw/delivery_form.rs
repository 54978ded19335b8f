//! The forms a gateway delivers its fields in: JSON, XML, urlencoded, hidden inputs of an HTML page, or one digit.
//!
//! What is not whole and plainly one of these is refused: a page that asks for a card says nothing of the outcome.

use alloc::vec::Vec;

use super::markup::{Input, Tag, TagKind, after_close, decode, find_tag, unreadable};
use crate::error::Fault;
use crate::json;
use crate::read::{message_text, read_form};
use crate::record::Value;

/// What takes the fields, one after the other.
pub(crate) type Field<'f> = dyn FnMut(&str, Value) -> Result<(), Fault> + 'f;

/// Gives each field of a message to `field`, and returns a bare digit if there is nothing else.
pub(crate) fn read_fields<'a>(body: &'a [u8], field: &mut Field<'_>) -> Result<Option<&'a str>, Fault> {
    let text = message_text(body)?;
    // White space at the ends is no part of a value.
    let trimmed = text.trim_ascii();
    match trimmed.as_bytes() {
        [b'{', ..] => read_json(body, field)?,
        [b'<', ..] => match find_tag(trimmed, "input") {
            true => read_html(trimmed, field)?,
            false => read_xml(trimmed, field)?,
        },
        [digit] if digit.is_ascii_digit() => return Ok(Some(trimmed)),
        // Text of any kind may hold an `=` and an `&`: each name must be one, the first as well.
        _ if trimmed.contains('=') && !trimmed.contains('<') => read_form(trimmed.split('&'), |name, value| {
            let is_name = |b: u8| b.is_ascii_alphanumeric() || b == b'_';
            if name.is_empty() || !name.bytes().all(is_name) {
                return Err(unreadable());
            }
            field(&name, value.into_owned().into())
        })?,
        _ => return Err(unreadable()),
    }
    Ok(None)
}

fn read_json(body: &[u8], field: &mut Field<'_>) -> Result<(), Fault> {
    let mut fault = None;
    json::read_object(body, |name, value| {
        // A MAC covers the digits as they stand, so numbers count as the text they are.
        let value = match value {
            Value::Number(digits) => Value::Text(digits),
            value => value,
        };
        fault = fault.take().or(field(&name, value).err());
    })
    .map_err(json::Trouble::in_reply)?;
    fault.map_or(Ok(()), Err)
}

/// More than any message is nested.
const DEEPEST: usize = 16;

/// Every element that holds no other is a field. All of them stand in one element: a message within the message may
/// be another's.
fn read_xml(text: &str, field: &mut Field<'_>) -> Result<(), Fault> {
    let mut open: Vec<&str> = Vec::new();
    // The text since the element was opened, while it may still turn out to be a field.
    let mut value: Option<&str> = None;
    // Whether there was a field, and whether the element that holds them is over.
    let (mut found, mut over) = (false, false);
    let mut rest = text;
    while let Some(tag) = Tag::next(&mut rest)? {
        let before = tag.before;
        match (tag.kind, open.last()) {
            (TagKind::Aside, _) if value.is_none() && before.trim().is_empty() => continue,
            (TagKind::Open | TagKind::Single, _) if !before.trim().is_empty() => return Err(unreadable()),
            (TagKind::Open, None) if tag.name.eq_ignore_ascii_case("html") => return Err(unreadable()),
            (TagKind::Open | TagKind::Single, _) if over || (found && value.is_some()) => return Err(unreadable()),
            (TagKind::Open, _) if open.len() < DEEPEST => {
                open.push(tag.name);
                value = Some("");
            }
            (TagKind::Single, Some(_)) => {
                field(tag.name, Value::Null)?;
                (value, found) = (None, true);
            }
            (TagKind::Close, Some(name)) if *name == tag.name => {
                match value.take() {
                    // One element alone is a word in tags, such as a page's.
                    Some(_) if open.len() < 2 => return Err(unreadable()),
                    Some(_) => field(name, Value::Text(decode(before)?.into_owned()))?,
                    None if before.trim().is_empty() => over = true,
                    None => return Err(unreadable()),
                }
                found = true;
                open.pop();
            }
            _ => return Err(unreadable()),
        }
    }
    // A reply that was cut short may have lost what matters.
    if open.is_empty() && found && rest.trim().is_empty() { Ok(()) } else { Err(unreadable()) }
}

/// Elements whose text is text, whatever it looks like.
const RAW: [&str; 8] = ["script", "style", "title", "noscript", "noframes", "noembed", "iframe", "xmp"];
/// What a person fills in, what holds inputs that are not sent, and what ends the page's being read as one.
const NEVER: [&str; 8] = ["select", "textarea", "template", "object", "svg", "math", "plaintext", "frameset"];

/// Every hidden input is a field. A page with any other is one for a person to fill in, and one with two forms says
/// two things.
fn read_html(text: &str, field: &mut Field<'_>) -> Result<(), Fault> {
    let (mut found, mut forms) = (false, 0);
    let mut rest = text;
    while let Some(tag) = Tag::next(&mut rest)? {
        let is = |name: &str| tag.name.eq_ignore_ascii_case(name);
        if tag.kind == TagKind::Close {
            continue;
        }
        if let Some(name) = RAW.iter().find(|name| is(name)) {
            // In HTML a slash ends no element.
            let (inner, after) = after_close(rest, name).ok_or_else(unreadable)?;
            if inner.contains("<!--") {
                return Err(unreadable());
            }
            rest = after;
        } else if is("input") {
            let input = Input::read(&tag)?;
            match input.kind.unwrap_or("").to_ascii_lowercase().as_str() {
                "hidden" if !input.disabled => {
                    let value = decode(input.value.unwrap_or(""))?;
                    field(&decode(input.name.unwrap_or(""))?, Value::Text(value.into_owned()))?;
                }
                "submit" | "button" | "image" | "reset" => continue,
                _ => return Err(unreadable()),
            }
            found = true;
        } else if is("form") {
            forms += 1;
        }
        if forms > 1 || NEVER.iter().any(|name| is(name)) {
            return Err(unreadable());
        }
    }
    if found { Ok(()) } else { Err(unreadable()) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Code;
    use alloc::format;
    use alloc::string::{String, ToString};

    type Found<'a> = (Option<&'a str>, Vec<(String, String)>);

    fn read(body: &str) -> Result<Found<'_>, Code> {
        let mut found = Vec::new();
        let bare = read_fields(body.as_bytes(), &mut |name, value| {
            found.push((name.to_string(), value.as_text().unwrap_or("").to_string()));
            Ok(())
        });
        bare.map(|bare| (bare, found)).map_err(|fault| fault.code())
    }

    fn same(body: &str) {
        let expected = [("ACTION", "0"), ("DESC", "a & <b>"), ("RC", "00"), ("RRN", "")];
        let expected: Vec<_> = expected.iter().map(|(name, value)| (name.to_string(), value.to_string())).collect();
        assert_eq!(read(body), Ok((None, expected)), "{body}");
    }

    #[test]
    fn every_form_says_the_same() {
        same(r#"{"ACTION":0,"DESC":"a & <b>","RC":"00","RRN":null}"#);
        same("ACTION=0&DESC=a+%26+%3Cb%3E&RC=00&RRN=\r\n");
        same(
            "<?xml version=\"1.0\"?><!-- <ACTION>1</ACTION> --><R a='>'>\n <ACTION>0</ACTION><DESC>a &amp; &lt;b&#62;\
             </DESC><RC>00</RC><RRN/></R>\n",
        );
        same(
            "<Envelope><Body><ACTION>0</ACTION><DESC>a &amp; &lt;b&#62;</DESC><RC>00</RC><RRN></RRN></Body></Envelope>",
        );
        same(
            "<!DOCTYPE html><html><script>'<input type=hidden name=ACTION value=1>'</script><FORM><!--<input>-->\
             <INPUT TYPE=hidden NAME=ACTION value=0><input value='a &amp; <b&gt;' name=\"DESC\" type='hidden'/>\
             <input type = \"Hidden\" name = RC value = 00 value=05 ><input type=hidden name=RRN>\
             <input type=submit value=Go>",
        );
        assert_eq!(read(" 0\n"), Ok((Some("0"), Vec::new())));
    }

    #[test]
    fn of_two_attributes_the_first_counts() {
        let body = "<form><input type=hidden name=RC value='' value=00></form>";
        assert_eq!(read(body), Ok((None, [("RC".to_string(), String::new())].to_vec())));
        let body = "<R><InputMode>1</InputMode></R>";
        assert_eq!(read(body), Ok((None, [("InputMode".to_string(), "1".to_string())].to_vec())));
    }

    #[test]
    fn a_quote_opens_a_value_only_at_its_start() {
        let expected = [("ACTION".to_string(), "2".to_string()), ("RC".to_string(), "05".to_string())].to_vec();
        for p in ["p title=it's", "p title", "p 'x", "p a=b ='", "p a=\"x\"='", "p/='", "p a= x\"", "p a==\"", "p'"] {
            let body = format!(
                "<html><b title='>'><{p}><input type=hidden name=ACTION value=2><{p}><input type=hidden name=RC value=05>"
            );
            let read = read(&body);
            assert!(read == Ok((None, expected.clone())) || read == Err(Code::ReplyNotForm), "{body}: {read:?}");
            assert!(p.starts_with("p ") == read.is_ok(), "{body}");
        }
    }

    #[test]
    fn what_is_refused() {
        for body in [
            "",
            "12",
            "OK",
            "<",
            "<html>Welcome</html>",
            "<html><p>Card</p></html>",
            "<form><input name=CARD></form>",
            "<form><input type=hidden name=ACTION value=0><input type=text name=CARD></form>",
            "<form><input type=hidden name=ACTION value=&copy;></form>",
            "<form><input type=hidden name=ACTION value='0></form>",
            "<script><input type=hidden name=ACTION value=0>",
            "<R><ACTION>0</ACTION>",
            "<R><ACTION>0</RC></R>",
            "<R><ACTION>0</ACTION></R><R><RC>00</RC></R>",
            "<R><ACTION><![CDATA[0]]></ACTION></R>",
            "<R>0<ACTION>0</ACTION></R>",
            "<R><ACTION>0</ACTION>x</R>",
            "<R><ACTION>0&nbsp;</ACTION></R>",
            "<R><ACTION>0&#0;</ACTION></R>",
            "<R><!-- <ACTION>0</ACTION></R>",
            "<ACTION>0",
            "a=<b>",
            // One party's JSON, another's form.
            "[{\"ACTION\":\"2\",\"DESC\":\"&ACTION=0&RC=00&\"}]",
            "\u{feff}{\"ACTION\":\"2\",\"DESC\":\"&ACTION=0&RC=00&\"}",
            "\"x&ACTION=0\"",
            "var r={};&ACTION=0",
            "Error: declined, request was: ?a=1&ACTION=0",
            "=0&ACTION=0",
            // A message within the message.
            "<R><Error><Code>-21</Code></Error><Original><ACTION>0</ACTION></Original></R>",
            "<R><RC>05</RC><Request><ACTION>0</ACTION></Request></R>",
            "<R><Request><ACTION>0</ACTION></Request><RC>05</RC></R>",
            "<R><Request><ACTION>0</ACTION></Request><RC/></R>",
            // What a browser reads in another way.
            "<form><input type='' type=hidden name=ACTION value=0></form>",
            "<form><input disabled type=hidden name=ACTION value=0></form>",
            "<form></form><form><input type=hidden name=ACTION value=0></form>",
            "<form><select><option></select><input type=hidden name=ACTION value=0></form>",
            "<noframes><input type=hidden name=ACTION value=0></noframes>",
            "<script/><input type=hidden name=ACTION value=0></script>",
            "<script><!-- <script></script><input type=hidden name=ACTION value=0>",
            "<!--><input type=hidden name=ACTION value=2>--><input type=hidden name=ACTION value=0>",
            "<!-- --!><input type=hidden name=ACTION value=2>--><input type=hidden name=ACTION value=0>",
            "<form><input type=hidden name=ACTION value=&#+48;></form>",
            "<form><input type=hidden name=ACTION value=&#x80;></form>",
            "<form><input type=hidden name=ACTION value='0\0'></form>",
            "<form><input type=hidden name=ACTION value='0\r'></form>",
            "<form><input type=hidden name=ACTION value=0/></form>",
            "<form><input type=hidden name=ACTION value=0'/></form>",
            "<form><input type=hidden disabled/ name=ACTION value=0></form>",
            "<form><input type=hidden =x name=ACTION value=0></form>",
            "<form><template><template></template><input type=hidden name=ACTION value=0></template></form>",
            "<form><svg><title><input type=hidden name=ACTION value=0></title></svg></form>",
            "<script></scripts><input type=hidden name=ACTION value=0></form>",
            "<script></script a='><input type=hidden name=ACTION value=0></form>",
        ] {
            assert_eq!(read(body), Err(Code::ReplyNotForm), "{body}");
        }
        let deep = format!("{}{}", "<a>".repeat(100), "</a>".repeat(100));
        assert_eq!(read(&deep), Err(Code::ReplyNotForm));
        assert_eq!(read("{\"ACTION\":"), Err(Code::ReplyNotJson));
    }
}
