//! Genuine signed callbacks and webhooks: read and settled as they are, and then altered. No alteration settles,
//! unless all that is proven is what the genuine message says.
#![no_main]

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use qantara::egw::{Callback, SignedCallback, TestCallback};
use qantara::record::{Record, Value};
use qantara::{AlQaseh, Code, Egw, Error, Order, Settlement};
use qantara_fuzz::{Input, KEY, Scheme, Tree, WEBHOOKS, alqaseh, egw, hmac, refused, unhex};

/// Schemes whose replies cover all that proves, and two that don't.
static GATEWAYS: LazyLock<Vec<Egw>> = LazyLock::new(|| {
    let own = |order: &[&str]| {
        let orders = Value::from(vec![(String::from("reply"), order.iter().copied().collect::<Value>())]);
        Value::from([("algorithm", Value::from("HMAC-SHA256")), ("orders", orders)])
    };
    vec![egw("romcard"), egw("kina"), egw(own(TIGHT)), egw(own(LOOSE)), egw("classic")]
});
static ALQASEH: LazyLock<AlQaseh> = LazyLock::new(alqaseh);

const TIGHT: &[&str] = &["ORDER", "AMOUNT", "CURRENCY", "ACTION", "RC", "TRTYPE", "RRN"];
/// Texts that somebody else may choose come first.
const LOOSE: &[&str] =
    &["DESC", "MESSAGE", "ACTION", "RC", "APPROVAL", "TRTYPE", "AMOUNT", "INT_REF", "ORDER", "CURRENCY"];

const FORMS: [&str; 4] = ["json", "form", "xml", "html"];
const TRTYPES: [&str; 4] = ["1", "0", "21", "24"];

fuzz_target!(|bytes: &[u8]| {
    let mut input = Input::new(bytes);
    match input.byte() % 4 {
        0 => webhook(input, bytes),
        _ => callback(input, bytes),
    }
});

/// Replaces, inserts and removes bytes of a message: each edit is a kind, a place and a byte.
fn altered(message: &[u8], mut edits: Input<'_>) -> Vec<u8> {
    let mut message = message.to_vec();
    while !edits.is_empty() {
        let (kind, high, low, byte) = (edits.byte(), edits.byte(), edits.byte(), edits.byte());
        let at = (usize::from(high) * 256 + usize::from(low)) % message.len().max(1);
        match kind % 4 {
            _ if message.is_empty() => break,
            0 => message[at] = byte,
            1 => message.insert(at, byte),
            2 => drop(message.remove(at)),
            _ => {
                let other = usize::from(byte) % message.len();
                message.swap(at, other);
            }
        }
    }
    message
}

