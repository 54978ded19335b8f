//! What Python gives, as the core's values. No code of the caller's runs here: no `__str__`, no
//! `__getattr__`, no iterator of his own, so nothing of his can be raised, loop or change what is being read.

use std::borrow::Cow;
use std::time::{SystemTime, UNIX_EPOCH};

use pyo3::prelude::*;
use pyo3::types::{
    PyBool, PyByteArray, PyBytes, PyDict, PyFloat, PyInt, PyList, PyMemoryView, PyString, PyTuple, PyType,
};
use qantara::record::{Alphabet, Kind, Names, Record, Shape, Value};
use qantara::{Code, Error, Stamp};

use crate::classes::decimal;
use crate::message::Message;

const MAX_BYTES: usize = 1 << 20;
const MAX_DEPTH: usize = 32;

fn refused(code: Code, field: &str, limit: &'static str) -> Error {
    Error::in_input(code, String::from(field), limit)
}

/// One record's conversion: which field is being read, and what is left of the limits.
struct Reading<'f> {
    field: &'f str,
    left: usize,
    depth: usize,
}

/// What no field takes: the core then names it together with all other faults.
fn unfit() -> Value {
    Value::List(vec![Value::Null])
}

impl Reading<'_> {
    fn new() -> Self {
        // The record itself is a level, as in JSON.
        Reading { field: "", left: MAX_BYTES, depth: 1 }
    }

    fn spend(&mut self, bytes: usize) -> Result<(), Error> {
        self.left = self.left.checked_sub(bytes).ok_or_else(|| refused(Code::InputTooLarge, self.field, "1 MiB"))?;
        Ok(())
    }

    fn text(&mut self, text: &Bound<'_, PyString>) -> Result<String, Error> {
        let text = unicode(self.field, text)?;
        self.spend(text.len() + 1)?;
        Ok(String::from(text))
    }

    /// A field's value, by what the table says it holds.
    fn value(&mut self, given: &Bound<'_, PyAny>, kind: Option<&Kind>) -> Result<Value, Error> {
        match kind {
            Some(Kind::Record(shape)) => {
                if let Ok(message) = given.cast::<Message>() {
                    return Ok(message.get().given_back(shape).unwrap_or_else(unfit));
                }
                if let Ok(map) = given.cast::<PyDict>() {
                    return self.map(map, Some(shape));
                }
            }
            Some(Kind::Records(shape)) => {
                let each = Some(&Kind::Record(shape));
                if let Ok(list) = given.cast::<PyList>() {
                    return self.list(list.iter(), each);
                }
                if let Ok(tuple) = given.cast::<PyTuple>() {
                    return self.list(tuple.iter(), each);
                }
            }
            Some(Kind::Text(bounds)) if bounds.alphabet == Alphabet::Raw => {
                if let Some(text) = self.raw(given)? {
                    return Ok(text);
                }
            }
            _ => {}
        }
        if let Ok(text) = given.cast::<PyString>() {
            return Ok(Value::Text(self.text(text)?));
        }
        if given.is_none() {
            return Ok(Value::Null);
        }
        self.spend(1)?;
        if let Ok(flag) = given.cast::<PyBool>() {
            return Ok(Value::Flag(flag.is_true()));
        }
        if let Ok(number) = given.cast::<PyInt>() {
            return self.whole(number);
        }
        if let Ok(number) = given.cast::<PyFloat>() {
            let number = number.value();
            if kind.is_none() && !number.is_finite() {
                return Err(refused(Code::InputSyntax, self.field, "NaN and infinity are no JSON numbers"));
            }
            return Ok(Value::Number(format!("{number:?}")));
        }
        if let Ok(map) = given.cast::<PyDict>() {
            return self.map(map, None);
        }
        if let Ok(list) = given.cast::<PyList>() {
            return self.list(list.iter(), None);
        }
        if let Ok(tuple) = given.cast::<PyTuple>() {
            return self.list(tuple.iter(), None);
        }
        if let Some(class) = self.decimal(given) {
            return self.decimal_text(class, given, kind);
        }
        match kind {
            Some(_) => Ok(unfit()),
            None => Err(refused(Code::FieldType, self.field, "text, numbers, True, False, None, dicts and lists")),
        }
    }

    /// A message's bytes where its text is asked for: it comes as bytes.
    fn raw(&mut self, given: &Bound<'_, PyAny>) -> Result<Option<Value>, Error> {
        let Some(bytes) = octets(given) else { return Ok(None) };
        self.spend(bytes.len() + 1)?;
        match std::str::from_utf8(&bytes) {
            Ok(text) => Ok(Some(Value::text(text))),
            Err(_) => Err(refused(Code::ReplyNotUtf8, self.field, "")),
        }
    }

    fn whole(&mut self, number: &Bound<'_, PyInt>) -> Result<Value, Error> {
        if let Ok(number) = number.extract::<i64>() {
            return Ok(Value::Number(number.to_string()));
        }
        // `int`'s own printing, whatever a subclass does. Python refuses to print more than 4300 digits.
        let own = number.py().get_type::<PyInt>().call_method1("__repr__", (number,));
        let digits = own.ok().and_then(|text| text.extract::<String>().ok());
        let digits = digits.ok_or_else(|| refused(Code::InputTooLarge, self.field, "4300 digits"))?;
        self.spend(digits.len())?;
        Ok(Value::Number(digits))
    }

    fn decimal<'py>(&self, given: &Bound<'py, PyAny>) -> Option<&'py Bound<'py, PyType>> {
        let class = decimal(given.py()).ok()?;
        // The type's own ancestors: `isinstance` would ask the object.
        given.get_type().is_subclass(class).ok()?.then_some(class)
    }

    fn decimal_text(
        &mut self,
        class: &Bound<'_, PyType>,
        given: &Bound<'_, PyAny>,
        kind: Option<&Kind>,
    ) -> Result<Value, Error> {
        let own = |method: &str, format: &[&str]| -> Option<String> {
            let arguments = std::iter::once(Ok(given.clone()))
                .chain(format.iter().map(|text| text.into_pyobject(given.py()).map(Bound::into_any)));
            let arguments: Vec<Bound<'_, PyAny>> = arguments.collect::<Result<_, _>>().ok()?;
            class.call_method1(method, PyTuple::new(given.py(), arguments).ok()?).ok()?.extract().ok()
        };
        let wrong = || refused(Code::FieldType, self.field, "a decimal number that can be printed");
        let mut text = own("__str__", &[]).ok_or_else(wrong)?;
        // 2.5E+4 is how `normalize` leaves 25000; a larger exponent is no amount, and could fill the memory.
        let exponent = text.split_once('E').and_then(|(_, exponent)| exponent.parse::<i32>().ok());
        if exponent.is_some_and(|exponent| exponent.abs() <= 40) {
            text = own("__format__", &["f"]).ok_or_else(wrong)?;
        }
        self.spend(text.len())?;
        match kind {
            Some(Kind::Amount) => Ok(Value::Text(text)),
            None if !text.bytes().any(|b| b.is_ascii_digit()) || text.contains('N') => {
                Err(refused(Code::InputSyntax, self.field, "NaN and infinity are no JSON numbers"))
            }
            _ => Ok(Value::Number(text)),
        }
    }

    fn deeper(&mut self) -> Result<(), Error> {
        self.depth += 1;
        if self.depth > MAX_DEPTH { Err(refused(Code::InputTooDeep, self.field, "32")) } else { Ok(()) }
    }

    fn list<'py>(
        &mut self,
        items: impl Iterator<Item = Bound<'py, PyAny>>,
        each: Option<&Kind>,
    ) -> Result<Value, Error> {
        self.deeper()?;
        let list = items.map(|item| self.inner(&item, each)).collect::<Result<_, _>>()?;
        self.depth -= 1;
        Ok(Value::List(list))
    }

    /// A map of the caller's own, or a record of this table.
    fn map(&mut self, map: &Bound<'_, PyDict>, shape: Option<&Shape>) -> Result<Value, Error> {
        self.deeper()?;
        let mut out = Vec::with_capacity(map.len());
        // A snapshot: another thread may change the dict while a number is being printed.
        for item in map.items() {
            let (name, value) = self.pair(&item)?;
            let field = shape.and_then(|shape| shape.fields.get(shape.position(&name)?));
            out.push((name, self.inner(&value, field.map(|field| &field.kind))?));
        }
        self.depth -= 1;
        Ok(Value::Map(out))
    }

    /// Inside a map or list `None` costs as much as anything else.
    fn inner(&mut self, given: &Bound<'_, PyAny>, kind: Option<&Kind>) -> Result<Value, Error> {
        self.spend(1)?;
        self.value(given, kind)
    }

    fn pair<'py>(&mut self, item: &Bound<'py, PyAny>) -> Result<(String, Bound<'py, PyAny>), Error> {
        let wrong = || refused(Code::InputSyntax, self.field, "every name must be text");
        let pair = item.cast::<PyTuple>().map_err(|_| wrong())?;
        let (name, value) = (pair.get_item(0).map_err(|_| wrong())?, pair.get_item(1).map_err(|_| wrong())?);
        let name = name.cast_into::<PyString>().map_err(|_| wrong())?;
        Ok((self.text(&name)?, value))
    }
}

