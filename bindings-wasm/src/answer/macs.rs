//! The low-level MAC.

use qantara::error::{Code, Error};
use qantara::json;
use qantara::mac::{Mac, MacConfiguration};
use qantara::record::Value;

use super::{Asked, Said, Trouble, record};
use crate::entries;
use crate::question::Question;
use crate::say;
use crate::slots::{Held, Slots};

/// A MAC from its configuration.
pub(super) fn make(configuration: &str) -> Result<Mac, Error> {
    Mac::new(MacConfiguration::from(record(MacConfiguration::SHAPE, configuration)?))
}

/// `source`, `sign` or `check`, the MAC to check or nothing, the fields.
pub(super) fn answer(
    slots: &mut Slots,
    asked: &Asked,
    verb: &str,
    mut question: Question<'_>,
    out: &mut String,
) -> Said {
    let Some(Held::Mac(mac)) = slots.get(asked.slot) else { return Err(Trouble::Gone) };
    let (given, fields) = (question.line(), question.rest());
    let map;
    let pairs = if entries::sent(fields) {
        entries::texts(fields).ok_or(Trouble::NotSimple)?
    } else {
        map = json::from_text(fields)?;
        pairs_of(&map)?
    };
    match verb {
        "source" => say::text(out, &mac.source(&pairs)?),
        "sign" => say::text(out, &mac.sign(&pairs)?),
        _ => {
            mac.verify(&pairs, given)?;
            say::text(out, "");
        }
    }
    Ok(())
}

fn pairs_of(fields: &Value) -> Result<Vec<(&str, Option<&str>)>, Error> {
    let Value::Map(fields) = fields else {
        return Err(Error::in_input(Code::FieldType, "fields", "a map of names and texts"));
    };
    let pairs = fields.iter().map(|(name, value)| match value {
        Value::Text(text) => Ok((name.as_str(), Some(text.as_str()))),
        Value::Null => Ok((name.as_str(), None)),
        _ => Err(Error::in_input(Code::FieldType, name.clone(), "text")),
    });
    pairs.collect()
}
