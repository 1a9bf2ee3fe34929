//! What is made of each kind of answer.

use std::time::Duration;

use super::server::{Reply, Server};
use super::{ask, brisk, linking, said};

fn status(code: u16) -> Reply {
    Reply::Status(code, Vec::new())
}

/// What is said of a link to `/a` of a server, and what the server was asked for.
fn asked_for(paths: &[(&str, &[Reply])]) -> (Vec<String>, Vec<String>) {
    let server = Server::with(paths);
    let problems = ask(&linking(&[server.url("/a")]), &brisk());
    (said(&problems, &server), server.log())
}

const NOTHING: [String; 0] = [];

#[test]
fn a_link_that_leads_somewhere_is_asked_once_however_often_it_is_written() {
    let server = Server::with(&[("/a?b=c", &[status(200)])]);
    let forms = ["/a?b=c", "/a?b=c#part", "/a?b=c#other", "/a?b=c"];
    let site = linking(&forms.map(|path| server.url(path)));
    assert_eq!(ask(&site, &brisk()), []);
    assert_eq!(server.log(), ["HEAD /a?b=c"]);
}

#[test]
fn a_missing_page_is_reported_with_its_status() {
    let (said, log) = asked_for(&[]);
    assert_eq!(
        said,
        ["W801 the link `HERE/a` leads nowhere: it answers 404 Not Found"]
    );
    assert_eq!(log, ["HEAD /a", "GET /a"]);
}

#[test]
fn a_server_without_head_is_asked_with_get() {
    let (said, log) = asked_for(&[("/a", &[status(405), status(200)])]);
    assert_eq!(said, NOTHING);
    assert_eq!(log, ["HEAD /a", "GET /a"]);
}

#[test]
fn trouble_that_passes_is_no_problem() {
    let (said, log) = asked_for(&[("/a", &[status(500), status(502), status(200)])]);
    assert_eq!(said, NOTHING);
    assert_eq!(log.len(), 3);
}

#[test]
fn trouble_that_stays_is_one() {
    let (said, log) = asked_for(&[("/a", &[status(500)])]);
    assert_eq!(
        said,
        ["W801 the link `HERE/a` leads nowhere: it answers 500 Internal Server Error"]
    );
    assert_eq!(log.len(), 3);
}

#[test]
fn a_server_that_names_a_time_is_asked_at_that_time() {
    let later = Reply::Status(429, vec![("Retry-After", "0".to_owned())]);
    let now = "Fri, 31 Dec 1999 23:59:59 GMT".to_owned();
    let dated = Reply::Status(503, vec![("Date", now.clone()), ("Retry-After", now)]);
    let server = Server::with(&[("/a", &[later, dated, status(200)])]);
    // Were the header passed over, the second question would come after the test has given up.
    let hour = Duration::from_hours(1);
    let policy = super::RequestPolicy {
        first_wait: hour,
        longest_wait: hour,
        ..brisk()
    };
    assert_eq!(ask(&linking(&[server.url("/a")]), &policy), []);
    assert_eq!(server.log().len(), 3);
}

#[test]
fn a_link_that_has_moved_for_good_is_told_where_to() {
    let server = Server::with(&[
        ("/a", &[Reply::redirect(301, "/b")]),
        ("/b", &[Reply::redirect(308, "c?d")]),
        ("/c?d", &[status(200)]),
    ]);
    let problems = ask(&linking(&[server.url("/a")]), &brisk());
    assert_eq!(
        said(&problems, &server),
        ["W802 `HERE/a` has moved for good"]
    );
    let hint = format!("write `{}`", server.url("/c?d"));
    assert_eq!(problems[0].hint.as_ref().unwrap().to_string(), hint);
    assert_eq!(server.log(), ["HEAD /a", "HEAD /b", "HEAD /c?d"]);
}

#[test]
fn a_link_that_is_redirected_for_now_is_as_it_should_be() {
    let other = Server::with(&[("/b", &[status(200)])]);
    let server = Server::with(&[("/a", &[Reply::redirect(302, &other.url("/b"))])]);
    assert_eq!(ask(&linking(&[server.url("/a")]), &brisk()), []);
    assert_eq!(other.log(), ["HEAD /b"]);
}

#[test]
fn redirects_to_nothing_are_reported_with_where_they_end() {
    let server = Server::with(&[("/a", &[Reply::redirect(301, "/b")])]);
    let problems = ask(&linking(&[server.url("/a")]), &brisk());
    assert_eq!(
        said(&problems, &server),
        ["W801 the link `HERE/a` leads nowhere: it answers 404 Not Found"]
    );
    assert_eq!(
        problems[0].notes[0].to_string(),
        format!("after redirects, at `{}`", server.url("/b"))
    );
}

#[test]
fn redirects_in_a_circle_end() {
    let (said, log) = asked_for(&[
        ("/a", &[Reply::redirect(302, "/b")]),
        ("/b", &[Reply::redirect(302, "/a")]),
    ]);
    assert_eq!(
        said,
        ["W801 the link `HERE/a` leads nowhere: it is redirected in a circle"]
    );
    assert_eq!(log, ["HEAD /a", "HEAD /b"]);
}

#[test]
fn a_server_that_never_answers_is_given_up() {
    let server = Server::with(&[("/a", &[Reply::Silence])]);
    let policy = super::RequestPolicy {
        timeout: Duration::from_millis(200),
        ..brisk()
    };
    let problems = ask(&linking(&[server.url("/a")]), &policy);
    assert_eq!(
        said(&problems, &server),
        ["W803 nobody can tell where the link `HERE/a` leads: no answer within 0.2 s"]
    );
    assert_eq!(server.log().len(), 3);
}

#[test]
fn a_connection_that_breaks_is_tried_again() {
    let (said, log) = asked_for(&[("/a", &[Reply::Close, status(200)])]);
    assert_eq!(said, NOTHING);
    assert_eq!(log.len(), 2);
    let (said, log) = asked_for(&[("/a", &[Reply::Close])]);
    assert_eq!(said.len(), 1);
    assert!(
        said[0].starts_with("W803 nobody can tell where the link `HERE/a` leads: "),
        "{said:?}"
    );
    assert_eq!(log.len(), 3);
}

#[test]
fn a_host_that_takes_no_connection_is_not_there() {
    let address = Server::with(&[]).url("/a");
    let problems = ask(&linking(std::slice::from_ref(&address)), &brisk());
    let [problem] = &problems[..] else {
        panic!("{problems:#?}");
    };
    let host = address.trim_start_matches("http://").trim_end_matches("/a");
    let message =
        format!("nobody can tell where the link `{address}` leads: `{host}` takes no connection");
    assert_eq!(
        (problem.code, problem.message.to_string()),
        ("W803", message)
    );
}
