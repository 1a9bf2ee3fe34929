//! Verdicts on made-up conversations: no network, no clock.

use std::time::Duration;

use super::{Method, Outcome, Request, Step, Verdict};
use crate::external::RequestPolicy;
use crate::external::address::Address;
use crate::locale::{Text, text};

const PAGE: &str = "https://a.example/page";

fn request() -> Request {
    Request::new(0, Address::parse(PAGE).unwrap())
}

fn status(code: u16) -> Outcome {
    Outcome::Status {
        code,
        text: code.to_string(),
        location: None,
        retry_after: None,
    }
}

fn redirect(code: u16, location: &str) -> Outcome {
    Outcome::Status {
        code,
        text: code.to_string(),
        location: Some(location.to_owned()),
        retry_after: None,
    }
}

/// Answers one after the other, until there is a verdict; it, and the addresses asked with their
/// methods and waits.
fn converse(
    outcomes: impl IntoIterator<Item = Outcome>,
) -> (Verdict, Vec<(String, Method, Duration)>) {
    let policy = RequestPolicy::default();
    let mut request = request();
    let mut asked = vec![(request.address.to_string(), request.method, Duration::ZERO)];
    for outcome in outcomes {
        let wait;
        (request, wait) = match request.next(outcome, &policy) {
            Step::Done(verdict) => return (verdict, asked),
            Step::Retry(request, wait) => (request, wait),
            Step::Follow(request) => (request, Duration::ZERO),
        };
        asked.push((request.address.to_string(), request.method, wait));
    }
    panic!("no verdict after {asked:?}");
}

fn verdict(outcomes: impl IntoIterator<Item = Outcome>) -> Verdict {
    converse(outcomes).0
}

fn good(moved_to: Option<&str>) -> Verdict {
    Verdict::Good {
        moved_to: moved_to.map(str::to_owned),
    }
}

fn broken(why: Text, at: Option<&str>) -> Verdict {
    Verdict::Broken {
        why,
        at: at.map(str::to_owned),
    }
}

#[test]
fn refusals_of_head_are_asked_again_with_get() {
    for refusal in [400, 403, 404, 405, 410, 501] {
        let (verdict, asked) = converse([status(refusal), status(200)]);
        assert_eq!(verdict, good(None), "{refusal}");
        let methods: Vec<_> = asked.iter().map(|(_, method, _)| *method).collect();
        assert_eq!(methods, [Method::Head, Method::Get]);
    }
    assert_eq!(
        verdict([status(404), status(404)]),
        broken(text!("link-answers", status = "404"), None)
    );
}

#[test]
fn trouble_is_given_time_that_doubles() {
    let policy = RequestPolicy::default();
    let (verdict, asked) = converse([
        status(500),
        Outcome::Failure(Text::verbatim("x")),
        status(200),
    ]);
    assert_eq!(verdict, good(None));
    let waits: Vec<_> = asked.iter().map(|(_, _, wait)| *wait).collect();
    assert_eq!(
        waits,
        [Duration::ZERO, policy.first_wait, policy.first_wait * 2]
    );
    let always = || (0..policy.attempts).map(|_| status(503));
    assert_eq!(
        self::verdict(always()),
        broken(text!("link-answers", status = "503"), None)
    );
}

#[test]
fn a_server_is_left_alone_as_long_as_it_asks_within_reason() {
    let policy = RequestPolicy::default();
    for (asks, granted) in [
        (Duration::from_secs(3), Duration::from_secs(3)),
        (Duration::from_hours(24), policy.longest_wait),
    ] {
        let outcome = Outcome::Status {
            code: 429,
            text: "429".to_owned(),
            location: None,
            retry_after: Some(asks),
        };
        let Step::Retry(_, wait) = request().next(outcome, &policy) else {
            panic!("not asked again");
        };
        assert_eq!(wait, granted);
    }
}

#[test]
fn too_many_requests_say_nothing_of_the_link() {
    let always = (0..RequestPolicy::default().attempts).map(|_| status(429));
    let why = text!("link-answers", status = "429");
    assert_eq!(verdict(always), Verdict::Unanswered { why });
}

#[test]
fn a_link_has_moved_as_far_as_permanent_redirects_lead_without_a_break() {
    let moved = |codes: &[u16]| {
        let redirects = codes
            .iter()
            .enumerate()
            .map(|(at, code)| redirect(*code, &format!("/{at}")));
        verdict(redirects.chain([status(200)]))
    };
    assert_eq!(moved(&[302, 303, 307]), good(None));
    assert_eq!(moved(&[301]), good(Some("https://a.example/0")));
    assert_eq!(moved(&[308, 301]), good(Some("https://a.example/1")));
    assert_eq!(moved(&[301, 302, 301]), good(Some("https://a.example/0")));
    assert_eq!(moved(&[302, 301]), good(None));
}

#[test]
fn redirects_that_lead_nowhere_break_a_link() {
    let circle = [redirect(302, "/b"), redirect(302, "/page")];
    assert_eq!(
        verdict(circle),
        broken(text!("link-in-a-circle"), Some("https://a.example/b"))
    );
    assert_eq!(
        verdict([redirect(301, PAGE)]),
        broken(text!("link-in-a-circle"), Some(PAGE))
    );
    let endless = (0..).map(|at| redirect(302, &format!("/{at}")));
    assert!(matches!(verdict(endless), Verdict::Broken { .. }));
    let app = verdict([redirect(302, "app:open")]);
    assert_eq!(
        app,
        broken(text!("link-redirected-off", location = "app:open"), None)
    );
    let gone = [redirect(301, "/b"), status(404), status(404)];
    assert_eq!(
        verdict(gone),
        broken(
            text!("link-answers", status = "404"),
            Some("https://a.example/b")
        )
    );
    // A redirect that does not say where to.
    assert_eq!(
        verdict([status(302), status(302)]),
        broken(text!("link-answers", status = "302"), None)
    );
}

#[test]
fn what_is_redirected_is_asked_anew() {
    let trouble = (1..RequestPolicy::default().attempts).map(|_| status(500));
    let (verdict, _) = converse(
        trouble
            .clone()
            .chain([redirect(302, "/b")])
            .chain(trouble)
            .chain([status(200)]),
    );
    assert_eq!(verdict, good(None));
}
