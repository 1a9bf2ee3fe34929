//! `warraq check --external` from outside.

use serde_json::Value as Json;

use super::linking;
use super::server::{Reply, Server};
use crate::site::{complained, said};

#[test]
fn the_command_warns_keeps_what_is_good_and_publishes_nothing() {
    let server = Server::with(&[("/good", &[Reply::Status(200, Vec::new())])]);
    let site = linking(&[server.url("/good"), server.url("/bad")]).on_disk();
    let run = site.run(&["check", "--external"]).success();
    let warnings = complained(&run);
    assert!(
        warnings.starts_with("warning[W801]: the link `http://127.0.0.1:"),
        "{warnings}"
    );
    assert!(
        warnings.contains("it answers 404 Not Found\n  content/pages/home.md:"),
        "{warnings}"
    );
    assert!(
        said(&run).ends_with("no errors; links asked: 2, known: 0\n"),
        "{}",
        said(&run)
    );
    assert!(!site.path("public").exists());
    assert!(site.path(".public.warraq/links.json").exists());

    let run = site
        .run(&["check", "--external", "--message-format", "json"])
        .success();
    let lines: Vec<Json> = said(&run)
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    assert_eq!(lines[0]["code"], "W801");
    assert_eq!(lines[0]["file"], "content/pages/home.md");
    assert!(
        lines[1]["summary"]
            .as_str()
            .unwrap()
            .ends_with("links asked: 1, known: 1")
    );

    site.build().success();
    assert!(
        site.path(".public.warraq/links.json").exists(),
        "publishing leaves it alone"
    );
}

#[test]
fn nobody_is_asked_unless_told_to() {
    let server = Server::with(&[]);
    let site = linking(&[server.url("/a")]).on_disk();
    site.check().success();
    site.build().success();
    assert_eq!(server.requests(), []);
}
