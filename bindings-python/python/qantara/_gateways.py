"""What gateways have beside their operations: signed callbacks, and the delivery of an acknowledgment."""

from __future__ import annotations

from . import _native

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Final, Literal

    from ._egw import SignedCallback
    from ._paylink import Acknowledged
    from ._types import Delivery


class Secret(str):
    """Text that prints as `***` inside other things, such as a dict of headers."""

    __slots__ = ()

    def __repr__(self) -> str:
        return "'***'"


class Send:
    """Store what `save()` returns, send this call, and tell `heard` what came of it."""

    __slots__ = ("call",)
    __match_args__ = ("call",)
    kind: Final[Literal["send"]] = "send"

    def __init__(self, call: _native.Call[Acknowledged]) -> None:
        self.call = call

    def __repr__(self) -> str:
        return f"Send({self.call!r})"


class Wait:
    """Come back at `until`, in Unix seconds."""

    __slots__ = ("until",)
    __match_args__ = ("until",)
    kind: Final[Literal["wait"]] = "wait"

    def __init__(self, until: int) -> None:
        self.until = until

    def __repr__(self) -> str:
        return f"Wait({self.until})"


class Done:
    """There is nothing more to send; `state` says how it ended."""

    __slots__ = ()
    kind: Final[Literal["done"]] = "done"

    def __repr__(self) -> str:
        return "Done()"


class CallbackGateway(_native.Gateway):
    """A gateway that signs its callbacks."""

    __slots__ = ()

    def verify_callback(self, body: bytes | str) -> SignedCallback:
        """Reads a callback and verifies its MAC with your key and the profile's reply order.

        Raises a SignatureError if it does not verify: then it is unverified, not declined.
        """
        try:
            return self._verify_callback(body)
        finally:
            del body  # A traceback that prints local variables must not print this one.


class DeliveringGateway(_native.Gateway):
    """A gateway that waits for an acknowledgment of every payment."""

    __slots__ = ()

    def acknowledgment(self, saved: Delivery) -> _native.Acknowledgment:
        """Starts a delivery, or goes on after a restart, from the record that `decide` or `save` returned."""
        return self._acknowledgment(saved)


_native.register({made.__name__: made for made in (Secret, Send, Wait, Done)})

__all__: list[str] = ["Done", "Secret", "Send", "Wait"]
