//! Fixes that a page of the preview asks for: written into the very bytes they were made for, and for nobody else.

use serde_json::{Value as Json, json};

use super::BOOK;
use super::preview::{Preview, Reply};
use super::tab::Tab;
use crate::site::Files;

/// A preview of a site with two commas that should be Arabic, and what a tab of it is told.
fn with_two_mistakes() -> (Preview, Json) {
    let files = Files::good();
    let book = format!("{}\nكتاب,ورق,حبر.\n", files.text(BOOK));
    let preview = Preview::of(&files.with(BOOK, book));
    let (event, _) = Tab::open(&preview, "/").problems();
    (preview, event)
}

fn item(event: &Json, number: usize) -> &str {
    event["problems"]["items"][number]["fix"].as_str().unwrap()
}

fn ask(preview: &Preview, headers: &str, body: &str) -> Reply {
    let size = body.len();
    preview.send(&format!(
        "POST /.warraq/fix HTTP/1.1\r\n{headers}Content-Length: {size}\r\nConnection: close\r\n\r\n{body}"
    ))
}

/// What a page of the preview itself asks.
fn ask_well(preview: &Preview, event: &Json, fix: &str) -> Reply {
    let host = &preview.host;
    let token = event["token"].as_str().unwrap();
    let headers = format!("Host: {host}\r\nOrigin: http://{host}\r\nX-Warraq-Token: {token}\r\n");
    ask(preview, &headers, &json!({ "fix": fix }).to_string())
}

fn book(preview: &Preview) -> String {
    std::fs::read_to_string(preview.site.path(BOOK)).unwrap()
}

#[test]
fn one_is_written_when_asked_for_and_shown_at_once() {
    let (preview, event) = with_two_mistakes();
    let reply = ask_well(&preview, &event, item(&event, 0));
    assert_eq!(reply.status, 200, "{}", reply.text());
    assert!(reply.text().contains("أُصلح"), "{}", reply.text());
    let fixed = book(&preview);
    assert!(fixed.ends_with("كتاب،ورق,حبر.\n"), "{fixed}");
    preview.until_shown("/books/kalila/", "كتاب،ورق");
    // The other was made for bytes that are no longer there, and is offered anew.
    assert_eq!(ask_well(&preview, &event, item(&event, 1)).status, 409);
    assert_eq!(book(&preview), fixed);
}

#[test]
fn all_are_written_at_once() {
    let (preview, event) = with_two_mistakes();
    let all = event["problems"]["fixAll"]["id"].as_str().unwrap();
    assert_eq!(ask_well(&preview, &event, all).status, 200);
    assert!(book(&preview).ends_with("كتاب،ورق،حبر.\n"));
}

#[test]
fn what_the_editor_saved_meanwhile_is_never_overwritten() {
    let (preview, event) = with_two_mistakes();
    for number in 0..2 {
        let saved = format!("{}سطر {number}\n", book(&preview));
        preview.site.write(BOOK, &saved);
        let reply = ask_well(&preview, &event, item(&event, number));
        assert_eq!(reply.status, 409, "{}", reply.text());
        assert_eq!(book(&preview), saved);
    }
}

#[test]
fn whoever_is_no_page_of_the_preview_is_refused() {
    let (preview, event) = with_two_mistakes();
    let before = book(&preview);
    let good = &preview.host;
    let token = event["token"].as_str().unwrap();
    let (_, port) = good.rsplit_once(':').unwrap();
    let host = format!("Host: {good}\r\n");
    let origin = format!("Origin: http://{good}\r\n");
    let secret = format!("X-Warraq-Token: {token}\r\n");
    let body = json!({ "fix": item(&event, 0) }).to_string();
    for headers in [
        host.clone(),
        format!("{host}{secret}"),
        format!("{host}{origin}"),
        format!("{host}{origin}X-Warraq-Token: {}\r\n", "0".repeat(32)),
        format!("{host}{origin}{secret}{secret}"),
        format!("{host}Origin: null\r\n{secret}"),
        format!("{host}Origin: http://evil.example\r\n{secret}"),
        format!("{host}Origin: https://{good}\r\n{secret}"),
        format!("{host}Origin: http://localhost:{port}\r\n{secret}"),
        format!("{host}{origin}Origin: http://evil.example\r\n{secret}"),
        format!("Host: evil.example:{port}\r\nOrigin: http://evil.example:{port}\r\n{secret}"),
        format!("{origin}{secret}"),
    ] {
        let reply = ask(&preview, &headers, &body);
        assert_eq!(reply.status, 403, "{headers}");
        assert_eq!(reply.header("access-control-allow-origin"), "");
    }
    for (body, status) in [
        (String::new(), 400),
        ("{}".to_owned(), 400),
        (json!({ "fix": "x".repeat(5000) }).to_string(), 400),
        (json!({ "fix": "../site.toml" }).to_string(), 409),
    ] {
        let reply = ask(&preview, &format!("{host}{origin}{secret}"), &body);
        assert_eq!(reply.status, status, "{body}");
    }
    // A browser that asks whether another origin may, learns that it may not.
    let asked = preview.request(
        "OPTIONS",
        "/.warraq/fix",
        &format!("{host}Origin: http://evil.example\r\n"),
    );
    assert_eq!(
        (asked.status, asked.header("access-control-allow-headers")),
        (405, "")
    );
    assert_eq!(book(&preview), before);
}

#[test]
fn the_token_stands_in_nothing_that_another_page_could_load() {
    let (preview, event) = with_two_mistakes();
    let token = event["token"].as_str().unwrap();
    for target in [
        "/",
        "/books/kalila/",
        "/.warraq/preview.js",
        "/.warraq/panel.js",
        "/nothing/",
    ] {
        assert!(!preview.get(target).text().contains(token), "{target}");
    }
    let (again, _) = Tab::open(&preview, "/").problems();
    assert_eq!(again["token"], token);
    let (_, other) = with_two_mistakes();
    assert_ne!(other["token"], token);
}
