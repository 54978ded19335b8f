//! The MAC doctor: what it says fits does fit, by a MAC that is not ours, and the profile it suggests verifies.
#![no_main]

use libfuzzer_sys::fuzz_target;
use qantara::egw::EgwConfiguration;
use qantara::mac::Diagnose;
use qantara::record::Value;
use qantara::{Egw, json};
use qantara_fuzz::{Input, KEY, Scheme, Tree, hmac, refused, shows_no_secret, unhex};

/// More takes longer than it teaches.
const MOST_FIELDS: usize = 12;

fuzz_target!(|bytes: &[u8]| {
    let mut input = Input::new(bytes);
    let choice = input.byte();
    let (given, mac) = if choice & 1 == 0 { any(input) } else { mistaken(input, choice) };
    let key = given.text("mac_key").unwrap_or("").to_owned();
    let diagnosis = match Egw::diagnose(given) {
        Ok(diagnosis) => diagnosis,
        Err(error) => return refused(&error, bytes),
    };
    let mut written = String::new();
    json::write_record(&mut written, &diagnosis, qantara::record::Names::Snake);
    Tree::read(written.as_bytes()).unwrap();
    assert!(diagnosis.macs() <= 200_001, "{}", diagnosis.macs());
    assert_eq!(diagnosis.fits(), diagnosis.each().iter().any(|finding| finding.fits()));
    shows_no_secret(diagnosis.advice(), b"");
    for finding in diagnosis.each() {
        shows_no_secret(&format!("{finding:?} {}", finding.advice()), b"");
        assert_eq!(finding.fits(), diagnosis.fits());
        if !finding.fits() {
            continue;
        }
        // The source under one of the key's bytes makes the P_SIGN.
        let source = finding.source().unwrap_or("");
        let sha256 = finding.algorithm() == "HMAC-SHA256";
        let made = forms(&key).iter().any(|key| hmac(sha256, key, source.as_bytes()) == mac);
        assert!(made || mac.is_empty(), "{finding:?} {source}");
        if let Value::Map(map) = finding.suggested_profile() {
            let configuration = EgwConfiguration::new().environment("test").api_key("canaryApiKey").mac_key(KEY);
            Egw::configure(configuration.profile(map.clone())).unwrap_or_else(|error| panic!("{error}: {map:?}"));
        }
    }
});

/// Any message, MAC and key; and the MAC where it is sure to be this one.
fn any(mut input: Input<'_>) -> (Diagnose, String) {
    let (message, p_sign, key) = (input.text(), input.text(), input.text());
    let some = |text: &str| Some(text.to_owned()).filter(|text| !text.is_empty());
    let is_sure = unhex(&p_sign).is_some() && unhex(&key).is_some() && !message.contains("P_SIGN");
    let mac = if is_sure { p_sign.to_ascii_uppercase() } else { String::new() };
    (Diagnose::new().message(&*message).p_sign(some(&p_sign)).mac_key(some(&key)), mac)
}

/// A message that was signed with a mistake or two.
fn mistaken(mut input: Input<'_>, choice: u8) -> (Diagnose, String) {
    let key = match choice >> 1 & 3 {
        0 | 1 => unhex(KEY).unwrap(),
        2 => KEY.as_bytes().to_vec(),
        _ => KEY.to_ascii_lowercase().into_bytes(),
    };
    let scheme =
        Scheme { characters: choice & 8 != 0, absent: ["-", "", "0"][usize::from(choice >> 4) % 3], trailing: "" };
    let mut fields: Vec<(String, String)> = Vec::new();
    while !input.is_empty() && fields.len() < MOST_FIELDS {
        let name: String = input.text().chars().filter(|c| c.is_ascii_uppercase() || *c == '_').collect();
        let value = input.text().into_owned();
        if !name.is_empty() && name != "P_SIGN" && !fields.iter().any(|field| field.0 == name) {
            fields.push((name, value));
        }
    }
    let source = scheme.source(fields.iter().map(|field| field.1.as_str()));
    let mac = hmac(choice & 128 != 0, &key, source.as_bytes());
    let mut form = form_urlencoded::Serializer::new(String::new());
    form.extend_pairs(&fields).append_pair("P_SIGN", &mac);
    (Diagnose::new().message(form.finish()).mac_key(KEY), mac)
}

/// What a key's text may stand for.
fn forms(key: &str) -> Vec<Vec<u8>> {
    let texts = [key.to_owned(), key.to_ascii_uppercase(), key.to_ascii_lowercase()];
    texts.into_iter().map(String::into_bytes).chain(unhex(key)).collect()
}
