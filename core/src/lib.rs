//! Sans-IO payments for Al Qaseh and Paylink.
//!
//! placeholder
#![no_std]
#![forbid(unsafe_code)]

extern crate alloc;

pub mod alqaseh;
pub mod call;
mod clock;
pub mod egw;
pub mod error;
pub mod gateway;
pub mod json;
pub mod mac;
pub mod money;
pub mod paylink;
pub mod read;
pub mod record;
pub mod registry;
pub mod secret;
mod stamp;
pub mod trust;

pub use alqaseh::AlQaseh;
pub use call::{Call, Expect, Reply, Request, Retry};
pub use egw::Egw;
pub use error::{Code, Error, Fault};
pub use gateway::{Environment, Gateway, GatewayKind};
pub use money::{Amount, Order};
pub use paylink::Paylink;
pub use secret::Secret;
pub use stamp::{Stamp, StampFields};
pub use trust::{Failed, Held, Hint, Open, Outcome, Paid, Reversed, Settlement};
