"""What one would write for one shop, with Python's own modules: the same bytes, and no more checks than are written."""

from __future__ import annotations

import base64
import hashlib
import hmac
import html
import json
import re
import secrets
from datetime import datetime, timezone
from decimal import Decimal
from typing import Any, Callable
from urllib.parse import quote, urlencode, urlsplit

KEY = "00112233445566778899AABBCCDDEEFF"
ORDER = [
    "AMOUNT", "CURRENCY", "ORDER", "DESC", "MERCH_NAME", "MERCH_URL", "MERCHANT", "TERMINAL", "EMAIL", "TRTYPE", "COUNTRY",
    "MERCH_GMT", "TIMESTAMP", "NONCE", "BACKREF",
]  # fmt: skip
PAYMENT_ID = "0f8fad5b-d9cb-469f-a165-70867728950e"

Request = tuple[str, str, dict[str, str], bytes]


class Refused(ValueError):
    pass


def source(fields: dict[str, str | None]) -> str:
    return "".join(f"{len(value)}{value}" if (value := fields.get(name)) else "-" for name in ORDER)


# The key is kept as the HMAC it begins; a copy of that is mostly faster than `hmac.digest` with the key's bytes.
KEPT = hmac.new(bytes.fromhex(KEY), digestmod=hashlib.sha1)


def sign(fields: dict[str, str | None]) -> str:
    mac = KEPT.copy()
    mac.update(source(fields).encode())
    return mac.hexdigest().upper()


def verify(fields: dict[str, str | None], mac: str) -> bool:
    return hmac.compare_digest(sign(fields), mac.upper())


def message(amount: str, order_id: str, stamp: dict[str, str] | None = None) -> dict[str, str]:
    if stamp is None:
        timestamp = datetime.now(timezone.utc).strftime("%Y%m%d%H%M%S")
        stamp = {"timestamp": timestamp, "nonce": secrets.token_hex(16).upper()}
    fields = {
        "AMOUNT": amount, "CURRENCY": "USD", "ORDER": order_id, "DESC": "IT Books. Qty: 2", "TRTYPE": "1",
        "EMAIL": "pgw@mail.sample.com", "TERMINAL": "99999999", "MERCHANT": "123456789012345",
        "MERCH_NAME": "Books Online Inc.", "MERCH_URL": "www.sample.com", "TIMESTAMP": stamp["timestamp"],
        "NONCE": stamp["nonce"], "BACKREF": "https://www.sample.com/shop/reply",
    }  # fmt: skip
    return {**fields, "P_SIGN": sign({**fields})}


def as_json(fields: dict[str, str]) -> str:
    body = {"back_ref" if name == "BACKREF" else name.lower(): value for name, value in fields.items()}
    return json.dumps(body, separators=(",", ":"))


def prepare(amount: str, order_id: str, stamp: dict[str, str] | None = None) -> Request:
    return request("application/json", as_json, message(amount, order_id, stamp))


def prepare_form(amount: str, order_id: str, stamp: dict[str, str] | None = None) -> Request:
    return request("application/x-www-form-urlencoded", urlencode, message(amount, order_id, stamp))


def request(kind: str, encode: Callable[[dict[str, str]], str], fields: dict[str, str]) -> Request:
    headers = {"X-API-Key": "k", "Content-Type": kind}
    return "POST", "https://ac.alqaseh.com:9900/api/payment/prepare", headers, encode(fields).encode()


def card_form(amount: str, order_id: str, stamp: dict[str, str] | None = None) -> str:
    fields = message(amount, order_id, stamp)
    inputs = "".join(f'<input type="hidden" name="{n}" value="{html.escape(v)}">' for n, v in fields.items())
    return (
        '<!DOCTYPE html><html><head><meta charset="utf-8"><title>…</title></head><body>'
        f'<form method="post" action="https://ac.alqaseh.com:5443/cgi-bin/cgi_link">{inputs}<button>→</button></form>'
        "<script>document.forms[0].submit()</script></body></html>"
    )


AMOUNT = re.compile(r"(0|[1-9][0-9]*)(\.[0-9]+)?\Z", re.ASCII)
ORDER_ID = re.compile(r"[A-Za-z0-9._:/-]{1,32}\Z", re.ASCII)
CURRENCY = re.compile(r"[A-Z]{3}\Z")
CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")


def create(order_id: str, amount: str, currency: str, description: str, redirect_url: str) -> Request:
    if not ORDER_ID.match(order_id):
        raise Refused("order_id")
    if not AMOUNT.match(amount) or len(amount) > 18 or not Decimal(amount) > 0:
        raise Refused("amount")
    if not CURRENCY.match(currency):
        raise Refused("currency")
    if currency == "IQD" and "." in amount and Decimal(amount) % 1:
        raise Refused("amount")
    if not 1 <= len(description) <= 250 or CONTROL.search(description):
        raise Refused("description")
    parts = urlsplit(redirect_url)
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.fragment or len(redirect_url) > 2048:
        raise Refused("redirect_url")
    return create_unchecked(order_id, amount, currency, description, redirect_url)


LOGIN = f"Basic {base64.b64encode(b'public_test:secret').decode()}"


def create_unchecked(order_id: str, amount: str, currency: str, description: str, redirect_url: str) -> Request:
    body = json.dumps({
        "order_id": order_id, "amount": int(amount), "currency": currency, "description": description,
        "redirect_url": redirect_url, "transaction_type": "Retail",
    }, separators=(",", ":"))  # fmt: skip
    headers = {"Authorization": LOGIN, "Accept": "application/json", "Content-Type": "application/json"}
    return "POST", "https://api-test.alqaseh.com/v1/egw/payments/create", headers, body.encode()


def settle(status: int, body: bytes) -> tuple[str, str | None]:
    if status != 200:
        raise Refused(status)
    payment: dict[str, Any] = json.loads(body, parse_float=Decimal)
    for name in ("payment_id", "order_id", "currency", "payment_status"):
        if not isinstance(payment.get(name), str):
            raise Refused(name)
    if payment["payment_id"] != PAYMENT_ID or payment["order_id"] != "A-1":
        raise Refused("order_id")
    if payment["currency"] != "IQD" or Decimal(payment["amount"]) != Decimal("25000"):
        raise Refused("amount")
    if payment["payment_status"].lower() != "succeeded" or payment.get("transaction_type") != "Retail":
        return "open", None
    return "paid", f"alqaseh/test/public_test/{quote(payment['payment_id'], safe='')}/paid"
