"""Al Qaseh: the webhook and the browser's return. Both are hints."""

from wire import Raw, error, json_text, nested

CASES = []


def read(reader, name, about, message, result=None, fault=None, as_hex=False):
    given = {"message_hex": message.hex()} if as_hex else {"message": message}
    found = {"error": error(fault)} if fault else {"result": result}
    CASES.append({"name": name, "about": about, "do": "read", "reader": reader, **given, **found})


def webhook(name, about, message, *more, **named):
    read("parse_webhook", "webhook: " + name, about, message, *more, **named)


def redirect(name, about, message, *more, **named):
    read("parse_redirect", "redirect: " + name, about, message, *more, **named)


FULL = {"amount": 25000, "currency": "IQD", "terminal_id": "T1", "order_id": "A-1", "trtype": "1", "rc": "00",
        "approval": "123456", "rrn": "123456789012", "p_sign": "AB12", "nonce": "n", "timestamp": "20261120130000",
        "payment_status": "Success", "payment_id": "p-1", "token": "t-1"}
webhook("every field", "a hint shows what it claims", json_text(FULL), dict(FULL, payment_status="success", amount="25000"))
webhook("order only", "only order_id is required", '{"order_id":"A-1"}', {"order_id": "A-1"})
webhook("letter case of the status", "read in any letter case", '{"order_id":"A-1","payment_status":"SUCCEEDED"}',
        {"order_id": "A-1", "payment_status": "succeeded"})
webhook("unknown status", "kept as it came", '{"order_id":"A-1","payment_status":"Settled"}',
        {"order_id": "A-1", "payment_status": "Settled"})
webhook("float32 figure", "the figure is kept as the gateway printed it", '{"order_id":"A-1","amount":150000260}',
        {"order_id": "A-1", "amount": "150000260"})
webhook("figure with an exponent", "the full JSON grammar is read, as text", '{"order_id":"A-1","amount":2.5e+07}',
        {"order_id": "A-1", "amount": "2.5e+07"})
webhook("figure that is none", "a hint keeps what it can't read", '{"order_id":"A-1","amount":"free"}',
        {"order_id": "A-1", "amount": "free"})
webhook("type as a number", "trtype may be a word or a digit", '{"order_id":"A-1","trtype":1,"rc":0}',
        {"order_id": "A-1", "trtype": 1, "rc": 0})
webhook("Go's absent values", "empty texts and zero times are absent",
        '{"order_id":"A-1","payment_id":"","token":"","currency":"","p_sign":"","nonce":""}', {"order_id": "A-1"})
webhook("Arabic", "UTF-8, escaped or not", '{"order_id":"طلب-1","currency":"\\u062f"}',
        {"order_id": "طلب-1", "currency": "د"})
webhook("unknown fields", "kept, also under names that mean something to a language",
        '{"order_id":"A-1","__proto__":{"a":1},"constructor":"x","length":3}',
        {"order_id": "A-1", "extra": {"__proto__": {"a": 1}, "constructor": "x", "length": 3}})
webhook("equal duplicates", "equal ones pass", '{"order_id":"A-1","order_id":"A-1"}', {"order_id": "A-1"})
webhook("duplicates nobody reads", "fields we don't read are not policed", '{"order_id":"A-1","x":1,"x":2}',
        {"order_id": "A-1", "extra": {"x": 2}})
webhook("32 levels", "as deep as is read", '{"order_id":"A-1","x":' + nested(31) + "}",
        {"order_id": "A-1", "extra": {"x": Raw(nested(31))}})
webhook("spaces around", "JSON may stand in white space", ' \t\r\n{"order_id":"A-1"} \n', {"order_id": "A-1"})
webhook("no order", "nothing to look up", '{"payment_id":"p-1"}', fault="reply.field_missing order_id")
webhook("empty order", "nothing to look up", '{"order_id":""}', fault="reply.field_missing order_id")
webhook("order as a number", "ids are text", '{"order_id":17}', fault="reply.field_type order_id")
webhook("other letter case of a name", "names are exact", '{"Order_Id":"A-1"}', fault="reply.field_missing order_id")
webhook("differing duplicates", "two orders in one message: indeterminate", '{"order_id":"A-1","order_id":"A-2"}',
        fault="reply.field_duplicate order_id")
