//! What would stop the build is taken out, once and for all places.

use warraq::import::Generator;
use warraq::locale::Language;

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
