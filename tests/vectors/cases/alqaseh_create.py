"""Al Qaseh: the configuration, create_payment and its replies."""

from wire import Raw, basic, error, json_text, nested, segment

SHOP = {"environment": "test", "client_id": "shop-1", "client_secret": "s3cret"}
API = "https://api-test.alqaseh.com/v1"
PAY = "https://pay-test.alqaseh.com/pay"
INPUT = {
    "order_id": "A-1",
    "amount": "25000",
    "currency": "IQD",
    "description": "Two books",
    "redirect_url": "https://shop.example/return",
}
LOOK_UP = "history by order_id"
OK_REPLY = '{"payment_id":"p-1","token":"t-1"}'
OK_RESULT = {"payment_id": "p-1", "token": "t-1", "pay_url": PAY + "/t-1"}
CASES = []

KEYS = [
    ("order_id", "order_id"), ("amount", "amount"), ("currency", "currency"), ("description", "description"),
    ("redirect_url", "redirect_url"), ("transaction_type", "transaction_type"), ("webhook_url", "webhook_url"),
    ("country", "country"), ("email", "email"), ("custom_data", "custom_data"),
    ("token_expiry_in_hour", "token_expiry_in_hour"), ("nonce", "nonce"), ("p_sign", "p_sing"),
]
TYPES = {"retail": "Retail", "authorization": "Authorization", "reversal": "Reversal", "complete_sales": "CompleteSales"}


# Who has an API of their own has the page that goes with it.
OWN_PAGE = {"pay_page_url": "http://localhost:8080/pay"}


def body_of(given):
    fields = dict(given, transaction_type=TYPES[given.get("transaction_type", "retail")])
    fields["amount"] = Raw(str(given["amount"]))
    return json_text({key: fields[name] for name, key in KEYS if name in fields})


def headers_of(configuration, with_body=True):
    login = basic(configuration["client_id"], configuration["client_secret"])
    headers = {"Authorization": login, "Accept": "application/json"}
    return dict(headers, **{"Content-Type": "application/json"}) if with_body else headers


def accepted(name, about, changes=None, configuration=None, base=API, warnings=(), replies=()):
    configuration = dict(SHOP, **(configuration or {}))
    given = {key: value for key, value in dict(INPUT, **(changes or {})).items() if value is not None}
    CASES.append({
        "name": name, "about": about, "do": "call", "operation": "create_payment",
        "configuration": configuration, "input": given,
        "request": {
            "method": "POST", "url": base + "/egw/payments/create",
            "headers": headers_of(configuration), "body": body_of(given),
        },
        "retry": "look_up_first", "look_up": LOOK_UP, "warnings": list(warnings), "replies": list(replies),
    })


def refused(name, about, faults, changes=None, configuration=None, without=()):
    given = {key: value for key, value in dict(INPUT, **(changes or {})).items() if key not in without}
    configuration = {key: value for key, value in dict(SHOP, **(configuration or {})).items() if value is not None}
    CASES.append({
        "name": name, "about": about, "do": "call", "operation": "create_payment",
        "configuration": configuration, "input": given, "error": error(*faults, retry="never"),
    })


# The configuration.
refused("configuration: colon in the client id", "the login ends at the first colon: the secret would be cut",
        ["credential.characters client_id"], configuration={"client_id": "shop:1"})
refused("configuration: line break in the client id", "CR and LF in a credential forge headers",
        ["text.control client_id"], configuration={"client_id": "shop\r\nX-Admin: 1"})
refused("configuration: NUL in the secret", "NUL ends texts early in C",
        ["text.control client_secret"], configuration={"client_secret": "s3cret\u0000"})
refused("configuration: secret with a space at its end", "a credential pasted with its surroundings",
        ["credential.characters client_secret"], configuration={"client_secret": "s3cret "})
refused("configuration: secret that is not ASCII", "a header can't carry it unambiguously",
        ["credential.characters client_secret"], configuration={"client_secret": "سر"})
refused("configuration: empty secret", "an unset environment variable reads as the empty text",
        ["text.too_short client_secret"], configuration={"client_secret": ""})
