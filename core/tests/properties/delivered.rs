//! What the e-Commerce Gateway delivers, in every form. A signed message proves what its gateway signed and nothing
//! else, however it was altered since; an unsigned reply proves what others read in the very bytes.

use std::cell::Cell;

use hmac::{Hmac, KeyInit, Mac};
use proptest::prelude::*;
use proptest::sample::select;
use proptest::test_runner::TestRunner;
use qantara::egw::{CALLBACK, Completion, EgwConfiguration, References};
use qantara::mac::ProfileFields;
use qantara::record::Value;
use qantara::{Code, Egw, Order, Settlement, Stamp};

use super::alterations::{Altering, altering};
use super::cases;
use super::fetched::proven;
use super::forms::{FORMS, Form, normalized, read, write};
use super::json::Doc;

pub const KEY: &str = "00112233445566778899AABBCCDDEEFF";
type Fields = Vec<(&'static str, String)>;

/// A gateway's scheme: its profile, the order of its replies, and whether the hash is SHA-256.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Scheme {
    Romcard,
    Kina,
    Own,
}

pub const SCHEMES: [Scheme; 3] = [Scheme::Romcard, Scheme::Kina, Scheme::Own];

impl Scheme {
    /// The published orders of replies to a payment.
    pub fn order(self) -> &'static [&'static str] {
        match self {
            Self::Romcard => &[
                "TERMINAL",
                "TRTYPE",
                "ORDER",
                "AMOUNT",
                "CURRENCY",
                "DESC",
                "ACTION",
                "RC",
                "MESSAGE",
                "RRN",
                "INT_REF",
                "APPROVAL",
                "TIMESTAMP",
                "NONCE",
            ],
            Self::Kina => &[
                "ACTION",
                "RC",
                "APPROVAL",
                "CURRENCY",
                "AMOUNT",
                "TERMINAL",
                "TRTYPE",
                "ORDER",
                "RRN",
                "MERCHANT",
                "TIMESTAMP",
                "INT_REF",
                "NONCE",
            ],
            Self::Own => &["ORDER", "AMOUNT", "CURRENCY", "RRN", "INT_REF", "TRTYPE", "ACTION", "RC"],
        }
    }

    pub fn gateway(self) -> Egw {
        let profile = match self {
            Self::Romcard => ProfileFields::new().preset("romcard"),
            Self::Kina => ProfileFields::new().preset("kina"),
            Self::Own => {
                ProfileFields::new().orders(vec![("reply".to_string(), self.order().iter().copied().collect())])
            }
        };
        let configuration = EgwConfiguration::new().environment("test").api_key("k").mac_key(KEY).profile(profile);
        let configuration = configuration.terminal("99999999").merchant("M-1").length_unit("bytes");
        Egw::configure(configuration).unwrap()
    }

    /// P_SIGN as the published description has it: lengths in bytes and values, `-` for what is absent.
    pub fn sign(self, fields: &Fields) -> String {
        let value = |name: &str| match (self, name) {
            // It is signed but not echoed.
            (Self::Kina, "MERCHANT") => "M-1",
            _ => fields.iter().find(|field| field.0 == name).map_or("", |field| &field.1),
        };
        let source: String = self.order().iter().map(|name| part(value(name))).collect();
        let key = hex::decode(KEY).unwrap();
        let mac = match self {
            Self::Kina => Hmac::<sha2::Sha256>::new_from_slice(&key)
                .unwrap()
                .chain_update(source)
                .finalize()
                .into_bytes()
                .to_vec(),
            _ => {
                Hmac::<sha1::Sha1>::new_from_slice(&key).unwrap().chain_update(source).finalize().into_bytes().to_vec()
            }
        };
        hex::encode_upper(mac)
    }
}

pub fn part(value: &str) -> String {
    if value.is_empty() { "-".to_string() } else { format!("{}{value}", value.len()) }
}

