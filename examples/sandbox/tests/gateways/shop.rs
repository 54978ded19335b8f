//! The other end: an HTTP client that sees every status, and a shop that receives webhooks.

use std::collections::VecDeque;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpListener;
use std::process::{Child, ChildStdout, Command, ExitStatus, Stdio};
use std::sync::{Arc, Condvar, Mutex};
use std::time::{Duration, Instant};

use qantara_sandbox::{Config, Sandbox};
use serde_json::Value;

/// When every test begins: 2026-11-20 13:35:04 UTC.
pub const NOW: i64 = 1_795_181_704;

/// A sandbox in this process, or a program of its own.
pub enum Running {
    Here(Sandbox),
    There(Program),
}

impl Running {
    pub fn url(&self) -> &str {
        match self {
            Running::Here(sandbox) => sandbox.url(),
            Running::There(program) => &program.url,
        }
    }

    pub fn port(&self) -> u16 {
        self.url().rsplit(':').next().unwrap().parse().unwrap()
    }
}

/// The sandbox's program.
pub struct Program {
    child: Child,
    pub url: String,
    out: BufReader<ChildStdout>,
}

impl Program {
    /// Starts it on a free port.
    pub fn start(options: &[&str]) -> Program {
        Program::run(Command::new(env!("CARGO_BIN_EXE_qantara-sandbox")), options)
    }

    /// Starts it by a command that ends in its name.
    pub fn run(mut command: Command, options: &[&str]) -> Program {
        let mut child = command.args(["--port", "0"]).args(options).stdout(Stdio::piped()).spawn().unwrap();
        let mut out = BufReader::new(child.stdout.take().unwrap());
        let mut line = String::new();
        out.read_line(&mut line).unwrap();
        let url = line.split(' ').find(|word| word.starts_with("http://")).unwrap_or_else(|| panic!("{line}"));
        Program { url: url.to_owned(), child, out }
    }

    pub fn world(self) -> World {
        World { sandbox: Running::There(self), agent: agent() }
    }

    pub fn signal(&self, name: &str) {
        let id = self.child.id().to_string();
        // The shell's own: a bare Debian has no other.
        assert!(Command::new("sh").args(["-c", "kill -s \"$0\" \"$1\"", name, &id]).status().unwrap().success());
    }

    /// Reads what it prints until there is a text in it.
    pub fn printed(&mut self, text: &str) {
        let mut line = String::new();
        while !line.contains(text) {
            line.clear();
            assert_ne!(self.out.read_line(&mut line).unwrap(), 0, "{text} was not printed");
        }
    }

    /// Waits for its end, and returns what else it printed.
    pub fn end(&mut self) -> (ExitStatus, String) {
        let mut rest = String::new();
        self.out.read_to_string(&mut rest).unwrap();
        (self.child.wait().unwrap(), rest)
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn agent() -> ureq::Agent {
    let agent = ureq::Agent::config_builder()
        .http_status_as_error(false)
        .max_redirects(0)
        .max_redirects_will_error(false)
        .proxy(None)
        .timeout_global(Some(Duration::from_secs(10)));
    agent.build().into()
}

/// A sandbox and a client for it.
pub struct World {
    pub sandbox: Running,
    agent: ureq::Agent,
}

pub struct Answer {
    pub status: u16,
    pub location: String,
    pub content_type: String,
    /// The first cookie that is set.
    pub cookie: String,
    pub headers: ureq::http::HeaderMap,
    pub text: String,
}

impl Answer {
    /// A header's value, or empty text.
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |v| v.to_str().unwrap())
    }

    pub fn json(&self) -> Value {
        serde_json::from_str(&self.text).unwrap_or_else(|e| panic!("{e}: {}", self.text))
    }
}

impl World {
    pub fn new() -> World {
        World::with(Config { delivery_waits: vec![Duration::from_millis(20); 3], ..Config::default() })
    }

