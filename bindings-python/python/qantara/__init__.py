"""Payments through Al Qaseh and Paylink, without any I/O of its own: you send the requests.

    from qantara import AlQaseh

    gateway = AlQaseh(environment="test", client_id="…", client_secret="…")
    call = gateway.create_payment(
        order_id="A-1", amount="25000", currency="IQD", description="Two books",
        redirect_url="https://shop.example/return",
    )
    answer = httpx.request(call.method, call.url, headers=call.headers, content=call.body)
    created = call.parse(answer.status_code, answer.content)

Store `created.payment_id` beside your order and send the customer's browser to `created.pay_url`. When a
webhook or redirect comes back, it is a hint: fetch the payment and match it against your own order.

    look = gateway.get_payment(payment_id=stored_id)
    …
    outcome = look.parse(status, body).settle({"order_id": "A-1", "amount": "25000", "currency": "IQD"})
    match outcome.kind:
        case "paid": …      # and "held", "reversed", "failed", "open"

Amounts are text or integers or `Decimal`, never floats. Everything that is wrong with an input is reported
at once, as a `ValidationError`; every error is a `QantaraError` and says in `retry` whether sending the
same bytes again is safe.
"""

from __future__ import annotations

from . import _face
from ._errors import GatewayError, MismatchError, QantaraError, ReplyError, SignatureError, ValidationError
from ._face import *
from ._gateways import Done, Send, Wait
from ._native import Acknowledgment, Call, parse_reply

TYPE_CHECKING = False
if TYPE_CHECKING:
    from . import _types
    from ._types import *

__all__ = [
    "Acknowledgment",
    "Call",
    "Done",
    "GatewayError",
    "MismatchError",
    "QantaraError",
    "ReplyError",
    "Send",
    "SignatureError",
    "ValidationError",
    "Wait",
    "parse_reply",
]
__all__ += _face.__all__
if TYPE_CHECKING:
    __all__ += _types.__all__
else:

    def __getattr__(name: str) -> object:
        # The types of plain data need `typing`, whose import takes longer than everything else here.
        if not name.startswith("_"):
            from . import _types

            if name in _types.__all__:
                return globals().setdefault(name, getattr(_types, name))
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
