//! `/`: what waits for the shop, all payments, and the latest deliveries.

use axum::response::Response;
use maud::{Markup, html};

use super::badge::badge;
use super::context::{Context, back, ltr};
use super::deliveries;
use super::layout::{self, Tab, breaking_moment, moment, span};
use super::rows::{self, Act, Row, System, Wanted};
use crate::app::App;
use crate::egw;
use crate::money::grouped;
use crate::paylink::{Order, OrderStatus};
use crate::text::Text;

/// How many payments a page has.
const PER_PAGE: usize = 50;
/// How many are shown of what waits.
const WAITING: usize = 20;
/// How many merchants can be chosen from.
const LISTED: usize = 200;
/// How many deliveries are shown below them.
const LATEST: usize = 8;

pub(super) async fn page(cx: Context) -> Response {
    let is_known = |system: &str| system.is_empty() || System::of_slug(system).is_some();
    let (Some(number), true) = (page_number(&cx), is_known(cx.query("system"))) else {
        return layout::not_found(cx, Tab::Payments);
    };
    let from = number * PER_PAGE;
    let wanted = Wanted { system: cx.query("system"), merchant: cx.query("merchant") };
    let (empty, rows, held, orders, deliveries) = {
        let (state, now) = (cx.app.state(), cx.app.clock.now());
        let empty = state.alqaseh.payments.len() + state.egw.payments.len() + state.paylink.invoices.len() == 0;
        let held = state.egw.payments.iter().rev().filter(|(_, p)| p.status(now) == egw::Status::Held).take(WAITING);
        let held: Vec<Row> = held.map(|(_, p)| rows::of_egw(p, now)).collect();
        let orders = state.paylink.orders.iter().rev().map(|(_, order)| order);
        let orders: Vec<_> = orders.filter(|o| o.status == OrderStatus::Pending).take(WAITING).cloned().collect();
        // One more than the page has tells whether there is another page.
        let rows = rows::newest(&cx.app, &state, &wanted, from + PER_PAGE + 1);
        (empty, rows, held, orders, deliveries::latest(&state, LATEST))
    };
    let body = html! {
        h1 { (cx.t(Text::Payments)) }
        @if !held.is_empty() || !orders.is_empty() { (waiting(&cx, &held, &orders)) }
        @if empty { (welcome(&cx)) }
        @else {
            section {
                (filter(&cx))
                @if rows.len() <= from { p.empty { (cx.t(Text::NoPaymentsHere)) } }
                @else { (table(&cx, rows.iter().skip(from).take(PER_PAGE))) }
                (pager(&cx, number, rows.len() > from + PER_PAGE))
            }
        }
        @if !deliveries.is_empty() {
            section {
                div.head {
                    h2 { (cx.t(Text::LatestDeliveries)) }
                    a href="/dashboard/deliveries" { (cx.t(Text::AllDeliveries)) }
                }
                (deliveries::table(&cx, &deliveries))
            }
        }
    };
    let title = html! { (cx.t(Text::Payments)) };
    layout::answer(cx, Tab::Payments, title, true, body)
}

/// The merchants of a system: their ids, and what people know them by.
pub(super) fn merchants(app: &App, system: System) -> Vec<(String, String)> {
    let state = app.state();
    match system {
        System::Api2 => state.alqaseh.merchants.iter().map(|m| (m.client_id.clone(), m.client_id.clone())).collect(),
        System::Egw => {
            state.egw.merchants.iter().map(|m| (m.id.clone(), format!("{} · {}", m.id, m.scheme.name))).collect()
        }
        System::Paylink => {
            state.paylink.merchants.iter().map(|m| (m.merchant_id.clone(), m.merchant_id.clone())).collect()
        }
    }
}

fn filter(cx: &Context) -> Markup {
    let (system, merchant) = (cx.query("system"), cx.query("merchant"));
    html! {
        form.filter method="get" action="/" {
            div {
                label for="system" { (cx.t(Text::System)) }
                select #system name="system" {
                    option value="" { (cx.t(Text::AllSystems)) }
                    @for s in System::ALL {
                        option value=(s.slug()) selected[s.slug() == system] { (cx.t(s.name())) }
                    }
                }
            }
            div {
                label for="merchant" { (cx.t(Text::Merchant)) }
                select #merchant name="merchant" {
                    option value="" { (cx.t(Text::AllMerchants)) }
                    @for s in System::ALL {
                        optgroup label=(cx.t(s.name())) {
                            @for (id, name) in merchants(&cx.app, s).into_iter().take(LISTED) {
                                @let value = format!("{} {id}", s.slug());
                                option value=(value) selected[value == merchant] dir="ltr" { (name) }
                            }
                        }
                    }
                }
            }
            button.small { (cx.t(Text::Filter)) }
            @if !system.is_empty() || !merchant.is_empty() { a href="/" { (cx.t(Text::ShowAll)) } }
        }
    }
}

