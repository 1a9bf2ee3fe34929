//! Dossiers that stand on more than one source: each is cited by its name and proven by itself, and may say otherwise than another.

use warraq::arabic::Date;
use warraq::{article, edit};

use crate::site::{Files, complained, repository, said};

const SECOND: &str = "title = \"خبر آخر\"\nslug = \"second\"\nurl = \"/second/\"\nname = \"الخبر\"\n\n[[paragraphs]]\nn = 1\n\
    text = \"ليس على الرف كتاب الحيوان.\"\n\n[[paragraphs]]\nn = 2\ntext = \"وعلى الرف ثلاثة كتب.\"\n";

const MAIN: &str = "title = 0\nmain = \"article\"\nname = \"name\"\n";

/// The small site with a second source, and its first one the main one.
fn site() -> Files {
    Files::good()
        .replace("site.toml", "title = 0\n", MAIN)
        .replace(
            "site.toml",
            "paragraphs = \"list(paragraph)\"",
            "name = \"string?\"\nparagraphs = \"list(paragraph)\"",
        )
        .with("content/source/second.toml", SECOND)
        .replace(
            "templates/book.html",
            "{% endblock %}",
            "{% if page.said %}<p data-said=\"{{ page.said.label }}|{{ page.said.long_label }}|{{ page.said.source.id }}\
            {% for other in page.said.against %}; {{ other.label }} {{ other.url }} {{ other.text }}{% endfor %}\"></p>{% endif %}{% endblock %}",
        )
}

/// The site with this in the place of what a book is said to be.
fn saying(said: &str) -> Files {
    let before = "said = { p = 1, quote = [\"كتاب الحيوان\"] }";
    site().replace(
        "content/books/hayawan.md",
        before,
        &format!("said = {said}"),
    )
}

#[test]
fn each_source_is_cited_by_its_name_and_proven_by_itself() {
    for (said, expected) in [
        // Where none is named, it is the main one, which has no name before its numbers.
        (
            "{ p = 1, quote = [\"كتاب الحيوان\"] }",
            Ok("الفقرة 1|الفقرة 1|source/article"),
        ),
        (
            "{ source = \"second\", p = 2, quote = [\"ثلاثة كتب\"] }",
            Ok("الخبر: الفقرة 2|الخبر: الفقرة 2|source/second"),
        ),
        (
            "{ p = 1, quote = [\"كتاب الحيوان\"], against = { source = \"second\", p = 1, quote = [\"ليس على الرف\"] } }",
            Ok("source/article; الخبر: الفقرة 1 /second/#p1 ليس على الرف"),
        ),
        // Of another source, where the words stand.
        (
            "{ p = 1, quote = [\"ثلاثة كتب\"] }",
            Err(("E301", "source = \"second\", p = 2")),
        ),
        (
            "{ source = \"second\", p = 3, quote = [\"دفتر\"] }",
            Err(("E302", "1, 2")),
        ),
        (
            "{ p = 1, quote = [\"كتاب الحيوان\"], against = { source = \"second\", p = 1, quote = [\"كتاب الحيوانات\"] } }",
            Err(("E301", "كتاب الحيوان")),
        ),
        (
            "{ p = 1, quote = [\"كتاب الحيوان\"], against = { source = \"article\", p = 3, quote = [\"لا عنوان له\"] } }",
            Err(("E105", "against")),
        ),
        (
            "{ p = 1, quote = [\"كتاب الحيوان\"], against = \"second\" }",
            Err(("E104", "")),
        ),
    ] {
        let built = saying(said).run();
        match expected {
            Ok(words) => {
                assert_eq!(built.errors(), 0, "{said}: {:?}", built.diagnostics);
                let pages = saying(said).built();
                let page = pages.text("books/hayawan/index.html");
                assert!(page.contains(words), "{words} is not in {page}");
            }
            Err((code, hint)) => {
                let [problem] = &built.diagnostics[..] else {
                    panic!("{said}: {:?}", built.diagnostics);
                };
                let told = problem
                    .hint
                    .as_ref()
                    .map_or(String::new(), ToString::to_string);
                assert!(problem.code == code && told.contains(hint), "{problem:?}");
            }
        }
    }
}

