//! `warraq source update`: whatever names a paragraph names the same words in the new edition, or is told.

use warraq::arabic::Date;
use warraq::article;
use warraq::edit::{self, Refused, Updated};

use crate::site::Files;

const TITLE: &str = "رف من الكتب القديمة";
const ONE: &str = "على الرف كتاب البخلاء للجاحظ، وإلى جانبه كتاب الحيوان للجاحظ أيضا.";
const TWO: &str = "وفي وسطه كليلة ودمنة والأغاني، وليس فيه كتاب أطول من الأغاني.";
const THREE: &str = "أما آخره فدفتر صغير لا عنوان له.";
const NEW: &str = "هذه فقرة كتبها المحرر تمهيدا لما بعدها، وليس فيها شيء مما في غيرها.";

/// The site with a new edition of its article.
fn update(files: &Files, paragraphs: &[&str]) -> Result<Updated, Refused> {
    let text = format!("{TITLE}\n{}\n", paragraphs.join("\n"));
    let article = article::read("a.txt", text.as_bytes()).unwrap();
    edit::updated(&files.snapshot(), &article, None, today())
}

fn today() -> Date {
    Date::new(2026, 2, 3).unwrap()
}

/// The text of a file after it.
fn after<'a>(updated: &'a Updated, path: &str) -> &'a str {
    let mut all = updated.after.iter();
    all.find(|source| source.path().as_str() == path)
        .unwrap()
        .text()
}

/// Every way to write a link to the second paragraph, and what is no link but looks like one.
const LINKS: &str = "\n[ا](cite:p2 \"cite:p2\") و[ب](<cite:p2>) و[ب][r] و[r] و[r][] و[ج](cite:article/p2) و[s].\n\n\
    | أ |\n|---|\n| [د](cite:p2) |\n\nحاشية[^1] و`(cite:p2)`.\n\n[^1]: [ه](cite:p2)\n\n\
    ```\n[ا](cite:p2)\n[r]: cite:p2\n```\n\n[r]: cite:p2 \"cite:p2\"\n[s]: <cite:article/p2>\n";

#[test]
fn links_of_every_form_go_with_their_paragraphs() {
    let rows = "[{ \"slug\": \"one\", \"title\": \"ا\", \"note\": \"\\u005bو](cite:p2)\", \"said\": { \"p\": 2, \"quote\": [\"كليلة\"] } }]\n";
    let site = Files::good()
        .and("content/pages/home.md", LINKS)
        .replace(
            "content/books/kalila.md",
            "(cite:p2))",
            "(cite:p2)) و[ز](cite:p2 'cite:p2')",
        )
        .replace(
            "site.toml",
            "[[menus.main]]",
            "[collections.notes]\nsource = \"data/notes.json\"\nurl = false\n\n[collections.notes.fields]\n\
            title = \"string\"\nnote = \"markdown\"\nsaid = \"cite\"\n\n[[menus.main]]",
        )
        .with("data/notes.json", rows);
    assert_eq!(site.run().errors(), 0, "{:?}", site.run().diagnostics);
    let updated = update(&site, &[NEW, ONE, TWO, THREE]).unwrap();
    assert_eq!(
        (&updated.lost[..], updated.paragraphs),
        (&[][..], [3, 0, 1, 0])
    );

    let moved = LINKS
        .replace("(cite:p2 \"cite:p2\")", "(cite:p3 \"cite:p2\")")
        .replace("](<cite:p2>)", "](<cite:p3>)")
        .replace("article/p2", "article/p3")
        .replace("[د](cite:p2)", "[د](cite:p3)")
        .replace("[ه](cite:p2)", "[ه](cite:p3)")
        .replace("[r]: cite:p2 \"", "[r]: cite:p3 \"");
    let home = after(&updated, "content/pages/home.md");
    assert!(home.ends_with(&moved), "{home}");
    let kalila = after(&updated, "content/books/kalila.md");
    assert!(
        kalila.contains("(cite:p3)) و[ز](cite:p3 'cite:p2')"),
        "{kalila}"
    );
    assert_eq!(
        after(&updated, "data/notes.json"),
        rows.replace(":p2", ":p3").replace("\"p\": 2", "\"p\": 3")
    );
    // Back again, nothing is left of it but for the forms of TOML.
    let snapshot = updated.after;
    let text = format!("{TITLE}\n{ONE}\n{TWO}\n{THREE}\n");
    let back = edit::updated(
        &snapshot,
        &article::read("a.txt", text.as_bytes()).unwrap(),
        None,
        today(),
    )
    .unwrap();
    for (path, text) in site.texts(&["md", "toml", "json"]) {
        assert_eq!(after(&back, path), text, "{path}");
    }
}

