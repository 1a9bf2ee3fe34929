//! The markup that runs get: once, in prose and nowhere else.

use super::{ENTRY, body, rendered, with_body};

#[test]
fn runs_are_isolated_wherever_prose_stands() {
    for (markdown, html) in [
        (
            "أعلنت Interpol ذلك.",
            "<p>أعلنت <bdi dir=\"ltr\" lang=\"en\">Interpol</bdi> ذلك.</p>",
        ),
        (
            "- في 2025-11-24",
            "<ul>\n<li>في <bdi dir=\"ltr\">2025-11-24</bdi></li>\n</ul>",
        ),
        (
            "> لغة **C++** هنا",
            "<blockquote>\n<p>لغة <strong><bdi dir=\"ltr\" lang=\"en\">C++</bdi></strong> هنا</p>\n</blockquote>",
        ),
        (
            "في **New** York أمس",
            "<p>في <bdi dir=\"ltr\" lang=\"en\"><strong>New</strong> York</bdi> أمس</p>",
        ),
        (
            "على [موقع Interpol](https://example.org/a?b=1) هنا",
            "<p>على <a href=\"https://example.org/a?b=1\">موقع <bdi dir=\"ltr\" lang=\"en\">Interpol</bdi></a> هنا</p>",
        ),
        (
            "كلمة ⵜⴰⵎⴰⵣⵉⵖⵜ هنا",
            "<p>كلمة <bdi dir=\"ltr\" lang=\"zgh\">ⵜⴰⵎⴰⵣⵉⵖⵜ</bdi> هنا</p>",
        ),
        (
            "شركة AT&T هنا",
            "<p>شركة <bdi dir=\"ltr\" lang=\"en\">AT&amp;T</bdi> هنا</p>",
        ),
        (
            "قالت\nNew\nYork شيئا",
            "<p>قالت\n<bdi dir=\"ltr\" lang=\"en\">New\nYork</bdi> شيئا</p>",
        ),
        (
            "لفظ\n: هو Term هنا",
            "<dl>\n<dt>لفظ</dt>\n<dd>هو <bdi dir=\"ltr\" lang=\"en\">Term</bdi> هنا</dd>\n</dl>",
        ),
    ] {
        assert_eq!(rendered(markdown), html, "{markdown}");
    }
    let table = rendered("| الاسم | الرقم |\n|:--|--:|\n| Interpol | +212 5 37 |");
    assert!(
        table
            .contains("<td class=\"align-start\"><bdi dir=\"ltr\" lang=\"en\">Interpol</bdi></td>"),
        "{table}"
    );
    assert!(
        table.contains("<td class=\"align-end\"><bdi dir=\"ltr\">+212 5 37</bdi></td>"),
        "{table}"
    );
}

#[test]
fn headings_are_isolated_and_their_ids_and_titles_are_plain_text() {
    let template =
        "{% for heading in page.toc %}<b title=\"{{ heading.title }}\" id=\"t\"></b>{% endfor %}";
    let site = with_body("## لغة C++ و[Le Monde]{lang=fr}").replace(
        "templates/page.html",
        "{{ page.content }}",
        &format!("{{{{ page.content }}}}{template}"),
    );
    let html = body(&site.built());
    assert!(html.contains("title=\"لغة C++ وLe Monde\""), "{html}");
    let heading = "<h2 id=\"لغة-c-وle-monde\">لغة <bdi dir=\"ltr\" lang=\"en\">C++</bdi> و<bdi dir=\"ltr\" lang=\"fr\">Le Monde</bdi></h2>";
    assert!(html.contains(heading), "{html}");
}

