"""The exceptions: one class per kind of trouble, all with the same attributes."""

from __future__ import annotations

from . import _native

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Literal

    from ._types import Fault


class QantaraError(Exception):
    """Why something could not be done. The message says what to do about it.

    Attributes:
        code: The first fault's stable dotted code, such as `amount.float`.
        number: The first fault's stable number, such as 1020.
        field: The field the first fault is about, or None.
        faults: Everything that is wrong, at least one: `{code, number, field, limit, message}`.
        retry: Whether sending the identical bytes again is `safe`; `look_up_first` if it may have happened
            (`look_up` says how to find out); or `never`.
        look_up: What to look up with, or None.
        status: The HTTP status of the reply, or None.
        gateway_code: The gateway's own error code, or None.
        gateway_message: The gateway's own words, or None; None for calls that are given a card or a page's token.
        gateway_reference: The gateway's reference for its support desk, or None.
    """

    code: str = "input.syntax"
    number: int = 1013
    field: str | None = None
    faults: list[Fault] = []
    retry: Literal["safe", "look_up_first", "never"] = "never"
    look_up: str | None = None
    status: int | None = None
    gateway_code: str | None = None
    gateway_message: str | None = None
    gateway_reference: str | None = None


class ValidationError(QantaraError):
    """What you gave is not valid. Nothing was sent."""


class SignatureError(QantaraError):
    """A MAC is missing, malformed or does not verify: the message is unverified, not declined."""


class ReplyError(QantaraError):
    """The reply can't be read. What happened is unknown unless `retry` says otherwise."""


class MismatchError(QantaraError):
    """The message is genuine but not what you expected: another order, amount, currency or kind."""


class GatewayError(QantaraError):
    """The gateway answered with an error."""


_native.register({
    made.__name__: made for made in (ValidationError, SignatureError, ReplyError, MismatchError, GatewayError)
})
