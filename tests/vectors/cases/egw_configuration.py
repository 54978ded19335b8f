"""The e-Commerce Gateway's configuration, and what its cases have in common."""

from wire import error

CASES = []
KEY = "00112233445566778899AABBCCDDEEFF"
SHOP = {"environment": "test", "api_key": "k3y", "mac_key": KEY, "profile": "classic", "merchant": "123456789012345",
        "terminal": "99999999", "merch_name": "Books Online Inc.", "merch_url": "www.sample.com"}
# Who has one of them has the other.
OWN_URLS = {"prepare_url": "http://127.0.0.1:9900/api/payment/prepare", "cgi_link_url": "http://localhost:5443/cgi-bin/cgi_link"}
STAMP = {"timestamp": "20261120130000", "nonce": "F2B2DD7E603A7ADA"}
INPUT = {"amount": "25000", "currency": "IQD", "order_id": "771446", "description": "Two books",
         "transaction_type": "retail", "back_ref": "https://shop.example/result"}

CLASSIC = ("AMOUNT CURRENCY ORDER DESC MERCH_NAME MERCH_URL MERCHANT TERMINAL EMAIL TRTYPE COUNTRY MERCH_GMT TIMESTAMP"
           " NONCE BACKREF").split()
NINE = "ORDER AMOUNT CURRENCY RRN INT_REF TRTYPE TERMINAL TIMESTAMP NONCE".split()
# Preset: algorithm, prepare's order, the reply's order (for TRTYPE 0 and 1).
PRESETS = {
    "alqaseh-unconfirmed": ("HMAC-SHA1", "AMOUNT CURRENCY ORDER DESC TRTYPE EMAIL TIMESTAMP NONCE BACKREF".split(), None),
    "classic": ("HMAC-SHA1", CLASSIC, NINE),
    "romcard": ("HMAC-SHA1", CLASSIC, ("TERMINAL TRTYPE ORDER AMOUNT CURRENCY DESC ACTION RC MESSAGE RRN INT_REF APPROVAL"
                                       " TIMESTAMP NONCE").split()),
    "bcc": ("HMAC-SHA1", "AMOUNT CURRENCY ORDER MERCHANT TERMINAL MERCH_GMT TIMESTAMP TRTYPE NONCE".split(), None),
    "kina": ("HMAC-SHA256", ("TERMINAL TRTYPE AMOUNT CURRENCY ORDER MERCHANT EMAIL BACKREF TIMESTAMP MERCH_NAME COUNTRY"
                             " MERCH_URL MERCH_GMT DESC NONCE").split(),
             "ACTION RC APPROVAL CURRENCY AMOUNT TERMINAL TRTYPE ORDER RRN MERCHANT TIMESTAMP INT_REF NONCE".split()),
}

# Signed in replies but not echoed.
FROM_CONFIGURATION = {"kina": ["MERCHANT"]}


def configured(changes):
    return {key: value for key, value in dict(SHOP, **(changes or {})).items() if value is not None}


def refused(name, about, faults, changes=None, **given):
    CASES.append({"name": "configuration: " + name, "about": about, "do": "call", "operation": "prepare",
                  "configuration": configured(dict(changes or {}, **given)), "input": INPUT, "stamp": STAMP,
                  "error": error(*faults, retry="never")})


refused("key of 15 bytes", "too short for a key", ["key.too_short mac_key"], mac_key="11" * 15)
refused("key with an odd digit", "a dropped nibble signs with another key", ["key.not_hex mac_key"], mac_key=KEY[:-1])
refused("key that is not hex", "the key is decoded, never used as text", ["key.not_hex mac_key"], mac_key="not hex, but sixteen")
refused("key of zeros", "a placeholder", ["key.zero mac_key"], mac_key="0" * 32)
refused("key is the X-API-Key", "the MAC key is a secret of its own", ["key.reused mac_key"], mac_key="AB" * 16,
        api_key="ab" * 16)
refused("no key", "required", ["field.missing mac_key"], mac_key=None)
refused("key with a line break", "pasted with its line end", ["text.control mac_key"], mac_key=KEY + "\n")
refused("line break in the X-API-Key", "CR and LF in a credential forge headers", ["text.control api_key"],
        api_key="k3y\r\nX: 1")
