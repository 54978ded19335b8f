"""The e-Commerce Gateway: completion, reversal and status inquiry, for each profile."""

from cases.egw_callback import NAMES, key_of
from cases.egw_configuration import KEY, NINE, OWN_URLS, PRESETS, STAMP, configured
from wire import Raw, error, form_text, json_text, mac_of, mac_source, unix

CASES = []
URL = "https://ac.alqaseh.com:5443/cgi-bin/cgi_link"
LOOK_UP = "status_inquiry if your profile has one, else your bank"
FORM = "application/x-www-form-urlencoded"
OURS = "AMOUNT CURRENCY ORDER RRN INT_REF DESC TRTYPE EMAIL TIMESTAMP NONCE BACKREF".split()
BCC = "ORDER ORG_AMOUNT AMOUNT CURRENCY RRN INT_REF TERMINAL TIMESTAMP TRTYPE NONCE".split()
INQUIRY = "ORDER TERMINAL TIMESTAMP TRTYPE NONCE".split()
# What each preset signs, by message: its TRTYPEs.
ORDERS = {
    "alqaseh-unconfirmed": lambda trtype: OURS,
    "classic": {"21": NINE, "24": NINE}.get,
    "romcard": {"21": NINE + ["BACKREF"], "24": NINE + ["BACKREF"]}.get,
    "bcc": {"14": BCC, "22": BCC}.get,
    "kina": {"21": NINE, "24": NINE}.get,
}
# The form's fields in the order of the gateway's table; those of the configuration come after EMAIL.
TABLE = ("AMOUNT CURRENCY ORDER ORG_AMOUNT RRN INT_REF DESC TRTYPE TRAN_TRTYPE EMAIL TERMINAL MERCHANT MERCH_NAME MERCH_URL"
         " COUNTRY MERCH_GMT TIMESTAMP NONCE BACKREF FOREIGN_RETAILER_IND").split()
SETTINGS = {"TERMINAL": "terminal", "MERCHANT": "merchant", "MERCH_NAME": "merch_name", "MERCH_URL": "merch_url",
            "COUNTRY": "country", "MERCH_GMT": "merch_gmt"}
HELD = {"order_id": "771446", "amount": "25000", "currency": "IQD", "rrn": "123456789012", "int_ref": "4A29E93C607E33DC"}
INPUT = {"amount": "25000", "description": "Two books", "back_ref": "https://shop.example/result"}
LATER = {"completion_trtype": "21", "reversal_trtype": "24"}


def proof(configuration, kind="held", trtype="0", **changes):
    """An outcome as a settlement wrote it."""
    given = dict(HELD, **changes)
    key = key_of(configuration, given["order_id"], trtype, given["rrn"], kind)
    return dict({"kind": kind, "status": "0/00", "transaction_type": {"0": "authorization", "1": "retail"}[trtype]}, **given,
                replay_key=key)


def order_of(configuration, message, trtype):
    profile = configuration["profile"]
    own = {} if isinstance(profile, str) else profile
    orders = own.get("orders", {})
    preset = ORDERS.get(profile if isinstance(profile, str) else own.get("preset"), lambda trtype: None)
    found = orders.get(f"{message} {trtype}", orders.get(message))
    # TRTYPE 1 is a sale's number, too, and a sale's order is not a completion's.
    if found is None and trtype not in ("0", "1"):
        found = orders.get(f"request {trtype}")
    return found or preset(trtype)


def request(configuration, message, trtype, fields):
    """The form and its MAC: what is signed is exactly what is sent."""
    profile = configuration["profile"]
    own = {} if isinstance(profile, str) else profile
    preset = profile if isinstance(profile, str) else own.get("preset")
    algorithm = own.get("algorithm", PRESETS.get(preset, ("HMAC-SHA1",))[0])
    fields = dict(fields, TRTYPE=trtype, TIMESTAMP=STAMP["timestamp"], NONCE=STAMP["nonce"],
                  **{name: configuration[key] for name, key in SETTINGS.items() if key in configuration})
    order = order_of(configuration, message, trtype)
    unit = configuration.get("length_unit", own.get("length_unit", "bytes"))
    source = mac_source(order, fields, unit, own.get("absent", "-"), own.get("trailing", ""))
    mac = mac_of(configuration["mac_key"], source, algorithm)
    mac = mac.lower() if own.get("letter_case") == "lower" else mac
    shown = [name for name in TABLE if fields.get(name)
             and (name in order or (name not in SETTINGS and name != "ORG_AMOUNT"))]
    return form_text([(name, fields[name]) for name in shown] + [("P_SIGN", mac)]), source, mac


