//! How a source is made of a message: as it should be, and with known mistakes.

use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::Vec;

use super::captured::{Captured, Field};
use super::mistakes::{self, Mistake};
use crate::gateway::UNRESERVED;
use crate::mac::push_number;

/// A field of an order, with what there is to put in.
#[derive(Clone, Copy)]
pub(super) struct Slot<'a> {
    pub(super) name: &'a str,
    pub(super) field: Option<&'a Field>,
    /// What the caller knows.
    pub(super) known: Option<&'a str>,
}

impl<'a> Slot<'a> {
    pub(super) fn new(message: &'a Captured, name: &'a str) -> Self {
        Self { name, field: message.field(name), known: message.known(name) }
    }

    /// Whether the message has no value, and the caller has one.
    pub(super) fn is_fillable(&self) -> bool {
        self.known.is_some() && self.field.is_none_or(|field| field.value.is_empty())
    }

    /// Whether the message doesn't carry it.
    pub(super) fn is_missing(&self) -> bool {
        self.field.is_none_or(|field| !field.carried)
    }
}

/// How to make a source.
#[derive(Clone, Copy)]
pub(super) struct Recipe<'a> {
    /// Which key.
    pub(super) key: usize,
    /// What stands for a field that is not there, and for one that is empty.
    pub(super) absent: &'a str,
    pub(super) empty: &'a str,
    /// What stands for the values `0` and `-`, if they are taken for absent.
    pub(super) zero: Option<&'static str>,
    pub(super) dash: Option<&'static str>,
    pub(super) characters: bool,
    pub(super) trailing: &'a str,
    /// Which of the order's first 64 fields take the value the caller knows.
    pub(super) known: u64,
    /// What makes other values of values.
    pub(super) change: Option<fn(&str, &str) -> Option<String>>,
    pub(super) other_change: Option<fn(&str, &str) -> Option<String>>,
    /// Seconds to add to TIMESTAMP.
    pub(super) seconds: i64,
    /// Whether of a field that comes twice the last counts.
    pub(super) last: bool,
    /// A field that is missing, and a likely value.
    pub(super) guess: Option<(&'static str, &'static str)>,
}

impl<'a> Recipe<'a> {
    pub(super) fn new(absent: &'a str, trailing: &'a str, characters: bool, known: u64) -> Self {
        Self {
            key: 0,
            absent,
            empty: absent,
            zero: None,
            dash: None,
            characters,
            trailing,
            known,
            change: None,
            other_change: None,
            seconds: 0,
            last: false,
            guess: None,
        }
    }

    /// Whether both, as a scheme has them, make the same.
    pub(super) fn is_like(&self, other: &Self) -> bool {
        let made = |recipe: &Self| (recipe.characters, recipe.known);
        (self.absent, self.trailing) == (other.absent, other.trailing) && made(self) == made(other)
    }

    /// The same with one mistake more; `None` if both are about the same thing.
    pub(super) fn with(&self, change: &Change, base: &Self) -> Option<Self> {
        let mut recipe = *self;
        let free = match change {
            Change::Key(key) => core::mem::replace(&mut recipe.key, *key) == base.key,
            Change::Absent(absent, empty, _) => {
                (recipe.absent, recipe.empty) = (absent, empty);
                (self.absent, self.empty) == (base.absent, base.empty)
            }
            Change::Zero(token) => recipe.zero.replace(token).is_none(),
            Change::Dash(token) => recipe.dash.replace(token).is_none(),
            Change::Unit => {
                recipe.characters = !recipe.characters;
                self.characters == base.characters
            }
            Change::Trailing(text) => core::mem::replace(&mut recipe.trailing, text) == base.trailing,
            Change::Known(at) => {
                recipe.known |= 1u64.checked_shl(*at).unwrap_or(0);
                self.known == base.known
            }
            Change::Value(of, _) if self.change.is_none() => recipe.change.replace(*of).is_none(),
            Change::Value(of, _) => recipe.other_change.replace(*of).is_none(),
            Change::Seconds(seconds) => core::mem::replace(&mut recipe.seconds, *seconds) == 0,
            Change::Last => !core::mem::replace(&mut recipe.last, true),
            Change::Guess(name, value) => recipe.guess.replace((name, value)).is_none(),
        };
        free.then_some(recipe)
    }

    /// Whether the field at this place takes the value the caller knows.
    pub(super) fn takes_known(&self, at: usize) -> bool {
        u32::try_from(at).ok().and_then(|at| self.known.checked_shr(at)).is_some_and(|bits| bits & 1 == 1)
    }

