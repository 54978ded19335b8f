"""Paylink's look-ups of a lost reply. The forms of their replies are not published, so they never settle."""

from cases.paylink_calls import LIVE, MERCHANT, SHOP, TOKEN, Calls
from cases.paylink_invoices import NUMBER, PAID, shown
from wire import Raw, json_text, nested, segment

CASES = []
ONE = {"transactionNo": NUMBER, "orderNumber": "A-1", "orderStatus": "Pending", "amount": Raw("25.0"), "currency": "SAR"}


def row(given):
    """An invoice in a list: its own order number and currency beside what a fetched one has."""
    given = dict(given)
    more = {name: given.pop(key) for key, name in (("orderNumber", "order_id"), ("currency", "currency")) if key in given}
    return dict(shown(given), **more)


def found(rows, body=None, extra=None):
    result = {"invoices": [row(one) for one in rows]}
    return {"status": 200, "body": json_text(rows) if body is None else body,
            "result": dict(result, extra=extra) if extra else result}


def forms(calls):
    """One list, wherever it is: bare, or the only one of an object; or one invoice by itself."""
    return [
        found([ONE]), found([]), found([ONE, dict(ONE, transactionNo="1714289084592", orderStatus="CANCELLED")]),
        found([PAID]), found([ONE], json_text(ONE)), found([PAID], json_text(PAID)),
        found([ONE], json_text({"orders": [ONE], "total": 1}), {"total": 1}),
        found([ONE], json_text({"invoices": [ONE], "success": "true"}), {"success": True}),
        found([], '{"data":[]}'), found([dict(ONE, new=[1], x=Raw(nested(20)))]),
        found([{"orderNumber": "A-1"}]), found([{}]), found([dict(ONE, transactionNo=17, amount="free")]),
        calls.reply(200, "{}", "reply.field_type invoices"), calls.reply(200, '{"a":[],"b":[]}', "reply.field_type invoices"),
        calls.reply(200, '["A-1"]', "reply.field_type invoices"), calls.reply(200, "[[]]", "reply.field_type invoices"),
        calls.reply(200, '{"orders":["A-1"]}', "reply.field_type invoices"), calls.reply(200, '{"data":null}', "reply.field_type invoices"),
        calls.reply(200, "[" + json_text(ONE)[:-1] + ',"transactionNo":"1714289084592"}]', "reply.field_duplicate transactionNo"),
        calls.reply(200, '{"success":false,"orders":[]}', "reply.not_success success"),
        calls.reply(200, '{"orders":[],"success":"no"}', "reply.not_success success"),
    ] + calls.unreadable(json_text([ONE]))


FORMS = [
    ("get_transactions_of_order", "transactions of an order", "order_id",
     lambda text: "/api/getTransactionsOfOrderNumber?orderNumber=" + segment(text), False),
    ("get_order", "get order", "order_id", lambda text: "/api/getOrder/" + segment(text), True),
    ("get_orders_by_settlement", "orders by settlement", "settlement_number",
     lambda text: "/api/getOrdersBySettlement/" + segment(text), True),
]
ODD = [("slashes", "../../admin/"), ("query", "1?x=1&orderNumber=2"), ("fragment", "1#2"), ("percent", "%2e%2e%2f"),
       ("space and Arabic", "طلب 1"), ("plus", "A+1"), ("semicolon", "A;b=1")]


def controls(calls, field, given):
    for title, text, fault in [("nothing", "", "text.too_short"), ("a line break", "A\r\n1", "text.control"),
                               ("NUL", "A\u00001", "text.control"), ("a number", 17, "field.type")]:
        calls.refused(f"{field} of {title}", "checked before anything is sent", [f"{fault} {field}"], dict(given, **{field: text}))
    calls.refused(f"no {field}", "required", [f"field.missing {field}"], dict(given, **{field: None}))


for operation, title, field, path, is_segment in FORMS:
    calls = Calls(CASES, operation, title, "GET", "")
    given = {"bearer_token": TOKEN, field: "A-1"}
    calls.accepted("replies", "no form is published: what is found is kept, and none of it settles anything", given, path("A-1"),
                   replies=forms(calls))
    calls.accepted("statuses", "a look-up may be repeated on 408, 425, 429 and 5xx; 401 and 403 ask for a fresh token, once; "
                   "what was just made may not be there yet: 404 may be repeated, too",
                   given, path("A-1"), replies=calls.statuses(missing="safe"))
    calls.accepted("in production", "the production host", given, path("A-1"), configuration={"environment": "production"}, base=LIVE)
    for what, text in ODD:
        calls.accepted(f"{field} with {what}", "nothing in it may escape its place in the URL", dict(given, **{field: text}), path(text))
    controls(calls, field, given)
    calls.tokens(given)
    if is_segment:
        for what, text in (("a dot", "."), ("two dots", "..")):
            calls.refused(f"{field} is {what}", "a path: it would ask for something else", ["text.characters " + field],
                          dict(given, **{field: text}))
    else:
        calls.accepted(f"{field} is two dots", "in a query it is a value like any other", dict(given, order_id=".."), path(".."))
    calls.refused("no credentials for invoices", "this gateway has acknowledgments only", ["credential.missing api_id"], given,
                  dict(MERCHANT, api_id=None, secret_key=None))

# The merchants' family: X-API-KEY, and no token.
merchant = Calls(CASES, "get_merchant_invoice", "merchant invoice", "GET", "", MERCHANT)
KEY = {"X-API-KEY": "k3y"}


def place(text, shop="shop-1"):
    return f"/api/merchants/{segment(shop)}/invoices/{segment(text)}"


def looks(name, about, text, replies=(), base="https://api.paylink.sa", configuration=None, shop="shop-1"):
    merchant.accepted(name, about, {"invoice_id": text}, place(text, shop), replies=replies, base=base,
                      configuration=configuration, headers=KEY)


looks("replies", "no form is published: what is found is kept, and none of it settles anything", "i-1", forms(merchant))
looks("statuses", "a look-up may be repeated on 408, 425, 429 and 5xx; 401 is the key, there is no token", "i-1",
      merchant.statuses(with_token=False))
looks("sandbox", "there is no published test host", "i-1", base="http://localhost:8081",
      configuration={"environment": "test", "base_url": "http://localhost:8081/"})
looks("odd merchant id", "one segment of the path: nothing in it may escape", "i-1", configuration={"merchant_id": "متجر/../1?x#y%z"},
      shop="متجر/../1?x#y%z")
for what, text in ODD:
    looks("invoice_id with " + what, "one segment of the path: nothing in it may escape", text)
controls(merchant, "invoice_id", {"invoice_id": "i-1"})
for what, text in (("a dot", "."), ("two dots", "..")):
    merchant.refused(f"invoice_id is {what}", "a path: it would ask for something else", ["text.characters invoice_id"],
                     {"invoice_id": text})
merchant.refused("invoice_id of 129", "longer than any", ["text.too_long invoice_id"], {"invoice_id": "1" * 129})
merchant.refused("no test host", "Paylink publishes none: the sandbox's URL is needed", ["environment.no_test_host base_url"],
                 {"invoice_id": "i-1"}, {"environment": "test"})
merchant.refused("no key", "this gateway has invoices only: its credentials go nowhere else", ["credential.missing merchant_id"],
                 {"invoice_id": "i-1"}, dict(SHOP, environment="production", merchant_id=None, api_key=None))
merchant.refused("a token", "this one goes by the key", ["field.unknown bearer_token"], {"invoice_id": "i-1", "bearer_token": TOKEN})
