//! `diagnose`, the MAC doctor: from one captured message, its P_SIGN and the key it finds out how the MAC was made.
//!
//! It is asked by hand, while a shop is being connected. Verifying never asks it: there is one right way there.

mod candidates;
mod captured;
mod key_forms;
mod mistakes;
mod other_orders;
mod recipe;
mod report;
mod search;
mod siblings;
mod suggestion;

use alloc::string::String;
use alloc::vec::Vec;

use candidates::{YOURS, candidates};
use captured::Captured;
use key_forms::{MOST_COMPONENTS, key_forms};
use search::Search;

use super::presets::PRESETS;
use super::{ALGORITHM, Algorithm, LENGTH_UNIT, Profile};
use crate::Egw;
use crate::error::{Code, Error, Fault};
use crate::gateway::GatewayKind;
use crate::record::{Alphabet, Record, Text, Value, choice, record};
use crate::tool::{Run, Tool};

choice! {
    /// What a captured message is.
    MESSAGE_KIND MessageKind { "request" = "request", "reply" = "reply" }
}

choice! {
    /// How the key's text became the bytes of the key.
    KEY_FORM KeyForm {
        "hex_decoded" = "hex_decoded", "text" = "text", "upper_case_text" = "upper_case_text",
        "lower_case_text" = "lower_case_text", "without_last_digit" = "without_last_digit",
        "without_first_digit" = "without_first_digit", "zero_in_front" = "zero_in_front",
        "zero_at_end" = "zero_at_end", "components_joined" = "components_joined",
    }
}

choice! {
    /// The letter case of a captured MAC.
    MAC_CASE MacCase { "upper" = "upper", "lower" = "lower", "mixed" = "mixed" }
}

/// How many MACs are made at most.
const MOST_MACS: usize = 200_000;

/// A key as it came, perhaps with spaces in it.
const KEY: Text = Text { min: 1, max: 512, alphabet: Alphabet::Raw };

record! {
    /// A captured message and what you know of how it was signed.
    input Diagnose {
        /// The message as it came or went: a reply or callback (JSON, XML, urlencoded, an HTML page with hidden
        /// inputs, or the URL the browser came back with), or a request of your own.
        message: need text(Text::RAW) secret,
        /// Its P_SIGN, if that is not in the message.
        p_sign: may text,
        /// The key in hex, as you have it. Needed unless there are components.
        mac_key: may text(KEY) secret,
        /// The key's components, if your bank gave you several: each alone and all XORed are tried.
        mac_key_components: may texts secret,
        /// The profile you have configured: a preset's name or a map. All presets are tried in any case.
        profile: may text_or_map,
        /// MERCHANT: the merchant id. This and the next five may be signed without being sent.
        merchant as "MERCHANT": may text,
        /// TERMINAL: the terminal id.
        terminal as "TERMINAL": may text,
        /// MERCH_NAME: your shop's name.
        merch_name as "MERCH_NAME": may text,
        /// MERCH_URL: your shop's URL.
        merch_url as "MERCH_URL": may text,
        /// COUNTRY: two letters.
        country as "COUNTRY": may text,
        /// MERCH_GMT: your offset from GMT.
        merch_gmt as "MERCH_GMT": may text,
        /// Other values that may be signed without being sent, under the gateway's names: of the request a reply
        /// answers, such as `{"NONCE": "…", "DESC": "…"}`.
        signed_values: may map,
    }
}