#[test]
fn code_runs_from_left_to_right_and_is_not_isolated_again() {
    for (markdown, html) in [
        (
            "اكتب `a = 1` هنا",
            "<p>اكتب <code dir=\"ltr\">a = 1</code> هنا</p>",
        ),
        (
            "اكتب `كلمة <b>` هنا",
            "<p>اكتب <code dir=\"rtl\">كلمة &lt;b></code> هنا</p>",
        ),
        (
            "افتح `صورة.png` هنا",
            "<p>افتح <code dir=\"ltr\">صورة.png</code> هنا</p>",
        ),
        (
            "```rust\nlet a = \"كلمة C++\";\n```",
            "<pre dir=\"ltr\"><code class=\"language-rust\"><span class=\"tok-keyword\">let</span> a = <span class=\"tok-string\">\"<bdi dir=\"rtl\">كلمة C++</bdi>\"</span>;\n</code></pre>",
        ),
        (
            "```text rtl\nكلمة C++\n```",
            "<pre dir=\"rtl\"><code class=\"language-text\">كلمة C++\n</code></pre>",
        ),
        (
            "    كلمة C++",
            "<pre dir=\"ltr\"><code>كلمة C++\n</code></pre>",
        ),
    ] {
        let found = rendered(markdown)
            .replace("&gt;", ">")
            .replace("\"كلمة C++\"", "&quot;كلمة C++&quot;");
        assert_eq!(found, html, "{markdown}");
    }
}

#[test]
fn what_is_written_by_hand_is_left_as_it_is() {
    let html = "[markdown]\nhtml = true\n";
    for written in [
        "قال <bdi>Interpol</bdi> هنا",
        "قال <span dir=\"ltr\">a <b>b</b> c</span> هنا",
        "قال <span lang=\"fr\">Oui</span> هنا",
        "قال <kbd>Ctrl</kbd> هنا",
    ] {
        let site = with_body(written);
        let config = site.text("site.toml").to_owned() + html;
        let site = site.with("site.toml", config);
        assert_eq!(body(&site.built()), format!("<p>{written}</p>"));
    }
}

/// The first was a panic, the second damaged HTML, the third a false report; blocks were not isolated at all.
#[test]
fn runs_that_meet_html_are_isolated_without_breaking_it() {
    for (written, html) in [
        (
            "a <code>2</code> b",
            "<p><bdi dir=\"ltr\" lang=\"en\">a <code>2</code> b</bdi></p>",
        ),
        (
            "see <kbd>Ctrl</kbd>+<kbd>C</kbd> now",
            "<p><bdi dir=\"ltr\" lang=\"en\">see <kbd>Ctrl</kbd>+<kbd>C</kbd> now</bdi></p>",
        ),
        (
            "The syntax is: <code>func&#96;string&#96;</code>. The function",
            "<p><bdi dir=\"ltr\" lang=\"en\">The syntax is: <code dir=\"ltr\">func`string`</code>. The function</bdi></p>",
        ),
        (
            "اضغط <kbd>C++</kbd> أو <var>x</var> هنا",
            "<p>اضغط <kbd dir=\"ltr\">C++</kbd> أو <var>x</var> هنا</p>",
        ),
        (
            "<div>لغة C++ و&quot;.NET&quot;<p>AT&amp;T&hellip;</div>",
            "<div>لغة <bdi dir=\"ltr\" lang=\"en\">C++</bdi> و&quot;<bdi dir=\"ltr\" lang=\"en\">.NET</bdi>&quot;<p>\
             <bdi dir=\"ltr\" lang=\"en\">AT&amp;T</bdi>&hellip;</div>",
        ),
        (
            "<table><tr><td>في 2025-11-24<td><pre>C++ نص</pre></table>",
            "<table><tr><td>في <bdi dir=\"ltr\">2025-11-24</bdi><td><pre>C++ نص</pre></table>",
        ),
        (
            "قبل <kbd>Ctrl بعد C++\n\nلغة C++",
            "<p>قبل <kbd dir=\"ltr\">Ctrl بعد C++</p>\n<p>لغة <bdi dir=\"ltr\" lang=\"en\">C++</bdi></p>",
        ),
        (
            "في <code>print(\"نص\") # 1</code> و<code>صورة.png</code> و<code>ثمن = 5</code>",
            "<p>في <code dir=\"ltr\">print(\"نص\") # 1</code> و<code dir=\"ltr\">صورة.png</code> و<code>ثمن = 5</code></p>",
        ),
        (
            "*نص <b>New* York</b> هنا",
            "<p><em>نص \u{2066}<b>New</em> York\u{2069}</b> هنا</p>",
        ),
    ] {
        let site = with_body(written);
        // Some of it is not closed, or in the wrong order.
        let silenced = "[check]\nsilence = [{ rule = \"W417\", reason = \"as written\" }]\n";
        let config = site.text("site.toml").to_owned() + "[markdown]\nhtml = true\n" + silenced;
        assert_eq!(
            body(&site.with("site.toml", config).built()),
            html,
            "{written}"
        );
    }
}

