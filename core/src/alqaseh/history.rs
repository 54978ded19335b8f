//! `history`: GET `/egw/payments/history`, and what its rows prove.

use alloc::format;
use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

use super::get_payment::{match_payment, settle_as};
use super::history_query::{history_query, request};
use super::{AlQaseh, PAYMENT_STATUS, TRANSACTION_TYPE, status};
use crate::call::{Answer, Build, Call, Expect, Operation, Reply};
use crate::error::{Code, Error, Fault};
use crate::json;
use crate::money::Order;
use crate::read::Reading;
use crate::record::{Alphabet, Record, Text, Value, record};
use crate::trust::{Paid, Settlement, Verdict};

history_query! {
    /// Asks for the list of payments. To settle an order, ask by its `order_id` alone.
    HistoryQuery {}
}

record! {
    /// A row of the history. All of it may be missing: a row that lacks what a proof needs never makes one.
    output HistoryPayment {
        /// The gateway's internal number.
        id: may any,
        /// The gateway's id of this payment.
        payment_id: may text,
        /// The token of the payment page.
        token: may text secret,
        /// Your order number.
        order_id: may text,
        /// The figure, as the gateway prints it: its numbers have 32 bits, so large ones may be off.
        amount: may amount,
        /// The currency.
        currency: may text,
        /// The description.
        description: may text,
        /// The status.
        payment_status: may choice(PAYMENT_STATUS),
        /// What kind of transaction it is.
        transaction_type: may choice(TRANSACTION_TYPE),
        /// Where the browser returns to.
        redirect_url: may text,
        /// Where webhooks go.
        webhook_url: may text,
        /// The issuer's approval code.
        approval_code: may text,
        /// The issuer's response code.
        rc: may text,
        /// The retrieval reference number.
        rrn: may text,
        /// Your e-mail address at the gateway.
        merchant_email: may text,
        /// Your number at the gateway.
        merchant_id: may any,
        /// The terminal.
        terminal_id: may text,
        /// The country.
        country: may text,
        /// What you gave as `custom_data`.
        custom_data: may any secret,
        /// The nonce.
        nonce: may text,
        /// A signature whose algorithm is not published.
        p_sign: may text,
        /// The offset from GMT.
        gmt: may text,
        /// The gateway's time stamp.
        timestamp: may text(Text::TIME),
        /// When it was created.
        created_at: may text(Text::TIME),
        /// When it was last changed.
        updated_at: may text(Text::TIME),
        /// When it was deleted.
        deleted_at: may text(Text::TIME),
        /// Every status it had: a list of `{status, created_at}`.
        payment_status_histories: may any,
    }
}

record! {
    /// A page of the history. `settle` says what its rows prove about one order.
    output History {
        /// The rows, in the gateway's order.
        payments: need records(HistoryPayment::SHAPE),
    }
}

/// The operation.
pub static HISTORY: Operation = Operation {
    name: "history",
    input: HistoryQuery::SHAPE,
    output: History::SHAPE,
    look_up: "",
    page: "https://docs.alqaseh.com/payment-api",
    doc: if cfg!(feature = "describe") {
        &[
            "Fetches the list of payments, all of them or an order's.",
            "",
            "`settle` looks at the rows of your order: a Reversal that succeeded proves the order reversed, which no \
             status does. It doesn't say of which payment, so several beside one are an error for a person. A \
             completion may take another sum than was authorized. `failed` and `reversed` take a whole list: one asked \
             for by the order alone, and shorter than its limit and any total it names; of a part they are `open`. Rows \
             without an order or amount are kept and prove nothing.",
        ]
    } else {
        &[]
    },
    build: Build::AlQaseh(build),
    read,
    settle: Some(settle),
};

