//! Amounts as a gateway that keeps them in 32-bit floats has them.
//!
//! With whole numbers alone: the standard library's reading and printing of floats would be a seventh of the
//! WebAssembly. A figure here is digits × 10^-scale.

/// A float's value: mantissa × 2^exponent, the mantissa with all of its 24 bits.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Float32 {
    mantissa: u32,
    exponent: i32,
}

const BITS: i32 = 24;
/// A float's shortest digits are never more.
const DIGITS: u32 = 9;
/// Smaller figures are no money, and would not fit the arithmetic.
const MAX_SCALE: u32 = 18;

/// digits × 10^power, unless it is too large. Out of line: 128 bits take much code, in WebAssembly most of all.
#[inline(never)]
pub(crate) fn times_ten_to(digits: u64, power: u32) -> Option<u128> {
    let mut value = u128::from(digits);
    for _ in 0..power {
        value = value.checked_mul(10)?;
    }
    Some(value)
}

impl Float32 {
    /// The float nearest to a figure, ties to even; `None` for zero and what is too small.
    pub(crate) fn nearest(digits: u64, scale: u32) -> Option<Self> {
        if digits == 0 || scale > MAX_SCALE {
            return None;
        }
        let (above, below) = (u128::from(digits), times_ten_to(1, scale)?);
        // The quotient has all bits with this exponent, or one bit more.
        let mut exponent = below.leading_zeros() as i32 - above.leading_zeros() as i32 - BITS;
        let scaled = |exponent: i32| (above << (-exponent).max(0), below << exponent.max(0));
        let (mut top, mut bottom) = scaled(exponent);
        if top / bottom >= 1 << BITS {
            exponent += 1;
            (top, bottom) = scaled(exponent);
        }
        let (mantissa, rest) = (top / bottom, top % bottom);
        let up = rest > bottom - rest || (rest == bottom - rest && !mantissa.is_multiple_of(2));
        let mantissa = mantissa + u128::from(up);
        let full = mantissa == 1 << BITS;
        let (mantissa, exponent) = if full { (1 << (BITS - 1), exponent + 1) } else { (mantissa, exponent) };
        Some(Self { mantissa: u32::try_from(mantissa).ok()?, exponent })
    }

    /// Whether printing it shows this figure: its nearest decimal of the fewest digits that tell it apart.
    pub(crate) fn shows(self, digits: u64, scale: u32) -> bool {
        let size = i64::from(digits.checked_ilog10().unwrap_or(0)) + 1 - i64::from(scale);
        let mut shown = (1..=DIGITS).filter_map(|count| {
            let shift = i32::try_from(i64::from(count) - size).ok()?;
            let decimal = self.times_ten_to(shift)?;
            let same = match u32::try_from(shift) {
                Ok(scale) => Self::nearest(decimal, scale),
                Err(_) => Self::nearest(decimal.checked_mul(10_u64.checked_pow(shift.unsigned_abs())?)?, 0),
            };
            (same == Some(self)).then_some((decimal, shift))
        });
        let Some((decimal, shift)) = shown.next() else { return false };
        // Equal if the same power of ten makes both whole and the same.
        let whole = |digits: u64, scale: i64| {
            let more = u32::try_from(i64::from(MAX_SCALE) - scale).ok()?;
            times_ten_to(digits, more)
        };
        whole(decimal, i64::from(shift)).is_some_and(|value| Some(value) == whole(digits, i64::from(scale)))
    }

    /// Its value × 10^shift as a whole number, ties up, as printing has it.
    fn times_ten_to(self, shift: i32) -> Option<u64> {
        let ten = times_ten_to(1, shift.unsigned_abs())?;
        let two = 1_u128.checked_shl(self.exponent.unsigned_abs())?;
        let (mut top, mut bottom) = (u128::from(self.mantissa), 1);
        *(if shift < 0 { &mut bottom } else { &mut top }) *= ten;
        let scaled = if self.exponent < 0 { &mut bottom } else { &mut top };
        *scaled = scaled.checked_mul(two)?;
        u64::try_from((top + bottom / 2) / bottom).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::format;

    /// What the standard library makes of it.
    fn check(digits: u64, scale: u32) {
        let text = format!("{digits}e-{scale}");
        let float: f32 = text.parse().unwrap();
        let own = Float32::nearest(digits, scale).unwrap();
        let value = f64::from(own.mantissa) * 2_f64.powi(own.exponent);
        assert_eq!(value, f64::from(float), "{text}");
        let printed = format!("{float:e}");
        let (mantissa, exponent) = printed.split_once('e').unwrap();
        let shown: u64 = mantissa.replace('.', "").parse().unwrap();
        let shown_scale =
            mantissa.split_once('.').map_or(0, |(_, f)| f.len()) as i32 - exponent.parse::<i32>().unwrap();
        let least = |mut digits: u64, mut scale: i32| {
            while digits.is_multiple_of(10) {
                (digits, scale) = (digits / 10, scale - 1);
            }
            (digits, scale)
        };
        let same = least(shown, shown_scale) == least(digits, scale as i32);
        assert_eq!(own.shows(digits, scale), same, "{text} prints as {printed}");
    }

    #[test]
    fn as_the_standard_library_has_it() {
        let mut state: u64 = 0x9E37_79B9_7F4A_7C15;
        for round in 0..200_000_u64 {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            let digits = state % 10_u64.pow(1 + (round % 18) as u32);
            if digits > 0 {
                check(digits, (state >> 40) as u32 % 19);
                check(digits, (state >> 50) as u32 % 4);
            }
        }
    }

    #[test]
    fn at_the_edges() {
        for bits in 0..59 {
            for near in [-3_i64, -2, -1, 0, 1, 2, 3] {
                let digits = (1_i64 << bits) + near;
                if digits > 0 {
                    (0..19).for_each(|scale| check(digits as u64, scale));
                }
            }
        }
        for power in 0..18 {
            for near in [-1_i64, 0, 1] {
                let digits = 10_i64.pow(power) + near;
                if digits > 0 {
                    (0..19).for_each(|scale| check(digits as u64, scale));
                }
            }
        }
        assert_eq!(Float32::nearest(0, 0), None);
        assert_eq!(Float32::nearest(1, 19), None);
    }
}
