//! What runs in the browser, as files under an address that no page of a site can have.

/// The address of the event channel.
pub(super) const EVENTS: &str = "/.warraq/events";
/// The address that fixes are asked of.
pub(super) const FIX: &str = "/.warraq/fix";
/// The address of the page on which drafts are reviewed.
pub(super) const REVIEW: &str = "/.warraq/review";
/// What stands before the code whose page is asked for.
pub(super) const EXPLAIN: &str = "/.warraq/explain/";
/// What stands before the address of a page where its facts are asked for.
pub(super) const FACTS: &str = "/.warraq/page";
/// The address of the script that pages are served with.
pub(super) const SCRIPT: &str = "/.warraq/preview.js";

/// Where the service worker of a site is, below its root.
pub(super) const WORKER: &str = "service-worker.js";
/// What the preview answers there.
pub(super) const LEAVE: &str = include_str!("leave.js");

/// A file of ours: its content type and its text.
pub(super) fn file(address: &str) -> Option<(&'static str, &'static str)> {
    let script = |text| Some(("text/javascript; charset=utf-8", text));
    match address {
        SCRIPT => script(include_str!("preview.js")),
        "/.warraq/review.js" => script(include_str!("review.js")),
        "/.warraq/page.js" => script(include_str!("page.js")),
        "/.warraq/morph.js" => script(include_str!("morph.js")),
        "/.warraq/panel.js" => script(include_str!("panel.js")),
        "/.warraq/place.js" => script(include_str!("place.js")),
        "/.warraq/problems.js" => script(include_str!("problems.js")),
        "/.warraq/facts.js" => script(include_str!("facts.js")),
        "/.warraq/element.js" => script(include_str!("element.js")),
        "/.warraq/panel.css" => Some(("text/css; charset=utf-8", include_str!("panel.css"))),
        "/.warraq/own.css" => Some(("text/css; charset=utf-8", include_str!("own.css"))),
        _ => None,
    }
}
