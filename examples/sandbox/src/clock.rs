//! The sandbox's own clock, which tests and demos may move.

use std::sync::atomic::{AtomicI64, Ordering};
use std::time::{SystemTime, UNIX_EPOCH};

/// What Go prints for a time that was never set.
pub(crate) const GO_ZERO_TIME: &str = "0001-01-01T00:00:00Z";

/// The last second of the year 9999: later ones would break the 14-digit form.
const LAST: i64 = 253_402_300_799;

/// The machine's clock plus an offset. It keeps running after it was moved.
#[derive(Default)]
pub(crate) struct Clock {
    offset: AtomicI64,
}

impl Clock {
    /// Seconds since 1970, as the sandbox sees it.
    pub(crate) fn now(&self) -> i64 {
        machine_time().saturating_add(self.offset.load(Ordering::Relaxed))
    }

    /// Sets the clock; `false` if the time is outside 1970 to 9999.
    pub(crate) fn set(&self, now: i64) -> bool {
        let sane = (0..=LAST).contains(&now);
        if sane {
            self.offset.store(now.saturating_sub(machine_time()), Ordering::Relaxed);
        }
        sane
    }

    /// A clock that was moved.
    pub(crate) fn moved(offset: i64) -> Clock {
        Clock { offset: offset.into() }
    }

    /// By how much it was moved.
    pub(crate) fn offset(&self) -> i64 {
        self.offset.load(Ordering::Relaxed)
    }

    /// Back to the machine's time.
    pub(crate) fn reset(&self) {
        self.offset.store(0, Ordering::Relaxed);
    }
}

fn machine_time() -> i64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH);
    since.map_or(0, |d| i64::try_from(d.as_secs()).unwrap_or(LAST))
}

/// A UTC date and time of day.
#[derive(Debug, PartialEq, Eq, Clone, Copy)]
pub(crate) struct Utc {
    pub(crate) year: i64,
    pub(crate) month: i64,
    pub(crate) day: i64,
    seconds: i64,
}

/// Splits seconds since 1970 into a UTC date (the proleptic Gregorian calendar, counted in
/// 400-year eras that begin on the first of March).
pub(crate) fn utc(unix: i64) -> Utc {
    let (days, seconds) = (unix.div_euclid(86_400), unix.rem_euclid(86_400));
    let shifted = days + 719_468;
    let (era, doe) = (shifted.div_euclid(146_097), shifted.rem_euclid(146_097));
    let yoe = (doe - doe / 1_460 + doe / 36_524 - doe / 146_096) / 365;
    let doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
    let mp = (5 * doy + 2) / 153;
    let month = if mp < 10 { mp + 3 } else { mp - 9 };
    Utc { year: yoe + era * 400 + i64::from(month <= 2), month, day: doy - (153 * mp + 2) / 5 + 1, seconds }
}

fn unix(year: i64, month: i64, day: i64) -> i64 {
    let y = if month <= 2 { year - 1 } else { year };
    let (era, yoe) = (y.div_euclid(400), y.rem_euclid(400));
    let mp = (month + 9) % 12;
    let doe = yoe * 365 + yoe / 4 - yoe / 100 + (153 * mp + 2) / 5 + day - 1;
    (era * 146_097 + doe - 719_468) * 86_400
}

impl Utc {
    fn time(self) -> (i64, i64, i64) {
        (self.seconds / 3_600, self.seconds / 60 % 60, self.seconds % 60)
    }
}

/// `2026-11-20T13:41:44Z`.
pub(crate) fn rfc3339(now: i64) -> String {
    let t = utc(now);
    let (h, m, s) = t.time();
    format!("{:04}-{:02}-{:02}T{h:02}:{m:02}:{s:02}Z", t.year, t.month, t.day)
}

/// `20261120134144`, the form of the e-Commerce Gateway's TIMESTAMP.
pub(crate) fn compact(now: i64) -> String {
    let t = utc(now);
    let (h, m, s) = t.time();
    format!("{:04}{:02}{:02}{h:02}{m:02}{s:02}", t.year, t.month, t.day)
}

