//! Each form does what it says, says what it did, and does it once.

use serde_json::{Value, json};

use super::scene::{Scene, badges};
use crate::shop::Shop;

const REFUSED: &str = "Not done: ";

fn status(scene: &Scene, system: &str, id: &str) -> String {
    badges(&scene.page(&format!("/dashboard/{system}/{id}")))[0].to_owned()
}

#[test]
fn paying_and_declining_in_each_system() {
    let scene = Scene::new();
    let ids = [
        ("alqaseh", scene.api2("A-1", "Pens").0, "declined", "succeeded"),
        ("egw", scene.egw("771446", "1"), "declined", "paid"),
        ("paylink", scene.paylink("P-1", "Dates"), "pending", "paid"),
    ];
    for (n, (system, id, declined, paid)) in ids.iter().enumerate() {
        assert_eq!(scene.on(system, id, "decline"), "The card was declined, response code 51.");
        assert_eq!(status(&scene, system, id), *declined);
        assert_eq!(scene.on(system, id, "pay"), "Paid. The shop is being told.");
        assert_eq!(status(&scene, system, id), *paid);
        // Paylink says nothing of a declined card.
        assert_eq!(scene.shop.messages(if n == 2 { 5 } else { 2 * n + 2 }).len(), if n == 2 { 5 } else { 2 * n + 2 });
        for again in ["pay", "decline"] {
            assert_eq!(scene.on(system, id, again), "Not done: no such payment is open");
        }
        assert_eq!(status(&scene, system, id), *paid);
    }
    assert_eq!(scene.shop.count(), 5);
    assert_eq!(scene.act("/dashboard/alqaseh/nobody/pay", &[]), "Not done: no such payment is open");
}

#[test]
fn expiring() {
    let scene = Scene::new();
    for (system, id) in [("alqaseh", scene.api2("A-1", "Pens").0), ("egw", scene.egw("771446", "1"))] {
        assert_eq!(scene.on(system, &id, "expire"), "The payment expired.");
        assert_eq!(status(&scene, system, &id), "expired");
        for act in ["expire", "pay"] {
            assert!(scene.on(system, &id, act).starts_with(REFUSED), "{system} {act}");
        }
    }
    let page = scene.egw("771447", "1");
    scene.on("egw", &page, "expire");
    assert!(scene.world.get(&format!("/egw/pay/{page}"), &[]).text.contains("no longer open"));
}

#[test]
fn revoking_and_cancelling() {
    let scene = Scene::new();
    let (id, number) = (scene.api2("A-1", "Pens").0, scene.paylink("P-1", "Dates"));
    assert!(scene.on("alqaseh", &id, "revoke").starts_with("The payment was revoked"));
    assert_eq!(scene.on("alqaseh", &id, "revoke"), "Not done: only a prepared or retried payment can be revoked");
    assert!(scene.on("paylink", &number, "cancel").starts_with("The invoice was cancelled"));
    assert!(scene.on("paylink", &number, "pay").starts_with(REFUSED));
    assert_eq!((&*status(&scene, "alqaseh", &id), &*status(&scene, "paylink", &number)), ("revoked", "canceled"));
    // Not of this system.
    assert_eq!(scene.act(&format!("/dashboard/egw/{id}/revoke"), &[]), "There is no such entry any more.");
    assert_eq!(scene.act(&format!("/dashboard/egw/{id}/explode"), &[]), "There is no such entry any more.");
}

