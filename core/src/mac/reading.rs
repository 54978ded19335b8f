//! Whether a MAC source can be read in a second way.
//!
//! Nothing stands between a length and its value, so a text somebody else chose can shift all that follows:
//! `2` + `10` + … is also `21` + `0…`. A genuine MAC then fits another message, and proves neither.

use alloc::vec;
use alloc::vec::Vec;

use super::profile::LengthUnit;
use super::{Profile, REPLY};
use crate::money::is_json_amount;

/// A field of the order a source was built by.
pub(crate) struct Part<'a> {
    pub(crate) name: &'a str,
    /// What the message says.
    pub(crate) value: &'a str,
    /// Whether it comes from the configuration, so that no other reading can have another value.
    pub(crate) fixed: bool,
    /// Whether another value would prove something else.
    pub(crate) proves: bool,
}

impl<'a> Part<'a> {
    /// A field of another order, of which nothing is known.
    fn any(name: &'a str) -> Self {
        Self { name, value: "", fixed: false, proves: false }
    }
}

/// A longer source is not looked through, and counts as having a second reading.
const LONGEST: usize = 4096;

/// Reached by readings that agree with the message so far, and by ones that differ.
const SAME: u8 = 1;
const OTHER: u8 = 2;

/// Whether this source has a plausible reading, by its order or another reply's, in which a proving field differs.
pub(crate) fn is_ambiguous(profile: &Profile, source: &str, parts: &[Part<'_>]) -> bool {
    source.len() > LONGEST
        || walk(profile, source, parts, &is_plausible) & OTHER != 0
        || profile.reply_orders().any(|order| is_by_other_order(profile, source, parts, order))
}

/// Whether a source is also one of a reply with another order: who sends it says by its TRTYPE which order is tried.
fn is_by_other_order<'a>(
    profile: &'a Profile,
    source: &str,
    parts: &[Part<'_>],
    order: impl Iterator<Item = &'a str>,
) -> bool {
    let names: Vec<&str> = order.collect();
    if parts.iter().map(|part| part.name).eq(names.iter().copied()) {
        return false;
    }
    // What comes from the configuration is the same in every order.
    let fixed = |name: &str| parts.iter().find(|part| part.fixed && part.name == name);
    let others: Vec<Part<'_>> =
        names.iter().map(|name| fixed(name).map_or(Part::any(name), |part| Part { proves: false, ..*part })).collect();
    let has_this_order =
        |trtype: &str| profile.order(REPLY, trtype).is_some_and(|order| order.eq(names.iter().copied()));
    let accepts = |name: &str, value: &str| {
        is_plausible(name, value) && (!name.eq_ignore_ascii_case("TRTYPE") || has_this_order(value))
    };
    walk(profile, source, &others, &accepts) != 0
}

/// Whether a source is also one of a message of our own: whoever has sent that has its MAC.
pub(crate) fn is_own_message<'a>(profile: &'a Profile, source: &str, order: impl Iterator<Item = &'a str>) -> bool {
    let parts: Vec<Part<'_>> = order.map(Part::any).collect();
    source.len() > LONGEST || walk(profile, source, &parts, &is_plausible) != 0
}

/// Follows every reading through the fields at once, and says which kinds reach the end.
fn walk(profile: &Profile, source: &str, parts: &[Part<'_>], accepts: &dyn Fn(&str, &str) -> bool) -> u8 {
    let (mut reached, mut next) = (vec![0; source.len() + 1], vec![0; source.len() + 1]);
    if let Some(start) = reached.first_mut() {
        *start = SAME;
    }
    for part in parts {
        // The readings in which it is another message mostly end soon.
        if reached.iter().all(|kinds| *kinds == 0) {
            return 0;
        }
        for (at, kinds) in reached.iter().enumerate().filter(|(_, kinds)| **kinds != 0) {
            for (value, end) in values(profile, source, at) {
                if part.fixed && value != part.value || !accepts(part.name, value) {
                    continue;
                }
                let kinds = if part.proves && value != part.value { OTHER } else { *kinds };
                if let Some(slot) = next.get_mut(end) {
                    *slot |= kinds;
                }
            }
        }
        core::mem::swap(&mut reached, &mut next);
        next.fill(0);
    }
    reached.last().copied().unwrap_or(0)
}

/// Every value that may stand at a place, and where it ends.
fn values<'a>(profile: &Profile, source: &'a str, at: usize) -> impl Iterator<Item = (&'a str, usize)> {
    let rest = source.get(at..).unwrap_or("");
    let absent = rest.starts_with(profile.absent()).then_some(("", at + profile.absent().len()));
    let characters = profile.length_unit() == Some(LengthUnit::Characters);
    let counted = (1..=4).filter_map(move |digits| {
        let (length, value) = rest.split_at_checked(digits)?;
        if length.starts_with('0') || !length.bytes().all(|b| b.is_ascii_digit()) {
            return None;
        }
        let length: usize = length.parse().ok()?;
        let bytes = match characters {
            false => length,
            true => value.char_indices().map(|(at, _)| at).chain([value.len()]).nth(length)?,
        };
        Some((value.get(..bytes)?, at + digits + bytes))
    });
    absent.into_iter().chain(counted)
}

/// Whether a gateway or we could have sent this value in this field. A genuine message is always plausible, so that a
/// forged one made of it is known as such; but what is only thinkable would refuse one payment in a hundred.
fn is_plausible(name: &str, value: &str) -> bool {
    let all = |allowed: fn(&u8) -> bool| value.as_bytes().iter().all(allowed);
    let plain = |most: usize| value.len() <= most && all(u8::is_ascii_alphanumeric);
    match name {
        // Numbers of one or two digits, such as 0, 1, 21.
        "TRTYPE" | "ACTION" => {
            value.len() <= 2 && all(u8::is_ascii_digit) && (value.len() < 2 || !value.starts_with('0'))
        }
        // Two characters, or a negative number.
        "RC" => match value.strip_prefix('-') {
            Some(number) => (1..=2).contains(&number.len()) && number.bytes().all(|b| b.is_ascii_digit()),
            None => value.is_empty() || (value.len() == 2 && all(|b| b.is_ascii_uppercase() || b.is_ascii_digit())),
        },
        "CURRENCY" | "currency" => value.len() == 3 && (all(u8::is_ascii_uppercase) || all(u8::is_ascii_digit)),
        "ORDER" => (6..=32).contains(&value.len()) && all(u8::is_ascii_digit),
        "AMOUNT" | "amount" => value.len() <= 20 && is_json_amount(value),
        "RRN" => matches!(value.len(), 0 | 12) && plain(12),
        "APPROVAL" | "approval" | "payment_status" => plain(12),
        "TERMINAL" | "terminal_id" | "trtype" | "rrn" => plain(16),
        "rc" => value.len() <= 3,
        "order_id" => value.len() <= 40,
        "MERCHANT" => value.len() <= 40,
        "INT_REF" => value.len() <= 128 && all(u8::is_ascii_graphic),
        "TIMESTAMP" => value.is_empty() || crate::clock::from_compact(value).is_some(),
        "NONCE" => matches!(value.len(), 0 | 16..=64) && all(u8::is_ascii_hexdigit),
        _ => true,
    }
}
