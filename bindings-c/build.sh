#!/usr/bin/env bash
# Builds libqantara into target/c: the shared and the static library, the headers and a pkg-config file.
#     bindings-c/build.sh [PREFIX]      PREFIX: install there as well, such as /usr/local
set -eu
cd "$(dirname "$0")/.."
command -v cargo >/dev/null || { echo "libqantara is built with Rust: https://rustup.rs" >&2; exit 1; }
: "${CARGO_TARGET_DIR:=$PWD/target}"
version=$(sed -n 's/^version = "\(.*\)"/\1/p' Cargo.toml | head -n 1)
major=${version%%.*}

# Small, but for the core and the hashes, where the time goes.
fast=()
for package in sha1 sha2 qantara; do
    fast+=(--config "profile.release.package.$package.opt-level=3")
done
cargo build --locked --quiet --release -p qantara-c --config 'profile.release.opt-level="s"' "${fast[@]}"
build=$CARGO_TARGET_DIR/release
out=$CARGO_TARGET_DIR/c
mkdir -p "$out/lib/pkgconfig" "$out/include"
install -m 644 "$build/libqantara_c.so" "$out/lib/libqantara.so.$version"
strip --strip-unneeded "$out/lib/libqantara.so.$version"
install -m 644 "$build/libqantara_c.a" "$out/lib/libqantara.a"
strip --strip-debug "$out/lib/libqantara.a"
ln -sf "libqantara.so.$version" "$out/lib/libqantara.so.$major"
ln -sf "libqantara.so.$major" "$out/lib/libqantara.so"
install -m 644 bindings-c/include/*.h "$out/include/"

pkgconfig() { # pkgconfig PREFIX
    cat <<END
prefix=$1
libdir=\${prefix}/lib
includedir=\${prefix}/include

Name: qantara
Description: Payments for Al Qaseh and Paylink, without doing any input or output itself
Version: $version
Libs: -L\${libdir} -lqantara
Libs.private: -lpthread -ldl -lm
Cflags: -I\${includedir}
END
}
pkgconfig "$out" >"$out/lib/pkgconfig/qantara.pc"
if [ $# -gt 0 ]; then
    mkdir -p "$1/lib/pkgconfig" "$1/include"
    cp -a "$out"/lib/libqantara.* "$1/lib/"
    cp -a "$out"/include/*.h "$1/include/"
    pkgconfig "$1" >"$1/lib/pkgconfig/qantara.pc"
    echo "installed in $1; you may have to run ldconfig"
fi
echo "libqantara $version: $(stat -c %s "$out/lib/libqantara.so.$version") bytes, in ${out#"$PWD/"}"
