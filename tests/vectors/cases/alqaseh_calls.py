"""What the calls of Al Qaseh have in common, for the modules of its operations."""

from cases.alqaseh_create import API, SHOP, headers_of
from wire import error, segment

PAYMENTS = "/egw/payments"
# They are given a card or a page's token, which the gateway may repeat: no error of theirs quotes it.
SILENT = {"get_payment_by_token", "process_card", "reverse_payment"}


class Calls:
    """The cases of one operation: what is sent, and what its replies are."""

    def __init__(self, cases, operation, title, method, look_up):
        self.cases, self.operation, self.title, self.method, self.look_up = cases, operation, title, method, look_up

    def accepted(self, name, about, given, path, body="", replies=(), configuration=None, base=API):
        configuration = dict(SHOP, **(configuration or {}))
        self.cases.append({
            "name": f"{self.title}: {name}", "about": about, "do": "call", "operation": self.operation,
            "configuration": configuration, "input": given,
            "request": {"method": self.method, "url": base + PAYMENTS + path,
                        "headers": headers_of(configuration, with_body=bool(body)), "body": body},
            "retry": "look_up_first" if self.look_up else "safe", "look_up": self.look_up, "warnings": [],
            "replies": list(replies),
        })

    def refused(self, name, about, faults, given, configuration=None):
        self.cases.append({
            "name": f"{self.title}: {name}", "about": about, "do": "call", "operation": self.operation,
            "configuration": dict(SHOP, **(configuration or {})), "input": given, "error": error(*faults, retry="never"),
        })

    def reply(self, status, body, fault, retry=None, as_hex=False, **more):
        """A reply that is an error; an unreadable one leaves open what happened."""
        retry = retry or ("look_up_first" if self.look_up else "safe")
        look_up = self.look_up if retry == "look_up_first" else ""
        given = {"body_hex": body.hex()} if as_hex else {"body": body}
        if self.operation in SILENT:
            more = dict(more, gateway_code="", gateway_message="", gateway_reference="")
        return {"status": status, **given, "error": error(fault, retry=retry, look_up=look_up, status=status, **more)}

    def statuses(self):
        """What each status says of repeating. Only 400, 401 and 403 say that a call that moves money did nothing;
        a call that only reads may be repeated on 408, 425, 429 and 5xx."""
        moves = bool(self.look_up)
        later = "look_up_first" if moves else "never"
        again = "look_up_first" if moves else "safe"
        return [
            self.reply(400, '{"err":"no","error_code":"E1","reference_code":"r-1"}', "gateway.refused", "never",
                       gateway_code="E1", gateway_message="no", gateway_reference="r-1"),
            self.reply(401, '{"err":"unauthorized"}', "gateway.unauthorized", "never", gateway_message="unauthorized"),
            self.reply(403, "<h1>Forbidden</h1>", "gateway.unauthorized", "never", gateway_message="Forbidden"),
            self.reply(301, "", "reply.redirect", later),
            self.reply(307, "<a>moved</a>", "reply.redirect", later, gateway_message="moved"),
            self.reply(404, '{"err":"not found"}', "gateway.not_found", later, gateway_message="not found"),
            self.reply(409, "", "gateway.refused", later),
            self.reply(422, '{"err":null}', "gateway.refused", later, gateway_message=""),
            self.reply(408, "", "gateway.unavailable", again),
            self.reply(425, "", "gateway.unavailable", again),
            self.reply(429, '{"err":"slow down"}', "gateway.unavailable", again, gateway_message="slow down"),
            self.reply(500, "<html><title>500</title></html>", "gateway.unavailable", again, gateway_message="500"),
            self.reply(502, "<html>Bad\r\nGateway</html>", "gateway.unavailable", again, gateway_message="Bad Gateway"),
            self.reply(503, "", "gateway.unavailable", again),
            self.reply(504, "upstream timed out", "gateway.unavailable", again, gateway_message="upstream timed out"),
            self.reply(100, "", "reply.unexpected_status", later),
        ]


def segments(calls, field, path, body, **more):
    """An id or token is one segment of the path: nothing in it may escape."""
    for title, text in [("slashes", "../../v2/admin"), ("query", "p-1?x=1&y=2"), ("fragment", "p#1"),
                        ("percent", "%2e%2e%2F"), ("space and Arabic", "p طلب"), ("three dots", "..."),
                        ("backslash", "..\\..\\x"), ("semicolon and at", "p;a=1@x")]:
        calls.accepted(f"{field} with {title}", "one segment of the path: nothing in it may escape",
                       dict(more, **{field: text}), path(segment(text)), body)


def not_segments(calls, field, **more):
    for title, text in [("a dot", "."), ("two dots", "..")]:
        calls.refused(f"{field} is {title}", "a path, not an id: it would ask for something else",
                      ["text.characters " + field], dict(more, **{field: text}))
    calls.refused(f"empty {field}", "given but empty", ["text.too_short " + field], dict(more, **{field: ""}))
    calls.refused(f"no {field}", "required", ["field.missing " + field], more)
    calls.refused(f"{field} as a number", "text: leading zeros would go", ["field.type " + field], dict(more, **{field: 17}))
    calls.refused(f"{field} with a line break", "control characters are never sent", ["text.control " + field],
                  dict(more, **{field: "p\r\nX: 1"}))
    calls.refused(f"{field} with NUL", "NUL ends texts early in C", ["text.control " + field],
                  dict(more, **{field: "p-1\u0000"}))
    calls.refused(f"{field} of 129", "longer than any", ["text.too_long " + field], dict(more, **{field: "p" * 129}))


def unreadable(calls, whole, needed):
    """Bodies that can't be read, and bodies without what the operation needs."""
    cut = whole[:-1]
    names = [calls.reply(200, body, fault) for body, fault in needed]
    return names + [
        calls.reply(200, "", "reply.not_json"),
        calls.reply(204, "", "reply.not_json"),
        calls.reply(200, cut, "reply.not_json", gateway_message=""),
        calls.reply(200, whole + "}", "reply.not_json", gateway_message=""),
        calls.reply(200, "<html><body>Welcome</body></html>", "reply.not_json", gateway_message="Welcome"),
        calls.reply(200, "ok", "reply.not_json", gateway_message=""),
        calls.reply(200, "\ufeff" + whole, "reply.not_json"),
        calls.reply(200, "payment_id,order_id\r\np-1,A-1\r\n", "reply.not_json"),
        calls.reply(200, "[" + whole + "]", "reply.not_object"),
        calls.reply(200, "null", "reply.not_object"),
        calls.reply(200, '"p-1"', "reply.not_object"),
        calls.reply(200, '{"x":' * 33 + "1" + "}" * 33, "reply.too_deep"),
        calls.reply(200, b'{"a":"\xff"}', "reply.not_utf8", as_hex=True),
        calls.reply(200, whole[:-1].encode() + b',"a":"\x00"}', "reply.not_json", as_hex=True),
    ]
