"""The gateways, and what they answer."""

# Generated from the core's tables by `cargo run -p qantara-contract`. Do not edit.

from __future__ import annotations

from . import _native
from ._errors import GatewayError, MismatchError, ReplyError, SignatureError, ValidationError
from ._gateways import CallbackGateway, DeliveringGateway, Done, Secret, Send, Wait

TYPE_CHECKING = False
if TYPE_CHECKING:
    from decimal import Decimal
    from typing import Any, Literal

    from typing_extensions import Self
    from ._types import (
        Algorithm, Delivery, DeliveryState, EgwTransactionType, Encoding, Environment, LengthUnit,
        LetterCase, Order, OutcomeKind, PaymentStatus, Profile, Stamp, TransactionType, Verdict,
    )


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

        Raises a MismatchError if it is not your order's, or success of an unknown kind.
        """
        return self._settle(order)

    def expect_paid(self, order: Order) -> Paid:
        """The short form of `settle`: proof of payment, or an error that says what there is instead."""
        return self._expect_paid(order)


class Prepared(_native.Message):
    """What prepare answered. The gateway does not describe it, so it is given as it came."""

    __slots__ = ()

    @property
    def status(self) -> int:
        """The HTTP status."""
        return self._field(0)

    @property
    def content_type(self) -> str | None:
        """The `Content-Type`, if you passed it on."""
        return self._field(1)

    @property
    def body(self) -> str:
        """The body as it came: an address, a page, or something else."""
        return self._field(2)

    @property
    def redirect_url(self) -> str | None:
        """Where to send the customer's browser: there only if the body is a JSON object in which
        exactly one text is an absolute URL.
        """
        return self._field(3)


class Acknowledged(_native.Message):
    """Paylink accepted the acknowledgment. The order is not yet "PAID" by that."""

    __slots__ = ()

    @property
    def status(self) -> str:
        """`success`, in any letter case."""
        return self._field(0)


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


class Callback(_native.Message):
    """A callback's fields as they came. Unless it is verified, anyone can have sent it.

    Values are the gateway's own texts. Fields beyond these are kept under their own names.
    """

    __slots__ = ()

    @property
    def terminal(self) -> str | None:
        """TERMINAL: your terminal."""
        return self._field(0)

    @property
    def trtype(self) -> str | None:
        """TRTYPE: `0` authorization, `1` retail, others as your bank numbers them."""
        return self._field(1)

    @property
    def order_id(self) -> str:
        """ORDER: your order number."""
        return self._field(2)

    @property
    def amount(self) -> str | None:
        """AMOUNT, in major units."""
        return self._field(3)

    @property
    def currency(self) -> str | None:
        """CURRENCY."""
        return self._field(4)

    @property
    def action(self) -> str | None:
        """ACTION: `0` approved, `1` duplicate, `2` declined, `3` processing fault."""
        return self._field(5)

    @property
    def rc(self) -> str | None:
        """RC: the response code; it may hold letters or be negative."""
        return self._field(6)

    @property
    def approval(self) -> str | None:
        """APPROVAL: the issuer's approval code."""
        return self._field(7)

    @property
    def rrn(self) -> str | None:
        """RRN: the reference a completion or reversal needs."""
        return self._field(8)

    @property
    def int_ref(self) -> str | None:
        """INT_REF: the internal reference a completion or reversal needs."""
        return self._field(9)

    @property
    def timestamp(self) -> str | None:
        """TIMESTAMP: the merchant's own or the gateway's, UTC `YYYYMMDDHHMMSS`."""
        return self._field(10)

    @property
    def nonce(self) -> str | None:
        """NONCE."""
        return self._field(11)

    @property
    def p_sign(self) -> str | None:
        """P_SIGN: the MAC."""
        return self._field(12)

    @property
    def description(self) -> str | None:
        """DESC: the description."""
        return self._field(13)

    @property
    def message(self) -> str | None:
        """MESSAGE: the gateway's words."""
        return self._field(14)

    @property
    def eci(self) -> str | None:
        """ECI: how the cardholder was authenticated."""
        return self._field(15)

    @property
    def card(self) -> str | None:
        """CARD: a masked card number."""
        return self._field(16)


