//! Drives a running sandbox over HTTP, as a shop and as a browser.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod admin;
mod alqaseh;
mod alqaseh_later;
mod cgi_link;
mod dashboard;
mod deliveries;
mod delivery_faults;
mod egw;
mod faults;
mod folder;
mod invoices;
mod merchants;
mod paylink;
mod refunds;
mod secrets;
mod shop;
mod start;
#[cfg(feature = "state")]
mod state;
mod stop;
