"""The e-Commerce Gateway: what a verified callback settles."""

from cases.egw_callback import APPROVED, ORDER, OWN, outcome, signature, verified
from cases.egw_configuration import KEY, configured
from wire import error, mac_of, mac_source

CASES = []


def settles(name, about, fields, found, configuration=None):
    verified(name, about, fields, configuration, found, into=CASES)


def one(kind, fields, **more):
    """The outcome of the order as it is."""
    status = fields.get("ACTION", "0") + "/" + fields.get("RC", "00")
    return lambda c: [(ORDER, {"outcome": outcome(kind, status, c, trtype=fields.get("TRTYPE", "1"), **more)})]


def mismatch(code, field=""):
    return {"error": error((code + " " + field).strip(), retry="never")}


for rc in ("01 04 05 06 12 13 14 15 17 30 41 43 51 54 55 57 58 59 61 62 65 88 89 91 95 96".split()):
    fields = {"ACTION": "2", "RC": rc}
    settles(f"declined with {rc}", "ACTION 2 with a listed ISO decline", fields, one("failed", fields))
for rc in ("-19", "-25", "-30", "-32"):
    fields = {"ACTION": "2", "RC": rc}
    settles(f"declined by the gateway with {rc}", "authentication, customer, fraud, repeat", fields, one("failed", fields))
for rc in ("-1 -2 -6 -8 -9 -10 -11 -12 -13 -14 -15 -17 -18 -20 -22 -23 -24 -26 -27 -28 -29".split()):
    fields = {"ACTION": "3", "RC": rc}
    settles(f"merchant's mistake {rc}", "the request was wrong and nothing happened", fields, one("failed", fields))
OPEN = [("1", "00"), ("3", "00"), ("6", "00"), ("7", "00"), ("8", "00"), ("0", "05"), ("2", "00"), ("0", "-17"),
        ("1", "05"), ("3", "96"), ("21", "65"), ("9", "00"), ("2", "68"), ("2", "94"), ("2", "99"), ("2", "5"),
        ("2", "N7"), ("00", "00"), ("0", "0"), ("0", "000"), ("1", "-17")]
OPEN += [("3", rc) for rc in "-3 -4 -5 -7 -16 -21 -31 -33 -39 -40 -34 -99".split()]
for action, rc in OPEN:
    fields = {"ACTION": action, "RC": rc}
    settles(f"open with {action}/{rc}", "what is not listed, contradicts itself or hints at an earlier attempt is unknown",
            fields, one("open", fields))

LATER = {"completion_trtype": "21", "reversal_trtype": "24"}
settles("completion", "the configured TRTYPE proves a payment", {"TRTYPE": "21"}, one("paid", {"TRTYPE": "21"}), LATER)
settles("reversal", "the configured TRTYPE proves a reversal, not a payment", {"TRTYPE": "24"},
        one("reversed", {"TRTYPE": "24"}), LATER)
settles("completion declined", "a listed decline", {"TRTYPE": "21", "ACTION": "2", "RC": "51"},
        one("failed", {"TRTYPE": "21", "ACTION": "2", "RC": "51"}), LATER)
for rc in ("06", "68", "91", "94", "96"):
    for trtype, title in (("21", "completion"), ("24", "reversal")):
        fields = {"TRTYPE": trtype, "ACTION": "2", "RC": rc}
        settles(f"{title} open with {rc}", "it may have gone through all the same", fields, one("open", fields), LATER)
settles("completion as TRTYPE 1", "Al Qaseh's page says 1 for a completion: 91 leaves it open",
        {"ACTION": "2", "RC": "91"}, one("open", {"ACTION": "2", "RC": "91"}), {"completion_trtype": "1"})
settles("TRTYPE 24, not configured", "no number is a reversal by default", {"TRTYPE": "24"},
        lambda c: [(ORDER, mismatch("kind.unknown", "trtype"))])
settles("TRTYPE 21, not configured", "no number is a completion by default", {"TRTYPE": "21"},
        lambda c: [(ORDER, mismatch("kind.unknown", "trtype"))])
settles("TRTYPE 22 with another reversal configured", "only the configured number counts", {"TRTYPE": "22"},
        lambda c: [(ORDER, mismatch("kind.unknown", "trtype"))], LATER)
settles("TRTYPE with a leading zero", "01 is not 1", {"TRTYPE": "01"},
        lambda c: [(ORDER, mismatch("kind.unknown", "trtype"))])
