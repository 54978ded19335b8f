"""Paylink's invoices: the token, an invoice made, fetched, settled and canceled."""

from cases.paylink_calls import LIVE, MERCHANT, SHOP, TEST, TOKEN, Calls
from wire import Raw, error, json_text, nested

CASES = []
NOW = 1795000000
NUMBER = "1714289084591"

# authenticate: safe to repeat, and a token that is never refreshed is a known mistake.
session = Calls(CASES, "authenticate", "authenticate", "POST", "")


def login(persist, configuration=None):
    shop = dict(SHOP, **(configuration or {}))
    return json_text({"apiId": shop["api_id"], "secretKey": shop["secret_key"], "persistToken": persist})


def lives(seconds, token=TOKEN, **extra):
    result = {"bearer_token": token, "expires_at": NOW + seconds, "refresh_at": NOW + seconds - 300}
    return dict(result, **({"extra": extra} if extra else {}))


def opened(body, seconds, **more):
    return {"status": 200, "body": body, "result": lives(seconds, **more)}


YES = json_text({"id_token": TOKEN})
session.accepted("half an hour", "thirty minutes unless it is persisted; refresh a little before", {"now": NOW}, "/api/auth",
                 login(False), [opened(YES, 1800), {"status": 201, "body": YES, "result": lives(1800)},
                                opened('{"id_token":"a.b.c","user":{"id":1}}', 1800, token="a.b.c", user={"id": 1}),
                                opened('{"id_token":"a.b.c","id_token":"a.b.c"}', 1800, token="a.b.c")])
session.accepted("said in so many words", "false is the same as nothing", {"now": NOW, "persist_token": False}, "/api/auth",
                 login(False), [opened(YES, 1800)])
session.accepted("thirty hours", "persisted", {"now": NOW, "persist_token": True}, "/api/auth", login(True), [opened(YES, 108000)])
session.accepted("in production", "the production host", {"now": NOW}, "/api/auth", login(False), base=LIVE,
                 configuration={"environment": "production"})
session.accepted("sandbox", "a URL of your own; a slash at its end is one slash", {"now": NOW}, "/api/auth", login(False),
                 base="http://127.0.0.1:8081", configuration={"invoices_url": "http://127.0.0.1:8081/"})
session.accepted("odd credentials", "quotes and backslashes are escaped in JSON", {"now": NOW}, "/api/auth",
                 login(False, {"api_id": 'A"1\\', "secret_key": "</script>'&"}),
                 configuration={"api_id": 'A"1\\', "secret_key": "</script>'&"})
session.accepted("replies without a token", "no token must not look like an empty one; asking again is safe", {"now": NOW},
                 "/api/auth", login(False), session.unreadable(YES, [
                     (body, fault) for body, fault in [
                         ("{}", "reply.field_missing id_token"), ('{"id_token":""}', "reply.field_missing id_token"),
                         ('{"id_token":null}', "reply.field_missing id_token"), ('{"id_token":17}', "reply.field_type id_token"),
                         ('{"token":"a"}', "reply.field_missing id_token"), ('{"ID_TOKEN":"a"}', "reply.field_missing id_token"),
                         ('{"id_token":"a b"}', "reply.field_type id_token"),
                         ('{"id_token":"a\\r\\nX-Admin: 1"}', "reply.field_type id_token"),
                         ('{"id_token":"رمز"}', "reply.field_type id_token"),
                         ('{"id_token":"a","id_token":"b"}', "reply.field_duplicate id_token"),
                         ("[]", "reply.not_object")]]))
session.accepted("statuses", "asking for a token may be repeated; 401 here is the credentials, not the token", {"now": NOW},
                 "/api/auth", login(False), session.statuses(with_token=False))
session.refused("clock not set", "before 2024", ["number.range now"], {"now": 0})
session.refused("clock in milliseconds", "Unix seconds", ["number.range now"], {"now": NOW * 1000})
session.refused("persisting as text", "true or false", ["field.type persist_token"], {"now": NOW, "persist_token": "true"})
session.refused("no credentials for invoices", "this gateway has acknowledgments only", ["credential.missing api_id"],
                {"now": NOW}, dict(MERCHANT, api_id=None, secret_key=None))

