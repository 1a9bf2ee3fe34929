//! Where a problem is reported: at the link, as it is written.

use super::server::Server;
use super::{ask, brisk};
use crate::site::Files;

/// The places of the problems of a site: the file, and what stands there.
fn places(site: &Files) -> Vec<(String, String)> {
    let problems = ask(site, &brisk());
    let places = problems.iter().map(|problem| {
        let span = problem.span.as_ref().unwrap();
        let path = span.path.as_str();
        (
            path.to_owned(),
            site.text(path)[span.range.clone()].to_owned(),
        )
    });
    places.collect()
}

fn place(path: &str, text: &str) -> (String, String) {
    (path.to_owned(), text.to_owned())
}

#[test]
fn every_place_in_prose_is_named_and_none_that_only_begins_so() {
    let server = Server::with(&[("/a/b", &[super::server::Reply::Status(200, Vec::new())])]);
    let (bad, good) = (server.url("/a"), server.url("/a/b"));
    let home = "content/pages/home.md";
    let site = Files::good().and(
        home,
        &format!("\n\n[جيد]({good}) و[سيئ]({bad}) و<{bad}>، ثم [آخر][1]\n\n[1]: {bad}#part\n"),
    );
    let part = format!("{bad}#part");
    assert_eq!(
        places(&site),
        [place(home, &bad), place(home, &bad), place(home, &part)]
    );
}

#[test]
fn arabic_addresses_are_found_as_they_are_written() {
    let server = Server::with(&[]);
    let bad = server.url("/مدن/فاس?س=1&ب=2");
    let home = "content/pages/home.md";
    let site = Files::good().and(home, &format!("\n\n[فاس]({bad})\n"));
    assert_eq!(places(&site), [place(home, &bad)]);
    let asked = "/%D9%85%D8%AF%D9%86/%D9%81%D8%A7%D8%B3?%D8%B3=1&%D8%A8=2";
    assert_eq!(server.requests()[0].path, asked);
}

#[test]
fn a_link_of_a_template_is_reported_there_and_once() {
    let server = Server::with(&[]);
    let bad = server.url("/a?b&c");
    let template = "templates/page.html";
    let link = format!("<a href=\"{}\">خارج</a></body>", bad.replace('&', "&amp;"));
    let site = Files::good().replace(template, "</body>", &link);
    let problems = ask(&site, &brisk());
    let [problem] = &problems[..] else {
        panic!("{problems:#?}");
    };
    assert_eq!(problem.span.as_ref().unwrap().path.as_str(), template);
    assert!(
        problem.notes[0]
            .to_string()
            .starts_with("on the page of content/"),
        "{:?}",
        problem.notes
    );
    assert!(
        problem.notes[1].to_string().ends_with("times more"),
        "{:?}",
        problem.notes
    );
}

#[test]
fn a_link_of_a_menu_is_reported_in_site_toml() {
    let server = Server::with(&[]);
    let bad = server.url("/a");
    let menu = format!("\n[[menus.main]]\nlabel = \"خارج\"\nurl = \"{bad}\"\n");
    let site = Files::good().and("site.toml", &menu);
    assert_eq!(places(&site)[0], place("site.toml", &bad));
}
