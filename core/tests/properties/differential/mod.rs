//! Against other implementations: MACs against Python's, JSON against serde_json.
//!
//! `DIFFERENTIAL_SEED=1` (any number) makes other messages and documents than the usual ones, `DIFFERENTIAL_CASES=10`
//! ten times as many.

mod documents;
mod json_reader;

use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};

use qantara::mac::{Mac, MacConfiguration};
use serde::Deserialize;

fn told(name: &str, otherwise: u64) -> u64 {
    std::env::var(name).map_or(otherwise, |text| text.parse().unwrap_or_else(|_| panic!("{name} is a number")))
}

fn seed() -> u64 {
    let seed = told("DIFFERENTIAL_SEED", 20_261_121);
    println!("DIFFERENTIAL_SEED={seed}");
    seed
}

/// Fields, and the MAC if there can be one.
type Message<'a> = (Vec<(&'a str, Option<String>)>, Option<&'a str>);

#[derive(Deserialize)]
struct Batch<'a> {
    configuration: Configuration,
    #[serde(borrow)]
    messages: Vec<Message<'a>>,
}

#[derive(Deserialize)]
struct Configuration {
    algorithm: String,
    key: String,
    length_unit: Option<String>,
    absent: String,
    trailing: String,
    letter_case: String,
    order: Vec<String>,
}

impl Configuration {
    fn mac(&self) -> Mac {
        let order: qantara::record::Value = self.order.iter().map(String::as_str).collect();
        let configuration = MacConfiguration::new().key(self.key.as_str()).order(order).absent(self.absent.as_str());
        let configuration = configuration.algorithm(self.algorithm.as_str()).trailing(self.trailing.as_str());
        let configuration = configuration.letter_case(self.letter_case.as_str());
        Mac::new(configuration.length_unit(self.length_unit.as_deref())).unwrap()
    }
}

/// The script has hashlib and hmac, and a source builder of its own.
#[test]
fn macs_are_pythons() {
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/properties/differential/messages.py");
    let count = 110_000 * told("DIFFERENTIAL_CASES", 1);
    let mut python = Command::new("python3");
    python.args([script, &seed().to_string(), &count.to_string()]).stdout(Stdio::piped());
    let mut python = python.spawn().expect("the other implementation is Python's: python3 is needed");
    let (mut signed, mut refused) = (0, 0);
    for line in BufReader::new(python.stdout.take().unwrap()).lines() {
        let line = line.unwrap();
        let batch: Batch = serde_json::from_str(&line).unwrap();
        let mac = batch.configuration.mac();
        for (fields, expected) in &batch.messages {
            let fields: Vec<_> = fields.iter().map(|(name, value)| (*name, value.as_deref())).collect();
            let own = mac.sign(&fields);
            assert_eq!(own.as_deref().ok(), *expected, "{fields:?}");
            match expected {
                Some(expected) => {
                    mac.verify(&fields, expected).unwrap();
                    signed += 1;
                }
                None => refused += 1,
            }
        }
    }
    assert!(python.wait().unwrap().success());
    println!("{signed} MACs are the same, {refused} messages are refused by both");
    assert_eq!(signed + refused, count);
    assert!(signed * 10 > count * 7 && refused * 100 > count, "{signed} signed, {refused} refused");
}
