//! An invoice: its life, and how the gateway prints it.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

use super::Book;
use crate::cards::{Card, PAYLINK, meaning};
use crate::clock::rfc3339;
use crate::config::Amounts;
use crate::lang::Lang;
use crate::money::{decimal, json_number};
use crate::table::Row;
use crate::text::Text;
use crate::words::words;

words! {
    /// How an invoice stands, as this gateway spells it: not in one way.
    pub(crate) enum Status {
        Created = "CREATED",
        Pending = "Pending",
        Paid = "Paid",
        Canceled = "Canceled",
        Declined = "Declined",
        Completed = "Completed",
    }
}

/// What the shop asked for, which is echoed as `gatewayOrderRequest`.
#[derive(Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct OrderRequest {
    pub(crate) order_number: String,
    /// As it was written: no digit is lost.
    pub(super) amount: Box<RawValue>,
    pub(crate) call_back_url: String,
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
#[derive(Serialize, Deserialize)]
pub(crate) struct Invoice {
    pub(crate) merchant_id: String,
    pub(crate) transaction_no: String,
    pub(crate) request: OrderRequest,
    /// How its amounts are written.
    amounts: Amounts,
    pub(crate) status: Status,
    /// When it came into each status, oldest first.
    pub(crate) histories: Vec<(Status, i64)>,
    /// The cards that were declined.
    declined: Vec<Declined>,
    receipt: Option<Receipt>,
}

#[derive(Serialize, Deserialize)]
struct Declined {
    rc: Cow<'static, str>,
    at: i64,
}

#[derive(Serialize, Deserialize)]
struct Receipt {
    passcode: String,
    paid_at: i64,
    /// What may be shown of it.
    masked_card: String,
}

/// By what an invoice is found.
#[derive(PartialEq, Eq, Hash)]
pub(crate) enum Key {
    Number(String),
    /// The merchant, and its order.
    Order(String, String),
}

impl Row for Invoice {
    type Key = Key;

    fn keys(&self) -> Vec<Key> {
        let order = self.request.order_number.clone();
        vec![Key::Number(self.transaction_no.clone()), Key::Order(self.merchant_id.clone(), order)]
    }
}

/// The invoices that were settled at once.
#[derive(Serialize, Deserialize)]
pub(crate) struct Settlement {
    pub(super) number: String,
    pub(super) transaction_nos: Vec<String>,
}

impl Row for Settlement {
    type Key = String;

    fn keys(&self) -> Vec<String> {
        vec![self.number.clone()]
    }
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct ErrorView<'a> {
    error_code: &'a str,
    error_title: &'static str,
    error_message: &'static str,
    error_time: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct ReceiptView<'a> {
    receipt_url: String,
    passcode: &'a str,
    payment_method: &'static str,
    payment_date: String,
    bank_card_number: &'a str,
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
    gateway_order_request: OrderRequest,
    amount: Box<RawValue>,
    transaction_no: &'a str,
    order_status: Status,
    payment_errors: Option<Vec<ErrorView<'a>>>,
    url: String,
    qr_url: String,
    mobile_url: String,
    check_url: String,
    /// The call worked; it says nothing of the payment.
    success: bool,
    digital_order: Option<()>,
    foreign_currency_rate: Option<Rate>,
    payment_receipt: Option<ReceiptView<'a>>,
}

impl Invoice {
    pub(super) fn new(
        merchant_id: String,
        transaction_no: String,
        request: OrderRequest,
        amounts: Amounts,
        now: i64,
    ) -> Self {
        let (status, histories) = (Status::Created, vec![(Status::Created, now)]);
        Invoice {
            merchant_id,
            transaction_no,
            request,
            amounts,
            status,
            histories,
            declined: Vec::new(),
            receipt: None,
        }
    }

    /// Moves on to a status and writes it into the history.
    pub(super) fn enter(&mut self, status: Status, now: i64) {
        self.status = status;
        self.histories.push((status, now));
    }

    /// Whether a card may be tried.
    pub(crate) fn is_open(&self) -> bool {
        matches!(self.status, Status::Created | Status::Pending)
    }

    pub(super) fn is_foreign(&self) -> bool {
        self.request.currency.as_deref().is_some_and(|c| c != "SAR")
    }

    /// What the customer pays, in riyals.
    pub(crate) fn riyals(&self) -> String {
        let given = self.request.amount.get();
        if !self.is_foreign() {
            return given.to_owned();
        }
        let cents = decimal(given).unwrap_or_default() / 10_000_000_000;
        let halalas = (cents * HALALAS_PER_DOLLAR + 50) / 100;
        format!("{}.{:02}", halalas / 100, halalas % 100)
    }

    /// What is bought.
    pub(crate) fn titles(&self) -> String {
        self.request.products.iter().map(|p| p.title.as_str()).collect::<Vec<_>>().join(", ")
    }

    /// The same, as it is written.
    pub(super) fn printed_riyals(&self) -> String {
        self.amounts.print(&self.riyals())
    }

