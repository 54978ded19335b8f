//! The sandbox that is paid at: one in this process, or a process of its own with a state file.

use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use serde_json::Value;

use crate::Failure;
use crate::options::Options;
use crate::web::Client;

/// How long deliveries that are under way may take in the end.
const IDLE_WITHIN: Duration = Duration::from_secs(60);

/// A running sandbox.
pub struct Sandbox {
    running: Running,
    url: String,
    client: Client,
}

enum Running {
    Here { _sandbox: qantara_sandbox::Sandbox },
    Process { child: Child, state: PathBuf },
}

impl Sandbox {
    /// Starts one, as the options say.
    pub fn start(options: &Options) -> Result<Self, Failure> {
        let client = Client::new();
        let Some(state) = &options.state else {
            let sandbox = qantara_sandbox::Sandbox::start(qantara_sandbox::Config::default())?;
            let url = sandbox.url().to_owned();
            return Ok(Self { running: Running::Here { _sandbox: sandbox }, url, client });
        };
        if state.exists() {
            return Err(format!("{} is there already: its orders would be in the way", state.display()).into());
        }
        let (child, url) = spawn(state)?;
        Ok(Self { running: Running::Process { child, state: state.clone() }, url, client })
    }

    /// How it is reached.
    pub fn url(&self) -> &str {
        &self.url
    }

    /// What it lists under `/sandbox`.
    pub fn list(&self, path: &str) -> Result<Value, Failure> {
        self.client.get(&format!("{}/sandbox/{path}", self.url))
    }

    /// Lets it fail now and then, for as long as the run lasts.
    pub fn break_things(&self, rounds: u64) -> Result<(), Failure> {
        for (kind, every, more) in [
            ("lose_reply", 41, ""),
            ("status", 53, ""),
            ("cut_reply", 67, ""),
            ("cut_reply", 79, r#","breaks_off":true"#),
            ("delay", 37, r#","milliseconds":200"#),
            ("duplicate_delivery", 11, ""),
            ("late_delivery", 17, r#","milliseconds":300"#),
            ("swap_deliveries", 23, r#","milliseconds":500"#),
            // The e-Commerce Gateway's can't be looked up.
            ("drop_delivery", 29, r#","gateway":"alqaseh""#),
            ("drop_delivery", 31, r#","gateway":"paylink""#),
        ] {
            let fault = format!(r#"{{"kind":"{kind}","every":{every},"times":{rounds}{more}}}"#);
            self.client.post(&format!("{}/sandbox/faults", self.url), &fault)?;
        }
        Ok(())
    }

    /// Waits until no delivery is under way.
    pub fn wait_until_idle(&self) -> Result<(), Failure> {
        let deadline = Instant::now() + IDLE_WITHIN;
        for state in ["waiting", "pending"] {
            while self.list(&format!("deliveries?limit=1&state={state}"))?.as_array().is_none_or(|l| !l.is_empty()) {
                if Instant::now() > deadline {
                    return Err(format!("deliveries are still {state}").into());
                }
                std::thread::sleep(Duration::from_millis(50));
            }
        }
        Ok(())
    }

    /// Kills the process and starts it again with its state file; `false` if there is no process.
    pub fn kill_and_restart(&mut self) -> Result<bool, Failure> {
        let Running::Process { child, state } = &mut self.running else { return Ok(false) };
        child.kill()?;
        child.wait()?;
        (*child, self.url) = spawn(state)?;
        Ok(true)
    }
}

impl Drop for Sandbox {
    fn drop(&mut self) {
        if let Running::Process { child, .. } = &mut self.running {
            // It may have ended by itself.
            let _ = child.kill();
            let _ = child.wait();
        }
    }
}

/// Starts the program that is built beside this one, and reads where it listens.
fn spawn(state: &Path) -> Result<(Child, String), Failure> {
    let program = std::env::current_exe()?.with_file_name("qantara-sandbox");
    if !program.exists() {
        return Err(format!("{} is not built: cargo build -p qantara-sandbox", program.display()).into());
    }
    let mut child = Command::new(program)
        .args(["--port", "0", "--state"])
        .arg(state)
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .spawn()?;
    let mut line = String::new();
    if let Some(out) = child.stdout.take() {
        let mut out = BufReader::new(out);
        out.read_line(&mut line)?;
        // Whatever else it prints has to go somewhere.
        std::thread::spawn(move || std::io::copy(&mut out, &mut std::io::sink()));
    }
    match line.split_whitespace().find(|word| word.starts_with("http://127.0.0.1:")) {
        Some(url) => Ok((child, url.to_owned())),
        None => {
            let _ = child.kill();
            let _ = child.wait();
            Err("the sandbox did not start".into())
        }
    }
}
