//! Questions to verdicts, many at once: threads share out the hosts, so that no host is asked two things at a time, each
//! is left alone for a moment after an answer, and one that is slow or waits holds up nobody but itself.
#![expect(clippy::disallowed_methods, reason = "hosts are given time")]

use std::collections::BTreeMap;
use std::collections::VecDeque;
use std::sync::Condvar;
use std::sync::Mutex;
use std::sync::MutexGuard;
use std::sync::PoisonError;
use std::thread;
use std::time::Duration;
use std::time::Instant;

use super::asking::{Outcome, Question, Step, Verdict};
use super::policy::RequestPolicy;

/// After how many links in a row without an answer a host is not asked for the others.
const MOST_UNANSWERED: usize = 3;

/// Asks until there is a verdict on each question; they come in the order of the questions.
pub(super) fn ask_all(
    questions: Vec<Question>,
    manners: &RequestPolicy,
    ask: impl Fn(&Question) -> Outcome + Sync,
) -> Vec<Verdict> {
    let threads = manners.at_once.min(questions.len());
    let pace = Pace::new(questions, manners);
    thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| {
                while let Some(question) = pace.take() {
                    let host = question.address.host().to_owned();
                    let outcome = ask(&question);
                    pace.settle(&host, question, outcome);
                }
            });
        }
    });
    pace.verdicts()
}

/// Who is to be asked what, and when.
struct Pace<'a> {
    manners: &'a RequestPolicy,
    hosts: Mutex<Hosts>,
    changed: Condvar,
}

struct Hosts {
    by_name: BTreeMap<String, Host>,
    verdicts: Vec<Option<Verdict>>,
    /// How many verdicts are still to come.
    open: usize,
}

struct Host {
    waiting: VecDeque<Question>,
    is_asked: bool,
    /// When it may be asked again.
    ready: Instant,
    unanswered: usize,
}

impl<'a> Pace<'a> {
    fn new(questions: Vec<Question>, manners: &'a RequestPolicy) -> Self {
        let mut hosts = Hosts {
            by_name: BTreeMap::new(),
            verdicts: vec![None; questions.len()],
            open: questions.len(),
        };
        for question in questions {
            hosts.add(question);
        }
        Self {
            manners,
            hosts: Mutex::new(hosts),
            changed: Condvar::new(),
        }
    }

    fn lock(&self) -> MutexGuard<'_, Hosts> {
        self.hosts.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The next question, once its host may be asked; none when all are judged.
    fn take(&self) -> Option<Question> {
        let mut hosts = self.lock();
        loop {
            if hosts.open == 0 {
                return None;
            }
            let now = Instant::now();
            let free = hosts.by_name.values_mut();
            let free = free.filter(|host| !host.is_asked && !host.waiting.is_empty());
            let wait = match free.min_by_key(|host| host.ready) {
                Some(host) if host.ready <= now => {
                    host.is_asked = true;
                    return host.waiting.pop_front();
                }
                Some(host) => host.ready - now,
                // Another thread is asking, and will say when there is more to do.
                None => Duration::MAX,
            };
            let waited = self.changed.wait_timeout(hosts, wait);
            hosts = waited.unwrap_or_else(PoisonError::into_inner).0;
        }
    }

    /// Takes note of what came of a question.
    fn settle(&self, host: &str, question: Question, outcome: Outcome) {
        let link = question.link;
        let is_answered = matches!(outcome, Outcome::Status { .. });
        let step = question.next(outcome, self.manners);
        let mut hosts = self.lock();
        let mut wait = Duration::ZERO;
        let mut is_given_up = false;
        match step {
            Step::Done(verdict) => {
                is_given_up = !is_answered;
                hosts.judge(link, verdict);
            }
            Step::Again(question, asked_for) => {
                wait = asked_for;
                // Before the host's other links, so that one that is gone is noticed early.
                hosts.host(host).waiting.push_front(question);
            }
            Step::Follow(question) => hosts.add(question),
        }
        hosts.release(host, self.manners.pause.max(wait), is_answered, is_given_up);
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
    fn add(&mut self, question: Question) {
        let name = question.address.host().to_owned();
        self.host(&name).waiting.push_back(question);
    }

    fn host(&mut self, name: &str) -> &mut Host {
        self.by_name.entry(name.to_owned()).or_insert_with(|| Host {
            waiting: VecDeque::new(),
            is_asked: false,
            ready: Instant::now(),
            unanswered: 0,
        })
    }

    /// Lets a host be asked again after a pause, unless it seems to be gone.
    fn release(&mut self, name: &str, pause: Duration, is_answered: bool, is_given_up: bool) {
        let host = self.host(name);
        host.is_asked = false;
        host.ready = Instant::now() + pause;
        if is_answered {
            host.unanswered = 0;
        } else if is_given_up {
            host.unanswered += 1;
        }
        if host.unanswered >= MOST_UNANSWERED {
            for question in std::mem::take(&mut host.waiting) {
                let why = format!("`{name}` has not answered for other links");
                self.judge(question.link, Verdict::Unanswered { why });
            }
        }
    }

    fn judge(&mut self, link: usize, verdict: Verdict) {
        self.verdicts[link] = Some(verdict);
        self.open -= 1;
    }
}
