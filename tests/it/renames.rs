//! `warraq mv` and `warraq rm`: an entry changes its name or goes, and the site stays whole, or nothing happens.

use std::fs;

use warraq::content::fix::{Changes, apply};
use warraq::edit::{self, EntryName};
use warraq::pipeline;
use warraq::source::{Snapshot, Source};

use crate::site::{Files, complained, said, source};
use crate::translated_renames::translated;

pub(crate) fn name(id: &str) -> EntryName {
    id.parse().unwrap()
}

pub(crate) fn files(snapshot: &Snapshot) -> Files {
    let each = snapshot.iter();
    each.fold(Files::default(), |files, source: &Source| {
        files.with(source.path().as_str(), source.bytes())
    })
}

/// The good site, with an entry named in every way that there is.
fn named_everywhere() -> Files {
    Files::good()
        .with(
            "content/pages/all.md",
            "+++\ntitle = \"كلها\"\nmentions = [{ book = 'bukhala', cite = { p = 1, quote = [\"كتاب البخلاء\"], source = \"article\" } }]\n+++\n\n\
             [البخلاء](ref:books/bukhala)، و[هو](ref:books/bukhala \"كتاب\")، و[هو][b]، و[هو](ref:books/%62ukhala#x).\n\n\
             `ref:books/bukhala` كلام، و[غيره](ref:books/kalila).\n\n[b]: ref:books/bukhala\n",
        )
        .with("templates/book.html", {
            let template = Files::good();
            let template = template.text("templates/book.html");
            template.replace("{% block main %}", "{% block main %}<h6 id=\"x\"></h6><a href=\"ref:books/bukhala\">البخلاء</a>")
        })
        .and(
            "site.toml",
            "\n[[menus.more]]\nlabel = \"كتاب\"\nref = \"books/bukhala\"\n[redirects]\n\"/old/\" = \"books/bukhala\"\n",
        )
}

#[test]
fn every_entry_can_be_called_otherwise_and_back() {
    for site in [
        Files::good(),
        Files::spread(),
        named_everywhere(),
        translated(),
    ] {
        assert_eq!(site.run().diagnostics, []);
        let snapshot = site.snapshot();
        let linked = pipeline::link(&snapshot).value.unwrap();
        let originals = linked
            .entries
            .iter()
            .filter(|entry| linked.entry(entry.canonical).name == entry.name);
        for entry in originals.filter(|entry| !linked.is_made(entry)) {
            let (old, new) = (name(&entry.name), name(&format!("{}-اخر", entry.name)));
            let change = edit::moved(&snapshot, &old, &new).unwrap();
            let moved = files(&change.after);
            assert_eq!(moved.run().diagnostics, [], "{old}");
            let had_page = entry.page.is_some() && entry.document.url.is_none();
            let is_led_on = change
                .redirects
                .iter()
                .any(|(_, address)| Some(address) == entry.page.as_ref());
            let pattern = linked.collection(entry).address.clone();
            let is_fixed = matches!(pattern, warraq::schema::Address::Pattern(pattern) if !pattern.value.contains("{slug}"));
            assert_eq!(is_led_on, had_page && !is_fixed, "{old}");

            let back = edit::moved(&change.after, &new, &old).unwrap();
            assert_eq!(change.references, back.references, "{old}");
            let without = |files: &Files, path: &str| -> String {
                let lines = files.text(path).lines();
                let lines = lines.filter(|line| !line.starts_with("redirect_from"));
                lines.flat_map(|line| [line, "\n"]).collect()
            };
            let back = files(&back.after);
            assert!(back.paths().eq(site.paths()), "{old}");
            for (path, _) in site.texts(&["md", "toml", "html"]) {
                // How a name was written may change: between other marks, or percent-encoded.
                let plain = |text: String| text.replace('\'', "\"").replace("%62", "b");
                let (was, is) = (without(&site, path), without(&back, path));
                assert_eq!(plain(is), plain(was), "{old}: {path}");
            }
        }
    }
}

#[test]
fn an_entry_of_each_collection_of_the_dossier_can_be_called_otherwise() {
    let site = Files::dossier();
    let snapshot = site.snapshot();
    for old in [
        "topics/cybercrime",
        "countries/mali",
        "source/article",
        "contacts/c-asia",
    ] {
        let change = edit::moved(&snapshot, &name(old), &name(&format!("{old}-x")));
        let change = change.unwrap_or_else(|refused| panic!("{old}: {:#?}", refused.problems));
        assert!(change.references > 0, "{old}");
    }
}

