"""What Qantara costs beside the code one would write by hand. Run it with the wheel installed.

Prints µs per round: the best of several runs, each job beside the platform's own in the same run.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import os
import re
import secrets
import statistics
import subprocess
import sys
import timeit
from datetime import datetime, timezone
from decimal import Decimal
from pathlib import Path
from typing import Any, Callable
from urllib.parse import quote, urlencode, urlsplit

import qantara

KEY = "00112233445566778899AABBCCDDEEFF"
FIELDS: dict[str, str | None] = {
    "AMOUNT": "11.48", "CURRENCY": "USD", "ORDER": "771446", "DESC": "IT Books. Qty: 2",
    "MERCH_NAME": "Books Online Inc.", "MERCH_URL": "www.sample.com", "MERCHANT": "123456789012345",
    "TERMINAL": "99999999", "EMAIL": "pgw@mail.sample.com", "TRTYPE": "1", "COUNTRY": None, "MERCH_GMT": None,
    "TIMESTAMP": "20030105153021", "NONCE": "F2B2DD7E603A7ADA", "BACKREF": "https://www.sample.com/shop/reply",
}  # fmt: skip
ORDER = list(FIELDS)
EXPECTED = "FACC882CA67E109E409E3974DDEDA8AAB13A5E48"

PAYMENT = json.dumps({
    "id": 81, "payment_id": "0f8fad5b-d9cb-469f-a165-70867728950e", "token": "t0k3n", "order_id": "A-1",
    "amount": 25000, "currency": "IQD", "description": "Two books", "payment_status": "succeeded",
    "transaction_type": "Retail", "redirect_url": "https://shop.example/return", "webhook_url": "",
    "approval_code": "123456", "rc": "00", "rrn": "012345678901", "country": "IQ", "custom_data": {"cart": 7},
    "created_at": "2026-11-20T10:00:00Z", "updated_at": "2026-11-20T10:01:00Z",
}).encode()  # fmt: skip
EXPECTED_ORDER: qantara.Order = {"order_id": "A-1", "amount": "25000", "currency": "IQD"}


# The platform's own: what a careful person writes.


def own_source(fields: dict[str, str | None]) -> str:
    return "".join(f"{len(value)}{value}" if (value := fields.get(name)) else "-" for name in ORDER)


def own_sign(fields: dict[str, str | None]) -> str:
    return hmac.new(bytes.fromhex(KEY), own_source(fields).encode(), hashlib.sha1).hexdigest().upper()


def own_verify(fields: dict[str, str | None], mac: str) -> bool:
    return hmac.compare_digest(own_sign(fields), mac.upper())


def own_prepare(amount: str, order_id: str, encode: Callable[[dict[str, str]], str]) -> str:
    fields: dict[str, str | None] = {
        "AMOUNT": amount, "CURRENCY": "USD", "ORDER": order_id, "DESC": "IT Books. Qty: 2",
        "MERCH_NAME": "Books Online Inc.", "MERCH_URL": "www.sample.com", "MERCHANT": "123456789012345",
        "TERMINAL": "99999999", "EMAIL": "pgw@mail.sample.com", "TRTYPE": "1",
        "TIMESTAMP": datetime.now(timezone.utc).strftime("%Y%m%d%H%M%S"), "NONCE": secrets.token_hex(16).upper(),
        "BACKREF": "https://www.sample.com/shop/reply",
    }  # fmt: skip
    body = {name.lower(): value for name, value in fields.items() if value}
    body["p_sign"] = own_sign(fields)
    return encode(body)


class OwnError(ValueError):
    pass


AMOUNT = re.compile(r"(0|[1-9][0-9]*)(\.[0-9]+)?\Z", re.ASCII)
ORDER_ID = re.compile(r"[A-Za-z0-9._:/-]{1,32}\Z", re.ASCII)
CURRENCY = re.compile(r"[A-Z]{3}\Z")
CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")


def own_create(order_id: str, amount: str, currency: str, description: str, redirect_url: str) -> tuple[Any, ...]:
    if not ORDER_ID.match(order_id):
        raise OwnError("order_id")
    if not AMOUNT.match(amount) or len(amount) > 18 or not Decimal(amount) > 0:
        raise OwnError("amount")
    if not CURRENCY.match(currency):
        raise OwnError("currency")
    if currency == "IQD" and "." in amount and Decimal(amount) % 1:
        raise OwnError("amount")
    if not 1 <= len(description) <= 250 or CONTROL.search(description):
        raise OwnError("description")
    parts = urlsplit(redirect_url)
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.fragment or len(redirect_url) > 2048:
        raise OwnError("redirect_url")
    body = json.dumps({
        "order_id": order_id, "amount": int(amount), "currency": currency, "description": description,
        "redirect_url": redirect_url, "transaction_type": "Retail",
    })  # fmt: skip
    login = base64.b64encode(b"public_test:secret").decode()
    headers = {"Authorization": f"Basic {login}", "Accept": "application/json", "Content-Type": "application/json"}
    return "POST", "https://api-test.alqaseh.com/v1/egw/payments/create", headers, body.encode()


def bare_dumps() -> str:
    return json.dumps({
        "order_id": "A-1", "amount": 25000, "currency": "IQD", "description": "Two books",
        "redirect_url": "https://shop.example/return", "transaction_type": "Retail",
    })  # fmt: skip


def own_settle(status: int, body: bytes) -> str:
    if status != 200:
        raise OwnError(status)
    payment = json.loads(body, parse_float=Decimal)
    for name in ("payment_id", "order_id", "currency", "payment_status"):
        if not isinstance(payment.get(name), str):
            raise OwnError(name)
    if payment["payment_id"] != "0f8fad5b-d9cb-469f-a165-70867728950e" or payment["order_id"] != "A-1":
        raise OwnError("order_id")
    if payment["currency"] != "IQD" or Decimal(payment["amount"]) != Decimal("25000"):
        raise OwnError("amount")
    if payment["payment_status"].lower() != "succeeded" or payment.get("transaction_type") != "Retail":
        return "open"
    return f"paid/{quote(payment['payment_id'], safe='')}"


mac = qantara.Mac(key=KEY, order=ORDER)
egw = qantara.Egw(
    environment="test", api_key="k", mac_key=KEY, profile="classic", merchant="123456789012345", terminal="99999999",
    merch_name="Books Online Inc.", merch_url="www.sample.com",
)  # fmt: skip
form = qantara.Egw(
    environment="test", api_key="k", mac_key=KEY, profile="classic", merchant="123456789012345", terminal="99999999",
    merch_name="Books Online Inc.", merch_url="www.sample.com", encoding="form",
)  # fmt: skip
alqaseh = qantara.AlQaseh(environment="test", client_id="public_test", client_secret="secret")
look = alqaseh.get_payment(payment_id="0f8fad5b-d9cb-469f-a165-70867728950e")


def prepare(gateway: qantara.Egw) -> bytes | None:
    call = gateway.prepare(
        amount="11.48", currency="USD", order_id="771446", description="IT Books. Qty: 2", transaction_type="retail",
        email="pgw@mail.sample.com", back_ref="https://www.sample.com/shop/reply",
    )  # fmt: skip
    return call.body


def create() -> tuple[Any, ...]:
    call = alqaseh.create_payment(
        order_id="A-1", amount="25000", currency="IQD", description="Two books",
        redirect_url="https://shop.example/return",
    )  # fmt: skip
    return call.method, call.url, call.headers, call.body


def settle() -> str:
    return look.parse(200, PAYMENT).settle(EXPECTED_ORDER).kind


JOBS: list[tuple[str, Callable[[], Any], Callable[[], Any]]] = [
    ("sign 15 fields / hmac.new", lambda: mac.sign(FIELDS), lambda: own_sign(FIELDS)),
    ("verify / hmac.new, compare_digest", lambda: mac.verify(FIELDS, EXPECTED), lambda: own_verify(FIELDS, EXPECTED)),
    ("EGW prepare, JSON / hmac, json, secrets, datetime", lambda: prepare(egw),
     lambda: own_prepare("11.48", "771446", json.dumps)),
    ("EGW prepare, form / hmac, urlencode, …", lambda: prepare(form),
     lambda: own_prepare("11.48", "771446", urlencode)),
    ("create payment / json, base64, the same checks", create,
     lambda: own_create("A-1", "25000", "IQD", "Two books", "https://shop.example/return")),
    ("create payment / bare json.dumps, nothing checked", create, bare_dumps),
    ("parse, settle / json.loads, the same checks", settle, lambda: own_settle(200, PAYMENT)),
    ("parse, settle / bare json.loads, nothing checked", settle, lambda: json.loads(PAYMENT)),
    ("new AlQaseh gateway / base64 of the login",
     lambda: qantara.AlQaseh(environment="test", client_id="public_test", client_secret="secret"),
     lambda: base64.b64encode(b"public_test:secret").decode()),
]  # fmt: skip


def best(job: Callable[[], Any], rounds: int) -> float:
    return min(timeit.repeat(job, number=rounds, repeat=7)) / rounds * 1e6


def cold_import(statement: str) -> float:
    """Milliseconds that an import adds to a fresh interpreter."""
    script = f"import time; t = time.perf_counter(); {statement}; print((time.perf_counter() - t) * 1e3)"
    runs = [subprocess.run([sys.executable, "-I", "-c", script], capture_output=True, text=True, check=True)
            for _ in range(15)]  # fmt: skip
    return statistics.median(float(run.stdout) for run in runs[3:])


def main() -> None:
    assert mac.sign(FIELDS) == own_sign(FIELDS) == EXPECTED
    assert settle() == "paid" and own_settle(200, PAYMENT).startswith("paid")
    rounds = int(os.environ.get("ROUNDS", "20000"))
    print(f"Python {sys.version.split()[0]}, best of 7 × {rounds} rounds\n")
    print(f"{'job / what it is compared with':52} {'Qantara µs':>10} {'own µs':>8} {'ratio':>7}")
    for name, ours, own in JOBS:
        us, theirs = best(ours, rounds), best(own, rounds)
        lost = "   slower" if theirs < us else ""
        print(f"{name:52} {us:10.2f} {theirs:8.2f} {theirs / us:6.1f}×{lost}")
    print()
    for statement in ("import qantara", "from qantara import AlQaseh", "from qantara import AlQaseh, Egw, Paylink"):
        print(f"{statement}: {cold_import(statement):.1f} ms")
    package = Path(qantara.__file__).parent
    native = next(package.glob("_native*.so"))
    print(f"installed: {sum(file.stat().st_size for file in package.glob('*.*')) / 1e3:.0f} kB, "
          f"of which {native.name} {native.stat().st_size / 1e3:.0f} kB")  # fmt: skip
    for wheel in map(Path, sys.argv[1:]):
        print(f"{wheel.name}: {wheel.stat().st_size / 1e3:.0f} kB")


if __name__ == "__main__":
    main()
