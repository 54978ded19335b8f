#!/bin/sh
# Builds the npm package into bindings-wasm/pkg. `make wasm` at the top calls this.
#
# The compiled WebAssembly comes from the active Rust toolchain if that has the target, else from
# Debian's Rust (see debian_rust below). Wants: cargo, node and npm.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
root=$(dirname "$here")
target=$root/target
cd "$root"

say() { echo "wasm: $*"; }
give_up() { echo "wasm: $*" >&2; exit 1; }

# Paths of this machine stay out of panic messages: two machines build the same bytes.
# Cargo splits this variable at 0x1f, so paths may hold spaces.
unit=$(printf '\037')
crates=${CARGO_HOME:-$HOME/.cargo}/registry/src
flags="--remap-path-prefix=$root=qantara$unit--remap-path-prefix=$crates=crates"
# SHA-256, for the few banks that have it, in 7 kB less. Here SHA-1 is the hot loop.
flags="$flags$unit--cfg${unit}sha2_backend_soft=\"compact\""
[ -d "$crates" ] || cargo fetch --quiet
for registry in "$crates"/*/; do # the last that fits counts: this drops the registry's name, too
    flags="$flags$unit--remap-path-prefix=${registry%/}=crates"
done

compile() { # cargo, target directory
    CARGO_ENCODED_RUSTFLAGS=$flags CARGO_TARGET_DIR=$2 \
        "$1" build --quiet --package qantara-wasm --profile wasm --target wasm32-unknown-unknown
    compiled=$2/wasm32-unknown-unknown/wasm/qantara_wasm.wasm
}

has_target() { # rustc
    sysroot=$("$1" --print sysroot 2>/dev/null) || return 1
    for std in "$sysroot"/lib/rustlib/wasm32-unknown-unknown/lib/libstd-*.rlib; do
        [ -e "$std" ] && return 0
    done
    return 1
}

# Debian packages no compiled std for this target, only the compiler and the std's source. So std is
# compiled once, into a sysroot of our own under target/. `RUSTC_BOOTSTRAP` is for that step alone:
# the crates are compiled as on a stable compiler.
debian_rust() {
    rustc=/usr/bin/rustc cargo=/usr/bin/cargo
    [ -x $rustc ] && [ -x $cargo ] && [ -d "$($rustc --print sysroot)/lib/rustlib/src/rust/library" ] || return 1
    linker=
    for found in /usr/bin/wasm-ld /usr/bin/wasm-ld-[0-9]*; do
        [ -x "$found" ] && linker=$found
    done
    [ -n "$linker" ] || return 1

    std=$target/wasm-debian/std
    libraries=$std/sysroot/lib/rustlib/wasm32-unknown-unknown/lib
    flags="--remap-path-prefix=$($rustc --print sysroot)/lib/rustlib/src/rust=rust$unit$flags"
    version="$($rustc -vV) $flags"
    if [ "$(cat "$std/built-by" 2>/dev/null)" != "$version" ]; then
        say "compiling the standard library for wasm32-unknown-unknown, once (about a minute)"
        rm -rf "$target/wasm-debian" # Cargo would not notice that what it linked to has changed
        mkdir -p "$libraries" "$std/crate/src"
        : >"$std/crate/src/lib.rs"
        cat >"$std/crate/Cargo.toml" <<-'TOML'
			[package]
			name = "std-build"
			edition = "2024"
			[workspace]
			[profile.release]
			opt-level = "s"
			panic = "abort"
			codegen-units = 1
		TOML
        # Bitcode, so that link-time optimisation reaches into std.
        (cd "$std/crate" && CARGO_ENCODED_RUSTFLAGS="-Cembed-bitcode=yes$unit$flags" \
            RUSTC_BOOTSTRAP=1 RUSTC=$rustc \
            CARGO_TARGET_DIR=$std/objects $cargo build --quiet --release \
            --target wasm32-unknown-unknown -Zbuild-std=std,panic_abort,test)
        cp "$std"/objects/wasm32-unknown-unknown/release/deps/lib*.rlib "$libraries/"
        rm -rf "$std/objects"
        echo "$version" >"$std/built-by"
    fi
    flags="--sysroot$unit$std/sysroot$unit$flags"
    export RUSTC=$rustc CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER="$linker"
    compile $cargo "$target/wasm-debian"
    unset RUSTC CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER
}

if has_target "${RUSTC:-rustc}"; then
    compile "${CARGO:-cargo}" "$target/wasm"
else
    say "the active Rust toolchain lacks wasm32-unknown-unknown; trying Debian's /usr/bin/rustc instead."
    say "(To use your own: rustup target add wasm32-unknown-unknown)"
    debian_rust || give_up "no Rust here compiles to WebAssembly. Do one of
  rustup target add wasm32-unknown-unknown
  apt-get install --no-install-recommends rustc-web cargo-web rust-web-src lld-22"
fi

# What runs here is built apart, too, so that this waits for no other build.
CARGO_TARGET_DIR=$target/wasm-host cargo build --quiet --package qantara-wasm-build
stage=$target/wasm-stage
rm -rf "$stage"
"$target/wasm-host/debug/qantara-wasm-build" "$compiled" "$here/package/package.json" "$stage"

cd "$here"
[ -d node_modules/binaryen ] && [ -d node_modules/esbuild ] || npm ci --ignore-scripts
tools=$here/node_modules/.bin

# The features are those rustc turns on for this target; every runtime of the last years has them.
"$tools/wasm-opt" -Os --converge --strip-producers --strip-target-features \
    --enable-bulk-memory --enable-bulk-memory-opt --enable-call-indirect-overlong \
    --enable-mutable-globals --enable-multivalue --enable-nontrapping-float-to-int \
    --enable-reference-types --enable-sign-ext \
    "$stage/qantara_bg.wasm" -o "$stage/qantara.wasm"

rm -rf pkg
cp -R package pkg
cp ../LICENSE-MIT ../LICENSE-APACHE pkg/
cp "$stage/qantara.wasm" "$stage/qantara_bg.js" pkg/
"$tools/esbuild" pkg/node.entry.js --bundle --platform=node --target=node20 --format=cjs \
    --log-level=warning --outfile=pkg/node.cjs
rm pkg/node.entry.js
# One set of types; the name of a file tells TypeScript which module system it is for.
mv pkg/index.d.ts pkg/index.d.cts
echo 'export * from "./index.cjs";' >pkg/index.d.ts

say "pkg/qantara.wasm $(wc -c <pkg/qantara.wasm) bytes, $(gzip -9c pkg/qantara.wasm | wc -c) gzipped; pkg $(cat pkg/* | wc -c) bytes"
