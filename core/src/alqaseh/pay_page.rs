//! `pay_page`: the hosted page's address for a token.

use alloc::string::String;

use super::AlQaseh;
use crate::call::Expect;
use crate::error::{Code, Error, Fault};
use crate::gateway::{GatewayKind, push_segment};
use crate::record::{Record, Text, record};
use crate::tool::{Run, Tool};

record! {
    /// Asks where a token's payment page is.
    input PayPageOf {
        /// The token that `create_payment` or `retry_payment` returned.
        token: need text(Text::SEGMENT) secret,
    }
}

record! {
    /// Where a payment page is.
    output PayPage {
        /// The page: send the customer's browser there. Who has it can open it.
        url: need text secret,
    }
}

/// The tool.
pub static PAY_PAGE: Tool = Tool {
    name: "pay_page",
    gateway: GatewayKind::AlQaseh,
    input: PayPageOf::SHAPE,
    output: PayPage::SHAPE,
    page: "https://docs.alqaseh.com/payment-api",
    doc: if cfg!(feature = "describe") {
        &["The address of a token's payment page, for a token you stored. `create_payment` and `retry_payment` \
             return it as `pay_url`."]
    } else {
        &[]
    },
    run: Run::AlQaseh(run),
};

impl AlQaseh {
    /// The address of a token's payment page. <https://docs.alqaseh.com/payment-api>
    ///
    /// # Errors
    /// Every fault of the input at once.
    ///
    /// ```
    /// # let gateway = qantara::AlQaseh::new(qantara::Environment::Test, "id", "secret")?;
    /// assert_eq!(gateway.pay_page("t/1")?.url(), "https://pay-test.alqaseh.com/pay/t%2F1");
    /// # Ok::<(), qantara::Error>(())
    /// ```
    pub fn pay_page(&self, token: &str) -> Result<PayPage, Error> {
        run(self, PayPageOf::new().token(token).into_record()).map(PayPage)
    }
}

fn run(gateway: &AlQaseh, mut input: Record) -> Result<Record, Error> {
    input.check()?;
    let mut page = Record::new(PayPage::SHAPE);
    page.set("url", url(&gateway.pay_page_url, input.get("token")));
    Ok(page)
}

fn url(page: &str, token: &str) -> String {
    let mut url = String::with_capacity(page.len() + 1 + token.len());
    url.push_str(page);
    push_segment(&mut url, token);
    url
}

/// Adds the `pay_url` of the token in a reply.
pub(super) fn add_url(expect: &Expect, record: &mut Record) -> Result<(), Fault> {
    let token = record.get("token");
    if matches!(token, "." | "..") {
        return Err(Fault::new(Code::ReplyFieldType, "token").with_limit("a token but a path"));
    }
    let url = url(expect.known("pay_page"), token);
    record.set("pay_url", url);
    Ok(())
}
