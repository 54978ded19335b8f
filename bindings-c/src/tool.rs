//! Tools: what a gateway works out without anything being sent.

use qantara::record::Names;
use qantara::registry::TOOLS;
use qantara::tool::Tool;
use qantara::{Code, Error, GatewayKind};

use crate::error::{Out, guard, need, qantara_error};
use crate::field::{names_of, qantara_field, qantara_names, qantara_text};
use crate::gateway::{given, kind_of, names, qantara_gateway};
use crate::record::{Source, qantara_record};

fn find(kind: GatewayKind, names: Names, name: &str) -> Result<&'static Tool, Error> {
    let tool = TOOLS.iter().find(|tool| tool.gateway == kind && names.matches(tool.name, name));
    tool.copied().ok_or_else(|| Error::in_input(Code::OperationUnknown, name.to_owned(), "."))
}

/// Runs a tool of a gateway, such as `egw`'s `card_form`: checks everything, sends nothing. Tools that sign take one
/// more field, `stamp`, as in `qantara_call_new`, and a `now` left out is made as there.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn qantara_tool(
    gateway: *const qantara_gateway,
    tool: qantara_text,
    input: *const qantara_field,
    count: usize,
    out: *mut *mut qantara_record,
) -> *mut qantara_error {
    // SAFETY: as the header says.
    let names = unsafe { names(gateway) };
    guard(names, || {
        // SAFETY: as the header says.
        let (out, gateway, name) = unsafe { (Out::new(out)?, need(gateway, "gateway")?, tool.text("tool")?) };
        let tool = find(gateway.gateway.kind(), names, name)?;
        // SAFETY: as the header says.
        let (input, stamp) = unsafe { given(tool.input, tool.stamped(), names, input, count)? };
        let made = tool.run(Some(&gateway.gateway), input, stamp.as_ref())?;
        out.give(qantara_record::new(Source::Plain(made), names));
        Ok(())
    })
}

/// Runs a tool that needs no credentials, such as `egw`'s `order_number`. `names` says how you spell the names of
/// fields, here and in what comes out.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn qantara_tool_alone(
    kind: qantara_text,
    tool: qantara_text,
    names: qantara_names,
    input: *const qantara_field,
    count: usize,
    out: *mut *mut qantara_record,
) -> *mut qantara_error {
    guard(names_of(names).unwrap_or_default(), || {
        // SAFETY: as the header says.
        let (out, kind, name) = unsafe { (Out::new(out)?, kind.text("kind")?, tool.text("tool")?) };
        let (names, kind) = (names_of(names)?, kind_of(kind)?);
        let tool = find(kind, names, name)?;
        if !tool.stands_alone() {
            return Err(Error::in_input(
                Code::OperationUnknown,
                name.to_owned(),
                " that runs without one: use qantara_tool.",
            ));
        }
        // SAFETY: as the header says.
        let (input, _) = unsafe { given(tool.input, false, names, input, count)? };
        out.give(qantara_record::new(Source::Plain(tool.run(None, input, None)?), names));
        Ok(())
    })
}