# The configuration: two pairs, each whole or absent.
for title, changes, faults in [
    ("half a pair: no secret_key", {"secret_key": None}, ["field.missing secret_key"]),
    ("half a pair: no api_id", {"api_id": None}, ["field.missing api_id"]),
    ("half of the other pair: no api_key", {"merchant_id": "shop-1"}, ["field.missing api_key"]),
    ("half of the other pair: no merchant_id", {"api_key": "k3y"}, ["field.missing merchant_id"]),
    ("half of each", {"secret_key": None, "merchant_id": "shop-1"}, ["field.missing api_key", "field.missing secret_key"]),
    ("no pair", {"api_id": None, "secret_key": None}, ["field.missing merchant_id", "field.missing api_key"]),
    ("empty secret_key", {"secret_key": ""}, ["text.too_short secret_key"]),
    ("secret_key with a line break", {"secret_key": "s\r\nX: 1"}, ["text.control secret_key"]),
    ("api_id with a space at its end", {"api_id": "APP_ID_1 "}, ["credential.characters api_id"]),
    ("webhook_secret that is not ASCII", {"webhook_secret": "سر"}, ["credential.characters webhook_secret"]),
    ("empty webhook_secret", {"webhook_secret": ""}, ["text.too_short webhook_secret"]),
    ("empty refund_webhook_secret", {"refund_webhook_secret": ""}, ["text.too_short refund_webhook_secret"]),
    ("plain http to another machine", {"invoices_url": "http://restpilot.paylink.sa"}, ["environment.insecure invoices_url"]),
    ("production's host in test", {"invoices_url": LIVE}, ["environment.host invoices_url"]),
    ("production's host with a dot in test", {"invoices_url": LIVE + "."}, ["environment.host invoices_url"]),
    ("the test host in production", {"environment": "production", "invoices_url": TEST}, ["environment.host invoices_url"]),
    ("invoices_url with a query", {"invoices_url": "https://shop.example/?a=1"}, ["url.invalid invoices_url"]),
    ("completed_is_paid as text", {"completed_is_paid": "yes"}, ["field.type completed_is_paid"]),
    ("a token in the configuration", {"bearer_token": TOKEN}, ["field.unknown bearer_token"]),
]:
    session.refused("configuration: " + title, "each pair of credentials is whole or absent, and none falls back to another",
                    faults, {"now": NOW}, changes)

# add_invoice: not idempotent.
add = Calls(CASES, "add_invoice", "add invoice", "POST", "get_transactions_of_order by order_id")
BOOK = {"title": "Book", "price": "12.50", "quantity": 2}
ORDER = {"bearer_token": TOKEN, "order_id": "A-1", "amount": "25.00", "callback_url": "https://shop.example/back",
         "client_name": "سارة", "client_mobile": "0512345678", "products": [BOOK]}
FIELDS = [("order_id", "orderNumber"), ("amount", "amount"), ("callback_url", "callBackUrl"), ("client_name", "clientName"),
          ("client_mobile", "clientMobile"), ("products", "products"), ("cancel_url", "cancelUrl"),
          ("client_email", "clientEmail"), ("currency", "currency"), ("sms_message", "smsMessage"),
          ("supported_card_brands", "supportedCardBrands"), ("display_pending", "displayPending"), ("note", "note")]
PRODUCT = [("title", "title"), ("price", "price"), ("quantity", "qty"), ("description", "description"),
           ("is_digital", "isDigital"), ("image_src", "imageSrc"), ("specific_vat", "specificVat"),
           ("product_cost", "productCost")]
MONEY = ("amount", "price", "specific_vat", "product_cost")


def wired(given, table):
    return {key: Raw(str(given[name])) if name in MONEY else given[name] for name, key in table if name in given}


def order_body(given):
    body = wired(dict({"currency": "SAR"}, **given), FIELDS)
    return json_text(dict(body, products=[wired(product, PRODUCT) for product in given["products"]]))


def adds(name, about, changes=None, replies=(), **more):
    given = {key: value for key, value in dict(ORDER, **(changes or {})).items() if value is not None}
    add.accepted(name, about, given, "/api/addInvoice", order_body(given), replies, **more)


