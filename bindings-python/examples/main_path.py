"""The main path through all three gateways, against the sandbox. Needs httpx.

    cargo run -p qantara-sandbox -- --port 8480
    python examples/main_path.py http://127.0.0.1:8480
"""

from __future__ import annotations

import json
import queue
import sys
import threading
import time
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import NamedTuple, TypeVar

import httpx

from qantara import AlQaseh, Call, Delivery, Done, Egw, MismatchError, Order, Paylink, Send, SignatureError, Wait

R = TypeVar("R")

# The gateways' own published test logins, keys and cards. No money moves.
ALQASEH_LOGIN = ("public_test", "Lr10yWWmm1dXLoI7VgXCrQVnlq13c1G0")
ALQASEH_CARD = {"number": "5341432900077803", "expiry": "01/2027", "cvv": "971"}
EGW_API_KEY = "4c2db6a1c9d841809c0fcdbf1fd0aeb8"
EGW_MAC_KEY = "00112233445566778899AABBCCDDEEFF"
EGW_CARD = {"number": "5341432908085972", "expiry": "11/2026", "cvv": "972"}
# The field order of replies, as this merchant's bank gave it.
EGW_REPLY = ["TERMINAL", "TRTYPE", "ORDER", "AMOUNT", "CURRENCY", "ACTION", "RC", "APPROVAL", "RRN", "INT_REF",
             "TIMESTAMP", "NONCE"]  # fmt: skip

web = httpx.Client(follow_redirects=False, timeout=10)


def send(call: Call[R]) -> R:
    """The one place where requests go out: Qantara itself opens no connection."""
    answer = web.request(call.method, call.url, headers=call.headers, content=call.body)
    return call.parse(answer.status_code, answer.content, answer.headers.get("content-type"))


class Delivered(NamedTuple):
    path: str
    body: bytes


