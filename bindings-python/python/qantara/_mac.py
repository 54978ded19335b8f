"""The low-level MAC."""

# Generated from the core's tables by `cargo run -p qantara-contract`. Do not edit.

from __future__ import annotations

from . import _native

TYPE_CHECKING = False
if TYPE_CHECKING:
    from decimal import Decimal
    from typing import Any, Literal

    from typing_extensions import Self

    from ._types import Algorithm, LengthUnit, LetterCase


class Mac(_native.Mac):
    """The low-level MAC: a key, a field order, nothing else. `source`, `sign` and `verify` take a dict.

    For schemes outside the gateways' operations, and for comparing notes with a bank.

    Args:
        key: The key in hex, at least 16 bytes.
        order: The fields the MAC covers, in order, such as `["AMOUNT", "CURRENCY", "ORDER"]`.
        algorithm: `HMAC-SHA1` unless you say otherwise.
        length_unit: What a length counts. Until you say, values that are not ASCII are refused.
        letter_case: The letter case of the hex: `upper` unless you say otherwise.
        absent: What stands for an absent field; `-` unless you say otherwise.
        trailing: Text that is appended to the source; none unless you say otherwise.
    """

    __slots__ = ()

    def __new__(
        cls,
        *,
        key: str,
        order: list[str] | tuple[str, ...],
        algorithm: Algorithm | None = None,
        length_unit: LengthUnit | None = None,
        letter_case: LetterCase | None = None,
        absent: str | None = None,
        trailing: str | None = None,
    ) -> Self:
        try:
            return super().__new__(cls, (key, order, algorithm, length_unit, letter_case, absent, trailing))
        finally:
            # A traceback that prints local variables must not print these.
            del key

    __new__.__qualname__ = __qualname__  # What a TypeError calls it.


__all__: list[str] = [
    "Mac",
]
