//! The reply to every operation: what is read is the same each time and after the call was stored, a proof's bytes
//! bear what it proves, and no refusal shows a secret.
#![no_main]

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use qantara::call::Answer;
use qantara::money::OrderFields;
use qantara::record::Names;
use qantara::{Call, Code, Error, Expect, Order, Reply, json, registry};
use qantara_fuzz::{Input, Tree, bears, call, order, refused, shows_no_secret};

static CALLS: LazyLock<Vec<(Call, String)>> = LazyLock::new(|| {
    let calls = (0..registry::OPERATIONS.len()).map(call);
    calls.map(|call| (call.expect().to_json(), call)).map(|(stored, call)| (call, stored)).collect()
});

static ORDERS: LazyLock<Vec<Order>> = LazyLock::new(|| {
    let other = |fields: OrderFields| Order::from_fields(fields).unwrap();
    let same = OrderFields::new().order_id("771446").amount("25000").currency("IQD");
    vec![
        order(),
        Order::new("771447", "25000", "IQD").unwrap(),
        Order::new("771446", "25001", "IQD").unwrap(),
        Order::new("771446", "25000", "SAR").unwrap(),
        other(same.clone().reversal_requested(true)),
        other(same.paid_as("p-1")),
    ]
});

const STATUSES: [u16; 16] = [200, 201, 200, 204, 200, 299, 302, 400, 401, 403, 404, 409, 429, 500, 503, 100];
const TYPES: [&str; 4] = ["", "application/json", "text/html; charset=utf-8", "text/csv"];

fuzz_target!(|bytes: &[u8]| {
    let mut input = Input::new(bytes);
    let at = usize::from(input.byte()) % CALLS.len();
    let (call, stored) = &CALLS[at];
    let (status, content_type) = (input.pick(&STATUSES), input.pick(&TYPES));
    let body = input.rest();

    let reply = call.parse_with(status, content_type, body);
    let expect = Expect::from_json(stored).unwrap();
    assert_eq!(&expect.to_json(), stored);
    let again = expect.parse(Answer { status, content_type, body });
    assert_eq!(shown(&reply), shown(&again));
    match &reply {
        Ok(reply) => {
            assert!((200..300).contains(&status));
            read(reply);
            for order in ORDERS.iter() {
                match reply.settle(order) {
                    Ok(settlement) => bears(reply, body, order, &settlement),
                    Err(error) => refused(&error, bytes),
                }
            }
        }
        Err(error) => {
            refused(error, bytes);
            let secret = |name: &str| matches!(name, "get_payment_by_token" | "process_card" | "reverse_payment");
            if secret(call.expect().operation().name) {
                // These were sent a card or a token, so nothing of the answer is quoted.
                shows_no_secret(&format!("{error} {error:?}"), b"");
                assert_eq!(error.gateway_message(), "");
            }
            let is_answer = status >= 300 || !(200..300).contains(&status);
            assert!(!is_answer || matches!(error.code().number(), 3010 | 3011 | 5001..), "{error}");
            assert_eq!(error.status(), Some(status));
        }
    }
});

/// What is read is whole, and written as JSON that others read.
fn read(reply: &Reply) {
    let record = reply.record();
    for (field, value) in record.shape().fields.iter().zip(record.values()) {
        assert!(!field.need || !value.is_null(), "{}", field.name);
    }
    for names in [Names::Snake, Names::Camel] {
        let mut text = String::new();
        json::write_record(&mut text, record, names);
        Tree::read(text.as_bytes()).unwrap_or_else(|error| panic!("{error}: {text}"));
        let _ = format!("{record:?}");
    }
}

/// All of it, in order to compare.
fn shown(reply: &Result<Reply, Error>) -> (String, Option<Code>) {
    match reply {
        Ok(reply) => {
            let mut text = String::new();
            json::write_record(&mut text, reply.record(), Names::Snake);
            (text, None)
        }
        Err(error) => (format!("{error:?} {:?} {}", error.retry(), error.look_up()), Some(error.code())),
    }
}
