"""What becomes of an order, and other things that several gateways answer."""

# Generated from the core's tables by `cargo run -p qantara-contract`. Do not edit.

from __future__ import annotations

from . import _native

TYPE_CHECKING = False
if TYPE_CHECKING:
    from decimal import Decimal
    from typing import Any, Literal

    from typing_extensions import Self

    from ._types import OutcomeKind


class Outcome(_native.Message):
    """What happened to your order, as far as it can be proven.

    `paid`, `held` and `reversed` are proofs and have a `replay_key`: insert it under a unique
    constraint in the transaction that books the effect. `failed` never blocks a later proof (a
    second card on the same page is normal). `open` means: ask again.

    Store what `to_dict` returns, and give the outcome or that back where a later request needs it as
    a proof.
    """

    __slots__ = ()

    @property
    def kind(self) -> OutcomeKind:
        """What happened: `paid`, `held` (authorized, not yet taken), `reversed`, `failed` or `open`."""
        return self._field(0)

    @property
    def order_id(self) -> str:
        """Your order number."""
        return self._field(1)

    @property
    def amount(self) -> Decimal:
        """The amount of your order, in major units."""
        return self._field(2)

    @property
    def currency(self) -> str:
        """The currency."""
        return self._field(3)

    @property
    def status(self) -> str:
        """The gateway's own word for it (for EGW: ACTION and RC, such as `0/00`)."""
        return self._field(4)

    @property
    def transaction_type(self) -> str | None:
        """What it is about: `retail`, `authorization`, `reversal`, or a completion (`complete_sales`;
        at EGW `completion`). That a reversal failed does not undo the payment.
        """
        return self._field(5)

    @property
    def payment_id(self) -> str | None:
        """The gateway's payment id, if it has one."""
        return self._field(6)

    @property
    def rrn(self) -> str | None:
        """EGW: the reference a completion or reversal needs."""
        return self._field(7)

    @property
    def int_ref(self) -> str | None:
        """EGW: the internal reference a completion or reversal needs."""
        return self._field(8)

    @property
    def replay_key(self) -> str | None:
        """Proofs only: unique for this effect. Gateway, environment, merchant (EGW: else the terminal),
        payment (EGW: ORDER, TRTYPE and RRN) and outcome. So what is moved in parts under the same
        RRN, such as two partial reversals, has one key: book the second by hand.
        """
        return self._field(9)


class Paid(Outcome):
    """Proof that the customer paid this order."""

    __slots__ = ()

    @property
    def kind(self) -> Literal["paid"]:
        """What happened."""
        return self._field(0)

    @property
    def replay_key(self) -> str:
        """Insert it under a unique constraint in the transaction that books the effect."""
        return self._field(9)


class Held(Outcome):
    """Proof that the amount is authorized and held, not taken."""

    __slots__ = ()

    @property
    def kind(self) -> Literal["held"]:
        """What happened."""
        return self._field(0)

    @property
    def replay_key(self) -> str:
        """Insert it under a unique constraint in the transaction that books the effect."""
        return self._field(9)


class Reversed(Outcome):
    """Proof that the payment was reversed."""

    __slots__ = ()

    @property
    def kind(self) -> Literal["reversed"]:
        """What happened."""
        return self._field(0)

    @property
    def replay_key(self) -> str:
        """Insert it under a unique constraint in the transaction that books the effect."""
        return self._field(9)


class Failed(Outcome):
    """The attempt failed. A later proof of payment is still possible."""

    __slots__ = ()

    @property
    def kind(self) -> Literal["failed"]:
        """What happened."""
        return self._field(0)


class Open(Outcome):
    """Nothing is decided, or the gateway does not know: ask again."""

    __slots__ = ()

    @property
    def kind(self) -> Literal["open"]:
        """What happened."""
        return self._field(0)


Settlement = Paid | Held | Reversed | Failed | Open
"""What `settle` returns. `match` on `kind` or on the class; both are checked."""


class TestMessage(_native.Message):
    """A message for your own tests, as the gateway would send it."""

    __slots__ = ()
    __test__ = False  # pytest would take it for a test.

    @property
    def body(self) -> str:
        """What is posted."""
        return self._field(0)

    @property
    def content_type(self) -> str:
        """Its `Content-Type`."""
        return self._field(1)


class TestUrl(_native.Message):
    """An address for your own tests, as a browser would come back with it."""

    __slots__ = ()
    __test__ = False  # pytest would take it for a test.

    @property
    def url(self) -> str:
        """The whole URL."""
        return self._field(0)


_native.register({
    made.__name__: made
    for made in (
        Outcome,
        Paid,
        Held,
        Reversed,
        Failed,
        Open,
        TestMessage,
        TestUrl,
    )
})


__all__: list[str] = [
    "Failed",
    "Held",
    "Open",
    "Outcome",
    "Paid",
    "Reversed",
    "Settlement",
    "TestMessage",
    "TestUrl",
]
