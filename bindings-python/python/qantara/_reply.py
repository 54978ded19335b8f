"""The replies of all gateways."""

# Generated from the core's tables by `cargo run -p qantara-contract`. Do not edit.

from __future__ import annotations

from ._alqaseh import (
    AskedReversal, CreatedPayment, History, HistoryCsv, Payment, PaymentInfo, ProcessedCard,
    RetriedPayment, RevokedPayment,
)
from ._egw import Callback, CallbackReply, Prepared
from ._paylink import Acknowledged, CanceledInvoice, FoundInvoices, Invoice, InvoiceReply, Session

Reply = (
    CreatedPayment
    | Payment
    | PaymentInfo
    | History
    | HistoryCsv
    | ProcessedCard
    | RetriedPayment
    | AskedReversal
    | RevokedPayment
    | Prepared
    | CallbackReply
    | Callback
    | Acknowledged
    | Session
    | Invoice
    | InvoiceReply
    | CanceledInvoice
    | FoundInvoices
)
"""What `parse_reply` returns, whichever call it was."""


__all__: list[str] = [
    "Reply",
]
