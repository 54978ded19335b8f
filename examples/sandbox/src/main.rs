//! The sandbox as a program: starts it, says what to connect to, and stops it with care.

mod banner;
mod options;

use std::io::{self, Write};
use std::process::ExitCode;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::Duration;

use qantara_sandbox::{Sandbox, Stopped};

use options::{Problem, Wanted};

/// How often it is looked whether the sandbox still runs.
const LOOK: Duration = Duration::from_secs(1);

/// What the program waits for.
enum Event {
    Signal,
    Stopped(Stopped),
}

fn main() -> ExitCode {
    let wanted = match options::read(lexopt::Parser::from_env()) {
        Ok(wanted) => wanted,
        Err(problem) => {
            match problem {
                Problem::Options(text) => eprintln!("qantara-sandbox: {text}\nTry --help."),
                Problem::File(text) => eprintln!("qantara-sandbox: {text}"),
            }
            return ExitCode::from(2);
        }
    };
    match wanted {
        Wanted::Help => say(options::HELP),
        Wanted::Version => say(concat!("qantara-sandbox ", env!("CARGO_PKG_VERSION"), "\n")),
        Wanted::Run { config, stop_within, merchants_are_demo } => {
            let (state, listen) = (config.state.clone(), config.listen);
            let demo = merchants_are_demo.then(|| config.clone());
            let started = signals().and_then(|signals| Ok((signals, Sandbox::start(*config)?)));
            let ((events, sender), sandbox) = match started {
                Ok(started) => started,
                Err(problem) => {
                    eprintln!("The sandbox can't start: {problem}");
                    if problem.kind() == io::ErrorKind::AddrInUse {
                        eprintln!("Another program listens there, maybe a sandbox: --port 0 takes a free port.");
                    }
                    return ExitCode::FAILURE;
                }
            };
            say(&banner::text(sandbox.url(), listen, state.as_deref(), demo.as_deref()));
            return run(sandbox, stop_within, &events, sender, state.is_some());
        }
    }
    ExitCode::SUCCESS
}

/// Waits for a signal and stops.
fn run(
    sandbox: Sandbox,
    stop_within: Duration,
    events: &Receiver<Event>,
    sender: Sender<Event>,
    is_kept: bool,
) -> ExitCode {
    while let Err(RecvTimeoutError::Timeout) = events.recv_timeout(LOOK) {
        if !sandbox.is_running() {
            eprintln!("The sandbox broke.");
            return ExitCode::FAILURE;
        }
    }
    say("Stopping: what is running may end. Another Ctrl-C ends it at once.\n");
    std::thread::spawn(move || sender.send(Event::Stopped(sandbox.stop(stop_within))));
    let Ok(Event::Stopped(stopped)) = events.recv() else {
        eprintln!("Ended at once.");
        return ExitCode::FAILURE;
    };
    say(if stopped.is_complete {
        "Stopped: all that was running came to its end.\n"
    } else {
        "Stopped: what took too long was cut off.\n"
    });
    if stopped.unsent > 0 {
        let then = if is_kept { "the next start goes on with them" } else { "they are lost: there is no --state" };
        say(&format!("Webhooks and callbacks that are not through: {}; {then}.\n", stopped.unsent));
    }
    if stopped.is_unsaved {
        eprintln!("The state file lacks the last changes: they could not be written.");
        return ExitCode::FAILURE;
    }
    ExitCode::SUCCESS
}

/// Where signals come in, and who may add to them.
fn signals() -> io::Result<(Receiver<Event>, Sender<Event>)> {
    let (sender, events) = channel();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let mut next = {
        let _inside = runtime.enter();
        Signals::new()?
    };
    let of_signals = sender.clone();
    std::thread::Builder::new().spawn(move || {
        runtime.block_on(async {
            loop {
                next.next().await;
                if of_signals.send(Event::Signal).is_err() {
                    return;
                }
            }
        });
    })?;
    Ok((events, sender))
}

#[cfg(unix)]
struct Signals([tokio::signal::unix::Signal; 2]);

#[cfg(unix)]
impl Signals {
    fn new() -> io::Result<Signals> {
        use tokio::signal::unix::{SignalKind, signal};
        Ok(Signals([signal(SignalKind::interrupt())?, signal(SignalKind::terminate())?]))
    }

    async fn next(&mut self) {
        let [interrupt, terminate] = &mut self.0;
        tokio::select! {
            _ = interrupt.recv() => {}
            _ = terminate.recv() => {}
        }
    }
}

#[cfg(not(unix))]
struct Signals;

#[cfg(not(unix))]
impl Signals {
    fn new() -> io::Result<Signals> {
        Ok(Signals)
    }

    async fn next(&mut self) {
        // Without the signal there is only the end by force.
        if tokio::signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
    }
}

/// Nobody may be listening any more.
fn say(text: &str) {
    let mut out = io::stdout();
    let _ = out.write_all(text.as_bytes()).and_then(|()| out.flush());
}
