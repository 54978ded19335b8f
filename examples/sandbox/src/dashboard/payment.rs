//! One payment: what it is, what can be done with it, its history, its deliveries, its JSON.

use axum::extract::Path;
use axum::response::Response;
use maud::{Markup, html};

use super::context::{Context, back, ltr};
use super::deliveries;
use super::facts::{self, Facts};
use super::layout::{self, Tab, moment};
use super::payments::{badges, money};
use super::rows::{Act, System};
use crate::text::Text;

pub(super) async fn page(Path((system, id)): Path<(String, String)>, cx: Context) -> Response {
    let found = System::of_slug(&system).and_then(|system| {
        let state = cx.app.state();
        Some((facts::of(&cx, &state, system, &id)?, deliveries::about(&state, &id)))
    });
    let Some((facts, deliveries)) = found else {
        return layout::not_found(cx, Tab::Payments);
    };
    let row = &facts.row;
    let body = html! {
        p.crumbs { a href="/" { (cx.t(Text::Payments)) } }
        div.title {
            h1 { bdi { (row.order) } }
            (badges(&cx, row))
        }
        p.amount { (money(&row.amount, &row.currency)) }
        div.columns {
            div.side { (actions(&cx, &facts)) }
            div {
                section.card { (about(&cx, &facts)) }
                section.card { h2 { (cx.t(Text::History)) } (history(&cx, &facts)) }
            }
        }
        section {
            h2 { (cx.t(Text::Deliveries)) }
            @if deliveries.is_empty() { p.empty { (cx.t(Text::NoDeliveries)) } }
            @else { (deliveries::table(&cx, &deliveries)) }
        }
        section {
            details.json open {
                summary { (cx.t(Text::RawJson)) }
                @if facts.hides { p.soft { (cx.t(Text::TokenHidden)) } }
                pre dir="ltr" tabindex="0" { code { (facts.json) } }
            }
        }
    };
    let title = html! { (row.order) };
    layout::answer(cx, Tab::Payments, title, false, body)
}

fn about(cx: &Context, facts: &Facts) -> Markup {
    let row = &facts.row;
    html! {
        dl.facts {
            div { dt { (cx.t(Text::System)) } dd { (cx.t(row.system.name())) " · " (cx.t(row.kind)) } }
            @if !row.description.is_empty() {
                div { dt { (cx.t(Text::Description)) } dd { bdi { (row.description) } } }
            }
            div { dt { (cx.t(Text::Merchant)) } dd { (ltr(&row.merchant)) } }
            div { dt { (cx.t(Text::Created)) } dd { (moment(row.at)) } }
            @for (name, value) in &facts.more {
                div { dt { (cx.t(*name)) } dd { (value) } }
            }
        }
    }
}

fn history(cx: &Context, facts: &Facts) -> Markup {
    html! {
        ol.history {
            @for (at, what) in &facts.history {
                li { (moment(*at)) " " (what) }
            }
            @if let Some((at, what)) = &facts.ahead {
                li.ahead { (moment(*at)) " " (cx.t(*what)) }
            }
        }
    }
}

fn actions(cx: &Context, facts: &Facts) -> Markup {
    let row = &facts.row;
    let with_amount = |act: &Act| !row.most.is_empty() && matches!(act, Act::Complete | Act::Reverse);
    let plain: Vec<&Act> = row.can.iter().filter(|a| !with_amount(a)).collect();
    html! {
        section.card.actions aria-label=(cx.t(Text::Actions)) {
            h2 { (cx.t(Text::Actions)) }
            @if let Some(page) = &row.pay_page {
                p { a href=(page) rel="noreferrer" target="_blank" { (cx.t(Text::OpenPayPage)) } }
            }
            @if !plain.is_empty() {
                form.buttons method="post" {
                    (back(cx))
                    @for act in plain {
                        button.primary[*act == Act::Pay] formaction=(format!("{}/{}", row.page(), act.slug())) { (cx.t(act.name())) }
                    }
                }
            }
            @for act in row.can.iter().filter(|a| with_amount(a)) {
                form.inline method="post" action=(format!("{}/{}", row.page(), act.slug())) {
                    (back(cx))
                    div {
                        label for=(act.slug()) { (cx.t(if *act == Act::Complete { Text::AmountTo } else { Text::AmountBack })) }
                        input id=(act.slug()) name="amount" value=(row.most) inputmode="decimal" dir="ltr" required maxlength="12";
                    }
                    button.primary[*act == Act::Complete] { (cx.t(act.name())) }
                }
            }
            @if !facts.statuses.is_empty() {
                form.inline method="post" action=(format!("{}/status", row.page())) {
                    (back(cx))
                    div {
                        label for="status" { (cx.t(Text::ForceStatus)) }
                        select #status name="status" aria-describedby="force-hint" {
                            @for word in &facts.statuses { option selected[*word == row.status] { (word) } }
                        }
                    }
                    button { (cx.t(Text::Force)) }
                    p.soft #force-hint { (cx.t(Text::ForceHint)) }
                }
            }
            @if facts.can_settle {
                form.inline method="post" action="/dashboard/settle" { (back(cx)) button { (cx.t(Text::Settle)) } }
            }
            @if row.can.is_empty() && facts.statuses.is_empty() { p.soft { (cx.t(Text::NothingToDo)) } }
        }
    }
}
