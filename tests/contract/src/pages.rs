//! One documentation page per operation and reader, and one for the error codes.

use std::fmt::Write;

use qantara::error::Code;
use qantara::record::{Alphabet, Field, Kind, Shape};
use qantara::registry::{OPERATIONS, READERS};

use crate::File;

/// The pages.
pub fn files() -> Vec<File> {
    let mut files = Vec::new();
    for operation in OPERATIONS {
        let mut page = heading(operation.name, operation.doc, operation.page);
        let _ = writeln!(page, "Takes a `{}`:\n", operation.input.name);
        fields(&mut page, operation.input);
        let _ = writeln!(page, "\nReturns a `{}`:\n", operation.output.name);
        fields(&mut page, operation.output);
        page.push_str("\n## Trying again\n\n");
        if operation.look_up.is_empty() {
            page.push_str("It only reads, so repeating it is safe after no answer, 408, 425, 429 or 5xx.\n");
        } else {
            let _ = writeln!(
                page,
                "If no connection was made, sending the identical bytes again is safe. After 400, 401 or 403 never. \
                 After anything else it may have happened: look it up first (with {}).",
                operation.look_up
            );
        }
        if operation.settles() {
            page.push_str(
                "\n## Proof\n\n`settle(order)` matches the reply against your order (id, amount, currency and kind) and \
                 says `paid`, `held`, `reversed`, `failed` or `open`; `expect_paid(order)` fails unless it is `paid`.\n",
            );
        }
        files.push(File { path: path(operation.gateway().name(), operation.name), text: page });
    }
    for reader in READERS {
        let mut page = heading(reader.name, reader.doc, reader.page);
        let _ = writeln!(page, "Returns a `{}`:\n", reader.output.name);
        fields(&mut page, reader.output);
        files.push(File { path: path(reader.gateway.name(), reader.name), text: page });
    }
    files.push(File { path: String::from("docs/errors.md"), text: errors() });
    files
}

fn path(gateway: &str, name: &str) -> String {
    format!("docs/{gateway}/{name}.md")
}

fn heading(name: &str, doc: &[&str], page: &str) -> String {
    format!("# {name}\n\n{}\n\nThe gateway's page: <{page}>\n\n", text(doc))
}

fn text(doc: &[&str]) -> String {
    doc.iter().map(|line| line.trim()).collect::<Vec<_>>().join("\n")
}

fn fields(page: &mut String, shape: &Shape) {
    page.push_str("| field | gateway's name | holds | |\n|---|---|---|---|\n");
    for field in shape.fields {
        let need = if field.need { "**required** " } else { "" };
        let secret = if field.secret { " Never printed." } else { "" };
        let wire = if field.wire.is_empty() { String::from("–") } else { format!("`{}`", field.wire) };
        let doc = text(field.doc).replace('\n', " ").replace('|', "\\|");
        let _ = writeln!(page, "| `{}` | {wire} | {need}{} | {doc}{secret} |", field.name, holds(field));
    }
}

fn holds(field: &Field) -> String {
    match &field.kind {
        Kind::Text(bounds) => match (bounds.alphabet, bounds.min, bounds.max) {
            (Alphabet::Url, _, max) => format!("URL, at most {max} bytes"),
            (Alphabet::Email, _, max) => format!("e-mail, at most {max} bytes"),
            (Alphabet::Digits, min, max) if min == max => format!("{min} digits"),
            (Alphabet::Digits, min, max) => format!("{min}–{max} digits"),
            (Alphabet::Hex, min, max) => format!("{min}–{max} hex digits"),
            (_, _, 1024..) => String::from("text"),
            (_, min, max) if min == max => format!("text of {min}"),
            (_, min, max) => format!("text, {min}–{max} characters"),
        },
        Kind::Amount => String::from("amount, exact decimal text"),
        Kind::Count(..) => String::from("whole number"),
        Kind::Flag => String::from("true or false"),
        Kind::Choice(choice) => {
            choice.options.iter().map(|option| format!("`{}`", option.0)).collect::<Vec<_>>().join(" ")
        }
        Kind::Map => String::from("map"),
        Kind::Texts => String::from("list of texts"),
        Kind::TextOrMap => String::from("text or map"),
        Kind::Any => String::from("as it came"),
    }
}

fn errors() -> String {
    let mut page = String::from(
        "# Error codes\n\nEvery error has one or more faults, each with a stable code and number. The number's \
         thousands say what kind of trouble it is: 1 validation (nothing was sent), 2 signature, 3 reply, 4 mismatch, \
         5 gateway.\n\n| number | code | what it says |\n|---|---|---|\n",
    );
    for code in Code::ALL {
        let _ = writeln!(page, "| {} | `{}` | {} |", code.number(), code.text(), code.message());
    }
    page
}
