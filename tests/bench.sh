#!/usr/bin/env bash
# The figures of the README: sizes, lines and speed, each against the platform's own code in the same run.
set -eu
cd "$(dirname "$0")/.."

tests/setup.sh
step() { echo; echo "== $* =="; }

{
    bindings-wasm/build.sh
    bindings-python/build.sh
    bindings-c/build.sh
    bindings-c/php/build.sh
} >/dev/null

size() { printf '%-44s %8.1f kB\n' "$1" "$(awk "BEGIN { print $2 / 1000 }")"; }

step "sizes"
wasm=bindings-wasm/pkg/qantara.wasm
size "npm: the .wasm" "$(stat -c %s $wasm)"
size "npm: the .wasm, gzipped" "$(gzip -9c $wasm | wc -c)"
size "npm: the package, unpacked" "$(du -sb --apparent-size bindings-wasm/pkg | cut -f1)"
for wheel in target/python/dist/*.whl; do size "Python: $(basename "$wheel")" "$(stat -c %s "$wheel")"; done
size "PHP: qantara.so, stripped" "$(strip -o - bindings-c/php/modules/qantara.so | wc -c)"

step "lines"
lines() { # lines NAME FILE...
    printf '%-44s %8d\n' "$1" "$(cat "${@:2}" | grep -cvE '^\s*(//.*|#.*|\*.*|/\*.*)?$')"
}
lines "core, with its tables and tests" core/src/*.rs core/src/*/*.rs

step "Rust"
cargo bench --quiet -p qantara --bench main_path

step "JavaScript"
node bindings-wasm/bench/bench.mjs

step "Python"
target/python/bin/python bindings-python/bench/bench.py

step "PHP"
php8.2 -d extension="$PWD/bindings-c/php/modules/qantara.so" bindings-c/php/bench/bench.php
