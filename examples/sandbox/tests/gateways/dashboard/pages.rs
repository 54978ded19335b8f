//! Every page, in both languages; and no secret on any.

use serde_json::json;

use super::scene::Scene;
use crate::shop::World;

/// A sandbox with a bit of everything, and the paths of all its pages.
fn full() -> (Scene, Vec<String>, [String; 2]) {
    let scene = Scene::new();
    let (paid, paid_token) = scene.api2("A-1", "Two books");
    let (open, open_token) = scene.api2("A-2", "Pens");
    let (held, invoice) = (scene.egw("771446", "0"), scene.paylink("P-1", "Dates"));
    for body in [json!({ "token": &paid_token }), json!({ "id": held }), json!({ "transaction_no": invoice })] {
        scene.world.admin("/sandbox/pay", &body);
    }
    scene.world.admin("/sandbox/faults", &json!({ "kind": "status", "path": "nowhere", "times": 2 }));
    let mut paths: Vec<String> =
        ["/", "/dashboard/deliveries", "/dashboard/forge", "/dashboard/faults", "/dashboard/settings"]
            .map(str::to_owned)
            .to_vec();
    for (system, id) in [("alqaseh", &paid), ("alqaseh", &open), ("egw", &held), ("paylink", &invoice)] {
        paths.push(format!("/dashboard/{system}/{id}"));
    }
    for id in 1..=3 {
        paths.push(format!("/dashboard/deliveries/{id}"));
        for how in ["wrong", "unsigned", "amount", "replay"] {
            paths.push(format!("/dashboard/forge?from={id}&how={how}"));
        }
    }
    for kind in ["lose_reply", "status", "cut_reply", "alter_delivery"] {
        paths.push(format!("/dashboard/faults?kind={kind}"));
    }
    (scene, paths, [open_token, paid_token])
}

#[test]
fn every_page_is_there_in_both_languages() {
    let (scene, paths, _) = full();
    for path in &paths {
        let joint = if path.contains('?') { '&' } else { '?' };
        for (lang, dir, nav, other) in
            [("en", "ltr", ">Deliveries</a>", "العربية"), ("ar", "rtl", ">الإشعارات</a>", "English")]
        {
            let page = scene.page(&format!("{path}{joint}lang={lang}"));
            assert!(page.contains(&format!("<html lang=\"{lang}\" dir=\"{dir}\">")), "{path} {lang}");
            assert!(page.contains(nav) && page.contains(&format!(">{other}</a>")), "{path} {lang}");
            // No text is left with a gap in it.
            assert!(!page.contains("{}<") && !page.contains("{} "), "{path} {lang}");
            assert!(!page.contains("<script") && !page.contains(" style="), "{path} {lang}");
        }
    }
}

#[test]
fn an_empty_sandbox_says_where_to_begin() {
    let scene = Scene::new();
    let page = scene.page("/");
    assert!(page.contains("No payments yet") && page.contains(&format!("{}/alqaseh/v1", scene.world.sandbox.url())));
    for path in ["/dashboard/deliveries", "/dashboard/forge", "/dashboard/faults", "/dashboard/settings"] {
        scene.page(path);
    }
}

#[test]
fn the_language_is_asked_for_or_remembered_or_the_browsers() {
    let world = World::new();
    let lang = |path: &str, headers: &[(&str, &str)]| {
        let page = world.get(path, headers).text;
        page.split_once("<html lang=\"").unwrap().1[..2].to_owned()
    };
    for (accepted, chosen) in [
        ("ar-IQ,ar;q=0.9,en;q=0.5", "ar"),
        ("en-US,en;q=0.9,ar;q=0.5", "en"),
        ("fr, ar;q=0.3, en;q=0.2", "ar"),
        ("AR", "ar"),
        ("ar;q=0", "en"),
        ("ar;q=x", "en"),
        ("arc, ;;,", "en"),
        ("", "en"),
    ] {
        assert_eq!(lang("/", &[("Accept-Language", accepted)]), chosen, "{accepted}");
    }
    let asked = world.get("/?lang=ar", &[("Accept-Language", "en")]);
    assert!(asked.text.contains("lang=\"ar\""));
    let cookie = asked.cookie.split(';').next().unwrap();
    assert_eq!(lang("/dashboard/faults", &[("Cookie", cookie)]), "ar");
    assert_eq!(lang("/?lang=en", &[("Cookie", cookie)]), "en");
    assert_eq!(lang("/?lang=xx", &[("Cookie", "qantara_sandbox_language=%22><script>")]), "en");
}