class SignedCallback(_native.Message):
    """A callback whose MAC verified: it shows only the fields the MAC covers."""

    __slots__ = ()

    @property
    def terminal(self) -> str | None:
        """TERMINAL: your terminal."""
        return self._field(0)

    @property
    def trtype(self) -> str | None:
        """TRTYPE: `0` authorization, `1` retail, others as your bank numbers them."""
        return self._field(1)

    @property
    def order_id(self) -> str | None:
        """ORDER: your order number."""
        return self._field(2)

    @property
    def amount(self) -> str | None:
        """AMOUNT, in major units."""
        return self._field(3)

    @property
    def currency(self) -> str | None:
        """CURRENCY."""
        return self._field(4)

    @property
    def action(self) -> str | None:
        """ACTION: `0` approved, `1` duplicate, `2` declined, `3` processing fault."""
        return self._field(5)

    @property
    def rc(self) -> str | None:
        """RC: the response code; it may hold letters or be negative."""
        return self._field(6)

    @property
    def approval(self) -> str | None:
        """APPROVAL: the issuer's approval code."""
        return self._field(7)

    @property
    def rrn(self) -> str | None:
        """RRN: the reference a completion or reversal needs."""
        return self._field(8)

    @property
    def int_ref(self) -> str | None:
        """INT_REF: the internal reference a completion or reversal needs."""
        return self._field(9)

    @property
    def timestamp(self) -> str | None:
        """TIMESTAMP: the merchant's own or the gateway's, UTC `YYYYMMDDHHMMSS`."""
        return self._field(10)

    @property
    def nonce(self) -> str | None:
        """NONCE."""
        return self._field(11)

    @property
    def p_sign(self) -> str | None:
        """P_SIGN: the MAC."""
        return self._field(12)

    @property
    def description(self) -> str | None:
        """DESC: the description."""
        return self._field(13)

    @property
    def message(self) -> str | None:
        """MESSAGE: the gateway's words."""
        return self._field(14)

    @property
    def eci(self) -> str | None:
        """ECI: how the cardholder was authenticated."""
        return self._field(15)

    @property
    def card(self) -> str | None:
        """CARD: a masked card number."""
        return self._field(16)

    @property
    def replay_key(self) -> str:
        """Unique for this message: gateway, environment, merchant, ORDER, TRTYPE, RRN and what it
        reports.
        """
        return self._replay_key() or ""

    def settle(self, order: Order) -> Settlement:
        """Matches it against your order (id, amount, currency, kind) and says what happened.

        Raises a MismatchError if it is not your order's, or success of an unknown kind.
        """
        return self._settle(order)

    def expect_paid(self, order: Order) -> Paid:
        """The short form of `settle`: proof of payment, or an error that says what there is instead."""
        return self._expect_paid(order)


class Outcome(_native.Message):
    """What happened to your order, as far as it can be proven.

    `paid`, `held` and `reversed` are proofs and have a `replay_key`: insert it under a unique
    constraint in the transaction that books the effect. `failed` never blocks a later proof (a
    second card on the same page is normal). `open` means: ask again.
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
        """Proofs only: unique for this effect. Gateway, environment, merchant, payment and outcome."""
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


Reply = CreatedPayment | Payment | Prepared | Acknowledged
"""What `parse_reply` returns, whichever call it was."""


class AlQaseh(_native.Gateway):
    """Al Qaseh Payment API 2.0.

    It holds your credentials and nothing else: making one per request is fine.

    Args:
        environment: `test` or `production`.
        client_id: The client id Al Qaseh gave you.
        client_secret: The client secret that goes with it.
        base_url: Where the API is, with its `/v1`; by default the environment's own host.
        pay_page_url: Where the hosted pay page is, without the token; by default the environment's
            own host.
        allow_http: Test environment only: allow plain http to another machine, such as a sandbox in
            a container.
        order_id_max: The longest order id to allow, 1 to 250. The gateway's schema says 250, but its
            column holds 32, which is the default.
        order_id_extra: Characters to allow in an order id beside `A-Z a-z 0-9 . _ : / -`.
        app_scheme: A URL scheme of your app to allow in `redirect_url` beside http and https, such
            as `myshop`.
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
    ) -> Self:
        try:
            return super().__new__(cls, "alqaseh", (
                environment, client_id, client_secret, base_url, pay_page_url, allow_http, order_id_max,
                order_id_extra, app_scheme,
            ))
        finally:
            # A traceback that prints local variables must not print these.
            del client_secret

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