webhook("empty body", "unreadable", "", fault="reply.not_json")
webhook("form body", "unreadable: the webhook is JSON", "order_id=A-1", fault="reply.not_json")
webhook("HTML", "unreadable", "<html></html>", fault="reply.not_json")
webhook("cut short", "unreadable", '{"order_id":"A-1","pay', fault="reply.not_json")
webhook("a list", "not an object", '[{"order_id":"A-1"}]', fault="reply.not_object")
webhook("two documents", "one message is one object", '{"order_id":"A-1"}{"order_id":"A-2"}', fault="reply.not_json")
webhook("33 levels", "deeper than is read", '{"order_id":"A-1","x":' + nested(32) + "}", fault="reply.too_deep")
webhook("not UTF-8", "not text", b'{"order_id":"\xd8A"}', fault="reply.not_utf8", as_hex=True)
webhook("raw NUL", "control characters in a JSON text are escaped", b'{"order_id":"A\x001"}',
        fault="reply.not_json", as_hex=True)
webhook("comment", "JSON has none", '{"order_id":"A-1"/*x*/}', fault="reply.not_json")
webhook("comma at the end", "JSON has none", '{"order_id":"A-1",}', fault="reply.not_json")

THREE = {"payment_id": "p-1", "order_id": "A-1", "status": "success"}
redirect("query", "the three fields, status in its one form", "payment_id=p-1&order_id=A-1&status=Success", THREE)
redirect("whole URL", "the URL as the browser shows it",
         "https://shop.example/return?payment_id=p-1&order_id=A-1&status=Success", THREE)
redirect("path and query", "the URL as a server's framework shows it",
         "/return?payment_id=p-1&order_id=A-1&status=Success", THREE)
redirect("question mark first", "the query as a server's environment shows it",
         "?payment_id=p-1&order_id=A-1&status=Success", THREE)
redirect("second question mark", "the gateway appends ? even where there is a query",
         "https://shop.example/return?session=1?payment_id=p-1&order_id=A-1&status=Success",
         dict(THREE, extra={"session": "1"}))
redirect("last wins", "as in browsers: it is a hint", "order_id=A-2&status=Failed&order_id=A-1&status=Success&payment_id=p-1",
         THREE)
redirect("last is empty", "empty is absent", "payment_id=p-1&order_id=A-1&status=Success&status=",
         {"payment_id": "p-1", "order_id": "A-1"})
redirect("failed", "the redirect's word", "status=Failed", {"status": "failed"})
redirect("pending in capitals", "any letter case", "status=PENDING", {"status": "pending"})
redirect("unknown status", "kept as it came", "status=Maybe", {"status": "Maybe"})
redirect("nothing", "an empty hint", "", {})
redirect("URL without a query", "an empty hint", "https://shop.example/return", {})
redirect("encoded", "percent-encoding and plus signs are decoded", "order_id=A%2F1%20%D8%B7&payment_id=a+b",
         {"order_id": "A/1 ط", "payment_id": "a b"})
redirect("lone percent signs", "left as they are", "order_id=100%&payment_id=%zz%4",
         {"order_id": "100%", "payment_id": "%zz%4"})
redirect("separators decoded late", "an encoded & or = is part of the value", "order_id=A%26status%3DSuccess&status=Failed",
         {"order_id": "A&status=Success", "status": "failed"})
redirect("fragment", "what follows # never reaches a server",
         "https://shop.example/return?order_id=A-1#status=Success", {"order_id": "A-1"})
redirect("no equals sign", "a name without a value is absent", "order_id&status=Success", {"status": "success"})
redirect("slashes in a bare query", "order ids may hold : and /, so it is no URL for that",
         "payment_id=p-1&order_id=A://1&status=Success", dict(THREE, order_id="A://1"))
redirect("unknown fields", "kept", "order_id=A-1&utm=x", {"order_id": "A-1", "extra": {"utm": "x"}})
redirect("NUL and line break", "data like any other: it is a hint", "order_id=A%00%0D%0A1", {"order_id": "A\0\r\n1"})
redirect("encoded bytes that are not UTF-8", "not text", "order_id=%D8", fault="reply.not_utf8")
redirect("raw bytes that are not UTF-8", "not text", b"order_id=\xff", fault="reply.not_utf8", as_hex=True)
