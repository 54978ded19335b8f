"""Al Qaseh: the history, and what its rows settle."""

from cases.alqaseh_calls import Calls
from cases.alqaseh_create import TYPES
from cases.alqaseh_get import ORDER, mismatch, outcome
from wire import Raw, form_text, json_text, nested

CASES = []
QUERY = [("limit", "limit"), ("offset", "offset"), ("order_by", "order_by"), ("order_field", "order_field"),
         ("amount", "amount"), ("approval", "approval"), ("currency", "currency"), ("since", "from"), ("until", "to"),
         ("language", "language"), ("order_id", "order_id"), ("payment_id", "payment_id"),
         ("payment_status", "payment_status"), ("rc", "rc"), ("rrn", "rrn"), ("transaction_type", "transaction_type")]
history = Calls(CASES, "history", "history", "GET", "")
ASKED = {"order_id": "A-1"}
WORDS = {word: name for name, word in TYPES.items()}


def path_of(given, path="/history"):
    """The query in the table's order, in the gateway's words."""
    said = {name: TYPES.get(value, str(value)) if name == "transaction_type" else str(value) for name, value in given.items()}
    query = form_text((key, said[name]) for name, key in QUERY if name in said)
    return path + ("?" + query if query else "")


def asks(name, about, given=None, replies=(), **more):
    given = ASKED if given is None else given
    history.accepted(name, about, given, path_of(given), replies=replies, **more)


ROW = {"payment_id": "p-1", "order_id": "A-1", "amount": Raw("25000"), "currency": "IQD", "payment_status": "succeeded",
       "transaction_type": "Retail", "rrn": "123456789012"}
FULL = dict(id=42, **ROW, token="t-1", description="كتابان", redirect_url="https://shop.example/return",
            webhook_url="https://shop.example/hook", approval_code="123456", rc="00", merchant_email="a@shop.example",
            merchant_id=7, terminal_id="T1", country="IQ", custom_data={"cart": {"lines": [1, 2]}}, nonce="n", p_sign="AB",
            gmt="+3", timestamp="20261120130000", created_at="2026-11-20T13:00:00Z", updated_at="2026-11-20T13:01:00Z",
            deleted_at="2026-11-21T00:00:00Z",
            payment_status_histories=[{"status": "prepared", "created_at": "2026-11-20T13:00:00Z"}])


def without(row, *names):
    return {key: value for key, value in row.items() if key not in names}


def shown(row):
    """A row as it comes out: amounts as text, known words in their one form, absent values gone."""
    row = dict(row)
    if isinstance(row.get("amount"), Raw):
        row["amount"] = str(row["amount"])
    kind, status = row.get("transaction_type"), row.get("payment_status")
    if isinstance(kind, str):
        row["transaction_type"] = {word.lower(): name for word, name in WORDS.items()}.get(kind.lower(), kind)
    if isinstance(status, str) and status.isascii() and status.lower() in STATUSES:
        row["payment_status"] = status.lower()
    return {key: value for key, value in row.items() if value not in (None, "", "0001-01-01T00:00:00Z")}


STATUSES = ("prepared revoked failed retried succeeded expired duplicated declined unknown success pending").split()


def listed(rows, settle=(), body=None, **extra):
    """A reply with these rows, and what it settles."""
    result = dict({"payments": [shown(row) for row in rows]}, **({"extra": extra} if extra else {}))
    reply = {"status": 200, "body": json_text(rows) if body is None else body, "result": result}
    if settle:
        reply["settle"] = [{"order": order, **found} for order, found in settle]
    return reply


def proves(kind, status, row=None, order=None, **more):
    row = row or ROW
    known = TYPES_BACK.get(str(row.get("transaction_type", "")).lower())
    found = outcome(kind, status, order, proof=kind in ("paid", "held", "reversed"), transaction_type=known,
                    rrn=row.get("rrn"), **more)
    found["payment_id"] = row["payment_id"]
    if "replay_key" in found:
        found["replay_key"] = "/".join(["alqaseh", "test", "shop-1", row["payment_id"], kind])
    return {"outcome": {key: value for key, value in found.items() if value}}


TYPES_BACK = {word.lower(): name for word, name in WORDS.items()}
NOT_FOUND = {"outcome": {"kind": "open", "order_id": "A-1", "amount": "25000", "currency": "IQD", "status": "not found"}}


def fails(code, field):
    return {"error": mismatch(code, field)}


