//! What can go wrong, as one table of codes.
//!
//! Every error carries one or more [`Fault`]s. A fault's code is stable text and a stable number; the
//! number's thousands say what kind of trouble it is (see [`Range`]). The sentence a person reads is made
//! from the same table, so the core's logic holds no prose.

use alloc::borrow::Cow;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::fmt;

use crate::call::Retry;
pub use crate::fault::Fault;
use crate::record::Names;

/// What kind of trouble a code stands for; each language derives its error classes from it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Range {
    /// 1xxx: what you gave is not valid. Nothing was sent.
    Validation,
    /// 2xxx: a MAC is missing, malformed or does not verify. The message proves nothing; look the payment up.
    Signature,
    /// 3xxx: the reply can't be read. What happened is unknown unless `retry` says otherwise.
    Reply,
    /// 4xxx: the message is genuine but not what you expected: another order, amount, currency or kind.
    Mismatch,
    /// 5xxx: the gateway answered with an error.
    Gateway,
}

impl Range {
    /// The range's name, as error classes bear it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Validation => "validation",
            Self::Signature => "signature",
            Self::Reply => "reply",
            Self::Mismatch => "mismatch",
            Self::Gateway => "gateway",
        }
    }
}

macro_rules! codes {
    ($($number:literal $name:ident $text:literal $message:literal)*) => {
        /// A stable code. New ones may be added.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        #[repr(u16)]
        pub enum Code {
            $(#[doc = concat!("`", $text, "`: ", $message)] $name = $number,)*
        }

        impl Code {
            /// Every code there is, in numeric order.
            pub const ALL: &'static [Code] = &[$(Code::$name),*];

            /// The stable dotted text, such as `amount.float`.
            pub const fn text(self) -> &'static str {
                match self { $(Code::$name => $text),* }
            }

            /// The English sentence; `{field}` and `{limit}` stand for the fault's own.
            pub const fn message(self) -> &'static str {
                match self { $(Code::$name => $message),* }
            }
        }
    };
}

