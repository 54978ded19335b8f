"""Al Qaseh: what goes by the token of a payment page: get_payment_by_token, process_card, reverse_payment, pay_page."""

from cases.alqaseh_calls import Calls, not_segments, segments, unreadable
from cases.alqaseh_create import PAY, SHOP
from wire import Raw, error, json_text, nested, segment

CASES = []
TOKEN = "tok-5ecret-1"



def echoes(calls, *texts):
    """What was sent comes back in a refusal, as proxies and frameworks do it: nothing of it is shown."""
    later = "look_up_first" if calls.look_up else "never"
    return [calls.reply(status, body, fault, retry) for text in texts for status, body, fault, retry in [
        (400, json_text({"err": f"{text} is refused", "error_code": text, "reference_code": text}), "gateway.refused", "never"),
        (404, f"<pre>Cannot POST /v1/egw/payments/process/{text}</pre>", "gateway.not_found", later),
        (404, f"no route to {text}", "gateway.not_found", later), (307, f"<a>{text}</a>", "reply.redirect", later)]]


# get_payment_by_token: a look-up that never settles.
info = Calls(CASES, "get_payment_by_token", "by token", "GET", "")
INFO = {"amount": Raw("25000"), "currency": "IQD", "description": "Two books", "payment_status": "prepared"}
not_segments(info, "token")
segments(info, "token", lambda text: "/info/" + text, "")
info.refused("misspelt field", "a misspelt field must not be ignored", ["field.unknown tokn"], {"tokn": TOKEN})


def told(given, **changes):
    shown = {key: str(value) if key == "amount" else value for key, value in given.items()}
    shown = {key: value for key, value in dict(shown, **changes).items() if value is not None}
    return {"status": 200, "body": json_text(given), "result": shown}


info.accepted("replies", "what anyone with the token can see: it names no order and never settles one",
              {"token": TOKEN}, "/info/" + TOKEN, replies=[
                  told(INFO), told(dict(INFO, payment_status="SUCCEEDED"), payment_status="succeeded"),
                  told(dict(INFO, payment_status="Success"), payment_status="success"),
                  told(dict(INFO, payment_status="Settled")), told(dict(INFO, description=None), description=None),
                  told(dict(INFO, description=""), description=None), told(dict(INFO, description=["كتابان"])),
                  told(dict(INFO, amount=Raw("1.5000026e+08"))), told(dict(INFO, amount="25000.00")),
                  told(dict(INFO, order_id="A-1", transaction_type="Retail"), order_id=None, transaction_type=None,
                       extra={"order_id": "A-1", "transaction_type": "Retail"}),
                  {"status": 200, "body": json_text(INFO)[:-1] + ',"amount":25000,"x":1,"x":2}',
                   "result": dict(INFO, amount="25000", extra={"x": 2})},
                  told(dict(INFO, x=Raw(nested(31))), x=None, extra={"x": Raw(nested(31))}),
              ])
info.accepted("in production", "the production host keeps its /v1", {"token": TOKEN}, "/info/" + TOKEN,
              configuration={"environment": "production"}, base="https://api.alqaseh.com/v1")
info.accepted("replies that can't be read", "a broken answer must not look like an unpaid payment; a look-up may be repeated",
              {"token": TOKEN}, "/info/" + TOKEN, replies=unreadable(info, json_text(INFO), [
                  (json_text({key: value for key, value in INFO.items() if key != name}), "reply.field_missing " + name)
                  for name in ("amount", "currency", "payment_status")]) + [
                  info.reply(200, json_text(dict(INFO, **change)), fault) for change, fault in [
                      ({"amount": None}, "reply.field_missing amount"), ({"amount": ""}, "reply.field_type amount"),
                      ({"amount": "25,000"}, "reply.field_type amount"), ({"amount": False}, "reply.field_type amount"),
                      ({"amount": Raw("-1")}, "reply.field_type amount"), ({"currency": 368}, "reply.field_type currency"),
                      ({"currency": ""}, "reply.field_missing currency"),
                      ({"payment_status": 0}, "reply.field_type payment_status")]] + [
                  info.reply(200, json_text(INFO)[:-1] + ',"payment_status":"succeeded"}',
                             "reply.field_duplicate payment_status"),
                  info.reply(200, json_text({key.upper(): value for key, value in INFO.items()}), "reply.field_missing amount")])
