//! The stages as a whole: the same files make the same site, and what entries declare of each other reaches their pages.

use std::fs;

use proptest::prelude::*;
use warraq::pipeline::{self, Options};
use warraq::source::{Snapshot, load};

use crate::provenance::segments;
use crate::site::{Files, repository};

// ---------------------------------------------------------- determinism

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn files_in_any_order_make_the_same_site(sources in Just(Files::good().sources()).prop_shuffle()) {
        let snapshot: Snapshot = sources.into_iter().collect();
        let build = pipeline::run(&snapshot, &Options::default());
        prop_assert_eq!(Files::from(build), Files::good().built());
    }

    #[test]
    fn problems_come_in_one_order_whatever_that_of_the_files(
        sources in Just(Files::case("everything-at-once").sources()).prop_shuffle(),
    ) {
        let snapshot: Snapshot = sources.into_iter().collect();
        let build = pipeline::run(&snapshot, &Options::default());
        prop_assert_eq!(build.diagnostics, Files::case("everything-at-once").run().diagnostics);
    }

    #[test]
    fn files_written_in_any_order_make_the_same_site(
        paths in Just(Files::good().paths().map(str::to_owned).collect::<Vec<_>>()).prop_shuffle(),
    ) {
        let (good, site) = (Files::good(), Files::default().on_disk());
        for path in paths {
            site.write(&path, good.bytes(&path));
        }
        let snapshot = load::load(&site.path("")).unwrap();
        let build = pipeline::run(&snapshot, &Options::default());
        prop_assert_eq!(Files::from(build), good.built());
    }
}

#[test]
fn one_thread_and_many_make_the_same_bytes() {
    let dossier = Files::dossier();
    let on = |threads| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads);
        pool.build().unwrap().install(|| dossier.built())
    };
    let once = on(1);
    let again = on(1);
    assert_eq!(again, once);
    assert_eq!(on(8), once);
    // What is made late is compared by what it is made of: some of each kind is made twice.
    for kind in [".woff2", ".png", ".ico"] {
        let late: Vec<_> = once.paths().filter(|path| path.ends_with(kind)).collect();
        assert!(!late.is_empty(), "{kind}");
        for path in late.into_iter().take(3) {
            assert!(again.bytes(path) == once.bytes(path), "{path}");
        }
    }
}

#[test]
fn reading_from_disk_and_from_memory_is_the_same() {
    let snapshot = load::load(repository()).unwrap();
    let build = pipeline::run(&snapshot, &Options::default());
    assert_eq!(Files::from(build), Files::dossier().built());
}

// ------------------------------------------------------------ references

/// The good site with a template for books.
fn books(template: &str) -> Files {
    let template =
        format!("{{% extends \"page.html\" %}}{{% block main %}}{template}{{% endblock %}}");
    Files::good().with("templates/book.html", template)
}

/// What a page has between `<main>` and its end, without the heading.
fn main_of<'a>(site: &'a Files, page: &str) -> &'a str {
    let (_, main) = site.text(page).split_once("</h1>").unwrap();
    main.split_once("</main>").unwrap().0.trim()
}

