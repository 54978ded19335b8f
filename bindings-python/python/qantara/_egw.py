"""Al Qaseh's e-Commerce Gateway, and what it answers."""

# Generated from the core's tables by `cargo run -p qantara-contract`. Do not edit.

from __future__ import annotations

from . import _native
from ._gateways import CallbackGateway

TYPE_CHECKING = False
if TYPE_CHECKING:
    from decimal import Decimal
    from typing import Any, Literal

    from typing_extensions import Self

    from ._messages import Outcome, Paid, Settlement, TestMessage
    from ._types import (
        Algorithm, DeliveryForm, EgwTransaction, EgwTransactionType, Encoding, Environment, KeyForm,
        LengthUnit, MacCase, MessageKind, Order, Profile, References, ReplyAmount, ResultClass,
        RetryVerdict, Stamp,
    )


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


class Callback(_native.Message):
    """The fields of a callback or reply, as they came. Unless it is verified, anyone can have sent a
    callback.

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

    @property
    def bare_result(self) -> str | None:
        """Replies only: the digit, if the gateway answered with one and nothing else. `0` is accepted,
        which is less than approved.
        """
        return self._field(17)


class CallbackReply(Callback):
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


class CodeMeaning(_native.Message):
    """What a response code means. It explains, and proves nothing: only `settle` does."""

    __slots__ = ()

    @property
    def rc(self) -> str:
        """RC, as it was asked for."""
        return self._field(0)

    @property
    def meaning(self) -> str:
        """The meaning in English."""
        return self._field(1)

    @property
    def meaning_ar(self) -> str:
        """The meaning in Arabic."""
        return self._field(2)

    @property
    def result_class(self) -> ResultClass | str:
        """`approved`; `declined`: the issuer or the customer said no; `merchant_error`: the request was
        wrong, and nothing happened; `unknown`: look it up before doing anything.
        """
        return self._field(3)

    @property
    def retry(self) -> RetryVerdict | str:
        """`look_up_first` where it may have happened. Else `never`: what was sent is spent. Another
        attempt is a new ORDER, after a `merchant_error` with the mistake put right.
        """
        return self._field(4)


class NumberedOrder(_native.Message):
    """An order number the e-Commerce Gateway takes."""

    __slots__ = ()

    @property
    def order_id(self) -> str:
        """ORDER: 6 to 32 digits. Its last six are the trace number, which repeats after a million
        orders.
        """
        return self._field(0)


class CardPage(_native.Message):
    """The page, and what it posts."""

    __slots__ = ()

    @property
    def url(self) -> str:
        """Where the form is posted."""
        return self._field(0)

    @property
    def fields(self) -> dict[str, Any]:
        """The signed fields, for a page of your own. The browser must post them as they are."""
        return self._field(1)

    @property
    def html(self) -> str:
        """A whole page that posts them by itself; it has a button for browsers without scripts."""
        return self._field(2)


class Diagnosis(_native.Message):
    """What the doctor found. It explains a message and proves nothing: nobody is to be served by it."""

    __slots__ = ()

    @property
    def fits(self) -> bool | None:
        """Whether something fits."""
        return self._field(0)

    @property
    def message_kind(self) -> MessageKind | str:
        """What the message looks like: a reply has ACTION or RC."""
        return self._field(1)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What fits, the likeliest first. If nothing does: the orders that can't be checked, and why."""
        return self._field(2)

    @property
    def advice(self) -> str:
        """What to do, in short."""
        return self._field(3)

    @property
    def tried(self) -> list[str]:
        """What was tried, in words."""
        return self._field(4)

    @property
    def macs(self) -> int:
        """How many MACs were made."""
        return self._field(5)

    @property
    def stopped(self) -> bool | None:
        """Whether the search was stopped before all of the last thing in `tried` was tried."""
        return self._field(6)


