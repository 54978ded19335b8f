//! Paylink (Saudi Arabia): invoices, webhooks and Post Payment Acknowledgment.
//!
//! <https://developer.paylink.sa/docs/post-payment-acknowledgment>,
//! <https://developer.paylink.sa/docs/add-invoice>

mod acknowledgment;
mod add_invoice;
mod authenticate;
mod callback;
mod cancel_invoice;
mod delivery;
mod found_invoices;
mod get_invoice;
mod get_merchant_invoice;
mod get_order;
mod get_orders_by_settlement;
mod get_transactions_of_order;
mod invoice;
mod refund_webhook;
mod test_callback;
mod webhook;
mod webhook_header;

use alloc::format;
use alloc::string::String;
use alloc::sync::Arc;
use alloc::vec;
use alloc::vec::Vec;

pub use acknowledgment::{ACKNOWLEDGE, Acknowledged, DELIVERY_KIND, Decision, Delivery, VERDICT};
pub use add_invoice::{ADD_INVOICE, AddInvoice, Product};
pub use authenticate::{AUTHENTICATE, Authenticate, Session};
pub use callback::{CALLBACK, InvoiceCallback};
pub use cancel_invoice::{CANCEL_INVOICE, CancelInvoice, CanceledInvoice};
pub use delivery::{Acknowledgment, Answer, AnswerFields, DELIVERY_STATE, LinkReference, Step};
pub use found_invoices::{FoundInvoice, FoundInvoices};
pub use get_invoice::{GET_INVOICE, GetInvoice};
pub use get_merchant_invoice::{GET_MERCHANT_INVOICE, GetMerchantInvoice};
pub use get_order::{GET_ORDER, GetOrder};
pub use get_orders_by_settlement::{GET_ORDERS_BY_SETTLEMENT, GetOrdersBySettlement};
pub use get_transactions_of_order::{GET_TRANSACTIONS_OF_ORDER, GetTransactionsOfOrder};
pub use invoice::{GatewayOrderRequest, Invoice, ORDER_STATUS, PaymentReceipt};
pub use refund_webhook::{
    REFUND_STATUS, REFUND_WEBHOOK, RefundWebhook, TEST_REFUND_WEBHOOK, TestRefundWebhook, VERIFY_REFUND_WEBHOOK,
    VerifyRefundWebhook,
};
pub use test_callback::{TEST_CALLBACK, TestInvoiceCallback};
pub use webhook::{PaymentWebhook, TEST_WEBHOOK, TestPaymentWebhook, VERIFY_WEBHOOK, VerifyPaymentWebhook, WEBHOOK};

use crate::call::{Expect, Header, Operation, Request};
use crate::error::{Code, Error, Fault};
use crate::gateway::{ENVIRONMENT, Environment, base_url, check_credential, push_segment};
use crate::record::{Alphabet, Record, Text, record};
use crate::secret::Secret;

record! {
    /// What a Paylink gateway needs: `merchant_id` with `api_key` for acknowledgments and merchant invoices,
    /// `api_id` with `secret_key` for invoices, or both pairs.
    input PaylinkConfiguration {
        /// `test` or `production`.
        environment: need choice(ENVIRONMENT),
        /// The merchant id you chose at registration. Give it with `api_key`.
        merchant_id: may text(Text::SEGMENT),
        /// What goes into the `X-API-KEY` header of acknowledgments. Give it with `merchant_id`.
        api_key: may text secret,
        /// What `authenticate` sends as `apiId`. Give it with `secret_key`.
        api_id: may text,
        /// What `authenticate` sends as `secretKey`. Give it with `api_id`.
        secret_key: may text secret,
        /// Where acknowledgments go, without `/api`; by default `https://api.paylink.sa`. Paylink publishes no
        /// test host for them, so the test environment needs it: the URL of your sandbox.
        base_url: may text(Text::URL),
        /// Where invoices are, without `/api`; by default the environment's own host, whatever `base_url` is.
        invoices_url: may text(Text::URL),
        /// Test environment only: allow plain http to another machine, such as a sandbox in a container.
        allow_http: may flag,
        /// The value of the header that you set for payment webhooks in Paylink's portal. There is no signature:
        /// without it `verify_webhook` refuses every message.
        webhook_secret: may text secret,
        /// The value of the `X-API-KEY` header that you set for refund webhooks in Paylink's portal. Without it
        /// `verify_refund_webhook` refuses every message.
        refund_webhook_secret: may text secret,
        /// Take an invoice whose status is Completed for a paid one. By default it is not: Completed is a word
        /// about the settlement with you.
        completed_is_paid: may flag,
        /// Accept an invoice that Paylink converted (its `foreign_currency_rate` is not null): its amount as a
        /// whole then can't be compared with your order's, only the amount that was asked for.
        foreign_currency: may flag,
    }
}

/// The token of `authenticate`, as a header can carry it.
const BEARER_TOKEN: Text = Text { min: 1, max: 8192, alphabet: Alphabet::Visible };
/// An invoice's TransactionNo. It is not a payment link's `linkReferenceNumber`.
const TRANSACTION_NO: Text = Text { min: 12, max: 13, alphabet: Alphabet::Digits };
/// An order number of the shop's.
const ORDER_NUMBER: Text = Text { min: 1, max: 250, alphabet: Alphabet::Line };

