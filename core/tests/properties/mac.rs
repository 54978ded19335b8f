//! P_SIGN's source, stated again; what is signed is what is sent; and what a forger can't do with a genuine MAC.

use proptest::collection::{hash_map, vec};
use proptest::prelude::*;
use proptest::sample::{Index, select, subsequence};
use qantara::egw::{CardForm, EgwConfiguration, Prepare};
use qantara::mac::{Mac, MacConfiguration, ProfileFields};
use qantara::record::Value;
use qantara::{Code, Egw, Error, Order, Settlement, Stamp};

use super::cases;
use super::delivered::{KEY, part};

/// A value as somebody's field may have it: what looks like a length, an absent field or another alphabet.
fn value() -> impl Strategy<Value = String> {
    let odd = select(vec!["", "-", "0", " ", "--", "1-", "11", "210", "-1", "\0", "\r\n", "a=b&c", "ط", "😀", "é"]);
    prop_oneof![2 => odd.prop_map(str::to_string), 2 => "[0-9-]{0,12}", 1 => "[ -~]{0,40}", 1 => "\\PC{0,8}"]
}

fn configured(order: &[String], absent: Option<&str>, unit: Option<&str>, trailing: &str) -> Mac {
    let order: Value = order.iter().map(String::as_str).collect();
    let configuration = MacConfiguration::new().key(KEY).order(order).absent(absent).length_unit(unit);
    Mac::new(configuration.trailing(Some(trailing).filter(|text| !text.is_empty()))).unwrap()
}

/// The published description: of every field in order its length and value, a token alone for what is absent or empty.
fn described(
    order: &[String],
    fields: &[(String, Option<String>)],
    absent: &str,
    unit: Option<&str>,
    trailing: &str,
) -> Result<String, Code> {
    let mut source = String::new();
    for name in order {
        let value = fields.iter().find(|field| field.0 == *name).and_then(|field| field.1.as_deref()).unwrap_or("");
        let length = if unit == Some("characters") { value.chars().count() } else { value.len() };
        match value {
            "" => source += absent,
            "-" => return Err(Code::MacAmbiguous),
            _ if unit.is_none() && !value.is_ascii() => return Err(Code::MacNonAscii),
            _ => source += &format!("{length}{value}"),
        }
    }
    Ok(source + trailing)
}

fn borrowed(fields: &[(String, Option<String>)]) -> Vec<(&str, Option<&str>)> {
    fields.iter().map(|(name, value)| (name.as_str(), value.as_deref())).collect()
}

fn first(error: Error) -> Code {
    error.code()
}

proptest! {
    #![proptest_config(cases(1500))]

    #[test]
    fn a_source_is_as_described(
        fields in hash_map("[A-F]{1,2}", prop::option::of(value()), 0..8),
        order in subsequence(vec!["A", "B", "AB", "C", "CA", "X", "DD"], 1..7).prop_shuffle(),
        absent in select(vec![None, Some("-"), Some(""), Some("0")]),
        unit in select(vec![None, Some("bytes"), Some("characters")]),
        trailing in select(vec!["", "", "END", "-"]),
    ) {
        let fields: Vec<_> = fields.into_iter().collect();
        let order: Vec<String> = order.into_iter().map(str::to_string).collect();
        let mac = configured(&order, absent, unit, trailing);
        let expected = described(&order, &fields, absent.unwrap_or("-"), unit, trailing);
        prop_assert_eq!(mac.source(&borrowed(&fields)).map_err(first), expected);
        // A field that is given twice, even the same, says two things.
        if let Some(twice) = fields.iter().find(|field| order.contains(&field.0)) {
            let mut fields = fields.clone();
            fields.push(twice.clone());
            prop_assert!(mac.source(&borrowed(&fields)).unwrap_err().faults().iter().any(|fault| fault.code() == Code::FieldDuplicate));
        }
    }

    /// No covered field can be altered alone: that much is injective. Fields outside the order can.
    #[test]
    fn an_altered_field_does_not_verify(values in vec(value(), 4), at: Index, other in value(), unit in select(vec!["bytes", "characters"])) {
        let order: Vec<String> = ["A", "B", "C", "D"].map(str::to_string).to_vec();
        let mac = configured(&order, None, Some(unit), "");
        let with = |values: &[String]| -> Vec<_> {
            let of_order = order.iter().cloned().zip(values.iter().cloned().map(Some));
            of_order.chain([("Z".to_string(), Some(other.clone()))]).collect()
        };
        let genuine = with(&values);
        let Ok(p_sign) = mac.sign(&borrowed(&genuine)) else {
            prop_assert!(values.iter().any(|value| value == "-"));
            return Ok(());
        };
        mac.verify(&borrowed(&genuine), &p_sign.to_lowercase()).unwrap();
        mac.verify(&borrowed(&genuine[..4]), &p_sign).unwrap();
        let mut values = values;
        let at = at.index(4);
        let changed = values[at] != other;
        values[at] = other.clone();
        let verified = mac.verify(&borrowed(&with(&values)), &p_sign).map_err(first);
        let expected = match () {
            () if other == "-" => Err(Code::MacAmbiguous),
            () if changed => Err(Code::MacMismatch),
            () => Ok(()),
        };
        prop_assert_eq!(verified, expected);
    }

    /// And the MAC itself: every digit of it counts, and its whole length.
    #[test]
    fn an_altered_mac_does_not_verify(text in "[ -,.-~]{1,60}", at: Index, digit in "[0-9A-Fa-fx]", sha256: bool) {
        let algorithm = if sha256 { "HMAC-SHA256" } else { "HMAC-SHA1" };
        let mac = Mac::new(MacConfiguration::new().key(KEY).order(["A"]).algorithm(algorithm)).unwrap();
        let fields = [("A", Some(text.as_str()))];
        let p_sign = mac.sign(&fields).unwrap();
        let at = at.index(p_sign.len());
        let altered = format!("{}{digit}{}", &p_sign[..at], &p_sign[at + 1..]);
        prop_assert_eq!(mac.verify(&fields, &altered).is_ok(), altered.eq_ignore_ascii_case(&p_sign));
        prop_assert_eq!(mac.verify(&fields, &p_sign[..at]).is_ok(), false);
        prop_assert_eq!(mac.verify(&fields, &(p_sign.clone() + &digit)).is_ok(), false);
    }
}

