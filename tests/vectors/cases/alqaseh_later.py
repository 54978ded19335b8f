"""Al Qaseh: what becomes of a payment that did not succeed: retry_payment and revoke_payment."""

from cases.alqaseh_calls import Calls, not_segments, unreadable
from cases.alqaseh_create import PAY
from wire import Raw, json_text, nested, segment

CASES = []


def body_of(given):
    return json_text({key: given[key] for key in ("payment_id", "details") if key in given})


# retry_payment: both ids are new, and the old attempt may still succeed under its own.
retry = Calls(CASES, "retry_payment", "retry", "POST", "history by order_id")
RETRIED = {"payment_id": "p-2", "payment_status": "retried", "token": "t-2"}


def retried(given, **changes):
    shown = {"payment_id": given["payment_id"], "payment_status": given["payment_status"], "token": given["token"],
             "pay_url": PAY + "/" + segment(given["token"])}
    return {"status": 200, "body": json_text(given), "result": dict(shown, **changes)}


def asks_again(name, about, replies=(), **given):
    given = dict({"payment_id": "p-1"}, **given)
    retry.accepted(name, about, given, "/retry", body_of(given), replies)


not_segments(retry, "payment_id")
asks_again("smallest", "the id alone; what you know of its status is not sent", [
    retried(RETRIED), retried(dict(RETRIED, payment_status="RETRIED"), payment_status="retried"),
    retried(dict(RETRIED, payment_status="Queued")), retried(dict(RETRIED, token="a/b?c#d e%")),
    retried(dict(RETRIED, attempt=2), extra={"attempt": 2}),
    {"status": 201, "body": json_text(RETRIED)[:-1] + ',"token":"t-2"}', "result": dict(RETRIED, pay_url=PAY + "/t-2")},
])
asks_again("a reply with the old id", "both ids are new: this is no new attempt", [
    retry.reply(200, json_text(dict(RETRIED, payment_id="p-1")), "payment.mismatch payment_id"),
    retried(dict(RETRIED, payment_id="P-1")),
])
asks_again("with details", "details go along as they are", details="second card")
asks_again("with details of 250 Arabic letters", "sizes count characters", details="ك" * 250)
asks_again("with details to escape", "quotes, backslashes and markup are data", details='a "b" \\ </script>&')
asks_again("id with odd characters", "in the body it is text like any other", payment_id="p/1?x#y% ط")
for status in ("expired", "declined", "failed"):
    asks_again("after " + status, "retrying is allowed from expired, declined and failed", payment_status=status)
asks_again("after unknown, the risk accepted", "the first attempt may still succeed under its old id: said in so many words",
           payment_status="unknown", accept_unknown=True)
asks_again("risk accepted without need", "it changes nothing", payment_status="failed", accept_unknown=True)
asks_again("risk accepted, no status given", "it changes nothing", accept_unknown=True)
for status in ("prepared", "revoked", "retried", "succeeded", "duplicated"):
    retry.refused("after " + status, "refused only for a status known to forbid it", ["payment.status_forbids payment_status"],
                  {"payment_id": "p-1", "payment_status": status})
retry.refused("after succeeded, the risk accepted", "accepting the risk of `unknown` is not accepting a second charge",
              ["payment.status_forbids payment_status"],
              {"payment_id": "p-1", "payment_status": "succeeded", "accept_unknown": True})
retry.refused("after unknown", "it may still succeed, and the customer would pay twice", ["payment.risk_not_accepted payment_status"],
              {"payment_id": "p-1", "payment_status": "unknown"})
retry.refused("after unknown, the risk refused", "false is not true", ["payment.risk_not_accepted payment_status"],
              {"payment_id": "p-1", "payment_status": "unknown", "accept_unknown": False})
retry.refused("risk accepted as text", "true or false, so that \"no\" is never a yes",
              ["payment.risk_not_accepted payment_status", "field.type accept_unknown"],
              {"payment_id": "p-1", "payment_status": "unknown", "accept_unknown": "no"})
for status in ("FAILED", "Declined"):
    asks_again("after " + status, "the gateway's words come in any letter case", payment_status=status)
for status in ("settled", "Refunded", "قيد", "failed ", "x" * 64):
    asks_again(f"after {status[:9]!r}, which nobody knows", "what a fetched payment holds may be given: the gateway decides",
               payment_status=status)
for status in ("SUCCEEDED", "Success", "Pending"):
    retry.refused("after " + status, "a known word in any letter case", ["payment.status_forbids payment_status"],
                  {"payment_id": "p-1", "payment_status": status})
retry.refused("after UNKNOWN", "a known word in any letter case", ["payment.risk_not_accepted payment_status"],
              {"payment_id": "p-1", "payment_status": "UNKNOWN"})
retry.refused("empty status", "given but empty", ["text.too_short payment_status"],
              {"payment_id": "p-1", "payment_status": ""})
retry.refused("status of 65", "longer than any", ["text.too_long payment_status"],
              {"payment_id": "p-1", "payment_status": "x" * 65})
retry.refused("status as a number", "text", ["field.type payment_status"], {"payment_id": "p-1", "payment_status": 1})
retry.refused("empty details", "given but empty", ["text.too_short details"], {"payment_id": "p-1", "details": ""})
retry.refused("details of 251", "never cut", ["text.too_long details"], {"payment_id": "p-1", "details": "ك" * 251})
retry.refused("details with a line break", "control characters are never sent", ["text.control details"],
              {"payment_id": "p-1", "details": "a\nb"})
