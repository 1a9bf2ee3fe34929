//! What happens between warraq and an object store: requests, headers, refusals, outages.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use super::{STATE, Scene, is_kind};
use crate::servers::store::SECRET_KEY;
use crate::servers::{Proxy, Store, Verdict};
use crate::site::{Files, complained, said};

/// A site behind a proxy that does as `verdict` says.
fn scene(verdict: impl Fn(&crate::servers::Request) -> Verdict + Send + Sync + 'static) -> Scene {
    let store = Store::start(&["live"]);
    let proxy = Proxy::to(store.port(), verdict);
    Scene::with_proxy(Files::good(), store, proxy)
}

fn is_upload(request: &crate::servers::Request) -> bool {
    request.method == "PUT" && !request.path.contains(STATE)
}

fn built(scene: &Scene) -> Files {
    Files::below_site(&scene.site).built()
}

#[test]
fn assets_come_before_pages_and_the_sitemap_last() {
    let scene = scene(|_| Verdict::Pass);
    scene.deploy(&[]).success();
    let sent = scene.sent();
    let at = |kind: &str| sent.iter().position(|key| is_kind(key, kind)).unwrap();
    let first_page = sent.iter().position(|key| is_kind(key, "html")).unwrap();
    let last_page = sent.iter().rposition(|key| is_kind(key, "html")).unwrap();
    assert!(
        at("css") < first_page && at("woff2") < first_page,
        "{sent:?}"
    );
    assert!(last_page < at("xml"), "{sent:?}");
}

#[test]
fn an_edit_sends_the_page_and_what_shows_it() {
    let scene = scene(|_| Verdict::Pass);
    scene.deploy(&[]).success();
    let before = scene.sent().len();
    scene.edit("content/books/bukhala.md", "أول ما يذكره", "أول ما ذكره");
    scene.deploy(&[]).success();
    assert_eq!(scene.sent()[before..], ["books/bukhala/index.html"]);
    let before = scene.sent().len();
    scene.edit("content/books/bukhala.md", "title = \"", "title = \"كتاب ");
    scene.deploy(&[]).success();
    let sent = scene.sent().split_off(before);
    assert!(
        sent.contains(&"books/bukhala/index.html".to_owned()),
        "{sent:?}"
    );
    assert!(
        sent.contains(&"authors/jahiz/index.html".to_owned()),
        "{sent:?}"
    );
    assert!(
        !sent.iter().any(|key| key.starts_with("assets/")),
        "{sent:?}"
    );
}

#[test]
fn what_is_unchanged_costs_a_handful_of_requests() {
    let scene = scene(|_| Verdict::Pass);
    scene.deploy(&[]).success();
    let before = scene.requests().len();
    scene.deploy(&[]).success();
    let requests = scene.requests().split_off(before);
    assert!(requests.len() <= 8, "{requests:#?}");
}

#[test]
fn headers_are_kept_with_each_object() {
    let scene = scene(|_| Verdict::Pass);
    scene.deploy(&[]).success();
    let store = scene.store.as_ref().unwrap();
    let arrived = scene.arrived();
    let css = arrived.paths().find(|path| is_kind(path, "css")).unwrap();
    let page = store.headers("live", "books/bukhala/index.html");
    assert_eq!(page["content-type"], "text/html; charset=utf-8");
    assert_eq!(page["content-language"], "ar-MA");
    assert!(page["cache-control"].contains("max-age=0"), "{page:?}");
    let style = store.headers("live", css);
    assert_eq!(style["content-type"], "text/css; charset=utf-8");
    assert!(style["cache-control"].contains("immutable"), "{style:?}");
}