#[test]
fn reversing_once() {
    let scene = Scene::new();
    let id = scene.api2("A-1", "Pens").0;
    assert!(scene.on("alqaseh", &id, "reverse").starts_with(REFUSED));
    scene.on("alqaseh", &id, "pay");
    assert_eq!(scene.on("alqaseh", &id, "reverse"), "The payment was reversed.");
    assert_eq!(scene.on("alqaseh", &id, "reverse"), "Not done: this payment was reversed before");
    let payments = scene.world.get("/sandbox/payments", &[]).json();
    assert_eq!(payments["alqaseh"].as_array().unwrap().len(), 2);
    assert_eq!(payments["alqaseh"][1]["transaction_type"], "Reversal");
    let reversal = payments["alqaseh"][1]["payment_id"].as_str().unwrap();
    // Each leads to the other.
    let page = scene.page(&format!("/dashboard/alqaseh/{id}"));
    assert_eq!(page.matches(&format!("href=\"/dashboard/alqaseh/{reversal}\"")).count(), 2);
    let (_, history) = page.split_once("<ol class=\"history\">").unwrap();
    assert_eq!(badges(history.split_once("</ol>").unwrap().0), ["prepared", "succeeded", "reversed"]);
    let page = scene.page(&format!("/dashboard/alqaseh/{reversal}"));
    assert_eq!(page.matches(&format!("href=\"/dashboard/alqaseh/{id}\"")).count(), 1);
    // A reversal can't be reversed.
    assert!(scene.on("alqaseh", reversal, "reverse").starts_with(REFUSED));
}

#[test]
fn completing_an_authorization_and_giving_it_back() {
    let scene = Scene::new();
    let id = scene.egw("771446", "0");
    let act = |act: &str, amount: &str| scene.act(&format!("/dashboard/egw/{id}/{act}"), &[("amount", amount)]);
    assert_eq!(act("complete", "11.48"), "Not done: nobody paid yet");
    scene.on("egw", &id, "pay");
    assert_eq!(status(&scene, "egw", &id), "held");
    assert!(scene.page("/").contains("Authorizations to complete"));
    assert_eq!(act("complete", "11.49"), "Not done: Over limit (RC 61)");
    for odd in ["", "0", "-1", "1e3", "x", "١١", "1,000", "1 000"] {
        assert!(act("complete", odd).starts_with("Not done: write the amount in the digits 0 to 9"), "{odd}");
    }
    assert_eq!(act("complete", " 10 "), "The authorization was completed: 10 were taken.");
    assert_eq!(act("complete", "10"), "Not done: Already executed (RC -21)");
    assert!(!scene.page("/").contains("Authorizations to complete"));
    assert_eq!(act("reverse", "10.01"), "Not done: Invalid amount (RC 13)");
    assert_eq!(act("reverse", "10"), "The payment was reversed.");
    assert_eq!(act("reverse", "10"), "Not done: Already executed (RC -21)");
    assert_eq!(status(&scene, "egw", &id), "reversed");
    let history = scene.page(&format!("/dashboard/egw/{id}"));
    let words = badges(&history);
    assert_eq!(words[..5], ["reversed", "prepared", "held", "refused", "completed"], "{words:?}");
}

#[test]
fn refunding_what_was_acknowledged() {
    let scene = Scene::new();
    let number = scene.paylink("P-1", "Dates");
    scene.on("paylink", &number, "pay");
    assert!(scene.page("/").contains("Paylink orders to acknowledge"));
    assert_eq!(scene.on("paylink", &number, "refund"), "Not done: only a paid order can be refunded");
    let body = json!({ "processingStatus": "Success", "transactionNo": number }).to_string();
    let path = "/paylink/api/merchants/sandbox-merchant/payment-acknowledgment";
    let headers = [("X-API-KEY", "sandbox-paylink-key"), crate::shop::JSON];
    assert_eq!(scene.world.post(path, &headers, &body).status, 200);
    assert!(!scene.page("/").contains("Paylink orders to acknowledge"));
    assert_eq!(scene.on("paylink", &number, "fail-refund"), "The refund failed. The shop is being told.");
    assert_eq!(scene.on("paylink", &number, "refund"), "The refund was made. The shop is being told.");
    assert!(scene.on("paylink", &number, "refund").starts_with(REFUSED));
    // One that nobody acknowledges is refunded at its deadline.
    let late = scene.paylink("P-2", "Dates");
    scene.on("paylink", &late, "pay");
    scene.world.admin("/sandbox/clock", &json!({ "advance": 600 }));
    let page = scene.page(&format!("/dashboard/paylink/{late}"));
    let (_, history) = page.split_once("<ol class=\"history\">").unwrap();
    assert_eq!(badges(history.split_once("</ol>").unwrap().0), ["created", "paid", "refunded"]);
    let news: Vec<Value> = scene.shop.messages(3)[1..3].iter().map(|m| m.json()["refundStatus"].clone()).collect();
    assert_eq!(news, ["Failed", "Refunded"]);
}