ANSWER = {
    "gatewayOrderRequest": {"orderNumber": "A-1", "amount": Raw("25.0"), "currency": "SAR", "clientName": "سارة",
                            "clientMobile": "0512345678", "callBackUrl": "https://shop.example/back",
                            "products": [{"title": "Book", "price": Raw("12.5"), "qty": 2}]},
    "amount": Raw("25.0"), "transactionNo": NUMBER, "orderStatus": "Created", "paymentErrors": None,
    "url": "https://paymentpilot.paylink.sa/pay/order/" + NUMBER, "qrUrl": "https://paymentpilot.paylink.sa/pay/qrcode/1",
    "mobileUrl": "https://paymentpilot.paylink.sa/pay/frame/1", "checkUrl": TEST + "/api/getInvoice/" + NUMBER,
    "success": True, "digitalOrder": False, "foreignCurrencyRate": None,
}
NAMES = {"gatewayOrderRequest": "gateway_order_request", "transactionNo": "transaction_no", "orderStatus": "order_status",
         "paymentErrors": "payment_errors", "qrUrl": "qr_url", "mobileUrl": "mobile_url", "checkUrl": "check_url",
         "digitalOrder": "digital_order", "foreignCurrencyRate": "foreign_currency_rate", "paymentReceipt": "payment_receipt",
         "amount": "amount", "url": "url", "success": "success"}
ASKED_NAMES = {"orderNumber": "order_id", "amount": "amount", "currency": "currency", "callBackUrl": "callback_url",
               "cancelUrl": "cancel_url", "clientName": "client_name", "clientMobile": "client_mobile",
               "clientEmail": "client_email", "note": "note", "products": "products"}
RECEIPT_NAMES = {"receiptUrl": "receipt_url", "passcode": "passcode", "paymentMethod": "payment_method",
                 "paymentDate": "payment_date", "bankCardNumber": "bank_card_number"}
STATUSES = {"pending", "created", "paid", "canceled", "declined", "completed"}


def named(given, names):
    """A record as it comes out: amounts as text, null gone, what no table knows under extra."""
    shown = {names[key]: str(value) if key == "amount" else value
             for key, value in given.items() if key in names and value is not None}
    extra = {key: value for key, value in given.items() if key not in names}
    return dict(shown, extra=extra) if extra else shown


def shown(given, **changes):
    result = named(given, NAMES)
    for name, names in (("gateway_order_request", ASKED_NAMES), ("payment_receipt", RECEIPT_NAMES)):
        if isinstance(result.get(name), dict):
            result[name] = named(result[name], names)
    status = str(result.get("order_status", "")).lower().replace("cancelled", "canceled")
    if status in STATUSES:
        result["order_status"] = status
    result.update(changes)
    return {key: value for key, value in result.items() if value is not None}


def made(given, **changes):
    return {"status": 200, "body": json_text(given), "result": shown(given, **changes)}


adds("smallest", "required fields; the default currency is sent in so many words", None, [
    made(ANSWER), made(dict(ANSWER, orderStatus="CREATED", success="true"), success=True),
    made(dict(ANSWER, orderStatus="Waiting")), made(dict(ANSWER, paymentErrors=[])), made(dict(ANSWER, new={"a": Raw("1.50")})),
    made({key: ANSWER[key] for key in ("amount", "transactionNo", "orderStatus", "success", "url")}),
])
adds("every field", "the gateway's own names, letter case and order", {
    "cancel_url": "https://shop.example/cancel?a=1&b=2", "client_email": "sara@shop.example", "currency": "SAR",
    "sms_message": "رابط الدفع", "supported_card_brands": ["mada", "visaMastercard", "amex", "tamara", "stcpay", "urpay", "tabby"],
    "display_pending": True, "note": 'a "b" \\ c',
    "products": [dict(BOOK, description="كتاب", is_digital=False, image_src="https://shop.example/b.png", specific_vat="0.15",
                      product_cost="7.00"), {"title": "Pen </script>", "price": 0, "quantity": 1, "is_digital": True}]})
