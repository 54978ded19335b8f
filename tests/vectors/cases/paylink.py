"""Paylink: the acknowledgment's record and its delivery."""

import time

from wire import error, json_text, segment

CASES = []
NOW = 1795000000
DEADLINE = NOW + 600
SHOP = {"environment": "production", "merchant_id": "shop-1", "api_key": "k3y"}
DECISION = {"link_reference": "1234567890ABC", "verdict": "success", "now": NOW, "deadline": DEADLINE}
YES = '{"status":"success"}'


def sends(at, reference="1234567890ABC", verdict="Success", merchant="shop-1", base="https://api.paylink.sa", kind="payment"):
    url = base + "/api/merchants/" + segment(merchant) + f"/{kind}-acknowledgment"
    return {"step": at, "sends": {"url": url, "body": json_text({"processingStatus": verdict, "transactionNo": reference})}}


def heard(at, status=None, body="", **more):
    return {"heard": at, "answer": {} if status is None else dict(status=status, body=body, **more)}


def waits(at, until):
    return {"step": at, "waits": until}


def done(at, state):
    return [{"step": at, "done": True}, {"state": state}]


def record(state="pending", attempts=0, **more):
    """A saved record, in the order of its table."""
    fields = {"kind": "payment", "environment": "production", "merchant_id": "shop-1",
              "link_reference": "1234567890ABC", "verdict": "success", "decided_at": NOW, "deadline": DEADLINE,
              "attempts": attempts, "state": state, **more}
    return {key: value for key, value in fields.items() if value is not None}


def case(name, about, steps, configuration=None, decision=None, earlier=None):
    made = {"name": name, "about": about, "do": "acknowledge", "configuration": dict(SHOP, **(configuration or {})),
            "decision": dict(DECISION, **(decision or {})), "earlier": earlier, "steps": steps}
    CASES.append({key: value for key, value in made.items() if value is not None})


def refused(name, about, faults, configuration=None, decision=None, earlier=None, without=()):
    decision = {key: value for key, value in dict(DECISION, **(decision or {})).items() if key not in without}
    configuration = {k: v for k, v in dict(SHOP, **(configuration or {})).items() if v is not None}
    made = {"name": name, "about": about, "do": "acknowledge", "configuration": configuration, "decision": decision,
            "earlier": earlier, "error": error(*faults, retry="never")}
    CASES.append({key: value for key, value in made.items() if value is not None})


case("an answer before anything was sent", "nothing was asked, so nothing can be accepted", [
    dict(heard(NOW, 200, YES), error=error("record.invalid attempts", retry="never")), {"state": "pending"}])

# The way it should go.
case("success", "the page's own example: compact, in this key order; accepted, which is not yet PAID", [
    {"state": "pending"}, {"save": record()}, sends(NOW),
    {"save": record(attempts=1, first_attempt_at=NOW, last_attempt_at=NOW, wait=2)},
    heard(NOW + 1, 200, YES), {"state": "acknowledged"},
    {"save": record("acknowledged", 1, first_attempt_at=NOW, last_attempt_at=NOW, wait=2, last_status=200)},
    *done(NOW + 2, "acknowledged")])
case("failure", "the other verdict", [sends(NOW, verdict="Failure"), heard(NOW, 200, YES), *done(NOW, "acknowledged")],
     decision={"verdict": "failure"})
case("letter case of success", "any letter case, and other fields beside it", [
    sends(NOW), heard(NOW, 200, '{"status":"SUCCESS","extra":{"a":1}}'), *done(NOW, "acknowledged")])
case("leading zeros", "the reference is text", [sends(NOW, reference="0001234567890"), heard(NOW, 200, YES)],
     decision={"link_reference": "0001234567890"})
case("odd reference", "quotes and backslashes are escaped in the body", [sends(NOW, reference='a"b\\c/<é'[:7])],
     decision={"link_reference": 'a"b\\c/<é'[:7]})
case("odd merchant id", "one segment of the path: nothing in it may escape",
     [sends(NOW, merchant="متجر/../1?x#y%z a"), heard(NOW, 200, YES), *done(NOW, "acknowledged")],
     configuration={"merchant_id": "متجر/../1?x#y%z a"})
case("sandbox", "the test environment with a base URL of its own; a slash at its end is one slash",
     [sends(NOW, base="http://localhost:8081"), heard(NOW, 200, YES), *done(NOW, "acknowledged")],
     configuration={"environment": "test", "base_url": "http://localhost:8081/"})
