"""The replies of all gateways."""

# Generated from the core's tables by `cargo run -p qantara-contract`. Do not edit.

from __future__ import annotations

from ._alqaseh import (
    AskedReversal, CreatedPayment, History, Payment, PaymentInfo, ProcessedCard, RetriedPayment,
    RevokedPayment,
)
from ._egw import Callback, Prepared
from ._paylink import Acknowledged, CanceledInvoice, FoundInvoices, Invoice, Session

Reply = (
    CreatedPayment
    | Payment
    | PaymentInfo
    | History
    | ProcessedCard
    | RetriedPayment
    | AskedReversal
    | RevokedPayment
    | Prepared
    | Callback
    | Acknowledged
    | Session
    | Invoice
    | CanceledInvoice
    | FoundInvoices
)
"""What `parse_reply` returns, whichever call it was."""


__all__: list[str] = [
    "Reply",
]
