//! Settings, what merchants have set in Paylink's portal, merchants, and the reset.

use axum::extract::{Path, State};
use axum::response::Response;
use maud::{Markup, html};
use serde_json::{Map, Value};

use super::context::{Asked, Context, back, ltr};
use super::layout::{self, Tab};
use super::payments::merchants;
use super::rows::{System, encoded};
use crate::app::Shared;
use crate::config::{Amounts, DeliveryForm, Envelope};
use crate::merchants::Portal;
use crate::text::{Said, Text};

/// How many merchants of a system are shown.
const LISTED: usize = 200;

/// A setting, and what it can be.
enum Choice {
    Words(fn() -> Vec<&'static str>),
    YesNo,
    Number,
}

const SETTINGS: [(&str, Text, Choice); 10] = [
    ("history_envelope", Text::HistoryEnvelope, Choice::Words(|| Envelope::ALL.iter().map(|w| w.word()).collect())),
    ("alqaseh_amounts", Text::AlQasehAmounts, Choice::Words(amounts)),
    ("egw_amounts", Text::EgwAmounts, Choice::Words(amounts)),
    ("paylink_amounts", Text::PaylinkAmounts, Choice::Words(amounts)),
    ("egw_callback", Text::EgwCallback, Choice::Words(forms)),
    ("egw_reply", Text::EgwReply, Choice::Words(forms)),
    ("egw_old_key", Text::EgwOldKey, Choice::YesNo),
    ("paylink_success_as_text", Text::PaylinkSuccessAsText, Choice::YesNo),
    ("paylink_callback_capitals", Text::PaylinkCallbackCapitals, Choice::YesNo),
    ("paylink_window", Text::PaylinkWindow, Choice::Number),
];

fn amounts() -> Vec<&'static str> {
    Amounts::ALL.iter().map(|amounts| amounts.word()).collect()
}

fn forms() -> Vec<&'static str> {
    DeliveryForm::ALL.iter().map(|form| form.word()).collect()
}

pub(super) async fn page(cx: Context) -> Response {
    let (settings, portal) = {
        let state = cx.app.state();
        let merchants = &state.paylink.merchants;
        let merchant = merchants.get(cx.query("portal")).or_else(|| merchants.iter().next());
        let portal = merchant.and_then(|merchant| {
            let id = &merchant.merchant_id;
            Some((id.clone(), state.paylink.portal(id)?.clone()))
        });
        (serde_json::to_value(&*state.settings).unwrap_or_default(), portal)
    };
    let body = html! {
        h1 { (cx.t(Text::Settings)) }
        section.card {
            p { (cx.t(Text::SettingsIntro)) }
            form.fields method="post" action="/dashboard/settings" {
                (back(&cx))
                @for (name, text, choice) in &SETTINGS { (field(&cx, name, *text, choice, settings.get(*name))) }
                button.primary { (cx.t(Text::Save)) }
            }
        }
        @if let Some((merchant, portal)) = &portal { (portal_form(&cx, merchant, portal)) }
        section.card {
            h2 { (cx.t(Text::Merchants)) }
            dl.facts {
                @for system in System::ALL {
                    div {
                        dt { (cx.t(system.name())) }
                        dd { (merchant_names(&cx, system)) }
                    }
                }
            }
            p.soft { (cx.t(Text::SecretsElsewhere)) }
        }
        section.card.danger {
            h2 { (cx.t(Text::Reset)) }
            p { (cx.t(Text::ResetIntro)) }
            form.inline method="post" action="/dashboard/reset" {
                (back(&cx))
                label.check { input type="checkbox" name="sure" value="yes" required; " " (cx.t(Text::ResetSure)) }
                button.danger { (cx.t(Text::ResetAll)) }
            }
        }
    };
    let title = html! { (cx.t(Text::Settings)) };
    layout::answer(cx, Tab::Settings, title, false, body)
}

fn field(cx: &Context, name: &str, text: Text, choice: &Choice, value: Option<&Value>) -> Markup {
    let value = value.unwrap_or(&Value::Null);
    html! {
        div {
            label for=(name) { (cx.t(text)) }
            @match choice {
                Choice::Words(words) => {
                    select id=(name) name=(name) {
                        @for word in words() { option selected[value == word] { (word) } }
                    }
                },
                Choice::YesNo => (yes_no(cx, name, *value == Value::Bool(true))),
                Choice::Number => { input id=(name) name=(name) value=(value) inputmode="numeric" pattern="[0-9]+" dir="ltr" required; },
            }
        }
    }
}

