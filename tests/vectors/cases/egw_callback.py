"""The e-Commerce Gateway: its callback, read and verified."""

from cases.egw_configuration import FROM_CONFIGURATION, KEY, PRESETS, configured
from wire import Raw, error, form_text, json_text, mac_of, mac_source, segment

CASES = []
PROVING = "TERMINAL TRTYPE ORDER AMOUNT CURRENCY ACTION RC RRN INT_REF".split()
OWN = {"preset": "classic", "orders": {"reply": PROVING}}
APPROVED = {"TERMINAL": "99999999", "TRTYPE": "1", "ORDER": "771446", "AMOUNT": "25000", "CURRENCY": "IQD",
            "ACTION": "0", "RC": "00", "APPROVAL": "654321", "RRN": "123456789012", "INT_REF": "4A29E93C607E33DC",
            "TIMESTAMP": "20261120130005", "NONCE": "AABBCCDDEEFF00112233"}
ORDER = {"order_id": "771446", "amount": "25000", "currency": "IQD"}
NAMES = {"TERMINAL": "terminal", "TRTYPE": "trtype", "ORDER": "order_id", "AMOUNT": "amount", "CURRENCY": "currency",
         "ACTION": "action", "RC": "rc", "APPROVAL": "approval", "RRN": "rrn", "INT_REF": "int_ref",
         "TIMESTAMP": "timestamp", "NONCE": "nonce", "P_SIGN": "p_sign", "DESC": "description", "MESSAGE": "message",
         "ECI": "eci", "CARD": "card"}


def scheme_of(configuration, trtype):
    profile = configuration["profile"]
    own = {} if isinstance(profile, str) else profile
    preset = profile if isinstance(profile, str) else own.get("preset")
    algorithm, _, order = PRESETS.get(preset, ("HMAC-SHA1", None, None))
    orders = own.get("orders", {})
    order = orders.get("reply " + trtype, orders.get("reply", order))
    from_configuration = own.get("from_configuration", []) + FROM_CONFIGURATION.get(preset, [])
    unit = configuration.get("length_unit", own.get("length_unit", "bytes"))
    return own.get("algorithm", algorithm), order, from_configuration, unit


def signature(configuration, fields):
    """The P_SIGN a gateway with this configuration's key and profile would send."""
    algorithm, order, from_configuration, unit = scheme_of(configuration, fields.get("TRTYPE", ""))
    given = dict(fields)
    given.update({name: configuration.get(name.lower(), "") for name in from_configuration})
    return mac_of(configuration["mac_key"], mac_source(order, given, unit), algorithm)


def covered(configuration, fields):
    _, order, from_configuration, _ = scheme_of(configuration, fields.get("TRTYPE", ""))
    shown = [(name, fields[name]) for name in order if name not in from_configuration and fields.get(name)]
    result = {NAMES[name]: value for name, value in shown if name in NAMES}
    extra = {name: value for name, value in shown if name not in NAMES}
    return dict(result, extra=extra) if extra else result


def key_of(configuration, *parts):
    merchant = configuration.get("merchant", configuration.get("terminal", "-"))
    return "/".join(["egw", configuration["environment"], segment(merchant)] + [segment(part) for part in parts])


def kind_of(configuration, trtype):
    numbers = {"0": "authorization", "1": "retail"}
    for setting, name in (("completion_trtype", "completion"), ("reversal_trtype", "reversal")):
        numbers[configuration.get(setting)] = name
    return numbers[trtype]


def outcome(kind, status, configuration, order=None, trtype="1", rrn="123456789012", int_ref="4A29E93C607E33DC"):
    order = order or ORDER
    found = {"kind": kind, "order_id": order["order_id"], "amount": str(order["amount"]), "currency": order["currency"],
             "status": status, "transaction_type": kind_of(configuration, trtype), "rrn": rrn, "int_ref": int_ref}
    if kind in ("paid", "held", "reversed"):
        found["replay_key"] = key_of(configuration, order["order_id"], trtype, rrn, kind)
    return {key: value for key, value in found.items() if value}


