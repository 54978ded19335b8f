"""A million rounds of a new gateway, call, reply and settlement: memory must stay where it is.   memory.py [ROUNDS]

Says on stderr how it stands along the way, and prints a line of JSON: by how many bytes it grew over these rounds, after
2,000 that warm up. Exits 1 if that is more than 500 kB.
"""

from __future__ import annotations

import json
import os
import sys
import time

import qantara

ROUNDS = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
WARM = 2_000
LIMIT = 500_000
PAYMENT = json.dumps({"payment_id": "p-1", "order_id": "A-1", "amount": 25000, "currency": "IQD", "token": "t0k3n",
                      "payment_status": "succeeded", "transaction_type": "Retail", "more": [1.5, {"a": None}]})  # fmt: skip
ORDER: qantara.Order = {"order_id": "A-1", "amount": 25000, "currency": "IQD"}


def resident() -> int:
    with open("/proc/self/statm") as file:
        return int(file.read().split()[1]) * os.sysconf("SC_PAGESIZE")


def one_round(i: int) -> None:
    gateway = qantara.AlQaseh(environment="test", client_id="shop", client_secret=f"secret-{i}")
    call = gateway.create_payment(
        order_id=f"A-{i}", amount=25000 + i, currency="IQD", description="Two books",
        redirect_url="https://shop.example/return", custom_data={"cart": [i]},
    )  # fmt: skip
    call.headers, call.body, call.expect
    payment = qantara.parse_reply(gateway.get_payment(payment_id="p-1").expect, 200, PAYMENT)
    assert isinstance(payment, qantara.Payment)
    assert payment.expect_paid(ORDER).replay_key
    try:
        gateway.create_payment(order_id="", amount=1.5, currency="", description="", redirect_url="")  # type: ignore[arg-type]
    except qantara.ValidationError as error:
        assert error.faults
    rows = gateway.history(limit=20).parse(200, f"[{PAYMENT},{PAYMENT}]").payments
    assert rows[1].amount == 25000 and rows[0].to_dict()["token"] == "t0k3n"
    egw = qantara.Egw(environment="test", api_key="k", mac_key=f"{i + 1:032X}", profile="kina", terminal="1",
                      completion_trtype="21")  # fmt: skip
    egw.prepare(amount=i + 1, currency="IQD", order_id=f"{i:06}", description="Two books", transaction_type="retail",
                back_ref="https://shop.example/r")  # fmt: skip
    held = {"kind": "held", "order_id": f"{i:06}", "amount": "5", "currency": "IQD", "status": "0/00", "rrn": "123456789012",
            "int_ref": "A", "replay_key": f"egw/test/1/{i:06}/0/123456789012/held"}  # fmt: skip
    egw.completion(authorization=held, amount=5, description="Two books", back_ref="https://shop.example/r")
    assert egw.card_form(amount=i + 1, currency="IQD", order_id=f"{i:06}", description="Two books", transaction_type="retail",
                         back_ref="https://shop.example/r").fields  # fmt: skip


def main() -> int:
    for i in range(WARM):
        one_round(i)
    warm, started, step = resident(), time.monotonic(), max(1, ROUNDS // 10)
    for i in range(ROUNDS):
        one_round(i)
        if (i + 1) % step == 0:
            print(f"{i + 1:>9} rounds  {resident() / 1e6:7.2f} MB  {time.monotonic() - started:6.1f} s", file=sys.stderr, flush=True)
    grown = resident() - warm
    print(json.dumps({"language": "Python", "job": "memory", "unit": "bytes", "rounds": ROUNDS, "ours": grown,
                      "against": None, "theirs": None}))  # fmt: skip
    return int(grown > LIMIT)


if __name__ == "__main__":
    sys.exit(main())
