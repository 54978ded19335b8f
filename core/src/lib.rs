//! Qantara (قنطرة, an arched bridge): sans-IO payments for Al Qaseh (Payment API 2.0 and the 1.0 e-Commerce
//! Gateway) and Paylink. It builds and checks requests, signs and verifies them, and reads replies and
//! callbacks; you do the HTTP.
//!
//! # The contract, in six steps
//!
//! 1. Make a gateway: [`AlQaseh`], [`Egw`] or [`Paylink`], with an environment and credentials. It is cheap.
//! 2. Ask it for a [`Call`]. Everything is checked first: either there are bytes to send, or an [`Error`] with
//!    every fault at once.
//! 3. Send [`Call::request`] with any HTTP client, without following redirects.
//! 4. [`Call::parse`] reads the reply, or says whether repeating is safe ([`Retry`]). What the reply must be for
//!    ([`Expect`]) is plain data, so a call can cross a queue.
//! 5. What arrives unasked is a [`Hint`]: it tells you what to look up, and nothing else. A MAC that verifies
//!    makes it [`egw::Signed`]: it shows only what the MAC covers.
//! 6. `settle` matches a fetched reply, or a signed message that covers enough, against *your* [`Order`] and says
//!    what happened: [`Paid`], [`Held`], [`Reversed`], [`Failed`] or [`Open`]. The first three are proofs that
//!    nothing else can make. An error means "not yours, or altered", never "still pending".
//!
//! ```
//! use qantara::alqaseh::CreatePayment;
//! use qantara::{AlQaseh, Environment, Order, Settlement};
//!
//! # fn send(request: &qantara::Request) -> (u16, Vec<u8>) {
//! #     if request.method == "POST" { return (200, br#"{"payment_id":"p-1","token":"t-1"}"#.to_vec()) }
//! #     (200, br#"{"payment_id":"p-1","order_id":"A-1","amount":25000,"currency":"IQD","payment_status":"succeeded","transaction_type":"Retail"}"#.to_vec())
//! # }
//! let gateway = AlQaseh::new(Environment::Test, "your client id", "your client secret")?;
//! let order = Order::new("A-1", "25000", "IQD")?;
//! let call = gateway.create_payment(CreatePayment::for_order(&order, "Two books", "https://shop.example/back"))?;
//! let (status, body) = send(call.request()); // your HTTP client
//! let created = call.parse(status, &body)?;
//! // Store created.payment_id() beside the order, and send the browser to created.pay_url().
//!
//! // Later, when a webhook or redirect hints that something happened:
//! let look = gateway.get_payment(created.payment_id())?;
//! let (status, body) = send(look.request());
//! match look.parse(status, &body)?.settle(&order)? {
//!     Settlement::Paid(paid) => assert!(paid.replay_key().is_some()), // insert it with the effect, once
//!     Settlement::Open(_) => {}                                       // ask again later
//!     _ => {}                                                         // held, reversed or failed
//! }
//! # Ok::<(), qantara::Error>(())
//! ```
//!
//! # What it never does
//!
//! It reads no clock, randomness, file, environment variable or socket: time is a parameter, and so is the
//! [`Stamp`] of a signed request. Amounts are never floats. Nothing is cut, rounded or guessed. No credential,
//! token or card number is printed.
#![no_std]
#![forbid(unsafe_code)]

extern crate alloc;

pub mod alqaseh;
pub mod call;
mod clock;
pub mod egw;
pub mod error;
mod expect;
mod fault;
mod float32;
pub mod gateway;
pub mod json;
pub mod mac;
pub mod money;
pub mod paylink;
pub mod read;
pub mod record;
pub mod registry;
mod secret;
mod stamp;
pub mod tool;
pub mod trust;

pub use alqaseh::AlQaseh;
pub use call::{Call, Reply, Request, Retry};
pub use egw::Egw;
pub use error::{Code, Error, Fault};
pub use expect::{Answer, Expect};
pub use gateway::{Environment, Gateway, GatewayKind};
pub use money::{Amount, Order};
pub use paylink::Paylink;
pub use secret::Secret;
pub use stamp::{Stamp, StampFields};
pub use trust::{Failed, Held, Hint, Open, Outcome, Paid, Reversed, Settlement};
