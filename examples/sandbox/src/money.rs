//! Amounts the way each gateway holds them.

use serde_json::value::RawValue;

use crate::config::Amounts;

/// Reads a JSON number as the Al Qaseh server does: straight into a float32. `None` for text,
/// for what is not above zero and for what a float32 can't hold.
pub(crate) fn float32(json: &RawValue) -> Option<f32> {
    let text = json.get();
    if !text.starts_with(|c: char| c.is_ascii_digit() || c == '-') {
        return None;
    }
    let value: f32 = text.parse().ok()?;
    (value.is_finite() && value > 0.0).then_some(value)
}

/// Prints a float32 as Go's `encoding/json` does: the shortest digits that read back as the
/// same float32, with an exponent only for the very small and the very large.
fn go_text(value: f32) -> String {
    if value != 0.0 && (value.abs() < 1e-6 || value.abs() >= 1e21) {
        let text = format!("{value:e}");
        // Rust writes 1e21, Go writes 1e+21; below 1e-6 both write one or two bare digits.
        return if text.contains("e-") { text } else { text.replacen('e', "e+", 1) };
    }
    // Display prints the shortest digits and never an exponent.
    value.to_string()
}

impl Amounts {
    /// An amount as it comes back. What is no number stays as it is.
    pub(crate) fn print(self, amount: &str) -> String {
        let printed = match self {
            Amounts::Exact => None,
            Amounts::Float32 => amount.parse().ok().map(go_text),
            // Debug writes the point that Display leaves out.
            Amounts::Float32AsDouble => amount.parse::<f32>().ok().map(|value| format!("{:?}", f64::from(value))),
            Amounts::Double => amount.parse::<f64>().ok().map(|value| format!("{value:?}")),
        };
        printed.unwrap_or_else(|| amount.to_owned())
    }
}

/// A printed amount as a number of JSON.
pub(crate) fn json_number(printed: &str) -> Box<RawValue> {
    // Amounts are finite, so it always is JSON; the fallback only spares a panic path.
    RawValue::from_string(printed.to_owned()).unwrap_or_else(|_| RawValue::NULL.to_owned())
}

/// Decimal text of 1 to 12 characters: digits, at most one point between digits, above zero.
pub(crate) fn is_decimal(text: &str) -> bool {
    let digits = |t: &str| !t.is_empty() && t.bytes().all(|b| b.is_ascii_digit());
    let shape = match text.split_once('.') {
        Some((whole, fraction)) => digits(whole) && digits(fraction),
        None => digits(text),
    };
    shape && text.len() <= 12 && text.bytes().any(|b| (b'1'..=b'9').contains(&b))
}

/// [`is_decimal`] text as a number of million millionths, to compare with.
pub(crate) fn decimal(text: &str) -> Option<u128> {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    let fraction = format!("{fraction:0<12}");
    if fraction.len() > 12 {
        return None;
    }
    format!("{whole}{fraction}").parse().ok()
}

/// `25000.5` as `25,000.5`, for people to read.
pub(crate) fn grouped(text: &str) -> String {
    let (whole, fraction) = text.split_at(text.find('.').unwrap_or(text.len()));
    if !whole.bytes().all(|b| b.is_ascii_digit()) {
        return text.to_owned();
    }
    let mut out = String::new();
    for (i, c) in whole.chars().enumerate() {
        if i > 0 && (whole.len() - i).is_multiple_of(3) {
            out.push(',');
        }
        out.push(c);
    }
    out + fraction
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn read(text: &str) -> Option<f32> {
        float32(&RawValue::from_string(text.to_owned()).unwrap())
    }

    #[test]
    fn float32_loses_what_the_real_server_loses() {
        for (sent, printed) in [
            ("25000", "25000"),
            ("25000.00", "25000"),
            ("2.5e+4", "25000"),
            ("150000250", "150000260"),
            ("16777217", "16777216"),
            ("11.48", "11.48"),
            ("0.1", "0.1"),
            ("999999999999", "1000000000000"),
        ] {
            assert_eq!(go_text(read(sent).unwrap()), printed, "{sent}");
        }
        assert_eq!(go_text(1e21), "1e+21");
        assert_eq!(go_text(1.5e-7), "1.5e-7");
    }

    #[test]
    fn amounts_on_their_way_through_a_float() {
        for (sent, printed) in [
            ("100.10", ["100.10", "100.1", "100.0999984741211", "100.1"]),
            ("100.00", ["100.00", "100", "100.0", "100.0"]),
            ("150000250", ["150000250", "150000260", "150000256.0", "150000250.0"]),
            ("no number", ["no number"; 4]),
        ] {
            let all: Vec<String> = Amounts::ALL.iter().map(|amounts| amounts.print(sent)).collect();
            assert_eq!(all, printed);
        }
    }

    #[test]
    fn only_positive_numbers_are_amounts() {
        for bad in ["\"25000\"", "0", "-1", "1e39", "null", "true", "[1]", "1e-60"] {
            assert_eq!(read(bad), None, "{bad}");
        }
    }

    #[test]
    fn decimals() {
        for good in ["1", "11.48", "0.5", "123456789012"] {
            assert!(is_decimal(good), "{good}");
        }
        for bad in ["", "0", "0.00", "1.", ".5", "1,000", "1e5", "-1", "1234567890123", "١"] {
            assert!(!is_decimal(bad), "{bad}");
        }
    }

    #[test]
    fn decimals_compare_as_numbers() {
        assert_eq!(decimal("25000"), decimal("25000.00"));
        assert!(decimal("9.5") < decimal("10"));
        assert!(decimal("0.05") < decimal("0.5"));
        assert!(decimal("1.0000000001") > decimal("1"));
    }

    #[test]
    fn groups_of_three() {
        assert_eq!(grouped("25000"), "25,000");
        assert_eq!(grouped("150000260.5"), "150,000,260.5");
        assert_eq!(grouped("999"), "999");
        assert_eq!(grouped("1e+21"), "1e+21");
    }
}
