"""The e-Commerce Gateway: prepare, for each profile."""

from cases.egw_configuration import INPUT, KEY, OWN_URLS, PRESETS, STAMP, configured
from wire import error, form_text, json_text, mac_of, mac_source, unix

CASES = []
URL = "https://ac.alqaseh.com:9900/api/payment/prepare"
LOOK_UP = "your bank, or its callback"
# Names in the gateway's spelling, in the order of its table; those of the configuration come after EMAIL.
FROM_INPUT = {"AMOUNT": "amount", "CURRENCY": "currency", "ORDER": "order_id", "DESC": "description",
              "EMAIL": "email", "BACKREF": "back_ref", "FOREIGN_RETAILER_IND": "foreign_retailer_ind"}
FROM_CONFIGURATION = {"TERMINAL": "terminal", "MERCHANT": "merchant", "MERCH_NAME": "merch_name",
                      "MERCH_URL": "merch_url", "COUNTRY": "country", "MERCH_GMT": "merch_gmt"}
TABLE = ("AMOUNT CURRENCY ORDER DESC TRTYPE EMAIL TERMINAL MERCHANT MERCH_NAME MERCH_URL COUNTRY MERCH_GMT TIMESTAMP"
         " NONCE BACKREF FOREIGN_RETAILER_IND").split()
TRTYPES = {"authorization": "0", "retail": "1"}


def scheme_of(configuration, trtype):
    """Algorithm, order, length unit and the rest of a configuration's profile."""
    profile = configuration["profile"]
    own = {} if isinstance(profile, str) else profile
    algorithm, order, _ = PRESETS.get(profile if isinstance(profile, str) else own.get("preset"), ("HMAC-SHA1", None, None))
    orders = own.get("orders", {})
    order = orders.get("request " + trtype, orders.get("request", order))
    return {"algorithm": own.get("algorithm", algorithm), "order": order,
            "unit": configuration.get("length_unit", own.get("length_unit", "bytes")),
            "absent": own.get("absent", "-"), "trailing": own.get("trailing", ""),
            "lower": own.get("letter_case") == "lower"}


def signed(configuration, given, stamp, description=None):
    """What is sent, its MAC source and its MAC."""
    trtype = TRTYPES[given["transaction_type"]]
    scheme = scheme_of(configuration, trtype)
    fields = {name: str(given[key]) for name, key in FROM_INPUT.items() if key in given}
    fields.update({name: configuration[key] for name, key in FROM_CONFIGURATION.items() if key in configuration})
    fields.update(TRTYPE=trtype, TIMESTAMP=stamp["timestamp"], NONCE=stamp["nonce"])
    fields["DESC"] = description or fields["DESC"]
    source = mac_source(scheme["order"], fields, scheme["unit"], scheme["absent"], scheme["trailing"])
    mac = mac_of(configuration["mac_key"], source, scheme["algorithm"])
    mac = mac.lower() if scheme["lower"] else mac
    sent = [name for name in TABLE if name in fields and (name not in FROM_CONFIGURATION or name in scheme["order"])]
    pairs = [(name, fields[name]) for name in sent] + [("P_SIGN", mac)]
    return pairs, source, mac


def body_of(configuration, pairs):
    if configuration.get("encoding") == "form":
        return form_text(pairs)
    return json_text({"back_ref" if name == "BACKREF" else name.lower(): value for name, value in pairs})


def accepted(name, about, changes=None, configuration=None, stamp=STAMP, description=None, url=URL, replies=()):
    configuration = configured(configuration)
    given = {key: value for key, value in dict(INPUT, **(changes or {})).items() if value is not None}
    pairs, source, mac = signed(configuration, given, stamp, description)
    is_form = configuration.get("encoding") == "form"
    CASES.append({
        "name": "prepare: " + name, "about": about, "do": "call", "operation": "prepare",
        "configuration": configuration, "input": given, "stamp": stamp,
        "request": {"method": "POST", "url": url,
                    "headers": {"X-API-Key": configuration["api_key"],
                                "Content-Type": "application/x-www-form-urlencoded" if is_form else "application/json"},
                    "body": body_of(configuration, pairs)},
        "mac_source": source, "mac": mac, "retry": "look_up_first", "look_up": LOOK_UP,
        "expires": unix(stamp["timestamp"]) + 3600, "warnings": [], "replies": list(replies),
    })


