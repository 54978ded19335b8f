//! What it finds, and what it advises.

use super::*;

#[test]
fn published_vectors_fit_as_they_are() {
    assert_eq!(verdict(ask(form(CLASSIC, CLASSIC_MAC))), "classic request 1");
    assert_eq!(verdict(ask(json(CLASSIC, CLASSIC_MAC))), "classic request 1");
    assert_eq!(verdict(ask(form(BCC, BCC_MAC)).mac_key(BCC_KEY)), "bcc request 1");
    let diagnosis = Egw::diagnose(ask(form(CLASSIC, CLASSIC_MAC))).unwrap();
    assert_eq!(diagnosis.message_kind(), "request");
    let found = diagnosis.each();
    assert_eq!(found.len(), 1);
    assert_eq!(texts(found[0].also_profiles()), ["romcard"]);
    assert_eq!(texts(found[0].order()), order("classic", "request 1"));
    assert_eq!((found[0].key_used(), found[0].key_form()), (Some("mac_key"), Some("hex_decoded")));
    assert_eq!(found[0].source(), Some(source(CLASSIC, order("classic", "request 1")).as_str()));
    // The P_SIGN beside the message, and the caller's own profile.
    let input = ask(form(CLASSIC, "")).p_sign(CLASSIC_MAC).profile("classic");
    assert_eq!(verdict(input), "yours request 1");
    assert_eq!(verdict(ask(form(CLASSIC, CLASSIC_MAC)).profile("bcc")), "classic request 1: other_profile");
    assert_eq!(verdict(ask(form(CLASSIC, &CLASSIC_MAC.to_lowercase()))), "classic request 1: mac_case");
}

/// Published sources without a key: signed here.
#[test]
fn published_sources_fit() {
    let message = "ORDER=ORD001&AMOUNT=50.00&CURRENCY=PGK&RRN=RRN001&INT_REF=INT001&TRTYPE=21&TERMINAL=T001\
        &TIMESTAMP=20260315123456&NONCE=NONCE001&P_SIGN=";
    let mac = sign(&bytes(KEY), "6ORD001550.003PGK6RRN0016INT0012214T00114202603151234568NONCE001");
    assert_eq!(verdict(ask(format!("{message}{mac}"))), "classic request 21");
    let message = "AMOUNT=11.48&TERMINAL=99999999&APPROVAL=&RRN=306276834930&INT_REF=4A29E93C607E33DC&RC=05&P_SIGN=";
    let mac = sign(&bytes(KEY), "511.48899999999-12306276834930164A29E93C607E33DC");
    assert_eq!(verdict(ask(format!("{message}{mac}"))), "azericard reply");
}

#[test]
fn requests_and_replies_in_every_form() {
    let nine = source(REPLY, order("classic", "reply"));
    let mac = sign(&bytes(KEY), &nine);
    let inputs: String =
        REPLY.iter().map(|(name, value)| format!("<input type=hidden name={name} value='{value}'>")).collect();
    let elements: String = REPLY.iter().map(|(name, value)| format!("<{name}>{value}</{name}>")).collect();
    for message in [
        form(REPLY, &mac),
        json(REPLY, &mac),
        format!("https://shop.example/back?{}", form(REPLY, &mac)),
        format!("<form>{inputs}<input type=hidden name=P_SIGN value={mac}></form>"),
        format!("<?xml version=\"1.0\"?><reply>{elements}<P_SIGN>{mac}</P_SIGN></reply>"),
        format!("{{\"data\":{}}}", json(REPLY, &mac)),
    ] {
        assert_eq!(verdict(ask(message.clone())), "classic reply", "{message}");
    }
    // Prepare's own body, in JSON's names.
    let fields = [("AMOUNT", "25000"), ("CURRENCY", "IQD"), ("ORDER", "000417"), ("DESC", "Books"), ("TRTYPE", "1")];
    let fields: Vec<_> =
        fields.into_iter().chain([("NONCE", "F2B2DD7E603A7ADA"), ("BACKREF", "https://s.example/")]).collect();
    let mac = sign(&bytes(KEY), &source(&fields, order("alqaseh-unconfirmed", "request 1")));
    let body = json(&fields, &mac).replace("BACKREF", "back_ref").replace("P_SIGN", "p_sign");
    let body = ["AMOUNT", "CURRENCY", "ORDER", "DESC", "TRTYPE", "NONCE"]
        .iter()
        .fold(body, |body, name| body.replace(&format!("\"{name}\""), &format!("\"{}\"", name.to_lowercase())));
    assert_eq!(verdict(ask(body)), "alqaseh-unconfirmed request 1");
}