#[test]
fn what_names_a_paragraph_that_is_gone_is_told_and_names_no_other() {
    for republish in ["full", "excerpts"] {
        let site = Files::good()
            .replace(
                "site.toml",
                "title = 0\n",
                &format!("title = 0\nrepublish = \"{republish}\"\n"),
            )
            .and("content/pages/not-found.md", "\n[ثالثة](cite:p3)\n");
        let updated = update(&site, &[ONE, THREE]).unwrap();
        assert_eq!(updated.paragraphs, [2, 0, 0, 1], "{republish}");
        let lost = updated
            .lost
            .iter()
            .map(|lost| (lost.name.as_str(), lost.paragraph, lost.quote.join(" … ")));
        assert_eq!(
            lost.collect::<Vec<_>>(),
            [
                ("books/kalila", 2, String::new()),
                ("books/kalila", 2, "في وسطه".to_owned()),
                ("pages/home", 2, "كليلة ودمنة".to_owned()),
                ("pages/home", 2, String::new()),
                ("pages/home", 2, "ليس فيه كتاب أطول من الأغاني".to_owned()),
            ]
        );
        assert!(after(&updated, "content/pages/not-found.md").contains("(cite:p2)"));
        assert!(after(&updated, "content/pages/home.md").contains("(cite:p2)"));
        assert!(
            updated
                .problems
                .iter()
                .all(|problem| ["E301", "E302"].contains(&problem.code))
        );
        assert_eq!(updated.problems.len(), 3, "{:?}", updated.problems);
    }
}

#[test]
fn words_that_say_otherwise_are_told_and_the_rest_goes_on() {
    let site = Files::good();
    let changed = TWO.replace("ليس فيه كتاب أطول", "ليس فيه كتاب أكبر");
    let updated = update(&site, &[NEW, ONE, &changed, THREE]).unwrap();
    assert_eq!(updated.paragraphs, [2, 1, 1, 0]);
    let [lost] = &updated.lost[..] else {
        panic!("{:?}", updated.lost)
    };
    assert_eq!((lost.name.as_str(), lost.paragraph), ("pages/home", 2));
    assert_eq!(lost.quote, ["ليس فيه كتاب أطول من الأغاني"]);
    let home = after(&updated, "content/pages/home.md");
    assert!(
        home.contains("(cite:p3)") && home.contains("p = 3, quote = [\"كليلة ودمنة\"]"),
        "{home}"
    );
}

