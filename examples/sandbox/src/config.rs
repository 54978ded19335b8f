//! What the sandbox knows before it starts: merchants, keys, schemes, waits.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::time::Duration;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::words::words;

/// How a sandbox is set up. [`Config::default`] has everything a demo needs.
#[derive(Clone)]
pub struct Config {
    /// The port on 127.0.0.1; 0 takes a free one.
    pub port: u16,
    /// How the sandbox names itself in the links it hands out; by default
    /// `http://127.0.0.1:<port>`.
    pub public_url: Option<String>,
    /// Merchants of the Al Qaseh Payment API 2.0.
    pub alqaseh: Vec<AlQasehMerchant>,
    /// Merchants of the e-Commerce Gateway, found by their X-API-Key.
    pub egw: Vec<EgwMerchant>,
    /// Merchants of Paylink.
    pub paylink: Vec<PaylinkMerchant>,
    /// The waits between one attempt to deliver a webhook and the next (real time, not the
    /// sandbox's clock): with three waits there are four attempts.
    pub delivery_waits: Vec<Duration>,
    /// Webhooks and callbacks go to this machine's loopback only, unless this is set.
    pub deliver_anywhere: bool,
    /// How the gateways answer where they leave it open; `POST /sandbox/settings` changes it, a
    /// reset comes back to it.
    pub settings: Settings,
    /// The file what happened is kept in, made if need be; without one it ends with the process.
    /// It takes the feature `state`.
    pub state: Option<PathBuf>,
}

/// What the gateways do in one way or another. A real one's way is not published, or varies.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Settings {
    /// What Al Qaseh's history is wrapped in.
    pub history_envelope: Envelope,
    /// How the e-Commerce Gateway writes its callbacks.
    pub egw_callback: DeliveryForm,
    /// How the e-Commerce Gateway answers completions, reversals and status inquiries.
    pub egw_reply: DeliveryForm,
    /// Whether the e-Commerce Gateway still signs with a merchant's old key.
    pub egw_old_key: bool,
    /// Whether Paylink says `{"success":"true"}`, rather than `{"success":true}`.
    pub paylink_success_as_text: bool,
    /// Whether Paylink's browser callback says `TransactionNo`, rather than `transactionNo`.
    pub paylink_callback_capitals: bool,
    /// How many seconds Paylink waits for the acknowledgment of a paid invoice. Paylink publishes
    /// no number.
    pub paylink_window: i64,
}

impl Default for Settings {
    fn default() -> Self {
        Settings {
            history_envelope: Envelope::Array,
            egw_callback: DeliveryForm::Form,
            egw_reply: DeliveryForm::Form,
            egw_old_key: false,
            paylink_success_as_text: true,
            paylink_callback_capitals: false,
            paylink_window: 600,
        }
    }
}

words! {
    /// What a list is wrapped in.
    pub enum Envelope {
        /// A bare array.
        Array = "array",
        /// `{"payments": […]}`
        Payments = "payments",
        /// `{"data": […]}`
        Data = "data",
    }
}

/// A value with some of its fields replaced; the text says why not.
pub(crate) fn changed<T: Serialize + DeserializeOwned>(value: &T, changes: Map<String, Value>) -> Result<T, String> {
    let mut fields = serde_json::to_value(value).map_err(|e| e.to_string())?;
    if let Some(fields) = fields.as_object_mut() {
        fields.extend(changes);
    }
    serde_json::from_value(fields).map_err(|e| e.to_string())
}

/// A login of the Payment API 2.0.
#[derive(Clone)]
pub struct AlQasehMerchant {
    /// The user name of HTTP Basic.
    pub client_id: String,
    /// The password of HTTP Basic.
    pub client_secret: String,
    /// The number shown as `merchant_id`.
    pub merchant_id: u64,
    /// The text shown as `terminal_id`.
    pub terminal_id: String,
}

