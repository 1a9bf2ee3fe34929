//! The page of the preview on which drafts are reviewed: it shows what `warraq review` shows, and writes for nobody but itself.

use serde_json::{Value as Json, json};

use super::preview::{Preview, Reply};
use super::tab::Tab;
use crate::site::Files;

const DRAFT: &str = "content/books/hayawan.md";

/// A preview of a site with a draft, and what a tab of it is told.
fn with_a_draft() -> (Preview, Json) {
    let files = Files::good()
        .replace("site.toml", "expect = 4\n", "")
        .replace(DRAFT, "title =", "draft = true\ntitle =")
        .replace(
            "content/books/bukhala.md",
            " وله أيضا [الحيوان](ref:books/hayawan).",
            "",
        )
        .replace("content/authors/jahiz.md", "wrote = 2", "wrote = 1");
    let preview = Preview::of(&files);
    let (event, _) = Tab::open(&preview, "/").problems();
    (preview, event)
}

fn ask(preview: &Preview, headers: &str, wish: &Json) -> Reply {
    let body = wish.to_string();
    let size = body.len();
    preview.send(&format!(
        "POST /.warraq/review HTTP/1.1\r\n{headers}Content-Length: {size}\r\nConnection: close\r\n\r\n{body}"
    ))
}

#[test]
fn a_choice_of_the_page_is_an_edit_of_a_file_and_nobody_else_makes_one() {
    let (preview, event) = with_a_draft();
    let host = &preview.host;
    let facts: Json = serde_json::from_str(preview.get("/.warraq/page/").text()).unwrap();
    assert_eq!(facts["review"], "راجع المسودات");
    let page = preview.request("GET", "/.warraq/review", &format!("Host: {host}\r\n"));
    let shown = page.text();
    for words in [
        "<mark>كتاب الحيوان</mark>",
        "data-id=\"books/hayawan\"",
        "<option value=\"books/kalila\">",
        "<mark class=\"quoted\">",
    ] {
        assert!(shown.contains(words), "{words} is not in {shown}");
    }
    let token = event["token"].as_str().unwrap();
    assert!(!shown.contains(token));
    let framed = page.header("content-security-policy");
    assert_eq!(framed, "frame-ancestors 'self'");

    let file = || std::fs::read_to_string(preview.site.path(DRAFT)).unwrap();
    let before = file();
    let accept = json!({ "choice": "accept", "id": "books/hayawan" });
    let (named, origin) = (
        format!("Host: {host}\r\n"),
        format!("Origin: http://{host}\r\n"),
    );
    let secret = format!("X-Warraq-Token: {token}\r\n");
    for headers in [
        named.clone(),
        format!("{named}{origin}"),
        format!("{named}{secret}"),
        format!("{named}Origin: http://evil.example\r\n{secret}"),
        format!("Host: evil.example\r\nOrigin: http://evil.example\r\n{secret}"),
    ] {
        assert_eq!(ask(&preview, &headers, &accept).status, 403, "{headers}");
    }
    let good = format!("{named}{origin}{secret}");
    for (wish, status) in [
        (json!({ "choice": "publish", "id": "books/hayawan" }), 400),
        (json!({ "choice": "accept", "id": "all" }), 409),
        (json!({ "choice": "drop", "id": "../site" }), 409),
        (json!({ "choice": "drop", "id": "books/none" }), 409),
        (json!({ "choice": "drop", "id": "books/kalila" }), 409),
        (
            json!({ "choice": "rename", "id": "books/hayawan", "title": " " }),
            409,
        ),
    ] {
        assert_eq!(ask(&preview, &good, &wish).status, status, "{wish}");
    }
    assert_eq!(file(), before);

    let rename = json!({ "choice": "rename", "id": "books/hayawan", "title": "كتاب الحيوان" });
    assert_eq!(ask(&preview, &good, &rename).status, 200);
    assert_eq!(
        file(),
        before.replace("title = \"الحيوان\"", "title = \"كتاب الحيوان\"")
    );
    // What a change that was killed has left half done is taken back first.
    let moved = "content/books/moved.md";
    std::fs::rename(preview.site.path(DRAFT), preview.site.path(moved)).unwrap();
    let record = json!([["renamed", DRAFT, moved]]);
    preview.site.write(".warraq.changes", record.to_string());
    let drop = json!({ "choice": "drop", "id": "books/hayawan" });
    assert_eq!(ask(&preview, &good, &drop).status, 200);
    for gone in [DRAFT, moved, ".warraq.changes"] {
        assert!(!preview.site.path(gone).exists(), "{gone}");
    }
}
