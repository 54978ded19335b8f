"""The low-level MAC: a key, a field order, nothing else."""

from wire import error, mac_of, mac_source

CASES = []
KEY = "00112233445566778899AABBCCDDEEFF"
CLASSIC = ("AMOUNT CURRENCY ORDER DESC MERCH_NAME MERCH_URL MERCHANT TERMINAL EMAIL TRTYPE COUNTRY MERCH_GMT TIMESTAMP"
           " NONCE BACKREF").split()
MISMATCH = error("mac.mismatch P_SIGN", retry="never")


def case(name, about, order, fields, key=KEY, source=None, mac=None, verify=None, **settings):
    """A source or MAC that is given is a published one: it is compared with what this script computes."""
    settings = {"key": key, "order": order, **settings}
    given = {"unit": settings.get("length_unit", "bytes"), "absent": settings.get("absent", "-"),
             "trailing": settings.get("trailing", "")}
    computed = mac_source(order, fields, **given)
    assert source is None or source == computed, (source, computed)
    own = mac_of(key, computed, settings.get("algorithm", "HMAC-SHA1"))
    assert mac is None or mac == own, (mac, own)
    shown = own.lower() if settings.get("letter_case") == "lower" else own
    if verify is None:
        verify = [{"mac": own}, {"mac": own.lower()}, {"mac": flipped(own), "error": MISMATCH}]
    CASES.append({"name": name, "about": about, "do": "mac", "configuration": settings, "fields": fields,
                  "source": computed, "mac": shown, "verify": verify})


def refused(name, about, faults, fields=None, **settings):
    settings = {"key": KEY, "order": ["AMOUNT"], **settings}
    settings = {key: value for key, value in settings.items() if value is not None}
    CASES.append({"name": name, "about": about, "do": "mac", "configuration": settings, "fields": fields or {},
                  "error": error(*faults)})


def flipped(mac):
    return mac[:-1] + ("0" if mac[-1] != "0" else "1")


MANUAL = {"AMOUNT": "11.48", "CURRENCY": "USD", "ORDER": "771446", "DESC": "IT Books. Qty: 2",
          "MERCH_NAME": "Books Online Inc.", "MERCH_URL": "www.sample.com", "MERCHANT": "123456789012345",
          "TERMINAL": "99999999", "EMAIL": "pgw@mail.sample.com", "TRTYPE": "1", "COUNTRY": None, "MERCH_GMT": None,
          "TIMESTAMP": "20030105153021", "NONCE": "F2B2DD7E603A7ADA", "BACKREF": "https://www.sample.com/shop/reply"}
case("published: e-Gateway manual", "the manual's own example (valitydev SignGeneratorTest, LibraPay manual p. 12): "
     "an absent field is a bare - without a length", CLASSIC, MANUAL,
     source="511.483USD677144616IT Books. Qty: 217Books Online Inc.14www.sample.com1512345678901234589999999919"
            "pgw@mail.sample.com11--142003010515302116F2B2DD7E603A7ADA33https://www.sample.com/shop/reply",
     mac="FACC882CA67E109E409E3974DDEDA8AAB13A5E48")
case("published: Bank CenterCredit", "the bank's documented test vector (bcc-crypto, lms_refactoring_mono): "
     "MERCH_GMT 0 is a value",
     "AMOUNT CURRENCY ORDER MERCHANT TERMINAL MERCH_GMT TIMESTAMP TRTYPE NONCE".split(),
     {"AMOUNT": "350.00", "CURRENCY": "398", "ORDER": "3558714461568", "MERCHANT": "merchantname",
      "TERMINAL": "88888881", "MERCH_GMT": "0", "TIMESTAMP": "20200224073921", "TRTYPE": "1",
      "NONCE": "F2B2DD7E603A7AAF5E1BC35DEE1F6C9A"}, key="6BB0AC02E47BDF73D98FEB777F3B5294",
     source="6350.00339813355871446156812merchantname8888888811014202002240739211132F2B2DD7E603A7AAF5E1BC35DEE1F6C9A",
     mac="9B1C58714CFF6E4BCC6E97B4D503275838F4ED68")
case("published: Kina Bank source", "the source of the integration guide p. 12-13 (no key published: the MAC is under "
     "this file's own key)",
     "ORDER AMOUNT CURRENCY RRN INT_REF TRTYPE TERMINAL TIMESTAMP NONCE".split(),
     {"ORDER": "ORD001", "AMOUNT": "50.00", "CURRENCY": "PGK", "RRN": "RRN001", "INT_REF": "INT001", "TRTYPE": "21",
      "TERMINAL": "T001", "TIMESTAMP": "20260315123456", "NONCE": "NONCE001"},
     source="6ORD001550.003PGK6RRN0016INT0012214T00114202603151234568NONCE001")
case("published: azericard source", "an empty text is an absent field (no key published: the MAC is under this file's "
     "own key)", "AMOUNT TERMINAL APPROVAL RRN INT_REF".split(),
     {"AMOUNT": "11.48", "TERMINAL": "99999999", "APPROVAL": "", "RRN": "306276834930", "INT_REF": "4A29E93C607E33DC"},
     source="511.48899999999-12306276834930164A29E93C607E33DC")

case("fields outside the order", "they are not covered", ["AMOUNT", "CURRENCY"],
     {"CURRENCY": "IQD", "ORDER": "1", "AMOUNT": "1"})
