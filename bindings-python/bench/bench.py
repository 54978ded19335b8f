"""What Qantara costs beside the code one would write by hand. Run it with the wheel installed.

One line of JSON for each comparison, in nanoseconds; `make bench` makes a table of them. Each figure is the median of
many short batches, ours and theirs in turn, so that a busy moment of the machine falls on both.
"""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
import time
from typing import Any, Callable

import by_hand
import qantara

BATCHES = 151
NANOSECONDS = 1_000_000

FIELDS: dict[str, str | None] = {
    "AMOUNT": "11.48", "CURRENCY": "USD", "ORDER": "771446", "DESC": "IT Books. Qty: 2",
    "MERCH_NAME": "Books Online Inc.", "MERCH_URL": "www.sample.com", "MERCHANT": "123456789012345",
    "TERMINAL": "99999999", "EMAIL": "pgw@mail.sample.com", "TRTYPE": "1", "COUNTRY": None, "MERCH_GMT": None,
    "TIMESTAMP": "20030105153021", "NONCE": "F2B2DD7E603A7ADA", "BACKREF": "https://www.sample.com/shop/reply",
}  # fmt: skip
P_SIGN = "FACC882CA67E109E409E3974DDEDA8AAB13A5E48"
STAMP = {"timestamp": "20261120153021", "nonce": "F2B2DD7E603A7ADAF2B2DD7E603A7ADA"}

PAYMENT = json.dumps({
    "id": 81, "payment_id": by_hand.PAYMENT_ID, "token": "t0k3n", "order_id": "A-1",
    "amount": 25000, "currency": "IQD", "description": "Two books", "payment_status": "succeeded",
    "transaction_type": "Retail", "redirect_url": "https://shop.example/return", "webhook_url": "",
    "approval_code": "123456", "rc": "00", "rrn": "012345678901", "country": "IQ", "custom_data": {"cart": 7},
    "created_at": "2026-11-20T10:00:00Z", "updated_at": "2026-11-20T10:01:00Z",
}).encode()  # fmt: skip
EXPECTED: qantara.Order = {"order_id": "A-1", "amount": "25000", "currency": "IQD"}


def gateway(encoding: Any = "json") -> qantara.Egw:
    return qantara.Egw(
        environment="test", api_key="k", mac_key=by_hand.KEY, profile="classic", merchant="123456789012345",
        terminal="99999999", merch_name="Books Online Inc.", merch_url="www.sample.com", encoding=encoding,
    )  # fmt: skip


mac = qantara.Mac(key=by_hand.KEY, order=by_hand.ORDER)
egw = gateway()
form = gateway("form")
alqaseh = qantara.AlQaseh(environment="test", client_id="public_test", client_secret="secret")
look = alqaseh.get_payment(payment_id=by_hand.PAYMENT_ID)


def parts(call: qantara.Call[Any]) -> tuple[Any, ...]:
    return call.method, call.url, call.headers, call.body


def prepare(gateway: qantara.Egw, stamp: Any = None) -> tuple[Any, ...]:
    return parts(gateway.prepare(
        amount="11.48", currency="USD", order_id="771446", description="IT Books. Qty: 2", transaction_type="retail",
        email="pgw@mail.sample.com", back_ref="https://www.sample.com/shop/reply", stamp=stamp,
    ))  # fmt: skip


def card_form(stamp: Any = None) -> str:
    return egw.card_form(
        amount="11.48", currency="USD", order_id="771446", description="IT Books. Qty: 2", transaction_type="retail",
        email="pgw@mail.sample.com", back_ref="https://www.sample.com/shop/reply", stamp=stamp,
    ).html  # fmt: skip


CREATION = ("A-1", "25000", "IQD", "Two books", "https://shop.example/return")


def create() -> tuple[Any, ...]:
    return parts(alqaseh.create_payment(
        order_id="A-1", amount="25000", currency="IQD", description="Two books",
        redirect_url="https://shop.example/return",
    ))  # fmt: skip


def settle() -> tuple[str, str | None]:
    outcome = look.parse(200, PAYMENT).settle(EXPECTED)
    return outcome.kind, outcome.replay_key


