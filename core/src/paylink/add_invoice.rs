//! `add_invoice`: POST `/api/addInvoice`.

use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

use super::{BEARER_TOKEN, Invoice, ORDER_NUMBER, Paylink, invoice};
use crate::call::{Answer, Build, Call, Expect, Operation};
use crate::error::{Code, Error, Fault};
use crate::json;
use crate::money::{Figure, Order, check_currency};
use crate::record::{Alphabet, Record, Text, Value, record};

record! {
    /// What the customer buys.
    input Product {
        /// What it is called.
        title: need text,
        /// The price of one, in major units, as exact decimal text.
        price: need amount,
        /// How many.
        quantity as "qty": need count(1, 1_000_000_000),
        /// What it is.
        description: may text,
        /// Whether it is delivered over the network.
        is_digital as "isDigital": may flag,
        /// A picture of it.
        image_src as "imageSrc": may text(Text::URL),
        /// Its own rate of value-added tax.
        specific_vat as "specificVat": may amount,
        /// What it cost you.
        product_cost as "productCost": may amount,
    }
}

record! {
    /// Asks for an invoice and its payment page.
    input AddInvoice {
        /// The token that `authenticate` returned.
        bearer_token as "": need text(BEARER_TOKEN) secret,
        /// Your order number.
        order_id as "orderNumber": need text(ORDER_NUMBER),
        /// What the customer pays, in major units, as exact decimal text such as "25.50"; at least 5.00 riyals.
        amount: need amount,
        /// Where the customer's browser returns to. No fragment: it would hide the parameters.
        callback_url as "callBackUrl": need text(Text::URL),
        /// The customer's name.
        client_name as "clientName": need text,
        /// The customer's mobile number.
        client_mobile as "clientMobile": need text,
        /// What the customer buys: at least one product.
        products: need records(Product::SHAPE),
        /// Where the customer's browser goes after cancelling.
        cancel_url as "cancelUrl": may text(Text::URL),
        /// The customer's e-mail address.
        client_email as "clientEmail": may text(Text { min: 1, max: 254, alphabet: Alphabet::Email }),
        /// Three upper-case letters; `SAR` unless you say otherwise.
        currency: may text(Text::CURRENCY),
        /// The text message the customer gets.
        sms_message as "smsMessage": may text,
        /// The ways to pay that are offered: `mada`, `visaMastercard`, `amex`, `tamara`, `stcpay`, `urpay`, `tabby`.
        supported_card_brands as "supportedCardBrands": may texts,
        /// Whether the page of a pending payment is shown.
        display_pending as "displayPending": may flag,
        /// A note of your own.
        note: may text,
    }
}

const CARD_BRANDS: [&str; 7] = ["mada", "visaMastercard", "amex", "tamara", "stcpay", "urpay", "tabby"];

/// The operation.
pub static ADD_INVOICE: Operation = Operation {
    name: "add_invoice",
    input: AddInvoice::SHAPE,
    output: Invoice::SHAPE,
    look_up: "get_transactions_of_order by order_id",
    page: "https://developer.paylink.sa/docs/add-invoice",
    doc: if cfg!(feature = "describe") {
        &[
            "Makes an invoice and its payment page: send the customer's browser to the `url` of the reply.",
            "",
            "Not idempotent: after a lost reply look the order up before you make another.",
        ]
    } else {
        &[]
    },
    build: Build::Paylink(build),
    read,
    settle: None,
};

impl AddInvoice {
    /// The request for an order of yours; what the customer buys and who that is has to be added.
    pub fn for_order(order: &Order, bearer_token: &str, callback_url: &str) -> Self {
        let request = Self::new().order_id(order.id.as_str()).amount(&order.amount).currency(order.currency.as_str());
        request.bearer_token(bearer_token).callback_url(callback_url)
    }
}

impl Paylink {
    /// Makes an invoice and its payment page. <https://developer.paylink.sa/docs/add-invoice>
    ///
    /// # Errors
    /// Every fault of the input at once; `credential.missing`.
    ///
    /// ```
    /// use qantara::paylink::{AddInvoice, PaylinkConfiguration, Product};
    /// use qantara::record::Value;
    /// use qantara::{Order, Paylink};
    /// let configuration = PaylinkConfiguration::new().environment("test").api_id("your id").secret_key("your key");
    /// let gateway = Paylink::configure(configuration)?;
    /// let order = Order::new("A-1", "51.00", "SAR")?;
    /// let books = Product::new().title("Book").price("25.50").quantity(2);
    /// let invoice = AddInvoice::for_order(&order, "the-token", "https://shop.example/return")
    ///     .client_name("Zaid").client_mobile("0500000000").products(Value::from_iter([books]));
    /// let call = gateway.add_invoice(invoice)?;
    /// assert!(call.request().body.contains(r#""products":[{"title":"Book","price":25.50,"qty":2}]"#));
    /// # Ok::<(), qantara::Error>(())
    /// ```
    pub fn add_invoice(&self, mut input: AddInvoice) -> Result<Call<Invoice>, Error> {
        let faults = input.0.faults();
        build(self, &mut input.0, faults).map(Call::typed)
    }
}

fn build(gateway: &Paylink, input: &mut Record, mut faults: Vec<Fault>) -> Result<Call, Error> {
    gateway.need_invoices(&mut faults);
    faults.extend(amount_fault(input));
    faults.extend(brands_fault(input));
    input.shape().refuse(faults)?;
    // The default is sent in so many words, and so comes back to be matched.
    if input.value("currency").is_null() {
        input.set("currency", "SAR");
    }
    let mut body = String::with_capacity(512);
    json::write_wire(&mut body, input);
    let known = vec![("order_id", String::from(input.get("order_id")))];
    let request = gateway.invoice_request("POST", "/api/addInvoice", "", input, body);
    Ok(Call::new(request, gateway.expect_invoice(&ADD_INVOICE, known)))
}

/// Riyals have two decimals, and an invoice is for five of them at least.
fn amount_fault(input: &Record) -> Option<Fault> {
    let amount = input.text("amount")?;
    let figure = Figure::parse(amount, "amount").ok()?;
    if input.text("currency").unwrap_or("SAR") != "SAR" {
        return None;
    }
    // There is no leading zero, so less than five is one digit before the point.
    let is_small = matches!(amount.split('.').next(), Some("0" | "1" | "2" | "3" | "4"));
    let small = || Fault::new(Code::NumberRange, "amount").with_limit("5.00 riyals or more");
    check_currency(amount, figure, "SAR", false).or_else(|| is_small.then(small))
}

fn brands_fault(input: &Record) -> Option<Fault> {
    let Value::List(brands) = input.value("supported_card_brands") else { return None };
    let known = |brand: &Value| brand.as_text().is_some_and(|brand| CARD_BRANDS.contains(&brand));
    if brands.is_empty() {
        return Some(Fault::new(Code::FieldMissing, "supported_card_brands"));
    }
    let fault = || Fault::new(Code::ChoiceUnknown, "supported_card_brands").with_limit(CARD_BRANDS.join(", "));
    (!brands.iter().all(known)).then(fault)
}

/// A page for another order, or one that wasn't made, is nothing to send a customer to.
fn read(expect: &Expect, answer: Answer<'_>) -> Result<Record, Fault> {
    let made = invoice::read(answer.body)?;
    invoice::check_success(&made)?;
    let order_id = made.record("gateway_order_request").and_then(|asked| asked.text("order_id").map(String::from));
    if let Some(order_id) = order_id {
        invoice::check_asked(Code::OrderMismatch, "order_id", expect.known("order_id"), &order_id)?;
    }
    Ok(made)
}
