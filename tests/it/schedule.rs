//! Entries that are published from a day on, or until one: the day is an input, as the files are.

use warraq::arabic::Date;
use warraq::pipeline::{Build, Options, run};

use crate::site::{Files, Site, complained, said, warraq};

/// The good site, a letter that is there in December only, and a page that shows what templates know.
fn letters() -> Files {
    let settings = "\n[collections.letters]\nurl = \"/letters/{slug}/\"\ntemplate = \"letter.html\"\n[collections.letters.fields]\ntitle = \"string\"\n";
    let template = "{% extends \"page.html\" %}{% block main %}<p>{{ page.draft }} {{ page.publish or \"-\" }} {{ page.expires or \"-\" }}</p>{% endblock %}";
    let letter =
        |keys: &str, title: &str| format!("+++\ntitle = \"{title}\"\n{keys}\n+++\n\nنصها.\n");
    Files::good()
        .and("site.toml", settings)
        .with("templates/letter.html", template)
        .with("content/letters/always.md", letter("", "دائمة"))
        .with("content/letters/draft.md", letter("draft = true", "مسودة"))
        .with(
            "content/letters/december.md",
            letter("publish = 2026-12-01\nexpires = 2027-01-01", "ديسمبر"),
        )
}

fn on(day: &str, drafts: bool) -> Options {
    Options {
        drafts,
        today: day.parse::<Date>().ok(),
        ..Options::default()
    }
}

fn has_december(build: &Build) -> bool {
    let output = build.output.as_ref().unwrap();
    output
        .iter()
        .any(|(path, _)| path.as_str() == "letters/december/index.html")
}

#[test]
fn an_entry_is_there_from_its_day_on_until_it_expires() {
    let site = letters();
    for (day, expected) in [
        ("2026-11-30", false),
        ("2026-12-01", true),
        ("2026-12-31", true),
        ("2027-01-01", false),
    ] {
        let build = run(&site.snapshot(), &on(day, false));
        assert_eq!(has_december(&build), expected, "{day}");
        let sitemap = build
            .output
            .as_ref()
            .unwrap()
            .iter()
            .find(|(path, _)| path.as_str() == "sitemap.xml");
        let sitemap = String::from_utf8_lossy(sitemap.unwrap().1.as_slice().unwrap()).into_owned();
        assert_eq!(sitemap.contains("/letters/december/"), expected, "{day}");
        let all = run(&site.snapshot(), &on(day, true));
        assert!(has_december(&all));
        assert_eq!(all.unpublished.len(), if expected { 1 } else { 2 }, "{day}");
        assert_eq!(build.unpublished, all.unpublished);
    }
}

#[test]
fn templates_know_what_would_not_be_published() {
    let site = letters().built_with(&on("2026-11-30", true));
    for (name, said) in [
        ("always", "<p>false - -</p>"),
        ("draft", "<p>true - -</p>"),
        ("december", "<p>true 2026-12-01 2027-01-01</p>"),
    ] {
        let page = site.text(&format!("letters/{name}/index.html"));
        assert!(page.contains(said), "{page}");
    }
    let site = letters().built_with(&on("2026-12-10", false));
    let page = site.text("letters/december/index.html");
    assert!(page.contains("<p>false 2026-12-01"), "{page}");
}

#[test]
fn a_reference_to_what_is_left_out_says_why() {
    let site = letters().and(
        "content/books/bukhala.md",
        "\nانظر [هذه](ref:letters/december).\n",
    );
    for (day, note) in [
        ("2026-11-30", "is published on 2026-12-01"),
        ("2027-01-05", "expired on 2027-01-01"),
    ] {
        let build = run(&site.snapshot(), &on(day, false));
        let [problem] = &build.diagnostics[..] else {
            panic!("{:#?}", build.diagnostics);
        };
        assert_eq!(problem.code, "E201");
        assert!(problem.notes[0].to_string().ends_with(note), "{problem:#?}");
    }
}

