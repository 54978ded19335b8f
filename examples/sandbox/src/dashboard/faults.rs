//! Faults: those that are armed, and arming one.

use axum::extract::State;
use axum::response::Response;
use maud::{Markup, html};
use serde_json::{Map, Value};

use super::context::{Asked, Context, back, ltr};
use super::layout::{self, Tab};
use super::rows::System;
use crate::app::Shared;
use crate::faults::Fault;
use crate::reading;
use crate::text::{Said, Text};

/// A kind of fault, and what is to be said of it.
struct Kind {
    word: &'static str,
    text: Text,
    fields: &'static [Field],
}

/// One thing that is to be said, and what it is unless somebody says so.
struct Field {
    name: &'static str,
    text: Text,
    is: Is,
    usually: &'static str,
}

#[derive(PartialEq)]
enum Is {
    Number,
    /// A number, or nothing.
    NumberIfAny,
    Text,
    /// Text, or nothing.
    TextIfAny,
    /// A text field's value; `null` for nothing.
    Value,
    Check,
}

const fn field(name: &'static str, text: Text, is: Is, usually: &'static str) -> Field {
    Field { name, text, is, usually }
}

const fn kind(word: &'static str, text: Text, fields: &'static [Field]) -> Kind {
    Kind { word, text, fields }
}

const JSON: &str = "application/json";

const OF_REPLIES: [Kind; 6] = [
    kind("lose_reply", Text::LoseReply, &[]),
    kind(
        "status",
        Text::AnswerStatus,
        &[
            field("status", Text::HttpStatus, Is::Number, "503"),
            field("content_type", Text::ContentType, Is::Text, JSON),
            field("body", Text::ReplyBody, Is::TextIfAny, ""),
        ],
    ),
    kind("delay", Text::Delay, &[field("milliseconds", Text::Milliseconds, Is::Number, "1000")]),
    kind(
        "cut_reply",
        Text::CutReply,
        &[field("bytes", Text::Bytes, Is::NumberIfAny, ""), field("breaks_off", Text::BreaksOff, Is::Check, "")],
    ),
    kind("content_type", Text::OtherType, &[field("content_type", Text::ContentType, Is::Text, "text/html")]),
    kind("bom", Text::Bom, &[]),
];

const OF_DELIVERIES: [Kind; 6] = [
    kind("hold_delivery", Text::HoldDelivery, &[]),
    kind("drop_delivery", Text::DropDelivery, &[]),
    kind("late_delivery", Text::LateDelivery, &[field("milliseconds", Text::Milliseconds, Is::Number, "1000")]),
    kind("duplicate_delivery", Text::DuplicateDelivery, &[field("milliseconds", Text::Milliseconds, Is::Number, "0")]),
    kind("swap_deliveries", Text::SwapDeliveries, &[field("milliseconds", Text::Milliseconds, Is::Number, "10000")]),
    kind(
        "alter_delivery",
        Text::AlterDelivery,
        &[field("field", Text::FieldName, Is::Text, "AMOUNT"), field("value", Text::FieldValue, Is::Value, "1")],
    ),
];

fn kinds() -> impl Iterator<Item = &'static Kind> {
    OF_REPLIES.iter().chain(&OF_DELIVERIES)
}

fn is_of_replies(word: &str) -> bool {
    OF_REPLIES.iter().any(|kind| kind.word == word)
}

pub(super) async fn page(cx: Context) -> Response {
    let armed: Vec<Value> =
        cx.app.state().faults.list().iter().filter_map(|fault| serde_json::to_value(fault).ok()).collect();
    let wanted = cx.query("kind");
    let known = kinds().find(|k| k.word == wanted || wanted.is_empty());
    let Some(chosen) = known else {
        return layout::not_found(cx, Tab::Faults);
    };
    let body = html! {
        h1 { (cx.t(Text::Faults)) }
        p { (cx.t(Text::FaultsIntro)) }
        section.card {
            div.head {
                h2 { (cx.t(Text::Armed)) }
                @if !armed.is_empty() {
                    form method="post" action="/dashboard/faults/clear" { (back(&cx)) button.small { (cx.t(Text::ClearAll)) } }
                }
            }
            @if armed.is_empty() { p.empty { (cx.t(Text::NoFaults)) } }
            @else { ul.plain { @for fault in &armed { li { (armed_fault(&cx, fault)) } } } }
        }
        section.card {
            h2 { (cx.t(Text::ArmFault)) }
            div.choose {
                nav aria-label=(cx.t(Text::Kind)) {
                    (choices(&cx, Text::OfReplies, &OF_REPLIES, chosen))
                    (choices(&cx, Text::OfDeliveries, &OF_DELIVERIES, chosen))
                }
                (form(&cx, chosen))
            }
        }
    };
    let title = html! { (cx.t(Text::Faults)) };
    layout::answer(cx, Tab::Faults, title, false, body)
}

fn armed_fault(cx: &Context, fault: &Value) -> Markup {
    let word = fault.get("kind").and_then(Value::as_str).unwrap_or_default();
    let details = fault.as_object().into_iter().flatten().filter_map(|(name, value)| detail(cx, word, name, value));
    html! {
        div {
            strong { @match kinds().find(|k| k.word == word) { Some(kind) => { (cx.t(kind.text)) }, None => { (ltr(word)) } } }
            div.soft { @for (i, detail) in details.enumerate() { @if i > 0 { " · " } (detail) } }
        }
    }
}