def refused(name, about, faults, changes=None, configuration=None, stamp=STAMP):
    given = {key: value for key, value in dict(INPUT, **(changes or {})).items() if value is not None}
    case = {"name": "prepare: " + name, "about": about, "do": "call", "operation": "prepare",
            "configuration": configured(configuration), "input": given, "stamp": stamp,
            "error": error(*faults, retry="never")}
    CASES.append({key: value for key, value in case.items() if value is not None})


# The manual's example with a stamp of today.
MANUAL = {"amount": "11.48", "currency": "USD", "description": "IT Books. Qty: 2", "email": "pgw@mail.sample.com",
          "back_ref": "https://www.sample.com/shop/reply"}
accepted("classic", "the published example's fields: COUNTRY and MERCH_GMT are absent", MANUAL)
accepted("classic authorization", "TRTYPE 0 holds the amount; `0` is a value, not an absent field",
         dict(MANUAL, transaction_type="authorization"))
accepted("classic with every field", "all of the configuration's fields are sent and signed where the profile lists them",
         {"email": "sara@shop.example", "foreign_retailer_ind": "1"}, {"country": "IQ", "merch_gmt": "+3"})
accepted("kina", "HMAC-SHA256 and its own order", MANUAL, {"profile": "kina"})
accepted("kina authorization", "the same order for TRTYPE 0", {"transaction_type": "authorization"}, {"profile": "kina"})
accepted("alqaseh-unconfirmed", "the page's own table: neither merchant nor terminal is sent", None,
         {"profile": "alqaseh-unconfirmed"})
accepted("alqaseh-unconfirmed authorization", "with an e-mail address",
         {"transaction_type": "authorization", "email": "sara@shop.example"}, {"profile": "alqaseh-unconfirmed"})
accepted("bcc", "MERCH_GMT 0 is a value; fields the order leaves out are sent unsigned", MANUAL,
         {"profile": "bcc", "merch_gmt": "0"})
accepted("romcard", "requests as classic", MANUAL, {"profile": "romcard"})
accepted("production", "the production host differs by one letter", None,
         {"environment": "production", "api_key": "l1ve"}, url="https://acq.alqaseh.com:9900/api/payment/prepare")
accepted("sandbox", "a URL of your own on this machine", None, OWN_URLS,
         url="http://127.0.0.1:9900/api/payment/prepare")
accepted("form encoding", "names in capitals; spaces, pluses, ampersands, quotes and slashes are encoded",
         {"description": "a b+c&d=e%f\"g/h~i*(j)", "email": "sara+shop@shop.example"}, {"encoding": "form"})
accepted("JSON escapes", "quotes and backslashes are escaped in JSON, not in the MAC source",
         {"description": "a \"b\" \\c/ <d>"})
accepted("custom profile", "orders of your own, for any TRTYPE", None,
         {"profile": {"orders": {"request": ["NONCE", "AMOUNT", "TERMINAL", "FOREIGN_RETAILER_IND"]}}})
accepted("custom order for one TRTYPE", "the order with a TRTYPE goes before the one for any", None,
         {"profile": {"preset": "classic", "orders": {"request": ["ORDER"], "request 1": ["AMOUNT", "ORDER"]}}})
accepted("custom order for another TRTYPE", "the caller's order for any TRTYPE goes before the preset's",
         {"transaction_type": "authorization"},
         {"profile": {"preset": "classic", "orders": {"request": ["ORDER"], "request 1": ["AMOUNT", "ORDER"]}}})
