//! The command line.

use std::path::PathBuf;
use std::time::Duration;

use lexopt::{Arg, Parser, ValueExt};

/// What `--help` prints.
pub const HELP: &str = "\
load: payments through all three gateways at once, against a sandbox on this machine.

Usage: load [--rounds 2000] [--threads 8] [--seconds 300] [--faults] [--state FILE]

  --rounds <n>    how many payments (at most 300000)
  --threads <n>   how many customers pay at a time, and as many receive webhooks (at most 64)
  --seconds <n>   no payment is begun later than that
  --faults        some replies are lost, cut or late, some webhooks are lost, late, sent twice or
                  swapped
  --state <file>  run the program qantara-sandbox with this state file, which must not be there
                  yet; at the end the program is killed, started again, and compared
  --help          this text
";

/// What was asked for.
pub struct Options {
    /// How many payments.
    pub rounds: u64,
    /// How many at a time.
    pub threads: usize,
    /// When to begin no more.
    pub time: Duration,
    /// Whether the sandbox fails now and then.
    pub faults: bool,
    /// The state file of a sandbox process of its own.
    pub state: Option<PathBuf>,
}

impl Options {
    /// `None` when help was asked for; the text says what is wrong.
    pub fn read(mut given: Parser) -> Result<Option<Options>, String> {
        let mut options =
            Options { rounds: 2_000, threads: 8, time: Duration::from_secs(300), faults: false, state: None };
        while let Some(option) = given.next().map_err(text)? {
            match option {
                Arg::Short('h') | Arg::Long("help") => return Ok(None),
                // The e-Commerce Gateway takes an order's last six digits once a day.
                Arg::Long("rounds") => options.rounds = number(&mut given, "rounds", 300_000)?,
                Arg::Long("threads") => {
                    options.threads = usize::try_from(number(&mut given, "threads", 64)?).unwrap_or(64)
                }
                Arg::Long("seconds") => options.time = Duration::from_secs(number(&mut given, "seconds", 3_600)?),
                Arg::Long("faults") => options.faults = true,
                Arg::Long("state") => options.state = Some(given.value().map_err(text)?.into()),
                other => return Err(text(other.unexpected())),
            }
        }
        Ok(Some(options))
    }
}

/// The number after an option: at least one.
fn number(given: &mut Parser, option: &str, most: u64) -> Result<u64, String> {
    let number = given.value().map_err(text)?.parse().ok().filter(|n| (1..=most).contains(n));
    number.ok_or_else(|| format!("--{option} takes a number from 1 to {most}"))
}

fn text(error: lexopt::Error) -> String {
    error.to_string()
}