codes! {
    1001 FieldMissing "field.missing" "{field} is required: give it a value."
    1002 FieldUnknown "field.unknown" "{field} is not a field here{limit}"
    1003 FieldType "field.type" "{field} has the wrong type: give {limit}."
    1004 FieldDuplicate "field.duplicate" "{field} is given twice: give it once."
    1005 TextTooShort "text.too_short" "{field} is too short: give at least {limit}."
    1006 TextTooLong "text.too_long" "{field} is too long: give at most {limit}. It is never cut for you."
    1007 TextCharacters "text.characters" "{field} has a character that is not allowed: use {limit}."
    1008 TextControl "text.control" "{field} has a control character (such as a line break or NUL): remove it."
    1009 ChoiceUnknown "choice.unknown" "{field} must be one of: {limit}."
    1010 NumberRange "number.range" "{field} is out of range: give {limit}."
    1011 UrlInvalid "url.invalid" "{field} is not a usable URL: {limit}."
    1012 EmailInvalid "email.invalid" "{field} is not an e-mail address: give name@host without spaces."
    1013 InputSyntax "input.syntax" "The input is not valid: {limit}."
    1014 InputTooDeep "input.too_deep" "{field} is nested too deeply: use at most {limit} levels."
    1015 InputTooLarge "input.too_large" "The input is too large: give at most {limit}."
    1020 AmountFloat "amount.float" "{field} is a floating-point number, which cannot hold money exactly: give decimal text such as \"25000\" or an integer."
    1021 AmountSyntax "amount.syntax" "{field} is not plain decimal text: digits and at most one point, no sign, separators, spaces, exponent or leading zeros, such as \"25000\" or \"12.50\"."
    1022 AmountTooLong "amount.too_long" "{field} has too many digits: give at most {limit}."
    1023 AmountNotPositive "amount.not_positive" "{field} must be more than zero."
    1024 AmountAmbiguous "amount.ambiguous" "{field} has a decimal point, but {limit} is paid in whole units, and \"25.000\" is how many people write 25,000. Give whole units (\"25000\"), or set `allow_fraction` if you mean the fraction."
    1025 AmountPrecision "amount.precision" "{field} has too many decimals: {limit} has at most two."
    1026 AmountFloat32 "amount.float32" "{field} cannot be held exactly by the gateway's 32-bit numbers: its replies and webhooks will show a slightly different figure, which Qantara allows for."
    1030 CredentialCharacters "credential.characters" "{field} has a character a credential cannot hold: {limit}."
    1031 EnvironmentMixed "environment.mixed" "{field} is the published test login: it does not work in production. Use your own."
    1032 EnvironmentInsecure "environment.insecure" "{field} must be https, unless it is on this machine or the test environment has `allow_http`."
    1033 EnvironmentNoTestHost "environment.no_test_host" "{field} is required in the test environment: the gateway publishes no test host for this. Give the URL of your sandbox."
    1034 BrowserRefused "browser.refused" "A gateway holds secrets, which must not reach a browser: make it on your server, or set `dangerously_allow_browser`."
    1035 EnvironmentHost "environment.host" "{field} is the {limit} environment's own host: choose that environment instead."
    1036 EnvironmentTestOnly "environment.test_only" "{field} is for tests of your own: it works in the test environment only."
    1037 CredentialMissing "credential.missing" "{field} is needed for this: give it to the gateway."
    1040 ClockImplausible "clock.implausible" "{field} is not a plausible time: give UTC, from 2024 on (your clock may not be set yet)."
    1041 NonceInvalid "nonce.invalid" "{field} must be 16 to 64 hex digits (8 to 32 random bytes)."
    1050 KeyNotHex "key.not_hex" "{field} must be hex: an even number of the digits 0-9 and A-F."
    1051 KeyTooShort "key.too_short" "{field} is too short: give at least {limit}."
    1052 KeyZero "key.zero" "{field} is all zero: it is a placeholder, not a key."
    1053 KeyReused "key.reused" "{field} equals the `api_key`: the MAC key is a secret of its own. Ask your bank for it."
    1054 KeyComponents "key.components" "{field} is not usable: give at least two components of one length, and no `mac_key` beside them."
    1060 ProfileUnknown "profile.unknown" "{field} is not a known profile: use one of {limit}, or give your own as a map."
    1061 ProfileInvalid "profile.invalid" "{field} is not a valid profile: {limit}."
    1062 ProfileNoOrder "profile.no_order" "{field}: the profile has no field order for {limit}. Add the one your bank gave you."
    1063 MacAmbiguous "mac.ambiguous_value" "{field} is \"-\", which the MAC cannot tell from an absent field: use another value."
    1064 MacNonAscii "mac.non_ascii" "{field} is signed and not ASCII, and it is unconfirmed whether your bank counts bytes or characters: set `length_unit` once you know, or give a `description_fallback` (such as \"Order 123456\")."
    1070 RecordInvalid "record.invalid" "{field}: this saved record is not one that Qantara wrote: {limit}."
    1071 OperationUnknown "operation.unknown" "{field} is not an operation of this gateway{limit}"
    1080 StatusForbids "payment.status_forbids" "{field}: a payment that is {limit}. Get the payment again: it may have moved on since."
    1081 RiskNotAccepted "payment.risk_not_accepted" "{field}: an attempt of unknown outcome may still succeed under its old id. Look it up, or set `accept_unknown` and watch both ids."
    1082 ProofInvalid "proof.invalid" "{field} is not a proof to go on from: {limit}."
    1083 AmountAboveAuthorized "amount.above_authorized" "{field} is more than was authorized ({limit}): set `above_authorized` if your contract allows it."
    2001 MacMismatch "mac.mismatch" "The MAC does not verify: the message was altered, or the key or profile is not the one it was made with. It is unverified, not declined: look the payment up."
    2002 MacMissing "mac.missing" "The message has no {field}: it is unverified. Look the payment up."
    2003 MacLength "mac.length" "{field} does not have the length of this MAC ({limit}): it is unverified. Look the payment up."
    2004 MacNotHex "mac.not_hex" "{field} is not hex: the message is unverified. Look the payment up."
    2005 MacNoReplyOrder "mac.no_reply_order" "The profile has no field order for replies{limit}: give the one your bank gave you. Until then the message is unverified; look the payment up."
    2006 MacUnverifiable "mac.unverifiable" "The MAC can't be checked: {field} {limit}. The message is unverified; look the payment up."
    2007 HeaderNotConfigured "header.not_configured" "{field} is not set on the gateway, so nothing can tell a genuine webhook from a forged one: set what you entered in the portal."
    2008 HeaderMissing "header.missing" "The webhook came without the header you set in the portal: it is not genuine."
    2009 HeaderMismatch "header.mismatch" "The webhook's header is not what you set in the portal: it is not genuine."
    2010 MacUnchecked "mac.unchecked" "The reply is signed, and its {field} has not been checked: give its body to `verify_callback` and settle what that returns."
    3001 ReplyTooLarge "reply.too_large" "The body is too large: at most {limit} are read."
    3002 ReplyTooDeep "reply.too_deep" "The body is nested too deeply: at most {limit} levels are read."
    3003 ReplyNotUtf8 "reply.not_utf8" "The body is not UTF-8 text."
    3004 ReplyNotJson "reply.not_json" "The body is not valid JSON (at byte {limit}); it may be a proxy's page or cut short."
    3005 ReplyNotObject "reply.not_object" "The body is JSON but not an object."
    3006 ReplyFieldMissing "reply.field_missing" "{field} is missing from the message."
    3007 ReplyFieldType "reply.field_type" "{field} in the message is not {limit}."
    3008 ReplyFieldDuplicate "reply.field_duplicate" "{field} is in the message twice with different values: it is indeterminate."
    3009 ReplyNotForm "reply.not_form" "The body is in none of the forms that fields are delivered in (JSON, XML, urlencoded, hidden inputs of a page): it is indeterminate."
    3010 ReplyUnexpectedStatus "reply.unexpected_status" "The gateway answered with HTTP status {limit}, which says nothing about the outcome."
    3011 ReplyRedirect "reply.redirect" "The gateway answered with a redirect ({limit}), which is never followed: your credentials would travel with it."
    3012 ReplyNotCsv "reply.not_csv" "The body is not CSV: {limit}."
    3013 ReplyNotSuccess "reply.not_success" "The gateway did not say that it succeeded: {limit}."
    3090 Internal "internal" "Qantara failed where it never should, and what happened is unknown: please report it."
    4001 OrderMismatch "order.mismatch" "The message is about another order: {limit}."
    4002 AmountMismatch "amount.mismatch" "The amount differs: {limit}."
    4003 CurrencyMismatch "currency.mismatch" "The currency differs: {limit}."
    4005 PaymentMismatch "payment.mismatch" "The reply is about another payment: {limit}."
    4006 KindUnknown "kind.unknown" "The gateway reports success of {limit}, and it is not known what that is: it proves nothing."
    4007 ReversalRequested "payment.reversal_requested" "A reversal was asked for, so this reply no longer proves a payment: check the history, or ask the gateway."
    4008 MacNotCovered "mac.not_covered" "The MAC verifies but does not cover {limit}: the message proves nothing by itself. Look the payment up."
    4009 TerminalMismatch "terminal.mismatch" "The message is from another terminal: {limit}."
    4010 NotPaid "order.not_paid" "The order is not paid: {limit}."
    4011 AckFlip "ack.flip" "This transaction was already decided the other way: {limit}. A decision is never changed."
    4012 AckMismatch "ack.mismatch" "The saved record is for another merchant or environment: {limit}."
    4013 ReplyForeign "reply.foreign" "This reply can't be settled: {limit}."
    4014 PaidTwice "order.paid_twice" "The order is paid twice: {limit}. The customer is owed one payment back."
    4015 ForeignCurrency "order.foreign_currency" "The invoice was converted ({limit}), so its amount can't be compared: set `foreign_currency` on the gateway if you accept that."
    4016 OrderAmbiguous "order.ambiguous" "The history shows several payments and reversals of this order: {limit}. A person has to look."
    5001 GatewayRefused "gateway.refused" "The gateway refused the request (HTTP {limit})."
    5002 GatewayUnauthorized "gateway.unauthorized" "The gateway did not accept the credentials (HTTP {limit})."
    5003 GatewayNotFound "gateway.not_found" "The gateway does not know this (HTTP {limit})."
    5004 GatewayUnavailable "gateway.unavailable" "The gateway is not available or too busy (HTTP {limit})."
    5005 GatewayTokenRefused "gateway.token_refused" "The gateway did not accept the token (HTTP {limit}): authenticate again, once, and make the call anew."
}