impl AlQaseh {
    /// Fetches the list of payments, all of them or an order's. <https://docs.alqaseh.com/payment-api>
    ///
    /// # Errors
    /// Every fault of the input at once.
    ///
    /// ```
    /// use qantara::alqaseh::HistoryQuery;
    /// # let gateway = qantara::AlQaseh::new(qantara::Environment::Test, "id", "secret")?;
    /// let call = gateway.history(HistoryQuery::new().order_id("A-1").limit(100))?;
    /// assert!(call.request().url.ends_with("/egw/payments/history?limit=100&order_id=A-1"));
    /// # Ok::<(), qantara::Error>(())
    /// ```
    pub fn history(&self, mut input: HistoryQuery) -> Result<Call<History>, Error> {
        let faults = input.0.faults();
        build(self, &mut input.0, faults).map(Call::typed)
    }
}

impl History {
    /// The rows, one by one.
    pub fn iter(&self) -> impl Iterator<Item = HistoryPayment> {
        self.0.records("payments").into_iter().map(HistoryPayment)
    }
}

impl Reply<History> {
    /// Looks at the rows of your order (id, amount, currency, kind) and says what happened.
    ///
    /// # Errors
    /// 4xxx: a row of the order is of another amount or currency, or success of an unknown kind; it is paid twice, or
    /// nobody can tell which of its payments was reversed; or you asked for a reversal, and nothing proves it yet.
    pub fn settle(&self, order: &Order) -> Result<Settlement, Error> {
        Ok(settle(&self.expect, &self.record, order)?)
    }

    /// The short form: proof of payment or an error.
    ///
    /// # Errors
    /// As `settle`, and `order.not_paid`.
    pub fn expect_paid(&self, order: &Order) -> Result<Paid, Error> {
        self.settle(order)?.expect_paid()
    }
}

/// What leaves none of an order's rows out of the list.
const WHOLE: &[&str] = &["limit", "order_by", "order_field", "language", "order_id"];
/// How many rows the gateway sends unless it is told.
const LIMIT: i64 = 20;

fn build(gateway: &AlQaseh, input: &mut Record, faults: Vec<Fault>) -> Result<Call, Error> {
    input.shape().refuse(faults)?;
    let mut given = input.shape().fields.iter().zip(input.values()).filter(|(_, value)| !value.is_null());
    let whole = given.all(|(field, _)| WHOLE.contains(&field.name));
    // A list that has fewer rows than this is all there is.
    let limit = if whole { input.count("limit").unwrap_or(LIMIT) } else { 0 };
    let request = request(gateway, "/egw/payments/history", input);
    Ok(Call::new(request, gateway.expect(&HISTORY, vec![("limit", format!("{limit}"))])))
}

/// The envelope is not published: a list, or an object with the list in `payments` or `data`.
fn read(_: &Expect, answer: Answer<'_>) -> Result<Record, Fault> {
    let mut reading = Reading::new(History::SHAPE);
    match json::read(answer.body).map_err(json::Trouble::in_reply)? {
        list @ Value::List(_) => reading.set("payments", list)?,
        Value::Map(map) => {
            let list = if map.iter().any(|(name, _)| name == "payments") { "payments" } else { "data" };
            for (name, value) in map {
                match value {
                    // What the gateway's server, written in Go, sends for a list without rows.
                    Value::Null if name == list => reading.set("payments", Value::List(Vec::new()))?,
                    value if name == list => reading.set("payments", value)?,
                    value => reading.set(&name, value)?,
                }
            }
        }
        _ => return Err(json::Trouble::NotObject.in_reply()),
    }
    reading.finish()
}

