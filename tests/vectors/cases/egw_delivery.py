"""The e-Commerce Gateway: a callback in every form of delivery, under every preset; keys in use and before."""

import functools
import operator
import re

from cases.egw_callback import APPROVED, NAMES, ORDER, OWN, key_of, outcome, paid, signature, verified
from cases.egw_configuration import KEY, configured
from wire import Raw, error, form_text, json_text, mac_of, mac_source

CASES = []
ODD = "a & b <c> \"d\" 'e' +%41"


def entity(text, apostrophe="&#39;"):
    for plain, escaped in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ('"', "&quot;"), ("'", apostrophe)):
        text = text.replace(plain, escaped)
    return text


def numbered(text):
    """Every character as a reference, in decimal and in hex by turns."""
    return "".join(f"&#{ord(c)};" if at % 2 else f"&#x{ord(c):X};" for at, c in enumerate(text))


def as_form(given, mac):
    return form_text(list(given.items()) + [("P_SIGN", mac)])


def as_plus(given, mac):
    """As browsers write forms: a space is a plus."""
    return as_form(given, mac).replace("%20", "+")


def as_json(given, mac):
    return json_text(dict(given, P_SIGN=mac))


def as_numbers(given, mac):
    plain = re.compile(r"0|[1-9]\d*(\.\d+)?")
    return json_text({key: Raw(value) if plain.fullmatch(value) else value for key, value in dict(given, P_SIGN=mac).items()})


def as_xml(given, mac, around=("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\r\n<Response>", "</Response>\n")):
    return around[0] + "".join(f"<{name}>{entity(value, '&apos;')}</{name}>" for name, value in dict(given, P_SIGN=mac).items()) + around[1]


def as_html(given, mac, one=None, around=("<!DOCTYPE html>\n<html><body onload=\"document.forms[0].submit()\"><form method=\"post\">", "</form></body></html>")):
    one = one or (lambda name, value: f'<input type="hidden" name="{name}" value="{entity(value)}">')
    return around[0] + "\n".join(one(name, value) for name, value in dict(given, P_SIGN=mac).items()) + around[1]


def html(one):
    return lambda given, mac: as_html(given, mac, one)


FORMS = [
    ("form", as_form), ("form with pluses", as_plus), ("JSON", as_json), ("JSON with numbers", as_numbers), ("XML", as_xml),
    ("XML in a group", lambda given, mac: as_xml(given, mac, ("<Root>\n <Result>\n", "\n </Result>\n</Root>"))),
    ("HTML", as_html),
    ("HTML, value first", html(lambda name, value: f'<input value="{entity(value)}" name="{name}" type="hidden">')),
    ("HTML, single quotes", html(lambda name, value: f"<input type='hidden' name='{name}' value='{entity(value)}'/>")),
    ("HTML, capitals", html(lambda name, value: f'<INPUT TYPE="HIDDEN" NAME="{name}" VALUE="{entity(value)}">')),
    ("HTML, other attributes and line breaks", html(
        lambda name, value: f'<input\n  id="f_{name}" type = "hidden"\r\n\tdata-value="x" name= "{name}"\n value ="{entity(value)}" />')),
    ("HTML, numbered characters", html(lambda name, value: f'<input type="hidden" name="{name}" value="{numbered(value)}">')),
    ("HTML, a button and a script beside", lambda given, mac: as_html(given, mac, around=(
        "<html><head><script>var x = '<input type=\"hidden\" name=\"ACTION\" value=\"9\">'</script></head><form>"
        "<!-- <input type=\"hidden\" name=\"RC\" value=\"99\"> -->", "<input type=\"submit\" value=\"Continue\"></form></html>"))),
]
BARE = html(lambda name, value: f"<input type=hidden name={name} value={value}>")
# Presets that have an order for replies: what a message of theirs holds besides, and what it settles to.
UNCOVERED = lambda c: [(ORDER, {"error": error("mac.not_covered")})]  # noqa: E731
for preset, fields, settle in [
    ("classic", {"DESC": ODD}, UNCOVERED), ("romcard", {"DESC": ODD, "MESSAGE": "Approved"}, paid), ("kina", {"MESSAGE": ODD}, paid),
]:
    for form, write in FORMS:
        verified(f"{preset}, {form}", "one message in every form it is delivered in: the MAC covers the values, not their writing",
                 fields, {"profile": preset}, settle, message=write, into=CASES)
    verified(f"{preset}, HTML without quotes", "attributes need no quotes", {"DESC": "books", "MESSAGE": "ok"}, {"profile": preset},
             settle, message=BARE, into=CASES)
    for trtype, kind in (("0", "held"), ("21", "paid"), ("24", "reversed")):
        settles = UNCOVERED if preset == "classic" else (
            lambda c, kind=kind, trtype=trtype: [(ORDER, {"outcome": outcome(kind, "0/00", c, trtype=trtype)})])
        later = {"reply 21": "ACTION RC MESSAGE TRTYPE AMOUNT CURRENCY ORDER RRN INT_REF TIMESTAMP NONCE".split()}
        later["reply 24"] = later["reply 21"]
        profile = {"preset": preset, "orders": later} if preset == "romcard" else preset
        verified(f"{preset}, TRTYPE {trtype}", "what an approval proves depends on its TRTYPE", {"TRTYPE": trtype, "DESC": "x", "MESSAGE": "ok"},
                 {"profile": profile, "completion_trtype": "21", "reversal_trtype": "24"}, settles, message=as_html, into=CASES)


