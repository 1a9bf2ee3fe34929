//! Which target is meant.

use crate::site::{Files, complained, said};

const TWO: &str = "\n[deploy.test]\nto = \"fs\"\npath = \"test\"\n[deploy.live]\nto = \"fs\"\npath = \"live\"\nbase_url = \"https://live.example/shelf/\"\n";

#[test]
fn the_only_target_need_not_be_named_and_one_of_several_must_be() {
    let site = Files::good().on_disk();
    let run = site.run(&["deploy"]).code(1);
    assert!(
        complained(&run).contains("names no target"),
        "{}",
        complained(&run)
    );
    let site = Files::good()
        .and(
            "site.toml",
            "\n[deploy.test]\nto = \"fs\"\npath = \"test\"\n",
        )
        .on_disk();
    let run = site.run(&["deploy"]).success();
    assert!(said(&run).starts_with("test deployed"), "{}", said(&run));
    let site = Files::good().and("site.toml", TWO).on_disk();
    let run = site.run(&["deploy"]).code(1);
    assert!(
        complained(&run).contains("E900") && complained(&run).contains("live, test"),
        "{}",
        complained(&run)
    );
    let run = site.run(&["deploy", "liv"]).code(1);
    assert!(
        complained(&run).contains("did you mean `live`?"),
        "{}",
        complained(&run)
    );
}

#[test]
fn absolute_addresses_are_those_of_the_target() {
    let site = Files::good().and("site.toml", TWO).on_disk();
    site.run(&["deploy", "live"]).success();
    site.run(&["deploy", "test"]).success();
    let sitemap = |target: &str| {
        std::fs::read_to_string(site.path(&format!("{target}/sitemap.xml"))).unwrap()
    };
    assert!(sitemap("live").contains("<loc>https://live.example/shelf/books/bukhala/</loc>"));
    assert!(sitemap("test").contains("<loc>https://shelf.example/books/bukhala/</loc>"));
    let lost = std::fs::read_to_string(site.path("live/404.html")).unwrap();
    assert!(
        lost.contains("/shelf/") && !lost.contains("href=\"/books"),
        "{lost}"
    );
}

#[test]
fn printed_redirects_refuse_what_warraq_writes_down() {
    for (host, refusal) in [
        ("netlify", "/.warraq/* /404.html 404!\n"),
        ("cloudflare", "/.warraq/* / 302\n"),
        ("plain", "/.warraq/* /404.html 404!\n"),
    ] {
        let target = format!("\n[deploy.live]\nto = \"fs\"\npath = \"live\"\nhost = \"{host}\"\n");
        let site = Files::good().and("site.toml", &target).on_disk();
        let run = site.run(&["deploy", "--print", "redirects"]).success();
        assert!(said(&run).starts_with(refusal), "{}", said(&run));
    }
}

/// As where a folder is mounted on itself: no file can be renamed into it from beside it.
#[test]
#[cfg(target_os = "linux")]
fn a_folder_that_is_a_mount_is_filled_across_it() {
    let (disk, beside) = (
        tempfile::tempdir().unwrap(),
        tempfile::tempdir_in("/dev/shm").unwrap(),
    );
    let live = disk.path().join("live");
    let folder = format!(
        "\n[deploy.live]\nto = \"fs\"\npath = \"{}\"\n",
        live.display()
    );
    let site = Files::good().and("site.toml", &folder).on_disk();
    std::os::unix::fs::symlink(beside.path(), disk.path().join(".live.warraq")).unwrap();
    site.run(&["deploy"]).success();
    let arrived = Files::below(&live);
    assert!(arrived.paths().any(|path| path == "index.html"));
    assert!(beside.path().join("deploy/manifest.json").is_file());

    // A killed deploy left a draft; it is no file of others, and the next deploy removes it.
    std::fs::write(live.join("books/.warraq-draft-1-2"), "half").unwrap();
    site.write("content/pages/new.md", "+++\ntitle = \"جديد\"\n+++\n");
    site.run(&["deploy"]).success();
    let arrived = Files::below(&live);
    assert!(arrived.paths().any(|path| path == "new/index.html"));
    assert!(!arrived.paths().any(|path| path.contains(".warraq")));
    let run = site.run(&["deploy", "--rollback"]).success();
    assert!(said(&run).contains("rolled back"), "{}", said(&run));
}
