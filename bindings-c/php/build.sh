#!/usr/bin/env bash
# Builds the PHP extension into target/php/qantara.so. libqantara is linked into it, so it needs nothing else.
#     PHP_CONFIG=php-config8.2 bindings-c/php/build.sh
set -eu
cd "$(dirname "$0")/../.."
: "${CARGO_TARGET_DIR:=$PWD/target}"
if [ -z "${PHP_CONFIG:-}" ]; then
    for PHP_CONFIG in php-config8.2 php-config; do
        command -v "$PHP_CONFIG" >/dev/null && break
    done
fi
phpize=${PHP_CONFIG/php-config/phpize}
for tool in "$PHP_CONFIG" "$phpize" cc make; do
    command -v "$tool" >/dev/null || {
        echo "The PHP extension needs $tool: apt-get install php8.2-cli php8.2-dev gcc make" >&2
        exit 1
    }
done

bindings-c/build.sh
out=$CARGO_TARGET_DIR/php
rm -rf "$out/build"
mkdir -p "$out/build"
cp bindings-c/php/*.c bindings-c/php/*.h bindings-c/php/config.m4 "$out/build/"
version=$(sed -n 's/^version = "\(.*\)"/\1/p' Cargo.toml | head -n 1)
(
    cd "$out/build"
    {
        "$phpize"
        QANTARA_VERSION=$version ./configure --with-php-config="$PHP_CONFIG" --with-qantara="$CARGO_TARGET_DIR/c" CFLAGS="-Os -g0"
        make -j2
    } >build.log 2>&1 || { tail -n 40 build.log >&2; exit 1; }
)
grep '\.[ch]:[0-9].*warning:' "$out/build/build.log" && { echo "warnings in the extension" >&2; exit 1; }
strip --strip-unneeded -o "$out/qantara.so" "$out/build/modules/qantara.so"
echo "qantara.so $version: $(stat -c %s "$out/qantara.so") bytes, in ${out#"$PWD/"}"
