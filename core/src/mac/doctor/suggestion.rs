//! A profile that signs and verifies as a captured message was signed. It is tried before it is given.

use alloc::string::String;
use alloc::vec::Vec;

use super::candidates::{Label, YOURS};
use super::captured::Captured;
use super::list;
use super::report::Report;
use super::search::Fit;
use crate::mac::{Algorithm, Profile, REPLY, REQUEST, Source};
use crate::record::Value;

/// The orders a profile may have for the message: several for what may be a completion or a reversal.
pub(super) fn orders<'a>(
    profile: &'a Profile,
    message: &'a Captured,
) -> impl Iterator<Item = impl Iterator<Item = &'a str>> {
    let is_later = !message.get("RRN").is_empty() || !message.get("INT_REF").is_empty();
    let trtype = message.get("TRTYPE");
    let kinds: &[&str] = match trtype {
        _ if message.is_reply => &[REPLY],
        "90" => &["inquiry", REQUEST],
        _ if is_later => &["completion", "reversal", REQUEST],
        _ => &[REQUEST],
    };
    kinds.iter().filter_map(move |kind| profile.order(kind, trtype))
}

/// The name an order for this message bears in a profile.
pub(super) fn order_name(message: &Captured) -> String {
    let mut name = String::from(if message.is_reply { REPLY } else { REQUEST });
    let trtype = message.get("TRTYPE");
    if (1..=2).contains(&trtype.len()) && trtype.bytes().all(|b| b.is_ascii_digit()) {
        name.push(' ');
        name.push_str(trtype);
    }
    name
}

/// A profile with which the message's source comes out as it was signed; `None` if the caller's own is one, or if
/// none can be.
pub(super) fn suggest(report: &Report<'_>, fit: &Fit<'_>, label: Option<&Label<'_>>) -> Option<Value> {
    let preset = |name: &str| alloc::vec![(String::from("preset"), Value::text(name))];
    // Another hash is another scheme: with it in yours, the requests it signs would change, too.
    let is_other = report.yours.is_some_and(|yours| yours.algorithm() != report.algorithm);
    let by_label = || changed(report, fit, preset(label.filter(|label| label.scheme != YOURS)?.scheme), false);
    match report.given.value("profile") {
        _ if is_other => by_label(),
        Value::Map(map) => changed(report, fit, map.clone(), true),
        Value::Text(name) => changed(report, fit, preset(name), true),
        // What a preset takes from the configuration can't be taken back.
        _ => by_label().or_else(|| changed(report, fit, Vec::new(), false)),
    }
}

/// A profile with what has to be different; `None` if nothing has, or if it doesn't help.
fn changed(report: &Report<'_>, fit: &Fit<'_>, mut map: Vec<(String, Value)>, is_yours: bool) -> Option<Value> {
    let unchanged = map.clone();
    let names = || fit.slots.iter().map(|slot| slot.name);
    let profile = read(&map);
    let now = profile.as_ref().map(|own| (own.algorithm(), own.absent(), own.trailing()));
    let (algorithm, absent, trailing) = now.unwrap_or((Algorithm::HmacSha1, "-", ""));
    if algorithm != report.algorithm {
        set(&mut map, "algorithm", report.algorithm.name().into());
    }
    for (name, now, needed) in [("absent", absent, fit.recipe.absent), ("trailing", trailing, fit.recipe.trailing)] {
        if now != needed {
            set(&mut map, name, needed.into());
        }
    }
    if !fit.source.is_ascii() {
        set(&mut map, "length_unit", if fit.recipe.characters { "characters" } else { "bytes" }.into());
    }
    if !profile.as_ref().is_some_and(|own| orders(own, report.message).any(|mut order| names().eq(&mut order))) {
        let mut own = match map.iter().find(|(name, _)| name == "orders") {
            Some((_, Value::Map(orders))) => orders.clone(),
            _ => Vec::new(),
        };
        set(&mut own, &order_name(report.message), list(names()));
        set(&mut map, "orders", Value::Map(own));
    }
    let is_set = |name: &str| profile.as_ref().is_some_and(|own| own.is_from_configuration(name));
    let new: Vec<&str> = fit.known().map(|slot| slot.name).filter(|name| !is_set(name)).collect();
    if report.message.is_reply && !new.is_empty() {
        let mut all = match map.iter().find(|(name, _)| name == "from_configuration") {
            Some((_, Value::List(names))) => names.clone(),
            _ => Vec::new(),
        };
        all.extend(new.into_iter().map(Value::text));
        set(&mut map, "from_configuration", Value::List(all));
    }
    if is_yours && map == unchanged || !fits(report, fit, &read(&map)?) {
        return None;
    }
    Some(Value::Map(map))
}

fn set(map: &mut Vec<(String, Value)>, name: &str, value: Value) {
    match map.iter_mut().find(|(known, _)| known == name) {
        Some((_, slot)) => *slot = value,
        None => map.push((String::from(name), value)),
    }
}

fn read(map: &[(String, Value)]) -> Option<Profile> {
    let mut faults = Vec::new();
    let profile = Profile::from_value(&Value::Map(map.to_vec()), &mut faults);
    profile.filter(|_| faults.is_empty())
}

/// Whether signing or verifying with this profile makes the source that fits.
fn fits(report: &Report<'_>, fit: &Fit<'_>, profile: &Profile) -> bool {
    let message = report.message;
    let setting = |name: &str| message.known.iter().find(|known| known.0 == name && known.2 != "signed_values");
    let made = |order: &mut dyn Iterator<Item = &str>| {
        let mut source = Source::new(profile);
        for name in order {
            let sent = message.get(name);
            let own = setting(name).map_or("", |known| &known.1);
            let value = match message.is_reply {
                true if profile.is_from_configuration(name) => own,
                false if sent.is_empty() => own,
                _ => sent,
            };
            source.push(name, value).ok()?;
        }
        Some(source.finish())
    };
    orders(profile, message).next().and_then(|mut order| made(&mut order)).is_some_and(|source| source == fit.source)
}