refused("test merchant in production", "the published login against real money", ["environment.mixed merchant"],
        environment="production", merchant="EGW TEST")
refused("test key in production", "the published login against real money", ["environment.mixed api_key"],
        environment="production", api_key="4c2db6a1c9d841809c0fcdbf1fd0aeb8")
refused("no profile", "Al Qaseh's order is not published: none is a default", ["field.missing profile"], profile=None)
refused("unknown profile", "presets are chosen by name", ["profile.unknown profile"], profile="alqaseh")
refused("profile in capitals", "presets are chosen by their exact name", ["profile.unknown profile"], profile="CLASSIC")
refused("profile as a list", "a name or a map", ["field.type profile"], profile=["AMOUNT"])
refused("profile: empty", "nothing to sign", ["profile.invalid profile"], profile={})
refused("profile: unknown preset", "presets are chosen by name", ["profile.unknown profile.preset"],
        profile={"preset": "own"})
refused("profile: misspelt field", "a misspelt setting must not be ignored", ["field.unknown order"],
        profile={"order": {"request": ["AMOUNT"]}})
refused("profile: unknown algorithm", "a closed list", ["choice.unknown algorithm"],
        profile={"preset": "classic", "algorithm": "MD5"})
refused("profile: unknown message", "messages are request, completion, reversal, inquiry and reply",
        ["profile.invalid profile"], profile={"preset": "classic", "orders": {"answer": ["AMOUNT"]}})
refused("profile: TRTYPE that is not digits", "one or two digits", ["profile.invalid profile"],
        profile={"preset": "classic", "orders": {"reply x": ["AMOUNT"]}})
refused("profile: P_SIGN in an order", "it never covers itself", ["profile.invalid profile"],
        profile={"preset": "classic", "orders": {"reply": ["AMOUNT", "P_SIGN"]}})
refused("profile: name in small letters", "the gateway's names are in capitals", ["profile.invalid profile"],
        profile={"preset": "classic", "orders": {"reply": ["amount"]}})
refused("profile: name that stands twice", "a field is covered once", ["profile.invalid profile"],
        profile={"preset": "classic", "orders": {"reply": ["AMOUNT", "RC", "AMOUNT"]}})
refused("profile: empty order", "it would cover nothing", ["profile.invalid profile"],
        profile={"preset": "classic", "orders": {"reply": []}})
refused("profile: order as text", "a list of names", ["profile.invalid profile"],
        profile={"preset": "classic", "orders": {"reply": "AMOUNT RC"}})
refused("profile: order with a number", "a list of names", ["profile.invalid profile"],
        profile={"preset": "classic", "orders": {"reply": ["AMOUNT", 1]}})
refused("profile: orders as a list", "a map from message to order", ["field.type orders"],
        profile={"preset": "classic", "orders": ["AMOUNT"]})
refused("profile: wrong in two places", "both are told", ["profile.invalid profile", "profile.invalid profile"],
        profile={"preset": "classic", "orders": {"reply": ["amount"], "answer": ["RC"]}})
refused("profile: setting that is none", "signed as absent, nothing would ever verify", ["profile.invalid profile"],
        profile={"preset": "classic", "from_configuration": ["MERCHANT", "ORDER"]})
refused("completion that is an authorization", "TRTYPE 0 means something else", ["number.range completion_trtype"],
        completion_trtype="0")
refused("reversal that is a payment", "TRTYPE 1 means something else", ["number.range reversal_trtype"], reversal_trtype="1")
refused("reversal that is the completion", "one TRTYPE, one meaning", ["number.range reversal_trtype"],
        completion_trtype="21", reversal_trtype="21")
refused("plain http in production", "the key would travel in the clear", ["environment.insecure prepare_url"],
        environment="production", **dict(OWN_URLS, prepare_url="http://acq.alqaseh.com:9900/api/payment/prepare"))
refused("all faults at once", "every fault of a configuration is reported together, in the table's order",
        ["field.missing api_key", "key.not_hex mac_key", "profile.unknown profile", "choice.unknown encoding"],
        api_key=None, encoding="xml", profile="none", mac_key="xyz")
