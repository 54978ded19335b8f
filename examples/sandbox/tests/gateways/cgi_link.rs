//! The e-Commerce Gateway's cgi_link: card pages, completions, reversals, status inquiries.

use serde_json::{Map, Value, json};

use crate::egw::{
    ALL, BCC, CARD, CLASSIC, DEMO, KINA, Login, ROMCARD, TIMESTAMP, UNCONFIRMED, as_form, p_sign, prepared, request,
};
use crate::shop::{Answer, FORM, JSON, Received, Shop, World};

const CGI_LINK: &str = "/egw/cgi-bin/cgi_link";

/// A reply in urlencoded form.
pub struct Reply(Received);

impl Reply {
    fn of(answer: &Answer) -> Reply {
        assert_eq!((answer.status, answer.content_type.as_str()), (200, FORM.1), "{}", answer.text);
        Reply(Received {
            line: String::new(),
            content_type: answer.content_type.clone(),
            headers: Vec::new(),
            body: answer.text.clone(),
        })
    }

    fn field(&self, name: &str) -> String {
        self.0.field(name)
    }

    pub fn verdict(&self) -> (String, String) {
        (self.field("ACTION"), self.field("RC"))
    }

    pub fn is_signed(&self, login: &Login) -> bool {
        let mac = p_sign(login, &(login.scheme)().later_reply, |name| match name {
            "MERCHANT" => "EGW TEST".to_owned(),
            _ => self.field(name),
        });
        self.0.body.contains("P_SIGN") && self.field("P_SIGN") == mac.to_uppercase()
    }
}

pub fn verdict(action: &str, rc: &str) -> (String, String) {
    (action.to_owned(), rc.to_owned())
}

/// A payment that was approved; returns what its callback said.
pub fn approved(world: &World, shop: &Shop, login: &Login, trtype: &str) -> Received {
    let fields = request(login, &shop.url, &[("TRTYPE", trtype)]);
    let page = prepared(world, login, &fields);
    let before = world.get("/sandbox/deliveries", &[]).json().as_array().unwrap().len();
    world.submit(&page, CARD.0, CARD.1, CARD.2);
    shop.messages(before + 1).pop().unwrap()
}

/// A signed request about an approved payment; `change` comes before signing.
fn later(login: &Login, callback: &Received, change: &[(&str, &str)]) -> Map<String, Value> {
    let (rrn, int_ref) = (callback.field("RRN"), callback.field("INT_REF"));
    let mut fields: Map<String, Value> = [
        ("AMOUNT", "11.48"),
        ("CURRENCY", "IQD"),
        ("ORDER", "771446"),
        ("RRN", &*rrn),
        ("INT_REF", &*int_ref),
        ("DESC", "Room 12"),
        ("TRTYPE", "21"),
        ("TERMINAL", login.terminal),
        ("TIMESTAMP", TIMESTAMP),
        ("NONCE", "F2B2DD7E603A7ADA"),
        ("BACKREF", "http://127.0.0.1:1/"),
    ]
    .iter()
    .chain(change)
    .map(|(k, v)| ((*k).to_owned(), Value::from(*v)))
    .collect();
    let scheme = (login.scheme)();
    let order = if fields["TRTYPE"] == "90" { scheme.inquiry } else { scheme.later };
    let mac = p_sign(login, &order, |name| fields.get(name).map_or("", |v| v.as_str().unwrap()).to_owned());
    fields.insert("P_SIGN".to_owned(), mac.into());
    fields
}

pub fn ask(world: &World, login: &Login, callback: &Received, change: &[(&str, &str)]) -> Reply {
    Reply::of(&world.post(CGI_LINK, &[FORM], &as_form(&later(login, callback, change))))
}

fn status(world: &World) -> Value {
    world.get("/sandbox/payments", &[]).json()["egw"][0]["status"].clone()
}

