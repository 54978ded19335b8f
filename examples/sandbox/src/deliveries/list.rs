//! Listing deliveries, and waiting for them.

use std::collections::BTreeMap;
use std::time::Duration;

use serde::{Deserialize, Serialize};

use super::client::USER_AGENT;
use super::{Attempt, Delivery, Kind, Status};
use crate::app::{App, State};

/// Nobody waits longer.
const LONGEST_WAIT: u64 = 60;
/// As many are listed if it is not said how many.
const LISTED: usize = 1_000;

/// Which deliveries are asked for.
#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct Wanted {
    kind: Option<Kind>,
    merchant: Option<String>,
    order: Option<String>,
    state: Option<Status>,
    /// Only those with higher ids.
    after: u64,
    /// At most so many, the newest.
    limit: Option<usize>,
    /// How many seconds to wait until there are `count`.
    wait: u64,
    count: Option<usize>,
}

impl Wanted {
    fn fits(&self, id: u64, delivery: &Delivery) -> bool {
        id > self.after
            && self.kind.is_none_or(|k| k == delivery.kind)
            && self.merchant.as_ref().is_none_or(|m| *m == delivery.merchant)
            && self.order.as_ref().is_none_or(|o| *o == delivery.order)
            && self.state.is_none_or(|s| s == delivery.state)
    }
}

/// What is listed of a delivery.
#[derive(Serialize)]
pub(crate) struct View<'a> {
    id: u64,
    kind: Kind,
    merchant: &'a str,
    order: &'a str,
    url: &'a str,
    headers: BTreeMap<&'a str, &'a str>,
    content_type: &'a str,
    body: &'a str,
    state: Status,
    fault: Option<&'a str>,
    copy_of: Option<u64>,
    attempts: &'a [Attempt],
}

impl Delivery {
    pub(crate) fn view(&self, id: u64) -> View<'_> {
        let mut headers = BTreeMap::from([("User-Agent", USER_AGENT), ("Content-Type", &*self.content_type)]);
        headers.extend(self.header.iter().map(|(name, _)| (name.as_str(), "***")));
        View {
            id,
            kind: self.kind,
            merchant: &self.merchant,
            order: &self.order,
            url: &self.url,
            headers,
            content_type: &self.content_type,
            body: &self.body,
            state: self.state,
            fault: self.fault.as_deref(),
            copy_of: self.copy_of,
            attempts: &self.attempts,
        }
    }
}

/// The deliveries that are wanted, oldest first.
pub(crate) fn list<'a>(state: &'a State, wanted: &Wanted) -> Vec<View<'a>> {
    let newest = state.deliveries.iter().rev().filter(|(id, d)| wanted.fits(*id, d));
    let mut views: Vec<View<'_>> =
        newest.take(wanted.limit.unwrap_or(LISTED)).map(|(id, delivery)| delivery.view(id)).collect();
    views.reverse();
    views
}

/// Waits until there are as many as wanted, or for as long, or until the sandbox stops.
pub(crate) async fn wait(app: &App, wanted: &Wanted) {
    let count = wanted.count.unwrap_or(1);
    let there = || app.state().deliveries.iter().filter(|(id, d)| wanted.fits(*id, d)).take(count).count() >= count;
    let mut news = app.delivery_news.subscribe();
    let enough = async { while !app.is_stopping() && !there() && news.changed().await.is_ok() {} };
    let _ = tokio::time::timeout(Duration::from_secs(wanted.wait.min(LONGEST_WAIT)), enough).await;
}
