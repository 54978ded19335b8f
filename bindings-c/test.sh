#!/usr/bin/env bash
# Tests the C library: the shared cases and hostile input, linked both ways, under valgrind too.
set -eu
cd "$(dirname "$0")/.."
: "${CARGO_TARGET_DIR:=$PWD/target}"
missing=()
command -v cc >/dev/null || missing+=(gcc)
command -v c++ >/dev/null || missing+=(g++)
command -v pkg-config >/dev/null || missing+=(pkg-config)
command -v valgrind >/dev/null || missing+=(valgrind)
pkg-config --exists json-c 2>/dev/null || missing+=(libjson-c-dev)
if [ ${#missing[@]} -gt 0 ]; then
    echo "The C tests need: apt-get install --no-install-recommends ${missing[*]}" >&2
    exit 1
fi

bindings-c/build.sh
cargo test --locked --quiet -p qantara-c
out=$CARGO_TARGET_DIR/c
tests=$out/tests
mkdir -p "$tests"
export PKG_CONFIG_PATH=$out/lib/pkgconfig LD_LIBRARY_PATH=$out/lib
[ "$(readelf -d "$out/lib/libqantara.so" | sed -n 's/.*SONAME.*\[\(.*\)\]/\1/p')" = libqantara.so.0 ]

compile() { # compile NAME [LIBRARY...]: once against the shared library, once against the static one
    # shellcheck disable=SC2046
    cc -std=c99 -D_DEFAULT_SOURCE -Wall -Wextra -Wpedantic -Werror -O1 -g $(pkg-config --cflags qantara) \
        "bindings-c/tests/$1.c" "${@:2}" -o "$tests/$1-shared" $(pkg-config --libs qantara)
    # shellcheck disable=SC2046
    cc -std=c99 -D_DEFAULT_SOURCE -Wall -Wextra -Wpedantic -Werror -O1 -g $(pkg-config --cflags qantara) \
        "bindings-c/tests/$1.c" "${@:2}" -o "$tests/$1-static" "$out/lib/libqantara.a" -lpthread -ldl -lm
    ldd "$tests/$1-shared" | grep -q 'libqantara.so.0 => '
    ! ldd "$tests/$1-static" | grep -q qantara
}

compile vectors -ljson-c
compile hostile
compile records
compile secrets -ljson-c
compile memory
compile faulty
python3 tests/snippets/compose.py c >"$tests/snippets.c"
# shellcheck disable=SC2046
cc -std=c99 -D_DEFAULT_SOURCE -Wall -Wextra -Wpedantic -Werror -O1 -g $(pkg-config --cflags qantara) \
    "$tests/snippets.c" -o "$tests/snippets" $(pkg-config --libs qantara)
# Headers are C++ as well.
cat >"$tests/header.cpp" <<'END'
#include "qantara.h"
static const qantara_text x = QANTARA_STR_INIT("x");
int main() { return qantara_abi() != QANTARA_ABI || QANTARA_STR("x").len != x.len; }
END
# shellcheck disable=SC2046
c++ -Wall -Wextra -Werror $(pkg-config --cflags qantara) "$tests/header.cpp" -o "$tests/header" $(pkg-config --libs qantara)
"$tests/header"

mkdir -p target/parity
expected=$(grep -ho '"do": *"' tests/vectors/*.json | wc -l)
for linked in shared static; do
    said=$("$tests/vectors-$linked" --parity target/parity/c.json tests/vectors/*.json)
    echo "$linked: $said"
    # Every case of every file, and nothing passed over.
    case "$said" in "$expected cases, "*", 0 failures "*) ;; *) echo "not all of $expected cases passed" >&2; exit 1 ;; esac
    "$tests/hostile-$linked"
    "$tests/records-$linked"
    "$tests/secrets-$linked" tests/canaries.json
    "$tests/memory-$linked" 20000
done
watched() {
    valgrind --quiet --error-exitcode=9 --leak-check=full --errors-for-leak-kinds=definite,possible "$@"
}
for fault in leak after beyond; do
    found=0
    said=$(watched "$tests/faulty-shared" "$fault" 2>&1) || found=$?
    [ "$found" = 9 ] || { echo "valgrind does not find: $fault: $said" >&2; exit 1; }
done
for name in hostile records secrets vectors; do
    files=()
    [ "$name" = vectors ] && files=(tests/vectors/*.json)
    [ "$name" = secrets ] && files=(tests/canaries.json)
    watched "$tests/$name-shared" "${files[@]}" >/dev/null
    echo "valgrind: $name is clean"
done
watched "$tests/snippets"
