//! `test_callback`: the address a browser comes back to, for tests.

use alloc::string::String;

use super::{ORDER_NUMBER, Paylink, TRANSACTION_NO};
use crate::error::Error;
use crate::gateway::{GatewayKind, UNRESERVED};
use crate::record::{Record, Text, record};
use crate::tool::{Run, TestUrl, Tool, check_test_only};

record! {
    /// A browser's return for your own tests.
    input TestInvoiceCallback {
        /// Your `callback_url`.
        callback_url: need text(Text::URL),
        /// The invoice's id: 12 or 13 digits.
        transaction_no as "transactionNo": need text(TRANSACTION_NO),
        /// Your order number.
        order_id as "orderNumber": need text(ORDER_NUMBER),
    }
}

/// The tool.
pub static TEST_CALLBACK: Tool = Tool {
    name: "test_callback",
    gateway: GatewayKind::Paylink,
    input: TestInvoiceCallback::SHAPE,
    output: TestUrl::SHAPE,
    page: "https://developer.paylink.sa/docs/add-invoice",
    doc: if cfg!(feature = "describe") {
        &["Makes the address a browser would come back to, for your own tests. Test environment only."]
    } else {
        &[]
    },
    run: Run::Paylink(run),
};

impl Paylink {
    /// Makes the address a browser would come back to, for your own tests.
    ///
    /// # Errors
    /// Every fault of the input at once; `environment.test_only`.
    pub fn test_callback(&self, input: TestInvoiceCallback) -> Result<TestUrl, Error> {
        run(self, input.0).map(TestUrl)
    }
}

fn run(gateway: &Paylink, mut input: Record) -> Result<Record, Error> {
    let mut faults = input.faults();
    check_test_only(gateway.environment, &mut faults);
    input.shape().refuse(faults)?;
    let mut url = String::from(input.get("callback_url"));
    url.push_str(if url.contains('?') { "&transactionNo=" } else { "?transactionNo=" });
    url.push_str(input.get("transaction_no"));
    url.push_str("&orderNumber=");
    url.extend(percent_encoding::utf8_percent_encode(input.get("order_id"), UNRESERVED));
    let mut made = Record::new(TestUrl::SHAPE);
    made.set("url", url);
    Ok(made)
}

#[cfg(test)]
mod tests {
    use super::super::PaylinkConfiguration;
    use super::*;
    use crate::error::Code;

    #[test]
    fn it_is_read_back() {
        let configuration = PaylinkConfiguration::new().merchant_id("a").api_key("b");
        let input = TestInvoiceCallback::new().transaction_no("123456789012").order_id("A&1 ط");
        let gateway = Paylink::configure(configuration.clone().environment("test")).unwrap();
        for url in ["https://shop.example/back", "https://shop.example/back?lang=ar"] {
            let made = gateway.test_callback(input.clone().callback_url(url)).unwrap();
            assert!(made.url().starts_with(url) && made.url().is_ascii(), "{}", made.url());
            let hint = Paylink::parse_callback(made.url()).unwrap();
            assert_eq!((hint.transaction_no(), hint.order_id()), (Some("123456789012"), Some("A&1 ط")));
        }
        let production = Paylink::configure(configuration.environment("production")).unwrap();
        let error = production.test_callback(input.callback_url("https://shop.example/")).unwrap_err();
        assert_eq!((error.code(), error.field()), (Code::EnvironmentTestOnly, "environment"));
    }
}