#[test]
fn lists_refresh_themselves_if_they_are_asked_to() {
    let world = World::new();
    let refresh = "http-equiv=\"refresh\"";
    let on = world.get("/?refresh=on", &[]);
    assert!(on.text.contains(refresh));
    let cookie = on.cookie.split(';').next().unwrap();
    assert!(world.get("/dashboard/deliveries", &[("Cookie", cookie)]).text.contains(refresh));
    // Nobody's form is taken away.
    assert!(!world.get("/dashboard/faults", &[("Cookie", cookie)]).text.contains(refresh));
    assert!(!world.get("/?refresh=off", &[("Cookie", cookie)]).text.contains(refresh));
}

#[test]
fn no_page_shows_a_secret_a_card_or_a_token() {
    let (scene, paths, [open_token, paid_token]) = full();
    for path in &paths {
        let page = scene.page(path);
        for secret in [
            "Lr10yW",
            "4c2db6a1",
            "00112233",
            "FFEEDDCC",
            "kina-sandbox-key",
            "5A5A5A5A",
            "sandbox-paylink-key",
            "sandbox-api-id",
            "sandbox-secret-key",
            "sandbox-webhook-secret",
            "sandbox-refund-secret",
            "5341432900077803",
            "5341432908085972",
            "4111111111111111",
        ] {
            assert!(!page.contains(secret), "{path} shows {secret}");
        }
        // Where it is needed it is a link.
        let shown = page.replace(&format!("href=\"/alqaseh/pay/{open_token}\""), "");
        assert!(!shown.contains(&open_token) && !shown.contains(&paid_token), "{path}");
    }
    let about: String = paths.iter().map(|path| scene.page(path)).collect();
    assert!(about.contains("***") && about.contains(&open_token));
}

#[test]
fn payments_are_filtered_and_paged() {
    let scene = Scene::new();
    for n in 0..60 {
        scene.api2(&format!("A-{n}"), "Pens");
    }
    scene.egw("771446", "1");
    let rows = |path: &str| scene.page(path).matches("<td class=\"main\">").count();
    assert_eq!((rows("/"), rows("/?page=1"), rows("/?page=2")), (50, 11, 0));
    assert_eq!(rows("/?system=egw"), 1);
    assert_eq!(rows("/?system=alqaseh&page=1"), 10);
    assert_eq!((rows("/?merchant=egw+99999999"), rows("/?merchant=egw+99999998")), (1, 0));
    assert_eq!(rows("/?merchant=alqaseh+99999999"), 0);
    for (odd, status) in [
        ("/?page=x", 404),
        ("/?page=-1", 404),
        ("/?page=99999999999999999999", 404),
        ("/?page=99999", 200),
        ("/?system=%00&merchant=%ff", 404),
        ("/?merchant=%ff", 200),
        ("/?lang=&lang=ar", 200),
    ] {
        assert_eq!(scene.world.get(odd, &[]).status, status, "{odd}");
    }
}

#[test]
fn what_is_not_there_is_404() {
    let world = World::new();
    for path in [
        "/dashboard/alqaseh/x",
        "/dashboard/egw/x",
        "/dashboard/paylink/x",
        "/dashboard/x/y",
        "/dashboard/deliveries/7",
        "/dashboard/deliveries/abc",
        "/dashboard/nothing",
        "/dashboard/faults?kind=bogus",
        "/?system=x",
        "/?page=x",
    ] {
        let answer = world.get(path, &[]);
        assert_eq!(answer.status, 404, "{path}");
        assert!(answer.text.contains("Not found"), "{path}");
    }
    assert_eq!(world.get("/elsewhere", &[]).status, 404);
    for (typed, leads_to) in [
        ("/dashboard", "/"),
        ("/dashboard/", "/"),
        ("/dashboard/settings/", "/dashboard/settings"),
        ("/dashboard/faults/?kind=bom&lang=ar", "/dashboard/faults?kind=bom"),
        ("/dashboard//evil.example/", "/dashboard//evil.example"),
    ] {
        let answer = world.get(typed, &[]);
        assert_eq!((answer.status, answer.location.as_str()), (303, leads_to), "{typed}");
    }
}

#[test]
fn pages_may_load_nothing_and_be_framed_nowhere() {
    let world = World::new();
    let page = world.get("/", &[]);
    let policy = page.header("content-security-policy");
    for rule in ["default-src 'none'", "style-src 'self'", "form-action 'self'", "frame-ancestors 'none'"] {
        assert!(policy.contains(rule), "{policy}");
    }
    assert_eq!(page.header("cache-control"), "no-store");
    assert_eq!(page.header("x-content-type-options"), "nosniff");
    assert_eq!(world.get("/dashboard/style.css", &[]).content_type, "text/css; charset=utf-8");
    assert_eq!(world.get("/dashboard/icon.svg", &[]).content_type, "image/svg+xml");
}

