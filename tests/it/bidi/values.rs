//! Values in templates: `bidi` between tags, `bidi_text` where no markup can stand.

use crate::site::Files;

/// What the page of an entry prints for an expression; the entry's title is `title`.
fn printed(title: &str, expression: &str) -> String {
    let entry = format!("+++\ntitle = '{title}'\nwrote = 2\n+++\n\nقال Interpol.\n");
    let site = Files::good().with(super::ENTRY, entry).replace(
        "templates/page.html",
        "{{ page.content }}",
        &format!("<p class=\"mentioned\"></p>{expression}"),
    );
    let html = super::body(&site.built());
    let (_, printed) = html
        .rsplit_once("<p class=\"mentioned\"></p>")
        .unwrap_or(("", &html));
    printed.to_owned()
}

#[test]
fn values_are_escaped_and_isolated_once() {
    for (title, html) in [
        ("الجاحظ", "الجاحظ"),
        (
            "لقاء AT&T",
            "لقاء <bdi dir=\"ltr\" lang=\"en\">AT&amp;T</bdi>",
        ),
        (
            "<b> & \"ب\"",
            "<bdi dir=\"ltr\" lang=\"en\">&lt;b&gt;</bdi> &amp; &quot;ب&quot;",
        ),
        ("في +212 5 37", "في <bdi dir=\"ltr\">+212 5 37</bdi>"),
        ("C++", "<bdi dir=\"ltr\" lang=\"en\">C++</bdi>"),
    ] {
        assert_eq!(printed(title, "{{ page.title | bidi }}"), html);
        assert_eq!(printed(title, "{{ page.title | bidi | bidi }}"), html);
    }
    let prose = "<p>قال <bdi dir=\"ltr\" lang=\"en\">Interpol</bdi>.</p>";
    assert_eq!(printed("أ", "{{ page.content | bidi }}"), prose);
    assert_eq!(printed("أ", "{{ -5 | bidi }}"), "<bdi dir=\"ltr\">-5</bdi>");
    assert_eq!(printed("أ", "({{ none | bidi }})"), "()");
}

#[test]
fn texts_are_isolated_by_controls() {
    for (title, text) in [
        ("الجاحظ", "الجاحظ"),
        ("Interpol & ب", "\u{200F}\u{2066}Interpol\u{2069} &amp; ب"),
    ] {
        assert_eq!(
            printed(title, "<i title=\"{{ page.title | bidi_text }}\">"),
            format!("<i title=\"{text}\">")
        );
    }
    let json = printed(
        "لقاء C++",
        "<script type=\"application/ld+json\">{{ {\"name\": page.title | bidi_text} | json }}</script>",
    );
    assert_eq!(
        json,
        "<script type=\"application/ld+json\">{\"name\":\"لقاء \u{2066}C++\u{2069}\"}</script>"
    );
}

#[test]
fn html_is_no_text() {
    let site = Files::good().replace(
        "templates/page.html",
        "{{ page.content }}",
        "{{ page.content | bidi_text }}",
    );
    let problem = &site.run().diagnostics[0];
    assert_eq!(problem.code, "E402");
    assert!(
        problem.message.contains("takes a text, found HTML"),
        "{}",
        problem.message
    );
}
