//! Amounts of orders and of replies against decimal text compared digit by digit, and the standard library's floats.
#![no_main]

use libfuzzer_sys::fuzz_target;
use qantara::alqaseh::CreatePayment;
use qantara::egw::{EgwConfiguration, TestCallback};
use qantara::money::OrderFields;
use qantara::{Amount, Code, Egw, Order, Settlement};
use qantara_fuzz::{Decimal, Input, Tree, alqaseh, float32, refused};

fuzz_target!(|bytes: &[u8]| {
    let mut input = Input::new(bytes);
    let (own, said, fee) = (input.text(), input.text(), input.text());
    read(&own, bytes);
    read(&said, bytes);
    equal(&own, &said);
    paid_by_lookup(&own, &said, bytes);
    paid_by_callback(&own, &said, &fee, bytes);
    // At the fee, and just above it.
    let amount = |text: &str| Decimal::read(text).filter(|_| is_amount(text));
    if let (Some(own_value), Some(fee_value)) = (amount(&own), amount(&fee)) {
        let most = own_value.plus(&fee_value);
        paid_by_callback(&own, &most.text(), &fee, bytes);
        let decimals = [&own, &fee].map(|text| text.split_once('.').map_or(0, |(_, fraction)| fraction.len()));
        let least = format!("1e-{}", decimals[0].max(decimals[1]));
        let more = Decimal::read(&least).map(|least| most.plus(&least).text());
        paid_by_callback(&own, &more.unwrap_or_default(), &fee, bytes);
    }
});

/// Digits and at most one point, no more digits than 18, no zero in front of others.
fn is_amount(text: &str) -> bool {
    let (whole, fraction) = text.split_once('.').map_or((text, None), |(whole, fraction)| (whole, Some(fraction)));
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    digits(whole)
        && fraction.is_none_or(digits)
        && (whole == "0" || !whole.starts_with('0'))
        && whole.len() + fraction.unwrap_or("").len() <= 18
}

fn read(text: &str, bytes: &[u8]) {
    match Amount::new(text) {
        Ok(amount) => {
            assert!(is_amount(text), "{text}");
            assert_eq!(amount.as_str(), text);
        }
        Err(error) => {
            refused(&error, bytes);
            assert!(matches!(error.code(), Code::AmountSyntax | Code::AmountTooLong));
            assert!(!is_amount(text), "{text}");
        }
    }
}

fn equal(own: &str, said: &str) {
    if let (Ok(one), Ok(other)) = (Amount::new(own), Amount::new(said)) {
        assert_eq!(one == other, Decimal::read(own) == Decimal::read(said), "{own} {said}");
    }
}

fn order(amount: &str) -> Option<Order> {
    let fields = OrderFields::new().order_id("771446").amount(amount).currency("IQD").allow_fraction(true);
    Order::from_fields(fields).ok()
}

/// Al Qaseh's numbers go through 32-bit floats: equal, or the same float, and nothing else.
fn paid_by_lookup(own: &str, said: &str, bytes: &[u8]) {
    let Some(order) = order(own) else { return };
    let gateway = alqaseh();
    // The warning says whether the float will be printed as another figure.
    let input = CreatePayment::for_order(&order, "Two books", "https://shop.example/").allow_fraction(true);
    if let Ok(call) = gateway.create_payment(input) {
        let warned = call.warnings().iter().any(|fault| fault.code() == Code::AmountFloat32);
        let shown = float32(own).map(|float| format!("{float:e}"));
        let same = shown.is_some_and(|shown| Decimal::read(&shown) == Decimal::read(own));
        assert_eq!(warned, !same, "{own}");
    }
    let body = format!(
        r#"{{"payment_id":"p-1","order_id":"771446","amount":{said},"currency":"IQD","payment_status":"succeeded","transaction_type":"Retail"}}"#
    );
    let settled = gateway.get_payment("p-1").and_then(|call| call.parse(200, body.as_bytes())?.settle(&order));
    let exact = |said: &str| Decimal::read(own).is_some() && Decimal::read(own) == Decimal::read(said);
    match settled {
        Ok(Settlement::Paid(paid)) => {
            assert_eq!(paid.amount(), own);
            let close = |said: &str| float32(own).is_some() && float32(own) == float32(said);
            // What stands there may be more than a number.
            let tree = Tree::read(body.as_bytes()).unwrap();
            let said: Vec<&str> = tree.all("amount").filter_map(Tree::text).collect();
            assert!(!said.is_empty() && said.iter().all(|said| exact(said) || close(said)), "{own} is not {said:?}");
        }
        Ok(other) => assert!(said.contains(','), "{other:?}"),
        Err(error) => {
            refused(&error, bytes);
            assert!(!(exact(said) && is_amount(said)), "{own} is {said}: {error}");
        }
    }
}

/// EGW's are exact, or at most a fee above.
fn paid_by_callback(own: &str, said: &str, fee: &str, bytes: &[u8]) {
    let Some(order) = order(own) else { return };
    let given = EgwConfiguration::new().environment("test").api_key("canaryApiKey").profile("romcard");
    let mut given = given.mac_key("CA11AB1E0DDBA11C0FFEE0BADC0DE123");
    if !fee.is_empty() {
        given = given.reply_amount("at_least").max_fee(fee);
    }
    let gateway = match Egw::configure(given) {
        Ok(gateway) => gateway,
        Err(error) => return refused(&error, bytes),
    };
    let callback = TestCallback::new().trtype("1").order_id("771446").amount(said).currency("IQD");
    let callback = match gateway.test_callback(callback.action("0").rc("00")) {
        Ok(callback) => callback,
        Err(error) => return refused(&error, bytes),
    };
    let (Some(own_value), Some(value)) = (Decimal::read(own), Decimal::read(said)) else { panic!("{own} {said}") };
    let most = Decimal::read(fee).map_or(own_value.clone(), |fee| own_value.plus(&fee));
    let agrees = value >= own_value && value <= most;
    match gateway.verify_callback(callback.body().as_bytes()).and_then(|signed| signed.settle(&order)) {
        Ok(Settlement::Paid(_)) => assert!(agrees, "{own} {said} {fee}"),
        Ok(other) => panic!("{other:?}"),
        Err(error) => {
            refused(&error, bytes);
            // A sum so long that it can be read in a second way proves nothing.
            assert!(!agrees || error.code() == Code::MacUnverifiable, "{own} {said} {fee}: {error}");
        }
    }
}
