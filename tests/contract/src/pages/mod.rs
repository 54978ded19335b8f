//! One documentation page per operation, reader and tool, one per gateway, and one for the error codes.

mod fields;

use std::fmt::Write;

use qantara::GatewayKind;
use qantara::call::{Operation, Request};
use qantara::error::Code;

use crate::File;
use crate::examples::{Examples, Of};
use crate::samples::{Sample, samples};
use crate::snippets::LANGUAGES;
use fields::{Wire, fields};

/// The pages.
pub fn files() -> Vec<File> {
    let examples = Examples::read();
    let samples = samples(&examples);
    let mut files: Vec<File> = Of::all().map(|of| page(of, &examples, &samples)).collect();
    files.extend(GatewayKind::ALL.map(|kind| gateway(kind, &samples)));
    files.extend(MORE.map(|(name, doc, link)| {
        let mut page = heading(name.rsplit('.').next().unwrap_or(name), doc, link);
        snippets(&mut page, &samples, name);
        File { path: format!("docs/{}.md", name.replace('.', "/")), text: page.trim_end().to_owned() + "\n" }
    }));
    files.push(order());
    files.push(profile());
    files.push(File { path: String::from("docs/README.md"), text: contents() });
    files.push(File { path: String::from("docs/errors.md"), text: errors() });
    files
}

/// What is more than an operation, a reader or a tool.
const MORE: [(&str, &str, &str); 2] = [
    (
        "egw.verify_callback",
        "Reads a callback and verifies its MAC with your key (or the one before it) and the profile's order for \
         replies. What comes out shows only what the MAC covers; `settle(order)` says what it proves.\n\nA MAC that \
         doesn't verify is *unverified*: look the payment up, and never take it for a decline. If it never verifies, \
         [`diagnose`](diagnose.md) finds out why.",
        "https://docs.alqaseh.com/1.0-legacy/auth",
    ),
    (
        "mac",
        "The low-level MAC: a key, a field order, nothing else. For schemes outside the gateways' operations, and for \
         comparing notes with a bank.",
        "https://docs.alqaseh.com/1.0-legacy/auth",
    ),
];

fn heading(name: &str, doc: &str, link: &str) -> String {
    format!("# {name}\n\n{doc}\n\nThe gateway's page: <{link}>\n\n")
}

fn page(of: Of, examples: &Examples, samples: &[Sample]) -> File {
    let (doc, link) = match of {
        Of::Operation(operation) => (operation.doc, operation.page),
        Of::Reader(reader) => (reader.doc, reader.page),
        Of::Tool(tool) => (tool.doc, tool.page),
    };
    let mut page = heading(of.name(), &text(doc), link);
    let example = examples.of(of);
    snippets(&mut page, samples, &of.full_name());
    if let Some(input) = of.input() {
        let _ = writeln!(page, "## Input\n\nThe record `{}`:\n", input.name);
        fields(&mut page, input, wire_of(of));
        page.push('\n');
    }
    let _ = writeln!(page, "## Output\n\nThe record `{}`:\n", of.output().name);
    fields(&mut page, of.output(), wire_of(of));
    if let Some(request) = example.as_ref().and_then(|example| example.request.as_ref()) {
        wire(&mut page, request);
    }
    if let Of::Operation(operation) = of {
        advice(&mut page, operation);
    }
    File { path: format!("docs/{}/{}.md", of.gateway().name(), of.name()), text: page }
}

/// The example in every language, and what each of them prints.
fn snippets(page: &mut String, samples: &[Sample], name: &str) {
    let Some(sample) = samples.iter().find(|sample| sample.name == name) else { return };
    page.push_str("## Example\n\n");
    for (language, snippet) in LANGUAGES.iter().zip(&sample.snippets) {
        let _ = writeln!(page, "**{}**\n\n```{}\n{snippet}\n```\n", language.name, language.mark);
    }
    if !sample.prints.is_empty() {
        let _ = writeln!(page, "Each prints:\n\n```text\n{}\n```\n", sample.prints);
    }
}

/// What goes out, byte for byte but for credentials.
fn wire(page: &mut String, request: &Request) {
    let _ = writeln!(page, "\n## On the wire\n\n```http\n{} {}", request.method, request.url);
    for header in &request.headers {
        let _ = writeln!(page, "{}: {}", header.name, if header.secret { "***" } else { &header.value });
    }
    if !request.body.is_empty() {
        let _ = writeln!(page, "\n{}", request.body);
    }
    page.push_str("```\n");
}

fn advice(page: &mut String, operation: &Operation) {
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
    if operation.settles() && operation.gateway() == GatewayKind::Egw {
        page.push_str(
            "\n## Proof\n\n`parse` says whether the reply is about what was sent. Where your profile has an order for \
             replies, `verify_callback(body).settle(order)` says what it proves; only where it has none does the reply's \
             own `settle(order)`.\n",
        );
    } else if operation.settles() {
        page.push_str(
            "\n## Proof\n\n`settle(order)` matches the reply against your [order](../order.md) (id, amount, currency and \
             kind) and says what happened; `expect_paid(order)` fails unless it is `paid`.\n",
        );
    }
}

