//! The Python face: classes over a few native functions, in a module for each gateway, and types for plain data.
//!
//! A module is imported when one of its names is first asked for: a shop with one gateway waits for no other.

mod gateways;
mod kinds;
mod messages;
mod page;
mod plain;

use qantara::record::Shape;
use qantara::registry::{OPERATIONS, READERS, TOOLS};
use qantara::{GatewayKind, Outcome};

use crate::{File, tables};
use page::{Page, export};

const NOTE: &str = "# Generated from the core's tables by `cargo run -p qantara-contract`. Do not edit.\n";

/// A generated module of the package.
struct Module {
    /// Its name.
    name: &'static str,
    /// The names it exports.
    names: Vec<String>,
    /// What is in it.
    text: String,
}

/// The files of this face.
pub fn files() -> Vec<File> {
    let mut bodies = vec![shared()];
    bodies.extend(GatewayKind::ALL.map(gateway));
    bodies.push(mac());
    let types = plain::module();
    let mut modules: Vec<Module> = bodies.iter().map(|body| body.module(&types, &bodies)).collect();
    modules.push(reply(&bodies));
    modules.push(types);
    let index = File { path: path("_index"), text: index(&modules) };
    let files = modules.into_iter().map(|module| File { path: path(module.name), text: module.text });
    files.chain([index]).collect()
}

fn path(name: &str) -> String {
    format!("bindings-python/python/qantara/{name}.py")
}

/// A module of classes, before its imports are known.
struct Body {
    name: &'static str,
    about: String,
    /// Classes that the native half makes objects of.
    made: Vec<String>,
    /// What else it exports.
    more: Vec<String>,
    page: Page,
}

impl Body {
    fn new(name: &'static str, about: &str) -> Self {
        Self { name, about: about.to_owned(), made: Vec::new(), more: Vec::new(), page: Page::default() }
    }

    fn messages<'a>(&mut self, shapes: impl Iterator<Item = &'a &'static Shape>) {
        for shape in shapes {
            self.made.extend(messages::message(&mut self.page, shape));
        }
    }

    fn exports(&self) -> Vec<String> {
        self.made.iter().chain(&self.more).cloned().collect()
    }

    fn uses(&self, name: &str) -> bool {
        let is_part = |c: char| c.is_alphanumeric() || c == '_';
        self.page.0.match_indices(name).any(|(at, _)| {
            let (before, after) = (&self.page.0[..at], &self.page.0[at + name.len()..]);
            !before.ends_with(is_part) && !after.starts_with(is_part)
        })
    }

    fn used(&self, names: &[String]) -> Vec<String> {
        let mut used: Vec<String> = names.iter().filter(|name| self.uses(name)).cloned().collect();
        used.sort();
        used
    }

    /// The whole module: what only annotations name is not imported when it runs.
    fn module(&self, types: &Module, bodies: &[Body]) -> Module {
        let mut page = Page::default();
        page.line(0, &format!("\"\"\"{}\"\"\"", self.about));
        page.line(0, "");
        page.0.push_str(NOTE);
        page.lines(0, "\nfrom __future__ import annotations\n\nfrom . import _native");
        for base in ["CallbackGateway", "DeliveringGateway"].iter().filter(|base| self.uses(base)) {
            page.line(0, &format!("from ._gateways import {base}"));
        }
        page.lines(0, "\nTYPE_CHECKING = False\nif TYPE_CHECKING:");
        page.lines(
            1,
            "from decimal import Decimal\nfrom typing import Any, Literal\n\nfrom typing_extensions import Self\n\n",
        );
        for other in bodies.iter().filter(|other| other.name != self.name) {
            import(&mut page, 1, other.name, &self.used(&other.exports()));
        }
        import(&mut page, 1, types.name, &self.used(&types.names));
        page.0.push_str(&self.page.0);
        if !self.made.is_empty() {
            page.lines(0, "\n\n_native.register({\n    made.__name__: made\n    for made in (");
            for name in &self.made {
                page.line(2, &format!("{name},"));
            }
            page.lines(0, "    )\n})");
        }
        let names = self.exports();
        export(&mut page, names.clone());
        Module { name: self.name, names, text: page.0 }
    }
}

