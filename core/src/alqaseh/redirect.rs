//! The browser's return to `redirect_url`. It is unauthenticated: a hint for the page to show.

use super::{AlQaseh, PAYMENT_STATUS};
use crate::error::{Error, Fault};
use crate::gateway::GatewayKind;
use crate::read::{Reader, Reading, read_form, returned_query};
use crate::record::{Record, record};
use crate::trust::Hint;

record! {
    /// What the customer's browser came back with. Anyone can type it: show a page, prove nothing.
    output Redirect {
        /// The gateway's payment id.
        payment_id: may text,
        /// Your order number.
        order_id: may text,
        /// What it claims happened: `success`, `failed` or `pending`.
        status: may choice(PAYMENT_STATUS),
    }
}

/// The reader.
pub static REDIRECT: Reader = Reader {
    name: "parse_redirect",
    gateway: GatewayKind::AlQaseh,
    output: Redirect::SHAPE,
    page: "https://docs.alqaseh.com/payment-api",
    doc: if cfg!(feature = "describe") {
        &[
            "Reads the URL (or its query) the customer's browser came back to.",
            "",
            "What comes out is a hint: show a page by it, never mark an order paid by it.",
        ]
    } else {
        &[]
    },
    read,
};

impl AlQaseh {
    /// Reads the URL, or its query, that the customer's browser came back to: a hint for the page to show.
    ///
    /// # Errors
    /// 3xxx if it is too large or not text.
    pub fn parse_redirect(url: &str) -> Result<Hint<Redirect>, Error> {
        Ok(Hint(Redirect(read(url.as_bytes())?)))
    }
}

/// The last of a name wins, as in browsers: it is only a hint.
fn read(url: &[u8]) -> Result<Record, Fault> {
    let mut reading = Reading::new(Redirect::SHAPE);
    read_form(returned_query(url)?.split(['&', '?']), |name, value| {
        reading.forget(&name);
        reading.set(&name, value.into_owned().into())
    })?;
    reading.finish()
}