def verified(name, about, fields=None, configuration=None, settle=(), message=None, p_sign=None, extra=(), into=CASES):
    """A message that verifies. `fields` change the approved one; None takes a field out."""
    configuration = configured(dict({"profile": OWN}, **(configuration or {})))
    given = {key: value for key, value in dict(APPROVED, **(fields or {})).items() if value is not None}
    mac = p_sign or signature(configuration, given)
    sent = list(given.items()) + [("P_SIGN", mac)] + list(extra)
    shown = covered(configuration, given)
    reported = shown.get("action", "") + "/" + shown.get("rc", "")
    into.append({
        "name": ("settle: " if into is not CASES else "callback: ") + name, "about": about, "do": "verify",
        "configuration": configuration, "message": message(given, mac) if message else form_text(sent),
        "result": shown,
        "replay_key": key_of(configuration, shown.get("order_id", ""), shown.get("trtype", ""), shown.get("rrn", ""), reported),
        "settle": [dict(order=order, **found) for order, found in settle(configuration)] if callable(settle) else list(settle),
    })


def unverified(name, about, fault, message, configuration=None):
    """A message that doesn't verify; `message` gets the approved fields with their MAC."""
    configuration = configured(dict({"profile": OWN}, **(configuration or {})))
    has_order = scheme_of(configuration, "1")[1]
    given = dict(APPROVED, **({"P_SIGN": signature(configuration, APPROVED)} if has_order else {"P_SIGN": "AB" * 20}))
    sent = message(given)
    CASES.append({"name": "callback: " + name, "about": about, "do": "verify", "configuration": configuration,
                  "message": sent if isinstance(sent, str) else form_text(sent.items()),
                  "error": error(fault, retry="never")})


def paid(configuration):
    return [(ORDER, {"outcome": outcome("paid", "0/00", configuration)})]


def as_json(given, mac):
    return json_text(dict(given, P_SIGN=mac))


# What verifies.
verified("form", "urlencoded, approved, matched", settle=paid)
verified("JSON", "the same as JSON", settle=paid, message=as_json)
verified("JSON numbers", "a MAC covers a number's own digits", {"AMOUNT": "25000.00", "ACTION": "0"}, settle=paid,
         message=lambda given, mac: json_text(dict(given, P_SIGN=mac, AMOUNT=Raw("25000.00"), ACTION=Raw("0"))))
verified("JSON with null", "null is an absent field", {"RRN": None},
         settle=lambda c: [(ORDER, {"outcome": outcome("paid", "0/00", c, rrn="")})],
         message=lambda given, mac: json_text(dict(given, P_SIGN=mac, RRN=None)))
verified("empty field", "an empty field is an absent one", {"INT_REF": ""},
         settle=lambda c: [(ORDER, {"outcome": outcome("paid", "0/00", c, int_ref="")})])
verified("lower-case hex", "a MAC is compared on its bytes", settle=paid,
         p_sign=signature(configured({"profile": OWN}), APPROVED).lower())
verified("lower-case hex expected, upper-case sent", "the letter case is for what we send", None,
         {"profile": dict(OWN, letter_case="lower")}, paid)
verified("authorization", "TRTYPE 0 proves that the amount is held", {"TRTYPE": "0"},
         settle=lambda c: [(ORDER, {"outcome": outcome("held", "0/00", c, trtype="0")})])
verified("SHA-256", "the other algorithm", None, {"profile": dict(OWN, algorithm="HMAC-SHA256", from_configuration=["MERCHANT"])},
         paid)
verified("plus and percent", "urlencoded values are decoded before they are signed", {"DESC": "a b+c%&=", "APPROVAL": "ك"},
         {"profile": {"orders": {"reply": PROVING + ["DESC"]}}}, paid)
