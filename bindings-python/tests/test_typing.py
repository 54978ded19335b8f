"""The face type-checks as it should: right uses pass, wrong ones don't, and the stub is what is there."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

FOLDER = Path(__file__).parent / "typing"
FLOOR = ["--strict", "--python-version", "3.10"]


def run(*command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-m", *command], capture_output=True, text=True, cwd=FOLDER)


def marked(marks: str) -> set[int]:
    lines = (FOLDER / "fails.py").read_text().splitlines()
    return {number for number, line in enumerate(lines, 1) if re.search(f"# [{marks}]: ", line)}


def test_mypy(tmp_path: Path) -> None:
    cache = ["--cache-dir", str(tmp_path)]
    right = run("mypy", *FLOOR, *cache, "passes.py")
    assert right.returncode == 0, right.stdout + right.stderr
    wrong = run("mypy", *FLOOR, *cache, "fails.py")
    found = {int(number) for number in re.findall(r"^fails\.py:(\d+): error", wrong.stdout, re.MULTILINE)}
    assert found == marked("E"), wrong.stdout + wrong.stderr


def test_pyright() -> None:
    done = run("pyright", "--pythonpath", sys.executable, "--outputjson", "-p", "pyrightconfig.json")
    assert done.stdout.startswith("{"), "pyright did not run: " + done.stdout + done.stderr
    said = json.loads(done.stdout)["generalDiagnostics"]
    lines = {(Path(what["file"]).name, what["range"]["start"]["line"] + 1) for what in said}
    assert lines == {("fails.py", number) for number in marked("EP")}, said


def test_the_package_itself(tmp_path: Path) -> None:
    # What a field's native accessor returns is whatever the table says, so `Any` is right there.
    done = run("mypy", *FLOOR, "--no-warn-return-any", "--cache-dir", str(tmp_path), "-p", "qantara")
    assert done.returncode == 0, done.stdout + done.stderr


def test_stub_is_what_is_there(tmp_path: Path) -> None:
    done = run("mypy.stubtest", "qantara._native", "--ignore-disjoint-bases")
    if "unrecognized arguments" in done.stderr:
        done = run("mypy.stubtest", "qantara._native")
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("marks", ["E", "EP"])
def test_something_is_marked(marks: str) -> None:
    assert len(marked(marks)) > 15