#[test]
fn pay_pages_speak_arabic_too() {
    let scene = Scene::new();
    let (_, token) = scene.api2("A-1", "كتابان");
    let pages = [
        format!("/alqaseh/pay/{token}"),
        format!("/egw/pay/{}", scene.egw("771446", "1")),
        format!("/paylink/pay/order/{}", scene.paylink("P-1", "تمر")),
    ];
    for page in pages {
        let english = scene.page(&page);
        assert!(english.contains("lang=\"en\" dir=\"ltr\"") && english.contains("Card number"), "{page}");
        let link = format!("href=\"{}?lang=ar\"", scene.world.url(&page));
        assert!(english.contains(&link), "{page}");
        let arabic = scene.world.get(&page, &[("Accept-Language", "ar-IQ")]).text;
        assert!(arabic.contains("lang=\"ar\" dir=\"rtl\"") && arabic.contains("رقم البطاقة"), "{page}");
        // It stays so until the end.
        let action = arabic.split("action=\"").nth(1).unwrap().split('"').next().unwrap();
        let action = action.strip_prefix(scene.world.sandbox.url()).unwrap();
        let mistyped = scene.world.submit(action, "12", "01/30", "123");
        assert_eq!(mistyped.status, 422);
        assert!(mistyped.text.contains("أدخل رقم البطاقة"), "{page}");
        scene.world.submit(action, "4000000000009995", "01/30", "123");
        assert!(scene.page(action).contains("يمكنك تجربة بطاقة أخرى"), "{page}");
    }
    let nothing = scene.world.get("/alqaseh/pay/x?lang=ar", &[]);
    assert!(nothing.status == 404 && nothing.text.contains("لا توجد دفعة كهذه"));
}

#[test]
fn an_arabic_page_says_in_arabic_why_something_is_not_done() {
    let scene = Scene::new();
    let (api2, held) = (scene.api2("A-1", "Pens").0, scene.egw("771446", "0"));
    let refused = |path: &str, fields: &[(&str, &str)]| {
        let said = scene.act_in("ar", &format!("/dashboard/{path}"), fields);
        said.strip_prefix("لم يُنفَّذ الطلب: ").unwrap_or_else(|| panic!("{path}: {said}")).to_owned()
    };
    let fault = |field: (&'static str, &'static str)| {
        let mut fields =
            vec![("kind", "alter_delivery"), ("times", "1"), ("every", "1"), ("field", "a"), ("value", "")];
        fields.retain(|(name, _)| *name != field.0);
        fields.push(field);
        fields
    };
    assert_eq!(refused(&format!("egw/{held}/complete"), &[("amount", "1")]), "لم يدفع أحد بعد");
    assert_eq!(refused("alqaseh/x/pay", &[]), "لا توجد دفعة مفتوحة كهذه");
    scene.on("egw", &held, "pay");
    assert_eq!(refused(&format!("egw/{held}/complete"), &[("amount", "99")]), "تجاوز الحد (RC 61)");
    let form = [("url", "http://127.0.0.1:1/"), ("content_type", "a/b"), ("header_name", "a b")];
    for (path, fields) in [
        (format!("egw/{held}/expire"), vec![]),
        (format!("egw/{held}/complete"), vec![("amount", "x")]),
        ("egw/x/reverse".to_owned(), vec![("amount", "1")]),
        (format!("alqaseh/{api2}/reverse"), vec![]),
        (format!("alqaseh/{api2}/status"), vec![("status", "x")]),
        ("alqaseh/x/revoke".to_owned(), vec![]),
        ("alqaseh/x/expire".to_owned(), vec![]),
        ("paylink/x/pay".to_owned(), vec![]),
        ("paylink/x/cancel".to_owned(), vec![]),
        ("paylink/x/refund".to_owned(), vec![]),
        ("clock".to_owned(), vec![("at", "x")]),
        ("settings".to_owned(), vec![("paylink_window", "-1")]),
        ("forge".to_owned(), form.to_vec()),
        ("faults".to_owned(), fault(("times", "0"))),
        ("faults".to_owned(), fault(("field", ""))),
    ] {
        let why = refused(&path, &fields);
        assert!(why.chars().all(|c| !c.is_ascii_alphabetic()), "{path}: {why}");
    }
    // What quotes the form is English.
    let once = [("kind", "x"), ("every", "1")];
    assert_eq!(refused("faults", &once), "times must be a whole number from 0 up, not &quot;&quot;");
}
