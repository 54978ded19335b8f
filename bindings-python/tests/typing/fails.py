"""What must not type-check: each marked line is an error, for mypy and for pyright; the rest is not."""

from __future__ import annotations

import qantara
from qantara import AlQaseh, Egw, Mac, Order, Paylink

gateway = AlQaseh(environment="test", client_id="a", client_secret="b")
order: Order = {"order_id": "A-1", "amount": "1", "currency": "IQD"}
payment = gateway.get_payment(payment_id="p-1").parse(200, "{}")
signed = Egw(environment="test", api_key="k", mac_key="00", profile="kina").verify_callback(b"")
outcome = payment.settle(order)

gateway.get_payment("p-1")  # E: keyword only
gateway.get_payment(payment="p-1")  # E: misspelt
gateway.get_payment(payment_id=5)  # E: not text
AlQaseh(environment="tset", client_id="a", client_secret="b")  # E: no such environment
AlQaseh(environment="test", client_id="a")  # E: no secret
Mac(key="00", order="AMOUNT")  # E: not a list
Paylink(environment="test", merchant_id="a", api_key="b").decide(link_reference="1", verdict="ok", deadline=1)  # E: verdict
payment.settle({"order_id": "A-1", "amount": 1.5, "currency": "IQD"})  # E: float
payment.settle({"order_id": "A-1", "amount": "1"})  # E: no currency
payment.settle({"order_id": "A-1", "amount": "1", "currency": "IQD", "curency": "IQD"})  # E: unknown key
AlQaseh.parse_webhook(b"{}").settle(order)  # E: a hint proves nothing
gateway.create_payment(order_id="A-1", amount="1", currency="IQD", description="x", redirect_url="x").parse(200, "{}").settle(order)  # E: proves nothing
payment.payment_status = "succeeded"  # E: can't be changed
egw = Egw(environment="test", api_key="k", mac_key="00", profile="kina")
egw.completion(authorization="held", amount=1, description="x", back_ref="x")  # E: no outcome
egw.completion(authorization=Egw.parse_callback(b""), amount=1, description="x", back_ref="x")  # E: a hint is no outcome
Egw.parse_callback(b"").settle(order)  # E: a hint proves nothing
Egw.order_number(sequence="417")  # E: not a number
gateway.pay_page()  # E: no token
gateway.history(payment_status="Succeeded")  # E: no such status
gateway.history().parse(200, "").payments[0].settle(order)  # E: a row proves nothing
gateway.history().parse(200, "").payments.append(None)  # E: can't be changed
paylink = Paylink(environment="test", api_id="a", secret_key="b")
paylink.get_invoice(bearer_token="t", transaction_no=b"1")  # E: bytes are for messages only
outcome.kind = "paid"  # E: can't be changed
signed.amount.upper()  # E: may be absent
payment.settle(order).replay_key.upper()  # E: only proofs have one
key: str = outcome.replay_key  # E: only proofs have one


def all_kinds(outcome: qantara.Settlement) -> str:  # E: "open" is forgotten
    match outcome.kind:  # P: pyright says it here as well
        case "paid" | "held" | "reversed":
            return outcome.kind
        case "failed":
            return "no"


def a_float() -> None:
    gateway.create_payment(order_id="A", amount=25000.0, currency="IQD", description="x", redirect_url="x")  # E: float
