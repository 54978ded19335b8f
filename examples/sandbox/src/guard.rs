//! Who may use the dashboard and `/sandbox`: programs, and pages of the sandbox itself. A web page
//! from elsewhere, open in the same browser, may not; nor may it by way of a webhook to the sandbox.

use axum::Json;
use axum::extract::{Request, State};
use axum::http::uri::{Authority, Uri};
use axum::http::{HeaderMap, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use serde_json::json;

use crate::app::{Shared, header};
use crate::deliveries::{USER_AGENT, is_loopback};

/// Refuses what comes under a foreign name, and what a foreign page sends.
///
/// The gateways are not guarded so. A shop in a container knows them by a name that is not configured here
/// (`http://sandbox:8480`), and a customer's browser comes to them from the shop's page. Nor is it needed: they have
/// logins, which a page that leads itself here doesn't get from the browser, and serve no more than a gateway does.
pub(crate) async fn guard(State(app): State<Shared>, request: Request, next: Next) -> Response {
    let public = app.url.parse().unwrap_or_default();
    match refusal(request.method(), request.headers(), &public) {
        Some([error, hint]) => (StatusCode::FORBIDDEN, Json(json!({ "error": error, "hint": hint }))).into_response(),
        None => next.run(request).await,
    }
}

fn refusal(method: &Method, headers: &HeaderMap, public: &Uri) -> Option<[&'static str; 2]> {
    let host: Option<Authority> = header(headers, "host").and_then(|h| h.parse().ok());
    // A foreign name that was made to lead here (DNS rebinding) is a foreign page's way in.
    let ours = |h: &Authority| is_loopback(h.host()) || Some(h.host()) == public.host();
    let Some(host) = host.filter(ours) else {
        let hint = "use the sandbox's own address: http://127.0.0.1:<port>, or its --public-url";
        return Some(["this is not the sandbox's name", hint]);
    };
    // Whoever may say where a webhook goes may not say what the sandbox does.
    if header(headers, "user-agent") == Some(USER_AGENT) {
        let hint = "deliveries go to shops";
        return Some(["a sandbox's delivery may not ask this", hint]);
    }
    if *method == Method::GET || *method == Method::HEAD {
        return None;
    }
    // Programs send neither header, browsers both. Another port is another origin.
    let site = header(headers, "sec-fetch-site");
    let origin = headers.get(header::ORIGIN).map(|o| o.to_str().ok().and_then(|o| o.parse::<Uri>().ok()));
    let own_origin = |o: &Option<Uri>| {
        let authority = o.as_ref().and_then(Uri::authority);
        authority == Some(&host) || authority.is_some() && authority == public.authority()
    };
    let own = site.is_none_or(|s| matches!(s, "same-origin" | "none")) && origin.as_ref().is_none_or(own_origin);
    let hint = "ask from a program, or on the sandbox's own pages";
    (!own).then_some(["a page of another site may not ask this", hint])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refused(method: Method, pairs: &[(&'static str, &str)]) -> bool {
        let headers = pairs.iter().filter_map(|(n, v)| Some((n.parse().ok()?, v.parse().ok()?))).collect();
        refusal(&method, &headers, &Uri::from_static("https://pay.example/base")).is_some()
    }

    #[test]
    fn only_the_sandboxs_own_names_lead_in() {
        for good in ["127.0.0.1:8480", "localhost:1", "LOCALHOST", "[::1]:80", "127.9.9.9", "pay.example"] {
            assert!(!refused(Method::GET, &[("host", good)]), "{good}");
            assert!(!refused(Method::POST, &[("host", good)]), "{good}");
        }
        for bad in ["evil.example", "127.0.0.1.evil.example", "localhost.evil.example:8480", "10.0.0.1", "", "a b", "@"]
        {
            assert!(refused(Method::GET, &[("host", bad)]), "{bad}");
        }
        assert!(refused(Method::GET, &[]));
    }

    #[test]
    fn only_the_sandboxs_own_pages_send() {
        let host = ("host", "127.0.0.1:8480");
        for good in [
            &[host, ("origin", "http://127.0.0.1:8480"), ("sec-fetch-site", "same-origin")][..],
            &[host, ("sec-fetch-site", "none")],
            &[host, ("origin", "https://pay.example")],
        ] {
            assert!(!refused(Method::POST, good), "{good:?}");
        }
        for bad in [
            ("origin", "http://evil.example"),
            ("origin", "http://127.0.0.1:3000"),
            ("origin", "http://localhost:8480"),
            ("origin", "null"),
            ("origin", ""),
            ("origin", "http://127.0.0.1:8480.evil.example"),
            ("sec-fetch-site", "cross-site"),
            ("sec-fetch-site", "same-site"),
        ] {
            assert!(refused(Method::POST, &[host, bad]), "{bad:?}");
            assert!(refused(Method::DELETE, &[host, bad]), "{bad:?}");
            assert!(!refused(Method::GET, &[host, bad]), "{bad:?}");
        }
    }
}