#[test]
fn what_is_likelier_is_advised_first() {
    let advice = |given: Diagnose| {
        // A thousand MACs go as far as one mistake: the advice is the same.
        let diagnosis = Diagnosis(run_within(given.into_record(), 1000).unwrap());
        assert!(!diagnosis.fits());
        diagnosis.advice().to_string()
    };
    let altered = form(&with(CLASSIC, "AMOUNT", "11.49"), CLASSIC_MAC);
    let whole_key = advice(ask(altered.clone()));
    let (check, supply) = (whole_key.find("one altered character").unwrap(), whole_key.find("Give those").unwrap());
    assert!(check < supply && !whole_key.contains("First look at"), "{whole_key}");

    for key in ["xyz", "00112233445566778899AABBCCDDEEF", "00112233445566778899AABBCCDD", &"0".repeat(32)] {
        let text = advice(ask(altered.clone()).mac_key(key));
        assert!(text.starts_with("Nothing fits. First look at `mac_key`: a key is hex"), "{text}");
    }
    let given = Diagnose::new().message(altered.clone()).mac_key_components([KEY, "no key"]);
    let text = advice(given);
    assert!(text.starts_with("Nothing fits. First look at `mac_key_components.1`:"), "{text}");
    let spaced = advice(ask(altered).mac_key("0x00 11-22:33 4455 6677 8899 AABB CCDD EEFF"));
    assert_eq!(spaced, whole_key);
}

#[test]
fn a_field_that_is_signed_and_not_sent() {
    let kina: Vec<_> = with(REPLY, "MERCHANT", "EGW-7001");
    let text = source(&kina, order("kina", "reply"));
    let mac = hex::encode_upper(Key::from_bytes(Algorithm::HmacSha256, &bytes(KEY)).mac(text.as_bytes()));
    let message = form(REPLY, &mac);
    let diagnosis = Egw::diagnose(ask(message.clone())).unwrap();
    assert!(!diagnosis.fits() && !diagnosis.stopped());
    let found = diagnosis.each();
    // The only one with this hash comes first.
    let kina = &found[0];
    assert_eq!((kina.profile(), kina.order_name()), ("kina", "reply"));
    assert_eq!((texts(kina.missing()), kina.fits()), (["MERCHANT"].to_vec(), false));
    assert!(kina.advice().contains("MERCHANT") && kina.advice().contains("`merchant`"), "{}", kina.advice());
    assert!(diagnosis.advice().contains("`merchant`"), "{}", diagnosis.advice());

    let diagnosis = Egw::diagnose(ask(message.clone()).merchant("EGW-7001").terminal("10000001")).unwrap();
    let found = diagnosis.each();
    assert_eq!((found[0].profile(), found[0].order_name()), ("kina", "reply"));
    assert_eq!((texts(found[0].missing()), texts(found[0].mistakes())), (["MERCHANT"].to_vec(), [].to_vec()));
    assert!(found[0].advice().contains("`merchant`"), "{}", found[0].advice());
    assert_eq!(*found[0].suggested_profile(), [("preset", "kina")].into());
    let found = Egw::diagnose(ask(message.clone()).merchant("EGW-7001").profile("classic")).unwrap().each();
    assert_eq!(*found[0].suggested_profile(), [("preset", "kina")].into());
    assert_eq!(texts(found[0].mistakes()), ["other_profile", "algorithm"]);
    // A null says as little as nothing.
    let message = json(REPLY, &mac).replace('}', ",\"MERCHANT\":null}");
    assert_eq!(texts(Egw::diagnose(ask(message.clone())).unwrap().each()[0].missing()), ["MERCHANT"]);
    assert_eq!(verdict(ask(message).merchant("EGW-7001")), "kina reply");

    // Any other field may be the one: here the request's NONCE, and the terminal.
    for name in ["NONCE", "TERMINAL", "RRN", "TIMESTAMP"] {
        let mac = sign(&bytes(KEY), &source(REPLY, order("classic", "reply")));
        let message = form(&without(REPLY, name), &mac);
        let found = Egw::diagnose(ask(message.clone())).unwrap().each();
        let nine = found.iter().find(|finding| finding.profile() == "classic" && finding.order_name() == "reply");
        assert_eq!(texts(nine.unwrap().missing()), [name], "{name}");
        let value = REPLY.iter().find(|field| field.0 == name).unwrap().1;
        let input = ask(message).signed_values([(name, value), ("DESC", "Books")]);
        assert_eq!(verdict(input), "classic reply: signed_not_sent", "{name}");
    }
    // One with few values is guessed.
    let mac = sign(&bytes(KEY), &source(REPLY, order("classic", "reply")));
    assert!(verdict(ask(form(&without(REPLY, "TRTYPE"), &mac))).contains("value_guessed"));
    // One that no published order has: found where it stands.
    let names: Vec<_> = order("romcard", "reply 1").iter().copied().chain(["MERCH_NAME"]).collect();
    let mac = sign(&bytes(KEY), &source(&with(REPLY, "MERCH_NAME", "Books"), &names));
    let input = ask(form(REPLY, &mac)).merch_name("Books").merchant("EGW-7001");
    assert_eq!(verdict(input), "none reply 1: field_added signed_not_sent");
}

