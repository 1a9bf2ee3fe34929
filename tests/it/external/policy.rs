//! How hosts are treated: one thing at a time, none holding up another, and nothing asked that is known.

use std::sync::mpsc;
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, SystemTime};

use super::server::{Reply, Server};
use super::{RequestPolicy, ask, ask_kept, brisk, linking};

fn good() -> Reply {
    Reply::Status(200, Vec::new())
}

/// Addresses of a server.
fn links(server: &Server, count: usize) -> Vec<String> {
    (0..count).map(|n| server.url(&format!("/{n}"))).collect()
}

#[test]
fn a_host_is_asked_one_thing_at_a_time() {
    // Waits a while for company, which must not come.
    let server = Server::start(|_| {
        thread::sleep(Duration::from_millis(20));
        good()
    });
    assert_eq!(ask(&linking(&links(&server, 12)), &brisk()), []);
    assert_eq!(server.requests().len(), 12);
    assert_eq!(server.most_at_once(), 1);
}

#[test]
fn a_slow_host_holds_up_no_other() {
    // The slow one answers when the other has been asked everything. Were that to wait for it, both would wait.
    let (tell, told) = mpsc::channel();
    let told = Mutex::new(told);
    let slow = Server::start(move |_| {
        for _ in 0..5 {
            told.lock().unwrap().recv().unwrap();
        }
        good()
    });
    let quick = Server::start(move |_| {
        _ = tell.send(());
        good()
    });
    let mut addresses = vec![slow.url("/")];
    addresses.extend(links(&quick, 5));
    let policy = RequestPolicy {
        concurrency: 2,
        ..brisk()
    };
    assert_eq!(ask(&linking(&addresses), &policy), []);
    assert_eq!([slow.requests().len(), quick.requests().len()], [1, 5]);
}

#[test]
fn a_host_that_wants_to_wait_keeps_nobody_busy() {
    let log = Arc::new(Mutex::new(Vec::new()));
    let logs = log.clone();
    let waits = Server::start(move |request| {
        logs.lock().unwrap().push("waits");
        match request.before {
            0 => Reply::Status(503, vec![("Retry-After", "1".to_owned())]),
            _ => good(),
        }
    });
    let logs = log.clone();
    let other = Server::start(move |_| {
        logs.lock().unwrap().push("other");
        good()
    });
    let policy = RequestPolicy {
        concurrency: 1,
        longest_wait: Duration::from_secs(1),
        ..brisk()
    };
    assert_eq!(
        ask(&linking(&[waits.url("/"), other.url("/")]), &policy),
        []
    );
    let log = log.lock().unwrap();
    assert!(
        ["waits", "other", "waits"] == log[..] || ["other", "waits", "waits"] == log[..],
        "{log:?}"
    );
}

#[test]
fn a_host_that_is_gone_is_not_asked_for_everything() {
    let gone = Server::start(|_| Reply::Close);
    let problems = ask(&linking(&links(&gone, 8)), &brisk());
    assert_eq!(problems.len(), 8, "every link has its problem");
    assert_eq!(
        gone.requests().len(),
        9,
        "three links three times: {:?}",
        gone.log()
    );
    let passed_over = problems
        .iter()
        .filter(|one| one.message.to_string().ends_with("for other links"));
    assert_eq!(passed_over.count(), 5);
}

#[test]
fn what_is_known_is_not_asked_again_until_it_is_old() {
    let moved = Reply::redirect(301, "/new");
    let server = Server::with(&[
        ("/good", &[good()]),
        ("/moved", &[moved]),
        ("/new", &[good()]),
    ]);
    let site = linking(&["/good", "/moved", "/broken"].map(|path| server.url(path)));
    let folder = tempfile::tempdir().unwrap();
    let run = |now| ask_kept(&site, &brisk(), Some(folder.path()), now);
    let start = SystemTime::now();
    let day = Duration::from_hours(24);

    let first = run(start);
    assert_eq!((first.requested, first.cached), (3, 0));
    let asked = server.requests().len();
    let second = run(start + day);
    assert_eq!(
        (second.requested, second.cached),
        (1, 2),
        "what is broken may have been mended"
    );
    let again: Vec<_> = server.log().split_off(asked);
    assert_eq!(again, ["HEAD /broken", "GET /broken"]);
    assert_eq!(
        second.diagnostics, first.diagnostics,
        "what has moved still has"
    );
    let later = run(start + 8 * day);
    assert_eq!((later.requested, later.cached), (3, 0));
    let back = run(start);
    assert_eq!(
        (back.requested, back.cached),
        (3, 0),
        "answers from the future are none"
    );
}

#[test]
fn answers_that_cannot_be_read_or_kept_stop_nothing() {
    let server = Server::with(&[("/a", &[good()])]);
    let site = linking(&[server.url("/a")]);
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("links.json"), "{\"http").unwrap();
    let asked = ask_kept(&site, &brisk(), Some(folder.path()), SystemTime::now());
    assert_eq!((asked.requested, asked.diagnostics), (1, Vec::new()));
    let nowhere = folder.path().join("nowhere");
    let asked = ask_kept(&site, &brisk(), Some(&nowhere), SystemTime::now());
    let codes: Vec<_> = asked.diagnostics.iter().map(|one| one.code).collect();
    assert_eq!(codes, ["W804"]);
}

#[test]
fn skipped_addresses_are_not_asked() {
    let server = Server::with(&[]);
    let site = linking(&["/a", "/b/c", "/d"].map(|path| server.url(path)));
    let skip = format!(
        "\n[check.external]\nskip = [\"{}\", \"{}\"]\n",
        server.url("/a"),
        server.url("/b/*")
    );
    let problems = ask(&site.and("site.toml", &skip), &brisk());
    assert_eq!(problems.len(), 1);
    assert_eq!(server.log(), ["HEAD /d", "GET /d"]);
}

#[test]
fn addresses_of_the_site_itself_are_not_asked() {
    // The canonical link of each page is one.
    let site = linking(&["https://shelf.example/books/bukhala/".to_owned()]);
    let asked = ask_kept(&site, &brisk(), None, SystemTime::now());
    assert_eq!((asked.requested, asked.diagnostics), (0, Vec::new()));
}
