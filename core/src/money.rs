//! Exact amounts, and the order a reply is matched against.

use alloc::format;
use alloc::string::String;
use core::fmt;

use crate::error::{Code, Error, Fault};
use crate::float32::{Float32, times_ten_to};
use crate::record::{Record, Value, record};

/// An exact amount in major units (dinars, riyals): the decimal text as it was given, and its value.
///
/// Never a float. Two amounts are equal if their values are: `25000` equals `25000.00`.
#[derive(Clone)]
pub struct Amount {
    text: String,
    figure: Figure,
}

/// A value as digits × 10^-scale, without trailing zeros, so that equal values are equal.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) struct Figure {
    digits: u64,
    scale: u32,
}

/// More than any card payment needs, and what a `u64` holds.
const MAX_DIGITS: usize = 18;
/// What inbound numbers may be scaled by; beyond it a figure is no amount of money.
const MAX_EXPONENT: i32 = 30;

/// What stands before and behind a sign. Figures are short: the library's search would take longer to begin.
fn halves(text: &str, is_sign: fn(u8) -> bool) -> Option<(&str, &str)> {
    let (before, after) = text.split_at_checked(text.bytes().position(is_sign)?)?;
    Some((before, after.get(1..)?))
}

impl Figure {
    /// Reads an amount as people write it: digits and at most one point.
    pub(crate) fn parse(text: &str, field: &'static str) -> Result<Self, Fault> {
        let syntax = || Fault::new(Code::AmountSyntax, field);
        let (whole, fraction) = match halves(text, |b| b == b'.') {
            Some((_, "")) => return Err(syntax()),
            Some(parts) => parts,
            None => (text, ""),
        };
        let digits_only = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
        let leading_zero = whole.len() > 1 && whole.starts_with('0');
        if whole.is_empty() || leading_zero || !digits_only(whole) || !digits_only(fraction) {
            return Err(syntax());
        }
        if whole.len() + fraction.len() > MAX_DIGITS {
            return Err(Fault::new(Code::AmountTooLong, field).with_limit(format!("{MAX_DIGITS} digits")));
        }
        Self::exact(whole, fraction, 0).ok_or_else(syntax)
    }

    fn from_json(number: &str) -> Option<Self> {
        let (mantissa, exponent) = match halves(number, |b| matches!(b, b'e' | b'E')) {
            Some((mantissa, exponent)) => (mantissa, exponent.parse().ok()?),
            None => (number, 0),
        };
        let (whole, fraction) = halves(mantissa, |b| b == b'.').unwrap_or((mantissa, ""));
        let plausible =
            (-MAX_EXPONENT..=MAX_EXPONENT).contains(&exponent) && whole.len() + fraction.len() <= MAX_DIGITS;
        if whole.is_empty() || !plausible { None } else { Self::exact(whole, fraction, exponent) }
    }

    fn exact(whole: &str, fraction: &str, exponent: i32) -> Option<Self> {
        let mut digits: u64 = 0;
        for byte in whole.bytes().chain(fraction.bytes()) {
            digits = digits * 10 + u64::from(char::from(byte).to_digit(10)?);
        }
        let mut scale = i32::try_from(fraction.len()).ok()? - exponent;
        if digits == 0 {
            return Some(Self { digits, scale: 0 });
        }
        while scale > 0 && digits.is_multiple_of(10) {
            (digits, scale) = (digits / 10, scale - 1);
        }
        while scale < 0 {
            (digits, scale) = (digits.checked_mul(10)?, scale + 1);
        }
        Some(Self { digits, scale: scale.unsigned_abs() })
    }

    /// As a whole number of 10^-scale.
    fn at_scale(self, scale: u32) -> Option<u128> {
        times_ten_to(self.digits, scale.checked_sub(self.scale)?)
    }

    pub(crate) fn is_zero(self) -> bool {
        self.digits == 0
    }

    /// Whether a 32-bit float holds the figure, as its shortest digits show it.
    fn fits_float32(self) -> bool {
        // Every integer up to 2^24 does.
        (self.scale == 0 && self.digits <= 1 << 24)
            || self.float32().is_some_and(|float| float.shows(self.digits, self.scale))
    }

