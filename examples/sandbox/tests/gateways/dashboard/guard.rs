//! Nothing can be asked by a page of another site, nor under another name.

use serde_json::json;

use super::scene::Scene;
use crate::shop::{FORM, Shop, World};

const FORMS: [&str; 13] = [
    "/dashboard/alqaseh/x/pay",
    "/dashboard/egw/x/complete",
    "/dashboard/paylink/x/status",
    "/dashboard/settle",
    "/dashboard/deliveries/1/repeat",
    "/dashboard/forge",
    "/dashboard/faults",
    "/dashboard/faults/clear",
    "/dashboard/settings",
    "/dashboard/portal/sandbox-merchant",
    "/dashboard/clock",
    "/dashboard/reset",
    "/sandbox/reset",
];

#[test]
fn a_form_on_another_site_does_nothing() {
    let (world, shop) = (World::new(), Shop::open(&[]));
    let fields = format!("advance=60&sure=yes&kind=bom&times=1&every=1&content_type=a&url={}", shop.url);
    let before = world.get("/sandbox/settings", &[]).text;
    for path in FORMS {
        for foreign in [
            ("Origin", "http://evil.example"),
            ("Origin", "null"),
            ("Origin", "http://127.0.0.1:1"),
            ("Sec-Fetch-Site", "cross-site"),
            ("Sec-Fetch-Site", "same-site"),
            ("Host", "evil.example"),
        ] {
            let answer = world.post(path, &[FORM, foreign], &fields);
            assert_eq!(answer.status, 403, "{path} {foreign:?}");
            assert!(answer.cookie.is_empty());
        }
    }
    assert_eq!(shop.count(), 0);
    assert_eq!(world.get("/sandbox/faults", &[]).text, "[]");
    assert_eq!(world.get("/sandbox/settings", &[]).text, before);
}

#[test]
fn a_webhook_to_the_sandbox_itself_does_nothing() {
    let world = World::new();
    let before = world.get("/sandbox/settings", &[]).text;
    for path in FORMS {
        let message = json!({ "url": world.url(path), "content_type": FORM.1, "body": "advance=60&sure=yes" });
        let forged = world.admin("/sandbox/forge", &message);
        assert_eq!(forged["attempts"][0]["status"], 403, "{path}: {forged}");
    }
    assert_eq!(world.get("/sandbox/settings", &[]).text, before);
}

#[test]
fn another_name_shows_nothing() {
    let world = World::new();
    for path in ["/", "/dashboard/settings", "/dashboard/style.css", "/sandbox/payments"] {
        for host in ["evil.example", "127.0.0.1.evil.example", "localhost.evil.example"] {
            assert_eq!(world.get(path, &[("Host", host)]).status, 403, "{path} {host}");
        }
        for host in ["localhost:8480", "[::1]:8480"] {
            assert_eq!(world.get(path, &[("Host", host)]).status, 200, "{path} {host}");
        }
    }
}

#[test]
fn the_sandboxs_own_pages_may_ask() {
    let scene = Scene::new();
    let own = [FORM, ("Origin", scene.world.sandbox.url()), ("Sec-Fetch-Site", "same-origin")];
    assert_eq!(scene.world.post("/dashboard/clock", &own, "advance=60").status, 303);
}

#[test]
fn an_action_leads_to_the_dashboard_only() {
    let world = World::new();
    for back in [
        "https://evil.example/",
        "//evil.example",
        "/\\evil.example",
        "javascript:alert(1)",
        "/alqaseh/pay/x",
        "/?a\r\nX: y",
        "",
        "/é",
    ] {
        let form = form_urlencoded::Serializer::new(String::new()).append_pair("back", back).finish();
        let answer = world.post("/dashboard/faults/clear", &[FORM], &form);
        assert_eq!((answer.status, answer.location.as_str()), (303, "/"), "{back:?}");
    }
    let answer = world.post("/dashboard/faults/clear", &[FORM], "back=%2F%3Fsystem%3Degw");
    assert_eq!(answer.location, "/?system=egw");
}

#[test]
fn what_is_no_form_is_refused() {
    let world = World::new();
    for (headers, body) in
        [(vec![], "advance=60"), (vec![("Content-Type", "application/json")], "{}"), (vec![FORM], "a=%ff&=&&%zz")]
    {
        let answer = world.post("/dashboard/clock", &headers, body);
        assert!(answer.status < 500, "{body}");
    }
    assert_eq!(world.post("/dashboard/clock", &[FORM], &"a".repeat(100_000)).status, 413);
    assert_eq!(world.post("/dashboard/settings", &[FORM], "").status, 303);
}
