"""The e-Commerce Gateway's tools that need no gateway: order numbers."""

from wire import error

CASES = []


def case(name, about, given, order_id=None, faults=None):
    found = {"error": error(*faults, retry="never")} if faults else {"result": {"order_id": order_id}}
    CASES.append({"name": "order number: " + name, "about": about, "do": "tool", "tool": "order_number",
                  "input": given, **found})


case("smallest", "ORDER has six digits at least: zeros stand before", {"sequence": 0}, "000000")
case("padded", "leading zeros are digits like any other: the number is text", {"sequence": 417}, "000417")
case("six digits", "as they are", {"sequence": 999999}, "999999")
case("seven digits", "never cut to six: the gateway takes 32", {"sequence": 1000000}, "1000000")
case("nineteen digits", "the largest sequence there is", {"sequence": 9223372036854775807}, "9223372036854775807")
case("with a prefix", "a shop's number in front of the six", {"sequence": 417, "prefix": "12"}, "12000417")
case("prefix of zeros", "kept: text, not a number", {"sequence": 1, "prefix": "00"}, "00000001")
case("longest prefix", "13 digits and 19 are 32", {"sequence": 9223372036854775807, "prefix": "1" * 13},
     "1" * 13 + "9223372036854775807")
case("no sequence", "a library that keeps nothing can't know the next number", {}, faults=["field.missing sequence"])
case("negative", "no order has a sign", {"sequence": -1}, faults=["number.range sequence"])
case("sequence as text", "a whole number", {"sequence": "417"}, faults=["field.type sequence"])
case("sequence with a fraction", "a whole number", {"sequence": 1.5}, faults=["number.range sequence"])
case("sequence beyond 64 bits", "never wrapped around", {"sequence": 9223372036854775808},
     faults=["number.range sequence"])
case("prefix of 14", "the order would be too long: never cut", {"sequence": 1, "prefix": "1" * 14},
     faults=["text.too_long prefix"])
case("prefix with a letter", "digits only", {"sequence": 1, "prefix": "A1"}, faults=["text.characters prefix"])
case("prefix in Arabic digits", "ASCII digits only", {"sequence": 1, "prefix": "١٢"}, faults=["text.characters prefix"])
case("prefix as a number", "leading zeros would go", {"sequence": 1, "prefix": 12}, faults=["field.type prefix"])
case("empty prefix", "given but empty", {"sequence": 1, "prefix": ""}, faults=["text.too_short prefix"])
case("misspelt field", "a misspelt field must not be ignored", {"sequence": 1, "prefx": "1"},
     faults=["field.unknown prefx"])
case("all faults at once", "every fault is reported together", {"sequence": -1, "prefix": "x"},
     faults=["number.range sequence", "text.characters prefix"])
