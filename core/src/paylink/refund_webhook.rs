//! The webhook that Paylink posts after a refund. It is unsigned: a hint.

use alloc::string::String;
use alloc::vec::Vec;

use super::{ORDER_NUMBER, Paylink, TRANSACTION_NO, webhook_header};
use crate::error::{Error, Fault};
use crate::gateway::GatewayKind;
use crate::json;
use crate::read::{Reader, read_reply};
use crate::record::{Record, Text, choice, record};
use crate::tool::{Run, TestMessage, Tool, check_test_only};
use crate::trust::Hint;

choice! {
    /// What a refund webhook claims. Any letter case is read, and an unknown word is kept as it came.
    REFUND_STATUS RefundStatus { "refunded" = "Refunded", "failed" = "Failed" }
}

record! {
    /// A refund webhook: tells which refund to look at. It proves nothing, whatever header it came with.
    ///
    /// Paylink expects HTTP 200 with `{"status":"success"}`; anything else makes it ask again, up to ten times. Then
    /// acknowledge it: `decide` with `kind` `refund`.
    output RefundWebhook {
        /// The invoice's id.
        transaction_no as "transactionNo": need text,
        /// What it claims became of the refund.
        refund_status as "refundStatus": may choice(REFUND_STATUS),
        /// The amount it claims.
        refund_amount as "refundAmount": may amount,
        /// The currency it claims.
        currency: may text,
        /// Your order number.
        order_id as "merchantOrderNumber": may text,
        /// The version of the message, if it says so.
        api_version as "apiVersion": may text,
    }
}

/// The reader.
pub static REFUND_WEBHOOK: Reader = Reader {
    name: "parse_refund_webhook",
    gateway: GatewayKind::Paylink,
    output: RefundWebhook::SHAPE,
    page: "https://developer.paylink.sa/docs/get-invoice",
    doc: if cfg!(feature = "describe") {
        &["Reads a refund webhook's body. What comes out is a hint: never book a refund by it alone."]
    } else {
        &[]
    },
    read,
};

record! {
    /// A refund webhook as it came.
    input VerifyRefundWebhook {
        /// The body as it came.
        body: need text(Text::RAW) secret,
        /// The value of its `X-API-KEY` header, if it came.
        header: may text(Text::RAW) secret,
    }
}

/// The tool that checks where it came from.
pub static VERIFY_REFUND_WEBHOOK: Tool = Tool {
    name: "verify_refund_webhook",
    gateway: GatewayKind::Paylink,
    input: VerifyRefundWebhook::SHAPE,
    output: RefundWebhook::SHAPE,
    page: "https://developer.paylink.sa/docs/get-invoice",
    doc: if cfg!(feature = "describe") {
        &[
            "Reads a refund webhook after comparing the header it came with, in constant time.",
            "",
            "There is no signature: whoever knows the header can write any body, so what comes out is still a hint.",
        ]
    } else {
        &[]
    },
    run: Run::Paylink(verify),
};

record! {
    /// A refund webhook for your own tests.
    input TestRefundWebhook {
        /// The invoice's id: 12 or 13 digits.
        transaction_no as "transactionNo": need text(TRANSACTION_NO),
        /// `refunded` unless you say otherwise.
        refund_status as "refundStatus": may choice(REFUND_STATUS),
        /// What it is to claim, in major units.
        refund_amount as "refundAmount": need amount,
        /// Three upper-case letters, such as `SAR`.
        currency: need text(Text::CURRENCY),
        /// Your order number.
        order_id as "merchantOrderNumber": may text(ORDER_NUMBER),
        /// The version of the message.
        api_version as "apiVersion": may text,
    }
}

