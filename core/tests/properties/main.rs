//! Properties: what holds for every input, tried with random, altered and forged ones.
//!
//! Each property runs as many cases as fit into seconds altogether, always the same ones. `PROPTEST_CASES=100000`
//! runs that many of each, and `PROPTEST_RNG_SEED=1` (any number) others. `DIFFERENTIAL_CASES` and `DIFFERENTIAL_SEED`
//! do so for the comparisons with other implementations.

// A test fails by panicking, in what it calls too.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod acknowledgment;
mod alterations;
mod delivered;
mod differential;
mod fetched;
mod forms;
mod inputs;
mod json;
mod mac;
mod money;
mod pages;
mod readers;
mod requests;

use proptest::test_runner::{Config, RngSeed};

/// A configuration of so many cases, unless the environment says otherwise.
fn cases(cases: u32) -> Config {
    let told = Config::default();
    let cases = if std::env::var_os("PROPTEST_CASES").is_some() { told.cases } else { cases };
    let rng_seed = if told.rng_seed == RngSeed::Random { RngSeed::Fixed(0x71A2) } else { told.rng_seed };
    Config { cases, rng_seed, failure_persistence: None, ..told }
}
