"""Paylink: what arrives unasked, the one static header that stands in for a signature, and messages for tests."""

from cases.paylink_calls import MERCHANT, SHOP
from wire import Raw, error, json_text, nested, segment

CASES = []
NUMBER = "1714289084591"


def read(reader, title, name, about, message, result=None, fault=None, as_hex=False):
    given = {"message_hex": message.hex()} if as_hex else {"message": message}
    found = {"error": error(fault)} if fault else {"result": result}
    CASES.append({"name": f"{title}: {name}", "about": about, "do": "read", "reader": reader, **given, **found})


def tool(name, title, about, given, result=None, faults=None, configuration=None, without=(), stands=SHOP):
    configuration = {key: value for key, value in dict(stands, **(configuration or {})).items() if key not in without}
    found = {"error": error(*faults, retry="never")} if faults else {"result": result}
    CASES.append({"name": title, "about": about, "do": "tool", "tool": name, "configuration": configuration, "input": given, **found})


# The browser's return.
def callback(name, about, message, result=None, **more):
    read("parse_callback", "callback", name, about, message, result, **more)


BOTH = {"transaction_no": NUMBER, "order_id": "A-1"}
QUERY = f"transactionNo={NUMBER}&orderNumber=A-1"
callback("small letters first", "one of the two spellings", QUERY, BOTH)
callback("capitals first", "the other of the two spellings", QUERY.replace("t", "T", 1).replace("orderN", "OrderN"), BOTH)
callback("whole URL", "the URL as the browser shows it", "https://shop.example/back?" + QUERY, BOTH)
callback("path and query", "the URL as a server's framework shows it", "/back?" + QUERY, BOTH)
callback("question mark first", "the query as a server's environment shows it", "?" + QUERY, BOTH)
callback("second question mark", "appended to a URL that has a query", "https://shop.example/back?session=1?" + QUERY,
         dict(BOTH, extra={"session": "1"}))
callback("both spellings at once", "the last wins, as in browsers: it is a hint",
         "transactionNo=1&TransactionNo=" + NUMBER + "&OrderNumber=A-9&orderNumber=A-1", BOTH)
callback("encoded", "percent-encoding and plus signs are decoded", "orderNumber=A%2F1%20%D8%B7+b", {"order_id": "A/1 ط b"})
callback("nothing", "an empty hint", "", {})
callback("URL without a query", "an empty hint", "https://shop.example/back", {})
callback("other letter case", "two spellings are known, not all", "TRANSACTIONNO=1&ordernumber=2",
         {"extra": {"TRANSACTIONNO": "1", "ordernumber": "2"}})
callback("a status of its own", "a status in the address is nobody's word", QUERY + "&orderStatus=Paid",
         dict(BOTH, extra={"orderStatus": "Paid"}))
callback("fragment", "what follows # never reaches a server", "/back?" + QUERY + "#orderNumber=A-9", BOTH)
callback("empty value", "given but empty is absent", f"transactionNo={NUMBER}&orderNumber=", {"transaction_no": NUMBER})
callback("names of a language", "kept like any other", "__proto__=x&constructor=y",
         {"extra": {"__proto__": "x", "constructor": "y"}})
callback("NUL and line break", "data like any other: it is a hint", "orderNumber=A%00%0D%0A1", {"order_id": "A\0\r\n1"})
callback("script", "data like any other: escape it in your page", "orderNumber=%3Cscript%3E", {"order_id": "<script>"})
callback("encoded bytes that are not UTF-8", "not text", "orderNumber=%D8", fault="reply.not_utf8")
callback("raw bytes that are not UTF-8", "not text", b"orderNumber=\xff", fault="reply.not_utf8", as_hex=True)

# The payment webhook.
FULL = {"amount": Raw("25.00"), "merchantEmail": "a@shop.example", "transactionNo": NUMBER, "merchantOrderNumber": "A-1",
        "orderStatus": "Paid"}
NAMES = {"amount": "amount", "merchantEmail": "merchant_email", "transactionNo": "transaction_no",
         "merchantOrderNumber": "order_id", "orderStatus": "order_status", "paymentType": "payment_type",
         "apiVersion": "api_version", "refundStatus": "refund_status", "refundAmount": "refund_amount", "currency": "currency"}
WORDS = {"paid", "pending", "created", "canceled", "declined", "completed"}