fn callback(mut input: Input<'_>, bytes: &[u8]) {
    let gateway_at = usize::from(input.byte()) % GATEWAYS.len();
    let gateway = &GATEWAYS[gateway_at];
    let (trtype, form) = (input.pick(&TRTYPES), input.pick(&FORMS));
    let names = ["order_id", "amount", "action", "rc", "approval", "rrn", "int_ref", "description", "message"];
    let given: Vec<(&str, String)> = names.iter().map(|name| (*name, input.text().into_owned())).collect();
    let text = |name: &str| given.iter().find(|field| field.0 == name).map_or("", |field| field.1.as_str());
    let may = |name: &str| Some(text(name)).filter(|text| !text.is_empty()).map(String::from);
    let test = TestCallback::new().trtype(trtype).form(form).currency("IQD").timestamp("20261120130005");
    let test = test.order_id(text("order_id")).amount(text("amount")).action(text("action")).rc(text("rc"));
    let test = test.approval(may("approval")).rrn(may("rrn")).int_ref(may("int_ref")).message(may("message"));
    let made = match gateway.test_callback(test.description(may("description")).nonce("AABBCCDDEEFF0011")) {
        Ok(made) => made,
        Err(error) => return refused(&error, bytes),
    };
    let order = Order::new(text("order_id"), text("amount"), "IQD");
    let genuine = match gateway.verify_callback(made.body().as_bytes()) {
        Ok(genuine) => genuine,
        // Without a number in the currency's form there is no order, either.
        Err(error) => panic!("{error}: {}", made.body()),
    };
    for (name, value) in &given {
        let covered = genuine.as_record().text(name).unwrap_or("");
        assert!(covered == value || covered.is_empty(), "{name}: {covered} {value}");
    }
    let Ok(order) = order else { return };
    let settled = genuine.settle(&order);
    let approved = (text("action"), text("rc")) == ("0", "00");
    match &settled {
        Ok(settlement) => {
            let kind = settlement.outcome().kind();
            let proof = ["paid", "held", "paid", "reversed"][TRTYPES.iter().position(|one| *one == trtype).unwrap()];
            assert!(matches!(kind, "open" | "failed") != approved, "{settlement:?}");
            assert!(!approved || kind == proof, "{settlement:?}");
        }
        Err(error) => {
            refused(error, bytes);
            assert!(matches!(error.code(), Code::MacNotCovered | Code::MacUnverifiable), "{error}");
        }
    }

    if !is_plausible(&given) {
        return;
    }
    // The same MAC over the same text, read in another way.
    if let Some((order_of_fields, source)) = own_source(gateway_at, trtype, &given) {
        for values in readings(&source, order_of_fields) {
            let said = order_of_fields.iter().zip(&values).filter(|(_, value)| !value.is_empty());
            let said = said.map(|(name, value)| format!("\"{name}\":{}", serde_json::to_string(value).unwrap()));
            let said: Vec<String> = said.collect();
            let message = format!("{{{},\"P_SIGN\":\"{}\"}}", said.join(","), p_sign(&source));
            forgery(gateway, message.as_bytes(), &genuine, &settled, &order);
        }
    }
    forgery(gateway, &altered(made.body().as_bytes(), input), &genuine, &settled, &order);
}

/// Whether a gateway could have sent these. Test callbacks may say more, and a second reading is known by a genuine
/// message that is plausible.
fn is_plausible(given: &[(&str, String)]) -> bool {
    let plain = |text: &str, most: usize| text.len() <= most && text.bytes().all(|b| b.is_ascii_alphanumeric());
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    given.iter().all(|(name, text)| match *name {
        "order_id" => (6..=32).contains(&text.len()),
        "amount" => text.len() <= 20,
        "action" => text.len() == 1 || !text.starts_with('0'),
        "rc" => match text.strip_prefix('-') {
            Some(number) => number.len() <= 2 && digits(number),
            None => text.len() == 2 && text.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit()),
        },
        "approval" => plain(text, 12),
        "rrn" => text.is_empty() || text.len() == 12 && plain(text, 12),
        "int_ref" => text.len() <= 128 && text.bytes().all(|b| b.is_ascii_graphic()),
        _ => true,
    })
}

/// A message that was not sent settles as nothing but the one that was.
fn forgery(
    gateway: &Egw,
    message: &[u8],
    genuine: &SignedCallback,
    settled: &Result<Settlement, Error>,
    order: &Order,
) {
    let forged = match gateway.verify_callback(message) {
        Ok(forged) => forged,
        Err(error) => return refused(&error, message),
    };
    // An order such as the forged message would have it.
    let (id, amount) = (forged.order_id().to_owned(), forged.amount().unwrap_or("").to_owned());
    let claimed = Order::new(&id, &amount, forged.currency().unwrap_or(""));
    for order in [Ok(order), claimed.as_ref()].into_iter().flatten() {
        match forged.settle(order) {
            Ok(settlement) => {
                assert_eq!(covered(&forged), covered(genuine), "{settlement:?}");
                assert_eq!(settlement.outcome().kind(), settled.as_ref().unwrap().outcome().kind());
            }
            Err(error) => refused(&error, message),
        }
    }
}

/// The order of fields and the source of a callback by one of our own schemes.
fn own_source(at: usize, trtype: &str, given: &[(&str, String)]) -> Option<(&'static [&'static str], String)> {
    let order: &[&str] = match at {
        2 => TIGHT,
        3 => LOOSE,
        _ => return None,
    };
    let value = |name: &&str| {
        let known = ["ORDER", "AMOUNT", "ACTION", "RC", "APPROVAL", "RRN", "INT_REF", "DESC", "MESSAGE"];
        match *name {
            "TRTYPE" => trtype.to_owned(),
            "CURRENCY" => String::from("IQD"),
            name => known.iter().position(|known| *known == name).map_or(String::new(), |at| given[at].1.clone()),
        }
    };
    let values: Vec<String> = order.iter().map(value).collect();
    let scheme = Scheme { characters: false, absent: "-", trailing: "" };
    Some((order, scheme.source(values.iter().map(String::as_str))))
}

