"""Al Qaseh: get_payment, its replies and what they settle."""

from fractions import Fraction

from cases.alqaseh_create import API, SHOP, headers_of
from wire import Raw, error, float32, json_text, nested, segment

CASES = []
ORDER = {"order_id": "A-1", "amount": "25000", "currency": "IQD"}
PAYMENT = {"payment_id": "p-1", "order_id": "A-1", "amount": Raw("25000"), "currency": "IQD",
           "payment_status": "succeeded", "transaction_type": "Retail"}
WORDS = {"Retail": "retail", "Authorization": "authorization", "Reversal": "reversal", "CompleteSales": "complete_sales"}


def outcome(kind, status, order=None, proof=True, environment="test", merchant="shop-1", **more):
    order = {key: (order or ORDER)[key] for key in ("order_id", "amount", "currency")}
    found = dict(kind=kind, **order, status=status, payment_id="p-1", **more)
    if proof:
        found["replay_key"] = "/".join(["alqaseh", environment, segment(merchant), "p-1", kind])
    return found


def settled(settle, shown):
    """An outcome says what it is about."""
    of = shown.get("transaction_type")
    about = {"transaction_type": of} if isinstance(of, str) else {}
    return [{"order": order, key: dict(value, **about) if key == "outcome" else value} for order, key, value in settle]


def got(payment, settle=(), **result):
    """A reply as sent, and its fields: amounts as text, known words in their one form."""
    shown = {key: str(value) if key == "amount" else value for key, value in payment.items()}
    shown["transaction_type"] = WORDS.get(payment.get("transaction_type"), payment.get("transaction_type"))
    shown.update(result)
    shown = {key: value for key, value in shown.items() if value is not None}
    return {"status": 200, "body": json_text(payment), "result": shown, "settle": settled(settle, shown)}


def raw(body, result, settle=()):
    return {"status": 200, "body": body, "result": result, "settle": settled(settle, result)}


def case(name, about, replies=(), payment_id="p-1", configuration=None, base=API):
    configuration = dict(SHOP, **(configuration or {}))
    CASES.append({
        "name": name, "about": about, "do": "call", "operation": "get_payment", "configuration": configuration,
        "input": {"payment_id": payment_id},
        "request": {"method": "GET", "url": base + "/egw/payments/" + segment(payment_id),
                    "headers": headers_of(configuration, with_body=False), "body": ""},
        "retry": "safe", "look_up": "", "warnings": [], "replies": list(replies),
    })


def refused(name, about, faults, given):
    CASES.append({"name": name, "about": about, "do": "call", "operation": "get_payment", "configuration": SHOP,
                  "input": given, "error": error(*faults, retry="never")})


def mismatch(code, field):
    return error(code + " " + field, retry="never")


for title, text in [("dot", "."), ("two dots", "..")]:
    refused("get: " + title, "a path, not an id: it would ask for something else", ["text.characters payment_id"],
            {"payment_id": text})
refused("get: empty id", "it would ask for the whole list", ["text.too_short payment_id"], {"payment_id": ""})
refused("get: line break", "control characters are never sent", ["text.control payment_id"], {"payment_id": "p\r\n1"})
refused("get: no id", "required", ["field.missing payment_id"], {})
refused("get: number as id", "ids are text: leading zeros would go", ["field.type payment_id"], {"payment_id": 1})
refused("get: id of 129", "longer than any id", ["text.too_long payment_id"], {"payment_id": "p" * 129})
for title, text in [("slashes", "../../v2/admin"), ("query", "p-1?x=1&y=2"), ("fragment", "p#1"), ("percent", "%2e%2e"),
                    ("space and Arabic", "p طلب"), ("three dots", "..."), ("reserved characters", "a:b@c!$'()*,;=~[]")]:
    case("get: id with " + title, "an id is one segment of the path: nothing in it may escape", payment_id=text)
case("get: production", "the production host", configuration={"environment": "production"},
     base="https://api.alqaseh.com/v1",
     replies=[got(PAYMENT, [(ORDER, "outcome", outcome("paid", "succeeded", environment="production"))])])
case("get: odd client id", "parts of a replay key are encoded, so that no two payments share one",
     configuration={"client_id": "shop/1@bank=2"},
     replies=[got(PAYMENT, [(ORDER, "outcome", outcome("paid", "succeeded", merchant="shop/1@bank=2"))])])

