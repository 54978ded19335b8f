#!/usr/bin/env bash
# Installs what the tests need and this machine lacks: with apt as root, else it says what to install.
# Rust, a C compiler and make are taken for granted.      usage: tests/setup.sh [bench]
set -eu

missing=()
need() { # need COMMAND PACKAGE...: these packages, if there is no such command
    command -v "$1" >/dev/null 2>&1 || missing+=("${@:2}")
}
need_file() { # need_file FILE PACKAGE: this package, if there is no such file
    [ -e "$1" ] || missing+=("$2")
}

need node nodejs
need npm npm
need python3 python3 python3-venv
# Debian ships Python without what a virtual environment needs.
if command -v python3 >/dev/null 2>&1 && ! python3 -c 'import ensurepip, venv' 2>/dev/null; then
    missing+=(python3-venv)
fi
need c++ g++
need pkg-config pkg-config
need valgrind valgrind
need_file /usr/include/json-c/json.h libjson-c-dev
# What the C bench compares with.
[ "${1:-}" != bench ] || need_file /usr/include/openssl/evp.h libssl-dev
need php8.2 php8.2-cli
need phpize8.2 php8.2-dev
if command -v php8.2 >/dev/null 2>&1; then
    modules=$(php8.2 -m)
    case "$modules" in *curl*) ;; *) missing+=(php8.2-curl) ;; esac
    case "$modules" in *mbstring*) ;; *) missing+=(php8.2-mbstring) ;; esac
else
    missing+=(php8.2-curl php8.2-mbstring)
fi
# A rustup target would do instead; where it can't be had, Debian's Rust builds one.
if [ ! -d "$(rustc --print sysroot)/lib/rustlib/wasm32-unknown-unknown" ]; then
    need_file /usr/bin/cargo cargo-web
    need_file /usr/bin/rustc rustc-web
    need_file /usr/bin/wasm-ld-22 lld-22
    compgen -G '/usr/src/rustc-*/library' >/dev/null || missing+=(rust-web-src)
fi

# Only for `make screenshots`.
if [ "${1:-}" = browser ]; then
    need chromium chromium
    need pngquant pngquant
    need_file /usr/share/fonts/truetype/noto/NotoSansArabic-Regular.ttf fonts-noto-core
fi

if [ ${#missing[@]} -eq 0 ]; then
    exit 0
fi
if [ "$(id -u)" -ne 0 ] || ! command -v apt-get >/dev/null 2>&1; then
    echo "The tests need what is not on this machine. On Debian 12:" >&2
    echo "    sudo apt-get install --no-install-recommends ${missing[*]}" >&2
    echo "Instead of cargo-web, rustc-web, rust-web-src and lld-22, this does as well:" >&2
    echo "    rustup target add wasm32-unknown-unknown" >&2
    exit 1
fi
echo "Installing: ${missing[*]}"
export DEBIAN_FRONTEND=noninteractive
apt-get update -qq
apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
