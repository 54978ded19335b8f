//! `card_form`: a page whose browser posts a signed payment to `cgi_link`, where the customer enters the card.

use alloc::string::String;
use alloc::vec::Vec;

use super::prepare::{EGW_TRANSACTION_TYPE, signed};
use super::{Egw, ORDER};
use crate::error::{Code, Error, Fault};
use crate::gateway::GatewayKind;
use crate::record::{Alphabet, Record, Text, Value, record};
use crate::stamp::Stamp;
use crate::tool::{Run, Tool};

record! {
    /// A payment or authorization that the customer's own browser takes to the gateway's card page.
    input CardForm {
        /// What the customer pays, in major units: exact decimal text of at most 12 characters.
        amount as "AMOUNT": need amount,
        /// Three upper-case letters; `IQD` in practice.
        currency as "CURRENCY": need text(Text::CURRENCY),
        /// ORDER: 6 to 32 digits. The last six must be unique for your terminal and day.
        order_id as "ORDER": need text(ORDER),
        /// DESC: what the customer is paying for, 1 to 50 characters.
        description as "DESC": need text(Text { min: 1, max: 50, alphabet: Alphabet::Line }),
        /// `retail` takes the money, `authorization` only holds it.
        transaction_type as "TRTYPE": need choice(EGW_TRANSACTION_TYPE),
        /// The customer's e-mail address, at most 80 bytes.
        email as "EMAIL": may text(Text::EMAIL),
        /// BACKREF: where the result goes, at most 250 bytes.
        back_ref as "BACKREF": need text(Text { min: 1, max: 250, alphabet: Alphabet::Url }),
        /// FOREIGN_RETAILER_IND: one character, if your bank asks for it.
        foreign_retailer_ind as "FOREIGN_RETAILER_IND": may text(Text { min: 1, max: 1, alphabet: Alphabet::Visible }),
        /// What to send as description if the description is not ASCII and your bank's length unit is not
        /// confirmed. This is not sent beside the description.
        description_fallback: may text(Text { min: 1, max: 50, alphabet: Alphabet::Line }),
        /// Accept a fraction or three decimals in dinars. This is not sent.
        allow_fraction: may flag,
        /// The nonce of your Content-Security-Policy (base64), for the script that posts the form by itself. Allow
        /// the gateway in `form-action` as well.
        csp_nonce: may text(Text { min: 1, max: 128, alphabet: Alphabet::Visible }),
    }
}

record! {
    /// The page, and what it posts.
    output CardPage {
        /// Where the form is posted.
        url: need text,
        /// The signed fields, for a page of your own. The browser must post them as they are.
        fields: need map,
        /// A whole page that posts them by itself; it has a button for browsers without scripts.
        html: need text secret,
    }
}

/// The tool.
pub static CARD_FORM: Tool = Tool {
    name: "card_form",
    gateway: GatewayKind::Egw,
    input: CardForm::SHAPE,
    output: CardPage::SHAPE,
    page: "https://docs.alqaseh.com/1.0-legacy/auth",
    doc: if cfg!(feature = "describe") {
        &[
            "Makes the page whose browser posts a signed payment to `cgi_link` and shows the gateway's card page.",
            "",
            "Every value is escaped. Other banks on this engine take cards this way; it is unconfirmed for Al Qaseh, \
             whose page describes `prepare`. The signature goes stale an hour after its stamp.",
        ]
    } else {
        &[]
    },
    run: Run::EgwStamped(run),
};

impl Egw {
    /// Makes the page whose browser posts a signed payment to `cgi_link`. <https://docs.alqaseh.com/1.0-legacy/auth>
    ///
    /// # Errors
    /// Every fault of the input at once.
    pub fn card_form(&self, input: CardForm, stamp: &Stamp) -> Result<CardPage, Error> {
        run(self, input.into_record(), stamp).map(CardPage)
    }
}

fn run(gateway: &Egw, mut input: Record, stamp: &Stamp) -> Result<Record, Error> {
    let mut faults = input.faults();
    let base64 = |text: &str| text.bytes().all(|b| b.is_ascii_alphanumeric() || b"+/=_-".contains(&b));
    if input.text("csp_nonce").is_some_and(|nonce| !base64(nonce)) {
        faults.push(Fault::new(Code::TextCharacters, "csp_nonce").with_limit("base64"));
    }
    let trtype = EGW_TRANSACTION_TYPE.wire(input.get("transaction_type"));
    let (message, source) = signed(gateway, &input, stamp, trtype, &mut faults);
    input.shape().refuse(faults)?;
    let mac = gateway.mac(&source);
    let fields: Vec<(&str, &str)> =
        message.sent().map(|(names, value)| (names.0, value)).chain([("P_SIGN", mac.as_str())]).collect();
    let html = page(&gateway.cgi_link_url, &fields, input.get("csp_nonce"));
    let mut out = Record::new(CardPage::SHAPE);
    out.set("url", gateway.cgi_link_url.as_str());
    out.set("fields", fields.iter().map(|(name, value)| (String::from(*name), Value::text(value))).collect::<Vec<_>>());
    out.set("html", html);
    Ok(out)
}

fn page(url: &str, fields: &[(&str, &str)], nonce: &str) -> String {
    let mut html = String::from(
        "<!DOCTYPE html><html><head><meta charset=\"utf-8\"><title>…</title></head><body><form method=\"post\" action=\"",
    );
    escape(&mut html, url);
    html.push_str("\">");
    for (name, value) in fields {
        hidden(&mut html, name, value);
    }
    html.push_str("<button>→</button></form><script");
    if !nonce.is_empty() {
        html.push_str(" nonce=\"");
        escape(&mut html, nonce);
        html.push('"');
    }
    html.push_str(">document.forms[0].submit()</script></body></html>");
    html
}

/// A hidden input.
pub(super) fn hidden(html: &mut String, name: &str, value: &str) {
    html.push_str("<input type=\"hidden\" name=\"");
    escape(html, name);
    html.push_str("\" value=\"");
    escape(html, value);
    html.push_str("\">");
}

/// Text that can be put between tags and into quoted attributes, of HTML and XML.
pub(super) fn escape(html: &mut String, text: &str) {
    for c in text.chars() {
        match c {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            '\'' => html.push_str("&#39;"),
            c => html.push(c),
        }
    }
}
