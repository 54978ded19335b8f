//! What the doctor says: the findings as records, with advice.

use alloc::string::String;
use alloc::vec::Vec;

use super::candidates::{Candidate, Label, YOURS};
use super::captured::Captured;
use super::key_forms::no_keys;
use super::mistakes::{self, Mistake};
use super::recipe::Slot;
use super::search::{Fit, Search};
use super::siblings::is_sibling;
use super::{Diagnosis, Finding, comma, list, suggestion};
use crate::mac::{Algorithm, Profile};
use crate::record::{Record, Value};

/// What a reply's MAC has to cover before it proves anything.
const PROVING: [&str; 6] = ["ACTION", "RC", "TRTYPE", "ORDER", "AMOUNT", "CURRENCY"];

/// All there is to say it from.
pub(super) struct Report<'a> {
    pub(super) given: &'a Record,
    pub(super) message: &'a Captured,
    pub(super) search: &'a Search<'a>,
    pub(super) algorithm: Algorithm,
    /// The caller's own profile.
    pub(super) yours: Option<&'a Profile>,
    pub(super) is_base64: bool,
}

impl<'a> Report<'a> {
    pub(super) fn write(&self) -> Record {
        let search = self.search;
        let fits = !search.fits.is_empty();
        let unchecked = self.unchecked();
        let findings: Vec<Record> = if fits {
            search.fits.iter().map(|fit| self.fit(fit)).collect()
        } else {
            unchecked.iter().map(|candidate| self.uncheckable(candidate)).collect()
        };
        let mut advice =
            findings.first().filter(|_| fits).map_or(String::new(), |finding| String::from(finding.get("advice")));
        if !fits {
            self.nothing_fits(&unchecked, &mut advice);
        }
        let mut diagnosis = Record::new(Diagnosis::SHAPE);
        diagnosis.set("fits", fits);
        diagnosis.set("message_kind", if self.message.is_reply { "reply" } else { "request" });
        diagnosis.set("findings", findings.into_iter().collect::<Value>());
        diagnosis.set("advice", advice);
        diagnosis.set("tried", list(search.tried.iter().copied()));
        diagnosis.set("macs", i64::try_from(search.macs).unwrap_or(i64::MAX));
        diagnosis.set("stopped", !fits && search.is_spent());
        diagnosis
    }

    fn fit(&self, fit: &Fit<'a>) -> Record {
        let candidate = fit.candidate.and_then(|at| self.search.candidates.get(at));
        let label = candidate.and_then(Candidate::label);
        let published = label.filter(|_| fit.is_published);
        let mut mistakes: Vec<&Mistake> = Vec::new();
        self.order_mistakes(fit, published, &mut mistakes);
        mistakes.extend(&fit.mistakes);
        let letter_case = self.letter_case();
        if self.is_base64 {
            mistakes.push(&mistakes::MAC_BASE64);
        } else if !letter_case.is_empty() && letter_case != self.own_case(label) {
            mistakes.push(&mistakes::LETTER_CASE);
        }
        let suggested = suggestion::suggest(self, fit, published);

        let mut finding = Record::new(Finding::SHAPE);
        finding.set("fits", true);
        finding.set("profile", published.map_or("none", |label| label.scheme));
        finding.set(
            "order_name",
            published.map_or_else(|| suggestion::order_name(self.message), |label| label.order.into()),
        );
        self.set_order(&mut finding, fit.slots.iter().map(|slot| slot.name));
        if let Some(candidate) = candidate.filter(|_| fit.is_published) {
            set_also(&mut finding, candidate);
        }
        if !fit.source.is_ascii() {
            finding.set("length_unit", if fit.recipe.characters { "characters" } else { "bytes" });
        }
        if fit.slots.iter().any(|slot| slot.known.is_none() && slot.field.is_none_or(|field| field.value.is_empty())) {
            finding.set("absent", fit.recipe.absent);
        }
        if let Some(key) = self.search.keys.get(fit.recipe.key) {
            finding.set("key_used", key.used);
            finding.set("key_form", key.form);
        }
        if !letter_case.is_empty() {
            finding.set("letter_case", letter_case);
        }
        let missing = fit.known().map(|slot| slot.name).chain(fit.guessed());
        set_texts(&mut finding, "missing", missing);
        set_texts(&mut finding, "mistakes", mistakes.iter().map(|mistake| mistake.code));
        finding.set("source", fit.source.as_str());
        let advice = self.advice(fit, candidate, published, &mistakes, suggested.is_some());
        finding.set("suggested_profile", suggested);
        finding.set("advice", advice);
        finding
    }

