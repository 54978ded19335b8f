//! Al Qaseh 1.0 legacy: the e-Commerce Gateway (`P_SIGN`).
//!
//! <https://docs.alqaseh.com/1.0-legacy/auth>

mod callback;
mod card_form;
mod catalogue;
mod codes;
mod completion;
mod delivery_form;
mod later;
mod markup;
mod message;
mod order_number;
mod prepare;
mod reversal;
mod settle;
mod status_inquiry;
mod test_callback;

use alloc::format;
use alloc::string::String;
use alloc::sync::Arc;
use alloc::vec::Vec;
use zeroize::Zeroizing;

pub use callback::{CALLBACK, Callback, Signed, SignedCallback};
pub use card_form::{CARD_FORM, CardForm, CardPage};
pub use catalogue::{CodeMeaning, CodeQuestion, EXPLAIN_CODE, RESULT_CLASS, RETRY_VERDICT};
pub use codes::Class;
pub use completion::{COMPLETION, Completion};
pub(crate) use delivery_form::read_fields;
pub use later::References;
pub use order_number::{NumberedOrder, ORDER_NUMBER, OrderNumber};
pub use prepare::{EGW_TRANSACTION_TYPE, PREPARE, Prepare, Prepared};
pub use reversal::{REVERSAL, Reversal};
pub use status_inquiry::{STATUS_INQUIRY, StatusInquiry};
pub use test_callback::{DELIVERY_FORM, TEST_CALLBACK, TestCallback};

use crate::call::{Expect, Operation};
use crate::error::{Code, Error, Fault};
use crate::gateway::{ENVIRONMENT, Environment, base_urls, check_credential};
use crate::mac::{Key, LENGTH_UNIT, Profile};
use crate::record::{Alphabet, Record, Text, Value, choice, record};
use crate::secret::Secret;
use settle::Rules;

choice! {
    /// How prepare's body is written. The gateway's page describes JSON and prints form names too.
    ENCODING Encoding { "json" = "json", "form" = "form" }
}

choice! {
    /// The transactions of an order; a completion's and a reversal's TRTYPE is a setting.
    EGW_TRANSACTION EgwTransaction {
        "authorization" = "0", "retail" = "1", "completion" = "", "reversal" = "",
    }
}

choice! {
    /// How a reply's amount is compared with your order's.
    REPLY_AMOUNT ReplyAmount { "exact" = "exact", "at_least" = "at_least" }
}

const TRTYPE: Text = Text { min: 1, max: 2, alphabet: Alphabet::Digits };

const ORDER: Text = Text { min: 6, max: 32, alphabet: Alphabet::Digits };

record! {
    /// What an e-Commerce Gateway needs.
    input EgwConfiguration {
        /// `test` or `production`.
        environment: need choice(ENVIRONMENT),
        /// What goes into the `X-API-Key` header.
        api_key: need text secret,
        /// The MAC key in hex, at least 16 bytes. A secret of its own: not the api_key. Leave it out if you give
        /// its components.
        mac_key: may text secret,
        /// The MAC key as your bank handed it over: two or more components in hex, which are XORed.
        mac_key_components: may texts secret,
        /// While the bank changes keys: the key before `mac_key`. It verifies, and never signs.
        previous_mac_key: may text secret,
        /// The P_SIGN scheme: a preset (`alqaseh-unconfirmed`, `classic`, `romcard`, `bcc`, `kina`) or your
        /// own as a map. Al Qaseh has not published its own, so there is no default.
        profile: need text_or_map,
        /// MERCHANT: the merchant id. This and the next five are sent and signed only where the profile lists
        /// them (other banks on this engine do; unconfirmed for Al Qaseh).
        merchant as "MERCHANT": may text,
        /// TERMINAL: the terminal id. A signed message whose MAC covers another terminal is refused.
        terminal as "TERMINAL": may text,
        /// MERCH_NAME: your shop's name.
        merch_name as "MERCH_NAME": may text,
        /// MERCH_URL: your shop's URL.
        merch_url as "MERCH_URL": may text,
        /// COUNTRY: two letters.
        country as "COUNTRY": may text(Text { min: 2, max: 2, alphabet: Alphabet::Upper }),
        /// MERCH_GMT: your offset from GMT, such as `+3`.
        merch_gmt as "MERCH_GMT": may text(Text { min: 1, max: 5, alphabet: Alphabet::Visible }),
        /// The whole URL of prepare; by default the environment's own. Give it with `cgi_link_url`.
        prepare_url: may text(Text::URL),
        /// The whole URL of `cgi_link`, where completions, reversals and card forms go; by default the environment's
        /// own. Give it with `prepare_url`.
        cgi_link_url: may text(Text::URL),
        /// `json` unless you say otherwise.
        encoding: may choice(ENCODING),
        /// What a length in the MAC counts. Until you say, signed values that are not ASCII are refused.
        length_unit: may choice(LENGTH_UNIT),
        /// The TRTYPE your bank uses for a completion (`21` at other banks on this engine; Al Qaseh's page
        /// says `1`). A reply that bears it proves a payment.
        completion_trtype: may text(TRTYPE),
        /// The TRTYPE your bank uses for a reversal (`24` or `22` at other banks; not on Al Qaseh's page, so
        /// there is no default). A reply that bears it proves a reversal.
        reversal_trtype: may text(TRTYPE),
        /// Whether a reply's amount must be your order's (`exact`, the default) or may have a fee on top (`at_least`,
        /// with `max_fee`).
        reply_amount: may choice(REPLY_AMOUNT),
        /// The largest fee a reply's amount may have on top, in major units.
        max_fee: may amount,
        /// Test environment only: allow plain http to another machine, such as a sandbox in a container.
        allow_http: may flag,
    }
}