#[test]
fn forcing_a_status_and_settling() {
    let scene = Scene::new();
    let (id, number) = (scene.api2("A-1", "Pens").0, scene.paylink("P-1", "Dates"));
    let force = |system: &str, id: &str, word: &str| {
        scene.act(&format!("/dashboard/{system}/{id}/status"), &[("status", word)])
    };
    assert_eq!(force("alqaseh", &id, "unknown"), "The status is now unknown.");
    assert_eq!(force("paylink", &number, "Paid"), "The status is now Paid.");
    assert_eq!((&*status(&scene, "alqaseh", &id), &*status(&scene, "paylink", &number)), ("unknown", "paid"));
    assert_eq!(force("alqaseh", &id, "Paid"), "Not done: no such status");
    assert_eq!(force("alqaseh", "nobody", "unknown"), "There is no such entry any more.");
    assert_eq!(force("egw", "nobody", "held"), "There is no such entry any more.");
    assert_eq!(scene.act("/dashboard/settle", &[]), "Settled as 000001: paid invoices are completed now.");
    assert_eq!(status(&scene, "paylink", &number), "completed");
}

#[test]
fn deliveries_show_each_answer_and_go_out_again() {
    let scene = Scene::with(Shop::open(&[500]));
    let id = scene.api2("A-1", "Pens").0;
    scene.world.admin("/sandbox/faults", &json!({ "kind": "hold_delivery" }));
    scene.on("alqaseh", &id, "pay");
    assert!(scene.page("/dashboard/deliveries/1").contains("Not sent yet."));
    assert!(scene.page(&format!("/dashboard/alqaseh/{id}")).contains("/dashboard/deliveries/1"));
    scene.act("/dashboard/deliveries/1/repeat", &[]);
    scene.shop.messages(2);
    assert_eq!(scene.act("/dashboard/deliveries/1/repeat", &[]), "Delivery #1 was sent; the shop took it.");
    let page = scene.page("/dashboard/deliveries/1");
    for shown in ["Content-Type: application/json", "500", "200", "{&quot;status&quot;:&quot;success&quot;}", "A-1"] {
        assert!(page.contains(shown), "{shown}");
    }
    assert_eq!(scene.act("/dashboard/deliveries/9/repeat", &[]), "There is no such entry any more.");
}