#[test]
fn every_known_mistake_is_named() {
    let classic = order("classic", "request 1");
    let good = source(CLASSIC, classic);
    let check = |fields: &[(&str, &str)], source: &str, expected: &str| {
        let message = signed(fields, source);
        let expected = format!("classic request 1: {expected}");
        assert_eq!(verdict(ask(message)), expected.trim_end_matches([' ', ':']), "{source}");
    };
    check(CLASSIC, &good.replace("1--14", "114"), "empty_left_out");
    check(CLASSIC, &good.replace("1--14", "10014"), "empty_as_zero");
    check(CLASSIC, &good.replace("1--14", "10-0-14"), "empty_as_zero");
    check(CLASSIC, &good.replace("1--14", "11-1-14"), "empty_as_value");
    check(CLASSIC, &good.replace("1--14", "14null4null14"), "empty_as_value");
    check(CLASSIC, &format!("{good}\n"), "trailing_text");
    check(&with(CLASSIC, "AMOUNT", "11"), &good.replace("511.48", "511.00"), "amount_form");
    check(&with(CLASSIC, "AMOUNT", "11.00"), &good.replace("511.48", "211"), "amount_form");
    check(&with(CLASSIC, "AMOUNT", "11.40"), &good.replace("511.48", "411.4"), "amount_form");
    check(&with(CLASSIC, "DESC", " IT Books. Qty: 2"), &good, "values_trimmed");
    check(&with(CLASSIC, "DESC", "IT%20Books.%20Qty:%202"), &good, "values_decoded_twice");
    check(CLASSIC, &source(&with(&with(CLASSIC, "TIMESTAMP", "20030105153022"), "", ""), classic), "other_timestamp");
    check(CLASSIC, &source(&with(CLASSIC, "TIMESTAMP", "20030105183021"), classic), "other_timestamp");
    check(CLASSIC, &source(&with(CLASSIC, "NONCE", "f2b2dd7e603a7ada"), classic), "nonce_case");
    let encoded = with(&with(CLASSIC, "DESC", "IT+Books.+Qty%3A+2"), "MERCH_NAME", "Books+Online+Inc.");
    let encoded = with(
        &with(&encoded, "EMAIL", "pgw%40mail.sample.com"),
        "BACKREF",
        "https%3A%2F%2Fwww.sample.com%2Fshop%2Freply",
    );
    check(CLASSIC, &source(&encoded, classic), "values_encoded");
    let gmt = with(CLASSIC, "MERCH_GMT", "+3");
    let sent = with(&without(CLASSIC, "DESC"), "MERCH_GMT", " 3");
    check(
        &sent,
        &source(&without(&without(&gmt, "DESC"), "MERCH_NAME"), classic).replacen("--", "-17Books+Online+Inc.", 1),
        "plus_as_space",
    );
    // 0 is a value.
    let zero = with(CLASSIC, "MERCH_GMT", "0");
    check(&zero, &good, "zero_as_absent");
    let dash = with(CLASSIC, "MERCH_GMT", "-");
    check(&dash, &good, "dash_as_absent");
    check(&dash, &good.replace("1--14", "1-1-14"), "");
    // Arabic: bytes and characters differ.
    let arabic = with(CLASSIC, "DESC", "كتب");
    check(&arabic, &source(&arabic, classic).replace("6كتب", "3كتب"), "length_in_characters");
    let twice = form(CLASSIC, "").replace("P_SIGN=", "NONCE=F2B2DD7E603A7ADB&P_SIGN=");
    let other = source(&with(CLASSIC, "NONCE", "F2B2DD7E603A7ADB"), classic);
    assert_eq!(verdict(ask(twice + &sign(&bytes(KEY), &other))), "classic request 1: last_of_two");
    // Two at once.
    let both = good.replace("1--14", "114");
    let message = form(CLASSIC, &sign(KEY.as_bytes(), &both));
    assert_eq!(verdict(ask(message)), "classic request 1: key_as_text empty_left_out");
    // The other hash, and base64.
    let long = Key::from_bytes(Algorithm::HmacSha256, &bytes(KEY)).mac(good.as_bytes());
    assert_eq!(verdict(ask(form(CLASSIC, &hex::encode_upper(long)))), "classic request 1: algorithm");
    use base64::Engine;
    let base64 = base64::engine::general_purpose::STANDARD.encode(bytes(CLASSIC_MAC)).replace('+', "%2B");
    assert_eq!(verdict(ask(form(CLASSIC, &base64))), "classic request 1: mac_base64");
    // A setting signed instead of what was sent.
    let own = source(&with(CLASSIC, "TERMINAL", "88888888"), classic);
    let input = ask(signed(CLASSIC, &own)).terminal("88888888");
    assert_eq!(verdict(input), "classic request 1: setting_instead");
    // A reply signed like a request, and one of another TRTYPE.
    let later = source(&with(REPLY, "MESSAGE", "ok"), order("romcard", "reply 21"));
    assert_eq!(verdict(ask(signed(&with(REPLY, "MESSAGE", "ok"), &later))), "romcard reply 21: other_message");
}

