//! What Markdown becomes beyond `CommonMark`: footnotes, alerts, tasks, tables, headings.

use crate::site::Files;

pub(crate) const ENTRY: &str = "content/authors/jahiz.md";

/// The good site with this text as the body of an entry.
pub(crate) fn with_body(markdown: &str) -> Files {
    let entry = format!("+++\ntitle = \"الجاحظ\"\nwrote = 2\n+++\n\n{markdown}\n");
    Files::good().with(ENTRY, entry)
}

/// The HTML of a body, which brings no problems.
pub(crate) fn rendered(markdown: &str) -> String {
    body(&with_body(markdown).built())
}

fn body(site: &Files) -> String {
    let page = site.text("authors/jahiz/index.html");
    let (_, main) = page.split_once("<p class=\"mentioned\">").unwrap();
    let (_, after) = main.split_once("</p>").unwrap();
    let (body, _) = after.split_once("</main>").unwrap();
    body.trim().to_owned()
}

/// The codes and the marked texts of what is said of a body.
pub(crate) fn said_of(markdown: &str) -> Vec<(&'static str, String)> {
    said_of_site(&with_body(markdown))
}

pub(crate) fn said_of_site(site: &Files) -> Vec<(&'static str, String)> {
    let build = site.run();
    let said = build.diagnostics.iter().map(|problem| {
        let span = problem.span.as_ref().unwrap();
        let text = site.text(span.path.as_str());
        (problem.code, text[span.range.clone()].to_owned())
    });
    said.collect()
}

/// What stands between two texts, each time.
pub(crate) fn between<'a>(html: &'a str, open: &str, close: &str) -> Vec<&'a str> {
    let parts = html.split(open).skip(1);
    parts
        .map(|part| part.split(close).next().unwrap())
        .collect()
}

#[test]
fn footnotes_are_numbered_as_they_are_referred_to_and_not_as_they_are_written() {
    let html = rendered(
        "كتاب[^ب] وقلم[^أ]، ثم كتاب[^ب].\n\n[^أ]: حاشية القلم.\n\n[^ب]: حاشية الكتاب[^ج].\n\n[^ج]: وثالثة.",
    );
    let numbers = between(&html, "role=\"doc-noteref\">", "</a>");
    assert_eq!(numbers, ["1", "2", "1", "3"], "{html}");
    let (_, list) = html.split_once("<section class=\"footnotes\"").unwrap();
    let notes = between(list, "<li id=\"", "</li>");
    let said: Vec<_> = notes
        .iter()
        .map(|note| note.split(&[' ', '<'][..]).next().unwrap())
        .collect();
    assert_eq!(said, ["fn:1\">\n", "fn:2\">\n", "fn:3\">\n"], "{html}");
    assert!(
        notes[0].contains("حاشية الكتاب") && notes[1].contains("حاشية القلم"),
        "{html}"
    );
    // Each reference can be returned to, and the way is named in Arabic.
    assert_eq!(
        between(notes[0], "href=\"#fnref:1", "\""),
        ["", "-2"],
        "{html}"
    );
    assert!(html.contains("id=\"fnref:1-2\" href=\"#fn:1\""), "{html}");
    assert!(
        notes[0].contains("aria-label=\"رجوع 2 إلى الإحالة 1\">رجوع 2</a>"),
        "{html}"
    );
    assert!(
        notes[1].contains("aria-label=\"رجوع إلى الإحالة 2\">رجوع</a></p>"),
        "{html}"
    );
    assert!(list.contains("aria-label=\"الحواشي\""), "{html}");
}

#[test]
fn the_number_of_a_footnote_has_the_digits_of_the_site() {
    let files = with_body("كتاب[^1].\n\n[^1]: حاشية.");
    let files = files.replace("site.toml", "ar-MA", "ar-EG");
    let html = body(&files.built());
    assert_eq!(
        between(&html, "role=\"doc-noteref\">", "<"),
        ["١"],
        "{html}"
    );
    assert!(html.contains("<ol class=\"arabic-indic\">"), "{html}");
    assert!(html.contains("رجوع إلى الإحالة ١"), "{html}");
}

#[test]
fn ids_of_footnotes_are_none_of_a_heading_and_none_of_another_text_of_the_page() {
    let note = "note = \"\"\"\nنص[^1].\n\n[^1]: حاشية الحقل.\n\"\"\"\n";
    let entry = |note: &str, body: &str| {
        format!("+++\ntitle = \"البخلاء\"\nauthor = \"jahiz\"\n{note}+++\n{body}\n")
    };
    let files = Files::good()
        .with(
            "content/books/bukhala.md",
            entry(
                note,
                "## 1\n\n## fn 1\n\nنص[^1] وآخر[^ذو فراغ].\n\n[^1]: حاشية.\n\n[^ذو فراغ]: وأخرى.",
            ),
        )
        .with(
            "content/books/hayawan.md",
            entry(note, "").replace("البخلاء", "الحيوان"),
        )
        .with(
            "templates/book.html",
            "{% extends \"page.html\" %}{% block main %}{% for book in books %}\
            {% if book.note %}<div>{{ book.note }}</div>{% endif %}{% endfor %}{% endblock %}",
        );
    let site = files.built();
    let page = site.text("books/bukhala/index.html");
    let ids = between(page, " id=\"", "\"");
    for id in [
        "1",
        "fn-1",
        "fn:1",
        "fn:2",
        "fn:books/bukhala:1",
        "fn:books/hayawan:1",
    ] {
        assert_eq!(
            ids.iter().filter(|one| **one == id).count(),
            1,
            "{id} in {ids:?}"
        );
    }
    assert!(ids.iter().all(|id| !id.contains(' ')), "{ids:?}");
}

