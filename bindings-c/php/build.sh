#!/usr/bin/env bash
# Builds the PHP extension into target/php/qantara.so. libqantara is linked into it, so it needs nothing else.
#     PHP_CONFIG=php-config8.2 bindings-c/php/build.sh
set -eu
cd "$(dirname "$0")/../.."
: "${CARGO_TARGET_DIR:=$PWD/target}"
bindings-c/build.sh
out=$CARGO_TARGET_DIR/php
bindings-c/php/compile.sh "$out/build" "$CARGO_TARGET_DIR/c" "-Os -g0"
strip --strip-unneeded -o "$out/qantara.so" "$out/build/modules/qantara.so"
version=$(sed -n 's/^version = "\(.*\)"/\1/p' Cargo.toml | head -n 1)
echo "qantara.so $version: $(stat -c %s "$out/qantara.so") bytes, in ${out#"$PWD/"}"