# What is asked.
asks("everything", "no filter, no question mark", {})
asks("every filter", "in the table's order, in the gateway's words, encoded; `since` and `until` are `from` and `to`", {
    "limit": 100, "offset": 20, "order_by": "desc", "order_field": "created_at", "amount": "25000.00", "approval": "12 34",
    "currency": "IQD", "since": "2026-11-20T00:00:00+03:00", "until": "2026-11-21", "language": "ar", "order_id": "A/1?&=#",
    "payment_id": "p-1", "payment_status": "succeeded", "rc": "00", "rrn": "000000000001", "transaction_type": "complete_sales"})
asks("largest page", "at most a thousand", {"limit": 1000, "offset": 0})
asks("Arabic order", "UTF-8, percent-encoded", {"order_id": "طلب-1"})
asks("injection", "nothing in a value may become another filter", {"order_id": "A-1&payment_status=succeeded#"})
asks("in production", "the production host", {"order_id": "A-1"}, configuration={"environment": "production"},
     base="https://api.alqaseh.com/v1")
asks("fraction in riyals", "the digits as the caller wrote them", {"amount": "19.90", "currency": "SAR"})
for title, given, faults in [
    ("limit of zero", {"limit": 0}, ["number.range limit"]), ("limit of 1001", {"limit": 1001}, ["number.range limit"]),
    ("limit as text", {"limit": "20"}, ["field.type limit"]), ("negative offset", {"offset": -1}, ["number.range offset"]),
    ("limit with a fraction", {"limit": 1.5}, ["number.range limit"]),
    ("direction in capitals", {"order_by": "DESC"}, ["choice.unknown order_by"]),
    ("float amount", {"amount": 25000.5}, ["amount.float amount"]),
    ("amount with a comma", {"amount": "25,000"}, ["amount.syntax amount"]),
    ("25.000 in dinars", {"amount": "25.000", "currency": "IQD"}, ["amount.ambiguous amount"]),
    ("currency in small letters", {"currency": "iqd"}, ["text.characters currency"]),
    ("language of three letters", {"language": "ara"}, ["text.too_long language"]),
    ("language of digits", {"language": "12"}, ["text.characters language"]),
    ("empty order id", {"order_id": ""}, ["text.too_short order_id"]),
    ("order id as a number", {"order_id": 17}, ["field.type order_id"]),
    ("line break", {"rrn": "1\r\nX: 1"}, ["text.control rrn"]),
    ("status nobody knows", {"payment_status": "paid"}, ["choice.unknown payment_status"]),
    ("type in the gateway's spelling", {"transaction_type": "Retail"}, ["choice.unknown transaction_type"]),
    ("from", {"from": "2026-11-20"}, ["field.unknown from"]),
    ("date that is not text", {"since": 20261120}, ["field.type since"]),
    ("all faults at once", {"limit": 0, "order_by": "up", "amount": 0.5, "since": "", "transaction_type": "x"},
     ["number.range limit", "choice.unknown order_by", "amount.float amount", "text.too_short since",
      "choice.unknown transaction_type"]),
]:
    history.refused(title, "a filter that is wrong or ignored would list other payments than were meant", faults, given)

# How a list may be wrapped.
asks("envelopes", "the page publishes none: a bare array, `payments` or `data`", replies=[
    listed([ROW]), listed([]), listed([FULL]),
    listed([ROW], body=json_text({"payments": [ROW]})), listed([ROW], body=json_text({"data": [ROW]})),
    listed([ROW], body=json_text({"payments": [ROW], "total": 1, "next": None}), total=1, next=None),
    listed([], body='{"data":[]}'), listed([], body=" [ ] \r\n"),
    listed([dict(ROW, card_brand="visa")], body=json_text([dict(ROW, card_brand="visa")])),
])
CASES[-1]["replies"][-1]["result"]["payments"][0] = dict(shown(ROW), extra={"card_brand": "visa"})
asks("rows that lack something", "kept, never settled by, and no reason to lose the others", replies=[
    listed([without(ROW, name), dict(ROW, payment_id="p-9", order_id="A-9")], [(ORDER, NOT_FOUND)] if name != "currency" else ())
    for name in ("order_id",)] + [
    listed([{}], [(ORDER, NOT_FOUND)]), listed([dict(ROW, order_id="")], [(ORDER, NOT_FOUND)]),
    listed([dict(ROW, order_id=None), ROW], [(ORDER, proves("paid", "succeeded"))]),
])
asks("rows of other types", "only what is certain may fail a reply", replies=[
    listed([dict(ROW, rc=0, rrn=123, custom_data="x", terminal_id=[1])]),
    listed([dict(ROW, description="", created_at="0001-01-01T00:00:00Z", timestamp="0001-01-01T00:00:00Z")]),
])
asks("bodies that can't be read", "a broken answer must not look like an empty list; a look-up may be repeated", replies=[
    history.reply(200, body, fault) for body, fault in [
        ("", "reply.not_json"), ("<html>Bad gateway</html>", "reply.not_json"), ("[", "reply.not_json"),
        (json_text([ROW])[:-1], "reply.not_json"), (json_text([ROW]) + "]", "reply.not_json"),
        ("payment_id,order_id,payment_status\r\np-1,A-1,succeeded\r\n", "reply.not_json"),
        ("null", "reply.not_object"), ("17", "reply.not_object"), ('"[]"', "reply.not_object"), ("true", "reply.not_object"),
        ("{}", "reply.field_missing payments"), ('{"rows":[]}', "reply.field_missing payments"),
        ('{"Payments":[]}', "reply.field_missing payments"),
        ("[" * 40 + "]" * 40, "reply.too_deep"), (json_text([dict(ROW, x=Raw(nested(32)))]), "reply.too_deep"),
    ]] + [history.reply(200, b'[{"order_id":"\xff"}]', "reply.not_utf8", as_hex=True)])
