# The commands people type. Everything is built under target/.

.PHONY: demo test screenshots memory bench counts fuzz setup rust wasm python c php generate load

demo: ## take payments against an offline gateway, and print what happens
	cargo build -p qantara-checkout
	@cargo run --quiet -p qantara-checkout

load: ## thousands of payments at once against the sandbox, also while things break: nothing may be lost
	cargo build --quiet -p qantara-sandbox
	cargo build --quiet -p qantara-checkout --bin load
	target/debug/load
	rm -f target/load.sqlite*
	target/debug/load --state target/load.sqlite --faults

test: ## set up what is missing, then run every language's tests
	tests/test.sh

screenshots: ## click through the sandbox's dashboard with a browser; pictures under target/screenshots
	examples/sandbox/browser/run.sh

memory: ## the C and PHP tests under AddressSanitizer, UBSan and valgrind
	tests/memory.sh

bench: ## the figures of the README
	tests/bench.sh

counts: ## the core's instructions and allocations, against tests/bench/counts.txt; ACCEPT=1 rewrites that
	tests/setup.sh
	tests/counts.py $(if $(ACCEPT),--accept)

# Bash has a variable of this name, which counts.
SECONDS = 600
fuzz: ## fuzz every reader, and the C library, for SECONDS each (a nightly compiler is needed)
	SECONDS_EACH=$(SECONDS) tests/fuzz/fuzz.sh

setup: ## install what the tests need (apt as root, else it says what to install)
	tests/setup.sh

generate: ## write the skins' faces and the operation pages from the core's tables
	cargo run --quiet -p qantara-contract

wasm: ## the npm package, into bindings-wasm/pkg
	bindings-wasm/build.sh

python: ## the wheel, into target/python/dist
	bindings-python/build.sh

c: ## the C library and its header
	bindings-c/build.sh

php: c ## the PHP extension
	bindings-c/php/build.sh
