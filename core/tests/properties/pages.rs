//! What is written for a browser, or for a shop's own tests, as others read it.

use proptest::prelude::*;
use proptest::sample::select;
use qantara::alqaseh::TestRedirect;
use qantara::egw::{CardForm, EgwConfiguration, TestCallback};
use qantara::paylink::{PaylinkConfiguration, TestInvoiceCallback};
use qantara::record::Value;
use qantara::{AlQaseh, Egw, Environment, Paylink, Stamp};

use super::cases;
use super::delivered::{KEY, SCHEMES};
use super::forms::{normalized, read};

fn line() -> impl Strategy<Value = String> {
    let sharp = select(vec![
        '<', '>', '&', '"', '\'', ';', '#', '%', '+', '=', ' ', '/', '\\', '{', 'a', '0', 'ط', '😀', '\u{a0}',
    ]);
    let other = any::<char>().prop_filter("a control character", |c| !c.is_control());
    prop::collection::vec(prop_oneof![4 => sharp, 1 => other], 1..20).prop_map(String::from_iter)
}

proptest! {
    #![proptest_config(cases(300))]

    /// A browser posts the very fields that are signed, whatever stands in them, and nothing else.
    #[test]
    fn a_card_form_posts_its_fields(description in line(), path in "[!-~&&[^#\\\\\"<>^`{|}]]{0,20}", nonce in prop::option::of("[A-Za-z0-9+/=]{1,24}")) {
        let configuration = EgwConfiguration::new().environment("test").api_key("k").mac_key(KEY).profile("classic");
        let gateway = Egw::configure(configuration.length_unit("bytes").merch_name(description.as_str())).unwrap();
        let input = CardForm::new().amount("25000").currency("IQD").order_id("771446").transaction_type("retail");
        let input = input.description(description).back_ref(format!("https://shop.example/{path}")).csp_nonce(nonce);
        let page = gateway.card_form(input, &Stamp::from_text("20261120130000", "F2B2DD7E603A7ADA").unwrap()).unwrap();
        let Value::Map(fields) = page.value("fields") else { panic!("a page has fields") };
        let fields: Vec<_> = fields.iter().map(|(name, value)| (name.clone(), normalized(value.as_text().unwrap()))).collect();
        prop_assert_eq!(read(page.html().as_bytes()).unwrap(), fields, "{}", page.html());
    }

    /// A test's callback says in every form what it was told to, and verifies.
    #[test]
    fn a_test_callback_says_what_it_was_told(
        scheme in select(&SCHEMES[..]),
        form in select(vec!["json", "form", "xml", "html"]),
        description in line(),
        message in line(),
    ) {
        prop_assume!(description != "-" && message != "-");
        let gateway = scheme.gateway();
        let input = TestCallback::new().trtype("1").order_id("771446").amount("25000").currency("IQD").action("0").rc("00");
        let callback = gateway.test_callback(input.description(description.as_str()).message(message.as_str()).form(form)).unwrap();
        let found = read(callback.body().as_bytes()).unwrap();
        let value = |name: &str| found.iter().find(|field| field.0 == name).map(|field| field.1.as_str());
        prop_assert_eq!(value("DESC"), Some(&*normalized(&description)));
        prop_assert_eq!(value("MESSAGE"), Some(&*normalized(&message)));
        prop_assert_eq!(value("ORDER"), Some("771446"));
        gateway.verify_callback(callback.body().as_bytes()).unwrap();
    }

    /// Addresses hold what they were given, and it doesn't get out of its place.
    #[test]
    fn addresses_hold_what_they_were_given(id in line(), order_id in line()) {
        let alqaseh = AlQaseh::new(Environment::Test, "shop", "s").unwrap();
        let dots = [".", ".."].contains(&id.as_str());
        if !dots {
            let page = alqaseh.pay_page(&id).unwrap();
            let segment = page.url().strip_prefix("https://pay-test.alqaseh.com/pay/").unwrap();
            prop_assert!(!segment.contains(['/', '?', '#', '&', ' ', '+']), "{}", segment);
            prop_assert_eq!(percent_encoding::percent_decode_str(segment).decode_utf8().unwrap(), id.as_str());
        }
        let query = |url: &str| -> Vec<(String, String)> {
            form_urlencoded::parse(url.split_once('?').unwrap().1.as_bytes()).into_owned().collect()
        };
        let redirect = TestRedirect::new().redirect_url("https://shop.example/back").status("success");
        if let Ok(redirect) = alqaseh.test_redirect(redirect.payment_id(id.as_str()).order_id(order_id.as_str())) {
            let found = query(redirect.url());
            let expected = [("payment_id", id.as_str()), ("order_id", &order_id), ("status", "Success")];
            prop_assert_eq!(found, expected.map(|(name, value)| (name.to_string(), value.to_string())).to_vec());
        }
        let paylink = PaylinkConfiguration::new().environment("test").api_id("a").secret_key("b");
        let callback = TestInvoiceCallback::new().callback_url("https://shop.example/back").transaction_no("1714289084591");
        let callback = Paylink::configure(paylink).unwrap().test_callback(callback.order_id(order_id.as_str())).unwrap();
        let expected = [("transactionNo", "1714289084591"), ("orderNumber", order_id.as_str())];
        prop_assert_eq!(query(callback.url()), expected.map(|(name, value)| (name.to_string(), value.to_string())).to_vec());
        let hint = Paylink::parse_callback(callback.url()).unwrap();
        prop_assert_eq!(hint.order_id(), Some(order_id.as_str()));
    }
}
