//! The keys a MAC may have been made with: the right one, and those that known mistakes make of it.

use alloc::string::String;
use alloc::vec::Vec;
use zeroize::Zeroizing;

use super::mistakes::{self, Mistake};
use crate::mac::{Algorithm, Key};
use crate::record::{Record, Value};

/// How many components are looked at.
pub(super) const MOST_COMPONENTS: usize = 8;

type Bytes = Zeroizing<Vec<u8>>;

/// A key to try.
pub(super) struct KeyForm {
    pub(super) key: Key,
    /// Which of the caller's keys it comes from.
    pub(super) used: &'static str,
    pub(super) form: &'static str,
    /// None for a key as it should be.
    pub(super) mistake: Option<&'static Mistake>,
}

const ALL: &str = "mac_key_components";
const EACH: [&str; MOST_COMPONENTS] = [
    "mac_key_components.0",
    "mac_key_components.1",
    "mac_key_components.2",
    "mac_key_components.3",
    "mac_key_components.4",
    "mac_key_components.5",
    "mac_key_components.6",
    "mac_key_components.7",
];

struct Forms {
    algorithm: Algorithm,
    seen: Vec<Bytes>,
    forms: Vec<KeyForm>,
}

impl Forms {
    /// Adds a key unless it is one that is there already.
    fn add(&mut self, used: &'static str, form: &'static str, bytes: Bytes, mistake: Option<&'static Mistake>) {
        if !bytes.is_empty() && !self.seen.contains(&bytes) {
            self.forms.push(KeyForm { key: Key::from_bytes(self.algorithm, &bytes), used, form, mistake });
            self.seen.push(bytes);
        }
    }
}

/// What was given, each with its name.
fn texts(given: &Record) -> Vec<(&'static str, &str)> {
    let components = match given.value("mac_key_components") {
        Value::List(items) => items.as_slice(),
        _ => &[],
    };
    let components = EACH.into_iter().zip(components.iter().filter_map(Value::as_text));
    given.text("mac_key").map(|key| ("mac_key", key)).into_iter().chain(components).collect()
}

/// The names of those that no gateway would take, however they were copied.
pub(super) fn no_keys(given: &Record) -> impl Iterator<Item = &'static str> {
    let texts = texts(given).into_iter();
    texts.filter(|(name, text)| Key::from_hex(Algorithm::HmacSha1, &digits(text), name).is_err()).map(|(name, _)| name)
}

/// Every key to try, the right ones first.
pub(super) fn key_forms(given: &Record, algorithm: Algorithm) -> Vec<KeyForm> {
    let mut forms = Forms { algorithm, seen: Vec::new(), forms: Vec::new() };
    let texts = texts(given);
    let alone = usize::from(given.text("mac_key").is_some());
    let components: Vec<&str> = texts.iter().skip(alone).map(|(_, text)| *text).collect();
    let parts: Vec<Option<Bytes>> = texts.iter().map(|(_, text)| decode(&digits(text))).collect();
    let xored = xor(parts.get(alone..).unwrap_or(&[]));

    if let Some(bytes) = &xored {
        let is_several = components.len() > 1;
        let used = if is_several { ALL } else { EACH[0] };
        forms.add(used, "hex_decoded", bytes.clone(), None);
    }
    for (i, ((used, text), bytes)) in texts.iter().zip(&parts).enumerate() {
        let Some(bytes) = bytes else { continue };
        let plain = digits(text).len() == text.len();
        let mistake = if i >= alone { Some(&mistakes::KEY_COMPONENT) } else { None };
        forms.add(used, "hex_decoded", bytes.clone(), mistake.or((!plain).then_some(&mistakes::KEY_NOT_PLAIN)));
    }
    if alone > 0
        && parts.len() > 1
        && let Some(bytes) = xor(&parts)
    {
        forms.add("mac_key", "hex_decoded", bytes, Some(&mistakes::KEY_IS_COMPONENT));
    }
    if components.len() > 1 {
        let joined: Zeroizing<String> = Zeroizing::new(components.iter().map(|text| &**text).collect());
        if let Some(bytes) = decode(&digits(&joined)) {
            forms.add(ALL, "components_joined", bytes, Some(&mistakes::KEY_JOINED));
        }
        text_forms(&mut forms, ALL, &joined);
        if let Some(bytes) = &xored {
            text_forms(&mut forms, ALL, &Zeroizing::new(hex::encode(bytes)));
        }
    }
    for (used, text) in &texts {
        text_forms(&mut forms, used, text);
        odd_forms(&mut forms, used, &digits(text));
    }
    forms.forms
}

/// The digits of a key that was copied with spaces, dashes or a `0x`.
fn digits(text: &str) -> Zeroizing<String> {
    let text = text.trim_matches(|c: char| c.is_whitespace() || matches!(c, '"' | '\''));
    let text = text.strip_prefix("0x").or(text.strip_prefix("0X")).unwrap_or(text);
    let skipped = |c: &char| c.is_whitespace() || matches!(c, '-' | ':');
    let mut digits = Zeroizing::new(String::with_capacity(text.len()));
    digits.extend(text.chars().filter(|c| !skipped(c)));
    digits
}

fn decode(digits: &str) -> Option<Bytes> {
    hex::decode(digits).ok().map(Zeroizing::new)
}

fn xor(parts: &[Option<Bytes>]) -> Option<Bytes> {
    let mut parts = parts.iter();
    let mut all = parts.next()?.clone()?;
    for part in parts {
        let part = part.as_ref().filter(|part| part.len() == all.len())?;
        all.iter_mut().zip(part.iter()).for_each(|(byte, other)| *byte ^= other);
    }
    Some(all)
}

/// The key as text, as it stands and in the forms a program may have brought it to.
fn text_forms(forms: &mut Forms, used: &'static str, text: &str) {
    let plain = digits(text);
    let mut add = |form, text: &str, mistake| forms.add(used, form, Zeroizing::new(text.as_bytes().to_vec()), mistake);
    add("text", &plain, Some(&mistakes::KEY_AS_TEXT));
    add("upper_case_text", &Zeroizing::new(plain.to_ascii_uppercase()), Some(&mistakes::KEY_AS_TEXT));
    add("lower_case_text", &Zeroizing::new(plain.to_ascii_lowercase()), Some(&mistakes::KEY_AS_TEXT));
    add("text", text, Some(&mistakes::KEY_NOT_PLAIN));
    add("text", text.trim(), Some(&mistakes::KEY_NOT_PLAIN));
}

/// What decoders make of an odd number of digits.
fn odd_forms(forms: &mut Forms, used: &'static str, digits: &str) {
    if digits.len().is_multiple_of(2) || !digits.bytes().all(|b| b.is_ascii_hexdigit()) {
        return;
    }
    let filled = |front: &str, end: &str| {
        let mut text = Zeroizing::new(String::with_capacity(digits.len() + 1));
        [front, digits, end].iter().for_each(|part| text.push_str(part));
        text
    };
    let tail = digits.len() - 1;
    for (form, text) in [
        ("without_last_digit", Zeroizing::new(String::from(digits.get(..tail).unwrap_or("")))),
        ("without_first_digit", Zeroizing::new(String::from(digits.get(1..).unwrap_or("")))),
        ("zero_in_front", filled("0", "")),
        ("zero_at_end", filled("", "0")),
    ] {
        if let Some(bytes) = decode(&text) {
            forms.add(used, form, bytes, Some(&mistakes::KEY_ODD));
        }
    }
}
