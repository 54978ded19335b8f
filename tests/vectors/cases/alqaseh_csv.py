"""Al Qaseh: the history as a file, and messages for tests of one's own."""

from cases.alqaseh_calls import Calls
from cases.alqaseh_create import SHOP, headers_of
from cases.alqaseh_history import path_of
from wire import Raw, error, json_text, segment

CASES = []
file = Calls(CASES, "history_csv", "CSV", "GET", "")
ASKED = {"order_id": "A-1"}


def asks(name, about, replies=(), columns=None, given=None):
    given = dict(ASKED if given is None else given, **({"columns": columns} if columns is not None else {}))
    file.accepted(name, about, given, path_of(given, "/history/download"), replies=replies)
    CASES[-1]["request"]["headers"]["Accept"] = "text/csv"


def table(body, columns, *rows):
    """A file that can be read: its headers as they came, and rows as (line, fields) or (line, fields, extra)."""
    shown = [dict(dict({"line": row[0]}, **row[1]), **({"extra": row[2]} if len(row) > 2 else {})) for row in rows]
    return {"status": 200, "content_type": "text/csv", "body": body, "result": {"columns": columns, "rows": shown}}


def broken(*bodies, fault="reply.not_csv"):
    return [file.reply(200, body, fault) for body in bodies]


ONE = {"payment_id": "p-1", "order_id": "A-1", "amount": "25000", "currency": "IQD", "payment_status": "succeeded"}
HEAD = list(ONE)
LINE = ",".join(ONE.values())
PLAIN = ",".join(HEAD) + "\r\n" + LINE + "\r\n"
asks("everything", "the same query as the history's, to its own path; `columns` is not sent", given={}, columns={},
     replies=[table(PLAIN, HEAD, (2, ONE))])
asks("every filter", "in the table's order, in the gateway's words, encoded", given={
    "limit": 1000, "offset": 5, "order_by": "asc", "since": "2026-11-20 00:00", "until": "2026-11-21", "order_id": "طلب/1",
    "payment_status": "succeeded", "transaction_type": "authorization"})
asks("line ends", "CRLF, LF, none at the end, empty lines, a byte order mark", [
    table(PLAIN, HEAD, (2, ONE)), table(PLAIN.replace("\r", ""), HEAD, (2, ONE)), table(PLAIN[:-2], HEAD, (2, ONE)),
    table("\ufeff" + PLAIN, HEAD, (2, ONE)), table(PLAIN + "\r\n\r\n" + LINE, HEAD, (2, ONE), (5, ONE)),
    table(",".join(HEAD) + "\r\n", HEAD), table(",".join(HEAD), HEAD),
])
asks("quotes", "commas, quotes and line ends within quotes belong to the value; lines are the file's own", [
    table('order_id,description\r\nA-1,"Two books, ""new"" ones"\r\n', ["order_id", "description"],
          (2, {"order_id": "A-1", "description": 'Two books, "new" ones'})),
    table('order_id,description\r\nA-1,"first\r\nsecond\n"\r\nA-2,x\r\n', ["order_id", "description"],
          (2, {"order_id": "A-1", "description": "first\r\nsecond\n"}), (5, {"order_id": "A-2", "description": "x"})),
    table('"order_id","description"\r\n"A-1",""\r\n', ["order_id", "description"], (2, {"order_id": "A-1"})),
    table('order_id,description\n"""","كتابان"\n', ["order_id", "description"], (2, {"order_id": '"', "description": "كتابان"})),
    table("order_id,description\n A-1 , x\n", ["order_id", "description"], (2, {"order_id": " A-1 ", "description": " x"})),
    table("order_id,description\n'A-1','x'\n", ["order_id", "description"], (2, {"order_id": "'A-1'", "description": "'x'"})),
])
asks("texts as they came", "a file is text: nothing becomes a number, nothing a known word, and formulas stay text", [
    table("order_id,amount,rrn,payment_status\n0017,025000.00,000123456789,SUCCEEDED\n",
          ["order_id", "amount", "rrn", "payment_status"],
          (2, {"order_id": "0017", "amount": "025000.00", "rrn": "000123456789", "payment_status": "SUCCEEDED"})),
    table("order_id,amount\nA-1,1.5000026E+08\n", ["order_id", "amount"], (2, {"order_id": "A-1", "amount": "1.5000026E+08"})),
    table('order_id,description\nA-1,"=HYPERLINK(""https://evil.example"")"\n', ["order_id", "description"],
          (2, {"order_id": "A-1", "description": '=HYPERLINK("https://evil.example")'})),
    table("order_id,description,created_at,deleted_at\nA-1,,2026-11-20T13:00:00Z,0001-01-01T00:00:00Z\n",
          ["order_id", "description", "created_at", "deleted_at"], (2, {"order_id": "A-1", "created_at": "2026-11-20T13:00:00Z"})),
    table("order_id,nonce,timestamp,Note\nA-1,0001-01-01T00:00:00Z,0001-01-01T00:00:00Z,\n",
          ["order_id", "nonce", "timestamp", "Note"], (2, {"order_id": "A-1", "nonce": "0001-01-01T00:00:00Z"})),
])
asks("headers", "found by name whatever the letter case, spaces, dashes and underscores; other columns are kept", [
    table("Order ID,PaymentId,payment-status,AMOUNT\nA-1,p-1,failed,1\n", ["Order ID", "PaymentId", "payment-status", "AMOUNT"],
          (2, {"order_id": "A-1", "payment_id": "p-1", "payment_status": "failed", "amount": "1"})),
    table("Order No.,order_id,Branch\n7,A-1,Basra\n", ["Order No.", "order_id", "Branch"],
          (2, {"order_id": "A-1"}, {"Order No.": "7", "Branch": "Basra"})),
    table("order_id,__proto__,,line\nA-1,x,y,9\n", ["order_id", "__proto__", "", "line"],
          (2, {"order_id": "A-1"}, {"__proto__": "x", "": "y", "line": "9"})),
    table("رقم الطلب,order_id\n7,A-1\n", ["رقم الطلب", "order_id"], (2, {"order_id": "A-1"}, {"رقم الطلب": "7"})),
])
asks("no header that is known", "text, a file with other separators or one without headers: no list of unnamed columns",
     broken("upstream timeout", "order_id;amount\nA-1;25000\n", "order_id\tamount\nA-1\t25000\n", LINE + "\r\n" + LINE,
            "رقم الطلب\nA-1\n", "line\n1\n", ",,\n1,2,3\n"))
