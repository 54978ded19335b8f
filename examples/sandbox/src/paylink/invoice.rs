//! An invoice: its life, and how the gateway prints it.

use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

use super::Book;
use crate::cards::{Card, PAYLINK, meaning};
use crate::clock::rfc3339;
use crate::money::decimal;

/// All statuses, as this gateway spells them: not in one way.
pub(crate) const STATUSES: [&str; 6] = ["CREATED", "Pending", "Paid", "Canceled", "Declined", "Completed"];

/// What the shop asked for, which is echoed as `gatewayOrderRequest`.
#[derive(Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct OrderRequest {
    pub(super) order_number: String,
    /// As it was written: no digit is lost.
    pub(super) amount: Box<RawValue>,
    pub(super) call_back_url: String,
    pub(super) client_name: String,
    pub(super) client_mobile: String,
    pub(super) products: Vec<Product>,
    pub(super) cancel_url: Option<String>,
    pub(super) client_email: Option<String>,
    pub(super) currency: Option<String>,
    pub(super) sms_message: Option<String>,
    pub(super) supported_card_brands: Option<Vec<String>>,
    pub(super) display_pending: Option<bool>,
    pub(super) note: Option<String>,
}

#[derive(Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Product {
    pub(super) title: String,
    pub(super) price: Box<RawValue>,
    pub(super) qty: u64,
    #[serde(skip_serializing_if = "Option::is_none")]
    description: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    is_digital: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    image_src: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    specific_vat: Option<Box<RawValue>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    product_cost: Option<Box<RawValue>>,
}

/// An invoice as the gateway keeps it.
pub(crate) struct Invoice {
    pub(crate) merchant_id: String,
    pub(crate) transaction_no: String,
    pub(super) request: OrderRequest,
    pub(crate) status: &'static str,
    /// The cards that were declined.
    errors: Vec<PaymentError>,
    receipt: Option<Receipt>,
    pub(super) settlement: Option<String>,
}

#[derive(Clone, Serialize)]
#[serde(rename_all = "camelCase")]
struct PaymentError {
    error_code: &'static str,
    error_title: &'static str,
    error_message: &'static str,
    error_time: String,
}

#[derive(Clone, Serialize)]
#[serde(rename_all = "camelCase")]
struct Receipt {
    receipt_url: String,
    passcode: String,
    payment_method: &'static str,
    payment_date: String,
    bank_card_number: String,
}

/// What a dollar is worth. Orders in riyals and in dollars are taken.
const HALALAS_PER_DOLLAR: u128 = 375;

#[derive(Clone, Serialize)]
struct Rate {
    from: &'static str,
    to: &'static str,
    rate: Box<RawValue>,
}

/// The JSON of an invoice.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct View<'a> {
    gateway_order_request: &'a OrderRequest,
    amount: Box<RawValue>,
    transaction_no: &'a str,
    order_status: &'a str,
    payment_errors: Option<&'a [PaymentError]>,
    url: String,
    qr_url: String,
    mobile_url: String,
    check_url: String,
    /// The call worked; it says nothing of the payment.
    success: bool,
    digital_order: Option<()>,
    foreign_currency_rate: Option<Rate>,
    payment_receipt: Option<&'a Receipt>,
}

impl Invoice {
    pub(super) fn new(merchant_id: String, transaction_no: String, request: OrderRequest) -> Self {
        Invoice {
            merchant_id,
            transaction_no,
            request,
            status: "CREATED",
            errors: Vec::new(),
            receipt: None,
            settlement: None,
        }
    }

    /// Whether a card may be tried.
    pub(super) fn is_open(&self) -> bool {
        matches!(self.status, "CREATED" | "Pending")
    }

    pub(super) fn is_foreign(&self) -> bool {
        self.request.currency.as_deref().is_some_and(|c| c != "SAR")
    }

    /// What the customer pays, in riyals.
    pub(super) fn riyals(&self) -> String {
        let given = self.request.amount.get();
        if !self.is_foreign() {
            return given.to_owned();
        }
        let cents = decimal(given).unwrap_or_default() / 10_000_000_000;
        let halalas = (cents * HALALAS_PER_DOLLAR + 50) / 100;
        format!("{}.{:02}", halalas / 100, halalas % 100)
    }

    pub(super) fn last_error(&self) -> Option<&'static str> {
        self.errors.last().map(|e| e.error_message)
    }

    /// Tries a card, and returns the response code. A declined one leaves the invoice in flight.
    pub(super) fn attempt(&mut self, card: &Card, page: String, passcode: String, now: i64) -> &'static str {
        let rc = card.judge(&PAYLINK, now);
        if rc == "00" {
            self.status = "Paid";
            self.receipt = Some(Receipt {
                receipt_url: page,
                passcode,
                payment_method: "visa",
                payment_date: rfc3339(now),
                bank_card_number: card.masked(),
            });
        } else {
            self.status = "Pending";
            self.errors.push(PaymentError {
                error_code: rc,
                error_title: "Declined",
                error_message: meaning(rc),
                error_time: rfc3339(now),
            });
        }
        rc
    }

    /// The invoice as every operation prints it. `url` is how links to the sandbox begin.
    pub(crate) fn view(&self, url: &str) -> View<'_> {
        let page = format!("{url}/paylink/pay/order/{}", self.transaction_no);
        let raw = |text: String| RawValue::from_string(text).unwrap_or_else(|_| RawValue::NULL.to_owned());
        View {
            gateway_order_request: &self.request,
            amount: raw(self.riyals()),
            transaction_no: &self.transaction_no,
            order_status: self.status,
            payment_errors: (!self.errors.is_empty()).then_some(&self.errors),
            qr_url: format!("{page}?qr"),
            mobile_url: page.clone(),
            check_url: format!("{page}?check"),
            url: page,
            success: true,
            digital_order: None,
            foreign_currency_rate: self.is_foreign().then(|| Rate {
                from: "USD",
                to: "SAR",
                rate: raw("3.75".to_owned()),
            }),
            payment_receipt: self.receipt.as_ref(),
        }
    }
}

impl Book {
    /// An invoice by its number, whoever's it is.
    pub(crate) fn invoice(&mut self, transaction_no: &str) -> Option<&mut Invoice> {
        self.invoices.iter_mut().find(|i| i.transaction_no == transaction_no)
    }

    /// An invoice of a merchant: somebody else's looks like none.
    pub(super) fn invoice_of(&mut self, merchant_id: &str, transaction_no: &str) -> Option<&mut Invoice> {
        self.invoice(transaction_no).filter(|i| i.merchant_id == merchant_id)
    }

    /// The invoices of a merchant's order, newest first.
    pub(super) fn invoices_of_order(&self, merchant_id: &str, order_number: &str) -> Vec<&Invoice> {
        let of = |i: &&Invoice| i.merchant_id == merchant_id && i.request.order_number == order_number;
        self.invoices.iter().rev().filter(of).collect()
    }

    /// Settles every paid invoice that is not settled yet: it is Completed from then on. Returns
    /// the settlement's number and the transactions.
    pub(crate) fn settle(&mut self) -> (String, Vec<String>) {
        self.settlements += 1;
        let number = format!("{:06}", self.settlements);
        let paid = self.invoices.iter_mut().filter(|i| i.status == "Paid");
        let settled = paid.map(|invoice| {
            invoice.status = "Completed";
            invoice.settlement = Some(number.clone());
            invoice.transaction_no.clone()
        });
        let settled = settled.collect();
        (number, settled)
    }
}
