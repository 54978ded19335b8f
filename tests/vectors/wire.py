"""What goes over the wire, computed without the core: JSON text, urlencoded text, MAC sources and MACs."""

import base64
import calendar
import hashlib
import hmac
import time
from fractions import Fraction
from urllib.parse import quote


class Raw(str):
    """Text that stands in JSON as it is, such as a number's own digits."""


def json_text(value):
    """Compact JSON; texts are not escaped beyond what they must be."""
    if isinstance(value, Raw):
        return str(value)
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (int, float)):
        return repr(value)
    if isinstance(value, str):
        return '"' + "".join(_escaped(c) for c in value) + '"'
    if isinstance(value, list):
        return "[" + ",".join(json_text(item) for item in value) + "]"
    return "{" + ",".join(json_text(key) + ":" + json_text(item) for key, item in value.items()) + "}"


def _escaped(character):
    short = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"}
    if character in short:
        return short[character]
    return "\\u%04x" % ord(character) if ord(character) < 0x20 else character


def form_text(fields):
    """Urlencoded fields; a space is %20."""
    return "&".join(name + "=" + quote(value, safe="") for name, value in fields)


def segment(text):
    """One segment of a path."""
    return quote(text, safe="")


def basic(client_id, client_secret):
    return "Basic " + base64.b64encode((client_id + ":" + client_secret).encode()).decode()


def mac_source(order, fields, unit="bytes", absent="-", trailing=""):
    """For each field the length of its value and the value; an absent or empty one is the absent token."""
    parts = []
    for name in order:
        value = fields.get(name) or ""
        if value == "":
            parts.append(absent)
        else:
            length = len(value) if unit == "characters" else len(value.encode("utf-8"))
            parts.append(str(length) + value)
    return "".join(parts) + trailing


def mac_of(key_hex, source, algorithm="HMAC-SHA1"):
    hashes = {"HMAC-SHA1": hashlib.sha1, "HMAC-SHA256": hashlib.sha256}
    return hmac.new(bytes.fromhex(key_hex), source.encode("utf-8"), hashes[algorithm]).hexdigest().upper()


def unix(compact):
    """Unix seconds of YYYYMMDDHHMMSS in UTC."""
    return calendar.timegm(time.strptime(compact, "%Y%m%d%H%M%S"))


def float32(text):
    """The 32-bit float nearest to a decimal, rounded once, ties to even; as an exact fraction."""
    exact = Fraction(text)
    if exact == 0:
        return exact
    exponent = 0
    while exact / Fraction(2) ** exponent >= 2**24:
        exponent += 1
    while exact / Fraction(2) ** exponent < 2**23:
        exponent -= 1
    return round(exact / Fraction(2) ** exponent) * Fraction(2) ** exponent


def nested(levels):
    """An object in an object, as many levels deep."""
    return '{"a":' * levels + "1" + "}" * levels


def error(*faults, **more):
    """The error of a case: faults as "code field", and what else matters."""
    return {"faults": [(fault.split(" ", 1) + [""])[:2] for fault in faults], **more}
