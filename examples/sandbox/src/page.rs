//! The pages a customer sees.

use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use maud::{DOCTYPE, Markup, PreEscaped, Render, html};

use crate::cards::TestCard;
use crate::lang::Lang;
use crate::money::grouped;
use crate::text::Text;

/// Written by us, and in a style element: not to be escaped.
const STYLE: PreEscaped<&str> = PreEscaped(include_str!("page.css"));

/// What all pages of a payment have in common.
#[derive(Clone, Copy)]
pub(crate) struct Frame<'a> {
    pub(crate) lang: Lang,
    pub(crate) gateway: Text,
    /// The address of its pay page, to show it in another language; empty if it has none.
    pub(crate) here: &'a str,
}

/// A hosted pay page.
pub(crate) struct PayPage<'a> {
    pub(crate) frame: Frame<'a>,
    pub(crate) amount: &'a str,
    pub(crate) currency: &'a str,
    pub(crate) order: &'a str,
    pub(crate) description: &'a str,
    pub(crate) card: &'a TestCard,
    /// Where a customer goes who does not want to pay, if anywhere.
    pub(crate) back: Option<&'a str>,
    /// What went wrong with the last attempt.
    pub(crate) notice: Option<Markup>,
}

/// What a customer is told at the end.
pub(crate) struct ResultPage<'a> {
    pub(crate) frame: Frame<'a>,
    pub(crate) good: bool,
    pub(crate) title: Text,
    pub(crate) text: Markup,
    /// Back to the shop, if there is a way.
    pub(crate) back: Option<&'a str>,
}

impl Frame<'_> {
    /// A text in the page's language.
    pub(crate) fn say(&self, text: Text) -> Markup {
        html! { (text.in_lang(self.lang)) }
    }

    /// A text with a value in it.
    pub(crate) fn with(&self, text: Text, value: impl Render) -> Markup {
        fill(text.in_lang(self.lang), value)
    }

    fn response(&self, status: StatusCode, title: Text, body: &Markup) -> Response {
        let (lang, other) = (self.lang, self.lang.other());
        let page = html! {
            (DOCTYPE)
            html lang=(lang.code()) dir=(lang.dir()) {
                head {
                    meta charset="utf-8";
                    meta name="viewport" content="width=device-width, initial-scale=1";
                    title { (self.say(title)) " · " (self.say(self.gateway)) }
                    style { (STYLE) }
                }
                body {
                    main {
                        header { (self.say(self.gateway)) span { (self.say(Text::SandboxTag)) } }
                        (body)
                    }
                    @if !self.here.is_empty() {
                        a.language href=(self.address(other)) lang=(other.code()) hreflang=(other.code()) {
                            (self.say(Text::OtherLanguage))
                        }
                    }
                }
            }
        };
        // No form-action here: browsers apply it to redirects too, and a paid form leads to the shop.
        let headers = [
            (header::CONTENT_TYPE, "text/html; charset=utf-8"),
            (header::CACHE_CONTROL, "no-store"),
            (header::REFERRER_POLICY, "no-referrer"),
            (header::CONTENT_SECURITY_POLICY, "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'"),
        ];
        (status, headers, page.into_string() + "\n").into_response()
    }

    /// The pay page in a language, which it then stays in.
    fn address(&self, lang: Lang) -> String {
        format!("{}?lang={}", self.here, lang.code())
    }
}

impl PayPage<'_> {
    pub(crate) fn response(&self, status: StatusCode) -> Response {
        let frame = &self.frame;
        let amount = html! { bdi dir="ltr" { (grouped(self.amount)) " " span { (self.currency) } } };
        let body = html! {
            h1.amount { (amount) }
            dl {
                dt { (frame.say(Text::Order)) } dd { bdi { (self.order) } }
                dt { (frame.say(Text::Description)) } dd { bdi { (self.description) } }
            }
            @if let Some(notice) = &self.notice { p.notice role="alert" { (notice) } }
            form method="post" action=(frame.address(frame.lang)) autocomplete="off" {
                label for="number" { (frame.say(Text::CardNumber)) }
                input #number name="number" inputmode="numeric" dir="ltr" maxlength="24"
                    placeholder="0000 0000 0000 0000" required autofocus;
                div.two {
                    div {
                        label for="expiry" { (frame.say(Text::Expiry)) }
                        input #expiry name="expiry" inputmode="numeric" dir="ltr" maxlength="9" placeholder="MM/YYYY" required;
                    }
                    div {
                        label for="cvv" { (frame.say(Text::SecurityCode)) }
                        input #cvv name="cvv" inputmode="numeric" dir="ltr" maxlength="4" placeholder="CVV" required;
                    }
                }
                button type="submit" { (frame.with(Text::PayAmount, amount)) }
            }
            @if let Some(url) = self.back { (link(url, &frame.say(Text::CancelBack))) }
            aside {
                p { (frame.say(Text::TestCard)) }
                dl {
                    dt { (frame.say(Text::CardNumber)) } dd { code dir="ltr" { (spaced(self.card.number)) } }
                    dt { (frame.say(Text::Expiry)) } dd { code dir="ltr" { (self.card.expiry()) } }
                    dt { (frame.say(Text::SecurityCode)) } dd { code dir="ltr" { (self.card.cvv) } }
                }
            }
        };
        frame.response(status, Text::Payment, &body)
    }
}

impl ResultPage<'_> {
    pub(crate) fn response(&self, status: StatusCode) -> Response {
        let frame = &self.frame;
        let body = html! {
            h1 class=(if self.good { "good" } else { "bad" }) { (frame.say(self.title)) }
            p dir="auto" { (self.text) }
            @if let Some(url) = self.back { (link(url, &frame.say(Text::BackToShop))) }
            aside { p { (frame.say(Text::SandboxNote)) } }
        };
        frame.response(status, self.title, &body)
    }
}

/// Only web addresses become links: a shop's URL may hold any scheme.
fn link(url: &str, text: &Markup) -> Markup {
    let is_web = ["http://", "https://", "/"].iter().any(|p| url.starts_with(p));
    html! { @if is_web { p { a.button href=(url) { (text) } } } }
}

/// The page of a token nobody was given.
pub(crate) fn unknown_payment(lang: Lang, gateway: Text) -> Response {
    let frame = Frame { lang, gateway, here: "" };
    let (title, text) = (Text::NoSuchPayment, frame.say(Text::NoSuchPaymentText));
    ResultPage { frame, good: false, title, text, back: None }.response(StatusCode::NOT_FOUND)
}

/// Puts a value where a text says `{}`, so that it doesn't get scrambled with the words around it.
pub(crate) fn fill(text: &str, value: impl Render) -> Markup {
    match text.split_once("{}") {
        Some((before, after)) => html! { (before) bdi { (value) } (after) },
        None => html! { (text) },
    }
}

/// A URL as a header can carry it: what is not ASCII is percent-encoded, all else stays.
pub(crate) fn ascii_url(url: &str) -> String {
    let mut out = String::with_capacity(url.len());
    for c in url.chars() {
        if c.is_ascii() {
            out.push(c);
        } else {
            for byte in c.encode_utf8(&mut [0; 4]).bytes() {
                out.push_str(&format!("%{byte:02X}"));
            }
        }
    }
    out
}

/// Digits in groups of four.
fn spaced(number: &str) -> String {
    let mut out = String::new();
    for (i, c) in number.chars().enumerate() {
        if i > 0 && i % 4 == 0 {
            out.push(' ');
        }
        out.push(c);
    }
    out
}