class Egw(CallbackGateway):
    """Al Qaseh 1.0 legacy: the e-Commerce Gateway (P_SIGN).

    It holds your credentials and nothing else: making one per request is fine.

    Args:
        environment: `test` or `production`.
        api_key: What goes into the `X-API-Key` header.
        mac_key: The MAC key in hex, at least 16 bytes. A secret of its own: not the api_key.
        profile: The P_SIGN scheme: a preset (`alqaseh-unconfirmed`, `classic`, `romcard`, `bcc`,
            `kina`) or your own as a map. Al Qaseh has not published its own, so there is no default.
        merchant: MERCHANT: the merchant id. This and the next five are sent and signed only where
            the profile lists them (other banks on this engine do; unconfirmed for Al Qaseh).
        terminal: TERMINAL: the terminal id. A reply from another terminal is refused.
        merch_name: MERCH_NAME: your shop's name.
        merch_url: MERCH_URL: your shop's URL.
        country: COUNTRY: two letters.
        merch_gmt: MERCH_GMT: your offset from GMT, such as `+3`.
        prepare_url: The whole URL of prepare; by default the environment's own.
        encoding: `json` unless you say otherwise.
        length_unit: What a length in the MAC counts. Until you say, signed values that are not ASCII
            are refused.
        completion_trtype: The TRTYPE your bank uses for a completion (`21` at other banks on this
            engine; Al Qaseh's page says `1`). A reply that bears it proves a payment.
        reversal_trtype: The TRTYPE your bank uses for a reversal (`24` or `22` at other banks; not
            on Al Qaseh's page, so there is no default). A reply that bears it proves a reversal.
        allow_http: Test environment only: allow plain http to another machine, such as a sandbox in
            a container.
    """

    __slots__ = ()

    def __new__(
        cls,
        *,
        environment: Environment,
        api_key: str,
        mac_key: str,
        profile: str | Profile,
        merchant: str | None = None,
        terminal: str | None = None,
        merch_name: str | None = None,
        merch_url: str | None = None,
        country: str | None = None,
        merch_gmt: str | None = None,
        prepare_url: str | None = None,
        encoding: Encoding | None = None,
        length_unit: LengthUnit | None = None,
        completion_trtype: str | None = None,
        reversal_trtype: str | None = None,
        allow_http: bool | None = None,
    ) -> Self:
        try:
            return super().__new__(cls, "egw", (
                environment, api_key, mac_key, profile, merchant, terminal, merch_name, merch_url,
                country, merch_gmt, prepare_url, encoding, length_unit, completion_trtype,
                reversal_trtype, allow_http,
            ))
        finally:
            # A traceback that prints local variables must not print these.
            del api_key, mac_key

    def prepare(
        self,
        *,
        amount: str | int | Decimal,
        currency: str,
        order_id: str,
        description: str,
        transaction_type: EgwTransactionType,
        email: str | None = None,
        back_ref: str,
        foreign_retailer_ind: str | None = None,
        description_fallback: str | None = None,
        allow_fraction: bool | None = None,
        stamp: Stamp | None = None,
    ) -> _native.Call[Prepared]:
        """Prepares a payment or an authorization and signs it with P_SIGN.

        The outcome comes as a signed callback to `back_ref`. Never repeated automatically.

        Time and nonce are made for you unless you give a `stamp` of your own.

        Args:
            amount: What the customer pays, in major units: exact decimal text of at most 12
                characters.
            currency: Three upper-case letters; `IQD` in practice.
            order_id: ORDER: 6 to 32 digits. The last six must be unique for your terminal and day.
            description: DESC: what the customer is paying for, 1 to 50 characters.
            transaction_type: `retail` takes the money, `authorization` only holds it.
            email: The customer's e-mail address, at most 80 bytes.
            back_ref: BACKREF: where the result goes, at most 250 bytes.
            foreign_retailer_ind: FOREIGN_RETAILER_IND: one character, if your bank asks for it.
            description_fallback: What to send as description if the description is not ASCII and
                your bank's length unit is not confirmed, such as `Order 123456`. This is not sent
                beside the description.
            allow_fraction: Accept a fraction or three decimals in dinars. This is not sent.

        https://docs.alqaseh.com/1.0-legacy/auth
        """
        return self._call("prepare", (
            amount, currency, order_id, description, transaction_type, email, back_ref,
            foreign_retailer_ind, description_fallback, allow_fraction,
        ), stamp)

    @staticmethod
    def parse_callback(message: bytes | str) -> Callback:
        """Reads a callback (JSON or urlencoded) without verifying it. What comes out is a hint.

        https://docs.alqaseh.com/1.0-legacy/auth
        """
        try:
            return _native.read("egw", "parse_callback", message)
        finally:
            del message  # It may hold a token or a card number.


