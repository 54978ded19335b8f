//! How a message is altered: as whoever forges one would, who knows its fields; and blindly, byte by byte.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};

use super::json::Doc;

/// One alteration of named values. Names and values come from the message itself, and from what a forger wants it to
/// say.
#[derive(Debug, Clone)]
pub enum Alteration {
    Remove(Index),
    /// Again under the same name, somewhere before or behind.
    Repeat(Index, Doc, Index),
    Set(Index, Doc),
    /// The same in another type or letter case.
    Turn(Index, u8),
    Rename(Index, &'static str),
    /// A name that is nearly the same.
    Misspell(Index, u8),
    Swap(Index, Index),
    Rotate(Index),
    Insert(Index, &'static str, Doc),
    /// The whole message within a message.
    Nest(&'static str),
}

/// What a forger would like to say, and what may confuse a reader.
pub const WANTED: &[&str] = &[
    "A-1",
    "A-2",
    "771446",
    "771447",
    "p-1",
    "p-2",
    "25000",
    "25000.00",
    "2.5e4",
    "250",
    "25",
    "IQD",
    "USD",
    "succeeded",
    "failed",
    "Retail",
    "Authorization",
    "Reversal",
    "CompleteSales",
    "0",
    "00",
    "1",
    "2",
    "05",
    "21",
    "24",
    "-17",
    "1714289084591",
    "1714289084592",
    "Paid",
    "Completed",
    "Declined",
    "3.75",
    "",
    " ",
    "-",
    "null",
    "true",
    "0x1",
];
const NAMES: &[&str] = &[
    "payment_id",
    "order_id",
    "amount",
    "currency",
    "payment_status",
    "transaction_type",
    "status",
    "payments",
    "data",
    "ACTION",
    "RC",
    "ORDER",
    "AMOUNT",
    "CURRENCY",
    "TRTYPE",
    "RRN",
    "INT_REF",
    "TERMINAL",
    "P_SIGN",
    "DESC",
    "transactionNo",
    "orderNumber",
    "orderStatus",
    "gatewayOrderRequest",
    "success",
    "foreignCurrencyRate",
    "x",
    "",
];

fn value() -> impl Strategy<Value = Doc> {
    let text = select(WANTED).prop_map(Doc::text);
    let number = select(vec!["0", "1", "25000", "25000.0", "2.5e+04", "250", "-1", "1e400"]);
    let word = select(vec!["null", "true", "false", "{}", "[]"]).prop_map(|word| Doc::Word(word.into()));
    prop_oneof![4 => text, 1 => number.prop_map(|number| Doc::Number(number.into())), 1 => word]
}

pub fn alterations() -> impl Strategy<Value = Vec<Alteration>> {
    let at = any::<Index>;
    let one = prop_oneof![
        at().prop_map(Alteration::Remove),
        (at(), value(), at()).prop_map(|(at, value, to)| Alteration::Repeat(at, value, to)),
        (at(), value()).prop_map(|(at, value)| Alteration::Set(at, value)),
        (at(), any::<u8>()).prop_map(|(at, how)| Alteration::Turn(at, how)),
        (at(), select(NAMES)).prop_map(|(at, name)| Alteration::Rename(at, name)),
        (at(), any::<u8>()).prop_map(|(at, how)| Alteration::Misspell(at, how)),
        (at(), at()).prop_map(|(a, b)| Alteration::Swap(a, b)),
        at().prop_map(Alteration::Rotate),
        (at(), select(NAMES), value()).prop_map(|(at, name, value)| Alteration::Insert(at, name, value)),
        select(NAMES).prop_map(Alteration::Nest),
    ];
    vec(one, 0..4)
}

impl Alteration {
    /// Alters an object: itself, or one of those within it.
    pub fn apply(&self, doc: &mut Doc, within: &Index) {
        if let Self::Nest(name) = self {
            let whole = std::mem::replace(doc, Doc::Word("null".into()));
            *doc = if name.is_empty() { Doc::List(vec![whole]) } else { Doc::Map(vec![(name.to_string(), whole)]) };
            return;
        }
        let mut found = Vec::new();
        objects(doc, &mut Vec::new(), &mut found);
        if found.is_empty() {
            return;
        }
        let object = found[within.index(found.len())].iter().fold(doc, |doc, at| child(doc, *at));
        if let Doc::Map(map) = object {
            self.alter(map);
        }
    }

    fn alter(&self, map: &mut Vec<(String, Doc)>) {
        let len = map.len().max(1);
        let entry = |at: &Index| at.index(len);
        if map.is_empty() && !matches!(self, Self::Insert(..)) {
            return;
        }
        match self {
            Self::Remove(at) => drop(map.remove(entry(at))),
            Self::Repeat(at, value, to) => {
                let name = map[entry(at)].0.clone();
                map.insert(to.index(len + 1), (name, value.clone()));
            }
            Self::Set(at, value) => map[entry(at)].1 = value.clone(),
            Self::Turn(at, how) => map[entry(at)].1 = turned(&map[entry(at)].1, *how),
            Self::Rename(at, name) => map[entry(at)].0 = name.to_string(),
            Self::Misspell(at, how) => map[entry(at)].0 = misspelt(&map[entry(at)].0, *how),
            Self::Swap(a, b) => {
                let (a, b) = (entry(a), entry(b));
                let value = map[a].1.clone();
                map[a].1 = std::mem::replace(&mut map[b].1, value);
            }
            Self::Rotate(at) => map.rotate_left(entry(at)),
            Self::Insert(at, name, value) => {
                let at = at.index(map.len() + 1);
                map.insert(at, (name.to_string(), value.clone()));
            }
            Self::Nest(_) => {}
        }
    }
}

/// Where every object within stands, the outer ones first.
fn objects(doc: &Doc, path: &mut Vec<usize>, found: &mut Vec<Vec<usize>>) {
    if let Doc::Map(_) = doc {
        found.push(path.clone());
    }
    let children: Vec<&Doc> = match doc {
        Doc::Map(map) => map.iter().map(|(_, value)| value).collect(),
        Doc::List(items) => items.iter().collect(),
        _ => Vec::new(),
    };
    for (at, child) in children.into_iter().enumerate() {
        path.push(at);
        objects(child, path, found);
        path.pop();
    }
}

fn child(doc: &mut Doc, at: usize) -> &mut Doc {
    match doc {
        Doc::Map(map) => &mut map[at].1,
        Doc::List(items) => &mut items[at],
        _ => unreachable!("only these have any"),
    }
}

/// The same value in another type or letter case.
fn turned(value: &Doc, how: u8) -> Doc {
    let text = value.figure().unwrap_or("").to_string();
    match how % 8 {
        0 => Doc::Text(text),
        1 => Doc::Word(if text.is_empty() { "null".into() } else { text }),
        2 => Doc::List(vec![value.clone()]),
        3 => Doc::Map(vec![("value".into(), value.clone())]),
        4 => Doc::Text(text.to_uppercase()),
        5 => Doc::Text(text.to_lowercase()),
        6 => Doc::Text(text + " "),
        _ => Doc::Text(text.replace('a', "а").replace('0', "٠")),
    }
}

fn misspelt(name: &str, how: u8) -> String {
    match how % 6 {
        0 => name.to_uppercase(),
        1 => name.to_lowercase(),
        2 => format!("{name} "),
        3 => format!("{name}\0"),
        4 => name.replace('a', "а").replace('A', "А"),
        _ => name.replace('_', ""),
    }
}

/// One blind alteration of a message.
#[derive(Debug, Clone)]
pub enum Flip {
    Bit(Index, u8),
    Replace(Index, u8),
    Insert(Index, Vec<u8>),
    Drop(Index, usize),
    Cut(Index),
    /// It ends here, in the middle of something.
    End(Index, &'static str),
    /// A piece of it again, somewhere else.
    Copy(Index, usize, Index),
}

pub fn flips() -> impl Strategy<Value = Vec<Flip>> {
    let at = any::<Index>;
    let sharp = || select(&b"\0\"\\{}[]<>/,:;=&%+-. '059eEAdt\n\r\xff\xc3\xef\xbb\xbf"[..]);
    let inserted = select(vec![
        "\u{feff}",
        "<!--",
        "-->",
        "&#48;",
        "%30",
        "\\u0030",
        "<input type=hidden name=ACTION value=0>",
        "</form>",
        "<form>",
        "&ACTION=0",
        "\"ACTION\":\"0\",",
        "<ACTION>0</ACTION>",
        "<![CDATA[",
        "]]>",
        "\0",
        "{",
        "[",
        "<script>",
        "disabled ",
        " value=0 ",
        "<R>",
        "</R>",
        "\r\n\r\n",
        "{\"a\":",
        "\u{a0}",
        "\u{b}",
        "\u{c}",
        "/",
        "'",
        "\"",
        "=",
        "&#128;",
        "&#x30;",
        "&amp",
        "<svg>",
        "<math>",
        "<select>",
        "<table>",
        "<textarea>",
        "<template>",
        "<plaintext>",
        "<p",
        "</",
    ]);
    let one = prop_oneof![
        (at(), 0..8_u8).prop_map(|(at, bit)| Flip::Bit(at, bit)),
        (at(), sharp()).prop_map(|(at, byte)| Flip::Replace(at, byte)),
        (at(), sharp()).prop_map(|(at, byte)| Flip::Insert(at, vec![byte])),
        (at(), inserted).prop_map(|(at, text)| Flip::Insert(at, text.as_bytes().to_vec())),
        (at(), 1..20_usize).prop_map(|(at, size)| Flip::Drop(at, size)),
        at().prop_map(Flip::Cut),
        (
            at(),
            select(vec![
                "\\", "\\u", "\\u00", "\\ud83d", "\"", "%", "%2", "&", "&#", "<", "</", "<!--", "=", "1e", "-"
            ])
        )
            .prop_map(|(at, end)| Flip::End(at, end)),
        (at(), 1..60_usize, at()).prop_map(|(from, size, to)| Flip::Copy(from, size, to)),
    ];
    prop_oneof![2 => Just(Vec::new()), 3 => vec(one, 1..4)]
}

impl Flip {
    pub fn apply(&self, bytes: &mut Vec<u8>) {
        let len = bytes.len();
        if len == 0 {
            return;
        }
        match self {
            Self::Bit(at, bit) => bytes[at.index(len)] ^= 1 << bit,
            Self::Replace(at, byte) => bytes[at.index(len)] = *byte,
            Self::Insert(at, inserted) => {
                let at = at.index(len + 1);
                bytes.splice(at..at, inserted.iter().copied());
            }
            Self::Drop(at, size) => {
                let at = at.index(len);
                bytes.drain(at..(at + size).min(len));
            }
            Self::Cut(at) => bytes.truncate(at.index(len)),
            Self::End(at, end) => {
                bytes.truncate(at.index(len));
                bytes.extend(end.bytes());
            }
            Self::Copy(from, size, to) => {
                let (from, to) = (from.index(len), to.index(len));
                let piece = bytes[from..(from + size).min(len)].to_vec();
                bytes.splice(to..to, piece);
            }
        }
    }
}

/// A message altered in both ways.
#[derive(Debug, Clone)]
pub struct Altering {
    named: Vec<(Alteration, Index)>,
    blind: Vec<Flip>,
}

pub fn altering() -> impl Strategy<Value = Altering> {
    let named = alterations().prop_flat_map(|all| {
        let places = vec(any::<Index>(), all.len());
        places.prop_map(move |places| all.iter().cloned().zip(places).collect::<Vec<_>>())
    });
    (named, flips()).prop_map(|(named, blind)| Altering { named, blind })
}

impl Altering {
    pub fn named(&self, mut doc: Doc) -> Doc {
        self.named.iter().for_each(|(alteration, within)| alteration.apply(&mut doc, within));
        doc
    }

    pub fn blind(&self, message: impl Into<Vec<u8>>) -> Vec<u8> {
        let mut bytes = message.into();
        self.blind.iter().for_each(|flip| flip.apply(&mut bytes));
        bytes
    }
}
