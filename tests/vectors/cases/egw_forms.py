"""The e-Commerce Gateway: the page that posts a signed payment, and signed callbacks for tests of one's own."""

from cases.egw_callback import OWN, signature
from cases.egw_configuration import INPUT, OWN_URLS, STAMP, configured
from cases.egw_delivery import entity
from cases.egw_prepare import signed
from wire import error, form_text, json_text

CASES = []
URL = "https://ac.alqaseh.com:5443/cgi-bin/cgi_link"


def page(url, pairs, nonce=None):
    """What a browser gets: every value within quotes, with the five characters that could end it escaped."""
    inputs = "".join(f'<input type="hidden" name="{name}" value="{entity(value)}">' for name, value in pairs)
    script = "<script" + (f' nonce="{entity(nonce)}"' if nonce else "") + ">document.forms[0].submit()</script>"
    return ('<!DOCTYPE html><html><head><meta charset="utf-8"><title>…</title></head><body>'
            f'<form method="post" action="{entity(url)}">{inputs}<button>→</button></form>{script}</body></html>')


def form(name, about, changes=None, configuration=None, url=URL, nonce=None, description=None):
    configuration = configured(configuration)
    given = {key: value for key, value in dict(INPUT, **(changes or {})).items() if value is not None}
    pairs, _, _ = signed(configuration, given, STAMP, description)
    CASES.append({"name": "card form: " + name, "about": about, "do": "tool", "tool": "card_form", "configuration": configuration,
                  "stamp": STAMP, "input": dict(given, **({"csp_nonce": nonce} if nonce else {})),
                  "result": {"url": url, "fields": dict(pairs), "html": page(url, pairs, nonce)}})


def refused(name, about, faults, changes=None, configuration=None, stamp=STAMP):
    given = {key: value for key, value in dict(INPUT, **(changes or {})).items() if value is not None}
    CASES.append({"name": "card form: " + name, "about": about, "do": "tool", "tool": "card_form",
                  "configuration": configured(configuration), "stamp": stamp, "input": given, "error": error(*faults, retry="never")})


for preset in ("classic", "romcard", "kina", "bcc", "alqaseh-unconfirmed"):
    form(preset, "signed as prepare signs it, under the form's names", None, {"profile": preset})
form("authorization", "TRTYPE 0 only holds the amount", {"transaction_type": "authorization"})
form("every field", "in the order of the gateway's table, P_SIGN last", {"email": "sara@shop.example", "foreign_retailer_ind": "1"},
     {"country": "IQ", "merch_gmt": "+3"})
form("in production", "the production host", None, {"environment": "production", "api_key": "l1ve"},
     url="https://acq.alqaseh.com:5443/cgi-bin/cgi_link")
form("sandbox", "a URL of your own", None, OWN_URLS, url=OWN_URLS["cgi_link_url"])
for title, text in [("a script", "</form><script>alert(1)</script>"), ("double quotes", '"><img src=x onerror=alert(1)>'),
                    ("single quotes", "' onfocus='alert(1)"), ("entities", "&quot;&#34;&lt;script&gt;"), ("an ampersand", "Tea & cake"),
                    ("a template", "${alert(1)} {{7*7}} `x`"), ("a comment", "<!-- --> ]]>")]:
    form("description with " + title, "what a customer typed can't leave its attribute, and is signed as it is", {"description": text})
form("markup in the shop's settings", "settings are escaped like anything else", None, {"merch_name": '<b>"Books" & \'More\'</b>'})
form("Arabic", "UTF-8, as the page says", {"description": "كتابان <b>"}, {"length_unit": "bytes"})
form("Arabic, with a fallback", "while the unit is unconfirmed the fallback is sent and signed",
     {"description": "كتابان", "description_fallback": "Order 771446"}, description="Order 771446")