fn p_sign(source: &str) -> String {
    hmac(true, &unhex(KEY).unwrap(), source.as_bytes())
}

/// Values that make the same source, some of all there are.
fn readings(source: &str, order: &[&str]) -> Vec<Vec<String>> {
    let (mut found, mut left) = (Vec::new(), 3000);
    read(source, order.len(), &mut Vec::new(), &mut found, &mut left);
    found
}

fn read<'s>(source: &'s str, fields: usize, before: &mut Vec<&'s str>, found: &mut Vec<Vec<String>>, left: &mut u32) {
    if *left == 0 || found.len() >= 8 {
        return;
    }
    *left -= 1;
    if fields == 0 {
        if source.is_empty() {
            found.push(before.iter().copied().map(String::from).collect());
        }
        return;
    }
    if let Some(rest) = source.strip_prefix('-') {
        before.push("");
        read(rest, fields - 1, before, found, left);
        before.pop();
    }
    for digits in 1..=3 {
        let Some((length, rest)) = source.split_at_checked(digits) else { break };
        let length = if length.starts_with('0') { None } else { length.parse::<usize>().ok() };
        let Some((value, rest)) = length.and_then(|length| rest.split_at_checked(length)) else { continue };
        before.push(value);
        read(rest, fields - 1, before, found, left);
        before.pop();
    }
}

/// What a proof is made of.
fn covered(message: &Callback) -> Vec<Option<String>> {
    let names = ["trtype", "order_id", "amount", "currency", "action", "rc"];
    names.iter().map(|name| message.text(name).map(String::from)).collect()
}

fn webhook(mut input: Input<'_>, bytes: &[u8]) {
    let values: Vec<String> = WEBHOOKS.iter().map(|_| input.text().into_owned()).collect();
    let scheme = Scheme { characters: false, absent: "-", trailing: "" };
    let source = scheme.source(values.iter().map(String::as_str));
    let mac = hmac(false, &unhex(KEY).unwrap(), source.as_bytes());
    let field = |(name, value): (&&str, &String)| format!("\"{name}\":{}", serde_json::to_string(value).unwrap());
    let fields: Vec<String> = WEBHOOKS.iter().zip(&values).map(field).collect();
    let body = format!("{{{},\"p_sign\":\"{mac}\"}}", fields.join(","));
    let genuine = match ALQASEH.verify_webhook(body.as_bytes()) {
        Ok(genuine) => genuine,
        Err(error) => {
            refused(&error, bytes);
            // The library signs everything; the scheme doesn't take what is not ASCII, or may be read in two ways.
            let why = (error.code(), values.iter().all(|value| value.is_ascii() && value != "-"));
            assert!(
                matches!(why, (Code::MacUnverifiable, _) | (Code::ReplyFieldType | Code::ReplyFieldMissing, _)),
                "{error}"
            );
            return;
        }
    };
    said(&genuine, &values);
    let message = altered(body.as_bytes(), input);
    match ALQASEH.verify_webhook(&message) {
        Ok(forged) => {
            for name in ["order_id", "amount", "currency", "payment_status", "trtype", "rc"] {
                let text = |record: &Record| match record.value(name) {
                    Value::Text(text) | Value::Number(text) => text.clone(),
                    _ => String::new(),
                };
                assert_eq!(text(&forged), text(&genuine), "{name}");
            }
            assert!(Tree::read(&message).is_ok());
        }
        Err(error) => refused(&error, &message),
    }
}

/// What was verified is what was signed.
fn said(record: &Record, values: &[String]) {
    for (name, value) in WEBHOOKS.iter().zip(values) {
        let said = record.value(name);
        let same = said.as_text() == Some(value) || said.is_null() && value.is_empty();
        assert!(same || *name == "payment_status", "{name}: {said:?} {value}");
    }
}