#[test]
fn code_is_no_reference_and_what_names_the_entry_is_changed_in_place() {
    let site = named_everywhere();
    let change = edit::moved(
        &site.snapshot(),
        &name("books/bukhala"),
        &name("books/misers"),
    );
    let moved = files(&change.unwrap().after);
    insta::assert_snapshot!(moved.text("content/pages/all.md"), @r#"
    +++
    title = "كلها"
    mentions = [{ book = "misers", cite = { p = 1, quote = ["كتاب البخلاء"], source = "article" } }]
    +++

    [البخلاء](ref:books/misers)، و[هو](ref:books/misers "كتاب")، و[هو][b]، و[هو](ref:books/misers#x).

    `ref:books/bukhala` كلام، و[غيره](ref:books/kalila).

    [b]: ref:books/misers
    "#);
    assert!(
        moved
            .text("site.toml")
            .ends_with("ref = \"books/misers\"\n[redirects]\n\"/old/\" = \"books/misers\"\n")
    );
}

#[test]
fn a_dry_run_shows_what_is_done_then() {
    let site = named_everywhere().on_disk();
    let before = Files::below_site(&site);
    let run = site
        .run(&["mv", "books/aghani", "books/songs", "--dry-run"])
        .success();
    insta::assert_snapshot!(said(&run).replace(['\u{2068}', '\u{2069}'], ""), @r#"
    content/books/aghani.md becomes content/books/songs.md
    content/books/songs.md:5
      + redirect_from = ["/books/aghani/"]
    /books/aghani/ leads on, by redirect_from in content/books/songs.md
    books/aghani would be books/songs; 0 references would be changed; nothing was written
    "#);
    assert_eq!(Files::below_site(&site), before);

    let run = site.run(&["mv", "books/aghani", "books/songs"]).success();
    assert_eq!(complained(&run), "");
    let after = Files::below_site(&site);
    let of = edit::moved(
        &before.snapshot(),
        &name("books/aghani"),
        &name("books/songs"),
    );
    assert!(files(&of.unwrap().after) == after);
    assert_eq!(complained(&site.check().success()), "");
}

#[test]
fn a_file_that_was_renamed_by_hand_is_followed() {
    let site = named_everywhere().on_disk();
    fs::rename(
        site.path("content/books/bukhala.md"),
        site.path("content/books/misers.md"),
    )
    .unwrap();
    let run = site.check().code(1);
    assert!(
        !complained(&run).contains("warraq mv"),
        "it was never published"
    );
    fs::rename(
        site.path("content/books/misers.md"),
        site.path("content/books/bukhala.md"),
    )
    .unwrap();
    site.build().success();
    fs::rename(
        site.path("content/books/bukhala.md"),
        site.path("content/books/misers.md"),
    )
    .unwrap();
    for command in ["check", "build"] {
        let run = site.run(&[command]).code(1);
        let offers = complained(&run).matches("run `warraq mv books/bukhala books/misers`: ");
        assert_eq!(offers.count(), 1, "{}", complained(&run));
        assert!(complained(&run).contains("7 more references lead there"));
    }
    let run = site.run(&["mv", "books/bukhala", "books/misers"]).success();
    assert!(
        said(&run).contains("/books/bukhala/ leads on"),
        "{}",
        said(&run)
    );
    assert_eq!(complained(&site.check().success()), "");
    let whole = edit::moved(
        &named_everywhere().snapshot(),
        &name("books/bukhala"),
        &name("books/misers"),
    );
    let now = Files::below_site(&site);
    for (path, bytes) in files(&whole.unwrap().after).iter() {
        assert_eq!(now.bytes(path), &**bytes, "{path}");
    }
}

#[test]
fn an_entry_with_a_folder_takes_it_along_and_a_slug_is_changed_where_it_is_written() {
    let text = Files::good().text("content/books/bukhala.md").to_owned();
    let site = Files::good()
        .without("content/books/bukhala.md")
        .with("content/books/bukhala/index.md", text.clone())
        .with("content/books/bukhala/غلاف.bin", vec![7; 70_000])
        .on_disk();
    site.run(&["mv", "books/bukhala", "books/misers"]).success();
    assert!(site.path("content/books/misers/غلاف.bin").exists());
    assert!(site.path("content/books/misers/index.md").exists());
    assert!(!site.path("content/books/bukhala").exists());
    assert_eq!(complained(&site.check().success()), "");

    let slugged = text.replacen("+++\n", "+++\nslug = \"bukhala\" # منه\n", 1);
    let site = Files::good()
        .without("content/books/bukhala.md")
        .with("content/books/1.md", slugged)
        .on_disk();
    site.run(&["mv", "books/bukhala", "books/misers"]).success();
    let text = Files::below_site(&site);
    let text = text.text("content/books/1.md");
    assert!(text.contains("slug = \"misers\" # منه\n"), "{text}");
    assert_eq!(complained(&site.check().success()), "");
}

#[test]
fn nothing_is_changed_where_something_would_break() {
    let broken = named_everywhere().with("content/pages/broken.md", "+++\ntitle =\n+++\n");
    for (files, arguments, code) in [
        (
            named_everywhere(),
            ["books/nothing", "books/x"],
            "error[E201]: there is no entry `books/nothing`",
        ),
        (
            named_everywhere(),
            ["books/bukhala", "books/kalila"],
            "error[E202]: there is an entry `books/kalila` already",
        ),
        (
            named_everywhere(),
            ["books/bukhala", "books/A B"],
            "error[E105]: `A B` is not a slug",
        ),
        (
            named_everywhere(),
            ["books/bukhala", "bokos/x"],
            "error[E102]: there is no collection `bokos`",
        ),
        // A book is no author.
        (
            named_everywhere(),
            ["books/bukhala", "authors/bukhala"],
            "error[E1",
        ),
        (broken, ["books/bukhala", "books/x"], "error[E101]"),
    ] {
        let site = files.on_disk();
        let before = Files::below_site(&site);
        let run = site.run(&["mv", arguments[0], arguments[1]]).code(1);
        assert!(complained(&run).starts_with(code), "{}", complained(&run));
        assert!(Files::below_site(&site) == before, "{arguments:?}");
    }
}

#[test]
fn an_entry_goes_that_nothing_refers_to() {
    let site = named_everywhere().on_disk();
    let before = Files::below_site(&site);
    let run = site.run(&["rm", "books/bukhala"]).code(1);
    let places = complained(&run)
        .matches("`books/bukhala` is referred to here")
        .count();
    // Each reference in a field, in prose, and in site.toml; that of the template hides behind them.
    assert_eq!(places, 8, "{}", complained(&run));
    assert!(Files::below_site(&site) == before);

    let site = Files::good()
        .with("content/pages/note.md", "+++\ntitle = \"ورقة\"\n+++\n")
        .on_disk();
    let before = Files::below_site(&site);
    let run = site.run(&["rm", "pages/note", "--dry-run"]).success();
    assert_eq!(
        said(&run),
        "content/pages/note.md would be deleted\npages/note would be deleted; nothing was written\n"
    );
    assert!(Files::below_site(&site) == before);
    site.run(&["rm", "pages/note"]).success();
    assert!(Files::below_site(&site) == Files::good());
}

#[test]
fn what_was_done_is_taken_back_when_something_fails() {
    let edited = |files: &Files, path: &str| {
        (
            source(path, files.bytes(path)),
            source(path, b"+++\ntitle = \"x\"\n+++\n"),
        )
    };
    let files = Files::good();
    let site = files.on_disk();
    let root = site.path("");
    let path = |path: &str| warraq::path::SourcePath::new(path);
    let moves = |to: &str| vec![(path("content/books/kalila.md"), path(to))];
    let attempts: [(&str, Changes); 4] = [
        (
            "a file is in the way",
            Changes {
                edited: vec![edited(&files, "content/pages/home.md")],
                moved: moves("content/books/aghani.md"),
                removed: Vec::new(),
            },
        ),
        (
            "a file is where a folder has to be",
            Changes {
                edited: vec![edited(&files, "content/pages/home.md")],
                moved: [
                    moves("content/deep/er/kalila.md"),
                    vec![(path("content/books/aghani.md"), path("site.toml/x.md"))],
                ]
                .concat(),
                removed: Vec::new(),
            },
        ),
        (
            "a file says something else by now",
            Changes {
                edited: vec![
                    edited(&files, "content/pages/home.md"),
                    (
                        source("content/books/aghani.md", b"other"),
                        source("content/books/aghani.md", b"new"),
                    ),
                ],
                moved: moves("content/books/x.md"),
                removed: Vec::new(),
            },
        ),
        (
            "a file to remove is gone",
            Changes {
                edited: vec![edited(&files, "content/pages/home.md")],
                moved: moves("content/books/x.md"),
                removed: vec![source("content/books/nowhere.md", b"")],
            },
        ),
    ];
    for (why, changes) in attempts {
        assert!(apply(&root, &changes).is_err(), "{why}");
        assert!(Files::below_site(&site) == files, "{why}");
        assert!(!root.join("content/deep").exists(), "{why}");
    }
}