def fields_of(given, references):
    wire = {"amount": "AMOUNT", "description": "DESC", "email": "EMAIL", "back_ref": "BACKREF",
            "foreign_retailer_ind": "FOREIGN_RETAILER_IND"}
    fields = {name: str(given[key]) for key, name in wire.items() if key in given}
    return dict(fields, CURRENCY=references["currency"], ORDER=references["order_id"], RRN=references["rrn"],
                INT_REF=references["int_ref"], ORG_AMOUNT=references["amount"])


def accepted(operation, name, about, changes=None, configuration=None, trtype=None, references=HELD, url=URL, replies=(),
             description=None):
    configuration = configured(dict(LATER, **(configuration or {})))
    given = {key: value for key, value in dict(INPUT, **(changes or {})).items() if value is not None}
    if "unproven_references" not in given and "authorization" not in given:
        given["authorization"] = proof(configuration, **{key: references[key] for key in HELD})
    trtype = trtype or configuration[operation + "_trtype"]
    fields = fields_of(given, references)
    fields["DESC"] = description or fields["DESC"]
    body, source, mac = request(configuration, operation, trtype, fields)
    CASES.append({
        "name": f"{operation}: {name}", "about": about, "do": "call", "operation": operation, "configuration": configuration,
        "input": given, "stamp": STAMP,
        "request": {"method": "POST", "url": url, "headers": {"Content-Type": FORM}, "body": body},
        "mac_source": source, "mac": mac, "retry": "look_up_first", "look_up": LOOK_UP,
        "expires": unix(STAMP["timestamp"]) + 3600, "warnings": [], "replies": list(replies),
    })


def refused(operation, name, about, faults, changes=None, configuration=None):
    configuration = configured(dict(LATER, **(configuration or {})))
    given = dict(dict(INPUT, authorization=proof(configuration)), **(changes or {}))
    CASES.append({
        "name": f"{operation}: {name}", "about": about, "do": "call", "operation": operation, "configuration": configuration,
        "input": {key: value for key, value in given.items() if value is not None}, "stamp": STAMP,
        "error": error(*faults, retry="never"),
    })