settles("another order's callback", "genuine, and about something else", {}, lambda c: [
    (dict(ORDER, order_id="771447"), mismatch("order.mismatch", "order_id")),
    (dict(ORDER, order_id="0771446"), mismatch("order.mismatch", "order_id")),
    (dict(ORDER, amount="25001"), mismatch("amount.mismatch", "amount")),
    (dict(ORDER, amount="2500"), mismatch("amount.mismatch", "amount")),
    (dict(ORDER, currency="USD"), mismatch("currency.mismatch", "currency")),
    (dict(ORDER, amount="25000.00"), {"outcome": outcome("paid", "0/00", c, dict(ORDER, amount="25000.00"))}),
    (dict(ORDER, amount=25000), {"outcome": outcome("paid", "0/00", c)}),
    (dict(ORDER, reversal_requested=True), mismatch("payment.reversal_requested", "reversal_requested")),
])
settles("numeric equality", "25000.00 is 25000", {"AMOUNT": "25000.00"}, one("paid", {}))
settles("no 32-bit figures here", "what excuses an Al Qaseh 2.0 figure excuses nothing here", {"AMOUNT": "150000260"},
        lambda c: [(dict(ORDER, amount="150000250"), mismatch("amount.mismatch", "amount"))])
settles("amount with an exponent", "equality is numeric, whatever form the figure has", {"AMOUNT": "2.5e+04"},
        one("paid", {}))
settles("amount that is none", "signed, and still no amount", {"AMOUNT": "25,000"},
        lambda c: [(ORDER, mismatch("amount.mismatch", "amount"))])
settles("declined, of another order", "a failure must match, too", {"ACTION": "2", "RC": "05", "ORDER": "771447"},
        lambda c: [(ORDER, mismatch("order.mismatch", "order_id"))])
settles("another terminal", "signed with our key, from a terminal that is not ours", {"TERMINAL": "88888888"},
        lambda c: [(ORDER, mismatch("terminal.mismatch", "terminal"))])
settles("currency in small letters", "not the order's", {"CURRENCY": "iqd"},
        lambda c: [(ORDER, mismatch("currency.mismatch", "currency"))])
settles("RRN with odd characters", "parts of a replay key are encoded, so that no two payments share one", {"RRN": "1/2 3%"},
        one("paid", {}, rrn="1/2 3%"))
settles("paid twice", "two proofs under two references: said loudly", {}, lambda c: [
    (dict(ORDER, paid_as="999999999999"), mismatch("order.paid_twice", "paid_as")),
    (dict(ORDER, paid_as="123456789012"), {"outcome": outcome("paid", "0/00", c)}),
])
for name in ("ACTION", "RC", "TRTYPE", "AMOUNT", "CURRENCY"):
    order = [field for field in OWN["orders"]["reply"] if field != name]
    settles(f"{name} not covered", "a signed reply proves nothing unless its MAC covers every proving field", {},
            lambda c: [(ORDER, mismatch("mac.not_covered"))], {"profile": {"orders": {"reply": order}}})
settles("RC covered but absent", "covered and missing is not covered", {"RC": ""},
        lambda c: [(ORDER, mismatch("mac.not_covered"))])

# Nothing stands between a length and its value in a MAC source, so a genuine P_SIGN can fit a second message.
AMBIGUOUS = [{"order": ORDER, "error": error("mac.unverifiable P_SIGN", retry="never")}]


def replayed(name, about, profile, genuine_source, forged, **configuration):
    """`forged` bears the P_SIGN of a genuine source that happens to be its own, too."""
    verified(name, about, forged, dict(configuration, profile=profile), AMBIGUOUS, p_sign=mac_of(KEY, genuine_source),
             into=CASES)


DECLINED = dict(APPROVED, DESC="1020039 gift ribbon", ACTION="2", RC="51", MESSAGE="Not sufficient funds")
FORGED = {"DESC": "9", "MESSAGE": " gift ribbon" + "12" + "251" + "20Not sufficient funds"}
DECLINED_MAC = signature(configured({"profile": "romcard"}), DECLINED)
assert DECLINED_MAC == signature(configured({"profile": "romcard"}), dict(APPROVED, **FORGED))
verified("a decline read as an approval", "the customer chose DESC, and shifts ACTION and RC into it", FORGED,
         {"profile": "romcard"}, AMBIGUOUS, p_sign=DECLINED_MAC, into=CASES)