info.accepted("statuses", "a look-up may be repeated on 408, 425, 429 and 5xx; no redirect is followed",
              {"token": TOKEN}, "/info/" + TOKEN, replies=info.statuses())
info.accepted("the token comes back", "who has the token can open the page: it must not reach a log",
              {"token": TOKEN}, "/info/" + TOKEN, replies=echoes(info, TOKEN) + [
                  info.reply(200, TOKEN, "reply.not_json"),
                  info.reply(200, f"<html><p>{TOKEN}</p></html>", "reply.not_json")])

# process_card: the reply is not described, so it is kept as it came.
card = Calls(CASES, "process_card", "card", "POST", "get_payment")
CARD = {"card_number": "5341432900077803", "cvv": "971", "exp_month": "01", "exp_year": "2027"}
KEYS = [("card_number", "CardNumber"), ("cvv", "Cvv"), ("exp_month", "EXPMon"), ("exp_year", "EXPYear")]


def card_body(given=None):
    given = dict(CARD, **(given or {}))
    return json_text({key: given[name] for name, key in KEYS})


def raw_replies(calls):
    """Text, JSON, a page or nothing: kept as it came, and none of it says what happened."""
    def kept(status, body, content_type=None):
        given = {"status": status, "body": body, "result": {"status": status, "content_type": content_type, "body": body}}
        if content_type:
            given["content_type"] = content_type
        else:
            del given["result"]["content_type"]
        return given
    return [kept(200, "ok", "text/plain"), kept(200, ""), kept(204, ""), kept(201, '{"payment_status":"succeeded"}', "application/json"),
            kept(200, "<html><form>3-D Secure</form></html>", "text/html; charset=utf-8"), kept(200, "تم"),
            kept(202, '{"payment_status":'), kept(200, "a\u0000\r\nb"), kept(299, "0"),
            calls.reply(200, b"\xc7\xe3", "reply.not_utf8", as_hex=True), calls.reply(200, b"ok\xff", "reply.not_utf8", as_hex=True)]


not_segments(card, "token", **CARD)
segments(card, "token", lambda text: "/process/" + text, card_body(), **CARD)
for title, change in [("four digits of year", {}), ("two digits of year", {"exp_year": "27"}),
                      ("twelve digits", {"card_number": "123456789012"}), ("nineteen digits", {"card_number": "6304" + "0" * 15}),
                      ("leading zeros", {"card_number": "000000000000", "cvv": "0001", "exp_month": "12", "exp_year": "00"})]:
    card.accepted(title, "PascalCase names and strings, the year as the caller gives it", dict(CARD, token=TOKEN, **change),
                  "/process/" + TOKEN, card_body(change))
card.accepted("replies", "unspecified: kept raw; then get the payment", dict(CARD, token=TOKEN), "/process/" + TOKEN,
              card_body(), raw_replies(card))
card.accepted("statuses", "the card may have been charged: only 400, 401 and 403 say that nothing happened",
              dict(CARD, token=TOKEN), "/process/" + TOKEN, card_body(), card.statuses())
card.accepted("the card comes back", "neither the card nor the token must reach a log", dict(CARD, token=TOKEN),
              "/process/" + TOKEN, card_body(),
              echoes(card, TOKEN, CARD["card_number"], "5341 4329 0007 7803 cvv 971", "971 01/2027"))
for title, change, fault in [
    ("number with spaces", {"card_number": "5341 4329 0007 7803"}, "text.characters card_number"),
    ("number with dashes", {"card_number": "5341-4329-0007-780"}, "text.characters card_number"),
    ("number in Arabic digits", {"card_number": "٥٣٤١٤٣٢٩٠٠٠٧٧٨٠٣"}, "text.characters card_number"),
    ("number as a number", {"card_number": 5341432900077803}, "field.type card_number"),
    ("number of 11 digits", {"card_number": "1" * 11}, "text.too_short card_number"),
    ("number of 20 digits", {"card_number": "1" * 20}, "text.too_long card_number"),
    ("number with a line end", {"card_number": "5341432900077803\n"}, "text.control card_number"),
    ("CVV of two digits", {"cvv": "97"}, "text.too_short cvv"),
    ("CVV of five digits", {"cvv": "97100"}, "text.too_long cvv"),
    ("CVV as a number", {"cvv": 971}, "field.type cvv"),
    ("CVV with letters", {"cvv": "97A"}, "text.characters cvv"),
    ("month 00", {"exp_month": "00"}, "number.range exp_month"),
    ("month 13", {"exp_month": "13"}, "number.range exp_month"),
    ("month of one digit", {"exp_month": "1"}, "text.too_short exp_month"),
    ("month as a number", {"exp_month": 1}, "field.type exp_month"),
    ("month by name", {"exp_month": "Ja"}, "text.characters exp_month"),
    ("year of one digit", {"exp_year": "7"}, "text.too_short exp_year"),
    ("year of five digits", {"exp_year": "20270"}, "text.too_long exp_year"),
    ("year of three digits", {"exp_year": "027"}, "number.range exp_year"),
    ("year as a number", {"exp_year": 2027}, "field.type exp_year"),
    ("no CVV", {"cvv": None}, "field.missing cvv"),
]:
    card.refused(title, "exactly as printed on the card, as text: nothing is trimmed, padded or guessed", [fault],
                 {key: value for key, value in dict(CARD, token=TOKEN, **change).items() if value is not None})