/// What the gateway says of a payment: ours and approved, or one thing is otherwise.
fn said() -> impl Strategy<Value = Fields> {
    let change = select(vec![
        ("DESC", "Two books"),
        ("DESC", "Two books"),
        ("DESC", "Two books"),
        ("TRTYPE", "0"),
        ("ACTION", "2"),
        ("RC", "05"),
        ("ACTION", "1"),
        ("ORDER", "771447"),
        ("AMOUNT", "250"),
        ("AMOUNT", "25000.00"),
        ("CURRENCY", "USD"),
        ("TRTYPE", "24"),
        ("TERMINAL", "88888888"),
        ("RRN", ""),
    ]);
    let texts = ("[0-9]{12}", "[A-F0-9]{16}", "[ -~]{0,20}", "[0-9A-F]{16}", "(ok|Approved|-17 ط)?");
    (change, texts).prop_map(|((name, value), (rrn, int_ref, description, nonce, message))| {
        let fields = [
            ("TERMINAL", "99999999"),
            ("TRTYPE", "1"),
            ("ORDER", "771446"),
            ("AMOUNT", "25000"),
            ("CURRENCY", "IQD"),
            ("ACTION", "0"),
            ("RC", "00"),
            ("APPROVAL", "654321"),
            ("RRN", &rrn),
            ("INT_REF", &int_ref),
            ("TIMESTAMP", "20261120130000"),
            ("NONCE", &nonce),
            ("DESC", description.trim()),
            ("MESSAGE", &message),
        ];
        let value = |field: (&'static str, &str)| if field.0 == name { value.to_string() } else { field.1.to_string() };
        fields.into_iter().map(|field| (field.0, value(field))).filter(|(_, value)| value != "-").collect()
    })
}

/// What an approval of a payment, or an authorization, of order 771446 over 25000 dinars is: all six say it.
fn says(fields: &dyn Fn(&str) -> Vec<String>) -> Option<&'static str> {
    let each = |name: &str, is: &dyn Fn(&str) -> bool| {
        let found = fields(name);
        !found.is_empty() && found.iter().all(|value| is(value))
    };
    let ours = each("ORDER", &|value| value == "771446")
        && each("AMOUNT", &|value| value.parse() == Ok(25000.0))
        && each("CURRENCY", &|value| value == "IQD")
        && each("ACTION", &|value| value == "0")
        && each("RC", &|value| value == "00");
    match () {
        () if ours && each("TRTYPE", &|value| value == "1") => Some("paid"),
        () if ours && each("TRTYPE", &|value| value == "0") => Some("held"),
        () => None,
    }
}

fn doc(fields: &Fields) -> Doc {
    Doc::Map(fields.iter().map(|(name, value)| (name.to_string(), Doc::text(value))).collect())
}

fn order() -> Order {
    Order::new("771446", "25000", "IQD").unwrap()
}

#[test]
fn a_signed_message_proves_what_was_signed() {
    let (proved, verified, refused, total) = (Cell::new(0), Cell::new(0), Cell::new(0), Cell::new(0));
    let add = |count: &Cell<u32>| count.set(count.get() + 1);
    let messages = (select(&SCHEMES[..]), select(&FORMS[..]), said(), altering());
    let config = cases(1500);
    TestRunner::new(config.clone())
        .run(&messages, |(scheme, form, mut fields, altering)| {
            let gateway = scheme.gateway();
            let p_sign = scheme.sign(&fields);
            // Where the terminal is signed, another one's message proves nothing.
            let ours =
                scheme == Scheme::Own || fields.iter().any(|field| *field == ("TERMINAL", "99999999".to_string()));
            let signed =
                says(&|name| fields.iter().filter(|field| field.0 == name).map(|field| field.1.clone()).collect());
            let signed = signed.filter(|_| ours);
            fields.push(("P_SIGN", p_sign));
            let genuine = write(form, &doc(&fields));
            let settled = |body: &[u8]| gateway.verify_callback(body).and_then(|message| message.settle(&order()));
            match settled(genuine.as_bytes()) {
                // A text that could be read as fields proves nothing, though it is genuine; that must be rare.
                Err(error) if error.code() == Code::MacUnverifiable => add(&refused),
                settled => prop_assert_eq!(kind(&settled.ok()), signed, "{}", genuine),
            }
            let body = altering.blind(write(form, &altering.named(doc(&fields))));
            let found = settled(&body).ok();
            add(&total);
            if gateway.verify_callback(&body).is_ok() {
                add(&verified);
            }
            if let Some(kind) = kind(&found) {
                add(&proved);
                prop_assert_eq!(Some(kind), signed, "{}", String::from_utf8_lossy(&body));
                let outcome = found.as_ref().unwrap().outcome();
                let value = |name: &str| fields.iter().find(|field| field.0 == name).map(|field| field.1.as_str());
                prop_assert_eq!(outcome.rrn(), value("RRN").filter(|rrn| !rrn.is_empty()));
                prop_assert_eq!(outcome.int_ref(), value("INT_REF"));
            }
            Ok(())
        })
        .unwrap();
    println!(
        "of {} altered {} verified, {} proved; {} genuine ones were ambiguous",
        total.get(),
        verified.get(),
        proved.get(),
        refused.get()
    );
    assert!(proved.get() * 20 > config.cases && refused.get() * 20 < config.cases);
}

fn kind(settled: &Option<Settlement>) -> Option<&'static str> {
    match settled {
        Some(Settlement::Paid(_)) => Some("paid"),
        Some(Settlement::Held(_)) => Some("held"),
        Some(Settlement::Reversed(_)) => Some("reversed"),
        _ => None,
    }
}