for operation, word in (("completion", "takes what is held"), ("reversal", "gives it back")):
    own = operation + "_trtype"
    trtype = LATER[own]
    accepted(operation, "classic", f"{word}: ORDER, RRN and INT_REF of the authorization; no X-API-Key goes to cgi_link")
    accepted(operation, "kina", "HMAC-SHA256 over classic's nine", None, {"profile": "kina"})
    accepted(operation, "romcard", "classic's nine, then BACKREF", None, {"profile": "romcard"})
    accepted(operation, "alqaseh-unconfirmed", "the page's table: neither terminal nor merchant is sent",
             {"email": "sara@shop.example"}, {"profile": "alqaseh-unconfirmed"})
    accepted(operation, "bcc 14", "ORG_AMOUNT is what was authorized", {"amount": "20000"}, {"profile": "bcc", own: "14"})
    accepted(operation, "bcc 22", "ORG_AMOUNT is what was authorized", None, {"profile": "bcc", own: "22"})
    accepted(operation, "every field", "in the order of the gateway's table, P_SIGN last",
             {"email": "sara+1@shop.example", "foreign_retailer_ind": "1"}, {"country": "IQ", "merch_gmt": "+3"})
    accepted(operation, "less than was authorized", "a hotel's check-out", {"amount": "19000"})
    accepted(operation, "digits kept", "the AMOUNT that is signed is the one that is sent", {"amount": "25000.00"})
    accepted(operation, "integer amount", "integers are accepted as amounts", {"amount": 25000})
    accepted(operation, "more than was authorized, said so", "above_authorized is not sent", {"amount": "25001", "above_authorized": True})
    accepted(operation, "values to encode", "spaces are %20, nothing in a value becomes a field",
             {"description": "a b+c&TRTYPE=1%\"<x>"}, {"profile": "alqaseh-unconfirmed"})
    accepted(operation, "Arabic in characters", "the length unit is a setting",
             {"description": "كتابان"}, {"profile": "alqaseh-unconfirmed", "length_unit": "characters"})
    accepted(operation, "Arabic in bytes", "the length unit is a setting", {"description": "كتابان"},
             {"profile": "alqaseh-unconfirmed", "length_unit": "bytes"})
    accepted(operation, "Arabic that is not signed", "classic's nine do not cover the description", {"description": "كتابان"})
    accepted(operation, "fallback for Arabic", "while the unit is unconfirmed the fallback is sent and signed",
             {"description": "كتابان", "description_fallback": "Order 771446"}, {"profile": "alqaseh-unconfirmed"},
             description="Order 771446")
    accepted(operation, "order of its own", "named after the message, for any TRTYPE", None,
             {"profile": {"preset": "classic", "orders": {operation: ["ORDER", "RRN", "AMOUNT", "ORG_AMOUNT"]}}})
    accepted(operation, "order of its own, by TRTYPE", "a request's order with this TRTYPE", None,
             {"profile": {"orders": {"request " + trtype: ["INT_REF", "ORDER"]}}})
    accepted(operation, "unproven references", "raw values only by a loudly named way",
             {"unproven_references": dict(HELD, order_id="000017", rrn="000000000001", int_ref="A/+1")},
             references=dict(HELD, order_id="000017", rrn="000000000001", int_ref="A/+1"))
    accepted(operation, "sandbox", "a URL of your own on this machine", None, OWN_URLS, url=OWN_URLS["cgi_link_url"])
    accepted(operation, "in production", "the production host differs by one letter", None, {"environment": "production", "api_key": "l1ve"},
             url="https://acq.alqaseh.com:5443/cgi-bin/cgi_link")
    accepted(operation, "other currency", "the authorization's", {"amount": "11.48"},
             references=dict(HELD, currency="USD", amount="20.00"))
    for title, changes, faults in [
        ("nothing to go on from", {"authorization": None}, ["field.missing authorization"]),
        ("both", {"unproven_references": HELD}, ["proof.invalid authorization"]),
        ("a failure", {"authorization": dict(HELD, kind="failed", status="2/05")}, ["proof.invalid authorization"]),
        ("nothing decided", {"authorization": dict(HELD, kind="open", status="3/-3")}, ["proof.invalid authorization"]),
        ("a reversal", {"authorization": dict(proof(configured(LATER)), kind="reversed")}, ["proof.invalid authorization"]),
        ("no replay key", {"authorization": dict(HELD, kind="held", status="0/00")}, ["proof.invalid authorization"]),
        ("another gateway's proof", {"authorization": dict(HELD, kind="held", status="succeeded", payment_id="p-1",
                                     replay_key="alqaseh/test/shop-1/p-1/held")}, ["proof.invalid authorization"]),
        ("another merchant's proof", {"authorization": proof(configured({"merchant": "shop-2"}))}, ["proof.invalid authorization"]),
        ("another environment's proof", {"authorization": proof(configured({"environment": "production"}))},
         ["proof.invalid authorization"]),
        ("a merchant whose id begins alike", {"authorization": proof(configured({"merchant": "1234567890123456"}))},
         ["proof.invalid authorization"]),
        ("a proof without RRN", {"authorization": {k: v for k, v in proof(configured(LATER)).items() if k != "rrn"}},
         ["proof.invalid authorization"]),
        ("a proof without INT_REF", {"authorization": {k: v for k, v in proof(configured(LATER)).items() if k != "int_ref"}},
         ["proof.invalid authorization"]),
        ("a proof with a field of its own", {"authorization": dict(proof(configured(LATER)), paid=True)},
         ["field.unknown authorization.paid"]),
        ("a proof of a kind nobody knows", {"authorization": dict(proof(configured(LATER)), kind="HELD")},
         ["choice.unknown authorization.kind"]),
        ("a proof with a float amount", {"authorization": dict(proof(configured(LATER)), amount=25000.5)},
         ["amount.float authorization.amount"]),
        ("a proof as text", {"authorization": json_text(HELD)}, ["field.type authorization"]),
        ("a proof as a list", {"authorization": [proof(configured(LATER))]}, ["field.type authorization"]),
        ("references with letters in the order", {"authorization": None, "unproven_references": dict(HELD, order_id="A77144")},
         ["text.characters unproven_references.order_id"]),
        ("references with a short RRN", {"authorization": None, "unproven_references": dict(HELD, rrn="1234567890")},
         ["text.too_short unproven_references.rrn"]),
        ("references with an RRN as a number", {"authorization": None, "unproven_references": dict(HELD, rrn=123456789012)},
         ["field.type unproven_references.rrn"]),
        ("references with a line break", {"authorization": None, "unproven_references": dict(HELD, int_ref="A\r\n")},
         ["text.control unproven_references.int_ref"]),
        ("references without a currency", {"authorization": None, "unproven_references":
                                           {k: v for k, v in HELD.items() if k != "currency"}},
         ["field.missing unproven_references.currency"]),
        ("more than was authorized", {"amount": "25001"}, ["amount.above_authorized amount"]),
        ("a hundred times what was authorized", {"amount": "2500000"}, ["amount.above_authorized amount"]),
        ("a currency of its own", {"currency": "USD"}, ["field.unknown currency"]),
        ("a TRTYPE of its own", {"trtype": "21"}, ["field.unknown trtype"]),
        ("float amount", {"amount": 11.48}, ["amount.float amount"]),
        ("amount with a comma", {"amount": "25,000"}, ["amount.syntax amount"]),
        ("amount of 13 characters", {"amount": "0.00000000001"}, ["amount.too_long amount"]),
        ("nothing", {"amount": "0"}, ["amount.not_positive amount"]),
        ("25.000 in dinars", {"amount": "25.000"}, ["amount.ambiguous amount"]),
        ("fraction in dinars", {"amount": "24999.5"}, ["amount.ambiguous amount"]),
        ("description of 51", {"description": "x" * 51}, ["text.too_long description"]),
        ("back_ref with a fragment", {"back_ref": "https://shop.example/#x"}, ["url.invalid back_ref"]),
        ("no back_ref", {"back_ref": None}, ["field.missing back_ref"]),
        ("above_authorized as text", {"amount": "25000", "above_authorized": "no"}, ["field.type above_authorized"]),
        ("all faults at once", {"authorization": None, "amount": 0.5, "description": "", "email": "nobody", "back_ref": "x"},
         ["field.missing authorization", "amount.float amount", "text.too_short description", "email.invalid email",
          "url.invalid back_ref"]),
    ]:
        refused(operation, title, "what comes after an authorization is sent only with its proof, and for no more than it", faults, changes)
    accepted(operation, "fraction in dinars by opt-out", "allow_fraction is not sent", {"amount": "24.500", "allow_fraction": True})
    accepted(operation, "fraction in dinars that was authorized", "an order with allow_fraction has such a proof",
             {"amount": "24.500", "allow_fraction": True}, references=dict(HELD, amount="24.500"))
    refused(operation, "no TRTYPE in production", "the caller chooses it: no number is one by default", ["field.missing " + own], None,
            {"environment": "production", "api_key": "l1ve", own: None})
    refused(operation, "Arabic, unit unknown", "banks count bytes or characters: it is not guessed", ["mac.non_ascii description"],
            {"description": "كتابان"}, {"profile": "alqaseh-unconfirmed"})
    refused(operation, "description that is the absent token", "the MAC can't tell it from an absent field",
            ["mac.ambiguous_value description"], {"description": "-"}, {"profile": "alqaseh-unconfirmed"})
    refused(operation, "profile without an order for this TRTYPE", "classic has 21 and 24", ["profile.no_order profile"], None, {own: "23"})
    refused(operation, "profile that signs what this doesn't have", "ACTION is the gateway's word", ["profile.invalid profile"], None,
            {"profile": {"orders": {operation: ["ORDER", "ACTION"]}}})

