//! Whether bytes bear what a proof says of them, as somebody reads them who doesn't know our tables.

use qantara::record::Record;
use qantara::{GatewayKind, Order, Outcome, Reply, Settlement};

use crate::{Decimal, Tree, float32};

/// A proof's bytes bear the order's id, amount and currency, and a success of the proof's kind.
pub fn bears(reply: &Reply, body: &[u8], order: &Order, settlement: &Settlement) {
    let outcome: &Outcome = settlement.outcome();
    assert_eq!(outcome.kind(), name(settlement));
    let is_proof = matches!(settlement, Settlement::Paid(_) | Settlement::Held(_) | Settlement::Reversed(_));
    assert_eq!(outcome.replay_key().is_some(), is_proof);
    if !is_proof {
        return;
    }
    assert_eq!((outcome.order_id(), outcome.currency()), (order.id.as_str(), order.currency.as_str()));
    assert_eq!(outcome.amount(), order.amount.as_str());
    assert!(!order.reversal_requested || matches!(settlement, Settlement::Reversed(_)));
    let operation = reply.expect().operation();
    if operation.gateway() == GatewayKind::Egw {
        return callback_bears(reply.record(), order, &known(reply, "max_fee"));
    }
    let tree = Tree::read(body).unwrap_or_else(|error| panic!("a proof from what is no JSON: {error}"));
    match operation.name {
        "get_payment" => {
            assert!(only(&tree, "payment_id", &known(reply, "payment_id")), "{tree:?}");
            assert!(payment_bears(&tree, order, outcome.kind()), "{tree:?}");
        }
        "history" => {
            let rows: Vec<&Tree> = match &tree {
                Tree::List(rows) => rows.iter().collect(),
                tree => tree.all("payments").chain(tree.all("data")).flat_map(items).collect(),
            };
            assert!(rows.iter().any(|row| payment_bears(row, order, outcome.kind())), "{tree:?}");
            let is_reversed = rows.iter().any(|row| payment_bears(row, order, "reversed"));
            assert!(outcome.kind() == "reversed" || !is_reversed, "{tree:?}");
        }
        "get_invoice" => {
            assert!(only(&tree, "transactionNo", &known(reply, "transaction_no")));
            assert!(tree.all("success").all(|said| matches!(said, Tree::Flag(true)) || said.text() == Some("true")));
            let completed = known(reply, "completed_is_paid") == "true";
            let words: &[&str] = if completed { &["paid", "completed"] } else { &["paid"] };
            assert!(word(&tree, "orderStatus", words), "{tree:?}");
            let is_converted = tree.all("foreignCurrencyRate").any(|rate| !matches!(rate, Tree::Null));
            assert!(!is_converted || known(reply, "foreign_currency") == "true");
            let asked: Vec<&Tree> = tree.all("gatewayOrderRequest").collect();
            assert!(!asked.is_empty() && (is_converted || sum(&tree, order, false)));
            for asked in asked {
                assert!(only(asked, "orderNumber", &order.id) && only(asked, "currency", &order.currency));
                assert!(sum(asked, order, false), "{tree:?}");
            }
        }
        other => panic!("{other} proves something"),
    }
}

/// What the call knew of its reply.
fn known(reply: &Reply, name: &str) -> String {
    let stored = Tree::read(reply.expect().to_json().as_bytes()).unwrap();
    let known = stored.all("known").next().unwrap();
    known.all(name).next().and_then(Tree::text).unwrap_or("").to_owned()
}

fn name(settlement: &Settlement) -> &'static str {
    match settlement {
        Settlement::Paid(_) => "paid",
        Settlement::Held(_) => "held",
        Settlement::Reversed(_) => "reversed",
        Settlement::Failed(_) => "failed",
        Settlement::Open(_) => "open",
    }
}

fn items(tree: &Tree) -> impl Iterator<Item = &Tree> {
    if let Tree::List(items) = tree { items.as_slice() } else { &[] }.iter()
}

/// The field is there, and every time it is, it is this text.
fn only(tree: &Tree, name: &str, text: &str) -> bool {
    tree.all(name).count() > 0 && tree.all(name).all(|said| matches!(said, Tree::Text(said) if said == text))
}

/// The same in any letter case.
fn word(tree: &Tree, name: &str, words: &[&str]) -> bool {
    let is = |said: &Tree| said.text().is_some_and(|said| words.iter().any(|word| said.eq_ignore_ascii_case(word)));
    tree.all(name).count() > 0 && tree.all(name).all(is)
}

/// The amount is the order's, or becomes the same 32-bit float.
fn sum(tree: &Tree, order: &Order, floats: bool) -> bool {
    let own = order.amount.as_str();
    let agrees = |said: &str| Decimal::read(own) == Decimal::read(said) || floats && float32(own) == float32(said);
    tree.all("amount").count() > 0 && tree.all("amount").all(|said| said.text().is_some_and(agrees))
}

/// A payment of Al Qaseh's.
fn payment_bears(tree: &Tree, order: &Order, kind: &str) -> bool {
    let types: &[&str] = match kind {
        "paid" => &["Retail", "CompleteSales"],
        "held" => &["Authorization"],
        _ => &["Reversal"],
    };
    only(tree, "order_id", &order.id)
        && only(tree, "currency", &order.currency)
        && sum(tree, order, true)
        && word(tree, "payment_status", &["succeeded"])
        && word(tree, "transaction_type", types)
}

/// A callback or reply of the e-Commerce Gateway.
fn callback_bears(message: &Record, order: &Order, fee: &str) {
    let text = |name| message.text(name).unwrap_or("");
    assert_eq!((text("order_id"), text("currency")), (order.id.as_str(), order.currency.as_str()));
    let (Some(own), Some(said)) = (Decimal::read(order.amount.as_str()), Decimal::read(text("amount"))) else {
        panic!("{message:?}")
    };
    let most = Decimal::read(fee).map_or(own.clone(), |fee| own.plus(&fee));
    assert!(said >= own && said <= most, "{message:?}");
    assert_eq!((text("action"), text("rc")), ("0", "00"));
    assert_eq!(message.text("bare_result"), None);
}
