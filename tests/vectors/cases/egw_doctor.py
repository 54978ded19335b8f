"""The MAC doctor: messages captured with a P_SIGN that known mistakes made, and what it has to say of each.

The messages are signed here, by this folder's own routine, with the mistake put in by hand. Its sentences are not compared.
"""

import base64
from urllib.parse import quote

from cases.egw_callback import APPROVED
from cases.egw_configuration import CLASSIC, KEY, NINE, PRESETS
from cases.egw_later import BCC
from cases.macs import MANUAL
from wire import error, form_text, json_text, mac_of, mac_source

CASES = []
WORDS = ["advice", "tried", "macs", "suggested_profile"]
SENT = {name: value for name, value in MANUAL.items() if value is not None}
ROMCARD = PRESETS["romcard"][2]
KINA = PRESETS["kina"][2]


def case(name, about, message, finding=None, kind="request", faults=None, left_out=WORDS, **given):
    """`finding` is the likeliest one; without it nothing may fit."""
    made = {"name": "diagnose: " + name, "about": about, "do": "tool", "tool": "diagnose",
            "input": dict({"message": message, "mac_key": KEY}, **given)}
    made["input"] = {key: value for key, value in made["input"].items() if value is not None}
    if faults:
        made["error"] = error(*faults, retry="never")
    else:
        left_out = list(left_out) + ([] if finding else ["findings"])
        made["result"] = dict({"fits": bool(finding), "message_kind": kind, "stopped": False},
                              **({"findings": [finding]} if finding else {}))
        made["without"] = left_out
    CASES.append(made)


def finding(profile, order_name, order, source, mistakes=(), also=(), absent=None, missing=(), algorithm="HMAC-SHA1",
            key_used="mac_key", key_form="hex_decoded", letter_case="upper", **more):
    found = {"fits": True, "profile": profile, "order_name": order_name, "also_profiles": list(also), "order": list(order),
             "algorithm": algorithm, "absent": absent, "key_used": key_used, "key_form": key_form, "letter_case": letter_case,
             "missing": list(missing), "mistakes": list(mistakes), "source": source, **more}
    return {name: value for name, value in found.items() if value not in (None, [])}


def signed(fields, source, key=KEY, algorithm="HMAC-SHA1"):
    return form_text(list(fields.items()) + [("P_SIGN", mac_of(key, source, algorithm))])


def classic(name, about, source, mistakes=(), fields=None, key=None, **more):
    """A retail request of the manual's own example, with a mistake in its source or key."""
    fields = fields or SENT
    given = {field: more.pop(field) for field in ("mac_key", "mac_key_components", "profile", "p_sign", "merchant") if field in more}
    message = more.pop("message", None) or signed(fields, source, key or KEY)
    absent = more.pop("absent", "-")
    case(name, about, message, finding("classic", "request 1", CLASSIC, source, mistakes, ["romcard"], absent, **more), **given)


GOOD = mac_source(CLASSIC, SENT)
classic("the published example", "as the manual has it: nothing is wrong", GOOD)
classic("the published example as JSON", "prepare's own names are the same fields", GOOD, message=json_text(dict(
    {{"BACKREF": "back_ref", "ORDER": "order"}.get(name, name.lower()): value for name, value in SENT.items()}, p_sign=mac_of(KEY, GOOD))))
classic("the MAC beside the message", "it may not be in what was logged", GOOD, message=form_text(SENT.items()), p_sign=mac_of(KEY, GOOD))
classic("lower-case hex", "it does no harm, and is said all the same", GOOD, ["mac_case"], letter_case="lower",
        message=form_text(list(SENT.items()) + [("P_SIGN", mac_of(KEY, GOOD).lower())]))
classic("mixed hex", "it does no harm, and is said all the same", GOOD, ["mac_case"], letter_case="mixed",
        message=form_text(list(SENT.items()) + [("P_SIGN", mac_of(KEY, GOOD)[:20] + mac_of(KEY, GOOD)[20:].lower())]))

