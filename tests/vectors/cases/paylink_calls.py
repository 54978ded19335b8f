"""What the calls of Paylink have in common."""

from wire import error

SHOP = {"environment": "test", "api_id": "APP_ID_1", "secret_key": "s3cret-key"}
MERCHANT = {"environment": "production", "merchant_id": "shop-1", "api_key": "k3y"}
TEST, LIVE = "https://restpilot.paylink.sa", "https://restapi.paylink.sa"
TOKEN = "eyJhbGciOi.J9.x-_"


def headers_of(configuration, given, body):
    headers = {"Accept": "application/json"}
    if "bearer_token" in given:
        headers["Authorization"] = "Bearer " + given["bearer_token"]
    if body:
        headers["Content-Type"] = "application/json"
    return headers


class Calls:
    """The cases of one operation: what is sent, and what its replies are."""

    def __init__(self, cases, operation, title, method, look_up, configuration=None):
        self.cases, self.operation, self.title, self.method, self.look_up = cases, operation, title, method, look_up
        self.configuration = configuration or SHOP

    def accepted(self, name, about, given, path, body="", replies=(), configuration=None, base=TEST, headers=None):
        configuration = dict(self.configuration, **(configuration or {}))
        self.cases.append({
            "name": f"{self.title}: {name}", "about": about, "do": "call", "operation": self.operation,
            "configuration": configuration, "input": given,
            "request": {"method": self.method, "url": base + path,
                        "headers": headers or headers_of(configuration, given, body), "body": body},
            "retry": "look_up_first" if self.look_up else "safe", "look_up": self.look_up, "warnings": [],
            "replies": list(replies),
        })

    def refused(self, name, about, faults, given, configuration=None):
        given = {key: value for key, value in given.items() if value is not None}
        configuration = {k: v for k, v in dict(self.configuration, **(configuration or {})).items() if v is not None}
        self.cases.append({
            "name": f"{self.title}: {name}", "about": about, "do": "call", "operation": self.operation,
            "configuration": configuration, "input": given, "error": error(*faults, retry="never"),
        })

    def reply(self, status, body, fault, retry=None, as_hex=False, **more):
        """A reply that is an error; an unreadable one leaves open what happened."""
        retry = retry or ("look_up_first" if self.look_up else "safe")
        look_up = self.look_up if retry == "look_up_first" else ""
        given = {"body_hex": body.hex()} if as_hex else {"body": body}
        return {"status": status, **given, "error": error(fault, retry=retry, look_up=look_up, status=status, **more)}

    def statuses(self, with_token=True, missing=None):
        """What each status says of repeating, and which word the gateway's own is under.
        `missing` is what 404 says where it is not as for the others."""
        moves = bool(self.look_up)
        later = "look_up_first" if moves else "never"
        again = "look_up_first" if moves else "safe"
        refused = "gateway.token_refused" if with_token else "gateway.unauthorized"
        return [
            self.reply(400, '{"detail":"Invalid amount","title":"Bad Request"}', "gateway.refused", "never",
                       gateway_message="Invalid amount"),
            self.reply(401, '{"title":"Unauthorized"}', refused, "never", gateway_message="Unauthorized"),
            self.reply(403, "<h1>Forbidden</h1>", refused, "never", gateway_message="Forbidden"),
            self.reply(302, "", "reply.redirect", later),
            self.reply(308, "<a>moved</a>", "reply.redirect", later, gateway_message="moved"),
            self.reply(404, '{"error":"not found"}', "gateway.not_found", missing or later, gateway_message="not found"),
            self.reply(412, '{"message":"precondition"}', "gateway.refused", later, gateway_message="precondition"),
            self.reply(422, "", "gateway.refused", later),
            self.reply(408, "", "gateway.unavailable", again),
            self.reply(425, "", "gateway.unavailable", again),
            self.reply(429, '{"message":"slow down"}', "gateway.unavailable", again, gateway_message="slow down"),
            self.reply(500, "<!doctype html>\r\n<title>Maintenance</title>", "gateway.unavailable", again,
                       gateway_message="Maintenance"),
            self.reply(502, "", "gateway.unavailable", again),
            self.reply(503, '{"error":"تحت الصيانة"}', "gateway.unavailable", again, gateway_message="تحت الصيانة"),
            self.reply(504, "upstream timed out", "gateway.unavailable", again, gateway_message="upstream timed out"),
        ]

    def unreadable(self, whole, needed=()):
        return [self.reply(200, body, fault) for body, fault in needed] + [
            self.reply(200, "", "reply.not_json"), self.reply(204, "", "reply.not_json"),
            self.reply(200, whole[:-1], "reply.not_json", gateway_message=""),
            self.reply(200, whole + whole, "reply.not_json", gateway_message=""),
            self.reply(200, "<html><body>Down for <b>maintenance</b></body></html>", "reply.not_json",
                       gateway_message="Down for maintenance"),
            self.reply(200, "\ufeff" + whole, "reply.not_json"), self.reply(200, "success=true", "reply.not_json"),
            self.reply(200, "transactionNo,orderStatus\r\n1714289084591,Paid\r\n", "reply.not_json"),
            self.reply(200, "null", "reply.not_object"), self.reply(200, "true", "reply.not_object"),
            self.reply(200, '{"x":' * 33 + "1" + "}" * 33, "reply.too_deep"),
            self.reply(200, b'{"success":"\xfe"}', "reply.not_utf8", as_hex=True),
        ]

    def tokens(self, given):
        """What the Authorization header can't carry, or isn't there."""
        for title, text, fault in [
            ("no token", None, "field.missing bearer_token"), ("empty token", "", "text.too_short bearer_token"),
            ("token with a line break", TOKEN + "\r\nX-Admin: 1", "text.control bearer_token"),
            ("token with a space", "Bearer " + TOKEN, "text.characters bearer_token"),
            ("token that is not ASCII", "رمز", "text.characters bearer_token"),
            ("token as a number", 17, "field.type bearer_token"),
        ]:
            self.refused(title, "a header can't carry it, or none was fetched: authenticate first", [fault],
                         dict(given, bearer_token=text))