def login() -> qantara.AlQaseh:
    return qantara.AlQaseh(environment="test", client_id="public_test", client_secret="secret")


Job = Callable[[], Any]
JOBS: list[tuple[str, Job, dict[str, Job]]] = [
    ("sign", lambda: mac.sign(FIELDS), {"hmac": lambda: by_hand.sign(FIELDS)}),
    ("verify", lambda: mac.verify(FIELDS, P_SIGN), {"hmac": lambda: by_hand.verify(FIELDS, P_SIGN)}),
    ("prepare", lambda: prepare(egw), {"hmac and json, nothing checked": lambda: by_hand.prepare("11.48", "771446")}),
    ("prepare, as a form", lambda: prepare(form),
     {"hmac and urllib, nothing checked": lambda: by_hand.prepare_form("11.48", "771446")}),
    ("card form", lambda: card_form(), {"hmac and html, nothing checked": lambda: by_hand.card_form("11.48", "771446")}),
    ("create payment", create, {"the same checks": lambda: by_hand.create(*CREATION),
                                "nothing checked": lambda: by_hand.create_unchecked(*CREATION)}),
    ("parse a payment", lambda: look.parse(200, PAYMENT), {"json.loads": lambda: json.loads(PAYMENT)}),
    ("parse and settle", settle, {"json.loads, the same checks": lambda: by_hand.settle(200, PAYMENT)}),
    ("new gateway", login, {}),
]  # fmt: skip


def check() -> None:
    """Both ways come to the same."""
    assert mac.sign(FIELDS) == by_hand.sign(FIELDS) == P_SIGN
    mac.verify(FIELDS, P_SIGN)
    assert by_hand.verify(FIELDS, P_SIGN) and not by_hand.verify(FIELDS, "0" * 40)
    assert prepare(egw, STAMP) == by_hand.prepare("11.48", "771446", STAMP)
    *theirs, body = by_hand.prepare_form("11.48", "771446", STAMP)
    # A space has two spellings.
    assert prepare(form, STAMP) == (*theirs, body.replace(b"+", b"%20"))
    assert card_form(STAMP) == by_hand.card_form("11.48", "771446", STAMP).replace("&#x27;", "&#39;")
    assert create() == by_hand.create(*CREATION)
    assert look.parse(200, PAYMENT).order_id == json.loads(PAYMENT)["order_id"]
    assert settle() == by_hand.settle(200, PAYMENT)


def batch(job: Job, rounds: int) -> float:
    start = time.perf_counter_ns()
    for _ in range(rounds):
        job()
    return (time.perf_counter_ns() - start) / rounds


def say(job: str, ours: float, against: str | None = None, theirs: float | None = None) -> None:
    print(json.dumps({"language": "Python", "job": job, "unit": "ns", "ours": ours, "against": against, "theirs": theirs}))


def compare(name: str, ours: Job, theirs: dict[str, Job]) -> None:
    jobs = [ours, *theirs.values()]
    rounds = [max(1, round(NANOSECONDS / batch(job, 500))) for job in jobs]
    times: list[list[float]] = [[] for _ in jobs]
    for _ in range(BATCHES):
        for i, job in enumerate(jobs):
            times[i].append(batch(job, rounds[i]))
    own, *others = map(statistics.median, times)
    if not others:
        say(name, own)
    for against, other in zip(theirs, others):
        say(name, own, against, other)


def cold_import(statement: str) -> float:
    """Nanoseconds that an import adds to a fresh interpreter."""
    script = f"import time; t = time.perf_counter_ns(); {statement}; print(time.perf_counter_ns() - t)"
    runs = [subprocess.run([sys.executable, "-I", "-c", script], capture_output=True, text=True, check=True)
            for _ in range(21)]  # fmt: skip
    return statistics.median(float(run.stdout) for run in runs[3:])


def main() -> None:
    check()
    for name, ours, theirs in JOBS:
        compare(name, ours, theirs)
    say("cold start: import", cold_import("import qantara"))
    say("cold start: import of all gateways", cold_import("from qantara import AlQaseh, Egw, Paylink"))


if __name__ == "__main__":
    main()