record! {
    /// An order that fits, or one that can't be checked.
    output Finding {
        /// Whether the MAC fits. If not, the order can't be checked, because of `missing`.
        fits: may flag,
        /// The preset's name; `yours` for the profile you gave; another bank's of the same engine (`azericard`, `psb`,
        /// `borica`: no presets, take `suggested_profile`); `none` if nobody published this order.
        profile: need text,
        /// The order's name in it, such as `reply 21`; of an order nobody published, the name it is to have.
        order_name: need text,
        /// Other presets with this order.
        also_profiles: may texts,
        /// The fields the MAC covers, in order.
        order: need texts,
        /// The hash under the HMAC.
        algorithm: need choice(ALGORITHM),
        /// What lengths count; left out if all that is signed is ASCII, since then both are the same.
        length_unit: may choice(LENGTH_UNIT),
        /// What stands for a field that is not there; left out if none is.
        absent: may text,
        /// Which key, in these very words: "mac_key", "mac_key_components" (all XORed) or one of them, such as
        /// "mac_key_components.0".
        key_used: may text,
        /// How its text became bytes.
        key_form: may choice(KEY_FORM),
        /// P_SIGN's letter case. Qantara accepts either.
        letter_case: may choice(MAC_CASE),
        /// Signed fields that the message doesn't carry.
        missing: may texts,
        /// The mistakes that make it fit: none if the MAC is made as it should be.
        ///
        /// `other_profile`, `other_message`, `algorithm`, `key_as_text`, `key_not_plain`, `key_odd_digits`,
        /// `key_component`, `key_is_component`, `key_components_joined`, `length_in_characters`, `length_in_bytes`,
        /// `empty_left_out`, `empty_as_zero`, `empty_as_value`, `empty_as_dash`, `zero_as_absent`, `dash_as_absent`,
        /// `trailing_text`, `amount_form`, `values_trimmed`, `values_decoded_twice`, `values_encoded`,
        /// `values_escaped`, `plus_as_space`, `nonce_case`, `other_timestamp`, `last_of_two`, `signed_not_sent`,
        /// `setting_instead`, `value_guessed`, `fields_left_out`, `field_added`, `field_replaced`, `fields_moved`,
        /// `message_order`, `sorted_order`, `mac_case`, `mac_base64`.
        mistakes: may texts,
        /// The text the MAC covers.
        source: may text secret,
        /// A profile to configure, with which messages like this one are signed and verified; left out if yours does
        /// so already, or none can.
        suggested_profile: may map,
        /// What to do.
        advice: need text,
    }
}

record! {
    /// What the doctor found. It explains a message and proves nothing: nobody is to be served by it.
    output Diagnosis {
        /// Whether something fits.
        fits: may flag,
        /// What the message looks like: a reply has ACTION or RC.
        message_kind: need choice(MESSAGE_KIND),
        /// What fits, the likeliest first. If nothing does: the orders that can't be checked, and why.
        findings: need records(Finding::SHAPE),
        /// What to do, in short.
        advice: need text,
        /// What was tried, in words.
        tried: need texts,
        /// How many MACs were made.
        macs: need count(0, i64::MAX),
        /// Whether the search was stopped before all of the last thing in `tried` was tried.
        stopped: may flag,
    }
}

impl Diagnosis {
    /// The findings, typed.
    pub fn each(&self) -> Vec<Finding> {
        self.0.records("findings").into_iter().map(Finding).collect()
    }
}

/// The tool.
pub static DIAGNOSE: Tool = Tool {
    name: "diagnose",
    gateway: GatewayKind::Egw,
    input: Diagnose::SHAPE,
    output: Diagnosis::SHAPE,
    page: "https://docs.alqaseh.com/1.0-legacy/auth",
    doc: if cfg!(feature = "describe") {
        &[
            "Finds out how a captured message was signed: which order, which key, which mistake.",
            "",
            "For the time you connect your shop: take one message with its P_SIGN, and the key. It tries every \
             published order and every known mistake, then orders that nobody published, and says what fits and what \
             to do. It makes at most some 200,000 MACs; that takes about a second. It proves nothing, and verifying \
             never uses it.",
        ]
    } else {
        &[]
    },
    run: Run::Alone(run),
};

