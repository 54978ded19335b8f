//! Every snippet of the pages, with what it needs to run and what it must print.
//!
//! Most are written from an example. What is more than a call, a reader or a tool is written by hand, in `snippets/`.

use qantara::GatewayKind;
use qantara::json;
use qantara::record::Value;

use crate::File;
use crate::examples::{Examples, Of};
use crate::snippets::{LANGUAGES, rust};

/// A page's snippets.
pub struct Sample {
    /// `alqaseh.create_payment`, say.
    pub name: String,
    /// Whose, if a gateway's.
    pub gateway: Option<GatewayKind>,
    /// What `send` answers.
    pub status: u16,
    /// Its body, or the message that is read.
    pub body: String,
    /// What is printed.
    pub prints: String,
    /// The snippet in each of [`LANGUAGES`].
    pub snippets: [String; 5],
}

macro_rules! by_hand {
    ($name:literal) => {
        [
            include_str!(concat!("../snippets/", $name, ".rs")),
            include_str!(concat!("../snippets/", $name, ".js")),
            include_str!(concat!("../snippets/", $name, ".python")),
            include_str!(concat!("../snippets/", $name, ".php")),
            include_str!(concat!("../snippets/", $name, ".c")),
        ]
        .map(|snippet| snippet.trim_end().to_owned())
    };
}

/// All of them, in the pages' order.
pub fn samples(examples: &Examples) -> Vec<Sample> {
    let written = Of::all().filter_map(|of| {
        let example = examples.of(of)?;
        Some(Sample {
            name: of.full_name(),
            gateway: Some(of.gateway()),
            status: example.status,
            snippets: LANGUAGES.map(|language| (language.snippet)(&example)),
            body: example.body,
            prints: example.prints,
        })
    });
    let mut samples: Vec<Sample> = written.collect();
    let by_hand = |name: &str, gateway, body: String, prints: &str, snippets| Sample {
        name: name.to_owned(),
        gateway,
        status: 200,
        body,
        prints: prints.to_owned(),
        snippets,
    };
    for kind in GatewayKind::ALL {
        let given = examples.configuration(kind);
        let snippets = LANGUAGES.map(|language| (language.gateway)(kind, &given));
        samples.push(by_hand(&format!("{}.gateway", kind.name()), Some(kind), String::new(), "", snippets));
    }
    let accepted = r#"{"status":"success"}"#.to_owned();
    samples.push(by_hand(
        "paylink.acknowledge",
        Some(GatewayKind::Paylink),
        accepted,
        "acknowledged",
        by_hand!("paylink.acknowledge"),
    ));
    let signed = by_hand!("egw.verify_callback");
    samples.push(by_hand(
        "egw.verify_callback",
        Some(GatewayKind::Egw),
        examples.callback(&[(String::from("trtype"), Value::text("1"))]),
        "paid",
        signed,
    ));
    samples.push(by_hand("mac", None, String::new(), "511.483USD-", by_hand!("mac")));
    samples
}

/// What runs the snippets: for Rust a test, for the other languages what `tests/snippets/compose.py` needs.
pub fn files() -> Vec<File> {
    let examples = Examples::read();
    let samples = samples(&examples);
    let each = samples.iter().map(|sample| {
        let text = |text: &str| Value::text(text);
        Value::from([
            ("name", text(&sample.name)),
            ("gateway", sample.gateway.map_or(Value::Null, |kind| text(kind.name()))),
            ("status", Value::from(i64::from(sample.status))),
            ("body", text(&sample.body)),
            ("prints", text(&sample.prints)),
        ])
    });
    let gateways = GatewayKind::ALL.map(|kind| (kind.name(), Value::Map(examples.configuration(kind))));
    let line = |value: &Value| json::to_text(value);
    let lines: Vec<String> = each.map(|sample| line(&sample)).collect();
    let json = format!(
        "{{\"gateways\": {},\n\"held\": {},\n\"samples\": [\n{}\n]}}\n",
        line(&Value::from(gateways)),
        line(&Value::Map(examples.held())),
        lines.join(",\n")
    );
    let mut files = rust::program(&samples);
    files.push(File { path: String::from("tests/snippets/samples.json"), text: json });
    files
}