case("same decision again", "the earlier record comes back as it is, with its own times",
     [{"save": record(attempts=2, first_attempt_at=NOW + 1, last_attempt_at=NOW + 3, wait=4)}, waits(NOW + 4, NOW + 7),
      sends(NOW + 7)],
     decision={"now": NOW + 100, "deadline": NOW + 700},
     earlier=record(attempts=2, first_attempt_at=NOW + 1, last_attempt_at=NOW + 3, wait=4))
case("same decision after it is done", "nothing is sent twice once it is accepted", done(NOW + 9, "acknowledged"),
     earlier=record("acknowledged", 1, first_attempt_at=NOW, last_attempt_at=NOW, wait=2, last_status=200))
case("another key for another merchant", "a percent sign, a dot and a tilde in the id",
     [sends(NOW, merchant="a%2Fb.~")], configuration={"merchant_id": "a%2Fb.~", "api_key": "other key"})

# Lost, late, repeated.
case("lost reply and restart", "the body is identical to the byte; the record is all that survives", [
    sends(NOW), heard(NOW + 1), {"state": "pending"}, {"restart": True}, {"state": "pending"},
    {"save": record(attempts=1, first_attempt_at=NOW, last_attempt_at=NOW, wait=2, last_message="no answer")},
    waits(NOW + 1, NOW + 2), sends(NOW + 2), {"restart": True}, waits(NOW + 3, NOW + 6), sends(NOW + 6),
    heard(NOW + 7, 200, YES), {"restart": True}, *done(NOW + 8, "acknowledged")])
case("process died before the answer", "an attempt without an answer counts as one", [
    sends(NOW), {"restart": True}, waits(NOW, NOW + 2), waits(NOW + 1, NOW + 2), sends(NOW + 2)])
case("waits double up to a minute", "2, 4, 8, 16, 32, 60, 60 seconds", [
    step for at, wait in [(0, 2), (2, 4), (6, 8), (14, 16), (30, 32), (62, 60), (122, 60), (182, 60)]
    for step in (sends(NOW + at), heard(NOW + at), waits(NOW + at, NOW + at + wait))])
for title, body in [("another status", '{"status":"failed"}'), ("no status", "{}"), ("an error", '{"error":"busy"}'),
                    ("a status that is no text", '{"status":true}'), ("an empty body", ""), ("HTML", "<html></html>"),
                    ("a list", '["success"]'), ("text", "success"), ("a JSON text", '"success"'),
                    ("cut short", '{"status":"success"'), ("success under another letter case", '{"Status":"success"}'),
                    ("both", '{"status":"success","status":"failed"}'), ("success with a space", '{"status":"success "}'),
                    ("nesting", '{"status":"success","a":' + "[" * 40 + "]" * 40 + "}")]:
    case("200 with " + title, "unknown: repeated with the identical body, also after a restart",
         [sends(NOW), heard(NOW, 200, body), {"state": "pending"}, {"restart": True}, sends(NOW + 2)])
for status in (201, 202, 204, 100, 408, 425, 429, 500, 502, 503, 504, 599):
    case(f"status {status}", "unknown: repeated with the identical body, also after a restart",
         [sends(NOW), heard(NOW, status, YES if status < 400 else ""), {"state": "pending"}, {"restart": True},
          sends(NOW + 2)])
case("404 repeated", "wrong merchant or transaction, or not visible yet", [
    sends(NOW), heard(NOW, 404, '{"error":"The specified merchant or transaction was not found."}'),
    {"save": record(attempts=1, first_attempt_at=NOW, last_attempt_at=NOW, wait=2, last_status=404,
                    last_message="The specified merchant or transaction was not found.")},
    sends(NOW + 2), heard(NOW + 2, 404, ""), waits(NOW + 3, NOW + 6), sends(NOW + 6), heard(NOW + 6, 200, YES),
    *done(NOW + 6, "acknowledged")])
for status, title in ((401, "no key"), (403, "forbidden")):
    case(f"{status}: paused, then a new key", "nothing more is sent with a key that is refused", [
        sends(NOW), heard(NOW + 1, status, '{"error":"Invalid or missing X-API-KEY."}'), {"state": "paused"},
        {"save": record("paused", 1, first_attempt_at=NOW, last_attempt_at=NOW, wait=2, last_status=status,
                        last_message="Invalid or missing X-API-KEY.")},
        *done(NOW + 300, "paused"), {"restart": True, "api_key": "n3w"}, sends(NOW + 300),
        heard(NOW + 301, 200, YES), *done(NOW + 302, "acknowledged")])
case("paused, and a new key at once", "a new key waits for nothing", [
    sends(NOW), heard(NOW, 401), {"restart": True, "api_key": "n3w"}, sends(NOW), heard(NOW, 200, YES),
    *done(NOW, "acknowledged")])
