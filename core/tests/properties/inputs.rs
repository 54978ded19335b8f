//! Inputs of every operation, made from its own table: within the bounds, with the nastiest characters those allow,
//! and now and then with one they don't.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use qantara::record::{Alphabet, Field, Kind, Shape, Text, Value};

/// Names and values for a record of this table.
pub type Given = Vec<(String, Value)>;

/// An input of this table. `fixed` are fields that only make sense with certain values.
pub fn input(shape: &'static Shape, fixed: &[(&str, Value)]) -> BoxedStrategy<Given> {
    let fields = shape.fields.iter().map(|field| {
        let name = field.name.to_string();
        let value = match fixed.iter().find(|(name, _)| *name == field.name) {
            Some((_, value)) => Just(value.clone()).boxed(),
            None if field.need || field.name == "unproven_references" => value(field),
            None => prop_oneof![Just(Value::Null), value(field)].boxed(),
        };
        value.prop_map(move |value| (name.clone(), value)).boxed()
    });
    fields.collect::<Vec<_>>().boxed()
}

fn value(field: &Field) -> BoxedStrategy<Value> {
    match (field.name, &field.kind) {
        ("currency", _) => select(vec!["IQD", "SAR", "USD"]).prop_map(Value::text).boxed(),
        // Which characters it may have is a setting.
        ("order_id", Kind::Text(Text { alphabet: Alphabet::Line, .. })) => {
            vec(select(SHARP), 1..12).prop_map(|id| Value::Text(String::from_iter(id))).boxed()
        }
        ("csp_nonce", _) => "[A-Za-z0-9+/=_-]{1,24}".prop_map(Value::Text).boxed(),
        (_, Kind::Text(bounds)) => text(bounds).prop_map(Value::Text).boxed(),
        (_, Kind::Amount) => "[1-9][0-9]{1,6}".prop_map(Value::Text).boxed(),
        (_, Kind::Count((least, most))) => (*least..=*most).prop_map(Value::from).boxed(),
        (_, Kind::Flag) => any::<bool>().prop_map(Value::Flag).boxed(),
        (_, Kind::Choice(choice)) => select(choice.options).prop_map(|option| Value::text(option.0)).boxed(),
        (_, Kind::Map | Kind::TextOrMap | Kind::Any) => {
            vec((line(6), line(6).prop_map(Value::Text)), 0..3).prop_map(Value::Map).boxed()
        }
        (_, Kind::Texts) => Just(Value::from(["mada"])).boxed(),
        (_, Kind::Record(shape)) => input(shape, &[]).prop_map(present).boxed(),
        (_, Kind::Records(shape)) => vec(input(shape, &[]).prop_map(present), 1..3).prop_map(Value::List).boxed(),
    }
}

/// A map of the fields that are there.
fn present(given: Given) -> Value {
    Value::Map(given.into_iter().filter(|(_, value)| !value.is_null()).collect())
}

/// What a URL, a header, a form or a JSON text could break at.
const SHARP: &[char] = &[
    '%', '&', '=', '+', '?', '#', '/', '\\', ';', ':', '@', ' ', '"', '\'', '<', '>', '{', '}', '.', '-', '_', '~',
    '0', '2', 'F', 'a', 'Z', 'ط', 'é', '😀', '\u{202e}', '\u{feff}', '\u{2028}', '\u{a0}',
];

fn line(most: usize) -> impl Strategy<Value = String> {
    let other = any::<char>().prop_filter("a control character", |c| !c.is_control());
    vec(prop_oneof![4 => select(SHARP), 1 => other], 1..=most).prop_map(String::from_iter)
}

fn text(bounds: &Text) -> BoxedStrategy<String> {
    let sizes = bounds.min..=bounds.max.min(bounds.min.max(12));
    let of = |class: &str| {
        prop::string::string_regex(&format!("[{class}]{{{},{}}}", sizes.start(), sizes.end())).unwrap().boxed()
    };
    let within = match bounds.alphabet {
        Alphabet::Digits => of("0-9"),
        Alphabet::Hex => of("0-9A-Fa-f"),
        Alphabet::Upper => of("A-Z"),
        Alphabet::Letters => of("A-Za-z"),
        Alphabet::Visible if bounds.max <= 256 => of("!-~"),
        Alphabet::Visible | Alphabet::Url => "https://shop\\.example/[a-z&=?%+;,/~]{0,12}".boxed(),
        Alphabet::Email => "[!-+a-z]{1,6}@[a-z.]{1,8}".boxed(),
        Alphabet::Line | Alphabet::Segment | Alphabet::Time | Alphabet::Raw => line(*sizes.end()).boxed(),
    };
    let control = select(vec!["\r\n", "\n", "\r", "\0", "\t", "\u{7f}", "\u{85}", "\r\nX-Forged: 1"]);
    let broken = (within.clone(), control, any::<prop::sample::Index>()).prop_map(|(mut text, control, at)| {
        let places: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
        text.insert_str(places[at.index(places.len())], control);
        text
    });
    prop_oneof![60 => within, 1 => broken].boxed()
}