adds("digits kept", "25.5 is sent as the caller wrote it, never through a float",
     {"amount": "25.5", "products": [dict(BOOK, price="0.10")]})
adds("integer amount", "integers are accepted as amounts", {"amount": 25, "products": [dict(BOOK, price=25, quantity=1)]})
adds("five riyals", "the least there is", {"amount": "5.00"})
adds("large", "an amount no double holds", {"amount": "123456789012345.99"})
adds("in production", "the production host", configuration={"environment": "production"}, base=LIVE)
adds("fifty products", "a list of records", {"products": [dict(BOOK, title=f"Book {n}") for n in range(50)]})
add.tokens(ORDER)
for title, change, faults in [
    ("4.99", {"amount": "4.99"}, ["number.range amount"]), ("4", {"amount": 4}, ["number.range amount"]),
    ("zero", {"amount": "0"}, ["number.range amount"]),
    ("zero, the currency said", {"amount": "0.00", "currency": "SAR"}, ["amount.not_positive amount"]), ("float amount", {"amount": 25.5}, ["amount.float amount"]),
    ("comma", {"amount": "1,000"}, ["amount.syntax amount"]), ("leading zero", {"amount": "025"}, ["amount.syntax amount"]),
    ("three decimals in the default currency", {"amount": "25.125"}, ["amount.precision amount"]),
    ("three decimals in riyals", {"amount": "25.125", "currency": "SAR"}, ["amount.precision amount"]),
    ("Arabic digits", {"amount": "٢٥"}, ["amount.syntax amount"]),
    ("currency in small letters", {"currency": "sar"}, ["text.characters currency"]),
    ("no products", {"products": []}, ["field.missing products"]),
    ("products left out", {"products": None}, ["field.missing products"]),
    ("products as a map", {"products": BOOK}, ["field.type products"]),
    ("product that is none", {"products": [BOOK, "Book"]}, ["field.type products.1"]),
    ("product without a price", {"products": [BOOK, {"title": "Pen", "quantity": 1}]}, ["field.missing products.1.price"]),
    ("product with a float price", {"products": [dict(BOOK, price=12.5)]}, ["amount.float products.0.price"]),
    ("product with a negative price", {"products": [dict(BOOK, price="-1")]}, ["amount.syntax products.0.price"]),
    ("none of a product", {"products": [dict(BOOK, quantity=0)]}, ["number.range products.0.quantity"]),
    ("half a product", {"products": [dict(BOOK, quantity=0.5)]}, ["number.range products.0.quantity"]),
    ("quantity as text", {"products": [dict(BOOK, quantity="2")]}, ["field.type products.0.quantity"]),
    ("product in the gateway's spelling", {"products": [{"title": "Book", "price": "1", "qty": 1}]},
     ["field.unknown products.0.qty"]),
    ("product without a title", {"products": [dict(BOOK, title="")]}, ["text.too_short products.0.title"]),
    ("image that is no URL", {"products": [dict(BOOK, image_src="b.png")]}, ["url.invalid products.0.image_src"]),
    ("unknown card brand", {"supported_card_brands": ["mada", "visa"]}, ["choice.unknown supported_card_brands"]),
    ("card brand in another letter case", {"supported_card_brands": ["MADA"]}, ["choice.unknown supported_card_brands"]),
    ("card brand as text", {"supported_card_brands": "mada"}, ["field.type supported_card_brands"]),
    ("card brand that is a number", {"supported_card_brands": [1]}, ["field.type supported_card_brands"]),
    ("callback with a fragment", {"callback_url": "https://shop.example/#/back"}, ["url.invalid callback_url"]),
    ("relative callback", {"callback_url": "/back"}, ["url.invalid callback_url"]),
    ("script as callback", {"callback_url": "javascript:alert(1)"}, ["url.invalid callback_url"]),
    ("e-mail without a host", {"client_email": "sara"}, ["email.invalid client_email"]),
    ("empty name", {"client_name": ""}, ["text.too_short client_name"]),
    ("mobile as a number", {"client_mobile": 512345678}, ["field.type client_mobile"]),
    ("note with NUL", {"note": "a\u0000b"}, ["text.control note"]),
    ("display_pending as a number", {"display_pending": 1}, ["field.type display_pending"]),
    ("order id as a number", {"order_id": 1}, ["field.type order_id"]),
    ("the gateway's spelling", {"orderNumber": "A-1"}, ["field.unknown orderNumber"]),
    ("all faults at once", {"bearer_token": None, "order_id": "", "amount": 0.5, "callback_url": "x", "products": [{}],
                            "supported_card_brands": ["x"]},
     ["field.missing bearer_token", "text.too_short order_id", "amount.float amount", "url.invalid callback_url",
      "field.missing products.0.title", "choice.unknown supported_card_brands"]),
]:
    add.refused(title, "nothing is sent unless all of it is valid", faults, dict(ORDER, **change))