refused("configuration: no environment", "the environment is never guessed",
        ["field.missing environment"], configuration={"environment": None})
refused("configuration: unknown environment", "environments are a closed list, not a text to edit",
        ["choice.unknown environment"], configuration={"environment": "live"})
refused("configuration: test login in production", "the published login against real money",
        ["environment.mixed client_id"], configuration={"environment": "production", "client_id": "public_test"})
refused("configuration: plain http in production", "the login would travel in the clear",
        ["environment.insecure base_url"],
        configuration={"environment": "production", "base_url": "http://api.alqaseh.com/v1", **OWN_PAGE})
refused("configuration: plain http in production, allowed for tests", "allow_http is for the test environment only",
        ["environment.insecure base_url"],
        configuration={"environment": "production", "base_url": "http://api.alqaseh.com/v1", **OWN_PAGE, "allow_http": True})
refused("configuration: plain http to another machine", "http is for this machine unless the test environment allows it",
        ["environment.insecure base_url"], configuration={"base_url": "http://sandbox:8080/v1", **OWN_PAGE})
refused("configuration: host that only begins like this machine", "localhost.evil.example is not localhost",
        ["environment.insecure base_url"], configuration={"base_url": "http://localhost.evil.example/v1", **OWN_PAGE})
refused("configuration: address that only begins like this machine", "127.0.0.1.evil.example is not loopback",
        ["environment.insecure base_url"], configuration={"base_url": "http://127.0.0.1.evil.example/v1", **OWN_PAGE})
for url in ("http://[::1].evil.example/v1", "http://[::1]evil.example/v1", "http://127.0.0.1:evil.example/v1",
            "http://localhost:80:evil.example/v1", "https://[/v1", "https://%00/v1", "https://shop.example:99999/v1",
            "https://shop.example:+443/v1", "https://-._/v1", "https://shop.example/../v1"):
    refused("configuration: " + url, "a host, a port and a path, nothing that only looks like one",
            ["url.invalid base_url"], configuration={"base_url": url, **OWN_PAGE})
for how, environment, url in (("", "test", "https://API.alqaseh.com/v1"),
                              ("", "production", "https://api-test.alqaseh.com/v1"),
                              (", the page's", "production", "https://pay-test.alqaseh.com/v1"),
                              (", the page's", "test", "https://pay.alqaseh.com/v1"),
                              (", with a dot", "test", "https://api.alqaseh.com./v1"),
                              (", with a dot and a port", "production", "https://api-test.alqaseh.com.:443/v1")):
    refused("configuration: the other host in " + environment + how, "environments are chosen, not edited into a URL",
            ["environment.host base_url"], configuration={"environment": environment, "base_url": url, **OWN_PAGE})
refused("configuration: user name in the base URL", "localhost@evil.example goes to evil.example",
        ["url.invalid base_url"], configuration={"base_url": "http://localhost@evil.example/v1", **OWN_PAGE})
refused("configuration: base URL with a query", "paths are joined to it",
        ["url.invalid base_url"], configuration={"base_url": "https://shop.example/v1?x=1", **OWN_PAGE})
refused("configuration: an API of your own and nobody's page", "the page would be the published system's, and get a token of yours",
        ["field.missing pay_page_url"], configuration={"base_url": "http://localhost:8080/v1"})
refused("configuration: a page of your own and nobody's API", "payments would be real ones, and their page a sandbox's",
        ["field.missing base_url"], configuration={"pay_page_url": "https://pay.shop.example/pay"})
refused("configuration: the API in so many words and no page", "one rule: both or neither", ["field.missing pay_page_url"],
        configuration={"environment": "production", "base_url": "https://api.alqaseh.com/v1"})
refused("configuration: a wrong URL without its page", "both are told", ["environment.insecure base_url", "field.missing pay_page_url"],
        configuration={"base_url": "http://sandbox:8080/v1"})
refused("configuration: a URL that is none without its page", "both are told", ["field.type base_url", "field.missing pay_page_url"],
        configuration={"base_url": 8080})
refused("configuration: misspelt field", "a misspelt setting must not be ignored",
        ["field.unknown clientid"], configuration={"clientid": "x"})
