//! The payments of all three systems, as one kind of row; and what can be done with each.

use crate::alqaseh::{self, TransactionType};
use crate::app::{App, State};
use crate::egw;
use crate::money::grouped;
use crate::paylink;
use crate::text::Text;

/// A gateway's interface.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum System {
    Api2,
    Egw,
    Paylink,
}

impl System {
    pub(super) const ALL: [System; 3] = [System::Api2, System::Egw, System::Paylink];

    /// Its part of the addresses.
    pub(super) fn slug(self) -> &'static str {
        match self {
            System::Api2 => "alqaseh",
            System::Egw => "egw",
            System::Paylink => "paylink",
        }
    }

    pub(super) fn of_slug(slug: &str) -> Option<System> {
        System::ALL.into_iter().find(|s| s.slug() == slug)
    }

    pub(super) fn name(self) -> Text {
        match self {
            System::Api2 => Text::Api2,
            System::Egw => Text::Egw,
            System::Paylink => Text::Paylink,
        }
    }
}

/// What can be done with a payment by a click.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Act {
    Pay,
    Decline,
    Expire,
    Revoke,
    Cancel,
    Complete,
    Reverse,
    Refund,
    FailRefund,
}

impl Act {
    pub(super) const ALL: [Act; 9] = [
        Act::Pay,
        Act::Decline,
        Act::Expire,
        Act::Revoke,
        Act::Cancel,
        Act::Complete,
        Act::Reverse,
        Act::Refund,
        Act::FailRefund,
    ];

    /// Its part of the addresses.
    pub(super) fn slug(self) -> &'static str {
        match self {
            Act::Pay => "pay",
            Act::Decline => "decline",
            Act::Expire => "expire",
            Act::Revoke => "revoke",
            Act::Cancel => "cancel",
            Act::Complete => "complete",
            Act::Reverse => "reverse",
            Act::Refund => "refund",
            Act::FailRefund => "fail-refund",
        }
    }

    pub(super) fn of_slug(slug: &str) -> Option<Act> {
        Act::ALL.into_iter().find(|a| a.slug() == slug)
    }

    pub(super) fn name(self) -> Text {
        match self {
            Act::Pay => Text::Pay,
            Act::Decline => Text::Decline,
            Act::Expire => Text::Expire,
            Act::Revoke => Text::Revoke,
            Act::Cancel => Text::Cancel,
            Act::Complete => Text::Complete,
            Act::Reverse => Text::Reverse,
            Act::Refund => Text::Refund,
            Act::FailRefund => Text::FailRefund,
        }
    }
}

/// A payment or invoice, as lists show it.
pub(super) struct Row {
    pub(super) system: System,
    pub(super) id: String,
    pub(super) order: String,
    pub(super) description: String,
    /// Grouped, for people.
    pub(super) amount: String,
    pub(super) currency: String,
    pub(super) kind: Text,
    pub(super) status: &'static str,
    /// What its status does not say: that it was reversed, or waits for something.
    pub(super) also: Option<&'static str>,
    pub(super) merchant: String,
    pub(super) at: i64,
    /// The pay page, while it is open.
    pub(super) pay_page: Option<String>,
    pub(super) can: Vec<Act>,
    /// For those acts that take an amount: the most they can take.
    pub(super) most: String,
}

impl Row {
    pub(super) fn page(&self) -> String {
        format!("/dashboard/{}/{}", self.system.slug(), encoded(&self.id))
    }
}

/// A piece of a path.
pub(super) fn encoded(text: &str) -> String {
    // The query's encoding, but for the blank.
    form_urlencoded::byte_serialize(text.as_bytes()).collect::<String>().replace('+', "%20")
}

/// Whose payments are wanted; empty for everybody's.
pub(super) struct Wanted<'a> {
    pub(super) system: &'a str,
    pub(super) merchant: &'a str,
}

impl Wanted<'_> {
    fn fits(&self, system: System, merchant: &str) -> bool {
        let of = |(slug, id): (&str, &str)| slug == system.slug() && id == merchant;
        (self.system.is_empty() || self.system == system.slug())
            && (self.merchant.is_empty() || self.merchant.split_once(' ').is_some_and(of))
    }
}

