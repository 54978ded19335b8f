//! Decimal numbers as text, compared digit by digit: slow, and nothing like the core's arithmetic.

/// A number without a sign: its digits, without zeros at either end, and where the point stands among them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decimal {
    digits: String,
    /// How many digits stand before the point; negative if there are zeros behind it first.
    point: i64,
}

impl Decimal {
    /// Reads digits, perhaps with a point and an exponent.
    pub fn read(text: &str) -> Option<Self> {
        let (mantissa, exponent) = match text.split_once(['e', 'E']) {
            Some((mantissa, exponent)) => (mantissa, exponent.parse::<i64>().ok()?),
            None => (text, 0),
        };
        let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
        if whole.is_empty() || !(whole.bytes().chain(fraction.bytes())).all(|b| b.is_ascii_digit()) {
            return None;
        }
        let all = format!("{whole}{fraction}");
        let leading = all.len() - all.trim_start_matches('0').len();
        let digits = all.trim_matches('0').to_owned();
        let point = if digits.is_empty() { 0 } else { whole.len() as i64 - leading as i64 + exponent };
        Some(Self { digits, point })
    }

    /// This much more.
    pub fn plus(&self, other: &Self) -> Self {
        let before = self.point.max(other.point).max(0) as usize + 1;
        let after = [self, other].map(|one| one.digits.len() as i64 - one.point).into_iter().max().unwrap_or(0).max(0);
        let place = |one: &Self, at: usize| {
            let index = at as i64 - (before as i64 - one.point);
            usize::try_from(index).ok().and_then(|index| one.digits.as_bytes().get(index)).map_or(0, |b| b - b'0')
        };
        let (mut sum, mut carry) = (Vec::new(), 0);
        for at in (0..before + after as usize).rev() {
            let digit = place(self, at) + place(other, at) + carry;
            sum.push(b'0' + digit % 10);
            carry = digit / 10;
        }
        sum.reverse();
        let text = String::from_utf8(sum).unwrap_or_default();
        let (whole, fraction) = text.split_at(before);
        Self::read(&format!("{whole}.{fraction}")).unwrap_or(Self { digits: String::new(), point: 0 })
    }

    /// As digits with a point.
    pub fn text(&self) -> String {
        let zeros = |count: i64| "0".repeat(usize::try_from(count).unwrap_or(0));
        let (before, after) = self.digits.split_at(self.point.clamp(0, self.digits.len() as i64) as usize);
        let whole = format!("{before}{}", zeros(self.point - before.len() as i64));
        let fraction = format!("{}{after}", if after.is_empty() { String::new() } else { zeros(-self.point) });
        let whole = if whole.is_empty() { "0" } else { &whole };
        if fraction.is_empty() { whole.to_owned() } else { format!("{whole}.{fraction}") }
    }

    pub fn is_zero(&self) -> bool {
        self.digits.is_empty()
    }
}

impl PartialOrd for Decimal {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Decimal {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        let zeros = (self.is_zero(), other.is_zero());
        match zeros {
            (true, true) => std::cmp::Ordering::Equal,
            (true, false) => std::cmp::Ordering::Less,
            (false, true) => std::cmp::Ordering::Greater,
            _ => self.point.cmp(&other.point).then_with(|| self.digits.cmp(&other.digits)),
        }
    }
}

/// The 32-bit float nearest to a number, as the standard library has it.
pub fn float32(text: &str) -> Option<f32> {
    text.parse::<f32>().ok()
}

#[test]
fn decimals() {
    let read = |text: &str| Decimal::read(text).unwrap();
    assert_eq!(read("25000"), read("2.5e+04"));
    assert_eq!(read("0.00"), read("0"));
    assert_eq!(read("0.05"), read("5e-2"));
    assert_eq!(read("99.95").plus(&read("0.05")), read("100"));
    assert_eq!(read("1").plus(&read("0.001")), read("1.001"));
    assert!(read("10") > read("9.99") && read("0.1") < read("0.11") && read("0") < read("0.001"));
    let texts = ["0.05", "10.5", "25000", "0", "0.1"];
    assert!(texts.iter().all(|text| read(text).text() == *text));
    assert!(["", ".5", "-1", "1e", "1.2.3", "x"].iter().all(|text| Decimal::read(text).is_none()));
}