asks("a row twice over itself", "differing values of a field we read: indeterminate", replies=[
    history.reply(200, "[" + json_text(ROW)[:-1] + ',"payment_status":"failed"}]', "reply.field_duplicate payment_status"),
    history.reply(200, "[" + json_text(ROW)[:-1] + ',"order_id":"A-2"}]', "reply.field_duplicate order_id"),
    listed([ROW], [(ORDER, proves("paid", "succeeded"))], body="[" + json_text(ROW)[:-1] + ',"order_id":"A-1"}]'),
])
asks("statuses", "a look-up may be repeated on 408, 425, 429 and 5xx; no redirect is followed", replies=history.statuses())

# What the rows of one order settle.
RETAIL, HOLD = ROW, dict(ROW, transaction_type="Authorization")
SALE = dict(ROW, payment_id="p-3", transaction_type="CompleteSales")
BACK = dict(ROW, payment_id="p-4", transaction_type="Reversal")
OTHER = dict(ROW, payment_id="p-8", order_id="A-8")
asks("settle: one row", "a succeeded row proves what its type says", replies=[
    listed([RETAIL], [(ORDER, proves("paid", "succeeded"))]),
    listed([dict(RETAIL, payment_status="SUCCEEDED", transaction_type="RETAIL")], [(ORDER, proves("paid", "succeeded"))]),
    listed([SALE], [(ORDER, proves("paid", "succeeded", SALE))]),
    listed([HOLD], [(ORDER, proves("held", "succeeded", HOLD))]),
    listed([BACK], [(ORDER, proves("reversed", "succeeded", BACK))]),
    listed([OTHER, RETAIL, dict(OTHER, payment_status="failed")], [(ORDER, proves("paid", "succeeded"))]),
] + [listed([dict(RETAIL, payment_status=status)], [(ORDER, proves("failed", status))])
     for status in ("failed", "declined", "expired", "revoked", "duplicated")] + [
    listed([dict(RETAIL, payment_status=status)], [(ORDER, proves("open", status))])
    for status in ("prepared", "retried", "unknown", "pending", "success")])