HALF = "A0" * 16
for name, about, faults, changes in [
    ("one component", "half a key is no key", ["key.components mac_key_components"], {"mac_key_components": [KEY]}),
    ("no component", "none at all", ["key.components mac_key_components"], {"mac_key_components": []}),
    ("components of two lengths", "one is cut", ["key.components mac_key_components"], {"mac_key_components": [KEY, KEY[:-2]]}),
    ("component with an odd digit", "a dropped nibble signs with another key", ["key.components mac_key_components"],
     {"mac_key_components": [KEY, HALF[:-1]]}),
    ("component that is not hex", "components are decoded, never used as text", ["key.components mac_key_components"],
     {"mac_key_components": [KEY, "not hex, but sixteen."]}),
    ("component twice", "XORed with itself nothing is left", ["key.zero mac_key_components"], {"mac_key_components": [KEY, KEY]}),
    ("short components", "too short for a key", ["key.too_short mac_key_components"], {"mac_key_components": ["11" * 15, "22" * 15]}),
    ("component that is a number", "text", ["field.type mac_key_components"], {"mac_key_components": [KEY, 17]}),
    ("components as text", "a list", ["field.type mac_key_components"], {"mac_key_components": KEY + KEY}),
    ("components that make the X-API-Key", "the MAC key is a secret of its own", ["key.reused mac_key_components"],
     {"mac_key_components": ["01" * 16, "AA" * 16], "api_key": "AB" * 16}),
]:
    refused(name, about, faults, dict({"mac_key": None}, **changes))
refused("a key and components", "which of the two?", ["key.components mac_key_components"], {"mac_key_components": [KEY, HALF]})
for name, about, faults, changes in [
    ("key before of 15 bytes", "too short for a key", ["key.too_short previous_mac_key"], {"previous_mac_key": "11" * 15}),
    ("key before that is not hex", "decoded like the key", ["key.not_hex previous_mac_key"], {"previous_mac_key": "not hex, but sixteen"}),
    ("key before of zeros", "a placeholder", ["key.zero previous_mac_key"], {"previous_mac_key": "0" * 32}),
    ("key before is the X-API-Key", "the MAC key is a secret of its own", ["key.reused previous_mac_key"],
     {"previous_mac_key": "AB" * 16, "api_key": "ab" * 16}),
    ("key before, and no key", "the one before never signs", ["field.missing mac_key"], {"previous_mac_key": KEY, "mac_key": None}),
    ("fee without its limit", "any amount would do", ["field.missing max_fee"], {"reply_amount": "at_least"}),
    ("limit of a fee, exact", "which of the two?", ["field.missing reply_amount"], {"max_fee": "500"}),
    ("limit of a fee, exact in so many words", "which of the two?", ["field.missing reply_amount"], {"max_fee": "500", "reply_amount": "exact"}),
    ("fee as a float", "a float can't hold money", ["amount.float max_fee"], {"reply_amount": "at_least", "max_fee": 0.5}),
    ("negative fee", "no sign in an amount", ["amount.syntax max_fee"], {"reply_amount": "at_least", "max_fee": "-500"}),
    ("reply_amount nobody knows", "a closed list", ["choice.unknown reply_amount"], {"reply_amount": "any"}),
    ("plain http to cgi_link", "what is signed would travel in the clear", ["environment.insecure cgi_link_url"],
     dict(OWN_URLS, cgi_link_url="http://ac.example.com/cgi-bin/cgi_link")),
    ("production's cgi_link in test", "environments are chosen, not edited into a URL", ["environment.host cgi_link_url"],
     dict(OWN_URLS, cgi_link_url="https://acq.alqaseh.com:5443/cgi-bin/cgi_link")),
    ("prepare of one's own and nobody's cgi_link", "a completion would go to the published system", ["field.missing cgi_link_url"],
     {"prepare_url": OWN_URLS["prepare_url"]}),
    ("cgi_link of one's own and nobody's prepare", "payments would go to the published system", ["field.missing prepare_url"],
     {"cgi_link_url": OWN_URLS["cgi_link_url"]}),
]:
    refused(name, about, faults, changes)
