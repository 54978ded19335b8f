//! A P_SIGN scheme as data: a preset by name, or your own as a plain map.

use alloc::borrow::Cow;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use super::key::Algorithm;
use super::presets::{PRESETS, Preset};
use crate::error::{Code, Fault};
use crate::record::{Alphabet, Record, Text, Value, choice, record};

choice! {
    /// What the length before a value counts. The banks differ, and for Arabic text it matters.
    LENGTH_UNIT LengthUnit { "bytes" = "bytes", "characters" = "characters" }
}

choice! {
    /// The letter case of the hex.
    LETTER_CASE LetterCase { "upper" = "upper", "lower" = "lower" }
}

record! {
    /// Your own P_SIGN scheme, where no preset fits: take a preset and change what differs.
    input ProfileFields {
        /// The preset to start from: `alqaseh-unconfirmed`, `classic`, `romcard`, `bcc` or `kina`.
        preset: may text,
        /// `HMAC-SHA1` unless you or the preset say otherwise.
        algorithm: may choice(super::ALGORITHM),
        /// What a length counts. Until you say, values that are not ASCII are refused.
        length_unit: may choice(LENGTH_UNIT),
        /// The letter case of the hex: `upper` unless you say otherwise.
        letter_case: may choice(LETTER_CASE),
        /// What stands for an absent field; `-` unless you say otherwise.
        absent: may text(Text { min: 0, max: 8, alphabet: Alphabet::Line }),
        /// Text that is appended to the source; none unless you say otherwise.
        trailing: may text(Text { min: 0, max: 64, alphabet: Alphabet::Line }),
        /// The fields each message's MAC covers, in order: keys are `request`, `completion`, `reversal`,
        /// `inquiry` or `reply`, alone or with a TRTYPE (`request 0`, `reply 21`).
        orders: may map,
        /// Fields of replies that are signed but not echoed: they are taken from the configuration.
        from_configuration: may texts,
    }
}

/// What the length before a value counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum LengthUnit {
    Bytes,
    Characters,
}

/// Prepare's message, and the only one of a low-level MAC.
pub(crate) const REQUEST: &str = "request";
/// What the gateway sends.
pub(crate) const REPLY: &str = "reply";
const MESSAGES: &[&str] = &[REQUEST, "completion", "reversal", "inquiry", REPLY];

/// More fields than any message has; each is looked for among the others.
const MOST_FIELDS: usize = 64;

/// A P_SIGN scheme. Made from a preset's name or a map of `ProfileFields`.
#[derive(Clone)]
pub struct Profile {
    preset: Option<&'static Preset>,
    algorithm: Algorithm,
    length_unit: Option<LengthUnit>,
    lower: bool,
    absent: Cow<'static, str>,
    trailing: String,
    orders: Vec<(String, Vec<String>)>,
    from_configuration: Vec<String>,
}

impl core::fmt::Debug for Profile {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        let name = self.preset.map_or("own", |preset| preset.name);
        write!(f, "Profile({name}, {:?}, {:?})", self.algorithm, self.orders)
    }
}

/// A message's field order, a preset's or the caller's.
pub(crate) enum Order<'a> {
    Preset(core::slice::Iter<'static, &'static str>),
    Own(core::slice::Iter<'a, String>),
}

/// Whether an order's name is that of a message with this TRTYPE.
fn is_for(key: &str, message: &str, trtype: &str) -> bool {
    key.strip_prefix(message).and_then(|rest| rest.strip_prefix(' ')) == Some(trtype)
}

impl<'a> Iterator for Order<'a> {
    type Item = &'a str;
    fn next(&mut self) -> Option<&'a str> {
        match self {
            Self::Preset(names) => names.next().copied(),
            Self::Own(names) => names.next().map(String::as_str),
        }
    }
}

impl Profile {
    /// From a preset's name or the caller's map.
    pub(crate) fn from_value(value: &Value, faults: &mut Vec<Fault>) -> Option<Self> {
        match value {
            Value::Text(name) => Some(Self::preset(Self::find(name, "profile", faults)?)),
            Value::Map(map) => Self::from_map(map, false, faults),
            _ => None,
        }
    }

    /// The same for webhooks, whose fields have small letters; faults name this setting.
    pub(crate) fn for_webhooks(value: &Value, setting: &'static str, faults: &mut Vec<Fault>) -> Option<Self> {
        let known = faults.len();
        let profile = match value {
            Value::Map(map) => Self::from_map(map, true, faults),
            value => Self::from_value(value, faults),
        };
        for fault in faults.iter_mut().skip(known) {
            if let Some(rest) = fault.field().strip_prefix("profile") {
                fault.rename(format!("{setting}{rest}"));
            }
        }
        profile
    }

