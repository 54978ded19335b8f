//! Amounts are exact decimals. Stated again here with texts alone: no float, no arithmetic of the core's.

use std::cmp::Ordering;

use proptest::prelude::*;
use qantara::alqaseh::{CreatePayment, Payment};
use qantara::egw::{Completion, EgwConfiguration, References};
use qantara::mac::ProfileFields;
use qantara::record::Value;
use qantara::{AlQaseh, Amount, Call, Code, Egw, Environment, Error, Order, Stamp};

use super::cases;
use super::delivered::{KEY, Scheme};

/// A non-negative decimal of any size: digits before and behind the point, without zeros that say nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Decimal {
    whole: String,
    fraction: String,
}

impl Decimal {
    fn of(text: &str) -> Self {
        let (mantissa, exponent) = text.split_once(['e', 'E']).unwrap_or((text, "0"));
        let exponent: i64 = exponent.parse().unwrap();
        let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
        let digits = format!("{whole}{fraction}");
        let point = whole.len() as i64 + exponent;
        let zeros = |count: i64| "0".repeat(count.max(0) as usize);
        let digits = format!("{}{digits}{}", zeros(-point), zeros(point - digits.len() as i64));
        let (whole, fraction) = digits.split_at(point.max(0) as usize);
        Self { whole: whole.trim_start_matches('0').to_string(), fraction: fraction.trim_end_matches('0').to_string() }
    }
}

impl Ord for Decimal {
    fn cmp(&self, other: &Self) -> Ordering {
        let by_size = self.whole.len().cmp(&other.whole.len());
        by_size.then_with(|| self.whole.cmp(&other.whole)).then_with(|| self.fraction.cmp(&other.fraction))
    }
}

