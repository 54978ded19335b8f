"""Al Qaseh Payment API 2.0, and what it answers."""

# Generated from the core's tables by `cargo run -p qantara-contract`. Do not edit.

from __future__ import annotations

from . import _native

TYPE_CHECKING = False
if TYPE_CHECKING:
    from decimal import Decimal
    from typing import Any, Literal

    from typing_extensions import Self

    from ._messages import Paid, Settlement, TestMessage, TestUrl
    from ._types import Environment, Order, PaymentStatus, Profile, ReturnedStatus, SortOrder, TransactionType


class CreatedPayment(_native.Message):
    """A payment that was created and waits for the customer."""

    __slots__ = ()

    @property
    def payment_id(self) -> str:
        """The gateway's id of this payment. Store it beside your order: it is what you look up later."""
        return self._field(0)

    @property
    def token(self) -> str:
        """The token of the payment page. Who has it can open the page."""
        return self._field(1)

    @property
    def pay_url(self) -> str | None:
        """The payment page: send the customer's browser there."""
        return self._field(2)


class Payment(_native.Message):
    """A payment as the gateway has it. Only `settle` says whether it pays your order."""

    __slots__ = ()

    @property
    def id(self) -> Any:
        """The gateway's internal number."""
        return self._field(0)

    @property
    def payment_id(self) -> str:
        """The gateway's id of this payment."""
        return self._field(1)

    @property
    def token(self) -> str | None:
        """The token of the payment page."""
        return self._field(2)

    @property
    def order_id(self) -> str:
        """Your order number."""
        return self._field(3)

    @property
    def amount(self) -> Decimal:
        """The figure, as the gateway prints it: its numbers have 32 bits, so large ones may be off."""
        return self._field(4)

    @property
    def currency(self) -> str:
        """The currency."""
        return self._field(5)

    @property
    def description(self) -> str | None:
        """The description."""
        return self._field(6)

    @property
    def payment_status(self) -> PaymentStatus | str:
        """The status; `succeeded` alone does not mean paid: the transaction type says of what."""
        return self._field(7)

    @property
    def transaction_type(self) -> TransactionType | str | None:
        """What kind of transaction it is."""
        return self._field(8)

    @property
    def redirect_url(self) -> str | None:
        """Where the browser returns to."""
        return self._field(9)

    @property
    def webhook_url(self) -> str | None:
        """Where webhooks go."""
        return self._field(10)

    @property
    def approval_code(self) -> str | None:
        """The issuer's approval code."""
        return self._field(11)

    @property
    def rc(self) -> str | None:
        """The issuer's response code."""
        return self._field(12)

    @property
    def rrn(self) -> str | None:
        """The retrieval reference number."""
        return self._field(13)

    @property
    def merchant_email(self) -> str | None:
        """Your e-mail address at the gateway."""
        return self._field(14)

    @property
    def merchant_id(self) -> Any:
        """Your number at the gateway."""
        return self._field(15)

    @property
    def terminal_id(self) -> str | None:
        """The terminal."""
        return self._field(16)

    @property
    def country(self) -> str | None:
        """The country."""
        return self._field(17)

    @property
    def custom_data(self) -> Any:
        """What you gave as `custom_data`."""
        return self._field(18)

    @property
    def nonce(self) -> str | None:
        """The nonce."""
        return self._field(19)

    @property
    def p_sign(self) -> str | None:
        """A signature whose algorithm is not published."""
        return self._field(20)

    @property
    def gmt(self) -> str | None:
        """The offset from GMT."""
        return self._field(21)

    @property
    def timestamp(self) -> str | None:
        """The gateway's time stamp."""
        return self._field(22)

    @property
    def created_at(self) -> str | None:
        """When it was created."""
        return self._field(23)

    @property
    def updated_at(self) -> str | None:
        """When it was last changed."""
        return self._field(24)

    @property
    def deleted_at(self) -> str | None:
        """When it was deleted."""
        return self._field(25)

    @property
    def payment_status_histories(self) -> Any:
        """Every status it had: a list of `{status, created_at}`."""
        return self._field(26)

    def settle(self, order: Order) -> Settlement:
        """Matches it against your order (id, amount, currency, kind) and says what happened.

        Raises a MismatchError if it is not your order's, or success of an unknown kind; a SignatureError if a MAC
        has to be checked first.
        """
        return self._settle(order)

    def expect_paid(self, order: Order) -> Paid:
        """The short form of `settle`: proof of payment, or an error that says what there is instead."""
        return self._expect_paid(order)


