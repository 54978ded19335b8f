//! Drives a running sandbox over HTTP, as a shop and as a browser.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod admin;
mod alqaseh;
mod egw;
mod faults;
mod paylink;
mod shop;
