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
    // That prose is printed nowhere is no concern here.
    let html = super::body(&Files::from(site.run()));
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
    let problems = site.run().diagnostics;
    let problem = problems
        .iter()
        .find(|problem| problem.code != "W229")
        .unwrap();
    assert_eq!(problem.code, "E402");
    assert!(
        problem
            .message
            .to_string()
            .contains("takes a text, found HTML"),
        "{}",
        problem.message
    );
}

/// The problems of a site whose template prints this.
fn problems(printed: &str, more: &str) -> Vec<(&'static str, Option<String>)> {
    let site = Files::good()
        .replace("templates/page.html", "{{ page.content }}", printed)
        .and("site.toml", more);
    let place = |span: warraq::diagnostic::Span| {
        let line = if span.is_whole_file() { "" } else { ":" };
        format!("{}{line}", span.path)
    };
    let problems = site.run().diagnostics.into_iter();
    let problems = problems.filter(|problem| problem.code != "W229");
    let problems = problems.map(|problem| (problem.code, problem.span.map(place)));
    let mut problems: Vec<_> = problems.collect();
    problems.dedup();
    problems
}

/// It was said to be in the first line of the page, or in another file with the same letters.
#[test]
fn a_run_that_is_shown_wrong_has_the_place_of_its_words_or_none() {
    let found = problems("<p>أ C++ ب</p>", "");
    assert_eq!(found, [("E305", Some("templates/page.html:".to_owned()))]);
    let found = problems("<p>أ {{ \"C\" ~ \"++\" }} ب</p>", "");
    assert!(!found.is_empty());
    for (code, place) in found {
        let place = place.unwrap();
        assert!(
            code == "E305" && place.starts_with("content/") && !place.ends_with(':'),
            "{place}"
        );
    }
}

#[test]
fn a_run_that_is_shown_wrong_may_be_silenced_with_a_reason() {
    let silence = "silence = [{ rule = \"E305\", reason = \"كما في المخطوط\" }]\n";
    assert_eq!(
        problems("<p>أ C++ ب</p>", &format!("\n[check]\n{silence}")),
        []
    );
    let entry = format!("+++\ntitle = \"ورقة\"\n{silence}+++\n\nنص.\n");
    let on_note = "{% if page.title == \"ورقة\" %}<p>أ C++ ب</p>{% endif %}";
    let site = Files::good()
        .replace("templates/page.html", "{{ page.content }}", on_note)
        .with("content/pages/note.md", entry.replace(silence, ""));
    let codes = |site: Files| -> Vec<_> {
        let problems = site.run().diagnostics.into_iter();
        let codes = problems.map(|problem| problem.code);
        codes.filter(|code| *code != "W229").collect()
    };
    assert_eq!(codes(site.clone()), ["E305"]);
    assert!(codes(site.with("content/pages/note.md", entry)).is_empty());
}

/// A comment in Arabic was refused for the control that Arabic programmers begin it with.
#[test]
fn controls_may_end_with_a_line_of_code_and_are_fixed_elsewhere() {
    let body = "نص \u{202B}هنا\n\n```js\nf(); // \u{202B}يعرض\n```\n\nقال «\u{202B}نص».";
    let problems = super::with_body(body).run().diagnostics;
    let controls = problems.iter().filter(|one| one.code == "E109");
    let found: Vec<_> = controls
        .map(|one| (one.code, one.fix.as_ref().unwrap().is_safe))
        .collect();
    assert_eq!(found, [("E109", true), ("E109", false)]);
    let silence =
        "<!-- warraq: ignore E109 كما في الأصل -->\n\nنص \u{202B}هنا\n\n<!-- warraq: end -->";
    assert_eq!(super::with_body(silence).run().diagnostics, []);
}
