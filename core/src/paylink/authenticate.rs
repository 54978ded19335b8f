//! `authenticate`: POST `/api/auth`, and how long its token lives.

use alloc::format;
use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

use super::{BEARER_TOKEN, Paylink, request};
use crate::call::{Answer, Build, Call, Expect, Header, Operation};
use crate::error::{Code, Error, Fault};
use crate::json::{self, Object};
use crate::read::read_reply;
use crate::record::{Record, record};

record! {
    /// Asks for the token that every call about invoices needs.
    input Authenticate {
        /// Whether the token is to live for 30 hours; by default it lives for 30 minutes.
        persist_token as "persistToken": may flag,
        /// Now, in Unix seconds.
        now as "": need count(1_704_067_200, 4_102_444_799),
    }
}

record! {
    /// A token. Keep it beside your credentials and use it until `refresh_at`.
    output Session {
        /// What goes into `bearer_token` of every call about invoices.
        bearer_token as "id_token": need text secret,
        /// When the token is dead, in Unix seconds.
        expires_at as "": may count(0, i64::MAX),
        /// When to ask for the next one, in Unix seconds: five minutes earlier.
        refresh_at as "": may count(0, i64::MAX),
    }
}

/// How long a token lives, in seconds: 30 minutes, or 30 hours if it is persisted.
const LIFE: i64 = 30 * 60;
const PERSISTED_LIFE: i64 = 30 * 3600;
/// How long before its end a token is better replaced. Our own: a checkout in progress should not lose it.
const MARGIN: i64 = 5 * 60;

/// The operation.
pub static AUTHENTICATE: Operation = Operation {
    name: "authenticate",
    input: Authenticate::SHAPE,
    output: Session::SHAPE,
    look_up: "",
    page: "https://developer.paylink.sa/docs/authentication",
    doc: if cfg!(feature = "describe") {
        &[
            "Asks for the token that every call about invoices needs.",
            "",
            "One token serves many calls: keep it until `refresh_at`. A call that fails with \
             `gateway.token_refused` is made anew with a fresh token, once.",
        ]
    } else {
        &[]
    },
    build: Build::Paylink(build),
    read,
    settle: None,
};

impl Paylink {
    /// Asks for the token that every call about invoices needs; `now` is in Unix seconds.
    /// <https://developer.paylink.sa/docs/authentication>
    ///
    /// # Errors
    /// Every fault of the input at once; `credential.missing`.
    ///
    /// ```
    /// use qantara::Paylink;
    /// use qantara::paylink::{Authenticate, PaylinkConfiguration};
    /// let configuration = PaylinkConfiguration::new().environment("test").api_id("your id").secret_key("your key");
    /// let gateway = Paylink::configure(configuration)?;
    /// let call = gateway.authenticate(Authenticate::new().now(1_795_000_000))?;
    /// let session = call.parse(200, br#"{"id_token":"eyJ0"}"#)?; // what your HTTP client brought
    /// assert_eq!((session.bearer_token(), session.refresh_at()), ("eyJ0", Some(1_795_001_500)));
    /// # Ok::<(), qantara::Error>(())
    /// ```
    pub fn authenticate(&self, mut input: Authenticate) -> Result<Call<Session>, Error> {
        let faults = input.0.faults();
        build(self, &mut input.0, faults).map(Call::typed)
    }
}

fn build(gateway: &Paylink, input: &mut Record, mut faults: Vec<Fault>) -> Result<Call, Error> {
    gateway.need_invoices(&mut faults);
    input.shape().refuse(faults)?;
    let persist = input.flag("persist_token");
    // Room for all of it: a body that grows leaves a key behind in the memory it had.
    let mut body = String::with_capacity(512);
    let mut object = Object::new(&mut body);
    json::write_text(object.key("apiId"), &gateway.api_id);
    json::write_text(object.key("secretKey"), gateway.secret_key.expose());
    object.key("persistToken").push_str(if persist { "true" } else { "false" });
    object.end();
    // It counts from before the request, so the token never seems to live longer than it does.
    let expires_at = input.count("now").unwrap_or(0) + if persist { PERSISTED_LIFE } else { LIFE };
    let known = vec![("expires_at", format!("{expires_at}")), ("refresh_at", format!("{}", expires_at - MARGIN))];
    let url = gateway.invoices_url.clone() + "/api/auth";
    let mut request = request("POST", url, "", vec![Header::plain("Accept", "application/json")], body);
    request.secret_body = true;
    Ok(Call::new(request, gateway.expect_invoice(&AUTHENTICATE, known)))
}