    fn find(name: &str, field: &'static str, faults: &mut Vec<Fault>) -> Option<&'static Preset> {
        let preset = PRESETS.iter().find(|preset| preset.name == name);
        if preset.is_none() {
            let names = PRESETS.iter().map(|preset| preset.name).collect::<Vec<_>>().join(", ");
            faults.push(Fault::new(Code::ProfileUnknown, field).with_limit(names));
        }
        preset
    }

    pub(crate) fn preset(preset: &'static Preset) -> Self {
        Self { preset: Some(preset), algorithm: preset.algorithm, ..Self::plain() }
    }

    fn plain() -> Self {
        Self {
            preset: None,
            algorithm: Algorithm::HmacSha1,
            length_unit: None,
            lower: false,
            absent: Cow::Borrowed("-"),
            trailing: String::new(),
            orders: Vec::new(),
            from_configuration: Vec::new(),
        }
    }

    fn from_map(map: &[(String, Value)], small: bool, faults: &mut Vec<Fault>) -> Option<Self> {
        // A profile is data that travels between languages, so its names are the same in all of them.
        let fields = match Record::from_named(ProfileFields::SHAPE, crate::record::Names::Snake, map.to_vec()) {
            Ok(mut fields) => {
                faults.extend(fields.faults());
                fields
            }
            Err(error) => {
                faults.extend(error.faults().iter().cloned());
                return None;
            }
        };
        let mut profile = match fields.text("preset") {
            Some(name) => Self::preset(Self::find(name, "profile.preset", faults)?),
            None => Self::plain(),
        };
        profile.apply(&fields);
        if let Value::Map(orders) = fields.value("orders") {
            for (message, order) in orders {
                profile.add_order(message, order, small, faults);
            }
        }
        profile.from_configuration = texts(fields.value("from_configuration"));
        if profile.preset.is_none() && profile.orders.is_empty() {
            faults.push(invalid("give a preset, orders, or both"));
        }
        Some(profile)
    }

    /// The profile of a low-level MAC.
    pub(crate) fn for_mac(fields: &Record, faults: &mut Vec<Fault>) -> Self {
        let mut profile = Self::plain();
        profile.apply(fields);
        if matches!(fields.value("order"), Value::List(_)) {
            let known = faults.len();
            profile.add_order(REQUEST, fields.value("order"), false, faults);
            for fault in faults.iter_mut().skip(known) {
                fault.rename("order");
            }
        }
        profile
    }

    fn apply(&mut self, fields: &Record) {
        if let Some(algorithm) = fields.text("algorithm").and_then(Algorithm::from_name) {
            self.algorithm = algorithm;
        }
        self.set_length_unit(fields.text("length_unit"));
        self.lower = fields.text("letter_case") == Some("lower");
        if let Some(absent) = fields.text("absent") {
            self.absent = Cow::Owned(String::from(absent));
        }
        self.trailing = String::from(fields.get("trailing"));
    }

    pub(crate) fn set_length_unit(&mut self, unit: Option<&str>) {
        match unit {
            Some("bytes") => self.length_unit = Some(LengthUnit::Bytes),
            Some("characters") => self.length_unit = Some(LengthUnit::Characters),
            _ => {}
        }
    }

    fn add_order(&mut self, message: &str, order: &Value, small: bool, faults: &mut Vec<Fault>) {
        let (kind, trtype) = message.split_once(' ').unwrap_or((message, "0"));
        if !MESSAGES.contains(&kind)
            || trtype.is_empty()
            || trtype.len() > 2
            || !trtype.bytes().all(|b| b.is_ascii_digit())
        {
            let limit = format!("\"{message}\" is no message: use {} with or without a TRTYPE", MESSAGES.join(", "));
            faults.push(invalid(limit));
        }
        let is_name = |name: &String| {
            (1..=40).contains(&name.len())
                && name.bytes().all(|b| {
                    b.is_ascii_uppercase() || b.is_ascii_digit() || b == b'_' || (small && b.is_ascii_lowercase())
                })
        };
        let names = texts(order);
        if names.len() > MOST_FIELDS {
            faults.push(invalid(format!("the order of \"{message}\" has more than {MOST_FIELDS} fields")));
            return;
        }
        let repeated = names.iter().enumerate().find(|(i, name)| names.iter().take(*i).any(|earlier| earlier == *name));
        if names.is_empty() || !matches!(order, Value::List(items) if items.len() == names.len()) {
            faults.push(invalid(format!("the order of \"{message}\" must be a list of field names")));
        } else if names.iter().any(|name| name.eq_ignore_ascii_case("P_SIGN")) {
            faults.push(invalid("P_SIGN never covers itself"));
        } else if let Some(name) = names.iter().find(|name| !is_name(name)) {
            let letters = if small { "letters" } else { "capitals" };
            faults.push(invalid(format!("\"{name}\" is no field name ({letters}, digits and _)")));
        } else if let Some((_, name)) = repeated {
            faults.push(invalid(format!("{name} stands twice in the order of \"{message}\"")));
        }
        self.orders.push((String::from(message), names));
    }

    pub(crate) fn algorithm(&self) -> Algorithm {
        self.algorithm
    }

    pub(crate) fn length_unit(&self) -> Option<LengthUnit> {
        self.length_unit
    }

    pub(crate) fn absent(&self) -> &str {
        &self.absent
    }

    pub(crate) fn trailing(&self) -> &str {
        &self.trailing
    }

    /// The fields a message's MAC covers: the order for its TRTYPE, else the one for any; the caller's own
    /// before the preset's.
    pub(crate) fn order(&self, message: &str, trtype: &str) -> Option<Order<'_>> {
        let exact = |key: &str| is_for(key, message, trtype);
        let any = |key: &str| key == message;
        self.own(&exact).or_else(|| self.own(&any)).or_else(|| self.presets(&exact)).or_else(|| self.presets(&any))
    }