refused("configuration: all faults at once", "every fault of a configuration is reported together",
        ["choice.unknown environment", "field.missing client_id", "number.range order_id_max"],
        configuration={"environment": "sandbox", "client_id": None, "order_id_max": 251})
accepted("configuration: production", "the production host, and a live client id with = and @",
         configuration={"environment": "production", "client_id": "shop=1@bank"}, base="https://api.alqaseh.com/v1",
         replies=[{"status": 200, "body": OK_REPLY,
                   "result": dict(OK_RESULT, pay_url="https://pay.alqaseh.com/pay/t-1")}])
accepted("configuration: loopback", "plain http to this machine, /v1 and the port kept when joining",
         configuration={"base_url": "http://127.0.0.1:8080/v1", "pay_page_url": "http://localhost:8080/pay"},
         base="http://127.0.0.1:8080/v1",
         replies=[{"status": 200, "body": OK_REPLY, "result": dict(OK_RESULT, pay_url="http://localhost:8080/pay/t-1")}])
accepted("configuration: IPv6 loopback, slash at the end", "joining makes one slash, not two, and keeps /v1",
         configuration={"base_url": "http://[::1]:8080/v1/", **OWN_PAGE}, base="http://[::1]:8080/v1")
accepted("configuration: http to a container", "allow_http in the test environment",
         configuration={"base_url": "http://sandbox:8080/v1", **OWN_PAGE, "allow_http": True}, base="http://sandbox:8080/v1")

# create_payment.
accepted("create: smallest", "required fields only; the default transaction type is sent in so many words",
         replies=[{"status": 200, "body": OK_REPLY, "result": OK_RESULT}])
accepted("create: every field", "every optional field under the gateway's key; p_sing is the gateway's own spelling", {
    "transaction_type": "authorization", "webhook_url": "https://shop.example/hook?shop=1", "country": "IQ",
    "email": "sara@shop.example", "custom_data": {"cart": "c-1"}, "token_expiry_in_hour": 24, "nonce": "n-1",
    "p_sign": "AB12"})
accepted("create: digits kept", "25000.00 is sent as the caller wrote it, never through a float", {"amount": "25000.00"})
accepted("create: integer amount", "integers are accepted as amounts", {"amount": 25000})
accepted("create: eighteen digits", "more digits than a double holds go out as they came",
         {"amount": "123456789012345678"}, warnings=["amount.float32"])
accepted("create: amount float32 cannot hold", "it is reported, not refused: the gateway will print 150000260",
         {"amount": "150000250"}, warnings=["amount.float32"])
accepted("create: amount at the limit of float32", "16,777,216 is held exactly", {"amount": "16777216"})
accepted("create: amount beyond the limit of float32", "16,777,217 is the first integer that is not",
         {"amount": "16777217"}, warnings=["amount.float32"])
accepted("create: fraction in dinars by opt-out", "allow_fraction lets it pass and is not sent", None)
CASES[-1]["input"]["amount"] = "25.500"
CASES[-1]["request"]["body"] = body_of(CASES[-1]["input"])
CASES[-1]["input"]["allow_fraction"] = True
accepted("create: dollars with cents", "two decimals elsewhere than in dinars are normal",
         {"amount": "19.99", "currency": "USD"})
accepted("create: zero decimals in dinars", "25000.0 has no fraction and not three digits", {"amount": "25000.0"})
accepted("create: custom data kept", "nesting, big numbers and odd names go out exactly",
         {"custom_data": {"cart": {"id": 12345678901234567890, "tax": 0.1, "lines": [1, None, True, "x"]},
                          "quote": "a \"b\" \\ c\nd", "": "empty name"}})
accepted("create: Arabic description", "texts are characters, sent as UTF-8", {"description": "كتابان ومجلة"})
accepted("create: 250 Arabic letters", "sizes count characters, not bytes", {"description": "ك" * 250})
accepted("create: order id of 32", "the gateway's column holds 32 characters", {"order_id": "A" * 32})
accepted("create: order id with every allowed character", "the default characters", {"order_id": "aZ09._:/-"})
accepted("create: longer order id by setting", "order_id_max up to the schema's 250",
         {"order_id": "A" * 33}, {"order_id_max": 40})