case("paused, and the new key is late", "the deadline goes on", [
    sends(NOW), heard(NOW, 401), {"restart": True, "api_key": "n3w"}, *done(DEADLINE + 1, "gave_up")])
for status in (400, 402, 405, 409, 410, 422, 301, 302, 304, 307, 308):
    case(f"status {status}: refused", "other 4xx are refused, and redirects never followed: the key would travel", [
        sends(NOW), heard(NOW, status, '{"error":"Invalid request format or missing required parameters."}'),
        *done(NOW + 60, "refused"), {"restart": True, "api_key": "n3w"}, *done(NOW + 61, "refused")])
case("Retry-After in seconds", "honoured, counted from the answer", [
    sends(NOW), heard(NOW + 10, 429, "", retry_after="30"), waits(NOW + 11, NOW + 40), waits(NOW + 39, NOW + 40),
    sends(NOW + 40), heard(NOW + 40), waits(NOW + 41, NOW + 44)])
DATE = time.strftime("%a, %d %b %Y %H:%M:%S GMT", time.gmtime(NOW + 90))
case("Retry-After as an HTTP date", "honoured", [
    sends(NOW), heard(NOW + 5, 503, "<html>", retry_after=DATE), {"restart": True}, waits(NOW + 89, NOW + 90), sends(NOW + 90)])
case("Retry-After past the deadline", "never past the deadline, where it gives up", [
    sends(NOW), heard(NOW + 1, 429, "", retry_after="86400"), waits(NOW + 2, DEADLINE), waits(DEADLINE - 1, DEADLINE),
    *done(DEADLINE, "gave_up")])
case("Retry-After as a date past the deadline", "never past the deadline, where it gives up", [
    sends(NOW), heard(NOW + 1, 429, "", retry_after="Fri, 31 Dec 2099 23:59:59 GMT"), waits(NOW + 2, DEADLINE),
    *done(DEADLINE + 5, "gave_up")])
for title, text in [("nonsense", "soon"), ("a negative number", "-5"), ("a fraction", "1.5"), ("too many digits", "9" * 30),
                    ("nothing", ""), ("a date without a zone", "Sun, 06 Nov 1994 08:49:37"), ("Arabic digits", "٣٠")]:
    case("Retry-After is " + title, "nonsense is ignored",
         [sends(NOW), heard(NOW, 429, "", retry_after=text), waits(NOW + 1, NOW + 2), sends(NOW + 2)])

# The deadline.
case("first attempt late", "sent once all the same; accepted late: check for a refund before shipping", [
    sends(DEADLINE + 1), heard(DEADLINE + 2, 200, YES), {"state": "acknowledged_late"}, *done(DEADLINE + 3, "acknowledged_late")])
case("first attempt late and lost", "once, and no more", [
    sends(DEADLINE + 100), heard(DEADLINE + 101), *done(DEADLINE + 102, "gave_up")])
case("first attempt late, then the clock goes back", "the first attempt was late, whatever the clock says now", [
    sends(DEADLINE + 50), heard(DEADLINE - 50, 200, YES), *done(DEADLINE - 49, "acknowledged_late")])
case("first attempt late and lost, then the clock goes back", "the first attempt was late, whatever the clock says now", [
    sends(DEADLINE + 50), heard(DEADLINE + 51), sends(DEADLINE - 50), heard(DEADLINE - 40, 200, YES),
    *done(DEADLINE - 39, "acknowledged_late")])
case("answer late", "the accepted reply came after the deadline", [
    sends(DEADLINE - 1), heard(DEADLINE + 1, 200, YES), *done(DEADLINE + 1, "acknowledged_late")])
case("answer at the deadline", "not after it", [sends(DEADLINE - 1), heard(DEADLINE, 200, YES), *done(DEADLINE, "acknowledged")])
case("gave up", "the outcome is unknown: a person must look", [
    sends(NOW), heard(NOW, 500), sends(DEADLINE - 1), heard(DEADLINE - 1, 500), *done(DEADLINE + 1, "gave_up"),
    {"restart": True}, *done(DEADLINE + 2, "gave_up")])
case("clock goes backwards", "no harm: the same bytes, sooner", [
    sends(NOW + 100), heard(NOW + 101), sends(NOW + 50), waits(NOW + 51, NOW + 54), heard(NOW + 52, 200, YES),
    *done(NOW, "acknowledged")])
case("done stays done", "a second answer changes nothing", [
    sends(NOW), heard(NOW, 200, YES), heard(NOW + 1, 500), heard(NOW + 1, 400), heard(NOW + 1), *done(NOW + 2, "acknowledged")])
