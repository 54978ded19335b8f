//! Its limits: in time, with hostile input, without a word of a key.

use super::*;

#[test]
fn it_stops_in_time_and_says_so() {
    let message = form(REPLY, &"0F".repeat(20));
    let plain = Egw::diagnose(ask(message.clone())).unwrap();
    assert!(!plain.fits() && !plain.stopped(), "{}", plain.macs());
    let input = ask(message).mac_key_components([KEY, "1F2E3D4C5B6A79880716253443526170"]).merchant("EGW-7001");
    let diagnosis = Egw::diagnose(input.terminal("1").merch_name("Books").country("IQ")).unwrap();
    assert!(!diagnosis.fits() && diagnosis.macs() <= MOST_MACS as i64, "{}", diagnosis.macs());
    assert!(diagnosis.stopped() || texts(diagnosis.tried()).len() == 6, "{:?}", diagnosis.tried());
    let all = diagnosis.each();
    assert!(!all.is_empty() && all.iter().all(|finding| !finding.missing().is_null()));
    // A message without end costs no more.
    let long = format!("{{\"NONCE\":\"{}\",\"RC\":\"00\",\"P_SIGN\":\"{}\"}}", "F".repeat(900_000), "0F".repeat(20));
    let diagnosis = Egw::diagnose(ask(long)).unwrap();
    assert!(diagnosis.stopped() && diagnosis.macs() < 1000, "{}", diagnosis.macs());
}

#[test]
fn hostile_input_is_refused_or_harmless() {
    let mac = "0F".repeat(20);
    let many: String = (0..70_000).map(|i| format!("F{i}={i}&")).collect();
    let nested = |depth: usize| format!("{}1{}", "{\"a\":".repeat(depth), "}".repeat(depth));
    for message in [
        many + "P_SIGN=" + &mac,
        format!("{{\"P_SIGN\":\"{mac}\",\"a\":{}}}", nested(30)),
        format!("{{\"P_SIGN\":\"{mac}\",\"\":\"\",\"TRTYPE\":\"كتبكتب\",\"AMOUNT\":\"9.99999999999999999999\"}}"),
        format!("P_SIGN={mac}&P_SIGN={mac}&AMOUNT=.&TIMESTAMP=99991231235959&TRTYPE=%D9%83%D8%AA&RC="),
        format!("P_SIGN={mac}"),
    ] {
        let input = ask(message).signed_values([("\u{0}", "x"), ("P_SIGN", "y")]);
        let diagnosis = Diagnosis(run_within(input.into_record(), 2000).unwrap());
        assert!(!diagnosis.fits());
    }
    for (message, code) in [
        (nested(100), Code::ReplyTooDeep),
        (String::new(), Code::ReplyNotForm),
        ("0".into(), Code::ReplyNotForm),
        ("P_SIGN=%FF".into(), Code::ReplyNotUtf8),
        ("RC=00".into(), Code::MacMissing),
        ("RC=00&P_SIGN=xyz".into(), Code::MacNotHex),
        ("RC=00&P_SIGN=00".into(), Code::MacLength),
    ] {
        assert_eq!(Egw::diagnose(ask(message.clone())).unwrap_err().code(), code, "{message}");
    }
    let fields = |input: Diagnose| -> Vec<String> {
        Egw::diagnose(input).unwrap_err().faults().iter().map(|fault| fault.field().to_string()).collect()
    };
    assert_eq!(fields(Diagnose::new()), ["message", "mac_key"]);
    assert_eq!(fields(ask("RC=00").profile("nobody's")), ["profile"]);
    assert_eq!(fields(ask("RC=00").mac_key_components(["00"; 9])), ["mac_key_components"]);
    for key in [" ", "\"", "كتب", "0x", "----", "0", "zz"] {
        let input = ask(form(REPLY, &mac)).mac_key(key).mac_key_components([key, key]);
        let diagnosis = Diagnosis(run_within(input.into_record(), 2000).unwrap());
        assert!(diagnosis.macs() <= 2000 && !diagnosis.fits(), "{key}");
    }
}

#[test]
fn no_key_is_printed() {
    let message = form(CLASSIC, &sign(KEY.as_bytes(), &source(CLASSIC, order("classic", "request 1"))));
    let input = ask(message).mac_key_components([KEY]);
    let printed = format!("{input:?}");
    let diagnosis = Egw::diagnose(input).unwrap();
    let mut text = String::new();
    crate::json::write_record(&mut text, &diagnosis, crate::record::Names::Snake);
    for out in [printed, text, format!("{diagnosis:?}")] {
        assert!(!out.to_uppercase().contains(KEY), "{out}");
    }
}

#[test]
fn every_mistake_is_documented_once() {
    let field = Finding::SHAPE.fields.iter().find(|field| field.name == "mistakes").unwrap();
    for (i, mistake) in mistakes::ALL.iter().enumerate() {
        assert!(!mistakes::ALL[..i].iter().any(|other| other.code == mistake.code), "{}", mistake.code);
        assert!(mistake.done.ends_with('.') && mistake.mend.ends_with('.'), "{}", mistake.code);
        if cfg!(feature = "describe") {
            assert!(field.doc.concat().contains(&format!("`{}`", mistake.code)), "{}", mistake.code);
        }
    }
}