def seen(given, **changes):
    result = {NAMES[key]: str(value) if key in ("amount", "refundAmount") else value for key, value in given.items() if key in NAMES}
    if str(result.get("order_status")).lower() in WORDS:
        result["order_status"] = result["order_status"].lower()
    result.update(changes)
    return {key: value for key, value in result.items() if value not in (None, "")}


def webhook(name, about, message, result=None, **more):
    read("parse_webhook", "payment webhook", name, about, message, result, **more)


webhook("version 1", "five fields; whatever they say, look the invoice up", json_text(FULL), seen(FULL))
SECOND = dict(FULL, paymentType="mada", apiVersion="v2")
webhook("version 2", "and two more", json_text(SECOND), seen(SECOND))
webhook("number only", "only transactionNo is required", json_text({"transactionNo": NUMBER}), {"transaction_no": NUMBER})
for word, name in [("PAID", "paid"), ("cancelled", "canceled"), ("Canceled", "canceled"), ("dEcLiNeD", "declined"),
                   ("Refunded", "Refunded"), ("", None)]:
    webhook(f"status {word or 'empty'}", "read in any letter case, unknown words kept as they came",
            json_text(dict(FULL, orderStatus=word)), seen(dict(FULL, orderStatus=word), order_status=name))
webhook("figure with an exponent", "the full JSON grammar is read, as text", json_text(dict(FULL, amount=Raw("2.5e+01"))),
        seen(FULL, amount="2.5e+01"))
webhook("figure as text", "kept as it came", json_text(dict(FULL, amount="25.00")), seen(FULL))
webhook("figure that is none", "a hint keeps what it can't read", json_text(dict(FULL, amount="free")), seen(FULL, amount="free"))
webhook("unknown fields", "kept, also under names that mean something to a language",
        json_text(dict(FULL, __proto__={"a": 1}, constructor="x", success=True)),
        dict(seen(FULL), extra={"__proto__": {"a": 1}, "constructor": "x", "success": True}))
webhook("equal duplicates", "equal ones pass", json_text(FULL)[:-1] + ',"orderStatus":"PAID"}', seen(FULL))
webhook("32 levels", "as deep as is read", json_text(dict(FULL, x=Raw(nested(31)))), dict(seen(FULL), extra={"x": Raw(nested(31))}))
HOSTILE = [
    ("no number", "nothing to look up", json_text({"orderStatus": "Paid"}), "reply.field_missing transactionNo"),
    ("empty number", "nothing to look up", '{"transactionNo":""}', "reply.field_missing transactionNo"),
    ("number as a number", "ids are text: leading zeros would go", '{"transactionNo":1714289084591}', "reply.field_type transactionNo"),
    ("other letter case of a name", "names are exact", '{"TransactionNo":"1"}', "reply.field_missing transactionNo"),
    ("differing duplicates", "two invoices in one message: indeterminate", '{"transactionNo":"1","transactionNo":"2"}',
     "reply.field_duplicate transactionNo"),
    ("empty body", "unreadable", "", "reply.not_json"), ("form body", "unreadable: it is JSON", "transactionNo=1", "reply.not_json"),
    ("HTML", "unreadable", "<html></html>", "reply.not_json"), ("cut short", "unreadable", '{"transactionNo":"1', "reply.not_json"),
    ("CSV", "unreadable", "transactionNo\r\n1\r\n", "reply.not_json"), ("a list", "not an object", '[{"transactionNo":"1"}]', "reply.not_object"),
    ("byte order mark", "JSON has none", '\ufeff{"transactionNo":"1"}', "reply.not_json"),
    ("comment", "JSON has none", '{"transactionNo":"1"/**/}', "reply.not_json"),
    ("33 levels", "deeper than is read", '{"transactionNo":"1","x":' + nested(32) + "}", "reply.too_deep"),
    ("not UTF-8", "not text", b'{"transactionNo":"\xd8"}', "reply.not_utf8"),
    ("raw NUL", "control characters in a JSON text are escaped", b'{"transactionNo":"\x00"}', "reply.not_json"),
]
for name, about, message, fault in HOSTILE:
    webhook(name, about, message, fault=fault, as_hex=isinstance(message, bytes))


# The refund webhook.
def refund(name, about, message, result=None, **more):
    read("parse_refund_webhook", "refund webhook", name, about, message, result, **more)