case("clock not set", "a clock before 2024 is refused and changes nothing", [
    {"step": 0, "error": error("clock.implausible now")}, {"step": NOW * 1000, "error": error("clock.implausible now")},
    sends(NOW), {"heard": 0, "answer": {"status": 200, "body": YES}, "error": error("clock.implausible now")},
    {"state": "pending"}, heard(NOW, 200, YES), *done(NOW, "acknowledged")])
case("answer that is none", "a status has three digits, a body is text", [
    sends(NOW), {"heard": NOW, "answer": {"status": "200", "body": YES}, "error": error("field.type status")},
    {"heard": NOW, "answer": {"status": 1000}, "error": error("number.range status")}, {"state": "pending"},
    heard(NOW, 200, YES), *done(NOW, "acknowledged")])

# What is refused.
refused("flip to failure", "a decision is never changed", ["ack.flip verdict"], decision={"verdict": "failure"}, earlier=record())
refused("flip after it is acknowledged", "a decision is never changed", ["ack.flip verdict"], decision={"verdict": "failure"},
        earlier=record("acknowledged", 1, first_attempt_at=NOW, last_attempt_at=NOW, wait=2, last_status=200))
refused("flip to success", "a decision is never changed", ["ack.flip verdict"], earlier=record(verdict="failure"))
refused("another merchant's record", "keys and records must belong together", ["ack.mismatch merchant_id"],
        earlier=record(merchant_id="shop-2"))
refused("a test's record in production", "nothing that was decided in a test goes on with real money",
        ["ack.mismatch environment"], earlier=record(environment="test"))
refused("production's record in a test", "a sandbox hears of no real payment", ["ack.mismatch environment"],
        configuration={"environment": "test", "base_url": "http://localhost:8080"}, earlier=record())
refused("record without an environment", "nobody knows where it was to go", ["record.invalid environment"],
        earlier=record(environment=None))
refused("record of an environment nobody knows", "not one of ours", ["record.invalid environment"],
        earlier=record(environment="staging"))
case("in a test", "a test's record goes on in the test", [
    {"save": record(environment="test")}, sends(NOW, base="http://localhost:8080"), {"restart": True}],
     configuration={"environment": "test", "base_url": "http://localhost:8080"})
refused("another transaction's record", "one record, one transaction", ["record.invalid earlier"],
        earlier=record(link_reference="0"))
refused("reference that lost its zeros", "01 is not 1", ["record.invalid earlier"], decision={"link_reference": "01"},
        earlier=record(link_reference="1"))
refused("record of another kind", "a refund's record is no payment's", ["record.invalid kind"], earlier=record(kind="refund"))
refused("record without a state", "not a whole record", ["record.invalid state"], earlier=record(state=None))
refused("record with an unknown state", "not one of ours", ["record.invalid state"], earlier=record("sent"))
refused("record with an unknown verdict", "not one of ours", ["record.invalid verdict"], earlier=record(verdict="SUCCESS"))
refused("record with a text for a time", "numbers stay numbers", ["record.invalid deadline"], earlier=record(deadline="soon"))
refused("record with an unknown field", "not one of ours", ["field.unknown colour"], earlier=record(colour="red"))
refused("no test host", "Paylink publishes none: the sandbox's URL is needed", ["environment.no_test_host base_url"],
        configuration={"environment": "test"})
refused("plain http in production", "the key would travel in the clear", ["environment.insecure base_url"],
        configuration={"base_url": "http://api.paylink.sa"})
refused("merchant id is a path", "dots would ask for something else", ["text.characters merchant_id"],
        configuration={"merchant_id": ".."})
refused("empty merchant id", "required", ["text.too_short merchant_id"], configuration={"merchant_id": ""})
refused("line break in the key", "CR and LF in a credential forge headers", ["text.control api_key"],
        configuration={"api_key": "k\r\nX: y"})
refused("no key", "required", ["field.missing api_key"], configuration={"api_key": None})
refused("reference as a number", "text: leading zeros would go", ["field.type link_reference"],
        decision={"link_reference": 1234567890})
