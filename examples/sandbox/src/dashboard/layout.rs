//! The frame of every page: head, navigation, clock, and what was just done.

use axum::http::StatusCode;
use axum::response::Response;
use maud::{DOCTYPE, Markup, html};

use super::context::{Context, back, ltr};
use crate::clock::rfc3339;
use crate::page::fill;
use crate::text::{Said, Text};
use crate::why;

/// Where a page stands in the navigation.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Tab {
    Payments,
    Deliveries,
    Faults,
    Settings,
}

const TABS: [(Tab, Text, &str); 4] = [
    (Tab::Payments, Text::Payments, "/"),
    (Tab::Deliveries, Text::Deliveries, "/dashboard/deliveries"),
    (Tab::Faults, Text::Faults, "/dashboard/faults"),
    (Tab::Settings, Text::Settings, "/dashboard/settings"),
];

/// How often a page that refreshes itself is loaded.
const REFRESH_SECONDS: &str = "5";

pub(super) struct Page<'a> {
    pub(super) title: Markup,
    pub(super) tab: Tab,
    /// Whether it may refresh itself: it has no form somebody could be filling in.
    pub(super) live: bool,
    pub(super) body: Markup,
    pub(super) cx: &'a Context,
}

impl Page<'_> {
    fn html(self) -> Markup {
        let cx = self.cx;
        let other = cx.lang.other();
        let faults = cx.app.state().faults.list().len();
        html! {
            (DOCTYPE)
            html lang=(cx.lang.code()) dir=(cx.lang.dir()) {
                head {
                    meta charset="utf-8";
                    meta name="viewport" content="width=device-width, initial-scale=1";
                    @if self.live && cx.refreshes { meta http-equiv="refresh" content=(REFRESH_SECONDS); }
                    title { (self.title) " · " (cx.t(Text::Name)) }
                    link rel="icon" href="/dashboard/icon.svg" type="image/svg+xml";
                    link rel="stylesheet" href="/dashboard/style.css";
                }
                body {
                    a.skip href="#content" { (cx.t(Text::SkipToContent)) }
                    header.top {
                        div.bar {
                            a.brand href="/" { img src="/dashboard/icon.svg" alt="" width="26" height="26"; (cx.t(Text::Name)) }
                            nav aria-label=(cx.t(Text::Navigation)) {
                                @for (tab, text, href) in TABS {
                                    a href=(href) aria-current=[(tab == self.tab).then_some("page")] {
                                        (cx.t(text))
                                        @if tab == Tab::Faults && faults > 0 { span.count { (faults) } }
                                    }
                                }
                            }
                            div.tools {
                                @if self.live {
                                    a href=(cx.here("refresh", if cx.refreshes { "off" } else { "on" })) {
                                        (cx.t(if cx.refreshes { Text::RefreshOff } else { Text::RefreshOn }))
                                    }
                                }
                                a href=(cx.here("lang", other.code())) lang=(other.code()) hreflang=(other.code()) {
                                    (cx.t(Text::OtherLanguage))
                                }
                            }
                        }
                    }
                    (clock(cx))
                    main #content {
                        @if let Some((said, value)) = &cx.said { (flash(cx, *said, value)) }
                        (self.body)
                    }
                    footer { (cx.t(Text::NoMoney)) }
                }
            }
        }
    }
}

/// Answers with a page.
pub(super) fn answer(cx: Context, tab: Tab, title: Markup, live: bool, body: Markup) -> Response {
    let page = Page { title, tab, live, body, cx: &cx }.html();
    cx.answer(StatusCode::OK, page)
}

/// The page of something that isn't there.
pub(super) fn not_found(cx: Context, tab: Tab) -> Response {
    let title = html! { (cx.t(Text::NotFound)) };
    let body = html! {
        h1 { (cx.t(Text::NotFound)) }
        p { (cx.t(Text::NotFoundText)) }
    };
    let page = Page { title, tab, live: false, body, cx: &cx }.html();
    cx.answer(StatusCode::NOT_FOUND, page)
}