class PaymentInfo(_native.Message):
    """What a payment page is for. It names no order, so it proves nothing: use `get_payment` for that."""

    __slots__ = ()

    @property
    def amount(self) -> Decimal:
        """The figure, as the gateway prints it: its numbers have 32 bits, so large ones may be off."""
        return self._field(0)

    @property
    def currency(self) -> str:
        """The currency."""
        return self._field(1)

    @property
    def description(self) -> str | None:
        """The description."""
        return self._field(2)

    @property
    def payment_status(self) -> PaymentStatus | str:
        """The status."""
        return self._field(3)


class History(_native.Message):
    """A page of the history. `settle` says what its rows prove about one order."""

    __slots__ = ()

    @property
    def payments(self) -> tuple[HistoryPayment, ...]:
        """The rows, in the gateway's order."""
        return self._field(0)

    def settle(self, order: Order) -> Settlement:
        """Matches it against your order (id, amount, currency, kind) and says what happened.

        Raises a MismatchError if it is not your order's, or success of an unknown kind; a SignatureError if a MAC
        has to be checked first.
        """
        return self._settle(order)

    def expect_paid(self, order: Order) -> Paid:
        """The short form of `settle`: proof of payment, or an error that says what there is instead."""
        return self._expect_paid(order)


class HistoryPayment(_native.Message):
    """A row of the history. All of it may be missing: a row that lacks what a proof needs never makes
    one.
    """

    __slots__ = ()

    @property
    def id(self) -> Any:
        """The gateway's internal number."""
        return self._field(0)

    @property
    def payment_id(self) -> str | None:
        """The gateway's id of this payment."""
        return self._field(1)

    @property
    def token(self) -> str | None:
        """The token of the payment page."""
        return self._field(2)

    @property
    def order_id(self) -> str | None:
        """Your order number."""
        return self._field(3)

    @property
    def amount(self) -> Decimal | None:
        """The figure, as the gateway prints it: its numbers have 32 bits, so large ones may be off."""
        return self._field(4)

    @property
    def currency(self) -> str | None:
        """The currency."""
        return self._field(5)

    @property
    def description(self) -> str | None:
        """The description."""
        return self._field(6)

    @property
    def payment_status(self) -> PaymentStatus | str | None:
        """The status."""
        return self._field(7)

    @property
    def transaction_type(self) -> TransactionType | str | None:
        """What kind of transaction it is."""
        return self._field(8)

    @property
    def redirect_url(self) -> str | None:
        """Where the browser returns to."""
        return self._field(9)

    @property
    def webhook_url(self) -> str | None:
        """Where webhooks go."""
        return self._field(10)

    @property
    def approval_code(self) -> str | None:
        """The issuer's approval code."""
        return self._field(11)

    @property
    def rc(self) -> str | None:
        """The issuer's response code."""
        return self._field(12)

    @property
    def rrn(self) -> str | None:
        """The retrieval reference number."""
        return self._field(13)

    @property
    def merchant_email(self) -> str | None:
        """Your e-mail address at the gateway."""
        return self._field(14)

    @property
    def merchant_id(self) -> Any:
        """Your number at the gateway."""
        return self._field(15)

    @property
    def terminal_id(self) -> str | None:
        """The terminal."""
        return self._field(16)

    @property
    def country(self) -> str | None:
        """The country."""
        return self._field(17)

    @property
    def custom_data(self) -> Any:
        """What you gave as `custom_data`."""
        return self._field(18)

    @property
    def nonce(self) -> str | None:
        """The nonce."""
        return self._field(19)

    @property
    def p_sign(self) -> str | None:
        """A signature whose algorithm is not published."""
        return self._field(20)

    @property
    def gmt(self) -> str | None:
        """The offset from GMT."""
        return self._field(21)

    @property
    def timestamp(self) -> str | None:
        """The gateway's time stamp."""
        return self._field(22)

    @property
    def created_at(self) -> str | None:
        """When it was created."""
        return self._field(23)

    @property
    def updated_at(self) -> str | None:
        """When it was last changed."""
        return self._field(24)

    @property
    def deleted_at(self) -> str | None:
        """When it was deleted."""
        return self._field(25)

    @property
    def payment_status_histories(self) -> Any:
        """Every status it had: a list of `{status, created_at}`."""
        return self._field(26)


class HistoryCsv(_native.Message):
    """The history as a file. It proves nothing: reconcile from `history`."""

    __slots__ = ()

    @property
    def columns(self) -> list[str]:
        """The headers, as they stand in the file."""
        return self._field(0)

    @property
    def rows(self) -> tuple[HistoryRow, ...]:
        """The rows, in the file's order."""
        return self._field(1)


