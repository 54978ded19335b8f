"""Paylink, and what it answers."""

# Generated from the core's tables by `cargo run -p qantara-contract`. Do not edit.

from __future__ import annotations

from . import _native
from ._gateways import DeliveringGateway

TYPE_CHECKING = False
if TYPE_CHECKING:
    from decimal import Decimal
    from typing import Any, Literal

    from typing_extensions import Self

    from ._messages import Paid, Settlement, TestMessage, TestUrl
    from ._types import (
        Delivery, DeliveryKind, Environment, Order, OrderStatus, Product, RefundStatus, Verdict,
    )


class Acknowledged(_native.Message):
    """Paylink accepted the acknowledgment. The order is not yet "PAID" by that."""

    __slots__ = ()

    @property
    def status(self) -> str:
        """`success`, in any letter case."""
        return self._field(0)


class Session(_native.Message):
    """A token. Keep it beside your credentials and use it until `refresh_at`."""

    __slots__ = ()

    @property
    def bearer_token(self) -> str:
        """What goes into `bearer_token` of every call about invoices."""
        return self._field(0)

    @property
    def expires_at(self) -> int | None:
        """When the token is dead, in Unix seconds."""
        return self._field(1)

    @property
    def refresh_at(self) -> int | None:
        """When to ask for the next one, in Unix seconds: five minutes earlier."""
        return self._field(2)


class Invoice(_native.Message):
    """An invoice as Paylink has it. Only `settle` on a reply to `get_invoice` says whether it pays your
    order.
    """

    __slots__ = ()

    @property
    def gateway_order_request(self) -> GatewayOrderRequest | None:
        """What was asked for: it says whose order the invoice is for."""
        return self._field(0)

    @property
    def amount(self) -> Decimal:
        """The amount of the invoice."""
        return self._field(1)

    @property
    def transaction_no(self) -> str:
        """The invoice's id. Store it beside your order: it is what you look up later."""
        return self._field(2)

    @property
    def order_status(self) -> OrderStatus | str:
        """The status. `paid` alone does not mean that your order is paid."""
        return self._field(3)

    @property
    def payment_errors(self) -> Any:
        """What went wrong with an attempt: a list, text or nothing. A pending invoice with errors is
        still open.
        """
        return self._field(4)

    @property
    def url(self) -> str | None:
        """The payment page: send the customer's browser there, and never build this address yourself."""
        return self._field(5)

    @property
    def qr_url(self) -> str | None:
        """The payment page as a QR code."""
        return self._field(6)

    @property
    def mobile_url(self) -> str | None:
        """The payment page for a frame in an app."""
        return self._field(7)

    @property
    def check_url(self) -> str | None:
        """Where Paylink tells the status."""
        return self._field(8)

    @property
    def success(self) -> bool:
        """Whether the call worked. It does not say that anything was paid."""
        return self._field(9)

    @property
    def digital_order(self) -> Any:
        """What was delivered, if the products are digital."""
        return self._field(10)

    @property
    def foreign_currency_rate(self) -> Any:
        """The rate by which Paylink converted the amount, if it did."""
        return self._field(11)

    @property
    def payment_receipt(self) -> PaymentReceipt | None:
        """The receipt, once it is paid."""
        return self._field(12)


class InvoiceReply(Invoice):
    """The same as a reply that was fetched with your credentials."""

    __slots__ = ()

    def settle(self, order: Order) -> Settlement:
        """Matches it against your order (id, amount, currency, kind) and says what happened.

        Raises a MismatchError if it is not your order's, or success of an unknown kind; a SignatureError if a MAC
        has to be checked first.
        """
        return self._settle(order)

    def expect_paid(self, order: Order) -> Paid:
        """The short form of `settle`: proof of payment, or an error that says what there is instead."""
        return self._expect_paid(order)


