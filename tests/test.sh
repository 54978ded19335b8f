#!/usr/bin/env bash
# Every language's tests, on a fresh machine too.
set -eu
cd "$(dirname "$0")/.."
# What an earlier run found proves nothing of this one.
rm -rf target/parity

step() { echo; echo "== $* =="; }

step "setting up what is missing"
tests/setup.sh

step "Rust: format, lints, documentation"
cargo fmt --all --check
cargo clippy --workspace --all-targets --locked --features qantara/http -- -D warnings
RUSTDOCFLAGS="-D warnings" cargo doc --workspace --no-deps --locked --quiet

step "what each deliverable brings along: crates, licences"
tests/crates.py

step "the shared cases are what their independent script writes"
python3 tests/vectors/make.py --check

step "Rust: tests"
cargo test --locked --quiet --features qantara/http
# The sandbox as a library has no state file, unless it is asked for.
cargo test --locked --quiet -p qantara-sandbox --no-default-features

step "the main job, against the sandbox"
cargo run --locked --quiet -p qantara-checkout

step "JavaScript"
bindings-wasm/test.sh

step "Python"
bindings-python/test.sh

step "C"
bindings-c/test.sh

step "PHP"
bindings-c/php/test.sh

step "the table of parity has no hole"
cargo run --locked --quiet -p qantara-contract -- parity

echo
echo "Everything passed."