#[test]
fn the_number_of_a_footnote_is_part_of_no_word_in_search_and_data() {
    let export = "\n[[exports]]\npath = \"/books.json\"\ncollections = [\"books\"]\n";
    let entry = "+++\ntitle = \"البخلاء\"\nauthor = \"jahiz\"\nnote = \"\"\"\nعبارة[^1]، ثم.\n\n[^1]: حاشية.\n\"\"\"\n+++\nكتاب[^1].\n\n[^1]: بيان.\n";
    let site = Files::searched().with("content/books/bukhala.md", entry);
    let site = Files::from(site.and("site.toml", export).run());
    let data = site.text("books.json");
    assert!(
        data.contains("عبارة، ثم.") && !data.contains("رجوع"),
        "{data}"
    );
    let (_, index) = site
        .iter()
        .find(|(path, _)| path.ends_with("search-index/index.js"))
        .unwrap();
    let index = String::from_utf8_lossy(index);
    assert!(index.contains("بيان"), "notes are searched");
    for word in ["كتاب1", "عبارة1", "رجوع"] {
        assert!(!index.contains(word), "{word}");
    }
}

#[test]
fn footnotes_that_lead_nowhere_are_not_published_and_not_passed_over() {
    for (markdown, expected) in [
        ("غائبة[^y] هنا.", vec![("W220", "[^y]")]),
        ("نص.\n\n[^x]: حاشية.", vec![("W221", "[^x]:")]),
        (
            "نص[^مُلاحظة].\n\n[^ملاحظة]: حاشية.",
            vec![("W220", "[^مُلاحظة]")],
        ),
        ("نص[^١].\n\n[^1]: حاشية.", vec![("E703", "١")]),
        (
            "نص[^1].\n\n[^1]: حاشية.\n\n[^1]: أخرى.",
            vec![("W221", "[^1]:")],
        ),
        // Two notes that refer to each other alone.
        (
            "نص.\n\n[^أ]: حاشية[^ب].\n\n[^ب]: حاشية[^أ].",
            vec![("W221", "[^أ]:"), ("W221", "[^ب]:")],
        ),
        ("نص \\[^y] و`[^z]` و[^a-z].", vec![]),
        ("نص[^Y].\n\n[^y]: حاشية.", vec![]),
    ] {
        let said = said_of(markdown);
        let said: Vec<_> = said.iter().map(|(code, text)| (*code, &**text)).collect();
        assert_eq!(said, expected, "{markdown}");
    }
    let site = Files::from(with_body("نص.\n\n[^x]: حاشية لا تظهر.").run());
    assert!(!body(&site).contains("لا تظهر"));
}

#[test]
fn repeated_headings_are_numbered_and_only_ids_written_by_hand_collide() {
    let ids = |markdown: &str| -> Vec<String> {
        let html = rendered(markdown);
        between(&html, " id=\"", "\"")
            .into_iter()
            .map(str::to_owned)
            .collect()
    };
    assert_eq!(
        ids("### الحل\n\n### الحل\n\n### الحَلّ\n\n### الحل 1"),
        ["الحل", "الحل-1", "الحل-2", "الحل-1-1"]
    );
    // An id that is written keeps its place, wherever it stands.
    assert_eq!(ids("## الحل\n\n## خاتمة {#الحل}"), ["الحل-1", "الحل"]);
    assert_eq!(
        said_of("## أول {#x}\n\n## ثان {#x}"),
        [("E209", "## ثان {#x}\n".to_owned())]
    );
}

#[test]
fn tasks_are_checkboxes_with_names_and_not_characters_that_a_font_may_lack() {
    assert_eq!(
        rendered("- [x] بند\n- [ ] آخر"),
        "<ul>\n<li><input type=\"checkbox\" disabled checked aria-label=\"تم\"> بند</li>\n\
        <li><input type=\"checkbox\" disabled aria-label=\"لم يتم\"> آخر</li>\n</ul>"
    );
}

#[test]
fn alerts_keep_their_labels_in_the_language_of_the_page() {
    for (kind, class, label) in [
        ("NOTE", "note", "ملاحظة"),
        ("TIP", "tip", "نصيحة"),
        ("IMPORTANT", "important", "مهم"),
        ("WARNING", "warning", "تحذير"),
        ("CAUTION", "caution", "تنبيه"),
    ] {
        assert_eq!(
            rendered(&format!("> [!{kind}]\n> نص هنا.")),
            format!(
                "<div class=\"markdown-alert markdown-alert-{class}\" role=\"note\">\n\
                <p class=\"markdown-alert-title\">{label}</p>\n<p>نص هنا.</p>\n</div>"
            )
        );
    }
}