add.refused("no credentials for invoices", "this gateway has acknowledgments only", ["credential.missing api_id"], ORDER,
            dict(MERCHANT, api_id=None, secret_key=None))
adds("replies that can't be read", "an unreadable 2xx may have made the invoice: look it up", replies=add.unreadable(
    json_text(ANSWER), [(json_text({key: value for key, value in ANSWER.items() if key != name}), "reply.field_missing " + name)
                        for name in ("amount", "transactionNo", "orderStatus", "success")]
    + [(json_text(dict(ANSWER, **change)), fault) for change, fault in [
        ({"transactionNo": Raw(NUMBER)}, "reply.field_type transactionNo"), ({"transactionNo": ""}, "reply.field_missing transactionNo"),
        ({"amount": "25,00"}, "reply.field_type amount"), ({"success": 1}, "reply.field_type success"),
        ({"success": "yes"}, "reply.field_type success"), ({"success": None}, "reply.field_missing success"),
        ({"orderStatus": 0}, "reply.field_type orderStatus")]]
    + [(json_text(ANSWER)[:-1] + ',"transactionNo":"1714289084592"}', "reply.field_duplicate transactionNo"),
       ("[" + json_text(ANSWER) + "]", "reply.not_object")]))
adds("replies without success", "success false: it is not said that nothing was made", replies=[
    add.reply(200, json_text(dict(ANSWER, success=False)), "reply.not_success success"),
    add.reply(200, json_text(dict(ANSWER, success="false")), "reply.not_success success")])
adds("another order's reply", "the reply must be about the order that was sent", replies=[
    add.reply(200, json_text(dict(ANSWER, gatewayOrderRequest=dict(ANSWER["gatewayOrderRequest"], orderNumber=other))),
              "order.mismatch order_id") for other in ("A-2", "a-1", "A-1 ")])
adds("statuses", "anything but 400, 401 and 403 may have made the invoice; 401 asks for a fresh token, once",
     replies=add.statuses())

# get_invoice, and what it settles.
get = Calls(CASES, "get_invoice", "get invoice", "GET", "")
LOOK = {"bearer_token": TOKEN, "transaction_no": NUMBER}
PAID = dict(ANSWER, orderStatus="Paid", paymentReceipt={
    "receiptUrl": "https://r.example/1", "passcode": "1234", "paymentMethod": "mada", "paymentDate": "2026-11-20T13:00:00",
    "bankCardNumber": "5341 43** **** 7803"})
# No date, in the way of servers written in Go.
UNDATED = dict(PAID, paymentReceipt={"receiptUrl": "https://r.example/1", "paymentDate": "0001-01-01T00:00:00Z"})
OWN = {"order_id": "A-1", "amount": "25", "currency": "SAR"}


def gets(name, about, replies, configuration=None, given=None, base=TEST):
    get.accepted(name, about, given or LOOK, "/api/getInvoice/" + (given or LOOK)["transaction_no"], replies=replies,
                 configuration=configuration, base=base)


def outcome(kind, status, order=None, environment="test"):
    order = order or OWN
    found = {"kind": kind, "order_id": order["order_id"], "amount": order["amount"], "currency": order["currency"],
             "status": status, "payment_id": NUMBER}
    if kind == "paid":
        found["replay_key"] = "/".join(["paylink", environment, SHOP["api_id"], NUMBER, "paid"])
    return {"outcome": found}


