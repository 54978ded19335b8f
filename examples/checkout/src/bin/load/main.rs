//! Load: many customers pay at a sandbox at once, through all three gateways, and nothing is lost or counted twice.
//!
//! `make load` runs it. It uses the SDK as a shop would: create, pay on the page, take the webhook as a hint, get,
//! settle, book once by the proof's replay key; then acknowledge at Paylink, and ask the e-Commerce Gateway for the
//! status. It stays on 127.0.0.1, and is bounded in count and time. It ends with 1 if anything was lost, paid twice or
//! is not at the gateways what it is in the books.

mod alqaseh;
mod egw;
mod gateway;
mod options;
mod paylink;
mod receiver;
mod report;
mod sandbox;
mod shop;
mod web;

use std::process::ExitCode;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use crate::gateway::Gateway;
use crate::options::Options;
use crate::report::{Report, Times};
use crate::sandbox::Sandbox;
use crate::shop::{Booked, Shop};
use crate::web::Client;

/// Anything that ends a round, or all of it.
pub type Failure = Box<dyn std::error::Error + Send + Sync>;

/// How long the shop waits for a webhook before it looks the payment up unasked.
const ASK_AFTER: Duration = Duration::from_secs(1);
/// How often it does that before the order counts as lost.
const ASK_TIMES: u32 = 20;

fn main() -> ExitCode {
    let options = match Options::read(lexopt::Parser::from_env()) {
        Ok(Some(options)) => options,
        Ok(None) => {
            print!("{}", options::HELP);
            return ExitCode::SUCCESS;
        }
        Err(problem) => {
            eprintln!("load: {problem}\nTry --help.");
            return ExitCode::from(2);
        }
    };
    match run(&options) {
        Ok(report) => {
            print!("{report}");
            if report.is_good() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
        }
        Err(failure) => {
            eprintln!("The load could not be run: {failure}");
            ExitCode::FAILURE
        }
    }
}

fn run(options: &Options) -> Result<Report, Failure> {
    let mut sandbox = Sandbox::start(options)?;
    let shop = Shop::default();
    let receiver = receiver::Receiver::open()?;
    let gateways = gateway::all(sandbox.url(), receiver.url())?;
    if options.faults {
        sandbox.break_things(options.rounds)?;
    }
    let next = AtomicU64::new(0);
    let begun = Instant::now();
    let (times, failures) = std::thread::scope(|threads| {
        for _ in 0..options.threads {
            threads.spawn(|| receiver.serve(&shop, &gateways));
        }
        let payers: Vec<_> =
            (0..options.threads).map(|_| threads.spawn(|| pay(options, &shop, &gateways, &next, begun))).collect();
        let mut times = Times::default();
        let mut failures = Vec::new();
        for payer in payers {
            match payer.join() {
                Ok((some, failed)) => {
                    times.add(some);
                    failures.extend(failed);
                }
                Err(_) => failures.push("a payer's thread panicked".to_owned()),
            }
        }
        // What is still under way arrives while the receiver listens.
        failures.extend(sandbox.wait_until_idle().err().map(|e| e.to_string()));
        receiver.close();
        (times, failures)
    });
    let took = times.took();
    let mut report = Report::new(times, took, receiver.counts(), failures);
    report.compare(&shop, &mut sandbox)?;
    Ok(report)
}

/// One payer: rounds until there are none left, or the time is up.
fn pay(
    options: &Options,
    shop: &Shop,
    gateways: &[Box<dyn Gateway>],
    next: &AtomicU64,
    begun: Instant,
) -> (Times, Vec<String>) {
    let (client, mut times, mut failures) = (Client::new(), Times::default(), Vec::new());
    while begun.elapsed() < options.time {
        let number = next.fetch_add(1, Ordering::Relaxed);
        if number >= options.rounds {
            break;
        }
        let which = number % gateways.len() as u64;
        let Some(gateway) = usize::try_from(which).ok().and_then(|which| gateways.get(which)) else { break };
        if let Err(failure) = round(&client, shop, gateway.as_ref(), number, &mut times) {
            failures.push(format!("{} {number}: {failure}", gateway.name()));
        }
    }
    times.end(begun.elapsed());
    (times, failures)
}

fn round(client: &Client, shop: &Shop, gateway: &dyn Gateway, number: u64, times: &mut Times) -> Result<(), Failure> {
    let start = Instant::now();
    let opened = gateway.open(client, shop, number)?;
    times.created.push(start.elapsed());
    let paying = Instant::now();
    client.submit(&opened.page, gateway.card())?;
    times.paid.push(paying.elapsed());
    let mut asked = 0;
    while !shop.is_paid_within(&opened.order_id, ASK_AFTER) {
        asked += 1;
        if gateway.look_up(client, shop, &opened.order_id)? == Booked::Now {
            times.found += 1;
        } else if asked == ASK_TIMES {
            return Err("it was never paid".into());
        }
    }
    times.booked.push(paying.elapsed());
    gateway.finish(client, shop, &opened.order_id)?;
    times.rounds.push(start.elapsed());
    Ok(())
}