accepted("create: more order id characters by setting", "order_id_extra adds to the default",
         {"order_id": "طلب#1"}, {"order_id_extra": "طلب#"})
accepted("create: app scheme by setting", "an app's own scheme in redirect_url needs the setting",
         {"redirect_url": "myshop://return"}, {"app_scheme": "myshop"})
accepted("create: redirect with a query", "a query is allowed: the redirect reader knows the second ?",
         {"redirect_url": "https://shop.example/return?session=1"})

refused("create: float amount", "a float can't hold money", ["amount.float amount"], {"amount": 25000.5})
refused("create: amount as true", "not a number at all", ["field.type amount"], {"amount": True})
refused("create: negative integer", "no sign in an amount", ["amount.syntax amount"], {"amount": -25000})
for title, text in [("exponent", "1e3"), ("thousands comma", "25,000"), ("space", "25 000"), ("leading zero", "025000"), ("only a leading zero", "05"), ("two zeros", "00"),
                    ("leading zero before the point", "00.5"),
                    ("no digit before the point", ".5"), ("no digit after the point", "5."), ("plus sign", "+5"),
                    ("Arabic digits", "٢٥٠٠٠"), ("line break", "25000\n"), ("no digits", ""), ("two points", "1.2.3")]:
    refused("create: amount with " + title, "amounts are plain decimal text",
            ["amount.syntax amount"], {"amount": text})
refused("create: nineteen digits", "more digits than an amount may have", ["amount.too_long amount"],
        {"amount": "1234567890123456789"})
refused("create: zero", "nothing to pay", ["amount.not_positive amount"], {"amount": "0"})
refused("create: 25.000 in dinars", "how many locales write 25,000", ["amount.ambiguous amount"], {"amount": "25.000"})
refused("create: fraction in dinars", "a non-zero fraction of a dinar", ["amount.ambiguous amount"], {"amount": "25000.5"})
refused("create: three decimals in riyals", "the riyal has two", ["amount.precision amount"],
        {"amount": "5.125", "currency": "SAR"})
refused("create: currency in small letters", "three upper-case letters", ["text.characters currency"], {"currency": "iqd"})
refused("create: currency of two letters", "three upper-case letters", ["text.too_short currency"], {"currency": "IQ"})
refused("create: order id of 33", "it would be cut in the gateway's column", ["text.too_long order_id"],
        {"order_id": "A" * 33})
refused("create: order id of 251", "said once", ["text.too_long order_id"], {"order_id": "A" * 251})
refused("create: order id with a space", "not among the default characters", ["text.characters order_id"],
        {"order_id": "A 1"})
refused("create: order id with a line break", "control characters are never sent", ["text.control order_id"],
        {"order_id": "A\n1"})
refused("create: empty order id", "given but empty", ["text.too_short order_id"], {"order_id": ""})
refused("create: order id as a number", "ids are text: leading zeros would go", ["field.type order_id"], {"order_id": 17})
refused("create: description of 251", "never cut", ["text.too_long description"], {"description": "ك" * 251})
refused("create: description with NUL", "control characters are never sent", ["text.control description"],
        {"description": "Two\u0000books"})
refused("create: redirect with a fragment", "the gateway's parameters would hide behind #", ["url.invalid redirect_url"],
        {"redirect_url": "https://shop.example/#/return"})
for scheme in ("javascript", "DATA", "https", "myshop://", "1shop", "my shop"):
    refused(f"create: {scheme} as the app's scheme", "a scheme alone, and one that only an app has",
            ["text.characters app_scheme"], {}, {"app_scheme": scheme})
refused("create: app scheme without the setting", "other schemes by opt-in", ["url.invalid redirect_url"],
        {"redirect_url": "myshop://return"})
refused("create: script as redirect", "other schemes by opt-in", ["url.invalid redirect_url"],
        {"redirect_url": "javascript:alert(1)"})
refused("create: redirect that is not ASCII", "URLs are percent-encoded", ["text.characters redirect_url"],
        {"redirect_url": "https://shop.example/عودة"})
