"""Whatever is given ends in a QantaraError or works: no foreign exception, no crash, no harm to the next call."""

from __future__ import annotations

import collections
import datetime
import decimal
import enum
import fractions
import json
import sys
import threading
from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import Any

import pytest

import qantara
from qantara import AlQaseh, Egw, Mac, Paylink, QantaraError, ValidationError

GATEWAY = AlQaseh(environment="test", client_id="shop", client_secret="s3cret")
EGW = Egw(environment="test", api_key="k3y", mac_key="00112233445566778899AABBCCDDEEFF", profile="kina", terminal="1",
          merchant="1", merch_name="x", merch_url="x", completion_trtype="21", reversal_trtype="24")  # fmt: skip
PAYLINK = Paylink(environment="production", merchant_id="shop", api_key="k3y", api_id="shop", secret_key="s3cret",
                  webhook_secret="hook")
GOOD: dict[str, Any] = {
    "order_id": "A-1", "amount": "25000", "currency": "IQD", "description": "Two books",
    "redirect_url": "https://shop.example/return",
}  # fmt: skip
PREPARE: dict[str, Any] = {
    "order_id": "771446", "amount": "25000", "currency": "IQD", "description": "Two books",
    "transaction_type": "retail", "back_ref": "https://shop.example/result",
}  # fmt: skip
HELD = {"kind": "held", "order_id": "771446", "amount": "25000", "currency": "IQD", "status": "0/00", "rrn": "123456789012",
        "int_ref": "ABCD", "replay_key": "egw/test/1/771446/0/123456789012/held"}  # fmt: skip
COMPLETION: dict[str, Any] = {"authorization": HELD, "amount": "20000", "description": "x", "back_ref": "https://shop.example/r"}
PRODUCT = {"title": "Book", "price": "12.50", "quantity": 2}
INVOICE: dict[str, Any] = {
    "bearer_token": "t", "order_id": "A-1", "amount": 25, "callback_url": "https://shop.example/r", "client_name": "x",
    "client_mobile": "0512345678", "products": [PRODUCT],
}  # fmt: skip
PAYMENT = json.dumps({"payment_id": "p-1", "order_id": "A-1", "amount": 25000, "currency": "IQD",
                      "payment_status": "succeeded", "transaction_type": "Retail"})  # fmt: skip


class Boom(Exception):
    pass


class Raising:
    def _boom(self, *_: object) -> Any:
        raise Boom

    __str__ = __repr__ = __getattr__ = __bool__ = __len__ = __iter__ = __int__ = __index__ = __float__ = _boom
    __eq__ = __bytes__ = __getitem__ = __format__ = __contains__ = __enter__ = _boom
    __hash__ = None  # type: ignore[assignment]


class LyingClass(Raising):
    @property
    def __class__(self) -> Any:
        raise Boom


class RaisingText(str):
    __str__ = __repr__ = __len__ = __iter__ = __eq__ = __getattribute__ = Raising._boom  # type: ignore[assignment]
    __hash__ = str.__hash__


class RaisingInt(int):
    __str__ = __repr__ = __int__ = __index__ = __eq__ = __getattribute__ = Raising._boom  # type: ignore[assignment]
    __hash__ = int.__hash__


class RaisingFloat(float):
    __str__ = __repr__ = __float__ = __getattribute__ = Raising._boom  # type: ignore[assignment]


class RaisingDecimal(Decimal):
    __str__ = __repr__ = __format__ = __getattribute__ = Raising._boom  # type: ignore[assignment]


class RaisingDict(dict):  # type: ignore[type-arg]
    __iter__ = __getitem__ = keys = items = values = __len__ = __getattribute__ = Raising._boom  # type: ignore[assignment]


class RaisingList(list):  # type: ignore[type-arg]
    __iter__ = __getitem__ = __len__ = __getattribute__ = Raising._boom  # type: ignore[assignment]


class Colour(str, enum.Enum):
    RED = "red"


class Bits(float):
    """A float of another library, such as numpy.float64."""


def cyclic() -> tuple[Any, Any, Any]:
    d: dict[str, Any] = {}
    d["self"] = d
    li: list[Any] = []
    li.extend([li, li])
    both: dict[str, Any] = {"a": li, "b": d}
    d["both"] = both
    return d, li, both


def nested(depth: int, make: Callable[[Any], Any]) -> Any:
    value: Any = 1
    for _ in range(depth):
        value = make(value)
    return value


def bomb() -> Any:
    """Small in memory, endless when written out."""
    value: Any = "x" * 1000
    for _ in range(20):
        value = [value] * 20
    return value