class GatewayOrderRequest(_native.Message):
    """What was asked for when the invoice was made, as Paylink echoes it."""

    __slots__ = ()

    @property
    def order_id(self) -> str | None:
        """Your order number."""
        return self._field(0)

    @property
    def amount(self) -> Decimal | None:
        """The amount that was asked for."""
        return self._field(1)

    @property
    def currency(self) -> str | None:
        """The currency."""
        return self._field(2)

    @property
    def callback_url(self) -> str | None:
        """Where the browser returns to."""
        return self._field(3)

    @property
    def cancel_url(self) -> str | None:
        """Where the browser goes if the customer cancels."""
        return self._field(4)

    @property
    def client_name(self) -> str | None:
        """The customer's name."""
        return self._field(5)

    @property
    def client_mobile(self) -> str | None:
        """The customer's mobile number."""
        return self._field(6)

    @property
    def client_email(self) -> str | None:
        """The customer's e-mail address."""
        return self._field(7)

    @property
    def note(self) -> str | None:
        """The note."""
        return self._field(8)

    @property
    def products(self) -> Any:
        """The products, as Paylink prints them."""
        return self._field(9)


class PaymentReceipt(_native.Message):
    """What the customer got for paying."""

    __slots__ = ()

    @property
    def receipt_url(self) -> str | None:
        """Where the receipt is."""
        return self._field(0)

    @property
    def passcode(self) -> str | None:
        """What opens it."""
        return self._field(1)

    @property
    def payment_method(self) -> str | None:
        """How it was paid."""
        return self._field(2)

    @property
    def payment_date(self) -> str | None:
        """When it was paid."""
        return self._field(3)

    @property
    def bank_card_number(self) -> str | None:
        """The card, masked by Paylink."""
        return self._field(4)


class CanceledInvoice(_native.Message):
    """The invoice was canceled. The customer may have paid before: get the invoice again."""

    __slots__ = ()

    @property
    def success(self) -> bool:
        """Always true: anything else is an error."""
        return self._field(0)


class FoundInvoices(_native.Message):
    """The invoices that a look-up found, perhaps none."""

    __slots__ = ()

    @property
    def invoices(self) -> tuple[FoundInvoice, ...]:
        """Each of them; what stood beside the list is in `extra`."""
        return self._field(0)


class FoundInvoice(_native.Message):
    """An invoice as a look-up shows it. It never proves anything: fetch it with `get_invoice`, and
    settle that.
    """

    __slots__ = ()

    @property
    def transaction_no(self) -> str | None:
        """The invoice's id, for `get_invoice`."""
        return self._field(0)

    @property
    def order_id(self) -> str | None:
        """Your order number."""
        return self._field(1)

    @property
    def order_status(self) -> OrderStatus | str | None:
        """The status it claims."""
        return self._field(2)

    @property
    def amount(self) -> Decimal | None:
        """The amount it claims."""
        return self._field(3)

    @property
    def currency(self) -> str | None:
        """The currency it claims."""
        return self._field(4)

    @property
    def gateway_order_request(self) -> GatewayOrderRequest | None:
        """What was asked for."""
        return self._field(5)

    @property
    def payment_errors(self) -> Any:
        """What went wrong with an attempt: a list, text or nothing."""
        return self._field(6)

    @property
    def url(self) -> str | None:
        """The payment page."""
        return self._field(7)

    @property
    def qr_url(self) -> str | None:
        """The payment page as a QR code."""
        return self._field(8)

    @property
    def mobile_url(self) -> str | None:
        """The payment page for a frame in an app."""
        return self._field(9)

    @property
    def check_url(self) -> str | None:
        """Where Paylink tells the status."""
        return self._field(10)

    @property
    def success(self) -> Any:
        """Whether the call worked. It does not say that anything was paid."""
        return self._field(11)

    @property
    def digital_order(self) -> Any:
        """What was delivered, if the products are digital."""
        return self._field(12)

    @property
    def foreign_currency_rate(self) -> Any:
        """The rate by which Paylink converted the amount, if it did."""
        return self._field(13)

    @property
    def payment_receipt(self) -> PaymentReceipt | None:
        """The receipt, once it is paid."""
        return self._field(14)


class InvoiceCallback(_native.Message):
    """What the customer's browser came back with. Anyone can type it: look the invoice up, prove
    nothing.
    """

    __slots__ = ()

    @property
    def transaction_no(self) -> str | None:
        """The invoice's id."""
        return self._field(0)

    @property
    def order_id(self) -> str | None:
        """Your order number."""
        return self._field(1)


