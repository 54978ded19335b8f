#!/usr/bin/env python3
"""Makes a program of every snippet in the pages: compose.py js|python|php|c > program.

Each snippet is run as it stands in the page, with `gateway`, `send`, `body` (or `url`), `held` and what it imports around
it, and must print what the page says. `send` answers what samples.json says. Rust's are a test of their own.
"""

import json
import re
import sys
from pathlib import Path

HERE = Path(__file__).parent
DOCS = HERE.parent.parent / "docs"
DATA = json.loads((HERE / "samples.json").read_text(encoding="utf-8"))
CLASS = {"alqaseh": "AlQaseh", "egw": "Egw", "paylink": "Paylink"}


def snippet(name: str, mark: str) -> str:
    page = (DOCS / (name.replace(".", "/") + ".md")).read_text(encoding="utf-8")
    blocks = re.findall(rf"^```{mark}\n(.*?)^```$", page, re.DOTALL | re.MULTILINE)
    if len(blocks) != 1:
        sys.exit(f"{name} has {len(blocks)} snippets in {mark}")
    return blocks[0]


def samples(mark: str):
    pages = {str(path.relative_to(DOCS))[:-3].replace("/", ".") for path in DOCS.rglob("*.md")}
    named = {sample["name"] for sample in DATA["samples"]}
    if pages - named != {"README", "errors", "parity", "order", "profile", "call"}:
        sys.exit(f"pages without a sample: {pages - named}")
    for sample in DATA["samples"]:
        yield sample, snippet(sample["name"], mark)


def camel(name: str) -> str:
    return re.sub(r"_([a-z])", lambda found: found[1].upper(), name)


def camels(given: dict) -> dict:
    return {camel(name): value for name, value in given.items()}


def indented(code: str, by: str) -> str:
    return "".join(by + line if line.strip() else line for line in code.splitlines(keepends=True))


def python() -> str:
    out = f"""import contextlib, io, json, time
from qantara import *
DATA = json.loads({json.dumps(json.dumps(DATA))})
CLASSES = {{"alqaseh": AlQaseh, "egw": Egw, "paylink": Paylink}}
GATEWAYS = {{name: CLASSES[name](**given) for name, given in DATA["gateways"].items()}}
callback = GATEWAYS["egw"].test_callback(**DATA["held"])
held = GATEWAYS["egw"].verify_callback(callback.body).settle({{"order_id": "000417", "amount": "25000", "currency": "IQD"}})
def sleep_until(moment): pass
ran = 0
def run(name, gateway, status, message, prints, code):
    global ran
    space = dict(globals(), gateway=GATEWAYS.get(gateway), send=lambda call: (status, message), body=message, url=message)
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        exec(compile(code, name, "exec"), space)
    assert printed.getvalue().strip() == prints.strip(), f"{{name}}: {{printed.getvalue()!r}}, not {{prints!r}}"
    ran += 1
"""
    for sample, code in samples("python"):
        out += f"run({sample['name']!r}, {sample['gateway']!r}, {sample['status']}, {sample['body']!r}, {sample['prints']!r}, {code!r})\n"
    return out + 'print(f"{ran} snippets ran")\n'


def js() -> str:
    out = f"""import assert from "node:assert/strict";
import {{ AlQaseh, Egw, Mac, Paylink }} from "qantara";
const data = {json.dumps({name: camels(given) for name, given in DATA["gateways"].items()})};
const gateways = {{ alqaseh: new AlQaseh(data.alqaseh), egw: new Egw(data.egw), paylink: new Paylink(data.paylink) }};
const callback = gateways.egw.testCallback({json.dumps(camels(DATA["held"]))});
const held = gateways.egw.verifyCallback(callback.body).settle({{ orderId: "000417", amount: "25000", currency: "IQD" }});
const sleepUntil = () => {{}};
let ran = 0;
async function run(name, gateway, status, body, prints, code) {{
  const lines = [];
  const log = (...shown) => lines.push(shown.join(" "));
  await code({{ gateway: gateways[gateway], send: async () => ({{ status, body }}), body, url: body, console: {{ log }} }});
  assert.equal(lines.join("\\n"), prints, name);
  ran++;
}}
"""
    for sample, code in samples("js"):
        values = ", ".join(json.dumps(sample[key]) for key in ("name", "gateway", "status", "body", "prints"))
        out += f"await run({values}, async ({{ gateway, send, body, url, console }}) => {{{{\n{indented(code, '  ')}}}}});\n"
    return out + 'console.log(`${ran} snippets ran`);\n'


def php_value(value) -> str:
    return f"json_decode({php_text(json.dumps(value))}, true)"


def php_text(text: str) -> str:
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'"


def php() -> str:
    out = "<?php\ndeclare(strict_types=1);\n"
    for name, given in DATA["gateways"].items():
        out += f"$gateways['{name}'] = new Qantara\\{CLASS[name]}(...{php_value(camels(given))});\n"
    out += f"""$callback = $gateways['egw']->testCallback(...{php_value(camels(DATA["held"]))});
$held = $gateways['egw']->verifyCallback($callback->body)->settle(['orderId' => '000417', 'amount' => '25000', 'currency' => 'IQD']);
function sleepUntil(int $moment): void {{}}
function send(Qantara\\Call $call): array {{ return $GLOBALS['answer']; }}
$ran = 0;
function run(string $name, int $status, string $body, string $prints, callable $code): void {{
    $GLOBALS['answer'] = [$status, $body];
    ob_start();
    $code($body, $body);
    $printed = trim(ob_get_clean());
    if ($printed !== trim($prints)) {{
        fwrite(STDERR, "$name: $printed, not $prints\\n");
        exit(1);
    }}
    $GLOBALS['ran']++;
}}
"""
    for sample, code in samples("php"):
        values = f"{php_text(sample['name'])}, {sample['status']}, {php_text(sample['body'])}, {php_text(sample['prints'])}"
        gateway = f"$gateways[{php_text(sample['gateway'] or 'egw')}]"
        out += f"$gateway = {gateway};\nrun({values}, function ($body, $url) use ($gateway, $held) {{\n{indented(code, '    ')}}});\n"
    return out + 'echo "$ran snippets ran\\n";\n'


