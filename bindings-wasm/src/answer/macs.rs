//! The low-level MAC.

use qantara::error::{Code, Error};
use qantara::json;
use qantara::mac::{Mac, MacConfiguration};
use qantara::record::Value;

use super::{Asked, Said, Trouble, record};
use crate::question::Question;
use crate::say;
use crate::slots::{Held, Slots};

/// A MAC from its configuration.
pub(super) fn make(configuration: &str) -> Result<Mac, Error> {
    Mac::new(MacConfiguration::from(record(MacConfiguration::SHAPE, configuration)?))
}

/// A verb, the MAC to check or nothing, the fields.
pub(super) fn answer(
    slots: &mut Slots,
    asked: &Asked,
    mut question: Question<'_>,
    out: &mut String,
    work: impl FnOnce(&Mac, &[(&str, Option<&str>)], &str) -> Result<String, Error>,
) -> Said {
    let Some(Held::Mac(mac)) = slots.get(asked.slot) else { return Err(Trouble::Gone) };
    let (given, fields) = (question.line(), json::from_text(question.rest())?);
    let Value::Map(fields) = fields else {
        return Err(Error::in_input(Code::FieldType, "fields", "a map of names and texts").into());
    };
    let mut pairs = Vec::with_capacity(fields.len());
    for (name, value) in &fields {
        pairs.push(match value {
            Value::Text(text) => (name.as_str(), Some(text.as_str())),
            Value::Null => (name.as_str(), None),
            _ => return Err(Error::in_input(Code::FieldType, name.clone(), "text").into()),
        });
    }
    say::text(out, &work(mac, &pairs, given)?);
    Ok(())
}
