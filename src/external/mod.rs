//! Checks over the network whether links out of the site still work. An edge, and only used by
//! `check --external`.

mod address;
mod cache;
mod http;
mod policy;
mod report;
mod request;
mod retry;
mod scheduler;

use std::collections::BTreeMap;
use std::path::Path;
use std::time::Duration;
use std::time::SystemTime;

use address::Address;
use cache::Cache;
use http::Client;
pub use policy::RequestPolicy;
use request::{Request, Verdict};

use crate::config::External;
use crate::diagnostic::Diagnostic;
use crate::locale::{Text, text};
use crate::pages::Outbound;
use crate::source::Snapshot;

/// The result of a check.
#[derive(Debug, Default)]
#[non_exhaustive]
pub struct LinkReport {
    /// Links that are broken, have moved or got no response: warnings, since the network is not the
    /// site.
    pub diagnostics: Vec<Diagnostic>,
    /// How many addresses were requested.
    pub requested: usize,
    /// How many were known to work from an earlier run.
    pub cached: usize,
}

/// Requests each address once, however it is written and however often. Links that work are cached
/// in `folder`, if there is one; `now` says how old the entries are.
///
/// Diagnostics are sorted by place.
#[must_use]
pub fn check(
    links: &[Outbound],
    rules: &External,
    policy: &RequestPolicy,
    snapshot: &Snapshot,
    folder: Option<&Path>,
    now: SystemTime,
) -> LinkReport {
    let links = links.iter().filter(|link| !rules.skips(&link.address));
    let mut by_address: BTreeMap<Address, Vec<&Outbound>> = BTreeMap::new();
    let mut report = LinkReport::default();
    for link in links {
        match Address::parse(&link.address) {
            Some(address) => by_address.entry(address).or_default().push(link),
            None => report.judge(&[link], &no_address(), snapshot),
        }
    }
    let age = Duration::from_secs(rules.keep_days * 24 * 60 * 60);
    let mut cache = folder
        .map(|folder| Cache::read(folder, now, age))
        .unwrap_or_default();
    let mut requests = Vec::new();
    let mut pending = Vec::new();
    for (address, links) in by_address {
        if let Some(good) = cache.get(&address.to_string()) {
            let moved_to = good.moved_to.clone();
            report.cached += 1;
            report.judge(&links, &Verdict::Good { moved_to }, snapshot);
        } else {
            requests.push(Request::new(requests.len(), address.clone()));
            pending.push((address, links));
        }
    }
    report.requested = requests.len();
    let client = Client::new(policy);
    let verdicts = scheduler::run(requests, policy, |request| client.send(request));
    for ((address, links), verdict) in pending.iter().zip(verdicts) {
        report.judge(links, &verdict, snapshot);
        if let Verdict::Good { moved_to } = verdict {
            cache.add(&address.to_string(), moved_to, now);
        }
    }
    let written = folder.map_or(Ok(()), |folder| cache.write(folder));
    if let Err(error) = written {
        let message = text!("answers-not-kept", reason = Text::of_io(&error));
        let hint = text!("answers-unwritable-hint");
        report
            .diagnostics
            .push(Diagnostic::warning("W804", message).hint(hint));
    }
    report.diagnostics = Diagnostic::in_order(report.diagnostics);
    report
}

impl LinkReport {
    fn judge(&mut self, links: &[&Outbound], verdict: &Verdict, snapshot: &Snapshot) {
        let problems = links
            .iter()
            .flat_map(|link| report::problems(link, verdict, snapshot));
        self.diagnostics.extend(problems);
    }
}

fn no_address() -> Verdict {
    let why = text!("link-without-host");
    Verdict::Broken { why, at: None }
}