#[test]
fn a_wide_table_scrolls_by_itself_and_does_not_push_the_page() {
    let html = rendered("| الاسم | **العدد** |\n|---|---|\n| نسخ | 2 |");
    assert!(
        html.starts_with(
            "<div class=\"table-scroll\" role=\"group\" aria-label=\"جدول: الاسم، العدد\" \
            tabindex=\"0\">\n<table>"
        ) && html.ends_with("</table>\n</div>"),
        "{html}"
    );
}

#[test]
fn a_colon_without_a_space_makes_no_definition() {
    for line in [
        ":ابتسامة: بداية",
        ":-) ضحك",
        "- بند\n  :كلمة",
        "> اقتباس\n> :كلمة",
    ] {
        let html = rendered(&format!("فقرة سابقة\n{line}"));
        assert!(!html.contains("<dl>"), "{html}");
        let words = line
            .trim_start_matches(['-', '>', ' '])
            .split(['\n', ' '])
            .next_back()
            .unwrap();
        assert!(html.contains(words), "{html}");
    }
    assert!(rendered("كلمة\n: معناها").contains("<dd>معناها</dd>"));
    // Colons that are guarded come back wherever they stand.
    let html = rendered("نص\n:كلمة `a:b` [رابط](https://example.org/ \":عنوان\")\n\n```\n:x\n```");
    for kept in [
        ":كلمة",
        "a:b",
        "title=\":عنوان\"",
        "\n:x\n",
        "https://example.org/",
    ] {
        assert!(
            html.replace("<code>", "\n")
                .replace("<code dir=\"ltr\">", "\n")
                .contains(kept.trim()),
            "{kept} in {html}"
        );
    }
}

#[test]
fn references_behind_a_comment_are_characters_and_not_their_names() {
    assert_eq!(
        rendered("<!-- ملاحظة -->\nكتاب &amp; قلم &#1608;دفتر &lt;"),
        "<p>كتاب &amp; قلم ودفتر &lt;</p>"
    );
    // The place behind them is that of the source.
    let said = said_of("<!-- ملاحظة --> قلم &amp; كتاب, ودفتر");
    assert_eq!(said, [("W706", ",".to_owned())]);
}

#[test]
fn the_words_of_a_body_are_counted_as_readers_count_them() {
    let said =
        |body: &str| {
            let site = Files::good()
            .with("content/pages/words.md", format!("+++\ntitle = \"كلمات\"\n+++\n\n{body}\n"))
            .replace(
                "templates/page.html",
                "<main>",
                "<main><bdi>{{ page.word_count }} {{ page.reading_time }} {{ page.draft }}</bdi>",
            )
            .built();
            let page = site.text("words/index.html");
            let (_, rest) = page.split_once("<bdi>").unwrap();
            rest.split_once("</bdi>").unwrap().0.to_owned()
        };
    assert_eq!(said(""), "0 0 false");
    assert_eq!(said("كتاب."), "1 1 false");
    // Paragraphs, cells and items do not run into each other, and و is a part of its word.
    assert_eq!(
        said("كِتَابٌ وقلم\n\nثالثة\n\n- رابعة\n- Fifth 6\n\n## سابعة"),
        "7 1 false"
    );
    assert_eq!(said("ملحوظة[^1] هنا.\n\n[^1]: لا تعد هذه.\n"), "2 1 false");
    let long = "كلمة ".repeat(181);
    assert_eq!(said(&long), "181 2 false");
}

#[test]
fn the_line_of_a_fence_is_told_where_it_stands_and_its_language_is_escaped_once() {
    for (markdown, marked) in [
        ("نص\n\n```pyton\nx\n```", "pyton"),
        (
            "نص\n\n```pyton,name=a&amp;b\nx\n```",
            "```pyton,name=a&amp;b",
        ),
        ("- بند\n\n  ~~~pyton\\_\n  x\n  ~~~", "~~~pyton\\_"),
        ("```python,linenos=no\nx\n```", "linenos=no"),
    ] {
        assert_eq!(
            said_of(markdown),
            [("W235", marked.to_owned())],
            "{markdown}"
        );
    }
    let built = with_body("```a\"b\nx\n```").run();
    let html = body(&Files::from(built));
    assert!(
        html.contains("<code class=\"language-a&quot;b\">"),
        "{html}"
    );
    let long = "x".repeat(40);
    let html = rendered(&format!("```text\n{long}\n```\n\n```text\nx\n```"));
    let code = format!("<pre dir=\"ltr\" tabindex=\"0\"><code class=\"language-text\">{long}");
    assert!(
        html.contains(&code) && html.contains("<pre dir=\"ltr\"><code"),
        "{html}"
    );
}
