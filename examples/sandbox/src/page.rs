//! The pages a browser sees. Whatever came from outside is escaped here, and only here.

use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};

use crate::cards::TestCard;
use crate::money::grouped;

const STYLE: &str = include_str!("page.css");

/// A hosted pay page.
pub(crate) struct PayPage<'a> {
    pub(crate) gateway: &'a str,
    pub(crate) amount: &'a str,
    pub(crate) currency: &'a str,
    /// Where the form is posted to.
    pub(crate) action: &'a str,
    pub(crate) order: &'a str,
    pub(crate) description: &'a str,
    pub(crate) card: &'a TestCard,
    /// Where a customer goes who does not want to pay, if anywhere.
    pub(crate) back: Option<&'a str>,
    /// What went wrong with the last attempt.
    pub(crate) notice: Option<&'a str>,
}

/// What a customer is told at the end.
pub(crate) struct ResultPage<'a> {
    pub(crate) gateway: &'a str,
    pub(crate) good: bool,
    pub(crate) title: &'a str,
    pub(crate) text: &'a str,
    /// Back to the shop, or back to the pay page.
    pub(crate) link: Option<(&'a str, &'a str)>,
}

impl PayPage<'_> {
    pub(crate) fn response(&self, status: StatusCode) -> Response {
        let notice = self
            .notice
            .map_or(String::new(), |text| format!("<p class=\"notice\" role=\"alert\">{}</p>", escape(text)));
        let body = format!(
            r#"<h1 class="amount"><bdi>{amount}</bdi> <span>{currency}</span></h1>
<dl>
<dt>Order</dt><dd dir="auto">{order}</dd>
<dt>Description</dt><dd dir="auto">{description}</dd>
</dl>
{notice}
<form method="post" action="{action}" autocomplete="off">
<label for="number">Card number</label>
<input id="number" name="number" inputmode="numeric" dir="ltr" maxlength="24" placeholder="0000 0000 0000 0000" required autofocus>
<div class="two">
<div><label for="expiry">Expiry</label>
<input id="expiry" name="expiry" inputmode="numeric" dir="ltr" maxlength="9" placeholder="MM/YYYY" required></div>
<div><label for="cvv">Security code</label>
<input id="cvv" name="cvv" inputmode="numeric" dir="ltr" maxlength="4" placeholder="CVV" required></div>
</div>
<button type="submit">Pay <bdi>{amount}</bdi> {currency}</button>
</form>
{link}
<aside><strong>Sandbox: no money moves.</strong>
The test card is <code>{number}</code>, expiry <code>{expiry}</code>, security code <code>{cvv}</code>.
Any other card is declined.</aside>"#,
            amount = escape(&grouped(self.amount)),
            currency = escape(self.currency),
            action = escape(self.action),
            order = escape(self.order),
            description = escape(self.description),
            link = self.back.map_or(String::new(), |url| link(url, "Cancel and go back to the shop")),
            number = spaced(self.card.number),
            expiry = self.card.expiry(),
            cvv = self.card.cvv,
        );
        html(status, self.gateway, "Payment", &body)
    }
}

impl ResultPage<'_> {
    pub(crate) fn response(&self, status: StatusCode) -> Response {
        let link = self.link.map_or(String::new(), |(url, text)| link(url, text));
        let body = format!(
            "<h1 class=\"{}\">{}</h1>\n<p dir=\"auto\">{}</p>\n{link}\n<aside><strong>Sandbox: no \
             money moves.</strong></aside>",
            if self.good { "good" } else { "bad" },
            escape(self.title),
            escape(self.text),
        );
        html(status, self.gateway, self.title, &body)
    }
}

/// Only web addresses become links: a shop's URL may hold any scheme.
fn link(url: &str, text: &str) -> String {
    if !["http://", "https://", "/"].iter().any(|p| url.starts_with(p)) {
        return String::new();
    }
    format!("<p><a class=\"button\" href=\"{}\">{}</a></p>", escape(url), escape(text))
}

/// The page of a token nobody was given.
pub(crate) fn unknown_payment(gateway: &str) -> Response {
    ResultPage {
        gateway,
        good: false,
        title: "No such payment",
        text: "This link is mistyped, or the sandbox was restarted since it was made.",
        link: None,
    }
    .response(StatusCode::NOT_FOUND)
}

fn html(status: StatusCode, gateway: &str, title: &str, body: &str) -> Response {
    let page = format!(
        "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\
         <title>{} · {}</title><style>{STYLE}</style></head>\n<body><main>\
         <header>{}<span>sandbox</span></header>\n{body}\n</main></body></html>\n",
        escape(title),
        escape(gateway),
        escape(gateway),
    );
    // No form-action here: browsers apply it to redirects too, and a paid form leads to the shop.
    let headers = [
        (header::CONTENT_TYPE, "text/html; charset=utf-8"),
        (header::CACHE_CONTROL, "no-store"),
        (header::REFERRER_POLICY, "no-referrer"),
        (header::CONTENT_SECURITY_POLICY, "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'"),
    ];
    (status, headers, page).into_response()
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

/// Makes text safe between tags and in quoted attributes.
pub(crate) fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            _ => out.push(c),
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
