//! A MAC key, reduced once to its two HMAC states.

use alloc::format;
use core::fmt;

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
pub struct Key {
    algorithm: Algorithm,
    /// The hash's state after the key's inner block, and after its outer one.
    inner: Zeroizing<State>,
    outer: Zeroizing<State>,
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
/// Where a last block has the message's length.
const LENGTH_AT: usize = BLOCK - 8;

/// A hash's words; SHA-1 has five of them.
type State = [u32; 8];

impl Algorithm {
    /// The hash's state before anything.
    const fn start(self) -> State {
        match self {
            Self::HmacSha1 => [0x6745_2301, 0xefcd_ab89, 0x98ba_dcfe, 0x1032_5476, 0xc3d2_e1f0, 0, 0, 0],
            Self::HmacSha256 => {
                [0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a, 0x510e_527f, 0x9b05_688c, 0x1f83_d9ab, 0x5be0_cd19]
            }
        }
    }

    fn take_in(self, state: &mut State, blocks: &[[u8; BLOCK]]) {
        match self {
            Self::HmacSha1 => {
                if let Some(state) = state.first_chunk_mut() {
                    sha1::block_api::compress(state, blocks);
                }
            }
            Self::HmacSha256 => sha2::block_api::compress256(state, blocks),
        }
    }

    /// The hash of a message that begins with `before` bytes, which are in the state already. `end` is room for its
    /// last blocks, all zeros. SHA-1's ends in zeros.
    fn hash(self, mut state: State, before: usize, message: &[u8], end: &mut [[u8; BLOCK]; 2]) -> [u8; 32] {
        let (blocks, rest) = message.as_chunks();
        self.take_in(&mut state, blocks);
        // What is left, a one bit, zeros, and the length in bits.
        if let Some((slots, [one, ..])) = end.as_flattened_mut().split_at_mut_checked(rest.len()) {
            slots.copy_from_slice(rest);
            *one = 0x80;
        }
        let end = if rest.len() < LENGTH_AT { end.split_at_mut(1).0 } else { end };
        if let Some(length) = end.as_flattened_mut().last_chunk_mut() {
            *length = (8 * (before + message.len()) as u64).to_be_bytes();
        }
        self.take_in(&mut state, end);
        let mut hash = [0; 32];
        hash.as_chunks_mut().0.iter_mut().zip(state).for_each(|(slot, word)| *slot = word.to_be_bytes());
        hash
    }
}

/// What a gateway's key has at least.
const MIN_BYTES: usize = 16;

impl Key {
    /// A key from its bytes, of any length: HMAC fills a short one up with zeros and hashes one that is longer
    /// than a block.
    pub fn from_bytes(algorithm: Algorithm, key: &[u8]) -> Self {
        if key.len() > BLOCK {
            let mut end = Zeroizing::new([[0; BLOCK]; 2]);
            let hash = Zeroizing::new(algorithm.hash(algorithm.start(), 0, key, &mut end));
            return Self::from_bytes(algorithm, &*hash);
        }
        let state = |pad: u8| {
            let mut block = Zeroizing::new([pad; BLOCK]);
            block.iter_mut().zip(key).for_each(|(slot, byte)| *slot ^= *byte);
            let mut state = Zeroizing::new(algorithm.start());
            algorithm.take_in(&mut state, core::slice::from_ref(&*block));
            state
        };
        Self { algorithm, inner: state(0x36), outer: state(0x5c) }
    }

    /// A gateway's key, as the bank hands it over: hex, at least 16 bytes, not all zero.
    pub(crate) fn from_hex(algorithm: Algorithm, text: &str, field: &'static str) -> Result<Self, Fault> {
        let bytes = Zeroizing::new(hex::decode(text).map_err(|_| Fault::new(Code::KeyNotHex, field))?);
        if bytes.len() < MIN_BYTES {
            return Err(Fault::new(Code::KeyTooShort, field).with_limit(format!("{MIN_BYTES} bytes (32 hex digits)")));
        }
        if bytes.iter().all(|b| *b == 0) {
            return Err(Fault::new(Code::KeyZero, field));
        }
        Ok(Self::from_bytes(algorithm, &bytes))
    }

    /// The MAC of a message.
    pub fn mac(&self, message: &[u8]) -> Tag {
        let hash = |state: &State, message| self.algorithm.hash(*state, BLOCK, message, &mut [[0; BLOCK]; 2]);
        let inner = hash(&self.inner, message);
        let outer = hash(&self.outer, inner.get(..self.algorithm.bytes()).unwrap_or(&inner));
        match (self.algorithm, outer.first_chunk()) {
            (Algorithm::HmacSha1, Some(bytes)) => Tag::Sha1(*bytes),
            _ => Tag::Sha256(outer),
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
            return Err(Fault::new(Code::MacLength, field).with_limit(format!("{} hex digits", own.len() * 2)));
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