const REQUEST: [&str; 15] = [
    "AMOUNT",
    "CURRENCY",
    "ORDER",
    "DESC",
    "TRTYPE",
    "EMAIL",
    "TERMINAL",
    "MERCHANT",
    "MERCH_NAME",
    "MERCH_URL",
    "COUNTRY",
    "MERCH_GMT",
    "TIMESTAMP",
    "NONCE",
    "BACKREF",
];

fn egw(profile: ProfileFields) -> Egw {
    let configuration = EgwConfiguration::new().environment("test").api_key("k").mac_key(KEY).encoding("form");
    let configuration = configuration.merchant("M-1").terminal("99999999").merch_name("Books & Co.").merch_gmt("+3");
    Egw::configure(configuration.profile(profile.length_unit("bytes"))).unwrap()
}

fn orders(orders: &[(&str, &[&str])]) -> ProfileFields {
    let orders: Vec<_> =
        orders.iter().map(|(name, order)| (name.to_string(), order.iter().copied().collect())).collect();
    ProfileFields::new().orders(orders)
}

fn stamp() -> Stamp {
    Stamp::from_text("20261120130000", "F2B2DD7E603A7ADA").unwrap()
}

proptest! {
    #![proptest_config(cases(400))]

    /// The MAC covers the very values that go out, in the order that was configured, and `-` for what doesn't go out.
    #[test]
    fn what_is_signed_is_what_is_sent(
        order in subsequence(REQUEST.to_vec(), 1..=15).prop_shuffle(),
        description in "[^-\\p{C}][^\\p{C}]{0,20}",
        email in prop::option::of("[a-z+.]{1,8}@[a-z.]{1,8}"),
        amount in "[1-9][0-9]{0,6}(\\.[0-9]{2})?",
    ) {
        let gateway = egw(orders(&[("request", &order)]));
        let input = Prepare::new().amount(amount).currency("USD").order_id("771446").transaction_type("retail");
        let input = input.description(description).email(email).back_ref("https://shop.example/?a=1&b=2");
        let call = gateway.prepare(input, &stamp()).unwrap();
        let sent: Vec<(String, String)> = form_urlencoded::parse(call.request().body.as_bytes()).into_owned().collect();
        let value = |name: &str| sent.iter().find(|field| field.0 == name).map_or("", |field| &field.1);
        let source: String = order.iter().map(|name| part(value(name))).collect();
        let signed = call.signed().unwrap();
        prop_assert_eq!(&signed.source, &source);
        prop_assert_eq!(&signed.mac, value("P_SIGN"));
        prop_assert_eq!(sent.last().map(|field| field.0.as_str()), Some("P_SIGN"));
    }
}

/// What is about to be proven for order 771446 over 25000 dinars.
const WANTED: [(&str, &str); 6] =
    [("ACTION", "0"), ("RC", "00"), ("TRTYPE", "1"), ("ORDER", "771446"), ("AMOUNT", "25000"), ("CURRENCY", "IQD")];

fn settled(gateway: &Egw, fields: &[(&str, String)]) -> Result<Settlement, Error> {
    let body = form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
    gateway.verify_callback(body.as_bytes())?.settle(&Order::new("771446", "25000", "IQD").unwrap())
}

