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


def tools(gateway: AlQaseh, egw: Egw) -> str:
    number = Egw.order_number(sequence=417)
    assert_type(number, qantara.NumberedOrder)
    page = egw.card_form(
        amount=25000, currency="IQD", order_id=number.order_id, description="Two books", transaction_type="retail",
        back_ref="https://shop.example/r", stamp={"timestamp": "20261120130000", "nonce": "00112233445566778899"},
    )  # fmt: skip
    assert_type(page.fields, dict[str, Any])
    assert_type(gateway.pay_page(token="t"), qantara.PayPage)
    return page.html


def complete(egw: Egw, held: qantara.Held, stored: Any) -> None:
    more: dict[str, Any] = held.to_dict()
    for proof in (held, more, stored):
        call = egw.completion(authorization=proof, amount=1, description="x", back_ref="x")
        assert_type(call, Call[qantara.CallbackReply])
        call.parse(200, b"").settle({"order_id": "771446", "amount": 1, "currency": "IQD"})
    references: qantara.References = {"order_id": "1", "rrn": "1", "int_ref": "1", "amount": "1", "currency": "IQD"}
    egw.reversal(unproven_references=references, amount=1, description="x", back_ref="x")


def reconcile(gateway: AlQaseh) -> Decimal:
    history = gateway.history(order_id="A-1", limit=20).parse(200, b"[]")
    assert_type(history.payments, tuple[qantara.HistoryPayment, ...])
    return sum((row.amount for row in history.payments if row.amount), Decimal(0))


def invoice(gateway: Paylink, body: bytes) -> str | None:
    session = gateway.authenticate().parse(200, b"{}")
    assert_type(session.expires_at, "int | None")
    book: qantara.Product = {"title": "Book", "price": Decimal("12.50"), "quantity": 2}
    made = gateway.add_invoice(
        bearer_token=session.bearer_token, order_id="A-1", amount=25, callback_url="https://shop.example/r",
        client_name="x", client_mobile="x", products=[book, {"title": "Pen", "price": 1, "quantity": 1, "is_digital": False}],
    ).parse(200, b"{}")  # fmt: skip
    assert_type(made, qantara.Invoice)
    look = gateway.get_invoice(bearer_token=session.bearer_token, transaction_no=made.transaction_no)
    fetched = look.parse(200, b"{}")
    fetched.expect_paid({"order_id": "A-1", "amount": 25, "currency": "SAR"})
    hint = gateway.verify_webhook(body=body, header="x")
    assert_type(hint.transaction_no, str)
    return fetched.payment_receipt.passcode if fetched.payment_receipt else None


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
