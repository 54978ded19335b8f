//! `_types`: plain data that users make or store, and the words of closed lists.

use qantara::StampFields;
use qantara::mac::ProfileFields;
use qantara::money::OrderFields;
use qantara::paylink::Delivery;
use qantara::record::{Choice, Field, Shape};

use super::kinds::given;
use super::page::{Page, export};
use super::{Module, NOTE};
use crate::tables;

/// Plain data, by the name it has in Python: four by hand, then the records within what users give.
fn plain_data() -> Vec<(&'static str, &'static Shape)> {
    let mut data = vec![
        ("Order", OrderFields::SHAPE),
        ("Stamp", StampFields::SHAPE),
        ("Profile", ProfileFields::SHAPE),
        ("Delivery", Delivery::SHAPE),
    ];
    let (inputs, outputs) = (tables::inputs(), tables::outputs());
    for field in inputs.iter().flat_map(|shape| shape.fields) {
        if let Some(inner) = tables::within(&field.kind)
            && !data.iter().any(|(name, _)| *name == inner.name)
            && !outputs.iter().any(|output| output.name == inner.name)
        {
            data.push((inner.name, inner));
        }
    }
    data
}

/// The module.
pub(super) fn module() -> Module {
    let mut page = Page::default();
    page.line(0, "\"\"\"Types of plain data: for annotations and type checkers.\"\"\"");
    page.line(0, "");
    page.0.push_str(NOTE);
    page.lines(0, "\nfrom __future__ import annotations\n\nfrom decimal import Decimal");
    page.line(0, "from typing import Any, Literal, TypedDict");
    let mut names = vec!["Fault".to_owned()];
    for choice in tables::choices() {
        names.push(choice.name.to_owned());
        page.line(0, "");
        page.call(0, &format!("{} = Literal[", choice.name), &options(choice), "]");
        page.doc(0, choice.doc, "", &[], "");
    }
    for (name, shape) in plain_data() {
        names.push(name.to_owned());
        typed_dict(&mut page, name, shape);
    }
    page.lines(0, FAULT);
    export(&mut page, names.clone());
    Module { name: "_types", names, text: page.0 }
}

fn typed_dict(page: &mut Page, name: &str, shape: &Shape) {
    let (need, may): (Vec<&Field>, Vec<&Field>) = shape.fields.iter().partition(|field| field.need);
    let all: Vec<&Field> = shape.fields.iter().collect();
    let mut body = |class: &str, fields: &[&Field], is_documented: bool| {
        page.lines(0, &format!("\n\n{class}"));
        if is_documented {
            page.doc(1, shape.doc, "Keys", &all, "");
            page.line(0, "");
        }
        for field in fields {
            page.line(1, &format!("{}: {}", field.name, given(field)));
        }
    };
    match (need.is_empty(), may.is_empty()) {
        (_, true) => body(&format!("class {name}(TypedDict):"), &need, true),
        (true, _) => body(&format!("class {name}(TypedDict, total=False):"), &may, true),
        _ => {
            body(&format!("class _{name}(TypedDict):"), &need, false);
            body(&format!("class {name}(_{name}, total=False):"), &may, true);
        }
    }
}

const FAULT: &str = r#"

class Fault(TypedDict):
    """One thing that is wrong, or worth knowing."""

    code: str
    number: int
    field: str | None
    limit: str | None
    message: str
"#;

fn options(choice: &Choice) -> Vec<String> {
    choice.options.iter().map(|(name, _)| format!("\"{name}\"")).collect()
}