#[test]
fn completed_and_reversed_under_each_scheme() {
    let shop = Shop::open(&[]);
    for login in &ALL {
        let world = World::new();
        let before = shop.count();
        let page = prepared(&world, login, &request(login, &shop.url, &[("TRTYPE", "0")]));
        world.submit(&page, CARD.0, CARD.1, CARD.2);
        let callback = shop.messages(before + 1).pop().unwrap();
        assert_eq!(status(&world), "held");

        // Less than was held, to be taken once.
        let reply = ask(&world, login, &callback, &[("AMOUNT", "9.50"), ("ORG_AMOUNT", "11.48")]);
        assert_eq!(reply.verdict(), verdict("0", "00"), "{}", login.api_key);
        for (name, value) in [("TRTYPE", "21"), ("ORDER", "771446"), ("AMOUNT", "9.50"), ("CURRENCY", "IQD")] {
            assert_eq!(reply.field(name), value);
        }
        assert_eq!(reply.field("RRN"), callback.field("RRN"));
        assert_eq!(reply.field("INT_REF"), callback.field("INT_REF"));
        assert!(reply.is_signed(login), "{}", login.api_key);
        assert_eq!(status(&world), "completed");

        // No more is given back than was taken.
        let reply = ask(&world, login, &callback, &[("TRTYPE", "24")]);
        assert_eq!(reply.verdict(), verdict("2", "13"));
        let reply = ask(&world, login, &callback, &[("TRTYPE", "24"), ("AMOUNT", "9.5")]);
        assert_eq!(reply.verdict(), verdict("0", "00"));
        assert_eq!(reply.field("TRTYPE"), "24");
        assert!(reply.is_signed(login));
        assert_eq!(status(&world), "reversed");
    }
}

#[test]
fn a_completion_is_made_once() {
    let (world, shop) = (World::new(), Shop::open(&[]));
    let callback = approved(&world, &shop, &DEMO, "0");
    // As Al Qaseh's page has it.
    assert_eq!(ask(&world, &DEMO, &callback, &[("TRTYPE", "1")]).verdict(), verdict("0", "00"));
    let again = ask(&world, &DEMO, &callback, &[("TRTYPE", "1")]);
    assert_eq!(again.verdict(), verdict("1", "-21"));
    assert!(again.is_signed(&DEMO));
    assert_eq!(status(&world), "completed");
}

#[test]
fn what_is_not_completed() {
    let (world, shop) = (World::new(), Shop::open(&[]));
    let callback = approved(&world, &shop, &DEMO, "0");
    let rc = |change: &[(&str, &str)]| {
        let reply = ask(&world, &DEMO, &callback, change);
        assert!(reply.is_signed(&DEMO), "{change:?}");
        reply.verdict()
    };
    assert_eq!(rc(&[("AMOUNT", "11.49")]), verdict("2", "61"));
    assert_eq!(rc(&[("RRN", "000000000000")]), verdict("2", "95"));
    assert_eq!(rc(&[("INT_REF", "ABC")]), verdict("2", "95"));
    assert_eq!(rc(&[("ORDER", "771447")]), verdict("2", "95"));
    assert_eq!(rc(&[("CURRENCY", "USD")]), verdict("3", "-11"));
    assert_eq!(rc(&[("RRN", "12")]), verdict("3", "-15"));
    assert_eq!(rc(&[("AMOUNT", "1,00")]), verdict("3", "-10"));
    assert_eq!(rc(&[("TIMESTAMP", "20261120163504")]), verdict("3", "-20"));
    assert_eq!(rc(&[("BACKREF", "shop")]), verdict("3", "-2"));
    assert_eq!(status(&world), "held");
    // Given back before it was taken.
    assert_eq!(rc(&[("TRTYPE", "22")]), verdict("0", "00"));
    assert_eq!(rc(&[("TRTYPE", "22")]), verdict("1", "-21"));
    assert_eq!(rc(&[]), verdict("2", "12"));
    assert_eq!(status(&world), "reversed");
}

#[test]
fn a_retail_payment_is_reversed_and_not_completed() {
    let (world, shop) = (World::new(), Shop::open(&[]));
    let callback = approved(&world, &shop, &KINA, "1");
    assert_eq!(ask(&world, &KINA, &callback, &[]).verdict(), verdict("2", "12"));
    // A part of it is given back.
    assert_eq!(ask(&world, &KINA, &callback, &[("TRTYPE", "24"), ("AMOUNT", "1")]).verdict(), verdict("0", "00"));
    assert_eq!(status(&world), "reversed");
}