/// A record from a tuple in its table's order. A `now` that was left out is filled in.
pub(crate) fn record(shape: &'static Shape, given: &Bound<'_, PyTuple>) -> Result<Record, Error> {
    let mut reading = Reading::new();
    let mut values = Vec::with_capacity(shape.fields.len());
    for (field, given) in shape.fields.iter().zip(given.iter_borrowed()) {
        reading.field = field.name;
        values.push(match reading.value(&given, Some(&field.kind))? {
            Value::Null if field.name == "now" => Value::from(now(None)?),
            value => value,
        });
    }
    Ok(Record::from_values(shape, values))
}

/// A record from a dict.
pub(crate) fn named(shape: &'static Shape, what: &str, given: &Bound<'_, PyAny>) -> Result<Record, Error> {
    let map = given.cast::<PyDict>().map_err(|_| refused(Code::FieldType, what, "a dict"))?;
    let mut reading = Reading::new();
    let mut values = Vec::with_capacity(map.len());
    for item in map.items() {
        reading.field = what;
        let (name, value) = reading.pair(&item)?;
        let field = shape.position(&name).and_then(|at| shape.fields.get(at));
        reading.field = field.map_or(what, |field| field.name);
        values.push((name, reading.value(&value, field.map(|field| &field.kind))?));
    }
    Record::from_named(shape, Names::Snake, values)
}