form("ampersand in back_ref", "escaped in the page, not in the field", {"back_ref": "https://shop.example/r?a=1&b='2'"})
form("nonce for a content security policy", "the one script bears it", nonce="r4nd0m+/nonce==")
form("key ring", "the key before never signs", None, {"previous_mac_key": "FFEEDDCCBBAA99887766554433221100"})
for title, nonce, fault in [("a quote", 'x" onload="alert(1)', "text.characters csp_nonce"), ("markup", "><script>", "text.characters csp_nonce"),
                            ("a space", "a b", "text.characters csp_nonce"), ("a semicolon", "x;script-src*", "text.characters csp_nonce"),
                            ("Arabic", "رمز", "text.characters csp_nonce"), ("a line break", "a\nb", "text.control csp_nonce"),
                            ("nothing", "", "text.too_short csp_nonce"), ("129 letters", "a" * 129, "text.too_long csp_nonce")]:
    refused("nonce of " + title, "it goes into a header, too: Base64 and nothing else", [fault], {"csp_nonce": nonce})
refused("Arabic, unit unknown", "banks count bytes or characters: it is not guessed", ["mac.non_ascii description"], {"description": "كتابان"})
refused("description that is the absent token", "the MAC can't tell it from an absent field", ["mac.ambiguous_value description"],
        {"description": "-"})
refused("no order for an authorization", "bcc has none", ["profile.no_order profile"], {"transaction_type": "authorization"}, {"profile": "bcc"})
refused("float amount", "a float can't hold money", ["amount.float amount"], {"amount": 0.5})
refused("amount of 13 characters", "the field's size", ["amount.too_long amount"], {"amount": "1234567890.00", "currency": "USD"})
refused("clock not set", "some clocks say 1970 at start-up", ["clock.implausible timestamp"], None, None,
        {"timestamp": "19700101000000", "nonce": "F2B2DD7E603A7ADA"})
refused("script as back_ref", "an address, and http or https", ["url.invalid back_ref"], {"back_ref": "javascript:alert(1)"})
refused("a card number", "the customer types it at the gateway, never here", ["field.unknown card_number"], {"card_number": "5341432900077803"})
refused("all faults at once", "every fault is reported together, in the table's order",
        ["amount.syntax amount", "text.characters order_id", "choice.unknown transaction_type", "text.characters csp_nonce"],
        {"amount": "1e3", "order_id": "A77144", "transaction_type": "0", "csp_nonce": "<>"})

# Signed callbacks for tests of one's own.
GIVEN = {"trtype": "1", "order_id": "771446", "amount": "25000", "currency": "IQD", "action": "0", "rc": "00", "approval": "654321",
         "rrn": "123456789012", "int_ref": "4A29E93C607E33DC", "timestamp": "20261120130005", "nonce": "AABBCCDDEEFF00112233"}
WIRE = {"trtype": "TRTYPE", "order_id": "ORDER", "amount": "AMOUNT", "currency": "CURRENCY", "action": "ACTION", "rc": "RC",
        "approval": "APPROVAL", "rrn": "RRN", "int_ref": "INT_REF", "timestamp": "TIMESTAMP", "nonce": "NONCE",
        "description": "DESC", "message": "MESSAGE"}
TABLE = ("TERMINAL TRTYPE ORDER AMOUNT CURRENCY ACTION RC APPROVAL RRN INT_REF TIMESTAMP NONCE DESC MESSAGE").split()
TYPES = {"json": "application/json", "form": "application/x-www-form-urlencoded", "xml": "application/xml", "html": "text/html"}


def delivered(pairs, kind):
    if kind == "form":
        return form_text(pairs)
    if kind == "xml":
        fields = "".join(f"<{name}>{entity(value)}</{name}>" for name, value in pairs)
        return f'<?xml version="1.0" encoding="UTF-8"?><Response>{fields}</Response>'
    if kind == "html":
        inputs = "".join(f'<input type="hidden" name="{name}" value="{entity(value)}">' for name, value in pairs)
        return f"<!DOCTYPE html><html><body><form>{inputs}</form></body></html>"
    return json_text(dict(pairs))