/// A merchant of the e-Commerce Gateway.
#[derive(Clone)]
pub struct EgwMerchant {
    /// What this merchant is called; it is in no message.
    pub id: String,
    /// The X-API-Key header that stands for this merchant.
    pub api_key: String,
    /// The MAC key, in hex; or the components it was handed over in, whose XOR is the key.
    pub mac_key: Vec<String>,
    /// The key before this one: requests under it are still taken. See
    /// [`Settings::egw_old_key`].
    pub old_mac_key: Option<String>,
    /// How this merchant's messages are signed.
    pub scheme: Scheme,
    /// The fields that were agreed on rather than sent: `TERMINAL`, `MERCHANT`, `MERCH_NAME`…
    pub fields: BTreeMap<String, String>,
}

/// A merchant of Paylink.
#[derive(Clone)]
pub struct PaylinkMerchant {
    /// The id in the path.
    pub merchant_id: String,
    /// The X-API-KEY header of acknowledgments.
    pub api_key: String,
    /// The login of invoices.
    pub api_id: String,
    /// The password of invoices.
    pub secret_key: String,
    /// What the merchant has set in Paylink's portal; `POST /sandbox/paylink/portal` changes it.
    pub portal: Portal,
}

/// What a merchant sets in Paylink's portal: where webhooks go, and the static headers they bear.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Portal {
    /// Where a payment's webhook goes; empty for nowhere.
    pub webhook_url: String,
    /// The name of its header.
    pub webhook_header: String,
    /// The value of its header.
    pub webhook_secret: String,
    /// Whether it is written in version 2, with `paymentType` and `apiVersion`.
    pub webhook_v2: bool,
    /// Where a refund's webhook goes; empty for nowhere.
    pub refund_webhook_url: String,
    /// The value of its `X-API-KEY` header.
    pub refund_webhook_secret: String,
}

impl Default for Portal {
    fn default() -> Self {
        Portal {
            webhook_url: String::new(),
            webhook_header: "X-Webhook-Secret".to_owned(),
            webhook_secret: "sandbox-webhook-secret".to_owned(),
            webhook_v2: true,
            refund_webhook_url: String::new(),
            refund_webhook_secret: "sandbox-refund-secret".to_owned(),
        }
    }
}

/// The hash under the HMAC.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Algorithm {
    /// HMAC-SHA1.
    Sha1,
    /// HMAC-SHA256.
    Sha256,
}

words! {
    /// How the fields of a callback or reply are written.
    pub enum DeliveryForm {
        /// `application/x-www-form-urlencoded`.
        Form = "form",
        /// A JSON object of strings.
        Json = "json",
        /// An XML element per field.
        Xml = "xml",
        /// A page that a browser would post on: a hidden input per field.
        Html = "html",
        /// The digit of ACTION and nothing else, unsigned.
        Digit = "digit",
    }
}

/// A way of signing: the hash, and the order of the fields of each message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scheme {
    /// What people call it.
    pub name: String,
    /// The hash.
    pub algorithm: Algorithm,
    /// The order of the fields of a request that starts a payment (TRTYPE 0 or 1).
    pub request: Vec<String>,
    /// The order of the fields of a completion or reversal.
    pub later: Vec<String>,
    /// The order of the fields of a status inquiry; empty where the scheme has none.
    pub inquiry: Vec<String>,
    /// The order of the fields of the reply or callback to TRTYPE 0 or 1.
    pub reply: Vec<String>,
    /// The order of the fields of the reply to anything later.
    pub later_reply: Vec<String>,
}

const CLASSIC_REQUEST: &str = "AMOUNT CURRENCY ORDER DESC MERCH_NAME MERCH_URL MERCHANT TERMINAL \
     EMAIL TRTYPE COUNTRY MERCH_GMT TIMESTAMP NONCE BACKREF";
const CLASSIC_NINE: &str = "ORDER AMOUNT CURRENCY RRN INT_REF TRTYPE TERMINAL TIMESTAMP NONCE";
/// Bank CenterCredit's, the only one that is published.
const INQUIRY: &str = "ORDER TERMINAL TIMESTAMP TRTYPE NONCE";
/// This sandbox's own: everything that proves something is covered.
const FULL_REPLY: &str = "TERMINAL TRTYPE ORDER AMOUNT CURRENCY ACTION RC APPROVAL RRN INT_REF TIMESTAMP NONCE";

