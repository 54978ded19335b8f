//! What the look-ups of invoices find. The forms of their replies are not published.

use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

use super::invoice::{GatewayOrderRequest, ORDER_STATUS, PaymentReceipt, tidy};
use crate::call::{Answer, Expect};
use crate::error::{Code, Fault};
use crate::json;
use crate::read::Reading;
use crate::record::{Record, Value, record};

record! {
    /// An invoice as a look-up shows it. It never proves anything: fetch it with `get_invoice`, and settle that.
    output FoundInvoice {
        /// The invoice's id, for `get_invoice`.
        transaction_no as "transactionNo": may text,
        /// Your order number.
        order_id as "orderNumber": may text,
        /// The status it claims.
        order_status as "orderStatus": may choice(ORDER_STATUS),
        /// The amount it claims.
        amount: may amount,
        /// The currency it claims.
        currency: may text,
        /// What was asked for.
        gateway_order_request as "gatewayOrderRequest": may record(GatewayOrderRequest::SHAPE),
        /// What went wrong with an attempt: a list, text or nothing.
        payment_errors as "paymentErrors": may any,
        /// The payment page.
        url: may text,
        /// The payment page as a QR code.
        qr_url as "qrUrl": may text,
        /// The payment page for a frame in an app.
        mobile_url as "mobileUrl": may text,
        /// Where Paylink tells the status.
        check_url as "checkUrl": may text,
        /// Whether the call worked. It does not say that anything was paid.
        success: may any,
        /// What was delivered, if the products are digital.
        digital_order as "digitalOrder": may any,
        /// The rate by which Paylink converted the amount, if it did.
        foreign_currency_rate as "foreignCurrencyRate": may any,
        /// The receipt, once it is paid.
        payment_receipt as "paymentReceipt": may record(PaymentReceipt::SHAPE),
    }
}

record! {
    /// The invoices that a look-up found, perhaps none.
    output FoundInvoices {
        /// Each of them; what stood beside the list is in `extra`.
        invoices: need records(FoundInvoice::SHAPE),
    }
}

/// Reads a list of invoices, an object with one list of them, or one invoice. What could be either is refused.
pub(super) fn read(_: &Expect, answer: Answer<'_>) -> Result<Record, Fault> {
    let mut reading = Reading::new(FoundInvoices::SHAPE);
    match json::read(answer.body).map_err(json::Trouble::in_reply)? {
        list @ Value::List(_) => reading.set(INVOICES, list)?,
        Value::Map(map) => read_object(&mut reading, map)?,
        _ => return Err(Fault::new(Code::ReplyNotObject, "")),
    }
    let mut found = reading.finish()?;
    if let Some(Value::List(invoices)) = found.values_mut().first_mut() {
        let maps = invoices.iter_mut().filter_map(|item| if let Value::Map(map) = item { Some(map) } else { None });
        maps.flatten().for_each(|(name, value)| tidy(name, value));
    }
    Ok(found)
}

const INVOICES: &str = "invoices";

fn read_object(reading: &mut Reading, map: Vec<(String, Value)>) -> Result<(), Fault> {
    let has = |names: &[&str]| map.iter().any(|(name, _)| names.contains(&name.as_str()));
    // An invoice has lists of its own, such as its errors.
    let is_list = |name: &str, value: &Value| {
        matches!(value, Value::List(_)) && !FoundInvoice::SHAPE.fields.iter().any(|field| field.wire == name)
    };
    let lists = map.iter().filter(|(name, value)| is_list(name, value)).count();
    if has(&["transactionNo"]) || (lists == 0 && has(&["orderNumber", "orderStatus", "gatewayOrderRequest"])) {
        return reading.set(INVOICES, Value::List(vec![Value::Map(map)]));
    }
    if lists != 1 {
        return Err(Fault::new(Code::ReplyFieldType, INVOICES).with_limit("one list of them, or one invoice"));
    }
    for (name, mut value) in map {
        tidy(&name, &mut value);
        // An empty list beside a failure doesn't say that there is no invoice.
        if name == "success" && value != Value::Flag(true) {
            return Err(Fault::new(Code::ReplyNotSuccess, "success").with_limit("success is not true"));
        }
        let name = if is_list(&name, &value) { INVOICES } else { &name };
        reading.set(name, value)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::super::{GetOrder, Paylink, PaylinkConfiguration};
    use super::*;

    fn parse(body: &str) -> Result<Vec<Record>, Code> {
        let configuration = PaylinkConfiguration::new().environment("test").api_id("a").secret_key("b");
        let gateway = Paylink::configure(configuration).unwrap();
        let call = gateway.get_order(GetOrder::new().bearer_token("t").order_id("A/1")).unwrap();
        assert_eq!(call.request().url, "https://restpilot.paylink.sa/api/getOrder/A%2F1");
        call.parse(200, body.as_bytes()).map(|found| found.records("invoices")).map_err(|error| error.code())
    }

    #[test]
    fn every_form_of_a_list_is_read() {
        let one = r#"{"transactionNo":"1234567890123","orderNumber":"A-1","orderStatus":"CANCELLED","amount":5,"paymentErrors":[],"success":"true","new":1}"#;
        for body in [
            String::from(one),
            alloc::format!("[{one}]"),
            alloc::format!(r#"{{"success":true,"count":1,"orders":[{one}]}}"#),
            alloc::format!(r#"{{"success":"true","invoices":[{one}]}}"#),
        ] {
            let found = parse(&body).unwrap();
            let [invoice] = found.as_slice() else { panic!("{body}") };
            assert_eq!(invoice.get("transaction_no"), "1234567890123");
            assert_eq!(invoice.get("order_status"), "canceled");
            assert!(invoice.flag("success"));
            assert_eq!(invoice.extra().len(), 1);
        }
        assert!(parse("[]").unwrap().is_empty());
        assert!(parse(r#"{"orders":[]}"#).unwrap().is_empty());
        assert_eq!(parse(r#"{"orderStatus":"Paid","paymentErrors":[]}"#).unwrap().len(), 1);
    }

    #[test]
    fn what_is_no_list_of_invoices_is_refused() {
        for (body, code) in [
            ("{}", Code::ReplyFieldType),
            (r#"{"data":null}"#, Code::ReplyFieldType),
            (r#"{"a":[],"b":[]}"#, Code::ReplyFieldType),
            (r#"{"a":[],"a":[]}"#, Code::ReplyFieldType),
            ("[7]", Code::ReplyFieldType),
            (r#"{"orders":["x"]}"#, Code::ReplyFieldType),
            (r#"{"success":false,"orders":[]}"#, Code::ReplyNotSuccess),
            (r#"{"orders":[],"success":null}"#, Code::ReplyNotSuccess),
            (r#"[{"transactionNo":"1","transactionNo":"2"}]"#, Code::ReplyFieldDuplicate),
            ("null", Code::ReplyNotObject),
            ("\"paid\"", Code::ReplyNotObject),
            ("<html></html>", Code::ReplyNotJson),
        ] {
            assert_eq!(parse(body).unwrap_err(), code, "{body}");
        }
    }
}
