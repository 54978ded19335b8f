//! `verify_webhook`: a webhook whose MAC verifies, for shops that were given a scheme.

use alloc::boxed::Box;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use super::{AlQaseh, PAYMENT_STATUS};
use crate::error::{Code, Error, Fault};
use crate::gateway::GatewayKind;
use crate::json;
use crate::mac::{Algorithm, Key, Part, Profile, Received, only_value};
use crate::read::Reading;
use crate::record::{Record, Text, Value, record};
use crate::tool::{Run, Tool};

record! {
    /// A webhook as it came.
    input WebhookMessage {
        /// The body of the request, byte for byte.
        body: need text(Text::RAW) secret,
    }
}

record! {
    /// The fields of a webhook that its MAC covers, and no others. It still only tells which order to look up.
    output VerifiedWebhook {
        /// Your order number.
        order_id: may text,
        /// The gateway's payment id.
        payment_id: may text,
        /// The token of the payment page.
        token: may text secret,
        /// What the gateway says happened.
        payment_status: may choice(PAYMENT_STATUS),
        /// The figure it says.
        amount: may amount,
        /// The currency it says.
        currency: may text,
        /// The terminal.
        terminal_id: may any,
        /// The transaction type, as a word or a digit.
        trtype: may any,
        /// The response code.
        rc: may any,
        /// The approval code.
        approval: may any,
        /// The retrieval reference number.
        rrn: may any,
        /// The nonce.
        nonce: may text,
        /// The time stamp.
        timestamp: may any,
    }
}

/// The tool.
pub static VERIFY_WEBHOOK: Tool = Tool {
    name: "verify_webhook",
    gateway: GatewayKind::AlQaseh,
    input: WebhookMessage::SHAPE,
    output: VerifiedWebhook::SHAPE,
    page: "https://docs.alqaseh.com/payment-api",
    doc: if cfg!(feature = "describe") {
        &[
            "Verifies a webhook's `p_sign` with the scheme in `webhook_profile` and the key in `webhook_mac_key`, and \
             returns the fields it covers.",
            "",
            "Al Qaseh has not published a scheme: without one that you were given, use `parse_webhook`. Verified or \
             not, a webhook settles nothing: look the payment up. One that does not verify is unverified, not \
             declined.",
        ]
    } else {
        &[]
    },
    run: Run::AlQaseh(run),
};

impl AlQaseh {
    /// Verifies a webhook's MAC and returns the fields it covers: still only what to look up.
    /// <https://docs.alqaseh.com/payment-api>
    ///
    /// # Errors
    /// `credential.missing` without a scheme and key; 3xxx if it can't be read; 2xxx if it does not verify;
    /// `mac.not_covered` if the scheme leaves the order out, as the presets of EGW do.
    pub fn verify_webhook(&self, body: &[u8]) -> Result<VerifiedWebhook, Error> {
        verify(self, body).map(VerifiedWebhook)
    }
}

fn run(gateway: &AlQaseh, mut input: Record) -> Result<Record, Error> {
    input.check()?;
    verify(gateway, input.get("body").as_bytes())
}

/// The scheme and key of webhooks, where a shop was given them.
#[derive(Clone, Default)]
pub(super) struct WebhookMac {
    key: Option<Key>,
    profile: Option<Profile>,
}

impl WebhookMac {
    /// From the gateway's configuration. It is rare, so it is kept apart.
    pub(super) fn configured(given: &Record, faults: &mut Vec<Fault>) -> Option<Box<Self>> {
        let profile = Profile::for_webhooks(given.value("webhook_profile"), "webhook_profile", faults);
        if let Some(name) = profile.iter().flat_map(Profile::configured_names).next() {
            let limit = format!("{name} in from_configuration is no setting");
            faults.push(Fault::new(Code::ProfileInvalid, "webhook_profile").with_limit(limit));
        }
        let algorithm = profile.as_ref().map_or(Algorithm::HmacSha1, Profile::algorithm);
        let key = given
            .text("webhook_mac_key")
            .and_then(|key| Key::from_hex(algorithm, key, "webhook_mac_key").map_err(|fault| faults.push(fault)).ok());
        (key.is_some() || profile.is_some()).then(|| Box::new(Self { key, profile }))
    }
}

/// What a webhook says; a second reading of the MAC's source in which one of these differs is another message.
const SAYING: &[&str] = &["order_id", "amount", "currency", "payment_status", "trtype", "rc"];

fn verify(gateway: &AlQaseh, body: &[u8]) -> Result<Record, Error> {
    let missing = |setting| Fault::new(Code::CredentialMissing, setting);
    let mac = gateway.webhook.as_deref();
    let key = mac.and_then(|mac| mac.key.as_ref()).ok_or_else(|| missing("webhook_mac_key"))?;
    let profile = mac.and_then(|mac| mac.profile.as_ref()).ok_or_else(|| missing("webhook_profile"))?;
    let fields = match json::read(body).map_err(json::Trouble::in_reply)? {
        Value::Map(fields) => fields,
        _ => return Err(json::Trouble::NotObject.in_reply().into()),
    };
    let part = |name| {
        let value = signed_text(&fields, name)?;
        Ok(Part { name, value, fixed: false, proves: SAYING.contains(&name) })
    };
    let received = Received::new(profile, "webhook_profile", signed_text(&fields, "trtype")?, &part)?;
    key.verify(received.source.as_bytes(), signed_text(&fields, "p_sign")?, "p_sign")?;
    if received.is_ambiguous(profile) {
        let limit = "fits a second message that says something else";
        return Err(Fault::new(Code::MacUnverifiable, "p_sign").with_limit(limit).into());
    }
    if !received.parts.iter().any(|part| part.name == "order_id") {
        return Err(Fault::new(Code::MacNotCovered, "").with_limit("order_id").into());
    }
    let mut covered = Reading::new(VerifiedWebhook::SHAPE);
    for part in received.parts.iter().filter(|part| !part.value.is_empty()) {
        covered.set(part.name, only_value(&fields, part.name)?.clone())?;
    }
    Ok(covered.finish()?)
}

/// A MAC covers the digits as they stand, so numbers count as the text they are.
fn signed_text<'a>(fields: &'a [(String, Value)], name: &str) -> Result<&'a str, Fault> {
    match only_value(fields, name)? {
        Value::Text(text) | Value::Number(text) => Ok(text),
        Value::Null => Ok(""),
        _ => Err(Fault::new(Code::ReplyFieldType, String::from(name)).with_limit("text or a number")),
    }
}
