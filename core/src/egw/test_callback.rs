//! `test_callback`: a signed callback for your own tests.

use alloc::string::String;
use alloc::vec::Vec;

use super::card_form::{escape, hidden};
use super::{Callback, Egw, ORDER, TRTYPE};
use crate::error::{Code, Error, Fault};
use crate::gateway::{GatewayKind, UNRESERVED};
use crate::json::{self, Object};
use crate::mac::{REPLY, Source};
use crate::record::{Alphabet, Record, Text, choice, record};
use crate::tool::{Run, TestMessage, Tool, check_test_only};

choice! {
    /// The form a gateway delivers its fields in.
    DELIVERY_FORM DeliveryForm { "json" = "json", "form" = "form", "xml" = "xml", "html" = "html" }
}

record! {
    /// What the callback of your test says.
    input TestCallback {
        /// TRTYPE: `0` authorization, `1` retail, others as your bank numbers them.
        trtype as "TRTYPE": need text(TRTYPE),
        /// ORDER: your order number, 6 to 32 digits.
        order_id as "ORDER": need text(ORDER),
        /// AMOUNT, in major units.
        amount as "AMOUNT": need amount,
        /// CURRENCY.
        currency as "CURRENCY": need text(Text::CURRENCY),
        /// ACTION: `0` approved, `2` declined, …
        action as "ACTION": need text(Text { min: 1, max: 2, alphabet: Alphabet::Digits }),
        /// RC: the response code, such as `00`.
        rc as "RC": need text(Text { min: 1, max: 3, alphabet: Alphabet::Visible }),
        /// APPROVAL: the issuer's approval code.
        approval as "APPROVAL": may text,
        /// RRN.
        rrn as "RRN": may text,
        /// INT_REF.
        int_ref as "INT_REF": may text,
        /// TIMESTAMP, UTC `YYYYMMDDHHMMSS`.
        timestamp as "TIMESTAMP": may text,
        /// NONCE.
        nonce as "NONCE": may text,
        /// DESC: the description.
        description as "DESC": may text,
        /// MESSAGE: the gateway's words.
        message as "MESSAGE": may text,
        /// The form it is delivered in: `json` unless you say otherwise.
        form: may choice(DELIVERY_FORM),
    }
}

/// The tool.
pub static TEST_CALLBACK: Tool = Tool {
    name: "test_callback",
    gateway: GatewayKind::Egw,
    input: TestCallback::SHAPE,
    output: TestMessage::SHAPE,
    page: "https://docs.alqaseh.com/1.0-legacy/auth",
    doc: if cfg!(feature = "describe") {
        &[
            "Makes a signed callback for your own tests, as the gateway would send it: signed with this gateway's key \
             and its profile's order for replies.",
            "",
            "It works in the test environment only.",
        ]
    } else {
        &[]
    },
    run: Run::Egw(run),
};

impl Egw {
    /// Makes a signed callback for your own tests, in the test environment only.
    ///
    /// # Errors
    /// Every fault of the input at once; `environment.test_only`; `mac.no_reply_order`.
    ///
    /// ```
    /// use qantara::egw::{EgwConfiguration, TestCallback};
    /// use qantara::{Egw, Order};
    /// let configuration = EgwConfiguration::new().environment("test").api_key("key").profile("romcard");
    /// let gateway = Egw::configure(configuration.mac_key("00112233445566778899AABBCCDDEEFF"))?;
    /// let callback = TestCallback::new().trtype("1").order_id("000417").amount("25000").currency("IQD");
    /// let callback = gateway.test_callback(callback.action("0").rc("00"))?;
    /// gateway.verify_callback(callback.body().as_bytes())?.expect_paid(&Order::new("000417", "25000", "IQD")?)?;
    /// # Ok::<(), qantara::Error>(())
    /// ```
    pub fn test_callback(&self, input: TestCallback) -> Result<TestMessage, Error> {
        run(self, input.into_record()).map(TestMessage)
    }
}

fn run(gateway: &Egw, mut input: Record) -> Result<Record, Error> {
    let mut faults = input.faults();
    check_test_only(gateway.environment, &mut faults);
    let trtype = input.get("trtype");
    let terminal = gateway.configured.get("terminal");
    let value = |name: &str| {
        let field = input.shape().fields.iter().find(|field| field.wire == name);
        field.map_or("", |field| input.get(field.name))
    };
    let mut source = Source::new(&gateway.profile);
    match gateway.profile.order(REPLY, trtype) {
        Some(order) => {
            for name in order {
                let signed = match name {
                    "TERMINAL" => terminal,
                    name if gateway.profile.is_from_configuration(name) => gateway.setting(name).unwrap_or(""),
                    name => value(name),
                };
                faults.extend(source.push(name, signed).err());
            }
        }
        None if trtype.is_empty() => {}
        None => faults.push(Fault::new(Code::MacNoReplyOrder, "profile")),
    }
    input.shape().refuse(faults)?;
    let mac = gateway.mac(&source.finish());
    let mut fields: Vec<(&str, &str)> = Vec::new();
    for field in Callback::SHAPE.fields {
        fields.push((field.wire, if field.wire == "TERMINAL" { terminal } else { value(field.wire) }));
    }
    fields.push(("P_SIGN", &mac));
    fields.retain(|(_, value)| !value.is_empty());
    let (body, content_type) = deliver(input.get("form"), &fields);
    let mut out = Record::new(TestMessage::SHAPE);
    out.set("body", body);
    out.set("content_type", content_type);
    Ok(out)
}

fn deliver(form: &str, fields: &[(&str, &str)]) -> (String, &'static str) {
    let mut body = String::new();
    let content_type = match form {
        "form" => {
            for (name, value) in fields {
                body.push_str(if body.is_empty() { "" } else { "&" });
                body.push_str(name);
                body.push('=');
                body.extend(percent_encoding::utf8_percent_encode(value, UNRESERVED));
            }
            "application/x-www-form-urlencoded"
        }
        "xml" => {
            body.push_str("<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response>");
            for (name, value) in fields {
                for part in ["<", name, ">"] {
                    body.push_str(part);
                }
                escape(&mut body, value);
                for part in ["</", name, ">"] {
                    body.push_str(part);
                }
            }
            body.push_str("</Response>");
            "application/xml"
        }
        "html" => {
            body.push_str("<!DOCTYPE html><html><body><form>");
            fields.iter().for_each(|(name, value)| hidden(&mut body, name, value));
            body.push_str("</form></body></html>");
            "text/html"
        }
        _ => {
            let mut object = Object::new(&mut body);
            fields.iter().for_each(|(name, value)| json::write_text(object.key(name), value));
            object.end();
            "application/json"
        }
    };
    (body, content_type)
}