#[test]
fn a_new_edition_is_of_the_source_that_is_named() {
    let site = saying(
        "{ p = 1, quote = [\"كتاب الحيوان\"], against = { source = \"second\", p = 1, quote = [\"كتاب الحيوان\"] } }",
    )
    .and("content/pages/home.md", "\n[ا](cite:second/p2) و[ب](cite:p2)\n")
    .replace(
        "templates/author.html",
        "{% block main %}",
        "{% block main %}<a href=\"cite:second/p1\">ا</a> <a href=\"cite:p1\">ب</a>",
    );
    let text =
        "خبر آخر\nهذه فقرة جديدة كل الجدة.\nليس على الرف كتاب الحيوان.\nوعلى الرف ثلاثة كتب.\n";
    let text = article::read("a.txt", text.as_bytes()).unwrap();
    let today = Date::new(2026, 2, 3).unwrap();
    let snapshot = site.snapshot();
    for (named, names) in [
        (None, "article, second"),
        (Some("third"), "article, second"),
    ] {
        let refused = edit::updated(&snapshot, &text, named, today).unwrap_err();
        let hint = refused.problems[0].hint.as_ref().unwrap().to_string();
        assert!(hint.contains(names), "{hint}");
    }
    let updated = edit::updated(&snapshot, &text, Some("second"), today).unwrap();
    assert_eq!((updated.lost.len(), updated.renumbered), (0, 3));
    let after = |path: &str| {
        let mut all = updated.after.iter();
        let file = all.find(|source| source.path().as_str() == path);
        file.unwrap().text().to_owned()
    };
    assert!(after("content/pages/home.md").ends_with("\n[ا](cite:second/p3) و[ب](cite:p2)\n"));
    let author = after("templates/author.html");
    assert!(
        author.contains("cite:second/p2\">ا</a> <a href=\"cite:p1\">"),
        "{author}"
    );
    // What a template links to and is gone is told with its place, and left to a person.
    let text = article::read("a.txt", "خبر آخر\nوعلى الرف ثلاثة كتب.\n".as_bytes()).unwrap();
    let updated_again = edit::updated(&snapshot, &text, Some("second"), today).unwrap();
    let lost = updated_again
        .lost
        .iter()
        .map(|lost| (&*lost.name, lost.paragraph));
    assert_eq!(
        lost.collect::<Vec<_>>(),
        [("books/hayawan", 1), ("templates/author.html", 1)]
    );
    let book = after("content/books/hayawan.md");
    assert!(
        book.contains("said = { p = 1, quote") && book.contains("source = \"second\", p = 2,"),
        "{book}"
    );
}

#[test]
fn a_dossier_takes_a_communique_in() {
    let site = Files::below(&repository().join("tests/dossiers/economy")).on_disk();
    let text = "بلاغ مكتب التصدير\n\nبلغ سعر اللتر تسعين درهما في أكادير.\n\nوعقد مكتب التصدير المحلي لقاء في كلميم.\n";
    site.write("../communique.txt", text);
    let add = [
        "source",
        "add",
        "../communique.txt",
        "--name",
        "البلاغ",
        "--source",
        "communique",
    ];
    let run = site.run(&add).success();
    assert!(said(&run).contains("cite:communique/p1"), "{}", said(&run));
    let run = site.run(&add).code(1);
    assert!(complained(&run).contains("E202"), "{}", complained(&run));
    let against = "cite = { p = 2, quote = [\"نزل إلى سبعين درهما\"], \
        against = { source = \"communique\", p = 1, quote = [\"بلغ سعر اللتر تسعين درهما\"] } }\n";
    let home = Files::below_site(&site)
        .text("content/pages/home.md")
        .to_owned();
    let (before, topic) = home.split_once("topic = \"prices\"\n").unwrap();
    let (_, rest) = topic.split_once('\n').unwrap();
    site.write(
        "content/pages/home.md",
        format!("{before}topic = \"prices\"\n{against}{rest}"),
    );
    site.write(
        "content/countries/guelmim.md",
        "+++\ntitle = \"كلميم\"\ndescription = \"ما ورد في البلاغ عن كلميم.\"\nsource = \"communique\"\nparagraph = 2\norder = 9\n\
        attested = { source = \"communique\", p = 2, quote = [\"كلميم\"] }\n+++\n",
    );
    let run = site.build().success();
    assert_eq!(complained(&run), "");
    let pages = site.published();
    for (page, expected) in [
        (
            "topics/prices/index.html",
            "وبخلافه: «بلغ سعر اللتر تسعين درهما»",
        ),
        (
            "topics/prices/index.html",
            "href=\"../../source/communique/index.html#p1",
        ),
        (
            "markets/guelmim/index.html",
            "وعقد مكتب التصدير المحلي لقاء في كلميم.",
        ),
        (
            "markets/guelmim/index.html",
            "aria-label=\"الفقرة 2 من البلاغ\">البلاغ، الفقرة 2</a>",
        ),
        (
            "markets/agadir/index.html",
            "aria-label=\"الفقرة 1 من المقال\">1</a>",
        ),
        ("source/communique/index.html", "نص البلاغ، فقراته مرقمة."),
        ("source/communique/index.html", "صفحات تستشهد بهذه الفقرة"),
        ("booklet/index.html", "id=\"communique-p2\""),
        (
            "index.html",
            "ومعه البلاغ: «<a href=\"source/communique/index.html\">بلاغ مكتب التصدير</a>».",
        ),
    ] {
        let page_text = pages.text(page);
        assert!(
            page_text.contains(expected),
            "{expected} is not in {page}: {page_text}"
        );
    }
}
