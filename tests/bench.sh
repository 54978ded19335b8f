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
for wheel in target/python/dist/*.whl; do size "Python: the wheel" "$(stat -c %s "$wheel")"; done
size "C: libqantara.so, stripped" "$(stat -Lc %s target/c/lib/libqantara.so)"
size "PHP: qantara.so, stripped" "$(stat -c %s target/php/qantara.so)"

step "lines of code, without blanks and comments"
lines() { # lines NAME FILE...
    printf '%-44s %8d\n' "$1" "$(cat "${@:2}" | grep -cvE '^\s*(//.*|#.*|\*.*|/\*.*)?$')"
}
lines "core, with its tables and unit tests" core/src/*.rs core/src/*/*.rs core/src/*/*/*.rs
lines "JavaScript, written by hand" bindings-wasm/src/*.rs bindings-wasm/src/*/*.rs bindings-wasm/package/{api,crossing,errors,input}.js
lines "JavaScript, generated" bindings-wasm/package/{gateways,tables}.js bindings-wasm/package/index.d.ts
lines "Python, written by hand" bindings-python/src/*.rs bindings-python/python/qantara/{__init__,_errors,_gateways}.py
lines "Python, generated" bindings-python/python/qantara/_{alqaseh,egw,index,mac,messages,paylink,reply,types}.py
lines "C, written by hand" bindings-c/src/*.rs
lines "C, generated" bindings-c/include/*.h
lines "PHP, written by hand" bindings-c/php/{errors,from_php,methods,objects,qantara,to_php}.c bindings-c/php/php_qantara.h
lines "PHP, generated" bindings-c/php/faces.h bindings-c/php/qantara.stub.php

step "Rust"
cargo bench --quiet -p qantara --bench main_path

step "JavaScript"
node bindings-wasm/bench/bench.mjs

step "JavaScript: cold start"
node bindings-wasm/bench/cold-start.mjs

step "Python"
python3 -m venv target/bench-python
target/bench-python/bin/pip install --quiet --disable-pip-version-check --no-deps --force-reinstall target/python/dist/*.whl
target/bench-python/bin/python bindings-python/bench/bench.py

step "PHP"
php8.2 -d extension="$PWD/target/php/qantara.so" bindings-c/php/bench/bench.php
