//! What is done with an answer: taken, asked again, followed elsewhere. Decided without clock and network.

use std::time::Duration;

use super::address::Address;
use super::policy::RequestPolicy;

/// One link on its way to a verdict.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Question {
    /// Which link it is about.
    pub(super) link: usize,
    /// Whom to ask now.
    pub(super) address: Address,
    /// How to ask.
    pub(super) method: Method,
    /// How often this address has been asked in vain.
    failures: u32,
    /// The addresses that led here, the first as the link has it.
    redirected_from: Vec<Address>,
    /// Where to the link has moved for good: as far as permanent redirects lead, one after the other.
    moved_to: Option<Address>,
    has_left_the_permanent: bool,
}

/// How to ask. HEAD costs the other side least; not every server has it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Method {
    Head,
    Get,
}

/// What came of asking once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Outcome {
    Status {
        code: u16,
        /// The code in words: `404 Not Found`.
        words: String,
        location: Option<String>,
        /// How long the server asks to be left alone.
        retry_after: Option<Duration>,
    },
    /// No answer, and why.
    Failure(String),
}

/// What a link has come to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Verdict {
    /// It leads somewhere, and where to it has moved for good.
    Good { moved_to: Option<String> },
    /// It leads nowhere: what is wrong, and at the end of which redirects.
    Broken { why: String, at: Option<String> },
    /// Nobody can tell: there is no answer.
    Unanswered { why: String },
}

/// What to do next.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Step {
    /// The link is judged.
    Done(Verdict),
    /// The same host is to be asked again, though not before some time has passed.
    Again(Question, Duration),
    /// Another address is to be asked.
    Follow(Question),
}

/// How many redirects are followed: as many as browsers follow (Fetch Standard, "HTTP-redirect fetch").
const MOST_REDIRECTS: usize = 20;

impl Question {
    pub(super) fn new(link: usize, address: Address) -> Self {
        Self {
            link,
            address,
            method: Method::Head,
            failures: 0,
            redirected_from: Vec::new(),
            moved_to: None,
            has_left_the_permanent: false,
        }
    }

    /// What follows from an outcome.
    pub(super) fn next(self, outcome: Outcome, manners: &RequestPolicy) -> Step {
        let (code, words, location, retry_after) = match outcome {
            Outcome::Failure(why) => {
                let gives_up = Verdict::Unanswered { why };
                return self.again(None, manners, gives_up);
            }
            Outcome::Status {
                code,
                words,
                location,
                retry_after,
            } => (code, words, location, retry_after),
        };
        let answers = format!("it answers {words}");
        match (code, location) {
            (200..=299, _) => Step::Done(Verdict::Good {
                moved_to: self.moved_to.map(|address| address.to_string()),
            }),
            (301 | 302 | 303 | 307 | 308, Some(location)) => self.follow(code, &location),
            (429, _) => {
                let gives_up = Verdict::Unanswered { why: answers };
                self.again(retry_after, manners, gives_up)
            }
            // Not implemented: of GET, that is final.
            (500..=599, _) if code != 501 => {
                let gives_up = self.broken(answers);
                self.again(retry_after, manners, gives_up)
            }
            // Many a server refuses HEAD in odd ways, and has the page all the same.
            _ if self.method == Method::Head => {
                let method = Method::Get;
                Step::Again(Self { method, ..self }, Duration::ZERO)
            }
            _ => Step::Done(self.broken(answers)),
        }
    }

    fn broken(&self, why: String) -> Verdict {
        let is_redirected = !self.redirected_from.is_empty();
        let at = is_redirected.then(|| self.address.to_string());
        Verdict::Broken { why, at }
    }

    /// Asks again in a while, which doubles each time, unless it has been asked often enough.
    fn again(self, wait: Option<Duration>, manners: &RequestPolicy, gives_up: Verdict) -> Step {
        let failures = self.failures + 1;
        if failures >= manners.attempts {
            return Step::Done(gives_up);
        }
        let wait = wait.unwrap_or(manners.first_wait * 2_u32.saturating_pow(self.failures));
        let again = Self {
            method: Method::Get,
            failures,
            ..self
        };
        Step::Again(again, wait.min(manners.longest_wait))
    }

    fn follow(mut self, code: u16, location: &str) -> Step {
        let Some(target) = self.address.join(location) else {
            let why = format!("it is redirected to `{location}`, which is no web address");
            return Step::Done(self.broken(why));
        };
        self.redirected_from.push(self.address.clone());
        if self.redirected_from.contains(&target) || self.redirected_from.len() > MOST_REDIRECTS {
            let why = "it is redirected in a circle".to_owned();
            return Step::Done(self.broken(why));
        }
        if matches!(code, 301 | 308) && !self.has_left_the_permanent {
            self.moved_to = Some(target.clone());
        } else {
            self.has_left_the_permanent = true;
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
