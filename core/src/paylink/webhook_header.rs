//! The one thing that tells Paylink's webhooks from forged ones: a header you set in its portal.

use subtle::ConstantTimeEq;

use crate::error::{Code, Fault};
use crate::secret::Secret;

/// Compares the header that came with the one that was set, in constant time; refuses everything if none was set.
pub(super) fn check(configured: &Secret, field: &'static str, header: Option<&str>) -> Result<(), Fault> {
    let expected = configured.expose();
    if expected.is_empty() {
        return Err(Fault::new(Code::HeaderNotConfigured, field));
    }
    match header.unwrap_or("") {
        "" => Err(Fault::new(Code::HeaderMissing, "header")),
        header if bool::from(expected.as_bytes().ct_eq(header.as_bytes())) => Ok(()),
        _ => Err(Fault::new(Code::HeaderMismatch, "header")),
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Paylink, PaylinkConfiguration, RefundWebhook};
    use super::*;
    use crate::trust::Hint;
    use alloc::vec::Vec;

    const PAYMENT: &[u8] = br#"{"transactionNo":"1234567890123","orderStatus":"Paid"}"#;
    const REFUND: &[u8] = br#"{"transactionNo":"1234567890123","refundStatus":"Refunded"}"#;

    fn gateway(payment: Option<&str>, refund: Option<&str>) -> Paylink {
        let configuration = PaylinkConfiguration::new().environment("production").api_id("a").secret_key("b");
        Paylink::configure(configuration.webhook_secret(payment).refund_webhook_secret(refund)).unwrap()
    }

    #[test]
    fn only_the_header_that_was_set_passes() {
        let gateway = gateway(Some("one s3cret"), Some("another"));
        assert!(gateway.verify_webhook(PAYMENT, Some("one s3cret")).is_ok());
        assert!(gateway.verify_refund_webhook(REFUND, Some("another")).is_ok());
        let wrong =
            ["another", "one s3cre", "one s3cret ", "one s3cres", "ONE S3CRET", "one s3crét", "\0", "one s3cret\n"];
        for header in wrong {
            let error = gateway.verify_webhook(PAYMENT, Some(header)).unwrap_err();
            assert_eq!((error.code(), error.field()), (Code::HeaderMismatch, "header"), "{header:?}");
            assert!(!alloc::format!("{error} {error:?}").contains("one s3cret"));
        }
        for header in [None, Some("")] {
            assert_eq!(gateway.verify_webhook(PAYMENT, header).unwrap_err().code(), Code::HeaderMissing);
            assert_eq!(gateway.verify_refund_webhook(REFUND, header).unwrap_err().code(), Code::HeaderMissing);
        }
        assert_eq!(gateway.verify_refund_webhook(REFUND, Some("one s3cret")).unwrap_err().code(), Code::HeaderMismatch);
    }

    #[test]
    fn nothing_passes_where_nothing_is_configured() {
        for header in [None, Some(""), Some("x")] {
            let error = gateway(None, Some("x")).verify_webhook(PAYMENT, header).unwrap_err();
            assert_eq!((error.code(), error.field()), (Code::HeaderNotConfigured, "webhook_secret"));
            let error = gateway(Some("x"), None).verify_refund_webhook(REFUND, header).unwrap_err();
            assert_eq!((error.code(), error.field()), (Code::HeaderNotConfigured, "refund_webhook_secret"));
        }
    }

    #[test]
    fn the_header_comes_first_and_the_body_is_read_all_the_same() {
        let gateway = gateway(Some("x"), Some("x"));
        let codes: Vec<Code> = [&b"<html>"[..], b"", b"{}", br#"{"transactionNo":""}"#, b"\xff"]
            .map(|body| gateway.verify_refund_webhook(body, Some("x")).unwrap_err().code())
            .to_vec();
        assert_eq!(
            codes,
            [
                Code::ReplyNotJson,
                Code::ReplyNotJson,
                Code::ReplyFieldMissing,
                Code::ReplyFieldMissing,
                Code::ReplyNotUtf8
            ]
        );
        assert_eq!(gateway.verify_webhook(b"<html>", Some("y")).unwrap_err().code(), Code::HeaderMismatch);
        let hint: Hint<RefundWebhook> = gateway.verify_refund_webhook(REFUND, Some("x")).unwrap();
        assert_eq!(hint.refund_status(), Some("refunded"));
    }
}