#[test]
fn the_day_is_given_on_the_command_line_or_by_the_environment_and_said_where_it_matters() {
    let site = letters().on_disk();
    let december = |site: &Site| site.path("public/letters/december/index.html").exists();
    let run = site.run(&["build", "--today", "2026-11-30"]).success();
    assert!(!december(&site));
    assert!(
        complained(&run).contains(
            "today is 2026-11-30; entries that are not published: 1 scheduled for later, 0 expired"
        ),
        "{}",
        complained(&run)
    );
    // Nothing changed but the day.
    let run = site.run(&["build", "--today", "2026-12-01"]).success();
    assert!(december(&site) && !complained(&run).contains("today is"));
    let mut command = warraq();
    command.args(["--root", site.path("").to_str().unwrap(), "check"]);
    command.env("SOURCE_DATE_EPOCH", "1798761600");
    let run = command.assert().success();
    let list = "entries that are not published (2), as of 2027-01-01:\n  \
        expired on 2027-01-01: content/letters/december.md\n  draft: content/letters/draft.md\n";
    assert!(
        complained(&run).contains(list),
        "{}{}",
        complained(&run),
        said(&run)
    );
    command.env("SOURCE_DATE_EPOCH", "now");
    let run = command.assert().code(1);
    assert!(
        complained(&run).contains("SOURCE_DATE_EPOCH is `now`"),
        "{}",
        complained(&run)
    );
    site.run(&["build", "--today", "30.11.2026"]).code(2);
}

#[test]
fn the_day_of_change_is_told_to_templates_feeds_and_search_engines() {
    let settings = "\n[collections.news]\nurl = \"/news/{slug}/\"\ntemplate = \"letter.html\"\n[collections.news.fields]\ntitle = \"string\"\nday = \"date\"\n\
        [collections.news.feed]\ndate = \"day\"\n\
        [collections.notes]\nurl = \"/notes/{slug}/\"\ntemplate = \"letter.html\"\nsource = \"data/notes.csv\"\nslug = \"name\"\n[collections.notes.fields]\nname = \"string\"\ntitle = \"string\"\n\
        [collections.old]\nurl = \"/old/{slug}/\"\ntemplate = \"letter.html\"\n[collections.old.fields]\ntitle = \"string\"\nlastmod = \"date?\"\n";
    let template = "{% extends \"page.html\" %}{% block main %}<p>{{ page.updated or \"-\" }}</p>{% endblock %}";
    let entry = |keys: &str| format!("+++\ntitle = \"خبر\"\n{keys}\n+++\n\nنصه.\n");
    let site = Files::good()
        .and("site.toml", settings)
        .with("templates/letter.html", template)
        .with(
            "content/news/a.md",
            entry("day = 2026-11-01\nupdated = 2026-11-24"),
        )
        .with("content/news/b.md", entry("day = 2026-11-02"))
        .with("data/notes.csv", "name,title,updated\nc,ملاحظة,2026-10-03\n")
        .with("content/old/d.md", entry("lastmod = 2026-09-04"))
        .with("content/old/e.md", entry("updated = 2026-08-05"));
    let built = site.built();
    let sitemap = built.text("sitemap.xml");
    for (page, day) in [
        ("news/a", Some("2026-11-24")),
        ("news/b", None),
        ("notes/c", Some("2026-10-03")),
        ("old/d", Some("2026-09-04")),
        ("old/e", Some("2026-08-05")),
    ] {
        let html = built.text(&format!("{page}/index.html"));
        let shown = format!("<p>{}</p>", day.unwrap_or("-"));
        assert!(html.contains(&shown), "{page}: {html}");
        let lastmod = day.map(|day| format!("<lastmod>{day}</lastmod>"));
        let listed = format!("/{page}/</loc>{}</url>", lastmod.unwrap_or_default());
        assert!(sitemap.contains(&listed), "{page}: {sitemap}");
    }
    let feed = built.text("news/feed.atom");
    assert!(
        feed.contains("<updated>2026-11-24T12:00:00Z</updated>"),
        "{feed}"
    );
    let wrong = site.with(
        "content/news/a.md",
        entry("day = 2026-11-01\nupdated = \"أمس\""),
    );
    let said = wrong.run().diagnostics;
    assert_eq!(
        said.iter().map(|one| one.code).collect::<Vec<_>>(),
        ["E104"]
    );
}