    /// What is to be said of the order itself.
    fn order_mistakes(&self, fit: &Fit<'a>, published: Option<&Label<'_>>, mistakes: &mut Vec<&'static Mistake>) {
        let names = || fit.slots.iter().map(|slot| slot.name);
        match (self.yours, published) {
            (Some(yours), _) if !suggestion::orders(yours, self.message).any(|mut order| names().eq(&mut order)) => {
                mistakes.push(&mistakes::OTHER_PROFILE);
            }
            (None, Some(label)) if !label.is_for_message() => mistakes.push(&mistakes::OTHER_MESSAGE),
            _ => {}
        }
        let usual = self.yours.or(published.map(|label| label.profile));
        if usual.is_some_and(|profile| profile.algorithm() != self.algorithm) {
            mistakes.push(&mistakes::ALGORITHM);
        }
    }

    fn letter_case(&self) -> &'static str {
        let has = |is: fn(&u8) -> bool| self.message.p_sign.as_bytes().iter().any(is);
        match (has(u8::is_ascii_uppercase), has(u8::is_ascii_lowercase)) {
            _ if self.is_base64 => "",
            (true, true) => "mixed",
            (true, false) => "upper",
            (false, true) => "lower",
            (false, false) => "",
        }
    }

    /// The letter case that P_SIGN should have.
    fn own_case(&self, label: Option<&Label<'_>>) -> &'static str {
        let profile = self.yours.or(label.map(|label| label.profile));
        if profile.is_some_and(Profile::is_lower) { "lower" } else { "upper" }
    }

    fn set_order<'n>(&self, finding: &mut Record, names: impl Iterator<Item = &'n str>) {
        finding.set("order", list(names));
        finding.set("algorithm", self.algorithm.name());
    }

    fn advice(
        &self,
        fit: &Fit<'a>,
        candidate: Option<&Candidate<'_>>,
        published: Option<&Label<'_>>,
        mistakes: &[&Mistake],
        is_suggested: bool,
    ) -> String {
        let mut text = String::from("The MAC fits ");
        match (published, candidate.and_then(|near| Some((near.label()?, &near.slots)))) {
            (Some(label), _) => push(&mut text, &[&order_of(label), "."]),
            (None, Some((label, near))) => {
                push(&mut text, &["an order nobody published (see `order`), near ", &order_of(label)]);
                push_others(&mut text, " without ", near, &fit.slots);
                push_others(&mut text, " with ", &fit.slots, near);
                text.push('.');
            }
            (None, None) => text.push_str("an order nobody published: see `order`."),
        }
        for slot in fit.known() {
            let from = self.message.known.iter().find(|known| known.0 == slot.name).map_or("", |known| known.2);
            push(
                &mut text,
                &[" ", slot.name, " is signed, and its value is not the message's but that of your `", from, "`."],
            );
        }
        if let Some((name, value)) = fit.recipe.guess {
            push(&mut text, &[" ", name, " is signed as ", value, ", and is not in the message."]);
        }
        for mistake in mistakes {
            push(&mut text, &[" ", mistake.done]);
        }
        let key = self.search.keys.get(fit.recipe.key);
        let wrong_key = key.filter(|key| key.mistake.is_some());
        if !self.message.is_reply {
            self.advise_on_request(&mut text, mistakes, is_suggested);
            return text;
        }
        if let Some(key) = wrong_key {
            text.push_str(match key.form {
                "hex_decoded" => " If the gateway signs like this, configure the key named in `key_used`, in plain hex.",
                "text" | "upper_case_text" | "lower_case_text" => {
                    " If the gateway signs like this, configure as `mac_key` the hex of that text's bytes: Qantara decodes \
                     the key in any case."
                }
                _ => " If the gateway signs like this, configure as `mac_key` the digits that `key_form` names.",
            });
        }
        let harmless = |mistake: &&Mistake| mistake.code == mistakes::LETTER_CASE.code;
        let of_key =
            |mistake: &&Mistake| key.is_some_and(|key| key.mistake.is_some_and(|own| own.code == mistake.code));
        let is_right = mistakes.iter().all(|mistake| harmless(mistake) || of_key(mistake));
        text.push_str(match (is_suggested, self.yours) {
            (true, _) => " Configure `suggested_profile`: with it such replies verify.",
            (false, Some(_)) if is_right => " Your profile is right for it.",
            (false, _) => {
                " No profile can say that, so such replies stay unverified: look the payments up, and show this to your \
                 bank. If a program of yours took the message apart first (a framework, a log), capture it as it came."
            }
        });
        let bare: Vec<&str> =
            PROVING.into_iter().filter(|name| !fit.slots.iter().any(|slot| slot.name == *name)).collect();
        if !bare.is_empty() {
            push(
                &mut text,
                &[" It leaves out ", &comma(bare), ": verified, such a reply still proves nothing by itself."],
            );
        }
        if fit.known().next().is_some() {
            text.push_str(" Keep what is signed and not sent in the gateway's configuration.");
        }
        text
    }

    fn advise_on_request(&self, text: &mut String, mistakes: &[&Mistake], is_suggested: bool) {
        if mistakes.is_empty() {
            text.push_str(
                " It is made as this order says. If the gateway refuses it (RC -17), your bank has another order or \
                 another key for you.",
            );
        } else {
            text.push_str(" If your program made this MAC:");
            for mistake in mistakes {
                push(text, &[" ", mistake.mend]);
            }
        }
        if is_suggested {
            text.push_str(
                " To sign as this message is signed, because your bank takes it, configure `suggested_profile`.",
            );
        }
    }

    /// The orders that can't be checked: all of messages like this one, of others those that lack one field. Those
    /// with the right hash and with the fewest fields to ask for come first.
    fn unchecked(&self) -> Vec<&'a Candidate<'a>> {
        let mut found: Vec<(usize, &'a Candidate<'a>)> = Vec::new();
        for candidate in &self.search.candidates {
            let (missing, Some(label)) = (candidate.missing().count(), candidate.label()) else { continue };
            let most = if label.is_kind() { usize::MAX } else { 1 };
            // What is only known from hearsay is worth trying, not asking for.
            if !is_sibling(label.scheme) && (1..=most).contains(&missing) {
                let far = [!label.is_kind(), !label.is_for_message(), !label.is_algorithm()];
                let rank = far.into_iter().fold(0, |rank, is_far| rank * 2 + usize::from(is_far)) * 64 + missing;
                let at = found.iter().position(|other| other.0 > rank).unwrap_or(found.len());
                found.insert(at, (rank, candidate));
            }
        }
        found.into_iter().map(|(_, candidate)| candidate).collect()
    }

    fn uncheckable(&self, candidate: &Candidate<'a>) -> Record {
        let mut finding = Record::new(Finding::SHAPE);
        finding.set("fits", false);
        if let Some(label) = candidate.label() {
            finding.set("profile", label.scheme);
            finding.set("order_name", label.order);
            let mut advice = String::from("It can't be checked whether the MAC fits ");
            push(&mut advice, &[&order_of(label), ": it covers "]);
            advice.push_str(&comma(candidate.missing()));
            advice.push_str(
                ", which the message doesn't carry. Taken as absent it doesn't fit. Give what was signed there and \
                 diagnose again: ",
            );
            self.push_sources(&mut advice, candidate.missing());
            finding.set("advice", advice);
        }
        self.set_order(&mut finding, candidate.slots.iter().map(|slot| slot.name));
        set_also(&mut finding, candidate);
        set_texts(&mut finding, "missing", candidate.missing());
        finding
    }

    /// Where each value is to be given.
    fn push_sources<'n>(&self, text: &mut String, names: impl Iterator<Item = &'n str>) {
        let fields = self.given.shape().fields;
        let setting =
            |name: &str| fields.iter().find(|field| field.wire == name && field.name != name).map(|field| field.name);
        let mut others: Vec<&str> = Vec::new();
        let mut settings: Vec<&str> = Vec::new();
        for name in names {
            match setting(name) {
                Some(setting) => settings.push(setting),
                None => others.push(name),
            }
        }
        for name in &settings {
            push(text, &[if *name == settings.first().copied().unwrap_or("") { "`" } else { ", `" }, name, "`"]);
        }
        if !others.is_empty() {
            push(text, &[if settings.is_empty() { "" } else { ", and " }, "in `signed_values` ", &comma(others)]);
            text.push_str(if self.message.is_reply { " (of the request it answers, if it has them)" } else { "" });
        }
        text.push('.');
    }

    fn nothing_fits(&self, unchecked: &[&Candidate<'_>], advice: &mut String) {
        advice.push_str("Nothing fits.");
        for name in no_keys(self.given) {
            push(
                advice,
                &[
                    " First look at `",
                    name,
                    "`: a key is hex, an even number of the digits 0-9 and A-F, at least 32 of them, not all zero.",
                ],
            );
        }
        advice.push_str(
            " Check that the key is the one of this terminal and environment (test and production differ), and that the \
             message is whole and as it came: one altered character is enough.",
        );
        let mut missing: Vec<&str> = Vec::new();
        let near = unchecked.iter().filter(|candidate| candidate.label().is_some_and(Label::is_kind));
        for name in near.flat_map(|candidate| candidate.missing()) {
            if !missing.contains(&name) {
                missing.push(name);
            }
        }
        if !missing.is_empty() {
            push(
                advice,
                &[" Some orders cover fields that the message doesn't carry: see `findings`. Give those you know: "],
            );
            self.push_sources(advice, missing.into_iter());
        }
        let trtype = self.message.get("TRTYPE");
        let kind = if self.message.is_reply { "replies" } else { "requests" };
        push(
            advice,
            &[
                " Then ask your bank for the field order of ",
                kind,
                if trtype.is_empty() { "" } else { " of TRTYPE " },
                trtype.get(..trtype.len().min(2)).unwrap_or(""),
                ".",
            ],
        );
    }
}

