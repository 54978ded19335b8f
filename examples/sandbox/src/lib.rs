//! An offline stand-in for the Al Qaseh and Paylink gateways: it keeps state, serves hosted pay
//! pages, delivers webhooks and signed callbacks, refunds what nobody acknowledged, and fails on
//! demand. It listens on this machine's loopback, unless it is told otherwise, and no money moves.
//!
//! ```no_run
//! # fn main() -> std::io::Result<()> {
//! let sandbox = qantara_sandbox::Sandbox::start(qantara_sandbox::Config::default())?;
//! println!("{}/alqaseh/v1", sandbox.url());
//! # Ok(())
//! # }
//! ```
//!
//! The sandbox stops when the value is dropped. What can be asked of it is in the README beside
//! this crate; `POST /sandbox/…` moves its clock, breaks its replies and lists its deliveries.

mod admin;
mod alqaseh;
mod app;
mod cards;
mod clock;
mod config;
mod dashboard;
mod deliveries;
mod egw;
mod faults;
mod guard;
mod lang;
mod mac;
mod merchants;
mod money;
mod page;
mod paylink;
mod reading;
mod server;
#[cfg_attr(not(feature = "state"), path = "no_store.rs")]
mod store;
#[cfg_attr(not(feature = "state"), allow(dead_code, reason = "what the state file would use"))]
mod table;
mod text;
mod why;
mod words;

pub use config::{Amounts, Config, DeliveryForm, Envelope, Settings};
pub use merchants::{AlQasehMerchant, Algorithm, EgwMerchant, PaylinkMerchant, Portal, Scheme};
pub use server::{Sandbox, Stopped};
