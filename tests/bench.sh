#!/usr/bin/env bash
# The figures of the README: speed beside the platform's own code in the same run, starts, sizes and memory.
# Each language's bench writes lines of JSON into target/bench; tests/bench.py makes one table of them, and
# target/bench/table.md.      ROUNDS=1000000 measures memory over more than 100,000 rounds.
set -eu
cd "$(dirname "$0")/.."

tests/setup.sh bench
step() { echo "== $* =="; }

step "building"
{
    bindings-wasm/build.sh
    bindings-python/build.sh
    bindings-c/php/build.sh # the C library, too
} >/dev/null
cargo bench --locked --quiet -p qantara-bench --features others --bench speed --no-run
python=target/bench-python/bin/python
[ -x $python ] || python3 -m venv target/bench-python
$python -m pip install --quiet --disable-pip-version-check --no-deps --force-reinstall target/python/dist/*.whl
export PKG_CONFIG_PATH=$PWD/target/c/lib/pkgconfig LD_LIBRARY_PATH=$PWD/target/c/lib
c() { # c NAME FILE...: a program on the C library
    # shellcheck disable=SC2046
    cc -std=c99 -D_GNU_SOURCE -Wall -Wextra -Wpedantic -Werror -O2 $(pkg-config --cflags qantara json-c libcrypto) \
        "${@:2}" -o "target/c/$1" $(pkg-config --libs qantara json-c libcrypto)
}
c bench bindings-c/bench/*.c
c memory bindings-c/tests/memory.c
php=(php8.2 -d "extension=$PWD/target/php/qantara.so")

out=target/bench
rm -rf $out
mkdir -p $out
version() { printf '{"language": "%s", "version": "%s"}\n' "$@" >>$out/versions.jsonl; }
version Rust "$(rustc --version | cut -d' ' -f1,2)"
version JavaScript "Node $(node --version | tr -d v)"
version Python "$($python --version)"
version PHP "PHP $(php8.2 -r 'echo PHP_VERSION;')"
version C "cc $(cc -dumpfullversion 2>/dev/null || cc -dumpversion)"

is() { # is UNIT LANGUAGE JOB FIGURE
    printf '{"unit": "%s", "language": "%s", "job": "%s", "ours": %s, "against": null, "theirs": null}\n' "$@" >>$out/sizes.jsonl
}
size() { is bytes "$@"; }
code() { # code FILE...: without blanks and lines that are only comment; Python's docstrings count
    local file
    for file in "$@"; do
        case $file in
            *.py) sed -E '/^\s*(#.*)?$/d' "$file" ;;
            *.rs) sed -E '/^\s*(\/\/.*)?$/d' "$file" ;;
            # A comment on one line, then those that go over several.
            *) sed -E '/^\s*(\/\/.*|\/\*.*\*\/\s*)?$/d; /^\s*\/\*([^*]|\*+[^*\/])*\**$/,/\*\//d' "$file" ;;
        esac
    done
}
lines() { # lines LANGUAGE JOB FILE...
    is lines "$1" "lines: $2" "$(code "${@:3}" | wc -l)"
}
wasm=bindings-wasm/pkg/qantara.wasm
size JavaScript "size: WebAssembly" "$(stat -c %s $wasm)"
size JavaScript "size: WebAssembly, gzipped" "$(gzip -9c $wasm | wc -c)"
size JavaScript "size: npm package, unpacked" "$(cat bindings-wasm/pkg/* | wc -c)"
size Python "size: wheel" "$(stat -c %s target/python/dist/*.whl)"
size PHP "size: extension, stripped" "$(stat -c %s target/php/qantara.so)"
size C "size: shared library, stripped" "$(stat -Lc %s target/c/lib/libqantara.so)"
lines Rust "the core, with its tables and unit tests" core/src/*.rs core/src/*/*.rs core/src/*/*/*.rs
lines JavaScript "by hand" bindings-wasm/src/*.rs bindings-wasm/src/*/*.rs bindings-wasm/package/{api,crossing,errors,input,printed}.js
lines Python "by hand" bindings-python/src/*.rs bindings-python/python/qantara/{__init__,_errors,_gateways}.py
lines PHP "by hand, on top of C's" bindings-c/php/{errors,from_php,methods,objects,qantara,to_php}.c bindings-c/php/php_qantara.h
lines C "by hand" bindings-c/src/*.rs

step "Rust"
cargo bench --locked --quiet -p qantara-bench --features others --bench speed >$out/rust.jsonl
step "JavaScript"
node bindings-wasm/bench/bench.mjs >$out/javascript.jsonl
node bindings-wasm/bench/cold-start.mjs >>$out/javascript.jsonl
step "Python"
$python bindings-python/bench/bench.py >$out/python.jsonl
step "PHP"
"${php[@]}" bindings-c/php/bench/bench.php >$out/php.jsonl
step "C"
target/c/bench >$out/c.jsonl

rounds=${ROUNDS:-100000}
step "memory over $rounds rounds"
{
    node --expose-gc bindings-wasm/bench/memory.mjs "$rounds"
    $python bindings-python/bench/memory.py "$rounds"
    "${php[@]}" bindings-c/php/bench/memory.php "$rounds"
    target/c/memory "$rounds"
} >$out/memory.jsonl

echo
tests/bench.py --markdown >$out/table.md
tests/bench.py
