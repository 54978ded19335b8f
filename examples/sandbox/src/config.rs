//! What the sandbox knows before it starts: merchants, waits, settings.

use std::io;
use std::net::{IpAddr, Ipv4Addr};
use std::path::{Path, PathBuf};
use std::time::Duration;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::merchants::{AlQasehMerchant, EgwMerchant, Merchants, PaylinkMerchant, Portal, Scheme};
use crate::reading;
use crate::words::words;

/// How a sandbox is set up. [`Config::default`] has everything a demo needs.
#[derive(Clone)]
pub struct Config {
    /// The port; 0 takes a free one.
    pub port: u16,
    /// The address to listen on: by default this machine's loopback. There is no login on the dashboard and on
    /// `/sandbox`, so whoever reaches another address may do everything there, and reads what was paid.
    pub listen: IpAddr,
    /// How the sandbox names itself in the links it hands out; by default
    /// `http://<address>:<port>`, with the loopback address if it listens on all.
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

impl Config {
    /// Takes the merchants of a JSON file in place of those there are, gateway by gateway. The
    /// README has its form.
    ///
    /// # Errors
    /// If the file can't be read, or is wrong: the error names the line and the field.
    pub fn read_merchants(&mut self, path: &Path) -> io::Result<()> {
        let Merchants { alqaseh, egw, paylink } = Merchants::read(path)?;
        if let Some(merchants) = alqaseh {
            self.alqaseh = merchants.into_iter().map(|checked| checked.0).collect();
        }
        if let Some(merchants) = egw {
            self.egw = merchants.into_iter().map(|checked| checked.0).collect();
        }
        if let Some(merchants) = paylink {
            self.paylink = merchants.into_iter().map(|checked| checked.0).collect();
        }
        Ok(())
    }
}

/// What the gateways do in one way or another. A real one's way is not published, or varies.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Settings {
    /// What Al Qaseh's history is wrapped in.
    pub history_envelope: Envelope,
    /// How API 2.0 writes the amounts of payments that are created from now on.
    pub alqaseh_amounts: Amounts,
    /// How the e-Commerce Gateway writes AMOUNT.
    pub egw_amounts: Amounts,
    /// How Paylink writes the amounts of invoices that are made from now on.
    pub paylink_amounts: Amounts,
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
            alqaseh_amounts: Amounts::Float32,
            egw_amounts: Amounts::Exact,
            paylink_amounts: Amounts::Exact,
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
    /// What became of an amount on its way through a gateway.
    pub enum Amounts {
        /// The digits that were sent: 100.10, 150000250.
        Exact = "exact",
        /// A float32, as Go prints it: 100.1, 150000260.
        Float32 = "float32",
        /// A float32 that became a double: 100.0999984741211, 150000256.0.
        Float32AsDouble = "float32_as_double",
        /// A double, as Java prints it: 100.1, 150000250.0.
        Double = "double",
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
    reading::from_value(fields)
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

impl Default for Config {
    /// Published test logins where the gateways have some, keys made up for the sandbox where
    /// they have none.
    fn default() -> Self {
        Config {
            port: 0,
            listen: Ipv4Addr::LOCALHOST.into(),
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
