"""No secret, token or card reaches a print, log, pickle or traceback; the attribute the user asks for has it.

`tests/canaries.json` has one in every field that is secret, of every operation, reader and tool.
"""

from __future__ import annotations

import copy
import dataclasses
import inspect
import io
import json
import logging
import pickle
import pprint
import re
import reprlib
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import qantara
from qantara import AlQaseh, Egw, Mac, Paylink, QantaraError

FILE = json.loads((Path(__file__).resolve().parents[2] / "tests" / "canaries.json").read_bytes())
GATEWAYS: dict[str, Any] = {"alqaseh": AlQaseh, "egw": Egw, "paylink": Paylink}
SHOPS = {shop["name"]: shop for shop in FILE["gateways"]}
# A few digits are in every long number: short ones count only where they stand alone.
CANARIES = [canary if len(canary) > 5 else rf"(?<![0-9a-z]){canary}(?![0-9a-z])" for canary in FILE["canaries"]]
CANARY = "c4nary"
CARD = "5341432900077803"
KEY = SHOPS["egw"]["configuration"]["mac_key"]
ORDER: qantara.Order = {"order_id": "A-1", "amount": "25000", "currency": "IQD"}


def hits(text: str, mac: str | None = None) -> list[str]:
    """What is in a text that should not be printed."""
    lower = text.lower()
    found = [canary for canary in CANARIES if re.search(canary, lower)]
    return found + ([mac] if mac and mac in text else [])


def shop(name: str) -> Any:
    return GATEWAYS[SHOPS[name]["kind"]](**SHOPS[name]["configuration"])


def called(method: Any, given: dict[str, Any]) -> Any:
    """Calls it with what is absent as None, where Python itself would miss it first."""
    needed = inspect.signature(method).parameters.values()
    absent = {field.name: None for field in needed if field.kind is field.KEYWORD_ONLY and field.default is field.empty}
    return method(**(absent | given))


def walk(made: Any, path: str) -> Any:
    for name in path.split("."):
        made = made[int(name)] if name.isdigit() else getattr(made, name)
    return made


def logged(made: Any) -> str:
    out = io.StringIO()
    handler = logging.StreamHandler(out)
    record = logging.LogRecord("n", logging.INFO, "p", 1, "%s %r %(x)s" if isinstance(made, dict) else "%s %r", (), None)
    record.msg, record.args = "%s %r", (made, made)
    handler.emit(record)
    return out.getvalue()


def fallen(made: Any) -> str:
    """A traceback with the locals of every frame, as error reporters collect them."""
    try:
        held = {"inside": [made]}
        raise RuntimeError("elsewhere", len(held))
    except RuntimeError as error:
        return "".join(traceback.TracebackException.from_exception(error, capture_locals=True).format())


def variables(made: Any) -> str:
    return repr(vars(made)) if hasattr(made, "__dict__") else repr([getattr(made, "__slots__", ())])


def copied(made: Any) -> str:
    """Its copies, and what pickle makes of it, if it lets itself be copied."""
    parts = []
    for way in (copy.copy, copy.deepcopy, pickle.dumps, dataclasses.asdict, lambda one: one.__reduce_ex__(4), lambda one: one.__getstate__()):
        try:
            parts.append(repr(way(made)))
        except (TypeError, AttributeError, pickle.PicklingError) as error:
            parts.append(repr(error))
    return " ".join(parts)


PRINTS: dict[str, Callable[[Any], str]] = {
    "repr": repr, "str": str, "format": "{0!r} {0!s} {0!a} {0}".format, "in a list": lambda made: str([made, {"a": made}]),
    "vars": variables, "json": lambda made: json.dumps({"made": made}, default=str), "copies": copied,
    "pprint": pprint.pformat, "reprlib": reprlib.repr, "logging": logged, "traceback": fallen, "percent": lambda made: "%r %s" % (made, made),
}  # fmt: skip
# What the user asked for by name is his, so its JSON and pickle have it; it is not printed.
ASKED_FOR = {name: way for name, way in PRINTS.items() if name not in ("json", "copies", "str", "format", "logging", "percent")}


