//! A MAC key, reduced once to its two HMAC states.

use alloc::format;
use core::fmt;

use hmac::{Hmac, KeyInit, Mac};
use sha1::{Digest, Sha1};
use sha2::Sha256;
use subtle::ConstantTimeEq;
use zeroize::Zeroizing;

use crate::error::{Code, Fault};
use crate::record::choice;

choice! {
    /// The hash under the HMAC.
    ALGORITHM Algorithm { "HMAC-SHA1" = "HMAC-SHA1", "HMAC-SHA256" = "HMAC-SHA256" }
}

/// The hash under the HMAC.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Algorithm {
    /// 20 bytes: what the engine does classically.
    HmacSha1,
    /// 32 bytes: what some banks moved to.
    HmacSha256,
}

impl Algorithm {
    pub(crate) fn from_name(name: &str) -> Option<Self> {
        match name {
            "HMAC-SHA1" => Some(Self::HmacSha1),
            "HMAC-SHA256" => Some(Self::HmacSha256),
            _ => None,
        }
    }

    /// `HMAC-SHA1` or `HMAC-SHA256`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::HmacSha1 => "HMAC-SHA1",
            Self::HmacSha256 => "HMAC-SHA256",
        }
    }

    /// How many bytes a MAC has.
    pub const fn bytes(self) -> usize {
        match self {
            Self::HmacSha1 => 20,
            Self::HmacSha256 => 32,
        }
    }
}

/// A MAC key. Prints as `***`; its states are wiped when it goes.
#[derive(Clone)]
pub struct Key(States);

#[derive(Clone)]
enum States {
    Sha1(Hmac<Sha1>),
    Sha256(Hmac<Sha256>),
}

/// A MAC. It has no `==`: that would tell by its time how much of a forged one is right. Use [`Key::verify`].
#[derive(Clone)]
pub enum Tag {
    /// 20 bytes.
    Sha1([u8; 20]),
    /// 32 bytes.
    Sha256([u8; 32]),
}

impl AsRef<[u8]> for Tag {
    fn as_ref(&self) -> &[u8] {
        match self {
            Self::Sha1(bytes) => bytes,
            Self::Sha256(bytes) => bytes,
        }
    }
}

/// How many bytes both hashes take at a time.
const BLOCK: usize = 64;
/// What a gateway's key has at least.
const MIN_BYTES: usize = 16;

impl Key {
    /// A key from its bytes, of any length: HMAC fills a short one up with zeros and hashes one that is longer
    /// than a block.
    pub fn from_bytes(algorithm: Algorithm, key: &[u8]) -> Self {
        let mut block = Zeroizing::new([0; BLOCK]);
        let mut fill = |bytes: &[u8]| block.iter_mut().zip(bytes).for_each(|(slot, byte)| *slot = *byte);
        match algorithm {
            _ if key.len() <= BLOCK => fill(key),
            Algorithm::HmacSha1 => fill(&Sha1::digest(key)),
            Algorithm::HmacSha256 => fill(&Sha256::digest(key)),
        }
        Self(match algorithm {
            Algorithm::HmacSha1 => States::Sha1(Hmac::new((&*block).into())),
            Algorithm::HmacSha256 => States::Sha256(Hmac::new((&*block).into())),
        })
    }

    /// A gateway's key, as the bank hands it over: hex, at least 16 bytes, not all zero.
    pub(crate) fn from_hex(algorithm: Algorithm, text: &str, field: &'static str) -> Result<Self, Fault> {
        let bytes = Zeroizing::new(hex::decode(text).map_err(|_| Fault::new(Code::KeyNotHex, field))?);
        if bytes.len() < MIN_BYTES {
            return Err(Fault::new(Code::KeyTooShort, field).limit(format!("{MIN_BYTES} bytes (32 hex digits)")));
        }
        if bytes.iter().all(|b| *b == 0) {
            return Err(Fault::new(Code::KeyZero, field));
        }
        Ok(Self::from_bytes(algorithm, &bytes))
    }

    /// The MAC of a message.
    pub fn mac(&self, message: &[u8]) -> Tag {
        match &self.0 {
            States::Sha1(state) => Tag::Sha1(state.clone().chain_update(message).finalize().into_bytes().into()),
            States::Sha256(state) => Tag::Sha256(state.clone().chain_update(message).finalize().into_bytes().into()),
        }
    }

    /// Verifies a MAC given in hex, of either letter case, in constant time and in its full length.
    ///
    /// # Errors
    /// 2xxx, naming `field`: missing, not hex, not of this length, or another.
    pub fn verify(&self, message: &[u8], mac: &str, field: &'static str) -> Result<(), Fault> {
        if mac.is_empty() {
            return Err(Fault::new(Code::MacMissing, field));
        }
        let own = self.mac(message);
        let own = own.as_ref();
        if !mac.bytes().all(|b| b.is_ascii_hexdigit()) {
            return Err(Fault::new(Code::MacNotHex, field));
        }
        if mac.len() != own.len() * 2 {
            return Err(Fault::new(Code::MacLength, field).limit(format!("{} hex digits", own.len() * 2)));
        }
        let given = hex::decode(mac).map_err(|_| Fault::new(Code::MacNotHex, field))?;
        if bool::from(own.ct_eq(&given)) { Ok(()) } else { Err(Fault::new(Code::MacMismatch, field)) }
    }
}

impl fmt::Debug for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("***")
    }
}
