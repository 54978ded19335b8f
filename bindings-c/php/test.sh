#!/usr/bin/env bash
# Tests the PHP extension: the shared cases, secrets, hostile input, the classes, and the main path against the sandbox;
# all of it under valgrind too.
set -eu
cd "$(dirname "$0")/../.."
: "${CARGO_TARGET_DIR:=$PWD/target}"
if [ -z "${PHP:-}" ]; then
    PHP=$(command -v php8.2 || command -v php || true)
fi
[ -n "$PHP" ] || { echo "The PHP tests need: apt-get install php8.2-cli php8.2-dev php8.2-curl" >&2; exit 1; }
command -v valgrind >/dev/null || { echo "The PHP tests need: apt-get install valgrind" >&2; exit 1; }
"$PHP" -m | grep -qi '^curl$' || { echo "The main path needs: apt-get install php8.2-curl" >&2; exit 1; }

bindings-c/php/build.sh
extension=$CARGO_TARGET_DIR/php/qantara.so
tests=bindings-c/php/tests
run() { "$PHP" -n -d extension="$extension" -d display_errors=stderr -d error_reporting=-1 "$@"; }
# A module that does not load is only a warning to PHP.
[ "$(run -r 'echo phpversion("qantara");' 2>&1)" = "$(sed -n 's/^version = "\(.*\)"/\1/p' Cargo.toml | head -n 1)" ] || {
    echo "the extension does not load:" >&2
    run -r '' >&2
    exit 1
}
size=$(stat -c %s "$extension")
undefined=$(ldd "$extension" | grep -c qantara || true)
[ "$undefined" = 0 ] || { echo "the extension needs libqantara" >&2; exit 1; }

expected=$(grep -ho '"do": *"' tests/vectors/*.json | wc -l)
said=$(run "$tests/vectors.php" tests/vectors/*.json)
echo "$said"
# Every case of every file, and nothing passed over.
case "$said" in "$expected cases, "*", 0 failures") ;; *) echo "not all of $expected cases passed" >&2; exit 1 ;; esac
for test in secrets faces hostile; do
    run "$tests/$test.php"
done
python3 tests/snippets/compose.py php >"$CARGO_TARGET_DIR/php/snippets.php"
run "$CARGO_TARGET_DIR/php/snippets.php"
run bindings-c/php/bench/memory.php 20000

# Without PHP's own allocator each value is a piece of memory of its own, and modules stay until leaks are looked for.
# The extension has its names; Debian's PHP is clean by itself, so there is nothing to suppress.
watched() {
    USE_ZEND_ALLOC=0 ZEND_DONT_UNLOAD_MODULES=1 valgrind --quiet --error-exitcode=9 --leak-check=full --num-callers=30 \
        --errors-for-leak-kinds=definite,possible "$PHP" -n -d extension="$CARGO_TARGET_DIR/php/build/modules/qantara.so" \
        -d pcre.jit=0 -d display_errors=stderr -d error_reporting=-1 "$@"
}
found=0
said=$(watched -d extension=ffi -r 'FFI::cdef("void *malloc(size_t size);")->malloc(77);' 2>&1) || found=$?
[ "$found" = 9 ] || { echo "valgrind finds no leak where there is one: $said" >&2; exit 1; }
for test in "$tests"/{secrets,faces,hostile}.php "$CARGO_TARGET_DIR/php/snippets.php"; do
    watched "$test" >/dev/null
    echo "valgrind: ${test##*/} is clean"
done
watched "$tests/vectors.php" tests/vectors/*.json >/dev/null
echo "valgrind: vectors.php is clean"

cargo build --locked --quiet -p qantara-sandbox
log=$CARGO_TARGET_DIR/php/sandbox.log
"$CARGO_TARGET_DIR/debug/qantara-sandbox" --port 0 >"$log" 2>&1 &
sandbox=$!
trap 'kill $sandbox' EXIT
for _ in $(seq 100); do
    url=$(sed -n 's/^The sandbox runs at \([^ ]*\).*/\1/p' "$log")
    [ -n "$url" ] && break
    sleep 0.1
done
[ -n "$url" ] || { echo "the sandbox did not start:" >&2; cat "$log" >&2; exit 1; }
said=$("$PHP" -d extension="$extension" bindings-c/php/examples/main_path.php "$url")
echo "$said"
case "$said" in *"main path: passed"*) ;; *) exit 1 ;; esac
watched -d extension=curl bindings-c/php/examples/main_path.php "$url" >/dev/null
echo "valgrind: main_path.php is clean"
echo "PHP $("$PHP" -r 'echo PHP_VERSION;'): everything passed; qantara.so has $size bytes"
