//! The dashboard: what happens in the sandbox, and ways to make things happen, for people. Pages
//! come from the server and need no script; what a form asks for is done by the same functions as
//! for `/sandbox`, and the page after it says what became of it.

mod act;
mod badge;
mod clock;
mod context;
mod deliveries;
mod delivery;
mod facts;
mod faults;
mod forge;
mod layout;
mod payment;
mod payments;
mod rows;
mod settings;

use axum::Router;
use axum::http::header;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};

use self::context::Context;
use self::layout::Tab;
use crate::app::Shared;

pub(crate) fn router() -> Router<Shared> {
    Router::new()
        .route("/", get(payments::page))
        .nest("/dashboard", below())
        // Not below it.
        .route("/dashboard/", get(elsewhere))
}

/// What is below `/dashboard`.
fn below() -> Router<Shared> {
    Router::new()
        .route("/{system}/{id}", get(payment::page))
        .route("/{system}/{id}/{act}", post(act::submit))
        .route("/settle", post(settings::settle))
        .route("/deliveries", get(deliveries::page))
        .route("/deliveries/{id}", get(delivery::page))
        .route("/deliveries/{id}/repeat", post(deliveries::repeat))
        .route("/forge", get(forge::page).post(forge::submit))
        .route("/faults", get(faults::page).post(faults::submit))
        .route("/faults/clear", post(faults::clear))
        .route("/settings", get(settings::page).post(settings::submit))
        .route("/portal/{merchant}", post(settings::submit_portal))
        .route("/clock", post(clock::submit))
        .route("/reset", post(clock::reset))
        .route("/style.css", get(|| async { file("text/css; charset=utf-8", include_str!("style.css")) }))
        .route("/icon.svg", get(|| async { file("image/svg+xml", include_str!("icon.svg")) }))
        .fallback(elsewhere)
}

/// The payments are `/dashboard` too, and a slash at the end says nothing.
async fn elsewhere(cx: Context) -> Response {
    match cx.path.trim_end_matches('/') {
        "/dashboard" => Redirect::to(&cx.elsewhere("/")).into_response(),
        path if path != cx.path => Redirect::to(&cx.elsewhere(path)).into_response(),
        _ => layout::not_found(cx, Tab::Payments),
    }
}

fn file(content_type: &'static str, text: &'static str) -> Response {
    let headers = [
        (header::CONTENT_TYPE, content_type),
        (header::CACHE_CONTROL, "no-cache"),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    ];
    (headers, text).into_response()
}
