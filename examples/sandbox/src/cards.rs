//! Which card is approved, and with which response code another one is declined.

use crate::clock::utc;
use crate::text::Text;

/// A card a gateway published for its test system.
pub(crate) struct TestCard {
    pub(crate) number: &'static str,
    pub(crate) month: i64,
    pub(crate) year: i64,
    pub(crate) cvv: &'static str,
}

/// Al Qaseh Payment API 2.0.
pub(crate) const ALQASEH: TestCard = TestCard { number: "5341432900077803", month: 1, year: 2027, cvv: "971" };

/// The e-Commerce Gateway.
pub(crate) const EGW: TestCard = TestCard { number: "5341432908085972", month: 11, year: 2026, cvv: "972" };

/// Paylink. Its own are not in its API's pages; this is the number every test system knows.
pub(crate) const PAYLINK: TestCard = TestCard { number: "4111111111111111", month: 12, year: 2030, cvv: "123" };

/// What a customer typed. It lives as long as one request and has no `Debug`.
pub(crate) struct Card {
    number: String,
    month: i64,
    year: i64,
    cvv: String,
}

impl TestCard {
    /// The published expiry.
    pub(crate) fn expiry(&self) -> String {
        format!("{:02}/{}", self.month, self.year)
    }

    /// This card, with what is given instead.
    pub(crate) fn with(&self, given: [Option<&str>; 3]) -> Result<Card, Text> {
        let [number, expiry, cvv] = given;
        Card::read(number.unwrap_or(self.number), expiry.unwrap_or(&self.expiry()), cvv.unwrap_or(self.cvv))
    }
}

impl Card {
    /// Reads a pay page's submitted form.
    pub(crate) fn from_form(body: &[u8]) -> Result<Card, Text> {
        let input = |name: &str| {
            form_urlencoded::parse(body).find(|(n, _)| n == name).map(|(_, v)| v.into_owned()).unwrap_or_default()
        };
        Card::read(&input("number"), &input("expiry"), &input("cvv"))
    }

    /// Reads the three inputs of the form; the message is for the customer.
    pub(crate) fn read(number: &str, expiry: &str, cvv: &str) -> Result<Card, Text> {
        let (number, expiry, cvv) = (latin(number), latin(expiry), latin(cvv));
        let number: String = number.chars().filter(|c| !c.is_whitespace() && *c != '-').collect();
        let digits = |t: &str| t.bytes().all(|b| b.is_ascii_digit());
        if !digits(&number) || !(12..=19).contains(&number.len()) {
            return Err(Text::BadNumber);
        }
        let bad_expiry = Text::BadExpiry;
        let (month, year) = expiry.trim().split_once(['/', '-']).ok_or(bad_expiry)?;
        let (month, year) = (month.trim(), year.trim());
        if !digits(month) || !digits(year) || month.len() > 2 || ![2, 4].contains(&year.len()) {
            return Err(bad_expiry);
        }
        let month = month.parse().ok().filter(|m| (1..=12).contains(m));
        let year: i64 = year.parse().map_err(|_| bad_expiry)?;
        let cvv = cvv.trim();
        if !digits(cvv) || !(3..=4).contains(&cvv.len()) {
            return Err(Text::BadCvv);
        }
        Ok(Card {
            number,
            month: month.ok_or(bad_expiry)?,
            year: if year < 100 { year + 2000 } else { year },
            cvv: cvv.to_owned(),
        })
    }

    /// What a receipt may show: the first six digits and the last four.
    pub(crate) fn masked(&self) -> String {
        let hidden = |(i, c)| if (6..self.number.len() - 4).contains(&i) { '*' } else { c };
        self.number.chars().enumerate().map(hidden).collect()
    }

    /// The response code: `00`, or why not. Expiry is judged on the sandbox's clock; but a published
    /// card is good as it was published, also after its date: the gateways' examples name it.
    pub(crate) fn judge(&self, test: &TestCard, now: i64) -> &'static str {
        let today = utc(now);
        let known = self.number == test.number;
        let as_published = known && (self.year, self.month) == (test.year, test.month);
        if as_published && self.cvv == test.cvv {
            "00"
        } else if (self.year, self.month) < (today.year, today.month) {
            "54"
        } else if !known && !luhn(&self.number) {
            "14"
        } else if self.number == INSUFFICIENT_FUNDS {
            "51"
        } else {
            "05"
        }
    }
}