class Printed:
    """What was printed of one case, in every way there is."""

    def __init__(self, case: dict[str, Any]) -> None:
        self.mac = case.get("mac")
        self.found: list[str] = []
        self.count = 0

    def of(self, what: str, made: Any, ways: dict[str, Callable[[Any], str]] = PRINTS) -> None:
        for name, way in ways.items():
            self.text(f"{what} by {name}", way(made))

    def text(self, what: str, text: str) -> None:
        self.count += 1
        self.found += [f"{what}: {hit} in {text}" for hit in hits(text, self.mac)]

    def failed(self, what: str, error: BaseException) -> None:
        parts = [str(error), repr(error), repr(vars(error)), repr(error.args), repr(pickle.dumps(error))]
        parts += [json.dumps(getattr(error, "faults", None)), pprint.pformat(error)]
        # Qantara's own frames only: what the caller keeps in his is his.
        step = error.__traceback__
        while step is not None and "qantara" not in step.tb_frame.f_code.co_filename.split("/")[-2:-1]:
            step = step.tb_next
        error.__traceback__ = step
        parts += traceback.TracebackException.from_exception(error, capture_locals=True).format()
        out = io.StringIO()
        handler = logging.StreamHandler(out)
        handler.emit(logging.LogRecord("n", logging.ERROR, "p", 1, "failed", (), (type(error), error, step)))
        self.text(what, "\n".join([*parts, out.getvalue()]))
        assert error.__cause__ is None and error.__context__ is None, what


def attempt(printed: Printed, what: str, code: str | None, work: Callable[[], Any]) -> Any:
    """What it returns; or its error, which must be the one that the file says."""
    try:
        made = work()
    except QantaraError as error:
        assert error.code == code, what
        printed.failed(what, error)
        return None
    assert code is None, what
    printed.of(what, made)
    return made


def has(made: Any, paths: list[str]) -> None:
    """Who asks by name gets it: so it went in."""
    for path in paths:
        assert hits(repr(str(walk(made, path))).replace("***", "")) or hits(json.dumps(walk(made, path), default=str)), path


def prints_call(printed: Printed, call: Any) -> None:
    printed.of("call", call)
    printed.of("headers", call.headers, ASKED_FOR)
    printed.of("url", {"url": call.url}, ASKED_FOR)
    # These go into queues and logs.
    printed.of("expect", call.expect)
    printed.of("warnings", call.warnings)


def run_call(case: dict[str, Any], printed: Printed) -> None:
    gateway, name = shop(case["gateway"]), case["name"].partition(".")[2]
    stamp = {"stamp": case["stamp"]} if case["stamp"] else {}
    call = getattr(gateway, name)(**case["input"], **stamp)
    request = " ".join([*map(str.__str__, call.headers.values()), str.__str__(call.url), (call.body or b"").decode()])
    for sent in [*case["sent"], *([case["mac"]] if case["mac"] else [])]:
        assert sent in request
    prints_call(printed, call)
    for mistake in case["mistakes"]:
        attempt(printed, "mistake", mistake["code"], lambda: called(getattr(gateway, name), mistake["input"] | stamp))
    for reply in case["replies"]:
        made = attempt(printed, "reply", reply["code"], lambda: call.parse(reply["status"], reply["body"]))
        attempt(printed, "reply", reply["code"], lambda: qantara.parse_reply(call.expect, reply["status"], reply["body"]))
        if made is not None:
            has(made, reply["got"])
            printed.of("as data", made.to_dict(), ASKED_FOR)
            if case["order"]:
                settles(printed, made, case["order"]["fields"])


