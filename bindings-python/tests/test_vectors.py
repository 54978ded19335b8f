"""The shared cases of tests/vectors, as every language runs them."""

from __future__ import annotations

import inspect
import json
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

import qantara
from qantara import AlQaseh, Egw, Mac, Paylink, QantaraError

TOP = Path(__file__).resolve().parents[2]
FOLDER = TOP / "tests" / "vectors"
GATEWAYS: dict[str, Any] = {"alqaseh": AlQaseh, "egw": Egw, "paylink": Paylink}


class Float(float):
    """A float that remembers how it was written: given as it is, expected to the digit."""

    text: str

    def __new__(cls, text: str) -> Float:
        made = super().__new__(cls, text)
        made.text = text
        return made


def cases() -> Iterator[Any]:
    for path in sorted(FOLDER.glob("*.json")):
        file = json.loads(path.read_bytes(), parse_float=Float)
        assert file["schema"] == 1
        for case in file["cases"]:
            yield pytest.param(file["gateway"], case, id=f"{path.stem}: {case['name']}")


CASES = list(cases())


def test_every_file_is_there() -> None:
    done = {case.values[1]["do"] for case in CASES}
    assert done == set(DO)
    assert len(CASES) > 600


@pytest.mark.parametrize(("gateway", "case"), CASES)
def test_case(gateway: str, case: dict[str, Any]) -> None:
    DO[case["do"]](gateway, case)
    RAN.update(names_of(gateway, case))


RAN: Counter[str] = Counter()
"""How many cases passed, by the name of what they try."""


def names_of(gateway: str, case: dict[str, Any]) -> list[str]:
    """What a case tries."""
    match case["do"]:
        case "call" | "read" | "tool":
            name = case.get("operation") or case.get("reader") or case["tool"]
            return [f"{gateway}.{name}"]
        case "verify":
            return ["egw.verify_callback"]
        case "acknowledge":
            return ["paylink.decide", "paylink.acknowledgment"]
        case _:
            return ["mac"]


def exposed() -> list[str]:
    """What a user sees: the gateways' methods."""
    methods = [f"{gateway}.{name}" for gateway, made in GATEWAYS.items() for name in dir(made) if not name.startswith("_")]
    return ["mac", *methods]


