//! What follows from a response: a verdict, a retry, a redirect to follow. Knows neither clock nor
//! network.

use std::time::Duration;

use super::address::Address;
use super::policy::RequestPolicy;
use crate::locale::{Text, text};

/// The next request for one link.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Request {
    /// The number of the link.
    pub(super) link: usize,
    /// The address to request.
    pub(super) address: Address,
    /// The HTTP method.
    pub(super) method: Method,
    /// How many requests to this address have failed.
    failures: u32,
    /// The addresses that led here, the first as the link has it.
    redirected_from: Vec<Address>,
    /// Where the link has moved permanently: the end of the permanent redirects that come first.
    moved_to: Option<Address>,
    was_redirected_temporarily: bool,
}

/// The HTTP method. HEAD costs the server least; not every server supports it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Method {
    Head,
    Get,
}

/// The result of one request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Outcome {
    Status {
        code: u16,
        /// The code and its reason: `404 Not Found`.
        text: String,
        location: Option<String>,
        /// How long to wait before the next request.
        retry_after: Option<Duration>,
    },
    /// No response, and why.
    Failure(Text),
}

/// The result for a link.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Verdict {
    /// It works, and has moved permanently if `moved_to` is set.
    Good { moved_to: Option<String> },
    /// It does not work: what is wrong, and the address at the end of its redirects.
    Broken { why: Text, at: Option<String> },
    /// Unknown: there is no response.
    Unanswered { why: Text },
}

/// The next step.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Step {
    /// The link has a verdict.
    Done(Verdict),
    /// Repeat the request after a pause.
    Retry(Request, Duration),
    /// Request the target of a redirect.
    Follow(Request),
}

/// How many redirects are followed: as many as browsers follow (Fetch Standard, "HTTP-redirect
/// fetch").
const MOST_REDIRECTS: usize = 20;

impl Request {
    pub(super) fn new(link: usize, address: Address) -> Self {
        Self {
            link,
            address,
            method: Method::Head,
            failures: 0,
            redirected_from: Vec::new(),
            moved_to: None,
            was_redirected_temporarily: false,
        }
    }

    /// What follows from an outcome.
    pub(super) fn next(self, outcome: Outcome, policy: &RequestPolicy) -> Step {
        let (code, text, location, retry_after) = match outcome {
            Outcome::Failure(why) => {
                let gives_up = Verdict::Unanswered { why };
                return self.retry(None, policy, gives_up);
            }
            Outcome::Status {
                code,
                text,
                location,
                retry_after,
            } => (code, text, location, retry_after),
        };
        let answers = text!("link-answers", status = text);
        match (code, location) {
            (200..=299, _) => Step::Done(Verdict::Good {
                moved_to: self.moved_to.map(|address| address.to_string()),
            }),
            (301 | 302 | 303 | 307 | 308, Some(location)) => self.follow(code, &location),
            (429, _) => {
                let gives_up = Verdict::Unanswered { why: answers };
                self.retry(retry_after, policy, gives_up)
            }
            // 501 is “not implemented”: final for GET.
            (500..=599, _) if code != 501 => {
                let gives_up = self.broken(answers);
                self.retry(retry_after, policy, gives_up)
            }
            // Many servers refuse HEAD with various codes, and serve the page to GET.
            _ if self.method == Method::Head => {
                let method = Method::Get;
                Step::Retry(Self { method, ..self }, Duration::ZERO)
            }
            _ => Step::Done(self.broken(answers)),
        }
    }

    fn broken(&self, why: Text) -> Verdict {
        let is_redirected = !self.redirected_from.is_empty();
        let at = is_redirected.then(|| self.address.to_string());
        Verdict::Broken { why, at }
    }

    /// Repeats the request after a pause, which doubles each time, until there were enough
    /// attempts.
    fn retry(self, wait: Option<Duration>, policy: &RequestPolicy, gives_up: Verdict) -> Step {
        let failures = self.failures + 1;
        if failures >= policy.attempts {
            return Step::Done(gives_up);
        }
        let wait = wait.unwrap_or(policy.first_wait * 2_u32.saturating_pow(self.failures));
        let again = Self {
            method: Method::Get,
            failures,
            ..self
        };
        Step::Retry(again, wait.min(policy.longest_wait))
    }

    fn follow(mut self, code: u16, location: &str) -> Step {
        let Some(target) = self.address.join(location) else {
            return Step::Done(self.broken(text!("link-redirected-off", location)));
        };
        self.redirected_from.push(self.address.clone());
        if self.redirected_from.contains(&target) || self.redirected_from.len() > MOST_REDIRECTS {
            return Step::Done(self.broken(text!("link-in-a-circle")));
        }
        if matches!(code, 301 | 308) && !self.was_redirected_temporarily {
            self.moved_to = Some(target.clone());
        } else {
            self.was_redirected_temporarily = true;
        }
        Step::Follow(Self {
            address: target,
            failures: 0,
            ..self
        })
    }
}

#[cfg(test)]
mod tests;
