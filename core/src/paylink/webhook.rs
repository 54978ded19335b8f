//! The webhook that Paylink posts after a payment. It is unsigned: a hint.

use alloc::string::String;
use alloc::vec::Vec;

use super::{ORDER_NUMBER, ORDER_STATUS, Paylink, TRANSACTION_NO, invoice, webhook_header};
use crate::error::{Error, Fault};
use crate::gateway::GatewayKind;
use crate::json;
use crate::read::{Reader, read_reply};
use crate::record::{Record, Text, record};
use crate::tool::{Run, TestMessage, Tool, check_test_only};
use crate::trust::Hint;

record! {
    /// A payment webhook: tells which invoice to look up. It proves nothing, whatever header it came with.
    ///
    /// Look up the invoice you stored for this order. Answer 200 only once the outcome, or a job to look it up, is
    /// stored; anything else makes Paylink ask again, up to ten times.
    output PaymentWebhook {
        /// The amount it claims.
        amount: may amount,
        /// Your e-mail address at Paylink.
        merchant_email as "merchantEmail": may text,
        /// The invoice's id.
        transaction_no as "transactionNo": need text,
        /// Your order number.
        order_id as "merchantOrderNumber": may text,
        /// The status it claims.
        order_status as "orderStatus": may choice(ORDER_STATUS),
        /// How it claims the customer paid (version 2).
        payment_type as "paymentType": may text,
        /// `v2`, or absent.
        api_version as "apiVersion": may text,
    }
}

/// The reader.
pub static WEBHOOK: Reader = Reader {
    name: "parse_webhook",
    gateway: GatewayKind::Paylink,
    output: PaymentWebhook::SHAPE,
    page: "https://developer.paylink.sa/docs/get-invoice",
    doc: if cfg!(feature = "describe") {
        &["Reads a payment webhook's body. What comes out is a hint: look the invoice up, whatever it says."]
    } else {
        &[]
    },
    read,
};

record! {
    /// A payment webhook as it came.
    input VerifyPaymentWebhook {
        /// The body as it came.
        body: need text(Text::RAW) secret,
        /// The value of the header that you set in Paylink's portal, if it came.
        header: may text(Text::RAW) secret,
    }
}

/// The tool that checks where it came from.
pub static VERIFY_WEBHOOK: Tool = Tool {
    name: "verify_webhook",
    gateway: GatewayKind::Paylink,
    input: VerifyPaymentWebhook::SHAPE,
    output: PaymentWebhook::SHAPE,
    page: "https://developer.paylink.sa/docs/get-invoice",
    doc: if cfg!(feature = "describe") {
        &[
            "Reads a payment webhook after comparing the header it came with, in constant time.",
            "",
            "There is no signature: whoever knows the header can write any body, so what comes out is still a hint.",
        ]
    } else {
        &[]
    },
    run: Run::Paylink(verify),
};

record! {
    /// A payment webhook for your own tests.
    input TestPaymentWebhook {
        /// What it is to claim, in major units.
        amount: need amount,
        /// Your e-mail address at Paylink.
        merchant_email as "merchantEmail": may text,
        /// The invoice's id: 12 or 13 digits.
        transaction_no as "transactionNo": need text(TRANSACTION_NO),
        /// Your order number.
        order_id as "merchantOrderNumber": need text(ORDER_NUMBER),
        /// `paid` unless you say otherwise.
        order_status as "orderStatus": may choice(ORDER_STATUS),
        /// How the customer is to have paid; version 2 has it.
        payment_type as "paymentType": may text,
        /// `v2` for version 2.
        api_version as "apiVersion": may text,
    }
}

/// The tool that makes one for tests.
pub static TEST_WEBHOOK: Tool = Tool {
    name: "test_webhook",
    gateway: GatewayKind::Paylink,
    input: TestPaymentWebhook::SHAPE,
    output: TestMessage::SHAPE,
    page: "https://developer.paylink.sa/docs/get-invoice",
    doc: if cfg!(feature = "describe") {
        &[
            "Makes a payment webhook as Paylink would post it, for your own tests. Test environment only.",
            "",
            "Post it with the header that your gateway is configured with.",
        ]
    } else {
        &[]
    },
    run: Run::Paylink(test),
};

impl Paylink {
    /// Reads a payment webhook's body: a hint of what to look up.
    ///
    /// # Errors
    /// 3xxx if it can't be read or names no transaction.
    pub fn parse_webhook(body: &[u8]) -> Result<Hint<PaymentWebhook>, Error> {
        Ok(Hint(PaymentWebhook(read(body)?)))
    }