fn read(expect: &Expect, answer: Answer<'_>) -> Result<Record, Fault> {
    let mut record = read_reply(Session::SHAPE, answer.body)?;
    if BEARER_TOKEN.fault("", record.get("bearer_token")).is_some() {
        return Err(Fault::new(Code::ReplyFieldType, "id_token").with_limit("a token that a header can carry"));
    }
    for name in ["expires_at", "refresh_at"] {
        record.set(name, expect.known(name).parse::<i64>().ok());
    }
    Ok(record)
}

#[cfg(test)]
mod tests {
    use super::super::PaylinkConfiguration;
    use super::*;

    fn gateway() -> Paylink {
        let configuration = PaylinkConfiguration::new().environment("test").api_id("APP\"1").secret_key("s3cr3t");
        Paylink::configure(configuration).unwrap()
    }

    #[test]
    fn a_token_lives_for_half_an_hour_or_thirty_hours() {
        let now = 1_795_000_000;
        for (persist, sent, life) in
            [(None, "false", 1800), (Some(false), "false", 1800), (Some(true), "true", 108_000)]
        {
            let call = gateway().authenticate(Authenticate::new().persist_token(persist).now(now)).unwrap();
            let request = call.request();
            assert_eq!(request.url, "https://restpilot.paylink.sa/api/auth");
            let body = format!(r#"{{"apiId":"APP\"1","secretKey":"s3cr3t","persistToken":{sent}}}"#);
            assert_eq!(request.body, body);
            assert!(!format!("{call:?}").contains("s3cr3t"));
            let session = call.parse(200, br#"{"id_token":"eyJ0"}"#).unwrap();
            assert_eq!(session.expires_at(), Some(now + life));
            assert_eq!(session.refresh_at(), Some(now + life - 300));
            assert!(!format!("{session:?}").contains("eyJ0"));
        }
    }

    #[test]
    fn what_is_no_token_is_refused() {
        let call = gateway().authenticate(Authenticate::new().now(1_795_000_000)).unwrap();
        for (body, code) in [
            ("{}", Code::ReplyFieldMissing),
            (r#"{"id_token":""}"#, Code::ReplyFieldMissing),
            (r#"{"id_token":null}"#, Code::ReplyFieldMissing),
            (r#"{"id_token":7}"#, Code::ReplyFieldType),
            (r#"{"id_token":"a\r\nX: y"}"#, Code::ReplyFieldType),
            (r#"{"id_token":"a","id_token":"b"}"#, Code::ReplyFieldDuplicate),
            ("<html>busy</html>", Code::ReplyNotJson),
        ] {
            let error = call.parse(200, body.as_bytes()).unwrap_err();
            assert_eq!((error.code(), error.retry()), (code, crate::Retry::Safe), "{body}");
        }
        assert_eq!(call.parse(401, b"{}").unwrap_err().code(), Code::GatewayUnauthorized);
        assert_eq!(call.parse(503, b"").unwrap_err().retry(), crate::Retry::Safe);
    }

    #[test]
    fn needs_its_credentials_and_a_clock() {
        let other = PaylinkConfiguration::new().environment("production").merchant_id("m").api_key("k");
        let error = Paylink::configure(other).unwrap().authenticate(Authenticate::new().now(0)).unwrap_err();
        let faults: Vec<_> = error.faults().iter().map(|fault| (fault.code(), fault.field())).collect();
        assert_eq!(faults, [(Code::NumberRange, "now"), (Code::CredentialMissing, "api_id")]);
    }
}