asks("settle: several rows", "a reversal goes before a payment, a payment before a hold, a proof before a failure", replies=[
    listed([RETAIL, BACK], [(ORDER, proves("reversed", "succeeded", BACK))]),
    listed([BACK, RETAIL], [(ORDER, proves("reversed", "succeeded", BACK))]),
    listed([HOLD, SALE], [(ORDER, proves("paid", "succeeded", SALE))]),
    listed([SALE, HOLD], [(ORDER, proves("paid", "succeeded", SALE))]),
    listed([HOLD, BACK], [(ORDER, proves("reversed", "succeeded", BACK))]),
    listed([dict(RETAIL, payment_id="p-0", payment_status="failed"), RETAIL], [(ORDER, proves("paid", "succeeded"))]),
    listed([RETAIL, dict(RETAIL, payment_id="p-0", payment_status="declined")], [(ORDER, proves("paid", "succeeded"))]),
    listed([RETAIL, dict(BACK, payment_status="failed")], [(ORDER, proves("paid", "succeeded"))]),
    listed([RETAIL, dict(BACK, payment_status="prepared")], [(ORDER, proves("paid", "succeeded"))]),
    listed([RETAIL, RETAIL], [(ORDER, proves("paid", "succeeded"))]),
])
asks("settle: paid twice", "two payment ids for one order: said loudly, since the customer is owed one back", replies=[
    listed([RETAIL, dict(RETAIL, payment_id="p-2")], [(ORDER, fails("order.paid_twice", "paid_as"))]),
    listed([RETAIL, SALE], [(ORDER, fails("order.paid_twice", "paid_as"))]),
    listed([RETAIL], [(dict(ORDER, paid_as="p-1"), proves("paid", "succeeded")),
                      (dict(ORDER, paid_as="p-0"), fails("order.paid_twice", "paid_as"))]),
])
AMBIGUOUS = [(ORDER, fails("order.ambiguous", "payment_id"))]
AGAIN = dict(RETAIL, payment_id="p-2")
asks("settle: a reversal beside several payments", "it doesn't say of which: a person has to look", replies=[
    listed(rows, AMBIGUOUS) for rows in (
        [RETAIL, AGAIN, BACK], [BACK, RETAIL, AGAIN], [RETAIL, BACK, SALE], [HOLD, SALE, BACK], [BACK, AGAIN, HOLD],
        [RETAIL, dict(HOLD, payment_id="p-2", amount=Raw("30000")), BACK], [RETAIL, BACK, dict(BACK, payment_id="p-5")],
        [BACK, dict(BACK, payment_id="p-5")])] + [
    listed(rows, [(ORDER, proves("reversed", "succeeded", BACK))]) for rows in (
        [RETAIL, BACK, dict(AGAIN, payment_status="failed")], [RETAIL, BACK, BACK], [RETAIL, RETAIL, BACK],
        [HOLD, dict(SALE, payment_id="p-1"), BACK], [dict(OTHER, payment_id="p-2"), RETAIL, BACK],
        [RETAIL, BACK, dict(BACK, payment_id="p-5", payment_status="declined")])])
LESS = dict(ORDER, amount="20000")
PART = dict(SALE, amount=Raw("20000"))
asks("settle: a part of what was authorized is taken", "an authorization took no money: the completion's sum counts", replies=[
    listed(rows, [(LESS, proves("paid", "succeeded", PART, order=LESS)), (ORDER, fails("amount.mismatch", "amount"))])
    for rows in ([HOLD, PART], [PART, HOLD])] + [
    listed(rows, [(LESS, fails("amount.mismatch", "amount"))]) for rows in (
        [HOLD], [HOLD, dict(PART, payment_status="failed")], [dict(PART, payment_status="prepared"), HOLD],
        [HOLD, dict(HOLD, payment_id="p-2", amount=Raw("20000"))], [HOLD, dict(BACK, payment_id="p-1", amount=Raw("20000"))])] + [
    listed([dict(HOLD, currency="USD"), PART], [(LESS, fails("currency.mismatch", "currency"))])])
GONE = dict(ORDER, reversal_requested=True)
asks("settle: a reversal was asked for", "only a Reversal row proves it: nothing else counts as paid or held from then on", replies=[
    listed([RETAIL], [(GONE, fails("payment.reversal_requested", "reversal_requested"))]),
    listed([HOLD], [(GONE, fails("payment.reversal_requested", "reversal_requested"))]),
    listed([RETAIL, BACK], [(GONE, proves("reversed", "succeeded", BACK))]),
])
asks("settle: not found", "no row of the order: nothing is known, nothing is proven", replies=[
    listed([], [(ORDER, NOT_FOUND)]), listed([OTHER], [(ORDER, NOT_FOUND)]),
    listed([dict(ROW, order_id="a-1")], [(ORDER, NOT_FOUND)]), listed([dict(ROW, order_id="A-1 ")], [(ORDER, NOT_FOUND)]),
    listed([dict(ROW, order_id="A-11")], [(ORDER, NOT_FOUND)]),
])
asks("settle: another amount or currency", "one cheap payment must not settle any order", replies=[
    listed([dict(ROW, amount=Raw("2500"))], [(ORDER, fails("amount.mismatch", "amount"))]),
    listed([dict(ROW, currency="USD")], [(ORDER, fails("currency.mismatch", "currency"))]),
    listed([dict(ROW, currency="iqd")], [(ORDER, fails("currency.mismatch", "currency"))]),
    listed([dict(ROW, amount=Raw("25000.01"))], [(ORDER, fails("amount.mismatch", "amount"))]),
    listed([dict(ROW, amount=Raw("150000260"))], [
        (dict(ORDER, amount="150000250"), proves("paid", "succeeded", order=dict(ORDER, amount="150000250"))),
        (dict(ORDER, amount="150000270"), fails("amount.mismatch", "amount"))]),
])

