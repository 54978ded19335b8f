//! What the benches of the core measure: gateways, what is asked of them, and what they are answered.

pub mod jobs;

use qantara::alqaseh::{CreatePayment, Payment};
use qantara::egw::{CardForm, EgwConfiguration, Prepare, TestCallback};
use qantara::mac::{Algorithm, Diagnose, Key, Mac, MacConfiguration};
use qantara::paylink::{Decision, PaylinkConfiguration};
use qantara::{AlQaseh, Call, Egw, Environment, Error, Order, Paylink, Stamp};

/// The key of the gateway's manual, in hex.
pub const KEY: &str = "00112233445566778899AABBCCDDEEFF";
/// The same key, in bytes.
pub const KEY_BYTES: [u8; 16] = *b"\x00\x11\x22\x33\x44\x55\x66\x77\x88\x99\xaa\xbb\xcc\xdd\xee\xff";

/// Message lengths at which an HMAC-SHA1 with a kept key takes 2, 3, 4 and 5 blocks.
pub const LENGTHS: [usize; 4] = [55, 119, 120, 200];

/// A fetched payment, its fields in the order in which the gateway's page lists them.
pub const PAYMENT: &str = r#"{"payment_id":"0198a5b2c3d4e5f60718293a4b5c6d7e","token":"4b5c6d7e8f90a1b2c3d4","order_id":"A-1001","amount":25000,"currency":"IQD","description":"Two books","payment_status":"succeeded","transaction_type":"Retail","redirect_url":"https://shop.example/return","webhook_url":"https://shop.example/webhook","approval_code":"871300","rc":"00","rrn":"685587812712","terminal_id":"99999999","created_at":"2026-11-20T14:15:28Z"}"#;

/// The manual's published message, in the order in which it is signed.
pub const FIELDS: [(&str, Option<&str>); 15] = [
    ("AMOUNT", Some("11.48")),
    ("CURRENCY", Some("USD")),
    ("ORDER", Some("771446")),
    ("DESC", Some("IT Books. Qty: 2")),
    ("MERCH_NAME", Some("Books Online Inc.")),
    ("MERCH_URL", Some("www.sample.com")),
    ("MERCHANT", Some("123456789012345")),
    ("TERMINAL", Some("99999999")),
    ("EMAIL", Some("pgw@mail.sample.com")),
    ("TRTYPE", Some("1")),
    ("COUNTRY", None),
    ("MERCH_GMT", None),
    ("TIMESTAMP", Some("20030105153021")),
    ("NONCE", Some("F2B2DD7E603A7ADA")),
    ("BACKREF", Some("https://www.sample.com/shop/reply")),
];
/// The P_SIGN that the manual gives for it.
pub const P_SIGN: &str = "FACC882CA67E109E409E3974DDEDA8AAB13A5E48";

/// A captured message whose P_SIGN fits nothing: the doctor tries all it knows.
const CAPTURED: &str = "AMOUNT=11.48&CURRENCY=USD&ORDER=771446&TRTYPE=1&TERMINAL=99999999&TIMESTAMP=20240105153021\
    &NONCE=F2B2DD7E603A7ADA&ACTION=0&RC=00&RRN=306276834930&INT_REF=4A29E93C607E33DC\
    &P_SIGN=7ec5afc2a55c0e7cd41ad9a5a7c5b2f2b1e0d5a4";

/// A moment, in Unix seconds.
pub const NOW: i64 = 1_795_000_000;

/// A shop's gateways, with what it keeps.
pub struct Shop {
    /// The key, kept.
    pub key: Key,
    /// P_SIGN alone.
    pub mac: Mac,
    /// The Payment API.
    pub alqaseh: AlQaseh,
    /// The e-Commerce Gateway, with the classic order of fields.
    pub egw: Egw,
    /// The same with a scheme that has an order for replies.
    pub egw_with_replies: Egw,
    /// Paylink.
    pub paylink: Paylink,
    /// A signed request's timestamp and nonce.
    pub stamp: Stamp,
    /// What the shop sold.
    pub order: Order,
    /// What the callbacks are about.
    pub callback_order: Order,
    /// A callback that verifies, as JSON.
    pub callback_json: String,
    /// The same, urlencoded.
    pub callback_form: String,
    /// The call whose reply is [`PAYMENT`].
    pub look: Call<Payment>,
}

impl Shop {
    /// # Errors
    /// None, unless the core has changed under the benches.
    pub fn open() -> Result<Self, Error> {
        let egw_with_replies = Egw::configure(egw_configuration().profile("romcard"))?;
        let callback = TestCallback::new().trtype("1").order_id("771446").amount("240000").currency("IQD");
        let callback = callback.action("0").rc("00").rrn("632500000001").int_ref("0F1E2D3C4B5A6978");
        let alqaseh = AlQaseh::new(Environment::Test, "public_test", "a secret")?;
        Ok(Self {
            key: Key::from_bytes(Algorithm::HmacSha1, &KEY_BYTES),
            mac: Mac::new(MacConfiguration::new().key(KEY).order(FIELDS.map(|(name, _)| name)))?,
            look: alqaseh.get_payment("0198a5b2c3d4e5f60718293a4b5c6d7e")?,
            alqaseh,
            egw: Egw::configure(egw_configuration())?,
            paylink: Paylink::configure(
                PaylinkConfiguration::new().environment("production").merchant_id("shop").api_key("a key"),
            )?,
            stamp: Stamp::from_text("20261120130000", "F2B2DD7E603A7ADAF2B2DD7E603A7ADA")?,
            order: Order::new("A-1001", "25000", "IQD")?,
            callback_order: Order::new("771446", "240000", "IQD")?,
            callback_json: egw_with_replies.test_callback(callback.clone().form("json"))?.body().to_owned(),
            callback_form: egw_with_replies.test_callback(callback.form("form"))?.body().to_owned(),
            egw_with_replies,
        })
    }
}

/// The configuration of a shop at the e-Commerce Gateway.
pub fn egw_configuration() -> EgwConfiguration {
    EgwConfiguration::new()
        .environment(Environment::Test)
        .api_key("a key of its own")
        .mac_key(KEY)
        .profile("classic")
        .merchant("123456789012345")
        .terminal("99999999")
        .merch_name("Books Online Inc.")
        .merch_url("www.sample.com")
}

/// A payment to be prepared.
pub fn prepare() -> Prepare {
    Prepare::new()
        .order_id("771446")
        .amount("240000")
        .currency("IQD")
        .description("Room 12, two nights")
        .transaction_type("authorization")
        .back_ref("https://shop.example/callback")
}

/// The same payment, as a page that posts itself.
pub fn card_form() -> CardForm {
    CardForm::new()
        .order_id("771446")
        .amount("240000")
        .currency("IQD")
        .description("Room 12, two nights")
        .transaction_type("authorization")
        .back_ref("https://shop.example/callback")
}

/// A payment to be created.
pub fn create_payment(order: &Order) -> CreatePayment {
    CreatePayment::for_order(order, "Two books", "https://shop.example/return")
}

/// A payment in which everything is wrong.
pub fn create_nothing() -> CreatePayment {
    CreatePayment::new().order_id("a b").amount("1e3").currency("iqd").redirect_url("javascript:alert(1)")
}

/// A decision to be delivered.
pub fn decision() -> Decision {
    Decision::new().link_reference("1234567890ABC").verdict("success").now(NOW).deadline(NOW + 600)
}

/// A message for the doctor.
pub fn captured() -> Diagnose {
    Diagnose::new().message(CAPTURED).mac_key(KEY)
}