# The known mistakes, one by one.
classic("key used as text", "the hex digits themselves went into the HMAC", GOOD, ["key_as_text"], key=KEY.encode().hex(), key_form="text")
classic("key used as lower-case text", "its digits in small letters went into the HMAC", GOOD, ["key_as_text"],
        key=KEY.lower().encode().hex(), key_form="lower_case_text")
classic("key with an odd digit, the last one dropped", "what some decoders make of it", GOOD, ["key_odd_digits"], mac_key=KEY + "7",
        key_form="without_last_digit")
classic("key with an odd digit, a zero in front", "what other decoders make of it", GOOD, ["key_odd_digits"], key="0" + KEY[:-1],
        mac_key=KEY[:-1], key_form="zero_in_front")
classic("key with spaces", "copied in groups of four", GOOD, ["key_not_plain"], mac_key=" ".join(KEY[at:at + 4] for at in range(0, 32, 4)))
classic("empty fields left out", "COUNTRY and MERCH_GMT leave no trace", GOOD.replace("11--14", "1114"), ["empty_left_out"], absent="")
classic("empty fields as 0", "a length of zero for each", GOOD.replace("11--14", "110014"), ["empty_as_zero"], absent="0")
classic("empty fields as 1-", "a length before the dash", GOOD.replace("11--14", "111-1-14"), ["empty_as_value"], absent="1-")
classic("empty fields as 4null", "the language's own word for nothing", GOOD.replace("11--14", "114null4null14"), ["empty_as_value"], absent="4null")
classic("a line break at the end", "what `echo` appends", GOOD + "\n", ["trailing_text"])
classic("amount with other decimals", "signed as 11.48, sent as 11.480", GOOD, ["amount_form"], fields=dict(SENT, AMOUNT="11.480"))
classic("another second", "the clock was read twice", mac_source(CLASSIC, dict(SENT, TIMESTAMP="20030105153022")), ["other_timestamp"])
classic("local time sent, UTC signed", "Baghdad is three hours ahead", mac_source(CLASSIC, SENT), ["other_timestamp"],
        fields=dict(SENT, TIMESTAMP="20030105183021"))
classic("NONCE in the other letter case", "made once, and changed on its way", mac_source(CLASSIC, dict(SENT, NONCE=SENT["NONCE"].lower())),
        ["nonce_case"])
classic("values signed without their spaces", "trimmed before they were signed", GOOD, ["values_trimmed"], fields=dict(SENT, DESC=" IT Books. Qty: 2 "))
classic("values signed encoded", "percent-encoded before they were signed",
        mac_source(CLASSIC, {name: quote(value, safe="") for name, value in SENT.items()}), ["values_encoded"])
OWN0 = dict(SENT, TRTYPE="0")
case("0 taken for absent", "TRTYPE 0 is a value",
     signed(OWN0, mac_source(CLASSIC, dict(OWN0, TRTYPE=""))),
     finding("classic", "request 0", CLASSIC, mac_source(CLASSIC, dict(OWN0, TRTYPE="")), ["zero_as_absent"], ["romcard"], "-"))
ARABIC = dict(SENT, DESC="كتابان")
for unit, mistakes in (("bytes", []), ("characters", ["length_in_characters"])):
    source = mac_source(CLASSIC, ARABIC, unit)
    classic(f"Arabic counted in {unit}", "the length unit is said, and that characters are unusual", source, mistakes, fields=ARABIC, length_unit=unit)
case("base64", "P_SIGN is hex", form_text(list(SENT.items()) + [("P_SIGN", base64.b64encode(bytes.fromhex(mac_of(KEY, GOOD))).decode())]),
     finding("classic", "request 1", CLASSIC, GOOD, ["mac_base64"], ["romcard"], "-", letter_case=None))