# TRTYPE: what each environment says.
accepted("completion", "the page's 1 in test", "the page says 1, and every sibling 21: test sends 1 unless told otherwise", None,
         {"profile": "alqaseh-unconfirmed", "completion_trtype": None}, trtype="1")
accepted("completion", "1 by choice in production", "chosen in so many words", None,
         {"profile": "alqaseh-unconfirmed", "completion_trtype": "1", "environment": "production", "api_key": "l1ve"},
         url="https://acq.alqaseh.com:5443/cgi-bin/cgi_link")
refused("completion", "1 under classic", "a sale's order is not a completion's", ["profile.no_order profile"], None,
        {"completion_trtype": "1"})
refused("completion", "after a payment", "there is nothing held", ["proof.invalid authorization"],
        {"authorization": proof(configured(LATER), "paid", "1")})
refused("reversal", "no TRTYPE in test", "the page names none: no default anywhere", ["field.missing reversal_trtype"], None,
        {"reversal_trtype": None})
CONFIGURED = configured(LATER)
accepted("reversal", "after a payment", "a payment can be given back", {"authorization": proof(CONFIGURED, "paid", "1")})

# What their replies say.
ECHO = {"TERMINAL": "99999999", "TRTYPE": "21", "ORDER": "771446", "AMOUNT": "25000", "CURRENCY": "IQD", "ACTION": "0",
        "RC": "00", "APPROVAL": "654321", "RRN": "123456789012", "INT_REF": "4A29E93C607E33DC",
        "TIMESTAMP": "20261120130005", "NONCE": "AABBCCDDEEFF00112233"}