def romcard_later(trtype):
    """The preset's own order for the reply to a completion: here written down a second time, as a test of the preset."""
    order = "ACTION RC MESSAGE TRTYPE AMOUNT CURRENCY ORDER RRN INT_REF TIMESTAMP NONCE".split()
    configuration = configured({"profile": "romcard", "completion_trtype": "21", "reversal_trtype": "24"})
    given = dict(APPROVED, TRTYPE=trtype, MESSAGE="Approved")
    shown = {NAMES[name]: given[name] for name in order}
    kind = {"21": "paid", "24": "reversed"}[trtype]
    CASES.append({
        "name": f"settle: romcard's own order for TRTYPE {trtype}", "about": "another order than for 0 and 1", "do": "verify",
        "configuration": configuration, "message": as_xml(given, mac_of(KEY, mac_source(order, given))), "result": shown,
        "replay_key": key_of(configuration, "771446", trtype, "123456789012", "0/00"),
        "settle": [{"order": ORDER, "outcome": outcome(kind, "0/00", configuration, trtype=trtype)}]})


romcard_later("21")
romcard_later("24")
for preset in ("bcc", "alqaseh-unconfirmed"):
    configuration = configured({"profile": preset})
    for form, write in (FORMS[0], FORMS[2], FORMS[4], FORMS[6]):
        CASES.append({"name": f"callback: {preset}, {form}", "about": "it has no order for replies: unverified in whichever form",
                      "do": "verify", "configuration": configuration, "message": write(APPROVED, "AB" * 20),
                      "error": error("mac.no_reply_order profile", retry="never")})
        own = {"preset": preset, "orders": {"reply": OWN["orders"]["reply"]}}
        verified(f"{preset} with the bank's own reply order, {form}", "the order a bank gave its shop makes it verify",
                 {"DESC": ODD}, {"profile": own}, paid, message=write, into=CASES)
for unit in ("bytes", "characters"):
    for form, write in FORMS:
        verified(f"Arabic in {unit}, {form}", "lengths are the value's, not its writing's", {"DESC": "كتابان & مجلة", "MESSAGE": "مقبول 😀"},
                 {"profile": "romcard", "length_unit": unit}, paid, message=write, into=CASES)


# What must not verify, or can't be read.
def unverified(name, about, fault, message, configuration=None, as_hex=False):
    configuration = configured(dict({"profile": OWN}, **(configuration or {})))
    mac = signature(configuration, APPROVED)
    sent = message(APPROVED, mac)
    given = {"message_hex": sent.hex()} if as_hex else {"message": sent}
    CASES.append({"name": "callback: " + name, "about": about, "do": "verify", "configuration": configuration, **given,
                  "error": error(fault, retry="never")})


