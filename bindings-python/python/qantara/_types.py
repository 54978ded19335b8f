"""Types of plain data: for annotations and type checkers."""

# Generated from the core's tables by `cargo run -p qantara-contract`. Do not edit.

from __future__ import annotations

from decimal import Decimal
from typing import Any, Literal, TypedDict

Environment = Literal["test", "production"]
"""Where requests go. One letter of a host name separates the two, so they are never edited as text."""

Encoding = Literal["json", "form"]
"""How prepare's body is written. The gateway's page describes JSON and prints form names too."""

LengthUnit = Literal["bytes", "characters"]
"""What the length before a value counts. The banks differ, and for Arabic text it matters."""

ReplyAmount = Literal["exact", "at_least"]
"""How a reply's amount is compared with your order's."""

TransactionType = Literal["retail", "authorization", "reversal", "complete_sales"]
"""What kind of transaction a payment is."""

SortOrder = Literal["asc", "desc"]
"""Which rows come first."""

PaymentStatus = Literal[
    "prepared", "revoked", "failed", "retried", "succeeded", "expired", "duplicated", "declined",
    "unknown", "success", "pending",
]
"""A payment's status. The API's words are lower case; redirects and webhooks say Success, Failed,
Pending. Any letter case is read, and an unknown word is kept as it came.
"""

EgwTransactionType = Literal["authorization", "retail"]
"""What prepare does: take the money, or only hold it."""

OutcomeKind = Literal["paid", "held", "reversed", "failed", "open"]
"""What happened to an order."""

EgwTransaction = Literal["authorization", "retail", "completion", "reversal"]
"""The transactions of an order; a completion's and a reversal's TRTYPE is a setting."""

DeliveryKind = Literal["payment", "refund"]
"""What is acknowledged: that a payment was settled (the order becomes PAID), or a refund (REFUNDED)."""

Verdict = Literal["success", "failure"]
"""What you tell Paylink: that your shop settled the order, or that it could not."""

DeliveryState = Literal["pending", "paused", "acknowledged", "acknowledged_late", "refused", "gave_up"]
"""How a delivery stands."""

ReturnedStatus = Literal["success", "failed", "pending"]
"""What a redirect or webhook claims happened."""

DeliveryForm = Literal["json", "form", "xml", "html"]
"""The form a gateway delivers its fields in."""

OrderStatus = Literal["pending", "created", "paid", "canceled", "declined", "completed"]
"""An invoice's status. Any letter case is read, and an unknown word is kept as it came."""

RefundStatus = Literal["refunded", "failed"]
"""What a refund webhook claims. Any letter case is read, and an unknown word is kept as it came."""

Algorithm = Literal["HMAC-SHA1", "HMAC-SHA256"]
"""The hash under the HMAC."""

LetterCase = Literal["upper", "lower"]
"""The letter case of the hex."""

ResultClass = Literal["approved", "declined", "merchant_error", "unknown"]
"""What a code says happened."""

RetryVerdict = Literal["safe", "look_up_first", "never"]
"""Whether what was sent may be sent again."""

MessageKind = Literal["request", "reply"]
"""What a captured message is."""

KeyForm = Literal[
    "hex_decoded", "text", "upper_case_text", "lower_case_text", "without_last_digit",
    "without_first_digit", "zero_in_front", "zero_at_end", "components_joined",
]
"""How the key's text became the bytes of the key."""

MacCase = Literal["upper", "lower", "mixed"]
"""The letter case of a captured MAC."""


class _Order(TypedDict):
    order_id: str
    amount: str | int | Decimal
    currency: str


class Order(_Order, total=False):
    """What you expect: your order, as your own database has it. A reply is matched against it.

    Keys:
        order_id: Your order number (for EGW: the ORDER you sent).
        amount: What the customer owes, as exact decimal text in major units.
        currency: The currency, three upper-case letters such as `IQD`.
        reversal_requested: Set once you have asked for a reversal: from then on nothing counts as
            paid or held, since no status tells.
        paid_as: What already paid this order, if something did: the `payment_id` (EGW: the `rrn`) of
            the earlier proof. A second payment under another one is then reported loudly.
        allow_fraction: Accept a fraction or three decimals in dinars.
    """

    reversal_requested: bool
    paid_as: str
    allow_fraction: bool


class Stamp(TypedDict):
    """A time stamp and nonce of your own making, in place of the ones made for you.

    Keys:
        timestamp: UTC as `YYYYMMDDHHMMSS`; the gateway refuses one that is more than an hour off.
        nonce: 16 to 64 hex digits (8 to 32 random bytes), never used before.
    """

    timestamp: str
    nonce: str


