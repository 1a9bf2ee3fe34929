//! What would stop the build is taken out, once and for all places.

use warraq::import::{Files as Old, Generator};
use warraq::locale::Language;

use super::imported;
use super::whole::{entry, with_text};

#[test]
fn a_broken_address_that_comes_often_costs_one_build() {
    let link = "[هنا](/gone/)\n<p>\n<img alt=\"س\"\n src=\"/gone.png\">\n</p>\n\n";
    let text = format!("---\ntitle: س\n---\n{}", link.repeat(40));
    let (_, imported) = with_text(Generator::Hugo, &text);
    let entry = entry(&imported);
    assert!(!entry.contains("draft"), "{entry}");
    assert_eq!(entry.matches("هنا (`/gone/`)").count(), 40);
    assert_eq!(entry.matches("data-old-src=\"/gone.png\"").count(), 40);
    let report = imported.report.written(Language::English);
    assert!(report.contains("content/a/b.md:239"), "{report}");
}

#[test]
fn what_looks_like_a_call_of_a_component_is_text() {
    for body in [
        "قبل :count[gone] بعد",
        "قبل :gone[س و:x[س] بعد",
        "::: gone\nقبل\n:::\nبعد",
        "> ::: gone العنوان\n> قبل\n> :::\n\nبعد",
        "قبل ::count[س] :title (س) بعد",
    ] {
        let (built, imported) = with_text(
            Generator::Markdown,
            &format!("---\ntitle: س\n---\n{body}\n"),
        );
        let text = imported
            .files
            .values()
            .map(|bytes| String::from_utf8_lossy(bytes));
        assert!(!text.collect::<String>().contains("draft = true"), "{body}");
        let page = built.text("content/a/b/index.html");
        assert!(page.contains("قبل") && page.contains("بعد"), "{page}");
    }
}

#[test]
fn a_link_to_the_heading_that_became_the_title_leads_to_the_page() {
    let mut old = Old::new();
    let first = "# الأول {#first}\n\n[أعلى](#first) و[قسم](#part) و[الثاني](./b.md#%D8%A7%D9%84%D8%AB%D8%A7%D9%86%D9%8A)\n\n## قسم {#part}\n\nنص\n";
    old.insert("docs/a.md".to_owned(), first.as_bytes().to_vec());
    let second = "# الثاني\n\n[الأول](/docs/a#first) و[قسمه](/docs/a#part)\n";
    old.insert("docs/b.md".to_owned(), second.as_bytes().to_vec());
    let (_, imported) = imported(Generator::Markdown, &old);
    let text = |name: &str| String::from_utf8_lossy(&imported.files[name]).into_owned();
    let (first, second) = (text("content/docs/a.md"), text("content/docs/b.md"));
    for part in [
        "title = \"الأول\"",
        "[أعلى](ref:docs/a) و[قسم](#part) و[الثاني](ref:docs/b)",
        "## قسم {#part}",
    ] {
        assert!(first.contains(part), "{part}\n{first}");
    }
    assert!(
        second.contains("[الأول](ref:docs/a) و[قسمه](ref:docs/a#part)"),
        "{second}"
    );
}