    /// The request, with amounts as they are written.
    fn printed_request(&self) -> OrderRequest {
        let mut request = self.request.clone();
        let prices = request.products.iter_mut().map(|p| &mut p.price);
        for amount in prices.chain([&mut request.amount]) {
            *amount = json_number(&self.amounts.print(amount.get()));
        }
        request
    }

    pub(super) fn last_error(&self) -> Option<Text> {
        self.declined.last().map(|d| meaning(&d.rc))
    }

    /// Tries a card, and returns the response code. A declined one leaves the invoice in flight.
    pub(super) fn attempt(&mut self, card: &Card, passcode: String, now: i64) -> &'static str {
        let rc = card.judge(&PAYLINK, now);
        if rc == "00" {
            self.enter(Status::Paid, now);
            self.receipt = Some(Receipt { passcode, paid_at: now, masked_card: card.masked() });
        } else {
            self.enter(Status::Pending, now);
            self.declined.push(Declined { rc: rc.into(), at: now });
        }
        rc
    }

    /// The invoice as every operation prints it. `url` is how links to the sandbox begin.
    pub(crate) fn view(&self, url: &str) -> View<'_> {
        let page = format!("{url}/paylink/pay/order/{}", self.transaction_no);
        View {
            gateway_order_request: self.printed_request(),
            amount: json_number(&self.printed_riyals()),
            transaction_no: &self.transaction_no,
            order_status: self.status,
            payment_errors: (!self.declined.is_empty()).then(|| self.declined.iter().map(Declined::view).collect()),
            qr_url: format!("{page}?qr"),
            mobile_url: page.clone(),
            check_url: format!("{page}?check"),
            url: page.clone(),
            success: true,
            digital_order: None,
            foreign_currency_rate: self.is_foreign().then(|| Rate {
                from: "USD",
                to: "SAR",
                rate: json_number("3.75"),
            }),
            payment_receipt: self.receipt.as_ref().map(|r| r.view(&page)),
        }
    }
}

impl Book {
    /// An invoice by its number, whoever's it is.
    pub(crate) fn invoice(&self, transaction_no: &str) -> Option<&Invoice> {
        self.invoices.find(&Key::Number(transaction_no.to_owned()))
    }

    /// The same, about to change.
    pub(super) fn invoice_mut(&mut self, transaction_no: &str) -> Option<&mut Invoice> {
        self.invoices.find_mut(&Key::Number(transaction_no.to_owned()))
    }

    /// For the admin: puts an invoice into any state a test needs.
    pub(crate) fn force(&mut self, transaction_no: &str, status: Status, now: i64) -> bool {
        let invoice = self.invoice_mut(transaction_no);
        invoice.map(|invoice| invoice.enter(status, now)).is_some()
    }

    /// An invoice of a merchant: somebody else's looks like none.
    pub(super) fn invoice_of(&self, merchant_id: &str, transaction_no: &str) -> Option<&Invoice> {
        self.invoice(transaction_no).filter(|i| i.merchant_id == merchant_id)
    }

    /// The invoices of a merchant's order, newest first.
    pub(super) fn invoices_of_order(&self, merchant_id: &str, order_number: &str) -> Vec<&Invoice> {
        let key = Key::Order(merchant_id.to_owned(), order_number.to_owned());
        self.invoices.all(&key).rev().map(|(_, invoice)| invoice).collect()
    }

    /// What was settled under a number for a merchant, oldest first.
    pub(super) fn settled(&self, merchant_id: &str, number: &str) -> Vec<&Invoice> {
        let settlement = self.settlements.find(&number.to_owned());
        let numbers = settlement.into_iter().flat_map(|s| &s.transaction_nos);
        numbers.filter_map(|n| self.invoice_of(merchant_id, n)).collect()
    }

    /// Settles every paid invoice that is not settled yet: it is Completed from then on. Returns
    /// the settlement's number and the transactions.
    pub(crate) fn settle(&mut self, now: i64) -> (String, Vec<String>) {
        let number = format!("{:06}", self.settlements.len() + 1);
        let paid = self.invoices.iter().filter(|(_, i)| i.status == Status::Paid);
        let transaction_nos: Vec<String> = paid.map(|(_, i)| i.transaction_no.clone()).collect();
        for transaction_no in &transaction_nos {
            if let Some(invoice) = self.invoice_mut(transaction_no) {
                invoice.enter(Status::Completed, now);
            }
        }
        self.settlements.add(Settlement { number: number.clone(), transaction_nos: transaction_nos.clone() });
        (number, transaction_nos)
    }
}

impl Declined {
    fn view(&self) -> ErrorView<'_> {
        ErrorView {
            error_code: &self.rc,
            error_title: "Declined",
            error_message: meaning(&self.rc).in_lang(Lang::En),
            error_time: rfc3339(self.at),
        }
    }
}

impl Receipt {
    fn view(&self, page: &str) -> ReceiptView<'_> {
        ReceiptView {
            receipt_url: page.to_owned(),
            passcode: &self.passcode,
            payment_method: "visa",
            payment_date: rfc3339(self.paid_at),
            bank_card_number: &self.masked_card,
        }
    }
}