refused("create: redirect without a host", "not an absolute URL", ["url.invalid redirect_url"],
        {"redirect_url": "https:///return"})
refused("create: relative redirect", "not an absolute URL", ["url.invalid redirect_url"], {"redirect_url": "/return"})
refused("create: webhook without a scheme", "not an absolute URL", ["url.invalid webhook_url"],
        {"webhook_url": "shop.example/hook"})
refused("create: e-mail without a host", "name@host", ["email.invalid email"], {"email": "sara@"})
refused("create: e-mail of 81 bytes", "at most 80 bytes", ["text.too_long email"], {"email": "a" * 67 + "@shop.example.x"[:14]})
refused("create: unknown transaction type", "a closed list", ["choice.unknown transaction_type"],
        {"transaction_type": "Retail"})
refused("create: zero hours", "at least one", ["number.range token_expiry_in_hour"], {"token_expiry_in_hour": 0})
refused("create: hours as text", "a whole number", ["field.type token_expiry_in_hour"], {"token_expiry_in_hour": "24"})
refused("create: hours with a fraction", "a whole number", ["number.range token_expiry_in_hour"],
        {"token_expiry_in_hour": 1.5})
def nest(levels):
    return {"a": nest(levels - 1)} if levels else {}


accepted("create: custom data of sixteen levels", "what is echoed must still be readable", {"custom_data": nest(15)})
refused("create: custom data of seventeen levels", "what is echoed must still be readable",
        ["input.too_deep custom_data"], {"custom_data": nest(16)})
refused("create: custom data over 64 KiB", "what is echoed must still be readable", ["input.too_large custom_data"],
        {"custom_data": {"a": "<" * 65536}})
refused("create: custom data as text", "a JSON object", ["field.type custom_data"], {"custom_data": "{}"})
refused("create: custom data as a list", "a JSON object", ["field.type custom_data"], {"custom_data": [1]})
refused("create: misspelt field", "a misspelt field must not be ignored", ["field.unknown descripton"],
        {"descripton": "x"})
refused("create: everything missing", "all faults are reported together, in the table's order",
        ["field.missing order_id", "field.missing amount", "field.missing currency", "field.missing description",
         "field.missing redirect_url"], without=list(INPUT))
refused("create: all faults at once", "all faults are reported together, in the table's order",
        ["text.too_long order_id", "amount.float amount", "text.characters currency", "text.too_short description",
         "url.invalid redirect_url", "email.invalid email"],
        {"order_id": "A" * 33, "amount": 0.5, "currency": "Iqd", "description": "", "redirect_url": "ftp://x",
         "email": "nobody"})


# Its replies. Creating is never repeated blindly: anything but 400, 401 and 403 may have happened.
def unknown(*faults, **more):
    return error(*faults, retry="look_up_first", look_up=LOOK_UP, **more)


def reply(status, body, fault, **more):
    return {"status": status, "body": body, "error": unknown(fault, status=status, **more)}


def never(status, body, fault, **more):
    return {"status": status, "body": body, "error": error(fault, retry="never", look_up="", status=status, **more)}