#[test]
fn forging_begins_with_a_real_delivery() {
    let scene = Scene::new();
    let (id, token) = scene.api2("A-1", "Pens");
    let (held, number) = (scene.egw("771446", "0"), scene.paylink("P-1", "Dates"));
    for (system, id) in [("alqaseh", &id), ("egw", &held), ("paylink", &number)] {
        scene.on(system, id, "pay");
    }
    let real = scene.shop.messages(3);
    // The same again: what was hidden is what it was.
    let forge = |from: &str, how: &str| {
        let page = scene.page(&format!("/dashboard/forge?from={from}&how={how}"));
        let names = ["url", "content_type", "header_name", "header_value"];
        let fields: Vec<(&str, String)> = names.into_iter().map(|name| (name, input(&page, name))).collect();
        let body = unescaped(page.split_once("</textarea>").unwrap().0.rsplit_once('>').unwrap().1);
        assert!(!body.contains(&token));
        let mut fields: Vec<(&str, &str)> = fields.iter().map(|(n, v)| (*n, v.as_str())).collect();
        fields.extend([("from", from), ("body", &body)]);
        scene.act("/dashboard/forge", &fields);
        scene.shop.messages(scene.shop.count()).pop().unwrap()
    };
    for (from, real) in ["1", "2", "3"].into_iter().zip(&real) {
        let again = forge(from, "replay");
        assert_eq!((&again.line, &again.body, &again.content_type), (&real.line, &real.body, &real.content_type));
    }
    assert_eq!(forge("3", "replay").header("x-webhook-secret"), Some("sandbox-webhook-secret"));
    let wrong = forge("3", "wrong");
    assert!(wrong.header("x-webhook-secret").is_some_and(|v| v != "sandbox-webhook-secret"));
    assert_eq!(forge("3", "unsigned").header("x-webhook-secret"), None);
    let wrong = forge("2", "wrong");
    assert!(wrong.field("P_SIGN") != real[1].field("P_SIGN") && wrong.field("P_SIGN").len() == 40);
    assert_eq!(wrong.field("AMOUNT"), "11.48");
    assert!(!forge("2", "unsigned").body.contains("P_SIGN"));
    let other = forge("2", "amount");
    assert_eq!((other.field("AMOUNT"), other.field("P_SIGN")), ("1".to_owned(), real[1].field("P_SIGN")));
    assert_eq!(forge("1", "amount").json()["amount"], 1);
    // They are listed with the payment.
    assert!(scene.page("/dashboard/deliveries/5").contains(&format!("href=\"/dashboard/egw/{held}\"")));
    let listed = scene.page(&format!("/dashboard/egw/{held}"));
    assert_eq!(listed.matches("<td class=\"id main\">").count(), 5);
}

/// The value of a field.
fn input(page: &str, name: &str) -> String {
    let (_, rest) = page.split_once(&format!("name=\"{name}\" value=\"")).unwrap_or_else(|| panic!("{name}"));
    unescaped(rest.split_once('"').unwrap().0)
}

fn unescaped(text: &str) -> String {
    text.replace("&quot;", "\"").replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
}

#[test]
fn forging_from_nothing() {
    let scene = Scene::new();
    let url = format!("{}/hook", scene.shop.url);
    let send = |url: &str, header: &str, value: &str| {
        let fields =
            [("content_type", "text/plain"), ("header_name", header), ("header_value", value), ("body", "a\r\nb")];
        scene.act("/dashboard/forge", &[&[("url", url)], &fields[..]].concat())
    };
    assert_eq!(send(&url, "", ""), "The forged delivery #1 was sent; the shop took it.");
    assert_eq!(scene.shop.messages(1)[0].body, "a\nb");
    assert_eq!(
        send("http://192.0.2.1/", "", ""),
        "Delivery #2 was not sent: not a loopback address (see --deliver-anywhere)"
    );
    assert_eq!(send("https://127.0.0.1/", "", ""), "Delivery #3 was not sent: only http:// can be delivered to");
    assert_eq!(send("http://127.0.0.1:1/", "", ""), "The forged delivery #4 got no answer.");
    let page = scene.page("/dashboard/deliveries/3");
    assert!(page.contains("Not sent") && badges(&page) == ["not sent"] && !page.contains("No answer"));
    assert!(scene.page("/dashboard/deliveries/4").contains("No answer"));
    // A page in Arabic has none of it in English.
    let repeat = ("/dashboard/deliveries/3/repeat", [("back", "/dashboard/deliveries/3")]);
    let said = scene.act_in("ar", repeat.0, &repeat.1);
    assert!(said.starts_with("لم يُرسل الإشعار #3: لا يمكن"), "{said}");
    let page = scene.world.get("/dashboard/deliveries/3?lang=ar", &[]).text;
    for text in ["only http", "forged<", " ms<", "Not sent"] {
        assert!(!page.contains(text), "{text}");
    }
    let list = scene.world.get("/dashboard/deliveries?lang=ar", &[]).text;
    assert!(list.contains("مزوَّر") && !list.contains("forged"), "{list}");
    for (header, value) in [("a b", "c"), ("A", "x\ny"), ("É", "z")] {
        assert!(send(&url, header, value).starts_with("Not done: the header's "), "{header:?}");
    }
    let fields = [("url", &*url), ("content_type", "a\r\nX: y"), ("body", "")];
    let refused = "Not done: content_type must be text that fits a header";
    assert_eq!(scene.act("/dashboard/forge", &fields), refused);
    assert_eq!(scene.world.get("/sandbox/deliveries", &[]).json().as_array().unwrap().len(), 4);
    // A value that stands for another delivery's stays what it is.
    assert!(send(&url, "X-API-KEY", "***").contains("the shop took it"));
    assert_eq!(scene.shop.messages(1).pop().unwrap().header("x-api-key"), Some("***"));
}

