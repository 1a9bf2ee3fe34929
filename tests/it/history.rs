//! The days on which files were last changed, as git knows them.

use std::path::Path;
use std::process::Command;

use warraq::edit::{self, Choice, EntryName};
use warraq::path::SourcePath;
use warraq::source::load::Loader;

use crate::site::{Files, Site, complained};

/// The good site, whose pages show when they were last changed, and which asks git for it.
fn dated() -> Files {
    let shown = "<main><time>{{ page.updated or \"-\" }}</time>";
    Files::good()
        .and("site.toml", "\n[content]\nupdated = \"git\"\n")
        .replace("templates/page.html", "<main>", shown)
        .replace(
            "content/books/hayawan.md",
            "title =",
            "updated = 2020-02-02\ntitle =",
        )
}

fn git(folder: &Path, day: &str, arguments: &[&str]) {
    let mut command = Command::new("git");
    command.current_dir(folder).args(arguments);
    for variable in ["GIT_AUTHOR_DATE", "GIT_COMMITTER_DATE"] {
        command.env(variable, format!("{day}T23:30:00+01:00"));
    }
    for who in ["AUTHOR", "COMMITTER"] {
        command.env(format!("GIT_{who}_NAME"), "وراق");
        command.env(format!("GIT_{who}_EMAIL"), "w@example.org");
    }
    let ran = command.env_remove("GIT_DIR").output().unwrap();
    assert!(
        ran.status.success(),
        "{}",
        String::from_utf8_lossy(&ran.stderr)
    );
}

fn commit(folder: &Path, day: &str) {
    git(folder, day, &["add", "."]);
    git(folder, day, &["commit", "-qm", "تعديل"]);
}

/// The site with a history: written on one day, one book corrected on another.
fn committed() -> Site {
    let site = dated().on_disk();
    let folder = site.path("");
    git(&folder, "2025-01-05", &["init", "-q", "."]);
    commit(&folder, "2025-01-05");
    let text = dated().text("content/books/kalila.md").to_owned();
    site.write("content/books/kalila.md", text + "\nطبعة أخرى.\n");
    commit(&folder, "2025-06-07");
    site
}

fn day(files: &Files, page: &str) -> String {
    let (_, rest) = files.text(page).split_once("<time>").unwrap();
    rest.split_once("</time>").unwrap().0.to_owned()
}

#[test]
fn pages_and_the_sitemap_have_the_day_of_the_last_commit_unless_the_entry_says_another() {
    let site = committed();
    site.write("content/pages/new.md", "+++\ntitle = \"صفحة جديدة\"\n+++\n");
    assert_eq!(complained(&site.build().success()), "");
    let built = site.published();
    for (page, expected) in [
        ("books/kalila/index.html", "2025-06-07"),
        ("books/bukhala/index.html", "2025-01-05"),
        ("books/hayawan/index.html", "2020-02-02"),
        ("new/index.html", "-"),
    ] {
        assert_eq!(day(&built, page), expected, "{page}");
    }
    let sitemap = built.text("sitemap.xml");
    assert!(
        sitemap.contains("/books/kalila/</loc><lastmod>2025-06-07</lastmod>"),
        "{sitemap}"
    );
    assert!(sitemap.contains("/new/</loc></url>"), "{sitemap}");
    // Another commit makes another site of the same files.
    commit(&site.path(""), "2025-08-09");
    site.build().success();
    assert_eq!(day(&site.published(), "new/index.html"), "2025-08-09");
}

#[test]
fn git_is_asked_once_by_whoever_reads_the_site_again_and_again() {
    let site = committed();
    let mut loader = Loader::new(&site.path(""));
    let first = loader.load().unwrap();
    site.write("content/pages/new.md", "+++\ntitle = \"صفحة جديدة\"\n+++\n");
    commit(&site.path(""), "2025-08-09");
    let second = loader.load().unwrap();
    assert!(std::sync::Arc::ptr_eq(
        first.history().unwrap(),
        second.history().unwrap()
    ));
    let config = dated().text("site.toml").replace("updated = \"git\"", "");
    site.write("site.toml", config);
    assert_eq!(loader.load().unwrap().history(), None);
}

#[test]
fn settings_of_a_repository_neither_hide_days_nor_have_a_program_run() {
    let site = committed();
    let folder = site.path("");
    for (key, value) in [
        ("log.showRoot", "false"),
        ("log.showSignature", "true"),
        ("extensions.partialClone", "origin"),
        ("remote.origin.promisor", "true"),
        ("remote.origin.url", "/nowhere"),
        ("remote.origin.uploadpack", "touch ran;"),
    ] {
        git(&folder, "2025-06-07", &["config", key, value]);
    }
    let known = |path: &str| {
        let snapshot = Loader::new(&folder).load().unwrap();
        let day = snapshot.history().unwrap().day(&SourcePath::new(path));
        (day.map(|day| day.to_string()), snapshot.problems().len())
    };
    let first = "content/books/bukhala.md";
    assert_eq!(known(first), (Some("2025-01-05".to_owned()), 0));
    // As in a clone that has not all of the old commits.
    let mut tree = Command::new("git");
    tree.current_dir(&folder)
        .args(["rev-parse", "HEAD~1:content"]);
    let name = String::from_utf8(tree.output().unwrap().stdout).unwrap();
    let (start, rest) = name.trim().split_at(2);
    std::fs::remove_file(site.path(&format!(".git/objects/{start}/{rest}"))).unwrap();
    assert_eq!(known(first), (None, 1));
    assert!(!site.path("ran").exists());
}

#[test]
fn a_change_of_entries_is_judged_by_the_days_that_are_known() {
    let site = committed();
    site.write("content/pages/new.md", "+++\ntitle = \"صفحة جديدة\"\n+++\n");
    let snapshot = Loader::new(&site.path("")).load().unwrap();
    let name = |name: &str| name.parse::<EntryName>().unwrap();
    let renamed = Choice::Rename(name("books/aghani"), "كتاب الأغاني".to_owned());
    for change in [
        edit::moved(&snapshot, &name("books/aghani"), &name("books/songs")),
        edit::removed(&snapshot, &name("pages/new")),
        edit::reviewed(&snapshot, &renamed),
    ] {
        let after = change.map_err(|refused| refused.problems).unwrap().after;
        assert!(after.history().is_some());
        assert_eq!(after.history(), snapshot.history());
    }
}

#[test]
fn where_git_does_not_know_it_is_said_and_the_site_is_published() {
    let without = dated().on_disk();
    let run = without.build().success();
    assert!(
        complained(&run).contains("warning[W114]: git does not know"),
        "{}",
        complained(&run)
    );
    assert_eq!(day(&without.published(), "index.html"), "-");

    let whole = committed();
    let shallow = Files::default().on_disk();
    let from = format!("file://{}", whole.path("").display());
    git(
        &shallow.path(""),
        "2025-06-07",
        &["clone", "-q", "--depth", "1", &from, "."],
    );
    let run = shallow.build().success();
    assert!(
        complained(&run).contains("warning[W114]: git has the newest"),
        "{}",
        complained(&run)
    );
    assert_eq!(day(&shallow.published(), "books/bukhala/index.html"), "-");

    let silent = dated().replace("site.toml", "updated = \"git\"", "");
    assert_eq!(complained(&silent.on_disk().build().success()), "");
    let other = dated().replace("site.toml", "updated = \"git\"", "updated = \"hg\"");
    let codes: Vec<_> = other.run().diagnostics.iter().map(|one| one.code).collect();
    assert_eq!(codes, ["E105"]);
}
