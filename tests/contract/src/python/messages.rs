//! Classes for what users get: a property for each field.

use qantara::Outcome;
use qantara::call::Operation;
use qantara::egw::Callback;
use qantara::record::{Field, Shape};
use qantara::registry::{OPERATIONS, READERS};
use qantara::trust::OUTCOME_KIND;

use super::kinds::shown;
use super::page::Page;

fn open_class(page: &mut Page, name: &str, base: &str, doc: &[&str]) {
    page.lines(0, &format!("\n\nclass {name}({base}):"));
    page.doc(1, doc, "", &[], "");
    page.lines(1, "\n__slots__ = ()");
    if name.starts_with("Test") {
        page.line(1, "__test__ = False  # pytest would take it for a test.");
    }
}

fn property(page: &mut Page, name: &str, kind: &str, value: &str, doc: &[&str]) {
    page.line(0, "");
    page.lines(1, &format!("@property\ndef {name}(self) -> {kind}:"));
    page.doc(2, doc, "", &[], "");
    page.line(2, &format!("return {value}"));
}

fn properties(page: &mut Page, shape: &Shape, kind: fn(&Field) -> String) {
    for (at, field) in shape.fields.iter().enumerate() {
        property(page, field.name, &kind(field), &format!("self._field({at})"), field.doc);
    }
}

/// The class of a reply, a hint, a tool's result or a record within one of them; and a second one for replies that
/// can be settled, where other things with the same fields prove nothing. Returns their names.
pub(super) fn message(page: &mut Page, shape: &Shape) -> Vec<String> {
    open_class(page, shape.name, "_native.Message", shape.doc);
    properties(page, shape, shown);
    let mut names = vec![shape.name.to_owned()];
    let mut made_by = OPERATIONS.iter().filter(|operation| operation.output.name == shape.name);
    match made_by.find(|operation| operation.settles()).map(|operation| reply(operation)) {
        Some(name) if name != shape.name => {
            open_class(page, &name, shape.name, &["The same as a reply that was fetched with your credentials."]);
            page.lines(1, SETTLE);
            names.push(name);
        }
        Some(_) => page.lines(1, SETTLE),
        None => {}
    }
    names
}

/// The class of an operation's reply.
pub(super) fn reply(operation: &Operation) -> String {
    let name = operation.output.name;
    let is_read = READERS.iter().any(|reader| reader.output.name == name);
    let is_unsettled = OPERATIONS.iter().any(|other| !other.settles() && other.output.name == name);
    if operation.settles() && (is_read || is_unsettled) { format!("{name}Reply") } else { name.into() }
}

const SETTLE: &str = r#"
def settle(self, order: Order) -> Settlement:
    """Matches it against your order (id, amount, currency, kind) and says what happened.

    Raises a MismatchError if it is not your order's, or success of an unknown kind; a SignatureError if a MAC
    has to be checked first.
    """
    return self._settle(order)

def expect_paid(self, order: Order) -> Paid:
    """The short form of `settle`: proof of payment, or an error that says what there is instead."""
    return self._expect_paid(order)
"#;

/// The callback's fields again, each of them only there if the MAC covers it.
pub(super) fn signed_callback(page: &mut Page) {
    let about = "A callback whose MAC verified: it shows only the fields the MAC covers.";
    open_class(page, "SignedCallback", "_native.Message", &[about]);
    properties(page, Callback::SHAPE, |field| {
        let kind = shown(field);
        if field.need { format!("{kind} | None") } else { kind }
    });
    let about = "Unique for this message: gateway, environment, merchant, ORDER, TRTYPE, RRN and what it reports.";
    property(page, "replay_key", "str", "self._replay_key() or \"\"", &[about]);
    page.lines(1, SETTLE);
}

/// One class per outcome, so that both its `kind` and its class tell checkers which it is. Returns their names.
pub(super) fn outcomes(page: &mut Page) -> Vec<String> {
    let mut about = Outcome::SHAPE.doc.to_vec();
    about.extend([
        "",
        "Store what `to_dict` returns, and give the outcome or that back where a later request needs it as a proof.",
    ]);
    open_class(page, "Outcome", "_native.Message", &about);
    for (at, field) in Outcome::SHAPE.fields.iter().enumerate() {
        let kind = if field.name == "kind" { "OutcomeKind".into() } else { shown(field) };
        property(page, field.name, &kind, &format!("self._field({at})"), field.doc);
    }
    let at = |name: &str| Outcome::SHAPE.position(name).unwrap_or_default();
    let (tag, key) = (format!("self._field({})", at("kind")), format!("self._field({})", at("replay_key")));
    let mut names = vec!["Outcome".to_owned()];
    for (kind, _) in OUTCOME_KIND.options {
        let (about, is_proof) = match *kind {
            "paid" => ("Proof that the customer paid this order.", true),
            "held" => ("Proof that the amount is authorized and held, not taken.", true),
            "reversed" => ("Proof that the payment was reversed.", true),
            "failed" => ("The attempt failed. A later proof of payment is still possible.", false),
            _ => ("Nothing is decided, or the gateway does not know: ask again.", false),
        };
        let name: String =
            kind.chars().enumerate().map(|(i, c)| if i == 0 { c.to_ascii_uppercase() } else { c }).collect();
        open_class(page, &name, "Outcome", &[about]);
        property(page, "kind", &format!("Literal[\"{kind}\"]"), &tag, &["What happened."]);
        if is_proof {
            let about = "Insert it under a unique constraint in the transaction that books the effect.";
            property(page, "replay_key", "str", &key, &[about]);
        }
        names.push(name);
    }
    let union = names.iter().skip(1).cloned().collect::<Vec<_>>().join(" | ");
    page.lines(0, &format!("\n\nSettlement = {union}"));
    page.line(0, "\"\"\"What `settle` returns. `match` on `kind` or on the class; both are checked.\"\"\"");
    names
}