def hostile() -> Iterator[Any]:
    yield from (Raising(), LyingClass(), RaisingText("\ud800"), RaisingText("a"), RaisingInt(10**40), RaisingInt(3))
    yield from (RaisingFloat(1.5), RaisingDecimal("1E+5"), RaisingDict(a=RaisingDict()), RaisingList([RaisingList()]))
    yield from (b"bytes", bytearray(b"x"), memoryview(b"x"), object(), type, type("T", (), {})(), lambda: 1, print)
    yield from ("\ud800", "a\udfffb", "\x00", "a\nb", "", " ", "x" * (2 << 20), "é" * (1 << 20), "\u202e", "\x85")
    yield from (True, False, 0, -1, 10**18, 10**19, 10**50, 10**5000, -(10**5000), 1 << 100_000)
    yield from (0.1, -0.0, 1e300, float("nan"), float("inf"), float("-inf"), Bits(25000.0), 1j, fractions.Fraction(1, 3))
    yield from (Decimal("NaN"), Decimal("sNaN"), Decimal("Infinity"), Decimal("-0"), Decimal("1E+999999999999999999"))
    yield from (Decimal("1E-999999999999999999"), Decimal("25000").normalize(), Decimal("1" * 5000), Decimal((1, (1,), 3)))
    yield from (*cyclic(), bomb(), [], {}, (), [1], {"a": 1}, {1: 2}, {None: 1}, {"\ud800": 1}, {("a",): 1}, {"a": {b"b": 1}})
    yield from (nested(31, lambda v: [v]), nested(100_000, lambda v: [v]), nested(100_000, lambda v: {"a": v}))
    yield from ({"a": object()}, {"a": float("nan")}, {"a": [Decimal("Infinity")]}, {"a": "\ud800"}, {"a": {1, 2}})
    yield from (collections.OrderedDict(a=1), collections.defaultdict(int), collections.UserDict(a=1), iter([]), range(9))
    yield from (datetime.datetime.now(), datetime.timedelta(1), Colour.RED, Ellipsis, NotImplemented, sys, Exception("x"))
    yield from (GATEWAY, EGW, GATEWAY.get_payment(payment_id="x"), AlQaseh, qantara.QantaraError("x"), Mac, set(), {1})


HOSTILE = list(hostile())
assert len(HOSTILE) > 90


def works() -> None:
    """A valid call does what it always does."""
    call = GATEWAY.create_payment(**GOOD)
    assert call.body is not None and json.loads(call.body)["amount"] == 25000
    assert GATEWAY.get_payment(payment_id="p-1").parse(200, PAYMENT).settle(ORDER).kind == "paid"
    assert EGW.completion(**COMPLETION).body and PAYLINK.add_invoice(**INVOICE).body


ORDER: qantara.Order = {"order_id": "A-1", "amount": 25000, "currency": "IQD"}


def either(work: Callable[[], Any]) -> None:
    try:
        work()
    except QantaraError as error:
        assert error.faults and str(error) and error.__cause__ is None and error.__context__ is None
    works()