class Paylink(DeliveringGateway):
    """Paylink.

    It holds your credentials and nothing else: making one per request is fine.

    Args:
        environment: `test` or `production`.
        merchant_id: The merchant id you chose at registration.
        api_key: What goes into the `X-API-KEY` header.
        base_url: Where acknowledgments go, without `/api`; by default `https://api.paylink.sa`.
            Paylink publishes no test host for them, so the test environment needs it: the URL of
            your sandbox.
        allow_http: Test environment only: allow plain http to another machine, such as a sandbox in
            a container.
    """

    __slots__ = ()

    def __new__(
        cls,
        *,
        environment: Environment,
        merchant_id: str,
        api_key: str,
        base_url: str | None = None,
        allow_http: bool | None = None,
    ) -> Self:
        try:
            return super().__new__(cls, "paylink", (environment, merchant_id, api_key, base_url, allow_http))
        finally:
            # A traceback that prints local variables must not print these.
            del api_key

    def decide(
        self,
        *,
        link_reference: str,
        verdict: Verdict,
        deadline: int,
        now: int | None = None,
        earlier: Delivery | None = None,
    ) -> Delivery:
        """Makes the record of a decision: plain data that you store before anything is sent.

        If you have decided this transaction before, give that record as `earlier`: it is returned as
        it is, and the opposite decision is refused.

        Args:
            link_reference: The `linkReferenceNumber` of the payment link: text, leading zeros kept.
                It is not an invoice's TransactionNo: the two id spaces may differ.
            verdict: `success` if your shop settled the order, `failure` if it could not. Never
                derive a failure from an error or an exception: undecided is undecided.
            now: Now, in Unix seconds.
            deadline: When Paylink refunds an unacknowledged order, in Unix seconds. The window is
                not published: ask Paylink for yours.
        """
        return self._decide((link_reference, verdict, now, deadline), earlier)


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


_native.register({
    made.__name__: made
    for made in (
        CreatedPayment,
        Payment,
        Prepared,
        Acknowledged,
        Webhook,
        Redirect,
        Callback,
        SignedCallback,
        Outcome,
        Paid,
        Held,
        Reversed,
        Failed,
        Open,
        Send,
        Wait,
        Done,
        Secret,
        GatewayError,
        MismatchError,
        ReplyError,
        SignatureError,
        ValidationError,
    )
})


__all__ = [
    "Acknowledged",
    "AlQaseh",
    "Callback",
    "CreatedPayment",
    "Egw",
    "Failed",
    "Held",
    "Mac",
    "Open",
    "Outcome",
    "Paid",
    "Paylink",
    "Payment",
    "Prepared",
    "Redirect",
    "Reply",
    "Reversed",
    "Settlement",
    "SignedCallback",
    "Webhook",
]
