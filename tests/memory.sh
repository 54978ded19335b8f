#!/usr/bin/env bash
# The C and PHP suites under AddressSanitizer and UBSan, the Rust library instrumented as well; then as they are, which
# includes Valgrind. Everything is built under target/memory.
set -eu
cd "$(dirname "$0")/.."
tests/setup.sh
: "${CARGO_TARGET_DIR:=$PWD/target}"
out=$CARGO_TARGET_DIR/memory
mkdir -p "$out/library/lib" "$out/library/include" "$out/c"

step() { echo; echo "== $* =="; }

runtime() { # runtime NAME: where the compiler keeps this library
    local path
    path=$(cc -print-file-name="$1")
    [ -e "$path" ] || { echo "cc has no $1: on Debian 12, apt-get install gcc" >&2; exit 1; }
    echo "$path"
}
asan=$(runtime libasan.so)
ubsan=$(runtime libubsan.so)

step "building everything instrumented"
# `-Z` asks for a nightly compiler or for this variable; the instrumentation itself is the same in both. The standard
# library is not instrumented: what it allocates and copies is still watched.
target=$(rustc -vV | sed -n 's/^host: //p')
RUSTC_BOOTSTRAP=1 RUSTFLAGS="-Zsanitizer=address -Cforce-frame-pointers=yes" cargo build --locked --quiet -p qantara-c \
    --target "$target" --target-dir "$out" --config 'profile.dev.opt-level=1'
library=$out/library/lib/libqantara.a
cp "$out/$target/debug/libqantara_c.a" "$library"
cp bindings-c/include/*.h "$out/library/include/"

sanitize=(-O1 -g -fno-omit-frame-pointer -fsanitize=address,undefined -fno-sanitize-recover=undefined)
compile() { # compile NAME SOURCE
    cc -std=c99 -D_DEFAULT_SOURCE -Wall -Wextra -Wpedantic -Werror "${sanitize[@]}" -I"$out/library/include" \
        "$2" -o "$out/c/$1" "$library" -ljson-c -lpthread -ldl -lm
}
for name in faulty vectors hostile records secrets; do
    compile "$name" "bindings-c/tests/$name.c"
done
python3 tests/snippets/compose.py c >"$out/c/snippets.c"
compile snippets "$out/c/snippets.c"

bindings-c/php/compile.sh "$out/php" "$out/library" "${sanitize[*]}"
extension=$out/php/modules/qantara.so
python3 tests/snippets/compose.py php >"$out/snippets.php"

export ASAN_OPTIONS=detect_leaks=1:detect_stack_use_after_return=1:strict_string_checks=1

step "C, instrumented"
finds() { # finds WORDS COMMAND...: the detector says so, and the command fails
    local words=$1 said
    shift
    if said=$("$@" 2>&1); then
        echo "nothing found in: $*" >&2
        exit 1
    fi
    case "$said" in *"$words"*) ;; *) echo "no '$words' in: $said" >&2; exit 1 ;; esac
}
finds "detected memory leaks" "$out/c/faulty" leak
finds "heap-use-after-free" "$out/c/faulty" after
finds "heap-buffer-overflow" "$out/c/faulty" beyond
finds "signed integer overflow" "$out/c/faulty" overflow
echo "a leak, a record read once freed, a field too many and an overflow are found"
"$out/c/vectors" tests/vectors/*.json
"$out/c/hostile"
"$out/c/records"
"$out/c/secrets" tests/canaries.json
"$out/c/snippets"

step "PHP, instrumented"
# PHP opens its modules with RTLD_DEEPBIND, which would hide the sanitizers from them, so it has to be kept from it.
cat >"$out/dlopen.c" <<'END'
#define _GNU_SOURCE
#include <dlfcn.h>
void *dlopen(const char *file, int flags) {
    void *(*next)(const char *, int) = (void *(*)(const char *, int))dlsym(RTLD_NEXT, "dlopen");
    return next(file, flags & ~RTLD_DEEPBIND);
}
END
cc -shared -fPIC "$out/dlopen.c" -o "$out/dlopen.so" -ldl
ASAN_OPTIONS=$ASAN_OPTIONS:verify_asan_link_order=0
php=$(command -v php8.2 || command -v php)
# Without PHP's own allocator each value is a piece of memory of its own, and modules stay until leaks are looked for.
run() {
    env LD_PRELOAD="$out/dlopen.so $asan $ubsan" USE_ZEND_ALLOC=0 ZEND_DONT_UNLOAD_MODULES=1 \
        "$php" -n -d extension="$extension" -d display_errors=stderr -d error_reporting=-1 "$@"
}
[ "$(run -r 'echo extension_loaded("qantara");')" = 1 ] || { echo "the extension does not load" >&2; exit 1; }
nm -D "$extension" | grep -q __asan_report_load8 || { echo "the extension is not instrumented" >&2; exit 1; }
finds "detected memory leaks" run -d extension=ffi -r 'FFI::cdef("void *malloc(size_t size);")->malloc(77);'
for test in secrets faces hostile; do
    run "bindings-c/php/tests/$test.php"
done
run "$out/snippets.php"
run bindings-c/php/tests/vectors.php tests/vectors/*.json

step "C, as it is, with Valgrind"
bindings-c/test.sh
step "PHP, as it is, with Valgrind"
bindings-c/php/test.sh

echo
echo "No finding."