@pytest.mark.parametrize("at", range(len(HOSTILE)))
def test_in_every_place(at: int) -> None:
    value = HOSTILE[at]
    for name in (*GOOD, "custom_data", "token_expiry_in_hour", "allow_fraction", "transaction_type", "country"):
        either(lambda: GATEWAY.create_payment(**(GOOD | {name: value})))
    either(lambda: GATEWAY.create_payment(**(GOOD | {"custom_data": {"a": value}})))
    either(lambda: GATEWAY.create_payment(**(GOOD | {"custom_data": {"a": [value, value]}})))
    for name in PREPARE:
        either(lambda: EGW.prepare(**(PREPARE | {name: value})))
    for stamp in (value, {"timestamp": value, "nonce": value}, {"timestamp": "20261120130000", "nonce": value}):
        either(lambda: EGW.prepare(**PREPARE, stamp=stamp))
    either(lambda: GATEWAY.get_payment(payment_id=value))
    for name in (*COMPLETION, "unproven_references", "above_authorized"):
        either(lambda: EGW.completion(**(COMPLETION | {name: value})))
        either(lambda: EGW.reversal(**(COMPLETION | {name: value})))
    for name in (*HELD, "extra"):
        either(lambda: EGW.completion(**(COMPLETION | {"authorization": HELD | {name: value}})))
    for name in (*INVOICE, "supported_card_brands"):
        either(lambda: PAYLINK.add_invoice(**(INVOICE | {name: value})))
    for products in ([value], [PRODUCT, value], (value, value), {"0": value}):
        either(lambda: PAYLINK.add_invoice(**(INVOICE | {"products": products})))
    for name in (*PRODUCT, "specific_vat", "is_digital", "nothing"):
        either(lambda: PAYLINK.add_invoice(**(INVOICE | {"products": [PRODUCT, PRODUCT | {name: value}]})))
    card = {"token": "t", "card_number": "5341432900077803", "cvv": "971", "exp_month": "01", "exp_year": "27"}
    for name in card:
        either(lambda: GATEWAY.process_card(**(card | {name: value})))
    either(lambda: PAYLINK.authenticate(now=value))
    either(lambda: GATEWAY.pay_page(token=value))
    either(lambda: PAYLINK.verify_webhook(body=value, header="hook"))
    either(lambda: PAYLINK.verify_webhook(body="{}", header=value))
    either(lambda: Egw.order_number(sequence=value, prefix=value))
    either(lambda: Egw.explain_code(rc=value, action=value))
    for name in (*PREPARE, "csp_nonce", "stamp"):
        either(lambda: EGW.card_form(**(PREPARE | {name: value})))
    look = GATEWAY.get_payment(payment_id="p-1")
    either(lambda: look.parse(value, PAYMENT))
    either(lambda: look.parse(200, value))
    either(lambda: look.parse(200, PAYMENT, value))
    either(lambda: qantara.parse_reply(value, 200, PAYMENT))
    for name in ("gateway", "operation", "environment", "merchant", "known"):
        either(lambda: qantara.parse_reply(look.expect | {name: value}, 200, PAYMENT))
    payment = look.parse(200, PAYMENT)
    either(lambda: payment.settle(value))
    for name in (*ORDER, "reversal_requested", "allow_fraction"):
        either(lambda: payment.expect_paid(dict(ORDER, **{name: value})))  # type: ignore[arg-type]
    either(lambda: AlQaseh.parse_webhook(value))
    either(lambda: AlQaseh.parse_redirect(value))
    either(lambda: Egw.parse_callback(value))
    either(lambda: EGW.verify_callback(value))
    for kind, given in (
        (AlQaseh, {"environment": "test", "client_id": "a", "client_secret": "b", "base_url": None, "order_id_max": None}),
        (Egw, {"environment": "test", "api_key": "k", "mac_key": "00112233445566778899AABBCCDDEEFF", "profile": "kina"}),
        (Paylink, {"environment": "test", "merchant_id": "a", "api_key": "b", "base_url": "http://localhost"}),
        (Mac, {"key": "00112233445566778899AABBCCDDEEFF", "order": ["A"], "absent": None, "trailing": None}),
    ):  # fmt: skip
        for name in given:
            either(lambda: kind(**(given | {name: value})))
    for profile in ({"orders": value}, {"orders": {"request": value}}, {"preset": value}, {"from_configuration": [value]}):
        either(lambda: Egw(environment="test", api_key="k", mac_key="00112233445566778899AABBCCDDEEFF", profile=profile))
    mac = Mac(key="00112233445566778899AABBCCDDEEFF", order=["A", "B"])
    for fields in (value, {"A": value}, {"A": "1", "B": value}):
        either(lambda: mac.source(fields))
        either(lambda: mac.sign(fields))
        either(lambda: mac.verify(fields, "00" * 20))
    either(lambda: mac.verify({"A": "1"}, value))
    decision = {"link_reference": "1", "verdict": "success", "deadline": 1795000600, "now": 1795000000}
    for name in (*decision, "earlier"):
        either(lambda: PAYLINK.decide(**(decision | {name: value})))
    saved = PAYLINK.decide(**decision)
    either(lambda: PAYLINK.acknowledgment(value))
    for name in saved:
        either(lambda: PAYLINK.acknowledgment(dict(saved, **{name: value})))  # type: ignore[arg-type]
    ack = PAYLINK.acknowledgment(saved)
    either(lambda: ack.step(value))
    for name in ("status", "body", "retry_after", "now"):
        either(lambda: ack.heard(**{name: value}))


def code_of(work: Callable[[], Any]) -> tuple[str, str | None]:
    with pytest.raises(ValidationError) as caught:
        work()
    return caught.value.code, caught.value.field


