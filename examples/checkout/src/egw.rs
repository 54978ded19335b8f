//! The e-Commerce Gateway: the published P_SIGN, an authorization with its signed callback, and an altered one.

use qantara::egw::{EgwConfiguration, Prepare};
use qantara::mac::{Mac, MacConfiguration, ProfileFields};
use qantara::{Code, Egw, Environment, Order, Settlement, Stamp};

use crate::{Failure, Stage, ensure, now};

/// The key of the manual's published example; the sandbox's merchant has the same.
const KEY: &str = "00112233445566778899AABBCCDDEEFF";
/// The published test key of prepare's `X-API-Key`.
const API_KEY: &str = "4c2db6a1c9d841809c0fcdbf1fd0aeb8";
/// The published test card.
const CARD: &str = "number=5341432908085972&expiry=11%2F26&cvv=972";

/// The manual's example: its fields in its order.
const EXAMPLE: [(&str, Option<&str>); 15] = [
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
const EXAMPLE_P_SIGN: &str = "FACC882CA67E109E409E3974DDEDA8AAB13A5E48";

/// Signs the published example and compares.
pub fn published_example(stage: &mut Stage) -> Result<(), Failure> {
    stage.transcript.chapter("P_SIGN: the manual's published example");
    let mac = Mac::new(MacConfiguration::new().key(KEY).order(EXAMPLE.map(|(name, _)| name)))?;
    stage.transcript.does("source", &mac.source(&EXAMPLE)?);
    let p_sign = mac.sign(&EXAMPLE)?;
    stage.transcript.does("P_SIGN", &p_sign);
    ensure(p_sign == EXAMPLE_P_SIGN, "the published P_SIGN")?;
    stage.transcript.good("the same as published");
    Ok(())
}

/// Classic requests, and the reply order this merchant's bank gave it: one that covers what has to be proven.
fn gateway(stage: &Stage) -> Result<Egw, qantara::Error> {
    let replies = [
        "TERMINAL",
        "TRTYPE",
        "ORDER",
        "AMOUNT",
        "CURRENCY",
        "ACTION",
        "RC",
        "APPROVAL",
        "RRN",
        "INT_REF",
        "TIMESTAMP",
        "NONCE",
    ];
    Egw::configure(
        EgwConfiguration::new()
            .environment(Environment::Test)
            .api_key(API_KEY)
            .mac_key(KEY)
            .profile(ProfileFields::new().preset("classic").orders([("reply", replies)]))
            .merchant("EGW TEST")
            .terminal("99999999")
            .merch_name("Books Online Inc.")
            .merch_url("www.sample.com")
            .prepare_url(format!("{}/egw/api/payment/prepare", stage.sandbox.url())),
    )
}

/// Prepares an authorization, pays on the page, and returns the callback's body.
fn authorize(stage: &mut Stage, order: &Order) -> Result<Vec<u8>, Failure> {
    let mut random = [0; 16];
    getrandom::fill(&mut random)?;
    let stamp = Stamp::new(now()?, &random)?;
    let prepare = Prepare::new()
        .order_id(order.id.as_str())
        .amount(&order.amount)
        .currency(order.currency.as_str())
        .description("Room 12, two nights")
        .transaction_type("authorization")
        .back_ref(format!("{}/callback", stage.inbox.url));
    let call = gateway(stage)?.prepare(prepare, &stamp)?;
    if let Some(signed) = call.signed() {
        stage.transcript.does("shop", &format!("signs an authorization, P_SIGN {}", signed.mac));
    }
    let (status, body) = stage.client.send(call.request())?;
    let prepared = call.parse(status, &body)?;
    stage.shop.open("EGW", order.clone(), "");
    let page = prepared.redirect_url().ok_or("prepare returned no page")?;
    stage.transcript.does("customer", "enters the card on the gateway's page");
    stage.client.submit(page, CARD)?;
    Ok(stage.inbox.next("/callback")?.body)
}

/// The callback is signed and its MAC covers what counts, so it proves the hold by itself.
pub fn authorization(stage: &mut Stage) -> Result<(), Failure> {
    stage.transcript.chapter("e-Commerce Gateway: an authorization and its signed callback");
    let order = Order::new("771446", "240000", "IQD")?;
    let callback = authorize(stage, &order)?;
    stage.transcript.does("gateway", &String::from_utf8_lossy(&callback));
    let signed = gateway(stage)?.verify_callback(&callback)?;
    let settlement = signed.settle(&order)?;
    let Settlement::Held(held) = &settlement else { return Err("the amount is not held".into()) };
    stage.transcript.good(&format!("Held, not paid: RRN {} is what a completion will need", held.rrn().unwrap_or("")));
    stage.shop.book(&settlement, "signed callback, its MAC covers ACTION and RC")?;
    Ok(())
}

/// One character of a genuine callback is changed.
pub fn altered_callback(stage: &mut Stage) -> Result<(), Failure> {
    stage.transcript.chapter("e-Commerce Gateway: a callback altered by one character");
    let order = Order::new("771447", "90000", "IQD")?;
    let genuine = String::from_utf8(authorize(stage, &order)?)?;
    let altered = genuine.replace("AMOUNT=90000", "AMOUNT=10000");
    ensure(altered != genuine, "the callback was altered")?;
    stage.transcript.does("forger", "changes AMOUNT=90000 to AMOUNT=10000 on the way");
    let Err(error) = gateway(stage)?.verify_callback(altered.as_bytes()) else {
        return Err("an altered callback verified".into());
    };
    ensure(error.code() == Code::MacMismatch, "mac.mismatch")?;
    stage.transcript.refused(&format!("{}: unverified, which is not declined", error.code().text()));
    stage.shop.note("771447", "unverified", "nothing: altered callback refused, look it up")
}
