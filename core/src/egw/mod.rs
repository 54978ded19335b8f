//! Al Qaseh 1.0 legacy: the e-Commerce Gateway (`P_SIGN`).
//!
//! <https://docs.alqaseh.com/1.0-legacy/auth>

mod callback;
mod codes;
mod order_number;
mod prepare;

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

pub use callback::{CALLBACK, Callback, Signed, SignedCallback};
pub use codes::Class;
pub use order_number::{NumberedOrder, ORDER_NUMBER, OrderNumber};
pub use prepare::{EGW_TRANSACTION_TYPE, PREPARE, Prepare, Prepared};

use crate::call::{Expect, Operation};
use crate::error::{Code, Error, Fault};
use crate::gateway::{ENVIRONMENT, Environment, base_url, check_credential};
use crate::mac::{Key, LENGTH_UNIT, Profile};
use crate::record::{Alphabet, Record, Text, choice, record};
use crate::secret::Secret;

choice! {
    /// How prepare's body is written. The gateway's page describes JSON and prints form names too.
    ENCODING Encoding { "json" = "json", "form" = "form" }
}

const TRTYPE: Text = Text { min: 1, max: 2, alphabet: Alphabet::Digits };

record! {
    /// What an e-Commerce Gateway needs.
    input EgwConfiguration {
        /// `test` or `production`.
        environment: need choice(ENVIRONMENT),
        /// What goes into the `X-API-Key` header.
        api_key: need text secret,
        /// The MAC key in hex, at least 16 bytes. A secret of its own: not the api_key.
        mac_key: need text secret,
        /// The P_SIGN scheme: a preset (`alqaseh-unconfirmed`, `classic`, `romcard`, `bcc`, `kina`) or your
        /// own as a map. Al Qaseh has not published its own, so there is no default.
        profile: need text_or_map,
        /// MERCHANT: the merchant id. This and the next five are sent and signed only where the profile lists
        /// them (other banks on this engine do; unconfirmed for Al Qaseh).
        merchant as "MERCHANT": may text,
        /// TERMINAL: the terminal id. A reply from another terminal is refused.
        terminal as "TERMINAL": may text,
        /// MERCH_NAME: your shop's name.
        merch_name as "MERCH_NAME": may text,
        /// MERCH_URL: your shop's URL.
        merch_url as "MERCH_URL": may text,
        /// COUNTRY: two letters.
        country as "COUNTRY": may text(Text { min: 2, max: 2, alphabet: Alphabet::Upper }),
        /// MERCH_GMT: your offset from GMT, such as `+3`.
        merch_gmt as "MERCH_GMT": may text(Text { min: 1, max: 5, alphabet: Alphabet::Visible }),
        /// The whole URL of prepare; by default the environment's own.
        prepare_url: may text(Text::URL),
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
        /// Test environment only: allow plain http to another machine, such as a sandbox in a container.
        allow_http: may flag,
    }
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
    profile: Profile,
    configured: Record,
    prepare_url: String,
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
        for (field, published) in [("merchant", TEST_MERCHANT), ("api_key", TEST_KEY), ("mac_key", TEST_KEY)] {
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
                faults.push(Fault::new(Code::NumberRange, field).limit("a TRTYPE that means nothing else"));
            }
        }
        let profile = Profile::from_value(given.value("profile"), &mut faults);
        // What no setting gives would be signed as absent, and nothing would ever verify.
        for name in profile.iter().flat_map(Profile::configured_names) {
            if !given.shape().fields.iter().any(|field| field.wire == name && field.wire != field.name) {
                let limit = format!("{name} in from_configuration is no setting");
                faults.push(Fault::new(Code::ProfileInvalid, "profile").limit(limit));
            }
        }
        let mac_key = given.get("mac_key");
        let algorithm = profile.as_ref().map_or(crate::mac::Algorithm::HmacSha1, Profile::algorithm);
        if mac_key.eq_ignore_ascii_case(given.get("api_key")) {
            faults.push(Fault::new(Code::KeyReused, "mac_key"));
        }
        let key = Key::from_hex(algorithm, mac_key, "mac_key").map_err(|fault| faults.push(fault)).ok();
        let own =
            ["https://ac.alqaseh.com:9900/api/payment/prepare", "https://acq.alqaseh.com:9900/api/payment/prepare"];
        let prepare_url = base_url(&given, "prepare_url", own, &mut faults);
        given.shape().refuse(faults)?;
        let (Some(mut profile), Some(key)) = (profile, key) else { return Err(Error::internal()) };
        profile.set_length_unit(given.text("length_unit"));
        let api_key = Secret::new(given.get("api_key"));
        given.set("api_key", crate::record::Value::Null);
        given.set("mac_key", crate::record::Value::Null);
        Ok(Self { environment, api_key, key, profile, configured: given, prepare_url })
    }

    /// A setting that can be a signed field, by the gateway's name for it.
    fn setting(&self, name: &str) -> Option<&str> {
        let fields = self.configured.shape().fields.iter().zip(self.configured.values());
        let mut known = fields.filter(|(field, _)| field.wire != field.name && field.wire == name);
        known.next().map(|(_, value)| value.as_text().unwrap_or(""))
    }

    fn expect(&self, operation: &'static Operation) -> Expect {
        // The terminal tells shops apart where no merchant id is configured.
        let merchant = self.configured.text("merchant").or(self.configured.text("terminal")).unwrap_or("-");
        Expect::new(operation, self.environment.name(), merchant, Vec::new())
    }
}
