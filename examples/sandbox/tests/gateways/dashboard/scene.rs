//! A sandbox with payments in it, and a browser that fills in the dashboard's forms.

use serde_json::{Value, json};

use crate::egw::{self, DEMO};
use crate::shop::{FORM, JSON, Shop, World};

const LOGIN: (&str, &str) = ("Authorization", "Basic cHVibGljX3Rlc3Q6THIxMHlXV21tMWRYTG9JN1ZnWENyUVZubHExM2MxRzA=");

/// A sandbox, a shop, and a browser that is looking at the dashboard.
pub struct Scene {
    pub world: World,
    pub shop: Shop,
}

impl Scene {
    pub fn new() -> Scene {
        Scene::with(Shop::open(&[]))
    }

    pub fn with(shop: Shop) -> Scene {
        let scene = Scene { world: World::new(), shop };
        let portal = json!({
            "webhook_url": format!("{}/paylink", scene.shop.url),
            "refund_webhook_url": format!("{}/refund", scene.shop.url),
        });
        scene.world.admin("/sandbox/paylink/portal/sandbox-merchant", &portal);
        scene
    }

    /// A payment of API 2.0: its id and its token.
    pub fn api2(&self, order: &str, description: &str) -> (String, String) {
        let body = json!({
            "amount": 25000, "currency": "IQD", "description": description, "order_id": order,
            "redirect_url": format!("{}/back", self.shop.url), "webhook_url": format!("{}/hook", self.shop.url),
            "transaction_type": "Retail",
        });
        let answer = self.world.post("/alqaseh/v1/egw/payments/create", &[LOGIN, JSON], &body.to_string());
        assert_eq!(answer.status, 200, "{}", answer.text);
        let reply = answer.json();
        (text(&reply["payment_id"]), text(&reply["token"]))
    }

    /// A payment of the e-Commerce Gateway: its id.
    pub fn egw(&self, order: &str, trtype: &str) -> String {
        let change = [("ORDER", order), ("TRTYPE", trtype)];
        let fields = egw::request(&DEMO, &format!("{}/callback", self.shop.url), &change);
        egw::prepared(&self.world, &DEMO, &fields).rsplit('/').next().unwrap().to_owned()
    }

    /// A Paylink invoice: its number.
    pub fn paylink(&self, order: &str, title: &str) -> String {
        let auth = json!({ "apiId": "sandbox-api-id", "secretKey": "sandbox-secret-key", "persistToken": true });
        let auth = self.world.admin("/paylink/api/auth", &auth);
        let bearer = format!("Bearer {}", text(&auth["id_token"]));
        let body = json!({
            "orderNumber": order, "callBackUrl": "http://127.0.0.1:1/back", "clientName": "Layla",
            "clientMobile": "0500000000", "amount": 115, "products": [{ "title": title, "price": 115, "qty": 1 }],
        });
        let headers = [("Authorization", &*bearer), JSON];
        let answer = self.world.post("/paylink/api/addInvoice", &headers, &body.to_string());
        assert_eq!(answer.status, 200, "{}", answer.text);
        text(&answer.json()["transactionNo"])
    }

    /// A page, which must be there.
    pub fn page(&self, path: &str) -> String {
        let answer = self.world.get(path, &[]);
        assert_eq!(answer.status, 200, "{path}: {}", answer.text);
        answer.text
    }

    /// Submits a form, follows, and returns what the next page says happened.
    pub fn act(&self, path: &str, fields: &[(&str, &str)]) -> String {
        self.act_in("en", path, fields)
    }

    /// The same in a language.
    pub fn act_in(&self, language: &str, path: &str, fields: &[(&str, &str)]) -> String {
        let form = form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
        let answer = self.world.post(path, &[FORM], &form);
        assert_eq!(answer.status, 303, "{path}: {}", answer.text);
        let page = self.world.get(&answer.location, &[("Cookie", &answer.cookie), ("Accept-Language", language)]);
        assert_eq!(page.status, 200, "{}", answer.location);
        // It is said once.
        assert!(page.cookie.starts_with("qantara_sandbox_said=;"), "{}", page.cookie);
        said(&page.text)
    }

    /// Does something with a payment.
    pub fn on(&self, system: &str, id: &str, act: &str) -> String {
        self.act(&format!("/dashboard/{system}/{id}/{act}"), &[("back", &format!("/dashboard/{system}/{id}"))])
    }
}

fn text(value: &Value) -> String {
    value.as_str().unwrap().to_owned()
}

/// The line that says what happened, without its markup.
pub fn said(page: &str) -> String {
    let (_, line) = page.split_once("<p class=\"flash").unwrap_or_else(|| panic!("nothing was said: {page}"));
    let (_, line) = line.split_once('>').unwrap();
    let (line, _) = line.split_once("</p>").unwrap();
    line.replace("<bdi>", "").replace("</bdi>", "")
}

/// The words in badges on a page.
pub fn badges(page: &str) -> Vec<&str> {
    let starts = page.split("class=\"badge ").skip(1);
    starts.map(|rest| rest.split_once('>').unwrap().1.split_once('<').unwrap().0).collect()
}
