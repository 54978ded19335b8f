//! The e-Commerce Gateway: the published P_SIGN, an authorization with its signed callback, its completion and
//! reversal, an altered callback, and a card page that the browser posts itself to.

use qantara::egw::{CardForm, Completion, EgwConfiguration, OrderNumber, Prepare, Reversal};
use qantara::mac::{Mac, MacConfiguration, ProfileFields};
use qantara::record::Value;
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
            // What this merchant's bank says: Al Qaseh's page has 1 for a completion, and no number for a reversal.
            .completion_trtype("21")
            .reversal_trtype("24")
            .prepare_url(format!("{}/egw/api/payment/prepare", stage.sandbox.url()))
            .cgi_link_url(format!("{}/egw/cgi-bin/cgi_link", stage.sandbox.url())),
    )
}

/// Made once for each message: it is signed, and it is sent.
fn stamp() -> Result<Stamp, Failure> {
    let mut random = [0; 16];
    getrandom::fill(&mut random)?;
    Ok(Stamp::new(now()?, &random)?)
}

/// The fields of a callback or reply a person wants to see.
fn shown(body: &[u8]) -> String {
    let text = String::from_utf8_lossy(body);
    let wanted = ["TRTYPE=", "ORDER=", "AMOUNT=", "ACTION=", "RC=", "RRN=", "P_SIGN="];
    let fields = text.split('&').filter(|field| wanted.iter().any(|name| field.starts_with(name)));
    let short = |field: &str| match field.split_at_checked("P_SIGN=".len() + 8) {
        Some((mac, _)) if mac.starts_with("P_SIGN=") => format!("{mac}…"),
        _ => String::from(field),
    };
    fields.map(short).collect::<Vec<_>>().join(" ")
}

const SIGNED: &str = "signed callback, its MAC covers ACTION and RC";

/// Prepares an authorization, pays on the page, and returns the callback's body.
fn authorize(stage: &mut Stage, order: &Order) -> Result<Vec<u8>, Failure> {
    let stamp = stamp()?;
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
    stage.transcript.does("gateway", &format!("posts {}", shown(&callback)));
    let signed = gateway(stage)?.verify_callback(&callback)?;
    let settlement = signed.settle(&order)?;
    let Settlement::Held(held) = &settlement else { return Err("the amount is not held".into()) };
    stage.transcript.good(&format!("Held, not paid: RRN {} is what a completion will need", held.rrn().unwrap_or("")));
    stage.shop.book(&settlement, SIGNED)?;
    Ok(())
}

/// The guest leaves a night early: less than what is held is taken.
pub fn completion(stage: &mut Stage) -> Result<(), Failure> {
    stage.transcript.chapter("e-Commerce Gateway: the check-out, at less than was held");
    let Some(Settlement::Held(held)) = stage.shop.entry("771446")?.settlement.clone() else {
        return Err("nothing is held".into());
    };
    let completion = |amount: &str| {
        Completion::of(&held)
            .amount(amount)
            .description("Room 12, one night")
            .back_ref(format!("{}/callback", stage.inbox.url))
    };
    let Err(error) = gateway(stage)?.completion(completion("250000"), &stamp()?) else {
        return Err("more than is held would be taken".into());
    };
    ensure(error.code() == Code::AmountAboveAuthorized, "amount.above_authorized")?;
    stage.transcript.refused("250000 of 240000 held: refused before any byte is sent (amount.above_authorized)");

    let call = gateway(stage)?.completion(completion("120000"), &stamp()?)?;
    stage.transcript.does("shop", "takes 120000 of it, by the references of the proof");
    let (status, body) = stage.client.send(call.request())?;
    stage.transcript.does("gateway", &format!("answers {}", shown(&body)));
    // The order is what is to be taken now.
    let order = Order::new("771446", "120000", "IQD")?;
    stage.shop.entry_mut("771446")?.order = order.clone();
    // It answers what was sent, and its P_SIGN proves what it says.
    call.parse(status, &body)?;
    let settlement = gateway(stage)?.verify_callback(&body)?.settle(&order)?;
    ensure(matches!(settlement, Settlement::Paid(_)), "the completion is paid")?;
    stage.shop.book(&settlement, "signed reply to our completion")?;
    stage.transcript.good("Paid: 120000, signed; what was held above it is free again");
    Ok(())
}

/// The guest complains, and gets the night back.
pub fn reversal(stage: &mut Stage) -> Result<(), Failure> {
    stage.transcript.chapter("e-Commerce Gateway: the money goes back");
    let entry = stage.shop.entry_mut("771446")?;
    let Some(Settlement::Paid(paid)) = entry.settlement.clone() else { return Err("nothing is paid".into()) };
    entry.order.reversal_requested = true;
    let order = entry.order.clone();
    stage.transcript.does("shop", "stores that it asks for a reversal, and asks, by the proof of the completion");
    let reversal = Reversal::new()
        .authorization(&paid)
        .amount(&order.amount)
        .description("Room 12, with regrets")
        .back_ref(format!("{}/callback", stage.inbox.url));
    let call = gateway(stage)?.reversal(reversal, &stamp()?)?;
    let (status, body) = stage.client.send(call.request())?;
    stage.transcript.does("gateway", &format!("answers {}", shown(&body)));
    // It answers what was sent, and its P_SIGN proves what it says.
    call.parse(status, &body)?;
    let settlement = gateway(stage)?.verify_callback(&body)?.settle(&order)?;
    ensure(matches!(settlement, Settlement::Reversed(_)), "the payment is reversed")?;
    stage.shop.book(&settlement, "signed reply to our reversal")?;
    stage.transcript.good("Reversed");
    Ok(())
}

/// The customer's own browser takes a signed payment to the gateway.
pub fn card_page(stage: &mut Stage) -> Result<(), Failure> {
    stage.transcript.chapter("e-Commerce Gateway: a page that posts itself");
    let number = Egw::order_number(OrderNumber::new().sequence(448).prefix("771"))?;
    let order = Order::new(number.order_id(), "45000", "IQD")?;
    stage.shop.open("EGW", order.clone(), "");
    let form = CardForm::new()
        .order_id(order.id.as_str())
        .amount(&order.amount)
        .currency(order.currency.as_str())
        .description("A coffee pot")
        .transaction_type("retail")
        .back_ref(format!("{}/callback", stage.inbox.url));
    let page = gateway(stage)?.card_form(form, &stamp()?)?;
    let Value::Map(fields) = page.fields() else { return Err("the page posts nothing".into()) };
    let text = |(name, value): &(String, Value)| Some((name.clone(), String::from(value.as_text()?)));
    let fields: Vec<(String, String)> = fields.iter().filter_map(text).collect();
    let size = page.html().len();
    stage.transcript.does("shop", &format!("order {}: sends the browser a page of {size} bytes, signed", order.id));
    let card_page = stage.client.open(page.url(), &fields)?;
    let action = card_page.split("action=\"").nth(1).and_then(|rest| rest.split('"').next());
    stage.transcript.does("browser", "posts it to the gateway, and shows the page for the card");
    stage.client.submit(action.ok_or("there is no card page")?, CARD)?;
    let callback = stage.inbox.next("/callback")?.body;
    stage.transcript.does("gateway", &format!("posts {}", shown(&callback)));
    let settlement = gateway(stage)?.verify_callback(&callback)?.settle(&order)?;
    ensure(matches!(settlement, Settlement::Paid(_)), "the order is paid")?;
    stage.shop.book(&settlement, SIGNED)?;
    stage.transcript.good("Paid, by the callback alone: it is signed, and its MAC covers what counts");
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