/// The newest that are wanted, at most so many, newest first.
pub(super) fn newest(app: &App, state: &State, wanted: &Wanted<'_>, count: usize) -> Vec<Row> {
    let now = app.clock.now();
    let api2 = state.alqaseh.payments.iter().rev().map(|(_, p)| p);
    let api2 = api2.filter(|p| wanted.fits(System::Api2, &p.merchant.client_id)).take(count);
    let egw = state.egw.payments.iter().rev().map(|(_, p)| p);
    let egw = egw.filter(|p| wanted.fits(System::Egw, &p.merchant)).take(count);
    let paylink = state.paylink.invoices.iter().rev().map(|(_, i)| i);
    let paylink = paylink.filter(|i| wanted.fits(System::Paylink, &i.merchant_id)).take(count);
    let mut rows: Vec<Row> = paylink.map(|i| of_paylink(state, i)).collect();
    rows.extend(egw.map(|p| of_egw(p, now)));
    rows.extend(api2.map(|p| of_api2(state, p, now)));
    // Of the same second, the later one of a system stays first.
    rows.sort_by_key(|row| std::cmp::Reverse(row.at));
    rows.truncate(count);
    rows
}

pub(super) fn of_api2(state: &State, payment: &alqaseh::Payment, now: i64) -> Row {
    use alqaseh::Status::{Prepared, Retried, Succeeded};
    let reversal = payment.transaction_type == TransactionType::Reversal;
    let mut can = Vec::new();
    if payment.is_open(now) {
        can.extend([Act::Pay, Act::Decline, Act::Expire]);
    }
    if matches!(payment.status, Prepared | Retried) {
        can.push(Act::Revoke);
    }
    let reversed = state.alqaseh.is_reversed(payment);
    if payment.status == Succeeded && !reversal && !reversed {
        can.push(Act::Reverse);
    }
    Row {
        system: System::Api2,
        id: payment.payment_id.clone(),
        order: payment.order_id.clone(),
        description: payment.description.clone(),
        amount: grouped(&payment.printed_amount),
        currency: payment.currency.clone(),
        kind: match payment.transaction_type {
            TransactionType::Reversal => Text::Reversal,
            TransactionType::Authorization => Text::Authorization,
            TransactionType::Retail | TransactionType::CompleteSales => Text::Payment,
        },
        status: payment.status.word(),
        also: reversed.then_some("reversed"),
        merchant: payment.merchant.client_id.clone(),
        at: payment.created_at,
        pay_page: payment.is_open(now).then(|| format!("/alqaseh/pay/{}", payment.token)),
        can,
        // It is reversed whole.
        most: String::new(),
    }
}

pub(super) fn of_egw(payment: &egw::Payment, now: i64) -> Row {
    use egw::Status::{Completed, Held, Paid};
    let open = payment.is_open(now);
    let status = payment.status(now);
    let can = match status {
        _ if open => vec![Act::Pay, Act::Decline, Act::Expire],
        Held => vec![Act::Complete, Act::Reverse],
        Paid | Completed => vec![Act::Reverse],
        _ => Vec::new(),
    };
    let taken = payment.completion().map_or(payment.field("AMOUNT"), |c| &c.amount);
    Row {
        system: System::Egw,
        id: payment.id.clone(),
        order: payment.field("ORDER").to_owned(),
        description: payment.field("DESC").to_owned(),
        amount: grouped(payment.field("AMOUNT")),
        currency: payment.field("CURRENCY").to_owned(),
        kind: if payment.field("TRTYPE") == "0" { Text::Authorization } else { Text::Payment },
        status: status.word(),
        also: None,
        merchant: payment.merchant.clone(),
        at: payment.prepared_at,
        pay_page: open.then(|| format!("/egw/pay/{}", payment.id)),
        can,
        most: taken.to_owned(),
    }
}

pub(super) fn of_paylink(state: &State, invoice: &paylink::Invoice) -> Row {
    let open = invoice.is_open();
    let order = state.paylink.orders.find(&invoice.transaction_no);
    let can = match order {
        _ if open => vec![Act::Pay, Act::Decline, Act::Cancel],
        Some(order) if order.status == paylink::OrderStatus::Paid => vec![Act::Refund, Act::FailRefund],
        _ => Vec::new(),
    };
    Row {
        system: System::Paylink,
        id: invoice.transaction_no.clone(),
        order: invoice.request.order_number.clone(),
        description: invoice.titles(),
        amount: grouped(&invoice.riyals()),
        currency: "SAR".to_owned(),
        kind: Text::Invoice,
        status: invoice.status.word(),
        also: order.map(|o| o.status.word()).filter(|_| !open),
        merchant: invoice.merchant_id.clone(),
        at: invoice.histories.first().map_or(0, |(_, at)| *at),
        pay_page: open.then(|| format!("/paylink/pay/order/{}", invoice.transaction_no)),
        can,
        most: String::new(),
    }
}
