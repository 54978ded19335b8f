//! Paylink's invoices as a shop meets them, and what a hostile or broken answer must not achieve.

// A test fails by panicking, in what it calls too.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use qantara::call::Answer;
use qantara::money::OrderFields;
use qantara::paylink::{
    AddInvoice, Answer as Heard, Authenticate, Decision, Delivery, GetMerchantInvoice, GetOrder, GetOrdersBySettlement,
    GetTransactionsOfOrder, Invoice, PaylinkConfiguration, Product, Step, TestPaymentWebhook,
};
use qantara::record::{Names, Record, Value};
use qantara::{Call, Code, Error, Expect, Gateway, GatewayKind, Order, Paylink, Retry, Settlement, registry};

const NOW: i64 = 1_795_000_000;
const TOKEN: &str = "eyJhbGciOiJIUzUxMiJ9.the-token";
const NUMBER: &str = "1713690519134";
const PAID: &str = r#"{"gatewayOrderRequest":{"amount":51.0,"orderNumber":"A-1","callBackUrl":"https://shop.example/back","clientName":"Zaid","clientMobile":"0500000000","currency":"SAR","products":[{"title":"Book","price":25.5,"qty":2}],"note":null},"amount":51.00,"transactionNo":"1713690519134","orderStatus":"Paid","paymentErrors":null,"url":"https://paymentpilot.paylink.sa/pay/info/1713690519134","success":true,"digitalOrder":false,"foreignCurrencyRate":null,"paymentReceipt":{"receiptUrl":"https://x.example/r","passcode":"7788","paymentMethod":"mada","paymentDate":"2026-11-20","bankCardNumber":"529415XXXXXX1111"}}"#;

fn configuration() -> PaylinkConfiguration {
    PaylinkConfiguration::new().environment("test").api_id("APP_ID_1").secret_key("the-secret-key")
}

fn shop() -> Paylink {
    Paylink::configure(configuration()).unwrap()
}

fn merchant() -> Paylink {
    let configuration = PaylinkConfiguration::new().environment("production").merchant_id("m/1").api_key("the-api-key");
    Paylink::configure(configuration).unwrap()
}

fn order() -> Order {
    Order::new("A-1", "51", "SAR").unwrap()
}

fn invoice(order: &Order) -> AddInvoice {
    let book = Product::new().title("Book").price("25.50").quantity(2).is_digital(false);
    AddInvoice::for_order(order, TOKEN, "https://shop.example/back")
        .client_name("Zaid")
        .client_mobile("0500000000")
        .products(Value::from_iter([book]))
}

fn look(gateway: &Paylink) -> Call<Invoice> {
    gateway.get_invoice(TOKEN, NUMBER).unwrap()
}

/// What a body in place of the paid one comes to.
fn settled(body: &str) -> Result<Settlement, Error> {
    look(&shop()).parse(200, body.as_bytes())?.settle(&order())
}

fn faults(error: &Error) -> Vec<(Code, &str)> {
    error.faults().iter().map(|fault| (fault.code(), fault.field())).collect()
}

