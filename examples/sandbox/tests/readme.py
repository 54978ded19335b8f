"""What the README says of connecting the SDK, run: readme.py URL, with the sandbox at that URL and qantara installed.

Each Python block is run as it stands but for the sandbox's address; then a payment is made and proven with each of the
three gateways, and with each merchant of the e-Commerce Gateway's table.
"""

import json
import re
import sys
import urllib.error
import urllib.request
from pathlib import Path

from qantara import MismatchError

README = (Path(__file__).parent.parent / "README.md").read_text(encoding="utf-8")
URL = sys.argv[1].rstrip("/")
# Nobody listens there: what would be delivered is read from the sandbox's list.
SHOP = "http://127.0.0.1:9"
# A merchant of the table: its X-API-Key, scheme, TERMINAL, MAC key and profile.
ROW = re.compile(r"^\| `([\w-]+)` \| `([a-z-]+)`: .*\| (\d{8}) \| `(\w+)`.*\| `([^`]+)` \|$", re.MULTILINE)


def send(call):
    request = urllib.request.Request(call.url, data=call.body, headers=dict(call.headers), method=call.method)
    try:
        with urllib.request.urlopen(request, timeout=10) as answer:
            return call.parse(answer.status, answer.read())
    except urllib.error.HTTPError as answer:
        return call.parse(answer.code, answer.read())


def ask(path, body=None):
    data = None if body is None else json.dumps(body).encode()
    request = urllib.request.Request(URL + path, data=data, headers={"Content-Type": "application/json"})
    with urllib.request.urlopen(request, timeout=10) as answer:
        return json.load(answer)


def order(number, amount, currency):
    return {"order_id": number, "amount": amount, "currency": currency}


def alqaseh(gateway):
    wanted = order("README-1", "25000", "IQD")
    created = send(gateway.create_payment(**wanted, description="كتابان", redirect_url=f"{SHOP}/back"))
    assert created.pay_url.startswith(f"{URL}/alqaseh/pay/"), created.pay_url
    ask("/sandbox/pay", {"token": created.pay_url})
    send(gateway.get_payment(payment_id=created.payment_id)).expect_paid(wanted)


def egw(gateway, number):
    wanted = order(number, "25000", "IQD")
    prepared = send(gateway.prepare(**wanted, description="كتابان", transaction_type="retail", back_ref=f"{SHOP}/callback"))
    assert prepared.redirect_url.startswith(f"{URL}/egw/pay/"), prepared.redirect_url
    ask("/sandbox/pay", {"id": prepared.redirect_url})
    (callback,) = ask(f"/sandbox/deliveries?kind=egw.callback&order={number}")
    return gateway.verify_callback(callback["body"]).expect_paid(wanted)


def paylink(gateway):
    wanted = order("README-3", "100.00", "SAR")
    session = send(gateway.authenticate())
    made = send(gateway.add_invoice(
        bearer_token=session.bearer_token, order_id=wanted["order_id"], amount=wanted["amount"],
        callback_url=f"{SHOP}/back", client_name="Sara", client_mobile="0512345678",
        products=[{"title": "Book", "price": "50.00", "quantity": 2}],
    ))  # fmt: skip
    ask("/sandbox/pay", {"transaction_no": made.url})
    send(gateway.get_invoice(bearer_token=session.bearer_token, transaction_no=made.transaction_no)).expect_paid(wanted)


def main():
    blocks = re.findall(r"^```python\n(.*?)^```$", README, re.DOTALL | re.MULTILINE)
    of_alqaseh, of_egw, of_paylink = [block.replace("http://127.0.0.1:8480", URL) for block in blocks]

    def run(code):
        space = {}
        exec(code, space)
        return space

    alqaseh(run(of_alqaseh)["alqaseh"])
    paylink(run(of_paylink)["paylink"])
    egw(run(of_egw)["egw"], "000001")
    rows = ROW.findall(README)
    schemes = {scheme for _, scheme, *_ in rows}
    assert schemes == {merchant["scheme"] for merchant in ask("/sandbox/merchants")["egw"]}, schemes
    for number, (api_key, scheme, terminal, mac_key, profile) in enumerate(rows, 2):
        code = of_egw
        for name, value in {"api_key": f'"{api_key}"', "terminal": f'"{terminal}"', "mac_key": f'"{mac_key}"', "profile": profile}.items():
            code, count = re.subn(rf"^    {name}=.*,$", f"    {name}={value},", code, flags=re.MULTILINE)
            assert count == 1, name
        try:
            egw(run(code)["egw"], f"{number:06}")
            assert scheme != "classic", "its replies prove nothing"
        except MismatchError as error:
            assert scheme == "classic", f"{scheme}: {error}"
    print(f"the README's three gateways work, and its {len(rows)} merchants of the e-Commerce Gateway")


main()