def fails(expected: dict[str, Any], error: Exception) -> None:
    """The error is the expected one, in everything the case says."""
    if [code for code, _ in expected["faults"]] == ["field.unknown"] and isinstance(error, TypeError):
        return
    assert isinstance(error, QantaraError), repr(error)
    assert [[fault["code"], fault["field"] or ""] for fault in error.faults] == expected["faults"], str(error)
    assert (error.code, error.field or "") == tuple(expected["faults"][0])
    assert type(error).__name__ == CLASSES[error.number // 1000]
    for name in ("retry", "look_up", "status", "gateway_code", "gateway_message", "gateway_reference"):
        if name in expected:
            assert (getattr(error, name) or "") == (expected[name] or ""), name
    assert str(error)


CLASSES = ["", "ValidationError", "SignatureError", "ReplyError", "MismatchError", "GatewayError"]


def same(expected: Any, got: Any) -> bool:
    """Equal, digit for digit; amounts are written as text in the files."""
    if isinstance(got, Decimal) and isinstance(expected, (str, Float)):
        text = expected.text if isinstance(expected, Float) else expected
        return Decimal(text).as_tuple() == got.as_tuple()
    if isinstance(expected, bool) or isinstance(got, bool) or expected is None:
        return expected is got
    if isinstance(expected, int) and isinstance(got, Decimal):
        return expected == got
    if isinstance(expected, dict) and isinstance(got, Fields):
        in_order = lambda name, value: dict(sorted(value.items())) if name == "extra" else value  # noqa: E731
        return set(expected) == set(got) and all(
            same(in_order(name, expected[name]), in_order(name, got[name])) for name in expected
        )
    if isinstance(expected, dict) and isinstance(got, dict):
        return list(expected) == list(got) and all(same(expected[name], got[name]) for name in expected)
    if isinstance(expected, list) and isinstance(got, list):
        return len(expected) == len(got) and all(map(same, expected, got))
    return type(expected) is type(got) and bool(expected == got)


class Fields(dict[str, Any]):
    """A record's: in the order of its table, whatever that of the case is."""


def fields_of(made: Any) -> Fields:
    """Every field that is there."""
    names = {name: None for cls in reversed(type(made).__mro__) for name in vars(cls)
             if isinstance(vars(cls)[name], property)}  # fmt: skip
    fields = Fields((name, value) for name in names if (value := getattr(made, name)) is not None)
    for name, value in fields.items():
        if isinstance(value, tuple):
            assert getattr(made, name) is value
            fields[name] = [fields_of(inner) for inner in value]
        elif hasattr(value, "to_dict"):
            assert getattr(made, name) is value
            fields[name] = fields_of(value)
    if made.extra:
        fields["extra"] = made.extra
    return fields


def matches(expected: dict[str, Any], got: Fields) -> None:
    assert set(expected) == set(got)
    for name, value in expected.items():
        assert same(Fields({name: value}), Fields({name: got[name]})), (name, value, got[name])


def exact(value: Any) -> Any:
    """A case's value as plain data has it: what JSON could not hold exactly is text."""
    if isinstance(value, Float):
        return value.text
    if isinstance(value, list):
        return [exact(item) for item in value]
    return {name: exact(item) for name, item in value.items()} if isinstance(value, dict) else value


def stored(made: Any, expected: dict[str, Any]) -> None:
    """What goes into a database comes back from it."""
    plain = made.to_dict()
    assert json.loads(json.dumps(plain)) == plain == exact(expected)


def settles(made: Any, expectations: list[dict[str, Any]]) -> None:
    for expectation in expectations:
        order = expectation["order"]
        if "error" in expectation:
            for ask in (made.settle, made.expect_paid):
                with pytest.raises(QantaraError) as caught:
                    ask(order)
                fails(expectation["error"], caught.value)
            continue
        outcome = made.settle(order)
        matches(expectation["outcome"], fields_of(outcome))
        stored(outcome, expectation["outcome"])
        assert type(outcome).__name__.lower() == outcome.kind
        if outcome.kind == "paid":
            assert fields_of(made.expect_paid(order)) == fields_of(outcome)
        else:
            with pytest.raises(qantara.MismatchError, match=outcome.kind) as caught:
                made.expect_paid(order)
            assert caught.value.code == "order.not_paid"


def called(method: Any, given: dict[str, Any]) -> Any:
    """Calls it with what is absent as None, where Python itself would miss it first."""
    needed = inspect.signature(method).parameters.values()
    absent = {field.name: None for field in needed if field.kind is field.KEYWORD_ONLY and field.default is field.empty}
    return method(**(absent | given))


def message_of(case: dict[str, Any], name: str) -> bytes:
    return bytes.fromhex(case[f"{name}_hex"]) if f"{name}_hex" in case else case[name].encode("utf-8", "surrogatepass")


def run_call(gateway: str, case: dict[str, Any]) -> None:
    given = dict(case["input"], **({"stamp": case["stamp"]} if "stamp" in case else {}))
    try:
        call = called(getattr(called(GATEWAYS[gateway], case["configuration"]), case["operation"]), given)
    except (QantaraError, TypeError) as error:
        assert "error" in case, repr(error)
        return fails(case["error"], error)
    if case.get("error", {}).get("faults") == [["field.missing", "now"]]:
        return  # Here the clock is read where the caller leaves it out.
    assert "error" not in case, "it must be refused"
    request = case["request"]
    assert (call.method, call.url, dict(call.headers)) == (request["method"], request["url"], request["headers"])
    assert call.body == (request.get("body", "").encode() or None)
    assert (call.mac_source, call.mac) == (case.get("mac_source"), case.get("mac"))
    assert (call.retry, call.look_up or "") == (case["retry"], case["look_up"])
    assert call.expires == case.get("expires")
    assert [warning["code"] for warning in call.warnings] == case.get("warnings", [])
    expect = json.loads(json.dumps(call.expect))
    for reply in case.get("replies", []):
        answer = (reply["status"], message_of(reply, "body"), reply.get("content_type"))
        for parse in (call.parse, lambda *answer: qantara.parse_reply(expect, *answer)):
            try:
                made = parse(*answer)
            except QantaraError as error:
                assert "error" in reply, repr(error)
                fails(reply["error"], error)
                continue
            assert "error" not in reply, "it must be refused"
            matches(reply["result"], fields_of(made))
            stored(made, reply["result"])
            settles(made, reply.get("settle", []))


def run_read(gateway: str, case: dict[str, Any]) -> None:
    reader = getattr(GATEWAYS[gateway], case["reader"])
    try:
        made = reader(message_of(case, "message"))
    except QantaraError as error:
        assert "error" in case, repr(error)
        return fails(case["error"], error)
    assert "error" not in case, "it must be refused"
    matches(case["result"], fields_of(made))
    stored(made, case["result"])
    assert not hasattr(made, "settle") and not hasattr(made, "replay_key")


def run_tool(gateway: str, case: dict[str, Any]) -> None:
    given = dict(case["input"], **({"stamp": case["stamp"]} if "stamp" in case else {}))
    try:
        owner = called(GATEWAYS[gateway], case["configuration"]) if "configuration" in case else GATEWAYS[gateway]
        made = called(getattr(owner, case["tool"]), given)
    except (QantaraError, TypeError) as error:
        assert "error" in case, repr(error)
        return fails(case["error"], error)
    assert "error" not in case, "it must be refused"
    left_out = case.get("without", [])
    matches(case["result"], without(left_out, fields_of(made)))
    if not left_out:
        stored(made, case["result"])
    assert not hasattr(made, "settle") and not hasattr(made, "replay_key")


def without(names: list[str], found: Any) -> Any:
    """A record, and those within, without some of their fields."""
    if isinstance(found, list):
        return [without(names, inner) for inner in found]
    if not isinstance(found, Fields):
        return found
    return Fields((name, without(names, inner)) for name, inner in found.items() if name not in names)


def run_verify(gateway: str, case: dict[str, Any]) -> None:
    try:
        made = called(GATEWAYS[gateway], case["configuration"]).verify_callback(message_of(case, "message"))
    except QantaraError as error:
        assert "error" in case, repr(error)
        return fails(case["error"], error)
    assert "error" not in case, "it must be refused"
    fields = fields_of(made)
    assert fields.pop("replay_key") == case["replay_key"]
    matches(case["result"], fields)
    settles(made, case.get("settle", []))


def run_acknowledge(_: str, case: dict[str, Any]) -> None:
    configuration, key = case["configuration"], case["configuration"].get("api_key")
    try:
        paylink = called(Paylink, configuration)
        ack = paylink.acknowledgment(called(paylink.decide, {**case["decision"], "earlier": case.get("earlier")}))
    except (QantaraError, TypeError) as error:
        assert "error" in case, repr(error)
        return fails(case["error"], error)
    assert "error" not in case, "it must be refused"
    for step in case["steps"]:
        try:
            if "step" in step:
                to_do = ack.step(step["step"])
                if "sends" in step:
                    assert isinstance(to_do, qantara.Send) and to_do.kind == "send"
                    call = to_do.call
                    assert (call.method, call.url) == ("POST", step["sends"]["url"])
                    assert call.body == step["sends"]["body"].encode()
                    assert call.headers == {"X-API-KEY": key, "Content-Type": "application/json"}
                elif "waits" in step:
                    assert isinstance(to_do, qantara.Wait) and to_do.until == step["waits"]
                else:
                    assert step.get("done") and isinstance(to_do, qantara.Done)
            elif "heard" in step:
                answer = dict(step["answer"])
                if "body_hex" in answer:
                    answer["body"] = bytes.fromhex(answer.pop("body_hex"))
                ack.heard(**answer, now=step["heard"])
            elif "restart" in step:
                key = step.get("api_key", key)
                saved = json.loads(json.dumps(ack.save()))
                ack = Paylink(**dict(configuration, api_key=key)).acknowledgment(saved)
            elif "state" in step:
                assert ack.state == step["state"]
            else:
                saved = ack.save()
                assert saved == step["save"]
                continue
        except QantaraError as error:
            assert "error" in step, repr(error)
            fails(step["error"], error)
            continue
        assert "error" not in step, "it must be refused"


def run_mac(_: str, case: dict[str, Any]) -> None:
    try:
        mac = called(Mac, case["configuration"])
        source, made = mac.source(case["fields"]), mac.sign(case["fields"])
    except (QantaraError, TypeError) as error:
        assert "error" in case, repr(error)
        return fails(case["error"], error)
    assert "error" not in case, "it must be refused"
    assert (source, made) == (case["source"], case["mac"])
    for check in case.get("verify", []):
        try:
            assert mac.verify(case["fields"], check["mac"]) is None
        except QantaraError as error:
            assert "error" in check, repr(error)
            fails(check["error"], error)
            continue
        assert "error" not in check, "it must be refused"


DO = {"call": run_call, "read": run_read, "tool": run_tool, "verify": run_verify, "acknowledge": run_acknowledge,
      "mac": run_mac}  # fmt: skip


def test_everything_is_run() -> None:
    """Comes last. The table of parity is made of what is written here."""
    names = exposed()
    assert RAN.total() > len(CASES), "not every case has passed, or not the whole file was run"
    assert [name for name in names if not RAN[name]] == [], "these have no case"
    assert [name for name in RAN if name not in names] == [], "these have cases but are no methods"
    folder = TOP / "target" / "parity"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "python.json").write_text(json.dumps({"exposes": names, "cases": RAN}))