    pub fn with(config: Config) -> World {
        let world = World { sandbox: Running::Here(Sandbox::start(config).unwrap()), agent: agent() };
        // The published cards have expiry dates; these tests should have none.
        world.admin("/sandbox/clock", &serde_json::json!({ "now": NOW }));
        world
    }

    pub fn url(&self, path: &str) -> String {
        format!("{}{path}", self.sandbox.url())
    }

    pub fn program(&mut self) -> &mut Program {
        match &mut self.sandbox {
            Running::Here(_) => panic!("not a program"),
            Running::There(program) => program,
        }
    }

    /// Ends a program by a signal.
    pub fn kill(mut self, signal: &str) -> (ExitStatus, String) {
        self.program().signal(signal);
        self.program().end()
    }

    pub fn get(&self, path: &str, headers: &[(&str, &str)]) -> Answer {
        let mut request = self.agent.get(self.url(path));
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        answer(request.call().unwrap())
    }

    pub fn try_post(&self, path: &str, headers: &[(&str, &str)], body: &str) -> Result<Answer, ureq::Error> {
        let mut request = self.agent.post(self.url(path));
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        request.send(body).map(answer)
    }

    pub fn post(&self, path: &str, headers: &[(&str, &str)], body: &str) -> Answer {
        self.try_post(path, headers, body).unwrap()
    }

    /// `POST` to the admin, which must like it.
    pub fn admin(&self, path: &str, body: &Value) -> Value {
        let answer = self.post(path, &[JSON], &body.to_string());
        assert!(answer.status < 300, "{path}: {}", answer.text);
        answer.json()
    }

    /// `DELETE` of all faults.
    pub fn clear_faults(&self) {
        assert_eq!(self.delete("/sandbox/faults").status, 200);
    }

    pub fn delete(&self, path: &str) -> Answer {
        answer(self.agent.delete(self.url(path)).call().unwrap())
    }

    /// Submits a pay page's form.
    pub fn submit(&self, path: &str, number: &str, expiry: &str, cvv: &str) -> Answer {
        let form = form_urlencoded::Serializer::new(String::new())
            .extend_pairs([("number", number), ("expiry", expiry), ("cvv", cvv)])
            .finish();
        self.post(path, &[FORM], &form)
    }
}

pub const JSON: (&str, &str) = ("Content-Type", "application/json");
pub const FORM: (&str, &str) = ("Content-Type", "application/x-www-form-urlencoded");

fn answer(mut reply: ureq::http::Response<ureq::Body>) -> Answer {
    let header = |name: &str| {
        let value = reply.headers().get(name);
        value.map_or(String::new(), |v| v.to_str().unwrap().to_owned())
    };
    Answer {
        status: reply.status().as_u16(),
        location: header("location"),
        content_type: header("content-type"),
        cookie: header("set-cookie"),
        headers: reply.headers().clone(),
        text: reply.body_mut().read_to_string().unwrap(),
    }
}

/// What a shop received.
#[derive(Clone, Debug)]
pub struct Received {
    pub line: String,
    pub content_type: String,
    /// Every header, with its name in lower case.
    pub headers: Vec<(String, String)>,
    pub body: String,
}

impl Received {
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(n, _)| n == name).map(|(_, v)| v.as_str())
    }

    pub fn json(&self) -> Value {
        serde_json::from_str(&self.body).unwrap()
    }

    /// A field of an urlencoded body.
    pub fn field(&self, name: &str) -> String {
        form_urlencoded::parse(self.body.as_bytes())
            .find(|(n, _)| n == name)
            .unwrap_or_else(|| panic!("{name} is not in {}", self.body))
            .1
            .into_owned()
    }
}

/// What a refund's webhook wants to hear.
const SUCCESS: &str = r#"{"status":"success"}"#;

/// To be replaced by what was received.
const ECHO: &str = "what you said";

/// A shop on a port of its own. It answers with the given statuses, then with 200; always with
/// `{"status":"success"}`.
pub struct Shop {
    pub url: String,
    inbox: Arc<(Mutex<Vec<Received>>, Condvar)>,
}

