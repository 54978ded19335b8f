"""Al Qaseh: a webhook's p_sign, for shops that were given a scheme. None is published, and none proves a payment."""

from cases.alqaseh_create import SHOP
from cases.alqaseh_inbound import FULL
from wire import Raw, error, json_text, mac_of, mac_source, nested

CASES = []
KEY = "00112233445566778899AABBCCDDEEFF"
ORDER = ["order_id", "amount", "currency", "payment_status", "trtype", "rc", "rrn", "nonce", "timestamp"]
PROFILE = {"orders": {"reply": ORDER}}
SET = {"webhook_profile": PROFILE, "webhook_mac_key": KEY}
SENT = {key: value for key, value in FULL.items() if key != "p_sign"}


def signed(message, order=None, key=KEY, algorithm="HMAC-SHA1", unit="bytes"):
    """The message with the p_sign a gateway with this scheme would send: over each value's own digits or letters."""
    texts = {name: str(value) for name, value in message.items() if isinstance(value, (str, int, Raw)) and not isinstance(value, bool)}
    return dict(message, p_sign=mac_of(key, mac_source(order or ORDER, texts, unit), algorithm))


def case(name, about, message, result=None, faults=None, configuration=None, as_is=False):
    found = {"error": error(*faults, retry="never")} if faults else {"result": result}
    given = {key: value for key, value in dict(SHOP, **dict(SET, **(configuration or {}))).items() if value is not None}
    CASES.append({"name": "verify webhook: " + name, "about": about, "do": "tool", "tool": "verify_webhook",
                  "configuration": given, "input": {"body": message if as_is else json_text(message)}, **found})


def covered(message, order=None, **changes):
    shown = {name: str(value) if name == "amount" else value for name, value in message.items()
             if name in (order or ORDER) and value not in ("", None)}
    return dict(shown, **changes)


GENUINE = signed(SENT)
SHOWN = covered(SENT, payment_status="success")
case("genuine", "only the covered fields are shown: payment_id, token and terminal are not", GENUINE, SHOWN)
case("lower-case hex", "a MAC is compared on its bytes", dict(GENUINE, p_sign=GENUINE["p_sign"].lower()), SHOWN)
case("number with its own digits", "the MAC covers 25000.00 as it stands", signed(dict(SENT, amount=Raw("25000.00"))),
     dict(SHOWN, amount="25000.00"))
case("number with an exponent", "the MAC covers 2.5e+07 as it stands", signed(dict(SENT, amount=Raw("2.5e+07"))), dict(SHOWN, amount="2.5e+07"))
case("absent fields", "empty, null and missing are one", signed({**{k: v for k, v in SENT.items() if k != "nonce"}, "rrn": "", "rc": None}),
     {key: value for key, value in SHOWN.items() if key not in ("rrn", "rc", "nonce")})
case("uncovered fields", "what the MAC doesn't cover is not shown, whatever it says", dict(GENUINE, payment_id="p-9", paid=True), SHOWN)
case("SHA-256", "the other algorithm", signed(SENT, algorithm="HMAC-SHA256"), SHOWN,
     configuration={"webhook_profile": dict(PROFILE, algorithm="HMAC-SHA256")})
case("Arabic in characters", "the length unit is a setting", signed(dict(SENT, order_id="طلب-1"), unit="characters"),
     dict(SHOWN, order_id="طلب-1"), configuration={"webhook_profile": dict(PROFILE, length_unit="characters")})
case("covered field of another name", "a field the table doesn't know can be covered",
     signed(dict(SENT, payer="Sara"), ORDER + ["payer"]), dict(SHOWN, extra={"payer": "Sara"}),
     configuration={"webhook_profile": {"orders": {"reply": ORDER + ["payer"]}}})
case("32-bit figure", "kept as the gateway printed it", signed(dict(SENT, amount=150000260)), dict(SHOWN, amount="150000260"))
for name, value in [("order_id", "A-2"), ("amount", 1), ("amount", Raw("25000.0")), ("currency", "USD"), ("payment_status", "Failed"),
                    ("payment_status", "success"), ("rc", "05"), ("nonce", ""), ("timestamp", None), ("trtype", 1.5)]:
    case(f"altered: {name} is {value if value else 'empty'}", "unverified, not declined: look the payment up", dict(GENUINE, **{name: value}),
         faults=["mac.mismatch p_sign"])
for name, mac, fault in [
    ("no p_sign", None, "mac.missing p_sign"), ("empty p_sign", "", "mac.missing p_sign"), ("p_sign cut", GENUINE["p_sign"][:20], "mac.length p_sign"),
    ("p_sign of zeros", "0" * 40, "mac.mismatch p_sign"), ("p_sign that is not hex", "Z" * 40, "mac.not_hex p_sign"),
    ("p_sign in Arabic digits", "٠" * 40, "mac.not_hex p_sign"), ("p_sign by another key", signed(SENT, key="11" * 16)["p_sign"], "mac.mismatch p_sign"),
    ("p_sign with the key as text", signed(SENT, key=KEY.encode().hex())["p_sign"], "mac.mismatch p_sign"),
    ("p_sign in Base64", "AAAAAAAAAAAAAAAAAAAAAAAAAAA=", "mac.not_hex p_sign"), ("p_sign as a list", [GENUINE["p_sign"]], "reply.field_type p_sign"),
]:
    case(name, "unverified, not declined: look the payment up", dict(SENT, p_sign=mac), faults=[fault])
