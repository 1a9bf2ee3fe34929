//! That the servers do what tests of deploying take for granted.

use std::io::Read;
use std::process::{Command, Stdio};
use std::thread;
use std::time::Duration;

use super::{Line, Proxy, Repository, Shell, Store, Verdict};

#[test]
fn a_store_keeps_what_it_has_when_it_is_killed() {
    let store = Store::start(&["site"]);
    store.put("site", "كتب/index.html", b"<p>").unwrap();
    store.kill();
    assert_eq!(store.put("site", "a", b"a"), Err(0));
    store.restart();
    let objects = store.objects("site");
    assert_eq!(objects.paths().collect::<Vec<_>>(), ["كتب/index.html"]);
    let headers = store.headers("site", "كتب/index.html");
    assert_eq!(headers["content-length"], "3");
    assert_eq!(headers["content-type"], "text/html; charset=utf-8");
}

#[test]
fn a_proxy_does_as_it_is_told() {
    let store = Store::start(&["site"]);
    let proxy = Proxy::to(store.port(), |request| match request.before {
        0 => Verdict::Pass,
        1 => Verdict::Answer(403),
        2 => Verdict::Cut,
        _ => Verdict::CutAfter,
    });
    let put = |key| Store::put_at(&proxy.endpoint(), "site", key, b"bytes");
    let answers = ["a", "b", "c", "d"].map(put);
    assert_eq!(answers, [Ok(()), Err(403), Err(0), Err(0)]);
    let paths = proxy.log();
    assert_eq!(
        paths,
        ["a", "b", "c", "d"].map(|key| format!("PUT /site/{key}"))
    );
    let objects = store.objects("site");
    assert_eq!(objects.paths().collect::<Vec<_>>(), ["a", "d"]);
}

#[test]
fn a_shell_lets_in_and_ends_what_it_began() {
    let shell = Shell::start();
    let line = Line::to(shell.port(), u64::MAX);
    let ssh = |port| {
        let mut command = Command::new("ssh");
        command.args(shell.arguments(port)).arg(shell.machine());
        command
    };
    let output = ssh(line.port()).arg("echo \"سلام $USER\"").output().unwrap();
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(said.starts_with("سلام "), "{output:?}");

    // A session that would last for ever, unless the machine goes down.
    let mut session = ssh(shell.port());
    let session = session
        .arg("echo here; exec sleep infinity")
        .stdout(Stdio::piped());
    let mut session = session.spawn().unwrap();
    let mut first = [0; 5];
    let said = session.stdout.as_mut().unwrap();
    said.read_exact(&mut first).unwrap();
    shell.kill();
    assert!(!session.wait().unwrap().success());
    let is_let_in = || {
        ssh(shell.port())
            .arg("true")
            .output()
            .unwrap()
            .status
            .success()
    };
    assert!(!is_let_in());
    shell.restart();
    assert!(is_let_in());
}

#[test]
fn a_line_hangs_where_it_is_told_and_can_be_cut_and_mended() {
    let store = Store::start(&["site"]);
    let line = Line::to(store.port(), 10_000);
    let endpoint = format!("http://127.0.0.1:{}", line.port());
    let put = |key, bytes| Store::put_at(&endpoint, "site", key, &vec![b'a'; bytes]);
    assert_eq!(put("small", 10), Ok(()));
    thread::scope(|scope| {
        let large = scope.spawn(|| put("large", 20_000));
        while !line.hangs() {
            thread::sleep(Duration::from_millis(5));
        }
        assert!(!large.is_finished());
        line.cut();
        assert_eq!(large.join().unwrap(), Err(0));
    });
    assert_eq!(put("small", 10), Err(0));
    line.mend(u64::MAX);
    assert_eq!(put("large", 20_000), Ok(()));
}

#[test]
fn a_repository_takes_what_its_guard_lets_in() {
    let repository = Repository::start();
    repository.commit("pages", &[("أ.html", "<p>")]);
    repository.commit("pages", &[("ب/index.html", "<b>")]);
    assert_eq!(repository.commits("pages"), 2);
    let files = repository.files("pages");
    assert_eq!(
        files.paths().collect::<Vec<_>>(),
        ["أ.html", "ب/index.html"]
    );
    repository.guard("echo no >&2; exit 1");
    let pushed = std::panic::catch_unwind(|| repository.commit("pages", &[("c", "c")]));
    assert!(pushed.is_err());
    assert_eq!(repository.commits("pages"), 2);
}