    /// The same after comparing the value of its header with `webhook_secret`. There is no signature, so it is still
    /// a hint.
    ///
    /// # Errors
    /// `header.not_configured`, `header.missing`, `header.mismatch`; else as [`Paylink::parse_webhook`].
    pub fn verify_webhook(&self, body: &[u8], header: Option<&str>) -> Result<Hint<PaymentWebhook>, Error> {
        webhook_header::check(&self.webhook_secret, "webhook_secret", header)?;
        Self::parse_webhook(body)
    }

    /// Makes a payment webhook for your own tests.
    ///
    /// # Errors
    /// Every fault of the input at once; `environment.test_only`.
    pub fn test_webhook(&self, input: TestPaymentWebhook) -> Result<TestMessage, Error> {
        test(self, input.0).map(TestMessage)
    }
}

fn read(body: &[u8]) -> Result<Record, Fault> {
    let mut webhook = read_reply(PaymentWebhook::SHAPE, body)?;
    for (field, value) in PaymentWebhook::SHAPE.fields.iter().zip(webhook.values_mut()) {
        invoice::tidy(field.name, value);
    }
    Ok(webhook)
}

fn verify(gateway: &Paylink, mut input: Record) -> Result<Record, Error> {
    input.check()?;
    gateway.verify_webhook(input.get("body").as_bytes(), input.text("header")).map(|hint| hint.into_inner().0)
}

fn test(gateway: &Paylink, mut input: Record) -> Result<Record, Error> {
    let mut faults: Vec<Fault> = input.faults();
    check_test_only(gateway.environment, &mut faults);
    input.shape().refuse(faults)?;
    if input.value("order_status").is_null() {
        input.set("order_status", "paid");
    }
    let mut body = String::new();
    json::write_wire(&mut body, &input);
    let mut message = Record::new(TestMessage::SHAPE);
    message.set("body", body);
    message.set("content_type", "application/json");
    Ok(message)
}

#[cfg(test)]
mod tests {
    use super::super::PaylinkConfiguration;
    use super::*;
    use crate::error::Code;

    fn gateway(environment: &str) -> Paylink {
        let configuration = PaylinkConfiguration::new().environment(environment).api_id("a").secret_key("b");
        Paylink::configure(configuration).unwrap()
    }

    #[test]
    fn both_versions_are_read() {
        let first = br#"{"amount":51.0,"merchantEmail":"m@x.example","transactionNo":"1234567890123","merchantOrderNumber":"A-1","orderStatus":"CANCELLED"}"#;
        let hint = Paylink::parse_webhook(first).unwrap();
        assert_eq!((hint.transaction_no(), hint.order_id()), ("1234567890123", Some("A-1")));
        assert_eq!((hint.order_status(), hint.amount(), hint.api_version()), (Some("canceled"), Some("51.0"), None));
        let second =
            br#"{"transactionNo":"1234567890123","orderStatus":"paid","paymentType":"mada","apiVersion":"v2"}"#;
        let hint = Paylink::parse_webhook(second).unwrap();
        assert_eq!((hint.payment_type(), hint.api_version()), (Some("mada"), Some("v2")));
        let twice = br#"{"transactionNo":"1234567890123","transactionNo":"1234567890124"}"#;
        assert_eq!(Paylink::parse_webhook(twice).unwrap_err().code(), Code::ReplyFieldDuplicate);
    }

    #[test]
    fn what_is_made_for_tests_is_read_back() {
        let input = TestPaymentWebhook::new().amount("51.50").transaction_no("1234567890123").order_id("A-1");
        let message = gateway("test").test_webhook(input.clone()).unwrap();
        assert_eq!(
            message.body(),
            r#"{"amount":51.50,"transactionNo":"1234567890123","merchantOrderNumber":"A-1","orderStatus":"Paid"}"#
        );
        let hint = Paylink::parse_webhook(message.body().as_bytes()).unwrap();
        assert_eq!((hint.order_status(), hint.amount()), (Some("paid"), Some("51.50")));
        let error = gateway("production").test_webhook(input.transaction_no("1")).unwrap_err();
        let faults: Vec<_> = error.faults().iter().map(|fault| (fault.code(), fault.field())).collect();
        assert_eq!(faults, [(Code::TextTooShort, "transaction_no"), (Code::EnvironmentTestOnly, "environment")]);
    }
}
