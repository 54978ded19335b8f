//! The program's options.

use std::time::Duration;

use lexopt::{Arg, Parser, ValueExt};
use qantara_sandbox::{Config, DeliveryForm};

pub(crate) const HELP: &str = "\
An offline stand-in for the gateways of Al Qaseh and Paylink. No money moves.

Usage: qantara-sandbox [OPTION]...

Serving
  --port PORT            0 takes a free one [default: 8480]
  --listen ADDRESS       0.0.0.0 listens on all of this machine's addresses (containers).
                         There is no login: whoever reaches it may see and do everything,
                         so only in a network of your own [default: 127.0.0.1]
  --public-url URL       how the sandbox names itself in the links it hands out
                         [default: http://127.0.0.1:PORT, or the ADDRESS's].
                         The dashboard opens under this name and loopback ones only
  --stop-within SECONDS  how long a stop waits for running requests and deliveries
                         [default: 5]

Who and what
  --merchants FILE       take the merchants from this JSON file (see the README)
                         [default: the demo merchants]
  --state FILE           keep what happens in this file, and go on from what is in it.
                         It holds keys and webhook secrets, and no card number
                         [default: nothing is kept]
  --json-callbacks       write the e-Commerce Gateway's callbacks as JSON, not as a form
                         (until the settings are changed)

Reaching shops
  --deliver-anywhere     send webhooks and callbacks to other machines too (containers)
                         [default: to this machine's loopback only]

  --help, --version

Examples
  qantara-sandbox
  qantara-sandbox --state sandbox.db --merchants shops.json
  qantara-sandbox --listen 0.0.0.0 --public-url http://sandbox:8480 --deliver-anywhere

Ctrl-C and SIGTERM stop it: no more requests are taken, running ones end, and the exit
status is 0. A second one ends it at once. Nothing is read from the environment, not even
a proxy for deliveries. Exit status 2 means wrong options, 1 that it can't go on.
";

const OPTIONS: [&str; 10] = [
    "port",
    "listen",
    "public-url",
    "stop-within",
    "merchants",
    "state",
    "json-callbacks",
    "deliver-anywhere",
    "help",
    "version",
];

/// What is asked for.
pub(crate) enum Wanted {
    Help,
    Version,
    Run { config: Box<Config>, stop_within: Duration, merchants_are_demo: bool },
}

/// Why there is nothing to run.
pub(crate) enum Problem {
    /// The help says how it is asked for.
    Options(String),
    /// The help is no help: a file is wrong.
    File(String),
}

impl<T: Into<String>> From<T> for Problem {
    fn from(text: T) -> Problem {
        Problem::Options(text.into())
    }
}

/// Reads the options, and the merchants they name.
pub(crate) fn read(mut options: Parser) -> Result<Wanted, Problem> {
    let mut config = Config { port: 8480, ..Config::default() };
    let (mut stop_within, mut merchants) = (Duration::from_secs(5), None);
    while let Some(option) = options.next().map_err(text)? {
        match option {
            Arg::Short('h') | Arg::Long("help") => return Ok(Wanted::Help),
            Arg::Short('V') | Arg::Long("version") => return Ok(Wanted::Version),
            Arg::Long("port") => {
                config.port = value(&mut options)?.parse().map_err(|_| "--port takes a number from 0 to 65535")?;
            }
            Arg::Long("listen") => {
                let address = value(&mut options)?.parse();
                config.listen =
                    address.map_err(|_| "--listen takes an IP address: 0.0.0.0 is all of this machine's")?;
            }
            Arg::Long("public-url") => {
                let url: String = value(&mut options)?.string().map_err(text)?;
                if !["http://", "https://"].iter().any(|scheme| url.starts_with(scheme)) {
                    return Err("--public-url takes a URL that begins with http:// or https://".into());
                }
                config.public_url = Some(url);
            }
            Arg::Long("stop-within") => {
                let seconds = value(&mut options)?.parse().ok().filter(|seconds| *seconds <= 3_600);
                stop_within = Duration::from_secs(seconds.ok_or("--stop-within takes seconds, from 0 to 3600")?);
            }
            Arg::Long("merchants") => merchants = Some(value(&mut options)?),
            Arg::Long("state") => config.state = Some(value(&mut options)?.into()),
            Arg::Long("json-callbacks") => config.settings.egw_callback = DeliveryForm::Json,
            Arg::Long("deliver-anywhere") => config.deliver_anywhere = true,
            Arg::Long(other) => return Err(unknown(other).into()),
            other => return Err(format!("{}; options begin with --", other.unexpected()).into()),
        }
    }
    if let Some(file) = &merchants {
        config.read_merchants(file.as_ref()).map_err(|e| Problem::File(e.to_string()))?;
    }
    Ok(Wanted::Run { config: Box::new(config), stop_within, merchants_are_demo: merchants.is_none() })
}

fn value(options: &mut Parser) -> Result<std::ffi::OsString, String> {
    options.value().map_err(text)
}

fn text(error: lexopt::Error) -> String {
    error.to_string()
}

fn unknown(option: &str) -> String {
    let near = |known: &&&str| strsim::damerau_levenshtein(known, option) <= 3 || known.starts_with(option);
    match OPTIONS.iter().find(near) {
        Some(known) => format!("there is no option --{option}; did you mean --{known}?"),
        None => format!("there is no option --{option}"),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn problem(options: &[&str]) -> String {
        match read(Parser::from_args(options)) {
            Err(Problem::Options(text)) => text,
            Err(Problem::File(text)) => format!("in a file: {text}"),
            Ok(_) => String::new(),
        }
    }

    #[test]
    fn what_is_wrong_is_said() {
        for (options, problem_is) in [
            (&["--prot", "1"][..], "there is no option --prot; did you mean --port?"),
            (&["--sate=x"], "there is no option --sate; did you mean --state?"),
            (&["--deliver"], "there is no option --deliver; did you mean --deliver-anywhere?"),
            (&["--public_url", "x"], "there is no option --public_url; did you mean --public-url?"),
            (&["--quantum"], "there is no option --quantum"),
            (&["--port", "65536"], "--port takes a number from 0 to 65535"),
            (&["--port"], "missing argument for option '--port'"),
            (&["--public-url", "sandbox:80"], "--public-url takes a URL that begins with http:// or https://"),
            (&["--listen", "localhost"], "--listen takes an IP address: 0.0.0.0 is all of this machine's"),
            (&["--listen", "127.0.0.1:80"], "--listen takes an IP address: 0.0.0.0 is all of this machine's"),
            (&["--stop-within", "-1"], "--stop-within takes seconds, from 0 to 3600"),
            (&["--json-callbacks=yes"], "unexpected argument for option '--json-callbacks': \"yes\""),
            (&["-x"], "invalid option '-x'; options begin with --"),
            (&["8480"], "unexpected argument \"8480\"; options begin with --"),
        ] {
            assert_eq!(problem(options), problem_is, "{options:?}");
        }
        assert!(problem(&["--merchants", "/no/such/file"]).starts_with("in a file: /no/such/file: "));
    }

    #[test]
    fn what_is_right_is_taken() {
        let options =
            "--port=0 --public-url https://pay.example/ --stop-within 9 --state s.db --json-callbacks --listen ::";
        let Wanted::Run { config, stop_within, merchants_are_demo } =
            read(Parser::from_args(options.split(' '))).map_err(|_| ()).unwrap()
        else {
            panic!("not to run");
        };
        assert_eq!((config.port, stop_within.as_secs(), merchants_are_demo), (0, 9, true));
        assert_eq!(config.state.as_deref(), Some("s.db".as_ref()));
        assert_eq!(config.settings.egw_callback, DeliveryForm::Json);
        assert!(config.listen.is_unspecified() && config.listen.is_ipv6());
        assert!(!config.deliver_anywhere);
    }

    #[test]
    fn the_help_has_every_option() {
        for option in OPTIONS {
            assert!(HELP.contains(&format!("--{option}")), "{option}");
        }
    }
}