/// Which names of an operation's fields the gateway knows.
fn wire_of(of: Of) -> Wire {
    match of {
        Of::Tool(tool) if tool.name != "card_form" => Wire::None,
        of if of.gateway() == GatewayKind::Egw => Wire::Capitals,
        _ => Wire::All,
    }
}

fn text(doc: &[&str]) -> String {
    doc.iter().map(|line| line.trim()).collect::<Vec<_>>().join("\n")
}

/// The first sentence of a documentation.
fn summary(doc: &[&str]) -> String {
    let whole = text(doc);
    let first = whole.split("\n\n").next().unwrap_or_default().replace('\n', " ");
    first.split_inclusive(". ").next().unwrap_or_default().trim().to_owned()
}

/// What a message is matched against, and what comes of it.
fn order() -> File {
    let mut page = String::from(
        "# Order and outcome\n\n`settle(order)` matches a message against your own order, and says what happened. An \
         error means \"not yours, or altered\", never \"still pending\".\n\n## Order\n\n",
    );
    fields(&mut page, qantara::money::OrderFields::SHAPE, Wire::None);
    let _ = writeln!(page, "\n## Outcome\n\n{}\n", text(qantara::Outcome::SHAPE.doc));
    fields(&mut page, qantara::Outcome::SHAPE, Wire::None);
    File { path: String::from("docs/order.md"), text: page }
}

/// What a P_SIGN scheme of one's own is made of.
fn profile() -> File {
    let shape = qantara::mac::ProfileFields::SHAPE;
    let mut page = format!(
        "# Profile\n\n{}\n\nIts names are the same in every language (`length_unit` in JavaScript and PHP, too): it is \
         data that travels.\n\n",
        text(shape.doc)
    );
    fields(&mut page, shape, Wire::None);
    page.push_str("\n## The presets\n\n| preset | hash | has orders for |\n|---|---|---|\n");
    for (name, algorithm, orders) in qantara::mac::presets() {
        let _ = writeln!(page, "| `{name}` | {algorithm} | {} |", orders.join(", "));
    }
    page.push_str(
        "\nOne without an order for `reply` verifies nothing until you add the one your bank gave you, or the one that \
         [`diagnose`](egw/diagnose.md) finds. `classic`'s replies prove nothing either: their MAC covers neither ACTION \
         nor RC.\n",
    );
    File { path: String::from("docs/profile.md"), text: page }
}

fn title(kind: GatewayKind) -> &'static str {
    match kind {
        GatewayKind::AlQaseh => "Al Qaseh Payment API 2.0",
        GatewayKind::Egw => "Al Qaseh 1.0 e-Commerce Gateway",
        GatewayKind::Paylink => "Paylink",
    }
}

/// How a gateway is made.
fn gateway(kind: GatewayKind, samples: &[Sample]) -> File {
    let mut page = format!("# {}\n\n{}\n\n", title(kind), text(kind.configuration().doc));
    snippets(&mut page, samples, &format!("{}.gateway", kind.name()));
    page.push_str("## Settings\n\n");
    fields(&mut page, kind.configuration(), if kind == GatewayKind::Egw { Wire::Capitals } else { Wire::None });
    File { path: format!("docs/{}/gateway.md", kind.name()), text: page }
}

fn contents() -> String {
    let mut page = String::from(
        "# What there is\n\nEvery page has one example in five languages, what it puts on the wire, every field, and \
         when it may be repeated. In the examples `gateway` is made as on its own page, `send` is your HTTP client (it must not \
         follow redirects), and what a language needs around them is left out: error handling in Rust is `?`, in C \
         `TRY` stops at an error and `print` writes fields of a record. [Parity](parity.md) says how many shared cases \
         each language ran; [errors](errors.md) lists every code.\n\nNames are spelled here as \
         in Rust, Python and C; JavaScript and PHP write `orderId` for `order_id`. Amounts go in as text or whole \
         numbers and come out as text (Python: `Decimal`). Rust gives a `stamp` (time and nonce) to what is signed; the \
         other languages make one unless you do. In the examples `held` is the outcome of an authorization.\n",
    );
    for kind in GatewayKind::ALL {
        let _ = writeln!(page, "\n## {}\n\n| | |\n|---|---|", title(kind));
        let _ = writeln!(page, "| [the gateway]({}/gateway.md) | How it is made, and its settings. |", kind.name());
        for of in Of::all().filter(|of| of.gateway() == kind) {
            let doc = match of {
                Of::Operation(operation) => operation.doc,
                Of::Reader(reader) => reader.doc,
                Of::Tool(tool) => tool.doc,
            };
            let _ = writeln!(page, "| [`{0}`]({1}/{0}.md) | {2} |", of.name(), kind.name(), summary(doc));
        }
        if kind == GatewayKind::Egw {
            page.push_str("| [`verify_callback`](egw/verify_callback.md) | Verifies a callback and shows what its MAC covers. |\n");
        }
    }
    page.push_str("\n## Beside the gateways\n\n| | |\n|---|---|\n| [Order and outcome](order.md) | What \
         `settle` takes and returns. |\n| [Call](call.md) | What every operation returns. |\n| [Profile](profile.md) | A \
         P_SIGN scheme as data, and the presets. |\n| [`Mac`](mac.md) | The low-level MAC. |\n");
    page
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