class HistoryRow(_native.Message):
    """A row of the file: texts as they stand there. Columns that are no field are kept under their
    headers.
    """

    __slots__ = ()

    @property
    def line(self) -> int:
        """The line of the file the row begins on; the header is line 1."""
        return self._field(0)

    @property
    def id(self) -> str | None:
        """The gateway's internal number."""
        return self._field(1)

    @property
    def payment_id(self) -> str | None:
        """The gateway's id of the payment."""
        return self._field(2)

    @property
    def token(self) -> str | None:
        """The token of the payment page."""
        return self._field(3)

    @property
    def order_id(self) -> str | None:
        """Your order number."""
        return self._field(4)

    @property
    def amount(self) -> str | None:
        """The figure, as the gateway prints it."""
        return self._field(5)

    @property
    def currency(self) -> str | None:
        """The currency."""
        return self._field(6)

    @property
    def description(self) -> str | None:
        """The description."""
        return self._field(7)

    @property
    def payment_status(self) -> str | None:
        """The status, in the gateway's own word."""
        return self._field(8)

    @property
    def transaction_type(self) -> str | None:
        """What kind of transaction it is, in the gateway's own word."""
        return self._field(9)

    @property
    def redirect_url(self) -> str | None:
        """Where the browser returns to."""
        return self._field(10)

    @property
    def webhook_url(self) -> str | None:
        """Where webhooks go."""
        return self._field(11)

    @property
    def approval_code(self) -> str | None:
        """The issuer's approval code."""
        return self._field(12)

    @property
    def rc(self) -> str | None:
        """The issuer's response code."""
        return self._field(13)

    @property
    def rrn(self) -> str | None:
        """The retrieval reference number."""
        return self._field(14)

    @property
    def merchant_email(self) -> str | None:
        """Your e-mail address at the gateway."""
        return self._field(15)

    @property
    def merchant_id(self) -> str | None:
        """Your number at the gateway."""
        return self._field(16)

    @property
    def terminal_id(self) -> str | None:
        """The terminal."""
        return self._field(17)

    @property
    def country(self) -> str | None:
        """The country."""
        return self._field(18)

    @property
    def nonce(self) -> str | None:
        """The nonce."""
        return self._field(19)

    @property
    def p_sign(self) -> str | None:
        """A signature whose algorithm is not published."""
        return self._field(20)

    @property
    def gmt(self) -> str | None:
        """The offset from GMT."""
        return self._field(21)

    @property
    def timestamp(self) -> str | None:
        """The gateway's time stamp."""
        return self._field(22)

    @property
    def created_at(self) -> str | None:
        """When it was created."""
        return self._field(23)

    @property
    def updated_at(self) -> str | None:
        """When it was last changed."""
        return self._field(24)

    @property
    def deleted_at(self) -> str | None:
        """When it was deleted."""
        return self._field(25)


class ProcessedCard(_native.Message):
    """What the gateway answered to a card. Its form is not published, so it proves nothing: get the
    payment.
    """

    __slots__ = ()

    @property
    def status(self) -> int:
        """The HTTP status."""
        return self._field(0)

    @property
    def content_type(self) -> str | None:
        """The `Content-Type`, if it is known."""
        return self._field(1)

    @property
    def body(self) -> str:
        """The body as it came: text or JSON, perhaps a page for the customer's browser."""
        return self._field(2)


class RetriedPayment(_native.Message):
    """The new attempt, which waits for the customer. Both its ids are new."""

    __slots__ = ()

    @property
    def payment_id(self) -> str:
        """The new attempt's id. Store it beside the old one and watch both."""
        return self._field(0)

    @property
    def payment_status(self) -> PaymentStatus | str:
        """The status, `retried`."""
        return self._field(1)

    @property
    def token(self) -> str:
        """The token of the new payment page. Who has it can open the page."""
        return self._field(2)

    @property
    def pay_url(self) -> str | None:
        """The new payment page: send the customer's browser there."""
        return self._field(3)


class AskedReversal(_native.Message):
    """What the gateway answered when a reversal was asked for. Its form is not published, so it proves
    nothing.
    """

    __slots__ = ()

    @property
    def status(self) -> int:
        """The HTTP status."""
        return self._field(0)

    @property
    def content_type(self) -> str | None:
        """The `Content-Type`, if it is known."""
        return self._field(1)

    @property
    def body(self) -> str:
        """The body as it came."""
        return self._field(2)