#[test]
fn keys_in_every_wrong_form() {
    let good = source(CLASSIC, order("classic", "request 1"));
    let check = |key: &[u8], input: Diagnose, expected: &str| {
        let message = form(CLASSIC, &sign(key, &good));
        let diagnosis = Egw::diagnose(input.message(message)).unwrap();
        let finding = &diagnosis.each()[0];
        let (used, form) = (finding.key_used().unwrap(), finding.key_form().unwrap());
        let mistakes = texts(finding.mistakes()).join(" ");
        assert_eq!(format!("{used} {form}: {mistakes}").trim_end_matches([':', ' ']), expected);
    };
    let one = || Diagnose::new().mac_key(KEY);
    check(&bytes(KEY), one(), "mac_key hex_decoded");
    check(KEY.as_bytes(), one(), "mac_key text: key_as_text");
    check(KEY.to_lowercase().as_bytes(), one(), "mac_key lower_case_text: key_as_text");
    let spaced = "0011 2233 4455 6677 8899 AABB CCDD EEFF\n";
    check(&bytes(KEY), Diagnose::new().mac_key(spaced), "mac_key hex_decoded: key_not_plain");
    check(spaced.as_bytes(), Diagnose::new().mac_key(spaced), "mac_key text: key_not_plain");
    let odd = "00112233445566778899AABBCCDDEEFF1";
    check(&bytes(KEY), Diagnose::new().mac_key(odd), "mac_key without_last_digit: key_odd_digits");
    check(&bytes(&format!("0{odd}")), Diagnose::new().mac_key(odd), "mac_key zero_in_front: key_odd_digits");
    check(&bytes(&format!("{odd}0")), Diagnose::new().mac_key(odd), "mac_key zero_at_end: key_odd_digits");
    check(&bytes(&odd[1..]), Diagnose::new().mac_key(odd), "mac_key without_first_digit: key_odd_digits");
    let other = "1F2E3D4C5B6A79880716253443526170";
    let parts = || Diagnose::new().mac_key_components([KEY, other]);
    let xored: Vec<u8> = bytes(KEY).iter().zip(bytes(other)).map(|(a, b)| a ^ b).collect();
    check(&xored, parts(), "mac_key_components hex_decoded");
    check(&bytes(KEY), parts(), "mac_key_components.0 hex_decoded: key_component");
    check(&bytes(other), parts(), "mac_key_components.1 hex_decoded: key_component");
    check(other.as_bytes(), parts(), "mac_key_components.1 text: key_as_text");
    check(&[bytes(KEY), bytes(other)].concat(), parts(), "mac_key_components components_joined: key_components_joined");
    check(hex::encode_upper(&xored).as_bytes(), parts(), "mac_key_components upper_case_text: key_as_text");
    let mixed = one().mac_key_components([other]);
    check(&xored, mixed, "mac_key hex_decoded: key_is_component");
}