REFUSED: list[tuple[str, Any, str]] = [
    ("amount", 25000.0, "amount.float"), ("amount", float("nan"), "amount.float"), ("amount", True, "field.type"),
    ("amount", Bits(25000.0), "amount.float"), ("amount", b"25000", "field.type"), ("amount", "1e3", "amount.syntax"),
    ("amount", Decimal("NaN"), "amount.syntax"), ("amount", Decimal("-5"), "amount.syntax"),
    ("amount", Decimal("1E+99"), "amount.syntax"), ("amount", 10**50, "amount.too_long"),
    ("amount", -5, "amount.syntax"), ("amount", 0, "amount.not_positive"), ("amount", 10**5000, "input.too_large"),
    ("amount", None, "field.missing"), ("amount", object(), "field.type"),
    ("order_id", 5, "field.type"), ("order_id", "\ud800", "input.syntax"), ("order_id", Decimal(5), "field.type"),
    ("order_id", "x" * (2 << 20), "input.too_large"),
    ("custom_data", nested(17, lambda v: {"a": v}), "input.too_deep"), ("custom_data", cyclic()[0], "input.too_deep"),
    ("custom_data", [1], "field.type"), ("custom_data", bomb(), "input.too_large"), ("custom_data", {"a": bomb()}, "input.too_large"),
    ("custom_data", {1: 2}, "input.syntax"), ("custom_data", {"a": {1, 2}}, "field.type"),
    ("custom_data", {"a": float("inf")}, "input.syntax"), ("token_expiry_in_hour", 2.0, "number.range"),
    ("transaction_type", "Retail", "choice.unknown"), ("allow_fraction", 1, "field.type"),
]  # fmt: skip


@pytest.mark.parametrize("at", range(len(REFUSED)))
def test_which_error(at: int) -> None:
    name, value, code = REFUSED[at]
    assert code_of(lambda: GATEWAY.create_payment(**(GOOD | {name: value}))) == (code, name)


REFUSED_WITHIN: list[tuple[Any, str, str]] = [
    ([], "field.missing", "products"), (PRODUCT, "field.type", "products"), ("Book", "field.type", "products"),
    ([PRODUCT, "Book"], "field.type", "products.1"), ([PRODUCT, None], "field.type", "products.1"),
    ([PRODUCT | {"price": 12.5}], "amount.float", "products.0.price"),
    ([PRODUCT | {"price": Decimal("NaN")}], "amount.syntax", "products.0.price"),
    ([PRODUCT, PRODUCT | {"title": object()}], "field.type", "products.1.title"),
    ([PRODUCT | {"titel": "x"}], "field.unknown", "products.0.titel"), ([{}], "field.missing", "products.0.title"),
    ([PRODUCT | {"quantity": True}], "field.type", "products.0.quantity"), ([bomb()], "input.too_large", "products"),
    ([PRODUCT | {1: 2}], "input.syntax", "products"), ([cyclic()[0]], "input.too_deep", "products"),
    ([PRODUCT | {"title": "\ud800"}], "input.syntax", "products"),
    ([GATEWAY], "field.type", "products.0"), ([PRODUCT | {"title": [GATEWAY]}], "field.type", "products"),
]  # fmt: skip


@pytest.mark.parametrize("at", range(len(REFUSED_WITHIN)))
def test_which_error_within(at: int) -> None:
    products, code, field = REFUSED_WITHIN[at]
    assert code_of(lambda: PAYLINK.add_invoice(**(INVOICE | {"products": products}))) == (code, field)


def test_what_works_within() -> None:
    given = [{"title": RaisingText("Book"), "price": Decimal("12.50"), "quantity": RaisingInt(2), "is_digital": None}]
    for products in (given, tuple(given), RaisingList(given), [RaisingDict(given[0])]):
        call = PAYLINK.add_invoice(**(INVOICE | {"products": products}))
        assert call.body is not None
        assert json.loads(call.body, parse_float=str)["products"] == [{"title": "Book", "price": "12.50", "qty": 2}]


def body(**given: Any) -> dict[str, Any]:
    call = GATEWAY.create_payment(**(GOOD | given))
    assert call.body is not None
    return json.loads(call.body, parse_float=Decimal)  # type: ignore[no-any-return]


def test_what_works() -> None:
    for amount in ("25000", 25000, Decimal("25000"), Decimal("25000").normalize(), RaisingInt(25000), RaisingText("25000")):
        assert body(amount=amount)["amount"] == 25000
    assert body(amount=Decimal("12.50"), currency="USD")["amount"] == Decimal("12.50")
    assert body(order_id=RaisingText("A-1"))["order_id"] == "A-1"
    assert body(order_id=Colour.RED)["order_id"] == "red"
    data = {"text": "كتابان", "big": 10**40, "tenth": 0.1, "exact": Decimal("1.10"), "none": None, "yes": True, "list": (1, 2)}
    assert body(custom_data=data)["custom_data"] == {**data, "tenth": Decimal("0.1"), "list": [1, 2]}
    assert body(custom_data=RaisingDict(a=RaisingList([1])))["custom_data"] == {"a": [1]}
    assert body(custom_data=nested(15, lambda v: {"a": v}))