accepted("custom algorithm, letter case, absent token and trailing literal", "everything of a profile that is a setting",
         None, {"profile": {"preset": "classic", "algorithm": "HMAC-SHA256", "letter_case": "lower", "absent": "0",
                            "trailing": "#"}})
accepted("reply order of the bank beside a preset", "adding a reply's order leaves requests alone", None,
         {"profile": {"preset": "alqaseh-unconfirmed", "orders": {"reply": ["ACTION", "RC"]}}})
accepted("a single space as description", "a value like any other", {"description": " "})
accepted("integer amount", "the MAC covers the digits that are sent", {"amount": 25000})
accepted("amount of 12 characters", "the field's size", {"amount": "123456789.00", "currency": "USD"})
accepted("fraction in dinars by opt-out", "allow_fraction is not sent", {"amount": "25.500", "allow_fraction": True})
accepted("order of 6 digits with leading zeros", "text, never a number", {"order_id": "000017"})
accepted("order of 32 digits", "the field's size", {"order_id": "1234567890" * 3 + "12"})
accepted("description of 50", "the field's size", {"description": "x" * 50})
accepted("long and lower-case nonce", "16 to 64 hex digits, signed and sent as given", None, None,
         {"timestamp": "20240101000000", "nonce": "0123456789abcdef" * 4})
accepted("Arabic in bytes", "كتابان is 12 bytes and 6 characters", {"description": "كتابان"}, {"length_unit": "bytes"})
accepted("Arabic in characters", "some banks count characters", {"description": "كتابان"}, {"length_unit": "characters"})
accepted("Arabic by the profile's unit", "the unit may stand in the profile", {"description": "كتابان"},
         {"profile": {"preset": "classic", "length_unit": "characters"}})
accepted("Arabic form", "UTF-8, percent-encoded", {"description": "كتابان"}, {"length_unit": "bytes", "encoding": "form"})
accepted("fallback for Arabic", "while the unit is unconfirmed the fallback is sent and signed",
         {"description": "كتابان", "description_fallback": "Order 771446"}, description="Order 771446")
accepted("fallback not needed: unit known", "the description itself is sent once the unit is known",
         {"description": "كتابان", "description_fallback": "Order 771446"}, {"length_unit": "bytes"})
accepted("fallback not needed: ASCII", "the description itself is sent", {"description_fallback": "Order 771446"})
accepted("Arabic that is not signed", "bcc's MAC does not cover the description", {"description": "كتابان"}, {"profile": "bcc"})

refused("Arabic, unit unknown", "banks count bytes or characters: it is not guessed", ["mac.non_ascii description"],
        {"description": "كتابان"})
refused("Arabic fallback", "the fallback has the same trouble", ["mac.non_ascii description"],
        {"description": "كتابان", "description_fallback": "كتابان"})
refused("accent in the e-mail address", "any signed field", ["mac.non_ascii email"], {"email": "sára@shop.example"})
refused("description that is the absent token", "the MAC can't tell it from an absent field",
        ["mac.ambiguous_value description"], {"description": "-"})
refused("shop's name that is the absent token", "fields of the configuration too", ["mac.ambiguous_value merch_name"],
        None, {"merch_name": "-"})
