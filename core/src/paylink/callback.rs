//! The browser's return to `callback_url`. It is unauthenticated: a hint for the page to show.

use super::Paylink;
use crate::error::{Error, Fault};
use crate::gateway::GatewayKind;
use crate::read::{Reader, Reading, read_form, returned_query};
use crate::record::{Record, record};
use crate::trust::Hint;

record! {
    /// What the customer's browser came back with. Anyone can type it: look the invoice up, prove nothing.
    output InvoiceCallback {
        /// The invoice's id.
        transaction_no as "transactionNo": may text,
        /// Your order number.
        order_id as "orderNumber": may text,
    }
}

/// The reader.
pub static CALLBACK: Reader = Reader {
    name: "parse_callback",
    gateway: GatewayKind::Paylink,
    output: InvoiceCallback::SHAPE,
    page: "https://developer.paylink.sa/docs/add-invoice",
    doc: if cfg!(feature = "describe") {
        &[
            "Reads the URL (or its query) the customer's browser came back to.",
            "",
            "What comes out is a hint: look up the invoice you stored for this order, never mark it paid by this.",
        ]
    } else {
        &[]
    },
    read,
};

impl Paylink {
    /// Reads the URL, or its query, that the customer's browser came back to: a hint of what to look up.
    ///
    /// # Errors
    /// 3xxx if it is too large or not text.
    ///
    /// ```
    /// use qantara::Paylink;
    /// let hint = Paylink::parse_callback("https://shop.example/back?OrderNumber=A-1&TransactionNo=1234567890123")?;
    /// assert_eq!((hint.order_id(), hint.transaction_no()), (Some("A-1"), Some("1234567890123")));
    /// # Ok::<(), qantara::Error>(())
    /// ```
    pub fn parse_callback(url: &str) -> Result<Hint<InvoiceCallback>, Error> {
        Ok(Hint(InvoiceCallback(read(url.as_bytes())?)))
    }
}

/// Paylink spells the names with a small or a capital letter. The last of a name wins, as in browsers: it is only a
/// hint.
fn read(url: &[u8]) -> Result<Record, Fault> {
    let mut reading = Reading::new(InvoiceCallback::SHAPE);
    read_form(returned_query(url)?.split(['&', '?']), |name, value| {
        let name = match &*name {
            "TransactionNo" => "transactionNo",
            "OrderNumber" => "orderNumber",
            name => name,
        };
        reading.forget(name);
        reading.set(name, value.into_owned().into())
    })?;
    reading.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_spellings_are_read() {
        for query in [
            "transactionNo=1234567890123&orderNumber=A%2F1",
            "?TransactionNo=1234567890123&OrderNumber=A%2F1",
            "https://shop.example/?x=1?orderNumber=A%2F1&transactionNo=1234567890123#top",
            "/back?orderNumber=B&OrderNumber=A%2F1&transactionNo=1234567890123",
        ] {
            let hint = Paylink::parse_callback(query).unwrap();
            assert_eq!((hint.transaction_no(), hint.order_id()), (Some("1234567890123"), Some("A/1")), "{query}");
        }
        let hint = Paylink::parse_callback("https://shop.example/back").unwrap();
        assert_eq!((hint.transaction_no(), hint.order_id()), (None, None));
        assert_eq!(Paylink::parse_callback("transactionno=1").unwrap().extra().len(), 1);
    }
}
