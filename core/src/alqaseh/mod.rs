//! Al Qaseh Payment API 2.0: JSON over HTTPS, HTTP Basic on every call.
//!
//! <https://docs.alqaseh.com/payment-api>

mod create_payment;
mod csv;
mod get_payment;
mod get_payment_by_token;
mod history;
mod history_csv;
mod history_query;
mod pay_page;
mod process_card;
mod redirect;
mod retry_payment;
mod reverse_payment;
mod revoke_payment;
mod status;
mod test_redirect;
mod test_webhook;
mod verify_webhook;
mod webhook;

use alloc::boxed::Box;
use alloc::format;
use alloc::string::String;
use alloc::sync::Arc;
use alloc::vec::Vec;
use base64::Engine;

pub use create_payment::{CREATE_PAYMENT, CreatePayment, CreatedPayment};
pub use get_payment::{GET_PAYMENT, GetPayment, Payment};
pub use get_payment_by_token::{GET_PAYMENT_BY_TOKEN, GetPaymentByToken, PaymentInfo};
pub use history::{HISTORY, History, HistoryPayment, HistoryQuery};
pub use history_csv::{CsvRows, HISTORY_CSV, HistoryCsv, HistoryCsvQuery, HistoryRow};
pub use history_query::SORT_ORDER;
pub use pay_page::{PAY_PAGE, PayPage, PayPageOf};
pub use process_card::{PROCESS_CARD, ProcessCard, ProcessedCard};
pub use redirect::{REDIRECT, Redirect};
pub use retry_payment::{RETRY_PAYMENT, RetriedPayment, RetryPayment};
pub use reverse_payment::{AskedReversal, REVERSE_PAYMENT, ReversePayment};
pub use revoke_payment::{REVOKE_PAYMENT, RevokePayment, RevokedPayment};
pub use status::{PAYMENT_STATUS, TRANSACTION_TYPE};
pub use test_redirect::{RETURNED_STATUS, TEST_REDIRECT, TestRedirect};
pub use test_webhook::{TEST_WEBHOOK, TestWebhook};
pub use verify_webhook::{VERIFY_WEBHOOK, VerifiedWebhook, WebhookMessage};
pub use webhook::{WEBHOOK, Webhook};

use verify_webhook::WebhookMac;

use crate::call::{Expect, Header, Operation, Request};
use crate::error::{Code, Error, Fault};
use crate::gateway::{ENVIRONMENT, Environment, UNRESERVED, base_urls, check_credential, push_segment};
use crate::record::{Alphabet, Kind, Record, Text, Value, record};
use crate::secret::Secret;

record! {
    /// What an Al Qaseh gateway needs.
    input AlQasehConfiguration {
        /// `test` or `production`.
        environment: need choice(ENVIRONMENT),
        /// The client id Al Qaseh gave you.
        client_id: need text,
        /// The client secret that goes with it.
        client_secret: need text secret,
        /// Where the API is, with its `/v1`; by default the environment's own host. Give it with `pay_page_url`.
        base_url: may text(Text::URL),
        /// Where the hosted pay page is, without the token; by default the environment's own host. Give it with
        /// `base_url`: a token is sent to no page but its own system's.
        pay_page_url: may text(Text::URL),
        /// Test environment only: allow plain http to another machine, such as a sandbox in a container.
        allow_http: may flag,
        /// The longest order id to allow, 1 to 250. The gateway's schema says 250, but its column holds 32,
        /// which is the default.
        order_id_max: may count(1, 250),
        /// Characters to allow in an order id beside `A-Z a-z 0-9 . _ : / -`.
        order_id_extra: may text,
        /// A URL scheme of your app to allow in `redirect_url` beside http and https, such as `myshop`.
        app_scheme: may text(Text { min: 1, max: 40, alphabet: Alphabet::Visible }),
        /// The scheme of webhooks' `p_sign`, if you were given one: it is not published. A map as of an EGW profile,
        /// its `reply` order with the names of the webhook's fields.
        webhook_profile: may text_or_map,
        /// The key that goes with it, in hex, at least 16 bytes.
        webhook_mac_key: may text secret,
    }
}

/// The published test login. It works in the test environment only.
const TEST_CLIENT: &str = "public_test";

/// Al Qaseh Payment API 2.0.
///
/// It holds your credentials and nothing else: making one per request is fine.
#[derive(Clone)]
pub struct AlQaseh {
    environment: Environment,
    client_id: Arc<str>,
    authorization: Secret,
    base_url: String,
    pay_page_url: String,
    order_id_max: usize,
    order_id_extra: String,
    app_scheme: Option<String>,
    webhook: Option<Box<WebhookMac>>,
}

impl core::fmt::Debug for AlQaseh {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(f, "AlQaseh({}, {}, {})", self.environment.name(), self.client_id, self.base_url)
    }
}