def test_all_faults_at_once() -> None:
    with pytest.raises(ValidationError) as caught:
        GATEWAY.create_payment(order_id=b"A", amount=1.5, currency="iqd", description=object(), redirect_url="x")  # type: ignore[arg-type]
    assert [fault["field"] for fault in caught.value.faults] == list(GOOD)
    assert all(fault["message"] in str(caught.value) for fault in caught.value.faults)


def test_bodies_of_every_type() -> None:
    look = GATEWAY.get_payment(payment_id="p-1")
    raw = PAYMENT.encode()
    for given in (PAYMENT, raw, bytearray(raw), memoryview(raw), memoryview(bytearray(raw)), RaisingText(PAYMENT)):
        assert look.parse(200, given).payment_id == "p-1"  # type: ignore[arg-type]
    for given, code in ((b"\xff", "reply.not_utf8"), (b"[" * 100_000, "reply.too_deep"), (b" " * (2 << 20), "reply.too_large"),
                        (b"<html>", "reply.not_json"), (b"[]", "reply.not_object"), (b"", "reply.not_json")):  # fmt: skip
        with pytest.raises(qantara.ReplyError) as caught:
            look.parse(200, given)
        assert (caught.value.code, caught.value.retry) == (code, "safe")


def test_numbers_out_lose_nothing() -> None:
    numbers = '"a":1e400,"b":123456789012345678901234567890,"c":1.10,"d":-0,"e":1e99999999999999999999999,"f":' + "9" * 5000
    extra = GATEWAY.get_payment(payment_id="p-1").parse(200, PAYMENT[:-1] + "," + numbers + "}").extra
    assert extra["a"] == Decimal("1e400") and extra["b"] == 123456789012345678901234567890
    assert str(extra["c"]) == "1.10" and str(extra["d"]) == "-0" and extra["e"] == "1e99999999999999999999999"
    assert extra["f"] == Decimal("9" * 5000)


def test_a_context_that_traps_everything_changes_nothing() -> None:
    with decimal.localcontext(decimal.Context(prec=1, traps=list(decimal.Context().flags))):
        assert GATEWAY.create_payment(**(GOOD | {"amount": Decimal("25000")})).body == GATEWAY.create_payment(**GOOD).body
        assert GATEWAY.get_payment(payment_id="p-1").parse(200, PAYMENT).settle(ORDER).amount == 25000


def test_proofs_cannot_be_made_or_changed() -> None:
    payment = GATEWAY.get_payment(payment_id="p-1").parse(200, PAYMENT.replace("succeeded", "declined"))
    outcome = payment.settle(ORDER)
    assert outcome.kind == "failed"
    for cls in (qantara.Paid, qantara.Payment, qantara.SignedCallback, qantara.Outcome, qantara.Webhook, qantara.Call,
                qantara.CallbackReply, qantara.HistoryPayment, qantara.NumberedOrder):
        for make in (lambda: cls(), lambda: cls.__new__(cls), lambda: object.__new__(cls)):
            with pytest.raises(TypeError):
                make()
    for made, name in ((payment, "payment_status"), (payment, "anything"), (outcome, "kind"), (outcome, "__class__")):
        with pytest.raises((AttributeError, TypeError)):
            setattr(made, name, "succeeded" if name != "__class__" else qantara.Paid)
        if name != "__class__":  # `object.__setattr__` can do that since 3.13; the record inside is what it is.
            with pytest.raises((AttributeError, TypeError)):
                object.__setattr__(made, name, "succeeded")

    class Forged(qantara.Payment):
        @property
        def payment_status(self) -> str:
            return "succeeded"

    with pytest.raises(TypeError):
        Forged()
    assert payment.settle(ORDER).kind == "failed" and outcome.kind == "failed"


def test_threads_that_change_what_is_being_read() -> None:
    shared: dict[str, Any] = {str(i): Decimal(i) for i in range(200)}
    stop = threading.Event()

    def change() -> None:
        i = 0
        while not stop.is_set():
            i += 1
            shared[f"x{i % 50}"] = Decimal(i)
            shared.pop(f"x{(i + 25) % 50}", None)

    thread = threading.Thread(target=change)
    thread.start()
    try:
        for _ in range(300):
            works()
            GATEWAY.create_payment(**(GOOD | {"custom_data": shared}))
    finally:
        stop.set()
        thread.join()