#[test]
fn every_kind_of_fault_is_armed_by_its_form() {
    let scene = Scene::new();
    let common = [("path", "x"), ("gateway", ""), ("times", "2"), ("every", "1")];
    let kinds: [(&str, &[(&str, &str)]); 12] = [
        ("lose_reply", &[]),
        ("status", &[("status", "404"), ("content_type", "text/html"), ("body", "")]),
        ("delay", &[("milliseconds", "1")]),
        ("cut_reply", &[("bytes", "7"), ("breaks_off", "true")]),
        ("content_type", &[("content_type", "text/html")]),
        ("bom", &[]),
        ("hold_delivery", &[]),
        ("drop_delivery", &[]),
        ("late_delivery", &[("milliseconds", "1")]),
        ("duplicate_delivery", &[("milliseconds", "1")]),
        ("swap_deliveries", &[("milliseconds", "1")]),
        ("alter_delivery", &[("field", "AMOUNT"), ("value", "")]),
    ];
    for (kind, fields) in kinds {
        // The form has these fields, and no other.
        let page = scene.page(&format!("/dashboard/faults?kind={kind}"));
        for (name, _) in common.iter().chain(fields) {
            assert!(page.contains(&format!(" name=\"{name}\"")), "{kind} {name}");
        }
        let fields = [&[("kind", kind)], &common[..], fields].concat();
        assert_eq!(scene.act("/dashboard/faults", &fields), "The fault is armed.", "{kind}");
    }
    let listed = scene.world.get("/sandbox/faults", &[]).json();
    let words: Vec<&str> = listed.as_array().unwrap().iter().map(|f| f["kind"].as_str().unwrap()).collect();
    assert_eq!(words, kinds.map(|(kind, _)| kind));
    assert_eq!((&listed[3]["bytes"], &listed[11]["value"]), (&json!(7), &json!(null)));
    assert!(scene.page("/").contains("<span class=\"count\">12</span>"));
    // The list says them in words, in both languages.
    let said =
        |lang: &str| scene.page(&format!("/dashboard/faults?lang={lang}")).replace("<bdi>", "").replace("</bdi>", "");
    let (english, arabic) = (said("en"), said("ar"));
    for words in ["HTTP status: <bdi dir=\"ltr\">404", "2 times", "7 bytes arrive", "1 ms", "the field is left out"] {
        assert!(english.contains(words), "{words}");
        assert!(!arabic.contains(words), "{words}");
    }
    for raw in ["times:", "every:", "null", "breaks_off:", "&quot;"] {
        assert!(!english.contains(raw) && !arabic.contains(raw), "{raw}");
    }
    for bad in [("times", "0"), ("times", ""), ("status", "99"), ("status", "x"), ("kind", "explode"), ("gateway", "x")]
    {
        let mut fields =
            vec![("kind", "status"), ("times", "1"), ("every", "1"), ("status", "503"), ("content_type", "a/b")];
        fields.retain(|(name, _)| *name != bad.0);
        fields.push(bad);
        assert!(scene.act("/dashboard/faults", &fields).starts_with(REFUSED), "{bad:?}");
    }
    assert_eq!(scene.act("/dashboard/faults/clear", &[]), "All faults are cleared.");
    assert_eq!(scene.world.get("/sandbox/faults", &[]).json(), json!([]));
}