#[test]
fn the_number_of_a_note_is_no_part_of_the_word_before_it() {
    let html = rendered("أعلنت Interpol[^1] ذلك\n\n[^1]: ملاحظة.");
    assert!(
        html.starts_with("<p>أعلنت <bdi dir=\"ltr\" lang=\"en\">Interpol</bdi><sup"),
        "{html}"
    );
}

#[test]
fn foreign_phrases_say_their_language() {
    for (markdown, html) in [
        (
            "قالت [Police nationale]{lang=fr} أمس",
            "<p>قالت <bdi dir=\"ltr\" lang=\"fr\">Police nationale</bdi> أمس</p>",
        ),
        (
            "**[100 Years of Solitude]{lang=en}** رواية",
            "<p><strong><bdi dir=\"ltr\" lang=\"en\">100 Years of Solitude</bdi></strong> رواية</p>",
        ),
        (
            "بالفارسية [پلیس]{lang=fa}",
            "<p>بالفارسية <bdi dir=\"rtl\" lang=\"fa\">پلیس</bdi></p>",
        ),
    ] {
        assert_eq!(rendered(markdown), html, "{markdown}");
    }
}

#[test]
fn a_foreign_phrase_is_quoted_without_its_marks() {
    let site = with_body("قال «[كتب]{lang=ar} الجاحظ» ([الفقرة 1](cite:p1)).");
    let problem = &site.run().diagnostics[0];
    assert_eq!(
        problem.message.to_string(),
        "`كتب الجاحظ` does not stand in paragraph 1"
    );
}

#[test]
fn descriptions_and_titles_are_isolated_by_controls() {
    let site = with_body("انظر ![رسم Interpol [Oui]{lang=fr}](a.svg \"Interpol هنا\")");
    let entry = site.text(ENTRY).to_owned();
    let site = site
        .without(ENTRY)
        .with("content/authors/jahiz/index.md", entry)
        .with("content/authors/jahiz/a.svg", "<svg/>");
    let html = body(&site.built());
    assert!(
        html.contains("alt=\"رسم \u{2066}Interpol Oui\u{2069}\""),
        "{html:?}"
    );
    assert!(
        html.contains("title=\"\u{200F}\u{2066}Interpol\u{2069} هنا\""),
        "{html:?}"
    );
    let site = site.replace(
        "content/authors/jahiz/index.md",
        "رسم Interpol",
        "رسم `x` *هنا*",
    );
    assert!(body(&site.built()).contains("alt=\"رسم \u{2066}x\u{2069} هنا"));
}

#[test]
fn the_site_says_which_language_latin_words_are_in() {
    let site = with_body("جريدة Le Monde هنا").replace(
        "site.toml",
        "[site]\n",
        "[site]\nlatin = \"fr\"\n",
    );
    let html = body(&site.built());
    assert_eq!(
        html,
        "<p>جريدة <bdi dir=\"ltr\" lang=\"fr\">Le Monde</bdi> هنا</p>"
    );
}

#[test]
fn a_left_to_right_site_isolates_what_runs_from_right_to_left_and_nothing_else() {
    let markdown = "The word **كلمة** and `code`, `كلمة 1`, [Polizei]{lang=de}, [شرطة]{lang=ary}, 2025-11-24\n\n```\na\n```";
    let site = with_body(markdown);
    let config = site.text("site.toml").replace("ar-MA", "fr");
    let (arabic, _) = config.split_once("[plurals]").unwrap();
    let plurals = "[plurals]\nbook = { one = \"{n}\", many = \"{n}\", other = \"{n}\" }\n";
    let site = site.with("site.toml", format!("{arabic}{plurals}"));
    assert_eq!(
        body(&site.built()),
        "<p>The word <strong><bdi dir=\"rtl\" lang=\"ar\">كلمة</bdi></strong> and <code>code</code>, \
         <code dir=\"rtl\">كلمة 1</code>, <span lang=\"de\">Polizei</span>, <bdi dir=\"rtl\" lang=\"ary\">شرطة</bdi>, \
         2025-11-24</p>\n<pre dir=\"ltr\"><code>a\n</code></pre>"
    );
}