ORDER = {"order_id": "771446", "amount": "25000", "currency": "IQD"}
# A scheme without an order for replies: what is fetched is all there is.
FETCHED = {"profile": "alqaseh-unconfirmed"}


def outcome(kind, status, operation, trtype, order=None, **more):
    order = order or ORDER
    found = {"kind": kind, "order_id": order["order_id"], "amount": order["amount"], "currency": order["currency"],
             "status": status, "transaction_type": operation, "rrn": HELD["rrn"], "int_ref": HELD["int_ref"]}
    if kind in ("paid", "reversed"):
        found["replay_key"] = key_of(CONFIGURED, order["order_id"], trtype, HELD["rrn"], kind)
    return {"outcome": dict(found, **more)}


def said(fields, *settle, body=None, **changes):
    fields = {key: value for key, value in fields.items() if value is not None}
    result = dict({NAMES[key]: value for key, value in fields.items() if key in NAMES}, **changes)
    return {"status": 200, "body": form_text(fields.items()) if body is None else body, "result": result,
            "settle": [dict(order=order, **found) for order, found in settle]}


def fails(fault):
    return {"error": error(fault, retry="never")}


def unknown(body, fault, status=200, **more):
    return {"status": status, "body": body, "error": error(fault, retry="look_up_first", look_up=LOOK_UP, status=status, **more)}


def html_of(fields):
    return "<html><body onload='go()'><form>" + "".join(
        f'<input type="hidden" name="{name}" value="{value}">' for name, value in fields.items()) + "</form></body></html>"


def xml_of(fields):
    return "<?xml version=\"1.0\"?>\n<Response>" + "".join(f"<{name}>{value}</{name}>" for name, value in fields.items()) + "</Response>"


