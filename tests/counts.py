#!/usr/bin/env python3
"""Counts the instructions and allocations of the core's jobs, and compares them with tests/bench/counts.txt.

usage: tests/counts.py [--accept]      (--accept writes what was counted into that file)

Exits with 1 if a job takes more than 3 % more of either, and with 2 if another compiler or Valgrind counted than the
file's: then the differences are shown, and nothing is judged.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
BASELINE = ROOT / "tests/bench/counts.txt"
TARGET = Path(os.environ.get("CARGO_TARGET_DIR", ROOT / "target"))
TOLERANCE = 0.03

HEAD = """\
# What each job of the core takes, as Valgrind counts it. `make counts` compares with this, `make counts ACCEPT=1`
# writes it. Valgrind's processor has no SHA instructions, so hashing counts as the portable code that runs
# where there are none. The figures belong to the versions named here; with others they are not judged: count the
# commit you started from with ACCEPT=1, then yours.
"""


class Count(NamedTuple):
    instructions: int
    allocations: int


def said(*command: str) -> str:
    return subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout


def tools() -> dict[str, str]:
    rustc = dict(line.split(": ", 1) for line in said("rustc", "-vV").splitlines() if ": " in line)
    return {"rustc": f"{rustc['release']} {rustc['host']}", "valgrind": said("valgrind", "--version").strip()}


def runner() -> Path:
    """The folder of gungraun's runner, of the very version that the benches are built with."""
    lock = (ROOT / "Cargo.lock").read_text()
    found = re.search(r'name = "gungraun"\nversion = "(.+)"', lock)
    assert found, "Cargo.lock names no gungraun"
    version, place = found[1], TARGET / "tools"
    binary = place / "bin/gungraun-runner"
    if not binary.exists() or said(str(binary), "--version").split()[-1] != version:
        print(f"Installing gungraun-runner {version}: once, two minutes or so", flush=True)
        subprocess.run(["cargo", "install", "--quiet", "gungraun-runner", "--version", version, "--locked", "--root",
                        str(place)], cwd=ROOT, check=True)  # fmt: skip
    return binary.parent


def count() -> dict[str, Count]:
    environment = {**os.environ, "PATH": f"{runner()}{os.pathsep}{os.environ['PATH']}"}
    command = ["cargo", "bench", "--locked", "--quiet", "-p", "qantara-bench", "--features", "counts", "--bench",
               "counts", "--", "--output-format=json"]  # fmt: skip
    lines = subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True, env=environment).stdout
    counts = {}
    for line in lines.splitlines():
        job = json.loads(line)
        of = {profile["tool"]: profile["data"]["total"]["metrics"] for profile in job["profiles"]}
        now = [of[tool][metric]["values"]["new"] for tool, metric in (("Callgrind", "Ir"), ("DHAT", "TotalBlocks"))]
        counts[f"{job['function_name']}/{job['id']}"] = Count(*now)
    return counts


def read() -> tuple[dict[str, str], dict[str, Count]]:
    if not BASELINE.exists():
        return {}, {}
    lines = [line for line in BASELINE.read_text().splitlines() if line and not line.startswith("#")]
    head = dict(line.split(": ", 1) for line in lines if ": " in line)
    jobs = [line.split() for line in lines if ": " not in line]
    return head, {job: Count(int(instructions), int(allocations)) for job, instructions, allocations in jobs}


def write(counts: dict[str, Count]) -> None:
    lines = [f"{name}: {version}" for name, version in tools().items()]
    lines += ["", f"# {'job':<40} {'instructions':>12} {'allocations':>12}"]
    lines += [f"{job:<42} {now.instructions:>12} {now.allocations:>12}" for job, now in counts.items()]
    BASELINE.write_text(HEAD + "\n".join(lines) + "\n")


def is_worse(before: int, now: int) -> bool:
    return now > before * (1 + TOLERANCE)


def named(versions: dict[str, str]) -> str:
    return " and ".join(f"{name} {version.removeprefix(f'{name}-')}" for name, version in versions.items())


def main() -> int:
    counts, (head, baseline) = count(), read()
    print(f"{'job':<40} {'instructions':>12} {'before':>10} {'change':>8}   {'allocations':>11} {'before':>7}")
    worse = []
    for job, now in counts.items():
        before = baseline.get(job)
        if before is None:
            print(f"{job:<40} {now.instructions:>12} {'new':>10} {'':>8}   {now.allocations:>11}")
            worse.append(f"{job} is not in the baseline")
            continue
        change = now.instructions / before.instructions - 1
        print(f"{job:<40} {now.instructions:>12} {before.instructions:>10} {change:>+8.1%}   {now.allocations:>11} "
              f"{before.allocations:>7}")  # fmt: skip
        if is_worse(before.instructions, now.instructions):
            worse.append(f"{job} takes {change:+.1%} instructions")
        if is_worse(before.allocations, now.allocations):
            worse.append(f"{job} allocates {now.allocations} times, not {before.allocations}")
    worse += [f"{job} is in the baseline, but no longer counted" for job in baseline.keys() - counts.keys()]
    if "--accept" in sys.argv[1:]:
        write(counts)
        print(f"Written to {BASELINE.relative_to(ROOT)}.")
        return 0
    if baseline and head != tools():
        print(f"Nothing is judged: the baseline belongs to {named(head)}, this is {named(tools())}. {BASELINE.name} says how "
              "to compare all the same.", file=sys.stderr)  # fmt: skip
        return 2
    for fault in worse:
        print(f"Worse: {fault}.", file=sys.stderr)
    if worse:
        print("If that is wanted, `make counts ACCEPT=1` makes it the baseline.", file=sys.stderr)
    return int(bool(worse))


if __name__ == "__main__":
    sys.exit(main())