def c_text(text: str) -> str:
    named = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "?": "\\?"}
    data = text.encode()
    return '"' + "".join(named.get(chr(b)) or (chr(b) if 32 <= b < 127 else f"\\{b:03o}") for b in data) + '"'


def c_fields(given: dict) -> str:
    def one(name, value):
        kind = "JSON" if isinstance(value, (dict, list)) else "TEXT"
        value = json.dumps(value) if kind == "JSON" else value
        return f"{{QANTARA_STR({c_text(name)}), QANTARA_{kind}, 0, QANTARA_STR({c_text(value)})}}"

    return ", ".join(one(name, value) for name, value in given.items())


def c() -> str:
    out = """#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <qantara.h>

struct answer { uint32_t status; qantara_text body; };
static struct answer answer_now;
static char printed[65536];
static qantara_record *held;

static struct answer send_call(const qantara_call *call) { (void)call; return answer_now; }
static void sleep_until(int64_t moment) { (void)moment; }
static qantara_text in_ten_minutes(void) {
    static char text[32];
    int length = snprintf(text, sizeof text, "%lld", (long long)time(NULL) + 600);
    return (qantara_text){text, (size_t)length};
}
static void stop(qantara_error *error, const char *where) {
    if (!error) return;
    fprintf(stderr, "%s: %s\\n", where, qantara_error_message(error));
    exit(1);
}
#define TRY(what) stop(what, __func__)
static void put(const char *text, size_t length) {
    size_t end = strlen(printed);
    if (end + length + 1 < sizeof printed) { memcpy(printed + end, text, length); printed[end + length] = 0; }
}
/* One line: fields of a record with a space between. */
static void print_fields(const qantara_record *record, ...) {
    va_list names;
    const char *name, *between = "";
    va_start(names, record);
    while ((name = va_arg(names, const char *))) {
        qantara_text value = qantara_record_text(record, name);
        put(between, strlen(between));
        put(value.ptr ? value.ptr : "", value.len);
        between = " ";
    }
    va_end(names);
    put("\\n", 1);
}
#define print(...) print_fields(__VA_ARGS__, (const char *)NULL)
"""
    for name, given in DATA["gateways"].items():
        out += f"static qantara_gateway *{name}_gateway;\nstatic void make_{name}(void) {{\n    qantara_field given[] = {{{c_fields(given)}}};\n"
        out += f'    TRY(qantara_gateway_new(QANTARA_STR("{name}"), QANTARA_SNAKE, given, {len(given)}, &{name}_gateway));\n}}\n'
    out += f"""static void make_held(void) {{
    qantara_field given[] = {{{c_fields(DATA["held"])}}};
    qantara_field order[] = {{{c_fields({"order_id": "000417", "amount": "25000", "currency": "IQD"})}}};
    qantara_record *callback = NULL;
    qantara_message *message = NULL;
    TRY(qantara_tool(egw_gateway, QANTARA_STR("test_callback"), given, {len(DATA["held"])}, &callback));
    TRY(qantara_verify_callback(egw_gateway, qantara_record_text(callback, "body"), &message));
    TRY(qantara_message_settle(message, order, 3, &held));
    qantara_message_free(message);
    qantara_record_free(callback);
}}
"""
    calls = ""
    for sample, code in samples("c"):
        function = "page_" + sample["name"].replace(".", "_")
        gateway = f"{sample['gateway']}_gateway" if sample["gateway"] else "NULL"
        body = c_text(sample["body"])
        out += f"static void {function}(const qantara_gateway *gateway, qantara_text body, qantara_text url) {{\n"
        out += f"    (void)gateway, (void)body, (void)url;\n    {{\n{indented(code, '        ')}    }}\n}}\n"
        calls += f"    printed[0] = 0;\n    answer_now = (struct answer){{{sample['status']}, QANTARA_STR({body})}};\n"
        calls += f"    {function}({gateway}, QANTARA_STR({body}), QANTARA_STR({body}));\n"
        prints = c_text(sample["prints"] + "\n" if sample["prints"] else "")
        calls += f'    if (strcmp(printed, {prints})) {{ fprintf(stderr, "{function}: %s", printed); return 1; }}\n'
    out += "int main(void) {\n"
    for name in DATA["gateways"]:
        out += f"    make_{name}();\n"
    out += f"    make_held();\n{calls}"
    for name in DATA["gateways"]:
        out += f"    qantara_gateway_free({name}_gateway);\n"
    return out + f'    qantara_record_free(held);\n    puts("{len(DATA["samples"])} snippets ran");\n    return 0;\n}}\n'


if __name__ == "__main__":
    writers = {"js": js, "python": python, "php": php, "c": c}
    if len(sys.argv) != 2 or sys.argv[1] not in writers:
        sys.exit(__doc__)
    sys.stdout.write(writers[sys.argv[1]]())