#[test]
fn settings_and_the_portal() {
    let scene = Scene::new();
    let before = scene.world.get("/sandbox/settings", &[]).json();
    let all = [
        ("history_envelope", "data"),
        ("alqaseh_amounts", "exact"),
        ("egw_amounts", "double"),
        ("paylink_amounts", "float32_as_double"),
        ("egw_callback", "json"),
        ("egw_reply", "xml"),
        ("egw_old_key", "true"),
        ("paylink_success_as_text", "false"),
        ("paylink_callback_capitals", "true"),
        ("paylink_window", "30"),
    ];
    // The form has every setting there is.
    assert_eq!(before.as_object().unwrap().len(), all.len());
    let page = scene.page("/dashboard/settings");
    for (name, _) in all {
        assert!(page.contains(&format!(" name=\"{name}\"")), "{name}");
    }
    assert_eq!(scene.act("/dashboard/settings", &all), "The settings are saved.");
    let after = scene.world.get("/sandbox/settings", &[]).json();
    assert_eq!(
        (&after["egw_reply"], &after["egw_old_key"], &after["paylink_window"]),
        (&json!("xml"), &json!(true), &json!(30))
    );
    for bad in [("egw_reply", "pdf"), ("paylink_window", "x"), ("egw_old_key", "maybe")] {
        assert!(scene.act("/dashboard/settings", &[bad]).starts_with(REFUSED), "{bad:?}");
    }
    assert_eq!(scene.world.get("/sandbox/settings", &[]).json(), after);
    let portal = [("webhook_url", "http://127.0.0.1:9/x"), ("refund_webhook_url", ""), ("webhook_v2", "false")];
    let said = scene.act("/dashboard/portal/sandbox-merchant", &portal);
    assert_eq!(said, "The portal of sandbox-merchant is saved.");
    let shown = scene.world.get("/sandbox/paylink/portal/sandbox-merchant", &[]).json();
    assert_eq!((&shown["webhook_url"], &shown["webhook_v2"]), (&json!("http://127.0.0.1:9/x"), &json!(false)));
    assert_eq!(scene.act("/dashboard/portal/nobody", &portal), "There is no such entry any more.");
}

#[test]
fn the_clock_moves_and_comes_back() {
    let scene = Scene::new();
    let at = |text: &str| scene.act("/dashboard/clock", &[("at", text)]);
    assert_eq!(at("2001-09-09T01:46"), "The sandbox&#39;s clock says 2001-09-09 01:46:00.".replace("&#39;", "'"));
    assert!(scene.page("/").contains(" behind"));
    for seconds in ["60", "3600", "86400"] {
        scene.act("/dashboard/clock", &[("advance", seconds)]);
    }
    let now = || scene.world.get("/sandbox/clock", &[]).json()["now"].as_i64().unwrap();
    let expected = 1_000_000_000 - 40 + 60 + 3_600 + 86_400;
    assert!((expected..expected + 60).contains(&now()));
    for bad in ["", "yesterday", "10000-01-01T00:00", "1969-12-31T23:59"] {
        assert!(at(bad).starts_with(REFUSED), "{bad}");
    }
    assert!(scene.act("/dashboard/clock", &[("advance", "9223372036854775807")]).starts_with(REFUSED));
    assert!(scene.act("/dashboard/clock", &[("real", "yes")]).contains("real time"));
    assert!(now() > 1_700_000_000 && scene.page("/").contains("real time"));
}

#[test]
fn a_reset_wants_to_be_meant() {
    let scene = Scene::new();
    scene.api2("A-1", "Pens");
    assert!(scene.act("/dashboard/reset", &[]).contains("tick the box"));
    assert!(scene.page("/").contains("A-1"));
    assert!(scene.act("/dashboard/reset", &[("sure", "yes")]).starts_with("Everything was forgotten"));
    assert!(scene.page("/").contains("No payments yet"));
}
