"""What Qantara made goes into a database, comes back, and is taken again; messages hold messages."""

from __future__ import annotations

import copy
import json
from decimal import Decimal
from typing import Any

import pytest

import qantara
from qantara import AlQaseh, Egw, Paylink

EGW = Egw(
    environment="test", api_key="k3y", mac_key="00112233445566778899AABBCCDDEEFF", profile="romcard", terminal="1",
    merchant="1", merch_name="x", merch_url="x", completion_trtype="21", reversal_trtype="24",
)  # fmt: skip
ALQASEH = AlQaseh(environment="test", client_id="shop", client_secret="s3cret")
PAYLINK = Paylink(environment="test", api_id="shop", secret_key="s3cret")
ORDER: qantara.Order = {"order_id": "771446", "amount": "25000.50", "currency": "USD"}
COMPLETION: dict[str, Any] = {
    "amount": 20000, "description": "x", "back_ref": "https://shop.example/r",
    "stamp": {"timestamp": "20261120130000", "nonce": "00112233445566778899"},
}  # fmt: skip


def settled(trtype: str = "0", action: str = "0") -> qantara.Settlement:
    message = EGW.test_callback(
        order_id="771446", amount="25000.50", currency="USD", trtype=trtype, action=action, rc="00" if action == "0" else "05",
        rrn="123456789012", int_ref="ABCD",
    )  # fmt: skip
    return EGW.verify_callback(message.body).settle(ORDER)


def test_an_outcome_comes_back_from_the_database() -> None:
    held = settled()
    assert isinstance(held, qantara.Held)
    stored = json.dumps(held.to_dict())
    assert json.loads(stored) == {
        "kind": "held", "order_id": "771446", "amount": "25000.50", "currency": "USD", "status": "0/00",
        "transaction_type": "authorization", "rrn": "123456789012", "int_ref": "ABCD", "replay_key": held.replay_key,
    }  # fmt: skip
    body = EGW.completion(authorization=held, **COMPLETION).body
    assert body is not None and b"RRN=123456789012&INT_REF=ABCD" in body
    for given in (json.loads(stored), held.to_dict(), copy.deepcopy(held), dict(held.to_dict())):
        assert EGW.completion(authorization=given, **COMPLETION).body == body
    assert EGW.reversal(authorization=settled("1"), **COMPLETION).body


def test_what_is_no_proof_of_a_hold() -> None:
    hint = Egw.parse_callback(EGW.test_callback(
        order_id="771446", amount="25000.50", currency="USD", trtype="0", action="0", rc="00").body)  # fmt: skip
    other_things = (hint, Egw.order_number(sequence=1), "held", [], 5, EGW, b"held")
    for given in (settled(action="2"), settled("1"), {"kind": "held"}, {}, *other_things):
        with pytest.raises(qantara.ValidationError) as caught:
            EGW.completion(authorization=given, **COMPLETION)  # type: ignore[arg-type]
        assert (caught.value.field or "").startswith("authorization")
        if given in other_things:
            assert (caught.value.code, caught.value.field) == ("field.type", "authorization")


def test_rows_are_objects() -> None:
    rows = [
        {"payment_id": f"p-{i}", "order_id": "A-1", "amount": 25000.5 + i, "currency": "IQD", "payment_status": "Succeeded",
         "token": f"canary{i}", "new": [1.25, {"a": None}]}
        for i in range(3)
    ]  # fmt: skip
    history = ALQASEH.history(order_id="A-1").parse(200, json.dumps(rows))
    assert history.payments is history.payments and isinstance(history.payments, tuple)
    assert [row.payment_id for row in history.payments] == ["p-0", "p-1", "p-2"]
    row = history.payments[1]
    assert isinstance(row, qantara.HistoryPayment)
    assert (row.amount, row.payment_status, row.rrn) == (Decimal("25001.5"), "succeeded", None)
    assert row.token == "canary1" and "canary" not in repr(row) and "token=***" in repr(row)
    assert row.extra == {"new": [Decimal("1.25"), {"a": None}]}
    assert "canary" not in repr(history) and not hasattr(row, "settle")
    with pytest.raises(AttributeError):
        row.payment_status = "failed"  # type: ignore[misc]
    with pytest.raises(TypeError):
        qantara.HistoryPayment()
    plain = history.to_dict()
    assert json.loads(json.dumps(plain))["payments"][2] == {
        "payment_id": "p-2", "token": "canary2", "order_id": "A-1", "amount": "25002.5", "currency": "IQD",
        "payment_status": "succeeded", "extra": {"new": ["1.25", {"a": None}]},
    }  # fmt: skip
    assert "canary" not in repr(plain) and "canary" not in str({"stored": plain})
    assert ALQASEH.history().parse(200, "[]").payments == ()