class Profile(TypedDict, total=False):
    """Your own P_SIGN scheme, where no preset fits: take a preset and change what differs.

    Keys:
        preset: The preset to start from: `alqaseh-unconfirmed`, `classic`, `romcard`, `bcc` or
            `kina`.
        algorithm: `HMAC-SHA1` unless you or the preset say otherwise.
        length_unit: What a length counts. Until you say, values that are not ASCII are refused.
        letter_case: The letter case of the hex: `upper` unless you say otherwise.
        absent: What stands for an absent field; `-` unless you say otherwise.
        trailing: Text that is appended to the source; none unless you say otherwise.
        orders: The fields each message's MAC covers, in order: keys are `request`, `completion`,
            `reversal`, `inquiry` or `reply`, alone or with a TRTYPE (`request 0`, `reply 21`).
        from_configuration: Fields of replies that are signed but not echoed: they are taken from the
            configuration.
    """

    preset: str
    algorithm: Algorithm
    length_unit: LengthUnit
    letter_case: LetterCase
    absent: str
    trailing: str
    orders: dict[str, Any]
    from_configuration: list[str] | tuple[str, ...]


class _Delivery(TypedDict):
    kind: DeliveryKind
    environment: Environment
    merchant_id: str
    link_reference: str
    verdict: Verdict
    decided_at: int
    deadline: int
    attempts: int
    state: DeliveryState


class Delivery(_Delivery, total=False):
    """The record of a decision and its delivery: plain data. Store it under a unique key of `kind`,
    `environment`, `merchant_id` and `link_reference`, in the transaction that settles your order,
    before the first bytes go out; store it again after every step.

    Keys:
        kind: What is acknowledged: `payment` or `refund`.
        environment: Where it goes: what was decided in a test goes on nowhere else.
        merchant_id: Your merchant id.
        link_reference: The `linkReferenceNumber` of the payment link.
        verdict: What you decided. It never changes.
        decided_at: When you decided, in Unix seconds.
        deadline: When Paylink refunds an unacknowledged order, in Unix seconds.
        attempts: How often it was sent.
        first_attempt_at: When it was sent first, in Unix seconds.
        last_attempt_at: When it was sent last, in Unix seconds.
        wait: How many seconds after that it may be sent again.
        state: How it stands.
        last_status: The last HTTP status, or absent if no answer came.
        last_message: What the gateway said last.
    """

    first_attempt_at: int
    last_attempt_at: int
    wait: int
    last_status: int
    last_message: str


class References(TypedDict):
    """References of an authorization that no proof of Qantara's stands for, such as ones your bank told
    you on the phone. Nothing has checked them.

    Keys:
        order_id: ORDER: the authorization's order number.
        rrn: RRN: 12 characters.
        int_ref: INT_REF: 1 to 128 characters.
        amount: What was authorized, in major units.
        currency: Its currency, three upper-case letters.
    """

    order_id: str
    rrn: str
    int_ref: str
    amount: str | int | Decimal
    currency: str


class _Product(TypedDict):
    title: str
    price: str | int | Decimal
    quantity: int


class Product(_Product, total=False):
    """What the customer buys.

    Keys:
        title: What it is called.
        price: The price of one, in major units, as exact decimal text.
        quantity: How many.
        description: What it is.
        is_digital: Whether it is delivered over the network.
        image_src: A picture of it.
        specific_vat: Its own rate of value-added tax.
        product_cost: What it cost you.
    """

    description: str
    is_digital: bool
    image_src: str
    specific_vat: str | int | Decimal
    product_cost: str | int | Decimal


class Fault(TypedDict):
    """One thing that is wrong, or worth knowing."""

    code: str
    number: int
    field: str | None
    limit: str | None
    message: str


__all__: list[str] = [
    "Algorithm",
    "Delivery",
    "DeliveryForm",
    "DeliveryKind",
    "DeliveryState",
    "EgwTransaction",
    "EgwTransactionType",
    "Encoding",
    "Environment",
    "Fault",
    "KeyForm",
    "LengthUnit",
    "LetterCase",
    "MacCase",
    "MessageKind",
    "Order",
    "OrderStatus",
    "OutcomeKind",
    "PaymentStatus",
    "Product",
    "Profile",
    "References",
    "RefundStatus",
    "ReplyAmount",
    "ResultClass",
    "RetryVerdict",
    "ReturnedStatus",
    "SortOrder",
    "Stamp",
    "TransactionType",
    "Verdict",
]