    /// The same of an order that names this TRTYPE.
    pub(crate) fn order_for(&self, message: &str, trtype: &str) -> Option<Order<'_>> {
        let exact = |key: &str| is_for(key, message, trtype);
        self.own(&exact).or_else(|| self.presets(&exact))
    }

    fn own(&self, is: &dyn Fn(&str) -> bool) -> Option<Order<'_>> {
        self.orders.iter().find(|(key, _)| is(key)).map(|(_, names)| Order::Own(names.iter()))
    }

    fn presets(&self, is: &dyn Fn(&str) -> bool) -> Option<Order<'_>> {
        let orders = self.preset.map_or(&[][..], |preset| preset.orders);
        orders.iter().find(|(key, _)| is(key)).map(|(_, names)| Order::Preset(names.iter()))
    }

    /// The fields of replies that the caller says come from the configuration.
    pub(crate) fn configured_names(&self) -> impl Iterator<Item = &str> {
        self.from_configuration.iter().map(String::as_str)
    }

    /// Every order under its name, the caller's own first.
    pub(crate) fn orders(&self) -> impl Iterator<Item = (&str, impl Iterator<Item = &str>)> {
        let own = self.orders.iter().map(|(key, names)| (key.as_str(), Order::Own(names.iter())));
        let preset = self.preset.map_or(&[][..], |preset| preset.orders);
        let preset = preset.iter().map(|(key, names)| (*key, Order::Preset(names.iter())));
        own.chain(preset)
    }

    /// The orders of every message of our own.
    pub(crate) fn own_orders(&self) -> impl Iterator<Item = impl Iterator<Item = &str>> {
        self.orders().filter(|(key, _)| !key.starts_with(REPLY)).map(|(_, order)| order)
    }

    /// The orders of every reply.
    pub(crate) fn reply_orders(&self) -> impl Iterator<Item = impl Iterator<Item = &str>> {
        self.orders().filter(|(key, _)| key.starts_with(REPLY)).map(|(_, order)| order)
    }

    /// Whether its hex is in lower case.
    pub(crate) fn is_lower(&self) -> bool {
        self.lower
    }

    /// Whether a signed field of replies comes from the configuration instead.
    pub(crate) fn is_from_configuration(&self, name: &str) -> bool {
        self.from_configuration.iter().any(|field| field == name)
            || self.preset.is_some_and(|preset| preset.from_configuration.contains(&name))
    }

    /// A MAC in the profile's letter case.
    pub(crate) fn hex(&self, mac: &[u8]) -> String {
        let mut digits = hex_upper(mac);
        if self.lower {
            digits.make_ascii_lowercase();
        }
        digits
    }
}

/// At most 32 bytes, as long as a MAC or a nonce gets, in hex; `hex::encode_upper` would go character by character.
pub(crate) fn hex_upper(bytes: &[u8]) -> String {
    let mut digits = [0; 64];
    let digits = digits.get_mut(..bytes.len() * 2).unwrap_or_default();
    let _ = hex::encode_to_slice(bytes, digits);
    digits.make_ascii_uppercase();
    String::from(core::str::from_utf8(digits).unwrap_or(""))
}

fn texts(list: &Value) -> Vec<String> {
    match list {
        Value::List(items) => items.iter().filter_map(Value::as_text).map(String::from).collect(),
        _ => Vec::new(),
    }
}

fn invalid(why: impl Into<Cow<'static, str>>) -> Fault {
    Fault::new(Code::ProfileInvalid, "profile").with_limit(why)
}