def test_a_record_within() -> None:
    receipt = {"receiptUrl": "https://x.example/r", "passcode": "canary", "bankCardNumber": "canary"}
    invoice = {
        "transactionNo": "1713690519134", "orderStatus": "Paid", "amount": 25, "success": True,
        "gatewayOrderRequest": {"orderNumber": "A-1", "amount": 25.0, "currency": "SAR"}, "paymentReceipt": receipt,
    }  # fmt: skip
    look = PAYLINK.get_invoice(bearer_token="t", transaction_no="1713690519134")
    made = look.parse(200, json.dumps(invoice))
    assert isinstance(made, qantara.InvoiceReply)
    assert made.gateway_order_request.amount == Decimal("25.0")
    assert made.payment_receipt is not None and made.payment_receipt.passcode == "canary"
    assert "canary" not in repr(made) + repr(made.payment_receipt) + repr(made.to_dict())
    paid = made.expect_paid({"order_id": "A-1", "amount": "25.00", "currency": "SAR"})
    assert paid.replay_key
    # What is not what the gateway's page says is kept as it came.
    assert look.parse(200, json.dumps(invoice | {"paymentReceipt": "soon"})).payment_receipt == "soon"


def test_a_hint_has_no_settle() -> None:
    """A reply with the same fields has: they are different classes."""
    hint = Egw.parse_callback(b"ORDER=771446&ACTION=0&RC=00&TRTYPE=21&AMOUNT=20000&CURRENCY=USD")
    assert type(hint) is qantara.Callback and not hasattr(hint, "settle")
    assert issubclass(qantara.CallbackReply, qantara.Callback) and hasattr(qantara.CallbackReply, "settle")
    with pytest.raises(qantara.MismatchError, match="a hint proves nothing"):
        hint._settle(ORDER)


def test_bodies_come_as_bytes() -> None:
    shop = Paylink(environment="test", api_id="shop", secret_key="s3cret", webhook_secret="hook-secret")
    message = shop.test_webhook(transaction_no="1713690519134", order_id="A-1", amount="25", order_status="paid")
    raw = message.body.encode()
    for body in (message.body, raw, bytearray(raw), memoryview(raw)):
        hint = shop.verify_webhook(body=body, header="hook-secret")  # type: ignore[arg-type]
        assert hint.transaction_no == "1713690519134"
    for body, code in ((b"\xff", "reply.not_utf8"), (5, "field.type"), (None, "field.missing"), (b"x" * (2 << 20), "input.too_large")):
        with pytest.raises(qantara.QantaraError) as caught:
            shop.verify_webhook(body=body, header="hook-secret")  # type: ignore[arg-type]
        assert caught.value.code == code
    with pytest.raises(qantara.QantaraError):  # Bytes are for messages only.
        shop.get_invoice(bearer_token="t", transaction_no=b"1713690519134")  # type: ignore[arg-type]


def test_the_clock_is_filled_in() -> None:
    answer = '{"id_token": "t"}'
    assert PAYLINK.authenticate(now=1795000000).parse(200, answer).expires_at == 1795000000 + 1800
    import time

    expires_at = PAYLINK.authenticate().parse(200, answer).expires_at
    assert expires_at is not None and abs(expires_at - 1800 - time.time()) < 5


def test_a_tool_is_stamped_anew_each_time() -> None:
    form: dict[str, Any] = {"amount": 1, "currency": "IQD", "order_id": "771446", "description": "x", "transaction_type": "retail",
                            "back_ref": "https://shop.example/r"}  # fmt: skip
    assert len({EGW.card_form(**form).html for _ in range(50)}) == 50
    stamp = {"timestamp": "20261120130000", "nonce": "00112233445566778899"}
    assert EGW.card_form(**form, stamp=stamp).fields["TIMESTAMP"] == "20261120130000"