for operation, trtype, done in (("completion", "21", "paid"), ("reversal", "24", "reversed")):
    echo = dict(ECHO, TRTYPE=trtype)
    approved = (ORDER, outcome(done, "0/00", operation, trtype))
    accepted(operation, "replies that approve", "in every form of delivery; what was sent and comes back must be the same", None, FETCHED, replies=[
        said(echo, approved), said(echo, approved, body=json_text(echo)), said(echo, approved, body=html_of(echo)),
        said(echo, approved, body=xml_of(echo)), said(echo, approved, body=json_text(dict(echo, ACTION=Raw("0")))),
        said(echo, approved, body="\r\n" + form_text(echo.items()) + "\r\n"),
    ])
    if operation == "reversal":
        CASES[-1]["replies"][0]["settle"].append(dict(order=dict(ORDER, reversal_requested=True), **approved[1]))
    left_out = (ORDER, outcome("open", "0/00", operation, trtype))
    accepted(operation, "replies that leave fields out", "what is not there may be about something else", None, FETCHED, replies=[
        said(dict(echo, TERMINAL=None, APPROVAL=None, TIMESTAMP=None, NONCE=None), approved),
        said(dict(echo, TRTYPE=None), left_out), said(dict(echo, RRN=None), left_out), said(dict(echo, INT_REF=None), left_out),
        said(dict(echo, AMOUNT=None), (ORDER, fails("amount.mismatch amount"))),
        said(dict(echo, CURRENCY=None), (ORDER, fails("currency.mismatch currency"))),
    ])
    accepted(operation, "replies that don't", "declined, or nothing anybody can be sure of", None, FETCHED, replies=[
        said(dict(echo, ACTION="2", RC=rc), (ORDER, outcome("failed", "2/" + rc, operation, trtype)))
        for rc in ("05", "51", "95", "-25")] + [
        said(dict(echo, ACTION="3", RC=rc), (ORDER, outcome("failed", "3/" + rc, operation, trtype))) for rc in ("-17", "-20", "-15")] + [
        said(dict(echo, ACTION=action, RC=rc), (ORDER, outcome("open", action + "/" + rc, operation, trtype)))
        for action, rc in [("2", "06"), ("2", "68"), ("2", "91"), ("2", "94"), ("2", "96"), ("3", "-3"), ("3", "-21"), ("1", "00"),
                           ("0", "05"), ("8", "00"), ("2", "00"), ("2", "77")]])
    accepted(operation, "replies that a MAC could prove", "whoever can check P_SIGN has to: a fetched reply proves nothing then", replies=[
        said(echo, (ORDER, fails("mac.unchecked P_SIGN"))),
        said(dict(echo, P_SIGN="0" * 40), (ORDER, fails("mac.unchecked P_SIGN"))),
        said(dict(echo, ACTION="2", RC="51"), (ORDER, fails("mac.unchecked P_SIGN")))])
    accepted(operation, "replies about another amount", "the amount sent is the one that moved", None, FETCHED, replies=[
        unknown(form_text(dict(echo, AMOUNT=amount).items()), "payment.mismatch amount")
        for amount in ("25001", "24999", "2500", "x", "-25000")] + [
        said(dict(echo, AMOUNT="25000.00"), approved)])
    accepted(operation, "replies about something else", "TRTYPE, ORDER, RRN and INT_REF must be what was sent, in every letter", replies=[
        unknown(form_text(dict(echo, **{name: value}).items()), "payment.mismatch " + NAMES[name])
        for name, value in [("ORDER", "771447"), ("ORDER", "0771446"), ("TRTYPE", "0"), ("TRTYPE", "1"), ("TRTYPE", "22"),
                            ("RRN", "123456789013"), ("INT_REF", "4a29e93c607e33dc"), ("INT_REF", "X")]] + [
        unknown(json_text(dict(echo, RRN="999999999999", INT_REF="X")), "payment.mismatch rrn")])
    accepted(operation, "replies settled against another order", "genuine, and about something else", None, FETCHED, replies=[said(
        echo, (dict(ORDER, order_id="771447"), fails("order.mismatch order_id")), (dict(ORDER, amount="25001"), fails("amount.mismatch amount")),
        (dict(ORDER, currency="USD"), fails("currency.mismatch currency")),
        (dict(ORDER, amount="25000.00"), outcome(done, "0/00", operation, trtype, dict(ORDER, amount="25000.00"))))])
    accepted(operation, "a bare digit", "accepted, which is less than approved: nothing is proven", replies=[
        said({}, (ORDER, outcome("open", digit, operation, trtype)), (dict(ORDER, order_id="771447"), fails("order.mismatch order_id")),
             body=body, order_id="771446", bare_result=digit)
        for digit, body in (("0", "0"), ("1", " 1\r\n"), ("2", "2"))])
    accepted(operation, "replies that can't be read", "the money may have moved: indeterminate, look it up", replies=[
        unknown(body, fault) for body, fault in [
            ("", "reply.not_form"), ("OK", "reply.not_form"), ("00", "reply.not_form"), ("-1", "reply.not_form"),
            ("<html><body>Please enter your card</body></html>", "reply.not_form"),
            ("<form><input name='CARD' type='text'><input type='hidden' name='ORDER' value='771446'></form>", "reply.not_form"),
            (json_text(echo)[:-1], "reply.not_json"), (xml_of(echo)[:-3], "reply.not_form"),
            ("[" + json_text(echo) + "]", "reply.not_form"), (json_text(dict(echo, ACTION=True)), "reply.field_type ACTION"),
            (form_text(echo.items()) + "&ACTION=2", "reply.field_duplicate ACTION"),
            (html_of(echo) + '<input type=hidden name=RC value=05>', "reply.field_duplicate RC"),
            ("ORDER=771446&DESC=%C7", "reply.not_utf8")]])
    CASES[-1]["replies"].append({"status": 200, "body_hex": "c7", "error": error(
        "reply.not_utf8", retry="look_up_first", look_up=LOOK_UP, status=200)})
    accepted(operation, "statuses", "only 400, 401 and 403 say that nothing happened", replies=[
        {"status": status, "body": "", "error": error(fault, retry="never", look_up="", status=status)}
        for status, fault in [(400, "gateway.refused"), (401, "gateway.unauthorized"), (403, "gateway.unauthorized")]] + [
        unknown("", fault, status) for status, fault in [
            (302, "reply.redirect"), (307, "reply.redirect"), (404, "gateway.not_found"), (408, "gateway.unavailable"),
            (429, "gateway.unavailable"), (500, "gateway.unavailable"), (502, "gateway.unavailable"), (503, "gateway.unavailable"),
            (422, "gateway.refused")]] + [unknown("<html>500</html>", "gateway.unavailable", 500, gateway_message="500")])