refused("amount of 13 characters", "the field's size", ["amount.too_long amount"], {"amount": "1234567890.00", "currency": "USD"})
refused("nineteen digits", "reported once", ["amount.too_long amount"], {"amount": "1234567890123456789"})
refused("float amount", "a float can't hold money", ["amount.float amount"], {"amount": 11.48})
refused("25.000 in dinars", "how many locales write 25,000", ["amount.ambiguous amount"], {"amount": "25.000"})
refused("order with letters", "digits only", ["text.characters order_id"], {"order_id": "A77144"})
refused("order in Arabic digits", "ASCII digits only", ["text.characters order_id"], {"order_id": "٧٧١٤٤٦"})
refused("order of 5 digits", "the last six are the trace number", ["text.too_short order_id"], {"order_id": "77144"})
refused("order of 33 digits", "it is never cut", ["text.too_long order_id"], {"order_id": "1" * 33})
refused("order as a number", "leading zeros would go", ["field.type order_id"], {"order_id": 771446})
refused("description of 51", "it is never cut", ["text.too_long description"], {"description": "x" * 51})
refused("description with a line break", "control characters are never sent", ["text.control description"],
        {"description": "a\nb"})
refused("unknown transaction type", "authorization or retail", ["choice.unknown transaction_type"],
        {"transaction_type": "1"})
refused("no transaction type", "taking and holding are never guessed", ["field.missing transaction_type"],
        {"transaction_type": None})
refused("back_ref of 251 bytes", "the field's size", ["text.too_long back_ref"],
        {"back_ref": "https://shop.example/" + "x" * 230})
refused("back_ref with a fragment", "it would hide the result", ["url.invalid back_ref"],
        {"back_ref": "https://shop.example/#x"})
refused("stamp before 2024", "some clocks say 1970 at start-up", ["clock.implausible timestamp"],
        stamp={"timestamp": "19700101000000", "nonce": "F2B2DD7E603A7ADA"})
refused("stamp that is no date", "30 February", ["clock.implausible timestamp"],
        stamp={"timestamp": "20260230120000", "nonce": "F2B2DD7E603A7ADA"})
refused("stamp with a time zone", "YYYYMMDDHHMMSS in UTC", ["text.too_long timestamp"],
        stamp={"timestamp": "20261120130000Z", "nonce": "F2B2DD7E603A7ADA"})
refused("nonce with dashes", "hex without dashes", ["nonce.invalid nonce"],
        stamp={"timestamp": "20261120130000", "nonce": "f2b2dd7e-603a-7ada-0000"})
refused("nonce of 15 digits", "at least 16", ["nonce.invalid nonce"],
        stamp={"timestamp": "20261120130000", "nonce": "F2B2DD7E603A7AD"})
refused("nonce of 65 digits", "at most 64", ["nonce.invalid nonce"],
        stamp={"timestamp": "20261120130000", "nonce": "A" * 65})
refused("empty nonce", "at least 16", ["nonce.invalid nonce"], stamp={"timestamp": "20261120130000", "nonce": ""})
refused("stamp with both wrong", "reported together", ["clock.implausible timestamp", "nonce.invalid nonce"],
        stamp={"timestamp": "20231231235959", "nonce": "xyz"})
refused("profile without an order for this TRTYPE", "bcc has none for an authorization", ["profile.no_order profile"],
        {"transaction_type": "authorization"}, {"profile": "bcc"})
refused("profile with a reply's order only", "nothing says what prepare signs", ["profile.no_order profile"], None,
        {"profile": {"orders": {"reply": ["ACTION"]}}})
refused("profile that signs what prepare doesn't have", "RRN is no field of prepare", ["profile.invalid profile"], None,
        {"profile": {"orders": {"request": ["AMOUNT", "RRN"]}}})
refused("all faults at once", "every fault is reported together, in the table's order",
        ["amount.syntax amount", "text.characters currency", "text.characters order_id", "mac.ambiguous_value description",
         "email.invalid email", "url.invalid back_ref"],
        {"amount": "1e3", "currency": "iqd", "order_id": "A77144", "description": "-", "email": "nobody",
         "back_ref": "shop.example"})
refused("faults without a transaction type", "then no order is known, and nothing can be said of the MAC",
        ["field.missing transaction_type", "url.invalid back_ref"],
        {"description": "-", "transaction_type": None, "back_ref": "shop.example"})

# Its reply is not described: it is handed on, and an address is taken from it only where there is exactly one.
PAGE = "https://acq.alqaseh.com/pay?id=1"