def settled(given, *settle, **changes):
    return dict(made(given, **changes), settle=[dict(order=order, **found) for order, found in settle])


def fails(fault):
    return {"error": error(fault, retry="never")}


def asked(**changes):
    kept = {key: value for key, value in dict(PAID["gatewayOrderRequest"], **changes).items() if value is not Ellipsis}
    return dict(PAID, gatewayOrderRequest=kept)


gets("settle: paid", "the call worked, and number, order, both amounts, currency and status are the order's", [
    settled(PAID, (OWN, outcome("paid", "paid"))),
    settled(dict(PAID, orderStatus="PAID", success="true"), (OWN, outcome("paid", "paid")), success=True),
    settled(UNDATED, (OWN, outcome("paid", "paid")), payment_receipt={"receipt_url": "https://r.example/1"}),
    settled(dict(PAID, orderStatus="paid", amount="25.00"), (OWN, outcome("paid", "paid"))),
    settled(asked(amount=Raw("2.5e1")), (dict(OWN, amount="25.00"), outcome("paid", "paid", dict(OWN, amount="25.00")))),
    settled(dict(PAID, paymentErrors=[{"message": "first card declined"}]), (OWN, outcome("paid", "paid"))),
])
gets("settle: paid, in production", "the replay key tells the environments apart",
     [settled(PAID, (OWN, outcome("paid", "paid", environment="production")))], {"environment": "production"}, base=LIVE)
gets("settle: every other status", "only Paid proves a payment; Pending with errors is still in flight", [
    settled(dict(PAID, orderStatus=word), (OWN, outcome(kind, status))) for word, kind, status in [
        ("Pending", "open", "pending"), ("Created", "open", "created"), ("PENDING", "open", "pending"),
        ("Canceled", "failed", "canceled"), ("Cancelled", "failed", "canceled"), ("CANCELLED", "failed", "canceled"),
        ("Declined", "failed", "declined"), ("Completed", "open", "completed"), ("Refunded", "open", "Refunded"),
        ("Paid ", "open", "Paid "), ("مدفوع", "open", "مدفوع"), ("Unpaid", "open", "Unpaid"), ("PartiallyPaid", "open", "PartiallyPaid")]
] + [settled(dict(PAID, orderStatus="Pending", paymentErrors=errors), (OWN, outcome("open", "pending")))
     for errors in ([{"code": "05"}], "Declined", [], "")])
gets("settle: completed, by setting", "Completed is a word about the settlement: it counts only if you say so", [
    settled(dict(PAID, orderStatus="Completed"), (OWN, outcome("paid", "completed"))),
    settled(dict(PAID, orderStatus="Canceled"), (OWN, outcome("failed", "canceled")))], {"completed_is_paid": True})
