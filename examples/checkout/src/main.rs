//! The main job: take payments through three gateways, and believe nothing that isn't proven.
//!
//! `cargo run -p qantara-checkout` (or `make demo`) starts the sandbox, plays the customer, the forger and the
//! shop, and prints what happens. Any failure exits non-zero and says where.

mod alqaseh;
mod egw;
mod paylink;
mod shop;
mod transcript;
mod web;

use std::process::ExitCode;
use std::time::{SystemTime, UNIX_EPOCH};

use qantara_sandbox::{Config, Sandbox};

use crate::shop::Shop;
use crate::transcript::Transcript;
use crate::web::{Client, Inbox};

/// Anything that ends the demo.
pub type Failure = Box<dyn std::error::Error + Send + Sync>;

/// What every chapter works with.
pub struct Stage {
    client: Client,
    inbox: Inbox,
    sandbox: Sandbox,
    shop: Shop,
    transcript: Transcript,
}

/// One part of the story.
type Chapter = fn(&mut Stage) -> Result<(), Failure>;

fn main() -> ExitCode {
    let mut at = "starting the sandbox";
    match run(&mut at) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("\nFailed while {at}: {failure}");
            ExitCode::FAILURE
        }
    }
}

fn run(at: &mut &'static str) -> Result<(), Failure> {
    let sandbox = Sandbox::start(Config::default())?;
    let (client, inbox) = (Client::new(), Inbox::open()?);
    let mut stage = Stage { client, inbox, sandbox, shop: Shop::default(), transcript: Transcript::new() };
    stage.transcript.title("Qantara: taking payments, believing nothing that isn't proven");
    stage.transcript.say(&format!("gateways (sandbox) at {}, no money moves", stage.sandbox.url()));
    stage.transcript.legend();
    let chapters: [(&'static str, Chapter); 14] = [
        ("checking the published P_SIGN example", egw::published_example),
        ("paying through Al Qaseh", alqaseh::paid),
        ("declining a card at Al Qaseh, and trying again", alqaseh::declined_then_retried),
        ("cancelling a payment at Al Qaseh", alqaseh::cancelled),
        ("reconciling with Al Qaseh's history", alqaseh::reconciled),
        ("reversing a payment at Al Qaseh", alqaseh::reversed),
        ("authorizing at the e-Commerce Gateway", egw::authorization),
        ("completing the authorization", egw::completion),
        ("reversing the completion", egw::reversal),
        ("posting a card page", egw::card_page),
        ("altering a callback", egw::altered_callback),
        ("paying an invoice at Paylink", paylink::invoice),
        ("refunding at Paylink", paylink::refund),
        ("acknowledging to Paylink", paylink::acknowledgment),
    ];
    for (doing, chapter) in chapters {
        *at = doing;
        chapter(&mut stage)?;
    }
    stage.transcript.table(&stage.shop);
    stage.transcript.end();
    Ok(())
}

/// Unix seconds: Qantara reads no clock.
fn now() -> Result<i64, Failure> {
    Ok(i64::try_from(SystemTime::now().duration_since(UNIX_EPOCH)?.as_secs())?)
}

/// What a chapter insists on; the demo ends where it doesn't hold.
fn ensure(holds: bool, what: &str) -> Result<(), Failure> {
    if holds { Ok(()) } else { Err(format!("expected: {what}").into()) }
}