fn merchant_names(cx: &Context, system: System) -> Markup {
    let merchants = merchants(&cx.app, system);
    let hidden = merchants.len().saturating_sub(LISTED);
    html! {
        @for (_, name) in merchants.iter().take(LISTED) { div { (ltr(name)) } }
        @if hidden > 0 { div.soft { (cx.with(Text::More, hidden)) } }
    }
}

fn yes_no(cx: &Context, name: &str, yes: bool) -> Markup {
    html! {
        select id=(name) name=(name) {
            option value="false" selected[!yes] { (cx.t(Text::No)) }
            option value="true" selected[yes] { (cx.t(Text::Yes)) }
        }
    }
}

/// What one merchant has set, and the others to choose from.
fn portal_form(cx: &Context, merchant: &str, portal: &Portal) -> Markup {
    let others = merchants(&cx.app, System::Paylink);
    let url = |name: &str, text: Text, value: &str| {
        html! {
            div.wide {
                label for=(name) { (cx.t(text)) }
                input id=(name) type="url" name=(name) value=(value) dir="ltr" maxlength="2000" placeholder="http://127.0.0.1:8000/…";
            }
        }
    };
    html! {
        section.card {
            h2 { (cx.t(Text::Portal)) ": " (ltr(merchant)) }
            p { (cx.t(Text::PortalIntro)) }
            @if others.len() > 1 {
                form.filter method="get" action="/dashboard/settings" {
                    div {
                        label for="portal" { (cx.t(Text::Merchant)) }
                        input #portal name="portal" value=(merchant) list="merchants" dir="ltr";
                        datalist #merchants { @for (id, _) in others.iter().take(LISTED) { option value=(id) {} } }
                    }
                    button.small { (cx.t(Text::Show)) }
                }
            }
            form.fields method="post" action=(format!("/dashboard/portal/{}", encoded(merchant))) {
                (back(cx))
                (url("webhook_url", Text::WebhookUrl, &portal.webhook_url))
                (url("refund_webhook_url", Text::RefundWebhookUrl, &portal.refund_webhook_url))
                div { label for="webhook_v2" { (cx.t(Text::WebhookV2)) } (yes_no(cx, "webhook_v2", portal.webhook_v2)) }
                button.primary { (cx.t(Text::Save)) }
            }
        }
    }
}

/// Some fields of a form as JSON: words, numbers, true and false.
fn changes(asked: &Asked, names: &[&str]) -> Map<String, Value> {
    let value = |text: &str| match text {
        "true" => Value::Bool(true),
        "false" => Value::Bool(false),
        _ => text.parse::<i64>().map_or_else(|_| Value::from(text), Value::from),
    };
    names.iter().filter_map(|name| Some(((*name).to_owned(), value(asked.has(name)?)))).collect()
}

pub(super) async fn submit(State(app): State<Shared>, asked: Asked) -> Response {
    let names = SETTINGS.map(|(name, ..)| name);
    match app.state().change_settings(changes(&asked, &names)) {
        Ok(()) => asked.answer(Said::SettingsSaved, ""),
        Err(why) => asked.answer(Said::Refused, &why),
    }
}

pub(super) async fn submit_portal(State(app): State<Shared>, Path(merchant): Path<String>, asked: Asked) -> Response {
    let changes = changes(&asked, &["webhook_url", "refund_webhook_url", "webhook_v2"]);
    match app.state().paylink.change_portal(&merchant, changes) {
        None => asked.answer(Said::NotThere, ""),
        Some(Ok(())) => asked.answer(Said::PortalSaved, &merchant),
        Some(Err(why)) => asked.answer(Said::Refused, &why),
    }
}

pub(super) async fn settle(State(app): State<Shared>, asked: Asked) -> Response {
    let now = app.clock.now();
    let (number, _) = app.state().paylink.settle(now);
    asked.answer(Said::Settled, &number)
}
