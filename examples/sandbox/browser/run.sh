#!/usr/bin/env bash
# Clicks through the dashboard with a browser, and takes pictures of every page: in light and dark, English and Arabic,
# wide and narrow. With PICTURE=1 the README's picture is taken again.
set -eu
cd "$(dirname "$0")"
../../../tests/setup.sh browser
: "${CARGO_TARGET_DIR:=$(cd ../../.. && pwd)/target}"
npm ci --silent --no-audit --no-fund
cargo build --locked --quiet -p qantara-sandbox
node drive.mjs "$CARGO_TARGET_DIR/debug/qantara-sandbox" "$CARGO_TARGET_DIR/screenshots"
if [ -n "${PICTURE:-}" ]; then
    pngquant --force --quality 70-95 --strip --output ../dashboard.png "$CARGO_TARGET_DIR/screenshots/readme.png"
fi
