#!/usr/bin/env python3
"""What each deliverable brings along: counts the crates it runs with, on each target, and fails if it grows.

It also fails if a crate is there in two versions, if a licence is none of the permitted ones, or if the npm package or
the wheel depends on anything. Crates of our own and what only builds don't count; their licences do. Our own is under exactly ours, the packages too.
"""

import json
import re
import subprocess
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
HOSTS = ["x86_64-unknown-linux-gnu", "aarch64-apple-darwin", "x86_64-pc-windows-msvc"]
WASM = ["wasm32-unknown-unknown"]

# A deliverable, what cargo calls it, where it runs, and the most crates it may have. The sandbox is a tool of its own.
DELIVERABLES = [
    ("core", ["-p", "qantara"], HOSTS + WASM, 15),
    ("core with http", ["-p", "qantara", "--features", "http"], HOSTS, 18),
    ("npm package", ["-p", "qantara-wasm"], WASM, 16),
    ("Python wheel", ["-p", "qantara-python"], HOSTS, 19),
    ("C library", ["-p", "qantara-c"], HOSTS, 16),
    ("sandbox", ["-p", "qantara-sandbox"], HOSTS, None),
]

#: What all of our own is under.
OWN = "MIT OR Apache-2.0"
PERMITTED = {"MIT", "Apache-2.0", "BSD-1-Clause", "BSD-2-Clause", "BSD-3-Clause", "ISC", "Unicode-3.0", "Zlib", "0BSD",
             "CC0-1.0", "Unlicense"}
# What such an exception permits comes on top of the licence.
EXCEPTIONS = {"LLVM-exception"}


def tree(arguments, edges, target):
    """The crates of a deliverable: those of others and our own, each as (name, version, licence)."""
    command = ["cargo", "tree", "--locked", *arguments, "-e", edges, "--target", target, "--prefix", "none",
               "--format", "{p}|{l}"]
    lines = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout.splitlines()
    others, own = set(), set()
    for line in filter(None, lines):
        package, licence = line.removesuffix(" (*)").split("|")
        name, version, *where = package.split()
        is_own = any(part.startswith("(/") or re.match(r"\([A-Za-z]:", part) for part in where)
        (own if is_own else others).add((name, version, licence.removesuffix(" (*)")))
    return others, own


def is_permitted(licence):
    """Whether an SPDX expression can be met: one side of each OR, both of each AND."""
    tokens = re.findall(r"[()]|[^\s()]+", licence.replace("/", " OR "))

    def either():
        met = both()
        while tokens and tokens[0] == "OR":
            tokens.pop(0)
            met = both() or met
        return met

    def both():
        met = one()
        while tokens and tokens[0] == "AND":
            tokens.pop(0)
            met = one() and met
        return met

    def one():
        if not tokens:
            tokens.append("an end that comes too early")
            return False
        token = tokens.pop(0)
        if token == "(":
            met = either()
            return bool(tokens) and tokens.pop(0) == ")" and met
        exception = tokens[1:2] if tokens[:1] == ["WITH"] else []
        del tokens[:2 * len(exception)]
        return token in PERMITTED and EXCEPTIONS.issuperset(exception)

    return either() and not tokens


def check_crates():
    faults = []
    for name, arguments, targets, most in DELIVERABLES:
        counts = {}
        for target in targets:
            crates, _ = tree(arguments, "normal,no-proc-macro", target)
            counts[target] = len(crates)
            versions = {}
            for crate, version, _ in crates:
                versions.setdefault(crate, []).append(version)
            faults += [f"{name} on {target} has {crate} in versions {', '.join(sorted(found))}"
                       for crate, found in versions.items() if len(found) > 1]
            if most is not None and len(crates) > most:
                faults.append(f"{name} on {target} has {len(crates)} crates, and {most} is the most")
        # On any target, and what builds it as well.
        others, own = tree(arguments, "normal,build", "all")
        faults += [f"{name}: the licence of {crate} {version} is {licence or 'not stated'}"
                   for crate, version, licence in sorted(others) if not is_permitted(licence)]
        faults += [f"{name}: the licence of our own {crate} is {licence or 'not stated'}, not {OWN}"
                   for crate, _, licence in sorted(own) if licence != OWN]
        if not own:
            faults.append(f"{name} has no crate of our own")
        limit = f", at most {most}" if most is not None else ""
        print(f"{name}: {', '.join(f'{count} on {target}' for target, count in counts.items())}{limit}")
    return faults


def check_packages():
    package = json.loads((ROOT / "bindings-wasm/package/package.json").read_text())
    faults = [f"the npm package has {key}" for key in package if key.lower().endswith("dependencies")]
    if package.get("license") != OWN:
        faults.append(f"the licence of the npm package is {package.get('license')}, not {OWN}")
    project = tomllib.loads((ROOT / "bindings-python/pyproject.toml").read_text())["project"]
    given = ["dependencies", "optional-dependencies"]
    faults += [f"the wheel has {key}" for key in given if project.get(key) or key in project.get("dynamic", [])]
    return faults


def main():
    faults = check_crates() + check_packages()
    for fault in faults:
        print(fault, file=sys.stderr)
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