accepted("create: replies that are accepted", "unknown fields are kept; the token is one segment of the pay page", replies=[
    {"status": 200, "body": OK_REPLY, "result": OK_RESULT},
    {"status": 201, "body": ' {"token" : "t-1" , "payment_id":"p-1"}\r\n', "result": OK_RESULT},
    {"status": 200, "content_type": "text/html", "body": OK_REPLY, "result": OK_RESULT},
    {"status": 200, "body": '{"payment_id":"p-1","token":"a/b?c#d e%"}',
     "result": {"payment_id": "p-1", "token": "a/b?c#d e%", "pay_url": PAY + "/" + segment("a/b?c#d e%")}},
    {"status": 200, "body": '{"payment_id":"p-1","token":"\\u0637\\ud83d\\ude00"}',
     "result": {"payment_id": "p-1", "token": "ط😀", "pay_url": PAY + "/" + segment("ط😀")}},
    {"status": 200, "body": '{"payment_id":"p-1","token":"t-1","new":{"a":[1,2.50,null]},"__proto__":{"paid":true},"":0}',
     "result": dict(OK_RESULT, extra={"new": {"a": [1, Raw("2.50"), None]}, "__proto__": {"paid": True}, "": 0})},
    {"status": 200, "body": '{"payment_id":"p-1","token":"t-1","payment_id":"p-1"}', "result": OK_RESULT},
    {"status": 200, "body": '{"payment_id":"p-1","token":"t-1","a":' + nested(31) + "}",
     "result": dict(OK_RESULT, extra={"a": Raw(nested(31))})},
])
accepted("create: replies that can't be read", "an unreadable 2xx may have created the payment: look it up", replies=[
    reply(200, "", "reply.not_json"),
    reply(204, "", "reply.not_json"),
    reply(200, '{"payment_id":"p-1"}', "reply.field_missing token"),
    reply(200, '{"payment_id":"p-1","token":""}', "reply.field_missing token"),
    reply(200, '{"payment_id":"p-1","token":null}', "reply.field_missing token"),
    reply(200, '{"payment_id":17,"token":"t-1"}', "reply.field_type payment_id"),
    reply(200, '{"payment_id":"p-1","token":".."}', "reply.field_type token"),
    reply(200, '{"Payment_Id":"p-1","token":"t-1"}', "reply.field_missing payment_id"),
    reply(200, '{"payment_id":"p-1","token":"t-1","token":"t-2"}', "reply.field_duplicate token"),
    reply(200, "<html><body>Welcome</body></html>", "reply.not_json",
          gateway_message="Welcome"),
    reply(200, '{"payment_id":"p-1","token":"t-1"', "reply.not_json"),
    reply(200, '{"payment_id":"p-1","token":"t-1"}}', "reply.not_json"),
    reply(200, "{'payment_id':'p-1'}", "reply.not_json"),
    reply(200, '{"payment_id":"p-1","token":"\\ud800"}', "reply.not_json"),
    reply(200, '{"payment_id":"p-1","token":"a\nb"}', "reply.not_json"),
    reply(200, '{"payment_id":01,"token":"t"}', "reply.not_json"),
    reply(200, "[]", "reply.not_object"),
    reply(200, "null", "reply.not_object"),
    reply(200, '"p-1"', "reply.not_object"),
    reply(200, nested(33), "reply.too_deep"),
    reply(200, "[" * 10000, "reply.too_deep"),
])
CASES[-1]["replies"].append({
    "status": 200, "body_hex": b'{"payment_id":"p-\xff","token":"t"}'.hex(),
    "error": unknown("reply.not_utf8", status=200)})
