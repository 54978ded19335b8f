"""No secret, token or card reaches a print, log, pickle or traceback; the attribute the user asks for has it."""

from __future__ import annotations

import copy
import io
import json
import logging
import pickle
import pprint
import traceback
from collections.abc import Callable
from typing import Any

import pytest

import qantara
from qantara import AlQaseh, Egw, Mac, Paylink, QantaraError

CANARY = "canary7d1f"
HEX_CANARY = "0ddba11c0ffee0ddba11c0ffee0ddba1"
CARD = "5341432900077803"
CANARIES = (CANARY, HEX_CANARY, HEX_CANARY.upper(), "Y2FuYXJ5N2QxZg", "Basic ", CARD, CARD[:15])

EGW = {"environment": "test", "api_key": CANARY, "mac_key": HEX_CANARY, "profile": "classic"}
ORDER: qantara.Order = {"order_id": "A-1", "amount": "25000", "currency": "IQD"}


def objects() -> dict[str, Any]:
    alqaseh = AlQaseh(environment="test", client_id="shop", client_secret=CANARY)
    created = alqaseh.create_payment(
        order_id="A-1", amount="25000", currency="IQD", description="Two books", redirect_url="https://shop.example/r",
        custom_data={"note": CANARY},
    )  # fmt: skip
    look = alqaseh.get_payment(payment_id="p-1")
    body = json.dumps({
        "payment_id": "p-1", "order_id": "A-1", "amount": 25000, "currency": "IQD", "payment_status": "succeeded",
        "transaction_type": "Retail", "token": CANARY, "custom_data": {"note": CANARY}, "new_field": CANARY,
    })  # fmt: skip
    paylink = Paylink(environment="test", merchant_id="shop", api_key=CANARY, base_url="http://127.0.0.1:1")
    delivery = paylink.acknowledgment(
        paylink.decide(link_reference="1234567890ABC", verdict="success", now=1795000000, deadline=1795000600)
    )
    step = delivery.step(1795000000)
    assert isinstance(step, qantara.Send)
    payment = look.parse(200, body)
    card = alqaseh.process_card(token=CANARY, card_number=CARD, cvv="971", exp_month="01", exp_year="2027")
    history = alqaseh.history().parse(200, f"[{body}]")
    invoices = Paylink(environment="test", api_id="shop", secret_key=CANARY, webhook_secret=CANARY)
    session = invoices.authenticate(now=1795000000)
    invoice = invoices.get_invoice(bearer_token=CANARY, transaction_no="1713690519134")
    paid = invoice.parse(200, json.dumps({
        "transactionNo": "1713690519134", "orderStatus": "Paid", "amount": 25, "success": True, "paymentErrors": [CANARY],
        "gatewayOrderRequest": {"orderNumber": "A-1", "amount": 25, "currency": "SAR", "new": CANARY},
        "paymentReceipt": {"passcode": CANARY, "bankCardNumber": CANARY},
    }))  # fmt: skip
    return {
        "card": card, "card reply": card.parse(200, CANARY), "card url": {"url": card.url}, "by token": alqaseh.get_payment_by_token(token=CANARY),
        "history": history, "row": history.payments[0], "history as data": history.to_dict(), "payment as data": payment.to_dict(),
        "pay page": alqaseh.pay_page(token=CANARY), "invoices": invoices, "session": session,
        "token": session.parse(200, json.dumps({"id_token": CANARY})), "invoice": invoice, "invoice reply": paid,
        "receipt": paid.payment_receipt, "invoice as data": paid.to_dict(),
        "card page": Egw(**EGW).card_form(
            amount="25000", currency="IQD", order_id="771446", description=CANARY, transaction_type="retail",
            back_ref="https://shop.example/result"),
        "alqaseh": alqaseh, "egw": Egw(**EGW), "paylink": paylink, "delivery": delivery, "step": step,
        "mac": Mac(key=HEX_CANARY, order=["AMOUNT"]),
        "call": created, "headers": created.headers, "expect": created.expect,
        "prepare": Egw(**EGW).prepare(
            amount="25000", currency="IQD", order_id="771446", description="Two books", transaction_type="retail",
            back_ref="https://shop.example/result"),
        "created": created.parse(200, json.dumps({"payment_id": "p-1", "token": CANARY, "more": CANARY})),
        "payment": payment, "outcome": payment.settle(ORDER),
        "prepared": Egw(**EGW).prepare(
            amount="25000", currency="IQD", order_id="771446", description="Two books", transaction_type="retail",
            back_ref="https://shop.example/result").parse(200, f'{{"url":"https://pay.example/{CANARY}"}}'),
        "webhook": AlQaseh.parse_webhook(json.dumps({"order_id": "A-1", "token": CANARY, "more": CANARY})),
        "callback": Egw.parse_callback(f"ORDER=771446&CARD={CANARY}&MORE={CANARY}"),
    }  # fmt: skip


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


PRINTS: dict[str, Callable[[Any], str]] = {
    "repr": repr, "str": str, "format": "{0!r} {0!s} {0}".format, "in a list": lambda made: str([made, {"a": made}]),
    "vars": variables, "json": lambda made: json.dumps({"made": made if not isinstance(made, dict) else 0}, default=str),
    "pprint": pprint.pformat, "logging": logged, "traceback": fallen,
}  # fmt: skip