#[test]
fn another_header_sends_a_file_again() {
    let scene = scene(|_| Verdict::Pass);
    scene.deploy(&[]).success();
    let more = "\n[[headers]]\nfor = \"/robots.txt\"\nvalues = { Cache-Control = \"public, max-age=60\" }\n";
    let text = std::fs::read_to_string(scene.site.path("site.toml")).unwrap();
    scene.site.write("site.toml", text + more);
    let run = scene.deploy(&["--dry-run"]).success();
    assert!(said(&run).contains("upload  headers"), "{}", said(&run));
    scene.deploy(&[]).success();
    let store = scene.store.as_ref().unwrap();
    assert_eq!(
        store.headers("live", "robots.txt")["cache-control"],
        "public, max-age=60"
    );
}

#[test]
fn a_refused_upload_deletes_nothing_and_names_the_file() {
    let refuses = Arc::new(AtomicBool::new(false));
    let told = refuses.clone();
    let scene = scene(move |request| {
        let is_refused = told.load(Ordering::SeqCst) && request.path.contains("source/index.html");
        if is_upload(request) && is_refused {
            Verdict::Answer(403)
        } else {
            Verdict::Pass
        }
    });
    scene.edit(
        "site.toml",
        "[deploy.live]",
        "[deploy.live]\ngrace_days = 0",
    );
    scene.deploy(&[]).success();
    let before = scene.arrived();
    // The style sheet is another, so every page changes, and the old one would go.
    scene.edit("templates/assets/site.css", "body {", "body { color: red;");
    refuses.store(true, Ordering::SeqCst);
    let run = scene.deploy(&[]).code(1);
    let words = complained(&run);
    assert!(
        words.contains("E902") && words.contains("`source/index.html`"),
        "{words}"
    );
    let arrived = scene.arrived();
    assert!(
        before
            .paths()
            .all(|path| arrived.paths().any(|there| there == path))
    );
    assert!(
        !scene
            .requests()
            .iter()
            .any(|line| line.starts_with("DELETE") && !line.contains(STATE))
    );
    refuses.store(false, Ordering::SeqCst);
    scene.deploy(&[]).success();
    assert_eq!(scene.arrived(), built(&scene));
}

#[test]
fn a_store_that_is_busy_is_asked_again() {
    let uploads = AtomicUsize::new(0);
    let scene = scene(move |request| match is_upload(request) {
        true if uploads.fetch_add(1, Ordering::SeqCst).is_multiple_of(3) => Verdict::Answer(503),
        true if uploads.load(Ordering::SeqCst).is_multiple_of(4) => Verdict::CutAfter,
        _ => Verdict::Pass,
    });
    scene.deploy(&[]).success();
    assert_eq!(scene.arrived(), built(&scene));
}

#[test]
fn a_deploy_whose_store_dies_goes_on_where_it_ended() {
    let dying = Arc::new(AtomicUsize::new(usize::MAX));
    let limit = dying.clone();
    let uploads = AtomicUsize::new(0);
    let scene = scene(move |request| {
        let is_over = || uploads.fetch_add(1, Ordering::SeqCst) >= limit.load(Ordering::SeqCst);
        if is_upload(request) && is_over() {
            // From here on nothing is answered at all.
            limit.store(0, Ordering::SeqCst);
        }
        match limit.load(Ordering::SeqCst) {
            0 => Verdict::Cut,
            _ => Verdict::Pass,
        }
    });
    let files = built(&scene).paths().count();
    dying.store(5, Ordering::SeqCst);
    let run = scene.deploy(&[]).code(1);
    assert!(complained(&run).contains("E903"), "{}", complained(&run));
    let store = scene.store.as_ref().unwrap();
    store.kill();
    store.restart();
    let arrived = scene.arrived().paths().count();
    assert!(arrived > 0 && arrived < files, "{arrived} of {files}");
    dying.store(usize::MAX, Ordering::SeqCst);
    let before = scene.sent().len();
    scene.deploy(&[]).success();
    assert_eq!(
        scene.sent().len() - before,
        files - arrived,
        "only what is missing is sent"
    );
    assert_eq!(scene.arrived(), built(&scene));
    assert!(
        !scene
            .everything()
            .paths()
            .any(|path| path.contains("journal"))
    );
}