def settles(printed: Printed, made: Any, order: dict[str, Any]) -> None:
    try:
        outcome = made.settle(order)
    except QantaraError as error:
        printed.failed("settle", error)
        return
    printed.of("outcome", outcome)
    printed.of("outcome as data", outcome.to_dict())


def run_read(case: dict[str, Any], printed: Printed) -> None:
    gateway, name = case["name"].split(".")
    for reply in case["replies"]:
        made = attempt(printed, "hint", reply["code"], lambda: getattr(GATEWAYS[gateway], name)(reply["body"]))
        if made is not None:
            has(made, reply["got"])
            printed.of("as data", made.to_dict(), ASKED_FOR)


def run_tool(case: dict[str, Any], printed: Printed) -> None:
    name = case["name"].partition(".")[2]
    stamp = {"stamp": case["stamp"]} if case["stamp"] else {}
    tool = getattr(shop(case["gateway"]), name)
    made = attempt(printed, "tool", None, lambda: tool(**case["input"], **stamp))
    has(made, case["got"])
    printed.of("as data", made.to_dict(), ASKED_FOR)
    for mistake in case["mistakes"]:
        attempt(printed, "mistake", mistake["code"], lambda: called(tool, mistake["input"] | stamp))


def run_verify(case: dict[str, Any], printed: Printed) -> None:
    gateway = shop(case["gateway"])
    for message in case["messages"]:
        signed = attempt(printed, "signed", None, lambda: gateway.verify_callback(message))
        settles(printed, signed, case["order"]["fields"])
        attempt(printed, "altered", "mac.mismatch", lambda: gateway.verify_callback(message.replace("25000", "25001")))


def run_acknowledge(case: dict[str, Any], printed: Printed) -> None:
    gateway = shop(case["gateway"])
    saved = gateway.decide(**case["decision"])
    delivery = gateway.acknowledgment(saved)
    step = delivery.step(case["now"])
    assert hits(" ".join(step.call.headers.values()))
    prints_call(printed, step.call)
    delivery.heard(**case["answer"], now=case["now"])
    for what, made in {"saved": saved, "delivery": delivery, "step": step, "next": delivery.step(case["now"])}.items():
        printed.of(what, made)
    printed.of("saved", delivery.save())


def run_mac(case: dict[str, Any], printed: Printed) -> None:
    mac = Mac(**case["configuration"])
    assert mac.sign(case["fields"]) == case["mac"]
    printed.of("mac", mac)
    for mistake in case["mistakes"]:
        attempt(printed, "mistake", mistake["code"], lambda: called(Mac, mistake["input"]))


RUN = {"call": run_call, "read": run_read, "tool": run_tool, "verify": run_verify, "acknowledge": run_acknowledge, "mac": run_mac}


@pytest.mark.parametrize("case", FILE["cases"], ids=lambda case: f"{case['name']} {case.get('gateway', '')}")
def test_nothing_printed(case: dict[str, Any]) -> None:
    printed = Printed(case)
    RUN[case["do"]](case, printed)
    assert printed.count > 1
    assert not printed.found


@pytest.mark.parametrize("name", SHOPS)
def test_no_gateway_prints_what_it_holds(name: str) -> None:
    printed = Printed({})
    printed.of(name, shop(name))
    for mistake in FILE["mistaken"]:
        attempt(printed, "mistake", mistake["code"], lambda: called(GATEWAYS[mistake["kind"]], mistake["configuration"]))
    assert not printed.found


def headers() -> Any:
    return shop("alqaseh").get_payment(payment_id="p-1").headers


def test_headers_stay_masked_when_they_are_merged() -> None:
    assert "***" in repr({**headers(), "X-Mine": "1"})
    assert headers()["Authorization"].startswith("Basic ")
    assert json.loads(json.dumps(headers()["Authorization"])) == headers()["Authorization"]


