//! Writes the first inputs of every target, from the shared cases of `tests/vectors` and the core's tables, and the
//! dictionary. `cargo run --example seeds FOLDER`
use std::collections::{BTreeSet, HashSet};
use std::fs;
use std::path::{Path, PathBuf};

use qantara::record::{Kind, Shape};
use qantara::registry::{OPERATIONS, READERS, TOOLS};
use qantara_fuzz::join;
use serde_json::Value;

struct Seeds {
    folder: PathBuf,
}

impl Seeds {
    fn add(&self, target: &str, bytes: &[u8]) {
        let folder = self.folder.join("corpus").join(target);
        fs::create_dir_all(&folder).unwrap();
        let name = bytes
            .iter()
            .fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x100_0000_01b3));
        fs::write(folder.join(format!("seed-{name:016x}")), bytes).unwrap();
    }
}

fn main() {
    let folder = PathBuf::from(std::env::args().nth(1).expect("the folder to write to"));
    let seeds = Seeds { folder: folder.clone() };
    for name in ["alqaseh", "egw", "paylink", "mac"] {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("../vectors/{name}.json"));
        let file: Value = serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap();
        for case in file["cases"].as_array().unwrap() {
            seed(&seeds, name, case);
        }
    }
    money(&seeds);
    fs::write(folder.join("dictionary.txt"), dictionary()).unwrap();
}

/// The bytes of a message in a case.
fn message(case: &Value) -> Option<Vec<u8>> {
    match (case["message"].as_str(), case["message_hex"].as_str()) {
        (Some(text), _) => Some(text.as_bytes().to_vec()),
        (_, Some(digits)) => {
            let pairs = digits.as_bytes().chunks(2).map(|pair| std::str::from_utf8(pair).unwrap());
            Some(pairs.map(|pair| u8::from_str_radix(pair, 16).unwrap()).collect())
        }
        _ => None,
    }
}

fn seed(seeds: &Seeds, gateway: &str, case: &Value) {
    let text = |name: &str| case[name].as_str().unwrap_or("");
    if let Some(message) = message(case) {
        let is_ours = |kind: &str, name: &str| kind == gateway && (name == text("reader") || case["do"] == "verify");
        for at in (0..READERS.len()).filter(|at| is_ours(READERS[*at].gateway.name(), READERS[*at].name)) {
            seeds.add("readers", &join(&[at as u8], &[&message]));
        }
    }
    for reply in case["replies"].as_array().into_iter().flatten() {
        let Some(body) = reply["body"].as_str() else { continue };
        let Some(at) =
            OPERATIONS.iter().position(|one| one.gateway().name() == gateway && one.name == text("operation"))
        else {
            continue;
        };
        // The fuzz target's calls are all about one payment.
        let mut body = body.to_owned();
        for (theirs, ours) in [("A-1", "771446"), ("\"id\": 7", "\"id\": 8")] {
            body = body.replace(theirs, ours);
        }
        let status = reply["status"].as_u64().unwrap_or(200);
        let statuses = [200, 201, 200, 204, 200, 299, 302, 400, 401, 403, 404, 409, 429, 500, 503, 100];
        let status = statuses.iter().position(|known| *known == status).unwrap_or(0) as u8;
        seeds.add("replies", &join(&[at as u8, status, 0], &[body.as_bytes()]));
        seeds.add("json", body.as_bytes());
        if text("operation").starts_with("history") {
            seeds.add("history", &join(&[0], &[body.as_bytes()]));
        }
    }
    if !case["configuration"].is_null() {
        seeds.add("json", case["configuration"].to_string().as_bytes());
    }
}

fn money(seeds: &Seeds) {
    for parts in
        [["25000", "25000.00", ""], ["150000250", "1.5000026e8", ""], ["12.5", "13", "0.50"], ["0.001", "1e-3", "0"]]
    {
        seeds.add("money", &join(&[], &parts.map(str::as_bytes)));
    }
}

/// Every name and word of the tables, and what holds messages together.
fn dictionary() -> String {
    let mut words = BTreeSet::new();
    let mut seen = HashSet::new();
    let shapes = OPERATIONS.iter().flat_map(|one| [one.input, one.output]);
    let shapes = shapes.chain(READERS.iter().map(|one| one.output));
    for shape in shapes.chain(TOOLS.iter().flat_map(|one| [one.input, one.output])) {
        gather(shape, &mut words, &mut seen);
    }
    let held = [
        "\\\"",
        "{\\\"",
        "\\\":\\\"",
        "\\\":",
        "\\\",\\\"",
        "\\\"}",
        "true",
        "false",
        "null",
        "\\\\u00",
        "\\\\ud834\\\\udd1e",
        "[{",
        "}]",
        "e+04",
        ".00",
        "<input type=hidden name=",
        " value=",
        "<input",
        "<html>",
        "</form>",
        "<form>",
        "<!--",
        "-->",
        "<![CDATA[",
        "]]>",
        "<?xml",
        "<R>",
        "</R>",
        "/>",
        "<script>",
        "</script>",
        "<select>",
        "<template>",
        "<table>",
        "<svg>",
        "<title>",
        "&amp;",
        "&#48;",
        "&#x30;",
        "&quot;",
        "%20",
        "%C3%A9",
        "://",
        "?",
        "#",
        "\\xd8\\xb7",
        "\\xef\\xbb\\xbf",
        "\\xe2\\x80\\xae",
        "\\x00",
        "\\x0d\\x0a",
        "\\xff",
        "771446",
        "25000",
        "IQD",
        "p-1",
        "1234567890123",
        "306276834930",
        "4A29E93C607E33DC",
        "99999999",
        "20261120130000",
        "Success",
        "success",
        "payments",
        "data",
        "0001-01-01T00:00:00Z",
        "HMAC-SHA256",
        "bytes",
        "characters",
        "reply",
        "request",
        "request 0",
        "reply 21",
        "completion",
        "reversal",
        "inquiry",
    ];
    words.extend(held.into_iter().map(String::from));
    words.iter().map(|word| format!("\"{word}\"\n")).collect()
}

fn gather(shape: &'static Shape, words: &mut BTreeSet<String>, seen: &mut HashSet<&'static str>) {
    if !seen.insert(shape.name) {
        return;
    }
    for field in shape.fields {
        words.extend([field.name, field.wire].into_iter().filter(|name| !name.is_empty()).map(String::from));
        match &field.kind {
            Kind::Choice(choice) => words.extend(
                choice
                    .options
                    .iter()
                    .flat_map(|(name, wire)| [*name, *wire])
                    .filter(|word| !word.is_empty())
                    .map(String::from),
            ),
            Kind::Record(inner) | Kind::Records(inner) => gather(inner, words, seen),
            _ => {}
        }
    }
}
