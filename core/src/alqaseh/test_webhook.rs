//! `test_webhook`: a webhook for your own tests.

use alloc::string::String;

use super::{AlQaseh, RETURNED_STATUS};
use crate::error::Error;
use crate::gateway::GatewayKind;
use crate::json;
use crate::record::{Record, Text, record};
use crate::tool::{Run, TestMessage, Tool, check_test_only};

record! {
    /// What the webhook of your test says.
    input TestWebhook {
        /// Your order number.
        order_id: need text(Text { min: 1, max: 250, ..Text::LINE }),
        /// What it claims happened.
        payment_status: may choice(RETURNED_STATUS),
        /// The figure it claims, as exact decimal text.
        amount: may amount,
        /// The currency it claims.
        currency: may text(Text::CURRENCY),
        /// The gateway's payment id, which it may send.
        payment_id: may text,
        /// The token of the payment page, which it may send.
        token: may text secret,
        /// The transaction type, as a word or a digit.
        trtype: may text,
        /// The response code.
        rc: may text,
        /// The approval code.
        approval: may text,
        /// The retrieval reference number.
        rrn: may text,
    }
}

/// The tool.
pub static TEST_WEBHOOK: Tool = Tool {
    name: "test_webhook",
    gateway: GatewayKind::AlQaseh,
    input: TestWebhook::SHAPE,
    output: TestMessage::SHAPE,
    page: "https://docs.alqaseh.com/payment-api",
    doc: if cfg!(feature = "describe") {
        &["A webhook as the gateway posts it, to try your shop's route with. In the test environment only."]
    } else {
        &[]
    },
    run: Run::AlQaseh(run),
};

impl AlQaseh {
    /// A webhook as the gateway posts it, to try your shop's route with. <https://docs.alqaseh.com/payment-api>
    ///
    /// # Errors
    /// Every fault of the input at once; `environment.test_only` in production.
    ///
    /// ```
    /// use qantara::AlQaseh;
    /// use qantara::alqaseh::TestWebhook;
    /// # let gateway = AlQaseh::new(qantara::Environment::Test, "id", "secret")?;
    /// let posted = gateway.test_webhook(TestWebhook::new().order_id("A-1").payment_status("success"))?;
    /// assert_eq!(posted.body(), r#"{"order_id":"A-1","payment_status":"Success"}"#);
    /// assert_eq!(AlQaseh::parse_webhook(posted.body().as_bytes())?.order_id(), "A-1");
    /// # Ok::<(), qantara::Error>(())
    /// ```
    pub fn test_webhook(&self, input: TestWebhook) -> Result<TestMessage, Error> {
        run(self, input.into_record()).map(TestMessage::from)
    }
}

fn run(gateway: &AlQaseh, mut input: Record) -> Result<Record, Error> {
    let mut faults = input.faults();
    check_test_only(gateway.environment, &mut faults);
    input.shape().refuse(faults)?;
    let mut body = String::new();
    json::write_wire(&mut body, &input);
    let mut message = Record::new(TestMessage::SHAPE);
    message.set("body", body);
    message.set("content_type", "application/json");
    Ok(message)
}