# What each status and type proves.
case("settle: succeeded, by transaction type", "a succeeded Authorization or Reversal is not a payment", [
    got(PAYMENT, [(ORDER, "outcome", outcome("paid", "succeeded"))]),
    got(dict(PAYMENT, transaction_type="CompleteSales"), [(ORDER, "outcome", outcome("paid", "succeeded"))]),
    got(dict(PAYMENT, transaction_type="Authorization"), [(ORDER, "outcome", outcome("held", "succeeded"))]),
    got(dict(PAYMENT, transaction_type="Reversal"), [(ORDER, "outcome", outcome("reversed", "succeeded"))]),
    got(dict(PAYMENT, transaction_type="RETAIL"), [(ORDER, "outcome", outcome("paid", "succeeded"))],
        transaction_type="retail"),
])
case("settle: succeeded, of a kind nobody knows", "missing, empty, unknown or not text: it proves nothing", [
    got(dict(PAYMENT, transaction_type="Refund"), [(ORDER, "error", mismatch("kind.unknown", "transaction_type"))]),
    got(dict(PAYMENT, transaction_type=""), [(ORDER, "error", mismatch("kind.unknown", "transaction_type"))],
        transaction_type=None),
    got(dict(PAYMENT, transaction_type=None), [(ORDER, "error", mismatch("kind.unknown", "transaction_type"))]),
    got(dict(PAYMENT, transaction_type=1), [(ORDER, "error", mismatch("kind.unknown", "transaction_type"))]),
    got({k: v for k, v in PAYMENT.items() if k != "transaction_type"},
        [(ORDER, "error", mismatch("kind.unknown", "transaction_type"))]),
])
case("settle: failed statuses", "failed, and never in the way of a later proof", [
    got(dict(PAYMENT, payment_status=status), [(ORDER, "outcome", outcome("failed", status, proof=False))])
    for status in ("failed", "declined", "expired", "revoked", "duplicated")
])
case("settle: open statuses", "in flight or unknown: never paid, never failed, ask again", [
    got(dict(PAYMENT, payment_status=status), [(ORDER, "outcome", outcome("open", status, proof=False))])
    for status in ("prepared", "retried", "unknown", "settled", "succeeded ", "نجح", "0")
])
case("settle: words of the redirect", "Success is the redirect's word: only `succeeded` proves anything", [
    got(dict(PAYMENT, payment_status="Success"), [(ORDER, "outcome", outcome("open", "success", proof=False))],
        payment_status="success"),
    got(dict(PAYMENT, payment_status="Pending"), [(ORDER, "outcome", outcome("open", "pending", proof=False))],
        payment_status="pending"),
])
case("settle: odd letter case", "a status is read in any letter case", [
    got(dict(PAYMENT, payment_status="SUCCEEDED"), [(ORDER, "outcome", outcome("paid", "succeeded"))],
        payment_status="succeeded"),
    got(dict(PAYMENT, payment_status="Succeeded", transaction_type="authorization"),
        [(ORDER, "outcome", outcome("held", "succeeded"))], payment_status="succeeded", transaction_type="authorization"),
    got(dict(PAYMENT, payment_status="dEcLiNeD"), [(ORDER, "outcome", outcome("failed", "declined", proof=False))],
        payment_status="declined"),
])
ASKED = dict(ORDER, reversal_requested=True)
case("settle: a reversal was asked for", "no status reports a reversal: Paid is refused from then on", [
    got(PAYMENT, [(ASKED, "error", mismatch("payment.reversal_requested", "reversal_requested"))]),
    got(dict(PAYMENT, transaction_type="Reversal"), [(ASKED, "outcome", outcome("reversed", "succeeded"))]),
    got(dict(PAYMENT, payment_status="failed"), [(ASKED, "outcome", outcome("failed", "failed", proof=False))]),
])
PAID_AS = dict(ORDER, paid_as="p-1")
TWICE = dict(ORDER, paid_as="p-0")
case("settle: paid twice", "two proofs for one order under two payment ids: said loudly", [
    got(PAYMENT, [(PAID_AS, "outcome", outcome("paid", "succeeded")),
                  (TWICE, "error", mismatch("order.paid_twice", "paid_as"))]),
    got(dict(PAYMENT, payment_status="failed"), [(TWICE, "outcome", outcome("failed", "failed", proof=False))]),
    got(dict(PAYMENT, transaction_type="Reversal"), [(TWICE, "outcome", outcome("reversed", "succeeded"))]),
    got(dict(PAYMENT, transaction_type="Authorization"), [(TWICE, "outcome", outcome("held", "succeeded"))]),
])