# Status inquiry: only where the profile has an order for it.
INQUIRED = {"order_id": "771446", "transaction_type": "retail"}


def inquires(name, about, changes=None, configuration=None, tran="1", order=None, replies=(), url=URL):
    configuration = configured(dict({"profile": "bcc"}, **(configuration or {})))
    given = dict(INQUIRED, **(changes or {}))
    profile = configuration["profile"]
    order = order or INQUIRY
    fields = {"ORDER": given["order_id"], "TRTYPE": "90", "TRAN_TRTYPE": tran, "TERMINAL": configuration.get("terminal", ""),
              "TIMESTAMP": STAMP["timestamp"], "NONCE": STAMP["nonce"]}
    source = mac_source(order, fields)
    mac = mac_of(configuration["mac_key"], source, "HMAC-SHA1")
    shown = [name for name in TABLE if fields.get(name) and (name in order or name not in SETTINGS)]
    CASES.append({
        "name": f"inquiry: {name}", "about": about, "do": "call", "operation": "status_inquiry", "configuration": configuration,
        "input": given, "stamp": STAMP,
        "request": {"method": "POST", "url": url, "headers": {"Content-Type": FORM},
                    "body": form_text([(name, fields[name]) for name in shown] + [("P_SIGN", mac)])},
        "mac_source": source, "mac": mac, "retry": "safe", "look_up": "", "expires": unix(STAMP["timestamp"]) + 3600,
        "warnings": [], "replies": list(replies),
    })


def not_inquired(name, about, faults, changes=None, configuration=None):
    given = {key: value for key, value in dict(INQUIRED, **(changes or {})).items() if value is not None}
    CASES.append({"name": f"inquiry: {name}", "about": about, "do": "call", "operation": "status_inquiry",
                  "configuration": configured(dict({"profile": "bcc"}, **(configuration or {}))), "input": given, "stamp": STAMP,
                  "error": error(*faults, retry="never")})


