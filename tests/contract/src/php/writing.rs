//! Writes the classes down, for readers and for the compiler.

use std::fmt::Write;

use super::{Class, Method, NOTE, Slot};

/// What is not from the tables.
const REST: &str = r#"
/**
 * Reads a reply in another place than its call was made: with the call's `expect`, as it is or as JSON.
 *
 * @param array<string, mixed>|string $expect
 */
function parse_reply(array|string $expect, int $status, #[\SensitiveParameter] string $body, string $contentType = ""): object {}

/**
 * Why something could not be done: every fault at once, and whether repeating is safe.
 *
 * @property-read string $code The first fault's dotted code, such as `amount.float`. getCode() is its number.
 */
class QantaraError extends \RuntimeException
{
    /** The first fault's number, such as 1020. */
    public int $number = 0;
    /** The first fault's field, as you spell it. */
    public ?string $field = null;
    /** @var list<array{code: string, number: int, field: ?string, limit: ?string, message: string}> */
    public array $faults = [];
    /** @var 'safe'|'look_up_first'|'never' Whether the identical bytes may be sent again. */
    public string $retry = "never";
    /** What to look up with first. */
    public ?string $lookUp = null;
    /** The HTTP status of the reply. */
    public ?int $status = null;
    /** The gateway's own code. */
    public ?string $gatewayCode = null;
    /** The gateway's own words; not for calls that are given a card or a page's token. */
    public ?string $gatewayMessage = null;
    /** The gateway's reference, for its support desk. */
    public ?string $gatewayReference = null;

    public function __get(string $name): mixed {}

    public function __isset(string $name): bool {}
}

/** What you gave is not valid. Nothing was sent. */
class ValidationError extends QantaraError {}

/** A MAC is missing, malformed or does not verify: the message proves nothing. Look the payment up. */
class SignatureError extends QantaraError {}

/** The reply can't be read. */
class ReplyError extends QantaraError {}

/** The message is genuine but not what you expected. */
class MismatchError extends QantaraError {}

/** The gateway answered with an error. */
class GatewayError extends QantaraError {}
"#;

fn native(slot: &Slot) -> String {
    let mask = &slot.mask;
    let names: Vec<&str> = ["OBJECT", "STRING", "LONG", "BOOL", "ARRAY", "NULL"]
        .into_iter()
        .zip([slot.class.unwrap_or("object"), "string", "int", "bool", "array", "null"])
        .filter(|(bit, _)| mask.contains(bit))
        .map(|(_, name)| name)
        .collect();
    match names.as_slice() {
        [] => "mixed".into(),
        [one, "null"] => format!("?{one}"),
        names => names.join("|"),
    }
}

/// Whether it names a class.
fn is_class(returns: &str) -> bool {
    returns.bytes().any(|b| b.is_ascii_lowercase())
}

fn comment(out: &mut String, indent: &str, lines: &[String]) {
    match lines {
        [] => {}
        [line] => drop(writeln!(out, "{indent}/** {line} */")),
        lines => {
            let _ = writeln!(out, "{indent}/**");
            for line in lines {
                let _ = writeln!(out, "{}", format!("{indent} * {line}").trim_end());
            }
            let _ = writeln!(out, "{indent} */");
        }
    }
}

fn parameter(slot: &Slot) -> String {
    let secret = if slot.secret { "#[\\SensitiveParameter] " } else { "" };
    let default = slot.default.map(|default| format!(" = {default}")).unwrap_or_default();
    format!("{secret}{} ${}{default}", native(slot), slot.name)
}

fn stub_method(out: &mut String, method: &Method) {
    let mut doc = method.doc.clone();
    if !method.slots.is_empty() || !method.doc_returns.is_empty() {
        doc.push(String::new());
    }
    doc.extend(method.slots.iter().map(|slot| format!("@param {} ${} {}", slot.doc_type, slot.name, slot.doc)));
    if !method.doc_returns.is_empty() {
        doc.push(format!("@return {}", method.doc_returns));
    }
    out.push('\n');
    comment(out, "    ", &doc);
    let visibility = if method.handler == "refuse" { "private" } else { "public" };
    let is_static = if method.is_static { " static" } else { "" };
    let returns = match method.returns {
        "" => String::new(),
        class if is_class(class) => format!(": {class}"),
        other => format!(": {}", other.to_ascii_lowercase()),
    };
    let all: Vec<String> = method.slots.iter().map(parameter).collect();
    let _ = if all.iter().map(String::len).sum::<usize>() > 80 {
        let rows = all.join(",\n        ");
        writeln!(out, "    {visibility}{is_static} function {}(\n        {rows},\n    ){returns} {{}}", method.name)
    } else {
        writeln!(out, "    {visibility}{is_static} function {}({}){returns} {{}}", method.name, all.join(", "))
    };
}

/// The stub, for readers and their editors.
pub(super) fn stub(classes: &[Class]) -> String {
    let mut out = format!("<?php\n\n/** {NOTE} */\n\nnamespace Qantara;\n");
    for class in classes {
        out.push('\n');
        comment(&mut out, "", &class.doc);
        let _ = writeln!(out, "final class {}\n{{", class.name);
        for property in &class.properties {
            comment(&mut out, "    ", &[format!("@var {} {}", property.doc_type, property.doc)]);
            let _ = writeln!(out, "    public readonly {} ${};", native(property), property.name);
        }
        for method in &class.methods {
            stub_method(&mut out, method);
        }
        out.push_str("}\n");
    }
    out.push_str(REST);
    out.replace("{\n\n", "{\n")
}

fn mask(mask: &[&str]) -> String {
    mask.iter().map(|bit| format!("MAY_BE_{bit}")).collect::<Vec<_>>().join("|")
}

fn argument_info(out: &mut String, class: &Class, method: &Method) {
    let name = format!("arginfo_{}_{}", class.name, method.name);
    let needed = method.slots.iter().filter(|slot| slot.default.is_none()).count();
    let _ = match method.returns {
        "" => writeln!(out, "ZEND_BEGIN_ARG_INFO_EX({name}, 0, 0, {needed})"),
        returns if is_class(returns) => {
            writeln!(out, "ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX({name}, 0, {needed}, Qantara\\\\{returns}, 0)")
        }
        returns => writeln!(out, "ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX({name}, 0, {needed}, IS_{returns}, 0)"),
    };
    for slot in &method.slots {
        let default = slot.default.map_or("NULL".into(), |default| format!("{default:?}"));
        let _ = match slot.class {
            Some(class) => {
                let others: Vec<&str> = slot.mask.iter().filter(|bit| **bit != "OBJECT").copied().collect();
                let (name, others) = (&slot.name, mask(&others));
                writeln!(out, "\tZEND_ARG_OBJ_TYPE_MASK(0, {name}, Qantara\\\\{class}, {others}, {default})")
            }
            None => writeln!(out, "\tZEND_ARG_TYPE_MASK(0, {}, {}, {default})", slot.name, mask(&slot.mask)),
        };
    }
    out.push_str("ZEND_END_ARG_INFO()\n\n");
}

/// The tables, for the extension.
pub(super) fn faces(classes: &[Class]) -> String {
    let mut out = format!("/* {NOTE} */\n\n");
    let mut handlers: Vec<&str> =
        classes.iter().flat_map(|class| &class.methods).map(|method| method.handler).collect();
    handlers.sort_unstable();
    handlers.dedup();
    for handler in handlers {
        let _ = writeln!(out, "ZEND_METHOD(qantara, {handler});");
    }
    out.push('\n');
    let mut table = String::from("static qantara_class qantara_classes[] = {\n");
    for class in classes {
        let name = &class.name;
        class.methods.iter().for_each(|method| argument_info(&mut out, class, method));
        let _ = writeln!(out, "static const zend_function_entry methods_{name}[] = {{");
        for method in &class.methods {
            let visibility = if method.handler == "refuse" { "ZEND_ACC_PRIVATE" } else { "ZEND_ACC_PUBLIC" };
            let is_static = if method.is_static { "|ZEND_ACC_STATIC" } else { "" };
            let (handler, method) = (method.handler, &method.name);
            let info = format!("arginfo_{name}_{method}");
            let _ = writeln!(out, "\tZEND_MALIAS(qantara, {method}, {handler}, {info}, {visibility}{is_static})");
        }
        out.push_str("\tZEND_FE_END\n};\n\n");
        let _ = writeln!(out, "static const qantara_property properties_{name}[] = {{");
        for property in &class.properties {
            let class = property.class.map_or("NULL".into(), |class| format!("\"Qantara\\\\{class}\""));
            let (name, mask, secret, many) = (&property.name, mask(&property.mask), property.secret, property.many);
            let _ = writeln!(out, "\t{{\"{name}\", {mask}, {secret}, {class}, {many}}},");
        }
        out.push_str("\t{NULL, 0, false, NULL, false}\n};\n\n");
        let _ = writeln!(out, "static const qantara_sensitive sensitive_{name}[] = {{");
        for method in class.methods.iter().filter(|method| method.slots.iter().any(|slot| slot.secret)) {
            let bits = method
                .slots
                .iter()
                .enumerate()
                .filter(|(_, slot)| slot.secret)
                .fold(0_u64, |bits, (i, _)| bits | 1 << i);
            let _ = writeln!(out, "\t{{\"{}\", {bits:#x}}},", method.name.to_ascii_lowercase());
        }
        out.push_str("\t{NULL, 0}\n};\n\n");
        let _ = writeln!(
            table,
            "\t{{\"{name}\", \"{}\", QANTARA_{}, \"{}\", methods_{name}, properties_{name}, sensitive_{name}, {}, NULL}},",
            class.shape,
            class.kind,
            class.gateway,
            class.properties.len()
        );
    }
    table.push_str("\t{NULL, NULL, 0, NULL, NULL, NULL, NULL, 0, NULL}\n};\n");
    out + &table
}