class Shop(HTTPServer):
    """Where webhooks and callbacks arrive."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Inbox)
        self.inbox: queue.Queue[Delivered] = queue.Queue()
        self.url = f"http://127.0.0.1:{self.server_port}"
        threading.Thread(target=self.serve_forever, daemon=True).start()

    def next(self, path: str) -> bytes:
        delivered = self.inbox.get(timeout=10)
        assert delivered.path == path, delivered.path
        return delivered.body


class Inbox(BaseHTTPRequestHandler):
    server: Shop

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        self.server.inbox.put(Delivered(self.path, body))
        self.send_response(200)
        self.end_headers()

    def log_message(self, *_: object) -> None:
        pass


def pay(page: str, card: dict[str, str]) -> str:
    """The customer fills in the form; returns where the browser is sent."""
    answer = web.post(page, data=card)
    return str(answer.headers.get("location", ""))


def alqaseh(sandbox: str, shop: Shop) -> None:
    client_id, client_secret = ALQASEH_LOGIN
    gateway = AlQaseh(
        environment="test", client_id=client_id, client_secret=client_secret,
        base_url=f"{sandbox}/alqaseh/v1", pay_page_url=f"{sandbox}/alqaseh/pay",
    )  # fmt: skip
    order: Order = {"order_id": f"PY-{time.time_ns()}", "amount": "25000", "currency": "IQD"}
    created = send(gateway.create_payment(
        order_id=order["order_id"], amount=order["amount"], currency=order["currency"], description="Two books",
        redirect_url=f"{shop.url}/return", webhook_url=f"{shop.url}/webhook",
    ))  # fmt: skip
    print(f"created   {created!r}")

    # The forger is first. Neither message counts, and neither is in the way of the genuine one.
    redirect = AlQaseh.parse_redirect(f"{shop.url}/return?payment_id={created.payment_id}&status=Success")
    forged = f'{{"order_id":"{order["order_id"]}","payment_status":"Success","amount":25000,"currency":"IQD"}}'
    webhook = AlQaseh.parse_webhook(forged)
    assert redirect.status == "success" and webhook.payment_status == "success"
    assert not hasattr(webhook, "settle") and not hasattr(webhook, "replay_key")
    payment = send(gateway.get_payment(payment_id=created.payment_id))
    assert payment.settle(order).kind == "open"
    try:
        payment.expect_paid(order)
        raise AssertionError("a forged webhook counted")
    except MismatchError as error:
        print(f"forged    {error}")

    assert created.pay_url
    back = pay(created.pay_url, ALQASEH_CARD)
    hint = AlQaseh.parse_webhook(shop.next("/webhook"))
    assert hint.order_id == order["order_id"] and AlQaseh.parse_redirect(back).status == "success"
    # The id the shop stored, never the webhook's own.
    paid = send(gateway.get_payment(payment_id=created.payment_id)).expect_paid(order)
    assert paid.kind == "paid"
    print(f"paid      {paid.amount} {paid.currency}, book it under {paid.replay_key}")

    history = send(gateway.history(order_id=order["order_id"], limit=20))
    rows = [row for row in history.payments if row.payment_status == "succeeded"]
    assert [(row.payment_id, row.amount) for row in rows] == [(created.payment_id, paid.amount)]
    assert history.expect_paid(order).replay_key == paid.replay_key
    print(f"history   {len(history.payments)} row: the books agree")


def egw(sandbox: str, shop: Shop) -> None:
    gateway = Egw(
        environment="test", api_key=EGW_API_KEY, mac_key=EGW_MAC_KEY, merchant="EGW TEST", terminal="99999999",
        merch_name="Books Online Inc.", merch_url="www.sample.com",
        profile={"preset": "classic", "orders": {"reply": EGW_REPLY}},
        completion_trtype="21", prepare_url=f"{sandbox}/egw/api/payment/prepare", cgi_link_url=f"{sandbox}/egw/cgi-bin/cgi_link",
    )  # fmt: skip
    number = Egw.order_number(sequence=time.time_ns() // 1000 % 10**12)
    order: Order = {"order_id": number.order_id, "amount": "240000", "currency": "IQD"}
    prepared = send(gateway.prepare(
        order_id=order["order_id"], amount=order["amount"], currency=order["currency"],
        description="Room 12, two nights", transaction_type="authorization", back_ref=f"{shop.url}/callback",
    ))  # fmt: skip
    assert prepared.redirect_url
    pay(prepared.redirect_url, EGW_CARD)
    callback = shop.next("/callback")

    altered = callback.replace(b"AMOUNT=240000", b"AMOUNT=240001")
    assert altered != callback
    try:
        gateway.verify_callback(altered)
        raise AssertionError("an altered callback verified")
    except SignatureError as error:
        print(f"altered   {error.code}: unverified, not declined")

    outcome = gateway.verify_callback(callback).settle(order)
    match outcome.kind:
        case "held":
            print(f"held      {outcome.amount} {outcome.currency}, RRN {outcome.rrn}, {outcome.replay_key}")
        case other:
            raise AssertionError(f"expected held, it is {other}")

    # The guest leaves a day early. The proof has been in the shop's database meanwhile.
    database = json.dumps(outcome.to_dict())
    taken: Order = {"order_id": order["order_id"], "amount": "120000", "currency": "IQD"}
    call = gateway.completion(
        authorization=json.loads(database), amount=taken["amount"], description="Room 12, one night",
        back_ref=f"{shop.url}/callback",
    )  # fmt: skip
    answer = web.request(call.method, call.url, headers=call.headers, content=call.body)
    # It answers what was sent, and its P_SIGN proves what it says.
    call.parse(answer.status_code, answer.content)
    paid = gateway.verify_callback(answer.content).expect_paid(taken)
    print(f"completed {paid.amount} {paid.currency} of {outcome.amount}, {paid.replay_key}")


def invoice(gateway: Paylink, shop: Shop) -> str:
    """Makes an invoice, has it paid and proves that; returns what is to be acknowledged."""
    session = send(gateway.authenticate())
    order: Order = {"order_id": f"PY-{time.time_ns()}", "amount": "100.00", "currency": "SAR"}
    made = send(gateway.add_invoice(
        bearer_token=session.bearer_token, order_id=order["order_id"], amount=order["amount"],
        callback_url=f"{shop.url}/callback", client_name="Sara", client_mobile="0512345678",
        products=[{"title": "Book", "price": "50.00", "quantity": 2}],
    ))  # fmt: skip
    look = gateway.get_invoice(bearer_token=session.bearer_token, transaction_no=made.transaction_no)
    assert send(look).settle(order).kind == "open"
    sandbox = str(made.url).split("/paylink")[0]
    web.post(f"{sandbox}/sandbox/pay", json={"transaction_no": made.transaction_no}).raise_for_status()
    paid = send(look).expect_paid(order)
    print(f"invoice   {paid.amount} {paid.currency} paid, book it under {paid.replay_key}")
    # Here one number stands for both; ask Paylink whether your `linkReferenceNumber` is another.
    return made.transaction_no


def paylink(sandbox: str, shop: Shop) -> None:
    gateway = Paylink(
        environment="test", merchant_id="sandbox-merchant", api_key="sandbox-paylink-key", base_url=f"{sandbox}/paylink",
        api_id="sandbox-api-id", secret_key="sandbox-secret-key", invoices_url=f"{sandbox}/paylink",
    )  # fmt: skip
    reference = invoice(gateway, shop)
    fault = {"kind": "lose_reply", "path": "payment-acknowledgment", "times": 1}
    web.post(f"{sandbox}/sandbox/faults", json=fault).raise_for_status()

    deadline = int(time.time()) + 600
    stored: Delivery = gateway.decide(link_reference=reference, verdict="success", deadline=deadline)
    attempts = 0
    while True:
        # As if the process had been restarted in between: everything is in what the shop stored.
        ack = gateway.acknowledgment(stored)
        step = ack.step()
        stored = ack.save()
        match step:
            case Send(call):
                attempts += 1
                try:
                    answer = web.request(call.method, call.url, headers=call.headers, content=call.body)
                    retry_after = answer.headers.get("retry-after")
                    ack.heard(status=answer.status_code, body=answer.content, retry_after=retry_after)
                except httpx.TransportError as error:
                    print(f"lost      the reply ({type(error).__name__}); it is sent again, byte for byte")
                    ack.heard()
                stored = ack.save()
            case Wait(until):
                time.sleep(max(0, until - time.time()))
            case Done():
                break
    assert stored["state"] == "acknowledged" and attempts == 2, stored
    try:
        gateway.decide(link_reference=reference, verdict="failure", deadline=deadline, earlier=stored)
        raise AssertionError("a decision was changed")
    except MismatchError as error:
        print(f"acknowledged after {attempts} attempts; the opposite is refused: {error.code}")


def main() -> None:
    sandbox = sys.argv[1].rstrip("/") if len(sys.argv) > 1 else "http://127.0.0.1:8480"
    shop = Shop()
    alqaseh(sandbox, shop)
    egw(sandbox, shop)
    paylink(sandbox, shop)
    print("the main path is whole")


if __name__ == "__main__":
    main()
