//! Time and nonce of a signed request: made once, signed and sent.

use alloc::string::String;

use crate::clock;
use crate::error::{Code, Error, Fault};
use crate::record::{Alphabet, Record, Text, record};

record! {
    /// A time stamp and nonce of your own making, in place of the ones made for you.
    input StampFields {
        /// UTC as `YYYYMMDDHHMMSS`; the gateway refuses one that is more than an hour off.
        timestamp: need text(Text { min: 14, max: 14, alphabet: Alphabet::Digits }),
        /// 16 to 64 hex digits (8 to 32 random bytes), never used before.
        nonce: need text(Text { min: 16, max: 64, alphabet: Alphabet::Hex }),
    }
}

/// A time stamp and nonce.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stamp {
    unix: i64,
    timestamp: String,
    nonce: String,
}

impl Stamp {
    /// From Unix seconds (UTC) and 8 to 32 random bytes.
    ///
    /// # Errors
    /// `clock.implausible` before 2024 or if the number counts milliseconds, `nonce.invalid`.
    pub fn new(unix: i64, random: &[u8]) -> Result<Self, Error> {
        let unix = clock::plausible(unix, "timestamp")?;
        if !(8..=32).contains(&random.len()) {
            return Err(Fault::new(Code::NonceInvalid, "nonce").into());
        }
        Ok(Self { unix, timestamp: clock::compact(unix), nonce: crate::mac::hex_upper(random) })
    }

    /// From the texts as they are sent.
    ///
    /// # Errors
    /// `clock.implausible`, `nonce.invalid`.
    pub fn from_text(timestamp: &str, nonce: &str) -> Result<Self, Error> {
        let stamp = StampFields::new().timestamp(timestamp).nonce(nonce);
        Self::from_record(stamp.into_record())
    }

    /// From a record of [`StampFields`].
    ///
    /// # Errors
    /// As [`Stamp::from_text`], all faults at once.
    pub fn from_record(mut record: Record) -> Result<Self, Error> {
        let mut faults = record.faults();
        for fault in &mut faults {
            if fault.field() == "nonce" && fault.code() != Code::FieldMissing {
                *fault = Fault::new(Code::NonceInvalid, "nonce");
            }
        }
        let unix = match clock::from_compact(record.get("timestamp")) {
            Some(unix) => clock::plausible(unix, "timestamp").map_err(|fault| faults.push(fault)).unwrap_or_default(),
            None => {
                faults.push(Fault::new(Code::ClockImplausible, "timestamp"));
                0
            }
        };
        record.shape().refuse(faults)?;
        Ok(Self { unix, timestamp: String::from(record.get("timestamp")), nonce: String::from(record.get("nonce")) })
    }

    /// `YYYYMMDDHHMMSS` in UTC.
    pub fn timestamp(&self) -> &str {
        &self.timestamp
    }

    /// The nonce in hex.
    pub fn nonce(&self) -> &str {
        &self.nonce
    }

    /// When requests that bear it go stale, in Unix seconds: an hour later.
    pub(crate) fn expires(&self) -> i64 {
        self.unix + 3600
    }
}