case("p_sing", "the request's spelling is not the reply's", dict(SENT, p_sing=GENUINE["p_sign"]), faults=["mac.missing p_sign"])
for name, message, fault in [
    ("differing duplicates", json_text(GENUINE)[:-1] + ',"amount":1}', "reply.field_duplicate amount"),
    ("differing p_signs", json_text(GENUINE)[:-1] + ',"p_sign":""}', "reply.field_duplicate p_sign"),
    ("true in a covered field", json_text(dict(GENUINE, rc=True)), "reply.field_type rc"),
    ("a list in a covered field", json_text(dict(GENUINE, rrn=["1"])), "reply.field_type rrn"),
    ("empty body", "", "reply.not_json"), ("form body", "order_id=A-1&p_sign=" + "0" * 40, "reply.not_json"),
    ("HTML", "<html></html>", "reply.not_json"), ("a list", "[" + json_text(GENUINE) + "]", "reply.not_object"),
    ("cut short", json_text(GENUINE)[:-1], "reply.not_json"), ("33 levels", '{"x":' + nested(32) + "}", "reply.too_deep"),
]:
    case(name, "indeterminate or unreadable", message, faults=[fault], as_is=True)
case("equal duplicates", "equal ones pass", json_text(GENUINE)[:-1] + ',"rc":"00"}', SHOWN, as_is=True)
case("value that is the absent token", "it can't be checked", signed(dict(SENT, rrn="-")), faults=["mac.unverifiable rrn"])
case("Arabic, unit unknown", "it can't be checked", signed(dict(SENT, order_id="طلب")), faults=["mac.unverifiable order_id"])

# Without a scheme nothing verifies.
case("no key", "no scheme is published: nothing is assumed", GENUINE, faults=["credential.missing webhook_mac_key"],
     configuration={"webhook_mac_key": None})
case("no scheme", "no scheme is published: nothing is assumed", GENUINE, faults=["credential.missing webhook_profile"],
     configuration={"webhook_profile": None})
case("neither", "no scheme is published: nothing is assumed", GENUINE, faults=["credential.missing webhook_mac_key"],
     configuration={"webhook_profile": None, "webhook_mac_key": None})
for name, about, faults, configuration in [
    ("unknown preset", "presets are chosen by name", ["profile.unknown webhook_profile"], {"webhook_profile": "alqaseh"}),
    ("P_SIGN in the order", "it never covers itself", ["profile.invalid webhook_profile"], {"webhook_profile": {"orders": {"reply": ["rc", "P_SIGN"]}}}),
    ("p_sign in the order", "it never covers itself", ["profile.invalid webhook_profile"], {"webhook_profile": {"orders": {"reply": ["rc", "p_sign"]}}}),
    ("name that stands twice", "a field is covered once", ["profile.invalid webhook_profile"], {"webhook_profile": {"orders": {"reply": ["rc", "rc"]}}}),
    ("name with a space", "no key of a webhook has one", ["profile.invalid webhook_profile"], {"webhook_profile": {"orders": {"reply": ["order id"]}}}),
    ("empty scheme", "nothing to verify by", ["profile.invalid webhook_profile"], {"webhook_profile": {}}),
    ("fields from the configuration", "there are none here", ["profile.invalid webhook_profile"],
     {"webhook_profile": dict(PROFILE, from_configuration=["MERCHANT"])}),
    ("key that is not hex", "the key is decoded, never used as text", ["key.not_hex webhook_mac_key"], {"webhook_mac_key": "not hex, but sixteen"}),
    ("key of 15 bytes", "too short for a key", ["key.too_short webhook_mac_key"], {"webhook_mac_key": "11" * 15}),
    ("key of zeros", "a placeholder", ["key.zero webhook_mac_key"], {"webhook_mac_key": "00" * 16}),
    ("scheme as a list", "a name or a map", ["field.type webhook_profile"], {"webhook_profile": ORDER}),
]:
    case("configuration: " + name, about, GENUINE, faults=faults, configuration=configuration)
case("no order for replies", "alqaseh-unconfirmed has none", GENUINE, faults=["mac.no_reply_order webhook_profile"],
     configuration={"webhook_profile": "alqaseh-unconfirmed"})
NO_ORDER = [name for name in ORDER if name != "order_id"]
LEFT_OUT = {"webhook_profile": {"orders": {"reply": NO_ORDER}}}
case("a scheme without order_id", "it verifies beside any order: whose it is was never signed", signed(SENT, NO_ORDER),
     faults=["mac.not_covered "], configuration=LEFT_OUT)
case("a scheme without order_id, altered", "unverified goes first", dict(signed(SENT, NO_ORDER), rc="05"),
     faults=["mac.mismatch p_sign"], configuration=LEFT_OUT)
NINE = ["ORDER", "AMOUNT", "CURRENCY", "RRN", "INT_REF", "TRTYPE", "TERMINAL", "TIMESTAMP", "NONCE"]
case("EGW's scheme", "its names are none of a webhook's: every webhook would have one MAC", signed(SENT, NINE),
     faults=["mac.not_covered "], configuration={"webhook_profile": {"orders": {"reply": NINE}}})
case("no body", "required", GENUINE)
CASES[-1].update(input={}, error=error("field.missing body", retry="never"))
del CASES[-1]["result"]