@pytest.mark.parametrize("name", objects())
@pytest.mark.parametrize("way", PRINTS)
def test_nothing_printed(name: str, way: str) -> None:
    text = PRINTS[way](objects()[name])
    assert text
    for canary in CANARIES:
        assert canary not in text, (name, way)


@pytest.mark.parametrize("name", objects())
def test_not_pickled_and_not_copied_into_view(name: str) -> None:
    made = objects()[name]
    try:
        pickled = pickle.dumps(made)
    except TypeError:
        pickled = b""
    if name not in ("headers", "card url") and "as data" not in name:  # The user asked for these by name.
        assert CANARY.encode() not in pickled and HEX_CANARY.encode() not in pickled
    for way in (copy.copy, copy.deepcopy):
        try:
            again = way(made)
        except TypeError:
            continue
        assert CANARY not in repr(again) and "Basic " not in repr(again)


def test_headers_stay_masked_when_they_are_merged() -> None:
    headers = objects()["headers"]
    assert "***" in repr({**headers, "X-Mine": "1"})
    assert headers["Authorization"].startswith("Basic ")
    assert json.loads(json.dumps(headers["Authorization"])) == headers["Authorization"]


def test_the_attribute_has_it() -> None:
    made = objects()
    assert made["created"].token == CANARY
    assert made["created"].pay_url.endswith(CANARY)
    assert made["payment"].custom_data == {"note": CANARY}
    assert made["payment"].extra == {"new_field": CANARY}
    assert made["prepared"].redirect_url.endswith(CANARY)
    assert made["callback"].card == CANARY
    assert CANARY in made["call"].body.decode()
    assert made["step"].call.headers["X-API-KEY"] == CANARY
    assert made["card"].url.endswith("/" + CANARY) and f"{made['card'].url}".startswith("https://")
    assert CARD in made["card"].body.decode() and made["card reply"].body == CANARY
    assert made["history as data"]["payments"][0]["token"] == made["row"].token == CANARY
    assert made["invoice as data"]["payment_receipt"]["passcode"] == CANARY
    assert made["pay page"].url.endswith(CANARY) and made["token"].bearer_token == CANARY


def mistakes() -> dict[str, Callable[[], Any]]:
    gateway, egw = objects()["alqaseh"], objects()["egw"]
    look = gateway.get_payment(payment_id="p-1")
    ack = objects()["delivery"]
    return {
        "credential": lambda: AlQaseh(environment="test", client_id="a:b", client_secret=CANARY),
        "bad secret": lambda: AlQaseh(environment="test", client_id="a", client_secret=CANARY + "\n"),
        "bad key": lambda: Egw(**(EGW | {"mac_key": HEX_CANARY + "0"})),
        "short key": lambda: Mac(key=HEX_CANARY[:30], order=["AMOUNT"]),
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
        "answer": lambda: ack.heard(status="x", body=CANARY),
        "card": lambda: gateway.process_card(token=CANARY, card_number=CARD, cvv="97", exp_month="13", exp_year="1"),
        "card number": lambda: gateway.process_card(token="t", card_number=CARD + " ", cvv="971", exp_month="01", exp_year="27"),
        "card reply": lambda: objects()["card"].parse(500, CARD),
        "message": lambda: objects()["invoices"].verify_webhook(body=json.dumps({"token": CANARY}), header=CANARY),
        "message's header": lambda: objects()["invoices"].verify_webhook(body=CANARY, header=CANARY + "x"),
        "message's bytes": lambda: objects()["invoices"].verify_webhook(body=CANARY.encode() + b"\xff", header=CANARY),
        "token": lambda: objects()["invoices"].get_invoice(bearer_token=CANARY, transaction_no="x"),
        "products": lambda: objects()["invoices"].add_invoice(
            bearer_token=CANARY, order_id="A-1", amount=25, callback_url="x", client_name="x", client_mobile="x",
            products=[{"title": "x", "price": 1.5, "quantity": 1}]),
    }  # fmt: skip


@pytest.mark.parametrize("name", mistakes())
def test_no_error_or_its_frames_hold_one(name: str) -> None:
    mistake = mistakes()[name]
    with pytest.raises(QantaraError) as caught:
        mistake()
    error = caught.value
    # Qantara's own frames only: what the caller keeps in his is his.
    error.__traceback__ = next(
        (step for step in frames(error) if "qantara" in step.tb_frame.f_code.co_filename.split("/")[-2:-1]), None
    )
    parts = [str(error), repr(error), repr(vars(error)), json.dumps(error.faults), repr(pickle.dumps(error))]
    parts += traceback.TracebackException.from_exception(error, capture_locals=True).format()
    for canary in CANARIES:
        assert canary not in "".join(parts), parts


def frames(error: BaseException) -> list[Any]:
    found, step = [], error.__traceback__
    while step is not None:
        found.append(step)
        step = step.tb_next
    return found


def test_errors_travel() -> None:
    """Task queues pickle exceptions: everything arrives."""
    with pytest.raises(qantara.ValidationError) as caught:
        Paylink(environment="test", merchant_id="..", api_key=" ")
    again = pickle.loads(pickle.dumps(caught.value))
    assert type(again) is qantara.ValidationError
    assert vars(again) == vars(caught.value) and str(again) == str(caught.value)
