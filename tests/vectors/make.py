#!/usr/bin/env python3
"""Writes the shared cases. Nothing here comes from running the core: see README.md.

`make.py` writes the files, `make.py --check` says whether they are what it would write.
"""

import importlib
import json
import pathlib
import sys

import wire

sys.dont_write_bytecode = True
HERE = pathlib.Path(__file__).resolve().parent
FILES = {
    "alqaseh": ("alqaseh", ["alqaseh_create", "alqaseh_get", "alqaseh_inbound", "alqaseh_token", "alqaseh_later",
                            "alqaseh_history", "alqaseh_csv", "alqaseh_webhook_mac"]),
    "egw": ("egw", ["egw_configuration", "egw_prepare", "egw_callback", "egw_settle", "egw_tools", "egw_later",
                    "egw_delivery", "egw_forms", "egw_explain", "egw_doctor"]),
    "paylink": ("paylink", ["paylink", "paylink_invoices", "paylink_lookups", "paylink_inbound"]),
    "mac": ("", ["macs"]),
}


def cases_of(name):
    return [case for module in FILES[name][1] for case in importlib.import_module("cases." + module).CASES]


def file_text(name):
    gateway, cases = FILES[name][0], cases_of(name)
    names = [case["name"] for case in cases]
    twice = {name for name in names if names.count(name) > 1}
    assert not twice, f"names that stand twice: {twice}"
    assert all(case["about"] for case in cases)
    lines = ",\n".join(case_text(case) for case in cases)
    return '{"schema": 1, "gateway": %s, "cases": [\n%s\n]}\n' % (json.dumps(gateway), lines)


def case_text(case):
    """One member to a line, replies and steps too, so that a change shows as one."""
    members = []
    for name, value in case.items():
        if name in ("replies", "settle", "steps", "verify") and value:
            text = "[\n  " + ",\n  ".join(wire.json_text(item) for item in value) + "]"
        else:
            text = wire.json_text(value)
        members.append(wire.json_text(name) + ": " + text)
    return "{" + ",\n ".join(members) + "}"


def check_mistakes():
    """Every known mistake has its cases, and every case named there is one."""
    names = {(name, case["name"]) for name in FILES for case in cases_of(name)}
    for mistake, cases in importlib.import_module("cases.mistakes").MISTAKES.items():
        assert cases, f"no case stands for: {mistake}"
        for case in cases:
            assert case in names, f"{mistake}: there is no {case}"


def main():
    checks = "--check" in sys.argv[1:]
    wrong = []
    check_mistakes()
    for name in FILES:
        path = HERE / (name + ".json")
        text = file_text(name)
        json.loads(text)
        if not checks:
            path.write_text(text, encoding="utf-8")
            print(f"{path.name}: {len(json.loads(text)['cases'])} cases")
        elif not path.exists() or path.read_text(encoding="utf-8") != text:
            wrong.append(path.name)
    if wrong:
        sys.exit(f"not what make.py writes: {', '.join(wrong)}")


if __name__ == "__main__":
    main()