# A page is not the whole list: what it leaves out could be the payment.
FAILED = dict(ROW, payment_status="failed")
PAGE = {"order_id": "A-1", "limit": 2}
asks("settle: a page that may go on", "a full page, a filter or an offset may hide the attempt that was paid: no failure", PAGE, [
    listed([FAILED], [(ORDER, proves("failed", "failed"))]),
    listed([FAILED, dict(FAILED, payment_id="p-2")], [(ORDER, proves("open", "failed"))]),
    listed([FAILED, OTHER], [(ORDER, proves("open", "failed"))]),
    listed([FAILED, ROW], [(ORDER, proves("paid", "succeeded"))]),
])
asks("settle: a reversal on a page that may go on", "what is not seen may be a second payment: it doesn't say of which", PAGE, [
    listed([BACK], [(ORDER, proves("reversed", "succeeded", BACK))]),
    listed([BACK, OTHER], [(ORDER, proves("open", "succeeded", BACK))]),
    listed([RETAIL, BACK], [(ORDER, proves("open", "succeeded", BACK))]),
])
for more in ({"total": 2}, {"totalCount": 57}):
    asks("settle: an envelope that counts more, " + json_text(more), "it says itself that this is not all", ASKED, [
        listed([row], [(ORDER, settled)], body='{"payments":' + json_text([row]) + "," + json_text(more)[1:], **more)
        for row, settled in ((FAILED, proves("open", "failed")), (BACK, proves("open", "succeeded", BACK)),
                             (ROW, proves("paid", "succeeded")))])
asks("settle: an envelope that counts them all", "a page's own limit says nothing", ASKED, [
    listed([FAILED], [(ORDER, proves("failed", "failed"))], body='{"payments":' + json_text([FAILED]) + ',"total":1,"limit":20}',
           total=1, limit=20)])
asks("settle: a reversal asked for alone", "the filter leaves out the payments it could be of", dict(ASKED, transaction_type="reversal"),
     [listed([BACK], [(ORDER, proves("open", "succeeded", BACK))])])
for title, given in [("a status", {"payment_status": "failed"}), ("a type", {"transaction_type": "retail"}),
                     ("a payment", {"payment_id": "p-1"}), ("an offset", {"offset": 20}), ("a date", {"since": "2026-11-20"}),
                     ("an amount", {"amount": "25000"})]:
    asks(f"settle: filtered by {title}", "what the filter leaves out could be the payment: no failure", dict(ASKED, **given),
         [listed([FAILED], [(ORDER, proves("open", "failed"))]), listed([ROW], [(ORDER, proves("paid", "succeeded"))])])
asks("settle: asked for no order", "the first twenty of the shop may hide the payment", {}, [
    listed([FAILED] + [dict(OTHER, payment_id=f"x-{n}") for n in range(19)], [(ORDER, proves("open", "failed"))])])
asks("settle: success of a kind nobody knows", "it proves nothing, and no other row does while it stands there", replies=[
    listed([dict(ROW, transaction_type="Refund")], [(ORDER, fails("kind.unknown", "transaction_type"))]),
    listed([without(ROW, "transaction_type")], [(ORDER, fails("kind.unknown", "transaction_type"))]),
    listed([dict(OTHER, transaction_type="Refund"), ROW], [(ORDER, proves("paid", "succeeded"))]),
])
asks("settle: a part of it reversed", "money moved under this order, but not as ordered: a person has to look", replies=[
    listed([ROW, dict(BACK, amount=Raw("10000"))], [(ORDER, fails("amount.mismatch", "amount"))]),
    listed([dict(ROW, amount=Raw("100")), dict(ROW, payment_id="p-2")], [(ORDER, fails("amount.mismatch", "amount"))]),
])
asks("no rows, as Go prints it", "a nil list is null within its envelope", replies=[
    listed([], [(ORDER, NOT_FOUND)], body='{"payments":null}'), listed([], body='{"data":null,"total":0}', total=0),
])
asks("a list of other things", "not a list of payments", replies=[
    history.reply(200, body, "reply.field_type payments") for body in
    ('{"payments":{}}', '{"payments":"A-1"}', '{"data":17}', '["A-1"]', '[[]]', '[null]', '{"payments":[{},1]}')])