gets("settle: another order", "a Paid answer for another order settles nothing", [
    settled(asked(orderNumber="A-2"), (OWN, fails("order.mismatch order_id"))),
    settled(asked(orderNumber="a-1"), (OWN, fails("order.mismatch order_id"))),
    settled(asked(orderNumber=1), (OWN, fails("reply.field_missing gatewayOrderRequest.orderNumber"))),
    settled(asked(orderNumber="A-1 "), (OWN, fails("order.mismatch order_id"))),
])
gets("settle: another amount", "a widespread plugin checks no amount, so one cheap paid invoice settles any order", [
    settled(asked(amount=Raw("5.0")), (OWN, fails("amount.mismatch amount"))),
    settled(dict(PAID, amount=Raw("5.0")), (OWN, fails("amount.mismatch amount"))),
    settled(dict(PAID, amount=Raw("25.01")), (OWN, fails("amount.mismatch amount"))),
    settled(PAID, (dict(OWN, amount="250"), fails("amount.mismatch amount")), (dict(OWN, amount="25.01"), fails("amount.mismatch amount")),
            (dict(OWN, amount=25.5), fails("amount.float amount"))),
    settled(dict(asked(amount=Raw("16777216")), amount=Raw("16777216")),
            (dict(OWN, amount="16777217"), fails("amount.mismatch amount"))),
    settled(dict(PAID, orderStatus="Canceled", amount=Raw("5")), (OWN, fails("amount.mismatch amount"))),
])
gets("settle: another currency", "25 dollars are not 25 riyals", [
    settled(asked(currency="USD"), (OWN, fails("currency.mismatch currency"))),
    settled(asked(currency="sar"), (OWN, fails("currency.mismatch currency"))),
    settled(PAID, (dict(OWN, currency="USD"), fails("currency.mismatch currency"))),
])
gets("settle: the call did not work", "success is about the call: without it nothing counts, whatever the status says", [
    settled(dict(PAID, success=False), (OWN, fails("reply.not_success success"))),
    settled(dict(PAID, success="false"), (OWN, fails("reply.not_success success")), success=False),
])
gets("settle: what proves is missing", "missing fields must not be read as equal", [
    settled({key: value for key, value in PAID.items() if key != "gatewayOrderRequest"},
            (OWN, fails("reply.field_missing gatewayOrderRequest"))),
    settled(dict(PAID, gatewayOrderRequest=None), (OWN, fails("reply.field_missing gatewayOrderRequest"))),
    settled(asked(orderNumber=...), (OWN, fails("reply.field_missing gatewayOrderRequest.orderNumber"))),
    settled(asked(amount=...), (OWN, fails("reply.field_missing gatewayOrderRequest.amount"))),
    settled(asked(currency=...), (OWN, fails("reply.field_missing gatewayOrderRequest.currency"))),
])
CASES[-1]["replies"][1]["result"].pop("gateway_order_request", None)
RATE = dict(PAID, foreignCurrencyRate=Raw("3.75"), amount=Raw("93.75"))
gets("settle: converted", "a rate means that the whole can't be compared: refused unless you accept it", [
    settled(RATE, (OWN, fails("order.foreign_currency foreign_currency_rate"))),
    settled(dict(RATE, foreignCurrencyRate=0), (OWN, fails("order.foreign_currency foreign_currency_rate"))),
    settled(dict(RATE, foreignCurrencyRate="3.75"), (OWN, fails("order.foreign_currency foreign_currency_rate"))),
    settled(dict(RATE, orderStatus="Pending"), (OWN, outcome("open", "pending"))),
    settled(dict(RATE, orderStatus="Declined"), (OWN, outcome("failed", "declined"))),
])
gets("settle: converted, by setting", "then only what was asked for is compared", [
    settled(RATE, (OWN, outcome("paid", "paid")), (dict(OWN, amount="93.75"), fails("amount.mismatch amount"))),
    settled(dict(PAID, amount=Raw("93.75")), (OWN, fails("amount.mismatch amount"))),
], {"foreign_currency": True})
gets("settle: paid twice, and a reversal asked for", "said loudly; and nothing counts as paid after it", [
    settled(PAID, (dict(OWN, paid_as="1714289084500"), fails("order.paid_twice paid_as")), (dict(OWN, paid_as=NUMBER), outcome("paid", "paid")),
            (dict(OWN, reversal_requested=True), fails("payment.reversal_requested reversal_requested")))])
gets("another invoice's reply", "the reply must bear the number that was asked for", [
    get.reply(200, json_text(dict(PAID, transactionNo=other)), "payment.mismatch transaction_no")
    for other in ("1714289084592", "01714289084591", NUMBER + " ")])
gets("twelve digits, a zero first", "text: leading zeros are kept", [made(dict(ANSWER, transactionNo="012345678901"))],
     given=dict(LOOK, transaction_no="012345678901"))
