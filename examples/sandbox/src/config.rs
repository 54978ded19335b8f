//! What the sandbox knows before it starts: merchants, keys, schemes, waits.

use std::collections::BTreeMap;
use std::time::Duration;

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
    /// The X-API-Key header that stands for this merchant.
    pub api_key: String,
    /// The MAC key, in hex.
    pub mac_key_hex: String,
    /// How this merchant's messages are signed.
    pub scheme: Scheme,
    /// The fields that were agreed on rather than sent: `TERMINAL`, `MERCHANT`, `MERCH_NAME`…
    pub fields: BTreeMap<String, String>,
    /// How the callback is written.
    pub callback: CallbackBody,
}

/// A merchant of Paylink.
#[derive(Clone)]
pub struct PaylinkMerchant {
    /// The id in the path.
    pub merchant_id: String,
    /// The X-API-KEY header.
    pub api_key: String,
}

/// The hash under the HMAC.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Algorithm {
    /// HMAC-SHA1.
    Sha1,
    /// HMAC-SHA256.
    Sha256,
}

/// How a callback's fields are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CallbackBody {
    /// `application/x-www-form-urlencoded`.
    Form,
    /// A JSON object of strings.
    Json,
}

/// A way of signing: the hash, and the order of the fields.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scheme {
    /// What people call it.
    pub name: String,
    /// The hash.
    pub algorithm: Algorithm,
    /// The order of the fields of a request with TRTYPE 0 or 1.
    pub request: Vec<String>,
    /// The order of the fields of a reply or callback.
    pub reply: Vec<String>,
}

const CLASSIC_REQUEST: &str = "AMOUNT CURRENCY ORDER DESC MERCH_NAME MERCH_URL MERCHANT TERMINAL \
     EMAIL TRTYPE COUNTRY MERCH_GMT TIMESTAMP NONCE BACKREF";

impl Scheme {
    /// A scheme from two lists of field names, separated by blanks.
    pub fn new(name: &str, algorithm: Algorithm, request: &str, reply: &str) -> Self {
        let list = |text: &str| text.split_whitespace().map(str::to_owned).collect();
        Scheme { name: name.to_owned(), algorithm, request: list(request), reply: list(reply) }
    }

    /// The e-Gateway manual's: HMAC-SHA1; the reply's MAC covers neither ACTION nor RC.
    pub fn classic() -> Self {
        let reply = "ORDER AMOUNT CURRENCY RRN INT_REF TRTYPE TERMINAL TIMESTAMP NONCE";
        Scheme::new("classic", Algorithm::Sha1, CLASSIC_REQUEST, reply)
    }

    /// Kina Bank's: HMAC-SHA256; the reply's MAC covers MERCHANT, which the reply doesn't carry.
    pub fn kina() -> Self {
        Scheme::new(
            "kina",
            Algorithm::Sha256,
            "TERMINAL TRTYPE AMOUNT CURRENCY ORDER MERCHANT EMAIL BACKREF TIMESTAMP MERCH_NAME \
             COUNTRY MERCH_URL MERCH_GMT DESC NONCE",
            "ACTION RC APPROVAL CURRENCY AMOUNT TERMINAL TRTYPE ORDER RRN MERCHANT TIMESTAMP \
             INT_REF NONCE",
        )
    }

    /// This sandbox's own: classic requests, and a reply whose MAC covers all that matters.
    pub fn demo() -> Self {
        let reply = "TERMINAL TRTYPE ORDER AMOUNT CURRENCY ACTION RC APPROVAL RRN INT_REF \
                     TIMESTAMP NONCE";
        Scheme::new("demo", Algorithm::Sha1, CLASSIC_REQUEST, reply)
    }
}

impl EgwMerchant {
    /// A merchant whose agreed fields are those of the demo shop, on a terminal of its own.
    pub fn demo_shop(api_key: &str, mac_key_hex: &str, scheme: Scheme, terminal: &str) -> Self {
        let fields = [
            ("TERMINAL", terminal),
            ("MERCHANT", "EGW TEST"),
            ("MERCH_NAME", "Books Online Inc."),
            ("MERCH_URL", "www.sample.com"),
        ];
        EgwMerchant {
            api_key: api_key.to_owned(),
            mac_key_hex: mac_key_hex.to_owned(),
            scheme,
            fields: fields.map(|(k, v)| (k.to_owned(), v.to_owned())).into_iter().collect(),
            callback: CallbackBody::Form,
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
                EgwMerchant::demo_shop(
                    "4c2db6a1c9d841809c0fcdbf1fd0aeb8",
                    "00112233445566778899AABBCCDDEEFF",
                    Scheme::demo(),
                    "99999999",
                ),
                EgwMerchant::demo_shop(
                    "kina-sandbox-key",
                    "0F1E2D3C4B5A69788796A5B4C3D2E1F00123456789ABCDEFFEDCBA9876543210",
                    Scheme::kina(),
                    "99999998",
                ),
                EgwMerchant::demo_shop(
                    "classic-sandbox-key",
                    "A1B2C3D4E5F60718293A4B5C6D7E8F90",
                    Scheme::classic(),
                    "99999997",
                ),
            ],
            paylink: vec![PaylinkMerchant {
                merchant_id: "sandbox-merchant".to_owned(),
                api_key: "sandbox-paylink-key".to_owned(),
            }],
            delivery_waits: [200, 500, 1_000].map(Duration::from_millis).to_vec(),
            deliver_anywhere: false,
        }
    }
}