SHA256 = mac_of(KEY, GOOD, "HMAC-SHA256")
case("another hash", "64 digits are HMAC-SHA256", form_text(list(SENT.items()) + [("P_SIGN", SHA256)]),
     finding("classic", "request 1", CLASSIC, GOOD, ["algorithm"], ["romcard"], "-", algorithm="HMAC-SHA256"))

# Components.
FIRST, SECOND = "A0" * 16, "1234567890ABCDEF" * 2
WHOLE = "%032X" % (int(FIRST, 16) ^ int(SECOND, 16))
for name, about, key, used, form, mistakes in [
    ("components, XORed", "as it should be", WHOLE, "mac_key_components", "hex_decoded", []),
    ("one component alone", "half a key", SECOND, "mac_key_components.1", "hex_decoded", ["key_component"]),
    ("components in a row", "joined instead of XORed", FIRST + SECOND, "mac_key_components", "components_joined", ["key_components_joined"]),
]:
    classic(name, about, GOOD, mistakes, key=key, mac_key=None, mac_key_components=[FIRST, SECOND], key_used=used, key_form=form)

# Replies: which order is it, and what is signed without being sent?
MAC = mac_of(KEY, mac_source(NINE, APPROVED))
FORMS = [
    ("form", form_text(list(APPROVED.items()) + [("P_SIGN", MAC)])), ("JSON", json_text(dict(APPROVED, P_SIGN=MAC))),
    ("JSON in an envelope", json_text({"data": dict(APPROVED, P_SIGN=MAC)})),
    ("XML", "<?xml version=\"1.0\"?><R>" + "".join(f"<{n}>{v}</{n}>" for n, v in dict(APPROVED, P_SIGN=MAC).items()) + "</R>"),
    ("HTML", "<form>" + "".join(f"<input value='{v}' type=hidden name={n}>" for n, v in dict(APPROVED, P_SIGN=MAC).items()) + "</form>"),
    ("the browser's address", "https://shop.example/back?" + form_text(list(APPROVED.items()) + [("P_SIGN", MAC)])),
    ("the address's path", "/back?" + form_text(list(APPROVED.items()) + [("P_SIGN", MAC)])),
]
for form, message in FORMS:
    case(f"reply as {form}", "in whichever form it was captured", message, finding("classic", "reply", NINE, mac_source(NINE, APPROVED),
         also=["kina"]), "reply")
WITH = dict(APPROVED, DESC="Two books", MESSAGE="Approved")
case("romcard's reply", "fourteen fields", signed(WITH, mac_source(ROMCARD, WITH)), finding("romcard", "reply 1", ROMCARD, mac_source(ROMCARD, WITH)), "reply")
SIGNED = dict(APPROVED, MERCHANT="EGW-7001")
TEXT = mac_source(KINA, SIGNED)
MESSAGE = signed(APPROVED, TEXT, algorithm="HMAC-SHA256")
case("signed over what isn't sent", "kina's MERCHANT: without it nothing fits, and nothing is guessed", MESSAGE, None, "reply")
case("signed over what isn't sent, given", "MERCHANT is signed and not echoed", MESSAGE,
     finding("kina", "reply", KINA, TEXT, missing=["MERCHANT"], algorithm="HMAC-SHA256", suggested_profile={"preset": "kina"}), "reply",
     left_out=WORDS[:3], merchant="EGW-7001")
LESS = {name: value for name, value in APPROVED.items() if name != "NONCE"}
TEXT = mac_source(NINE, APPROVED)
case("signed over the request's NONCE", "a field the message doesn't carry, from the request it answers", signed(LESS, TEXT), finding(
    "classic", "reply", NINE, TEXT, ["signed_not_sent"], ["kina"], missing=["NONCE"]), "reply",
    signed_values={"NONCE": APPROVED["NONCE"]})
