//! The forms the e-Commerce Gateway delivers its fields in: written by hand here, and read by others' readers: a
//! browser's for HTML, a strict one for XML.

use html5ever::tendril::TendrilSink;
use markup5ever_rcdom::{Handle, NodeData, RcDom};

use super::json::Doc;

#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Form {
    Json,
    Urlencoded,
    Xml,
    Html,
}

pub const FORMS: [Form; 4] = [Form::Json, Form::Urlencoded, Form::Xml, Form::Html];

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;").replace('\'', "&#39;")
}

/// A message of these fields. What is no text, in a form that has nothing else, is written as JSON has it.
pub fn write(form: Form, doc: &Doc) -> String {
    let fields = match doc {
        Doc::Map(map) => map.clone(),
        other => vec![("x".to_string(), other.clone())],
    };
    let text = |value: &Doc| value.as_text().map_or_else(|| value.write(), str::to_string);
    match form {
        Form::Json => doc.write(),
        Form::Urlencoded => {
            let mut out = form_urlencoded::Serializer::new(String::new());
            out.extend_pairs(fields.iter().map(|(name, value)| (name, text(value)))).finish()
        }
        Form::Xml => {
            let element = |(name, value): &(String, Doc)| format!("<{name}>{}</{name}>", escaped(&text(value)));
            let elements: String = fields.iter().map(element).collect();
            format!("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Response>{elements}</Response>")
        }
        Form::Html => {
            let inputs: String =
                fields.iter().enumerate().map(|(at, field)| input(at, &field.0, &text(&field.1))).collect();
            format!(
                "<!DOCTYPE html><html><head><title>Result</title></head><body onload=\"document.forms[0].submit()\">\
                 <form method=\"post\" action=\"https://shop.example/?a=1&amp;b=2\">{inputs}</form></body></html>"
            )
        }
    }
}

/// A hidden input, in one of the ways there are to write it.
fn input(way: usize, name: &str, value: &str) -> String {
    let (name, value) = (escaped(name), escaped(value));
    let is_word = !value.is_empty() && value.bytes().all(|b| b.is_ascii_alphanumeric());
    match way % 5 {
        1 => format!("<INPUT value='{value}' Type='hidden' NAME = '{name}' />"),
        2 if is_word => format!("<input type=hidden name={name} value={value}>"),
        3 if is_word => format!("<input type=hidden value={value} name={name} />"),
        4 => format!("<input name=\"{name}\"value=\"{value}\"type=\"hidden\"/>"),
        _ => format!("<input type=\"hidden\" name=\"{name}\" value=\"{value}\">\n"),
    }
}

/// Names and values as somebody else reads them, each with line ends and NULs as XML and HTML have them; `None` if he
/// can't.
pub fn read(bytes: &[u8]) -> Option<Vec<(String, String)>> {
    let text = std::str::from_utf8(bytes).ok()?;
    let fields = match text.trim_ascii_start().as_bytes().first()? {
        b'{' => match Doc::read(bytes)? {
            Doc::Map(map) => map.into_iter().map(|(name, value)| (name, printed(&value))).collect(),
            _ => return None,
        },
        b'<' if has_input(text) => hidden_inputs(text),
        b'<' => leaves(text.trim_ascii()).or_else(|| leaves(&normalized(&bare(text))))?,
        _ => form_urlencoded::parse(text.trim_ascii().as_bytes()).into_owned().collect(),
    };
    Some(fields.into_iter().map(|(name, value)| (name, normalized(&value))).collect())
}

/// Line ends are `\n`, and what no XML can hold is U+FFFD.
pub fn normalized(text: &str) -> String {
    let held = |c: char| matches!(c, '\t' | '\n' | ' '..) && !matches!(c, '\u{fffe}' | '\u{ffff}');
    text.replace("\r\n", "\n").replace('\r', "\n").replace(|c| !held(c), "\u{fffd}")
}

/// A field of JSON as a text; `null` is an absent one.
fn printed(value: &Doc) -> String {
    match value {
        Doc::Word(word) if word == "null" => String::new(),
        other => other.figure().map_or_else(|| other.write(), str::to_string),
    }
}

/// A page, as opposed to XML: something in it is an input.
fn has_input(text: &str) -> bool {
    let lower = text.to_ascii_lowercase();
    lower.match_indices("<input").any(|(at, tag)| !lower[at + tag.len()..].starts_with(|c: char| c.is_alphanumeric()))
}

/// What a browser would post.
fn hidden_inputs(text: &str) -> Vec<(String, String)> {
    let dom = html5ever::parse_document(RcDom::default(), Default::default()).one(text);
    let mut found = Vec::new();
    walk(&dom.document, &mut found);
    found
}

fn walk(node: &Handle, found: &mut Vec<(String, String)>) {
    if let NodeData::Element { name, attrs, .. } = &node.data {
        let attrs = attrs.borrow();
        let attribute = |name: &str| attrs.iter().find(|a| &*a.name.local == name).map(|a| a.value.to_string());
        let is_html = &*name.ns == "http://www.w3.org/1999/xhtml";
        let is_hidden = attribute("type").is_some_and(|kind| kind.eq_ignore_ascii_case("hidden"));
        if is_html && &*name.local == "input" && is_hidden && attribute("disabled").is_none() {
            found.push((attribute("name").unwrap_or_default(), attribute("value").unwrap_or_default()));
        }
    }
    node.children.borrow().iter().for_each(|child| walk(child, found));
}

/// The elements and their text alone. This much a strict reader refuses that we don't: attributes, declarations and
/// comments are not looked at, whatever is in them, and a `]]>` is text.
fn bare(text: &str) -> String {
    let (mut out, mut rest) = (String::new(), text.trim_ascii());
    while let Some((before, tag)) = rest.split_once('<') {
        out.push_str(before);
        let end = if tag.starts_with("!--") { "-->" } else { ">" };
        if tag.starts_with(['!', '?']) && !tag.starts_with("![") {
            rest = tag.split_once(end).map_or("", |(_, after)| after);
            continue;
        }
        let (mut quote, mut close) = (None, tag.len());
        for (at, c) in tag.char_indices() {
            match (quote, c) {
                (None, '>') => {
                    close = at;
                    break;
                }
                (None, '"' | '\'') => quote = Some(c),
                (Some(open), c) if c == open => quote = None,
                _ => {}
            }
        }
        let inner = &tag[..close];
        let single = inner.ends_with('/') && !inner.starts_with('/');
        let name = inner.trim_end_matches('/').split_ascii_whitespace().next().unwrap_or("");
        out.push_str(&format!("<{name}{}>", if single { "/" } else { "" }));
        rest = tag.get(close + 1..).unwrap_or("");
    }
    (out + rest).replace("]]>", "]]&gt;")
}

/// Every element without an element within.
fn leaves(text: &str) -> Option<Vec<(String, String)>> {
    let options = roxmltree::ParsingOptions { allow_dtd: true, ..Default::default() };
    let document = roxmltree::Document::parse_with_options(text, options).ok()?;
    let has_none = |node: &roxmltree::Node<'_, '_>| !node.children().any(|child| child.is_element());
    let elements = document.descendants().filter(|node| node.is_element() && has_none(node));
    Some(elements.map(|node| (node.tag_name().name().to_string(), node.text().unwrap_or("").to_string())).collect())
}
