//! Forging: a message that no gateway sent, to see the shop refuse it.

use axum::extract::State;
use axum::response::Response;
use maud::{Markup, html};
use serde_json::Value;

use super::context::{Asked, Context};
use super::deliveries::{kind, latest, outcome};
use super::delivery::hide_token;
use super::layout::{self, Tab};
use crate::app::{self, Shared, random_hex};
use crate::deliveries::{self, Message};
use crate::faults::altered;
use crate::text::{Said, Text};

/// How many deliveries one can begin with.
const LISTED: usize = 50;

/// What stands for a secret or a token that is not shown; it is put in when the message is sent.
const HIDDEN: &str = "***";

/// How a forged message differs from the real one it began as.
#[derive(Clone, Copy, PartialEq)]
enum How {
    WrongSignature,
    Unsigned,
    OtherAmount,
    Replay,
}

const HOWS: [(How, &str, Text); 4] = [
    (How::WrongSignature, "wrong", Text::WrongSignature),
    (How::Unsigned, "unsigned", Text::Unsigned),
    (How::OtherAmount, "amount", Text::OtherAmount),
    (How::Replay, "replay", Text::Replay),
];

/// What is in the form.
#[derive(Default)]
struct Draft {
    url: String,
    content_type: String,
    header: (String, String),
    body: String,
}

pub(super) async fn page(cx: Context) -> Response {
    let from: Option<u64> = cx.query("from").parse().ok();
    let (how, ..) = HOWS.into_iter().find(|(_, word, _)| *word == cx.query("how")).unwrap_or(HOWS[0]);
    let (real, draft) = {
        let state = cx.app.state();
        let draft = from.and_then(|id| draft(&state, id, how));
        (latest(&state, LISTED), draft)
    };
    let body = html! {
        p.crumbs { a href="/dashboard/deliveries" { (cx.t(Text::Deliveries)) } }
        h1 { (cx.t(Text::Forge)) }
        p { (cx.t(Text::ForgeIntro)) }
        @if !real.is_empty() {
            form.filter method="get" action="/dashboard/forge" {
                div.wide {
                    label for="from" { (cx.t(Text::ForgeFrom)) }
                    select #from name="from" {
                        @for delivery in &real {
                            option value=(delivery.id) selected[Some(delivery.id) == from] dir="ltr" {
                                "#" (delivery.id) " " (delivery.text("order")) " " (kind(&cx, delivery))
                            }
                        }
                    }
                }
                div {
                    label for="how" { (cx.t(Text::ForgeHow)) }
                    select #how name="how" {
                        @for (each, word, text) in HOWS { option value=(word) selected[each == how] { (cx.t(text)) } }
                    }
                }
                button.small { (cx.t(Text::FillIn)) }
            }
        }
        section.card { (form(&cx, from.filter(|_| draft.is_some()), &draft.unwrap_or_default())) }
    };
    let title = html! { (cx.t(Text::Forge)) };
    layout::answer(cx, Tab::Deliveries, title, false, body)
}

/// A real delivery as the beginning of a forged one.
fn draft(state: &app::State, id: u64, how: How) -> Option<Draft> {
    let real = state.deliveries.get(id)?;
    let change = |fields: &[&str], value: Value| {
        fields.iter().find_map(|field| altered(&real.content_type, &real.body, field, &value))
    };
    let signature = ["P_SIGN", "p_sign"];
    let body = match how {
        How::Replay => None,
        How::OtherAmount => change(&["AMOUNT", "amount", "refundAmount"], Value::from(1)),
        How::WrongSignature => change(&signature, random_hex(20).to_uppercase().into()),
        How::Unsigned => change(&signature, Value::Null),
    };
    let header = match (&real.header, how) {
        (None, _) | (_, How::Unsigned) => Default::default(),
        (Some((name, _)), How::WrongSignature) => (name.clone(), random_hex(8)),
        (Some((name, _)), _) => (name.clone(), HIDDEN.to_owned()),
    };
    Some(Draft {
        url: real.url.clone(),
        content_type: real.content_type.clone(),
        header,
        body: hide_token(state, id, body.as_deref().unwrap_or(&real.body)),
    })
}

fn form(cx: &Context, from: Option<u64>, draft: &Draft) -> Markup {
    let (name, value) = &draft.header;
    let content_type = if draft.content_type.is_empty() { "application/json" } else { &draft.content_type };
    html! {
        form.fields method="post" action="/dashboard/forge" {
            @if let Some(from) = from { input type="hidden" name="from" value=(from); }
            div.wide {
                label for="url" { (cx.t(Text::Url)) }
                input #url type="url" name="url" value=(draft.url) dir="ltr" required maxlength="2000" placeholder="http://127.0.0.1:8000/…";
            }
            div {
                label for="content_type" { (cx.t(Text::ContentType)) }
                input #content_type name="content_type" value=(content_type) dir="ltr" required maxlength="200";
            }
            div {
                label for="header_name" { (cx.t(Text::HeaderName)) }
                input #header_name name="header_name" value=(name) dir="ltr" maxlength="200" aria-describedby="header-hint";
            }
            div {
                label for="header_value" { (cx.t(Text::HeaderValue)) }
                input #header_value name="header_value" value=(value) dir="ltr" maxlength="200" autocomplete="off";
            }
            p.soft.wide #header-hint { (cx.t(Text::HeaderHint)) }
            div.wide {
                label for="body" { (cx.t(Text::Body)) }
                textarea #body name="body" dir="ltr" rows="9" { (draft.body) }
            }
            @if draft.body.contains(HIDDEN) || value == HIDDEN { p.soft.wide { (cx.t(Text::HiddenIsSent)) } }
            button.primary { (cx.t(Text::Send)) }
        }
    }
}

pub(super) async fn submit(State(app): State<Shared>, asked: Asked) -> Response {
    let text = |name: &str| asked.get(name).to_owned();
    let mut message = Message {
        url: text("url"),
        content_type: text("content_type"),
        // Browsers send line ends as CR LF; a body has them as they were.
        body: text("body").replace("\r\n", "\n"),
        header: Some((text("header_name"), text("header_value"))).filter(|(name, _)| !name.is_empty()),
        ..Message::default()
    };
    if let Ok(id) = asked.get("from").parse() {
        let state = app.state();
        if let Some(real) = state.deliveries.get(id) {
            message.order.clone_from(&real.order);
            message.about.clone_from(&real.about);
            if let Some(token) = deliveries::token(&state, id) {
                message.body = message.body.replace(HIDDEN, &token);
            }
            let hidden = message.header.as_ref().filter(|(_, value)| value == HIDDEN);
            if hidden.is_some_and(|(name, _)| real.header.as_ref().is_some_and(|(real, _)| real == name)) {
                message.header.clone_from(&real.header);
            }
        }
    }
    match deliveries::forge(&app, message).await {
        Ok(id) => {
            let (said, value) = outcome(&app, id);
            asked.answer_at(&format!("/dashboard/deliveries/{id}"), said, &value)
        }
        Err(why) => asked.answer_at("/dashboard/forge", Said::Refused, why),
    }
}