# A reply for something else.
case("settle: another order's payment", "one cheap paid payment must not settle any order", [
    got(PAYMENT, [
        (dict(ORDER, order_id="A-2"), "error", mismatch("order.mismatch", "order_id")),
        (dict(ORDER, order_id="a-1"), "error", mismatch("order.mismatch", "order_id")),
        (dict(ORDER, amount="25001"), "error", mismatch("amount.mismatch", "amount")),
        (dict(ORDER, amount="2500"), "error", mismatch("amount.mismatch", "amount")),
        (dict(ORDER, currency="USD"), "error", mismatch("currency.mismatch", "currency")),
    ]),
    got(dict(PAYMENT, payment_status="failed"), [(dict(ORDER, order_id="A-2"), "error",
                                                  mismatch("order.mismatch", "order_id"))]),
    got(dict(PAYMENT, currency="iqd"), [(ORDER, "error", mismatch("currency.mismatch", "currency"))]),
    got(dict(PAYMENT, amount=Raw("0")), [(ORDER, "error", mismatch("amount.mismatch", "amount"))]),
])
case("get: another payment's reply", "the reply must bear the id that was asked for", [
    {"status": 200, "body": json_text(dict(PAYMENT, payment_id=other)),
     "error": error("payment.mismatch payment_id", status=200)} for other in ("p-2", "P-1", "p-1 ")
])
case("settle: an order that is not one", "what you expect is checked like any input", [
    got(PAYMENT, [
        (dict(ORDER, amount=25000.5), "error", error("amount.float amount")),
        (dict(ORDER, amount="25.000"), "error", error("amount.ambiguous amount")),
        ({"amount": "25000", "currency": "IQD"}, "error", error("field.missing order_id")),
        ({"order_id": "", "amount": "0", "currency": "iqd"}, "error",
         error("text.too_short order_id", "amount.not_positive amount", "text.characters currency")),
        (dict(ORDER, amount=25000), "outcome", outcome("paid", "succeeded")),
    ]),
])

# Amounts.
FIGURES = [("25000.00", "25000"), ("25000", "25000.00"), ("2.5e+04", "25000"), ("2.5E4", "25000"), ("25e3", "25000"),
           ("2500000e-2", "25000"), ("150000260", "150000250"), ("1.5000026e+08", "150000250"), ("1.6777216e+07", "16777217"),
           ("16777216", "16777216"), ("0.1", "0.1"), ("19.99", "19.99"), ("123456790000000000", "123456789012345678")]
assert all(Fraction(own) == Fraction(shown) or float32(own) == float32(shown) for shown, own in FIGURES)
case("settle: figures that are equal", "equal as decimals, or as the 32-bit float the gateway keeps", [
    got(dict(PAYMENT, amount=Raw(shown), currency="USD"),
        [(dict(ORDER, amount=own, currency="USD"), "outcome",
          outcome("paid", "succeeded", dict(ORDER, amount=own, currency="USD")))])
    for shown, own in FIGURES
])
OTHERS = [("150000270", "150000250"), ("150000230", "150000250"), ("150000270", "150000260"), ("1.5000027e8", "150000250"), ("25000.01", "25000"), ("16777218", "16777216"),
          ("2.5e+05", "25000"), ("19.98", "19.99"), ("0", "0.1")]