case("field that is not given", "absent like null and the empty text", ["AMOUNT", "RRN", "RC", "ACTION"],
     {"AMOUNT": "1", "RC": None, "ACTION": ""})
case("0 is a value", "`\"0\"` treated as absent is a known mistake", ["ACTION", "TRTYPE"], {"ACTION": "0", "TRTYPE": "00"})
case("a single space is a value", "not trimmed", ["DESC", "MESSAGE"], {"DESC": " ", "MESSAGE": " x "})
case("nothing at all", "every field absent", ["RRN", "INT_REF"], {})
case("bytes", "Arabic counted in bytes", ["DESC"], {"DESC": "كتابان"}, length_unit="bytes")
case("characters", "Arabic counted in characters", ["DESC", "MESSAGE"], {"DESC": "كتابان", "MESSAGE": "a😀"},
     length_unit="characters")
case("SHA-256", "the other algorithm", CLASSIC, MANUAL, algorithm="HMAC-SHA256")
case("lower-case hex", "written as set, read in either case", ["AMOUNT"], {"AMOUNT": "1"}, letter_case="lower")
case("small letters in the key", "the key is hex in either case", ["AMOUNT"], {"AMOUNT": "1"}, key=KEY.lower())
case("long key", "longer than a block of the hash: HMAC hashes it first", ["AMOUNT"], {"AMOUNT": "1"}, key="0F" * 100)
case("long value", "a length of several digits", ["DESC"], {"DESC": "x" * 1234})
case("other absent token", "some banks write 0 for an absent field", ["RRN", "RC"], {"RC": "00"}, absent="0")
case("no absent token", "absent fields leave no trace", ["RRN", "RC"], {"RC": "00"}, absent="")
case("trailing literal", "some banks append one", ["AMOUNT"], {"AMOUNT": "1"}, trailing="1-")
case("control characters", "a value may hold anything", ["DESC"], {"DESC": "a\r\nb\u0000c"})
WIDE = mac_of(KEY, "11")
case("MACs that don't verify", "the length is the digest's, the digits are hex, nothing is cut or padded", ["AMOUNT"],
     {"AMOUNT": "1"}, verify=[
         {"mac": WIDE}, {"mac": WIDE[:20] + WIDE[20:].lower()},
         {"mac": flipped(WIDE), "error": MISMATCH}, {"mac": "0" * 40, "error": MISMATCH},
         {"mac": mac_of(KEY, "12"), "error": MISMATCH},
         {"mac": "", "error": error("mac.missing P_SIGN")},
         {"mac": WIDE[:-2], "error": error("mac.length P_SIGN")}, {"mac": WIDE[:-1], "error": error("mac.length P_SIGN")},
         {"mac": WIDE + "00", "error": error("mac.length P_SIGN")}, {"mac": WIDE[:20], "error": error("mac.length P_SIGN")},
         {"mac": mac_of(KEY, "11", "HMAC-SHA256"), "error": error("mac.length P_SIGN")},
         {"mac": "0x" + WIDE[2:], "error": error("mac.not_hex P_SIGN")},
         {"mac": " " + WIDE[1:], "error": error("mac.not_hex P_SIGN")},
         {"mac": WIDE + "\n", "error": error("mac.not_hex P_SIGN")},
         {"mac": "G" * 40, "error": error("mac.not_hex P_SIGN")},
         {"mac": "٠" * 40, "error": error("mac.not_hex P_SIGN")},
         {"mac": "\u0000" * 40, "error": error("mac.not_hex P_SIGN")}])

refused("value that is the absent token", "the MAC can't tell it from an absent field", ["mac.ambiguous_value AMOUNT"],
        {"AMOUNT": "-"})
refused("not ASCII, unit unknown", "banks count bytes or characters: it is not guessed", ["mac.non_ascii DESC"],
        {"DESC": "كتابان"}, order=["AMOUNT", "DESC"])
refused("all faults of the values", "reported together", ["mac.ambiguous_value AMOUNT", "mac.non_ascii DESC"],
        {"DESC": "ك", "AMOUNT": "-"}, order=["AMOUNT", "DESC"])
refused("key with an odd digit", "an odd nibble must not be dropped", ["key.not_hex key"], key=KEY + "0")
refused("key that is not hex", "a key used as text is a known mistake", ["key.not_hex key"], key="secret key of sixteen+")
refused("key of 15 bytes", "too short", ["key.too_short key"], key="11" * 15)
refused("key of zeros", "a placeholder", ["key.zero key"], key="00" * 16)
refused("empty key", "an unset environment variable", ["text.too_short key"], key="")
refused("key with a line break", "pasted with its line end", ["text.control key"], key=KEY + "\n")
refused("no key", "required", ["field.missing key"], key=None)
refused("no order", "there is no default order", ["field.missing order"], order=None)
refused("unknown algorithm", "a closed list", ["choice.unknown algorithm"], algorithm="MD5")
refused("empty order", "it would cover nothing", ["profile.invalid order"], order=[])
refused("P_SIGN in the order", "it never covers itself", ["profile.invalid order"], order=["AMOUNT", "P_SIGN"])
refused("name that stands twice in the order", "a field is covered once", ["profile.invalid order"], order=["RC", "RC"])
refused("order as text", "a list of names", ["field.type order"], order="AMOUNT")
