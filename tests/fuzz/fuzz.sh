#!/usr/bin/env bash
# Runs every fuzz target, or those that are named, for SECONDS each; stops at the first finding.
set -eu
cd "$(dirname "$0")"
seconds=${SECONDS_EACH:-600}
out=../../target/fuzz
version=0.13

if ! cargo +nightly --version >/dev/null 2>&1; then
    echo "Fuzzing needs a nightly compiler beside your own: rustup toolchain install nightly --profile minimal"
    exit 1
fi
command -v c++ >/dev/null 2>&1 || { echo "libFuzzer needs a C++ compiler: install g++ or clang."; exit 1; }
if ! cargo fuzz --version >/dev/null 2>&1; then
    echo "== installing cargo-fuzz =="
    cargo install --locked --quiet cargo-fuzz --version "^$version"
fi

all=$(cargo +nightly fuzz list --fuzz-dir .)
targets=${*:-$all}

echo "== building =="
cargo +nightly fuzz build --fuzz-dir . --target-dir "$out"
echo "== seeds: from the shared cases and the core's tables =="
cargo +nightly run --quiet --locked --example seeds --target-dir "$out/seeds" -- "$out"

built=$out/$(rustc +nightly -vV | sed -n 's/^host: //p')/release
table=$out/table.txt
row='%-16s %8s %10s %8s %8s %9s\n'
# shellcheck disable=SC2059 # The format is ours.
printf "$row" target seconds runs edges corpus findings >"$table"

for target in $targets; do
    # What is slow by its nature gets smaller inputs and more time.
    longest=4096 timeout=5
    case $target in
        doctor) longest=1200 timeout=10 ;;
        money) longest=200 ;;
        acknowledgment | c_api) longest=1500 ;;
    esac
    folder=$out/corpus/$target
    log=$out/$target.log
    mkdir -p "$folder" "$out/findings/$target"
    echo "== $target: $seconds seconds =="
    started=$(date +%s)
    status=0
    ASAN_OPTIONS=detect_odr_violation=0 nice "$built/$target" "$folder" \
        -dict="$out/dictionary.txt" -max_total_time="$seconds" -max_len=$longest -timeout=$timeout \
        -rss_limit_mb=2048 -malloc_limit_mb=256 -print_final_stats=1 \
        -artifact_prefix="$out/findings/$target/" >"$log" 2>&1 || status=$?
    last=$(grep -a ' cov: ' "$log" | tail -n 1)
    runs=$(grep -a number_of_executed_units "$log" | awk '{ print $2 }')
    edges=$(echo "$last" | sed -n 's/.* cov: \([0-9]*\).*/\1/p')
    corpus=$(echo "$last" | sed -n 's/.* corp: \([0-9]*\).*/\1/p')
    # shellcheck disable=SC2059
    printf "$row" "$target" $(($(date +%s) - started)) "${runs:-?}" "${edges:-?}" "${corpus:-?}" $((status != 0)) >>"$table"
    if [ $status -ne 0 ]; then
        tail -n 40 "$log"
        found=$(sed -n 's/.*Test unit written to //p' "$log" | tail -n 1)
        echo
        cat "$table"
        echo
        echo "$target found something. Once more, from this folder (tests/fuzz):"
        echo "    cargo +nightly fuzz run --fuzz-dir . --target-dir $out $target $found"
        exit 1
    fi
done
echo
cat "$table"
