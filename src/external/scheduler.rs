//! Sends the requests of all links, many at a time. A host gets one request at a time, with a pause
//! after each response; threads go on with other hosts meanwhile.
#![expect(clippy::disallowed_methods, reason = "hosts get pauses")]

use std::collections::BTreeMap;
use std::collections::VecDeque;
use std::sync::Condvar;
use std::sync::Mutex;
use std::sync::MutexGuard;
use std::sync::PoisonError;
use std::thread;
use std::time::Duration;
use std::time::Instant;

use super::policy::RequestPolicy;
use super::request::{Outcome, Request, Step, Verdict};
use crate::locale::text;

/// After how many links in a row without a response the other links of a host are given up.
const MOST_UNANSWERED: usize = 3;

/// Sends requests until each link has a verdict. Verdicts come in the order of `requests`.
pub(super) fn run(
    requests: Vec<Request>,
    policy: &RequestPolicy,
    send: impl Fn(&Request) -> Outcome + Sync,
) -> Vec<Verdict> {
    let threads = policy.concurrency.min(requests.len());
    let scheduler = Scheduler::new(requests, policy);
    thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| {
                while let Some(request) = scheduler.take() {
                    let host = request.address.host().to_owned();
                    let outcome = send(&request);
                    scheduler.settle(&host, request, outcome);
                }
            });
        }
    });
    scheduler.verdicts()
}

/// The requests that are waiting, by host.
struct Scheduler<'a> {
    policy: &'a RequestPolicy,
    hosts: Mutex<Hosts>,
    changed: Condvar,
}

struct Hosts {
    by_name: BTreeMap<String, Host>,
    verdicts: Vec<Option<Verdict>>,
    /// How many links have no verdict yet.
    open: usize,
}

struct Host {
    waiting: VecDeque<Request>,
    is_busy: bool,
    /// When the next request may be sent.
    ready: Instant,
    unanswered: usize,
}

impl<'a> Scheduler<'a> {
    fn new(requests: Vec<Request>, policy: &'a RequestPolicy) -> Self {
        let mut hosts = Hosts {
            by_name: BTreeMap::new(),
            verdicts: vec![None; requests.len()],
            open: requests.len(),
        };
        for request in requests {
            hosts.add(request);
        }
        Self {
            policy,
            hosts: Mutex::new(hosts),
            changed: Condvar::new(),
        }
    }

    fn lock(&self) -> MutexGuard<'_, Hosts> {
        self.hosts.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Waits for the next request whose host is ready; `None` when all links have a verdict.
    fn take(&self) -> Option<Request> {
        let mut hosts = self.lock();
        loop {
            if hosts.open == 0 {
                return None;
            }
            let now = Instant::now();
            let free = hosts.by_name.values_mut();
            let free = free.filter(|host| !host.is_busy && !host.waiting.is_empty());
            let wait = match free.min_by_key(|host| host.ready) {
                Some(host) if host.ready <= now => {
                    host.is_busy = true;
                    return host.waiting.pop_front();
                }
                Some(host) => host.ready - now,
                // Another thread is busy, and will notify this one.
                None => Duration::MAX,
            };
            let waited = self.changed.wait_timeout(hosts, wait);
            hosts = waited.unwrap_or_else(PoisonError::into_inner).0;
        }
    }

    /// Records the outcome of a request.
    fn settle(&self, host: &str, request: Request, outcome: Outcome) {
        let link = request.link;
        let is_answered = matches!(outcome, Outcome::Status { .. });
        let step = request.next(outcome, self.policy);
        let mut hosts = self.lock();
        let mut wait = Duration::ZERO;
        let mut is_given_up = false;
        match step {
            Step::Done(verdict) => {
                is_given_up = !is_answered;
                hosts.judge(link, verdict);
            }
            Step::Retry(request, pause) => {
                wait = pause;
                // Before the other links of the host, so that a host that is down is noticed early.
                hosts.host(host).waiting.push_front(request);
            }
            Step::Follow(request) => hosts.add(request),
        }
        hosts.release(host, self.policy.pause.max(wait), is_answered, is_given_up);
        drop(hosts);
        self.changed.notify_all();
    }

    fn verdicts(self) -> Vec<Verdict> {
        let hosts = self.hosts.into_inner();
        let hosts = hosts.unwrap_or_else(PoisonError::into_inner);
        hosts.verdicts.into_iter().flatten().collect()
    }
}

impl Hosts {
    fn add(&mut self, request: Request) {
        let name = request.address.host().to_owned();
        self.host(&name).waiting.push_back(request);
    }

    fn host(&mut self, name: &str) -> &mut Host {
        self.by_name.entry(name.to_owned()).or_insert_with(|| Host {
            waiting: VecDeque::new(),
            is_busy: false,
            ready: Instant::now(),
            unanswered: 0,
        })
    }

    /// Lets the host get requests again after a pause, unless it seems to be down.
    fn release(&mut self, name: &str, pause: Duration, is_answered: bool, is_given_up: bool) {
        let host = self.host(name);
        host.is_busy = false;
        host.ready = Instant::now() + pause;
        if is_answered {
            host.unanswered = 0;
        } else if is_given_up {
            host.unanswered += 1;
        }
        if host.unanswered >= MOST_UNANSWERED {
            for request in std::mem::take(&mut host.waiting) {
                let why = text!("host-silent-before", host = name);
                self.judge(request.link, Verdict::Unanswered { why });
            }
        }
    }

    fn judge(&mut self, link: usize, verdict: Verdict) {
        self.verdicts[link] = Some(verdict);
        self.open -= 1;
    }
}