card.refused("the gateway's spelling", "a misspelt field must not be ignored", ["field.unknown CardNumber"],
             dict({key: value for key, value in CARD.items() if key != "card_number"}, token=TOKEN, CardNumber="5341432900077803"))
card.refused("everything missing", "all faults are reported together, in the table's order",
             ["field.missing token", "field.missing card_number", "field.missing cvv", "field.missing exp_month",
              "field.missing exp_year"], {})
card.refused("everything wrong", "all faults are reported together, and none shows the card",
             ["text.characters token", "text.characters card_number", "text.too_short cvv", "number.range exp_month",
              "text.too_long exp_year"],
             {"token": "..", "card_number": "5341432900077803x", "cvv": "1", "exp_month": "99", "exp_year": "20271"})

# reverse_payment: one source only, no body either way.
reverse = Calls(CASES, "reverse_payment", "reverse", "POST", "history by order_id, for a Reversal")
not_segments(reverse, "token")
segments(reverse, "token", lambda text: "/process-reversal/" + text, "")
reverse.accepted("replies", "no status reports a reversal: whatever it says, only a Reversal row of the history proves it",
                 {"token": TOKEN}, "/process-reversal/" + TOKEN, replies=raw_replies(reverse))
reverse.accepted("statuses", "the money may be on its way back: only 400, 401 and 403 say that nothing happened",
                 {"token": TOKEN}, "/process-reversal/" + TOKEN, replies=reverse.statuses())
reverse.accepted("the token comes back", "who has the token can ask again: it must not reach a log",
                 {"token": TOKEN}, "/process-reversal/" + TOKEN, replies=echoes(reverse, TOKEN))
reverse.refused("an amount", "reversing takes all: an ignored amount would look like a partial one",
                ["field.unknown amount"], {"token": TOKEN, "amount": "100"})


# pay_page: the address of the hosted page.
def page(name, about, token, url=None, fault=None, configuration=None):
    found = {"error": error(fault, retry="never")} if fault else {"result": {"url": url}}
    CASES.append({"name": "pay page: " + name, "about": about, "do": "tool", "tool": "pay_page",
                  "configuration": dict(SHOP, **(configuration or {})),
                  "input": {} if token is None else {"token": token}, **found})


page("test", "the test environment's page", TOKEN, PAY + "/" + TOKEN)
page("production", "the production page", TOKEN, "https://pay.alqaseh.com/pay/" + TOKEN, configuration={"environment": "production"})
page("sandbox", "a page of your own; a slash at its end is one slash", TOKEN, "http://localhost:8080/pay/" + TOKEN,
     configuration={"base_url": "http://localhost:8080/v1", "pay_page_url": "http://localhost:8080/pay/"})
for title, text in [("slashes", "../x/y"), ("query", "t?x=1&y"), ("fragment", "t#1"), ("percent", "100%2F"),
                    ("space and Arabic", "t رمز"), ("script", "\"><script>alert(1)</script>")]:
    page("token with " + title, "one segment of the path: nothing in it may escape", text, PAY + "/" + segment(text))
page("two dots", "a path, not a token", "..", fault="text.characters token")
page("a dot", "a path, not a token", ".", fault="text.characters token")
page("empty token", "it would be the page of nothing", "", fault="text.too_short token")
page("no token", "required", None, fault="field.missing token")
page("token with a line break", "it would forge a Location header", "t\r\nSet-Cookie: a=b", fault="text.control token")
page("token as a number", "text", 17, fault="field.type token")
page("token of 129", "longer than any", "t" * 129, fault="text.too_long token")