LOOK = "unverified, not declined: look the payment up"
for form, write in FORMS:
    unverified(f"altered amount, {form}", LOOK, "mac.mismatch P_SIGN", lambda given, mac, write=write: write(dict(given, AMOUNT="1"), mac))
for form, write in (FORMS[4], FORMS[6], FORMS[2]):
    unverified(f"no MAC, {form}", LOOK, "mac.missing P_SIGN", lambda given, mac, write=write: write(given, ""))
    unverified(f"lower-case names, {form}", "names are exact", "reply.field_missing ORDER",
               lambda given, mac, write=write: write({key.lower(): value for key, value in given.items()}, mac))
unverified("HTML, a field twice", "indeterminate: which of the two is signed?", "reply.field_duplicate ACTION",
           lambda given, mac: as_html(given, mac).replace("</form>", '<input type="hidden" name="ACTION" value="2"></form>'))
unverified("XML, a field twice", "indeterminate: which of the two is signed?", "reply.field_duplicate RC",
           lambda given, mac: as_xml(given, mac).replace("</Response>", "<RC>05</RC></Response>"))
unverified("XML, a field in two groups", "a message within the message may be another's", "reply.not_form",
           lambda given, mac: as_xml(given, mac, ("<R><Old><ACTION>2</ACTION></Old><New>", "</New></R>")))
unverified("HTML that asks for a card", "a card page says nothing of the outcome, whatever it holds", "reply.not_form",
           lambda given, mac: as_html(given, mac).replace("</form>", '<input type="text" name="CARD"></form>'))
unverified("HTML, password beside", "a page that asks is no result", "reply.not_form",
           lambda given, mac: as_html(given, mac).replace("</form>", '<input type="password" name="CVC2"></form>'))
unverified("HTML, inputs in a comment", "what a browser doesn't see is not there", "reply.not_form",
           lambda given, mac: "<html><!--" + as_html(given, mac, around=("", "")) + "--></html>")
unverified("HTML, inputs in a script", "what a browser doesn't see is not there", "reply.not_form",
           lambda given, mac: "<html><script>" + as_html(given, mac, around=("", "")) + "</script></html>")
unverified("HTML, inputs in a textarea", "text, whatever it looks like", "reply.not_form",
           lambda given, mac: "<html><textarea>" + as_html(given, mac, around=("", "")) + "</textarea></html>")
unverified("HTML cut in an input", "a value may have been lost", "reply.not_form", lambda given, mac: as_html(given, mac, around=("", ""))[:-3])
unverified("HTML, attribute never closed", "where a value ends is not guessed", "reply.not_form",
           lambda given, mac: as_html(given, mac).replace('value="00"', 'value="00'))
unverified("HTML, unknown entity", "not guessed", "reply.not_form",
           lambda given, mac: as_html(given, mac).replace("</form>", '<input type="hidden" name="DESC" value="&nosuch;"></form>'))
unverified("XML cut short", "what was lost may be what matters", "reply.not_form", lambda given, mac: as_xml(given, mac)[:-12])
unverified("XML, elements crossed", "not well-formed", "reply.not_form", lambda given, mac: as_xml(given, mac).replace("</RC>", "</ACTION>"))
unverified("XML, two documents", "one message is one document", "reply.not_form", lambda given, mac: as_xml(given, mac) + as_xml(given, mac)[40:])
unverified("XML, external entity", "nothing outside the message is ever read", "reply.not_form",
           lambda given, mac: '<!DOCTYPE R [<!ENTITY x SYSTEM "file:///etc/passwd">]>' + as_xml(given, mac, ("<R><DESC>&x;</DESC>", "</R>")))
unverified("XML, entities of its own", "a billion laughs are none", "reply.not_form",
           lambda given, mac: '<!DOCTYPE R [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>' + as_xml(given, mac, ("<R><DESC>&b;</DESC>", "</R>")))
unverified("XML, a character that is none", "&#0; ends texts early in C", "reply.not_form",
           lambda given, mac: as_xml(given, mac, ("<R><DESC>&#0;</DESC>", "</R>")))