class Finding(_native.Message):
    """An order that fits, or one that can't be checked."""

    __slots__ = ()

    @property
    def fits(self) -> bool | None:
        """Whether the MAC fits. If not, the order can't be checked, because of `missing`."""
        return self._field(0)

    @property
    def profile(self) -> str:
        """The preset's name; `yours` for the profile you gave; another bank's of the same engine
        (`azericard`, `psb`, `borica`: no presets, take `suggested_profile`); `none` if nobody
        published this order.
        """
        return self._field(1)

    @property
    def order_name(self) -> str:
        """The order's name in it, such as `reply 21`; of an order nobody published, the name it is to
        have.
        """
        return self._field(2)

    @property
    def also_profiles(self) -> list[str] | None:
        """Other presets with this order."""
        return self._field(3)

    @property
    def order(self) -> list[str]:
        """The fields the MAC covers, in order."""
        return self._field(4)

    @property
    def algorithm(self) -> Algorithm | str:
        """The hash under the HMAC."""
        return self._field(5)

    @property
    def length_unit(self) -> LengthUnit | str | None:
        """What lengths count; left out if all that is signed is ASCII, since then both are the same."""
        return self._field(6)

    @property
    def absent(self) -> str | None:
        """What stands for a field that is not there; left out if none is."""
        return self._field(7)

    @property
    def key_used(self) -> str | None:
        """Which key, in these very words: "mac_key", "mac_key_components" (all XORed) or one of them,
        such as "mac_key_components.0".
        """
        return self._field(8)

    @property
    def key_form(self) -> KeyForm | str | None:
        """How its text became bytes."""
        return self._field(9)

    @property
    def letter_case(self) -> MacCase | str | None:
        """P_SIGN's letter case. Qantara accepts either."""
        return self._field(10)

    @property
    def missing(self) -> list[str] | None:
        """Signed fields that the message doesn't carry."""
        return self._field(11)

    @property
    def mistakes(self) -> list[str] | None:
        """The mistakes that make it fit: none if the MAC is made as it should be.

        `other_profile`, `other_message`, `algorithm`, `key_as_text`, `key_not_plain`,
        `key_odd_digits`, `key_component`, `key_is_component`, `key_components_joined`,
        `length_in_characters`, `length_in_bytes`, `empty_left_out`, `empty_as_zero`,
        `empty_as_value`, `empty_as_dash`, `zero_as_absent`, `dash_as_absent`, `trailing_text`,
        `amount_form`, `values_trimmed`, `values_decoded_twice`, `values_encoded`, `values_escaped`,
        `plus_as_space`, `nonce_case`, `other_timestamp`, `last_of_two`, `signed_not_sent`,
        `setting_instead`, `value_guessed`, `fields_left_out`, `field_added`, `field_replaced`,
        `fields_moved`, `message_order`, `sorted_order`, `mac_case`, `mac_base64`.
        """
        return self._field(12)

    @property
    def source(self) -> str | None:
        """The text the MAC covers."""
        return self._field(13)

    @property
    def suggested_profile(self) -> Any:
        """A profile to configure, with which messages like this one are signed and verified; left out
        if yours does so already, or none can.
        """
        return self._field(14)

    @property
    def advice(self) -> str:
        """What to do."""
        return self._field(15)


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
    def bare_result(self) -> str | None:
        """Replies only: the digit, if the gateway answered with one and nothing else. `0` is accepted,
        which is less than approved.
        """
        return self._field(17)

    @property
    def replay_key(self) -> str:
        """Unique for this message: gateway, environment, merchant, ORDER, TRTYPE, RRN and what it
        reports.
        """
        return self._replay_key() or ""

    def settle(self, order: Order) -> Settlement:
        """Matches it against your order (id, amount, currency, kind) and says what happened.

        Raises a MismatchError if it is not your order's, or success of an unknown kind; a SignatureError if a MAC
        has to be checked first.
        """
        return self._settle(order)

    def expect_paid(self, order: Order) -> Paid:
        """The short form of `settle`: proof of payment, or an error that says what there is instead."""
        return self._expect_paid(order)


