//! HMAC (RFC 2104) once more, over the hash crates alone, and the source of a P_SIGN as it is published.

use sha1::{Digest, Sha1};
use sha2::Sha256;

/// The MAC of a message in upper-case hex.
pub fn hmac(sha256: bool, key: &[u8], message: &[u8]) -> String {
    let hash = |bytes: &[u8]| if sha256 { Sha256::digest(bytes).to_vec() } else { Sha1::digest(bytes).to_vec() };
    let mut block = [0_u8; 64];
    let short = if key.len() > 64 { hash(key) } else { key.to_vec() };
    block[..short.len()].copy_from_slice(&short);
    let padded = |pad: u8, rest: &[u8]| [&block.map(|b| b ^ pad)[..], rest].concat();
    let inner = hash(&padded(0x36, message));
    hash(&padded(0x5c, &inner)).iter().map(|byte| format!("{byte:02X}")).collect()
}

/// How lengths are counted and what stands for nothing.
pub struct Scheme<'a> {
    pub characters: bool,
    pub absent: &'a str,
    pub trailing: &'a str,
}

impl Scheme<'_> {
    /// Length and value of each field.
    pub fn source<'v>(&self, values: impl Iterator<Item = &'v str>) -> String {
        let field = |value: &str| match value {
            "" => self.absent.to_owned(),
            value if self.characters => format!("{}{value}", value.chars().count()),
            value => format!("{}{value}", value.len()),
        };
        values.map(field).collect::<String>() + self.trailing
    }
}

/// The bytes of hex.
pub fn unhex(text: &str) -> Option<Vec<u8>> {
    let pair = |pair: &[u8]| u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok();
    let is_hex = text.bytes().all(|b| b.is_ascii_hexdigit()) && text.len().is_multiple_of(2);
    is_hex.then(|| text.as_bytes().chunks(2).map(pair).collect())?
}

#[test]
fn published() {
    // RFC 2202, case 2; RFC 4231, case 2.
    let message = b"what do ya want for nothing?";
    assert_eq!(hmac(false, b"Jefe", message), "EFFCDF6AE5EB2FA2D27416D5F184DF9C259A7C79");
    assert!(hmac(true, b"Jefe", message).starts_with("5BDCC146BF60754E6A042426089575C7"));
}