fn table<'a>(cx: &Context, rows: impl Iterator<Item = &'a Row>) -> Markup {
    html! {
        table.list.payments {
            thead { tr {
                th scope="col" { (cx.t(Text::Order)) }
                th.number scope="col" { (cx.t(Text::Amount)) }
                th scope="col" { (cx.t(Text::Status)) }
                th scope="col" { (cx.t(Text::System)) }
                th.extra scope="col" { (cx.t(Text::Merchant)) }
                th scope="col" { (cx.t(Text::Created)) }
                th scope="col" { (cx.t(Text::Actions)) }
            } }
            tbody { @for row in rows { (line(cx, row)) } }
        }
    }
}

fn line(cx: &Context, row: &Row) -> Markup {
    html! {
        tr {
            td.main {
                a href=(row.page()) { bdi { (row.order) } }
                @if !row.description.is_empty() { div.soft.one dir="auto" { (row.description) } }
            }
            td.number.end { (money(&row.amount, &row.currency)) }
            td.states { (badges(cx, row)) }
            td.end {
                (cx.t(row.system.name()))
                @if row.kind == Text::Authorization || row.kind == Text::Reversal { div.soft { (cx.t(row.kind)) } }
            }
            td.extra { (ltr(&row.merchant)) }
            td.wide.soft { (breaking_moment(row.at)) }
            td.acts {
                form method="post" {
                    (back(cx))
                    @for act in row.can.iter().filter(|a| matches!(a, Act::Pay | Act::Decline)) {
                        button.small.primary[*act == Act::Pay] formaction=(format!("{}/{}", row.page(), act.slug()))
                            aria-label=(format!("{}: {}", cx.t(act.name()), row.order)) { (cx.t(act.name())) }
                    }
                }
            }
        }
    }
}

/// How a payment stands.
pub(super) fn badges(cx: &Context, row: &Row) -> Markup {
    html! {
        (badge(cx, row.status))
        @if let Some(also) = row.also { " " (badge(cx, also)) }
    }
}

/// An amount and its currency.
pub(super) fn money(amount: &str, currency: &str) -> Markup {
    html! { bdi.money dir="ltr" { (amount) " " span.currency { (currency) } } }
}

/// Which page is asked for: the first, unless it is said.
fn page_number(cx: &Context) -> Option<usize> {
    match cx.query("page") {
        "" => Some(0),
        page => page.parse().ok().map(|page: usize| page.min(1_000_000)),
    }
}

fn pager(cx: &Context, page: usize, more: bool) -> Markup {
    html! {
        @if page > 0 || more {
            nav.pager {
                @if page > 0 {
                    a href=(cx.here("page", &if page > 1 { (page - 1).to_string() } else { String::new() })) { (cx.t(Text::Newer)) }
                }
                @if more { a href=(cx.here("page", &(page + 1).to_string())) { (cx.t(Text::Older)) } }
            }
        }
    }
}

/// Authorizations that were not completed, and orders that were not acknowledged.
fn waiting(cx: &Context, held: &[Row], orders: &[Order]) -> Markup {
    let now = cx.app.clock.now();
    html! {
        section.waiting aria-label=(cx.t(Text::Waiting)) {
            @if !held.is_empty() {
                div.card {
                    h2 { (cx.t(Text::Authorizations)) }
                    ul.plain {
                        @for row in held {
                            li {
                                div {
                                    a href=(row.page()) { bdi { (row.order) } }
                                    div.soft { (cx.t(Text::Held)) ": " (money(&row.amount, &row.currency)) }
                                }
                                form method="post" action=(format!("{}/complete", row.page())) {
                                    (back(cx))
                                    input type="hidden" name="amount" value=(row.most);
                                    button.small.primary aria-label=(format!("{}: {}", cx.t(Text::Complete), row.order)) {
                                        (cx.t(Text::Complete))
                                    }
                                }
                            }
                        }
                    }
                }
            }
            @if !orders.is_empty() {
                div.card {
                    h2 { (cx.t(Text::Acknowledgments)) }
                    p.soft { (cx.t(Text::RefundedThen)) }
                    ul.plain {
                        @for order in orders {
                            li {
                                div {
                                    a href=(format!("/dashboard/paylink/{}", rows::encoded(&order.transaction_no))) {
                                        bdi { (order.order_number.as_deref().unwrap_or(&order.transaction_no)) }
                                    }
                                    div.soft { (money(&grouped(&order.amount), &order.currency)) }
                                }
                                div.deadline {
                                    strong { (cx.with(Text::Left, span(cx, order.deadline.saturating_sub(now)))) }
                                    div.soft { (moment(order.deadline)) }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// What is shown before the first payment.
fn welcome(cx: &Context) -> Markup {
    html! {
        section.card.welcome {
            h2 { (cx.t(Text::NoPayments)) }
            p { (cx.t(Text::StartHere)) }
            dl {
                @for (system, path) in
                    [(System::Api2, "/alqaseh/v1"), (System::Egw, "/egw/api/payment/prepare"), (System::Paylink, "/paylink")]
                {
                    dt { (cx.t(system.name())) }
                    dd { code dir="ltr" { (cx.app.url) (path) } }
                }
            }
            p.soft { (cx.t(Text::LoginsElsewhere)) }
        }
    }
}