class PaymentWebhook(_native.Message):
    """A payment webhook: tells which invoice to look up. It proves nothing, whatever header it came
    with.

    Look up the invoice you stored for this order. Answer 200 only once the outcome, or a job to look
    it up, is stored; anything else makes Paylink ask again, up to ten times.
    """

    __slots__ = ()

    @property
    def amount(self) -> Decimal | None:
        """The amount it claims."""
        return self._field(0)

    @property
    def merchant_email(self) -> str | None:
        """Your e-mail address at Paylink."""
        return self._field(1)

    @property
    def transaction_no(self) -> str:
        """The invoice's id."""
        return self._field(2)

    @property
    def order_id(self) -> str | None:
        """Your order number."""
        return self._field(3)

    @property
    def order_status(self) -> OrderStatus | str | None:
        """The status it claims."""
        return self._field(4)

    @property
    def payment_type(self) -> str | None:
        """How it claims the customer paid (version 2)."""
        return self._field(5)

    @property
    def api_version(self) -> str | None:
        """`v2`, or absent."""
        return self._field(6)


class RefundWebhook(_native.Message):
    """A refund webhook: tells which refund to look at. It proves nothing, whatever header it came with.

    Paylink expects HTTP 200 with `{"status":"success"}`; anything else makes it ask again, up to ten
    times. Then acknowledge it: `decide` with `kind` `refund`.
    """

    __slots__ = ()

    @property
    def transaction_no(self) -> str:
        """The invoice's id."""
        return self._field(0)

    @property
    def refund_status(self) -> RefundStatus | str | None:
        """What it claims became of the refund."""
        return self._field(1)

    @property
    def refund_amount(self) -> Decimal | None:
        """The amount it claims."""
        return self._field(2)

    @property
    def currency(self) -> str | None:
        """The currency it claims."""
        return self._field(3)

    @property
    def order_id(self) -> str | None:
        """Your order number."""
        return self._field(4)

    @property
    def api_version(self) -> str | None:
        """The version of the message, if it says so."""
        return self._field(5)