#[test]
fn whom_the_gateway_does_not_know() {
    let (world, shop) = (World::new(), Shop::open(&[]));
    let callback = approved(&world, &shop, &DEMO, "0");
    let mut fields = later(&DEMO, &callback, &[]);
    fields.insert("AMOUNT".to_owned(), "9.50".into());
    let reply = Reply::of(&world.post(CGI_LINK, &[FORM], &as_form(&fields)));
    assert_eq!(reply.verdict(), verdict("3", "-17"));
    assert!(reply.field("SANDBOX_MAC_SOURCE").starts_with("677144649.503IQD"));
    // Nothing is signed for a stranger, and another merchant's payment is not found.
    assert!(!reply.0.body.contains("P_SIGN="));
    assert_eq!(ask(&world, &CLASSIC, &callback, &[]).verdict(), verdict("2", "95"));
    // Not every scheme sends a terminal.
    fields = later(&DEMO, &callback, &[("TERMINAL", "")]);
    let reply = Reply::of(&world.post(CGI_LINK, &[FORM], &as_form(&fields)));
    assert_eq!(reply.verdict(), verdict("3", "-17"));
    for name in ["RRN", "P_SIGN", "DESC"] {
        let mut fields = later(&DEMO, &callback, &[]);
        fields.remove(name);
        let reply = Reply::of(&world.post(CGI_LINK, &[FORM], &as_form(&fields)));
        assert_eq!(reply.verdict(), verdict("3", "-1"), "{name}");
    }
    for (headers, body) in [(FORM, "TRTYPE=99"), (FORM, ""), (JSON, "{\"TRTYPE\":\"21\"}"), (FORM, "A=1&A=2")] {
        let reply = Reply::of(&world.post(CGI_LINK, &[headers], body));
        assert_eq!(reply.verdict(), verdict("3", "-2"), "{body}");
    }
    assert_eq!(status(&world), "held");
}

#[test]
fn what_became_of_it() {
    let (world, shop) = (World::new(), Shop::open(&[]));
    let inquire = |login: &Login, callback: &Received, of: &str| {
        ask(&world, login, callback, &[("TRTYPE", "90"), ("TRAN_TRTYPE", of)])
    };
    for login in [&DEMO, &BCC] {
        let callback = approved(&world, &shop, login, "0");
        let reply = inquire(login, &callback, "0");
        assert_eq!(reply.verdict(), verdict("0", "00"));
        assert_eq!((reply.field("TRTYPE"), reply.field("TRAN_TRTYPE")), ("90".to_owned(), "0".to_owned()));
        assert_eq!(reply.field("APPROVAL"), callback.field("APPROVAL"));
        assert!(reply.is_signed(login));
        assert_eq!(inquire(login, &callback, "21").verdict(), verdict("3", "95"));
        ask(&world, login, &callback, &[("AMOUNT", "9.50")]);
        let reply = inquire(login, &callback, "21");
        assert_eq!((reply.verdict(), reply.field("AMOUNT")), (verdict("0", "00"), "9.50".to_owned()));
        assert_eq!(reply.field("RRN"), callback.field("RRN"));
    }
    let callback = approved(&world, &shop, &CLASSIC, "0");
    let page = prepared(&world, &DEMO, &request(&DEMO, &shop.url, &[("ORDER", "771450")]));
    let reply = ask(&world, &DEMO, &callback, &[("TRTYPE", "90"), ("TRAN_TRTYPE", "1"), ("ORDER", "771450")]);
    assert_eq!(reply.verdict(), verdict("3", "-40"));
    world.submit(&page, CARD.0, CARD.1, "111");
    let reply = ask(&world, &DEMO, &callback, &[("TRTYPE", "90"), ("TRAN_TRTYPE", "1"), ("ORDER", "771450")]);
    assert_eq!(reply.verdict(), verdict("2", "05"));
    // A scheme without an order for it has no status inquiry.
    for login in [&CLASSIC, &KINA, &ROMCARD, &UNCONFIRMED] {
        let reply = inquire(login, &callback, "0");
        assert_eq!(reply.verdict(), verdict("3", "-2"));
    }
}