accepted("create: a broken reply shows no token", "a reply that was cut holds the token: it must not reach a log", replies=[
    reply(200, '\ufeff{"payment_id":"p-1","token":"t-1"}', "reply.not_json", gateway_message=""),
    reply(200, 'callback({"payment_id":"p-1","token":"t-1"})', "reply.not_json", gateway_message=""),
    reply(200, OK_REPLY + "<!-- served by cache 3 -->", "reply.not_json", gateway_message=""),
    reply(200, '{"payment_id":"p-1","token":"t-1', "reply.not_json", gateway_message=""),
    reply(200, "payment_id=p-1&token=t-1", "reply.not_json", gateway_message=""),
    reply(200, '<a href="https://pay.alqaseh.com/pay/t-1">pay</a><script>x={"token":"t-1"}</script>', "reply.not_json",
          gateway_message=""),
    reply(200, '<HTML><a href="https://pay.alqaseh.com/pay/t-1">pay</a><script>x={"token":"t-1"}</script>',
          "reply.not_json", gateway_message="pay x"),
    reply(200, "tok-5ecret-1", "reply.not_json", gateway_message=""),
    reply(200, "<token>tok-5ecret-1</token>", "reply.not_json", gateway_message=""),
    reply(200, '{"token":"t-1"}', "reply.field_missing payment_id", gateway_message=""),
])
accepted("create: refusals", "400, 401 and 403: nothing happened; the gateway's words are kept", replies=[
    never(400, '{"err":"invalid currency","error_code":"E17","reference_code":"r-9"}', "gateway.refused",
          gateway_code="E17", gateway_message="invalid currency", gateway_reference="r-9"),
    never(400, '{"err":"bad","error_code":17,"reference_code":null}', "gateway.refused",
          gateway_code="17", gateway_message="bad", gateway_reference=""),
    never(401, '{"err":"unauthorized","error_code":"AUTH","reference_code":"r-1"}', "gateway.unauthorized",
          gateway_code="AUTH", gateway_message="unauthorized", gateway_reference="r-1"),
    never(403, "<h1>Forbidden</h1>", "gateway.unauthorized", gateway_code="", gateway_message="Forbidden"),
    never(400, "", "gateway.refused", gateway_message=""),
])
accepted("create: what a refusal quotes", "no address, which may end in a token, no card number however it is spaced, "
         "and nothing that turns the line around", replies=[
    never(400, json_text({"err": said, "error_code": said, "reference_code": said}), "gateway.refused", gateway_code=shown,
          gateway_message=shown, gateway_reference=shown) for said, shown in [
        ("card 5341432900077803 refused", "card … refused"), ("card 5341 4329 0007 7803 refused", "card … refused"),
        ("card 5341-4329-0007-7803.", "card …."), ("5341\u00a04329\u00a00007\u00a07803 refused", "… refused"),
        ("5341\t4329\t0007\t7803", "…"), ("5341.4329.0007.7803", "…"), ("5341 4329 0007", "…"),
        ("pan:534143290007", "pan:…"), ("5341\u20114329\u200b0007\u20137803", "…"), ("٥٣٤١ ٤٣٢٩ ٠٠٠٧ ٧٨٠٣", "…"),
        ("5341 / 4329 / 0007 / 7803", "…"), ("a 5341\u202e4329\u206600077803 b", "a … b"),
        ("53414329000", "53414329000"), ("RRN 4 of 25000 IQD on 2026", "RRN 4 of 25000 IQD on 2026"),
        ("Cannot POST /v1/egw/payments/process/tok-5ecret-1 now", "Cannot POST now"),
        ("see https://pay.alqaseh.com/pay/tok-5ecret-1", "see"), ("a\u202egnp.exe", "a gnp.exe"),
        ("a\u2066b\u2069 c", "a b c")]] + [
    reply(404, "<pre>Cannot POST /v1/egw/payments/create</pre>", "gateway.not_found", gateway_message="Cannot POST"),
    reply(404, "Cannot POST /v1/egw/payments/create", "gateway.not_found", gateway_message="Cannot POST"),
])
accepted("create: statuses that leave it open", "anything else may have happened: look it up, never repeat", replies=[
    reply(302, "", "reply.redirect"),
    reply(307, "<a>moved</a>", "reply.redirect", gateway_message="moved"),
    reply(402, "", "gateway.refused"),
    reply(404, '{"err":"not found"}', "gateway.not_found", gateway_message="not found"),
    reply(408, "", "gateway.unavailable"),
    reply(409, '{"err":"conflict"}', "gateway.refused", gateway_message="conflict"),
    reply(425, "", "gateway.unavailable"),
    reply(429, '{"err":"slow down"}', "gateway.unavailable", gateway_message="slow down"),
    reply(500, "<html>\n <h1>500</h1>\r\n</html>", "gateway.unavailable", gateway_message="500"),
    reply(502, nested(33), "gateway.unavailable"),
    reply(504, "upstream timed out", "gateway.unavailable", gateway_message="upstream timed out"),
    reply(599, "x" * 300, "gateway.unavailable", gateway_message="x" * 200 + "…"),
    reply(500, '{"err":"' + "ك" * 300 + '"}', "gateway.unavailable", gateway_message="ك" * 200 + "…"),
    reply(500, '{"err":"a\\u0000b\\r\\nc"}', "gateway.unavailable", gateway_message="a b c"),
    reply(500, '{"err":{"text":"nested"},"message":"flat"}', "gateway.unavailable", gateway_message="flat"),
    reply(100, "", "reply.unexpected_status"),
])