fn settle(expect: &Expect, history: &Record, order: &Order) -> Result<Settlement, Fault> {
    let rows = history.records("payments");
    let whole = rows.len() < expect.known("limit").parse().unwrap_or(0) && !says_more(history, rows.len());
    let mut found: Option<(Verdict, &Record)> = None;
    let mut ids = Ids::default();
    let mut other = None;
    let mut other_held = None;
    for row in rows.iter().filter(|row| row.text("order_id") == Some(&order.id)) {
        let verdict = status::verdict(row.get("payment_status"), row.text("transaction_type"))?;
        let succeeded = matches!(verdict, Verdict::Paid | Verdict::Held | Verdict::Reversed);
        let matched = match_payment(row, order);
        if succeeded {
            match &matched {
                // A completion may take another sum than was authorized, and that one took nothing.
                Err(fault) if verdict == Verdict::Held && fault.code() == Code::AmountMismatch => {}
                // Money that moved under this order, but not as ordered: a part of it reversed, or another sum paid.
                Err(fault) => return Err(fault.clone()),
                Ok(()) if row.text("payment_id").is_none() => {
                    return Err(Fault::new(Code::PaymentMismatch, "payment_id").with_limit("a payment without an id"));
                }
                Ok(()) => {}
            }
            ids.add(verdict, row.get("payment_id"));
        }
        if let Err(fault) = matched {
            if succeeded { &mut other_held } else { &mut other }.get_or_insert(fault);
            continue;
        }
        if found.is_none_or(|(earlier, _)| rank(verdict) > rank(earlier)) {
            found = Some((verdict, row));
        }
    }
    ids.check()?;
    if let Some(fault) = other_held.filter(|_| ids.paid.is_empty()) {
        return Err(fault);
    }
    match (found, other) {
        // What is not in this part may be another payment, or a second reversal.
        (Some((Verdict::Failed | Verdict::Reversed, row)), _) if !whole => settle_as(Verdict::Open, expect, row, order),
        (Some((verdict, row)), _) => settle_as(verdict, expect, row, order),
        (None, Some(fault)) => Err(fault),
        (None, None) => Settlement::make(Verdict::Open, expect, order, "not found", &[], &[]),
    }
}

/// Whether the envelope, which is not published, counts more rows than there are.
fn says_more(history: &Record, rows: usize) -> bool {
    let is_count = |name: &str| ["total", "count"].iter().any(|word| name.to_ascii_lowercase().contains(word));
    let is_more = |value: &Value| match value {
        Value::Number(number) => number.parse::<usize>().is_ok_and(|number| number > rows),
        _ => false,
    };
    history.extra().iter().any(|(name, value)| is_count(name) && is_more(value))
}

/// The payment ids of an order's rows that moved money, each once.
#[derive(Default)]
struct Ids<'a> {
    paid: Vec<&'a str>,
    /// Those that took money or hold it.
    taken: Vec<&'a str>,
    reversed: Vec<&'a str>,
}

/// How many ids a person is told of.
const MOST_TOLD: usize = 20;

impl<'a> Ids<'a> {
    fn add(&mut self, verdict: Verdict, id: &'a str) {
        let insert = |ids: &mut Vec<&'a str>| {
            // Two are too many already; looking for one among thousands would take long.
            if ids.len() < MOST_TOLD && !ids.contains(&id) {
                ids.push(id);
            }
        };
        match verdict {
            Verdict::Reversed => insert(&mut self.reversed),
            Verdict::Paid => {
                insert(&mut self.paid);
                insert(&mut self.taken);
            }
            _ => insert(&mut self.taken),
        }
    }

    /// A Reversal doesn't say of which payment: beside several it proves nothing.
    fn check(&self) -> Result<(), Fault> {
        if self.reversed.len() > 1 || (self.taken.len() > 1 && !self.reversed.is_empty()) {
            let limit = format!("payments {}; reversals {}", listed(&self.taken), listed(&self.reversed));
            return Err(Fault::new(Code::OrderAmbiguous, "payment_id").with_limit(limit));
        }
        match self.paid.as_slice() {
            [one, other, ..] => {
                Err(Fault::new(Code::PaidTwice, "paid_as").with_limit(format!("under {one} and under {other}")))
            }
            _ => Ok(()),
        }
    }
}

fn listed(ids: &[&str]) -> String {
    if ids.is_empty() { String::from("none") } else { ids.join(", ") }
}

/// Which of an order's rows counts.
fn rank(verdict: Verdict) -> u8 {
    match verdict {
        Verdict::Reversed => 4,
        Verdict::Paid => 3,
        Verdict::Held => 2,
        Verdict::Open => 1,
        Verdict::Failed => 0,
    }
}