/// The site, and so many pages more.
fn with_pages(more: usize) -> Files {
    (0..more).fold(Files::good(), |files, number| {
        let page = format!("+++\ntitle = \"صفحة\"\n+++\n\nنص الصفحة {number}.\n");
        files.with(&format!("content/pages/page-{number}.md"), page)
    })
}

#[test]
fn what_arrives_otherwise_than_it_was_sent_is_noticed() {
    // A few files are asked about one by one, many by a list.
    for more in [0, 80] {
        let store = Store::start(&["live"]);
        let robots = store.bucket("live").join("robots.txt");
        let proxy = Proxy::to(store.port(), move |request| {
            let is_list = request.method == "GET" && request.path.contains("list-type");
            let is_look = request.method == "HEAD" && request.path.contains("robots.txt");
            // Somebody else writes there, just before it is verified.
            if (is_list || is_look) && robots.exists() {
                std::fs::write(&robots, "somebody else's").unwrap();
            }
            Verdict::Pass
        });
        let scene = Scene::with_proxy(with_pages(more), store, proxy);
        let run = scene.deploy(&[]).code(1);
        let words = complained(&run);
        assert!(
            words.contains("E907") && words.contains("`robots.txt`"),
            "{words}"
        );
        let everything = scene.everything();
        assert!(!everything.paths().any(|path| path.contains("manifest")));
        let lists = scene
            .requests()
            .iter()
            .filter(|line| *line == "GET /live/")
            .count();
        assert_eq!(lists, if more > 0 { 2 } else { 1 });
    }
}

#[test]
fn secrets_are_never_printed() {
    let scene = scene(|request| {
        if is_upload(request) {
            Verdict::Answer(403)
        } else {
            Verdict::Pass
        }
    });
    for format in ["human", "json"] {
        let run = scene.deploy(&["--message-format", format]).code(1);
        for words in [complained(&run), said(&run)] {
            assert!(
                !words.contains(SECRET_KEY) && !words.contains("X-Amz-Signature"),
                "{words}"
            );
        }
    }
    let store = scene.store.as_ref().unwrap();
    store.kill();
    let run = scene.deploy(&[]).code(1);
    let words = complained(&run);
    assert!(
        !words.contains(SECRET_KEY) && !words.contains("X-Amz"),
        "{words}"
    );
}

#[test]
fn keys_that_are_missing_or_wrong_are_named() {
    let scene = scene(|_| Verdict::Pass);
    let deploy = |key: Option<&str>| {
        let mut command = crate::site::warraq();
        command
            .current_dir(scene.site.path(""))
            .args(["deploy", "--retry-for", "0"]);
        command
            .env("HOME", scene.site.path(""))
            .env_remove("AWS_PROFILE");
        command
            .env_remove("AWS_ACCESS_KEY_ID")
            .env_remove("AWS_SECRET_ACCESS_KEY");
        if let Some(key) = key {
            command
                .env("AWS_ACCESS_KEY_ID", key)
                .env("AWS_SECRET_ACCESS_KEY", "wrong");
        }
        command.assert().code(1)
    };
    let run = deploy(None);
    assert!(complained(&run).contains("E901"), "{}", complained(&run));
    let run = deploy(Some(crate::servers::store::ACCESS_KEY));
    assert!(complained(&run).contains("E902"), "{}", complained(&run));
    // The usual file is read as well.
    let keys = format!(
        "[default]\naws_access_key_id = {}\naws_secret_access_key = {SECRET_KEY}\n",
        crate::servers::store::ACCESS_KEY
    );
    scene.site.write(".aws/credentials", keys);
    let mut command = crate::site::warraq();
    command
        .current_dir(scene.site.path(""))
        .arg("deploy")
        .env("HOME", scene.site.path(""));
    command
        .env_remove("AWS_ACCESS_KEY_ID")
        .env_remove("AWS_SECRET_ACCESS_KEY")
        .env_remove("AWS_PROFILE");
    command.assert().success();
}