impl Code {
    /// The stable number, such as 1020.
    pub const fn number(self) -> u16 {
        self as u16
    }

    /// What kind of trouble this is.
    pub const fn range(self) -> Range {
        match self.number() / 1000 {
            1 => Range::Validation,
            2 => Range::Signature,
            3 => Range::Reply,
            4 => Range::Mismatch,
            _ => Range::Gateway,
        }
    }
}

/// Why something could not be done: all faults at once, and whether repeating is safe.
///
/// No error holds a credential, a card number or a token: where a call is given a card or a page's token, an error of
/// its reply quotes nothing that the gateway said.
#[derive(Clone, PartialEq, Eq)]
pub struct Error(alloc::boxed::Box<Inner>);

#[derive(Clone, PartialEq, Eq)]
struct Inner {
    faults: Vec<Fault>,
    retry: Retry,
    look_up: &'static str,
    status: Option<u16>,
    gateway_code: String,
    gateway_message: String,
    gateway_reference: String,
}

impl Error {
    /// For the skins: input that has no form in a record, such as a callback of the caller's language.
    pub fn in_input(code: Code, field: impl Into<Cow<'static, str>>, limit: impl Into<Cow<'static, str>>) -> Self {
        Fault::new(code, field).with_limit(limit).into()
    }