    /// Writes the source of an order.
    pub(super) fn source(&self, order: &[Slot<'a>], out: &mut String) {
        out.clear();
        for (at, slot) in order.iter().enumerate() {
            let (value, carried) = self.value(at, slot);
            let token = match &*value {
                "" if carried => Some(self.empty),
                "" => Some(self.absent),
                "0" => self.zero,
                "-" => self.dash,
                _ => None,
            };
            match token {
                Some(token) => out.push_str(token),
                None => {
                    push_number(out, if self.characters { value.chars().count() } else { value.len() });
                    out.push_str(&value);
                }
            }
        }
        out.push_str(self.trailing);
    }

    fn value(&self, at: usize, slot: &Slot<'a>) -> (Cow<'a, str>, bool) {
        if let (true, Some(known)) = (self.takes_known(at), slot.known) {
            return (Cow::Borrowed(known), true);
        }
        let Some(field) = slot.field.filter(|field| field.carried) else {
            let guess = self.guess.filter(|guess| guess.0 == slot.name);
            return (Cow::Borrowed(guess.map_or("", |guess| guess.1)), guess.is_some());
        };
        let mut value = Cow::Borrowed(field.last.as_deref().filter(|_| self.last).unwrap_or(&field.value));
        if self.seconds != 0
            && slot.name == "TIMESTAMP"
            && let Some(unix) = crate::clock::from_compact(&value)
        {
            value = Cow::Owned(crate::clock::compact(unix + self.seconds));
        }
        for change in [self.change, self.other_change].into_iter().flatten() {
            if let Some(changed) = change(slot.name, &value) {
                value = Cow::Owned(changed);
            }
        }
        (value, true)
    }
}

/// Something to make differently.
#[derive(Clone, Copy)]
pub(super) enum Change {
    Key(usize),
    Absent(&'static str, &'static str, &'static Mistake),
    Zero(&'static str),
    Dash(&'static str),
    /// The other length unit.
    Unit,
    Trailing(&'static str),
    /// The caller's value instead of the message's, for the field at this place.
    Known(u32),
    /// Other values, where there is another.
    Value(fn(&str, &str) -> Option<String>, &'static Mistake),
    Seconds(i64),
    Last,
    /// A likely value for a field that is missing.
    Guess(&'static str, &'static str),
}

impl Change {
    pub(super) fn mistake(&self, base: &Recipe<'_>) -> Option<&'static Mistake> {
        Some(match self {
            Self::Key(_) => return None,
            Self::Absent(_, _, mistake) | Self::Value(_, mistake) => mistake,
            Self::Zero(_) => &mistakes::ZERO_AS_ABSENT,
            Self::Dash(_) => &mistakes::DASH_AS_ABSENT,
            Self::Unit if base.characters => &mistakes::LENGTH_IN_BYTES,
            Self::Unit => &mistakes::LENGTH_IN_CHARACTERS,
            Self::Trailing(_) => &mistakes::TRAILING,
            Self::Known(_) => &mistakes::SETTING_INSTEAD,
            Self::Seconds(_) => &mistakes::OTHER_TIME,
            Self::Last => &mistakes::LAST_OF_TWO,
            Self::Guess(..) => &mistakes::GUESSED,
        })
    }
}

/// Every change there is, but for keys and the caller's values.
pub(super) static CHANGES: &[Change] = &[
    Change::Absent("", "", &mistakes::EMPTY_LEFT_OUT),
    Change::Absent("-", "-", &mistakes::EMPTY_AS_DASH),
    Change::Absent("0", "0", &mistakes::EMPTY_AS_ZERO),
    Change::Absent("-", "0", &mistakes::EMPTY_AS_ZERO),
    Change::Absent("", "0", &mistakes::EMPTY_AS_ZERO),
    Change::Absent("0", "-", &mistakes::EMPTY_AS_ZERO),
    Change::Absent("0-", "0-", &mistakes::EMPTY_AS_ZERO),
    Change::Absent("-", "0-", &mistakes::EMPTY_AS_ZERO),
    Change::Absent("1-", "1-", &mistakes::EMPTY_AS_VALUE),
    Change::Absent("", "-", &mistakes::EMPTY_LEFT_OUT),
    Change::Absent("-", "", &mistakes::EMPTY_LEFT_OUT),
    Change::Absent("10", "10", &mistakes::EMPTY_AS_VALUE),
    Change::Absent("1 ", "1 ", &mistakes::EMPTY_AS_VALUE),
    Change::Absent("4null", "4null", &mistakes::EMPTY_AS_VALUE),
    Change::Absent("4None", "4None", &mistakes::EMPTY_AS_VALUE),
    Change::Absent("9undefined", "9undefined", &mistakes::EMPTY_AS_VALUE),
    Change::Zero("-"),
    Change::Zero(""),
    Change::Zero("0"),
    Change::Dash("-"),
    Change::Dash(""),
    Change::Unit,
    Change::Trailing("\n"),
    Change::Trailing("\r\n"),
    Change::Trailing("-"),
    Change::Trailing("0"),
    Change::Trailing(" "),
    Change::Trailing(""),
    Change::Value(two_decimals, &mistakes::AMOUNT_FORM),
    Change::Value(no_decimals, &mistakes::AMOUNT_FORM),
    Change::Value(no_zeros, &mistakes::AMOUNT_FORM),
    Change::Value(three_decimals, &mistakes::AMOUNT_FORM),
    Change::Value(minor_units, &mistakes::AMOUNT_FORM),
    Change::Value(trimmed, &mistakes::VALUES_TRIMMED),
    Change::Value(decoded_again, &mistakes::VALUES_DECODED_TWICE),
    Change::Value(encoded, &mistakes::VALUES_ENCODED),
    Change::Value(form_encoded, &mistakes::VALUES_ENCODED),
    Change::Value(escaped, &mistakes::VALUES_ESCAPED),
    Change::Value(plus_kept, &mistakes::PLUS_AS_SPACE),
    Change::Value(other_case, &mistakes::NONCE_CASE),
    Change::Last,
    Change::Seconds(1),
    Change::Seconds(-1),
    Change::Seconds(2),
    Change::Seconds(-2),
    Change::Seconds(3),
    Change::Seconds(-3),
    Change::Seconds(3 * 3600),
    Change::Seconds(-3 * 3600),
    Change::Guess("TRTYPE", "0"),
    Change::Guess("TRTYPE", "1"),
    Change::Guess("TRTYPE", "21"),
    Change::Guess("TRTYPE", "22"),
    Change::Guess("TRTYPE", "24"),
    Change::Guess("TRTYPE", "14"),
    Change::Guess("TRTYPE", "90"),
    Change::Guess("CURRENCY", "IQD"),
    Change::Guess("CURRENCY", "368"),
    Change::Guess("CURRENCY", "USD"),
    Change::Guess("CURRENCY", "840"),
    Change::Guess("COUNTRY", "IQ"),
    Change::Guess("MERCH_GMT", "+3"),
    Change::Guess("MERCH_GMT", "3"),
    Change::Guess("MERCH_GMT", "0"),
];

/// An amount's two halves.
fn halves<'v>(name: &str, value: &'v str) -> Option<(&'v str, &'v str)> {
    let (whole, fraction) = value.split_once('.').unwrap_or((value, ""));
    let digits = |text: &str| text.len() <= 16 && text.bytes().all(|b| b.is_ascii_digit());
    (name.ends_with("AMOUNT") && !whole.is_empty() && digits(whole) && digits(fraction)).then_some((whole, fraction))
}

fn joined(parts: &[&str]) -> Option<String> {
    Some(parts.iter().copied().collect())
}

fn two_decimals(name: &str, value: &str) -> Option<String> {
    let (whole, fraction) = halves(name, value)?;
    match fraction.len() {
        0 => joined(&[whole, ".00"]),
        1 => joined(&[whole, ".", fraction, "0"]),
        _ => joined(&[whole, ".", fraction.get(..2)?]),
    }
}

fn three_decimals(name: &str, value: &str) -> Option<String> {
    let (whole, fraction) = halves(name, value)?;
    joined(&[whole, ".", fraction, "000".get(fraction.len()..)?])
}

fn no_decimals(name: &str, value: &str) -> Option<String> {
    joined(&[halves(name, value)?.0])
}

fn no_zeros(name: &str, value: &str) -> Option<String> {
    let (whole, fraction) = halves(name, value)?;
    match fraction.trim_end_matches('0') {
        "" => joined(&[whole]),
        fraction => joined(&[whole, ".", fraction]),
    }
}

fn minor_units(name: &str, value: &str) -> Option<String> {
    let (whole, fraction) = halves(name, value)?;
    joined(&[
        whole.trim_start_matches('0'),
        fraction.get(..2).unwrap_or(fraction),
        "00".get(fraction.len()..).unwrap_or(""),
    ])
}

fn trimmed(_: &str, value: &str) -> Option<String> {
    joined(&[value.trim()])
}

fn decoded_again(_: &str, value: &str) -> Option<String> {
    let spaced = value.replace('+', " ");
    Some(percent_encoding::percent_decode_str(&spaced).decode_utf8().ok()?.into_owned())
}

fn encoded(_: &str, value: &str) -> Option<String> {
    Some(percent_encoding::utf8_percent_encode(value, UNRESERVED).collect())
}

fn form_encoded(name: &str, value: &str) -> Option<String> {
    encoded(name, value).map(|text| text.replace("%20", "+"))
}

fn escaped(_: &str, value: &str) -> Option<String> {
    let text = value.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    Some(text.replace('"', "&quot;").replace('\'', "&#039;"))
}

fn plus_kept(_: &str, value: &str) -> Option<String> {
    Some(value.replace(' ', "+"))
}

fn other_case(name: &str, value: &str) -> Option<String> {
    let lower = value.bytes().any(|b| b.is_ascii_lowercase());
    (name == "NONCE").then(|| if lower { value.to_ascii_uppercase() } else { value.to_ascii_lowercase() })
}

/// The slots of a message in an order.
pub(super) fn slots<'a>(message: &'a Captured, names: impl Iterator<Item = &'a str>) -> Vec<Slot<'a>> {
    names.map(|name| Slot::new(message, name)).collect()
}
