//! What is given: a canary for every secret field, of the form its table asks for.

use base64::Engine;
use base64::prelude::BASE64_STANDARD_NO_PAD;
use qantara::record::{Alphabet, Field, Kind, Shape, Value};
use qantara::{GatewayKind, json};

use super::Shop;
use super::messages;
use crate::examples::{Example, Of, get};

/// What every canary of words begins with.
pub const WORD: &str = "c4nary";
/// What is kept about a payment, and told from secrets by nothing but its place.
pub const NOTE: &str = "c4nary0note0of0the0shop00112233";
pub const EXTRA: &str = "c4nary0field0nobody0knows001122";
const CARD: &str = "5341432900077803";
const CVV: &str = "9713";
const YEAR: &str = "2091";
const KEY: &str = "C4A4C4A400112233445566778899AABB";
const PREVIOUS: &str = "D5B5D5B500112233445566778899AABB";
/// XORed they are [`KEY`], which nobody may see either.
pub const COMPONENTS: [&str; 2] = ["E6C6E6C6F0E1D2C3B4A5968778695A4B", "22622262F0F0F0F0F0F0F0F0F0F0F0F0"];

/// A canary of the form that a field asks for.
pub fn canary(field: &Field) -> Value {
    match (&field.kind, field.name) {
        (_, "previous_mac_key") => Value::text(PREVIOUS),
        (_, "mac_key_components") => Value::from(COMPONENTS),
        (_, "mac_key" | "webhook_mac_key" | "key") => Value::text(KEY),
        (_, "card_number" | "bank_card_number") => Value::text(CARD),
        (_, "cvv") => Value::text(CVV),
        (_, "exp_month") => Value::text("01"),
        (_, "exp_year") => Value::text(YEAR),
        (Kind::Text(bounds), name) if bounds.alphabet == Alphabet::Digits => {
            panic!("which digits are a canary of {name}?")
        }
        (Kind::Text(_), name) => Value::text(&word(name)),
        (Kind::Any | Kind::Map, _) => Value::from([("note", NOTE)]),
        (kind, name) => panic!("what is a canary of {name}, {kind:?}?"),
    }
}

/// Letters and digits as a key or token has them, and as long.
fn word(name: &str) -> String {
    let mut word = format!("{WORD}{}", name.replace('_', "0"));
    word.extend("00112233445566778899".chars().take(32_usize.saturating_sub(word.len())));
    word
}

/// What is looked for, in small letters. Those shorter than six characters count only where they stand alone.
pub fn canaries(shops: &[Shop]) -> Vec<String> {
    let shop = |kind| &shops.iter().find(|shop| shop.kind == kind).expect("each kind").configuration;
    let alqaseh = shop(GatewayKind::AlQaseh);
    let login = [get(alqaseh, "client_id"), get(alqaseh, "client_secret")];
    let login = login.iter().filter_map(Value::as_text).collect::<Vec<_>>().join(":");
    let mut canaries: Vec<String> =
        [CARD, CVV, YEAR, KEY, PREVIOUS, COMPONENTS[0], COMPONENTS[1]].map(str::to_ascii_lowercase).to_vec();
    canaries.push(BASE64_STANDARD_NO_PAD.encode(login).to_ascii_lowercase());
    let operations = Of::all().filter_map(Of::input).chain(Of::all().map(Of::output));
    let fields = operations.chain(GatewayKind::ALL.map(GatewayKind::configuration));
    let fields = fields.flat_map(|shape| std::iter::once(shape).chain(crate::tables::nested(shape)));
    for field in fields.flat_map(|shape| shape.fields).filter(|field| field.secret) {
        let word = word(field.name);
        if !canaries.contains(&word) {
            canaries.push(word);
        }
    }
    canaries.extend([NOTE, EXTRA, WORD].map(String::from));
    canaries
}

/// Whether a canary is in it.
pub fn is_told(value: &Value) -> bool {
    let text = json::to_text(value).to_ascii_lowercase();
    [WORD, CARD].iter().any(|canary| text.contains(canary))
}

pub fn set(given: &mut Vec<(String, Value)>, name: &str, value: Value) {
    given.retain(|(known, _)| known != name);
    given.push((name.to_owned(), value));
}

/// A configuration with a canary in every secret, given or not. A key is given whole.
pub fn configuration(shape: &Shape, mut given: Vec<(String, Value)>) -> Vec<(String, Value)> {
    for field in shape.fields.iter().filter(|field| field.secret && field.name != "mac_key_components") {
        set(&mut given, field.name, canary(field));
    }
    // A webhook shows what its MAC covers: here the token, too.
    if given.iter().any(|(name, _)| name == "webhook_profile") {
        let covered = ["order_id", "amount", "currency", "payment_status", "token"];
        let orders = Value::from([("orders", Value::from([("reply", Value::from(covered))]))]);
        set(&mut given, "webhook_profile", orders);
    }
    given
}

/// An example with a canary in every secret that goes in, and in every one that comes back.
pub fn fill(example: &mut Example, configuration: &[(String, Value)]) {
    let name = example.of.full_name();
    for field in example.of.input().into_iter().flat_map(|shape| shape.fields).filter(|field| field.secret) {
        let value = match field.name {
            // What arrives is a message, and what it bears is what was set in the portal.
            "body" => messages::body_of(example, configuration),
            "header" if name.contains("refund") => get(configuration, "refund_webhook_secret"),
            "header" => get(configuration, "webhook_secret"),
            "message" => messages::form_of(configuration),
            // Either the key or its parts.
            "mac_key_components" => continue,
            _ => canary(field),
        };
        set(&mut example.input, field.name, value);
    }
    match name.as_str() {
        "alqaseh.create_payment" => set(&mut example.input, "custom_data", Value::from([("note", NOTE)])),
        "egw.diagnose" => set(&mut example.input, "profile", get(configuration, "profile")),
        // The page holds what the customer is shown.
        "egw.card_form" => set(&mut example.input, "description", Value::text(NOTE)),
        _ => {}
    }
    if !matches!(example.of, Of::Tool(_)) && !example.body.is_empty() {
        example.body = messages::with(example.of.output(), &example.body);
    }
}

/// The same with one secret after the other broken, and with nothing but the secrets.
pub fn mistakes(shape: &Shape, given: &[(String, Value)]) -> Vec<Vec<(String, Value)>> {
    let secret = |name: &str| shape.fields.iter().any(|field| field.name == name && field.secret);
    let mut mistakes = Vec::new();
    for (at, (name, value)) in given.iter().enumerate().filter(|(_, (name, _))| secret(name)) {
        let text = json::to_text(value);
        let text = value.as_text().unwrap_or(&text);
        let many = Value::List(vec![Value::text(text)]);
        for broken in [Value::text(&format!("{text}\n{text}")), many] {
            let mut mistake = given.to_vec();
            mistake[at] = (name.clone(), broken);
            mistakes.push(mistake);
        }
    }
    let only: Vec<_> = given.iter().filter(|(name, _)| secret(name)).cloned().collect();
    if !only.is_empty() {
        mistakes.push(only);
    }
    mistakes
}