verified("a decline that could be an approval", "the genuine message proves nothing either: which is which?",
         {key: DECLINED[key] for key in ("DESC", "ACTION", "RC", "MESSAGE")}, {"profile": "romcard"}, AMBIGUOUS, into=CASES)
settles("a description that begins with digits", "digits alone don't make a second message",
        {"DESC": "2 books, 10 pens", "MESSAGE": "Approved"}, one("paid", {}), {"profile": "romcard"})

# alqaseh-unconfirmed signs a request over these; the reply order a caller gave begins alike.
REFLECTED = ["AMOUNT", "CURRENCY", "ORDER", "ACTION", "RC", "TRTYPE", "RRN"]
REQUEST = mac_source("AMOUNT CURRENCY ORDER DESC TRTYPE EMAIL TIMESTAMP NONCE BACKREF".split(), {
    "AMOUNT": "25000", "CURRENCY": "IQD", "ORDER": "771446", "DESC": "2001168xyz", "TRTYPE": "1",
    "TIMESTAMP": "20261120130000", "NONCE": "F2B2DD7E603A7ADA", "BACKREF": "https://shop.example/reply"})
SHIFTED = REQUEST.split("2001168", 1)[1]
assert REQUEST == mac_source(REFLECTED, dict(APPROVED, RRN=SHIFTED))
replayed("our own request as its reply", "the same key signs both: a request's P_SIGN must not prove an approval",
         {"preset": "alqaseh-unconfirmed", "orders": {"reply": REFLECTED}}, REQUEST, {"RRN": SHIFTED})

# Replies to other messages have other orders, and the same key: a customer's words shift one into another.
ORDERS = {"reply 1": "DESC TRTYPE ACTION RC ORDER AMOUNT CURRENCY".split(),
          "reply 21": "ACTION RC TRTYPE MESSAGE ORDER AMOUNT CURRENCY".split()}
BY_RETAIL = dict(APPROVED, ACTION="2", RC="-19", DESC="20022110zz")
BY_COMPLETION = {"TRTYPE": "21", "MESSAGE": "zz11123-19"}
CROSSED = mac_source(ORDERS["reply 1"], BY_RETAIL)
assert CROSSED == mac_source(ORDERS["reply 21"], dict(APPROVED, **BY_COMPLETION))
for name, fields in (("a declined payment's callback as a completion's", BY_COMPLETION),
                     ("a callback that could be a completion's", {k: BY_RETAIL[k] for k in ("ACTION", "RC", "DESC")})):
    replayed(name, "its P_SIGN fits both, by two orders of one profile", {"orders": ORDERS}, CROSSED, fields,
             completion_trtype="21")
settles("no other order fits", "replies of other messages are read otherwise, and this one only so", {"DESC": "Two books"},
        one("paid", {}),
        {"profile": {"orders": {key: names + ["RRN", "INT_REF"] for key, names in ORDERS.items()}}, "completion_trtype": "21"})

BARE = ["TRTYPE", "ORDER", "AMOUNT", "CURRENCY", "ACTION", "RC", "ECI"]


def without(name, absent, genuine, forged):
    fields = {"absent": absent, "orders": {"reply": BARE}}
    source = mac_source(BARE, dict(APPROVED, **genuine), absent=absent)
    assert source == mac_source(BARE, dict(APPROVED, **forged), absent=absent)
    replayed(name, "a token that looks like a length makes two messages one", fields, source, forged)


without("absent ACTION read as 0", "10", {"ACTION": "", "ECI": "05"}, {"ECI": "05"})
without("absent RC read from the next field", "", {"RC": "", "ECI": "00"}, {"ECI": ""})
settles("absent token 0", "0 is a value also where 0 stands for an absent field", {}, one("paid", {}),
        {"profile": dict(OWN, absent="0")})

ASKED = dict(ORDER, reversal_requested=True)
settles("held, a reversal was asked for", "after that neither paid nor held is believed", {"TRTYPE": "0"},
        lambda c: [(ASKED, mismatch("payment.reversal_requested", "reversal_requested"))])
settles("no terminal", "the MAC covers TERMINAL, so it has to be ours", {"TERMINAL": ""},
        lambda c: [(ORDER, mismatch("terminal.mismatch", "terminal"))])
settles("paid before, and now without a reference", "it can't be told from a second payment", {"RRN": ""},
        lambda c: [(dict(ORDER, paid_as="123456789012"), mismatch("order.paid_twice", "paid_as"))])