retry.refused("details as a map", "text", ["field.type details"], {"payment_id": "p-1", "details": {"a": 1}})
retry.refused("all faults at once", "every fault is reported together, in the table's order",
              ["text.characters payment_id", "text.too_long details", "payment.status_forbids payment_status"],
              {"payment_id": "..", "details": "x" * 251, "payment_status": "succeeded"})
asks_again("replies that can't be read", "a second attempt may be open: look it up, never repeat", unreadable(
    retry, json_text(RETRIED), [(json_text({key: value for key, value in RETRIED.items() if key != name}),
                                 "reply.field_missing " + name) for name in RETRIED]) + [
    retry.reply(200, json_text(dict(RETRIED, **change)), fault) for change, fault in [
        ({"payment_id": 2}, "reply.field_type payment_id"), ({"payment_id": ""}, "reply.field_missing payment_id"),
        ({"token": ""}, "reply.field_missing token"), ({"token": ".."}, "reply.field_type token"),
        ({"payment_status": None}, "reply.field_missing payment_status"),
        ({"payment_status": ["retried"]}, "reply.field_type payment_status")]] + [
    retry.reply(200, json_text(RETRIED)[:-1] + ',"payment_id":"p-3"}', "reply.field_duplicate payment_id"),
    retry.reply(200, json_text({"data": RETRIED}), "reply.field_missing payment_id")])
asks_again("statuses", "anything but 400, 401 and 403 may have opened a second attempt", retry.statuses())

# revoke_payment: cancelling is revoking, then getting.
revoke = Calls(CASES, "revoke_payment", "revoke", "POST", "get_payment")
REVOKED = {"payment_id": "p-1", "order_id": "A-1", "amount": Raw("25000"), "currency": "IQD", "payment_status": "revoked",
           "custom_data": {"cart": 1}}


def revoked(given, **changes):
    shown = {key: str(value) if key == "amount" else value for key, value in given.items()}
    shown = {key: value for key, value in dict(shown, **changes).items() if value is not None}
    return {"status": 200, "body": json_text(given), "result": shown}


def revokes(name, about, replies=(), **given):
    given = dict({"payment_id": "p-1"}, **given)
    revoke.accepted(name, about, given, "/revoke", body_of(given), replies)


not_segments(revoke, "payment_id")
revokes("smallest", "the reply says how it stands now: only `revoked` is cancelled, and it settles nothing", [
    revoked(REVOKED), revoked(dict(REVOKED, payment_status="Revoked"), payment_status="revoked"),
    revoked(dict(REVOKED, payment_status="succeeded")), revoked(dict(REVOKED, payment_status="REFUNDED")),
    revoked(dict(REVOKED, custom_data=None), custom_data=None), revoked(dict(REVOKED, custom_data="text")),
    revoked(dict(REVOKED, amount=Raw("2.5e4"), revoked_by="shop"), revoked_by=None, extra={"revoked_by": "shop"}),
    revoked(dict(REVOKED, custom_data=Raw(nested(31)))),
])
revokes("with details", "details go along as they are", details="كتابان \"x\"")
for status in ("prepared", "retried"):
    revokes("after " + status, "revoking is allowed from prepared and retried", payment_status=status)
for status in ("succeeded", "failed", "declined", "expired", "revoked", "duplicated"):
    revoke.refused("after " + status, "refused only for a status known to forbid it; get the payment again",
                   ["payment.status_forbids payment_status"], {"payment_id": "p-1", "payment_status": status})
revoke.refused("details of 251", "never cut", ["text.too_long details"], {"payment_id": "p-1", "details": "x" * 251})
for status in ("PREPARED", "Pending", "settled"):
    revokes("after " + status, "the gateway's words come in any letter case, and may be new", payment_status=status)
revoke.refused("after SUCCEEDED", "a known word in any letter case", ["payment.status_forbids payment_status"],
               {"payment_id": "p-1", "payment_status": "SUCCEEDED"})
revoke.refused("status of 65", "longer than any", ["text.too_long payment_status"],
               {"payment_id": "p-1", "payment_status": "x" * 65})
revoke.refused("accept_unknown", "a field of retry, not of this", ["field.unknown accept_unknown"],
               {"payment_id": "p-1", "accept_unknown": True})
revoke.refused("an amount", "revoking takes all: an ignored amount would look like a partial one", ["field.unknown amount"],
               {"payment_id": "p-1", "amount": "1"})
revokes("another payment's reply", "the reply must bear the id that was asked for", [
    revoke.reply(200, json_text(dict(REVOKED, payment_id=other)), "payment.mismatch payment_id")
    for other in ("p-2", "P-1", "p-1 ")])
revokes("replies that can't be read", "it may be revoked or not: look it up", unreadable(
    revoke, json_text(REVOKED), [(json_text({key: value for key, value in REVOKED.items() if key != name}),
                                  "reply.field_missing " + name)
                                 for name in ("payment_id", "order_id", "amount", "currency", "payment_status")]) + [
    revoke.reply(200, json_text(dict(REVOKED, **change)), fault) for change, fault in [
        ({"order_id": 1}, "reply.field_type order_id"), ({"amount": "free"}, "reply.field_type amount"),
        ({"currency": ""}, "reply.field_missing currency"), ({"payment_status": True}, "reply.field_type payment_status")]] + [
    revoke.reply(200, json_text(REVOKED)[:-1] + ',"payment_status":"succeeded"}', "reply.field_duplicate payment_status")])
revokes("statuses", "anything but 400, 401 and 403 leaves it open", revoke.statuses())
