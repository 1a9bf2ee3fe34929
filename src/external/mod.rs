//! Links that lead out of the site, asked over the network whether they still lead somewhere. An edge: the only part of
//! warraq that asks anybody anything, and only when it is told to.

mod address;
mod asking;
mod cache;
mod http;
mod pace;
mod policy;
mod report;
mod retry;

use std::collections::BTreeMap;
use std::path::Path;
use std::time::Duration;
use std::time::SystemTime;

use address::Address;
use asking::{Question, Verdict};
use cache::Cache;
use http::Asker;
pub use policy::RequestPolicy;

use crate::config::External;
use crate::diagnostic::Diagnostic;
use crate::pages::Outbound;
use crate::source::Snapshot;

/// What came of asking.
#[derive(Debug, Default)]
#[non_exhaustive]
pub struct LinkReport {
    /// Links that are broken, have moved or got no answer: warnings, since the network is not the site.
    pub diagnostics: Vec<Diagnostic>,
    /// How many addresses were asked.
    pub asked: usize,
    /// How many were known to be good from an earlier run.
    pub known: usize,
}

/// Asks each address once, whatever it is written as and however often. Good answers are kept in `folder`, where there is
/// one, and taken from there; `now` says how old they are.
///
/// The problems come in the order of their places.
#[must_use]
pub fn check(
    links: &[Outbound],
    rules: &External,
    manners: &RequestPolicy,
    snapshot: &Snapshot,
    folder: Option<&Path>,
    now: SystemTime,
) -> LinkReport {
    let links = links.iter().filter(|link| !rules.skips(&link.address));
    let mut by_address: BTreeMap<Address, Vec<&Outbound>> = BTreeMap::new();
    let mut asked = LinkReport::default();
    for link in links {
        match Address::parse(&link.address) {
            Some(address) => by_address.entry(address).or_default().push(link),
            None => asked.judge(&[link], &no_address(), snapshot),
        }
    }
    let age = Duration::from_secs(rules.keep_days * 24 * 60 * 60);
    let mut cache = folder
        .map(|folder| Cache::read(folder, now, age))
        .unwrap_or_default();
    let mut questions = Vec::new();
    let mut open = Vec::new();
    for (address, links) in by_address {
        if let Some(good) = cache.get(&address.to_string()) {
            let moved_to = good.moved_to.clone();
            asked.known += 1;
            asked.judge(&links, &Verdict::Good { moved_to }, snapshot);
        } else {
            questions.push(Question::new(questions.len(), address.clone()));
            open.push((address, links));
        }
    }
    asked.asked = questions.len();
    let asker = Asker::new(manners);
    let verdicts = pace::ask_all(questions, manners, |question| asker.ask(question));
    for ((address, links), verdict) in open.iter().zip(verdicts) {
        asked.judge(links, &verdict, snapshot);
        if let Verdict::Good { moved_to } = verdict {
            cache.add(&address.to_string(), moved_to, now);
        }
    }
    let written = folder.map_or(Ok(()), |folder| cache.write(folder));
    if let Err(error) = written {
        let message = format!("the answers cannot be kept: {error}");
        let hint = "make the folder writable, or every run asks all links anew";
        asked
            .diagnostics
            .push(Diagnostic::warning("W804", message).hint(hint));
    }
    asked.diagnostics = Diagnostic::in_order(asked.diagnostics);
    asked
}

impl LinkReport {
    fn judge(&mut self, links: &[&Outbound], verdict: &Verdict, snapshot: &Snapshot) {
        let problems = links
            .iter()
            .flat_map(|link| report::report(link, verdict, snapshot));
        self.diagnostics.extend(problems);
    }
}

fn no_address() -> Verdict {
    let why = "it names no host".to_owned();
    Verdict::Broken { why, at: None }
}
