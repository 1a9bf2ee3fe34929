//! Pages that show several texts: where their footnotes stand, and that no id is given twice.

use crate::markdown::between;
use crate::site::Files;

/// Each text of a page had its list behind it, so that a page with several showed two notes of one number.
#[test]
fn footnotes_of_all_texts_of_a_page_stand_where_its_template_wants_them() {
    let note = "note = \"\"\"\nحقل[^1] ثم[^2].\n\n[^1]: حاشية الحقل.\n[^2]: ثانية الحقل.\n\"\"\"\n";
    let entry = format!(
        "+++\ntitle = \"البخلاء\"\nauthor = \"jahiz\"\n{note}+++\nنص[^ب] ثم[^أ] ثم[^ب].\n\n\
         [^أ]: حاشية فيها [^ج]\n\n    - بند\n\n[^ب]: أولى.\n\n[^ج]: ثالثة.\n"
    );
    let page = |main: &str| {
        let template =
            format!("{{% extends \"page.html\" %}}{{% block main %}}{main}{{% endblock %}}");
        let files = Files::good().with("content/books/bukhala.md", entry.clone());
        let files = files.replace("site.toml", "ar-MA", "ar-EG");
        let site = files.with("templates/book.html", template).built();
        site.text("books/bukhala/index.html").to_owned()
    };
    let html =
        page("<p>{{ page.note }}</p><footer>{{ page.footnotes }}</footer>{{ page.footnotes }}");
    assert_eq!(html.matches("<section").count(), 1, "{html}");
    let footer = between(&html, "<footer>", "</footer>")[0];
    let notes = between(footer, "<li id=\"fn:", "\"");
    let ids = ["books/bukhala:1", "books/bukhala:2", "1", "2", "3"];
    assert_eq!(notes, ids, "{footer}");
    let numbers = between(&html, "role=\"doc-noteref\">", "<");
    assert_eq!(numbers, ["١", "٢", "٥", "٣", "٤", "٣"], "{html}");
    for (number, id) in ["١", "٢", "٣", "٤", "٥"].iter().zip(ids) {
        let way = format!("href=\"#fnref:{id}\" role=\"doc-backlink\" aria-label=\"رجوع");
        let name = between(footer, &way, "\"")[0];
        assert!(name.ends_with(&format!("إلى الإحالة {number}")), "{name}");
    }
    assert!(footer.contains("<ol class=\"arabic-indic\">"), "{footer}");
    // A place for none is nothing.
    let files = Files::good().replace(
        "templates/book.html",
        "{% block main %}",
        "{% block main %}<footer>{{ page.footnotes }}</footer>",
    );
    let site = files.built();
    assert!(
        site.text("books/hayawan/index.html")
            .contains("<footer></footer>")
    );
    // A page without a place for them keeps its lists behind its texts.
    let html = page("{{ page.note }}");
    assert_eq!(
        html.matches("<section class=\"footnotes\" role=").count(),
        2,
        "{html}"
    );
}

/// It was reported at 1:1 of the entry, once for each id, with a hint about headings.
#[test]
fn a_text_that_a_template_shows_twice_is_one_problem_at_its_place_there() {
    let body = "## أول {#one}\n\nنص[^1].\n\n## ثان\n\n[^1]: حاشية.";
    let note = "note = \"\"\"\nنص[^1].\n\n[^1]: حاشية.\n\"\"\"\n";
    let entry = format!("+++\ntitle = \"البخلاء\"\nauthor = \"jahiz\"\n{note}+++\n{body}\n");
    for (main, message, place) in [
        (
            "{{ page.content }}",
            "`page.content` is shown twice on /books/bukhala/, and its ids with it",
            "page.content",
        ),
        (
            "{% for _ in [1, 2] %}{{ page.note }}{% endfor %}",
            "`page.note` is shown twice on /books/bukhala/, and its ids with it",
            "page.note",
        ),
        (
            "<p id=\"one\">x</p>",
            "two elements of /books/bukhala/ have the id `one`",
            "one",
        ),
        (
            "<p id=\"x\">x</p><p id=\"x\">y</p>",
            "two elements of /books/bukhala/ have the id `x`",
            "x",
        ),
    ] {
        let template =
            format!("{{% extends \"page.html\" %}}{{% block main %}}{main}{{% endblock %}}");
        let files = Files::good()
            .with("content/books/bukhala.md", entry.clone())
            .with("templates/bukhala.html", template)
            .replace(
                "content/books/bukhala.md",
                "note =",
                "template = \"bukhala.html\"\nnote =",
            );
        let said = files.run().diagnostics;
        let [problem] = said.as_slice() else {
            panic!("{main}: {said:?}");
        };
        assert_eq!(problem.message.to_string(), message);
        let span = problem.span.clone().unwrap();
        let template = files.text(span.path.as_str());
        assert!(
            span.path.as_str().starts_with("templates/"),
            "{main}: {span:?}"
        );
        assert_eq!(&template[span.range], place);
    }
}
