//! The end: how fast it was, and whether the shop's books and the gateways' say the same.

use std::collections::BTreeMap;
use std::fmt;
use std::time::Duration;

use serde_json::Value;

use crate::Failure;
use crate::receiver::Counts;
use crate::sandbox::Sandbox;
use crate::shop::Shop;

/// As many failures are printed.
const PRINTED: usize = 10;

/// How long the parts of the rounds took.
#[derive(Default)]
pub struct Times {
    /// Until there was a pay page.
    pub created: Vec<Duration>,
    /// Until the pay page had answered.
    pub paid: Vec<Duration>,
    /// From the card on, until the order was booked.
    pub booked: Vec<Duration>,
    /// All of it.
    pub rounds: Vec<Duration>,
    /// How many orders no webhook booked, but a look-up unasked.
    pub found: u64,
    took: Duration,
}

impl Times {
    /// Another thread's.
    pub fn add(&mut self, other: Times) {
        self.created.extend(other.created);
        self.paid.extend(other.paid);
        self.booked.extend(other.booked);
        self.rounds.extend(other.rounds);
        self.found += other.found;
        self.took = self.took.max(other.took);
    }

    /// Notes when this thread was done.
    pub fn end(&mut self, took: Duration) {
        self.took = took;
    }

    /// How long the slowest thread was at it.
    pub fn took(&self) -> Duration {
        self.took
    }
}

/// What is printed.
pub struct Report {
    times: Times,
    took: Duration,
    counts: Counts,
    sent: u64,
    paid: BTreeMap<&'static str, u64>,
    survived: bool,
    failures: Vec<String>,
}

impl Report {
    pub fn new(times: Times, took: Duration, counts: Counts, failures: Vec<String>) -> Self {
        Report { times, took, counts, sent: 0, paid: BTreeMap::new(), survived: false, failures }
    }

    /// Whether nothing was lost, and nothing counted twice.
    pub fn is_good(&self) -> bool {
        self.failures.is_empty() && !self.times.rounds.is_empty()
    }

    /// Compares the shop's books with the gateways', before and after a crash if there is a state file.
    pub fn compare(&mut self, shop: &Shop, sandbox: &mut Sandbox) -> Result<(), Failure> {
        let before = Gateways::read(sandbox)?;
        self.match_books(shop, &before);
        self.sent = before.deliveries;
        if sandbox.kill_and_restart()? {
            self.survived = true;
            let after = Gateways::read(sandbox)?;
            if after.paid != before.paid || after.acknowledged != before.acknowledged {
                self.failures.push("what the sandbox knew before it was killed, it doesn't know any more".to_owned());
            }
        }
        Ok(())
    }

    fn match_books(&mut self, shop: &Shop, gateways: &Gateways) {
        for entry in shop.entries() {
            let id = &entry.order.id;
            let there = gateways.paid.get(&(entry.gateway.to_owned(), id.clone())).copied().unwrap_or(0);
            // An order whose page was lost with the reply was never paid, and stays so.
            if there != entry.times_paid || there > 1 {
                let booked = entry.times_paid;
                self.failures.push(format!("{} {id}: booked {booked} times, paid {there} times", entry.gateway));
            }
            if entry.gateway == "paylink" && entry.acknowledged != gateways.acknowledged.contains_key(id) {
                self.failures.push(format!("paylink {id}: acknowledged here or there only"));
            }
            *self.paid.entry(entry.gateway).or_default() += entry.times_paid;
        }
        let (booked, rounds) = (self.paid.values().sum::<u64>(), self.times.rounds.len() as u64);
        let paid = gateways.paid.values().sum::<u64>();
        if booked != rounds || paid != rounds || self.counts.booked + self.times.found != rounds {
            self.failures.push(format!("{rounds} rounds, {booked} booked, {paid} paid at the gateways"));
        }
        if gateways.failed > 0 {
            self.failures.push(format!("{} deliveries were given up", gateways.failed));
        }
    }
}

