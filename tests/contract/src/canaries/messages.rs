//! What comes back: canaries in the secret fields of a reply or message, in whichever form it has.

use qantara::mac::{Mac, MacConfiguration};
use qantara::record::{Kind, Record, Shape, Value};
use qantara::{Gateway, GatewayKind, json};

use super::given::{EXTRA, NOTE, canary};
use super::stamp;
use crate::examples::{Example, get, map, record};

/// The body with canaries in it.
pub fn with(shape: &'static Shape, body: &str) -> String {
    let secrets = || shape.fields.iter().filter(|field| field.secret && !field.wire.is_empty() && field.name != "body");
    let pairs: Vec<(&str, String)> = secrets()
        .map(|field| (field.wire, canary(field).as_text().unwrap_or(NOTE).to_owned()))
        .chain([("NEW", EXTRA.to_owned())])
        .collect();
    if let Ok(mut value) = json::from_text(body.as_bytes()) {
        fill(shape, &mut value);
        return json::to_text(&value);
    }
    if let Some(start) = body.strip_suffix("</Response>") {
        let tags: String = pairs.iter().map(|(name, value)| format!("<{name}>{value}</{name}>")).collect();
        return format!("{start}{tags}</Response>");
    }
    if let Some((head, rows)) = body.split_once("\r\n") {
        let columns: Vec<_> = rows_of(shape).fields.iter().filter(|field| field.secret).collect();
        let names: String = columns.iter().map(|field| format!(",{}", field.wire)).collect();
        let values: String =
            columns.iter().map(|field| format!(",{}", canary(field).as_text().unwrap_or(NOTE))).collect();
        let rows: String = rows.lines().map(|row| format!("{row}{values},{EXTRA}\r\n")).collect();
        return format!("{head}{names},New\r\n{rows}");
    }
    if body.contains('=') {
        let more: String = pairs.iter().map(|(name, value)| format!("&{name}={value}")).collect();
        return format!("{body}{more}");
    }
    NOTE.to_owned()
}

fn rows_of(shape: &'static Shape) -> &'static Shape {
    let rows = shape.fields.iter().find_map(|field| match field.kind {
        Kind::Records(shape) => Some(shape),
        _ => None,
    });
    rows.expect("a table has rows")
}

/// Puts canaries into a JSON value that is read with this table.
fn fill(shape: &'static Shape, value: &mut Value) {
    let rows = shape.fields.iter().find_map(|field| match field.kind {
        Kind::Records(rows) => Some((field.wire, rows)),
        _ => None,
    });
    match (value, rows) {
        (Value::List(items), Some((_, rows))) => items.iter_mut().for_each(|item| fill(rows, item)),
        (value @ Value::Map(_), Some((wire, rows))) => {
            let Value::Map(fields) = value else { return };
            match fields.iter_mut().find(|(name, value)| name == wire || matches!(value, Value::List(_))) {
                Some((_, Value::List(items))) => items.iter_mut().for_each(|item| fill(rows, item)),
                // One record stands for a list of one.
                _ => fill(rows, value),
            }
        }
        (Value::Map(fields), None) => {
            for field in shape.fields.iter().filter(|field| !field.wire.is_empty()) {
                let inner = match field.kind {
                    Kind::Record(inner) => inner,
                    _ if field.secret && field.name != "body" => {
                        super::given::set(fields, field.wire, canary(field));
                        continue;
                    }
                    _ => continue,
                };
                let mut value = Value::Map(map(get(fields, field.wire)));
                fill(inner, &mut value);
                super::given::set(fields, field.wire, value);
            }
            // An address to send the browser to is found by its form.
            if shape.name == "Prepared" {
                super::given::set(fields, "url", Value::text(&format!("https://ac.alqaseh.com/card?id={NOTE}")));
            }
            super::given::set(fields, "new_field", Value::text(EXTRA));
        }
        _ => {}
    }
}

/// The message that a tool verifies.
pub fn body_of(example: &Example, configuration: &[(String, Value)]) -> Value {
    let body = get(&example.input, "body");
    let mut fields = map(json::from_text(body.as_text().expect("a message").as_bytes()).expect("JSON"));
    if example.of.full_name() == "alqaseh.verify_webhook" {
        return signed_webhook(fields, configuration);
    }
    fields.push((String::from("new_field"), Value::text(EXTRA)));
    Value::text(&json::to_text(&Value::Map(fields)))
}

/// A webhook with a token, signed as the configuration says.
fn signed_webhook(mut fields: Vec<(String, Value)>, configuration: &[(String, Value)]) -> Value {
    let order = get(&map(get(&map(get(configuration, "webhook_profile")), "orders")), "reply");
    let Value::List(names) = order else { panic!("an order of fields") };
    let token = qantara::alqaseh::Webhook::SHAPE.fields.iter().find(|field| field.name == "token");
    super::given::set(&mut fields, "token", canary(token.expect("a token")));
    let text = |name: &str| match get(&fields, name) {
        Value::Text(text) | Value::Number(text) => text,
        other => panic!("{name} is {other:?}"),
    };
    // By itself a MAC takes names as the e-Commerce Gateway spells them.
    let values: Vec<(String, String)> =
        names.iter().filter_map(Value::as_text).map(|name| (name.to_uppercase(), text(name))).collect();
    let order = Value::List(values.iter().map(|(name, _)| Value::text(name)).collect());
    let key = get(configuration, "webhook_mac_key");
    let mac = Mac::new(MacConfiguration::new().key(key).order(order)).expect("a MAC");
    let given: Vec<(&str, Option<&str>)> =
        values.iter().map(|(name, value)| (name.as_str(), Some(value.as_str()))).collect();
    let sign = mac.sign(&given).expect("it is signed");
    super::given::set(&mut fields, "p_sign", Value::text(&sign));
    Value::text(&json::to_text(&Value::Map(fields)))
}

/// A signed form with a canary in a field that its MAC covers.
pub fn form_of(configuration: &[(String, Value)]) -> Value {
    let kind = GatewayKind::Egw;
    let gateway = Gateway::new(kind, record(kind.configuration(), configuration)).expect("a gateway");
    let tool = qantara::registry::find_tool(kind, "card_form").expect("card_form");
    let input = [
        ("order_id", "000417"),
        ("amount", "25000"),
        ("currency", "IQD"),
        ("transaction_type", "retail"),
        ("description", NOTE),
        ("back_ref", "https://shop.example/back"),
    ];
    let input: Vec<(String, Value)> = input.map(|(name, value)| (name.to_owned(), Value::text(value))).to_vec();
    let page: Record = tool.run(Some(&gateway), record(tool.input, &input), Some(&stamp())).expect("a page");
    let pairs = map(page.value("fields").clone()).into_iter().map(|(name, value)| {
        let value = value.as_text().unwrap_or_default().replace('%', "%25").replace('&', "%26").replace('+', "%2B");
        format!("{name}={value}")
    });
    Value::text(&pairs.collect::<Vec<_>>().join("&"))
}