BACK = {"transactionNo": NUMBER, "refundStatus": "Refunded", "refundAmount": Raw("25.00"), "currency": "SAR",
        "merchantOrderNumber": "A-1", "apiVersion": "v2"}
refund("every field", "a hint shows what it claims", json_text(BACK), seen(BACK, refund_status="refunded"))
refund("number only", "only transactionNo is required", json_text({"transactionNo": NUMBER}), {"transaction_no": NUMBER})
for word, name in [("REFUNDED", "refunded"), ("failed", "failed"), ("FAILED", "failed"), ("Pending", "Pending"), ("Paid", "Paid")]:
    refund(f"status {word}", "read in any letter case, unknown words kept as they came", json_text(dict(BACK, refundStatus=word)),
           seen(BACK, refund_status=name))
refund("a payment's webhook", "without a refund's fields it says nothing of one", json_text(FULL),
       {"transaction_no": NUMBER, "order_id": "A-1",
        "extra": {"amount": Raw("25.00"), "merchantEmail": "a@shop.example", "orderStatus": "Paid"}})
refund("figure that is none", "a hint keeps what it can't read", json_text(dict(BACK, refundAmount=True)),
       seen(BACK, refund_status="refunded", refund_amount=True))
for name, about, message, fault in HOSTILE:
    refund(name, about, message, fault=fault, as_hex=isinstance(message, bytes))

# The header: there is no signature, so this is all there is, and it fails closed.
for kind, setting, message, result in [
    ("verify_webhook", "webhook_secret", FULL, seen(FULL)),
    ("verify_refund_webhook", "refund_webhook_secret", BACK, seen(BACK, refund_status="refunded")),
]:
    title = kind.replace("_", " ") + ": "
    body = json_text(message)
    SET = {setting: "one s3cret value"}
    tool(kind, title + "genuine", "compared in constant time; what comes out is still a hint",
         {"body": body, "header": "one s3cret value"}, result, configuration=SET)
    tool(kind, title + "by the other pair of credentials", "the header is all it needs", {"body": body, "header": "one s3cret value"},
         result, configuration=SET, stands=MERCHANT)
    for name, header in [("one character short", "one s3cret valu"), ("one character more", "one s3cret value1"),
                         ("another letter case", "ONE S3CRET VALUE"), ("one letter else", "one s3cret valuE"),
                         ("a space at its end", "one s3cret value "), ("the api_id", SHOP["api_id"]),
                         ("Arabic", "سر"), ("with NUL", "one s3cret value\u0000"), ("with a line break", "one s3cret value\r\n"),
                         ("its Bearer form", "Bearer one s3cret value")]:
        tool(kind, title + "header is " + name, "not what was set in the portal: it is not genuine", {"body": body, "header": header},
             faults=["header.mismatch header"], configuration=SET)
    for name, given in [("no header", {}), ("empty header", {"header": ""})]:
        tool(kind, title + name, "it is not genuine", dict(given, body=body), faults=["header.missing header"], configuration=SET)
        tool(kind, title + name + ", and none configured", "nothing passes where nothing is configured: not even nothing",
             dict(given, body=body), faults=["header.not_configured " + setting])
    tool(kind, title + "none configured", "nothing passes where nothing is configured", {"body": body, "header": "x"},
         faults=["header.not_configured " + setting])
    other = {"webhook_secret": "refund_webhook_secret"}.get(setting, "webhook_secret")
    tool(kind, title + "only the other header configured", "one webhook's header says nothing of the other's",
         {"body": body, "header": "one s3cret value"}, faults=["header.not_configured " + setting], configuration={other: "one s3cret value"})
    tool(kind, title + "forged and unreadable", "the header comes first: who can't show it learns nothing of the reader",
         {"body": "<html>", "header": "x"}, faults=["header.mismatch header"], configuration=SET)
    for name, text, fault in [("HTML", "<html>", "reply.not_json"), ("nothing", "", "reply.not_json"), ("a list", "[]", "reply.not_object"),
                              ("no number", "{}", "reply.field_missing transactionNo")]:
        tool(kind, title + "genuine header, body of " + name, "it still has to be readable", {"body": text, "header": "one s3cret value"},
             faults=[fault], configuration=SET)
    tool(kind, title + "no body", "required", {"header": "x"}, faults=["field.missing body"], configuration=SET)
    tool(kind, title + "header as a list", "text", {"body": body, "header": ["one s3cret value"]}, faults=["field.type header"],
         configuration=SET)
    tool(kind, title + "an invented signature", "no signature exists: there is no field for one",
         {"body": body, "signature": "x"}, faults=["field.unknown signature"], configuration=SET)


