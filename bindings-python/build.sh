#!/usr/bin/env bash
# Builds the wheel into target/python/dist: one abi3 wheel for CPython 3.10 and later.
# PYTHON chooses the interpreter that runs maturin; CARGO_TARGET_DIR where cargo builds.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
out=$here/../target/python
python=${PYTHON:-python3}

"$python" -c 'import sys; sys.exit(sys.version_info < (3, 10))' || {
    echo "Python 3.10 or later is needed; \"$python\" is $("$python" --version 2>&1). Set PYTHON." >&2
    exit 1
}
"$python" -c 'import venv, ensurepip' 2>/dev/null || {
    echo "\"$python\" cannot make virtual environments. On Debian: apt-get install python3-venv" >&2
    exit 1
}
command -v cargo >/dev/null || {
    echo "cargo is missing: install Rust (https://rustup.rs)" >&2
    exit 1
}

tools=$out/tools
if ! "$tools/bin/python" -c 'import maturin' 2>/dev/null; then
    "$python" -m venv --clear "$tools"
    "$tools/bin/pip" install --quiet --disable-pip-version-check maturin==1.16.0
fi
rm -rf "$out/dist"
export CARGO_TARGET_DIR=${CARGO_TARGET_DIR:-$here/../target}
# Names of files in panic messages say nothing of the machine that built them.
cargo_home=${CARGO_HOME:-$HOME/.cargo}
export RUSTFLAGS="${RUSTFLAGS:-} --remap-path-prefix=$cargo_home=cargo --remap-path-prefix=$(cd "$here/.." && pwd)=."
"$tools/bin/maturin" build --release --quiet --compression-level 9 \
    --manifest-path "$here/Cargo.toml" --out "$out/dist" --interpreter "$python"
ls -l "$out/dist" | awk 'NR > 1 { print $NF " (" $5 " bytes)" }'
