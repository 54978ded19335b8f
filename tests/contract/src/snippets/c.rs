//! Snippets in C.

use qantara::record::{Kind, Value};
use qantara::{GatewayKind, json};

use super::{given, listed, message, settings};
use crate::examples::{Example, Of};

/// A gateway in C.
pub fn gateway(kind: GatewayKind, given: &[(String, Value)]) -> String {
    let fields = settings(kind, given, |field, value| entry(field.name, value, Some(&field.kind)));
    let count = fields.len();
    format!(
        "{}qantara_gateway *gateway = NULL;\nTRY(qantara_gateway_new(QANTARA_STR(\"{}\"), QANTARA_SNAKE, settings, \
         {count}, &gateway));\nqantara_gateway_free(gateway);",
        array("settings", &fields),
        kind.name()
    )
}

/// The example in C.
pub fn snippet(example: &Example) -> String {
    let name = example.of.name();
    let gateway = example.of.gateway().name();
    let fields = given(example, |field, value| entry(field.name, value, Some(&field.kind)));
    let mut out = match example.of {
        Of::Reader(_) => String::new(),
        _ => array("input", &fields),
    };
    let count = fields.len();
    let record = match example.of {
        Of::Operation(_) => {
            out += "qantara_call *call = NULL;\nqantara_message *reply = NULL;\n";
            out += &format!("TRY(qantara_call_new(gateway, QANTARA_STR(\"{name}\"), input, {count}, &call));\n");
            out += "struct answer answer = send_call(call);\n";
            out += "TRY(qantara_call_parse(call, answer.status, QANTARA_STR(\"\"), answer.body, &reply));\n";
            "qantara_message_record(reply)"
        }
        Of::Reader(_) => {
            out += "qantara_record *hint = NULL;\n";
            out += &format!(
                "TRY(qantara_read(QANTARA_STR(\"{gateway}\"), QANTARA_STR(\"{name}\"), QANTARA_SNAKE, {}, &hint));\n",
                message(example)
            );
            "hint"
        }
        Of::Tool(tool) => {
            out += "qantara_record *result = NULL;\n";
            out += &if tool.stands_alone() {
                format!(
                    "TRY(qantara_tool_alone(QANTARA_STR(\"{gateway}\"), QANTARA_STR(\"{name}\"), QANTARA_SNAKE,\n    \
                     input, {count}, &result));\n"
                )
            } else {
                format!("TRY(qantara_tool(gateway, QANTARA_STR(\"{name}\"), input, {count}, &result));\n")
            };
            "result"
        }
    };
    if let Some(order) = &example.order {
        let entries: Vec<String> = order.iter().map(|(name, value)| entry(name, value, None)).collect();
        out += &array("order", &entries);
        out += "qantara_record *outcome = NULL;\n";
        let mut settled = "reply";
        if example.signed {
            settled = "signed_reply";
            out += "qantara_message *signed_reply = NULL;\n";
            out += "TRY(qantara_verify_callback(gateway, answer.body, &signed_reply));\n";
        }
        out += &format!("TRY(qantara_message_settle({settled}, order, {}, &outcome));\n", entries.len());
        out += "print(outcome, \"kind\");\nqantara_record_free(outcome);\n";
        out += if example.signed { "qantara_message_free(signed_reply);\n" } else { "" };
    } else if !example.shows.is_empty() {
        let shows = example.shows.iter().map(|name| format!("\"{name}\"")).collect::<Vec<_>>().join(", ");
        match listed(example) {
            Some((list, _)) => {
                out += "qantara_record *each;\n";
                out += &format!(
                    "for (size_t i = 0; (each = qantara_record_nested({record}, \"{list}\", i)); i++) {{\n    \
                     print(each, {shows});\n    qantara_record_free(each);\n}}\n"
                );
            }
            None => out += &format!("print({record}, {shows});\n"),
        }
    }
    out += match example.of {
        Of::Operation(_) => "qantara_message_free(reply);\nqantara_call_free(call);",
        Of::Reader(_) => "qantara_record_free(hint);",
        Of::Tool(_) => "qantara_record_free(result);",
    };
    out
}

fn array(name: &str, entries: &[String]) -> String {
    let lines: Vec<String> = entries.iter().map(|entry| format!("    {entry},\n")).collect();
    format!("qantara_field {name}[] = {{\n{}}};\n", lines.concat())
}

fn entry(name: &str, value: &Value, kind: Option<&Kind>) -> String {
    let (kind, value) = match (value, kind) {
        (Value::Text(text), _) if text == "$held" => {
            return format!("{{QANTARA_STR(\"{name}\"), QANTARA_JSON, 0, qantara_record_json(held)}}");
        }
        (Value::Text(text), _) => ("TEXT", text.clone()),
        (Value::Number(number), _) => ("NUMBER", number.clone()),
        (Value::Flag(flag), _) => ("FLAG", flag.to_string()),
        (value, _) => ("JSON", json::to_text(value)),
    };
    format!("{{QANTARA_STR(\"{name}\"), QANTARA_{kind}, 0, QANTARA_STR({})}}", literal(&value))
}

/// A string literal; what Rust escapes in its own way is not among the examples.
fn literal(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n"))
}