/// Paylink.
///
/// It holds your credentials and nothing else: making one per request is fine.
#[derive(Clone)]
pub struct Paylink {
    environment: Environment,
    /// Empty, as the next three, if this pair is not configured.
    merchant_id: Arc<str>,
    api_key: Secret,
    api_id: Arc<str>,
    secret_key: Secret,
    base_url: String,
    invoices_url: String,
    /// Empty, as the next one, if it is not configured.
    webhook_secret: Secret,
    refund_webhook_secret: Secret,
    completed_is_paid: bool,
    foreign_currency: bool,
}

impl core::fmt::Debug for Paylink {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        let id = if self.merchant_id.is_empty() { &self.api_id } else { &self.merchant_id };
        write!(f, "Paylink({}, {id}, {})", self.environment.name(), self.base_url)
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
        let is_merchant = check_pair(&given, ["merchant_id", "api_key"], &mut faults);
        let has_invoices = check_pair(&given, ["api_id", "secret_key"], &mut faults);
        if !is_merchant && !has_invoices {
            faults.extend(["merchant_id", "api_key"].map(|field| Fault::new(Code::FieldMissing, field)));
        }
        for field in ["api_key", "api_id", "secret_key", "webhook_secret", "refund_webhook_secret"] {
            check_credential(&given, field, &mut faults);
        }
        let base_url = base_url(&given, "base_url", ["", "https://api.paylink.sa"], &mut faults);
        let invoices = ["https://restpilot.paylink.sa", "https://restapi.paylink.sa"];
        let invoices_url = crate::gateway::base_url(&given, "invoices_url", invoices, &mut faults);
        given.shape().refuse(faults)?;
        Ok(Self {
            environment,
            merchant_id: given.get("merchant_id").into(),
            api_key: Secret::new(given.get("api_key")),
            api_id: given.get("api_id").into(),
            secret_key: Secret::new(given.get("secret_key")),
            base_url,
            invoices_url,
            webhook_secret: Secret::new(given.get("webhook_secret")),
            refund_webhook_secret: Secret::new(given.get("refund_webhook_secret")),
            completed_is_paid: given.flag("completed_is_paid"),
            foreign_currency: given.flag("foreign_currency"),
        })
    }

    /// What the merchant's own path needs.
    fn need_merchant(&self, faults: &mut Vec<Fault>) {
        if self.merchant_id.is_empty() {
            faults.push(Fault::new(Code::CredentialMissing, "merchant_id"));
        }
        if self.base_url.is_empty() {
            faults.push(Fault::new(Code::EnvironmentNoTestHost, "base_url"));
        }
    }

    /// What invoices need.
    fn need_invoices(&self, faults: &mut Vec<Fault>) {
        if self.api_id.is_empty() {
            faults.push(Fault::new(Code::CredentialMissing, "api_id"));
        }
    }

    /// A request to the merchant's own path; what it needs has been checked.
    fn merchant_request(&self, method: &'static str, what: &str, segment: &str, body: String) -> Request {
        let mut url = format!("{}/api/merchants", self.base_url);
        push_segment(&mut url, &self.merchant_id);
        url.push('/');
        url.push_str(what);
        request(method, url, segment, vec![Header::secret("X-API-KEY", self.api_key.expose())], body)
    }

    /// A request about invoices, with the token of the input.
    fn invoice_request(
        &self,
        method: &'static str,
        path: &str,
        segment: &str,
        input: &Record,
        body: String,
    ) -> Request {
        let bearer = format!("Bearer {}", input.get("bearer_token"));
        let headers = vec![Header::secret("Authorization", &bearer), Header::plain("Accept", "application/json")];
        request(method, self.invoices_url.clone() + path, segment, headers, body)
    }

    fn expect(&self, operation: &'static Operation) -> Expect {
        Expect::new(operation, self.environment.name(), self.merchant_id.clone(), Vec::new())
    }

    fn expect_invoice(&self, operation: &'static Operation, known: Vec<(&'static str, String)>) -> Expect {
        Expect::new(operation, self.environment.name(), self.api_id.clone(), known)
    }
}

/// Whether two credentials that belong together are there; half a pair is a fault.
fn check_pair(given: &Record, pair: [&'static str; 2], faults: &mut Vec<Fault>) -> bool {
    let has = |field: &&str| !given.value(field).is_null();
    let there = pair.iter().any(has);
    if there {
        faults.extend(pair.into_iter().filter(|field| !has(field)).map(|field| Fault::new(Code::FieldMissing, field)));
    }
    there
}

/// A request; a segment, if there is one, ends the path.
fn request(method: &'static str, mut url: String, segment: &str, mut headers: Vec<Header>, body: String) -> Request {
    if !segment.is_empty() {
        push_segment(&mut url, segment);
    }
    if !body.is_empty() {
        headers.push(Header::plain("Content-Type", "application/json"));
    }
    Request { method, url, secret_url: false, headers, body, secret_body: false }
}