    fn float32(self) -> Option<Float32> {
        Float32::nearest(self.digits, self.scale)
    }
}

impl Amount {
    /// Reads an amount as people write it: digits and at most one point.
    ///
    /// # Errors
    /// `amount.syntax`, `amount.too_long` (18 digits).
    pub fn new(text: &str) -> Result<Self, Error> {
        let figure = Figure::parse(text, "amount")?;
        Ok(Self { text: String::from(text), figure })
    }

    /// Reads a JSON number as a gateway prints it, exponents included (`2.5e+07`).
    pub(crate) fn from_json(number: &str) -> Option<Self> {
        Some(Self { figure: Figure::from_json(number)?, text: String::from(number) })
    }

    /// The decimal text, as it was given.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Whether it is this much, or more by at most a fee.
    pub(crate) fn is_up_to(&self, least: &Self, fee: &Self) -> bool {
        let scale = self.figure.scale.max(least.figure.scale).max(fee.figure.scale);
        let whole = |amount: &Self| amount.figure.at_scale(scale);
        match (whole(self), whole(least), whole(fee)) {
            (Some(own), Some(least), Some(fee)) => own.checked_sub(least).is_some_and(|more| more <= fee),
            _ => false,
        }
    }

    /// Whether it is this much or more.
    pub(crate) fn is_at_least(&self, other: &Self) -> bool {
        let scale = self.figure.scale.max(other.figure.scale);
        matches!((self.figure.at_scale(scale), other.figure.at_scale(scale)), (Some(own), Some(other)) if own >= other)
    }

    /// Equal, or the same figure once both went through a 32-bit float.
    pub(crate) fn equals_through_float32(&self, other: &Self) -> bool {
        let float = self.figure.float32();
        self == other || (float.is_some() && float == other.figure.float32())
    }
}

/// Whether a gateway that keeps amounts in 32-bit floats will print this one as it is.
pub(crate) fn fits_float32(text: &str) -> bool {
    Figure::from_json(text).is_some_and(Figure::fits_float32)
}

/// Whether a gateway's number is an amount.
pub(crate) fn is_json_amount(number: &str) -> bool {
    Figure::from_json(number).is_some()
}

impl PartialEq for Amount {
    fn eq(&self, other: &Self) -> bool {
        self.figure == other.figure
    }
}

impl Eq for Amount {}

impl fmt::Debug for Amount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Amount({})", self.text)
    }
}

impl fmt::Display for Amount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

impl From<&Amount> for Value {
    fn from(amount: &Amount) -> Self {
        Self::text(amount.as_str())
    }
}

impl From<Amount> for Value {
    fn from(amount: Amount) -> Self {
        Self::Text(amount.text)
    }
}

/// What holds between an amount and its currency. The dinar has no fraction in practice, so one that is
/// written is a mistake more often than not; the riyal has two decimals.
pub(crate) fn check_currency(text: &str, figure: Figure, currency: &str, allow_fraction: bool) -> Option<Fault> {
    let written = halves(text, |b| b == b'.').map_or(0, |(_, fraction)| fraction.len());
    let fault = |code| Some(Fault::new(code, "amount").with_limit(String::from(currency)));
    match currency {
        "IQD" if !allow_fraction && (figure.scale > 0 || written == 3) => fault(Code::AmountAmbiguous),
        "SAR" if written > 2 => fault(Code::AmountPrecision),
        _ => None,
    }
}

record! {
    /// What you expect: your order, as your own database has it. A reply is matched against it.
    input OrderFields {
        /// Your order number (for EGW: the ORDER you sent).
        order_id: need text(crate::record::Text { min: 1, max: 250, ..crate::record::Text::LINE }),
        /// What the customer owes, as exact decimal text in major units.
        amount: need amount,
        /// The currency, three upper-case letters such as `IQD`.
        currency: need text(crate::record::Text::CURRENCY),
        /// Set once you have asked for a reversal: from then on nothing counts as paid or held, since no status
        /// tells.
        reversal_requested: may flag,
        /// What already paid this order, if something did: the `payment_id` (EGW: the `rrn`) of the earlier proof.
        /// A second payment under another one is then reported loudly.
        paid_as: may text(crate::record::Text { min: 1, max: 250, ..crate::record::Text::LINE }),
        /// Accept a fraction or three decimals in dinars.
        allow_fraction: may flag,
    }
}

