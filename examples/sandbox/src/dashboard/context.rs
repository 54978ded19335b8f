//! What a page knows of its request, and what becomes of an action: a line on the next page.

use std::collections::HashMap;
use std::convert::Infallible;

use axum::extract::{Form, FromRequest, FromRequestParts, OriginalUri, Request};
use axum::http::request::Parts;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use axum_extra::extract::cookie::{Cookie, CookieJar, SameSite};
use maud::{Markup, Render, html};

use crate::app::Shared;
use crate::lang::{self, Lang, query};
use crate::page::fill;
use crate::text::{Said, Text};

// Cookies don't know ports: the names must not be a shop's.
const REFRESH: &str = "qantara_sandbox_refresh";
const SAID: &str = "qantara_sandbox_said";

/// A page's request.
pub(super) struct Context {
    pub(super) app: Shared,
    pub(super) lang: Lang,
    /// The path, and what the query asks for.
    pub(super) path: String,
    pub(super) query: HashMap<String, String>,
    /// Whether lists are to refresh themselves.
    pub(super) refreshes: bool,
    /// What the last action led to, and with which value.
    pub(super) said: Option<(Said, String)>,
    jar: CookieJar,
}

impl FromRequestParts<Shared> for Context {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, app: &Shared) -> Result<Context, Infallible> {
        let mut query = query(parts);
        let lang = Lang::of_request(&query, &parts.headers);
        let mut jar = CookieJar::from_headers(&parts.headers);
        let said = jar.get(SAID).and_then(|c| {
            let (name, value) = c.value().split_once(' ')?;
            let said = Said::ALL.iter().find(|s| s.name() == name)?;
            Some((*said, value.to_owned()))
        });
        if said.is_some() {
            jar = jar.remove(cookie(SAID, String::new()));
        }
        if query.remove("lang").is_some() {
            jar = jar.add(cookie(lang::COOKIE, lang.code().to_owned()));
        }
        if let Some(refresh) = query.remove("refresh") {
            jar = jar.add(cookie(REFRESH, refresh));
        }
        let refreshes = jar.get(REFRESH).is_some_and(|c| c.value() == "on");
        let path = parts.extensions.get::<OriginalUri>().map_or(&parts.uri, |original| &original.0).path().to_owned();
        Ok(Context { app: app.clone(), lang, path, query, refreshes, said, jar })
    }
}

/// A cookie of the dashboard, until the browser is closed.
fn cookie(name: &'static str, value: String) -> Cookie<'static> {
    Cookie::build((name, value)).path("/").http_only(true).same_site(SameSite::Lax).build()
}

impl Context {
    pub(super) fn t(&self, text: Text) -> &'static str {
        text.in_lang(self.lang)
    }

    /// A text with a value in it.
    pub(super) fn with(&self, text: Text, value: impl Render) -> Markup {
        fill(self.t(text), value)
    }

    /// This page's address, with another value in its query. Empty leaves it out.
    pub(super) fn here(&self, name: &str, value: &str) -> String {
        let mut pairs: Vec<_> = self.query.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
        pairs.retain(|(n, v)| *n != name && !v.is_empty());
        if !value.is_empty() {
            pairs.push((name, value));
        }
        with_query(&self.path, pairs)
    }

    /// Another page's address, with this one's query.
    pub(super) fn elsewhere(&self, path: &str) -> String {
        with_query(path, self.query.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect())
    }

    pub(super) fn query(&self, name: &str) -> &str {
        self.query.get(name).map_or("", String::as_str)
    }

    /// Answers with a page.
    pub(super) fn answer(self, status: StatusCode, page: Markup) -> Response {
        let headers = [
            (header::CONTENT_TYPE, "text/html; charset=utf-8"),
            (header::CACHE_CONTROL, "no-store"),
            // Not no-referrer: with that, browsers say that a form comes from nowhere.
            (header::REFERRER_POLICY, "same-origin"),
            (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
            (
                header::CONTENT_SECURITY_POLICY,
                "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; frame-ancestors 'none'; \
                 base-uri 'none'",
            ),
        ];
        (status, headers, self.jar, page.into_string()).into_response()
    }
}

fn with_query(path: &str, mut pairs: Vec<(&str, &str)>) -> String {
    pairs.sort_unstable();
    if pairs.is_empty() {
        return path.to_owned();
    }
    let query = form_urlencoded::Serializer::new(String::new()).extend_pairs(pairs).finish();
    format!("{path}?{query}")
}

/// What a machine reads: left to right in any language.
pub(super) fn ltr(text: impl Render) -> Markup {
    html! { bdi dir="ltr" { (text) } }
}

/// A submitted form.
pub(super) struct Asked {
    fields: HashMap<String, String>,
}

impl<S: Send + Sync> FromRequest<S> for Asked {
    type Rejection = Response;

    async fn from_request(request: Request, state: &S) -> Result<Asked, Response> {
        let Form(fields) = Form::from_request(request, state).await.map_err(IntoResponse::into_response)?;
        Ok(Asked { fields })
    }
}

impl Asked {
    /// A field's value, or empty text.
    pub(super) fn get(&self, name: &str) -> &str {
        self.fields.get(name).map_or("", String::as_str)
    }

    /// A field's value, if the form had it.
    pub(super) fn has(&self, name: &str) -> Option<&str> {
        self.fields.get(name).map(String::as_str)
    }

    /// Back to the page the form was on, which then says what happened.
    pub(super) fn answer(&self, said: Said, value: &str) -> Response {
        let back = self.get("back");
        let own =
            back.bytes().all(|b| b.is_ascii_graphic()) && (back.starts_with("/?") || back.starts_with("/dashboard/"));
        self.answer_at(if own { back } else { "/" }, said, value)
    }

    /// On to another page, which says what happened.
    pub(super) fn answer_at(&self, page: &str, said: Said, value: &str) -> Response {
        // A cookie holds 4 kB; nobody reads a longer line.
        let value: String = value.chars().filter(|c| !c.is_control()).take(200).collect();
        let jar = CookieJar::new().add(cookie(SAID, format!("{} {value}", said.name())));
        (jar, Redirect::to(page)).into_response()
    }
}

/// The hidden field that [`Asked::answer`] reads.
pub(super) fn back(cx: &Context) -> Markup {
    html! { input type="hidden" name="back" value=(cx.here("", "")); }
}