#[test]
fn a_new_edition_is_written_only_where_nothing_else_breaks() {
    // A field that every paragraph has to have, which no article says.
    let site = Files::good()
        .replace(
            "site.toml",
            "n = \"int\", text",
            "n = \"int\", book = \"ref(books)\", heading = \"string?\", text",
        )
        .replace(
            "content/source/article.toml",
            "title = \"رف من الكتب القديمة\"",
            "title = \"\"\"\nرف من \\\n  الكتب\"\"\" # title",
        )
        .replace(
            "content/source/article.toml",
            "[[paragraphs]]\nn = 1\n",
            "[[ paragraphs ]] # one\nn = 1\nbook = 'bukhala' # his\nheading = 'h'\n",
        )
        .replace(
            "content/source/article.toml",
            "n = 2\n",
            "book = \"kalila\"\nn = 0x2\n",
        )
        .replace(
            "content/source/article.toml",
            "n = 3\n",
            "n = 3\n\"book\" = \"aghani\"\n",
        );
    assert_eq!(site.run().errors(), 0, "{:?}", site.run().diagnostics);
    let refused = update(&site, &[ONE, TWO, NEW, THREE]).unwrap_err();
    assert_eq!(refused.problems.len(), 1);
    let changed = TWO.replace("ودمنة", "");
    let refused = update(&site, &[NEW, ONE, &changed, THREE]).unwrap_err();
    assert!(
        refused
            .problems
            .iter()
            .all(|problem| problem.code == "E103"),
        "{:?}",
        refused.problems
    );

    let updated = update(&site, &[TWO, ONE, THREE]).unwrap();
    let source = after(&updated, "content/source/article.toml");
    assert_eq!(updated.paragraphs, [3, 0, 0, 0]);
    let expected = format!("title = {TITLE:?} # title\n\n");
    assert!(source.starts_with(&expected), "{source}");
    let updated = update(&site, &[ONE, &TWO.replace("أطول", "أكبر"), THREE]);
    let source = after(updated.as_ref().unwrap(), "content/source/article.toml").to_owned();
    assert!(
        source.contains("[[ paragraphs ]] # one\nn = 1\nbook = 'bukhala' # his\ntext"),
        "{source}"
    );
    assert!(
        source.contains("book = \"kalila\"\nn = 2\ntext = \"وفي"),
        "{source}"
    );
    assert!(
        source.contains("أكبر") && source.contains("\"book\" = \"aghani\""),
        "{source}"
    );
}

#[test]
fn a_review_sees_the_words_of_a_source_that_is_not_published_whole() {
    for republish in ["full", "excerpts"] {
        let site = Files::good()
            .replace(
                "site.toml",
                "title = 0\n",
                &format!("title = 0\nrepublish = \"{republish}\"\n"),
            )
            .replace(
                "content/books/hayawan.md",
                "+++\ntitle",
                "+++\ndraft = true\ntitle",
            )
            .replace(
                "content/books/bukhala.md",
                " وله أيضا [الحيوان](ref:books/hayawan).",
                "",
            );
        let site = warraq::pipeline::link(&site.snapshot()).value.unwrap();
        let all = edit::unreviewed(&site);
        assert_eq!(all.len(), 1);
        let marked = edit::marked(&site, &all, all[0].place());
        assert_eq!(
            marked,
            ONE.replace("كتاب الحيوان", "⟦كتاب الحيوان⟧"),
            "{republish}"
        );
    }
}

#[test]
fn a_change_log_gets_a_draft_that_says_what_changed() {
    let fields = "title = \"string\"\ndate = \"date\"\nsummary = \"markdown\"\ndescription = \"string?\"\nversion = \"int\"\n";
    let log = |expect: &str| {
        format!(
            "[collections.changes]\nurl = false\n{expect}\n[collections.changes.fields]\n{fields}\n[[menus.main]]"
        )
    };
    let site = Files::good().replace("site.toml", "[[menus.main]]", &log("expect = 0\n"));
    let updated = update(&site, &[NEW, ONE, TWO, THREE]).unwrap();
    let logged = updated.logged.unwrap();
    assert_eq!(
        logged.path().as_str(),
        "content/changes/source-2026-02-03.md"
    );
    for says in [
        "draft = true",
        "title = \"صحح نص المصدر\"",
        "date = 2026-02-03",
        "وجديدة: 1",
        "# description",
        "version = 0",
    ] {
        assert!(logged.text().contains(says), "{}", logged.text());
    }
    assert_eq!((updated.problems.len(), updated.lost.len()), (1, 0));
    assert_eq!(updated.problems[0].code, "E203");
    // A second one on the same day has another name, and where nothing has changed, nothing is told.
    let site = site
        .replace("site.toml", "expect = 0\n", "")
        .with(logged.path().as_str(), logged.bytes().to_vec());
    let again = update(&site, &[ONE, TWO, THREE, NEW]).unwrap();
    let path = again.logged.unwrap().path().as_str().to_owned();
    assert_eq!(path, "content/changes/source-2026-02-03-2.md");
    assert!(again.problems.is_empty());
    assert!(update(&site, &[ONE, TWO, THREE]).unwrap().logged.is_none());
    assert!(
        update(&Files::good(), &[NEW, ONE, TWO, THREE])
            .unwrap()
            .logged
            .is_none()
    );
}