gets("fields of other types", "only what is certain may fail a reply", [
    made(dict(PAID, digitalOrder=["a"], url=None, qrUrl=5, paymentErrors={"a": 1}, x=Raw(nested(31)))),
    made(dict(PAID, paymentReceipt="none")), made(dict(PAID, paymentReceipt=None)),
    made(dict(PAID, paymentReceipt={"receiptUrl": None, "new": [1]})),
])
gets("replies that can't be read", "a broken answer must not look like an unpaid invoice; a look-up may be repeated",
     get.unreadable(json_text(PAID), [
         (json_text({key: value for key, value in PAID.items() if key != name}), "reply.field_missing " + name)
         for name in ("amount", "transactionNo", "orderStatus", "success")] + [
         ("{}", "reply.field_missing amount"), ("[" + json_text(PAID) + "]", "reply.not_object"),
         (json_text({"invoice": PAID}), "reply.field_missing amount"),
         (json_text(PAID)[:-1] + ',"orderStatus":"Pending"}', "reply.field_duplicate orderStatus"),
         (json_text(PAID)[:-1] + ',"success":false}', "reply.field_duplicate success"),
         (json_text(PAID).replace('"orderNumber":"A-1"', '"orderNumber":"A-2","orderNumber":"A-1"'),
          "reply.field_duplicate orderNumber"),
         (json_text({key.lower(): value for key, value in PAID.items()}), "reply.field_missing transactionNo")]))
gets("statuses", "a look-up may be repeated on 408, 425, 429 and 5xx; 401 and 403 ask for a fresh token, once; "
     "an invoice just made may not be there yet: 404 may be repeated, too", get.statuses(missing="safe"))
get.tokens(LOOK)


def numbers(calls, given):
    for title, text, fault in [
        ("11 digits", "1" * 11, "text.too_short"), ("14 digits", "1" * 14, "text.too_long"),
        ("letters", "1234567890ABC", "text.characters"), ("a path", "../../admin/", "text.characters"),
        ("Arabic digits", "١٧١٤٢٨٩٠٨٤٥٩١", "text.characters"), ("a line break", "171428908459\n", "text.control"),
        ("nothing", "", "text.too_short"),
    ]:
        calls.refused("transaction number of " + title, "12 or 13 digits: a link reference is another thing",
                      [fault + " transaction_no"], dict(given, transaction_no=text))
    calls.refused("transaction number as a number", "text: leading zeros would go", ["field.type transaction_no"],
                  dict(given, transaction_no=int(NUMBER)))
    calls.refused("no transaction number", "required", ["field.missing transaction_no"], dict(given, transaction_no=None))


numbers(get, LOOK)
get.refused("no credentials for invoices", "this gateway has acknowledgments only", ["credential.missing api_id"], LOOK,
            dict(MERCHANT, api_id=None, secret_key=None))

# cancel_invoice.
cancel = Calls(CASES, "cancel_invoice", "cancel invoice", "POST", "get_invoice")


def cancels(name, about, replies, **more):
    cancel.accepted(name, about, LOOK, "/api/cancelInvoice", json_text({"transactionNo": NUMBER}), replies, **more)


cancels("accepted", "true or \"true\"; then get the invoice again: the customer may have paid before", [
    {"status": 200, "body": '{"success":true}', "result": {"success": True}},
    {"status": 200, "body": '{"success":"true"}', "result": {"success": True}},
    {"status": 200, "body": '{"success":true,"success":true,"message":"ok"}', "result": {"success": True, "extra": {"message": "ok"}}},
])
cancels("in production", "the production host", [], configuration={"environment": "production"}, base=LIVE)
cancels("not said to be canceled", "anything else: it may be canceled or paid: look it up", [
    cancel.reply(200, body, "reply.not_success success") for body in (
        '{"success":false}', '{"success":"false"}', '{"success":"TRUE "}', '{"success":1}', '{"success":"yes"}',
        '{"success":[true]}', '{"success":"1"}', '{"success":[]}')] + [
    cancel.reply(200, '{"success":null}', "reply.field_missing success"), cancel.reply(200, "{}", "reply.field_missing success"),
    cancel.reply(200, '{"Success":true}', "reply.field_missing success"),
    cancel.reply(200, '{"success":true,"success":false}', "reply.field_duplicate success")])
cancels("replies that can't be read", "it may be canceled or not: look it up", cancel.unreadable('{"success":true}', [
    ("[true]", "reply.not_object")]))
cancels("statuses", "anything but 400, 401 and 403 leaves it open", cancel.statuses())
cancel.tokens(LOOK)
numbers(cancel, LOOK)
cancel.refused("no credentials for invoices", "this gateway has acknowledgments only", ["credential.missing api_id"], LOOK,
               dict(MERCHANT, api_id=None, secret_key=None))
