//! The sandbox as a program: starts it and prints what to connect to.

use std::process::ExitCode;

use qantara_sandbox::{Config, DeliveryForm, Sandbox};

const HELP: &str = "\
qantara-sandbox: an offline stand-in for the Al Qaseh and Paylink gateways.

Usage: qantara-sandbox [--port 8480] [--public-url http://…] [--json-callbacks]
                       [--deliver-anywhere]

  --port <port>        the port on 127.0.0.1 (default 8480; 0 takes a free one)
  --public-url <url>   how the sandbox names itself in the links it hands out
  --state <file>       keep what happens in this file, and go on from what is in it
  --json-callbacks     write the e-Commerce Gateway's callbacks as JSON, not as a form
  --deliver-anywhere   send webhooks and callbacks to other machines too (containers);
                       without it they go to this machine's loopback only
  --help               this text
";

const DEFAULT_PORT: u16 = 8480;

fn main() -> ExitCode {
    let config = match configure(std::env::args().skip(1)) {
        Ok(Some(config)) => config,
        Ok(None) => {
            print!("{HELP}");
            return ExitCode::SUCCESS;
        }
        Err(problem) => {
            eprintln!("{problem}\n\n{HELP}");
            return ExitCode::from(2);
        }
    };
    match Sandbox::start(config) {
        Ok(sandbox) => {
            print!("{}", directions(sandbox.url()));
            sandbox.wait();
            ExitCode::SUCCESS
        }
        Err(problem) => {
            eprintln!("The sandbox can't start: {problem}");
            ExitCode::FAILURE
        }
    }
}

/// `None` when help was asked for.
fn configure(mut args: impl Iterator<Item = String>) -> Result<Option<Config>, String> {
    let mut config = Config { port: DEFAULT_PORT, ..Config::default() };
    while let Some(arg) = args.next() {
        match arg.as_str() {
            "--help" | "-h" => return Ok(None),
            "--port" => {
                let port = args.next().and_then(|p| p.parse().ok());
                config.port = port.ok_or("--port takes a number from 0 to 65535")?;
            }
            "--public-url" => {
                let url = args.next().filter(|u| u.starts_with("http"));
                config.public_url = Some(url.ok_or("--public-url takes a URL")?);
            }
            "--json-callbacks" => {
                config.settings.egw_callback = DeliveryForm::Json;
            }
            "--state" => config.state = Some(args.next().ok_or("--state takes a file")?.into()),
            "--deliver-anywhere" => config.deliver_anywhere = true,
            other => return Err(format!("There is no option {other}.")),
        }
    }
    Ok(Some(config))
}

/// Only the demo logins are ever printed: the program takes no others.
fn directions(url: &str) -> String {
    let config = Config::default();
    let mut text = format!(
        "The sandbox runs at {url} (loopback only; Ctrl-C stops it). No money moves.\n\n\
         Al Qaseh Payment API 2.0\n  base URL   {url}/alqaseh/v1\n  pay page   \
         {url}/alqaseh/pay/{{token}}\n"
    );
    for m in &config.alqaseh {
        text += &format!("  login      {} / {}\n", m.client_id, m.client_secret);
    }
    text += "  card       5341432900077803, expiry 01/2027, CVV 971\n\n";
    text += &format!(
        "Al Qaseh e-Commerce Gateway\n  prepare    {url}/egw/api/payment/prepare\n  cgi_link   \
         {url}/egw/cgi-bin/cgi_link\n  card       \
         5341432908085972, expiry 11/2026, CVV 972\n"
    );
    for m in &config.egw {
        text += &format!(
            "  X-API-Key  {}\n    scheme   {} ({:?})\n    MAC key  {}\n",
            m.api_key,
            m.scheme.name,
            m.scheme.algorithm,
            m.mac_key.join(" XOR ")
        );
        for (name, value) in &m.fields {
            text += &format!("    {name} = {value}\n");
        }
        if let Some(old) = &m.old_mac_key {
            text += &format!("    old key  {old}\n");
        }
        text += &format!("    reply    {}\n", m.scheme.reply.join(" "));
        if m.scheme.later_reply != m.scheme.reply {
            text += &format!("    reply to completion and reversal  {}\n", m.scheme.later_reply.join(" "));
        }
    }
    text += &format!("\nPaylink\n  base URL   {url}/paylink\n");
    for m in &config.paylink {
        text += &format!(
            "  merchant   {}\n  X-API-KEY  {}\n  apiId      {}\n  secretKey  {}\n  webhooks   {}: {}\n  \
             refunds    X-API-KEY: {}\n",
            m.merchant_id,
            m.api_key,
            m.api_id,
            m.secret_key,
            m.portal.webhook_header,
            m.portal.webhook_secret,
            m.portal.refund_webhook_secret
        );
    }
    text += "  card       4111111111111111, expiry 12/2030, CVV 123\n";
    text += &format!(
        "\nWhat it can be asked (JSON)\n\
         \x20 curl -H 'Content-Type: application/json' {url}/sandbox/clock -d '{{\"advance\": 3600}}'\n\
         \x20 curl -H 'Content-Type: application/json' {url}/sandbox/faults \
         -d '{{\"kind\": \"lose_reply\", \"path\": \"payment-acknowledgment\", \"times\": 1}}'\n\
         \x20 curl -H 'Content-Type: application/json' {url}/sandbox/paylink/orders \
         -d '{{\"merchant\": \"sandbox-merchant\", \"transaction_no\": \"1234567890ABC\", \
         \"amount\": \"100.00\", \"currency\": \"SAR\", \"window_seconds\": 600}}'\n\
         \x20 curl {url}/sandbox/deliveries\n"
    );
    text
}