#[test]
fn replies_in_every_form() {
    let (world, shop) = (World::new(), Shop::open(&[]));
    let callback = approved(&world, &shop, &DEMO, "0");
    let mut fields = later(&DEMO, &callback, &[("DESC", "<Zimmer & \"Bad\">")]);
    let mut ask = |form: &str| {
        world.admin("/sandbox/settings", &json!({ "egw_reply": form }));
        let answer = world.post(CGI_LINK, &[FORM], &as_form(&fields));
        fields = later(&DEMO, &callback, &[("TRTYPE", "90"), ("TRAN_TRTYPE", "21")]);
        answer
    };
    let html = ask("html");
    assert_eq!(html.content_type, "text/html; charset=utf-8");
    assert!(html.text.contains(r#"<form method="post" action="http://127.0.0.1:1/">"#), "{}", html.text);
    assert!(html.text.contains(r#"name="DESC" value="&lt;Zimmer &amp; &quot;Bad&quot;&gt;""#));
    let xml = ask("xml");
    assert_eq!(xml.content_type, "application/xml");
    assert!(xml.text.contains("<RC>00</RC>") && xml.text.contains("<P_SIGN>"), "{}", xml.text);
    let json = ask("json");
    assert_eq!((json.content_type.as_str(), &json.json()["RC"]), ("application/json", &json!("00")));
    let digit = ask("digit");
    assert_eq!((digit.content_type.as_str(), digit.text.as_str()), ("text/plain", "0"));
}

#[test]
fn a_payment_the_browser_posted_itself() {
    let (world, shop) = (World::new(), Shop::open(&[]));
    // By terminal, and for a merchant whose scheme has none by the MAC alone.
    let mut bare = request(&UNCONFIRMED, &shop.url, &[]);
    for name in ["TERMINAL", "MERCHANT", "MERCH_NAME", "MERCH_URL"] {
        bare.remove(name);
    }
    for (i, (login, fields)) in
        [(&DEMO, request(&DEMO, &shop.url, &[("TRTYPE", "0")])), (&UNCONFIRMED, bare)].into_iter().enumerate()
    {
        let page = world.post(CGI_LINK, &[FORM], &as_form(&fields));
        assert_eq!((page.status, page.content_type.as_str()), (200, "text/html; charset=utf-8"));
        assert!(page.text.contains("IT Books. Qty: 2") && !page.text.contains("type=\"hidden\""));
        let action = page.text.split("action=\"").nth(1).unwrap().split('"').next().unwrap();
        let action = action.strip_prefix(world.sandbox.url()).unwrap();
        assert!(world.submit(action, CARD.0, CARD.1, CARD.2).text.contains("Approved"));
        let callback = &shop.messages(i + 1)[i];
        assert_eq!((callback.field("ACTION"), callback.field("ORDER")), ("0".to_owned(), "771446".to_owned()));
        let mac = p_sign(login, &(login.scheme)().reply, |name| callback.field(name));
        assert_eq!(callback.field("P_SIGN"), mac.to_uppercase());
        // The trace number is used up.
        let again = world.post(CGI_LINK, &[FORM], &as_form(&fields));
        assert!(again.text.contains("code -21"), "{}", again.text);
    }
}

#[test]
fn a_posted_payment_that_is_refused() {
    let (world, shop) = (World::new(), "http://127.0.0.1:1/");
    let mut forged = request(&DEMO, shop, &[]);
    forged.insert("AMOUNT".to_owned(), "1.00".into());
    for (fields, code) in [
        (forged, "code -17"),
        (request(&DEMO, shop, &[("AMOUNT", "x")]), "code -10"),
        (request(&DEMO, shop, &[("DESC", "")]), "code -1"),
        (request(&DEMO, shop, &[("TIMESTAMP", "20261120163504")]), "code -20"),
    ] {
        let page = world.post(CGI_LINK, &[FORM], &as_form(&fields));
        assert_eq!(page.content_type, "text/html; charset=utf-8");
        assert!(page.text.contains("Refused") && page.text.contains(code), "{}", page.text);
    }
    assert_eq!(world.get("/sandbox/payments", &[]).json()["egw"], json!([]));
}

#[test]
fn the_old_key() {
    let (world, shop) = (World::new(), Shop::open(&[]));
    let old = Login { mac_key: "FFEEDDCCBBAA99887766554433221100", ..DEMO };
    let callback = approved(&world, &shop, &DEMO, "0");
    // Requests under either are taken; which one signs is a setting.
    assert!(ask(&world, &old, &callback, &[("AMOUNT", "11.49")]).is_signed(&DEMO));
    world.admin("/sandbox/settings", &json!({ "egw_old_key": true }));
    let reply = ask(&world, &DEMO, &callback, &[]);
    assert!(reply.is_signed(&old) && !reply.is_signed(&DEMO));
    // A merchant who has none goes on with the one key.
    let callback = approved(&world, &shop, &KINA, "0");
    assert!(ask(&world, &KINA, &callback, &[]).is_signed(&KINA));
}