case("a TRTYPE that isn't sent", "one with few values is found", signed({k: v for k, v in APPROVED.items() if k != "TRTYPE"}, TEXT), finding(
    "classic", "reply", NINE, TEXT, ["value_guessed"], ["kina"], missing=["TRTYPE"]), "reply",
    left_out=WORDS + ["absent"])
OWN = "ORDER AMOUNT CURRENCY ACTION RC RRN TRTYPE TERMINAL TIMESTAMP NONCE".split()
ODD = mac_source(OWN, APPROVED)
case("an order of one's own, as configured", "yours fits: nothing is wrong", signed(APPROVED, ODD), finding("yours", "reply", OWN, ODD), "reply",
     left_out=WORDS[:3], profile={"preset": "alqaseh-unconfirmed", "orders": {"reply": OWN}})
case("another profile than the one configured", "which one it is, and that it is not yours", signed(APPROVED, TEXT), finding(
    "classic", "reply", NINE, TEXT, ["other_profile"], ["kina"]), "reply", profile="romcard")
SWAPPED = NINE[1:2] + NINE[:1] + NINE[2:]
case("two fields exchanged", "an order nobody published, near a known one", signed(APPROVED, mac_source(SWAPPED, APPROVED)), finding(
    "none", "reply 1", SWAPPED, mac_source(SWAPPED, APPROVED), ["fields_moved"], suggested_profile={"orders": {"reply 1": SWAPPED}}), "reply",
    left_out=WORDS[:3])
case("completion under bcc", "ORG_AMOUNT is what was authorized", signed(
    dict(SENT, TRTYPE="14", RRN="123456789012", INT_REF="4A29", ORG_AMOUNT="20.00"),
    mac_source(BCC, dict(SENT, TRTYPE="14", RRN="123456789012", INT_REF="4A29", ORG_AMOUNT="20.00"))),
    finding("bcc", "request 14", BCC, mac_source(BCC, dict(SENT, TRTYPE="14", RRN="123456789012", INT_REF="4A29", ORG_AMOUNT="20.00"))))

# What it can't work on.
case("another key", "nothing fits, and nothing is made up", signed(APPROVED, TEXT, "11" * 16), None, "reply")
case("a key that is none", "neither hex nor long enough: tried all the same", signed(APPROVED, TEXT), None, "reply", mac_key="xyz")
for name, about, changes, faults in [
    ("no key", "there is nothing to try", {"mac_key": None}, ["field.missing mac_key"]),
    ("nine components", "more than any bank hands over", {"mac_key": None, "mac_key_components": [KEY] * 9}, ["key.components mac_key_components"]),
    ("unknown profile", "presets are chosen by name", {"profile": "own"}, ["profile.unknown profile"]),
    ("misspelt field", "a misspelt field must not be ignored", {"key": KEY}, ["field.unknown key"]),
    ("key as a number", "text", {"mac_key": 17}, ["field.type mac_key"]),
]:
    case(name, about, FORMS[0][1], faults=faults, **changes)
for name, about, message, faults in [
    ("no P_SIGN", "there is nothing to compare with", form_text(APPROVED.items()), ["mac.missing P_SIGN"]),
    ("P_SIGN that is no hex", "it can't be a MAC", form_text(list(APPROVED.items()) + [("P_SIGN", "not a MAC")]), ["mac.not_hex P_SIGN"]),
    ("P_SIGN cut", "it can't be a MAC of either length", form_text(list(APPROVED.items()) + [("P_SIGN", MAC[:38])]), ["mac.length P_SIGN"]),
    ("nothing", "no message", "", ["reply.not_form"]), ("a word", "no message", "APPROVED", ["reply.not_form"]),
    ("a card page", "a page to enter a card is no message", "<form><input name=CARD type=text></form>", ["reply.not_form"]),
    ("JSON cut short", "not the whole message", json_text(dict(APPROVED, P_SIGN=MAC))[:-1], ["reply.not_json"]),
]:
    case(name, about, message, faults=faults)
case("no message", "required", None, faults=["field.missing message"])
