//! Writes the first inputs of every target, from the shared cases of `tests/vectors` and the core's tables, and the
//! dictionary. `cargo run --example seeds FOLDER`
use std::collections::{BTreeSet, HashSet};
use std::fs;
use std::path::{Path, PathBuf};

use qantara::record::{Kind, Shape};
use qantara::registry::{OPERATIONS, READERS, TOOLS};
use qantara_fuzz::{CALLS, END, join};
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
    made(&seeds);
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

/// Inputs of the targets that make their own messages.
fn made(seeds: &Seeds) {
    let parts =
        |choices: &[u8], parts: &[&str]| join(choices, &parts.iter().map(|part| part.as_bytes()).collect::<Vec<_>>());
    for numbers in
        [["25000", "25000.00", ""], ["150000250", "1.5000026e8", ""], ["12.5", "13", "0.50"], ["0.001", "1e-3", "0"]]
    {
        seeds.add("money", &parts(&[], &numbers));
    }
    let said =
        ["771446", "25000", "0", "00", "654321", "306276834930", "4A29E93C607E33DC", "Two books", "Approved", ""];
    for (gateway, form) in (0..5).flat_map(|gateway| (0..4).map(move |form| (gateway, form))) {
        seeds.add("signed", &parts(&[1, gateway, form, form], &said));
    }
    // The description can be read as an approval of more.
    let shifted = ["771446", "1", "2", "05", "", "", "", "-10200-1152500012", "", ""];
    seeds.add("signed", &parts(&[1, 3, 0, 0], &shifted));
    seeds.add("signed", &parts(&[0], &["A-1", "25000", "IQD", "Success", "1", "00", "306276834930", ""]));
    let scheme = r#"{"algorithm":"HMAC-SHA256","length_unit":"characters","letter_case":"lower","absent":"0","trailing":"x","orders":{"request 1":["AMOUNT","DESC"],"reply":["ACTION","RC","TRTYPE","ORDER","AMOUNT","CURRENCY","COUNTRY"]},"from_configuration":["COUNTRY"]}"#;
    for scheme in [scheme, r#""romcard""#, r#""classic""#] {
        seeds.add("profile", &parts(&[0], &[scheme, "Two books"]));
    }
    let fields = ["00112233445566778899AABBCCDDEEFF", "-", "", "AMOUNT", "11.48", "CURRENCY", "USD"];
    seeds.add("profile", &parts(&[1, 0, 1, 1], &fields));
    let expect = r#"{"gateway":"alqaseh","operation":"get_payment","environment":"test","merchant":"shop","known":{"payment_id":"p-1"}}"#;
    let payment = r#"{"payment_id":"p-1","order_id":"A-1","amount":25000,"currency":"IQD","payment_status":"succeeded","transaction_type":"Retail"}"#;
    seeds.add("profile", &parts(&[2], &[expect, payment]));
    let expect = r#"{"gateway":"egw","operation":"completion","environment":"test","merchant":"1","known":{"order_id":"771446","trtype":"21","rrn":"306276834930","int_ref":"4A29","amount":"25000","max_fee":"10"}}"#;
    let reply = "ORDER=771446&TRTYPE=21&RRN=306276834930&INT_REF=4A29&AMOUNT=25000&CURRENCY=IQD&ACTION=0&RC=00";
    seeds.add("profile", &parts(&[2], &[expect, reply]));
    let message = ["AMOUNT", "11.48", "CURRENCY", "USD", "ORDER", "771446", "TRTYPE", "1", "ACTION", "0", "RC", "00"];
    for choice in [1, 3, 5, 9, 17, 33, 129, 137] {
        seeds.add("doctor", &parts(&[choice], &message));
    }
    let accepted = r#"{"status":"success"}"#;
    // Decided, sent, answered with each status, and sent again or done.
    for status in 0..16 {
        let decided = parts(&[1, 0, 0, 40], &["1234567890ABC", ""]);
        let answered = parts(&[0, 1, 2, 5, status], &[accepted, "120", ""]);
        seeds.add("acknowledgment", &[&decided[..], &answered, &[3, 0, 0, 9, 0, 200]].concat());
    }
    seeds.add("acknowledgment", &parts(&[0], &[CALLS[13], "\0\u{1}\0d\u{2}\u{1}\0", accepted]));
    seeds.add("history", &parts(&[1, 1, 1], &["A-1", "p-1", "25000", "red, \"dark\"\r\n", "A-2", "", "1", "x"]));
    // A gateway, a call of each operation and its reply; then everything is freed, the gateway first.
    for (at, operation) in (0..).zip(OPERATIONS) {
        let program = [0, operation.gateway() as u8, 0, 1, 0, at, 3, 0xc0, 0, END];
        seeds.add("c_api", &[&program[..], payment.as_bytes(), &[END, 4, 0, 0, 4, 0, 2, 15, 0, 0, 14, 0, 0]].concat());
    }
    let mac =
        [&[10, 0, 0, 0, 0, END, 10, 2, 0, 0, 3, 1][..], &parts(&[], &["AMOUNT", "11.48", "\u{1}CURRENCY", "USD", ""])]
            .concat();
    seeds.add("c_api", &mac);
    let answer = r#"{"status":200,"body":"{\"status\":\"success\"}","now":1795000020}"#;
    let program = [0, 2, 0, 8, 0, 0, 8, 1, 0, 8, 2, 0, 5, 8, 3, 0, 0];
    seeds.add("c_api", &[&program[..], answer.as_bytes(), &[END, 8, 4, 0]].concat());
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