verified("Arabic in bytes", "the length unit is a setting", {"MESSAGE": "مقبول"},
         {"length_unit": "bytes", "profile": {"orders": {"reply": PROVING + ["MESSAGE"]}}}, paid)
verified("Arabic in characters", "the length unit is a setting", {"MESSAGE": "مقبول"},
         {"length_unit": "characters", "profile": {"orders": {"reply": PROVING + ["MESSAGE"]}}}, paid)
verified("Arabic that is not covered", "only covered fields have to be ASCII", {"MESSAGE": "مقبول"}, None, paid)
verified("uncovered fields", "what the MAC does not cover is not shown, whatever it says", None, None, paid,
         extra=[("CARD", "534143******7803"), ("MESSAGE", "Approved"), ("STATUS", "paid")])
verified("covered field of another name", "a field the table doesn't know can be covered", {"PAYER": "Sara"},
         {"profile": {"orders": {"reply": PROVING + ["PAYER"]}}}, paid)
verified("equal duplicates", "a field that comes twice with one value passes", settle=paid,
         extra=[("ORDER", "771446"), ("X", "1"), ("X", "2")])
verified("names in small letters beside", "amount is not AMOUNT", settle=paid, extra=[("amount", "1"), ("order", "9")])
verified("line end", "a line break at the end is no part of the last value", settle=paid,
         message=lambda given, mac: form_text(list(given.items()) + [("P_SIGN", mac)]) + "\r\n")
verified("old time stamp", "redelivered callbacks are old and genuine", {"TIMESTAMP": "20030105153021"}, None, paid)
verified("no terminal configured", "nothing to compare the terminal with", None, {"terminal": None}, paid)
verified("no merchant configured", "the terminal tells shops apart in the replay key", None, {"merchant": None}, paid)
verified("neither merchant nor terminal configured", "the replay key still has its place", None,
         {"terminal": None, "merchant": None}, paid)
verified("order per TRTYPE", "the order for the reply's own TRTYPE goes first", None,
         {"profile": {"orders": {"reply 1": PROVING, "reply": ["ORDER"]}}}, paid)
verified("kina", "MERCHANT is signed but not echoed: it comes from the configuration", None, {"profile": "kina"}, paid)
verified("kina, MERCHANT echoed all the same", "the configuration's counts, and it is not shown", None, {"profile": "kina"},
         paid, extra=[("MERCHANT", "someone else")])
verified("classic", "nine fields; ACTION and RC are not among them", None, {"profile": "classic"},
         lambda c: [(ORDER, {"error": error("mac.not_covered")})])
verified("classic, declined", "a MAC that covers too little proves no failure either", {"ACTION": "2", "RC": "05"},
         {"profile": "classic"}, lambda c: [(ORDER, {"error": error("mac.not_covered")})])
verified("romcard", "fourteen fields", {"DESC": "Two books", "MESSAGE": "Approved"}, {"profile": "romcard"}, paid)
verified("romcard, reply to a completion", "another order for TRTYPE 21",
         {"TRTYPE": "21", "MESSAGE": "Approved"},
         {"completion_trtype": "21",
          "profile": {"preset": "romcard", "orders": {"reply 21": (
              "ACTION RC MESSAGE TRTYPE AMOUNT CURRENCY ORDER RRN INT_REF TIMESTAMP NONCE").split()}}},
         lambda c: [(ORDER, {"outcome": outcome("paid", "0/00", c, trtype="21")})])

# What doesn't verify: unverified, never declined.
LOOK = "it is unverified, not declined"
for field, changed in [("AMOUNT", "25001"), ("AMOUNT", "2500"), ("ORDER", "771447"), ("ACTION", "1"), ("RC", "01"),
                       ("CURRENCY", "USD"), ("TRTYPE", "0"), ("RRN", "123456789013"), ("TERMINAL", "99999998")]:
    unverified(f"altered: {field} is {changed}", "altered by one character: " + LOOK, "mac.mismatch P_SIGN",
               lambda given, field=field, changed=changed: dict(given, **{field: changed}))
