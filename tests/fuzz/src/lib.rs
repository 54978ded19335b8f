//! What the fuzz targets share: how bytes become a case, what no refusal may say, and what stands beside our own
//! reading of a message.

mod bears;
mod decimal;
mod gateways;
mod input;
mod json;
mod mac;
mod refusal;

pub use bears::bears;
pub use decimal::{Decimal, float32};
pub use gateways::{CALLS, CONFIGURATIONS, KEY, WEBHOOKS, alqaseh, call, egw, gateway, order, paylink, stamp};
pub use input::{END, Input, join};
pub use json::{Tree, own};
pub use mac::{Scheme, hmac, unhex};
pub use refusal::{CARD, SECRETS, refused, shows_no_secret};