refused("empty reference", "required", ["text.too_short link_reference"], decision={"link_reference": ""})
refused("reference with a space", "visible characters only", ["text.characters link_reference"], decision={"link_reference": "12 34"})
refused("reference of 65", "longer than any", ["text.too_long link_reference"], decision={"link_reference": "1" * 65})
refused("verdict in the gateway's spelling", "success or failure", ["choice.unknown verdict"], decision={"verdict": "Success"})
refused("no verdict", "undecided is undecided", ["field.missing verdict"], without=["verdict"])
refused("verdict as true", "success or failure, in so many words", ["field.type verdict"], decision={"verdict": True})
refused("clock not set when deciding", "before 2024", ["number.range now"], decision={"now": 0})
refused("deadline in milliseconds", "Unix seconds", ["number.range deadline"], decision={"deadline": DEADLINE * 1000})
refused("misspelt field", "a misspelt field must not be ignored", ["field.unknown dead_line"], decision={"dead_line": 1})
refused("all faults at once", "every fault is reported together",
        ["field.type link_reference", "field.missing verdict", "number.range now", "number.range deadline",
         "environment.no_test_host base_url"],
        configuration={"environment": "test"}, decision={"link_reference": 1, "now": 1, "deadline": 1}, without=["verdict"])

# A gateway or a clock that says "at once" must not make a loop of it.
for title, told in (("zero", "0"), ("a date that has passed", "Sun, 06 Nov 1994 08:49:37 GMT")):
    case("Retry-After is " + title, "our own first wait is the least",
         [sends(NOW), heard(NOW, 503, "", retry_after=told), waits(NOW, NOW + 2), sends(NOW + 2)])
case("accepted after it gave up", "an acceptance is one, however late", [
    sends(NOW), {"step": DEADLINE, "done": True}, {"state": "gave_up"}, heard(DEADLINE + 1, 200, YES),
    *done(DEADLINE + 2, "acknowledged_late")])
case("accepted after a refusal", "the lost reply to the first attempt arrives at last", [
    sends(NOW), heard(NOW), sends(NOW + 2), heard(NOW + 3, 409), {"state": "refused"}, heard(NOW + 4, 200, YES),
    *done(NOW + 5, "acknowledged")])
case("refused after an acceptance", "what is accepted stays so", [
    sends(NOW), heard(NOW, 200, YES), heard(NOW + 1, 400), *done(NOW + 2, "acknowledged")])
case("paused until the deadline", "then a person must look", [
    sends(NOW), heard(NOW, 401), {"state": "paused"}, *done(DEADLINE - 1, "paused"), *done(DEADLINE, "gave_up")])

# A refund is acknowledged in the same way, elsewhere.
case("refund", "the sibling path: the order becomes REFUNDED", [
    {"save": record(kind="refund")}, sends(NOW, kind="refund"), heard(NOW + 1, 200, YES), *done(NOW + 2, "acknowledged")],
    decision={"kind": "refund"})
case("refund that failed", "the verdict is the refund's", [sends(NOW, verdict="Failure", kind="refund")],
     decision={"kind": "refund", "verdict": "failure"})
case("refund, lost and restarted", "the record knows its kind", [
    sends(NOW, kind="refund"), heard(NOW), {"restart": True}, sends(NOW + 2, kind="refund"), heard(NOW + 2, 401),
    {"state": "paused"}, {"restart": True, "api_key": "n3w"}, sends(NOW + 3, kind="refund")], decision={"kind": "refund"})
case("payment in so many words", "the default", [{"save": record()}, sends(NOW)], decision={"kind": "payment"})
case("same refund decision again", "the earlier record comes back as it is", [{"save": record(kind="refund", attempts=1,
     first_attempt_at=NOW, last_attempt_at=NOW, wait=2)}], decision={"kind": "refund"},
     earlier=record(kind="refund", attempts=1, first_attempt_at=NOW, last_attempt_at=NOW, wait=2))
refused("payment's record for a refund", "a payment's record is no refund's", ["record.invalid kind"], decision={"kind": "refund"},
        earlier=record())
refused("refund: flip", "a decision is never changed", ["ack.flip verdict"], decision={"kind": "refund", "verdict": "failure"},
        earlier=record(kind="refund"))
refused("kind in capitals", "payment or refund", ["choice.unknown kind"], decision={"kind": "Refund"})
refused("kind nobody knows", "payment or refund", ["choice.unknown kind"], decision={"kind": "chargeback"})
refused("record of a kind nobody knows", "not one of ours", ["record.invalid kind"], earlier=record(kind="chargeback"))
INVOICES = {"merchant_id": None, "api_key": None, "api_id": "APP_ID_1", "secret_key": "s3cret-key"}
refused("credentials for invoices only", "no credential stands in for another", ["credential.missing merchant_id"],
        configuration=INVOICES)
refused("credentials for invoices only, and no test host", "both are told", ["credential.missing merchant_id",
        "environment.no_test_host base_url"], configuration=dict(INVOICES, environment="test"))
case("both pairs", "acknowledgments go by theirs", [sends(NOW), heard(NOW, 200, YES), *done(NOW, "acknowledged")],
     configuration={"api_id": "APP_ID_1", "secret_key": "s3cret-key"})