    /// For the skins: a panic that was caught at the boundary.
    pub fn internal() -> Self {
        Self::from(Fault::new(Code::Internal, "")).with_retry(Retry::LookUpFirst, "the payment at the gateway")
    }

    pub(crate) fn many(faults: Vec<Fault>) -> Self {
        let faults = if faults.is_empty() { alloc::vec![Fault::new(Code::InputSyntax, "")] } else { faults };
        Self(alloc::boxed::Box::new(Inner {
            faults,
            retry: Retry::Never,
            look_up: "",
            status: None,
            gateway_code: String::new(),
            gateway_message: String::new(),
            gateway_reference: String::new(),
        }))
    }

    pub(crate) fn with_retry(mut self, retry: Retry, look_up: &'static str) -> Self {
        self.0.retry = retry;
        self.0.look_up = if retry == Retry::LookUpFirst { look_up } else { "" };
        self
    }

    pub(crate) fn with_status(mut self, status: u16) -> Self {
        self.0.status = Some(status);
        self
    }

    pub(crate) fn with_gateway(mut self, code: String, message: String, reference: String) -> Self {
        self.0.gateway_code = code;
        self.0.gateway_message = message;
        self.0.gateway_reference = reference;
        self
    }

    /// Everything that is wrong; at least one.
    pub fn faults(&self) -> &[Fault] {
        &self.0.faults
    }

    /// The first fault's code.
    pub fn code(&self) -> Code {
        self.0.faults.first().map_or(Code::InputSyntax, Fault::code)
    }

    /// The first fault's field; empty if it is not about one.
    pub fn field(&self) -> &str {
        self.0.faults.first().map_or("", Fault::field)
    }

    /// Whether sending the identical bytes again is safe.
    pub fn retry(&self) -> Retry {
        self.0.retry
    }

    /// For [`Retry::LookUpFirst`]: what to look up with; else empty.
    pub fn look_up(&self) -> &'static str {
        self.0.look_up
    }

    /// The HTTP status of the reply, if there was one.
    pub fn status(&self) -> Option<u16> {
        self.0.status
    }

    /// The gateway's own error code; empty if none, or if the call held a card or a page's token.
    pub fn gateway_code(&self) -> &str {
        &self.0.gateway_code
    }

    /// The gateway's own words (or a snippet of a page or refusal that can't be read), at most 200 characters, without
    /// addresses and what could be a key, a token or a card number. Empty for calls that hold a card or a page's token,
    /// since the gateway may repeat what it was sent.
    pub fn gateway_message(&self) -> &str {
        &self.0.gateway_message
    }

    /// The gateway's reference for its support desk; empty if none, or if the call held a card or a page's token.
    pub fn gateway_reference(&self) -> &str {
        &self.0.gateway_reference
    }

    /// The same with field names as the caller spells them.
    #[must_use]
    pub fn spelled(mut self, names: Names) -> Self {
        for fault in &mut self.0.faults {
            fault.spell(names);
        }
        self
    }

    /// The whole text: every fault's sentence, then what the gateway said.
    pub fn message(&self) -> String {
        self.to_string()
    }
}

impl From<Fault> for Error {
    fn from(fault: Fault) -> Self {
        Self::many(alloc::vec![fault])
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (i, fault) in self.0.faults.iter().enumerate() {
            if i > 0 {
                f.write_str(" ")?;
            }
            fmt::Display::fmt(fault, f)?;
        }
        if !self.0.gateway_message.is_empty() {
            write!(f, " The gateway said: {}", self.0.gateway_message)?;
        } else if !self.0.gateway_code.is_empty() {
            write!(f, " The gateway's code is {}.", self.0.gateway_code)?;
        }
        if !self.0.gateway_reference.is_empty() {
            write!(f, " (reference {})", self.0.gateway_reference)?;
        }
        Ok(())
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Error({}: {self})", self.code().text())
    }
}

impl core::error::Error for Error {}