fn signed(source: &str) -> String {
    use hmac::{KeyInit, Mac};
    let key = hex::decode(KEY).unwrap();
    let mac = hmac::Hmac::<sha1::Sha1>::new_from_slice(&key).unwrap().chain_update(source).finalize();
    hex::encode_upper(mac.into_bytes())
}

proptest! {
    #![proptest_config(cases(500))]

    /// Nothing stands between a length and its value. Who may choose a text of a genuine message, such as what a
    /// declined or a cheap payment is for, can have its MAC fit another message: here one whose description is a digit
    /// and whose message holds all the rest. It verifies, and must not prove what it says.
    #[test]
    fn a_genuine_mac_proves_no_second_message(
        shuffled in Just(WANTED.to_vec()).prop_shuffle(),
        digit in 0..10_usize,
        filler in "[0-9A-Za-z ]{200}",
        declined in select(vec![("ACTION", "2"), ("RC", "05"), ("ORDER", "771447"), ("AMOUNT", "1"), ("CURRENCY", "USD"), ("TRTYPE", "0")]),
    ) {
        let order: Vec<&str> = ["DESC"].into_iter().chain(shuffled.iter().map(|field| field.0)).chain(["MESSAGE"]).collect();
        let gateway = egw(orders(&[("reply", &order)]));
        let genuine_value = |(name, value): &(&str, &str)| part(if *name == declined.0 { declined.1 } else { value });
        // The genuine message's fields behind its description, and the forged one's.
        let genuine_rest: String = shuffled.iter().map(genuine_value).collect::<String>() + "-";
        let middle: String = shuffled.iter().map(|(_, value)| part(value)).collect();
        // The forged description is this one digit: the genuine one's length begins with `1`, it, and the middle's first.
        let start = format!("1{digit}{middle}");
        let length: usize = start[..3].parse().unwrap();
        let message_length = |digits: usize| length + 3 + genuine_rest.len() - start.len() - digits;
        let digits = message_length(3).to_string().len();
        let pad = message_length(digits) - genuine_rest.len();
        let message = format!("{}{genuine_rest}", &filler[..pad]);
        let source = start.clone() + &part(&message);
        let description = &source[3..3 + length];
        prop_assert_eq!(format!("{}{genuine_rest}", part(description)), source.as_str(), "the two sources are one");
        let p_sign = ("P_SIGN", signed(&source));

        let mut forged: Vec<_> = WANTED.map(|(name, value)| (name, value.to_string())).to_vec();
        forged.extend([("DESC", digit.to_string()), ("MESSAGE", message), p_sign.clone()]);
        let settled_forged = settled(&gateway, &forged).map(|_| ()).map_err(first);
        prop_assert_eq!(settled_forged, Err(Code::MacUnverifiable));
        let mut genuine: Vec<_> = WANTED.map(|(name, value)| (name, value.to_string())).to_vec();
        genuine.iter_mut().filter(|field| field.0 == declined.0).for_each(|field| field.1 = declined.1.to_string());
        genuine.extend([("DESC", description.to_string()), p_sign]);
        prop_assert!(!matches!(settled(&gateway, &genuine), Ok(Settlement::Paid(_))));
    }

    /// The MAC of a form of ours stands in the customer's browser. It must not come back as the MAC of a callback, even
    /// if what is paid for was named so that it fits one.
    #[test]
    fn a_mac_of_ours_is_no_callback(more in "[a-z]{3}", path in "[a-z]{1,40}") {
        let request = ["AMOUNT", "CURRENCY", "ORDER", "DESC", "TRTYPE", "TIMESTAMP", "NONCE", "BACKREF"];
        let reply = ["AMOUNT", "CURRENCY", "ORDER", "ACTION", "RC", "TRTYPE", "MESSAGE"];
        let gateway = egw(orders(&[("request", &request), ("reply", &reply)]));
        let back_ref = format!("https://shop.example/{path}");
        // A description of ten characters: `10` is ACTION 0, and RC, TRTYPE and the message's length are in it.
        let rest = format!("{more}{}{}{}{}", part("1"), part("20261120130000"), part("F2B2DD7E603A7ADA"), part(&back_ref));
        let description = format!("20011{}{more}", rest.len());
        prop_assume!(description.len() == 10);
        let form = CardForm::new().amount("25000").currency("IQD").order_id("771446").transaction_type("retail");
        let page = gateway.card_form(form.description(description).back_ref(back_ref), &stamp()).unwrap();
        let Value::Map(fields) = page.value("fields") else { panic!("a page has fields") };
        let p_sign = fields.iter().find(|field| field.0 == "P_SIGN").and_then(|field| field.1.as_text()).unwrap();
        let mut forged: Vec<_> = WANTED.map(|(name, value)| (name, value.to_string())).to_vec();
        forged.extend([("MESSAGE", rest), ("P_SIGN", p_sign.to_string())]);
        prop_assert_eq!(settled(&gateway, &forged).map(|_| ()).map_err(first), Err(Code::MacUnverifiable));
    }
}
