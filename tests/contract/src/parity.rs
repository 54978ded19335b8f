//! The table of parity: what each language exposes, and how many of the shared cases it ran.
//!
//! Each language's run of the cases leaves a file in `target/parity`. `docs/parity.md` says what must be in them, and
//! `cargo run -p qantara-contract -- parity` compares.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::examples::Of;
use crate::{File, top};

/// The languages, as their files are named.
const LANGUAGES: [(&str, &str); 5] =
    [("Rust", "rust"), ("JavaScript", "javascript"), ("Python", "python"), ("C", "c"), ("PHP", "php")];

/// What there is beside operations, readers and tools.
const MORE: [&str; 3] = ["egw.verify_callback", "paylink.acknowledgment", "mac"];

/// Every name that each language must have.
fn names() -> Vec<String> {
    let acknowledge = "paylink.acknowledge";
    let names = Of::all().map(Of::full_name).filter(|name| name != acknowledge);
    names.chain(MORE.map(String::from)).collect()
}

/// How many shared cases there are of each.
fn cases() -> BTreeMap<String, usize> {
    let mut counts = BTreeMap::new();
    for file in ["alqaseh", "egw", "paylink", "mac"] {
        let file = read(&top().join(format!("tests/vectors/{file}.json"))).expect("the shared cases");
        for case in file["cases"].as_array().expect("cases") {
            *counts.entry(case_name(text(&file, "gateway"), case)).or_insert(0) += 1;
        }
    }
    counts
}

/// What a case is of.
fn case_name(gateway: &str, case: &Value) -> String {
    match text(case, "do") {
        "call" => format!("{gateway}.{}", text(case, "operation")),
        "read" => format!("{gateway}.{}", text(case, "reader")),
        "tool" => format!("{gateway}.{}", text(case, "tool")),
        "verify" => String::from("egw.verify_callback"),
        "acknowledge" => String::from("paylink.acknowledgment"),
        "mac" => String::from("mac"),
        other => panic!("what is {other}?"),
    }
}

/// The page.
pub fn files() -> Vec<File> {
    let cases = cases();
    let mut page = String::from(
        "# Parity\n\nEvery operation, reader and tool is in every language, and every language runs the same cases. \
         The tests of each language write down what a user of it finds there and how many cases of it passed; \
         `make test` fails if that is not what this table says.\n\n| | ",
    );
    page += &LANGUAGES.map(|(language, _)| language).join(" | ");
    let _ = writeln!(page, " |\n|---|{}", "---:|".repeat(LANGUAGES.len()));
    for name in names() {
        let count = cases.get(&name).copied().unwrap_or(0);
        let shown = match name.split_once('.') {
            Some((gateway, "acknowledgment")) => format!("[{gateway}: `acknowledgment`](paylink/acknowledge.md)"),
            Some((gateway, of)) => format!("[{gateway}: `{of}`]({gateway}/{of}.md)"),
            None => format!("[`{name}`]({name}.md)"),
        };
        let _ = writeln!(page, "| {shown} |{}", format!(" {count} |").repeat(LANGUAGES.len()));
    }
    let total: usize = cases.values().sum();
    let _ = writeln!(page, "| **all** |{}", format!(" **{total}** |").repeat(LANGUAGES.len()));
    vec![File { path: String::from("docs/parity.md"), text: page }]
}

/// What the languages' runs lack of the table; nothing, if there is no hole.
pub fn holes() -> Vec<String> {
    let expected = cases();
    let mut holes = Vec::new();
    for name in names().iter().filter(|name| !expected.contains_key(*name)) {
        holes.push(format!("{name} has no shared case"));
    }
    for (language, file) in LANGUAGES {
        let Some(found) = read(&top().join(format!("target/parity/{file}.json"))) else {
            holes.push(format!("{language} has not run: there is no target/parity/{file}.json"));
            continue;
        };
        let exposes = found["exposes"].as_array().expect("what it exposes");
        for name in names().iter().filter(|name| !exposes.iter().any(|found| found == name.as_str())) {
            holes.push(format!("{language} has no {name}"));
        }
        for (name, count) in &expected {
            let ran = found["cases"][name].as_u64().unwrap_or(0);
            if ran != *count as u64 {
                holes.push(format!("{language} ran {ran} of {count} cases of {name}"));
            }
        }
    }
    holes
}

fn read(path: &Path) -> Option<Value> {
    Some(serde_json::from_slice(&fs::read(path).ok()?).expect("JSON"))
}

fn text<'a>(value: &'a Value, name: &str) -> &'a str {
    value[name].as_str().unwrap_or_default()
}