unverified("a field taken out", "a missing field is not an equal one", "mac.mismatch P_SIGN",
           lambda given: {key: value for key, value in given.items() if key != "RRN"})
unverified("a space added", "values are not trimmed", "mac.mismatch P_SIGN", lambda given: dict(given, RC="00 "))
unverified("amount spelled otherwise", "the MAC covers text, not figures", "mac.mismatch P_SIGN",
           lambda given: dict(given, AMOUNT="25000.00"))
unverified("two fields exchanged", "the order counts", "mac.mismatch P_SIGN",
           lambda given: dict(given, RRN=given["INT_REF"], INT_REF=given["RRN"]))
unverified("another key", "made with another key", "mac.mismatch P_SIGN",
           lambda given: dict(given, P_SIGN=mac_of("11" * 16, mac_source(PROVING, given))))
unverified("key used as text", "a known mistake of others: it must not verify", "mac.mismatch P_SIGN",
           lambda given: dict(given, P_SIGN=mac_of(KEY.encode().hex(), mac_source(PROVING, given))))
unverified("MAC altered", "one digit", "mac.mismatch P_SIGN",
           lambda given: dict(given, P_SIGN=given["P_SIGN"][:-1] + ("0" if given["P_SIGN"][-1] != "0" else "1")))
unverified("MAC cut", "a received MAC has exactly the digest's length", "mac.length P_SIGN",
           lambda given: dict(given, P_SIGN=given["P_SIGN"][:20]))
unverified("MAC of one byte", "a received MAC has exactly the digest's length", "mac.length P_SIGN",
           lambda given: dict(given, P_SIGN=given["P_SIGN"][:2]))
unverified("MAC too long", "a received MAC has exactly the digest's length", "mac.length P_SIGN",
           lambda given: dict(given, P_SIGN=given["P_SIGN"] + "00"))
unverified("SHA-256 MAC for SHA-1", "a received MAC has exactly the digest's length", "mac.length P_SIGN",
           lambda given: dict(given, P_SIGN=mac_of(KEY, mac_source(PROVING, given), "HMAC-SHA256")))
unverified("no MAC", LOOK, "mac.missing P_SIGN", lambda given: {k: v for k, v in given.items() if k != "P_SIGN"})
unverified("empty MAC", LOOK, "mac.missing P_SIGN", lambda given: dict(given, P_SIGN=""))
unverified("MAC under another letter case", "names are exact", "mac.missing P_SIGN",
           lambda given: {key.replace("P_SIGN", "p_sign"): value for key, value in given.items()})
unverified("MAC that is not hex", LOOK, "mac.not_hex P_SIGN", lambda given: dict(given, P_SIGN="Z" * 40))
unverified("MAC with spaces", LOOK, "mac.not_hex P_SIGN", lambda given: dict(given, P_SIGN=given["P_SIGN"] + " "))
unverified("MAC in Arabic digits", LOOK, "mac.not_hex P_SIGN", lambda given: dict(given, P_SIGN="٠" * 40))
unverified("no reply order", "Al Qaseh publishes none: nothing verifies without one", "mac.no_reply_order profile",
           lambda given: given, {"profile": "alqaseh-unconfirmed"})
unverified("no reply order for this TRTYPE", "romcard has none for a TRTYPE it doesn't know", "mac.no_reply_order profile",
           lambda given: dict(given, TRTYPE="90"), {"profile": "romcard"})
unverified("kina without MERCHANT configured", "signed with it, computed without it", "mac.mismatch P_SIGN",
           lambda given: dict(given, P_SIGN=signature(configured({"profile": "kina"}), APPROVED)),
           {"profile": "kina", "merchant": None})
