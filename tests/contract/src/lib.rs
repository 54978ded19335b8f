//! Writes the skins' faces from the core's tables: what a user of each language calls, reads and completes.
//!
//! `cargo run -p qantara-contract` writes the files; a test compares them. Nobody edits them.

#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a generator stops at whatever is wrong with what it is given"
)]

use std::path::PathBuf;

pub mod c;
pub mod canaries;
pub mod examples;
pub mod javascript;
pub mod pages;
pub mod parity;
pub mod php;
pub mod python;
pub mod samples;
pub mod snippets;
pub mod tables;

/// A generated file.
#[derive(Debug)]
pub struct File {
    /// Where it is, from the top of the project.
    pub path: String,
    /// What is in it.
    pub text: String,
}

/// Every generated file.
pub fn files() -> Vec<File> {
    let mut files = Vec::new();
    files.extend(javascript::files());
    files.extend(python::files());
    files.extend(c::files());
    files.extend(php::files());
    files.extend(pages::files());
    files.extend(parity::files());
    files.extend(samples::files());
    files.extend(canaries::files());
    files
}

/// The top of the project.
pub fn top() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../..")
}
