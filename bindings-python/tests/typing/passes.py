"""What a shop writes, and must type-check as it is (mypy --strict and pyright in strict mode)."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from typing_extensions import assert_never, assert_type

import qantara
from qantara import AlQaseh, Call, Delivery, Egw, Mac, Order, Paylink, QantaraError


def checkout(gateway: AlQaseh) -> str | None:
    call = gateway.create_payment(
        order_id="A-1", amount=Decimal("25000"), currency="IQD", description="Two books",
        redirect_url="https://shop.example/return", transaction_type="authorization", custom_data={"cart": [1, None]},
    )  # fmt: skip
    assert_type(call, Call[qantara.CreatedPayment])
    headers: dict[str, str] = call.headers
    body: bytes | None = call.body
    created = call.parse(200, b"{}", headers.get("Content-Type"))
    assert_type(created.payment_id, str)
    assert body is not None
    return created.pay_url


def settle(gateway: AlQaseh, order: Order) -> str:
    payment = gateway.get_payment(payment_id="p-1").parse(200, "{}")
    assert_type(payment.amount, Decimal)
    outcome = payment.settle(order)
    match outcome.kind:
        case "paid" | "held" | "reversed":
            pass
        case "failed":
            return "try another card"
        case "open":
            return "ask again"
        case _:
            assert_never(outcome.kind)
    assert_type(outcome.replay_key, str)
    return payment.expect_paid(order).replay_key


def settle_by_class(outcome: qantara.Settlement) -> str | None:
    if outcome.kind == "paid":
        assert_type(outcome, qantara.Paid)
        return outcome.replay_key
    match outcome:
        case qantara.Held() | qantara.Reversed():
            assert_type(outcome.replay_key, str)
        case qantara.Failed() | qantara.Open():
            assert_type(outcome.replay_key, "str | None")
        case _:
            assert_never(outcome)
    return outcome.replay_key


def callback(gateway: Egw, body: bytes) -> None:
    hint = Egw.parse_callback(body)
    assert_type(hint.order_id, str)
    signed = gateway.verify_callback(body)
    assert_type(signed.replay_key, str)
    assert_type(signed.order_id, "str | None")
    signed.settle({"order_id": "771446", "amount": 11, "currency": "USD", "reversal_requested": True})


def acknowledge(gateway: Paylink, saved: Delivery) -> None:
    ack = gateway.acknowledgment(saved)
    step = ack.step()
    match step:
        case qantara.Send(call):
            assert_type(call, Call[qantara.Acknowledged])
        case qantara.Wait(until):
            assert_type(until, int)
        case qantara.Done():
            pass
        case _:
            assert_never(step)
    match step.kind:
        case "send" | "wait" | "done":
            pass
        case _:
            assert_never(step.kind)
    ack.heard(status=200, body=b"{}", retry_after="5")
    stored: Delivery = ack.save()
    assert_type(stored["attempts"], int)
    gateway.decide(link_reference="1", verdict="success", deadline=1795000600, earlier=stored)


def queue(expect: dict[str, Any]) -> None:
    reply = qantara.parse_reply(expect, 200, "{}")
    if isinstance(reply, qantara.Payment):
        reply.settle(Order(order_id="A-1", amount="1", currency="IQD"))


def errors() -> str | None:
    try:
        Egw(environment="test", api_key="k", mac_key="00", profile={"preset": "kina", "length_unit": "bytes"})
    except qantara.ValidationError as error:
        assert_type(error.faults, list[qantara.Fault])
        return error.faults[0]["message"]
    except QantaraError as error:
        if error.retry == "look_up_first":
            return error.look_up
    mac = Mac(key="00", order=["A"], algorithm="HMAC-SHA256")
    mac.verify({"A": "1", "B": None}, mac.sign({"A": "1"}))
    return None