unverified("XML, a surrogate", "no character", "reply.not_form", lambda given, mac: as_xml(given, mac, ("<R><DESC>&#xD800;</DESC>", "</R>")))
unverified("XML, nested deep", "deeper than is read", "reply.not_form",
           lambda given, mac: as_xml(given, mac, ("<a>" * 100, "</a>" * 100)))
unverified("HTML that is not UTF-8", "not text", "reply.not_utf8",
           lambda given, mac: as_html(given, mac).encode() + "تم".encode("cp1256"), as_hex=True)
unverified("XML in UTF-16", "not UTF-8", "reply.not_utf8", lambda given, mac: b"\xff\xfe" + as_xml(given, mac).encode("utf-16-le"), as_hex=True)
unverified("form within JSON", "one party's JSON must not be another's form", "reply.not_form", lambda given, mac: json_text(as_form(given, mac)))
unverified("JSON within a form", "no field of ours", "reply.field_missing ORDER", lambda given, mac: "data=" + as_json(given, mac).replace("<", ""))
for digit in "0123456789":
    unverified(f"the bare digit {digit}", "accepted is less than approved, and nothing is signed", "reply.not_form",
               lambda given, mac, digit=digit: digit)

# Keys: the one before verifies what is still under way, and never signs.
OLD, OTHER = "FFEEDDCCBBAA99887766554433221100", "0F1E2D3C4B5A69788796A5B4C3D2E1F0"


def xor(*components):
    keys = [bytes.fromhex(component) for component in components]
    return bytes(functools.reduce(operator.xor, column) for column in zip(*keys)).hex()


FIRST, SECOND, THIRD = "A0" * 16, "1234567890ABCDEF" * 2, "00FF" * 8
RING = {"profile": OWN, "previous_mac_key": OLD}
for name, about, key in [("by the key", "as ever", KEY), ("by the key before", "while the bank changes keys, both verify", OLD)]:
    mac = mac_of(key, mac_source(OWN["orders"]["reply"], APPROVED))
    verified("key ring: " + name, about, None, RING, paid, p_sign=mac, into=CASES)
unverified("key ring: a third key", LOOK, "mac.mismatch P_SIGN",
           lambda given, mac: as_form(given, mac_of(OTHER, mac_source(OWN["orders"]["reply"], given))), RING)
unverified("key ring: the key before, and altered", LOOK, "mac.mismatch P_SIGN",
           lambda given, mac: as_form(dict(given, AMOUNT="1"), mac_of(OLD, mac_source(OWN["orders"]["reply"], given))), RING)
unverified("key ring: the key before, no longer configured", LOOK, "mac.mismatch P_SIGN",
           lambda given, mac: as_form(given, mac_of(OLD, mac_source(OWN["orders"]["reply"], given))))
unverified("key ring: a MAC of another length", "a received MAC has exactly the digest's length", "mac.length P_SIGN",
           lambda given, mac: as_form(given, mac[:-2]), RING)
COMPONENTS = {"profile": OWN, "mac_key": None, "mac_key_components": [FIRST, SECOND, THIRD]}
for components, title in (([FIRST, SECOND], "two"), ([FIRST, SECOND, THIRD], "three"), ([FIRST.lower(), SECOND.lower()], "two in small letters")):
    whole = xor(*components)
    mac = mac_of(whole, mac_source(OWN["orders"]["reply"], APPROVED))
    verified(f"key of {title} components", "handed over in parts, which are XORed", None, dict(COMPONENTS, mac_key_components=components),
             paid, p_sign=mac, into=CASES)
    verified(f"key of {title} components, and a key before", "the two settings go together", None,
             dict(COMPONENTS, mac_key_components=components, previous_mac_key=OLD), paid,
             p_sign=mac_of(OLD, mac_source(OWN["orders"]["reply"], APPROVED)), into=CASES)
for title, mac in (("one component", FIRST), ("the components in a row", FIRST + SECOND), ("the first two of three", xor(FIRST, SECOND))):
    configuration = configured(COMPONENTS)
    CASES.append({"name": f"callback: signed with {title}", "about": LOOK, "do": "verify", "configuration": configuration,
                  "message": as_form(APPROVED, mac_of(mac, mac_source(OWN["orders"]["reply"], APPROVED))),
                  "error": error("mac.mismatch P_SIGN", retry="never")})