fn flash(cx: &Context, said: Said, value: &str) -> Markup {
    let bad = matches!(
        said,
        Said::Refused
            | Said::NotThere
            | Said::NotSure
            | Said::CardDeclined
            | Said::NotDelivered
            | Said::NotSent
            | Said::ForgedUnsent
    );
    let (value, why) = match said {
        Said::Refused => (why::in_lang(value, cx.lang), None),
        Said::NotSent => {
            let (delivery, why) = value.split_once(' ').unwrap_or((value, ""));
            (delivery.into(), Some(why::in_lang(why, cx.lang)))
        }
        _ => (value.into(), None),
    };
    html! {
        p.flash.bad[bad] role=(if bad { "alert" } else { "status" }) {
            (fill(said.in_lang(cx.lang), value))
            @if let Some(why) = why { ": " (why) }
        }
    }
}

/// The sandbox's time, and the ways to move it.
fn clock(cx: &Context) -> Markup {
    let (now, offset) = (cx.app.clock.now(), cx.app.clock.offset());
    html! {
        section.clock aria-label=(cx.t(Text::Clock)) {
            div.bar {
                p.time {
                    span.label { (cx.t(Text::Clock)) }
                    time datetime=(rfc3339(now)) { (moment(now)) }
                    @if offset == 0 { span.soft { (cx.t(Text::RealTime)) } }
                    @else { span.moved { (cx.with(if offset > 0 { Text::Ahead } else { Text::Behind }, span(cx, offset.saturating_abs()))) } }
                }
                form.moves method="post" action="/dashboard/clock" {
                    (back(cx))
                    @for (text, seconds) in [(Text::Minute, "60"), (Text::Hour, "3600"), (Text::Day, "86400")] {
                        button.small name="advance" value=(seconds) { (cx.t(text)) }
                    }
                    @if offset != 0 { button.small name="real" value="yes" { (cx.t(Text::BackToReal)) } }
                }
                details.set {
                    summary { (cx.t(Text::SetTime)) }
                    form method="post" action="/dashboard/clock" {
                        (back(cx))
                        label for="clock-at" { (cx.t(Text::TimeUtc)) }
                        input #clock-at type="datetime-local" name="at" step="1" dir="ltr" required value=(local(now));
                        button.small { (cx.t(Text::Set)) }
                    }
                }
            }
        }
    }
}

/// `2026-11-20 13:41:44`, in UTC.
pub(super) fn moment(at: i64) -> Markup {
    ltr(local(at).replace('T', " "))
}

/// The same; where it is narrow, a line breaks between day and time only.
pub(super) fn breaking_moment(at: i64) -> Markup {
    let local = local(at);
    let (day, time) = local.split_once('T').unwrap_or((&local, ""));
    ltr(html! { span.day { (day) } " " (time) })
}

/// `2026-11-20T13:41:44`, as a browser's field wants it.
fn local(at: i64) -> String {
    rfc3339(at).trim_end_matches('Z').to_owned()
}

/// A length of time: its two greatest units.
pub(super) fn span(cx: &Context, seconds: i64) -> Markup {
    let units = [
        (seconds / 86_400, Text::Days),
        (seconds / 3_600 % 24, Text::Hours),
        (seconds / 60 % 60, Text::Minutes),
        (seconds % 60, Text::Seconds),
    ];
    let first = units.iter().position(|(n, _)| *n > 0).unwrap_or(3);
    let shown = units.iter().skip(first).take(2).enumerate().filter(|(i, (n, _))| *i == 0 || *n > 0);
    let shown: Vec<String> = shown.map(|(_, (n, unit))| format!("{n}\u{a0}{}", cx.t(*unit))).collect();
    html! { bdi { (shown.join(" ")) } }
}