def mistakes() -> dict[str, Callable[[], Any]]:
    """What the file has not: values of the wrong kind, bytes, and replies of other payments."""
    gateway, egw, invoices = shop("alqaseh"), shop("egw"), shop("paylink")
    look = gateway.get_payment(payment_id="p-1")
    case = next(case for case in FILE["cases"] if case["do"] == "acknowledge")
    delivery = invoices.acknowledgment(invoices.decide(**case["decision"]))
    card = {"token": CANARY, "card_number": CARD, "cvv": "971", "exp_month": "01", "exp_year": "2027"}
    return {
        "credential": lambda: AlQaseh(environment="test", client_id="a:b", client_secret=CANARY),
        "bad secret": lambda: AlQaseh(environment="test", client_id="a", client_secret=CANARY + "\n"),
        "bad key": lambda: Egw(**(SHOPS["egw"]["configuration"] | {"mac_key": KEY + "0"})),
        "short key": lambda: Mac(key=KEY[:30], order=["AMOUNT"]),
        "key for text": lambda: Paylink(environment="test", merchant_id="..", api_key=CANARY),
        "unread reply": lambda: look.parse(200, '{"token": "' + CANARY),
        "reply of another": lambda: look.parse(200, '{"payment_id": "q", "order_id": "A-1", "amount": 1, "currency":'
                                               f' "IQD", "payment_status": "prepared", "token": "{CANARY}"}}'),
        "reply without id": lambda: gateway.create_payment(
            order_id="A-1", amount="1", currency="IQD", description="x", redirect_url="https://shop.example/r",
        ).parse(200, json.dumps({"token": CANARY})),
        "status of that": lambda: look.parse(True, CANARY),
        "webhook": lambda: AlQaseh.parse_webhook('{"token": "' + CANARY + '"}'),
        "cut webhook": lambda: AlQaseh.parse_webhook('{"token": "' + CANARY),
        "callback": lambda: egw.verify_callback(f"ORDER=771446&TRTYPE=1&P_SIGN={'0' * 40}&CARD={CANARY}"),
        "custom data": lambda: gateway.create_payment(
            order_id="A-1", amount="1", currency="IQD", description="x", redirect_url="https://shop.example/r",
            custom_data={"note": CANARY, "bad": object()}),
        "answer": lambda: delivery.heard(status="x", body=CANARY),
        "card": lambda: gateway.process_card(**card | {"cvv": "97", "exp_month": "13", "exp_year": "1"}),
        "card number": lambda: gateway.process_card(**card | {"card_number": CARD + " "}),
        "card reply": lambda: gateway.process_card(**card).parse(500, CARD),
        "message": lambda: invoices.verify_webhook(body=json.dumps({"token": CANARY}), header=CANARY),
        "message's header": lambda: invoices.verify_webhook(body=CANARY, header=CANARY + "x"),
        "message's bytes": lambda: invoices.verify_webhook(body=CANARY.encode() + b"\xff", header=CANARY),
        "token": lambda: invoices.get_invoice(bearer_token=CANARY, transaction_no="x"),
        "products": lambda: invoices.add_invoice(
            bearer_token=CANARY, order_id="A-1", amount=25, callback_url="x", client_name="x", client_mobile="x",
            products=[{"title": "x", "price": 1.5, "quantity": 1}]),
    }  # fmt: skip


@pytest.mark.parametrize("name", mistakes())
def test_no_error_or_its_frames_hold_one(name: str) -> None:
    mistake, printed = mistakes()[name], Printed({})
    with pytest.raises(QantaraError) as caught:
        mistake()
    printed.failed(name, caught.value)
    assert not printed.found


def test_errors_travel() -> None:
    """Task queues pickle exceptions: everything arrives."""
    with pytest.raises(qantara.ValidationError) as caught:
        Paylink(environment="test", merchant_id="..", api_key=" ")
    again = pickle.loads(pickle.dumps(caught.value))
    assert type(again) is qantara.ValidationError
    assert vars(again) == vars(caught.value) and str(again) == str(caught.value)