fn import(page: &mut Page, depth: usize, module: &str, names: &[String]) {
    if !names.is_empty() {
        let single = format!("from .{module} import {}", names.join(", "));
        if single.len() + 4 * depth <= 110 {
            return page.line(depth, &single);
        }
        page.call(depth, &format!("from .{module} import ("), names, ")");
    }
}

/// What a gateway's operations, readers and tools answer, and the records within.
fn answers(kind: GatewayKind) -> Vec<&'static Shape> {
    let operations = OPERATIONS.iter().filter(|one| one.gateway() == kind).map(|one| one.output);
    let readers = READERS.iter().filter(|one| one.gateway == kind).map(|one| one.output);
    let tools = TOOLS.iter().filter(|one| one.gateway == kind).map(|one| one.output);
    let answers = operations.chain(readers).chain(tools);
    tables::unique(answers.flat_map(|shape| std::iter::once(shape).chain(tables::nested(shape))).collect())
}

/// Whether several gateways answer with it.
fn is_shared(shape: &Shape) -> bool {
    let has = |kind: &GatewayKind| answers(*kind).iter().any(|answer| answer.name == shape.name);
    shape.name == Outcome::SHAPE.name || GatewayKind::ALL.iter().filter(|kind| has(kind)).count() > 1
}

fn shared() -> Body {
    let mut body = Body::new("_messages", "What becomes of an order, and other things that several gateways answer.");
    body.made = messages::outcomes(&mut body.page);
    body.more.push("Settlement".into());
    let outputs = tables::unique(tables::outputs());
    body.messages(outputs.iter().filter(|shape| is_shared(shape) && shape.name != Outcome::SHAPE.name));
    body
}

fn gateway(kind: GatewayKind) -> Body {
    let (name, about) = match kind {
        GatewayKind::AlQaseh => ("_alqaseh", "Al Qaseh Payment API 2.0, and what it answers."),
        GatewayKind::Egw => ("_egw", "Al Qaseh's e-Commerce Gateway, and what it answers."),
        GatewayKind::Paylink => ("_paylink", "Paylink, and what it answers."),
    };
    let mut body = Body::new(name, about);
    body.messages(answers(kind).iter().filter(|shape| !is_shared(shape)));
    if kind == GatewayKind::Egw {
        messages::signed_callback(&mut body.page);
        body.made.push("SignedCallback".into());
    }
    let class = gateways::gateway(&mut body.page, kind);
    body.more.push(class);
    body
}

fn mac() -> Body {
    let mut body = Body::new("_mac", "The low-level MAC.");
    let class = gateways::low_level_mac(&mut body.page);
    body.more.push(class);
    body
}

fn reply(bodies: &[Body]) -> Module {
    let mut replies: Vec<String> = Vec::new();
    for operation in OPERATIONS {
        let name = messages::reply(operation);
        if !replies.contains(&name) {
            replies.push(name);
        }
    }
    let mut page = Page::default();
    page.lines(0, "\"\"\"The replies of all gateways.\"\"\"\n\n");
    page.0.push_str(NOTE);
    page.lines(0, "\nfrom __future__ import annotations\n\n");
    for body in bodies {
        let mut names: Vec<String> = replies.iter().filter(|name| body.made.contains(name)).cloned().collect();
        names.sort();
        import(&mut page, 0, body.name, &names);
    }
    page.lines(0, "\nReply = (");
    for (at, name) in replies.iter().enumerate() {
        page.line(1, &format!("{}{name}", if at == 0 { "" } else { "| " }));
    }
    page.lines(0, ")\n\"\"\"What `parse_reply` returns, whichever call it was.\"\"\"");
    let names = vec!["Reply".to_owned()];
    export(&mut page, names.clone());
    Module { name: "_reply", names, text: page.0 }
}

fn index(modules: &[Module]) -> String {
    let mut page = Page::default();
    page.lines(0, "\"\"\"Where each name of the package is.\"\"\"\n\n");
    page.0.push_str(NOTE);
    page.lines(0, "\nMODULES = {");
    let mut places: Vec<(&str, &str)> =
        modules.iter().flat_map(|module| module.names.iter().map(|name| (name.as_str(), module.name))).collect();
    places.sort_unstable();
    assert!(places.is_sorted_by(|one, next| one.0 < next.0), "two things have one name: {places:?}");
    for (name, module) in places {
        page.line(1, &format!("\"{name}\": \"{module}\","));
    }
    page.line(0, "}");
    page.0
}