/// Your order: what a reply must match before it proves anything.
#[derive(Debug, Clone)]
pub struct Order {
    /// Your order number.
    pub id: String,
    /// What the customer owes.
    pub amount: Amount,
    /// The currency, three upper-case letters.
    pub currency: String,
    /// Whether a reversal was asked for. Then `Paid` is refused.
    pub reversal_requested: bool,
    /// What already paid it: the payment id (EGW: the RRN) of the earlier proof.
    pub paid_as: Option<String>,
}

impl Order {
    /// An order of your shop.
    ///
    /// # Errors
    /// Every fault of the three values at once.
    ///
    /// ```
    /// let order = qantara::Order::new("A-1", "25000", "IQD")?;
    /// # Ok::<(), qantara::Error>(())
    /// ```
    pub fn new(id: &str, amount: &str, currency: &str) -> Result<Self, Error> {
        Self::from_fields(OrderFields::new().order_id(id).amount(amount).currency(currency))
    }

    /// The same from a record, with its rarer fields.
    ///
    /// # Errors
    /// Every fault of the fields at once.
    pub fn from_fields(fields: OrderFields) -> Result<Self, Error> {
        Self::from_record(fields.into_record())
    }

    pub(crate) fn from_record(mut record: Record) -> Result<Self, Error> {
        record.check()?;
        let fields = OrderFields::from(record);
        let order = Self {
            id: String::from(fields.get("order_id")),
            amount: Amount::new(fields.get("amount"))?,
            currency: String::from(fields.get("currency")),
            reversal_requested: fields.flag("reversal_requested"),
            paid_as: fields.text("paid_as").map(String::from),
        };
        Ok(order)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn refused_spellings() {
        for text in [
            "",
            " ",
            "25,000",
            "25 000",
            "-1",
            "+1",
            "1e3",
            "01",
            "00",
            ".5",
            "5.",
            "1.2.3",
            "٢٥٠٠٠",
            "0x10",
            "NaN",
            "1\0",
            "1\n",
            "１２",
        ] {
            assert_eq!(Amount::new(text).unwrap_err().code(), Code::AmountSyntax, "{text:?}");
        }
        assert_eq!(Amount::new("1234567890123456789").unwrap_err().code(), Code::AmountTooLong);
    }

    #[test]
    fn equality_is_numeric() {
        let amount = |text| Amount::new(text).unwrap();
        assert_eq!(amount("25000"), amount("25000.00"));
        assert_eq!(amount("0"), amount("0.00"));
        assert_ne!(amount("25000"), amount("25000.01"));
        for shown in ["2.5e+04", "25000.0", "2500000E-2"] {
            assert_eq!(Amount::from_json(shown).unwrap(), amount("25000"), "{shown}");
        }
        for not in ["1e31", "1e-31", "-1", "1e99999999999", "", ".", "1234567890123456789"] {
            assert!(Amount::from_json(not).is_none(), "{not}");
        }
    }

    #[test]
    fn float32_figures() {
        let amount = |text| Amount::new(text).unwrap();
        assert!(fits_float32("16777216") && fits_float32("16777218"));
        assert!(!fits_float32("16777217") && !fits_float32("150000250"));
        assert!(fits_float32("0.1"), "printed back as 0.1");
        assert!(amount("150000250").equals_through_float32(&amount("150000260")));
        assert!(!amount("150000250").equals_through_float32(&amount("150000270")));
    }

    #[test]
    fn dinars_and_riyals() {
        let check = |text, currency, allow| {
            let figure = Figure::parse(text, "amount").unwrap();
            check_currency(text, figure, currency, allow).map(|fault| fault.code())
        };
        assert_eq!(check("25.000", "IQD", false), Some(Code::AmountAmbiguous));
        assert_eq!(check("25.5", "IQD", false), Some(Code::AmountAmbiguous));
        assert_eq!(check("25.00", "IQD", false), None);
        assert_eq!(check("25.000", "IQD", true), None);
        assert_eq!(check("5.125", "SAR", false), Some(Code::AmountPrecision));
        assert_eq!(check("5.12", "SAR", false), None);
    }
}
