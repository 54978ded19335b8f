//! Times as numbers: the core reads no clock, it only converts what it is given.

use alloc::format;
use alloc::string::String;

use crate::error::{Code, Fault};

/// 2024-01-01T00:00:00Z and 2100-01-01T00:00:00Z: outside these a clock is not set, or counts milliseconds.
const PLAUSIBLE: core::ops::Range<i64> = 1_704_067_200..4_102_444_800;

/// Refuses a time that no set clock would tell.
pub(crate) fn plausible(unix: i64, field: &'static str) -> Result<i64, Fault> {
    if PLAUSIBLE.contains(&unix) { Ok(unix) } else { Err(Fault::new(Code::ClockImplausible, field)) }
}

/// `YYYYMMDDHHMMSS` in UTC.
pub(crate) fn compact(unix: i64) -> String {
    let (days, seconds) = (unix.div_euclid(86_400), unix.rem_euclid(86_400));
    let (year, month, day) = civil(days);
    let (hour, minute, second) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    // One number is formatted in a third of the time that six take.
    let parts = [month, day, hour, minute, second];
    format!("{:014}", parts.into_iter().fold(year, |number, part| number * 100 + part))
}

/// Reads `YYYYMMDDHHMMSS`; `None` if it is not a time of the calendar.
pub(crate) fn from_compact(text: &str) -> Option<i64> {
    if text.len() != 14 || !text.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let part = |range: core::ops::Range<usize>| text.get(range)?.parse::<i64>().ok();
    let date = (part(0..4)?, part(4..6)?, part(6..8)?);
    from_parts(date, (part(8..10)?, part(10..12)?, part(12..14)?))
}

/// Reads an HTTP date in the one form servers still send: `Sun, 06 Nov 1994 08:49:37 GMT`.
pub(crate) fn from_http(text: &str) -> Option<i64> {
    const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    let mut parts = text.trim().split_once(',')?.1.trim_start().split(' ');
    let day = parts.next()?.parse().ok()?;
    let name = parts.next()?;
    let month = MONTHS.iter().position(|month| *month == name)? as i64 + 1;
    let year = parts.next()?.parse().ok()?;
    let mut time = parts.next()?.split(':');
    let mut next = || time.next()?.parse::<i64>().ok();
    let clock = (next()?, next()?, next()?);
    (parts.next() == Some("GMT")).then(|| from_parts((year, month, day), clock))?
}

fn from_parts((year, month, day): (i64, i64, i64), (hour, minute, second): (i64, i64, i64)) -> Option<i64> {
    let in_range = (1970..=9999).contains(&year)
        && (1..=12).contains(&month)
        && (1..=31).contains(&day)
        && (0..24).contains(&hour)
        && (0..60).contains(&minute)
        && (0..60).contains(&second);
    if !in_range {
        return None;
    }
    let days = days_from_civil(year, month, day);
    // A day the month doesn't have comes back as another one.
    (civil(days) == (year, month, day)).then_some(days * 86_400 + hour * 3600 + minute * 60 + second)
}

/// Days since 1970-01-01 to a date of the Gregorian calendar, counting in 400-year eras from March.
fn civil(days: i64) -> (i64, i64, i64) {
    let days = days + 719_468;
    let era = days.div_euclid(146_097);
    let of_era = days.rem_euclid(146_097);
    let year_of_era = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted = (5 * of_year + 2) / 153;
    let day = of_year - (153 * shifted + 2) / 5 + 1;
    let month = if shifted < 10 { shifted + 3 } else { shifted - 9 };
    (year_of_era + era * 400 + i64::from(month <= 2), month, day)
}

fn days_from_civil(year: i64, month: i64, day: i64) -> i64 {
    let year = if month <= 2 { year - 1 } else { year };
    let era = year.div_euclid(400);
    let of_era = year.rem_euclid(400);
    let of_year = (153 * (if month > 2 { month - 3 } else { month + 9 }) + 2) / 5 + day - 1;
    era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_moments() {
        // `date -u -d @N` says the same.
        for (unix, text) in [(1_709_164_800, "20240229000000"), (1_763_645_000, "20251120132320")] {
            assert_eq!(compact(unix), text);
            assert_eq!(from_compact(text), Some(unix));
        }
        assert_eq!(from_http("Sun, 06 Nov 1994 08:49:37 GMT"), Some(784_111_777));
    }

    #[test]
    fn not_moments() {
        for text in ["20250229000000", "20251301000000", "2025112013232", "2025112013232x", "20251120240000", ""] {
            assert_eq!(from_compact(text), None, "{text}");
        }
        for text in ["", "Sun, 06 Nov 1994 08:49:37 PST", "Sun, 31 Feb 1994 08:49:37 GMT", "06 Nov 1994"] {
            assert_eq!(from_http(text), None, "{text}");
        }
    }

    #[test]
    fn implausible_clocks() {
        for unix in [0, -1, 1_704_067_199, 1_763_645_000_000] {
            assert!(plausible(unix, "now").is_err());
        }
    }
}