#[test]
fn orders_nobody_published() {
    let reply = |names: &[&str]| signed(REPLY, &source(REPLY, names));
    let nine = order("classic", "reply");
    let less: Vec<_> = nine.iter().copied().filter(|name| !matches!(*name, "RRN" | "NONCE")).collect();
    let diagnosis = Egw::diagnose(ask(reply(&less))).unwrap();
    let finding = &diagnosis.each()[0];
    assert_eq!((finding.profile(), finding.order_name(), texts(finding.order())), ("none", "reply 1", less.clone()));
    assert_eq!(texts(finding.mistakes()), ["fields_left_out"]);
    assert!(finding.advice().contains("`classic` without RRN, NONCE."), "{}", finding.advice());
    let mut moved = nine.to_vec();
    let last = moved.pop().unwrap();
    moved.insert(2, last);
    assert_eq!(verdict(ask(reply(&moved))), "none reply 1: fields_moved");
    let mut replaced = nine.to_vec();
    replaced[4] = "APPROVAL";
    assert_eq!(verdict(ask(reply(&replaced))), "none reply 1: field_replaced");
    let all: Vec<_> = REPLY.iter().map(|field| field.0).collect();
    assert_eq!(verdict(ask(reply(&all))), "none reply 1: message_order");
    assert_eq!(verdict(ask(reply(&all[3..8]))), "none reply 1: message_order");
    let mut sorted = all.clone();
    sorted.sort_unstable();
    assert_eq!(verdict(ask(reply(&sorted))), "none reply 1: sorted_order");
    let part = ["TRTYPE", "ORDER", "ACTION", "APPROVAL", "INT_REF", "NONCE"];
    assert_eq!(verdict(ask(reply(&part))), "none reply 1: message_order");
    assert_eq!(verdict(ask(reply(&["AMOUNT", "TERMINAL", "APPROVAL", "RRN", "INT_REF"]))), "azericard reply");
    let more: Vec<_> = nine.iter().copied().chain(["RC"]).collect();
    let as_text = form(REPLY, &sign(KEY.as_bytes(), &source(REPLY, &more)));
    assert_eq!(verdict(ask(as_text)), "none reply 1: key_as_text field_added");
}

#[test]
fn a_suggested_profile_verifies() {
    let nine = order("classic", "reply");
    let kina = with(REPLY, "MERCHANT", "EGW-7001");
    let names: Vec<_> = order("kina", "reply").iter().copied().filter(|name| *name != "RRN").collect();
    let arabic = with(&kina, "APPROVAL", "نعم");
    for (fields, source) in [
        (REPLY, source(REPLY, nine)),
        (REPLY, source(&kina, order("kina", "reply"))),
        (REPLY, source(&kina, &names)),
        (&with(REPLY, "RRN", ""), source(&with(REPLY, "RRN", ""), nine).replace('-', "")),
        (REPLY, source(REPLY, nine) + "\n"),
        (&without(&arabic, "MERCHANT"), source(&arabic, order("kina", "reply")).replace("6نعم", "3نعم")),
        (REPLY, source(REPLY, order("kina", "reply"))),
        (REPLY, source(REPLY, &["TRTYPE", "ORDER", "AMOUNT", "CURRENCY", "ACTION", "RC"])),
        (REPLY, source(REPLY, &["AMOUNT", "TERMINAL", "APPROVAL", "RRN", "INT_REF"])),
    ] {
        let message = signed(fields, &source);
        for profile in [None, Some("alqaseh-unconfirmed"), Some("classic")] {
            let found = Egw::diagnose(ask(message.clone()).merchant("EGW-7001").profile(profile)).unwrap().each();
            let finding = found.first().filter(|finding| finding.fits()).unwrap_or_else(|| panic!("{source}"));
            let suggested = match (finding.suggested_profile(), profile) {
                (Value::Null, Some(own)) => Value::text(own),
                (map, _) => map.clone(),
            };
            // A line break can't be told to a profile.
            if source.ends_with('\n') {
                assert!(finding.suggested_profile().is_null());
                continue;
            }
            let configuration = EgwConfiguration::new().environment("test").api_key("x").mac_key(KEY);
            let gateway = Egw::configure(configuration.merchant("EGW-7001").profile(suggested.clone()));
            let gateway = gateway.unwrap_or_else(|error| panic!("{error}: {finding:?}"));
            assert!(gateway.verify_callback(message.as_bytes()).is_ok(), "{suggested:?} for {source}");
        }
    }
}