#[test]
fn token_invoice_paid() {
    let gateway = shop();
    let call = gateway.authenticate(Authenticate::new().now(NOW)).unwrap();
    let session = call.parse(200, format!(r#"{{"id_token":"{TOKEN}"}}"#).as_bytes()).unwrap();
    assert_eq!(session.bearer_token(), TOKEN);

    let call = gateway.add_invoice(invoice(&order())).unwrap();
    let request = call.request();
    assert_eq!((request.method, request.url.as_str()), ("POST", "https://restpilot.paylink.sa/api/addInvoice"));
    let headers: Vec<_> = request.headers.iter().map(|h| (h.name, h.value.clone(), h.secret)).collect();
    let json = String::from("application/json");
    assert_eq!(
        headers,
        [
            ("Authorization", format!("Bearer {TOKEN}"), true),
            ("Accept", json.clone(), false),
            ("Content-Type", json, false)
        ]
    );
    assert_eq!(
        request.body,
        r#"{"orderNumber":"A-1","amount":51,"callBackUrl":"https://shop.example/back","clientName":"Zaid","clientMobile":"0500000000","products":[{"title":"Book","price":25.50,"qty":2,"isDigital":false}],"currency":"SAR"}"#
    );
    let made = call.parse(200, PAID.replace("\"Paid\"", "\"CREATED\"").as_bytes()).unwrap();
    assert_eq!((made.transaction_no(), made.order_status(), made.success()), (NUMBER, "created", true));
    assert_eq!(made.settle(&order()).unwrap_err().code(), Code::ReplyForeign, "only a fetched invoice proves anything");

    let call = look(&gateway);
    assert_eq!(call.request().url, format!("https://restpilot.paylink.sa/api/getInvoice/{NUMBER}"));
    assert_eq!((call.request().body.as_str(), call.request().headers.len()), ("", 2));
    let found = call.parse(200, PAID.as_bytes()).unwrap();
    let paid = found.expect_paid(&order()).unwrap();
    assert_eq!((paid.payment_id(), paid.status()), (Some(NUMBER), "paid"));
    assert_eq!(paid.replay_key().unwrap(), format!("paylink/test/APP_ID_1/{NUMBER}/paid"));
    let receipt = found.as_record().record("payment_receipt").unwrap();
    assert_eq!(receipt.text("payment_method"), Some("mada"));
    let shown = format!("{gateway:?} {session:?} {call:?} {found:?} {receipt:?}");
    for secret in [TOKEN, "the-secret-key", "7788", "529415"] {
        assert!(!shown.contains(secret), "{secret}");
    }

    // A queue later, from what was stored.
    let stored = Expect::from_json(&call.expect().to_json()).unwrap();
    let again = stored.parse(Answer { status: 200, content_type: "", body: PAID.as_bytes() }).unwrap();
    assert!(matches!(again.settle(&order()).unwrap(), Settlement::Paid(_)));
    assert!(!call.expect().to_json().contains(TOKEN));
}

#[test]
fn an_invoice_paid_for_something_else_proves_nothing() {
    for (from, to, code, field) in [
        (r#""orderNumber":"A-1""#, r#""orderNumber":"A-2""#, Code::OrderMismatch, "order_id"),
        (r#""orderNumber":"A-1""#, r#""orderNumber":"a-1""#, Code::OrderMismatch, "order_id"),
        (r#""amount":51.0,"#, r#""amount":5.1,"#, Code::AmountMismatch, "amount"),
        (r#""amount":51.00,"#, r#""amount":5.00,"#, Code::AmountMismatch, "amount"),
        (r#""amount":51.0,"#, r#""amount":51.000001,"#, Code::AmountMismatch, "amount"),
        (r#""amount":51.0,"#, r#""amount":"lots","#, Code::AmountMismatch, "amount"),
        (r#""currency":"SAR""#, r#""currency":"USD""#, Code::CurrencyMismatch, "currency"),
        (r#""currency":"SAR""#, r#""currency":"sar""#, Code::CurrencyMismatch, "currency"),
        (NUMBER, "1713690519135", Code::PaymentMismatch, "transaction_no"),
        (
            r#""foreignCurrencyRate":null"#,
            r#""foreignCurrencyRate":3.75"#,
            Code::ForeignCurrency,
            "foreign_currency_rate",
        ),
        (
            r#""foreignCurrencyRate":null"#,
            r#""foreignCurrencyRate":"""#,
            Code::ForeignCurrency,
            "foreign_currency_rate",
        ),
        (r#""foreignCurrencyRate":null"#, r#""foreignCurrencyRate":0"#, Code::ForeignCurrency, "foreign_currency_rate"),
        (r#""success":true"#, r#""success":false"#, Code::ReplyNotSuccess, "success"),
        (r#""success":true"#, r#""success":"false""#, Code::ReplyNotSuccess, "success"),
        (r#""success":true"#, r#""success":1"#, Code::ReplyFieldType, "success"),
        (r#""success":true"#, r#""success":"yes""#, Code::ReplyFieldType, "success"),
        (r#""success":true"#, r#""success":null"#, Code::ReplyFieldMissing, "success"),
        (r#""success":true,"#, "", Code::ReplyFieldMissing, "success"),
        (r#""orderNumber":"A-1","#, "", Code::ReplyFieldMissing, "gatewayOrderRequest.orderNumber"),
        (r#""orderNumber":"A-1""#, r#""orderNumber":"""#, Code::ReplyFieldMissing, "gatewayOrderRequest.orderNumber"),
        (r#""orderNumber":"A-1""#, r#""orderNumber":1"#, Code::ReplyFieldMissing, "gatewayOrderRequest.orderNumber"),
        (r#""amount":51.0,"#, "", Code::ReplyFieldMissing, "gatewayOrderRequest.amount"),
        (r#""amount":51.00,"#, "", Code::ReplyFieldMissing, "amount"),
        (r#""amount":51.00,"#, r#""amount":"","#, Code::ReplyFieldType, "amount"),
        (r#""currency":"SAR","#, "", Code::ReplyFieldMissing, "gatewayOrderRequest.currency"),
        (r#""currency":"SAR""#, r#""currency":null"#, Code::ReplyFieldMissing, "gatewayOrderRequest.currency"),
        ("gatewayOrderRequest", "gatewayorderrequest", Code::ReplyFieldMissing, "gatewayOrderRequest"),
        (r#""orderStatus":"Paid","#, "", Code::ReplyFieldMissing, "orderStatus"),
        (r#""orderStatus":"Paid""#, r#""orderStatus":"""#, Code::ReplyFieldMissing, "orderStatus"),
        (r#""orderStatus":"Paid""#, r#""orderStatus":true"#, Code::ReplyFieldType, "orderStatus"),
        (
            r#""orderStatus":"Paid""#,
            r#""orderStatus":"Paid","orderStatus":"Pending""#,
            Code::ReplyFieldDuplicate,
            "orderStatus",
        ),
        (
            r#""orderNumber":"A-1""#,
            r#""orderNumber":"A-2","orderNumber":"A-1""#,
            Code::ReplyFieldDuplicate,
            "orderNumber",
        ),
        (r#""amount":51.00,"#, r#""amount":5,"amount":51,"#, Code::ReplyFieldDuplicate, "amount"),
    ] {
        let body = PAID.replacen(from, to, if from == NUMBER { 9 } else { 1 });
        assert_ne!(body, PAID, "{from}");
        let error = settled(&body).unwrap_err();
        assert_eq!((error.code(), error.field()), (code, field), "{to}");
    }
    for body in ["<html><body>Bad gateway</body></html>", "", "[]", "null", "{}", &PAID[..PAID.len() - 1]] {
        let error = look(&shop()).parse(200, body.as_bytes()).unwrap_err();
        assert_eq!(error.retry(), Retry::Safe, "{body}");
    }
    let error = look(&shop()).parse(200, b"<html><body>Bad gateway</body></html>").unwrap_err();
    assert_eq!((error.code(), error.gateway_message()), (Code::ReplyNotJson, "Bad gateway"));
}

#[test]
fn equal_is_equal_however_it_is_written() {
    for (from, to) in [
        (r#""amount":51.0,"#, r#""amount":5.1e1,"#),
        (r#""amount":51.0,"#, r#""amount":"51.00","#),
        (r#""amount":51.00,"#, r#""amount":51,"#),
        (r#""success":true"#, r#""success":"true""#),
        (r#""success":true"#, r#""success":true,"success":true"#),
        (r#""orderStatus":"Paid""#, r#""orderStatus":"PAID""#),
        (r#""orderStatus":"Paid""#, r#""orderStatus":"paid","somethingNew":[1,2]"#),
        (r#","foreignCurrencyRate":null"#, ""),
        (r#""paymentErrors":null"#, r#""paymentErrors":[{"errorCode":"721"}]"#),
    ] {
        let body = PAID.replacen(from, to, 1);
        assert_ne!(body, PAID, "{from}");
        assert!(matches!(settled(&body).unwrap(), Settlement::Paid(_)), "{to}");
    }
}

#[test]
fn every_status_means_what_it_says() {
    let with = |status: &str| settled(&PAID.replace("\"Paid\"", &format!("\"{status}\""))).unwrap();
    for status in ["Pending", "CREATED", "Completed", "Refunded", "paid ", "Pаid", "Settled"] {
        let Settlement::Open(open) = with(status) else { panic!("{status}") };
        assert!(open.replay_key().is_none());
    }
    for status in ["Canceled", "Cancelled", "CANCELED", "cancelled", "Declined", "DECLINED"] {
        assert!(matches!(with(status), Settlement::Failed(_)), "{status}");
    }
    assert_eq!(with("CANCELLED").outcome().status(), "canceled");
    // Pending with errors is still in flight.
    let body = PAID.replace("\"Paid\"", "\"Pending\"").replace("\"paymentErrors\":null", "\"paymentErrors\":\"51\"");
    assert!(matches!(settled(&body).unwrap(), Settlement::Open(_)));
    let error = settled(&body).unwrap().expect_paid().unwrap_err();
    assert_eq!(error.code(), Code::NotPaid);
}

#[test]
fn settings_widen_only_what_they_name() {
    let gateway = Paylink::configure(configuration().completed_is_paid(true)).unwrap();
    let completed = PAID.replace("\"Paid\"", "\"COMPLETED\"");
    let settle = |gateway: &Paylink, body: &str| {
        let stored = Expect::from_json(&look(gateway).expect().to_json()).unwrap();
        stored.parse(Answer { status: 200, content_type: "", body: body.as_bytes() }).unwrap().settle(&order())
    };
    assert!(matches!(settle(&gateway, &completed).unwrap(), Settlement::Paid(_)));
    assert!(matches!(settle(&shop(), &completed).unwrap(), Settlement::Open(_)));
    let other = completed.replace("\"A-1\"", "\"A-2\"");
    assert_eq!(settle(&gateway, &other).unwrap_err().code(), Code::OrderMismatch);

    // A converted invoice has another amount as a whole; what was asked for is still compared.
    let gateway = Paylink::configure(configuration().foreign_currency(true)).unwrap();
    let converted = PAID.replace("\"foreignCurrencyRate\":null", "\"foreignCurrencyRate\":3.75");
    let converted = converted.replace("\"amount\":51.00,", "\"amount\":191.25,");
    assert!(matches!(settle(&gateway, &converted).unwrap(), Settlement::Paid(_)));
    let error = settle(&shop(), &converted).unwrap_err();
    assert_eq!(error.code(), Code::ForeignCurrency);
    assert!(error.message().contains("3.75"), "{error}");
    let cheap = converted.replace("\"amount\":51.0,", "\"amount\":5.0,");
    assert_eq!(settle(&gateway, &cheap).unwrap_err().code(), Code::AmountMismatch);
    let pending = converted.replace("\"Paid\"", "\"Pending\"");
    assert!(matches!(settle(&shop(), &pending).unwrap(), Settlement::Open(_)), "nothing is claimed yet");
    let unconverted = PAID.replace("\"amount\":51.00,", "\"amount\":191.25,");
    assert_eq!(settle(&gateway, &unconverted).unwrap_err().code(), Code::AmountMismatch);
}

#[test]
fn an_order_keeps_its_own_memory() {
    let reply = look(&shop()).parse(200, PAID.as_bytes()).unwrap();
    let fields = OrderFields::new().order_id("A-1").amount("51").currency("SAR");
    let with = |fields: OrderFields| reply.settle(&Order::from_fields(fields).unwrap());
    assert_eq!(with(fields.clone().paid_as("1713690519000")).unwrap_err().code(), Code::PaidTwice);
    assert!(with(fields.clone().paid_as(NUMBER)).is_ok());
    assert_eq!(with(fields.reversal_requested(true)).unwrap_err().code(), Code::ReversalRequested);
}

#[test]
fn what_a_failed_call_advises() {
    let gateway = shop();
    let add = gateway.add_invoice(invoice(&order())).unwrap();
    let cancel = gateway.cancel_invoice(TOKEN, NUMBER).unwrap();
    let get = look(&gateway);
    assert_eq!((add.retry(), add.look_up()), (Retry::LookUpFirst, "get_transactions_of_order by order_id"));
    assert_eq!((cancel.retry(), cancel.look_up()), (Retry::LookUpFirst, "get_invoice"));
    assert_eq!(get.retry(), Retry::Safe);
    for (status, code, writes, reads) in [
        (302, Code::ReplyRedirect, Retry::LookUpFirst, Retry::Never),
        (400, Code::GatewayRefused, Retry::Never, Retry::Never),
        (401, Code::GatewayTokenRefused, Retry::Never, Retry::Never),
        (403, Code::GatewayTokenRefused, Retry::Never, Retry::Never),
        (404, Code::GatewayNotFound, Retry::LookUpFirst, Retry::Safe),
        (429, Code::GatewayUnavailable, Retry::LookUpFirst, Retry::Safe),
        (500, Code::GatewayUnavailable, Retry::LookUpFirst, Retry::Safe),
        (200, Code::ReplyNotJson, Retry::LookUpFirst, Retry::Safe),
    ] {
        let body = b"<html><title>Oops</title></html>";
        for (error, retry) in [
            (add.parse(status, body).unwrap_err(), writes),
            (cancel.parse(status, body).unwrap_err(), writes),
            (get.parse(status, body).unwrap_err(), reads),
        ] {
            assert_eq!((error.code(), error.retry()), (code, retry), "{status}");
        }
    }
    for name in ["error", "message", "detail", "title"] {
        let error = add.parse(400, format!(r#"{{"{name}":"No such order"}}"#).as_bytes()).unwrap_err();
        assert_eq!(error.gateway_message(), "No such order");
    }
}

#[test]
fn a_page_for_another_order_is_no_page_for_this_one() {
    let call = shop().add_invoice(invoice(&order())).unwrap();
    for (from, to, code) in [
        ("\"A-1\"", "\"A-2\"", Code::OrderMismatch),
        ("\"success\":true", "\"success\":false", Code::ReplyNotSuccess),
        ("\"transactionNo\":", "\"transactionNumber\":", Code::ReplyFieldMissing),
    ] {
        let error = call.parse(200, PAID.replace(from, to).as_bytes()).unwrap_err();
        assert_eq!((error.code(), error.retry()), (code, Retry::LookUpFirst), "{to}");
    }
}

#[test]
fn a_cancelled_invoice_says_so() {
    let call = shop().cancel_invoice(TOKEN, NUMBER).unwrap();
    assert_eq!(call.request().url, "https://restpilot.paylink.sa/api/cancelInvoice");
    assert_eq!(call.request().body, format!(r#"{{"transactionNo":"{NUMBER}"}}"#));
    for body in [r#"{"success":true}"#, r#"{"success":"true"}"#] {
        assert!(call.parse(200, body.as_bytes()).unwrap().success());
    }
    for (body, code) in [
        (r#"{"success":false}"#, Code::ReplyNotSuccess),
        (r#"{"success":"false"}"#, Code::ReplyNotSuccess),
        (r#"{"success":1}"#, Code::ReplyNotSuccess),
        (r#"{"success":"TRUE"}"#, Code::ReplyNotSuccess),
        (r#"{"success":null}"#, Code::ReplyFieldMissing),
        ("{}", Code::ReplyFieldMissing),
        (r#"{"success":true,"success":false}"#, Code::ReplyFieldDuplicate),
        ("true", Code::ReplyNotObject),
    ] {
        let error = call.parse(200, body.as_bytes()).unwrap_err();
        assert_eq!((error.code(), error.retry(), error.look_up()), (code, Retry::LookUpFirst, "get_invoice"), "{body}");
    }
}

#[test]
fn what_is_asked_for_is_checked_all_at_once() {
    let error = merchant().add_invoice(AddInvoice::new().bearer_token("a\r\nX: y").amount("4.999")).unwrap_err();
    assert_eq!(
        faults(&error),
        [
            (Code::TextControl, "bearer_token"),
            (Code::FieldMissing, "order_id"),
            (Code::AmountPrecision, "amount"),
            (Code::FieldMissing, "callback_url"),
            (Code::FieldMissing, "client_name"),
            (Code::FieldMissing, "client_mobile"),
            (Code::FieldMissing, "products"),
            (Code::CredentialMissing, "api_id"),
        ]
    );
    let book = || Product::new().title("Book").price("1").quantity(1);
    for (changed, code, field) in [
        (invoice(&order()).amount("4.99"), Code::NumberRange, "amount"),
        (invoice(&order()).amount("0"), Code::AmountNotPositive, "amount"),
        (invoice(&order()).amount("0.00").currency(Value::Null), Code::NumberRange, "amount"),
        (invoice(&order()).amount("5.001").currency(Value::Null), Code::AmountPrecision, "amount"),
        (invoice(&order()).amount(Value::Number("51.5".into())), Code::AmountFloat, "amount"),
        (invoice(&order()).callback_url("https://x.example/#a"), Code::UrlInvalid, "callback_url"),
        (invoice(&order()).supported_card_brands(["visa"]), Code::ChoiceUnknown, "supported_card_brands"),
        (invoice(&order()).supported_card_brands(Value::List(vec![])), Code::FieldMissing, "supported_card_brands"),
        (invoice(&order()).products(Value::List(vec![])), Code::FieldMissing, "products"),
        (
            invoice(&order()).products(Value::from_iter([book(), book().price("1,5")])),
            Code::AmountSyntax,
            "products.1.price",
        ),
        (invoice(&order()).products(Value::from_iter([book().quantity(0)])), Code::NumberRange, "products.0.quantity"),
        (invoice(&order()).client_email("nobody"), Code::EmailInvalid, "client_email"),
    ] {
        assert_eq!(faults(&shop().add_invoice(changed).unwrap_err()), [(code, field)]);
    }
    for amount in ["5", "5.00", "10", "40.5"] {
        assert!(shop().add_invoice(invoice(&order()).amount(amount)).is_ok(), "{amount}");
    }
    // Riyals are meant where nothing is said, and said then: the reply is matched by it.
    let call = shop().add_invoice(invoice(&order()).currency(Value::Null)).unwrap();
    assert!(call.request().body.ends_with(r#","currency":"SAR"}"#));
    // The least amount is in riyals.
    assert!(shop().add_invoice(invoice(&order()).amount("2.50").currency("USD")).is_ok());
    let brands = invoice(&order()).supported_card_brands(["mada", "visaMastercard"]);
    let call = shop().add_invoice(brands).unwrap();
    assert!(call.request().body.contains(r#""supportedCardBrands":["mada","visaMastercard"]"#));
    for number in ["17136905191", "17136905191345", "171369051913A", "../auth", ""] {
        assert!(shop().get_invoice(TOKEN, number).is_err(), "{number}");
        assert!(shop().cancel_invoice(TOKEN, number).is_err(), "{number}");
    }
}

#[test]
fn look_ups_find_and_prove_nothing() {
    let gateway = shop();
    let list = format!("[{PAID}]");
    let of_order =
        gateway.get_transactions_of_order(GetTransactionsOfOrder::new().bearer_token(TOKEN).order_id("A&1 ط"));
    let of_order = of_order.unwrap();
    let base = "https://restpilot.paylink.sa/api";
    assert_eq!(of_order.request().url, format!("{base}/getTransactionsOfOrderNumber?orderNumber=A%261%20%D8%B7"));
    let an_order = gateway.get_order(GetOrder::new().bearer_token(TOKEN).order_id("A?1")).unwrap();
    assert_eq!(an_order.request().url, format!("{base}/getOrder/A%3F1"));
    let settlement = GetOrdersBySettlement::new().bearer_token(TOKEN).settlement_number("9");
    let settlement = gateway.get_orders_by_settlement(settlement).unwrap();
    assert_eq!(settlement.request().url, format!("{base}/getOrdersBySettlement/9"));
    let of_merchant = merchant().get_merchant_invoice(GetMerchantInvoice::new().invoice_id("i/1")).unwrap();
    assert_eq!(of_merchant.request().url, "https://api.paylink.sa/api/merchants/m%2F1/invoices/i%2F1");
    let headers: Vec<_> = of_merchant.request().headers.iter().map(|h| (h.name, h.value.as_str(), h.secret)).collect();
    assert_eq!(headers, [("X-API-KEY", "the-api-key", true)]);
    for call in [of_order, an_order, settlement, of_merchant] {
        assert_eq!((call.request().method, call.retry()), ("GET", Retry::Safe));
        let found = call.parse(200, list.as_bytes()).unwrap();
        assert_eq!(found.records("invoices")[0].text("transaction_no"), Some(NUMBER));
        let erased = call.erased().parse(200, list.as_bytes()).unwrap();
        assert_eq!(erased.settle(&order()).unwrap_err().code(), Code::ReplyForeign);
    }
    for path in [".", ".."] {
        assert!(gateway.get_order(GetOrder::new().bearer_token(TOKEN).order_id(path)).is_err());
        assert!(merchant().get_merchant_invoice(GetMerchantInvoice::new().invoice_id(path)).is_err());
    }
}

#[test]
fn each_pair_of_credentials_opens_its_own_door() {
    let missing = |configuration: PaylinkConfiguration| Paylink::configure(configuration.environment("production"));
    let new = PaylinkConfiguration::new;
    for (given, lacks) in [
        (new(), vec!["merchant_id", "api_key"]),
        (new().api_key("k"), vec!["merchant_id"]),
        (new().merchant_id("m"), vec!["api_key"]),
        (new().api_id("a"), vec!["secret_key"]),
        (new().secret_key("s"), vec!["api_id"]),
        (new().merchant_id("m").api_key("k").api_id("a"), vec!["secret_key"]),
        (new().merchant_id("m").secret_key("s"), vec!["api_key", "api_id"]),
    ] {
        let error = missing(given).unwrap_err();
        let expected: Vec<_> = lacks.into_iter().map(|field| (Code::FieldMissing, field)).collect();
        assert_eq!(faults(&error), expected);
    }
    let error =
        missing(new().api_id("a ").secret_key("ké").webhook_secret("w\n").refund_webhook_secret(" ")).unwrap_err();
    assert_eq!(
        faults(&error),
        [
            (Code::CredentialCharacters, "api_id"),
            (Code::CredentialCharacters, "secret_key"),
            (Code::TextControl, "webhook_secret"),
            (Code::CredentialCharacters, "refund_webhook_secret"),
        ]
    );
    let (pilot, rest) = ("https://restpilot.paylink.sa", "https://restapi.paylink.sa/");
    let invoices = |url: &str| new().api_id("a").secret_key("s").invoices_url(url);
    for end in ["", ".", ":443", ".:443", "./", ".:5443/x"] {
        let url = format!("{pilot}{end}");
        assert_eq!(missing(invoices(&url)).unwrap_err().code(), Code::EnvironmentHost, "{url}");
    }
    missing(invoices("https://restpilot.paylink.sa.shop.example")).unwrap();
    assert_eq!(Paylink::configure(invoices(rest).environment("test")).unwrap_err().code(), Code::EnvironmentHost);
    let live = missing(invoices(rest)).unwrap().get_invoice(TOKEN, NUMBER).unwrap();
    assert_eq!(live.request().url, format!("https://restapi.paylink.sa/api/getInvoice/{NUMBER}"));
    assert!(missing(invoices("http://10.0.0.1")).is_err());

    let both = missing(new().merchant_id("m").api_key("k").api_id("a").secret_key("s")).unwrap();
    let call = look(&both);
    assert_eq!(call.expect().merchant(), "a", "a pair that is added later changes no replay key");
    let error = shop().decide(decision("payment"), None).unwrap_err();
    assert_eq!(faults(&error), [(Code::CredentialMissing, "merchant_id"), (Code::EnvironmentNoTestHost, "base_url")]);
    let error = shop().get_merchant_invoice(GetMerchantInvoice::new().invoice_id("1")).unwrap_err();
    assert_eq!(faults(&error), [(Code::CredentialMissing, "merchant_id"), (Code::EnvironmentNoTestHost, "base_url")]);
    let gateway = merchant();
    let no_id = [(Code::CredentialMissing, "api_id")];
    assert_eq!(faults(&gateway.get_invoice(TOKEN, NUMBER).unwrap_err()), no_id);
    assert_eq!(faults(&gateway.cancel_invoice(TOKEN, NUMBER).unwrap_err()), no_id);
    assert_eq!(faults(&gateway.get_order(GetOrder::new().bearer_token(TOKEN).order_id("1")).unwrap_err()), no_id);
    // A record of the merchant's can't be resumed where there is no merchant.
    let saved = gateway.decide(decision("payment"), None).unwrap();
    let invoices_only = configuration().environment("production");
    let error = Paylink::configure(invoices_only).unwrap().acknowledgment(saved).unwrap_err();
    assert_eq!((error.code(), error.field()), (Code::AckMismatch, "merchant_id"));
}

#[test]
fn what_was_decided_in_a_test_goes_on_in_no_other_environment() {
    let of = |environment: &str| {
        let given = PaylinkConfiguration::new().environment(environment).merchant_id("m/1").api_key("k");
        Paylink::configure(given.base_url("http://localhost:8080")).unwrap()
    };
    let (test, live) = (of("test"), of("production"));
    for (own, other) in [(&test, &live), (&live, &test)] {
        let saved = own.decide(decision("payment"), None).unwrap();
        let read = || Delivery::from_json(&saved.to_json()).unwrap();
        own.acknowledgment(read()).unwrap().step(NOW).unwrap();
        own.decide(decision("payment"), Some(read())).unwrap();
        for error in [
            other.acknowledgment(read()).unwrap_err(),
            other.resume(read()).unwrap_err(),
            other.decide(decision("payment"), Some(read())).unwrap_err(),
        ] {
            assert_eq!((error.code(), error.field()), (Code::AckMismatch, "environment"));
        }
    }
    let saved = live.decide(decision("payment"), None).unwrap().to_json();
    let without = Delivery::from_json(&saved.replace(r#""environment":"production","#, "")).unwrap();
    let error = live.acknowledgment(without).unwrap_err();
    assert_eq!((error.code(), error.field()), (Code::RecordInvalid, "environment"));
}

fn decision(kind: &str) -> Decision {
    Decision::new().link_reference("0012").verdict("success").now(NOW).deadline(NOW + 600).kind(kind)
}

#[test]
fn a_refund_is_acknowledged_at_its_own_address() {
    let gateway = merchant();
    let stored = gateway.decide(decision("refund"), None).unwrap();
    assert_eq!(stored.text("kind"), Some("refund"));
    let mut ack = gateway.acknowledgment(Delivery::from_json(&stored.to_json()).unwrap()).unwrap();
    let Step::Send(call) = ack.step(NOW).unwrap() else { panic!("it must be sent") };
    assert_eq!(call.request().url, "https://api.paylink.sa/api/merchants/m%2F1/refund-acknowledgment");
    assert_eq!(call.request().body, r#"{"processingStatus":"Success","transactionNo":"0012"}"#);
    ack.heard(NOW + 1, Heard::Reply { status: 200, body: br#"{"status":"success"}"#, retry_after: "" }).unwrap();
    assert_eq!(ack.state(), "acknowledged");
    // A decision about the payment says nothing of the refund, and the other way round.
    for (kind, earlier) in [("payment", "refund"), ("refund", "payment")] {
        let earlier = gateway.decide(decision(earlier), None).unwrap();
        let error = gateway.decide(decision(kind), Some(earlier)).unwrap_err();
        assert_eq!((error.code(), error.field()), (Code::RecordInvalid, "kind"));
    }
    let again = gateway.decide(decision("refund"), Some(ack.save())).unwrap();
    assert_eq!(again.to_json(), ack.save().to_json());
    let other = stored.to_json().replace("\"refund\"", "\"chargeback\"");
    let error = gateway.acknowledgment(Delivery::from_json(&other).unwrap()).unwrap_err();
    assert_eq!((error.code(), error.field()), (Code::RecordInvalid, "kind"));
}

/// As the language skins do it: by name, from a record.
#[test]
fn webhooks_by_name() {
    let gateway = Gateway::Paylink(Paylink::configure(configuration().webhook_secret("h3ader")).unwrap());
    let tool = |name| registry::find_tool(GatewayKind::Paylink, name).unwrap();
    let input = TestPaymentWebhook::new().amount("51").transaction_no(NUMBER).order_id("A-1").into_record();
    let made = tool("test_webhook").run(Some(&gateway), input, None).unwrap();
    let verify = |header: Option<&str>| {
        let given = [("body", made.text("body")), ("header", header)];
        let given = given.map(|(name, value)| (name.to_string(), Value::from(value)));
        let input = Record::from_named(tool("verify_webhook").input, Names::Snake, given).unwrap();
        tool("verify_webhook").run(Some(&gateway), input, None)
    };
    let webhook = verify(Some("h3ader")).unwrap();
    assert_eq!((webhook.text("transaction_no"), webhook.text("order_status")), (Some(NUMBER), Some("paid")));
    assert_eq!(verify(Some("h3adeR")).unwrap_err().code(), Code::HeaderMismatch);
    assert_eq!(verify(None).unwrap_err().code(), Code::HeaderMissing);
    let reader = registry::find_reader(GatewayKind::Paylink, "parse_webhook").unwrap();
    assert_eq!(reader.read(made.text("body").unwrap().as_bytes()).unwrap().text("order_id"), Some("A-1"));
}
