//! One delivery: what was sent, and what the merchant answered each time.

use axum::extract::Path;
use axum::response::Response;
use maud::{Markup, html};
use serde_json::Value;

use super::badge::badge;
use super::context::{Context, back, ltr};
use super::deliveries::{Shown, kind, no_answer};
use super::layout::{self, Tab};
use super::rows::System;
use crate::app::State;
use crate::text::Text;
use crate::why::{self, Why};

/// No more of a body is shown.
const SHOWN: usize = 8_000;

pub(super) async fn page(Path(id): Path<String>, cx: Context) -> Response {
    // What is no number is no delivery's.
    let Ok(id) = id.parse() else {
        return layout::not_found(cx, Tab::Deliveries);
    };
    let found = {
        let state = cx.app.state();
        Shown::of(&state, id).map(|shown| {
            let body = hide_token(&state, id, shown.text("body"));
            (shown, body, payment(&state, id))
        })
    };
    let Some((shown, sent, payment)) = found else {
        return layout::not_found(cx, Tab::Deliveries);
    };
    let title = cx.with(Text::Delivery, ltr(format!("#{id}")));
    let body = html! {
        p.crumbs { a href="/dashboard/deliveries" { (cx.t(Text::Deliveries)) } }
        div.title { h1 { (title) } (badge(&cx, shown.text("state"))) }
        div.buttons {
            form method="post" action=(format!("{}/repeat", shown.page())) {
                (back(&cx))
                button.primary { (cx.t(Text::Resend)) }
            }
            a.button href=(format!("/dashboard/forge?from={id}")) { (cx.t(Text::ForgeThis)) }
        }
        section.card {
            dl.facts {
                div { dt { (cx.t(Text::Kind)) } dd { bdi { (kind(&cx, &shown)) } } }
                div { dt { (cx.t(Text::Url)) } dd { (ltr(shown.text("url"))) } }
                @if let Some((page, order)) = payment {
                    div { dt { (cx.t(Text::Order)) } dd { a href=(page) { bdi { (order) } } } }
                }
                @if !shown.text("fault").is_empty() {
                    div { dt { (cx.t(Text::Fault)) } dd { (ltr(shown.text("fault"))) } }
                }
            }
            h2 { (cx.t(Text::Headers)) }
            (headers(&shown))
            h2 { (cx.t(Text::Body)) }
            (text(&cx, &sent))
            @if sent.contains("***") { p.soft { (cx.t(Text::TokenHidden)) } }
        }
        section {
            h2 { (cx.t(Text::Attempts)) }
            @if shown.attempts().is_empty() { p.empty { (cx.t(Text::NoAttempt)) } }
            ol.attempts {
                @for (i, attempt) in shown.attempts().iter().enumerate() { (attempted(&cx, i + 1, attempt)) }
            }
        }
    };
    layout::answer(cx, Tab::Deliveries, title, true, body)
}

/// The page and the order of the payment that a delivery tells of.
fn payment(state: &State, id: u64) -> Option<(String, String)> {
    let delivery = state.deliveries.get(id)?;
    let about = delivery.about.as_deref()?;
    // The kind would not do: a forged one tells of a payment of any system.
    let system = if state.alqaseh.payment(about).is_some() {
        System::Api2
    } else if state.egw.page(about).is_some() {
        System::Egw
    } else {
        state.paylink.invoice(about).map(|_| System::Paylink)?
    };
    Some((super::act::page(system, about), delivery.order.clone()))
}

/// The token that a body holds is not shown.
pub(super) fn hide_token(state: &State, id: u64, body: &str) -> String {
    match crate::deliveries::token(state, id) {
        Some(token) => body.replace(&token, "***"),
        None => body.to_owned(),
    }
}

fn headers(shown: &Shown) -> Markup {
    let headers = shown.json.get("headers").and_then(Value::as_object);
    html! {
        pre dir="ltr" tabindex="0" { code {
            "POST " (shown.text("url")) "\n"
            @for (name, value) in headers.into_iter().flatten() {
                (name) ": " (value.as_str().unwrap_or_default()) "\n"
            }
        } }
    }
}

/// A body, as it was sent.
fn text(cx: &Context, text: &str) -> Markup {
    let end = text.char_indices().nth(SHOWN).map(|(at, _)| at);
    html! {
        pre dir="ltr" tabindex="0" { code { (text.get(..end.unwrap_or(text.len())).unwrap_or(text)) } }
        @if end.is_some() { p.soft { (cx.t(Text::CutOff)) } }
    }
}

/// Why an attempt had no answer. What is not known is the system's own text.
fn why(cx: &Context, error: &str) -> Markup {
    match Why::of_en(error) {
        Some(_) => html! { (why::in_lang(error, cx.lang)) },
        None => ltr(error),
    }
}

fn attempted(cx: &Context, number: usize, attempt: &Value) -> Markup {
    let get = |name: &str| attempt.get(name).and_then(Value::as_str).unwrap_or_default();
    html! {
        li.card {
            div.head {
                strong { (cx.with(Text::Attempt, number)) }
                @match attempt.get("status").and_then(Value::as_u64) {
                    Some(status) => { span.status.bad[status > 299] { (ltr(status)) } },
                    None => { span.status.bad { (cx.t(no_answer(attempt))) } },
                }
                span.soft { (ltr(get("at").trim_end_matches('Z').replace('T', " "))) }
                @if let Some(took) = attempt.get("milliseconds").and_then(Value::as_u64) {
                    span.soft { (cx.with(Text::Took, took)) }
                }
            }
            @if !get("error").is_empty() { p { (why(cx, get("error"))) } }
            @else if get("answer").is_empty() { p.soft { (cx.t(Text::EmptyBody)) } }
            @else { (text(cx, get("answer"))) }
        }
    }
}
