//! P_SIGN, written from the gateway's description and from nothing else.
//!
//! This is deliberately not the SDK's routine: the two check each other.

use hmac::{Hmac, KeyInit, Mac};
use sha1::Sha1;
use sha2::Sha256;

use crate::merchants::Algorithm;

/// For each field in order: the length of its value in bytes, then the value. A field that is
/// absent or empty is a bare `-`.
pub(crate) fn source<'a>(order: impl IntoIterator<Item = &'a str>, value: impl Fn(&str) -> Option<&'a str>) -> String {
    let mut text = String::new();
    for field in order {
        match value(field).filter(|v| !v.is_empty()) {
            Some(v) => {
                text.push_str(&v.len().to_string());
                text.push_str(v);
            }
            None => text.push('-'),
        }
    }
    text
}

/// The MAC in upper-case hex; `None` if the key is not hex.
pub(crate) fn sign(algorithm: Algorithm, key: &[String], source: &str) -> Option<String> {
    let key = key_bytes(key)?;
    let digest = match algorithm {
        Algorithm::Sha1 => digest::<Hmac<Sha1>>(&key, source)?,
        Algorithm::Sha256 => digest::<Hmac<Sha256>>(&key, source)?,
    };
    Some(digest.iter().map(|b| format!("{b:02X}")).collect())
}

/// Whether `given` (hex, either case) is the MAC of `source`.
pub(crate) fn verify(algorithm: Algorithm, key: &[String], source: &str, given: &str) -> bool {
    let (Some(key), Some(given)) = (key_bytes(key), from_hex(given)) else {
        return false;
    };
    match algorithm {
        Algorithm::Sha1 => matches::<Hmac<Sha1>>(&key, source, &given),
        Algorithm::Sha256 => matches::<Hmac<Sha256>>(&key, source, &given),
    }
}

fn digest<M: Mac + KeyInit>(key: &[u8], source: &str) -> Option<Vec<u8>> {
    let mac = <M as KeyInit>::new_from_slice(key).ok()?;
    let mac = mac.chain_update(source.as_bytes());
    Some(mac.finalize().into_bytes().to_vec())
}

fn matches<M: Mac + KeyInit>(key: &[u8], source: &str, given: &[u8]) -> bool {
    <M as KeyInit>::new_from_slice(key).is_ok_and(|mac| mac.chain_update(source.as_bytes()).verify_slice(given).is_ok())
}

/// A key from one hex text, or from the components it was handed over in: their XOR. `None` if one
/// is not hex, or they differ in length.
pub(crate) fn key_bytes(components: &[String]) -> Option<Vec<u8>> {
    let (first, others) = components.split_first()?;
    let mut key = from_hex(first)?;
    for component in others {
        let component = from_hex(component)?;
        if component.len() != key.len() {
            return None;
        }
        for (byte, other) in key.iter_mut().zip(component) {
            *byte ^= other;
        }
    }
    Some(key)
}