asks("columns by the caller", "exactly the header that was given, and it is then the only one for its field", [
    table("Order No.,order_id,Sum\n7,A-1,25000\n", ["Order No.", "order_id", "Sum"],
          (2, {"order_id": "7", "amount": "25000"}, {"order_id": "A-1"})),
] + broken("order no.,order_id,Sum\n7,A-1,1\n", "Order No.,order_id\n7,A-1\n", "Order No. ,Sum\n7,1\n"),
     columns={"order_id": "Order No.", "amount": "Sum"})
asks("columns in Arabic", "any text is a header", [
    table("رقم الطلب,المبلغ\nA-1,25000\n", ["رقم الطلب", "المبلغ"], (2, {"order_id": "A-1", "amount": "25000"}))],
     columns={"order_id": "رقم الطلب", "amount": "المبلغ"})
asks("rows of another length", "a shifted value is worse than none: the line is named", broken(
    "order_id,amount\nA-1\n", "order_id,amount\nA-1,1,2\n", "order_id,amount\nA-1,25,000\n", "order_id\nA-1,\n",
    'order_id,amount\n"A-1,1"\n', "order_id,amount\nA-1,1\nA-2"))
asks("broken quotes", "cut short, or no CSV: never guessed at", broken(
    'order_id,amount\nA-1,"1\n', 'order_id,amount\nA"1,1\n', 'order_id,amount\n"A-1"x,1\n', 'order_id,amount\n"A-1" ,1\n',
    '"order_id,amount\n', 'order_id,amount\n"A-1""",1"\n'))
asks("bodies that are no CSV", "JSON read as CSV, a proxy's page, or nothing: no empty list", broken(
    "", " \r\n", "\ufeff", '[{"order_id":"A-1"}]', '{"payments":[]}', '  {"err":"no"}', "<html>Bad gateway</html>",
    "\ufeff<!doctype html>", "[]", "{}"))
asks("not text", "not UTF-8", [file.reply(200, b"order_id\nA-\xff\n", "reply.not_utf8", as_hex=True),
                               file.reply(200, b"\xff\xfeo\x00", "reply.not_utf8", as_hex=True)])