#[test]
fn a_reference_in_a_record_is_seen_from_the_other_end_with_its_record() {
    let site = Files::good().built();
    let page = main_of(&site, "books/bukhala/index.html");
    assert!(page.contains(r#"<a href="../../index.html">الكتب كلها</a> «كتاب البخلاء»"#));
    let page = main_of(&site, "books/hayawan/index.html");
    assert!(!page.contains("mention"));
}

#[test]
fn a_reference_of_a_reference_is_seen_too_and_no_record_holds_it() {
    let site = Files::good().built();
    let page = main_of(&site, "authors/jahiz/index.html");
    assert!(
        page.contains(r#"<p class="mentioned">pages/home true</p>"#),
        "{page}"
    );
    let page = main_of(&site, "authors/isfahani/index.html");
    assert!(!page.contains("mentioned"));
}

#[test]
fn a_record_of_another_entry_does_not_hold_the_reference() {
    let letters = "
[collections.letters]
url = false
[collections.letters.fields]
title = \"string\"
about = \"ref(pages)\"
";
    let mentions = "mentions = { from = \"pages.mentions.book\" }";
    let more = format!("{mentions}\nletters = {{ from = \"letters.about.mentions.book\" }}");
    let template = "{% for letter in page.letters %}[{{ letter.entry.id }} {{ letter.via is none }}]{% endfor %}";
    let site = books(template)
        .replace("site.toml", mentions, &more)
        .and("site.toml", letters)
        .with(
            "content/letters/first.toml",
            "title = \"رسالة\"\nabout = \"home\"\n",
        )
        .built();
    let page = main_of(&site, "books/kalila/index.html");
    assert_eq!(page, "[letters/first true]");
}

#[test]
fn neighbours_have_the_same_author() {
    let site = books("[{% if page.prev %}{{ page.prev.slug }}{% endif %}|{% if page.next %}{{ page.next.slug }}{% endif %}]").built();
    let around = |slug: &str| main_of(&site, &format!("books/{slug}/index.html")).to_owned();
    assert!(around("bukhala").starts_with("[|hayawan]"));
    assert!(around("hayawan").starts_with("[bukhala|]"));
    assert!(around("kalila").starts_with("[|]"));
}

#[test]
fn a_paragraph_knows_the_pages_that_cite_it() {
    let site = Files::good().built();
    let page = main_of(&site, "source/index.html");
    let paragraphs: Vec<_> = page.split("<section").skip(1).collect();
    let cited_by = |n: usize, title: &str| paragraphs[n - 1].contains(&format!(">{title}</a>"));
    assert!(cited_by(1, "البخلاء") && cited_by(1, "الحيوان") && cited_by(1, "الكتب كلها"));
    assert!(cited_by(2, "كليلة ودمنة"), "in Markdown in a field");
    assert!(!cited_by(2, "البخلاء"));
    assert!(!paragraphs[2].contains("<a "));
}

// ---------------------------------------------------------------- values

#[test]
fn what_is_absent_is_null() {
    let template = "{{ page.pages is none }} {{ page.printed is none }} {{ page.said is none }} {{ page.note is none }} {{ page.prev is none }}";
    let site = books(template).built();
    assert!(main_of(&site, "books/hayawan/index.html").starts_with("true true false true false"));
    assert!(main_of(&site, "books/kalila/index.html").starts_with("true false true false true"));
    assert!(main_of(&site, "books/aghani/index.html").starts_with("false true true true true"));
}

#[test]
fn the_article_and_the_seat_of_the_hamza_do_not_count_in_the_order() {
    let book = |title: &str| format!("+++\ntitle = \"{title}\"\nauthor = \"isfahani\"\n+++\n");
    let site = Files::good()
        .with("content/books/adab.md", book("أدب الكاتب"))
        .with("content/books/tarikh.md", book("تاريخ بغداد"))
        .with(
            "content/authors/isfahani.md",
            "+++\ntitle = \"الأصفهاني\"\nwrote = 3\n+++\n",
        )
        .replace("site.toml", "expect = 4", "expect = 6")
        .replace(
            "templates/page.html",
            "{% block main %}",
            "{% for book in books %}[{{ book.title }}]{% endfor %}{% block main %}",
        )
        .built();
    let order = "[أدب الكاتب][الأغاني][البخلاء][تاريخ بغداد][الحيوان][كليلة ودمنة]";
    assert!(
        main_of(&site, "index.html").starts_with(order),
        "{}",
        main_of(&site, "index.html")
    );
}

#[test]
fn a_draft_is_built_only_when_asked_for() {
    let files = Files::good().with(
        "content/pages/draft.md",
        "+++\ntitle = \"مسودة\"\ndraft = true\n+++\n",
    );
    let page = "draft/index.html";
    assert!(files.built().paths().all(|path| path != page));
    let options = Options {
        drafts: true,
        ..Options::default()
    };
    assert!(files.built_with(&options).paths().any(|path| path == page));
}

#[test]
fn files_beside_an_entry_are_published_beside_its_page() {
    let entry = "+++\ntitle = \"ألبوم\"\n+++\n\n![غلاف](cover.png)\n";
    let site = Files::good()
        .with("content/pages/album/index.md", entry)
        .with("content/pages/album/cover.png", *b"\x89PNG")
        .built();
    assert_eq!(site.bytes("album/cover.png"), b"\x89PNG");
    assert!(site.text("album/index.html").contains(r#"src="cover.png""#));
}

#[test]
fn the_sitemap_lists_every_page_that_does_not_decline() {
    let site = Files::good().built();
    let sitemap = site.text("sitemap.xml");
    let pages = site.texts(&["html"]).count();
    assert_eq!(
        sitemap.matches("<loc>https://shelf.example/").count(),
        pages - 1
    );
    assert!(!sitemap.contains("404"));
}

// ------------------------------------------------------- data and rights

#[test]
fn data_files_hold_what_their_columns_ask_for() {
    let exports = r#"
[[exports]]
path = "/books.csv"
rows = "books"
columns = [{ name = "كتاب", value = "title" }, { name = "مؤلف", value = "author.title" }, { name = "قول", value = "said.quote" }]
[[exports]]
path = "/books.json"
collections = ["books"]
[check]
silence = [
  { rule = "W706", reason = "CSV has to quote the comma" },
  { rule = "W710", reason = "and the quotation marks" },
]
"#;
    let title = (
        "title = \"البخلاء\"",
        "title = 'البخلاء، أو \"كتاب البخل\", للجاحظ'",
    );
    let site = Files::good()
        .and("site.toml", exports)
        .replace("content/books/bukhala.md", title.0, title.1)
        .built();
    let rows: Vec<_> = site.text("books.csv").split("\r\n").collect();
    assert_eq!(rows[0], "\u{FEFF}كتاب,مؤلف,قول");
    assert_eq!(rows[1], "الأغاني,الأصفهاني,");
    assert_eq!(
        rows[2],
        "\"البخلاء، أو \"\"كتاب البخل\"\", للجاحظ\",الجاحظ,على الرف … كتاب البخلاء للجاحظ"
    );
    let data: serde_json::Value = serde_json::from_str(site.text("books.json")).unwrap();
    let book = &data["collections"]["books"][3];
    assert_eq!(book["url"], "https://shelf.example/books/kalila/");
    assert_eq!(book["author"], "authors/ibn-al-muqaffa");
    assert_eq!(book["printed"], "1816-01-01");
    assert_eq!(book["said"], serde_json::Value::Null);
}

#[test]
fn excerpts_may_be_published_where_the_article_may_not() {
    let (full, excerpts) = ("republish = \"full\"", "republish = \"excerpts\"");
    let dossier = Files::dossier();
    let files = dossier.clone().replace("site.toml", full, excerpts);
    let (site, dossier) = (files.built(), dossier.built());
    let article = fs::read_to_string(repository().join("tests/reference/article.txt")).unwrap();
    let paragraphs: Vec<_> = article
        .lines()
        .skip(2)
        .filter(|line| !line.is_empty())
        .collect();
    assert_eq!(paragraphs.len(), 13);
    // Sentences and what they say have elements of their own: what is read is the text without them.
    let words = |html: &str| -> String {
        let pieces = html
            .split('<')
            .map(|piece| piece.split_once('>').map_or(piece, |(_, text)| text));
        pieces.collect()
    };
    let source = words(dossier.text("source/index.html"));
    for paragraph in &paragraphs {
        assert_eq!(source.matches(paragraph).count(), 1, "{paragraph}");
    }
    for (path, bytes) in site.iter() {
        let text = words(&String::from_utf8_lossy(bytes));
        let whole = paragraphs
            .iter()
            .find(|paragraph| text.contains(**paragraph));
        assert_eq!(whole, None, "{path} publishes a whole paragraph");
    }
    let source = site.text("source/index.html");
    for segment in segments(&files) {
        assert!(
            source.contains(segment.words()),
            "«{}» is not on the page",
            segment.words()
        );
    }
    for n in 1..=paragraphs.len() {
        assert!(
            source.contains(&format!("id=\"p{n}\"")),
            "paragraph {n} has no place"
        );
    }
}