/// A map of the caller's own.
pub(crate) fn map(what: &str, given: &Bound<'_, PyAny>) -> Result<Value, Error> {
    let map = given.cast::<PyDict>().map_err(|_| refused(Code::FieldType, what, "a dict"))?;
    Reading { field: what, left: MAX_BYTES, depth: 0 }.map(map, None)
}

/// Text.
pub(crate) fn text<'a>(what: &str, given: &'a Bound<'_, PyAny>) -> Result<&'a str, Error> {
    unicode(what, given.cast::<PyString>().map_err(|_| refused(Code::FieldType, what, "text"))?)
}

/// Text as UTF-8, which not all of Python's texts have.
pub(crate) fn unicode<'a>(what: &str, text: &'a Bound<'_, PyString>) -> Result<&'a str, Error> {
    text.to_str().map_err(|_| refused(Code::InputSyntax, what, "it holds half a character (a lone surrogate)"))
}

/// Text that may be left out; empty if it is.
pub(crate) fn text_or_none<'a>(what: &str, given: Option<&'a Bound<'_, PyAny>>) -> Result<&'a str, Error> {
    given.map_or(Ok(""), |given| text(what, given))
}

/// A message's bytes.
pub(crate) fn bytes<'a>(what: &str, given: &'a Bound<'_, PyAny>) -> Result<Cow<'a, [u8]>, Error> {
    if given.cast::<PyString>().is_ok() {
        return text(what, given).map(|text| Cow::Borrowed(text.as_bytes()));
    }
    octets(given).ok_or_else(|| refused(Code::FieldType, what, "bytes or text"))
}

/// What a bytes-like object holds.
fn octets<'a>(given: &'a Bound<'_, PyAny>) -> Option<Cow<'a, [u8]>> {
    if let Ok(bytes) = given.cast::<PyBytes>() {
        return Some(Cow::Borrowed(bytes.as_bytes()));
    }
    if let Ok(bytes) = given.cast::<PyByteArray>() {
        return Some(Cow::Owned(bytes.to_vec()));
    }
    let view = given.cast::<PyMemoryView>().ok()?;
    let copy = given.py().get_type::<PyBytes>().call1((view,)).ok()?;
    copy.extract().map(Cow::Owned).ok()
}

/// An HTTP status.
pub(crate) fn status(given: &Bound<'_, PyAny>) -> Result<u16, Error> {
    match given.cast::<PyInt>() {
        Ok(status) if given.cast::<PyBool>().is_err() => {
            let status = status.extract::<u16>().ok().filter(|status| (100..1000).contains(status));
            status.ok_or_else(|| refused(Code::NumberRange, "status", "an HTTP status from 100 to 999"))
        }
        _ => Err(refused(Code::FieldType, "status", "an HTTP status such as 200")),
    }
}

/// The time, now if it is left out.
pub(crate) fn now(given: Option<&Bound<'_, PyAny>>) -> Result<i64, Error> {
    let Some(given) = given else {
        let passed = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        return Ok(i64::try_from(passed.as_secs()).unwrap_or(i64::MAX));
    };
    match given.cast::<PyInt>() {
        Ok(now) if given.cast::<PyBool>().is_err() => {
            now.extract().map_err(|_| refused(Code::NumberRange, "now", "whole Unix seconds"))
        }
        _ => Err(refused(Code::FieldType, "now", "whole Unix seconds")),
    }
}

/// The stamp the caller made, or one made now. Randomness is asked for each time: a kept supply would be the
/// same in both processes after a fork.
pub(crate) fn stamp(given: Option<&Bound<'_, PyAny>>) -> Result<Stamp, Error> {
    if let Some(given) = given {
        return Stamp::from_record(named(qantara::StampFields::SHAPE, "stamp", given)?);
    }
    let mut random = [0; 16];
    getrandom::fill(&mut random).map_err(|_| refused(Code::NonceInvalid, "nonce", ""))?;
    Stamp::new(now(None)?, &random)
}