/// Whatever of a message is read, others read the same in it.
#[test]
fn every_form_is_read_as_others_read_it() {
    let counts = [const { Cell::new(0) }; 4];
    let messages = (select(vec![0_usize, 1, 2, 2, 3, 3, 3, 3]), said(), altering());
    let config = cases(3000);
    TestRunner::new(config.clone())
        .run(&messages, |(form, fields, altering)| {
            let body = altering.blind(write(FORMS[form], &altering.named(doc(&fields))));
            let Ok(record) = CALLBACK.read(&body) else { return Ok(()) };
            counts[form].set(counts[form].get() + 1);
            let Some(others) = read(&body) else {
                prop_assert!(false, "only we read {}", String::from_utf8_lossy(&body));
                return Ok(());
            };
            for (field, value) in record.shape().fields.iter().zip(record.values()) {
                let own = normalized(value.as_text().unwrap_or(""));
                let all: Vec<&String> =
                    others.iter().filter(|(name, _)| name == field.wire).map(|(_, value)| value).collect();
                // serde_json writes a number's exponent with its sign.
                let plain = |text: &str| text.replace("e+", "e").replace("E+", "E");
                let same =
                    if all.is_empty() { own.is_empty() } else { all.iter().all(|other| plain(other) == plain(&own)) };
                prop_assert!(
                    same || field.wire.is_empty(),
                    "{} is {:?} to others: {}",
                    field.wire,
                    all,
                    String::from_utf8_lossy(&body)
                );
            }
            Ok(())
        })
        .unwrap();
    println!("read: {counts:?}");
    assert!(counts.iter().all(|count| count.get() * 50 > config.cases), "{counts:?}");
}

/// The reply to a completion, where the bank signs none: it must echo what was sent, and say the rest.
#[test]
fn an_unsigned_reply_proves_what_it_says() {
    let configuration = EgwConfiguration::new().environment("test").api_key("k").mac_key(KEY);
    let gateway = Egw::configure(configuration.profile("alqaseh-unconfirmed").completion_trtype("21")).unwrap();
    let references =
        References::new().order_id("771446").rrn("123456789012").int_ref("A1B2").amount("25000").currency("IQD");
    let completion = Completion::new().unproven_references(Value::from(references.into_record())).amount("25000");
    let stamp = Stamp::from_text("20261120130000", "F2B2DD7E603A7ADA").unwrap();
    let call =
        gateway.completion(completion.description("x").back_ref("https://shop.example/"), &stamp).unwrap().erased();
    let change = select(vec![
        ("MESSAGE", "ok"),
        ("MESSAGE", "ok"),
        ("MESSAGE", "ok"),
        ("MESSAGE", "ok"),
        ("ACTION", "2"),
        ("RC", "05"),
        ("ORDER", "771447"),
        ("AMOUNT", "250"),
        ("CURRENCY", "USD"),
        ("TRTYPE", "24"),
        ("TRTYPE", "1"),
        ("RRN", "123456789013"),
        ("INT_REF", ""),
    ]);
    let says = |fields: &dyn Fn(&str) -> Vec<String>| {
        let each = |name: &str, is: &str| !fields(name).is_empty() && fields(name).iter().all(|value| value == is);
        let echoed = each("TRTYPE", "21") && each("RRN", "123456789012") && each("INT_REF", "A1B2");
        // Of the rest it says what a payment's message does.
        let rest = |name: &str| if name == "TRTYPE" { vec!["1".to_string()] } else { fields(name) };
        says(&rest).filter(|_| echoed)
    };
    let (proved, config) = (Cell::new(0), cases(1500));
    TestRunner::new(config.clone())
        .run(&(select(&FORMS[..]), change, altering()), |(form, change, altering): (Form, _, Altering)| {
            let fields = [
                ("TRTYPE", "21"),
                ("ORDER", "771446"),
                ("AMOUNT", "25000"),
                ("CURRENCY", "IQD"),
                ("ACTION", "0"),
                ("RC", "00"),
                ("RRN", "123456789012"),
                ("INT_REF", "A1B2"),
                ("MESSAGE", ""),
            ];
            let fields = fields
                .map(|(name, value)| (name, if name == change.0 { change.1 } else { value }.to_string()))
                .to_vec();
            let of = |fields: Option<Vec<(String, String)>>| {
                let fields = fields.unwrap_or_default();
                says(&|name| fields.iter().filter(|field| field.0 == name).map(|field| field.1.clone()).collect())
            };
            let genuine = write(form, &doc(&fields)).into_bytes();
            prop_assert_eq!(
                proven(&call, &genuine, &order()),
                of(read(&genuine)),
                "{}",
                String::from_utf8_lossy(&genuine)
            );
            let body = altering.blind(write(form, &altering.named(doc(&fields))));
            if let Some(found) = proven(&call, &body, &order()) {
                proved.set(proved.get() + 1);
                prop_assert_eq!(Some(found), of(read(&body)), "{}", String::from_utf8_lossy(&body));
            }
            Ok(())
        })
        .unwrap();
    println!("{} altered replies proved a completion", proved.get());
    assert!(proved.get() * 40 > config.cases);
}