/// Whole bytes of hex, either case; `None` for anything else, an odd digit included.
pub(crate) fn from_hex(text: &str) -> Option<Vec<u8>> {
    if text.is_empty() || !text.len().is_multiple_of(2) {
        return None;
    }
    let digit = |b: &u8| char::from(*b).to_digit(16);
    text.as_bytes()
        .chunks(2)
        .map(|pair| {
            let mut value = 0;
            for b in pair {
                value = value * 16 + digit(b)?;
            }
            u8::try_from(value).ok()
        })
        .collect()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::merchants::Scheme;

    /// Published worked examples of the e-Gateway's manual, of Bank CenterCredit, of Kina Bank
    /// and of AzeriCard: names, values, source string and, where a key was printed, the MAC.
    type Vector<'a> = (&'a [(&'a str, &'a str)], &'a str, Option<(&'a str, &'a str)>);

    const MANUAL: Vector = (
        &[
            ("AMOUNT", "11.48"),
            ("CURRENCY", "USD"),
            ("ORDER", "771446"),
            ("DESC", "IT Books. Qty: 2"),
            ("MERCH_NAME", "Books Online Inc."),
            ("MERCH_URL", "www.sample.com"),
            ("MERCHANT", "123456789012345"),
            ("TERMINAL", "99999999"),
            ("EMAIL", "pgw@mail.sample.com"),
            ("TRTYPE", "1"),
            ("COUNTRY", ""),
            ("MERCH_GMT", ""),
            ("TIMESTAMP", "20030105153021"),
            ("NONCE", "F2B2DD7E603A7ADA"),
            ("BACKREF", "https://www.sample.com/shop/reply"),
        ],
        "511.483USD677144616IT Books. Qty: 217Books Online Inc.14www.sample.com151234567890123458\
         9999999919pgw@mail.sample.com11--142003010515302116F2B2DD7E603A7ADA33https://www.sample.\
         com/shop/reply",
        Some(("00112233445566778899AABBCCDDEEFF", "FACC882CA67E109E409E3974DDEDA8AAB13A5E48")),
    );
    const BCC: Vector = (
        &[
            ("AMOUNT", "350.00"),
            ("CURRENCY", "398"),
            ("ORDER", "3558714461568"),
            ("MERCHANT", "merchantname"),
            ("TERMINAL", "88888881"),
            ("MERCH_GMT", "0"),
            ("TIMESTAMP", "20200224073921"),
            ("TRTYPE", "1"),
            ("NONCE", "F2B2DD7E603A7AAF5E1BC35DEE1F6C9A"),
        ],
        "6350.00339813355871446156812merchantname8888888811014202002240739211132F2B2DD7E603A7AAF5\
         E1BC35DEE1F6C9A",
        Some(("6BB0AC02E47BDF73D98FEB777F3B5294", "9B1C58714CFF6E4BCC6E97B4D503275838F4ED68")),
    );
    const KINA_21: Vector = (
        &[
            ("ORDER", "ORD001"),
            ("AMOUNT", "50.00"),
            ("CURRENCY", "PGK"),
            ("RRN", "RRN001"),
            ("INT_REF", "INT001"),
            ("TRTYPE", "21"),
            ("TERMINAL", "T001"),
            ("TIMESTAMP", "20260315123456"),
            ("NONCE", "NONCE001"),
        ],
        "6ORD001550.003PGK6RRN0016INT0012214T00114202603151234568NONCE001",
        None,
    );
    const AZERICARD: Vector = (
        &[
            ("AMOUNT", "11.48"),
            ("TERMINAL", "99999999"),
            ("APPROVAL", ""),
            ("RRN", "306276834930"),
            ("INT_REF", "4A29E93C607E33DC"),
        ],
        "511.48899999999-12306276834930164A29E93C607E33DC",
        None,
    );

    fn value<'a>(fields: &[(&str, &'a str)], name: &str) -> Option<&'a str> {
        fields.iter().find(|f| f.0 == name).map(|f| f.1)
    }

    #[test]
    fn published_vectors() {
        for (fields, expected, signed) in [MANUAL, BCC, KINA_21, AZERICARD] {
            let text = source(fields.iter().map(|f| f.0), |name| value(fields, name));
            assert_eq!(text, expected);
            if let Some((key, p_sign)) = signed {
                let key = &[key.to_owned()][..];
                assert_eq!(sign(Algorithm::Sha1, key, &text).unwrap(), p_sign);
                assert!(verify(Algorithm::Sha1, key, &text, p_sign));
                assert!(verify(Algorithm::Sha1, key, &text, &p_sign.to_lowercase()));
                assert!(!verify(Algorithm::Sha1, key, &text, &p_sign.replacen('F', "E", 1)));
                assert!(!verify(Algorithm::Sha1, key, &text, &p_sign[..38]));
            }
        }
    }

    #[test]
    fn the_built_in_orders_match_the_published_ones() {
        let names = |v: Vector<'static>| v.0.iter().map(|f| f.0).collect::<Vec<_>>();
        assert_eq!(Scheme::classic().request, names(MANUAL));
        assert_eq!(Scheme::demo().request, names(MANUAL));
        assert_eq!(Scheme::classic().reply, names(KINA_21));
        assert_eq!(Scheme::kina().later, names(KINA_21));
        assert_eq!(Scheme::bcc().request, names(BCC));
    }

    #[test]
    fn absent_zero_and_non_ascii_values() {
        let fields = [("A", "0"), ("B", " "), ("D", ""), ("E", "كتاب")];
        let text = source(["A", "B", "C", "D", "E"], |n| value(&fields, n));
        assert_eq!(text, "101 --8كتاب");
    }

    #[test]
    fn sha256_of_rfc_4231_case_2() {
        let mac = sign(Algorithm::Sha256, &["4a656665".to_owned()], "what do ya want for nothing?");
        assert_eq!(mac.unwrap(), "5BDCC146BF60754E6A042426089575C75A003F089D2739839DEC58B964EC3843");
    }

    #[test]
    fn components_are_xored() {
        let key = |components: &[&str]| key_bytes(&components.iter().map(|&c| c.to_owned()).collect::<Vec<_>>());
        assert_eq!(key(&["00ff", "0F0F", "1000"]), Some(vec![0x1f, 0xf0]));
        assert_eq!(key(&["00ff", "0f"]), None);
        assert_eq!(key(&["00ff", "0g0f"]), None);
        assert_eq!(key(&[]), None);
    }

    #[test]
    fn keys_are_whole_bytes_of_hex() {
        assert_eq!(from_hex("00fF"), Some(vec![0, 255]));
        for bad in ["", "0", "0g", "+1", "é"] {
            assert_eq!(from_hex(bad), None, "{bad}");
        }
    }
}