class Paylink(DeliveringGateway):
    """Paylink.

    It holds your credentials and nothing else: making one per request is fine.

    Args:
        environment: `test` or `production`.
        merchant_id: The merchant id you chose at registration. Give it with `api_key`.
        api_key: What goes into the `X-API-KEY` header of acknowledgments. Give it with
            `merchant_id`.
        api_id: What `authenticate` sends as `apiId`. Give it with `secret_key`.
        secret_key: What `authenticate` sends as `secretKey`. Give it with `api_id`.
        base_url: Where acknowledgments go, without `/api`; by default `https://api.paylink.sa`.
            Paylink publishes no test host for them, so the test environment needs it: the URL of
            your sandbox.
        invoices_url: Where invoices are, without `/api`; by default the environment's own host,
            whatever `base_url` is.
        allow_http: Test environment only: allow plain http to another machine, such as a sandbox in
            a container.
        webhook_secret: The value of the header that you set for payment webhooks in Paylink's
            portal. There is no signature: without it `verify_webhook` refuses every message.
        refund_webhook_secret: The value of the `X-API-KEY` header that you set for refund webhooks
            in Paylink's portal. Without it `verify_refund_webhook` refuses every message.
        completed_is_paid: Take an invoice whose status is Completed for a paid one. By default it is
            not: Completed is a word about the settlement with you.
        foreign_currency: Accept an invoice that Paylink converted (its `foreign_currency_rate` is
            not null): its amount as a whole then can't be compared with your order's, only the
            amount that was asked for.
    """

    __slots__ = ()

    def __new__(
        cls,
        *,
        environment: Environment,
        merchant_id: str | None = None,
        api_key: str | None = None,
        api_id: str | None = None,
        secret_key: str | None = None,
        base_url: str | None = None,
        invoices_url: str | None = None,
        allow_http: bool | None = None,
        webhook_secret: str | None = None,
        refund_webhook_secret: str | None = None,
        completed_is_paid: bool | None = None,
        foreign_currency: bool | None = None,
    ) -> Self:
        try:
            return super().__new__(cls, "paylink", (
                environment, merchant_id, api_key, api_id, secret_key, base_url, invoices_url,
                allow_http, webhook_secret, refund_webhook_secret, completed_is_paid, foreign_currency,
            ))
        finally:
            # A traceback that prints local variables must not print these.
            del api_key, secret_key, webhook_secret, refund_webhook_secret

    __new__.__qualname__ = __qualname__  # What a TypeError calls it.

    def authenticate(
        self,
        *,
        persist_token: bool | None = None,
        now: int | None = None,
    ) -> _native.Call[Session]:
        """Asks for the token that every call about invoices needs.

        One token serves many calls: keep it until `refresh_at`. A call that fails with
        `gateway.token_refused` is made anew with a fresh token, once.

        Args:
            persist_token: Whether the token is to live for 30 hours; by default it lives for 30
                minutes.
            now: Now, in Unix seconds.

        https://developer.paylink.sa/docs/authentication
        """
        return self._call("authenticate", (persist_token, now))

    def add_invoice(
        self,
        *,
        bearer_token: str,
        order_id: str,
        amount: str | int | Decimal,
        callback_url: str,
        client_name: str,
        client_mobile: str,
        products: list[Product] | tuple[Product, ...],
        cancel_url: str | None = None,
        client_email: str | None = None,
        currency: str | None = None,
        sms_message: str | None = None,
        supported_card_brands: list[str] | tuple[str, ...] | None = None,
        display_pending: bool | None = None,
        note: str | None = None,
    ) -> _native.Call[Invoice]:
        """Makes an invoice and its payment page: send the customer's browser to the `url` of the reply.

        Not idempotent: after a lost reply look the order up before you make another.

        Args:
            bearer_token: The token that `authenticate` returned.
            order_id: Your order number.
            amount: What the customer pays, in major units, as exact decimal text such as "25.50"; at
                least 5.00 riyals.
            callback_url: Where the customer's browser returns to. No fragment: it would hide the
                parameters.
            client_name: The customer's name.
            client_mobile: The customer's mobile number.
            products: What the customer buys: at least one product.
            cancel_url: Where the customer's browser goes after cancelling.
            client_email: The customer's e-mail address.
            currency: Three upper-case letters; `SAR` unless you say otherwise.
            sms_message: The text message the customer gets.
            supported_card_brands: The ways to pay that are offered: `mada`, `visaMastercard`,
                `amex`, `tamara`, `stcpay`, `urpay`, `tabby`.
            display_pending: Whether the page of a pending payment is shown.
            note: A note of your own.

        https://developer.paylink.sa/docs/add-invoice
        """
        try:
            return self._call("add_invoice", (
                bearer_token, order_id, amount, callback_url, client_name, client_mobile, products,
                cancel_url, client_email, currency, sms_message, supported_card_brands, display_pending,
                note,
            ))
        finally:
            # A traceback that prints local variables must not print these.
            del bearer_token

    def get_invoice(
        self,
        *,
        bearer_token: str,
        transaction_no: str,
    ) -> _native.Call[InvoiceReply]:
        """Fetches an invoice. `settle` matches its reply against your order and says what happened.

        An invoice that was just made may not be there yet (`gateway.not_found`): ask again.

        Args:
            bearer_token: The token that `authenticate` returned.
            transaction_no: The id that `add_invoice` returned and you stored: 12 or 13 digits.

        https://developer.paylink.sa/docs/get-invoice
        """
        try:
            return self._call("get_invoice", (bearer_token, transaction_no))
        finally:
            # A traceback that prints local variables must not print these.
            del bearer_token

    def cancel_invoice(
        self,
        *,
        bearer_token: str,
        transaction_no: str,
    ) -> _native.Call[CanceledInvoice]:
        """Cancels an invoice. Get it again afterwards: the customer may have paid before.

        Args:
            bearer_token: The token that `authenticate` returned.
            transaction_no: The id that `add_invoice` returned and you stored: 12 or 13 digits.

        https://developer.paylink.sa/docs/cancel-invoice
        """
        try:
            return self._call("cancel_invoice", (bearer_token, transaction_no))
        finally:
            # A traceback that prints local variables must not print these.
            del bearer_token

    def get_transactions_of_order(
        self,
        *,
        bearer_token: str,
        order_id: str,
    ) -> _native.Call[FoundInvoices]:
        """Finds the invoices of an order, such as one whose reply was lost.

        The form of the reply is not published, so nothing of it proves a payment: fetch what it
        names with `get_invoice`.

        Args:
            bearer_token: The token that `authenticate` returned.
            order_id: Your order number.

        https://developer.paylink.sa/docs/get-invoice
        """
        try:
            return self._call("get_transactions_of_order", (bearer_token, order_id))
        finally:
            # A traceback that prints local variables must not print these.
            del bearer_token

    def get_order(
        self,
        *,
        bearer_token: str,
        order_id: str,
    ) -> _native.Call[FoundInvoices]:
        """Fetches what Paylink knows of an order.

        The form of the reply is not published, so nothing of it proves a payment: fetch what it
        names with `get_invoice`.

        Args:
            bearer_token: The token that `authenticate` returned.
            order_id: Your order number.

        https://developer.paylink.sa/docs/get-invoice
        """
        try:
            return self._call("get_order", (bearer_token, order_id))
        finally:
            # A traceback that prints local variables must not print these.
            del bearer_token

    def get_orders_by_settlement(
        self,
        *,
        bearer_token: str,
        settlement_number: str,
    ) -> _native.Call[FoundInvoices]:
        """Fetches the orders that Paylink settled with you under one number.

        The form of the reply is not published, so nothing of it proves a payment: fetch what it
        names with `get_invoice`.

        Args:
            bearer_token: The token that `authenticate` returned.
            settlement_number: The number of the settlement, as Paylink tells it.

        https://developer.paylink.sa/docs/get-invoice
        """
        try:
            return self._call("get_orders_by_settlement", (bearer_token, settlement_number))
        finally:
            # A traceback that prints local variables must not print these.
            del bearer_token

    def get_merchant_invoice(
        self,
        *,
        invoice_id: str,
    ) -> _native.Call[FoundInvoices]:
        """Fetches an invoice with the merchant's `api_key`, without a token.

        The form of the reply is not published, so nothing of it proves a payment: fetch what it
        names with `get_invoice`.

        Args:
            invoice_id: The id of the invoice.

        https://developer.paylink.sa/docs/post-payment-acknowledgment
        """
        return self._call("get_merchant_invoice", (invoice_id,))

    @staticmethod
    def parse_callback(message: bytes | str) -> InvoiceCallback:
        """Reads the URL (or its query) the customer's browser came back to.

        What comes out is a hint: look up the invoice you stored for this order, never mark it paid
        by this.

        https://developer.paylink.sa/docs/add-invoice
        """
        try:
            return _native.read("paylink", "parse_callback", message)
        finally:
            del message  # It may hold a token or a card number.

    @staticmethod
    def parse_webhook(message: bytes | str) -> PaymentWebhook:
        """Reads a payment webhook's body. What comes out is a hint: look the invoice up, whatever it
        says.

        https://developer.paylink.sa/docs/get-invoice
        """
        try:
            return _native.read("paylink", "parse_webhook", message)
        finally:
            del message  # It may hold a token or a card number.

    @staticmethod
    def parse_refund_webhook(message: bytes | str) -> RefundWebhook:
        """Reads a refund webhook's body. What comes out is a hint: never book a refund by it alone.

        https://developer.paylink.sa/docs/get-invoice
        """
        try:
            return _native.read("paylink", "parse_refund_webhook", message)
        finally:
            del message  # It may hold a token or a card number.

    def verify_webhook(
        self,
        *,
        body: bytes | str,
        header: bytes | str | None = None,
    ) -> PaymentWebhook:
        """Reads a payment webhook after comparing the header it came with, in constant time.

        There is no signature: whoever knows the header can write any body, so what comes out is
        still a hint.

        Args:
            body: The body as it came.
            header: The value of the header that you set in Paylink's portal, if it came.

        https://developer.paylink.sa/docs/get-invoice
        """
        try:
            return self._run("verify_webhook", (body, header))
        finally:
            # A traceback that prints local variables must not print these.
            del body, header

    def verify_refund_webhook(
        self,
        *,
        body: bytes | str,
        header: bytes | str | None = None,
    ) -> RefundWebhook:
        """Reads a refund webhook after comparing the header it came with, in constant time.

        There is no signature: whoever knows the header can write any body, so what comes out is
        still a hint.

        Args:
            body: The body as it came.
            header: The value of its `X-API-KEY` header, if it came.

        https://developer.paylink.sa/docs/get-invoice
        """
        try:
            return self._run("verify_refund_webhook", (body, header))
        finally:
            # A traceback that prints local variables must not print these.
            del body, header

    def test_webhook(
        self,
        *,
        amount: str | int | Decimal,
        merchant_email: str | None = None,
        transaction_no: str,
        order_id: str,
        order_status: OrderStatus | None = None,
        payment_type: str | None = None,
        api_version: str | None = None,
    ) -> TestMessage:
        """Makes a payment webhook as Paylink would post it, for your own tests. Test environment only.

        Post it with the header that your gateway is configured with.

        Args:
            amount: What it is to claim, in major units.
            merchant_email: Your e-mail address at Paylink.
            transaction_no: The invoice's id: 12 or 13 digits.
            order_id: Your order number.
            order_status: `paid` unless you say otherwise.
            payment_type: How the customer is to have paid; version 2 has it.
            api_version: `v2` for version 2.

        https://developer.paylink.sa/docs/get-invoice
        """
        return self._run("test_webhook", (
            amount, merchant_email, transaction_no, order_id, order_status, payment_type, api_version,
        ))

    def test_refund_webhook(
        self,
        *,
        transaction_no: str,
        refund_status: RefundStatus | None = None,
        refund_amount: str | int | Decimal,
        currency: str,
        order_id: str | None = None,
        api_version: str | None = None,
    ) -> TestMessage:
        """Makes a refund webhook as Paylink would post it, for your own tests. Test environment only.

        Post it with the header that your gateway is configured with.

        Args:
            transaction_no: The invoice's id: 12 or 13 digits.
            refund_status: `refunded` unless you say otherwise.
            refund_amount: What it is to claim, in major units.
            currency: Three upper-case letters, such as `SAR`.
            order_id: Your order number.
            api_version: The version of the message.

        https://developer.paylink.sa/docs/get-invoice
        """
        return self._run("test_refund_webhook", (
            transaction_no, refund_status, refund_amount, currency, order_id, api_version,
        ))

    def test_callback(
        self,
        *,
        callback_url: str,
        transaction_no: str,
        order_id: str,
    ) -> TestUrl:
        """Makes the address a browser would come back to, for your own tests. Test environment only.

        Args:
            callback_url: Your `callback_url`.
            transaction_no: The invoice's id: 12 or 13 digits.
            order_id: Your order number.

        https://developer.paylink.sa/docs/add-invoice
        """
        return self._run("test_callback", (callback_url, transaction_no, order_id))

    def decide(
        self,
        *,
        link_reference: str,
        verdict: Verdict,
        deadline: int,
        kind: DeliveryKind | None = None,
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
            kind: `payment` unless you say otherwise.
        """
        return self._decide((link_reference, verdict, now, deadline, kind), earlier)


_native.register({
    made.__name__: made
    for made in (
        Acknowledged,
        Session,
        Invoice,
        InvoiceReply,
        GatewayOrderRequest,
        PaymentReceipt,
        CanceledInvoice,
        FoundInvoices,
        FoundInvoice,
        InvoiceCallback,
        PaymentWebhook,
        RefundWebhook,
    )
})


__all__: list[str] = [
    "Acknowledged",
    "CanceledInvoice",
    "FoundInvoice",
    "FoundInvoices",
    "GatewayOrderRequest",
    "Invoice",
    "InvoiceCallback",
    "InvoiceReply",
    "Paylink",
    "PaymentReceipt",
    "PaymentWebhook",
    "RefundWebhook",
    "Session",
]