class RevokedPayment(_native.Message):
    """A payment after it was revoked. Get it again before you call the order cancelled."""

    __slots__ = ()

    @property
    def payment_id(self) -> str:
        """The payment's id, the one that was asked for."""
        return self._field(0)

    @property
    def order_id(self) -> str:
        """Your order number."""
        return self._field(1)

    @property
    def amount(self) -> Decimal:
        """The figure, as the gateway prints it: its numbers have 32 bits, so large ones may be off."""
        return self._field(2)

    @property
    def currency(self) -> str:
        """The currency."""
        return self._field(3)

    @property
    def payment_status(self) -> PaymentStatus | str:
        """The status: `revoked` if it was."""
        return self._field(4)

    @property
    def custom_data(self) -> Any:
        """What you gave as `custom_data`."""
        return self._field(5)


class Webhook(_native.Message):
    """A webhook: tells which order to look up. Anyone can post one, so it proves nothing.

    Look up the payment id you stored for this order. Answer 200 only once the outcome, or a job to
    look it up, is stored; 5xx makes the gateway ask again.
    """

    __slots__ = ()

    @property
    def order_id(self) -> str:
        """Your order number."""
        return self._field(0)

    @property
    def payment_id(self) -> str | None:
        """The gateway's payment id, if it sent one. Not documented: prefer the id you stored."""
        return self._field(1)

    @property
    def token(self) -> str | None:
        """The token of the payment page, if it sent one."""
        return self._field(2)

    @property
    def payment_status(self) -> PaymentStatus | str | None:
        """What it claims happened."""
        return self._field(3)

    @property
    def amount(self) -> Decimal | None:
        """The figure it claims."""
        return self._field(4)

    @property
    def currency(self) -> str | None:
        """The currency it claims."""
        return self._field(5)

    @property
    def terminal_id(self) -> Any:
        """The terminal."""
        return self._field(6)

    @property
    def trtype(self) -> Any:
        """The transaction type, as a word or a digit."""
        return self._field(7)

    @property
    def rc(self) -> Any:
        """The response code it claims."""
        return self._field(8)

    @property
    def approval(self) -> Any:
        """The approval code it claims."""
        return self._field(9)

    @property
    def rrn(self) -> Any:
        """The retrieval reference number it claims."""
        return self._field(10)

    @property
    def p_sign(self) -> str | None:
        """A signature whose algorithm, key and field order are not published."""
        return self._field(11)

    @property
    def nonce(self) -> str | None:
        """The nonce."""
        return self._field(12)

    @property
    def timestamp(self) -> Any:
        """The time stamp."""
        return self._field(13)


class Redirect(_native.Message):
    """What the customer's browser came back with. Anyone can type it: show a page, prove nothing."""

    __slots__ = ()

    @property
    def payment_id(self) -> str | None:
        """The gateway's payment id."""
        return self._field(0)

    @property
    def order_id(self) -> str | None:
        """Your order number."""
        return self._field(1)

    @property
    def status(self) -> PaymentStatus | str | None:
        """What it claims happened: `success`, `failed` or `pending`."""
        return self._field(2)


class PayPage(_native.Message):
    """Where a payment page is."""

    __slots__ = ()

    @property
    def url(self) -> str:
        """The page: send the customer's browser there. Who has it can open it."""
        return self._field(0)


class VerifiedWebhook(_native.Message):
    """The fields of a webhook that its MAC covers, and no others. It still only tells which order to
    look up.
    """

    __slots__ = ()

    @property
    def order_id(self) -> str | None:
        """Your order number."""
        return self._field(0)

    @property
    def payment_id(self) -> str | None:
        """The gateway's payment id."""
        return self._field(1)

    @property
    def token(self) -> str | None:
        """The token of the payment page."""
        return self._field(2)

    @property
    def payment_status(self) -> PaymentStatus | str | None:
        """What the gateway says happened."""
        return self._field(3)

    @property
    def amount(self) -> Decimal | None:
        """The figure it says."""
        return self._field(4)

    @property
    def currency(self) -> str | None:
        """The currency it says."""
        return self._field(5)

    @property
    def terminal_id(self) -> Any:
        """The terminal."""
        return self._field(6)

    @property
    def trtype(self) -> Any:
        """The transaction type, as a word or a digit."""
        return self._field(7)

    @property
    def rc(self) -> Any:
        """The response code."""
        return self._field(8)

    @property
    def approval(self) -> Any:
        """The approval code."""
        return self._field(9)

    @property
    def rrn(self) -> Any:
        """The retrieval reference number."""
        return self._field(10)

    @property
    def nonce(self) -> str | None:
        """The nonce."""
        return self._field(11)

    @property
    def timestamp(self) -> Any:
        """The time stamp."""
        return self._field(12)