/// How the gateways' books stand.
struct Gateways {
    /// How often each order was paid.
    paid: BTreeMap<(String, String), u64>,
    /// The orders that are PAID at Paylink because they were acknowledged.
    acknowledged: BTreeMap<String, u64>,
    deliveries: u64,
    failed: usize,
}

impl Gateways {
    fn read(sandbox: &Sandbox) -> Result<Gateways, Failure> {
        let (payments, invoices) = (sandbox.list("payments")?, sandbox.list("paylink/invoices")?);
        let (orders, last) = (sandbox.list("paylink/orders")?, sandbox.list("deliveries?limit=1")?);
        let part = |name: &str| payments.pointer(name).unwrap_or(&Value::Null);
        let mut paid = BTreeMap::new();
        let mut numbers = BTreeMap::new();
        for (gateway, list, order, status, word) in [
            ("alqaseh", part("/alqaseh"), "/order_id", "payment_status", "succeeded"),
            ("egw", part("/egw"), "/request/ORDER", "status", "paid"),
            ("paylink", &invoices, "/gatewayOrderRequest/orderNumber", "orderStatus", "Paid"),
        ] {
            for payment in rows(list) {
                let order = payment.pointer(order).and_then(Value::as_str).unwrap_or_default().to_owned();
                if let Some(number) = payment["transactionNo"].as_str() {
                    numbers.insert(number.to_owned(), order.clone());
                }
                if payment[status] == word {
                    *paid.entry((gateway.to_owned(), order)).or_default() += 1;
                }
            }
        }
        let acknowledged = rows(&orders).iter().filter(|o| o["status"] == "PAID").filter_map(|o| {
            let number = o["transaction_no"].as_str()?;
            Some((numbers.get(number)?.clone(), o["acknowledgments"].as_u64()?))
        });
        Ok(Gateways {
            paid,
            acknowledged: acknowledged.collect(),
            deliveries: rows(&last).first().and_then(|d| d["id"].as_u64()).unwrap_or(0),
            failed: rows(&sandbox.list("deliveries?state=failed")?).len(),
        })
    }
}

fn rows(list: &Value) -> &[Value] {
    list.as_array().map_or(&[], Vec::as_slice)
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let rounds = self.times.rounds.len();
        let seconds = self.took.as_secs_f64().max(0.001);
        writeln!(f, "{rounds} rounds in {seconds:.1} s: {:.0} a minute", rounds as f64 * 60.0 / seconds)?;
        let paid: Vec<String> = self.paid.iter().map(|(gateway, count)| format!("{gateway} {count}")).collect();
        writeln!(f, "paid         {}", paid.join(", "))?;
        let Counts { received, booked, repeated, failed } = self.counts;
        writeln!(
            f,
            "webhooks     {} sent, {received} received: {booked} booked, {repeated} repeated, {failed} asked again",
            self.sent
        )?;
        if self.times.found > 0 {
            writeln!(f, "             {} were lost: the shop looked those payments up unasked", self.times.found)?;
        }
        writeln!(f, "             {:>9}{:>9}{:>9}{:>9}", "median", "95 %", "99 %", "longest")?;
        for (name, times) in [
            ("create", &self.times.created),
            ("pay", &self.times.paid),
            ("pay to book", &self.times.booked),
            ("round", &self.times.rounds),
        ] {
            let mut sorted = times.clone();
            sorted.sort();
            let at = |percent: usize| {
                let last = sorted.len().saturating_sub(1);
                let time = sorted.get(last * percent / 100).copied().unwrap_or_default();
                format!("{:.1} ms", time.as_secs_f64() * 1_000.0)
            };
            writeln!(f, "{name:<12} {:>9}{:>9}{:>9}{:>9}", at(50), at(95), at(99), at(100))?;
        }
        if self.survived {
            writeln!(f, "The sandbox was killed and started again; it knew all of it.")?;
        }
        if self.is_good() {
            return writeln!(f, "Every payment was settled once, as paid. Nothing was lost.");
        }
        writeln!(f, "\n{} things went wrong:", self.failures.len())?;
        self.failures.iter().take(PRINTED).try_for_each(|failure| writeln!(f, "  {failure}"))
    }
}
