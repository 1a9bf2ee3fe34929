//! JSON Feed 1.1 (<https://www.jsonfeed.org/version/1.1/>).

use serde_json::{Value as Json, json};

use super::issue::{FeedItem, Issue, noon};

pub(super) fn write(issue: &Issue<'_>) -> String {
    let posts = issue.posts.iter();
    let feed = json!({
        "version": "https://jsonfeed.org/version/1.1",
        "title": issue.title,
        "description": issue.description,
        "home_page_url": issue.home,
        "feed_url": issue.itself,
        "language": issue.language,
        "authors": authors(std::slice::from_ref(&issue.author)),
        "items": posts.map(item).collect::<Vec<_>>(),
    });
    format!("{feed:#}\n")
}

fn item(post: &FeedItem) -> Json {
    let mut item = json!({
        "id": post.url,
        "url": post.url,
        "title": post.title,
        "content_html": post.html,
        "date_published": noon(post.published),
    });
    if post.updated != post.published {
        item["date_modified"] = json!(noon(post.updated));
    }
    if let Some(summary) = &post.summary {
        item["summary"] = json!(summary);
    }
    if !post.authors.is_empty() {
        item["authors"] = authors(&post.authors);
    }
    item
}

fn authors(names: &[String]) -> Json {
    names.iter().map(|name| json!({ "name": name })).collect()
}
