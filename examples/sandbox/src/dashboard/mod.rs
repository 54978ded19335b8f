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
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};

use crate::app::Shared;

pub(crate) fn router() -> Router<Shared> {
    Router::new()
        .route("/", get(payments::page))
        .route("/dashboard/{system}/{id}", get(payment::page))
        .route("/dashboard/{system}/{id}/{act}", post(act::submit))
        .route("/dashboard/settle", post(settings::settle))
        .route("/dashboard/deliveries", get(deliveries::page))
        .route("/dashboard/deliveries/{id}", get(delivery::page))
        .route("/dashboard/deliveries/{id}/repeat", post(deliveries::repeat))
        .route("/dashboard/forge", get(forge::page).post(forge::submit))
        .route("/dashboard/faults", get(faults::page).post(faults::submit))
        .route("/dashboard/faults/clear", post(faults::clear))
        .route("/dashboard/settings", get(settings::page).post(settings::submit))
        .route("/dashboard/portal/{merchant}", post(settings::submit_portal))
        .route("/dashboard/clock", post(clock::submit))
        .route("/dashboard/reset", post(clock::reset))
        .route("/dashboard/style.css", get(|| async { file("text/css; charset=utf-8", include_str!("style.css")) }))
        .route("/dashboard/icon.svg", get(|| async { file("image/svg+xml", include_str!("icon.svg")) }))
}

fn file(content_type: &'static str, text: &'static str) -> Response {
    let headers = [
        (header::CONTENT_TYPE, content_type),
        (header::CACHE_CONTROL, "no-cache"),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    ];
    (headers, text).into_response()
}
