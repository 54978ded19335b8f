#!/usr/bin/env bash
# Compiles the extension against a libqantara.a, into FOLDER/modules/qantara.so; a warning stops it.
#     compile.sh FOLDER LIBRARY CFLAGS      LIBRARY has lib/libqantara.a and include/qantara.h
set -eu
build=$1 library=$2 flags=$3
cd "$(dirname "$0")/../.."
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

rm -rf "$build"
mkdir -p "$build"
cp bindings-c/php/*.c bindings-c/php/*.h bindings-c/php/config.m4 "$build/"
version=$(sed -n 's/^version = "\(.*\)"/\1/p' Cargo.toml | head -n 1)
(
    cd "$build"
    {
        "$phpize"
        QANTARA_VERSION=$version ./configure --with-php-config="$PHP_CONFIG" --with-qantara="$library" CFLAGS="$flags"
        make -j2
    } >build.log 2>&1 || { tail -n 40 build.log >&2; exit 1; }
)
grep '\.[ch]:[0-9].*warning:' "$build/build.log" && { echo "warnings in the extension" >&2; exit 1; }
exit 0