assert all(float32(own) != float32(shown) for shown, own in OTHERS)
case("settle: figures that differ", "32 bits excuse nothing else", [
    got(dict(PAYMENT, amount=Raw(shown), currency="USD"),
        [(dict(ORDER, amount=own, currency="USD"), "error", mismatch("amount.mismatch", "amount"))])
    for shown, own in OTHERS
])
case("settle: dinars with a fraction", "the reply's own spelling is never ambiguous; the order's is, unless you say so", [
    got(dict(PAYMENT, amount=Raw("25.500")), [
        (dict(ORDER, amount="25.500"), "error", error("amount.ambiguous amount")),
        (dict(ORDER, amount="25.500", allow_fraction=True), "outcome",
         outcome("paid", "succeeded", dict(ORDER, amount="25.500"))),
    ]),
    got(dict(PAYMENT, amount=Raw("25.000")), [(ORDER, "error", mismatch("amount.mismatch", "amount"))]),
])

# Reading.
FULL = dict(
    id=42, **PAYMENT, token="t-1", description="كتابان", redirect_url="https://shop.example/return",
    webhook_url="https://shop.example/hook", approval_code="123456", rc="00", rrn="123456789012",
    merchant_email="a@shop.example", merchant_id=7, terminal_id="T1", country="IQ",
    custom_data={"cart": {"lines": [1, 2]}}, nonce="n", p_sign="AB", gmt="+3", timestamp="20261120130000",
    created_at="2026-11-20T13:00:00Z", updated_at="2026-11-20T13:01:00Z",
    payment_status_histories=[{"status": "prepared", "created_at": "2026-11-20T13:00:00Z"}])
case("get: every field", "every field of the table, and one that is not in it",
     [got(dict(FULL, deleted_at="2026-11-21T00:00:00Z", card_brand="visa"), card_brand=None,
          extra={"card_brand": "visa"}),
      got(dict(FULL, id=Raw("12345678901234567890"), merchant_id=Raw("1.50")),
          [(ORDER, "outcome", outcome("paid", "succeeded", rrn="123456789012"))])])
NO_TIME = "0001-01-01T00:00:00Z"
TIMES = ["timestamp", "created_at", "updated_at", "deleted_at"]
case("get: Go's absent values", "empty texts are absent, and so are zero times in fields that hold a time",
     [got(dict(PAYMENT, token="", description="", rrn="", custom_data=None, **dict.fromkeys(TIMES, NO_TIME)),
          [(ORDER, "outcome", outcome("paid", "succeeded"))],
          token=None, description=None, rrn=None, **dict.fromkeys(TIMES)),
      got(dict(PAYMENT, nonce=NO_TIME, gmt=NO_TIME))])
case("get: optional fields of another type", "only five fields are certain; the others are kept as they came",
     [got(dict(PAYMENT, rrn=123456789012, rc=None, description=["a"], custom_data="text", terminal_id=True),
          [(ORDER, "outcome", outcome("paid", "succeeded"))])])
case("get: equal duplicates", "equal ones pass, also in another spelling of the same status", [
    raw('{"payment_id":"p-1","order_id":"A-1","amount":25000,"currency":"IQD","payment_status":"succeeded",'
        '"payment_status":"SUCCEEDED","amount":25000,"transaction_type":"Retail"}',
        dict(PAYMENT, amount="25000", transaction_type="retail"), [(ORDER, "outcome", outcome("paid", "succeeded"))]),
    raw('{"payment_id":"p-1","order_id":"A-1","amount":25000,"currency":"IQD","payment_status":"succeeded",'
        '"transaction_type":"Retail","new":1,"new":2}',
        dict(PAYMENT, amount="25000", transaction_type="retail", extra={"new": 2}),
        [(ORDER, "outcome", outcome("paid", "succeeded"))]),
])


def bad(body, fault, retry="safe", status=200, **more):
    return {"status": status, "body": body, "error": error(fault, retry=retry, look_up="", status=status, **more)}


def without(name):
    return json_text({key: value for key, value in PAYMENT.items() if key != name})


case("get: a needed field is missing", "a broken answer must not look like an unpaid or a paid payment",
     [bad(without(name), "reply.field_missing " + name)
      for name in ("payment_id", "order_id", "amount", "currency", "payment_status")]
     + [bad(json_text(dict(PAYMENT, **{name: ""})), "reply.field_missing " + name)
        for name in ("payment_id", "order_id", "currency", "payment_status")]
     + [bad(json_text(dict(PAYMENT, amount=None)), "reply.field_missing amount"),
        bad("{}", "reply.field_missing payment_id"),
        bad(json_text({"data": PAYMENT}), "reply.field_missing payment_id"),
        bad(json_text({key.upper(): value for key, value in PAYMENT.items()}), "reply.field_missing payment_id")])
