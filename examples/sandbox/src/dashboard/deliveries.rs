//! Webhooks and callbacks: the list, and sending one again.

use axum::extract::{Path, State};
use axum::response::Response;
use maud::{Markup, html};
use serde_json::Value;

use super::badge::badge;
use super::context::{Asked, Context, back, ltr};
use super::layout::{self, Tab};
use crate::app::{self, Shared};
use crate::deliveries;
use crate::text::{Said, Text};
use crate::why::Why;

/// How many are listed.
const LISTED: usize = 100;

/// What `/sandbox/deliveries` says of a delivery: no secret.
pub(super) struct Shown {
    pub(super) id: u64,
    pub(super) json: Value,
}

impl Shown {
    pub(super) fn of(state: &app::State, id: u64) -> Option<Shown> {
        let delivery = state.deliveries.get(id)?;
        Some(Shown { id, json: serde_json::to_value(delivery.view(id)).ok()? })
    }

    pub(super) fn text(&self, name: &str) -> &str {
        self.json.get(name).and_then(Value::as_str).unwrap_or_default()
    }

    pub(super) fn attempts(&self) -> &[Value] {
        self.json.get("attempts").and_then(Value::as_array).map_or(&[], Vec::as_slice)
    }

    pub(super) fn page(&self) -> String {
        format!("/dashboard/deliveries/{}", self.id)
    }
}

/// The newest of them all.
pub(super) fn latest(state: &app::State, count: usize) -> Vec<Shown> {
    state.deliveries.iter().rev().take(count).filter_map(|(id, _)| Shown::of(state, id)).collect()
}

/// Those that tell of a payment, newest first.
pub(super) fn about(state: &app::State, payment: &str) -> Vec<Shown> {
    state.deliveries.all(&payment.to_owned()).rev().filter_map(|(id, _)| Shown::of(state, id)).collect()
}

pub(super) async fn page(cx: Context) -> Response {
    let shown = latest(&cx.app.state(), LISTED);
    let body = html! {
        div.head {
            h1 { (cx.t(Text::Deliveries)) }
            a.button href="/dashboard/forge" { (cx.t(Text::Forge)) }
        }
        @if shown.is_empty() { p.empty { (cx.t(Text::NoDeliveries)) } }
        @else { (table(&cx, &shown)) }
    };
    let title = html! { (cx.t(Text::Deliveries)) };
    layout::answer(cx, Tab::Deliveries, title, true, body)
}

pub(super) fn table(cx: &Context, shown: &[Shown]) -> Markup {
    html! {
        table.list {
            thead { tr {
                th.id scope="col" { "#" }
                th scope="col" { (cx.t(Text::Kind)) }
                th scope="col" { (cx.t(Text::Url)) }
                th scope="col" { (cx.t(Text::State)) }
                th scope="col" { (cx.t(Text::Attempts)) }
                th scope="col" { (cx.t(Text::Actions)) }
            } }
            tbody { @for delivery in shown { (line(cx, delivery)) } }
        }
    }
}

/// What was delivered: an interface's own word, but for what no gateway sends.
pub(super) fn kind<'a>(cx: &Context, delivery: &'a Shown) -> &'a str {
    match delivery.text("kind") {
        word if word == deliveries::Kind::Forged.word() => cx.t(Text::Forged),
        word => word,
    }
}

fn line(cx: &Context, delivery: &Shown) -> Markup {
    html! {
        tr {
            td.id.main { a href=(delivery.page()) { "#" (delivery.id) } }
            td.end { bdi { (kind(cx, delivery)) } }
            td.url { (ltr(delivery.text("url"))) }
            td { (badge(cx, delivery.text("state"))) }
            td.end { (answers(cx, delivery)) }
            td.acts {
                form method="post" {
                    (back(cx))
                    button.small formaction=(format!("{}/repeat", delivery.page()))
                        aria-label=(format!("{}: #{}", cx.t(Text::Resend), delivery.id)) { (cx.t(Text::Resend)) }
                }
            }
        }
    }
}

/// What there is instead of an answer.
pub(super) fn no_answer(attempt: &Value) -> Text {
    let why = attempt.get("error").and_then(Value::as_str).and_then(Why::of_en);
    if why.is_some_and(Why::keeps_from_sending) { Text::NotSent } else { Text::NoAnswer }
}

/// What the merchant answered to each attempt.
fn answers(cx: &Context, delivery: &Shown) -> Markup {
    html! {
        @if delivery.attempts().is_empty() { span.soft { "–" } }
        bdi dir="ltr" {
            @for attempt in delivery.attempts() {
                @match attempt.get("status").and_then(Value::as_u64) {
                    Some(status) => { span.status.bad[status > 299] { (status) } },
                    None => { span.status.bad title=(cx.t(no_answer(attempt))) { "✕" } },
                }
                " "
            }
        }
    }
}

pub(super) async fn repeat(State(app): State<Shared>, Path(id): Path<String>, asked: Asked) -> Response {
    let Ok(id) = id.parse() else {
        return asked.answer(Said::NotThere, "");
    };
    if !deliveries::release(&app, id).await {
        deliveries::repeat(&app, id).await;
    }
    let (said, value) = outcome(&app, id);
    asked.answer(said, &value)
}

/// What to say of a delivery that was just sent.
pub(super) fn outcome(app: &Shared, id: u64) -> (Said, String) {
    let state = app.state();
    let Some(delivery) = state.deliveries.get(id) else {
        return (Said::NotThere, String::new());
    };
    let forged = delivery.kind == deliveries::Kind::Forged;
    let answered = delivery.attempts.last().is_some_and(|a| a.status.is_some());
    let said = match delivery.state {
        deliveries::Status::Held => Said::Held,
        deliveries::Status::NotSent => {
            let why = delivery.attempts.last().and_then(|a| a.error.as_deref()).unwrap_or_default();
            return (Said::NotSent, format!("#{id} {why}"));
        }
        deliveries::Status::Delivered if forged => Said::ForgedTaken,
        deliveries::Status::Delivered => Said::Delivered,
        // That is what forging is for.
        _ if forged && answered => Said::ForgedRefused,
        _ if forged => Said::ForgedUnsent,
        _ => Said::NotDelivered,
    };
    (said, format!("#{id}"))
}