def handed(status, body, content_type=None, redirect=None):
    given = {"status": status, "body": body}
    result = {"status": status, "content_type": content_type, "body": body, "redirect_url": redirect}
    if content_type:
        given["content_type"] = content_type
    return dict(given, result={key: value for key, value in result.items() if value is not None})


def failed(status, fault, retry="look_up_first", body="", **more):
    look_up = LOOK_UP if retry == "look_up_first" else ""
    return {"status": status, "body": body, "error": error(fault, retry=retry, look_up=look_up, status=status, **more)}


accepted("replies", "status, type and body as they came; a reply to prepare proves nothing", replies=[
    handed(200, json_text({"url": PAGE}), "application/json; charset=utf-8", PAGE),
    handed(201, json_text({"id": 1, "redirect": PAGE, "note": "ok"}), None, PAGE),
    handed(200, json_text({"url": PAGE, "back": "https://shop.example/"})),
    handed(200, json_text({"data": {"url": PAGE}})), handed(200, json_text([PAGE])), handed(200, json_text(PAGE)),
    handed(200, json_text({"url": "javascript:alert(1)"})), handed(200, json_text({"url": "//evil.example/"})),
    handed(200, json_text({"url": "https://shop@evil.example/"})), handed(200, json_text({"url": "https://a b/"})),
    handed(200, '{"url":"' + PAGE), handed(200, PAGE), handed(200, "<form><input name=CARD></form>", "text/html"),
    handed(204, ""), handed(200, "0"), handed(200, "طلب"),
    {"status": 200, "body_hex": "c7", "error": error("reply.not_utf8", retry="look_up_first", look_up=LOOK_UP, status=200)},
])
accepted("refusals", "only 400, 401 and 403 say that nothing happened", replies=[
    failed(400, "gateway.refused", "never", '{"message":"bad MAC"}', gateway_message="bad MAC"),
    failed(400, "gateway.refused", "never",
           json_text({"ACTION": "3", "RC": "-17", "MESSAGE": "Access denied: P_SIGN does not match", "ORDER": "771446"}),
           gateway_code="-17", gateway_message="Access denied: P_SIGN does not match"),
    failed(400, "gateway.refused", "never", '{"ACTION":"3","RC":"-17"}', gateway_code="-17", gateway_message=""),
    failed(400, "gateway.refused", "never", '{"RC":-17,"MESSAGE":""}', gateway_code="-17", gateway_message=""),
    failed(401, "gateway.unauthorized", "never",
           json_text({"RC": "-17", "MESSAGE": f"key {KEY} is not card 5341432900077803's"}), gateway_code="-17",
           gateway_message="key … is not card …'s"),
    failed(500, "gateway.unavailable", body='{"RC":["-17"],"MESSAGE":{"en":"no"}}', gateway_code="", gateway_message=""),
    failed(401, "gateway.unauthorized", "never"), failed(403, "gateway.unauthorized", "never"),
    failed(404, "gateway.not_found"), failed(408, "gateway.unavailable"), failed(422, "gateway.refused"),
    failed(429, "gateway.unavailable"), failed(500, "gateway.unavailable", body="<html>500</html>",
                                               gateway_message="500"),
    failed(503, "gateway.unavailable"), failed(302, "reply.redirect"), failed(308, "reply.redirect"),
])

# Keys: the one before never signs, and components are XORed.
accepted("key ring", "the key before never signs", None, {"previous_mac_key": "FFEEDDCCBBAA99887766554433221100"})
accepted("key of components", "handed over in parts, which are XORed", None, {"mac_key": "0123456789ABCDEF" * 2})
CASES[-1]["configuration"]["mac_key_components"] = [
    "F" * 32, "".join("%X" % (15 - int(digit, 16)) for digit in CASES[-1]["configuration"].pop("mac_key"))]
