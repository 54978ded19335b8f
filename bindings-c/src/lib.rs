//! Qantara's C library: `include/qantara.h`.
//!
//! It converts, calls the core, converts. What a field, an operation or an error means is the core's alone.
//! Operations are named by text, so that a new one adds no function.
#![allow(non_camel_case_types)] // Names as C writes them.
#![allow(clippy::missing_safety_doc)] // The header's first page says what pointers must be.

mod acknowledgment;
mod call;
mod error;
mod field;
mod gateway;
mod mac;
mod message;
mod record;
mod tool;

/// The version of this library, such as `0.1.0`.
#[unsafe(no_mangle)]
pub extern "C" fn qantara_version() -> *const core::ffi::c_char {
    concat!(env!("CARGO_PKG_VERSION"), "\0").as_ptr().cast()
}

/// What a program compiled against a header needs to find: it must equal `QANTARA_ABI` there.
pub const QANTARA_ABI: u32 = 0;

/// The ABI number of this library. Compare it with `QANTARA_ABI` once at the start.
#[unsafe(no_mangle)]
pub extern "C" fn qantara_abi() -> u32 {
    QANTARA_ABI
}