/// The tool that makes one for tests.
pub static TEST_REFUND_WEBHOOK: Tool = Tool {
    name: "test_refund_webhook",
    gateway: GatewayKind::Paylink,
    input: TestRefundWebhook::SHAPE,
    output: TestMessage::SHAPE,
    page: "https://developer.paylink.sa/docs/get-invoice",
    doc: if cfg!(feature = "describe") {
        &[
            "Makes a refund webhook as Paylink would post it, for your own tests. Test environment only.",
            "",
            "Post it with the header that your gateway is configured with.",
        ]
    } else {
        &[]
    },
    run: Run::Paylink(test),
};

impl Paylink {
    /// Reads a refund webhook's body: a hint of what to look up.
    ///
    /// # Errors
    /// 3xxx if it can't be read or names no transaction.
    pub fn parse_refund_webhook(body: &[u8]) -> Result<Hint<RefundWebhook>, Error> {
        Ok(Hint(RefundWebhook(read(body)?)))
    }

    /// The same after comparing the value of its header with `refund_webhook_secret`. There is no signature, so it is still
    /// a hint.
    ///
    /// # Errors
    /// `header.not_configured`, `header.missing`, `header.mismatch`; else as [`Paylink::parse_refund_webhook`].
    pub fn verify_refund_webhook(&self, body: &[u8], header: Option<&str>) -> Result<Hint<RefundWebhook>, Error> {
        webhook_header::check(&self.refund_webhook_secret, "refund_webhook_secret", header)?;
        Self::parse_refund_webhook(body)
    }

    /// Makes a refund webhook for your own tests.
    ///
    /// # Errors
    /// Every fault of the input at once; `environment.test_only`.
    pub fn test_refund_webhook(&self, input: TestRefundWebhook) -> Result<TestMessage, Error> {
        test(self, input.0).map(TestMessage)
    }
}

fn read(body: &[u8]) -> Result<Record, Fault> {
    read_reply(RefundWebhook::SHAPE, body)
}

fn verify(gateway: &Paylink, mut input: Record) -> Result<Record, Error> {
    input.check()?;
    gateway.verify_refund_webhook(input.get("body").as_bytes(), input.text("header")).map(|hint| hint.into_inner().0)
}

fn test(gateway: &Paylink, mut input: Record) -> Result<Record, Error> {
    let mut faults: Vec<Fault> = input.faults();
    check_test_only(gateway.environment, &mut faults);
    input.shape().refuse(faults)?;
    if input.value("refund_status").is_null() {
        input.set("refund_status", "refunded");
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

    #[test]
    fn what_is_made_for_tests_is_read_back() {
        let gateway = |environment| {
            let configuration = PaylinkConfiguration::new().environment(environment).api_id("a").secret_key("b");
            Paylink::configure(configuration).unwrap()
        };
        let input = TestRefundWebhook::new().transaction_no("1234567890123").refund_amount("5").currency("SAR");
        let message = gateway("test").test_refund_webhook(input.clone()).unwrap();
        let body = r#"{"transactionNo":"1234567890123","refundStatus":"Refunded","refundAmount":5,"currency":"SAR"}"#;
        assert_eq!((message.body(), message.content_type()), (body, "application/json"));
        let hint = Paylink::parse_refund_webhook(body.as_bytes()).unwrap();
        assert_eq!((hint.refund_status(), hint.refund_amount()), (Some("refunded"), Some("5")));
        let error = gateway("production").test_refund_webhook(input).unwrap_err();
        assert_eq!((error.code(), error.field()), (Code::EnvironmentTestOnly, "environment"));
    }

    #[test]
    fn unknown_words_are_kept() {
        let hint = Paylink::parse_refund_webhook(br#"{"transactionNo":"1","refundStatus":"HELD","x":1}"#).unwrap();
        assert_eq!((hint.refund_status(), hint.extra().len()), (Some("HELD"), 1));
        let hint = Paylink::parse_refund_webhook(br#"{"transactionNo":"1","refundStatus":"FAILED"}"#).unwrap();
        assert_eq!(hint.refund_status(), Some("failed"));
    }
}
