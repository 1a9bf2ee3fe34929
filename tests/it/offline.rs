//! What a site gives to those who keep it: a worker at its root that knows what is kept from the start, and a script that starts it.

use serde_json::Value as Json;
use warraq::digest::Digest;
use warraq::pages::Role;
use warraq::path::OutputPath;
use warraq::pipeline::Options;

use crate::site::Files;

/// The good site, kept; `settings` are those of `[offline]`.
fn kept(settings: &str) -> Files {
    let script = "{% if site.offline %}<script src=\"{{ site.offline.script }}\" defer></script>{% endif %}</head>";
    Files::good()
        .replace("templates/page.html", "</head>", script)
        .and("site.toml", &format!("\n[offline]\n{settings}"))
}

/// What the worker of a site was told.
fn settings(site: &Files) -> Json {
    let script = site.text("service-worker.js");
    let line = script
        .lines()
        .find(|line| line.starts_with("const { version"))
        .unwrap();
    serde_json::from_str(line.split(" = ").nth(1).unwrap().trim_end_matches(';')).unwrap()
}

#[test]
fn the_worker_knows_what_is_kept_from_the_start() {
    let built = |of: &str| settings(&kept(of).built());
    let plain = built("");
    assert_eq!(plain["kept"], serde_json::json!(["./", "./404.html"]));
    assert_eq!(
        (&plain["fallback"], &plain["limit"]),
        (&"./404.html".into(), &60.into())
    );

    let told = built(
        "page = \"books/kalila\"\nkeep = [\"/source\", \"authors/jahiz\", \"/source/#p1\"]\nlimit = 5",
    );
    let expected = ["./source/", "./authors/jahiz/", "./books/kalila/"];
    assert_eq!(told["kept"], serde_json::json!(expected));
    assert_eq!(
        (&told["fallback"], &told["limit"]),
        (&"./books/kalila/".into(), &5.into())
    );

    let bare = kept("keep = []").without("content/pages/not-found.md");
    let bare = settings(&bare.built());
    assert_eq!(
        (&bare["kept"], &bare["fallback"]),
        (&serde_json::json!([]), &Json::Null)
    );
}

#[test]
fn its_version_changes_with_what_is_kept_from_the_start_and_with_nothing_else() {
    let version = |site: &Files| settings(&site.built())["version"].clone();
    let first = kept("");
    let other = first.clone().and("content/books/aghani.md", "كلام آخر.\n");
    let home = first.clone().and("content/pages/home.md", "كلام آخر.\n");
    let more = kept("keep = [\"/\", \"/source/\"]");
    assert_eq!(version(&first), version(&other));
    assert_ne!(version(&first), version(&home));
    assert_ne!(version(&first), version(&more));
}

#[test]
fn pages_load_the_script_and_hosts_know_what_it_is() {
    let build = kept("").run();
    let plan = build.plan.clone().unwrap();
    let site = Files::from(build);
    let script = site
        .paths()
        .find(|path| path.starts_with("assets/offline."))
        .unwrap();
    let fingerprint = format!("{:.8}", Digest::of(site.bytes(script)));
    assert_eq!(script, format!("assets/offline.{fingerprint}.js"));
    let role = |path: &str| plan.role(&OutputPath::new(path).unwrap());
    assert_eq!(role(script), Role::Fingerprinted);
    assert_eq!(role("service-worker.js"), Role::Listing);
    let html = site.text("books/kalila/index.html");
    assert!(
        html.contains(&format!("<script src=\"../../{script}\" defer></script>")),
        "{html}"
    );

    let without = Files::good().built();
    assert!(
        !without
            .paths()
            .any(|path| path.contains("offline") || path.contains("worker"))
    );
    let off = kept("").replace("site.toml", "\n[offline]\n", "");
    assert!(!off.built().text("index.html").contains("<script"));
}

#[test]
fn the_page_that_stands_in_for_others_has_links_that_hold_anywhere() {
    let site = kept("page = \"books/kalila\"").built_with(&Options {
        base_url: Some("https://shelf.example/below/".to_owned()),
        ..Options::default()
    });
    let html = site.text("books/kalila/index.html");
    assert!(
        html.contains("href=\"/below/authors/ibn-al-muqaffa/\""),
        "{html}"
    );
    assert!(!html.contains("=\"../"), "{html}");
    assert!(
        site.text("books/aghani/index.html")
            .contains("href=\"../../")
    );
}

#[test]
fn the_scripts_are_short() {
    // Both are loaded by everybody.
    let site = kept("").built();
    let script = site
        .paths()
        .find(|path| path.starts_with("assets/offline."))
        .unwrap();
    assert!(site.bytes(script).len() < 1000);
    assert!(site.bytes("service-worker.js").len() < 6000);
}