# A fee on top of the amount.
FEE = {"profile": OWN, "reply_amount": "at_least", "max_fee": "500"}


DIFFERS = {"error": error("amount.mismatch amount", retry="never")}
for amount, proves in [("25000", True), ("25000.00", True), ("25250.75", True), ("25500", True), ("25500.00", True), ("25500.01", False),
                       ("25501", False), ("24999.99", False), ("24999", False), ("0", False), ("2.55e4", True), ("2500000", False),
                       ("25,250", False)]:
    verified(f"a reply of {amount} with a fee of up to 500", "between the order's amount and the largest fee on top", {"AMOUNT": amount}, FEE,
             lambda c, proves=proves: [(ORDER, {"outcome": outcome("paid", "0/00", c)} if proves else DIFFERS)], into=CASES)
verified("a fee, and another currency", "a fee excuses nothing else", {"AMOUNT": "25250", "CURRENCY": "USD"}, FEE,
         lambda c: [(ORDER, {"error": error("currency.mismatch currency", retry="never")})], into=CASES)
verified("a fee that isn't configured", "exact unless you say otherwise", {"AMOUNT": "25250"}, {"profile": OWN, "reply_amount": "exact"},
         lambda c: [(ORDER, DIFFERS)], into=CASES)
verified("a fee of nothing", "the same as exact", {"AMOUNT": "25000.01"}, dict(FEE, max_fee="0"), lambda c: [(ORDER, DIFFERS)], into=CASES)


# Reading alone, without a key: a hint in every form.
def reads(name, about, message, result=None, fault=None):
    CASES.append({"name": "callback: reading " + name, "about": about, "do": "read", "reader": "parse_callback", "message": message,
                  **({"error": error(fault)} if fault else {"result": result})})


FULL = dict(APPROVED, DESC=ODD, MESSAGE="مقبول", ECI="05", CARD="534143******7803")
SEEN = dict({NAMES[name]: value for name, value in FULL.items()}, p_sign="AB12")
for form, write in FORMS:
    reads(form, "a hint shows what came, in whichever form, verified or not", write(FULL, "AB12"), SEEN)
reads("XML with an empty element", "empty, closed at once or missing: absent", "<R><ORDER>771446</ORDER><RC/><ACTION></ACTION></R>",
      {"order_id": "771446"})
reads("XML with names nobody knows", "kept under their own names", "<R><ORDER>771446</ORDER><constructor>x</constructor></R>",
      {"order_id": "771446", "extra": {"constructor": "x"}})
reads("HTML with an input without a value", "absent", "<form><input type=hidden name=ORDER value=771446><input type=hidden name=RC></form>",
      {"order_id": "771446"})
reads("HTML with a name in small letters", "names are exact", "<input type=hidden name=ORDER value=771446><input type=hidden name=action value=0>",
      {"order_id": "771446", "extra": {"action": "0"}})
for name, message, fault in [
    ("two bare digits", "00", "reply.not_form"), ("a negative digit", "-1", "reply.not_form"), ("a digit in Arabic", "٠", "reply.not_form"),
    ("XML of a result without an order", "<R><ACTION>0</ACTION><RC>00</RC></R>", "reply.field_missing ORDER"), ("a lone tag", "<ORDER>771446</ORDER>", "reply.not_form"),
    ("HTML without inputs", "<html><body>Approved</body></html>", "reply.not_form"), ("a text input", "<input type=text name=ORDER value=771446>", "reply.not_form"),
    ("an input of no type", "<input name=ORDER value=771446>", "reply.not_form"), ("an open tag", "<R><ORDER>771446", "reply.not_form"),
    ("a less-than sign", "<", "reply.not_form"), ("CDATA", "<R><ORDER><![CDATA[771446]]></ORDER></R>", "reply.not_form"),
    ("text between elements", "<R>0<ORDER>771446</ORDER></R>", "reply.not_form"),
]:
    reads(name, "what can't be read is indeterminate: never success, never failure", message, fault=fault)
