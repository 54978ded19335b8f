//! What arrives unasked: each reader against another library's reading of the same bytes.
#![no_main]

use std::collections::BTreeSet;
use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use qantara::record::{Kind, Names, Record, Value};
use qantara::registry::READERS;
use qantara::{AlQaseh, Code, GatewayKind, Paylink, json};
use qantara_fuzz::{Input, Tree, alqaseh, own, paylink, refused};

static ALQASEH: LazyLock<AlQaseh> = LazyLock::new(alqaseh);
static PAYLINK: LazyLock<Paylink> = LazyLock::new(paylink);

fuzz_target!(|bytes: &[u8]| {
    let mut input = Input::new(bytes);
    let reader = input.pick(READERS);
    let body = input.rest();
    unverified(body, bytes);
    let record = match reader.read(body) {
        Ok(record) => record,
        Err(error) => {
            refused(&error, bytes);
            assert!((3001..3090).contains(&error.code().number()), "{error}");
            if error.code() == Code::ReplyNotJson {
                assert!(Tree::read(body).is_err(), "serde_json reads it");
            }
            return;
        }
    };
    let again = reader.read(body).unwrap();
    assert_eq!(written(&record), written(&again));
    Tree::read(written(&record).as_bytes()).unwrap();
    let text = std::str::from_utf8(body).unwrap();
    match (reader.gateway, reader.name) {
        (GatewayKind::Egw, _) => callback(text, &record),
        (_, "parse_webhook" | "parse_refund_webhook") => said_in_json(body, &record),
        _ => said_in_query(text, &record),
    }
});

/// Without its header, or with another one, no webhook of Paylink's passes; no webhook of Al Qaseh's without a MAC.
fn unverified(body: &[u8], bytes: &[u8]) {
    let header = std::str::from_utf8(body).ok().filter(|header| *header != "canaryWebhookHeader");
    for header in [None, Some(""), header] {
        refused(&PAYLINK.verify_webhook(body, header).unwrap_err(), bytes);
        refused(&PAYLINK.verify_refund_webhook(body, header).unwrap_err(), bytes);
    }
    if let Err(error) = PAYLINK.verify_webhook(body, Some("canaryWebhookHeader")) {
        refused(&error, bytes);
        assert_eq!(error.code().number() / 1000, 3);
    }
    refused(&ALQASEH.verify_webhook(body).unwrap_err(), bytes);
}

fn written(record: &Record) -> String {
    let mut text = String::new();
    json::write_record(&mut text, record, Names::Snake);
    text
}

/// Every value is one that serde_json finds under that name, and it finds no other there.
fn said_in_json(body: &[u8], record: &Record) {
    let tree = Tree::read(body).unwrap();
    let Tree::Map(map) = &tree else { panic!("{tree:?}") };
    for (field, value) in record.shape().fields.iter().zip(record.values()) {
        for said in tree.all(field.wire) {
            match (&field.kind, value, said) {
                (Kind::Choice(_), Value::Text(ours), Tree::Text(said)) => {
                    let spelled =
                        |word: &str| word.to_ascii_lowercase().replace("cancelled", "canceled").replace(' ', "_");
                    assert_eq!(spelled(ours), spelled(said), "{}", field.wire);
                }
                (_, Value::Null, said) => assert!(matches!(said, Tree::Null) || is_nothing(said), "{said:?}"),
                (Kind::Amount, Value::Text(ours), said) => assert_eq!(said.text(), Some(ours.as_str())),
                (_, value, said) => assert_eq!(&own(value), said),
            }
        }
        assert!(value.is_null() || tree.all(field.wire).count() > 0, "{}", field.wire);
    }
    let known = |name: &str| record.shape().fields.iter().any(|field| field.wire == name && !name.is_empty());
    let extra: Vec<_> = map.iter().filter(|(name, _)| !known(name)).cloned().collect();
    let ours: Vec<_> = record.extra().iter().map(|(name, value)| (name.clone(), own(value))).collect();
    assert_eq!(ours, extra);
}

/// What stands for an absent value.
fn is_nothing(said: &Tree) -> bool {
    said.text() == Some("")
}

