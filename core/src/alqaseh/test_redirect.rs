//! `test_redirect`: a browser's return for your own tests.

use alloc::string::String;
use alloc::vec::Vec;

use super::AlQaseh;
use super::create_payment::redirect_fault;
use crate::error::Error;
use crate::gateway::GatewayKind;
use crate::record::{Alphabet, Record, Text, choice, record};
use crate::tool::{Run, TestUrl, Tool, check_test_only};

choice! {
    /// What a redirect or webhook claims happened.
    RETURNED_STATUS ReturnedStatus { "success" = "Success", "failed" = "Failed", "pending" = "Pending" }
}

record! {
    /// What the browser of your test comes back with.
    input TestRedirect {
        /// Where it returns to, as you gave it to `create_payment`.
        redirect_url as "": need text(Text { min: 1, max: 2048, alphabet: Alphabet::Visible }),
        /// The gateway's payment id.
        payment_id: need text(Text { min: 1, max: 128, ..Text::LINE }),
        /// Your order number.
        order_id: need text(Text { min: 1, max: 250, ..Text::LINE }),
        /// What it claims happened.
        status: need choice(RETURNED_STATUS),
    }
}

/// The tool.
pub static TEST_REDIRECT: Tool = Tool {
    name: "test_redirect",
    gateway: GatewayKind::AlQaseh,
    input: TestRedirect::SHAPE,
    output: TestUrl::SHAPE,
    page: "https://docs.alqaseh.com/payment-api",
    doc: if cfg!(feature = "describe") {
        &[
            "The URL a browser comes back to, to try your shop's page with. In the test environment only.",
            "",
            "The gateway appends its parameters with a `?`, even where your URL has a query of its own, and so does \
             this.",
        ]
    } else {
        &[]
    },
    run: Run::AlQaseh(run),
};

impl AlQaseh {
    /// The URL a browser comes back to, to try your shop's page with. <https://docs.alqaseh.com/payment-api>
    ///
    /// # Errors
    /// Every fault of the input at once; `environment.test_only` in production.
    ///
    /// ```
    /// use qantara::AlQaseh;
    /// use qantara::alqaseh::TestRedirect;
    /// # let gateway = AlQaseh::new(qantara::Environment::Test, "id", "secret")?;
    /// let back = TestRedirect::new().redirect_url("https://shop.example/back").payment_id("p-1").order_id("A-1");
    /// let back = gateway.test_redirect(back.status("success"))?;
    /// assert_eq!(back.url(), "https://shop.example/back?payment_id=p-1&order_id=A-1&status=Success");
    /// assert_eq!(AlQaseh::parse_redirect(back.url())?.order_id(), Some("A-1"));
    /// # Ok::<(), qantara::Error>(())
    /// ```
    pub fn test_redirect(&self, input: TestRedirect) -> Result<TestUrl, Error> {
        run(self, input.into_record()).map(TestUrl::from)
    }
}

fn run(gateway: &AlQaseh, mut input: Record) -> Result<Record, Error> {
    let mut faults: Vec<_> = input.faults();
    faults.extend(redirect_fault(gateway, &input));
    check_test_only(gateway.environment, &mut faults);
    input.shape().refuse(faults)?;
    let mut back = String::from(input.get("redirect_url"));
    super::push_query(&mut back, &input);
    let mut url = Record::new(TestUrl::SHAPE);
    url.set("url", back);
    Ok(url)
}