inquires("bcc", "ORDER TERMINAL TIMESTAMP TRTYPE NONCE; TRAN_TRTYPE is sent and not signed")
inquires("authorization", "TRAN_TRTYPE 0 is a value", {"transaction_type": "authorization"}, tran="0")
inquires("completion", "the configured TRTYPE", {"transaction_type": "completion"}, {"completion_trtype": "14"}, tran="14")
inquires("completion in test", "the page's 1", {"transaction_type": "completion"}, tran="1")
inquires("reversal", "the configured TRTYPE", {"transaction_type": "reversal"}, {"reversal_trtype": "22"}, tran="22")
inquires("order of your own", "classic has none: the one your bank gave you", None,
         {"profile": {"preset": "classic", "orders": {"inquiry": ["TERMINAL", "TRAN_TRTYPE", "ORDER"]}}},
         order=["TERMINAL", "TRAN_TRTYPE", "ORDER"])
inquires("order of your own, by TRTYPE", "a request's order for 90", None,
         {"profile": {"preset": "classic", "orders": {"request 90": ["ORDER", "NONCE"]}}}, order=["ORDER", "NONCE"])
inquires("in production", "the production host", None, {"environment": "production", "api_key": "l1ve"},
         url="https://acq.alqaseh.com:5443/cgi-bin/cgi_link")
ASKED = dict(ECHO, TRTYPE="90")


def safe(body, fault, status=200, retry="safe", **more):
    return {"status": status, "body": body, "error": error(fault, retry=retry, look_up="", status=status, **more)}


def heard(fields, body=None, **changes):
    """Whether ACTION and RC are the transaction's or the inquiry's own differs: nothing is settled by them."""
    reply = said(fields, body=body, **changes)
    del reply["settle"]
    return reply


inquires("replies", "what ACTION and RC mean here differs between banks: it is read, and proves nothing", replies=[
    heard(ASKED), heard(dict(ASKED, ACTION="2", RC="05"), body=json_text(dict(ASKED, ACTION="2", RC="05"))), heard(ASKED, body=xml_of(ASKED)),
    heard({}, body="0", order_id="771446", bare_result="0"),
    safe(form_text(dict(ASKED, ORDER="771447").items()), "payment.mismatch order_id"),
    safe(form_text(dict(ASKED, TRTYPE="1").items()), "payment.mismatch trtype"),
    safe("", "reply.not_form"), safe("<html>Welcome</html>", "reply.not_form"), safe(json_text(ASKED)[:-2], "reply.not_json"),
])
inquires("statuses", "asking may be repeated, until its stamp is stale", replies=[
    safe("", fault, status, retry) for status, fault, retry in [
        (400, "gateway.refused", "never"), (401, "gateway.unauthorized", "never"), (403, "gateway.unauthorized", "never"),
        (404, "gateway.not_found", "never"), (302, "reply.redirect", "never"), (408, "gateway.unavailable", "safe"),
        (425, "gateway.unavailable", "safe"), (429, "gateway.unavailable", "safe"), (500, "gateway.unavailable", "safe"),
        (503, "gateway.unavailable", "safe")]])
for preset in ("classic", "romcard", "kina", "alqaseh-unconfirmed"):
    not_inquired("not under " + preset, "the preset has no order for it: ask the bank", ["profile.no_order profile"], None, {"profile": preset})
for title, changes, faults in [
    ("order with letters", {"order_id": "A77144"}, ["text.characters order_id"]), ("order of 5 digits", {"order_id": "77144"}, ["text.too_short order_id"]),
    ("order as a number", {"order_id": 771446}, ["field.type order_id"]), ("order in Arabic digits", {"order_id": "٧٧١٤٤٦"}, ["text.characters order_id"]),
    ("no order", {"order_id": None}, ["field.missing order_id"]), ("no transaction type", {"transaction_type": None}, ["field.missing transaction_type"]),
    ("a TRTYPE", {"transaction_type": "1"}, ["choice.unknown transaction_type"]),
    ("a field of the other messages", {"amount": "1"}, ["field.unknown amount"]),
]:
    not_inquired(title, "checked before anything is sent", faults, changes)
not_inquired("reversal without its TRTYPE", "no number is a reversal by default", ["field.missing reversal_trtype"],
             {"transaction_type": "reversal"})
not_inquired("completion without its TRTYPE in production", "no number is a completion by default", ["field.missing completion_trtype"],
             {"transaction_type": "completion"}, {"environment": "production", "api_key": "l1ve"})