/// A field of an armed fault in words, unless it says no more than the kind does.
fn detail(cx: &Context, kind: &str, name: &str, value: &Value) -> Option<Markup> {
    let text = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    let named = |label: Text| html! { (cx.t(label)) ": " (ltr(&text)) };
    Some(match name {
        "kind" => return None,
        "path" if text.is_empty() => return None,
        "every" if *value == 1 => return None,
        "breaks_off" if *value == false => return None,
        "every" => cx.with(Text::OneIn, &text),
        "times" if *value == 1 => html! { (cx.t(Text::Once)) },
        "times" => cx.with(Text::TimesLeft, &text),
        "milliseconds" => cx.with(Text::Took, &text),
        "bytes" => cx.with(Text::BytesArrive, &text),
        "breaks_off" => html! { (cx.t(Text::BreaksOff)) },
        "value" if value.is_null() => html! { (cx.t(Text::LeftOut)) },
        "value" => named(Text::NewValue),
        "field" => named(Text::FieldName),
        "status" => named(Text::HttpStatus),
        "content_type" => named(Text::ContentType),
        "body" => named(Text::Body),
        "path" if is_of_replies(kind) => named(Text::PathPart),
        "path" => named(Text::UrlPart),
        "merchant" => named(Text::Merchant),
        "gateway" => match System::of_slug(&text) {
            Some(system) => html! { (cx.t(system.name())) },
            None => named(Text::System),
        },
        _ => html! { (ltr(format!("{name}: {text}"))) },
    })
}

fn choices(cx: &Context, group: Text, kinds: &[Kind], chosen: &Kind) -> Markup {
    html! {
        h3 { (cx.t(group)) }
        ul {
            @for kind in kinds {
                li {
                    a href=(cx.here("kind", kind.word)) aria-current=[(kind.word == chosen.word).then_some("true")] {
                        (cx.t(kind.text))
                    }
                }
            }
        }
    }
}

fn form(cx: &Context, kind: &Kind) -> Markup {
    let of_replies = is_of_replies(kind.word);
    html! {
        form.fields method="post" action="/dashboard/faults" {
            (back(cx))
            input type="hidden" name="kind" value=(kind.word);
            h3.wide { (cx.t(kind.text)) }
            @for field in kind.fields { (input(cx, field)) }
            div.wide {
                label for="path" { (cx.t(if of_replies { Text::PathPart } else { Text::UrlPart })) }
                input #path name="path" dir="ltr" maxlength="200" aria-describedby="path-hint";
                p.soft #path-hint { (cx.t(if of_replies { Text::PathHint } else { Text::UrlHint })) }
            }
            div {
                label for="gateway" { (cx.t(Text::System)) }
                select #gateway name="gateway" {
                    option value="" { (cx.t(Text::AllSystems)) }
                    @for system in System::ALL { option value=(system.slug()) { (cx.t(system.name())) } }
                }
            }
            (input(cx, &field("times", Text::Times, Is::Number, "1")))
            (input(cx, &field("every", Text::Every, Is::Number, "1")))
            button.primary { (cx.t(Text::Arm)) }
        }
    }
}

fn input(cx: &Context, field: &Field) -> Markup {
    let Field { name, text, is, usually } = field;
    html! {
        @match is {
            Is::Check => label.check.wide { input type="checkbox" name=(name) value="true"; " " (cx.t(*text)) },
            Is::TextIfAny => div.wide {
                label for=(name) { (cx.t(*text)) }
                textarea id=(name) name=(name) dir="ltr" rows="3" {}
            },
            Is::Number | Is::NumberIfAny => div {
                label for=(name) { (cx.t(*text)) }
                input id=(name) name=(name) value=(usually) inputmode="numeric" pattern="[0-9]+" dir="ltr"
                    maxlength="6" required[*is == Is::Number];
            },
            Is::Text | Is::Value => div {
                label for=(name) { (cx.t(*text)) }
                input id=(name) name=(name) value=(usually) dir="ltr" maxlength="200" required[*is == Is::Text];
            },
        }
    }
}

/// The form as what `/sandbox/faults` takes.
fn asked_for(asked: &Asked) -> Value {
    let word = asked.get("kind");
    let mut fault = Map::new();
    let mut put = |name: &str, is: &Is| {
        let text = asked.get(name);
        let value = match is {
            Is::Check => Value::Bool(!text.is_empty()),
            Is::Value if text.is_empty() => Value::Null,
            Is::TextIfAny | Is::NumberIfAny if text.is_empty() => return,
            // What is no number is refused where faults are read.
            Is::Number | Is::NumberIfAny => text.parse::<u64>().map_or_else(|_| text.into(), Value::from),
            Is::Text | Is::TextIfAny | Is::Value => text.into(),
        };
        fault.insert(name.to_owned(), value);
    };
    put("kind", &Is::Text);
    put("path", &Is::Text);
    put("gateway", &Is::TextIfAny);
    put("times", &Is::Number);
    put("every", &Is::Number);
    for field in kinds().find(|k| k.word == word).map_or(&[][..], |k| k.fields) {
        put(field.name, &field.is);
    }
    Value::Object(fault)
}

pub(super) async fn submit(State(app): State<Shared>, asked: Asked) -> Response {
    match reading::from_value::<Fault>(asked_for(&asked)) {
        Ok(fault) => {
            app.state().faults.add(fault);
            asked.answer(Said::FaultArmed, "")
        }
        Err(why) => asked.answer(Said::Refused, &why),
    }
}

pub(super) async fn clear(State(app): State<Shared>, asked: Asked) -> Response {
    app.state().faults.clear();
    asked.answer(Said::FaultsCleared, "")
}