impl PartialOrd for Decimal {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// Whether a gateway that keeps this amount in a 32-bit float keeps it as this one: it lies no further away than the
/// middle to either neighbour, and on the middle itself only if the float's last bit is 0. A middle is exact in 64
/// bits, and printing it with enough decimals is, too.
fn rounds_to(amount: &Decimal, float: f32) -> bool {
    let middle = |bits: u32| (f64::from(f32::from_bits(bits)) + f64::from(float)) / 2.0;
    let exact = |value: f64| Decimal::of(&format!("{value:.200}"));
    let (low, high) = (exact(middle(float.to_bits() - 1)), exact(middle(float.to_bits() + 1)));
    if float.to_bits().is_multiple_of(2) { low <= *amount && *amount <= high } else { low < *amount && *amount < high }
}

/// The documented tolerance: equal, or one figure in 32 bits. Beyond 18 decimals only equality counts.
fn tolerated(own: &Decimal, said: &Decimal) -> bool {
    let float = |amount: &Decimal| format!("0{}.{}0", amount.whole, amount.fraction).parse::<f32>().unwrap();
    let in_float32 = || {
        let candidate = float(own);
        assert!(rounds_to(own, candidate), "{own:?}");
        own.fraction.len().max(said.fraction.len()) <= 18 && candidate > 0.0 && rounds_to(said, candidate)
    };
    own == said || in_float32()
}

/// Plain decimal text as the core documents it: digits, at most one point with digits on both sides, no zero in
/// front, at most 18 digits.
fn plain() -> impl Strategy<Value = String> {
    let whole = prop_oneof![Just("0".to_string()), "[1-9][0-9]{0,9}", "[1-9]0{0,9}"];
    let fraction = prop_oneof![Just(String::new()), "\\.[0-9]{1,8}", "\\.0{1,8}", "\\.[0-9]{1,3}0{1,5}"];
    (whole, fraction).prop_map(|(whole, fraction)| whole + &fraction)
}

/// Almost an amount.
fn nearly() -> impl Strategy<Value = String> {
    let wrong = prop::sample::select(vec![
        "0", ".", "..", "-", "+", ",", "'", "_", " ", "e", "e1", "E-2", "٢", "۲", "２", "\0", "\n", "\u{a0}",
        "\u{200b}", "x", "NaN", "inf", "٫", "½", "",
    ]);
    (plain(), wrong, any::<prop::sample::Index>()).prop_map(|(mut text, wrong, at)| {
        text.insert_str(at.index(text.len() + 1), wrong);
        text
    })
}

fn is_plain(text: &str) -> bool {
    let digits = |part: &str| !part.is_empty() && part.chars().all(|c| "0123456789".contains(c));
    match text.split('.').collect::<Vec<_>>()[..] {
        [whole] => digits(whole) && (whole == "0" || !whole.starts_with('0')),
        [whole, fraction] => digits(whole) && digits(fraction) && (whole == "0" || !whole.starts_with('0')),
        _ => false,
    }
}

/// The same figure in one of the forms JSON has for it.
fn json_forms(text: &str) -> Vec<String> {
    let amount = Decimal::of(text);
    let digits = format!("{}{}", amount.whole, amount.fraction);
    let digits = digits.trim_start_matches('0');
    if digits.is_empty() {
        return vec!["0".into(), "0.00".into(), "0e5".into()];
    }
    let scale = amount.fraction.len();
    let mut forms = vec![text.to_string(), format!("{digits}e-{scale}"), format!("{digits}0E-{}", scale + 1)];
    if scale == 0 {
        let short = digits.trim_end_matches('0');
        forms.push(format!("{short}e+{:02}", digits.len() - short.len()));
    }
    forms
}

fn look() -> Call<Payment> {
    AlQaseh::new(Environment::Test, "shop", "secret").unwrap().get_payment("p-1").unwrap()
}

/// What comes of a payment whose reply prints this figure.
fn settled(call: &Call<Payment>, figure: &str, order: &Order) -> Result<(), Error> {
    let body = format!(
        r#"{{"payment_id":"p-1","order_id":"A-1","amount":{figure},"currency":"USD","payment_status":"succeeded","transaction_type":"Retail"}}"#
    );
    call.parse(200, body.as_bytes())?.expect_paid(order).map(drop)
}

proptest! {
    #![proptest_config(cases(2000))]

    #[test]
    fn what_is_read_prints_as_it_was_given(text in plain()) {
        let amount = Amount::new(&text).unwrap();
        prop_assert_eq!(amount.as_str(), &text);
        prop_assert_eq!(amount.to_string(), text);
    }

    #[test]
    fn only_plain_decimals_are_read(text in prop_oneof![nearly(), plain(), "\\PC{0,6}", "[0-9.]{0,22}"]) {
        match Amount::new(&text) {
            Ok(_) => prop_assert!(is_plain(&text) && text.len() - usize::from(text.contains('.')) <= 18, "{text}"),
            Err(error) if is_plain(&text) => {
                prop_assert_eq!(error.code(), Code::AmountTooLong);
                prop_assert!(text.len() - usize::from(text.contains('.')) > 18, "{}", text);
            }
            Err(error) => prop_assert_eq!(error.code(), Code::AmountSyntax),
        }
    }

    #[test]
    fn amounts_are_equal_if_their_decimals_are(a in plain(), b in plain(), zeros in 0_usize..4) {
        let same = |a: &str, b: &str| Amount::new(a).unwrap() == Amount::new(b).unwrap();
        prop_assert_eq!(same(&a, &b), Decimal::of(&a) == Decimal::of(&b));
        let zeros = zeros.min(18 - a.len().min(18));
        let longer = format!("{a}{}{}", if a.contains('.') || zeros == 0 { "" } else { "." }, "0".repeat(zeros));
        prop_assert!(same(&a, &longer), "{} {}", a, longer);
    }

    /// No amount ever passes through a float on its way out: the digits that were given are sent.
    #[test]
    fn the_very_digits_are_sent(text in plain()) {
        let Ok(order) = Order::new("A-1", &text, "USD") else {
            prop_assert!(Decimal::of(&text) == Decimal::of("0"), "{}", text);
            return Ok(());
        };
        let gateway = AlQaseh::new(Environment::Test, "shop", "secret").unwrap();
        let call = gateway.create_payment(CreatePayment::for_order(&order, "x", "https://shop.example/")).unwrap();
        let sent: serde_json::Value = serde_json::from_str(&call.request().body).unwrap();
        // With `arbitrary_precision` its numbers are their texts.
        prop_assert_eq!(sent["amount"].to_string(), text);
    }

    /// Dinars have no fraction, riyals and halalas two decimals, others whatever is given.
    #[test]
    fn minor_units(text in plain(), currency in prop::sample::select(vec!["IQD", "SAR", "USD"]), allow: bool) {
        use qantara::money::OrderFields;
        let order = OrderFields::new().order_id("A-1").amount(text.as_str()).currency(currency).allow_fraction(allow);
        let decimals = text.split_once('.').map_or(0, |(_, fraction)| fraction.len());
        let amount = Decimal::of(&text);
        let expected = match currency {
            _ if amount == Decimal::of("0") => Some(Code::AmountNotPositive),
            "IQD" if !allow && (!amount.fraction.is_empty() || decimals == 3) => Some(Code::AmountAmbiguous),
            "SAR" if decimals > 2 => Some(Code::AmountPrecision),
            _ => None,
        };
        prop_assert_eq!(Order::from_fields(order).err().map(|error| error.code()), expected, "{} {}", text, currency);
    }
}

proptest! {
    #![proptest_config(cases(500))]

    /// A reply may print the order's figure in any of JSON's forms.
    #[test]
    fn every_form_of_the_figure_settles(text in plain()) {
        let Ok(order) = Order::new("A-1", &text, "USD") else { return Ok(()) };
        let call = look();
        for figure in json_forms(&text) {
            // What has more digits than an amount may have is refused, and so is no settlement.
            let digits = figure.split(['e', 'E']).next().unwrap().len() - usize::from(figure.contains('.'));
            let result = settled(&call, &figure, &order);
            prop_assert_eq!(result.is_ok(), digits <= 18, "{}: {:?}", figure, result);
        }
    }

    /// Any other figure settles only if a 32-bit float can't tell them apart.
    #[test]
    fn other_figures_settle_only_within_a_float(text in plain(), other in others()) {
        let Ok(order) = Order::new("A-1", &text, "USD") else { return Ok(()) };
        let figure = other.of(&text);
        let expected = tolerated(&Decimal::of(&text), &Decimal::of(&figure));
        prop_assert_eq!(settled(&look(), &figure, &order).is_ok(), expected, "{} against {}", figure, text);
    }
}

/// Of an amount with at most two decimals, how many hundredths it is.
fn hundredths(text: &str) -> i64 {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    format!("{whole}{fraction:0<2}").parse().unwrap()
}

fn printed(hundredths: i64) -> String {
    format!("{}.{:02}", hundredths / 100, hundredths % 100)
}

fn priced() -> impl Strategy<Value = String> {
    "(0|[1-9][0-9]{0,6})(\\.[0-9]{1,2})?".prop_filter("more than nothing", |text| hundredths(text) > 0)
}

proptest! {
    #![proptest_config(cases(400))]

    /// Where a fee is allowed, a reply's amount is the order's and at most the fee more.
    #[test]
    fn a_fee_is_at_most_the_largest(own in priced(), fee in priced(), by in -2..3_i64, end: bool) {
        let configuration = EgwConfiguration::new().environment("test").api_key("k").mac_key(KEY);
        let orders = vec![("reply".to_string(), Scheme::Own.order().iter().copied().collect())];
        let configuration = configuration.profile(ProfileFields::new().orders(orders));
        let gateway = Egw::configure(configuration.reply_amount("at_least").max_fee(fee.as_str())).unwrap();
        let said = hundredths(&own) + by + if end { hundredths(&fee) } else { 0 };
        let mut fields = [
            ("ORDER", "771446"), ("AMOUNT", &printed(said.max(0))), ("CURRENCY", "USD"), ("RRN", "123456789012"),
            ("INT_REF", "A1B2"), ("TRTYPE", "1"), ("ACTION", "0"), ("RC", "00"),
        ].map(|(name, value)| (name, value.to_string())).to_vec();
        fields.push(("P_SIGN", Scheme::Own.sign(&fields)));
        let body = form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
        let order = Order::new("771446", &own, "USD").unwrap();
        let paid = gateway.verify_callback(body.as_bytes()).unwrap().expect_paid(&order);
        let more = said.max(0) - hundredths(&own);
        prop_assert_eq!(paid.is_ok(), (0..=hundredths(&fee)).contains(&more), "{} for {} and a fee of {}", said, own, fee);
    }

    /// More than was authorized is taken only if that is said.
    #[test]
    fn no_more_is_taken_than_was_authorized(held in priced(), by in -2..3_i64, more in prop::option::of(priced()), said: bool) {
        let taken = more.map_or(hundredths(&held) + by, |more| hundredths(&more)).max(1);
        let configuration = EgwConfiguration::new().environment("test").api_key("k").mac_key(KEY);
        let gateway = Egw::configure(configuration.profile("alqaseh-unconfirmed")).unwrap();
        let references = References::new().order_id("771446").rrn("123456789012").int_ref("A1B2").currency("USD");
        let references = Value::from(references.amount(held.as_str()).into_record());
        let completion = Completion::new().unproven_references(references).amount(printed(taken)).above_authorized(said);
        let completion = completion.description("x").back_ref("https://shop.example/");
        let stamp = Stamp::from_text("20261120130000", "F2B2DD7E603A7ADA").unwrap();
        let refused = gateway.completion(completion, &stamp).err().map(|error| error.code());
        let expected = (taken > hundredths(&held) && !said).then_some(Code::AmountAboveAuthorized);
        prop_assert_eq!(refused, expected, "{} of {}", taken, held);
    }
}

/// Another figure: near an amount's float, a neighbour's, on the middle between two, or anything.
#[derive(Debug, Clone)]
enum Other {
    Near { floats: i32, half: bool },
    Digit { at: prop::sample::Index, to: char },
    Scaled(i32),
    Any(String),
}

fn others() -> impl Strategy<Value = Other> {
    prop_oneof![
        (-3..4_i32, any::<bool>()).prop_map(|(floats, half)| Other::Near { floats, half }),
        (any::<prop::sample::Index>(), prop::char::range('0', '9')).prop_map(|(at, to)| Other::Digit { at, to }),
        (-3..4_i32).prop_map(Other::Scaled),
        plain().prop_map(Other::Any),
    ]
}

impl Other {
    /// At most 18 digits of it, as a JSON number.
    fn of(&self, text: &str) -> String {
        match self {
            Self::Near { floats, half } => {
                let float: f32 = text.parse().unwrap();
                let at = |bits: i32| f64::from(f32::from_bits(float.to_bits().saturating_add_signed(bits)));
                let value = if *half { (at(*floats) + at(floats + 1)) / 2.0 } else { at(*floats) };
                short(&format!("{value}"))
            }
            Self::Digit { at, to } => {
                let mut digits: Vec<char> = text.chars().collect();
                let at = at.index(digits.len());
                if digits[at] != '.' {
                    digits[at] = *to;
                }
                let text: String = digits.into_iter().collect();
                let trimmed = text.trim_start_matches('0');
                if trimmed.is_empty() || trimmed.starts_with('.') { format!("0{trimmed}") } else { trimmed.to_string() }
            }
            Self::Scaled(by) => format!("{text}e{by}"),
            Self::Any(text) => text.clone(),
        }
    }
}

fn short(text: &str) -> String {
    let cut: String = text.chars().take(if text.contains('.') { 19 } else { 18 }).collect();
    cut.trim_end_matches('.').to_string()
}