unverified("Arabic, unit unknown", "it can't be checked, which is not a failure", "mac.unverifiable MESSAGE",
           lambda given: dict(given, MESSAGE="مقبول"), {"profile": {"orders": {"reply": PROVING + ["MESSAGE"]}}})
unverified("value that is the absent token", "it can't be checked", "mac.unverifiable RRN", lambda given: dict(given, RRN="-"))
unverified("differing duplicates", "a covered field twice with two values: indeterminate", "reply.field_duplicate AMOUNT",
           lambda given: form_text(given.items()) + "&AMOUNT=1")
unverified("differing duplicates, the first is empty", "indeterminate", "reply.field_duplicate RC",
           lambda given: "RC=&" + form_text(given.items()))
unverified("differing duplicates in JSON", "indeterminate", "reply.field_duplicate ACTION",
           lambda given: json_text(given)[:-1] + ',"ACTION":"2"}')
unverified("differing MACs", "indeterminate", "reply.field_duplicate P_SIGN",
           lambda given: form_text(given.items()) + "&P_SIGN=" + "0" * 40)
unverified("differing duplicates of a covered field of another name", "indeterminate", "reply.field_duplicate PAYER",
           lambda given: form_text(given.items()) + "&PAYER=a&PAYER=b", {"profile": {"orders": {"reply": PROVING + ["PAYER"]}}})
unverified("no order", "nothing to match", "reply.field_missing ORDER",
           lambda given: {key: value for key, value in given.items() if key != "ORDER"})
unverified("names in small letters", "names are exact", "reply.field_missing ORDER",
           lambda given: {key.lower(): value for key, value in given.items()})
unverified("a list in a covered field", "not text", "reply.field_type AMOUNT",
           lambda given: json_text(dict(given, AMOUNT=["25000"])))
unverified("true in a covered field", "not text", "reply.field_type ACTION", lambda given: json_text(dict(given, ACTION=True)))

# Reading alone.
HTML = '<html><form method="post"><input name="CARD" value=""><input name="ORDER" value="771446"></form></html>'
for name, about, message, fault in [
    ("card page", "a page to enter a card is no result", HTML, "reply.not_form"),
    ("empty", "indeterminate", "", "reply.not_form"),
    ("a bare digit", "accepted, which is less than approved", "0", "reply.not_form"),
    ("a word", "indeterminate", "APPROVED", "reply.not_form"),
    ("XML without an order", "nothing to match", "<Response><ACTION>0</ACTION></Response>", "reply.field_missing ORDER"),
    ("JSON cut short", "indeterminate", '{"ORDER":"771446","ACTION":"0"', "reply.not_json"),
    ("a JSON list", "indeterminate", '[{"ORDER":"771446"}]', "reply.not_form"),
    ("encoded bytes that are not UTF-8", "indeterminate", "ORDER=771446&DESC=%C7", "reply.not_utf8"),
]:
    unverified(name, about, fault, lambda given, message=message: message)
    CASES.append({"name": "callback: reading " + name, "about": about, "do": "read", "reader": "parse_callback",
                  "message": message, "error": error(fault)})
EVERY = dict(APPROVED, P_SIGN="AB12", DESC="Two books", MESSAGE="Approved", ECI="05", CARD="534143******7803")
for name, message in [("form", form_text(EVERY.items())), ("JSON", json_text(EVERY))]:
    CASES.append({"name": f"callback: reading every field, {name}", "about": "a hint shows what came, verified or not",
                  "do": "read", "reader": "parse_callback", "message": message,
                  "result": {NAMES[key]: value for key, value in EVERY.items()}})
CASES.append({"name": "callback: reading with unknown fields", "about": "kept under their own names", "do": "read",
              "reader": "parse_callback", "message": "ORDER=771446&__proto__=x&order=1&RC=",
              "result": {"order_id": "771446", "extra": {"__proto__": "x", "order": "1"}}})