class Egw(CallbackGateway):
    """Al Qaseh 1.0 legacy: the e-Commerce Gateway (P_SIGN).

    It holds your credentials and nothing else: making one per request is fine.

    Args:
        environment: `test` or `production`.
        api_key: What goes into the `X-API-Key` header.
        mac_key: The MAC key in hex, at least 16 bytes. A secret of its own: not the api_key. Leave
            it out if you give its components.
        mac_key_components: The MAC key as your bank handed it over: two or more components in hex,
            which are XORed.
        previous_mac_key: While the bank changes keys: the key before `mac_key`. It verifies, and
            never signs.
        profile: The P_SIGN scheme: a preset (`alqaseh-unconfirmed`, `classic`, `romcard`, `bcc`,
            `kina`) or your own as a map. Al Qaseh has not published its own, so there is no default.
        merchant: MERCHANT: the merchant id. This and the next five are sent and signed only where
            the profile lists them (other banks on this engine do; unconfirmed for Al Qaseh).
        terminal: TERMINAL: the terminal id. A signed message whose MAC covers another terminal is
            refused.
        merch_name: MERCH_NAME: your shop's name.
        merch_url: MERCH_URL: your shop's URL.
        country: COUNTRY: two letters.
        merch_gmt: MERCH_GMT: your offset from GMT, such as `+3`.
        prepare_url: The whole URL of prepare; by default the environment's own. Give it with
            `cgi_link_url`.
        cgi_link_url: The whole URL of `cgi_link`, where completions, reversals and card forms go; by
            default the environment's own. Give it with `prepare_url`.
        encoding: `json` unless you say otherwise.
        length_unit: What a length in the MAC counts. Until you say, signed values that are not ASCII
            are refused.
        completion_trtype: The TRTYPE your bank uses for a completion (`21` at other banks on this
            engine; Al Qaseh's page says `1`). A reply that bears it proves a payment.
        reversal_trtype: The TRTYPE your bank uses for a reversal (`24` or `22` at other banks; not
            on Al Qaseh's page, so there is no default). A reply that bears it proves a reversal.
        reply_amount: Whether a reply's amount must be your order's (`exact`, the default) or may
            have a fee on top (`at_least`, with `max_fee`).
        max_fee: The largest fee a reply's amount may have on top, in major units.
        allow_http: Test environment only: allow plain http to another machine, such as a sandbox in
            a container.
    """

    __slots__ = ()

    def __new__(
        cls,
        *,
        environment: Environment,
        api_key: str,
        mac_key: str | None = None,
        mac_key_components: list[str] | tuple[str, ...] | None = None,
        previous_mac_key: str | None = None,
        profile: str | Profile,
        merchant: str | None = None,
        terminal: str | None = None,
        merch_name: str | None = None,
        merch_url: str | None = None,
        country: str | None = None,
        merch_gmt: str | None = None,
        prepare_url: str | None = None,
        cgi_link_url: str | None = None,
        encoding: Encoding | None = None,
        length_unit: LengthUnit | None = None,
        completion_trtype: str | None = None,
        reversal_trtype: str | None = None,
        reply_amount: ReplyAmount | None = None,
        max_fee: str | int | Decimal | None = None,
        allow_http: bool | None = None,
    ) -> Self:
        try:
            return super().__new__(cls, "egw", (
                environment, api_key, mac_key, mac_key_components, previous_mac_key, profile, merchant,
                terminal, merch_name, merch_url, country, merch_gmt, prepare_url, cgi_link_url, encoding,
                length_unit, completion_trtype, reversal_trtype, reply_amount, max_fee, allow_http,
            ))
        finally:
            # A traceback that prints local variables must not print these.
            del api_key, mac_key, mac_key_components, previous_mac_key

    __new__.__qualname__ = __qualname__  # What a TypeError calls it.

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

    def completion(
        self,
        *,
        authorization: Outcome | dict[str, Any] | None = None,
        unproven_references: References | None = None,
        amount: str | int | Decimal,
        description: str,
        email: str | None = None,
        back_ref: str,
        foreign_retailer_ind: str | None = None,
        description_fallback: str | None = None,
        above_authorized: bool | None = None,
        allow_fraction: bool | None = None,
        stamp: Stamp | None = None,
    ) -> _native.Call[CallbackReply]:
        """Takes the money that an authorization holds, or less of it. One completion at a time: never
        send a second while the first is open.

        The TRTYPE is the gateway's `completion_trtype`; in the test environment it is `1` unless you
        say otherwise, as the gateway's page has it. `settle` takes your order with the amount that
        was to be taken. Where your profile has an order for replies, the reply proves nothing by
        itself (`mac.unchecked`): give its body to `verify_callback` and settle what that returns.

        Time and nonce are made for you unless you give a `stamp` of your own.

        Args:
            authorization: The `held` outcome that `settle` proved, or its fields as you stored them.
            unproven_references: In place of a proof: references that nothing has checked. A wrong
                one takes somebody else's money.
            amount: What to take, in major units, in the authorization's currency: exact decimal text
                of at most 12 characters.
            description: DESC: what the customer is paying for, 1 to 50 characters.
            email: EMAIL: the customer's e-mail address, at most 80 bytes.
            back_ref: BACKREF: where the result goes, at most 250 bytes.
            foreign_retailer_ind: FOREIGN_RETAILER_IND: one character, if your bank asks for it.
            description_fallback: What to send as description if the description is not ASCII and
                your bank's length unit is not confirmed. This is not sent beside the description.
            above_authorized: Take more than was authorized. This is not sent.
            allow_fraction: Accept a fraction or three decimals in dinars. This is not sent.

        https://docs.alqaseh.com/1.0-legacy/auth
        """
        return self._call("completion", (
            authorization, unproven_references, amount, description, email, back_ref,
            foreign_retailer_ind, description_fallback, above_authorized, allow_fraction,
        ), stamp)

    def reversal(
        self,
        *,
        authorization: Outcome | dict[str, Any] | None = None,
        unproven_references: References | None = None,
        amount: str | int | Decimal,
        description: str,
        email: str | None = None,
        back_ref: str,
        foreign_retailer_ind: str | None = None,
        description_fallback: str | None = None,
        above_authorized: bool | None = None,
        allow_fraction: bool | None = None,
        stamp: Stamp | None = None,
    ) -> _native.Call[CallbackReply]:
        """Gives an authorization or a payment back. Say so in your order (`reversal_requested`) before
        you send it: from then on nothing proves the payment any more.

        The TRTYPE is the gateway's `reversal_trtype`. It is not on the gateway's page (`24` or `22`
        at other banks), so there is no default: ask your bank. Where your profile has an order for
        replies, the reply proves nothing by itself (`mac.unchecked`): give its body to
        `verify_callback` and settle what that returns.

        Time and nonce are made for you unless you give a `stamp` of your own.

        Args:
            authorization: The `held` or `paid` outcome that `settle` proved, or its fields as you
                stored them.
            unproven_references: In place of a proof: references that nothing has checked. A wrong
                one reverses somebody else's payment.
            amount: What to give back, in major units, in the payment's currency: exact decimal text
                of at most 12 characters.
            description: DESC: what it is about, 1 to 50 characters.
            email: EMAIL: the customer's e-mail address, at most 80 bytes.
            back_ref: BACKREF: where the result goes, at most 250 bytes.
            foreign_retailer_ind: FOREIGN_RETAILER_IND: one character, if your bank asks for it.
            description_fallback: What to send as description if the description is not ASCII and
                your bank's length unit is not confirmed. This is not sent beside the description.
            above_authorized: Give back more than that. This is not sent.
            allow_fraction: Accept a fraction or three decimals in dinars. This is not sent.

        https://docs.alqaseh.com/1.0-legacy/auth
        """
        return self._call("reversal", (
            authorization, unproven_references, amount, description, email, back_ref,
            foreign_retailer_ind, description_fallback, above_authorized, allow_fraction,
        ), stamp)

    def status_inquiry(
        self,
        *,
        order_id: str,
        transaction_type: EgwTransaction,
        stamp: Stamp | None = None,
    ) -> _native.Call[Callback]:
        """Asks what became of a transaction, where the profile has an order for TRTYPE 90 (`bcc`, or
        your own).

        Whether its ACTION and RC are the transaction's or the inquiry's own differs between banks,
        so its reply proves nothing: read it, and ask your bank what it means.

        Time and nonce are made for you unless you give a `stamp` of your own.

        Args:
            order_id: ORDER: the transaction's order number.
            transaction_type: Which of the order's transactions (TRAN_TRTYPE).

        https://docs.alqaseh.com/1.0-legacy/auth
        """
        return self._call("status_inquiry", (order_id, transaction_type), stamp)

    @staticmethod
    def parse_callback(message: bytes | str) -> Callback:
        """Reads a callback without verifying it, in whichever form it came: JSON, XML, urlencoded, or
        hidden inputs of an HTML page. What comes out is a hint.

        https://docs.alqaseh.com/1.0-legacy/auth
        """
        try:
            return _native.read("egw", "parse_callback", message)
        finally:
            del message  # It may hold a token or a card number.

    @staticmethod
    def explain_code(
        *,
        rc: str,
        action: str | None = None,
        transaction_type: EgwTransaction | None = None,
    ) -> CodeMeaning:
        """Says what a response code means, in English and Arabic, and whether the request may be
        repeated.

        A code that is not listed says so and is `unknown`: look the payment up.

        Args:
            rc: RC, as it came: two characters (`05`), or the gateway's own negative ones (`-17`).
            action: ACTION, as it came. Without it the code counts as with the ACTION it ordinarily
                bears: a reply with another one may mean something else.
            transaction_type: What was asked for. Without it 06, 91 and 96 are `unknown`: they leave
                a completion or reversal open.

        https://docs.alqaseh.com/1.0-legacy/auth
        """
        return _native.run("egw", "explain_code", (rc, action, transaction_type))

    @staticmethod
    def order_number(
        *,
        sequence: int,
        prefix: str | None = None,
    ) -> NumberedOrder:
        """Makes an ORDER of at least six digits from your own sequence number.

        The gateway wants its last six digits unique for your terminal and day: they are, up to a
        million orders a day.

        Args:
            sequence: The next number of your sequence, never used before.
            prefix: Digits to put in front, such as a shop's number; at most 13.

        https://docs.alqaseh.com/1.0-legacy/auth
        """
        return _native.run("egw", "order_number", (sequence, prefix))

    def card_form(
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
        csp_nonce: str | None = None,
        stamp: Stamp | None = None,
    ) -> CardPage:
        """Makes the page whose browser posts a signed payment to `cgi_link` and shows the gateway's
        card page.

        Every value is escaped. Other banks on this engine take cards this way; it is unconfirmed for
        Al Qaseh, whose page describes `prepare`. The signature goes stale an hour after its stamp.

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
                your bank's length unit is not confirmed. This is not sent beside the description.
            allow_fraction: Accept a fraction or three decimals in dinars. This is not sent.
            csp_nonce: The nonce of your Content-Security-Policy (base64), for the script that posts
                the form by itself. Allow the gateway in `form-action` as well.

        https://docs.alqaseh.com/1.0-legacy/auth
        """
        return self._run("card_form", (
            amount, currency, order_id, description, transaction_type, email, back_ref,
            foreign_retailer_ind, description_fallback, allow_fraction, csp_nonce,
        ), stamp)

    def test_callback(
        self,
        *,
        trtype: str,
        order_id: str,
        amount: str | int | Decimal,
        currency: str,
        action: str,
        rc: str,
        approval: str | None = None,
        rrn: str | None = None,
        int_ref: str | None = None,
        timestamp: str | None = None,
        nonce: str | None = None,
        description: str | None = None,
        message: str | None = None,
        form: DeliveryForm | None = None,
    ) -> TestMessage:
        """Makes a signed callback for your own tests, as the gateway would send it: signed with this
        gateway's key and its profile's order for replies.

        It works in the test environment only.

        Args:
            trtype: TRTYPE: `0` authorization, `1` retail, others as your bank numbers them.
            order_id: ORDER: your order number, 6 to 32 digits.
            amount: AMOUNT, in major units.
            currency: CURRENCY.
            action: ACTION: `0` approved, `2` declined, …
            rc: RC: the response code, such as `00`.
            approval: APPROVAL: the issuer's approval code.
            rrn: RRN.
            int_ref: INT_REF.
            timestamp: TIMESTAMP, UTC `YYYYMMDDHHMMSS`.
            nonce: NONCE.
            description: DESC: the description.
            message: MESSAGE: the gateway's words.
            form: The form it is delivered in: `json` unless you say otherwise.

        https://docs.alqaseh.com/1.0-legacy/auth
        """
        return self._run("test_callback", (
            trtype, order_id, amount, currency, action, rc, approval, rrn, int_ref, timestamp, nonce,
            description, message, form,
        ))

    @staticmethod
    def diagnose(
        *,
        message: bytes | str,
        p_sign: str | None = None,
        mac_key: bytes | str | None = None,
        mac_key_components: list[str] | tuple[str, ...] | None = None,
        profile: str | Profile | None = None,
        merchant: str | None = None,
        terminal: str | None = None,
        merch_name: str | None = None,
        merch_url: str | None = None,
        country: str | None = None,
        merch_gmt: str | None = None,
        signed_values: dict[str, Any] | None = None,
    ) -> Diagnosis:
        """Finds out how a captured message was signed: which order, which key, which mistake.

        For the time you connect your shop: take one message with its P_SIGN, and the key. It tries
        every published order and every known mistake, then orders that nobody published, and says
        what fits and what to do. It makes at most some 200,000 MACs; that takes about a second. It
        proves nothing, and verifying never uses it.

        Args:
            message: The message as it came or went: a reply or callback (JSON, XML, urlencoded, an
                HTML page with hidden inputs, or the URL the browser came back with), or a request of
                your own.
            p_sign: Its P_SIGN, if that is not in the message.
            mac_key: The key in hex, as you have it. Needed unless there are components.
            mac_key_components: The key's components, if your bank gave you several: each alone and
                all XORed are tried.
            profile: The profile you have configured: a preset's name or a map. All presets are tried
                in any case.
            merchant: MERCHANT: the merchant id. This and the next five may be signed without being
                sent.
            terminal: TERMINAL: the terminal id.
            merch_name: MERCH_NAME: your shop's name.
            merch_url: MERCH_URL: your shop's URL.
            country: COUNTRY: two letters.
            merch_gmt: MERCH_GMT: your offset from GMT.
            signed_values: Other values that may be signed without being sent, under the gateway's
                names: of the request a reply answers, such as `{"NONCE": "…", "DESC": "…"}`.

        https://docs.alqaseh.com/1.0-legacy/auth
        """
        try:
            return _native.run("egw", "diagnose", (
                message, p_sign, mac_key, mac_key_components, profile, merchant, terminal, merch_name,
                merch_url, country, merch_gmt, signed_values,
            ))
        finally:
            # A traceback that prints local variables must not print these.
            del message, mac_key, mac_key_components, signed_values


_native.register({
    made.__name__: made
    for made in (
        Prepared,
        Callback,
        CallbackReply,
        CodeMeaning,
        NumberedOrder,
        CardPage,
        Diagnosis,
        Finding,
        SignedCallback,
    )
})


__all__: list[str] = [
    "Callback",
    "CallbackReply",
    "CardPage",
    "CodeMeaning",
    "Diagnosis",
    "Egw",
    "Finding",
    "NumberedOrder",
    "Prepared",
    "SignedCallback",
]