impl AlQaseh {
    /// A gateway with an environment and its login.
    ///
    /// # Errors
    /// Every fault of the credentials at once.
    ///
    /// ```
    /// use qantara::{AlQaseh, Environment};
    /// let gateway = AlQaseh::new(Environment::Test, "your client id", "your client secret")?;
    /// # Ok::<(), qantara::Error>(())
    /// ```
    pub fn new(environment: Environment, client_id: &str, client_secret: &str) -> Result<Self, Error> {
        let configuration = AlQasehConfiguration::new();
        Self::configure(configuration.environment(environment).client_id(client_id).client_secret(client_secret))
    }

    /// A gateway from its whole configuration.
    ///
    /// # Errors
    /// Every fault of the configuration at once.
    pub fn configure(configuration: AlQasehConfiguration) -> Result<Self, Error> {
        let mut given = configuration.into_record();
        let mut faults = given.faults();
        let environment = Environment::of(&given);
        let (client_id, client_secret) = (given.get("client_id"), given.get("client_secret"));
        if client_id.contains(':') {
            let limit = "a colon would end it early in the login";
            faults.push(Fault::new(Code::CredentialCharacters, "client_id").with_limit(limit));
        }
        if environment == Environment::Production && client_id == TEST_CLIENT {
            faults.push(Fault::new(Code::EnvironmentMixed, "client_id"));
        }
        if given.text("app_scheme").is_some_and(|scheme| !is_app_scheme(scheme)) {
            let limit = "the scheme of an app alone, such as myshop";
            faults.push(Fault::new(Code::TextCharacters, "app_scheme").with_limit(limit));
        }
        check_credential(&given, "client_id", &mut faults);
        check_credential(&given, "client_secret", &mut faults);
        let api = ["https://api-test.alqaseh.com/v1", "https://api.alqaseh.com/v1"];
        let pay = ["https://pay-test.alqaseh.com/pay", "https://pay.alqaseh.com/pay"];
        let [base_url, pay_page_url] = base_urls(&given, ["base_url", "pay_page_url"], [api, pay], &mut faults);
        let webhook = WebhookMac::configured(&given, &mut faults);
        given.shape().refuse(faults)?;
        let login = base64::engine::general_purpose::STANDARD.encode(format!("{client_id}:{client_secret}"));
        Ok(Self {
            environment,
            client_id: client_id.into(),
            authorization: Secret::new(format!("Basic {login}")),
            base_url,
            pay_page_url,
            order_id_max: given.count("order_id_max").and_then(|max| usize::try_from(max).ok()).unwrap_or(32),
            order_id_extra: String::from(given.get("order_id_extra")),
            app_scheme: given.text("app_scheme").map(String::from),
            webhook,
        })
    }

    fn request(&self, method: &'static str, path: &str, segment: &str, body: String) -> Request {
        let mut url = String::with_capacity(self.base_url.len() + path.len() + segment.len() + 1);
        url.push_str(&self.base_url);
        url.push_str(path);
        if !segment.is_empty() {
            push_segment(&mut url, segment);
        }
        let mut headers = Vec::with_capacity(3);
        headers.push(Header::secret("Authorization", self.authorization.expose()));
        headers.push(Header::plain("Accept", "application/json"));
        if !body.is_empty() {
            headers.push(Header::plain("Content-Type", "application/json"));
        }
        Request { method, url, secret_url: false, headers, body, secret_body: false }
    }

    /// The same with a path that ends in a token, which must not be printed.
    fn token_request(&self, method: &'static str, path: &str, input: &Record, body: String) -> Request {
        let mut request = self.request(method, path, input.get("token"), body);
        request.secret_url = true;
        request
    }

    fn expect(&self, operation: &'static Operation, known: Vec<(&'static str, String)>) -> Expect {
        Expect::new(operation, self.environment.name(), self.client_id.clone(), known)
    }
}

/// Whether a scheme is an app's: one that browsers treat in a way of their own would open something else.
fn is_app_scheme(scheme: &str) -> bool {
    let special = ["javascript", "data", "vbscript", "file", "blob", "about", "http", "https"];
    scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme.bytes().all(|b| b.is_ascii_alphanumeric() || b"+-.".contains(&b))
        && !special.iter().any(|taken| scheme.eq_ignore_ascii_case(taken))
}

/// Appends a query of every field that is there, under the gateway's names and in its words.
fn push_query(url: &mut String, record: &Record) {
    let mut before = '?';
    for (field, value) in record.shape().fields.iter().zip(record.values()) {
        let value = match (&field.kind, value) {
            _ if field.wire.is_empty() => continue,
            (Kind::Choice(choice), Value::Text(name)) => choice.wire(name),
            (_, Value::Text(text) | Value::Number(text)) => text,
            _ => continue,
        };
        url.push(before);
        url.push_str(field.wire);
        url.push('=');
        url.extend(percent_encoding::utf8_percent_encode(value, UNRESERVED));
        before = '&';
    }
}