# Messages for tests of one's own.
def test(kind, name, about, given, body=None, faults=None, **more):
    result = {"body": body, "content_type": "application/json"}
    tool(kind, kind.replace("_", " ") + ": " + name, about, given, result, faults, **more)


GIVEN = {"amount": "25.50", "transaction_no": NUMBER, "order_id": "A-1"}
test("test_webhook", "smallest", "as Paylink would post it; paid unless you say otherwise", GIVEN,
     json_text({"amount": Raw("25.50"), "transactionNo": NUMBER, "merchantOrderNumber": "A-1", "orderStatus": "Paid"}))
test("test_webhook", "every field", "in the page's order", dict(
    GIVEN, merchant_email="a@shop.example", order_status="canceled", payment_type="mada", api_version="v2", order_id='طلب "1"'),
     json_text({"amount": Raw("25.50"), "merchantEmail": "a@shop.example", "transactionNo": NUMBER,
                "merchantOrderNumber": 'طلب "1"', "orderStatus": "Canceled", "paymentType": "mada", "apiVersion": "v2"}))
test("test_webhook", "in production", "what looks genuine is made in tests only", GIVEN, faults=["environment.test_only environment"],
     configuration={"environment": "production"})
test("test_webhook", "all faults at once", "every fault is reported together",
     {"amount": 0.5, "transaction_no": "1", "order_status": "Paid"},
     faults=["amount.float amount", "text.too_short transaction_no", "field.missing order_id", "choice.unknown order_status",
             "environment.test_only environment"], configuration={"environment": "production"})
BACKS = {"transaction_no": NUMBER, "refund_amount": "25.50", "currency": "SAR"}
test("test_refund_webhook", "smallest", "refunded unless you say otherwise", BACKS,
     json_text({"transactionNo": NUMBER, "refundStatus": "Refunded", "refundAmount": Raw("25.50"), "currency": "SAR"}))
test("test_refund_webhook", "every field", "in the page's order", dict(BACKS, refund_status="failed", order_id="A-1", api_version="v2"),
     json_text({"transactionNo": NUMBER, "refundStatus": "Failed", "refundAmount": Raw("25.50"), "currency": "SAR",
                "merchantOrderNumber": "A-1", "apiVersion": "v2"}))
test("test_refund_webhook", "in production", "what looks genuine is made in tests only", BACKS,
     faults=["environment.test_only environment"], configuration={"environment": "production"})
test("test_refund_webhook", "all faults at once", "every fault is reported together",
     {"transaction_no": "../1234567890", "refund_amount": "5.", "currency": "sar", "refund_status": "paid"},
     faults=["text.characters transaction_no", "choice.unknown refund_status", "amount.syntax refund_amount",
             "text.characters currency"])


def url(name, about, given, expected=None, faults=None, **more):
    tool("test_callback", "test callback: " + name, about, given, {"url": expected}, faults, **more)


AT = {"callback_url": "https://shop.example/back", "transaction_no": NUMBER, "order_id": "A-1"}
url("plain", "the address a browser would come back to", AT, f"https://shop.example/back?{QUERY}")
url("a URL that has a query", "one question mark", dict(AT, callback_url="https://shop.example/back?a=1"),
    f"https://shop.example/back?a=1&{QUERY}")
for title, text in [("slashes and markup", "A/1?&=#<x>"), ("Arabic", "طلب 1"), ("percent and plus", "100%+1")]:
    url("order with " + title, "values are encoded", dict(AT, order_id=text),
        f"https://shop.example/back?transactionNo={NUMBER}&orderNumber={segment(text)}")
url("in production", "what looks genuine is made in tests only", AT, faults=["environment.test_only environment"],
    configuration={"environment": "production"})
url("all faults at once", "every fault is reported together", {"callback_url": "/back", "transaction_no": "A", "order_id": ""},
    faults=["url.invalid callback_url", "text.too_short transaction_no", "text.too_short order_id"])
url("fragment", "the parameters would hide behind #", dict(AT, callback_url="https://shop.example/#x"), faults=["url.invalid callback_url"])