impl Scheme {
    /// A scheme from lists of field names, separated by blanks. The replies to what comes later
    /// are those to a payment, until [`Scheme::later_reply`] is changed.
    pub fn new(name: &str, algorithm: Algorithm, [request, later, inquiry, reply]: [&str; 4]) -> Self {
        let list = |text: &str| text.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
        Scheme {
            name: name.to_owned(),
            algorithm,
            request: list(request),
            later: list(later),
            inquiry: list(inquiry),
            reply: list(reply),
            later_reply: list(reply),
        }
    }

    /// This sandbox's own: classic requests, a status inquiry, and a reply whose MAC covers all
    /// that matters.
    pub fn demo() -> Self {
        Scheme::new("demo", Algorithm::Sha1, [CLASSIC_REQUEST, CLASSIC_NINE, INQUIRY, FULL_REPLY])
    }

    /// The e-Gateway manual's: HMAC-SHA1; the reply's MAC covers neither ACTION nor RC.
    pub fn classic() -> Self {
        Scheme::new("classic", Algorithm::Sha1, [CLASSIC_REQUEST, CLASSIC_NINE, "", CLASSIC_NINE])
    }

    /// Kina Bank's: HMAC-SHA256; the reply's MAC covers MERCHANT, which the reply doesn't carry.
    pub fn kina() -> Self {
        let request = "TERMINAL TRTYPE AMOUNT CURRENCY ORDER MERCHANT EMAIL BACKREF TIMESTAMP MERCH_NAME \
             COUNTRY MERCH_URL MERCH_GMT DESC NONCE";
        let reply = "ACTION RC APPROVAL CURRENCY AMOUNT TERMINAL TRTYPE ORDER RRN MERCHANT TIMESTAMP \
             INT_REF NONCE";
        Scheme::new("kina", Algorithm::Sha256, [request, CLASSIC_NINE, "", reply])
    }

    /// Romcard's: replies to a payment and to what comes later have orders of their own.
    pub fn romcard() -> Self {
        let later = "ORDER AMOUNT CURRENCY RRN INT_REF TRTYPE TERMINAL TIMESTAMP NONCE BACKREF";
        let reply = "TERMINAL TRTYPE ORDER AMOUNT CURRENCY DESC ACTION RC MESSAGE RRN INT_REF APPROVAL \
             TIMESTAMP NONCE";
        let later_reply = "ACTION RC MESSAGE TRTYPE AMOUNT CURRENCY ORDER RRN INT_REF TIMESTAMP NONCE";
        let later_reply = later_reply.split(' ').map(str::to_owned).collect();
        Scheme { later_reply, ..Scheme::new("romcard", Algorithm::Sha1, [CLASSIC_REQUEST, later, "", reply]) }
    }

    /// Bank CenterCredit's: a status inquiry, and ORG_AMOUNT. Its replies' order is not published;
    /// these are the sandbox's.
    pub fn bcc() -> Self {
        let request = "AMOUNT CURRENCY ORDER MERCHANT TERMINAL MERCH_GMT TIMESTAMP TRTYPE NONCE";
        let later = "ORDER ORG_AMOUNT AMOUNT CURRENCY RRN INT_REF TERMINAL TIMESTAMP TRTYPE NONCE";
        Scheme::new("bcc", Algorithm::Sha1, [request, later, INQUIRY, FULL_REPLY])
    }

    /// The order of Al Qaseh's own page, which doesn't say that it is the MAC's. Its replies'
    /// order is not published; these are the sandbox's.
    pub fn alqaseh_unconfirmed() -> Self {
        let request = "AMOUNT CURRENCY ORDER DESC TRTYPE EMAIL TIMESTAMP NONCE BACKREF";
        let later = "AMOUNT CURRENCY ORDER RRN INT_REF DESC TRTYPE EMAIL TIMESTAMP NONCE BACKREF";
        Scheme::new("alqaseh-unconfirmed", Algorithm::Sha1, [request, later, "", FULL_REPLY])
    }
}

