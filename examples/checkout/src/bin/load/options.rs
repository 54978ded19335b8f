//! The command line.

use std::path::PathBuf;
use std::time::Duration;

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
    pub fn read(mut args: impl Iterator<Item = String>) -> Result<Option<Options>, String> {
        let mut options =
            Options { rounds: 2_000, threads: 8, time: Duration::from_secs(300), faults: false, state: None };
        while let Some(arg) = args.next() {
            let mut number = |most: u64| {
                let given = args.next().and_then(|n| n.parse::<u64>().ok()).filter(|n| (1..=most).contains(n));
                given.ok_or_else(|| format!("{arg} takes a number from 1 to {most}"))
            };
            match arg.as_str() {
                "--help" | "-h" => return Ok(None),
                // The e-Commerce Gateway takes an order's last six digits once a day.
                "--rounds" => options.rounds = number(300_000)?,
                "--threads" => options.threads = usize::try_from(number(64)?).unwrap_or(64),
                "--seconds" => options.time = Duration::from_secs(number(3_600)?),
                "--faults" => options.faults = true,
                "--state" => options.state = Some(args.next().ok_or("--state takes a file")?.into()),
                other => return Err(format!("There is no option {other}.")),
            }
        }
        Ok(Some(options))
    }
}