/// The key whose components these are: hex texts of one length, XORed.
fn mac_key_of(components: &Value) -> Option<Zeroizing<String>> {
    let Value::List(components) = components else { return None };
    let mut key: Option<Zeroizing<Vec<u8>>> = None;
    for component in components {
        let component = Zeroizing::new(hex::decode(component.as_text()?).ok()?);
        key = Some(match key {
            None => component,
            Some(key) if key.len() == component.len() => {
                Zeroizing::new(key.iter().zip(component.iter()).map(|(a, b)| a ^ b).collect())
            }
            Some(_) => return None,
        });
    }
    key.filter(|_| components.len() > 1).map(|key| Zeroizing::new(hex::encode(&*key)))
}

/// The published test login. It works in the test environment only.
const TEST_MERCHANT: &str = "EGW TEST";
const TEST_KEY: &str = "4c2db6a1c9d841809c0fcdbf1fd0aeb8";

/// The e-Commerce Gateway.
///
/// It holds your credentials and the MAC key's state, nothing else: making one per request is fine.
#[derive(Clone)]
pub struct Egw {
    environment: Environment,
    api_key: Secret,
    key: Key,
    previous_key: Option<Key>,
    profile: Profile,
    configured: Record,
    /// Whose calls these are: the terminal tells shops apart where no merchant id is configured.
    merchant: Arc<str>,
    prepare_url: String,
    cgi_link_url: String,
}

impl core::fmt::Debug for Egw {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(f, "Egw({}, {:?}, {})", self.environment.name(), self.profile, self.prepare_url)
    }
}

