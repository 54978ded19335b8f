#!/bin/sh
# Builds the npm package, packs it, installs it elsewhere as a user would, and runs it in every runtime.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
cd "$here"
# Again only if the lock file changed.
cmp -s package-lock.json node_modules/.installed || {
    npm ci --ignore-scripts # of all install scripts only Bun's is needed
    node node_modules/bun/install.js
    cp package-lock.json node_modules/.installed
}
./build.sh

app=$(mktemp -d)
trap 'rm -rf "$app"' EXIT
cp -R test/app/* "$app/"
node test/cases.mjs "$app/cases.mjs"
tarball=$(cd pkg && npm pack --silent --pack-destination "$app")
(
    cd "$app"
    echo '{ "private": true }' >package.json
    npm install --silent --offline --no-audit --no-fund "./$tarball"
)
echo "memory"
node --expose-gc bench/memory.mjs 20000 >/dev/null
echo "the pages' snippets"
python3 ../tests/snippets/compose.py js >"$app/snippets.mjs"
node "$app/snippets.mjs"
(cd .. && cargo build --quiet --package qantara-sandbox)
sandbox=${CARGO_TARGET_DIR:-$here/../target}/debug/qantara-sandbox
QANTARA_INSTALLED=$app QANTARA_SANDBOX=$sandbox node --test --test-reporter=spec test/*.test.mjs
