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

Amounts are text or integers or `Decimal`, never floats. Every value that is wrong is reported at once, as a
`ValidationError`; every error of Qantara's is a `QantaraError` and says in `retry` whether sending the same
bytes again is safe. A keyword that is misspelt or left out is Python's own `TypeError`, one at a time: mypy and
pyright find them all before. (Names inside a dict that you give, such as an order, are Qantara's to check.)
"""

from __future__ import annotations

from ._errors import GatewayError, MismatchError, QantaraError, ReplyError, SignatureError, ValidationError
from ._index import MODULES
from ._native import Acknowledgment, Call, parse_reply

TYPE_CHECKING = False
if TYPE_CHECKING:
    from . import _alqaseh, _egw, _gateways, _mac, _messages, _paylink, _reply, _types
    from ._alqaseh import *
    from ._egw import *
    from ._gateways import *
    from ._mac import *
    from ._messages import *
    from ._paylink import *
    from ._reply import *
    from ._types import *

__all__ = [
    "Acknowledgment",
    "Call",
    "GatewayError",
    "MismatchError",
    "QantaraError",
    "ReplyError",
    "SignatureError",
    "ValidationError",
    "parse_reply",
]
if TYPE_CHECKING:
    __all__ += _alqaseh.__all__
    __all__ += _egw.__all__
    __all__ += _gateways.__all__
    __all__ += _mac.__all__
    __all__ += _messages.__all__
    __all__ += _paylink.__all__
    __all__ += _reply.__all__
    __all__ += _types.__all__
else:
    MODULES = MODULES | dict.fromkeys(("Done", "Secret", "Send", "Wait"), "_gateways")
    __all__ += MODULES

    def __getattr__(name: str) -> object:
        # Each module is imported when it is needed: a shop with one gateway does not wait for the others, and none
        # waits for `typing`, which only the types of plain data need.
        if name in MODULES:
            module = __import__(MODULES[name], globals(), fromlist=(name,), level=1)
            return globals().setdefault(name, getattr(module, name))
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")

    def __dir__() -> list[str]:
        return sorted({*globals(), *__all__})
