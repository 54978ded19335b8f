//! What every refusal must be like.

use qantara::{Code, Error};

/// Words that stand in credentials and tokens alone: no text we make may hold one.
pub const SECRETS: &[&str] = &[
    "canaryClientSecret",
    "canaryApiKey",
    "canarySecretKey",
    "canaryBearerToken",
    "canaryPageToken",
    "canaryWebhookHeader",
    "canaryRefundHeader",
    "ca11ab1e0ddba11c0ffee0badc0de123",
    "5341432900077803",
];

/// The number of a card.
pub const CARD: &str = "5341432900077803";

/// A text of ours holds no secret, unless the input itself brought the word along.
pub fn shows_no_secret(shown: &str, input: &[u8]) {
    let shown = shown.to_ascii_lowercase();
    for secret in SECRETS {
        let secret = secret.to_ascii_lowercase();
        if shown.contains(&secret) {
            let input = String::from_utf8_lossy(input).to_ascii_lowercase();
            assert!(input.contains(&secret), "{secret} is shown: {shown}");
        }
    }
}

/// A refusal has a known code, is one line, and holds no secret.
pub fn refused(error: &Error, input: &[u8]) {
    assert!(!error.faults().is_empty());
    for fault in error.faults() {
        assert!(Code::ALL.contains(&fault.code()), "{:?}", fault.code());
    }
    assert_ne!(error.code(), Code::Internal, "{error}");
    let message = error.message();
    assert!(!message.chars().any(char::is_control), "{message:?}");
    assert!(message.len() < 3000 * (error.faults().len() + 1), "{} bytes", message.len());
    for word in [error.gateway_code(), error.gateway_message(), error.gateway_reference()] {
        assert!(word.chars().count() <= 201, "{word}");
    }
    shows_no_secret(&format!("{message} {error:?} {} {}", error.gateway_code(), error.field()), input);
}
