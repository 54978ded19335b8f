#!/usr/bin/env python3
"""Random messages with their P_SIGN: a MAC of Python's own hashlib and hmac, over a source built here.

    messages.py SEED COUNT

Prints a JSON object per line: a configuration, and messages under it, each with its fields in random order and its
MAC, or null where the description forbids to sign. What is here is the published description, not Qantara's code.
"""

import hashlib
import hmac
import json
import random
import sys

NAMES = ["AMOUNT", "CURRENCY", "ORDER", "DESC", "TERMINAL", "TRTYPE", "TIMESTAMP", "ACTION", "RC"]
ASCII = "0123456789-" * 3 + "".join(map(chr, range(32, 127))) + "\0\r\n\t"
OTHER = ASCII + "ابتثجطظلمنهوي٠١٢" * 3 + "éßñ€漢字😀\u200f\u202e\U0010ffff"


def value(rng, alphabet):
    kind = rng.random()
    if kind < 0.15:
        return None
    if kind < 0.2:
        return ""
    if kind < 0.21:
        return "-"
    if kind < 0.3:
        return rng.choice(["0", " ", "1-", "--", "10", "25000", "25000.00", "11"])
    # Now and then one that is longer than a block, or than the digits of its length would suggest.
    size = rng.choice([1, 2, 3, 9, 10, 11, 16]) if kind < 0.97 else rng.choice([55, 64, 99, 100, 999, 1000])
    return "".join(rng.choices(alphabet, k=size))


def source(order, fields, unit, absent, trailing):
    parts = []
    for name in order:
        text = fields.get(name) or ""
        if text == "-":
            return None  # it could be an absent field
        if unit is None and any(ord(c) > 127 for c in text):
            return None  # who counts how is not known
        size = len(text) if unit == "characters" else len(text.encode())
        parts.append(str(size) + text if text else absent)
    return ("".join(parts) + trailing).encode()


def main():
    rng = random.Random(int(sys.argv[1]))
    left = int(sys.argv[2])
    while left > 0:
        algorithm = rng.choice(["HMAC-SHA1", "HMAC-SHA256"])
        # Shorter than a block, a block, and longer, which is hashed first.
        key = bytes(rng.randrange(256) for _ in range(rng.choice([16, 20, 32, 63, 64, 65, 100, 200]))) or b"\1"
        unit = rng.choice([None, "bytes", "characters"])
        absent = rng.choice(["-", "-", "-", "", "0"])
        trailing = rng.choice(["", "", "", "0", "END"])
        case = rng.choice(["upper", "lower"])
        order = rng.sample(NAMES, rng.randint(1, len(NAMES)))
        alphabet = ASCII if unit is None and rng.random() < 0.9 else OTHER
        hash_name = "sha1" if algorithm == "HMAC-SHA1" else "sha256"
        configuration = {"algorithm": algorithm, "key": key.hex(), "length_unit": unit, "absent": absent,
                         "trailing": trailing, "letter_case": case, "order": order}
        lines = []
        for _ in range(min(left, 40)):
            fields = {name: value(rng, alphabet) for name in rng.sample(NAMES, rng.randint(0, len(NAMES)))}
            text = source(order, fields, unit, absent, trailing)
            mac = None if text is None else hmac.new(key, text, hash_name).hexdigest()
            lines.append([list(fields.items()), mac.upper() if mac and case == "upper" else mac])
        left -= len(lines)
        print(json.dumps({"configuration": configuration, "messages": lines}))


main()