case("get: a needed field has another type", "text is text, an amount is an amount", [
    bad(json_text(dict(PAYMENT, order_id=1)), "reply.field_type order_id"),
    bad(json_text(dict(PAYMENT, payment_status=True)), "reply.field_type payment_status"),
    bad(json_text(dict(PAYMENT, currency=["IQD"])), "reply.field_type currency"),
    bad(json_text(dict(PAYMENT, amount="25,000")), "reply.field_type amount"),
    bad(json_text(dict(PAYMENT, amount="")), "reply.field_type amount"),
    bad(json_text(dict(PAYMENT, amount={})), "reply.field_type amount"),
    bad(json_text(dict(PAYMENT, amount=Raw("-25000"))), "reply.field_type amount"),
    bad(json_text(dict(PAYMENT, amount=Raw("1e99"))), "reply.field_type amount"),
])
case("get: differing duplicates", "a field we read, twice with different values: indeterminate", [
    bad('{"payment_id":"p-1","order_id":"A-1","amount":25000,"currency":"IQD","payment_status":"failed",'
        '"payment_status":"succeeded","transaction_type":"Retail"}', "reply.field_duplicate payment_status"),
    bad('{"payment_id":"p-1","order_id":"A-2","order_id":"A-1","amount":25000,"currency":"IQD",'
        '"payment_status":"succeeded","transaction_type":"Retail"}', "reply.field_duplicate order_id"),
    bad('{"payment_id":"p-1","order_id":null,"order_id":"A-1","amount":25000,"currency":"IQD",'
        '"payment_status":"succeeded","transaction_type":"Retail"}', "reply.field_duplicate order_id"),
    bad('{"payment_id":"p-1","order_id":"A-1","amount":25000,"currency":"IQD","payment_status":"succeeded",'
        '"transaction_type":"Retail","transaction_typ\\u0065":"Reversal"}', "reply.field_duplicate transaction_type"),
])
case("get: bodies that can't be read", "a look-up may be repeated", [
    bad("", "reply.not_json"), bad("<!doctype html><title>502</title>", "reply.not_json",
                                   gateway_message="502"),
    bad(json_text(PAYMENT)[:-1], "reply.not_json"), bad(json_text(PAYMENT) + "x", "reply.not_json"),
    bad(json_text([PAYMENT]), "reply.not_object"), bad(json_text(dict(PAYMENT, x=Raw(nested(32)))), "reply.too_deep"),
    bad(json_text(PAYMENT).replace("25000", "25000."), "reply.not_json"),
    bad(json_text(PAYMENT).replace("25000", "NaN"), "reply.not_json"),
    bad(json_text(PAYMENT).replace("25000", "+25000"), "reply.not_json"),
    bad("\ufeff" + json_text(PAYMENT), "reply.not_json"),
])
CASES[-1]["replies"].append({"status": 200, "body_hex": (b'{"payment_id":"p-1\x00"}').hex(),
                             "error": error("reply.not_json", retry="safe", status=200)})
CASES[-1]["replies"].append({"status": 200, "body_hex": "fffe7b007d00",
                             "error": error("reply.not_utf8", retry="safe", status=200)})
case("get: statuses", "a look-up may be repeated on 408, 425, 429, 5xx; redirects are never followed", [
    bad("", "gateway.refused", "never", 400), bad('{"err":"no"}', "gateway.unauthorized", "never", 401,
                                                  gateway_message="no"),
    bad("", "gateway.unauthorized", "never", 403), bad('{"err":"no such payment"}', "gateway.not_found", "never", 404,
                                                       gateway_message="no such payment"),
    bad(json_text(PAYMENT), "reply.redirect", "never", 302), bad("", "reply.redirect", "never", 301),
    bad("", "gateway.unavailable", "safe", 408), bad("", "gateway.unavailable", "safe", 425),
    bad("", "gateway.unavailable", "safe", 429), bad(json_text(PAYMENT), "gateway.unavailable", "safe", 500),
    bad("<html>Bad Gateway</html>", "gateway.unavailable", "safe", 502, gateway_message="Bad Gateway"),
    bad("", "gateway.unavailable", "safe", 503),
])
