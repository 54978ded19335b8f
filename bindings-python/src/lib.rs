//! Qantara's native half for Python: `qantara._native`.
//!
//! It converts, calls the core and converts back, and holds no rule. The classes a user sees are generated
//! Python over these few; values cross as tuples in the tables' order.

mod call;
mod classes;
mod delivery;
mod door;
mod gateway;
mod given;
mod mac;
mod message;
mod shown;

use pyo3::prelude::*;

/// The native half of Qantara. Use `qantara` itself.
#[pymodule]
mod _native {
    #[pymodule_export]
    use super::call::{Call, parse_reply};
    #[pymodule_export]
    use super::classes::register;
    #[pymodule_export]
    use super::delivery::Acknowledgment;
    #[pymodule_export]
    use super::gateway::{Gateway, run};
    #[pymodule_export]
    use super::mac::Mac;
    #[pymodule_export]
    use super::message::{Message, read};
}