class AlQaseh(_native.Gateway):
    """Al Qaseh Payment API 2.0.

    It holds your credentials and nothing else: making one per request is fine.

    Args:
        environment: `test` or `production`.
        client_id: The client id Al Qaseh gave you.
        client_secret: The client secret that goes with it.
        base_url: Where the API is, with its `/v1`; by default the environment's own host. Give it
            with `pay_page_url`.
        pay_page_url: Where the hosted pay page is, without the token; by default the environment's
            own host. Give it with `base_url`: a token is sent to no page but its own system's.
        allow_http: Test environment only: allow plain http to another machine, such as a sandbox in
            a container.
        order_id_max: The longest order id to allow, 1 to 250. The gateway's schema says 250, but its
            column holds 32, which is the default.
        order_id_extra: Characters to allow in an order id beside `A-Z a-z 0-9 . _ : / -`.
        app_scheme: A URL scheme of your app to allow in `redirect_url` beside http and https, such
            as `myshop`.
        webhook_profile: The scheme of webhooks' `p_sign`, if you were given one: it is not
            published. A map as of an EGW profile, its `reply` order with the names of the webhook's
            fields.
        webhook_mac_key: The key that goes with it, in hex, at least 16 bytes.
    """

    __slots__ = ()

    def __new__(
        cls,
        *,
        environment: Environment,
        client_id: str,
        client_secret: str,
        base_url: str | None = None,
        pay_page_url: str | None = None,
        allow_http: bool | None = None,
        order_id_max: int | None = None,
        order_id_extra: str | None = None,
        app_scheme: str | None = None,
        webhook_profile: str | Profile | None = None,
        webhook_mac_key: str | None = None,
    ) -> Self:
        try:
            return super().__new__(cls, "alqaseh", (
                environment, client_id, client_secret, base_url, pay_page_url, allow_http, order_id_max,
                order_id_extra, app_scheme, webhook_profile, webhook_mac_key,
            ))
        finally:
            # A traceback that prints local variables must not print these.
            del client_secret, webhook_mac_key

    __new__.__qualname__ = __qualname__  # What a TypeError calls it.

    def create_payment(
        self,
        *,
        order_id: str,
        amount: str | int | Decimal,
        currency: str,
        description: str,
        redirect_url: str,
        transaction_type: TransactionType | None = None,
        webhook_url: str | None = None,
        country: str | None = None,
        email: str | None = None,
        custom_data: dict[str, Any] | None = None,
        token_expiry_in_hour: int | None = None,
        nonce: str | None = None,
        p_sign: str | None = None,
        allow_fraction: bool | None = None,
    ) -> _native.Call[CreatedPayment]:
        """Creates a payment and its hosted page. Nothing is charged until the customer pays there.

        Not idempotent: after a lost reply look the order up before you create another.

        Args:
            order_id: Your order number: 1 to 32 characters of `A-Z a-z 0-9 . _ : / -` (both settable
                on the gateway).
            amount: What the customer pays, in major units, as exact decimal text such as "25000".
            currency: Three upper-case letters; `IQD` in practice.
            description: What the customer is paying for: 1 to 250 characters.
            redirect_url: Where the customer's browser returns to. No fragment: it would hide the
                parameters.
            transaction_type: `retail` unless you say otherwise; `authorization` only holds the
                amount.
            webhook_url: Where the gateway posts its webhook.
            country: The customer's country, two upper-case letters.
            email: The customer's e-mail address, at most 80 bytes.
            custom_data: Data of your own that the gateway echoes back.
            token_expiry_in_hour: How many hours the payment page lives.
            nonce: A nonce of yours, 1 to 64 characters.
            p_sign: A signature of yours, 1 to 256 characters. Its algorithm is not published, so it
                is sent only if you supply it (the gateway spells the key `p_sing`).
            allow_fraction: Accept a fraction or three decimals in dinars. This is not sent.

        https://docs.alqaseh.com/payment-api
        """
        try:
            return self._call("create_payment", (
                order_id, amount, currency, description, redirect_url, transaction_type, webhook_url,
                country, email, custom_data, token_expiry_in_hour, nonce, p_sign, allow_fraction,
            ))
        finally:
            # A traceback that prints local variables must not print these.
            del custom_data

    def get_payment(
        self,
        *,
        payment_id: str,
    ) -> _native.Call[Payment]:
        """Fetches a payment. `settle` matches its reply against your order and says what happened.

        Args:
            payment_id: The id that `create_payment` returned and you stored; never one from a
                webhook you don't know.

        https://docs.alqaseh.com/payment-api
        """
        return self._call("get_payment", (payment_id,))

    def get_payment_by_token(
        self,
        *,
        token: str,
    ) -> _native.Call[PaymentInfo]:
        """Fetches what a payment page shows: amount, description, status.

        The reply names no order and no payment id, so it settles nothing. Its errors quote nothing
        that the gateway said, since that may repeat the token.

        Args:
            token: The token that `create_payment` or `retry_payment` returned.

        https://docs.alqaseh.com/payment-api
        """
        try:
            return self._call("get_payment_by_token", (token,))
        finally:
            # A traceback that prints local variables must not print these.
            del token

    def history(
        self,
        *,
        limit: int | None = None,
        offset: int | None = None,
        order_by: SortOrder | None = None,
        order_field: str | None = None,
        amount: str | int | Decimal | None = None,
        approval: str | None = None,
        currency: str | None = None,
        since: str | None = None,
        until: str | None = None,
        language: str | None = None,
        order_id: str | None = None,
        payment_id: str | None = None,
        payment_status: PaymentStatus | None = None,
        rc: str | None = None,
        rrn: str | None = None,
        transaction_type: TransactionType | None = None,
    ) -> _native.Call[History]:
        """Fetches the list of payments, all of them or an order's.

        `settle` looks at the rows of your order: a Reversal that succeeded proves the order
        reversed, which no status does. It doesn't say of which payment, so several beside one are an
        error for a person. A completion may take another sum than was authorized. `failed` and
        `reversed` take a whole list: one asked for by the order alone, and shorter than its limit
        and any total it names; of a part they are `open`. Rows without an order or amount are kept
        and prove nothing.

        Args:
            limit: How many rows at most: 1 to 1000; the gateway sends 20 unless you say otherwise.
            offset: How many rows to skip.
            order_by: `asc` or `desc`.
            order_field: What to sort by, in the gateway's own words; "created_at" unless you say
                otherwise.
            amount: Only rows of this amount, as exact decimal text.
            approval: Only rows with this approval code.
            currency: Only rows in this currency, three upper-case letters.
            since: Only rows from this time on. The gateway does not publish the form; it is sent as
                you give it.
            until: Only rows up to this time. The gateway does not publish the form; it is sent as
                you give it.
            language: The language of the gateway's words, two letters.
            order_id: Only rows of this order of yours.
            payment_id: Only the row of this payment.
            payment_status: Only rows of this status.
            rc: Only rows with this response code.
            rrn: Only rows with this retrieval reference number.
            transaction_type: Only rows of this kind.

        https://docs.alqaseh.com/payment-api
        """
        return self._call("history", (
            limit, offset, order_by, order_field, amount, approval, currency, since, until, language,
            order_id, payment_id, payment_status, rc, rrn, transaction_type,
        ))

    def history_csv(
        self,
        *,
        limit: int | None = None,
        offset: int | None = None,
        order_by: SortOrder | None = None,
        order_field: str | None = None,
        amount: str | int | Decimal | None = None,
        approval: str | None = None,
        currency: str | None = None,
        since: str | None = None,
        until: str | None = None,
        language: str | None = None,
        order_id: str | None = None,
        payment_id: str | None = None,
        payment_status: PaymentStatus | None = None,
        rc: str | None = None,
        rrn: str | None = None,
        transaction_type: TransactionType | None = None,
        columns: dict[str, Any] | None = None,
    ) -> _native.Call[HistoryCsv]:
        """Fetches the list of payments as a CSV file of at most 1 MiB.

        Its columns are not published: they are found by their headers, or by the ones you give in
        `columns`. A file for people and spreadsheets: reconcile from `history`, which says what its
        rows prove.

        Args:
            limit: How many rows at most: 1 to 1000; the gateway sends 20 unless you say otherwise.
            offset: How many rows to skip.
            order_by: `asc` or `desc`.
            order_field: What to sort by, in the gateway's own words; "created_at" unless you say
                otherwise.
            amount: Only rows of this amount, as exact decimal text.
            approval: Only rows with this approval code.
            currency: Only rows in this currency, three upper-case letters.
            since: Only rows from this time on. The gateway does not publish the form; it is sent as
                you give it.
            until: Only rows up to this time. The gateway does not publish the form; it is sent as
                you give it.
            language: The language of the gateway's words, two letters.
            order_id: Only rows of this order of yours.
            payment_id: Only the row of this payment.
            payment_status: Only rows of this status.
            rc: Only rows with this response code.
            rrn: Only rows with this retrieval reference number.
            transaction_type: Only rows of this kind.
            columns: Which header stands for which field, as the gateway doesn't publish them:
                `{"order_id": "Order No"}`. Headers that are named like a field are found by
                themselves. This is not sent.

        https://docs.alqaseh.com/payment-api
        """
        try:
            return self._call("history_csv", (
                limit, offset, order_by, order_field, amount, approval, currency, since, until, language,
                order_id, payment_id, payment_status, rc, rrn, transaction_type, columns,
            ))
        finally:
            # A traceback that prints local variables must not print these.
            del columns

    def process_card(
        self,
        *,
        token: str,
        card_number: str,
        cvv: str,
        exp_month: str,
        exp_year: str,
    ) -> _native.Call[ProcessedCard]:
        """Pays with a card whose number you handle yourself, for merchants with a PCI-DSS certificate.

        What the reply looks like is not published, so it is kept as it came. Whatever it says, get
        the payment next. Never send this twice without looking. Its errors quote nothing that the
        gateway said, since that may repeat the card.

        Args:
            token: The token that `create_payment` or `retry_payment` returned.
            card_number: The card number: 12 to 19 digits.
            cvv: The security code: 3 or 4 digits.
            exp_month: The month it expires in: `01` to `12`.
            exp_year: The year it expires in, of 2 or 4 digits; it is sent as you give it.

        https://docs.alqaseh.com/payment-api
        """
        try:
            return self._call("process_card", (token, card_number, cvv, exp_month, exp_year))
        finally:
            # A traceback that prints local variables must not print these.
            del token, card_number, cvv, exp_month, exp_year

    def retry_payment(
        self,
        *,
        payment_id: str,
        details: str | None = None,
        payment_status: str | None = None,
        accept_unknown: bool | None = None,
    ) -> _native.Call[RetriedPayment]:
        """Opens another attempt at a payment that is expired, declined, failed or unknown.

        The attempt has a new payment id and a new page; a reply with the old id is an error. Watch
        every id of an order: an `unknown` attempt may still succeed under its old one, and an old id
        that is not found any more is no failure.

        Args:
            payment_id: The id of the attempt that failed. Keep it beside the new one: it can still
                be charged late.
            details: Why you retry: 1 to 250 characters.
            payment_status: The status you last fetched. Only `expired`, `declined`, `failed` and
                `unknown` can be retried, so a call that is bound to fail is refused here, and a word
                that is not known is not. This is not sent.
            accept_unknown: Accept that an attempt whose status is `unknown` may still succeed under
                its old id. This is not sent.

        https://docs.alqaseh.com/payment-api
        """
        return self._call("retry_payment", (payment_id, details, payment_status, accept_unknown))

    def reverse_payment(
        self,
        *,
        token: str,
    ) -> _native.Call[AskedReversal]:
        """Asks for a payment to be reversed.

        No status reports a reversal: the payment may go on reading `succeeded`. Before you send
        this, store `reversal_requested` in your order; nothing counts as paid from then on. A
        Reversal in the `history` proves it, else ask the gateway. The path is not on the gateway's
        page. Its errors quote nothing that the gateway said, since that may repeat the token.

        Args:
            token: The token that `create_payment` or `retry_payment` returned.

        https://docs.alqaseh.com/payment-api
        """
        try:
            return self._call("reverse_payment", (token,))
        finally:
            # A traceback that prints local variables must not print these.
            del token

    def revoke_payment(
        self,
        *,
        payment_id: str,
        details: str | None = None,
        payment_status: str | None = None,
    ) -> _native.Call[RevokedPayment]:
        """Withdraws a payment that is prepared or retried.

        Cancelling is this and then `get_payment`, since the customer may have paid in between:
        `revoked` is cancelled, `succeeded` is paid, and anything else is not cancelled yet.

        Args:
            payment_id: The id of the payment that `create_payment` or `retry_payment` returned.
            details: Why you revoke it: 1 to 250 characters.
            payment_status: The status you last fetched. Only `prepared` and `retried` can be
                revoked, so a call that is bound to fail is refused here, and a word that is not
                known is not. This is not sent.

        https://docs.alqaseh.com/payment-api
        """
        return self._call("revoke_payment", (payment_id, details, payment_status))

    @staticmethod
    def parse_webhook(message: bytes | str) -> Webhook:
        """Reads a webhook's body. What comes out is a hint: look the payment up, whatever it says.

        https://docs.alqaseh.com/payment-api
        """
        try:
            return _native.read("alqaseh", "parse_webhook", message)
        finally:
            del message  # It may hold a token or a card number.

    @staticmethod
    def parse_redirect(message: bytes | str) -> Redirect:
        """Reads the URL (or its query) the customer's browser came back to.

        What comes out is a hint: show a page by it, never mark an order paid by it.

        https://docs.alqaseh.com/payment-api
        """
        try:
            return _native.read("alqaseh", "parse_redirect", message)
        finally:
            del message  # It may hold a token or a card number.

    def pay_page(
        self,
        *,
        token: str,
    ) -> PayPage:
        """The address of a token's payment page, for a token you stored. `create_payment` and
        `retry_payment` return it as `pay_url`.

        Args:
            token: The token that `create_payment` or `retry_payment` returned.

        https://docs.alqaseh.com/payment-api
        """
        try:
            return self._run("pay_page", (token,))
        finally:
            # A traceback that prints local variables must not print these.
            del token

    def verify_webhook(
        self,
        *,
        body: bytes | str,
    ) -> VerifiedWebhook:
        """Verifies a webhook's `p_sign` with the scheme in `webhook_profile` and the key in
        `webhook_mac_key`, and returns the fields it covers.

        Al Qaseh has not published a scheme: without one that you were given, use `parse_webhook`.
        Verified or not, a webhook settles nothing: look the payment up. One that does not verify is
        unverified, not declined.

        Args:
            body: The body of the request, byte for byte.

        https://docs.alqaseh.com/payment-api
        """
        try:
            return self._run("verify_webhook", (body,))
        finally:
            # A traceback that prints local variables must not print these.
            del body

    def test_webhook(
        self,
        *,
        order_id: str,
        payment_status: ReturnedStatus | None = None,
        amount: str | int | Decimal | None = None,
        currency: str | None = None,
        payment_id: str | None = None,
        token: str | None = None,
        trtype: str | None = None,
        rc: str | None = None,
        approval: str | None = None,
        rrn: str | None = None,
    ) -> TestMessage:
        """A webhook as the gateway posts it, to try your shop's route with. In the test environment
        only.

        Args:
            order_id: Your order number.
            payment_status: What it claims happened.
            amount: The figure it claims, as exact decimal text.
            currency: The currency it claims.
            payment_id: The gateway's payment id, which it may send.
            token: The token of the payment page, which it may send.
            trtype: The transaction type, as a word or a digit.
            rc: The response code.
            approval: The approval code.
            rrn: The retrieval reference number.

        https://docs.alqaseh.com/payment-api
        """
        try:
            return self._run("test_webhook", (
                order_id, payment_status, amount, currency, payment_id, token, trtype, rc, approval, rrn,
            ))
        finally:
            # A traceback that prints local variables must not print these.
            del token

    def test_redirect(
        self,
        *,
        redirect_url: str,
        payment_id: str,
        order_id: str,
        status: ReturnedStatus,
    ) -> TestUrl:
        """The URL a browser comes back to, to try your shop's page with. In the test environment only.

        The gateway appends its parameters with a `?`, even where your URL has a query of its own,
        and so does this.

        Args:
            redirect_url: Where it returns to, as you gave it to `create_payment`.
            payment_id: The gateway's payment id.
            order_id: Your order number.
            status: What it claims happened.

        https://docs.alqaseh.com/payment-api
        """
        return self._run("test_redirect", (redirect_url, payment_id, order_id, status))


_native.register({
    made.__name__: made
    for made in (
        CreatedPayment,
        Payment,
        PaymentInfo,
        History,
        HistoryPayment,
        HistoryCsv,
        HistoryRow,
        ProcessedCard,
        RetriedPayment,
        AskedReversal,
        RevokedPayment,
        Webhook,
        Redirect,
        PayPage,
        VerifiedWebhook,
    )
})


__all__: list[str] = [
    "AlQaseh",
    "AskedReversal",
    "CreatedPayment",
    "History",
    "HistoryCsv",
    "HistoryPayment",
    "HistoryRow",
    "PayPage",
    "Payment",
    "PaymentInfo",
    "ProcessedCard",
    "Redirect",
    "RetriedPayment",
    "RevokedPayment",
    "VerifiedWebhook",
    "Webhook",
]