/// A made-up card that is always short of money.
pub(crate) const INSUFFICIENT_FUNDS: &str = "4000000000009995";

/// Arabic-Indic digits (both rows) as Latin ones: a phone's Arabic keyboard types those.
fn latin(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            '\u{660}'..='\u{669}' | '\u{6f0}'..='\u{6f9}' => char::from_digit(u32::from(c) & 0xf, 10).unwrap_or(c),
            _ => c,
        })
        .collect()
}

fn luhn(number: &str) -> bool {
    let sum: u32 = number
        .bytes()
        .rev()
        .enumerate()
        .map(|(i, b)| {
            let d = u32::from(b.saturating_sub(b'0'));
            if i % 2 == 0 { d } else { d * 2 / 10 + d * 2 % 10 }
        })
        .sum();
    sum.is_multiple_of(10)
}

/// What a response code means.
pub(crate) fn meaning(rc: &str) -> Text {
    match rc {
        "00" => Text::RcApproved,
        "05" => Text::RcDoNotHonour,
        "12" => Text::RcInvalidTransaction,
        "13" => Text::RcInvalidAmount,
        "14" => Text::RcNoSuchCard,
        "51" => Text::RcInsufficientFunds,
        "54" => Text::RcExpiredCard,
        "61" => Text::RcOverLimit,
        "95" => Text::RcNoOriginal,
        "-21" => Text::RcExecuted,
        "-40" => Text::RcInProgress,
        _ => Text::RcDeclined,
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    const NOV_2026: i64 = 1_795_100_000;

    fn rc(number: &str, expiry: &str, cvv: &str, now: i64) -> &'static str {
        Card::read(number, expiry, cvv).unwrap().judge(&EGW, now)
    }

    #[test]
    fn verdicts() {
        assert_eq!(rc("5341 4329 0808 5972", "11/26", "972", NOV_2026), "00");
        assert_eq!(rc("5341432908085972", "11-2026", "973", NOV_2026), "05");
        assert_eq!(rc("5341432908085972", "12/2026", "972", NOV_2026), "05");
        assert_eq!(rc("4111111111111111", "11/26", "972", NOV_2026 + 86_400 * 30), "54");
        assert_eq!(rc("4111111111111111", "01/30", "123", NOV_2026), "05");
        assert_eq!(rc("4111111111111112", "01/30", "123", NOV_2026), "14");
        assert_eq!(rc(INSUFFICIENT_FUNDS, "01/30", "123", NOV_2026), "51");
        assert_eq!(rc("٥٣٤١٤٣٢٩٠٨٠٨٥٩٧٢", "۱۱/۲۶", "٩٧٢", NOV_2026), "00");
    }

    #[test]
    fn a_published_card_outlives_its_date() {
        let later = NOV_2026 + 86_400 * 365;
        assert_eq!(rc("5341432908085972", "11/2026", "972", later), "00");
        assert_eq!(rc("5341432908085972", "11/2026", "973", later), "54");
        assert_eq!(rc("5341432908085972", "12/2026", "972", later), "54");
        assert_eq!(rc("5341432908085972", "12/2028", "972", later), "05");
        assert_eq!(rc("4111111111111111", "11/2026", "972", later), "54");
    }

    #[test]
    fn mistyped() {
        for (number, expiry, cvv) in [
            ("", "01/27", "123"),
            ("41111111111x", "01/27", "123"),
            ("4111111111111111", "0127", "123"),
            ("4111111111111111", "13/27", "123"),
            ("4111111111111111", "+1/27", "123"),
            ("4111111111111111", "01/027", "123"),
            ("4111111111111111", "01/27", "12"),
        ] {
            assert!(Card::read(number, expiry, cvv).is_err(), "{number} {expiry} {cvv}");
        }
    }
}
