//! `GET /egw/payments/history/download`: the same as CSV (RFC 4180). The gateway publishes no
//! columns; these are the names of its JSON, in words.

use axum::extract::{RawQuery, State};
use axum::http::{HeaderMap, header};
use axum::response::{IntoResponse, Response};

use super::history::wanted;
use super::payment::Payment;
use crate::app::Shared;
use crate::clock::rfc3339;

const HEADER: [&str; 12] = [
    "Payment ID",
    "Order ID",
    "Amount",
    "Currency",
    "Payment Status",
    "Transaction Type",
    "Approval Code",
    "RC",
    "RRN",
    "Description",
    "Created At",
    "Updated At",
];

pub(super) async fn handle(State(app): State<Shared>, headers: HeaderMap, RawQuery(query): RawQuery) -> Response {
    let wanted = match wanted(&app, &headers, query.as_deref()) {
        Ok(wanted) => wanted,
        Err(refusal) => return *refusal,
    };
    let mut csv = line(HEADER.map(str::to_owned));
    for payment in app.state().alqaseh.history(&wanted) {
        csv += &line(row(payment));
    }
    let headers = [
        (header::CONTENT_TYPE, "text/csv; charset=utf-8"),
        (header::CONTENT_DISPOSITION, "attachment; filename=\"payments.csv\""),
    ];
    (headers, csv).into_response()
}

fn row(p: &Payment) -> [String; 12] {
    [
        p.payment_id.clone(),
        p.order_id.clone(),
        p.printed_amount.clone(),
        p.currency.clone(),
        p.status.word().to_owned(),
        p.transaction_type.word().to_owned(),
        p.approval.clone(),
        p.rc.clone(),
        p.rrn.clone(),
        p.description.clone(),
        rfc3339(p.created_at),
        rfc3339(p.updated_at),
    ]
}

fn line(cells: [String; 12]) -> String {
    cells.map(|cell| quoted(&cell)).join(",") + "\r\n"
}

fn quoted(cell: &str) -> String {
    if cell.contains(['"', ',', '\r', '\n']) { format!("\"{}\"", cell.replace('"', "\"\"")) } else { cell.to_owned() }
}