/// The last of each name, as the library of the browsers' standard decodes it.
fn said_in_query(text: &str, record: &Record) {
    let text = text.split('#').next().unwrap_or("");
    let start = text.split(['?', '&', '=']).next().unwrap_or("");
    let is_url = start.contains("://") || start.starts_with('/');
    let query = if is_url { text.split_once('?').map_or("", |(_, query)| query) } else { text };
    let query = query.replace('?', "&");
    let pairs: Vec<(String, String)> = form_urlencoded::parse(query.as_bytes()).into_owned().collect();
    for (field, value) in record.shape().fields.iter().zip(record.values()) {
        let is_named = |name: &str| {
            let small = name.get(..1).map(|first| first.to_ascii_lowercase() + &name[1..]);
            name == field.wire || (field.wire.contains("N") && small.as_deref() == Some(field.wire))
        };
        let last = pairs.iter().rev().find(|pair| is_named(&pair.0)).map(|pair| pair.1.as_str());
        let last = last.filter(|last| !last.is_empty());
        match (&field.kind, value.as_text()) {
            (Kind::Choice(_), Some(ours)) => assert!(last.is_some_and(|last| last.eq_ignore_ascii_case(ours))),
            (_, ours) => assert_eq!(ours, last, "{} of {query}", field.wire),
        }
    }
}

/// A callback's fields, by whichever library reads its form.
fn callback(text: &str, record: &Record) {
    let trimmed = text.trim_ascii();
    let theirs: Vec<(String, String)> = if trimmed.starts_with('{') {
        return said_in_json_as_text(text.as_bytes(), record);
    } else if is_page(trimmed) {
        hidden_inputs(trimmed)
    } else if trimmed.starts_with('<') {
        match elements(trimmed) {
            Some(fields) => fields,
            None => return,
        }
    } else {
        form_urlencoded::parse(trimmed.as_bytes()).into_owned().collect()
    };
    let ours: BTreeSet<(String, String)> = fields(record).collect();
    let theirs: BTreeSet<(String, String)> = theirs.into_iter().filter(|(_, value)| !is_empty(value)).collect();
    assert_eq!(ours, theirs, "{text}");
}

fn is_empty(value: &str) -> bool {
    value.is_empty()
}

/// Our fields under the gateway's names.
fn fields(record: &Record) -> impl Iterator<Item = (String, String)> {
    let known = record.shape().fields.iter().zip(record.values()).map(|(field, value)| (field.wire, value));
    let extra = record.extra().iter().map(|(name, value)| (name.as_str(), value));
    let texts = known.chain(extra).filter_map(|(name, value)| Some((name.to_owned(), value.as_text()?.to_owned())));
    texts.filter(|(_, value)| !is_empty(value))
}

/// A callback in JSON: numbers count as text, and our own fields are nothing else.
fn said_in_json_as_text(body: &[u8], record: &Record) {
    let tree = Tree::read(body).unwrap();
    for (field, value) in record.shape().fields.iter().zip(record.values()).filter(|(field, _)| !field.wire.is_empty())
    {
        for said in tree.all(field.wire) {
            assert_eq!(value.as_text(), said.text().filter(|said| !is_empty(said)), "{}", field.wire);
        }
        assert!(value.is_null() || tree.all(field.wire).count() > 0, "{}", field.wire);
    }
}

fn is_page(text: &str) -> bool {
    let lower = text.to_ascii_lowercase();
    lower.starts_with('<')
        && lower
            .match_indices("<input")
            .any(|(at, _)| !lower[at + 6..].starts_with(|c: char| c.is_ascii_alphanumeric()))
}

/// What a browser would send of a page: html5ever parses as browsers do.
fn hidden_inputs(text: &str) -> Vec<(String, String)> {
    let page = scraper::Html::parse_document(text);
    let inputs = page.tree.nodes().filter_map(|node| node.value().as_element()).filter(|one| one.name() == "input");
    inputs
        .filter(|input| input.attr("type").is_some_and(|kind| kind.eq_ignore_ascii_case("hidden")))
        .filter(|input| input.attr("disabled").is_none())
        .map(|input| (input.attr("name").unwrap_or("").to_owned(), input.attr("value").unwrap_or("").to_owned()))
        .collect()
}

/// The elements of an XML document that hold no other; nothing if the library doesn't take it for one.
fn elements(text: &str) -> Option<Vec<(String, String)>> {
    // Line ends are made one there, and prefixes are dropped.
    if text.contains(['\r', ':']) {
        return None;
    }
    let document = roxmltree::Document::parse(text).ok()?;
    let leaves = document.descendants().filter(|node| node.is_element() && !node.has_children_elements());
    Some(leaves.map(|leaf| (leaf.tag_name().name().to_owned(), leaf.text().unwrap_or("").to_owned())).collect())
}

trait Leaf {
    fn has_children_elements(&self) -> bool;
}

impl Leaf for roxmltree::Node<'_, '_> {
    fn has_children_elements(&self) -> bool {
        self.children().any(|child| child.is_element())
    }
}