impl EgwMerchant {
    /// A merchant whose agreed fields are those of the demo shop, on a terminal of its own, after
    /// which it is called.
    pub fn demo_shop(api_key: &str, mac_key: &[&str], scheme: Scheme, terminal: &str) -> Self {
        let fields = [
            ("TERMINAL", terminal),
            ("MERCHANT", "EGW TEST"),
            ("MERCH_NAME", "Books Online Inc."),
            ("MERCH_URL", "www.sample.com"),
        ];
        EgwMerchant {
            id: terminal.to_owned(),
            api_key: api_key.to_owned(),
            mac_key: mac_key.iter().map(|&k| k.to_owned()).collect(),
            old_mac_key: None,
            scheme,
            fields: fields.map(|(k, v)| (k.to_owned(), v.to_owned())).into_iter().collect(),
        }
    }
}

impl Default for Config {
    /// Published test logins where the gateways have some, keys made up for the sandbox where
    /// they have none.
    fn default() -> Self {
        Config {
            port: 0,
            public_url: None,
            alqaseh: vec![AlQasehMerchant {
                client_id: "public_test".to_owned(),
                client_secret: "Lr10yWWmm1dXLoI7VgXCrQVnlq13c1G0".to_owned(),
                merchant_id: 1,
                terminal_id: "99999999".to_owned(),
            }],
            egw: vec![
                EgwMerchant {
                    old_mac_key: Some("FFEEDDCCBBAA99887766554433221100".to_owned()),
                    ..EgwMerchant::demo_shop(
                        "4c2db6a1c9d841809c0fcdbf1fd0aeb8",
                        &["00112233445566778899AABBCCDDEEFF"],
                        Scheme::demo(),
                        "99999999",
                    )
                },
                EgwMerchant::demo_shop(
                    "kina-sandbox-key",
                    // Two components: the key is 0F1E2D3C…76543210, as the README prints it.
                    &[
                        "5A5A5A5A5A5A5A5A5A5A5A5A5A5A5A5AA5A5A5A5A5A5A5A5A5A5A5A5A5A5A5A5",
                        "5544776611003322DDCCFFEE9988BBAAA486E0C22C0E684A5B791F3DD3F197B5",
                    ],
                    Scheme::kina(),
                    "99999998",
                ),
                EgwMerchant::demo_shop(
                    "classic-sandbox-key",
                    &["A1B2C3D4E5F60718293A4B5C6D7E8F90"],
                    Scheme::classic(),
                    "99999997",
                ),
                EgwMerchant::demo_shop(
                    "romcard-sandbox-key",
                    &["B1B2C3D4E5F60718293A4B5C6D7E8F91"],
                    Scheme::romcard(),
                    "99999996",
                ),
                EgwMerchant::demo_shop(
                    "bcc-sandbox-key",
                    &["C1B2C3D4E5F60718293A4B5C6D7E8F92"],
                    Scheme::bcc(),
                    "99999995",
                ),
                EgwMerchant::demo_shop(
                    "unconfirmed-sandbox-key",
                    &["D1B2C3D4E5F60718293A4B5C6D7E8F93"],
                    Scheme::alqaseh_unconfirmed(),
                    "99999994",
                ),
            ],
            paylink: vec![PaylinkMerchant {
                merchant_id: "sandbox-merchant".to_owned(),
                api_key: "sandbox-paylink-key".to_owned(),
                api_id: "sandbox-api-id".to_owned(),
                secret_key: "sandbox-secret-key".to_owned(),
                portal: Portal::default(),
            }],
            delivery_waits: [200, 500, 1_000].map(Duration::from_millis).to_vec(),
            deliver_anywhere: false,
            settings: Settings::default(),
            state: None,
        }
    }
}