/// A preset's or the caller's order, in words.
fn order_of(label: &Label<'_>) -> String {
    let mut text = String::new();
    push(&mut text, &["the order `", label.order, "` of "]);
    match label.scheme {
        YOURS => text.push_str("your profile"),
        scheme if is_sibling(scheme) => push(&mut text, &["another bank (`", scheme, "`, no preset)"]),
        scheme => push(&mut text, &["the preset `", scheme, "`"]),
    }
    text
}

/// Names the fields of one order that the other doesn't have.
fn push_others(text: &mut String, what: &str, of: &[Slot<'_>], other: &[Slot<'_>]) {
    let is_other = |slot: &&Slot<'_>| !other.iter().any(|known| known.name == slot.name);
    let names = comma(of.iter().filter(is_other).map(|slot| slot.name));
    if !names.is_empty() {
        push(text, &[what, &names]);
    }
}

fn set_also(finding: &mut Record, candidate: &Candidate<'_>) {
    let first = candidate.label().map_or("", |label| label.scheme);
    let mut also: Vec<&str> = Vec::new();
    for label in &candidate.labels {
        if label.scheme != first && !also.contains(&label.scheme) {
            also.push(label.scheme);
        }
    }
    set_texts(finding, "also_profiles", also.into_iter());
}

fn set_texts<'t>(finding: &mut Record, name: &str, texts: impl Iterator<Item = &'t str>) {
    let texts: Vec<&str> = texts.collect();
    if !texts.is_empty() {
        finding.set(name, list(texts));
    }
}

fn push(text: &mut String, parts: &[&str]) {
    parts.iter().for_each(|part| text.push_str(part));
}
