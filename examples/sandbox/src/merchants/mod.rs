//! The merchants: who they are, their keys, and who knows whom by what.

mod file;
mod known;
mod scheme;

use std::collections::BTreeMap;

use axum::http::{HeaderName, HeaderValue};
use serde::{Deserialize, Deserializer, Serialize};

pub(crate) use file::Merchants;
pub(crate) use known::{Key, Known, Merchant};
pub use scheme::{Algorithm, Scheme};

use crate::egw::is_web_address;
use crate::mac;
use crate::why::Why;

/// A login of the Payment API 2.0.
#[derive(Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AlQasehMerchant {
    /// The user name of HTTP Basic.
    pub client_id: String,
    /// The password of HTTP Basic.
    #[serde(deserialize_with = "unquoted")]
    pub client_secret: String,
    /// The number shown as `merchant_id`.
    pub merchant_id: u64,
    /// The text shown as `terminal_id`.
    pub terminal_id: String,
}

/// A merchant of the e-Commerce Gateway.
#[derive(Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EgwMerchant {
    /// What this merchant is called; it is in no message.
    pub id: String,
    /// The X-API-Key header that stands for this merchant.
    #[serde(deserialize_with = "unquoted")]
    pub api_key: String,
    /// The MAC key, in hex; or the components it was handed over in, whose XOR is the key.
    #[serde(deserialize_with = "components")]
    pub mac_key: Vec<String>,
    /// The key before this one: requests under it are still taken. See
    /// [`Settings::egw_old_key`](crate::Settings::egw_old_key).
    #[serde(default, deserialize_with = "perhaps_unquoted")]
    pub old_mac_key: Option<String>,
    /// How this merchant's messages are signed.
    pub scheme: Scheme,
    /// The fields that were agreed on rather than sent: `TERMINAL`, `MERCHANT`, `MERCH_NAME`…
    pub fields: BTreeMap<String, String>,
}

/// A merchant of Paylink.
#[derive(Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PaylinkMerchant {
    /// The id in the path.
    pub merchant_id: String,
    /// The X-API-KEY header of acknowledgments.
    #[serde(deserialize_with = "unquoted")]
    pub api_key: String,
    /// The login of invoices.
    pub api_id: String,
    /// The password of invoices.
    #[serde(deserialize_with = "unquoted")]
    pub secret_key: String,
    /// What the merchant has set in Paylink's portal; `POST /sandbox/paylink/portal` changes it.
    #[serde(default)]
    pub portal: Portal,
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

/// What a merchant sets in Paylink's portal: where webhooks go, and the static headers they bear.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Portal {
    /// Where a payment's webhook goes; empty for nowhere.
    pub webhook_url: String,
    /// The name of its header.
    pub webhook_header: String,
    /// The value of its header.
    #[serde(deserialize_with = "unquoted")]
    pub webhook_secret: String,
    /// Whether it is written in version 2, with `paymentType` and `apiVersion`.
    pub webhook_v2: bool,
    /// Where a refund's webhook goes; empty for nowhere.
    pub refund_webhook_url: String,
    /// The value of its `X-API-KEY` header.
    #[serde(deserialize_with = "unquoted")]
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

/// A secret: if it isn't text, the error doesn't say what it is.
#[derive(Deserialize)]
#[serde(untagged, expecting = "a key or secret must be text")]
enum Unquoted {
    Text(String),
}

fn unquoted<'de, D: Deserializer<'de>>(deserializer: D) -> Result<String, D::Error> {
    let Unquoted::Text(secret) = Unquoted::deserialize(deserializer)?;
    Ok(secret)
}

fn perhaps_unquoted<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<String>, D::Error> {
    let secret = Option::<Unquoted>::deserialize(deserializer)?;
    Ok(secret.map(|Unquoted::Text(secret)| secret))
}

/// A key in one piece, or its components.
fn components<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<String>, D::Error> {
    #[derive(Deserialize)]
    #[serde(untagged, expecting = "mac_key is text, or a list of components")]
    enum Given {
        Whole(String),
        Components(Vec<String>),
    }
    Ok(match Given::deserialize(deserializer)? {
        Given::Whole(key) => vec![key],
        Given::Components(components) => components,
    })
}

impl Merchant for AlQasehMerchant {
    fn id(&self) -> &str {
        &self.client_id
    }

    fn logins(&self) -> Vec<&str> {
        vec![&self.client_id]
    }

    fn check(&self) -> Result<(), &'static str> {
        let is_text = |text: &str| !text.is_empty() && !text.chars().any(char::is_control);
        match () {
            // HTTP Basic ends the user name with one.
            () if !is_text(&self.client_id) || self.client_id.contains(':') => {
                Err("client_id must be text without a colon")
            }
            () if !is_text(&self.client_secret) => Err("client_secret must be text"),
            () => Ok(()),
        }
    }
}

impl Merchant for EgwMerchant {
    fn id(&self) -> &str {
        &self.id
    }

    fn logins(&self) -> Vec<&str> {
        vec![&self.api_key]
    }

    fn terminal(&self) -> Option<&str> {
        self.fields.get("TERMINAL").map(String::as_str)
    }

    fn check(&self) -> Result<(), &'static str> {
        match () {
            () if self.id.is_empty() => Err("id is empty"),
            () if !fits_header(&self.api_key) => Err("api_key must be text that fits a header"),
            () if mac::key_bytes(&self.mac_key).is_none() => {
                Err("mac_key must be hex digits, two for each byte, and components of one length")
            }
            () if self.old_mac_key.as_deref().is_some_and(|k| mac::from_hex(k).is_none()) => {
                Err("old_mac_key must be hex digits, two for each byte")
            }
            () if self.fields.keys().any(|name| !is_field(name)) => Err("fields have names like TERMINAL"),
            () => self.scheme.check(),
        }
    }
}

impl Merchant for PaylinkMerchant {
    fn id(&self) -> &str {
        &self.merchant_id
    }

    fn logins(&self) -> Vec<&str> {
        vec![&self.api_key, &self.api_id]
    }

    fn check(&self) -> Result<(), &'static str> {
        match () {
            () if self.merchant_id.is_empty() => Err("merchant_id is empty"),
            () if !fits_header(&self.api_key) => Err("api_key must be text that fits a header"),
            () if self.api_id.is_empty() || self.secret_key.is_empty() => Err("api_id and secret_key must be text"),
            () => self.portal.check(),
        }
    }
}

impl Portal {
    /// Why no webhook could be sent with it.
    pub(crate) fn check(&self) -> Result<(), &'static str> {
        let fits = |value: &str| value.is_empty() || fits_header(value);
        let leads = |url: &str| url.is_empty() || is_web_address(url);
        match () {
            () if HeaderName::try_from(&self.webhook_header).is_err() => {
                Err("webhook_header must be the name of a header")
            }
            () if !fits(&self.webhook_secret) || !fits(&self.refund_webhook_secret) => {
                Err("a webhook's secret must be text that fits a header")
            }
            () if !leads(&self.webhook_url) || !leads(&self.refund_webhook_url) => Err(Why::WebhookUrl.en()),
            () => Ok(()),
        }
    }
}

fn fits_header(text: &str) -> bool {
    !text.is_empty() && text.trim() == text && text.is_ascii() && HeaderValue::from_str(text).is_ok()
}

fn is_field(name: &str) -> bool {
    !name.is_empty() && name.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit() || b == b'_')
}