impl Egw {
    /// Finds out how a captured message was signed: which order, which key, which mistake.
    ///
    /// # Errors
    /// 1xxx for input that is none, 2xxx if P_SIGN is missing or can't be a MAC, 3xxx if the message can't be read.
    ///
    /// ```
    /// use qantara::Egw;
    /// use qantara::mac::Diagnose;
    /// let message = "AMOUNT=11.48&CURRENCY=USD&ORDER=771446&TRTYPE=1&TERMINAL=99999999&TIMESTAMP=20240105153021\
    ///     &NONCE=F2B2DD7E603A7ADA&ACTION=0&RC=00&RRN=306276834930&INT_REF=4A29E93C607E33DC\
    ///     &P_SIGN=7ec5afc2a55c0e7cd41ad9a5a7c5b2f2b1e0d5a4";
    /// let diagnosis = Egw::diagnose(Diagnose::new().message(message).mac_key("00112233445566778899AABBCCDDEEFF"))?;
    /// assert!(!diagnosis.fits());
    /// assert!(diagnosis.each().iter().any(|finding| finding.profile() == "kina")); // wants MERCHANT
    /// # Ok::<(), qantara::Error>(())
    /// ```
    pub fn diagnose(input: Diagnose) -> Result<Diagnosis, Error> {
        run(input.into_record()).map(Diagnosis)
    }
}

fn run(given: Record) -> Result<Record, Error> {
    run_within(given, MOST_MACS)
}

fn run_within(mut given: Record, most_macs: usize) -> Result<Record, Error> {
    let mut faults = given.faults();
    if given.value("mac_key").is_null() && given.value("mac_key_components").is_null() {
        faults.push(Fault::new(Code::FieldMissing, "mac_key"));
    }
    if matches!(given.value("mac_key_components"), Value::List(items) if items.len() > MOST_COMPONENTS) {
        faults.push(Fault::new(Code::KeyComponents, "mac_key_components"));
    }
    let mut schemes: Vec<(&'static str, Profile)> = Vec::new();
    if !given.value("profile").is_null() {
        schemes.extend(Profile::from_value(given.value("profile"), &mut faults).map(|profile| (YOURS, profile)));
    }
    given.shape().refuse(faults)?;
    schemes.extend(PRESETS.iter().chain(siblings::SIBLINGS).map(|preset| (preset.name, Profile::preset(preset))));
    let message = Captured::read(&given, &schemes)?;
    let (mac, is_base64) = read_mac(&message.p_sign)?;
    let algorithm = if mac.len() == 20 { Algorithm::HmacSha1 } else { Algorithm::HmacSha256 };
    let candidates = candidates(&schemes, &message, algorithm);
    let mut search = Search::new(&message, candidates, key_forms(&given, algorithm), mac, most_macs);
    search.run();
    let yours = schemes.first().filter(|scheme| scheme.0 == YOURS).map(|scheme| &scheme.1);
    Ok(report::Report { given: &given, message: &message, search: &search, algorithm, yours, is_base64 }.write())
}

/// The MAC's bytes, and whether they came in base64.
fn read_mac(p_sign: &str) -> Result<(Vec<u8>, bool), Fault> {
    use base64::Engine;
    let is_mac = |bytes: &Vec<u8>| matches!(bytes.len(), 20 | 32);
    if p_sign.is_empty() {
        return Err(Fault::new(Code::MacMissing, "P_SIGN"));
    }
    if let Some(bytes) = hex::decode(p_sign).ok().filter(is_mac) {
        return Ok((bytes, false));
    }
    if let Some(bytes) = base64::engine::general_purpose::STANDARD.decode(p_sign).ok().filter(is_mac) {
        return Ok((bytes, true));
    }
    if !p_sign.bytes().all(|b| b.is_ascii_hexdigit()) {
        return Err(Fault::new(Code::MacNotHex, "P_SIGN"));
    }
    let limit = alloc::format!("40 or 64 hex digits, not {}", p_sign.len());
    Err(Fault::new(Code::MacLength, "P_SIGN").with_limit(limit))
}

/// Texts as a list.
fn list<'t>(texts: impl IntoIterator<Item = &'t str>) -> Value {
    Value::List(texts.into_iter().map(Value::text).collect())
}

/// Texts with commas between them.
fn comma<'t>(texts: impl IntoIterator<Item = &'t str>) -> String {
    let mut out = String::new();
    for text in texts {
        out.push_str(if out.is_empty() { "" } else { ", " });
        out.push_str(text);
    }
    out
}

#[cfg(test)]
mod tests;