def callback(name, about, changes=None, configuration=None, kind=None):
    configuration = configured(dict({"profile": OWN}, **(configuration or {})))
    given = {key: value for key, value in dict(GIVEN, **(changes or {})).items() if value is not None}
    fields = {WIRE[key]: str(value) for key, value in given.items()}
    if "terminal" in configuration:
        fields["TERMINAL"] = configuration["terminal"]
    mac = signature(configuration, fields)
    pairs = [(key, fields[key]) for key in TABLE if fields.get(key)] + [("P_SIGN", mac)]
    body = delivered(pairs, kind)
    CASES.append({"name": "test callback: " + name, "about": about, "do": "tool", "tool": "test_callback", "configuration": configuration,
                  "input": dict(given, **({"form": kind} if kind else {})), "result": {"body": body, "content_type": TYPES[kind or "json"]}})


def not_made(name, about, faults, changes=None, configuration=None):
    given = {key: value for key, value in dict(GIVEN, **(changes or {})).items() if value is not None}
    CASES.append({"name": "test callback: " + name, "about": about, "do": "tool", "tool": "test_callback",
                  "configuration": configured(dict({"profile": OWN}, **(configuration or {}))), "input": given,
                  "error": error(*faults, retry="never")})


for kind in (None, "json", "form", "xml", "html"):
    callback(f"as {kind or 'JSON by default'}", "signed as the gateway would, in every form it delivers in", kind=kind)
    callback(f"as {kind or 'JSON by default'}, with values to escape", "the MAC covers the values, not their writing",
             {"description": "a & b <c> \"d\" 'e'", "message": "Not approved; ask your bank"}, {"profile": "romcard"}, kind=kind)
for preset in ("classic", "romcard", "kina"):
    callback("under " + preset, "each preset's own order for replies", {"message": "Approved"}, {"profile": preset})
callback("declined", "whatever a shop has to be ready for", {"action": "2", "rc": "51", "approval": None, "rrn": None, "int_ref": None})
callback("gateway's own code", "negative codes are three characters", {"action": "3", "rc": "-17"})
for digits in (6, 32):
    callback(f"order of {digits}", "an order has the size of those that are sent", {"order_id": "1" * digits})
callback("smallest", "what is left out is absent in the MAC, too",
         {"approval": None, "rrn": None, "int_ref": None, "timestamp": None, "nonce": None})
callback("key ring", "the key before never signs, not even tests", None, {"previous_mac_key": "FFEEDDCCBBAA99887766554433221100"})
callback("Arabic", "the length unit is a setting", {"message": "مقبول"}, {"profile": "romcard", "length_unit": "characters"}, "html")
for title, changes, faults in [
    ("no TRTYPE", {"trtype": None}, ["field.missing trtype"]), ("TRTYPE as a word", {"trtype": "retail"}, ["text.too_long trtype"]),
    ("TRTYPE with a sign", {"trtype": "-1"}, ["text.characters trtype"]), ("no ACTION", {"action": None}, ["field.missing action"]),
    ("float amount", {"amount": 0.5}, ["amount.float amount"]), ("order with letters", {"order_id": "A-7714"}, ["text.characters order_id"]),
    ("order of five", {"order_id": "77144"}, ["text.too_short order_id"]),
    ("order of 33", {"order_id": "7" * 33}, ["text.too_long order_id"]),
    ("RC of four", {"rc": "0000"}, ["text.too_long rc"]), ("a form nobody delivers", {"form": "yaml"}, ["choice.unknown form"]),
    ("a MAC of its own", {"p_sign": "AB" * 20}, ["field.unknown p_sign"]),
    ("all faults at once", {"trtype": "", "amount": "1,0", "currency": "iqd", "rc": None, "form": "XML"},
     ["text.too_short trtype", "amount.syntax amount", "text.characters currency", "field.missing rc", "choice.unknown form"]),
]:
    not_made(title, "a test is made like the real thing, or not at all", faults, changes)
not_made("in production", "what looks genuine is made in tests only", ["environment.test_only environment"], None,
         {"environment": "production", "api_key": "l1ve"})
not_made("no order for replies", "alqaseh-unconfirmed has none", ["mac.no_reply_order profile"], None, {"profile": "alqaseh-unconfirmed"})