impl Egw {
    /// A gateway from its configuration.
    ///
    /// # Errors
    /// Every fault of the configuration at once.
    ///
    /// ```
    /// use qantara::Egw;
    /// use qantara::egw::EgwConfiguration;
    /// let configuration = EgwConfiguration::new().environment("test").api_key("your X-API-Key");
    /// let gateway = Egw::configure(configuration.mac_key("00112233445566778899AABBCCDDEEFF").profile("classic"))?;
    /// # Ok::<(), qantara::Error>(())
    /// ```
    pub fn configure(configuration: EgwConfiguration) -> Result<Self, Error> {
        let mut given = configuration.into_record();
        let mut faults = given.faults();
        let environment = Environment::of(&given);
        check_credential(&given, "api_key", &mut faults);
        let production = environment == Environment::Production;
        for (field, published) in [("merchant", TEST_MERCHANT), ("api_key", TEST_KEY)] {
            if production && given.get(field).eq_ignore_ascii_case(published) {
                faults.push(Fault::new(Code::EnvironmentMixed, field));
            }
        }
        let (completion, reversal) = (given.text("completion_trtype"), given.text("reversal_trtype"));
        for (field, taken) in [
            ("completion_trtype", completion == Some("0")),
            ("reversal_trtype", reversal.is_some() && [Some("0"), Some("1"), completion].contains(&reversal)),
        ] {
            if taken {
                faults.push(Fault::new(Code::NumberRange, field).with_limit("a TRTYPE that means nothing else"));
            }
        }
        let profile = Profile::from_value(given.value("profile"), &mut faults);
        // What no setting gives would be signed as absent, and nothing would ever verify.
        for name in profile.iter().flat_map(Profile::configured_names) {
            if !given.shape().fields.iter().any(|field| field.wire == name && field.wire != field.name) {
                let limit = format!("{name} in from_configuration is no setting");
                faults.push(Fault::new(Code::ProfileInvalid, "profile").with_limit(limit));
            }
        }
        let algorithm = profile.as_ref().map_or(crate::mac::Algorithm::HmacSha1, Profile::algorithm);
        let api_key = given.get("api_key");
        let mut key = |field, text: &str| {
            if text.eq_ignore_ascii_case(api_key) {
                faults.push(Fault::new(Code::KeyReused, field));
            }
            if production && text.eq_ignore_ascii_case(TEST_KEY) {
                faults.push(Fault::new(Code::EnvironmentMixed, field));
            }
            Key::from_hex(algorithm, text, field).map_err(|fault| faults.push(fault)).ok()
        };
        let previous_key = given.text("previous_mac_key").and_then(|text| key("previous_mac_key", text));
        let key = match (given.text("mac_key"), given.value("mac_key_components")) {
            (Some(text), Value::Null) => key("mac_key", text),
            (None, Value::Null) => {
                faults.push(Fault::new(Code::FieldMissing, "mac_key"));
                None
            }
            (text, components) => match mac_key_of(components).filter(|_| text.is_none()) {
                Some(whole) => key("mac_key_components", &whole),
                None => {
                    faults.push(Fault::new(Code::KeyComponents, "mac_key_components"));
                    None
                }
            },
        };
        match (given.text("reply_amount") == Some("at_least"), given.text("max_fee")) {
            (true, None) => faults.push(Fault::new(Code::FieldMissing, "max_fee")),
            (false, Some(_)) => faults.push(Fault::new(Code::FieldMissing, "reply_amount")),
            _ => {}
        }
        let prepare =
            ["https://ac.alqaseh.com:9900/api/payment/prepare", "https://acq.alqaseh.com:9900/api/payment/prepare"];
        let cgi = ["https://ac.alqaseh.com:5443/cgi-bin/cgi_link", "https://acq.alqaseh.com:5443/cgi-bin/cgi_link"];
        let urls = ["prepare_url", "cgi_link_url"];
        let [prepare_url, cgi_link_url] = base_urls(&given, urls, [prepare, cgi], &mut faults);
        given.shape().refuse(faults)?;
        let (Some(mut profile), Some(key)) = (profile, key) else { return Err(Error::internal()) };
        profile.set_length_unit(given.text("length_unit"));
        let api_key = Secret::new(given.get("api_key"));
        let merchant = given.text("merchant").or(given.text("terminal")).unwrap_or("-").into();
        for secret in ["api_key", "mac_key", "previous_mac_key", "mac_key_components"] {
            given.wipe(secret);
        }
        Ok(Self {
            environment,
            api_key,
            key,
            previous_key,
            profile,
            configured: given,
            merchant,
            prepare_url,
            cgi_link_url,
        })
    }

    /// Verifies a MAC with the key, or with the one before it.
    fn verify(&self, source: &str, mac: &str) -> Result<(), Fault> {
        let verified = self.key.verify(source.as_bytes(), mac, "P_SIGN");
        match (&verified, &self.previous_key) {
            (Err(fault), Some(previous)) if fault.code() == Code::MacMismatch => {
                previous.verify(source.as_bytes(), mac, "P_SIGN")
            }
            _ => verified,
        }
    }

    fn rules(&self) -> Rules {
        Rules::new(&self.configured)
    }

    /// The TRTYPE of a completion or reversal. Only the test environment has one of its own: the page's `1` for a
    /// completion.
    fn later_trtype(&self, setting: &str) -> Option<&str> {
        let page = (self.environment == Environment::Test && setting == "completion_trtype").then_some("1");
        self.configured.text(setting).or(page)
    }

    /// A setting that can be a signed field, by the gateway's name for it.
    fn setting(&self, name: &str) -> Option<&str> {
        let fields = self.configured.shape().fields.iter().zip(self.configured.values());
        let mut known = fields.filter(|(field, _)| field.wire != field.name && field.wire == name);
        known.next().map(|(_, value)| value.as_text().unwrap_or(""))
    }

    fn expect(&self, operation: &'static Operation, known: Vec<(&'static str, String)>) -> Expect {
        Expect::new(operation, self.environment.name(), self.merchant.clone(), known)
    }
}
