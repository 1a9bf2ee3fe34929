//! A site that has not changed is not built again, and every other one is.

use std::collections::BTreeSet;
use std::fs;

use warraq::pipeline::{self, Options};
use warraq::publish::{self, Grace};
use warraq::source::load;

use crate::site::{Files, Site, complained, said};

/// Whether a build with these options would find its work done.
fn is_known(site: &Site, options: &Options) -> bool {
    let none = BTreeSet::new();
    let grace = Grace {
        fingerprinted: &none,
        seconds: 7 * 24 * 60 * 60,
        now: 0,
    };
    let snapshot = load::load(&site.path("")).unwrap();
    let recipe = pipeline::recipe(&snapshot, options);
    publish::up_to_date(&site.path("public"), recipe, grace).is_some()
}

/// The site as a first build into another folder makes it.
fn built_anew(site: &Site) -> Files {
    let folder = tempfile::tempdir().unwrap();
    let public = folder.path().join("public");
    site.run(&["build", "-o", public.to_str().unwrap()])
        .success();
    Files::below(&public)
}

#[test]
fn whatever_was_changed_the_next_build_makes_what_a_first_one_makes() {
    let site = Files::good().on_disk();
    // What earlier builds left is gone at once, so that both folders hold the same.
    let build = || site.run(&["build", "--grace-days", "0"]);
    let book = "content/books/aghani.md";
    let read = |path: &str| fs::read_to_string(site.path(path)).unwrap();
    let and = |path: &str, more: &str| site.write(path, read(path) + more);
    let changes: [(&str, &dyn Fn()); 8] = [
        ("a body", &|| and(book, "\nزيادة.\n")),
        ("a template", &|| {
            let template = read("templates/book.html");
            let longer = template.replace("{% endblock", "<p>زيادة</p>{% endblock");
            site.write("templates/book.html", longer);
        }),
        ("site.toml", &|| and("site.toml", "\n# تعليق\n")),
        ("a style sheet", &|| {
            and("templates/assets/site.css", "\nb{color:red}\n");
        }),
        ("a new file", &|| {
            site.write("templates/assets/root/a.txt", "جديد");
        }),
        ("a file gone", &|| {
            site.remove("templates/assets/root/a.txt");
        }),
        ("a published file edited", &|| {
            site.write("public/robots.txt", "MINE");
        }),
        ("a published file gone", &|| {
            site.remove("public/index.html");
        }),
    ];
    build().success();
    for (name, change) in changes {
        assert!(is_known(&site, &Options::default()), "before {name}");
        change();
        assert!(!is_known(&site, &Options::default()), "{name}");
        if name == "a published file edited" {
            // It is somebody else's now, and the build says so.
            build().code(1);
            site.remove("public/robots.txt");
        }
        build().success();
        assert_eq!(site.published(), built_anew(&site), "{name}");
    }
}

#[test]
fn the_second_build_says_what_the_first_said_and_touches_nothing() {
    let site = Files::good().on_disk();
    let first = site.build().success();
    let record = fs::metadata(site.path(".public.warraq/published.json")).unwrap();
    // The same words with a newer time are the same site.
    let page = site.path("content/books/aghani.md");
    fs::write(&page, fs::read(&page).unwrap()).unwrap();
    let second = site.build().success();
    let pages = |said: &str| said.split(';').next().map(str::to_owned);
    assert_eq!(pages(said(&second)), pages(said(&first)));
    assert!(said(&second).contains(" 0 written, "), "{}", said(&second));
    let after = fs::metadata(site.path(".public.warraq/published.json")).unwrap();
    assert_eq!(after.modified().unwrap(), record.modified().unwrap());
}

#[test]
fn what_is_asked_for_is_part_of_what_a_site_is_made_of() {
    let site = Files::good().on_disk();
    site.build().success();
    let [drafts, below] = [
        Options {
            drafts: true,
            ..Options::default()
        },
        Options {
            base_url: Some("https://example.org/below/".to_owned()),
            ..Options::default()
        },
    ];
    assert!(is_known(&site, &Options::default()));
    assert!(!is_known(&site, &drafts) && !is_known(&site, &below));
    site.run(&["build", "--drafts"]).success();
    assert!(is_known(&site, &drafts) && !is_known(&site, &Options::default()));
}

#[test]
fn a_site_with_warnings_is_built_once_and_tells_them_every_time() {
    let site = Files::good()
        .and("content/books/aghani.md", "\n!!! note\n")
        .on_disk();
    let first = site.build().success();
    assert!(
        complained(&first).contains("W224"),
        "{}",
        complained(&first)
    );
    assert!(is_known(&site, &Options::default()));
    let second = site.build().success();
    assert_eq!(complained(&second), complained(&first));
    assert!(said(&second).contains(" 0 written, "), "{}", said(&second));
    // In the language that is asked for, and as data.
    let both = |more: &[&str]| {
        let kept = complained(&site.run(&[more, &["build"]].concat()).success()).to_owned();
        site.remove(".public.warraq/told.json");
        let anew = complained(&site.run(&[more, &["build"]].concat()).success()).to_owned();
        assert_eq!(kept, anew);
        kept
    };
    assert!(both(&["--lang", "ar"]).contains("تحذير واحد"));
    site.run(&["build", "--message-format", "json"]).success();
    site.run(&["build", "--strict"]).code(1);

    // What was told of another site is not told of this one.
    site.remove("content/books/aghani.md");
    let told = fs::read(site.path(".public.warraq/told.json")).unwrap();
    let text = Files::good().text("content/books/aghani.md").to_owned();
    site.write("content/books/aghani.md", text + "\n!!! tip\n");
    let other = site.build().success();
    site.write(".public.warraq/told.json", told);
    assert_eq!(complained(&site.build().success()), complained(&other));
}

#[test]
fn entries_that_a_day_leaves_out_are_told_every_time() {
    let page = "+++\ntitle = \"إعلان\"\nslug = \"notice\"\nexpires = 2020-01-01\n+++\n\nانتهى.\n";
    let site = Files::good()
        .with("content/pages/notice.md", page)
        .on_disk();
    let build = || {
        let run = site.run(&["build", "--today", "2026-11-29"]).success();
        format!("{}{}", said(&run), complained(&run))
    };
    let first = build();
    assert!(first.contains("2026-11-29"), "{first}");
    assert!(is_known(
        &site,
        &Options {
            today: "2026-11-29".parse::<warraq::arabic::Date>().ok(),
            ..Options::default()
        }
    ));
    assert!(build().contains("2026-11-29"));
}
