//! What each system knows of one of its payments.

use maud::{Markup, html};
use serde::Serialize;

use super::act::page;
use super::badge::badge;
use super::context::{Context, ltr};
use super::layout::{moment, span};
use super::payments::money;
use super::rows::{self, Row, System};
use crate::app::State;
use crate::cards::meaning;
use crate::money::grouped;
use crate::text::Text;
use crate::{alqaseh, egw, paylink};

pub(super) struct Facts {
    pub(super) row: Row,
    /// Beyond what every row has.
    pub(super) more: Vec<(Text, Markup)>,
    /// Oldest first.
    pub(super) history: Vec<(i64, Markup)>,
    /// What time will do.
    pub(super) ahead: Option<(i64, Text)>,
    /// What it can be forced into.
    pub(super) statuses: Vec<&'static str>,
    pub(super) can_settle: bool,
    /// As the gateway prints it, without the token.
    pub(super) json: String,
    /// Whether that left something out.
    pub(super) hides: bool,
}

pub(super) fn of(cx: &Context, state: &State, system: System, id: &str) -> Option<Facts> {
    match system {
        System::Api2 => Some(of_api2(cx, state, state.alqaseh.payment(id)?)),
        System::Egw => Some(of_egw(cx, state.egw.page(id)?)),
        System::Paylink => Some(of_paylink(cx, state, state.paylink.invoice(id)?)),
    }
}

fn of_api2(cx: &Context, state: &State, payment: &alqaseh::Payment) -> Facts {
    let row = rows::of_api2(state, payment, cx.app.clock.now());
    let mut more = vec![(Text::PaymentId, ltr(&payment.payment_id)), (Text::ReturnUrl, ltr(&payment.redirect_url))];
    for (name, value) in [
        (Text::WebhookUrl, &payment.webhook_url),
        (Text::ResponseCode, &payment.rc),
        (Text::Approval, &payment.approval),
        (Text::Rrn, &payment.rrn),
    ] {
        if !value.is_empty() {
            more.push((name, ltr(value)));
        }
    }
    let link = |to: &alqaseh::Payment| {
        html! { a href=(page(System::Api2, &to.payment_id)) { (ltr(&to.payment_id)) } }
    };
    let mut history: Vec<_> = payment.histories.iter().map(|(s, at)| (*at, badge(cx, s.word()))).collect();
    if let Some(reversal) = state.alqaseh.reversal(payment) {
        more.push((Text::ReversedBy, link(reversal)));
        history.push((
            reversal.created_at,
            html! { a href=(page(System::Api2, &reversal.payment_id)) { (badge(cx, "reversed")) } },
        ));
    }
    if let Some(reversed) = state.alqaseh.reversed(payment) {
        more.push((Text::ReversalOf, link(reversed)));
    }
    Facts {
        more,
        history,
        ahead: row.pay_page.as_ref().map(|_| (payment.expires_at, Text::Expires)),
        statuses: alqaseh::Status::ALL.iter().map(|s| s.word()).collect(),
        can_settle: false,
        json: json(&payment.view(), &payment.token),
        hides: true,
        row,
    }
}

fn of_egw(cx: &Context, payment: &egw::Payment) -> Facts {
    let row = rows::of_egw(payment, cx.app.clock.now());
    let mut more = vec![(Text::Type, ltr(format!("TRTYPE {}", payment.field("TRTYPE"))))];
    more.push((Text::ReturnUrl, ltr(payment.field("BACKREF"))));
    if let Some(result) = &payment.result {
        more.push((Text::ResponseCode, html! { (ltr(&result.rc)) " " (cx.t(meaning(&result.rc))) }));
        more.push((Text::Rrn, ltr(&result.rrn)));
    }
    let mut history = vec![(payment.prepared_at, badge(cx, "prepared"))];
    for (rc, at) in &payment.cards {
        let status = match rc.as_ref() {
            "00" if row.kind == Text::Authorization => "held",
            "00" => "paid",
            _ => "declined",
        };
        history.push((*at, html! { (badge(cx, status)) " " (ltr(format!("RC {rc}"))) }));
    }
    for later in &payment.later {
        let approved = later.outcome.action == egw::Action::Approved;
        let status = match (approved, later.reverses) {
            (false, _) => "refused",
            (true, true) => "reversed",
            (true, false) => "completed",
        };
        let what = html! {
            (badge(cx, status)) " "
            @if !approved { (cx.t(if later.reverses { Text::Reverse } else { Text::Complete })) " " }
            (money(&grouped(&later.amount), &row.currency))
            @if !approved { " " (ltr(format!("RC {}", later.outcome.rc))) }
        };
        history.push((later.at, what));
    }
    Facts {
        more,
        history,
        ahead: row.pay_page.as_ref().map(|_| (payment.expires_at, Text::Expires)),
        statuses: Vec::new(),
        can_settle: false,
        json: json(&payment.view(&cx.app.url, cx.app.clock.now()), &payment.id),
        hides: true,
        row,
    }
}

fn of_paylink(cx: &Context, state: &State, invoice: &paylink::Invoice) -> Facts {
    let row = rows::of_paylink(state, invoice);
    let mut more = vec![
        (Text::TransactionNo, ltr(&invoice.transaction_no)),
        (Text::ReturnUrl, ltr(&invoice.request.call_back_url)),
    ];
    let order = state.paylink.orders.find(&invoice.transaction_no);
    let waits = order.filter(|o| o.status == paylink::OrderStatus::Pending);
    if let Some(order) = order {
        let verdict = match order.verdict {
            None => html! { (cx.t(Text::NoneYet)) },
            Some(verdict) => ltr(format!("{verdict:?}")),
        };
        more.push((Text::Acknowledgment, html! { (badge(cx, order.status.word())) " " (verdict) }));
    }
    let mut history: Vec<_> = invoice.histories.iter().map(|(s, at)| (*at, badge(cx, s.word()))).collect();
    if let Some(order) = order.filter(|o| o.status == paylink::OrderStatus::Refunded && o.verdict.is_none()) {
        history.push((order.deadline, badge(cx, order.status.word())));
    }
    if let Some(order) = waits {
        let left = order.deadline.saturating_sub(cx.app.clock.now());
        more.push((Text::Deadline, html! { (moment(order.deadline)) " · " (cx.with(Text::Left, span(cx, left))) }));
    }
    Facts {
        more,
        history,
        ahead: waits.map(|order| (order.deadline, Text::RefundedThen)),
        statuses: paylink::Status::ALL.iter().map(|s| s.word()).collect(),
        can_settle: invoice.status == paylink::Status::Paid,
        json: json(&invoice.view(&cx.app.url), ""),
        hides: false,
        row,
    }
}

/// JSON to read, without what may not be shown.
fn json(value: &impl Serialize, hidden: &str) -> String {
    let text = serde_json::to_string_pretty(value).unwrap_or_default();
    if hidden.is_empty() { text } else { text.replace(hidden, "***") }
}
