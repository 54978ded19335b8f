//! Paylink (Saudi Arabia): Post Payment Acknowledgment.
//!
//! <https://developer.paylink.sa/docs/post-payment-acknowledgment>

mod acknowledgment;
mod delivery;

use alloc::format;
use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

pub use acknowledgment::{ACKNOWLEDGE, Acknowledged, Decision, Delivery, VERDICT};
pub use delivery::{Acknowledgment, Answer, AnswerFields, DELIVERY_STATE, LinkReference, Step};

use crate::call::{Expect, Header, Operation, Request};
use crate::error::{Code, Error, Fault};
use crate::gateway::{ENVIRONMENT, Environment, base_url, check_credential, push_segment};
use crate::record::{Text, record};
use crate::secret::Secret;

record! {
    /// What a Paylink gateway needs.
    input PaylinkConfiguration {
        /// `test` or `production`.
        environment: need choice(ENVIRONMENT),
        /// The merchant id you chose at registration.
        merchant_id: need text(Text::SEGMENT),
        /// What goes into the `X-API-KEY` header.
        api_key: need text secret,
        /// Where acknowledgments go, without `/api`; by default `https://api.paylink.sa`. Paylink publishes no
        /// test host for them, so the test environment needs it: the URL of your sandbox.
        base_url: may text(Text::URL),
        /// Test environment only: allow plain http to another machine, such as a sandbox in a container.
        allow_http: may flag,
    }
}

/// Paylink.
///
/// It holds your credentials and nothing else: making one per request is fine.
#[derive(Clone)]
pub struct Paylink {
    environment: Environment,
    merchant_id: String,
    api_key: Secret,
    base_url: String,
}

impl core::fmt::Debug for Paylink {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(f, "Paylink({}, {}, {})", self.environment.name(), self.merchant_id, self.base_url)
    }
}

impl Paylink {
    /// A gateway from its configuration.
    ///
    /// # Errors
    /// Every fault of the configuration at once.
    ///
    /// ```
    /// use qantara::Paylink;
    /// use qantara::paylink::PaylinkConfiguration;
    /// let configuration = PaylinkConfiguration::new().environment("production").merchant_id("my-shop");
    /// let gateway = Paylink::configure(configuration.api_key("your key"))?;
    /// # Ok::<(), qantara::Error>(())
    /// ```
    pub fn configure(configuration: PaylinkConfiguration) -> Result<Self, Error> {
        let mut given = configuration.into_record();
        let mut faults = given.faults();
        let environment = Environment::of(&given);
        check_credential(&given, "api_key", &mut faults);
        let base_url = base_url(&given, "base_url", ["", "https://api.paylink.sa"], &mut faults);
        given.shape().refuse(faults)?;
        let (merchant_id, api_key) = (String::from(given.get("merchant_id")), Secret::new(given.get("api_key")));
        Ok(Self { environment, merchant_id, api_key, base_url })
    }

    /// A POST to the merchant's own path.
    fn merchant_request(&self, what: &str, body: String) -> Result<Request, Fault> {
        if self.base_url.is_empty() {
            return Err(Fault::new(Code::EnvironmentNoTestHost, "base_url"));
        }
        let mut url = format!("{}/api/merchants", self.base_url);
        push_segment(&mut url, &self.merchant_id);
        url.push('/');
        url.push_str(what);
        let header = |name, value: &str, secret| Header { name, value: String::from(value), secret };
        let headers =
            vec![header("X-API-KEY", self.api_key.expose(), true), header("Content-Type", "application/json", false)];
        Ok(Request { method: "POST", url, secret_url: false, headers, body })
    }

    fn expect(&self, operation: &'static Operation) -> Expect {
        Expect::new(operation, self.environment.name(), &self.merchant_id, Vec::new())
    }
}
