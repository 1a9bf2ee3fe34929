//! Real servers for the tests: each on a free port of this machine, with a folder of its own, and ended when the test ends.
//! `tests/run` installs the programs; one that is missing or does not come up fails the test that needs it.

mod daemon;
mod port;
mod proxy;
pub(crate) mod store;

pub(crate) use proxy::{Proxy, Request, Verdict};
pub(crate) use store::Store;

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