/// Reads [`compact`]'s form; `None` unless it is 14 digits and a real moment.
pub(crate) fn parse_compact(text: &str) -> Option<i64> {
    if text.len() != 14 || !text.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let part = |from: usize, to: usize| text.get(from..to)?.parse::<i64>().ok();
    let (h, m, s) = (part(8, 10)?, part(10, 12)?, part(12, 14)?);
    let moment = unix(part(0, 4)?, part(4, 6)?, part(6, 8)?) + h * 3_600 + m * 60 + s;
    // 31 February and 25:61 come back as something else.
    (compact(moment) == text).then_some(moment)
}

/// Reads a day (its first and last second) or [`rfc3339`]'s form, with any offset.
pub(crate) fn parse_moment(text: &str) -> Option<(i64, i64)> {
    let (date, time) = text.split_once('T').map_or((text, None), |(date, time)| (date, Some(time)));
    let day = parse_compact(&(digits(date, b'-', &[4, 2, 2])? + "000000"))?;
    let Some(time) = time else {
        return Some((day, day + 86_399));
    };
    let (time, zone) = time.split_at_checked(8)?;
    let moment = parse_compact(&(digits(date, b'-', &[4, 2, 2])? + &digits(time, b':', &[2, 2, 2])?))?;
    let zone = zone.trim_start_matches(|c: char| c == '.' || c.is_ascii_digit());
    let offset = match zone.as_bytes().first()? {
        b'Z' if zone.len() == 1 => 0,
        sign @ (b'+' | b'-') => {
            let hhmm: i64 = digits(zone.get(1..)?, b':', &[2, 2])?.parse().ok()?;
            let seconds = hhmm / 100 * 3_600 + hhmm % 100 * 60;
            if *sign == b'-' { -seconds } else { seconds }
        }
        _ => return None,
    };
    Some((moment - offset, moment - offset))
}

/// The digits of text that consists of groups of so many, with this byte in between.
fn digits(text: &str, between: u8, groups: &[usize]) -> Option<String> {
    let parts: Vec<&str> = text.split(char::from(between)).collect();
    let fits = |(part, size): (&&str, &usize)| part.len() == *size && part.bytes().all(|b| b.is_ascii_digit());
    (parts.len() == groups.len() && parts.iter().zip(groups).all(fits)).then(|| parts.concat())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn dates_go_both_ways() {
        assert_eq!(rfc3339(0), "1970-01-01T00:00:00Z");
        assert_eq!(compact(951_827_696), "20000229123456");
        assert_eq!(rfc3339(LAST), "9999-12-31T23:59:59Z");
        for day in 0..60_000 {
            let at = day * 86_400 + day % 86_400;
            assert_eq!(parse_compact(&compact(at)).unwrap(), at);
        }
    }

    #[test]
    fn impossible_moments_are_refused() {
        for text in ["20260231000000", "20260101250000", "2026010100000", "2026010100000x", "00000000000000"] {
            assert_eq!(parse_compact(text), None, "{text}");
        }
    }

    #[test]
    fn moments_and_days() {
        let noon = parse_compact("20261120120000").unwrap();
        for text in ["2026-11-20T12:00:00Z", "2026-11-20T15:00:00+03:00", "2026-11-20T11:30:00.123-00:30"] {
            assert_eq!(parse_moment(text), Some((noon, noon)), "{text}");
        }
        assert_eq!(parse_moment("2026-11-20"), Some((noon - 43_200, noon + 43_199)));
        for text in [
            "",
            "2026-11-31",
            "2026-1-20",
            "20261120",
            "2026-11-20T",
            "2026-11-20T12:00:00",
            "2026-11-20T12:00Z",
            "2026-11-20T12:00:00Zulu",
            "2026-11-20T12:00:00+3",
            "2026-11-20 12:00:00Z",
            "٢٠٢٦-١١-٢٠",
        ] {
            assert_eq!(parse_moment(text), None, "{text}");
        }
    }

    #[test]
    fn the_clock_moves_and_comes_back() {
        let clock = Clock::default();
        assert!(clock.set(1_000));
        assert!((1_000..1_010).contains(&clock.now()));
        assert!(!clock.set(-1));
        assert!(!clock.set(i64::MAX));
        clock.reset();
        assert!(clock.now() > 1_000_000_000);
    }
}