asks("two columns for one field", "equal ones pass, differing ones are indeterminate", [
    table("order_id,Order ID\nA-1,A-1\n", ["order_id", "Order ID"], (2, {"order_id": "A-1"})),
    table("order_id,Order ID\nA-1,\n", ["order_id", "Order ID"], (2, {"order_id": "A-1"})),
] + broken("order_id,Order ID\nA-1,A-2\n", fault="reply.field_duplicate Order ID"))
asks("statuses", "a look-up may be repeated on 408, 425, 429 and 5xx; no redirect is followed", file.statuses())
for title, columns, faults in [
    ("unknown field", {"colour": "Colour"}, ["field.unknown columns.colour"]),
    ("the file's name first", {"Order No.": "order_id"}, ["field.unknown columns.Order No."]),
    ("header as a number", {"order_id": 3}, ["field.type columns.order_id"]),
    ("header as nothing", {"order_id": None}, ["field.type columns.order_id"]),
    ("one header for two fields", {"order_id": "No.", "payment_id": "No."}, ["field.duplicate columns.payment_id"]),
    ("columns as a list", ["order_id"], ["field.type columns"]), ("columns as text", "order_id", ["field.type columns"]),
    ("the line", {"line": "No."}, ["field.unknown columns.line"]),
]:
    file.refused("columns: " + title, "which column is which is never guessed", faults, dict(ASKED, columns=columns))
file.refused("limit of 1001", "checked like the history's", ["number.range limit"], {"limit": 1001})
file.refused("from", "a misspelt field must not be ignored", ["field.unknown from"], {"from": "2026-11-20"})


# Messages for tests of one's own.
def tool(name, title, about, given, result=None, faults=None, configuration=None):
    found = {"error": error(*faults, retry="never")} if faults else {"result": result}
    CASES.append({"name": f"{name.replace('_', ' ')}: {title}", "about": about, "do": "tool", "tool": name,
                  "configuration": dict(SHOP, **(configuration or {})), "input": given, **found})


LIVE = {"environment": "production"}


def hook(title, about, given, body=None, faults=None, configuration=None):
    tool("test_webhook", title, about, given, {"body": body, "content_type": "application/json"}, faults, configuration)


hook("smallest", "only order_id is required of a webhook", {"order_id": "A-1"}, '{"order_id":"A-1"}')
EVERY = {"order_id": 'طلب "1"', "payment_status": "success", "amount": "25000.00", "currency": "IQD", "payment_id": "p-1",
         "token": "t-1", "trtype": "1", "rc": "00", "approval": "123456", "rrn": "000000000001"}
hook("every field", "as the gateway posts it; the figure with the digits as given", EVERY,
     json_text(dict(EVERY, payment_status="Success", amount=Raw("25000.00"))))
for word, wire in (("failed", "Failed"), ("pending", "Pending")):
    hook(word, "the webhook's own words", {"order_id": "A-1", "payment_status": word},
         json_text({"order_id": "A-1", "payment_status": wire}))
hook("in production", "what looks genuine is made in tests only", {"order_id": "A-1"}, faults=["environment.test_only environment"],
     configuration=LIVE)
hook("no order", "it would say nothing", {"payment_status": "success"}, faults=["field.missing order_id"])
hook("all faults at once", "every fault is reported together", {"order_id": "", "amount": 0.5, "currency": "iqd", "rc": 0},
     faults=["text.too_short order_id", "amount.float amount", "text.characters currency", "field.type rc",
             "environment.test_only environment"], configuration=LIVE)


def back(title, about, given, url=None, faults=None, configuration=None):
    tool("test_redirect", title, about, given, {"url": url}, faults, configuration)


AT = {"redirect_url": "https://shop.example/return", "payment_id": "p-1", "order_id": "A-1", "status": "success"}
back("success", "the three fields in the template's order", AT,
     "https://shop.example/return?payment_id=p-1&order_id=A-1&status=Success")
back("a URL that has a query", "the template begins with ? all the same",
     dict(AT, redirect_url="https://shop.example/return?session=1", status="pending"),
     "https://shop.example/return?session=1?payment_id=p-1&order_id=A-1&status=Pending")
back("odd ids", "values are encoded", dict(AT, payment_id="p/1 ط&x=%", order_id="A-1#?", status="failed"),
     f"https://shop.example/return?payment_id={segment('p/1 ط&x=%')}&order_id={segment('A-1#?')}&status=Failed")
back("an app's scheme", "as create_payment allows it by setting", dict(AT, redirect_url="myshop://return"),
     "myshop://return?payment_id=p-1&order_id=A-1&status=Success", configuration={"app_scheme": "myshop"})
back("an app's scheme without the setting", "other schemes by opt-in", dict(AT, redirect_url="myshop://return"),
     faults=["url.invalid redirect_url"])
back("fragment", "the parameters would hide behind #", dict(AT, redirect_url="https://shop.example/#x"), faults=["url.invalid redirect_url"])
back("in production", "what looks genuine is made in tests only", AT, faults=["environment.test_only environment"], configuration=LIVE)
back("the API's word", "a redirect says success, failed or pending", dict(AT, status="succeeded"), faults=["choice.unknown status"])
back("everything missing", "all faults are reported together", {},
     faults=["field.missing redirect_url", "field.missing payment_id", "field.missing order_id", "field.missing status"])
