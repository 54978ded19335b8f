//! What fuzzing found (`tests/fuzz`), each as the case it came down to.

// A test fails by panicking, in what it calls too.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use qantara::Egw;
use qantara::egw::{EgwConfiguration, TestCallback};

#[test]
fn a_signed_text_that_looks_like_an_absent_time_is_text() {
    let configuration = EgwConfiguration::new().environment("test").api_key("shop-key").profile("romcard");
    let gateway = Egw::configure(configuration.mac_key("00112233445566778899AABBCCDDEEFF")).unwrap();
    let callback = TestCallback::new().trtype("1").order_id("000417").amount("25000").currency("IQD");
    let callback = callback.action("0").rc("00").int_ref("0001-01-01T00:00:00Z");
    for form in ["json", "form", "xml", "html"] {
        let message = gateway.test_callback(callback.clone().form(form)).unwrap();
        let signed = gateway.verify_callback(message.body().as_bytes()).unwrap();
        assert_eq!(signed.int_ref(), Some("0001-01-01T00:00:00Z"), "{form}");
    }
}
