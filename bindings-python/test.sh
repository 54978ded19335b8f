#!/usr/bin/env bash
# Builds the wheel and tests it on every CPython >= 3.10 that is found: python3, python3.x, and pyenv's.
# PYTHONS, a list of interpreters, chooses others. Ends with the main path against the sandbox.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
out=$here/../target/python
cd "$here"

found() {
    local candidates=(python3 python3.1{0..9} "$HOME"/.pyenv/versions/3.*/bin/python)
    for python in ${PYTHONS:-"${candidates[@]}"}; do
        "$python" -c 'import sys
if sys.version_info >= (3, 10): print("%d.%d" % sys.version_info[:2], sys.executable)' 2>/dev/null || true
    done | awk '!seen[$1]++ { print $2 }'
}

mapfile -t pythons < <(found)
if [ ${#pythons[@]} -eq 0 ]; then
    echo "No Python 3.10 or later is found. On Debian: apt-get install python3 python3-venv" >&2
    exit 1
fi
PYTHON=${PYTHON:-${pythons[0]}} ./build.sh
wheel=$(echo "$out"/dist/*.whl)

for python in "${pythons[@]}"; do
    version=$("$python" -c 'import sys; print("%d.%d.%d" % sys.version_info[:3])')
    venv=$out/venv-$version
    if ! [ -x "$venv/bin/pyright" ]; then
        "$python" -m venv --clear "$venv" || {
            echo "$python cannot make a virtual environment. On Debian: apt-get install python3-venv" >&2
            exit 1
        }
        "$venv/bin/pip" install --quiet --disable-pip-version-check -r tests/requirements.txt
    fi
    "$venv/bin/pip" install --quiet --disable-pip-version-check --no-deps --force-reinstall "$wheel"
    echo "Python $version"
    "$venv/bin/python" -X faulthandler -m pytest
    last=$venv
done

echo "memory"
"$last/bin/python" bench/memory.py 20000 >/dev/null

echo "the pages' snippets"
"$last/bin/python" ../tests/snippets/compose.py python >"$out/snippets.py"
"$last/bin/python" "$out/snippets.py"

echo "the main path"
export CARGO_TARGET_DIR=${CARGO_TARGET_DIR:-$here/../target}
cargo build --quiet -p qantara-sandbox
"$CARGO_TARGET_DIR/debug/qantara-sandbox" --port 0 >"$out/sandbox.log" &
sandbox=$!
trap 'kill $sandbox' EXIT
for _ in $(seq 100); do
    url=$(grep -o 'http://127\.0\.0\.1:[0-9]*' "$out/sandbox.log" | head -1) && break
    sleep 0.1
done
"$last/bin/python" examples/main_path.py "$url"
"$last/bin/python" ../examples/sandbox/tests/readme.py "$url"
"$last/bin/python" -m mypy --strict --cache-dir "$out/mypy" examples/main_path.py bench/memory.py bench/bench.py
