//! The language of a page: what was asked for, else what was chosen before, else the browser's.

use std::collections::HashMap;
use std::convert::Infallible;

use axum::extract::{FromRequestParts, Query};
use axum::http::HeaderMap;
use axum::http::request::Parts;
use axum_extra::extract::cookie::CookieJar;

use crate::app::header;

/// The cookie that remembers what was chosen. Cookies don't know ports: it must not be a shop's.
pub(crate) const COOKIE: &str = "qantara_sandbox_language";

/// A language of the pages.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Lang {
    En,
    Ar,
}

impl Lang {
    pub(crate) fn code(self) -> &'static str {
        match self {
            Lang::En => "en",
            Lang::Ar => "ar",
        }
    }

    pub(crate) fn dir(self) -> &'static str {
        match self {
            Lang::En => "ltr",
            Lang::Ar => "rtl",
        }
    }

    pub(crate) fn of_code(code: &str) -> Option<Lang> {
        [Lang::En, Lang::Ar].into_iter().find(|lang| lang.code() == code)
    }

    /// The language a browser likes best (`Accept-Language`), of those there are.
    pub(crate) fn preferred(accepted: &str) -> Lang {
        let mut best = (Lang::En, 0.0);
        for part in accepted.split(',') {
            let (tag, parameters) = part.split_once(';').unwrap_or((part, ""));
            let primary = tag.trim().split('-').next().unwrap_or_default().to_ascii_lowercase();
            let quality = parameters.trim().strip_prefix("q=").map_or(1.0, |q| q.trim().parse().unwrap_or(0.0));
            if let Some(lang) = Lang::of_code(&primary)
                && quality > best.1
            {
                best = (lang, quality);
            }
        }
        best.0
    }

    /// `?lang=`, else what was chosen before, else what the browser prefers.
    pub(crate) fn of_request(query: &HashMap<String, String>, headers: &HeaderMap) -> Lang {
        let asked = query.get("lang").and_then(|code| Lang::of_code(code));
        let chosen = || CookieJar::from_headers(headers).get(COOKIE).and_then(|c| Lang::of_code(c.value()));
        asked.or_else(chosen).unwrap_or_else(|| header(headers, "accept-language").map_or(Lang::En, Lang::preferred))
    }

    /// The one that a page offers instead.
    pub(crate) fn other(self) -> Lang {
        match self {
            Lang::En => Lang::Ar,
            Lang::Ar => Lang::En,
        }
    }
}

impl<S: Send + Sync> FromRequestParts<S> for Lang {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Lang, Infallible> {
        Ok(Lang::of_request(&query(parts), &parts.headers))
    }
}

/// The query of a page.
pub(crate) fn query(parts: &Parts) -> HashMap<String, String> {
    Query::try_from_uri(&parts.uri).map(|Query(query)| query).unwrap_or_default()
}
