#!/usr/bin/env python3
"""Makes one table of what the benches wrote into target/bench, beside the budgets.

usage: tests/bench.py               every figure, as text
       tests/bench.py --markdown    the README's tables
       tests/bench.py --readme      writes those into README.md, between its two markers
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import NamedTuple, Optional

ROOT = Path(__file__).resolve().parent.parent
OUT = ROOT / "target/bench"
README = ROOT / "README.md"
MARKS = ("<!-- figures: `make bench`, then `tests/bench.py --readme` -->", "<!-- end of figures -->")

LANGUAGES = ("Rust", "JavaScript", "Python", "PHP", "C")
SKINS = LANGUAGES[1:]
HASHED = tuple(f"HMAC-SHA1, {length} bytes" for length in (55, 119, 120, 200))
#: What the README calls each job.
TITLES = {
    "sign": "sign 15 fields",
    "verify": "verify 15 fields",
    "prepare": "EGW prepare, signed, as JSON",
    "prepare, from a record": "… its record made before",
    "prepare, as a form": "EGW prepare, signed, as a form",
    "card form": "EGW card form, signed",
    "create payment": "create a payment",
    "parse a payment": "parse a payment",
    "parse and settle": "parse and settle a payment",
    "new gateway": "make a gateway",
}
JOBS = tuple(TITLES)


class Budget(NamedTuple):
    """A line that was drawn before there was any code."""

    languages: tuple[str, ...]
    jobs: tuple[str, ...]
    #: Times as fast as theirs, at least.
    ratio: Optional[float] = None
    #: Nanoseconds or bytes, at most.
    most: Optional[float] = None
    allocations: Optional[int] = None
    #: What `ratio` compares with; anything if empty.
    against: str = ""
    #: Why it is missed, if it is.
    why: str = "this is not expected: measure again on a machine that does nothing else"


CROSSING = "fields are copied into WebAssembly, which has no SHA instructions; `node:crypto` has them"
NATIVE = "PHP's own functions are C, too, and ours checks every name and value"
CODE = "every operation's checks are code, not only a table; the doctor is a fifth of the WebAssembly"

BUDGETS = (
    Budget(("Rust",), HASHED, ratio=1 / 1.05, against="RustCrypto's cloned Hmac"),
    Budget(("Rust",), ("prepare, from a record",), most=900, allocations=8,
           why="the checks, the headers, and what the reply is compared with are made, too"),
    Budget(("Rust",), ("parse a payment",), ratio=1,
           why="duplicate keys are looked for, numbers stay exact text, fields nobody knows are kept"),
    Budget(("Python",), ("sign", "verify"), ratio=4,
           why="at the line: Python's own HMAC is C, and what is compared with keeps its key set up"),
    Budget(("Python",), ("prepare, as a form",), ratio=5),
    Budget(("PHP",), ("sign", "verify"), ratio=3, why=NATIVE),
    Budget(("PHP",), ("prepare, as a form",), ratio=2, why=NATIVE),
    Budget(("JavaScript",), ("sign", "verify"), ratio=1.4, against="node:crypto", why=CROSSING),
    Budget(("JavaScript",), ("prepare", "prepare, as a form"), ratio=1.3, against="node:crypto, nothing checked", why=CROSSING),
    Budget(("JavaScript",), ("sign", "verify", "prepare"), ratio=5, against="WebCrypto", why=CROSSING),
    Budget(SKINS, ("create payment", "parse a payment"), most=10_000),
    Budget(("JavaScript",), ("size: WebAssembly",), most=128_000, why=CODE),
    Budget(("JavaScript",), ("size: WebAssembly, gzipped",), most=56_000, why=CODE),
    Budget(("JavaScript",), ("size: npm package, unpacked",), most=300_000, why=CODE),
    Budget(("Python",), ("size: wheel",), most=450_000, why=CODE),
    Budget(("PHP",), ("size: extension, stripped",), most=600_000, why=CODE),
    Budget(("JavaScript",), ("cold start: import, first call", "cold start: require, first call"), most=8e6,
           why="the WebAssembly is three times as large as planned, and has to be compiled"),
    Budget(("Python",), ("cold start: import", "cold start: import of all gateways"), most=5e6),
    Budget(SKINS, ("memory",), most=1_000_000),
)  # fmt: skip


class Row(NamedTuple):
    language: str
    job: str
    unit: str
    ours: float
    against: Optional[str]
    theirs: Optional[float]
    allocations: Optional[int] = None
    rounds: Optional[int] = None

    @property
    def ratio(self) -> Optional[float]:
        return None if self.theirs is None else self.theirs / self.ours

    def budgets(self) -> list[Budget]:
        return [budget for budget in BUDGETS if self.language in budget.languages and self.job in budget.jobs
                and budget.against in ("", self.against)]  # fmt: skip

    def misses(self, budget: Budget) -> bool:
        return bool(
            (budget.ratio and self.ratio is not None and rounded(self.ratio) < rounded(budget.ratio))
            or (budget.most and self.ours > budget.most)
            or (budget.allocations and self.allocations is not None and self.allocations > budget.allocations)
        )

    def place(self) -> tuple[int, int]:
        order = (*HASHED, *JOBS, "size", "cold start", "memory", "lines")
        job = self.job if self.job in order else self.job.split(":")[0]
        return order.index(job), LANGUAGES.index(self.language)


def digits(ratio: float) -> int:
    return 0 if ratio >= 10 else 1 if ratio >= 2 else 2


def rounded(ratio: float) -> float:
    """As it is printed: what reads as the budget meets it."""
    return round(ratio, digits(ratio))


def amount(value: float, unit: str) -> str:
    if unit == "lines":
        return f"{value:,.0f}"
    if unit == "bytes":
        return f"{value / 1000:,.0f} kB"
    if value >= 1e6:
        return f"{value / 1e6:.1f} ms"
    return f"{value / 1e3:.1f} µs" if value >= 1e3 else f"{value:.0f} ns"


def times(ratio: float) -> str:
    return f"{ratio:.{digits(ratio)}f} ×"


def limit(budget: Budget, unit: str) -> str:
    parts = []
    if budget.ratio:
        parts.append(f"≥ {times(budget.ratio)}")
    if budget.most:
        parts.append(f"≤ {amount(budget.most, unit)}")
    if budget.allocations:
        parts.append(f"≤ {budget.allocations} allocations")
    return ", ".join(parts)


def read() -> tuple[dict[str, str], list[Row]]:
    lines = [json.loads(line) for file in sorted(OUT.glob("*.jsonl")) for line in file.read_text().splitlines()]
    versions = {line["language"]: line["version"] for line in lines if "version" in line}
    rows = sorted((Row(**line) for line in lines if "version" not in line), key=Row.place)
    for budget in BUDGETS:
        for language in budget.languages:
            for job in budget.jobs:
                if not any((row.language, row.job) == (language, job) and budget in row.budgets() for row in rows):
                    sys.exit(f"no figure for {language}, {job}: run `make bench`")
    return versions, rows


def machine() -> str:
    names = [line.split(":")[1].strip() for line in Path("/proc/cpuinfo").read_text().splitlines() if "model name" in line]
    return f"{len(names)} cores of {names[0]}" if names else "an unknown machine"


def text(versions: dict[str, str], rows: list[Row]) -> str:
    notes: list[str] = []
    table = [("job", "language", "ours", "theirs", "ratio", "compared with", "budget", "")]
    for row in rows:
        ours = amount(row.ours, row.unit) + (f", {row.allocations} allocations" if row.allocations is not None else "")
        theirs = "" if row.theirs is None else amount(row.theirs, row.unit)
        ratio = "" if row.ratio is None else times(row.ratio)
        budgets = row.budgets()
        verdict = "met" if budgets else ""
        for budget in budgets:
            if row.misses(budget):
                if budget.why not in notes:
                    notes.append(budget.why)
                verdict = f"missed ({notes.index(budget.why) + 1})"
        job = row.job + (f" over {row.rounds:,} rounds" if row.rounds else "")
        budget_text = "; ".join(limit(budget, row.unit) for budget in budgets)
        table.append((job, row.language, ours, theirs, ratio, row.against or "", budget_text, verdict))
    widths = [max(len(line[column]) for line in table) for column in range(len(table[0]))]
    right = (2, 3, 4)
    lines = ["  ".join(cell.rjust(width) if column in right else cell.ljust(width)
                       for column, (cell, width) in enumerate(zip(line, widths))).rstrip() for line in table]  # fmt: skip
    lines.insert(1, "-" * max(map(len, lines)))
    lines += ["", *(f"({number}) {note}" for number, note in enumerate(notes, 1))]
    lines += ["", f"On {machine()}: " + ", ".join(versions.values())]
    return "\n".join(lines)


def markdown_table(head: list[str], lines: list[list[str]]) -> list[str]:
    return [f"| {' | '.join(line)} |" for line in (head, ["---"] * len(head), *lines)]


def cell(rows: list[Row]) -> str:
    """One job in one language; what misses its budget is bold."""
    if not rows:
        return ""
    ours, parts = amount(rows[0].ours, rows[0].unit), []
    if any(row.misses(budget) for row in rows for budget in row.budgets() if budget.most or budget.allocations):
        ours = f"**{ours}**"
    for row in rows:
        if row.ratio is not None:
            shown = times(row.ratio)
            if any(row.misses(budget) for budget in row.budgets() if budget.ratio):
                shown = f"**{shown}**"
            parts.append(f"{shown} {row.against}" if len(rows) > 1 and row is not rows[0] else shown)
    return ", ".join([ours, *parts])


def missed_budgets(rows: list[Row]) -> dict[str, list[str]]:
    """What is missed, by the reason."""
    missed: dict[str, list[str]] = {}
    for row in rows:
        for budget in row.budgets():
            if row.misses(budget):
                now = times(row.ratio or 0) if budget.ratio else amount(row.ours, row.unit)
                if budget.allocations:
                    now += f" and {row.allocations} allocations"
                what = f"{row.language}, {row.job}: {now}, not {limit(budget, row.unit)}"
                if what not in missed.setdefault(budget.why, []):
                    missed[budget.why].append(what)
    return missed


def slower(rows: list[Row]) -> list[str]:
    """What is slower than by hand, and has no budget for it: each with its ratio."""
    found: dict[str, list[str]] = {}
    for row in rows:
        budgeted = any(budget.ratio for budget in row.budgets())
        if row.job in TITLES and row.ratio is not None and rounded(row.ratio) < 1 and not budgeted:
            beside = f" ({row.against})" if row.against == "nothing checked" else ""
            found.setdefault(row.job, []).append(f"{row.language} {times(row.ratio)}{beside}")
    return [f"{TITLES[job]}: {', '.join(ratios)}" for job, ratios in found.items()]


def markdown(versions: dict[str, str], rows: list[Row]) -> str:
    def of(job: str, language: str) -> list[Row]:
        return [row for row in rows if (row.job, row.language) == (job, language)]

    run = ", ".join(versions.values())
    lines = [
        f"From `make bench` on {machine()} ({run}). Each ratio compares with code written by hand on what the platform "
        "offers, in the same run: it comes to the same, and checks only what is said below. Above 1 Qantara is faster. "
        "Bold misses the budget that was set before there was any code.",
        "",
    ]
    lines += markdown_table(["job", *LANGUAGES], [[TITLES[job], *(cell(of(job, language)) for language in LANGUAGES)] for job in JOBS])
    others = [row.against or "" for row in rows if row.job == HASHED[0]]
    lines += ["", "HMAC-SHA1 with a kept key, in Rust:", ""]
    lines += markdown_table(["bytes", "Qantara", *others], [
        [job.split()[1], amount(of(job, "Rust")[0].ours, "ns"),
         *(f"{amount(row.theirs or 0, 'ns')}, {times(row.ratio or 0)}" for row in of(job, "Rust"))] for job in HASHED])  # fmt: skip
    lines += [""]
    rest = [row for row in rows if row.job not in (*JOBS, *HASHED) and row.unit != "lines"]
    lines += markdown_table(["size, start, memory", "now", "budget"], [
        [f"{row.language}, {row.job}" + (f" grown over {row.rounds:,} rounds, a new gateway each" if row.rounds else ""),
         cell([row]), "; ".join(limit(budget, row.unit) for budget in row.budgets())] for row in rest])  # fmt: skip
    written = [f"{amount(row.ours, row.unit)} in {row.language} ({row.job.removeprefix('lines: ')})" for row in rows
               if row.unit == "lines"]  # fmt: skip
    lines += ["", f"Lines of code, without blanks and comments (docstrings count): {', '.join(written)}."]
    missed = missed_budgets(rows)
    lines += ["", "Missed, and why:" if missed else "No budget is missed.", ""]
    lines += [f"- {why[0].upper()}{why[1:]}. {'; '.join(what)}." for why, what in missed.items()]
    if without := slower(rows):
        lines += ["", f"Slower than by hand, and without a budget for it: {'; '.join(without)}."]
    return "\n".join(lines).rstrip() + "\n"


def main() -> None:
    found = read()
    if "--readme" in sys.argv[1:]:
        before, rest = README.read_text().split(MARKS[0])
        after = rest.split(MARKS[1])[1]
        README.write_text(f"{before}{MARKS[0]}\n{markdown(*found)}{MARKS[1]}{after}")
    elif "--markdown" in sys.argv[1:]:
        print(markdown(*found), end="")
    else:
        print(text(*found))


if __name__ == "__main__":
    main()