impl Shop {
    pub fn open(statuses: &[u16]) -> Shop {
        Shop::start(statuses, true, SUCCESS)
    }

    /// A shop that has something else to say.
    pub fn talkative(answer: &str) -> Shop {
        Shop::start(&[], true, answer)
    }

    /// A shop that answers with all that it received, in JSON.
    pub fn echo() -> Shop {
        Shop::start(&[], true, ECHO)
    }

    /// A shop whose first answers, with the given statuses, say nothing.
    pub fn silent(statuses: &[u16]) -> Shop {
        Shop::start(statuses, false, SUCCESS)
    }

    /// A shop that opens at a port.
    #[cfg(feature = "state")]
    pub fn open_at(port: u16) -> Shop {
        Shop::serve(TcpListener::bind(("127.0.0.1", port)).unwrap(), &[], true, SUCCESS)
    }

    fn start(statuses: &[u16], says_success: bool, answer: &str) -> Shop {
        Shop::serve(TcpListener::bind("127.0.0.1:0").unwrap(), statuses, says_success, answer)
    }

    fn serve(listener: TcpListener, statuses: &[u16], says_success: bool, answer: &str) -> Shop {
        let answer = answer.to_owned();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let inbox = Arc::new((Mutex::new(Vec::new()), Condvar::new()));
        let (shared, mut statuses) = (inbox.clone(), VecDeque::from(statuses.to_vec()));
        std::thread::spawn(move || {
            for stream in listener.incoming() {
                let mut reader = BufReader::new(stream.unwrap());
                let Some(message) = receive(&mut reader) else {
                    continue;
                };
                let heard = serde_json::json!([message.headers, message.body]).to_string();
                shared.0.lock().unwrap().push(message);
                shared.1.notify_all();
                let body = if says_success || statuses.is_empty() { answer.as_str() } else { "" };
                let body = if body == ECHO { &heard } else { body };
                let status = statuses.pop_front().unwrap_or(200);
                let length = if status == 204 { 0 } else { body.len() };
                let head = format!(
                    "HTTP/1.1 {status} X\r\nLocation: http://127.0.0.1:1/\r\nContent-Length: {length}\r\n\
                     Connection: close\r\n\r\n{}",
                    &body[..length]
                );
                reader.get_mut().write_all(head.as_bytes()).unwrap();
            }
        });
        Shop { url, inbox }
    }

    /// How many messages came so far.
    pub fn count(&self) -> usize {
        self.inbox.0.lock().unwrap().len()
    }

    /// Waits until so many messages are in, and returns all of them.
    pub fn messages(&self, count: usize) -> Vec<Received> {
        let deadline = Instant::now() + Duration::from_secs(10);
        let mut inbox = self.inbox.0.lock().unwrap();
        while inbox.len() < count {
            let left = deadline.saturating_duration_since(Instant::now());
            assert!(!left.is_zero(), "{} of {count} messages came", inbox.len());
            inbox = self.inbox.1.wait_timeout(inbox, left).unwrap().0;
        }
        inbox.clone()
    }
}

fn receive(reader: &mut impl BufRead) -> Option<Received> {
    let (mut line, mut headers) = (String::new(), Vec::new());
    reader.read_line(&mut line).ok()?;
    loop {
        let mut header = String::new();
        reader.read_line(&mut header).ok()?;
        let Some((name, value)) = header.trim_end().split_once(": ") else {
            break;
        };
        headers.push((name.to_ascii_lowercase(), value.to_owned()));
    }
    let value = |name: &str| headers.iter().find(|(n, _)| n == name).map(|(_, v)| v.clone());
    let length = value("content-length").map_or(Some(0), |v| v.parse().ok())?;
    let content_type = value("content-type").unwrap_or_default();
    let mut body = vec![0; length];
    reader.read_exact(&mut body).ok()?;
    let line = line.trim_end().to_owned();
    Some(Received { line, content_type, headers, body: String::from_utf8(body).ok()? })
}
