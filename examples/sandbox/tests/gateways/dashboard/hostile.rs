//! Whatever a shop or a forger writes, pages show it as text.

use serde_json::json;

use super::scene::Scene;

const HOSTILE: [&str; 6] = [
    "<script>alert(1)</script>",
    "\"><img src=x onerror=alert(1)>",
    "'`{}{{}}%s${7*7}</title></textarea></pre>",
    "طلب \u{202e}رقم\u{202c} ١٢٣ \u{202e}txt.exe\u{2066}",
    "&lt;b&gt; &amp; &#x3c;",
    "a\u{0}b\u{7f}\u{85}\u{feff}\u{fffd}",
];

/// Nothing became markup: no tag and no attribute that the pages don't have themselves.
fn is_tame(page: &str, path: &str) {
    for bad in ["<script", "<img src=x", "onerror=alert(1)>", "<b>", "{{}}</title>", "</textarea></pre>"] {
        assert!(!page.contains(bad), "{path}: {bad}");
    }
    assert_eq!(page.matches("</html>").count(), 1, "{path}");
    assert_eq!(page.matches("</title>").count(), 1, "{path}");
    assert_eq!(page.matches("<main").count(), 1, "{path}");
}

#[test]
fn texts_of_orders_are_escaped_and_kept_apart() {
    for text in HOSTILE {
        let scene = Scene::new();
        let order: String = text.chars().take(32).collect();
        let (id, _) = scene.api2(&order, text);
        let number = scene.paylink(text, text);
        scene.on("alqaseh", &id, "pay");
        scene.on("paylink", &number, "pay");
        for lang in ["en", "ar"] {
            for path in [
                "/".to_owned(),
                format!("/dashboard/alqaseh/{id}"),
                format!("/dashboard/paylink/{number}"),
                "/dashboard/deliveries".to_owned(),
                "/dashboard/deliveries/1".to_owned(),
                "/dashboard/forge".to_owned(),
            ] {
                let page = scene.page(&format!("{path}?lang={lang}"));
                is_tame(&page, &path);
            }
        }
        // An override of direction ends with the order it is in.
        let shown = order.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;");
        assert!(scene.page("/").contains(&format!("<bdi>{shown}</bdi>")), "{text:?}");
    }
}

#[test]
fn long_texts_stay_whole() {
    let scene = Scene::new();
    let long = "ط".repeat(8_000);
    let number = scene.paylink(&long, &long);
    is_tame(&scene.page("/"), "/");
    let page = scene.page(&format!("/dashboard/paylink/{number}"));
    assert!(page.contains(&long));
}

#[test]
fn forged_messages_and_answers_are_escaped() {
    for text in HOSTILE {
        let scene = Scene::new();
        let url = format!("{}/hook", scene.shop.url);
        // A header holds nearly anything.
        let fits: String = text.chars().filter(|c| !c.is_control()).collect();
        for (n, (url, content_type)) in
            [(&*url, "text/html"), (text, &fits), (&format!("{url}?{text}"), "a/b")].into_iter().enumerate()
        {
            let fields = [
                ("url", url),
                ("content_type", content_type),
                ("header_name", "X-Forged"),
                ("header_value", &fits),
                ("body", text),
            ];
            scene.act("/dashboard/forge", &fields);
            let path = format!("/dashboard/deliveries/{}", n + 1);
            is_tame(&scene.page(&path), &path);
            is_tame(&scene.page(&format!("/dashboard/forge?from={}&how=replay", n + 1)), "forge");
        }
        is_tame(&scene.page("/dashboard/deliveries"), "deliveries");
    }
}

#[test]
fn faults_settings_and_addresses_are_escaped() {
    let scene = Scene::new();
    let rest = |text: &str| form_urlencoded::byte_serialize(text.as_bytes()).collect::<String>();
    for text in HOSTILE {
        scene.world.admin("/sandbox/faults", &json!({ "kind": "status", "path": text, "body": text }));
        scene.act("/dashboard/portal/sandbox-merchant", &[("webhook_url", text)]);
        scene.act("/dashboard/faults", &[("kind", text), ("times", text), ("every", "1")]);
        for path in ["/dashboard/faults", "/dashboard/settings", "/"] {
            is_tame(&scene.page(path), path);
        }
        let query = form_urlencoded::Serializer::new(String::new())
            .extend_pairs([("merchant", text), ("from", text), (text, text)])
            .finish();
        // What isn't known is not there; what is ignored is written into links.
        for unknown in ["/?system", "/?page", "/dashboard/faults?kind"] {
            let page = scene.world.get(&format!("{unknown}={}", rest(text)), &[]);
            assert_eq!(page.status, 404);
            is_tame(&page.text, unknown);
        }
        for path in ["/", "/dashboard/faults", "/dashboard/forge"] {
            is_tame(&scene.world.get(&format!("{path}?{query}"), &[]).text, path);
        }
        let said = form_urlencoded::byte_serialize(text.as_bytes()).collect::<String>().replace('+', "%20");
        let cookie = format!("qantara_sandbox_said=Refused%20{said}");
        is_tame(&scene.world.get("/", &[("Cookie", &cookie)]).text, "said");
        let path = form_urlencoded::byte_serialize(text.as_bytes()).collect::<String>().replace('+', "%20");
        is_tame(&scene.world.get(&format!("/dashboard/alqaseh/{path}"), &[]).text, "not found");
    }
}
